//! The labels of panes, keys and filters, and the lines around the panes with the columns that can be clicked.

use crate::app::input::command::{Action, BasketAction, Command, Context, FilterChange};
use crate::app::input::key::Key;
use crate::app::layout::{Mode, Pane};
use crate::app::overlay::search::{SearchPane, SearchScope};
use crate::app::present::lines::group_name;
use crate::app::state::App;
use std::ops::Range;

use crate::diagnostic::{Diagnostic, Problem};
use crate::facet::{Filter, FilteredPane, Scope, StopKey};
use crate::lang::{date_short, days_short};
use crate::model::{Agent, Id, Record, SingleDate, Stop};
use crate::page::visit_date;
use crate::search::ScopeFilter;
use crate::stats::{Condition, CountBy, CountUnit};
use crate::text::{Line, TextRole, shorten, width};

/// A pane in the line of tabs.
pub struct Tab {
    /// The pane.
    pub pane: Pane,
    /// The number of the pane; for the pane with the focus, number and name in brackets.
    pub text: String,
    /// The columns where it is drawn and clicked.
    pub columns: Range<usize>,
}

impl App {
    /// The panes as tabs, with equal gaps. As much of their names and numbers is shown as fits.
    pub fn tabs(&self) -> Vec<Tab> {
        let room = usize::from(self.layout.tabs.width);
        let texts = |is_short: fn(bool) -> bool, has_number: bool| {
            Pane::ALL.map(|pane| {
                let has_focus = pane == self.focus();
                let name =
                    if is_short(has_focus) { self.pane_short_name(pane) } else { self.pane_name(pane) };
                let number = if has_number { format!("{} ", pane.index() + 1) } else { String::new() };
                (pane, if has_focus { format!("[{number}{name}]") } else { format!("{number}{name}") })
            })
        };
        let taken = |texts: &[(Pane, String)]| texts.iter().map(|(_, text)| width(text)).sum::<usize>();
        let short = texts(|_| true, false);
        let longer = [texts(|_| false, true), texts(|_| true, true), texts(|has_focus| !has_focus, false)];
        let fits = |texts: &[(Pane, String); 5]| taken(texts) + texts.len() - 1 <= room;
        let texts = longer.into_iter().find(fits).unwrap_or(short);
        let gap = (room.saturating_sub(taken(&texts)) / (Pane::ALL.len() - 1)).min(3);
        let mut from = 0;
        let tab = |(pane, text): (Pane, String)| {
            let columns = from..from + width(&text) + gap;
            from = columns.end;
            Tab { pane, text, columns }
        };
        texts.into_iter().map(tab).collect()
    }

    /// The name of a pane in a few letters.
    fn pane_short_name(&self, pane: Pane) -> &'static str {
        let m = self.lang.messages();
        match pane {
            Pane::Visits => m.visits_short,
            Pane::Stops => m.stops_short,
            Pane::Participants => m.participants_short,
            Pane::Statements => m.statements_short,
            Pane::Detail => m.detail_short,
        }
    }

    /// The name of a pane.
    pub fn pane_name(&self, pane: Pane) -> &'static str {
        let m = self.lang.messages();
        match pane {
            Pane::Visits => m.visits,
            // Across all visits, each place is listed once for all stops at it.
            Pane::Stops if self.scope() == Some(Scope::All) => m.places,
            Pane::Stops => m.stops,
            Pane::Participants => m.participants,
            Pane::Statements => m.statements,
            Pane::Detail => m.detail,
        }
    }

    /// The first keys of a command in the current context, or else in the panes; if it has none, its name for the palette.
    pub(in crate::app) fn key_of(&self, action: Action) -> String {
        self.key_in(action, self.context())
    }

    /// The first keys of a command in a context, or else in the panes; if it has none, its name for the palette.
    pub(in crate::app) fn key_in(&self, action: Action, context: Context) -> String {
        let keys = self.keys_in(action, context).or_else(|| self.keys_in(action, Context::Panes));
        keys.map_or_else(|| palette_name(action), |keys| self.input.keymap.shown(keys))
    }

    /// The keys that run a command of the copy menu from the panes: those that open the menu, then its own.
    pub(in crate::app) fn key_in_menu(&self, action: Action) -> String {
        let keys = self.keys_in(Action::Copy, Context::Panes).zip(self.keys_in(action, Context::Copying));
        keys.map_or_else(
            || palette_name(action),
            |(menu, own)| self.input.keymap.shown(&[menu, own].concat()),
        )
    }

    fn keys_in(&self, action: Action, context: Context) -> Option<&[Key]> {
        Command::of(action).and_then(|command| self.input.keymap.keys(command, context).next())
    }

    /// The number of the selected item, and how many there are.
    pub fn position(&self, at: Option<(usize, usize)>) -> String {
        at.map(|(number, count)| self.lang.position(number, count)).unwrap_or_default()
    }

    /// The kind and the value of a filter: `stop: MPP`.
    pub fn filter_label(&self, filter: &Filter) -> String {
        format!("{}: {}", self.filter_kind(filter), self.filter_value(filter))
    }

    fn filter_kind(&self, filter: &Filter) -> &'static str {
        let m = self.lang.messages();
        match filter {
            Filter::Stop(_) => m.filter_stop,
            Filter::Person(_) | Filter::Fact(Condition::Value(CountUnit::Statement, CountBy::Person, _)) => {
                m.filter_person
            }
            Filter::Organization(_) => m.filter_organization,
            Filter::Side(_) => m.filter_side,
            Filter::Type(_) => m.filter_type,
            Filter::Day(_) => m.filter_day,
            Filter::Topic(_) => m.filter_topic,
            Filter::Fact(Condition::Value(_, by, _)) => by.noun().get(self.lang),
            Filter::Fact(Condition::Lacking(..)) => m.filter_lacking,
            Filter::Fact(Condition::During(_)) => m.filter_during,
            Filter::Text(..) => m.filter_text,
        }
    }

    fn filter_value(&self, filter: &Filter) -> String {
        let value = self.filter_name(filter);
        let exists = self.data.facets.contains(&self.data.archive, filter);
        if exists { value } else { format!("{value} ({})", self.lang.messages().gone) }
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
            Filter::Fact(condition) => self.condition_name(condition),
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

    fn condition_name(&self, condition: &Condition) -> String {
        let m = self.lang.messages();
        match condition {
            Condition::Value(_, _, None) => m.not_stated.to_owned(),
            Condition::Value(_, by, Some(key)) => {
                self.data.whole(self.lang).name(*by, key).unwrap_or_else(|| key.to_string())
            }
            Condition::Lacking(unit, gap) => {
                format!("{} ({})", gap.noun().get(self.lang), unit.counted().word(self.lang, 2))
            }
            Condition::During(days) => days_short(self.lang, *days),
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
                    // The place is not in the data. Its key begins with its id or its name.
                    _ => key.trim_start_matches('#').split('|').next().unwrap_or_default().to_owned(),
                }
            }
        }
    }

    /// The name in the open visit, or else in the newest one; for a person known in one visit only, with the title of that visit.
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

    /// The name in the open visit, or else in the newest one.
    fn organization_name(&self, id: &Id) -> String {
        let archive = &self.data.archive;
        let open = self.scope().and_then(|scope| scope.visit_in(archive));
        let here = open.and_then(|visit| visit.organization(id)).map(|it| it.name.clone());
        let newest = || self.data.facets.organization(id).and_then(|target| archive.record(target));
        here.or_else(|| newest().map(|record| record.label().to_owned())).unwrap_or_else(|| id.to_string())
    }

    /// The line of filters, and for each filter the columns where a click removes it. Filters that do not fit are counted.
    pub fn filter_line(&self, columns: usize) -> (Line, Vec<Range<usize>>) {
        let m = self.lang.messages();
        let filters = self.browser.filters.active();
        let mut line =
            Line::of(" ", TextRole::Plain).with(m.narrowed_by, TextRole::Dim).with(" ", TextRole::Plain);
        let mut crosses = Vec::new();
        for (index, filter) in filters.iter().enumerate() {
            let label = format!("[{} {}", index + 1, self.filter_label(filter));
            let more = format!("+{}", filters.len() - index);
            let mut text = Line::of(&label, TextRole::Accent);
            // The first filter is always shown, shortened if necessary.
            if index == 0 {
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
        let [last, all, undo] = [FilterChange::RemoveLast, FilterChange::RemoveAll, FilterChange::Undo]
            .map(|it| self.key_of(Action::Filters(it)));
        let hint = self.lang.filters_hint(&last, &all, &undo);
        let hint = Line::of(" ", TextRole::Plain).with(&hint, TextRole::Dim);
        if line.width() + hint.width() <= columns {
            line.append(&hint);
        }
        (line, crosses)
    }

    /// The scope of the search, and the kind of record.
    pub fn search_scope(&self, search: &SearchPane) -> String {
        let m = self.lang.messages();
        let scope = match search.scope.resolve(&self.data) {
            ScopeFilter::All => m.within_all.to_owned(),
            ScopeFilter::Visit(_) => m.within_visit.to_owned(),
            ScopeFilter::Stop(stop) => match self.data.archive.record(stop) {
                Some(Record::Stop(_, stop)) => format!("{}: {}", m.within_stop, stop.label()),
                _ => String::new(),
            },
        };
        match search.kind {
            Some(kind) => format!("{scope} · {}", group_name(m, kind).to_lowercase()),
            None => scope,
        }
    }

    /// The message that nothing was found, with the keys that widen a narrowed search.
    pub fn nothing_found(&self, search: &SearchPane) -> String {
        let query = shorten(search.text().trim());
        let narrowed = [
            (search.scope != SearchScope::All, Action::SearchWithin),
            (search.kind.is_some(), Action::SearchKind),
        ];
        let keys: Vec<String> =
            narrowed.into_iter().filter(|(is, _)| *is).map(|(_, action)| self.key_of(action)).collect();
        if keys.is_empty() {
            return self.lang.nothing_found(&query);
        }
        self.lang.nothing_found_within(&query, &self.search_scope(search), &self.lang.all_of(&keys))
    }

    /// Whether there are results to step through.
    pub fn has_results(&self) -> bool {
        self.search.last.as_ref().is_some_and(|search| !search.rows.is_empty())
    }

    /// The path to the open visit, and the columns where a click opens all visits.
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
            let date = visit_date(self.lang, visit);
            let own = Line::of(&visit.title, TextRole::Strong);
            let dated = own.clone().with(&format!(", {date}"), TextRole::Plain);
            let path = if several { line.clone().with(" › ", TextRole::Dim) } else { Line::new() };
            // If there is no room, first the date is left out, then the path, then the end of the title.
            for (before, title) in [(&path, &dated), (&path, &own), (&Line::new(), &own)] {
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

    /// The line at the top: the path to the open visit, and the state of the data; in the narrow mode also the filters. With the
    /// columns where a click opens all visits, and where it removes the first filter.
    pub fn header(&self) -> (Line, [Range<usize>; 2]) {
        let columns = usize::from(self.layout.header.width);
        let narrow = self.layout.mode == Mode::Narrow;
        let prefix =
            if narrow { Line::of(" ", TextRole::Plain) } else { Line::of(" lawat  ", TextRole::Heading) };
        let status = self.status(narrow);
        let filters = if narrow { self.first_filter(columns / 2) } else { self.stop_filter(columns / 4) };
        let around = prefix.width() + filters.width() + status.width() + 1;
        let (crumb, root) = self.breadcrumb(columns.saturating_sub(around));
        let crumb =
            if self.data.is_loaded { crumb } else { Line::of(self.lang.messages().loading, TextRole::Dim) };
        let root = root.start + prefix.width()..root.end + prefix.width();
        let left = prefix.joined(&crumb).joined(&filters);
        let cross =
            if filters.is_empty() || !narrow { 0..0 } else { left.width() - filters.width()..left.width() };
        (left.spread(&status, columns), [root, cross])
    }

    /// The stop that is an active filter, as the last step of the path.
    fn stop_filter(&self, columns: usize) -> Line {
        let filter =
            self.browser.filters.active().iter().find(|filter| matches!(filter, Filter::Stop(Some(_))));
        let step = |filter| Line::of(" › ", TextRole::Dim).with(&self.filter_value(filter), TextRole::Accent);
        filter.map(step).unwrap_or_default().cut(columns)
    }

    /// The first filter, and the number of the others.
    fn first_filter(&self, columns: usize) -> Line {
        let filters = self.browser.filters.active();
        let Some(filter) = filters.first() else { return Line::new() };
        let more = if filters.len() > 1 { format!(" +{}", filters.len() - 1) } else { String::new() };
        let more = Line::of(" ×", TextRole::Accent).with(&more, TextRole::Dim);
        let value = Line::of(" › ", TextRole::Dim).with(&self.filter_value(filter), TextRole::Accent);
        value.cut(columns.saturating_sub(more.width())).joined(&more)
    }

    /// The state of the data: problems, built-in example, basket, language.
    fn status(&self, narrow: bool) -> Line {
        let m = self.lang.messages();
        let mut parts = Vec::new();
        parts.extend(self.progress_label(narrow));
        let (shown, total) = self.statements();
        if !narrow && shown != total {
            parts.push(Line::of(&self.lang.statements_of(shown, total), TextRole::Plain));
        }
        let problems = self.data.problem_count();
        let has_filters = !self.browser.filters.active().is_empty();
        let key = self.key_of(Action::Problems);
        if let Some(outdated) = self.outdated_label() {
            parts.push(outdated);
        } else if problems.errors > 0 {
            parts.push(Line::of(
                &format!("! {} ({key})", self.lang.problem_counts(problems.errors, 0)),
                TextRole::Warning,
            ));
        } else if problems.warnings > 0 && !(narrow && has_filters) {
            // In the narrow mode filters are more important than warnings.
            parts.push(Line::of(
                &format!("{} ({key})", self.lang.problem_counts(0, problems.warnings)),
                TextRole::Dim,
            ));
        }
        if self.data.built_in {
            parts.push(Line::of(m.built_in, TextRole::Dim));
        }
        let (marked, missing) = self.basket.count(&self.data);
        if marked + missing > 0 {
            let label = if narrow { format!("✓ {marked}") } else { self.lang.marked(marked, missing) };
            parts.push(Line::of(&label, TextRole::Accent));
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

    /// The message that the records are older than the files, with the position of the first error.
    fn outdated_label(&self) -> Option<Line> {
        if !self.data.is_outdated() {
            return None;
        }
        let m = self.lang.messages();
        let error = self.data.first_error();
        let file = error.map_or("", file_name);
        let happened = error.and_then(|error| self.happened_to_file(error));
        let line = error.and_then(|it| it.location.at).map(|at| format!(":{}", at.line));
        let what = happened.map(|words| format!(" {words}")).or(line).unwrap_or_default();
        let key = self.key_of(Action::Problems);
        let (prefix, end) = (format!("! {}: ", m.outdated), format!("{what} ({key})"));
        let room = usize::from(self.layout.header.width).saturating_sub(prefix.len() + end.len() + 6);
        let file = Line::of(file, TextRole::Warning).cut(room);
        Some(Line::of(&prefix, TextRole::Warning).joined(&file).with(&end, TextRole::Warning))
    }

    /// What has happened to a file that cannot be used as a whole, in a few words.
    fn happened_to_file(&self, error: &Diagnostic) -> Option<&'static str> {
        let m = self.lang.messages();
        Some(match &error.problem {
            problem if problem.is_missing_file() => m.file_is_gone,
            Problem::UnreadableFile(..) => m.file_is_unreadable,
            Problem::EmptyFolder if self.data.paths.contains_key(&error.location.file) => m.file_is_folder,
            Problem::EmptyFolder => m.folder_is_empty,
            Problem::NotAFile => m.file_is_no_file,
            Problem::EmptyFile => m.file_is_empty,
            _ => return None,
        })
    }

    /// The message that the records are older than the files, with the reason.
    pub(super) fn outdated_text(&self) -> String {
        let Some(error) = self.data.first_error() else { return self.lang.messages().outdated.to_owned() };
        let reason = if let Some(words) = self.happened_to_file(error) {
            format!("{} {words}", file_name(error))
        } else {
            let line = error.location.at.map(|at| format!(":{}", at.line)).unwrap_or_default();
            format!("{}{line}: {}", file_name(error), error.problem.message(self.lang))
        };
        self.lang.outdated_because(&reason, &self.key_of(Action::Problems))
    }

    /// The error in the query, or a remark about words that were left out of it.
    pub fn search_remark(&self, search: &SearchPane) -> Option<String> {
        if let Some(error) = &search.error {
            return Some(error.message(self.lang));
        }
        let left_out =
            (!search.dropped_words.is_empty()).then(|| self.lang.words_left_out(&search.dropped_words));
        let remarks: Vec<String> = search.query.remark(self.lang).into_iter().chain(left_out).collect();
        (!remarks.is_empty()).then(|| remarks.join("; "))
    }

    /// The message in the empty basket.
    pub fn empty_basket_text(&self) -> String {
        let [mark, undo] = [BasketAction::Mark, BasketAction::Undo].map(|it| self.key_of(Action::Basket(it)));
        self.lang.basket_is_empty(&mark, &undo)
    }

    /// The hint for the keys that end find in pane.
    pub fn find_in_pane_keys(&self) -> String {
        self.lang.find_in_pane_keys(&self.key_of(Action::Open), &self.key_of(Action::StepOut))
    }

    /// The hint for the keys of the copy menu.
    pub fn copy_hint(&self) -> String {
        self.lang.copy_hint(&self.key_of(Action::Open))
    }

    /// The hint for the keys of the palette.
    pub fn palette_hint(&self) -> String {
        let open = self.key_of(Action::Open);
        match self.context() {
            Context::Help => self.lang.help_hint(&self.key_of(Action::Search), &open),
            _ => self.lang.guide_hint(&open),
        }
    }
}

/// The name of the file with the error, without its folder.
fn file_name(error: &Diagnostic) -> &str {
    error.location.file.rsplit('/').next().unwrap_or_default()
}

/// The name of a command, as it is typed in the palette.
fn palette_name(action: Action) -> String {
    Command::of(action).map(|command| format!(":{}", command.name)).unwrap_or_default()
}
