//! Screens: what every state shows at three sizes and in both languages, and the important ones kept whole.

mod overlays;
mod rules;
mod states;

use insta::assert_snapshot;
use lawat::app::Data;
use lawat::lang::Lang;
use lawat::view::{Palette, Theme};
use ratatui::style::{Color, Modifier};

use crate::session::Session;
use states::State;

type Size = (u16, u16);

const WIDE: Size = (124, 31);
const NORMAL: Size = (80, 24);
const NARROW: Size = (40, 20);

impl State {
    /// The state, in a terminal of this size.
    fn session(&self, (columns, rows): Size, lang: Lang) -> Session {
        let has_file = |data: &mut Data| {
            data.paths.insert("visits.yaml".into(), "/visits.yaml".into());
        };
        Session::open_as(self.records, has_file).lang(lang).size(columns, rows).press(self.keys)
    }
}

/// The screens that are kept whole: the important states, with sizes and languages in turn.
const WHOLE: &[(&str, Size, Lang)] = &[
    ("start", WIDE, Lang::En),
    ("start", NORMAL, Lang::Id),
    ("start", NARROW, Lang::En),
    ("quote", NORMAL, Lang::En),
    ("visit", WIDE, Lang::Id),
    ("search", NORMAL, Lang::En),
    ("search", WIDE, Lang::Id),
    ("nothing_found", NARROW, Lang::Id),
    ("help", NORMAL, Lang::Id),
    ("palette_typed", NORMAL, Lang::En),
    ("broken", NORMAL, Lang::En),
    ("problems", NARROW, Lang::Id),
    ("filter_menu", NARROW, Lang::Id),
    ("copy_menu", NORMAL, Lang::Id),
    ("export_menu", WIDE, Lang::En),
    ("first_key_of_views", NARROW, Lang::En),
    ("all_visits", WIDE, Lang::Id),
    ("all_statements", NORMAL, Lang::En),
    ("filtered", WIDE, Lang::En),
    ("nothing_left", NORMAL, Lang::Id),
    ("person", NORMAL, Lang::Id),
    ("variants", WIDE, Lang::En),
    ("provenance", NARROW, Lang::En),
    ("basket", NARROW, Lang::Id),
    ("form", WIDE, Lang::En),
    ("form", NORMAL, Lang::Id),
    ("form_checked", NARROW, Lang::En),
    ("overview", WIDE, Lang::Id),
    ("timeline", NORMAL, Lang::En),
    ("map", NARROW, Lang::Id),
    ("matrix", NORMAL, Lang::Id),
];

#[test]
fn important_screens_are_as_they_were_approved() {
    for &(name, (columns, rows), lang) in WHOLE {
        let state = states::all().find(|state| state.name == name).unwrap();
        let session = state.session((columns, rows), lang);
        assert_snapshot!(format!("{name}_{columns}x{rows}_{}", lang.code()), session.screen());
    }
}

#[test]
fn a_terminal_that_is_too_small_shows_the_size_needed() {
    for (lang, words) in
        [(Lang::Id, "Terlalu kecil: 25×5,\nperlu 40×12"), (Lang::En, "Too small: 25×5, needs\n40×12")]
    {
        assert_eq!(Session::example().lang(lang).size(25, 5).screen().trim_end(), words);
    }
}

#[test]
fn on_a_narrow_screen_there_is_nothing_to_zoom() {
    for (lang, words) in [
        (Lang::Id, "\n di layar sempit setiap panel sudah\n memenuhi layar"),
        (Lang::En, "\n on a narrow screen every pane fills the\n screen already"),
    ] {
        let screen = Session::example().lang(lang).size(40, 20).press("4z").screen();
        assert!(screen.ends_with(words), "{screen}");
    }
}

#[test]
fn without_colours_matches_the_choice_and_kinds_are_still_distinct() {
    let session = Session::example().press("/bagus inspirasi");
    let cells = session.buffer(Theme::new(Palette::Plain)).content;
    assert!(cells.iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset));
    let matched = Modifier::BOLD | Modifier::UNDERLINED;
    assert!(cells.iter().any(|cell| cell.modifier.contains(matched)), "the words that match");
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
