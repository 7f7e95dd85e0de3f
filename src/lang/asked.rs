//! Messages about a query: what is no part of one, how it was understood, and why a date was not read.

use super::Lang;

impl Lang {
    /// Why a text is no query, and what would mend it.
    pub fn open_quote(self) -> &'static str {
        match self {
            Self::Id => "tanda kutip belum ditutup",
            Self::En => "a quotation mark is not closed",
        }
    }

    /// What stands before a colon is no field.
    pub fn unknown_search_field(self, name: &str, nearest: Option<&str>) -> String {
        let meant = match (self, nearest) {
            (_, None) => String::new(),
            (Self::Id, Some(known)) => format!("; maksudnya “{known}:”?"),
            (Self::En, Some(known)) => format!("; did you mean “{known}:”?"),
        };
        match self {
            Self::Id => format!("“{name}:” bukan isian, dicari sebagai teks{meant}"),
            Self::En => format!("“{name}:” is no field, searched as text{meant}"),
        }
    }

    /// A word that is in no list of the field, and some that are.
    pub fn unknown_search_value(self, field: &str, value: &str, known: &str) -> String {
        match self {
            Self::Id => format!("“{value}” tidak lazim untuk “{field}:”; yang lazim: {known} …"),
            Self::En => format!("“{value}” is not usual for “{field}:”; usual are: {known} …"),
        }
    }

    /// Only the beginning of a long query is looked for.
    pub fn shortened_query(self, words: usize) -> String {
        match self {
            Self::Id => format!("hanya {words} kata pertama yang dicari"),
            Self::En => format!("only the first {words} words are searched"),
        }
    }

    /// A value that a field of a query cannot have.
    pub fn bad_search_value(self, field: &str, value: &str) -> String {
        match (self, field) {
            (Self::Id, "jenis") => format!(
                "“{value}” bukan jenis: kutipan, parafrasa, narasi; kunjungan, persinggahan, peserta, organisasi"
            ),
            (Self::En, "jenis") => format!(
                "“{value}” is no type: quote, paraphrase, narrative; visit, stop, participant, organization"
            ),
            (Self::Id, _) => format!("“{value}” tidak dikenal"),
            (Self::En, _) => format!("“{value}” is not known"),
        }
    }

    /// A text that names no days.
    pub fn no_date(self, value: &str) -> String {
        match self {
            Self::Id => {
                format!(
                    "“{value}” bukan tanggal; contoh: 2026-01-10, 10/1/2026, Januari 2026, 2025..2026, >2026"
                )
            }
            Self::En => {
                format!(
                    "“{value}” is not a date; examples: 2026-01-10, 10/1/2026, January 2026, 2025..2026, >2026"
                )
            }
        }
    }

    /// A text that names other days tomorrow.
    pub fn relative_date(self, value: &str) -> String {
        match self {
            Self::Id => format!("“{value}” bergantung pada hari ini; tulis tanggalnya: 2026-01-10, 2026-01"),
            Self::En => format!("“{value}” depends on today; write the date: 2026-01-10, 2026-01"),
        }
    }

    /// A date that lacks its year.
    pub fn date_without_year(self, value: &str) -> String {
        match self {
            Self::Id => format!("“{value}” belum bertahun: Januari 2026, 10 Januari 2026, 10/1/2026"),
            Self::En => format!("“{value}” lacks the year: January 2026, 10 January 2026, 10/1/2026"),
        }
    }

    /// Which dates were read, with the day before the month.
    pub fn read_day_first(self, dates: &str) -> String {
        match self {
            Self::Id => format!("dibaca hari dahulu: {dates}"),
            Self::En => format!("read day first: {dates}"),
        }
    }

    /// The same with the month before the day.
    pub fn read_month_first(self, dates: &str) -> String {
        match self {
            Self::Id => format!("dibaca bulan dahulu: {dates}"),
            Self::En => format!("read month first: {dates}"),
        }
    }
}
