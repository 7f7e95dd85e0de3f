//! Comparing: the same measures for several visits, people, topics or other values, side by side.

use super::fact::ValueKey;
use super::query::{CountBy, CountQuery, CountUnit, Limit};
use super::selection::Selection;
use super::view::View;
use crate::model::PartialDate;

/// Several values of a fact, side by side.
#[derive(Debug, PartialEq)]
pub struct Comparison {
    /// What is compared: a column each.
    pub things: Vec<ComparedThing>,
    /// The measures, with a value for each thing.
    pub rows: Vec<MeasureRow>,
}

/// A value of a fact that is compared.
#[derive(Debug, PartialEq)]
pub struct ComparedThing {
    /// Its key.
    pub key: ValueKey,
    /// Its label.
    pub name: String,
}

/// A measure with its values.
#[derive(Debug, PartialEq)]
pub struct MeasureRow {
    /// What is measured.
    pub measure: Measure,
    /// For each thing the value.
    pub values: Vec<MeasureValue>,
}

/// What can be measured of each thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// The number of visits.
    Visits,
    /// The start of the first visit.
    FirstVisit,
    /// The start of the last visit.
    LastVisit,
    /// The number of distinct people and groups.
    People,
    /// The number of stops.
    Stops,
    /// The number of distinct places.
    Places,
    /// The number of statements.
    Statements,
    /// The number of quotes.
    Quotes,
    /// The most frequent host.
    TopHost,
    /// The most frequent visitor.
    TopVisitor,
    /// The place with the most stops.
    TopPlace,
    /// Who said most.
    TopSpeaker,
    /// The topic of most statements.
    TopTopic,
}

/// The value of a measure.
#[derive(Debug, Clone, PartialEq)]
pub enum MeasureValue {
    /// A number.
    Count(usize),
    /// A date.
    Date(PartialDate),
    /// The most frequent value, and its number of records.
    Most(String, usize),
    /// Not known.
    Unknown,
}

impl Measure {
    /// All measures, in their order.
    pub const ALL: [Self; 13] = [
        Self::Visits,
        Self::FirstVisit,
        Self::LastVisit,
        Self::People,
        Self::Stops,
        Self::Places,
        Self::Statements,
        Self::Quotes,
        Self::TopHost,
        Self::TopVisitor,
        Self::TopPlace,
        Self::TopSpeaker,
        Self::TopTopic,
    ];

    /// Its name for programs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Visits => "visits",
            Self::FirstVisit => "first_visit",
            Self::LastVisit => "last_visit",
            Self::People => "people",
            Self::Stops => "stops",
            Self::Places => "places",
            Self::Statements => "statements",
            Self::Quotes => "quotes",
            Self::TopHost => "top_host",
            Self::TopVisitor => "top_visitor",
            Self::TopPlace => "top_place",
            Self::TopSpeaker => "top_speaker",
            Self::TopTopic => "top_topic",
        }
    }
}

impl View<'_> {
    /// Compares values of a fact within the selection.
    pub fn compare(&self, by: CountBy, keys: &[ValueKey]) -> Comparison {
        let columns: Vec<Vec<MeasureValue>> = keys.iter().map(|key| self.measures(by, key)).collect();
        let rows = Measure::ALL.into_iter().enumerate().map(|(at, measure)| {
            let values = columns.iter().filter_map(|column| column.get(at).cloned()).collect();
            MeasureRow { measure, values }
        });
        let name = |key: &ValueKey| self.name(by, key).unwrap_or_else(|| key.to_string());
        let things = keys.iter().map(|key| ComparedThing { key: key.clone(), name: name(key) });
        Comparison { things: things.collect(), rows: rows.collect() }
    }

    /// The values of all measures, in their order.
    fn measures(&self, by: CountBy, key: &ValueKey) -> Vec<MeasureValue> {
        let own = Selection::having(self.facts, self.archive, (by, std::slice::from_ref(key)), None);
        let selection = own.and(self.selection.clone());
        let view = View { selection: &selection, ..*self };
        let totals = view.totals();
        let starts: Vec<PartialDate> = view
            .visits()
            .filter_map(|(.., visit)| visit.start_date.filter(|it| it.earliest().is_some()))
            .collect();
        let date =
            |start: Option<&PartialDate>| start.map_or(MeasureValue::Unknown, |it| MeasureValue::Date(*it));
        let most = |unit, by| view.most(unit, by);
        let value = |measure| match measure {
            Measure::Visits => MeasureValue::Count(totals.visits),
            // The newest come first.
            Measure::FirstVisit => date(starts.last()),
            Measure::LastVisit => date(starts.first()),
            Measure::People => MeasureValue::Count(totals.people),
            Measure::Stops => MeasureValue::Count(totals.stops),
            Measure::Places => MeasureValue::Count(totals.places),
            Measure::Statements => MeasureValue::Count(totals.statements),
            Measure::Quotes => MeasureValue::Count(totals.quotes),
            Measure::TopHost => most(CountUnit::Visit, CountBy::Host),
            Measure::TopVisitor => most(CountUnit::Visit, CountBy::Visitor),
            Measure::TopPlace => most(CountUnit::Stop, CountBy::Stop),
            Measure::TopSpeaker => most(CountUnit::Statement, CountBy::Person),
            Measure::TopTopic => most(CountUnit::Statement, CountBy::Topic),
        };
        Measure::ALL.map(value).into()
    }

    fn most(&self, unit: CountUnit, by: CountBy) -> MeasureValue {
        let table = self.count(CountQuery { unit, by, across: None }, Limit { rows: 1, columns: 0 });
        let first = table.rows.into_iter().find(|row| row.key.is_some());
        first.map_or(MeasureValue::Unknown, |row| MeasureValue::Most(row.name, row.count))
    }
}
