//! Why a record was found, where what is shown of it does not say so.

use super::fields::{Field, is_meant};
use super::lenders::Lenders;
use super::query::{Atom, Clause, Query};
use super::texts::{InField, own};
use crate::model::{Archive, Record, Target};
use crate::text::{Word, words};

/// A text of a record, or one that is lent to it, in which something was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// Where it stands.
    pub field: Field,
    /// The whole text.
    pub text: String,
}

/// For what of a query is not to be seen in what is shown of a hit: the texts that have it, each once.
pub fn reasons(
    archive: &Archive,
    target: Target,
    query: &Query,
    shown: impl Iterator<Item = String>,
) -> Vec<Reason> {
    let Some(record) = archive.record(target) else { return Vec::new() };
    let shown = shown.collect::<Vec<_>>().join(" ");
    let mut shown: Vec<Word> = words(&shown).collect();
    let mut texts: Option<Texts<'_>> = None;
    let mut reasons: Vec<Reason> = Vec::new();
    let wanted =
        |clause: &&Clause| !clause.without && !clause.optional && !clause.any.iter().any(Atom::is_filter);
    for clause in query.clauses.iter().filter(wanted) {
        let in_full = |atom: &Atom, found: &[Word]| !atom.in_full(found).is_empty();
        let loosely = |atom: &Atom, found: &[Word]| !atom.ranges(found).is_empty();
        if clause.any.iter().any(|atom| in_full(atom, &shown)) {
            continue;
        }
        let texts = texts.get_or_insert_with(|| Texts::of(archive, record));
        let found = match texts.first(clause, in_full) {
            None if clause.any.iter().any(|atom| loosely(atom, &shown)) => continue,
            None => texts.first(clause, loosely),
            found => found,
        };
        if let Some((text, field)) = found {
            shown.extend(words(text));
            reasons.push(Reason { field: *field, text: text.clone().into_owned() });
        }
    }
    reasons
}

/// The texts of a record, and those that are lent to it.
struct Texts<'a> {
    record: Record<'a>,
    texts: Vec<InField<'a>>,
}

impl<'a> Texts<'a> {
    fn of(archive: &'a Archive, record: Record<'a>) -> Self {
        let lenders = Lenders::new(record.visit());
        let lent = lenders.of(record).into_iter().flat_map(|lender| lenders.texts_of(lender));
        Self { record, texts: own(archive, &lenders, record).into_iter().chain(lent).collect() }
    }

    /// The first text that has a clause where it is meant.
    fn first(&self, clause: &Clause, has: impl Fn(&Atom, &[Word]) -> bool) -> Option<&InField<'a>> {
        let kind = self.record.kind();
        self.texts.iter().find(|(text, field)| {
            let mut meant = clause.any.iter().filter(|atom| is_meant(atom.field, *field, kind)).peekable();
            meant.peek().is_some() && {
                let found: Vec<Word> = words(text).collect();
                meant.any(|atom| has(atom, &found))
            }
        })
    }
}
