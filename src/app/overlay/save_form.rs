//! The form that asks for the name of an export or of a basket, and for the title and the opening of collected quotes; and the
//! list of baskets that are kept.

use crate::app::input::command::Edit;
use crate::app::input::typing::{edit_text, insert, to_single_line};
use crate::app::list::List;
use crate::export::{ExportFormat, KeptBasket, Naming, Selection};
use tui_input::Input as TextInput;

/// What gets the name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SavePurpose {
    /// A file with records in this format.
    Export(ExportFormat, Selection),
    /// The basket; whether one of the same name is replaced.
    Basket(bool),
}

/// A field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SaveField {
    /// The name of the file, without its extension, or of the basket.
    Name,
    /// The title of the collection.
    Title,
    /// How the collection opens.
    Lead,
}

/// The form.
#[derive(Debug)]
pub struct SaveForm {
    /// What gets the name.
    pub purpose: SavePurpose,
    /// The fields.
    pub fields: Vec<(SaveField, TextInput)>,
    /// The rows, one for each field.
    pub list: List,
}

impl SaveForm {
    /// A form with these texts. The title and the opening are asked for if the collection has them.
    pub(in crate::app) fn new(purpose: SavePurpose, texts: Naming) -> Self {
        let has_title = match &purpose {
            SavePurpose::Export(format, _) => format.is_of_quotes(),
            SavePurpose::Basket(_) => true,
        };
        let mut fields = vec![(SaveField::Name, TextInput::new(texts.name))];
        if has_title {
            fields.push((SaveField::Title, TextInput::new(texts.title.unwrap_or_default())));
            fields.push((SaveField::Lead, TextInput::new(texts.lead.unwrap_or_default())));
        }
        Self { purpose, list: List::new(fields.len()), fields }
    }

    /// The text of a field, without spaces around it; none if it is empty.
    pub fn text(&self, field: SaveField) -> Option<&str> {
        let (_, input) = self.fields.iter().find(|(it, _)| *it == field)?;
        Some(input.value().trim()).filter(|text| !text.is_empty())
    }

    /// The texts that were typed.
    pub(in crate::app) fn texts(&self) -> Naming {
        let text = |field| self.text(field).map(str::to_owned);
        Naming { name: self.file_name(), title: text(SaveField::Title), lead: text(SaveField::Lead) }
    }

    /// How many lines its rows have.
    pub fn lines(&self) -> usize {
        self.fields.len() + usize::from(matches!(self.purpose, SavePurpose::Export(..)))
    }

    /// The name of the file without its extension, even if that was typed.
    pub fn file_name(&self) -> String {
        let name = self.text(SaveField::Name).unwrap_or_default();
        match &self.purpose {
            SavePurpose::Export(format, _) => {
                name.strip_suffix(&format!(".{}", format.extension())).unwrap_or(name).to_owned()
            }
            SavePurpose::Basket(_) => name.to_owned(),
        }
    }

    fn input(&mut self) -> Option<&mut TextInput> {
        let at = self.list.selected()?;
        self.fields.get_mut(at).map(|(_, input)| input)
    }

    pub(in crate::app) fn type_in(&mut self, text: &str) {
        self.input().into_iter().for_each(|input| insert(input, &to_single_line(text)));
        self.is_changed();
    }

    pub(in crate::app) fn edit(&mut self, edit: Edit) {
        self.input().into_iter().for_each(|input| edit_text(input, edit));
        self.is_changed();
    }

    /// Another basket is not replaced because one was asked about.
    fn is_changed(&mut self) {
        if let SavePurpose::Basket(replaces) = &mut self.purpose {
            *replaces = false;
        }
    }

    /// Moves to the next or the previous field, from the last to the first.
    pub(in crate::app) fn step(&mut self, forward: bool) {
        let (at, count) = (self.list.selected().unwrap_or_default(), self.fields.len().max(1));
        self.list.select(if forward { (at + 1) % count } else { (at + count - 1) % count });
    }
}

/// The baskets that are kept.
#[derive(Debug)]
pub struct BasketMenu {
    /// The baskets.
    pub baskets: Vec<KeptBasket>,
    /// The selection.
    pub list: List,
}
