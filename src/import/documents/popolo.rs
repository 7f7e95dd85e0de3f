//! Popolo: people, organizations, memberships and posts become entries of the register.

use std::collections::{BTreeMap, HashMap};

use serde_yaml::{Mapping, Value};

use super::fields::{Fields, custom, date, distinct};
use super::ids::Ids;
use super::output::{Names, Output};

/// Fields of people and organizations that have another place in the register.
const TAKEN: &[&str] = &[
    "id",
    "name",
    "other_names",
    "identifiers",
    "classification",
    "parent_id",
    "parent",
    "memberships",
    "posts",
    "children",
];
/// The lists that are read.
const LISTS: &[&str] = &["persons", "people", "organizations", "memberships", "posts"];
/// Fields of memberships that have a place in a post.
const MEMBERSHIP: &[&str] = &[
    "id",
    "person_id",
    "member_id",
    "organization_id",
    "on_behalf_of_id",
    "post_id",
    "role",
    "label",
    "person",
    "organization",
    "post",
];
/// Fields that say only how and when the data was made.
const TECHNICAL: &[&str] = &["@context", "@type", "@id", "created_at", "updated_at", "sort_name"];

/// The membership of a person.
#[derive(Debug, Default)]
struct Membership {
    organizations: Vec<String>,
    /// The post: a title, or a record.
    post: Option<Value>,
}

/// The ids of the register by those of the document.
type NewIds = HashMap<String, String>;

/// Reads a document.
pub(super) fn read(mut value: Value, out: &mut Output<'_>) {
    write_ids_as_text(&mut value);
    let Value::Mapping(document) = value else { return };
    let mut reader = Reader {
        ids: out.registered(),
        organizations: NewIds::new(),
        posts: HashMap::new(),
        custom: Names::default(),
        skipped: Names::default(),
    };
    reader.organizations(&document, out);
    reader.people(&document, out);
    if let Some(names) = reader.custom.listed() {
        out.changed("Popolo", out.lang.import_kept_as_custom(&names));
    }
    for name in document.keys().filter_map(Value::as_str).filter(|name| !LISTS.contains(name)) {
        reader.skipped.add_all(name, list(&document, name).len());
    }
    if let Some(names) = reader.skipped.listed() {
        out.left_out("Popolo", out.lang.import_not_taken(&names));
    }
}

/// Ids may be numbers.
fn write_ids_as_text(value: &mut Value) {
    match value {
        Value::Mapping(fields) => {
            for (name, value) in fields.iter_mut() {
                let is_id = name.as_str().is_some_and(|name| name == "id" || name.ends_with("_id"));
                match value {
                    Value::Number(number) if is_id => *value = number.to_string().into(),
                    value => write_ids_as_text(value),
                }
            }
        }
        Value::Sequence(items) => items.iter_mut().for_each(write_ids_as_text),
        _ => {}
    }
}

struct Reader {
    ids: Ids,
    organizations: NewIds,
    posts: HashMap<String, Mapping>,
    /// Fields that became custom ones.
    custom: Names,
    /// What has no place in the register.
    skipped: Names,
}

impl Reader {
    /// Reads all organizations and their posts; an organization may be named before it is described.
    fn organizations(&mut self, document: &Mapping, out: &mut Output<'_>) {
        let all = list(document, "organizations");
        let mut named = Vec::new();
        for (number, organization) in (1..).zip(&all) {
            let Some(id) = self.new_id(organization, "organization") else {
                out.left_out(format!("organizations[{number}]"), out.lang.import_without_name());
                continue;
            };
            let own = text(organization, "id").unwrap_or(&id);
            self.organizations.insert(own.to_owned(), id.clone());
            named.push((id, *organization));
        }
        let own_posts = all.iter().flat_map(|it| list(it, "posts"));
        let posts = list(document, "posts").into_iter().chain(own_posts);
        self.posts = posts.filter_map(|post| Some((text(post, "id")?.to_owned(), post.clone()))).collect();
        for (id, organization) in named {
            let record = self.organization(&id, organization, out);
            out.organization(record);
        }
    }

    fn people(&mut self, document: &Mapping, out: &mut Output<'_>) {
        let name = if document.contains_key("persons") { "persons" } else { "people" };
        let people = list(document, name);
        let mut memberships = self.memberships(document, &people, out);
        for (number, person) in (1..).zip(people) {
            let Some(id) = self.new_id(person, "person") else {
                out.left_out(format!("{name}[{number}]"), out.lang.import_without_name());
                continue;
            };
            let memberships = memberships.remove(&key(person, number)).unwrap_or_default();
            let record = self.person(&id, person, memberships);
            out.person(record);
        }
        for person in memberships.keys() {
            out.left_out("memberships", out.lang.import_membership_of_nobody(person));
        }
    }

    /// The id of a person or an organization with a name.
    fn new_id(&mut self, record: &Mapping, kind: &str) -> Option<String> {
        let name = text(record, "name")?;
        Some(match text(record, "id") {
            Some(own) => self.ids.of_own(own, kind),
            None => self.ids.of_name(name),
        })
    }

    fn organization(&mut self, id: &str, from: &Mapping, out: &mut Output<'_>) -> Mapping {
        let parent = text(from, "parent_id").or_else(|| text(from.get("parent")?.as_mapping()?, "id"));
        let known = parent.and_then(|parent| self.organizations.get(parent)).cloned();
        if let Some(parent) = parent.filter(|_| known.is_none()) {
            out.left_out(id, out.lang.import_unknown_organization(parent));
        }
        let fields = Fields::with_id(id).maybe("name", text(from, "name"));
        let fields = fields.texts("other_names", other_names(from));
        let fields =
            fields.maybe("classification", text(from, "classification")).maybe("parent", known.as_deref());
        self.custom_fields(fields.records("identifiers", identifiers(from)), from).done()
    }

    fn person(&mut self, id: &str, from: &Mapping, memberships: Vec<Membership>) -> Mapping {
        let organizations = distinct(memberships.iter().flat_map(|it| it.organizations.iter().cloned()));
        let posts = distinct(memberships.into_iter().filter_map(|it| it.post));
        let fields =
            Fields::with_id(id).maybe("name", text(from, "name")).texts("other_names", other_names(from));
        let organizations = organizations.into_iter().map(Value::from).collect();
        let fields = fields.one_or_more("post", posts).one_or_more("organization", organizations);
        self.custom_fields(fields.records("identifiers", identifiers(from)), from).done()
    }

    /// The memberships by the keys of people.
    fn memberships(
        &mut self,
        document: &Mapping,
        people: &[&Mapping],
        out: &mut Output<'_>,
    ) -> BTreeMap<String, Vec<Membership>> {
        let mut of_people: BTreeMap<String, Vec<Membership>> = BTreeMap::new();
        let stated = |it| text(it, "person_id").or_else(|| text(it, "member_id")).map(str::to_owned);
        let common = list(document, "memberships").into_iter().map(|it| (stated(it), it));
        let own = (1..).zip(people).flat_map(|(number, person)| {
            let key = key(person, number);
            list(person, "memberships").into_iter().map(move |it| (Some(key.clone()), it))
        });
        for (number, (person, membership)) in (1..).zip(common.chain(own)) {
            let place = format!("memberships[{number}]");
            match person {
                Some(person) => {
                    let read = self.membership(membership, &place, out);
                    of_people.entry(person).or_default().push(read);
                }
                None => out.left_out(place, out.lang.import_membership_without_person()),
            }
        }
        of_people
    }

    fn membership(&mut self, from: &Mapping, place: &str, out: &mut Output<'_>) -> Membership {
        let post = text(from, "post_id").and_then(|id| self.posts.get(id));
        let own = text(from, "organization_id").or_else(|| text(post?, "organization_id"));
        let mut known = |id: Option<&str>| {
            let known = self.organizations.get(id?).cloned();
            if known.is_none() {
                out.left_out(place, out.lang.import_unknown_organization(id?));
            }
            known
        };
        let (own, other) = (known(own), known(text(from, "on_behalf_of_id")));
        let title = post.and_then(|post| text(post, "label").or_else(|| text(post, "role")));
        let title = title.or_else(|| text(from, "role")).or_else(|| text(from, "label"));
        let mut fields = Fields::default().maybe("title", title).maybe("organization", own.as_deref());
        for name in ["start_date", "end_date"] {
            let Some(stated) = text(from, name) else { continue };
            match date(stated) {
                Some(date) => fields = fields.text(name, &date),
                None => out.left_out(place, out.lang.import_unreadable_date(stated)),
            }
        }
        let has_title = title.is_some();
        let is_taken = |name: &str| MEMBERSHIP.contains(&name) || has_title && name.ends_with("_date");
        for name in from.keys().filter_map(Value::as_str).filter(|name| !is_taken(name)) {
            self.skipped.add_all(&format!("memberships.{name}"), usize::from(!is_empty(&from[name])));
        }
        let post = has_title.then(|| fields.done().into());
        Membership { organizations: own.into_iter().chain(other).collect(), post }
    }

    /// What has no place of its own is kept in custom fields.
    fn custom_fields(&mut self, mut fields: Fields, from: &Mapping) -> Fields {
        for (name, value) in from {
            let Some(name) = name.as_str().filter(|it| !TAKEN.contains(it) && !TECHNICAL.contains(it)) else {
                continue;
            };
            // A link to another site is no statement that both are the same.
            if !is_empty(value) {
                self.custom.add(name);
                fields = fields.value(&custom(name), value.clone());
            }
        }
        fields
    }
}

fn is_empty(value: &Value) -> bool {
    value.is_null() || value.as_str() == Some("") || value.as_sequence().is_some_and(Vec::is_empty)
}

/// The records of a list.
fn list<'a>(of: &'a Mapping, name: &str) -> Vec<&'a Mapping> {
    let items = of.get(name).and_then(Value::as_sequence).into_iter().flatten();
    items.filter_map(Value::as_mapping).collect()
}

fn text<'a>(of: &'a Mapping, name: &str) -> Option<&'a str> {
    of.get(name).and_then(Value::as_str).map(str::trim).filter(|text| !text.is_empty())
}

/// What distinguishes a person within the document.
fn key(person: &Mapping, number: usize) -> String {
    text(person, "id").map_or_else(|| format!("[{number}]"), str::to_owned)
}

fn other_names(of: &Mapping) -> Vec<String> {
    let names = list(of, "other_names").into_iter().filter_map(|it| text(it, "name"));
    distinct(names.filter(|name| text(of, "name") != Some(name)).map(str::to_owned))
}

fn identifiers(of: &Mapping) -> Vec<Mapping> {
    let both = |it| Some((text(it, "scheme")?, text(it, "identifier")?));
    let record =
        |(scheme, identifier)| Fields::default().text("scheme", scheme).text("identifier", identifier).done();
    list(of, "identifiers").into_iter().filter_map(both).map(record).collect()
}
