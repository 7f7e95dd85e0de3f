//! Draws the explorer as an SVG picture: `cargo run --example picture -- OUT.svg COLUMNS ROWS LANG LOOK [KEY …]`.
//! The keys are pressed one after the other on the built-in example; an argument that is not a key is typed letter by
//! letter.

use std::error::Error;
use std::fmt::Write as _;
use std::{env, fs};

use lawat::app::App;
use lawat::app::event::Event;
use lawat::app::key::{Code, Key};
use lawat::lang::Lang;
use lawat::view::{Palette, Theme, draw};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};

/// The size of a cell in pixels.
const CELL: (u16, u16) = (9, 19);

/// A palette and the default colours of the terminal.
#[derive(Clone, Copy)]
struct Look {
    palette: Palette,
    background: &'static str,
    foreground: &'static str,
}

const DARK: Look = Look { palette: Palette::Dark, background: "#16181d", foreground: "#d8dbe2" };
const LIGHT: Look = Look { palette: Palette::Light, background: "#fbfaf7", foreground: "#24262b" };

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [file, columns, rows, lang, look, keys @ ..] = arguments.as_slice() else {
        return Err("usage: picture OUT.svg COLUMNS ROWS id|en dark|light [KEY …]".into());
    };
    let (columns, rows) = (columns.parse()?, rows.parse()?);
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
    let look = if look == "light" { LIGHT } else { DARK };
    draw(&app, Theme::new(look.palette), &mut buffer);
    Ok(fs::write(file, svg(look, &buffer))?)
}

fn press(app: &mut App, key: Key) {
    let mut events = vec![Event::Key(key)];
    while let Some(event) = events.pop() {
        events.extend(app.handle(event).into_iter().filter_map(|effect| effect.run_search()));
    }
}

fn svg(look: Look, buffer: &Buffer) -> String {
    let (width, height) = (buffer.area.width * CELL.0, buffer.area.height * CELL.1);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\" \
         font-size=\"15\">\n<rect width=\"100%\" height=\"100%\" rx=\"6\" fill=\"{}\"/>\n",
        look.background
    );
    for y in 0..buffer.area.height {
        let mut x = 0;
        while let Some(cell) = buffer.cell((x, y)) {
            // Consecutive cells with the same style are one text element.
            let has_same_style =
                |next: &u16| buffer.cell((*next, y)).is_some_and(|next| next.style() == cell.style());
            let end = (x..buffer.area.width).take_while(has_same_style).last().unwrap_or(x) + 1;
            let text: String = (x..end).filter_map(|x| buffer.cell((x, y))).map(Cell::symbol).collect();
            piece(&mut out, look, (x, y, end - x), (cell, &text));
            x = end;
        }
    }
    out.push_str("</svg>\n");
    out
}

fn piece(out: &mut String, look: Look, (x, y, columns): (u16, u16, u16), (cell, text): (&Cell, &str)) {
    let reversed = cell.modifier.contains(Modifier::REVERSED);
    if text.trim().is_empty() && !reversed {
        return;
    }
    let colour = match cell.fg {
        Color::Indexed(index) => rgb(index),
        _ => look.foreground.to_owned(),
    };
    let (left, top, width) = (x * CELL.0, y * CELL.1, columns * CELL.0);
    if reversed {
        let _ = writeln!(
            out,
            "<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{}\" fill=\"{colour}\"/>",
            CELL.1
        );
    }
    let mut weight = String::new();
    for (modifier, attribute) in
        [(Modifier::BOLD, " font-weight=\"bold\""), (Modifier::UNDERLINED, " text-decoration=\"underline\"")]
    {
        if cell.modifier.contains(modifier) {
            weight.push_str(attribute);
        }
    }
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let _ = writeln!(
        out,
        "<text x=\"{left}\" y=\"{}\" textLength=\"{width}\" xml:space=\"preserve\" fill=\"{}\"{weight}>{escaped}</text>",
        top + CELL.1 - 5,
        if reversed { look.background } else { &colour },
    );
}

/// The colour of an index in the 256-colour cube or grey ramp.
fn rgb(index: u8) -> String {
    let step = |number: u8| if number == 0 { 0 } else { 55 + 40 * number };
    let [red, green, blue] = match index.saturating_sub(16) {
        cube @ 0..216 => [cube / 36, cube / 6 % 6, cube % 6].map(step),
        grey => [8 + 10 * (grey - 216); 3],
    };
    format!("#{red:02x}{green:02x}{blue:02x}")
}
