//! The menu of chips: what could be chosen of the record that the detail shows.

use crate::app::browse::chips::each_once;
use crate::app::browse::rows::chip_of;
use crate::app::list::List;
use crate::facet::{Chip, Scope};
use crate::model::{Record, RecordTime, Speaker, Statement, Visit};

/// A menu.
#[derive(Debug)]
pub struct Menu {
    /// The chips, and how many statements each would give beside the chips of other kinds.
    pub rows: Vec<(Chip, usize)>,
    /// The chosen row.
    pub list: List,
}

impl Menu {
    /// The facts of a record, each with how many statements it would give.
    pub(in crate::app) fn new(
        scope: Scope,
        record: Option<Record<'_>>,
        count: impl FnOnce(&[Chip]) -> Vec<usize>,
    ) -> Self {
        let chips = each_once(record.map(|record| facts(scope, record)).unwrap_or_default());
        let rows: Vec<(Chip, usize)> = chips.into_iter().map(|chip| (chip, 0)).collect();
        let mut menu = Self { list: List::new(rows.len()), rows };
        menu.count_anew(count);
        menu
    }

    /// The same chips with other counts.
    pub(in crate::app) fn count_anew(&mut self, count: impl FnOnce(&[Chip]) -> Vec<usize>) {
        let chips: Vec<Chip> = self.rows.iter().map(|(chip, _)| chip.clone()).collect();
        for ((_, count), new) in self.rows.iter_mut().zip(count(&chips)) {
            *count = new;
        }
    }

    /// Whether there is nothing to choose.
    pub(in crate::app) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The chosen chip.
    pub(in crate::app) fn chosen(&self) -> Option<Chip> {
        self.rows.get(self.list.selected()?).map(|(chip, _)| chip.clone())
    }
}

/// The facts of a record that statements can share.
fn facts(scope: Scope, record: Record<'_>) -> Vec<Chip> {
    match record {
        Record::Statement(visit, statement) => of_statement(scope, visit, statement),
        Record::Visit(visit) => {
            let of = |statement| of_statement(scope, visit, statement);
            let mut chips: Vec<Chip> = visit.statements.iter().flat_map(of).collect();
            // What the panes list is chosen there.
            chips.retain(|chip| !matches!(chip, Chip::Stop(_) | Chip::Person(_) | Chip::Organization(_)));
            chips.sort_by_key(Chip::kind);
            chips
        }
        Record::Stop(_, stop) => {
            let day = stop.when().and_then(RecordTime::day).map(Chip::Day);
            let topics = stop.topics.iter().cloned().map(Chip::Topic);
            chip_of(scope, record).into_iter().chain(day).chain(topics).collect()
        }
        Record::Participant(_, person) => {
            let organizations = person.organizations().cloned().map(Chip::Organization);
            let side = person.side.map(Chip::Side);
            chip_of(scope, record).into_iter().chain(organizations).chain(side).collect()
        }
        Record::Organization(_, organization) => {
            chip_of(scope, record).into_iter().chain(organization.side().map(Chip::Side)).collect()
        }
    }
}

fn of_statement(scope: Scope, visit: &Visit, statement: &Statement) -> Vec<Chip> {
    let mut chips = vec![Chip::Type(statement.kind)];
    for speaker in visit.speakers(statement) {
        let record = match speaker {
            Speaker::Participant(person) => Record::Participant(visit, person),
            Speaker::Organization(organization) => Record::Organization(visit, organization),
        };
        for chip in facts(scope, record) {
            if !chips.contains(&chip) {
                chips.push(chip);
            }
        }
    }
    if visit.speakers(statement).next().is_none() {
        chips.push(Chip::Person(None));
    }
    let stop = statement.stop.as_ref().and_then(|id| visit.stop(id));
    match stop {
        Some(stop) => chips.extend(chip_of(scope, Record::Stop(visit, stop))),
        None => chips.push(Chip::Stop(None)),
    }
    chips.extend(visit.when_said(statement).and_then(RecordTime::day).map(Chip::Day));
    chips.extend(statement.topics.iter().cloned().map(Chip::Topic));
    chips
}
