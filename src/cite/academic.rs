//! The academic styles: APA and Chicago.

use super::citation::Citation;
use super::facts::{address, locator};
use super::quote_marks::{before_verb, ended, ends_itself, enumerated, open_ended, quoted, with_comma};
use crate::lang::{Lang, date_plain, day_and_month};
use crate::model::{Doubt, Edge, Join, PartialDate, SingleDate, Source, SourceRef, StatementType};
use crate::text::{capitalize, visible_string};

/// APA: the text with the in-text citation in parentheses, and below it the entries of the reference list.
pub(super) fn apa(citation: &Citation<'_>) -> String {
    let m = citation.lang.messages();
    let sources: Vec<(&Source, &SourceRef)> = citation.sources().collect();
    let in_text = |(source, reference): &(&Source, &SourceRef)| {
        let year = source.date.map(|date| apa_date(citation.lang, &date, year));
        let name = citation.authors(source).map(|authors| authors.in_text(m.and_others));
        let name = name.or_else(|| source.publisher.as_deref().map(visible_string));
        let title = || source.title.as_deref().map(|title| quoted(&visible_string(title)));
        let name = name.or_else(title).unwrap_or_else(|| described(citation, source));
        let parts = [Some(name), Some(year.unwrap_or_else(|| m.undated.to_owned())), locator(reference)];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    };
    let named = sources.iter().map(in_text).collect::<Vec<_>>().join("; ");
    let name = citation.short_names();
    let sentence = match citation.statement.kind {
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
    let mut text = format!("{marked} ({sentence}{remarks}).");
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
    let date =
        source.date.map_or_else(|| m.undated.to_owned(), |date| apa_date(citation.lang, &date, year_first));
    let authors = citation.authors(source).map(|authors| authors.listed());
    let mut parts: Vec<String> = match (authors, &publisher) {
        (Some(author), _) => vec![ended(&author), format!("({date})."), ended(&title)],
        // A publisher that replaces a missing author is not named again.
        (None, Some(publisher)) => vec![ended(publisher), format!("({date})."), ended(&title)],
        (None, None) => vec![ended(&title), format!("({date}).")],
    };
    parts.extend(publisher.filter(|_| source.author.is_some()).map(|it| ended(&it)));
    parts.extend(address(source));
    parts.join(" ")
}

/// The description in brackets that APA uses in place of a missing title.
fn described(citation: &Citation<'_>, source: &Source) -> String {
    format!("[{}]", capitalize(citation.kind_of(source)))
}

/// A date in APA style: `ca. 2024`, `2023–2024`, `2019–present`. `one` formats a single date.
fn apa_date(lang: Lang, date: &PartialDate, one: fn(Lang, &SingleDate) -> Option<String>) -> String {
    let written = match (date.first(), date.last()) {
        (Edge::Date(only), None) => one(lang, &only),
        (Edge::Date(from), Some((Join::Through, Edge::Date(to)))) => {
            one(lang, &from).zip(one(lang, &to)).map(|(from, to)| span(lang, &from, &to))
        }
        (Edge::Date(from), Some((Join::Through, Edge::Open))) => {
            one(lang, &from).map(|from| format!("{from}–{}", lang.messages().to_present))
        }
        _ => None,
    };
    let Some(written) = written else { return date_plain(lang, &date.day_only()) };
    match date.doubt() {
        Doubt::None => written,
        Doubt::Uncertain => format!("{written}?"),
        Doubt::Approximate => format!("ca. {written}"),
        Doubt::Both => format!("ca. {written}?"),
    }
}

/// `2023–2024`, `2024, March 1–5`, `2024, June 28–July 3`: what both share is written once.
fn span(lang: Lang, from: &str, to: &str) -> String {
    let years = from.split_once(", ").zip(to.split_once(", ")).filter(|((one, _), (other, _))| one == other);
    let Some(((year, first), (_, last))) = years.filter(|_| from != to) else {
        return if from == to { from.to_owned() } else { format!("{from}–{to}") };
    };
    match (lang, first.split_once(' ').zip(last.split_once(' '))) {
        (Lang::En, Some(((month, first), (other, last)))) if month == other => {
            format!("{year}, {month} {first}–{last}")
        }
        (Lang::Id, Some(((first, month), (_, other)))) if month == other => {
            format!("{year}, {first}–{last}")
        }
        _ => format!("{year}, {first}–{last}"),
    }
}

/// `2026, 10 Januari` or `2026, January 10`, as precise as the date is known.
fn year_first(lang: Lang, date: &SingleDate) -> Option<String> {
    let of_year = day_and_month(lang, &PartialDate::from(*date)).filter(|_| date.year().is_some());
    let year = year(lang, date)?;
    Some(of_year.map_or_else(|| year.clone(), |day| format!("{year}, {day}")))
}

/// The year alone, or the decade.
fn year(lang: Lang, date: &SingleDate) -> Option<String> {
    let year = date.year().filter(|year| *year > 0).map(|year| year.to_string());
    year.or_else(|| {
        date.decade().map(|decade| match lang {
            Lang::Id => format!("{decade}-an"),
            Lang::En => format!("{decade}s"),
        })
    })
}

/// Chicago: a note with speaker, place and date, then the source.
pub(super) fn chicago(citation: &Citation<'_>) -> String {
    let m = citation.lang.messages();
    let place = citation.place().filter(|(_, inferred)| !inferred).map(|(place, _)| place);
    let facts: Vec<String> = [place, citation.date_in_words()].into_iter().flatten().collect();
    let facts = facts.into_iter().fold(String::new(), |all, fact| all + ", " + &fact);
    let (words, remarks) = (citation.line(), citation.remarked());
    let sentence = match citation.statement.kind {
        StatementType::Quote => {
            format!("{} {}", with_comma(&citation.who()), sentence_with_facts(&words, &facts, &remarks))
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
    // The comma is already inside the closing quotation mark.
    let is_set = citation.is_quote() && facts.is_empty() && remarks.is_empty();
    let sentence = if is_set || ends_itself(&sentence) { sentence } else { with_comma(&sentence) };
    capitalize(&ended(&format!("{sentence} {sources}")))
}

/// The quote, then place and date, and the remarks. The comma goes inside the marks, but after a remark that follows them.
fn sentence_with_facts(words: &str, facts: &str, remarks: &str) -> String {
    match (facts.trim_start_matches(", "), remarks) {
        ("", "") => before_verb(words),
        ("", remarks) => format!("{}{remarks}", quoted(open_ended(words))),
        (facts, remarks) => format!("{} {facts}{remarks}", enumerated(words)),
    }
}

/// Author, “Title,” Publisher, date, locator, URL
fn note(citation: &Citation<'_>, source: &Source, reference: &SourceRef) -> String {
    let date = source.date.map(|date| date_plain(citation.lang, &date.day_only()));
    let title = source.title.as_deref().map(visible_string);
    let authors = citation.authors(source).map(|authors| authors.named(citation.lang));
    let author = authors.map(|it| with_comma(&it) + " ").unwrap_or_default();
    let publisher = source.publisher.as_deref().map(visible_string);
    let rest = [publisher, date, locator(reference), address(source)];
    let rest = rest.into_iter().flatten().collect::<Vec<_>>().join(", ");
    match (title, rest.is_empty()) {
        (Some(title), true) => format!("{author}{}", quoted(&title)),
        (Some(title), false) => format!("{author}{} {rest}", enumerated(&title)),
        (None, true) => format!("{author}{}", citation.kind_of(source)),
        (None, false) => format!("{author}{}, {rest}", citation.kind_of(source)),
    }
}
