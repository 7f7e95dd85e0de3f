//! The form by which records are added: keys in, screens, files and other effects out.

use std::fs;
use std::path::PathBuf;

use lawat::app::Data;
use lawat::app::event::{EditorError, Effect, Event, MouseKind};
use lawat::edit;
use lawat::lang::Lang;
use lawat::load::load_text;
use tempfile::TempDir;

use crate::session::Session;

/// Two visits; two people of the first have the same name.
const VISITS: &str = "\
# catatan
schema_version: '1.1'
visits:
  - id: lama
    title: Studi tiru   # judul
    start_date: 2025-03-03
    organizations: [{id: kota-b, name: Pemerintah Kota B}]
    participants:
      - {id: ratna, name: Ratna Contoh, post: Kepala MPP, organization: kota-b}
      - {id: sari-1, name: Sari Contoh, post: Camat}
      - {id: sari-2, name: Sari Contoh, post: Lurah}
  - id: baru
    title: Kunjungan baru
    start_date: 2026-01-10
    participants: [{id: bima, name: Bima Contoh}]
    itinerary: [{id: mpp, name: Mal Pelayanan Publik, short_name: MPP}]
    statements:
      - {id: q1, type: quote, text: Satu pintu, speaker: bima}
    sources: [{id: berita, url: 'https://example.org/1'}]
";

/// The keys that open the form for a statement of the visit `baru`.
const STATEMENT: &str = "4a";

/// The explorer on a file, whose effects on files take place at once.
struct Desk {
    folder: TempDir,
    session: Session,
}

impl Desk {
    fn new(text: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("visits.yaml");
        fs::write(&path, text).unwrap();
        let has_file = |data: &mut Data| drop(data.paths.insert("visits.yaml".into(), path.clone()));
        let session = Session::open_as(text, has_file).size(124, 31);
        Self { folder, session }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("visits.yaml")
    }

    fn text(&self) -> String {
        fs::read_to_string(self.path()).unwrap()
    }

    /// Presses keys, and runs what the explorer asks for.
    fn press(mut self, keys: &str) -> Self {
        self.session = self.session.press(keys);
        loop {
            let is_of_files = |it: &Effect| {
                matches!(it, Effect::Add { .. } | Effect::Undo(_) | Effect::Redo(_) | Effect::Reload)
            };
            let Some(at) = self.session.effects.iter().position(is_of_files) else { return self };
            let event = match self.session.effects.remove(at) {
                Effect::Add { path, record } => {
                    Event::Added(edit::add(&path, &record, Lang::Id).map(Box::new))
                }
                Effect::Undo(saved) => Event::Undone(saved.path().to_owned(), saved.undo()),
                Effect::Redo(saved) => Event::Redone(saved.path().to_owned(), saved.redo()),
                Effect::Reload => Event::Reloaded(Box::new(self.data())),
                _ => continue,
            };
            self.session.send(event);
        }
    }

    fn data(&self) -> Data {
        let mut data: Data = load_text("visits.yaml", self.text().into()).into();
        data.paths.insert("visits.yaml".into(), self.path());
        data
    }

    #[track_caller]
    fn expect(self, text: &str) -> Self {
        let Self { folder, session } = self;
        Self { folder, session: session.expect(text) }
    }

    #[track_caller]
    fn expect_no(self, text: &str) -> Self {
        let Self { folder, session } = self;
        Self { folder, session: session.expect_no(text) }
    }
}

#[test]
fn a_statement_is_added_shown_and_taken_back() {
    let desk = Desk::new(VISITS).press(STATEMENT).expect("Pernyataan baru · Kunjungan baru");
    let desk = desk.press("Semua selesai di sini.<enter>para<enter>bim<enter><enter>");
    let desk =
        desk.expect("Bima Contoh: di kunjungan ini").expect("speaker: bima").expect("type: paraphrase");
    assert_eq!(desk.text(), VISITS, "nothing is written yet");
    let desk = desk.press("<ctrl-s>").expect("ditambahkan: visits.yaml:19 · u mengurungkan");
    let added = "      - id: q2\n        type: paraphrase\n        text: Semua selesai di sini.\n        speaker: bima\n";
    assert_eq!(desk.text(), VISITS.replace("speaker: bima}\n", &format!("speaker: bima}}\n{added}")));
    let desk = desk.expect("Semua selesai di sini.").expect("4 Pernyataan").expect("2/2");
    let desk = desk.press("u").expect("penambahan diurungkan; visits.yaml seperti semula").expect("1/1");
    assert_eq!(desk.text(), VISITS);
    let desk = desk.press("u").expect("tidak ada lagi yang dapat diurungkan");
    let desk = desk.press("U").expect("ditambahkan: visits.yaml:19").expect("2/2");
    assert!(desk.text().contains(added));
    let desk = desk.press("U").expect("tidak ada lagi");
    let desk = desk.press("u").expect("penambahan diurungkan");
    // Another addition takes the place of the one that was taken back.
    let desk = desk.press("4aB<ctrl-s>").expect("ditambahkan").press("U").expect("tidak ada lagi");
    assert!(desk.text().contains("text: B"));
}

#[test]
fn a_record_is_added_to_an_empty_file() {
    for before in ["", "\n", "# Kunjungan kami\n"] {
        let desk =
            Desk::new(before).press("1aRapat<enter>3 Maret 2026<ctrl-s>").expect("ditambahkan: visits.yaml:");
        assert!(
            desk.text().starts_with(&format!("{before}schema_version: '1.1'\nlanguage: id\n")),
            "{}",
            desk.text()
        );
        let desk = desk.expect("Rapat").press("u").expect("penambahan diurungkan");
        assert_eq!(desk.text(), before);
    }
}

#[test]
fn each_pane_adds_its_kind_and_the_detail_asks_which() {
    for (keys, title) in [
        ("1a", "Kunjungan baru ━"),
        ("2a", "Lokasi kunjungan baru · Kunjungan baru"),
        ("3a", "Peserta baru · Kunjungan baru"),
        ("4a", "Pernyataan baru · Kunjungan baru"),
        ("45ak<enter>", "Peserta baru · Kunjungan baru"),
    ] {
        Desk::new(VISITS).press(keys).expect(title);
    }
    let desk =
        Desk::new(VISITS).press("3aDewi Contoh<enter>Lurah<ctrl-s>").expect("ditambahkan: visits.yaml:");
    let desk = desk.expect("Dewi Contoh").press("1aRapat<enter>3-5 Maret 2026<ctrl-s>");
    assert!(desk.text().contains("    start_date: 2026-03-03/2026-03-05\n"), "{}", desk.text());
    let desk = desk.press("u").press("u").expect("penambahan diurungkan");
    assert_eq!(desk.text(), VISITS, "both are taken back, one after the other");
}

#[test]
fn names_are_chosen_by_a_few_letters() {
    // Somebody of another visit, who becomes a participant of this one.
    let desk =
        Desk::new(VISITS).press("4aA<tab><tab>mpp").expect("› Ratna Contoh  Kepala MPP, Pemerintah K…");
    let desk = desk.press("<enter>").expect("Ratna Contoh: Kepala MPP, Pemerintah Kota B, dari ");
    // Another one, behind a semicolon; and one who is not known.
    let desk = desk.press(";bim<enter>; Sari Baru<enter>").expect("Ratna Contoh; Bima Contoh; Sari Baru");
    let desk = desk.expect("Sari Baru: peserta baru").expect("- sari-baru");
    // Two have the same name: the id tells which.
    let desk = desk.press("<shift-tab><ctrl-u>lurah").expect("› Sari Contoh  Lurah").press("<enter>");
    desk.expect("sari-2").press("<tab><tab>m<enter>").expect("stop: mpp");
    // Scattered letters are no reason to take a name.
    Desk::new(VISITS)
        .press("4aA<tab><tab>rtn")
        .expect("  Ratna Contoh")
        .press("<enter>")
        .expect("rtn: peserta baru");
    Desk::new(VISITS).press("4aA<tab><tab>rtn<down><enter>").expect("speaker: ratna");
}

#[test]
fn every_answer_is_checked_when_the_focus_leaves_it() {
    let desk = Desk::new(VISITS).press("1a<ctrl-s>").expect("Judul harus diisi");
    let desk = desk.press("A<tab>kemarin").expect_no("bergantung pada hari ini; tulis tanggalnya  ");
    let desk = desk.press("<tab>").expect("“kemarin” bergantung pada hari ini; tulis");
    let desk = desk.press("<ctrl-s>").expect("▌Tanggal ");
    let desk = desk.press("<ctrl-u>2026<tab>").expect_no("bergantung");
    assert_eq!(desk.text(), VISITS);
    // What is wrong with the whole is said at the field where it can be mended.
    let desk = Desk::new(VISITS).press("3abima contoh<ctrl-s>");
    desk.expect("“Bima Contoh” sudah ada di kunjungan ini").expect("▌Nama");
    // The few words of a closed list are completed, also by Tab.
    Desk::new(VISITS).press("4aA<tab>para<tab>").expect("type: paraphrase");
    Desk::new(VISITS).press("4aA<tab>x<tab>").expect("“x” tidak dikenal; pilih: kutipan, parafrasa");
}

#[test]
fn texts_have_several_lines_and_lists_are_pasted() {
    let mut desk = Desk::new(VISITS).press("4aSatu<ctrl-j>Dua<alt-enter>Tiga<up><up>!");
    desk.session.send(Event::Paste("\r\nEmpat\tlima\r\n".into()));
    let desk = desk.expect("┃▌                       Empat lima").expect("   text: |-").expect("     Sat!");
    let mut desk = desk.press("<tab><tab>");
    desk.session.send(Event::Paste("Bima Contoh\nDewi Contoh\n".into()));
    let mut desk =
        desk.expect("Bima Contoh; Dewi Contoh").press("<ctrl-j>").expect("isian ini hanya satu baris");
    desk.session.send(Event::Paste("a".repeat(30_000)));
    desk.expect("tidak ditempel: terlalu panjang").expect("Bima Contoh; Dewi Contoh ");
}

#[test]
fn what_was_typed_is_not_lost_by_one_key() {
    let desk = Desk::new(VISITS).press("4aA<esc>").expect("Esc sekali lagi membuang").press("B");
    desk.expect("text: AB").press("<esc><esc>").expect_no("Pernyataan baru");
    Desk::new(VISITS)
        .press("4a<esc>")
        .expect_no("Pernyataan baru")
        .press("4aA<ctrl-c><ctrl-c>")
        .expect_no("baru ·");
}

#[test]
fn where_nothing_can_be_added_it_is_said_why() {
    let open = |change: fn(&mut Data)| Session::open_as(VISITS, change).press("4a");
    open(|data| data.built_in = true).expect("contoh bawaan tidak punya berkas; `lawat init`");
    open(|data| data.streams.push("visits.yaml".into())).expect("dibaca dari pipa");
    open(|_| {}).expect("belum ada berkas untuk ditambahi");
    open(|data| drop(data.paths.insert("visits.yaml".into(), "/a.JSONL".into())))
        .expect("ubah dulu menjadi YAML");
}

#[test]
fn the_editor_has_the_answers_and_gives_them_back() {
    let mut desk = Desk::new(VISITS).press("4aSatu: dua<tab><tab>bima<ctrl-e>");
    let Some(Effect::EditText(text)) = desk.session.effects.pop() else { panic!("no text to edit") };
    assert!(text.contains("\ntext: 'Satu: dua'\n") && text.contains("\nspeaker: bima\n"), "{text}");
    assert!(text.contains("\n# Pembicara: nama orang, atau lembaga\n"), "{text}");
    let edited = text.replace("'Satu: dua'", "|\n  Tiga\n  empat").replace("position:", "position: 3");
    desk.session.send(Event::TextEdited(Ok(edited)));
    let mut desk = desk.expect("Tiga").expect("position: 3");
    desk.session.send(Event::TextEdited(Ok("text: 'Tiga\nspeaker: x".into())));
    let mut desk = desk.expect("teks dari editor bukan YAML").expect("Tiga").press("<ctrl-e>");
    let kept = desk.session.effects.pop();
    assert!(
        matches!(kept, Some(Effect::EditText(text)) if text == "text: 'Tiga\nspeaker: x"),
        "the text is kept"
    );
    desk.session.send(Event::TextEdited(Err(EditorError::Failed("vi".into(), 1))));
    desk.expect("Tiga").expect("vi");
}

#[test]
fn a_file_that_has_changed_keeps_its_changes() {
    // Somebody else has taken the next id, and the explorer does not know yet.
    let desk = Desk::new(VISITS).press("4aA");
    let other =
        VISITS.replace("speaker: bima}\n", "speaker: bima}\n      - {id: q2, type: quote, text: Lain}\n");
    fs::write(desk.path(), &other).unwrap();
    let desk =
        desk.press("<ctrl-s>").expect("visits.yaml tidak diubah: berkas itu baru saja berubah; coba lagi");
    assert_eq!(desk.text(), other);
    let desk = desk.expect("text: A").press("<ctrl-s>").expect("ditambahkan: visits.yaml:20");
    assert!(desk.text().starts_with(other.split("    sources").next().unwrap()));
    // An addition is not taken back from a file that somebody else has changed since.
    let later = desk.text() + "# komentar\n";
    fs::write(desk.path(), &later).unwrap();
    let desk = desk.press("u").expect("berkas itu baru saja berubah");
    assert_eq!(desk.text(), later);
    desk.press("u").expect("tidak ada lagi yang dapat diurungkan");
    // The form stays when nothing can be written.
    let desk = Desk::new(VISITS).press("4aA");
    fs::write(desk.path(), "visits: [").unwrap();
    desk.press("<ctrl-s>").expect("ada kesalahan YAML di baris").expect("text: A");
}

#[test]
fn filters_are_undone_before_an_earlier_addition() {
    let desk = Desk::new(VISITS).press("4aA<ctrl-s>").press("3<enter>").expect("1 siapa: Bima Contoh");
    let desk = desk.press("u").expect_no("siapa: Bima Contoh");
    assert!(desk.text().contains("id: q2"));
    let desk = desk.press("u").expect("penambahan diurungkan");
    assert_eq!(desk.text(), VISITS);
}

#[test]
fn across_all_visits_the_visit_is_a_field() {
    let desk = Desk::new(VISITS).press("1g<enter>4a").expect("Kunjungan  ").expect("▌Pernyataan *");
    let desk =
        desk.press("A<shift-tab><ctrl-u>studi").expect("› Studi tiru  3 Mar 2025").press("<enter><ctrl-s>");
    let desk = desk.expect("ditambahkan: visits.yaml:");
    assert!(
        desk.text().contains("      - {id: sari-2, name: Sari Contoh, post: Lurah}\n    statements:\n"),
        "{}",
        desk.text()
    );
}

#[test]
fn the_mouse_chooses_a_field_and_keys_the_other_fields_and_the_preview() {
    let mut desk = Desk::new(VISITS).press("4aA");
    desk.session = desk.session.mouse_on(MouseKind::DoubleClick, "Tanggal ").expect("▌Tanggal").size(80, 24);
    desk.session = desk.session.mouse_on(MouseKind::DoubleClick, "+ 13 isian lain").expect("▌ID");
    let desk = desk.expect_no("text: A").press("<ctrl-y>").expect("Yang akan ditulis").expect("text: A");
    let desk = desk.press("<ctrl-y>").expect("▌ID").press("<ctrl-y><esc>").expect("▌ID");
    assert!(desk.session.lang(Lang::En).shows("▌ID"));
}

/// A part of a name that was typed and not chosen would become a new person without a word.
#[test]
fn a_part_of_a_known_name_is_asked_about_before_it_becomes_a_new_one() {
    let desk = Desk::new(VISITS).press(STATEMENT).press("Halo<enter>para<enter>bim").expect("› Bima Contoh");
    let desk =
        desk.press("<ctrl-s>").expect("“bim” belum dikenal. ↵ memilih “Bima Contoh”; Ctrl-S sekali lagi");
    assert!(!desk.text().contains("Halo"), "nothing is written yet");
    // Enter takes the known one, also after the focus was elsewhere.
    let chosen = desk.press("<enter><ctrl-s>").expect("ditambahkan");
    assert!(
        chosen.text().contains("speaker: bima") && !chosen.text().contains("name: bim\n"),
        "{}",
        chosen.text()
    );
    let desk = Desk::new(VISITS).press(STATEMENT).press("Halo<enter>para<enter>bim<tab>");
    let desk = desk.press("<ctrl-s>").expect("“bim” belum dikenal").press("<ctrl-s>").expect("ditambahkan");
    assert!(desk.text().contains("speaker: bim\n"), "{}", desk.text());
    // A name that is only similar to none is new at once.
    Desk::new(VISITS)
        .press(STATEMENT)
        .press("Halo<enter>para<enter>Wati Contoh<ctrl-s>")
        .expect("ditambahkan");
}

#[test]
fn the_footer_of_a_form_names_how_to_save_it_on_every_screen() {
    for (columns, rows) in [(124, 31), (80, 24), (40, 20)] {
        let mut desk = Desk::new(VISITS);
        desk.session = desk.session.size(columns, rows).press("4a");
        let screen = desk.session.screen();
        assert!(screen.lines().last().is_some_and(|line| line.contains("Ctrl-S simpan")), "{screen}");
    }
}
