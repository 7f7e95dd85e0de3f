//! Many visits as spans of days: solid where certain, outlined where only possible.

use jiff::civil::Date;
use maud::html;

use super::picture::{LINE, MARGIN, Picture, ROOM, WIDTH, fitted, px, text_width};
use super::time_axis::TimeAxis;
use crate::lang::{Lang, STATEMENTS, span_short};
use crate::model::{Archive, TimePiece, Visit};
use crate::page::{title_after_status, visit_date};
use crate::stats::{Timeline, VisitSpan};

/// The latest visits as spans; at most `most`.
pub fn timeline(archive: &Archive, timeline: &Timeline, most: usize, lang: Lang) -> String {
    let m = lang.messages();
    let mut picture = Picture::new(m.timeline, lang);
    let Some(days) = timeline.days else {
        picture.text("dim", m.nothing_to_draw);
        return picture.finish();
    };
    let axis = TimeAxis::new(days);
    legend(&mut picture, timeline, lang);
    let left_out = timeline.spans.len().saturating_sub(most);
    if left_out > 0 {
        picture.text("small dim", &lang.left_out(left_out));
    }
    let (top, behind) = (picture.y, picture.elements());
    for span in timeline.spans.iter().skip(left_out) {
        if let Some(visit) = archive.visits.get(span.visit) {
            row(&mut picture, axis, (visit, span), lang);
        }
    }
    marks(&mut picture, axis, (top, behind), lang);
    if !timeline.undated.is_empty() {
        picture.y += 8.0;
        picture.text("sh", &lang.without_year(timeline.undated.len()));
        let titles = timeline
            .undated
            .iter()
            .filter_map(|span| Some(title_after_status(lang, archive.visits.get(span.visit)?)));
        for title in titles.take(most) {
            picture.text("small", &fitted(&title, ROOM));
            picture.tell(title);
        }
    }
    picture.finish()
}

/// What solid and outlined bars mean, if both are there.
fn legend(picture: &mut Picture, timeline: &Timeline, lang: Lang) {
    let is_certain =
        |span: &VisitSpan| span.pieces.iter().all(|piece| certain(span, piece) == Some(piece.possible));
    if timeline.spans.iter().all(is_certain) {
        return;
    }
    let m = lang.messages();
    picture.y += LINE;
    let y = picture.y - 5.0;
    let second = MARGIN + 34.0 + text_width(m.days_certain) + 18.0;
    picture.add(html! {
        rect.bar x=(px(MARGIN)) y=(px(y - 8.0)) width="26" height="8" rx="1.5" {}
        text.small.dim x=(px(MARGIN + 34.0)) y=(px(y)) { (m.days_certain) }
        rect.maybe x=(px(second)) y=(px(y - 8.0)) width="26" height="8" rx="1.5" {}
        text.small.dim x=(px(second + 34.0)) y=(px(y)) { (m.days_possible) }
    });
}

/// The certain days of a piece; none if the whole date is doubtful.
fn certain(span: &VisitSpan, piece: &TimePiece) -> Option<crate::model::Days> {
    piece.certain.filter(|_| span.is_sure)
}

/// The short date of a visit on a timeline, or else when it ended.
pub fn time_of_visit(visit: &Visit, lang: Lang) -> String {
    let end = visit.end_date.filter(|_| visit.start_date.is_none());
    end.map_or_else(|| visit_date(lang, visit), |end| span_short(lang, &end, None))
}

fn row(picture: &mut Picture, axis: TimeAxis, (visit, span): (&Visit, &VisitSpan), lang: Lang) {
    let when = fitted(&time_of_visit(visit, lang), ROOM * 0.5);
    let title = title_after_status(lang, visit);
    picture.tell(format!("{when}: {title}, {}", lang.counted(span.statements, STATEMENTS)));
    picture.y += LINE + 13.0;
    let y = picture.y - 16.0;
    picture.add(html! {
        text x=(px(MARGIN)) y=(px(y)) { (fitted(&title, ROOM - text_width(&when) - 10.0)) }
        text.end.small.dim x=(px(WIDTH - MARGIN)) y=(px(y)) { (when) }
        rect.track x=(px(MARGIN)) y=(px(y + 9.0)) width=(px(ROOM)) height="2" {}
    });
    for piece in &span.pieces {
        draw_piece(picture, axis, (y + 6.0, span), piece);
    }
}

fn draw_piece(picture: &mut Picture, axis: TimeAxis, (y, span): (f64, &VisitSpan), piece: &TimePiece) {
    let bar = |days: crate::model::Days| {
        let (from, to) = (axis.start_of(days.first) * ROOM, axis.end_of(days.last) * ROOM);
        // A day of a long time is still visible.
        (MARGIN + from.min(ROOM - 4.0), (to - from).max(4.0))
    };
    if certain(span, piece) != Some(piece.possible) {
        let (x, width) = bar(piece.possible);
        picture.add(html! { rect.maybe x=(px(x)) y=(px(y)) width=(px(width)) height="8" rx="1.5" {} });
    }
    if let Some(days) = certain(span, piece) {
        let (x, width) = bar(days);
        picture.add(html! { rect.bar x=(px(x)) y=(px(y)) width=(px(width)) height="8" rx="1.5" {} });
    }
    // Open ends go on.
    let (left, right, middle) = (MARGIN - 6.0, WIDTH - MARGIN + 6.0, y + 4.0);
    if piece.possible.first == Date::MIN {
        let path = format!("M{} {}l-4 4 4 4", px(left + 4.0), px(middle - 4.0));
        picture.add(html! { path.open d=(path) {} });
    }
    if piece.possible.last == Date::MAX {
        let path = format!("M{} {}l4 4 -4 4", px(right - 4.0), px(middle - 4.0));
        picture.add(html! { path.open d=(path) {} });
    }
}

/// The dates below the rows.
fn marks(picture: &mut Picture, axis: TimeAxis, (top, behind): (f64, usize), lang: Lang) {
    picture.y += LINE + 2.0;
    let y = picture.y - 5.0;
    let mut end = f64::MIN;
    for (share, label) in axis.marks(lang) {
        let x = MARGIN + share * ROOM;
        let width = text_width(&label);
        let start = (x - width / 2.0).clamp(MARGIN, WIDTH - MARGIN - width);
        // Lines stand behind the texts of the rows.
        picture.add_behind(
            behind,
            html! { path.rule d=(format!("M{} {}V{}", px(x), px(top + 2.0), px(y - 12.0))) {} },
        );
        if start > end {
            picture.add(html! { text.small.dim x=(px(start)) y=(px(y)) { (label) } });
            end = start + width + 8.0;
        }
    }
}
