//! Loads the same paths repeatedly, and detects changes to their files.

use std::ffi::OsString;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::Path;

use super::arrival::show_while;
use super::assemble::{CheckCounts, Keep, Loaded, ReadAll, read_all, read_head};
use super::contents::{Contents, FileSums};
use super::files::{self, InputBytes, RecordInput};
use super::known_files::KnownFiles;
use super::progress::{ProgressCounter, Watch};
use super::quotes::{QuoteCount, SourceTexts};
use super::skipped::SkippedFile;
use crate::diagnostic::{Diagnostic, ProblemCount};
use crate::model::{Archive, Visits};

/// Loads the files at some paths, as often as needed.
#[derive(Debug, Default)]
pub struct Loader {
    paths: Vec<OsString>,
    is_read: bool,
    /// The bytes of pipes, which can be read only once.
    streams: Vec<(RecordInput, InputBytes)>,
    /// Whether files that have not changed are not read again.
    remembers: bool,
    known: Option<KnownFiles>,
    /// The checksums of the files as they were read the last time, if they were wanted.
    sums: Option<FileSums>,
}

/// The files that some paths stand for, in the order in which they are read.
#[derive(Debug)]
pub struct ListedFiles(Vec<RecordInput>);

impl ListedFiles {
    /// Whether these are the contents of the files.
    pub fn have(&self, contents: Contents) -> bool {
        Contents::of(&self.0) == Some(contents)
    }

    /// Shows the visits at the beginning of long files, before the others are there.
    pub fn show_beginning(&self, grown: &dyn Fn(Archive)) {
        show_beginning(&self.0, grown);
    }
}

impl Loader {
    /// Without paths: `visits.yaml` and `visits.yml` in the current folder, or else the example.
    pub fn new(paths: Vec<OsString>) -> Self {
        Self { paths, ..Self::default() }
    }

    /// The same loader, which keeps what it has read: when files have changed, only those are read again.
    #[must_use]
    pub fn remembering(self) -> Self {
        Self { remembers: true, ..self }
    }

    /// What the paths stand for now.
    pub fn list(&self) -> ListedFiles {
        ListedFiles(files::inputs(&self.paths))
    }

    /// Takes what was loaded before from the same contents as if it had been loaded now.
    pub fn take(&mut self, ListedFiles(inputs): &ListedFiles, loaded: Loaded) -> Loaded {
        self.placed(inputs, loaded)
    }

    /// Loads everything the paths stand for. What cannot be read or used becomes a diagnostic. Pipes are waited for
    /// only the first time; a pipe that appears later has replaced a file, and may never be written to.
    pub fn load(&mut self) -> Loaded {
        self.load_watched(Watch { counter: &ProgressCounter::default(), grown: None })
    }

    /// Loads likewise, while somebody waits.
    pub fn load_watched(&mut self, watch: Watch<'_>) -> Loaded {
        let listed = self.list();
        if let Some(grown) = watch.grown {
            listed.show_beginning(grown);
        }
        self.load_inputs(&listed.0, watch)
    }

    /// Loads what was listed, and also computes [`Loaded::contents`]. The beginning is not shown.
    pub fn load_with_contents(&mut self, ListedFiles(inputs): &ListedFiles, watch: Watch<'_>) -> Loaded {
        let is_long = inputs.iter().map(length).sum::<u64>() >= MIN_SUMMED;
        if is_long && self.sums.is_none() {
            // The checksums of files that are not read again would be missing.
            self.known = None;
        }
        self.sums = is_long.then(|| self.sums.take().unwrap_or_default());
        let loaded = self.load_inputs(inputs, watch);
        let contents = self.sums.as_ref().and_then(|sums| sums.contents(inputs));
        Loaded { contents, ..loaded }
    }

    fn load_inputs(&mut self, inputs: &[RecordInput], watch: Watch<'_>) -> Loaded {
        let loaded = self.read(inputs, watch);
        self.placed(inputs, loaded)
    }

    /// Adds to what was loaded where it comes from.
    fn placed(&mut self, inputs: &[RecordInput], loaded: Loaded) -> Loaded {
        self.is_read = true;
        // Files that were found once are not replaced by the example later.
        if self.paths.is_empty() {
            self.paths = inputs.iter().filter_map(|input| Some(input.path()?.into())).collect();
        }
        let place = |input: &RecordInput| Some((input.name(), std::path::absolute(input.path()?).ok()?));
        let (streams, files): (Vec<_>, Vec<_>) = inputs.iter().partition(|input| self.is_known(input));
        Loaded {
            built_in: inputs == [RecordInput::BuiltIn],
            paths: files.into_iter().filter_map(place).collect(),
            streams: streams.into_iter().map(RecordInput::name).collect(),
            ..loaded
        }
    }

    /// Reads the inputs, or only those that have changed.
    fn read(&mut self, inputs: &[RecordInput], watch: Watch<'_>) -> Loaded {
        let stamped: Vec<_> = inputs.iter().map(|input| (input.clone(), input.stamp())).collect();
        let sums = &mut self.sums;
        if let Some((loaded, known)) =
            self.known.take().and_then(|known| known.update(&stamped, sums.as_mut()))
        {
            self.known = known;
            return loaded;
        }
        if let Some(sums) = sums {
            *sums = FileSums::default();
        }
        let keep = if self.remembers { Keep::Files } else { Keep::Visits };
        let bytes = |input: &RecordInput| self.bytes(input, inputs.len() == 1, watch);
        let read = read_all(inputs, (&SourceTexts::default(), keep), watch, bytes);
        // What has changed between the two passes may fit to no register.
        let is_same = |(input, stamp): &(RecordInput, _)| input.stamp() == *stamp;
        let are_summed = || self.sums.as_ref().is_none_or(|sums| sums.contents(inputs).is_some());
        if self.remembers && self.streams.is_empty() && are_summed() && stamped.iter().all(is_same) {
            self.known = KnownFiles::new(read.register, &stamped, read.files);
        }
        read.loaded
    }

    fn bytes(&mut self, input: &RecordInput, is_alone: bool, watch: Watch<'_>) -> InputBytes {
        if let Some((_, bytes)) = self.streams.iter().find(|(known, _)| known == input) {
            return bytes.clone();
        }
        // Check before reading, because a pipe may be removed while it is read.
        let is_stream = !self.is_read && input.is_stream();
        let bytes = match watch.grown.filter(|_| is_stream) {
            Some(grown) => show_while(
                |arrived| files::bytes(input, false, Some(arrived)),
                |head| show_stream(input, &head, watch.counter, grown),
            ),
            None => files::bytes(input, self.is_read, None),
        };
        if is_stream {
            // A single pipe is never read again.
            let kept = if is_alone { Ok(Vec::new()) } else { bytes.clone() };
            self.streams.push((input.clone(), kept));
        }
        // What comes through a pipe is not meant to be kept.
        if let (Some(sums), false, Some(_)) = (&mut self.sums, is_stream, input.path()) {
            sums.add(input, bytes.as_deref().ok());
        }
        bytes
    }

    /// Whether the input is a pipe that has been read.
    fn is_known(&self, input: &RecordInput) -> bool {
        self.streams.iter().any(|(known, _)| known == input)
    }

    /// A number that changes with the files, computed without opening them. `None` if all input comes through pipes.
    pub fn fingerprint(&self) -> Option<u64> {
        let inputs: Vec<RecordInput> = match self.paths.as_slice() {
            [] => files::DEFAULT_NAMES.map(|name| RecordInput::Named(name.into())).into(),
            paths => paths.iter().flat_map(files::expand_path).collect(),
        };
        let is_stream = |input: &RecordInput| self.is_known(input) || (!self.is_read && input.is_stream());
        let mut seen = DefaultHasher::new();
        let mut is_empty = true;
        for input in inputs.iter().filter(|input| !is_stream(input)) {
            is_empty = false;
            input.hash(&mut seen);
            input.stamp().hash(&mut seen);
        }
        (!is_empty).then(|| seen.finish())
    }
}

/// Archives with fewer bytes are loaded so soon that nothing is gained by keeping what was loaded.
const MIN_SUMMED: u64 = 2 << 20;

/// Files with fewer bytes are loaded so soon that nothing is shown before.
const LONG: u64 = 8 << 20;
/// How many bytes of longer ones are read before everything else.
const BEGINNING: u64 = 1 << 20;

/// The number of bytes of a file; 0 if it is none.
fn length(input: &RecordInput) -> u64 {
    match input.path().map(Path::metadata) {
        Some(Ok(meta)) if meta.is_file() => meta.len(),
        _ => 0,
    }
}

/// Shows the visits at the beginning of long files.
fn show_beginning(inputs: &[RecordInput], grown: &dyn Fn(Archive)) {
    let mut first = 0;
    let mut all: u64 = 0;
    for input in inputs {
        first += usize::from(all < BEGINNING);
        all += length(input);
    }
    if all < LONG || inputs.iter().any(RecordInput::is_stream) {
        return;
    }
    let first = inputs.get(..first).unwrap_or_default();
    let is_cut = first.iter().map(length).sum::<u64>() > BEGINNING;
    let archive = read_head(first, |input| files::head(input, BEGINNING));
    grown(if is_cut { without_last(&archive) } else { archive });
}

/// Shows the visits that have arrived.
fn show_stream(input: &RecordInput, head: &[u8], counter: &ProgressCounter, grown: &dyn Fn(Archive)) {
    let bytes = head.len();
    let end = head.iter().rposition(|byte| *byte == b'\n').unwrap_or_default();
    let head = head.get(..end).unwrap_or_default();
    let archive = read_head(std::slice::from_ref(input), |_| Ok(head.to_vec()));
    let archive = without_last(&archive);
    counter.set(archive.visits.len(), bytes);
    grown(archive);
}

/// An archive without its last visit, which may be incomplete.
fn without_last(archive: &Archive) -> Archive {
    let Archive { visits, headers, files } = archive;
    let mut first = Visits::default();
    first.extend(visits.as_slice().split_last().into_iter().flat_map(|(_, first)| first).cloned());
    Archive { visits: first, headers: headers.clone(), files: files.clone() }
}

/// The result of [`check`].
#[derive(Debug, Default)]
pub struct Checked {
    /// How many visits can be used.
    pub visits: usize,
    /// As in [`Loaded`].
    pub diagnostics: Vec<Diagnostic>,
    /// As in [`Loaded`].
    pub unreported: ProblemCount,
    /// As in [`Loaded`].
    pub skipped: Vec<SkippedFile>,
    /// How many quotes were looked for in the texts, and how many were found.
    pub quotes: QuoteCount,
    /// How many questions are left: comments that begin with `# ?`, as drafts have them.
    pub questions: usize,
}

/// Checks everything the paths stand for, and compares quotes with the texts of their sources. Uses little memory: visits are
/// not kept.
pub fn check(paths: &[OsString], texts: &SourceTexts) -> Checked {
    check_counted(paths, texts, &ProgressCounter::default())
}

/// Checks likewise, and counts what was read.
pub fn check_counted(paths: &[OsString], texts: &SourceTexts, counter: &ProgressCounter) -> Checked {
    let (inputs, mut reader) = (files::inputs(paths), Loader::new(paths.to_vec()));
    let watch = Watch { counter, grown: None };
    let bytes = |input: &RecordInput| reader.bytes(input, inputs.len() == 1, watch);
    let ReadAll { loaded, counts, .. } = read_all(&inputs, (texts, Keep::Nothing), watch, bytes);
    let Loaded { archive, diagnostics, unreported, skipped, .. } = loaded;
    let CheckCounts { quotes, questions } = counts;
    Checked { visits: archive.visits.len(), diagnostics, unreported, skipped, quotes, questions }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::fs;
    use std::io::Write as _;
    use std::process::Command;
    use std::sync::Arc;
    use std::thread;

    use super::*;
    use crate::diagnostic::Problem;
    use crate::model::Visit;

    const RECORDS: &str = "schema_version: '1.0'\nvisits: [{id: a, title: A}]\n";

    #[test]
    fn long_archives_are_shown_while_they_are_read() {
        let text: String = "Kata-kata yang panjang sekali. ".repeat(400);
        let visit = |number| format!("  - id: v{number}\n    title: Rapat\n    summary: {text}\n");
        let visits: Vec<String> = (0..200).map(visit).collect();
        for files in [1, 2, 8] {
            let folder = tempfile::tempdir().unwrap();
            for (number, visits) in visits.chunks(visits.len() / files).enumerate() {
                let text = format!("schema_version: '1.1'\nlanguage: id\nvisits:\n{}", visits.concat());
                fs::write(folder.path().join(format!("{number}.yaml")), text).unwrap();
            }
            let shown = RefCell::new(Vec::new());
            let (counter, grown) = (ProgressCounter::default(), |archive| shown.borrow_mut().push(archive));
            let watch = Watch { counter: &counter, grown: Some(&grown) };
            let loaded = Loader::new(vec![folder.path().into()]).load_watched(watch);
            assert_eq!((loaded.archive.visits.len(), loaded.diagnostics.len()), (200, 0));
            assert!(counter.progress().percent() > Some(80), "{counter:?}");
            let shown = shown.into_inner();
            assert_eq!(shown.len(), 1, "{files} files");
            let shown = &shown[0];
            assert!((80..200).contains(&shown.visits.len()), "{} visits, {files} files", shown.visits.len());
            for (shown, read) in shown.visits.iter().zip(&loaded.archive.visits) {
                assert_eq!((shown, shown.language.as_deref()), (read, Some("id")), "{files} files");
            }
            let last = shown.visits.get(shown.visits.len() - 1).unwrap();
            assert_eq!(shown.file(last), loaded.archive.file(last));
        }
    }

    /// After each change the loader gives the same as a new one, and shares with the archive before what has not changed.
    #[test]
    fn only_what_has_changed_is_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
        let visit = |id: &str, rest: &str| format!("  - id: {id}\n    title: Rapat {id}\n{rest}");
        let archive = |visits: &str| format!("schema_version: '1.1'\nlanguage: id\nvisits:\n{visits}");
        let person = |name: &str| format!("    participants:\n      - {{id: sari, name: {name}}}\n");
        let later = "    related: [{visit: c, type: follow_up}, {visit: nowhere, type: follow_up}]\n";
        write("a.yaml", &archive(&visit("a", later)));
        write("b.yaml", &archive(&visit("b", &person("Sari"))));
        write("c.yaml", &archive(&(visit("c", &person("Sari Contoh")) + &visit("d", ""))));
        write("e.yaml", &archive(&visit("e", "    summary: Lama\n")));
        write(".hidden.yaml", "visits: []");
        write("~$notes.xlsx", "");
        let paths = vec![folder.path().into()];
        let mut loader = Loader::new(paths.clone()).remembering();
        let mut before = loader.load();
        for (name, text, shared) in [
            ("a.yaml", archive(&visit("a", "    summary: Baru\n")), 4),
            // More documents: the headers of later files have other numbers.
            ("a.yaml", [archive(&visit("a", "")), archive(&visit("a2", ""))].join("---\n"), 0),
            ("b.yaml", archive(&visit("b", &person("Bima"))), 5),
            // An id of another file, an error, a syntax error, and a file that is no archive.
            ("b.yaml", archive(&visit("c", "    status: held\n")), 4),
            ("b.yaml", archive(&visit("b", "    wrong: field\n")), 4),
            ("b.yaml", archive(&visit("b", "    summary: 'open\n")), 5),
            ("b.yaml", "other: data\n".to_owned(), 2),
            ("b.yaml", archive(&visit("b", "    summary: Lagi\n")), 2),
            // As long as another file, but not the same.
            ("b.yaml", archive(&visit("b", "    summary: Satu\n")), 5),
            // The same bytes as another file, and a register, for which everything is read.
            ("b.yaml", fs::read_to_string(folder.path().join("c.yaml")).unwrap(), 0),
            ("b.yaml", archive(&visit("b", "")) + "people:\n  - {id: sari, name: Sari}\n", 0),
            ("b.yaml", archive(&visit("b", "    summary: Tanpa\n")), 0),
        ] {
            write(name, &text);
            let now = loader.load();
            let new = Loader::new(paths.clone()).load();
            assert_eq!(now.archive, new.archive, "{text}");
            assert_eq!((&now.diagnostics, now.unreported), (&new.diagnostics, new.unreported), "{text}");
            assert_eq!((&now.skipped, &now.paths), (&new.skipped, &new.paths), "{text}");
            let is_shared = |visit: &&Arc<Visit>| {
                before.archive.visits.as_slice().iter().any(|it| Arc::ptr_eq(it, visit))
            };
            assert_eq!(now.archive.visits.as_slice().iter().filter(is_shared).count(), shared, "{text}");
            before = now;
        }
    }

    #[test]
    fn one_of_many_files_of_equal_length_is_read_alone() {
        let folder = tempfile::tempdir().unwrap();
        let write = |number: usize, title: &str| {
            let text = format!("schema_version: '1.1'\nvisits: [{{id: v{number}, title: {title}}}]\n");
            fs::write(folder.path().join(format!("{number}.yaml")), text).unwrap();
        };
        (100..200).for_each(|number| write(number, "Rapat"));
        let mut loader = Loader::new(vec![folder.path().into()]).remembering();
        let before = loader.load().archive.visits;
        write(150, "Rabat");
        let now = loader.load().archive.visits;
        let shared = now.as_slice().iter().zip(before.as_slice()).filter(|(now, old)| Arc::ptr_eq(now, old));
        assert_eq!((now.len(), shared.count()), (100, 99));
    }

    fn pipe(path: &Path) {
        assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
    }

    #[test]
    fn every_change_is_noticed_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let loader = Loader::new(vec![folder.path().into(), path("named").into()]);
        let mut seen = vec![loader.fingerprint()];
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
            seen.push(loader.fingerprint());
            assert_eq!(loader.fingerprint(), *seen.last().unwrap());
        }
        assert_eq!(seen[3], seen[4], "an empty folder holds nothing for us");
        assert_eq!(seen[6], seen[8], "what comes and goes was not there");
        seen.dedup();
        assert_eq!(seen.len(), 8);
        // Other files do not matter.
        fs::write(path("a.txt"), "").unwrap();
        assert_eq!(loader.fingerprint(), seen[7]);
    }

    #[test]
    fn an_empty_folder_is_watched() {
        let folder = tempfile::tempdir().unwrap();
        let mut loader = Loader::new(vec![folder.path().into()]);
        let empty = loader.fingerprint();
        assert!(empty.is_some(), "there may be a file one day");
        let first = loader.load();
        assert_eq!((first.paths.len(), first.streams.len()), (0, 0));
        fs::write(folder.path().join("a.txt"), "").unwrap();
        assert_eq!(loader.fingerprint(), empty);
        fs::write(folder.path().join("a.yaml"), RECORDS).unwrap();
        assert_ne!(loader.fingerprint(), empty);
        assert_eq!(loader.load().archive.visits.len(), 1);
    }

    #[test]
    fn a_pipe_is_waited_for_once() {
        let folder = tempfile::tempdir().unwrap();
        let (fifo, file) = (folder.path().join("fifo"), folder.path().join("file.yaml"));
        pipe(&fifo);
        fs::write(&file, RECORDS.replace("id: a", "id: b")).unwrap();
        let mut loader = Loader::new(vec![fifo.clone().into(), file.clone().into()]);
        let writer = thread::spawn({
            let fifo = fifo.clone();
            move || fs::write(fifo, RECORDS).unwrap()
        });
        let before = loader.load().archive;
        writer.join().unwrap();
        assert_eq!(before.visits.len(), 2);
        // The bytes of the pipe are kept.
        assert_eq!(loader.load().archive, before);
        // A file that was replaced by a pipe is not waited for.
        fs::remove_file(&file).unwrap();
        pipe(&file);
        let problems: Vec<Problem> = loader.load().diagnostics.into_iter().map(|it| it.problem).collect();
        assert_eq!(problems, [Problem::NotAFile]);
    }

    #[test]
    fn a_pipe_that_is_removed_is_remembered() {
        let folder = tempfile::tempdir().unwrap();
        let (fifo, file) = (folder.path().join("fifo"), folder.path().join("file.yaml"));
        pipe(&fifo);
        fs::write(&file, RECORDS.replace("id: a", "id: b")).unwrap();
        let mut loader = Loader::new(vec![fifo.clone().into(), file.into()]);
        let writer = thread::spawn({
            let fifo = fifo.clone();
            move || {
                let mut into = fs::File::create(&fifo).unwrap();
                fs::remove_file(fifo).unwrap();
                into.write_all(RECORDS.as_bytes()).unwrap();
            }
        });
        let before = loader.load();
        writer.join().unwrap();
        assert_eq!((before.archive.visits.len(), before.diagnostics.len()), (2, 0));
        let name = fifo.to_string_lossy().into_owned();
        assert!(!before.paths.contains_key(&name));
        assert_eq!(before.streams, [name]);
        let again = loader.load();
        assert_eq!((again.archive, again.paths), (before.archive, before.paths));
    }

    #[test]
    fn a_pipe_alone_is_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        let fifo = folder.path().join("fifo");
        pipe(&fifo);
        let mut loader = Loader::new(vec![fifo.clone().into()]);
        assert_eq!(loader.fingerprint(), None);
        let writer = thread::spawn(move || fs::write(fifo, RECORDS).unwrap());
        assert_eq!(loader.load().archive.visits.len(), 1);
        writer.join().unwrap();
        assert_eq!(loader.fingerprint(), None);
        assert_eq!(Loader::new(vec!["-".into()]).fingerprint(), None);
        assert!(Loader::new(Vec::new()).fingerprint().is_some(), "there may be a visits.yaml one day");
    }
}
