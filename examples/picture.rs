//! Draws the real explorer as a picture: `cargo run --example picture -- OUT.svg COLUMNS ROWS LANG [KEY …]`.
//!
//! The keys are pressed one after the other on the example that is built in; a key that is no key is typed letter by
//! letter.

use std::fmt::Write as _;
use std::{env, fs};

use anyhow::Context as _;
use lawat::app::App;
use lawat::app::event::{Effect, Event};
use lawat::app::key::{Code, Key};
use lawat::lang::Lang;
use lawat::view::{Theme, draw};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};

/// Pixels of a cell.
const CELL: (u16, u16) = (9, 19);
const BACKGROUND: &str = "#16181d";
const FOREGROUND: &str = "#d8dbe2";

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [file, columns, rows, lang, keys @ ..] = arguments.as_slice() else {
        anyhow::bail!("usage: picture OUT.svg COLUMNS ROWS id|en [KEY …]");
    };
    let (columns, rows) = (columns.parse().context("columns")?, rows.parse().context("rows")?);
    let mut app = App::new(Lang::of_locale(lang));
    app.handle(Event::Resize { columns, rows });
    let loaded = lawat::load::load_text("visits.yaml", lawat::load::EXAMPLE.into());
    app.handle(Event::Loaded(Box::new(loaded.into())));
    for key in keys {
        match key.parse::<Key>() {
            Ok(key) => press(&mut app, key),
            Err(_) => key.chars().for_each(|c| press(&mut app, Key::plain(Code::Char(c)))),
        }
    }
    let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
    draw(&app, Theme::new(true), &mut buffer);
    fs::write(file, svg(&buffer)).with_context(|| format!("cannot write {file}"))
}

fn press(app: &mut App, key: Key) {
    for effect in app.handle(Event::Key(key)) {
        if let Effect::Search(inquiry) = effect {
            app.handle(inquiry.answer());
        }
    }
}

fn svg(buffer: &Buffer) -> String {
    let (width, height) = (buffer.area.width * CELL.0, buffer.area.height * CELL.1);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\" \
         font-size=\"15\">\n<rect width=\"100%\" height=\"100%\" rx=\"6\" fill=\"{BACKGROUND}\"/>\n"
    );
    for y in 0..buffer.area.height {
        let mut x = 0;
        while let Some(cell) = buffer.cell((x, y)) {
            // Cells of one look are one piece of text.
            let alike = |next: &u16| buffer.cell((*next, y)).is_some_and(|next| next.style() == cell.style());
            let end = (x..buffer.area.width).take_while(alike).last().unwrap_or(x) + 1;
            let text: String = (x..end).filter_map(|x| buffer.cell((x, y))).map(Cell::symbol).collect();
            piece(&mut out, (x, y, end - x), cell, &text);
            x = end;
        }
    }
    out.push_str("</svg>\n");
    out
}

fn piece(out: &mut String, (x, y, columns): (u16, u16, u16), cell: &Cell, text: &str) {
    let reversed = cell.modifier.contains(Modifier::REVERSED);
    if text.trim().is_empty() && !reversed {
        return;
    }
    let colour = match cell.fg {
        Color::Cyan => "#6cc7d0",
        Color::Yellow => "#e5c07b",
        _ => FOREGROUND,
    };
    let (left, top, width) = (x * CELL.0, y * CELL.1, columns * CELL.0);
    if reversed {
        let _ = writeln!(
            out,
            "<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{}\" fill=\"{colour}\"/>",
            CELL.1
        );
    }
    let mut look = String::new();
    for (modifier, attribute) in [
        (Modifier::BOLD, " font-weight=\"bold\""),
        (Modifier::UNDERLINED, " text-decoration=\"underline\""),
        (Modifier::DIM, " opacity=\"0.62\""),
    ] {
        if cell.modifier.contains(modifier) {
            look.push_str(attribute);
        }
    }
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let _ = writeln!(
        out,
        "<text x=\"{left}\" y=\"{}\" textLength=\"{width}\" xml:space=\"preserve\" fill=\"{}\"{look}>{escaped}</text>",
        top + CELL.1 - 5,
        if reversed { BACKGROUND } else { colour },
    );
}
