//! Who takes part in a visit: organizations, people, groups.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Deserialize;

use super::language::in_language;
use super::registered::only_the_id_is_required;
use super::shorthand::{id_or_record, text_or_record};
use super::{
    AttendanceCertainty, AttendanceStatus, Certainty, Extra, Id, OneOrMore, PartialDate, ParticipantRole,
    ParticipantType, Place, Role, Side, SourceRef,
};

/// An identifier of a person or an organization in somebody else's scheme (Popolo).
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Identifier {
    /// Whose numbers these are, such as `Wikidata`.
    pub scheme: String,
    /// The number or name in that scheme.
    pub identifier: String,
    /// Custom fields, whose names begin with `x-`.
    #[serde(rename = "x-", default)]
    pub extra: Extra,
}

/// An organization that takes part in a visit or speaks in it (Popolo).
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(transform = only_the_id_is_required)]
pub struct Organization {
    /// The id of the organization; the same one in every visit of the archive.
    pub id: Id,
    /// The name in full, if not that of the register.
    pub name: String,
    /// The name in English.
    pub name_en: Option<String>,
    /// The name in Indonesian.
    pub name_id: Option<String>,
    /// Short names, former names, names in other languages.
    #[serde(default)]
    pub other_names: Vec<String>,
    /// What it is: city, regency, province, ministry, legislature, agency, hospital, village, company, university, or
    /// any other word.
    pub classification: Option<String>,
    /// The part it has in the visit.
    pub role: Option<Role>,
    /// How sure that part is.
    pub role_certainty: Option<Certainty>,
    /// Where the part is known from.
    #[serde(default)]
    pub role_sources: Vec<SourceRef>,
    /// The id of the organization that this one belongs to.
    pub parent: Option<Id>,
    /// Where it has its seat.
    pub place: Option<Place>,
    /// Its identifiers in other schemes.
    #[serde(default)]
    pub identifiers: Vec<Identifier>,
    /// Web addresses of pages about the very same organization.
    #[serde(default)]
    pub same_as: Vec<String>,
    /// Custom fields, whose names begin with `x-`.
    #[serde(rename = "x-", default)]
    pub extra: Extra,
}

/// A person or a group in a visit. Some are known only by their post; a group may have only an organization.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Participant {
    /// The id of the person, the same one in every visit of the archive. Without a name it holds in this visit only, and
    /// elsewhere where the post and the organization are the same, too; so choose one that fits nobody else.
    pub id: Id,
    /// The name. It may be left out where a post is given, and a group may have only an organization.
    pub name: Option<String>,
    /// The name as English texts write it.
    pub name_en: Option<String>,
    /// The name as Indonesian texts write it.
    pub name_id: Option<String>,
    /// One person, or several under one name.
    #[serde(rename = "type")]
    pub kind: Option<ParticipantType>,
    /// Nicknames, former names, other spellings.
    #[serde(default)]
    pub other_names: Vec<String>,
    /// The post held at the time of the visit, or a list of posts: each a title, or a record.
    #[serde(default)]
    pub post: OneOrMore<Post>,
    /// The post in English, if there is only one.
    pub post_en: Option<String>,
    /// The post in Indonesian, if there is only one.
    pub post_id: Option<String>,
    /// The id of the organization they belong to, or a list of ids.
    #[serde(default)]
    pub organization: OneOrMore<Id>,
    /// The side they are on: the visitors, the hosts, or neither.
    pub side: Option<Side>,
    /// What they do in the visit.
    pub role: Option<ParticipantRole>,
    /// How sure that is.
    pub role_certainty: Option<Certainty>,
    /// Where it is known from.
    #[serde(default)]
    pub role_sources: Vec<SourceRef>,
    /// How many people a group has.
    pub count: Option<u32>,
    /// The stops they were at: ids of stops, or `{stop, certainty}`. Empty means unknown, not absent.
    #[serde(default)]
    pub attendance: Vec<Attendance>,
    /// Their identifiers in other schemes.
    #[serde(default)]
    pub identifiers: Vec<Identifier>,
    /// Web addresses of pages about the very same person.
    #[serde(default)]
    pub same_as: Vec<String>,
    /// Where this is known from.
    #[serde(default)]
    pub sources: Vec<SourceRef>,
    /// Custom fields, whose names begin with `x-`.
    #[serde(rename = "x-", default)]
    pub extra: Extra,
}

id_or_record! {
    /// A stop somebody was at, or was missed at. Written as the id of the stop alone, or as a record.
    Attendance {
        /// The id of the stop.
        stop,
        /// How certain the attendance is.
        certainty: AttendanceCertainty,
        /// Whether they were there, took part from afar, or were absent.
        status: AttendanceStatus,
    }
}

text_or_record! {
    /// An office that somebody held. Written as its title alone, or as a record.
    Post {
        /// The title of the office.
        title: String,
        /// The title in English.
        title_en: Option<String>,
        /// The title in Indonesian.
        title_id: Option<String>,
        /// The id of the organization it belongs to.
        organization: Option<Id>,
        /// When they took office.
        start_date: Option<PartialDate>,
        /// When they left it.
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
        let of_posts = self.post.iter().filter_map(|post| post.organization.as_ref());
        let further = of_posts.filter(|id| !self.organization.contains(id));
        self.organization.iter().chain(further)
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

    /// How certain the attendance is.
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

    /// The attendance status. People also write it in the place of the certainty.
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
