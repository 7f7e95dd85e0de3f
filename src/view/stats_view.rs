//! The views of the whole: a line above, a list, and a picture or a text beside it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget as _;

use super::map;
use super::paint;
use super::panes::{Items, lower_border, shifted, text};
use super::theme::Theme;
use crate::app::command::StatsKind;
use crate::app::layout::{inside, text_columns};
use crate::app::{App, StatsContent, StatsView};
use crate::text::{Line, TextRole, wrap_text};

pub(super) fn draw(app: &App, view: &StatsView, theme: Theme, buffer: &mut Buffer) {
    let areas = app.layout().stats_view(view.side());
    head(app, view, theme, buffer);
    let (title, remark) = app.stats_title(view);
    let remark = paint::fit_beside(&title, &remark, areas.list);
    paint::block(&title, remark, true, theme).render(areas.list, buffer);
    if view.list.is_empty() {
        let words = app.lang().messages().nothing_to_draw;
        let lines = wrap_text(words, TextRole::Dim, &[], text_columns(areas.list));
        paint::put_all(&lines, shifted(inside(areas.list)), theme, buffer);
    } else {
        let items = Items {
            list: view.list,
            rows: app.frame().overlay(),
            focused: true,
            shows_selection: true,
            is_active: &|_| false,
            heading_lines: &|row| app.stats_heading_rows(view, row),
            position: app.position(view.list.position()),
            reverses: true,
        };
        items.draw(areas.list, theme, buffer);
    }
    if areas.side.is_empty() {
        return;
    }
    if let StatsContent::Map(map) = &view.content {
        paint::block("", "", false, theme).render(areas.side, buffer);
        map::draw(app, (map, view.list.selected()), inside(areas.side), theme, buffer);
    } else {
        paint::block(app.lang().messages().visits, "", false, theme).render(areas.side, buffer);
        text(app.frame().text(), view.scroll.row(), (areas.side, false), theme, buffer);
    }
}

/// The line above the list, with the views as tabs in its border, and the filters.
fn head(app: &App, view: &StatsView, theme: Theme, buffer: &mut Buffer) {
    let area = app.layout().stats_view(view.side()).head;
    paint::block("", "", false, theme).render(area, buffer);
    let line = app.stats_head(view, text_columns(area));
    paint::put(&line, shifted(inside(area)), Style::default(), theme, buffer);
    let upper = Rect { y: area.y, ..lower_border(area) };
    let tabs = tabs(app, view.content.kind(), usize::from(upper.width));
    let warning = app.stats_warning(usize::from(upper.width).saturating_sub(tabs.width() + 1));
    paint::put(&tabs, upper, Style::default(), theme, buffer);
    let width = u16::try_from(warning.width()).unwrap_or_default().min(upper.width);
    let corner = Rect { x: upper.right() - width, width, ..upper };
    paint::put(&warning, corner, Style::default(), theme, buffer);
    let filters = app.stats_filters();
    if !filters.is_empty() {
        let border = lower_border(area);
        let space = Line::of(" ", TextRole::Plain);
        let line = space.clone().joined(&filters).joined(&space).cut(usize::from(border.width));
        paint::put(&line, border, Style::default(), theme, buffer);
    }
}

/// The views as tabs; without room for all only the current one, with its number.
fn tabs(app: &App, current: StatsKind, columns: usize) -> Line {
    let mut line = Line::of(" ", TextRole::Plain);
    for (at, kind) in StatsKind::ALL.into_iter().enumerate() {
        if at > 0 {
            line.push(" · ", TextRole::Dim);
        }
        let name = app.stats_name(kind);
        if kind == current {
            line.push(&format!("[{name}]"), TextRole::Accent);
        } else {
            line.push(name, TextRole::Dim);
        }
    }
    line.push(" ", TextRole::Plain);
    if line.width() <= columns {
        return line;
    }
    let at = StatsKind::ALL.iter().position(|kind| *kind == current).unwrap_or_default();
    let number = format!(" {}/{} ", at + 1, StatsKind::ALL.len());
    Line::of(&format!(" [{}]", app.stats_name(current)), TextRole::Accent).with(&number, TextRole::Dim)
}
