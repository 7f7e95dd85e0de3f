//! Who is who: when participants of several visits are one person or group.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;

use super::{Id, Organization, Participant, Record, Speaker, Visit};
use crate::text::folded_words;

/// A person, a group or an organization, in whichever visits: two records are of the same one exactly when their agents are
/// equal. The ids alone do not say it.
///
/// Whoever has a name is known everywhere by the id. An id without a name, such as `direktur`, names somebody in its own
/// visit; in another visit only where both the post and the organization agree.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Agent {
    id: Id,
    known: Known,
}

/// How far an id reaches.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Known {
    /// Everywhere.
    ByName,
    /// Wherever posts and organizations agree; the words of the posts, folded.
    ByOffice { organizations: Vec<Id>, posts: Vec<String> },
    /// In this visit.
    InVisit(Id),
}

impl Agent {
    /// The id that its records have.
    pub fn id(&self) -> &Id {
        &self.id
    }

    /// Whether it is met in one visit only, because nothing says who it is elsewhere.
    pub fn is_of_one_visit(&self) -> bool {
        matches!(self.known, Known::InVisit(_))
    }
}

/// A text that no other agent of an archive has: `ratna`, `visit#direktur`, `direktur@rsud:direktur-utama`. No id has the
/// signs in it.
impl fmt::Display for Agent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.known {
            Known::ByName => write!(f, "{}", self.id),
            Known::ByOffice { organizations, posts } => {
                let organizations: Vec<&str> = organizations.iter().map(Id::as_str).collect();
                write!(f, "{}@{}:{}", self.id, organizations.join("+"), posts.join("+"))
            }
            Known::InVisit(visit) => write!(f, "{visit}#{}", self.id),
        }
    }
}

impl Visit {
    /// Who a participant of this visit is.
    pub fn agent(&self, participant: &Participant) -> Agent {
        let words = |post: &str| folded_words(post).collect::<Vec<_>>().join("-");
        let posts = participant.post.iter().map(|post| words(&post.title));
        let mut posts: Vec<String> = posts.filter(|post| !post.is_empty()).collect();
        let mut organizations: Vec<Id> = participant.organizations().cloned().collect();
        // In whatever order they are written.
        posts.sort_unstable();
        organizations.sort_unstable();
        let known = match &participant.name {
            Some(_) => Known::ByName,
            None if posts.is_empty() || organizations.is_empty() => Known::InVisit(self.id.clone()),
            None => Known::ByOffice { organizations, posts },
        };
        Agent { id: participant.id.clone(), known }
    }

    /// The participant who is this agent.
    pub fn participant_who(&self, agent: &Agent) -> Option<&Participant> {
        self.participant(&agent.id).filter(|participant| self.agent(participant) == *agent)
    }
}

impl Organization {
    /// Who an organization is: it always has a name.
    pub fn agent(&self) -> Agent {
        Agent { id: self.id.clone(), known: Known::ByName }
    }
}

impl Speaker<'_> {
    /// Who speaks in a visit.
    pub fn agent(&self, visit: &Visit) -> Agent {
        match self {
            Self::Participant(participant) => visit.agent(participant),
            Self::Organization(organization) => organization.agent(),
        }
    }
}

impl Record<'_> {
    /// Who a record is of; none unless it is of a participant or an organization.
    pub fn agent(&self) -> Option<Agent> {
        match self {
            Self::Participant(visit, participant) => Some(visit.agent(participant)),
            Self::Organization(_, organization) => Some(organization.agent()),
            Self::Statement(..) | Self::Stop(..) | Self::Visit(_) => None,
        }
    }
}

/// What to call records of different agents side by side: the label where it is the only one, else with what tells them apart.
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

/// What tells records apart that have one label: what says most to a reader comes first, what is never the same last.
const DISTINCTIONS: [fn(&Record<'_>) -> Option<String>; 4] = [
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
];

#[cfg(test)]
mod tests {
    use crate::load::load_text;

    /// Whether the participants of two visits, with these fields, are one.
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
