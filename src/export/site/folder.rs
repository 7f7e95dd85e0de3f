//! Writes a site into a folder, and never changes a file that it did not write.
//!
//! A list of the files that were written (`.lawat-site`) tells them from others. All files are first written to a temporary
//! folder beside their place. They are not synced to the disk, since the site can be written again at any time.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::frame::{SCRIPT, STYLE};
use super::links::Links;
use super::{Pages, Site, SiteSummary};
use crate::export::file::{SaveError, write_atomically};
use crate::export::temporary::{TemporaryFolder, uninterrupted};

/// The list of the files of a site, in its folder.
const MANIFEST: &str = ".lawat-site";

/// Why a site was not written.
#[derive(Debug)]
pub enum SiteError {
    /// The folder has files, but none of a site.
    NotASite(PathBuf),
    /// A file in the place of one of the site was not written by an export.
    NotOurs(PathBuf),
    /// The operating system's error.
    Failed(PathBuf, io::Error),
    /// The single file was not written.
    NotSaved(SaveError),
}

pub(super) fn write(site: &Site<'_>, path: &Path) -> Result<SiteSummary, SiteError> {
    let failed = |error| SiteError::Failed(path.to_owned(), error);
    let known = known_files(path)?;
    // Files are moved within a file system.
    let beside = match (&known, path.parent()) {
        (Some(_), _) => path,
        (None, Some(parent)) if !parent.as_os_str().is_empty() => parent,
        (None, _) => Path::new("."),
    };
    fs::create_dir_all(beside).map_err(failed)?;
    let staging = TemporaryFolder::create(beside).map_err(failed)?;
    // Made inside, with the usual permissions of a folder.
    let staged = staging.path().join("site");
    let mut stage = Stage { folder: &staged, files: BTreeSet::new() };
    let pages = Pages::new(site, Links::IN_FOLDER);
    stage.site(&pages).map_err(failed)?;
    let files = stage.files;
    let mut summary = SiteSummary { visits: pages.visits.len(), files: files.len(), removed: 0 };
    match known {
        None => {
            fs::write(staged.join(MANIFEST), manifest(files.iter())).map_err(failed)?;
            fs::rename(&staged, path).map_err(failed)?;
        }
        Some(known) => {
            let update = Update { folder: path, known: &known, files: &files };
            update.check()?;
            summary.removed = update.perform(&staged).map_err(failed)?;
        }
    }
    Ok(summary)
}

/// The files of the site in a folder; none if the folder does not exist, empty if it has no files.
fn known_files(path: &Path) -> Result<Option<BTreeSet<String>>, SiteError> {
    let failed = |error| SiteError::Failed(path.to_owned(), error);
    match fs::metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound && !path.is_symlink() => return Ok(None),
        Err(error) => return Err(failed(error)),
        Ok(there) if !there.is_dir() => return Err(SiteError::NotASite(path.to_owned())),
        Ok(_) => {}
    }
    match fs::read_to_string(path.join(MANIFEST)) {
        Ok(text) => Ok(Some(text.lines().filter(|line| is_of_a_site(line)).map(str::to_owned).collect())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let is_empty = fs::read_dir(path).map_err(failed)?.next().is_none();
            if is_empty { Ok(Some(BTreeSet::new())) } else { Err(SiteError::NotASite(path.to_owned())) }
        }
        Err(error) => Err(failed(error)),
    }
}

/// Whether a path is one that sites have. The list could have been edited, and must not lead out of the folder.
fn is_of_a_site(path: &str) -> bool {
    let is_name = |part: &str| {
        let is_fit = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '.');
        part.starts_with(|c: char| c.is_ascii_alphanumeric()) && part.chars().all(is_fit)
    };
    path.split('/').count() <= 2 && path.split('/').all(is_name)
}

fn manifest<'a>(files: impl Iterator<Item = &'a String>) -> String {
    files.fold(
        "# The files that lawat wrote here; the next export replaces or removes them.\n".to_owned(),
        |list, file| list + file + "\n",
    )
}

/// Files that are written to a temporary folder.
struct Stage<'a> {
    folder: &'a Path,
    files: BTreeSet<String>,
}

impl Stage<'_> {
    /// Writes all files of a site.
    fn site(&mut self, pages: &Pages<'_>) -> io::Result<()> {
        fs::create_dir(self.folder)?;
        let mut paths = Vec::new();
        pages.each(&mut |page| {
            let path = format!("{}.html", page.path);
            self.file(&path, &pages.file(&page))?;
            paths.push(path);
            Ok(())
        })?;
        for (path, text) in pages.search_files()? {
            self.file(&path, &text)?;
        }
        self.file("site.css", STYLE)?;
        self.file("site.js", SCRIPT)?;
        if let Some(base) = pages.site.base_url {
            self.file("feed.xml", &pages.feed(base))?;
            for (path, text) in Pages::sitemap(base, &paths) {
                self.file(&path, &text)?;
            }
        }
        Ok(())
    }

    fn file(&mut self, path: &str, text: &str) -> io::Result<()> {
        let to = self.folder.join(path);
        let written = fs::write(&to, text);
        if written.as_ref().is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
            && let Some(folder) = to.parent()
        {
            fs::create_dir(folder)?;
            fs::write(&to, text)?;
        } else {
            written?;
        }
        self.files.insert(path.to_owned());
        Ok(())
    }
}

/// The update of a site that is already there.
struct Update<'a> {
    folder: &'a Path,
    /// The files of the site that is there.
    known: &'a BTreeSet<String>,
    /// The files of the new one.
    files: &'a BTreeSet<String>,
}

impl Update<'_> {
    /// Fails if the site would replace what an export did not write.
    fn check(&self) -> Result<(), SiteError> {
        let there = |path: &Path| fs::symlink_metadata(path).ok();
        for folder in folders(self.files.iter().chain(self.known)) {
            let path = self.folder.join(folder);
            // A link was made by somebody else, and leads elsewhere.
            if there(&path).is_some_and(|it| !it.is_dir()) {
                return Err(SiteError::NotOurs(path));
            }
        }
        for file in self.files {
            let path = self.folder.join(file);
            let is_fit = |it: &fs::Metadata| it.is_file() && self.known.contains(file);
            if there(&path).is_some_and(|it| !is_fit(&it)) {
                return Err(SiteError::NotOurs(path));
            }
        }
        Ok(())
    }

    /// Replaces the site, and returns the number of old files that were removed.
    fn perform(&self, staged: &Path) -> io::Result<usize> {
        // Should this be killed, the list has the old files and the new.
        self.list(self.known.union(self.files))?;
        let removed = uninterrupted(|| self.replace(staged))?;
        self.list(self.files.iter())?;
        Ok(removed)
    }

    /// Moves all files to their places, removes old ones, and returns their number.
    fn replace(&self, staged: &Path) -> io::Result<usize> {
        for folder in folders(self.files.iter()) {
            fs::create_dir_all(self.folder.join(folder))?;
        }
        for file in self.files {
            fs::rename(staged.join(file), self.folder.join(file))?;
        }
        let mut removed = 0;
        for path in self.known.difference(self.files).map(|file| self.folder.join(file)) {
            if fs::symlink_metadata(&path).is_ok_and(|it| it.is_file()) {
                fs::remove_file(&path)?;
                removed += 1;
            }
        }
        for folder in folders(self.known.iter()) {
            // Fails if files are left, which is the intention.
            let _ = fs::remove_dir(self.folder.join(folder));
        }
        Ok(removed)
    }

    fn list<'b>(&self, files: impl Iterator<Item = &'b String>) -> io::Result<()> {
        let text = manifest(files);
        write_atomically(&self.folder.join(MANIFEST), true, |out| {
            out.write_all(text.as_bytes()).map(|()| true)
        })?;
        Ok(())
    }
}

/// The folders of files.
fn folders<'a>(files: impl Iterator<Item = &'a String>) -> BTreeSet<&'a str> {
    files.filter_map(|file| file.split_once('/')).map(|(folder, _)| folder).collect()
}
