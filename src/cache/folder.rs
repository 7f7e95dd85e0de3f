//! The folder of the cache: where the files of an entry are, who may have written them, and how many are kept.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io::{self, Write};
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use rustix::fs::{Mode, OFlags};
use rustix::process::geteuid;
use sha2::{Digest as _, Sha256};

use crate::export::{create_private_folder, keep_privately};
use crate::text::hex;

/// The largest size of all files together, in bytes; the oldest are removed.
const MAX_ALL: u64 = 2 << 30;
/// A file takes at most this part of what is free on the disk.
const FREE_DIVISOR: u64 = 2;
/// Files that were written so long ago are removed.
const MAX_AGE: Duration = Duration::from_secs(90 * 24 * 60 * 60);
/// The number of hexadecimal digits in the name of a file.
const DIGITS: usize = 32;
/// The ends of the names of the files.
pub(super) const RECORDS: &str = "records";
pub(super) const INDEX: &str = "index";
pub(super) const REFERENCES: &str = "references";
const ENDS: [&str; 3] = [RECORDS, INDEX, REFERENCES];

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

    /// The place for the records at these paths: its name is a checksum of them. `None` if one of them is standard input.
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
        let name = sum.finalize();
        Some(Place { folder: self.clone(), name: hex(name.get(..DIGITS / 2)?) })
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
            if !is_name(&path) {
                continue;
            }
            match fs::symlink_metadata(&path) {
                // Another process has removed it.
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                meta => {
                    let meta = meta?;
                    files.push((meta.modified()?, meta.len(), path));
                }
            }
        }
        files.sort();
        Ok(files)
    }

    /// Removes what is too old, and the oldest files beyond the maximum size.
    fn remove_oldest(&self) -> io::Result<()> {
        let files = self.files()?;
        let mut all: u64 = files.iter().map(|(_, length, _)| length).sum();
        let earliest = SystemTime::now().checked_sub(MAX_AGE);
        for (modified, length, path) in files {
            if all > MAX_ALL || Some(modified) < earliest {
                remove(&path)?;
                all -= length;
            }
        }
        Ok(())
    }

    /// Removes all files of the cache. Returns the number of their bytes.
    pub(super) fn clear(&self) -> io::Result<u64> {
        if !fs::exists(&self.0)? {
            return Ok(0);
        }
        if !self.is_safe() {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        let mut removed = 0;
        for (_, length, path) in self.files()? {
            remove(&path)?;
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
        (meta.is_file() && is_ours(&meta) && meta.len() <= MAX_ALL).then_some(file)
    }

    /// Writes a file of about so many bytes, if there is room for it: `write` must stop at the limit that it gets. Removes the oldest
    /// files if there are too many.
    pub(super) fn write(
        &self,
        end: &str,
        about: u64,
        write: impl FnOnce(&mut dyn Write, u64) -> io::Result<()>,
    ) -> io::Result<()> {
        let folder = &self.folder.0;
        create_private_folder(folder)?;
        if !self.folder.is_safe() {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        let disk = rustix::fs::statvfs(folder)?;
        let limit = (disk.f_bavail.saturating_mul(disk.f_frsize) / FREE_DIVISOR).min(MAX_ALL);
        if about > limit {
            return Err(io::ErrorKind::StorageFull.into());
        }
        keep_privately(&self.path(end), |file| write(file, limit))?;
        self.folder.remove_oldest()
    }
}

/// Whether a file is one of the cache.
fn is_name(path: &Path) -> bool {
    let stem = path.file_stem().map(OsStr::as_bytes).unwrap_or_default();
    let is_ours = stem.len() == DIGITS && stem.iter().all(u8::is_ascii_hexdigit);
    is_ours && path.extension().is_some_and(|end| ENDS.iter().any(|known| end == *known))
}

/// Removes a file, unless another process has done so.
fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        removed => removed,
    }
}

/// Whether a file belongs to this user, and nobody else can write it.
fn is_ours(meta: &fs::Metadata) -> bool {
    meta.uid() == geteuid().as_raw() && meta.mode() & 0o022 == 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    fn write(place: &Place, end: &str, bytes: &[u8]) -> io::Result<()> {
        place.write(end, bytes.len() as u64, |file, _| file.write_all(bytes))
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
        for name in ["notes.txt", "archive.index", "kunjungan.records"] {
            fs::write(folder.path().join(name), "mine").unwrap();
        }
        write(&place("d"), INDEX, b"d").unwrap();
        let left = ["a", "b", "c"].map(|name| place(name).path(RECORDS).exists());
        assert_eq!((left, place("d").path(INDEX).exists()), ([true, true, false], true));
        assert_eq!(Folder::new(folder.path().into()).clear().unwrap(), (MAX_ALL / 3 + 1) * 2 + 1);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3, "what belongs to others");
        let file = |name: &str| File::options().write(true).open(place(name).path(RECORDS)).unwrap();
        write(&place("old"), RECORDS, b"").unwrap();
        file("old").set_modified(SystemTime::now() - MAX_AGE * 2).unwrap();
        write(&place("new"), RECORDS, b"").unwrap();
        assert!(!place("old").path(RECORDS).exists() && place("new").path(RECORDS).exists());
        set_mode(folder.path(), 0o777);
        assert!(Folder::new(folder.path().into()).clear().is_err(), "a folder that others can write");
        set_mode(folder.path(), 0o700);
        assert_eq!(Folder::new(folder.path().join("missing")).clear().unwrap(), 0);
    }

    #[test]
    fn the_disk_is_not_filled() {
        let folder = tempfile::tempdir().unwrap();
        let place = Folder::new(folder.path().join("lawat")).place(&[]).unwrap();
        let disk = rustix::fs::statvfs(folder.path()).unwrap();
        let free = disk.f_bavail * disk.f_frsize;
        let too_much = place.write(RECORDS, free, |_, _| panic!("nothing is begun"));
        assert_eq!(too_much.unwrap_err().kind(), io::ErrorKind::StorageFull);
        let within = |_: &mut dyn Write, limit| {
            assert!(limit > 1 && limit <= MAX_ALL && limit <= free, "{limit} of {free}");
            Ok(())
        };
        place.write(RECORDS, 1, within).unwrap();
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
