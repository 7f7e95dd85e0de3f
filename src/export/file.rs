//! A file that is written whole or not at all, and never over one that is needed.

use std::fs::{self, Metadata, OpenOptions, Permissions};
use std::io::{self, BufWriter, Write};
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use tempfile::Builder;

use super::{Export, ExportSummary};

/// Why a file was not written.
#[derive(Debug)]
pub enum SaveError {
    /// There is one of this name, and nobody said that it may go.
    AlreadyThere(PathBuf),
    /// It is one of those that were read.
    IsInput(PathBuf),
    /// There would be nothing in it.
    Nothing(ExportSummary),
    /// The system's reason.
    Failed(PathBuf, io::Error),
}

/// What stands under a name already, and what may happen to it.
#[derive(Debug, Clone, Copy)]
pub struct SaveOptions<'a> {
    /// What is there may be written over.
    pub force: bool,
    /// The files that were read: they stay in any case.
    pub inputs: &'a [PathBuf],
}

/// Writes an export into a file; when there is nothing to write, no file comes to be.
pub fn save(path: &Path, care: SaveOptions<'_>, export: &Export<'_>) -> Result<ExportSummary, SaveError> {
    if let Ok(there) = fs::metadata(path) {
        let same = |input: &PathBuf| fs::metadata(input).is_ok_and(|it| is_same(&it, &there));
        if care.inputs.iter().any(same) {
            return Err(SaveError::IsInput(path.to_owned()));
        }
    }
    let mut written = ExportSummary::default();
    let kept = write_atomically(path, care.force, |out| {
        written = export.write(out)?;
        Ok(written.records > 0)
    });
    match kept {
        Ok(true) => Ok(written),
        Ok(false) => Err(SaveError::Nothing(written)),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            Err(SaveError::AlreadyThere(path.to_owned()))
        }
        Err(error) => Err(SaveError::Failed(path.to_owned(), error)),
    }
}

/// Writes a file, unless `write` says that there is nothing to keep, and says whether it did. One that is there gives way only
/// to force.
///
/// Until everything is on the disk it has another name, so that nobody ever finds half of it. What is no file, such as a pipe
/// or a terminal, is written to directly.
pub fn write_atomically(
    path: &Path,
    force: bool,
    write: impl FnOnce(&mut dyn Write) -> io::Result<bool>,
) -> io::Result<bool> {
    // What a link points to is meant, and the link stays.
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
    // As any new file has, less what the user's mask takes away; or as the old file had.
    let mode = there.as_ref().map_or(0o666, |there| there.permissions().mode());
    let mut file =
        Builder::new().prefix(".lawat-").permissions(Permissions::from_mode(mode)).tempfile_in(folder)?;
    if !written_through(file.as_file_mut(), write)? {
        return Ok(false);
    }
    if let Some(there) = &there {
        file.as_file().set_permissions(there.permissions())?;
    }
    file.as_file().sync_all()?;
    // Somebody else may have been quicker.
    if force { file.persist(&real) } else { file.persist_noclobber(&real) }?;
    Ok(true)
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
