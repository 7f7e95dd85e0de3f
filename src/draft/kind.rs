//! Whether words between marks are somebody's speech, a part of the narrator's sentence, or a name.

use super::article::{Article, Token};
use super::passage::{Passage, PassageKind, Position};
use super::reporting::reporting;
use super::words::{
    SpeechVerb, is_conjunction, is_document, is_function_word, is_naming, is_office, is_post, is_pronoun,
    is_speech_noun, speech_verb,
};

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
    let words: Vec<Token<'_>> = after.iter().map(|it| **it).take(14).collect();
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
    let signed = (passage.position == Position::First)
        && passage.after.first().is_some_and(|it| matches!(it.text, "—" | "–"))
        && after.first().is_some_and(|it| it.is_capitalized());
    behind || says_before || is_colon || ends || signed
}

/// What is done with the words of a sign.
const SHOWN: &[&str] = &[
    "terpampang",
    "tertera",
    "terpasang",
    "tertempel",
    "terukir",
    "terpajang",
    "terbentang",
    "terbaca",
    "ditempel",
];

/// Whether the words before a passage introduce the text of a sign, a letter or a rule.
fn is_from_document(passage: &Passage<'_>) -> bool {
    let clause: Vec<&Token<'_>> = passage.before.iter().collect();
    let Some(last) = clause.last() else { return false };
    if clause.iter().rev().take(8).any(|it| SHOWN.contains(&it.text)) {
        return true;
    }
    let near = clause.iter().rev().take(8).any(|it| is_document(it.text))
        || clause.first().is_some_and(|it| it.text == "It");
    let verb = clause.iter().any(|it| speech_verb(it.text).is_some_and(|kind| kind != SpeechVerb::Passive));
    let within = clause.first().is_some_and(|it| ["dalam", "pada", "di"].contains(&it.lower().as_str()));
    let speaks = verb && clause.iter().any(|it| is_pronoun(it.text) || is_post(it.text));
    // “pasal sembilan peraturan pasar menyatakan”, “a brass plate declares”: nobody says it.
    let states = |clause: &[&Token<'_>]| match clause {
        [subject @ .., verb] => {
            speech_verb(verb.text).is_some() && subject.iter().rev().take(3).any(|it| is_document(it.text))
        }
        [] => false,
    };
    let words: Vec<&Token<'_>> = clause.iter().copied().filter(|it| it.is_word()).collect();
    let is_passive = within
        || states(&words)
        || clause.iter().any(|it| {
            [
                "disebutkan",
                "tertulis",
                "berbunyi",
                "bertuliskan",
                "says",
                "reads",
                "states",
                "read",
                "saying",
                "bearing",
            ]
            .contains(&it.text)
        });
    let introduces = is_passive || !verb && (last.text == ":" || last.is_word());
    near && !speaks && introduces
}

/// “He added that there had been no fires so far, “touch wood”.”: whether a passage ends a clause of indirect speech.
fn is_in_clause(passage: &Passage<'_>) -> bool {
    let is_verb = |it: &&Token<'_>| speech_verb(it.text).is_some();
    let mut clause = passage.before.iter().skip_while(|it| !is_verb(it)).skip(1);
    let is_indirect = clause.next().is_some_and(|it| ["that", "bahwa"].contains(&it.text));
    is_indirect && passage.before.last().is_some_and(|it| it.text == ",")
}

/// The kind of a passage, by the words around it and by its form.
pub(super) fn kind(article: &Article<'_>, passage: &Passage<'_>) -> PassageKind {
    let form = Form::of(article, passage);
    let attributed = has_attribution(article, passage);
    if is_from_document(passage) || is_named(passage) && !(attributed && form.has_end() && form.words > 6) {
        return PassageKind::Name;
    }
    let last_before = passage.before.last();
    let is_within = last_before.is_some_and(Token::is_word);
    if form.words == 0 || form.is_phrase(passage) || !form.has_capital && is_in_clause(passage) {
        return PassageKind::Fragment;
    }
    if form.is_work && is_within {
        return PassageKind::Name;
    }
    // “A neighbour shouted “Leave him alone!””.
    let calls = |it: &Token<'_>| speech_verb(it.text).is_some() && !is_naming(it.text);
    if is_within && !passage.is_interrupted && form.is_sentence() && last_before.is_some_and(calls) {
        return PassageKind::Quote;
    }
    let is_title_of_thing = form.is_title && last_before.is_some_and(|it| it.is_word() || it.text == ",");
    if attributed && !is_title_of_thing {
        return PassageKind::Quote;
    }
    if form.is_title {
        return PassageKind::Name;
    }
    if form.words <= 4 && !form.has_end() {
        return PassageKind::Fragment;
    }
    // A line of a dialogue.
    let is_line = passage.before.is_empty() && passage.after.is_empty() && form.has_end() && form.has_capital;
    // A sentence of its own, not a part of the narrator's.
    let is_complete = form.end == End::Sentence || passage.parts.len() > 1 || !passage.is_complete;
    let stands_alone = passage.before.is_empty() && is_complete && form.has_capital && form.words >= 3;
    let continues = passage.is_interrupted && form.has_end() && form.words >= 3;
    if is_line || stands_alone || continues { PassageKind::Quote } else { PassageKind::Fragment }
}

/// The form of the words of a passage.
struct Form {
    /// The number of its words.
    words: usize,
    /// Whether it begins with a capital.
    has_capital: bool,
    end: End,
    /// Whether most words are capitalized, as in a title.
    is_title: bool,
    /// Whether all words but short ones are: “The Long Way Home”.
    is_work: bool,
}

/// How a passage ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    /// With a mark of a sentence.
    Sentence,
    /// With a comma before the closing mark.
    Comma,
    /// Without a mark, and a comma follows the closing mark.
    CommaOutside,
    Open,
}

impl Form {
    fn of(article: &Article<'_>, passage: &Passage<'_>) -> Self {
        let words: Vec<&str> =
            passage.parts.iter().flat_map(|part| article.str(part.clone()).split_whitespace()).collect();
        let last = passage.parts.last().map(|part| article.str(part.clone())).unwrap_or_default();
        let behind = passage.parts.last().and_then(|part| article.text.get(part.end..)).unwrap_or_default();
        // “In his memoir "The Long Way Home," Vander said”: the comma belongs to the sentence.
        let end = match () {
            () if last
                .trim_end_matches(['’', '\'', '”', '"', '»', '›', '」', '』'])
                .ends_with(['.', '!', '?', '…']) =>
            {
                End::Sentence
            }
            () if behind.starts_with(',') => End::Comma,
            () if behind.chars().nth(1) == Some(',') => End::CommaOutside,
            () => End::Open,
        };
        let ends_sentence = end == End::Sentence;
        let capitals = words.iter().filter(|it| is_capital(it)).count();
        let is_short = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() <= 3;
        let is_title = capitals * 3 > words.len() * 2
            && (words.len() > 1 && !matches!(end, End::Sentence | End::Comma)
                || words.len() > 2 && !ends_sentence && !passage.before.is_empty());
        let has_capital = words.first().is_some_and(|word| is_capital(word));
        let is_work = words.len() > 2
            && has_capital
            && capitals > 1
            && words.iter().all(|word| is_capital(word) || is_short(word))
            && !ends_sentence;
        Self { words: words.len(), has_capital, end, is_title, is_work }
    }

    fn is_sentence(&self) -> bool {
        self.has_capital && self.end == End::Sentence
    }

    /// Whether a mark of a sentence or a comma closes it.
    fn has_end(&self) -> bool {
        matches!(self.end, End::Sentence | End::Comma)
    }

    /// Whether it can only be a part of the narrator's sentence.
    fn is_phrase(&self, passage: &Passage<'_>) -> bool {
        // “in the words of its manager, “a single brick””.
        let in_words = ["in", "the", "words", "of"];
        let follows = |four: &[Token<'_>]| four.iter().zip(in_words).all(|(it, word)| it.lower() == word);
        // “Ia menyebut keputusan itu “lucu”, lalu …”.
        let is_within = passage.before.last().is_some_and(Token::is_word) && !passage.is_interrupted;
        !self.has_capital
            && (passage.before.windows(4).any(follows) || is_within && self.end == End::CommaOutside)
    }
}

fn is_capital(word: &str) -> bool {
    word.chars().find(|c| c.is_alphanumeric()).is_none_or(|c| c.is_uppercase() || c.is_numeric())
}
