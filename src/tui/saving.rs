//! Exports from the explorer: new files in the working folder, never over one that is there.

use std::path::PathBuf;

use jiff::Timestamp;

use crate::app::App;
use crate::app::event::Exported;
use crate::export::{Care, Format, Selection, Unsaved, save};

/// So many files may have the same name before a number behind it.
const MOST: usize = 1000;

/// Writes a selection into a file of this name, or of this name with a number.
pub(super) fn export(app: &App, format: Format, selection: &Selection, name: &str) -> Exported {
    let export = app.exported(format, selection, Timestamp::now());
    let end = format.name();
    let names =
        std::iter::once(format!("{name}.{end}")).chain((2..MOST).map(|at| format!("{name}-{at}.{end}")));
    let mut taken = PathBuf::from(name);
    for name in names {
        let saved = save(&PathBuf::from(&name), Care { force: false, inputs: &[] }, |out| {
            let written = export.write(out)?;
            let records = written.records;
            Ok((written, records))
        });
        match saved {
            Ok(written) => return Ok((name, export.counted(), written)),
            Err(Unsaved::AlreadyThere(path)) => taken = path,
            Err(unsaved) => return Err(unsaved),
        }
    }
    Err(Unsaved::AlreadyThere(taken))
}
