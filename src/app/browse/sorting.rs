//! The order of the rows of a pane.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

use crate::app::browse::row::Row;
use crate::app::data::Data;
use crate::app::layout::Pane;
use crate::facet::Statements;
use crate::lang::Lang;
use crate::model::{Archive, Record};
use crate::text::natural;

/// An order of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize, Serialize)]
pub enum Order {
    /// The original order: visits with the newest first, stops and statements by time, people by side.
    #[default]
    Given,
    /// By time, the earliest first.
    Time,
    /// By name; statements by the name of the speaker.
    Name,
    /// Statements by stop.
    Place,
    /// By the number of statements, the most first.
    Count,
}

/// An order, and whether it is reversed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize)]
pub struct Sorting {
    /// The order.
    pub order: Order,
    /// Whether the order is reversed.
    pub reversed: bool,
}

/// A key to compare rows by. Rows without one come last.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum SortKey<T> {
    Known(T),
    Unknown,
}

impl Order {
    /// Whether the rows of a pane can be sorted in this order.
    pub(in crate::app) fn is_for(self, pane: Pane) -> bool {
        match self {
            Self::Given | Self::Name => true,
            Self::Time => pane != Pane::Participants,
            Self::Place => pane == Pane::Statements,
            Self::Count => pane != Pane::Statements,
        }
    }

    /// The order after this one in which the rows of a pane can be sorted; the original one after the last. `None` for the detail.
    pub(in crate::app) fn next_for(self, pane: Pane) -> Option<Self> {
        let all = [Self::Given, Self::Time, Self::Name, Self::Place, Self::Count];
        let later =
            all.into_iter().skip_while(|order| *order != self).skip(1).find(|order| order.is_for(pane));
        Some(later.unwrap_or_default()).filter(|_| pane != Pane::Detail)
    }

    fn label(self, lang: Lang, pane: Pane) -> &'static str {
        let m = lang.messages();
        match self {
            Self::Given => "",
            Self::Time => m.by_time,
            Self::Name if pane == Pane::Statements => m.by_speaker,
            Self::Name => m.by_name,
            Self::Place => m.by_place,
            Self::Count => m.by_count,
        }
    }
}

impl Sorting {
    /// The remark at the bottom of the pane; empty in the original order.
    pub fn label(self, lang: Lang, pane: Pane) -> String {
        // By number, the largest come first.
        let arrow = if self.reversed == (self.order == Order::Count) { " ↑" } else { " ↓" };
        match self.order {
            Order::Given => String::new(),
            order => format!("{}: {}{arrow}", lang.messages().sorted, order.label(lang, pane)),
        }
    }

    /// Whether the visits of a year and the statements of a visit stay together.
    pub(in crate::app) fn groups_dates(self) -> bool {
        matches!(self.order, Order::Given | Order::Time)
    }

    /// Sorts the rows of a pane. People are sorted within their side; rows that are not records stay where they are.
    pub(in crate::app) fn sort(self, pane: Pane, archive: &Archive, rows: Vec<Row>) -> Vec<Row> {
        if self.order == Order::Given || !self.order.is_for(pane) {
            return rows;
        }
        let mut sorted: Vec<Row> = Vec::with_capacity(rows.len());
        let mut group: Vec<Row> = Vec::new();
        for row in rows {
            let begins_group =
                matches!(row, Row::Record { heading: Some(_), .. }) && pane == Pane::Participants;
            if begins_group || row.target().is_none() {
                sorted.extend(self.sort_group(pane, archive, std::mem::take(&mut group)));
            }
            if row.target().is_some() { group.push(row) } else { sorted.push(row) }
        }
        sorted.extend(self.sort_group(pane, archive, group));
        sorted
    }

    fn sort_group(self, pane: Pane, archive: &Archive, mut rows: Vec<Row>) -> Vec<Row> {
        let heading = rows.first().and_then(Row::heading).filter(|_| pane == Pane::Participants);
        let record = |row: &Row| row.target().and_then(|target| archive.record(target));
        match self.order {
            Order::Count => self.sort_by(&mut rows, |row| row.count().map(Reverse)),
            _ => self.sort_by_record(&mut rows, record),
        }
        for (number, row) in rows.iter_mut().enumerate() {
            row.set_heading(heading.filter(|_| number == 0));
        }
        rows
    }

    /// Whether statements have another order than that of the visits.
    pub(in crate::app) fn sorts_statements(self) -> bool {
        self.order != Order::Given && self.order.is_for(Pane::Statements)
    }

    /// Sorts statements.
    pub(in crate::app) fn sort_statements(self, data: &Data, statements: &Statements) -> Statements {
        let mut sorted: Vec<u32> = statements.iter().collect();
        self.sort_by_record(&mut sorted, |at| data.archive.record(data.facets.statement(*at)?));
        Statements::Listed(sorted.into())
    }

    /// Sorts by what the records say.
    fn sort_by_record<'a, T>(self, items: &mut [T], record: impl Fn(&T) -> Option<Record<'a>>) {
        match self.order {
            Order::Given | Order::Count => {}
            Order::Time => self.sort_by(items, |item| {
                let date = match record(item)? {
                    Record::Statement(visit, it) => visit.dated(it)?.date,
                    Record::Stop(visit, it) => it.start_date.or(visit.start_date)?,
                    Record::Visit(visit) => visit.start_date?,
                    Record::Participant(..) | Record::Organization(..) => return None,
                };
                Some(date.order())
            }),
            Order::Name => self.sort_by(items, |item| match record(item)? {
                Record::Statement(visit, it) => {
                    visit.speakers(it).next().map(|by| natural(visit.name_of(by.id())))
                }
                Record::Stop(_, stop) => Some(natural(stop.label())),
                record => Some(natural(record.label())),
            }),
            Order::Place => self.sort_by(items, |item| match record(item)? {
                Record::Statement(visit, it) => Some(natural(visit.stop(it.stop.as_ref()?)?.label())),
                _ => None,
            }),
        }
    }

    /// The sort is stable.
    fn sort_by<T, K: Ord>(self, items: &mut [T], key: impl Fn(&T) -> Option<K>) {
        let known = |item: &T| key(item).map_or(SortKey::Unknown, SortKey::Known);
        if self.reversed {
            // Rows without a key come last also here.
            items.sort_by_cached_key(|item| match known(item) {
                SortKey::Known(key) => SortKey::Known(Reverse(key)),
                SortKey::Unknown => SortKey::Unknown,
            });
        } else {
            items.sort_by_cached_key(known);
        }
    }
}
