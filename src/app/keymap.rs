//! From a key to a command, by the context it is pressed in.

use super::command::{Action, COMMANDS, Command, Context};
use super::key::Key;

/// What keys mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Resolved {
    /// A command.
    Action(Action),
    /// The beginning of one.
    Prefix,
    /// Nothing.
    Nothing,
}

/// What the keys pressed so far mean in a context.
pub(super) fn resolve(context: Context, pressed: &[Key]) -> Resolved {
    let mut resolved = Resolved::Nothing;
    for command in COMMANDS {
        for sequence in keys(command, context) {
            if sequence == pressed {
                return Resolved::Action(command.action);
            }
            if sequence.starts_with(pressed) {
                resolved = Resolved::Prefix;
            }
        }
    }
    resolved
}

/// The sequences of keys of a command in a context; most have one key.
pub fn keys(command: &Command, context: Context) -> impl Iterator<Item = Vec<Key>> {
    let of_context = command.keys.iter().filter(move |(known, _)| *known == context);
    of_context
        .flat_map(|(_, keys)| keys.split(','))
        .map(|keys| keys.split(' ').filter_map(|key| key.parse().ok()).collect())
}

/// Keys as they are shown: `x x`.
pub fn shown(keys: &[Key]) -> String {
    keys.iter().map(Key::to_string).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    #[test]
    fn every_key_of_the_table_is_one_and_no_two_commands_share_it() {
        let mut taken: HashMap<(Context, Vec<Key>), &str> = HashMap::new();
        for command in COMMANDS {
            assert!(!command.keys.is_empty(), "{} has no key", command.name);
            for (context, written) in command.keys {
                for key in written.split(',') {
                    let parse = |key: &str| key.parse().unwrap_or_else(|_| panic!("{}: {key}", command.name));
                    let keys: Vec<Key> = key.split(' ').map(parse).collect();
                    assert_eq!(resolve(*context, &keys), Resolved::Action(command.action));
                    for length in 1..keys.len() {
                        assert_eq!(resolve(*context, &keys[..length]), Resolved::Prefix, "{key} is hidden");
                    }
                    if let Some(other) = taken.insert((*context, keys), command.name) {
                        panic!("{key} in {context:?} is both {other} and {}", command.name);
                    }
                }
            }
        }
    }

    #[test]
    fn no_key_types_a_letter_where_letters_are_typed() {
        for command in COMMANDS {
            for context in [Context::Search, Context::Narrowing] {
                for keys in keys(command, context) {
                    assert!(keys.iter().all(|key| key.typed().is_none()), "{}", command.name);
                }
            }
        }
    }

    #[test]
    fn every_symbol_and_alt_key_has_another_beside_it() {
        let easy = |key: &Key| {
            !key.alt && key.typed().is_none_or(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '?' | ' '))
        };
        for command in COMMANDS {
            for (context, _) in command.keys {
                assert!(keys(command, *context).any(|keys| keys.iter().all(easy)), "{}", command.name);
            }
        }
    }

    #[test]
    fn names_are_kebab_case_and_unique() {
        let mut names: Vec<&str> = COMMANDS.iter().map(|command| command.name).collect();
        assert!(
            names
                .iter()
                .all(|name| name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'))
        );
        names.sort_unstable();
        let all = names.len();
        names.dedup();
        assert_eq!(names.len(), all);
    }
}
