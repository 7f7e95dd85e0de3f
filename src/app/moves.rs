//! Where the records of an archive stand in a newer one, by their ids.

use std::collections::HashMap;

use crate::model::{Archive, Id, RecordKind, Target};

/// From an archive to a newer one. What has been looked up once is known, so that very many can be.
pub(super) struct Moves<'a> {
    old: &'a Archive,
    new: &'a Archive,
    visits: HashMap<&'a Id, usize>,
    /// The records of a kind, by the visit in the newer archive.
    items: HashMap<(usize, RecordKind), HashMap<&'a Id, usize>>,
}

impl<'a> Moves<'a> {
    /// From `old` to `new`.
    pub(super) fn new(old: &'a Archive, new: &'a Archive) -> Self {
        let visits = new.visits.iter().enumerate().map(|(at, visit)| (&visit.id, at)).collect();
        Self { old, new, visits, items: HashMap::new() }
    }

    /// Where a record stands now; nothing when it has gone.
    pub(super) fn of(&mut self, target: Target) -> Option<Target> {
        let record = self.old.record(target)?;
        let visit = *self.visits.get(&record.visit().id)?;
        if target.kind == RecordKind::Visit {
            return Some(Target::visit(visit));
        }
        let new = self.new;
        let ids = || {
            let of_kind = new.targets_of(visit).filter(|it| it.kind == target.kind);
            of_kind.filter_map(|it| Some((new.record(it)?.id(), it.item))).collect()
        };
        let items = self.items.entry((visit, target.kind)).or_insert_with(ids);
        items.get(record.id()).map(|item| Target::new(visit, target.kind, *item))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::load_text;

    fn archive(visits: &[(&str, &[&str])]) -> Archive {
        let statement = |id: &&str| format!("{{id: {id}, type: quote, text: {id}}}");
        let visit = |(id, statements): &(&str, &[&str])| {
            let statements: Vec<String> = statements.iter().map(statement).collect();
            format!("  - {{id: {id}, title: {id}, statements: [{}]}}\n", statements.join(", "))
        };
        let visits: String = visits.iter().map(visit).collect();
        load_text("a.yaml", format!("schema_version: '1.0'\nvisits:\n{visits}").into()).archive
    }

    #[test]
    fn a_record_is_found_where_its_id_is() {
        let old = archive(&[("a", &["s", "t"]), ("b", &["s"])]);
        let new = archive(&[("b", &["u", "s"]), ("c", &["t"]), ("a", &["t"])]);
        let mut moves = Moves::new(&old, &new);
        let statement = |visit, item| Target::new(visit, RecordKind::Statement, item);
        assert_eq!(moves.of(Target::visit(0)), Some(Target::visit(2)));
        assert_eq!(moves.of(statement(0, 0)), None, "it has gone, and that of another visit is another");
        assert_eq!(moves.of(statement(0, 1)), Some(statement(2, 0)));
        assert_eq!(moves.of(statement(1, 0)), Some(statement(0, 1)));
        assert_eq!(moves.of(statement(9, 0)), None);
    }
}
