//! What stands in the panes, as lines: the bridge from the explorer's state to the pages of records.
//!
//! The heights of items come from here, so that moving and drawing agree.

use std::ops::Range;

use super::App;
use super::command::{COMMANDS, Group};
use super::keymap::keys;
use super::layout::{Mode, Pane, inside, text_columns};
use super::overlay::Overlay;
use super::rows::Row;
use super::search::{Heading, SearchPane};
use crate::diagnostic::full;
use crate::model::{Record, RecordKind};
use crate::page::{Sheet, Size, day_heading, no_hits, side_heading};
use crate::text::{Line, Role, wrap, wrap_text};

/// The columns of the keys in the help.
const KEYS_COLUMNS: usize = 22;

impl App {
    /// A page of so many columns.
    pub fn sheet(&self, columns: usize) -> Sheet<'_> {
        Sheet { archive: &self.data.archive, lang: self.lang, columns, hits: &no_hits }
    }

    /// What the last search found in a text.
    fn hits(&self, text: &str) -> Vec<Range<usize>> {
        self.found.as_ref().map(|query| query.ranges(text)).unwrap_or_default()
    }

    /// A row of a pane, with the heading above it, if it leads a group.
    pub fn row_lines(&self, pane: Pane, row: usize) -> Vec<Line> {
        self.row_lines_at(pane, row, self.size(pane))
    }

    /// The same at a size that the pane may not have now.
    pub(super) fn row_lines_at(&self, pane: Pane, row: usize, size: Size) -> Vec<Line> {
        let columns = text_columns(self.layout.pane(pane));
        let hits = |text: &str| self.hits(text);
        let sheet = Sheet { hits: &hits, ..self.sheet(columns) };
        match self.rows.of(pane).get(row) {
            Some(Row::Record { target, leads, count }) => {
                let Some(record) = self.data.archive.record(*target) else { return Vec::new() };
                let mut lines = Vec::new();
                if *leads {
                    lines.extend(
                        self.heading(record, columns).map(|text| Line::of(&text, Role::Heading).cut(columns)),
                    );
                }
                lines.extend(sheet.item(record, size, *count));
                lines
            }
            Some(Row::Broken(diagnostic)) => self.broken_lines(*diagnostic, columns, size),
            None => Vec::new(),
        }
    }

    /// How many lines of a row are the heading above it, which is not part of the choice.
    pub fn heading_rows(&self, pane: Pane, row: usize) -> usize {
        match self.rows.of(pane).get(row) {
            Some(Row::Record { leads: true, target, .. }) => usize::from(
                self.data.archive.record(*target).and_then(|record| self.heading(record, 0)).is_some(),
            ),
            _ => 0,
        }
    }

    fn heading(&self, record: Record<'_>, columns: usize) -> Option<String> {
        let sheet = self.sheet(columns);
        match record {
            Record::Stop(_, stop) => Some(day_heading(&sheet, stop)),
            Record::Participant(_, participant) => Some(side_heading(&sheet, participant.side).to_owned()),
            Record::Organization(..) => Some(sheet.messages().organizations_heading.to_owned()),
            Record::Visit(_) | Record::Statement(..) => None,
        }
    }

    /// Where three lists share a column, each is kept short; the visits only when there is one row for them.
    fn size(&self, pane: Pane) -> Size {
        let one_row = inside(self.layout.pane(pane)).height <= 1;
        match (self.layout.mode, pane) {
            (Mode::Wide | Mode::Narrow, _) => Size::Full,
            (Mode::Normal, Pane::Visits) if !one_row => Size::Full,
            _ => Size::Compact,
        }
    }

    fn broken_lines(&self, diagnostic: usize, columns: usize, size: Size) -> Vec<Line> {
        let Some(diagnostic) = self.data.diagnostics.get(diagnostic) else { return Vec::new() };
        let name = diagnostic.visit.as_ref().map_or(&diagnostic.file, |visit| &visit.name);
        let line = diagnostic.at.map(|at| self.lang.in_line(at.line)).unwrap_or_default();
        let head = Line::of("! ", Role::Warning).with(name, Role::Plain);
        let place = Line::of(&line, Role::Warning);
        match size {
            Size::Compact => vec![head.spread(&place, columns)],
            Size::Full => wrap(&head, columns)
                .into_iter()
                .chain([Line::of("  ", Role::Plain).with(&line, Role::Warning)])
                .collect(),
        }
    }

    /// Everything about what is chosen.
    pub fn detail_lines(&self) -> Vec<Line> {
        let columns = text_columns(self.layout.pane(Pane::Detail));
        if let Some(Row::Broken(first)) = self.chosen(self.source) {
            return self.faults_of(first, columns);
        }
        let record = self.subject().and_then(|target| self.data.archive.record(target));
        match record {
            Some(record) => {
                Sheet { hits: &|text: &str| self.hits(text), ..self.sheet(columns) }.detail(record)
            }
            None if !self.data.is_loaded => Vec::new(),
            None => wrap_text(self.lang.messages().nothing_chosen, Role::Dim, &[], columns),
        }
    }

    /// All that is wrong with a visit or a file, from its first diagnostic on.
    fn faults_of(&self, first: usize, columns: usize) -> Vec<Line> {
        let mut lines = Vec::new();
        for diagnostic in &self.data.diagnostics[self.data.same_record(first)] {
            if !lines.is_empty() {
                lines.push(Line::new());
            }
            lines.extend(full(diagnostic, self.lang, columns));
        }
        lines
    }

    /// A row of the search results, with the heading above it.
    pub fn result_lines(&self, search: &SearchPane, row: usize) -> Vec<Line> {
        let columns = text_columns(self.layout.results);
        let Some(row) = search.rows.get(row) else { return Vec::new() };
        let mut lines: Vec<Line> =
            row.heading.map(|heading| self.result_heading(heading, columns)).into_iter().collect();
        if let Some(record) = self.data.archive.record(row.target) {
            let hits = |text: &str| search.query.ranges(text);
            lines.extend(Sheet { hits: &hits, ..self.sheet(columns) }.result(record));
        }
        lines
    }

    fn result_heading(&self, heading: Heading, columns: usize) -> Line {
        let m = self.lang.messages();
        let (name, count) = match heading {
            Heading::Best => (m.best, String::new()),
            Heading::Kind(kind, count) => (group_name(m, kind), count.to_string()),
        };
        Line::of(name, Role::Heading).spread(&Line::of(&count, Role::Dim), columns)
    }

    /// The chosen result as a page of its own.
    pub fn preview_lines(&self, search: &SearchPane) -> Vec<Line> {
        let columns = text_columns(self.layout.preview);
        let record = search.chosen().and_then(|target| self.data.archive.record(target));
        let hits = |text: &str| search.query.ranges(text);
        record.map(|record| Sheet { hits: &hits, ..self.sheet(columns) }.detail(record)).unwrap_or_default()
    }

    /// What is read on top of the panes: the keys, or the faults.
    pub fn reading_lines(&self) -> Vec<Line> {
        let columns = text_columns(self.layout.overlay);
        match self.overlay {
            Some(Overlay::Help(_)) => self.help_lines(columns),
            Some(Overlay::Problems(_)) => self.problem_lines(columns),
            Some(Overlay::Search(_)) | None => Vec::new(),
        }
    }

    fn help_lines(&self, columns: usize) -> Vec<Line> {
        let m = self.lang.messages();
        // The keys of what the help was opened on.
        let scope = Self::scope_of(self.beneath.as_ref());
        let mut lines = Vec::new();
        for group in Group::ALL {
            let name = match group {
                Group::Moving => m.group_moving,
                Group::Panes => m.group_panes,
                Group::Reading => m.group_reading,
                Group::Editing => m.group_editing,
                Group::Program => m.group_program,
            };
            if !lines.is_empty() {
                lines.push(Line::new());
            }
            let heading = lines.len();
            for command in COMMANDS.iter().filter(|command| command.group == group) {
                let keys = keys(command, scope).map(|key| key.to_string()).collect::<Vec<_>>().join("  ");
                if keys.is_empty() {
                    continue;
                }
                let keys = Line::of(&keys, Role::Accent).fit(KEYS_COLUMNS.min(columns / 2));
                let room = columns.saturating_sub(keys.width());
                let words = wrap_text(command.words.get(self.lang), Role::Plain, &[], room);
                lines.extend(Line::hang(&keys, &words));
            }
            if lines.len() > heading {
                lines.insert(heading, Line::of(name, Role::Heading));
            } else {
                lines.pop();
            }
        }
        lines.push(Line::new());
        lines.extend(wrap_text(m.doubt_explained, Role::Dim, &[], columns));
        lines
    }

    fn problem_lines(&self, columns: usize) -> Vec<Line> {
        self.problems(columns, usize::MAX)
    }

    /// The row of the problems view where a diagnostic begins.
    pub(super) fn row_of_problem(&self, number: usize) -> usize {
        self.problems(text_columns(self.layout.overlay), number).len() + 1
    }

    /// What can be used in spite of the faults, and the first so many of these.
    fn problems(&self, columns: usize, most: usize) -> Vec<Line> {
        let data = &self.data;
        let mut lines = Vec::new();
        if !data.diagnostics.is_empty() {
            let usable = self.lang.still_usable(data.archive.visits.len());
            lines.extend(wrap_text(&usable, Role::Plain, &[], columns));
        }
        if data.skipped > 0 {
            lines.extend(wrap_text(&self.lang.skipped(data.skipped), Role::Dim, &[], columns));
        }
        for diagnostic in data.diagnostics.iter().take(most) {
            lines.push(Line::new());
            lines.extend(full(diagnostic, self.lang, columns));
        }
        if data.untold > 0 && most == usize::MAX {
            lines.push(Line::new());
            lines.extend(wrap_text(&self.lang.untold(data.untold), Role::Warning, &[], columns));
        }
        lines
    }
}

fn group_name(m: &crate::lang::Messages, kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Statement => m.group_statements,
        RecordKind::Stop => m.group_stops,
        RecordKind::Participant => m.group_participants,
        RecordKind::Organization => m.group_organizations,
        RecordKind::Visit => m.group_visits,
    }
}
