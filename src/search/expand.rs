//! One word of a query against the vocabulary: which words it matches, how well, and in what class.

use super::bits::Bits;
use super::matching::{AFFIX, Loosely, PART_FROM, Quality, Scattered, TWO_TYPOS_FROM, literal, of_part};
use super::query::Form;
use super::vocabulary::{Place, Vocabulary, letters};

/// How a record was found; the later, the better, whatever the score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Class {
    /// Some word only as scattered letters.
    #[default]
    Scattered,
    /// Some word only by an affix, a stem, or with a typo.
    Loose,
    /// Every word in full, but the date may be another.
    Possible,
    /// Every word in full: itself, its beginning, or a part of it.
    Literal,
    /// The words one after the other, each in full.
    Phrase,
}

/// Which classes are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reach {
    /// Words in full, and dates that are certain.
    Literal,
    /// Also dates that are possible.
    Possible,
    /// Also affixes, stems and typos.
    Loose,
    /// Also scattered letters.
    Scattered,
}

impl Reach {
    /// As far as a form can be reached for: only words are matched loosely, and only dates are possible.
    pub(super) fn for_form(self, form: &Form) -> Self {
        match form {
            Form::Word(_) if self != Self::Possible => self,
            Form::Days(_) => self.min(Self::Possible),
            _ => Self::Literal,
        }
    }

    /// As far as to reach for what is not wanted: what is left out of certain hits need only be possible.
    pub(super) fn without(self) -> Self {
        if self == Self::Literal { Self::Possible } else { Self::Literal }
    }
}

/// A word of the vocabulary that matches.
#[derive(Debug, Clone, Copy)]
pub(super) struct Match {
    pub(super) place: Place,
    pub(super) quality: Quality,
    pub(super) class: Class,
}

/// The part of its quality that a match of the stem has.
const STEM: f32 = 0.62;
const SUFFIX: Quality = Quality(200);

/// The words that match a form in full. Phrases and filters have none. `shorter` are the matches of the same term without
/// its last letter, which hold all those that are looked for.
pub(super) fn in_full(form: &Form, vocabulary: &Vocabulary, shorter: Option<&[Match]>) -> Vec<Match> {
    let places: Vec<Place> = match form {
        Form::Word(term) if term.chars().count() < PART_FROM => vocabulary.beginning(term).collect(),
        Form::Word(term) => match shorter {
            Some(shorter) => shorter.iter().map(|known| known.place).collect(),
            None => vocabulary.containing(term),
        },
        Form::Exact(term) => vocabulary.find(term).into_iter().collect(),
        Form::Prefix(term) => vocabulary.beginning(term).collect(),
        Form::Suffix(term) => vocabulary.ending(term),
        Form::Phrase(_) | Form::Type(_) | Form::Kind(_) | Form::List(_) | Form::Days(_) => Vec::new(),
    };
    let quality = |place| match (form, shorter) {
        (Form::Suffix(_), _) => Some(SUFFIX),
        (Form::Word(term), Some(_)) => literal(term, vocabulary.word(place)),
        (Form::Word(term) | Form::Exact(term) | Form::Prefix(term), _) => {
            Some(of_part(term, vocabulary.word(place)))
        }
        _ => None,
    };
    let class = Class::Literal;
    places.into_iter().filter_map(|place| Some(Match { place, quality: quality(place)?, class })).collect()
}

/// The word that a term is together with the word before it: it is as good as the term itself.
pub(super) fn joined(before: &str, term: &str, vocabulary: &Vocabulary) -> Option<Match> {
    let place = vocabulary.find(&format!("{before}{term}"))?;
    Some(Match { place, quality: of_part(term, term), class: Class::Literal })
}

/// The words that match a term by an affix, a typo or its stem, but for those that are known to match better.
pub(super) fn loosely(term: &str, vocabulary: &Vocabulary, known: &Bits) -> Vec<Match> {
    let ways = Loosely::new(term);
    let mut found: Vec<Match> = Vec::new();
    let mut seen = known.clone();
    let mut take = |place: Place, quality: Option<Quality>| {
        if let Some(quality) = quality.filter(|_| !seen.has(place)) {
            seen.set(place);
            found.push(Match { place, quality, class: Class::Loose });
        }
    };
    for beginning in ways.nasal.iter().flatten() {
        vocabulary.beginning(beginning).for_each(|place| take(place, Some(AFFIX)));
    }
    if let Some(mistyped) = &ways.mistyped {
        for place in perhaps_mistyped(term, vocabulary) {
            take(place, mistyped.quality(vocabulary.word(place)));
        }
    }
    if let Some(stem) = &ways.stem {
        for place in vocabulary.containing(stem) {
            let Quality(quality) = of_part(stem, vocabulary.word(place));
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a part of a byte")]
            let part = (f32::from(quality) * STEM) as u8;
            take(place, Some(Quality(part)));
        }
    }
    found
}

/// The words that could be the term with a typo, going by their letters and lengths.
fn perhaps_mistyped(term: &str, vocabulary: &Vocabulary) -> Vec<Place> {
    let (length, mask) = (term.chars().count(), letters(term));
    // A fault changes two letters at most, and the length by one at most.
    let faults = if length >= TWO_TYPOS_FROM { 2 } else { 1 };
    let few = u32::try_from(2 * faults).unwrap_or_default();
    let like = vocabulary.with(
        vocabulary.all(),
        |other| (other ^ mask).count_ones() <= few,
        |other| length.abs_diff(usize::from(other)) <= faults,
    );
    let longer = vocabulary.with(
        vocabulary.beginning(first_letter(term)),
        |other| (mask & !other).count_ones() <= 1,
        |other| usize::from(other) > length + 1,
    );
    like.into_iter().chain(longer).collect()
}

/// The words that have the letters of the term in their order, but for those that are known to match better.
pub(super) fn scattered(term: &str, vocabulary: &Vocabulary, known: &Bits) -> Vec<Match> {
    let Some(matcher) = Scattered::new(term) else { return Vec::new() };
    let mask = letters(term);
    let possible =
        vocabulary.with(vocabulary.beginning(first_letter(term)), |other| mask & !other == 0, |_| true);
    let unknown = possible.into_iter().filter(|place| !known.has(*place));
    let judge = |place| {
        let quality = matcher.quality(vocabulary.word(place))?;
        Some(Match { place, quality, class: Class::Scattered })
    };
    unknown.filter_map(judge).collect()
}

fn first_letter(term: &str) -> &str {
    let end = term.chars().next().map_or(0, char::len_utf8);
    term.get(..end).unwrap_or_default()
}
