//! A file that is written whole or not at all, and never over one that is needed.

use std::fs::{self, Metadata, OpenOptions, Permissions};
use std::io::{self, BufWriter, Write};
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use tempfile::Builder;

use super::{Export, Written};

/// Why a file was not written.
#[derive(Debug)]
pub enum Unsaved {
    /// There is one of this name, and nobody said that it may go.
    AlreadyThere(PathBuf),
    /// It is one of those that were read.
    IsInput(PathBuf),
    /// There would be nothing in it.
    Nothing(Written),
    /// The system's reason.
    Failed(PathBuf, io::Error),
}

/// What stands under a name already, and what may happen to it.
#[derive(Debug, Clone, Copy)]
pub struct Care<'a> {
    /// What is there may be written over.
    pub force: bool,
    /// The files that were read: they stay in any case.
    pub inputs: &'a [PathBuf],
}

/// Writes an export into a file; when there is nothing to write, no file comes to be.
///
/// Until everything is on the disk it has another name, so that nobody ever finds half of it. What is no file, such as a pipe
/// or a terminal, is written to directly.
pub fn save(path: &Path, care: Care<'_>, export: &Export<'_>) -> Result<Written, Unsaved> {
    let failed = |error| Unsaved::Failed(path.to_owned(), error);
    // What a link points to is meant, and the link stays.
    let real = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let there = fs::metadata(&real).ok();
    if there.is_none() && path.is_symlink() {
        return Err(failed(io::ErrorKind::NotFound.into()));
    }
    if let Some(there) = &there {
        let same = |input: &PathBuf| fs::metadata(input).is_ok_and(|it| is_same(&it, there));
        if care.inputs.iter().any(same) {
            return Err(Unsaved::IsInput(path.to_owned()));
        }
        if !there.is_file() && !there.is_dir() {
            return through(&real, export).map_err(failed);
        }
        if !care.force {
            return Err(Unsaved::AlreadyThere(path.to_owned()));
        }
        if there.is_dir() {
            return Err(failed(io::ErrorKind::IsADirectory.into()));
        }
    }
    let folder = real.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // As any new file has, less what the user's mask takes away; or as the old file had.
    let mode = there.as_ref().map_or(0o666, |there| there.permissions().mode());
    let mut file = Builder::new()
        .prefix(".lawat-")
        .permissions(Permissions::from_mode(mode))
        .tempfile_in(folder)
        .map_err(failed)?;
    let mut out = BufWriter::with_capacity(1 << 16, file.as_file_mut());
    let written = export.write(&mut out).map_err(failed)?;
    out.flush().map_err(failed)?;
    drop(out);
    if written.records == 0 {
        return Err(Unsaved::Nothing(written));
    }
    if let Some(there) = &there {
        file.as_file().set_permissions(there.permissions()).map_err(failed)?;
    }
    file.as_file().sync_all().map_err(failed)?;
    let kept = if care.force { file.persist(&real) } else { file.persist_noclobber(&real) };
    match kept {
        Ok(_) => Ok(written),
        // Somebody else was quicker.
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => {
            Err(Unsaved::AlreadyThere(path.to_owned()))
        }
        Err(error) => Err(failed(error.error)),
    }
}

fn is_same(one: &Metadata, other: &Metadata) -> bool {
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

fn through(path: &Path, export: &Export<'_>) -> io::Result<Written> {
    let mut out = BufWriter::new(OpenOptions::new().write(true).open(path)?);
    let written = export.write(&mut out)?;
    out.flush()?;
    Ok(written)
}
