//! Import: records of other programs and formats become visits of the record format.

mod imported;

pub use imported::{Imported, Remark, RemarkKind};
