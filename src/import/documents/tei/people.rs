//! The lists of people and organizations of a corpus.

use std::collections::HashMap;

use serde_yaml::{Mapping, Value};

use super::header::in_language;
use crate::import::documents::fields::{Fields, date, distinct};
use crate::import::documents::ids::written;
use crate::import::documents::output::Output;
use crate::import::documents::transcript::target;
use crate::import::documents::xml::Element;
use crate::text::is_web_address;

/// The people and organizations of a header.
#[derive(Debug, Default)]
pub(super) struct Lists {
    people: Vec<Person>,
    organizations: Vec<Organization>,
    /// The places in the lists.
    by_id: HashMap<String, usize>,
    organizations_by_id: HashMap<String, usize>,
}

#[derive(Debug)]
pub(super) struct Person {
    pub(super) id: String,
    name: String,
    other_names: Vec<String>,
    affiliations: Vec<Affiliation>,
    identifiers: Identifiers,
}

#[derive(Debug)]
pub(super) struct Organization {
    pub(super) id: String,
    name: String,
    name_en: Option<String>,
    other_names: Vec<String>,
    classification: Option<String>,
    identifiers: Identifiers,
}

/// That a person belongs to an organization, and in which post.
#[derive(Debug)]
struct Affiliation {
    organization: Option<String>,
    post: Option<String>,
    /// The kind of affiliation, in the words of the corpus.
    role: Option<String>,
    from: Option<String>,
    to: Option<String>,
}

/// Numbers and addresses by which others know a record.
#[derive(Debug, Default)]
struct Identifiers {
    identifiers: Vec<Mapping>,
    same_as: Vec<String>,
}

impl Lists {
    /// The lists anywhere in an element.
    pub(super) fn of(element: &Element, language: Option<&str>) -> Self {
        let people = element.anywhere("person").into_iter().filter_map(|it| Person::of(it, language));
        let organizations =
            element.anywhere("org").into_iter().filter_map(|it| Organization::of(it, language));
        let (people, organizations): (Vec<_>, Vec<_>) = (people.collect(), organizations.collect());
        let by_id = people.iter().map(|it: &Person| it.id.clone()).zip(0..).collect();
        let organizations_by_id =
            organizations.iter().map(|it: &Organization| it.id.clone()).zip(0..).collect();
        Self { people, organizations, by_id, organizations_by_id }
    }

    /// Adds all to the register.
    pub(super) fn register(self, out: &mut Output<'_>) {
        let has = |id: &str, out: &Output<'_>| self.organization(id).is_some() || out.has_organization(id);
        for person in &self.people {
            if out.has_person(&person.id) {
                out.left_out(&*person.id, out.lang.import_already_there());
                continue;
            }
            for unknown in person.organizations(None).filter(|id| !has(id, out)).collect::<Vec<_>>() {
                out.left_out(&*person.id, out.lang.import_unknown_organization(&unknown));
            }
            let record = person.fill(Fields::with_id(&person.id), None, &|id| has(id, out)).done();
            out.person(record);
        }
        for organization in &self.organizations {
            if out.has_organization(&organization.id) {
                out.left_out(&*organization.id, out.lang.import_already_there());
            } else {
                out.organization(organization.record());
            }
        }
    }

    pub(super) fn person(&self, id: &str) -> Option<&Person> {
        self.people.get(*self.by_id.get(id)?)
    }

    pub(super) fn organization(&self, id: &str) -> Option<&Organization> {
        self.organizations.get(*self.organizations_by_id.get(id)?)
    }

    /// The ids of all organizations.
    pub(super) fn organization_ids(&self) -> impl Iterator<Item = &str> {
        self.organizations.iter().map(|it| it.id.as_str())
    }
}

impl Person {
    fn of(element: &Element, language: Option<&str>) -> Option<Self> {
        let id = written(element.attribute("id")?);
        // Of names at different times, the last one holds.
        let now = in_language(element.all("persName").filter(|it| it.attribute("to").is_none()), language);
        let now = now.or_else(|| element.all("persName").last()).map(name)?;
        let others = element.all("persName").map(name).filter(|other| *other != now && !other.is_empty());
        let other_names = distinct(others);
        let affiliation = |it| Affiliation::of(it, language);
        let affiliations = element.all("affiliation").map(affiliation).collect();
        let name = if now.is_empty() { id.clone() } else { now };
        Some(Self { id, name, other_names, affiliations, identifiers: Identifiers::of(element) })
    }

    /// The organizations of the person, on a day or at any time.
    pub(super) fn organizations<'a>(&'a self, day: Option<&'a str>) -> impl Iterator<Item = String> + 'a {
        self.affiliations.iter().filter(move |it| it.holds_on(day)).filter_map(|it| it.organization.clone())
    }

    /// The fields, with the affiliations of a day. A register has those of all days, each with its dates.
    pub(super) fn fill<'a>(
        &'a self,
        fields: Fields,
        day: Option<&str>,
        is_known: &dyn Fn(&str) -> bool,
    ) -> Fields {
        let known = |it: &'a Affiliation| it.organization.as_deref().filter(|id| is_known(id));
        let affiliations = || self.affiliations.iter().filter(|it| it.holds_on(day));
        let organizations = distinct(affiliations().filter_map(known)).into_iter().map(Value::from).collect();
        let posts = affiliations().filter_map(|it| Some(it.post_record(it.title(day.is_none())?, known(it))));
        let posts = distinct(posts);
        let fields = fields.text("name", &self.name).texts("other_names", self.other_names.iter().cloned());
        let fields = fields.one_or_more("post", posts).one_or_more("organization", organizations);
        self.identifiers.fill(fields)
    }
}

/// The name of a person, from its parts if it is divided.
fn name(element: &Element) -> String {
    let of = |kind: &'static str| element.all(kind).map(Element::text);
    let parts: Vec<String> =
        of("forename").chain(of("nameLink")).chain(of("surname")).chain(of("genName")).collect();
    if parts.is_empty() { element.text() } else { parts.join(" ") }
}

impl Affiliation {
    fn of(element: &Element, language: Option<&str>) -> Self {
        let day = |name| element.attribute(name).and_then(date);
        let post = in_language(element.all("roleName"), language).map(Element::text);
        Self {
            organization: element.attribute("ref").map(|it| written(target(it))),
            post: post.filter(|post| !post.is_empty()),
            role: element.attribute("role").map(str::to_owned),
            from: day("from").or_else(|| day("when")),
            to: day("to").or_else(|| day("when")),
        }
    }

    fn holds_on(&self, day: Option<&str>) -> bool {
        let Some(day) = day.and_then(|day| day.get(..10)) else { return true };
        let is_begun = self.from.as_deref().is_none_or(|from| from <= day || day.starts_with(from));
        is_begun && self.to.as_deref().is_none_or(|to| day <= to || day.starts_with(to))
    }

    /// The post. A mere member has one only where it has dates that must be kept.
    fn title(&self, has_dates: bool) -> Option<&str> {
        let has_dates = has_dates && (self.from.is_some() || self.to.is_some());
        let role = self.role.as_deref().filter(|role| *role != "member" || has_dates);
        self.post.as_deref().or(role)
    }

    fn post_record(&self, title: &str, organization: Option<&str>) -> Value {
        let fields = Fields::default().text("title", title).maybe("organization", organization);
        fields.maybe("start_date", self.from.as_deref()).maybe("end_date", self.to.as_deref()).done().into()
    }
}

impl Organization {
    fn of(element: &Element, language: Option<&str>) -> Option<Self> {
        let id = written(element.attribute("id")?);
        let full = element.all("orgName").filter(|it| it.attribute("full") != Some("abb"));
        let name = in_language(full, language).or_else(|| element.all("orgName").next())?;
        let english = element
            .all("orgName")
            .find(|it| it.attribute("lang") == Some("en") && it.attribute("full") != Some("abb"));
        let (name, name_en) = (name.text(), english.map(Element::text));
        let is_other = |other: &String| *other != name && Some(other) != name_en.as_ref();
        let other_names = distinct(element.all("orgName").map(Element::text).filter(is_other));
        let name_en = name_en.filter(|english| *english != name);
        let classification = element.attribute("role").map(str::to_owned);
        Some(Self { id, name, name_en, other_names, classification, identifiers: Identifiers::of(element) })
    }

    pub(super) fn record(&self) -> Mapping {
        let fields =
            Fields::with_id(&self.id).text("name", &self.name).maybe("name_en", self.name_en.as_deref());
        let fields = fields.texts("other_names", self.other_names.iter().cloned());
        self.identifiers.fill(fields.maybe("classification", self.classification.as_deref())).done()
    }
}

impl Identifiers {
    fn of(element: &Element) -> Self {
        let mut all = Self::default();
        for number in element.all("idno") {
            let text = number.text();
            if is_web_address(&text) {
                all.same_as.push(text);
            } else if let Some(kind) = number.attribute("type").filter(|_| !text.is_empty()) {
                all.identifiers.push(Fields::default().text("scheme", kind).text("identifier", &text).done());
            }
        }
        all
    }

    fn fill(&self, fields: Fields) -> Fields {
        fields.records("identifiers", self.identifiers.clone()).texts("same_as", self.same_as.iter().cloned())
    }
}
