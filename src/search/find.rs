//! What a segment has of one atom of a query: the words that match it, and the records that have it. It is remembered,
//! because the next key repeats all atoms but one.

use std::sync::Arc;

use super::bits::Bits;
use super::expand::{Match, Reach, in_full, joined, loosely, scattered};
use super::fields::{FieldName, is_meant};
use super::joined::halves;
use super::matching::PART_FROM;
use super::query::{ATOMS, Atom, Form};
use super::segment::{Segment, Standing};
use super::vocabulary::Place;
use crate::model::{DateMatch, RecordKind};

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
    /// Any of these words, or the two halves of one, one after the other.
    Words(Vec<Match>, Vec<Row>),
    /// Any of these rows of words.
    Phrase(Vec<Row>),
    /// Something besides its words.
    #[default]
    Fact,
}

/// Words one after the other, as their numbers.
pub(super) type Row = Vec<u32>;

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
            (Form::Word(term), What::Words(words, _)) if term == shorter && *reach == Reach::Literal => {
                Some(words.as_slice())
            }
            _ => None,
        })
    }
}

impl Segment {
    fn find(&self, atom: &Atom, shorter: Option<&[Match]>) -> Found {
        let (what, standing) = match &atom.form {
            Form::Phrase(ways) => {
                let mut standing = self.nothing();
                let rows =
                    ways.iter().filter_map(|words| self.row(atom.field, words, &mut standing)).collect();
                (What::Phrase(rows), standing)
            }
            Form::Type(kind) => (What::Fact, self.of_type(*kind)),
            Form::Kind(kind) => (What::Fact, self.of_kind(*kind)),
            Form::List(value) => {
                let field = atom.field.unwrap_or(FieldName::Type);
                (What::Fact, self.labelled(field, value))
            }
            Form::Days(days) => (What::Fact, self.dated(|when| days.fit(when) == DateMatch::Certain)),
            form => {
                let mut words = in_full(form, &self.vocabulary, shorter);
                let mut standing = self.standing_of(atom, &words);
                if let (Form::Word(term), Some(before)) = (form, &atom.after)
                    && let Some(joined) = joined(before, term, &self.vocabulary)
                {
                    words.retain(|known| known.place != joined.place);
                    words.push(joined);
                    standing.unite(&self.standing_of_each(atom, &[joined]));
                }
                let rows = self.halved(atom, &mut standing);
                (What::Words(words, rows), standing)
            }
        };
        let count = standing.records.count();
        Found { what, standing, count }
    }

    /// What is found besides when one reaches further.
    fn find_more(&self, atom: &Atom, reach: Reach, closer: &Found) -> Found {
        if let Form::Days(days) = &atom.form {
            let mut standing = self.dated(|when| days.fit(when) == DateMatch::Possible);
            standing.records.unite(&closer.standing.records);
            let count = standing.records.count();
            return Found { what: What::Fact, standing, count };
        }
        let (Form::Word(term), What::Words(known, rows)) = (&atom.form, &closer.what) else {
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
        standing.unite(&closer.standing);
        let count = standing.records.count();
        Found { what: What::Words([known.as_slice(), &more].concat(), rows.clone()), standing, count }
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

    /// The rows of two words that a word may be; adds where they stand.
    fn halved(&self, atom: &Atom, standing: &mut Standing) -> Vec<Row> {
        let Form::Word(term) = &atom.form else { return Vec::new() };
        let known = halves(term).filter(|(first, second)| {
            self.vocabulary.find(first).is_some() && self.vocabulary.find(second).is_some()
        });
        known.filter_map(|(first, second)| self.row(atom.field, &[first, second], standing)).collect()
    }

    /// Words one after the other, if they stand so anywhere; adds where.
    fn row(
        &self,
        field: Option<FieldName>,
        words: &[impl AsRef<str>],
        standing: &mut Standing,
    ) -> Option<Row> {
        let places: Vec<Place> =
            words.iter().map(|word| self.vocabulary.find(word.as_ref())).collect::<Option<_>>()?;
        let numbers: Row = places.iter().map(|place| self.vocabulary.number(*place)).collect();
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
        standing.unite(&found);
        (!found.records.is_empty()).then_some(numbers)
    }
}
