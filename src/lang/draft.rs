//! The words of drafts: questions to the writer of the record, in comments.

use super::Lang;

impl Lang {
    /// The comment at the head of a draft.
    pub fn draft_head(self, questions: usize) -> String {
        match self {
            Self::Id => format!(
                "Draf dari artikel, {questions} pertanyaan. Jawab, lalu hapus setiap komentar yang diawali “# ?”."
            ),
            Self::En => format!(
                "Draft from an article, {questions} {}. Answer each comment that begins with “# ?”, then delete it.",
                if questions == 1 { "question" } else { "questions" }
            ),
        }
    }

    /// The title of a visit without a headline.
    pub fn draft_title(self) -> &'static str {
        match self {
            Self::Id => "Kunjungan",
            Self::En => "Visit",
        }
    }

    /// The place in the article.
    pub fn draft_locator(self, from: usize, to: usize) -> String {
        let word = match self {
            Self::Id => "paragraf",
            Self::En => "paragraph",
        };
        if from == to { format!("{word} {from}") } else { format!("{word} {from}–{to}") }
    }

    /// When the visit was.
    pub fn ask_date(self) -> &'static str {
        match self {
            Self::Id => "kapan kunjungan ini? start_date: 2026-01-31",
            Self::En => "when was this visit? start_date: 2026-01-31",
        }
    }

    /// Whether the visit was on that day.
    pub fn ask_this_date(self, locator: &str) -> String {
        match self {
            Self::Id => format!("{locator}: benarkah ini tanggal kunjungannya?"),
            Self::En => format!("{locator}: is this the date of the visit?"),
        }
    }

    /// Which of several days the visit was on.
    pub fn ask_which_date(self, dates: &str) -> String {
        match self {
            Self::Id => format!("tanggal kunjungan yang mana: {dates}?"),
            Self::En => format!("which is the date of the visit: {dates}?"),
        }
    }

    /// The weekday is not that of the date.
    pub fn ask_weekday(self, locator: &str, printed: &str) -> String {
        match self {
            Self::Id => format!("{locator}: hari dan tanggal tidak cocok: {printed}"),
            Self::En => format!("{locator}: the weekday does not match the date: {printed}"),
        }
    }

    /// Who hosted and who visited.
    pub fn ask_sides(self) -> &'static str {
        match self {
            Self::Id => "siapa tamu dan siapa tuan rumah? side: visitor / host",
            Self::En => "who visited, and who hosted? side: visitor / host",
        }
    }

    /// Whether a place was visited.
    pub fn ask_stop(self, locator: &str) -> String {
        match self {
            Self::Id => format!("{locator}: benar dikunjungi?"),
            Self::En => format!("{locator}: was it really visited?"),
        }
    }

    /// Who spoke.
    pub fn ask_speaker(self, locator: &str) -> String {
        match self {
            Self::Id => format!("{locator}: siapa yang berbicara?"),
            Self::En => format!("{locator}: who is speaking?"),
        }
    }

    /// Which of these people spoke.
    pub fn ask_which_speaker(self, locator: &str, names: &str) -> String {
        match self {
            Self::Id => format!("{locator}: siapa yang berbicara: {names}?"),
            Self::En => format!("{locator}: who is speaking: {names}?"),
        }
    }

    /// A mark lacks its counterpart.
    pub fn ask_unclosed(self, locator: &str) -> String {
        match self {
            Self::Id => {
                format!("{locator}: tanda kutip tidak berpasangan; bila ini kutipan, salin kata-katanya")
            }
            Self::En => format!("{locator}: unpaired quotation mark; if this is a quote, copy its words"),
        }
    }

    /// Words between marks in a sentence of the reporter.
    pub fn ask_fragment(self, locator: &str) -> String {
        match self {
            Self::Id => format!("{locator}: potongan kutipan di dalam kalimat wartawan; perlu dicatat?"),
            Self::En => {
                format!("{locator}: part of a quote within the reporter’s sentence; worth recording?")
            }
        }
    }

    /// Indirect speech.
    pub fn ask_paraphrase(self, locator: &str, who: &str, verb: &str) -> String {
        match self {
            Self::Id => {
                format!("{locator}: {who} {verb} … (kalimat tak langsung); tulis dengan kata-kata sendiri")
            }
            Self::En => format!("{locator}: {who} {verb} … (indirect speech); say it in your own words"),
        }
    }

    /// A text that is longer than any article.
    pub fn draft_too_long(self, path: &str, size: usize, longest: usize) -> String {
        match self {
            Self::Id => format!(
                "{path} berukuran {size} MB; artikel paling panjang {longest} MB: pisahkan menjadi satu berkas untuk setiap artikel"
            ),
            Self::En => format!(
                "{path} has {size} MB; an article has at most {longest} MB: split it into one file for each article"
            ),
        }
    }

    /// An article is not text in UTF-8 or UTF-16.
    pub fn draft_not_text(self, path: &str) -> String {
        match self {
            Self::Id => format!(
                "{path} bukan teks UTF-8; ubah dahulu, misalnya: iconv -f WINDOWS-1252 -t UTF-8 {path}"
            ),
            Self::En => format!(
                "{path} is not UTF-8 text; convert it first, for example: iconv -f WINDOWS-1252 -t UTF-8 {path}"
            ),
        }
    }

    /// An article has no words.
    pub fn draft_empty(self, path: &str) -> String {
        match self {
            Self::Id => format!("{path} kosong: tidak ada artikel untuk disusun"),
            Self::En => format!("{path} is empty: there is no article to draft from"),
        }
    }

    /// Visits were added to a file.
    pub fn draft_added(self, count: usize, path: &str) -> String {
        match (self, count) {
            (Self::Id, _) => format!("{count} kunjungan ditambahkan ke {path}"),
            (Self::En, 1) => format!("1 visit added to {path}"),
            (Self::En, _) => format!("{count} visits added to {path}"),
        }
    }

    /// How many questions a draft leaves.
    pub fn questions_left(self, count: usize) -> String {
        match (self, count) {
            (Self::Id, 0) => "tidak ada pertanyaan tersisa".to_owned(),
            (Self::Id, _) => format!("{count} pertanyaan tersisa: cari “# ?”"),
            (Self::En, 0) => "no questions left".to_owned(),
            (Self::En, 1) => "1 question left: look for “# ?”".to_owned(),
            (Self::En, _) => format!("{count} questions left: look for “# ?”"),
        }
    }
}
