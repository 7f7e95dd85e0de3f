//! Counts by one or two facts, as text and as data.

use serde::Serialize;

use super::StatsFormat;
use super::sheet::{Sheet, bar_rows, name_width};
use crate::chart;
use crate::cli::output::{self, Failure, Paint};
use crate::lang::{Counted, Lang};
use crate::stats::{CountQuery, CountTable, CountUnit, TableColumn, TableRow, Totals, ValueKey};
use crate::text::{Line, TextRole, capitalize};
use crate::tui;

/// The maximum width of a column's name in a terminal.
const HEADING: usize = 28;

/// A row in JSON output; the count is in the field named after the unit.
#[derive(Debug, Default, Serialize)]
struct RowJson<'a> {
    /// The ID of a person or an organization, the month, or the value; none for records without a value.
    key: Option<String>,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    people: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stops: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    statements: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    quotes: Option<usize>,
    visits: usize,
    /// The number of records in each column.
    #[serde(skip_serializing_if = "<[usize]>::is_empty")]
    cells: &'a [usize],
}

/// A table of rows and columns in JSON output.
#[derive(Debug, Serialize)]
struct CrossTableJson<'a> {
    columns: Vec<ColumnJson<'a>>,
    rows: Vec<RowJson<'a>>,
    total: usize,
}

#[derive(Debug, Serialize)]
struct ColumnJson<'a> {
    key: Option<String>,
    name: &'a str,
    total: usize,
}

/// The counts, and what is needed to write them as text.
pub(super) struct CountReport {
    pub(super) table: CountTable,
    pub(super) question: CountQuery,
    pub(super) totals: Totals,
    pub(super) lang: Lang,
    /// Whether cells are shaded.
    pub(super) is_shaded: bool,
}

impl CountReport {
    fn counted(&self) -> Counted {
        self.question.unit.counted()
    }

    /// Writes it in a format.
    pub(super) fn written(&self, format: StatsFormat, paint: Paint) -> Result<String, Failure> {
        if self.table.total == 0 && format != StatsFormat::Text {
            output::print_message(&format!(
                "{} {}",
                self.lang.nothing_counted(self.counted()),
                self.totals.in_words(self.lang)
            ));
        }
        match format {
            StatsFormat::Text => Ok(self.to_text(paint)),
            StatsFormat::Json => self.json(),
            StatsFormat::Csv => self.sheet().csv(),
            StatsFormat::Md => Ok(self.sheet().markdown(&self.question.title(self.lang))),
            StatsFormat::Svg if self.question.across.is_some() => {
                Ok(chart::matrix(self.question, &self.table, self.lang))
            }
            StatsFormat::Svg => Ok(chart::bars(self.question, &self.table, self.lang)),
        }
    }

    fn to_text(&self, paint: Paint) -> String {
        let (lang, table) = (self.lang, &self.table);
        let mut lines = vec![Line::of(&self.question.title(lang), TextRole::Heading)];
        if table.total == 0 {
            lines.push(Line::of(&lang.nothing_counted(self.counted()), TextRole::Plain));
        } else if self.question.across.is_some() {
            lines.extend(self.crossed());
        } else {
            lines.extend(self.listed());
        }
        for (left_out, by) in
            [(table.more_rows, Some(self.question.by)), (table.more_columns, self.question.across)]
        {
            if let (1.., Some(by)) = (left_out, by) {
                let words = format!("{}: {}", by.noun().get(lang), lang.left_out(left_out));
                lines.push(Line::of(&words, TextRole::Dim));
            }
        }
        lines.push(Line::new());
        if table.total > 0 && self.question.unit != CountUnit::Visit {
            let words = lang.counted_in_all(table.total, self.counted(), table.visits);
            lines.push(Line::of(&format!("{}.", capitalize(&words)), TextRole::Plain));
        }
        if table.more_rows == 0 && table.rows.iter().map(|row| row.count).sum::<usize>() > table.total {
            lines.push(Line::of(lang.messages().counts_for_each, TextRole::Dim));
        }
        lines.push(Line::of(&self.totals.in_words(lang), TextRole::Dim));
        lines.iter().map(|line| paint.line(line)).collect()
    }

    /// The width of the row names, and that of the counts.
    fn widths(&self) -> (usize, usize) {
        let total = Line::of(self.lang.messages().in_total, TextRole::Plain).width();
        (name_width(&self.table).max(total), self.lang.number(self.table.total).len())
    }

    /// One row per value, and the total below.
    fn listed(&self) -> Vec<Line> {
        let (width, digits) = self.widths();
        let mut lines = bar_rows(&self.table, (width, digits), self.lang);
        let total = Line::of(self.lang.messages().in_total, TextRole::Strong).fit(width);
        let number = format!("  {:>digits$}", self.lang.number(self.table.total));
        lines.push(total.with(&number, TextRole::Strong));
        lines
    }

    /// Rows and columns, with totals on the right and below; split into several tables when the terminal is too narrow.
    fn crossed(&self) -> Vec<Line> {
        let (lang, table) = (self.lang, &self.table);
        let (width, digits) = self.widths();
        let total = lang.messages().in_total;
        let room = tui::columns().unwrap_or(usize::MAX);
        let widest = if room == usize::MAX { room } else { HEADING };
        let of_column = |name: &str| Line::of(name, TextRole::Plain).width().clamp(digits, widest);
        let last = of_column(total);
        let room = room.saturating_sub(width + last + 2);
        let widths: Vec<usize> = table.columns.iter().map(|column| of_column(&column.name)).collect();
        let right = |text: &str, columns: usize, role: TextRole| {
            let text = Line::of(text, role).cut(columns);
            Line::of(&" ".repeat(2 + columns - text.width()), role).joined(&text)
        };
        let mut lines = Vec::new();
        for part in parts(&widths, room) {
            if !lines.is_empty() {
                lines.push(Line::new());
            }
            let line = |name: &str, cells: Vec<String>, all: &str, role: TextRole| {
                let cells = part.clone().zip(&cells).filter_map(|(at, cell)| Some((cell, widths.get(at)?)));
                let line = Line::of(name, role).fit(width);
                let line =
                    cells.fold(line, |line, (cell, columns)| line.joined(&right(cell, *columns, role)));
                line.joined(&right(all, last, role))
            };
            let columns = || table.columns.get(part.clone()).unwrap_or_default().iter();
            let names = columns().map(|column| column.name.clone()).collect();
            lines.push(line("", names, total, TextRole::Dim));
            for row in &table.rows {
                let cells = row.cells.get(part.clone()).unwrap_or_default().iter();
                let cells = cells.map(|count| self.cell(*count)).collect();
                lines.push(line(&row.name, cells, &lang.number(row.count), TextRole::Plain));
            }
            let sums = columns().map(|column| lang.number(column.count)).collect();
            lines.push(line(total, sums, &lang.number(table.total), TextRole::Strong));
        }
        lines
    }

    /// The number of a cell, with its shade.
    fn cell(&self, count: usize) -> String {
        let number = self.lang.number(count);
        if !self.is_shaded {
            return number;
        }
        let most = self.table.rows.iter().flat_map(|row| &row.cells).max().copied().unwrap_or_default();
        let shade = output::shades().get(chart::shade(count, most)).copied().unwrap_or(' ');
        format!("{number} {shade}{shade}")
    }

    fn rows(&self) -> Vec<RowJson<'_>> {
        let unit = self.question.unit;
        let of = |wanted: CountUnit, count: usize| (unit == wanted).then_some(count);
        let row = |row: &'_ TableRow| {
            (
                of(CountUnit::Person, row.count),
                of(CountUnit::Stop, row.count),
                of(CountUnit::Statement, row.count),
            )
        };
        let rows = self.table.rows.iter().map(|it| {
            let (people, stops, statements) = row(it);
            let quotes = of(CountUnit::Statement, it.quotes);
            let (key, name) = (it.key.as_ref().map(ToString::to_string), it.name.as_str());
            RowJson { key, name, people, stops, statements, quotes, visits: it.visits, cells: &it.cells }
        });
        rows.collect()
    }

    fn json(&self) -> Result<String, Failure> {
        if self.question.across.is_none() {
            return output::json(&self.rows(), true);
        }
        let columns = self.table.columns.iter();
        let columns = columns
            .map(|TableColumn { key, name, count }| ColumnJson {
                key: key.as_ref().map(ToString::to_string),
                name,
                total: *count,
            })
            .collect();
        output::json_value(&CrossTableJson { columns, rows: self.rows(), total: self.table.total })
    }

    /// The table for spreadsheets.
    fn sheet(&self) -> Sheet {
        let table = &self.table;
        let text = |key: &Option<ValueKey>| key.as_ref().map(ToString::to_string).unwrap_or_default();
        let what = match self.question.unit {
            _ if self.question.across.is_some() => return self.cross_sheet(),
            CountUnit::Visit => &[][..],
            CountUnit::Person => &["people"],
            CountUnit::Stop => &["stops"],
            CountUnit::Statement => &["statements", "quotes"],
        };
        let heading = ["key", "name"].iter().chain(what).chain(&["visits"]);
        let rows = table.rows.iter().map(|row| {
            let counts = [row.count, row.quotes].into_iter().take(what.len()).chain([row.visits]);
            [text(&row.key), row.name.clone()].into_iter().chain(counts.map(|it| it.to_string())).collect()
        });
        Sheet { heading: heading.map(ToString::to_string).collect(), rows: rows.collect() }
    }

    /// The table of two facts for spreadsheets, with totals.
    fn cross_sheet(&self) -> Sheet {
        let (table, total) = (&self.table, self.lang.messages().in_total.to_owned());
        let text = |key: &Option<ValueKey>| key.as_ref().map(ToString::to_string).unwrap_or_default();
        let names = table.columns.iter().map(|column| column.name.clone());
        let heading = ["key", "name"].map(str::to_owned).into_iter().chain(names).chain([total.clone()]);
        let numbers = |cells: Vec<usize>, all: usize| cells.into_iter().chain([all]).map(|it| it.to_string());
        let rows = table.rows.iter().map(|row| {
            let cells = numbers(row.cells.clone(), row.count);
            [text(&row.key), row.name.clone()].into_iter().chain(cells).collect()
        });
        let sums = table.columns.iter().map(|column| column.count).collect();
        let last = [String::new(), total].into_iter().chain(numbers(sums, table.total)).collect();
        Sheet { heading: heading.collect(), rows: rows.chain([last]).collect() }
    }
}

/// The ranges of columns that fit into each table: at least one column.
fn parts(widths: &[usize], room: usize) -> Vec<std::ops::Range<usize>> {
    let mut parts = Vec::new();
    let (mut start, mut taken) = (0, 0);
    for (at, width) in widths.iter().enumerate() {
        if at > start && taken + width + 2 > room {
            parts.push(start..at);
            (start, taken) = (at, 0);
        }
        taken += width + 2;
    }
    parts.push(start..widths.len());
    parts
}
