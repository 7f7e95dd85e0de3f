//! The texts of messages to the user.

use crate::app::copied::{Copied, MAX_CHARS, TEXT_BEFORE_HINT};
use crate::app::event::{Delivery, ThemeSaved};
use crate::app::form::Form;
use crate::app::input::command::{Action, BasketAction, EntryAction, FilterChange, StatsAction};
use crate::app::notice::{BasketNotice, EntryNotice, Notice, StatsNotice};
use crate::app::state::App;
use crate::app::theme::Palette;
use crate::cite::{Citation, Style};
use crate::facet::Filter;
use crate::lang::Lang;
use crate::model::{Record, RecordKind, Target};
use crate::text::{visible_string, width};

/// On a narrower screen a message may take two lines.
const ONE_LINE_COLUMNS: usize = 60;

impl App {
    /// The text of a message.
    pub fn notice_text(&self, notice: &Notice) -> String {
        let m = self.lang.messages();
        match notice {
            Notice::EscDoesNotQuit => self.lang.esc_does_not_quit(&self.key_of(Action::Close)),
            Notice::PressAgainToQuit => self.lang.press_again_to_quit(&self.key_of(Action::Interrupt)),
            Notice::NothingToOpen => m.not_here.to_owned(),
            Notice::NoProblems => m.no_problems.to_owned(),
            Notice::Navigated { removed, result } => self.navigated_text(removed, *result),
            Notice::NoResults => self.lang.no_results(&self.key_of(Action::Search)),
            Notice::NoFilter => m.no_filter.to_owned(),
            Notice::NotAFilter => m.nothing_to_add.to_owned(),
            Notice::NothingToUndo => m.nothing_to_undo.to_owned(),
            Notice::Lines(lines) => lines.label(self.lang).to_owned(),
            Notice::AtHistoryStart => m.at_first_place.to_owned(),
            Notice::AtHistoryEnd => m.at_last_place.to_owned(),
            Notice::NothingToCopy => m.nothing_to_copy.to_owned(),
            Notice::FormNotAvailable(form, kind) => self.lang.not_in_this_form(form.label(*kind, self.lang)),
            Notice::FirstSteps { has_example } => {
                self.lang.first_steps(*has_example, &self.key_of(Action::Help))
            }
            Notice::BuiltInHasNoFile => m.built_in_has_no_file.to_owned(),
            Notice::NothingToEdit => m.nothing_to_edit.to_owned(),
            Notice::ReadFromPipe => m.no_file.to_owned(),
            Notice::NoWebAddress => m.no_address.to_owned(),
            Notice::EditorFailed(error) => self.editor_error_text(error),
            Notice::Browsed(browsed) => self.browsed_text(browsed),
            Notice::StillLoading => m.still_loading.to_owned(),
            Notice::Reloading => m.reloading.to_owned(),
            Notice::Reloaded { visits, statements, has_changed } => {
                self.lang.reloaded(*visits, *statements, *has_changed)
            }
            Notice::Outdated => self.outdated_text(),
            Notice::Copied(copied, delivery) => self.copied_text(copied, *delivery),
            Notice::SettingsProblems(count) => self.lang.settings_have_errors(*count),
            Notice::SessionUnreadable(text) | Notice::Exported(text) => text.clone(),
            Notice::MouseCapture(taken) => self.mouse_text(*taken),
            Notice::NotAStatement => m.not_a_statement.to_owned(),
            Notice::AlreadyFullScreen => m.already_whole.to_owned(),
            Notice::CannotPaste => self.lang.no_input(&self.key_of(Action::Search)),
            Notice::UnboundKeys(keys) => self.lang.no_command(&self.input.keymap.shown(keys)),
            Notice::Basket(notice) => self.basket_notice_text(notice),
            Notice::NameIsMissing => m.name_is_missing.to_owned(),
            Notice::NameWithFolder => m.name_with_folder.to_owned(),
            Notice::NoPage => m.no_page.to_owned(),
            Notice::NoVariants => m.no_variants.to_owned(),
            Notice::NoTranslation => m.no_translation.to_owned(),
            Notice::NotSortable => m.nothing_to_sort.to_owned(),
            Notice::SessionRestored => self.lang.session_restored(&self.key_of(Action::Back)),
            Notice::ThemeSaved(palette, saved) => self.theme_saved_text(*palette, saved),
            Notice::Stats(notice) => self.stats_notice_text(*notice),
            Notice::Entry(notice) => self.entry_notice_text(notice),
        }
    }

    /// The number of a search result, and the filters that were removed to show it.
    fn navigated_text(&self, removed: &[Filter], result: Option<(usize, usize)>) -> String {
        let labels: Vec<String> = removed.iter().map(|filter| self.filter_label(filter)).collect();
        let undo = self.key_of(Action::Filters(FilterChange::Undo));
        let removed = (!labels.is_empty()).then(|| self.lang.dropped(&labels.join(", "), &undo));
        let result = result.map(|(number, count)| self.lang.result_number(number, count));
        result.into_iter().chain(removed).collect::<Vec<_>>().join(" · ")
    }

    /// Whether the theme was saved, and where.
    fn theme_saved_text(&self, palette: Palette, saved: &ThemeSaved) -> String {
        let name = palette.name();
        match saved {
            ThemeSaved::InFile(file) => self.lang.theme_saved(name, file),
            ThemeSaved::Overridden(file, variable) => self.lang.theme_overridden(name, file, variable),
            ThemeSaved::NoHome => self.lang.theme_not_saved(self.lang.messages().no_home),
            ThemeSaved::Faulty(file) => self.lang.theme_not_saved(&self.lang.settings_stay(file, name)),
            ThemeSaved::Failed(reason) => self.lang.theme_not_saved(reason),
        }
    }

    fn stats_notice_text(&self, notice: StatsNotice) -> String {
        let words = match notice {
            StatsNotice::NothingToMark => self.lang.messages().nothing_to_mark,
            StatsNotice::TooFewMarked => {
                return self.lang.too_few_marked(&self.key_of(Action::Stats(StatsAction::Mark)));
            }
            StatsNotice::NothingToDraw => self.lang.messages().nothing_to_draw,
            StatsNotice::NotZoomable => self.lang.not_zoomable(),
            StatsNotice::NotAMap => self.lang.not_a_map(),
            StatsNotice::NotAMatrix => self.lang.not_a_matrix(),
        };
        words.to_owned()
    }

    /// Whether clicks come to the explorer.
    fn mouse_text(&self, are_taken: bool) -> String {
        if are_taken {
            self.lang.messages().clicks_taken.to_owned()
        } else {
            self.lang.mouse_released(&self.key_of(Action::ToggleMouse))
        }
    }

    fn basket_notice_text(&self, notice: &BasketNotice) -> String {
        let basket_key = |action| self.key_of(Action::Basket(action));
        match notice {
            BasketNotice::NotOpen => self.lang.messages().not_in_the_basket.to_owned(),
            BasketNotice::Empty => self.lang.nothing_marked(&basket_key(BasketAction::Mark)),
            BasketNotice::WouldBeLost(count) => {
                let keys = [Action::Basket(BasketAction::QuitAndPrint), Action::Close, Action::StepOut];
                self.lang.marked_would_be_lost(*count, &keys.map(|it| self.key_of(it)))
            }
            BasketNotice::Holds(count) => self.lang.in_basket(*count, &basket_key(BasketAction::Show)),
            BasketNotice::Kept(name) => self.lang.basket_is_kept(name),
            BasketNotice::NameIsTaken(name) => {
                self.lang.basket_is_there(name, &self.key_of(Action::Entry(EntryAction::Save)))
            }
            BasketNotice::NoneIsKept => {
                let [show, keep] =
                    [BasketAction::Show, BasketAction::Keep].map(|it| self.key_of(Action::Basket(it)));
                self.lang.no_basket_is_kept(&show, &keep)
            }
            BasketNotice::Unreadable(message) => message.clone(),
            BasketNotice::Opened { present, missing } => self.lang.basket_is_open(*present, *missing),
        }
    }

    /// The text of a message about records that are added.
    fn entry_notice_text(&self, notice: &EntryNotice) -> String {
        let m = self.lang.messages();
        match notice {
            EntryNotice::NoFileToAddTo => m.no_file_to_add_to.to_owned(),
            EntryNotice::JsonLines => m.json_lines.to_owned(),
            EntryNotice::FormWouldBeLost => self.lang.form_would_be_lost(&self.key_of(Action::StepOut)),
            EntryNotice::TextTooLong => m.text_too_long.to_owned(),
            EntryNotice::OneLineOnly => m.one_line_only.to_owned(),
            EntryNotice::PreviewIsVisible => m.preview_is_visible.to_owned(),
            EntryNotice::Writing => m.writing.to_owned(),
            EntryNotice::MayBeKnown { typed, known } => {
                let (open, save) = (self.key_of(Action::Open), self.key_of(Action::Entry(EntryAction::Save)));
                self.lang.may_be_known((typed, known), &open, &save)
            }
            EntryNotice::Added(place) => {
                self.lang.added(place, &self.key_of(Action::Filters(FilterChange::Undo)))
            }
            EntryNotice::Undone(file) => self.lang.addition_undone(file),
            EntryNotice::NotWritten(reason) | EntryNotice::FaultyText(reason) => reason.clone(),
        }
    }

    /// The description of records that are copied in a form.
    pub(in crate::app) fn copied(
        &self,
        records: &[Target],
        translation: Option<usize>,
        form: Form,
    ) -> Copied {
        let lang = self.lang;
        let kind = records.first().map_or(RecordKind::Statement, |record| record.kind);
        let short = |text: &str| text.chars().take(MAX_CHARS).collect::<String>();
        let form_name = form.short_label(kind, lang).to_owned();
        let described = |text: &str| Copied {
            text: short(text),
            is_quote: false,
            speaker: [String::new(), String::new()],
            form: form_name.clone(),
        };
        let [record] = records else {
            let has_form = |record: &&Target| self.has_form(**record, form);
            return described(&lang.from_basket(records.iter().filter(has_form).count(), records.len()));
        };
        match self.data.archive.record(*record) {
            Some(Record::Statement(visit, statement)) => {
                let translation = translation.filter(|at| *at < statement.translations.len());
                let citation = Citation { translation, ..Citation::new(visit, statement, lang) };
                let brief = citation.short();
                let suffix = translation.map(|_| format!(", {}", lang.messages().is_translation));
                // A paraphrase is not called a quote.
                let form_name = match (form, brief.is_quote) {
                    (Form::Cite(Style::Press), false) => lang.messages().paraphrase_and_attribution,
                    _ => &form_name,
                };
                Copied {
                    is_quote: brief.is_quote,
                    speaker: [brief.by, brief.name].map(|by| format!(" — {by}")),
                    form: format!("{form_name}{}", suffix.unwrap_or_default()),
                    ..described(&brief.words)
                }
            }
            Some(record) => described(&visible_string(record.label())),
            None => described(""),
        }
    }

    /// The message about a copied text, shortened to the footer.
    pub(in crate::app) fn copied_text(&self, copied: &Copied, delivery: Delivery) -> String {
        let [print, export] = [Action::Print, Action::Export].map(|action| self.key_in_menu(action));
        let lang = self.lang;
        let prefix = match delivery {
            Delivery::Copied(_) => format!("{}: ", lang.messages().copied),
            Delivery::Sent(_) => format!("{}: ", lang.messages().sent),
            Delivery::TooLong(bytes) => return lang.too_long_to_copy(bytes, &print, &export),
            Delivery::NoClipboard => return lang.no_clipboard(&print),
        };
        // On a narrow screen the message takes two lines.
        let columns = usize::from(self.layout.footer.width);
        let room = if columns < ONE_LINE_COLUMNS { 2 * columns - columns / 4 } else { columns };
        let room = room.saturating_sub(prefix.len() + 1);
        let hint = match delivery {
            Delivery::Copied(tool) => format!(" · {tool}"),
            _ => format!(" · {}", lang.nothing_to_paste(&print)),
        };
        let left = room.saturating_sub(width(&hint));
        let [speaker, _] = &copied.speaker;
        if left >= copied.width().min(TEXT_BEFORE_HINT + width(speaker) + width(&copied.form)) {
            format!("{prefix}{}{hint}", copied.fit(left))
        } else {
            format!("{prefix}{}", copied.fit(room))
        }
    }
}

impl Form {
    /// Its short name: for statements, the first word of its name in the menu.
    fn short_label(self, of: RecordKind, lang: Lang) -> &'static str {
        let name = self.label(of, lang);
        name.split([' ', '+']).next().filter(|_| of == RecordKind::Statement).unwrap_or(name)
    }
}
