//! Screens as SVG. A recording holds each distinct row once for the time that it is shown, so that it stays small.

use std::fmt::Write as _;
use std::time::Duration;

use lawat::view::Palette;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

/// The size of a cell in pixels.
const CELL: (u16, u16) = (9, 19);

/// A palette and the default colours of the terminal.
#[derive(Clone, Copy)]
pub(super) struct Look {
    pub(super) palette: Palette,
    background: &'static str,
    foreground: &'static str,
}

pub(super) const DARK: Look = Look { palette: Palette::Dark, background: "#16181d", foreground: "#d8dbe2" };
pub(super) const LIGHT: Look = Look { palette: Palette::Light, background: "#fbfaf7", foreground: "#24262b" };

/// A screen of a recording, and for how long it is shown.
pub(super) struct Frame {
    pub(super) screen: Buffer,
    pub(super) duration: Duration,
}

/// A screen as a picture.
pub(super) fn picture(look: Look, screen: &Buffer) -> String {
    let mut out = head(look, screen, "");
    for (y, row) in rows(look, screen).iter().enumerate() {
        placed(&mut out, y, "", row);
    }
    out + "</svg>\n"
}

/// Screens as a picture that shows one after the other, again and again; the last one for those who want no motion.
pub(super) fn recording(look: Look, frames: &[Frame]) -> String {
    let Some(last) = frames.last() else { return String::new() };
    let screens: Vec<Vec<String>> = frames.iter().map(|frame| rows(look, &frame.screen)).collect();
    let total: Duration = frames.iter().map(|frame| frame.duration).sum();
    let mut starts = vec![Duration::ZERO];
    starts.extend(frames.iter().scan(Duration::ZERO, |end, frame| {
        *end += frame.duration;
        Some(*end)
    }));
    let (mut body, mut spans) = (String::new(), Vec::new());
    for y in 0..usize::from(last.screen.area.height) {
        let mut from = 0;
        while let Some(row) = screens.get(from).and_then(|screen| screen.get(y)) {
            let is_same = |screen: &Vec<String>| screen.get(y) == Some(row);
            let to = from + screens.iter().skip(from).take_while(|screen| is_same(screen)).count();
            match (from, to) {
                (0, to) if to == frames.len() => placed(&mut body, y, "", row),
                _ if row.is_empty() => {}
                span => placed(&mut body, y, &format!(" class=\"{}\"", class(&mut spans, span)), row),
            }
            from = to;
        }
    }
    let percent = |at: usize| {
        let start = starts.get(at).copied().unwrap_or(total);
        100.0 * start.as_secs_f64() / total.as_secs_f64()
    };
    let mut style = String::new();
    for (number, (from, to)) in spans.iter().enumerate() {
        let is_last = *to == frames.len();
        let _ = write!(
            style,
            "@keyframes k{number}{{0%{{visibility:{}}}",
            if *from == 0 { "visible" } else { "hidden" }
        );
        if *from > 0 {
            let _ = write!(style, "{:.3}%{{visibility:visible}}", percent(*from));
        }
        if !is_last {
            let _ = write!(style, "{:.3}%{{visibility:hidden}}", percent(*to));
        }
        let _ = writeln!(
            style,
            "}}.f{number}{{visibility:{};animation:k{number} {:.3}s step-end infinite}}",
            if is_last { "visible" } else { "hidden" },
            total.as_secs_f64()
        );
    }
    style.push_str("@media (prefers-reduced-motion:reduce){g{animation:none!important}}\n");
    head(look, &last.screen, &format!("<style>{style}</style>\n")) + &body + "</svg>\n"
}

/// The class of what is shown from one frame up to another.
fn class(spans: &mut Vec<(usize, usize)>, span: (usize, usize)) -> String {
    let known = spans.iter().position(|known| *known == span);
    let number = known.unwrap_or_else(|| {
        spans.push(span);
        spans.len() - 1
    });
    format!("f{number}")
}

fn head(look: Look, screen: &Buffer, style: &str) -> String {
    let (width, height) = (screen.area.width * CELL.0, screen.area.height * CELL.1);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\" \
         font-size=\"15\">\n{style}<rect width=\"100%\" height=\"100%\" rx=\"6\" fill=\"{}\"/>\n",
        look.background
    )
}

/// Puts a row into its place, with attributes.
fn placed(out: &mut String, y: usize, attributes: &str, row: &str) {
    if !row.is_empty() {
        let top = y * usize::from(CELL.1);
        let _ = write!(out, "<g transform=\"translate(0 {top})\"{attributes}>\n{row}</g>\n");
    }
}

/// The rows of a screen.
fn rows(look: Look, screen: &Buffer) -> Vec<String> {
    let row = |y: u16| {
        let (mut out, mut x) = (String::new(), 0);
        while let Some(cell) = screen.cell((x, y)) {
            // Consecutive cells with the same style are one text element.
            let has_same_style =
                |next: &u16| screen.cell((*next, y)).is_some_and(|next| next.style() == cell.style());
            let end = (x..screen.area.width).take_while(has_same_style).last().unwrap_or(x) + 1;
            let text: String = (x..end).filter_map(|x| screen.cell((x, y))).map(Cell::symbol).collect();
            piece(&mut out, look, (x, end - x), (cell, &text));
            x = end;
        }
        out
    };
    (0..screen.area.height).map(row).collect()
}

fn piece(out: &mut String, look: Look, (x, columns): (u16, u16), (cell, text): (&Cell, &str)) {
    let reversed = cell.modifier.contains(Modifier::REVERSED);
    if text.trim().is_empty() && !reversed {
        return;
    }
    let colour = match cell.fg {
        Color::Indexed(index) => rgb(index),
        _ => look.foreground.to_owned(),
    };
    let (left, width) = (x * CELL.0, columns * CELL.0);
    if reversed {
        let _ = writeln!(
            out,
            "<rect x=\"{left}\" y=\"0\" width=\"{width}\" height=\"{}\" fill=\"{colour}\"/>",
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
        CELL.1 - 5,
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
