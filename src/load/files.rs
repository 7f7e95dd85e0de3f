//! Which files are read, and how their bytes come in.

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

use crate::diagnostic::{Diagnostic, Fault};

use super::skipped::{Skipped, Why};
use super::source::{HEAD, binary, file_fault};

/// The largest file that is read.
const LARGEST: u64 = 1 << 30;
/// The files that are read when none is named.
pub(super) const OWN: [&str; 2] = ["visits.yaml", "visits.yml"];
/// So long a pipe may stay empty before nobody is taken to write into it.
const SILENCE: Timespec = Timespec { tv_sec: 0, tv_nsec: 100_000_000 };
/// The most that is read from a pipe, whose end nobody knows.
const LONGEST: u64 = 256 << 20;

/// One place that bytes come from.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Input {
    /// The example inside the program.
    BuiltIn,
    /// Standard input.
    Stdin,
    /// A file that somebody named.
    Named(PathBuf),
    /// A file that was found in a folder.
    Found(PathBuf),
    /// A folder without any.
    Empty(PathBuf),
    /// A folder that was found and cannot be looked into.
    Closed(PathBuf),
    /// A file that was found and is not read.
    Skipped(Skipped),
}

impl Input {
    /// The name by which it is shown.
    pub(super) fn name(&self) -> String {
        match self {
            Self::BuiltIn => "visits.yaml".to_owned(),
            Self::Stdin => "-".to_owned(),
            Self::Named(path) | Self::Found(path) | Self::Empty(path) | Self::Closed(path) => shown(path),
            Self::Skipped(file) => file.name.clone(),
        }
    }

    /// The path of a file.
    pub(super) fn path(&self) -> Option<&Path> {
        match self {
            Self::Named(path) | Self::Found(path) => Some(path),
            Self::BuiltIn | Self::Stdin | Self::Empty(_) | Self::Closed(_) | Self::Skipped(_) => None,
        }
    }

    /// Whether its bytes come only once.
    pub(super) fn is_stream(&self) -> bool {
        match self {
            Self::Stdin => true,
            Self::Named(path) => path.metadata().is_ok_and(|meta| !meta.is_file()),
            Self::BuiltIn | Self::Found(_) | Self::Empty(_) | Self::Closed(_) | Self::Skipped(_) => false,
        }
    }

    /// By what it is known as the same under another name: the file system's own number for it.
    fn identity(&self) -> Identity {
        let path = match self {
            Self::BuiltIn | Self::Stdin => return Identity::Name("-".into()),
            Self::Skipped(file) => return Identity::Name(file.name.clone().into()),
            Self::Named(path) | Self::Found(path) | Self::Empty(path) | Self::Closed(path) => path,
        };
        path.metadata()
            .map_or_else(|_| Identity::Name(path.clone()), |meta| Identity::Number(meta.dev(), meta.ino()))
    }
}

/// By what two inputs are known as one.
#[derive(PartialEq, Eq, Hash)]
enum Identity {
    Name(PathBuf),
    Number(u64, u64),
}

/// A path as it is shown.
fn shown(path: &Path) -> String {
    path.strip_prefix(".").unwrap_or(path).to_string_lossy().into_owned()
}

/// A path that was named and cannot be read.
#[derive(Debug)]
pub struct Unreadable {
    /// As it was named.
    pub path: PathBuf,
    /// The system's reason.
    pub reason: io::Error,
}

/// Looks at the paths that somebody named, before anything else is done.
pub fn check_paths(paths: &[OsString]) -> Result<(), Unreadable> {
    for path in paths.iter().filter(|path| *path != "-").map(PathBuf::from) {
        let opened = std::fs::metadata(&path).and_then(|meta| {
            if meta.is_dir() {
                std::fs::read_dir(&path).map(drop)
            } else if meta.is_file() {
                File::open(&path).map(drop)
            } else {
                // A pipe is opened once, when it is read.
                Ok(())
            }
        });
        opened.map_err(|reason| Unreadable { path, reason })?;
    }
    Ok(())
}

/// The paths of the files that are read when these paths are named.
pub fn files_behind(paths: &[OsString]) -> Vec<PathBuf> {
    let path = |input| match input {
        Input::Named(path) | Input::Found(path) => Some(path),
        // It may well be a file that somebody has led there.
        Input::Stdin => Some(PathBuf::from("/dev/stdin")),
        Input::BuiltIn | Input::Empty(_) | Input::Closed(_) | Input::Skipped(_) => None,
    };
    inputs(paths).into_iter().filter_map(path).collect()
}

/// Whether somebody has led data to standard input: a file that is not read to its end, or a pipe with something in it.
/// Many programs are started with a pipe into which nobody ever writes.
pub fn is_piped() -> bool {
    let stdin = rustix::stdio::stdin();
    let Ok(stat) = rustix::fs::fstat(stdin) else { return false };
    match FileType::from_raw_mode(stat.st_mode) {
        FileType::RegularFile => {
            rustix::fs::tell(stdin).is_ok_and(|at| u64::try_from(stat.st_size).is_ok_and(|size| at < size))
        }
        FileType::Fifo | FileType::Socket => {
            let _ = poll(&mut [PollFd::new(&stdin, PollFlags::IN)], Some(&SILENCE));
            rustix::io::ioctl_fionread(stdin).is_ok_and(|bytes| bytes > 0)
        }
        _ => false,
    }
}

/// The files behind the paths, each once: folders give their `*.yaml` and `*.yml`, sorted. Without a path it is
/// `visits.yaml` and `visits.yml` of this folder, else the example.
pub(super) fn inputs(paths: &[OsString]) -> Vec<Input> {
    let inputs: Vec<Input> = match paths {
        [] => {
            let own = OWN.map(PathBuf::from).into_iter().filter(|path| path.is_file());
            own.map(Input::Named).collect()
        }
        paths => paths.iter().flat_map(behind).collect(),
    };
    if inputs.is_empty() {
        return vec![Input::BuiltIn];
    }
    let mut seen: HashMap<Identity, usize> = HashMap::new();
    let mut once: Vec<Input> = Vec::new();
    for input in inputs {
        let identity = input.identity();
        let Some(known) = seen.get(&identity).and_then(|at| once.get_mut(*at)) else {
            seen.insert(identity, once.len());
            once.push(input);
            continue;
        };
        // Somebody who names a file means it, wherever it was found before.
        let again = if matches!(input, Input::Named(_)) { mem::replace(known, input) } else { input };
        if has_another_name(&again, known) {
            let why = Why::SameAs(known.name());
            once.push(Input::Skipped(Skipped { name: again.name(), why }));
        }
    }
    once
}

/// Whether a file was reached by another name, and not only by another way to it.
fn has_another_name(one: &Input, other: &Input) -> bool {
    let name = |input: &Input| {
        let path = input.path()?;
        Some(path.parent()?.canonicalize().ok()?.join(path.file_name()?))
    };
    name(one) != name(other)
}

/// What a path that was named stands for.
pub(super) fn behind(path: &OsString) -> Vec<Input> {
    let path = match path.to_str() {
        Some("-") => return vec![Input::Stdin],
        _ => PathBuf::from(path),
    };
    if !path.is_dir() {
        return vec![Input::Named(path)];
    }
    let mut found: Vec<Input> = WalkDir::new(&path)
        .follow_links(true)
        // `a (1).yaml` behind `a.yaml`, of which it is a copy.
        .sort_by(|a, b| (stem(a.path()), a.file_name()).cmp(&(stem(b.path()), b.file_name())))
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !(entry.file_type().is_dir() && is_hidden(entry.path())))
        .filter_map(|entry| match entry {
            Ok(entry) if entry.file_type().is_file() => in_folder(entry.into_path()),
            Ok(_) => None,
            // A loop of links leads to what has been found already.
            Err(error) if error.loop_ancestor().is_some() => None,
            Err(error) => {
                let path = error.path()?.to_owned();
                if path.is_dir() { Some(Input::Closed(path)) } else { in_folder(path) }
            }
        })
        .collect();
    if found.iter().all(|input| matches!(input, Input::Skipped(_))) {
        found.push(Input::Empty(path));
    }
    found
}

/// A file that was found in a folder, if its name says that it is YAML.
fn in_folder(path: PathBuf) -> Option<Input> {
    let is_yaml = |end: &OsStr| end.eq_ignore_ascii_case("yaml") || end.eq_ignore_ascii_case("yml");
    path.extension().filter(|end| is_yaml(end))?;
    if !is_hidden(&path) {
        return Some(Input::Found(path));
    }
    let is_metadata = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"._"));
    let why = if is_metadata { Why::Metadata } else { Why::Hidden };
    Some(Input::Skipped(Skipped { name: shown(&path), why }))
}

fn stem(path: &Path) -> Option<&OsStr> {
    path.file_stem()
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
}

/// The bytes of an input. What `has_been_read` was a file, and is not waited for if it is something else now.
pub(super) fn bytes(input: &Input, example: &str, has_been_read: bool) -> Result<Vec<u8>, Box<Diagnostic>> {
    let refuse = |fault| Box::new(file_fault(&input.name(), fault));
    let fail = |error: io::Error| refuse(Fault::UnreadableFile(error.kind(), error.to_string()));
    match input {
        Input::BuiltIn => Ok(example.as_bytes().to_vec()),
        Input::Stdin => all(io::stdin().lock(), LONGEST, 0).map_err(fail)?.map_err(refuse),
        Input::Named(path) | Input::Found(path) => {
            let file = if has_been_read { open_at_once(path) } else { File::open(path) }.map_err(fail)?;
            let meta = file.metadata().map_err(fail)?;
            let kind = meta.file_type();
            if kind.is_char_device() || kind.is_block_device() || (has_been_read && !kind.is_file()) {
                return Err(refuse(Fault::NotAFile));
            }
            let limit = if kind.is_file() { LARGEST } else { LONGEST };
            all(file, limit, meta.len()).map_err(fail)?.map_err(refuse)
        }
        Input::Empty(_) => Err(refuse(Fault::EmptyFolder)),
        Input::Closed(path) => std::fs::read_dir(path).map(|_| Vec::new()).map_err(fail),
        Input::Skipped(_) => Ok(Vec::new()),
    }
}

/// The first lines of an input, of so many bytes at most.
pub(super) fn head(input: &Input, example: &str, most: u64) -> Result<Vec<u8>, Box<Diagnostic>> {
    let Some(path) = input.path() else { return bytes(input, example, false) };
    let refuse = |error: io::Error| {
        Box::new(file_fault(&input.name(), Fault::UnreadableFile(error.kind(), error.to_string())))
    };
    let mut head = Vec::new();
    open_at_once(path).and_then(|file| file.take(most).read_to_end(&mut head)).map_err(refuse)?;
    if u64::try_from(head.len()).is_ok_and(|length| length == most) {
        head.truncate(head.iter().rposition(|byte| *byte == b'\n').unwrap_or_default());
    }
    Ok(head)
}

/// Opens a file, but waits for nobody at the other end of a pipe.
fn open_at_once(path: &Path) -> io::Result<File> {
    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    Ok(File::from(rustix::fs::open(path, flags, Mode::empty())?))
}

/// Reads to the end of about so many bytes, unless the beginning shows that this is no text, or there are too many.
fn all(mut from: impl Read, limit: u64, length: u64) -> io::Result<Result<Vec<u8>, Fault>> {
    if length > limit {
        return Ok(Err(Fault::TooLarge(limit)));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default() + 1);
    let head = u64::try_from(HEAD).unwrap_or(u64::MAX);
    from.by_ref().take(head).read_to_end(&mut bytes)?;
    if let Some(what) = binary(&bytes) {
        return Ok(Err(Fault::Binary(what)));
    }
    from.take(limit - head + 1).read_to_end(&mut bytes)?;
    let is_too_large = u64::try_from(bytes.len()).is_ok_and(|length| length > limit);
    Ok(if is_too_large { Err(Fault::TooLarge(limit)) } else { Ok(bytes) })
}
