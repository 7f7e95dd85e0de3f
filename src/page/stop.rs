//! A stop: in a list, on its own page, as a search result.

use super::fields::Fields;
use super::{Sheet, Size};
use crate::lang::{Lang, clock, date_long, date_short};
use crate::model::{Coordinates, Extra, Place, Record, Stop, StopStatus, Visit};
use crate::text::{Line, Role, width};

/// The name and its count; below, the full name or the address.
pub(super) fn item(sheet: &Sheet<'_>, visit: &Visit, stop: &Stop, size: Size, count: &str) -> Vec<Line> {
    let name = head(sheet, visit, stop);
    let full = stop.short_name.is_some().then_some(stop.name.as_str());
    let address = stop.place.iter().find_map(|place| place.address.as_deref());
    super::entry(sheet, (&name, count), size, [full, address])
}

/// The hour, the status and the name.
fn head(sheet: &Sheet<'_>, visit: &Visit, stop: &Stop) -> Line {
    let mut name = Line::new();
    // In a list the zone goes without saying, unless the date itself says it: then by its name.
    let has_offset =
        stop.start_date.and_then(|date| date.time()).is_some_and(|(.., offset)| offset.is_some());
    let zone = stop.timezone.as_deref().or(visit.timezone.as_deref()).filter(|_| has_offset);
    if let Some(time) =
        stop.start_date.filter(|_| !sheet.across).and_then(|date| clock(sheet.lang, &date, zone))
    {
        name.push(&format!("{time} "), Role::Dim);
    }
    // In front, where it is not cut: what did not take place must not look as if it had.
    if let Some(status) = stop.status.as_ref().filter(|status| **status != StopStatus::Visited) {
        name.push(&format!("({}) ", status.words(sheet.lang)), Role::Warning);
    }
    let role = if stop.status == Some(StopStatus::Cancelled) { Role::Dim } else { Role::Strong };
    name.push_hits(stop.label(), role, &(sheet.hits)(stop.label()));
    name
}

/// The same on one line, with the full name and the address.
pub(super) fn in_a_line(sheet: &Sheet<'_>, visit: &Visit, stop: &Stop) -> String {
    let full = stop.short_name.is_some().then(|| format!(" ({})", stop.name));
    let address = stop.place.iter().map(|it| address(sheet.lang, it)).filter(|address| !address.is_empty());
    let address = address.fold(String::new(), |all, address| all + ", " + &address);
    head(sheet, visit, stop).plain() + &full.unwrap_or_default() + &address
}

/// The heading over the stops of a day: in full where there is room for it.
pub fn day_heading(sheet: &Sheet<'_>, stop: &Stop) -> String {
    let Some(date) = stop.start_date else { return sheet.messages().day_not_said.to_owned() };
    let certainty = sheet.certainty(stop.date_certainty);
    let long = format!("{}{certainty}", date_long(sheet.lang, &date));
    if width(&long) <= sheet.columns { long } else { format!("{}{certainty}", date_short(sheet.lang, &date)) }
}

/// The name, then the visit and the place.
pub(super) fn result(sheet: &Sheet<'_>, visit: &Visit, stop: &Stop) -> Vec<Line> {
    let mut name = Line::new();
    name.push_hits(&stop.name, Role::Strong, &(sheet.hits)(&stop.name));
    if let Some(short) = &stop.short_name {
        name.push(" · ", Role::Dim);
        name.push_hits(short, Role::Strong, &(sheet.hits)(short));
    }
    let place = stop.place.iter().map(|it| address(sheet.lang, it)).collect::<Vec<_>>().join("; ");
    vec![name.cut(sheet.columns), sheet.belongs_to(visit, &place)]
}

pub(super) fn address(lang: Lang, place: &Place) -> String {
    let parts = [&place.name, &place.address, &place.locality, &place.region].into_iter().flatten();
    let country = place.country.as_deref().map(|country| lang.country(country));
    parts.map(String::as_str).chain(country).collect::<Vec<_>>().join(", ")
}

/// Everything that is known of it.
pub(super) fn detail<'s, 'a>(sheet: &'s Sheet<'a>, visit: &Visit, stop: &Stop) -> Fields<'s, 'a> {
    let m = sheet.messages();
    let mut page = Fields::new(sheet);
    page.text(&stop.name, Role::Strong);
    page.gap();
    page.maybe(m.short_name, stop.short_name.as_deref());
    page.list(m.in_other_languages, [&stop.name_en, &stop.name_id].into_iter().flatten());
    page.list(m.other_names, &stop.other_names);
    page.maybe(m.status, stop.status.as_ref().map(|status| status.words(sheet.lang)));
    page.maybe(m.mode, stop.mode.as_ref().map(|mode| mode.words(sheet.lang)));
    page.maybe(
        m.classification,
        stop.classification.as_deref().map(|term| sheet.lang.classification(term)).as_deref(),
    );
    let organization = stop.organization.as_ref().map(|id| visit.name_of(id));
    page.maybe(m.organization, organization);
    let zone = stop.timezone.as_deref().or(visit.timezone.as_deref());
    page.dates((stop.start_date, stop.end_date), stop.date_certainty, zone);
    page.maybe(m.as_printed, stop.date_text.as_deref());
    page.maybe(m.timezone, stop.timezone.as_deref());
    if let Some(position) = stop.position {
        page.fact(m.position, &format!("{position}{}", sheet.certainty(stop.position_certainty)));
    }
    for it in &stop.place {
        place(sheet, it, &mut page);
    }
    page.list(m.activities, &stop.activities);
    page.fact(m.topics, &stop.topics.join(", "));
    page.fact(m.statements, &sheet.in_this_visit(visit.statements_at(&stop.id)));
    attendance(sheet, visit, stop, &mut page);
    outcomes_and_media(sheet, visit, stop, &mut page);
    page.gap();
    page.list(m.source, sheet.sources(visit, &stop.sources));
    page.fact(m.file, &sheet.archive.place(visit, &stop.id));
    page.fact(m.reference, &Record::Stop(visit, stop).reference());
    super::visit::notes_about(sheet, visit, &stop.id, &mut page);
    page.own([&stop.extra].into_iter().chain(stop.place.iter().flat_map(own_of_place)));
    page
}

/// Where something is.
pub(super) fn place(sheet: &Sheet<'_>, place: &Place, page: &mut Fields<'_, '_>) {
    let m = sheet.messages();
    page.fact(m.address, &address(sheet.lang, place));
    page.maybe(m.place_id, place.id.as_deref());
    page.maybe(m.coordinates, place.coordinates.as_ref().map(in_degrees).as_deref());
}

/// The writer's own fields of a place.
pub(super) fn own_of_place(place: &Place) -> impl Iterator<Item = &Extra> {
    std::iter::once(&place.extra).chain(place.coordinates.as_ref().map(|it| &it.extra))
}

/// Who was there, as far as the record says.
fn attendance(sheet: &Sheet<'_>, visit: &Visit, stop: &Stop, page: &mut Fields<'_, '_>) {
    let there = visit.participants.iter().filter_map(|participant| {
        let attendance = participant.attendance.iter().find(|attendance| attendance.stop == stop.id)?;
        let status =
            attendance.status.as_ref().map(|it| format!(" ({})", it.words(sheet.lang))).unwrap_or_default();
        Some(format!("{}{status}{}", visit.label(participant), sheet.certainty(attendance.certainty)))
    });
    page.list(sheet.messages().present, there);
}

fn outcomes_and_media(sheet: &Sheet<'_>, visit: &Visit, stop: &Stop, page: &mut Fields<'_, '_>) {
    let here = |id: &Option<crate::model::Id>| id.as_ref() == Some(&stop.id);
    let outcomes = visit.outcomes.iter().filter(|outcome| here(&outcome.stop));
    page.list(
        sheet.messages().outcomes,
        outcomes.map(|outcome| super::visit::outcome(sheet, visit, outcome)),
    );
    let media = visit.media.iter().filter(|media| here(&media.stop));
    page.list(sheet.messages().media, media.map(|media| super::visit::media(sheet, visit, media)));
}

fn in_degrees(at: &Coordinates) -> String {
    let within = at.precision_m.map(|metres| format!(" (±{metres} m)")).unwrap_or_default();
    let source = at.source.as_deref().map(|source| format!("; {source}")).unwrap_or_default();
    format!("{}, {}{within}{source}", at.latitude, at.longitude)
}
