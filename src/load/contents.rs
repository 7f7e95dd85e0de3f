//! A checksum of all that an archive is read from, which tells whether the files are still those that were loaded before.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::os::unix::ffi::OsStrExt as _;
use std::path::Path;

use borsh::{BorshDeserialize, BorshSerialize};
use sha2::{Digest as _, Sha256};

use super::files::RecordInput;
use crate::parallel::{available_cores, run_on};

/// Checksums are computed of pieces of this many bytes, on all processors, and then of their checksums.
const PIECE: u64 = 1 << 20;

type Sha = [u8; 32];

/// A checksum (SHA-256) of the paths, names and bytes of all files of an archive, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Contents {
    sha: Sha,
    /// The number of bytes of all files.
    bytes: u64,
}

/// The length of a file, and a checksum of its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct FileSum {
    length: u64,
    sha: Sha,
}

impl FileSum {
    fn of(bytes: &[u8]) -> Self {
        let pieces: Vec<&[u8]> = bytes.chunks(to_usize(PIECE)).collect();
        let pieces = run_on(available_cores(), &pieces, |piece| Sha::from(Sha256::digest(piece)));
        Self { length: bytes.len() as u64, sha: sum_of_pieces(&pieces) }
    }
}

/// The checksums of files as they were read.
#[derive(Debug, Default)]
pub(super) struct FileSums(HashMap<RecordInput, Option<FileSum>>);

impl FileSums {
    /// Takes the bytes of a file, if it could be read. One that is read twice, and has changed in between, has no checksum.
    pub(super) fn add(&mut self, input: &RecordInput, bytes: Option<&[u8]>) {
        let sum = bytes.map(FileSum::of);
        let known = self.0.entry(input.clone()).or_insert(sum);
        *known = sum.filter(|_| sum == *known);
    }

    /// Takes the bytes of a file that was read again, because it has changed. One without a checksum stays without.
    pub(super) fn replace(&mut self, input: &RecordInput, bytes: &[u8]) {
        if let Some(Some(known)) = self.0.get_mut(input) {
            *known = FileSum::of(bytes);
        }
    }

    /// The checksum of all inputs. `None` if one is no file, or was not read.
    pub(super) fn contents(&self, inputs: &[RecordInput]) -> Option<Contents> {
        contents(inputs, inputs.iter().map(|input| *self.0.get(input)?))
    }
}

impl Contents {
    /// The number of bytes of all files.
    pub fn bytes(self) -> u64 {
        self.bytes
    }

    /// The checksum of inputs as they are now. `None` if one is no file, or cannot be read.
    pub(super) fn of(inputs: &[RecordInput]) -> Option<Self> {
        let mut lengths = Vec::new();
        let mut pieces: Vec<(&Path, u64)> = Vec::new();
        for input in inputs {
            let Some(path) = input.path() else {
                lengths.push(0);
                continue;
            };
            let meta = path.metadata().ok().filter(std::fs::Metadata::is_file)?;
            lengths.push(meta.len());
            pieces.extend((0..meta.len().div_ceil(PIECE)).map(|piece| (path, piece * PIECE)));
        }
        let mut pieces = run_on(available_cores(), &pieces, |(path, from)| sum_of_piece(path, *from).ok());
        let mut pieces = pieces.drain(..);
        let sums = lengths.into_iter().map(|length| {
            let pieces =
                pieces.by_ref().take(to_usize(length.div_ceil(PIECE))).collect::<Option<Vec<_>>>()?;
            Some(FileSum { length, sha: sum_of_pieces(&pieces) })
        });
        contents(inputs, sums.collect::<Vec<_>>().into_iter())
    }
}

fn sum_of_piece(path: &Path, from: u64) -> io::Result<Sha> {
    let mut file = File::open(path)?;
    file.seek(SeekFrom::Start(from))?;
    let mut bytes = Vec::with_capacity(to_usize(PIECE));
    file.take(PIECE).read_to_end(&mut bytes)?;
    Ok(Sha256::digest(&bytes).into())
}

fn sum_of_pieces(pieces: &[Sha]) -> Sha {
    pieces.iter().fold(Sha256::new(), Sha256::chain_update).finalize().into()
}

/// Combines the checksums of inputs.
fn contents(inputs: &[RecordInput], sums: impl Iterator<Item = Option<FileSum>>) -> Option<Contents> {
    let (mut all, mut bytes) = (Sha256::new(), 0);
    for (input, sum) in inputs.iter().zip(sums) {
        let (path, FileSum { length, sha }) = match input {
            RecordInput::Named(path) | RecordInput::Found(path) => (std::path::absolute(path).ok()?, sum?),
            // Its bytes do not matter.
            RecordInput::Skipped(_) => (input.name().into(), FileSum { length: 0, sha: Sha::default() }),
            RecordInput::BuiltIn | RecordInput::Stdin | RecordInput::Empty(_) | RecordInput::Closed(_) => {
                return None;
            }
        };
        let name = input.name();
        let kind = match input {
            RecordInput::Skipped(file) => format!("{:?}", file.reason),
            _ if input.is_found() => "found".to_owned(),
            _ => "named".to_owned(),
        };
        for field in [kind.as_bytes(), name.as_bytes(), path.as_os_str().as_bytes()] {
            all.update((field.len() as u64).to_le_bytes());
            all.update(field);
        }
        bytes += length;
        all.update(length.to_le_bytes());
        all.update(sha);
    }
    Some(Contents { sha: all.finalize().into(), bytes })
}

fn to_usize(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn sums(inputs: &[RecordInput]) -> Option<Contents> {
        let mut sums = FileSums::default();
        for input in inputs {
            sums.add(input, Some(&fs::read(input.path().unwrap()).unwrap()));
        }
        sums.contents(inputs)
    }

    #[test]
    fn contents_are_the_paths_and_all_bytes_of_the_files() {
        let folder = tempfile::tempdir().unwrap();
        let long = vec![7; to_usize(PIECE) * 2 + 5];
        let path = |name: &str| folder.path().join(name);
        for (name, bytes) in [("a.yaml", &b"a"[..]), ("b.yaml", b""), ("long.yaml", &long)] {
            fs::write(path(name), bytes).unwrap();
        }
        let inputs = ["a.yaml", "b.yaml", "long.yaml"].map(|name| RecordInput::Named(path(name)));
        let before = Contents::of(&inputs).unwrap();
        assert_eq!(sums(&inputs), Some(before), "read as a whole, or piece by piece");
        let others: [&[RecordInput]; 3] = [
            &[inputs[1].clone(), inputs[0].clone(), inputs[2].clone()],
            &inputs[..2],
            &[RecordInput::Found(path("a.yaml")), inputs[1].clone(), inputs[2].clone()],
        ];
        for other in others {
            assert_ne!(Contents::of(other), Some(before));
            assert_eq!(Contents::of(other), sums(other));
        }
        for at in [0, to_usize(PIECE) - 1, to_usize(PIECE), long.len() - 1] {
            let mut changed = long.clone();
            changed[at] = 8;
            fs::write(path("long.yaml"), &changed).unwrap();
            assert_ne!(Contents::of(&inputs), Some(before), "byte {at}");
            assert_eq!(Contents::of(&inputs), sums(&inputs));
        }
        fs::remove_file(path("b.yaml")).unwrap();
        assert_eq!(Contents::of(&inputs), None);
    }

    #[test]
    fn what_changes_while_it_is_read_has_no_contents() {
        let input = RecordInput::Named("a.yaml".into());
        let mut sums = FileSums::default();
        sums.add(&input, Some(b"a"));
        sums.add(&input, Some(b"a"));
        assert!(sums.contents(std::slice::from_ref(&input)).is_some());
        sums.add(&input, Some(b"b"));
        sums.add(&input, Some(b"b"));
        assert_eq!(sums.contents(std::slice::from_ref(&input)), None);
        sums.replace(&input, b"c");
        assert_eq!(sums.contents(&[input]), None, "other files may still be read as if it had not changed");
        assert_eq!(FileSums::default().contents(&[RecordInput::Stdin]), None);
        let (input, mut sums) = (RecordInput::Named("b.yaml".into()), FileSums::default());
        sums.add(&input, None);
        sums.add(&input, Some(b"a"));
        assert_eq!(sums.contents(&[input]), None, "it could not be read the first time");
    }
}
