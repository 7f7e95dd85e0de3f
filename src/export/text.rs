//! Quote cards as plain text: each statement with its attribution, date, place and sources.

use std::io::{self, Write};

use super::job::{Export, ExportSummary};
use super::selection::VisitSelection;
use crate::cite::{Citation, Style};
use crate::model::{Record, RecordKind, Target, Visit};

/// Writes the statements in the order of the selection, else in chronological order.
pub(super) fn write(export: &Export<'_>, out: &mut dyn Write) -> io::Result<ExportSummary> {
    let mut records = 0;
    for target in statements(export) {
        let Some(Record::Statement(visit, statement)) = export.archive.record(target) else { continue };
        if records > 0 {
            out.write_all(b"\n")?;
        }
        let card = Citation::new(visit, statement, export.lang).write(Style::Card);
        writeln!(out, "{}", card.trim_end())?;
        records += 1;
    }
    Ok(ExportSummary { records, ..ExportSummary::default() })
}

/// The statements in the order of the selection, else in chronological order.
pub(super) fn statements(export: &Export<'_>) -> Vec<Target> {
    let ordered = &export.selection.ordered;
    if !ordered.is_empty() {
        return ordered.clone();
    }
    let of_part = |part: &VisitSelection| {
        let visit = export.archive.visits.get(part.visit);
        let in_order = visit.map(Visit::statements_in_order).unwrap_or_default();
        let chosen = in_order.into_iter().filter(|at| part.has(*at));
        chosen.map(|at| Target::new(part.visit, RecordKind::Statement, at)).collect::<Vec<_>>()
    };
    export.selection.parts.iter().flat_map(of_part).collect()
}
