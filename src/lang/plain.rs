//! Messages of the plain mode: whole sentences that sound well in a screen reader.

use super::Lang;
use super::counted::{FILES, STATEMENTS, VISITS};
use crate::model::RecordKind;

impl Lang {
    /// The number of loaded records; `files` is none for the built-in example.
    pub fn loaded(self, files: Option<usize>, visits: usize, statements: usize) -> String {
        let (visits, statements) = (self.counted(visits, VISITS), self.counted(statements, STATEMENTS));
        let counted = |files| self.counted(files, FILES);
        let files = files.map_or_else(|| self.messages().built_in.to_owned(), counted);
        match self {
            Self::Id => format!("Termuat: {files}, {visits}, {statements}"),
            Self::En => format!("Loaded: {files}, {visits}, {statements}"),
        }
    }

    /// The number of problems, and the command that lists them.
    pub fn problems_hint(self, problems: &str) -> String {
        match self {
            Self::Id => format!("{problems} (! untuk melihat)"),
            Self::En => format!("{problems} (! to list)"),
        }
    }

    /// The kind and the name of a record.
    pub fn kind_and_name(self, kind: RecordKind, name: &str) -> String {
        match (self, kind) {
            (Self::Id, RecordKind::Visit) => format!("kunjungan “{name}”"),
            (Self::Id, RecordKind::Stop) => format!("lokasi “{name}”"),
            (Self::Id, RecordKind::Participant) => format!("peserta “{name}”"),
            (Self::Id, RecordKind::Organization) => format!("organisasi “{name}”"),
            (Self::Id, RecordKind::Statement) => format!("pernyataan {name}"),
            (Self::En, RecordKind::Visit) => format!("visit “{name}”"),
            (Self::En, RecordKind::Stop) => format!("stop “{name}”"),
            (Self::En, RecordKind::Participant) => format!("participant “{name}”"),
            (Self::En, RecordKind::Organization) => format!("organization “{name}”"),
            (Self::En, RecordKind::Statement) => format!("statement {name}"),
        }
    }

    /// A record and its visit.
    pub fn record_in_visit(self, record: &str, visit: &str) -> String {
        match self {
            Self::Id => format!("{record} dari {visit}"),
            Self::En => format!("{record} of {visit}"),
        }
    }

    /// A search.
    pub fn search_for(self, query: &str) -> String {
        match self {
            Self::Id => format!("pencarian “{query}”"),
            Self::En => format!("search “{query}”"),
        }
    }

    /// A position in a list.
    pub fn one_of(self, number: usize, count: usize) -> String {
        let (number, count) = (self.number(number), self.number(count));
        match self {
            Self::Id => format!("{number} dari {count}"),
            Self::En => format!("{number} of {count}"),
        }
    }

    /// The visible part of a list.
    pub fn part_of(self, first: usize, last: usize, count: usize) -> String {
        let [first, last, count] = [first, last, count].map(|number| self.number(number));
        match self {
            Self::Id => format!("{first}–{last} dari {count}"),
            Self::En => format!("{first}–{last} of {count}"),
        }
    }

    /// The number is not in the list.
    pub fn no_such_number(self, count: usize) -> String {
        let count = self.number(count);
        match self {
            Self::Id => format!("Tidak ada nomor itu; daftar ini bernomor 1 sampai {count}."),
            Self::En => format!("No such number; the list runs from 1 to {count}."),
        }
    }

    /// The command is unknown.
    pub fn unknown_command(self, word: &str, nearest: Option<&str>) -> String {
        match (self, nearest) {
            (Self::Id, None) => {
                format!("“{word}” bukan perintah; h untuk bantuan, atau awali dengan / untuk mencarinya.")
            }
            (Self::Id, Some(known)) => {
                format!("“{word}” bukan perintah; maksudnya “{known}”? h untuk bantuan.")
            }
            (Self::En, None) => {
                format!("“{word}” is not a command; h for help, or put / before it to search for it.")
            }
            (Self::En, Some(known)) => {
                format!("“{word}” is not a command; did you mean “{known}”? h for help.")
            }
        }
    }

    /// The error in a query, and its position.
    pub fn wrong_query(self, character: usize, reason: &str) -> String {
        match self {
            Self::Id => format!("Kueri tidak dapat dibaca mulai karakter ke-{character}: {reason}"),
            Self::En => format!("The query cannot be read from character {character} on: {reason}"),
        }
    }

    /// The citation style is unknown.
    pub fn unknown_style(self, name: &str, known: &str) -> String {
        match self {
            Self::Id => format!("Tidak ada gaya “{name}”; yang tersedia: {known}."),
            Self::En => format!("There is no style “{name}”; available: {known}."),
        }
    }
}
