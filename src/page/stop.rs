//! A stop: in a list, on its own page, as a search result.

use super::builder::PageBuilder;
use super::context::{PageContext, Size};
use super::place;
use crate::lang::{Lang, clock, date_long, date_short};
use crate::model::{Record, Stop, StopStatus, Visit};
use crate::text::{Line, TextRole, width};

/// The name with a count, and the full name and the address below it.
pub(super) fn item(ctx: &PageContext<'_>, visit: &Visit, stop: &Stop, size: Size, count: &str) -> Vec<Line> {
    let name = head(ctx, visit, stop);
    let full = stop.short_name.is_some().then_some(stop.name.as_str());
    let address = stop.place.iter().find_map(|place| place.address.as_deref());
    super::context::list_item(ctx, (&name, count), size, [full, address])
}

/// The time of day, the status and the name.
fn head(ctx: &PageContext<'_>, visit: &Visit, stop: &Stop) -> Line {
    let mut name = Line::new();
    // In a list the time zone is shown only if the date itself has an offset.
    let has_offset =
        stop.start_date.and_then(|date| date.time()).is_some_and(|(.., offset)| offset.is_some());
    let zone = stop.timezone.as_deref().or(visit.timezone.as_deref()).filter(|_| has_offset);
    if let Some(time) =
        stop.start_date.filter(|_| !ctx.mixed_visits).and_then(|date| clock(ctx.lang, &date, zone))
    {
        name.push(&format!("{time} "), TextRole::Dim);
    }
    // Before the name, where truncation cannot hide it: a cancelled stop must not look as if it took place.
    name.push(&leading_stop_status(ctx.lang, stop), TextRole::Warning);
    let role = if stop.status == Some(StopStatus::Cancelled) { TextRole::Dim } else { TextRole::Strong };
    name.push_highlighted(stop.label(), role, &(ctx.highlights)(stop.label()));
    name
}

/// What became of a stop, if it was not simply visited: `(cancelled) `; empty otherwise.
pub fn leading_stop_status(lang: Lang, stop: &Stop) -> String {
    let status = stop.status.as_ref().filter(|status| **status != StopStatus::Visited);
    status.map(|status| format!("({}) ", status.label(lang))).unwrap_or_default()
}

/// The same on one line, with the full name and the address.
pub(super) fn line(ctx: &PageContext<'_>, visit: &Visit, stop: &Stop) -> String {
    let full = stop.short_name.is_some().then(|| format!(" ({})", stop.name));
    let address =
        stop.place.iter().map(|it| place::address(ctx.lang, it)).filter(|address| !address.is_empty());
    let address = address.fold(String::new(), |all, address| all + ", " + &address);
    head(ctx, visit, stop).plain() + &full.unwrap_or_default() + &address
}

/// The heading above the stops of one day: the long date if it fits in the width, else the short one.
pub fn day_heading(ctx: &PageContext<'_>, stop: &Stop) -> String {
    let Some(date) = stop.start_date else { return ctx.messages().day_not_stated.to_owned() };
    let certainty = ctx.certainty(stop.date_certainty);
    let long = format!("{}{certainty}", date_long(ctx.lang, &date));
    if width(&long) <= ctx.columns { long } else { format!("{}{certainty}", date_short(ctx.lang, &date)) }
}

/// The name, then the visit and the place.
pub(super) fn result(ctx: &PageContext<'_>, visit: &Visit, stop: &Stop) -> Vec<Line> {
    let mut name = Line::new();
    name.push_highlighted(&stop.name, TextRole::Strong, &(ctx.highlights)(&stop.name));
    if let Some(short) = &stop.short_name {
        name.push(" · ", TextRole::Dim);
        name.push_highlighted(short, TextRole::Strong, &(ctx.highlights)(short));
    }
    let place = stop.place.iter().map(|it| place::address(ctx.lang, it)).collect::<Vec<_>>().join("; ");
    vec![name.cut(ctx.columns), ctx.belongs_to(visit, &place)]
}

/// The detail page.
pub(super) fn detail<'s, 'a>(ctx: &'s PageContext<'a>, visit: &Visit, stop: &Stop) -> PageBuilder<'s, 'a> {
    let m = ctx.messages();
    let mut page = PageBuilder::new(ctx);
    page.text(&stop.name, TextRole::Strong);
    page.gap();
    page.maybe(m.short_name, stop.short_name.as_deref());
    page.list(m.in_other_languages, [&stop.name_en, &stop.name_id].into_iter().flatten());
    page.list(m.other_names, &stop.other_names);
    page.maybe(m.status, stop.status.as_ref().map(|status| status.label(ctx.lang)));
    page.maybe(m.mode, stop.mode.as_ref().map(|mode| mode.label(ctx.lang)));
    page.maybe(
        m.classification,
        stop.classification.as_deref().map(|term| ctx.lang.classification(term)).as_deref(),
    );
    let organization = stop.organization.as_ref().map(|id| ctx.name_of(visit, id));
    page.maybe(m.organization, organization);
    let zone = stop.timezone.as_deref().or(visit.timezone.as_deref());
    page.dates((stop.start_date, stop.end_date), stop.date_certainty, zone);
    page.maybe(m.as_printed, stop.date_text.as_deref());
    page.maybe(m.timezone, stop.timezone.as_deref());
    if let Some(position) = stop.position {
        page.fact(m.position, &format!("{position}{}", ctx.certainty(stop.position_certainty)));
    }
    for it in &stop.place {
        place::facts(ctx, it, &mut page);
    }
    page.list(m.activities, &stop.activities);
    page.fact(m.topics, &stop.topics.join(", "));
    page.fact(m.statements, &ctx.in_this_visit(visit.statements_at(&stop.id)));
    attendance(ctx, visit, stop, &mut page);
    outcomes_and_media(ctx, visit, stop, &mut page);
    page.gap();
    page.list(m.source, ctx.sources(visit, &stop.sources));
    page.fact(m.file, &ctx.archive.source_location(visit, &stop.id));
    page.fact(m.reference, &Record::Stop(visit, stop).reference());
    super::details::notes_about(ctx, visit, &stop.id, &mut page);
    page.extra_fields([&stop.extra].into_iter().chain(stop.place.iter().flat_map(place::extra)));
    page
}

/// Adds the list of participants who were at the stop.
fn attendance(ctx: &PageContext<'_>, visit: &Visit, stop: &Stop, page: &mut PageBuilder<'_, '_>) {
    let there = visit.with_attendance_at(&stop.id).filter_map(|(_, participant)| {
        let attendance = participant.attendance.iter().find(|attendance| attendance.stop == stop.id)?;
        let status = attendance.status().map(|it| format!(" ({})", it.label(ctx.lang))).unwrap_or_default();
        let name = ctx.name_of(visit, &participant.id);
        Some(format!("{name}{status}{}", ctx.certainty(attendance.certainty())))
    });
    page.list(ctx.messages().present, there);
}

fn outcomes_and_media(ctx: &PageContext<'_>, visit: &Visit, stop: &Stop, page: &mut PageBuilder<'_, '_>) {
    let here = |id: &Option<crate::model::Id>| id.as_ref() == Some(&stop.id);
    let outcomes = visit.outcomes.iter().filter(|outcome| here(&outcome.stop));
    page.list(ctx.messages().outcomes, outcomes.map(|outcome| super::details::outcome(ctx, visit, outcome)));
    let media = visit.media.iter().filter(|media| here(&media.stop));
    page.list(ctx.messages().media, media.map(|media| super::details::media(ctx, visit, media)));
}
