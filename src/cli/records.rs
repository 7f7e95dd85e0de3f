//! What the subcommands that read records share: the archive, and the kinds of record by name.

use std::collections::HashSet;
use std::ffi::OsString;

use clap::ValueEnum;

use super::output::{self, Failure};
use crate::diagnostic::ProblemCount;
use crate::lang::Lang;
use crate::load;
use crate::model::{Agent, Archive, Id, Record, RecordKind};
use crate::text::nearest;

/// A kind of record, as it is named on the command line.
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

/// The name of a kind in the output.
pub(super) fn kind_name(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Visit => "visit",
        RecordKind::Stop => "stop",
        RecordKind::Participant => "participant",
        RecordKind::Organization => "organization",
        RecordKind::Statement => "statement",
    }
}

/// The good visits behind the paths. What is wrong with others is said on standard error; when no visit is good, there is
/// nothing to work with.
pub(super) fn open(paths: &[OsString], lang: Lang) -> Result<Archive, Failure> {
    super::check_paths(paths, lang)?;
    if super::is_left_out(paths) {
        output::narrate(lang.messages().data_not_asked);
    }
    let loaded = output::patiently(lang.messages().loading, || load::load(paths));
    let faults = ProblemCount::of(&loaded.diagnostics).plus(loaded.unreported).errors;
    if faults > 0 {
        output::narrate(&lang.problems_elsewhere(faults));
        if loaded.archive.visits.is_empty() {
            return Err(Failure::new(&lang.still_usable(0)));
        }
    }
    if loaded.built_in {
        output::narrate(lang.messages().built_in);
    }
    Ok(loaded.archive)
}

/// The one record that is meant by an id or a reference; when there is none, or several, that is said. `visit/id` and
/// `visit:id` are understood, too, because to some shells `#` means something else; in `id@organization:post` the colon stays.
pub(super) fn only<'a>(archive: &'a Archive, id: &str, lang: Lang) -> Option<Record<'a>> {
    let with_hash = id.replace(['/', ':'], "#");
    let written = Some(find(archive, id)).filter(|found| !found.is_empty());
    let found = written.unwrap_or_else(|| find(archive, &with_hash));
    let are_agents = found.iter().all(|it| it.agent().is_some());
    match (found.as_slice(), found.iter().find(|it| are_agents && is_called(it, id))) {
        ([], _) => output::narrate(&lang.no_record(id, meant(archive, &with_hash).as_deref())),
        ([record], _) => return Some(*record),
        // Who has a name is called by the id alone.
        (several, Some(called)) => {
            let others = several.iter().filter(|it| !is_called(it, id)).map(Record::reference);
            output::narrate(&lang.others_have_the_id(id, &others.collect::<Vec<_>>().join(", ")));
            return Some(*called);
        }
        (several, None) => {
            let references: Vec<String> = several.iter().map(Record::reference).collect();
            output::narrate(&lang.several_records(id, &references.join(", ")));
        }
    }
    None
}

/// The records of a reference. A person or an organization is one, in however many visits, and is found in the newest.
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
    let mut known: HashSet<Agent> = HashSet::new();
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
        let somebody = participant.or_else(organization);
        found.extend(somebody.filter(|it| it.agent().is_some_and(|agent| known.insert(agent))));
        found.extend(stop.into_iter().chain(statement));
    }
    if reference.contains('@') {
        found.retain(|it| is_called(it, reference));
    }
    found
}

/// Whether somebody is called just so, and does not only have the id.
fn is_called(record: &Record<'_>, reference: &str) -> bool {
    record.agent().is_some_and(|agent| agent.to_string() == reference)
}

/// The id or the reference that is meant: spelt nearly so, or a longer one.
fn meant(archive: &Archive, text: &str) -> Option<String> {
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
