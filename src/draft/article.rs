//! An article as paragraphs and words.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;

use super::words::{after_kicker, is_abbreviated, is_furniture, is_name_title};

/// A paragraph of an article.
#[derive(Debug, Clone)]
pub(super) struct Paragraph {
    /// Its number, from 1, as a person counts.
    pub(super) number: usize,
    /// Its bytes in the text.
    pub(super) range: Range<usize>,
    pub(super) kind: ParagraphKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ParagraphKind {
    Headline,
    Body,
    /// Part of the page, such as a link to another article.
    Furniture,
}

/// An article.
#[derive(Debug)]
pub(super) struct Article<'a> {
    pub(super) text: &'a str,
    pub(super) paragraphs: Vec<Paragraph>,
}

/// The most lines above a headline.
const MOST_KICKERS: usize = 3;
/// The most words of a headline.
const HEADLINE_WORDS: usize = 20;
/// Lines of wrapped text are no longer, in characters.
const WRAPPED: usize = 100;

impl<'a> Article<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let ranges = paragraphs(text);
        let count = ranges.len();
        let line = |range: &Range<usize>| text.get(range.clone()).unwrap_or_default();
        // “SIARAN PERS”, “Nomor: 12/2026”: the headline stands below.
        let kickers = ranges.iter().take(MOST_KICKERS).take_while(|it| is_kicker(line(it))).count();
        let kind = |number: usize, range: &Range<usize>| {
            let line = line(range);
            match number {
                _ if number <= kickers && number < count => ParagraphKind::Furniture,
                _ if is_furniture(line) => ParagraphKind::Furniture,
                _ if number == kickers + 1 && count > number && is_headline(line) => ParagraphKind::Headline,
                _ => ParagraphKind::Body,
            }
        };
        let paragraphs = (1..).zip(ranges).map(|(number, range)| {
            let kind = kind(number, &range);
            Paragraph { number, range, kind }
        });
        Self { text, paragraphs: paragraphs.collect() }
    }

    pub(super) fn str(&self, range: Range<usize>) -> &'a str {
        self.text.get(range).unwrap_or_default()
    }

    /// The index of the paragraph with a byte.
    pub(super) fn paragraph_at(&self, byte: usize) -> Option<usize> {
        let at = self.paragraphs.partition_point(|paragraph| paragraph.range.end <= byte);
        (at < self.paragraphs.len()).then_some(at)
    }

    /// The headline, if there is one.
    pub(super) fn headline(&self) -> Option<&'a str> {
        let first = self.paragraphs.iter().find(|it| it.kind == ParagraphKind::Headline)?;
        Some(self.str(first.range.clone()).trim())
    }
}

/// Non-empty lines; where lines are wrapped, the blocks between empty lines.
fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let mut lines: Vec<(Range<usize>, bool)> = Vec::new();
    let mut start = 0;
    let mut after_blank = true;
    for line in text.split_inclusive(['\n', '\r', '\u{2028}', '\u{2029}']) {
        let range = start..start + line.len();
        start = range.end;
        let content = line.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        if content.is_empty() {
            // The second half of a CRLF is no empty line.
            after_blank |=
                line != "\n" || text.get(..range.start).is_none_or(|before| !before.ends_with('\r'));
            continue;
        }
        let from = range.start + line.find(content).unwrap_or_default();
        lines.push((from..from + content.len(), after_blank));
        after_blank = false;
    }
    if !is_wrapped(text, &lines) {
        return lines.into_iter().map(|(range, _)| range).collect();
    }
    let mut blocks: Vec<Range<usize>> = Vec::new();
    for (range, after_blank) in lines {
        match blocks.last_mut() {
            Some(block) if !after_blank => block.end = range.end,
            _ => blocks.push(range),
        }
    }
    blocks
}

/// The letters and marks of a line, without accents of their own.
fn length(line: &str) -> usize {
    line.chars().filter(|c| !is_combining(*c)).count()
}

/// Whether lines break within sentences: more than half of those that another line follows directly.
fn is_wrapped(text: &str, lines: &[(Range<usize>, bool)]) -> bool {
    let line = |range: &Range<usize>| text.get(range.clone()).unwrap_or_default();
    let followed: Vec<&str> = lines
        .windows(2)
        .filter_map(|pair| match pair {
            [(range, _), (_, after_blank)] if !after_blank => Some(line(range)),
            _ => None,
        })
        .collect();
    let breaks = |line: &&&str| {
        !line.ends_with(['.', '!', '?', '”', '"', '’', '»', ':', '…']) && length(line) <= WRAPPED
    };
    let short = lines.iter().all(|(range, _)| length(line(range)) <= WRAPPED + 20);
    short && followed.len() >= 4 && followed.iter().filter(breaks).count() * 2 > followed.len()
}

/// Whether a line above the headline says what kind of text follows: with a number or a date, or a word more, at most.
fn is_kicker(line: &str) -> bool {
    let line = line.trim().to_lowercase();
    let Some(rest) = after_kicker(&line) else { return false };
    let rest = rest.trim_matches(|c: char| !c.is_alphanumeric());
    line.chars().count() <= LONGEST_DATELINE
        && (rest.split_whitespace().count() <= 1 || rest.contains(|c: char| c.is_ascii_digit()))
}

/// Whether the first line is a headline: short, and not a sentence with its full stop. It may end with a quote.
fn is_headline(line: &str) -> bool {
    let inner = line.trim_end().trim_end_matches(['”', '"', '’', '»', '“', '«', '」', '＂']);
    let is_sentence = inner.ends_with(['.', ',', ';', ':']) || inner.contains(". ");
    line.unicode_words().count() <= HEADLINE_WORDS && !is_sentence && dateline_end(line) == 0
}

/// The most characters of a dateline with its dash.
const LONGEST_DATELINE: usize = 70;

/// The bytes of the dateline at the start of a paragraph: “PONTIANAK –”, “AWAN (ANTARA) -”; 0 without one.
pub(super) fn dateline_end(paragraph: &str) -> usize {
    let end = paragraph.char_indices().nth(LONGEST_DATELINE).map_or(paragraph.len(), |(at, _)| at);
    let paragraph = paragraph.get(..end).unwrap_or_default();
    // “KUALA PINANG SARI: …”.
    if let Some((before, _)) = paragraph.split_once(':')
        && before.chars().count() <= 40
        && before.chars().filter(|c| c.is_alphabetic()).count() > 3
        && !before.chars().any(char::is_lowercase)
    {
        return before.len() + 1;
    }
    let Some((at, dash)) = paragraph.match_indices(['–', '—', '-']).find(|(at, _)| {
        let before = paragraph.get(..*at).unwrap_or_default();
        let after = paragraph.get(*at..).unwrap_or_default().chars().nth(1);
        before.ends_with(' ') && after.is_some_and(char::is_whitespace)
            || before.ends_with(')')
            || before.chars().all(char::is_uppercase) && before.len() > 3
    }) else {
        return 0;
    };
    let before = paragraph.get(..at).unwrap_or_default();
    let is_place = |word: &str| word.chars().find(|c| c.is_alphabetic()).is_none_or(char::is_uppercase);
    let is_dateline = before.chars().count() <= 60
        && before.split_whitespace().all(is_place)
        && !before.trim_end().ends_with(['.', '!', '?']);
    if is_dateline { at + dash.len() } else { 0 }
}

impl Article<'_> {
    /// The first dateline: “PONTIANAK, KABAR CONTOH –”.
    pub(super) fn dateline(&self) -> Option<&str> {
        let mut bodies = self.paragraphs.iter().filter(|it| it.kind == ParagraphKind::Body).take(3);
        bodies.find_map(|place| {
            let text = self.str(place.range.clone());
            text.get(..dateline_end(text)).filter(|it| !it.is_empty())
        })
    }

    /// The places before the dash of the first dateline, without the name of the publisher.
    pub(super) fn dateline_places(&self) -> Vec<&str> {
        let Some(line) = self.dateline() else { return Vec::new() };
        let line = line.split(['(', '|']).next().unwrap_or_default();
        let parts = line.split([',', '-', '–', '—', ':']).map(str::trim);
        let is_place = |part: &&str| {
            part.split(' ').count() <= 3
                && part.len() > 2
                && part.chars().all(|c| c.is_alphabetic() || c == ' ')
        };
        parts.filter(is_place).collect()
    }
}

/// A word or a mark of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token<'a> {
    pub(super) text: &'a str,
    /// Its first byte in the article.
    pub(super) start: usize,
}

impl Token<'_> {
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    pub(super) fn is_word(&self) -> bool {
        self.text.chars().any(char::is_alphanumeric)
    }

    pub(super) fn is_capitalized(&self) -> bool {
        self.text.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_uppercase)
    }

    /// Whether it is an acronym of at least two letters.
    pub(super) fn is_acronym(&self) -> bool {
        self.text.chars().filter(|c| c.is_alphabetic()).count() > 1
            && self.text.chars().all(|c| !c.is_alphabetic() || c.is_uppercase())
            && !self.text.contains('.')
    }

    /// Whether it ends a sentence.
    pub(super) fn ends_sentence(&self) -> bool {
        matches!(self.text, "." | "!" | "?" | "…" | ";")
    }

    pub(super) fn lower(&self) -> String {
        self.text.to_lowercase()
    }
}

/// The words and marks of a part of a text that begins at a byte of the article. The full stop of an abbreviation belongs to it.
pub(super) fn tokens(part: &str, offset: usize) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = part.char_indices().peekable();
    while let Some((start, c)) = rest.next() {
        if c.is_whitespace() {
            continue;
        }
        let mut end = start + c.len_utf8();
        if c.is_alphanumeric() {
            while let Some((at, next)) = rest.peek().copied() {
                let after = part.get(at + next.len_utf8()..).and_then(|rest| rest.chars().next());
                // “Citizens’ Service Bureau”.
                let is_plural = matches!(next, '\'' | '’')
                    && part.get(start..at).is_some_and(|word| word.ends_with('s'))
                    && part.get(at + next.len_utf8()..).is_some_and(|rest| {
                        rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_uppercase))
                    });
                let joins = matches!(next, '.' | '-' | '\'' | '’' | '/' | '(' ) && after.is_some_and(char::is_alphanumeric)
                    // “Sp.A(K)” is one word, “Dinas(DPMPTSP)” is not.
                    && (next != '(' || part.get(start..at).is_some_and(|word| word.contains('.')));
                let closes = next == ')' && part.get(start..at).is_some_and(|word| word.contains('('));
                if !(next.is_alphanumeric() || is_combining(next) || joins || closes || is_plural) {
                    break;
                }
                end = at + next.len_utf8();
                rest.next();
            }
            let word = part.get(start..end).unwrap_or_default();
            if rest.peek().is_some_and(|(_, next)| *next == '.')
                && is_abbreviation(word, part.get(end + 1..).unwrap_or_default())
            {
                end += 1;
                rest.next();
            }
        }
        tokens.push(Token { text: part.get(start..end).unwrap_or_default(), start: offset + start });
    }
    tokens
}

/// Whether a character is an accent of the letter before it.
pub(super) fn is_combining(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// Whether a full stop after a word belongs to it: a title, an initial before a name, or letters with full stops between.
fn is_abbreviation(word: &str, after: &str) -> bool {
    let goes_on =
        after.trim_start().chars().next().is_some_and(|c| {
            c.is_alphanumeric() || matches!(c, ',' | '”' | '"' | '“' | '»' | '«' | '」' | '＂')
        });
    let is_initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    goes_on
        && (is_name_title(word) && word.chars().count() <= 4
            || is_initial
            || is_abbreviated(word)
            || word.contains('.'))
}

/// The parts of a list of tokens that are sentences.
pub(super) fn sentences<'t, 'a>(
    tokens: &'t [Token<'a>],
) -> impl Iterator<Item = &'t [Token<'a>]> + use<'t, 'a> {
    tokens.split_inclusive(Token::ends_sentence)
}
