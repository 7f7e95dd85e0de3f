//! Import: records of other programs and formats become visits of the record format.

mod documents;
mod container;
mod csv;
mod imported;
mod sheet;
mod unreadable;
mod workbook;

pub use documents::{Document, DocumentError, DocumentFormat, Rows, read_document};
pub use imported::{Imported, Remark, RemarkKind};
pub use unreadable::Unreadable;
