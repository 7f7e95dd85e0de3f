//! The stops of a visit and their places.

use borsh::{BorshDeserialize, BorshSerialize};
use schemars::JsonSchema;
use serde::Deserialize;

use super::details::record;
use super::language::in_language;
use super::shorthand::shorthand_record;
use super::{Certainty, Extra, Id, Mode, OneOrMore, PartialDate, ShortText, SourceRef, StopStatus};
use crate::text::fold;

shorthand_record! {
    /// A place of a stop or an organization (schema.org `Place`). Written as the id of a place alone, or as a record.
    Place {
        /// An id of the place that is the same in all visits; stops with the same id are at the same place.
        id: Option<String>,
        /// The name of the place.
        name: Option<String>,
        /// Street and number.
        address: Option<String>,
        /// City, regency or village.
        locality: Option<String>,
        /// Province or state.
        region: Option<String>,
        /// ISO 3166, such as `ID`.
        country: Option<String>,
        /// The coordinates.
        coordinates: Option<Coordinates>,
    }
}

/// WGS 84, in degrees.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema, BorshSerialize, BorshDeserialize)]
#[serde(deny_unknown_fields)]
pub struct Coordinates {
    /// Degrees north of the equator, from -90 to 90.
    #[schemars(range(min = -90, max = 90))]
    pub latitude: f64,
    /// Degrees east of Greenwich, from -180 to 180.
    #[schemars(range(min = -180, max = 180))]
    pub longitude: f64,
    /// The precision in metres.
    pub precision_m: Option<f64>,
    /// The source of the coordinates.
    pub source: Option<String>,
    /// Custom fields, whose names begin with `x-`.
    #[serde(rename = "x-", default)]
    pub extra: Extra,
}

impl Coordinates {
    /// Whether latitude and longitude are in their ranges.
    pub fn is_on_earth(&self) -> bool {
        self.latitude.abs() <= 90.0 && self.longitude.abs() <= 180.0
    }
}

record! {
    /// A stop of the itinerary (schema.org `Trip.itinerary`).
    Stop, RareStopFields, StopForm {
        /// The id of the stop, unique in its visit.
        id: Id,
        /// The full name.
        name: String,
        /// The name in English.
        rare name_en: Option<String>,
        /// The name in Indonesian.
        rare name_id: Option<String>,
        /// A short name, such as `MPP`.
        short_name: Option<String>,
        /// Other names of the place.
        rare other_names: Vec<String>,
        /// Whether the stop was made.
        status: Option<StopStatus>,
        /// Whether the meeting was in person or remote.
        rare mode: Option<Mode>,
        /// The position in the itinerary, from 1.
        position: Option<u32>,
        /// The certainty of the position.
        position_certainty: Option<Certainty>,
        /// The type: `public_service_mall`, `hospital`, `government_office`, `monument`, `business_center`, `school`,
        /// village, hotel, or any other word.
        classification: Option<String>,
        /// The id of the visited organization.
        rare organization: Option<Id>,
        /// The place, its id, or a list if one event is in several places.
        #[serde(default)]
        place: OneOrMore<Place>,
        /// The start: `2026`, `2026-01`, `2026-01-10`, or with a time `2026-01-10T09:30`.
        start_date: Option<PartialDate>,
        /// The end date, if it is not the start date.
        rare end_date: Option<PartialDate>,
        /// The date as printed in the source.
        date_text: Option<String>,
        /// The certainty of the date.
        date_certainty: Option<Certainty>,
        /// The time zone, IANA such as `Asia/Jakarta`; by default that of the visit.
        rare timezone: Option<String>,
        /// The activities at the stop.
        #[serde(default)]
        activities: Vec<String>,
        /// The topics, as keywords.
        #[serde(default)]
        topics: Vec<ShortText>,
        /// The sources.
        #[serde(default)]
        sources: Vec<SourceRef>,
        /// Custom fields, whose names begin with `x-`.
        #[serde(rename = "x-")]
        rare extra: Extra,
    }
}

/// The key by which two stops are at the same place: the id of the place, else name and locality; for several places, all of
/// them.
pub fn place_key(stop: &Stop) -> String {
    let ids: Vec<&str> = stop.place.iter().filter_map(|place| place.id.as_deref()).collect();
    if !ids.is_empty() && ids.len() == stop.place.len() {
        return format!("#{}", ids.join("#"));
    }
    let localities = stop.place.iter().filter_map(|place| place.locality.as_deref()).map(fold);
    format!("{}|{}", fold(&stop.name), localities.collect::<Vec<_>>().join("|"))
}

impl Stop {
    /// Whether it was cancelled or postponed: nobody went there on this visit.
    pub fn is_called_off(&self) -> bool {
        matches!(self.status, Some(StopStatus::Cancelled | StopStatus::Postponed))
    }

    /// The name in a language, `en` or `id`, if the record has it.
    pub fn name_in(&self, language: &str) -> Option<&str> {
        in_language(language, self.name_en.as_ref(), self.name_id.as_ref())
    }
}
