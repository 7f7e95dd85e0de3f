//! One visit by day and hour: the stops as far as their times are known, and the statements of each hour.

use maud::html;

use super::picture::{LINE, MARGIN, Picture, ROOM, WIDTH, fitted, length, px, text_width};
use crate::lang::{Lang, STATEMENTS, date_long};
use crate::model::{PartialDate, SingleDate, Visit};
use crate::page::{leading_stop_status, title_after_status};
use crate::stats::{StopTime, VisitDay, VisitDays, clock};

/// The height of the highest column of statements.
const HIGHEST: f64 = 26.0;

/// The hours that a picture shows.
#[derive(Clone, Copy)]
struct Hours {
    first: u16,
    last: u16,
}

/// A visit by day and hour.
pub fn days(visit: &Visit, days: &VisitDays, lang: Lang) -> String {
    let mut picture = Picture::new(&title_after_status(lang, visit), lang);
    let hours = days.hours().map(|(first, last)| Hours { first, last });
    for day in &days.days {
        picture.heading(&date_long(lang, &PartialDate::from(SingleDate::from(day.day))));
        for stop in &day.stops {
            row(&mut picture, visit, (stop, hours), lang);
        }
        statements(&mut picture, (day, hours), lang);
    }
    if !days.undated.is_empty() {
        picture.heading(lang.messages().stops_without_day);
        for stop in &days.undated {
            row(&mut picture, visit, (stop, None), lang);
        }
    }
    if days.undated_statements > 0 {
        let count = lang.counted(days.undated_statements, STATEMENTS);
        picture.text("small dim", &format!("{count}, {}", lang.messages().date_not_stated));
    }
    if days.days.is_empty() && days.undated.is_empty() {
        picture.text("dim", lang.messages().nothing_to_draw);
    }
    picture.finish()
}

impl Hours {
    fn x(self, minute: u16) -> f64 {
        let share =
            f64::from(minute.saturating_sub(self.first * 60)) / f64::from((self.last - self.first) * 60);
        MARGIN + share.min(1.0) * ROOM
    }
}

fn row(picture: &mut Picture, visit: &Visit, (stop, hours): (&StopTime, Option<Hours>), lang: Lang) {
    let Some(record) = visit.itinerary.get(stop.stop) else { return };
    let times = stop.clock(lang);
    let doubt = if stop.is_sure { "" } else { " (?)" };
    let name = leading_stop_status(lang, record) + record.name_in(lang.code()).unwrap_or(&record.name);
    let label = format!("{times}{}{name}{doubt}", if times.is_empty() { "" } else { "  " });
    let count = if stop.statements > 0 { lang.counted(stop.statements, STATEMENTS) } else { String::new() };
    picture.tell(if count.is_empty() { label.clone() } else { format!("{label}: {count}") });
    picture.y += LINE;
    let y = picture.y - 5.0;
    picture.add(html! {
        text x=(px(MARGIN)) y=(px(y)) { (fitted(&label, ROOM - text_width(&count) - 10.0)) }
        text.end.small.dim x=(px(WIDTH - MARGIN)) y=(px(y)) { (count) }
    });
    if let (Some(hours), Some(from)) = (hours, stop.from) {
        let x = hours.x(from);
        let width = stop.to.map_or(4.0, |to| (hours.x(to) - x).max(4.0));
        picture.y += 11.0;
        picture.add(html! {
            rect.track x=(px(MARGIN)) y=(px(y + 7.0)) width=(px(ROOM)) height="2" {}
            rect.bar x=(px(x.min(WIDTH - MARGIN - 4.0))) y=(px(y + 4.0)) width=(px(width)) height="8" rx="1.5" {}
        });
    }
}

/// The statements of each hour as columns, above the hours.
fn statements(picture: &mut Picture, (day, hours): (&VisitDay, Option<Hours>), lang: Lang) {
    let Some(hours) = hours else { return };
    let most = day.hours.iter().max().copied().unwrap_or_default();
    if most > 0 {
        picture.y += HIGHEST + LINE;
        let bottom = picture.y;
        for (hour, count) in (0_u16..).zip(&day.hours).filter(|(_, count)| **count > 0) {
            let (left, right) = (hours.x(hour * 60), hours.x(hour * 60 + 60));
            let height = HIGHEST * length(*count) / length(most);
            let number = fitted(&lang.number(*count), right - left);
            picture.tell(format!("{}: {}", clock(hour * 60, lang), lang.counted(*count, STATEMENTS)));
            picture.add(html! {
                rect.bar x=(px(left + 1.0)) y=(px(bottom - height)) width=(px(right - left - 2.0)) height=(px(height)) {}
                text.small.mid x=(px(f64::midpoint(left, right))) y=(px(bottom - height - 4.0)) { (number) }
            });
        }
    }
    let step = usize::from((hours.last - hours.first).div_ceil(6).max(1));
    picture.y += LINE;
    let y = picture.y - 4.0;
    for hour in (hours.first..=hours.last).step_by(step) {
        let label = clock(hour * 60, lang);
        let start = (hours.x(hour * 60) - text_width(&label) / 2.0)
            .clamp(MARGIN, WIDTH - MARGIN - text_width(&label));
        picture.add(html! { text.small.dim x=(px(start)) y=(px(y)) { (label) } });
    }
    if day.without_hour > 0 {
        picture.text("small dim", &format!("+ {}", lang.counted(day.without_hour, STATEMENTS)));
    }
}
