//! `lawat list`: lists the records of a kind with their IDs.

use std::borrow::Cow;
use std::collections::HashMap;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::output::{self, Failure, Paint};
use super::records::{self, KindArg, RecordArgs, kind_name};
use crate::lang::Lang;
use crate::model::{Agent, Archive, Record};
use crate::text::{Line, TextRole};

/// The maximum width of the column of references.
const REFERENCE: usize = 44;

/// List visits, stops, participants, organizations or statements with their ids, the newest visit first.
///
/// Exits with 0 when there are any, 1 when there are none or visits were left out because of errors, 2 when the records could
/// not be read.
#[derive(Debug, Args)]
pub(super) struct ListArgs {
    #[command(flatten)]
    records: RecordArgs,

    /// What to list. A person or an organization that appears in several visits is listed once.
    #[arg(long, value_enum, default_value_t = KindArg::Visit)]
    kind: KindArg,

    /// The output format.
    #[arg(long, value_enum, default_value_t = ListFormat::Text)]
    format: ListFormat,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum ListFormat {
    /// Text to read.
    Text,
    /// One JSON array.
    Json,
    /// JSON Lines: one object per line.
    Jsonl,
}

/// A record in the list.
#[derive(Debug, Serialize)]
struct ListedRecord<'a> {
    kind: &'static str,
    /// For a person or an organization, its identity across visits; for others, the reference.
    cite: String,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    post: Option<Cow<'a, str>>,
    /// The number of visits with the record.
    visits: usize,
    file: &'a str,
    line: u32,
}

/// Lists the records.
pub(super) fn run(args: &ListArgs, lang: Lang, paint: Paint) -> Result<ExitCode, Failure> {
    let records = records::open(&args.records, lang)?;
    let (archive, done) = (&records.archive, records.done);
    let listed = listed(archive, args.kind);
    output::write_text(&match args.format {
        ListFormat::Text => to_text(&listed, paint),
        ListFormat::Json => output::json(&listed, true)?,
        ListFormat::Jsonl => output::json(&listed, false)?,
    })?;
    Ok(if listed.is_empty() { ExitCode::from(1) } else { done })
}

fn listed(archive: &Archive, kind: KindArg) -> Vec<ListedRecord<'_>> {
    let mut rows: Vec<ListedRecord<'_>> = Vec::new();
    // The rows of people and organizations.
    let mut rows_by_agent: HashMap<Agent, usize> = HashMap::new();
    let targets = archive.newest_first().into_iter().flat_map(|at| archive.targets_of(at));
    let of_the_kind = targets.filter(|target| target.kind == kind.record_kind());
    for record in of_the_kind.filter_map(|target| archive.record(target)) {
        let agent = record.agent();
        if let Some(row) = agent.as_ref().and_then(|it| rows.get_mut(*rows_by_agent.get(it)?)) {
            row.visits += 1;
            continue;
        }
        let cite = agent.as_ref().map_or_else(|| record.reference(), Agent::to_string);
        rows_by_agent.extend(agent.map(|agent| (agent, rows.len())));
        let visit = record.visit();
        let (name, date, post) = match record {
            Record::Visit(visit) => (visit.title.as_str(), visit.start_date, None),
            Record::Stop(_, stop) => (stop.name.as_str(), stop.start_date, None),
            Record::Participant(_, it) => (visit.label(it), None, it.name.as_ref().and(visit.post_of(it))),
            Record::Organization(_, it) => (it.name.as_str(), None, None),
            Record::Statement(_, statement) => (statement.text.as_str(), statement.date, None),
        };
        rows.push(ListedRecord {
            kind: kind_name(kind.record_kind()),
            cite,
            name,
            date: date.map(|date| date.to_string()),
            post,
            visits: 1,
            file: archive.file(visit),
            line: record.id().line(),
        });
    }
    rows
}

/// A line per record: the reference, the date if the kind has one, the name, the post.
fn to_text(rows: &[ListedRecord<'_>], paint: Paint) -> String {
    let widest =
        rows.iter().map(|row| Line::of(&row.cite, TextRole::Plain).width()).max().unwrap_or_default();
    let dated = rows.iter().filter_map(|row| Some(row.date.as_ref()?.len())).max();
    let mut out = String::new();
    for row in rows {
        let cite = Line::of(&row.cite, TextRole::Accent);
        let mut line = cite.fit(widest.min(REFERENCE).max(cite.width()));
        line.push("  ", TextRole::Plain);
        if let Some(width) = dated {
            line.append(&Line::of(row.date.as_deref().unwrap_or_default(), TextRole::Dim).fit(width));
            line.push("  ", TextRole::Plain);
        }
        line.push(row.name, TextRole::Plain);
        if let Some(post) = &row.post {
            line.push(", ", TextRole::Plain);
            line.push(post, TextRole::Dim);
        }
        if row.visits > 1 {
            line.push(&format!(" (×{})", row.visits), TextRole::Plain);
        }
        out.push_str(&paint.line(&line));
    }
    out
}
