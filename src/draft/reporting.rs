//! Verbs of speaking behind a quote, also those that are in no list: where they stand says enough.

use super::article::{Token, is_combining};
use super::words::{
    SpeechVerb, is_adverb, is_auxiliary, is_calendar, is_conjunction, is_function_word, is_office,
    is_phrase_end, is_post, is_pronoun, speech_verb,
};

/// A verb of speaking behind a quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reporting {
    /// Its place in the words.
    pub(super) at: usize,
    pub(super) kind: SpeechVerb,
}

/// The verb of speaking in the words behind a quote. A verb that is in no list is recognized where the quote leads on to it.
pub(super) fn reporting(words: &[Token<'_>], leads_on: bool) -> Option<Reporting> {
    let listed = || {
        // “Ujar Ratna” with a capital: directly behind the quote only.
        let is_verb = |(at, it): (usize, &Token<'_>)| {
            speech_verb(it.text).is_some() && (!it.is_capitalized() || at == 0 && words.len() > 1)
        };
        let at = words.iter().take(30).enumerate().position(is_verb)?;
        Some(Reporting { at, kind: speech_verb(words.get(at)?.text)? })
    };
    if !leads_on {
        return listed();
    }
    unlisted_at_start(words).or_else(listed).or_else(|| unlisted_behind_subject(words))
}

/// “tantangnya”, “kritik Leonardus”, “groused Haslett”.
fn unlisted_at_start(words: &[Token<'_>]) -> Option<Reporting> {
    let first = words.first().filter(|it| is_verb_like(it) && speech_verb(it.text).is_none())?;
    let next = words.get(1);
    let ends = next.is_none_or(|it| !it.is_word() || is_phrase_end(it.text) || is_adverb(it.text));
    if first.text.len() > 5 && first.text.ends_with("nya") && ends {
        return Some(Reporting { at: 0, kind: SpeechVerb::Pronoun });
    }
    let is_somebody = |it: &&Token<'_>| {
        is_pronoun(it.text)
            || is_post(it.text)
            || it.is_capitalized() && !is_office(it.text) && !is_calendar(it.text)
    };
    next.filter(is_somebody).map(|_| Reporting { at: 0, kind: SpeechVerb::Root })
}

/// “she marvelled”, “Haslett grumbled”.
fn unlisted_behind_subject(words: &[Token<'_>]) -> Option<Reporting> {
    let at = match words.first()? {
        first if is_pronoun(first.text) => 1,
        first if first.is_capitalized() && !is_office(first.text) && !is_function_word(first.text) => {
            words.iter().take_while(|it| it.is_capitalized()).count()
        }
        _ => return None,
    };
    let verb = words.get(at).filter(|it| is_verb_like(it) && !is_auxiliary(it.text))?;
    let is_past = ["ed", "s", "t", "k", "ke"].iter().any(|end| verb.text.ends_with(end))
        || is_pronoun(words.first()?.text);
    is_past.then_some(Reporting { at, kind: SpeechVerb::Root })
}

/// Whether a word may be a verb: in lower case, and none of the words that join clauses.
fn is_verb_like(token: &Token<'_>) -> bool {
    token.text.chars().all(|c| c.is_alphabetic() || is_combining(c))
        && !token.is_capitalized()
        && token.text.len() > 2
        && !(is_phrase_end(token.text)
            || is_conjunction(token.text)
            || is_function_word(token.text)
            || is_adverb(token.text)
            || is_post(token.text))
}
