//! Ids of new records: the same input has the same ids, and what is added to it later changes none.

use std::collections::HashMap;

use crate::entry::id_for;
use crate::model::Id;
use crate::text::slug;

/// The ids that are taken, each with the last number that was put after it.
#[derive(Debug, Default, Clone)]
pub(super) struct Ids(HashMap<String, usize>);

impl FromIterator<String> for Ids {
    fn from_iter<T: IntoIterator<Item = String>>(ids: T) -> Self {
        Self(ids.into_iter().map(|id| (id, 1)).collect())
    }
}

impl Ids {
    /// Takes the id that a record has in its input. A number alone is no id among records of all kinds, so `kind` is put
    /// before it.
    pub(super) fn of_own(&mut self, own: &str, kind: &str) -> String {
        let is_number = own.chars().all(|c| c.is_ascii_digit());
        self.take(if is_number { format!("{kind}-{own}") } else { written(own) })
    }

    /// Takes an id for a name.
    pub(super) fn of_name(&mut self, name: &str) -> String {
        self.take(id_for(name, |_| false))
    }

    /// Notes that an id is taken.
    pub(super) fn add(&mut self, id: &str) {
        self.0.entry(id.to_owned()).or_insert(1);
    }

    /// Takes this id, or the next one with a number.
    pub(super) fn take(&mut self, id: String) -> String {
        let Some(number) = self.0.get(&id) else {
            self.0.insert(id.clone(), 1);
            return id;
        };
        let mut number = number + 1;
        let mut next = format!("{id}-{number}");
        while self.0.contains_key(&next) {
            number += 1;
            next = format!("{id}-{number}");
        }
        self.0.insert(id, number);
        self.0.insert(next.clone(), 1);
        next
    }
}

/// An id of the input as the format accepts it.
pub(super) fn written(own: &str) -> String {
    if is_usable(own) { own.to_owned() } else { slug(own) }
}

/// Whether the format accepts an id.
pub(super) fn is_usable(id: &str) -> bool {
    let is_allowed = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-');
    !id.is_empty() && id.chars().count() <= Id::MAX_CHARS && id.chars().all(is_allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_own_id_is_kept_where_it_can_be() {
        let mut ids = Ids::default();
        assert_eq!(ids.of_own("ratna.contoh_1", "person"), "ratna.contoh_1");
        assert_eq!(ids.of_own("ratna.contoh_1", "person"), "ratna.contoh_1-2");
        assert_eq!(ids.of_own("17", "person"), "person-17");
        assert_eq!(ids.of_own("17", "organization"), "organization-17");
        assert_eq!(ids.of_own("a@b.example", "visit"), slug("a@b.example"));
        assert_eq!(ids.of_name("Dr. Ratna Contoh, M.Si."), "dr-ratna-contoh-m-si");
        assert_eq!([ids.of_name("唐"), ids.of_name("唐"), ids.of_name("唐")], ["唐", "唐-2", "唐-3"]);
    }
}
