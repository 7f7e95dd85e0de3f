//! A part of the index: the records of some visits, complete in itself, so that parts are built and searched side by side.

use std::ops::Range;

use hashbrown::HashMap;

use super::bits::Bits;
use super::fields::{Field, FieldName};
use super::labels::{Label, ListValue};
use super::lenders::{Lenders, Role};
use super::matching::PART_FROM;
use super::postings::{Postings, index};
use super::query::Form;
use super::stream::Stream;
use super::vocabulary::{Place, Vocabulary};
use super::{GROUPS, Restriction, Within};
use crate::model::{RecordKind, RecordTime, StatementType, Target};

/// The number of a record within its segment: kind by kind in the order of [`GROUPS`]; within a kind the newest visit
/// first, and within a visit statements by time, all others by name.
pub(super) type RecordNumber = u32;

/// The records of some visits.
#[derive(Debug, Default)]
pub(super) struct Segment {
    pub(super) vocabulary: Vocabulary,
    /// The visits, newest first, as indices into the archive.
    pub(super) visits: Vec<usize>,
    /// The numbers of the records of each kind.
    pub(super) kinds: [Range<RecordNumber>; GROUPS.len()],
    pub(super) facts: Vec<Facts>,
    /// The words of each record's own texts.
    pub(super) own: Stream,
    /// The words of each lender's texts.
    pub(super) lent: Stream,
    /// The first lender of each visit.
    pub(super) first_lenders: Vec<u32>,
    /// The lenders of each role.
    pub(super) roles: [Bits; Role::ALL.len()],
    /// The records of each lender.
    pub(super) borrowers: Postings,
    pub(super) words: WordPostings,
    /// By a short term, the records of all words that it matches, where those are many: one or two letters by the words
    /// that begin so, three by those that have them anywhere.
    pub(super) together: HashMap<String, Bits>,
    /// Each time that is told of any record.
    pub(super) times: Vec<RecordTime>,
    /// The statements of each type.
    pub(super) types: HashMap<&'static str, Bits>,
    pub(super) labels: Vec<Label>,
}

/// Where words stand. Here a word is known by its place in the alphabet.
#[derive(Debug, Default)]
pub(super) struct WordPostings {
    /// The records that have a word in their own texts; not of frequent words.
    pub(super) own: Postings,
    /// The lenders that have a word.
    pub(super) lent: Postings,
    /// The frequent words, in the order of the alphabet.
    pub(super) frequent: Vec<Frequent>,
}

/// Where a frequent word stands.
#[derive(Debug)]
pub(super) struct Frequent {
    pub(super) word: Place,
    /// The records that have it in their own texts.
    pub(super) own: Bits,
    /// The same with those it is lent to, where it is; sources do not count.
    pub(super) all: Option<Bits>,
}

impl Frequent {
    pub(super) fn all(&self) -> &Bits {
        self.all.as_ref().unwrap_or(&self.own)
    }
}

/// What the index knows of a record besides its words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Facts {
    /// The visit, as a place among those of the segment.
    pub(super) visit: u32,
    pub(super) item: u32,
    /// Which time, or [`UNDATED`].
    pub(super) time: u32,
}

pub(super) const UNDATED: u32 = u32::MAX;

/// What stands where: records, and the lenders that made some of them so.
#[derive(Debug, Default)]
pub(super) struct Standing {
    pub(super) records: Bits,
    pub(super) lenders: Bits,
}

impl Standing {
    pub(super) fn unite(&mut self, other: &Self) {
        self.records.unite(&other.records);
        self.lenders.unite(&other.lenders);
    }
}

impl Segment {
    pub(super) fn len(&self) -> usize {
        self.facts.len()
    }

    fn all(&self) -> Range<RecordNumber> {
        0..self.kinds.last().map_or(0, |last| last.end)
    }

    pub(super) fn nothing(&self) -> Standing {
        let lenders = index(self.lent.units().end);
        Standing { records: Bits::new(self.len()), lenders: Bits::new(lenders) }
    }

    pub(super) fn kind(&self, record: RecordNumber) -> RecordKind {
        let at = self.kinds.iter().position(|kind| kind.contains(&record));
        at.and_then(|at| GROUPS.get(at)).copied().unwrap_or(RecordKind::Statement)
    }

    pub(super) fn target(&self, record: RecordNumber) -> Option<Target> {
        let facts = self.facts.get(index(record))?;
        Some(Target::new(*self.visits.get(index(facts.visit))?, self.kind(record), index(facts.item)))
    }

    /// The first lender of the visit of a record.
    pub(super) fn first_lender(&self, record: RecordNumber) -> u32 {
        first_lender(&self.facts, &self.first_lenders, record)
    }

    /// Where any of the words stands, in whatever field that need not be asked for.
    pub(super) fn standing(&self, words: impl Iterator<Item = Place>) -> Standing {
        let mut standing = self.nothing();
        let mut opened = standing.lenders.clone();
        for word in words {
            let frequent = self.words.frequent(word);
            match frequent {
                Some(frequent) => standing.records.unite(frequent.all()),
                None => self.words.own.of(word).for_each(|record| standing.records.set(record)),
            }
            for lender in self.words.lent.of(word) {
                standing.lenders.set(lender);
                if frequent.is_none() {
                    opened.set(lender);
                }
            }
        }
        standing.lenders.subtract(self.of_role(Role::Asked));
        opened.subtract(self.of_role(Role::Asked));
        self.lend(&opened, &mut standing.records);
        standing
    }

    /// Where the words stand that match a form, if that has been worked out before; the lenders of the words, too.
    pub(super) fn standing_together(
        &self,
        form: &Form,
        words: impl Iterator<Item = Place>,
    ) -> Option<Standing> {
        let records = match form {
            Form::Word(term) => self.together.get(term)?,
            Form::Prefix(term) if term.chars().count() < PART_FROM => self.together.get(term)?,
            _ => return None,
        };
        Some(Standing { records: records.clone(), lenders: self.lenders(words, None) })
    }

    fn of_role(&self, role: Role) -> &Bits {
        let [visits, stops, speakers, asked] = &self.roles;
        match role {
            Role::Visit => visits,
            Role::Stop => stops,
            Role::Speaker => speakers,
            Role::Asked => asked,
        }
    }

    /// Where any of the words stands in a certain field.
    pub(super) fn standing_in(
        &self,
        field: FieldName,
        words: impl Iterator<Item = Place> + Clone,
    ) -> Standing {
        let mut standing = self.nothing();
        // First where the words stand at all, then a look at each such text.
        let mut wanted = Bits::new(self.vocabulary.len());
        let mut possible = self.nothing().records;
        let lenders = self.lenders(words.clone(), Some(field));
        let kinds = || GROUPS.iter().zip(&self.kinds).filter(|(kind, _)| field.is_own(**kind));
        let mut left = kinds().map(|(_, records)| records.len()).sum::<usize>();
        for word in words {
            wanted.set(self.vocabulary.number(word));
            // Long lists of words, mostly of records of other kinds, are not read when there are fewer records.
            left = left.saturating_sub(self.words.own.weight(word));
            if left > 0 {
                for (_, records) in kinds() {
                    self.own_records(word, records, |record| possible.set(record));
                }
            }
        }
        if left == 0 {
            kinds().for_each(|(_, records)| possible.set_all(records.clone()));
        }
        let is_wanted = |word: u32| wanted.has(word);
        for (kind, records) in kinds() {
            for record in possible.iter_in(records.clone()) {
                if self.own.has_any(record, is_wanted, |of: Field| field.holds(of, *kind)) {
                    standing.records.set(record);
                }
            }
        }
        for lender in lenders.iter_in(self.lent.units()) {
            if self.lent.has_any(lender, is_wanted, |of: Field| field.holds(of, RecordKind::Statement)) {
                standing.lenders.set(lender);
            }
        }
        self.lend(&standing.lenders, &mut standing.records);
        standing
    }

    /// Goes through the records of a range that have a word in their own texts.
    fn own_records(&self, word: Place, range: &Range<RecordNumber>, mut meet: impl FnMut(RecordNumber)) {
        match self.words.frequent(word) {
            Some(frequent) => frequent.own.iter_in(range.clone()).for_each(meet),
            None => self.words.own.of(word).filter(|it| range.contains(it)).for_each(&mut meet),
        }
    }

    /// The records that have a word in their own texts.
    pub(super) fn own(&self, word: Place) -> Bits {
        let mut records = Bits::new(self.len());
        self.own_records(word, &self.all(), |record| records.set(record));
        records
    }

    /// The lenders that have any of the words: those that can have the field, or all that need not be asked for.
    pub(super) fn lenders(&self, words: impl Iterator<Item = Place>, field: Option<FieldName>) -> Bits {
        let mut lenders = self.nothing().lenders;
        words.flat_map(|word| self.words.lent.of(word)).for_each(|lender| lenders.set(lender));
        match field.map(Role::with) {
            None => lenders.subtract(self.of_role(Role::Asked)),
            Some(roles) => {
                let mut possible = self.nothing().lenders;
                for role in roles {
                    possible.unite(self.of_role(*role));
                }
                lenders.intersect(&possible);
            }
        }
        lenders
    }

    /// Adds the records that borrow from any of the lenders.
    pub(super) fn lend(&self, lenders: &Bits, records: &mut Bits) {
        for lender in lenders.iter_in(self.lent.units()) {
            self.borrowers.of(lender).for_each(|record| records.set(record));
        }
    }

    /// The statements of a type.
    pub(super) fn of_type(&self, kind: StatementType) -> Standing {
        let records = self.types.get(kind.name()).cloned();
        Standing { records: records.unwrap_or_else(|| Bits::new(self.len())), ..self.nothing() }
    }

    /// The records of a kind.
    pub(super) fn of_kind(&self, kind: RecordKind) -> Standing {
        let mut standing = self.nothing();
        let numbers = GROUPS.iter().zip(&self.kinds).filter(|(it, _)| **it == kind);
        numbers.for_each(|(_, numbers)| standing.records.set_all(numbers.clone()));
        standing
    }

    /// The records that have a label, and those that it is lent to.
    pub(super) fn labelled(&self, field: FieldName, value: &ListValue) -> Standing {
        let mut standing = self.nothing();
        for label in self.labels.iter().filter(|label| label.is_meant(value, field)) {
            label.records.iter().for_each(|record| standing.records.set(*record));
            label.lenders.iter().for_each(|lender| standing.lenders.set(*lender));
        }
        self.lend(&standing.lenders, &mut standing.records);
        standing
    }

    /// The records of which the time is wanted.
    pub(super) fn dated(&self, is_wanted: impl Fn(RecordTime) -> bool) -> Standing {
        let wanted: Vec<bool> = self.times.iter().map(|when| is_wanted(*when)).collect();
        let mut standing = self.nothing();
        if !wanted.contains(&true) {
            return standing;
        }
        for (record, facts) in self.all().zip(&self.facts) {
            if wanted.get(index(facts.time)).copied().unwrap_or_default() {
                standing.records.set(record);
            }
        }
        standing
    }

    /// The records among which is to be searched; none when among all.
    pub(super) fn among(&self, restriction: &Restriction) -> Option<Bits> {
        let mut records = match &restriction.within {
            Within::All if restriction.kinds.is_empty() => return None,
            Within::All => self.all_records(),
            Within::Visit(visit) => self.of_visit(*visit),
            Within::Stop(stop) => self.at_stop(*stop),
        };
        if !restriction.kinds.is_empty() {
            let mut meant = Bits::new(self.len());
            let kinds = GROUPS.iter().zip(&self.kinds).filter(|(kind, _)| restriction.kinds.contains(kind));
            kinds.for_each(|(_, numbers)| meant.set_all(numbers.clone()));
            records.intersect(&meant);
        }
        Some(records)
    }

    pub(super) fn all_records(&self) -> Bits {
        let mut all = Bits::new(self.len());
        all.set_all(self.all());
        all
    }

    fn of_visit(&self, visit: usize) -> Bits {
        let mut records = Bits::new(self.len());
        if let Some(place) = self.visits.iter().position(|it| *it == visit) {
            for kind in &self.kinds {
                let facts = self.facts.get(index(kind.start)..index(kind.end)).unwrap_or_default();
                let until = |end: usize| {
                    let before = facts.partition_point(|facts| index(facts.visit) < end);
                    kind.start + u32::try_from(before).unwrap_or_default()
                };
                records.set_all(until(place)..until(place + 1));
            }
        }
        records
    }

    /// A stop, and what was said there.
    fn at_stop(&self, stop: Target) -> Bits {
        let of_visit = self.of_visit(stop.visit);
        let mut records = Bits::new(self.len());
        if let Some(place) = self.visits.iter().position(|it| *it == stop.visit) {
            let first = self.first_lenders.get(place).copied().unwrap_or_default();
            self.borrowers.of(first + Lenders::of_stop(stop.item)).for_each(|record| records.set(record));
            let is_it = |record: &u32| self.target(*record) == Some(stop);
            of_visit.iter_in(self.all()).filter(is_it).for_each(|record| records.set(record));
        }
        records
    }

    /// How many bytes each part takes.
    pub(super) fn parts(&self) -> Vec<(&'static str, usize)> {
        let bits = |bits: &Bits| bits.bytes();
        vec![
            ("vocabulary", self.vocabulary.bytes()),
            ("facts", self.facts.len() * size_of::<Facts>() + self.types.values().map(bits).sum::<usize>()),
            ("texts", self.own.bytes()),
            ("lent texts", self.lent.bytes() + self.borrowers.bytes()),
            ("postings", self.words.own.bytes() + self.words.lent.bytes()),
            (
                "frequent words",
                self.words.frequent.iter().map(|it| bits(&it.own) + it.all.as_ref().map_or(0, bits)).sum(),
            ),
            ("labels", self.labels.iter().map(Label::bytes).sum()),
            ("short terms", self.together.values().map(bits).sum()),
        ]
    }
}

/// The first lender of the visit of a record.
pub(super) fn first_lender(facts: &[Facts], first_lenders: &[u32], record: RecordNumber) -> u32 {
    let visit = facts.get(index(record)).map(|facts| index(facts.visit));
    visit.and_then(|visit| first_lenders.get(visit)).copied().unwrap_or_default()
}

impl WordPostings {
    fn frequent(&self, word: Place) -> Option<&Frequent> {
        if self.own.weight(word) > 0 {
            return None;
        }
        let at = self.frequent.binary_search_by_key(&word, |frequent| frequent.word).ok()?;
        self.frequent.get(at)
    }
}
