//! The quotes of an article: what stands between marks, whether it is speech, and whose.

use std::ops::Range;

use super::article::{Article, Paragraph, ParagraphKind, Token, dateline_end, tokens};
use super::reporting::reporting;
use super::words::{
    SpeechVerb, is_conjunction, is_document, is_function_word, is_naming, is_office, is_post, is_pronoun, is_speech_noun,
    speech_verb,
};
use crate::load::quotations;

/// Words between marks with the narrator's words around them.
#[derive(Debug)]
pub(super) struct Passage<'a> {
    /// The bytes between the marks; several if the quotation goes on in further paragraphs.
    pub(super) parts: Vec<Range<usize>>,
    pub(super) is_complete: bool,
    /// The index of the first paragraph.
    pub(super) paragraph: usize,
    /// The index of the last paragraph.
    pub(super) last_paragraph: usize,
    /// The narrator's words in the sentence before it, in the same paragraph.
    pub(super) before: Vec<Token<'a>>,
    /// Those behind it, up to the end of the sentence or the next passage.
    pub(super) after: Vec<Token<'a>>,
    /// Whether the words before are those behind an earlier passage of the sentence.
    pub(super) is_interrupted: bool,
    /// Whether it follows another one without a word between them.
    pub(super) is_adjacent: bool,
    /// Whether it begins its paragraph.
    pub(super) is_first: bool,
    pub(super) kind: PassageKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PassageKind {
    /// Somebody's speech.
    Quote,
    /// A part of the narrator's sentence.
    Fragment,
    /// The name or the title of something.
    Name,
}

/// All passages of an article, in order.
pub(super) fn passages<'a>(article: &Article<'a>) -> Vec<Passage<'a>> {
    let quotations = quotations(article.text);
    let ends = |at: usize| quotations.get(at).and_then(|it| it.parts.last()).map_or(0, |part| part.end);
    let mut passages = Vec::new();
    for (at, quotation) in quotations.iter().enumerate() {
        let (Some(first), Some(last)) = (quotation.parts.first(), quotation.parts.last()) else { continue };
        let Some(paragraph) = article.paragraph_at(first.start) else { continue };
        let last_paragraph = article.paragraph_at(last.end.saturating_sub(1)).unwrap_or(paragraph);
        let Some(place) = article.paragraphs.get(paragraph) else { continue };
        if place.kind != ParagraphKind::Body {
            continue;
        }
        let dateline = place.range.start + dateline_end(article.str(place.range.clone()));
        let previous = at.checked_sub(1).map_or(0, ends);
        let from = dateline.max(previous + mark_length(article.text, previous));
        let is_interrupted = previous > dateline;
        let to_end = article.paragraphs.get(last_paragraph).map_or(last.end, |it| it.range.end);
        let next = quotations
            .get(at + 1)
            .and_then(|it| it.parts.first())
            .map_or(usize::MAX, |part| opening(article.text, part.start));
        let closing = last.end + mark_length(article.text, last.end);
        let (before, after) = (
            tokens(strip_marks(article.str(from..first.start)), from),
            tokens(
                strip_marks(article.str(closing.min(to_end)..next.min(to_end).max(closing.min(to_end)))),
                closing,
            ),
        );
        let starts_sentence = before.iter().rposition(Token::ends_sentence);
        let is_interrupted = is_interrupted && starts_sentence.is_none();
        let before = before.into_iter().skip(starts_sentence.map_or(0, |at| at + 1)).collect();
        let end = after.iter().position(Token::ends_sentence).map_or(after.len(), |at| at + 1);
        let after = after.into_iter().take(end).collect();
        let mut passage = Passage {
            parts: quotation.parts.iter().map(|part| trimmed(article.text, part.clone())).collect(),
            is_complete: quotation.is_complete,
            paragraph,
            last_paragraph,
            before,
            after,
            is_interrupted,
            is_adjacent: previous > dateline && article.str(from..opening(article.text, first.start)).trim().is_empty(),
            is_first: article.str(dateline..opening(article.text, first.start)).trim().is_empty(),
            kind: PassageKind::Quote,
        };
        passage.kind = kind(article, &passage);
        passages.push(passage);
    }
    passages
}

/// The bytes of the quotation mark at a byte.
fn mark_length(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let typewriter = rest.starts_with("''") || rest.starts_with("``");
    if typewriter {
        2
    } else {
        rest.chars().next().filter(|c| !c.is_alphanumeric() && !c.is_whitespace()).map_or(0, char::len_utf8)
    }
}

/// The first byte of the mark before a byte.
fn opening(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    let typewriter = before.ends_with("''") || before.ends_with("``");
    at - if typewriter { 2 } else { before.chars().next_back().map_or(0, char::len_utf8) }
}

/// Without the opening mark of the next passage at the end.
fn strip_marks(text: &str) -> &str {
    text.trim_end_matches(['“', '"', '„', '«', '‘', '\'', '‚', '‹', '”', '’', '»'])
}

/// Without white space and without the comma before the closing mark.
fn trimmed(text: &str, part: Range<usize>) -> Range<usize> {
    let words = text.get(part.clone()).unwrap_or_default();
    let start = part.start + (words.len() - words.trim_start().len());
    let kept = words.trim_end().trim_end_matches([',', '，']).trim_end();
    start..(part.start + kept.len()).max(start)
}

impl Passage<'_> {
    /// The words, with single spaces.
    pub(super) fn words(&self, article: &Article<'_>) -> String {
        let parts = self.parts.iter().flat_map(|part| article.str(part.clone()).split_whitespace());
        parts.collect::<Vec<_>>().join(" ")
    }

    /// Whether the quote ends with a comma, a question mark or an exclamation mark, so that who spoke may follow.
    pub(super) fn leads_on(&self, article: &Article<'_>) -> bool {
        let Some(last) = self.parts.last() else { return false };
        let behind = article.text.get(last.end..).unwrap_or_default();
        let comma = behind.starts_with(',') || self.after.first().is_some_and(|it| it.text == ",");
        comma || article.str(last.clone()).ends_with(['?', '!'])
    }

    /// Whether the speech goes on in the sentence behind it: it ends with a comma, a question mark, an exclamation mark or nothing.
    pub(super) fn is_open(&self, article: &Article<'_>) -> bool {
        let Some(last) = self.parts.last() else { return false };
        let behind = article.text.get(last.end..).unwrap_or_default();
        let words = article.str(last.clone());
        let comma = behind.starts_with(',') || self.after.first().is_some_and(|it| it.text == ",");
        comma || !words.ends_with(['.', '…'])
    }
}

/// Whether the words before a passage end in one that names things: “bertajuk”, “program”, “called”.
fn is_named(passage: &Passage<'_>) -> bool {
    let words: Vec<&Token<'_>> = passage.before.iter().rev().take_while(|it| it.is_word()).take(3).collect();
    match words.as_slice() {
        [first, ..] if is_naming(first.text) => true,
        [first, second, ..] => {
            // “aplikasi bernama”, “program unggulan”, “disapa akrab”: an adjective may stand between.
            is_naming(second.text)
                && speech_verb(first.text).is_none()
                && !first.is_capitalized()
                && !["the", "a", "bahwa"].contains(&first.text)
        }
        _ => false,
    }
}

/// Whether a verb of speaking stands next to the passage, with a comma or colon where it needs one.
fn has_attribution(article: &Article<'_>, passage: &Passage<'_>) -> bool {
    let after: Vec<&Token<'_>> = passage.after.iter().skip_while(|it| !it.is_word()).collect();
    let words: Vec<Token<'_>> = after.iter().map(|it| **it).take(8).collect();
    let behind = passage.is_open(article)
        && !words.first().is_some_and(|it| is_conjunction(it.text))
        && reporting(&words, passage.leads_on(article)).is_some();
    let pause = passage.before.last().is_some_and(|it| matches!(it.text, ":" | ","));
    let says =
        |it: &Token<'_>| speech_verb(it.text).is_some() || is_speech_noun(it.text) || it.lower() == "menurut";
    let says_before = pause && passage.before.iter().any(says);
    let is_person = |it: &Token<'_>| {
        is_pronoun(it.text)
            || is_post(it.text)
            || it.is_capitalized() && !is_office(it.text) && !is_function_word(it.text)
    };
    let is_colon =
        passage.before.last().is_some_and(|it| it.text == ":") && passage.before.iter().any(is_person);
    let ends = after.first().is_some_and(|it| ["demikian", "begitu", "according"].contains(&it.text));
    // “— Andi Tenri Palaguna” behind a quote that stands apart.
    let signed = passage.is_first
        && passage.after.first().is_some_and(|it| matches!(it.text, "—" | "–"))
        && after.first().is_some_and(|it| it.is_capitalized());
    behind || says_before || is_colon || ends || signed
}

/// Whether the words before a passage introduce the text of a sign, a letter or a rule.
fn is_from_document(passage: &Passage<'_>) -> bool {
    let clause: Vec<&Token<'_>> = passage.before.iter().collect();
    let Some(last) = clause.last() else { return false };
    let near = clause.iter().rev().take(8).any(|it| is_document(it.text))
        || clause.first().is_some_and(|it| it.text == "It");
    let verb = clause.iter().any(|it| speech_verb(it.text).is_some_and(|kind| kind != SpeechVerb::Passive));
    let within = clause.first().is_some_and(|it| ["dalam", "pada", "di"].contains(&it.lower().as_str()));
    let speaks = verb && clause.iter().any(|it| is_pronoun(it.text) || is_post(it.text));
    let is_passive = within
        || clause.iter().any(|it| {
            ["disebutkan", "tertulis", "berbunyi", "bertuliskan", "says", "reads", "states", "read", "saying", "bearing"]
                .contains(&it.text)
        });
    let introduces = is_passive || !verb && (last.text == ":" || last.is_word());
    near && !speaks && introduces
}

fn kind(article: &Article<'_>, passage: &Passage<'_>) -> PassageKind {
    let words: Vec<&str> =
        passage.parts.iter().flat_map(|part| article.str(part.clone()).split_whitespace()).collect();
    let last = passage.parts.last().map(|part| article.str(part.clone())).unwrap_or_default();
    let has_end = last.ends_with(['.', '!', '?', '…'])
        || passage
            .parts
            .last()
            .is_some_and(|part| article.text.get(part.end..).is_some_and(|it| it.starts_with(',')));
    let capital = |word: &&&str| {
        word.chars().find(|c| c.is_alphanumeric()).is_none_or(|c| c.is_uppercase() || c.is_numeric())
    };
    let capitals = words.iter().filter(capital).count();
    let attributed = has_attribution(article, passage);
    if is_from_document(passage) {
        return PassageKind::Name;
    }
    if is_named(passage) && !(attributed && has_end && words.len() > 6) {
        return PassageKind::Name;
    }
    if words.is_empty() {
        return PassageKind::Fragment;
    }
    let begins_with_capital = words.first().is_some_and(|word| capital(&word));
    // “In his memoir "The Long Way Home," Vander said”: the comma belongs to the sentence.
    let is_sentence = last.ends_with(['.', '!', '?', '…']);
    let is_title = words.len() > 1 && capitals * 3 > words.len() * 2 && !has_end;
    let is_short = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() <= 3;
    let is_title = is_title || words.len() > 2 && capitals * 3 > words.len() * 2 && !is_sentence && !passage.before.is_empty();
    let is_work = words.len() > 2
        && words.first().is_some_and(|word| capital(&word))
        && capitals > 1
        && words.iter().all(|word| capital(&word) || is_short(word))
        && !is_sentence;
    if is_work && passage.before.last().is_some_and(Token::is_word) {
        return PassageKind::Name;
    }
    // “in the words of its manager, “a single brick””.
    let in_words = ["in", "the", "words", "of"];
    let is_phrase = !begins_with_capital
        && passage.before.windows(4).any(|it| it.iter().zip(in_words).all(|(it, word)| it.lower() == word));
    if is_phrase {
        return PassageKind::Fragment;
    }
    // “Ia menyebut keputusan itu “lucu”, lalu …”.
    let comma_outside = passage.parts.last().is_some_and(|part| {
        let behind = article.text.get(part.end..).unwrap_or_default();
        behind.chars().nth(1) == Some(',')
    });
    let within_sentence = passage.before.last().is_some_and(Token::is_word) && !passage.is_interrupted;
    if within_sentence && !begins_with_capital && comma_outside {
        return PassageKind::Fragment;
    }
    // “A neighbour shouted “Leave him alone!””.
    let is_shout = within_sentence
        && begins_with_capital
        && is_sentence
        && passage.before.last().is_some_and(|it| speech_verb(it.text).is_some() && !is_naming(it.text));
    if is_shout {
        return PassageKind::Quote;
    }
    if attributed && !(is_title && passage.before.last().is_none_or(|it| it.is_word() || it.text == ",") && !passage.before.is_empty()) {
        return PassageKind::Quote;
    }
    if is_title || words.len() <= 4 && !has_end {
        return if is_title { PassageKind::Name } else { PassageKind::Fragment };
    }
    // A line of a dialogue.
    if passage.before.is_empty() && passage.after.is_empty() && has_end && begins_with_capital {
        return PassageKind::Quote;
    }
    // A sentence of its own, not a part of the narrator's.
    let stands_alone = passage.before.is_empty()
        && (last.ends_with(['.', '!', '?', '…']) || passage.parts.len() > 1 || !passage.is_complete);
    let continues = passage.is_interrupted && has_end && words.len() >= 3;
    if begins_with_capital && words.len() >= 3 && stands_alone || continues {
        return PassageKind::Quote;
    }
    PassageKind::Fragment
}

/// The narrator's words, as tokens: for each paragraph the pieces between its quotes. What stands between other marks is left out.
pub(super) fn narration<'a>(article: &Article<'a>, passages: &[Passage<'_>]) -> Vec<Vec<Vec<Token<'a>>>> {
    let parts = passages.iter().flat_map(|it| it.parts.iter().map(|part| (it.kind, part.clone())));
    let mut parts: Vec<(PassageKind, Range<usize>)> = parts.collect();
    parts.sort_by_key(|(_, part)| part.start);
    article.paragraphs.iter().map(|place| pieces(article, place, &parts)).collect()
}

fn pieces<'a>(
    article: &Article<'a>,
    place: &Paragraph,
    parts: &[(PassageKind, Range<usize>)],
) -> Vec<Vec<Token<'a>>> {
    if place.kind != ParagraphKind::Body {
        return Vec::new();
    }
    let start = place.range.start + dateline_end(article.str(place.range.clone()));
    let mut pieces = vec![Vec::new()];
    let mut from = start;
    let within = |byte: usize| parts.partition_point(|(_, part)| part.start < byte);
    for (kind, part) in parts.get(within(start)..within(place.range.end)).unwrap_or_default() {
        let piece = tokens(strip_marks(article.str(from..part.start)), from);
        from = (part.end + mark_length(article.text, part.end)).min(place.range.end);
        if let Some(last) = pieces.last_mut() {
            last.extend(piece);
            // Behind a passage a capital begins another sentence.
            if article.str(from..place.range.end).trim_start().starts_with(char::is_uppercase) {
                last.push(Token { text: ".", start: part.end });
            }
        }
        if *kind == PassageKind::Quote {
            pieces.push(Vec::new());
        }
    }
    if let Some(last) = pieces.last_mut() {
        last.extend(tokens(article.str(from..place.range.end.max(from)), from));
    }
    pieces
}
