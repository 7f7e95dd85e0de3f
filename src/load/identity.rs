//! Whether an id that comes again stands for the same person, group or organization as before.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::diagnostic::Differing;
use crate::lang::is_title;
use crate::model::{Agent, Header, Id, Organization, Participant, Side, Visit};
use crate::text::{fold, folded_words};

/// More spellings of one name need not be remembered.
const NAMES: usize = 20;

/// What a record says of who is meant.
#[derive(Debug)]
pub(super) enum Identity {
    /// The name, and other names; whose they are, because degrees stand behind the comma of a person's.
    Named(Of, Vec<String>),
    /// Nobody says the name.
    Unnamed(Box<Unnamed>),
}

/// What else may tell somebody from others.
#[derive(Debug)]
pub(super) struct Unnamed {
    agent: Agent,
    post: Option<String>,
    /// The ids in their order, and the names.
    organizations: Vec<(Id, String)>,
    side: Option<Side>,
}

/// Whose name it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    Person,
    Organization,
}

/// Everybody and every organization of a visit, with the id.
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

/// Those of a register that have a name.
pub(super) fn registered_identities(header: &Header) -> impl Iterator<Item = (&Id, Identity)> {
    let all = |name: &String, others: &[String]| [name].into_iter().chain(others).cloned().collect();
    let organizations = header.organizations.iter();
    let organizations = organizations
        .map(move |it| (&it.id, Identity::Named(Of::Organization, all(&it.name, &it.other_names))));
    let people = header.people.iter().filter_map(move |it| {
        Some((&it.id, Identity::Named(Of::Person, all(it.name.as_ref()?, &it.other_names))))
    });
    organizations.chain(people)
}

impl Identity {
    fn of_organization(it: &Organization) -> Self {
        Self::Named(Of::Organization, [&it.name].into_iter().chain(&it.other_names).cloned().collect())
    }

    fn of_participant(visit: &Visit, it: &Participant, organizations: Vec<(Id, String)>) -> Self {
        match &it.name {
            Some(name) => {
                Self::Named(Of::Person, [name].into_iter().chain(&it.other_names).cloned().collect())
            }
            None => Self::Unnamed(Box::new(Unnamed {
                agent: visit.agent(it),
                post: it.post().map(Cow::into_owned),
                organizations,
                side: it.side,
            })),
        }
    }

    /// Meets another record with the same id. What tells that it is not of the same one; the names of the same one are
    /// remembered.
    pub(super) fn meet(&mut self, other: Self) -> Option<Differing> {
        match (self, other) {
            (Self::Named(_, known), Self::Named(of, names)) => meet_names(known, of, names),
            (Self::Unnamed(known), Self::Unnamed(other)) => known.differing(&other),
            (Self::Named(_, known), Self::Unnamed(_)) => Some(Differing::Name(None, known.first().cloned())),
            (Self::Unnamed(_), Self::Named(_, names)) => {
                Some(Differing::Name(names.into_iter().next(), None))
            }
        }
    }
}

fn meet_names(known: &mut Vec<String>, of: Of, names: Vec<String>) -> Option<Differing> {
    let is_known = |name: &String| known.iter().any(|known| is_same_name(of, known, name));
    if !names.iter().any(is_known) {
        return Some(Differing::Name(names.into_iter().next(), known.first().cloned()));
    }
    // Who has these names, too, may be called by them elsewhere.
    for name in names {
        if known.len() < NAMES && !known.contains(&name) {
            known.push(name);
        }
    }
    None
}

impl Unnamed {
    /// What tells two records apart that are not of one agent; nothing when they say the same, so that nothing but the visit
    /// does.
    fn differing(&self, other: &Self) -> Option<Differing> {
        let folded = |it: &Self| it.post.as_deref().map(fold);
        let ids = |it: &Self| it.organizations.iter().map(|(id, _)| id.clone()).collect::<Vec<_>>();
        let names = |it: &Self| {
            let names: Vec<&str> = it.organizations.iter().map(|(_, name)| name.as_str()).collect();
            (!names.is_empty()).then(|| names.join(", "))
        };
        if self.agent == other.agent {
            None
        } else if folded(self) != folded(other) {
            Some(Differing::Post(other.post.clone(), self.post.clone()))
        } else if ids(self) != ids(other) {
            Some(Differing::Organization(names(other), names(self)))
        } else if self.side != other.side {
            Some(Differing::Side(other.side, self.side))
        } else {
            None
        }
    }
}

/// Whether two names may be one's: titles, case, initials and parts that are left out do not count.
fn is_same_name(of: Of, one: &str, other: &str) -> bool {
    let words = |name: &str| -> Vec<String> {
        let name = if of == Of::Person { name.split(',').next().unwrap_or_default() } else { name };
        folded_words(name).filter(|word| !is_title(word)).collect()
    };
    if one == other {
        return true;
    }
    let (one, other) = (words(one), words(other));
    let (fewer, more) = if one.len() < other.len() { (&one, &other) } else { (&other, &one) };
    // Moh. for Muhammad: three letters and the first the same.
    let is_initial = |a: &str, b: &str| a.chars().count() <= 3 && a.chars().next() == b.chars().next();
    let is_in =
        |word: &String| more.iter().any(|it| it == word || is_initial(it, word) || is_initial(word, it));
    !fewer.is_empty() && fewer.iter().all(is_in)
}

#[cfg(test)]
mod tests {
    use super::{Of, is_same_name};

    #[test]
    fn titles_case_initials_and_omissions_make_no_other_name() {
        for (one, other) in [
            ("Ratna Contoh", "Dr. Hj. RATNA CONTOH, S.Sos., M.Si."),
            ("Ratna Contoh", "Ibu Ratna"),
            ("H. Joko Contoh", "J. Contoh"),
            ("Moh. Contoh", "Muhammad Contoh"),
            ("Dr.", "Dr."),
        ] {
            assert!(is_same_name(Of::Person, one, other), "{one} {other}");
        }
        assert!(is_same_name(Of::Organization, "Pemerintah Kota Contoh", "pemerintah kota contoh"));
        assert!(!is_same_name(Of::Person, "Ratna Contoh", "Ratno Contoh"));
        assert!(!is_same_name(Of::Person, "Dr. Ir.", "Siti Contoh"));
        assert!(!is_same_name(Of::Organization, "Kota Contoh, Kalimantan", "Kota Contoh, Jawa"));
    }
}
