//! `lawat show`: one record with everything that is known of it, as the explorer's detail shows it.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Args;

use super::output::{self, Failure};
use super::records;
use crate::lang::Lang;
use crate::model::{Archive, Id, Record};
use crate::page::{Sheet, met_as, no_hits};
use crate::text::nearest;

/// Columns of the page.
const COLUMNS: usize = 96;

/// Show a visit, a person, an organization, a stop or a statement, with everything that is known of it.
///
/// Exits with 0 when it is there, 1 when it is not or when several have the id, 2 when it could not look.
#[derive(Debug, Args)]
pub(super) struct ShowArgs {
    /// The id of a visit or of a person, or a reference such as visit-id#id.
    #[arg(value_name = "ID")]
    id: String,

    /// Files or folders with visit records; `-` reads standard input.
    #[arg(value_name = "PATH")]
    paths: Vec<OsString>,
}

/// Shows it.
pub(super) fn run(args: &ShowArgs, lang: Lang) -> Result<ExitCode, Failure> {
    let archive = records::open(&args.paths, lang)?;
    match find(&archive, &args.id).as_slice() {
        [] => {
            output::narrate(&lang.no_record(&args.id, meant(&archive, &args.id).as_deref()));
            Ok(ExitCode::from(1))
        }
        [record] => {
            output::say(&page(&archive, *record, lang))?;
            Ok(ExitCode::SUCCESS)
        }
        several => {
            let references: Vec<String> = several.iter().map(Record::reference).collect();
            output::narrate(&lang.several_records(&args.id, &references.join(", ")));
            Ok(ExitCode::from(1))
        }
    }
}

/// The records of a reference. A person or an organization is one, in however many visits, and is found in the newest.
fn find<'a>(archive: &'a Archive, reference: &str) -> Vec<Record<'a>> {
    if let Some(visit) = archive.visit(&Id::new(reference)) {
        return vec![Record::Visit(visit)];
    }
    let (visit, id) = match reference.rsplit_once('#') {
        Some((visit, id)) => (Some(Id::new(visit)), Id::new(id)),
        None => (None, Id::new(reference)),
    };
    let mut found: Vec<Record<'a>> = Vec::new();
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
        let is_known =
            found.iter().any(|it| matches!(it, Record::Participant(..) | Record::Organization(..)));
        found.extend(participant.or_else(organization).filter(|_| !is_known));
        found.extend(stop.into_iter().chain(statement));
    }
    found
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

fn page(archive: &Archive, record: Record<'_>, lang: Lang) -> String {
    let sheet = Sheet { archive, lang, columns: COLUMNS, hits: &no_hits, across: false };
    let mut lines = sheet.detail(record);
    lines.extend(sheet.met_in(|visit| met_as(record, visit)));
    lines.iter().map(|line| line.plain().trim_end().to_owned() + "\n").collect()
}
