//! `lawat search`: the search of the explorer, for people and for programs.

use std::borrow::Cow;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::output::{self, Failure, Paint};
use super::records::{self, KindArg, RecordArgs, kind_name};
use crate::lang::Lang;
use crate::model::{Archive, Certainty, Record, RecordKind};
use crate::page::PageContext;
use crate::search::{
    Depth, Explanation, MatchLevel, Query, ScopeFilter, SearchFilter, SearchRequest, SearchResult, Searcher,
    explain,
};
use crate::text::{Line, TextRole, shorten};

/// The maximum width of text output, in columns.
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
/// Exits with 0 when something was found, 1 when nothing was or visits were left out because of errors, 2
/// when the search could not run.
#[derive(Debug, Args)]
pub(super) struct SearchArgs {
    /// The query; it may begin with a dash.
    #[arg(value_name = "QUERY", allow_hyphen_values = true)]
    query: String,

    #[command(flatten)]
    records: RecordArgs,

    /// Only results of this kind; can be given several times.
    #[arg(long, value_enum)]
    kind: Vec<KindArg>,

    /// Maximum number of results; 0 for all exact matches, including possible dates. Similar results are always limited to 100.
    #[arg(long, default_value_t = 20)]
    limit: usize,

    /// The output format.
    #[arg(long, value_enum, default_value_t = SearchFormat::Text)]
    format: SearchFormat,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum SearchFormat {
    /// Text to read.
    Text,
    /// One JSON array.
    Json,
    /// JSON Lines: one object per line.
    Jsonl,
    /// CSV with a header row.
    Csv,
}

/// A result in JSON and CSV output.
#[derive(Debug, Serialize)]
struct ResultJson<'a> {
    kind: &'static str,
    visit: &'a str,
    id: &'a str,
    cite: String,
    score: f32,
    /// The match level: phrase, literal, possible (the date may be another), loose (an affix, a stem, a typo), scattered
    /// (letters).
    class: &'static str,
    text: &'a str,
    matches: Vec<MatchJson>,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    statement_type: Option<&'static str>,
    /// The first speaker.
    #[serde(skip_serializing_if = "Option::is_none")]
    speaker: Option<SpeakerJson<'a>>,
    /// All speakers, if there are several.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    speakers: Vec<SpeakerJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stop: Option<StopJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    file: &'a str,
    line: u32,
}

/// The matches in a field, as ranges in characters.
#[derive(Debug, Serialize)]
struct MatchJson {
    field: &'static str,
    /// The text of the field, if the result does not contain it elsewhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    ranges: Vec<[usize; 2]>,
}

#[derive(Debug, Clone, Serialize)]
struct SpeakerJson<'a> {
    id: &'a str,
    name: Option<&'a str>,
    post: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    certainty: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct StopJson<'a> {
    id: &'a str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    certainty: Option<&'static str>,
}

/// Searches and writes the results.
pub(super) fn run(args: &SearchArgs, lang: Lang, paint: Paint) -> Result<ExitCode, Failure> {
    let query = Query::parse(&args.query).map_err(|wrong| Failure::new(&wrong.message(lang)))?;
    let mut records = records::open(&args.records, lang)?;
    let index = records.index();
    let (archive, done) = (&records.archive, records.done);
    let filter = SearchFilter {
        scope: ScopeFilter::All,
        kinds: args.kind.iter().map(|kind| kind.record_kind()).collect(),
    };
    let limit = if args.limit == 0 { usize::MAX } else { args.limit };
    let request = SearchRequest { query, filter, limit };
    let mut searcher = Searcher::new(index);
    let found = searcher.search(&request, Depth::Exact, &|| false).unwrap_or_default();
    if !found.dropped_words.is_empty() {
        output::print_message(&lang.words_left_out(&found.dropped_words_brief()));
    }
    let query = request.query;
    if let Some(remark) = query.remark(lang) {
        output::print_message(&remark);
    }
    let mut results = found.ranked();
    results.truncate(limit);
    if results.is_empty() {
        output::print_message(&lang.nothing_found(&shorten(args.query.trim())));
    } else if results.len() < found.total_with_possible() {
        output::print_message(&lang.results_shown(results.len(), found.total_with_possible()));
    }
    let text = match args.format {
        SearchFormat::Text => {
            let marks = |text: &str| query.highlights(text);
            let ctx = PageContext {
                archive,
                lang,
                columns: output::columns(COLUMNS) - 2,
                highlights: &marks,
                mixed_visits: true,
                translation: None,
                published: false,
            };
            to_text(&ctx, &query, &results, paint)
        }
        SearchFormat::Json => output::json(&to_json(archive, &query, &results), true)?,
        SearchFormat::Jsonl => output::json(&to_json(archive, &query, &results), false)?,
        SearchFormat::Csv => csv(&to_json(archive, &query, &results))?,
    };
    output::write_text(&text)?;
    Ok(if results.is_empty() { ExitCode::from(1) } else { done })
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

/// For each result: the reference, the location and the lines of the result. `Line` makes them safe for terminals.
fn to_text(ctx: &PageContext<'_>, query: &Query, results: &[SearchResult], paint: Paint) -> String {
    let archive = ctx.archive;
    let mut out = String::new();
    let first_possible = results.iter().position(|result| result.level == MatchLevel::Possible);
    let first_similar = results.iter().position(|result| result.level < MatchLevel::Possible);
    for (at, result) in results.iter().enumerate() {
        let Some(record) = archive.record(result.target) else { continue };
        let m = ctx.messages();
        let headings = [(first_possible, m.possible_by_date), (first_similar, m.maybe)];
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
        let reasons = explain(archive, result.target, query, lines.iter().map(Line::plain));
        lines.extend(reasons.iter().map(|it| ctx.reason(it.field.label(m), &it.text)));
        for line in lines {
            out.push_str(&paint.line(&indent.clone().joined(&line)));
        }
        out.push('\n');
    }
    out
}

fn to_json<'a>(archive: &'a Archive, query: &Query, results: &[SearchResult]) -> Vec<ResultJson<'a>> {
    let write = |result: &SearchResult| {
        let record = archive.record(result.target)?;
        let visit = record.visit();
        let mut fields: Vec<(&'static str, Cow<'_, str>)> = Vec::new();
        let mut json = ResultJson {
            kind: kind_name(result.target.kind),
            visit: visit.id.as_str(),
            id: record.id().as_str(),
            cite: record.reference(),
            score: result.score,
            class: level_name(result.level),
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
        json.text = record.label();
        fields.push(("text", json.text.into()));
        if let Record::Statement(visit, statement) = record {
            json.statement_type = Some(statement.kind.name());
            json.date = statement.date.map(|date| date.to_string());
            let certainty = statement.speaker_certainty.map(Certainty::name);
            let speakers = visit.speakers(statement).map(|speaker| SpeakerJson {
                id: speaker.id().as_str(),
                name: speaker.name(),
                post: speaker.post(visit),
                certainty,
            });
            let speakers: Vec<SpeakerJson<'_>> = speakers.collect();
            for speaker in &speakers {
                fields.extend(speaker.name.map(|name| ("speaker", name.into())));
                fields.extend(speaker.post.clone().map(|post| ("post", post)));
            }
            json.speaker = speakers.first().cloned();
            if speakers.len() > 1 {
                json.speakers = speakers;
            }
            if let Some(stop) = statement.stop.as_ref().and_then(|id| visit.stop(id)) {
                fields.push(("stop", stop.name.as_str().into()));
                json.stop = Some(StopJson {
                    id: stop.id.as_str(),
                    name: &stop.name,
                    certainty: statement.stop_certainty.map(Certainty::name),
                });
            }
        }
        if result.target.kind != RecordKind::Visit {
            fields.push(("visit", visit.title.as_str().into()));
        }
        json.matches = all_matches(archive, query, result, &fields);
        Some(json)
    };
    results.iter().filter_map(write).collect()
}

/// The matches in the fields of the result, and in other fields of the record.
fn all_matches(
    archive: &Archive,
    query: &Query,
    result: &SearchResult,
    fields: &[(&'static str, Cow<'_, str>)],
) -> Vec<MatchJson> {
    let shown = fields.iter().map(|(_, text)| text.clone().into_owned());
    let others = explain(archive, result.target, query, shown).into_iter();
    let others = others.filter_map(|Explanation { field, text }| {
        let found = matches(query, field.name(), &text)?;
        Some(MatchJson { text: Some(text), ..found })
    });
    let own_matches = fields.iter().filter_map(|(field, text)| matches(query, field, text));
    own_matches.chain(others).collect()
}

fn matches(query: &Query, field: &'static str, text: &str) -> Option<MatchJson> {
    // The ranges are ascending, so each character is counted once.
    let (mut byte, mut character) = (0, 0);
    let mut characters = |to: usize| {
        // But a range may begin within the previous one.
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
    (!ranges.is_empty()).then_some(MatchJson { field, text: None, ranges })
}

/// A property of all speakers of a result, in one cell.
fn joined<'h>(result: &'h ResultJson<'_>, part: impl Fn(&'h SpeakerJson<'h>) -> Option<&'h str>) -> String {
    let all = if result.speakers.is_empty() { result.speaker.as_slice() } else { &result.speakers };
    all.iter().filter_map(part).collect::<Vec<_>>().join("; ")
}

fn csv(results: &[ResultJson<'_>]) -> Result<String, Failure> {
    let heading = [
        "kind", "cite", "text", "type", "speaker", "post", "stop", "date", "visit", "file", "class", "line",
        "score",
    ];
    let row = |result: &ResultJson<'_>| {
        let cells = [
            result.kind,
            &result.cite,
            result.text,
            result.statement_type.unwrap_or_default(),
            &joined(result, |speaker| speaker.name),
            &joined(result, |speaker| speaker.post.as_deref()),
            result.stop.as_ref().map_or("", |stop| stop.name),
            result.date.as_deref().unwrap_or_default(),
            result.visit,
            result.file,
            result.class,
        ];
        let numbers = [result.line.to_string(), format!("{:.3}", result.score)];
        cells.into_iter().map(str::to_owned).chain(numbers).collect()
    };
    output::csv(&heading, results.iter().map(row))
}
