//! The real program in a pseudo-terminal while records are added to a file.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;

use tempfile::TempDir;

use crate::terminal::driver::Terminal;

const SIZE: (u16, u16) = (120, 40);

const CTRL_E: &str = "\x05";
const CTRL_S: &str = "\x13";
const TAB: &str = "\t";

/// Records with comments, and an order and an indentation of their own.
const RECORDS: &str = "\
# buku tamu
schema_version: '1.1'
visits:
- title: Kunjungan Pontianak     # judul
  id: rapat
  start_date: 2026-01-10
  participants:
  - {id: bima, name: Bima Contoh}
  statements:
  # yang pertama
  - {id: q1, type: quote, text: Satu pintu, speaker: bima}
# sampai di sini
";

struct Desk {
    folder: TempDir,
    file: PathBuf,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("visits.yaml");
        fs::write(&file, RECORDS).unwrap();
        Self { folder, file }
    }

    /// The explorer on the file, with this script as the editor and a folder of its own for temporary files.
    fn open(&self, editor: &str) -> Terminal {
        let program = self.folder.path().join("ed");
        fs::write(&program, format!("#!/bin/sh\n{editor}\n")).unwrap();
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
        let temporary = self.folder.path().join("tmp");
        fs::create_dir_all(&temporary).unwrap();
        let script =
            r#"unset VISUAL; export EDITOR="$2" TMPDIR="$3"; cd "$1"; exec "$0" --lang id visits.yaml"#;
        Terminal::script(script, &[self.folder.path(), &program, &temporary], SIZE).started()
    }

    fn text(&self) -> String {
        fs::read_to_string(&self.file).unwrap()
    }
}

/// The bytes with another statement.
fn with(statement: &str) -> String {
    RECORDS.replace("speaker: bima}\n", &format!("speaker: bima}}\n{statement}"))
}

#[test]
fn a_statement_is_added_to_the_file_and_taken_back() {
    let desk = Desk::new();
    let mut terminal = desk.open("true");
    terminal.press("4a");
    terminal.wait_for("Pernyataan baru · Kunjungan Pontianak");
    // A pasted text keeps its lines.
    terminal.press("\x1b[200~Semua selesai\rdi satu tempat.\x1b[201~");
    terminal.press(&format!("{TAB}{TAB}bim\r"));
    terminal.wait_for("Bima Contoh: di kunjungan ini");
    assert_eq!(desk.text(), RECORDS);
    terminal.press(CTRL_S);
    terminal.wait_for("ditambahkan: visits.yaml:12 · u mengurungkan");
    terminal.wait_for("2/2");
    let added = "  - id: q2\n    type: quote\n    text: |-\n      Semua selesai\n      di satu tempat.\n    speaker: bima\n";
    assert_eq!(desk.text(), with(added));
    terminal.press("u");
    terminal.wait_for("penambahan diurungkan; visits.yaml seperti semula");
    terminal.wait_for("1/1");
    assert_eq!(desk.text(), RECORDS);
    terminal.quit("Q");
}

#[test]
fn a_file_that_changes_meanwhile_keeps_its_changes() {
    let desk = Desk::new();
    let mut terminal = desk.open("true");
    terminal.press("4aTiga");
    terminal.wait_for("id: q2");
    let other = "  - {id: q2, type: quote, text: Dua}   # dari orang lain\n";
    fs::write(&desk.file, with(other)).unwrap();
    // The form stays, and the next id is free.
    terminal.wait_for("id: q3");
    terminal.press(CTRL_S);
    terminal.wait_for("ditambahkan: visits.yaml:13");
    let both = with(&format!("{other}  - id: q3\n    type: quote\n    text: Tiga\n"));
    assert_eq!(desk.text(), both);
    // What somebody else has written since is not taken back with it.
    let later = both + "# akhir\n";
    fs::write(&desk.file, &later).unwrap();
    terminal.press("u");
    terminal.wait_for("visits.yaml tidak diubah: berkas itu baru saja berubah");
    assert_eq!(desk.text(), later);
    // A file that cannot be read as YAML is left alone, and nothing that was typed is lost.
    terminal.press("4aEmpat");
    terminal.wait_for("id: q4");
    fs::write(&desk.file, "visits: [").unwrap();
    terminal.press(CTRL_S);
    terminal.wait_for("ada kesalahan YAML di baris");
    terminal.wait_for("text: Empat");
    assert_eq!(desk.text(), "visits: [");
    terminal.press("\x1b");
    terminal.wait_for("Esc sekali lagi membuang");
    terminal.press("\x1b");
    terminal.wait_for("data lama");
    terminal.quit("Q");
}

#[test]
fn the_editor_changes_the_answers() {
    let desk = Desk::new();
    // The file is for the user alone.
    let script = r#"echo "$1" >>"${TMPDIR%/tmp}/names"
        stat -c %a "$1" >"$1.mode" 2>/dev/null || stat -f %Lp "$1" >"$1.mode"
        mv "$1.mode" "${TMPDIR%/tmp}/mode"
        sed 's/^text: Satu$/text: Dua/; s/^speaker:.*/speaker: bima contoh/' "$1" >"$1.new" && mv "$1.new" "$1""#;
    let mut terminal = desk.open(script);
    terminal.press(&format!("4aSatu{CTRL_E}"));
    terminal.wait_for("text: Dua");
    terminal.wait_for("Bima Contoh: di kunjungan ini");
    let read = |name: &str| fs::read_to_string(desk.folder.path().join(name)).unwrap();
    assert_eq!(read("mode"), "600\n");
    assert_eq!(fs::read_dir(desk.folder.path().join("tmp")).unwrap().count(), 0, "no file stays behind");
    terminal.press(CTRL_E);
    terminal.wait("the editor once more", |_| read("names").lines().count() == 2);
    terminal.wait_for("text: Dua");
    let names = read("names");
    let names: Vec<&str> = names.lines().collect();
    assert!(names[0] != names[1] && names.iter().all(|it| it.contains("/tmp/.lawat-")), "{names:?}");
    terminal.press(CTRL_S);
    terminal.wait_for("ditambahkan");
    assert_eq!(desk.text(), with("  - id: q2\n    type: quote\n    text: Dua\n    speaker: bima\n"));
    terminal.quit("Q");
}
