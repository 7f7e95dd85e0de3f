//! The screens as they are seen, at three sizes and in both languages.

use insta::assert_snapshot;
use lawat::lang::Lang;
use lawat::view::{Palette, Theme};
use ratatui::style::{Color, Modifier};

use crate::session::{DOZEN, Session};

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

/// Every state that is not shown elsewhere: its name, and the keys that lead there from the example or the dozen.
const STATES: &[(&str, &str)] = &[
    ("stop_chosen", "2<enter>"),
    ("person_chosen", "3<enter>"),
    ("stops", "2"),
    ("participants", "3"),
    ("palette", "4:"),
    ("palette_typed", "4:sal"),
    ("help_typed", "4?salin"),
    ("filter_menu", "4<enter><enter>"),
    ("narrowing", "4fwarga"),
    ("narrowed", "4fwarga<enter>"),
    ("no_match", "2<enter>4fxyzzy<enter>"),
    ("hidden", "2<enter>.2"),
    ("zoomed", "4z"),
    ("sorted", "4sn"),
    ("one_line", "4w"),
    ("first_key", "2<enter>x"),
    ("cannot", "4<esc>"),
];

#[test]
fn every_other_state() {
    for (name, keys) in STATES {
        everywhere(name, keys);
    }
}

#[test]
fn all_visits_at_once() {
    for (columns, rows) in SIZES {
        for (lang, tag) in [(Lang::Id, "id"), (Lang::En, "en")] {
            let session = Session::open(DOZEN).lang(lang).size(columns, rows).press("1g<enter>");
            assert_snapshot!(format!("all_visits_{columns}x{rows}_{tag}"), session.screen());
            assert_snapshot!(format!("all_statements_{columns}x{rows}_{tag}"), session.press("4").screen());
        }
    }
}

#[test]
fn no_state_has_a_colour_when_none_is_wanted_and_each_shows_its_choice() {
    let keys = STATES.iter().map(|(_, keys)| *keys);
    for keys in keys.chain(["", "?", "/layanan", "p", "y", "ye", "4 b", "4vp", "4vc", "4i"]) {
        for (columns, rows) in SIZES {
            let session = Session::example().size(columns, rows).press(keys);
            let cells = session.buffer(Theme::new(Palette::Plain)).content;
            assert!(cells.iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset), "{keys}");
            let turned = cells.iter().any(|cell| cell.modifier.contains(Modifier::REVERSED));
            // A text that is read has no choice, and the detail shows that of another pane by its sign.
            let is_text = ["4i", "p", "5"].contains(&keys);
            assert!(
                turned || is_text || session.shows("▌") || session.shows("0/"),
                "{keys}\n{}",
                session.screen()
            );
            assert!(session.shows("┏"), "{keys}: nothing has a heavy border");
        }
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
    assert!(session.shows("PARAFRASA") && session.press("jjj").shows("KUTIPAN"), "the kind");
}

#[test]
fn quotation_marks_stand_around_quotes_only() {
    let screen = Session::example().size(124, 60).screen();
    assert!(screen.contains("“Pontianak mencatatkan"));
    assert!(!screen.contains("“Masalah"));
}
