//! Serialization of records: the fields of the format that have a value, then the custom fields.
//!
//! The output deserializes to the same record. Each list below destructures its record completely, or the form in which it is read,
//! so that a forgotten field does not compile: for “pattern requires `..` due to inaccessible fields”, add the field to the list of its record.

use serde::ser::{Serialize, SerializeMap as _, Serializer};

use super::header::VERSION;
use super::people::ParticipantForm;
use super::statement::StatementForm;
use super::stop::StopForm;
use super::{
    Attendance, Claim, Coordinates, Expense, ExtraValue, Header, Id, Identifier, List, Media, MediaType,
    Note, OneOrMore, Organization, Outcome, PartialDate, Participant, Place, Post, Related, RelatedType,
    Source, SourceRef, Statement, StatementType, Stop, Translation, Visit,
};

/// Fields that are omitted if they are empty.
trait OmitIfEmpty {
    fn is_omitted(&self) -> bool {
        false
    }
}

impl<T> OmitIfEmpty for Option<T> {
    fn is_omitted(&self) -> bool {
        self.is_none()
    }
}

impl<T> OmitIfEmpty for Vec<T> {
    fn is_omitted(&self) -> bool {
        self.is_empty()
    }
}

impl<T> OmitIfEmpty for List<T> {
    fn is_omitted(&self) -> bool {
        self.is_empty()
    }
}

impl<T> OmitIfEmpty for OneOrMore<T> {
    fn is_omitted(&self) -> bool {
        self.is_empty()
    }
}

impl OmitIfEmpty for String {}
impl OmitIfEmpty for Id {}
impl OmitIfEmpty for f64 {}
impl OmitIfEmpty for StatementType {}
impl OmitIfEmpty for MediaType {}
impl OmitIfEmpty for RelatedType {}

macro_rules! serialize_fields {
    ($($record:ident $(($form:ident))? { $($field:ident $(as $name:literal)?),+ $(; $unwritten:ident)* })+) => {$(
        impl Serialize for $record {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                type Form = serialize_fields!(@form $record $($form)?);
                const _: fn(&Form) = |Form { $($field: _,)+ $($unwritten: _,)* extra: _ }| ();
                let mut map = serializer.serialize_map(None)?;
                $(
                    if !self.$field.is_omitted() {
                        map.serialize_entry(serialize_fields!(@name $field $($name)?), &self.$field)?;
                    }
                )+
                for (name, value) in self.extra.fields() {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }

        impl OmitIfEmpty for $record {}

        impl $record {
            /// The names of its fields, in the order in which they are written.
            pub const FIELDS: &[&str] = &[$(serialize_fields!(@name $field $($name)?)),+];
        }
    )+};
    (@form $record:ident) => { $record };
    (@form $record:ident $form:ident) => { $form };
    (@name $field:ident) => { stringify!($field) };
    (@name $field:ident $name:literal) => { $name };
}

serialize_fields! {
    Visit {
        id, title, title_en, title_id, classification, local_term, status, mode, start_date, end_date, date_text, date_certainty, timezone,
        language, summary, objectives, topics, organizations, participants, places, itinerary, statements, outcomes, media,
        expenses, related, sources, notes; header; lookup
    }
    Organization {
        id, name, name_en, name_id, other_names, classification, role, role_certainty, role_sources, parent, place,
        identifiers, same_as
    }
    Participant(ParticipantForm) {
        id, name, name_en, name_id, kind as "type", other_names, post, post_en, post_id, organization, side, role,
        role_certainty, role_sources, count, attendance, identifiers,
        same_as, sources
    }
    Identifier { scheme, identifier }
    Stop(StopForm) {
        id, name, name_en, name_id, short_name, other_names, status, mode, position, position_certainty, classification, organization, place,
        start_date, end_date, date_text, date_certainty, timezone, activities, topics, sources
    }
    Place { id, name, address, locality, region, country, coordinates }
    Coordinates { latitude, longitude, precision_m, source }
    Statement(StatementForm) {
        id, kind as "type", text, language, original_language, speaker, speaker_certainty, attribution_text,
        delivered_by, interpreted_by, on_behalf_of, audience, stop, stop_certainty, about, date, date_certainty, context, medium, position, topics, indicator, value, unit, baseline, translations,
        variant_of, sources
    }
    Translation { language, text }
    Outcome {
        id, text, kind as "type", parties, date, responsible, due, value, unit, status, stop, sources
    }
    Media { kind as "type", id, title, url, path, credit, stop, license }
    Expense { amount, currency, note, sources }
    Related { kind as "type", visit }
    Source {
        id, kind as "type", title, publisher, author, date, url, archive_url, accessed, language, license, sha256, path
    }
    Note { kind as "type", about, text, sources }
}

/// A document to serialize: a header with its visits.
pub struct Document<'a> {
    /// The header.
    pub header: &'a Header,
    /// The visits.
    pub visits: Vec<&'a Visit>,
}

impl Serialize for Document<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // The visits already contain what they took from the register; `visits` of the header only marks their presence.
        let Header {
            schema_version: _,
            title,
            language,
            timezone,
            license,
            people: _,
            organizations: _,
            places: _,
            visits: _,
            extra,
            file: _,
        } = self.header;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("schema_version", VERSION)?;
        let fields = [("title", title), ("language", language), ("timezone", timezone), ("license", license)];
        for (name, value) in fields.into_iter().filter(|(_, value)| value.is_some()) {
            map.serialize_entry(name, value)?;
        }
        for (name, value) in extra.fields() {
            map.serialize_entry(name, value)?;
        }
        map.serialize_entry("visits", &self.visits)?;
        map.end()
    }
}

/// Serializes the abbreviated form, `$short` alone, if no other field has a value. (For a place it would be a reference.)
macro_rules! serialize_shorthand {
    ($($record:ident { $short:ident, $($other:ident),+ })+) => {$(
        impl Serialize for $record {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let Self { $short, $($other,)+ extra } = self;
                if $($other.is_omitted() &&)+ !$short.is_omitted() && extra.fields().is_empty() {
                    return $short.serialize(serializer);
                }
                let mut map = serializer.serialize_map(None)?;
                if !$short.is_omitted() {
                    map.serialize_entry(stringify!($short), $short)?;
                }
                $(
                    if !$other.is_omitted() {
                        map.serialize_entry(stringify!($other), $other)?;
                    }
                )+
                for (name, value) in extra.fields() {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }

        impl OmitIfEmpty for $record {}
    )+};
}

serialize_shorthand! {
    Attendance { stop, certainty, status }
    SourceRef { id, locator }
    Claim { text, certainty, sources }
    Post { title, title_en, title_id, organization, start_date, end_date }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Serialize for ExtraValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Whole(value) => serializer.serialize_i64(*value),
            Self::Number(value) => serializer.serialize_f64(*value),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => serializer.collect_seq(items),
            Self::Record(fields) => serializer.collect_map(fields.iter().map(|(name, value)| (name, value))),
        }
    }
}
