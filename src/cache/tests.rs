//! What comes from the cache is what was loaded, whatever happens to the files.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use tempfile::TempDir;

use super::{Cache, References};
use crate::diagnostic::{Diagnostic, Severity};
use crate::load::{Loaded, Loader, ProgressCounter, Watch, load_text};
use crate::model::Visit;
use crate::search::{Index, IndexPart, Segment};

/// All archives of the tests and examples.
fn archives() -> Vec<(String, Loaded)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut archives = Vec::new();
    for folder in ["tests/data", "examples", "visits.yaml"] {
        for file in walkdir::WalkDir::new(root.join(folder)).sort_by_file_name() {
            let path = file.unwrap().into_path();
            if path.extension().is_some_and(|end| end == "yaml") {
                let name = path.display().to_string();
                let loaded = load_text(&name, fs::read(&path).unwrap());
                archives.push((name, loaded));
            }
        }
    }
    archives
}

/// Everything, with the places of the ids, which comparison ignores.
fn shown(loaded: &Loaded) -> String {
    let Loaded { archive, diagnostics, unreported, skipped, built_in, paths, streams, contents: _ } = loaded;
    format!("{archive:?} {diagnostics:?} {unreported:?} {skipped:?} {built_in} {paths:?} {streams:?}")
}

/// The index, as bytes.
fn bytes(index: &Index) -> Vec<u8> {
    let part = |part: &IndexPart| borsh::to_vec(&(part.visits(), part.segment().as_ref())).unwrap();
    index.parts().iter().flat_map(part).collect()
}

#[test]
fn every_record_and_its_index_come_back_from_their_binary_form() {
    let (mut visits, mut codes) = (0, BTreeSet::new());
    for (name, loaded) in archives() {
        let read: Vec<Diagnostic> = borsh::from_slice(&borsh::to_vec(&loaded.diagnostics).unwrap()).unwrap();
        assert_eq!(read, loaded.diagnostics, "{name}");
        codes.extend(read.iter().map(Diagnostic::code));
        for visit in &loaded.archive.visits {
            let read: Visit = borsh::from_slice(&borsh::to_vec(visit).unwrap()).unwrap();
            assert_eq!(format!("{read:?}"), format!("{visit:?}"), "{name}");
            visits += 1;
        }
        let headers: Vec<crate::model::Header> =
            borsh::from_slice(&borsh::to_vec(&loaded.archive.headers).unwrap()).unwrap();
        for (read, header) in headers.into_iter().zip(&loaded.archive.headers) {
            let known = crate::model::Header { visits: Vec::new(), ..header.clone() };
            assert_eq!(format!("{read:?}"), format!("{known:?}"), "{name}");
        }
        for part in Index::on(&loaded.archive, 1).parts() {
            let segment = part.segment().as_ref();
            let read: Segment = borsh::from_slice(&borsh::to_vec(segment).unwrap()).unwrap();
            assert_eq!(format!("{read:?}"), format!("{segment:?}"), "{name}");
        }
    }
    assert!(visits > 50 && codes.len() > 25, "{visits} visits, {codes:?}");
}

/// What a program that was just started takes from a cache.
fn recall(cache: &Cache, loader: &mut Loader, paths: &[OsString]) -> Option<Loaded> {
    let listed = loader.list();
    cache.entry(paths).recall(loader, &listed)
}

/// A folder with an archive that is long enough, and a cache.
struct Place {
    folder: TempDir,
}

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("records")).unwrap();
        let place = Self { folder };
        // A file that is long enough and has a warning, and a file with every field.
        let visit = |number: usize| format!("  - id: v{number}\n    title: Rapat\n    status: mungkin\n");
        let visits: String = (0..3000).map(visit).collect();
        let comment = "# Catatan yang panjang\n".repeat(100_000);
        fs::write(place.path("long.yaml"), format!("{comment}schema_version: '1.1'\nvisits:\n{visits}"))
            .unwrap();
        let whole = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/whole.yaml");
        fs::copy(whole, place.path("whole.yaml")).unwrap();
        fs::write(place.path(".hidden.yaml"), "visits: []").unwrap();
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join("records").join(name)
    }

    fn paths(&self) -> Vec<OsString> {
        vec![self.path("").into()]
    }

    fn cache(&self) -> Cache {
        Cache::new(Some(self.folder.path().join("cache")))
    }

    /// Whether what would be loaded is in the cache.
    fn is_kept(&self) -> bool {
        recall(&self.cache(), &mut Loader::new(self.paths()), &self.paths()).is_some()
    }

    /// What is loaded, its index, and whether it came from the cache.
    fn load(&self) -> (Loaded, Arc<Index>, bool) {
        let is_kept = self.is_kept();
        let mut entry = self.cache().entry(&self.paths());
        let counter = ProgressCounter::default();
        let loaded = entry.load(&mut Loader::new(self.paths()), Watch { counter: &counter, grown: None });
        assert_eq!(counter.progress().bytes == 0, is_kept, "nothing is read twice");
        let index = entry.index(&loaded.archive);
        entry.wait();
        (loaded, index, is_kept)
    }

    fn files(&self) -> Vec<PathBuf> {
        let files = fs::read_dir(self.folder.path().join("cache")).into_iter().flatten();
        let mut files: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
        files.sort();
        files
    }
}

#[test]
fn what_comes_from_the_cache_is_what_was_loaded() {
    let place = Place::new();
    let plain = Loader::new(place.paths()).load();
    let (cold, cold_index, is_kept) = place.load();
    assert!(!is_kept && !cold.diagnostics.is_empty() && !cold.skipped.is_empty());
    let (warm, warm_index, is_kept) = place.load();
    assert!(is_kept);
    assert_eq!(shown(&cold), shown(&plain));
    assert_eq!(shown(&warm), shown(&plain));
    assert!(bytes(&warm_index) == bytes(&cold_index));
    // A loader that took it continues as if it had read it.
    let mut loader = Loader::new(place.paths());
    recall(&place.cache(), &mut loader, &place.paths()).unwrap();
    fs::remove_file(place.path("whole.yaml")).unwrap();
    assert_eq!(loader.load().archive.files.len(), 1);
}

#[test]
fn whatever_changes_is_read_again() {
    let place = Place::new();
    place.load();
    let path = place.path("long.yaml");
    let (before, modified) = (fs::read_to_string(&path).unwrap(), fs::metadata(&path).unwrap().modified());
    let changes: [&dyn Fn(); 7] = [
        // As many bytes, at the same time.
        &|| {
            fs::write(&path, before.replacen("Rapat", "Rabat", 1)).unwrap();
            fs::File::options()
                .write(true)
                .open(&path)
                .unwrap()
                .set_modified(*modified.as_ref().unwrap())
                .unwrap();
        },
        &|| fs::write(&path, format!("{before}  - {{id: baru, title: Baru}}\n")).unwrap(),
        &|| {
            fs::write(place.path("new.yaml"), "schema_version: '1.1'\nvisits: [{id: n, title: N}]\n")
                .unwrap();
        },
        &|| fs::rename(place.path("new.yaml"), place.path("newer.yaml")).unwrap(),
        &|| fs::remove_file(place.path("newer.yaml")).unwrap(),
        &|| fs::rename(place.path(".hidden.yaml"), place.path(".secret.yaml")).unwrap(),
        &|| fs::write(place.path("whole.yaml"), "visits: [").unwrap(),
    ];
    for (number, change) in changes.iter().enumerate() {
        change();
        let (loaded, index, is_kept) = place.load();
        assert!(!is_kept, "change {number}");
        let plain = Loader::new(place.paths()).load();
        assert_eq!(shown(&loaded), shown(&plain), "change {number}");
        assert!(bytes(&index) == bytes(&Index::new(&plain.archive)), "change {number}");
        let (warm, _, is_kept) = place.load();
        assert!(is_kept, "change {number}");
        assert_eq!(shown(&warm), shown(&plain), "change {number}");
    }
    assert!(place.load().0.diagnostics.iter().any(|it| it.severity() == Severity::Error));
    // The time alone does not matter.
    fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/whole.yaml"), place.path("whole.yaml"))
        .unwrap();
    place.load();
    fs::File::options().write(true).open(&path).unwrap().set_modified(SystemTime::now()).unwrap();
    assert!(place.load().2);
}

/// Each time what was loaded is kept as if by a program that had just been started.
#[test]
fn what_is_loaded_again_is_kept_again() {
    let place = Place::new();
    // A register and skipped files would have everything read again each time.
    fs::remove_file(place.path("whole.yaml")).unwrap();
    fs::remove_file(place.path(".hidden.yaml")).unwrap();
    let archive = |id: &str| format!("schema_version: '1.1'\nvisits: [{{id: {id}, title: Rapat {id}}}]\n");
    let write = |name: &str, text: &str| fs::write(place.path(name), text).unwrap();
    write("b.yaml", &archive("b"));
    let long = fs::read_to_string(place.path("long.yaml")).unwrap();
    let mut loader = Loader::new(place.paths()).remembering();
    let mut entry = place.cache().entry(&place.paths());
    let mut before = entry.load(&mut loader, Watch { counter: &ProgressCounter::default(), grown: None });
    let mut index = entry.index(&before.archive);
    let first = Arc::clone(index.parts()[0].segment());
    let changes: [(&dyn Fn(), bool); 7] = [
        (&|| write("b.yaml", &archive("baru")), true),
        (&|| write("b.yaml", "visits: ["), true),
        (&|| write("b.yaml", &archive("b")), true),
        (&|| write("new.yaml", &archive("n")), false),
        (&|| fs::remove_file(place.path("new.yaml")).unwrap(), false),
        (&|| write("long.yaml", &archive("pendek")), false),
        (&|| write("long.yaml", &(long.clone() + "# Akhir\n")), false),
    ];
    for (number, (change, is_read_alone)) in changes.iter().enumerate() {
        change();
        let again = entry.reload(&mut loader);
        let visit = |loaded: &Loaded| loaded.archive.visits.as_slice().last().cloned().unwrap();
        assert_eq!(Arc::ptr_eq(&visit(&again), &visit(&before)), *is_read_alone, "change {number}");
        let updated = Arc::new(Index::pending());
        entry.complete(&updated, &again.archive, || index.update(&before.archive, &again.archive));
        index = updated;
        assert_eq!(Arc::ptr_eq(index.parts()[0].segment(), &first), number < 5, "change {number}");
        assert!(!place.is_kept(), "change {number}");
        entry.wait();
        let is_long = fs::metadata(place.path("long.yaml")).unwrap().len() > 1000;
        assert_eq!(place.is_kept(), is_long, "change {number}");
        if is_long {
            let (warm, warm_index, _) = place.load();
            assert_eq!(shown(&warm), shown(&again), "change {number}");
            assert!(bytes(&warm_index) == bytes(&index), "change {number}");
        }
        before = again;
    }
    // As often as the same is loaded again, nothing more is to be kept.
    write("b.yaml", &archive("lagi"));
    for _ in 0..3 {
        let again = entry.reload(&mut loader);
        entry.index(&again.archive);
    }
    assert_eq!(entry.unkept(), 2, "the records and the index");
    entry.wait();
    let numbers = || place.files().iter().map(|file| fs::metadata(file).unwrap().ino()).collect::<Vec<_>>();
    let kept = numbers();
    let same = entry.reload(&mut loader);
    entry.complete(&Arc::new(Index::pending()), &same.archive, || panic!("it is kept"));
    entry.wait();
    assert_eq!(same.archive, Loader::new(place.paths()).load().archive);
    assert_eq!(numbers(), kept, "what is kept is not written again");
}

#[test]
fn references_are_those_of_the_records() {
    let place = Place::new();
    let kept = || {
        let mut entry = place.cache().entry(&place.paths());
        let references = entry.references(&Loader::new(place.paths()));
        entry.wait();
        references
    };
    assert_eq!(kept(), None, "the records are not kept");
    for change in ["whole.yaml", "long.yaml"] {
        let (loaded, ..) = place.load();
        let all = References::of(&loaded.archive);
        assert!(all.iter().map(|it| it.kind).eq(loaded.archive.targets().map(|target| target.kind)));
        assert_eq!(kept().as_ref(), Some(&all), "from the records");
        let files = place.files();
        assert_eq!(files.len(), 3, "{files:?}");
        // So that none could be made of them.
        let (bytes, length) = (fs::read(&files[1]).unwrap(), 1000);
        fs::write(&files[1], [&vec![0; length], &bytes[length..]].concat()).unwrap();
        assert!(!place.is_kept());
        assert_eq!(kept().as_ref(), Some(&all), "without the records");
        fs::remove_file(place.path(change)).unwrap();
        assert_eq!(kept(), None, "other files");
    }
}

#[test]
fn a_damaged_cache_is_not_used() {
    let place = Place::new();
    let (cold, cold_index, _) = place.load();
    let files = place.files();
    assert_eq!(files.len(), 2, "{files:?}");
    let whole: Vec<Vec<u8>> = files.iter().map(|file| fs::read(file).unwrap()).collect();
    for (file, whole) in files.iter().zip(&whole) {
        for at in [0, whole.len() / 2, whole.len() - 1] {
            for damaged in
                [whole[..at].to_vec(), [&whole[..at], &[whole[at] ^ 16], &whole[at + 1..]].concat()]
            {
                fs::write(file, damaged).unwrap();
                let (loaded, index, _) = place.load();
                assert!(shown(&loaded) == shown(&cold));
                assert!(bytes(&index) == bytes(&cold_index));
                assert!(fs::read(file).unwrap() == *whole, "written again");
            }
        }
    }
    // The index of other records.
    fs::write(place.path("new.yaml"), "schema_version: '1.1'\nvisits: [{id: n, title: N}]\n").unwrap();
    let (_, other, _) = place.load();
    fs::copy(&files[1], place.folder.path().join("newer")).unwrap();
    fs::write(&files[0], &whole[0]).unwrap();
    let (_, index, _) = place.load();
    assert!(bytes(&index) == bytes(&other));
}

#[test]
fn short_archives_pipes_and_the_example_are_not_kept() {
    let place = Place::new();
    fs::remove_file(place.path("long.yaml")).unwrap();
    place.load();
    for paths in [vec![OsString::from("-")], vec![]] {
        assert!(recall(&place.cache(), &mut Loader::new(paths.clone()), &paths).is_none());
    }
    // A pipe beside files.
    let pipe = place.path("pipe");
    rustix::fs::mknodat(rustix::fs::CWD, &pipe, rustix::fs::FileType::Fifo, rustix::fs::Mode::RWXU, 0)
        .unwrap();
    let paths = [place.path("whole.yaml").into(), pipe.clone().into()];
    let comment = "# Catatan yang panjang\n".repeat(100_000);
    let sent = std::thread::spawn(move || {
        fs::write(pipe, comment + "schema_version: '1.1'\nvisits: [{id: p, title: P}]\n")
    });
    let mut entry = place.cache().entry(&paths);
    let watch = Watch { counter: &ProgressCounter::default(), grown: None };
    let loaded = entry.load(&mut Loader::new(paths.to_vec()), watch);
    sent.join().unwrap().unwrap();
    assert_eq!((loaded.archive.files.len(), loaded.contents), (2, None));
    entry.index(&loaded.archive);
    entry.wait();
    assert_eq!(place.files(), Vec::<PathBuf>::new());
    assert_eq!(place.cache().clear().unwrap(), 0);
    assert!(recall(&Cache::new(None), &mut Loader::new(place.paths()), &place.paths()).is_none());
}
