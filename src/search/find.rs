//! What a segment has of one atom of a query: the words that match it, and the records that have it. It is remembered,
//! because the next key repeats all atoms but one.

use std::sync::Arc;

use super::bits::Bits;
use super::expand::{Match, Reach, in_full, loosely, scattered};

use super::fields::{FieldName, is_meant};
use super::matching::PART_FROM;
use super::query::{ATOMS, Atom, Form};
use super::segment::{Segment, Standing};
use super::vocabulary::Place;
use crate::model::{Fit, RecordKind};

/// So much is remembered: all words of the longest query, in each of the three ways.
const REMEMBERED: usize = 3 * ATOMS;

/// What a segment has of an atom.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) what: What,
    pub(super) standing: Standing,
    /// How many records have it.
    pub(super) count: usize,
}

/// What of an atom is in a record that has it.
#[derive(Debug, Default)]
pub(super) enum What {
    /// Any of these words.
    Words(Vec<Match>),
    /// These words one after the other, as their numbers.
    Phrase(Vec<u32>),
    /// Something besides its words.
    #[default]
    Fact,
}

/// What has been found lately in one segment, the latest last.
#[derive(Debug, Default)]
pub(super) struct Memory(Vec<(Atom, Reach, Arc<Found>)>);

impl Memory {
    /// What the segment has of an atom, remembered or looked up.
    pub(super) fn find(&mut self, segment: &Segment, atom: &Atom, reach: Reach) -> Arc<Found> {
        let reach = reach.for_form(&atom.form);
        if let Some(at) = self.0.iter().position(|(known, how, _)| (known, *how) == (atom, reach)) {
            let known = self.0.remove(at);
            let found = Arc::clone(&known.2);
            self.0.push(known);
            return found;
        }
        let closer = match reach {
            Reach::Literal => None,
            Reach::Possible | Reach::Loose => Some(Reach::Literal),
            Reach::Scattered => Some(Reach::Loose),
        };
        let found = Arc::new(match closer.map(|closer| self.find(segment, atom, closer)) {
            Some(closer) => segment.find_more(atom, reach, &closer),
            None => segment.find(atom, self.shorter(atom)),
        });
        if self.0.len() == REMEMBERED {
            self.0.remove(0);
        }
        self.0.push((atom.clone(), reach, Arc::clone(&found)));
        found
    }

    /// The matches of the same word without its last letter.
    fn shorter(&self, atom: &Atom) -> Option<&[Match]> {
        let Form::Word(term) = &atom.form else { return None };
        let mut letters = term.chars();
        letters.next_back();
        let shorter = letters.as_str();
        if shorter.chars().count() < PART_FROM {
            return None;
        }
        self.0.iter().find_map(|(known, reach, found)| match (&known.form, &found.what) {
            (Form::Word(term), What::Words(words)) if term == shorter && *reach == Reach::Literal => {
                Some(words.as_slice())
            }
            _ => None,
        })
    }
}

impl Segment {
    fn find(&self, atom: &Atom, shorter: Option<&[Match]>) -> Found {
        let (what, standing) = match &atom.form {
            Form::Phrase(words) => self.phrase(atom.field, words),
            Form::Type(kind) => (What::Fact, self.of_type(*kind)),
            Form::Days(days) => (What::Fact, self.dated(|when| days.fit(when) == Fit::Surely)),
            form => {
                let words = in_full(form, &self.vocabulary, shorter);
                let standing = self.standing_of(atom, &words);
                (What::Words(words), standing)
            }
        };
        let count = standing.records.count();
        Found { what, standing, count }
    }

    /// What is found besides when one reaches further.
    fn find_more(&self, atom: &Atom, reach: Reach, closer: &Found) -> Found {
        if let Form::Days(days) = &atom.form {
            let mut standing = self.dated(|when| days.fit(when) == Fit::Perhaps);
            standing.records.unite(&closer.standing.records);
            let count = standing.records.count();
            return Found { what: What::Fact, standing, count };
        }
        let (Form::Word(term), What::Words(known)) = (&atom.form, &closer.what) else {
            return Found::default();
        };
        let mut seen = Bits::new(self.vocabulary.len());
        for known in known {
            seen.set(known.place);
        }
        let more = match reach {
            Reach::Scattered => scattered(term, &self.vocabulary, &seen),
            _ => loosely(term, &self.vocabulary, &seen),
        };
        let mut standing = self.standing_of_each(atom, &more);
        standing.records.unite(&closer.standing.records);
        standing.lenders.unite(&closer.standing.lenders);
        let count = standing.records.count();
        Found { what: What::Words([known.as_slice(), &more].concat()), standing, count }
    }

    /// Where the words stand, which are all that match in full.
    fn standing_of(&self, atom: &Atom, words: &[Match]) -> Standing {
        let places = words.iter().map(|word| word.place);
        let together = self.standing_together(&atom.form, places).filter(|_| atom.field.is_none());
        together.unwrap_or_else(|| self.standing_of_each(atom, words))
    }

    fn standing_of_each(&self, atom: &Atom, words: &[Match]) -> Standing {
        let places = words.iter().map(|word| word.place);
        match atom.field {
            Some(field) => self.standing_in(field, places),
            None => self.standing(places),
        }
    }

    /// The records that have all words of a phrase one after the other.
    fn phrase(&self, field: Option<FieldName>, words: &[String]) -> (What, Standing) {
        let places: Option<Vec<Place>> = words.iter().map(|word| self.vocabulary.find(word)).collect();
        let places = places.unwrap_or_default();
        let numbers: Vec<u32> = places.iter().map(|place| self.vocabulary.number(*place)).collect();
        let all_of = |each: &dyn Fn(Place) -> Bits| {
            let sets = places.iter().map(|word| each(*word));
            let cut = |mut all: Bits, other: Bits| {
                all.intersect(&other);
                all
            };
            sets.reduce(cut).unwrap_or_default()
        };
        let mut found = self.nothing();
        for lender in all_of(&|word| self.lenders(std::iter::once(word), field)).iter_in(self.lent.units()) {
            if self.lent.has_phrase(lender, &numbers, |of| is_meant(field, of, RecordKind::Statement)) {
                found.lenders.set(lender);
            }
        }
        for record in all_of(&|word| self.own(word)).iter_in(self.own.units()) {
            let kind = self.kind(record);
            if self.own.has_phrase(record, &numbers, |of| is_meant(field, of, kind)) {
                found.records.set(record);
            }
        }
        self.lend(&found.lenders, &mut found.records);
        (What::Phrase(numbers), found)
    }
}
