//! Journeys with the basket: statements of several visits are marked, ordered, copied, exported, printed; none is lost
//! without a question.

use lawat::app::Overlay;
use lawat::app::event::Effect;
use lawat::export::{Export, Format, Table};
use lawat::lang::Lang;

use crate::session::{DOZEN, Session};
use crate::terminal::driver::{Terminal, modes};

/// The first two statements of the visit of three days, and one of the visit in return.
fn three() -> Session {
    Session::open(DOZEN).size(124, 31).press("/satu pintu<enter>  ").press("/lebih tertib<enter> ")
}

fn basket(session: &Session) -> Vec<String> {
    let archive = &session.app.data.archive;
    let targets = session.app.basket.targets(archive);
    targets.into_iter().map(|target| archive.record(target).unwrap().reference()).collect()
}

#[test]
fn marks_outlive_visits_filters_and_languages() {
    let session = three().expect("✓ 3 ditandai").press("<f2>").expect("✓ 3 marked");
    assert_eq!(basket(&session), ["tiga-hari#q1", "tiga-hari#q2", "kunjungan-balasan#q1"]);
    session.press("1gj<enter>4").expect("✓").press("X").expect("✓");
}

#[test]
fn a_mark_goes_on_to_the_next_row_and_comes_off_again() {
    let session = Session::example().press("4  kk ").expect("1 pernyataan di keranjang");
    assert_eq!(session.app.basket.len(), 1);
    let session = Session::example().press("/warga<tab>");
    assert_eq!(session.app.basket.len(), 1, "in the search, too");
    Session::example().press("1 ").expect("pilih sebuah pernyataan dahulu");
}

#[test]
fn the_basket_is_ordered_emptied_and_brought_back() {
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
fn it_is_copied_as_one_sheet_in_its_order() {
    let copied = |keys: &str| {
        let session = three().press("bGK").press(keys);
        assert!(matches!(session.app.overlay, Some(Overlay::Gathering(_))), "back in the basket");
        match session.effects.as_slice() {
            [.., Effect::Copy(text)] => text.clone(),
            other => panic!("{other:?}"),
        }
    };
    let press = copied("yy");
    let places: Vec<_> =
        ["Satu pintu", "lebih tertib", "meniru antrean"].map(|words| press.find(words)).into();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{press}");
    assert_eq!(press.matches("\n\n").count(), 2);
    for keys in ["yj", "ys", "yl"] {
        let json: serde_json::Value =
            serde_json::from_str(&copied(keys)).unwrap_or_else(|error| panic!("{keys}: {error}"));
        if keys != "yl" {
            assert_eq!(json.as_array().map(Vec::len), Some(3), "{keys}");
        }
    }
    assert_eq!(copied("yi"), "tiga-hari#q1\nkunjungan-balasan#q1\ntiga-hari#q2");
}

#[test]
fn it_is_exported() {
    let session = three().press("bGKyet");
    let Some(Effect::Export { selection, .. }) = session.effects.last() else {
        panic!("{:?}", session.effects)
    };
    let archive = &session.app.data.archive;
    assert_eq!(selection.statements(archive), 3);
    let mut sheet = Vec::new();
    let (lang, now) = (Lang::Id, jiff::Timestamp::UNIX_EPOCH);
    let export = Export { archive, selection, format: Format::Sheet, table: Table::default(), lang, now };
    export.write(&mut sheet).unwrap();
    let sheet = String::from_utf8(sheet).unwrap();
    let places = ["Satu pintu", "lebih tertib", "meniru antrean"].map(|words| sheet.find(words));
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{sheet}");
}

#[test]
fn leaving_asks_once_and_prints_when_it_is_told_to() {
    for leave in ["q", "Q", "<ctrl-c><ctrl-c>"] {
        let session = three().press(leave).expect("3 pernyataan ditandai: P cetak");
        assert!(!session.effects.contains(&Effect::Quit), "{leave}");
        assert!(session.press("q").effects.contains(&Effect::Quit), "{leave}");
        let session = three().press(leave).press("jq").expect("3 pernyataan ditandai");
        assert!(!session.effects.contains(&Effect::Quit), "another key takes it back");
    }
    let session = three().press("P");
    let Some(Effect::QuitPrinting(text)) = session.effects.last() else { panic!("{:?}", session.effects) };
    assert!(text.contains("“Satu pintu untuk semua instansi") && text.contains("lebih tertib"), "{text}");
    assert!(Session::example().press("q").effects.contains(&Effect::Quit), "nothing is marked");
    Session::example().press("P").expect("keranjang kosong");
}

#[test]
fn the_screens_of_the_basket() {
    for (columns, rows) in [(124, 31), (80, 24), (40, 20)] {
        for (lang, tag) in [(Lang::Id, "id"), (Lang::En, "en")] {
            let session = three().lang(lang).size(columns, rows);
            insta::assert_snapshot!(format!("marked_{columns}x{rows}_{tag}"), session.screen());
            insta::assert_snapshot!(format!("basket_{columns}x{rows}_{tag}"), session.press("b").screen());
        }
    }
}

#[test]
fn what_is_printed_on_leaving_stands_on_the_main_screen() {
    let mut terminal = Terminal::open(80, 24).started();
    terminal.press(" ");
    terminal.wait_for("1 statement in the basket");
    terminal.press("q");
    terminal.wait_for("1 statement is marked");
    terminal.press("P");
    let end = terminal.end();
    assert!(end.status.success());
    end.is_clean();
    assert!(end.screen.contains("Bagus Susetyo") && end.screen.contains("Reference:"), "{}", end.screen);
}

#[test]
fn the_mouse_is_released_and_taken_back() {
    let mut terminal = Terminal::open(80, 24).started();
    terminal.press("\x1b[19~");
    terminal.wait_for("the mouse is released");
    terminal.wait("no clicks", |seen| modes(&seen.bytes).get(&1000) == Some(&false));
    terminal.press("\x1b[19~");
    terminal.wait("clicks", |seen| modes(&seen.bytes).get(&1000) == Some(&true));
    terminal.press("q");
    terminal.end().is_clean();
}
