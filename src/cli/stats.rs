//! `lawat stats`: counts visits, people, stops or statements by one or two properties.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{Args, ValueEnum, ValueHint};
use serde::Serialize;

use super::output::{self, Failure, Paint};
use super::records;
use crate::lang::{Both, Counted, Lang, PARTICIPANTS, STATEMENTS, STOPS, VISITS};
use crate::model::{Archive, ArchiveCounts};
use crate::stats::{CountBy, CountQuery, CountTable, CountUnit, TableColumn, TableRow, count};
use crate::text::{Line, TextRole, capitalize};
use crate::tui;

/// The maximum width of a row's name, the maximum width of a column's name, and the minimum and maximum length of a bar.
const NAME_COLUMNS: usize = 48;
const HEADING: usize = 16;
const BARS: (usize, usize) = (8, 60);

/// Up to this many consecutive years or months without records have a row each; more share one.
const EMPTY_ROWS: usize = 12;

/// Count visits, participants, stops or statements by city, person, host, month and more.
///
/// By default statements are counted, or visits if there are no statements. A record with several topics, hosts or cities is
/// counted under each of them, but once in the total. Cities and countries are those of the stop, the hosts and the visitors.
/// A statement or a stop without a date takes the date of its stop or visit; a date that may fall in several months counts for
/// its year, and one that may fall in several years has a row of its own. Empty years and months are shown as 0. With --by given
/// twice, the result is a table of rows and columns.
///
/// Exits with 0, even when there is nothing to count, or with 2 when the records could not be read.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  lawat stats --by month records/
  lawat stats --count visit --by city records/
  lawat stats --count visit --by host --by year --format csv records/")]
pub(super) struct StatsArgs {
    /// Files or folders with visit records; `-` reads standard input.
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
    paths: Vec<OsString>,

    /// What to count.
    #[arg(long, value_enum)]
    count: Option<UnitArg>,

    /// What to group by; given twice, rows and columns.
    #[arg(long, value_enum, value_delimiter = ',')]
    by: Vec<ByArg>,

    /// The output format.
    #[arg(long, value_enum, default_value_t = StatsFormat::Text)]
    format: StatsFormat,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum UnitArg {
    Visit,
    /// People and groups, each counted once across all visits.
    #[value(alias = "participant")]
    Person,
    Stop,
    Statement,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum ByArg {
    #[value(alias = "participant")]
    Person,
    Organization,
    /// The host organizations, or else the hosts.
    Host,
    /// The visiting organizations, or else the visitors.
    Visitor,
    Stop,
    City,
    Country,
    Year,
    Month,
    Topic,
    /// The type of statements and participants, the classification of visits and stops.
    Kind,
    Classification,
    Status,
    Visit,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum StatsFormat {
    /// A table to read, with bars in a terminal.
    Text,
    /// One JSON array; with two --by, an object with rows and columns.
    Json,
    /// CSV with a header row.
    Csv,
}

impl UnitArg {
    fn unit(self) -> CountUnit {
        match self {
            Self::Visit => CountUnit::Visit,
            Self::Person => CountUnit::Person,
            Self::Stop => CountUnit::Stop,
            Self::Statement => CountUnit::Statement,
        }
    }
}

impl ByArg {
    fn by(self) -> CountBy {
        match self {
            Self::Person => CountBy::Person,
            Self::Organization => CountBy::Organization,
            Self::Host => CountBy::Host,
            Self::Visitor => CountBy::Visitor,
            Self::Stop => CountBy::Stop,
            Self::City => CountBy::City,
            Self::Country => CountBy::Country,
            Self::Year => CountBy::Year,
            Self::Month => CountBy::Month,
            Self::Topic => CountBy::Topic,
            Self::Kind => CountBy::Kind,
            Self::Classification => CountBy::Classification,
            Self::Status => CountBy::Status,
            Self::Visit => CountBy::Visit,
        }
    }
}

/// A row in JSON output; the count is in the field named after the unit.
#[derive(Debug, Default, Serialize)]
struct RowJson<'a> {
    /// The ID of a person or an organization, the month, or the value; none for records without a value.
    key: Option<&'a str>,
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
    key: Option<&'a str>,
    name: &'a str,
    total: usize,
}

/// Counts and writes the table.
pub(super) fn run(args: &StatsArgs, lang: Lang, paint: Paint) -> Result<ExitCode, Failure> {
    let (by, across) = match args.by.as_slice() {
        [] => (None, None),
        [by] => (Some(by.by()), None),
        [by, across] => (Some(by.by()), Some(across.by())),
        _ => return Err(Failure::new(lang.messages().two_facts_at_most)),
    };
    let archive = records::open(&args.paths, lang)?;
    let counts = archive.counts();
    let usual = if counts.statements > 0 { CountUnit::Statement } else { CountUnit::Visit };
    let unit = args.count.map_or(usual, UnitArg::unit);
    let question = CountQuery { unit, by: by.unwrap_or_else(|| default_by(unit)), across };
    let report = StatsReport { table: labelled_counts(&archive, question, lang), question, counts, lang };
    if report.table.total == 0 && !matches!(args.format, StatsFormat::Text) {
        output::print_message(&format!(
            "{} {}",
            lang.nothing_counted(counted(unit)),
            report.totals_sentence()
        ));
    }
    output::write_text(&match args.format {
        StatsFormat::Text => report.to_text(paint),
        StatsFormat::Json => report.json()?,
        StatsFormat::Csv => report.csv()?,
    })?;
    Ok(ExitCode::SUCCESS)
}

/// The property to count by if none is given.
fn default_by(unit: CountUnit) -> CountBy {
    match unit {
        CountUnit::Visit | CountUnit::Statement => CountBy::Person,
        CountUnit::Person => CountBy::Organization,
        CountUnit::Stop => CountBy::Stop,
    }
}

fn counted(unit: CountUnit) -> Counted {
    match unit {
        CountUnit::Visit => VISITS,
        CountUnit::Person => PARTICIPANTS,
        CountUnit::Stop => STOPS,
        CountUnit::Statement => STATEMENTS,
    }
}

fn by_name(by: CountBy) -> Both {
    let (id, en) = match by {
        CountBy::Visit => ("kunjungan", "visit"),
        CountBy::Stop => ("lokasi", "stop"),
        CountBy::Person => ("peserta", "participant"),
        CountBy::Organization => ("organisasi", "organization"),
        CountBy::Host => ("tuan rumah", "host"),
        CountBy::Visitor => ("tamu", "visitor"),
        CountBy::City => ("kota", "city"),
        CountBy::Country => ("negara", "country"),
        CountBy::Status => ("status", "status"),
        CountBy::Kind => ("jenis", "type"),
        CountBy::Classification => ("klasifikasi", "classification"),
        CountBy::Year => ("tahun", "year"),
        CountBy::Month => ("bulan", "month"),
        CountBy::Topic => ("topik", "topic"),
    };
    Both { id, en }
}

/// The label for records without a value of a property.
fn missing_label(unit: CountUnit, by: CountBy, lang: Lang) -> &'static str {
    let m = lang.messages();
    let both = match by {
        CountBy::Person if unit == CountUnit::Statement => return m.speaker_not_stated,
        CountBy::Stop => return m.stop_not_stated,
        CountBy::Year | CountBy::Month => return m.date_not_stated,
        CountBy::Visit | CountBy::Kind | CountBy::Classification | CountBy::Status => return m.not_stated,
        CountBy::Person => Both { id: "peserta tidak disebut", en: "no participant stated" },
        CountBy::Organization => Both { id: "organisasi tidak disebut", en: "no organization stated" },
        CountBy::Host => Both { id: "tuan rumah tidak disebut", en: "no host stated" },
        CountBy::Visitor => Both { id: "tamu tidak disebut", en: "no visitor stated" },
        CountBy::City => Both { id: "kota tidak diketahui", en: "no city known" },
        CountBy::Country => Both { id: "negara tidak diketahui", en: "no country known" },
        CountBy::Topic => Both { id: "topik tidak disebut", en: "no topic stated" },
    };
    both.get(lang)
}

/// The counts, with labels for records without a value.
fn labelled_counts(archive: &Archive, question: CountQuery, lang: Lang) -> CountTable {
    let mut table = count(archive, question, lang);
    for row in table.rows.iter_mut().filter(|row| row.key.is_none()) {
        missing_label(question.unit, question.by, lang).clone_into(&mut row.name);
    }
    for column in table.columns.iter_mut().filter(|column| column.key.is_none()) {
        missing_label(question.unit, question.across.unwrap_or(question.by), lang)
            .clone_into(&mut column.name);
    }
    table
}

/// The counts, and what is needed to write them as text.
struct StatsReport {
    table: CountTable,
    question: CountQuery,
    counts: ArchiveCounts,
    lang: Lang,
}

impl StatsReport {
    fn counted(&self) -> Counted {
        counted(self.question.unit)
    }

    /// The sentence with the number of all records.
    fn totals_sentence(&self) -> String {
        let ArchiveCounts { visits, people, stops, statements, .. } = self.counts;
        self.lang.record_counts([
            (visits, VISITS),
            (people, PARTICIPANTS),
            (stops, STOPS),
            (statements, STATEMENTS),
        ])
    }

    fn to_text(&self, paint: Paint) -> String {
        let (lang, table) = (self.lang, &self.table);
        let across = self.question.across.map(by_name);
        let heading = capitalize(&lang.counted_by(self.counted(), by_name(self.question.by), across));
        let mut lines = vec![Line::of(&heading, TextRole::Heading)];
        if table.total == 0 {
            lines.push(Line::of(&lang.nothing_counted(self.counted()), TextRole::Plain));
        } else if across.is_some() {
            lines.extend(self.crossed());
        } else {
            lines.extend(self.listed());
        }
        lines.push(Line::new());
        if table.total > 0 && self.question.unit != CountUnit::Visit {
            let words = lang.counted_in_all(table.total, self.counted(), table.visits);
            lines.push(Line::of(&format!("{}.", capitalize(&words)), TextRole::Plain));
        }
        if table.rows.iter().map(|row| row.count).sum::<usize>() > table.total {
            lines.push(Line::of(lang.messages().counts_for_each, TextRole::Dim));
        }
        lines.push(Line::of(&self.totals_sentence(), TextRole::Dim));
        lines.iter().map(|line| paint.line(line)).collect()
    }

    /// The width of the row names, and that of the counts.
    fn widths(&self) -> (usize, usize) {
        let names = self.table.rows.iter().map(|row| Line::of(&row.name, TextRole::Plain).width());
        // A range of two months.
        let names = names.chain(self.table.rows.iter().any(|row| row.count == 0).then_some(17));
        let total = Line::of(self.lang.messages().in_total, TextRole::Plain).width();
        (
            names.chain([total]).max().unwrap_or_default().min(NAME_COLUMNS),
            self.lang.number(self.table.total).len(),
        )
    }

    /// One row per value, and the total below.
    fn listed(&self) -> Vec<Line> {
        let (lang, table) = (self.lang, &self.table);
        let (width, digits) = self.widths();
        let most = table.rows.iter().map(|row| row.count).max().unwrap_or(1).max(1);
        let columns = tui::columns();
        let (shortest, longest) = BARS;
        let bar = columns.map(|columns| columns.saturating_sub(width + digits + 5).clamp(shortest, longest));
        let number = |count: usize| format!("  {:>digits$}", lang.number(count));
        let mut lines: Vec<Line> = Vec::new();
        // Only years and months have rows without records.
        for run in table.rows.chunk_by(|one, next| one.count == 0 && next.count == 0) {
            if let ([first, .., last], true) = (run, run.len() > EMPTY_ROWS) {
                let name = format!("{} – {}", first.name, last.name);
                lines.push(Line::of(&name, TextRole::Dim).fit(width).with(&number(0), TextRole::Dim));
                continue;
            }
            for row in run {
                let role = if row.key.is_some() { TextRole::Plain } else { TextRole::Dim };
                let mut line = Line::of(&row.name, role).fit(width).with(&number(row.count), role);
                if let Some(bar) = bar {
                    line.push(
                        &format!("  {}", "#".repeat((row.count * bar).div_ceil(most))),
                        TextRole::Accent,
                    );
                }
                lines.push(line);
            }
        }
        let total = Line::of(lang.messages().in_total, TextRole::Strong).fit(width);
        lines.push(total.with(&number(table.total), TextRole::Strong));
        lines
    }

    /// Rows and columns, with totals on the right and below; split into several tables when the terminal is too narrow.
    fn crossed(&self) -> Vec<Line> {
        let (lang, table) = (self.lang, &self.table);
        let (width, digits) = self.widths();
        let total = lang.messages().in_total;
        let of_column = |name: &str| Line::of(name, TextRole::Plain).width().clamp(digits, HEADING);
        let room = tui::columns().unwrap_or(usize::MAX);
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
                let cells = cells.map(|count| lang.number(*count)).collect();
                lines.push(line(&row.name, cells, &lang.number(row.count), TextRole::Plain));
            }
            let sums = columns().map(|column| lang.number(column.count)).collect();
            lines.push(line(total, sums, &lang.number(table.total), TextRole::Strong));
        }
        lines
    }

    fn written(&self) -> Vec<RowJson<'_>> {
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
            let (key, name) = (it.key.as_deref(), it.name.as_str());
            RowJson { key, name, people, stops, statements, quotes, visits: it.visits, cells: &it.cells }
        });
        rows.collect()
    }

    fn json(&self) -> Result<String, Failure> {
        if self.question.across.is_none() {
            return output::json(&self.written(), true);
        }
        let columns = self.table.columns.iter();
        let columns = columns
            .map(|TableColumn { key, name, count }| ColumnJson { key: key.as_deref(), name, total: *count })
            .collect();
        output::json_value(&CrossTableJson { columns, rows: self.written(), total: self.table.total })
    }

    fn csv(&self) -> Result<String, Failure> {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let table = &self.table;
        if self.question.across.is_some() {
            let m = self.lang.messages();
            let names = table.columns.iter().map(|column| column.name.as_str());
            let heading: Vec<&str> = ["key", "name"].into_iter().chain(names).chain([m.in_total]).collect();
            let numbers =
                |cells: Vec<usize>, all: usize| cells.into_iter().chain([all]).map(|it| it.to_string());
            let sums = table.columns.iter().map(|column| column.count).collect();
            let rows = table.rows.iter().map(|row| {
                [text(&row.key), row.name.clone()]
                    .into_iter()
                    .chain(numbers(row.cells.clone(), row.count))
                    .collect()
            });
            let last = [String::new(), m.in_total.to_owned()]
                .into_iter()
                .chain(numbers(sums, table.total))
                .collect();
            return output::csv(&heading, rows.chain([last]));
        }
        let what = match self.question.unit {
            CountUnit::Visit => &[][..],
            CountUnit::Person => &["people"],
            CountUnit::Stop => &["stops"],
            CountUnit::Statement => &["statements", "quotes"],
        };
        let heading: Vec<&str> =
            ["key", "name"].into_iter().chain(what.iter().copied()).chain(["visits"]).collect();
        let rows = table.rows.iter().map(|row| {
            let counts = [row.count, row.quotes].into_iter().take(what.len()).chain([row.visits]);
            [text(&row.key), row.name.clone()].into_iter().chain(counts.map(|it| it.to_string())).collect()
        });
        output::csv(&heading, rows)
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
