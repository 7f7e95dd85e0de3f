//! Reading the records of some visits into a segment: first every text, then what the words tell of themselves.

use std::ops::Range;

use hashbrown::HashMap;

use super::GROUPS;
use super::abbreviations::{beside, initials, special};
use super::bits::Bits;
use super::fields::Field;
use super::invert::{Lent, invert};
use super::labels::{self, Labels};
use super::lenders::{Lenders, Role};
use super::postings::{Tally, index, number};
use super::segment::{Facts, Segment, UNDATED, first_lender};
use super::stream::Stream;
use super::texts::{InField, own};
use super::vocabulary::Growing;
use crate::model::{Archive, Record, RecordKind, RecordTime, Statement, StatementType, Stop, Target, Visit};
use crate::text::{FoldedWords, natural};

impl Segment {
    /// Reads the visits, which are indices into the archive, newest first.
    pub(super) fn new(archive: &Archive, visits: &[usize]) -> Self {
        let mut reading = Reading::default();
        // They come first, so that they are known by their numbers.
        special().for_each(|word| _ = reading.growing.number(word));
        reading.special = number(reading.growing.len());
        let found: Vec<VisitRead<'_>> =
            visits.iter().filter_map(|at| Some(reading.visit(*at, archive.visits.get(*at)?))).collect();
        let mut kinds = GROUPS.map(|_| 0..0);
        for (kind, numbers) in GROUPS.iter().zip(&mut kinds) {
            let start = number(reading.facts.len());
            for (place, visit) in found.iter().enumerate() {
                reading.records(archive, visit, number(place), *kind);
            }
            *numbers = start..number(reading.facts.len());
        }
        reading.own.end();
        for visit in &found {
            reading.lend(&visit.lenders);
        }
        reading.lent.end();
        let visits = found.iter().map(|visit| visit.at).collect();
        reading.segment(visits, kinds)
    }
}

/// What has been read so far.
#[derive(Default)]
struct Reading {
    growing: Growing,
    /// The words of lower numbers have to do with abbreviations.
    special: u32,
    facts: Vec<Facts>,
    types: Vec<(u32, StatementType)>,
    own: Stream,
    lent: Stream,
    first_lenders: Vec<u32>,
    /// How many lenders the visits so far have.
    lenders: u32,
    /// What each lender is.
    roles: Vec<Role>,
    /// Records by word, lenders by word, records by lender.
    of_word: Tally,
    lenders_of_word: Tally,
    borrowers: Tally,
    labels: Labels,
    times: Times,
    /// The text that is being read, and the numbers of its words.
    text: FoldedWords,
    words: Vec<u32>,
}

/// A visit with what is worked out once of it.
struct VisitRead<'v> {
    /// The visit, as an index into the archive.
    at: usize,
    visit: &'v Visit,
    lenders: Lenders<'v>,
    first_lender: u32,
    /// Its time, and that of what belongs to it and says none itself.
    time: u32,
    within: u32,
    /// The time of each stop, and that of what was said there.
    of_stops: Vec<(u32, u32)>,
}

/// Whose a text is.
#[derive(Clone, Copy)]
enum Whose {
    Own,
    Lender,
}

/// Times, each once.
#[derive(Default)]
struct Times {
    known: HashMap<RecordTime, u32>,
    list: Vec<RecordTime>,
}

impl Times {
    fn number(&mut self, when: Option<RecordTime>) -> u32 {
        let Some(when) = when else { return UNDATED };
        *self.known.entry(when).or_insert_with(|| {
            self.list.push(when);
            number(self.list.len() - 1)
        })
    }
}

impl Reading {
    /// What is worked out once of a visit, for its records of all kinds.
    fn visit<'v>(&mut self, at: usize, visit: &'v Visit) -> VisitRead<'v> {
        let lenders = Lenders::new(visit);
        let first_lender = self.lenders;
        self.first_lenders.push(first_lender);
        self.lenders += lenders.len();
        let when = visit.when();
        let within = self.times.number(when.map(RecordTime::sometime));
        let of_stop = |stop: &Stop| match stop.when() {
            Some(when) => (self.times.number(Some(when)), self.times.number(Some(when.sometime()))),
            None => (within, within),
        };
        let of_stops = visit.itinerary.iter().map(of_stop).collect();
        VisitRead { at, visit, lenders, first_lender, time: self.times.number(when), within, of_stops }
    }

    /// Reads the records of one kind of a visit: statements by time, all others by name.
    fn records(&mut self, archive: &Archive, of: &VisitRead<'_>, place: u32, kind: RecordKind) {
        let VisitRead { at, visit, lenders, first_lender, time, of_stops, .. } = of;
        let by_name = |count: usize| {
            let name =
                |item: &usize| archive.record(Target::new(*at, kind, *item)).map(|it| natural(it.label()));
            let mut items: Vec<usize> = (0..count).collect();
            items.sort_by_cached_key(name);
            items
        };
        let items = match kind {
            RecordKind::Statement => visit.statements_in_order(),
            RecordKind::Stop => by_name(visit.itinerary.len()),
            RecordKind::Participant => by_name(visit.participants.len()),
            RecordKind::Organization => by_name(visit.organizations.len()),
            RecordKind::Visit => vec![0],
        };
        for item in items {
            let Some(record) = archive.record(Target::new(*at, kind, item)) else { continue };
            let unit = number(self.facts.len());
            let time = match record {
                Record::Statement(_, statement) => {
                    self.types.push((unit, statement.kind));
                    self.time_of(statement, of)
                }
                Record::Stop(..) => of_stops.get(item).map_or(UNDATED, |(time, _)| *time),
                _ => *time,
            };
            self.facts.push(Facts { visit: place, item: number(item), time });
            let lent = lenders.of(record);
            for lender in &lent {
                self.borrowers.note(first_lender + lender, unit);
            }
            for label in labels::own(record) {
                self.labels.label(label).into_iter().for_each(|it| it.records.push(unit));
            }
            self.own.begin(&lent);
            self.texts(&own(archive, lenders, record), unit, Whose::Own);
        }
    }

    /// When something was said: as the statement says itself, else some time at its stop, or during the visit.
    fn time_of(&mut self, statement: &Statement, of: &VisitRead<'_>) -> u32 {
        if let Some(own) = statement.when() {
            return self.times.number(Some(own));
        }
        let stop = statement.stop.as_ref().and_then(|id| of.lenders.stop(id));
        stop.and_then(|stop| of.of_stops.get(stop)).map_or(of.within, |(_, said_there)| *said_there)
    }

    /// Reads what the lenders of a visit lend.
    fn lend(&mut self, lenders: &Lenders<'_>) {
        for ((texts, role), labels) in lenders.each().zip(lenders.labels()) {
            let unit = number(self.roles.len());
            self.roles.push(role);
            for label in labels {
                self.labels.label(label).into_iter().for_each(|it| it.lenders.push(unit));
            }
            self.lent.begin(&[]);
            self.texts(&texts, unit, Whose::Lender);
        }
    }

    fn texts(&mut self, texts: &[InField<'_>], unit: u32, whose: Whose) {
        for (text, field) in texts {
            self.text.read(text);
            self.words.clear();
            self.growing.numbers(self.text.iter(), &mut self.words);
            self.keep(*field, unit, whose, false);
            self.put_beside(*field, unit, whose);
        }
    }

    /// Puts abbreviations beside a text, or what they stand for; a name gets its initials. Each is a text of its own.
    fn put_beside(&mut self, field: Field, unit: u32, whose: Whose) {
        let words = std::mem::take(&mut self.words);
        let mut added: Vec<String> = Vec::new();
        for (at, word) in words.iter().enumerate() {
            if *word < self.special {
                let word = |at: usize| words.get(at).map(|word| self.growing.word(*word));
                added.extend(beside(at, word).into_iter().map(str::to_owned));
            }
        }
        if matches!(field, Field::Name | Field::Organization | Field::Stop) {
            let words: Vec<&str> = words.iter().map(|word| self.growing.word(*word)).collect();
            added.extend(initials(&words));
        }
        self.words = words;
        for word in added {
            self.words.clear();
            self.words.push(self.growing.number(&word));
            self.keep(field, unit, whose, true);
        }
    }

    fn keep(&mut self, field: Field, unit: u32, whose: Whose, is_beside: bool) {
        let (stream, tally) = match whose {
            Whose::Own => (&mut self.own, &mut self.of_word),
            Whose::Lender => (&mut self.lent, &mut self.lenders_of_word),
        };
        self.words.iter().for_each(|word| tally.note(*word, unit));
        stream.text(field, &self.words, is_beside);
    }

    /// Turns texts with words into words with texts, and puts everything together.
    fn segment(mut self, visits: Vec<usize>, kinds: [Range<u32>; GROUPS.len()]) -> Segment {
        let vocabulary = std::mem::take(&mut self.growing).sorted();
        let lenders = self.lent.units();
        let mut borrowers = std::mem::take(&mut self.borrowers).room(lenders.clone().map(Some));
        for unit in self.own.units() {
            let first = first_lender(&self.facts, &self.first_lenders, unit);
            self.own.open(unit).lenders().for_each(|lender| borrowers.put(first + lender, unit));
        }
        let borrowers = borrowers.done();
        let lent = Lent { texts: &self.lent, roles: &self.roles, borrowers: &borrowers };
        let words = invert(&vocabulary, (&self.own, self.of_word), (&lent, self.lenders_of_word));
        let mut roles = Role::ALL.map(|_| Bits::new(index(lenders.end)));
        for (lender, role) in lenders.zip(&self.roles) {
            if let Some(of_role) = roles.get_mut(*role as usize) {
                of_role.set(lender);
            }
        }
        let mut types: HashMap<&str, Bits> = HashMap::new();
        for (record, kind) in &self.types {
            types.entry(kind.name()).or_insert_with(|| Bits::new(self.facts.len())).set(*record);
        }
        let mut segment = Segment {
            vocabulary,
            visits,
            kinds,
            facts: self.facts,
            own: self.own,
            lent: self.lent,
            first_lenders: self.first_lenders,
            roles,
            borrowers,
            words,
            together: HashMap::new(),
            times: self.times.list,
            types,
            labels: self.labels.done(),
        };
        segment.put_together();
        segment
    }
}
