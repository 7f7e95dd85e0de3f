//! A list of items of different heights behind a window: which item is selected, and which rows are visible.
//!
//! Heights are only requested around the window, whatever the length of the list.

use std::ops::Range;

/// Returns the height of an item in rows; at least 1.
pub(crate) type Heights<'a> = &'a mut dyn FnMut(usize) -> usize;

/// The state of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct List {
    len: usize,
    selected: usize,
    /// The first visible item.
    top: usize,
    /// How many of its rows are above the window.
    skip: usize,
}

/// The visible part of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// The item.
    pub item: usize,
    /// Its visible rows.
    pub rows: Range<usize>,
    /// The row of the window where they begin.
    pub at: usize,
}

/// The visible part of a list.
#[derive(Debug)]
pub struct Visible<T> {
    /// The visible items, each with its content.
    pub slots: Vec<(Slot, T)>,
    /// Whether there are rows above the window.
    pub above: bool,
    /// Whether there are rows below the window.
    pub below: bool,
}

impl<T> Default for Visible<T> {
    fn default() -> Self {
        Self { slots: Vec::new(), above: false, below: false }
    }
}

impl List {
    /// A list of `len` items with the first one selected.
    pub fn new(len: usize) -> Self {
        Self { len, ..Self::default() }
    }

    /// The same selection and window with another number of items.
    #[must_use]
    pub fn resized(self, len: usize) -> Self {
        Self { len, selected: self.selected.min(len.saturating_sub(1)), ..self }
    }

    /// The number of items.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether the list has no items.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The number of the selected item, from 1, and the number of items.
    pub fn position(&self) -> Option<(usize, usize)> {
        self.selected().map(|row| (row + 1, self.len()))
    }

    /// The selected item; `None` if the list is empty.
    pub fn selected(&self) -> Option<usize> {
        (self.len > 0).then_some(self.selected)
    }

    /// The first visible item.
    pub fn top(&self) -> usize {
        self.top
    }

    /// Makes an item the first visible one. With `keep_skip`, its hidden rows stay as many as those of the first item were.
    pub fn scroll_to(&mut self, item: usize, keep_skip: bool) {
        self.top = item;
        self.skip = if keep_skip { self.skip } else { 0 };
    }

    /// Selects the item that was selected before, at its new index, and moves the window along.
    pub fn select_moved(&mut self, item: usize) {
        self.top = (self.top + item).saturating_sub(self.selected);
        self.select(item);
    }

    /// Selects an item, or the last one if the index is too large.
    pub fn select(&mut self, item: usize) {
        self.selected = item.min(self.len.saturating_sub(1));
    }

    /// Selects the next item. If the selected item extends below the window, scrolls by one row instead.
    pub fn down(&mut self, window: usize, heights: Heights<'_>) {
        let below = self.hidden_below(window, heights);
        if self.selected == self.top && below > 0 {
            self.skip += 1;
        } else if self.selected + 1 < self.len {
            self.selected += 1;
            if heights(self.selected) > window {
                (self.top, self.skip) = (self.selected, 0);
            }
        }
    }

    /// Selects the previous item. If the selected item begins above the window, scrolls by one row instead.
    pub fn up(&mut self, window: usize, heights: Heights<'_>) {
        if self.selected == self.top && self.skip > 0 {
            self.skip -= 1;
        } else if self.selected > 0 {
            self.selected -= 1;
            let height = heights(self.selected);
            if height > window {
                (self.top, self.skip) = (self.selected, height - window);
            }
        }
    }

    /// Moves the window down by `rows`, or to the end, and selects the first item that is visible as a whole; at the end, the last
    /// item. No row is skipped.
    pub fn page_down(&mut self, rows: usize, window: usize, heights: Heights<'_>) {
        if window == 0 {
            return;
        }
        let below = self.rows_from_top(window + rows, heights).saturating_sub(window);
        if below == 0 {
            self.select(usize::MAX);
            return;
        }
        self.skip += below.min(rows);
        while self.skip >= heights(self.top) {
            self.skip -= heights(self.top);
            self.top += 1;
        }
        if let Some((first, _)) = self.whole_visible(window, heights) {
            self.selected = first;
        } else {
            // Two items are visible in part: show the end of the upper one first.
            self.selected = self.top;
            self.fill_up_to(self.top, window, heights);
        }
    }

    /// Moves the window up by `rows`, or to the start, and selects the first item that is visible as a whole.
    pub fn page_up(&mut self, rows: usize, window: usize, heights: Heights<'_>) {
        if window == 0 {
            return;
        }
        if (self.top, self.skip) == (0, 0) {
            self.select(0);
            return;
        }
        let mut rows = rows;
        while rows > self.skip && self.top > 0 {
            rows -= self.skip;
            self.top -= 1;
            self.skip = heights(self.top);
        }
        self.skip = self.skip.saturating_sub(rows);
        if let Some((first, _)) = self.whole_visible(window, heights) {
            self.selected = first;
        } else {
            // Two items are visible in part: show the start of the lower one first.
            let last = self.slots(window, heights).last().map_or(self.top, |slot| slot.item);
            (self.selected, self.top, self.skip) = (last, last, 0);
        }
    }

    /// The first and the last item that are visible as a whole, or fill the window.
    fn whole_visible(&self, window: usize, heights: Heights<'_>) -> Option<(usize, usize)> {
        let slots = self.visible(window, heights, |height| *height).slots;
        let is_whole = |(slot, height): &&(Slot, usize)| slot.rows.len() == (*height).min(window);
        let (first, _) = slots.iter().find(is_whole)?;
        let (last, _) = slots.iter().rev().find(is_whole)?;
        Some((first.item, last.item))
    }

    /// Moves the window by one row; the selection stays visible.
    pub fn scroll(&mut self, down: bool, window: usize, heights: Heights<'_>) {
        if window == 0 {
            return;
        }
        if down {
            if self.rows_from_top(window + 1, heights) > window {
                self.skip += 1;
                if self.skip >= heights(self.top) {
                    (self.top, self.skip) = (self.top + 1, 0);
                }
            }
        } else if self.skip > 0 {
            self.skip -= 1;
        } else if self.top > 0 {
            self.top -= 1;
            self.skip = heights(self.top).saturating_sub(1);
        }
        if let Some((first, last)) = self.whole_visible(window, heights) {
            self.selected = self.selected.clamp(first, last);
        }
    }

    /// The item in a row of the window.
    pub fn item_at(&self, row: usize, window: usize, heights: Heights<'_>) -> Option<usize> {
        let slots = self.slots(window, heights);
        slots.iter().find(|slot| (slot.at..slot.at + slot.rows.len()).contains(&row)).map(|slot| slot.item)
    }

    /// Adjusts the scroll position to a window, so that the selection is visible and no row is empty that an item could fill.
    pub fn fit_to_window(&mut self, window: usize, heights: Heights<'_>) {
        self.selected = self.selected.min(self.len.saturating_sub(1));
        self.top = self.top.min(self.len.saturating_sub(1));
        if self.len == 0 || window == 0 {
            (self.top, self.skip) = (self.selected, 0);
            return;
        }
        let height = heights(self.selected);
        self.skip = self.skip.min(heights(self.top).saturating_sub(1));
        if height > window {
            let keep = self.top == self.selected;
            self.skip = if keep { self.skip.min(height - window) } else { 0 };
            self.top = self.selected;
        } else if self.selected < self.top || (self.selected == self.top && self.skip > 0) {
            (self.top, self.skip) = (self.selected, 0);
        } else if !self.ends_within(window, heights) {
            self.fill_up_to(self.selected, window, heights);
        }
        if self.rows_from_top(window, heights) < window {
            self.fill_up_to(self.len - 1, window, heights);
        }
    }

    /// The visible parts of items in a window of this many rows, from the top.
    fn slots(&self, window: usize, heights: Heights<'_>) -> Vec<Slot> {
        self.visible(window, heights, |height| *height).slots.into_iter().map(|(slot, _)| slot).collect()
    }

    /// The visible part in a window of this many rows. `make` returns the content of an item, and is called once for each.
    pub fn visible<T>(
        &self,
        window: usize,
        mut make: impl FnMut(usize) -> T,
        height: impl Fn(&T) -> usize,
    ) -> Visible<T> {
        let mut slots: Vec<(Slot, T)> = Vec::new();
        let (mut at, mut from) = (0, self.skip);
        let mut below = false;
        for item in self.top..self.len {
            if at >= window {
                below = true;
                break;
            }
            let content = make(item);
            let height = height(&content).max(1);
            let rows = from.min(height)..height.min(from + window - at);
            below = rows.end < height;
            let taken = rows.len();
            slots.push((Slot { item, rows, at }, content));
            at += taken;
            from = 0;
        }
        Visible { slots, above: self.top > 0 || self.skip > 0, below }
    }

    /// How many rows of the selected item are below the window, if it is the first visible one.
    fn hidden_below(&self, window: usize, heights: Heights<'_>) -> usize {
        if self.selected != self.top || self.len == 0 {
            return 0;
        }
        heights(self.top).saturating_sub(self.skip + window)
    }

    /// Whether the end of the selected item is visible.
    fn ends_within(&self, window: usize, heights: Heights<'_>) -> bool {
        let mut rows = 0;
        for item in self.top..=self.selected {
            rows += heights(item);
            if rows > window + self.skip {
                return false;
            }
        }
        true
    }

    /// Puts the end of `item` at the end of the window, or shows everything if it fits.
    fn fill_up_to(&mut self, item: usize, window: usize, heights: Heights<'_>) {
        let mut rows = 0;
        for top in (0..=item).rev() {
            rows += heights(top);
            (self.top, self.skip) = (top, rows.saturating_sub(window));
            if rows >= window {
                return;
            }
        }
    }

    /// The number of rows from the top of the window to the end of the list; not counted beyond `enough`.
    fn rows_from_top(&self, enough: usize, heights: Heights<'_>) -> usize {
        let mut rows = 0;
        for item in self.top..self.len {
            rows += heights(item);
            if rows >= enough + self.skip {
                break;
            }
        }
        rows.saturating_sub(self.skip)
    }
}

#[cfg(test)]
#[path = "list_tests.rs"]
mod tests;
