//! The real program in a pseudo-terminal while its files are saved, and while an editor uses the terminal.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::terminal::driver::{Terminal, modes};

const SIZE: (u16, u16) = (120, 50);

/// The time within which a change must be visible.
const SOON: Duration = Duration::from_secs(3);

/// A folder with a file of records.
struct Desk {
    folder: TempDir,
    file: PathBuf,
}

/// A visit with a word in its title.
fn records(word: &str) -> String {
    format!("schema_version: '1.0'\nvisits:\n  - id: {word}\n    title: Pontianak {word}\n")
}

/// The title with that word.
fn titled(word: &str) -> String {
    format!("schema_version: '1.0'\nvisits:\n  - id: rapat\n    title: Pontianak {word}\n")
}

impl Desk {
    fn new(name: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(name);
        fs::write(&file, titled("lama")).unwrap();
        Self { folder, file }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The explorer on the file, with a script of this name as editor.
    fn open_with(&self, editor: &str, script: &str) -> Terminal {
        let program = self.path(editor);
        fs::create_dir_all(program.parent().unwrap()).unwrap();
        fs::write(&program, format!("#!/bin/sh\ncd '{}'\n{script}\n", self.folder.path().display())).unwrap();
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
        let script =
            r#"unset VISUAL; export EDITOR="'$2' --flag 'two words'"; cd "$3"; exec "$0" --lang id "$1""#;
        Terminal::script(script, &[&self.file, &program, self.folder.path()], SIZE).started()
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_default()
    }
}

/// The explorer on a path.
fn open(path: &Path) -> Terminal {
    Terminal::script(r#"exec "$0" --lang id "$1""#, &[path], SIZE).started()
}

/// Changes the files, and waits until the change is visible.
#[track_caller]
fn wait_for_change(terminal: &Terminal, word: &str, change: impl FnOnce()) {
    change();
    let start = Instant::now();
    terminal.wait_for(word);
    assert!(start.elapsed() < SOON, "{word:?} only after {:?}", start.elapsed());
}

#[test]
fn every_way_of_saving_is_noticed() {
    let desk = Desk::new("visits.yaml");
    let (file, aside) = (&desk.file, desk.path("visits.yaml~"));
    let terminal = open(file);
    wait_for_change(&terminal, "Pontianak di tempat", || fs::write(file, titled("di tempat")).unwrap());
    wait_for_change(&terminal, "Pontianak cara vim", || {
        fs::rename(file, &aside).unwrap();
        fs::write(file, titled("cara vim")).unwrap();
        fs::remove_file(&aside).unwrap();
    });
    wait_for_change(&terminal, "Pontianak cara emacs", || {
        fs::write(&aside, titled("cara emacs")).unwrap();
        fs::rename(&aside, file).unwrap();
    });
    // Of the same length, and twice.
    wait_for_change(&terminal, "Pontianak cara Emacs", || fs::write(file, titled("cara Emacs")).unwrap());
    wait_for_change(&terminal, "Pontianak cara EMACS", || fs::write(file, titled("cara EMACS")).unwrap());
    terminal.quit("Q");
}

#[test]
fn invalid_records_leave_the_old_data_with_a_banner() {
    let desk = Desk::new("visits.yaml");
    let file = &desk.file;
    let mut terminal = open(file);
    let banner = "! data lama: visits.yaml";
    let half: String = titled("separuh").chars().take(45).collect();
    wait_for_change(&terminal, banner, || fs::write(file, half + "[").unwrap());
    terminal.wait_for("Pontianak lama");
    wait_for_change(&terminal, "Pontianak utuh", || fs::write(file, titled("utuh")).unwrap());
    wait_for_change(&terminal, "! data lama: visits.yaml dihapus atau dipindahkan (p)", || {
        fs::remove_file(file).unwrap();
    });
    terminal.wait_for("visits.yaml dihapus atau dipindahkan; yang tampak data sebelumnya (p: masalahnya)");
    terminal.wait_for("Pontianak utuh");
    wait_for_change(&terminal, "Pontianak kembali", || fs::write(file, titled("kembali")).unwrap());
    // A pipe without a writer: nothing waits for it, and keys work.
    wait_for_change(&terminal, "visits.yaml kini bukan berkas; ", || {
        fs::remove_file(file).unwrap();
        assert!(Command::new("mkfifo").arg(file).status().unwrap().success());
    });
    terminal.press("p");
    terminal.wait_for("ini bukan berkas dan bukan folder");
    terminal.press("qr");
    terminal.wait_for("Pontianak kembali");
    wait_for_change(&terminal, "Pontianak berkas lagi", || {
        fs::remove_file(file).unwrap();
        fs::write(file, titled("berkas lagi")).unwrap();
    });
    wait_for_change(&terminal, "visits.yaml kini sebuah folder; ", || {
        fs::remove_file(file).unwrap();
        fs::create_dir(file).unwrap();
    });
    wait_for_change(&terminal, "visits.yaml kini kosong; ", || {
        fs::remove_dir(file).unwrap();
        fs::write(file, "").unwrap();
    });
    terminal.wait_for("Pontianak berkas lagi");
    terminal.quit("Q");
}

#[test]
fn all_files_of_a_folder_are_watched() {
    let desk = Desk::new("00.yaml");
    let save = |word: &str| {
        for number in 1..=11 {
            let text = records(&format!("{word}{number:02}"));
            fs::write(desk.path(&format!("{number:02}.yaml")), text).unwrap();
        }
    };
    save("awal");
    let terminal = open(desk.folder.path());
    for word in ["awal", "lagi"] {
        save(word);
        let start = Instant::now();
        let all = (1..=11).map(|number| format!("Pontianak {word}{number:02}"));
        all.for_each(|title| terminal.wait_for(&title));
        assert!(start.elapsed() < SOON);
    }
    wait_for_change(&terminal, "Pontianak baru", || {
        fs::create_dir(desk.path("dalam")).unwrap();
        fs::write(desk.path("dalam/12.yaml"), records("baru")).unwrap();
    });
    wait_for_change(&terminal, "−1 kunjungan", || fs::remove_file(desk.path("07.yaml")).unwrap());
    terminal.wait("visit", |seen| !seen.parser.screen().contents().contains("lagi07"));
    terminal.quit("Q");
}

/// Files are polled: no limit of the system on watches can be reached.
#[cfg(target_os = "linux")]
#[test]
fn no_watch_of_the_system_is_used() {
    let desk = Desk::new("visits.yaml");
    let terminal = open(desk.folder.path());
    wait_for_change(&terminal, "Pontianak baru", || fs::write(&desk.file, titled("baru")).unwrap());
    let descriptors = format!("/proc/{}/fd", terminal.child.process_id().unwrap());
    let links = fs::read_dir(descriptors).unwrap().filter_map(|it| fs::read_link(it.unwrap().path()).ok());
    let open: Vec<PathBuf> = links.collect();
    assert!(open.iter().any(|it| it.starts_with("/dev")), "{open:?}");
    assert!(!open.iter().any(|it| it.to_string_lossy().contains("notify")), "{open:?}");
    terminal.quit("Q");
}

#[test]
fn an_empty_folder_is_watched() {
    let desk = Desk::new("01.yaml");
    fs::remove_file(&desk.file).unwrap();
    let mut terminal = Terminal::script(r#"exec "$0" --lang id "$1""#, &[desk.folder.path()], SIZE);
    terminal.wait_for("tidak memuat berkas");
    terminal.press("r");
    terminal.wait_for("dimuat ulang; tidak ada yang berubah");
    wait_for_change(&terminal, "Pontianak pertama", || fs::write(&desk.file, titled("pertama")).unwrap());
    // As when another branch is checked out: for a while there is no file.
    wait_for_change(&terminal, "! data lama", || fs::remove_file(&desk.file).unwrap());
    thread::sleep(Duration::from_secs(2));
    wait_for_change(&terminal, "Pontianak kedua", || {
        fs::write(desk.path("02.yaml"), titled("kedua")).unwrap();
    });
    terminal.quit("Q");
}

#[test]
fn linked_and_later_files_are_watched() {
    let desk = Desk::new("asli.yaml");
    let link = desk.path("tautan.yaml");
    std::os::unix::fs::symlink(&desk.file, &link).unwrap();
    let terminal = open(&link);
    wait_for_change(&terminal, "Pontianak lewat tautan", || {
        fs::write(&desk.file, titled("lewat tautan")).unwrap();
    });
    terminal.quit("Q");
    // Without a path it is the example, until there is a file.
    let terminal = Terminal::script(r#"cd "$1"; exec "$0" --lang id"#, &[desk.folder.path()], SIZE).started();
    terminal.wait_for("contoh bawaan");
    wait_for_change(&terminal, "Pontianak sendiri", || {
        fs::write(desk.path("visits.yaml"), titled("sendiri")).unwrap();
    });
    // The example does not come back.
    wait_for_change(&terminal, "! data lama: visits.yaml", || {
        fs::remove_file(desk.path("visits.yaml")).unwrap();
    });
    terminal.quit("Q");
}

#[test]
fn records_from_a_pipe_stay_beside_watched_files() {
    let desk = Desk::new("visits.yaml");
    let other = desk.path("lain.yaml");
    fs::write(&other, records("pipa")).unwrap();
    let script = r#"cat "$2" | "$0" --lang id - "$1""#;
    let terminal = Terminal::script(script, &[&desk.file, &other], SIZE).started();
    wait_for_change(&terminal, "Pontianak berubah", || fs::write(&desk.file, titled("berubah")).unwrap());
    terminal.wait_for("Pontianak pipa");
    terminal.quit("Q");
}

#[test]
fn an_idle_program_uses_no_processor_time() {
    let desk = Desk::new("visits.yaml");
    let terminal = open(desk.folder.path());
    let (before, _) = terminal.settled();
    let spent = || {
        let stat =
            fs::read_to_string(format!("/proc/{}/stat", terminal.child.process_id().unwrap())).unwrap();
        let fields: Vec<&str> = stat.rsplit(')').next().unwrap().split_whitespace().collect();
        fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap()
    };
    let start = spent();
    thread::sleep(Duration::from_secs(10));
    // In hundredths of a second: half a percent of ten seconds.
    assert!(spent() - start <= 5, "{} ticks", spent() - start);
    assert_eq!(terminal.seen.0.lock().unwrap().bytes.len(), before);
    terminal.quit("Q");
}

#[test]
fn an_editor_gets_its_arguments_the_position_and_the_keyboard() {
    let desk = Desk::new("visits.yaml");
    let script = r#"printf '%s\n' "$@" >argv; stty -a | tr ' ;' '\n\n' | grep -x -- '-*icanon' >mode
        echo si""ap; read -r line </dev/tty; echo "$line" >line; sed -i s/lama/disunting/ visits.yaml"#;
    let mut terminal = desk.open_with("path with space/vim", script);
    terminal.press("e");
    terminal.wait_for("siap");
    terminal.press("hello123\r");
    terminal.wait_for("Pontianak disunting");
    let argv = format!("--flag\ntwo words\n+call cursor(3,9)\n{}\n", desk.file.display());
    assert_eq!(desk.read("argv"), argv);
    assert_eq!(desk.read("line"), "hello123\n");
    assert_eq!(desk.read("mode"), "icanon\n", "the terminal was as it had been found");
    terminal.press("E");
    // The notice of the first time is still shown.
    terminal.wait("siap twice", |seen| seen.parser.screen().contents().matches("siap").count() == 2);
    terminal.press("\r");
    terminal.wait("explorer", |seen| seen.parser.screen().alternate_screen());
    assert_eq!(desk.read("argv"), format!("--flag\ntwo words\n{}\n", desk.file.display()));
    terminal.quit("Q");
}

#[test]
fn a_failing_editor_is_reported() {
    for (script, words) in [
        ("exit 3", "ed berakhir dengan status 3"),
        ("kill -9 $$", "ed dihentikan oleh sinyal 9"),
        // Ctrl-C is for the editor alone. A shell that is just starting another program may lose it: hence `exec`.
        ("printf 'si''ap'; exec sleep 20", "ed dihentikan oleh sinyal 2"),
    ] {
        let desk = Desk::new("visits.yaml");
        let mut terminal = desk.open_with("ed", script);
        terminal.press("e");
        if script.contains("sleep") {
            terminal.wait_for("siap");
            terminal.press("\x03");
        }
        terminal.wait_for(words);
        terminal.press("?");
        terminal.wait_for("Bantuan");
        terminal.press("?");
        terminal.quit("Q");
    }
    let desk = Desk::new("visits.yaml");
    for (editor, words) in
        [("tidak-ada", "editor tidak-ada tidak ditemukan"), ("vim '", "tidak berpasangan: vim '")]
    {
        let script = r#"export VISUAL="$2"; exec "$0" --lang id "$1""#;
        let mut terminal = Terminal::script(script, &[&desk.file, Path::new(editor)], SIZE).started();
        terminal.press("e");
        terminal.wait_for(words);
        terminal.quit("Q");
    }
}

#[test]
fn an_editor_is_suspended_and_resumed_with_the_program() {
    let desk = Desk::new("visits.yaml");
    let program = desk.path("ed");
    fs::write(&program, "#!/bin/sh\nkill -TSTP 0\nexit 3\n").unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    // A shell with job control, as users have it.
    let script = r#"set -m; export VISUAL="$2"; "$0" --lang id "$1"; echo "one ""stop"; read -r _; fg"#;
    let mut terminal = Terminal::script(script, &[&desk.file, &program], SIZE).started();
    terminal.press("e");
    terminal.wait_for("one stop");
    assert_eq!(terminal.termios(), terminal.before);
    terminal.press("\r");
    terminal.wait_for("ed berakhir dengan status 3");
    terminal.quit("Q");
}

#[test]
fn terminal_modes_left_by_an_editor_are_reset() {
    let desk = Desk::new("visits.yaml");
    let on = r"\033[?1049h\033[?1003h\033[?1015h\033[?2004h\033[?1004h\033[>1u\033[?1h\033=\033[?25l\033[31m";
    let mut terminal = desk.open_with("ed", &format!("stty raw -echo; printf '{on}'; kill -9 $$"));
    terminal.press("e");
    terminal.wait_for("sinyal 9");
    terminal.press("?");
    terminal.wait_for("Bantuan");
    terminal.press("?Q");
    let end = terminal.end();
    assert!(end.status.success(), "{:?}", end.status);
    assert_eq!(end.before, end.after);
    let modes = modes(&end.bytes);
    for mode in [1, 47, 1000, 1002, 1003, 1004, 1005, 1006, 1015, 1049, 2004] {
        assert_eq!(modes.get(&mode), Some(&false), "?{mode} is on");
    }
    assert_ne!(modes.get(&25), Some(&false), "the cursor is hidden");
}

#[test]
fn a_file_name_is_never_an_option_or_a_command() {
    let desk = Desk::new("$(touch pwned).yaml");
    fs::write(desk.path("-c x.yaml"), records("strip")).unwrap();
    fs::write(desk.path("+q; touch pwned.yaml"), records("plus")).unwrap();
    let folder = Desk { file: desk.folder.path().to_owned(), ..desk };
    let mut terminal = folder.open_with("vi", r#"for last; do :; done; echo "$last" >>argv"#);
    // What is pressed before the editor has returned the terminal is dropped.
    let open = |terminal: &mut Terminal, keys: &str, word: &str| {
        let start = Instant::now();
        loop {
            terminal.press(keys);
            if terminal.settled().1.contains(&format!("› Pontianak {word}")) {
                break;
            }
            assert!(start.elapsed() < SOON, "{word} is not open");
        }
    };
    for (keys, word, file) in [
        ("1gj", "lama", "$(touch pwned).yaml"),
        ("1gjj", "plus", "+q; touch pwned.yaml"),
        ("1gjjj", "strip", "-c x.yaml"),
    ] {
        open(&mut terminal, keys, word);
        terminal.press("e");
        let start = Instant::now();
        while !folder.read("argv").contains(&format!("{}\n", folder.path(file).display())) {
            assert!(start.elapsed() < SOON, "{file}:\n{}", folder.read("argv"));
            thread::sleep(Duration::from_millis(20));
        }
    }
    open(&mut terminal, "1gj", "lama");
    terminal.quit("Q");
    let mut names: Vec<_> =
        fs::read_dir(folder.folder.path()).unwrap().map(|it| it.unwrap().file_name()).collect();
    names.sort();
    let expected = ["$(touch pwned).yaml", "+q; touch pwned.yaml", "-c x.yaml", "argv", "vi"];
    assert_eq!(names, expected.map(OsStr::new));
}

#[test]
fn a_url_is_opened_or_shown() {
    let desk = Desk::new("visits.yaml");
    fs::write(&desk.file, titled("web") + "    sources: [{id: s, url: 'https://kota.example/a;b'}]\n")
        .unwrap();
    let browser = desk.path("xdg-open");
    let opened = desk.path("opened");
    let script = format!(
        "#!/bin/sh\necho \"$@\" >'{0}.new'; mv '{0}.new' '{0}'; [ -t 0 ] || [ -t 1 ] || exec sleep 3",
        opened.display()
    );
    fs::write(&browser, script).unwrap();
    fs::set_permissions(&browser, fs::Permissions::from_mode(0o755)).unwrap();
    let open_at = |place: &str| {
        let script = format!(
            r#"unset TMUX WAYLAND_DISPLAY WSL_DISTRO_NAME WSL_INTEROP SSH_TTY SSH_CLIENT SSH_CONNECTION DISPLAY
            export PATH="$2:$PATH"; {place}; exec "$0" --lang id "$1""#
        );
        let mut terminal = Terminal::script(&script, &[&desk.file, desk.folder.path()], SIZE).started();
        terminal.press("o");
        terminal
    };
    for place in ["export SSH_TTY=/dev/pts/9 DISPLAY=:9", "true"] {
        let terminal = open_at(place);
        terminal.wait_for("buka di komputer Anda (y u untuk menyalin): https://kota.example/a;b");
        terminal.quit("Q");
    }
    assert!(!opened.exists());
    let terminal = open_at("export DISPLAY=:9");
    terminal.wait_for("dibuka di peramban: https://kota.example/a;b");
    assert_eq!(desk.read("opened"), "https://kota.example/a;b\n");
    terminal.quit("Q");
    // A browser that fails after a while has opened nothing.
    fs::write(&browser, "#!/bin/sh\nsleep 1; exit 3\n").unwrap();
    let terminal = open_at("export DISPLAY=:9");
    terminal.wait_for("tidak ada program untuk membukanya (y u untuk menyalin): https://kota.example/a;b");
    terminal.quit("Q");
}
