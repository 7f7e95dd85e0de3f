//! The fields of a record: which texts it is found by, what each weighs, and how a query names them.

use crate::model::{
    Organization, Participant, Place, Record, RecordKind, SourceRef, Speaker, Statement, Stop, Visit,
};

/// What a word weighs by the field it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    /// The record's own title or name.
    Name,
    /// A person's name or post.
    Person,
    /// An organization.
    Organization,
    /// A stop.
    Stop,
    /// A city, a region, an address.
    City,
    /// Running text.
    Text,
    /// A topic.
    Topic,
    /// The title of the visit that it belongs to.
    Visit,
    /// A source: found only when it is asked for.
    Source,
}

impl Field {
    pub(super) const ALL: [Self; 9] = [
        Self::Name,
        Self::Person,
        Self::Organization,
        Self::Stop,
        Self::City,
        Self::Text,
        Self::Topic,
        Self::Visit,
        Self::Source,
    ];

    pub(super) fn weight(self) -> f32 {
        match self {
            Self::Name => 2.2,
            Self::Person | Self::Organization => 2.0,
            Self::Stop | Self::City => 1.6,
            Self::Text | Self::Topic | Self::Visit => 1.0,
            Self::Source => 0.0,
        }
    }
}

/// A field as a query names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FieldName {
    Person,
    Stop,
    City,
    Date,
    Type,
    Visit,
    Topic,
    Organization,
    Source,
}

/// The names in both languages.
const NAMES: &[(&str, FieldName)] = &[
    ("siapa", FieldName::Person),
    ("who", FieldName::Person),
    ("di", FieldName::Stop),
    ("stop", FieldName::Stop),
    ("kota", FieldName::City),
    ("city", FieldName::City),
    ("tgl", FieldName::Date),
    ("date", FieldName::Date),
    ("jenis", FieldName::Type),
    ("type", FieldName::Type),
    ("kunjungan", FieldName::Visit),
    ("visit", FieldName::Visit),
    ("topik", FieldName::Topic),
    ("topic", FieldName::Topic),
    ("org", FieldName::Organization),
    ("sumber", FieldName::Source),
    ("source", FieldName::Source),
];

impl FieldName {
    pub(super) fn find(name: &str) -> Option<Self> {
        let name = crate::text::fold(name);
        NAMES.iter().find(|(known, _)| *known == name).map(|(_, field)| *field)
    }

    pub(super) fn names() -> impl Iterator<Item = &'static str> {
        NAMES.iter().map(|(name, _)| *name)
    }

    /// Whether a word in a field of a record of a kind is in the field that is meant: the own name of a person is in
    /// `siapa:`, that of a stop in `di:`.
    pub(super) fn holds(self, field: Field, kind: RecordKind) -> bool {
        match (self, field) {
            (Self::Person, Field::Person)
            | (Self::Stop, Field::Stop)
            | (Self::City, Field::City)
            | (Self::Visit, Field::Visit)
            | (Self::Topic, Field::Topic)
            | (Self::Organization, Field::Organization)
            | (Self::Source, Field::Source) => true,
            (Self::Person, Field::Name) => kind == RecordKind::Participant,
            (Self::Stop, Field::Name) => kind == RecordKind::Stop,
            (Self::Visit, Field::Name) => kind == RecordKind::Visit,
            (Self::Organization, Field::Name) => kind == RecordKind::Organization,
            _ => false,
        }
    }
}

/// The texts that a record is found by.
pub(super) fn fields(record: Record<'_>) -> Vec<(&str, Field)> {
    let mut fields = match record {
        Record::Visit(visit) => of_visit(visit),
        Record::Stop(visit, stop) => {
            let mut fields = of_stop(stop, Field::Name);
            fields.extend(stop.activities.iter().map(|text| (text.as_str(), Field::Text)));
            fields.extend(stop.topics.iter().map(|text| (text.as_str(), Field::Topic)));
            let organization = stop.organization.as_ref().and_then(|id| visit.organization(id));
            fields.extend(organization.into_iter().flat_map(|it| of_organization(it, Field::Organization)));
            fields.extend(of_sources(visit, &stop.sources));
            fields
        }
        Record::Participant(visit, person) => {
            let mut fields = of_person(visit, person, Field::Name);
            fields.extend(of_sources(visit, &person.sources));
            fields
        }
        Record::Organization(_, organization) => of_organization(organization, Field::Name),
        Record::Statement(visit, statement) => of_statement(visit, statement),
    };
    if !matches!(record, Record::Visit(_)) {
        fields.push((&record.visit().title, Field::Visit));
    }
    fields.push((record.visit().id.as_str(), Field::Source));
    fields
}

fn of_visit(visit: &Visit) -> Vec<(&str, Field)> {
    let mut fields = vec![(visit.title.as_str(), Field::Name)];
    let texts = visit.summary.iter().chain(&visit.local_term).chain(&visit.objectives);
    fields.extend(texts.map(|text| (text.as_str(), Field::Text)));
    fields.extend(visit.outcomes.iter().map(|outcome| (outcome.text.as_str(), Field::Text)));
    fields.extend(visit.topics.iter().map(|text| (text.as_str(), Field::Topic)));
    fields.extend(visit.organizations.iter().flat_map(|it| of_organization(it, Field::Organization)));
    fields.extend(
        visit
            .itinerary
            .iter()
            .filter_map(|stop| Some((stop.place.as_ref()?.locality.as_deref()?, Field::City))),
    );
    fields
}

fn of_statement<'a>(visit: &'a Visit, statement: &'a Statement) -> Vec<(&'a str, Field)> {
    let mut fields = vec![(statement.text.as_str(), Field::Text)];
    fields.extend(statement.context.iter().map(|text| (text.as_str(), Field::Text)));
    fields.extend(statement.translations.iter().map(|translation| (translation.text.as_str(), Field::Text)));
    fields.extend(statement.topics.iter().map(|text| (text.as_str(), Field::Topic)));
    match visit.speaker(statement) {
        Some(Speaker::Participant(person)) => fields.extend(of_person(visit, person, Field::Person)),
        Some(Speaker::Organization(organization)) => {
            fields.extend(of_organization(organization, Field::Person));
            fields.extend(of_organization(organization, Field::Organization));
        }
        None => {}
    }
    let stop = statement.stop.as_ref().and_then(|id| visit.stop(id));
    fields.extend(stop.into_iter().flat_map(|stop| of_stop(stop, Field::Stop)));
    fields.extend(of_sources(visit, &statement.sources));
    fields
}

fn of_person<'a>(visit: &'a Visit, person: &'a Participant, own: Field) -> Vec<(&'a str, Field)> {
    let mut fields: Vec<(&str, Field)> = Vec::new();
    fields.extend(person.name.iter().chain(&person.other_names).map(|name| (name.as_str(), own)));
    // The office is as much theirs as the name.
    fields.extend(person.post.as_deref().map(|post| (post, own)));
    let organization = person.organization.as_ref().and_then(|id| visit.organization(id));
    fields.extend(organization.into_iter().flat_map(|it| of_organization(it, Field::Organization)));
    fields
}

fn of_organization(organization: &Organization, own: Field) -> Vec<(&str, Field)> {
    let names = std::iter::once(&organization.name).chain(&organization.other_names);
    names.map(|name| (name.as_str(), own)).collect()
}

fn of_stop(stop: &Stop, own: Field) -> Vec<(&str, Field)> {
    let names = std::iter::once(&stop.name).chain(&stop.short_name).chain(&stop.other_names);
    let mut fields: Vec<(&str, Field)> = names.map(|name| (name.as_str(), own)).collect();
    if let Some(Place { address, locality, region, .. }) = &stop.place {
        let places = [address, locality, region].into_iter().flatten();
        fields.extend(places.map(|place| (place.as_str(), Field::City)));
    }
    fields
}

fn of_sources<'a>(visit: &'a Visit, sources: &'a [SourceRef]) -> Vec<(&'a str, Field)> {
    let texts = sources.iter().flat_map(|reference| {
        let source = visit.source(&reference.id);
        let title = source.and_then(|source| source.title.as_deref());
        let publisher = source.and_then(|source| source.publisher.as_deref());
        [Some(reference.id.as_str()), title, publisher].into_iter().flatten()
    });
    texts.map(|text| (text, Field::Source)).collect()
}
