//! The records that are known when something is entered.

use std::collections::{HashMap, HashSet};

use super::field::Field;
use super::input::Input;
use super::kind::Kind;
use crate::lang::{Lang, date_short, is_title};
use crate::model::{Agent, Archive, Organization, Participant, Stop, Visit};
use crate::text::{fold, folded_words};

/// The records of an archive, and the visit to which something is added.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// The archive.
    pub archive: &'a Archive,
    /// The visit; none for a new visit.
    pub visit: Option<&'a Visit>,
}

/// A record that can be chosen by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownName {
    /// Its id; for a topic, the topic.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What tells it from others: a post, a place, a date.
    pub detail: String,
    /// Other names by which it is known.
    pub other_names: Vec<String>,
    /// Whether it is in the visit, and not only in others.
    pub is_in_visit: bool,
    /// For a person or an organization, the number of visits with it.
    pub visits: usize,
}

impl KnownName {
    fn new(id: &str, name: &str) -> Self {
        let (id, name) = (id.to_owned(), name.to_owned());
        Self { id, name, detail: String::new(), other_names: Vec::new(), is_in_visit: false, visits: 0 }
    }
}

/// Whether two names are the same but for case, accents, punctuation and titles.
pub fn same_name(one: &str, other: &str) -> bool {
    let (one, other) = (name_key(one), name_key(other));
    !one.is_empty() && one == other
}

/// A name without case, accents, punctuation and titles.
pub(super) fn name_key(name: &str) -> Vec<String> {
    let parts = name.split(|c: char| c.is_whitespace() || c == ',');
    let parts = parts.filter(|part| !is_title(fold(part).trim_end_matches('.')));
    let key: Vec<String> = parts.flat_map(folded_words).collect();
    // A name that consists of titles only, such as an organization named Prof, keeps its words.
    if key.is_empty() { folded_words(name).collect() } else { key }
}

impl<'a> Known<'a> {
    /// The names that fit a field: those of the visit first, then those of the archive, each once.
    pub fn names(self, input: Input, lang: Lang) -> Vec<KnownName> {
        match input {
            Input::People => {
                let mut names = self.agents(|visit| visit.participants.iter().map(|it| person(visit, it)));
                names.extend(self.agents(|visit| visit.organizations.iter().map(organization)));
                names
            }
            Input::Organizations => self.agents(|visit| visit.organizations.iter().map(organization)),
            Input::Stops => {
                self.visit.into_iter().flat_map(|visit| visit.itinerary.iter().map(stop)).collect()
            }
            Input::Visit => self.archive.visits.iter().map(|visit| visit_name(visit, lang)).collect(),
            Input::Source => {
                let sources = self.visit.into_iter().flat_map(|visit| &visit.sources);
                sources
                    .map(|it| {
                        let other_names: Vec<String> =
                            [&it.title, &it.url].into_iter().flatten().cloned().collect();
                        let detail = other_names.first().cloned().unwrap_or_default();
                        let id = it.id.as_str();
                        KnownName { detail, other_names, is_in_visit: true, ..KnownName::new(id, id) }
                    })
                    .collect()
            }
            Input::Topics => self.texts(|visit| {
                let stops = visit.itinerary.iter().flat_map(|it| &it.topics);
                visit.topics.iter().chain(stops).chain(visit.statements.iter().flat_map(|it| &it.topics))
            }),
            Input::Word(words) => {
                words.terms(lang).into_iter().map(|(id, label)| KnownName::new(&id, &label)).collect()
            }
            Input::Text | Input::Lines | Input::Texts | Input::Number | Input::Decimal | Input::Date => {
                Vec::new()
            }
        }
    }

    /// The names that complete what is typed into a field: those that fit it. Names and places are completed from other visits, too.
    pub fn completions(self, kind: Kind, field: &Field, lang: Lang) -> Vec<KnownName> {
        match (kind, field.name) {
            (Kind::Person, "name") => {
                let people = self.agents(|visit| visit.participants.iter().map(|it| person(visit, it)));
                people.into_iter().filter(|it| !it.is_in_visit).collect()
            }
            (Kind::Person, "post") => self.texts(|visit| {
                visit.participants.iter().flat_map(|it| it.post.iter().map(|post| &post.title))
            }),
            (Kind::Stop, "name") => {
                let here: HashSet<String> = self
                    .visit
                    .into_iter()
                    .flat_map(|visit| &visit.itinerary)
                    .map(|it| fold(&it.name))
                    .collect();
                let stops = self.texts(|visit| visit.itinerary.iter().map(|it| &it.name));
                stops.into_iter().filter(|it| !here.contains(&fold(&it.name))).collect()
            }
            (Kind::Stop, "place.locality") => self.texts(|visit| {
                let places = visit.itinerary.iter().flat_map(|it| it.place.iter());
                places.filter_map(|it| it.locality.as_ref())
            }),
            (Kind::Visit, "publisher") => {
                self.texts(|visit| visit.sources.iter().filter_map(|it| it.publisher.as_ref()))
            }
            _ => self.names(field.input, lang),
        }
    }

    /// The record that an id or a name means: in the visit, else in the archive, if it is only one.
    pub fn find(self, input: Input, name: &str, lang: Lang) -> Option<KnownName> {
        let names = self.names(input, lang);
        let is_called = |it: &KnownName| it.other_names.iter().any(|other| same_name(other, name));
        let is_it: [&dyn Fn(&KnownName) -> bool; 3] =
            [&|it| it.id == name, &|it| same_name(&it.name, name), &is_called];
        [true, false].into_iter().find_map(|in_visit| {
            is_it.iter().find_map(|is_it| {
                let mut fitting = names.iter().filter(|it| it.is_in_visit == in_visit && is_it(it));
                fitting.next().filter(|_| fitting.next().is_none()).cloned()
            })
        })
    }

    fn others(self) -> impl Iterator<Item = &'a Visit> {
        let here = self.visit.map(|visit| &visit.id);
        self.archive.visits.iter().filter(move |visit| Some(&visit.id) != here)
    }

    /// The people or organizations of the visit, then those of other visits that are identified by a name, each once.
    fn agents<I: Iterator<Item = (Agent, KnownName)> + 'a>(
        self,
        of: impl Fn(&'a Visit) -> I,
    ) -> Vec<KnownName> {
        let mut names: Vec<KnownName> = Vec::new();
        let mut at: HashMap<Agent, usize> = HashMap::new();
        let here = self.visit.into_iter().map(|visit| (visit, true));
        for (visit, is_in_visit) in here.chain(self.others().map(|visit| (visit, false))) {
            for (agent, name) in of(visit) {
                if let Some(known) = at.get(&agent).and_then(|at| names.get_mut(*at)) {
                    known.visits += 1;
                } else if is_in_visit || !agent.is_of_one_visit() {
                    at.insert(agent, names.len());
                    names.push(KnownName { is_in_visit, visits: 1, ..name });
                }
            }
        }
        names
    }

    /// The texts of the visit, then those of the others, each once.
    fn texts<T: AsRef<str> + 'a, I: Iterator<Item = &'a T> + 'a>(
        self,
        of: impl Fn(&'a Visit) -> I,
    ) -> Vec<KnownName> {
        let mut seen = HashSet::new();
        let visits = self.visit.into_iter().chain(self.others());
        let texts = visits.flat_map(of).map(AsRef::as_ref);
        let new = texts.filter(|text| seen.insert(fold(text)));
        new.map(|text| KnownName::new(text, text)).collect()
    }
}

fn person(visit: &Visit, it: &Participant) -> (Agent, KnownName) {
    let label = visit.label(it).to_owned();
    let posts = it.post.iter().map(|post| post.title.as_str()).filter(|title| *title != label);
    let organizations = it.organizations().map(|id| visit.name_of(id));
    let detail = posts.chain(organizations).collect::<Vec<_>>().join(", ");
    let other_names = it.other_names.clone();
    (visit.agent(it), KnownName { detail, other_names, ..KnownName::new(it.id.as_str(), &label) })
}

fn organization(it: &Organization) -> (Agent, KnownName) {
    let other_names = it.other_names.clone();
    let detail = other_names.first().cloned().unwrap_or_default();
    (it.agent(), KnownName { detail, other_names, ..KnownName::new(it.id.as_str(), &it.name) })
}

fn stop(it: &Stop) -> KnownName {
    let other_names: Vec<String> = it.short_name.iter().chain(&it.other_names).cloned().collect();
    let detail = it.short_name.clone().unwrap_or_default();
    KnownName { detail, other_names, is_in_visit: true, ..KnownName::new(it.id.as_str(), &it.name) }
}

fn visit_name(it: &Visit, lang: Lang) -> KnownName {
    let detail = it.start_date.map(|date| date_short(lang, &date)).unwrap_or_default();
    KnownName { detail, ..KnownName::new(it.id.as_str(), &it.title) }
}
