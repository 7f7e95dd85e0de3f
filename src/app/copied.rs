//! The message about a copied text: what was copied, from whom, in which form, shortened to fit the screen.

use crate::text::{Line, TextRole, width};

/// The maximum number of characters that are kept of a text: no screen is wider.
pub(in crate::app) const MAX_CHARS: usize = 500;
/// The minimum columns of the text.
const MIN_TEXT: usize = 4;
/// Up to this many columns, the text is more important than a hint.
pub(in crate::app) const TEXT_BEFORE_HINT: usize = 32;

/// What was copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// The text of a statement, the name of a record, or the number of records.
    pub(in crate::app) text: String,
    /// Whether the text is a direct quote, shown in quotation marks.
    pub(in crate::app) is_quote: bool,
    /// The speaker of a statement after a dash, in full and in short; empty for other records.
    pub(in crate::app) speaker: [String; 2],
    /// The name of the form.
    pub(in crate::app) form: String,
}

impl Copied {
    /// `“Pengelolaan dan …” — Bagus Susetyo (APA)` in at most `columns` columns: the text is cut first, then the speaker.
    pub(in crate::app) fn fit(&self, columns: usize) -> String {
        let form = format!(" ({})", self.form);
        let room = columns.saturating_sub(width(&form));
        let marks = if self.is_quote { 2 } else { 0 };
        let text_width = width(&self.text) + marks;
        let room_for_speaker = room.saturating_sub(text_width.min(MIN_TEXT)).max(room / 2);
        let [full, brief] = &self.speaker;
        let speaker = if width(full) <= room_for_speaker { full } else { brief };
        let speaker = shortened(speaker, room_for_speaker);
        let text = shortened(&self.text, room.saturating_sub(width(&speaker) + marks));
        let text = if self.is_quote { format!("“{text}”") } else { text };
        format!("{text}{speaker}{form}")
    }

    pub(in crate::app) fn width(&self) -> usize {
        width(&self.fit(usize::MAX))
    }
}

/// A text in at most `columns` columns, cut between words if more than half of it remains.
fn shortened(text: &str, columns: usize) -> String {
    let cut = Line::of(text, TextRole::Plain).cut(columns).plain();
    match cut.strip_suffix('…').filter(|_| width(text) > columns) {
        Some(head) if !text.get(head.len()..).is_some_and(|rest| rest.starts_with(' ')) => {
            let words = head.rfind(' ').filter(|at| 2 * at > head.len()).and_then(|at| head.get(..=at));
            words.map_or(cut.clone(), |words| format!("{words}…"))
        }
        _ => cut,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn copied(text: &str, is_quote: bool, speaker: &str, form: &str) -> Copied {
        let brief = speaker.replace("menurut ", "");
        Copied {
            text: text.to_owned(),
            is_quote,
            speaker: [speaker.to_owned(), brief],
            form: form.to_owned(),
        }
    }

    #[test]
    fn the_form_is_never_cut_and_the_words_before_the_name() {
        let quote = copied("Pengelolaan dan sistem pelayanan", true, " — Bagus Susetyo", "APA");
        assert_eq!(quote.fit(80), "“Pengelolaan dan sistem pelayanan” — Bagus Susetyo (APA)");
        assert_eq!(quote.fit(43), "“Pengelolaan dan …” — Bagus Susetyo (APA)");
        assert_eq!(quote.fit(30), "“Penge…” — Bagus Susetyo (APA)");
        let long =
            copied("Satu pintu", true, " — Prof. Dr. Hj. Ratna Kencana Lestari, M.Si.", "berkas:baris");
        assert_eq!(long.fit(40), "“Satu…” — Prof. Dr. Hj. … (berkas:baris)");
        let paraphrase = copied("Waktu tunggu turun", false, " — menurut Bagus Susetyo", "APA");
        assert_eq!(paraphrase.fit(46), "Waktu tunggu … — menurut Bagus Susetyo (APA)");
        assert_eq!(paraphrase.fit(30), "Waktu … — Bagus Susetyo (APA)");
        for columns in 24..90 {
            for copied in [&quote, &long, &paraphrase] {
                let line = copied.fit(columns);
                assert!(width(&line) <= columns, "{columns}: {line}");
                assert!(line.ends_with(&format!(" ({})", copied.form)), "{line}");
                assert!(line.contains(" — "), "{line}");
            }
        }
    }
}
