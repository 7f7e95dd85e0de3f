//! The folder of the cache: where the files of an entry are, who may have written them, and how many are kept.

use std::ffi::OsString;
use std::fmt::Write as _;
use std::fs::{self, DirBuilder, File};
use std::io::{self, Write};
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::{DirBuilderExt as _, MetadataExt as _};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use rustix::fs::{Mode, OFlags};
use rustix::process::geteuid;
use sha2::{Digest as _, Sha256};

use crate::export::keep_privately;

/// The largest file of the cache, in bytes.
pub(super) const MAX_FILE: u64 = 1 << 30;
/// The largest size of all files together, in bytes; the oldest are removed.
const MAX_ALL: u64 = 2 << 30;
/// At least this share of what is free on the disk stays free.
const FREE_SHARE: u64 = 2;
/// The ends of the names of the files.
pub(super) const RECORDS: &str = "records";
pub(super) const INDEX: &str = "index";

/// The folder of the cache.
#[derive(Debug, Clone)]
pub(super) struct Folder(PathBuf);

/// The files of an entry, without the ends of their names.
#[derive(Debug, Clone)]
pub(super) struct Place {
    folder: Folder,
    name: String,
}

impl Folder {
    pub(super) fn new(path: PathBuf) -> Self {
        Self(path)
    }

    pub(super) fn path(&self) -> &Path {
        &self.0
    }

    /// The place for the records at these paths: its name is a checksum of them. `None` if there are others than paths.
    pub(super) fn place(&self, paths: &[OsString]) -> Option<Place> {
        if paths.iter().any(|path| path == "-") {
            return None;
        }
        let mut sum = Sha256::new();
        sum.update(std::env::current_dir().ok()?.as_os_str().as_bytes());
        for path in paths {
            sum.update([0]);
            sum.update(path.as_bytes());
        }
        let name = sum.finalize().iter().take(16).fold(String::new(), |mut name, byte| {
            let _ = write!(name, "{byte:02x}");
            name
        });
        Some(Place { folder: self.clone(), name })
    }

    /// Whether only this user can change what is in the folder.
    fn is_safe(&self) -> bool {
        fs::metadata(&self.0).is_ok_and(|meta| meta.is_dir() && is_ours(&meta))
    }

    /// The files, with their sizes and times.
    fn files(&self) -> io::Result<Vec<(SystemTime, u64, PathBuf)>> {
        let mut files = Vec::new();
        for entry in fs::read_dir(&self.0)? {
            let path = entry?.path();
            if path.extension().is_some_and(|end| end == RECORDS || end == INDEX) {
                let meta = fs::symlink_metadata(&path)?;
                files.push((meta.modified()?, meta.len(), path));
            }
        }
        files.sort();
        Ok(files)
    }

    /// Removes the oldest files beyond the maximum size.
    fn remove_oldest(&self) -> io::Result<()> {
        let files = self.files()?;
        let mut all: u64 = files.iter().map(|(_, length, _)| length).sum();
        for (_, length, path) in files {
            if all <= MAX_ALL {
                break;
            }
            fs::remove_file(path)?;
            all -= length;
        }
        Ok(())
    }

    /// Removes all files of the cache. Returns the number of their bytes.
    pub(super) fn clear(&self) -> io::Result<u64> {
        let files = match self.files() {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(0),
            files => files?,
        };
        let mut removed = 0;
        for (_, length, path) in files {
            fs::remove_file(path)?;
            removed += length;
        }
        Ok(removed)
    }
}

impl Place {
    fn path(&self, end: &str) -> PathBuf {
        self.folder.0.join(format!("{}.{end}", self.name))
    }

    /// Opens a file. `None` if somebody else may have written it.
    pub(super) fn open(&self, end: &str) -> Option<File> {
        if !self.folder.is_safe() {
            return None;
        }
        let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
        let file = File::from(rustix::fs::open(self.path(end), flags, Mode::empty()).ok()?);
        let meta = file.metadata().ok()?;
        (meta.is_file() && is_ours(&meta) && meta.len() <= MAX_FILE).then_some(file)
    }

    /// Writes a file of about so many bytes, and removes the oldest if there are too many.
    pub(super) fn write(
        &self,
        end: &str,
        about: u64,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> io::Result<()> {
        let folder = &self.folder.0;
        DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
        if !self.folder.is_safe() {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        let disk = rustix::fs::statvfs(folder)?;
        if disk.f_bavail.saturating_mul(disk.f_frsize) / FREE_SHARE < about {
            return Err(io::ErrorKind::StorageFull.into());
        }
        keep_privately(&self.path(end), write)?;
        self.folder.remove_oldest()
    }
}

/// Whether a file belongs to this user, and nobody else can write it.
fn is_ours(meta: &fs::Metadata) -> bool {
    meta.uid() == geteuid().as_raw() && meta.mode() & 0o022 == 0
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    use std::time::Duration;

    use super::*;

    fn write(place: &Place, end: &str, bytes: &[u8]) -> io::Result<()> {
        place.write(end, bytes.len() as u64, |file| file.write_all(bytes))
    }

    fn set_mode(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }

    #[test]
    fn only_what_nobody_else_can_write_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cache/lawat");
        let place = Folder::new(path.clone()).place(&["a.yaml".into()]).unwrap();
        assert!(place.open(RECORDS).is_none());
        write(&place, RECORDS, b"a").unwrap();
        assert_eq!(fs::metadata(&path).unwrap().mode() & 0o777, 0o700);
        let file = place.path(RECORDS);
        assert_eq!(fs::metadata(&file).unwrap().mode() & 0o777, 0o600);
        assert!(place.open(RECORDS).is_some() && place.open(INDEX).is_none());
        for (path, mode) in [(&file, 0o620), (&file, 0o602), (&path, 0o770), (&path, 0o707)] {
            let before = fs::metadata(path).unwrap().mode();
            set_mode(path, mode);
            assert!(place.open(RECORDS).is_none(), "{} {mode:o}", path.display());
            set_mode(path, before);
            assert!(place.open(RECORDS).is_some());
        }
        set_mode(&path, 0o777);
        assert!(write(&place, INDEX, b"a").is_err());
        set_mode(&path, 0o700);
        let other = folder.path().join("other");
        fs::rename(&file, &other).unwrap();
        symlink(&other, &file).unwrap();
        assert!(place.open(RECORDS).is_none(), "a link");
        fs::remove_file(&file).unwrap();
        fs::create_dir(&file).unwrap();
        assert!(place.open(RECORDS).is_none(), "a folder");
    }

    #[test]
    fn the_oldest_files_are_removed() {
        let folder = tempfile::tempdir().unwrap();
        let place = |name: &str| Folder::new(folder.path().into()).place(&[name.into()]).unwrap();
        set_mode(folder.path(), 0o700);
        // Files without content, which take no space.
        for (age, name) in [(3, "c"), (2, "b"), (1, "a")] {
            write(&place(name), RECORDS, b"").unwrap();
            let file = File::options().write(true).open(place(name).path(RECORDS)).unwrap();
            file.set_modified(SystemTime::now() - Duration::from_secs(age * 100)).unwrap();
            file.set_len(MAX_ALL / 3 + 1).unwrap();
        }
        fs::write(folder.path().join("notes.txt"), "mine").unwrap();
        write(&place("d"), INDEX, b"d").unwrap();
        let left = ["a", "b", "c"].map(|name| place(name).path(RECORDS).exists());
        assert_eq!((left, place("d").path(INDEX).exists()), ([true, true, false], true));
        assert_eq!(Folder::new(folder.path().into()).clear().unwrap(), (MAX_ALL / 3 + 1) * 2 + 1);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "notes.txt");
        assert_eq!(Folder::new(folder.path().join("missing")).clear().unwrap(), 0);
    }

    #[test]
    fn other_paths_have_other_places() {
        let place = |paths: &[&str]| {
            let paths: Vec<OsString> = paths.iter().map(OsString::from).collect();
            Folder::new("cache".into()).place(&paths).map(|place| place.name)
        };
        let names = [&[][..], &["a"], &["b"], &["a", "b"], &["b", "a"], &["ab"]].map(place);
        assert!(names.iter().enumerate().all(|(at, name)| name.is_some() && !names[..at].contains(name)));
        assert_eq!(place(&["a", "-"]), None);
    }
}
