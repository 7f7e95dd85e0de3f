//! A file of the cache: parts, then a table of them with their checksums, then the length and the checksum of the table.

use std::fs::File;
use std::io::{self, Write};
use std::os::unix::fs::FileExt as _;

use borsh::{BorshDeserialize, BorshSerialize};

use super::program::Program;
use crate::load::Contents;
use crate::parallel::{available_cores, run_on};

/// The last bytes of a file.
const MARK: &[u8; 8] = b"lawat\r\n\0";
/// The length and the checksum of the table, and the mark.
const END: u64 = 4 + 4 + 8;

/// The table at the end of a file.
#[derive(Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
struct Table {
    program: Program,
    contents: Contents,
    /// The length of each part in bytes, and its checksum.
    parts: Vec<(u64, u32)>,
}

/// A file that was written by this program.
#[derive(Debug)]
pub(super) struct Stored {
    file: File,
    table: Table,
}

impl Stored {
    /// Reads the table of a file. `None` if it is not complete, or by another program.
    pub(super) fn open(file: File, program: &Program) -> Option<Self> {
        let length = file.metadata().ok()?.len();
        let end = bytes_at(&file, length.checked_sub(END)?, END)?;
        let (numbers, mark) = end.split_at_checked(8)?;
        let (table_length, checksum): (u32, u32) = borsh::from_slice(numbers).ok()?;
        let start = (length - END).checked_sub(u64::from(table_length)).filter(|_| mark == MARK)?;
        let bytes = bytes_at(&file, start, u64::from(table_length))?;
        let table: Table = borsh::from_slice(&bytes).ok().filter(|_| crc32fast::hash(&bytes) == checksum)?;
        let sum = table.parts.iter().try_fold(0, |sum: u64, (length, _)| sum.checked_add(*length));
        (table.program == *program && sum == Some(start)).then_some(Self { file, table })
    }

    /// The contents of the files that it was made from.
    pub(super) fn contents(&self) -> Contents {
        self.table.contents
    }

    /// Reads the first part and all others, on all processors. `None` if any of them is not as it was written.
    pub(super) fn read<H: BorshDeserialize, T: BorshDeserialize + Send>(&self) -> Option<(H, Vec<T>)> {
        let mut end = 0;
        let mut parts = Vec::new();
        for (length, checksum) in &self.table.parts {
            parts.push((end, *length, *checksum));
            end += length;
        }
        let (head, parts) = parts.split_first()?;
        let head = borsh::from_slice(&self.part(*head)?).ok()?;
        let read = |part: &(u64, u64, u32)| borsh::from_slice(&self.part(*part)?).ok();
        Some((head, run_on(available_cores(), parts, read).into_iter().collect::<Option<_>>()?))
    }

    fn part(&self, (start, length, checksum): (u64, u64, u32)) -> Option<Vec<u8>> {
        bytes_at(&self.file, start, length).filter(|bytes| crc32fast::hash(bytes) == checksum)
    }
}

/// Bytes of a file; none if there are fewer.
fn bytes_at(file: &File, start: u64, length: u64) -> Option<Vec<u8>> {
    // The length of a damaged table may be any number.
    let length = usize::try_from(length.min(file.metadata().ok()?.len())).ok()?;
    let mut bytes = vec![0; length];
    file.read_exact_at(&mut bytes, start).ok()?;
    Some(bytes)
}

/// Writes the parts of a file.
pub(super) struct StoredWriter<'w> {
    to: &'w mut dyn Write,
    table: Table,
    bytes: u64,
    limit: u64,
}

impl<'w> StoredWriter<'w> {
    /// Writes at most `limit` bytes.
    pub(super) fn new(to: &'w mut dyn Write, (program, contents): (Program, Contents), limit: u64) -> Self {
        Self { to, table: Table { program, contents, parts: Vec::new() }, bytes: 0, limit }
    }

    /// Writes the next part.
    pub(super) fn push(&mut self, part: &impl BorshSerialize) -> io::Result<()> {
        let bytes = borsh::to_vec(part)?;
        self.bytes += bytes.len() as u64;
        if self.bytes > self.limit {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.table.parts.push((bytes.len() as u64, crc32fast::hash(&bytes)));
        self.to.write_all(&bytes)
    }

    /// Writes the table.
    pub(super) fn finish(self) -> io::Result<()> {
        let table = borsh::to_vec(&self.table)?;
        let length = u32::try_from(table.len()).map_err(io::Error::other)?;
        self.to.write_all(&table)?;
        (length, crc32fast::hash(&table)).serialize(&mut &mut *self.to)?;
        self.to.write_all(MARK)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::load::{Loaded, Loader, ProgressCounter, Watch};

    fn contents() -> Contents {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("visits.yaml");
        let record = |number| format!("  - id: v{number}\n    title: {}\n", "Rapat".repeat(1000));
        let records: String = (0..500).map(record).collect();
        fs::write(&path, format!("schema_version: '1.1'\nvisits:\n{records}")).unwrap();
        let (mut loader, counter) = (Loader::new(vec![path.into()]), ProgressCounter::default());
        let Loaded { contents, .. } =
            loader.load_with_contents(&loader.list(), Watch { counter: &counter, grown: None });
        contents.unwrap()
    }

    #[test]
    fn what_is_not_as_it_was_written_is_not_read() {
        let (program, contents) = (Program::running().unwrap(), contents());
        let mut written = Vec::new();
        let mut writer = StoredWriter::new(&mut written, (program.clone(), contents), 1000);
        writer.push(&"head".to_owned()).unwrap();
        writer.push(&vec![1u32, 2]).unwrap();
        writer.push(&vec![3u32]).unwrap();
        writer.finish().unwrap();
        let folder = tempfile::tempdir().unwrap();
        let read = |bytes: &[u8], program: &Program| {
            fs::write(folder.path().join("file"), bytes).unwrap();
            let stored = Stored::open(File::open(folder.path().join("file")).unwrap(), program)?;
            assert_eq!(stored.contents(), contents);
            stored.read::<String, Vec<u32>>()
        };
        let whole = Some(("head".to_owned(), vec![vec![1, 2], vec![3]]));
        assert_eq!(read(&written, &program), whole);
        for length in 0..written.len() {
            assert_eq!(read(&written[..length], &program), None, "{length} bytes");
        }
        for at in 0..written.len() {
            for bit in 0..8 {
                let mut damaged = written.clone();
                damaged[at] ^= 1 << bit;
                assert_eq!(read(&damaged, &program), None, "bit {bit} of byte {at}");
            }
        }
        assert_eq!(read(&[&written[..], b"a"].concat(), &program), None);
        let mut bytes = borsh::to_vec(&program).unwrap();
        *bytes.last_mut().unwrap() ^= 1;
        assert_eq!(read(&written, &borsh::from_slice(&bytes).unwrap()), None, "another program");
    }

    #[test]
    fn a_file_has_a_maximum_size() {
        let mut written = Vec::new();
        let mut writer = StoredWriter::new(&mut written, (Program::running().unwrap(), contents()), 10);
        writer.push(&1u64).unwrap();
        assert_eq!(writer.push(&2u64).unwrap_err().kind(), io::ErrorKind::FileTooLarge);
    }
}
