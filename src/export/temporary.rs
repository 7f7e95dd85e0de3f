//! Temporary files and folders: each is removed when it is dropped, and all of them before a signal ends the process.

use std::fs;
use std::io;
use std::mem;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tempfile::{Builder, TempDir, TempPath};

/// How their names begin.
const PREFIX: &str = ".lawat-";

/// The temporary files and folders of this process. Locked while one is created or gets its name, so that none is missing in the list.
static FILES: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// A temporary file.
#[derive(Debug)]
pub struct TemporaryFile {
    /// None once the file has its name.
    path: Option<TempPath>,
}

impl TemporaryFile {
    /// A new file in a folder, made by `make`, which fails with [`io::ErrorKind::AlreadyExists`] if there is such a file.
    pub fn create<T>(
        folder: &Path,
        ending: &str,
        make: impl FnMut(&Path) -> io::Result<T>,
    ) -> io::Result<(Self, T)> {
        let mut files = lock();
        let (opened, path) = Builder::new().prefix(PREFIX).suffix(ending).make_in(folder, make)?.into_parts();
        files.push(path.to_path_buf());
        Ok((Self { path: Some(path) }, opened))
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        self.path.as_deref().unwrap_or(Path::new(""))
    }

    /// Gives the file its name. Replaces another file of this name only if wanted.
    pub(super) fn rename(mut self, name: &Path, replaces: bool) -> io::Result<()> {
        let mut files = lock();
        let Some(path) = self.path.take() else { return Ok(()) };
        files.retain(|known| *known != *path);
        if replaces { path.persist(name) } else { path.persist_noclobber(name) }.map_err(Into::into)
    }
}

impl Drop for TemporaryFile {
    fn drop(&mut self) {
        if let Some(path) = self.path.take() {
            let mut files = lock();
            files.retain(|known| *known != *path);
            drop(path);
        }
    }
}

/// A temporary folder.
#[derive(Debug)]
pub(super) struct TemporaryFolder(Option<TempDir>);

impl TemporaryFolder {
    /// A new folder in another one.
    pub(super) fn create(folder: &Path) -> io::Result<Self> {
        let mut files = lock();
        let made = Builder::new().prefix(PREFIX).tempdir_in(folder)?;
        files.push(made.path().to_owned());
        Ok(Self(Some(made)))
    }

    /// Where the folder is.
    pub(super) fn path(&self) -> &Path {
        self.0.as_ref().map_or(Path::new(""), TempDir::path)
    }
}

impl Drop for TemporaryFolder {
    fn drop(&mut self) {
        if let Some(folder) = self.0.take() {
            let mut files = lock();
            files.retain(|known| known != folder.path());
            drop(folder);
        }
    }
}

/// Makes a change that no signal stops halfway: [`remove_temporary_files`] waits for its end. It must not need a temporary file.
pub(super) fn uninterrupted<T>(change: impl FnOnce() -> T) -> T {
    let _files = lock();
    change()
}

/// Removes all temporary files and folders, for a process that is about to end; none can be created after that.
pub fn remove_temporary_files() {
    let mut files = lock();
    for path in files.drain(..) {
        let _ = fs::remove_file(&path).or_else(|_| remove_folder(path));
    }
    mem::forget(files);
}

/// Removes a folder into which another thread may still write: with another name, it does not find it any more.
fn remove_folder(mut path: PathBuf) -> io::Result<()> {
    let mut other = path.clone().into_os_string();
    other.push(".removed");
    if fs::rename(&path, &other).is_ok() {
        path = other.into();
    }
    fs::remove_dir_all(&path)
}

fn lock() -> MutexGuard<'static, Vec<PathBuf>> {
    FILES.lock().unwrap_or_else(PoisonError::into_inner)
}
