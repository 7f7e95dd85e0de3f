//! `lawat show`: prints one record with everything known about it, like the explorer's detail pane.

use std::process::ExitCode;

use clap::Args;

use super::output::{self, Failure, Paint};
use super::records::{self, RecordArgs};
use super::shell;
use crate::lang::Lang;
use crate::model::{Archive, Record};
use crate::page::{PageContext, appearance, no_highlights};

/// The maximum width of text output, in columns.
const COLUMNS: usize = 96;

/// Show everything recorded about a visit, a participant, an organization, a stop or a statement.
///
/// Exits with 0 when it was found, 1 when it was not, when several records have the id, or when visits were left out because of
/// errors, 2 when the records could not be read.
#[derive(Debug, Args)]
pub(super) struct ShowArgs {
    /// The id of a visit or of a person, or a reference such as visit-id#id (`/` or `:` can replace `#`).
    #[arg(value_name = "ID", add = shell::ids())]
    id: String,

    #[command(flatten)]
    records: RecordArgs,
}

/// Prints the record.
pub(super) fn run(args: &ShowArgs, lang: Lang, paint: Paint) -> Result<ExitCode, Failure> {
    let records = records::open(&args.records, lang)?;
    let (archive, done) = (&records.archive, records.done);
    let Some(record) = records::only(archive, &args.id, lang) else { return Ok(ExitCode::from(1)) };
    output::write_text(&page(archive, record, lang, paint))?;
    Ok(done)
}

fn page(archive: &Archive, record: Record<'_>, lang: Lang, paint: Paint) -> String {
    let ctx = PageContext {
        archive,
        lang,
        columns: output::columns(COLUMNS),
        highlights: &no_highlights,
        mixed_visits: false,
        translation: None,
        published: false,
    };
    let mut lines = ctx.detail(record);
    lines.extend(ctx.appearances(|_, visit| appearance(record, visit)));
    lines.iter().map(|line| paint.line(line)).collect()
}
