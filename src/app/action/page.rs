//! Pages of records: a person, an organization or a place across all visits; a statement in context; the basket.

use crate::app::list::List;
use crate::app::notice::Notice;
use crate::app::overlay::Overlay;
use crate::app::overlay::page::{PageContent, RecordPage};
use crate::app::state::App;
use crate::facet::Scope;
use crate::model::{Id, Record, RecordKind, Side, Statement, Target, Visit};
use crate::page::{Size, appearance, visit_date};
use crate::text::{Line, TextRole, shorten, wrap_text};

impl App {
    /// The record whose page can be opened: the current person, organization or place; for a statement, its speaker or else its
    /// stop.
    pub(in crate::app) fn page_target(&self) -> Option<Target> {
        let target = self.current_record()?;
        let archive = &self.data.archive;
        match target.kind {
            RecordKind::Statement => archive.speaker_of(target).or_else(|| archive.stop_of(target)),
            RecordKind::Visit => None,
            RecordKind::Stop | RecordKind::Participant | RecordKind::Organization => Some(target),
        }
    }

    /// Opens a page of records.
    pub(in crate::app) fn open_page(&mut self, content: PageContent) {
        let rows = self.page_rows(content);
        let mut list = List::new(rows.len());
        if let PageContent::Context(key) = content {
            let target = self.data.target(key);
            list.select(rows.iter().position(|row| Some(*row) == target).unwrap_or_default());
        }
        self.overlays.push(Overlay::RecordPage(RecordPage { content, rows, list }));
    }

    /// Updates the page of the basket, if it is on top. An empty basket stays open, because changes can be undone there.
    pub(in crate::app) fn refresh_basket_page(&mut self) {
        let marked: Vec<Target> = self.basket.targets(&self.data).collect();
        if let Some(Overlay::RecordPage(page)) = self.overlays.top_mut()
            && page.content == PageContent::Basket
        {
            page.list = page.list.resized(marked.len());
            page.rows = marked;
        }
    }

    pub(in crate::app) fn page_rows(&self, content: PageContent) -> Vec<Target> {
        let archive = &self.data.archive;
        match content {
            PageContent::Basket => self.basket.targets(&self.data).collect(),
            PageContent::Context(key) => {
                match self.data.target(key).and_then(|it| Some((it, archive.record(it)?))) {
                    Some((target, Record::Statement(visit, statement))) => {
                        let is_near = |it: &Statement| it.stop == statement.stop || statement.stop.is_none();
                        statements_of(visit, target.visit, is_near)
                    }
                    _ => Vec::new(),
                }
            }
            PageContent::Entity(key) => self
                .data
                .target_anywhere(key)
                .map(|entity| self.entity_statements(entity))
                .unwrap_or_default(),
        }
    }

    /// A person, an organization or a place, followed by each of its visits with its statements there.
    fn entity_statements(&self, entity: Target) -> Vec<Target> {
        let archive = &self.data.archive;
        let of_visit = |at| {
            let visit = archive.visits.get(at)?;
            let ids = self.ids_in_visit(entity, (visit, at));
            let matches = |it: &Statement| {
                let named: &[Id] =
                    if entity.kind == RecordKind::Stop { it.stop.as_slice() } else { &it.speaker };
                named.iter().any(|id| ids.contains(&id))
            };
            let statements = (!ids.is_empty()).then(|| statements_of(visit, at, matches))?;
            Some(std::iter::once(Target::visit(at)).chain(statements))
        };
        let visits = archive.newest_first().into_iter().filter_map(of_visit).flatten();
        std::iter::once(entity).chain(visits).collect()
    }

    /// Like [`Self::entity_statements`], with the records of the entity in each visit after the visit.
    pub(in crate::app) fn entity_records(&self, entity: Target) -> Vec<Target> {
        let archive = &self.data.archive;
        let own = |visit: Target| {
            let ids = archive.visits.get(visit.visit).map(|it| self.ids_in_visit(entity, (it, visit.visit)));
            let of_kind = archive.targets_of(visit.visit).filter(|it| it.kind == entity.kind);
            let matches = move |it: &Target| {
                archive.record(*it).is_some_and(|it| ids.as_ref().is_some_and(|ids| ids.contains(&it.id())))
            };
            std::iter::once(visit).chain(of_kind.filter(matches))
        };
        let mut records = Vec::new();
        for target in self.entity_statements(entity) {
            if target.kind == RecordKind::Visit { records.extend(own(target)) } else { records.push(target) }
        }
        records
    }

    /// The ids of a person, an organization or a place in a visit; of an organization, also those of its people.
    pub(in crate::app) fn ids_in_visit<'a>(
        &'a self,
        entity: Target,
        (visit, at): (&'a Visit, usize),
    ) -> Vec<&'a Id> {
        let archive = &self.data.archive;
        match archive.record(entity) {
            Some(Record::Stop(..)) => {
                let stops = visit.itinerary.iter().enumerate();
                let is_same =
                    |item| self.data.facets.is_same(archive, entity, Target::new(at, RecordKind::Stop, item));
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

    /// Whether the current overlay is the page of the basket.
    pub fn is_basket(&self) -> bool {
        matches!(self.current_overlay(), Some(Overlay::RecordPage(it)) if it.content == PageContent::Basket)
    }

    /// Closes the page, and goes to its selected record.
    pub(in crate::app) fn open_from_page(&mut self) {
        let Some(Overlay::RecordPage(page)) = self.overlays.top() else { return };
        let (content, Some(target)) = (page.content, page.selected()) else { return };
        if matches!(content, PageContent::Entity(_)) && page.list.selected() == Some(0) {
            self.notice = Some(Notice::NothingToOpen);
            return;
        }
        self.overlays.take();
        if target.kind == RecordKind::Visit {
            return self.open_scope(Scope::Visit(target.visit));
        }
        let removed = self.reveal(target);
        if !removed.is_empty() {
            self.notice = Some(Notice::Navigated { removed, result: None });
        }
    }

    /// The lines of a row.
    pub(in crate::app) fn page_lines(&self, page: &RecordPage, row: usize, columns: usize) -> Vec<Line> {
        let Some(target) = page.rows.get(row).copied() else { return Vec::new() };
        let Some(record) = self.data.archive.record(target) else { return Vec::new() };
        let ctx = self.page_context(columns);
        match (page.content, record) {
            (PageContent::Entity(_), _) if row == 0 => {
                let visits = page.rows.iter().filter(|row| row.kind == RecordKind::Visit).count();
                let counted = self.lang.visits_and_statements(visits, page.statements());
                let mut lines = ctx.profile(record, &counted);
                lines.push(Line::new());
                lines
            }
            (PageContent::Entity(_), Record::Visit(visit)) => {
                let entity = page.rows.first().copied().unwrap_or(target);
                self.visit_lines(entity, visit, columns)
            }
            (PageContent::Entity(_), _) => {
                let indent = Line::of("  ", TextRole::Plain);
                let inner = self.page_context(columns.saturating_sub(indent.width()));
                let lines = self.with_mark(target, inner.item(record, Size::Full, ""), inner.columns);
                Line::hang(&indent, &lines)
            }
            (PageContent::Context(_), _) => self.with_mark(target, ctx.item(record, Size::Full, ""), columns),
            (PageContent::Basket, _) => {
                let number = Line::of(&format!("{:>2}  ", row + 1), TextRole::Accent);
                let inner = self.page_context(columns.saturating_sub(number.width()));
                let mut lines = inner.item(record, Size::Full, "");
                lines.push(Line::of("  ", TextRole::Plain).joined(&inner.belongs_to(record.visit(), "")));
                Line::hang(&number, &lines)
            }
        }
    }

    /// A visit in the page of an entity: its date and title, and the role of the entity in it.
    fn visit_lines(&self, entity: Target, visit: &Visit, columns: usize) -> Vec<Line> {
        let ctx = self.page_context(columns);
        let archive = &self.data.archive;
        let m = self.lang.messages();
        let head = format!("{}  {}", visit_date(ctx.lang, visit), visit.title);
        let mut lines = wrap_text(&head, TextRole::Heading, &[], columns);
        let facts = match archive.record(entity) {
            Some(Record::Stop(..)) => {
                let visitors = visit.organizations.iter().filter(|it| it.side() == Some(Side::Visitor));
                let names: Vec<&str> = visitors.map(|it| it.name.as_str()).collect();
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

    /// The lines of a statement, with a ✓ on the right if it is in the basket.
    pub(in crate::app) fn with_mark(
        &self,
        target: Target,
        mut lines: Vec<Line>,
        columns: usize,
    ) -> Vec<Line> {
        if let (true, Some(first)) = (self.basket.contains(&self.data, target), lines.first_mut()) {
            *first = first.cut(columns.saturating_sub(2)).spread(&Line::of("✓", TextRole::Accent), columns);
        }
        lines
    }

    /// The title of a page.
    pub fn page_title(&self, page: &RecordPage) -> String {
        let m = self.lang.messages();
        let record = |target: Option<Target>| target.and_then(|target| self.data.archive.record(target));
        match page.content {
            PageContent::Entity(key) => {
                record(self.data.target_anywhere(key)).map(|it| it.label().to_owned()).unwrap_or_default()
            }
            PageContent::Context(key) => {
                let stop = match record(self.data.target(key)) {
                    Some(Record::Statement(visit, it)) => {
                        it.stop.as_ref().map_or(visit.title.as_str(), |id| visit.name_of(id))
                    }
                    _ => "",
                };
                format!("{}: {stop}", m.in_context)
            }
            PageContent::Basket => {
                let name = self.basket.name().map(|it| format!(": {}", shorten(&it.name)));
                format!("{}{}", m.basket, name.unwrap_or_default())
            }
        }
    }
}

/// The statements of a visit for which `matches` is true, in chronological order.
fn statements_of(visit: &Visit, at: usize, matches: impl Fn(&Statement) -> bool) -> Vec<Target> {
    let target = |item| Target::new(at, RecordKind::Statement, item);
    let in_order = visit.statements_in_order().into_iter();
    in_order.filter(|item| visit.statements.get(*item).is_some_and(&matches)).map(target).collect()
}
