//! The borders between panes: which one is at a cell, and the sizes of panes that the user has chosen by dragging it.

use ratatui::layout::Rect;
use serde::{Deserialize, Serialize};

use super::{Layout, Pane};

/// The unit of a [`Share`].
const WHOLE: u32 = 10_000;

/// The minimum columns and rows of a pane that is made smaller.
const MIN_PANE: (u16, u16) = (16, 3);

/// A part of a length, in ten-thousandths, so that it has a meaning on a screen of any size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
struct Share(u16);

impl Share {
    fn of(part: u16, whole: u16) -> Self {
        let share = (u32::from(part) * WHOLE).div_ceil(u32::from(whole.max(1)));
        Self(u16::try_from(share.min(WHOLE)).unwrap_or_default())
    }

    fn length(self, whole: u16) -> u16 {
        u16::try_from(u32::from(self.0) * u32::from(whole) / WHOLE).unwrap_or(whole)
    }
}

/// The sizes that the user has chosen. Without one, a size follows from the content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize)]
pub(in crate::app) struct PaneSizes {
    /// The width of a column of lists, where there is one, and where there are two.
    lists: [Option<Share>; 2],
    /// The width of the statements beside the detail.
    statements_width: Option<Share>,
    /// The height of the statements above the detail.
    statements_height: Option<Share>,
    /// The heights of visits, stops and participants.
    heights: [Option<Share>; 3],
}

impl PaneSizes {
    /// The width of a column of lists, of which there are one or two.
    pub(super) fn list_width(&self, columns: u16, whole: u16, default: u16) -> u16 {
        let share = if columns == 1 { self.lists[0] } else { self.lists[1] };
        let most = whole.saturating_sub(2 * MIN_PANE.0) / columns;
        share.map_or(default, |share| share.length(whole).clamp(MIN_PANE.0, most.max(MIN_PANE.0)))
    }

    /// The width of the statements beside the detail.
    pub(super) fn statements_width(&self, whole: u16, default: u16) -> u16 {
        let most = whole.saturating_sub(MIN_PANE.0).max(MIN_PANE.0);
        self.statements_width.map_or(default, |share| share.length(whole).clamp(MIN_PANE.0, most))
    }

    /// The height of the statements above the detail.
    pub(super) fn statements_height(&self, whole: u16, default: u16) -> u16 {
        let most = whole.saturating_sub(MIN_PANE.1).max(MIN_PANE.1);
        self.statements_height.map_or(default, |share| share.length(whole).clamp(MIN_PANE.1, most))
    }

    /// The height of a pane in a column with this many panes more.
    pub(super) fn height(&self, pane: Pane, whole: u16, others: u16) -> Option<u16> {
        let most = whole.saturating_sub(others * MIN_PANE.1).max(MIN_PANE.1);
        let share = self.heights.get(pane.index()).copied().flatten()?;
        Some(share.length(whole).clamp(MIN_PANE.1, most))
    }

    fn set_height(&mut self, pane: Pane, height: u16, whole: u16) {
        if let Some(slot) = self.heights.get_mut(pane.index()) {
            *slot = Some(Share::of(height, whole));
        }
    }
}

/// A border between panes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app) struct Border {
    side: BorderSide,
    /// Whether the cell belongs to the pane on the right or below.
    is_second: bool,
}

/// Where a border is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum BorderSide {
    /// On the right of this many columns of lists, of which there are as many as the second number says.
    RightOfLists(u16, u16),
    /// Between statements and detail side by side.
    RightOfStatements,
    /// Between statements and detail.
    BelowStatements,
    /// Below a list of a column.
    Below(Pane),
}

impl Layout {
    /// The border between two panes at a cell.
    pub(in crate::app) fn border_at(&self, column: u16, row: u16) -> Option<Border> {
        let shown = || Pane::ALL.into_iter().filter(|pane| !self.pane(*pane).is_empty());
        shown()
            .find_map(|first| shown().find_map(|second| self.border_between([first, second], (column, row))))
    }

    fn border_between(&self, panes: [Pane; 2], (column, row): (u16, u16)) -> Option<Border> {
        let [first, second] = panes.map(|pane| self.pane(pane));
        let is_of_statements = panes == [Pane::Statements, Pane::Detail];
        let has_row = |area: Rect| area.top() <= row && row < area.bottom();
        if first.right() == second.left()
            && has_row(first)
            && has_row(second)
            && (column + 1 == second.left() || column == second.left())
        {
            let lists = self.list_columns();
            let before = lists.iter().filter(|left| **left < second.left()).count();
            let count = |number: usize| u16::try_from(number).unwrap_or(1);
            let side = if is_of_statements {
                BorderSide::RightOfStatements
            } else {
                BorderSide::RightOfLists(count(before), count(lists.len()))
            };
            return Some(Border { side, is_second: column == second.left() });
        }
        let is_below = first.bottom() == second.top() && first.left() == second.left();
        let is_on = row + 1 == second.top() || row == second.top();
        if is_below && is_on && first.left() < column && column + 1 < first.right() {
            let side =
                if is_of_statements { BorderSide::BelowStatements } else { BorderSide::Below(panes[0]) };
            return Some(Border { side, is_second: row == second.top() });
        }
        None
    }

    /// The pane whose upper border, which has its title, is at a cell.
    pub(in crate::app) fn title_at(&self, column: u16, row: u16) -> Option<Pane> {
        self.pane_at(column, row).filter(|pane| {
            let area = self.pane(*pane);
            row == area.top() && area.left() < column && column + 1 < area.right()
        })
    }

    /// The left edges of the columns of lists.
    fn list_columns(&self) -> Vec<u16> {
        let lists = [Pane::Visits, Pane::Stops, Pane::Participants].map(|pane| self.pane(pane));
        let mut edges: Vec<u16> = lists.into_iter().filter(|area| !area.is_empty()).map(Rect::left).collect();
        edges.sort_unstable();
        edges.dedup();
        edges
    }

    /// The sizes with a border at a cell.
    pub(in crate::app) fn with_border_at(
        &self,
        sizes: PaneSizes,
        Border { side, is_second }: Border,
        (column, row): (u16, u16),
    ) -> PaneSizes {
        let mut sizes = sizes;
        // The first column and the first row behind the border of the first pane.
        let shift = u16::from(!is_second);
        let (x, y) = (column.saturating_add(shift), row.saturating_add(shift));
        let (statements, detail) = (self.pane(Pane::Statements), self.pane(Pane::Detail));
        match side {
            BorderSide::RightOfLists(before, count) => {
                let slot = if count == 1 { &mut sizes.lists[0] } else { &mut sizes.lists[1] };
                *slot = Some(Share::of(x / before.max(1), self.screen.width));
            }
            BorderSide::RightOfStatements => {
                let whole = statements.width + detail.width;
                sizes.statements_width = Some(Share::of(x.saturating_sub(statements.left()), whole));
            }
            BorderSide::BelowStatements => {
                let whole = statements.height + detail.height;
                sizes.statements_height = Some(Share::of(y.saturating_sub(statements.top()), whole));
            }
            BorderSide::Below(pane) => {
                let area = self.pane(pane);
                let is_in_column = |it: &Pane| {
                    let other = self.pane(*it);
                    !other.is_empty() && other.left() == area.left()
                };
                let column = || Pane::ALL.into_iter().filter(is_in_column);
                let whole = column().map(|it| self.pane(it).height).sum();
                // The panes above stay as they are.
                for above in column().filter(|it| self.pane(*it).top() < area.top()) {
                    sizes.set_height(above, self.pane(above).height, whole);
                }
                sizes.set_height(pane, y.saturating_sub(area.top()), whole);
            }
        }
        sizes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_share_keeps_a_length(whole in 1u16..2000, part in 0u16..2000) {
            let part = part.min(whole);
            prop_assert_eq!(Share::of(part, whole).length(whole), part);
        }
    }
}
