//! Draws the explorer's state into cells. Drawing is a pure function.

mod chrome;
mod cursor;
mod entry_form;
mod input_field;
mod map;
mod paint;
mod panes;
mod reading;
mod search;
mod stats_view;
mod theme;

pub use crate::app::Palette;
pub use cursor::cursor;
pub use theme::Theme;

use ratatui::buffer::Buffer;
use ratatui::style::Style;

use crate::app::layout::{MIN_SCREEN, Mode, Pane};
use crate::app::{App, Overlay};
use crate::text::{TextRole, wrap_text};

/// Draws the explorer.
pub fn draw(app: &App, theme: Theme, buffer: &mut Buffer) {
    draw_unicode(app, theme, buffer);
    theme.fill(buffer);
    if theme.ascii {
        paint::replace_with_ascii(buffer);
    }
}

fn draw_unicode(app: &App, theme: Theme, buffer: &mut Buffer) {
    if app.layout().mode == Mode::TooSmall {
        return too_small(app, theme, buffer);
    }
    match app.overlay() {
        Some(Overlay::Search(search)) => search::draw(app, search, theme, buffer),
        Some(Overlay::CommandPalette(palette)) if palette.is_help => {
            reading::palette(app, palette, theme, buffer);
        }
        Some(Overlay::TextView(text, scroll)) => reading::draw(app, (*text, scroll.row()), theme, buffer),
        Some(Overlay::RecordPage(page)) => reading::page(app, page, theme, buffer),
        Some(Overlay::EntryForm(form)) => entry_form::draw(app, form, theme, buffer),
        Some(Overlay::Stats(view)) => stats_view::draw(app, view, theme, buffer),
        None
        | Some(
            Overlay::FilterMenu(_)
            | Overlay::CopyMenu(_)
            | Overlay::CommandPalette(_)
            | Overlay::KindMenu(_)
            | Overlay::SaveForm(_)
            | Overlay::BasketMenu(_)
            | Overlay::ThemeMenu(_),
        ) => {
            if app.shows_panes() {
                chrome::header(app, theme, buffer);
                for pane in Pane::ALL {
                    panes::draw(app, pane, theme, buffer);
                }
            } else if let Some(Overlay::RecordPage(page)) = app.base_overlay() {
                reading::page(app, page, theme, buffer);
            }
            if let Some(Overlay::FilterMenu(menu)) = app.overlay() {
                reading::menu(app, menu, theme, buffer);
            }
            if let Some(Overlay::KindMenu(list)) = app.overlay() {
                reading::kind_menu(app, *list, theme, buffer);
            }
            if let Some(overlay @ (Overlay::SaveForm(_) | Overlay::BasketMenu(_) | Overlay::ThemeMenu(_))) =
                app.overlay()
            {
                reading::small_list(app, overlay, theme, buffer);
            }
            if let Some(Overlay::CopyMenu(menu)) = app.overlay() {
                reading::copy_menu(app, menu, theme, buffer);
            }
            if let Some(Overlay::CommandPalette(palette)) = app.overlay() {
                reading::palette(app, palette, theme, buffer);
            }
        }
    }
    if !app.pending().is_empty() {
        chrome::pending(app, theme, buffer);
    }
    chrome::tour(app, theme, buffer);
    chrome::footer(app, theme, buffer);
}

fn too_small(app: &App, theme: Theme, buffer: &mut Buffer) {
    let screen = app.layout().screen.intersection(buffer.area);
    let message = app.lang().too_small((screen.width, screen.height), MIN_SCREEN);
    let lines = wrap_text(&message, TextRole::Plain, &[], usize::from(screen.width));
    for (line, row) in lines.iter().zip(screen.rows()) {
        paint::put(line, row, Style::default(), theme, buffer);
    }
}
