//! The keymap: which keys run which command in which context, from the table of commands and the settings of the user.

use crate::app::input::command::{Action, COMMANDS, Command, Context};
use crate::app::input::key::Key;

/// The result of resolving keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app) enum Resolved {
    /// The keys of a command.
    Action(Action),
    /// The beginning of a sequence.
    Prefix,
    /// No command has these keys.
    Unbound,
}

/// The keys of the commands, by context.
#[derive(Debug, Clone)]
pub struct Keymap {
    bindings: Vec<Binding>,
    /// Whether keys are shown as ASCII words: `Enter` for `↵`.
    pub spells_keys: bool,
}

/// The keys of a command in a context.
#[derive(Debug, Clone)]
struct Binding {
    context: Context,
    command: &'static Command,
    keys: Vec<Key>,
    /// Whether the binding is from the settings of the user.
    is_custom: bool,
}

/// The keys of a command that begin with the keys of another command in the same context, or the reverse, and so are hidden.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyConflict {
    /// The context.
    pub context: Context,
    /// The keys of the hidden command.
    pub keys: Vec<Key>,
    /// The names of the hiding command and the hidden one.
    pub commands: [&'static str; 2],
}

/// The keys of the table of commands.
impl Default for Keymap {
    fn default() -> Self {
        let each = COMMANDS.iter().flat_map(|command| Context::ALL.map(|context| (command, context)));
        let bindings = each
            .flat_map(|(command, context)| {
                let binding = move |keys| Binding { context, command, keys, is_custom: false };
                command.keys_in(context).filter_map(sequence).map(binding)
            })
            .collect();
        Self { bindings, spells_keys: false }
    }
}

impl Keymap {
    /// Replaces the keys of a command in a context. They take precedence over the same keys of other commands.
    pub fn rebind(&mut self, context: Context, command: &'static Command, sequences: Vec<Vec<Key>>) {
        self.bindings.retain(|it| it.context != context || it.command.name != command.name);
        let own = sequences.into_iter().map(|keys| Binding { context, command, keys, is_custom: true });
        self.bindings.splice(0..0, own);
    }

    /// The keys that are hidden by those of other commands.
    pub fn conflicts(&self) -> Vec<KeyConflict> {
        let hides = |first: &Binding, second: &Binding| {
            let (a, b) = (&first.keys, &second.keys);
            first.context == second.context && (a.starts_with(b) || b.starts_with(a))
        };
        let mut conflicts = Vec::new();
        for (at, second) in self.bindings.iter().enumerate() {
            if let Some(first) = self.bindings.iter().take(at).find(|first| hides(first, second)) {
                let commands = [first.command.name, second.command.name];
                conflicts.push(KeyConflict { context: second.context, keys: second.keys.clone(), commands });
            }
        }
        conflicts
    }

    /// Resolves the keys pressed so far in a context.
    pub(in crate::app) fn resolve(&self, context: Context, pressed: &[Key]) -> Resolved {
        let here = || self.bindings.iter().filter(|binding| binding.context == context);
        match here().find(|binding| binding.keys == pressed) {
            Some(binding) => Resolved::Action(binding.command.action),
            None if here().any(|binding| binding.keys.starts_with(pressed)) => Resolved::Prefix,
            None => Resolved::Unbound,
        }
    }

    /// The key sequences of a command in a context; most have one key.
    pub fn keys(&self, command: &Command, context: Context) -> impl Iterator<Item = &[Key]> {
        let name = command.name;
        let own = move |it: &&Binding| it.context == context && it.command.name == name;
        self.bindings.iter().filter(own).map(|binding| binding.keys.as_slice())
    }

    /// Whether the user has changed the keys of a command in a context.
    pub fn is_custom(&self, command: &Command, context: Context) -> bool {
        self.bindings
            .iter()
            .any(|it| it.is_custom && it.context == context && it.command.name == command.name)
    }

    /// The text of keys: `x x`.
    pub fn shown(&self, keys: &[Key]) -> String {
        let shown = |key: &Key| if self.spells_keys { format!("{key:#}") } else { key.to_string() };
        keys.iter().map(shown).collect::<Vec<_>>().join(" ")
    }

    /// How many commands have keys changed by the user, counted per context.
    pub fn custom_count(&self) -> usize {
        Context::ALL
            .iter()
            .map(|context| COMMANDS.iter().filter(|it| self.is_custom(it, *context)).count())
            .sum()
    }
}

/// Parses a key sequence: `x x`, `ctrl-d`; `None` if any part is not a key.
pub fn sequence(written: &str) -> Option<Vec<Key>> {
    let keys: Option<Vec<Key>> = written.split_whitespace().map(|key| key.parse().ok()).collect();
    keys.filter(|keys| !keys.is_empty())
}

#[cfg(test)]
mod tests {
    use super::super::command::Move;
    use super::*;

    #[test]
    fn every_key_of_the_table_is_one_and_no_two_commands_share_it() {
        let keymap = Keymap::default();
        assert_eq!(keymap.conflicts(), []);
        for command in COMMANDS {
            assert!(!command.keys.is_empty(), "{} has no key", command.name);
            for context in Context::ALL {
                let written: Vec<&str> = command.keys_in(context).collect();
                let is_key = |written: &&str| !written.trim().is_empty();
                assert!(written.iter().all(is_key), "{}: a comma separates keys, and is none", command.name);
                let keys: Vec<&[Key]> = keymap.keys(command, context).collect();
                assert_eq!(keys.len(), written.len(), "{}: {written:?}", command.name);
                for keys in keys {
                    assert_eq!(keymap.resolve(context, keys), Resolved::Action(command.action));
                    for length in 1..keys.len() {
                        assert_eq!(keymap.resolve(context, &keys[..length]), Resolved::Prefix, "{keys:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn every_form_of_copying_has_a_command() {
        use crate::app::form::Form;
        let copied: Vec<Form> = COMMANDS
            .iter()
            .filter_map(|command| match command.action {
                Action::CopyAs(form) => Some(form),
                _ => None,
            })
            .collect();
        assert!(copied.iter().all(|form| Form::ALL.contains(form)), "a form is missing in the menu");
        assert!(Form::ALL.iter().all(|form| copied.contains(form)), "a form has no command");
    }

    #[test]
    fn a_user_changes_keys_and_is_told_what_they_hide() {
        let mut keymap = Keymap::default();
        let (search, next) = (Command::named("search").unwrap(), Command::named("next").unwrap());
        let keys = |written: &str| sequence(written).unwrap();
        keymap.rebind(Context::Panes, search, vec![keys("F"), keys("x z")]);
        assert_eq!(keymap.resolve(Context::Panes, &keys("F")), Resolved::Action(Action::Search));
        assert_eq!(keymap.resolve(Context::Panes, &keys("/")), Resolved::Unbound);
        assert_eq!((keymap.custom_count(), keymap.is_custom(search, Context::Panes)), (1, true));
        assert_eq!(keymap.conflicts(), []);
        keymap.rebind(Context::Panes, next, vec![keys("k")]);
        assert_eq!(keymap.resolve(Context::Panes, &keys("k")), Resolved::Action(Action::Move(Move::Next)));
        let conflict =
            KeyConflict { context: Context::Panes, keys: keys("k"), commands: ["next", "previous"] };
        assert_eq!(keymap.conflicts(), [conflict]);
    }

    #[test]
    fn no_key_types_a_letter_where_letters_are_typed() {
        let keymap = Keymap::default();
        for command in COMMANDS {
            for context in Context::ALL.into_iter().filter(|context| context.is_typed()) {
                for keys in keymap.keys(command, context) {
                    let types = keys.iter().any(|key| key.typed().is_some());
                    let closes_help = context == Context::Commands && command.action == Action::Help;
                    assert!(!types || closes_help, "{}", command.name);
                }
            }
        }
    }

    #[test]
    fn a_letter_that_moves_does_nothing_else() {
        let keymap = Keymap::default();
        let moves = |action: Action| matches!(action, Action::Move(_) | Action::Left | Action::Right);
        let of = |wanted: bool, context: Context| {
            let commands = COMMANDS.iter().filter(move |it| moves(it.action) == wanted);
            commands.flat_map(move |it| it.keys_in(context)).filter_map(sequence).flatten()
        };
        let letters: Vec<Key> =
            of(true, Context::Panes).filter(|key| key.typed().is_some_and(char::is_alphabetic)).collect();
        assert_eq!(letters.len(), 6, "h j k l g G");
        for context in Context::ALL {
            let taken: Vec<Key> = of(false, context).filter(|key| letters.contains(key)).collect();
            assert_eq!(taken, [], "{}", context.name());
        }
        for context in Context::ALL.into_iter().filter(|it| !it.is_typed()) {
            let is_down = |keys: &str| {
                matches!(
                    keymap.resolve(context, &sequence(keys).unwrap()),
                    Resolved::Action(Action::Move(Move::Next))
                )
            };
            assert!(is_down("j") && is_down("down"), "{}", context.name());
        }
    }

    #[test]
    fn every_symbol_and_alt_key_has_another_beside_it() {
        let easy = |key: &Key| {
            !key.alt && key.typed().is_none_or(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '?' | ' '))
        };
        let keymap = Keymap::default();
        for command in COMMANDS {
            for context in Context::ALL {
                let mut sequences = keymap.keys(command, context).peekable();
                let has_easy = sequences.peek().is_none() || sequences.any(|keys| keys.iter().all(easy));
                assert!(has_easy, "{}", command.name);
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
