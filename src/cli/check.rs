//! `lawat check`: every problem of every file, for people, editors and programs.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum, ValueHint};
use serde::Serialize;

use super::output::{self, Failure, Paint};
use crate::diagnostic::{Diagnostic, Location, ProblemCode, ProblemCount, concise, full};
use crate::lang::Lang;
use crate::load::{self, SourceTexts};
use crate::text::{TextRole, nearest, visible_string, wrap_text};

/// The maximum width of text output, in columns.
const COLUMNS: usize = 100;

/// Check visit records: report every problem in all files, with its location and a way to fix it.
///
/// Exits with 0 when there are no errors, 1 when there are, 2 when the check could not run. Warnings count only with --strict.
#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    /// Files or folders with visit records; `-` reads standard input.
    ///
    /// Without a path: `visits.yaml` or `visits.yml` in this folder.
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
    paths: Vec<OsString>,

    /// The output format.
    #[arg(long, value_enum, default_value_t = CheckFormat::Full)]
    format: CheckFormat,

    /// Treat warnings as errors.
    #[arg(long)]
    strict: bool,

    /// Check that every quote appears in this source text, between quotation marks. One text file or several.
    #[arg(long = "text", value_name = "FILE")]
    texts: Vec<PathBuf>,

    /// Explain a code, such as bad-date, instead of checking.
    #[arg(long, value_name = "CODE", conflicts_with_all = ["paths", "format", "strict", "texts"])]
    explain: Option<String>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum CheckFormat {
    /// With the lines of the file, a caret under the problem, and a way to fix it.
    Full,
    /// One line each, starting with `file:line:column`, as editors expect.
    Concise,
    /// One JSON array.
    Json,
}

/// A problem in JSON output. Lines and columns count from 1, columns and length in characters.
#[derive(Debug, Serialize)]
struct ProblemJson<'a> {
    code: &'static str,
    severity: &'static str,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<String>,
    #[serde(flatten)]
    location: LocationJson<'a>,
    /// The related location that is needed to see what is wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    other: Option<LocationJson<'a>>,
    /// The visit of the problem, when it cannot be used.
    #[serde(skip_serializing_if = "Option::is_none")]
    visit: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct LocationJson<'a> {
    file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    length: Option<u32>,
}

impl<'a> From<&'a Location> for LocationJson<'a> {
    fn from(location: &'a Location) -> Self {
        let at = location.at;
        let (line, column, length) = (at.map(|at| at.line), at.map(|at| at.column), at.map(|at| at.length));
        Self { file: &location.file, line, column, length }
    }
}

/// Checks the files and writes the problems.
pub(super) fn run(args: &CheckArgs, lang: Lang, paint: Paint) -> Result<ExitCode, Failure> {
    if let Some(name) = &args.explain {
        return explain(name, lang);
    }
    super::check_paths(&args.paths, lang)?;
    if super::is_stdin_ignored(&args.paths) {
        output::print_message(lang.messages().stdin_ignored);
    }
    if args.paths.is_empty() && load::record_files(&[]).is_empty() {
        return Err(Failure::new(lang.messages().nothing_to_check));
    }
    let texts = SourceTexts::read(&args.texts).map_err(|it| Failure::new(&concise(&it, lang)))?;
    let checked = output::with_load_progress(lang.messages().checking, lang, |counter| {
        load::check_counted(&args.paths, &texts, counter)
    });
    let found = &checked.diagnostics;
    output::write_text(&match args.format {
        CheckFormat::Full => to_text(found, lang, paint),
        CheckFormat::Concise => found.iter().map(|it| visible_string(&concise(it, lang)) + "\n").collect(),
        CheckFormat::Json => output::json(&to_json(found, lang), true)?,
    })?;
    let unreported = checked.unreported;
    if !unreported.is_empty() {
        output::print_message(&lang.unreported(unreported.errors, unreported.warnings));
    }
    for sentence in load::describe_skipped(&checked.skipped, lang) {
        output::print_message(&sentence);
    }
    if !args.texts.is_empty() {
        output::print_message(&lang.quotes_verified(
            checked.quotes.verified,
            checked.quotes.checked,
            &texts.names().join(", "),
        ));
    }
    if checked.questions > 0 {
        output::print_message(&lang.questions_left(checked.questions));
    }
    let ProblemCount { errors, warnings } = ProblemCount::of(found).plus(unreported);
    output::print_message(&lang.checked(checked.visits, errors, warnings));
    let is_clean = errors == 0 && (warnings == 0 || !args.strict);
    Ok(if is_clean { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

fn explain(name: &str, lang: Lang) -> Result<ExitCode, Failure> {
    // A code copied from the output, `error[bad-date]`, is accepted, too.
    let name = name.split_once('[').map_or(name, |(_, code)| code.trim_end_matches(']'));
    let Some(code) = ProblemCode::find(name) else {
        let nearest = nearest(name, ProblemCode::ALL.iter().map(|code| code.name()));
        return Err(Failure::new(&lang.unknown_code(name, nearest)));
    };
    let head = format!("{}[{}]", code.severity().word(lang), code.name());
    let lines = wrap_text(code.explanation().get(lang), TextRole::Plain, &[], output::columns(COLUMNS));
    let lines: String = lines.iter().map(|line| line.plain() + "\n").collect();
    output::write_text(&format!("{head}\n{lines}"))?;
    Ok(ExitCode::SUCCESS)
}

fn to_text(found: &[Diagnostic], lang: Lang, paint: Paint) -> String {
    let columns = output::columns(COLUMNS);
    let page = |it: &Diagnostic| {
        full(it, lang, columns).iter().map(|line| paint.line(line)).collect::<String>() + "\n"
    };
    found.iter().map(page).collect()
}

fn to_json<'a>(found: &'a [Diagnostic], lang: Lang) -> Vec<ProblemJson<'a>> {
    let write = |diagnostic: &'a Diagnostic| ProblemJson {
        code: diagnostic.code().name(),
        severity: diagnostic.code().severity().name(),
        message: diagnostic.problem.message(lang),
        help: diagnostic.problem.help(lang),
        location: (&diagnostic.location).into(),
        other: diagnostic.related.as_ref().map(LocationJson::from),
        visit: diagnostic.visit.as_ref().map(|owner| owner.name.as_str()),
    };
    found.iter().map(write).collect()
}
