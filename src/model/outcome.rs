//! What a visit leaves behind: outcomes, media, costs, visits it belongs to.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{
    Extra, Id, MediaType, OneOrMore, OutcomeStatus, OutcomeType, PartialDate, RelatedType, SourceRef,
};

/// What came out of a visit.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// The id of the outcome, the only one in its visit.
    pub id: Id,
    /// What was agreed, promised or given.
    pub text: String,
    /// What kind of outcome it is.
    #[serde(rename = "type")]
    pub kind: Option<OutcomeType>,
    /// The ids of those who agreed.
    #[serde(default)]
    pub parties: Vec<Id>,
    /// When: `2026`, `2026-01` or `2026-01-10`.
    pub date: Option<PartialDate>,
    /// Who sees to it: the id of a participant or an organization, or a name; or a list of them.
    #[serde(default)]
    pub responsible: OneOrMore<String>,
    /// By when it is to be done: `2026`, `2026-01` or `2026-01-10`.
    pub due: Option<PartialDate>,
    /// What it amounts to, as it is written.
    pub value: Option<String>,
    /// The unit of the value: a currency, orang, unit.
    pub unit: Option<String>,
    /// How far it has come.
    pub status: Option<OutcomeStatus>,
    /// The id of the stop where it came about.
    pub stop: Option<Id>,
    /// Where this is known from.
    #[serde(default)]
    pub sources: Vec<SourceRef>,
    /// Custom fields, whose names begin with `x-`.
    #[serde(rename = "x-", default)]
    pub extra: Extra,
}

/// A picture, a recording or a document.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Media {
    /// What it is.
    #[serde(rename = "type")]
    pub kind: MediaType,
    /// An id, the only one in its visit.
    pub id: Option<Id>,
    /// What it is called, or what is seen on it.
    pub title: Option<String>,
    /// Its web address.
    pub url: Option<String>,
    /// A file beside the record.
    pub path: Option<String>,
    /// Who made it.
    pub credit: Option<String>,
    /// The id of the stop it belongs to.
    pub stop: Option<Id>,
    /// The license it is under.
    pub license: Option<String>,
    /// Custom fields, whose names begin with `x-`.
    #[serde(rename = "x-", default)]
    pub extra: Extra,
}

/// What something cost.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Expense {
    /// The amount, kept as it is written, so that nothing is lost in arithmetic.
    pub amount: String,
    /// ISO 4217, such as `IDR`.
    pub currency: String,
    /// What it was for.
    pub note: Option<String>,
    /// Where this is known from.
    #[serde(default)]
    pub sources: Vec<SourceRef>,
    /// Custom fields, whose names begin with `x-`.
    #[serde(rename = "x-", default)]
    pub extra: Extra,
}

/// Another visit that belongs to this one.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Related {
    /// How the two belong together.
    #[serde(rename = "type")]
    pub kind: RelatedType,
    /// The id of the other visit, which may stand in another file.
    pub visit: Id,
    /// Custom fields, whose names begin with `x-`.
    #[serde(rename = "x-", default)]
    pub extra: Extra,
}
