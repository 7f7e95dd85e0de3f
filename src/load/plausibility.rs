//! Checks of values: dates, coordinates, time zones and languages.

use std::collections::HashSet;

use jiff::tz::TimeZoneDatabase;
use language_tags::LanguageTag;

use super::node::Node;
use super::problem::LocatedProblem;
use crate::diagnostic::{Problem, SourceSpan, Warning};
use crate::lang::{dates_in, weekdays_in};
use crate::model::{
    Coordinates, DateMatch, Days, Doubt, Header, Id, Join, Medium, Note, NoteType, PartialDate, RecordTime,
    SingleDate, Visit,
};
use crate::text::nearest;

/// Checks the values of a visit.
pub(super) fn check_plausibility(visit: &Visit, node: &Node, found: &mut Vec<LocatedProblem>) {
    // A note about a conflict or a correction explains a wrong date in the source. A note about nothing is about the
    // visit.
    let explains_conflict =
        |note: &&Note| matches!(note.kind, Some(NoteType::Conflict | NoteType::Correction));
    let explanations = || visit.notes.iter().filter(explains_conflict);
    let ids: HashSet<&Id> = explanations().flat_map(|note| &note.about).collect();
    let of_the_visit = explanations().any(|note| note.about.is_empty());
    let printed = visit.date_text.as_deref().filter(|_| !of_the_visit);
    Dates { start: visit.start_date, end: visit.end_date, printed }.check(node, found);
    check_timezone(visit.timezone.as_deref(), node, found);
    check_language(visit.language.as_deref(), (node, "language"), found);
    let begins = node.span_of("start_date");
    for (stop, node) in visit.itinerary.iter().zip(node.items("itinerary")) {
        let printed = stop.date_text.as_deref().filter(|_| !ids.contains(&stop.id));
        Dates { start: stop.start_date, end: stop.end_date, printed }.check(node, found);
        check_timezone(stop.timezone.as_deref(), node, found);
        for (place, node) in stop.place.iter().zip(node.one_or_more("place")) {
            check_coordinates(place.coordinates.as_ref(), node, found);
        }
        for (date, field) in [(stop.start_date, "start_date"), (stop.end_date, "end_date")] {
            check_within_visit((visit, begins), date, node.span_of(field), found);
        }
    }
    for (organization, node) in visit.organizations.iter().zip(node.items("organizations")) {
        let place = organization.place.as_ref().zip(node.get("place"));
        if let Some((place, node)) = place {
            check_coordinates(place.coordinates.as_ref(), node, found);
        }
    }
    for (place, node) in visit.places.iter().zip(node.items("places")) {
        check_coordinates(place.coordinates.as_ref(), node, found);
    }
    for (statement, node) in visit.statements.iter().zip(node.items("statements")) {
        check_language(statement.language.as_deref(), (node, "language"), found);
        check_language(statement.original_language.as_deref(), (node, "original_language"), found);
        for (translation, node) in statement.translations.iter().zip(node.items("translations")) {
            check_language(Some(&translation.language), (node, "language"), found);
        }
        // These statements may be made after the visit.
        let after_the_visit = [Medium::Interview, Medium::WrittenStatement, Medium::SocialMedia];
        if statement.medium.as_ref().is_none_or(|medium| !after_the_visit.contains(medium)) {
            check_within_visit((visit, begins), statement.date, node.span_of("date"), found);
        }
    }
    for (source, node) in visit.sources.iter().zip(node.items("sources")) {
        check_language(source.language.as_deref(), (node, "language"), found);
    }
}

/// The dates of a visit or a stop.
#[derive(Debug, Clone, Copy)]
struct Dates<'a> {
    start: Option<PartialDate>,
    end: Option<PartialDate>,
    /// The printed text, unless a note explains that it is wrong.
    printed: Option<&'a str>,
}

impl Dates<'_> {
    /// Checks that the end is not before the start, and that printed dates and weekdays match.
    fn check(self, node: &Node, found: &mut Vec<LocatedProblem>) {
        let Some(start) = self.start.filter(is_exact) else { return };
        let end = self.end.filter(is_exact);
        let starts = node.span_of("start_date");
        if let Some(end) = end.filter(|end| is_before(*end, start) || is_hours_before(*end, start)) {
            let problem = Problem::EndBeforeStart { end: end.to_string(), start: start.to_string() };
            found.push(LocatedProblem::new(problem, node.span_of("end_date")).with_related(starts));
            return;
        }
        let Some(printed) = self.printed else { return };
        let problem =
            self.printed_date_mismatch(start, printed).or_else(|| self.weekday_mismatch(start, printed));
        found.extend(
            problem
                .map(|problem| LocatedProblem::new(problem, node.span_of("date_text")).with_related(starts)),
        );
    }

    /// A warning if no printed date, in any reading, can be one of the days.
    fn printed_date_mismatch(self, start: PartialDate, printed: &str) -> Option<Warning> {
        // With an uncertain end, any later day is possible.
        let last = match self.end {
            Some(end) => end.latest().filter(|_| is_exact(&end)).unwrap_or(Days::ALL.last),
            None => start.latest()?,
        };
        let days = Days { first: start.earliest()?, last };
        let has_an_end = self.end.is_some() || start.last().is_some();
        let fits = |date: &PartialDate| {
            let overlaps = |date| may_be_among(date, days);
            // All of a printed interval must be within an interval of several days.
            if has_an_end && days.first < days.last {
                all_of(*date).into_iter().all(overlaps)
            } else {
                overlaps(*date)
            }
        };
        let dates = dates_in(printed);
        let fits = dates.iter().flat_map(|(normalized, _)| normalized).any(fits);
        let (_, first) = dates.first().filter(|_| !fits)?;
        Some(Warning::PrintedDateMismatch {
            printed: (*first).to_owned(),
            dates: Box::new((start, self.end)),
        })
    }

    /// A warning if no printed weekday is one of the days.
    fn weekday_mismatch(self, start: PartialDate, printed: &str) -> Option<Warning> {
        let days = RecordTime::new(Some(start), self.end)?.exact()?.weekdays();
        let printed = weekdays_in(printed);
        let fits = printed.iter().any(|(day, _)| days.contains(day));
        let (_, first) = printed.first().filter(|_| !fits)?;
        Some(Warning::WeekdayMismatch { printed: (*first).to_owned(), date: start.ends().0 })
    }
}

/// The dates that a printed one includes: both ends of an interval of days, the members of a list.
fn all_of(printed: PartialDate) -> Vec<PartialDate> {
    match (printed.members(), printed.last()) {
        (Some((Join::And, members)), _) => members.iter().copied().flat_map(all_of).collect(),
        (None, Some((Join::Through, last))) => {
            let ends = [printed.first(), last].map(|edge| edge.date().filter(SingleDate::names_days));
            match ends {
                [Some(first), Some(last)] => vec![first.into(), last.into()],
                _ => vec![printed],
            }
        }
        _ => vec![printed],
    }
}

/// Whether a printed date may be one of the days. A date without a year takes the year of the days.
fn may_be_among(printed: PartialDate, days: Days) -> bool {
    let overlaps =
        |date| RecordTime::new(Some(date), None).is_some_and(|when| when.overlaps(days) > DateMatch::No);
    let written = printed.to_string();
    if !written.contains("XXXX") {
        return overlaps(printed);
    }
    let mut years = days.first.year()..=days.last.year().min(days.first.year().saturating_add(1));
    let in_year = |year: i16| {
        let sign = if year < 0 { "-" } else { "" };
        written.replace("XXXX", &format!("{sign}{:04}", year.unsigned_abs()))
    };
    // An interval that continues into the next year is not checked.
    years.any(|year| in_year(year).parse().map_or(printed.last().is_some(), overlaps))
}

/// Whether a date is neither approximate nor uncertain.
fn is_exact(date: &PartialDate) -> bool {
    date.doubt() == Doubt::None
}

/// Whether `date` is certainly before `other`.
fn is_before(date: PartialDate, other: PartialDate) -> bool {
    date.latest().zip(other.earliest()).is_some_and(|(last, first)| last < first)
}

/// Whether the time of `date` is before that of `other`, on the same day and in the same zone.
fn is_hours_before(date: PartialDate, other: PartialDate) -> bool {
    let same_day = date.civil().is_some() && date.civil() == other.civil();
    let hours = date.time().zip(other.time());
    same_day && hours.is_some_and(|((h, m, zone), (h2, m2, zone2))| zone == zone2 && (h, m) < (h2, m2))
}

/// Checks that an exact date is within the exact dates of the visit, which begin at the span `begins`.
fn check_within_visit(
    (visit, begins): (&Visit, SourceSpan),
    date: Option<PartialDate>,
    at: SourceSpan,
    found: &mut Vec<LocatedProblem>,
) {
    let Some(date) = date.filter(is_exact) else { return };
    // In another time zone it may be the day before or after.
    if date.time().is_some_and(|(_, _, zone)| zone.is_some()) {
        return;
    }
    let (start, end) = (visit.start_date, visit.end_date.or(visit.start_date));
    if start.into_iter().chain(end).any(|date| !is_exact(&date)) {
        return;
    }
    if start.is_some_and(|start| is_before(date, start)) || end.is_some_and(|end| is_before(end, date)) {
        let Some(first) = start.or(end) else { return };
        let problem = Warning::OutsideTheVisit { date, visit: Box::new((first, visit.end_date)) };
        found.push(LocatedProblem::new(problem, at).with_related(begins));
    }
}

/// Checks the coordinates of a place.
fn check_coordinates(there: Option<&Coordinates>, node: &Node, found: &mut Vec<LocatedProblem>) {
    let Some((there, inner)) = there.zip(node.get("coordinates")) else { return };
    // Coordinates taken from another description of the place are reported there; they have the span of the ID.
    if node.get("id").is_some_and(|id| id.at == inner.at) {
        return;
    }
    for (degrees, most, field) in [(there.latitude, 90.0, "latitude"), (there.longitude, 180.0, "longitude")]
    {
        if degrees.abs() > most {
            found.push(LocatedProblem::new(
                Problem::BadCoordinates(format!("{field} {degrees}")),
                inner.span_of(field),
            ));
        }
    }
}

/// Checks the places of the register.
pub(super) fn check_register(header: &Header, head: &Node, found: &mut Vec<LocatedProblem>) {
    for (it, node) in header.places.iter().zip(head.items("places")) {
        check_coordinates(it.coordinates.as_ref(), node, found);
    }
    for (it, node) in header.organizations.iter().zip(head.items("organizations")) {
        if let Some((place, node)) = it.place.as_ref().zip(node.get("place")) {
            check_coordinates(place.coordinates.as_ref(), node, found);
        }
    }
}

/// Checks the field `timezone` of a record.
pub(super) fn check_timezone(zone: Option<&str>, node: &Node, found: &mut Vec<LocatedProblem>) {
    // The bundled database, so that results do not depend on the system.
    let zones = TimeZoneDatabase::bundled();
    let is_known = |zone: &str| zones.get(zone).is_ok_and(|zone| !zone.is_unknown());
    if let Some(zone) = zone.filter(|zone| !is_known(zone)) {
        let problem = Warning::UnknownTimezone { zone: zone.to_owned(), nearest: nearest_zone(zone, &zones) };
        found.push(LocatedProblem::new(problem, node.span_of("timezone")));
    }
}

/// A suggestion for an unknown zone: by its Indonesian abbreviation or offset, by its city, or by similar spelling.
fn nearest_zone(zone: &str, zones: &TimeZoneDatabase) -> Option<String> {
    let known = match zone.to_ascii_uppercase().replace(' ', "").as_str() {
        "WIB" | "GMT+7" | "UTC+7" | "+07:00" | "UTC+07:00" => Some("Asia/Jakarta"),
        "WITA" | "GMT+8" | "UTC+8" | "+08:00" | "UTC+08:00" => Some("Asia/Makassar"),
        "WIT" | "GMT+9" | "UTC+9" | "+09:00" | "UTC+09:00" => Some("Asia/Jayapura"),
        _ => None,
    };
    if let Some(known) = known {
        return Some(known.to_owned());
    }
    let names = zones.available().map(|name| name.to_string());
    let names: Vec<_> = names.filter(|name| name.contains('/') && !name.starts_with("Etc/")).collect();
    let similar =
        nearest(city(zone), names.iter().map(|name| city(name))).filter(|_| city(zone).len() > 3)?.to_owned();
    names.into_iter().find(|name| city(name) == similar)
}

fn city(zone: &str) -> &str {
    zone.rsplit('/').next().unwrap_or(zone)
}

/// Checks a language field of a record.
pub(super) fn check_language(
    tag: Option<&str>,
    (node, field): (&Node, &str),
    found: &mut Vec<LocatedProblem>,
) {
    let is_known = |tag: &str| LanguageTag::parse(tag).is_ok_and(|tag| tag.is_valid());
    if let Some(tag) = tag.filter(|tag| !is_known(tag)) {
        found.push(LocatedProblem::new(Warning::UnknownLanguage(tag.to_owned()), node.span_of(field)));
    }
}
