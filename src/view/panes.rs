//! The five panes: four lists and the detail.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget as _;

use super::paint;
use super::theme::Theme;
use crate::app::layout::{Mode, Pane, inside};
use crate::app::{App, List, Slot, VisibleRows};
use crate::text::{Line, TextRole, width};

/// The sign of the choice.
const SIGN: &str = "▌";
/// The sign of what is in sight, on the border.
const BAR: &str = "▐";
/// What stands between remarks on a border.
const SEAM: &str = " · ";
/// The sign of the open visit, and of a filter.
const OPEN: &str = "◆";

/// Draws a pane, if it is shown.
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
        format!("{shown}/{total}")
    };
    paint::block(&title, &count, focused, theme).render(area, buffer);
    let inner = inside(area);
    let taken = if pane == Pane::Detail {
        text(app.frame().detail(), app.detail_scroll().row(), (area, focused), theme, buffer);
        0
    } else if app.list(pane).is_empty() {
        let columns = usize::from(inner.width.saturating_sub(2));
        let lines = app.empty_lines(pane, columns);
        paint::put_all(&lines, shifted(inner), theme, buffer);
        0
    } else if let Some(rows) = app.frame().pane(pane) {
        let list = app.list(pane);
        let opened = |row: usize| app.is_marked(pane, row);
        let items = Items {
            list,
            rows,
            focused,
            marks: pane == app.source(),
            opened: &opened,
            heading: &|row| app.heading_rows(pane, row),
            position: list.selected().and_then(|row| app.rows().record_number(pane, row)),
        };
        items.draw(area, theme, buffer)
    } else {
        0
    };
    remarks(app, pane, (area, taken), theme, buffer);
}

/// What is said of a pane on its lower border: what it hides and how it is ordered, as far as there is room beside what is taken.
fn remarks(app: &App, pane: Pane, (area, taken): (Rect, usize), theme: Theme, buffer: &mut Buffer) {
    let sorted = Some(app.sorting(pane).label(app.lang(), pane)).filter(|words| !words.is_empty());
    let remarks: Vec<String> = app.hidden_text(pane).into_iter().chain(sorted).collect();
    let remarks = remarks.join(SEAM);
    let border = lower_border(area);
    let room = usize::from(border.width).saturating_sub(taken + 1);
    // Half a word of it would say nothing.
    let ends = remarks.match_indices(SEAM).map(|(at, _)| at).chain([remarks.len()]);
    let fits = ends.filter_map(|end| remarks.get(..end)).filter(|part| width(part) <= room).last();
    if let Some(words) = fits.filter(|words| !words.is_empty()) {
        paint::put(&Line::of(&format!(" {words} "), TextRole::Dim), border, Style::default(), theme, buffer);
    }
}

/// One column in from the left.
pub(super) fn shifted(area: Rect) -> Rect {
    Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area }
}

/// A list of items of several lines each.
pub(super) struct Items<'a> {
    pub(super) list: List,
    pub(super) rows: &'a VisibleRows,
    pub(super) focused: bool,
    /// Whether the choice is shown at all.
    pub(super) marks: bool,
    /// Whether a row is what the other panes are about: the open visit, a filter.
    pub(super) opened: &'a dyn Fn(usize) -> bool,
    /// How many of an item's lines are a heading, and not part of the choice.
    pub(super) heading: &'a dyn Fn(usize) -> usize,
    /// Which item is chosen, and of how many, in numbers that people count by.
    pub(super) position: Option<(usize, usize)>,
}

impl Items<'_> {
    /// Draws what is in sight inside a bordered area. Returns the columns that are taken of its lower border.
    pub(super) fn draw(&self, area: Rect, theme: Theme, buffer: &mut Buffer) -> usize {
        let inner = inside(area);
        let VisibleRows { slots, above, below } = self.rows;
        for (slot, lines) in slots {
            self.draw_item((slot, lines), inner, theme, buffer);
        }
        if *above || *below {
            let position =
                self.position.map(|(number, count)| format!("{number}/{count}")).unwrap_or_default();
            let text = format!("{position}{}", arrows(*above, *below));
            corner(text.trim_start(), area, theme, buffer);
            let first = slots.first().map_or(0, |(slot, _)| slot.item);
            // What is hidden of the last one in sight counts as a whole item.
            let end = slots.last().map_or(0, |(slot, _)| slot.item + usize::from(!below));
            bar((first, end.max(first + 1), self.list.len()), (area, self.focused), theme, buffer);
            return width(&text) + 2;
        }
        0
    }

    fn draw_item(&self, (slot, lines): (&Slot, &[Line]), inner: Rect, theme: Theme, buffer: &mut Buffer) {
        let chosen = self.marks && self.list.selected() == Some(slot.item);
        let heading = (self.heading)(slot.item);
        let rows = inner.rows().skip(slot.at);
        let lines = lines.iter().enumerate().skip(slot.rows.start).take(slot.rows.len());
        for ((number, line), row) in lines.zip(rows) {
            let marked = chosen && number >= heading;
            if marked {
                let style =
                    if self.focused { theme.role(TextRole::Accent) } else { theme.role(TextRole::Dim) };
                paint::put(&Line::of(SIGN, TextRole::Plain), row, style, theme, buffer);
            }
            if !marked && number == heading && (self.opened)(slot.item) {
                paint::put(&Line::of(OPEN, TextRole::Accent), row, Style::default(), theme, buffer);
            }
            let over =
                if marked && self.focused && number == heading { Theme::chosen() } else { Style::default() };
            let columns = usize::from(row.width.saturating_sub(2));
            paint::put(&line.fit(columns), shifted(row), over, theme, buffer);
        }
    }
}

/// A bar on the right border, which says what part of all is in sight.
fn bar(
    (first, end, all): (usize, usize, usize),
    (area, focused): (Rect, bool),
    theme: Theme,
    buffer: &mut Buffer,
) {
    let track = inside(area);
    let height = usize::from(track.height);
    let from = (first * height / all.max(1)).min(height.saturating_sub(1));
    let to = (end * height).div_ceil(all.max(1)).clamp(from + 1, height.max(from + 1));
    let style = theme.role(if focused { TextRole::Accent } else { TextRole::Dim });
    let column = Rect { x: area.right().saturating_sub(1), width: 1, ..track };
    for row in column.rows().skip(from).take(to - from) {
        paint::put(&Line::of(BAR, TextRole::Plain), row, style, theme, buffer);
    }
}

/// Draws a text that may be longer than its area.
pub(super) fn text(
    lines: &[Line],
    scrolled: usize,
    (area, focused): (Rect, bool),
    theme: Theme,
    buffer: &mut Buffer,
) {
    let inner = inside(area);
    paint::put_all(lines.iter().skip(scrolled), shifted(inner), theme, buffer);
    let end = scrolled + usize::from(inner.height);
    if scrolled > 0 || end < lines.len() {
        let text =
            format!("{}/{}{}", end.min(lines.len()), lines.len(), arrows(scrolled > 0, end < lines.len()));
        corner(&text, area, theme, buffer);
        bar((scrolled, end, lines.len()), (area, focused), theme, buffer);
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

/// A word in the right corner of the lower border.
fn corner(text: &str, area: Rect, theme: Theme, buffer: &mut Buffer) {
    let line = Line::of(&format!(" {text} "), TextRole::Dim);
    let width = u16::try_from(line.width()).unwrap_or(0);
    if width + 4 <= area.width && area.height > 0 {
        let place = Rect { x: area.right() - width - 2, y: area.bottom() - 1, width, height: 1 };
        paint::put(&line, place, Style::default(), theme, buffer);
    }
}
