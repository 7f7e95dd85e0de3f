//! What an import found: visits as fields and values, and what was not taken.

use std::fmt::Write as _;

use serde_yaml::{Mapping, Value as Yaml};

use super::columns::RowKind;
use super::remark::{self, Remark};
use crate::lang::Lang;
use crate::model::VERSION;
use crate::text::yaml;

/// Records of an import.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Imported {
    /// The visits: fields of the record format and their values, each with an id.
    pub visits: Vec<Mapping>,
    /// Where each of the visits stands in the input.
    pub places: Vec<String>,
    /// People of the register.
    pub people: Vec<Mapping>,
    /// Organizations of the register.
    pub organizations: Vec<Mapping>,
    /// Remarks, in the order of the input.
    pub remarks: Vec<Remark>,
}

/// Records as a file of the record format.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportedText {
    /// The text.
    pub text: String,
    /// The line at which each visit begins, from 1.
    lines: Vec<usize>,
}

impl Imported {
    /// Whether there is no record.
    pub fn is_empty(&self) -> bool {
        self.visits.is_empty() && self.people.is_empty() && self.organizations.is_empty()
    }

    /// The number of records of a kind in the visits.
    pub fn count(&self, kind: RowKind) -> usize {
        let list = |visit: &Mapping| visit.get(kind.list()).and_then(Yaml::as_sequence).map_or(0, Vec::len);
        if kind == RowKind::Visits { self.visits.len() } else { self.visits.iter().map(list).sum() }
    }

    /// The remarks as lines.
    pub fn told(&self, lang: Lang) -> Vec<String> {
        remark::told(&self.remarks, lang)
    }

    /// The ids of the visits.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.visits.iter().map(|visit| visit.get("id").and_then(Yaml::as_str).unwrap_or_default())
    }

    /// The records as an archive.
    pub fn archive(&self) -> Mapping {
        let lists =
            [("people", &self.people), ("organizations", &self.organizations), ("visits", &self.visits)];
        let full = lists.into_iter().filter(|(_, list)| !list.is_empty());
        full.map(|(name, list)| (name.into(), list.iter().cloned().map(Yaml::Mapping).collect())).collect()
    }

    /// Writes a file of the record format.
    pub fn write(&self) -> Result<ImportedText, serde_yaml::Error> {
        let mut out = ImportedText { text: format!("schema_version: '{VERSION}'\n"), lines: Vec::new() };
        for (name, list) in [("people", &self.people), ("organizations", &self.organizations)] {
            if !list.is_empty() {
                let _ = write!(out.text, "{name}:\n{}", yaml(list)?);
            }
        }
        if !self.visits.is_empty() {
            out.text.push_str("visits:\n");
        }
        let mut line = out.text.lines().count() + 1;
        for visit in &self.visits {
            let written = yaml(std::slice::from_ref(visit))?;
            out.lines.push(line);
            line += written.lines().count();
            out.text.push_str(&written);
        }
        Ok(out)
    }

    /// Leaves out the visits with these indices.
    pub fn leave_out(&mut self, indices: &[usize]) {
        let mut at = 0;
        self.visits.retain(|_| {
            at += 1;
            !indices.contains(&(at - 1))
        });
    }
}

impl ImportedText {
    /// The index of the visit that has this line.
    pub fn visit_at(&self, line: usize) -> Option<usize> {
        self.lines.partition_point(|start| *start <= line).checked_sub(1)
    }
}
