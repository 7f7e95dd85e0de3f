//! From a key to a command, by the scope it is pressed in.

use super::command::{Action, COMMANDS, Command, Scope};
use super::key::Key;

/// The action of a key in a scope.
pub(super) fn resolve(scope: Scope, key: Key) -> Option<Action> {
    COMMANDS
        .iter()
        .find(|command| keys(command, scope).any(|known| known == key))
        .map(|command| command.action)
}

/// The keys of a command in a scope.
pub fn keys(command: &Command, scope: Scope) -> impl Iterator<Item = Key> {
    let of_scope = command.keys.iter().filter(move |(known, _)| *known == scope);
    of_scope.flat_map(|(_, keys)| keys.split(',')).filter_map(|key| key.parse().ok())
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    #[test]
    fn every_key_of_the_table_is_one_and_no_two_commands_share_it() {
        let mut taken: HashMap<(Scope, Key), &str> = HashMap::new();
        for command in COMMANDS {
            assert!(!command.keys.is_empty(), "{} has no key", command.name);
            for (scope, written) in command.keys {
                for key in written.split(',') {
                    let key: Key = key.parse().unwrap_or_else(|_| panic!("{}: {key}", command.name));
                    if let Some(other) = taken.insert((*scope, key), command.name) {
                        panic!("{key} in {scope:?} is both {other} and {}", command.name);
                    }
                    assert_eq!(resolve(*scope, key), Some(command.action));
                }
            }
        }
    }

    #[test]
    fn no_key_types_a_letter_where_letters_are_typed() {
        for command in COMMANDS {
            for key in keys(command, Scope::Search) {
                assert_eq!(key.typed(), None, "{}", command.name);
            }
        }
    }

    #[test]
    fn every_symbol_and_alt_key_has_another_beside_it() {
        let easy = |key: &Key| {
            !key.alt && key.typed().is_none_or(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '?' | ' '))
        };
        for command in COMMANDS {
            for (scope, _) in command.keys {
                assert!(keys(command, *scope).any(|key| easy(&key)), "{}", command.name);
            }
        }
    }

    #[test]
    fn names_are_kebab_case_and_unique() {
        let mut names: Vec<&str> = COMMANDS.iter().map(|command| command.name).collect();
        assert!(names.iter().all(|name| name.chars().all(|c| c.is_ascii_lowercase() || c == '-')));
        names.sort_unstable();
        let all = names.len();
        names.dedup();
        assert_eq!(names.len(), all);
    }
}
