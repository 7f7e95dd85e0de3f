//! What lends its texts to records of its visit: a statement is found by whoever made it, by where, and in which visit. Those
//! texts are kept once, and lent.

use hashbrown::HashMap;

use super::fields::{Field, FieldName};
use super::labels::{self, Labelled};
use super::postings::{index, number};
use super::texts::{Besides, InField, all, as_side, names_of, of_organization, of_person, of_stop, one};
use crate::model::{Id, Record, Side, SourceRef, Visit};

/// A source of texts for several records of a visit.
#[derive(Debug, Clone, Copy)]
enum Lender {
    Title,
    Id,
    /// Who is on which side.
    Sides,
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
    Asked,
}

impl Role {
    pub(super) const ALL: [Self; 4] = [Self::Visit, Self::Stop, Self::Speaker, Self::Asked];

    /// The lenders that can have a field.
    pub(super) fn with(field: FieldName) -> &'static [Self] {
        match field {
            FieldName::Visit => &[Self::Visit, Self::Asked],
            FieldName::Stop => &[Self::Stop],
            FieldName::City => &[Self::Stop, Self::Speaker],
            FieldName::Person | FieldName::Post | FieldName::Organization => &[Self::Speaker],
            FieldName::Source | FieldName::Author | FieldName::Host | FieldName::Visitor => &[Self::Asked],
            FieldName::Topic | FieldName::Outcome | FieldName::Date => &[],
            FieldName::Role | FieldName::Country | FieldName::Class | FieldName::Status | FieldName::Type => {
                &[]
            }
        }
    }
}

impl Lender {
    fn role(self) -> Role {
        match self {
            Self::Title => Role::Visit,
            Self::Stop(_) => Role::Stop,
            Self::Participant(_) | Self::Organization(_) => Role::Speaker,
            Self::Id | Self::Sides | Self::Source(_) => Role::Asked,
        }
    }
}

/// These come first.
const TITLE: u32 = 0;
const ID: u32 = 1;
const SIDES: u32 = 2;
const BEFORE_STOPS: usize = 3;

/// The lenders of a visit, numbered from 0, and what is noted besides of its records.
pub(super) struct Lenders<'v> {
    visit: &'v Visit,
    all: Vec<Lender>,
    stops: HashMap<&'v Id, u32>,
    speakers: HashMap<&'v Id, u32>,
    sources: HashMap<&'v Id, u32>,
    besides: HashMap<&'v Id, Vec<Besides<'v>>>,
    /// The organizations of the hosts and of the visitors.
    sides: HashMap<&'v Id, Field>,
}

impl<'v> Lenders<'v> {
    pub(super) fn new(visit: &'v Visit) -> Self {
        let mut lenders = vec![Lender::Title, Lender::Id, Lender::Sides];
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
            besides: Besides::by_record(visit),
            all: lenders,
        }
    }

    /// The texts of each lender, and what it is.
    pub(super) fn each(&self) -> impl Iterator<Item = (Vec<InField<'v>>, Role)> {
        self.all.iter().map(|lender| (self.texts(*lender), lender.role()))
    }

    /// The texts of a lender.
    pub(super) fn texts_of(&self, lender: u32) -> Vec<InField<'v>> {
        self.all.get(index(lender)).map(|lender| self.texts(*lender)).unwrap_or_default()
    }

    /// The labels of each lender.
    pub(super) fn labels(&self) -> impl Iterator<Item = Vec<Labelled<'v>>> {
        let visit = self.visit;
        let of = move |lender: &Lender| match lender {
            Lender::Stop(at) => visit.itinerary.get(*at).map(|it| labels::of_stop(visit, it)),
            Lender::Participant(at) => visit.participants.get(*at).map(|it| labels::of_person(visit, it)),
            Lender::Organization(at) => {
                visit.organizations.get(*at).map(|it| labels::of_organization(visit, it))
            }
            Lender::Title | Lender::Id | Lender::Sides | Lender::Source(_) => None,
        };
        self.all.iter().map(move |lender| of(lender).unwrap_or_default())
    }

    /// How many there are.
    pub(super) fn len(&self) -> u32 {
        number(self.all.len())
    }

    /// The field of the side that an organization is on.
    pub(super) fn side(&self, organization: &Id) -> Option<Field> {
        self.sides.get(organization).copied()
    }

    /// What is noted besides of a record.
    pub(super) fn besides(&self, id: &Id) -> &[Besides<'v>] {
        self.besides.get(id).map(Vec::as_slice).unwrap_or_default()
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
            Lender::Title => Some(titles(visit, Field::Visit).collect()),
            Lender::Id => Some(vec![one(visit.id.as_str(), Field::VisitId)]),
            Lender::Sides => Some(self.sides()),
            Lender::Stop(at) => visit.itinerary.get(at).map(|stop| of_stop(visit, stop, Field::Stop)),
            Lender::Participant(at) => {
                visit.participants.get(at).map(|person| of_person(visit, person, Field::Person))
            }
            Lender::Organization(at) => visit.organizations.get(at).map(|organization| {
                let as_speaker = of_organization(visit, organization, Field::Person);
                as_speaker.chain(of_organization(visit, organization, Field::Organization)).collect()
            }),
            Lender::Source(at) => visit.sources.get(at).map(|source| {
                let names = [Some(source.id.as_str()), source.title.as_deref(), source.publisher.as_deref()];
                let names = names.into_iter().flatten().map(|name| one(name, Field::Cited));
                names.chain(all(&source.author, Field::CitedAuthor)).collect()
            }),
        };
        texts.unwrap_or_default()
    }

    /// The names of all who are hosts, and of all who are visitors.
    fn sides(&self) -> Vec<InField<'v>> {
        let mut texts = Vec::new();
        for organization in &self.visit.organizations {
            let side = self.side(&organization.id).into_iter();
            texts.extend(side.flat_map(|field| names_of(organization, field)));
        }
        for person in &self.visit.participants {
            texts.extend(as_side(self.visit, person));
        }
        texts
    }

    /// The lenders of a record.
    pub(super) fn of(&self, record: Record<'v>) -> Vec<u32> {
        let mut lent = vec![ID];
        if !matches!(record, Record::Visit(_)) {
            lent.push(TITLE);
        }
        if matches!(record, Record::Visit(_) | Record::Stop(..) | Record::Statement(..)) {
            lent.push(SIDES);
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

/// The title of a visit, in each language that the record has.
pub(super) fn titles(visit: &Visit, field: Field) -> impl Iterator<Item = InField<'_>> {
    all(std::iter::once(&visit.title).chain(&visit.title_en).chain(&visit.title_id), field)
}

/// The field of those who are on a side.
pub(super) fn side_field(side: Option<Side>) -> Option<Field> {
    match side? {
        Side::Host => Some(Field::Host),
        Side::Visitor => Some(Field::Visitor),
        Side::ThirdParty => None,
    }
}
