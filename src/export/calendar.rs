//! Stops as events of a calendar (RFC 5545).

use std::io::{self, Write};

use icalendar::{Calendar, Component as _, Event, Property};
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::{Export, Written};
use crate::lang::{Lang, date_long};
use crate::model::{Certainty, Doubt, PartialDate, Record, Status, Stop, StopStatus, Visit};
use crate::text::visible_string;

/// Writes a calendar with an event for each stop of which the day is known.
pub(super) fn write(export: &Export<'_>, out: &mut dyn Write) -> io::Result<Written> {
    let mut calendar = Calendar::empty();
    calendar.append_property(("VERSION", "2.0")).append_property(("PRODID", "-//lawat//lawat//EN"));
    let mut written = Written::default();
    let stamp = export.now.strftime("%Y%m%dT%H%M%SZ").to_string();
    for (visit, _) in export.visits() {
        if visit.itinerary.is_empty() {
            written.left_out.push(visit.id.to_string());
        }
        for stop in visit.stops_in_order().into_iter().filter_map(|at| visit.itinerary.get(at)) {
            match event(export.lang, visit, stop) {
                Some(mut event) => {
                    calendar.push(event.add_property("DTSTAMP", &stamp).done());
                    written.records += 1;
                }
                None => written.left_out.push(Record::Stop(visit, stop).reference()),
            }
        }
    }
    // A calendar without events is none.
    if written.records > 0 {
        out.write_all(calendar.to_string().as_bytes())?;
    }
    Ok(written)
}

/// A stop as an event; none when its own day is not known.
fn event(lang: Lang, visit: &Visit, stop: &Stop) -> Option<Event> {
    let is_known = stop.date_certainty != Some(Certainty::Unknown);
    let (start, end) = bounds(stop);
    // A calendar counts the years from 1.
    let start = start.filter(|date| is_known && date.civil().is_some_and(|day| day.year() > 0))?;
    let zone = stop.timezone.as_deref().or(visit.timezone.as_deref());
    let mut event = Event::new();
    // A full stop may stand in an id, the sign between the ids of a reference not.
    event.add_property("UID", visible_string(&Record::Stop(visit, stop).reference()) + "@lawat");
    event.append_property(moment("DTSTART", &start, zone)?);
    if let Some(end) = end.and_then(|end| ending(&start, &end, zone)) {
        event.append_property(end);
    }
    event.add_property("SUMMARY", visible_string(&stop.name));
    event.add_property("DESCRIPTION", description(lang, visit, stop));
    if let Some(status) = status(visit, stop, &start) {
        event.add_property("STATUS", status);
    }
    if let Some(place) = stop.place.first() {
        let parts =
            [Some(&stop.name), place.address.as_ref(), place.locality.as_ref(), place.region.as_ref()];
        let parts: Vec<String> = parts.into_iter().flatten().map(|part| visible_string(part)).collect();
        event.add_property("LOCATION", parts.join(", "));
        if let Some(at) = &place.coordinates {
            event.append_property(Property::new("GEO", format!("{};{}", at.latitude, at.longitude)));
        }
    }
    Some(event)
}

/// From when to when a stop lasted.
fn bounds(stop: &Stop) -> (Option<PartialDate>, Option<PartialDate>) {
    let (start, end) = stop.start_date.map(PartialDate::ends).unzip();
    (start, stop.end_date.or(end.flatten()))
}

/// A day, a moment in UTC, or the time of a place of which the zone is not known.
fn moment(name: &str, date: &PartialDate, zone: Option<&str>) -> Option<Property> {
    let day = date.civil()?;
    let Some((hour, minute, offset)) = date.time() else { return Some(on(name, day)) };
    let clock = day.at(i8::try_from(hour).ok()?, i8::try_from(minute).ok()?, 0, 0);
    let zone = match offset {
        Some(minutes) => Some(TimeZone::fixed(jiff::tz::Offset::from_seconds(i32::from(minutes) * 60).ok()?)),
        None => zone.and_then(|zone| TimeZone::get(zone).ok()),
    };
    let written = match zone {
        Some(zone) => zone.to_timestamp(clock).ok()?.strftime("%Y%m%dT%H%M%SZ").to_string(),
        None => clock.strftime("%Y%m%dT%H%M%S").to_string(),
    };
    Some(Property::new(name, written))
}

/// A whole day.
fn on(name: &str, day: Date) -> Property {
    Property::new(name, day.strftime("%Y%m%d").to_string()).add_parameter("VALUE", "DATE").done()
}

/// The end, when it comes behind the beginning and can be said in the same way. Of days, the calendar wants the one after.
fn ending(start: &PartialDate, end: &PartialDate, zone: Option<&str>) -> Option<Property> {
    match (start.time(), end.time()) {
        (None, _) if end.civil() > start.civil() => Some(on("DTEND", end.civil()?.tomorrow().ok()?)),
        // An hour of a place and one of the world cannot be compared, unless the zone of the place is known.
        (Some((.., from)), Some((.., to))) if zone.is_some() || from.is_some() == to.is_some() => {
            let (begins, ends) = (moment("DTSTART", start, zone)?, moment("DTEND", end, zone)?);
            // In one notation the later is also the greater text.
            (begins.value() < ends.value()).then_some(ends)
        }
        _ => None,
    }
}

/// What a calendar calls the state of an event; nothing when nobody says it.
fn status(visit: &Visit, stop: &Stop, start: &PartialDate) -> Option<&'static str> {
    let in_doubt = start.doubt() != Doubt::None || stop.date_certainty == Some(Certainty::Inferred);
    match (visit.status.as_ref(), stop.status.as_ref()) {
        // On its day it does not take place.
        (Some(Status::Cancelled | Status::Postponed), _)
        | (_, Some(StopStatus::Cancelled | StopStatus::Postponed)) => Some("CANCELLED"),
        (Some(Status::Tentative), _) | (_, Some(StopStatus::Planned)) => Some("TENTATIVE"),
        _ if in_doubt => Some("TENTATIVE"),
        (_, Some(StopStatus::Visited)) | (Some(Status::Confirmed | Status::Passed), _) => Some("CONFIRMED"),
        (None | Some(Status::Written(_)), None | Some(StopStatus::Written(_))) => None,
    }
}

/// The visit, what was done, what is not certain, and the reference of the stop.
fn description(lang: Lang, visit: &Visit, stop: &Stop) -> String {
    let m = lang.messages();
    let mut lines = vec![visible_string(&visit.title)];
    lines.extend(stop.activities.iter().map(|activity| format!("– {}", visible_string(activity))));
    lines.extend((stop.date_certainty == Some(Certainty::Inferred)).then(|| m.date_inferred.to_owned()));
    let (start, end) = bounds(stop);
    let in_doubt = start.filter(|date| date.doubt() != Doubt::None);
    lines.extend(in_doubt.map(|date| date_long(lang, &date)));
    // An end that is known less finely than the beginning has no place but here.
    let has_time = start.is_some_and(|start| start.time().is_some());
    let is_coarse = |end: &PartialDate| end.civil().is_none() || (has_time && end.time().is_none());
    let until = end.filter(|end| end.first().date().is_some() && is_coarse(end));
    lines.extend(until.map(|end| format!("{} {}", m.until, date_long(lang, &end))));
    lines.push(format!("{}: {}", m.reference, visible_string(&Record::Stop(visit, stop).reference())));
    lines.join("\n")
}
