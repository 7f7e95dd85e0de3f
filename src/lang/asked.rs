//! Messages about the dates of a query: how one was read, or why it was not.

use super::Lang;

impl Lang {
    /// A text that names no days.
    pub fn no_date(self, value: &str) -> String {
        match self {
            Self::Id => {
                format!("“{value}” bukan tanggal: 2026-01-10, 10/1/2026, Januari 2026, 2025..2026, >2026")
            }
            Self::En => {
                format!("“{value}” is no date: 2026-01-10, 10/1/2026, January 2026, 2025..2026, >2026")
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
