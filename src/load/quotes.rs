//! Whether quotes can be cited: the words alone, with a source, and really printed there.

use std::collections::HashSet;
use std::path::PathBuf;

use unicode_normalization::UnicodeNormalization as _;

use super::finding::Finding;
use super::node::Node;
use super::source::{Source, file_fault};
use crate::diagnostic::{Diagnostic, Fault};
use crate::model::{Id, SourceRef, Statement, StatementType, Visit};
use crate::text::is_hidden;

/// So many words are told of where a quote and its source part.
const TOLD: usize = 5;

/// Notes what keeps the quotes of a visit from being cited.
pub(super) fn citable(visit: &Visit, node: &Node, texts: &SourceTexts, found: &mut Vec<Finding>) {
    let quotes: Vec<(&Statement, &Node)> = visit
        .statements
        .iter()
        .zip(node.items("statements"))
        .filter(|(statement, _)| statement.kind == StatementType::Quote)
        .collect();
    for (quote, node) in &quotes {
        if let Some(around) = marks(&quote.text) {
            found.push(Finding::new(Fault::QuotationMarksInQuote { around }, node.at_of("text")));
        }
        if !texts.0.is_empty() && !texts.have(&quote.text) {
            let parting = texts.parting(&quote.text);
            let fault = Fault::QuoteNotInSource { id: quote.id.to_string(), parting };
            found.push(Finding::new(fault, node.at_of("text")));
        }
    }
    let mut lacking = quotes.iter().filter(|(quote, _)| quote.sources.is_empty());
    let lacks = |(quote, node): &(&Statement, &Node), others| {
        Finding::new(Fault::QuoteWithoutSource { id: quote.id.to_string(), others }, node.at_of("id"))
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
    let used: HashSet<&Id> = lists.flatten().map(|reference: &SourceRef| &reference.id).collect();
    if used.is_empty() {
        return;
    }
    // A note may be about a source, too.
    let meant = |id: &Id| used.contains(id) || visit.notes.iter().any(|note| note.about.contains(id));
    for (source, node) in visit.sources.iter().zip(node.items("sources")).filter(|(it, _)| !meant(&it.id)) {
        found.push(Finding::new(Fault::UnusedSource(source.id.to_string()), node.at_of("id")));
    }
}

/// Whether quotation marks stand around the words, or one stands there without its other half.
fn marks(text: &str) -> Option<bool> {
    let chars: Vec<char> = text.trim().chars().collect();
    let neighbour = |at: Option<usize>| at.and_then(|at| chars.get(at)).copied();
    let blank = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || "([{—–".contains(c));
    // How many are open; a mark that ends more than have begun has lost its other half.
    let (mut open, mut alone, mut outermost) = (0_usize, false, 0);
    for (at, &c) in chars.iter().enumerate() {
        let (before, after) = (neighbour(at.checked_sub(1)), neighbour(at.checked_add(1)));
        let opens = match c {
            '“' | '„' | '«' | '「' | '『' => true,
            '”' | '»' | '」' | '』' => false,
            // Straight marks say it by what stands beside them; behind a digit they are inches.
            '"' if before.is_some_and(|c| c.is_ascii_digit()) && open == 0 => continue,
            '"' => blank(before) && !blank(after),
            _ => continue,
        };
        if opens {
            outermost += usize::from(open == 0);
            open += 1;
        } else if open == 0 {
            alone = true;
        } else {
            open -= 1;
        }
    }
    let is_mark = |c: Option<&char>| c.is_some_and(|c| "“”„«»「」『』\"".contains(*c));
    let end = chars.iter().rposition(|c| !matches!(c, '.' | ',' | '!' | '?'));
    let enclosed = is_mark(chars.first()) && is_mark(end.and_then(|end| chars.get(end)));
    let single = matches!((chars.first(), chars.last()), (Some('\'' | '‘'), Some('\'' | '’')))
        && chars.iter().filter(|c| matches!(c, '\'' | '‘' | '’')).count() == 2;
    if (enclosed && outermost <= 1 && chars.len() > 1) || single {
        Some(true)
    } else {
        (alone || open > 0).then_some(false)
    }
}

/// The texts that quotes are looked for in.
#[derive(Debug, Default)]
pub struct SourceTexts(Vec<String>);

impl SourceTexts {
    /// Reads the texts from files.
    pub fn read(paths: &[PathBuf]) -> Result<Self, Box<Diagnostic>> {
        let read = |path: &PathBuf| {
            let name = path.to_string_lossy();
            let bytes = std::fs::read(path)
                .map_err(|error| Box::new(file_fault(&name, Fault::UnreadableFile(error.to_string()))))?;
            Ok(as_printed(&Source::decode(&name, bytes)?.text))
        };
        paths.iter().map(read).collect::<Result<_, _>>().map(Self)
    }

    fn have(&self, quote: &str) -> bool {
        let quote = as_printed(quote);
        self.0.iter().any(|text| find(text, &quote).is_some())
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
        let other: Vec<&str> =
            text.get(at + end..)?.split(' ').filter(|word| !word.is_empty()).take(TOLD).collect();
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
            assert_eq!(marks(text), Some(true), "{text}");
        }
        for text in [
            "“Satu pintu",
            "Satu pintu,” katanya",
            "Satu pintu,” katanya. “Untuk semua",
            "Satu pintu,\" katanya. \"Untuk semua",
            "“Satu pintu,” katanya, “untuk semua",
        ] {
            assert_eq!(marks(text), Some(false), "{text}");
        }
        for text in [
            "Satu pintu",
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
        let expected = ("Satu pintu - untuk".to_owned(), "'semua' warga,' kata Ratna.".to_owned());
        assert_eq!(parting, Some(Box::new(expected)));
        assert_eq!(texts.parting("Lain sama sekali"), None);
    }
}
