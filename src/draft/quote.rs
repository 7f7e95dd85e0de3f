//! The quotes of an article: what stands between marks, whether it is speech, and whose.

use std::ops::Range;

use super::article::{Article, Paragraph, ParagraphKind, Token, dateline_end, tokens};
use super::kind::kind;
use super::passage::{Passage, PassageKind, Position};
use super::words::speech_verb;
use crate::load::quotations;

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
        // “Selamat datang”. Ujar Ratna.
        let is_split_off = matches!(after.as_slice(), [stop, verb, ..]
            if stop.text == "." && verb.is_capitalized() && speech_verb(verb.text).is_some() && !ends_in_stop(article, last));
        let after = after.into_iter().skip(usize::from(is_split_off)).collect::<Vec<_>>();
        let end = after.iter().position(Token::ends_sentence).map_or(after.len(), |at| at + 1);
        let after = after.into_iter().take(end).collect();
        let is_empty = |from: usize| article.str(from..opening(article.text, first.start)).trim().is_empty();
        let position = match () {
            () if is_empty(dateline) => Position::First,
            () if previous > dateline && is_empty(from) => Position::Adjacent,
            () => Position::Within,
        };
        let mut passage = Passage {
            parts: quotation.parts.iter().map(|part| trimmed(article.text, part.clone())).collect(),
            is_complete: quotation.is_complete,
            paragraph,
            last_paragraph,
            before,
            after,
            is_interrupted,
            position,
            kind: PassageKind::Quote,
        };
        passage.kind = kind(article, &passage);
        passages.push(passage);
    }
    passages
}

/// Two marks that stand for one.
const TWO_MARKS: &[&str] = &["''", "``", "‘’", "’’", "‘‘"];

/// Whether a part ends in a full stop within its marks.
fn ends_in_stop(article: &Article<'_>, part: &Range<usize>) -> bool {
    article.str(part.clone()).trim_end().ends_with(['.', '…'])
}

/// The bytes of the quotation mark at a byte.
fn mark_length(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    if let Some(two) = TWO_MARKS.iter().find(|two| rest.starts_with(**two)) {
        two.len()
    } else {
        rest.chars().next().filter(|c| !c.is_alphanumeric() && !c.is_whitespace()).map_or(0, char::len_utf8)
    }
}

/// The first byte of the mark before a byte.
fn opening(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    let two = TWO_MARKS.iter().find(|two| before.ends_with(**two));
    at - two.map_or_else(|| before.chars().next_back().map_or(0, char::len_utf8), |two| two.len())
}

/// Without the opening mark of the next passage at the end.
fn strip_marks(text: &str) -> &str {
    text.trim_end_matches(['“', '"', '„', '«', '‘', '\'', '‚', '‹', '”', '’', '»', '「', '『', '＂', '＇'])
}

/// Without white space and without the comma before the closing mark.
fn trimmed(text: &str, part: Range<usize>) -> Range<usize> {
    let words = text.get(part.clone()).unwrap_or_default();
    let start = part.start + (words.len() - words.trim_start().len());
    let kept = words.trim_end().trim_end_matches([',', '，']).trim_end();
    start..(part.start + kept.len()).max(start)
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
