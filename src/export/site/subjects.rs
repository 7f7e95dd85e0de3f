//! The people, organizations, places and topics of a site, each with the visits and the statements it appears in.

use std::collections::HashMap;

use super::SiteVisit;
use crate::export::names::FileNames;
use crate::lang::{Counted, Lang, ORGANIZATIONS, PARTICIPANTS, SITE, STOPS};
use crate::model::{
    Id, Organization, Participant, Record, Speaker, Statement, Stop, StopStatus, Visit, place_key,
};
use crate::text::{fold, visible_string};

/// What a page of the site can be about, besides a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum SubjectKind {
    Person,
    Organization,
    Place,
    Topic,
}

impl SubjectKind {
    pub(super) const ALL: [Self; 4] = [Self::Person, Self::Organization, Self::Place, Self::Topic];

    /// The folder of its pages.
    pub(super) fn folder(self) -> &'static str {
        match self {
            Self::Person => "people",
            Self::Organization => "organizations",
            Self::Place => "places",
            Self::Topic => "topics",
        }
    }

    /// The heading of its list.
    pub(super) fn heading(self, lang: Lang) -> &'static str {
        let m = lang.messages();
        match self {
            Self::Person => SITE.people.get(lang),
            Self::Organization => m.organizations,
            Self::Place => m.places,
            Self::Topic => m.topics,
        }
    }

    /// What its records are called in a count.
    pub(super) fn unit(self) -> Option<Counted> {
        match self {
            Self::Person => Some(PARTICIPANTS),
            Self::Organization => Some(ORGANIZATIONS),
            Self::Place => Some(STOPS),
            Self::Topic => None,
        }
    }
}

/// A person, an organization, a place or a topic over all visits.
#[derive(Debug)]
pub(super) struct Subject<'a> {
    /// The path of its page, without an extension.
    pub(super) path: String,
    /// The name, in the language of the site if the newest record has it.
    pub(super) name: String,
    /// The post, the address or the like, from the newest visit; may be empty.
    pub(super) detail: String,
    /// The newest record; a topic has none.
    pub(super) record: Option<Record<'a>>,
    /// Where it appears, newest first.
    pub(super) appearances: Vec<Appearance<'a>>,
}

/// A subject in a visit.
#[derive(Debug)]
pub(super) struct Appearance<'a> {
    /// The position of the visit in the site.
    pub(super) visit: usize,
    /// The post or the role in this visit; may be empty.
    pub(super) fact: String,
    /// The statements, in order.
    pub(super) statements: Vec<&'a Statement>,
}

impl Subject<'_> {
    /// The number of its statements.
    pub(super) fn statements(&self) -> usize {
        self.appearances.iter().map(|it| it.statements.len()).sum()
    }
}

/// All subjects of a site.
#[derive(Debug, Default)]
pub(super) struct Subjects<'a> {
    people: Vec<Subject<'a>>,
    organizations: Vec<Subject<'a>>,
    places: Vec<Subject<'a>>,
    topics: Vec<Subject<'a>>,
    positions: HashMap<(SubjectKind, String), usize>,
}

impl<'a> Subjects<'a> {
    /// The subjects of these visits, which are given newest first.
    pub(super) fn new(visits: &[SiteVisit<'a>], lang: Lang) -> Self {
        let mut collector = Collector::new(lang);
        for (at, it) in visits.iter().enumerate() {
            collector.visit(at, it);
        }
        collector.subjects
    }

    /// All of one kind, in the order of their newest appearance.
    pub(super) fn all(&self, kind: SubjectKind) -> &[Subject<'a>] {
        match kind {
            SubjectKind::Person => &self.people,
            SubjectKind::Organization => &self.organizations,
            SubjectKind::Place => &self.places,
            SubjectKind::Topic => &self.topics,
        }
    }

    fn list(&mut self, kind: SubjectKind) -> &mut Vec<Subject<'a>> {
        match kind {
            SubjectKind::Person => &mut self.people,
            SubjectKind::Organization => &mut self.organizations,
            SubjectKind::Place => &mut self.places,
            SubjectKind::Topic => &mut self.topics,
        }
    }

    fn path(&self, kind: SubjectKind, key: String) -> Option<&str> {
        let at = self.positions.get(&(kind, key))?;
        self.all(kind).get(*at).map(|it| it.path.as_str())
    }

    /// The path of the page of a participant.
    pub(super) fn person(&self, visit: &Visit, it: &Participant) -> Option<&str> {
        self.path(SubjectKind::Person, visit.agent(it).to_string())
    }

    /// The path of the page of an organization.
    pub(super) fn organization(&self, it: &Organization) -> Option<&str> {
        self.path(SubjectKind::Organization, it.agent().to_string())
    }

    /// The path of the page of the first speaker of a statement.
    pub(super) fn speaker(&self, visit: &Visit, statement: &Statement) -> Option<&str> {
        match visit.speakers(statement).next()? {
            Speaker::Participant(person) => self.person(visit, person),
            Speaker::Organization(organization) => self.organization(organization),
        }
    }

    /// The path of the page of the place of a stop.
    pub(super) fn place(&self, stop: &Stop) -> Option<&str> {
        self.path(SubjectKind::Place, place_key(stop))
    }

    /// The path of the page of a topic.
    pub(super) fn topic(&self, topic: &str) -> Option<&str> {
        self.path(SubjectKind::Topic, fold(topic.trim()))
    }
}

/// Collects the subjects of visits.
struct Collector<'a> {
    lang: Lang,
    names: HashMap<SubjectKind, FileNames>,
    subjects: Subjects<'a>,
}

/// How a subject is called in one visit.
struct Naming<'a> {
    name: String,
    detail: String,
    fact: String,
    record: Option<Record<'a>>,
}

impl<'a> Collector<'a> {
    fn new(lang: Lang) -> Self {
        // The list of each kind is in the same folder.
        let names = SubjectKind::ALL.map(|kind| (kind, FileNames::without("index")));
        Self { lang, names: HashMap::from(names), subjects: Subjects::default() }
    }

    /// Adds an appearance of a subject in a visit, and returns the position of the subject.
    fn add(&mut self, kind: SubjectKind, key: &str, at: usize, naming: impl FnOnce() -> Naming<'a>) -> usize {
        let place = (kind, key.to_owned());
        let known = self.subjects.positions.get(&place).copied();
        let position = known.unwrap_or_else(|| self.subjects.all(kind).len());
        let is_there = known
            .and_then(|known| self.subjects.all(kind).get(known)?.appearances.last())
            .is_some_and(|it| it.visit == at);
        if is_there {
            return position;
        }
        let Naming { name, detail, fact, record } = naming();
        let appearance = Appearance { visit: at, fact, statements: Vec::new() };
        if known.is_none() {
            let file = self
                .names
                .entry(kind)
                .or_default()
                .name(&key.trim_start_matches('#').replace([' ', '|'], "-"));
            let path = format!("{}/{file}", kind.folder());
            self.subjects.positions.insert(place, position);
            self.subjects.list(kind).push(Subject { path, name, detail, record, appearances: Vec::new() });
        }
        if let Some(subject) = self.subjects.list(kind).get_mut(position) {
            subject.appearances.push(appearance);
        }
        position
    }

    /// Adds a statement to the newest appearance of a subject.
    fn said(&mut self, kind: SubjectKind, position: usize, statement: &'a Statement) {
        let subject = self.subjects.list(kind).get_mut(position);
        if let Some(appearance) = subject.and_then(|it| it.appearances.last_mut())
            && appearance.statements.last().is_none_or(|last| !std::ptr::eq(*last, statement))
        {
            appearance.statements.push(statement);
        }
    }

    fn topic(&mut self, topic: &str, at: usize) -> Option<usize> {
        let key = fold(topic.trim());
        let name = visible_string(topic.trim());
        let naming = || Naming { name, detail: String::new(), fact: String::new(), record: None };
        (!key.is_empty()).then(|| self.add(SubjectKind::Topic, &key, at, naming))
    }

    /// Adds the subjects of a visit, and then what was said by, in and about them.
    fn visit(&mut self, at: usize, selected: &SiteVisit<'a>) {
        let (visit, lang) = (selected.visit, self.lang);
        let mut here = Here::default();
        for it in &visit.organizations {
            let key = it.agent().to_string();
            let position = self.add(SubjectKind::Organization, &key, at, || organization(visit, it, lang));
            here.organizations.insert(&it.id, position);
        }
        for it in &visit.participants {
            let key = visit.agent(it).to_string();
            here.people.insert(&it.id, self.add(SubjectKind::Person, &key, at, || person(visit, it, lang)));
        }
        for it in &visit.itinerary {
            let position = self.add(SubjectKind::Place, &place_key(it), at, || place(visit, it, lang));
            here.places.insert(&it.id, position);
        }
        for topic in visit.itinerary.iter().flat_map(|it| &it.topics).chain(&visit.topics) {
            self.topic(topic, at);
        }
        for statement in selected.part.statements_in_order(visit) {
            self.statement(at, visit, statement, &here);
        }
    }

    fn statement(&mut self, at: usize, visit: &'a Visit, statement: &'a Statement, here: &Here<'a>) {
        for speaker in visit.speakers(statement) {
            let organizations: Vec<&Id> = match speaker {
                Speaker::Participant(person) => {
                    if let Some(position) = here.people.get(&person.id) {
                        self.said(SubjectKind::Person, *position, statement);
                    }
                    person.organizations().collect()
                }
                Speaker::Organization(organization) => vec![&organization.id],
            };
            for position in organizations.into_iter().filter_map(|id| here.organizations.get(id)) {
                self.said(SubjectKind::Organization, *position, statement);
            }
        }
        if let Some(position) = statement.stop.as_ref().and_then(|id| here.places.get(id)) {
            self.said(SubjectKind::Place, *position, statement);
        }
        for topic in &statement.topics {
            if let Some(position) = self.topic(topic, at) {
                self.said(SubjectKind::Topic, position, statement);
            }
        }
    }
}

/// The positions of the subjects of one visit, by the ids of their records.
#[derive(Debug, Default)]
struct Here<'a> {
    people: HashMap<&'a Id, usize>,
    organizations: HashMap<&'a Id, usize>,
    places: HashMap<&'a Id, usize>,
}

fn person<'a>(visit: &'a Visit, it: &'a Participant, lang: Lang) -> Naming<'a> {
    let name = visit.label_in(it, lang.code());
    let organizations = it.organizations().map(|id| visit.name_of_in(id, lang.code()));
    let mut facts: Vec<&str> = Vec::new();
    for part in visit.posts_in(it, lang.code()).into_iter().chain(organizations) {
        if part != name && !facts.contains(&part) {
            facts.push(part);
        }
    }
    let fact = visible_string(&facts.join(", "));
    let record = Some(Record::Participant(visit, it));
    Naming { name: visible_string(name), detail: fact.clone(), fact, record }
}

fn organization<'a>(visit: &'a Visit, it: &'a Organization, lang: Lang) -> Naming<'a> {
    let name = visible_string(it.name_in(lang.code()).unwrap_or(&it.name));
    let city = visit.city_of(it).map(|city| visible_string(&city.name)).filter(|city| !name.contains(city));
    let fact = it.role.as_ref().map(|role| visible_string(role.label(lang))).unwrap_or_default();
    Naming { name, detail: city.unwrap_or_default(), fact, record: Some(Record::Organization(visit, it)) }
}

fn place<'a>(visit: &'a Visit, it: &'a Stop, lang: Lang) -> Naming<'a> {
    let name = visible_string(it.name_in(lang.code()).unwrap_or(&it.name));
    let city =
        visit.city_of_stop(it).map(|city| visible_string(&city.name)).filter(|city| !name.contains(city));
    let unusual = it.status.as_ref().filter(|status| **status != StopStatus::Visited);
    let fact = unusual.map(|status| visible_string(status.label(lang))).unwrap_or_default();
    Naming { name, detail: city.unwrap_or_default(), fact, record: Some(Record::Stop(visit, it)) }
}
