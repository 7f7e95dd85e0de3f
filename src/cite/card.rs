//! The words, and below them everything a reader needs to judge them: plain, and as Markdown.

use super::Citation;
use super::facts::{address, locator};
use super::marks::quoted;
use crate::lang::date_plain;
use crate::model::{Certainty, Source, SourceRef, StatementType};
use crate::text::{markdown as escaped, visible_string};

/// The words, as they are broken into lines.
fn words(citation: &Citation<'_>) -> String {
    if citation.is_quote() { quoted(&citation.words()) } else { citation.words() }
}

/// Where and when, as far as it is said; what is concluded says so.
fn facts(citation: &Citation<'_>) -> String {
    let m = citation.lang.messages();
    let place = match citation.place() {
        Some((place, true)) => format!("{place} ({})", Certainty::Inferred.words(citation.lang)),
        Some((place, false)) => place,
        None => m.place_not_said.to_owned(),
    };
    let date = citation.date_in_words().unwrap_or_else(|| m.date_not_said.to_owned());
    let kind = (!citation.is_quote()).then(|| citation.statement.kind.words(citation.lang).to_lowercase());
    let facts = [Some(place), Some(date), citation.occasion()].into_iter().flatten();
    kind.into_iter().chain(facts).chain(citation.remarks()).collect::<Vec<_>>().join(" · ")
}

/// For text that has no form.
pub(super) fn card(citation: &Citation<'_>) -> String {
    let m = citation.lang.messages();
    let source = |(source, reference): (&Source, &SourceRef)| {
        let date = source.date.map(|date| date_plain(citation.lang, &date.day_only()));
        let parts = [Some(citation.source_named(source)), date, locator(reference), address(source)];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    };
    let mut lines = vec![words(citation), by_line(citation), facts(citation)];
    let sources: Vec<String> = citation.sources().map(source).collect();
    if sources.is_empty() {
        lines.push(m.no_source.to_owned());
    }
    lines.extend(sources.into_iter().map(|source| format!("{}: {source}", m.source)));
    lines.push(format!("{}: {}", m.reference, visible_string(&citation.reference())));
    lines.join("\n")
}

/// `— NAMA, JABATAN`; of a paraphrase `— menurut NAMA, JABATAN`.
fn by_line(citation: &Citation<'_>) -> String {
    let m = citation.lang.messages();
    match citation.statement.kind {
        StatementType::Quote => format!("— {}", citation.who()),
        StatementType::Paraphrase => format!("— {} {}", m.according_to, citation.who()),
        StatementType::Narrative => format!("— {}", m.narrated),
    }
}

/// A block quotation.
pub(super) fn markdown(citation: &Citation<'_>) -> String {
    let m = citation.lang.messages();
    let source = |(source, reference): (&Source, &SourceRef)| {
        let name = escaped(&citation.source_named(source));
        let name = match address(source) {
            // Neither bracket can stand in the address of a link.
            Some(address) => format!("[{name}](<{}>)", address.replace('<', "%3C").replace('>', "%3E")),
            None => name,
        };
        let at = locator(reference).map(|at| format!(", {}", escaped(&at))).unwrap_or_default();
        format!("{}: {name}{at}", m.source)
    };
    let mut blocks = vec![escaped(&words(citation)), escaped(&by_line(citation)), escaped(&facts(citation))];
    let sources: Vec<String> = citation.sources().map(source).collect();
    blocks.push(if sources.is_empty() { m.no_source.to_owned() } else { sources.join("  \n") });
    blocks.push(format!("`{}`", visible_string(&citation.reference()).replace('`', "'")));
    let quote = |block: String| block.lines().map(|line| format!("> {line}")).collect::<Vec<_>>().join("\n");
    blocks.into_iter().map(quote).collect::<Vec<_>>().join("\n>\n")
}
