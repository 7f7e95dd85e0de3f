//! What is to be imported, and what was.

use super::format::ImportFormat;
use super::imported::Imported;
use super::known_visits::KnownVisits;
use super::map::Map;
use super::plan::Plan;
use super::proposal;
use crate::lang::Lang;

/// A file.
#[derive(Debug, Clone, Copy)]
pub struct ImportInput<'a> {
    /// What it is called in messages.
    pub name: &'a str,
    /// Its content.
    pub bytes: &'a [u8],
}

/// What the user wants.
#[derive(Debug, Clone, Copy)]
pub struct ImportOptions<'a> {
    /// The language of remarks.
    pub lang: Lang,
    /// The format, if it is not to be recognized.
    pub format: Option<ImportFormat>,
    /// Which columns are which fields.
    pub map: &'a Map,
    /// The visits that are there already.
    pub known: &'a KnownVisits,
}

/// What was imported.
#[derive(Debug, Clone, Default)]
pub struct Import {
    /// The records.
    pub records: Imported,
    /// What the columns of each sheet were taken for.
    pub plans: Vec<Plan>,
    /// Pairs of names that may be one: the later one, and the earlier one.
    pub names: Vec<(String, String)>,
}

impl Import {
    /// The map of what was proposed.
    pub fn map(&self) -> String {
        proposal::write(&self.plans, &self.names)
    }
}
