//! Checks whether quotes can be cited: they contain only the speaker's words, name a source, and match its text.

mod closest;
mod index;
mod mark_kinds;
mod marks;
mod numbers;
mod quotations;
mod source_text;
mod source_texts;
mod split;
mod words;

use std::collections::HashSet;

pub use source_texts::SourceTexts;

use super::node::Node;
use super::problem::LocatedProblem;
use crate::diagnostic::{Problem, Severity, UnverifiedQuote, Warning};
use crate::model::{Id, Medium, Note, NoteType, SourceRef, SourceType, Statement, StatementType, Visit};
use marks::mark_problem;
pub use quotations::{Quotation, quotations};

/// How many quotes were compared with texts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct QuoteCount {
    /// Compared with the texts.
    pub checked: usize,
    /// Found in them as recorded.
    pub verified: usize,
}

impl QuoteCount {
    pub(super) fn plus(self, more: Self) -> Self {
        Self { checked: self.checked + more.checked, verified: self.verified + more.verified }
    }
}

/// Checks the quotes of a visit, and counts those that the texts contain. If the visit is incomplete, missing sources
/// are not reported.
pub(super) fn check_quotes(
    visit: &Visit,
    node: &Node,
    texts: &SourceTexts,
    whole: bool,
    found: &mut Vec<LocatedProblem>,
) -> QuoteCount {
    let quotes: Vec<(&Statement, &Node)> = visit
        .statements
        .iter()
        .zip(node.items("statements"))
        .filter(|(statement, node)| {
            // A poisoned type deserializes as the first variant.
            statement.kind == StatementType::Quote && node.get("type").and_then(Node::as_str) == Some("quote")
        })
        .collect();
    let mut count = QuoteCount::default();
    for (quote, node) in &quotes {
        let is_spoken = is_transcript(quote, visit);
        // In a transcript, the speaker may quote others at any length; elsewhere the marks are the reporter's.
        if let Some(marks) = mark_problem(&quote.text).filter(|_| !is_spoken) {
            found.push(LocatedProblem::new(Warning::QuotationMarksInQuote(marks), node.span_of("text")));
        }
        if texts.is_empty() {
            continue;
        }
        let mismatch = texts.mismatch(&quote.text, !is_spoken);
        count = count.plus(QuoteCount { checked: 1, verified: usize::from(mismatch.is_none()) });
        if let Some((mismatch, location)) = mismatch {
            let problem: Problem = UnverifiedQuote { id: quote.id.to_string(), mismatch }.into();
            if problem.code().severity() == Severity::Error || !is_explained(quote, visit) {
                found.push(LocatedProblem::new(problem, node.span_of("text")).with_location(location));
            }
        }
    }
    if whole {
        check_quote_sources(visit, &quotes, found);
        check_unused_sources(visit, node, found);
    }
    count
}

/// Whether the quote is from a transcript, which prints speech without quotation marks.
fn is_transcript(quote: &Statement, visit: &Visit) -> bool {
    let is_cited = |id: &Id| quote.sources.iter().any(|reference| reference.id == *id);
    let mut transcripts = visit.sources.iter().filter(|source| source.kind == Some(SourceType::Transcript));
    quote.medium == Some(Medium::Transcript) || transcripts.any(|source| is_cited(&source.id))
}

/// Whether a note explains that the source is wrong.
fn is_explained(quote: &Statement, visit: &Visit) -> bool {
    let explains = |note: &Note| matches!(note.kind, Some(NoteType::Conflict | NoteType::Correction));
    visit.notes.iter().any(|note| explains(note) && note.about.contains(&quote.id))
}

/// Reports quotes without a source.
fn check_quote_sources(visit: &Visit, quotes: &[(&Statement, &Node)], found: &mut Vec<LocatedProblem>) {
    let mut lacking = quotes.iter().filter(|(quote, _)| quote.sources.is_empty());
    let lacks = |(quote, node): &(&Statement, &Node), others| {
        LocatedProblem::new(
            Warning::QuoteWithoutSource { id: quote.id.to_string(), others },
            node.span_of("id"),
        )
    };
    if visit.sources.is_empty() {
        // A visit without any source is reported once.
        found.extend(lacking.next().map(|first| lacks(first, lacking.count())));
    } else {
        found.extend(lacking.map(|quote| lacks(quote, 0)));
    }
}

/// Reports sources that nothing refers to, if other sources are referred to.
fn check_unused_sources(visit: &Visit, node: &Node, found: &mut Vec<LocatedProblem>) {
    if visit.sources.is_empty() {
        return;
    }
    let references = (visit.participants.iter().flat_map(|it| it.sources.iter().chain(&it.role_sources)))
        .chain(visit.organizations.iter().flat_map(|it| &it.role_sources))
        .chain(visit.summary.iter().chain(&visit.objectives).flat_map(|it| &it.sources))
        .chain(visit.itinerary.iter().flat_map(|it| &it.sources))
        .chain(visit.statements.iter().flat_map(|it| &it.sources))
        .chain(visit.outcomes.iter().flat_map(|it| &it.sources))
        .chain(visit.expenses.iter().flat_map(|it| &it.sources))
        .chain(visit.notes.iter().flat_map(|it| &it.sources));
    let mut used: HashSet<&Id> = references.map(|reference: &SourceRef| &reference.id).collect();
    if used.is_empty() {
        return;
    }
    // Notes may be about a source.
    used.extend(visit.notes.iter().flat_map(|note| &note.about));
    for (source, node) in
        visit.sources.iter().zip(node.items("sources")).filter(|(it, _)| !used.contains(&it.id))
    {
        found.push(LocatedProblem::new(Warning::UnusedSource(source.id.to_string()), node.span_of("id")));
    }
}
