//! Records of several visits, brought together.

use crate::app::identity::RecordKey;
use crate::app::list::List;
use crate::model::{RecordKind, Target};

/// What was brought together.
#[derive(Debug)]
pub struct RecordPage {
    /// What it is about.
    pub about: About,
    /// The records.
    pub rows: Vec<Target>,
    /// The chosen one.
    pub list: List,
}

/// What records have in common that are brought together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// A person, an organization or a place: first itself, then each visit, the newest first, with what was said.
    One(RecordKey),
    /// What was said at the same stop as this statement, or in the same visit where its stop is not known.
    Around(RecordKey),
    /// They are marked.
    Basket,
}

impl RecordPage {
    /// How many statements there are.
    pub fn statements(&self) -> usize {
        self.rows.iter().filter(|row| row.kind == RecordKind::Statement).count()
    }

    /// The chosen record.
    pub fn chosen(&self) -> Option<Target> {
        self.rows.get(self.list.selected()?).copied()
    }
}
