//! Whether two records with the same ID stand for the same person, group or organization.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::diagnostic::IdConflict;
use crate::lang::is_title;
use crate::model::{Agent, Header, Id, Organization, Participant, Side, Visit};
use crate::text::{fold, folded_words};

/// How many spellings of a name are kept.
const NAMES: usize = 20;

/// Who or what a record stands for.
#[derive(Debug)]
pub(super) enum Identity {
    /// The name and other names. Names of people may have degrees after a comma.
    Named(AgentKind, Vec<String>),
    /// A participant without a name.
    Unnamed(Box<UnnamedParticipant>),
}

/// The facts that distinguish participants without a name.
#[derive(Debug)]
pub(super) struct UnnamedParticipant {
    agent: Agent,
    post: Option<String>,
    /// IDs and names, sorted by ID.
    organizations: Vec<(Id, String)>,
    side: Option<Side>,
}

/// Whether a name is that of a person or an organization.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AgentKind {
    Person,
    Organization,
}

/// The people and organizations of a visit, by ID.
pub(super) fn identities(visit: &Visit) -> impl Iterator<Item = (&Id, Identity)> {
    let names: HashMap<&Id, &String> = visit.organizations.iter().map(|it| (&it.id, &it.name)).collect();
    let organizations = visit.organizations.iter().map(|it| (&it.id, Identity::of_organization(it)));
    let people = visit.participants.iter().map(move |it| {
        let with_name = |id: &Id| Some((id.clone(), (*names.get(id)?).clone()));
        let mut organizations: Vec<(Id, String)> = it.organizations().filter_map(with_name).collect();
        organizations.sort_unstable();
        (&it.id, Identity::of_participant(visit, it, organizations))
    });
    organizations.chain(people)
}

/// The people and organizations of a register that have a name, by ID.
pub(super) fn registered_identities(header: &Header) -> impl Iterator<Item = (&Id, Identity)> {
    let all = |name: &String, others: &[String]| [name].into_iter().chain(others).cloned().collect();
    let organizations = header.organizations.iter();
    let organizations = organizations
        .map(move |it| (&it.id, Identity::Named(AgentKind::Organization, all(&it.name, &it.other_names))));
    let people = header.people.iter().filter_map(move |it| {
        Some((&it.id, Identity::Named(AgentKind::Person, all(it.name.as_ref()?, &it.other_names))))
    });
    organizations.chain(people)
}

impl Identity {
    fn of_organization(it: &Organization) -> Self {
        Self::Named(AgentKind::Organization, [&it.name].into_iter().chain(&it.other_names).cloned().collect())
    }

    fn of_participant(visit: &Visit, it: &Participant, organizations: Vec<(Id, String)>) -> Self {
        match &it.name {
            Some(name) => {
                Self::Named(AgentKind::Person, [name].into_iter().chain(&it.other_names).cloned().collect())
            }
            None => Self::Unnamed(Box::new(UnnamedParticipant {
                agent: visit.agent(it),
                post: it.post().map(Cow::into_owned),
                organizations,
                side: it.side,
            })),
        }
    }

    /// Compares with another record that has the same ID. Returns the conflict if it stands for someone else; otherwise
    /// remembers its names.
    pub(super) fn merge_or_conflict(&mut self, other: Self) -> Option<IdConflict> {
        match (self, other) {
            (Self::Named(_, known), Self::Named(of, names)) => merge_names(known, of, names),
            (Self::Unnamed(known), Self::Unnamed(other)) => known.conflict(&other),
            (Self::Named(_, known), Self::Unnamed(_)) => Some(IdConflict::Name(None, known.first().cloned())),
            (Self::Unnamed(_), Self::Named(_, names)) => {
                Some(IdConflict::Name(names.into_iter().next(), None))
            }
        }
    }
}

fn merge_names(known: &mut Vec<String>, of: AgentKind, names: Vec<String>) -> Option<IdConflict> {
    let is_known = |name: &String| known.iter().any(|known| is_same_name(of, known, name));
    if !names.iter().any(is_known) {
        return Some(IdConflict::Name(names.into_iter().next(), known.first().cloned()));
    }
    // Remember all spellings of the name, because later records may use any of them.
    for name in names {
        if known.len() < NAMES && !known.contains(&name) {
            known.push(name);
        }
    }
    None
}

impl UnnamedParticipant {
    /// The fact that distinguishes two participants without a name. `None` if they are the same agent.
    fn conflict(&self, other: &Self) -> Option<IdConflict> {
        let folded = |it: &Self| it.post.as_deref().map(fold);
        let ids = |it: &Self| it.organizations.iter().map(|(id, _)| id.clone()).collect::<Vec<_>>();
        let names = |it: &Self| {
            let names: Vec<&str> = it.organizations.iter().map(|(_, name)| name.as_str()).collect();
            (!names.is_empty()).then(|| names.join(", "))
        };
        if self.agent == other.agent {
            None
        } else if folded(self) != folded(other) {
            Some(IdConflict::Post(other.post.clone(), self.post.clone()))
        } else if ids(self) != ids(other) {
            Some(IdConflict::Organization(names(other), names(self)))
        } else if self.side != other.side {
            Some(IdConflict::Side(other.side, self.side))
        } else {
            Some(IdConflict::Unconfirmed)
        }
    }
}

/// Whether two names may belong to one person or organization. Titles, case, initials and omitted parts are ignored.
fn is_same_name(of: AgentKind, one: &str, other: &str) -> bool {
    let words = |name: &str| -> Vec<String> {
        let name = if of == AgentKind::Person { name.split(',').next().unwrap_or_default() } else { name };
        folded_words(name).filter(|word| !is_title(word)).collect()
    };
    if one == other {
        return true;
    }
    let (one, other) = (words(one), words(other));
    let (fewer, more) = if one.len() < other.len() { (&one, &other) } else { (&other, &one) };
    // Abbreviations such as “Moh.” for “Muhammad”: at most three letters and the same initial.
    let is_initial = |a: &str, b: &str| a.chars().count() <= 3 && a.chars().next() == b.chars().next();
    let is_in =
        |word: &String| more.iter().any(|it| it == word || is_initial(it, word) || is_initial(word, it));
    !fewer.is_empty() && fewer.iter().all(is_in)
}

#[cfg(test)]
mod tests {
    use super::{AgentKind, is_same_name};

    #[test]
    fn titles_case_initials_and_omissions_are_ignored() {
        for (one, other) in [
            ("Ratna Contoh", "Dr. Hj. RATNA CONTOH, S.Sos., M.Si."),
            ("Ratna Contoh", "Ibu Ratna"),
            ("H. Joko Contoh", "J. Contoh"),
            ("Moh. Contoh", "Muhammad Contoh"),
            ("Dr.", "Dr."),
        ] {
            assert!(is_same_name(AgentKind::Person, one, other), "{one} {other}");
        }
        assert!(is_same_name(AgentKind::Organization, "Pemerintah Kota Contoh", "pemerintah kota contoh"));
        assert!(!is_same_name(AgentKind::Person, "Ratna Contoh", "Ratno Contoh"));
        assert!(!is_same_name(AgentKind::Person, "Dr. Ir.", "Siti Contoh"));
        assert!(!is_same_name(AgentKind::Organization, "Kota Contoh, Kalimantan", "Kota Contoh, Jawa"));
    }
}
