//! Writes files atomically, and never overwrites an input file.

use std::fs::{self, DirBuilder, Metadata, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::os::unix::fs::{DirBuilderExt as _, MetadataExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use super::job::{Export, ExportSummary};
use super::new_file::NewFile;

/// Why a file was not written.
#[derive(Debug)]
pub enum SaveError {
    /// The file exists, and overwriting was not forced.
    AlreadyThere(PathBuf),
    /// The file is one of the inputs.
    IsInput(PathBuf),
    /// The export would be empty.
    Nothing(ExportSummary),
    /// The operating system's error.
    Failed(PathBuf, io::Error),
}

/// What may be overwritten.
#[derive(Debug, Clone, Copy)]
pub struct SaveOptions<'a> {
    /// Whether an existing file may be overwritten.
    pub force: bool,
    /// The input files, which are never overwritten.
    pub inputs: &'a [PathBuf],
}

/// Writes an export to a file; creates no file if the export is empty.
pub fn save(path: &Path, care: SaveOptions<'_>, export: &Export<'_>) -> Result<ExportSummary, SaveError> {
    let mut written = ExportSummary::default();
    let kept = save_with(path, care, |out| {
        written = export.write(out)?;
        Ok(written.records > 0)
    });
    if kept? { Ok(written) } else { Err(SaveError::Nothing(written)) }
}

/// Writes a file with [`write_atomically`], but never over an input file.
pub(super) fn save_with(
    path: &Path,
    care: SaveOptions<'_>,
    write: impl FnOnce(&mut dyn Write) -> io::Result<bool>,
) -> Result<bool, SaveError> {
    if let Ok(there) = fs::metadata(path) {
        let same = |input: &PathBuf| fs::metadata(input).is_ok_and(|it| is_same(&it, &there));
        if care.inputs.iter().any(same) {
            return Err(SaveError::IsInput(path.to_owned()));
        }
    }
    write_atomically(path, care.force, write).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => SaveError::AlreadyThere(path.to_owned()),
        _ => SaveError::Failed(path.to_owned(), error),
    })
}

/// Writes a file and returns `true`, unless `write` returns `false` to discard it. Replaces an existing file only with `force`.
///
/// The file gets its name once its content is on the disk. What is not a regular file, such as a pipe or
/// a terminal, is written to directly.
pub fn write_atomically(
    path: &Path,
    force: bool,
    write: impl FnOnce(&mut dyn Write) -> io::Result<bool>,
) -> io::Result<bool> {
    // Follows a link, which stays in place.
    let real = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let there = fs::metadata(&real).ok();
    match &there {
        None if path.is_symlink() => return Err(io::ErrorKind::NotFound.into()),
        Some(there) if !there.is_file() && !there.is_dir() => {
            return written_through(OpenOptions::new().write(true).open(&real)?, write).map(|_| true);
        }
        Some(_) if !force => return Err(io::ErrorKind::AlreadyExists.into()),
        Some(there) if there.is_dir() => return Err(io::ErrorKind::IsADirectory.into()),
        _ => {}
    }
    let folder = real.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // The default mode minus the umask, or the mode of the existing file.
    let mode = there.as_ref().map(|there| there.permissions().mode());
    let mut file = NewFile::create(folder, mode.unwrap_or(0o666))?;
    if !written_through(file.file(), write)? {
        return Ok(false);
    }
    if let Some(mode) = mode {
        file.set_mode(mode)?;
    }
    // Without force: another process may have created the file meanwhile.
    file.finish(&real, force)?;
    Ok(true)
}

/// Replaces a file that is for the user's eyes only. It gets its name once its content is on the disk.
pub fn write_privately(path: &Path, content: &[u8]) -> io::Result<()> {
    let mut file = private_file(path)?;
    file.file().write_all(content)?;
    file.finish(path, true)
}

/// Replaces a file likewise, but does not wait for the disk: for what is checked when it is read.
pub fn keep_privately(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut file = private_file(path)?;
    written_through(file.file(), |out| write(out).map(|()| true))?;
    file.name(path, true)
}

/// Creates a folder for this user alone, with those above it, unless it is there. Not in a folder of another user: as root with the
/// home of somebody, it would lock them out.
pub fn create_private_folder(folder: &Path) -> io::Result<()> {
    let existing = folder.ancestors().find_map(|folder| folder.metadata().ok());
    if existing.is_some_and(|meta| meta.uid() != rustix::process::geteuid().as_raw()) {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

/// A new file in the folder of a path, for the user's eyes only.
fn private_file(path: &Path) -> io::Result<NewFile> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    NewFile::create(folder, 0o600)
}

fn written_through(
    file: impl Write,
    write: impl FnOnce(&mut dyn Write) -> io::Result<bool>,
) -> io::Result<bool> {
    let mut out = BufWriter::with_capacity(1 << 16, file);
    let is_kept = write(&mut out)?;
    out.flush()?;
    Ok(is_kept)
}

fn is_same(one: &Metadata, other: &Metadata) -> bool {
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}
