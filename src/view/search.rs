//! The search: an input, the results by kind, and a preview of the selected result.

use ratatui::buffer::Buffer;
use ratatui::style::Style;
use ratatui::widgets::Widget as _;

use super::input_field;
use super::paint;
use super::panes::{Items, lower_border, shifted, text};
use super::theme::Theme;
use crate::app::layout::inside;
use crate::app::{App, SearchPane};
use crate::text::{Line, TextRole, wrap_text};

pub(super) fn draw(app: &App, search: &SearchPane, theme: Theme, buffer: &mut Buffer) {
    let m = app.lang().messages();
    input(app, search, theme, buffer);
    let area = app.layout().results;
    let total = if search.query.is_empty() || !app.data().is_loaded {
        String::new()
    } else {
        app.lang().number(search.total)
    };
    paint::block(m.results, &total, false, theme).render(area, buffer);
    if search.list.is_empty() {
        let shows_examples = search.query.is_empty() || search.error.is_some();
        let message = if shows_examples {
            m.search_hint.to_owned()
        } else if !app.data().is_loaded {
            m.search_loading.to_owned()
        } else if search.is_waiting() {
            String::new()
        } else {
            app.nothing_found(search)
        };
        let inner = inside(area);
        let columns = usize::from(inner.width.saturating_sub(2));
        let mut lines = wrap_text(&message, TextRole::Dim, &[], columns);
        if shows_examples {
            lines.push(Line::new());
            lines.extend(wrap_text(m.search_examples, TextRole::Dim, &[], columns));
        }
        paint::put_all(&lines, shifted(inner), theme, buffer);
    } else {
        let heading_lines =
            |row: usize| usize::from(search.rows.get(row).is_some_and(|row| row.heading.is_some()));
        let items = Items {
            list: search.list,
            rows: app.frame().overlay(),
            focused: true,
            shows_selection: true,
            is_active: &|_| false,
            heading_lines: &heading_lines,
            position: app.position(search.list.position()),
            reverses: true,
        };
        items.draw(area, theme, buffer);
    }
    let area = app.layout().preview;
    if !area.is_empty() {
        paint::block(m.preview, "", false, theme).render(area, buffer);
        text(app.frame().text(), search.scroll.row(), (area, false), theme, buffer);
    }
}

/// Draws the query; an invalid one is highlighted from the error on.
fn input(app: &App, search: &SearchPane, theme: Theme, buffer: &mut Buffer) {
    let area = app.layout().input;
    let valid = search.error.as_ref().map_or(usize::MAX, |error| error.position);
    let letters =
        |from: usize, count: usize| search.text().chars().skip(from).take(count).collect::<String>();
    let typed =
        Line::of(&letters(0, valid), TextRole::Plain).with(&letters(valid, usize::MAX), TextRole::Warning);
    let (title, scope) = (app.lang().messages().search_title, app.search_scope(search));
    input_field::draw((title, &scope), (&typed, &|columns| search.cursor(columns)), area, theme, buffer);
    if let Some(remark) = app.search_remark(search) {
        let border = lower_border(area);
        let remark = Line::of(&format!(" {remark} "), TextRole::Warning).cut(usize::from(border.width));
        paint::put(&remark, border, Style::default(), theme, buffer);
    }
}
