//! The fields of a record: what a word weighs by where it stands, and how a query names them.

use crate::model::RecordKind;

/// How many there are.
pub(super) const FIELDS: usize = 9;

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
    pub(super) const ALL: [Self; FIELDS] = [
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
    ("nama", FieldName::Person),
    ("name", FieldName::Person),
    ("speaker", FieldName::Person),
    ("di", FieldName::Stop),
    ("stop", FieldName::Stop),
    ("tempat", FieldName::Stop),
    ("place", FieldName::Stop),
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

/// Whether a word in a field of a record of a kind is meant: in the field that is named, or else in any but a source.
pub(super) fn is_meant(name: Option<FieldName>, field: Field, kind: RecordKind) -> bool {
    name.map_or(field != Field::Source, |name| name.holds(field, kind))
}

impl FieldName {
    pub(super) fn find(name: &str) -> Option<Self> {
        let name = crate::text::fold(name);
        NAMES.iter().find(|(known, _)| *known == name).map(|(_, field)| *field)
    }

    pub(super) fn names() -> impl Iterator<Item = &'static str> {
        NAMES.iter().map(|(name, _)| *name)
    }

    /// Whether records of a kind have the field in texts of their own, which are not lent to them.
    pub(super) fn is_own(self, kind: RecordKind) -> bool {
        use RecordKind::{Organization, Participant, Statement, Stop, Visit};
        match self {
            Self::Person => kind == Participant,
            Self::Stop => kind == Stop,
            Self::City => matches!(kind, Stop | Visit),
            Self::Visit => kind == Visit,
            Self::Topic => matches!(kind, Statement | Stop | Visit),
            Self::Organization => matches!(kind, Stop | Participant | Organization | Visit),
            Self::Date | Self::Type | Self::Source => false,
        }
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
