//! The names to choose from while a field of a form is filled in.

use crate::entry::{Field, Input, KnownName, same_name};
use crate::search::{NameMatch, match_name};

/// The maximum number of names that are listed.
const MAX_LISTED: usize = 6;

/// The names for a field.
#[derive(Debug, Default)]
pub struct Choices {
    /// The name of the field.
    field: Option<&'static str>,
    all: Vec<KnownName>,
    /// The text that they match.
    typed: Option<String>,
    /// The best of those that match.
    pub found: Vec<Choice>,
    row: Option<usize>,
}

/// A name that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The name.
    pub name: KnownName,
    /// What is put into the field: the name, or the id if others have the same name.
    pub(in crate::app) text: String,
}

impl Choices {
    /// The index of the selected name.
    pub fn row(&self) -> Option<usize> {
        self.row
    }

    /// The selected name.
    pub fn selected(&self) -> Option<&Choice> {
        self.found.get(self.row?)
    }

    /// Whether they are for this field.
    pub(in crate::app) fn is_of(&self, field: &Field) -> bool {
        self.field == Some(field.name)
    }

    /// Lists the names that match what is typed into a field; `all` returns those to choose from. The best one is selected, unless
    /// its letters are scattered: then what is typed may as well be a new name.
    pub(in crate::app) fn update(
        &mut self,
        field: &'static Field,
        typed: &str,
        all: impl FnOnce() -> Vec<KnownName>,
    ) {
        if self.field != Some(field.name) {
            *self = Self { field: Some(field.name), all: all(), ..Self::default() };
        }
        if self.typed.as_deref() == Some(typed) {
            return;
        }
        self.typed = Some(typed.to_owned());
        let found = matches(typed, &self.all);
        self.row = found.first().filter(|best| !typed.is_empty() && is_close(best)).map(|_| 0);
        let choice = |(_, name): (NameMatch, &KnownName)| {
            let text = if is_ambiguous(field, name, &self.all) { &name.id } else { &name.name };
            Choice { text: text.clone(), name: name.clone() }
        };
        self.found = found.into_iter().take(MAX_LISTED).map(choice).collect();
    }

    /// Selects the next or the previous name. Returns false if there is none.
    pub(in crate::app) fn step(&mut self, down: bool) -> bool {
        let next = match (self.row, down) {
            (None, true) => Some(0),
            (None, false) => None,
            (Some(row), true) => Some(row + 1),
            (Some(row), false) => row.checked_sub(1),
        };
        let has_moved = next.is_some_and(|row| row < self.found.len());
        if has_moved {
            self.row = next;
        }
        has_moved
    }
}

/// The names that match what is typed, the best first; none if it is one of them.
fn matches<'n>(typed: &str, names: &'n [KnownName]) -> Vec<(NameMatch, &'n KnownName)> {
    let is_it = |name: &KnownName| {
        same_name(&name.name, typed) || name.other_names.iter().any(|other| same_name(other, typed))
    };
    if names.iter().any(|name| is_it(name) || name.id == typed) {
        return Vec::new();
    }
    let mut found: Vec<_> = names.iter().filter_map(|name| Some((best_match(typed, name)?, name))).collect();
    // Scattered letters are in most names.
    if found.iter().any(is_close) {
        found.retain(is_close);
    }
    found.sort_by_key(|(matched, name)| (std::cmp::Reverse(*matched), !name.is_in_visit));
    found
}

/// The known name that is most like what is typed, unless only scattered letters are in it.
pub(in crate::app) fn close_match<'n>(typed: &str, names: &'n [KnownName]) -> Option<&'n KnownName> {
    matches(typed, names).first().filter(|best| is_close(best)).map(|(_, name)| *name)
}

fn is_close((matched, _): &(NameMatch, &KnownName)) -> bool {
    !matches!(matched, NameMatch::Subsequence(_))
}

/// How well a name, or another name of the same record, matches.
fn best_match(typed: &str, name: &KnownName) -> Option<NameMatch> {
    let names = name.other_names.iter().chain([&name.name]);
    let detailed = format!("{} {}", name.name, name.detail);
    // Posts and places help to find somebody, but their letters alone do not.
    let detailed = match_name(typed, &detailed).filter(|it| !matches!(it, NameMatch::Subsequence(_)));
    names.filter_map(|name| match_name(typed, name)).chain(detailed).max()
}

/// Whether the field takes a record, and others have the same name.
fn is_ambiguous(field: &Field, name: &KnownName, all: &[KnownName]) -> bool {
    let is_record = matches!(
        field.input,
        Input::People | Input::Organizations | Input::Stops | Input::Visit | Input::Source
    );
    is_record && all.iter().any(|other| other.id != name.id && same_name(&other.name, &name.name))
}
