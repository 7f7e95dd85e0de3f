//! What the words of an article say about names: which stand for people, which for places.

use std::collections::HashSet;

use super::article::Token;
use super::words::{
    is_address, is_calendar, is_degree_word, is_direction, is_function_word, is_indefinite, is_known_place,
    is_minister, is_name_title, is_office, is_person_noun, is_place_beginning, is_place_head, is_possessive,
    is_post, is_pronoun, speech_verb,
};
use crate::text::fold;

/// Words of an article that help to read names.
#[derive(Debug, Default)]
pub(super) struct NameClues {
    /// Folded words that stand where a speaker stands, so that a name may begin with them.
    anchors: HashSet<String>,
    /// Folded words of full names, where it is certain that they are names.
    name_words: HashSet<String>,
    /// Folded words that stand where a place stands.
    pub(super) places: HashSet<String>,
    /// Folded names of places and organizations: “nusa tirta”, “dr. soemantri”.
    names_of_places: HashSet<String>,
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
            clues.read_places(sentence);
        }
        for sentence in sentences {
            clues.read_full_name(sentence);
        }
        clues
    }

    /// The number of tokens at the start that are the name of a place, as far as the words tell.
    pub(super) fn place_at(&self, tokens: &[Token<'_>]) -> usize {
        let known = |count: &usize| {
            tokens.get(..*count).is_some_and(|name| {
                self.names_of_places.contains(&folded(name)) || is_known_place(&folded(name))
            })
        };
        let by_form = || match tokens {
            // “Sungai Rotan”, “Hulu Tebing Utara”.
            [first, second, third, ..]
                if is_place_beginning(first.text) && is_direction(third.text) && !self.is_anchor(second) =>
            {
                3
            }
            [first, second, ..] if is_place_beginning(first.text) && !self.is_anchor(second) => 2,
            [_, second, ..] if is_direction(second.text) => 2,
            _ => 0,
        };
        (1..=LONGEST_PLACE).rev().find(known).unwrap_or_else(by_form)
    }

    /// The names behind words such as “Kota” and “RSUD”, and behind “di” and “ke”.
    fn read_places(&mut self, sentence: &[Token<'_>]) {
        let mut at = 0;
        while at < sentence.len() {
            let rest = sentence.get(at..).unwrap_or_default();
            let count = rest.iter().take_while(|it| is_part_of_name(it)).count();
            if count > 0 {
                let (run, behind) = rest.split_at(count);
                let before = sentence.get(..at).unwrap_or_default();
                // “Kepala Dinas Koperasi dan UKM Awan Sutaryo”.
                let joined = before.last().is_some_and(|it| ["dan", "serta", "&"].contains(&it.text));
                let mut phrase = before
                    .iter()
                    .rev()
                    .take_while(|it| is_part_of_name(it) || ["dan", "serta", "&"].contains(&it.text));
                let has_post =
                    run.iter().any(|it| is_post(it.text)) || joined && phrase.any(|it| is_post(it.text));
                self.read_places_of(run, has_post, before.last(), behind);
            }
            at += count.max(1);
        }
    }

    fn read_places_of(
        &mut self,
        run: &[Token<'_>],
        has_post: bool,
        before: Option<&Token<'_>>,
        behind: &[Token<'_>],
    ) {
        // “Bupati Rawa Jernih, Drs. H. Sulaiman”: with a post, only the place stands before the comma.
        let is_alone = matches!(behind, [comma, next, ..] if comma.text == "," && is_part_of_name(next) && !is_post(next.text)
            && (is_name_title(next.text) || !(next.text.contains('.') || next.is_acronym() || is_degree_word(next.text))));
        if has_post && !is_alone {
            return;
        }
        let is_head = |it: &Token<'_>| is_place_head(it.text) || is_office(it.text) || it.is_acronym();
        let names = run.iter().enumerate().filter(|(_, it)| is_head(it)).map(|(at, _)| at + 1);
        let leads = before.is_some_and(|it| ["di", "ke", "in", "at", "near"].contains(&it.text));
        for from in names.chain(leads.then_some(0)) {
            let name = run.get(from..).unwrap_or_default();
            let count = name.iter().take_while(|it| !is_head(it) && !is_post(it.text)).count();
            let is_plain = |it: &Token<'_>| !it.text.chars().any(|c| c.is_ascii_digit());
            if let Some(name) =
                name.get(..count).filter(|it| it.iter().all(is_plain) && (1..=LONGEST_PLACE).contains(&count))
            {
                self.names_of_places.insert(folded(name));
            }
        }
    }

    /// The name of a place in a headline or in a dateline.
    pub(super) fn add_place(&mut self, name: &str) {
        self.names_of_places.insert(fold(name));
    }

    /// Whether a word stands for a place elsewhere, and never for a person.
    pub(super) fn is_place(&self, token: &Token<'_>) -> bool {
        self.places.contains(&fold(token.text)) && !self.is_anchor(token)
    }

    /// Whether a word stands for a person elsewhere.
    pub(super) fn is_anchor(&self, token: &Token<'_>) -> bool {
        self.anchors.contains(&fold(token.text))
    }

    /// Whether a word is a part of somebody's name elsewhere.
    pub(super) fn is_name_word(&self, token: &Token<'_>) -> bool {
        self.name_words.contains(&fold(token.text))
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
            let before = sentence.get(..at).unwrap_or_default();
            let rest = sentence.get(at + 1..).unwrap_or_default();
            self.read_next(before, token, rest);
            self.read_post(token, rest);
            self.read_run(before, sentence.get(at..).unwrap_or_default());
            self.read_subject(before, token, rest);
        }
    }

    /// The name of a person or of a place behind a word that leads to one.
    fn read_next(&mut self, before: &[Token<'_>], token: &Token<'_>, rest: &[Token<'_>]) {
        let next = rest.first().filter(|next| next.is_capitalized() && !is_named_thing(next));
        let Some(next) = next else { return };
        let is_facility = before.last().is_some_and(|it| is_office(it.text));
        // “kata Ratna”, “Pak Joko”, “bernama Lestari”, “88-year-old Edith”, “dr. Lukas”.
        let leads = speech_verb(token.text).is_some() && !token.is_capitalized()
            || before.is_empty() && token.lower() == "menurut"
            || is_address(token.text)
            || ["bernama", "named"].contains(&token.text)
            || token.text.ends_with("-year-old")
            || is_name_title(token.text) && !is_facility && !is_post(token.text);
        if leads && !is_name_title(next.text) {
            self.anchors.insert(fold(next.text));
        }
        let leads_to_place = ["di", "ke", "dari", "in", "to", "from", "at"].contains(&token.lower().as_str());
        // “Wali Kota Maria” names no place, nor does “Menteri Pembangunan Desa Johan Kalalo”.
        let is_head = is_place_head(token.text)
            && !is_post(token.text)
            && !before.last().is_some_and(|it| is_post(it.text))
            && !before.iter().any(|it| is_minister(it.text));
        if is_head || leads_to_place {
            self.places.insert(fold(next.text));
        }
    }

    /// “kata Wamen Johan”: a name behind a verb and a post without a place.
    fn read_post(&mut self, token: &Token<'_>, rest: &[Token<'_>]) {
        if speech_verb(token.text).is_none() || token.is_capitalized() {
            return;
        }
        let posts = rest.iter().take_while(|it| is_post(it.text)).count();
        let names = rest.iter().skip(posts).take_while(|it| it.is_capitalized()).take(3).count();
        let post = posts.checked_sub(1).and_then(|last| rest.get(last));
        // “kata Ketua Posyandu Melati, Hj. Rodiyah Palupi”: the name stands behind the comma.
        let is_place = matches!(rest.get(posts + names..), Some([comma, next, ..]) if comma.text == ","
            && next.is_capitalized() && !is_calendar(next.text) && !is_post(next.text));
        let name = rest.get(posts).filter(|it| !is_place && !is_named_thing(it) && !is_name_title(it.text));
        if let Some(name) = name.filter(|_| names <= 2 && post.is_some_and(|it| !is_place_head(it.text))) {
            self.anchors.insert(fold(name.text));
        }
    }

    /// Names by what follows them: “Hannah Oduya, 19,”, “Josephine Bray, who …”, “Seorang mahasiswi, Keisha, …”.
    fn read_run(&mut self, before: &[Token<'_>], rest: &[Token<'_>]) {
        let count = rest.iter().take_while(|it| it.is_capitalized()).take(5).count();
        let (run, tail) = rest.split_at(count);
        let is_surname = matches!(tail, [before, age, after, ..] if before.text == "," && is_age(age.text) && after.text == ",")
            && run.first().is_some_and(|it| !is_function_word(it.text));
        let starts_clause = before.last().is_none_or(|it| it.text == ",");
        // “Melur Sasongko dari BPBD menekan bel”, “Sarwo Kentung, pria 61 tahun”.
        let is_presented = match tail {
            [from, office, ..] => {
                from.text == "dari" && starts_clause && is_office(office.text)
                    || from.text == "," && is_person_noun(office.text) && !office.is_capitalized()
            }
            _ => false,
        };
        let tail: Vec<&str> = tail.iter().take(2).map(|it| it.text).collect();
        let starts_run = before
            .last()
            .is_none_or(|it| !it.is_capitalized() || before.len() == 1 && is_function_word(it.text));
        let is_described = starts_run
            && (is_presented
                || matches!(tail.as_slice(), [",", "who" | "yang"])
                || matches!(tail.as_slice(), ["(" | ",", age] if is_age(age)));
        let is_inserted = matches!(tail.as_slice(), ["," | "(" | ".", ..])
            && !is_address_of_place(before)
            && before
                .split_last()
                .is_some_and(|(comma, words)| comma.text == "," && introduces_somebody(words))
            && !run
                .iter()
                .any(|it| is_degree_word(it.text) || it.text.contains('.') || is_function_word(it.text));
        let words: Vec<&Token<'_>> = run.iter().filter(|it| !is_name_title(it.text)).collect();
        let is_name = words.len() <= 4 && !words.iter().any(|it| is_named_thing(it));
        if is_name && (is_inserted || is_described && (count > 1 || is_surname)) {
            self.anchors.extend(words.first().map(|it| fold(it.text)));
            self.name_words.extend(words.iter().map(|it| fold(it.text)));
        }
    }

    /// “Josephine Bray is standing …” at the start of a sentence, of whom the text goes on to say “Bray, 63,”.
    fn read_full_name(&mut self, sentence: &[Token<'_>]) {
        let run: Vec<&Token<'_>> = sentence.iter().take_while(|it| it.is_capitalized()).collect();
        if let [first, .., last] = run.as_slice()
            && run.len() <= 3
            && self.is_anchor(last)
            && self.is_name_word(last)
            && !run.iter().any(|it| is_named_thing(it) || is_function_word(it.text) || is_name_title(it.text))
        {
            self.anchors.insert(fold(first.text));
        }
    }

    /// “Ratna menegaskan”, at the start of a sentence or of a clause.
    fn read_subject(&mut self, before: &[Token<'_>], token: &Token<'_>, rest: &[Token<'_>]) {
        let begins = before.last().is_none_or(|it| it.text == "," && !is_address_of_place(before));
        let speaks =
            rest.first().is_some_and(|next| speech_verb(next.text).is_some() && !next.is_capitalized());
        let is_name = token.is_capitalized()
            && !is_named_thing(token)
            && !is_pronoun(token.text)
            && !is_function_word(token.text)
            && !is_verb_form(token.text);
        if begins && speaks && is_name {
            self.anchors.insert(fold(token.text));
        }
    }
}

/// The most words of the name of a place.
const LONGEST_PLACE: usize = 3;

fn folded(tokens: &[Token<'_>]) -> String {
    fold(&tokens.iter().map(|it| it.text).collect::<Vec<_>>().join(" "))
}

/// Whether a word may be a part of a name: it is capitalized, or a title such as “dr.”.
fn is_part_of_name(token: &Token<'_>) -> bool {
    token.is_capitalized() && !is_calendar(token.text)
        || is_name_title(token.text) && token.text.ends_with('.')
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

/// “Seorang mahasiswi”, “That landlord”: whether words before a comma lead to a name behind it.
fn introduces_somebody(words: &[Token<'_>]) -> bool {
    let is_somebody = |it: &Token<'_>| {
        is_post(it.text)
            || is_person_noun(it.text) && !it.is_capitalized()
            || is_indefinite(it.text) && it.text.len() > 3
    };
    let is_description = words
        .first()
        .is_some_and(|it| ["That", "This", "The", "His", "Her", "Their", "Its", "Our"].contains(&it.text))
        && (2..=6).contains(&words.len())
        && words.iter().skip(1).all(|it| it.is_word() && !it.is_capitalized());
    is_description || words.iter().any(is_somebody)
}

/// “in Saint-Orvin, Quebec”: whether the words before a comma end in a place, so that a larger one follows.
fn is_address_of_place(words: &[Token<'_>]) -> bool {
    let words = words.split_last().map_or(words, |(_, words)| words);
    let capitals = words.iter().rev().take_while(|it| it.is_capitalized()).count();
    let head = words.len().checked_sub(capitals + 1).and_then(|at| words.get(at));
    capitals > 0 && head.is_some_and(|it| ["in", "at", "to", "near", "di", "ke"].contains(&it.text))
}

/// “, 19,”, “(51)”: an age.
pub(super) fn is_age(word: &str) -> bool {
    (1..=2).contains(&word.len()) && word.chars().all(|c| c.is_ascii_digit())
}

/// Whether a capitalized word has the form of an Indonesian verb or of a noun with -nya: “Menanggapi”, “Ditanya”, “Rekannya”.
pub(super) fn is_verb_form(word: &str) -> bool {
    let word = word.to_lowercase();
    let has = |prefixes: &[&str]| prefixes.iter().any(|prefix| word.starts_with(prefix));
    word.len() >= 7
        && (word.ends_with("nya")
            || has(&["meng", "meny", "memp", "memb", "ber", "dit", "dik", "dis", "dip"]))
}
