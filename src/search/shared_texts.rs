//! Texts that several records of a visit have in common: a statement is found by its speaker, its stop and its visit. Each is
//! stored once, and the records refer to it.

use hashbrown::HashMap;

use super::cities::{Cities, Firsts};
use super::fields::{Field, QueryField};
use super::keywords::{self, FieldKeyword};
use super::numbers::{to_u32, to_usize};
use super::texts::{
    Annotation, FieldText, organization_names, organization_texts, person_texts, side_field, side_texts,
    stop_texts, text_in, texts_in, visit_titles,
};
use crate::model::{Id, Record, Side, SourceRef, Visit};

/// What a shared text is about; items are indices into the lists of the visit.
#[derive(Debug, Clone, Copy)]
enum SharedText {
    /// The titles of the visit.
    Title,
    /// The id of the visit.
    Id,
    /// The names of all hosts and of all visitors.
    Sides,
    Stop(usize),
    Participant(usize),
    Organization(usize),
    Source(usize),
    /// The names of a city.
    City(usize),
}

/// What a shared text is to the records that refer to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SharedKind {
    Visit,
    Stop,
    Speaker,
    /// Searched only by queries on a field.
    FieldOnly,
}

impl SharedKind {
    pub(super) const ALL: [Self; 4] = [Self::Visit, Self::Stop, Self::Speaker, Self::FieldOnly];

    /// The kinds of shared texts that can have a field.
    pub(super) fn with(field: QueryField) -> &'static [Self] {
        match field {
            QueryField::Visit => &[Self::Visit, Self::FieldOnly],
            QueryField::Stop => &[Self::Stop],
            QueryField::City => &[Self::Stop, Self::Speaker, Self::FieldOnly],
            QueryField::Person | QueryField::Post | QueryField::Organization => &[Self::Speaker],
            QueryField::Source | QueryField::Author | QueryField::Host | QueryField::Visitor => {
                &[Self::FieldOnly]
            }
            QueryField::Topic
            | QueryField::Outcome
            | QueryField::Date
            | QueryField::Role
            | QueryField::Country
            | QueryField::Class
            | QueryField::Status
            | QueryField::Type => &[],
        }
    }
}

impl SharedText {
    fn kind(self) -> SharedKind {
        match self {
            Self::Title => SharedKind::Visit,
            Self::Stop(_) => SharedKind::Stop,
            Self::Participant(_) | Self::Organization(_) => SharedKind::Speaker,
            Self::Id | Self::Sides | Self::Source(_) | Self::City(_) => SharedKind::FieldOnly,
        }
    }
}

// The first numbers of each visit.
const TITLE: u32 = 0;
const ID: u32 = 1;
const SIDES: u32 = 2;
const FIRST_STOP: usize = 3;

/// The shared texts of a visit, numbered from 0, and the annotations of its records.
pub(super) struct SharedTexts<'v> {
    visit: &'v Visit,
    all: Vec<SharedText>,
    stops: HashMap<&'v Id, u32>,
    speakers: HashMap<&'v Id, u32>,
    sources: HashMap<&'v Id, u32>,
    cities: Cities,
    /// The number of the first city.
    first_city: u32,
    annotations: HashMap<&'v Id, Vec<Annotation<'v>>>,
    /// The organizations of the hosts and of the visitors.
    sides: HashMap<&'v Id, Field>,
}

impl<'v> SharedTexts<'v> {
    pub(super) fn new(visit: &'v Visit) -> Self {
        let mut all = vec![SharedText::Title, SharedText::Id, SharedText::Sides];
        let mut add = |of: fn(usize) -> SharedText, count: usize| {
            let first = to_u32(all.len());
            all.extend((0..count).map(of));
            first..
        };
        let stops = add(SharedText::Stop, visit.itinerary.len());
        let people = add(SharedText::Participant, visit.participants.len());
        let organizations = add(SharedText::Organization, visit.organizations.len());
        let sources = add(SharedText::Source, visit.sources.len());
        let firsts =
            Firsts { stop: stops.start, participant: people.start, organization: organizations.start };
        let cities = Cities::of(visit, &firsts);
        let first_city = add(SharedText::City, cities.len()).start;
        // Of two records with the same id the first one counts, and a person before an organization.
        let people = visit.participants.iter().map(|person| &person.id).zip(people);
        let organizations = visit.organizations.iter().map(|it| &it.id).zip(organizations);
        let sides = [Side::Host, Side::Visitor].into_iter().flat_map(|side| {
            let field = side_field(Some(side));
            visit.organizations_of(side).into_iter().filter_map(move |it| Some((&it.id, field?)))
        });
        Self {
            visit,
            sides: sides.collect(),
            stops: first_of_each(visit.itinerary.iter().map(|stop| &stop.id).zip(stops)),
            speakers: first_of_each(people.chain(organizations)),
            sources: first_of_each(visit.sources.iter().map(|source| &source.id).zip(sources)),
            annotations: Annotation::by_record(visit),
            cities,
            first_city,
            all,
        }
    }

    /// Each shared text, with its fields and its kind.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Vec<FieldText<'v>>, SharedKind)> {
        self.all.iter().map(|text| (self.texts(*text), text.kind()))
    }

    /// The shared text with a number.
    pub(super) fn get(&self, number: u32) -> Vec<FieldText<'v>> {
        self.all.get(to_usize(number)).map(|text| self.texts(*text)).unwrap_or_default()
    }

    /// The keywords of each shared text, which records inherit with it.
    pub(super) fn keywords(&self) -> impl Iterator<Item = Vec<FieldKeyword<'v>>> {
        let visit = self.visit;
        let of = move |text: &SharedText| match text {
            SharedText::Stop(at) => visit.itinerary.get(*at).map(|it| keywords::shared_by_stop(visit, it)),
            SharedText::Participant(at) => {
                visit.participants.get(*at).map(|it| keywords::of_person(visit, it))
            }
            SharedText::Organization(at) => {
                visit.organizations.get(*at).map(|it| keywords::of_organization(visit, it))
            }
            SharedText::Title
            | SharedText::Id
            | SharedText::Sides
            | SharedText::Source(_)
            | SharedText::City(_) => None,
        };
        self.all.iter().map(move |text| of(text).unwrap_or_default())
    }

    /// The number of shared texts.
    pub(super) fn len(&self) -> u32 {
        to_u32(self.all.len())
    }

    /// The field of the side that an organization is on.
    pub(super) fn side(&self, organization: &Id) -> Option<Field> {
        self.sides.get(organization).copied()
    }

    /// The annotations of a record.
    pub(super) fn annotations(&self, id: &Id) -> &[Annotation<'v>] {
        self.annotations.get(id).map(Vec::as_slice).unwrap_or_default()
    }

    /// The stop with an id, as an index into the itinerary.
    pub(super) fn stop(&self, id: &Id) -> Option<usize> {
        self.stops.get(id).and_then(|text| to_usize(*text).checked_sub(FIRST_STOP))
    }

    /// The number of the shared text of a stop, from its index in the itinerary.
    pub(super) fn of_stop(item: usize) -> u32 {
        to_u32(item + FIRST_STOP)
    }

    fn cities_of(&self, text: Option<&u32>) -> Vec<u32> {
        text.into_iter().flat_map(|text| self.cities.of_text(*text)).collect()
    }

    fn texts(&self, text: SharedText) -> Vec<FieldText<'v>> {
        let visit = self.visit;
        let texts = match text {
            SharedText::Title => Some(visit_titles(visit, Field::Visit).collect()),
            SharedText::Id => Some(vec![text_in(visit.id.as_str(), Field::VisitId)]),
            SharedText::Sides => Some(self.sides()),
            SharedText::Stop(at) => visit.itinerary.get(at).map(|stop| stop_texts(visit, stop, Field::Stop)),
            SharedText::Participant(at) => {
                visit.participants.get(at).map(|person| person_texts(visit, person, Field::Speaker))
            }
            SharedText::Organization(at) => visit.organizations.get(at).map(|organization| {
                let as_speaker = organization_texts(visit, organization, Field::Speaker);
                as_speaker.chain(organization_texts(visit, organization, Field::Organization)).collect()
            }),
            SharedText::Source(at) => visit.sources.get(at).map(|source| {
                let names = [Some(source.id.as_str()), source.title.as_deref(), source.publisher.as_deref()];
                let names = names.into_iter().flatten().map(|name| text_in(name, Field::Cited));
                names.chain(texts_in(&source.author, Field::CitedAuthor)).collect()
            }),
            SharedText::City(at) => self
                .cities
                .get(at)
                .map(|city| city.names().map(|name| (name.into(), Field::CityInFull)).collect()),
        };
        texts.unwrap_or_default()
    }

    fn sides(&self) -> Vec<FieldText<'v>> {
        let mut texts = Vec::new();
        for organization in &self.visit.organizations {
            let side = self.side(&organization.id).into_iter();
            texts.extend(side.flat_map(|field| organization_names(organization, field)));
        }
        for person in &self.visit.participants {
            texts.extend(side_texts(self.visit, person));
        }
        texts
    }

    /// The numbers of the shared texts that a record refers to, in ascending order.
    pub(super) fn of(&self, record: Record<'v>) -> Vec<u32> {
        let mut texts = vec![ID];
        if !matches!(record, Record::Visit(_)) {
            texts.push(TITLE);
        }
        if matches!(record, Record::Visit(_) | Record::Stop(..) | Record::Statement(..)) {
            texts.push(SIDES);
        }
        let sources: &[SourceRef] = match record {
            Record::Stop(_, stop) => &stop.sources,
            Record::Participant(_, person) => &person.sources,
            Record::Organization(..) | Record::Visit(_) => &[],
            Record::Statement(_, statement) => {
                texts.extend(statement.speaker.iter().filter_map(|id| self.speakers.get(id)));
                texts.extend(statement.stop.as_ref().and_then(|id| self.stops.get(id)));
                &statement.sources
            }
        };
        let cities: Vec<u32> = match record {
            Record::Visit(_) => self.cities.of_visit().collect(),
            Record::Stop(_, stop) => self.cities_of(self.stops.get(&stop.id)),
            Record::Participant(_, person) => self.cities_of(self.speakers.get(&person.id)),
            Record::Organization(_, organization) => self.cities_of(self.speakers.get(&organization.id)),
            Record::Statement(..) => texts.iter().flat_map(|text| self.cities.of_text(*text)).collect(),
        };
        texts.extend(cities.into_iter().map(|city| self.first_city + city));
        texts.extend(sources.iter().filter_map(|source| self.sources.get(&source.id)));
        // A record may refer to several places in one source.
        texts.sort_unstable();
        texts.dedup();
        texts
    }
}

fn first_of_each<'v>(ids: impl Iterator<Item = (&'v Id, u32)>) -> HashMap<&'v Id, u32> {
    let mut first = HashMap::new();
    for (id, number) in ids {
        first.entry(id).or_insert(number);
    }
    first
}
