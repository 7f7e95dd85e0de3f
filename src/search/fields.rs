//! The fields of a record, with their weights, and the names of fields in queries.

use crate::lang::Messages;
use crate::model::RecordKind;
use borsh::{BorshDeserialize, BorshSerialize};

macro_rules! fields {
    ($($(#[$doc:meta])* $field:ident: $weight:literal, $name:literal, $label:ident;)+) => {
        /// A field of a record. It determines the weight of the words in it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Field {
            $($(#[$doc])* $field,)+
        }

        impl Field {
            pub(super) const ALL: [Self; FIELDS] = [$(Self::$field,)+];

            /// The weight of a match in the field, in tenths.
            pub(super) fn tenths(self) -> u32 {
                match self { $(Self::$field => $weight,)+ }
            }

            /// The name of the field in JSON.
            pub fn name(self) -> &'static str {
                match self { $(Self::$field => $name,)+ }
            }

            /// The label of the field on the screen, next to a text that explains a result.
            pub fn label(self, m: &Messages) -> &'static str {
                match self { $(Self::$field => m.$label,)+ }
            }
        }

        /// The number of fields.
        pub(super) const FIELDS: usize = [$(stringify!($field),)+].len();
    };
}

fields! {
    /// The title or name of the record itself.
    Name: 22, "name", field_name;
    /// The name of the speaker.
    Speaker: 20, "person", field_person;
    /// The post of a person.
    Post: 22, "post", post;
    /// The post of the speaker.
    SpeakerPost: 20, "post", post;
    /// The name of an organization.
    Organization: 20, "organization", organization;
    /// The name of a stop.
    Stop: 16, "stop", place;
    /// A city, a region or an address.
    City: 16, "city", field_location;
    /// Any other text, such as that of a statement.
    Text: 10, "text", field_text;
    /// A topic.
    Topic: 10, "topic", topics;
    /// The title of the visit of the record.
    Visit: 10, "visit", visit;
    /// An outcome of the visit.
    Outcome: 10, "outcome", outcomes;
    /// The speaker as the source names them.
    Attribution: 10, "attribution", named_as;
    /// A note about the record.
    Note: 8, "note", notes;
    /// The title, address or credit of a picture, a recording or a document.
    Media: 8, "media", media;
    /// An identifier in another system, or the address of a page about the same thing.
    Identifier: 8, "identifier", identifiers;
    /// A date as it is printed in the source.
    DateText: 6, "date_text", as_printed;
    /// An amount of money, or a note about it.
    Expense: 6, "expense", expenses;
    /// The value of a custom field.
    Custom: 6, "own", own_fields;
    /// A source of a visit: its title, publisher or address.
    Source: 5, "source", source;
    /// The author of a source of a visit.
    Author: 5, "author", author;
    // The following are shared texts that only queries on a field search.
    /// A source that the record refers to.
    Cited: 0, "source", source;
    /// The author of a source that the record refers to.
    CitedAuthor: 0, "author", author;
    /// The name of a host.
    Host: 0, "host", field_host;
    /// The name of a visitor.
    Visitor: 0, "visitor", field_visitor;
    /// The id of the visit of the record.
    VisitId: 0, "visit_id", reference;
    /// The names of the city or regency, with its kind.
    CityInFull: 0, "city", field_location;
}

/// A field in a query; it searches one or more fields of a record, or a property.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, BorshSerialize, BorshDeserialize)]
pub(super) enum QueryField {
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

/// The names of the fields in queries, in both languages.
const NAMES: &[(&str, QueryField)] = &[
    ("siapa", QueryField::Person),
    ("who", QueryField::Person),
    ("nama", QueryField::Person),
    ("name", QueryField::Person),
    ("pembicara", QueryField::Person),
    ("speaker", QueryField::Person),
    ("orang", QueryField::Person),
    ("person", QueryField::Person),
    ("peserta", QueryField::Person),
    ("participant", QueryField::Person),
    ("jabatan", QueryField::Post),
    ("post", QueryField::Post),
    ("tuanrumah", QueryField::Host),
    ("host", QueryField::Host),
    ("tamu", QueryField::Visitor),
    ("visitor", QueryField::Visitor),
    ("org", QueryField::Organization),
    ("organisasi", QueryField::Organization),
    ("organization", QueryField::Organization),
    ("peran", QueryField::Role),
    ("role", QueryField::Role),
    ("di", QueryField::Stop),
    ("lokasi", QueryField::Stop),
    ("persinggahan", QueryField::Stop),
    ("stop", QueryField::Stop),
    ("tempat", QueryField::Stop),
    ("place", QueryField::Stop),
    ("kota", QueryField::City),
    ("city", QueryField::City),
    ("negara", QueryField::Country),
    ("country", QueryField::Country),
    ("jenistempat", QueryField::Class),
    ("class", QueryField::Class),
    ("kunjungan", QueryField::Visit),
    ("visit", QueryField::Visit),
    ("tgl", QueryField::Date),
    ("tanggal", QueryField::Date),
    ("date", QueryField::Date),
    ("status", QueryField::Status),
    ("jenis", QueryField::Type),
    ("type", QueryField::Type),
    ("topik", QueryField::Topic),
    ("topic", QueryField::Topic),
    ("hasil", QueryField::Outcome),
    ("outcome", QueryField::Outcome),
    ("sumber", QueryField::Source),
    ("source", QueryField::Source),
    ("penulis", QueryField::Author),
    ("author", QueryField::Author),
];

/// Whether a query searches a field of records of a kind. A query without a field searches all but the shared texts at the
/// end of [`Field`].
pub(super) fn is_searched(query: Option<QueryField>, field: Field, kind: RecordKind) -> bool {
    query.map_or(field < Field::Cited, |query| query.includes(field, kind))
}

impl QueryField {
    pub(super) fn find(name: &str) -> Option<Self> {
        let name = crate::text::fold(name);
        NAMES.iter().find(|(known, _)| *known == name).map(|(_, field)| *field)
    }

    pub(super) fn names() -> impl Iterator<Item = &'static str> {
        NAMES.iter().map(|(name, _)| *name)
    }

    /// Whether its values are keywords, and not text.
    pub(super) fn has_keywords(self) -> bool {
        matches!(self, Self::Role | Self::Country | Self::Class | Self::Status | Self::Type)
    }

    /// Whether records of a kind have the field in their own texts. Others inherit it through shared texts.
    pub(super) fn has_own_texts(self, kind: RecordKind) -> bool {
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

    /// Whether it includes a field of records of a kind: `siapa:` includes the name of a participant, `di:` that of a stop.
    pub(super) fn includes(self, field: Field, kind: RecordKind) -> bool {
        match (self, field) {
            (Self::Person, Field::Speaker | Field::Post | Field::SpeakerPost)
            | (Self::Post, Field::Post | Field::SpeakerPost)
            | (Self::Host, Field::Host)
            | (Self::Visitor, Field::Visitor)
            | (Self::Organization, Field::Organization)
            | (Self::Stop, Field::Stop)
            | (Self::City, Field::City | Field::CityInFull)
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
