//! Puts answers together to a record, with the records that it needs beside it.

use serde_yaml::{Mapping, Value as Yaml};

use super::field::Field;
use super::id::id_for;
use super::input::Input;
use super::kind::Kind;
use super::known::{Known, KnownName, same_name};
use super::read::{Answer, EntryError};
use crate::lang::{Lang, is_organization};
use crate::model::{Id, Organization, Participant, Source, Statement, Stop, Visit};
use crate::text::web_host;

/// The answers for one record.
#[derive(Debug, Clone)]
pub struct Entry {
    kind: Kind,
    answers: Vec<(&'static Field, Answer)>,
}

/// A new record.
#[derive(Debug, Clone, PartialEq)]
pub struct NewRecord {
    /// What to merge into a file: an archive with the visit that has the record.
    pub archive: Mapping,
    /// The id of its visit.
    pub visit: String,
    /// Its id.
    pub id: String,
    /// The people, organizations, stops and sources that were found by their names.
    pub found: Vec<KnownName>,
    /// The names of those that are new, each with the list it is added to.
    pub created: Vec<(&'static str, String)>,
    /// The name of a person that is not known, with the list of people.
    pub own_name: Option<(&'static str, String)>,
}

impl NewRecord {
    /// The names that become records, each with its list.
    pub fn new_names(&self) -> impl Iterator<Item = &(&'static str, String)> {
        self.created.iter().chain(&self.own_name)
    }

    /// The record with its visit, as YAML.
    pub fn yaml(&self) -> Result<String, serde_yaml::Error> {
        crate::text::yaml(&self.archive)
    }

    /// What is written, as YAML: the lists that the visit gets, or the new visit.
    pub fn preview(&self) -> String {
        let visit = self.archive.get("visits").and_then(|visits| visits.get(0)).and_then(Yaml::as_mapping);
        let mut visit = visit.cloned().unwrap_or_default();
        // The visit to which something is added has lists only.
        if !visit.contains_key("title") {
            visit.shift_remove("id");
        }
        crate::text::yaml(&visit).unwrap_or_default()
    }
}

impl Entry {
    /// An entry without answers.
    pub fn new(kind: Kind) -> Self {
        Self { kind, answers: Vec::new() }
    }

    /// Answers a field, in place of an earlier answer; an empty text takes it back.
    pub fn answer(&mut self, field: &'static Field, text: &str, lang: Lang) -> Result<(), EntryError> {
        let answer = field.read(text, lang)?;
        self.answers.retain(|(known, _)| known.name != field.name);
        self.answers.extend(answer.map(|answer| (field, answer)));
        Ok(())
    }

    /// The answer to a field as text, or its first name.
    fn text(&self, name: &str) -> Option<String> {
        let (_, answer) = self.answers.iter().find(|(field, _)| field.name == name)?;
        match answer {
            Answer::Value(Yaml::Sequence(several)) => several.first()?.as_str().map(str::to_owned),
            Answer::Value(value) => value.as_str().map(str::to_owned),
            Answer::Names(names) => names.first().cloned(),
        }
    }

    /// The record, for the visit that is known or a new one.
    pub fn record(&self, known: Known<'_>, lang: Lang) -> Result<NewRecord, EntryError> {
        let has = |name: &str| self.answers.iter().any(|(field, _)| field.name == name);
        if let Some(missing) = self.kind.fields().iter().find(|it| it.is_required && !has(it.name)) {
            return Err(EntryError::Missing(missing));
        }
        if self.kind == Kind::Person && !["name", "post", "organization"].into_iter().any(has) {
            return Err(EntryError::Nameless);
        }
        let known = if self.kind == Kind::Visit { Known { visit: None, ..known } } else { known };
        let mut builder = Builder::new(known, lang);
        let record = builder.record(self)?;
        let is_known = |name: &String| builder.found.iter().any(|known| same_name(&known.name, name));
        let name = self.text("name").filter(|name| self.kind == Kind::Person && !is_known(name));
        let own_name = name.map(|name| (self.kind.list(), name));
        Ok(NewRecord { own_name, ..builder.finish(self.kind, record)? })
    }
}

/// Builds a record, and the records that it needs.
struct Builder<'a> {
    known: Known<'a>,
    lang: Lang,
    /// The lists of the visit to which something is added.
    visit: Mapping,
    /// The ids that are new.
    ids: Vec<String>,
    found: Vec<KnownName>,
    created: Vec<(&'static str, String)>,
}

impl<'a> Builder<'a> {
    fn new(known: Known<'a>, lang: Lang) -> Self {
        let (visit, ids) = (Mapping::new(), Vec::new());
        Self { known, lang, visit, ids, found: Vec::new(), created: Vec::new() }
    }

    fn record(&mut self, entry: &Entry) -> Result<Mapping, EntryError> {
        let mut record = Mapping::new();
        record.insert("id".into(), self.own_id(entry)?.into());
        for (field, answer) in &entry.answers {
            match answer {
                Answer::Value(_) if matches!(field.name, "id" | "locator") => {}
                Answer::Value(value) => self.value(field.name, value, entry.kind, &mut record),
                Answer::Names(names) => self.names(field, names, entry.kind, &mut record)?,
            }
        }
        if let Some(locator) = entry.text("locator") {
            self.locate(&locator, &mut record)?;
        }
        if entry.kind == Kind::Statement && !record.contains_key("type") {
            record.insert("type".into(), "quote".into());
        }
        Ok(sorted(record, fields_of(entry.kind.list())))
    }

    /// The id that was given, or one from the name.
    fn own_id(&mut self, entry: &Entry) -> Result<String, EntryError> {
        let text = |name: &str| entry.text(name);
        if let Some(id) = text("id") {
            if !Id::is_valid(&id) {
                return Err(EntryError::BadId(id));
            }
            return if self.is_taken(entry.kind, &id) {
                Err(EntryError::IdTaken(id))
            } else {
                Ok(self.take(id))
            };
        }
        let name = match entry.kind {
            Kind::Visit => {
                let title = text("title").unwrap_or_default();
                // Visits with the same title are told apart by their year.
                let year: Option<String> = text("start_date").map(|date| date.chars().take(4).collect());
                match year.filter(|year| year.parse::<u16>().is_ok() && !title.contains(year.as_str())) {
                    Some(year) => format!("{title} {year}"),
                    None => title,
                }
            }
            Kind::Stop => text("short_name").or(text("name")).unwrap_or_default(),
            Kind::Person => {
                let name = text("name");
                // The id of a person with a name is the same in all visits.
                if let Some(known) =
                    name.as_ref().and_then(|it| self.known.find(Input::People, it, self.lang))
                {
                    if known.is_in_visit {
                        return Err(EntryError::IdTaken(known.name));
                    }
                    let id = known.id.clone();
                    self.found.push(known);
                    return Ok(self.take(id));
                }
                let office = [text("post"), text("organization")].into_iter().flatten();
                name.unwrap_or_else(|| office.collect::<Vec<_>>().join(" "))
            }
            Kind::Statement => {
                let count = self.known.visit.map_or(0, |visit| visit.statements.len());
                let number =
                    (count + 1..=usize::MAX).find(|number| !self.is_taken(entry.kind, &format!("q{number}")));
                return Ok(self.take(format!("q{}", number.unwrap_or(count + 1))));
            }
        };
        let id = id_for(&name, |id| self.is_taken(entry.kind, id));
        Ok(self.take(id))
    }

    fn take(&mut self, id: String) -> String {
        self.ids.push(id.clone());
        id
    }

    /// Whether an id is taken in the visit, or means somebody else in another one.
    fn is_taken(&self, kind: Kind, id: &str) -> bool {
        let archive = self.known.archive;
        if kind == Kind::Visit {
            return archive.visit(&Id::new(id)).is_some();
        }
        let id = Id::new(id);
        let here = |visit: &Visit| {
            visit.stop(&id).is_some()
                || visit.statement(&id).is_some()
                || visit.sources.iter().any(|it| it.id == id)
                || visit.outcomes.iter().any(|it| it.id == id)
                || visit.media.iter().any(|it| it.id.as_ref() == Some(&id))
        };
        let anywhere = |visit: &Visit| visit.participant(&id).is_some() || visit.organization(&id).is_some();
        self.ids.iter().any(|taken| taken == id.as_str())
            || self.known.visit.is_some_and(|visit| here(visit) || anywhere(visit))
            || (kind == Kind::Person && archive.visits.iter().any(anywhere))
    }

    /// A value of the format, or one that stands for a record of its own.
    fn value(&mut self, name: &str, value: &Yaml, kind: Kind, record: &mut Mapping) {
        match (kind, name) {
            (Kind::Visit, "url" | "publisher") => {
                if !self.visit.contains_key("sources") {
                    let id = if self.lang == Lang::Id { "sumber" } else { "source" };
                    let source = [("id".into(), id.into())].into_iter().collect();
                    push(&mut self.visit, "sources", Yaml::Mapping(source));
                }
                if let Some(Yaml::Mapping(source)) = first_mut(&mut self.visit, "sources") {
                    source.insert(name.into(), value.clone());
                }
            }
            (Kind::Visit, "count") => {
                let group = if self.lang == Lang::Id { "Rombongan" } else { "Delegation" };
                let id = id_for(group, |id| self.is_taken(Kind::Person, id));
                self.ids.push(id.clone());
                let fields = [
                    ("id", Yaml::from(id)),
                    ("type", "group".into()),
                    ("post", group.into()),
                    ("side", "visitor".into()),
                    ("count", value.clone()),
                ];
                let fields = fields.into_iter().map(|(name, value)| (name.into(), value));
                push(&mut self.visit, "participants", Yaml::Mapping(fields.collect()));
            }
            (Kind::Person, "post") => drop(record.insert(name.into(), one_or_more(value))),
            _ => set(record, name, value.clone()),
        }
    }

    /// Adds the place within the source: the one that was given, or the only one of the visit.
    fn locate(&mut self, locator: &str, record: &mut Mapping) -> Result<(), EntryError> {
        if !record.contains_key("sources") {
            let sources = self.known.visit.map_or(&[][..], |visit| visit.sources.as_slice());
            let [only] = sources else { return Err(EntryError::NoSource) };
            push(record, "sources", only.id.as_str().into());
        }
        if let Some(source) = first_mut(record, "sources") {
            let fields = [("id".into(), source.clone()), ("locator".into(), locator.into())];
            *source = Yaml::Mapping(fields.into_iter().collect());
        }
        Ok(())
    }

    /// References to other records, which are found or created.
    fn names(
        &mut self,
        field: &Field,
        names: &[String],
        kind: Kind,
        record: &mut Mapping,
    ) -> Result<(), EntryError> {
        match (kind, field.name) {
            (_, "visit") => {}
            (Kind::Visit, "visitor" | "host") => {
                for name in names {
                    self.reference("organizations", name, Some(("role", field.name)));
                }
            }
            (Kind::Visit, "visitors" | "receivers") => {
                let side = if field.name == "visitors" { "visitor" } else { "host" };
                for name in names {
                    let list = self.list_of(Input::People, name);
                    let field = if list == "organizations" { "role" } else { "side" };
                    self.reference(list, name, Some((field, side)));
                }
            }
            (Kind::Visit, "stops") => {
                for name in names {
                    self.reference("itinerary", name, None);
                }
            }
            (_, "source") => {
                for name in names {
                    let id = self.reference("sources", name, None);
                    push(record, "sources", id.into());
                }
            }
            (_, name) => {
                let ids: Vec<Yaml> = names
                    .iter()
                    .map(|it| self.reference(self.list_of(field.input, it), it, None).into())
                    .collect();
                let value = match (kind, name) {
                    (Kind::Person, "attendance") | (Kind::Statement, "about") => Yaml::Sequence(ids),
                    (Kind::Stop, _) | (Kind::Statement, "stop") if ids.len() > 1 => {
                        return Err(EntryError::SeveralNames);
                    }
                    _ => one_or_more(&Yaml::Sequence(ids)),
                };
                record.insert(name.into(), value);
            }
        }
        Ok(())
    }

    /// The list for a record with this name. Organizations can stand where people do.
    fn list_of(&self, input: Input, name: &str) -> &'static str {
        let find = |input| self.known.find(input, name, self.lang).map(|known| known.id);
        let means_organization = || match find(Input::People) {
            Some(known) => find(Input::Organizations) == Some(known),
            None => is_organization(name),
        };
        match input {
            Input::Organizations => "organizations",
            Input::People if means_organization() => "organizations",
            Input::People => "participants",
            _ => "itinerary",
        }
    }

    /// The id of a record of the visit by its name. One that is not in the visit is added, with this field.
    fn reference(&mut self, in_list: &'static str, name: &str, with: Option<(&str, &str)>) -> String {
        let input = match in_list {
            "participants" => Input::People,
            "organizations" => Input::Organizations,
            "sources" => Input::Source,
            _ => Input::Stops,
        };
        let known = self.known.find(input, name, self.lang);
        if let Some(added) = self.added(in_list, name) {
            return added;
        }
        let (id, name) = match known {
            Some(known) if known.is_in_visit => {
                let id = known.id.clone();
                self.found.push(known);
                return id;
            }
            Some(known) => {
                let (id, name) = (known.id.clone(), known.name.clone());
                self.found.push(known);
                (id, name)
            }
            None => {
                let kind = if matches!(in_list, "participants" | "organizations") {
                    Kind::Person
                } else {
                    Kind::Stop
                };
                let base = if in_list == "sources" { web_host(name) } else { name };
                (id_for(base, |id| self.is_taken(kind, id)), name.to_owned())
            }
        };
        let is_address = name.starts_with("http://") || name.starts_with("https://");
        let name_field = match in_list {
            "sources" if is_address => "url",
            "sources" => "title",
            _ => "name",
        };
        let mut record = Mapping::new();
        record.insert("id".into(), id.clone().into());
        record.insert(name_field.into(), name.clone().into());
        if let Some((field, value)) = with {
            record.insert(field.into(), value.into());
        }
        self.created.push((in_list, name));
        self.ids.push(id.clone());
        push(&mut self.visit, in_list, Yaml::Mapping(sorted(record, fields_of(in_list))));
        id
    }

    /// The id of a record that was added before, by its name.
    fn added(&self, in_list: &str, name: &str) -> Option<String> {
        let records = self.visit.get(in_list)?.as_sequence()?;
        let is_it = |it: &&Yaml| {
            ["name", "title", "url"].iter().any(|field| it.get(*field).and_then(Yaml::as_str) == Some(name))
        };
        records.iter().find(is_it)?.get("id")?.as_str().map(str::to_owned)
    }

    fn finish(self, kind: Kind, record: Mapping) -> Result<NewRecord, EntryError> {
        let id = record.get("id").and_then(Yaml::as_str).unwrap_or_default().to_owned();
        let (visit, visit_id) = if kind == Kind::Visit {
            let mut visit = record;
            visit.extend(self.visit);
            (sorted(visit, Visit::FIELDS), id.clone())
        } else {
            let visit_id = self.known.visit.ok_or(EntryError::NoVisit)?.id.to_string();
            let mut visit = self.visit;
            push(&mut visit, kind.list(), Yaml::Mapping(record));
            visit.insert("id".into(), visit_id.clone().into());
            (sorted(visit, Visit::FIELDS), visit_id)
        };
        let mut archive = Mapping::new();
        archive.insert("visits".into(), Yaml::Sequence(vec![Yaml::Mapping(visit)]));
        Ok(NewRecord {
            archive,
            visit: visit_id,
            id,
            found: self.found,
            created: self.created,
            own_name: None,
        })
    }
}

/// Adds an item to the list of a field.
fn push(record: &mut Mapping, name: &str, item: Yaml) {
    match record.get_mut(name).and_then(Yaml::as_sequence_mut) {
        Some(list) => list.push(item),
        None => drop(record.insert(name.into(), Yaml::Sequence(vec![item]))),
    }
}

/// The first item of the list of a field.
fn first_mut<'m>(record: &'m mut Mapping, name: &str) -> Option<&'m mut Yaml> {
    record.get_mut(name)?.as_sequence_mut()?.first_mut()
}

/// Sets a field, whose name leads through records by dots.
fn set(record: &mut Mapping, name: &str, value: Yaml) {
    match name.split_once('.') {
        None => drop(record.insert(name.into(), value)),
        Some((outer, inner)) => {
            let outer = record.entry(outer.into()).or_insert_with(|| Yaml::Mapping(Mapping::new()));
            if let Some(outer) = outer.as_mapping_mut() {
                set(outer, inner, value);
            }
        }
    }
}

/// One value alone, or the list.
fn one_or_more(list: &Yaml) -> Yaml {
    match list.as_sequence().map(Vec::as_slice) {
        Some([only]) => only.clone(),
        _ => list.clone(),
    }
}

/// The record with its fields in the order of the format.
fn sorted(record: Mapping, order: &[&str]) -> Mapping {
    let rank = |key: &Yaml| order.iter().position(|name| key.as_str() == Some(name)).unwrap_or(usize::MAX);
    let mut fields: Vec<(Yaml, Yaml)> = record.into_iter().collect();
    fields.sort_by_key(|(key, _)| rank(key));
    fields.into_iter().collect()
}

fn fields_of(list: &str) -> &'static [&'static str] {
    match list {
        "organizations" => Organization::FIELDS,
        "participants" => Participant::FIELDS,
        "itinerary" => Stop::FIELDS,
        "statements" => Statement::FIELDS,
        "sources" => Source::FIELDS,
        _ => Visit::FIELDS,
    }
}
