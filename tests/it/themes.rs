//! Themes: colours that are readable on their background, and screens in ASCII.

use lawat::app::keymap::Keymap;
use lawat::lang::Lang;
use lawat::view::{Palette, Theme};
use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use crate::session::{DOZEN, Session};

/// Records with errors, whose messages have quotation marks.
const BROKEN: &str =
    "schema_version: '1.0'\nvisits:\n  - id: v\n    title: Kunjungan contoh\n    start_date: kemarin\n";

/// A session in each of many states.
fn states() -> impl Iterator<Item = Session> {
    let keys = [
        "",
        "jj<enter>",
        "15",
        "/layanan",
        "/zebra",
        "?",
        "y",
        "4yy",
        "2j<enter>",
        "4<enter><enter>",
        "4fko",
        ":",
        "i",
        "vp",
        "s",
        " bx",
    ];
    let records = [lawat::load::EXAMPLE, DOZEN, include_str!("../data/awkward.yaml"), BROKEN];
    let sizes = [(124, 31, Lang::Id), (40, 20, Lang::En), (25, 5, Lang::Id)];
    records.into_iter().flat_map(move |text| {
        sizes.into_iter().flat_map(move |(columns, rows, lang)| {
            let keys = keys.into_iter().chain((text == BROKEN).then_some("p"));
            keys.map(move |keys| Session::open(text).lang(lang).size(columns, rows).press(keys))
        })
    })
}

/// Every foreground colour, and whether it is the colour of a border.
fn colours(palette: Palette) -> Vec<(Color, bool)> {
    let mut found = Vec::new();
    for cell in states().flat_map(|session| session.buffer(Theme::new(palette)).content) {
        let colour = (cell.fg, is_border(&cell));
        let is_written = cell.symbol() != " " && !cell.modifier.contains(Modifier::REVERSED);
        if is_written && !found.contains(&colour) {
            found.push(colour);
        }
    }
    found
}

fn is_border(cell: &Cell) -> bool {
    cell.symbol().chars().all(|c| matches!(c, '\u{2500}'..='\u{257f}'))
}

/// The relative luminance, as WCAG defines it, of one of the 256 colours.
fn luminance(index: u8) -> f64 {
    let step = |number: u8| if number == 0 { 0 } else { 55 + 40 * number };
    let [red, green, blue] = match index {
        0..16 => panic!("{index} is another colour in every terminal"),
        16..232 => [(index - 16) / 36, (index - 16) / 6 % 6, (index - 16) % 6].map(step),
        232.. => [8 + 10 * (index - 232); 3],
    };
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

fn contrast(one: f64, other: f64) -> f64 {
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn every_colour_is_readable_on_its_background() {
    // From black to a dark grey, and from a cream colour to white.
    for (palette, backgrounds) in [(Palette::Dark, [16, 234]), (Palette::Light, [230, 231])] {
        let found = colours(palette);
        assert!(found.len() >= 6, "{found:?}");
        for (colour, border) in found {
            let Color::Indexed(index) = colour else {
                assert_eq!(colour, Color::Reset, "{palette:?}");
                continue;
            };
            for background in backgrounds {
                let contrast = contrast(luminance(index), luminance(background));
                let least = if border { 3.0 } else { 4.5 };
                assert!(contrast >= least, "{palette:?}: {index} on {background} has {contrast:.1}");
            }
        }
    }
}

#[test]
fn sixteen_uses_the_colours_of_the_terminal_and_plain_none() {
    for (colour, _) in colours(Palette::Sixteen) {
        assert!(
            matches!(colour, Color::Reset | Color::Cyan | Color::Blue | Color::Green | Color::Yellow),
            "{colour:?}"
        );
    }
    assert!(colours(Palette::Plain).iter().all(|(colour, _)| *colour == Color::Reset));
}

#[test]
fn the_focus_has_the_accent_colour() {
    let corner = |palette, sign| {
        let cells = Session::example().buffer(Theme::new(palette)).content;
        cells.iter().find(|cell| cell.symbol() == sign).map(|cell| cell.fg)
    };
    let accents = [Palette::Dark, Palette::Light, Palette::Sixteen].map(|palette| corner(palette, "┏"));
    assert_eq!(accents, [Some(Color::Indexed(73)), Some(Color::Indexed(23)), Some(Color::Cyan)]);
    for palette in [Palette::Dark, Palette::Light] {
        assert!(corner(palette, "┌") != corner(palette, "┏"), "{palette:?}");
    }
}

const ASCII: Theme = Theme { palette: Palette::Plain, ascii: true };

#[test]
fn ascii_screens_have_only_ascii_and_the_same_layout() {
    for session in states() {
        let (signs, ascii) =
            (session.buffer(Theme::new(Palette::Plain)).content, session.buffer(ASCII).content);
        let mut covered = 0;
        for (sign, cell) in signs.iter().zip(&ascii) {
            let symbol = cell.symbol();
            assert!(symbol.len() == 1 && symbol.is_ascii(), "{symbol:?} for {:?}", sign.symbol());
            assert_eq!(sign.symbol() == " " || covered > 0, symbol == " ", "{:?}", sign.symbol());
            if covered > 0 {
                covered -= 1;
                continue;
            }
            assert_eq!(sign.modifier, cell.modifier, "{:?}", sign.symbol());
            covered = lawat::text::width(sign.symbol()).max(1) - 1;
        }
    }
}

#[test]
fn in_ascii_focus_and_selection_are_still_distinct() {
    let screen = Session::example().screen_in(ASCII);
    assert!(screen.contains("# 4 Pernyataan =") && screen.contains("+ 2 Lokasi kunjungan -"), "{screen}");
    assert!(screen.contains("#>PARAFRASA"), "{screen}");
    assert!(screen.contains("|*Studi tiru"), "{screen}");
}

#[test]
fn without_unicode_and_colours_keys_have_names() {
    let session = |keys: &str| {
        let mut keymap = Keymap::default();
        keymap.spells_keys = true;
        Session::example().keymap(keymap).lang(Lang::En).press(keys)
    };
    insta::assert_snapshot!("ascii_start", session("").screen_in(ASCII));
    let help = session("?").screen_in(ASCII);
    for part in ["/ searches, Enter runs", "|>j  Down   ", "| h  Left   ", " Enter run  "] {
        assert!(help.contains(part), "no {part:?}\n{help}");
    }
}
