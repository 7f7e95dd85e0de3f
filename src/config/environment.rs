//! Settings from the command line and the environment, and defaults from the terminal type and the locale.

use super::setting::Setting;
use crate::lang::Lang;
use crate::view::Palette;

/// Terminal types with 256 colours whose names do not say so.
const TERMINALS_WITH_256_COLOURS: &[&str] = &[
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

/// Prefixes of terminal types without colours: those of DEC before the VT500, and older ones.
const MONOCHROME_PREFIXES: &[&str] = &["vt1", "vt2", "vt3", "vt4", "wy", "adm", "tvi", "hp"];

/// Whether a terminal of this type (`TERM`) has no colours, regardless of other variables.
pub fn is_monochrome(term: &str) -> bool {
    let is_old = MONOCHROME_PREFIXES.iter().any(|name| term.starts_with(name));
    (is_old && !term.contains("color")) || term.ends_with("-m") || term.contains("-mono")
}

/// The command line and the environment.
pub(super) struct Environment<'a> {
    pub(super) flags: &'a [(Setting, &'static str)],
    pub(super) variable: &'a dyn Fn(&str) -> Option<String>,
}

impl Environment<'_> {
    /// The value of a variable, unless it is empty.
    pub(super) fn variable(&self, name: &str) -> Option<String> {
        (self.variable)(name).filter(|value| !value.is_empty())
    }

    /// The value that the command line gives a setting.
    pub(super) fn flag(&self, setting: Setting) -> Option<&'static str> {
        self.flags.iter().find(|(flagged, _)| *flagged == setting).map(|(_, value)| *value)
    }

    /// The default value. While the mouse is captured, GNU screen holds back an Esc until the next key; so it is not captured there.
    pub(super) fn default_value(&self, setting: Setting) -> &'static str {
        if setting == Setting::Mouse && self.variable("STY").is_some() {
            return "false";
        }
        setting.values().first().copied().unwrap_or_default()
    }

    pub(super) fn lang(&self, value: &str) -> Lang {
        match value {
            "id" => Lang::Id,
            "en" => Lang::En,
            _ => self.lang_of_messages(),
        }
    }

    /// The language of messages by the rules of GNU gettext: the first supported one in `LANGUAGE`, unless the locale is C.
    fn lang_of_messages(&self) -> Lang {
        let locale = self.locale("LC_MESSAGES");
        let is_c = matches!(locale.split('.').next(), Some("" | "C" | "POSIX"));
        let wished = self.variable("LANGUAGE").filter(|_| !is_c).unwrap_or_default();
        let wished = wished.split(':').find_map(Lang::supported);
        wished.unwrap_or_else(|| Lang::of_locale(&locale))
    }

    /// The locale of a category, by the precedence of POSIX.
    fn locale(&self, category: &str) -> String {
        ["LC_ALL", category, "LANG"].into_iter().find_map(|name| self.variable(name)).unwrap_or_default()
    }

    /// Whether to draw with ASCII only; by default, if the locale is not UTF-8.
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

    /// The palette; `None` if the terminal is to be queried for its background colour. An explicit setting overrides `NO_COLOR`,
    /// which is meant for all programs.
    pub(super) fn palette(&self, value: &str) -> Option<Palette> {
        let term = self.variable("TERM").unwrap_or_default();
        match value {
            _ if Palette::named(value).is_some() => Palette::named(value),
            _ if self.variable("NO_COLOR").is_some() || term == "dumb" || is_monochrome(&term) => {
                Some(Palette::Plain)
            }
            _ if self.variable("CLICOLOR").is_some_and(|value| value == "0") => Some(Palette::Plain),
            _ => {
                let has_256 = self.variable("COLORTERM").is_some()
                    || ["256color", "direct"].iter().any(|word| term.contains(word))
                    || TERMINALS_WITH_256_COLOURS.iter().any(|name| term.starts_with(name));
                (!has_256).then_some(Palette::Sixteen)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The result with these variables set.
    fn environment<T>(set: &[(&str, &str)], conclude: impl Fn(&Environment<'_>) -> T) -> T {
        let variable =
            |name: &str| set.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
        conclude(&Environment { flags: &[], variable: &variable })
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
            assert_eq!(environment(set, |it| it.is_ascii("auto")), ascii, "{set:?}");
            assert!(environment(set, |it| it.is_ascii("ascii") && !it.is_ascii("unicode")));
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
            assert_eq!(environment(set, |it| it.lang("auto")), lang, "{set:?}");
        }
    }

    #[test]
    fn in_gnu_screen_clicks_are_taken_only_when_that_is_wanted() {
        for (set, value) in
            [(&[][..], "true"), (&[("STY", "")], "true"), (&[("STY", "1234.pts-0.kota")], "false")]
        {
            assert_eq!(environment(set, |it| it.default_value(Setting::Mouse)), value, "{set:?}");
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
            assert_eq!(environment(set, |it| it.palette("auto")), palette, "{set:?}");
            assert_eq!(
                environment(set, |it| it.palette("light")),
                Some(Palette::Light),
                "who has chosen is not asked"
            );
        }
    }
}
