//! The words of a text and the punctuation between them, compared as they look to a reader. The kind of space,
//! hyphenation at line ends, ligatures and the shape of apostrophes make no difference.

use std::collections::hash_map::DefaultHasher;
use std::hash::Hasher as _;
use std::iter;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::text::fold;

/// In the visible form of a word: a hyphen at the end of a line, which may belong to the word or only to the line
/// break.
const BREAK: char = '\u{ad}';

/// The words of a text in order.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// One key per word, equal for words that differ only in case, accents, hyphens and apostrophes.
    pub(super) keys: Vec<u64>,
    /// The byte range of each word.
    pub(super) places: Vec<Range<usize>>,
}

/// The role of a character in a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum CharClass {
    /// Part of a word.
    Letter,
    /// A word by itself, in a script without spaces between words.
    WordByItself,
    /// A combining mark that belongs to the letter before it.
    Accent,
    /// A character that may occur between two letters of a word.
    Joiner,
    /// An invisible character.
    Hidden,
    /// Not part of a word.
    Other,
}

impl Words {
    pub(super) fn of(text: &str) -> Self {
        let mut words = Self::default();
        let mut word: Option<Range<usize>> = None;
        let (mut alone, mut skipped) = (false, 0);
        for (at, c) in text.char_indices() {
            let end = at + c.len_utf8();
            if at < skipped {
                continue;
            }
            match (char_class(c), &mut word) {
                (CharClass::Letter, Some(word)) if !alone => word.end = end,
                (CharClass::Accent, Some(word)) => word.end = end,
                (CharClass::Hidden, _) => {}
                (part @ (CharClass::Letter | CharClass::WordByItself), word) => {
                    words.push(text, word.replace(at..end));
                    alone = part == CharClass::WordByItself;
                }
                (CharClass::Joiner, word) => {
                    match text.get(end..).and_then(|rest| next_letter(c, rest)).filter(|_| !alone) {
                        Some(letter) if word.is_some() => skipped = end + letter,
                        _ => words.push(text, word.take()),
                    }
                }
                (CharClass::Accent | CharClass::Other, word) => words.push(text, word.take()),
            }
        }
        words.push(text, word);
        words
    }

    fn push(&mut self, text: &str, place: Option<Range<usize>>) {
        if let Some((place, word)) = place.and_then(|place| Some((place.clone(), text.get(place)?))) {
            self.keys.push(key(word));
            self.places.push(place);
        }
    }

    pub(super) fn len(&self) -> usize {
        self.keys.len()
    }

    /// The bytes from the first to the last of some words. For an empty range, the position where a word would be.
    pub(super) fn bytes(&self, words: &Range<usize>) -> Range<usize> {
        let start = |at: usize| self.places.get(at).map(|place| place.start);
        let end = |at: usize| at.checked_sub(1).and_then(|at| self.places.get(at)).map(|place| place.end);
        let from = start(words.start).or_else(|| end(words.start)).unwrap_or_default();
        from..if words.is_empty() { from } else { end(words.end).unwrap_or(from) }
    }

    /// The bytes between the word at `at` and the word before it.
    pub(super) fn gap(&self, at: usize, text: &str) -> Range<usize> {
        let before = at.checked_sub(1).and_then(|at| self.places.get(at)).map_or(0, |place| place.end);
        before..self.places.get(at).map_or(text.len(), |place| place.start)
    }
}

fn char_class(c: char) -> CharClass {
    match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' => CharClass::Letter,
        '\'' | '`' | '-' | BREAK => CharClass::Joiner,
        c if c.is_ascii() || c.is_whitespace() => CharClass::Other,
        c if is_apostrophe(c) || is_hyphen(c) => CharClass::Joiner,
        c if is_unseen(c) => CharClass::Hidden,
        c if is_combining_mark(c) => CharClass::Accent,
        c if is_spaceless(c) => CharClass::WordByItself,
        c if c.is_alphanumeric() => CharClass::Letter,
        _ => CharClass::Other,
    }
}

/// The offset at which a word continues after a joiner.
fn next_letter(joiner: char, rest: &str) -> Option<usize> {
    let is_not_there = |c: &char| c.is_whitespace() || is_unseen(*c);
    let letter = rest.char_indices().find(|(_, c)| !is_not_there(c));
    let (at, _) = letter.filter(|(_, c)| char_class(*c) == CharClass::Letter)?;
    let between = rest.get(..at)?;
    let is_within = match joiner {
        BREAK => breaks_line(between) || !between.contains(char::is_whitespace),
        joiner => is_hyphen(joiner) || !between.contains(char::is_whitespace),
    };
    is_within.then_some(at)
}

fn key(word: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    if word.is_ascii() {
        let letters = word.bytes().filter(u8::is_ascii_alphanumeric);
        letters.for_each(|letter| hasher.write_u8(letter.to_ascii_lowercase()));
    } else {
        let seen: String = word.chars().filter(|c| !is_unseen(*c)).collect();
        let letters: String = fold(&seen).chars().filter(|c| c.is_alphanumeric()).collect();
        letters.bytes().for_each(|byte| hasher.write_u8(byte));
    }
    hasher.finish()
}

/// Whether two words look the same. A hyphen at the end of a line may or may not belong to the word.
pub(super) fn looks_equal(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let (a, b) = (visible_form(a), visible_form(b));
    let (mut a, mut b) = (a.chars().peekable(), b.chars().peekable());
    loop {
        match (a.peek().copied(), b.peek().copied()) {
            (None, None) => return true,
            (Some(BREAK), Some('-')) | (Some('-'), Some(BREAK)) => {
                a.next();
                b.next();
                // In folded text, a line break has become a space.
                a.next_if_eq(&' ');
                b.next_if_eq(&' ');
            }
            (x, y) if x == y => drop((a.next(), b.next())),
            (Some(BREAK), _) => drop(a.next()),
            (_, Some(BREAK)) => drop(b.next()),
            _ => return false,
        }
    }
}

/// The characters of a word that a reader sees.
pub(super) fn visible_form(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for (at, c) in word.char_indices() {
        if c.is_whitespace() || is_unseen(c) {
            continue;
        }
        if !is_hyphen(c) {
            out.extend(compatible_form(if is_apostrophe(c) { '\'' } else { c }));
            continue;
        }
        let rest = word.get(at + c.len_utf8()..).unwrap_or_default();
        let letter = rest.find(|c: char| !c.is_whitespace() && !is_unseen(c)).unwrap_or_default();
        let between = rest.get(..letter).unwrap_or_default();
        // A hyphen is significant between digits.
        let is_in_letters = out.ends_with(char::is_alphabetic)
            && rest.get(letter..).is_some_and(|rest| rest.starts_with(char::is_alphabetic));
        match (breaks_line(between), between.contains(char::is_whitespace)) {
            (true, _) if is_in_letters => out.push(BREAK),
            (false, true) => out.push_str("- "),
            _ => out.push('-'),
        }
    }
    out.nfc().collect()
}

/// The punctuation between two words, without spaces; quotation marks, dashes and ellipses are unified.
pub(super) fn signs(gap: &str) -> String {
    let mut out = String::new();
    for c in gap.chars().filter(|c| !c.is_whitespace() && !is_unseen(*c)) {
        let sign = match c {
            c if is_quotation_mark(c) => '\'',
            c if is_dash(c) => '-',
            '‥' | '⋯' => '…',
            c => c,
        };
        let is_left_out = out.ends_with("[…") || out.ends_with("(…");
        match (sign, out.chars().next_back()) {
            ('-', Some('-')) | ('\'', Some('\'')) | ('.' | '…', Some('…')) => {}
            ('.' | '…', Some('.')) => {
                out.pop();
                out.push('…');
            }
            (']' | ')', _) if is_left_out => {
                out.truncate(out.len() - "[…".len());
                out.push('…');
            }
            (sign, _) => out.extend(compatible_form(sign)),
        }
    }
    out
}

/// Ligatures and presentation forms as the letters that they stand for.
fn compatible_form(c: char) -> impl Iterator<Item = char> {
    let is_shape = matches!(c,
        '\u{132}' | '\u{133}' | '\u{149}' | '\u{1c4}'..='\u{1cc}' | '\u{1f1}'..='\u{1f3}' | '\u{2e80}'..='\u{2fd5}'
        | '\u{fb00}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{ff00}'..='\u{ffef}');
    let alone = (!is_shape).then_some(c);
    alone.into_iter().chain(is_shape.then(|| iter::once(c).nfkc()).into_iter().flatten())
}

fn breaks_line(between: &str) -> bool {
    between.contains(['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'])
}

/// Whether a reader does not see a character, or it only lengthens a word.
fn is_unseen(c: char) -> bool {
    crate::text::is_hidden(c) || matches!(c, '\u{640}' | '\u{7fa}')
}

/// A hyphen within a word, as opposed to a dash between words.
fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\u{fe63}' | '\u{ff0d}')
}

fn is_dash(c: char) -> bool {
    is_hyphen(c) || matches!(c, '\u{2012}'..='\u{2015}' | '\u{2212}' | '\u{fe58}')
}

/// The characters typed for apostrophes, and for the letters ayn and hamza.
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '‘' | '’' | '‛' | '`' | '´' | 'ʻ' | 'ʼ' | 'ʽ' | 'ʾ' | 'ʿ' | '′' | '׳' | '＇' | 'ˈ')
}

pub(super) fn is_quotation_mark(c: char) -> bool {
    let is_double = matches!(
        c,
        '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '״' | '＂' | '❝' | '❞' | '〝' | '〞' | '〟'
    );
    is_double || is_apostrophe(c) || matches!(c, '‚' | '‹' | '›' | '「' | '」' | '『' | '』' | '｢' | '｣')
}

/// Scripts without spaces between words.
fn is_spaceless(c: char) -> bool {
    matches!(c,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{2fdf}'
        | '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}')
        && c.is_alphanumeric()
}
