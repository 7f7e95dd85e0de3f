//! The five panes: four lists and the detail.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::{Clear, Widget as _};

use super::paint;
use super::theme::Theme;
use crate::app::layout::{Mode, Pane, inside};
use crate::app::{App, List, Slot, VisibleRows};
use crate::text::{Line, TextRole, width};

/// Marks the selected item.
const SELECTION_MARK: &str = "▌";
/// The thumb of the scrollbar, drawn on the border.
const SCROLLBAR_THUMB: &str = "▐";
/// Separates remarks on a border.
const SEPARATOR: &str = " · ";
/// Marks the open visit and active filters.
const ACTIVE_MARK: &str = "◆";

/// Draws a pane, if it is visible.
pub(super) fn draw(app: &App, pane: Pane, theme: Theme, buffer: &mut Buffer) {
    let area = app.layout().pane(pane);
    if area.is_empty() {
        return;
    }
    let focused = app.focus() == pane && app.overlay().is_none();
    let name = app.pane_name(pane);
    let title = match app.layout().mode {
        Mode::Narrow => name.to_owned(),
        _ => format!("{} {name}", pane.index() + 1),
    };
    let count = if pane == Pane::Detail {
        String::new()
    } else {
        let (shown, total) = app.rows().title_count(pane);
        app.lang().position(shown, total)
    };
    paint::block(&title, &count, focused, theme).render(area, buffer);
    let inner = inside(area);
    let reserved = if pane == Pane::Detail {
        text(app.frame().detail(), app.detail_scroll().row(), (area, focused), theme, buffer);
        0
    } else if app.list(pane).is_empty() {
        let columns = usize::from(inner.width.saturating_sub(2));
        let lines = app.empty_lines(pane, columns);
        paint::put_all(&lines, shifted(inner), theme, buffer);
        0
    } else if let Some(rows) = app.frame().pane(pane) {
        let list = app.list(pane);
        let is_active = |row: usize| app.is_marked(pane, row);
        let items = Items {
            list,
            rows,
            focused,
            shows_selection: pane == app.source(),
            is_active: &is_active,
            heading_lines: &|row| app.heading_rows(pane, row),
            position: app.position(list.selected().and_then(|row| app.rows().record_number(pane, row))),
            reverses: true,
        };
        items.draw(area, theme, buffer)
    } else {
        0
    };
    remarks(app, pane, (area, reserved), theme, buffer);
}

/// Draws remarks on the lower border of a pane: the number of hidden rows and the order. `reserved` columns are used
/// already.
fn remarks(app: &App, pane: Pane, (area, reserved): (Rect, usize), theme: Theme, buffer: &mut Buffer) {
    let sorted = Some(app.sorting(pane).label(app.lang(), pane)).filter(|words| !words.is_empty());
    let remarks: Vec<String> = app.hidden_text(pane).into_iter().chain(sorted).collect();
    let remarks = remarks.join(SEPARATOR);
    let border = lower_border(area);
    let room = usize::from(border.width).saturating_sub(reserved + 1);
    // Remarks are shown whole or not at all.
    let ends = remarks.match_indices(SEPARATOR).map(|(at, _)| at).chain([remarks.len()]);
    let fits = ends.filter_map(|end| remarks.get(..end)).filter(|part| width(part) <= room).last();
    if let Some(words) = fits.filter(|words| !words.is_empty()) {
        paint::put(&Line::of(&format!(" {words} "), TextRole::Dim), border, Style::default(), theme, buffer);
    }
}

/// The area without its first column.
pub(super) fn shifted(area: Rect) -> Rect {
    Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area }
}

/// A list whose items may have several lines.
pub(super) struct Items<'a> {
    pub(super) list: List,
    pub(super) rows: &'a VisibleRows,
    pub(super) focused: bool,
    /// Whether the selection is drawn.
    pub(super) shows_selection: bool,
    /// Whether a row is the open visit or an active filter.
    pub(super) is_active: &'a dyn Fn(usize) -> bool,
    /// The number of leading lines of an item that are a heading and not part of the selection.
    pub(super) heading_lines: &'a dyn Fn(usize) -> usize,
    /// The number of the selected item and the total, as shown to the user.
    pub(super) position: String,
    /// Whether the first line of the selected item is reversed.
    pub(super) reverses: bool,
}

impl Items<'_> {
    /// Draws the visible items in a bordered area. Returns the number of columns used on its lower border.
    pub(super) fn draw(&self, area: Rect, theme: Theme, buffer: &mut Buffer) -> usize {
        let inner = inside(area);
        let VisibleRows { slots, above, below } = self.rows;
        for (slot, lines) in slots {
            self.draw_item((slot, lines), inner, theme, buffer);
        }
        if *above || *below {
            let text = format!("{}{}", self.position, arrows(*above, *below));
            corner(text.trim_start(), area, theme, buffer);
            let first = slots.first().map_or(0, |(slot, _)| slot.item);
            // The last item does not count as visible if anything below is hidden.
            let end = slots.last().map_or(0, |(slot, _)| slot.item + usize::from(!below));
            scrollbar((first, end.max(first + 1), self.list.len()), (area, self.focused), theme, buffer);
            return width(&text) + 2;
        }
        0
    }

    fn draw_item(&self, (slot, lines): (&Slot, &[Line]), inner: Rect, theme: Theme, buffer: &mut Buffer) {
        let is_selected = self.shows_selection && self.list.selected() == Some(slot.item);
        let heading_lines = (self.heading_lines)(slot.item);
        let rows = inner.rows().skip(slot.at);
        let lines = lines.iter().enumerate().skip(slot.rows.start).take(slot.rows.len());
        for ((number, line), row) in lines.zip(rows) {
            let has_mark = is_selected && number >= heading_lines;
            if has_mark {
                let style =
                    if self.focused { theme.role(TextRole::Accent) } else { theme.role(TextRole::Dim) };
                paint::put(&Line::of(SELECTION_MARK, TextRole::Plain), row, style, theme, buffer);
            }
            if !has_mark && number == heading_lines && (self.is_active)(slot.item) {
                paint::put(&Line::of(ACTIVE_MARK, TextRole::Accent), row, Style::default(), theme, buffer);
            }
            let base = if has_mark && self.focused && self.reverses && number == heading_lines {
                Theme::selected_row()
            } else {
                Style::default()
            };
            let columns = usize::from(row.width.saturating_sub(2));
            paint::put(&line.fit(columns), shifted(row), base, theme, buffer);
        }
    }
}

/// Draws a scrollbar on the right border: the visible part of all items.
fn scrollbar(
    (first, end, total): (usize, usize, usize),
    (area, focused): (Rect, bool),
    theme: Theme,
    buffer: &mut Buffer,
) {
    let track = inside(area);
    let height = usize::from(track.height);
    let thumb_start = (first * height / total.max(1)).min(height.saturating_sub(1));
    let thumb_end = (end * height).div_ceil(total.max(1)).clamp(thumb_start + 1, height.max(thumb_start + 1));
    let style = theme.role(if focused { TextRole::Accent } else { TextRole::Dim });
    let column = Rect { x: area.right().saturating_sub(1), width: 1, ..track };
    for row in column.rows().skip(thumb_start).take(thumb_end - thumb_start) {
        paint::put(&Line::of(SCROLLBAR_THUMB, TextRole::Plain), row, style, theme, buffer);
    }
}

/// Draws a text that may be longer than its area, from line `offset` on.
pub(super) fn text(
    lines: &[Line],
    offset: usize,
    (area, focused): (Rect, bool),
    theme: Theme,
    buffer: &mut Buffer,
) {
    let inner = inside(area);
    paint::put_all(lines.iter().skip(offset), shifted(inner), theme, buffer);
    let end = offset + usize::from(inner.height);
    if offset > 0 || end < lines.len() {
        let text =
            format!("{}/{}{}", end.min(lines.len()), lines.len(), arrows(offset > 0, end < lines.len()));
        corner(&text, area, theme, buffer);
        scrollbar((offset, end, lines.len()), (area, focused), theme, buffer);
    }
}

fn arrows(above: bool, below: bool) -> &'static str {
    match (above, below) {
        (true, true) => " ↑↓",
        (true, false) => " ↑",
        (false, true) => " ↓",
        (false, false) => "",
    }
}

/// The lower border without its corners.
pub(super) fn lower_border(area: Rect) -> Rect {
    Rect { x: area.x + 2, y: area.bottom().saturating_sub(1), width: area.width.saturating_sub(4), height: 1 }
}

/// A short text in the right corner of the lower border.
fn corner(text: &str, area: Rect, theme: Theme, buffer: &mut Buffer) {
    let line = Line::of(&format!(" {text} "), TextRole::Dim);
    let width = u16::try_from(line.width()).unwrap_or(0);
    if width + 4 <= area.width && area.height > 0 {
        let corner_area = Rect { x: area.right() - width - 2, y: area.bottom() - 1, width, height: 1 };
        paint::put(&line, corner_area, Style::default(), theme, buffer);
    }
}

/// Draws the rows of a menu in a box, over everything drawn so far.
pub(super) fn boxed(
    (title, hint): (&str, &str),
    (list, rows): (List, &VisibleRows),
    area: Rect,
    theme: Theme,
    buffer: &mut Buffer,
) {
    Clear.render(area, buffer);
    paint::block(title, paint::fit_beside(title, hint, area), true, theme).render(area, buffer);
    let items = Items {
        list,
        rows,
        focused: true,
        shows_selection: true,
        is_active: &|_| false,
        heading_lines: &|_| 0,
        position: list.position().map(|(number, count)| format!("{number}/{count}")).unwrap_or_default(),
        reverses: true,
    };
    items.draw(area, theme, buffer);
}
