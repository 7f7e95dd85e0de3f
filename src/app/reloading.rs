//! Taking up records that have been read again: whatever was on the screen is found again by its id.

use std::collections::HashSet;
use std::mem;
use std::sync::Arc;

use super::going::LISTS;
use super::history::Place;
use super::layout::Pane;
use super::moves::Moves;
use super::overlay::Text;
use super::scroll::Scroll;
use super::{About, App, Data, Gathering, List, Menu, Notice, Overlay, Row};
use crate::diagnostic::{Diagnostic, Severity};
use crate::facet::{Scope, place_key};
use crate::model::{Id, Record, Target};

/// So many rows around a choice that has gone are asked for another one.
const NEAR: usize = 100;

/// How a list was looked at.
struct Looked {
    list: List,
    /// The chosen row, then those near it, the nearest below first.
    chosen: Vec<Row>,
    /// The first row in sight, then those below it.
    top: Vec<Row>,
    remembered: Option<Row>,
}

/// From the records of before to those of now.
struct Change<'a> {
    old: &'a Data,
    moves: Moves<'a>,
}

impl App {
    /// Records have been read again. They are taken up, unless a fault in them has cost what is shown now: then the
    /// faults are told, and the records stay.
    pub(super) fn reloaded(&mut self, new: Data) {
        let was_asked = self.notice.take_if(|it| *it == Notice::Reloading).is_some();
        if self.data.would_lose(&new) {
            let next = self.data.with_faults_of(new);
            return self.take_up_data(next);
        }
        let (before, now) = (&self.data.archive, &new.archive);
        let has_changed = before != now || self.data.outdated.is_some();
        let is_news = was_asked || has_changed;
        let visits = (before.visits.len(), now.visits.len());
        let statements = (before.statements(), now.statements());
        self.take_up_data(new);
        if is_news {
            self.notice = Some(Notice::Reloaded { visits, statements, has_changed });
        }
    }

    fn take_up_data(&mut self, next: Data) {
        let looked = LISTS.map(|pane| self.looked(pane));
        let (subject, row) = (self.subject(), self.scroll.row());
        let old = mem::replace(&mut self.data, next);
        let archive = Arc::clone(&self.data.archive);
        let mut change = Change { old: &old, moves: Moves::new(&old.archive, &archive) };
        let subject = subject.map(|target| change.moves.of(target));
        // What was looked up is so no more.
        (self.texts, self.searcher) = (Vec::new(), None);
        self.searches_mut().for_each(|search| search.renew(&mut |target| change.moves.of(target)));
        let mut history = mem::take(&mut self.history);
        history.change(|place| change.place(place, &self.data));
        self.history = history;
        if let Some(narrowing) = &mut self.narrowing {
            let before = narrowing.before.take();
            narrowing.before = before.and_then(|place| change.place(place, &self.data));
        }
        self.passing = self.passing.take().and_then(|place| change.place(place, &self.data));
        // Nothing is open where a visit is chosen that cannot be used; that may be another matter now.
        let was_open = self.scope.is_some() || !matches!(looked[0].chosen.first(), Some(Row::Broken(_)));
        let scope = self.scope.take().and_then(|scope| change.scope(scope));
        if scope.is_none() && was_open {
            // The visit that was open has gone.
            self.remembered = [None; 4];
            self.open_newest();
        } else {
            self.scope = scope;
            self.refresh();
            for (pane, looked) in LISTS.into_iter().zip(looked) {
                self.look_again(pane, &looked, &mut change);
            }
        }
        if subject == Some(self.subject()) {
            self.scroll = Scroll::at(row);
        }
        self.basket.find_again(&archive);
        let has_gone = subject.is_some_and(|subject| subject.is_none());
        let overlays = mem::take(&mut self.beneath).into_iter().chain(self.overlay.take());
        // From the lowest up: what lies on something else may be about it.
        for overlay in overlays.collect::<Vec<_>>() {
            let again = self.overlay_again(overlay, has_gone, &mut change);
            self.beneath.extend(again);
        }
        self.overlay = self.beneath.pop();
        self.judge_commands();
    }

    fn looked(&self, pane: Pane) -> Looked {
        let (list, rows) = (self.list(pane), self.rows.of(pane));
        let from = |at: usize| rows.iter().skip(at).take(NEAR).copied();
        let selected = list.selected().unwrap_or_default();
        let above = rows.iter().take(selected).rev().take(NEAR).copied();
        Looked {
            list,
            chosen: from(selected).chain(above).collect(),
            top: from(list.top()).collect(),
            remembered: self.remembered.get(pane.index()).copied().flatten(),
        }
    }

    /// Looks at a list as before: at the same row, from the same row on.
    fn look_again(&mut self, pane: Pane, looked: &Looked, change: &mut Change<'_>) {
        let listed = |row: &Row, change: &mut Change<'_>| {
            change.row(*row, &self.data).and_then(|row| self.rows.again(pane, &self.data, row))
        };
        let mut list = looked.list.resized(self.rows.of(pane).len());
        let chosen = looked.chosen.first().and_then(|row| change.row(*row, &self.data));
        let is_listed = chosen.is_none_or(|row| self.rows.again(pane, &self.data, row).is_some());
        if let Some(row) = looked.chosen.iter().find_map(|row| listed(row, change)) {
            list.select(row);
        }
        let top = looked.top.iter().enumerate().find_map(|(at, row)| Some((at, listed(row, change)?)));
        if let Some((at, row)) = top {
            list.look_from(row, at == 0);
        }
        let remembered = looked.remembered.and_then(|row| change.row(row, &self.data));
        // It may come back, as under other chips.
        let remembered = remembered.or(chosen.filter(|_| !is_listed));
        if let Some(place) = self.remembered.get_mut(pane.index()) {
            *place = remembered;
        }
        self.put(pane, list);
    }

    /// What was brought together, brought together once more, with the same choice; nothing when what it was about has gone.
    fn gathering_again(&self, old: &Gathering, change: &mut Change<'_>) -> Option<Overlay> {
        let about = match old.about {
            About::One(target) => {
                About::One(change.moves.of(target).or_else(|| change.elsewhere(target, &self.data))?)
            }
            About::Around(target) => About::Around(change.moves.of(target)?),
            About::Basket => About::Basket,
        };
        let rows = self.gathered(about);
        let mut list = old.list.resized(rows.len());
        let chosen = old.chosen().and_then(|target| change.moves.of(target));
        if let Some(row) = chosen.and_then(|chosen| rows.iter().position(|row| *row == chosen)) {
            list.select(row);
        }
        Some(Overlay::Gathering(Gathering { about, rows, list }))
    }

    /// What lay on top of the panes, about the same record; nothing when that has gone.
    fn overlay_again(
        &self,
        overlay: Overlay,
        subject_has_gone: bool,
        change: &mut Change<'_>,
    ) -> Option<Overlay> {
        let moves = &mut change.moves;
        match overlay {
            Overlay::Menu(_) if subject_has_gone => None,
            Overlay::Menu(old) => {
                let mut menu = Menu::new(self);
                let chosen = old.chosen();
                if let Some(row) = menu.rows.iter().position(|(chip, _)| Some(chip) == chosen.as_ref()) {
                    menu.list.select(row);
                }
                (!menu.is_empty()).then_some(Overlay::Menu(menu))
            }
            Overlay::Copy(mut menu) => {
                let had_records = !menu.records.is_empty();
                menu.records = menu.records.iter().filter_map(|target| moves.of(*target)).collect();
                if had_records && menu.records.is_empty() {
                    return None;
                }
                menu.forms = self.forms_of(&menu.records, menu.translation);
                match &mut menu.exports {
                    Some(exports) => *exports = self.in_sight(),
                    None => menu.list = menu.list.resized(menu.forms.len()),
                }
                Some(Overlay::Copy(menu))
            }
            Overlay::Gathering(gathering) => self.gathering_again(&gathering, change),
            Overlay::Reading(Text::Trail(target), row) => {
                Some(Overlay::Reading(Text::Trail(moves.of(target)?), row))
            }
            Overlay::Reading(Text::Variants(target), row) => {
                Some(Overlay::Reading(Text::Variants(moves.of(target)?), row))
            }
            Overlay::Reading(Text::Problems, _)
                if self.data.diagnostics.is_empty() && self.data.skipped.is_empty() =>
            {
                None
            }
            overlay => Some(overlay),
        }
    }
}

impl Data {
    /// Whether newer records lack a visit that these have, and have an error that these have not: then it is not gone, but
    /// cannot be read.
    fn would_lose(&self, new: &Self) -> bool {
        let there: HashSet<&Id> = new.archive.visits.iter().map(|visit| &visit.id).collect();
        if self.archive.visits.iter().all(|visit| there.contains(&visit.id)) {
            return false;
        }
        let own = (&self.diagnostics, self.untold);
        let (known, untold) = self.outdated.as_ref().map_or(own, |(known, untold)| (known, *untold));
        let owner = |it: &Diagnostic| it.visit.as_ref().map(|owner| owner.name.clone());
        let same = |a: &Diagnostic, b: &Diagnostic| {
            a.fault == b.fault && a.spot.file == b.spot.file && owner(a) == owner(b)
        };
        let errors = new.diagnostics.iter().filter(|it| it.severity() == Severity::Error);
        let mut unknown = errors.filter(|it| !known.iter().any(|known| same(known, it)));
        unknown.next().is_some() || new.untold.errors > untold.errors
    }

    /// These records, with the faults of newer ones.
    fn with_faults_of(&mut self, new: Self) -> Self {
        let own = (mem::take(&mut self.diagnostics), self.untold);
        // The rows of the panes still speak of them.
        self.diagnostics.clone_from(&own.0);
        let mut paths = mem::take(&mut self.paths);
        paths.extend(new.paths);
        Self {
            archive: Arc::clone(&self.archive),
            index: Arc::clone(&self.index),
            facets: mem::take(&mut self.facets),
            extent: self.extent,
            built_in: self.built_in,
            is_loaded: true,
            outdated: self.outdated.take().or(Some(own)),
            diagnostics: new.diagnostics,
            untold: new.untold,
            skipped: new.skipped,
            paths,
            streams: new.streams,
        }
    }
}

impl Change<'_> {
    fn scope(&mut self, scope: Scope) -> Option<Scope> {
        match scope {
            Scope::All => Some(Scope::All),
            Scope::Visit(visit) => self.moves.of(Target::visit(visit)).map(|it| Scope::Visit(it.visit)),
        }
    }

    /// A place among the records of now; nothing when its visit has gone.
    fn place(&mut self, place: Place, new: &Data) -> Option<Place> {
        let scope = self.scope(place.scope)?;
        let rows = place.rows.map(|row| row.and_then(|row| self.row(row, new)));
        Some(Place { scope, rows, ..place })
    }

    /// The row that stands for the same now.
    fn row(&mut self, row: Row, new: &Data) -> Option<Row> {
        match row {
            Row::Record { target, lead, count, standing } => {
                let target = self.moves.of(target).or_else(|| self.elsewhere(target, new))?;
                Some(Row::Record { target, lead, count, standing })
            }
            Row::Broken(first) => {
                let fault = self.old.diagnostics.get(first)?;
                let of =
                    |it: &Diagnostic| (it.spot.file.clone(), it.visit.as_ref().map(|it| it.name.clone()));
                let again = (0..new.diagnostics.len()).filter(|at| new.is_costly(*at));
                let mut again =
                    again.filter(|at| new.diagnostics.get(*at).is_some_and(|it| of(it) == of(fault)));
                again.next().map(Row::Broken)
            }
            Row::All { .. } | Row::Unsaid { .. } => Some(row),
        }
    }

    /// A place, a person or an organization whose record has gone, in another visit.
    fn elsewhere(&self, target: Target, new: &Data) -> Option<Target> {
        match self.old.archive.record(target)? {
            Record::Stop(_, stop) => new.facets.stop_at(&place_key(stop)),
            Record::Participant(visit, person) => new.facets.participant_who(&visit.agent(person)),
            Record::Organization(_, organization) => new.facets.organization(&organization.id),
            Record::Visit(_) | Record::Statement(..) => None,
        }
    }
}
