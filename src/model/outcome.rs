//! Outcomes, media, expenses and related visits.

use borsh::{BorshDeserialize, BorshSerialize};
use schemars::JsonSchema;
use serde::Deserialize;

use super::{
    Extra, Id, MediaType, OneOrMore, OutcomeStatus, OutcomeType, PartialDate, RelatedType, SourceRef,
};

/// An outcome of a visit.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema, BorshSerialize, BorshDeserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// The id of the outcome, unique in its visit.
    pub id: Id,
    /// What was agreed, promised or given.
    pub text: String,
    /// The type of outcome.
    #[serde(rename = "type")]
    pub kind: Option<OutcomeType>,
    /// The ids of the parties.
    #[serde(default)]
    pub parties: Vec<Id>,
    /// The date: `2026`, `2026-01` or `2026-01-10`.
    pub date: Option<PartialDate>,
    /// Who is responsible: the id of a participant or an organization, or a name; or a list of them.
    #[serde(default)]
    pub responsible: OneOrMore<String>,
    /// The due date: `2026`, `2026-01` or `2026-01-10`.
    pub due: Option<PartialDate>,
    /// The value, as written.
    pub value: Option<String>,
    /// The unit of the value: a currency, orang, unit.
    pub unit: Option<String>,
    /// The status of the outcome.
    pub status: Option<OutcomeStatus>,
    /// The id of the stop where it was reached.
    pub stop: Option<Id>,
    /// The sources.
    #[serde(default)]
    pub sources: Vec<SourceRef>,
    /// Custom fields, whose names begin with `x-`.
    #[serde(rename = "x-", default)]
    pub extra: Extra,
}

/// A picture, a recording or a document.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema, BorshSerialize, BorshDeserialize)]
#[serde(deny_unknown_fields)]
pub struct Media {
    /// The type of media.
    #[serde(rename = "type")]
    pub kind: MediaType,
    /// An id, unique in its visit.
    pub id: Option<Id>,
    /// A title or a description.
    pub title: Option<String>,
    /// The web address.
    pub url: Option<String>,
    /// The path of a local file, relative to the record file.
    pub path: Option<String>,
    /// The credit: who made it.
    pub credit: Option<String>,
    /// The id of the stop it belongs to.
    pub stop: Option<Id>,
    /// The license.
    pub license: Option<String>,
    /// Custom fields, whose names begin with `x-`.
    #[serde(rename = "x-", default)]
    pub extra: Extra,
}

/// An expense.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema, BorshSerialize, BorshDeserialize)]
#[serde(deny_unknown_fields)]
pub struct Expense {
    /// The amount, kept as written, so that no precision is lost.
    pub amount: String,
    /// ISO 4217, such as `IDR`.
    pub currency: String,
    /// The purpose.
    pub note: Option<String>,
    /// The sources.
    #[serde(default)]
    pub sources: Vec<SourceRef>,
    /// Custom fields, whose names begin with `x-`.
    #[serde(rename = "x-", default)]
    pub extra: Extra,
}

/// A related visit.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema, BorshSerialize, BorshDeserialize)]
#[serde(deny_unknown_fields)]
pub struct Related {
    /// The relation between the visits.
    #[serde(rename = "type")]
    pub kind: RelatedType,
    /// The id of the other visit, which may be in another file.
    pub visit: Id,
    /// Custom fields, whose names begin with `x-`.
    #[serde(rename = "x-", default)]
    pub extra: Extra,
}
