//! The fields of a record: what a word weighs by where it stands, and how a query names them.

use crate::lang::Messages;
use crate::model::RecordKind;

macro_rules! fields {
    ($($(#[$doc:meta])* $field:ident: $weight:literal, $name:literal, $label:ident;)+) => {
        /// What a word weighs by the field it stands in.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Field {
            $($(#[$doc])* $field,)+
        }

        impl Field {
            pub(super) const ALL: [Self; FIELDS] = [$(Self::$field,)+];

            pub(super) fn weight(self) -> f32 {
                match self { $(Self::$field => $weight,)+ }
            }

            /// What it is called in JSON.
            pub fn name(self) -> &'static str {
                match self { $(Self::$field => $name,)+ }
            }

            /// What it is called where a result says why it was found.
            pub fn label(self, m: &Messages) -> &'static str {
                match self { $(Self::$field => m.$label,)+ }
            }
        }

        /// How many there are.
        pub(super) const FIELDS: usize = [$(stringify!($field),)+].len();
    };
}

fields! {
    /// The record's own title or name.
    Name: 2.2, "name", field_name;
    /// Whoever spoke.
    Person: 2.0, "person", field_person;
    /// The office of a person.
    Post: 2.2, "post", post;
    /// The office of whoever spoke.
    SpeakerPost: 2.0, "post", post;
    /// An organization.
    Organization: 2.0, "organization", organization;
    /// A stop.
    Stop: 1.6, "stop", place;
    /// A city, a region, an address.
    City: 1.6, "city", field_location;
    /// Running text.
    Text: 1.0, "text", field_text;
    /// A topic.
    Topic: 1.0, "topic", topics;
    /// The title of the visit that it belongs to.
    Visit: 1.0, "visit", visit;
    /// What came out of the visit.
    Outcome: 1.0, "outcome", outcomes;
    /// How the source names the speaker.
    Attribution: 1.0, "attribution", named_as;
    /// A note about it.
    Note: 0.8, "note", notes;
    /// A picture, a recording, a document.
    Media: 0.8, "media", media;
    /// An identifier of somebody else, or an address of a page about the same.
    Identifier: 0.8, "identifier", identifiers;
    /// A date as the source prints it.
    Printed: 0.6, "date_text", as_printed;
    /// What something cost.
    Expense: 0.6, "expense", expenses;
    /// A field of the writer's own.
    Own: 0.6, "own", own_fields;
    /// What a visit says of its sources.
    Source: 0.5, "source", source;
    /// Who wrote a source.
    Author: 0.5, "author", author;
    // What follows is lent, and found only when it is asked for.
    /// A source that the record is known from.
    Cited: 0.0, "source", source;
    /// Who wrote it.
    CitedAuthor: 0.0, "author", author;
    /// Somebody on the side of the hosts.
    Host: 0.0, "host", field_host;
    /// Somebody on the side of the visitors.
    Visitor: 0.0, "visitor", field_visitor;
    /// The id of the visit.
    VisitId: 0.0, "visit_id", reference;
}

/// A field as a query names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum FieldName {
    Person,
    Post,
    Host,
    Visitor,
    Organization,
    Role,
    Stop,
    City,
    Country,
    Class,
    Visit,
    Date,
    Status,
    Type,
    Topic,
    Outcome,
    Source,
    Author,
}

/// The names in both languages.
const NAMES: &[(&str, FieldName)] = &[
    ("siapa", FieldName::Person),
    ("who", FieldName::Person),
    ("nama", FieldName::Person),
    ("name", FieldName::Person),
    ("pembicara", FieldName::Person),
    ("speaker", FieldName::Person),
    ("orang", FieldName::Person),
    ("person", FieldName::Person),
    ("peserta", FieldName::Person),
    ("participant", FieldName::Person),
    ("jabatan", FieldName::Post),
    ("post", FieldName::Post),
    ("tuanrumah", FieldName::Host),
    ("host", FieldName::Host),
    ("tamu", FieldName::Visitor),
    ("visitor", FieldName::Visitor),
    ("org", FieldName::Organization),
    ("organisasi", FieldName::Organization),
    ("organization", FieldName::Organization),
    ("peran", FieldName::Role),
    ("role", FieldName::Role),
    ("di", FieldName::Stop),
    ("lokasi", FieldName::Stop),
    ("persinggahan", FieldName::Stop),
    ("stop", FieldName::Stop),
    ("tempat", FieldName::Stop),
    ("place", FieldName::Stop),
    ("kota", FieldName::City),
    ("city", FieldName::City),
    ("negara", FieldName::Country),
    ("country", FieldName::Country),
    ("jenistempat", FieldName::Class),
    ("class", FieldName::Class),
    ("kunjungan", FieldName::Visit),
    ("visit", FieldName::Visit),
    ("tgl", FieldName::Date),
    ("tanggal", FieldName::Date),
    ("date", FieldName::Date),
    ("status", FieldName::Status),
    ("jenis", FieldName::Type),
    ("type", FieldName::Type),
    ("topik", FieldName::Topic),
    ("topic", FieldName::Topic),
    ("hasil", FieldName::Outcome),
    ("outcome", FieldName::Outcome),
    ("sumber", FieldName::Source),
    ("source", FieldName::Source),
    ("penulis", FieldName::Author),
    ("author", FieldName::Author),
];

/// Whether a word in a field of a record of a kind is meant: in the field that is named, or else in any that need not be asked
/// for.
pub(super) fn is_meant(name: Option<FieldName>, field: Field, kind: RecordKind) -> bool {
    name.map_or(field < Field::Cited, |name| name.holds(field, kind))
}

impl FieldName {
    pub(super) fn find(name: &str) -> Option<Self> {
        let name = crate::text::fold(name);
        NAMES.iter().find(|(known, _)| *known == name).map(|(_, field)| *field)
    }

    pub(super) fn names() -> impl Iterator<Item = &'static str> {
        NAMES.iter().map(|(name, _)| *name)
    }

    /// Whether its values are words of a list, and no text.
    pub(super) fn is_list(self) -> bool {
        matches!(self, Self::Role | Self::Country | Self::Class | Self::Status | Self::Type)
    }

    /// Whether records of a kind have the field in texts of their own, which are not lent to them.
    pub(super) fn is_own(self, kind: RecordKind) -> bool {
        use RecordKind::{Organization, Participant, Statement, Stop, Visit};
        match self {
            Self::Person | Self::Post => kind == Participant,
            Self::Host | Self::Visitor => matches!(kind, Participant | Organization),
            Self::Stop => kind == Stop,
            Self::City | Self::Organization => kind != Statement,
            Self::Topic => matches!(kind, Statement | Stop | Visit),
            Self::Outcome => matches!(kind, Visit | Stop),
            Self::Visit | Self::Source | Self::Author => kind == Visit,
            Self::Date | Self::Role | Self::Country | Self::Class | Self::Status | Self::Type => false,
        }
    }

    /// Whether a word in a field of a record of a kind is in the field that is meant: the own name of a person is in
    /// `siapa:`, that of a stop in `di:`.
    pub(super) fn holds(self, field: Field, kind: RecordKind) -> bool {
        match (self, field) {
            (Self::Person, Field::Person | Field::Post | Field::SpeakerPost)
            | (Self::Post, Field::Post | Field::SpeakerPost)
            | (Self::Host, Field::Host)
            | (Self::Visitor, Field::Visitor)
            | (Self::Organization, Field::Organization)
            | (Self::Stop, Field::Stop)
            | (Self::City, Field::City)
            | (Self::Visit, Field::Visit | Field::VisitId)
            | (Self::Topic, Field::Topic)
            | (Self::Outcome, Field::Outcome)
            | (Self::Source, Field::Source | Field::Author | Field::Cited | Field::CitedAuthor)
            | (Self::Author, Field::Author | Field::CitedAuthor) => true,
            (Self::Person, Field::Name) => kind == RecordKind::Participant,
            (Self::Stop, Field::Name) => kind == RecordKind::Stop,
            (Self::Visit, Field::Name) => kind == RecordKind::Visit,
            (Self::Organization, Field::Name) => kind == RecordKind::Organization,
            _ => false,
        }
    }
}
