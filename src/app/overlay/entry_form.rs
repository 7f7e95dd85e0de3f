//! The form by which a record is added: its fields, and the names to choose from.

use crate::app::identity::RecordKey;
use crate::app::input::command::Edit;
use crate::app::input::rows::{byte_at, input_rows, place_of};
use crate::app::input::typing::{edit_text, insert_text, to_lines, to_single_line};
use crate::app::list::List;
use crate::app::overlay::choices::Choices;
use crate::app::scroll::Scroll;
use tui_input::Input as TextInput;

use crate::entry::{Entry, EntryError, Field, Input, Kind, NewRecord};
use crate::lang::Lang;

/// A form.
#[derive(Debug)]
pub struct EntryForm {
    /// The kind of record.
    pub kind: Kind,
    /// The visit that gets the record; `None` for a new visit, and if the visit is a field.
    pub(in crate::app) visit: Option<RecordKey>,
    /// The fields, those that are asked for first.
    pub fields: Vec<FormField>,
    /// How many of them are shown.
    shown: usize,
    /// The rows, and the one with the focus.
    pub list: List,
    /// The names to choose from for the field with the focus.
    pub choices: Choices,
    /// What will be written, or why nothing can be.
    pub preview: Option<Preview>,
    /// The scroll position of the preview.
    pub scroll: Scroll,
    /// Whether the preview covers the form.
    pub covered: bool,
    /// Whether the record is being written.
    pub is_saving: bool,
    /// The field that was refused when the record was put together.
    refused: Option<(&'static str, EntryError)>,
    /// A text from the editor that could not be read.
    pub(in crate::app) faulty_text: Option<String>,
    /// The names that are new, as the user said by saving again, each with its list.
    pub(in crate::app) new_names: Vec<(&'static str, String)>,
}

/// A field of a form.
#[derive(Debug)]
pub struct FormField {
    /// The field.
    pub field: &'static Field,
    input: TextInput,
    /// Whether its answer is checked: not before the focus has left it.
    is_left: bool,
}

/// A row of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormRow {
    /// The field with this index.
    Field(usize),
    /// Shows the other fields.
    More,
    /// Writes the record.
    Save,
}

/// The record that the answers make.
#[derive(Debug)]
pub struct Preview {
    /// The texts of the fields.
    texts: Vec<String>,
    /// The record.
    pub record: Result<NewRecord, EntryError>,
}

impl FormField {
    /// What was typed.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// The byte of the text at which the cursor is.
    pub fn cursor(&self) -> usize {
        let text = self.text();
        text.char_indices().nth(self.input.cursor()).map_or(text.len(), |(at, _)| at)
    }

    /// Whether it takes several names or texts, separated by semicolons.
    pub fn takes_several(&self) -> bool {
        matches!(
            self.field.input,
            Input::People | Input::Organizations | Input::Stops | Input::Topics | Input::Texts
        )
    }

    /// The names of other records in it.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let has_names =
            matches!(self.field.input, Input::People | Input::Organizations | Input::Stops | Input::Source);
        self.text().split(';').map(str::trim).filter(move |_| has_names)
    }

    /// Whether this name was typed into it.
    pub(in crate::app) fn has_name(&self, name: &str) -> bool {
        self.names().any(|it| it == name) || self.field.name == "name" && self.text().trim() == name
    }

    /// The name that is being typed: behind the last semicolon, if it takes several.
    pub(in crate::app) fn last_name(&self) -> &str {
        let text = self.text();
        let last = if self.takes_several() { text.rsplit(';').next() } else { Some(text) };
        last.unwrap_or_default().trim()
    }

    fn set(&mut self, text: String) {
        self.input = TextInput::new(text);
    }

    fn move_cursor(&mut self, byte: usize) {
        let chars = self.text().get(..byte).unwrap_or_default().chars().count();
        self.input = self.input.clone().with_cursor(chars);
    }
}

impl EntryForm {
    /// An empty form for a record of a visit, or of one that is chosen in the form.
    pub(in crate::app) fn new(kind: Kind, visit: Option<RecordKey>) -> Self {
        let asks_visit = kind != Kind::Visit && visit.is_none();
        let is_first = |it: &Field| it.is_asked || it.input == Input::Visit;
        let fits = |it: &&Field| it.input != Input::Visit || asks_visit;
        let (first, others): (Vec<&Field>, Vec<&Field>) =
            kind.fields().iter().filter(fits).partition(|it| is_first(it));
        let shown = first.len();
        let field = |field| FormField { field, input: TextInput::default(), is_left: false };
        let fields: Vec<FormField> = first.into_iter().chain(others).map(field).collect();
        Self {
            kind,
            visit,
            list: List::new(shown + 2),
            fields,
            shown,
            choices: Choices::default(),
            preview: None,
            scroll: Scroll::default(),
            covered: false,
            is_saving: false,
            refused: None,
            faulty_text: None,
            new_names: Vec::new(),
        }
    }

    /// A row.
    pub fn row(&self, row: usize) -> FormRow {
        match row {
            row if row < self.shown => FormRow::Field(row),
            row if row == self.shown && self.hidden() > 0 => FormRow::More,
            _ => FormRow::Save,
        }
    }

    /// How many fields are not shown.
    pub fn hidden(&self) -> usize {
        self.fields.len() - self.shown
    }

    /// How many fields are shown.
    pub(in crate::app) fn shown(&self) -> usize {
        self.shown
    }

    /// The row with the focus.
    pub fn focus(&self) -> FormRow {
        self.row(self.list.selected().unwrap_or_default())
    }

    /// The field with the focus.
    pub fn focused_field(&self) -> Option<&FormField> {
        match self.focus() {
            FormRow::Field(at) => self.fields.get(at),
            FormRow::More | FormRow::Save => None,
        }
    }

    fn focused_field_mut(&mut self) -> Option<&mut FormField> {
        match self.focus() {
            FormRow::Field(at) => self.fields.get_mut(at),
            FormRow::More | FormRow::Save => None,
        }
    }

    /// Moves the focus, and from then on checks the field that had it.
    pub(in crate::app) fn set_list(&mut self, list: List) {
        if list.selected() != self.list.selected()
            && let Some(field) = self.focused_field_mut()
        {
            field.is_left = true;
        }
        self.list = list;
    }

    /// Moves the focus to a row.
    pub(in crate::app) fn focus_on(&mut self, row: usize) {
        let mut list = self.list;
        list.select(row);
        self.set_list(list);
    }

    /// Moves the focus to the next or the previous row.
    pub(in crate::app) fn move_focus(&mut self, forward: bool) {
        let row = self.list.selected().unwrap_or_default();
        self.focus_on(if forward { row + 1 } else { row.saturating_sub(1) });
    }

    /// Shows all fields.
    pub(in crate::app) fn show_all(&mut self) {
        self.shown = self.fields.len();
        self.list = self.list.resized(self.shown + 1);
    }

    /// Whether anything was typed.
    pub fn has_text(&self) -> bool {
        let is_typed = |it: &FormField| it.field.input != Input::Visit && !it.text().trim().is_empty();
        self.faulty_text.is_some() || self.fields.iter().any(is_typed)
    }

    /// The text of the field with this name.
    pub(in crate::app) fn text_of(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|it| it.field.name == name).map(FormField::text)
    }

    /// Why the answer in a field does not fit, once the focus has left it.
    pub fn error(&self, at: usize, lang: Lang) -> Option<EntryError> {
        let field = self.fields.get(at)?;
        let refused = self.refused.as_ref().filter(|(name, _)| *name == field.field.name);
        refused.map(|(_, error)| error.clone()).or_else(|| {
            let read = || field.field.read(field.text(), lang).err();
            field.is_left.then(read).flatten()
        })
    }

    /// Types a text into the field with the focus. Returns false if it is too long.
    pub(in crate::app) fn type_in(&mut self, text: &str) -> bool {
        let Some(field) = self.focused_field_mut() else { return true };
        let text = match field.field.input {
            Input::Lines => to_lines(text),
            // Each on a line of its own, as in a list that was copied.
            _ if field.takes_several() && text.trim().contains('\n') => {
                to_lines(text.trim()).replace('\n', "; ")
            }
            _ => to_single_line(text),
        };
        let fits = insert_text(&mut field.input, &text);
        self.changed();
        fits
    }

    /// Edits the text of the field with the focus.
    pub(in crate::app) fn edit(&mut self, edit: Edit) {
        if let Some(field) = self.focused_field_mut() {
            edit_text(&mut field.input, edit);
            self.changed();
        }
    }

    fn changed(&mut self) {
        if let Some(field) = self.focused_field_mut() {
            field.is_left = false;
        }
        (self.refused, self.faulty_text) = (None, None);
    }

    /// Moves the cursor up or down within the text of the field with the focus, drawn in this many columns. Returns whether there is
    /// such a row.
    pub(in crate::app) fn move_in_text(&mut self, down: bool, columns: usize) -> bool {
        let Some(field) = self.focused_field_mut() else { return false };
        let rows = input_rows(field.text(), columns);
        let (row, column) = place_of(field.text(), &rows, field.cursor());
        let next = if down { Some(row + 1) } else { row.checked_sub(1) };
        let Some(next) = next.and_then(|next| rows.get(next)) else { return false };
        let byte = byte_at(field.text(), next, column);
        field.move_cursor(byte);
        true
    }

    /// Puts the selected name into the field with the focus. Returns false if none is selected.
    pub(in crate::app) fn take_choice(&mut self) -> bool {
        let Some(chosen) = self.choices.selected().map(|it| it.text.clone()) else { return false };
        let Some(field) = self.focused_field_mut() else { return false };
        let several = field.takes_several();
        let before = field.text().rfind(';').filter(|_| several);
        let before = before.and_then(|at| field.text().get(..at)).map(|names| format!("{names}; "));
        field.set(before.unwrap_or_default() + &chosen);
        self.changed();
        if !several {
            self.move_focus(true);
        }
        true
    }

    /// Goes to the next field. What is typed into a field with few words means the selected one.
    pub(in crate::app) fn leave_forward(&mut self) {
        let takes_few = |it: &FormField| matches!(it.field.input, Input::Word(words) if words.is_closed());
        if !(self.focused_field().is_some_and(takes_few) && self.take_choice()) {
            self.move_focus(true);
        }
    }

    /// The answers. An error comes with the name of its field.
    pub(in crate::app) fn entry(&self, lang: Lang) -> Result<Entry, (&'static str, EntryError)> {
        let mut entry = Entry::new(self.kind);
        // The visit is not a part of the record.
        for it in self.fields.iter().filter(|it| it.field.input != Input::Visit) {
            entry.answer(it.field, it.text(), lang).map_err(|error| (it.field.name, error))?;
        }
        Ok(entry)
    }

    /// Shows why the record cannot be put together, with the focus on the field where that can be mended.
    pub(in crate::app) fn refuse(&mut self, field: Option<&'static str>, error: EntryError) {
        let own_id = self.text_of("id").is_some_and(|id| !id.trim().is_empty());
        let field = field.or(match (&error, self.kind) {
            (EntryError::Missing(field), _) => Some(field.name),
            (EntryError::BadId(_), _) => Some("id"),
            (EntryError::IdTaken(_), _) if own_id => Some("id"),
            (EntryError::IdTaken(_) | EntryError::Nameless, _) => Some("name"),
            (EntryError::NoVisit, _) => Some("visit"),
            (EntryError::NoSource, _) => Some("source"),
            (EntryError::SeveralNames, Kind::Stop) => Some("organization"),
            (EntryError::SeveralNames, _) => Some("stop"),
            _ => None,
        });
        let Some((at, name)) = field.and_then(|name| {
            let at = self.fields.iter().position(|it| it.field.name == name)?;
            Some((at, name))
        }) else {
            return;
        };
        if at >= self.shown {
            self.show_all();
        }
        self.focus_on(at);
        self.refused = Some((name, error));
    }

    /// Whether the preview is of these answers.
    pub(in crate::app) fn is_previewed(&self) -> bool {
        let texts = self.fields.iter().map(FormField::text);
        self.preview.as_ref().is_some_and(|it| it.texts.iter().map(String::as_str).eq(texts))
    }

    pub(in crate::app) fn set_preview(&mut self, record: Result<NewRecord, EntryError>) {
        let texts = self.fields.iter().map(|it| it.text().to_owned()).collect();
        self.preview = Some(Preview { texts, record });
    }

    /// Forgets what was computed from the records.
    pub(in crate::app) fn forget_records(&mut self) {
        (self.preview, self.choices) = (None, Choices::default());
    }

    /// Replaces all answers.
    pub(in crate::app) fn set_answers(&mut self, answers: Vec<(&'static Field, String)>) {
        for it in &mut self.fields {
            it.set(String::new());
            it.is_left = true;
        }
        for (field, text) in answers {
            let at = self.fields.iter().position(|it| it.field.name == field.name);
            if at.is_some_and(|at| at >= self.shown) && !text.is_empty() {
                self.show_all();
            }
            if let Some(it) = at.and_then(|at| self.fields.get_mut(at)) {
                it.set(text);
            }
        }
        (self.refused, self.faulty_text) = (None, None);
    }
}
