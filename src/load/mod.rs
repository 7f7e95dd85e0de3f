//! From bytes to an archive: which files are read, what they say, and what is wrong with them.
//!
//! The only room that knows YAML. A file becomes trees in which every node knows its place (`compose`), one visit at
//! a time; a tree becomes a typed record, and every fault of it is told (`record`); a record is checked against its
//! neighbours (`crosscheck`). A visit with a fault is set aside whole: half of one could put words into the wrong
//! mouth. All others can be used.

mod compose;
mod crosscheck;
mod files;
mod node;
mod read;
mod record;
mod source;

use std::collections::HashMap;
use std::ffi::OsString;

pub use files::{Unreadable, check_paths};

use crate::diagnostic::{Diagnostic, Fault, Owner};
use crate::model::{Archive, Visit};
use crosscheck::place;
use files::Input;
use source::Source;

/// The example that is part of the program: the `visits.yaml` at the root of the repository.
pub const EXAMPLE: &str = include_str!("../../visits.yaml");

/// What was loaded.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The good visits.
    pub archive: Archive,
    /// What is wrong with the others, in the order of files and lines.
    pub diagnostics: Vec<Diagnostic>,
    /// Faults beyond those, in files that have very many.
    pub untold: usize,
    /// Files in folders that hold no archive, and were passed over.
    pub skipped: usize,
    /// Whether it is the example inside the program.
    pub built_in: bool,
}

/// Reads everything behind the paths. What cannot be read or used is a diagnostic, and stops nothing.
pub fn load(paths: &[OsString]) -> Loaded {
    let inputs = files::inputs(paths);
    let mut loaded = Loaded { built_in: inputs == [Input::BuiltIn], ..Loaded::default() };
    let mut seen = HashMap::new();
    for input in &inputs {
        loaded.read(input, &mut seen);
    }
    loaded
}

/// Reads one text as a file of this name.
pub fn load_text(name: &str, bytes: Vec<u8>) -> Loaded {
    let mut loaded = Loaded::default();
    loaded.add(name, bytes, false, &mut HashMap::new());
    loaded
}

/// The visit ids so far, and where each stands.
type Seen = HashMap<String, String>;

impl Loaded {
    fn read(&mut self, input: &Input, seen: &mut Seen) {
        let in_folder = matches!(input, Input::Found(_));
        match files::bytes(input, EXAMPLE) {
            Ok(bytes) => self.add(&input.name(), bytes, in_folder, seen),
            Err(diagnostic) => self.diagnostics.push(*diagnostic),
        }
    }

    /// A file found in a folder may be somebody else's; one that was named is ours.
    fn add(&mut self, name: &str, bytes: Vec<u8>, in_folder: bool, seen: &mut Seen) {
        let source = match Source::decode(name, bytes) {
            Ok(source) => source,
            Err(diagnostic) => return self.diagnostics.push(*diagnostic),
        };
        let file = self.archive.files.len();
        let found = read::read(&source, file);
        if in_folder && !found.is_ours {
            self.skipped += 1;
            return;
        }
        self.archive.files.push(name.to_owned());
        self.untold += found.untold;
        let mut diagnostics = found.diagnostics;
        for visit in found.visits {
            let id = &visit.id;
            let place = format!("{name}:{}", id.line());
            if let Some(first) = seen.get(id.as_str()) {
                diagnostics.push(twin(&source, &visit, first));
            } else {
                seen.insert(id.to_string(), place);
                self.archive.visits.push(visit);
            }
        }
        diagnostics.sort_by_key(|diagnostic| diagnostic.at);
        // Where reading is taken up again, the same break may be met twice.
        diagnostics.dedup_by(|a, b| (a.at, &a.fault) == (b.at, &b.fault));
        self.diagnostics.append(&mut diagnostics);
    }
}

fn twin(source: &Source, visit: &Visit, first: &str) -> Diagnostic {
    let at = place(&visit.id).unwrap_or_default();
    let fault = Fault::DuplicateId { id: visit.id.to_string(), first: first.to_owned() };
    source.diagnostic(fault, at, Some(Owner { name: visit.title.clone(), line: at.line }))
}
