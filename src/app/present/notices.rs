//! What was copied, and how that went, in words.

use crate::app::copied::Copied;
use crate::app::copied::{ENOUGH, LONGEST};
use crate::app::event::Delivery;
use crate::app::form::Form;
use crate::app::input::command::Action;
use crate::app::state::App;
use crate::cite::Citation;
use crate::lang::Lang;
use crate::model::{Record, RecordKind, Target};
use crate::text::{visible_string, width};

/// In less columns than that a word to the user takes two lines.
const ONE_LINE: usize = 60;

impl App {
    /// What records are when they are copied in a form.
    pub(in crate::app) fn copied(
        &self,
        records: &[Target],
        translation: Option<usize>,
        form: Form,
    ) -> Copied {
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
    pub(in crate::app) fn copied_words(&self, copied: &Copied, delivery: Delivery) -> String {
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
