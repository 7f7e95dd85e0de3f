//! The lines of the form by which a record is added, and of the preview of what will be written.

use ratatui::layout::Rect;

use crate::app::input::rows::{input_rows, place_of};
use crate::app::layout::{inside, text_columns};
use crate::app::overlay::choices::Choice;
use crate::app::overlay::entry_form::{EntryForm, FormField, FormRow};
use crate::app::state::App;

use crate::entry::{Kind, KnownName, NewRecord};
use crate::text::{Line, TextRole, width, wrap, wrap_text};

/// The columns of the labels, at most.
const MAX_LABEL: usize = 26;
/// With fewer columns, each label is above its field.
const MIN_BESIDE: usize = 56;
/// The rows of a text without the focus.
const MAX_ROWS: usize = 3;

/// The cursor in the lines of a row: the line and the column.
type Cursor = (usize, usize);

impl App {
    /// The title of a form: what is added, and to which visit.
    pub fn form_title(&self, form: &EntryForm) -> String {
        let m = self.lang.messages();
        let name = match form.kind {
            Kind::Visit => m.new_visit,
            Kind::Stop => m.new_stop,
            Kind::Person => m.new_person,
            Kind::Statement => m.new_statement,
        };
        match self.visit_of_form(form).filter(|_| form.visit.is_some()) {
            Some(visit) => format!("{name} · {}", visit.title),
            None => name.to_owned(),
        }
    }

    /// The name of the file that gets the record of the open form.
    pub fn form_file(&self) -> String {
        self.file_of_form().map(|(name, _)| name).unwrap_or_default()
    }

    /// The rectangle of the preview: beside the form, or in its place.
    pub fn form_preview_area(&self, form: &EntryForm) -> Rect {
        let (area, beside) = self.layout.entry_form();
        if form.covered && beside.is_empty() { area } else { beside }
    }

    /// The lines of a row of the menu of kinds.
    pub(in crate::app) fn kind_lines(&self, row: usize) -> Vec<Line> {
        let m = self.lang.messages();
        let name = match Kind::ALL.get(row) {
            Some(Kind::Visit) => m.kind_visit,
            Some(Kind::Stop) => m.kind_stop,
            Some(Kind::Person) => m.kind_person,
            Some(Kind::Statement) => m.kind_statement,
            None => "",
        };
        vec![Line::of(name, TextRole::Plain)]
    }

    /// The columns in which the text of a field is drawn.
    pub(in crate::app) fn form_text_columns(&self, form: &EntryForm) -> usize {
        let columns = text_columns(self.layout.entry_form().0);
        // The last column is for the cursor.
        columns.saturating_sub(self.indent(form, columns) + 1)
    }

    /// The columns before the text of a field: those of the labels, if they are beside it.
    fn indent(&self, form: &EntryForm, columns: usize) -> usize {
        if columns < MIN_BESIDE {
            return 2;
        }
        let labels = form.fields.iter().map(|it| width(it.field.label(self.lang)) + 2);
        labels.max().unwrap_or_default().min(MAX_LABEL) + 1
    }

    /// The lines of a row of the form.
    pub(in crate::app) fn form_row_lines(&self, form: &EntryForm, row: usize) -> Vec<Line> {
        let columns = text_columns(self.layout.entry_form().0);
        match form.row(row) {
            FormRow::Field(at) => self.field_lines(form, at).0,
            FormRow::More => {
                let label = Line::of(&self.lang.more_fields(form.hidden()), TextRole::Accent);
                vec![Line::new(), Line::of("+ ", TextRole::Accent).joined(&label).cut(columns)]
            }
            FormRow::Save => {
                let label = Line::of(self.lang.messages().save, TextRole::Strong);
                let file = Line::of(&format!("  {}", self.form_file()), TextRole::Dim);
                vec![Line::new(), label.joined(&file).cut(columns)]
            }
        }
    }

    /// The cursor in the row with the focus: its line and its column.
    pub fn form_cursor(&self, form: &EntryForm) -> Option<Cursor> {
        match form.focus() {
            FormRow::Field(at) => self.field_lines(form, at).1,
            FormRow::More | FormRow::Save => None,
        }
    }

    /// The lines of a field: its label, its text, and for the one with the focus a hint or an error, and the names to choose from.
    fn field_lines(&self, form: &EntryForm, at: usize) -> (Vec<Line>, Option<Cursor>) {
        let Some(it) = form.fields.get(at) else { return (Vec::new(), None) };
        let area = self.layout.entry_form().0;
        let (columns, window) = (text_columns(area), usize::from(inside(area).height));
        let indent = self.indent(form, columns);
        let has_focus = form.focus() == FormRow::Field(at);
        let label = self.label(it, has_focus);
        let (texts, cursor) = self.text_rows(form, it, has_focus, window);
        let (mut lines, cursor) = if columns < MIN_BESIDE {
            let indented = Line::hang(&Line::of(&" ".repeat(indent), TextRole::Plain), &texts);
            let mut lines = vec![label.cut(columns)];
            // The row of an empty field is for the cursor.
            lines.extend(indented.into_iter().filter(|_| has_focus || !it.text().is_empty()));
            (lines, (cursor.0 + 1, cursor.1 + indent))
        } else {
            (Line::hang(&label.fit(indent), &texts), (cursor.0, cursor.1 + indent))
        };
        let below = self.lines_below(form, at, (columns.saturating_sub(indent), window));
        lines.extend(Line::hang(&Line::of(&" ".repeat(indent), TextRole::Plain), &below));
        (lines, has_focus.then_some(cursor))
    }

    fn label(&self, it: &FormField, has_focus: bool) -> Line {
        let role = if has_focus { TextRole::Strong } else { TextRole::Dim };
        let label = Line::of(it.field.label(self.lang), role);
        if it.field.is_required { label.with(" *", TextRole::Accent) } else { label }
    }

    /// The rows of the text of a field, and the cursor in them. A long text is cut; around the cursor, if the field has the focus.
    fn text_rows(
        &self,
        form: &EntryForm,
        it: &FormField,
        has_focus: bool,
        window: usize,
    ) -> (Vec<Line>, Cursor) {
        let text = it.text();
        let rows = input_rows(text, self.form_text_columns(form));
        let (row, column) = place_of(text, &rows, it.cursor());
        let shown = if has_focus { (window / 2).max(2) } else { MAX_ROWS };
        let first = if has_focus { row.saturating_sub(shown - 1) } else { 0 };
        let line = |range: &std::ops::Range<usize>| {
            Line::of(text.get(range.clone()).unwrap_or_default().trim_end_matches(' '), TextRole::Plain)
        };
        let mut lines: Vec<Line> = rows.iter().skip(first).take(shown).map(line).collect();
        if let Some(last) = lines.last_mut().filter(|_| !has_focus && rows.len() > shown) {
            last.push(" …", TextRole::Dim);
        }
        (lines, (row - first, column))
    }

    /// The lines below a field: why its text does not fit; with the focus, a hint and the names to choose from.
    fn lines_below(&self, form: &EntryForm, at: usize, (columns, window): (usize, usize)) -> Vec<Line> {
        let Some(it) = form.fields.get(at) else { return Vec::new() };
        let has_focus = form.focus() == FormRow::Field(at);
        if let Some(error) = form.error(at, self.lang) {
            return wrap_text(&error.message(self.lang), TextRole::Warning, &[], columns);
        }
        if !has_focus {
            let new = self.new_names(form).into_iter().filter(|(name, _)| it.names().any(|own| own == *name));
            return new.flat_map(|(name, words)| note_lines(name, &words, columns)).collect();
        }
        let hint = it.field.hint(self.lang);
        let mut lines = if hint.is_empty() || !it.text().is_empty() {
            Vec::new()
        } else {
            wrap_text(hint, TextRole::Dim, &[], columns)
        };
        let choices = form.choices.found.iter().enumerate().take((window / 3).max(2));
        let choice = |(row, choice): (usize, &Choice)| {
            choice_line(&choice.name, form.choices.row() == Some(row)).cut(columns)
        };
        lines.extend(choices.map(choice));
        lines
    }

    /// What will be written, and whom the names were taken for; or what is missing.
    pub(in crate::app) fn form_preview_lines(&self, form: &EntryForm, columns: usize) -> Vec<Line> {
        match form.preview.as_ref().map(|it| &it.record) {
            None => Vec::new(),
            Some(Err(error)) => wrap_text(&error.message(self.lang), TextRole::Dim, &[], columns),
            Some(Ok(record)) => {
                let mut lines = self.names_lines(record, columns);
                if !lines.is_empty() {
                    lines.push(Line::new());
                }
                lines.extend(record.preview().lines().flat_map(|line| yaml_lines(line, columns)));
                lines
            }
        }
    }

    /// Whom the names in a record were taken for, and who is new.
    fn names_lines(&self, record: &NewRecord, columns: usize) -> Vec<Line> {
        let m = self.lang.messages();
        let found = record.found.iter().map(|it| {
            let place = if it.is_in_visit { m.in_this_visit } else { m.from_other_visits };
            let detail = if it.detail.is_empty() { String::new() } else { format!("{}, ", it.detail) };
            (it.name.as_str(), format!(": {detail}{place}"))
        });
        let names = found.chain(self.created_names(record));
        names.flat_map(|(name, words)| note_lines(name, &words, columns)).collect()
    }

    /// The names that are new, and what each becomes.
    fn created_names<'r>(&self, record: &'r NewRecord) -> impl Iterator<Item = (&'r str, String)> {
        let m = self.lang.messages();
        // A name from another visit is new in this one, but known.
        let is_known = |name: &str| record.found.iter().any(|it| it.name == name);
        record.created.iter().filter(move |(_, name)| !is_known(name)).map(|(list, name)| {
            let noun = match *list {
                "participants" => m.new_participant,
                "organizations" => m.new_organization,
                "sources" => m.new_source,
                _ => m.new_stop,
            };
            (name.as_str(), format!(": {}", noun.to_lowercase()))
        })
    }

    /// The new names in a form.
    fn new_names<'f>(&self, form: &'f EntryForm) -> Vec<(&'f str, String)> {
        let record = form.preview.as_ref().and_then(|it| it.record.as_ref().ok());
        record.into_iter().flat_map(|record| self.created_names(record)).collect()
    }
}

/// A remark on a name.
fn note_lines(name: &str, words: &str, columns: usize) -> Vec<Line> {
    let line = Line::of(name, TextRole::Plain).with(words, TextRole::Dim);
    Line::hang(&Line::of("· ", TextRole::Dim), &wrap(&line, columns.saturating_sub(2)))
}

/// A name to choose from, with what tells it from others.
fn choice_line(name: &KnownName, is_selected: bool) -> Line {
    let (mark, role) = if is_selected { ("› ", TextRole::Accent) } else { ("  ", TextRole::Plain) };
    let line = Line::of(mark, TextRole::Accent).with(&name.name, role);
    if name.detail.is_empty() || name.detail == name.name {
        return line;
    }
    line.with("  ", TextRole::Plain).with(&name.detail, TextRole::Dim)
}

/// A line of YAML; what does not fit continues below, indented.
fn yaml_lines(line: &str, columns: usize) -> Vec<Line> {
    let indent = line.len() - line.trim_start_matches([' ', '-']).len();
    let (before, rest) = line.split_at(indent.min(columns / 2));
    let rows = wrap_text(rest, TextRole::Plain, &[], columns.saturating_sub(before.len() + 2).max(8));
    let mut rows = rows.into_iter();
    let first = rows.next().unwrap_or_default();
    let first = Line::of(before, TextRole::Plain).joined(&first);
    let blank = Line::of(&" ".repeat(before.len() + 2), TextRole::Plain);
    std::iter::once(first).chain(rows.map(|row| blank.clone().joined(&row))).collect()
}
