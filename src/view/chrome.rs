//! The lines around the panes: the header, the filters and the footer with key hints.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::{Clear, Widget as _};

use super::paint;
use super::panes::{boxed, shifted};
use super::theme::Theme;
use crate::app::command::{
    Action, BasketAction, COMMANDS, Command, Context, EntryAction, ExternalAction, FilterChange, StatsAction,
    StatsKind,
};
use crate::app::key::Key;
use crate::app::layout::{Mode, Pane, inside, text_columns};
use crate::app::{App, FindInPane, FormRow, Overlay, TextView};
use crate::text::{Line, TextRole, wrap};

/// Draws the tabs of the narrow mode, the header and the active filters.
pub(super) fn header(app: &App, theme: Theme, buffer: &mut Buffer) {
    if app.layout().mode == Mode::Narrow {
        paint::put(&tabs(app), app.layout().tabs, Style::default(), theme, buffer);
    }
    let (line, _) = app.header();
    paint::put(&line, app.layout().header, Style::default(), theme, buffer);
    let area = app.layout().filters;
    if !area.is_empty() {
        let (line, _) = app.filter_line(usize::from(area.width));
        paint::put(&line, area, Style::default(), theme, buffer);
    }
}

/// The panes as tabs.
fn tabs(app: &App) -> Line {
    let mut line = Line::new();
    for tab in app.tabs() {
        let role = if tab.pane == app.focus() { TextRole::Accent } else { TextRole::Dim };
        line.append(&Line::of(&tab.text, role).fit(tab.columns.len()));
    }
    line
}

/// Draws what the tour says to press next.
pub(super) fn tour(app: &App, theme: Theme, buffer: &mut Buffer) {
    let area = shifted(app.layout().tour);
    paint::put_all(&app.tour_lines(usize::from(area.width)), area, theme, buffer);
}

/// Draws a message, the text being typed, the pending keys, or else the hints for the keys that work here. When room is
/// scarce, the hints for leaving and for help are kept.
pub(super) fn footer(app: &App, theme: Theme, buffer: &mut Buffer) {
    let area = app.layout().footer;
    let columns = usize::from(area.width);
    let help = hints(app, &|action| action == Action::Help).into_iter().next().unwrap_or_default();
    let left = if let Some(notice) = &app.notice() {
        let message = Line::of(&app.notice_text(notice), TextRole::Warning);
        // A message that needs the whole line replaces the help hint.
        if message.width() + help.width() + 3 > columns {
            let (screen, tour) = (app.layout().screen, app.layout().tour);
            // The tour stays visible.
            let height = if tour.is_empty() { screen.height } else { tour.top() };
            return long_message(&message, Rect { height, ..screen }, theme, buffer);
        }
        let mut line = Line::of(" ", TextRole::Plain);
        line.append(&message);
        line
    } else if !app.pending().is_empty() {
        Line::of(&format!(" {} …", app.keymap().shown(app.pending())), TextRole::Accent)
    } else if let (Some(find_in_pane), Context::FindInPane) = (&app.find_in_pane(), app.context()) {
        return paint::put(&find_in_pane_line(app, find_in_pane).0, area, Style::default(), theme, buffer);
    } else {
        let leaving = hints(app, &|action| action == Action::StepOut && is_shown(app, action));
        let others = hints(app, &|action| action != Action::StepOut && is_shown(app, action));
        let reserved: usize = leaving.iter().chain([&help]).map(|hint| hint.width() + 2).sum();
        let mut line = fitted(others, columns.saturating_sub(reserved));
        for hint in &leaving {
            line.append(hint);
        }
        line
    };
    let line = left.spread(&help.with(" ", TextRole::Plain), columns);
    paint::put(&line, area, Style::default(), theme, buffer);
}

/// Draws a message over the bottom of the screen, in up to half of its rows: it may be an address that the user must type
/// elsewhere.
fn long_message(message: &Line, screen: Rect, theme: Theme, buffer: &mut Buffer) {
    let lines = wrap(message, usize::from(screen.width.saturating_sub(1)));
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(screen.height / 2);
    let area = Rect { y: screen.bottom() - height, height, ..screen };
    Clear.render(area.intersection(buffer.area), buffer);
    paint::put_all(&lines, shifted(area), theme, buffer);
}

/// Whether the hint for an action is useful in the current state.
fn is_shown(app: &App, action: Action) -> bool {
    if !app.is_available(action) {
        return false;
    }
    match (action, app.context()) {
        (Action::Help, _) | (Action::StepOut, Context::Panes) => false,
        (Action::Close, context) => context == Context::Panes,
        (Action::Open, Context::Views) => app.can_open_stats_row(),
        (Action::Open, context) => context != Context::Reading,
        (Action::Filters(FilterChange::Add), Context::Menu) => {
            matches!(app.overlay(), Some(Overlay::FilterMenu(_)))
        }
        (Action::Filters(FilterChange::Add), Context::Views) => app.is_stats_filter(),
        (Action::Filters(FilterChange::Add), Context::Panes) => {
            matches!(app.focus(), Pane::Stops | Pane::Participants)
        }
        (Action::Filters(FilterChange::Undo), _) => !app.filters().active().is_empty(),
        (Action::Basket(BasketAction::Show), Context::Pages) => !app.is_basket(),
        (Action::Basket(BasketAction::MoveDown | BasketAction::QuitAndPrint), _) => app.is_basket(),
        (Action::Basket(BasketAction::Mark) | Action::SourceTrail, Context::Panes) => {
            matches!(app.focus(), Pane::Statements | Pane::Detail)
        }
        (Action::External(ExternalAction::EditRecord), _) => {
            matches!(app.overlay(), Some(Overlay::TextView(TextView::Problems, _)))
        }
        (Action::CopyTranslation, _) => app.has_translations(),
        (Action::Stats(StatsAction::Show(StatsKind::Overview)), context) => {
            let has_several = app.data().archive.visits.len() > 1;
            context == Context::Panes && app.focus() == Pane::Visits && has_several
        }
        (Action::Stats(StatsAction::Fit), _) => app.is_stats_zoomed(),
        _ => true,
    }
}

/// Joins the parts that fit, from the first.
fn fitted(parts: Vec<Line>, columns: usize) -> Line {
    let mut line = Line::of(" ", TextRole::Plain);
    for part in parts {
        if line.width() + part.width() + 2 <= columns {
            line.append(&part);
            line.push("  ", TextRole::Plain);
        }
    }
    line
}

fn hint_of(app: &App, command: &Command, words: &str) -> Option<Line> {
    let keys = app.keymap().keys(command, app.context()).next()?;
    Some(
        Line::of(&app.keymap().shown(keys), TextRole::Accent)
            .with(" ", TextRole::Plain)
            .with(words, TextRole::Plain),
    )
}

/// The hints for the wanted actions that have a key in this context: key and label.
fn hints(app: &App, wanted: &dyn Fn(Action) -> bool) -> Vec<Line> {
    let row = |command: &Command| {
        let hint = command.hint.filter(|_| wanted(command.action))?;
        let words = context_label(app, command.action).unwrap_or(hint.get(app.lang()));
        hint_of(app, command, words)
    };
    // How to save a form is shown first, since there may be no room for more.
    let is_save = |command: &&Command| command.action == Action::Entry(EntryAction::Save);
    let first = COMMANDS.iter().filter(is_save);
    first.chain(COMMANDS.iter().filter(|command| !is_save(command))).filter_map(row).collect()
}

/// The label of an action where it depends on the selection.
fn context_label(app: &App, action: Action) -> Option<&'static str> {
    let m = app.lang().messages();
    match action {
        Action::Open => open_label(app),
        Action::Basket(BasketAction::Mark) => app.is_current_marked().then_some(m.unmark),
        Action::Zoom => app.is_zoomed().then_some(m.zoom_back),
        _ => None,
    }
}

/// The label of Enter in the current context.
fn open_label(app: &App) -> Option<&'static str> {
    let m = app.lang().messages();
    match (app.context(), app.focus()) {
        (Context::Form, _) => form_open_label(app),
        (Context::Menu, _) if !matches!(app.overlay(), Some(Overlay::FilterMenu(_))) => Some(m.open_choose),
        (Context::Menu, _) => Some(m.open_filter),
        (Context::Commands | Context::Help, _) => Some(m.open_run),
        (Context::Copying, _) => Some(m.open_copy),
        (Context::Exporting, _) => Some(m.open_write),
        (Context::Panes, Pane::Stops | Pane::Participants) => {
            let is_filter = app.selected_row(app.focus()).is_some_and(|row| row.is_active_filter());
            Some(match is_filter {
                true => m.open_remove,
                false if app.has_statements() => m.open_filter,
                false => m.open_read,
            })
        }
        (Context::Panes, Pane::Statements) => Some(m.open_read),
        (Context::Panes, Pane::Detail) => Some(m.open_menu),
        _ => None,
    }
}

/// The label of Enter in a form.
fn form_open_label(app: &App) -> Option<&'static str> {
    let m = app.lang().messages();
    if matches!(app.overlay(), Some(Overlay::SaveForm(_))) {
        return Some(m.open_write);
    }
    let Some(Overlay::EntryForm(form)) = app.overlay() else { return None };
    Some(match form.focus() {
        FormRow::Field(_) if form.choices.selected().is_some() => m.open_choose,
        FormRow::Field(_) => m.open_next,
        FormRow::More => m.open_show,
        FormRow::Save => m.open_save,
    })
}

/// Draws a menu above the footer with the commands that the pending keys can still become.
pub(super) fn pending(app: &App, theme: Theme, buffer: &mut Buffer) {
    let row = |(command, rest): (&Command, &[Key])| {
        Line::of(&app.keymap().shown(rest), TextRole::Accent)
            .with("  ", TextRole::Plain)
            .with(&app.follow_up_label(command), TextRole::Plain)
    };
    let rows: Vec<Line> = app.follow_ups().into_iter().map(row).collect();
    if rows.is_empty() {
        return;
    }
    let screen = app.layout().overlay;
    let at_most = |length: usize, limit: u16| u16::try_from(length).unwrap_or(u16::MAX).min(limit);
    let width = at_most(rows.iter().map(Line::width).max().unwrap_or_default() + 4, screen.width);
    let height = at_most(rows.len() + 2, screen.height);
    let area = Rect { x: screen.right() - width, y: screen.bottom() - height, width, height };
    let mut list = app.follow_up_list();
    let window = usize::from(inside(area).height);
    list.fit_to_window(window, &mut |_| 1);
    let columns = text_columns(area);
    let line = |row: usize| rows.get(row).map(|line| line.cut(columns)).into_iter().collect();
    let rows = list.visible(window, line, Vec::len);
    boxed((&app.keymap().shown(app.pending()), ""), (list, &rows), area, theme, buffer);
}

/// The typed text keeps at least this many columns.
const MIN_INPUT_COLUMNS: usize = 16;

/// The input of the search within a pane, and the column of its cursor.
pub(super) fn find_in_pane_line(app: &App, find_in_pane: &FindInPane) -> (Line, usize) {
    let columns = usize::from(app.layout().footer.width);
    let prompt = Line::of(" ", TextRole::Plain)
        .with(app.lang().messages().find_in_pane, TextRole::Accent)
        .with(" › ", TextRole::Dim);
    // The typed text takes precedence over the key hints.
    let room_for_keys = columns.saturating_sub(prompt.width() + MIN_INPUT_COLUMNS + 2).min(columns / 2);
    let keys = Line::of(&app.find_in_pane_keys(), TextRole::Dim).cut(room_for_keys);
    let room = columns.saturating_sub(prompt.width() + keys.width() + 2);
    let hidden = find_in_pane.cursor().saturating_sub(room.saturating_sub(1));
    let typed = Line::of(find_in_pane.text(), TextRole::Strong).skip(hidden).cut(room);
    let column = prompt.width() + find_in_pane.cursor().saturating_sub(hidden);
    (prompt.joined(&typed).spread(&keys, columns), column)
}
