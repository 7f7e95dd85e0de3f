//! The references of all records of an archive, and what the records are called: all that completions need of it.

use borsh::{BorshDeserialize, BorshSerialize};

use crate::model::{Archive, RecordKind};
use crate::parallel::{available_cores, run_on};
use crate::text::{Line, TextRole, visible_string};

/// The maximum width of a name, in columns.
const NAME_COLUMNS: usize = 60;
/// How many visits make a part.
const PART: usize = 1_000;
/// What separates a reference from the name; neither has control characters.
const SEPARATOR: char = '\t';

/// The references of all records, in the order of the archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct References(Vec<Part>);

/// The references of some visits. They are kept as one text, because completions read all of them for the few that they show.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub(super) struct Part {
    kinds: Vec<RecordKind>,
    /// A line for each record: its reference and its name.
    lines: String,
}

/// The reference of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reference<'a> {
    /// The kind of the record.
    pub kind: RecordKind,
    /// The reference by which commands find it.
    pub text: &'a str,
    /// What it is called, on one line of at most 60 columns.
    pub name: &'a str,
}

impl References {
    /// The references of an archive.
    pub fn of(archive: &Archive) -> Self {
        let visits: Vec<usize> = (0..archive.visits.len()).collect();
        let parts: Vec<&[usize]> = visits.chunks(PART).collect();
        Self(run_on(available_cores(), &parts, |visits| Part::of(archive, visits)))
    }

    pub(super) fn parts(&self) -> &[Part] {
        &self.0
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = Reference<'_>> {
        self.0.iter().flat_map(Part::iter)
    }
}

impl From<Vec<Part>> for References {
    fn from(parts: Vec<Part>) -> Self {
        Self(parts)
    }
}

impl Part {
    fn of(archive: &Archive, visits: &[usize]) -> Self {
        let (mut kinds, mut lines) = (Vec::new(), String::new());
        for target in visits.iter().flat_map(|visit| archive.targets_of(*visit)) {
            let Some(record) = archive.record(target) else { continue };
            kinds.push(target.kind);
            lines.push_str(&visible_string(&record.reference()));
            lines.push(SEPARATOR);
            lines.push_str(&Line::of(record.label(), TextRole::Plain).cut(NAME_COLUMNS).plain());
            lines.push('\n');
        }
        Self { kinds, lines }
    }

    fn iter(&self) -> impl Iterator<Item = Reference<'_>> {
        self.kinds.iter().zip(self.lines.lines()).filter_map(|(kind, line)| {
            let (text, name) = line.split_once(SEPARATOR)?;
            Some(Reference { kind: *kind, text, name })
        })
    }
}
