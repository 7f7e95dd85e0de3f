//! The people of an article, and which of them a mention means.

use std::collections::{BTreeSet, HashMap};

use super::mention::{Gender, Mention};
use super::words::{is_address, is_indefinite, is_name_title, is_post};
use crate::text::fold;

/// Somebody of the article.
#[derive(Debug, Clone)]
pub(super) struct Person {
    /// The longest name that is printed; none of somebody who is only called by a post.
    pub(super) name: Option<String>,
    pub(super) post: Option<String>,
    /// The post, folded and in full.
    plain_post: String,
    pub(super) other_names: Vec<String>,
    pub(super) gender: Option<Gender>,
    /// The words of each name that identify.
    keys: Vec<Vec<String>>,
}

impl Person {
    fn new(
        name: Option<String>,
        post: Option<String>,
        other_name: Option<String>,
        gender: Option<Gender>,
    ) -> Self {
        let other_names = other_name.into_iter().collect();
        let plain_post = post.as_deref().map(plain_post).unwrap_or_default();
        Self { name, post, plain_post, other_names, gender, keys: Vec::new() }.with_keys()
    }

    pub(super) fn set_post(&mut self, post: String) {
        self.plain_post = plain_post(&post);
        self.post = Some(post);
    }

    /// Whether the person is known by another post than this one.
    pub(super) fn has_other_post(&self, post: &str) -> bool {
        let known = head(&self.plain_post);
        known.is_some_and(|known| head(&plain_post(post)).is_some_and(|post| known != post))
    }

    /// Whether words that name somebody by somebody else, “istri Bupati Senja”, mean this person by the latter.
    pub(super) fn shares_words(&self, relation: &str) -> bool {
        let words = fold(relation);
        let shares = |known: &str| words.split(' ').skip(1).any(|word| word == known);
        head(&self.plain_post).is_some_and(shares) || self.keys.iter().flatten().any(|key| shares(key))
    }

    fn with_keys(mut self) -> Self {
        self.keys = self.name.iter().chain(&self.other_names).map(|name| key(name)).collect();
        self
    }
}

/// More people are not told apart: that is no article.
const MOST: usize = 300;

/// If more people share a word of their names, it tells nothing of who is meant.
const MOST_NAMESAKES: usize = 30;

/// The words of a name that identify: folded, without titles.
fn key(name: &str) -> Vec<String> {
    let words = name.split_whitespace().filter(|word| !is_name_title(word) && !is_address(word));
    let words: Vec<String> =
        words.map(|word| fold(word.trim_matches(|c: char| !c.is_alphanumeric()))).collect();
    if words.is_empty() { vec![fold(name)] } else { words }
}

/// The word of a post that says what it is: “kepala” of “kepala dinas”.
fn head(plain_post: &str) -> Option<&str> {
    plain_post.split(' ').find(|word| is_post(word))
}

/// The full forms of short posts.
const SHORT_POSTS: &[(&str, &str)] = &[
    ("wagub", "wakil gubernur"),
    ("wabup", "wakil bupati"),
    ("wawali", "wakil wali kota"),
    ("walikota", "wali kota"),
    ("wamen", "wakil menteri"),
    ("sekda", "sekretaris daerah"),
    ("sekwan", "sekretaris dprd"),
    ("kadis", "kepala dinas"),
    ("kades", "kepala desa"),
    ("kabag", "kepala bagian"),
    ("kabid", "kepala bidang"),
    ("dirut", "direktur utama"),
    ("menkes", "menteri kesehatan"),
    ("mendagri", "menteri dalam negeri"),
    ("mentan", "menteri pertanian"),
    ("menhub", "menteri perhubungan"),
    ("mensos", "menteri sosial"),
    ("menkeu", "menteri keuangan"),
    ("menag", "menteri agama"),
    ("kadinkes", "kepala dinas kesehatan"),
    ("kadisdik", "kepala dinas pendidikan"),
    ("pm", "prime minister"),
];

/// A post, folded and in full, without “Pj.” before it.
fn plain_post(post: &str) -> String {
    let words = fold(post);
    let acting = ["pj", "pjs", "plt", "plh", "acting", "penjabat"];
    let words = words.split(' ').skip_while(|word| acting.contains(&word.trim_end_matches('.')));
    let full = |word| SHORT_POSTS.iter().find(|(short, _)| *short == word).map_or(word, |(_, full)| *full);
    words.map(full).collect::<Vec<_>>().join(" ")
}

/// The people of an article, in the order in which they are mentioned.
#[derive(Debug, Default)]
pub(super) struct People(pub(super) Vec<Person>, HashMap<String, BTreeSet<usize>>);

/// Who is meant by a mention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Identity {
    One(usize),
    /// Several people fit.
    Several(Vec<usize>),
    Nobody,
}

impl People {
    /// Adds whoever is mentioned, unless they are known.
    pub(super) fn add(&mut self, mention: &Mention) {
        let Some(name) = &mention.name else { return };
        match self.find(name, mention.gender) {
            Identity::One(known) => {
                let Some(person) = self.0.get_mut(known) else { return };
                let length = |name: &String| (key(name).len(), name.len());
                if person.name.as_ref().is_none_or(|known| length(name) > length(known)) {
                    person.name = Some(name.clone());
                }
                if let Some(post) = mention.post.clone().filter(|_| person.post.is_none()) {
                    person.set_post(post);
                }
                person.gender = person.gender.or(mention.gender);
                person.other_names.extend(mention.other_name.clone());
                *person = person.clone().with_keys();
                self.index(known);
            }
            Identity::Nobody if self.0.len() < MOST => {
                let (name, post) = (Some(name.clone()), mention.post.clone());
                self.0.push(Person::new(name, post, mention.other_name.clone(), mention.gender));
                self.index(self.0.len() - 1);
            }
            Identity::Several(_) | Identity::Nobody => {}
        }
    }

    /// Makes somebody known by each word of their names.
    fn index(&mut self, at: usize) {
        let Some(person) = self.0.get(at) else { return };
        for word in person.keys.iter().flatten() {
            self.1.entry(word.clone()).or_default().insert(at);
        }
    }

    /// The people who share words with a name; where many share one, only those with its rarest word.
    fn sharing(&self, words: &[String]) -> BTreeSet<usize> {
        let with = |word: &String| self.1.get(word);
        let is_crowd = words.iter().filter_map(with).any(|people| people.len() > MOST_NAMESAKES);
        if is_crowd && words.len() > 1 {
            let all: Option<Vec<_>> = words.iter().map(with).collect();
            let rarest = all.and_then(|all| all.into_iter().min_by_key(|people| people.len()));
            return rarest.cloned().unwrap_or_default();
        }
        words.iter().filter_map(with).flatten().copied().collect()
    }

    /// The person of a name, or of a part of one.
    pub(super) fn find(&self, name: &str, gender: Option<Gender>) -> Identity {
        let words = key(name);
        let is_part = |a: &[String], b: &[String]| a.iter().all(|word| b.contains(word));
        let fits = |person: &Person| {
            let is_other = person.gender.zip(gender).is_some_and(|(known, gender)| known != gender);
            !is_other && person.keys.iter().any(|known| is_part(&words, known) || is_part(known, &words))
        };
        let sharing = self.sharing(&words);
        let with = |is: &dyn Fn(&Person) -> bool| -> Vec<usize> {
            sharing.iter().copied().filter(|at| self.0.get(*at).is_some_and(is)).collect()
        };
        let exact = with(&|person| person.keys.first() == Some(&words)).first().copied();
        let found = with(&fits);
        match (exact, found.as_slice()) {
            (Some(one), _) => Identity::One(one),
            (None, [one]) => Identity::One(*one),
            (None, []) => self.beginning_with(&words),
            (None, several) => Identity::Several(several.to_vec()),
        }
    }

    /// “kata Prayit”, of Prayitno Contoh: the only person with a word that begins like a short name.
    fn beginning_with(&self, words: &[String]) -> Identity {
        let [word] = words else { return Identity::Nobody };
        let fits = |person: &Person| {
            person
                .keys
                .iter()
                .flatten()
                .any(|known| known.starts_with(word.as_str()) && known.len() > word.len())
        };
        let mut found = self.0.iter().enumerate().filter(|(_, it)| word.len() >= 3 && fits(it));
        match (found.next(), found.next()) {
            (Some((at, _)), None) => Identity::One(at),
            _ => Identity::Nobody,
        }
    }

    /// The person with a post: one whose post ends or begins with these words.
    pub(super) fn with_post(&self, post: &str) -> Identity {
        let words = plain_post(post);
        let words = words.trim_end_matches(" ini").trim_end_matches(" itu").trim_end_matches(" tersebut");
        let fits = |person: &Person| {
            let rest = person.plain_post.strip_prefix(words).filter(|_| !words.is_empty());
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        let found: Vec<usize> =
            self.0.iter().enumerate().filter(|(_, it)| fits(it)).map(|(at, _)| at).collect();
        match found.as_slice() {
            [one] => Identity::One(*one),
            [] => Identity::Nobody,
            several => Identity::Several(several.to_vec()),
        }
    }

    /// The person whose post begins with the same word as these words.
    pub(super) fn with_head(&self, post: &str) -> Option<usize> {
        let wanted = plain_post(post);
        let wanted = head(&wanted)?;
        let mut fits = self
            .0
            .iter()
            .enumerate()
            .filter(|(_, it)| it.name.is_some() && head(&it.plain_post) == Some(wanted));
        let first = fits.next().map(|(at, _)| at);
        if fits.next().is_some() { None } else { first }
    }

    /// Adds somebody who is only called by a post; returns their place.
    pub(super) fn add_unnamed(&mut self, post: &str) -> usize {
        // “seorang petugas” is a “petugas”.
        let words: Vec<&str> =
            post.split(' ').skip_while(|word| is_indefinite(word) || *word == "of").collect();
        let post = if words.is_empty() { post.to_owned() } else { words.join(" ") };
        let plain = plain_post(&post);
        let same = |it: &Person| it.name.is_none() && it.plain_post == plain;
        self.0.iter().position(same).unwrap_or_else(|| {
            self.0.push(Person::new(None, Some(post), None, None));
            self.0.len() - 1
        })
    }
}

/// The name of a person, or the post of somebody unnamed.
pub(super) fn label(person: &Person) -> &str {
    person.name.as_deref().or(person.post.as_deref()).unwrap_or_default()
}
