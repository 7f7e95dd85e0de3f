//! The words by which Indonesian and English reports name posts, offices, speech and visits: one list per file in `words/`.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// A list of words, separated by white space, in lower case unless their case matters.
struct Words(LazyLock<HashSet<&'static str>>);

impl Words {
    /// Whether the list has a word; case and a full stop at the end do not matter.
    fn has(&self, word: &str) -> bool {
        in_lower_case(word, |word| self.0.contains(word)).unwrap_or_default()
    }
}

/// Longer words are in no list, in bytes.
const LONGEST: usize = 24;

/// A word in lower case and without a full stop at its end, without an allocation: this is done for every word many times.
/// `None` if it is in no list, as it is too long or has other letters than the lists.
fn in_lower_case<T>(word: &str, use_word: impl FnOnce(&str) -> T) -> Option<T> {
    let word = word.trim_end_matches('.');
    let mut buffer = [0; LONGEST];
    let lower = buffer.get_mut(..word.len()).filter(|_| word.is_ascii())?;
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    std::str::from_utf8(lower).ok().map(use_word)
}

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident = $file:literal;)*) => {
        $($(#[$doc])* static $name: Words =
            Words(LazyLock::new(|| include_str!(concat!("words/", $file, ".txt")).split_whitespace().collect()));)*
    };
}

words! {
    /// Indonesian roots, used without a prefix before the speaker, or with -nya.
    ROOTS = "roots";
    /// Indonesian verbs that follow their subject.
    SUBJECT_VERBS = "subject_verbs";
    /// Indonesian passive verbs, with the speaker behind them.
    PASSIVE_VERBS = "passive_verbs";
    /// English verbs, which stand on either side of the speaker.
    ENGLISH_VERBS = "english_verbs";
    PRONOUNS = "pronouns";
    /// Words that begin a post, or name one.
    POSTS = "posts";
    /// Words of offices, organizations and their fields, which are no names of people.
    OFFICES = "offices";
    /// Words before the name of a place.
    PLACE_HEADS = "place_heads";
    /// First words of names of places that have several: “Sungai Rotan”, “Tanjung Pesona”.
    PLACE_BEGINNINGS = "place_beginnings";
    /// Second words of names of places: “Lintang Utara”.
    DIRECTIONS = "directions";
    /// Abbreviations that are followed by a full stop and a name.
    ABBREVIATIONS = "abbreviations";
    /// Academic degrees behind a name, without full stops.
    DEGREES = "degrees";
    /// Words that join clauses.
    CONJUNCTIONS = "conjunctions";
    /// Words beside a verb of speaking, and words with -nya that are none.
    ADVERBS = "adverbs";
    /// English verbs that speak of no speech.
    AUXILIARIES = "auxiliaries";
    /// First names that tell whom “she” means.
    FEMALE_NAMES = "female_names";
    /// First names that tell whom “he” means.
    MALE_NAMES = "male_names";
    /// Ranks before a post: “Second Minister”, “Associate Professor”.
    RANKS = "ranks";
    /// Titles before a name.
    TITLES = "titles";
    /// Words of address, which are no part of the name.
    ADDRESSES = "addresses";
    /// Words that end the phrase that names a speaker: then come hearers, places, times.
    PHRASE_ENDS = "phrase_ends";
    /// Words before somebody who does not speak.
    LISTENERS = "listeners";
    /// Words directly before marks that enclose a name, a title or a nickname.
    NAMING = "naming";
    /// Days and months, which begin with a capital in dates.
    CALENDAR = "calendar";
    /// Verbs of visiting, with the place behind them.
    VISITING = "visiting";
    /// Words that begin sentences, and are no names.
    FUNCTION_WORDS = "function_words";
    /// Things that are read out or quoted: signs, letters, rules.
    DOCUMENTS = "documents";
    /// Words before another name of a person.
    NICKNAMING = "nicknaming";
    /// Nouns of speech, with a colon or a comma before the words: “Begini jawaban Rintik: …”, “In her words, …”.
    SPEECH_NOUNS = "speech_nouns";
    /// Nouns of people without an office, behind “seorang” or “a”.
    PERSON_NOUNS = "person_nouns";
}

/// The beginnings of lines that belong to the page and not to the article, one per line.
const FURNITURE: &str = include_str!("words/furniture.txt");

/// What stands above headlines, one per line.
const KICKERS: &str = include_str!("words/kickers.txt");

/// Words at the start of names that are no names by themselves; their case matters.
const NAME_PREFIXES: &str = include_str!("words/name_prefixes.txt");

/// Where the speaker of a verb of speaking stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SpeechVerb {
    /// Behind the verb, or before it: “kata Ratna”, “said Ms Tan”, “Ms Tan said”.
    Root,
    /// Before the verb: “Ratna mengatakan”.
    Subject,
    /// Behind the verb: “disampaikan Ratna”.
    Passive,
    /// In the verb: “ujarnya”.
    Pronoun,
}

/// The kind of speech verb that a word is, if it is one.
pub(super) fn speech_verb(word: &str) -> Option<SpeechVerb> {
    in_lower_case(word, verb_kind).flatten()
}

fn verb_kind(word: &str) -> Option<SpeechVerb> {
    if word.strip_suffix("nya").is_some_and(|root| ROOTS.0.contains(root)) {
        return Some(SpeechVerb::Pronoun);
    }
    let lists = [
        (&ROOTS, SpeechVerb::Root),
        (&SUBJECT_VERBS, SpeechVerb::Subject),
        (&PASSIVE_VERBS, SpeechVerb::Passive),
        (&ENGLISH_VERBS, SpeechVerb::Root),
    ];
    lists
        .into_iter()
        .find(|(list, _)| list.0.contains(word))
        .map(|(_, kind)| kind)
        .or_else(|| derived_verb(word))
}

/// The kind of a verb that a prefix makes of a root: “menyeletuk”, “dijawab”, “diutarakan”.
fn derived_verb(word: &str) -> Option<SpeechVerb> {
    static VERBS: LazyLock<HashMap<String, SpeechVerb>> = LazyLock::new(|| {
        let mut verbs = HashMap::new();
        for root in ROOTS.0.iter().filter(|root| !OTHER_VERBS.contains(root)) {
            for suffix in ["", "kan", "i"] {
                verbs.insert(format!("{}{suffix}", nasal(root)), SpeechVerb::Subject);
                verbs.insert(format!("di{root}{suffix}"), SpeechVerb::Passive);
            }
        }
        verbs
    });
    VERBS.get(word).copied()
}

/// Roots with a prefix that is no verb of speaking, or only with a suffix that the lists have: “menambah”, “memesan”.
const OTHER_VERBS: &[&str] = &[
    "tambah", "pesan", "terang", "lanjut", "aku", "tutup", "sambung", "sambut", "ajak", "dalih", "kutip",
    "kisah", "janji", "teriak", "pinta", "harap", "kenang", "jelas", "tegas", "papar", "sebut",
];

/// A root with the prefix me- and its nasal.
fn nasal(root: &str) -> String {
    let rest = root.get(1..).unwrap_or_default();
    match root.chars().next() {
        Some('k') => format!("meng{rest}"),
        Some('t') => format!("men{rest}"),
        Some('s') => format!("meny{rest}"),
        Some('p') => format!("mem{rest}"),
        Some('b' | 'f') => format!("mem{root}"),
        Some('c' | 'd' | 'j' | 'z') => format!("men{root}"),
        Some('g' | 'h' | 'a' | 'e' | 'i' | 'o' | 'u') => format!("meng{root}"),
        _ => format!("me{root}"),
    }
}

pub(super) fn is_english_verb(word: &str) -> bool {
    ENGLISH_VERBS.has(word)
}

pub(super) fn is_pronoun(word: &str) -> bool {
    PRONOUNS.has(word)
}

/// Whether a word begins a post. Abbreviations of offices are open words: “Kadinkes”, “Kasatlantas”.
pub(super) fn is_post(word: &str) -> bool {
    let begins = |word: &str| {
        word.len() > 5
            && ["kadis", "kadin", "kapol", "wakapol", "kasat", "kabid", "kabag", "kasub", "kanit", "wadir"]
                .iter()
                .any(|prefix| word.starts_with(prefix))
    };
    in_lower_case(word, |word| POSTS.0.contains(word) || begins(word)).unwrap_or_default()
}

pub(super) fn is_place_beginning(word: &str) -> bool {
    PLACE_BEGINNINGS.has(word)
}

pub(super) fn is_direction(word: &str) -> bool {
    DIRECTIONS.has(word)
}

/// Whether a full stop behind a word belongs to it. A word without vowels is an abbreviation: “Pj.”, “Dg.”.
pub(super) fn is_abbreviated(word: &str) -> bool {
    let is_vowel = |c: char| "aeiouyAEIOUY".contains(c);
    ABBREVIATIONS.has(word)
        || word.chars().count() <= 4
            && word.starts_with(char::is_uppercase)
            && word.chars().skip(1).all(char::is_lowercase)
            && word.chars().all(|c| c.is_alphabetic() && !is_vowel(c))
}

pub(super) fn is_degree_word(word: &str) -> bool {
    DEGREES.has(word)
}

pub(super) fn is_conjunction(word: &str) -> bool {
    CONJUNCTIONS.has(word)
}

pub(super) fn is_adverb(word: &str) -> bool {
    ADVERBS.has(word)
}

pub(super) fn is_auxiliary(word: &str) -> bool {
    AUXILIARIES.has(word)
}

pub(super) fn is_female_name(word: &str) -> bool {
    FEMALE_NAMES.has(word)
}

pub(super) fn is_male_name(word: &str) -> bool {
    MALE_NAMES.has(word)
}

pub(super) fn is_rank(word: &str) -> bool {
    RANKS.has(word)
}

/// Whether a folded name is that of a province, a regency or a city of Indonesia that has several words.
pub(super) fn is_known_place(name: &str) -> bool {
    static NAMES: LazyLock<HashSet<&str>> =
        LazyLock::new(|| include_str!("words/places.txt").lines().collect());
    NAMES.contains(name)
}

pub(super) fn is_office(word: &str) -> bool {
    OFFICES.has(word)
}

pub(super) fn is_place_head(word: &str) -> bool {
    PLACE_HEADS.has(word)
}

/// Whether a word is a title before a name, as printed with full stops or without.
pub(super) fn is_name_title(word: &str) -> bool {
    if word.contains('.') { TITLES.has(&word.replace('.', "")) } else { TITLES.has(word) }
}

pub(super) fn is_address(word: &str) -> bool {
    ADDRESSES.has(word)
}

/// Whether a word in lower case may stand within a name.
pub(super) fn is_name_particle(word: &str) -> bool {
    ["bin", "binti", "al", "el", "van", "de", "der", "den", "da", "dos", "von"].contains(&word)
}

pub(super) fn is_name_prefix(word: &str) -> bool {
    NAME_PREFIXES.split_whitespace().any(|prefix| prefix == word)
}

pub(super) fn is_phrase_end(word: &str) -> bool {
    PHRASE_ENDS.has(word)
}

pub(super) fn is_listener_head(word: &str) -> bool {
    LISTENERS.has(word)
}

pub(super) fn is_naming(word: &str) -> bool {
    NAMING.has(word)
}

pub(super) fn is_furniture(line: &str) -> bool {
    let line = line.trim_start();
    let start: String = line.chars().take(40).collect::<String>().to_lowercase();
    FURNITURE.lines().any(|words| start.starts_with(words))
}

/// What follows the words of a line that stands above a headline. The line is in lower case.
pub(super) fn after_kicker(line: &str) -> Option<&str> {
    let rest = KICKERS.lines().find_map(|words| line.strip_prefix(words))?;
    (!rest.starts_with(char::is_alphanumeric)).then_some(rest)
}

pub(super) fn is_calendar(word: &str) -> bool {
    CALENDAR.has(word)
}

pub(super) fn is_visiting(word: &str) -> bool {
    VISITING.has(word)
}

pub(super) fn is_function_word(word: &str) -> bool {
    FUNCTION_WORDS.has(word)
}

pub(super) fn is_document(word: &str) -> bool {
    DOCUMENTS.has(word)
}

pub(super) fn is_nicknaming(word: &str) -> bool {
    NICKNAMING.has(word)
}

pub(super) fn is_speech_noun(word: &str) -> bool {
    SPEECH_NOUNS.has(word)
}

pub(super) fn is_person_noun(word: &str) -> bool {
    PERSON_NOUNS.has(word) || word.strip_suffix('s').is_some_and(|one| PERSON_NOUNS.has(one))
}

/// Whether a word comes before the name of a street or a building, which may be that of a person.
pub(super) fn is_street(word: &str) -> bool {
    let word = word.trim_end_matches('.').to_lowercase();
    ["jalan", "jl", "gang", "gg", "gedung", "aula", "lapangan", "stadion", "bandara", "jembatan", "taman"]
        .contains(&word.as_str())
}

/// Whether a word introduces somebody who was not mentioned before: “seorang petugas”, “a spokesman”.
pub(super) fn is_indefinite(word: &str) -> bool {
    ["seorang", "salah", "a", "an", "one"].contains(&word.to_lowercase().as_str())
}

/// Whether a word names somebody by somebody else, whose name follows: “ajudan Debora”, “suami Debora”.
pub(super) fn is_relation(word: &str) -> bool {
    let words = [
        "ajudan",
        "suami",
        "istri",
        "putra",
        "putri",
        "kakak",
        "adik",
        "kerabat",
        "keluarga",
        "menantu",
        "pengacara",
        "ayah",
        "ortu",
        "orangtua",
        "mertua",
        "keponakan",
        "paman",
        "tetangga",
        "rekan",
        "sahabat",
    ];
    words.contains(&word.to_lowercase().as_str())
}

/// Whether a word names the post of a minister, or what belongs to one.
pub(super) fn is_minister(word: &str) -> bool {
    ["menteri", "wamen", "kementerian", "deputi", "dirjen"].contains(&word.to_lowercase().as_str())
}

/// Whether a verb, perhaps with -nya, answers.
pub(super) fn is_answer(word: &str) -> bool {
    let word = word.to_lowercase();
    let root = word.strip_suffix("nya").unwrap_or(&word);
    ["jawab", "balas", "timpal", "sahut", "tukas", "sergah", "answered", "replied", "responded", "countered"]
        .contains(&root)
}

pub(super) fn is_interview(word: &str) -> bool {
    ["wawancara", "perbincangan", "petikan", "interview", "conversation"]
        .contains(&word.to_lowercase().as_str())
}

/// Whether a word is a possessive form: “Okafor's”.
pub(super) fn is_possessive(word: &str) -> bool {
    word.ends_with("'s") || word.ends_with("’s")
}
