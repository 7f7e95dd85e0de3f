//! An event becomes a visit.

use std::collections::HashSet;

use serde_yaml::Mapping;

use super::content_line::ContentLine;
use super::moment::{Moment, Zones};
use crate::import::documents::fields::{Fields, custom};
use crate::import::documents::ids::{Ids, is_usable};
use crate::import::documents::output::{Names, Output};
use crate::text::is_web_address;

/// Properties that say only how and when the entry was made, or how programs show it.
const TECHNICAL: &[&str] =
    &["CLASS", "CREATED", "DTSTAMP", "LAST-MODIFIED", "PRIORITY", "SEQUENCE", "TRANSP", "COLOR"];
/// Properties that have a place in the format.
const TAKEN: &[&str] = &[
    "UID",
    "SUMMARY",
    "DESCRIPTION",
    "DTSTART",
    "DTEND",
    "DURATION",
    "LOCATION",
    "GEO",
    "STATUS",
    "URL",
    "CATEGORIES",
    "ORGANIZER",
    "ATTENDEE",
    "RECURRENCE-ID",
];
/// Properties by which an event happens more than once.
const REPETITION: &[&str] = &["RRULE", "RDATE", "EXRULE", "EXDATE"];

/// The properties of an event.
#[derive(Debug, Default)]
pub(super) struct Event {
    /// The line where it begins.
    pub(super) number: usize,
    pub(super) lines: Vec<ContentLine>,
}

/// When an event is.
#[derive(Debug, Default)]
pub(super) struct When {
    start: Option<Moment>,
    end: Option<Moment>,
}

impl Event {
    pub(super) fn line(&self, name: &str) -> Option<&ContentLine> {
        self.lines.iter().find(|line| line.name == name)
    }

    pub(super) fn text(&self, name: &str) -> Option<String> {
        self.line(name).map(ContentLine::text).filter(|text| !text.is_empty())
    }

    /// When it is; what cannot be read is told.
    pub(super) fn when(&self, zones: &Zones, out: &mut Output<'_>) -> When {
        let mut read = |name: &str| {
            let line = self.line(name)?;
            let moment = Moment::read(line, zones);
            if moment.is_none() {
                out.left_out(out.lang.import_line(line.number), out.lang.import_unreadable_date(&line.value));
            }
            moment
        };
        let Some(start) = read("DTSTART") else { return When::default() };
        let duration = || start.after(&self.line("DURATION")?.value);
        let end = read("DTEND").or_else(duration).and_then(|end| start.end(end));
        When { start: Some(start), end }
    }

    /// The words of the format for its status; `confirmed` and the others are those of calendars.
    pub(super) fn status(&self) -> Option<&'static str> {
        match self.text("STATUS")?.to_ascii_uppercase().as_str() {
            "CONFIRMED" => Some("confirmed"),
            "TENTATIVE" => Some("tentative"),
            "CANCELLED" => Some("cancelled"),
            _ => None,
        }
    }

    /// The coordinates of `GEO`.
    pub(super) fn coordinates(&self) -> Option<Mapping> {
        let geo = self.line("GEO")?.value.split_once(';')?;
        let number = |text: &str, limit: f64| text.trim().parse::<f64>().ok().filter(|it| it.abs() <= limit);
        let (latitude, longitude) = (number(geo.0, 90.0)?, number(geo.1, 180.0)?);
        let fields = Fields::default().value("latitude", latitude.into());
        Some(fields.value("longitude", longitude.into()).done())
    }
}

impl When {
    pub(super) fn put(&self, fields: Fields) -> Fields {
        let written = |moment: &Option<Moment>| moment.as_ref().map(Moment::written);
        let fields = fields.maybe("start_date", written(&self.start).as_deref());
        fields.maybe("end_date", written(&self.end).as_deref())
    }

    pub(super) fn zone(&self) -> Option<&str> {
        self.start.as_ref().and_then(Moment::zone)
    }

    pub(super) fn start(&self) -> Option<String> {
        self.start.as_ref().map(Moment::written)
    }
}

/// The visit of an event.
pub(super) fn visit(event: &Event, zones: &Zones, (skipped, out): (&mut Names, &mut Output<'_>)) -> Mapping {
    let place = out.lang.import_line(event.number);
    let when = event.when(zones, out);
    let title = event.text("SUMMARY").map(|title| title.replace('\n', " "));
    if title.is_none() {
        out.changed(&*place, out.lang.import_without_title());
    }
    let title = title.unwrap_or_else(|| out.lang.import_event_title().to_owned());
    let (id, uid) = id(event, &title, &when, out);
    let mut ids = Ids::default();
    let stop = stop(event, &mut ids);
    let source = event.text("URL").map(|url| source(&url, &ids.take("url".to_owned())));
    let people = people(event, &mut ids, skipped);
    let fields = Fields::with_id(&id).text("title", &title).maybe("status", event.status());
    let fields = when
        .put(fields)
        .maybe("timezone", when.zone())
        .maybe("summary", event.text("DESCRIPTION").as_deref());
    let topics = event.lines.iter().filter(|line| line.name == "CATEGORIES").flat_map(ContentLine::texts);
    let topics = topics.map(|topic| topic.trim().to_owned()).filter(|topic| !topic.is_empty());
    let fields = fields.texts("topics", topics).records("participants", people);
    let fields = fields.records("itinerary", stop.into_iter().collect());
    let fields = fields.records("sources", source.into_iter().collect()).maybe("x-uid", uid.as_deref());
    if let Some(repetition) = event.lines.iter().find(|line| REPETITION.contains(&line.name.as_str())) {
        out.left_out(out.lang.import_line(repetition.number), out.lang.import_repetitions());
    }
    others(event, fields, skipped).done()
}

/// The id of the visit, and the UID if it could not be the id.
fn id(event: &Event, title: &str, when: &When, out: &mut Output<'_>) -> (String, Option<String>) {
    let Some(uid) = event.text("UID") else {
        let name = format!("{title} {}", when.start().unwrap_or_default());
        return (out.visit_ids.of_name(&name), None);
    };
    // One time of a series has the UID of the series.
    let own = match event.text("RECURRENCE-ID") {
        Some(time) => format!("{uid}-{time}"),
        None => uid.clone(),
    };
    let id = out.visit_ids.of_own(&own, "event");
    (id, Some(uid).filter(|uid| !is_usable(uid)))
}

/// The place as a stop; the address of a video call is none.
fn stop(event: &Event, ids: &mut Ids) -> Option<Mapping> {
    let location = event.text("LOCATION").filter(|location| !is_web_address(location))?.replace('\n', ", ");
    let place = Fields::default().text("name", &location);
    let place = place.value("coordinates", event.coordinates().unwrap_or_default().into()).done();
    let fields = Fields::with_id(&ids.of_name(&location)).text("name", &location);
    Some(fields.value("place", place.into()).done())
}

fn source(url: &str, id: &str) -> Mapping {
    Fields::with_id(id).text("type", "other").text("url", url).done()
}

/// Those who invite and are invited, by their names; rooms and equipment are not people.
fn people(event: &Event, ids: &mut Ids, skipped: &mut Names) -> Vec<Mapping> {
    let (mut people, mut names) = (Vec::new(), HashSet::new());
    for line in event.lines.iter().filter(|line| matches!(line.name.as_str(), "ORGANIZER" | "ATTENDEE")) {
        let address = line.value.trim();
        let address = address
            .get(7..)
            .filter(|_| address.to_ascii_lowercase().starts_with("mailto:"))
            .unwrap_or(address);
        let name = line.parameter("CN").unwrap_or(address).trim_matches('\'');
        let kind = line.parameter("CUTYPE").unwrap_or_default().to_ascii_uppercase();
        if matches!(kind.as_str(), "ROOM" | "RESOURCE") {
            skipped.add(&format!("ATTENDEE {kind}"));
            continue;
        }
        if name.is_empty() || !names.insert(name) {
            continue;
        }
        let fields = Fields::with_id(&ids.of_name(name)).text("name", name);
        people.push(fields.maybe("type", (kind == "GROUP").then_some("group")).done());
    }
    people
}

/// Properties without a place in the format become custom fields; those of a program are only told.
fn others(event: &Event, mut fields: Fields, skipped: &mut Names) -> Fields {
    if let Some(location) = event.text("LOCATION").filter(|location| is_web_address(location)) {
        fields = fields.text("x-location", &location);
    }
    for line in &event.lines {
        let name = line.name.as_str();
        if TAKEN.contains(&name) || TECHNICAL.contains(&name) {
            continue;
        }
        if name.starts_with("X-") {
            skipped.add(name);
        } else {
            fields = fields.text(&custom(&name.to_ascii_lowercase()), &line.text());
        }
    }
    fields
}
