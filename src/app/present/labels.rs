//! How filters, places and notices are called on the screen, and which columns lead back from them.

use crate::app::input::command::{Action, BasketAction, Change, Command, Context};
use crate::app::input::key::Key;
use crate::app::layout::{Mode, Pane};
use crate::app::overlay::search::{SearchPane, SearchScope};
use crate::app::present::lines::group_name;
use crate::app::state::App;
use std::ops::Range;

use crate::diagnostic::Severity;
use crate::facet::{Filter, FilterKind, FilteredPane, Scope, StopKey};
use crate::lang::date_short;
use crate::model::{Agent, Id, Record, SingleDate, Stop};
use crate::page::visit_date;
use crate::search::ScopeFilter;
use crate::text::{Line, TextRole, shorten, width};

/// A pane in the line of tabs.
pub struct Tab {
    /// The pane that it stands for.
    pub pane: Pane,
    /// The number of the pane; of the pane with the keys also its name, in brackets.
    pub text: String,
    /// The columns where it is drawn and clicked.
    pub columns: Range<usize>,
}

impl App {
    /// The panes as tabs, with equal gaps. A narrow line has room for one name only.
    pub fn tabs(&self) -> Vec<Tab> {
        let text = |pane: Pane| match pane.index() + 1 {
            number if pane == self.focus() => format!("[{number} {}]", self.pane_name(pane)),
            number => format!(" {number} "),
        };
        let texts = Pane::ALL.map(|pane| (pane, text(pane)));
        let taken: usize = texts.iter().map(|(_, text)| width(text)).sum();
        let gap = usize::from(self.layout.tabs.width).saturating_sub(taken) / Pane::ALL.len();
        let mut from = 0;
        let tab = |(pane, text): (Pane, String)| {
            let columns = from..from + width(&text) + gap;
            from = columns.end;
            Tab { pane, text, columns }
        };
        texts.into_iter().map(tab).collect()
    }

    /// The name of a pane.
    pub fn pane_name(&self, pane: Pane) -> &'static str {
        let m = self.lang.messages();
        match pane {
            Pane::Visits => m.visits,
            // Across all visits, a place is listed once for all stops at it.
            Pane::Stops if self.scope() == Some(Scope::All) => m.places,
            Pane::Stops => m.stops,
            Pane::Participants => m.participants,
            Pane::Statements => m.statements,
            Pane::Detail => m.detail,
        }
    }

    /// The first keys of a command where keys are pressed now, or else in the panes; its name, as the palette finds it, when a
    /// user has taken its keys away.
    pub(in crate::app) fn key_of(&self, action: Action) -> String {
        self.key_in(action, self.context())
    }

    /// The same where keys are pressed in this context.
    pub(in crate::app) fn key_in(&self, action: Action, context: Context) -> String {
        let keys = self.keys_in(action, context).or_else(|| self.keys_in(action, Context::Panes));
        keys.map_or_else(|| named(action), |keys| self.input.keymap.shown(keys))
    }

    /// The keys that run a command of the menu of copying from the panes: those that open the menu, and its own.
    pub(in crate::app) fn key_in_menu(&self, action: Action) -> String {
        let keys = self.keys_in(Action::Copy, Context::Panes).zip(self.keys_in(action, Context::Copying));
        keys.map_or_else(|| named(action), |(menu, own)| self.input.keymap.shown(&[menu, own].concat()))
    }

    fn keys_in(&self, action: Action, context: Context) -> Option<&[Key]> {
        Command::of(action).and_then(|command| self.input.keymap.keys(command, context).next())
    }

    /// `tempat: MPP`.
    pub fn filter_label(&self, filter: &Filter) -> String {
        format!("{}: {}", self.kind_label(filter.kind()), self.filter_value(filter))
    }

    fn kind_label(&self, kind: FilterKind) -> &'static str {
        let m = self.lang.messages();
        match kind {
            FilterKind::Stop => m.filter_stop,
            FilterKind::Person => m.filter_person,
            FilterKind::Organization => m.filter_organization,
            FilterKind::Side => m.filter_side,
            FilterKind::Type => m.filter_type,
            FilterKind::Day => m.filter_day,
            FilterKind::Topic => m.filter_topic,
            FilterKind::Text => m.filter_text,
        }
    }

    fn filter_value(&self, filter: &Filter) -> String {
        let value = self.filter_name(filter);
        let is_there = self.data.facets.contains(&self.data.archive, filter);
        if is_there { value } else { format!("{value} ({})", self.lang.messages().gone) }
    }

    fn filter_name(&self, filter: &Filter) -> String {
        let m = self.lang.messages();
        match filter {
            Filter::Stop(None) | Filter::Person(None) => m.not_stated.to_owned(),
            Filter::Stop(Some(key)) => self.stop_name(key),
            Filter::Person(Some(agent)) => self.person_name(agent),
            Filter::Organization(id) => self.organization_name(id),
            Filter::Side(side) => side.label(self.lang).to_owned(),
            Filter::Type(kind) => kind.label(self.lang).to_lowercase(),
            Filter::Day(day) => date_short(self.lang, &SingleDate::from(*day).into()),
            Filter::Topic(topic) => topic.clone(),
            Filter::Text(of, text) => {
                let pane = match of {
                    FilteredPane::Visits => m.visits,
                    FilteredPane::Stops => m.stops,
                    FilteredPane::Participants => m.participants,
                    FilteredPane::Statements => return text.clone(),
                };
                format!("{text} ({})", pane.to_lowercase())
            }
        }
    }

    fn stop_name(&self, key: &StopKey) -> String {
        let archive = &self.data.archive;
        match key {
            StopKey::InVisit(visit, id) => {
                let stop = archive.visit(visit).and_then(|visit| visit.stop(id));
                stop.map_or(id.as_str(), Stop::label).to_owned()
            }
            StopKey::Place(key) => {
                match self.data.facets.stop_with_key(key).and_then(|stop| archive.record(stop)) {
                    Some(Record::Stop(_, stop)) => stop.label().to_owned(),
                    // What is left of it: the id, or the name before the locality.
                    _ => key.trim_start_matches('#').split('|').next().unwrap_or_default().to_owned(),
                }
            }
        }
    }

    /// The name in the open visit, else in the newest one; of somebody who is met in one visit only also that one.
    fn person_name(&self, agent: &Agent) -> String {
        let archive = &self.data.archive;
        let open = self.scope().and_then(|scope| scope.visit_in(archive));
        if let Some((visit, person)) = open.and_then(|visit| Some((visit, visit.participant_who(agent)?))) {
            return visit.label(person).to_owned();
        }
        match self.data.facets.participant_with(agent).and_then(|target| archive.record(target)) {
            Some(Record::Participant(visit, person)) if agent.is_of_one_visit() => {
                format!("{} ({})", visit.label(person), visit.title)
            }
            Some(record) => record.label().to_owned(),
            None => agent.id().to_string(),
        }
    }

    /// The name in the open visit, else in the newest one.
    fn organization_name(&self, id: &Id) -> String {
        let archive = &self.data.archive;
        let open = self.scope().and_then(|scope| scope.visit_in(archive));
        let here = open.and_then(|visit| visit.organization(id)).map(|it| it.name.clone());
        let newest = || self.data.facets.organization(id).and_then(|target| archive.record(target));
        here.or_else(|| newest().map(|record| record.label().to_owned())).unwrap_or_else(|| id.to_string())
    }

    /// The filters in a row of so many columns, and the columns in which each can be taken off. Those that do not fit are
    /// counted.
    pub fn filter_line(&self, columns: usize) -> (Line, Vec<Range<usize>>) {
        let m = self.lang.messages();
        let filters = self.browser.filters.chosen();
        let mut line =
            Line::of(" ", TextRole::Plain).with(m.narrowed_by, TextRole::Dim).with(" ", TextRole::Plain);
        let mut crosses = Vec::new();
        for (place, filter) in filters.iter().enumerate() {
            let label = format!("[{} {}", place + 1, self.filter_label(filter));
            let more = format!("+{}", filters.len() - place);
            let mut text = Line::of(&label, TextRole::Accent);
            // A long filter is cut rather than left out, when it is the first.
            if place == 0 {
                text = text.cut(columns.saturating_sub(line.width() + 10));
            }
            text.push(" ", TextRole::Plain);
            if line.width() + text.width() + more.len() + 4 > columns {
                line.push(&more, TextRole::Dim);
                break;
            }
            line.append(&text);
            let at = line.width();
            crosses.push(at..at + 2);
            line.push("×]", TextRole::Accent);
            line.push(" ", TextRole::Plain);
        }
        let [last, all, undo] =
            [Change::DropLast, Change::DropAll, Change::Undo].map(|it| self.key_of(Action::Filters(it)));
        let hint = self.lang.filters_hint(&last, &all, &undo);
        let hint = Line::of(" ", TextRole::Plain).with(&hint, TextRole::Dim);
        if line.width() + hint.width() <= columns {
            line.append(&hint);
        }
        (line, crosses)
    }

    /// Where the search looks, and for what.
    pub fn search_scope(&self, search: &SearchPane) -> String {
        let m = self.lang.messages();
        let within = match search.within.within(&self.data) {
            ScopeFilter::All => m.within_all.to_owned(),
            ScopeFilter::Visit(_) => m.within_visit.to_owned(),
            ScopeFilter::Stop(stop) => match self.data.archive.record(stop) {
                Some(Record::Stop(_, stop)) => format!("{}: {}", m.within_stop, stop.label()),
                _ => String::new(),
            },
        };
        match search.kind {
            Some(kind) => format!("{within} · {}", group_name(m, kind).to_lowercase()),
            None => within,
        }
    }

    /// That nothing was found; and where it was not looked for.
    pub fn nothing_found(&self, search: &SearchPane) -> String {
        let query = shorten(search.text().trim());
        let narrowed = [
            (search.within != SearchScope::All, Action::SearchWithin),
            (search.kind.is_some(), Action::SearchKind),
        ];
        let keys: Vec<String> =
            narrowed.into_iter().filter(|(is, _)| *is).map(|(_, action)| self.key_of(action)).collect();
        if keys.is_empty() {
            return self.lang.nothing_found(&query);
        }
        self.lang.nothing_found_within(&query, &self.search_scope(search), &self.lang.all_of(&keys))
    }

    /// Whether there are hits of a search to walk.
    pub fn has_hits(&self) -> bool {
        self.search.last.as_ref().is_some_and(|search| !search.rows.is_empty())
    }

    /// Where we are, and the columns that lead to all visits.
    pub fn breadcrumb(&self, columns: usize) -> (Line, Range<usize>) {
        let m = self.lang.messages();
        let mut line = Line::new();
        let archive = &self.data.archive;
        let several = archive.visits.len() > 1;
        if several {
            let role = if self.scope() == Some(Scope::All) { TextRole::Strong } else { TextRole::Dim };
            line.push(m.all_visits, role);
        }
        let root = 0..line.width();
        if let Some(visit) = self.scope().and_then(|scope| scope.visit_in(archive)) {
            let date = visit_date(&self.page_context(usize::MAX), visit);
            let own = Line::of(&visit.title, TextRole::Strong);
            let dated = own.clone().with(&format!(", {date}"), TextRole::Plain);
            let up = if several { line.clone().with(" › ", TextRole::Dim) } else { Line::new() };
            // The date goes first, then the way up, then the end of the title.
            for (before, title) in [(&up, &dated), (&up, &own), (&Line::new(), &own)] {
                let mut whole = before.clone();
                whole.append(title);
                if whole.width() <= columns {
                    let root = if before.is_empty() { 0..0 } else { root };
                    return (whole, root);
                }
            }
            return (own.cut(columns), 0..0);
        }
        (line.cut(columns), root)
    }

    /// The line at the top: where we are, and what holds for the data as a whole; in the narrow mode the filters, too. Also
    /// says which columns lead to all visits, and which take the first filter off.
    pub fn header(&self) -> (Line, [Range<usize>; 2]) {
        let columns = usize::from(self.layout.header.width);
        let narrow = self.layout.mode == Mode::Narrow;
        let lead =
            if narrow { Line::of(" ", TextRole::Plain) } else { Line::of(" lawat  ", TextRole::Heading) };
        let state = self.state(narrow);
        let filters = if narrow { self.first_filter(columns / 2) } else { self.chosen_stop(columns / 4) };
        let around = lead.width() + filters.width() + state.width() + 1;
        let (crumb, root) = self.breadcrumb(columns.saturating_sub(around));
        let crumb =
            if self.data.is_loaded { crumb } else { Line::of(self.lang.messages().loading, TextRole::Dim) };
        let root = root.start + lead.width()..root.end + lead.width();
        let left = lead.joined(&crumb).joined(&filters);
        let cross =
            if filters.is_empty() || !narrow { 0..0 } else { left.width() - filters.width()..left.width() };
        (left.spread(&state, columns), [root, cross])
    }

    /// The stop that is chosen, as the last step of the way.
    fn chosen_stop(&self, columns: usize) -> Line {
        let filter =
            self.browser.filters.chosen().iter().find(|filter| matches!(filter, Filter::Stop(Some(_))));
        let step = |filter| Line::of(" › ", TextRole::Dim).with(&self.filter_value(filter), TextRole::Accent);
        filter.map(step).unwrap_or_default().cut(columns)
    }

    /// The first filter, and how many more there are.
    fn first_filter(&self, columns: usize) -> Line {
        let filters = self.browser.filters.chosen();
        let Some(filter) = filters.first() else { return Line::new() };
        let more = if filters.len() > 1 { format!(" +{}", filters.len() - 1) } else { String::new() };
        let more = Line::of(" ×", TextRole::Accent).with(&more, TextRole::Dim);
        let value = Line::of(" › ", TextRole::Dim).with(&self.filter_value(filter), TextRole::Accent);
        value.cut(columns.saturating_sub(more.width())).joined(&more)
    }

    fn state(&self, narrow: bool) -> Line {
        let m = self.lang.messages();
        let mut parts = Vec::new();
        let (shown, total) = self.statements();
        if !narrow && shown != total {
            parts.push(Line::of(&self.lang.statements_of(shown, total), TextRole::Plain));
        }
        let faults = self.data.faults();
        let has_filters = !self.browser.filters.chosen().is_empty();
        let key = self.key_of(Action::Problems);
        if let Some(outdated) = self.outdated() {
            parts.push(outdated);
        } else if faults.errors > 0 {
            parts.push(Line::of(
                &format!("! {} ({key})", self.lang.problem_counts(faults.errors, 0)),
                TextRole::Warning,
            ));
        } else if faults.warnings > 0 && !(narrow && has_filters) {
            // Where a filter has no room of its own, it goes before what can wait.
            parts.push(Line::of(
                &format!("{} ({key})", self.lang.problem_counts(0, faults.warnings)),
                TextRole::Dim,
            ));
        }
        if self.data.built_in {
            parts.push(Line::of(m.built_in, TextRole::Dim));
        }
        let (marked, gone) = self.basket.count(&self.data);
        if marked + gone > 0 {
            let words = if narrow { format!("✓ {marked}") } else { self.lang.marked(marked, gone) };
            parts.push(Line::of(&words, TextRole::Accent));
        }
        if !narrow {
            parts.push(Line::of(self.lang.code(), TextRole::Dim));
        }
        let dot = Line::of(" · ", TextRole::Dim);
        let between = |line: Line, part: &Line| {
            if line.is_empty() { part.clone() } else { line.joined(&dot).joined(part) }
        };
        parts.iter().fold(Line::new(), between).with(" ", TextRole::Plain)
    }

    /// The records are those of before; where newer ones cannot be read, as far as there is room.
    fn outdated(&self) -> Option<Line> {
        self.data.outdated.as_ref()?;
        let m = self.lang.messages();
        let errors = self.data.diagnostics.iter().filter(|it| it.severity() == Severity::Error);
        let spot = errors.map(|it| &it.location).next();
        let file = spot.and_then(|spot| spot.file.rsplit('/').next()).unwrap_or_default();
        let line = spot.and_then(|spot| spot.at).map(|at| format!(":{}", at.line)).unwrap_or_default();
        let key = self.key_of(Action::Problems);
        let (lead, end) = (format!("! {}: ", m.outdated), format!("{line} ({key})"));
        let room = usize::from(self.layout.header.width).saturating_sub(lead.len() + end.len() + 6);
        let file = Line::of(file, TextRole::Warning).cut(room);
        Some(Line::of(&lead, TextRole::Warning).joined(&file).with(&end, TextRole::Warning))
    }

    /// Why what is typed is no query, or what was left out of it.
    pub fn search_remark(&self, search: &SearchPane) -> Option<String> {
        if let Some(wrong) = &search.wrong {
            return Some(wrong.message(self.lang));
        }
        let left_out = (!search.left_out.is_empty()).then(|| self.lang.words_left_out(&search.left_out));
        let remarks: Vec<String> = search.query.remark(self.lang).into_iter().chain(left_out).collect();
        (!remarks.is_empty()).then(|| remarks.join("; "))
    }

    /// What the empty basket shows.
    pub fn empty_basket_words(&self) -> String {
        let [mark, undo] = [BasketAction::Mark, BasketAction::Undo].map(|it| self.key_of(Action::Basket(it)));
        self.lang.basket_is_empty(&mark, &undo)
    }

    /// The keys that end the narrowing of a pane.
    pub fn find_in_pane_keys(&self) -> String {
        self.lang.find_in_pane_keys(&self.key_of(Action::Open), &self.key_of(Action::StepOut))
    }

    /// How a row of the menu of copying is taken.
    pub fn copy_hint(&self) -> String {
        self.lang.copy_hint(&self.key_of(Action::Open))
    }

    /// How a command is found and run.
    pub fn palette_hint(&self) -> String {
        self.lang.guide_hint(&self.key_of(Action::Open))
    }
}

/// The name by which the palette finds a command.
fn named(action: Action) -> String {
    Command::of(action).map(|command| format!(":{}", command.name)).unwrap_or_default()
}
