//! The frame of a picture: title, alternative text, colours, and texts that fit into their room.

use maud::{Markup, PreEscaped, html};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::lang::Lang;
use crate::text::{Line, TextRole, visible_string, width, wrap_text};

const STYLE: &str = include_str!("style.css");

/// The width of all pictures. On a screen of 320 pixels, text is still ten pixels high.
pub(super) const WIDTH: f64 = 420.0;
/// The margin on each side.
pub(super) const MARGIN: f64 = 12.0;
/// The room between the margins.
pub(super) const ROOM: f64 = WIDTH - 2.0 * MARGIN;
/// The height of a line of text.
pub(super) const LINE: f64 = 19.0;
/// At most so many values are read out in the alternative text.
const READ_OUT: usize = 40;

/// A picture that grows downwards.
pub(super) struct Picture {
    lang: Lang,
    title: String,
    description: Vec<String>,
    body: Vec<Markup>,
    /// The height so far.
    pub(super) y: f64,
}

impl Picture {
    /// A picture with its title.
    pub(super) fn new(title: &str, lang: Lang) -> Self {
        let mut picture = Self::untitled(title, lang);
        picture.y = 8.0;
        for row in wrapped(title, ROOM / 1.25) {
            picture.y += 22.0;
            let y = picture.y;
            picture.add(html! { text.h x=(px(MARGIN)) y=(px(y)) { (row) } });
        }
        picture.y += 8.0;
        picture
    }

    /// A picture whose title is only read out.
    pub(super) fn untitled(title: &str, lang: Lang) -> Self {
        Self { lang, title: visible_string(title), description: Vec::new(), body: Vec::new(), y: 0.0 }
    }

    /// Adds an element.
    pub(super) fn add(&mut self, element: Markup) {
        self.body.push(element);
    }

    /// The number of its elements, for [`Self::add_behind`].
    pub(super) fn elements(&self) -> usize {
        self.body.len()
    }

    /// Adds an element behind those that were added after there were so many.
    pub(super) fn add_behind(&mut self, elements: usize, element: Markup) {
        self.body.insert(elements.min(self.body.len()), element);
    }

    /// Adds a sentence to the alternative text.
    pub(super) fn tell(&mut self, sentence: String) {
        self.description.push(sentence);
    }

    /// Adds a heading.
    pub(super) fn heading(&mut self, text: &str) {
        self.y += 10.0;
        self.text("sh", text);
    }

    /// Adds lines of text over the whole width.
    pub(super) fn text(&mut self, class: &str, text: &str) {
        for row in wrapped(text, ROOM) {
            self.y += LINE;
            let y = self.y - 5.0;
            self.add(html! { text class=(class) x=(px(MARGIN)) y=(px(y)) { (row) } });
        }
    }

    /// The whole picture as SVG.
    pub(super) fn finish(self) -> String {
        let height = px(self.y + MARGIN);
        let left_out = self.description.len().saturating_sub(READ_OUT);
        let mut told: Vec<String> = self.description.into_iter().take(READ_OUT).collect();
        if left_out > 0 {
            told.push(self.lang.left_out(left_out));
        }
        let description = visible_string(&told.join("; "));
        let svg = html! {
            svg.lawat-chart xmlns="http://www.w3.org/2000/svg" viewBox={ "0 0 " (px(WIDTH)) " " (height) } width="100%"
                role="img" lang=(self.lang.code()) aria-label=(self.title) aria-description=[(!description.is_empty()).then_some(&description)] {
                title { (self.title) }
                desc { (description) }
                style { (PreEscaped(STYLE)) }
                rect.back width=(px(WIDTH)) height=(height) {}
                @for element in self.body { (element) }
            }
        };
        svg.into_string() + "\n"
    }
}

/// A length with at most one decimal.
pub(super) fn px(length: f64) -> String {
    let rounded = format!("{length:.1}");
    let short = rounded.strip_suffix(".0").unwrap_or(&rounded);
    if short == "-0" { "0".to_owned() } else { short.to_owned() }
}

/// A number of things as a length.
pub(super) fn length(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// How many pixels a text takes at most, at the usual size: no font is wider for any of its signs.
pub(super) fn text_width(text: &str) -> f64 {
    let cluster = |cluster: &str| match (width(cluster), cluster.chars().next()) {
        (_, Some('i' | 'j' | 'l' | 't' | 'f' | '.' | ',' | ':' | ';' | '\'' | '|' | ' ')) => 5.0,
        (_, Some('m' | 'w' | 'M' | 'W' | '%' | '@' | '…' | '→' | '—')) => 14.0,
        (1, Some(letter)) if letter.is_uppercase() => 10.5,
        (columns, _) => length(columns) * 8.6,
    };
    text.graphemes(true).map(cluster).sum()
}

/// A text that is cut where it does not fit.
pub(super) fn fitted(text: &str, room: f64) -> String {
    let text = visible_string(text);
    if text_width(&text) <= room {
        return text;
    }
    let mut cut = String::new();
    for cluster in text.graphemes(true) {
        if text_width(&cut) + text_width(cluster) + text_width("…") > room {
            break;
        }
        cut.push_str(cluster);
    }
    cut.trim_end().to_owned() + "…"
}

/// A text in rows that fit.
pub(super) fn wrapped(text: &str, room: f64) -> Vec<String> {
    // The narrowest rows that are tried have one letter.
    let columns = (1..=200).rev().find(|columns| {
        let rows = wrap_text(text, TextRole::Plain, &[], *columns);
        rows.iter().all(|row| text_width(&row.plain()) <= room)
    });
    let rows = wrap_text(text, TextRole::Plain, &[], columns.unwrap_or(1));
    rows.iter().map(Line::plain).map(|row| row.trim_end().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_fit_into_their_room() {
        for text in
            ["Mal Pelayanan Publik Kota Pontianak", "MMMMMMMMMMMMMMMMMMMMM", "市役所市役所市役所市役所", ""]
        {
            assert!(text_width(&fitted(text, 100.0)) <= 100.0, "{text}");
            assert!(wrapped(text, 100.0).iter().all(|row| text_width(row) <= 100.0), "{text}");
        }
        assert_eq!(fitted("Balai", 100.0), "Balai");
    }

    #[test]
    fn lengths_are_short() {
        assert_eq!([px(12.0), px(-0.01), px(3.25), px(0.96)], ["12", "0", "3.2", "1"]);
    }

    #[test]
    fn what_records_say_is_text_in_the_picture() {
        let mut picture = Picture::new("<b>&\u{1b}\"", Lang::En);
        picture.tell("<i>".to_owned());
        picture.text("dim", "a</text>");
        let svg = picture.finish();
        assert!(svg.contains("<title>&lt;b&gt;&amp;␛&quot;</title><desc>&lt;i&gt;</desc>"), "{svg}");
        assert!(svg.contains(">a&lt;/text&gt;</text>") && svg.contains("role=\"img\""), "{svg}");
    }
}
