//! The visit and its queries.

use std::borrow::Cow;

use borsh::{BorshDeserialize, BorshSerialize};
use schemars::JsonSchema;
use serde::Deserialize;

use super::language::in_language;
use super::lookup::Lookup;
use super::registered::IdOr;
use super::{
    Certainty, Claim, Expense, Extra, Id, Media, Mode, Note, Organization, Outcome, PartialDate, Participant,
    Place, Related, Role, ShortText, Side, Source, Statement, Status, Stop, VisitClassification,
};

/// A visit. Only `id` and `title` are required.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema, BorshSerialize, BorshDeserialize)]
#[serde(deny_unknown_fields)]
pub struct Visit {
    /// The id of the visit, unique in the archive: letters and digits of any script, `.`, `_`, `-`.
    pub id: Id,
    /// The title of the visit.
    pub title: String,
    /// The title in English.
    pub title_en: Option<String>,
    /// The title in Indonesian.
    pub title_id: Option<String>,
    /// The type of visit.
    pub classification: Option<VisitClassification>,
    /// The term that the source uses for the type of visit: studi tiru, kunjungan kerja.
    pub local_term: Option<String>,
    /// Whether the visit takes place.
    pub status: Option<Status>,
    /// Whether a meeting is in person or remote.
    pub mode: Option<Mode>,
    /// The start: `2026`, `2026-01`, `2026-01-10`; `X` for unknown digits, `?` after an uncertain date.
    pub start_date: Option<PartialDate>,
    /// The end date, if it is not the start date.
    pub end_date: Option<PartialDate>,
    /// The date as printed in the source.
    pub date_text: Option<String>,
    /// The certainty of the date.
    pub date_certainty: Option<Certainty>,
    /// The time zone, IANA such as `Asia/Jakarta`; by default that of the archive.
    pub timezone: Option<String>,
    /// The language, BCP 47 such as `id`; by default that of the archive.
    pub language: Option<String>,
    /// A summary in a few sentences, in the author's own words.
    pub summary: Option<Claim>,
    /// The objectives of the visit.
    #[serde(default)]
    pub objectives: Vec<Claim>,
    /// The topics, as keywords.
    #[serde(default)]
    pub topics: Vec<ShortText>,
    /// The organizations that take part: records, or ids of the register.
    #[schemars(with = "Vec<IdOr<Organization>>")]
    #[serde(default)]
    pub organizations: Vec<Organization>,
    /// The people and groups that take part: records, or ids of the register.
    #[schemars(with = "Vec<IdOr<Participant>>")]
    #[serde(default)]
    pub participants: Vec<Participant>,
    /// Places that stops refer to by id.
    #[serde(default)]
    pub places: Vec<Place>,
    /// The stops of the itinerary.
    #[serde(default)]
    pub itinerary: Vec<Stop>,
    /// Statements.
    #[serde(default)]
    pub statements: Vec<Statement>,
    /// The outcomes.
    #[serde(default)]
    pub outcomes: Vec<Outcome>,
    /// Pictures, recordings and documents.
    #[serde(default)]
    pub media: Vec<Media>,
    /// The expenses.
    #[serde(default)]
    pub expenses: Vec<Expense>,
    /// Related visits.
    #[serde(default)]
    pub related: Vec<Related>,
    /// The sources of the visit.
    #[serde(default)]
    pub sources: Vec<Source>,
    /// A note by the author of the record.
    #[serde(default)]
    pub notes: Vec<Note>,
    /// Custom fields, whose names begin with `x-`.
    #[serde(rename = "x-", default)]
    pub extra: Extra,
    /// The document it was read from: an index into [`super::Archive::headers`].
    #[serde(skip)]
    pub header: usize,
    /// Tables for its queries.
    #[serde(skip)]
    #[schemars(skip)]
    #[borsh(skip)]
    pub lookup: Lookup,
}

/// The speaker of a statement.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Speaker<'a> {
    /// A person or a group.
    Participant(&'a Participant),
    /// An organization in its own name.
    Organization(&'a Organization),
}

/// A date, and which record it was taken from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dated {
    /// The date.
    pub date: PartialDate,
    /// The record that has it.
    pub from: DateFrom,
    /// The certainty of the date in that record.
    pub certainty: Option<Certainty>,
}

/// The record a date is taken from. Only a statement's own date may be cited as the statement's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateFrom {
    /// The statement itself.
    Statement,
    /// The stop it was made at.
    Stop,
    /// The index of the visit.
    Visit,
}

impl Visit {
    /// Whether it was cancelled or postponed.
    pub fn is_called_off(&self) -> bool {
        matches!(self.status, Some(Status::Cancelled | Status::Postponed))
    }

    /// The title in a language, `en` or `id`, if the record has it.
    pub fn title_in(&self, language: &str) -> Option<&str> {
        in_language(language, self.title_en.as_ref(), self.title_id.as_ref())
    }

    /// The label of a participant in a language, `en` or `id`, else as in [`Self::label`].
    pub fn label_in<'a>(&'a self, participant: &'a Participant, language: &str) -> &'a str {
        if let Some(name) = participant.name_in(language).or(participant.name.as_deref()) {
            return name;
        }
        let post = || self.posts_in(participant, language).into_iter().next();
        let organization = || participant.organization.first().and_then(|id| self.organization(id));
        let organization = || organization().and_then(|it| it.name_in(language));
        post().or_else(organization).unwrap_or_else(|| self.label(participant))
    }

    /// Whether only the organization of a participant is known: neither a name nor a post.
    pub fn is_only_of_an_organization(&self, participant: &Participant) -> bool {
        let is_called = participant.name.is_some() || !participant.post.is_empty();
        let has_post = participant.post_en.is_some() || participant.post_id.is_some();
        !is_called && !has_post && participant.organization.iter().any(|id| self.organization(id).is_some())
    }

    /// The name of a record of this visit in a language, `en` or `id`, else as in [`Self::name_of`].
    pub fn name_of_in<'a>(&'a self, id: &'a Id, language: &str) -> &'a str {
        let participant = || self.participant(id).map(|it| self.label_in(it, language));
        let organization = || self.organization(id).and_then(|it| it.name_in(language));
        let stop = || self.stop(id).and_then(|it| it.name_in(language));
        participant().or_else(organization).or_else(stop).unwrap_or_else(|| self.name_of(id))
    }

    /// The participant or organization with this id.
    pub fn speaker_with(&self, id: &Id) -> Option<Speaker<'_>> {
        let participant = self.participant(id).map(Speaker::Participant);
        participant.or_else(|| self.organization(id).map(Speaker::Organization))
    }

    /// The display name of a participant: the name, else the post, else the organization, else the id.
    pub fn label<'a>(&'a self, participant: &'a Participant) -> &'a str {
        let own = participant.name.as_deref().or(participant.post.first().map(|post| post.title.as_str()));
        let organization = || participant.organization.first().and_then(|id| self.organization(id));
        own.or_else(|| organization().map(|organization| organization.name.as_str()))
            .unwrap_or(participant.id.as_str())
    }

    /// The display name of the participant, organization or stop with this id; else the id.
    pub fn name_of<'a>(&'a self, id: &'a Id) -> &'a str {
        let participant = self.participant(id).map(|participant| self.label(participant));
        let organization = || self.organization(id).map(|organization| organization.name.as_str());
        let stop = || self.stop(id).map(|stop| stop.name.as_str());
        participant.or_else(organization).or_else(stop).unwrap_or(id.as_str())
    }

    /// The display name for a value that is an id or already a name.
    pub fn name_or_text<'a>(&'a self, written: &'a str) -> &'a str {
        let id = Id::new(written);
        let organization = || self.organization(&id).map(|it| it.name.as_str());
        let participant = self.participant(&id).map(|it| self.label(it));
        participant.or_else(organization).unwrap_or(written)
    }

    /// The known speakers of a statement, each once.
    pub fn speakers<'a>(&'a self, statement: &'a Statement) -> impl Iterator<Item = Speaker<'a>> {
        let is_new = |(at, id): &(usize, &Id)| statement.speaker.iter().take(*at).all(|known| known != *id);
        let ids = statement.speaker.iter().enumerate().filter(is_new);
        ids.filter_map(|(_, id)| self.speaker_with(id))
    }

    /// The date of a statement: its own, else its stop's, else the visit's.
    pub fn dated(&self, statement: &Statement) -> Option<Dated> {
        let own = statement.date.map(|date| (date, DateFrom::Statement, statement.date_certainty));
        let stop = || statement.stop.as_ref().and_then(|id| self.stop(id));
        own.or_else(|| stop().and_then(|stop| Some((stop.start_date?, DateFrom::Stop, stop.date_certainty))))
            .or_else(|| Some((self.start_date?, DateFrom::Visit, self.date_certainty)))
            .map(|(date, from, certainty)| Dated { date, from, certainty })
    }

    /// The indices of the stops in order: by position if every stop has one, else by date; one without a date stays behind the
    /// one that it is written behind.
    pub fn stops_in_order(&self) -> Vec<usize> {
        let mut stops: Vec<(usize, &Stop)> = self.itinerary.iter().enumerate().collect();
        if stops.iter().all(|(_, stop)| stop.position.is_some()) {
            stops.sort_by_key(|(_, stop)| stop.position);
        } else {
            let mut last = self.start_date;
            let dated = |stop: &Stop| {
                last = stop.start_date.filter(|date| date.civil().is_some()).or(last);
                let date = stop.start_date.or(last);
                (date.is_none(), date.map(|date| date.order()))
            };
            let keys: Vec<_> = self.itinerary.iter().map(dated).collect();
            stops.sort_by(|(one, _), (other, _)| keys.get(*one).cmp(&keys.get(*other)));
        }
        stops.into_iter().map(|(at, _)| at).collect()
    }

    /// The indices of the statements in order: by date (less precise ones later), then by position, then as written.
    pub fn statements_in_order(&self) -> Vec<usize> {
        let mut statements: Vec<(usize, &Statement)> = self.statements.iter().enumerate().collect();
        statements.sort_by_cached_key(|(_, statement)| {
            // The time of day of a stop is not that of a statement made there.
            let date = self.dated(statement).map(|dated| match dated.from {
                DateFrom::Statement => dated.date.order(),
                DateFrom::Stop | DateFrom::Visit => dated.date.day_only().order(),
            });
            (date.is_none(), date, statement.position.unwrap_or(u32::MAX))
        });
        statements.into_iter().map(|(at, _)| at).collect()
    }
}

impl<'a> Speaker<'a> {
    /// The id of the record.
    pub fn id(&self) -> &'a Id {
        match self {
            Self::Participant(participant) => &participant.id,
            Self::Organization(organization) => &organization.id,
        }
    }

    /// The name, if the record has one.
    pub fn name(&self) -> Option<&'a str> {
        match self {
            Self::Participant(participant) => participant.name.as_deref(),
            Self::Organization(organization) => Some(&organization.name),
        }
    }

    /// The posts held at the time of the visit.
    pub fn post(&self, visit: &Visit) -> Option<Cow<'a, str>> {
        match self {
            Self::Participant(participant) => visit.post_of(participant),
            Self::Organization(_) => None,
        }
    }
}

impl Stop {
    /// The short name, else the name.
    pub fn label(&self) -> &str {
        self.short_name.as_deref().unwrap_or(&self.name)
    }
}

impl Organization {
    /// The side by its role; `None` for unlisted roles.
    pub fn side(&self) -> Option<Side> {
        match self.role.as_ref()? {
            Role::Visitor => Some(Side::Visitor),
            Role::Host => Some(Side::Host),
            Role::Organizer | Role::ThirdParty => Some(Side::ThirdParty),
            Role::Unlisted(_) => None,
        }
    }
}
