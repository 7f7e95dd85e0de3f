//! The lines around the panes: where we are at the top, what the keys do at the bottom.

use ratatui::buffer::Buffer;
use ratatui::style::Style;

use super::ink;
use super::theme::Theme;
use crate::app::command::{Action, COMMANDS, Scope};
use crate::app::keymap::keys;
use crate::app::layout::{Mode, Pane};
use crate::app::{App, Notice};
use crate::page::visit_date;
use crate::text::{Line, Role};

/// Tabs in the narrow mode, the open visit, and what holds for the data as a whole.
pub(super) fn header(app: &App, theme: Theme, buffer: &mut Buffer) {
    let area = app.layout.header;
    let narrow = app.layout.mode == Mode::Narrow;
    if narrow {
        ink::put(&tabs(app), app.layout.tabs, Style::default(), theme, buffer);
    }
    let state = state(app, narrow);
    let mut left = if narrow { Line::of(" ", Role::Plain) } else { Line::of(" lawat  ", Role::Heading) };
    if let Some(visit) = app.visit.and_then(|at| app.data.archive.visits.get(at)) {
        left.push(&visit.title, Role::Strong);
        let date = Line::of(&format!(", {}", visit_date(&app.sheet(usize::MAX), visit)), Role::Plain);
        if left.width() + date.width() + state.width() < usize::from(area.width) {
            left.append(&date);
        }
    } else if !app.data.is_loaded {
        left.push(app.lang.messages().loading, Role::Dim);
    }
    let line = left.spread(&state, usize::from(area.width));
    ink::put(&line, area, Style::default(), theme, buffer);
}

fn state(app: &App, narrow: bool) -> Line {
    let m = app.lang.messages();
    let mut line = Line::new();
    let mut part = |text: &str, role| {
        if !line.is_empty() {
            line.push(" · ", Role::Dim);
        }
        line.push(text, role);
    };
    if !app.data.diagnostics.is_empty() {
        part(&format!("! {} (p)", app.lang.problems(app.data.diagnostics.len())), Role::Warning);
    }
    if app.data.built_in {
        part(m.built_in, Role::Dim);
    }
    if !narrow {
        part(language(app), Role::Dim);
    }
    line.push(" ", Role::Plain);
    line
}

fn language(app: &App) -> &'static str {
    match app.lang {
        crate::lang::Lang::Id => "id",
        crate::lang::Lang::En => "en",
    }
}

/// The panes as tabs, each in a fifth of the line.
fn tabs(app: &App) -> Line {
    let m = app.lang.messages();
    let mut line = Line::new();
    let whole = usize::from(app.layout.tabs.width);
    for pane in Pane::ALL {
        let name = match pane {
            Pane::Visits => m.tab_visits,
            Pane::Stops => m.tab_stops,
            Pane::Participants => m.tab_participants,
            Pane::Statements => m.tab_statements,
            Pane::Detail => m.tab_detail,
        };
        let text = format!("{} {name}", pane.index() + 1);
        let tab = if app.focus == pane {
            Line::of(&format!("[{text}]"), Role::Heading)
        } else {
            Line::of(&format!(" {text}"), Role::Dim)
        };
        let from = whole * pane.index() / Pane::ALL.len();
        let to = whole * (pane.index() + 1) / Pane::ALL.len();
        line.append(&tab.fit(to - from));
    }
    line
}

/// A word to the user, or else the keys that work here; the way to the help comes first when room is scarce.
pub(super) fn footer(app: &App, theme: Theme, buffer: &mut Buffer) {
    let area = app.layout.footer;
    let columns = usize::from(area.width);
    let scope = app.scope();
    let help = hint(app, scope, |action| action == Action::Help);
    let mut left = Line::of(" ", Role::Plain);
    if let Some(notice) = app.notice {
        left.push(notice_words(app, notice), Role::Warning);
    } else {
        let shown = |action| match (action, scope) {
            (Action::Help, _) | (Action::StepOut, Scope::Panes) => false,
            (Action::Close, scope) => scope == Scope::Panes,
            (Action::Open, Scope::Panes) => app.focus != Pane::Detail,
            (Action::Open, scope) => scope != Scope::Reading,
            _ => true,
        };
        for part in hints(app, scope, shown) {
            if left.width() + part.width() + help.width() + 3 <= columns {
                left.append(&part);
                left.push("  ", Role::Plain);
            }
        }
    }
    let line = left.spread(&help.with(" ", Role::Plain), columns);
    ink::put(&line, area, Style::default(), theme, buffer);
}

fn hint(app: &App, scope: Scope, wanted: impl Fn(Action) -> bool) -> Line {
    hints(app, scope, wanted).into_iter().next().unwrap_or_default()
}

/// The commands with a hint that have a key in this scope, as key and word.
fn hints(app: &App, scope: Scope, wanted: impl Fn(Action) -> bool) -> Vec<Line> {
    let row = |command: &crate::app::command::Command| {
        let words = command.hint.filter(|_| wanted(command.action))?;
        let key = keys(command, scope).next()?;
        let key = Line::of(&key.to_string(), Role::Accent);
        Some(key.with(" ", Role::Plain).with(words.get(app.lang), Role::Plain))
    };
    COMMANDS.iter().filter_map(row).collect()
}

fn notice_words(app: &App, notice: Notice) -> &'static str {
    let m = app.lang.messages();
    match notice {
        Notice::EscDoesNotQuit => m.esc_does_not_quit,
        Notice::OnceMore => m.once_more,
        Notice::NothingToOpen => m.not_here,
        Notice::NoProblems => m.no_problems,
    }
}
