//! Where a visit goes: the stops of its itinerary and their places.

use schemars::JsonSchema;
use serde::Deserialize;

use super::language::in_language;
use super::shorthand::text_or_record;
use super::{Certainty, Extra, Id, Mode, OneOrMore, PartialDate, SourceRef, StopStatus};
use crate::text::fold;

text_or_record! {
    /// Where a stop or an organization is (schema.org `Place`). Written as the id of a place alone, or as a record.
    Place {
        /// An id of the place that is the same in every visit; two stops with it are at the same place.
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
        /// Where it is on the map.
        coordinates: Option<Coordinates>,
    }
}

/// WGS 84, in degrees.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Coordinates {
    /// Degrees north of the equator, from -90 to 90.
    #[schemars(range(min = -90, max = 90))]
    pub latitude: f64,
    /// Degrees east of Greenwich, from -180 to 180.
    #[schemars(range(min = -180, max = 180))]
    pub longitude: f64,
    /// How far off it may be, in metres.
    pub precision_m: Option<f64>,
    /// Who gives them.
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

/// A visit to a place: an item of the itinerary (schema.org `Trip.itinerary`).
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stop {
    /// The id of the stop, the only one in its visit.
    pub id: Id,
    /// The name in full.
    pub name: String,
    /// The name in English.
    pub name_en: Option<String>,
    /// The name in Indonesian.
    pub name_id: Option<String>,
    /// The name as people say it, such as `MPP`.
    pub short_name: Option<String>,
    /// Other names of the place.
    #[serde(default)]
    pub other_names: Vec<String>,
    /// Whether the stop was made.
    pub status: Option<StopStatus>,
    /// Whether those who met were in one place.
    pub mode: Option<Mode>,
    /// Its place in the order of the visit, from 1.
    pub position: Option<u32>,
    /// How sure that order is.
    pub position_certainty: Option<Certainty>,
    /// What it is: `public_service_mall`, `hospital`, `government_office`, `monument`, `business_center`, `school`, village,
    /// hotel, or any other word.
    pub classification: Option<String>,
    /// The id of the organization that was visited there.
    pub organization: Option<Id>,
    /// Where it is: a place, its id, or a list where one event is in several places.
    #[serde(default)]
    pub place: OneOrMore<Place>,
    /// When it began: `2026`, `2026-01`, `2026-01-10`, or with the time `2026-01-10T09:30`.
    pub start_date: Option<PartialDate>,
    /// When it ended.
    pub end_date: Option<PartialDate>,
    /// The date as the source prints it.
    pub date_text: Option<String>,
    /// How sure the date is.
    pub date_certainty: Option<Certainty>,
    /// IANA, such as `Asia/Jakarta`; that of the visit unless the stop names its own.
    pub timezone: Option<String>,
    /// What was done there.
    #[serde(default)]
    pub activities: Vec<String>,
    /// What it was about, in keywords.
    #[serde(default)]
    pub topics: Vec<String>,
    /// Where this is known from.
    #[serde(default)]
    pub sources: Vec<SourceRef>,
    /// Custom fields, whose names begin with `x-`.
    #[serde(rename = "x-", default)]
    pub extra: Extra,
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
    /// The name in a language, `en` or `id`, if the record has it.
    pub fn name_in(&self, language: &str) -> Option<&str> {
        in_language(language, self.name_en.as_ref(), self.name_id.as_ref())
    }
}
