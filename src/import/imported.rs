//! What an import found: visits as fields and values, and what was not taken.

use serde_yaml::Mapping;

/// Records of an import.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Imported {
    /// The visits: fields of the record format and their values, each with an id.
    pub visits: Vec<Mapping>,
    /// People of the register.
    pub people: Vec<Mapping>,
    /// Organizations of the register.
    pub organizations: Vec<Mapping>,
    /// Remarks, in the order of the input.
    pub remarks: Vec<Remark>,
}

/// Something that the user must know about a place of the input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// Where: a row of a sheet, a line, or a path within a document.
    pub place: String,
    /// What happened.
    pub what: RemarkKind,
}

/// What happened to a part of the input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RemarkKind {
    /// It was left out; the reason.
    LeftOut(String),
    /// It was taken, but differently from how it was written; what is different.
    Changed(String),
}
