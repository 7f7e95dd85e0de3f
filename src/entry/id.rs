//! Ids of new records.

use crate::text::fold;

/// The greatest number of characters that are taken from a name.
const LONGEST: usize = 60;

/// An id for a record with this name: its letters and digits, joined by hyphens; with a number if it is taken. An empty name has
/// the id `data`.
pub fn id_for(name: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let spaced: String = fold(name).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let mut id = String::new();
    for word in spaced.split_whitespace() {
        let longer = id.chars().count() + 1 + word.chars().count();
        if !id.is_empty() && longer > LONGEST {
            break;
        }
        if !id.is_empty() {
            id.push('-');
        }
        id.extend(word.chars().take(LONGEST));
    }
    if id.is_empty() {
        id.push_str("data");
    }
    if !is_taken(&id) {
        return id;
    }
    let numbered = |number: usize| format!("{id}-{number}");
    // Where thousands have one name, trying each number in turn would take minutes.
    let (mut taken, mut free) = (1, 2);
    while is_taken(&numbered(free)) {
        (taken, free) = (free, free.saturating_mul(2));
    }
    while free - taken > 1 {
        let between = taken.midpoint(free);
        if is_taken(&numbered(between)) {
            taken = between;
        } else {
            free = between;
        }
    }
    numbered(free)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_names_are_numbered_in_their_order_and_soon() {
        let mut taken = std::collections::HashSet::new();
        let tried = std::cell::Cell::new(0);
        for number in 1..=10_000 {
            let id = id_for("Rapat", |id| {
                tried.set(tried.get() + 1);
                taken.contains(id)
            });
            assert_eq!(id, if number == 1 { "rapat".to_owned() } else { format!("rapat-{number}") });
            taken.insert(id);
        }
        assert!(tried.get() < 10_000 * 40, "{}", tried.get());
    }

    #[test]
    fn ids_are_readable_and_distinct() {
        let free = |_: &str| false;
        assert_eq!(id_for("Studi Tiru: Kota A → Kota B (2026)", free), "studi-tiru-kota-a-kota-b-2026");
        assert_eq!(id_for("Jum'at", free), "jum-at");
        assert_eq!(id_for("市政府", free), "市政府");
        assert_eq!(id_for("…", free), "data");
        assert_eq!(id_for("MPP", |id| id == "mpp" || id == "mpp-2"), "mpp-3");
        assert!(id_for(&"kata ".repeat(100), free).len() <= LONGEST);
    }
}
