//! Import: records of other programs and formats become visits of the record format.

mod documents;
mod imported;

pub use documents::{Document, DocumentError, DocumentFormat, Rows, read_document};
pub use imported::{Imported, Remark, RemarkKind};
