//! What was said.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Certainty, Extra, Id, Medium, OneOrMore, PartialDate, SourceRef, StatementType};

/// Something said (Popolo `Speech`, schema.org `Quotation`).
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// The id of the statement, the only one in its visit; `visit-id#statement-id` is its reference.
    pub id: Id,
    /// `quote`: words that the source prints in quotation marks; `paraphrase`: indirect speech in the writer's own
    /// words; `narrative`: what a transcript narrates.
    #[serde(rename = "type")]
    pub kind: StatementType,
    /// The words; of a quote verbatim as printed, without the quotation marks.
    pub text: String,
    /// BCP 47, such as `id`; that of the visit unless the statement names its own.
    pub language: Option<String>,
    /// BCP 47: the language that was spoken, where what is printed is already a translation.
    pub original_language: Option<String>,
    /// The id of the participant or organization that spoke, or a list of ids.
    #[serde(default)]
    pub speaker: OneOrMore<Id>,
    /// How sure it is that they spoke.
    pub speaker_certainty: Option<Certainty>,
    /// How the source names the speaker.
    pub attribution_text: Option<String>,
    /// The id of whoever read it out, or a list of ids.
    #[serde(default)]
    pub delivered_by: OneOrMore<Id>,
    /// The id of whoever interpreted it, or a list of ids.
    #[serde(default)]
    pub interpreted_by: OneOrMore<Id>,
    /// The id of whoever it was said for, or a list of ids.
    #[serde(default)]
    pub on_behalf_of: OneOrMore<Id>,
    /// The ids of those it was said to.
    #[serde(default)]
    pub audience: Vec<Id>,
    /// The id of the stop where it was said; none when the source is silent.
    pub stop: Option<Id>,
    /// How sure it is that it was said there.
    pub stop_certainty: Option<Certainty>,
    /// The ids of what it is about, which is not where it was said.
    #[serde(default)]
    pub about: Vec<Id>,
    /// When it was said: `2026`, `2026-01`, `2026-01-10`, or with the time `2026-01-10T09:30`.
    pub date: Option<PartialDate>,
    /// How sure the date is.
    pub date_certainty: Option<Certainty>,
    /// The occasion in the source's words, such as: usai meninjau MPP.
    pub context: Option<String>,
    /// The form in which it was made.
    pub medium: Option<Medium>,
    /// Its place in the order of what was said, from 1.
    pub position: Option<u32>,
    /// What it is about, in keywords.
    #[serde(default)]
    pub topics: Vec<String>,
    /// Of a figure that is claimed, what it measures, such as: waktu tunggu.
    pub indicator: Option<String>,
    /// The figure, as it is printed.
    pub value: Option<String>,
    /// The unit of the figure, such as: menit, percent.
    pub unit: Option<String>,
    /// What the figure is compared with, such as that of the year before.
    pub baseline: Option<String>,
    /// The same in other languages.
    #[serde(default)]
    pub translations: Vec<Translation>,
    /// The id of the same utterance as another outlet prints it.
    pub variant_of: Option<Id>,
    /// Where it is printed: ids of sources, or `{id, locator}`.
    #[serde(default)]
    pub sources: Vec<SourceRef>,
    /// Custom fields, whose names begin with `x-`.
    #[serde(rename = "x-", default)]
    pub extra: Extra,
}

/// A statement in another language.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Translation {
    /// BCP 47, such as `en`.
    pub language: String,
    /// The words in that language.
    pub text: String,
    /// Custom fields, whose names begin with `x-`.
    #[serde(rename = "x-", default)]
    pub extra: Extra,
}
