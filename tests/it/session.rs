//! A driver that speaks the user's language: open records, press keys, look at the screen.

use lawat::app::event::{Effect, Event, Mouse, MouseKind};
use lawat::app::key::{Code, Key};
use lawat::app::keymap::Keymap;
use lawat::app::{App, Data, Form, Settings};
use lawat::cite::{PostOrder, Style};
use lawat::lang::Lang;
use lawat::load::{EXAMPLE, load_text};
use lawat::view::{Palette, Theme, draw};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Twelve visits of made-up people, with days, sides, topics and a place that comes again.
pub const DOZEN: &str = include_str!("../data/dozen.yaml");

/// An explorer in a terminal that is made of memory.
pub struct Session {
    pub app: App,
    size: (u16, u16),
    /// What the explorer has asked for.
    pub effects: Vec<Effect>,
}

impl Session {
    /// The example that is built in.
    pub fn example() -> Self {
        Self::open(EXAMPLE)
    }

    /// Records, as the text of one file.
    pub fn open(text: &str) -> Self {
        Self::open_as(text, |_| {})
    }

    /// The same, with other facts about where it comes from.
    pub fn open_as(text: &str, change: impl FnOnce(&mut Data)) -> Self {
        let mut session = Self { app: App::new(Lang::Id), size: (80, 24), effects: Vec::new() }.size(80, 24);
        let mut data: Data = load_text("visits.yaml", text.into()).into();
        change(&mut data);
        session.send(Event::Loaded(Box::new(data)));
        session
    }

    /// The same file, saved with another text, has been read again.
    pub fn reload(mut self, text: &str) -> Self {
        self.send(Event::Reloaded(Box::new(load_text("visits.yaml", text.into()).into())));
        self
    }

    /// With other keys.
    pub fn keymap(mut self, keymap: Keymap) -> Self {
        let form = Form::Cite(Style::Press);
        self.app = self.app.with(Settings {
            keymap,
            form,
            post_order: PostOrder::Auto,
            folder: String::new(),
            captures_mouse: true,
            problems: 0,
        });
        self
    }

    /// In a language.
    pub fn lang(mut self, lang: Lang) -> Self {
        if self.app.lang() != lang {
            self.send(Event::Key(Key::plain(Code::F(2))));
        }
        self
    }

    /// In a terminal of this size.
    pub fn size(mut self, columns: u16, rows: u16) -> Self {
        self.size = (columns, rows);
        self.send(Event::Resize { columns, rows });
        self
    }

    /// Presses keys: letters as they are, others by name, as in `/inspirasi<enter>`.
    pub fn press(mut self, keys: &str) -> Self {
        for key in self::keys(keys) {
            self.send(Event::Key(key));
        }
        self
    }

    /// Uses the mouse in a cell.
    pub fn mouse(mut self, kind: MouseKind, column: u16, row: u16) -> Self {
        self.send(Event::Mouse(Mouse { column, row, kind }));
        self
    }

    /// Uses the mouse where a text stands.
    pub fn mouse_on(self, kind: MouseKind, text: &str) -> Self {
        let screen = self.screen();
        let found = screen.lines().enumerate().find_map(|(row, line)| {
            let (before, _) = line.split_once(text)?;
            Some((before.chars().count(), row))
        });
        let (column, row) = found.unwrap_or_else(|| panic!("no {text:?} on\n{screen}"));
        let (column, row) = (u16::try_from(column).unwrap(), u16::try_from(row).unwrap());
        // A double click comes after a click.
        let first =
            if kind == MouseKind::DoubleClick { self.mouse(MouseKind::Click, column, row) } else { self };
        first.mouse(kind, column, row)
    }

    pub fn send(&mut self, event: Event) {
        let mut events = vec![event];
        while let Some(event) = events.pop() {
            for effect in self.app.handle(event) {
                match effect.run_search() {
                    Some(event) => events.push(event),
                    None => self.effects.push(effect),
                }
            }
        }
    }

    /// The cells.
    pub fn buffer(&self, theme: Theme) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, self.size.0, self.size.1));
        draw(&self.app, theme, &mut buffer);
        buffer
    }

    /// The screen as text.
    pub fn screen(&self) -> String {
        self.screen_in(Theme::new(Palette::Dark))
    }

    /// The screen as text, in other looks.
    pub fn screen_in(&self, theme: Theme) -> String {
        let buffer = self.buffer(theme);
        let rows = buffer.area.rows().map(|row| {
            let mut text = String::new();
            let mut covered = 0;
            for cell in row.columns().filter_map(|cell| buffer.cell((cell.x, cell.y))) {
                // A wide character covers the next cell.
                if covered == 0 {
                    text.push_str(cell.symbol());
                    covered = lawat::text::width(cell.symbol()).max(1);
                }
                covered -= 1;
            }
            text.trim_end().to_owned()
        });
        rows.collect::<Vec<_>>().join("\n")
    }

    /// Whether a text stands on the screen.
    pub fn shows(&self, text: &str) -> bool {
        self.screen().contains(text)
    }

    /// Fails with the screen when a text does not stand on it.
    #[track_caller]
    pub fn expect(self, text: &str) -> Self {
        assert!(self.shows(text), "no {text:?} on\n{}", self.screen());
        self
    }

    /// Fails with the screen when a text stands on it.
    #[track_caller]
    pub fn expect_no(self, text: &str) -> Self {
        assert!(!self.shows(text), "{text:?} on\n{}", self.screen());
        self
    }
}

pub fn keys(written: &str) -> Vec<Key> {
    let mut out = Vec::new();
    let mut rest = written;
    while let Some(c) = rest.chars().next() {
        let named = rest.strip_prefix('<').and_then(|tail| tail.split_once('>'));
        if let Some((key, tail)) = named.and_then(|(name, tail)| Some((name.parse::<Key>().ok()?, tail))) {
            out.push(key);
            rest = tail;
        } else {
            out.push(Key::plain(Code::Char(c)));
            rest = rest.get(c.len_utf8()..).unwrap_or_default();
        }
    }
    out
}
