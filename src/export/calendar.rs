//! Visits and stops as iCalendar events (RFC 5545).

use std::collections::HashSet;
use std::io::{self, Write};

use icalendar::{Calendar, Component as _, Event, Property};
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::job::{Export, ExportSummary};
use crate::lang::{Lang, clock, date_long};
use crate::model::{
    Certainty, City, Coordinates, Doubt, PartialDate, Record, Side, Status, Stop, StopStatus, Visit,
};
use crate::text::visible_string;

/// Writes a calendar with an event for each visit and each stop whose day is known.
pub(super) fn write(export: &Export<'_>, out: &mut dyn Write) -> io::Result<ExportSummary> {
    let mut calendar = Calendar::empty();
    calendar.append_property(("VERSION", "2.0")).append_property(("PRODID", "-//lawat//lawat//EN"));
    let mut written = ExportSummary::default();
    let stamp = export.now.strftime("%Y%m%dT%H%M%SZ").to_string();
    for (visit, _) in export.visits() {
        let stops = visit.stops_in_order().into_iter().filter_map(|at| visit.itinerary.get(at));
        let stops = stops.map(|stop| CalendarEntry::of_stop(visit, stop));
        for happening in std::iter::once(CalendarEntry::of_visit(visit)).chain(stops) {
            match happening.event(export.lang) {
                Some(mut event) => {
                    calendar.push(event.add_property("DTSTAMP", &stamp).done());
                    written.records += 1;
                }
                None if happening.is_too_early() => written.too_early.push(happening.reference),
                None => written.left_out.push(happening.reference),
            }
        }
    }
    // A calendar needs at least one event.
    if written.records > 0 {
        out.write_all(calendar.to_string().as_bytes())?;
    }
    Ok(written)
}

/// A visit, or a stop of one.
struct CalendarEntry<'a> {
    reference: String,
    name: &'a str,
    start: Option<PartialDate>,
    end: Option<PartialDate>,
    certainty: Option<Certainty>,
    zone: Option<&'a str>,
    /// The iCalendar status, if known.
    status: Option<&'static str>,
    location: Option<String>,
    coordinates: Option<&'a Coordinates>,
    /// The facts for the description.
    lines: Vec<String>,
}

impl<'a> CalendarEntry<'a> {
    fn of_visit(visit: &'a Visit) -> Self {
        let stops = visit.itinerary.iter().filter_map(|stop| visit.city_of_stop(stop));
        let mut cities: Vec<City> = stops.collect();
        if cities.is_empty() {
            let hosts = visit.organizations_of(Side::Host);
            cities.extend(hosts.into_iter().filter_map(|host| visit.city_of(host)));
        }
        let names: Vec<&str> = cities.iter().map(|city| city.name.as_str()).collect();
        let (start, end) = bounds(visit.start_date, visit.end_date);
        Self {
            reference: Record::Visit(visit).reference(),
            name: &visit.title,
            start,
            end,
            certainty: visit.date_certainty,
            zone: visit.timezone.as_deref(),
            status: visit.status.as_ref().and_then(of_visit),
            location: join_distinct(names),
            coordinates: None,
            lines: visit.summary.iter().map(|summary| visible_string(summary.text.trim())).collect(),
        }
    }

    fn of_stop(visit: &'a Visit, stop: &'a Stop) -> Self {
        let parts = stop.place.iter().flat_map(|it| [&it.address, &it.locality, &it.region, &it.country]);
        let parts = parts.filter_map(Option::as_deref);
        let activities = stop.activities.iter().map(|activity| format!("– {}", visible_string(activity)));
        let (start, end) = bounds(stop.start_date, stop.end_date);
        Self {
            reference: Record::Stop(visit, stop).reference(),
            name: &stop.name,
            start,
            end,
            certainty: stop.date_certainty,
            zone: stop.timezone.as_deref().or(visit.timezone.as_deref()),
            status: of_stop(visit.status.as_ref(), stop.status.as_ref()),
            location: stop
                .place
                .first()
                .and_then(|_| join_distinct(std::iter::once(stop.name.as_str()).chain(parts))),
            coordinates: stop.place.iter().find_map(|place| place.coordinates.as_ref()),
            lines: std::iter::once(visible_string(&visit.title)).chain(activities).collect(),
        }
    }

    /// The day of the start, if it is known.
    fn day(&self) -> Option<Date> {
        self.start.filter(|_| self.certainty != Some(Certainty::Unknown)).and_then(|date| date.civil())
    }

    /// Whether it starts before the year 1; iCalendar has no such years.
    fn is_too_early(&self) -> bool {
        self.day().is_some_and(|day| day.year() < 1)
    }

    /// The event; `None` if its own day is not known or is before the year 1.
    fn event(&self, lang: Lang) -> Option<Event> {
        let start = self.start.filter(|_| self.day().is_some_and(|day| day.year() > 0))?;
        let mut event = Event::new();
        // No id contains `#`, so the reference is unambiguous.
        event.add_property("UID", visible_string(&self.reference) + "@lawat");
        let (begin, end) = span(&start, self.end.as_ref(), self.zone)?;
        event.append_property(begin);
        if let Some(end) = end {
            event.append_property(end);
        }
        event.add_property("SUMMARY", visible_string(self.name));
        event.add_property("DESCRIPTION", self.description(lang, &start));
        if let Some(status) = self.status(&start) {
            event.add_property("STATUS", status);
        }
        if let Some(location) = &self.location {
            event.add_property("LOCATION", location);
        }
        if let Some(at) = self.coordinates {
            event.append_property(Property::new("GEO", format!("{};{}", at.latitude, at.longitude)));
        }
        Some(event)
    }

    /// The iCalendar status; `None` if the record has none.
    fn status(&self, start: &PartialDate) -> Option<&'static str> {
        let in_doubt = start.doubt() != Doubt::None || self.certainty == Some(Certainty::Inferred);
        match self.status {
            Some("CONFIRMED") | None if in_doubt => Some("TENTATIVE"),
            status => status,
        }
    }

    /// The description: what it is, what is uncertain, and the reference.
    fn description(&self, lang: Lang, start: &PartialDate) -> String {
        let m = lang.messages();
        let mut lines = self.lines.clone();
        lines.extend((self.certainty == Some(Certainty::Inferred)).then(|| m.date_inferred.to_owned()));
        // The start time is left out if only the day of the end is known.
        let in_days = start.time().is_some() && is_in_days(start, self.end.as_ref());
        let hour = clock(lang, start, self.zone).filter(|_| in_days).map(|hour| format!(", {hour}"));
        let start_text = format!("{}{}", date_long(lang, start), hour.unwrap_or_default());
        lines.extend((start.doubt() != Doubt::None || in_days).then_some(start_text));
        // An end that is less precise than the start can only be given as text.
        let until =
            self.end.filter(|end| end.civil().is_none() || start.time().is_some() && end.time().is_none());
        let until = until.filter(|end| end.first().date().is_some());
        lines.extend(until.map(|end| format!("{} {}", m.until, date_long(lang, &end))));
        lines.push(format!("{}: {}", m.reference, visible_string(&self.reference)));
        lines.join("\n")
    }
}

/// Names of a place from the smallest to the largest, without repetition: `Bogor, Bogor` becomes `Bogor`.
fn join_distinct<'a>(parts: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let mut met = HashSet::new();
    let mut distinct: Vec<String> = Vec::new();
    for part in parts.into_iter().flat_map(|part| part.split(',')) {
        let part = visible_string(part.trim());
        if !part.is_empty() && met.insert(City::called(&part).key) {
            distinct.push(part);
        }
    }
    (!distinct.is_empty()).then(|| distinct.join(", "))
}

/// A postponed visit does not take place on its day.
fn of_visit(status: &Status) -> Option<&'static str> {
    match status {
        Status::Cancelled | Status::Postponed => Some("CANCELLED"),
        Status::Tentative => Some("TENTATIVE"),
        Status::Confirmed | Status::Passed => Some("CONFIRMED"),
        Status::Unlisted(_) => None,
    }
}

fn of_stop(visit: Option<&Status>, stop: Option<&StopStatus>) -> Option<&'static str> {
    match (visit, stop) {
        (Some(Status::Cancelled | Status::Postponed), _)
        | (_, Some(StopStatus::Cancelled | StopStatus::Postponed)) => Some("CANCELLED"),
        (Some(Status::Tentative), _) | (_, Some(StopStatus::Planned)) => Some("TENTATIVE"),
        (_, Some(StopStatus::Visited)) => Some("CONFIRMED"),
        (visit, None | Some(StopStatus::Unlisted(_))) => visit.and_then(of_visit),
    }
}

/// Whether the start has a time and the end is a later day without one.
fn is_in_days(start: &PartialDate, end: Option<&PartialDate>) -> bool {
    let end = end.filter(|end| end.time().is_none()).and_then(PartialDate::civil);
    end.is_some_and(|end| start.civil().is_some_and(|start| start < end))
}

/// The start, and the end if it has the same precision.
fn span(
    start: &PartialDate,
    end: Option<&PartialDate>,
    zone: Option<&str>,
) -> Option<(Property, Option<Property>)> {
    let start = if is_in_days(start, end) { start.day_only() } else { *start };
    Some((moment("DTSTART", &start, zone)?, end.and_then(|end| ending(&start, end, zone))))
}

/// The start and the end; a start that is an interval brings its own end.
fn bounds(
    start: Option<PartialDate>,
    end: Option<PartialDate>,
) -> (Option<PartialDate>, Option<PartialDate>) {
    let (start, own) = start.map(PartialDate::ends).unzip();
    (start, end.or(own.flatten()))
}

/// A date, a time in UTC, or a local time if the zone is not known.
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

/// An all-day date.
fn on(name: &str, day: Date) -> Property {
    Property::new(name, day.strftime("%Y%m%d").to_string()).add_parameter("VALUE", "DATE").done()
}

/// The end, if it is after the start and has the same precision. For dates, iCalendar requires the day after the end
/// (exclusive).
fn ending(start: &PartialDate, end: &PartialDate, zone: Option<&str>) -> Option<Property> {
    match (start.time(), end.time()) {
        (None, _) if end.civil() > start.civil() => Some(on("DTEND", end.civil()?.tomorrow().ok()?)),
        // A local time and a time in UTC cannot be compared, unless the zone is known.
        (Some((.., from)), Some((.., to))) if zone.is_some() || from.is_some() == to.is_some() => {
            let (begins, ends) = (moment("DTSTART", start, zone)?, moment("DTEND", end, zone)?);
            // In the same notation, later times compare greater as text.
            (begins.value() < ends.value()).then_some(ends)
        }
        _ => None,
    }
}
