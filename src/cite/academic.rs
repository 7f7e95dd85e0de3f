//! The styles of scholars: APA and Chicago.

use super::Citation;
use super::facts::{address, locator};
use super::marks::{ended, ends_itself, open_ended, quoted, seam};
use crate::lang::{Lang, date_plain, day_and_month};
use crate::model::{Doubt, PartialDate, Source, SourceRef, StatementType};
use crate::text::{capitalize, visible_string};

/// APA: the words with their source in brackets, and below them the entries of the list of references.
pub(super) fn apa(citation: &Citation<'_>) -> String {
    let m = citation.lang.messages();
    let sources: Vec<(&Source, &SourceRef)> = citation.sources().collect();
    let in_text = |(source, reference): &(&Source, &SourceRef)| {
        let year = source.date.map(|date| year(citation.lang, &date));
        let name = citation.authors(source).map(|authors| authors.in_text(m.and_others));
        let name = name.or_else(|| source.publisher.as_deref().map(visible_string));
        let title = || source.title.as_deref().map(|title| quoted(&visible_string(title)));
        let name = name.or_else(title).unwrap_or_else(|| described(citation, source));
        let parts = [Some(name), Some(year.unwrap_or_else(|| m.undated.to_owned())), locator(reference)];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    };
    let named = sources.iter().map(in_text).collect::<Vec<_>>().join("; ");
    let name = citation.names_in_brief();
    let said = match citation.statement.kind {
        StatementType::Quote if named.is_empty() => format!("{name}; {}", m.no_source),
        StatementType::Quote => format!("{name}, {} {named}", m.quoted_in),
        StatementType::Paraphrase if named.is_empty() => {
            format!("{} {name}; {}", m.according_to, m.no_source)
        }
        StatementType::Paraphrase => format!("{} {name}, {} {named}", m.according_to, m.within),
        StatementType::Narrative if named.is_empty() => format!("{}; {}", m.narrated, m.no_source),
        StatementType::Narrative => format!("{}, {} {named}", m.narrated, m.within),
    };
    let remarks = citation.remarks().into_iter().fold(String::new(), |all, remark| all + "; " + &remark);
    let line = citation.line();
    let words = open_ended(&line);
    let marked = if citation.is_quote() { quoted(words) } else { words.to_owned() };
    let mut text = format!("{marked} ({said}{remarks}).");
    for (source, _) in sources {
        text.push_str("\n\n");
        text.push_str(&apa_entry(citation, source));
    }
    text
}

/// Author. (Date). Title. Publisher. Address
fn apa_entry(citation: &Citation<'_>, source: &Source) -> String {
    let m = citation.lang.messages();
    let title = source.title.as_deref().map_or_else(|| described(citation, source), visible_string);
    let publisher = source.publisher.as_deref().map(visible_string);
    let date = source.date.map_or_else(|| m.undated.to_owned(), |date| year_first(citation.lang, &date));
    let authors = citation.authors(source).map(|authors| authors.listed());
    let mut parts: Vec<String> = match (authors, &publisher) {
        (Some(author), _) => vec![ended(&author), format!("({date})."), ended(&title)],
        // Whoever publishes without naming an author stands in the author's place, and is not named again.
        (None, Some(publisher)) => vec![ended(publisher), format!("({date})."), ended(&title)],
        (None, None) => vec![ended(&title), format!("({date}).")],
    };
    parts.extend(publisher.filter(|_| source.author.is_some()).map(|it| ended(&it)));
    parts.extend(address(source));
    parts.join(" ")
}

/// What APA puts in the place of a missing title: a description of the work in brackets.
fn described(citation: &Citation<'_>, source: &Source) -> String {
    format!("[{}]", citation.kind_of(source))
}

/// `2026, 10 Januari`, `2026, January 10`, as far as it is known.
fn year_first(lang: Lang, date: &PartialDate) -> String {
    match (date.year().filter(|year| *year > 0), day_and_month(lang, date)) {
        // One in doubt must not look like one that is known, and one of two dates not like one of one.
        _ if date.doubt() != Doubt::None || date.last().is_some() => date_plain(lang, &date.day_only()),
        (Some(year), Some(day)) => format!("{year}, {day}"),
        (Some(year), None) => year.to_string(),
        (None, _) => date_plain(lang, &date.day_only()),
    }
}

/// The year alone, as far as it is known.
fn year(lang: Lang, date: &PartialDate) -> String {
    match date.year() {
        Some(year) if year > 0 && date.doubt() == Doubt::None => year.to_string(),
        _ => year_first(lang, date),
    }
}

/// Chicago: a note. Who said it, where and when; then the source.
pub(super) fn chicago(citation: &Citation<'_>) -> String {
    let m = citation.lang.messages();
    let place = citation.place().filter(|(_, inferred)| !inferred).map(|(place, _)| place);
    let facts: Vec<String> = [place, citation.date_in_words()].into_iter().flatten().collect();
    let facts = facts.into_iter().fold(String::new(), |all, fact| all + ", " + &fact);
    let (words, remarks) = (citation.line(), citation.remarked());
    let said = match citation.statement.kind {
        StatementType::Quote => {
            let seam = seam(&words);
            // The comma stands within the marks, unless nothing follows.
            let end = if facts.is_empty() { "" } else { " " };
            format!("{}, {seam}{end}{}{remarks}", citation.who(), facts.trim_start_matches(", "))
        }
        StatementType::Paraphrase => {
            format!("{} {}{facts}{remarks}: {}", m.according_to, citation.who(), open_ended(&words))
        }
        StatementType::Narrative => format!("{} ({}){facts}{remarks}", open_ended(&words), m.narrated),
    };
    let link = if citation.is_quote() { m.quoted_in } else { m.within };
    let sources: Vec<String> = citation.sources().map(|(source, at)| note(citation, source, at)).collect();
    let sources =
        if sources.is_empty() { m.no_source.to_owned() } else { format!("{link} {}", sources.join("; ")) };
    // Within the closing marks of a quote its comma has been set.
    let is_set = citation.is_quote() && facts.is_empty() && remarks.is_empty();
    let comma = if is_set || ends_itself(&said) { " " } else { ", " };
    capitalize(&ended(&format!("{said}{comma}{sources}")))
}

/// Author, “Title,” Publisher, date, place in the source, address
fn note(citation: &Citation<'_>, source: &Source, reference: &SourceRef) -> String {
    let date = source.date.map(|date| date_plain(citation.lang, &date.day_only()));
    let title = source.title.as_deref().map(visible_string);
    let author = source.author.as_deref().map(|it| format!("{}, ", visible_string(it))).unwrap_or_default();
    let publisher = source.publisher.as_deref().map(visible_string);
    let rest = [publisher, date, locator(reference), address(source)];
    let rest = rest.into_iter().flatten().collect::<Vec<_>>().join(", ");
    match (title, rest.is_empty()) {
        (Some(title), true) => format!("{author}{}", quoted(&title)),
        (Some(title), false) => format!("{author}{} {rest}", seam(&title)),
        (None, true) => format!("{author}{}", citation.kind_of(source)),
        (None, false) => format!("{author}{}, {rest}", citation.kind_of(source)),
    }
}
