//! `lawat add`: asks for a record line by line, or takes it from flags, and writes it to its place in a file.

mod args;
mod dialogue;
mod prompt;
mod records;

use std::ffi::OsStr;
use std::io::{self, IsTerminal as _};
use std::path::Path;
use std::process::ExitCode;

pub(super) use args::{AddArgs, field_of, heading, help, value_name};

use super::output::{self, Failure, Paint};
use crate::entry::{Entry, EntryError, Input, Kind, Known, NewRecord};
use crate::lang::Lang;
use crate::load::read_bounded;
use records::Records;

/// Adds the record.
pub(super) fn run(args: &AddArgs, lang: Lang, paint: Paint) -> Result<ExitCode, Failure> {
    let path = args.file.clone().unwrap_or_else(records::default_file);
    let is_terminal = io::stdin().is_terminal() && io::stdout().is_terminal();
    if args.answers.is_empty() && is_terminal {
        return dialogue::run(args, &path, lang, paint);
    }
    let records = Records::read(&path, lang)?;
    let new = from_flags(args, &records, lang)?;
    if let Some(similar) = records.similar_name(&new, lang).filter(|_| !args.takes_new_names) {
        return Err(Failure::new(&lang.name_like_known(
            &similar.typed,
            &similar.known.name,
            &similar.known.id,
        )));
    }
    if args.is_dry_run {
        return print(&new);
    }
    let text = records.with(&new)?.text;
    let name = records.name.clone();
    records.save(&text).map_err(|error| Failure::new(&error.message(&name, lang)))?;
    tell(args, &name, &text, &new, lang)
}

/// The record that the flags describe.
fn from_flags(args: &AddArgs, records: &Records, lang: Lang) -> Result<NewRecord, Failure> {
    let mut entry = Entry::new(args.kind);
    for (field, text) in &args.answers {
        let text =
            if text == "-" && field.input == Input::Lines { standard_input(lang)? } else { text.clone() };
        let wrong = |error: EntryError| wrong_flag(&args::flag(field), &error, lang);
        entry.answer(field, &text, lang).map_err(wrong)?;
    }
    let visit = match args.kind {
        Kind::Visit => None,
        _ if records.archive.visits.is_empty() => {
            return Err(Failure::new(&lang.no_visit_yet(&records.name)));
        }
        _ => records.visit(args.visit.as_deref()),
    };
    entry.record(Known { archive: &records.archive, visit }, lang).map_err(|error| match &error {
        EntryError::Missing(field) => wrong_flag(&args::flag(field), &error, lang),
        EntryError::NoVisit => wrong_flag("visit", &error, lang),
        EntryError::NoSource => wrong_flag("source", &error, lang),
        EntryError::BadId(_) => wrong_flag("id", &error, lang),
        _ => Failure::new(&error.message(lang)),
    })
}

fn wrong_flag(flag: &str, error: &EntryError, lang: Lang) -> Failure {
    Failure::new(&format!("--{flag}: {}", error.message(lang)))
}

fn standard_input(lang: Lang) -> Result<String, Failure> {
    let bytes = read_bounded(OsStr::new("-"));
    let text = bytes.and_then(|it| String::from_utf8(it).map_err(io::Error::other));
    text.map_err(|error| Failure::new(&lang.unreadable("-", &error)))
}

/// Prints the record.
fn print(new: &NewRecord) -> Result<ExitCode, Failure> {
    let yaml = new.yaml().map_err(|error| Failure::new(&error.to_string()))?;
    output::write_text(&yaml)?;
    Ok(ExitCode::SUCCESS)
}

/// Says where the record was written, and what to do next.
fn tell(args: &AddArgs, name: &str, text: &str, new: &NewRecord, lang: Lang) -> Result<ExitCode, Failure> {
    let place = records::location(name, text, args.kind, new);
    output::write_text(&format!("{}\n", crate::text::visible_string(&place)))?;
    let is_default = Path::new(name) == records::default_file();
    let file = if is_default { String::new() } else { format!(" {name}") };
    output::print_message(&match args.kind {
        Kind::Visit => lang.after_visit(&file),
        _ => lang.after_record(&file),
    });
    Ok(ExitCode::SUCCESS)
}
