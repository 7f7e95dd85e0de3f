//! The counts as rows, and as a table when there are two facts.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::facts::{Key, Label, Scene, Subject, Value};
use super::{By, Question, Unit};
use crate::lang::Lang;
use crate::model::{Agent, Archive, Record, StatementType, Visit, distinct_labels};
use crate::text::natural;

/// Years and months that nothing falls into have rows of their own, unless there would be more rows than this.
const LONGEST_TIME: usize = 1_200;

/// What was counted.
#[derive(Debug, Default)]
pub struct Table {
    /// Each value of the fact, those of time in their order and all else the most frequent first; last what has none.
    pub rows: Vec<Row>,
    /// The values of the second fact, in the same order.
    pub columns: Vec<Column>,
    /// How many there are in all; what counts in several rows is counted once.
    pub total: usize,
    /// In how many visits.
    pub visits: usize,
}

/// A row.
#[derive(Debug)]
pub struct Row {
    /// The value; none for what has none.
    pub key: Option<String>,
    /// What it is called; empty for what has none.
    pub name: String,
    /// How many there are.
    pub count: usize,
    /// How many of them are quotes.
    pub quotes: usize,
    /// In how many visits.
    pub visits: usize,
    /// How many there are of each column.
    pub cells: Vec<usize>,
}

/// A column.
#[derive(Debug)]
pub struct Column {
    /// The value; none for what has none.
    pub key: Option<String>,
    /// What it is called; empty for what has none.
    pub name: String,
    /// How many there are.
    pub count: usize,
}

/// Things that are counted, each once.
#[derive(Debug, Default)]
struct Tally {
    things: Vec<usize>,
    visits: Vec<usize>,
    quotes: usize,
}

impl Tally {
    fn add(&mut self, thing: Thing) {
        self.things.push(thing.number);
        if self.visits.last() != Some(&thing.visit) {
            self.visits.push(thing.visit);
        }
        self.quotes += usize::from(thing.is_quote);
    }

    fn count(&self) -> usize {
        let mut things = self.things.clone();
        things.sort_unstable();
        things.dedup();
        things.len()
    }
}

/// One of what is counted.
#[derive(Debug, Clone, Copy)]
struct Thing {
    /// The same number for the same one.
    number: usize,
    visit: usize,
    is_quote: bool,
}

/// The values of a fact as they are met, with their numbers; the first is what has none.
#[derive(Debug, Default)]
struct Axis<'a> {
    numbers: HashMap<Key, usize>,
    keys: Vec<Key>,
    labels: Vec<Label<'a>>,
    tallies: Vec<Tally>,
    unknown: Tally,
}

/// Where a thing counts on an axis; none: it has no value.
type Place = Option<usize>;

impl<'a> Axis<'a> {
    /// Counts a thing; the places where it counts.
    fn add(&mut self, values: Vec<Value<'a>>, thing: Thing) -> Vec<Place> {
        if values.is_empty() {
            self.unknown.add(thing);
            return vec![None];
        }
        values.into_iter().map(|value| Some(self.add_value(value, thing))).collect()
    }

    fn add_value(&mut self, value: Value<'a>, thing: Thing) -> usize {
        let at = self.number(value.key, value.label);
        if let Some(tally) = self.tallies.get_mut(at) {
            tally.add(thing);
        }
        at
    }

    fn number(&mut self, key: Key, label: Label<'a>) -> usize {
        let next = self.keys.len();
        let at = *self.numbers.entry(key.clone()).or_insert(next);
        if at == next {
            self.keys.push(key);
            self.labels.push(label);
            self.tallies.push(Tally::default());
        }
        at
    }

    /// Adds the years or months between the first and the last that nothing falls into.
    fn fill(&mut self, by: By) {
        let month_number = |year: i32, month: u8| year * 12 + i32::from(month) - 1;
        let known = self.keys.iter().filter_map(|key| match (key, by) {
            (Key::Time(year, Some(month)), By::Month) => Some(month_number(*year, *month)),
            (Key::Time(year, None), By::Year) => Some(*year),
            _ => None,
        });
        let known: Vec<i32> = known.collect();
        let Some((first, last)) = known.iter().min().zip(known.iter().max()) else { return };
        if usize::try_from(last - first).is_ok_and(|gap| gap > LONGEST_TIME) {
            return;
        }
        for number in *first..=*last {
            let key = match by {
                By::Month => Key::Time(number.div_euclid(12), u8::try_from(number.rem_euclid(12) + 1).ok()),
                _ => Key::Time(number, None),
            };
            let label = Label::Text(key.text());
            self.number(key, label);
        }
    }

    /// What each value is called.
    fn names(&self) -> Vec<String> {
        let records: Vec<Record<'a>> = self
            .labels
            .iter()
            .filter_map(|label| match label {
                Label::Record(record) => Some(*record),
                Label::Text(_) => None,
            })
            .collect();
        let mut distinct = distinct_labels(&records).into_iter();
        let name = |label: &Label<'a>| match label {
            Label::Text(text) => text.clone(),
            Label::Record(_) => distinct.next().unwrap_or_default(),
        };
        self.labels.iter().map(name).collect()
    }

    /// The places in their order, what has no value last, if there is such.
    fn order(&self, by: By, names: &[String]) -> Vec<Place> {
        let mut places: Vec<usize> = (0..self.keys.len()).collect();
        if by.is_time() {
            places.sort_by_key(|at| self.keys.get(*at));
        } else {
            places.sort_by_cached_key(|at| {
                let name = names.get(*at).map(|name| natural(name));
                (Reverse(self.tallies.get(*at).map_or(0, Tally::count)), name)
            });
        }
        let unknown = (!self.unknown.things.is_empty()).then_some(None);
        places.into_iter().map(Some).chain(unknown).collect()
    }

    fn tally(&self, place: Place) -> &Tally {
        place.and_then(|at| self.tallies.get(at)).unwrap_or(&self.unknown)
    }

    fn key(&self, place: Place) -> Option<String> {
        self.keys.get(place?).map(Key::text)
    }
}

/// Counts what an archive has.
pub fn count(archive: &Archive, question: Question, lang: Lang) -> Table {
    let (mut rows, mut columns) = (Axis::default(), Axis::default());
    let mut cells: HashMap<(Place, Place), Tally> = HashMap::new();
    let mut all = Tally::default();
    let mut people: HashMap<Agent, usize> = HashMap::new();
    let newest_first =
        archive.newest_first().into_iter().filter_map(|at| Some((at, archive.visits.get(at)?)));
    let mut met = 0;
    for (at, visit) in newest_first {
        let scene = Scene::new(visit, lang);
        for subject in subjects(visit, question.unit) {
            let (next, known) = (met, people.len());
            let number = match subject {
                Subject::Participant(it) => *people.entry(visit.agent(it)).or_insert(known),
                Subject::Visit | Subject::Stop(_) | Subject::Statement(_) => next,
            };
            met += 1;
            let is_quote = matches!(subject, Subject::Statement(it) if it.kind == StatementType::Quote);
            let thing = Thing { number, visit: at, is_quote };
            all.add(thing);
            let in_rows = rows.add(scene.values(question.by, subject), thing);
            let Some(across) = question.across else { continue };
            let in_columns = columns.add(scene.values(across, subject), thing);
            for row in in_rows {
                for column in &in_columns {
                    cells.entry((row, *column)).or_default().add(thing);
                }
            }
        }
    }
    Table { total: all.count(), visits: all.visits.len(), ..table(question, (rows, columns), &cells) }
}

/// What is counted of a visit.
fn subjects(visit: &Visit, unit: Unit) -> Vec<Subject<'_>> {
    match unit {
        Unit::Visit => vec![Subject::Visit],
        Unit::Person => visit.participants.iter().map(Subject::Participant).collect(),
        Unit::Stop => visit.itinerary.iter().map(Subject::Stop).collect(),
        Unit::Statement => visit.statements.iter().map(Subject::Statement).collect(),
    }
}

fn table(
    question: Question,
    (mut rows, mut columns): (Axis<'_>, Axis<'_>),
    cells: &HashMap<(Place, Place), Tally>,
) -> Table {
    let ordered = |axis: &mut Axis<'_>, by: By| {
        if by.is_time() {
            axis.fill(by);
        }
        let names = axis.names();
        let order = axis.order(by, &names);
        (names, order)
    };
    let (row_names, row_order) = ordered(&mut rows, question.by);
    let (column_names, column_order) =
        question.across.map(|by| ordered(&mut columns, by)).unwrap_or_default();
    let name =
        |names: &[String], place: Place| place.and_then(|at| names.get(at)).cloned().unwrap_or_default();
    let column = |place: &Place| Column {
        key: columns.key(*place),
        name: name(&column_names, *place),
        count: columns.tally(*place).count(),
    };
    let row = |place: Place| {
        let tally = rows.tally(place);
        let cell = |column: &Place| cells.get(&(place, *column)).map_or(0, Tally::count);
        Row {
            key: rows.key(place),
            name: name(&row_names, place),
            count: tally.count(),
            quotes: tally.quotes,
            visits: tally.visits.len(),
            cells: column_order.iter().map(cell).collect(),
        }
    };
    Table {
        rows: row_order.into_iter().map(row).collect(),
        columns: column_order.iter().map(column).collect(),
        ..Table::default()
    }
}
