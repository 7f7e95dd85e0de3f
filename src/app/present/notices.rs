//! Notices in words.

use crate::app::copied::Copied;
use crate::app::copied::{ENOUGH, LONGEST};
use crate::app::event::Delivery;
use crate::app::form::Form;
use crate::app::input::command::Action;
use crate::app::input::command::{BasketAction, Change};
use crate::app::notice::Notice;
use crate::app::state::App;
use crate::cite::Citation;
use crate::lang::Lang;
use crate::model::{Record, RecordKind, Target};
use crate::text::{visible_string, width};

/// In less columns than that a word to the user takes two lines.
const ONE_LINE: usize = 60;

impl App {
    /// A notice in words.
    pub fn notice_words(&self, notice: &Notice) -> String {
        let m = self.lang.messages();
        match notice {
            Notice::EscDoesNotQuit => self.lang.esc_does_not_quit(&self.key_of(Action::Close)),
            Notice::OnceMore => self.lang.press_again_to_quit(&self.key_of(Action::Interrupt)),
            Notice::NothingToOpen => m.not_here.to_owned(),
            Notice::NoProblems => m.no_problems.to_owned(),
            Notice::Revealed { dropped, hit } => {
                let labels: Vec<String> = dropped.iter().map(|filter| self.filter_label(filter)).collect();
                let undo = self.key_of(Action::Filters(Change::Undo));
                let dropped = (!labels.is_empty()).then(|| self.lang.dropped(&labels.join(", "), &undo));
                let hit = hit.map(|(number, count)| self.lang.result_number(number, count));
                hit.into_iter().chain(dropped).collect::<Vec<_>>().join(" · ")
            }
            Notice::NoHits => self.lang.no_results(&self.key_of(Action::Search)),
            Notice::NoFilter => m.no_filter.to_owned(),
            Notice::NothingToAdd => m.nothing_to_add.to_owned(),
            Notice::NothingToUndo => m.nothing_to_undo.to_owned(),
            Notice::Lines(lines) => lines.label(self.lang).to_owned(),
            Notice::AtFirstPlace => m.at_first_place.to_owned(),
            Notice::AtLastPlace => m.at_last_place.to_owned(),
            Notice::NothingToCopy => m.nothing_to_copy.to_owned(),
            Notice::NotInThisForm(form, kind) => self.lang.not_in_this_form(form.words(*kind, self.lang)),
            Notice::BuiltIn => m.built_in_has_no_file.to_owned(),
            Notice::NothingToEdit => m.nothing_to_edit.to_owned(),
            Notice::NoFile => m.no_file.to_owned(),
            Notice::NoAddress => m.no_address.to_owned(),
            Notice::NotEdited(fault) => self.editor_words(fault),
            Notice::Browsed(browsed) => self.browsed_words(browsed),
            Notice::Reloading => m.reloading.to_owned(),
            Notice::Reloaded { visits, statements, has_changed } => {
                self.lang.reloaded(*visits, *statements, *has_changed)
            }
            Notice::Copied(what, delivery) => self.copied_words(what, *delivery),
            Notice::Settings(count) => self.lang.settings_have_errors(*count),
            Notice::Exported(words) => words.clone(),
            Notice::Clicks(true) => m.clicks_taken.to_owned(),
            Notice::Clicks(false) => self.lang.mouse_released(&self.key_of(Action::Clicks)),
            Notice::NotAStatement => m.not_a_statement.to_owned(),
            Notice::AlreadyWhole => m.already_whole.to_owned(),
            Notice::NoInput => self.lang.no_input(&self.key_of(Action::Search)),
            Notice::NoCommand(keys) => self.lang.no_command(&self.input.keymap.shown(keys)),
            Notice::NotInTheBasket => m.not_in_the_basket.to_owned(),
            Notice::NothingMarked => {
                self.lang.nothing_marked(&self.key_of(Action::Basket(BasketAction::Mark)))
            }
            Notice::Marked(count) => {
                let keys = [Action::Basket(BasketAction::Print), Action::Close, Action::StepOut];
                self.lang.marked_would_be_lost(*count, &keys.map(|it| self.key_of(it)))
            }
            Notice::InBasket(count) => {
                self.lang.in_basket(*count, &self.key_of(Action::Basket(BasketAction::Show)))
            }
            Notice::NoPage => m.no_page.to_owned(),
            Notice::NoVariants => m.no_variants.to_owned(),
            Notice::NoTranslation => m.no_translation.to_owned(),
            Notice::NothingToSort => m.nothing_to_sort.to_owned(),
        }
    }

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
                let brief = citation.short();
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
