//! Whether quotes can be cited: the words alone, with a source, and really printed there.

use std::collections::HashSet;
use std::path::PathBuf;

use unicode_normalization::UnicodeNormalization as _;

use super::files::{self, Input};
use super::finding::Finding;
use super::node::Node;
use super::source::Source;
use crate::diagnostic::{Diagnostic, Marks, Warning};
use crate::model::{Id, SourceRef, Statement, StatementType, Visit};
use crate::text::is_hidden;

/// Of so many quotes it is told where they part from their source: looking for it takes long.
const PARTINGS: usize = 100;
/// So many words are told of where a quote and its source part.
const TOLD: usize = 5;

/// Notes what keeps the quotes of a visit from being cited. Of a visit that was not read whole, what is missing says
/// nothing.
pub(super) fn citable(
    visit: &Visit,
    node: &Node,
    texts: &SourceTexts,
    whole: bool,
    found: &mut Vec<Finding>,
) {
    let quotes: Vec<(&Statement, &Node)> = visit
        .statements
        .iter()
        .zip(node.items("statements"))
        .filter(|(statement, node)| {
            // A faulty type reads as the first there is.
            statement.kind == StatementType::Quote && node.get("type").and_then(Node::as_str) == Some("quote")
        })
        .collect();
    for (quote, node) in &quotes {
        if let Some(marks) = marks(&quote.text) {
            found.push(Finding::new(Warning::QuotationMarksInQuote(marks), node.at_of("text")));
        }
        if !texts.0.is_empty() && !texts.have(&quote.text) {
            let parting = if found.len() < PARTINGS { texts.parting(&quote.text) } else { None };
            let fault = Warning::QuoteNotInSource { id: quote.id.to_string(), parting };
            found.push(Finding::new(fault, node.at_of("text")));
        }
    }
    if !whole {
        return;
    }
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
    unused(visit, node, found);
}

/// Sources that nothing refers to, where others are referred to.
fn unused(visit: &Visit, node: &Node, found: &mut Vec<Finding>) {
    if visit.sources.is_empty() {
        return;
    }
    let lists = (visit.participants.iter().map(|it| &it.sources))
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

/// What is wrong with the double quotation marks of a quote.
fn marks(text: &str) -> Option<Marks> {
    let chars: Vec<char> = text.trim().chars().collect();
    let at = |at: Option<usize>| at.and_then(|at| chars.get(at)).copied();
    // The marks that are open, with their places; those that were closed; and whether one had nothing to close.
    let (mut open, mut pairs, mut alone): (Vec<usize>, Vec<(usize, usize)>, bool) =
        (Vec::new(), Vec::new(), false);
    for (place, &c) in chars.iter().enumerate() {
        let (before, after) = (at(place.checked_sub(1)), at(place.checked_add(1)));
        let last = open.last().and_then(|place| chars.get(*place)).copied();
        let begins = !before.is_some_and(char::is_alphanumeric) && after.is_some_and(|c| !c.is_whitespace());
        let ends = last.is_some() && before.is_some_and(|c| !c.is_whitespace());
        let opens = match c {
            '„' | '「' | '『' => true,
            '」' | '』' => false,
            // German closes with the mark by which others open.
            '“' => last != Some('„'),
            // The others say it by what stands beside them, and straight ones behind a digit are inches.
            '"' if before.is_some_and(|c| c.is_ascii_digit()) && last.is_none() => continue,
            '”' | '"' | '»' | '«' => !ends && begins,
            _ => continue,
        };
        match (opens, open.pop()) {
            (true, last) => open.extend(last.into_iter().chain([place])),
            (false, Some(start)) => pairs.push((start, place)),
            (false, None) => alone = true,
        }
    }
    let end = chars.iter().rposition(|c| !matches!(c, '.' | ',' | '!' | '?')).unwrap_or_default();
    let is_all = |&(start, close): &(usize, usize)| start == 0 && close >= end;
    // “…,” kata Ratna
    let is_reported = |&(start, close): &(usize, usize)| start == 0 && at(close.checked_sub(1)) == Some(',');
    let is_single = |c: char| matches!(c, '\'' | '‘' | '’');
    let single = chars.len() > 1
        && at(Some(0)).zip(at(Some(chars.len() - 1))).is_some_and(|(a, b)| is_single(a) && is_single(b));
    if pairs.iter().any(is_all) || (single && chars.iter().filter(|c| is_single(**c)).count() == 2) {
        Some(Marks::Around)
    } else if alone || !open.is_empty() {
        Some(Marks::Alone)
    } else {
        pairs.iter().any(is_reported).then_some(Marks::Reported)
    }
}

/// The texts that quotes are looked for in.
#[derive(Debug, Default)]
pub struct SourceTexts(Vec<String>);

impl SourceTexts {
    /// Reads the texts from files.
    pub fn read(paths: &[PathBuf]) -> Result<Self, Box<Diagnostic>> {
        let read = |path: &PathBuf| {
            let input = Input::Named(path.clone());
            Ok(as_printed(&Source::decode(&input.name(), files::bytes(&input, "", false)?)?.text))
        };
        paths.iter().map(read).collect::<Result<_, _>>().map(Self)
    }

    /// Whether some text has the words; the mark at their end may be that of the source's own sentence.
    fn have(&self, quote: &str) -> bool {
        let quote = as_printed(quote);
        let words = quote.trim_matches('\'').trim_end_matches(['.', ',', '\'']);
        self.0.iter().any(|text| find(text, words).is_some())
    }

    /// The last words of the longest beginning of a quote that some text has, and how that text goes on.
    fn parting(&self, quote: &str) -> Option<Box<(String, String)>> {
        let quote = as_printed(quote);
        let ends: Vec<usize> = quote.match_indices(' ').map(|(at, _)| at).collect();
        // The longer a beginning, the fewer texts have it.
        let has = |end: &usize| {
            quote.get(..*end).and_then(|head| self.0.iter().find_map(|text| Some((text, find(text, head)?))))
        };
        let known = ends.partition_point(|end| has(end).is_some());
        // One word alone says nothing.
        let end = *ends.get(known.checked_sub(1).filter(|last| *last > 0)?)?;
        let (text, at) = has(&end)?;
        let same: Vec<&str> = quote.get(..end)?.rsplit(' ').take(TOLD).collect();
        // What stands behind the end of a quotation belongs to somebody else.
        let rest = text.get(at + end..)?.trim_start();
        let end = [",' ", ".' ", "?' ", "!' "].iter().filter_map(|end| rest.find(end)).min();
        let rest = rest.get(..end.unwrap_or(rest.len()))?;
        let other: Vec<&str> = rest.split(' ').take(TOLD).collect();
        let same: Vec<&str> = same.into_iter().rev().collect();
        Some(Box::new((same.join(" "), other.join(" "))))
    }
}

/// Where a text has these words, and no longer words that they are part of.
fn find(text: &str, words: &str) -> Option<usize> {
    let is_part = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(words).map(|(at, _)| at).find(|at| {
        let (before, after) = (text.get(..*at), text.get(at + words.len()..));
        let before = before.and_then(|before| before.chars().next_back());
        !is_part(before.filter(|_| words.starts_with(char::is_alphanumeric)))
            && !is_part(
                after
                    .and_then(|after| after.chars().next())
                    .filter(|_| words.ends_with(char::is_alphanumeric)),
            )
    })
}

/// A text in which only the words count: one kind of blank, of quotation mark, of dash.
fn as_printed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.nfc() {
        let c = match c {
            c if c.is_whitespace() => ' ',
            c if is_hidden(c) => continue,
            '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‘' | '’' | '‚' | '‛' | '‹' | '›' | '`' | '´' => {
                '\''
            }
            '\u{2010}'..='\u{2015}' | '−' => '-',
            '…' => {
                out.truncate(out.trim_end().len());
                out.push_str("...");
                continue;
            }
            c => c,
        };
        if c != ' ' || !out.ends_with(' ') {
            out.push(c);
        }
    }
    out.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_around_a_quote_or_without_their_half_are_seen() {
        for text in
            ["“Satu pintu”", "\"Satu pintu.\"", "“Satu pintu”.", "'Satu pintu'", "«Une porte»", "「一扇门」"]
        {
            assert_eq!(marks(text), Some(Marks::Around), "{text}");
        }
        for text in [
            "“Satu pintu",
            "Satu pintu,” katanya",
            "Satu pintu,” katanya. “Untuk semua",
            "Satu pintu,\" katanya. \"Untuk semua",
            "“Satu pintu,” katanya, “untuk semua",
        ] {
            assert_eq!(marks(text), Some(Marks::Alone), "{text}");
        }
        for text in [
            "“Satu pintu,” kata Ratna.",
            "\"Satu pintu,\" kata Ratna.",
            "“Satu,” kata Ratna. “Dua,” katanya.",
        ] {
            assert_eq!(marks(text), Some(Marks::Reported), "{text}");
        }
        for text in [
            "Satu pintu",
            "Warga selalu bertanya, “Kapan selesai?”",
            "Wir nennen es „eine Tür“ für alle",
            "Vi kallar det ”en dörr” här",
            "»Tür« sagt man",
            "serba-\"digital\" itu",
            "harga:\"murah\" sekali",
            "Ia berkata “kata ‘pintu’ itu “baru”” tadi",
            "Kami menyebutnya “satu pintu”",
            "“Satu pintu” kata orang, “dan satu loket”",
            "Jum'at kami tutup",
            "Layar 24\" itu rusak",
            "Ia bilang 'ya', lalu 'tidak'",
            "Kata \"pintu\" dan \"loket\" sama",
        ] {
            assert_eq!(marks(text), None, "{text}");
        }
    }

    #[test]
    fn a_quote_is_found_whatever_its_blanks_marks_and_dashes() {
        let texts = SourceTexts(vec![as_printed("“Satu  pintu —\nuntuk ‘semua’ warga,” kata Ratna.")]);
        assert!(texts.have("Satu pintu - untuk \"semua\" warga"));
        assert!(!texts.have("Satu pintu - untuk semua warga"));
        assert!(!texts.have("atu pintu"));
        let parting = texts.parting("Satu pintu - untuk orang banyak");
        let expected = ("Satu pintu - untuk".to_owned(), "'semua' warga".to_owned());
        assert_eq!(parting, Some(Box::new(expected)));
        assert_eq!(texts.parting("Lain sama sekali"), None);
    }
}
