//! Models of terminals with different cluster widths: on each of them, a frame drawn over others must look as if drawn on a
//! cleared screen.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::select;
use ratatui::style::{Color, Modifier, Style};
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthChar as _;

use super::*;
use crate::app::event::Event;
use crate::app::{App, Data};
use crate::lang::Lang;
use crate::load::load_text;
use crate::text::{visible_string, width};
use crate::view::{self, Palette, Theme};

/// How a terminal measures clusters of uncertain width.
#[derive(Debug, Clone, Copy)]
struct Rule {
    /// The width of spacing marks, and of the sound marks of half-width kana.
    spacing_mark: usize,
    /// The width of a character followed by VS16 (emoji presentation).
    vs16: usize,
    /// Whether joined emoji, and the two letters of a flag, are one cluster.
    joins: bool,
}

fn rules() -> impl Iterator<Item = Rule> {
    let marks = [0, 1].into_iter();
    let signs = marks.flat_map(|spacing_mark| [1, 2].map(|vs16| (spacing_mark, vs16)));
    signs.flat_map(|(spacing_mark, vs16)| [false, true].map(|joins| Rule { spacing_mark, vs16, joins }))
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct CellStyle {
    front: String,
    ground: String,
    weights: BTreeSet<u16>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum ScreenCell {
    Text(String, CellStyle),
    /// The second cell of a wide character.
    Covered,
}

/// A terminal that does not wrap.
#[derive(Debug)]
struct Model {
    rule: Rule,
    rows: Vec<Vec<ScreenCell>>,
    at: (usize, usize),
    style: CellStyle,
}

impl Model {
    fn new((columns, rows): (u16, u16), rule: Rule) -> Self {
        let row = vec![ScreenCell::Text(" ".into(), CellStyle::default()); columns.into()];
        Self { rule, rows: vec![row; rows.into()], at: (0, 0), style: CellStyle::default() }
    }

    fn take(&mut self, bytes: &[u8]) {
        let text = std::str::from_utf8(bytes).unwrap();
        let mut chars = text.chars();
        while let Some(c) = chars.next() {
            if c != '\u{1b}' {
                self.print(c);
                continue;
            }
            assert_eq!(chars.next(), Some('['));
            let sequence = chars.as_str().split_inclusive(|c: char| c.is_ascii_alphabetic()).next().unwrap();
            let end = chars.nth(sequence.len() - 1).unwrap();
            if sequence.starts_with('?') {
                continue;
            }
            let numbers = sequence.trim_end_matches(end).split(';');
            let numbers: Vec<usize> = numbers.map(|it| it.parse().unwrap_or(0)).collect();
            match (end, numbers.as_slice()) {
                ('H', [row, column]) => self.at = (row - 1, column - 1),
                ('J', [2]) => (0..self.rows.len()).for_each(|row| self.blank(row)),
                ('K', [2]) => self.blank(self.at.0),
                ('m', numbers) => self.dress(numbers),
                other => panic!("{other:?}"),
            }
        }
    }

    fn blank(&mut self, row: usize) {
        self.rows[row].fill(ScreenCell::Text(" ".into(), self.style.clone()));
    }

    fn dress(&mut self, numbers: &[usize]) {
        let name = numbers.iter().map(usize::to_string).collect::<Vec<_>>().join(";");
        let weights = &mut self.style.weights;
        match u16::try_from(numbers[0]).unwrap() {
            0 => self.style = CellStyle::default(),
            59 => {}
            39 => self.style.front.clear(),
            49 => self.style.ground.clear(),
            30..=38 | 90..=97 => self.style.front = name,
            40..=48 | 100..=107 => self.style.ground = name,
            22 => weights.retain(|weight| *weight > 2),
            end @ 23..=29 => weights.retain(|weight| *weight != end - 20),
            weight @ 1..=9 => drop(weights.insert(weight)),
            other => panic!("{other}"),
        }
    }

    fn print(&mut self, c: char) {
        let (row, column) = self.at;
        let before = self.rows[row][..column].iter().rposition(|it| matches!(it, ScreenCell::Text(..)));
        let text_before = before.map(|at| self.rows[row][at].clone());
        let text_before = match &text_before {
            Some(ScreenCell::Text(text, _)) => text.as_str(),
            _ => "",
        };
        let flag = |c: char| ('\u{1f1e6}'..='\u{1f1ff}').contains(&c);
        let is_joined = self.rule.joins
            && (text_before.ends_with('\u{200d}')
                || flag(c) && text_before.chars().filter(|it| flag(*it)).count() == 1);
        let is_spacing = matches!(c, '\u{e33}' | '\u{eb3}' | '\u{ff9e}' | '\u{ff9f}')
            || is_combining_mark(c) && c.width() == Some(1);
        let width = match c.width().unwrap_or(0) {
            _ if is_joined => 0,
            _ if is_spacing => self.rule.spacing_mark,
            width => width,
        };
        if width > 0 {
            return self.put(c, width);
        }
        let Some(before) = before else { return };
        if let ScreenCell::Text(text, _) = &mut self.rows[row][before] {
            text.push(c);
        }
        let wider = column + 1;
        if c == '\u{fe0f}' && self.rule.vs16 == 2 && before + 1 == column && wider <= self.rows[row].len() {
            self.uncover(row, column);
            self.rows[row][column] = ScreenCell::Covered;
            self.at.1 = wider;
        }
    }

    fn put(&mut self, c: char, width: usize) {
        let (row, column) = self.at;
        let column = column.min(self.rows[row].len() - width);
        for column in column..column + width {
            self.uncover(row, column);
            self.rows[row][column] = ScreenCell::Covered;
        }
        self.rows[row][column] = ScreenCell::Text(c.into(), self.style.clone());
        self.at.1 = column + width;
    }

    /// Half a wide character shows nothing.
    fn uncover(&mut self, row: usize, column: usize) {
        let places = &mut self.rows[row];
        let first = (0..=column).rev().find(|at| places[*at] != ScreenCell::Covered).unwrap();
        let after = (first + 1..places.len()).take_while(|at| places[*at] == ScreenCell::Covered).count();
        if after > 0 {
            places[first..=first + after].fill(ScreenCell::Text(" ".into(), self.style.clone()));
        }
    }
}

/// Asserts that a terminal looks the same after all frames as after the last one alone.
fn compare(size: (u16, u16), frames: &[Buffer]) -> Result<(), TestCaseError> {
    for rule in rules() {
        let mut screen = Screen::new();
        screen.resize(size);
        let mut model = Model::new(size, rule);
        for frame in frames {
            let paint = |buffer: &mut Buffer| {
                *buffer = frame.clone();
                None
            };
            model.take(&screen.frame(paint).unwrap());
            let mut fresh = Screen::new();
            fresh.resize(size);
            let mut expected = Model::new(size, rule);
            expected.take(&fresh.frame(paint).unwrap());
            prop_assert_eq!(&model.rows, &expected.rows, "{:?}", rule);
            prop_assert!(screen.frame(paint).unwrap().is_empty());
        }
    }
    Ok(())
}

const CLUSTERS: &[&str] = &[
    "a",
    " ",
    "  ",
    "x",
    "é",
    "“",
    "…",
    "│",
    "e\u{301}",
    "นำ",
    "คำ",
    "กี่",
    "ำ",
    "ກຳ",
    "कि",
    "क्षि",
    "हिं",
    "ा",
    "ꦏꦶ",
    "ꦗꦮꦴ",
    "ᬓᬸ",
    "ｶﾞ",
    "ﾊﾟ",
    "ﾞ",
    "🇮🇩",
    "🇮",
    "❤️",
    "❤",
    "☎️",
    "✔️",
    "1️⃣",
    "👩‍❤️‍👨",
    "👍🏽",
    "政",
    "府",
    "한",
    "ﷺ",
    "שׁ",
    "�",
];

type Stroke = (u16, u16, Vec<&'static str>, Style);

fn frame(size: (u16, u16)) -> impl Strategy<Value = Vec<Stroke>> {
    let styles = vec![
        Style::new(),
        Style::new().bg(Color::Blue),
        Style::new().add_modifier(Modifier::REVERSED),
        Style::new().fg(Color::Red).add_modifier(Modifier::BOLD),
    ];
    let words = prop::collection::vec(select(CLUSTERS), 1..8);
    prop::collection::vec((0..size.0, 0..size.1, words, select(styles)), 0..6)
}

proptest! {
    #[test]
    fn a_text_is_as_wide_as_the_cells_it_fills(text in r"(\PC|[ｶﾊ]ﾞ?ﾟ?|[กน]ำ|[कक्ष]ि){0,12}") {
        let text = visible_string(&text);
        let cells: usize = text.graphemes(true).map(|cluster| usize::from(cluster.cell_width())).sum();
        prop_assert_eq!(width(&text), cells);
    }

    #[test]
    fn frames_over_frames_look_like_new_ones(frames in prop::collection::vec(frame((14, 3)), 1..6)) {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 14, 3));
        let frames: Vec<Buffer> = frames.iter().enumerate().map(|(number, draws)| {
            if number % 3 == 0 {
                buffer.reset();
            }
            for (x, y, words, style) in draws {
                buffer.set_stringn(*x, *y, words.concat(), 14, *style);
            }
            buffer.clone()
        }).collect();
        compare((14, 3), &frames)?;
    }
}

/// An explorer with statements of these texts.
fn explorer(size: (u16, u16), texts: &[String]) -> App {
    let statements = texts.iter().enumerate().fold(String::new(), |all, (at, text)| {
        all + &format!(
            "      - {id_at}
",
            id_at = format_args!("{{id: s{at}, type: quote, text: '{text}'}}")
        )
    });
    let yaml =
        format!("schema_version: '1.0'\nvisits:\n  - id: v\n    title: Sisa\n    statements:\n{statements}");
    let data: Data = load_text("a.yaml", yaml.into_bytes()).into();
    assert!(!data.archive.visits.is_empty(), "{:?}", data.diagnostics);
    let mut app = App::new(Lang::Id);
    app.handle(Event::Resize { columns: size.0, rows: size.1 });
    app.handle(Event::Loaded(Box::new(data)));
    app
}

/// The frames drawn for these keys.
fn frames(app: &mut App, size: (u16, u16), keys: &[&str]) -> Vec<Buffer> {
    let theme = Theme { palette: Palette::Dark, ascii: false };
    let draw = |app: &App| {
        let mut buffer = Buffer::empty(Rect::new(0, 0, size.0, size.1));
        view::draw(app, theme, &mut buffer);
        buffer
    };
    let mut frames = vec![draw(app)];
    for key in keys {
        app.handle(Event::Key(key.parse().unwrap()));
        frames.push(draw(app));
    }
    frames
}

const KEYS: &[&str] =
    &["j", "k", "4", "5", "enter", "esc", "/", "f", "space", "m", "z", "?", ":", "w", "G", "g", "a", "tab"];

#[test]
fn no_letter_of_the_last_statement_is_left_in_the_detail() {
    let text = "นำ คำ ทำ จำ ลำ ดำ".to_owned();
    let signs = "❤️satu ☎️dua ✔️tiga".to_owned();
    let size = (100, 24);
    for texts in [[text, "x".to_owned()], ["a".repeat(30), signs]] {
        let mut app = explorer(size, &texts);
        compare(size, &frames(&mut app, size, &["enter", "4", "j", "k", "j"])).unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn any_text_and_any_keys_leave_nothing_behind(
        texts in prop::collection::vec(prop::collection::vec(select(CLUSTERS), 1..40).prop_map(|it| format!("a{}", it.concat())), 1..5),
        keys in prop::collection::vec(select(KEYS), 1..12),
        size in select(vec![(40, 20), (80, 24), (100, 12)]),
    ) {
        let mut app = explorer(size, &texts);
        compare(size, &frames(&mut app, size, &keys))?;
    }
}
