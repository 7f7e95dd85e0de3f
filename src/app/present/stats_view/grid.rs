//! The rows of tables with columns: the matrix and the comparison.

use std::ops::Range;

use crate::app::layout::text_columns;
use crate::app::overlay::stats_view::matrix::Matrix;
use crate::app::overlay::stats_view::{Compared, StatsContent};
use crate::app::state::App;
use crate::chart::shade;
use crate::lang::date_short;
use crate::stats::{Comparison, MeasureValue};
use crate::text::{Line, SHADES, TextRole, capitalize, width};

/// The least and the most columns of a cell of the matrix.
const CELL: (usize, usize) = (9, 20);
/// With fewer columns, the labels of a comparison stand above the values.
const NARROW: usize = 50;
/// The least columns of a value in a comparison.
const VALUE: usize = 14;

/// How many columns the names take.
fn name_columns(names: impl Iterator<Item = usize>, columns: usize) -> usize {
    names.max().unwrap_or_default().max(8).min(columns * 2 / 5)
}

/// Which columns of a matrix are visible.
struct VisibleColumns {
    name: usize,
    cell: usize,
    first: usize,
    count: usize,
}

impl VisibleColumns {
    fn of(matrix: &Matrix, columns: usize) -> Self {
        let name = name_columns(std::iter::once(matrix.longest_name + 3), columns);
        let all = matrix.table.columns.len();
        let cell = (columns.saturating_sub(name) / all.max(1)).clamp(CELL.0, CELL.1);
        let count = (columns.saturating_sub(name) / cell).max(1);
        // The selected column is visible, with others on both sides where there are some.
        let first = matrix.column.saturating_sub(count / 2).min(all.saturating_sub(count));
        Self { name, cell, first, count }
    }
}

impl App {
    pub(super) fn matrix_head(matrix: &Matrix, columns: usize) -> Line {
        let at = VisibleColumns::of(matrix, columns);
        let all = matrix.table.columns.len();
        let hidden = match (at.first > 0, at.first + at.count < all) {
            (true, true) => "← →",
            (true, false) => "←",
            (false, true) => "→",
            (false, false) => "",
        };
        let mut line = Line::of(hidden, TextRole::Dim).fit(at.name);
        for (number, column) in matrix.table.columns.iter().enumerate().skip(at.first).take(at.count) {
            let role = if number == matrix.column { TextRole::Accent } else { TextRole::Dim };
            let name = Line::of(&column.name, role).cut(at.cell - 2);
            line.append(&Line::of(&" ".repeat(at.cell.saturating_sub(name.width())), TextRole::Plain));
            line.append(&name);
        }
        line
    }

    pub(super) fn matrix_line(
        &self,
        matrix: &Matrix,
        (row, mark): (usize, &str),
        (columns, is_selected): (usize, bool),
    ) -> Vec<Line> {
        let Some(own) = matrix.table.rows.get(row) else {
            let words = self.lang.left_out_of_matrix(matrix.table.more_rows, matrix.table.more_columns);
            return vec![Line::of(&words, TextRole::Dim).cut(columns)];
        };
        let at = VisibleColumns::of(matrix, columns);
        let role = if own.key.is_some() { TextRole::Plain } else { TextRole::Dim };
        let mut line = Line::of(&format!("{mark}{}", own.name), role).fit(at.name);
        for (number, count) in own.cells.iter().enumerate().skip(at.first).take(at.count) {
            let is_cell = is_selected && number == matrix.column;
            line.append(&self.cell((*count, matrix.most), at.cell, is_cell));
        }
        vec![line]
    }

    fn cell(&self, (count, most): (usize, usize), columns: usize, is_selected: bool) -> Line {
        let text = if count == 0 { "·".to_owned() } else { self.lang.number(count) };
        let sign = SHADES.get(shade(count, most)).copied().unwrap_or(' ');
        let (open, close) = if is_selected { ("[", "]") } else { ("", " ") };
        let number = format!("{open}{text}");
        let pad = columns.saturating_sub(width(&number) + 3);
        let role = if count == 0 { TextRole::Dim } else { TextRole::Plain };
        Line::of(&format!("{}{number}{close}", " ".repeat(pad)), role)
            .with(&sign.to_string().repeat(2), TextRole::Accent)
    }

    /// The selected cell: `Ratna × MPP: 12`.
    pub(super) fn cell_in_words(&self, matrix: &Matrix, row: Option<usize>) -> String {
        let row = row.and_then(|row| matrix.table.rows.get(row));
        let Some((row, column)) = row.zip(matrix.table.columns.get(matrix.column)) else {
            return String::new();
        };
        let count = row.cells.get(matrix.column).copied().unwrap_or_default();
        format!("{} × {}: {}", row.name, column.name, self.lang.number(count))
    }

    pub(super) fn comparison_head(&self, compared: &Compared, columns: usize) -> Line {
        let (label, value) = self.comparison_columns(&compared.comparison, columns);
        let name = |name: &String| Line::of(name, TextRole::Strong).cut(value.saturating_sub(2)).fit(value);
        let names =
            shown(&compared.comparison.things, self.visible_compared()).map(|thing| name(&thing.name));
        names.fold(Line::new().fit(label), |line, name| line.joined(&name)).cut(columns)
    }

    pub(super) fn comparison_lines(&self, compared: &Compared, row: usize, columns: usize) -> Vec<Line> {
        let Some(own) = compared.comparison.rows.get(row) else { return Vec::new() };
        let (label, value) = self.comparison_columns(&compared.comparison, columns);
        let cell = |it: &MeasureValue| {
            let (text, after) = match it {
                MeasureValue::Count(count) => (self.lang.number(*count), String::new()),
                MeasureValue::Date(date) => (date_short(self.lang, date), String::new()),
                MeasureValue::Most(name, count) => (name.clone(), format!(" ({})", self.lang.number(*count))),
                MeasureValue::Unknown => ("–".to_owned(), String::new()),
            };
            let room = value.saturating_sub(2 + width(&after));
            Line::of(&text, TextRole::Plain).cut(room).with(&after, TextRole::Dim).fit(value)
        };
        let words = Line::of(own.measure.label(self.lang), TextRole::Dim);
        let cells = shown(&own.values, self.visible_compared()).map(cell);
        let values = |before: Line| cells.fold(before, |line, it| line.joined(&it));
        if label == 0 {
            return vec![words.cut(columns), values(Line::new()).cut(columns)];
        }
        vec![values(words.fit(label)).cut(columns)]
    }

    /// The columns of the comparison on top that are visible.
    pub(in crate::app) fn visible_compared(&self) -> Range<usize> {
        let Some(view) = self.stats_view() else { return 0..0 };
        let StatsContent::Comparison(compared) = &view.content else { return 0..0 };
        let columns = text_columns(self.layout.stats_view(view.side()).list);
        let (label, value) = self.comparison_columns(&compared.comparison, columns);
        compared.visible((columns.saturating_sub(label) / value.max(1)).max(1))
    }

    /// The columns of the labels and of each value; on narrow screens labels have lines of their own.
    fn comparison_columns(&self, comparison: &Comparison, columns: usize) -> (usize, usize) {
        let labels = comparison.rows.iter().map(|row| width(&capitalize(row.measure.label(self.lang))) + 2);
        let label = if columns < NARROW { 0 } else { name_columns(labels, columns) };
        let room = columns.saturating_sub(label);
        let count = comparison.things.len().min(room / VALUE).max(1);
        (label, room / count)
    }
}

/// The items of a range.
fn shown<T>(items: &[T], range: Range<usize>) -> std::slice::Iter<'_, T> {
    items.get(range).unwrap_or_default().iter()
}
