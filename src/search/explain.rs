//! Explains a result: the texts that match the query but are not visible in the list of results.

use super::fields::{Field, is_searched};
use super::query::{Atom, Clause, Query};
use super::record_texts::own_texts;
use super::shared_texts::SharedTexts;
use super::texts::FieldText;
use crate::model::{Archive, Record, Target};
use crate::text::{Word, words};

/// A text that makes a record match a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The field of the text.
    pub field: Field,
    /// The whole text.
    pub text: String,
}

/// The texts of a result that match those parts of the query that no visible text matches. `visible` are the texts that the
/// user sees of the result.
pub fn explain(
    archive: &Archive,
    target: Target,
    query: &Query,
    visible: impl Iterator<Item = String>,
) -> Vec<Explanation> {
    let Some(record) = archive.record(target) else { return Vec::new() };
    let visible = visible.collect::<Vec<_>>().join(" ");
    let mut visible: Vec<Word> = words(&visible).collect();
    let mut texts: Option<SearchedTexts<'_>> = None;
    let mut explanations: Vec<Explanation> = Vec::new();
    let has_text = |clause: &&Clause| {
        !clause.negated && !clause.optional && !clause.alternatives.iter().any(Atom::is_filter)
    };
    for clause in query.clauses.iter().filter(has_text) {
        let literally = |atom: &Atom, found: &[Word]| !atom.literal_highlights(found).is_empty();
        let somehow = |atom: &Atom, found: &[Word]| !atom.highlights(found).is_empty();
        if clause.alternatives.iter().any(|atom| literally(atom, &visible)) {
            continue;
        }
        let texts = texts.get_or_insert_with(|| SearchedTexts::of(archive, record));
        let found = match texts.first(clause, literally) {
            None if clause.alternatives.iter().any(|atom| somehow(atom, &visible)) => continue,
            None => texts.first(clause, somehow),
            found => found,
        };
        if let Some((text, field)) = found {
            visible.extend(words(text));
            explanations.push(Explanation { field: *field, text: text.clone().into_owned() });
        }
    }
    explanations
}

/// The own texts of a record, and the shared texts that it refers to.
struct SearchedTexts<'a> {
    record: Record<'a>,
    texts: Vec<FieldText<'a>>,
}

impl<'a> SearchedTexts<'a> {
    fn of(archive: &'a Archive, record: Record<'a>) -> Self {
        let shared = SharedTexts::new(record.visit());
        let referenced = shared.of(record).into_iter().flat_map(|text| shared.get(text));
        Self { record, texts: own_texts(archive, &shared, record).into_iter().chain(referenced).collect() }
    }

    /// The first text that matches a clause in a field that it searches.
    fn first(&self, clause: &Clause, is_match: impl Fn(&Atom, &[Word]) -> bool) -> Option<&FieldText<'a>> {
        let kind = self.record.kind();
        self.texts.iter().find(|(text, field)| {
            let mut atoms =
                clause.alternatives.iter().filter(|atom| is_searched(atom.field, *field, kind)).peekable();
            atoms.peek().is_some() && {
                let found: Vec<Word> = words(text).collect();
                atoms.any(|atom| is_match(atom, &found))
            }
        })
    }
}
