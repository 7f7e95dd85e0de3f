//! The basket: statements of several visits are marked, ordered, copied, exported and printed.

use std::fs;
use std::io;

use lawat::app::Overlay;
use lawat::app::event::{Effect, Event, MouseKind};
use lawat::app::layout::Pane;
use lawat::export::{
    CsvDialect, Export, ExportFormat, ExportTable, KeptBasket, KeptBaskets, Naming, Opening,
};
use lawat::lang::Lang;
use lawat::load::load_text;

use crate::command_line::{lawat, run};
use crate::session::{DOZEN, Session};
use crate::terminal::driver::{Terminal, modes};

/// The first two statements of the visit of three days, and one of the visit in return.
fn three() -> Session {
    Session::open(DOZEN).size(124, 31).press("/satu pintu<enter>  ").press("/lebih tertib<enter> ")
}

fn basket(session: &Session) -> Vec<String> {
    let archive = &session.app.data().archive;
    session
        .app
        .basket()
        .targets(session.app.data())
        .map(|target| archive.record(target).unwrap().reference())
        .collect()
}

#[test]
fn marks_survive_changes_of_visit_filters_and_language() {
    let session = three().expect("✓ 3 ditandai").press("<f2>").expect("✓ 3 marked");
    assert_eq!(basket(&session), ["tiga-hari#q1", "tiga-hari#q2", "kunjungan-balasan#q1"]);
    // The other visit is open now, and its row is marked.
    let session = session.press("1gjj<enter>4");
    let marked =
        session.screen().lines().filter(|line| line.contains("KUTIPAN") && line.contains('✓')).count();
    assert_eq!(marked, usize::from(session.screen().contains("Antrean di sini lebih tertib")));
    let screen = session.press("/satu pintu<enter>").screen();
    assert!(
        screen.lines().any(|line| line.contains("Ratna Kencana · MPP") && line.contains('✓')),
        "{screen}"
    );
}

#[test]
fn marking_moves_to_the_next_row_and_toggles() {
    let session = Session::example().press("4  kk ").expect("1 di keranjang");
    assert_eq!(session.app.basket().count(session.app.data()).0, 1);
    let session = Session::example().press("/relevan<tab>");
    assert_eq!(session.app.basket().count(session.app.data()).0, 1, "in the search, too");
    Session::example().press("1 ").expect("pilih pernyataan dahulu");
}

#[test]
fn the_basket_is_reordered_emptied_and_restored() {
    let session = three().press("bGKK");
    assert_eq!(basket(&session), ["kunjungan-balasan#q1", "tiga-hari#q1", "tiga-hari#q2"]);
    let session = session.press("J");
    assert_eq!(basket(&session), ["tiga-hari#q1", "kunjungan-balasan#q1", "tiga-hari#q2"]);
    let session = session.press(" ").expect("2 pernyataan");
    assert_eq!(basket(&session), ["tiga-hari#q1", "tiga-hari#q2"]);
    let session = session.press("X").expect("Keranjang kosong").press("uu");
    assert_eq!(basket(&session).len(), 3);
    session.press("g<enter>").expect("Satu pintu");
}

#[test]
fn an_emptied_basket_can_be_restored_after_closing_it() {
    let session =
        three().press("bX<esc>").expect_no("ditandai").press("b").expect("Keranjang kosong").press("u");
    assert_eq!(basket(&session).len(), 3);
    Session::example().press("b").expect("keranjang kosong: tandai");
}

#[test]
fn a_covered_basket_is_up_to_date_when_shown_again() {
    let session = three().press("bb").press("X<esc>");
    assert!(session.app.overlay().is_none(), "there is no second one below");
    let session = three().press("bvc <esc>").expect("2 pernyataan");
    let Some(Overlay::RecordPage(page)) = session.app.overlay() else { panic!("no basket") };
    assert_eq!(page.rows.len(), session.app.basket().count(session.app.data()).0);
}

#[test]
fn moving_rows_works_in_the_basket_only() {
    let session = three().press("vpJ").expect("hanya di dalam keranjang");
    assert_eq!(basket(&session).len(), 3);
}

#[test]
fn a_double_click_opens_rows_of_overlays() {
    let session = three().press("b").mouse_on(MouseKind::DoubleClick, "lebih tertib");
    assert!(session.app.overlay().is_none());
    let session = session.expect("Kota Batu ke Kota Awan").press("1:ke panel peserta");
    let session = session.mouse_on(MouseKind::DoubleClick, "Ke panel peserta");
    assert_eq!((session.app.overlay().is_none(), session.app.focus()), (true, Pane::Participants));
}

#[test]
fn the_palette_offers_the_commands_of_what_is_below_it() {
    let session = three().press("1b:").press("asal").press("<enter>").expect("Asal pernyataan");
    drop(session);
    let session = three().press("1b:apa<enter>");
    assert!(matches!(session.effects.as_slice(), [Effect::Copy(_, _)]), "{:?}", session.effects);
}

#[test]
fn a_page_exports_what_it_shows() {
    let session = three().press("kvp").press("yet<enter>");
    let Some(Effect::Export { selection, .. }) = session.effects.last() else {
        panic!("{:?}", session.effects)
    };
    assert_eq!(selection.statements(&session.app.data().archive), 4, "all that she said, in every visit");
}

#[test]
fn a_reload_keeps_the_basket() {
    let without =
        DOZEN.replace("{id: q2, type: quote, text: Kami ingin", "{id: q22, type: quote, text: Kami ingin");
    let reload = |mut session: Session, text: &str| {
        session.send(Event::Reloaded(Box::new(load_text("visits.yaml", text.into()).into())));
        session
    };
    let session = reload(three().press("b"), &without)
        .expect("2 pernyataan")
        .press("<esc>")
        .expect("✓ 2 ditandai, 1 hilang");
    let session = session.press("Q").expect("2 ditandai").press("P");
    let Some(Effect::QuitPrinting(text)) = session.effects.last() else { panic!("{:?}", session.effects) };
    assert_eq!(text.matches("Kode: ").count(), 2);
    let session = reload(session, DOZEN);
    assert_eq!(
        basket(&session),
        ["tiga-hari#q1", "tiga-hari#q2", "kunjungan-balasan#q1"],
        "it returns to its place"
    );
    // The export menu on top of it is still about it.
    let session = reload(three().press("bye"), &without).press("t<enter>");
    let Some(Effect::Export { selection, .. }) = session.effects.last() else {
        panic!("{:?}", session.effects)
    };
    assert_eq!(selection.statements(&session.app.data().archive), 2);
}

#[test]
fn the_basket_is_copied_as_one_text_in_its_order() {
    let copied = |keys: &str| {
        let session = three().press("bGK").press(keys);
        assert!(matches!(session.app.overlay(), Some(Overlay::RecordPage(_))), "the basket is shown again");
        match session.effects.as_slice() {
            [.., Effect::Copy(text, _)] => text.clone(),
            other => panic!("{other:?}"),
        }
    };
    let press = copied("yy");
    let places: Vec<_> =
        ["Satu pintu", "lebih tertib", "meniru antrean"].map(|words| press.find(words)).into();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{press}");
    assert_eq!(press.matches("\n\n").count(), 2);
    for keys in ["yn", "ys", "yd"] {
        let json: serde_json::Value =
            serde_json::from_str(&copied(keys)).unwrap_or_else(|error| panic!("{keys}: {error}"));
        if keys != "yd" {
            assert_eq!(json.as_array().map(Vec::len), Some(3), "{keys}");
        }
    }
    assert_eq!(copied("yi"), "tiga-hari#q1\nkunjungan-balasan#q1\ntiga-hari#q2");
}

#[test]
fn the_basket_is_exported_in_its_order() {
    let session = three().press("bGKyet<enter>");
    let Some(Effect::Export { selection, .. }) = session.effects.last() else {
        panic!("{:?}", session.effects)
    };
    let archive = &session.app.data().archive;
    assert_eq!(selection.statements(archive), 3);
    let mut sheet = Vec::new();
    let (lang, now) = (Lang::Id, jiff::Timestamp::UNIX_EPOCH);
    let (format, table, dialect) = (ExportFormat::Text, ExportTable::Statements, CsvDialect::default());
    let export =
        Export { archive, selection, format, table, dialect, lang, now, opening: Opening::default() };
    export.write(&mut sheet).unwrap();
    let sheet = String::from_utf8(sheet).unwrap();
    let places = ["Satu pintu", "lebih tertib", "meniru antrean"].map(|words| sheet.find(words));
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{sheet}");
}

#[test]
fn quitting_asks_once_and_can_print_the_basket() {
    for leave in ["q", "Q", "<ctrl-c><ctrl-c>"] {
        let session = three()
            .press(leave)
            .expect("3 pernyataan di keranjang akan hilang: P cetak lalu keluar, q keluar, Esc batal");
        assert!(!session.effects.contains(&Effect::Quit), "{leave}");
        assert!(session.press("q").effects.contains(&Effect::Quit), "{leave}");
        let session = three().press(leave).press("jq").expect("3 ditandai");
        assert!(!session.effects.contains(&Effect::Quit), "another key cancels");
    }
    let session = three().press("P");
    let Some(Effect::QuitPrinting(text)) = session.effects.last() else { panic!("{:?}", session.effects) };
    assert!(text.contains("“Satu pintu untuk semua instansi") && text.contains("lebih tertib"), "{text}");
    assert!(Session::example().press("q").effects.contains(&Effect::Quit), "nothing is marked");
    Session::example().press("P").expect("keranjang kosong");
}

#[test]
fn a_basket_printed_on_quitting_is_on_the_main_screen() {
    let mut terminal = Terminal::open(80, 24).started();
    terminal.press(" ");
    terminal.wait_for("1 in the basket");
    terminal.press("q");
    terminal.wait_for("P print and quit, q quit, Esc cancel");
    let end = terminal.quit("P");
    assert!(end.screen.contains("Bagus Susetyo") && end.screen.contains("Reference:"), "{}", end.screen);
}

#[test]
fn the_mouse_is_released_and_captured_again() {
    let mut terminal = Terminal::open(80, 24).started();
    terminal.press("\x1b[19~");
    terminal.wait_for("mouse released");
    terminal.wait("no clicks", |seen| modes(&seen.bytes).get(&1000) == Some(&false));
    terminal.press("\x1b[19~");
    terminal.wait("clicks", |seen| modes(&seen.bytes).get(&1000) == Some(&true));
    terminal.press("q");
    terminal.end().is_clean();
}

/// What the explorer asks for last.
fn kept(session: &Session) -> (lawat::export::KeptBasket, bool) {
    match session.effects.last() {
        Some(Effect::KeepBasket(basket, replaces)) => ((**basket).clone(), *replaces),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_basket_is_kept_under_a_name_and_opened_again() {
    let session = three().press("bw<enter>").expect("isi namanya");
    let mut session = session.press("Rapat<tab>Kata tamu<tab>Yang dibawa pulang.<enter>");
    let (basket, replaces) = kept(&session);
    assert_eq!((basket.naming.name.as_str(), replaces), ("Rapat", false));
    assert_eq!(basket.naming.title.as_deref(), Some("Kata tamu"));
    assert_eq!(basket.statements, ["tiga-hari#q1", "tiga-hari#q2", "kunjungan-balasan#q1"]);
    // One of this name is there: it is replaced only when that is asked for again, and not under another name.
    let taken = || Err(lawat::export::SaveError::AlreadyThere("x".into()));
    session.send(Event::BasketKept(Box::new(basket.clone()), taken()));
    let session = session.expect("“Rapat” sudah ada; Ctrl-S sekali lagi menggantinya").press("<ctrl-s>");
    assert!(kept(&session).1);
    let mut session = session.press("2<enter>");
    assert!(!kept(&session).1);
    session.send(Event::BasketKept(Box::new(basket.clone()), Ok(())));
    let session = session.expect("keranjang disimpan sebagai “Rapat”");
    // What is kept is not lost with the program.
    let session = session.press("<esc>Q");
    assert!(matches!(session.effects.last(), Some(Effect::Quit)), "{:?}", session.effects);
    // In another session, on records that lack a statement.
    let without =
        DOZEN.replace("{id: q2, type: quote, text: Kami ingin", "{id: q22, type: quote, text: Kami ingin");
    let mut session = Session::open(&without).press("B");
    assert!(matches!(session.effects.last(), Some(Effect::ReadBaskets)));
    session.send(Event::Baskets(KeptBaskets { baskets: vec![basket.clone()], ..KeptBaskets::default() }));
    let session = session.expect("Rapat  3 pernyataan · Kata tamu").press("<enter>");
    let session = session.expect("keranjang dibuka: 2 pernyataan; 1 lagi tidak ada di catatan ini");
    // The title goes with it into the collection, and the missing statement stays in the basket.
    let session = session.press("ye").press("<end>");
    let session = session.press("<esc>w<enter>");
    assert_eq!(kept(&session), (basket, true));
    Session::example().press("b").expect_no("Rapat");
    let mut session = Session::example();
    session.send(Event::Baskets(KeptBaskets::default()));
    session.expect("belum ada keranjang yang disimpan");
}

/// A basket that cannot be read is not passed over: the others are listed below its name.
#[test]
fn baskets_that_cannot_be_read_are_named() {
    let damaged = || {
        let denied = ("b.json".into(), io::ErrorKind::PermissionDenied.into());
        vec![("a.json".into(), io::ErrorKind::InvalidData.into()), denied]
    };
    let kept = KeptBasket {
        naming: Naming { name: "Rapat".to_owned(), ..Naming::default() },
        statements: Vec::new(),
    };
    let mut session = Session::example();
    session.send(Event::Baskets(KeptBaskets { baskets: vec![kept], unreadable: damaged() }));
    session
        .expect("Rapat  0 pernyataan")
        .expect("tidak dapat membaca a.json: isinya rusak; juga 1 berkas lain");
    let mut session = Session::example();
    session.send(Event::Baskets(KeptBaskets { baskets: Vec::new(), unreadable: damaged().split_off(1) }));
    session.expect("tidak dapat membaca b.json: tidak ada izin").expect_no("Keranjang yang disimpan");

    let data = tempfile::tempdir().unwrap();
    let folder = data.path().join("lawat/baskets");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("rapat.json"), "{").unwrap();
    let export = ["--lang", "en", "export", "--format", "quotes", "--basket", "Rapat"];
    let (code, _, err) = run(lawat().env("XDG_DATA_HOME", data.path()).args(export));
    let file = folder.join("rapat.json");
    let expected = format!(
        "lawat: cannot read {}: its content is damaged\nlawat: there is no basket “Rapat”; none is saved\n",
        file.display()
    );
    assert_eq!((code, err), (Some(2), expected));
}
