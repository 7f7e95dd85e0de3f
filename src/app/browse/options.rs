//! How the panes show the same records: sorting, lines per statement, translation, zoom.

use serde::{Deserialize, Serialize};

use crate::app::browse::Browser;
use crate::app::browse::sorting::{Order, Sorting};
use crate::app::data::Data;
use crate::app::layout::{Pane, PaneSizes};
use crate::app::scroll::Scroll;
use crate::lang::Lang;
use crate::text::{Line, TextRole};

/// How many lines of each statement a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize)]
pub enum Lines {
    /// All lines.
    #[default]
    All,
    /// The first line.
    One,
    /// The first three lines.
    Three,
}

impl Lines {
    pub(in crate::app) fn label(self, lang: Lang) -> &'static str {
        let m = lang.messages();
        match self {
            Self::All => m.all_lines,
            Self::One => m.one_line,
            Self::Three => m.three_lines,
        }
    }

    /// Shortens the lines of a statement: a header and the text.
    pub(in crate::app) fn shorten(self, mut lines: Vec<Line>, columns: usize) -> Vec<Line> {
        let most = match self {
            Self::All => return lines,
            Self::One => 2,
            Self::Three => 4,
        };
        if lines.len() > most {
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                let room = columns.saturating_sub(2);
                *last = if last.width() > room {
                    last.cut(columns)
                } else {
                    last.clone().with(" …", TextRole::Dim)
                };
            }
        }
        lines
    }

    fn next(self) -> Self {
        match self {
            Self::All => Self::One,
            Self::One => Self::Three,
            Self::Three => Self::All,
        }
    }
}

/// How the panes show the records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize)]
#[serde(default)]
pub(in crate::app) struct ViewOptions {
    /// Whether rows outside the filters are shown, dimmed.
    pub(in crate::app) show_outside: bool,
    /// The sorting of each list.
    pub(in crate::app) sortings: [Sorting; 4],
    /// How many lines of each statement a list shows.
    pub(in crate::app) lines: Lines,
    /// The index of the translation that is shown in place of the original, for statements that have it.
    pub(in crate::app) translation: Option<usize>,
    /// Whether the pane with the focus fills the screen.
    pub(in crate::app) zoomed: bool,
    /// The sizes of the panes.
    pub(in crate::app) sizes: PaneSizes,
}

impl ViewOptions {
    /// The sorting of a pane.
    pub(in crate::app) fn sorting(&self, pane: Pane) -> Sorting {
        self.sortings.get(pane.index()).copied().unwrap_or_default()
    }

    /// Shows all lines of each statement, one, or three, in turn. Returns the new setting.
    pub(in crate::app) fn next_lines(&mut self) -> Lines {
        self.lines = self.lines.next();
        self.lines
    }
}

impl Browser {
    /// The list with the focus, or the one whose selected row the detail shows if that has the focus.
    pub(in crate::app) fn current_list(&self) -> Pane {
        if self.focus == Pane::Detail { self.source } else { self.focus }
    }

    /// Sorts the rows of the current list. The same order again reverses them.
    pub(in crate::app) fn sort(&mut self, data: &mut Data, order: Order) {
        let pane = self.current_list();
        let old = self.options.sorting(pane);
        let reversed = order != Order::Given && old.order == order && !old.reversed;
        if let Some(slot) = self.options.sortings.get_mut(pane.index()) {
            *slot = Sorting { order, reversed };
        }
        self.refresh(data);
    }

    /// Hides or shows the rows outside the filters.
    pub(in crate::app) fn toggle_outside(&mut self, data: &mut Data) {
        self.options.show_outside = !self.options.show_outside;
        self.refresh(data);
    }

    /// Shows the next translation, or the original after the last of `count` translations.
    pub(in crate::app) fn next_translation(&mut self, count: usize) {
        self.options.translation = next_translation(self.options.translation, count);
        self.scroll = Scroll::default();
    }
}

/// The index of the translation after this one; `None`, for the original, after the last of `count`.
pub(in crate::app) fn next_translation(translation: Option<usize>, count: usize) -> Option<usize> {
    Some(translation.map_or(0, |at| at + 1)).filter(|at| *at < count)
}
