//! Typical tasks of users, as the keys that do them.

use lawat::app::event::{Effect, MouseKind};
use lawat::app::layout::Pane;
use lawat::lang::Lang;
use lawat::view::{Palette, Theme};

use crate::session::Session;

#[test]
fn from_the_visit_to_a_stop_to_a_statement_to_its_detail() {
    let session = Session::example().press("1<enter>");
    assert_eq!(session.app.focus(), Pane::Stops);
    let session = session.press("j<enter>");
    assert_eq!(session.app.focus(), Pane::Statements, "RSUD SSMA leads to what was said there");
    let session = session.expect("“Pengelolaan dan sistem pelayanan").press("<enter>");
    assert_eq!(session.app.focus(), Pane::Detail);
    session
        .size(80, 40)
        .expect("KUTIPAN")
        .expect("Bagus Susetyo, Wakil Wali Kota Balikpapan")
        .expect("RSUD Sultan Syarif Mohamad")
        .expect("disimpulkan")
        .expect("paragraf 9")
        .expect("visits.yaml:")
        .expect("balikpapan-pontianak-2026#q3");
}

#[test]
fn a_quote_is_found_by_a_word_and_shown_in_its_visit() {
    let session =
        Session::example().press("/inspirasi").expect("PALING COCOK").expect("Bagus Susetyo · RSUD SSMA?");
    let session = session.press("<enter>");
    assert_eq!((session.app.focus(), session.app.overlay().is_none()), (Pane::Statements, true));
    session.size(80, 50).expect("#q3");
}

#[test]
fn every_kind_is_found_and_revealed() {
    for (query, pane) in [
        ("tugu", Pane::Stops),
        ("amirullah", Pane::Participants),
        ("pemerintah balikpapan", Pane::Participants),
        ("studi tiru", Pane::Visits),
        ("sinergi", Pane::Statements),
    ] {
        let session = Session::example().press("/").press(query).press("<enter>");
        assert_eq!((session.app.focus(), session.app.overlay().is_none()), (pane, true), "{query}");
    }
}

#[test]
fn closing_the_help_returns_to_the_search() {
    let session = Session::example()
        .size(124, 60)
        .press("/inspirasi<f1>")
        .expect("Hapus kata")
        .expect_no("Panel berikutnya");
    session.press("<esc>").expect("inspirasi").expect("PALING COCOK");
}

#[test]
fn matches_are_highlighted_and_visible() {
    let words: Vec<String> = (0..3_000).map(|n| format!("kata{n}")).collect();
    let text = words.join(" ").replace("kata2500 ", "jarum ");
    let archive = format!(
        "schema_version: '1.0'\nvisits:\n  - {{id: v, title: V, statements: [{{id: s, type: quote, text: {text}}}]}}\n"
    );
    let session = Session::open(&archive).press("/jarum").expect("kata2499 jarum kata2501");
    let session = session.press("<enter><enter>").expect("kata2499 jarum kata2501");
    let marked = |session: &Session| {
        let cells = session.buffer(Theme::new(Palette::Dark)).content;
        let matched = ratatui::style::Modifier::BOLD | ratatui::style::Modifier::UNDERLINED;
        cells
            .iter()
            .filter(|cell| cell.modifier.contains(matched))
            .map(|cell| cell.symbol().to_owned())
            .collect::<String>()
    };
    assert_eq!(marked(&session), "jarum");
}

#[test]
fn escape_closes_one_level_and_never_quits() {
    let mut session = Session::example().press("/inspirasi<esc>");
    assert!(session.app.overlay().is_none());
    session = session.press("?<esc>p<esc>");
    session = session.press(&"<esc>".repeat(20));
    assert_eq!(session.effects, []);
    let session = session.expect("q untuk keluar").press("q");
    assert_eq!(session.effects, [Effect::Quit]);
}

#[test]
fn ctrl_c_clears_then_closes_then_asks() {
    let session = Session::example().press("/abc<ctrl-c>").expect_no("abc");
    assert!(session.app.overlay().is_some());
    let session = session.press("<ctrl-c>");
    assert!(session.app.overlay().is_none());
    let session = session.press("<ctrl-c>").expect("sekali lagi").press("j<ctrl-c>");
    assert_eq!(session.effects, [], "another key came between");
    assert_eq!(session.press("<ctrl-c>").effects, [Effect::Quit]);
}

#[test]
fn switching_the_language_keeps_the_place() {
    let session = Session::example().press("jjj").expect("Pernyataan").press("<f2>").expect("Statements");
    assert_eq!(session.app.lang(), Lang::En);
    session.size(80, 50).expect("#q1").press("<f2>").expect("Pernyataan");
}

#[test]
fn every_pane_is_reachable_with_arrows_alone_and_with_letters_alone() {
    for keys in ["<left><left><left><left>|<right>|<right>|<right>|<right>", "hhhh|l|l|l|l"] {
        let mut session = Session::example();
        let mut seen = Vec::new();
        for step in keys.split('|') {
            session = session.press(step);
            seen.push(session.app.focus());
        }
        assert_eq!(seen, Pane::ALL);
    }
    let mut session = Session::example().press("1");
    for pane in [Pane::Stops, Pane::Participants, Pane::Statements, Pane::Detail, Pane::Visits] {
        session = session.press("<tab>");
        assert_eq!(session.app.focus(), pane);
    }
    assert_eq!(session.press("<shift-tab>").app.focus(), Pane::Detail);
}

#[test]
fn moving_changes_only_the_detail() {
    let session = Session::example().press("3").expect("Wakil Wali Kota Balikpapan");
    let rows = session.app.list(Pane::Statements).len();
    let session = session.press("jj").expect("Sekretaris Daerah Kota Pontianak");
    assert_eq!(session.app.list(Pane::Statements).len(), rows);
    session.press("G").expect("RSUD SSMA").press("g").expect("Kehadiran");
}

#[test]
fn the_detail_scrolls_without_changing_its_record() {
    let session = Session::example()
        .press("15")
        .expect("Pontianak dijadikan")
        .press("G")
        .expect_no("Pontianak dijadikan");
    session.press("g").expect("Pontianak dijadikan");
}

#[test]
fn the_mouse_chooses_opens_and_scrolls() {
    let session = Session::example().mouse_on(MouseKind::Click, "Amirullah");
    assert_eq!(session.app.focus(), Pane::Participants);
    let session = session
        .expect("Sekretaris Daerah Kota Pontianak")
        .mouse_on(MouseKind::Click, "2 Lokasi kunjungan")
        .mouse_on(MouseKind::DoubleClick, "RSUD SSMA     ");
    assert_eq!(session.app.focus(), Pane::Statements);
    let session = session.mouse(MouseKind::WheelDown, 40, 5);
    assert_eq!(session.app.focus(), Pane::Statements, "the wheel moves the pane under it");
    let narrow = Session::example().size(40, 20).expect("[Pernyataan]").mouse_on(MouseKind::Click, "Lokasi ");
    assert_eq!(narrow.app.focus(), Pane::Stops);
    // The tab with a name is wider, so those after it have moved.
    let narrow = narrow.expect("[Lokasi]").mouse_on(MouseKind::Click, "Peserta");
    assert_eq!(narrow.app.focus(), Pane::Participants);
    let search = Session::example().press("/mpp").mouse_on(MouseKind::DoubleClick, "PERNYATAAN");
    assert!(search.app.overlay().is_none(), "a heading belongs to its first row");
}

#[test]
fn suspending_and_repainting_are_effects() {
    assert_eq!(
        Session::example().press("<ctrl-z><ctrl-l>Q").effects,
        [Effect::Suspend, Effect::Repaint, Effect::Quit]
    );
    assert_eq!(Session::example().press("/<ctrl-z>").effects, [Effect::Suspend]);
}

const BROKEN: &str = "\
schema_version: '1.0'
visits:
  - id: good
    title: Kunjungan yang baik
    statements: [{id: s, type: paraphrase, text: Masih terbaca}]
  - id: bad
    title: Kunjungan yang rusak
    start_date: kemarin
    itinerary: [{id: mpp, name: MPP}]
    statements: [{id: s, type: paraphrase, text: Tidak terbaca, stop: mp}]
";

#[test]
fn a_visit_with_errors_is_reported_and_the_rest_is_usable() {
    let session = Session::open(BROKEN).expect("Masih terbaca").expect("2 kesalahan").expect("baris 8");
    let session =
        session.press("1G").expect("! Kunjungan yang rusak").expect("kesalahan[bad-date]").press("<enter>");
    session
        .expect("Pemeriksaan data")
        .expect("1 kunjungan lainnya tetap dapat dipakai.")
        .expect("visits.yaml:8:17")
        .expect("kesalahan[bad-date]")
        .expect("^^^^^^^")
        .expect("Maksudnya “mpp”?")
        .press("q1g")
        .expect("Masih terbaca");
}

#[test]
fn without_problems_the_problems_view_says_so() {
    Session::example()
        .press("p")
        .expect("tidak ada masalah dalam data")
        .press("j")
        .expect_no("tidak ada yang perlu");
}

/// The optional parts of a visit.
const SPARSE: [&str; 6] = [
    "[{id: v, title: Tanpa apa pun}]",
    "[{id: v, title: Tanpa apa pun, statements: [{id: s, type: quote, text: Hanya ini}]}]",
    "[{id: v, title: Tanpa apa pun, itinerary: [{id: s, name: Hanya tempat}]}]",
    "[{id: v, title: Tanpa apa pun, participants: [{id: p, post: Kepala Dinas}]}]",
    "[{id: v, title: Tanpa apa pun, participants: [{id: p, type: group, organization: o}], \
     organizations: [{id: o, name: Pemkot}]}]",
    "[]",
];

#[test]
fn every_part_of_a_visit_is_optional() {
    for visits in SPARSE {
        for (columns, rows) in [(124, 31), (80, 24), (40, 20)] {
            let mut session =
                Session::open(&format!("schema_version: '1.0'\nvisits: {visits}")).size(columns, rows);
            for keys in
                ["12345", "1<enter><enter><enter>", "jkgG", "<pgdn><pgup>", "/apa<enter>", "hhhllll", "<f2>?"]
            {
                session = session.press(keys);
                session.screen();
            }
        }
    }
    Session::open(&format!("schema_version: '1.0'\nvisits: {}", SPARSE[0]))
        .expect("tanggal tidak disebut")
        .press("2")
        .expect("Tidak ada dalam catatan")
        .press("4")
        .expect("tidak memuat pernyataan");
    Session::open(&format!("schema_version: '1.0'\nvisits: {}", SPARSE[1])).expect("pembicara tidak disebut");
    Session::open(&format!("schema_version: '1.0'\nvisits: {}", SPARSE[3])).expect("Kepala Dinas");
    Session::open(&format!("schema_version: '1.0'\nvisits: {}", SPARSE[5])).expect("Tidak ada kunjungan");
}

#[test]
fn the_newest_visit_comes_first_and_opens() {
    let text = "schema_version: '1.0'\nvisits:\n  - {id: a, title: Yang lama, start_date: 2020}\n  \
                - {id: b, title: Yang baru, start_date: 2024-05}\n  - {id: c, title: Entah kapan}\n";
    let session = Session::open(text).size(124, 31);
    let screen = session.screen();
    let at = |title: &str| screen.find(title).unwrap_or_else(|| panic!("no {title} on\n{screen}"));
    assert!(at("Yang baru") < at("Yang lama") && at("Yang lama") < at("Entah kapan"));
    assert_eq!(session.app.focus(), Pane::Visits);
    session.press("j<enter>").expect("lawat  Semua kunjungan › Yang lama, 2020");
}

#[test]
fn a_visit_of_a_thousand_statements_pages() {
    let row = |n| format!("      - {{id: s{n}, type: paraphrase, text: Pernyataan nomor {n}.}}\n");
    let statements: Vec<String> = (0..1_000).map(row).collect();
    let statements = statements.concat();
    let text =
        format!("schema_version: '1.0'\nvisits:\n  - id: v\n    title: Rapat\n    statements:\n{statements}");
    let session =
        Session::open(&text).expect(" 1/1.000 ↓").press("G").expect(" 1.000/1.000 ↑").expect("nomor 999.");
    session.press("<pgup>").expect("99").press("g").expect("nomor 0.");
}
