//! Keys, independent of any terminal library, with one notation for parsing and display.

use std::fmt;
use std::mem;
use std::str::FromStr;

use crate::text::{capitalize, is_hidden};

/// One key press.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// The key itself. A letter has its Shift in its case.
    pub code: Code,
    /// With Ctrl.
    pub ctrl: bool,
    /// With Alt.
    pub alt: bool,
    /// With Shift, for keys that are not characters.
    pub shift: bool,
}

/// A key without its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// A character.
    Char(char),
    /// A function key.
    F(u8),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab; Shift-Tab is Tab with shift.
    Tab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
}

/// The names of keys: as parsed, and as shown.
const NAMES: &[(&str, &str, Code)] = &[
    ("enter", "↵", Code::Enter),
    ("esc", "Esc", Code::Esc),
    ("tab", "Tab", Code::Tab),
    ("backspace", "Backspace", Code::Backspace),
    ("delete", "Del", Code::Delete),
    ("up", "↑", Code::Up),
    ("down", "↓", Code::Down),
    ("left", "←", Code::Left),
    ("right", "→", Code::Right),
    ("home", "Home", Code::Home),
    ("end", "End", Code::End),
    ("pgup", "PgUp", Code::PageUp),
    ("pgdn", "PgDn", Code::PageDown),
    ("space", "Space", Code::Char(' ')),
];

impl Key {
    /// A key without modifiers.
    pub const fn plain(code: Code) -> Self {
        Self { code, ctrl: false, alt: false, shift: false }
    }

    /// The normal form: a character has no Shift flag, and a letter with Ctrl is lowercase.
    #[must_use]
    pub fn normalized(self) -> Self {
        match self.code {
            Code::Char(c) => {
                let c = if self.ctrl { c.to_ascii_lowercase() } else { c };
                Self { code: Code::Char(c), shift: false, ..self }
            }
            _ => self,
        }
    }

    /// The key that terminals send instead, because it has the same byte: Tab for Ctrl-I.
    pub fn terminal_alias(self) -> Option<Self> {
        let code = match self.code {
            Code::Char('i') => Code::Tab,
            Code::Char('m') => Code::Enter,
            Code::Char('[') => Code::Esc,
            _ => return None,
        };
        self.ctrl.then_some(Self { code, ctrl: false, ..self })
    }

    /// The character that this key types into an input, if it types one.
    pub fn typed(self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }
}

/// The text is not a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseKeyError(pub String);

impl FromStr for Key {
    type Err = ParseKeyError;

    /// Parses `j`, `G`, `/`, `f1`, `enter`, `ctrl-d`, `alt-left`, `shift-tab`, and keys as they are shown: `Ctrl-D`, `↵`.
    fn from_str(text: &str) -> Result<Self, ParseKeyError> {
        let error = || ParseKeyError(text.to_owned());
        let mut key = Self::plain(Code::Esc);
        let mut rest = text;
        while let Some((prefix, tail)) = rest.split_once('-') {
            let held = match prefix.to_ascii_lowercase().as_str() {
                "ctrl" => &mut key.ctrl,
                "alt" => &mut key.alt,
                "shift" => &mut key.shift,
                _ => break,
            };
            if mem::replace(held, true) {
                return Err(error());
            }
            rest = tail;
        }
        key.code = match code(rest).ok_or_else(error)? {
            Code::Char(c) if key.shift && c.is_ascii_alphabetic() => Code::Char(c.to_ascii_uppercase()),
            // What Shift makes of other characters depends on the keyboard.
            Code::Char(_) if key.shift => return Err(error()),
            code => code,
        };
        Ok(key.normalized())
    }
}

/// The key with this name. Invisible characters are not keys.
fn code(name: &str) -> Option<Code> {
    let is_it = |known: &str| known.eq_ignore_ascii_case(name);
    if let Some((.., code)) = NAMES.iter().find(|(written, shown, _)| is_it(written) || is_it(shown)) {
        return Some(*code);
    }
    let mut chars = name.chars();
    match (chars.next()?, chars.as_str()) {
        (c, "") => (!is_hidden(c)).then_some(Code::Char(c)),
        ('f' | 'F', number) => (1..=24).find(|known: &u8| known.to_string() == number).map(Code::F),
        _ => None,
    }
}

impl fmt::Display for Key {
    /// As shown to the user: `Ctrl-D`, `Shift-Tab`, `↵`; in the alternate form (`#`), `Enter` for `↵`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (set, name) in [(self.ctrl, "Ctrl-"), (self.alt, "Alt-"), (self.shift, "Shift-")] {
            if set {
                f.write_str(name)?;
            }
        }
        match self.code {
            Code::F(number) => write!(f, "F{number}"),
            Code::Char(c) if c != ' ' => {
                if self.ctrl {
                    write!(f, "{}", c.to_ascii_uppercase())
                } else {
                    write!(f, "{c}")
                }
            }
            code => match NAMES.iter().find(|(.., known)| *known == code) {
                Some((name, sign, _)) if f.alternate() && !sign.is_ascii() => f.write_str(&capitalize(name)),
                Some((_, sign, _)) => f.write_str(sign),
                None => f.write_str("?"),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::command::COMMANDS;

    #[test]
    fn keys_are_read_and_shown() {
        for (written, shown) in [
            ("j", "j"),
            ("G", "G"),
            ("-", "-"),
            ("ctrl-d", "Ctrl-D"),
            ("alt-left", "Alt-←"),
            ("shift-tab", "Shift-Tab"),
            ("f12", "F12"),
            ("f", "f"),
            ("space", "Space"),
        ] {
            assert_eq!(written.parse::<Key>().map(|key| key.to_string()).as_deref(), Ok(shown));
        }
        for (written, words) in
            [("enter", "Enter"), ("alt-left", "Alt-Left"), ("pgup", "PgUp"), ("ctrl-d", "Ctrl-D")]
        {
            assert_eq!(written.parse::<Key>().map(|key| format!("{key:#}")).as_deref(), Ok(words));
        }
        for wrong in ["", "f0", "f99", "f+5", "f05", "ctrl-", "ctrl-ctrl-x", "hyper-x", "entr", "shift-1"] {
            assert!(wrong.parse::<Key>().is_err(), "{wrong}");
        }
        for hidden in ['\u{1b}', '\u{7f}', '\u{9b}', '\u{200b}', '\u{202e}'] {
            assert!(hidden.to_string().parse::<Key>().is_err(), "{hidden:?}");
            assert!(format!("ctrl-{hidden}").parse::<Key>().is_err(), "{hidden:?}");
        }
    }

    #[test]
    fn keys_are_read_in_any_case_as_they_are_pressed() {
        for (written, pressed) in [
            ("ctrl-D", "ctrl-d"),
            ("Ctrl-Shift-D", "ctrl-d"),
            ("shift-a", "A"),
            ("ALT-shift-a", "alt-A"),
            ("SHIFT-TAB", "shift-tab"),
            ("Enter", "enter"),
            ("↵", "enter"),
            ("Alt-←", "alt-left"),
            ("Del", "delete"),
            ("PgUp", "pgup"),
            ("Space", "space"),
            ("F12", "f12"),
        ] {
            let key = written.parse::<Key>();
            assert!(key.is_ok() && key == pressed.parse(), "{written}: {key:?}");
        }
        assert_ne!("a".parse::<Key>(), "A".parse::<Key>());
    }

    #[test]
    fn every_key_of_the_table_is_read_as_it_is_shown() {
        for command in COMMANDS {
            let written = command.keys.iter().flat_map(|(_, keys)| keys.split([',', ' ']));
            for key in written.map(|written| written.parse::<Key>().unwrap()) {
                assert_eq!(key, key.normalized(), "{key} is never pressed");
                assert_eq!((key.to_string().parse(), format!("{key:#}").parse()), (Ok(key), Ok(key)));
            }
        }
    }
}
