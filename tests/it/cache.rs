//! The cache of long files: it makes a start fast, and nothing else.

use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use assert_cmd::Command;
use tempfile::TempDir;

use crate::command_line::{lawat, run};
use crate::session::DOZEN;
use crate::terminal::driver::Terminal;

/// A folder with `visits.yaml`, which is long enough for the cache, and a cache.
struct Place(TempDir);

impl Place {
    fn new() -> Self {
        let place = Self(tempfile::tempdir().unwrap());
        let comment = "# Catatan yang panjang\n".repeat(100_000);
        fs::write(place.path("visits.yaml"), comment + DOZEN).unwrap();
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// The program with the cache.
    fn lawat(&self) -> Command {
        let mut command = lawat();
        command
            .current_dir(self.0.path())
            .env_remove("LAWAT_CACHE")
            .env("XDG_CACHE_HOME", self.path("cache"));
        command
    }

    /// The names of the files in the cache, without what they belong to.
    fn kept(&self) -> Vec<String> {
        let files = fs::read_dir(self.path("cache/lawat")).into_iter().flatten();
        let end = |path: PathBuf| path.extension().unwrap().to_string_lossy().into_owned();
        let mut names: Vec<String> = files.map(|file| end(file.unwrap().path())).collect();
        names.sort();
        names
    }

    /// The numbers of the files in the cache: whoever does not use them writes new ones.
    fn numbers(&self) -> Vec<u64> {
        let files = fs::read_dir(self.path("cache/lawat")).unwrap();
        let mut numbers: Vec<u64> = files.map(|file| file.unwrap().metadata().unwrap().ino()).collect();
        numbers.sort_unstable();
        numbers
    }
}

const COMMANDS: [&[&str]; 10] = [
    &["list"],
    &["list", "--kind", "statement", "--format", "json"],
    &["search", "pelayanan"],
    &["search", "pelayanan", "--format", "json"],
    &["show", "kota-01"],
    &["stats"],
    &["stats", "--view", "timeline", "--format", "json"],
    &["export", "--format", "json"],
    &["export", "--format", "csv", "--query", "pelayanan"],
    &["export", "--format", "sql"],
];
/// The first of them that searches.
const SEARCH: usize = 2;

#[test]
fn every_command_has_the_same_output_with_and_without_the_cache() {
    let place = Place::new();
    let all = |arguments: &[&str], more: &[&str]| run(place.lawat().args(arguments).args(more));
    let without = COMMANDS.map(|arguments| all(arguments, &["--no-cache"]));
    assert!(place.kept().is_empty());
    let is = |number: usize, what: &str| {
        let (arguments, without) = (COMMANDS[number], &without[number]);
        assert!(without.0.is_some_and(|code| code < 2), "{arguments:?} {}", without.2);
        assert_eq!(all(arguments, &[]), *without, "{arguments:?}, {what}");
    };
    is(0, "cold");
    assert_eq!(place.kept(), ["records"]);
    is(SEARCH, "without an index");
    assert_eq!(place.kept(), ["index", "records"]);
    let numbers = place.numbers();
    (0..COMMANDS.len()).for_each(|number| is(number, "warm"));
    assert_eq!(place.numbers(), numbers, "nothing was read again");
    for number in [0, SEARCH] {
        for file in fs::read_dir(place.path("cache/lawat")).unwrap() {
            let path = file.unwrap().path();
            let mut bytes = fs::read(&path).unwrap();
            bytes.iter_mut().step_by(97).for_each(|byte| *byte ^= 1);
            fs::write(path, bytes).unwrap();
        }
        is(number, "damaged");
    }
}

#[test]
fn a_changed_word_is_found_at_once() {
    let place = Place::new();
    let search = |word: &str| run(place.lawat().args(["search", word])).1;
    assert_eq!((search("zamrud"), search("zamrud")), (String::new(), String::new()));
    let before = fs::read_to_string(place.path("visits.yaml")).unwrap();
    let modified = fs::metadata(place.path("visits.yaml")).unwrap().modified().unwrap();
    // As many bytes, at the same time.
    let word = before.split(|c: char| !c.is_ascii_lowercase()).rfind(|word| word.len() == 6).unwrap();
    fs::write(place.path("visits.yaml"), before.replace(word, "zamrud")).unwrap();
    fs::File::options().append(true).open(place.path("visits.yaml")).unwrap().set_modified(modified).unwrap();
    assert!(search("zamrud").contains("zamrud"), "{word}");
}

#[test]
fn the_cache_can_be_seen_emptied_and_turned_off() {
    let place = Place::new();
    let (code, out, _) = run(place.lawat().args(["cache", "path"]));
    assert_eq!((code, Path::new(out.trim_end())), (Some(0), place.path("cache/lawat").as_path()));
    let (code, _, err) = run(place.lawat().args(["cache", "clear"]));
    assert_eq!((code, err.as_str()), (Some(0), "lawat: the cache was already empty\n"));
    run(place.lawat().arg("list"));
    assert_eq!(place.kept(), ["records"]);
    let (_, _, err) = run(place.lawat().args(["cache", "clear", "--lang", "id"]));
    assert_eq!((err.as_str(), place.kept().len()), ("lawat: cache dikosongkan: 1 MB dihapus\n", 0));
    run(place.lawat().env("LAWAT_CACHE", "false").arg("list"));
    fs::write(place.path("config.toml"), "cache = false\n").unwrap();
    run(place.lawat().env("LAWAT_CONFIG", "config.toml").arg("list"));
    run(place.lawat().args(["check"]));
    assert_eq!(place.kept().len(), 0);
}

#[test]
fn without_a_folder_for_it_there_is_no_cache() {
    let place = Place::new();
    fs::write(place.path("file"), "mine").unwrap();
    for folder in ["file", "/dev/null", "/proc/1/none"] {
        let (code, _, err) = run(place.lawat().env("XDG_CACHE_HOME", place.path(folder)).arg("list"));
        assert_eq!((code, err.as_str()), (Some(0), ""), "{folder}");
    }
    assert_eq!(fs::read_to_string(place.path("file")).unwrap(), "mine");
}

/// The ids near the end of a long file are completed once it is in the cache.
#[test]
fn completions_come_from_the_cache() {
    let place = Place::new();
    let path = place.path("visits.yaml");
    let comment = "# Catatan yang panjang\n".repeat(300_000);
    fs::write(&path, DOZEN.to_owned() + &comment + "  - { id: terakhir, title: Terakhir }\n").unwrap();
    let completed = || {
        let mut command = place.lawat();
        command.env("LAWAT_COMPLETE", "bash").env("_CLAP_COMPLETE_INDEX", "2").env("_CLAP_IFS", "\n");
        run(command.args(["--", "lawat", "show", "tera"])).1
    };
    assert_eq!((completed().as_str(), place.kept().len()), ("", 0));
    run(place.lawat().arg("list"));
    assert_eq!(
        (completed().as_str(), place.kept()),
        ("terakhir", vec!["records".into(), "references".into()])
    );
    fs::remove_dir_all(place.path("cache/lawat")).unwrap();
    assert_eq!(completed(), "");
    run(place.lawat().arg("list"));
    for _ in 0..2 {
        assert_eq!(completed(), "terakhir");
    }
    fs::write(&path, fs::read_to_string(&path).unwrap().replace("terakhir", "terbaru1")).unwrap();
    assert_eq!(completed(), "", "there is none any more");
}

#[test]
fn errors_are_reported_from_the_cache_as_from_the_files() {
    let place = Place::new();
    let path = place.path("visits.yaml");
    let text = fs::read_to_string(&path).unwrap();
    let broken = "  - { id: rusak, title: Rusak, start_date: kemarin, colour: red }\n  - { id: [] }\n";
    fs::write(path, text + broken).unwrap();
    for arguments in &COMMANDS[..4] {
        let without = run(place.lawat().args(*arguments).arg("--no-cache"));
        assert!(without.2.contains("kemarin"), "{}", without.2);
        for _ in 0..2 {
            assert_eq!(run(place.lawat().args(*arguments)), without, "{arguments:?}");
        }
    }
    assert_eq!(place.kept(), ["index", "records"]);
}

#[test]
fn the_explorer_opens_from_the_cache_and_reads_what_changes() {
    let place = Place::new();
    let path = place.path("visits.yaml");
    let script = r#"XDG_CACHE_HOME="$1" exec "$0" --lang en "$2""#;
    let open = || {
        let terminal = Terminal::script(script, &[&place.path("cache"), &path], (100, 30));
        terminal.wait_for("Kota");
        terminal
    };
    let mut cold = open();
    let begin = Instant::now();
    while place.kept().len() < 2 {
        assert!(begin.elapsed() < Duration::from_secs(60), "{:?}", place.kept());
        thread::sleep(Duration::from_millis(10));
    }
    let numbers = place.numbers();
    cold.press("Q");
    cold.end().is_clean();
    let mut warm = open();
    assert_eq!(place.numbers(), numbers, "it was not read again");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text + "  - { id: baru, title: Kunjungan terbaru, start_date: 2099 }\n").unwrap();
    warm.wait_for("Kunjungan terbaru");
    warm.press("Q");
    warm.end().is_clean();
}
