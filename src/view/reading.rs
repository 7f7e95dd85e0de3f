//! Overlays on the panes: long texts, the basket and other pages of statements, the command palette, menus.

use ratatui::buffer::Buffer;
use ratatui::style::Style;
use ratatui::widgets::{Clear, Widget as _};

use super::input_field;
use super::paint;
use super::panes::{Items, boxed, lower_border, shifted, text};
use super::theme::Theme;
use crate::app::layout::{inside, text_columns};
use crate::app::{App, CommandPalette, CopyMenu, FilterMenu, List, Overlay, RecordPage, TextView};
use crate::text::{Line, TextRole, wrap_text};

/// Draws a text under its title, from a row on.
pub(super) fn draw(app: &App, (text_view, row): (TextView, usize), theme: Theme, buffer: &mut Buffer) {
    let area = app.layout().overlay;
    let m = app.lang().messages();
    let title = match text_view {
        TextView::Problems => m.problems_title,
        TextView::SourceTrail(_) => m.trail_title,
        TextView::Variants(_) => m.variants_title,
    };
    paint::block(title, "", true, theme).render(area, buffer);
    text(app.frame().text(), row, (area, true), theme, buffer);
}

/// Draws a page of statements, such as the basket, on the whole screen.
pub(super) fn page(app: &App, page: &RecordPage, theme: Theme, buffer: &mut Buffer) {
    let area = app.layout().overlay;
    let statements = page.statements();
    let count = app.lang().statements_of(statements, statements);
    paint::block(&app.page_title(page), &count, true, theme).render(area, buffer);
    let columns = text_columns(area);
    if page.list.is_empty() {
        let lines = wrap_text(&app.empty_basket_text(), TextRole::Dim, &[], columns);
        return paint::put_all(&lines, shifted(inside(area)), theme, buffer);
    }
    let list = page.list;
    let items = Items {
        list,
        rows: if app.is_menu_open() { app.frame().page() } else { app.frame().overlay() },
        focused: true,
        shows_selection: true,
        is_active: &|_| false,
        heading_lines: &|_| 0,
        position: app.position(list.position()),
        reverses: true,
    };
    items.draw(area, theme, buffer);
}

/// Draws the command palette: an input, and the commands that it finds.
pub(super) fn palette(app: &App, palette: &CommandPalette, theme: Theme, buffer: &mut Buffer) {
    let m = app.lang().messages();
    let (input, below) = app.layout().palette(palette.is_help);
    Clear.render(input.union(below), buffer);
    let title = if palette.is_help { m.help_title } else { m.palette_title };
    let hint = app.palette_hint();
    if palette.is_typed {
        let typed = Line::of(palette.text(), TextRole::Plain);
        let cursor = |columns| palette.cursor(columns);
        input_field::draw((title, &hint), (&typed, &cursor), input, theme, buffer);
    } else {
        paint::block(title, "", true, theme).render(input, buffer);
        let line = Line::of(&hint, TextRole::Dim).cut(text_columns(input));
        paint::put(&line, shifted(inside(input)), Style::default(), theme, buffer);
    }
    let custom = app.keymap().custom_count();
    let count = if custom > 0 { app.lang().custom_keys(custom) } else { String::new() };
    paint::block("", &count, false, theme).render(below, buffer);
    let columns = text_columns(below);
    if palette.list.is_empty() {
        let lines = wrap_text(m.no_command, TextRole::Dim, &[], columns);
        return paint::put_all(&lines, shifted(inside(below)), theme, buffer);
    }
    let heading_lines = |row| App::palette_heading(palette, row);
    let list = palette.list;
    let items = Items {
        list,
        rows: app.frame().overlay(),
        focused: true,
        shows_selection: true,
        is_active: &|_| false,
        heading_lines: &heading_lines,
        position: app.position(list.position()),
        reverses: true,
    };
    items.draw(below, theme, buffer);
    let legend = Line::of(&format!(" {} ", m.doubt_explained), TextRole::Dim);
    let border = lower_border(below);
    // The position of the selection is on the same border.
    if palette.is_help && legend.width() + 12 <= usize::from(border.width) {
        paint::put(&legend, border, Style::default(), theme, buffer);
    }
}

/// Draws the filter menu.
pub(super) fn menu(app: &App, menu: &FilterMenu, theme: Theme, buffer: &mut Buffer) {
    let m = app.lang().messages();
    let area = app.layout().menu(menu.rows.len());
    let rows = app.frame().overlay();
    boxed((m.menu_title, m.menu_hint), (menu.list, rows), area, theme, buffer);
}

/// Draws the menu of kinds of records that can be added.
pub(super) fn kind_menu(app: &App, list: List, theme: Theme, buffer: &mut Buffer) {
    let area = app.layout().menu(list.len());
    boxed((app.lang().messages().add_title, ""), (list, app.frame().overlay()), area, theme, buffer);
}

/// Draws the form that asks for a name, the baskets that are kept, or the themes.
pub(super) fn small_list(app: &App, overlay: &Overlay, theme: Theme, buffer: &mut Buffer) {
    let title = match overlay {
        Overlay::SaveForm(form) => app.save_form_title(form),
        Overlay::ThemeMenu(_) => app.lang().messages().themes_title,
        _ => app.lang().messages().kept_baskets,
    };
    let list = overlay.list().unwrap_or_default();
    boxed((title, ""), (list, app.frame().overlay()), app.list_area(overlay), theme, buffer);
}

/// Draws the copy menu, and below it a preview of the selected form.
pub(super) fn copy_menu(app: &App, menu: &CopyMenu, theme: Theme, buffer: &mut Buffer) {
    let m = app.lang().messages();
    let (area, below) = app.layout().copy_menu(menu.list.len());
    let title = match (menu.exports.is_some(), app.is_basket()) {
        (true, true) => m.export_basket_title,
        (true, false) => m.export_title,
        (false, true) => m.copy_basket_title,
        (false, false) => m.copy_title,
    };
    let rows = app.frame().overlay();
    boxed((title, &app.copy_hint()), (menu.list, rows), area, theme, buffer);
    Clear.render(below, buffer);
    paint::block(m.preview, "", false, theme).render(below, buffer);
    text(app.frame().text(), 0, (below, false), theme, buffer);
}
