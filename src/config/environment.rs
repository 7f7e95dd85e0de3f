//! What the command line and the environment say, and what is concluded from the terminal's name and the locale.

use super::keys;
use super::setting::Setting;
use super::source::{Found, no_value, parse};
use super::{Fault, KEYS, Origin};
use crate::lang::Lang;
use crate::view::Palette;

/// Terminals that know 256 colours without saying so in their name.
const COLOURFUL: &[&str] = &[
    "xterm-kitty",
    "xterm-ghostty",
    "alacritty",
    "ghostty",
    "kitty",
    "wezterm",
    "foot",
    "tmux",
    "contour",
    "rio",
];

/// Terminals without colours, by how their names begin: those of DEC before the VT500, and older ones.
const MONOCHROME: &[&str] = &["vt1", "vt2", "vt3", "vt4", "wy", "adm", "tvi", "hp"];

/// Whether a terminal of this name has no colours, whatever else the environment says.
pub fn is_monochrome(term: &str) -> bool {
    let is_old = MONOCHROME.iter().any(|name| term.starts_with(name));
    (is_old && !term.contains("color")) || term.ends_with("-m") || term.contains("-mono")
}

/// The command line and the environment.
pub(super) struct Outside<'a> {
    pub(super) flags: &'a [(Setting, &'static str)],
    pub(super) variable: &'a dyn Fn(&str) -> Option<String>,
}

impl Outside<'_> {
    /// A variable that is not empty.
    pub(super) fn variable(&self, name: &str) -> Option<String> {
        (self.variable)(name).filter(|value| !value.is_empty())
    }

    /// The value of a setting: the first that somebody has given.
    pub(super) fn value(&self, setting: Setting, found: &mut Found) -> (&'static str, Origin) {
        let known = setting.values();
        let given = self.variable(setting.variable());
        let in_variable = given.as_ref().and_then(|value| known.iter().find(|known| *known == value));
        if let (Some(value), None) = (&given, in_variable) {
            let source = setting.variable().to_owned();
            found.faults.push(Fault { source, at: None, wrong: no_value(setting, value) });
        }
        let flag = self.flags.iter().find(|(flagged, _)| *flagged == setting).map(|(_, value)| *value);
        let in_file = found.values.iter().find(|(set, ..)| *set == setting);
        flag.zip(setting.flag().map(Origin::Flag))
            .or(in_variable.map(|value| (*value, Origin::Variable(setting.variable()))))
            .or(in_file.map(|(_, value, line)| (*value, Origin::File(*line))))
            .unwrap_or((self.by_itself(setting), Origin::Default))
    }

    /// What a setting is where nobody has given it. GNU screen keeps an Esc to itself until the next key, as long as clicks
    /// are reported.
    fn by_itself(&self, setting: Setting) -> &'static str {
        if setting == Setting::Mouse && self.variable("STY").is_some() {
            return "false";
        }
        setting.values().first().copied().unwrap_or_default()
    }

    /// Takes the keys of the environment.
    pub(super) fn read_keys(&self, found: &mut Found) {
        if let Some(text) = self.variable(KEYS) {
            let (table, mut source) = parse(KEYS, &text);
            keys::read(&mut source, &table, Some(KEYS));
            found.give_way(source.found);
        }
    }

    pub(super) fn lang(&self, value: &str) -> Lang {
        match value {
            "id" => Lang::Id,
            "en" => Lang::En,
            _ => self.lang_of_messages(),
        }
    }

    /// The language of messages as GNU gettext looks for it: the first one of `LANGUAGE` that we speak, unless the locale is C.
    fn lang_of_messages(&self) -> Lang {
        let locale = self.locale("LC_MESSAGES");
        let is_c = matches!(locale.split('.').next(), Some("" | "C" | "POSIX"));
        let wished = self.variable("LANGUAGE").filter(|_| !is_c).unwrap_or_default();
        let wished = wished.split(':').find_map(Lang::spoken);
        wished.unwrap_or_else(|| Lang::of_locale(&locale))
    }

    /// The locale of a category, as POSIX orders it.
    fn locale(&self, category: &str) -> String {
        ["LC_ALL", category, "LANG"].into_iter().find_map(|name| self.variable(name)).unwrap_or_default()
    }

    /// Whether nothing but ASCII is drawn: by itself, where the locale does not promise that anything else is understood.
    pub(super) fn is_ascii(&self, value: &str) -> bool {
        match value {
            "ascii" => true,
            "unicode" => false,
            _ => {
                let locale = self.locale("LC_CTYPE").to_ascii_lowercase();
                !locale.contains("utf-8") && !locale.contains("utf8")
            }
        }
    }

    /// The colours; none when the terminal is to be asked for its ground. Who has chosen some gets them, also with `NO_COLOR`,
    /// which is a wish for all programs and not for this one.
    pub(super) fn palette(&self, value: &str) -> Option<Palette> {
        let term = self.variable("TERM").unwrap_or_default();
        match value {
            "dark" => Some(Palette::Dark),
            "light" => Some(Palette::Light),
            "sixteen" => Some(Palette::Sixteen),
            "plain" => Some(Palette::Plain),
            _ if self.variable("NO_COLOR").is_some() || term == "dumb" || is_monochrome(&term) => {
                Some(Palette::Plain)
            }
            _ if self.variable("CLICOLOR").is_some_and(|value| value == "0") => Some(Palette::Plain),
            _ => {
                let has_256 = self.variable("COLORTERM").is_some()
                    || ["256color", "direct"].iter().any(|word| term.contains(word))
                    || COLOURFUL.iter().any(|name| term.starts_with(name));
                (!has_256).then_some(Palette::Sixteen)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is concluded where these variables are set.
    fn outside<T>(set: &[(&str, &str)], conclude: impl Fn(&Outside<'_>) -> T) -> T {
        let variable =
            |name: &str| set.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
        conclude(&Outside { flags: &[], variable: &variable })
    }

    #[test]
    fn the_locale_says_what_can_be_drawn() {
        for (set, ascii) in [
            (&[("LANG", "id_ID.UTF-8")][..], false),
            (&[("LANG", "C.utf8")], false),
            (&[("LANG", "id_ID.UTF-8"), ("LC_CTYPE", "POSIX")], true),
            (&[("LC_ALL", "en_US.utf-8"), ("LC_CTYPE", "C")], false),
            (&[("LC_ALL", ""), ("LANG", "en_US.ISO-8859-1")], true),
            (&[("LANG", "C")], true),
            (&[], true),
        ] {
            assert_eq!(outside(set, |it| it.is_ascii("auto")), ascii, "{set:?}");
            assert!(outside(set, |it| it.is_ascii("ascii") && !it.is_ascii("unicode")));
        }
    }

    #[test]
    fn the_language_is_looked_for_as_by_gettext() {
        for (set, lang) in [
            (&[("LANG", "id_ID.UTF-8")][..], Lang::Id),
            (&[("LANG", "ms_MY.UTF-8")], Lang::Id),
            (&[("LANG", "de_DE.UTF-8")], Lang::En),
            (&[("LANG", "id_ID.UTF-8"), ("LC_MESSAGES", "en_GB.UTF-8")], Lang::En),
            (&[("LANG", "en_US.UTF-8"), ("LANGUAGE", "id:en")], Lang::Id),
            (&[("LANG", "id_ID.UTF-8"), ("LANGUAGE", "jv:en_US:id")], Lang::En),
            (&[("LANG", "id_ID.UTF-8"), ("LANGUAGE", "jv:su")], Lang::Id),
            (&[("LANG", "C.UTF-8"), ("LANGUAGE", "id")], Lang::En),
            (&[("LANGUAGE", "id")], Lang::En),
        ] {
            assert_eq!(outside(set, |it| it.lang("auto")), lang, "{set:?}");
        }
    }

    #[test]
    fn in_gnu_screen_clicks_are_taken_only_when_that_is_wanted() {
        for (set, value) in [
            (&[][..], "true"),
            (&[("STY", "")], "true"),
            (&[("STY", "1234.pts-0.kota")], "false"),
            (&[("STY", "1234.pts-0.kota"), ("LAWAT_MOUSE", "true")], "true"),
        ] {
            let mouse = outside(set, |it| it.value(Setting::Mouse, &mut Found::default()).0);
            assert_eq!(mouse, value, "{set:?}");
        }
    }

    #[test]
    fn the_terminal_is_asked_only_if_that_makes_sense() {
        let term = |name| ("TERM", name);
        for (set, palette) in [
            (&[term("xterm-256color")][..], None),
            (&[term("xterm-kitty")], None),
            (&[term("xterm"), ("COLORTERM", "truecolor")], None),
            (&[term("xterm")], Some(Palette::Sixteen)),
            (&[term("linux")], Some(Palette::Sixteen)),
            (&[], Some(Palette::Sixteen)),
            (&[term("dumb"), ("COLORTERM", "truecolor")], Some(Palette::Plain)),
            (&[term("xterm-256color"), ("NO_COLOR", "1")], Some(Palette::Plain)),
            (&[term("xterm-256color"), ("NO_COLOR", "")], None),
            (&[term("xterm-256color"), ("CLICOLOR", "0")], Some(Palette::Plain)),
            (&[term("vt100"), ("COLORTERM", "truecolor")], Some(Palette::Plain)),
            (&[term("vt220")], Some(Palette::Plain)),
            (&[term("linux-m"), ("COLORTERM", "truecolor")], Some(Palette::Plain)),
            (&[term("xterm-mono")], Some(Palette::Plain)),
            (&[term("vt525")], Some(Palette::Sixteen)),
            (&[term("hurd"), ("COLORTERM", "24bit")], None),
        ] {
            assert_eq!(outside(set, |it| it.palette("auto")), palette, "{set:?}");
            assert_eq!(
                outside(set, |it| it.palette("light")),
                Some(Palette::Light),
                "who has chosen is not asked"
            );
        }
    }
}
