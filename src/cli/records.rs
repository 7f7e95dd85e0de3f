//! What the subcommands that read records share: the archive, and the kinds of record by name.

use std::ffi::OsString;

use clap::ValueEnum;

use super::output::{self, Failure};
use crate::diagnostic::Tally;
use crate::lang::Lang;
use crate::load;
use crate::model::{Archive, RecordKind};

/// A kind of record, as it is named on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum KindArg {
    Visit,
    Stop,
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
    let loaded = load::load(paths);
    let faults = Tally::of(&loaded.diagnostics).plus(loaded.untold).errors;
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
