//! A field that people fill in.

use super::input::Input;
use crate::lang::{Both, Lang};

/// A field that people fill in.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Its name in the format. A dot leads into a record (`place.locality`). `visitor`, `host`, `publisher` and `url` of a visit
    /// and `locator` of a statement stand for records of their own.
    pub name: &'static str,
    /// What it takes.
    pub input: Input,
    label: Both,
    hint: Both,
    headings: &'static [&'static str],
    /// Whether a record needs it.
    pub is_required: bool,
    /// Whether the command line and the explorer ask for it.
    pub is_asked: bool,
}

impl Field {
    pub(super) const fn new(name: &'static str, input: Input, id: &'static str, en: &'static str) -> Self {
        Self {
            name,
            input,
            label: Both { id, en },
            hint: Both { id: "", en: "" },
            headings: &[],
            is_required: false,
            is_asked: false,
        }
    }

    /// A field that the command line and the explorer ask for, with a line of help.
    pub(super) const fn asked(mut self, id: &'static str, en: &'static str) -> Self {
        self.hint = Both { id, en };
        self.is_asked = true;
        self
    }

    pub(super) const fn required(mut self) -> Self {
        self.is_required = true;
        self
    }

    /// Further headings of sheets, in lower case.
    pub(super) const fn headed(mut self, headings: &'static [&'static str]) -> Self {
        self.headings = headings;
        self
    }

    /// What it is called on the screen.
    pub fn label(&self, lang: Lang) -> &'static str {
        self.label.get(lang)
    }

    /// What to write, in a line; empty where the label says it all.
    pub fn hint(&self, lang: Lang) -> &'static str {
        self.hint.get(lang)
    }

    /// The headings of sheets that mean this field.
    pub fn headings(&self) -> impl Iterator<Item = &'static str> {
        [self.name, self.label.id, self.label.en].into_iter().chain(self.headings.iter().copied())
    }
}
