//! A file that gets its name when its content is complete. Before that it has none, where the system can do this; then nothing is
//! left of it however the process ends.

use std::fs::{File, OpenOptions, Permissions};
use std::io;
use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use super::temporary::TemporaryFile;

/// A file that is being written.
pub(super) struct NewFile {
    file: File,
    folder: PathBuf,
    /// None if the file has no name at all.
    temporary: Option<TemporaryFile>,
}

impl NewFile {
    /// A new file in a folder, with this mode minus the umask.
    pub(super) fn create(folder: &Path, mode: u32) -> io::Result<Self> {
        let folder = folder.to_owned();
        if let Some(file) = unnamed(&folder, mode) {
            return Ok(Self { file, folder, temporary: None });
        }
        let open = |path: &Path| OpenOptions::new().write(true).create_new(true).mode(mode).open(path);
        let (temporary, file) = TemporaryFile::create(&folder, "", open)?;
        Ok(Self { file, folder, temporary: Some(temporary) })
    }

    /// What to write to.
    pub(super) fn file(&mut self) -> &mut File {
        &mut self.file
    }

    /// Sets the mode, whatever the umask.
    pub(super) fn set_mode(&self, mode: u32) -> io::Result<()> {
        self.file.set_permissions(Permissions::from_mode(mode))
    }

    /// Gives the file its name once its content is on the disk. Replaces another file of this name only if wanted.
    pub(super) fn finish(self, name: &Path, replaces: bool) -> io::Result<()> {
        self.file.sync_all()?;
        self.name(name, replaces)
    }

    /// Gives the file its name, wherever its content is.
    pub(super) fn name(self, name: &Path, replaces: bool) -> io::Result<()> {
        let Self { file, folder, temporary } = self;
        match temporary {
            Some(temporary) => temporary.rename(name, replaces),
            None if !replaces => link(&file, name),
            // A link replaces nothing, but renaming does.
            None => TemporaryFile::create(&folder, "", |path| link(&file, path))?.0.rename(name, true),
        }
    }
}

/// A file without a name, if the system and the file system have such files and can name them later.
#[cfg(target_os = "linux")]
fn unnamed(folder: &Path, mode: u32) -> Option<File> {
    use rustix::fs::{Access, Mode, OFlags, access, open};
    let flags = OFlags::WRONLY | OFlags::TMPFILE | OFlags::CLOEXEC;
    let file = File::from(open(folder, flags, Mode::from_raw_mode(mode)).ok()?);
    access(descriptor(&file), Access::EXISTS).ok().map(|()| file)
}

/// Names a file that has no name.
#[cfg(target_os = "linux")]
fn link(file: &File, name: &Path) -> io::Result<()> {
    use rustix::fs::{AtFlags, CWD, linkat};
    Ok(linkat(CWD, descriptor(file), CWD, name, AtFlags::SYMLINK_FOLLOW)?)
}

#[cfg(target_os = "linux")]
fn descriptor(file: &File) -> String {
    use std::os::fd::AsRawFd as _;
    format!("/proc/self/fd/{}", file.as_raw_fd())
}

#[cfg(not(target_os = "linux"))]
fn unnamed(_: &Path, _: u32) -> Option<File> {
    None
}

#[cfg(not(target_os = "linux"))]
fn link(_: &File, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}
