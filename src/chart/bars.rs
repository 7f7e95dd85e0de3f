//! Bars: how often each value occurs.

use maud::html;

use super::picture::{LINE, MARGIN, Picture, ROOM, WIDTH, fitted, length, px, text_width};
use crate::lang::Lang;
use crate::stats::{CountQuery, CountTable, GapCount, Overview, Ranking, TableRow};

/// Up to this many consecutive years or months without records have a row each; more share one.
const EMPTY_ROWS: usize = 3;
/// If all labels are as narrow as this, they are beside their bars, and else above; those of times beside, whatever others need.
const BESIDE: f64 = 90.0;

/// A row: a label, a count, and whether it stands for records without a value.
struct Bar {
    label: String,
    count: usize,
    is_dim: bool,
}

/// A table of counts by one fact as bars.
pub fn bars(query: CountQuery, table: &CountTable, lang: Lang) -> String {
    let mut picture = Picture::new(&query.title(lang), lang);
    draw(&mut picture, (query, table), lang);
    if table.total == 0 {
        picture.text("dim", lang.messages().nothing_to_draw);
    }
    picture.finish()
}

/// The overview: all its counts as bars, and what the records lack.
pub fn overview(overview: &Overview, lang: Lang) -> String {
    let mut picture = Picture::new(lang.messages().overview, lang);
    let totals = overview.totals.in_words(lang);
    picture.tell(totals.clone());
    picture.text("dim", &totals);
    let times = [&overview.years, &overview.months].into_iter().filter(|it| it.table.rows.len() > 1);
    for Ranking { query, table } in times.chain(&overview.rankings) {
        if table.rows.iter().any(|row| row.key.is_some()) {
            picture.heading(&query.title(lang));
            draw(&mut picture, (*query, table), lang);
        }
    }
    gaps(&mut picture, &overview.gaps, lang);
    picture.finish()
}

fn gaps(picture: &mut Picture, gaps: &[GapCount], lang: Lang) {
    let lacking: Vec<&GapCount> = gaps.iter().filter(|gap| gap.count > 0).collect();
    if lacking.is_empty() {
        return;
    }
    picture.heading(lang.messages().records_lack);
    for gap in lacking {
        let words = lang.lacking(gap.count, (gap.total, gap.unit.counted()), gap.gap.noun());
        picture.tell(words.clone());
        picture.text("small", &words);
    }
}

/// The rows of a table; long runs without records share one.
fn rows(table: &CountTable) -> Vec<Bar> {
    let bar = |row: &TableRow| Bar { label: row.name.clone(), count: row.count, is_dim: row.key.is_none() };
    let mut bars = Vec::new();
    for run in table.rows.chunk_by(|one, next| one.count == 0 && next.count == 0) {
        match run {
            [first, .., last] if run.len() > EMPTY_ROWS => {
                let label = format!("{} – {}", first.name, last.name);
                bars.push(Bar { label, count: 0, is_dim: true });
            }
            _ => bars.extend(run.iter().map(bar)),
        }
    }
    bars
}

fn draw(picture: &mut Picture, (query, table): (CountQuery, &CountTable), lang: Lang) {
    let bars = rows(table);
    let most = bars.iter().map(|bar| bar.count).max().unwrap_or_default().max(1);
    let widths = || bars.iter().filter(|bar| bar.count > 0).map(|bar| text_width(&bar.label));
    let has_wide = widths().any(|width| width > BESIDE) && !query.by.is_time();
    let widest = widths().filter(|width| *width <= BESIDE).fold(0.0, f64::max);
    let digits = text_width(&lang.number(most));
    for bar in &bars {
        picture.tell(format!("{}: {}", bar.label, lang.number(bar.count)));
        let share = length(bar.count) / length(most);
        if !has_wide && (bar.count == 0 || text_width(&bar.label) <= BESIDE) {
            beside(picture, bar, (widest, digits, share), lang);
        } else {
            above(picture, bar, (digits, share), lang);
        }
    }
    if table.more_rows > 0 {
        picture.text("small dim", &lang.left_out(table.more_rows));
    }
}

fn class(bar: &Bar) -> &'static str {
    if bar.is_dim { "dim" } else { "" }
}

/// A row with its label to the left of the bar.
fn beside(picture: &mut Picture, bar: &Bar, (widest, digits, share): (f64, f64, f64), lang: Lang) {
    picture.y += LINE;
    let (y, left) = (picture.y - 5.0, MARGIN + widest + 8.0);
    let room = WIDTH - MARGIN - digits - 8.0 - left;
    picture.add(html! {
        text class=(class(bar)) x=(px(MARGIN)) y=(px(y)) { (bar.label) }
        @if bar.count > 0 { rect.bar x=(px(left)) y=(px(y - 10.0)) width=(px((room * share).max(1.0))) height="11" rx="1.5" {} }
        text class={ "end " (class(bar)) } x=(px(WIDTH - MARGIN)) y=(px(y)) { (lang.number(bar.count)) }
    });
}

/// A row with its label above the bar.
fn above(picture: &mut Picture, bar: &Bar, (digits, share): (f64, f64), lang: Lang) {
    picture.y += LINE + 11.0;
    let y = picture.y - 14.0;
    picture.add(html! {
        text class=(class(bar)) x=(px(MARGIN)) y=(px(y)) { (fitted(&bar.label, ROOM - digits - 12.0)) }
        text class={ "end " (class(bar)) } x=(px(WIDTH - MARGIN)) y=(px(y)) { (lang.number(bar.count)) }
        rect.track x=(px(MARGIN)) y=(px(y + 5.0)) width=(px(ROOM)) height="5" rx="1.5" {}
        @if bar.count > 0 { rect.bar x=(px(MARGIN)) y=(px(y + 5.0)) width=(px((ROOM * share).max(1.0))) height="5" rx="1.5" {} }
    });
}
