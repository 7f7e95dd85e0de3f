//! Records brought together from all visits: the page of a person, an organization or a place, a statement in its
//! context, the basket.

use crate::app::list::List;
use crate::app::notice::Notice;
use crate::app::overlay::Overlay;
use crate::app::overlay::page::{About, RecordPage};
use crate::app::state::App;
use crate::facet::Scope;
use crate::model::{Id, Record, RecordKind, Side, Statement, Target, Visit};
use crate::page::{Size, appearance, visit_date};
use crate::text::{Line, TextRole, wrap_text};

impl App {
    /// The page of the person, the organization or the place that is chosen; of a statement, of who made it, or else of
    /// where.
    pub(in crate::app) fn page_subject(&self) -> Option<Target> {
        let target = self.current_record()?;
        let archive = &self.data.archive;
        match target.kind {
            RecordKind::Statement => archive.speaker_of(target).or_else(|| archive.stop_of(target)),
            RecordKind::Visit => None,
            RecordKind::Stop | RecordKind::Participant | RecordKind::Organization => Some(target),
        }
    }

    /// Opens what is brought together.
    pub(in crate::app) fn gather(&mut self, about: About) {
        let rows = self.page_rows(about);
        let mut list = List::new(rows.len());
        if let About::Around(key) = about {
            let target = self.data.target(key);
            list.select(rows.iter().position(|row| Some(*row) == target).unwrap_or_default());
        }
        self.overlays.push(Overlay::RecordPage(RecordPage { about, rows, list }));
    }

    /// Brings what lies in the basket together once more, when it lies on top and may have changed. An empty one stays open:
    /// what was in it can be brought back there.
    pub(in crate::app) fn refresh_basket_page(&mut self) {
        let marked: Vec<Target> = self.basket.targets(&self.data).collect();
        if let Some(Overlay::RecordPage(page)) = self.overlays.top_mut()
            && page.about == About::Basket
        {
            page.list = page.list.resized(marked.len());
            page.rows = marked;
        }
    }

    pub(in crate::app) fn page_rows(&self, about: About) -> Vec<Target> {
        let archive = &self.data.archive;
        match about {
            About::Basket => self.basket.targets(&self.data).collect(),
            About::Around(key) => {
                match self.data.target(key).and_then(|it| Some((it, archive.record(it)?))) {
                    Some((target, Record::Statement(visit, statement))) => {
                        let near = |it: &Statement| it.stop == statement.stop || statement.stop.is_none();
                        said(visit, target.visit, near)
                    }
                    _ => Vec::new(),
                }
            }
            About::One(key) => {
                self.data.target_anywhere(key).map(|one| self.everywhere(one)).unwrap_or_default()
            }
        }
    }

    /// Somebody or something, and behind it each visit where it is met, with what was said.
    fn everywhere(&self, one: Target) -> Vec<Target> {
        let archive = &self.data.archive;
        let of_visit = |at| {
            let visit = archive.visits.get(at)?;
            let same = self.same_in(one, (visit, at));
            let is_meant = |it: &Statement| {
                let named: &[Id] =
                    if one.kind == RecordKind::Stop { it.stop.as_slice() } else { &it.speaker };
                named.iter().any(|id| same.contains(&id))
            };
            let said = (!same.is_empty()).then(|| said(visit, at, is_meant))?;
            Some(std::iter::once(Target::visit(at)).chain(said))
        };
        let visits = archive.newest_first().into_iter().filter_map(of_visit).flatten();
        std::iter::once(one).chain(visits).collect()
    }

    /// Somebody or something, and behind it each visit where it is met, with its records there and what was said.
    pub(in crate::app) fn met(&self, one: Target) -> Vec<Target> {
        let archive = &self.data.archive;
        let own = |visit: Target| {
            let ids = archive.visits.get(visit.visit).map(|it| self.same_in(one, (it, visit.visit)));
            let of_kind = archive.targets_of(visit.visit).filter(|it| it.kind == one.kind);
            let is_meant = move |it: &Target| {
                archive.record(*it).is_some_and(|it| ids.as_ref().is_some_and(|ids| ids.contains(&it.id())))
            };
            std::iter::once(visit).chain(of_kind.filter(is_meant))
        };
        let mut met = Vec::new();
        for target in self.everywhere(one) {
            if target.kind == RecordKind::Visit { met.extend(own(target)) } else { met.push(target) }
        }
        met
    }

    /// The ids by which a visit knows a person or a place; an organization also by its people.
    pub(in crate::app) fn same_in<'a>(&'a self, one: Target, (visit, at): (&'a Visit, usize)) -> Vec<&'a Id> {
        let archive = &self.data.archive;
        match archive.record(one) {
            Some(Record::Stop(..)) => {
                let stops = visit.itinerary.iter().enumerate();
                let is_same =
                    |item| self.data.facets.is_same(archive, one, Target::new(at, RecordKind::Stop, item));
                stops.filter(|(item, _)| is_same(*item)).map(|(_, stop)| &stop.id).collect()
            }
            Some(Record::Participant(own, person)) => {
                visit.participant_who(&own.agent(person)).map(|person| &person.id).into_iter().collect()
            }
            Some(Record::Organization(_, it)) => {
                let own = visit.organization(&it.id).map(|it| &it.id);
                let people = visit.participants.iter().filter(|person| person.is_of(&it.id));
                own.into_iter().chain(people.filter(|_| own.is_some()).map(|person| &person.id)).collect()
            }
            Some(Record::Visit(_) | Record::Statement(..)) | None => Vec::new(),
        }
    }

    /// Whether the basket lies on top, or under the list of commands.
    pub fn is_basket(&self) -> bool {
        matches!(self.current_overlay(), Some(Overlay::RecordPage(it)) if it.about == About::Basket)
    }

    /// From what was brought together to the chosen record in its place.
    pub(in crate::app) fn open_from_page(&mut self) {
        let Some(Overlay::RecordPage(page)) = self.overlays.top() else { return };
        let (about, Some(target)) = (page.about, page.chosen()) else { return };
        if matches!(about, About::One(_)) && page.list.selected() == Some(0) {
            self.notice = Some(Notice::NothingToOpen);
            return;
        }
        self.overlays.take();
        if target.kind == RecordKind::Visit {
            return self.go_to(Scope::Visit(target.visit));
        }
        let dropped = self.reveal(target);
        if !dropped.is_empty() {
            self.notice = Some(Notice::Revealed { dropped, hit: None });
        }
    }

    /// A row of what was brought together.
    pub(in crate::app) fn page_lines(&self, page: &RecordPage, row: usize, columns: usize) -> Vec<Line> {
        let Some(target) = page.rows.get(row).copied() else { return Vec::new() };
        let Some(record) = self.data.archive.record(target) else { return Vec::new() };
        let ctx = self.page_context(columns);
        match (page.about, record) {
            (About::One(_), _) if row == 0 => {
                let visits = page.rows.iter().filter(|row| row.kind == RecordKind::Visit).count();
                let counted = self.lang.visits_and_statements(visits, page.statements());
                let mut lines = ctx.profile(record, &counted);
                lines.push(Line::new());
                lines
            }
            (About::One(_), Record::Visit(visit)) => {
                let one = page.rows.first().copied().unwrap_or(target);
                self.visit_lines(one, visit, columns)
            }
            (About::One(_), _) => {
                let indent = Line::of("  ", TextRole::Plain);
                let inner = self.page_context(columns.saturating_sub(indent.width()));
                let lines = self.signed(target, inner.item(record, Size::Full, ""), inner.columns);
                Line::hang(&indent, &lines)
            }
            (About::Around(_), _) => self.signed(target, ctx.item(record, Size::Full, ""), columns),
            (About::Basket, _) => {
                let number = Line::of(&format!("{:>2}  ", row + 1), TextRole::Accent);
                let inner = self.page_context(columns.saturating_sub(number.width()));
                let mut lines = inner.item(record, Size::Full, "");
                lines.push(Line::of("  ", TextRole::Plain).joined(&inner.belongs_to(record.visit(), "")));
                Line::hang(&number, &lines)
            }
        }
    }

    /// The line of a visit in the page of somebody or something: when, what, and as what they were met.
    fn visit_lines(&self, one: Target, visit: &Visit, columns: usize) -> Vec<Line> {
        let ctx = self.page_context(columns);
        let archive = &self.data.archive;
        let m = self.lang.messages();
        let head = format!("{}  {}", visit_date(&ctx, visit), visit.title);
        let mut lines = wrap_text(&head, TextRole::Heading, &[], columns);
        let facts = match archive.record(one) {
            Some(Record::Stop(..)) => {
                let came = visit.organizations.iter().filter(|it| it.side() == Some(Side::Visitor));
                let names: Vec<&str> = came.map(|it| it.name.as_str()).collect();
                (!names.is_empty()).then(|| format!("{}: {}", m.delegation, names.join(", ")))
            }
            Some(record) => appearance(record, visit).flatten(),
            None => None,
        };
        let facts = facts
            .map(|fact| wrap_text(&fact, TextRole::Dim, &[], columns.saturating_sub(2)))
            .unwrap_or_default();
        lines.extend(Line::hang(&Line::of("  ", TextRole::Plain), &facts));
        lines
    }

    /// The lines of a statement, with the sign of a mark at the right if it is in the basket.
    pub(in crate::app) fn signed(&self, target: Target, mut lines: Vec<Line>, columns: usize) -> Vec<Line> {
        if let (true, Some(first)) = (self.basket.has(&self.data, target), lines.first_mut()) {
            *first = first.cut(columns.saturating_sub(2)).spread(&Line::of("✓", TextRole::Accent), columns);
        }
        lines
    }

    /// The title of what was brought together.
    pub fn page_title(&self, page: &RecordPage) -> String {
        let m = self.lang.messages();
        let record = |target: Option<Target>| target.and_then(|target| self.data.archive.record(target));
        match page.about {
            About::One(key) => {
                record(self.data.target_anywhere(key)).map(|it| it.label().to_owned()).unwrap_or_default()
            }
            About::Around(key) => {
                let stop = match record(self.data.target(key)) {
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
