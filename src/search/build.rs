//! Reading the records of some visits into a segment: first every text, then what the words tell of themselves.

use std::ops::Range;

use hashbrown::HashMap;
use jiff::civil::Date;

use super::GROUPS;
use super::abbreviations::{beside, initials, special};
use super::bits::Bits;
use super::fields::Field;
use super::postings::{Tally, index, number};
use super::segment::{Facts, Frequent, Segment, UNDATED, WordPostings};
use super::stream::Stream;
use super::texts::{InField, Lenders, Role, own};
use super::vocabulary::{Growing, Place, Vocabulary};
use crate::model::{Archive, PartialDate, Record, RecordKind, Statement, StatementType, Target, Visit};
use crate::text::FoldedWords;

/// A word is frequent when it stands in one of so many records.
const FREQUENT: usize = 32;
/// And in so many at least: a shorter list is short enough.
const AT_LEAST: usize = 64;
/// All words with a beginning are put together when their lists take one byte for so many records.
const MANY: usize = 2;
/// The longest beginning for which that is done, in characters.
const BEGINNING: usize = 2;

impl Segment {
    /// Reads the visits, which are indices into the archive, newest first.
    pub(super) fn new(archive: &Archive, visits: &[usize]) -> Self {
        let mut reading = Reading::default();
        // They come first, so that they are known by their numbers.
        special().for_each(|word| _ = reading.growing.number(word));
        reading.special = number(reading.growing.len());
        let found: Vec<(usize, &Visit)> =
            visits.iter().filter_map(|at| Some((*at, archive.visits.get(*at)?))).collect();
        let mut kinds = GROUPS.map(|_| 0..0);
        let lenders: Vec<Lenders<'_>> = found.iter().map(|(_, visit)| Lenders::new(visit)).collect();
        reading.count_lenders(&lenders);
        for (kind, numbers) in GROUPS.iter().zip(&mut kinds) {
            let start = number(reading.facts.len());
            for (place, ((at, visit), lenders)) in found.iter().zip(&lenders).enumerate() {
                reading.records(archive, *at, visit, *kind, (place, lenders));
            }
            *numbers = start..number(reading.facts.len());
        }
        reading.own.end();
        lenders.iter().for_each(|lenders| reading.lend(lenders));
        reading.lent.end();
        let visits = found.iter().map(|(at, _)| *at).collect();
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
    /// What each lender is.
    roles: Vec<Role>,
    /// Records by word, lenders by word, records by lender.
    of_word: Tally,
    lenders_of_word: Tally,
    borrowers: Tally,
    days: Days,
    /// The text that is being read, and the numbers of its words.
    text: FoldedWords,
    words: Vec<u32>,
}

/// Whose a text is.
#[derive(Clone, Copy)]
enum Whose {
    Own,
    Lender,
}

/// Stretches of days, each once.
#[derive(Default)]
struct Days {
    known: HashMap<(Date, Date), u32>,
    list: Vec<(Date, Date)>,
}

impl Days {
    fn number(&mut self, date: Option<PartialDate>) -> u32 {
        let Some((from, to)) = date.and_then(|date| date.earliest().zip(date.latest())) else {
            return UNDATED;
        };
        *self.known.entry((from, to)).or_insert_with(|| {
            self.list.push((from, to));
            number(self.list.len() - 1)
        })
    }
}

impl Reading {
    fn count_lenders(&mut self, lenders: &[Lenders<'_>]) {
        let mut first = 0;
        for lenders in lenders {
            self.first_lenders.push(first);
            first += lenders.len();
        }
    }

    /// Reads the records of one kind of a visit, the newest first.
    fn records(
        &mut self,
        archive: &Archive,
        at: usize,
        visit: &Visit,
        kind: RecordKind,
        (place, lenders): (usize, &Lenders<'_>),
    ) {
        let of_visit = self.days.number(visit.start_date);
        let of_stops: Vec<u32> = visit
            .itinerary
            .iter()
            .map(|stop| match stop.start_date {
                Some(date) => self.days.number(Some(date)),
                None => of_visit,
            })
            .collect();
        let items = match kind {
            RecordKind::Statement => visit.statements_in_order(),
            RecordKind::Stop => (0..visit.itinerary.len()).collect(),
            RecordKind::Participant => (0..visit.participants.len()).collect(),
            RecordKind::Organization => (0..visit.organizations.len()).collect(),
            RecordKind::Visit => vec![0],
        };
        let first_lender = self.first_lenders.get(place).copied().unwrap_or_default();
        for item in items {
            let Some(record) = archive.record(Target::new(at, kind, item)) else { continue };
            let unit = number(self.facts.len());
            let days = match record {
                Record::Statement(_, statement) => {
                    self.types.push((unit, statement.kind));
                    self.days_of(statement, lenders, &of_stops, of_visit)
                }
                Record::Stop(..) => of_stops.get(item).copied().unwrap_or(UNDATED),
                _ => of_visit,
            };
            self.facts.push(Facts { visit: number(place), item: number(item), days });
            let lent = lenders.of(record);
            lent.iter().for_each(|lender| self.borrowers.note(first_lender + lender, unit));
            self.own.begin(&lent);
            self.texts(&own(record), unit, Whose::Own);
        }
    }

    fn days_of(
        &mut self,
        statement: &Statement,
        lenders: &Lenders<'_>,
        of_stops: &[u32],
        of_visit: u32,
    ) -> u32 {
        if statement.date.is_some() {
            return self.days.number(statement.date);
        }
        let stop = statement.stop.as_ref().and_then(|id| lenders.stop(id));
        stop.and_then(|stop| of_stops.get(stop)).copied().unwrap_or(of_visit)
    }

    /// Reads what the lenders of a visit lend.
    fn lend(&mut self, lenders: &Lenders<'_>) {
        for (texts, role) in lenders.each() {
            let unit = number(self.roles.len());
            self.roles.push(role);
            self.lent.begin(&[]);
            self.texts(&texts, unit, Whose::Lender);
        }
    }

    fn texts(&mut self, texts: &[InField<'_>], unit: u32, whose: Whose) {
        for (text, field) in texts {
            self.text.read(text);
            self.words.clear();
            self.growing.numbers(self.text.iter(), &mut self.words);
            self.keep(*field, unit, whose);
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
            self.keep(field, unit, whose);
        }
    }

    fn keep(&mut self, field: Field, unit: u32, whose: Whose) {
        let (stream, tally) = match whose {
            Whose::Own => (&mut self.own, &mut self.of_word),
            Whose::Lender => (&mut self.lent, &mut self.lenders_of_word),
        };
        self.words.iter().for_each(|word| tally.note(*word, unit));
        stream.text(field, &self.words);
    }

    /// Turns texts with words into words with texts. There words are known by their places in the alphabet: those that
    /// begin alike stand together, and are read together.
    fn segment(mut self, visits: Vec<usize>, kinds: [Range<u32>; GROUPS.len()]) -> Segment {
        let lenders = self.lent.units();
        let mut roles = Role::ALL.map(|_| Bits::new(index(lenders.end)));
        for (lender, role) in lenders.clone().zip(&self.roles) {
            roles.get_mut(*role as usize).into_iter().for_each(|of_role| of_role.set(lender));
        }
        let vocabulary = std::mem::take(&mut self.growing).sorted();
        let mut frequent = self.frequent(&vocabulary);
        let whither = whither(&vocabulary, &frequent);
        let is_rare = |word: &u32| matches!(whither.get(index(*word)), Some(Whither::Rare(_)));

        let words = || vocabulary.all().map(|place| vocabulary.number(place));
        let of_word = std::mem::take(&mut self.of_word);
        let mut of_word = of_word.room(words().map(|word| Some(word).filter(is_rare)));
        let mut borrowers = std::mem::take(&mut self.borrowers).room(lenders.clone().map(Some));
        for unit in self.own.units() {
            let first = self.facts.get(index(unit)).map(|facts| index(facts.visit));
            let first = first.and_then(|visit| self.first_lenders.get(visit)).copied().unwrap_or_default();
            let mut reader = self.own.open(unit);
            reader.lenders().for_each(|lender| borrowers.put(first + lender, unit));
            while let Some((_, count)) = reader.text() {
                for word in reader.words(count) {
                    match whither.get(index(word)) {
                        Some(Whither::Frequent(at)) => {
                            frequent.get_mut(usize::from(*at)).into_iter().for_each(|it| it.own.set(unit));
                        }
                        Some(Whither::Rare(place)) => of_word.put(*place, unit),
                        None => {}
                    }
                }
            }
        }
        let borrowers = borrowers.done();
        let mut lenders_of_word = std::mem::take(&mut self.lenders_of_word).room(words().map(Some));
        for (unit, role) in lenders.zip(&self.roles) {
            let mut reader = self.lent.texts(unit);
            while let Some((_, count)) = reader.text() {
                for word in reader.words(count) {
                    let place = match whither.get(index(word)) {
                        Some(Whither::Rare(place)) => *place,
                        Some(Whither::Frequent(at)) => {
                            let Some(frequent) = frequent.get_mut(usize::from(*at)) else { continue };
                            if *role != Role::Source {
                                let all = frequent.all.get_or_insert_with(|| frequent.own.clone());
                                borrowers.of(unit).for_each(|record| all.set(record));
                            }
                            frequent.word
                        }
                        None => continue,
                    };
                    lenders_of_word.put(place, unit);
                }
            }
        }
        let words = WordPostings { own: of_word.done(), lent: lenders_of_word.done(), frequent };
        let records = self.facts.len();
        let mut types: HashMap<&str, Bits> = HashMap::new();
        for (record, kind) in &self.types {
            types.entry(kind.name()).or_insert_with(|| Bits::new(records)).set(*record);
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
            beginnings: HashMap::new(),
            days: self.days.list,
            types,
        };
        segment.put_beginnings_together();
        segment
    }

    /// The frequent words, with no record yet: those that may stand in one of so many records, their own or lent.
    fn frequent(&self, vocabulary: &Vocabulary) -> Vec<Frequent> {
        let records = self.facts.len();
        let words = 0..number(vocabulary.len());
        let mut counts: Vec<usize> = words.map(|word| index(self.of_word.count(word))).collect();
        for (unit, _) in self.lent.units().zip(&self.roles).filter(|(_, role)| **role != Role::Source) {
            let mut reader = self.lent.texts(unit);
            while let Some((_, count)) = reader.text() {
                for word in reader.words(count) {
                    let count = counts.get_mut(index(word));
                    count.into_iter().for_each(|count| *count += index(self.borrowers.count(unit)));
                }
            }
        }
        let is_frequent = |place: &Place| {
            let count = counts.get(index(vocabulary.number(*place))).copied().unwrap_or_default();
            count >= AT_LEAST && count * FREQUENT >= records
        };
        let nowhere = |word| Frequent { word, own: Bits::new(records), all: None };
        vocabulary.all().filter(is_frequent).take(usize::from(u16::MAX)).map(nowhere).collect()
    }
}

/// Where the records of a word are written: to a list at its place in the alphabet, or among the frequent ones.
#[derive(Clone, Copy)]
enum Whither {
    Rare(Place),
    Frequent(u16),
}

/// Where the records of each word are written, by the number of the word.
fn whither(vocabulary: &Vocabulary, frequent: &[Frequent]) -> Vec<Whither> {
    let mut whither: Vec<Whither> = vocabulary.places().into_iter().map(Whither::Rare).collect();
    for (at, frequent) in frequent.iter().enumerate() {
        if let Some(of_word) = whither.get_mut(index(vocabulary.number(frequent.word))) {
            *of_word = Whither::Frequent(u16::try_from(at).unwrap_or(u16::MAX));
        }
    }
    whither
}

impl Segment {
    /// One letter or two begin so many words that their lists are put together now, and not while somebody types.
    fn put_beginnings_together(&mut self) {
        for letters in 1..=BEGINNING {
            let beginning = |place| self.vocabulary.word(place).chars().take(letters).collect::<String>();
            let mut together = Vec::new();
            let mut from = 0;
            while index(from) < self.vocabulary.len() {
                let beginning = beginning(from);
                let range = self.vocabulary.beginning(&beginning);
                let weight: usize = range.clone().map(|word| self.words.own.weight(word)).sum();
                if weight * MANY >= self.len() && beginning.chars().count() == letters {
                    together.push((beginning, self.standing(range.clone()).records));
                }
                from = range.end.max(from + 1);
            }
            self.beginnings.extend(together);
        }
    }
}
