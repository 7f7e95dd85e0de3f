//! Who visits whom, where an article says so: “rombongan Pemkot Awan”, “berkunjung ke Kota Batu”.

use std::collections::BTreeSet;

use super::article::{Token, sentences};
use super::words::{is_calendar, is_office, is_place_head, is_post};
use crate::model::Side;
use crate::text::{fold, folded_words};

/// Words for those who visit, or for the visit of somebody.
const VISITORS: &[&str] = &["rombongan", "delegasi", "lawatan", "delegation", "visitors", "delegates"];
/// Words for a visit, which whose it is may follow, and to where behind a preposition.
const VISITS: &[&str] = &["kunjungan", "studi", "kunker", "visit", "trip", "tour"];
/// Verbs and phrases that lead to those who are visited.
const GOES: &[&str] =
    &["berkunjung", "mengunjungi", "menyambangi", "bertandang", "belajar", "visited", "toured"];
/// What may stand between such a word and a name.
const LINKS: &[&str] = &[
    "tiru",
    "banding",
    "kerja",
    "lapangan",
    "resmi",
    "kehormatan",
    "ini",
    "itu",
    "dari",
    "asal",
    "pejabat",
    "para",
    "official",
    "study",
    "from",
    "of",
    "the",
    "a",
    "langsung",
    "antarpemerintah",
];
/// Beginnings of names of governments that are no part of the name of their place.
const GOVERNMENTS: &[&str] = &["Pemkot", "Pemkab", "Pemprov", "Pemda", "Pemerintah", "DPRD", "Council"];

/// The places whose people visit, and those whose people are visited, folded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Sides {
    visitors: BTreeSet<String>,
    hosts: BTreeSet<String>,
}

impl Sides {
    /// Reads the words of the narrator.
    pub(super) fn of(narration: &[Vec<Vec<Token<'_>>>]) -> Self {
        let mut sides = Self::default();
        for sentence in narration.iter().flatten().flat_map(|piece| sentences(piece)) {
            sides.read(sentence);
        }
        // A place that both visits and is visited says nothing.
        let both: BTreeSet<String> = sides.visitors.intersection(&sides.hosts).cloned().collect();
        sides.visitors.retain(|place| !both.contains(place));
        sides.hosts.retain(|place| !both.contains(place));
        sides
    }

    fn read(&mut self, sentence: &[Token<'_>]) {
        let planned = ["akan", "rencananya", "dijadwalkan", "batal", "will"];
        if sentence.iter().any(|it| planned.contains(&it.text)) {
            return;
        }
        for (at, token) in sentence.iter().enumerate() {
            let word = token.lower();
            let word = word.as_str();
            if VISITORS.contains(&word) {
                self.visitors.extend(name(sentence, at + 1).map(|(name, _)| name));
            } else if VISITS.contains(&word) {
                // “kunjungan Pemkot Awan di Batu”, “studi tiru ke Kota Batu”.
                let whose = name(sentence, at + 1);
                let from = whose.as_ref().map_or(at + 1, |(_, next)| *next);
                let host = goal(sentence, from);
                if host.is_some() {
                    self.visitors.extend(whose.map(|(name, _)| name));
                }
                self.hosts.extend(host);
            } else if GOES.contains(&word) {
                let direct = ["mengunjungi", "menyambangi", "visited", "toured"].contains(&word);
                let host = if direct {
                    name(sentence, at + 1).map(|(name, _)| name)
                } else {
                    goal(sentence, at + 1)
                };
                self.hosts.extend(host);
            }
        }
    }

    /// The side of somebody with this post, or of an organization with this name.
    pub(super) fn side(&self, name: &str) -> Option<Side> {
        let words: Vec<String> = folded_words(name).collect();
        let names = |place: &String| {
            let place: Vec<&str> = place.split(' ').collect();
            words.windows(place.len()).any(|window| window.iter().zip(&place).all(|(a, b)| a == b))
        };
        match (self.visitors.iter().any(names), self.hosts.iter().any(names)) {
            (true, false) => Some(Side::Visitor),
            (false, true) => Some(Side::Host),
            _ => None,
        }
    }
}

/// The place behind “ke”, “di”, “to” or “in”, within a few words.
fn goal(sentence: &[Token<'_>], from: usize) -> Option<String> {
    let rest = sentence.get(from..)?;
    let at = rest.iter().take(5).position(|it| ["ke", "di", "to", "in"].contains(&it.text))?;
    name(sentence, from + at + 1).map(|(name, _)| name)
}

/// The name of the place of a government or a city at a token, folded, and the token behind it.
fn name(sentence: &[Token<'_>], mut at: usize) -> Option<(String, usize)> {
    while sentence.get(at).is_some_and(|it| LINKS.contains(&it.lower().as_str())) {
        at += 1;
    }
    let start = at;
    let is_head = |it: &Token<'_>| GOVERNMENTS.contains(&it.text) || is_place_head(it.text);
    while sentence.get(at).is_some_and(is_head) {
        at += 1;
    }
    let words: Vec<&Token<'_>> = sentence
        .get(at..)?
        .iter()
        .take(3)
        .take_while(|it| {
            it.is_capitalized() && !is_calendar(it.text) && !is_post(it.text) && !is_office(it.text)
        })
        .collect();
    // One word alone, such as “MPP”, may be anything: a government or a city is named as one, or in letters of both cases.
    let is_place = !words.is_empty() && (at > start || words.iter().all(|it| !it.is_acronym()));
    let folded = words.iter().map(|it| fold(it.text)).collect::<Vec<_>>().join(" ");
    is_place.then_some((folded, at + words.len()))
}

#[cfg(test)]
mod tests {
    use super::super::article::tokens;
    use super::*;

    fn sides(text: &str) -> Sides {
        Sides::of(&[vec![tokens(text, 0)]])
    }

    #[test]
    fn whose_visit_it_is_and_to_where_gives_the_sides() {
        for text in [
            "Rombongan Pemkot Awan tiba, lalu berkunjung ke Kota Batu.",
            "Kunjungan Pemkot Awan di Batu berlangsung sehari.",
            "The delegation from Awan visited Batu.",
        ] {
            let sides = sides(text);
            assert_eq!(sides.side("Wali Kota Awan"), Some(Side::Visitor), "{text}");
            assert_eq!(sides.side("Sekretaris Daerah Kota Batu"), Some(Side::Host), "{text}");
            assert_eq!(sides.side("Kepala Dinas"), None, "{text}");
        }
    }

    #[test]
    fn a_plan_and_a_return_visit_say_nothing() {
        assert_eq!(sides("Rombongan Pemkot Awan akan berkunjung ke Kota Batu."), Sides::default());
        let both =
            sides("Rombongan Pemkot Awan berkunjung ke Kota Batu. Rombongan Pemkot Batu berkunjung ke Awan.");
        assert_eq!((both.side("Wali Kota Awan"), both.side("Wali Kota Batu")), (None, None));
    }
}
