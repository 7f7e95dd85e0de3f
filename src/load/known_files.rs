//! What was read from the files the last time, so that only those that have changed are read again.

use super::assemble::{ArchiveBuilder, Loaded, Pending, decode};
use super::contents::FileSums;
use super::files::{self, RecordInput, Stamp};
use super::parsed_file::ParsedFile;
use super::progress::{ProgressCounter, Watch};
use super::quotes::SourceTexts;
use super::read::ReadOptions;
use super::register::{Register, may_have_register};

/// How many times the bytes of all files are compared with changed ones, before it is better to read all again: bytes are compared much
/// faster than records are read.
const MAX_COMPARISONS: u64 = 4;

/// The contents of all files, before they were put together.
#[derive(Debug)]
pub(super) struct KnownFiles {
    pub(super) register: Register,
    pub(super) files: Vec<KnownFile>,
}

/// The contents of a file, and what it looked like when it was read.
#[derive(Debug)]
pub(super) struct KnownFile {
    pub(super) input: RecordInput,
    pub(super) stamp: Option<Stamp>,
    /// `None` if it is skipped without being read.
    pub(super) parsed: Option<ParsedFile>,
}

impl KnownFile {
    /// Whether other files may refer to what is in this one.
    fn may_have_register(&self) -> bool {
        // What has problems may have been understood in part.
        self.parsed.as_ref().is_some_and(|parsed| {
            !parsed.diagnostics.is_empty()
                || parsed.headers.iter().any(|header| header.registered().next().is_some())
        })
    }
}

impl KnownFiles {
    /// What was read, if it is all that there is: every input is a file that was read as an archive or for one, or one that is
    /// skipped without being read.
    pub(super) fn new(
        register: Register,
        inputs: &[(RecordInput, Option<Stamp>)],
        parsed: Vec<ParsedFile>,
    ) -> Option<Self> {
        let mut parsed = parsed.into_iter();
        let known = |(input, stamp): &(RecordInput, Option<Stamp>)| {
            let parsed = match input {
                RecordInput::Skipped(_) => None,
                _ => Some(stamp.and(parsed.next())?),
            };
            Some(KnownFile { input: input.clone(), stamp: *stamp, parsed })
        };
        let files = inputs.iter().map(known).collect::<Option<_>>()?;
        parsed.next().is_none().then_some(Self { register, files })
    }

    /// Reads the files that have changed, and puts all together. `None` if there are other files than before, or if the change of
    /// one may change what another one means. The checksums are made those of what was read.
    pub(super) fn update(
        self,
        inputs: &[(RecordInput, Option<Stamp>)],
        mut sums: Option<&mut FileSums>,
    ) -> Option<(Loaded, Option<Self>)> {
        let is_same = |(known, (input, _)): (&KnownFile, &(RecordInput, _))| known.input == *input;
        if self.files.len() != inputs.len() || !self.files.iter().zip(inputs).all(is_same) {
            return None;
        }
        let mut changed: Vec<Option<Vec<u8>>> = Vec::new();
        let lengths = inputs.iter().filter_map(|(_, stamp)| stamp.map(|stamp| stamp.length()));
        let most_compared = MAX_COMPARISONS * lengths.sum::<u64>();
        let mut compared = 0;
        for (known, (input, stamp)) in self.files.iter().zip(inputs) {
            if known.stamp == *stamp {
                changed.push(None);
                continue;
            }
            let bytes = files::bytes(input, true, None).ok()?;
            let has_register =
                may_have_register(&bytes) || (!self.register.is_empty() && known.may_have_register());
            let length = u64::try_from(bytes.len()).ok();
            let others = inputs.iter().filter(|(other, _)| other != input);
            let alike: Vec<&RecordInput> = others
                .filter(|(_, stamp)| stamp.map(|stamp| stamp.length()) == length)
                .map(|(other, _)| other)
                .collect();
            compared += alike.len() as u64 * length.unwrap_or_default();
            if has_register
                || compared > most_compared
                || alike.into_iter().any(|other| is_equal(other, &bytes))
            {
                return None;
            }
            if let Some(sums) = &mut sums {
                sums.replace(input, &bytes);
            }
            changed.push(Some(bytes));
        }
        let (texts, counter) = (SourceTexts::default(), ProgressCounter::default());
        let options = ReadOptions { texts: &texts, register: &self.register, keep: true };
        let mut builder =
            ArchiveBuilder::new(options, Watch { counter: &counter, grown: None }, 0).remembering();
        for (known, bytes) in self.files.into_iter().zip(changed) {
            let in_folder = known.input.is_found();
            match (known.parsed, bytes) {
                (Some(parsed), Some(bytes)) => {
                    let file = decode(&known.input.name(), bytes, in_folder);
                    builder.push(file.with_pieces(parsed.pieces));
                }
                (Some(parsed), None) => builder.push_known(known.input, parsed),
                (None, _) => {
                    if let RecordInput::Skipped(file) = known.input {
                        builder.push(Pending::Skipped(file));
                    }
                }
            }
        }
        let (loaded, _, parsed) = builder.finish();
        Some((loaded, Self::new(self.register, inputs, parsed)))
    }
}

/// Whether a file has these bytes: of equal files only one counts.
fn is_equal(input: &RecordInput, bytes: &[u8]) -> bool {
    files::bytes(input, true, None).is_ok_and(|other| other == bytes)
}
