//! The screens as they are seen, at three sizes and in both languages.

use insta::assert_snapshot;
use lawat::lang::Lang;
use lawat::view::{Palette, Theme};
use ratatui::style::{Color, Modifier};

use crate::session::Session;

const SIZES: [(u16, u16); 3] = [(124, 31), (80, 24), (40, 20)];

fn everywhere(name: &str, keys: &str) {
    for (columns, rows) in SIZES {
        for (lang, tag) in [(Lang::Id, "id"), (Lang::En, "en")] {
            let session = Session::example().lang(lang).size(columns, rows).press(keys);
            assert_snapshot!(format!("{name}_{columns}x{rows}_{tag}"), session.screen());
        }
    }
}

#[test]
fn start() {
    everywhere("start", "");
}

#[test]
fn a_quote_in_detail() {
    everywhere("quote", "jj<enter>");
}

#[test]
fn the_visit_in_detail() {
    everywhere("visit", "15");
}

#[test]
fn search() {
    everywhere("search", "/layanan");
}

#[test]
fn nothing_found() {
    everywhere("nothing_found", "/zebra");
}

#[test]
fn help() {
    everywhere("help", "?");
}

#[test]
fn problems() {
    let broken = "schema_version: '1.0'\nvisits:\n  - id: v\n    title: Kunjungan contoh\n    start_date: kemarin\n    \
                  itinerary: [{id: mpp-kota, name: MPP}]\n    statements: [{id: s, type: quote, text: Halo, stop: mpp}]\n";
    for (columns, rows) in SIZES {
        for (lang, tag) in [(Lang::Id, "id"), (Lang::En, "en")] {
            let session = Session::open(broken).lang(lang).size(columns, rows);
            assert_snapshot!(format!("broken_{columns}x{rows}_{tag}"), session.screen());
            assert_snapshot!(format!("problems_{columns}x{rows}_{tag}"), session.press("p").screen());
        }
    }
}

#[test]
fn too_small() {
    for lang in Lang::ALL {
        let tag = if lang == Lang::Id { "id" } else { "en" };
        assert_snapshot!(format!("too_small_{tag}"), Session::example().lang(lang).size(25, 5).screen());
    }
}

#[test]
fn without_colours_everything_is_still_told_apart() {
    let session = Session::example().press("/bagus inspirasi");
    let cells = session.buffer(Theme::new(Palette::Plain)).content;
    assert!(cells.iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset));
    let hit = Modifier::BOLD | Modifier::UNDERLINED;
    assert!(cells.iter().any(|cell| cell.modifier.contains(hit)), "hits");
    assert!(cells.iter().any(|cell| cell.modifier.contains(Modifier::REVERSED)), "the choice");
    let session = Session::example();
    assert!(session.shows("▌") && session.shows("┏") && session.shows("┌"), "the choice and the focus");
    assert!(session.shows("PARAFRASA") && session.press("jj").shows("VERBATIM"), "the kind");
}

#[test]
fn quotation_marks_stand_around_quotes_only() {
    let screen = Session::example().size(124, 60).screen();
    assert!(screen.contains("“Pontianak mencatatkan"));
    assert!(!screen.contains("“Masalah"));
}
