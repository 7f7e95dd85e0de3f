//! From bytes to an archive: which files are read, what they say, and what is wrong with them.
//!
//! The only room that knows YAML. A file becomes trees in which every node knows its place (`compose`), one visit at
//! a time; a tree becomes a typed record, and every fault of it is told (`record`); a record is checked against its
//! neighbours (`crosscheck`), and looked at for what can hardly be so (`plausible`, `quotes`, `hidden`, `across`). A visit
//! with an error is set aside whole: half of one could put words into the wrong mouth. All others can be used.

mod across;
mod compose;
mod crosscheck;
mod files;
mod finding;
mod hidden;
mod identity;
mod list;
mod listed;
mod money;
mod node;
mod origin;
mod plausible;
mod quotes;
mod read;
mod record;
mod register;
mod resume;
mod skipped;
mod slip;
mod source;

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};
use std::ffi::OsString;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::PathBuf;

pub use files::{Unreadable, check_paths, files_behind, is_piped};
pub use origin::Origin;
pub use quotes::{Proofs, SourceTexts};
pub use skipped::{Skipped, Why, skipped_in_words};

use crate::diagnostic::{Code, Diagnostic, Tally};
use crate::model::{Archive, Header};
use across::{Across, InFile};
use files::Input;
use read::Manner;
use register::Register;
use source::Source;

/// The example that is part of the program: the `visits.yaml` at the root of the repository.
pub const EXAMPLE: &str = include_str!("../../visits.yaml");

/// What was loaded.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The good visits.
    pub archive: Archive,
    /// What is wrong with the others, and what deserves a look, in the order of files and lines.
    pub diagnostics: Vec<Diagnostic>,
    /// Faults beyond those, in files that have very many.
    pub untold: Tally,
    /// The files in folders that were passed over.
    pub skipped: Vec<Skipped>,
    /// Whether it is the example inside the program.
    pub built_in: bool,
    /// Where the files are, by the names by which they are shown; without those whose bytes came through a pipe.
    pub paths: BTreeMap<String, PathBuf>,
    /// The names of those that did.
    pub streams: Vec<String>,
}

/// What was found in files that were only checked.
#[derive(Debug, Default)]
pub struct Checked {
    /// How many visits can be used.
    pub visits: usize,
    /// As in [`Loaded`].
    pub diagnostics: Vec<Diagnostic>,
    /// As in [`Loaded`].
    pub untold: Tally,
    /// As in [`Loaded`].
    pub skipped: Vec<Skipped>,
    /// How many quotes were looked for in texts, and how many are there.
    pub proofs: Proofs,
}

/// Reads everything behind the paths. What cannot be read or used is a diagnostic, and stops nothing.
pub fn load(paths: &[OsString]) -> Loaded {
    Origin::new(paths.to_vec()).load()
}

/// The good visits in the first so many bytes of `visits.yaml` and `visits.yml` of this folder, or of the example. The last
/// one may have lost its end.
pub fn glance(most: u64) -> Archive {
    let bytes = |input: &Input| files::head(input, EXAMPLE, most);
    read_all(&files::inputs(&[]), (&SourceTexts::default(), true), bytes).0.archive
}

/// Looks at everything behind the paths, and for quotes also into the texts of their sources. Little is kept in memory.
pub fn check(paths: &[OsString], texts: &SourceTexts) -> Checked {
    let (inputs, mut origin) = (files::inputs(paths), Origin::new(paths.to_vec()));
    let bytes = |input: &Input| origin.bytes(input, inputs.len() == 1);
    let (loaded, proofs) = read_all(&inputs, (texts, false), bytes);
    let Loaded { archive, diagnostics, untold, skipped, .. } = loaded;
    Checked { visits: archive.visits.len(), diagnostics, untold, skipped, proofs }
}

/// Reads one text as a file of this name.
pub fn load_text(name: &str, bytes: Vec<u8>) -> Loaded {
    let (texts, mut register) = (SourceTexts::default(), Register::default());
    register.gather(&bytes);
    register.settle();
    let mut loading = Loading::new(Manner { texts: &texts, register: &register, keep: true });
    loading.add(name, bytes, false);
    loading.finish()
}

/// What was in a file, or why that is not known.
type Bytes = Result<Vec<u8>, Box<Diagnostic>>;

/// Reads inputs: first what they have of the register, which may stand behind what refers to it; then everything.
fn read_all(
    inputs: &[Input],
    (texts, keep): (&SourceTexts, bool),
    mut bytes: impl FnMut(&Input) -> Bytes,
) -> (Loaded, Proofs) {
    let mut register = Register::default();
    // What comes alone is read once.
    let mut alone = None;
    for input in inputs {
        let read = bytes(input);
        if let Ok(read) = &read {
            register.gather(read);
        }
        alone = (inputs.len() == 1).then_some(read);
    }
    register.settle();
    let mut loading = Loading::new(Manner { texts, register: &register, keep });
    for input in inputs {
        let read = alone.take().unwrap_or_else(|| bytes(input));
        loading.read(input, read);
    }
    let proofs = loading.proofs;
    (loading.finish(), proofs)
}

/// What was loaded so far, and what the next visits are checked by.
struct Loading<'a> {
    manner: Manner<'a>,
    loaded: Loaded,
    across: Across,
    /// The names of the files, by what their bytes are.
    known: HashMap<u64, String>,
    proofs: Proofs,
}

impl<'a> Loading<'a> {
    fn new(manner: Manner<'a>) -> Self {
        let (loaded, across) = (Loaded::default(), Across::default());
        Self { manner, loaded, across, known: HashMap::new(), proofs: Proofs::default() }
    }

    fn read(&mut self, input: &Input, bytes: Bytes) {
        let in_folder = matches!(input, Input::Found(_));
        match (input, bytes) {
            (Input::Skipped(file), _) => self.loaded.skipped.push(file.clone()),
            (Input::Closed(_), Ok(_)) => {}
            (_, Err(diagnostic)) => self.loaded.diagnostics.push(*diagnostic),
            (_, Ok(bytes)) => match self.twin(&input.name(), &bytes) {
                Some(twin) if in_folder => {
                    self.loaded.skipped.push(Skipped { name: input.name(), why: Why::SameAs(twin) });
                }
                _ => self.add(&input.name(), bytes, in_folder),
            },
        }
    }

    /// The file before that has the same bytes.
    fn twin(&mut self, name: &str, bytes: &[u8]) -> Option<String> {
        let mut hasher = DefaultHasher::new();
        bytes.hash(&mut hasher);
        match self.known.entry(hasher.finish()) {
            Entry::Occupied(known) => Some(known.get().clone()),
            Entry::Vacant(new) => {
                new.insert(name.to_owned());
                None
            }
        }
    }

    /// A file found in a folder may be somebody else's; one that was named is ours.
    fn add(&mut self, name: &str, bytes: Vec<u8>, in_folder: bool) {
        let Self { manner, loaded, across, proofs, .. } = self;
        let source = match Source::decode(name, bytes) {
            Ok(source) => source,
            Err(diagnostic) => return loaded.diagnostics.push(*diagnostic),
        };
        if let Some(page) = source.web_page().or_else(|| source.sheet()) {
            return loaded.diagnostics.push(source.diagnostic(page, None));
        }
        let found = read::read(&source, *manner);
        if in_folder && !found.is_ours {
            loaded.skipped.push(Skipped { name: name.to_owned(), why: Why::NoRecords });
            return;
        }
        *proofs = proofs.plus(found.proofs);
        let archive = &mut loaded.archive;
        let number = archive.files.len();
        archive.files.push(name.to_owned());
        let first_header = archive.headers.len();
        archive.headers.extend(found.headers.into_iter().map(|header| Header { file: number, ..header }));
        let has_breaks = found.diagnostics.iter().any(|it| it.code() == Code::Syntax);
        across.meet_broken(found.broken, has_breaks);
        let first_visit = archive.visits.len();
        for header in archive.headers.iter().skip(first_header) {
            across.meet_register(header, InFile { source: &source, number, names: &archive.files });
        }
        for mut visit in found.visits {
            visit.header += first_header;
            let file = InFile { source: &source, number, names: &archive.files };
            if across.meet(&visit, file) {
                archive.visits.push(visit);
            }
        }
        for visit in archive.visits.iter().skip(first_visit) {
            across.related(visit, &source);
        }
        let mut diagnostics = found.diagnostics;
        diagnostics.append(&mut across.take_told());
        diagnostics.sort_by_key(|diagnostic| diagnostic.spot.at);
        // Where reading is taken up again, the same break may be met twice; and so is what an alias repeats.
        diagnostics.dedup_by(|a, b| (a.spot.at, &a.fault) == (b.spot.at, &b.fault));
        loaded.diagnostics.append(&mut diagnostics);
        loaded.untold = loaded.untold.plus(found.measure.untold);
    }

    fn finish(self) -> Loaded {
        let Self { mut loaded, across, .. } = self;
        loaded.untold = loaded.untold.plus(across.finish(&mut loaded.diagnostics));
        loaded
    }
}
