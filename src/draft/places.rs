//! Where an article says that somebody went, and which organizations it names.

use super::article::{Token, sentences};
use super::clues::NameClues;
use super::people::{Identity, People};
use super::words::{is_calendar, is_name_title, is_place_head, is_post, is_visiting};
use crate::text::fold;

/// A place or an organization as an article prints it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) name: String,
    /// The short form in parentheses behind it: “Mal Pelayanan Publik (MPP)”.
    pub(super) short: Option<String>,
    /// The index of the paragraph.
    pub(super) paragraph: usize,
}

/// Words between a verb of visiting and the place: “kunjungan ke”, “dilanjutkan ke”.
const LINKS: &[&str] = &[
    "ke",
    "di",
    "kerja",
    "lapangan",
    "langsung",
    "juga",
    "turut",
    "to",
    "the",
    "around",
    "round",
    "lokasi",
    "langsungnya",
    "a",
    "an",
    "pembangunan",
    "pelayanan",
    "fasilitas",
];

/// The places that somebody visited, in the order of the text, each once.
pub(super) fn stops(narration: &[Vec<Vec<Token<'_>>>], people: &People, clues: &NameClues) -> Vec<Named> {
    let mut stops: Vec<Named> = Vec::new();
    for (paragraph, pieces) in narration.iter().enumerate() {
        for sentence in pieces.iter().flat_map(|piece| sentences(piece)) {
            // What is only planned is no stop.
            if sentence.iter().any(|it| {
                ["akan", "rencananya", "berencana", "dijadwalkan", "will", "plan", "plans", "planned"]
                    .contains(&it.text)
            }) {
                continue;
            }
            for stop in stops_of(sentence, people, clues) {
                let known = |it: &Named| {
                    same(&it.name, &stop.0) || it.short.as_deref().is_some_and(|short| same(short, &stop.0))
                };
                if !stops.iter().any(known) {
                    stops.push(Named { name: stop.0, short: stop.1, paragraph });
                }
            }
        }
    }
    stops
}

/// Whether two names are of one thing: one begins with the other.
fn same(a: &str, b: &str) -> bool {
    let (a, b) = (fold(a), fold(b));
    let begins = |long: &str, short: &str| {
        long.strip_prefix(short).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    begins(&a, &b) || begins(&b, &a)
}

fn stops_of(sentence: &[Token<'_>], people: &People, clues: &NameClues) -> Vec<(String, Option<String>)> {
    let mut found = Vec::new();
    for (at, token) in sentence.iter().enumerate() {
        let goes_on = ["dilanjutkan", "melanjutkan", "berlanjut"].contains(&token.text)
            && sentence.iter().skip(at).take(4).any(|it| it.text == "ke");
        if token.is_capitalized() && at > 0 || !(is_visiting(token.text) || goes_on) {
            continue;
        }
        let mut from = at + 1;
        while sentence.get(from).is_some_and(|it| {
            LINKS.contains(&it.text) || (goes_on && it.is_word() && !it.is_capitalized() && from < at + 5)
        }) {
            from += 1;
        }
        // Several places are joined by commas and “dan”.
        while let Some((name, short, next)) = place(sentence, from, clues) {
            let is_person = people.find(&name, None) != Identity::Nobody;
            let is_city =
                name.split(' ').next().is_some_and(is_place_head) || clues.places.contains(&fold(&name));
            if !is_person && !is_city {
                found.push((name, short));
            }
            let joined = |it: &Token<'_>| matches!(it.text, "," | "dan" | "serta" | "and" | "hingga");
            if !sentence.get(next).is_some_and(joined) {
                break;
            }
            from = next + 1;
            while sentence.get(from).is_some_and(|it| joined(it) || it.text == "the") {
                from += 1;
            }
        }
    }
    found
}

/// The name of a place at a token: capitalized words, with the short form in parentheses. Returns the token behind it, too.
fn place(sentence: &[Token<'_>], from: usize, clues: &NameClues) -> Option<(String, Option<String>, usize)> {
    let run: Vec<&Token<'_>> = sentence
        .get(from..)?
        .iter()
        .take(12)
        .take_while(|it| {
            it.is_capitalized() && !is_calendar(it.text) || is_name_title(it.text) && it.text.ends_with('.')
        })
        .collect();
    let first = run.first()?;
    if is_post(first.text) || clues.is_anchor(first) {
        return None;
    }
    let name = run.iter().map(|it| it.text).collect::<Vec<_>>().join(" ");
    let next = from + run.len();
    let tail: Vec<&str> = sentence.get(next..next + 3).unwrap_or_default().iter().map(|it| it.text).collect();
    match tail.as_slice() {
        ["(", short, ")"] if short.chars().all(char::is_uppercase) => {
            Some((name, Some((*short).to_owned()), next + 3))
        }
        _ => Some((name, None, next)),
    }
}

/// The beginnings of names of governments, and the full form of the short ones.
const GOVERNMENTS: &[(&str, &str)] = &[
    ("Pemkot", "Pemerintah Kota"),
    ("Pemkab", "Pemerintah Kabupaten"),
    ("Pemprov", "Pemerintah Provinsi"),
    ("Pemerintah Kota", "Pemerintah Kota"),
    ("Pemerintah Kabupaten", "Pemerintah Kabupaten"),
    ("Pemerintah Provinsi", "Pemerintah Provinsi"),
    ("DPRD", "DPRD"),
    ("RSUD", "RSUD"),
    ("Kementerian", "Kementerian"),
];

/// The organizations that are named outside posts, each once, by their full names.
pub(super) fn organizations(narration: &[Vec<Vec<Token<'_>>>]) -> Vec<Named> {
    let mut found: Vec<Named> = Vec::new();
    for (paragraph, pieces) in narration.iter().enumerate() {
        for sentence in pieces.iter().flat_map(|piece| sentences(piece)) {
            for (at, _) in sentence.iter().enumerate().filter(|(_, it)| it.is_capitalized()) {
                let Some((name, short)) = organization(sentence, at) else { continue };
                if !found.iter().any(|it| fold(&it.name) == fold(&name)) {
                    found.push(Named { name, short, paragraph });
                }
            }
        }
    }
    found
}

fn organization(sentence: &[Token<'_>], at: usize) -> Option<(String, Option<String>)> {
    let rest = sentence.get(at..)?;
    let (begins, full) = GOVERNMENTS.iter().find(|(begins, _)| {
        begins.split(' ').zip(rest).filter(|(word, it)| *word == it.text).count() == begins.split(' ').count()
    })?;
    let count = begins.split(' ').count();
    // The office of somebody, as in “Ketua DPRD”, is named with them.
    let before = at.checked_sub(1).and_then(|at| sentence.get(at));
    if before.is_some_and(|it| is_post(it.text)) {
        return None;
    }
    let name: Vec<&str> = rest
        .iter()
        .skip(count)
        .take(6)
        .take_while(|it| it.is_capitalized() && !is_calendar(it.text) && !is_post(it.text))
        .map(|it| it.text)
        .collect();
    let name: Vec<&str> =
        if ["Pemkot", "Pemkab", "Pemprov"].contains(begins) || begins.starts_with("Pemerintah") {
            name.into_iter().take(2).collect()
        } else {
            name
        };
    if name.is_empty() {
        return None;
    }
    let name = name.join(" ");
    let printed = format!("{begins} {name}");
    let full = format!("{full} {name}");
    let short = (printed != full).then_some(printed);
    Some((full, short))
}
