//! What was copied, whose it is and in which form, as a word to the user that fits any screen.

use crate::text::{Line, TextRole, width};

/// So many characters of a text are kept: no screen is wider.
pub(in crate::app) const LONGEST: usize = 500;
/// So many columns are left to the words, that one sees that there are some.
const LEAST: usize = 4;
/// For so many columns of them, a hint goes before.
pub(in crate::app) const ENOUGH: usize = 32;

/// What was copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// The words of a statement, the name of a record, or how many records there are.
    pub(in crate::app) what: String,
    /// Whether these are the very words of somebody.
    pub(in crate::app) is_quote: bool,
    /// Whose it is, with the sign before it, and the same in fewer words; nothing where that is said already.
    pub(in crate::app) whose: [String; 2],
    /// The name of the form.
    pub(in crate::app) form: String,
}

impl Copied {
    /// `“Pengelolaan dan …” — Bagus Susetyo (APA)` in at most so many columns: the words are cut first, then the name.
    pub(in crate::app) fn fit(&self, columns: usize) -> String {
        let form = format!(" ({})", self.form);
        let room = columns.saturating_sub(width(&form));
        let marks = if self.is_quote { 2 } else { 0 };
        let words = width(&self.what) + marks;
        let room_for_whose = room.saturating_sub(words.min(LEAST)).max(room / 2);
        let [full, brief] = &self.whose;
        let whose = if width(full) <= room_for_whose { full } else { brief };
        let whose = shortened(whose, room_for_whose);
        let what = shortened(&self.what, room.saturating_sub(width(&whose) + marks));
        let what = if self.is_quote { format!("“{what}”") } else { what };
        format!("{what}{whose}{form}")
    }

    pub(in crate::app) fn width(&self) -> usize {
        width(&self.fit(usize::MAX))
    }
}

/// A text in at most so many columns, cut between words where that costs little.
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

    fn copied(what: &str, is_quote: bool, whose: &str, form: &str) -> Copied {
        let brief = whose.replace("menurut ", "");
        Copied { what: what.to_owned(), is_quote, whose: [whose.to_owned(), brief], form: form.to_owned() }
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
