//! The words, and below them everything a reader needs to judge them: plain, and as Markdown.

use super::Citation;
use super::facts::{address, locator};
use super::marks::quoted;
use crate::lang::{Messages, date_plain};
use crate::model::{Certainty, Source, SourceRef, StatementType};
use crate::text::{markdown as escaped, visible_string};

/// Where and when, as far as it is said; what is concluded says so.
fn facts(citation: &Citation<'_>) -> String {
    let m = citation.lang.messages();
    let place = match citation.place() {
        Some((place, true)) => format!("{place} ({})", Certainty::Inferred.words(citation.lang)),
        Some((place, false)) => place,
        None => m.place_not_said.to_owned(),
    };
    let date = citation.date_in_words().unwrap_or_else(|| m.date_not_said.to_owned());
    let is_paraphrase = citation.statement.kind == StatementType::Paraphrase;
    let kind = is_paraphrase.then(|| citation.statement.kind.words(citation.lang).to_lowercase());
    let facts = [Some(place), Some(date), citation.occasion()].into_iter().flatten();
    kind.into_iter().chain(facts).chain(citation.remarks()).collect::<Vec<_>>().join(" · ")
}

/// A quotation as a card: the words, and below them everything a reader needs to judge them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// Whether the words are those of the speaker.
    pub is_quote: bool,
    /// The language of the words, as BCP 47 names it.
    pub language: Option<String>,
    /// The words, in quotation marks where those belong; perhaps on several lines.
    pub words: String,
    /// Whose words they are: `— NAMA, JABATAN`; of a paraphrase `— menurut NAMA, JABATAN`.
    pub by: String,
    /// Where and when, as far as it is said; what is concluded says so.
    pub facts: String,
    /// Each source: what it is, its address, and the place in it.
    pub sources: Vec<(String, Option<String>, Option<String>)>,
    /// `visit-id#statement-id`.
    pub reference: String,
}

impl Citation<'_> {
    /// The statement as a card.
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
            sources: self.sources().map(source).collect(),
            reference: visible_string(&self.reference()),
        }
    }
}

impl Card {
    /// The card as a block quotation of Markdown.
    pub fn markdown(&self, m: &Messages) -> String {
        let source = |(name, address, locator): &(String, Option<String>, Option<String>)| {
            let name = address.as_ref().map_or_else(|| escaped(name), |address| link(name, address));
            let at = locator.as_ref().map(|at| format!(", {}", escaped(at))).unwrap_or_default();
            format!("{}: {name}{at}", m.source)
        };
        let mut blocks = vec![escaped(&self.words), escaped(&self.by), escaped(&self.facts)];
        let sources: Vec<String> = self.sources.iter().map(source).collect();
        blocks.push(if sources.is_empty() { m.no_source.to_owned() } else { sources.join("\\\n") });
        blocks.push(format!("`{}`", self.reference.replace('`', "'")));
        let quote =
            |block: String| block.lines().map(|line| format!("> {line}")).collect::<Vec<_>>().join("\n");
        blocks.into_iter().map(quote).collect::<Vec<_>>().join("\n>\n")
    }
}

/// For text that has no form.
pub(super) fn plain(citation: &Citation<'_>) -> String {
    let m = citation.lang.messages();
    let card = citation.card();
    let mut lines = vec![card.words, card.by, card.facts];
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

/// A link of Markdown.
fn link(name: &str, address: &str) -> String {
    // Neither bracket can stand in the address of a link, and a backslash would take the meaning from what follows.
    let address = address.replace('<', "%3C").replace('>', "%3E").replace('\\', "%5C");
    format!("[{}](<{address}>)", escaped(name))
}
