//! Renders the rows and texts of panes and overlays as lines.
//!
//! Movement takes the heights of rows from here, so that it agrees with what is drawn.

use crate::app::browse::find_in_pane::FindInPane;
use crate::app::browse::options::Lines;
use crate::app::browse::row::{Row, RowHeading, RowState};
use crate::app::data::Data;
use crate::app::input::command::{Action, Command, Context};
use crate::app::layout::{Mode, Pane, text_columns};
use crate::app::overlay::TextView;
use crate::app::overlay::copy_menu::CopyMenu;
use crate::app::overlay::filter_menu::FilterMenu;
use crate::app::overlay::search::{ResultHeading, SearchPane};
use crate::app::state::App;
use std::ops::Range;

use crate::diagnostic::{ProblemCount, full};
use crate::export::ExportFormat;
use crate::facet::{Filter, FilterKind, Scope};
use crate::lang::VISITS;
use crate::load::describe_skipped;
use crate::model::{Record, RecordKind, Target};
use crate::page::{PageContext, Size, appearance, day_heading, no_highlights, side_line};
use crate::search::{Query, explain};
use crate::text::{Line, TextRole, wrap, wrap_text};

/// The columns of the key and the name in the copy menu.
const COPY_NAMES: usize = 26;
/// The maximum number of characters in the preview of a text to copy.
const MAX_PREVIEW: usize = 2000;

/// How a row is rendered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::app) struct RowFormat {
    /// The columns for its text.
    pub(in crate::app) columns: usize,
    /// How much of the record is shown.
    pub(in crate::app) size: Size,
}

/// How much of each record a pane with a window of this many rows shows. Where three lists share a column, each row is one line,
/// except for visits if there is room.
pub(in crate::app) fn row_size(mode: Mode, pane: Pane, window: usize) -> Size {
    match (mode, pane) {
        (Mode::Wide | Mode::Narrow, _) => Size::Full,
        (Mode::Normal, Pane::Visits) if window > 1 => Size::Full,
        _ => Size::Compact,
    }
}

impl App {
    /// The context for rendering records in this many columns.
    pub fn page_context(&self, columns: usize) -> PageContext<'_> {
        PageContext {
            archive: &self.data.archive,
            lang: self.lang,
            columns,
            highlights: &no_highlights,
            mixed_visits: false,
            translation: self.browser.options.translation,
            published: false,
        }
    }

    /// The matches of the highlighted query in a text.
    fn highlights(&self, text: &str) -> Vec<Range<usize>> {
        self.search.highlighted.as_ref().map(|query| query.highlights(text)).unwrap_or_default()
    }

    /// A row of a pane, with the heading above it if it is the first of a group.
    pub(in crate::app) fn row_lines(&self, pane: Pane, row: usize, format: RowFormat) -> Vec<Line> {
        let RowFormat { columns, size } = format;
        let m = self.lang.messages();
        let plain = |name: &str, count: &str| {
            vec![Line::of(name, TextRole::Plain).spread(&Line::of(count, TextRole::Dim), columns)]
        };
        match self.rows_of(pane).get(row) {
            Some(Row::Record { target, heading, count, state }) => {
                let heading = heading.and_then(|heading| self.heading(heading, target, columns));
                let mut lines: Vec<Line> = heading.map(|line| line.cut(columns)).into_iter().collect();
                let texts = self.texts_of(pane);
                let count = self.count_label(target, count);
                let item = self.item_lines((target, &texts), (size, &count), columns);
                let dim = |line: Line| Line::of(&line.plain(), TextRole::Dim);
                lines.extend(
                    item.into_iter().map(|line| if state == RowState::Outside { dim(line) } else { line }),
                );
                lines
            }
            Some(Row::All { count }) => {
                plain(m.all_visits, &count.map(|count| self.lang.number(count)).unwrap_or_default())
            }
            Some(Row::NotStated { kind, count, .. }) => {
                let name = if kind == FilterKind::Stop { m.stop_not_stated } else { m.speaker_not_stated };
                let heading = Line::of(m.value_not_stated, TextRole::Heading);
                std::iter::once(heading).chain(plain(name, &self.lang.number(count))).collect()
            }
            Some(Row::Broken(diagnostic)) => self.broken_lines(diagnostic, columns, size),
            None => Vec::new(),
        }
    }

    /// The number of statements; for a visit without any, what it has instead.
    fn count_label(&self, target: Target, count: Option<usize>) -> String {
        match (count, self.data.archive.record(target)) {
            (Some(count), _) => self.lang.number(count),
            (None, Some(Record::Visit(visit))) => self.page_context(0).contents(visit),
            (None, _) => String::new(),
        }
    }

    /// The texts that the rows of a pane must match.
    fn texts_of(&self, pane: Pane) -> Vec<Query> {
        let typed = self.browser.find_in_pane.as_ref().filter(|it| it.pane == pane && it.days().is_none());
        let kept = self.browser.filters.active().iter().filter_map(|filter| match filter {
            Filter::Text(of, text) if Some(*of) == pane.filtered_pane() => Some(text.as_str()),
            _ => None,
        });
        kept.chain(typed.map(FindInPane::text)).filter_map(|text| Query::parse(text).ok()).collect()
    }

    /// The lines of a record that matches some texts: where no word of one is visible, a line says in which field it is.
    fn item_lines(
        &self,
        (target, texts): (Target, &[Query]),
        (size, count): (Size, &str),
        columns: usize,
    ) -> Vec<Line> {
        let Some(record) = self.data.archive.record(target) else { return Vec::new() };
        let hits = |text: &str| {
            let literal = texts.iter().flat_map(|query| query.literal_highlights(text));
            let mut hits: Vec<Range<usize>> = self.highlights(text).into_iter().chain(literal).collect();
            hits.sort_by_key(|range| (range.start, range.end));
            hits
        };
        let (m, mixed_visits) = (self.lang.messages(), self.scope() == Some(Scope::All));
        let ctx = PageContext { highlights: &hits, mixed_visits, ..self.page_context(columns) };
        let mut lines = ctx.item(record, size, count);
        if target.kind == RecordKind::Statement {
            lines = self.with_mark(target, self.browser.options.lines.shorten(lines, columns), columns);
        }
        let indent = Line::of("  ", TextRole::Plain);
        let inner = PageContext { columns: columns.saturating_sub(indent.width()), ..ctx };
        let is_below_its_visit = target.kind == RecordKind::Statement
            && self.browser.options.sorting(Pane::Statements).groups_dates();
        if self.scope() == Some(Scope::All) && target.kind != RecordKind::Visit && !is_below_its_visit {
            let visits = self.data.facets.visit_count(&self.data.archive, target);
            let below = if visits > 1 {
                Line::of(&self.lang.counted(visits, VISITS), TextRole::Dim)
            } else {
                inner.belongs_to(record.visit(), "")
            };
            if size == Size::Full || target.kind == RecordKind::Statement {
                lines.extend(Line::hang(&indent, &[below]));
            }
        }
        for query in texts {
            let reasons = explain(&self.data.archive, target, query, lines.iter().map(Line::plain));
            let reasons = reasons.iter().filter(|it| !query.literal_highlights(&it.text).is_empty());
            let reasons: Vec<Line> = reasons.map(|it| inner.reason(it.field.label(m), &it.text)).collect();
            lines.extend(reasons.iter().map(|reason| indent.clone().joined(reason)));
        }
        lines
    }

    /// How many lines of a row are the heading above it, which is not highlighted.
    pub fn heading_rows(&self, pane: Pane, row: usize) -> usize {
        match self.rows_of(pane).get(row) {
            Some(Row::Record { heading: Some(heading), target, .. }) => {
                usize::from(self.heading(heading, target, 0).is_some())
            }
            Some(Row::NotStated { .. }) => 1,
            _ => 0,
        }
    }

    fn heading(&self, heading: RowHeading, target: Target, columns: usize) -> Option<Line> {
        let ctx = self.page_context(columns);
        let m = ctx.messages();
        let plain = |text: &str| Line::of(text, TextRole::Heading);
        Some(match (heading, self.data.archive.record(target)?) {
            (RowHeading::Year(count), Record::Visit(visit)) => {
                let year = visit.start_date.and_then(|date| date.year());
                let name = year.map_or_else(|| m.year_not_stated.to_owned(), |year| year.to_string());
                Line::of(&format!("{name} "), TextRole::Heading)
                    .with(&format!("({})", self.lang.number(count)), TextRole::Dim)
            }
            (RowHeading::Visit, record) => plain(&ctx.belongs_to(record.visit(), "").plain()),
            (RowHeading::Day, Record::Stop(_, stop)) => plain(&day_heading(&ctx, stop)),
            (RowHeading::Side, Record::Participant(visit, participant)) => {
                let of_side = visit.participants.iter().filter(|it| it.side == participant.side);
                side_line(&ctx, participant.side, of_side.count())
            }
            (RowHeading::Organizations, _) => plain(m.organizations_heading),
            (RowHeading::People, _) => plain(m.everybody),
            (RowHeading::UnknownAttendance, _) => plain(m.attendance_unknown),
            (RowHeading::Day | RowHeading::Side | RowHeading::Year(_), _) => return None,
        })
    }

    /// How the rows of a pane are rendered in the current layout.
    pub(in crate::app) fn row_format(&self, pane: Pane) -> RowFormat {
        let area = self.layout.pane(pane);
        RowFormat { columns: text_columns(area), size: row_size(self.layout.mode, pane, self.window(pane)) }
    }

    fn broken_lines(&self, diagnostic: usize, columns: usize, size: Size) -> Vec<Line> {
        let Some(diagnostic) = self.data.diagnostics.get(diagnostic) else { return Vec::new() };
        let name = diagnostic.visit.as_ref().map_or(&diagnostic.location.file, |visit| &visit.name);
        let line = diagnostic.location.at.map(|at| self.lang.in_line(at.line)).unwrap_or_default();
        let head = Line::of("! ", TextRole::Warning).with(name, TextRole::Plain);
        let position = Line::of(&line, TextRole::Warning);
        match size {
            Size::Compact => vec![head.spread(&position, columns)],
            Size::Full => wrap(&head, columns)
                .into_iter()
                .chain([Line::of("  ", TextRole::Plain).with(&line, TextRole::Warning)])
                .collect(),
        }
    }

    /// The lines of the detail. The words of a statement are left out if they are short enough to stand whole in
    /// the list beside it.
    pub(in crate::app) fn detail_lines(&self, mode: Mode, columns: usize) -> Vec<Line> {
        let m = self.lang.messages();
        let hits = |text: &str| self.highlights(text);
        let ctx = PageContext { highlights: &hits, ..self.page_context(columns) };
        match self.selected_row(self.browser.source) {
            Some(Row::Broken(first)) => self.problems_of(first, columns),
            Some(Row::All { .. }) => {
                let mut lines = ctx.archive_page(self.data.counts);
                lines.push(Line::new());
                lines.extend(self.ways_to_the_whole(columns));
                lines
            }
            Some(Row::NotStated { kind: FilterKind::Stop, .. }) => {
                wrap_text(m.stop_not_stated, TextRole::Plain, &[], columns)
            }
            Some(Row::NotStated { .. }) => wrap_text(m.speaker_not_stated, TextRole::Plain, &[], columns),
            Some(Row::Record { target, .. }) => {
                let Some(record) = self.data.archive.record(target) else { return Vec::new() };
                let Data { archive, facets, .. } = &self.data;
                let mixed_visits =
                    self.scope() == Some(Scope::All) && facets.visit_count(archive, target) > 1;
                let ctx = PageContext { mixed_visits, ..ctx };
                let is_beside = matches!(mode, Mode::Wide | Mode::Normal) && !self.browser.options.zoomed;
                let is_short = |lines: usize| lines <= usize::from(self.layout.screen.height) / 3;
                let repeats = is_beside
                    && self.browser.options.lines == Lines::All
                    && is_short(ctx.item(record, Size::Full, "").len());
                let mut lines = match record {
                    Record::Statement(visit, statement) if repeats => ctx.statement_facts(visit, statement),
                    record => ctx.detail(record),
                };
                lines.extend(self.entity_visits(&ctx, record, target));
                lines
            }
            None if !self.data.is_loaded => Vec::new(),
            None => wrap_text(m.nothing_chosen, TextRole::Dim, &[], columns),
        }
    }

    /// The list of visits of a person, an organization or a place with more than one.
    fn entity_visits(&self, ctx: &PageContext<'_>, record: Record<'_>, target: Target) -> Vec<Line> {
        let Data { archive, facets, .. } = &self.data;
        if facets.visit_count(archive, target) < 2 {
            return Vec::new();
        }
        ctx.appearances(|at, visit| match record {
            Record::Stop(..) => (!self.ids_in_visit(target, (visit, at)).is_empty()).then_some(None),
            record => appearance(record, visit),
        })
    }

    /// The problems of a visit or a file, from its first diagnostic.
    fn problems_of(&self, first: usize, columns: usize) -> Vec<Line> {
        let mut lines = Vec::new();
        for diagnostic in &self.data.diagnostics[self.data.same_visit(first)] {
            if !lines.is_empty() {
                lines.push(Line::new());
            }
            lines.extend(full(diagnostic, self.lang, columns));
        }
        lines
    }

    /// A row of the search results, with the heading above it.
    pub(in crate::app) fn result_lines(&self, search: &SearchPane, row: usize) -> Vec<Line> {
        let columns = text_columns(self.layout.results);
        let Some(row) = search.rows.get(row) else { return Vec::new() };
        let mut lines: Vec<Line> =
            row.heading.map(|heading| self.result_heading(heading, columns)).into_iter().collect();
        let found = self.data.target(row.record).and_then(|it| Some((it, self.data.archive.record(it)?)));
        if let Some((target, record)) = found {
            let hits = |text: &str| search.query.highlights(text);
            let ctx = PageContext { highlights: &hits, ..self.page_context(columns) };
            let shown = ctx.result(record);
            let reasons = explain(&self.data.archive, target, &search.query, shown.iter().map(Line::plain));
            let reasons = reasons.iter().map(|it| ctx.reason(it.field.label(ctx.messages()), &it.text));
            lines.extend(shown.into_iter().chain(reasons));
        }
        lines
    }

    fn result_heading(&self, heading: ResultHeading, columns: usize) -> Line {
        let m = self.lang.messages();
        let (name, count) = match heading {
            ResultHeading::BestMatch => (m.best, String::new()),
            ResultHeading::Kind(kind, count) => (group_name(m, kind), self.lang.number(count)),
            ResultHeading::DateMayMatch(count) => (m.possible_by_date, self.lang.number(count)),
            ResultHeading::DidYouMean => (m.maybe, String::new()),
        };
        Line::of(name, TextRole::Heading).spread(&Line::of(&count, TextRole::Dim), columns)
    }

    /// The detail of the selected result.
    pub(in crate::app) fn preview_lines(&self, search: &SearchPane) -> Vec<Line> {
        let columns = text_columns(self.layout.preview);
        let target = search.selected().and_then(|key| self.data.target(key));
        let record = target.and_then(|target| self.data.archive.record(target));
        let hits = |text: &str| search.query.highlights(text);
        record
            .map(|record| PageContext { highlights: &hits, ..self.page_context(columns) }.detail(record))
            .unwrap_or_default()
    }

    /// The lines of a text view.
    pub(in crate::app) fn text_view_lines(&self, text: TextView) -> Vec<Line> {
        let columns = text_columns(self.layout.overlay);
        let ctx = self.page_context(columns);
        let statement = |key| match self.data.archive.record(self.data.target(key)?) {
            Some(Record::Statement(visit, statement)) => Some((visit, statement)),
            _ => None,
        };
        match text {
            TextView::Problems => self.problems(columns, usize::MAX),
            TextView::SourceTrail(key) => {
                statement(key).map(|(visit, it)| ctx.provenance(visit, it)).unwrap_or_default()
            }
            TextView::Variants(key) => {
                statement(key).map(|(visit, it)| ctx.variants(visit, it)).unwrap_or_default()
            }
        }
    }

    /// A row of the menu of filters.
    pub(in crate::app) fn filter_menu_lines(&self, menu: &FilterMenu, row: usize) -> Vec<Line> {
        let columns = text_columns(self.layout.menu(menu.rows.len()));
        let Some((filter, count)) = menu.rows.get(row) else { return Vec::new() };
        let sign = if self.browser.filters.active().contains(filter) { "◆ " } else { "  " };
        let line = Line::of(sign, TextRole::Accent).with(&self.filter_label(filter), TextRole::Plain);
        vec![line.spread(&Line::of(&self.lang.number(*count), TextRole::Dim), columns)]
    }

    /// A row of the copy menu: its key, its name and the text to copy.
    pub(in crate::app) fn copy_menu_lines(&self, menu: &CopyMenu, row: usize) -> Vec<Line> {
        let columns = text_columns(self.layout.copy_menu(menu.list.len()).0);
        let key = |action: Action, context| {
            let keys =
                Command::of(action).and_then(|command| self.input.keymap.keys(command, context).next());
            Line::of(&keys.map(|keys| self.input.keymap.shown(keys)).unwrap_or_default(), TextRole::Accent)
                .with("  ", TextRole::Plain)
        };
        if menu.exports.is_some() {
            let Some(format) = ExportFormat::ALL.get(row) else { return Vec::new() };
            return vec![
                key(Action::ExportAs(*format), Context::Exporting)
                    .with(format.label(self.lang), TextRole::Plain),
            ];
        }
        let Some((form, text)) = menu.forms.get(row) else { return Vec::new() };
        let line = key(Action::CopyAs(*form), Context::Copying)
            .with(form.label(menu.kind, self.lang), TextRole::Plain);
        if columns < 2 * COPY_NAMES {
            return vec![line];
        }
        // More characters cannot fit.
        let preview: String = text.chars().take(columns).collect();
        let preview = Line::of(&preview.split_whitespace().collect::<Vec<_>>().join(" "), TextRole::Dim);
        vec![line.fit(COPY_NAMES).with("  ", TextRole::Plain).joined(&preview).cut(columns)]
    }

    /// The preview of the selected row of the copy menu: the text to copy, or what would be exported.
    pub(in crate::app) fn copy_preview_lines(&self, menu: &CopyMenu) -> Vec<Line> {
        let columns = text_columns(self.layout.copy_menu(menu.list.len()).1);
        let text = if let Some(selection) = &menu.exports {
            let format = menu.list.selected().and_then(|row| ExportFormat::ALL.get(row));
            let summary = |format: &ExportFormat| {
                let file = format!("{}.{}", self.export_name(), format.extension());
                self.lang.would_export(
                    &file,
                    selection.parts.len(),
                    self.export(*format, selection).statements(),
                )
            };
            format.map(summary).unwrap_or_default()
        } else {
            menu.selected().map(|(_, text)| text.chars().take(MAX_PREVIEW).collect()).unwrap_or_default()
        };
        text.lines().flat_map(|line| wrap_text(line, TextRole::Plain, &[], columns)).collect()
    }

    /// The row of the problems view where a diagnostic begins.
    pub(in crate::app) fn row_of_problem(&self, number: usize) -> usize {
        self.problems(text_columns(self.layout.overlay), number).len() + 1
    }

    /// A summary of the problems, and at most `most` of them in full.
    pub(in crate::app) fn problems(&self, columns: usize, most: usize) -> Vec<Line> {
        let data = &self.data;
        let mut lines = Vec::new();
        let ProblemCount { errors, warnings } = data.problem_count();
        if errors + warnings > 0 {
            let visits = data.archive.visits.len();
            let usable = match errors {
                _ if data.is_outdated() => self.lang.messages().outdated_explained.to_owned(),
                0 => self.lang.usable_despite_warnings(visits, warnings),
                _ => self.lang.usable_despite_errors(visits),
            };
            lines.extend(wrap_text(&usable, TextRole::Plain, &[], columns));
        }
        for sentence in describe_skipped(&data.skipped, self.lang) {
            lines.extend(wrap_text(&sentence, TextRole::Dim, &[], columns));
        }
        for diagnostic in data.diagnostics.iter().take(most) {
            lines.push(Line::new());
            lines.extend(full(diagnostic, self.lang, columns));
        }
        if !data.unreported.is_empty() && most == usize::MAX {
            lines.push(Line::new());
            let unreported = self.lang.unreported(data.unreported.errors, data.unreported.warnings);
            lines.extend(wrap_text(&unreported, TextRole::Warning, &[], columns));
        }
        lines
    }
}

pub(in crate::app) fn group_name(m: &crate::lang::Messages, kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Statement => m.group_statements,
        RecordKind::Stop => m.group_stops,
        RecordKind::Participant => m.group_participants,
        RecordKind::Organization => m.group_organizations,
        RecordKind::Visit => m.group_visits,
    }
}
