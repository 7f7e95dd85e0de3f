//! Keys as the explorer knows them: free of any terminal library, written and shown in one notation.

use std::fmt;
use std::str::FromStr;

use crate::text::capital;

/// One key press.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// The key itself. A letter carries its shift in its case.
    pub code: Code,
    /// With Ctrl.
    pub ctrl: bool,
    /// With Alt.
    pub alt: bool,
    /// With Shift, for keys that are not characters.
    pub shift: bool,
}

/// What was pressed.
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

/// The names of the keys that are not characters: as written in the command table, and as shown on the screen.
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

    /// The character that this key types into an input, if it types one.
    pub fn typed(self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }
}

/// Text that names no key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotAKey(pub String);

impl FromStr for Key {
    type Err = NotAKey;

    /// Reads `j`, `G`, `/`, `f1`, `enter`, `ctrl-d`, `alt-left`, `shift-tab`.
    fn from_str(text: &str) -> Result<Self, NotAKey> {
        let mut key = Self::plain(Code::Esc);
        let mut rest = text;
        loop {
            if let Some(tail) = rest.strip_prefix("ctrl-").filter(|_| !key.ctrl) {
                (key.ctrl, rest) = (true, tail);
            } else if let Some(tail) = rest.strip_prefix("alt-").filter(|_| !key.alt) {
                (key.alt, rest) = (true, tail);
            } else if let Some(tail) = rest.strip_prefix("shift-").filter(|_| !key.shift) {
                (key.shift, rest) = (true, tail);
            } else {
                break;
            }
        }
        let mut chars = rest.chars();
        key.code = match (chars.next(), chars.as_str()) {
            (Some(c), "") => Code::Char(c),
            (Some('f'), number) if number.parse::<u8>().is_ok_and(|n| (1..=24).contains(&n)) => {
                Code::F(number.parse().ok().ok_or_else(|| NotAKey(text.to_owned()))?)
            }
            _ => NAMES
                .iter()
                .find(|(name, ..)| *name == rest)
                .map(|(.., code)| *code)
                .ok_or_else(|| NotAKey(text.to_owned()))?,
        };
        Ok(key)
    }
}

impl fmt::Display for Key {
    /// As it is shown to people: `Ctrl-D`, `Shift-Tab`, `↵`; in the alternate form (`#`) `Enter` for that.
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
                Some((name, sign, _)) if f.alternate() && !sign.is_ascii() => f.write_str(&capital(name)),
                Some((_, sign, _)) => f.write_str(sign),
                None => f.write_str("?"),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        for wrong in ["", "f0", "f99", "ctrl-", "hyper-x", "entr"] {
            assert!(wrong.parse::<Key>().is_err(), "{wrong}");
        }
    }
}
