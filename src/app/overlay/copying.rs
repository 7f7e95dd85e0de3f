//! The menu of what can be copied or exported, and the options of copying.

use crate::app::form::Form;
use crate::app::identity::RecordKey;
use crate::app::list::List;
use crate::cite::{PostOrder, Style};
use crate::export::Selection;
use crate::model::RecordKind;

/// How records are copied.
#[derive(Debug)]
pub(in crate::app) struct CopyOptions {
    /// The form that was copied last.
    pub(in crate::app) last_form: Form,
    /// Where a post stands beside a name in a sentence for the press.
    pub(in crate::app) post_order: PostOrder,
}

impl Default for CopyOptions {
    fn default() -> Self {
        Self { last_form: Form::Cite(Style::Press), post_order: PostOrder::default() }
    }
}

/// The menu of what can leave.
#[derive(Debug)]
pub struct CopyMenu {
    /// The records: one, or those of the basket; none when there is only something to write.
    pub records: Vec<RecordKey>,
    /// Of which kind they are.
    pub kind: RecordKind,
    /// In the words of one of its translations.
    pub translation: Option<usize>,
    /// The forms that the record has, each with what would be copied.
    pub forms: Vec<(Form, String)>,
    /// The chosen row.
    pub list: List,
    /// What is to be written into a file; then the rows are those of [`ExportFormat::ALL`](crate::export::ExportFormat::ALL).
    pub exports: Option<Selection>,
}

impl CopyMenu {
    /// The chosen form, and what it would copy.
    pub fn chosen(&self) -> Option<&(Form, String)> {
        self.forms.get(self.list.selected()?)
    }

    /// The chosen form.
    pub fn form(&self) -> Option<Form> {
        self.chosen().map(|(form, _)| *form)
    }
}
