//! Nouns with a number, in the singular or the plural, and short messages around them.

use super::Lang;

/// A noun that can be counted.
#[derive(Debug, Clone, Copy)]
pub struct Counted {
    /// In Indonesian, which has only one form.
    pub id: &'static str,
    /// In English, the singular.
    pub one: &'static str,
    /// In English, the plural, also used for zero.
    pub several: &'static str,
}

const fn counted(id: &'static str, one: &'static str, several: &'static str) -> Counted {
    Counted { id, one, several }
}

/// Visits.
pub const VISITS: Counted = counted("kunjungan", "visit", "visits");
/// Stops of visits.
pub const STOPS: Counted = counted("lokasi", "stop", "stops");
/// Participants: people and groups.
pub const PARTICIPANTS: Counted = counted("peserta", "participant", "participants");
/// Organizations.
pub const ORGANIZATIONS: Counted = counted("organisasi", "organization", "organizations");
/// Statements.
pub const STATEMENTS: Counted = counted("pernyataan", "statement", "statements");
/// Outcomes of visits.
pub const OUTCOMES: Counted = counted("hasil kunjungan", "outcome", "outcomes");
/// Expenses of visits.
pub const EXPENSES: Counted = counted("biaya", "expense", "expenses");
/// Photos, recordings and other media.
pub const MEDIA: Counted = counted("media", "media item", "media items");
/// Notes on visits.
pub const NOTES: Counted = counted("catatan penyusun", "note", "notes");
/// Sources.
pub const SOURCES: Counted = counted("sumber", "source", "sources");
/// Events of a calendar.
pub const EVENTS: Counted = counted("acara", "event", "events");

pub(super) const FILES: Counted = counted("berkas", "file", "files");
pub(super) const QUOTES: Counted = counted("kutipan", "quote", "quotes");
pub(super) const ERRORS: Counted = counted("kesalahan", "error", "errors");
pub(super) const WARNINGS: Counted = counted("peringatan", "warning", "warnings");
/// The members of a group.
const HEADS: Counted = counted("orang", "person", "people");

impl Counted {
    /// The noun without the number.
    pub fn word(self, lang: Lang, count: usize) -> &'static str {
        match (lang, count) {
            (Lang::Id, _) => self.id,
            (Lang::En, 1) => self.one,
            (Lang::En, _) => self.several,
        }
    }
}

impl Lang {
    /// The number and the noun: `12 visits`, `1 visit`, `0 visits`.
    pub fn counted(self, count: usize, what: Counted) -> String {
        format!("{} {}", self.number(count), what.word(self, count))
    }

    /// The number of people in a group.
    pub fn people(self, count: u32) -> String {
        self.counted(usize::try_from(count).unwrap_or(usize::MAX), HEADS)
    }

    /// The number of visible statements and their total.
    pub fn statements_of(self, shown: usize, total: usize) -> String {
        if shown == total {
            return self.counted(total, STATEMENTS);
        }
        let (shown, total) = (self.number(shown), self.counted(total, STATEMENTS));
        match self {
            Self::Id => format!("{shown} dari {total}"),
            Self::En => format!("{shown} of {total}"),
        }
    }

    /// The number of marked statements, and of those that no longer exist in the records.
    pub fn marked(self, count: usize, gone: usize) -> String {
        let marked = match self {
            Self::Id => format!("✓ {} ditandai", self.number(count)),
            Self::En => format!("✓ {} marked", self.number(count)),
        };
        if gone == 0 { marked } else { format!("{marked}, {} {}", self.number(gone), self.messages().gone) }
    }

    /// The number of visits with a person or an organization, and of their statements.
    pub fn visits_and_statements(self, visits: usize, statements: usize) -> String {
        format!("{}, {}", self.counted(visits, VISITS), self.counted(statements, STATEMENTS))
    }

    /// The number of statements copied or exported from the basket, and how many it holds.
    pub fn from_basket(self, count: usize, total: usize) -> String {
        let statements = self.statements_of(count, total);
        match (self, count == total) {
            (Self::Id, true) => format!("{statements} dari keranjang"),
            (Self::Id, false) => format!("{statements} di keranjang"),
            (Self::En, true) => format!("{statements} from the basket"),
            (Self::En, false) => format!("{statements} in the basket"),
        }
    }

    /// Some keys have no command here.
    pub fn no_command(self, keys: &str) -> String {
        match self {
            Self::Id => format!("{keys} tidak berfungsi di sini"),
            Self::En => format!("{keys} does nothing here"),
        }
    }

    /// The number of commands whose keys the user has changed.
    pub fn custom_keys(self, count: usize) -> String {
        match (self, count) {
            (Self::Id, _) => format!("{count} tombol diubah (*)"),
            (Self::En, 1) => "1 key changed (*)".to_owned(),
            (Self::En, _) => format!("{count} keys changed (*)"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_counts_with_the_singular_and_the_plural() {
        for (count, id, en) in [
            (0, "0 kunjungan", "0 visits"),
            (1, "1 kunjungan", "1 visit"),
            (2, "2 kunjungan", "2 visits"),
            (1200, "1.200 kunjungan", "1,200 visits"),
        ] {
            assert_eq!(Lang::Id.counted(count, VISITS), id);
            assert_eq!(Lang::En.counted(count, VISITS), en);
        }
        assert_eq!(Lang::En.statements_of(0, 1), "0 of 1 statement");
        assert_eq!(Lang::Id.statements_of(3, 14), "3 dari 14 pernyataan");
        assert_eq!((Lang::En.people(1), Lang::En.people(25)), ("1 person".into(), "25 people".into()));
    }
}
