//! What was copied, whose it is and in which form, as a word to the user that fits any screen.

use super::App;
use super::command::Action;
use super::event::Delivery;
use super::form::Form;
use crate::cite::Citation;
use crate::lang::Lang;
use crate::model::{Record, RecordKind, Target};
use crate::text::{Line, Role, visible_string, width};

/// So many characters of a text are kept: no screen is wider.
const LONGEST: usize = 500;
/// So many columns are left to the words, that one sees that there are some.
const LEAST: usize = 4;
/// For so many columns of them, a hint goes before.
const ENOUGH: usize = 32;

/// What was copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// The words of a statement, the name of a record, or how many records there are.
    what: String,
    /// Whether these are the very words of somebody.
    is_quote: bool,
    /// Whose it is, with the sign before it, and the same in fewer words; nothing where that is said already.
    whose: [String; 2],
    /// The name of the form.
    form: String,
}

impl Copied {
    /// `“Pengelolaan dan …” — Bagus Susetyo (APA)` in at most so many columns: the words are cut first, then the name.
    fn fit(&self, columns: usize) -> String {
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

    fn width(&self) -> usize {
        width(&self.fit(usize::MAX))
    }
}

/// A text in at most so many columns, cut between words where that costs little.
fn shortened(text: &str, columns: usize) -> String {
    let cut = Line::of(text, Role::Plain).cut(columns).plain();
    match cut.strip_suffix('…').filter(|_| width(text) > columns) {
        Some(head) if !text.get(head.len()..).is_some_and(|rest| rest.starts_with(' ')) => {
            let words = head.rfind(' ').filter(|at| 2 * at > head.len()).and_then(|at| head.get(..=at));
            words.map_or(cut.clone(), |words| format!("{words}…"))
        }
        _ => cut,
    }
}

/// In less columns than that a word to the user takes two lines.
const ONE_LINE: usize = 60;

impl App {
    /// What records are when they are copied in a form.
    pub(super) fn copied(&self, records: &[Target], translation: Option<usize>, form: Form) -> Copied {
        let lang = self.lang;
        let kind = records.first().map_or(RecordKind::Statement, |record| record.kind);
        let short = |text: &str| text.chars().take(LONGEST).collect::<String>();
        let form_name = form.in_short(kind, lang).to_owned();
        let of = |what: &str| Copied {
            what: short(what),
            is_quote: false,
            whose: [String::new(), String::new()],
            form: form_name.clone(),
        };
        let [record] = records else {
            let has_form = |record: &&Target| self.has_form(**record, form);
            return of(&lang.from_basket(records.iter().filter(has_form).count(), records.len()));
        };
        match self.data.archive.record(*record) {
            Some(Record::Statement(visit, statement)) => {
                let translation = translation.filter(|at| *at < statement.translations.len());
                let citation = Citation { translation, ..Citation::new(visit, statement, lang) };
                let brief = citation.in_brief();
                let words = translation.map(|_| format!(", {}", lang.messages().is_translation));
                Copied {
                    is_quote: brief.is_quote,
                    whose: [brief.by, brief.name].map(|by| format!(" — {by}")),
                    form: format!("{form_name}{}", words.unwrap_or_default()),
                    ..of(&brief.words)
                }
            }
            Some(record) => of(&visible_string(record.label())),
            None => of(""),
        }
    }

    /// What was copied, and how that went.
    pub(super) fn copied_words(&self, copied: &Copied, delivery: Delivery) -> String {
        let [print, export] = [Action::Print, Action::Export].map(|action| self.key_in_menu(action));
        let lang = self.lang;
        let lead = match delivery {
            Delivery::Taken(_) => format!("{}: ", lang.messages().copied),
            Delivery::Sent(_) => format!("{}: ", lang.messages().sent),
            Delivery::TooLong(bytes) => return lang.too_long_to_copy(bytes, &print, &export),
            Delivery::NoWay => return lang.no_clipboard(&print),
        };
        // Where a line is short, it takes two.
        let columns = usize::from(self.layout.footer.width);
        let room = if columns < ONE_LINE { 2 * columns - columns / 4 } else { columns };
        let room = room.saturating_sub(lead.len() + 1);
        let hint = match delivery {
            Delivery::Taken(tool) => format!(" · {tool}"),
            _ => format!(" · {}", lang.nothing_to_paste(&print)),
        };
        let left = room.saturating_sub(width(&hint));
        let [whose, _] = &copied.whose;
        if left >= copied.width().min(ENOUGH + width(whose) + width(&copied.form)) {
            format!("{lead}{}{hint}", copied.fit(left))
        } else {
            format!("{lead}{}", copied.fit(room))
        }
    }
}

impl Form {
    /// What it is called behind what was copied: the name in the menu, without what explains it.
    fn in_short(self, of: RecordKind, lang: Lang) -> &'static str {
        let name = self.words(of, lang);
        name.split([' ', '+']).next().filter(|_| of == RecordKind::Statement).unwrap_or(name)
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
