//! Linked data with the vocabulary of schema.org: a visit as an event and a trip, its stops as events at places, people,
//! organizations, sources and statements.
//!
//! Inferred facts are only given as text: machines take every property for certain.

use std::fmt::Write as _;
use std::io::{self, Write};

use serde_json::{Map, Value};

use super::job::Export;
use super::selection::VisitSelection;
use crate::cite::{Citation, Style};
use crate::lang::{Lang, date_plain, span_short};
use crate::model::{
    Agent, Certainty, DateFrom, Id, Organization, PartialDate, Participant, ParticipantType, Place, Role,
    ShortText, Source, SourceRef, SourceType, Statement, StatementType, Status, Stop, StopStatus, Visit,
};
use crate::text::{is_web_address, json};

/// Writes one graph with all visits. The context is inline, so that nothing has to be fetched.
pub(super) fn write(export: &Export<'_>, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(b"{\n\"@context\": {\"@vocab\": \"https://schema.org/\"},\n\"@graph\": [")?;
    let mut comma = "\n";
    for (visit, part) in export.visits() {
        for node in nodes(export.lang, visit, part) {
            out.write_all(comma.as_bytes())?;
            out.write_all(embeddable(&node)?.as_bytes())?;
            comma = ",\n";
        }
    }
    out.write_all(b"\n]\n}\n")
}

/// A value as JSON that may stand in the script element of a page: no text can close it.
pub(super) fn embeddable(node: &Value) -> io::Result<String> {
    Ok(json(node, false)?.replace('<', "\\u003c"))
}

/// The graph of a published page, to be embedded in it.
pub(super) fn graph(nodes: &[Value]) -> io::Result<String> {
    let nodes = nodes.iter().map(embeddable).collect::<io::Result<Vec<_>>>()?;
    Ok(format!("{{\"@context\":{{\"@vocab\":\"https://schema.org/\"}},\"@graph\":[{}]}}", nodes.join(",\n")))
}

/// The nodes of a visit, each once.
pub(super) fn nodes(lang: Lang, visit: &Visit, part: &VisitSelection) -> Vec<Value> {
    let organizations = visit.organizations.iter().map(|it| organization(visit, it));
    let people = visit.participants.iter().map(|it| participant(visit, it));
    let stops = visit.itinerary.iter().map(|it| stop(lang, visit, it));
    let statements = part.statements_of(visit).map(|it| statement(lang, visit, it));
    let sources = visit.sources.iter().map(|it| source(visit, it));
    std::iter::once(event(lang, visit))
        .chain(stops)
        .chain(organizations)
        .chain(people)
        .chain(statements)
        .chain(sources)
        .collect()
}

/// A node with its properties; null values are left out.
fn node<const N: usize>(id: Option<String>, kind: Value, facts: [(&str, Value); N]) -> Value {
    let mut node = Map::new();
    node.insert("@type".to_owned(), kind);
    node.extend(id.map(|id| ("@id".to_owned(), Value::String(id))));
    let has_value = |value: &Value| match value {
        Value::Null => false,
        Value::Array(items) => !items.is_empty(),
        _ => true,
    };
    node.extend(
        facts.into_iter().filter(|(_, value)| has_value(value)).map(|(name, value)| (name.to_owned(), value)),
    );
    Value::Object(node)
}

/// The identifier of a visit, or of a record in it.
fn name_in(visit: &Visit, id: Option<&Id>) -> String {
    let id = id.map(|id| format!(":{}", encoded(id.as_str()))).unwrap_or_default();
    format!("urn:lawat:visit:{}{id}", encoded(visit.id.as_str()))
}

/// The identifier of a person, a group or an organization, the same in every visit.
fn name_of(agent: &Agent) -> String {
    format!("urn:lawat:agent:{}", encoded(&agent.to_string()))
}

/// A reference to a participant of a visit.
fn to_person(visit: &Visit, it: &Participant) -> Value {
    link(name_of(&visit.agent(it)))
}

/// A reference to an organization of a visit; null if the visit has none with this id.
fn to_organization(visit: &Visit, id: Option<&Id>) -> Value {
    let organization = id.and_then(|id| visit.organization(id));
    organization.map_or(Value::Null, |it| link(name_of(&it.agent())))
}

/// Percent-encodes the characters that an identifier may not hold.
fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |mut name, byte| {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => name.push(char::from(byte)),
            byte => {
                let _ = write!(name, "%{byte:02X}");
            }
        }
        name
    })
}

fn link(name: String) -> Value {
    Value::Object(Map::from_iter([("@id".to_owned(), name.into())]))
}

/// A date in ISO 8601; null for seasons, uncertain dates and dates with unknown digits, which ISO 8601 cannot express.
fn date(date: Option<PartialDate>) -> Value {
    date.filter(PartialDate::is_plain).map_or(Value::Null, |date| date.to_string().into())
}

/// Start and end if they are stated and can be expressed, else a description.
fn dated(
    lang: Lang,
    (start, end): (Option<PartialDate>, Option<PartialDate>),
    certainty: Option<Certainty>,
) -> (Value, Value, Value) {
    match certainty {
        Some(Certainty::Inferred) => {
            let words = start
                .map(|start| format!("{} ({})", date_plain(lang, &start), lang.messages().date_inferred));
            (Value::Null, Value::Null, words.map_or(Value::Null, Value::String))
        }
        Some(Certainty::Unknown) => (Value::Null, Value::Null, Value::Null),
        Some(Certainty::Stated) | None => {
            let (first, last) = start.map(PartialDate::ends).unzip();
            match date(first) {
                Value::Null => {
                    let words = start.map(|start| span_short(lang, &start, end.as_ref()));
                    (Value::Null, Value::Null, words.map_or(Value::Null, Value::String))
                }
                first => (first, date(end.or(last.flatten())), Value::Null),
            }
        }
    }
}

fn event(lang: Lang, visit: &Visit) -> Value {
    let (start, end, in_words) = dated(lang, (visit.start_date, visit.end_date), visit.date_certainty);
    let with = |wanted: &[Role]| -> Vec<Value> {
        let chosen = visit
            .organizations
            .iter()
            .filter(|it| it.role.as_ref().is_some_and(|role| wanted.contains(role)));
        chosen.map(|it| link(name_of(&it.agent()))).collect()
    };
    let attendees: Vec<Value> = with(&[Role::Visitor])
        .into_iter()
        .chain(visit.participants.iter().map(|it| to_person(visit, it)))
        .collect();
    let status = match &visit.status {
        Some(Status::Cancelled) => Value::from("https://schema.org/EventCancelled"),
        Some(Status::Tentative | Status::Confirmed | Status::Passed) => {
            Value::from("https://schema.org/EventScheduled")
        }
        Some(Status::Postponed) => Value::from("https://schema.org/EventPostponed"),
        Some(Status::Unlisted(_)) | None => Value::Null,
    };
    let stops = visit.stops_in_order().into_iter().filter_map(|at| visit.itinerary.get(at));
    let went = stops.filter(|stop| !stop.is_called_off());
    let places: Vec<Value> = went.map(|it| link(name_in(visit, Some(&it.id)) + ":place")).collect();
    let is_stated = |it: &Stop| it.position.is_some() && is_stated(it.position_certainty);
    // An `ItemList` is ordered: it is used only if the order is stated.
    let itinerary = if places.is_empty() || !visit.itinerary.iter().all(is_stated) {
        places.into()
    } else {
        let item = |(at, place): (usize, Value)| {
            node(None, "ListItem".into(), [("position", (at + 1).into()), ("item", place)])
        };
        let items: Vec<Value> = (0_usize..).zip(places).map(item).collect();
        node(None, "ItemList".into(), [("itemListElement", items.into())])
    };
    node(
        Some(name_in(visit, None)),
        vec!["Event", "Trip"].into(),
        [
            ("name", visit.title.as_str().into()),
            ("alternateName", visit.local_term.as_deref().into()),
            ("description", visit.summary.as_ref().map(|it| it.text.as_str()).into()),
            ("disambiguatingDescription", in_words),
            ("identifier", visit.id.as_str().into()),
            ("startDate", start),
            ("endDate", end),
            ("eventStatus", status),
            ("inLanguage", visit.language.as_deref().into()),
            ("keywords", visit.topics.iter().map(ShortText::as_str).collect()),
            ("organizer", with(&[Role::Host, Role::Organizer]).into()),
            ("attendee", attendees.into()),
            ("itinerary", itinerary),
            ("subEvent", visit.itinerary.iter().map(|it| link(name_in(visit, Some(&it.id)))).collect()),
            ("subjectOf", visit.sources.iter().map(|it| link(name_in(visit, Some(&it.id)))).collect()),
        ],
    )
}

fn stop(lang: Lang, visit: &Visit, stop: &Stop) -> Value {
    let name = name_in(visit, Some(&stop.id));
    let (start, end, in_words) = dated(lang, (stop.start_date, stop.end_date), stop.date_certainty);
    let location = location(&name, stop);
    let there = visit.with_attendance_at(&stop.id).map(|(_, it)| it).filter(|person| {
        person.attendance.iter().any(|it| it.stop == stop.id && it.is_attended() && is_stated(it.certainty()))
    });
    let status = match &stop.status {
        Some(StopStatus::Cancelled) => Value::from("https://schema.org/EventCancelled"),
        Some(StopStatus::Planned | StopStatus::Visited) => Value::from("https://schema.org/EventScheduled"),
        Some(StopStatus::Postponed) => Value::from("https://schema.org/EventPostponed"),
        Some(StopStatus::Unlisted(_)) | None => Value::Null,
    };
    node(
        Some(name),
        "Event".into(),
        [
            ("name", stop.name.as_str().into()),
            ("description", stop.activities.clone().into()),
            ("disambiguatingDescription", in_words),
            ("startDate", start),
            ("endDate", end),
            ("eventStatus", status),
            ("location", location),
            ("keywords", stop.topics.iter().map(ShortText::as_str).collect()),
            ("attendee", there.map(|it| to_person(visit, it)).collect()),
            ("superEvent", link(name_in(visit, None))),
        ],
    )
}

/// A postal address.
fn address(place: Option<&Place>) -> Value {
    let text = |field: Option<&String>| field.map_or(Value::Null, |text| text.as_str().into());
    place
        .filter(|it| [&it.address, &it.locality, &it.region, &it.country].into_iter().any(Option::is_some))
        .map_or(Value::Null, |it| {
            node(
                None,
                "PostalAddress".into(),
                [
                    ("streetAddress", text(it.address.as_ref())),
                    ("addressLocality", text(it.locality.as_ref())),
                    ("addressRegion", text(it.region.as_ref())),
                    ("addressCountry", text(it.country.as_ref())),
                ],
            )
        })
}

/// The location of a stop.
pub(super) fn location(name: &str, stop: &Stop) -> Value {
    let place = stop.place.first();
    let geo = place.and_then(|it| it.coordinates.as_ref()).map_or(Value::Null, |at| {
        node(
            None,
            "GeoCoordinates".into(),
            [("latitude", at.latitude.into()), ("longitude", at.longitude.into())],
        )
    });
    let names: Vec<&str> = stop.short_name.iter().chain(&stop.other_names).map(String::as_str).collect();
    node(
        Some(format!("{name}:place")),
        "Place".into(),
        [
            ("name", stop.name.as_str().into()),
            ("alternateName", names.into()),
            ("address", address(place)),
            ("geo", geo),
        ],
    )
}

/// A URL, if it is a web address.
fn web_address(url: Option<&str>) -> Value {
    url.filter(|url| is_web_address(url)).into()
}

fn web_addresses(urls: &[String]) -> Value {
    urls.iter().filter(|url| is_web_address(url)).cloned().collect()
}

/// A single value alone, several as a list.
fn one_or_list(mut values: Vec<Value>) -> Value {
    if values.len() == 1 { values.remove(0) } else { values.into() }
}

fn is_stated(certainty: Option<Certainty>) -> bool {
    matches!(certainty, None | Some(Certainty::Stated))
}

pub(super) fn organization(visit: &Visit, it: &Organization) -> Value {
    let parent = to_organization(visit, it.parent.as_ref());
    node(
        Some(name_of(&it.agent())),
        "Organization".into(),
        [
            ("name", it.name.as_str().into()),
            ("alternateName", it.other_names.clone().into()),
            ("parentOrganization", parent),
            ("address", address(it.place.as_ref())),
            ("sameAs", web_addresses(&it.same_as)),
        ],
    )
}

/// A participant: a `Person`, or for a group an `Organization`.
pub(super) fn participant(visit: &Visit, it: &Participant) -> Value {
    let organizations = it.organizations().map(|id| to_organization(visit, Some(id))).collect();
    let kind = if it.kind == Some(ParticipantType::Group) { "Organization" } else { "Person" };
    // In schema.org only a `Person` has a job title.
    let (belongs, post) =
        if kind == "Person" { ("worksFor", "jobTitle") } else { ("parentOrganization", "description") };
    let name = if it.name.is_some() || kind == "Organization" { visit.label(it).into() } else { Value::Null };
    node(
        Some(name_of(&visit.agent(it))),
        kind.into(),
        [
            ("name", name),
            ("alternateName", it.other_names.clone().into()),
            (post, one_or_list(visit.posts_of(it).iter().map(|post| post.title.as_str().into()).collect())),
            (belongs, one_or_list(organizations)),
            ("sameAs", web_addresses(&it.same_as)),
        ],
    )
}

/// A verbatim statement is a `Quotation` by its speaker; any other names the speaker in its text.
fn statement(lang: Lang, visit: &Visit, it: &Statement) -> Value {
    let citation = Citation::new(visit, it, lang);
    let is_quote = it.kind == StatementType::Quote;
    let speakers = visit.speakers(it).map(|speaker| link(name_of(&speaker.agent(visit))));
    let speaker = one_or_list(speakers.collect());
    let is_sure = is_stated(it.speaker_certainty);
    let (creator, mentioned) =
        if is_quote && is_sure { (speaker, Value::Null) } else { (Value::Null, speaker) };
    let at = it.stop.as_ref().filter(|_| is_stated(it.stop_certainty));
    let own_date =
        visit.dated(it).filter(|dated| dated.from == DateFrom::Statement && is_stated(dated.certainty));
    let language = it.language.as_deref().or(visit.language.as_deref());
    let translations: Vec<Value> = it
        .translations
        .iter()
        .map(|translation| {
            node(
                None,
                if is_quote { "Quotation" } else { "CreativeWork" }.into(),
                [
                    ("text", translation.text.as_str().into()),
                    ("inLanguage", translation.language.as_str().into()),
                    ("translationOfWork", link(name_in(visit, Some(&it.id)))),
                ],
            )
        })
        .collect();
    node(
        Some(name_in(visit, Some(&it.id))),
        if is_quote { "Quotation" } else { "CreativeWork" }.into(),
        [
            ("text", it.text.as_str().into()),
            ("genre", if is_quote { Value::Null } else { it.kind.name().into() }),
            ("identifier", citation.write(Style::Reference).into()),
            ("inLanguage", language.into()),
            ("creator", creator),
            ("mentions", mentioned),
            ("creditText", citation.write(Style::Press).into()),
            ("dateCreated", own_date.map_or(Value::Null, |own_date| date(Some(own_date.date)))),
            ("recordedAt", link(name_in(visit, at))),
            ("keywords", it.topics.iter().map(ShortText::as_str).collect()),
            ("isBasedOn", it.sources.iter().map(|it| place_in(visit, it)).collect()),
            ("workTranslation", translations.into()),
        ],
    )
}

/// A citation of a source, with the locator.
fn place_in(visit: &Visit, reference: &SourceRef) -> Value {
    let whole = link(name_in(visit, Some(&reference.id)));
    match &reference.locator {
        Some(locator) => {
            node(None, "CreativeWork".into(), [("isPartOf", whole), ("position", locator.as_str().into())])
        }
        None => whole,
    }
}

fn source(visit: &Visit, it: &Source) -> Value {
    let kind = match &it.kind {
        Some(SourceType::News) => "NewsArticle",
        Some(SourceType::Report) => "Report",
        Some(SourceType::Dataset) => "Dataset",
        Some(SourceType::SocialMedia) => "SocialMediaPosting",
        Some(
            SourceType::PressRelease
            | SourceType::OfficialRecord
            | SourceType::Transcript
            | SourceType::Other
            | SourceType::Unlisted(_),
        )
        | None => "CreativeWork",
    };
    let publisher = it
        .publisher
        .as_deref()
        .map_or(Value::Null, |name| node(None, "Organization".into(), [("name", name.into())]));
    node(
        Some(name_in(visit, Some(&it.id))),
        kind.into(),
        [
            ("name", it.title.as_deref().into()),
            ("author", it.author.as_deref().into()),
            ("publisher", publisher),
            ("datePublished", date(it.date)),
            ("url", web_address(it.url.as_deref())),
            ("archivedAt", web_address(it.archive_url.as_deref())),
            ("inLanguage", it.language.as_deref().into()),
            ("license", it.license.as_deref().into()),
        ],
    )
}
