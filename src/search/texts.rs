//! What records are found by: texts of their own, and texts that many records of a visit share. A statement is found by
//! whoever made it, by where, and in which visit; those texts are kept once, and lent.

use hashbrown::HashMap;

use super::fields::{Field, FieldName};
use super::postings::{index, number};
use crate::model::{Id, Organization, Participant, Place, Record, SourceRef, Stop, Visit};

/// A text, and the field it stands in.
pub(super) type InField<'a> = (&'a str, Field);

/// What lends its texts to records of its visit.
#[derive(Debug, Clone, Copy)]
enum Lender {
    Title,
    /// The id of the visit; a source, so that it is found only when it is asked for.
    VisitId,
    Stop(usize),
    Participant(usize),
    Organization(usize),
    Source(usize),
}

/// What a lender is to those who borrow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Visit,
    Stop,
    Speaker,
    /// Found only when it is asked for.
    Source,
}

impl Role {
    pub(super) const ALL: [Self; 4] = [Self::Visit, Self::Stop, Self::Speaker, Self::Source];

    /// The lenders that can have a field.
    pub(super) fn with(field: FieldName) -> Option<Self> {
        match field {
            FieldName::Visit => Some(Self::Visit),
            FieldName::Stop | FieldName::City => Some(Self::Stop),
            FieldName::Person | FieldName::Organization => Some(Self::Speaker),
            FieldName::Source => Some(Self::Source),
            FieldName::Topic | FieldName::Date | FieldName::Type => None,
        }
    }
}

impl Lender {
    fn role(self) -> Role {
        match self {
            Self::Title => Role::Visit,
            Self::Stop(_) => Role::Stop,
            Self::Participant(_) | Self::Organization(_) => Role::Speaker,
            Self::VisitId | Self::Source(_) => Role::Source,
        }
    }
}

/// The title and the id come first.
const TITLE: u32 = 0;
const VISIT_ID: u32 = 1;
const BEFORE_STOPS: usize = 2;

/// The lenders of a visit, numbered from 0.
pub(super) struct Lenders<'v> {
    visit: &'v Visit,
    all: Vec<Lender>,
    stops: HashMap<&'v Id, u32>,
    speakers: HashMap<&'v Id, u32>,
    sources: HashMap<&'v Id, u32>,
}

impl<'v> Lenders<'v> {
    pub(super) fn new(visit: &'v Visit) -> Self {
        let mut lenders = vec![Lender::Title, Lender::VisitId];
        let mut add = |of: fn(usize) -> Lender, count: usize| {
            let first = number(lenders.len());
            lenders.extend((0..count).map(of));
            first..
        };
        let stops = add(Lender::Stop, visit.itinerary.len());
        let people = add(Lender::Participant, visit.participants.len());
        let organizations = add(Lender::Organization, visit.organizations.len());
        let sources = add(Lender::Source, visit.sources.len());
        // When two have the same id, the first one is meant, and a person before an organization.
        let people = visit.participants.iter().map(|person| &person.id).zip(people);
        let organizations = visit.organizations.iter().map(|it| &it.id).zip(organizations);
        Self {
            visit,
            stops: first_of_each(visit.itinerary.iter().map(|stop| &stop.id).zip(stops)),
            speakers: first_of_each(people.chain(organizations)),
            sources: first_of_each(visit.sources.iter().map(|source| &source.id).zip(sources)),
            all: lenders,
        }
    }

    /// The texts of each lender, and what it is.
    pub(super) fn each(&self) -> impl Iterator<Item = (Vec<InField<'v>>, Role)> {
        self.all.iter().map(|lender| (self.texts(*lender), lender.role()))
    }

    /// How many there are.
    pub(super) fn len(&self) -> u32 {
        number(self.all.len())
    }

    /// The stop with an id, as a place in the itinerary.
    pub(super) fn stop(&self, id: &Id) -> Option<usize> {
        self.stops.get(id).and_then(|lender| index(*lender).checked_sub(BEFORE_STOPS))
    }

    /// The number of a stop of the itinerary as a lender.
    pub(super) fn of_stop(item: usize) -> u32 {
        number(item + BEFORE_STOPS)
    }

    fn texts(&self, lender: Lender) -> Vec<InField<'v>> {
        let visit = self.visit;
        let texts = match lender {
            Lender::Title => Some(vec![(visit.title.as_str(), Field::Visit)]),
            Lender::VisitId => Some(vec![(visit.id.as_str(), Field::Source)]),
            Lender::Stop(at) => visit.itinerary.get(at).map(|stop| of_stop(stop, Field::Stop)),
            Lender::Participant(at) => {
                visit.participants.get(at).map(|person| of_person(visit, person, Field::Person))
            }
            Lender::Organization(at) => visit.organizations.get(at).map(|organization| {
                let as_speaker = of_organization(organization, Field::Person);
                as_speaker.chain(of_organization(organization, Field::Organization)).collect()
            }),
            Lender::Source(at) => visit.sources.get(at).map(|source| {
                let names = [Some(source.id.as_str()), source.title.as_deref(), source.publisher.as_deref()];
                names.into_iter().flatten().map(|name| (name, Field::Source)).collect()
            }),
        };
        texts.unwrap_or_default()
    }

    /// The lenders of a record.
    pub(super) fn of(&self, record: Record<'v>) -> Vec<u32> {
        let mut lent = vec![VISIT_ID];
        if !matches!(record, Record::Visit(_)) {
            lent.push(TITLE);
        }
        let sources: &[SourceRef] = match record {
            Record::Stop(_, stop) => &stop.sources,
            Record::Participant(_, person) => &person.sources,
            Record::Organization(..) | Record::Visit(_) => &[],
            Record::Statement(_, statement) => {
                lent.extend(statement.speaker.iter().filter_map(|id| self.speakers.get(id)));
                lent.extend(statement.stop.as_ref().and_then(|id| self.stops.get(id)));
                &statement.sources
            }
        };
        lent.extend(sources.iter().filter_map(|source| self.sources.get(&source.id)));
        // A source may be referred to at several places.
        lent.sort_unstable();
        lent.dedup();
        lent
    }
}

fn first_of_each<'v>(ids: impl Iterator<Item = (&'v Id, u32)>) -> HashMap<&'v Id, u32> {
    let mut first = HashMap::new();
    for (id, number) in ids {
        first.entry(id).or_insert(number);
    }
    first
}

/// The texts of a record that no other shares.
pub(super) fn own(record: Record<'_>) -> Vec<InField<'_>> {
    match record {
        Record::Visit(visit) => of_visit(visit),
        Record::Stop(visit, stop) => {
            let mut texts = of_stop(stop, Field::Name);
            texts.extend(all(&stop.activities, Field::Text));
            texts.extend(all(&stop.topics, Field::Topic));
            let organization = stop.organization.as_ref().and_then(|id| visit.organization(id));
            texts.extend(organization.into_iter().flat_map(|it| of_organization(it, Field::Organization)));
            texts
        }
        Record::Participant(visit, person) => of_person(visit, person, Field::Name),
        Record::Organization(_, organization) => of_organization(organization, Field::Name).collect(),
        Record::Statement(_, statement) => {
            let mut texts = vec![(statement.text.as_str(), Field::Text)];
            texts.extend(all(&statement.context, Field::Text));
            texts.extend(statement.translations.iter().map(|it| (it.text.as_str(), Field::Text)));
            texts.extend(all(&statement.topics, Field::Topic));
            texts
        }
    }
}

fn all<'v>(texts: impl IntoIterator<Item = &'v String>, field: Field) -> impl Iterator<Item = InField<'v>> {
    texts.into_iter().map(move |text| (text.as_str(), field))
}

fn of_visit(visit: &Visit) -> Vec<InField<'_>> {
    let mut texts = vec![(visit.title.as_str(), Field::Name)];
    let claims = visit.summary.iter().chain(&visit.objectives).map(|claim| &claim.text);
    texts.extend(all(claims.chain(&visit.local_term), Field::Text));
    texts.extend(all(visit.outcomes.iter().map(|outcome| &outcome.text), Field::Text));
    texts.extend(all(&visit.topics, Field::Topic));
    texts.extend(visit.organizations.iter().flat_map(|it| of_organization(it, Field::Organization)));
    let places =
        visit.itinerary.iter().flat_map(|stop| &stop.place).filter_map(|place| place.locality.as_ref());
    texts.extend(all(places, Field::City));
    texts
}

fn of_person<'v>(visit: &'v Visit, person: &'v Participant, own: Field) -> Vec<InField<'v>> {
    // The office is as much theirs as the name.
    let posts = person.post.iter().map(|post| &post.title);
    let names = person.name.iter().chain(&person.other_names).chain(posts);
    let organizations = person.organizations().filter_map(|id| visit.organization(id));
    let organizations = organizations.flat_map(|it| of_organization(it, Field::Organization));
    all(names, own).chain(organizations).collect()
}

fn of_organization(organization: &Organization, own: Field) -> impl Iterator<Item = InField<'_>> {
    all(std::iter::once(&organization.name).chain(&organization.other_names), own)
}

fn of_stop(stop: &Stop, own: Field) -> Vec<InField<'_>> {
    let names = std::iter::once(&stop.name).chain(&stop.short_name).chain(&stop.other_names);
    let mut texts: Vec<InField<'_>> = all(names, own).collect();
    for Place { address, locality, region, .. } in &stop.place {
        texts.extend(all([address, locality, region].into_iter().flatten(), Field::City));
    }
    texts
}
