//! In which order a pane lists its rows.

use crate::app::browse::row::Row;
use crate::app::layout::Pane;
use std::cmp::Reverse;

use crate::lang::Lang;
use crate::model::{Archive, Record};
use crate::text::natural;

/// An order of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Order {
    /// Visits: the newest first; stops and statements by time; people by their side.
    #[default]
    Given,
    /// By time, the earliest first.
    Time,
    /// By name; statements by that of the speaker.
    Name,
    /// By the place where it was said.
    Place,
    /// By the number of statements, the most first.
    Count,
}

/// An order, and whether it is turned round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sorting {
    /// The order.
    pub order: Order,
    /// Whether the last comes first.
    pub reversed: bool,
}

/// What rows are compared by; what has none of it comes last.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum By<T> {
    Known(T),
    Unknown,
}

impl Order {
    /// Whether the rows of a pane have what it goes by.
    pub(in crate::app) fn is_for(self, pane: Pane) -> bool {
        match self {
            Self::Given | Self::Name => true,
            Self::Time => pane != Pane::Participants,
            Self::Place => pane == Pane::Statements,
            Self::Count => pane != Pane::Statements,
        }
    }

    /// What it is called.
    fn words(self, lang: Lang, pane: Pane) -> &'static str {
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
    /// What stands below the rows; nothing when they are as always.
    pub fn words(self, lang: Lang, pane: Pane) -> String {
        let turned = if self.reversed { " ↓" } else { " ↑" };
        match self.order {
            Order::Given => String::new(),
            order => format!("{}: {}{turned}", lang.messages().sorted, order.words(lang, pane)),
        }
    }

    /// Orders the records among the rows of a pane. People stay with their side; what is no record stays at its end.
    pub(in crate::app) fn sort(self, pane: Pane, archive: &Archive, rows: Vec<Row>) -> Vec<Row> {
        if self.order == Order::Given || !self.order.is_for(pane) {
            return rows;
        }
        let mut sorted: Vec<Row> = Vec::with_capacity(rows.len());
        let mut group: Vec<Row> = Vec::new();
        for row in rows {
            let begins = matches!(row, Row::Record { lead: Some(_), .. }) && pane == Pane::Participants;
            if begins || row.target().is_none() {
                sorted.extend(self.of_group(pane, archive, std::mem::take(&mut group)));
            }
            if row.target().is_some() { group.push(row) } else { sorted.push(row) }
        }
        sorted.extend(self.of_group(pane, archive, group));
        sorted
    }

    fn of_group(self, pane: Pane, archive: &Archive, mut rows: Vec<Row>) -> Vec<Row> {
        let lead = rows.first().and_then(Row::lead).filter(|_| pane == Pane::Participants);
        let record = |row: &Row| row.target().and_then(|target| archive.record(target));
        match self.order {
            Order::Given => {}
            Order::Time => self.sort_by(&mut rows, |row| {
                let date = match record(row)? {
                    Record::Statement(visit, it) => visit.dated(it)?.date,
                    Record::Stop(visit, it) => it.start_date.or(visit.start_date)?,
                    Record::Visit(visit) => visit.start_date?,
                    Record::Participant(..) | Record::Organization(..) => return None,
                };
                Some(date.order())
            }),
            Order::Name => self.sort_by(&mut rows, |row| match record(row)? {
                Record::Statement(visit, it) => {
                    visit.speakers(it).next().map(|by| natural(visit.name_of(by.id())))
                }
                Record::Stop(_, stop) => Some(natural(stop.label())),
                record => Some(natural(record.label())),
            }),
            Order::Place => self.sort_by(&mut rows, |row| match record(row)? {
                Record::Statement(visit, it) => Some(natural(visit.stop(it.stop.as_ref()?)?.label())),
                _ => None,
            }),
            Order::Count => self.sort_by(&mut rows, |row| row.count().map(Reverse)),
        }
        for (number, row) in rows.iter_mut().enumerate() {
            row.set_lead(lead.filter(|_| number == 0));
        }
        rows
    }

    /// Rows that are alike stay as they were.
    fn sort_by<K: Ord>(self, rows: &mut [Row], key: impl Fn(&Row) -> Option<K>) {
        let known = |row: &Row| key(row).map_or(By::Unknown, By::Known);
        if self.reversed {
            // What has nothing to be compared by comes last either way.
            rows.sort_by_cached_key(|row| match known(row) {
                By::Known(key) => By::Known(Reverse(key)),
                By::Unknown => By::Unknown,
            });
        } else {
            rows.sort_by_cached_key(known);
        }
    }
}
