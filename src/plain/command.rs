//! What may be typed: one table of commands with their words in both languages, from which lines are read and the help is
//! made.

use crate::lang::{Both, Lang};
use crate::text::{Line, TextRole, nearest};

/// What somebody wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wish<'a> {
    /// What has this number in the list.
    Open(usize),
    /// The next part of the list.
    More,
    /// What has these words.
    Search(&'a str),
    /// To the place before.
    Back,
    /// The present place, from its beginning.
    Repeat,
    /// The next one of the list.
    Next,
    /// The one before.
    Previous,
    /// The statement as it is cited, perhaps in a style.
    Copy(&'a str),
    /// What is wrong with the data.
    Faults,
    /// What may be typed.
    Help,
    /// To be told in this language.
    Speak(Lang),
    /// To leave.
    Quit,
    /// Nobody knows: the word, and the known one that is nearest to it.
    Unknown(&'a str, Option<&'static str>),
}

/// A row of the table.
struct Command {
    /// What is wanted, given what stands behind the word.
    wish: fn(&str) -> Wish<'_>,
    /// Short words, then words in full, Indonesian first.
    words: &'static [&'static str],
    /// What may stand behind them; nothing may when there is none.
    argument: Option<Both>,
    help: Both,
}

const COMMANDS: &[Command] = &[
    Command {
        wish: |_| Wish::More,
        words: &["lanjut", "more"],
        argument: None,
        help: Both {
            id: "bagian berikutnya dari daftar; sama dengan baris kosong",
            en: "the next part of the list; same as an empty line",
        },
    },
    Command {
        wish: |words| Wish::Search(words),
        words: &["/", "c", "s", "cari", "search"],
        argument: Some(Both { id: "KATA", en: "WORDS" }),
        help: Both {
            id: "cari di semua catatan; juga siapa: di: tgl: jenis:",
            en: "search all records; also who: stop: date: type:",
        },
    },
    Command {
        wish: |_| Wish::Back,
        words: &["b", "k", "kembali", "back"],
        argument: None,
        help: Both { id: "kembali ke langkah sebelumnya", en: "go back one step" },
    },
    Command {
        wish: |_| Wish::Repeat,
        words: &["r", "ulangi", "repeat"],
        argument: None,
        help: Both {
            id: "ulangi halaman atau daftar ini dari awal",
            en: "repeat this page or list from the start",
        },
    },
    Command {
        wish: |_| Wish::Next,
        words: &["n", "berikutnya", "next"],
        argument: None,
        help: Both { id: "entri berikutnya dalam daftar", en: "the next entry in the list" },
    },
    Command {
        wish: |_| Wish::Previous,
        words: &["p", "sebelumnya", "previous"],
        argument: None,
        help: Both { id: "entri sebelumnya dalam daftar", en: "the previous entry in the list" },
    },
    Command {
        wish: |style| Wish::Copy(style),
        words: &["y", "salin", "copy"],
        argument: Some(Both { id: "GAYA", en: "STYLE" }),
        help: Both {
            id: "salin pernyataan dengan atribusinya, atau dalam gaya lain, misalnya apa",
            en: "copy the statement with its attribution, or in another style such as apa",
        },
    },
    Command {
        wish: |_| Wish::Faults,
        words: &["!", "masalah", "problems"],
        argument: None,
        help: Both { id: "masalah dalam data", en: "problems in the data" },
    },
    Command {
        wish: |_| Wish::Help,
        words: &["h", "?", "bantuan", "help"],
        argument: None,
        help: Both { id: "bantuan ini", en: "this help" },
    },
    Command {
        wish: |_| Wish::Speak(Lang::Id),
        words: &["id", "indonesia", "indonesian"],
        argument: None,
        help: Both { id: "tampilkan dalam bahasa Indonesia", en: "switch to Indonesian" },
    },
    Command {
        wish: |_| Wish::Speak(Lang::En),
        words: &["en", "inggris", "english"],
        argument: None,
        help: Both { id: "tampilkan dalam bahasa Inggris", en: "switch to English" },
    },
    Command {
        wish: |_| Wish::Quit,
        words: &["q", "keluar", "quit"],
        argument: None,
        help: Both { id: "keluar", en: "quit" },
    },
];

/// Words of fewer letters are near to everything.
const NEARABLE: usize = 3;

/// What a line asks for.
pub(super) fn read(line: &str) -> Wish<'_> {
    let line = line.trim();
    if line.is_empty() {
        return Wish::More;
    }
    if line.chars().all(|c| c.is_ascii_digit()) {
        // No list is so long that its numbers would not fit.
        return Wish::Open(line.parse().unwrap_or(usize::MAX));
    }
    let (word, rest) = match line.strip_prefix('/') {
        Some(rest) => ("/", rest),
        None => line.split_once(char::is_whitespace).unwrap_or((line, "")),
    };
    let is_meant = |command: &&Command| {
        let is_known = command.words.iter().any(|known| known.eq_ignore_ascii_case(word));
        is_known && (rest.is_empty() || command.argument.is_some())
    };
    if let Some(command) = COMMANDS.iter().find(is_meant) {
        return (command.wish)(rest.trim());
    }
    let words = COMMANDS.iter().flat_map(|command| command.words).copied();
    Wish::Unknown(word, nearest(word, words.filter(|known| known.len() >= NEARABLE)))
}

/// What may be typed, a line a command.
pub(super) fn help(lang: Lang) -> Vec<Line> {
    let line = |command: &Command| {
        let argument = command.argument.map(|argument| format!(" {}", argument.get(lang)));
        let (words, help) = (command.words.join(", "), command.help.get(lang));
        Line::of(&format!("{words}{}: {help}", argument.unwrap_or_default()), TextRole::Plain)
    };
    COMMANDS.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_means_two_things() {
        let mut words: Vec<&str> = COMMANDS.iter().flat_map(|command| command.words).copied().collect();
        let all = words.len();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), all);
    }

    #[test]
    fn lines_are_read_in_both_languages() {
        for (line, wish) in [
            ("", Wish::More),
            ("  12 ", Wish::Open(12)),
            ("99999999999999999999999", Wish::Open(usize::MAX)),
            ("/antrean mpp", Wish::Search("antrean mpp")),
            ("/", Wish::Search("")),
            ("c siapa:ratna", Wish::Search("siapa:ratna")),
            ("SEARCH  mpp", Wish::Search("mpp")),
            ("kembali", Wish::Back),
            ("Back", Wish::Back),
            ("y", Wish::Copy("")),
            ("salin apa", Wish::Copy("apa")),
            ("?", Wish::Help),
            ("en", Wish::Speak(Lang::En)),
            ("keluar", Wish::Quit),
            ("salim", Wish::Unknown("salim", Some("salin"))),
            ("zzz", Wish::Unknown("zzz", None)),
            ("x", Wish::Unknown("x", None)),
            ("quit now", Wish::Unknown("quit", Some("quit"))),
        ] {
            assert_eq!(read(line), wish, "{line:?}");
        }
    }
}
