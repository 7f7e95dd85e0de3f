//! Which files are read, and how to read their bytes.

use std::collections::HashMap;
use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{self, Read};
use std::mem;
use std::os::unix::fs::{FileTypeExt as _, MetadataExt as _};
use std::path::{Path, PathBuf};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{FileType, Mode, OFlags};
use walkdir::WalkDir;

use crate::diagnostic::{Diagnostic, Problem};

use super::arrival::{Arrived, lock};
use super::skipped::{SkipReason, SkippedFile};
use super::text_file::{HEAD_BYTES, binary, file_problem};

/// The built-in example: `visits.yaml` at the root of the repository.
pub const EXAMPLE: &str = include_str!("../../visits.yaml");

/// The bytes of an input, or why they cannot be read.
pub(super) type InputBytes = Result<Vec<u8>, Box<Diagnostic>>;

/// The largest file that is read, in bytes.
const MAX_FILE_BYTES: u64 = 1 << 30;
/// The file names that are read if no path is given.
pub(super) const DEFAULT_NAMES: [&str; 2] = ["visits.yaml", "visits.yml"];
/// How long to wait for the first bytes of a pipe.
const PIPE_TIMEOUT: Timespec = Timespec { tv_sec: 0, tv_nsec: 100_000_000 };
/// The most that is read from a pipe, in bytes.
const MAX_PIPE_BYTES: u64 = 256 << 20;

/// One input.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum RecordInput {
    /// The built-in example.
    BuiltIn,
    /// Standard input.
    Stdin,
    /// A file given by the user.
    Named(PathBuf),
    /// A file found in a folder.
    Found(PathBuf),
    /// A folder without record files.
    Empty(PathBuf),
    /// A folder that cannot be read, found in another one.
    Closed(PathBuf),
    /// A file found in a folder that is not read.
    Skipped(SkippedFile),
}

impl RecordInput {
    /// The display name.
    pub(super) fn name(&self) -> String {
        match self {
            Self::BuiltIn => "visits.yaml".to_owned(),
            Self::Stdin => "-".to_owned(),
            Self::Named(path) | Self::Found(path) | Self::Empty(path) | Self::Closed(path) => shown(path),
            Self::Skipped(file) => file.name.clone(),
        }
    }

    /// The path of a file that is read.
    pub(super) fn path(&self) -> Option<&Path> {
        match self {
            Self::Named(path) | Self::Found(path) => Some(path),
            Self::BuiltIn | Self::Stdin | Self::Empty(_) | Self::Closed(_) | Self::Skipped(_) => None,
        }
    }

    /// Whether it was found in a folder.
    pub(super) fn is_found(&self) -> bool {
        matches!(self, Self::Found(_))
    }

    /// What its file looks like.
    pub(super) fn stamp(&self) -> Option<Stamp> {
        self.path().and_then(Stamp::of)
    }

    /// Whether its bytes can be read only once.
    pub(super) fn is_stream(&self) -> bool {
        match self {
            Self::Stdin => true,
            Self::Named(path) => path.metadata().is_ok_and(|meta| !meta.is_file()),
            Self::BuiltIn | Self::Found(_) | Self::Empty(_) | Self::Closed(_) | Self::Skipped(_) => false,
        }
    }

    /// The identity of the file under any name.
    fn identity(&self) -> FileIdentity {
        let path = match self {
            Self::BuiltIn | Self::Stdin => return FileIdentity::Name("-".into()),
            Self::Skipped(file) => return FileIdentity::Name(file.name.clone().into()),
            Self::Named(path) | Self::Found(path) | Self::Empty(path) | Self::Closed(path) => path,
        };
        path.metadata().map_or_else(
            |_| FileIdentity::Name(path.clone()),
            |meta| FileIdentity::Number(meta.dev(), meta.ino()),
        )
    }
}

/// The metadata that changes when a file is modified, replaced or becomes readable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Stamp {
    numbers: [u64; 3],
    times: [i64; 4],
    mode: u32,
}

impl Stamp {
    fn of(path: &Path) -> Option<Self> {
        let meta = path.metadata().ok()?;
        Some(Self {
            numbers: [meta.dev(), meta.ino(), meta.len()],
            times: [meta.mtime(), meta.mtime_nsec(), meta.ctime(), meta.ctime_nsec()],
            mode: meta.mode(),
        })
    }

    /// The number of bytes.
    pub(super) fn length(&self) -> u64 {
        let [.., length] = self.numbers;
        length
    }
}

/// The identity of a file: device and inode, or its name if there is no metadata.
#[derive(PartialEq, Eq, Hash)]
enum FileIdentity {
    Name(PathBuf),
    Number(u64, u64),
}

/// The display name of a path.
fn shown(path: &Path) -> String {
    path.strip_prefix(".").unwrap_or(path).to_string_lossy().into_owned()
}

/// A path given by the user that cannot be read.
#[derive(Debug)]
pub struct UnreadablePath {
    /// The path as given.
    pub path: PathBuf,
    /// The reason given by the operating system.
    pub reason: io::Error,
}

/// Checks that the paths given by the user can be read, without reading them.
pub fn check_paths(paths: &[OsString]) -> Result<(), UnreadablePath> {
    for path in paths.iter().filter(|path| *path != "-").map(PathBuf::from) {
        let opened = std::fs::metadata(&path).and_then(|meta| {
            if meta.is_dir() {
                std::fs::read_dir(&path).map(drop)
            } else if meta.is_file() {
                File::open(&path).map(drop)
            } else {
                // A pipe can be opened only once, so it is not opened here.
                Ok(())
            }
        });
        opened.map_err(|reason| UnreadablePath { path, reason })?;
    }
    Ok(())
}

/// The paths of the files that [`load`](super::load) would read.
pub fn record_files(paths: &[OsString]) -> Vec<PathBuf> {
    let path = |input| match input {
        RecordInput::Named(path) | RecordInput::Found(path) => Some(path),
        // Standard input may be redirected from a file.
        RecordInput::Stdin => Some(PathBuf::from("/dev/stdin")),
        RecordInput::BuiltIn | RecordInput::Empty(_) | RecordInput::Closed(_) | RecordInput::Skipped(_) => {
            None
        }
    };
    inputs(paths).into_iter().filter_map(path).collect()
}

/// Whether standard input has data: a file with bytes left, or a pipe with bytes in it. Many programs are started with
/// a pipe that nobody writes to.
pub fn is_piped() -> bool {
    let stdin = rustix::stdio::stdin();
    let Ok(stat) = rustix::fs::fstat(stdin) else { return false };
    match FileType::from_raw_mode(stat.st_mode) {
        FileType::RegularFile => {
            rustix::fs::tell(stdin).is_ok_and(|at| u64::try_from(stat.st_size).is_ok_and(|size| at < size))
        }
        FileType::Fifo | FileType::Socket => {
            let _ = poll(&mut [PollFd::new(&stdin, PollFlags::IN)], Some(&PIPE_TIMEOUT));
            rustix::io::ioctl_fionread(stdin).is_ok_and(|bytes| bytes > 0)
        }
        _ => false,
    }
}

/// The files the paths stand for, without duplicates. Folders stand for their `*.yaml` and `*.yml` files, sorted.
/// Without a path: `visits.yaml` and `visits.yml` in the current folder, or else the example.
pub(super) fn inputs(paths: &[OsString]) -> Vec<RecordInput> {
    let inputs: Vec<RecordInput> = match paths {
        [] => {
            let defaults = DEFAULT_NAMES.map(PathBuf::from).into_iter().filter(|path| path.is_file());
            defaults.map(RecordInput::Named).collect()
        }
        paths => paths.iter().flat_map(expand_path).collect(),
    };
    if inputs.is_empty() {
        return vec![RecordInput::BuiltIn];
    }
    let mut seen: HashMap<FileIdentity, usize> = HashMap::new();
    let mut once: Vec<RecordInput> = Vec::new();
    for input in inputs {
        let identity = input.identity();
        let Some(known) = seen.get(&identity).and_then(|at| once.get_mut(*at)) else {
            seen.insert(identity, once.len());
            once.push(input);
            continue;
        };
        // A file given by the user takes precedence over the same file found in a folder.
        let again = if matches!(input, RecordInput::Named(_)) { mem::replace(known, input) } else { input };
        if has_another_name(&again, known) {
            let reason = SkipReason::SameAs(known.name());
            once.push(RecordInput::Skipped(SkippedFile { name: again.name(), reason }));
        }
    }
    once
}

/// Whether a file has two names, rather than two paths to one name.
fn has_another_name(one: &RecordInput, other: &RecordInput) -> bool {
    let name = |input: &RecordInput| {
        let path = input.path()?;
        Some(path.parent()?.canonicalize().ok()?.join(path.file_name()?))
    };
    name(one) != name(other)
}

/// The inputs that a path given by the user stands for.
pub(super) fn expand_path(path: &OsString) -> Vec<RecordInput> {
    let path = match path.to_str() {
        Some("-") => return vec![RecordInput::Stdin],
        _ => PathBuf::from(path),
    };
    if !path.is_dir() {
        return vec![RecordInput::Named(path)];
    }
    let mut found: Vec<RecordInput> = WalkDir::new(&path)
        .follow_links(true)
        // Sorts `a (1).yaml`, a copy, after `a.yaml`.
        .sort_by(|a, b| (stem(a.path()), a.file_name()).cmp(&(stem(b.path()), b.file_name())))
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !(entry.file_type().is_dir() && is_hidden(entry.path())))
        .filter_map(|entry| match entry {
            Ok(entry) if entry.file_type().is_file() => in_folder(entry.into_path()),
            Ok(_) => None,
            // A loop of links leads to files that have been found already.
            Err(error) if error.loop_ancestor().is_some() => None,
            Err(error) => {
                let path = error.path()?.to_owned();
                if path.is_dir() { Some(RecordInput::Closed(path)) } else { in_folder(path) }
            }
        })
        .collect();
    if found.iter().all(|input| matches!(input, RecordInput::Skipped(_))) {
        found.push(RecordInput::Empty(path));
    }
    found
}

/// A file found in a folder, if its name has a YAML extension.
fn in_folder(path: PathBuf) -> Option<RecordInput> {
    let is_yaml = |end: &OsStr| end.eq_ignore_ascii_case("yaml") || end.eq_ignore_ascii_case("yml");
    path.extension().filter(|end| is_yaml(end))?;
    if !is_hidden(&path) {
        return Some(RecordInput::Found(path));
    }
    let is_metadata = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"._"));
    let reason = if is_metadata { SkipReason::Metadata } else { SkipReason::Hidden };
    Some(RecordInput::Skipped(SkippedFile { name: shown(&path), reason }))
}

fn stem(path: &Path) -> Option<&OsStr> {
    path.file_stem()
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
}

/// The bytes of an input. If `has_been_read`, the input was a file before, and is not waited for if it is a pipe now. Those of a
/// stream are seen in `arrived` until its end.
pub(super) fn bytes(input: &RecordInput, has_been_read: bool, arrived: Option<&Arrived>) -> InputBytes {
    let refuse = |problem| Box::new(file_problem(&input.name(), problem));
    let fail = |error: io::Error| refuse(Problem::UnreadableFile(error.kind(), error.to_string()));
    match input {
        RecordInput::BuiltIn => Ok(EXAMPLE.as_bytes().to_vec()),
        RecordInput::Stdin => {
            let stdin = io::stdin().lock();
            match arrived {
                Some(arrived) => read_arriving(stdin, MAX_PIPE_BYTES, arrived),
                None => read_limited(stdin, MAX_PIPE_BYTES, 0),
            }
            .map_err(fail)?
            .map_err(refuse)
        }
        RecordInput::Named(path) | RecordInput::Found(path) => {
            let file = if has_been_read { open_nonblocking(path) } else { File::open(path) }.map_err(fail)?;
            let meta = file.metadata().map_err(fail)?;
            let kind = meta.file_type();
            if kind.is_char_device() || kind.is_block_device() || (has_been_read && !kind.is_file()) {
                return Err(refuse(Problem::NotAFile));
            }
            match arrived {
                Some(arrived) => read_arriving(file, MAX_PIPE_BYTES, arrived),
                None if kind.is_file() => read_limited(file, MAX_FILE_BYTES, meta.len()),
                None => read_limited(file, MAX_PIPE_BYTES, 0),
            }
            .map_err(fail)?
            .map_err(refuse)
        }
        RecordInput::Empty(_) => Err(refuse(Problem::EmptyFolder)),
        RecordInput::Closed(path) => std::fs::read_dir(path).map(|_| Vec::new()).map_err(fail),
        RecordInput::Skipped(_) => Ok(Vec::new()),
    }
}

/// The first lines of an input, at most `most` bytes.
pub(super) fn head(input: &RecordInput, most: u64) -> InputBytes {
    let Some(path) = input.path() else { return bytes(input, false, None) };
    let refuse = |error: io::Error| {
        Box::new(file_problem(&input.name(), Problem::UnreadableFile(error.kind(), error.to_string())))
    };
    let mut head = Vec::new();
    open_nonblocking(path).and_then(|file| file.take(most).read_to_end(&mut head)).map_err(refuse)?;
    if u64::try_from(head.len()).is_ok_and(|length| length == most) {
        head.truncate(head.iter().rposition(|byte| *byte == b'\n').unwrap_or_default());
    }
    Ok(head)
}

/// Opens a file without waiting for the other end of a pipe.
fn open_nonblocking(path: &Path) -> io::Result<File> {
    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    Ok(File::from(rustix::fs::open(path, flags, Mode::empty())?))
}

/// Reads all bytes, unless the first ones show that this is not text, or there are more than `limit`.
fn read_limited(mut from: impl Read, limit: u64, length: u64) -> io::Result<Result<Vec<u8>, Problem>> {
    if length > limit {
        return Ok(Err(Problem::TooLarge(limit)));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default() + 1);
    let head = u64::try_from(HEAD_BYTES).unwrap_or(u64::MAX);
    from.by_ref().take(head).read_to_end(&mut bytes)?;
    if let Some(what) = binary(&bytes) {
        return Ok(Err(Problem::Binary(what)));
    }
    from.take(limit - head + 1).read_to_end(&mut bytes)?;
    let is_too_large = u64::try_from(bytes.len()).is_ok_and(|length| length > limit);
    Ok(if is_too_large { Err(Problem::TooLarge(limit)) } else { Ok(bytes) })
}

/// Reads likewise from a stream; others see what has arrived.
fn read_arriving(mut from: impl Read, limit: u64, arrived: &Arrived) -> io::Result<Result<Vec<u8>, Problem>> {
    let mut chunk = vec![0; 64 << 10];
    let mut is_checked = false;
    loop {
        let count = match from.read(&mut chunk) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            count => count?,
        };
        let mut bytes = lock(arrived);
        bytes.extend_from_slice(chunk.get(..count).unwrap_or_default());
        if !is_checked && (count == 0 || bytes.len() >= HEAD_BYTES) {
            is_checked = true;
            if let Some(what) = binary(&bytes) {
                return Ok(Err(Problem::Binary(what)));
            }
        }
        if u64::try_from(bytes.len()).is_ok_and(|length| length > limit) {
            return Ok(Err(Problem::TooLarge(limit)));
        }
        if count == 0 {
            return Ok(Ok(mem::take(&mut bytes)));
        }
    }
}

#[cfg(test)]
#[path = "files_tests.rs"]
mod tests;
