//! The timeline as text and as data; of a single visit its days and hours.

use jiff::civil::Date;
use serde::Serialize;

use super::StatsFormat;
use super::sheet::Sheet;
use crate::chart::{self, TimeAxis};
use crate::cli::output::{self, Failure, Paint};
use crate::lang::{Lang, STATEMENTS, date_long};
use crate::model::{PartialDate, SingleDate, Visit};
use crate::page::{leading_stop_status, title_after_status};
use crate::stats::{StopTime, Timeline, View, VisitDays, VisitSpan};
use crate::text::{Line, TextRole};

/// The width of a span in text, and of the date before it.
const SPAN: usize = 40;
const WHEN: usize = 26;
/// The spaces between columns.
const GAP: usize = 2;

#[derive(Debug, Serialize)]
struct SpanJson<'a> {
    visit: &'a str,
    title: &'a str,
    /// The first and the last day that it may touch; none if open or not known.
    earliest: Option<String>,
    latest: Option<String>,
    /// The first and the last day that it surely touches.
    certain: Vec<[Option<String>; 2]>,
    is_sure: bool,
    statements: usize,
}

/// The timeline in a format.
pub(super) fn written(
    view: &View<'_>,
    most: usize,
    format: StatsFormat,
    paint: Paint,
) -> Result<String, Failure> {
    let (timeline, lang) = (view.timeline(), view.lang);
    let is_one = timeline.spans.len() + timeline.undated.len() == 1;
    let only = timeline.spans.first().or(timeline.undated.first()).filter(|_| is_one);
    let only = only.and_then(|it| Some((view.archive.visits.get(it.visit)?, view.days_of(it.visit)?)));
    let lines = |lines: Vec<Line>| lines.iter().map(|line| paint.line(line)).collect();
    match (format, only) {
        (StatsFormat::Text, Some((visit, days))) => Ok(lines(days_text(visit, &days, lang))),
        (StatsFormat::Text, None) => Ok(lines(text(view, &timeline, most))),
        (StatsFormat::Svg, Some((visit, days))) => Ok(chart::days(visit, &days, lang)),
        (StatsFormat::Svg, None) => Ok(chart::timeline(view.archive, &timeline, most, lang)),
        (StatsFormat::Json, _) => output::json(&json(view, &timeline), true),
        (StatsFormat::Csv, _) => sheet(view, &timeline).csv(),
        (StatsFormat::Md, _) => Ok(sheet(view, &timeline).markdown(lang.messages().timeline)),
    }
}

/// A day; none if it is an open end.
fn known(day: Date) -> Option<String> {
    (day != Date::MIN && day != Date::MAX).then(|| day.to_string())
}

fn text(view: &View<'_>, timeline: &Timeline, most: usize) -> Vec<Line> {
    let (lang, m) = (view.lang, view.lang.messages());
    let mut lines = vec![Line::of(m.timeline, TextRole::Heading)];
    let left_out = timeline.spans.len().saturating_sub(most);
    if left_out > 0 {
        lines.push(Line::of(&lang.left_out(left_out), TextRole::Dim));
    }
    let axis = timeline.days.map(TimeAxis::new);
    if let Some(axis) = axis.filter(|_| !timeline.spans.is_empty()) {
        let marks = chart::labels_in_columns(axis.marks(lang).into_iter(), SPAN);
        let line = Line::of(&" ".repeat(WHEN + GAP), TextRole::Plain);
        lines.push(line.with(&marks, TextRole::Dim));
    }
    for span in timeline.spans.iter().skip(left_out) {
        let Some(visit) = view.archive.visits.get(span.visit) else { continue };
        let line = Line::of(&chart::time_of_visit(visit, lang), TextRole::Dim).fit(WHEN);
        let drawn = axis.map(|axis| axis.columns_of(span, SPAN)).unwrap_or_default();
        lines.push(
            line.with(&" ".repeat(GAP), TextRole::Plain)
                .with(&drawn, TextRole::Accent)
                .with(&" ".repeat(GAP), TextRole::Plain)
                .with(&title_after_status(lang, visit), TextRole::Plain),
        );
    }
    if !timeline.undated.is_empty() {
        let heading = lang.without_year(timeline.undated.len());
        lines.extend([Line::new(), Line::of(&heading, TextRole::Heading)]);
        let titles =
            timeline.undated.iter().take(most).filter_map(|span| view.archive.visits.get(span.visit));
        lines.extend(titles.map(|visit| Line::of(&title_after_status(lang, visit), TextRole::Plain)));
    }
    if !timeline.spans.is_empty() {
        let legend = format!("━ {}   ╌ {}", m.days_certain, m.days_possible);
        lines.extend([Line::new(), Line::of(&legend, TextRole::Dim)]);
    }
    lines
}

fn days_text(visit: &Visit, days: &VisitDays, lang: Lang) -> Vec<Line> {
    let mut lines = vec![Line::of(&title_after_status(lang, visit), TextRole::Heading)];
    for day in &days.days {
        let name = date_long(lang, &PartialDate::from(SingleDate::from(day.day)));
        lines.extend([Line::new(), Line::of(&name, TextRole::Strong)]);
        lines.extend(day.stops.iter().filter_map(|stop| stop_line(visit, stop, lang)));
        let most = day.hours.iter().max().copied().unwrap_or_default();
        for (hour, count) in day.hours.iter().enumerate().filter(|(_, count)| **count > 0) {
            let line = Line::of(&format!("{hour:02}  {:>4}  ", lang.number(*count)), TextRole::Dim);
            lines.push(line.with(&output::bar(*count, most, SPAN), TextRole::Accent));
        }
        if day.without_hour > 0 {
            let more = format!("+ {}", lang.counted(day.without_hour, STATEMENTS));
            lines.push(Line::of(&more, TextRole::Dim));
        }
    }
    if !days.undated.is_empty() {
        lines.extend([Line::new(), Line::of(lang.messages().stops_without_day, TextRole::Strong)]);
        lines.extend(days.undated.iter().filter_map(|stop| stop_line(visit, stop, lang)));
    }
    if days.undated_statements > 0 {
        let count = lang.counted(days.undated_statements, STATEMENTS);
        let words = format!("{count}, {}", lang.messages().date_not_stated);
        lines.extend([Line::new(), Line::of(&words, TextRole::Dim)]);
    }
    lines
}

fn stop_line(visit: &Visit, stop: &StopTime, lang: Lang) -> Option<Line> {
    let record = visit.itinerary.get(stop.stop)?;
    let name = leading_stop_status(lang, record) + record.name_in(lang.code()).unwrap_or(&record.name);
    let line = Line::of(&stop.clock(lang), TextRole::Dim).fit(13).with(&name, TextRole::Plain);
    let doubt = if stop.is_sure { "" } else { " (?)" };
    let count = format!("{doubt}  {}", lang.counted(stop.statements, STATEMENTS));
    Some(line.with(&count, TextRole::Dim))
}

fn json<'a>(view: &View<'a>, timeline: &Timeline) -> Vec<SpanJson<'a>> {
    let archive = view.archive;
    let span = |span: &VisitSpan| {
        let visit = archive.visits.get(span.visit)?;
        let (days, certain) = (span.days(), span.pieces.iter().filter_map(|piece| piece.certain));
        Some(SpanJson {
            visit: visit.id.as_str(),
            title: &visit.title,
            earliest: known(days.first),
            latest: known(days.last),
            certain: certain.map(|days| [known(days.first), known(days.last)]).collect(),
            is_sure: span.is_sure,
            statements: span.statements,
        })
    };
    timeline.spans.iter().chain(&timeline.undated).filter_map(span).collect()
}

fn sheet(view: &View<'_>, timeline: &Timeline) -> Sheet {
    let rows = json(view, timeline).into_iter().map(|it| {
        let certain = |at: fn(&[Option<String>; 2]) -> &Option<String>| {
            it.certain.first().zip(it.certain.last()).and_then(|(first, last)| {
                let [one, other] = [at(first).clone(), at(last).clone()];
                one.or(other)
            })
        };
        let days =
            [it.earliest.clone(), it.latest.clone(), certain(|days| &days[0]), certain(|days| &days[1])];
        let days = days.map(Option::unwrap_or_default);
        [it.visit.to_owned(), it.title.to_owned()]
            .into_iter()
            .chain(days)
            .chain([it.statements.to_string()])
            .collect()
    });
    let heading = ["visit", "title", "earliest", "latest", "certain_from", "certain_to", "statements"];
    Sheet { heading: heading.map(str::to_owned).to_vec(), rows: rows.collect() }
}
