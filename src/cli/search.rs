//! `lawat search`: the search of the explorer on the command line, for people and for programs.

use std::borrow::Cow;
use std::ffi::OsString;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, ValueEnum, ValueHint};
use serde::Serialize;

use super::output::{self, Failure, Paint};
use super::records::{self, KindArg, kind_name};
use crate::lang::Lang;
use crate::model::{Archive, Certainty, Record, RecordKind};
use crate::page::PageContext;
use crate::search::{
    Depth, Explanation, Hit, Index, MatchLevel, Query, ScopeFilter, SearchFilter, SearchRequest, Searcher,
    explain,
};
use crate::text::{Line, TextRole, shorten};

/// Columns of the text for people, at most.
const COLUMNS: usize = 96;

/// Search visits, stops, participants, organizations and statements.
///
/// All words must match. Also: "a phrase", 'exact, ^prefix, suffix$, -without, either | or, and fields such as
/// who:ratna, stop:mpp, date:2024-03, type:quote (siapa: di: tgl: jenis:).
///
/// The fields are who: post: host: visitor: org: role: stop: city: country: class: visit: status: date: type: topic:
/// outcome: source: author: (siapa: jabatan: tuanrumah: tamu: org: peran: di: kota: negara: jenistempat: kunjungan: status:
/// tgl: jenis: topik: hasil: sumber: penulis:). Any other word before a colon is searched as text.
///
/// A date is 2024-03-12, 2024-03, 2024, 2023..2024, >2024-03-12, "january 2024", Q1 2024 or 12/3/2024 (day first). It matches
/// everything that overlaps it; results whose inexact dates may overlap come last, marked possible. date:=2024-03 matches only
/// dates entirely within it.
///
/// Exits with 0 when something was found, 1 when nothing was, 2 when the search could not run.
#[derive(Debug, Args)]
pub(super) struct SearchArgs {
    /// The query; it may begin with a dash.
    #[arg(value_name = "QUERY", allow_hyphen_values = true)]
    query: String,

    /// Files or folders with visit records; `-` reads standard input.
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
    paths: Vec<OsString>,

    /// Only results of this kind; can be given several times.
    #[arg(long, value_enum)]
    kind: Vec<KindArg>,

    /// Maximum number of results; 0 for all exact matches, including possible dates. Similar results are always limited to 100.
    #[arg(long, default_value_t = 20)]
    limit: usize,

    /// The output format.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// Text to read.
    Text,
    /// One JSON array.
    Json,
    /// JSON Lines: one object per line.
    Jsonl,
    /// CSV with a header row.
    Csv,
}

/// A hit as it is written.
#[derive(Debug, Serialize)]
struct Written<'a> {
    kind: &'static str,
    visit: &'a str,
    id: &'a str,
    cite: String,
    score: f32,
    /// How it was found: phrase, literal, possible (the date may be another), loose (an affix, a stem, a typo), scattered
    /// (letters).
    class: &'static str,
    text: &'a str,
    matches: Vec<Match>,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    statement_type: Option<&'static str>,
    /// The first of the speakers.
    #[serde(skip_serializing_if = "Option::is_none")]
    speaker: Option<Speaker<'a>>,
    /// All of them, where there are several.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    speakers: Vec<Speaker<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stop: Option<Named<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    file: &'a str,
    line: u32,
}

/// Where a field of the hit matches: ranges in characters.
#[derive(Debug, Serialize)]
struct Match {
    field: &'static str,
    /// The text of the field, if the hit does not have it elsewhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    ranges: Vec<[usize; 2]>,
}

#[derive(Debug, Clone, Serialize)]
struct Speaker<'a> {
    id: &'a str,
    name: Option<&'a str>,
    post: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    certainty: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct Named<'a> {
    id: &'a str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    certainty: Option<&'static str>,
}

/// Searches, and writes what was found.
pub(super) fn run(args: &SearchArgs, lang: Lang, paint: Paint) -> Result<ExitCode, Failure> {
    let query = Query::parse(&args.query).map_err(|wrong| Failure::new(&wrong.message(lang)))?;
    let archive = records::open(&args.paths, lang)?;
    let filter = SearchFilter {
        scope: ScopeFilter::All,
        kinds: args.kind.iter().map(|kind| kind.record_kind()).collect(),
    };
    let limit = if args.limit == 0 { usize::MAX } else { args.limit };
    let ask = SearchRequest { query, filter, limit };
    let mut searcher = Searcher::new(Arc::new(Index::new(&archive)));
    let found = searcher.search(&ask, Depth::Exact, &|| false).unwrap_or_default();
    if !found.dropped_words.is_empty() {
        output::narrate(&lang.left_out(&found.dropped_words_brief()));
    }
    let query = ask.query;
    if let Some(remark) = query.remark(lang) {
        output::narrate(&remark);
    }
    let mut hits = found.ranked();
    hits.truncate(limit);
    if hits.is_empty() {
        output::narrate(&lang.nothing_found(&shorten(args.query.trim())));
    } else if hits.len() < found.total_with_possible() {
        output::narrate(&lang.hits_told(hits.len(), found.total_with_possible()));
    }
    let text = match args.format {
        Format::Text => {
            let marks = |text: &str| query.highlights(text);
            let ctx = PageContext {
                archive: &archive,
                lang,
                columns: output::columns(COLUMNS) - 2,
                hits: &marks,
                mixed_visits: true,
                translation: None,
                published: false,
            };
            for_people(&ctx, &query, &hits, paint)
        }
        Format::Json => output::json(&written(&archive, &query, &hits), true)?,
        Format::Jsonl => output::json(&written(&archive, &query, &hits), false)?,
        Format::Csv => csv(&written(&archive, &query, &hits))?,
    };
    output::say(&text)?;
    Ok(if hits.is_empty() { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

fn level_name(level: MatchLevel) -> &'static str {
    match level {
        MatchLevel::Phrase => "phrase",
        MatchLevel::Literal => "literal",
        MatchLevel::Possible => "possible",
        MatchLevel::Loose => "loose",
        MatchLevel::Subsequence => "scattered",
    }
}

/// The reference, what was found, and its place, hit by hit. Every line has gone through the door.
fn for_people(ctx: &PageContext<'_>, query: &Query, hits: &[Hit], paint: Paint) -> String {
    let archive = ctx.archive;
    let mut out = String::new();
    let first_possible = hits.iter().position(|hit| hit.level == MatchLevel::Possible);
    let first_guess = hits.iter().position(|hit| hit.level < MatchLevel::Possible);
    for (at, hit) in hits.iter().enumerate() {
        let Some(record) = archive.record(hit.target) else { continue };
        let m = ctx.messages();
        let headings = [(first_possible, m.possible_by_date), (first_guess, m.maybe)];
        for (_, heading) in headings.into_iter().filter(|(first, _)| *first == Some(at)) {
            out.push_str(&paint.line(&Line::of(heading, TextRole::Heading)));
            out.push('\n');
        }
        let place = archive.source_location(record.visit(), record.id());
        let head = Line::of(&record.reference(), TextRole::Accent)
            .with("  ", TextRole::Plain)
            .with(&place, TextRole::Dim);
        out.push_str(&paint.line(&head));
        let indent = Line::of("  ", TextRole::Plain);
        let mut lines = ctx.result(record);
        let reasons = explain(archive, hit.target, query, lines.iter().map(Line::plain));
        lines.extend(reasons.iter().map(|it| ctx.reason(it.field.label(m), &it.text)));
        for line in lines {
            out.push_str(&paint.line(&indent.clone().joined(&line)));
        }
        out.push('\n');
    }
    out
}

fn written<'a>(archive: &'a Archive, query: &Query, hits: &[Hit]) -> Vec<Written<'a>> {
    let write = |hit: &Hit| {
        let record = archive.record(hit.target)?;
        let visit = record.visit();
        let mut fields: Vec<(&'static str, Cow<'_, str>)> = Vec::new();
        let mut written = Written {
            kind: kind_name(hit.target.kind),
            visit: visit.id.as_str(),
            id: record.id().as_str(),
            cite: record.reference(),
            score: hit.score,
            class: level_name(hit.level),
            text: "",
            matches: Vec::new(),
            statement_type: None,
            speaker: None,
            speakers: Vec::new(),
            stop: None,
            date: None,
            file: archive.file(visit),
            line: record.id().line(),
        };
        written.text = record.label();
        fields.push(("text", written.text.into()));
        if let Record::Statement(visit, statement) = record {
            written.statement_type = Some(statement.kind.name());
            written.date = statement.date.map(|date| date.to_string());
            let certainty = statement.speaker_certainty.map(Certainty::name);
            let named = visit.speakers(statement).map(|speaker| Speaker {
                id: speaker.id().as_str(),
                name: speaker.name(),
                post: speaker.post(visit),
                certainty,
            });
            let named: Vec<Speaker<'_>> = named.collect();
            for speaker in &named {
                fields.extend(speaker.name.map(|name| ("speaker", name.into())));
                fields.extend(speaker.post.clone().map(|post| ("post", post)));
            }
            written.speaker = named.first().cloned();
            if named.len() > 1 {
                written.speakers = named;
            }
            if let Some(stop) = statement.stop.as_ref().and_then(|id| visit.stop(id)) {
                fields.push(("stop", stop.name.as_str().into()));
                written.stop = Some(Named {
                    id: stop.id.as_str(),
                    name: &stop.name,
                    certainty: statement.stop_certainty.map(Certainty::name),
                });
            }
        }
        if hit.target.kind != RecordKind::Visit {
            fields.push(("visit", visit.title.as_str().into()));
        }
        written.matches = all_matches(archive, query, hit, &fields);
        Some(written)
    };
    hits.iter().filter_map(write).collect()
}

/// Where the fields of the hit match, and what of the record does that the hit does not have.
fn all_matches(
    archive: &Archive,
    query: &Query,
    hit: &Hit,
    fields: &[(&'static str, Cow<'_, str>)],
) -> Vec<Match> {
    let shown = fields.iter().map(|(_, text)| text.clone().into_owned());
    let others = explain(archive, hit.target, query, shown).into_iter();
    let others = others.filter_map(|Explanation { field, text }| {
        let found = matches(query, field.name(), &text)?;
        Some(Match { text: Some(text), ..found })
    });
    let own = fields.iter().filter_map(|(field, text)| matches(query, field, text));
    own.chain(others).collect()
}

fn matches(query: &Query, field: &'static str, text: &str) -> Option<Match> {
    // The ranges come in order, so the characters are counted once.
    let (mut byte, mut character) = (0, 0);
    let mut characters = |to: usize| {
        // But a range may begin within the one before.
        if to < byte {
            (byte, character) = (0, 0);
        }
        character += text.get(byte..to).map_or(0, |between| between.chars().count());
        byte = to;
        character
    };
    let ranges: Vec<[usize; 2]> = query
        .highlights(text)
        .into_iter()
        .map(|range| [characters(range.start), characters(range.end)])
        .collect();
    (!ranges.is_empty()).then_some(Match { field, text: None, ranges })
}

/// What all speakers of a hit have, in one cell.
fn joined<'h>(hit: &'h Written<'_>, part: impl Fn(&'h Speaker<'h>) -> Option<&'h str>) -> String {
    let all = if hit.speakers.is_empty() { hit.speaker.as_slice() } else { &hit.speakers };
    all.iter().filter_map(part).collect::<Vec<_>>().join("; ")
}

fn csv(hits: &[Written<'_>]) -> Result<String, Failure> {
    let heading = [
        "kind", "cite", "text", "type", "speaker", "post", "stop", "date", "visit", "file", "class", "line",
        "score",
    ];
    let row = |hit: &Written<'_>| {
        let cells = [
            hit.kind,
            &hit.cite,
            hit.text,
            hit.statement_type.unwrap_or_default(),
            &joined(hit, |speaker| speaker.name),
            &joined(hit, |speaker| speaker.post.as_deref()),
            hit.stop.as_ref().map_or("", |stop| stop.name),
            hit.date.as_deref().unwrap_or_default(),
            hit.visit,
            hit.file,
            hit.class,
        ];
        let numbers = [hit.line.to_string(), format!("{:.3}", hit.score)];
        cells.into_iter().map(str::to_owned).chain(numbers).collect()
    };
    output::csv(&heading, hits.iter().map(row))
}
