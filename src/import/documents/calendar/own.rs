//! The calendars that `lawat` exports: an event is a visit or a stop of one, as its UID says.

use std::collections::HashMap;

use serde_yaml::{Mapping, Value};

use super::event::Event;
use super::moment::Zones;
use crate::import::documents::fields::Fields;
use crate::import::documents::output::Output;
use crate::lang::Lang;

/// A visit and its stops.
#[derive(Default)]
struct Group {
    visit: Option<Event>,
    stops: Vec<(Event, String)>,
}

/// Reads the events of a calendar.
pub(super) fn read(events: Vec<Event>, zones: &Zones, out: &mut Output<'_>) {
    let mut groups: Vec<(String, Group)> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for event in events {
        let uid = event.text("UID").unwrap_or_default();
        let Some(reference) = uid.strip_suffix("@lawat") else {
            out.left_out(out.lang.import_line(event.number), out.lang.import_without_reference());
            continue;
        };
        let (visit, stop) =
            reference.split_once('#').map_or((reference, None), |(visit, stop)| (visit, Some(stop)));
        let at = *places.entry(visit.to_owned()).or_insert(groups.len());
        if at == groups.len() {
            groups.push((visit.to_owned(), Group::default()));
        }
        if let Some((_, group)) = groups.get_mut(at) {
            match stop {
                Some(stop) => group.stops.push((event, stop.to_owned())),
                None => group.visit = Some(event),
            }
        }
    }
    for (id, group) in groups {
        let visit = visit(&id, group, zones, out);
        out.visit(visit);
    }
}

fn visit(id: &str, group: Group, zones: &Zones, out: &mut Output<'_>) -> Mapping {
    let mut stops = Vec::new();
    let of_visit = group.visit.as_ref().and_then(Event::status);
    // A visit whose day is not known has no event of its own; its stops name it.
    let mut title = None;
    for (event, id) in group.stops {
        let description = Description::of(&event);
        let mut lines = description.lines.into_iter();
        title = title.or_else(|| lines.next());
        let activities = lines.filter_map(|line| line.strip_prefix("– ").map(str::to_owned));
        let fields = Fields::with_id(&id).maybe("name", event.text("SUMMARY").as_deref());
        let fields = fields.maybe("status", stop_status(&event, of_visit, description.is_inferred));
        let fields = fields.value("place", place(&event).into());
        let fields = event.when(zones, out).put(fields);
        let fields = fields.maybe("date_certainty", description.is_inferred.then_some("inferred"));
        stops.push(fields.texts("activities", activities).done());
    }
    let Some(event) = group.visit else {
        let fields = Fields::with_id(id).maybe("title", title.as_deref().or(Some(id)));
        return fields.records("itinerary", stops).done();
    };
    let description = Description::of(&event);
    let status = event.status().filter(|status| !(description.is_inferred && *status == "tentative"));
    let fields = Fields::with_id(id).maybe("title", event.text("SUMMARY").as_deref()).maybe("status", status);
    let fields = event.when(zones, out).put(fields);
    let fields = fields.maybe("date_certainty", description.is_inferred.then_some("inferred"));
    let fields = fields.text("summary", &description.lines.join("\n"));
    // The cities of a visit are those of its stops.
    let location = event.text("LOCATION").filter(|_| stops.is_empty());
    fields.records("itinerary", stops).maybe("x-location", location.as_deref()).done()
}

/// The status of a stop, where the status of its event does not follow from the visit or from a doubtful date. A
/// confirmed event may be a stop of which nothing is said.
fn stop_status(event: &Event, of_visit: Option<&str>, is_inferred: bool) -> Option<&'static str> {
    match event.status()? {
        status if of_visit == Some(status) => None,
        "cancelled" => Some("cancelled"),
        "tentative" if !is_inferred => Some("planned"),
        _ => None,
    }
}

/// The place: `name, address, locality, …`, where the name is that of the stop.
fn place(event: &Event) -> Mapping {
    let location = event.text("LOCATION").unwrap_or_default();
    let name = event.text("SUMMARY").unwrap_or_default();
    let rest = location.strip_prefix(&name).map(|rest| rest.trim_start_matches([',', ' ']));
    let coordinates: Value = event.coordinates().unwrap_or_default().into();
    Fields::default().text("address", rest.unwrap_or(&location)).value("coordinates", coordinates).done()
}

/// The description of an event, without what the export says about dates and references.
struct Description {
    lines: Vec<String>,
    is_inferred: bool,
}

impl Description {
    fn of(event: &Event) -> Self {
        let text = event.text("DESCRIPTION").unwrap_or_default();
        let all = [Lang::Id, Lang::En].map(Lang::messages);
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        if lines.last().is_some_and(|it| all.iter().any(|m| it.starts_with(&format!("{}: ", m.reference)))) {
            lines.pop();
        }
        let count = lines.len();
        lines.retain(|line| !all.iter().any(|m| line == m.date_inferred));
        let is_inferred = lines.len() < count;
        lines.retain(|line| !all.iter().any(|m| line.starts_with(&format!("{} ", m.until))));
        Self { lines, is_inferred }
    }
}
