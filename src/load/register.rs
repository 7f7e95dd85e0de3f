//! The register: people, organizations and places described once for all visits. It may be in any file, before or after
//! the visits that use it, so all files are searched for it first.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};

use granit_parser::Event;
use memchr::{memchr2_iter, memmem};
use serde::Deserialize;

use super::compose::Composer;
use super::node::{Node, NodeValue};
use super::problem::LocatedProblem;
use super::record;
use super::text_file::TextFile;
use super::version::is_supported_version;
use crate::diagnostic::{Problem, ReferenceKind, SourceSpan};
use crate::model::{Id, RegisteredOrganization, RegisteredPerson, RegisteredPlace};
use crate::text::{fold, nearest};

/// The lists of the register at the top level of an archive.
pub(super) const LISTS: [&str; 3] = ["people", "organizations", "places"];

/// Where a visit refers to organizations: lists, and their fields with one or more IDs.
const REFERENCES: &[(&str, &[&str])] = &[
    ("organizations", &["parent"]),
    ("participants", &["organization"]),
    ("itinerary", &["organization"]),
    ("statements", &["speaker", "delivered_by", "interpreted_by", "on_behalf_of", "audience"]),
    ("outcomes", &["parties", "responsible"]),
];

/// The entries of the register by ID.
#[derive(Debug, Default)]
pub(super) struct Register {
    people: BTreeMap<Id, Node>,
    organizations: BTreeMap<Id, Node>,
    places: BTreeMap<Id, Node>,
}

/// The lists of one archive, deserialized to find errors.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Lists {
    #[serde(default)]
    people: Vec<RegisteredPerson>,
    #[serde(default)]
    organizations: Vec<RegisteredOrganization>,
    #[serde(default)]
    places: Vec<RegisteredPlace>,
}

impl Register {
    /// Adds the register of a file, if there is one. Its problems are reported later, when the file is read.
    pub(super) fn add_file(&mut self, bytes: &[u8]) {
        if !may_have_register(bytes) {
            return;
        }
        let Ok(source) = TextFile::decode("", bytes.to_vec()) else { return };
        for (lines_before, text) in source.parts() {
            let mut composer = Composer::new(text, lines_before);
            loop {
                // After a syntax error, another document may follow.
                let _ = self.document(&mut composer, source.is_json_list());
                if !composer.next_document() {
                    break;
                }
            }
        }
    }

    /// Whether nothing is registered.
    pub(super) fn is_empty(&self) -> bool {
        self.people.is_empty() && self.organizations.is_empty() && self.places.is_empty()
    }

    /// Completes the organizations with their places, when all files have been searched.
    pub(super) fn resolve_places(&mut self) {
        let places = &self.places;
        for organization in self.organizations.values_mut() {
            for place in organization.one_or_more_mut("place") {
                let Some((id, at)) = id_of(place).filter(|_| !describes(place)) else { continue };
                match places.get(&id) {
                    Some(entry) => complete_from(place, entry, at, &|_| true),
                    None => place.keep(|_| false),
                }
            }
        }
    }

    fn document(&mut self, composer: &mut Composer<'_>, is_list: bool) -> Result<(), LocatedProblem> {
        while let Some((event, at)) = composer.next().transpose()? {
            match event {
                Event::StreamStart | Event::DocumentStart(..) => {}
                Event::StreamEnd | Event::DocumentEnd => break,
                Event::MappingStart(..) => {
                    let mut head = Node { at, value: NodeValue::Mapping(Vec::new()) };
                    let mut is_archive = None;
                    let end = fields(composer, &mut head, &mut is_archive);
                    if is_archive == Some(true) {
                        self.add(head);
                    }
                    end?;
                }
                Event::SequenceStart(..) | Event::SequenceEnd if is_list => {}
                event => drop(composer.node(event, at, 0)?),
            }
        }
        Ok(())
    }

    /// Adds the entries of an archive that have no errors. The first entry of an ID takes precedence.
    fn add(&mut self, mut head: Node) {
        let (Some(lists), _) = record::read::<Lists>(&mut head) else { return };
        let places =
            lists.places.into_iter().map(|it| (it.id, it.coordinates.is_none_or(|at| at.is_on_earth())));
        for ((id, is_on_earth), node) in places.zip(head.items("places")) {
            let node = node.clone();
            let node = if is_on_earth { node } else { node.without("coordinates") };
            self.places.entry(id).or_insert(node);
        }
        for (it, node) in lists.people.into_iter().zip(head.items("people")) {
            self.people.entry(it.id).or_insert_with(|| node.clone());
        }
        for (it, node) in lists.organizations.into_iter().zip(head.items("organizations")) {
            let has_name = !it.name.trim().is_empty();
            let coordinates = it.place.and_then(|place| place.coordinates);
            let node = node.clone();
            let is_on_earth = coordinates.is_none_or(|at| at.is_on_earth());
            let node = if is_on_earth { node } else { node.without("place") };
            if has_name {
                self.organizations.entry(it.id).or_insert(node);
            }
        }
    }

    /// Whether the register has this organization.
    fn has_organization(&self, id: &Id) -> bool {
        self.organizations.contains_key(id)
    }

    /// Problems of references in the register to entries that do not exist.
    pub(super) fn unknown_in(&self, head: &Node) -> Vec<LocatedProblem> {
        let people = head.items("people");
        let of_people = people.clone().flat_map(|it| it.one_or_more("organization"));
        let of_posts =
            people.flat_map(|it| it.one_or_more("post")).filter_map(|post| post.get("organization"));
        let parents = head.items("organizations").filter_map(|it| it.get("parent"));
        let seats = head.items("organizations").filter_map(|it| it.get("place")).filter(|it| !describes(it));
        let organizations = of_people.chain(of_posts).chain(parents).filter_map(id_of);
        let organizations = organizations.filter(|(id, _)| !self.organizations.contains_key(id));
        let places = seats.filter_map(id_of).filter(|(id, _)| !self.places.contains_key(id));
        organizations
            .map(|(id, at)| (id, at, ReferenceKind::RegisteredOrganization))
            .chain(places.map(|(id, at)| (id, at, ReferenceKind::Place)))
            .map(|(id, at, wanted)| LocatedProblem::new(self.unknown(&id, wanted), at))
            .collect()
    }

    /// The problem of a reference that the register does not resolve.
    pub(super) fn unknown(&self, id: &Id, wanted: ReferenceKind) -> Problem {
        let entries = match wanted {
            ReferenceKind::RegisteredPerson => &self.people,
            ReferenceKind::Place => &self.places,
            _ => &self.organizations,
        };
        let word = fold(id.as_str());
        let is_called =
            |node: &Node| node.get("name").and_then(Node::as_str).is_some_and(|it| fold(it) == word);
        let named = entries.iter().find(|(_, node)| is_called(node)).map(|(known, _)| known.as_str());
        let nearest = named.or_else(|| nearest(id.as_str(), entries.keys().map(Id::as_str)));
        Problem::UnknownReference { id: id.to_string(), wanted, nearest: nearest.map(str::to_owned) }
    }

    /// Completes the records of a visit from the register. Fields of the visit take precedence.
    pub(super) fn complete(&self, visit: &mut Node) -> Vec<LocatedProblem> {
        let mut found = Vec::new();
        let listed_ids: HashSet<Id> =
            visit.items("organizations").filter_map(id_of).map(|(id, _)| id).collect();
        let is_known = |id: &Id| listed_ids.contains(id) || self.has_organization(id);
        for (list, entries, wanted) in [
            ("organizations", &self.organizations, ReferenceKind::RegisteredOrganization),
            ("participants", &self.people, ReferenceKind::RegisteredPerson),
        ] {
            for item in visit.items_mut(list) {
                let Some((id, at)) = id_of(item) else { continue };
                if let Some(entry) = entries.get(&id) {
                    complete_from(item, entry, at, &is_known);
                } else if item.as_str().is_some() || !(entries.is_empty() || is_named(item, wanted)) {
                    found.push(LocatedProblem::new(self.unknown(&id, wanted), at));
                    // Fill in the name, so that it is not reported as missing as well.
                    let name = Node {
                        at,
                        value: NodeValue::Mapping(vec![field("name", Node::text(id.as_str(), at))]),
                    };
                    complete_from(item, &name, at, &is_known);
                }
            }
        }
        self.add_organizations(visit, listed_ids);
        self.complete_places(visit, &mut found);
        found
    }

    /// Adds organizations that a visit refers to but does not list, then their parents.
    fn add_organizations(&self, visit: &mut Node, mut known: HashSet<Id>) {
        if self.organizations.is_empty() {
            return;
        }
        known.extend(visit.items("participants").filter_map(id_of).map(|(id, _)| id));
        let mut pending = VecDeque::from(references(visit));
        while let Some((id, at)) = pending.pop_front() {
            let Some(entry) = self.organizations.get(&id).filter(|_| !known.contains(&id)) else { continue };
            let mut item = Node::text(id.as_str(), at);
            complete_from(&mut item, entry, at, &|id| known.contains(id) || self.has_organization(id));
            pending.extend(item.get("parent").and_then(id_of));
            visit.push("organizations", item);
            known.insert(id);
        }
    }

    /// Completes the places that have an ID: from the visit, or else from the register. An ID alone may also refer to a
    /// place that a stop describes.
    fn complete_places(&self, visit: &mut Node, found: &mut Vec<LocatedProblem>) {
        if self.places.is_empty() && places_of(visit).into_iter().all(describes) {
            return;
        }
        let of_the_visit = by_id(visit.items("places"));
        let of_stops = by_id(places_of(visit).into_iter());
        let mut complete = |place: &mut Node| {
            let Some((id, at)) = id_of(place) else { return };
            let mut entries: Vec<&Node> =
                of_the_visit.get(&id).into_iter().chain(self.places.get(&id)).collect();
            if entries.is_empty() && !describes(place) {
                entries.extend(of_stops.get(&id));
            }
            if entries.is_empty() && place.as_str().is_some() {
                found.push(LocatedProblem::new(self.unknown(&id, ReferenceKind::Place), at));
            }
            for entry in entries {
                complete_from(place, entry, at, &|_| true);
            }
        };
        visit.items_mut("places").for_each(&mut complete);
        for list in ["itinerary", "organizations"] {
            for item in visit.items_mut(list) {
                item.one_or_more_mut("place").for_each(&mut complete);
            }
        }
    }
}

/// The first description of each place.
fn by_id<'a>(places: impl Iterator<Item = &'a Node>) -> HashMap<Id, Node> {
    let mut first = HashMap::new();
    for place in places.filter(|place| describes(place)) {
        if let Some((id, _)) = id_of(place) {
            first.entry(id).or_insert_with(|| place.clone());
        }
    }
    first
}

/// The places of a visit, its stops and its organizations.
fn places_of(visit: &Node) -> Vec<&Node> {
    let of_stops = visit.items("itinerary").flat_map(|stop| stop.one_or_more("place"));
    let of_organizations = visit.items("organizations").filter_map(|it| it.get("place"));
    visit.items("places").chain(of_stops).chain(of_organizations).collect()
}

/// Whether a place has more fields than its ID. An ID alone is a reference.
fn describes(place: &Node) -> bool {
    matches!(&place.value, NodeValue::Mapping(entries) if entries.len() > 1 || place.get("id").is_none())
}

/// Reads the fields of an archive and keeps the lists of the register. Sets `is_archive` if it is an archive of a
/// supported version.
fn fields(
    composer: &mut Composer<'_>,
    head: &mut Node,
    is_archive: &mut Option<bool>,
) -> Result<(), LocatedProblem> {
    while let Some((event, _)) = composer.next().transpose()? {
        if event == Event::MappingEnd {
            break;
        }
        let key = composer.node(event, head.at, 1)?;
        let Some((event, at)) = composer.next().transpose()? else { break };
        if key.as_str() == Some("visits") {
            is_archive.get_or_insert(true);
            skip(composer, &event)?;
            continue;
        }
        let value = composer.node(event, at, 1)?;
        match key.as_str() {
            Some("schema_version") => *is_archive = Some(value.as_str().is_none_or(is_supported_version)),
            Some(name) if LISTS.contains(&name) => {
                if let NodeValue::Mapping(entries) = &mut head.value {
                    entries.push((key, value));
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// Skips the rest of a value.
fn skip(composer: &mut Composer<'_>, first: &Event<'_>) -> Result<(), LocatedProblem> {
    let step = |event: &Event<'_>| match event {
        Event::SequenceStart(..) | Event::MappingStart(..) => 1,
        Event::SequenceEnd | Event::MappingEnd => -1,
        _ => 0,
    };
    let mut depth = step(first);
    while depth > 0 {
        let Some((event, _)) = composer.next().transpose()? else { break };
        depth += step(&event);
    }
    Ok(())
}

/// Whether a text may contain a register: a line at the margin of the archive starts with the name of a list. This test
/// is faster than parsing, and few files have a register.
pub(super) fn may_have_register(bytes: &[u8]) -> bool {
    let is_utf16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    // JSON and other flow style need not have lines.
    if matches!(bytes.trim_ascii_start().first(), Some(b'{' | b'[')) {
        return LISTS.iter().any(|list| memmem::find(bytes, list.as_bytes()).is_some());
    }
    let mut margin = 0;
    let mut begins_one = |line: &[u8]| {
        let indent = line.iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\x0c')).count();
        let rest = line.get(indent..).unwrap_or_default();
        let name = rest.strip_prefix(b"\"").or_else(|| rest.strip_prefix(b"'")).unwrap_or(rest);
        if name.starts_with(b"schema_version") {
            margin = indent;
        }
        indent <= margin && LISTS.iter().any(|list| name.starts_with(list.as_bytes()))
    };
    let starts = std::iter::once(0).chain(memchr2_iter(b'\n', b'\r', bytes).map(|end| end + 1));
    is_utf16 || starts.filter_map(|start| bytes.get(start..)).any(&mut begins_one)
}

/// Whether a record identifies itself without the register.
fn is_named(item: &Node, wanted: ReferenceKind) -> bool {
    let fields: &[&str] =
        if wanted == ReferenceKind::RegisteredPerson { &["name", "post", "organization"] } else { &["name"] };
    fields.iter().any(|name| item.get(name).is_some_and(|value| !value.is_null()))
}

fn field(name: &str, value: Node) -> (Node, Node) {
    (Node::text(name, value.at), value)
}

/// The ID of a record, or the text if it is an ID alone, with its span.
fn id_of(node: &Node) -> Option<(Id, SourceSpan)> {
    let id = if node.as_str().is_some() { node } else { node.get("id")? };
    id.as_str().filter(|_| !id.is_null()).map(|text| (Id::new(text), id.at))
}

/// The references of a visit that may be to an organization.
fn references(visit: &Node) -> Vec<(Id, SourceSpan)> {
    let of_list = |&(list, fields): &(&'static str, &'static [&'static str])| {
        visit.items(list).flat_map(move |item| fields.iter().flat_map(move |field| item.one_or_more(field)))
    };
    let of_posts = visit.items("participants").flat_map(|it| it.one_or_more("post"));
    let of_posts = of_posts.filter_map(|post| post.get("organization"));
    let all = REFERENCES.iter().flat_map(of_list).chain(of_posts);
    all.filter(|node| node.as_str().is_some()).filter_map(id_of).collect()
}

/// Copies fields from a register entry to a record that lacks them, with the span of the reference. Drops references to
/// unknown organizations, because they are reported with the entry.
fn complete_from(item: &mut Node, entry: &Node, at: SourceSpan, is_known: &dyn Fn(&Id) -> bool) {
    let NodeValue::Mapping(entries) = &entry.value else { return };
    if item.as_str().is_some() {
        *item = Node { at, value: NodeValue::Mapping(vec![field("id", item.clone())]) };
    }
    // The translation of a post must not be combined with another post.
    let has_own_post = item.get("post").is_some_and(|post| !post.is_null());
    for (key, value) in entries {
        let Some(name) = key.as_str() else { continue };
        let is_said = item.get(name).is_some_and(|value| !value.is_null());
        let is_of_another = has_own_post && matches!(name, "post_en" | "post_id");
        if is_said || is_of_another || matches!(value.value, NodeValue::Poisoned) {
            continue;
        }
        let mut value = value.moved(at);
        let fits = |id: &Node| id_of(id).is_some_and(|(id, _)| is_known(&id));
        match name {
            "organization" | "parent" => value.keep(fits),
            "post" => {
                let organizations = value.each_mut().flat_map(|post| post.one_or_more_mut("organization"));
                organizations.for_each(|id| id.keep(fits));
            }
            _ => {}
        }
        if let NodeValue::Mapping(fields) = &mut item.value {
            fields.retain(|(key, _)| key.as_str() != Some(name));
            fields.push((Node::text(name, at), value));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_register_is_recognized_at_the_margin_only() {
        for text in [
            "schema_version: '1.1'\npeople:\n  - {id: a}\n",
            "  schema_version: '1.1'\n  \"places\": []\n",
            "{\"schema_version\": \"1.1\", \"people\": []}",
            "\u{feff}schema_version: '1.1'\r\norganizations: []\r\n",
        ] {
            assert!(may_have_register(text.as_bytes()), "{text}");
        }
        for text in [
            "schema_version: '1.1'\nvisits:\n  - id: a\n    organizations: []\n    places: []\n",
            "",
            "{\"visits\": []}",
        ] {
            assert!(!may_have_register(text.as_bytes()), "{text}");
        }
    }
}
