//! Whether quotes can be cited: the words alone, with a source, and really printed there.

mod index;
mod marks;
mod nearest;
mod quoted;
mod texts;
mod words;

use std::collections::HashSet;

pub use texts::SourceTexts;

use super::finding::Finding;
use super::node::Node;
use crate::diagnostic::{Fault, Severity, Unproved, Warning};
use crate::model::{Id, Medium, Note, NoteType, SourceRef, SourceType, Statement, StatementType, Visit};
use marks::marks;

/// How many quotes were looked for in texts, and how many of them are there as recorded.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Proofs {
    /// Looked for.
    pub looked: usize,
    /// Proved.
    pub proved: usize,
}

impl Proofs {
    pub(super) fn plus(self, more: Self) -> Self {
        Self { looked: self.looked + more.looked, proved: self.proved + more.proved }
    }
}

/// Notes what keeps the quotes of a visit from being cited, and counts those that the texts prove. Of a visit that was not
/// read whole, what is missing says nothing.
pub(super) fn citable(
    visit: &Visit,
    node: &Node,
    texts: &SourceTexts,
    whole: bool,
    found: &mut Vec<Finding>,
) -> Proofs {
    let quotes: Vec<(&Statement, &Node)> = visit
        .statements
        .iter()
        .zip(node.items("statements"))
        .filter(|(statement, node)| {
            // A faulty type reads as the first there is.
            statement.kind == StatementType::Quote && node.get("type").and_then(Node::as_str) == Some("quote")
        })
        .collect();
    let mut proofs = Proofs::default();
    for (quote, node) in &quotes {
        let is_spoken = is_transcript(quote, visit);
        // Who speaks in a transcript may quote at any length; elsewhere the marks are those of the reporter.
        if let Some(marks) = marks(&quote.text).filter(|_| !is_spoken) {
            found.push(Finding::new(Warning::QuotationMarksInQuote(marks), node.at_of("text")));
        }
        if texts.is_empty() {
            continue;
        }
        let discrepancy = texts.discrepancy(&quote.text, !is_spoken);
        proofs = proofs.plus(Proofs { looked: 1, proved: usize::from(discrepancy.is_none()) });
        if let Some((how, spot)) = discrepancy {
            let fault: Fault = Unproved { id: quote.id.to_string(), how }.into();
            if fault.code().severity() == Severity::Error || !is_noted(quote, visit) {
                found.push(Finding::new(fault, node.at_of("text")).and_elsewhere(spot));
            }
        }
    }
    if whole {
        unsourced(visit, &quotes, found);
        unused(visit, node, found);
    }
    proofs
}

/// Whether what is quoted stands in a transcript, which prints it without marks.
fn is_transcript(quote: &Statement, visit: &Visit) -> bool {
    let is_cited = |id: &Id| quote.sources.iter().any(|reference| reference.id == *id);
    let mut transcripts = visit.sources.iter().filter(|source| source.kind == Some(SourceType::Transcript));
    quote.medium == Some(Medium::Transcript) || transcripts.any(|source| is_cited(&source.id))
}

/// Whether the writer says that the source is wrong here.
fn is_noted(quote: &Statement, visit: &Visit) -> bool {
    let is_remedy = |note: &Note| matches!(note.kind, Some(NoteType::Conflict | NoteType::Correction));
    visit.notes.iter().any(|note| is_remedy(note) && note.about.contains(&quote.id))
}

/// Quotes that name no source.
fn unsourced(visit: &Visit, quotes: &[(&Statement, &Node)], found: &mut Vec<Finding>) {
    let mut lacking = quotes.iter().filter(|(quote, _)| quote.sources.is_empty());
    let lacks = |(quote, node): &(&Statement, &Node), others| {
        Finding::new(Warning::QuoteWithoutSource { id: quote.id.to_string(), others }, node.at_of("id"))
    };
    if visit.sources.is_empty() {
        // Somebody who names no source at all need not be told of each quote.
        found.extend(lacking.next().map(|first| lacks(first, lacking.count())));
    } else {
        found.extend(lacking.map(|quote| lacks(quote, 0)));
    }
}

/// Sources that nothing refers to, where others are referred to.
fn unused(visit: &Visit, node: &Node, found: &mut Vec<Finding>) {
    if visit.sources.is_empty() {
        return;
    }
    let lists = (visit.participants.iter().flat_map(|it| [&it.sources, &it.role_sources]))
        .chain(visit.organizations.iter().map(|it| &it.role_sources))
        .chain(visit.summary.iter().chain(&visit.objectives).map(|it| &it.sources))
        .chain(visit.itinerary.iter().map(|it| &it.sources))
        .chain(visit.statements.iter().map(|it| &it.sources))
        .chain(visit.outcomes.iter().map(|it| &it.sources))
        .chain(visit.expenses.iter().map(|it| &it.sources))
        .chain(visit.notes.iter().map(|it| &it.sources));
    let mut used: HashSet<&Id> = lists.flatten().map(|reference: &SourceRef| &reference.id).collect();
    if used.is_empty() {
        return;
    }
    // A note may be about a source, too.
    used.extend(visit.notes.iter().flat_map(|note| &note.about));
    for (source, node) in
        visit.sources.iter().zip(node.items("sources")).filter(|(it, _)| !used.contains(&it.id))
    {
        found.push(Finding::new(Warning::UnusedSource(source.id.to_string()), node.at_of("id")));
    }
}
