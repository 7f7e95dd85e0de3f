//! `lawat stats`: how many statements there are, by person, place, time or kind.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::io::IsTerminal as _;
use std::process::ExitCode;

use clap::{Args, ValueEnum, ValueHint};
use serde::Serialize;

use super::output::{self, Failure, Paint};
use super::records;
use crate::facet::place_key;
use crate::lang::Lang;
use crate::model::{Archive, Speaker, Statement, StatementType, Visit, When};
use crate::text::{Line, Role};

/// Columns of a name, and of the longest bar.
const NAME: usize = 48;
const BAR: usize = 24;

/// Count statements by stop, person, organization, city, month, topic or kind.
///
/// A statement without a date counts in the month of its stop or visit; what may lie in several months counts for its year.
/// A statement with several topics counts for each. Exits with 0 when there is a statement, 1 when there is none, 2 when it
/// could not count.
#[derive(Debug, Args)]
pub(super) struct StatsArgs {
    /// Files or folders with visit records; `-` reads standard input.
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
    paths: Vec<OsString>,

    /// What the rows are.
    #[arg(long, value_enum, default_value_t = By::Person)]
    by: By,

    /// How they are written.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum By {
    Stop,
    Person,
    Organization,
    City,
    Month,
    Topic,
    Kind,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// A table for people, with bars in a terminal.
    Text,
    /// One JSON array.
    Json,
    /// A table with a heading.
    Csv,
}

/// A row of the table.
#[derive(Debug, Serialize)]
struct Row {
    /// The id of a person or an organization, the month, the word; none for what is not stated.
    key: Option<String>,
    name: String,
    statements: usize,
    quotes: usize,
    visits: usize,
}

/// What is counted for a row.
#[derive(Debug, Default)]
struct Count {
    name: String,
    statements: usize,
    quotes: usize,
    visits: BTreeSet<usize>,
}

/// Counts, and writes the table.
pub(super) fn run(args: &StatsArgs, lang: Lang, paint: Paint) -> Result<ExitCode, Failure> {
    let archive = records::open(&args.paths, lang)?;
    let rows = rows(&archive, args.by, lang);
    output::say(&match args.format {
        Format::Text => for_people(&rows, lang, std::io::stdout().is_terminal(), paint),
        Format::Json => output::json(&rows, true)?,
        Format::Csv => csv(&rows)?,
    })?;
    Ok(if rows.is_empty() { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

fn rows(archive: &Archive, by: By, lang: Lang) -> Vec<Row> {
    let mut counts: BTreeMap<Option<String>, Count> = BTreeMap::new();
    let newest_first =
        archive.newest_first().into_iter().filter_map(|at| Some((at, archive.visits.get(at)?)));
    for (number, visit) in newest_first {
        for statement in &visit.statements {
            for (key, name) in keys(visit, statement, by, lang) {
                // The name is that of the newest visit.
                let count = counts.entry(key).or_insert_with(|| Count { name, ..Count::default() });
                count.statements += 1;
                count.quotes += usize::from(statement.kind == StatementType::Quote);
                count.visits.insert(number);
            }
        }
    }
    let row = |(key, it): (Option<String>, Count)| Row {
        key,
        name: it.name,
        statements: it.statements,
        quotes: it.quotes,
        visits: it.visits.len(),
    };
    let mut rows: Vec<Row> = counts.into_iter().map(row).collect();
    // Months come in their order, all else with the most frequent first; what is not stated is last.
    rows.sort_by_key(|row| {
        let frequent = if by == By::Month { 0 } else { row.statements };
        (row.key.is_none(), std::cmp::Reverse(frequent))
    });
    rows
}

/// The rows that a statement counts for, each with its name.
fn keys(visit: &Visit, statement: &Statement, by: By, lang: Lang) -> Vec<(Option<String>, String)> {
    let m = lang.messages();
    let stop = statement.stop.as_ref().and_then(|id| visit.stop(id));
    let one = |key: Option<(String, String)>, unsaid: &str| match key {
        Some((key, name)) => vec![(Some(key), name)],
        None => vec![(None, unsaid.to_owned())],
    };
    match by {
        By::Person => {
            let speaker = visit.speakers(statement).next();
            let named = |it: Speaker<'_>| (it.agent(visit).to_string(), visit.name_of(it.id()).to_owned());
            one(speaker.map(named), m.speaker_not_said)
        }
        By::Organization => {
            let organization = match visit.speakers(statement).next() {
                Some(Speaker::Organization(it)) => Some(&it.id),
                Some(Speaker::Participant(it)) => it.organizations().next(),
                None => None,
            };
            one(organization.map(|id| (id.to_string(), visit.name_of(id).to_owned())), m.not_said)
        }
        By::Stop => one(stop.map(|stop| (place_key(stop), stop.name.clone())), m.place_not_said),
        By::City => {
            let city = stop.and_then(|stop| stop.place.first()?.locality.clone());
            one(city.map(|city| (city.clone(), city)), m.place_not_said)
        }
        By::Month => {
            let month = visit.when_said(statement).and_then(When::month).map(|month| month.to_string());
            one(month.map(|month| (month.clone(), month)), m.date_not_said)
        }
        By::Kind => {
            one(Some((statement.kind.name().to_owned(), statement.kind.words(lang).to_owned())), m.not_said)
        }
        By::Topic if statement.topics.is_empty() => one(None, m.not_said),
        By::Topic => statement.topics.iter().map(|topic| (Some(topic.clone()), topic.clone())).collect(),
    }
}

fn for_people(rows: &[Row], lang: Lang, bars: bool, paint: Paint) -> String {
    let width = rows.iter().map(|row| Line::of(&row.name, Role::Plain).width()).max().unwrap_or_default();
    let width = width.min(NAME);
    let most = rows.iter().map(|row| row.statements).max().unwrap_or(1).max(1);
    let digits = lang.number(most).len();
    let mut out = String::new();
    for row in rows {
        let mut line = Line::of(&row.name, Role::Plain).fit(width);
        line.push(&format!("  {:>digits$}", lang.number(row.statements)), Role::Plain);
        if bars {
            line.push(&format!("  {}", "#".repeat((row.statements * BAR).div_ceil(most))), Role::Accent);
        }
        out.push_str(&paint.line(&line));
    }
    out
}

fn csv(rows: &[Row]) -> Result<String, Failure> {
    let cells = |row: &Row| {
        let (key, name) = (row.key.clone().unwrap_or_default(), row.name.clone());
        vec![key, name, row.statements.to_string(), row.quotes.to_string(), row.visits.to_string()]
    };
    output::csv(&["key", "name", "statements", "quotes", "visits"], rows.iter().map(cells))
}
