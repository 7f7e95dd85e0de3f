//! Which names are one: the same words are, similar ones may be.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use super::remark::Place;
use crate::lang::is_title;
use crate::text::folded_words;

/// Who has a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AgentKind {
    Person,
    Organization,
}

/// A name without case, accents and signs.
pub(super) fn name_key(name: &str) -> String {
    folded_words(name).collect::<Vec<_>>().join(" ")
}

/// The same without titles before it and degrees behind it.
pub(super) fn untitled_key(name: &str) -> String {
    let before = name.split(',').next().unwrap_or_default();
    let words: Vec<String> = folded_words(before).filter(|word| !is_title(word)).collect();
    if words.is_empty() { name_key(name) } else { words.join(" ") }
}

/// A name where it was first seen.
#[derive(Debug, Clone)]
pub(super) struct SeenName {
    pub(super) kind: AgentKind,
    pub(super) name: String,
    pub(super) id: String,
    /// The place, for messages.
    pub(super) place: Place,
}

/// The shortest name that is compared with others, in characters.
const SHORTEST: usize = 6;
/// The most names that are compared with each other because they have the same letters but one.
const NEIGHBOURS: usize = 12;

/// The pairs of names that may be one: they differ by titles, spaces or a letter.
pub(super) fn similar(names: &[SeenName]) -> Vec<(usize, usize)> {
    let keys: Vec<String> = names.iter().map(letters).collect();
    let mut neighbours: HashMap<u64, Vec<usize>> = HashMap::new();
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (index, (name, key)) in names.iter().zip(&keys).enumerate() {
        for hash in hashes(name.kind, key) {
            let others = neighbours.entry(hash).or_default();
            // One question for each name is enough. The hash of the whole key comes first, so that the same name does, too.
            let is_asked = pairs.last().is_some_and(|(_, last)| *last == index);
            let similar = others.iter().copied().find(|other| {
                names.get(*other).zip(keys.get(*other)).is_some_and(|(it, other_key)| {
                    it.id != name.id && are_similar(&it.name, other_key, &name.name, key)
                })
            });
            pairs.extend(similar.filter(|_| !is_asked).map(|other| (other, index)));
            if others.len() < NEIGHBOURS && others.last() != Some(&index) {
                others.push(index);
            }
        }
    }
    pairs
}

fn letters(name: &SeenName) -> String {
    let key = if name.kind == AgentKind::Person { untitled_key(&name.name) } else { name_key(&name.name) };
    key.replace(' ', "")
}

/// Texts of which two with one letter more, less or changed have one in common: the key, and the key without each letter.
fn hashes(kind: AgentKind, key: &str) -> Vec<u64> {
    let hash = |text: &str| {
        let mut hasher = DefaultHasher::new();
        (kind == AgentKind::Person, text).hash(&mut hasher);
        hasher.finish()
    };
    let mut hashes = vec![hash(key)];
    if key.chars().count() >= SHORTEST {
        hashes.extend(key.char_indices().map(|(at, c)| {
            let (before, after) =
                (key.get(..at).unwrap_or_default(), key.get(at + c.len_utf8()..).unwrap_or_default());
            hash(&format!("{before}{after}"))
        }));
    }
    hashes
}

fn are_similar(one: &str, one_key: &str, other: &str, other_key: &str) -> bool {
    if one_key == other_key {
        return true;
    }
    // Numbers and single letters tell names apart: SMP 1 and SMP 2, Kota A and Kota B.
    let marks = |name: &str| -> Vec<String> {
        let is_mark = |word: &String| word.chars().count() < 3 || word.contains(|c: char| c.is_numeric());
        folded_words(name).filter(|word| is_mark(word) && !is_title(word)).collect()
    };
    strsim::damerau_levenshtein(one_key, other_key) == 1 && marks(one) == marks(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(kind: AgentKind, names: &[&str]) -> Vec<(String, String)> {
        let seen: Vec<SeenName> = names
            .iter()
            .enumerate()
            .map(|(at, name)| SeenName {
                kind,
                name: (*name).to_owned(),
                id: at.to_string(),
                place: Place::default(),
            })
            .collect();
        similar(&seen)
            .iter()
            .map(|(one, other)| (seen[*one].name.clone(), seen[*other].name.clone()))
            .collect()
    }

    #[test]
    fn names_that_differ_by_a_letter_or_titles_may_be_one() {
        let pair = |one: &str, other: &str| vec![(one.to_owned(), other.to_owned())];
        let people = |list: &[&str]| names(AgentKind::Person, list);
        assert_eq!(
            people(&["Bagus Susetyo", "Ratna", "Bagus Susetio"]),
            pair("Bagus Susetyo", "Bagus Susetio")
        );
        assert_eq!(
            people(&["Ratna Contoh", "Dr. Ratna Contoh, M.Si."]),
            pair("Ratna Contoh", "Dr. Ratna Contoh, M.Si.")
        );
        assert_eq!(people(&["Siti Nur Hayati", "Siti Nurhayati"]), pair("Siti Nur Hayati", "Siti Nurhayati"));
        assert_eq!(people(&["Ratna Contoh", "Ratih Contoh", "Ani", "Ana"]), []);
        let organizations = |list: &[&str]| names(AgentKind::Organization, list);
        assert_eq!(
            organizations(&["SMP Negeri 1", "SMP Negeri 2", "Pemerintah Kota A", "Pemerintah Kota B"]),
            []
        );
        assert_eq!(organizations(&["DPRD Kota Bogor", "DPRD Kota Bogorr"]).len(), 1);
    }
}
