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

/// Columns of the text for people, at most.
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
    #[arg(long, value_enum, default_value_t = Format::Full)]
    format: Format,

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
enum Format {
    /// With the lines of the file, a caret under the problem, and a way to fix it.
    Full,
    /// One line each, starting with `file:line:column`, as editors expect.
    Concise,
    /// One JSON array.
    Json,
}

/// A fault as it is written for programs. Lines and columns count from 1, columns and length in characters.
#[derive(Debug, Serialize)]
struct Written<'a> {
    code: &'static str,
    severity: &'static str,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<String>,
    #[serde(flatten)]
    place: Place<'a>,
    /// The other place that it takes to see what is wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    other: Option<Place<'a>>,
    /// The visit that it belongs to, when that cannot be used.
    #[serde(skip_serializing_if = "Option::is_none")]
    visit: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct Place<'a> {
    file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    length: Option<u32>,
}

impl<'a> From<&'a Location> for Place<'a> {
    fn from(spot: &'a Location) -> Self {
        let at = spot.at;
        let (line, column, length) = (at.map(|at| at.line), at.map(|at| at.column), at.map(|at| at.length));
        Self { file: &spot.file, line, column, length }
    }
}

/// Checks, and writes what was found.
pub(super) fn run(args: &CheckArgs, lang: Lang, paint: Paint) -> Result<ExitCode, Failure> {
    if let Some(name) = &args.explain {
        return explain(name, lang);
    }
    super::check_paths(&args.paths, lang)?;
    if super::is_left_out(&args.paths) {
        output::narrate(lang.messages().data_not_asked);
    }
    if args.paths.is_empty() && load::record_files(&[]).is_empty() {
        return Err(Failure::new(lang.messages().nothing_to_check));
    }
    let texts = SourceTexts::read(&args.texts).map_err(|it| Failure::new(&concise(&it, lang)))?;
    let checked = output::patiently(lang.messages().checking, || load::check(&args.paths, &texts));
    let found = &checked.diagnostics;
    output::say(&match args.format {
        Format::Full => for_people(found, lang, paint),
        Format::Concise => found.iter().map(|it| visible_string(&concise(it, lang)) + "\n").collect(),
        Format::Json => output::json(&written(found, lang), true)?,
    })?;
    let unreported = checked.unreported;
    if !unreported.is_empty() {
        output::narrate(&lang.unreported(unreported.errors, unreported.warnings));
    }
    for sentence in load::describe_skipped(&checked.skipped, lang) {
        output::narrate(&sentence);
    }
    if !args.texts.is_empty() {
        output::narrate(&lang.proved(
            checked.quotes.verified,
            checked.quotes.checked,
            &texts.names().join(", "),
        ));
    }
    let ProblemCount { errors, warnings } = ProblemCount::of(found).plus(unreported);
    output::narrate(&lang.checked(checked.visits, errors, warnings));
    let is_clean = errors == 0 && (warnings == 0 || !args.strict);
    Ok(if is_clean { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

fn explain(name: &str, lang: Lang) -> Result<ExitCode, Failure> {
    // As it is printed, `error[bad-date]`, it is known, too.
    let name = name.split_once('[').map_or(name, |(_, code)| code.trim_end_matches(']'));
    let Some(code) = ProblemCode::find(name) else {
        let nearest = nearest(name, ProblemCode::ALL.iter().map(|code| code.name()));
        return Err(Failure::new(&lang.unknown_code(name, nearest)));
    };
    let head = format!("{}[{}]", code.severity().name(), code.name());
    let lines = wrap_text(code.explanation().get(lang), TextRole::Plain, &[], output::columns(COLUMNS));
    let lines: String = lines.iter().map(|line| line.plain() + "\n").collect();
    output::say(&format!("{head}\n{lines}"))?;
    Ok(ExitCode::SUCCESS)
}

fn for_people(found: &[Diagnostic], lang: Lang, paint: Paint) -> String {
    let columns = output::columns(COLUMNS);
    let page = |it: &Diagnostic| {
        full(it, lang, columns).iter().map(|line| paint.line(line)).collect::<String>() + "\n"
    };
    found.iter().map(page).collect()
}

fn written<'a>(found: &'a [Diagnostic], lang: Lang) -> Vec<Written<'a>> {
    let write = |diagnostic: &'a Diagnostic| Written {
        code: diagnostic.code().name(),
        severity: diagnostic.code().severity().name(),
        message: diagnostic.problem.message(lang),
        help: diagnostic.problem.help(lang),
        place: (&diagnostic.location).into(),
        other: diagnostic.related.as_ref().map(Place::from),
        visit: diagnostic.visit.as_ref().map(|owner| owner.name.as_str()),
    };
    found.iter().map(write).collect()
}
