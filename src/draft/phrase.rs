//! The phrase that names somebody: how far it goes in a sentence.

use super::article::Token;
use super::clues::{NameClues, is_age, is_named_thing, is_verb_form};
use super::words::{
    is_address, is_adverb, is_calendar, is_function_word, is_indefinite, is_name_particle, is_name_title,
    is_office, is_person_noun, is_phrase_end, is_post, is_rank, is_relation, is_street, speech_verb,
};

/// The number of tokens of a phrase that names somebody.
pub(super) fn phrase_end(tokens: &[Token<'_>], clues: &NameClues) -> usize {
    let end = longest_phrase(tokens, clues.is_english);
    // Words behind the last name, post or office belong to the sentence.
    let belongs = |token: &Token<'_>| {
        let is_connector = ["of", "and", "for", "the"].contains(&token.text);
        token.is_capitalized()
            || is_post(token.text)
            || is_person_noun(token.text)
            || is_office(token.text) && !is_connector
            || token.text == ")"
    };
    let phrase = tokens.get(..end).unwrap_or_default();
    // “head of customer relations”.
    let of = |at: usize| {
        phrase
            .get(at.saturating_sub(3)..at)
            .unwrap_or_default()
            .iter()
            .any(|it| matches!(it.text, "of" | "for"))
    };
    let is_field = |at: usize, token: &Token<'_>| {
        clues.is_english && token.is_word() && !is_office(token.text) && of(at)
    };
    let counts =
        |at: usize, token: &Token<'_>| belongs(token) || is_field(at, token) || is_counted(phrase, at, token);
    let last = (0..phrase.len()).rev().find(|at| phrase.get(*at).is_some_and(|it| counts(*at, it)));
    last.map_or(0, |at| at + 1)
}

/// “seorang petambak”: behind this word stands a noun of somebody, whatever it is.
fn is_counted(tokens: &[Token<'_>], at: usize, token: &Token<'_>) -> bool {
    at.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(|it| it.lower() == "seorang")
        && token.is_word()
        && !token.is_capitalized()
        && !is_indefinite(token.text)
        && !is_phrase_end(token.text)
        && speech_verb(token.text).is_none()
}

/// What was read of a phrase so far.
struct Phrase<'t, 'a> {
    tokens: &'t [Token<'a>],
    is_english: bool,
    /// The number of parentheses that are open.
    parentheses: usize,
    has_post: bool,
    has_name: bool,
    /// The number of words in lower case since the last one that belongs to a post or a name.
    lower: usize,
}

fn longest_phrase(tokens: &[Token<'_>], is_english: bool) -> usize {
    let mut phrase =
        Phrase { tokens, is_english, parentheses: 0, has_post: false, has_name: false, lower: 0 };
    (0..tokens.len()).find(|at| !phrase.takes(*at)).unwrap_or(tokens.len())
}

impl Phrase<'_, '_> {
    /// Whether the token at a place belongs to the phrase.
    fn takes(&mut self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        match token.text {
            "(" => self.parentheses = 1,
            ")" => self.parentheses = 0,
            _ if self.parentheses > 0 => {}
            "," | "–" => {
                (self.lower, self.has_post, self.has_name) = (0, false, false);
                return self.goes_on_behind_comma(at);
            }
            word if !token.is_word() || is_street(word) => return false,
            word if is_age(word) => {}
            // “Dandim 0305/Pasaman”.
            word if self.has_post && word.contains('/') && word.starts_with(|c: char| c.is_ascii_digit()) => {
            }
            _ if is_counted(self.tokens, at, token) => self.has_post = true,
            // “seorang pemuda”, “perempuan itu”.
            word if is_person_noun(word) && !token.is_capitalized() => self.has_post = true,
            word if is_post(word) || is_relation(word) => (self.has_post, self.has_name) = (true, false),
            word if is_name_title(word) && (word.ends_with('.') || self.is_capitalized(at + 1)) => {
                self.lower = 0;
            }
            word if is_calendar(word) => return false,
            word if token.is_capitalized() => {
                let before = at.checked_sub(1).and_then(|at| self.tokens.get(at));
                let is_titled = before.is_some_and(|it| is_name_title(it.text) || is_address(it.text));
                self.has_name |= (self.has_post || is_titled) && !is_office(word) && !is_rank(word);
                self.lower = 0;
            }
            word if self.is_particle(at, word) => {}
            word => return self.takes_lower(at, word),
        }
        true
    }

    fn rest(&self, from: usize) -> &[Token<'_>] {
        self.tokens.get(from..).unwrap_or_default()
    }

    fn is_capitalized(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(Token::is_capitalized)
    }

    /// What follows a comma belongs to the phrase if it is a name, a degree, an age or a post.
    fn goes_on_behind_comma(&self, at: usize) -> bool {
        self.tokens.get(at + 1).is_some_and(|next| {
            next.is_capitalized()
                || is_post(next.text)
                || is_name_title(next.text)
                || next.text == "the"
                || is_age(next.text) && self.tokens.get(at + 2).is_some_and(|it| it.text == ",")
                || is_indefinite(next.text) && leads_to_post(self.rest(at + 2))
        })
    }

    /// “bin”, “van der”, within a name.
    fn is_particle(&self, at: usize, word: &str) -> bool {
        let within = is_name_particle(word)
            && self.is_capitalized(at + 1)
            && at > 0
            && (!self.has_post || self.is_capitalized(at - 1));
        let is_first = ["van", "von", "de"].contains(&word)
            && self.tokens.get(at + 1).is_some_and(|it| is_name_particle(it.text));
        within || is_first
    }

    /// Whether one or two words in lower case, none of which is a verb, stand between a post and a full name.
    fn is_adjunct(&self, at: usize) -> bool {
        let is_noun = |it: &&Token<'_>| {
            it.is_word()
                && !it.is_capitalized()
                && !is_phrase_end(it.text)
                && !is_function_word(it.text)
                && !is_adverb(it.text)
                && !is_verb_form(it.text)
                && speech_verb(it.text).is_none()
        };
        let count = self.rest(at).iter().take(3).take_while(is_noun).count();
        let comma = usize::from(self.tokens.get(at + count).is_some_and(|it| it.text == ","));
        let name = self.rest(at + count + comma);
        let is_name = |it: &Token<'_>| {
            it.is_capitalized() && !is_office(it.text) && !is_post(it.text) && !is_calendar(it.text)
        };
        (1..=2).contains(&count) && name.len() >= 2 && name.iter().take(2).all(is_name)
    }

    /// Whether a word in lower case belongs to the phrase that is none of a post.
    fn takes_lower(&mut self, at: usize, word: &str) -> bool {
        match word {
            // “Ketua RW 08 yang juga penggagas Kampung Hijau”.
            "yang" | "sekaligus" | "merangkap" if self.has_post && leads_to_post(self.rest(at + 1)) => {}
            "juga" | "sekaligus"
                if self.has_post && self.tokens.get(at - 1).is_some_and(|it| it.text == "yang") => {}
            // “Kepala Bidang BPBD setempat Mando”, “Kepala Pusat Data badan tersebut, Anwar Wibisono”.
            "setempat" | "tersebut" if self.has_post => {
                let comma = usize::from(self.tokens.get(at + 1).is_some_and(|it| it.text == ","));
                return (word == "setempat" || comma == 1) && self.is_capitalized(at + 1 + comma);
            }
            word if is_phrase_end(word) || speech_verb(word).is_some() => return false,
            // “kepala dinas”, “head of customer services”, “Dinas Koperasi dan UMKM”.
            "dan" | "and" | "serta" => {
                let is_post_next = self.tokens.get(at + 1).is_none_or(|next| is_post(next.text));
                return self.has_post && !(self.has_name && self.is_english) && !is_post_next;
            }
            word if self.has_post && is_office(word) => {}
            // “pelatih lawan, Joko Susanto”, “pimpinan tamu Fikri Alwan”.
            _ if self.has_post && !self.has_name && !self.is_english && self.is_adjunct(at) => {}
            // “salah seorang camat peserta pelatihan, Ucok Baringin”.
            _ if self.tokens.first().is_some_and(|it| is_indefinite(it.text))
                && self.has_post
                && self.lower < 3 =>
            {
                self.lower += 1;
            }
            "of" | "from" | "at" if self.is_english && self.has_name => {}
            // “President Amara Kessou visited”.
            _ if self.has_name && self.is_english => return false,
            // “finance director Omar Reyes”.
            _ if self.is_english && self.lower < 3 && (at > 0 || leads_to_name(self.tokens)) => {
                self.lower += 1;
            }
            "the" | "a" | "an" | "seorang" | "salah" | "satu" | "para" | "council" | "hospital" | "city"
            | "county" => {
                // “Ratna Sari, seorang pedagang”.
                return at < 3 || self.tokens.get(at - 1).is_some_and(|it| it.text == ",");
            }
            _ => return false,
        }
        true
    }
}

/// Whether a post follows within the first words, of which no one is a name.
fn leads_to_post(tokens: &[Token<'_>]) -> bool {
    let words = tokens.iter().take(4).take_while(|it| it.is_word());
    words.into_iter().any(|it| is_post(it.text) || is_person_noun(it.text))
}

/// Whether a post or a name follows within the first words.
fn leads_to_name(tokens: &[Token<'_>]) -> bool {
    let words = tokens.iter().take(4).take_while(|it| it.is_word() && !is_phrase_end(it.text));
    words
        .into_iter()
        .any(|it| is_post(it.text) || is_person_noun(it.text) || it.is_capitalized() && !is_named_thing(it))
}
