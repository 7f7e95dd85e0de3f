//! `lawat check`: every fault of every file, for people, editors and programs.

use std::ffi::OsString;
use std::fmt::Write as _;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::output::{self, Failure};
use crate::diagnostic::{Code, Diagnostic, Severity, concise, full};
use crate::lang::Lang;
use crate::load;
use crate::text::{Role, nearest, visible_string, wrap_text};

/// Columns of the text for people.
const COLUMNS: usize = 100;

/// Check visit records: every fault of all files, with its place and what would mend it.
///
/// Exits with 0 when there is none, 1 when there is one, 2 when it could not check. Warnings count with --strict only.
#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    /// Files or folders with visit records; `-` reads standard input.
    #[arg(value_name = "PATH")]
    paths: Vec<OsString>,

    /// How faults are written.
    #[arg(long, value_enum, default_value_t = Format::Full)]
    format: Format,

    /// Warnings count, too.
    #[arg(long)]
    strict: bool,

    /// Explain a code, such as bad-date, instead of checking.
    #[arg(long, value_name = "CODE", conflicts_with_all = ["paths", "format", "strict"])]
    explain: Option<String>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// With the lines of the file, a caret under the place, and what would mend it.
    Full,
    /// A line each, with `file:line:column` first, as editors read it.
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
    file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    length: Option<u32>,
    /// The visit that cannot be used because of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    visit: Option<&'a str>,
}

/// Checks, and writes what was found.
pub(super) fn run(args: &CheckArgs, lang: Lang) -> Result<ExitCode, Failure> {
    if let Some(name) = &args.explain {
        return explain(name, lang);
    }
    super::check_paths(&args.paths, lang)?;
    let loaded = load::load(&args.paths);
    let found = &loaded.diagnostics;
    output::say(&match args.format {
        Format::Full => for_people(found, lang),
        Format::Concise => found.iter().map(|it| visible_string(&concise(it, lang)) + "\n").collect(),
        Format::Json => output::json(&written(found, lang), true)?,
    })?;
    let of = |severity| found.iter().filter(|it| it.code().severity() == severity).count();
    let (errors, warnings) = (of(Severity::Error) + loaded.untold, of(Severity::Warning));
    if loaded.untold > 0 {
        output::narrate(&lang.untold(loaded.untold));
    }
    if loaded.skipped > 0 {
        output::narrate(&lang.skipped(loaded.skipped));
    }
    output::narrate(&lang.checked(loaded.archive.visits.len(), errors, warnings));
    let is_clean = errors == 0 && (warnings == 0 || !args.strict);
    Ok(if is_clean { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

fn explain(name: &str, lang: Lang) -> Result<ExitCode, Failure> {
    let Some(code) = Code::find(name) else {
        let nearest = nearest(name, Code::ALL.iter().map(|code| code.name()));
        return Err(Failure::new(&lang.unknown_code(name, nearest)));
    };
    let head = format!("{}[{}]", code.severity().name(), code.name());
    let lines = wrap_text(code.explanation().get(lang), Role::Plain, &[], COLUMNS);
    let lines: String = lines.iter().map(|line| line.plain() + "\n").collect();
    output::say(&format!("{head}\n{lines}"))?;
    Ok(ExitCode::SUCCESS)
}

fn for_people(found: &[Diagnostic], lang: Lang) -> String {
    let mut out = String::new();
    for diagnostic in found {
        for line in full(diagnostic, lang, COLUMNS) {
            let _ = writeln!(out, "{}", line.plain().trim_end());
        }
        out.push('\n');
    }
    out
}

fn written<'a>(found: &'a [Diagnostic], lang: Lang) -> Vec<Written<'a>> {
    let write = |diagnostic: &'a Diagnostic| Written {
        code: diagnostic.code().name(),
        severity: diagnostic.code().severity().name(),
        message: diagnostic.fault.message(lang),
        help: diagnostic.fault.remedy(lang),
        file: &diagnostic.file,
        line: diagnostic.at.map(|at| at.line),
        column: diagnostic.at.map(|at| at.column),
        length: diagnostic.at.map(|at| at.length),
        visit: diagnostic.visit.as_ref().map(|owner| owner.name.as_str()),
    };
    found.iter().map(write).collect()
}
