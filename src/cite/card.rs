//! Quote cards: the text, and below it its attribution and sources; as plain text and as Markdown.

use super::citation::Citation;
use super::facts::{address, locator};
use super::quote_marks::quoted;
use crate::lang::{Messages, date_plain, span_short};
use crate::model::{Certainty, Source, SourceRef, StatementType};
use crate::text::{markdown as escaped, visible_string};

/// Place and date of the statement, as far as known; inferred facts are marked.
fn facts(citation: &Citation<'_>) -> Option<String> {
    let place = citation.place().map(|(place, is_inferred)| {
        if is_inferred { format!("{place} [{}]", Certainty::Inferred.label(citation.lang)) } else { place }
    });
    let is_paraphrase = citation.statement.kind == StatementType::Paraphrase;
    let kind = is_paraphrase.then(|| citation.statement.kind.label(citation.lang).to_lowercase());
    let facts = [place, citation.date_in_words(), citation.occasion()].into_iter().flatten();
    let all = kind.into_iter().chain(facts).chain(citation.remarks()).collect::<Vec<_>>().join(" · ");
    (!all.is_empty()).then_some(all)
}

/// The title of the visit with its date, as far as known; an inferred date is marked.
fn visit(citation: &Citation<'_>) -> String {
    let (visit, lang) = (citation.visit, citation.lang);
    let title = visible_string(visit.title_in(lang.code()).unwrap_or(&visit.title));
    let known = visit.start_date.filter(|_| visit.date_certainty != Some(Certainty::Unknown));
    let Some(start) = known else { return title };
    let date = span_short(lang, &start, visit.end_date.as_ref());
    match visit.date_certainty {
        Some(Certainty::Inferred) => format!("{title}, {date} [{}]", Certainty::Inferred.label(lang)),
        _ => format!("{title}, {date}"),
    }
}

/// A quote card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// Whether the text is verbatim.
    pub is_quote: bool,
    /// The language of the text, a BCP 47 tag.
    pub language: Option<String>,
    /// The text, in quotation marks if verbatim; may have several lines.
    pub words: String,
    /// The attribution: `— NAMA, JABATAN`; of a paraphrase `— menurut NAMA, JABATAN`.
    pub by: String,
    /// Place and date, as far as known; inferred facts are marked.
    pub facts: Option<String>,
    /// The title of the visit, with its date.
    pub visit: String,
    /// The sources: description, URL, locator.
    pub sources: Vec<(String, Option<String>, Option<String>)>,
    /// `visit-id#statement-id`.
    pub reference: String,
}

/// A short citation on one line, to identify a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShortCitation {
    /// The text on one line, without quotation marks.
    pub words: String,
    /// Whether the text is to be put in quotation marks.
    pub is_quote: bool,
    /// The attribution: `NAMA`; of a paraphrase `menurut NAMA`.
    pub by: String,
    /// The name of the speaker.
    pub name: String,
}

impl Citation<'_> {
    /// The text and its speaker, to identify the statement on one line.
    pub fn short(&self) -> ShortCitation {
        let m = self.lang.messages();
        let marked = self.line_marked();
        let words = marked.strip_prefix('“').and_then(|words| words.strip_suffix('”'));
        let by = match self.statement.kind {
            StatementType::Quote => self.short_names(),
            StatementType::Paraphrase => format!("{} {}", m.according_to, self.short_names()),
            StatementType::Narrative => m.narrated.to_owned(),
        };
        let is_narrative = self.statement.kind == StatementType::Narrative;
        let name = if is_narrative { by.clone() } else { self.short_names() };
        let is_quote = self.is_quote();
        let words = if is_quote { words.unwrap_or(&marked).to_owned() } else { marked };
        ShortCitation { words, is_quote, by, name }
    }

    /// The statement as a quote card.
    pub fn card(&self) -> Card {
        let source = |(source, reference): (&Source, &SourceRef)| {
            let date = source.date.map(|date| date_plain(self.lang, &date.day_only()));
            let name = [Some(self.source_named(source)), date].into_iter().flatten();
            (name.collect::<Vec<_>>().join(", "), address(source), locator(reference))
        };
        Card {
            is_quote: self.is_quote(),
            language: self.language().map(visible_string),
            words: if self.is_quote() { quoted(&self.words()) } else { self.words() },
            by: by_line(self),
            facts: facts(self),
            visit: visit(self),
            sources: self.sources().map(source).collect(),
            reference: visible_string(&self.reference()),
        }
    }
}

impl Card {
    /// The card as a Markdown block quote.
    pub fn markdown(&self, m: &Messages) -> String {
        let source = |(name, address, locator): &(String, Option<String>, Option<String>)| {
            let name = address.as_ref().map_or_else(|| escaped(name), |address| link(name, address));
            let at = locator.as_ref().map(|at| format!(", {}", escaped(at))).unwrap_or_default();
            format!("{}: {name}{at}", m.source)
        };
        let mut blocks = vec![escaped(&self.words), escaped(&self.by)];
        blocks.extend(self.facts.as_deref().map(escaped));
        let sources: Vec<String> = self.sources.iter().map(source).collect();
        blocks.push(if sources.is_empty() { m.no_source.to_owned() } else { sources.join("\\\n") });
        blocks.push(format!("`{}`", self.reference.replace('`', "'")));
        let quote =
            |block: String| block.lines().map(|line| format!("> {line}")).collect::<Vec<_>>().join("\n");
        blocks.into_iter().map(quote).collect::<Vec<_>>().join("\n>\n")
    }
}

/// The card as plain text.
pub(super) fn plain(citation: &Citation<'_>) -> String {
    let m = citation.lang.messages();
    let card = citation.card();
    let mut lines = vec![card.words, card.by];
    lines.extend(card.facts);
    lines.push(format!("{}: {}", m.visit, card.visit));
    if card.sources.is_empty() {
        lines.push(m.no_source.to_owned());
    }
    for (name, address, locator) in card.sources {
        let parts = [Some(name), locator, address].into_iter().flatten().collect::<Vec<_>>();
        lines.push(format!("{}: {}", m.source, parts.join(", ")));
    }
    lines.push(format!("{}: {}", m.reference, card.reference));
    lines.join("\n")
}

fn by_line(citation: &Citation<'_>) -> String {
    let m = citation.lang.messages();
    match citation.statement.kind {
        StatementType::Quote => format!("— {}", citation.who()),
        StatementType::Paraphrase => format!("— {} {}", m.according_to, citation.who()),
        StatementType::Narrative => format!("— {}", m.narrated),
    }
}

/// A Markdown link.
fn link(name: &str, address: &str) -> String {
    // Angle brackets cannot occur in a link destination, and a backslash would escape the next character.
    let address = address.replace('<', "%3C").replace('>', "%3E").replace('\\', "%5C");
    format!("[{}](<{address}>)", escaped(name))
}
