//! The participants of a visit: organizations, people and groups.

use std::borrow::Cow;

use borsh::{BorshDeserialize, BorshSerialize};
use schemars::JsonSchema;
use serde::Deserialize;

use super::details::record;
use super::language::in_language;
use super::registered::only_the_id_is_required;
use super::shorthand::shorthand_record;
use super::{
    AttendanceCertainty, AttendanceStatus, Certainty, Extra, Id, OneOrMore, PartialDate, ParticipantRole,
    ParticipantType, Place, Role, Side, SourceRef,
};

/// An identifier of a person or an organization in another system (Popolo).
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema, BorshSerialize, BorshDeserialize)]
#[serde(deny_unknown_fields)]
pub struct Identifier {
    /// The name of the system, such as `Wikidata`.
    pub scheme: String,
    /// The identifier in that system.
    pub identifier: String,
    /// Custom fields, whose names begin with `x-`.
    #[serde(rename = "x-", default)]
    pub extra: Extra,
}

/// An organization that takes part in a visit or speaks in it (Popolo).
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema, BorshSerialize, BorshDeserialize)]
#[serde(deny_unknown_fields)]
#[schemars(transform = only_the_id_is_required)]
pub struct Organization {
    /// The id of the organization, the same in all visits of the archive.
    pub id: Id,
    /// The full name, if not that of the register.
    pub name: String,
    /// The name in English.
    pub name_en: Option<String>,
    /// The name in Indonesian.
    pub name_id: Option<String>,
    /// Other names: short names, former names, names in other languages.
    #[serde(default)]
    pub other_names: Vec<String>,
    /// The type: city, regency, province, ministry, legislature, agency, hospital, village, company, university, or any
    /// other word.
    pub classification: Option<String>,
    /// The role of the organization in the visit.
    pub role: Option<Role>,
    /// The certainty of the role.
    pub role_certainty: Option<Certainty>,
    /// The sources of the role.
    #[serde(default)]
    pub role_sources: Vec<SourceRef>,
    /// The id of the organization that this one belongs to.
    pub parent: Option<Id>,
    /// The place of its headquarters.
    pub place: Option<Place>,
    /// Identifiers in other systems.
    #[serde(default)]
    pub identifiers: Vec<Identifier>,
    /// Web addresses of pages about exactly this organization.
    #[serde(default)]
    pub same_as: Vec<String>,
    /// Custom fields, whose names begin with `x-`.
    #[serde(rename = "x-", default)]
    pub extra: Extra,
}

record! {
    /// A person or a group in a visit. Some are known only by their post; a group may have only an organization.
    Participant, RareParticipantFields, ParticipantForm {
        /// The id of the person, the same in all visits of the archive. Without a name, it is valid in this visit, and in
        /// others only if the post and the organization are the same; choose an id that fits nobody else.
        id: Id,
        /// The name. It may be omitted if a post is given; a group may have only an organization.
        name: Option<String>,
        /// The name in English.
        rare name_en: Option<String>,
        /// The name in Indonesian.
        rare name_id: Option<String>,
        /// A person, or a group under one name.
        #[serde(rename = "type")]
        kind: Option<ParticipantType>,
        /// Other names: nicknames, former names, other spellings.
        rare other_names: Vec<String>,
        /// The post held at the time of the visit, or a list of posts: each a title, or a record.
        #[serde(default)]
        post: OneOrMore<Post>,
        /// The post in English, if there is only one.
        rare post_en: Option<String>,
        /// The post in Indonesian, if there is only one.
        rare post_id: Option<String>,
        /// The id of the organization they belong to, or a list of ids.
        #[serde(default)]
        organization: OneOrMore<Id>,
        /// The side: visitor, host or third party.
        side: Option<Side>,
        /// The role in the visit.
        rare role: Option<ParticipantRole>,
        /// The certainty of the role.
        rare role_certainty: Option<Certainty>,
        /// The sources.
        rare role_sources: Vec<SourceRef>,
        /// The number of people in a group.
        rare count: Option<u32>,
        /// The attendance at stops: ids of stops, or `{stop, certainty}`. Empty means unknown, not absent.
        #[serde(default)]
        attendance: Vec<Attendance>,
        /// Identifiers in other systems.
        rare identifiers: Vec<Identifier>,
        /// Web addresses of pages about exactly this person.
        rare same_as: Vec<String>,
        /// The sources.
        #[serde(default)]
        sources: Vec<SourceRef>,
        /// Custom fields, whose names begin with `x-`.
        #[serde(rename = "x-")]
        rare extra: Extra,
    }
}

shorthand_record! {
    /// The attendance of a participant at a stop. Written as the id of the stop alone, or as a record.
    Attendance {
        /// The id of the stop.
        stop: Id,
        /// The certainty of the attendance.
        certainty: Option<AttendanceCertainty>,
        /// Whether they were present, took part remotely, or were absent.
        status: Option<AttendanceStatus>,
    }
}

shorthand_record! {
    /// A post that somebody held. Written as its title alone, or as a record.
    Post {
        /// The title of the post.
        title: String,
        /// The title in English.
        title_en: Option<String>,
        /// The title in Indonesian.
        title_id: Option<String>,
        /// The id of the organization it belongs to.
        organization: Option<Id>,
        /// When the post began.
        start_date: Option<PartialDate>,
        /// When the post ended.
        end_date: Option<PartialDate>,
    }
}

impl Participant {
    /// The titles of all posts, joined by commas; see [`Visit::post_of`](super::Visit::post_of) for those held at the time of a visit.
    pub fn post(&self) -> Option<Cow<'_, str>> {
        titles(&self.post.iter().collect::<Vec<_>>())
    }

    /// The name in a language, `en` or `id`, if the record has it.
    pub fn name_in(&self, language: &str) -> Option<&str> {
        in_language(language, self.name_en.as_ref(), self.name_id.as_ref())
    }

    /// The organizations of the participant, then those of the posts; each once.
    pub fn organizations(&self) -> impl Iterator<Item = &Id> {
        let of_posts = || self.post.iter().filter_map(|post| post.organization.as_ref());
        let all = move || self.organization.iter().chain(of_posts());
        all()
            .enumerate()
            .filter(move |(at, id)| all().take(*at).all(|before| before != *id))
            .map(|(_, id)| id)
    }

    /// Whether the participant belongs to an organization.
    pub fn is_of(&self, organization: &Id) -> bool {
        self.organizations().any(|id| id == organization)
    }
}

/// The titles of posts, joined by commas.
pub(super) fn titles<'a>(posts: &[&'a Post]) -> Option<Cow<'a, str>> {
    match posts {
        [] => None,
        [one] => Some(one.title.as_str().into()),
        several => Some(several.iter().map(|it| it.title.as_str()).collect::<Vec<_>>().join(", ").into()),
    }
}

impl Organization {
    /// The name in a language, `en` or `id`, if the record has it.
    pub fn name_in(&self, language: &str) -> Option<&str> {
        in_language(language, self.name_en.as_ref(), self.name_id.as_ref())
    }
}

impl Attendance {
    /// Whether the participant attended, in person or remotely.
    pub fn is_attended(&self) -> bool {
        !matches!(self.status(), Some(AttendanceStatus::Absent | AttendanceStatus::Apologies))
    }

    /// The certainty of the attendance.
    pub fn certainty(&self) -> Option<Certainty> {
        match self.certainty? {
            AttendanceCertainty::Stated => Some(Certainty::Stated),
            AttendanceCertainty::Inferred => Some(Certainty::Inferred),
            AttendanceCertainty::Unknown => Some(Certainty::Unknown),
            AttendanceCertainty::Absent | AttendanceCertainty::Apologies | AttendanceCertainty::Remote => {
                None
            }
        }
    }

    /// The attendance status; authors also write it in the field for the certainty.
    pub fn status(&self) -> Option<&AttendanceStatus> {
        self.status.as_ref().or(match self.certainty? {
            AttendanceCertainty::Absent => Some(&AttendanceStatus::Absent),
            AttendanceCertainty::Apologies => Some(&AttendanceStatus::Apologies),
            AttendanceCertainty::Remote => Some(&AttendanceStatus::Remote),
            AttendanceCertainty::Stated | AttendanceCertainty::Inferred | AttendanceCertainty::Unknown => {
                None
            }
        })
    }
}
