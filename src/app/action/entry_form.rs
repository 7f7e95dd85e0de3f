//! The form by which a record is added: opening it, moving and typing in it, and its answers in the editor.

use std::sync::LazyLock;

use crate::app::event::{EditorError, Effect};
use crate::app::input::command::{Edit, EntryAction, Move};
use crate::app::layout::{Pane, inside};
use crate::app::list::List;
use crate::app::notice::{EntryNotice, Notice};
use crate::app::overlay::Overlay;
use crate::app::overlay::choices::Choices;
use crate::app::overlay::entry_form::{EntryForm, FormField, FormRow};
use crate::app::state::App;

use crate::entry::{Field, Input, Kind, Known, KnownName, read_text_form, write_text_form};
use crate::facet::Scope;
use crate::model::{Archive, RecordKind, Target, Visit};

/// With more visits, the preview follows only when the focus moves, because names are looked for in all of them, and only names of
/// the visit are offered.
const MAX_LIVE_VISITS: usize = 5_000;

impl App {
    /// Why a command for adding is not available.
    pub(in crate::app) fn entry_unavailable_reason(&self, action: EntryAction) -> Option<Notice> {
        if matches!(self.overlays.top(), Some(Overlay::SaveForm(_))) {
            let is_there =
                matches!(action, EntryAction::NextField | EntryAction::PreviousField | EntryAction::Save);
            return (!is_there).then_some(Notice::Entry(EntryNotice::OneLineOnly));
        }
        let Some(Overlay::EntryForm(form)) = self.overlays.top() else {
            let visit = self.visit_to_add_to().and_then(|visit| self.data.archive.visits.get(visit.visit));
            return self.file_of(visit).err();
        };
        let takes_lines = form.focused_field().is_some_and(|it| it.field.input == Input::Lines);
        match action {
            _ if form.is_saving => Some(Notice::Entry(EntryNotice::Writing)),
            EntryAction::LineBreak => (!takes_lines).then_some(Notice::Entry(EntryNotice::OneLineOnly)),
            EntryAction::Preview => {
                let (_, beside) = self.layout.entry_form();
                (!beside.is_empty()).then_some(Notice::Entry(EntryNotice::PreviewIsVisible))
            }
            EntryAction::Save => self.additions.is_writing.then_some(Notice::Entry(EntryNotice::Writing)),
            _ => None,
        }
    }

    pub(in crate::app) fn perform_entry(&mut self, action: EntryAction) -> Option<Effect> {
        if let Some(Overlay::SaveForm(form)) = self.overlays.top_mut() {
            match action {
                EntryAction::NextField | EntryAction::PreviousField => {
                    form.step(action == EntryAction::NextField);
                }
                EntryAction::Save => return self.accept_save_form(),
                _ => {}
            }
            return None;
        }
        match action {
            EntryAction::Add => self.add(),
            EntryAction::NextField => self.change_form(EntryForm::leave_forward),
            EntryAction::PreviousField => self.change_form(|form| form.move_focus(false)),
            EntryAction::LineBreak => self.type_in_form("\n"),
            EntryAction::Save => return self.save_form(),
            EntryAction::Preview => {
                if let Some(form) = self.form_mut() {
                    form.covered = !form.covered;
                }
            }
            EntryAction::Editor => return self.edit_form_as_text(),
        }
        None
    }

    /// The visit that is open, unless all are.
    fn visit_to_add_to(&self) -> Option<Target> {
        self.scope().and_then(Scope::visit).map(Target::visit)
    }

    /// Opens the form for the kind of record in the pane with the focus. The detail may be of any kind: there it is chosen in a menu.
    fn add(&mut self) {
        let kind = match self.browser.focus {
            Pane::Visits => Kind::Visit,
            Pane::Stops => Kind::Stop,
            Pane::Participants => Kind::Person,
            Pane::Statements => Kind::Statement,
            Pane::Detail => {
                let shown = match self.detail_target().map(|target| target.kind) {
                    None | Some(RecordKind::Visit) => Kind::Visit,
                    Some(RecordKind::Stop) => Kind::Stop,
                    Some(RecordKind::Participant | RecordKind::Organization) => Kind::Person,
                    Some(RecordKind::Statement) => Kind::Statement,
                };
                let mut list = List::new(Kind::ALL.len());
                list.select(Kind::ALL.iter().position(|kind| *kind == shown).unwrap_or_default());
                return self.overlays.push(Overlay::KindMenu(list));
            }
        };
        self.open_entry_form(kind);
    }

    /// Opens the form for a record of the open visit. If all visits are open, the visit is a field, with that of the shown record.
    pub(in crate::app) fn open_entry_form(&mut self, kind: Kind) {
        self.browser.find_in_pane = None;
        let visit = self.visit_to_add_to().filter(|_| kind != Kind::Visit);
        let key = visit.and_then(|visit| self.data.intern(visit));
        let mut form = EntryForm::new(kind, key);
        let shown = self.detail_target().and_then(|target| self.data.archive.visits.get(target.visit));
        if let (Some(field), Some(shown), None) = (kind.field("visit"), shown, key) {
            let known = Known { archive: &self.data.archive, visit: None };
            let is_clear = known.find(Input::Visit, &shown.title, self.lang).is_some();
            let name = if is_clear { shown.title.clone() } else { shown.id.to_string() };
            form.set_answers(vec![(field, name)]);
            form.focus_on(1);
        }
        self.overlays.push(Overlay::EntryForm(Box::new(form)));
    }

    /// The form, if it is the top overlay and can be changed.
    pub(in crate::app) fn form_mut(&mut self) -> Option<&mut EntryForm> {
        match self.overlays.top_mut() {
            Some(Overlay::EntryForm(form)) if !form.is_saving => Some(form),
            _ => None,
        }
    }

    /// Changes the form, which is visible from then on.
    fn change_form(&mut self, change: impl FnOnce(&mut EntryForm)) {
        if let Some(form) = self.form_mut() {
            form.covered = false;
            change(form);
        }
    }

    pub(in crate::app) fn edit_form(&mut self, edit: Edit) {
        self.change_form(|form| form.edit(edit));
    }

    pub(in crate::app) fn type_in_form(&mut self, text: &str) {
        let mut fits = true;
        self.change_form(|form| fits = form.type_in(text));
        if !fits {
            self.notice = Some(Notice::Entry(EntryNotice::TextTooLong));
        }
    }

    /// Moves in the names to choose from, then in the rows of a text, then between the fields; pages scroll the preview.
    pub(in crate::app) fn move_in_form(&mut self, step: Move) {
        let Some(Overlay::EntryForm(form)) = self.overlays.top() else { return };
        let rows = inside(self.form_preview_area(form)).height;
        let columns = self.form_text_columns(form);
        let rows = isize::try_from(rows.max(1)).unwrap_or(1);
        match step {
            Move::PageDown | Move::PageUp => {
                if let Some(form) = self.form_mut() {
                    form.scroll.shift(if step == Move::PageDown { rows } else { -rows });
                }
            }
            _ => {
                let down = step == Move::Next;
                self.change_form(|form| {
                    if !form.move_in_text(down, columns) && !form.choices.step(down) {
                        form.move_focus(down);
                    }
                });
            }
        }
    }

    /// Takes the selected name, or goes to the next field; at the end, shows the other fields or saves.
    pub(in crate::app) fn open_in_form(&mut self) -> Option<Effect> {
        let form = self.form_mut()?;
        if form.covered {
            form.covered = false;
            return None;
        }
        match form.focus() {
            FormRow::Save => return self.save_form(),
            FormRow::More => form.show_all(),
            FormRow::Field(_) => {
                if !form.take_choice() {
                    form.move_focus(true);
                }
            }
        }
        None
    }

    /// Closes the preview, or the form; asks first if something was typed.
    pub(in crate::app) fn leave_form(&mut self) {
        match self.form_mut() {
            None => self.notice = Some(Notice::Entry(EntryNotice::Writing)),
            Some(form) if form.covered => form.covered = false,
            Some(form) if form.has_text() => self.notice = Some(Notice::Entry(EntryNotice::FormWouldBeLost)),
            Some(_) => self.close(),
        }
    }

    /// Clears the field with the focus, or closes the form. While the record is written, the key quits if it is pressed again.
    pub(in crate::app) fn interrupt_form(&mut self) {
        match self.form_mut() {
            None => self.notice = Some(Notice::PressAgainToQuit),
            Some(form) if form.focused_field().is_some_and(|it| !it.text().is_empty()) => {
                form.edit(Edit::Clear);
            }
            Some(_) => self.leave_form(),
        }
    }

    /// The visit that gets the record of a form.
    pub(in crate::app) fn visit_of_form(&self, form: &EntryForm) -> Option<&Visit> {
        let archive = &self.data.archive;
        if let Some(key) = form.visit {
            return self.data.target(key).and_then(|target| archive.visits.get(target.visit));
        }
        let name = form.text_of("visit").filter(|name| !name.trim().is_empty())?;
        let found = Known { archive, visit: None }.find(Input::Visit, name, self.lang)?;
        archive.visits.iter().find(|visit| visit.id.as_str() == found.id)
    }

    /// The records that are known to a form.
    pub(in crate::app) fn known_to_form(&self, form: &EntryForm) -> Known<'_> {
        Known { archive: &self.data.archive, visit: self.visit_of_form(form) }
    }

    /// The records whose names a form compares with what is typed. In a large archive, only those of the visit.
    pub(in crate::app) fn names_known_to_form(&self, form: &EntryForm) -> Known<'_> {
        static NONE: LazyLock<Archive> = LazyLock::new(Archive::default);
        let known = self.known_to_form(form);
        let is_large = known.archive.visits.len() > MAX_LIVE_VISITS;
        Known { archive: if is_large { &NONE } else { known.archive }, ..known }
    }

    /// The names to choose from.
    pub(in crate::app) fn completions(&self, form: &EntryForm, field: &'static Field) -> Vec<KnownName> {
        let is_visit = field.input == Input::Visit;
        let known = if is_visit { self.known_to_form(form) } else { self.names_known_to_form(form) };
        known.completions(form.kind, field, self.lang)
    }

    /// Updates the names to choose from and the preview of the form after an event.
    pub(in crate::app) fn refresh_entry_form(&mut self) {
        let Some(Overlay::EntryForm(mut form)) =
            self.overlays.pop_if(|overlay| matches!(overlay, Overlay::EntryForm(_)))
        else {
            return;
        };
        let mut choices = std::mem::take(&mut form.choices);
        let mut has_moved = true;
        if let Some(it) = form.focused_field() {
            has_moved = !choices.is_of(it.field);
            let all = || self.completions(&form, it.field);
            choices.update(it.field, it.last_name(), all);
        } else {
            choices = Choices::default();
        }
        form.choices = choices;
        let is_live = has_moved || self.data.archive.visits.len() <= MAX_LIVE_VISITS;
        if form.preview.is_none() || (is_live && !form.is_previewed()) {
            let entry = form.entry(self.lang).map_err(|(_, error)| error);
            form.set_preview(entry.and_then(|entry| entry.record(self.known_to_form(&form), self.lang)));
        }
        self.overlays.push(Overlay::EntryForm(form));
    }

    /// Hands the answers to the editor; again, if what came back could not be read.
    fn edit_form_as_text(&mut self) -> Option<Effect> {
        let lang = self.lang;
        let form = self.form_mut()?;
        let fields = form.fields.iter().map(|it: &FormField| (it.field, it.text()));
        match form.faulty_text.clone().map_or_else(|| write_text_form(fields, lang), Ok) {
            Ok(text) => Some(Effect::EditText(text)),
            Err(error) => {
                self.notice = Some(Notice::Entry(EntryNotice::FaultyText(error.message(lang))));
                None
            }
        }
    }

    /// Uses the answers that come from the editor. What cannot be read is kept, to be mended there.
    pub(in crate::app) fn receive_form_text(&mut self, edited: Result<String, EditorError>) {
        let lang = self.lang;
        self.notice = match (edited, self.form_mut()) {
            (Err(error), _) => Some(Notice::EditorFailed(error)),
            (Ok(_), None) => None,
            (Ok(text), Some(form)) => match read_text_form(form.kind, &text) {
                // An emptied file changes nothing.
                Ok(answers) if answers.is_empty() => None,
                Ok(answers) => {
                    form.set_answers(answers);
                    None
                }
                Err(error) => {
                    form.faulty_text = Some(text);
                    Some(Notice::Entry(EntryNotice::FaultyText(error.message(lang))))
                }
            },
        };
    }
}
