//! Identity across visits: which participants are the same person or group.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Id, Organization, Participant, Place, Record, Speaker, Visit};
use crate::text::folded_words;

/// A person, a group or an organization across visits: two records describe the same one exactly if their agents are equal.
/// Ids alone do not tell.
///
/// With a name, the id identifies an agent in all visits. Without a name, an id such as `direktur` is valid in its own visit, and
/// in another one only if both post and organization agree.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, Serialize)]
pub struct Agent {
    id: Id,
    known: AgentKey,
}

/// The scope in which an id identifies an agent.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, Serialize)]
enum AgentKey {
    /// All visits.
    ByName,
    /// Visits where posts (folded) and organizations agree.
    ByOffice { organizations: Vec<Id>, posts: Vec<String> },
    /// This visit only.
    InVisit(Id),
}

impl Agent {
    /// The id of its records.
    pub fn id(&self) -> &Id {
        &self.id
    }

    /// Whether it is only known in one visit, because nothing identifies it elsewhere.
    pub fn is_of_one_visit(&self) -> bool {
        matches!(self.known, AgentKey::InVisit(_))
    }
}

/// A text that is unique in an archive: `ratna`, `visit#direktur`, `direktur@rsud:direktur-utama`. Ids do not contain
/// these separators.
impl fmt::Display for Agent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.known {
            AgentKey::ByName => write!(f, "{}", self.id),
            AgentKey::ByOffice { organizations, posts } => {
                let organizations: Vec<&str> = organizations.iter().map(Id::as_str).collect();
                write!(f, "{}@{}:{}", self.id, organizations.join("+"), posts.join("+"))
            }
            AgentKey::InVisit(visit) => write!(f, "{visit}#{}", self.id),
        }
    }
}

impl Visit {
    /// The agent of a participant of this visit.
    pub fn agent(&self, participant: &Participant) -> Agent {
        let words = |post: &str| folded_words(post).collect::<Vec<_>>().join("-");
        let posts = participant.post.iter().map(|post| words(&post.title));
        let mut posts: Vec<String> = posts.filter(|post| !post.is_empty()).collect();
        let mut organizations: Vec<Id> = participant.organizations().cloned().collect();
        // Independent of the written order.
        posts.sort_unstable();
        organizations.sort_unstable();
        let known = match &participant.name {
            Some(_) => AgentKey::ByName,
            None if posts.is_empty() || organizations.is_empty() => AgentKey::InVisit(self.id.clone()),
            None => AgentKey::ByOffice { organizations, posts },
        };
        Agent { id: participant.id.clone(), known }
    }

    /// The participant of this visit with this agent.
    pub fn participant_who(&self, agent: &Agent) -> Option<&Participant> {
        self.participant(&agent.id).filter(|participant| self.agent(participant) == *agent)
    }
}

impl Organization {
    /// The agent of an organization, which always has a name.
    pub fn agent(&self) -> Agent {
        Agent { id: self.id.clone(), known: AgentKey::ByName }
    }
}

impl Speaker<'_> {
    /// The agent of a speaker in a visit.
    pub fn agent(&self, visit: &Visit) -> Agent {
        match self {
            Self::Participant(participant) => visit.agent(participant),
            Self::Organization(organization) => organization.agent(),
        }
    }
}

impl Record<'_> {
    /// The agent of a participant or an organization; `None` for other records.
    pub fn agent(&self) -> Option<Agent> {
        match self {
            Self::Participant(visit, participant) => Some(visit.agent(participant)),
            Self::Organization(_, organization) => Some(organization.agent()),
            Self::Statement(..) | Self::Stop(..) | Self::Visit(_) => None,
        }
    }
}

/// Distinct labels for records of different agents: the label alone if it is unique, else with a distinguishing addition.
pub fn distinct_labels(records: &[Record<'_>]) -> Vec<String> {
    let mut labels: Vec<String> = records.iter().map(|record| record.label().to_owned()).collect();
    for part in DISTINCTIONS {
        let mut same: HashMap<&str, Vec<usize>> = HashMap::new();
        for (at, label) in labels.iter().enumerate() {
            same.entry(label).or_default().push(at);
        }
        let parts = |at: &usize| (*at, records.get(*at).and_then(part));
        let groups: Vec<Vec<(usize, Option<String>)>> =
            same.into_values().map(|group| group.iter().map(parts).collect()).collect();
        for group in groups
            .iter()
            .filter(|group| group.iter().any(|(_, part)| Some(part) != group.first().map(|(_, part)| part)))
        {
            for (at, part) in group {
                if let (Some(label), Some(part)) = (labels.get_mut(*at), part) {
                    *label = format!("{label}, {part}");
                }
            }
        }
    }
    labels
}

/// What can distinguish records with the same label: the most meaningful first, the always unique last.
const DISTINCTIONS: [fn(&Record<'_>) -> Option<String>; 7] = [
    |record| match record {
        Record::Participant(visit, it) => it.name.as_ref().and(visit.post_of(it)).map(Cow::into_owned),
        _ => None,
    },
    |record| match record {
        Record::Participant(visit, it) => {
            let organization = it.organizations().find_map(|id| visit.organization(id));
            organization.map(|it| it.name.clone()).filter(|name| name != record.label())
        }
        _ => None,
    },
    |record| record.agent()?.is_of_one_visit().then(|| record.visit().title.clone()),
    |record| Some(record.agent()?.to_string()),
    |record| place_part(record, |place| place.locality.as_ref()),
    |record| place_part(record, |place| place.address.as_ref()),
    |record| place_part(record, |place| place.id.as_ref()),
];

/// A part of the places of a stop.
fn place_part(record: &Record<'_>, part: fn(&Place) -> Option<&String>) -> Option<String> {
    let Record::Stop(_, stop) = record else { return None };
    let parts: Vec<&str> = stop.place.iter().filter_map(part).map(String::as_str).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

#[cfg(test)]
mod tests {
    use crate::load::load_text;

    /// Whether the participants of two visits with these fields are the same.
    fn are_one(one: &str, other: &str) -> bool {
        let visit = |id: &str, fields: &str| {
            format!(
                "  - {{id: {id}, title: T, organizations: [{{id: o, name: O}}, {{id: p, name: P}}], participants: [{{id: x, {fields}}}]}}\n"
            )
        };
        let text = format!("schema_version: '1.0'\nvisits:\n{}{}", visit("a", one), visit("b", other));
        let archive = load_text("a.yaml", text.into()).archive;
        let agents: Vec<_> = archive.visits.iter().map(|visit| visit.agent(&visit.participants[0])).collect();
        let [one, other] = agents.as_slice() else { panic!("two visits") };
        assert_eq!(one == other, one.to_string() == other.to_string());
        one == other
    }

    #[test]
    fn a_name_makes_an_id_mean_the_same_everywhere() {
        assert!(are_one("name: Ratna", "name: Ratna"));
        assert!(are_one(
            "name: Ratna, post: Lurah, side: host",
            "name: Dr. Ratna, organization: o, side: visitor"
        ));
        assert!(!are_one("name: Ratna", "post: Lurah"));
    }

    #[test]
    fn without_a_name_post_and_organization_must_agree() {
        assert!(are_one(
            "post: Direktur Utama, organization: o",
            "post: 'DIREKTUR,  utama', organization: o"
        ));
        assert!(are_one("post: Direktur, organization: [o, p]", "post: Direktur, organization: [p, o]"));
        for (one, other) in [
            ("post: Direktur, organization: o", "post: Direktur, organization: p"),
            ("post: Direktur, organization: o", "post: Sekretaris, organization: o"),
            ("post: Direktur, organization: o", "post: Direktur"),
            ("post: Direktur, organization: o", "post: Direktur, organization: [o, p]"),
            ("post: Direktur", "post: Direktur"),
            ("type: group, organization: o", "type: group, organization: o"),
            ("post: —, organization: o", "post: —, organization: o"),
        ] {
            assert!(!are_one(one, other), "{one} and {other}");
        }
    }
}
