//! The content of the next frame: the visible rows and texts, rendered once per event.

use crate::app::layout::Pane;
use crate::app::list::Visible;
use crate::text::Line;

/// The visible rows of a list, as lines.
pub type VisibleRows = Visible<Vec<Line>>;

/// The content inside the borders. It is empty where an overlay covers it.
#[derive(Debug, Default)]
pub struct Frame {
    /// The rows of the four lists, by [`Pane::index`].
    pub(in crate::app) panes: [VisibleRows; 4],
    /// All lines of the detail.
    pub(in crate::app) detail: Vec<Line>,
    /// The rows of the page of records below a menu.
    pub(in crate::app) page: VisibleRows,
    /// The rows of the top overlay.
    pub(in crate::app) overlay: VisibleRows,
    /// All lines of the text in the top overlay: the text view, or the preview of the selected row.
    pub(in crate::app) text: Vec<Line>,
}

impl Frame {
    /// The rows of a list; the detail has none.
    pub fn pane(&self, pane: Pane) -> Option<&VisibleRows> {
        self.panes.get(pane.index())
    }

    /// All lines of the detail.
    pub fn detail(&self) -> &[Line] {
        &self.detail
    }

    /// The rows of the page of records below a menu.
    pub fn page(&self) -> &VisibleRows {
        &self.page
    }

    /// The rows of the top overlay.
    pub fn overlay(&self) -> &VisibleRows {
        &self.overlay
    }

    /// All lines of the text in the top overlay: the text view, or the preview of the selected row.
    pub fn text(&self) -> &[Line] {
        &self.text
    }
}
