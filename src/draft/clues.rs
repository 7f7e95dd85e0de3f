//! What the words of an article say about names: which stand for people, which for places.

use std::collections::HashSet;

use super::article::Token;
use super::words::{
    is_address, is_calendar, is_name_title, is_office, is_place_head, is_possessive, is_post, is_pronoun,
    speech_verb,
};
use crate::text::fold;

/// Words of an article that help to read names.
#[derive(Debug, Default)]
pub(super) struct NameClues {
    /// Folded words that stand where a speaker stands, so that a name may begin with them.
    anchors: HashSet<String>,
    /// Folded words that stand where a place stands.
    pub(super) places: HashSet<String>,
    /// Words that also occur without a capital, so that they are no names at the start of a sentence.
    pub(super) common: HashSet<String>,
    pub(super) is_english: bool,
}

impl NameClues {
    /// The clues of the sentences of an article.
    pub(super) fn of(sentences: &[&[Token<'_>]]) -> Self {
        let mut clues = Self::default();
        let words = || sentences.iter().flat_map(|sentence| sentence.iter()).filter(|it| it.is_word());
        clues.common = words().filter(|it| !it.is_capitalized()).map(|it| it.text.to_owned()).collect();
        let of = |list: &[&str]| words().filter(|it| list.contains(&it.text)).count();
        clues.is_english =
            of(&["the", "of", "and", "to", "was"]) > of(&["yang", "dan", "di", "ini", "itu", "untuk"]);
        for sentence in sentences {
            clues.read(sentence);
            clues.read_things(sentence);
        }
        clues
    }

    /// Whether a word stands for a place elsewhere, and never for a person.
    pub(super) fn is_place(&self, token: &Token<'_>) -> bool {
        self.places.contains(&fold(token.text)) && !self.is_anchor(token)
    }

    /// Whether a word stands for a person elsewhere.
    pub(super) fn is_anchor(&self, token: &Token<'_>) -> bool {
        self.anchors.contains(&fold(token.text))
    }

    /// The words of names of things: “Pasar Induk Kerikil”.
    fn read_things(&mut self, sentence: &[Token<'_>]) {
        for run in sentence.split(|it| !it.is_capitalized()) {
            let is_thing = run.first().is_some_and(|it| is_office(it.text) || it.is_acronym())
                && !run.iter().any(|it| is_post(it.text) || is_name_title(it.text));
            if is_thing {
                self.places.extend(run.iter().skip(1).map(|it| fold(it.text)));
            }
        }
    }

    fn read(&mut self, sentence: &[Token<'_>]) {
        for (at, token) in sentence.iter().enumerate() {
            let next = sentence.get(at + 1).filter(|next| next.is_capitalized());
            let is_first = at == 0;
            if let Some(next) = next {
                let is_anchor = speech_verb(token.text).is_some() && !token.is_capitalized()
                    || is_first && token.lower() == "menurut"
                    || is_address(token.text);
                if is_anchor && !is_named_thing(next) && !is_name_title(next.text) {
                    self.anchors.insert(fold(next.text));
                }
                let leads = ["di", "ke", "dari", "in", "to", "from", "at"].contains(&token.lower().as_str());
                if (is_place_head(token.text) || leads) && !is_named_thing(next) {
                    self.places.insert(fold(next.text));
                }
            }
            // “seorang pustakawan bernama Lestari Suluh”, “Josephine Bray, who has driven the route”.
            if ["bernama", "named"].contains(&token.text)
                && let Some(next) = next.filter(|it| !is_named_thing(it))
            {
                self.anchors.insert(fold(next.text));
            }
            let run = sentence.iter().skip(at).take_while(|it| it.is_capitalized()).take(5).count();
            let tail: Vec<&str> =
                sentence.get(at + run..at + run + 2).unwrap_or_default().iter().map(|it| it.text).collect();
            if is_first && run > 1 && matches!(tail.as_slice(), [",", "who" | "yang"]) {
                let name =
                    sentence.iter().find(|it| !is_name_title(it.text)).filter(|it| !is_named_thing(it));
                self.anchors.extend(name.map(|it| fold(it.text)));
            }
            // “Sambil menunjuk layar, Rosdiana berkata”.
            let follows_comma = at > 0 && sentence.get(at - 1).is_some_and(|it| it.text == ",");
            // “Ratna menegaskan”, at the start of a sentence.
            let verb = sentence
                .get(at + 1)
                .filter(|next| speech_verb(next.text).is_some() && !next.is_capitalized());
            if (is_first || follows_comma)
                && verb.is_some()
                && token.is_capitalized()
                && !is_named_thing(token)
                && !is_pronoun(token.text)
                && token.lower() != "demikian"
            {
                self.anchors.insert(fold(token.text));
            }
        }
    }
}

/// Whether a word cannot be the name of a person.
pub(super) fn is_named_thing(token: &Token<'_>) -> bool {
    is_post(token.text)
        || is_office(token.text)
        || is_calendar(token.text)
        || token.is_acronym()
        || token.text.chars().any(|c| c.is_ascii_digit())
        || is_possessive(token.text)
}
