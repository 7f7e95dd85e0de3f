//! Tables of text, and rows with bars.

use crate::cli::output::{self, Failure};
use crate::lang::Lang;
use crate::stats::{CountTable, TableRow};
use crate::text::{Line, TextRole, markdown};
use crate::tui;

/// The maximum width of a row's name, and the minimum and maximum length of a bar.
const NAME_COLUMNS: usize = 48;
const BARS: (usize, usize) = (8, 60);

/// Up to this many consecutive years or months without records have a row each; more share one.
const EMPTY_ROWS: usize = 12;

/// A table of text.
pub(super) struct Sheet {
    pub(super) heading: Vec<String>,
    pub(super) rows: Vec<Vec<String>>,
}

impl Sheet {
    pub(super) fn csv(self) -> Result<String, Failure> {
        let heading: Vec<&str> = self.heading.iter().map(String::as_str).collect();
        output::csv(&heading, self.rows.into_iter())
    }

    /// A table of Markdown below its title; columns of numbers are on the right.
    pub(super) fn markdown(self, title: &str) -> String {
        let is_number = |at: usize| {
            let cells = || self.rows.iter().filter_map(|row| row.get(at)).filter(|cell| !cell.is_empty());
            cells().next().is_some() && cells().all(|cell| cell.bytes().all(|byte| byte.is_ascii_digit()))
        };
        let row = |cells: &[String]| {
            let cells: Vec<String> = cells.iter().map(|cell| markdown(&cell.replace('\n', " "))).collect();
            format!("| {} |\n", cells.join(" | "))
        };
        let rule = (0..self.heading.len()).map(|at| if is_number(at) { "---:|" } else { "---|" });
        let rows: String = self.rows.iter().map(|cells| row(cells)).collect();
        format!("## {}\n\n{}|{}\n{rows}", markdown(title), row(&self.heading), rule.collect::<String>())
    }
}

/// The width for the names of rows.
pub(super) fn name_width(table: &CountTable) -> usize {
    let names = table.rows.iter().map(|row| Line::of(&row.name, TextRole::Plain).width());
    // A range of two months.
    let names = names.chain(table.rows.iter().any(|row| row.count == 0).then_some(17));
    // Only a terminal has a width that names must fit.
    let room = tui::columns().map_or(usize::MAX, |columns| NAME_COLUMNS.max(columns / 2));
    names.max().unwrap_or_default().min(room)
}

/// A row for each value: its name, its count and, in a terminal, a bar.
pub(super) fn bar_rows(table: &CountTable, (width, digits): (usize, usize), lang: Lang) -> Vec<Line> {
    let most = table.rows.iter().map(|row| row.count).max().unwrap_or_default();
    let (shortest, longest) = BARS;
    let bar =
        tui::columns().map(|columns| columns.saturating_sub(width + digits + 5).clamp(shortest, longest));
    let number = |count: usize| format!("  {:>digits$}", lang.number(count));
    let row = |row: &TableRow| {
        let role = if row.key.is_some() { TextRole::Plain } else { TextRole::Dim };
        let line = Line::of(&row.name, role).fit(width).with(&number(row.count), role);
        let bar = bar.map(|columns| format!("  {}", output::bar(row.count, most, columns)));
        bar.into_iter().fold(line, |line, bar| line.with(&bar, TextRole::Accent))
    };
    let mut lines: Vec<Line> = Vec::new();
    // Only years and months have rows without records.
    for run in table.rows.chunk_by(|one, next| one.count == 0 && next.count == 0) {
        match run {
            [first, .., last] if run.len() > EMPTY_ROWS => {
                let name = format!("{} – {}", first.name, last.name);
                lines.push(Line::of(&name, TextRole::Dim).fit(width).with(&number(0), TextRole::Dim));
            }
            _ => lines.extend(run.iter().map(row)),
        }
    }
    lines
}
