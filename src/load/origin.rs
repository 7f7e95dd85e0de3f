//! Where records come from: the paths that somebody named, to be read once and again.

use std::ffi::OsString;
use std::fs::Metadata;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

use super::files::{self, Input};
use super::{Bytes, EXAMPLE, Loaded, SourceTexts, read_all};

/// Paths that are read as often as somebody asks.
#[derive(Debug, Default)]
pub struct Origin {
    paths: Vec<OsString>,
    is_read: bool,
    /// What came through pipes, which give their bytes only once.
    streams: Vec<(Input, Bytes)>,
}

impl Origin {
    /// The paths; none for `visits.yaml` and `visits.yml` of this folder, or else the example.
    pub fn new(paths: Vec<OsString>) -> Self {
        Self { paths, ..Self::default() }
    }

    /// Reads everything behind the paths. What cannot be read or used is a diagnostic, and stops nothing. Only the first
    /// time a pipe is waited for; later it has taken the place of a file, and nobody may ever write into it.
    pub fn load(&mut self) -> Loaded {
        let inputs = files::inputs(&self.paths);
        let bytes = |input: &Input| self.bytes(input, inputs.len() == 1);
        let (loaded, _) = read_all(&inputs, (&SourceTexts::default(), true), bytes);
        self.is_read = true;
        // Once there was a file, the example does not take its place.
        if self.paths.is_empty() {
            self.paths = inputs.iter().filter_map(|input| Some(input.path()?.into())).collect();
        }
        let place = |input: &Input| Some((input.name(), std::path::absolute(input.path()?).ok()?));
        let (streams, files): (Vec<_>, Vec<_>) = inputs.iter().partition(|input| self.is_known(input));
        Loaded {
            built_in: inputs == [Input::BuiltIn],
            paths: files.into_iter().filter_map(place).collect(),
            streams: streams.into_iter().map(Input::name).collect(),
            ..loaded
        }
    }

    pub(super) fn bytes(&mut self, input: &Input, is_alone: bool) -> Bytes {
        if let Some((_, bytes)) = self.streams.iter().find(|(known, _)| known == input) {
            return bytes.clone();
        }
        // Asked first: by the end of what it gives, a pipe may have gone.
        let is_stream = !self.is_read && input.is_stream();
        let bytes = files::bytes(input, EXAMPLE, self.is_read);
        if is_stream {
            // Alone it is never read again.
            let kept = if is_alone { Ok(Vec::new()) } else { bytes.clone() };
            self.streams.push((input.clone(), kept));
        }
        bytes
    }

    /// Whether it is a pipe that has given what it had.
    fn is_known(&self, input: &Input) -> bool {
        self.streams.iter().any(|(known, _)| known == input)
    }

    /// A number that changes with the files, as far as can be seen without opening them; none when all of it comes
    /// through pipes. A folder without files may have some one day.
    pub fn look(&self) -> Option<u64> {
        let inputs: Vec<Input> = match self.paths.as_slice() {
            [] => files::OWN.map(|name| Input::Named(name.into())).into(),
            paths => paths.iter().flat_map(files::behind).collect(),
        };
        let is_stream = |input: &Input| self.is_known(input) || (!self.is_read && input.is_stream());
        let mut seen = DefaultHasher::new();
        let mut is_empty = true;
        for input in inputs.iter().filter(|input| !is_stream(input)) {
            is_empty = false;
            input.hash(&mut seen);
            input.path().map(fingerprint).hash(&mut seen);
        }
        (!is_empty).then(|| seen.finish())
    }
}

/// What is another when a file has changed, or is another one, or can be read now.
fn fingerprint(path: &Path) -> Option<([u64; 3], [i64; 4], u32)> {
    let of = |meta: Metadata| {
        let times = [meta.mtime(), meta.mtime_nsec(), meta.ctime(), meta.ctime_nsec()];
        ([meta.dev(), meta.ino(), meta.len()], times, meta.mode())
    };
    path.metadata().ok().map(of)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::Write as _;
    use std::process::Command;
    use std::thread;

    use super::*;
    use crate::diagnostic::Fault;

    const RECORDS: &str = "schema_version: '1.0'\nvisits: [{id: a, title: A}]\n";

    fn pipe(path: &Path) {
        assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
    }

    #[test]
    fn every_change_is_seen_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let origin = Origin::new(vec![folder.path().into(), path("named").into()]);
        let mut seen = vec![origin.look()];
        for change in [
            &|| fs::write(path("a.yaml"), RECORDS).unwrap(),
            &|| fs::write(path("a.yaml"), "").unwrap(),
            &|| fs::rename(path("a.yaml"), path("b.yaml")).unwrap(),
            &|| fs::create_dir(path("in")).unwrap(),
            &|| fs::write(path("in/c.yml"), "").unwrap(),
            &|| fs::remove_file(path("b.yaml")).unwrap(),
            &|| fs::write(path("named"), "").unwrap(),
            &|| fs::remove_file(path("named")).unwrap(),
        ] as [&dyn Fn(); 8]
        {
            change();
            seen.push(origin.look());
            assert_eq!(origin.look(), *seen.last().unwrap());
        }
        assert_eq!(seen[3], seen[4], "an empty folder holds nothing for us");
        assert_eq!(seen[6], seen[8], "what comes and goes was not there");
        seen.dedup();
        assert_eq!(seen.len(), 8);
        // What is no record is none of our business.
        fs::write(path("a.txt"), "").unwrap();
        assert_eq!(origin.look(), seen[7]);
    }

    #[test]
    fn an_empty_folder_is_looked_at() {
        let folder = tempfile::tempdir().unwrap();
        let mut origin = Origin::new(vec![folder.path().into()]);
        let empty = origin.look();
        assert!(empty.is_some(), "there may be a file one day");
        let loaded = origin.load();
        assert_eq!((loaded.paths.len(), loaded.streams.len()), (0, 0));
        fs::write(folder.path().join("a.txt"), "").unwrap();
        assert_eq!(origin.look(), empty);
        fs::write(folder.path().join("a.yaml"), RECORDS).unwrap();
        assert_ne!(origin.look(), empty);
        assert_eq!(origin.load().archive.visits.len(), 1);
    }

    #[test]
    fn a_pipe_is_waited_for_once() {
        let folder = tempfile::tempdir().unwrap();
        let (fifo, file) = (folder.path().join("fifo"), folder.path().join("file.yaml"));
        pipe(&fifo);
        fs::write(&file, RECORDS.replace("id: a", "id: b")).unwrap();
        let mut origin = Origin::new(vec![fifo.clone().into(), file.clone().into()]);
        let writer = thread::spawn({
            let fifo = fifo.clone();
            move || fs::write(fifo, RECORDS).unwrap()
        });
        let before = origin.load().archive;
        writer.join().unwrap();
        assert_eq!(before.visits.len(), 2);
        // What it gave is remembered.
        assert_eq!(origin.load().archive, before);
        // A file that has become one is not waited for.
        fs::remove_file(&file).unwrap();
        pipe(&file);
        let faults: Vec<Fault> = origin.load().diagnostics.into_iter().map(|it| it.fault).collect();
        assert_eq!(faults, [Fault::NotAFile]);
    }

    #[test]
    fn a_pipe_that_goes_is_remembered() {
        let folder = tempfile::tempdir().unwrap();
        let (fifo, file) = (folder.path().join("fifo"), folder.path().join("file.yaml"));
        pipe(&fifo);
        fs::write(&file, RECORDS.replace("id: a", "id: b")).unwrap();
        let mut origin = Origin::new(vec![fifo.clone().into(), file.into()]);
        let writer = thread::spawn({
            let fifo = fifo.clone();
            move || {
                let mut into = fs::File::create(&fifo).unwrap();
                fs::remove_file(fifo).unwrap();
                into.write_all(RECORDS.as_bytes()).unwrap();
            }
        });
        let before = origin.load();
        writer.join().unwrap();
        assert_eq!((before.archive.visits.len(), before.diagnostics.len()), (2, 0));
        let name = fifo.to_string_lossy().into_owned();
        assert!(!before.paths.contains_key(&name));
        assert_eq!(before.streams, [name]);
        let again = origin.load();
        assert_eq!((again.archive, again.paths), (before.archive, before.paths));
    }

    #[test]
    fn a_pipe_alone_is_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        let fifo = folder.path().join("fifo");
        pipe(&fifo);
        let mut origin = Origin::new(vec![fifo.clone().into()]);
        assert_eq!(origin.look(), None);
        let writer = thread::spawn(move || fs::write(fifo, RECORDS).unwrap());
        assert_eq!(origin.load().archive.visits.len(), 1);
        writer.join().unwrap();
        assert_eq!(origin.look(), None);
        assert_eq!(Origin::new(vec!["-".into()]).look(), None);
        assert!(Origin::new(Vec::new()).look().is_some(), "there may be a visits.yaml one day");
    }
}
