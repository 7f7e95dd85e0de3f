//! The commands: one table with their names in both languages, used for parsing and for the help.

use crate::lang::{Both, Lang};
use crate::text::{Line, TextRole, nearest};

/// A parsed line of input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Request<'a> {
    /// Open the list item with this number.
    Open(usize),
    /// Show the next part of the list.
    More,
    /// Search for this text.
    Search(&'a str),
    /// Go back to the previous page.
    Back,
    /// Show the current page again, from the beginning.
    Repeat,
    /// Go to the next item of the list.
    Next,
    /// Go to the previous item of the list.
    Previous,
    /// Print the citation of the statement; the argument is a style or empty.
    Copy(&'a str),
    /// The list of problems in the data.
    Problems,
    /// The help.
    Help,
    /// Switch the language.
    Language(Lang),
    /// Quit.
    Quit,
    /// An unknown command, and the most similar known one.
    Unknown(&'a str, Option<&'static str>),
}

/// A command.
struct PlainCommand {
    /// Makes the request from the argument.
    request: fn(&str) -> Request<'_>,
    /// The names: short ones, then long ones, Indonesian first.
    words: &'static [&'static str],
    /// The placeholder of the argument; `None` if the command takes none.
    argument: Option<Both>,
    help: Both,
}

const COMMANDS: &[PlainCommand] = &[
    PlainCommand {
        request: |_| Request::More,
        words: &["lanjut", "more"],
        argument: None,
        help: Both {
            id: "bagian berikutnya dari daftar; sama dengan baris kosong",
            en: "the next part of the list; same as an empty line",
        },
    },
    PlainCommand {
        request: |words| Request::Search(words),
        words: &["/", "c", "s", "cari", "search"],
        argument: Some(Both { id: "KATA", en: "WORDS" }),
        help: Both {
            id: "cari di semua catatan; juga siapa: di: tgl: jenis:",
            en: "search all records; also who: stop: date: type:",
        },
    },
    PlainCommand {
        request: |_| Request::Back,
        words: &["b", "k", "kembali", "back"],
        argument: None,
        help: Both { id: "kembali ke langkah sebelumnya", en: "go back one step" },
    },
    PlainCommand {
        request: |_| Request::Repeat,
        words: &["r", "ulangi", "repeat"],
        argument: None,
        help: Both {
            id: "ulangi halaman atau daftar ini dari awal",
            en: "repeat this page or list from the start",
        },
    },
    PlainCommand {
        request: |_| Request::Next,
        words: &["n", "berikutnya", "next"],
        argument: None,
        help: Both { id: "entri berikutnya dalam daftar", en: "the next entry in the list" },
    },
    PlainCommand {
        request: |_| Request::Previous,
        words: &["p", "sebelumnya", "previous"],
        argument: None,
        help: Both { id: "entri sebelumnya dalam daftar", en: "the previous entry in the list" },
    },
    PlainCommand {
        request: |style| Request::Copy(style),
        words: &["y", "salin", "copy"],
        argument: Some(Both { id: "GAYA", en: "STYLE" }),
        help: Both {
            id: "salin pernyataan dengan atribusinya, atau dalam gaya lain, misalnya apa",
            en: "copy the statement with its attribution, or in another style such as apa",
        },
    },
    PlainCommand {
        request: |_| Request::Problems,
        words: &["!", "masalah", "problems"],
        argument: None,
        help: Both { id: "masalah dalam data", en: "problems in the data" },
    },
    PlainCommand {
        request: |_| Request::Help,
        words: &["h", "?", "bantuan", "help"],
        argument: None,
        help: Both { id: "bantuan ini", en: "this help" },
    },
    PlainCommand {
        request: |_| Request::Language(Lang::Id),
        words: &["id", "indonesia", "indonesian"],
        argument: None,
        help: Both { id: "tampilkan dalam bahasa Indonesia", en: "switch to Indonesian" },
    },
    PlainCommand {
        request: |_| Request::Language(Lang::En),
        words: &["en", "inggris", "english"],
        argument: None,
        help: Both { id: "tampilkan dalam bahasa Inggris", en: "switch to English" },
    },
    PlainCommand {
        request: |_| Request::Quit,
        words: &["q", "keluar", "quit"],
        argument: None,
        help: Both { id: "keluar", en: "quit" },
    },
];

/// Shorter names are not suggested, since they are similar to everything.
const MIN_LETTERS: usize = 3;

/// Parses a line of input.
pub(super) fn read(line: &str) -> Request<'_> {
    let line = line.trim();
    if line.is_empty() {
        return Request::More;
    }
    if line.chars().all(|c| c.is_ascii_digit()) {
        // A longer number is not in any list.
        return Request::Open(line.parse().unwrap_or(usize::MAX));
    }
    let (word, rest) = match line.strip_prefix('/') {
        Some(rest) => ("/", rest),
        None => line.split_once(char::is_whitespace).unwrap_or((line, "")),
    };
    let is_meant = |command: &&PlainCommand| {
        let is_known = command.words.iter().any(|known| known.eq_ignore_ascii_case(word));
        is_known && (rest.is_empty() || command.argument.is_some())
    };
    if let Some(command) = COMMANDS.iter().find(is_meant) {
        return (command.request)(rest.trim());
    }
    let words = COMMANDS.iter().flat_map(|command| command.words).copied();
    Request::Unknown(word, nearest(word, words.filter(|known| known.len() >= MIN_LETTERS)))
}

/// The help: one line per command.
pub(super) fn help(lang: Lang) -> Vec<Line> {
    let line = |command: &PlainCommand| {
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
        for (line, request) in [
            ("", Request::More),
            ("  12 ", Request::Open(12)),
            ("99999999999999999999999", Request::Open(usize::MAX)),
            ("/antrean mpp", Request::Search("antrean mpp")),
            ("/", Request::Search("")),
            ("c siapa:ratna", Request::Search("siapa:ratna")),
            ("SEARCH  mpp", Request::Search("mpp")),
            ("kembali", Request::Back),
            ("Back", Request::Back),
            ("y", Request::Copy("")),
            ("salin apa", Request::Copy("apa")),
            ("?", Request::Help),
            ("en", Request::Language(Lang::En)),
            ("keluar", Request::Quit),
            ("salim", Request::Unknown("salim", Some("salin"))),
            ("zzz", Request::Unknown("zzz", None)),
            ("x", Request::Unknown("x", None)),
            ("quit now", Request::Unknown("quit", Some("quit"))),
        ] {
            assert_eq!(read(line), request, "{line:?}");
        }
    }
}
