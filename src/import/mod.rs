//! Import: records of other programs and formats become visits of the record format.
//!
//! A table is read as sheets of texts (`csv`, `workbook`, `sheet`; JSON of any shape by `documents`). Its headings are recognized by the
//! fields that people enter (`columns`, `plan`), or by what the user says (`map`). Rows become visits and their records (`tables`,
//! `assembly`, `visit_rows`, `record_rows`): cells are read by `cells` and `row`, names are found by `names`, and several people in a cell by `people`. `documents` reads formats
//! that say themselves what they contain. What is not certain stays as text, and all that was left out or changed is told as a [`Remark`].

mod assembly;
mod cells;
mod columns;
mod container;
mod csv;
mod documents;
mod draft;
mod format;
mod imported;
mod inputs;
mod known_visits;
mod map;
mod names;
mod people;
mod plan;
mod proposal;
mod record_rows;
mod remark;
mod request;
mod row;
mod sheet;
mod tables;
mod target;
mod template;
mod unreadable;
mod visit_ids;
mod visit_rows;
mod workbook;
mod xlsx_parts;

pub use columns::RowKind;
pub use documents::{Document, DocumentError, DocumentFormat, Rows, read_document};
pub use format::ImportFormat;
pub use imported::{Imported, ImportedText};
pub use inputs::import;
pub use known_visits::KnownVisits;
pub use map::{Map, MapError};
pub use plan::{Plan, PlannedColumn};
pub use remark::{Place, Remark, RemarkKind};
pub use request::{Import, ImportInput, ImportOptions};
pub use sheet::Limit;
pub use template::{template_table, template_workbook};
pub use unreadable::Unreadable;
