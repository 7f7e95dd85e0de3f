//! Reads the records for subcommands, and finds records by reference.

use std::collections::HashSet;
use std::ffi::OsString;
use std::mem;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, ValueEnum, ValueHint};

use super::cache;
use super::output::{self, Failure};
use crate::cache::Entry;
use crate::diagnostic::{Diagnostic, ProblemCount, Severity, concise_in_words};
use crate::lang::Lang;
use crate::load::{Loader, Watch};
use crate::model::{Agent, Archive, Id, Record, RecordKind};
use crate::search::Index;
use crate::text::{nearest, shorten};

/// A kind of record on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum KindArg {
    Visit,
    Stop,
    #[value(alias = "person")]
    Participant,
    Organization,
    Statement,
}

impl KindArg {
    pub(super) fn record_kind(self) -> RecordKind {
        match self {
            Self::Visit => RecordKind::Visit,
            Self::Stop => RecordKind::Stop,
            Self::Participant => RecordKind::Participant,
            Self::Organization => RecordKind::Organization,
            Self::Statement => RecordKind::Statement,
        }
    }
}

/// The name of a kind in output for programs.
pub(super) fn kind_name(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Visit => "visit",
        RecordKind::Stop => "stop",
        RecordKind::Participant => "participant",
        RecordKind::Organization => "organization",
        RecordKind::Statement => "statement",
    }
}

/// What a subcommand reads.
#[derive(Debug, Args)]
pub(super) struct RecordArgs {
    /// Files or folders with visit records; `-` reads standard input.
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub(super) paths: Vec<OsString>,

    /// Exit with 0 even if visits are left out because of errors in them.
    #[arg(long)]
    partial: bool,
}

/// The records that a subcommand has read.
pub(super) struct Records {
    /// The visits without errors.
    pub(super) archive: Archive,
    /// The exit code of a subcommand that succeeds with them.
    pub(super) done: ExitCode,
    /// The entry of the cache.
    entry: Entry,
}

impl Records {
    /// The index of the search.
    pub(super) fn index(&mut self) -> Arc<Index> {
        let index = self.entry.index(&self.archive);
        self.entry.keep();
        index
    }
}

impl Drop for Records {
    fn drop(&mut self) {
        self.entry.wait();
        // The process ends now: freeing every record would only take time.
        mem::forget(mem::take(&mut self.archive));
    }
}

/// The most visits and files of which it is told why they are left out.
const MOST_LEFT_OUT: usize = 20;

/// The valid visits at the paths. What is left out is told on standard error; without any valid visit, this fails.
pub(super) fn open(args: &RecordArgs, lang: Lang) -> Result<Records, Failure> {
    let paths = &args.paths;
    super::check_paths(paths, lang)?;
    if super::is_stdin_ignored(paths) {
        output::print_message(lang.messages().stdin_ignored);
    }
    let mut entry = cache::used().entry(paths);
    let loaded = output::with_load_progress(lang.messages().loading, lang, |counter| {
        entry.load(&mut Loader::new(paths.clone()), Watch { counter, grown: None })
    });
    entry.keep();
    let errors = ProblemCount::of(&loaded.diagnostics).plus(loaded.unreported).errors;
    if errors > 0 {
        print_left_out(&loaded.diagnostics, lang);
        output::print_message(&lang.problems_elsewhere(errors));
        if loaded.archive.visits.is_empty() {
            return Err(Failure::new(&lang.usable_despite_errors(0)));
        }
    }
    if loaded.built_in {
        output::print_message(lang.messages().built_in);
    }
    let is_whole = errors == 0 || args.partial;
    Ok(Records { archive: loaded.archive, done: ExitCode::from(u8::from(!is_whole)), entry })
}

/// Prints the visits and the files that are left out, each with the first of its errors.
fn print_left_out(diagnostics: &[Diagnostic], lang: Lang) {
    let mut told = HashSet::new();
    let errors = diagnostics.iter().filter(|it| it.severity() == Severity::Error);
    let first =
        errors.filter(|it| told.insert((&it.location.file, it.visit.as_ref().map(|visit| visit.line))));
    for error in first.take(MOST_LEFT_OUT) {
        let visit = error.visit.as_ref().map(|visit| shorten(&visit.name));
        output::print_message(&lang.left_out_because(visit.as_deref(), &concise_in_words(error, lang)));
    }
}

/// The only record for an ID or a reference; otherwise prints a message. `visit/id` and `visit:id` are accepted, too,
/// because `#` is special in some shells; in `id@organization:post` the colon stays.
pub(super) fn only<'a>(archive: &'a Archive, id: &str, lang: Lang) -> Option<Record<'a>> {
    let with_hash = id.replace(['/', ':'], "#");
    let exact = Some(find(archive, id)).filter(|found| !found.is_empty());
    let found = exact.unwrap_or_else(|| find(archive, &with_hash));
    let are_agents = found.iter().all(|it| it.agent().is_some());
    match (found.as_slice(), found.iter().find(|it| are_agents && has_identity(it, id))) {
        ([], _) => output::print_message(&lang.no_record(id, suggestion(archive, &with_hash).as_deref())),
        ([record], _) => return Some(*record),
        // A named person or organization is identified by the ID alone.
        (several, Some(exact)) => {
            let others = several.iter().filter(|it| !has_identity(it, id)).map(Record::reference);
            output::print_message(&lang.others_have_the_id(id, &others.collect::<Vec<_>>().join(", ")));
            return Some(*exact);
        }
        (several, None) => {
            let references: Vec<String> = several.iter().map(Record::reference).collect();
            output::print_message(&lang.several_records(id, &references.join(", ")));
        }
    }
    None
}

/// The records of a reference. A person or an organization in several visits is one record, that of the newest visit.
fn find<'a>(archive: &'a Archive, reference: &str) -> Vec<Record<'a>> {
    if let Some(visit) = archive.visit(&Id::new(reference)) {
        return vec![Record::Visit(visit)];
    }
    let (visit, id) = match reference.rsplit_once('#') {
        Some((visit, id)) => (Some(Id::new(visit)), id),
        None => (None, reference.split('@').next().unwrap_or_default()),
    };
    let id = Id::new(id);
    let mut found: Vec<Record<'a>> = Vec::new();
    let mut seen: HashSet<Agent> = HashSet::new();
    for visit in archive
        .newest_first()
        .into_iter()
        .filter_map(|at| archive.visits.get(at))
        .filter(|it| visit.as_ref().is_none_or(|visit| it.id == *visit))
    {
        let participant = visit.participant(&id).map(|it| Record::Participant(visit, it));
        let organization = || visit.organization(&id).map(|it| Record::Organization(visit, it));
        let stop = visit.stop(&id).map(|it| Record::Stop(visit, it));
        let statement = visit.statement(&id).map(|it| Record::Statement(visit, it));
        let agent_record = participant.or_else(organization);
        found.extend(agent_record.filter(|it| it.agent().is_some_and(|agent| seen.insert(agent))));
        found.extend(stop.into_iter().chain(statement));
    }
    if reference.contains('@') {
        found.retain(|it| has_identity(it, reference));
    }
    found
}

/// Whether the reference is the whole identity of a person or an organization, not only its ID.
fn has_identity(record: &Record<'_>, reference: &str) -> bool {
    record.agent().is_some_and(|agent| agent.to_string() == reference)
}

/// A known ID or reference: similar to the text, or one that contains it.
fn suggestion(archive: &Archive, text: &str) -> Option<String> {
    let records = || archive.targets().filter_map(|target| archive.record(target));
    let references: Vec<String> = if text.contains('#') {
        records().map(|record| record.reference()).collect()
    } else {
        records().map(|record| record.id().to_string()).collect()
    };
    let all = || references.iter().map(String::as_str);
    let longer = || all().find(|id| id.to_lowercase().contains(&text.to_lowercase()));
    nearest(text, all()).or_else(longer).map(str::to_owned)
}
