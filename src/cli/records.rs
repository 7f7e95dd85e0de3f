//! Reads the records for subcommands, and finds records by reference.

use std::collections::HashSet;
use std::ffi::OsString;

use clap::ValueEnum;

use super::output::{self, Failure};
use crate::diagnostic::ProblemCount;
use crate::lang::Lang;
use crate::load;
use crate::model::{Agent, Archive, Id, Record, RecordKind};
use crate::text::nearest;

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

/// The valid visits at the paths. Problems are counted on standard error; without any valid visit, this fails.
pub(super) fn open(paths: &[OsString], lang: Lang) -> Result<Archive, Failure> {
    super::check_paths(paths, lang)?;
    if super::is_stdin_ignored(paths) {
        output::print_message(lang.messages().stdin_ignored);
    }
    let loaded = output::with_progress(lang.messages().loading, || load::load(paths));
    let errors = ProblemCount::of(&loaded.diagnostics).plus(loaded.unreported).errors;
    if errors > 0 {
        output::print_message(&lang.problems_elsewhere(errors));
        if loaded.archive.visits.is_empty() {
            return Err(Failure::new(&lang.usable_despite_errors(0)));
        }
    }
    if loaded.built_in {
        output::print_message(lang.messages().built_in);
    }
    Ok(loaded.archive)
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
