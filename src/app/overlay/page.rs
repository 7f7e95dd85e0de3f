//! Pages of records, which may be of several visits.

use crate::app::identity::RecordKey;
use crate::app::list::List;
use crate::model::{RecordKind, Target};

/// A page of records.
#[derive(Debug)]
pub struct RecordPage {
    /// What its records have in common.
    pub content: PageContent,
    /// The records.
    pub rows: Vec<Target>,
    /// The selection.
    pub list: List,
}

/// What the records of a page have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageContent {
    /// A person, an organization or a place. The first record is the entity itself; its visits follow, the newest first, each with
    /// the statements of the entity.
    Entity(RecordKey),
    /// The statements at the same stop as this statement, or in the same visit if its stop is not stated.
    Context(RecordKey),
    /// The marked statements.
    Basket,
}

impl RecordPage {
    /// The number of statements on the page.
    pub fn statements(&self) -> usize {
        self.rows.iter().filter(|row| row.kind == RecordKind::Statement).count()
    }

    /// The selected record.
    pub fn selected(&self) -> Option<Target> {
        self.rows.get(self.list.selected()?).copied()
    }
}
