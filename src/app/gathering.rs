//! Records brought together from all visits: the page of a person, an organization or a place, a statement in its
//! context, the basket.

use super::list::List;
use super::{App, Notice, Overlay};
use crate::facet::{Scope, place_key};
use crate::model::{Record, RecordKind, Side, Statement, Target, Visit};
use crate::page::{Size, met_as, visit_date};
use crate::text::{Line, Role, wrap_text};

/// What was brought together.
#[derive(Debug)]
pub struct Gathering {
    /// What it is about.
    pub about: About,
    /// The records.
    pub rows: Vec<Target>,
    /// The chosen one.
    pub list: List,
}

/// What records have in common that are brought together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// A person, an organization or a place: first itself, then each visit, the newest first, with what was said.
    One(Target),
    /// What was said at the same stop as this statement, or in the same visit where its stop is not known.
    Around(Target),
    /// They are marked.
    Basket,
}

impl Gathering {
    /// How many statements there are.
    pub fn statements(&self) -> usize {
        self.rows.iter().filter(|row| row.kind == RecordKind::Statement).count()
    }

    /// The chosen record.
    pub fn chosen(&self) -> Option<Target> {
        self.rows.get(self.list.selected()?).copied()
    }
}

impl App {
    /// The page of the person, the organization or the place that is chosen; of a statement, of who made it, or else of
    /// where.
    pub(super) fn page_at_hand(&self) -> Option<Target> {
        let target = self.copied_record()?;
        let archive = &self.data.archive;
        match target.kind {
            RecordKind::Statement => archive.speaker_of(target).or_else(|| archive.stop_of(target)),
            RecordKind::Visit => None,
            RecordKind::Stop | RecordKind::Participant | RecordKind::Organization => Some(target),
        }
    }

    /// Opens what is brought together.
    pub(super) fn gather(&mut self, about: About) {
        let rows = self.gathered(about);
        let mut list = List::new(rows.len());
        if let About::Around(target) = about {
            list.select(rows.iter().position(|row| *row == target).unwrap_or_default());
        }
        self.beneath.extend(self.overlay.take());
        self.overlay = Some(Overlay::Gathering(Gathering { about, rows, list }));
    }

    /// Brings the same together once more, when the basket or the records have changed. Nothing left: it is closed.
    pub(super) fn gather_anew(&mut self) {
        let Some(Overlay::Gathering(mut gathering)) =
            self.overlay.take_if(|it| matches!(it, Overlay::Gathering(_)))
        else {
            return;
        };
        gathering.rows = self.gathered(gathering.about);
        gathering.list = gathering.list.resized(gathering.rows.len());
        // An empty basket stays open: what was in it can be brought back here.
        self.overlay = Some(Overlay::Gathering(gathering));
    }

    pub(super) fn gathered(&self, about: About) -> Vec<Target> {
        let archive = &self.data.archive;
        match about {
            About::Basket => self.basket.targets(archive),
            About::Around(target) => match archive.record(target) {
                Some(Record::Statement(visit, statement)) => {
                    let near = |it: &Statement| it.stop == statement.stop || statement.stop.is_none();
                    said(visit, target.visit, near)
                }
                _ => Vec::new(),
            },
            About::One(target) => {
                let Some(record) = archive.record(target) else { return Vec::new() };
                let of_visit = |at| {
                    let visit = archive.visits.get(at).filter(|visit| is_met(record, visit));
                    let said = visit.map(|visit| said(visit, at, |it| is_by_or_at(record, visit, it)));
                    said.into_iter().flat_map(move |said| std::iter::once(Target::visit(at)).chain(said))
                };
                let visits = archive.newest_first().into_iter().flat_map(of_visit);
                std::iter::once(target).chain(visits).collect()
            }
        }
    }

    /// Whether the basket lies on top.
    pub fn is_basket(&self) -> bool {
        matches!(&self.overlay, Some(Overlay::Gathering(it)) if it.about == About::Basket)
    }

    /// From what was brought together to the chosen record in its place.
    pub(super) fn open_gathered(&mut self) {
        let Some(Overlay::Gathering(gathering)) = &self.overlay else { return };
        let (about, Some(target)) = (gathering.about, gathering.chosen()) else { return };
        if about == About::One(target) && gathering.list.selected() == Some(0) {
            self.notice = Some(Notice::NothingToOpen);
            return;
        }
        self.overlay = None;
        self.beneath.clear();
        if target.kind == RecordKind::Visit {
            return self.go_to(Scope::Visit(target.visit));
        }
        let dropped = self.reveal(target);
        if !dropped.is_empty() {
            self.notice = Some(Notice::Revealed { dropped, hit: None });
        }
    }

    /// A row of what was brought together.
    pub fn gathered_lines(&self, gathering: &Gathering, row: usize, columns: usize) -> Vec<Line> {
        let Some(target) = gathering.rows.get(row).copied() else { return Vec::new() };
        let Some(record) = self.data.archive.record(target) else { return Vec::new() };
        let sheet = self.sheet(columns);
        match (gathering.about, record) {
            (About::One(one), _) if row == 0 && one == target => {
                let visits = gathering.rows.iter().filter(|row| row.kind == RecordKind::Visit).count();
                let counted = self.lang.met_and_said(visits, gathering.statements());
                let mut lines = sheet.profile(record, &counted);
                lines.push(Line::new());
                lines
            }
            (About::One(one), Record::Visit(visit)) => self.visit_lines(one, visit, columns),
            (About::One(_), _) => {
                let indent = Line::of("  ", Role::Plain);
                let inner = self.sheet(columns.saturating_sub(indent.width()));
                let lines = self.signed(record, inner.item(record, Size::Full, None), inner.columns);
                Line::hang(&indent, &lines)
            }
            (About::Around(_), _) => self.signed(record, sheet.item(record, Size::Full, None), columns),
            (About::Basket, _) => {
                let number = Line::of(&format!("{:>2}  ", row + 1), Role::Accent);
                let inner = self.sheet(columns.saturating_sub(number.width()));
                let mut lines = inner.item(record, Size::Full, None);
                lines.push(Line::of("  ", Role::Plain).joined(&inner.belongs_to(record.visit(), "")));
                Line::hang(&number, &lines)
            }
        }
    }

    /// The line of a visit in the page of somebody or something: when, what, and as what they were met.
    fn visit_lines(&self, one: Target, visit: &Visit, columns: usize) -> Vec<Line> {
        let sheet = self.sheet(columns);
        let archive = &self.data.archive;
        let m = self.lang.messages();
        let head = format!("{}  {}", visit_date(&sheet, visit), visit.title);
        let mut lines = wrap_text(&head, Role::Heading, &[], columns);
        let facts = match archive.record(one) {
            Some(Record::Stop(..)) => {
                let came = visit.organizations.iter().filter(|it| it.side() == Some(Side::Visitor));
                let names: Vec<&str> = came.map(|it| it.name.as_str()).collect();
                (!names.is_empty()).then(|| format!("{}: {}", m.delegation, names.join(", ")))
            }
            Some(record) => met_as(record, visit).flatten(),
            None => None,
        };
        let facts =
            facts.map(|fact| wrap_text(&fact, Role::Dim, &[], columns.saturating_sub(2))).unwrap_or_default();
        lines.extend(Line::hang(&Line::of("  ", Role::Plain), &facts));
        lines
    }

    /// The lines of a statement, with the sign of a mark at the right if it is in the basket.
    pub(super) fn signed(&self, record: Record<'_>, mut lines: Vec<Line>, columns: usize) -> Vec<Line> {
        if let (true, Some(first)) = (self.basket.has(record), lines.first_mut()) {
            *first = first.cut(columns.saturating_sub(2)).spread(&Line::of("✓", Role::Accent), columns);
        }
        lines
    }

    /// The title of what was brought together.
    pub fn gathering_title(&self, gathering: &Gathering) -> String {
        let m = self.lang.messages();
        let name =
            |target| self.data.archive.record(target).map(|it| it.label().to_owned()).unwrap_or_default();
        match gathering.about {
            About::One(target) => name(target),
            About::Around(target) => {
                let stop = match self.data.archive.record(target) {
                    Some(Record::Statement(visit, it)) => {
                        it.stop.as_ref().map_or(visit.title.as_str(), |id| visit.name_of(id))
                    }
                    _ => "",
                };
                format!("{}: {stop}", m.in_context)
            }
            About::Basket => m.basket.to_owned(),
        }
    }
}

/// The statements of a visit that are meant, in the order in which they were made.
fn said(visit: &Visit, at: usize, is_meant: impl Fn(&Statement) -> bool) -> Vec<Target> {
    let target = |item| Target::new(at, RecordKind::Statement, item);
    let in_order = visit.statements_in_order().into_iter();
    in_order.filter(|item| visit.statements.get(*item).is_some_and(&is_meant)).map(target).collect()
}

/// Whether the person, the organization or the place of a record is met in a visit.
fn is_met(record: Record<'_>, visit: &Visit) -> bool {
    match record {
        Record::Stop(_, stop) => {
            let key = place_key(stop);
            visit.itinerary.iter().any(|stop| place_key(stop) == key)
        }
        record => met_as(record, visit).is_some(),
    }
}

/// Whether a statement was made by a person, by an organization or somebody of it, or at a place.
fn is_by_or_at(record: Record<'_>, visit: &Visit, statement: &Statement) -> bool {
    let speaker = statement.speaker.as_ref();
    match record {
        Record::Stop(_, stop) => {
            let there = statement.stop.as_ref().and_then(|id| visit.stop(id));
            there.is_some_and(|there| place_key(there) == place_key(stop))
        }
        Record::Participant(_, person) => speaker == Some(&person.id),
        Record::Organization(_, organization) => {
            let of = speaker.and_then(|id| visit.participant(id)).and_then(|it| it.organization.as_ref());
            speaker == Some(&organization.id) || of == Some(&organization.id)
        }
        Record::Visit(_) | Record::Statement(..) => false,
    }
}
