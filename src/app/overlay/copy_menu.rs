//! The menu of forms to copy and formats to export, and the options of copying.

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
    /// The order of name and title in a sentence for the press.
    pub(in crate::app) post_order: PostOrder,
    /// The folder of exported files, for people.
    pub(in crate::app) folder: String,
}

impl Default for CopyOptions {
    fn default() -> Self {
        Self { last_form: Form::Cite(Style::Press), post_order: PostOrder::default(), folder: String::new() }
    }
}

/// The copy menu, or the export menu.
#[derive(Debug)]
pub struct CopyMenu {
    /// The records to copy: one, or those of the basket; none if there is only something to export.
    pub records: Vec<RecordKey>,
    /// Their kind.
    pub kind: RecordKind,
    /// The index of the translation to copy; `None` for the original.
    pub translation: Option<usize>,
    /// The forms available for the records, each with the text to copy.
    pub forms: Vec<(Form, String)>,
    /// The selection.
    pub list: List,
    /// In the export menu, the records to export. Its rows are [`ExportFormat::ALL`](crate::export::ExportFormat::ALL).
    pub exports: Option<Selection>,
}

impl CopyMenu {
    /// The selected form, and the text to copy.
    pub fn selected(&self) -> Option<&(Form, String)> {
        self.forms.get(self.list.selected()?)
    }

    /// The selected form.
    pub fn form(&self) -> Option<Form> {
        self.selected().map(|(form, _)| *form)
    }
}
