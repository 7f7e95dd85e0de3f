//! A matrix: the counts of two facts, by number and shade.

use maud::html;

use super::picture::{LINE, MARGIN, Picture, ROOM, fitted, length, px, text_width, wrapped};
use crate::lang::Lang;
use crate::stats::{CountQuery, CountTable};

/// The room for the names of the rows.
const NAMES: f64 = 138.0;
/// The widest column.
const WIDEST: f64 = 64.0;
/// How many columns there is room for; what is drawn is limited to them.
pub const MOST_COLUMNS: usize = 8;
const ROW: f64 = 2.0 * 16.0 + 4.0;

/// A table of counts by two facts.
pub fn matrix(query: CountQuery, table: &CountTable, lang: Lang) -> String {
    let mut picture = Picture::new(&query.title(lang), lang);
    if table.rows.is_empty() {
        picture.text("dim", lang.messages().nothing_to_draw);
        return picture.finish();
    }
    let columns = table.columns.len().max(1);
    let wide = ((ROOM - NAMES - 6.0) / length(columns)).min(WIDEST);
    let left = |column: usize| MARGIN + NAMES + 6.0 + wide * length(column);
    // Names that do not fit above their column are below, by letter.
    let is_short = table.columns.iter().all(|column| text_width(&column.name) <= wide - 2.0);
    picture.y += LINE;
    for (at, column) in table.columns.iter().enumerate() {
        let name = if is_short { column.name.clone() } else { letter(at) };
        let (x, y) = (px(left(at) + wide / 2.0), px(picture.y - 5.0));
        picture.add(html! { text.mid.dim x=(x) y=(y) { (name) } });
    }
    let most = table.rows.iter().flat_map(|row| &row.cells).max().copied().unwrap_or_default();
    for row in &table.rows {
        draw_name(&mut picture, &row.name);
        for (at, count) in row.cells.iter().enumerate() {
            let shade = shade(*count, most);
            let (x, y) = (left(at), picture.y);
            let number = Some(count).filter(|count| **count > 0).map(|count| lang.number(*count));
            picture.add(html! {
                rect class={ "s" (shade) } x=(px(x)) y=(px(y)) width=(px(wide - 2.0)) height=(px(ROW - 2.0)) rx="2" {}
                @if let Some(number) = number {
                    text class={ "mid on" (shade) } x=(px(x + wide / 2.0 - 1.0)) y=(px(y + ROW / 2.0 + 4.0)) { (fitted(&number, wide)) }
                }
            });
        }
        let cells = table.columns.iter().zip(&row.cells).filter(|(_, count)| **count > 0);
        let cells: Vec<String> =
            cells.map(|(column, count)| format!("{} {}", column.name, lang.number(*count))).collect();
        picture.tell(format!("{}: {}", row.name, cells.join(", ")));
        picture.y += ROW;
    }
    if !is_short {
        picture.y += 6.0;
        for (at, column) in table.columns.iter().enumerate() {
            picture.text("small", &format!("{}  {}", letter(at), column.name));
        }
    }
    for (left_out, what) in [(table.more_rows, Some(query.by)), (table.more_columns, query.across)] {
        if let (1.., Some(what)) = (left_out, what) {
            picture.text("small dim", &format!("{}: {}", what.noun().get(lang), lang.left_out(left_out)));
        }
    }
    picture.finish()
}

/// The name of a row, in at most two lines.
fn draw_name(picture: &mut Picture, name: &str) {
    let rows = wrapped(name, NAMES);
    let (first, second) = match rows.as_slice() {
        [one] => (one.clone(), None),
        [first, second] => (first.clone(), Some(second.clone())),
        [first, rest @ ..] => (first.clone(), Some(fitted(&rest.join(" "), NAMES))),
        [] => (String::new(), None),
    };
    let (x, middle) = (px(MARGIN), picture.y + ROW / 2.0);
    picture.add(match second {
        None => html! { text x=(x) y=(px(middle + 4.0)) { (fitted(&first, NAMES)) } },
        Some(second) => html! {
            text x=(x) y=(px(middle - 4.0)) { (first) }
            text x=(x) y=(px(middle + 12.0)) { (second) }
        },
    });
}

/// How dark a cell is, from 0 for none to 4 for the most.
pub fn shade(count: usize, most: usize) -> usize {
    if most == 0 { 0 } else { (count * 4).div_ceil(most) }
}

/// `A`, `B`, … by column; later ones have a number.
fn letter(at: usize) -> String {
    let letter = u8::try_from(at % 26).map_or('?', |at| char::from(b'A' + at));
    if at < 26 { letter.to_string() } else { format!("{letter}{}", at / 26) }
}

#[cfg(test)]
mod tests {
    use super::{letter, shade};

    #[test]
    fn shades_are_by_share_and_only_zero_has_none() {
        assert_eq!([0, 1, 25, 26, 99, 100].map(|count| shade(count, 100)), [0, 1, 1, 2, 4, 4]);
        assert_eq!(shade(0, 0), 0);
    }

    #[test]
    fn columns_are_lettered() {
        assert_eq!([0, 25, 26].map(letter), ["A", "Z", "A1"]);
    }
}
