//! Messages about a query: errors, hints, and how its dates were read.

use super::Lang;

impl Lang {
    /// A phrase without a closing quotation mark.
    pub fn unclosed_quote(self) -> &'static str {
        match self {
            Self::Id => "tanda kutip belum ditutup",
            Self::En => "a quotation mark is not closed",
        }
    }

    /// An unknown field name before a colon. The term is searched as text.
    pub fn unknown_search_field(self, name: &str, nearest: Option<&str>) -> String {
        let meant = match (self, nearest) {
            (_, None) => String::new(),
            (Self::Id, Some(known)) => format!("; maksudnya “{known}:”?"),
            (Self::En, Some(known)) => format!("; did you mean “{known}:”?"),
        };
        match self {
            Self::Id => format!("isian “{name}:” tidak dikenal, dicari sebagai teks{meant}"),
            Self::En => format!("unknown field “{name}:”, searched as text{meant}"),
        }
    }

    /// A value that is not listed for the field, with some that are.
    pub fn unknown_search_value(self, field: &str, value: &str, known: &str) -> String {
        match self {
            Self::Id => format!("“{value}” bukan nilai lazim untuk “{field}:”; misalnya: {known} …"),
            Self::En => format!("“{value}” is not a common value for “{field}:”; try {known} …"),
        }
    }

    /// Only the first words of a long query are searched.
    pub fn shortened_query(self, words: usize) -> String {
        match self {
            Self::Id => format!("hanya {words} kata pertama yang dicari"),
            Self::En => format!("only the first {words} words are searched"),
        }
    }

    /// A value that is not valid for the field.
    pub fn bad_search_value(self, field: &str, value: &str) -> String {
        match (self, field) {
            (Self::Id, "jenis") => format!(
                "“{value}” bukan jenis: kutipan, parafrasa, narasi; kunjungan, lokasi, peserta, organisasi"
            ),
            (Self::En, "jenis") => format!(
                "“{value}” is not a type: quote, paraphrase, narrative; visit, stop, participant, organization"
            ),
            (Self::Id, _) => format!("nilai “{value}” tidak dikenal"),
            (Self::En, _) => format!("unknown value “{value}”"),
        }
    }

    /// Text that is not a date.
    pub fn not_a_date(self, value: &str) -> String {
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

    /// A date relative to today.
    pub fn relative_date(self, value: &str) -> String {
        match self {
            Self::Id => format!(
                "“{value}” bergantung pada hari ini; tulis tanggalnya, misalnya 2026-01-10 atau 2026-01"
            ),
            Self::En => {
                format!("“{value}” depends on today; write the date, for example 2026-01-10 or 2026-01")
            }
        }
    }

    /// A date without a year.
    pub fn date_without_year(self, value: &str) -> String {
        match self {
            Self::Id => {
                format!("“{value}” tanpa tahun; tulis misalnya Januari 2026, 10 Januari 2026, atau 10/1/2026")
            }
            Self::En => {
                format!("“{value}” has no year; write for example January 2026, 10 January 2026 or 10/1/2026")
            }
        }
    }

    /// How an ambiguous date was read: day before month.
    pub fn read_day_first(self, dates: &str) -> String {
        match self {
            Self::Id => format!("dibaca tanggal/bulan: {dates}"),
            Self::En => format!("read as day/month: {dates}"),
        }
    }

    /// How an ambiguous date was read: month before day.
    pub fn read_month_first(self, dates: &str) -> String {
        match self {
            Self::Id => format!("dibaca bulan/tanggal: {dates}"),
            Self::En => format!("read as month/day: {dates}"),
        }
    }
}
