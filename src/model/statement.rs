//! Statements.

use borsh::{BorshDeserialize, BorshSerialize};
use schemars::JsonSchema;
use serde::Deserialize;

use super::details::record;
use super::{
    Certainty, Extra, Id, List, Medium, OneOrMore, PartialDate, ShortText, SourceRef, StatementType,
};

record! {
    /// A statement (Popolo `Speech`, schema.org `Quotation`).
    Statement, RareStatementFields, StatementForm {
        /// The id of the statement, unique in its visit; `visit-id#statement-id` is its reference.
        id: Id,
        /// `quote`: words that the source prints in quotation marks; `paraphrase`: indirect speech in the writer's own
        /// words; `narrative`: what a transcript narrates.
        #[serde(rename = "type")]
        kind: StatementType,
        /// The text; a quote is verbatim, without the quotation marks.
        text: String,
        /// The language, BCP 47 such as `id`; by default that of the visit.
        rare language: Option<String>,
        /// The language that was spoken, BCP 47, if the printed text is already a translation.
        rare original_language: Option<String>,
        /// The id of the participant or organization that spoke, or a list of ids.
        #[serde(default)]
        speaker: OneOrMore<Id>,
        /// The certainty of the speaker.
        speaker_certainty: Option<Certainty>,
        /// How the source names the speaker.
        attribution_text: Option<String>,
        /// The id of the person who read it out, or a list of ids.
        rare delivered_by: OneOrMore<Id>,
        /// The id of the interpreter, or a list of ids.
        rare interpreted_by: OneOrMore<Id>,
        /// The id of the person or organization on whose behalf it was said, or a list of ids.
        rare on_behalf_of: OneOrMore<Id>,
        /// The ids of those who were addressed.
        rare audience: Vec<Id>,
        /// The id of the stop where it was said; none if the source does not say.
        stop: Option<Id>,
        /// The certainty of the stop.
        stop_certainty: Option<Certainty>,
        /// The ids of the subjects, as opposed to where it was said.
        #[serde(default)]
        about: List<Id>,
        /// When it was said: `2026`, `2026-01`, `2026-01-10`, or with the time `2026-01-10T09:30`.
        rare date: Option<PartialDate>,
        /// The certainty of the date.
        date_certainty: Option<Certainty>,
        /// The occasion in the source's words, such as: usai meninjau MPP.
        rare context: Option<String>,
        /// The medium.
        rare medium: Option<Medium>,
        /// The position in the order of the statements, from 1.
        rare position: Option<u32>,
        /// The topics, as keywords.
        #[serde(default)]
        topics: List<ShortText>,
        /// For a figure: what it measures, such as: waktu tunggu.
        rare indicator: Option<String>,
        /// The figure, as printed.
        rare value: Option<String>,
        /// The unit of the figure, such as: menit, percent.
        rare unit: Option<String>,
        /// A figure for comparison, such as that of the previous year.
        rare baseline: Option<String>,
        /// Translations.
        rare translations: Vec<Translation>,
        /// The id of the same statement as printed by another source.
        rare variant_of: Option<Id>,
        /// The sources: ids, or `{id, locator}`.
        #[serde(default)]
        sources: List<SourceRef>,
        /// Custom fields, whose names begin with `x-`.
        #[serde(rename = "x-")]
        rare extra: Extra,
    }
}

/// A statement in another language.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema, BorshSerialize, BorshDeserialize)]
#[serde(deny_unknown_fields)]
pub struct Translation {
    /// The language, BCP 47 such as `en`.
    pub language: String,
    /// The text in that language.
    pub text: String,
    /// Custom fields, whose names begin with `x-`.
    #[serde(rename = "x-", default)]
    pub extra: Extra,
}
