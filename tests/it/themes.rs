//! Themes: colours that are readable on their background, and screens in ASCII.

use lawat::app::event::{Effect, Event, ThemeSaved};
use lawat::app::keymap::Keymap;
use lawat::config::Setting;
use lawat::lang::Lang;
use lawat::text::TextRole;
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
        "T",
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
fn colours(sessions: &[Session], palette: Palette) -> Vec<(Color, bool)> {
    let mut found = Vec::new();
    for cell in sessions.iter().flat_map(|session| session.buffer(Theme::new(palette)).content) {
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

/// The amounts of red, green and blue light of one of the 256 colours.
fn light(index: u8) -> [f64; 3] {
    let step = |number: u8| if number == 0 { 0 } else { 55 + 40 * number };
    let parts = match index {
        0..16 => panic!("{index} is another colour in every terminal"),
        16..232 => [(index - 16) / 36, (index - 16) / 6 % 6, (index - 16) % 6].map(step),
        232.. => [8 + 10 * (index - 232); 3],
    };
    parts.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    })
}

/// The relative luminance, as WCAG defines it, of one of the 256 colours.
fn luminance(index: u8) -> f64 {
    product(&[0.2126, 0.7152, 0.0722], light(index))
}

fn product(row: &[f64; 3], [red, green, blue]: [f64; 3]) -> f64 {
    row[0] * red + row[1] * green + row[2] * blue
}

/// What people see of light who lack one kind of cones: red, green or blue (Machado, Oliveira and Fernandes 2009).
const COLOUR_BLINDNESS: [[[f64; 3]; 3]; 3] = [
    [
        [0.152_286, 1.052_583, -0.204_868],
        [0.114_503, 0.786_281, 0.099_216],
        [-0.003_882, -0.048_116, 1.051_998],
    ],
    [
        [0.367_322, 0.860_646, -0.227_968],
        [0.280_085, 0.672_501, 0.047_413],
        [-0.011_820, 0.042_940, 0.968_881],
    ],
    [
        [1.255_528, -0.076_749, -0.178_779],
        [-0.078_411, 0.930_809, 0.147_602],
        [0.004_733, 0.691_367, 0.303_900],
    ],
];

/// The distance of two colours in the CIE 1976 colour space; one can just be told from the other at about 2.3.
fn distance(one: [f64; 3], other: [f64; 3]) -> f64 {
    let lab = |light: [f64; 3]| {
        let light = light.map(|part| part.clamp(0.0, 1.0));
        let xyz = [
            product(&[0.4124, 0.3576, 0.1805], light) / 0.950_47,
            product(&[0.2126, 0.7152, 0.0722], light),
            product(&[0.0193, 0.1192, 0.9505], light) / 1.088_83,
        ];
        let [x, y, z] = xyz.map(|it| if it > 0.008_856 { it.cbrt() } else { 7.787 * it + 16.0 / 116.0 });
        [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
    };
    let pairs = lab(one).into_iter().zip(lab(other));
    pairs.map(|(one, other)| (one - other).powi(2)).sum::<f64>().sqrt()
}

/// The colours of visitors, hosts and warnings.
fn kinds_of_colours(palette: Palette) -> [u8; 3] {
    [TextRole::Visitor, TextRole::Host, TextRole::Warning].map(|role| {
        match Theme::new(palette).role(role).fg {
            Some(Color::Indexed(index)) => index,
            other => panic!("{palette:?}: {role:?} is {other:?}"),
        }
    })
}

#[test]
fn colour_blind_people_can_tell_hosts_visitors_and_warnings_apart() {
    let [visitor, host, warning] = kinds_of_colours(Palette::ColourBlind);
    for (one, other) in [(visitor, host), (visitor, warning), (host, warning)] {
        for blindness in COLOUR_BLINDNESS {
            let seen = |index| blindness.map(|row| product(&row, light(index)));
            let distance = distance(seen(one), seen(other));
            assert!(distance > 40.0, "{one} and {other}: {distance:.0}");
        }
    }
}

#[test]
fn a_theme_with_a_background_covers_the_whole_screen() {
    for session in states() {
        for (palette, background) in [(Palette::Warm, 235), (Palette::Sepia, 230)] {
            let cells = session.buffer(Theme::new(palette)).content;
            assert!(cells.iter().all(|cell| cell.bg == Color::Indexed(background)));
        }
    }
}

/// The palette of the explorer, and the effects so far.
fn chosen(keys: &str) -> (Palette, Vec<Effect>) {
    let mut session = Session::example();
    session.app = session.app.with_palette(Palette::Dark);
    let session = session.press(keys);
    (session.app.palette(), session.effects)
}

#[test]
fn moving_through_the_themes_shows_each_at_once() {
    let moved = |keys: &str| chosen(keys).0;
    assert_eq!(["T", "Tj", "Tjjj", "TG", "TGg"].map(moved), {
        [Palette::Dark, Palette::Light, Palette::Sepia, Palette::Plain, Palette::Dark]
    });
    assert_eq!(["Tjjj<esc>", "Tjjjq", "TG<ctrl-c>"].map(moved), [Palette::Dark; 3], "the old one is back");
    assert_eq!(chosen("Tjjj<esc>").1, []);
}

#[test]
fn a_chosen_theme_stays_and_is_written_to_the_settings() {
    let (palette, effects) = chosen("Tjj<enter>4T<esc>");
    assert_eq!((palette, effects), (Palette::Warm, vec![Effect::SaveTheme(Palette::Warm)]));
    let says = |saved: ThemeSaved, lang: Lang| {
        let mut session = Session::example().lang(lang).size(100, 24).press("Tjj<enter>");
        session.send(Event::ThemeSaved(saved));
        session.screen()
    };
    let file = || "/home/a/config.toml".to_owned();
    let screen = says(ThemeSaved::InFile(file()), Lang::En);
    assert!(screen.contains("saved in /home/a/config.toml"), "{screen}");
    let screen = says(ThemeSaved::Overridden(file(), "LAWAT_THEME".into()), Lang::Id);
    assert!(screen.contains("tetapi LAWAT_THEME didahulukan"), "{screen}");
    let screen = says(ThemeSaved::Faulty(file()), Lang::En);
    assert!(screen.contains("/home/a/config.toml has errors; write there yourself"), "{screen}");
}

#[test]
fn every_palette_is_a_value_of_the_setting() {
    let [auto, names @ ..] = Setting::Theme.values() else { panic!("no values") };
    assert_eq!((*auto, names), ("auto", Palette::NAMES));
}

fn contrast(one: f64, other: f64) -> f64 {
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn every_colour_is_readable_on_its_background() {
    let sessions: Vec<Session> = states().collect();
    // From black to a dark grey, and from a cream colour to white; else a background of its own.
    for (palette, backgrounds) in [
        (Palette::Dark, vec![16, 234]),
        (Palette::Light, vec![230, 231]),
        (Palette::Warm, vec![235]),
        (Palette::Sepia, vec![230]),
        (Palette::ColourBlind, vec![233]),
        (Palette::HighContrast, vec![16]),
    ] {
        let has_own = backgrounds.len() == 1;
        let found = colours(&sessions, palette);
        assert!(found.len() >= 6, "{found:?}");
        for (colour, border) in found {
            let Color::Indexed(index) = colour else {
                assert!(colour == Color::Reset && !has_own, "{palette:?}");
                continue;
            };
            for background in &backgrounds {
                let contrast = contrast(luminance(index), luminance(*background));
                let least = match (palette, border) {
                    (Palette::HighContrast, _) => 7.0,
                    (_, true) => 3.0,
                    (_, false) => 4.5,
                };
                assert!(contrast >= least, "{palette:?}: {index} on {background} has {contrast:.1}");
            }
        }
    }
}

#[test]
fn sixteen_uses_the_colours_of_the_terminal_and_plain_none() {
    let sessions: Vec<Session> = states().collect();
    for (colour, _) in colours(&sessions, Palette::Sixteen) {
        assert!(
            matches!(colour, Color::Reset | Color::Cyan | Color::Blue | Color::Green | Color::Yellow),
            "{colour:?}"
        );
    }
    assert!(colours(&sessions, Palette::Plain).iter().all(|(colour, _)| *colour == Color::Reset));
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
