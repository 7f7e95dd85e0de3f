//! The settings: their sources, their precedence, and the errors in them.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use tempfile::TempDir;

use crate::command_line::{lawat, run};
use crate::terminal::driver::Terminal;

/// A file of settings, and the program that reads it.
fn with(text: &str) -> (TempDir, Command) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("config.toml");
    fs::write(&file, text).unwrap();
    let mut command = lawat();
    command.env("LAWAT_CONFIG", file);
    (folder, command)
}

/// The output of `config show`, without the folder of the settings.
fn shown(text: &str, variables: &[(&str, &str)], arguments: &[&str]) -> (Option<i32>, String, String) {
    let (folder, mut command) = with(text);
    command.envs(variables.iter().copied()).args(["config", "show"]).args(arguments);
    let (code, out, err) = run(&mut command);
    let brief = |text: String| text.replace(&format!("{}/", folder.path().display()), "");
    (code, brief(out), brief(err))
}

#[test]
fn without_a_file_the_defaults_apply() {
    let (code, out, err) = shown("", &[], &[]);
    assert_eq!((code, err.as_str()), (Some(0), ""));
    assert_eq!(
        out,
        r#"language = "auto"    # default
theme = "auto"       # default
borders = "auto"     # default
mouse = true         # default
copy_form = "press"  # default
post_order = "auto"  # default
cache = true         # default
"#
    );
}

#[test]
fn arguments_override_variables_and_these_the_file() {
    let file = "theme = 'light'\nlanguage = 'id'\n\nmouse = false\n";
    let (code, out, _) =
        shown(file, &[("LAWAT_THEME", "sixteen"), ("LAWAT_COPY_FORM", "apa")], &["--lang", "en"]);
    assert_eq!(code, Some(0));
    assert_eq!(
        out,
        r#"language = "en"      # --lang
theme = "sixteen"    # LAWAT_THEME
borders = "auto"     # default
mouse = false        # config.toml:4
copy_form = "apa"    # LAWAT_COPY_FORM
post_order = "auto"  # default
cache = true         # default
"#
    );
    assert!(shown(file, &[], &["--theme", "plain"]).1.contains("theme = \"plain\"      # --theme\n"));
    assert!(shown(file, &[("LAWAT_THEME", "")], &[]).1.contains("theme = \"light\"      # config.toml:1\n"));
}

#[test]
fn the_language_of_the_file_is_that_of_the_program() {
    let (_folder, mut command) = with("language = 'id'");
    let (_, _, err) = run(command.args(["show", "tidak-ada"]));
    assert!(err.contains("tidak ada catatan"), "{err}");
}

#[test]
fn every_error_is_reported_with_its_position_and_the_rest_applies() {
    let file = "theme = 'drak'\nlangauge = 'id'\nmouse = 'no'\nborders = 1\ncopy_form = 'apa'\nweather = 'x'\nkeys = 2\n";
    let (code, out, err) = shown(file, &[("LAWAT_BORDERS", "asci")], &[]);
    assert_eq!(code, Some(1));
    assert!(out.contains("copy_form = \"apa\"") && out.contains("config.toml:5"), "{out}");
    assert_eq!(
        err,
        "lawat: config.toml:1:9: theme cannot be “drak”; did you mean “dark”?\n\
         lawat: config.toml:2:1: there is no setting “langauge”; did you mean “language”?\n\
         lawat: config.toml:3:9: mouse: expected true or false\n\
         lawat: config.toml:4:11: borders: expected a word in quotation marks\n\
         lawat: config.toml:6:1: there is no setting “weather”; available: language, theme, borders, mouse, copy_form, post_order, cache, keys\n\
         lawat: config.toml:7:8: keys: expected a table, such as [keys.panes]\n\
         lawat: LAWAT_BORDERS: borders cannot be “asci”; did you mean “ascii”?\n"
    );
    assert_eq!(
        shown(file, &[("LAWAT_BORDERS", "asci")], &["--lang", "id"]).2,
        "lawat: config.toml:1:9: theme tidak dapat bernilai “drak”; maksudnya “dark”?\n\
         lawat: config.toml:2:1: tidak ada pengaturan “langauge”; maksudnya “language”?\n\
         lawat: config.toml:3:9: mouse: seharusnya true atau false\n\
         lawat: config.toml:4:11: borders: seharusnya satu kata di antara tanda kutip\n\
         lawat: config.toml:6:1: tidak ada pengaturan “weather”; yang tersedia: language, theme, borders, mouse, copy_form, post_order, cache, keys\n\
         lawat: config.toml:7:8: keys: seharusnya tabel, misalnya [keys.panes]\n\
         lawat: LAWAT_BORDERS: borders tidak dapat bernilai “asci”; maksudnya “ascii”?\n"
    );
}

#[test]
fn invalid_toml_affects_only_its_line() {
    let (code, out, err) = shown("theme = dark\nmouse = false\nlanguage = 'id\n", &[], &[]);
    assert_eq!(code, Some(1));
    assert!(out.contains("mouse = false"), "{out}");
    assert!(out.contains("theme = \"auto\"") && out.contains("language = \"auto\""), "{out}");
    assert_eq!(err.lines().count(), 2, "{err}");
    assert!(err.contains("config.toml:1:9: ") && err.contains("config.toml:3:"), "{err}");
}

#[test]
fn keys_are_changed_by_the_file_and_by_a_variable() {
    let file = "[keys.panes]\nsearch = ['/', 'ctrl-s']\nquit = []\n[keys.search]\nopen = 'ctrl-x'\n";
    let (code, out, err) = shown(file, &[("LAWAT_KEYS", "panes.search = ['F']")], &[]);
    assert_eq!((code, err.as_str()), (Some(0), ""));
    let (_, keys) = out.split_once("\n\n").unwrap();
    assert_eq!(
        keys,
        r#"[keys.panes]
quit = []            # config.toml:3
search = ["F"]       # LAWAT_KEYS

[keys.search]
open = ["ctrl-x"]    # config.toml:5
"#
    );
    let (_folder, mut command) = with(file);
    let (_, keys, _) = run(command.arg("keys"));
    assert!(keys.contains("/  Ctrl-S "), "{keys}");
}

#[test]
fn keys_may_be_written_as_they_are_shown() {
    let file = "[keys.panes]\nsearch = ['Ctrl-S', 'F6']\nopen = ['↵', 'Shift-o\tDel']\n";
    let (code, out, err) = shown(file, &[], &[]);
    assert_eq!((code, err.as_str()), (Some(0), ""));
    assert!(
        out.contains("search = [\"Ctrl-S\", \"F6\"]") && out.contains("[\"↵\", \"Shift-o Del\"]"),
        "{out}"
    );
    let (_folder, mut command) = with(file);
    let (_, keys, _) = run(command.arg("keys"));
    assert!(keys.contains("  Ctrl-S  F6 ") && keys.contains("  ↵  O Del "), "{keys}");
}

/// Keys that send the same bytes cannot have different commands.
#[test]
fn keys_that_terminals_cannot_tell_apart_are_refused() {
    for (keys, words) in [
        ("ctrl-i", "terminals cannot tell Ctrl-I from Tab;"),
        ("Ctrl-Shift-M", "terminals cannot tell Ctrl-M from ↵;"),
        ("x ctrl-[", "terminals cannot tell Ctrl-[ from Esc;"),
        ("alt-ctrl-m", "terminals cannot tell Ctrl-Alt-M from Alt-↵;"),
    ] {
        let (_, _, err) =
            run(lawat().env("LAWAT_KEYS", format!("panes.search = [\"{keys}\"]")).args(["config", "show"]));
        assert!(err.contains(words), "{err}");
    }
    for keys in ["ctrl-j", "ctrl-h", "alt-i", "ctrl-o"] {
        let (_, _, err) =
            run(lawat().env("LAWAT_KEYS", format!("search.close = [\"{keys}\"]")).args(["config", "show"]));
        assert!(!err.contains("terminal"), "{err}");
    }
}

#[test]
fn no_key_is_a_terminal_control() {
    for hidden in ["\\u001b", "ctrl-\\u009b", "\\u202e"] {
        for arguments in [&["config", "show"][..], &["keys"]] {
            let keys = format!("panes.search = [\"{hidden}\"]");
            let (_, out, err) = run(lawat().env("LAWAT_KEYS", keys).args(arguments));
            assert!(err.contains("is not a key"), "{err}");
            let acts = |c: char| c != '\n' && lawat::text::is_hidden(c);
            assert!(!(out + &err).contains(acts), "{hidden}");
        }
    }
}

#[test]
fn every_error_in_keys_is_reported() {
    let file = "[keys.pane]\nsearch = ['x']\n[keys.panes]\nserach = ['/']\nhelp = ['hyper-x', 'f1']\nnext = ['k']\n\
                quit = 3\nrepaint = [3]\n[keys.search]\nnext = ['j', 'down']\nhelp = ['h']\nsearch = ['ctrl-s']\n\
                [keys.commands]\nhelp = ['?', 'f1', 'h']\n[keys]\nreading = 1\n";
    let (code, _, err) = shown(file, &[("LAWAT_KEYS", "panes.next = [")], &[]);
    assert_eq!(code, Some(1));
    assert_eq!(
        err,
        "lawat: config.toml:1:7: there is no key context “pane”; did you mean “panes”?\n\
         lawat: config.toml:4:1: there is no command “serach”; did you mean “search”?\n\
         lawat: config.toml:5:9: “hyper-x” is not a key; write keys like j, ctrl-d, alt-left, f5, enter, or x z\n\
         lawat: config.toml:7:8: quit: expected a list of keys, such as [\"f\", \"ctrl-f\"]\n\
         lawat: config.toml:8:12: repaint: expected a list of keys, such as [\"f\", \"ctrl-f\"]\n\
         lawat: config.toml:10:9: “j” begins with a letter, but letters are typed as text here; use ctrl- or f1–f24\n\
         lawat: config.toml:11:9: “h” begins with a letter, but letters are typed as text here; use ctrl- or f1–f24\n\
         lawat: config.toml:12:1: the command “search” does not apply in search, only in panes, help, views\n\
         lawat: config.toml:14:20: “h” begins with a letter, but letters are typed as text here; use ctrl- or f1–f24\n\
         lawat: config.toml:16:11: reading: expected a table, such as [keys.panes]\n\
         lawat: LAWAT_KEYS:1:15: this is not valid TOML (unclosed array, expected `]`)\n\
         lawat: config.toml:6:8: the keys “k” of previous conflict with those of next; give one of them other keys\n"
    );
    assert_eq!(
        shown(file, &[], &["--lang", "id"]).2,
        "lawat: config.toml:1:7: tidak ada konteks tombol bernama “pane”; maksudnya “panes”?\n\
         lawat: config.toml:4:1: tidak ada perintah “serach”; maksudnya “search”?\n\
         lawat: config.toml:5:9: “hyper-x” bukan tombol; tombol ditulis seperti j, ctrl-d, alt-left, f5, enter, atau x z\n\
         lawat: config.toml:7:8: quit: seharusnya daftar tombol, misalnya [\"f\", \"ctrl-f\"]\n\
         lawat: config.toml:8:12: repaint: seharusnya daftar tombol, misalnya [\"f\", \"ctrl-f\"]\n\
         lawat: config.toml:10:9: “j” diawali huruf, padahal di sini huruf diketik sebagai teks; pakai ctrl- atau f1–f24\n\
         lawat: config.toml:11:9: “h” diawali huruf, padahal di sini huruf diketik sebagai teks; pakai ctrl- atau f1–f24\n\
         lawat: config.toml:12:1: perintah “search” tidak berlaku di search, hanya di panes, help, views\n\
         lawat: config.toml:14:20: “h” diawali huruf, padahal di sini huruf diketik sebagai teks; pakai ctrl- atau f1–f24\n\
         lawat: config.toml:16:11: reading: seharusnya tabel, misalnya [keys.panes]\n\
         lawat: config.toml:6:8: tombol “k” untuk previous bertabrakan dengan tombol next; beri salah satunya tombol lain\n"
    );
}

#[test]
fn a_flood_of_errors_is_truncated() {
    let names: Vec<String> = (0..5_000).map(|number| format!("k{number} = 1")).collect();
    let file = names.join("\n");
    let (code, _, err) = shown(&file, &[], &[]);
    assert!(code == Some(1) && err.len() < 16 << 10, "{} bytes", err.len());
    assert!(err.ends_with("lawat: and 4980 more in the settings\n"), "{err}");
    let (_, _, err) = shown(&"#".repeat(70 << 10), &[], &[]);
    assert!(err.contains("the settings cannot be read"), "{err}");
}

#[test]
fn a_named_file_must_exist_and_be_a_file() {
    for (name, reason) in
        [("/nowhere/at all.toml", "no such file or folder"), ("/", "it is a folder, not a file")]
    {
        let (code, _, err) = run(lawat().env("LAWAT_CONFIG", name).args(["config", "show"]));
        assert_eq!((code, err), (Some(1), format!("lawat: {name}: the settings cannot be read: {reason}\n")));
    }
    let folder = tempfile::tempdir().unwrap();
    let unnamed = |command: &mut Command| {
        run(command.env_remove("LAWAT_CONFIG").env("XDG_CONFIG_HOME", folder.path()).args(["config", "show"]))
    };
    let (code, _, err) = unnamed(&mut lawat());
    assert_eq!((code, err.as_str()), (Some(0), ""));
}

#[test]
fn a_missing_file_is_no_error_for_config_path_and_init() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("own.toml");
    for arguments in [["config", "path"], ["config", "init"]] {
        let (code, _, err) = run(lawat().env("LAWAT_CONFIG", &own).args(["--lang", "en"]).args(arguments));
        assert_eq!(code, Some(0));
        assert!(!err.contains("cannot be read"), "{err}");
    }
    assert!(own.is_file());
}

/// The comments of a new settings file in Indonesian.
const INDONESIAN_REMARKS: [&str; 10] = [
    "# Pengaturan lawat. Hapus # di awal baris untuk mengaktifkannya; `lawat config show` menampilkan pengaturan yang berlaku.",
    "# Argumen didahulukan daripada variabel lingkungan; keduanya didahulukan daripada berkas ini.",
    "# Bahasa antarmuka. auto: menurut locale.",
    "# Warna. auto: menurut latar terminal; warm, sepia, colour-blind, high-contrast: dengan latar sendiri; sixteen: warna milik terminal; plain: tanpa warna.",
    "# Garis dan tanda. auto: ascii bila locale bukan UTF-8.",
    "# Klik dan roda tetikus. false (bawaan di GNU screen): ditangani terminal, misalnya untuk memilih teks.",
    "# Bentuk yang disalin dengan Y sebelum bentuk lain dipilih.",
    "# Letak jabatan dalam kutipan berita. auto: di depan nama dalam bahasa Indonesia; before, after: di depan atau di belakang nama.",
    "# Isi berkas besar yang sudah dibaca disimpan di folder cache agar lain kali cepat terbuka. false: tidak.",
    "# Tombol, menurut tempat pemakaiannya. `lawat keys --format md` mendaftar semua perintah beserta namanya.",
];

#[test]
fn config_init_writes_a_file_once_in_which_all_is_commented_out() {
    let folder = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str]| {
        let mut command = lawat();
        command.env_remove("LAWAT_CONFIG").env("XDG_CONFIG_HOME", folder.path());
        run(command.args(arguments))
    };
    let file = folder.path().join("lawat").join("config.toml");
    assert_eq!(run(&["config", "path"]).1, format!("{}\n", file.display()));
    assert_eq!(run(&["config", "init"]).0, Some(0));
    let english = fs::read_to_string(&file).unwrap();
    insta::assert_snapshot!("start_en", english);
    assert!(run(&["config", "show"]).1.lines().all(|line| line.ends_with("# default")));
    let (code, _, err) = run(&["config", "init"]);
    assert!(code == Some(2) && err.contains("--force"), "{err}");
    assert_eq!(run(&["config", "init", "--force", "--lang", "id"]).0, Some(0));
    let indonesian = fs::read_to_string(&file).unwrap();
    // The settings are the same; the comments are in the other language.
    let (settings, remarks): (Vec<&str>, Vec<&str>) =
        indonesian.lines().partition(|line| !line.starts_with("# ") || line.contains("(LAWAT_"));
    assert!(settings.iter().all(|line| english.contains(line)), "{indonesian}");
    assert_eq!(remarks, INDONESIAN_REMARKS);
    // Without the comment signs, the settings apply as they are written.
    let bare = |line: &str| line.strip_prefix('#').filter(|rest| !rest.starts_with(' ')).map(str::to_owned);
    let all: Vec<String> = english.lines().filter_map(bare).collect();
    let (code, out, err) = shown(&all.join("\n"), &[], &[]);
    assert_eq!((code, err.as_str()), (Some(0), ""));
    assert!(out.contains("search = [\"/\", \"ctrl-s\"]") && !out.contains("# default"), "{out}");
}

/// The limit stands for a full disk; its signal is ignored.
#[test]
fn settings_outlive_a_full_disk() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("config.toml");
    fs::write(&file, "language = 'id'\n").unwrap();
    let script = format!(
        "trap '' XFSZ; ulimit -f 0; exec {} --lang en config init --force",
        env!("CARGO_BIN_EXE_lawat")
    );
    let output =
        std::process::Command::new("sh").args(["-c", &script]).env("LAWAT_CONFIG", &file).output().unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.code() == Some(2) && err.contains("cannot write"), "{err}");
    assert_eq!(fs::read_to_string(&file).unwrap(), "language = 'id'\n");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing else is left");
}

#[test]
fn other_commands_work_despite_errors_and_report_them() {
    let (_folder, mut command) = with("theme = 'drak'");
    let (code, out, err) = run(command.args(["cite", "balikpapan-pontianak-2026#q1"]));
    assert!(code == Some(0) && !out.is_empty() && err.contains("did you mean “dark”?"), "{err}");
}

#[test]
fn the_explorer_applies_the_settings_and_reports_their_errors() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("c.toml");
    fs::write(&file, "language = 'id'\nborders = 'ascii'\nthemes = 'dark'\n[keys.panes]\nsearch = ['F']\n")
        .unwrap();
    let script = r#"LAWAT_BORDERS= LAWAT_CONFIG="$1" exec "$0""#;
    let mut terminal = Terminal::script(script, &[Path::new(&file)], (80, 24)).started();
    terminal.wait_for("1 kesalahan dalam pengaturan");
    terminal.wait_for("# 4 Pernyataan =");
    terminal.press("F");
    terminal.wait_for("# Cari");
    terminal.press("\x1b");
    terminal.wait_for("F cari");
    terminal.press("q");
    let end = terminal.end();
    assert!(end.status.success());
    assert!(
        end.screen.contains("c.toml:3:1: tidak ada pengaturan \"themes\"; maksudnya \"theme\"?"),
        "{}",
        end.screen
    );
    end.is_clean();
}

#[test]
fn a_chosen_theme_is_written_to_the_file_of_the_settings() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("new/config.toml");
    let script = r#"unset LAWAT_THEME; LAWAT_CONFIG="$1" exec "$0" --lang en --theme dark"#;
    let open = || Terminal::script(script, &[&file], (100, 24)).started();
    let mut terminal = open();
    terminal.press("Tjjj\r");
    terminal.wait_for("theme sepia saved in");
    terminal.press("q");
    terminal.end().is_clean();
    assert_eq!(fs::read_to_string(&file).unwrap(), "theme = \"sepia\"\n");

    let text = "# mine\nmouse = true # yes\ntheme = 'warm'\n[keys.panes]\nzoom = ['Z']\n";
    fs::write(&file, text).unwrap();
    let mut terminal = open();
    terminal.press("T\r");
    terminal.wait_for("theme dark saved in");
    terminal.press("q");
    terminal.end().is_clean();
    assert_eq!(fs::read_to_string(&file).unwrap(), text.replace("'warm'", "\"dark\""));
}
