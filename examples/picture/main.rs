//! Draws the explorer as an SVG picture, or as a recording that moves:
//!
//! `cargo run --example picture -- OUT.svg COLUMNS ROWS id|en dark|light [--tour | FILE.yaml …] [KEY …]`
//!
//! The keys are pressed one after the other on the built-in example, or on the records of files; an argument that is not a key is
//! typed letter by letter. With `@2.5` among the keys it is a recording, which shows for 2.5 seconds what the keys before lead to;
//! with `~word` it shows each letter. `--tour` is the tour of `lawat demo`.

mod svg;

use std::error::Error;
use std::ffi::OsString;
use std::path::Path;
use std::time::Duration;
use std::{env, fs};

use lawat::app::event::{Delivery, Effect, Event};
use lawat::app::key::{Code, Key};
use lawat::app::{App, Data};
use lawat::lang::Lang;
use lawat::load::{EXAMPLE, Loaded, load, load_text};
use lawat::view::{Theme, draw};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use svg::{DARK, Frame, LIGHT, Look};

/// How long a recording shows each letter that is typed.
const LETTER: Duration = Duration::from_millis(150);

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [file, columns, rows, lang, look, keys @ ..] = arguments.as_slice() else {
        return Err(
            "usage: picture OUT.svg COLUMNS ROWS id|en dark|light [--tour | FILE.yaml …] [KEY | @SECONDS | ~WORD …]"
                .into(),
        );
    };
    let look = if look == "light" { LIGHT } else { DARK };
    let mut camera = Camera::new((columns.parse()?, rows.parse()?), Lang::of_locale(lang), look);
    let files = keys.iter().take_while(|it| Path::new(it).extension().is_some_and(|it| it == "yaml")).count();
    let (files, keys) = keys.split_at(files);
    if !files.is_empty() {
        let files: Vec<OsString> = files.iter().map(Into::into).collect();
        camera.load(load(&files));
    }
    for key in keys {
        camera.take(key)?;
    }
    let picture = match camera.frames.as_slice() {
        [] => svg::picture(look, &camera.screen()),
        frames => svg::recording(look, frames),
    };
    Ok(fs::write(file, picture)?)
}

/// The explorer, and the frames of a recording.
struct Camera {
    app: App,
    size: (u16, u16),
    lang: Lang,
    look: Look,
    frames: Vec<Frame>,
}

impl Camera {
    fn new(size: (u16, u16), lang: Lang, look: Look) -> Self {
        let mut camera = Self { app: App::new(lang), size, lang, look, frames: Vec::new() };
        camera.load_example();
        camera
    }

    fn load_example(&mut self) {
        self.load(load_text("visits.yaml", EXAMPLE.into()));
    }

    fn load(&mut self, loaded: Loaded) {
        self.send(Event::Resize { columns: self.size.0, rows: self.size.1 });
        self.send(Event::Loaded(Box::new(Data::from(loaded))));
    }

    /// Does what an argument says.
    fn take(&mut self, argument: &str) -> Result<(), Box<dyn Error>> {
        if argument == "--tour" {
            self.app = App::new(self.lang).with_tour();
            self.load_example();
        } else if let Some(seconds) = argument.strip_prefix('@').filter(|rest| !rest.is_empty()) {
            self.show(Duration::try_from_secs_f64(seconds.parse()?)?);
        } else if let Some(word) = argument.strip_prefix('~').filter(|rest| !rest.is_empty()) {
            for c in word.chars() {
                self.press(Key::plain(Code::Char(c)));
                self.show(LETTER);
            }
        } else if let Ok(key) = argument.parse::<Key>() {
            self.press(key);
        } else {
            argument.chars().for_each(|c| self.press(Key::plain(Code::Char(c))));
        }
        Ok(())
    }

    fn press(&mut self, key: Key) {
        self.send(Event::Key(key));
    }

    /// Sends an event, and those that its effects lead to.
    fn send(&mut self, event: Event) {
        let mut events = vec![event];
        while let Some(event) = events.pop() {
            events.extend(self.app.handle(event).into_iter().filter_map(|effect| match effect {
                Effect::Copy(text, what) => Some(Event::Copied(what, Delivery::Sent(text.len()))),
                effect => effect.run_search(),
            }));
        }
    }

    fn screen(&self) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, self.size.0, self.size.1));
        draw(&self.app, Theme::new(self.look.palette), &mut buffer);
        buffer
    }

    fn show(&mut self, duration: Duration) {
        self.frames.push(Frame { screen: self.screen(), duration });
    }
}
