//! Rules for every state, at every size and in both languages.

use std::cell::RefCell;
use std::collections::BTreeSet;

use lawat::app::command::COMMANDS;
use lawat::app::layout::{Mode, Pane};
use lawat::lang::Lang;
use lawat::text::width;
use lawat::view::{Palette, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};

use super::states::{self, State, Words};
use super::{NARROW, NORMAL, Size, WIDE};
use crate::session::Session;

/// A state at a size in a language, and what is on its screen.
struct Shown<'s> {
    state: &'s State,
    size: Size,
    lang: Lang,
    session: Session,
    screen: String,
    /// The rules that do not hold.
    broken: RefCell<Vec<String>>,
}

impl Shown<'_> {
    /// The words in the language of the screen.
    fn own(&self, (id, en): Words) -> &'static str {
        if self.lang == Lang::Id { id } else { en }
    }

    /// Records a rule that does not hold.
    fn check(&self, holds: bool, rule: &str) {
        if !holds {
            let ((columns, rows), code) = (self.size, self.lang.code());
            self.broken.borrow_mut().push(format!("{} {columns}x{rows} {code}: {rule}", self.state.name));
        }
    }

    fn last_line(&self) -> &str {
        self.screen.lines().last().unwrap_or_default()
    }

    /// Whether nothing covers the panes.
    fn is_uncovered(&self) -> bool {
        self.session.app.overlay().is_none() && self.session.app.pending().is_empty()
    }
}

/// Checks every state at a size in both languages. Fails with all broken rules and the first screen that breaks one.
#[track_caller]
fn check_at(size: Size) {
    let words = Lang::ALL.map(interface_words);
    let (mut broken, mut first) = (Vec::new(), None);
    for state in states::all() {
        // There a pane always fills the screen; that has its own test.
        if state.name == "zoomed" && size == NARROW {
            continue;
        }
        for lang in Lang::ALL {
            let session = state.session(size, lang);
            let screen = session.screen();
            let shown = Shown { state, size, lang, session, screen, broken: RefCell::default() };
            shows_its_words(&shown);
            has_no_words_of_the_other_language(&shown, &words);
            has_a_title_in_the_focused_box(&shown);
            has_borders_titles_and_counts(&shown);
            has_a_last_line_with_keys_that_work(&shown);
            needs_no_colours_to_show_the_choice(&shown);
            let rules = shown.broken.into_inner();
            if !rules.is_empty() {
                broken.extend(rules);
                first.get_or_insert(shown.screen);
            }
        }
    }
    assert!(broken.is_empty(), "{}\n{}", broken.join("\n"), first.unwrap_or_default());
}

#[test]
fn every_state_keeps_the_rules_on_a_wide_screen() {
    check_at(WIDE);
}

#[test]
fn every_state_keeps_the_rules_on_a_normal_screen() {
    check_at(NORMAL);
}

#[test]
fn every_state_keeps_the_rules_on_a_narrow_screen() {
    check_at(NARROW);
}

fn shows_its_words(shown: &Shown<'_>) {
    let is_wide = shown.size != NARROW;
    let wide = shown.state.wide.iter().filter(|_| is_wide);
    for &words in shown.state.words.iter().chain(wide) {
        let own = shown.own(words);
        shown.check(shown.screen.contains(own), &format!("no {own:?}"));
    }
}

fn has_a_title_in_the_focused_box(shown: &Shown<'_>) {
    let title = shown.own(shown.state.title);
    let numbered = (1..=5).map(|number| format!("┏ {number} {title} "));
    let mut titles = numbered.chain([format!("┏ {title} ")]);
    let is_titled = titles.any(|title| shown.screen.contains(&title));
    // A long one gives way to the count beside it.
    let begin: String = title.chars().take(20).collect();
    let is_cut = shown.size == NARROW && width(title) > 20 && shown.screen.contains(&format!("┏ {begin}"));
    shown.check(is_titled || is_cut, &format!("no box {title:?}"));
    let boxes = shown.screen.matches('┏').count();
    let expected = if shown.session.app.pending().is_empty() { 1..=1 } else { 1..=2 };
    shown.check(expected.contains(&boxes), "not exactly one box has the focus");
}

fn has_borders_titles_and_counts(shown: &Shown<'_>) {
    const NAMES: [Words; 5] = [
        ("Kunjungan", "Visits"),
        ("", ""),
        ("Peserta", "Participants"),
        ("Pernyataan", "Statements"),
        ("Rincian", "Detail"),
    ];
    if !shown.is_uncovered() {
        return;
    }
    let buffer = shown.session.buffer(Theme::new(Palette::Plain));
    let layout = shown.session.app.layout();
    for pane in Pane::ALL {
        let area = layout.pane(pane);
        if area.is_empty() {
            continue;
        }
        let names = if pane == Pane::Stops { shown.state.stops } else { NAMES[pane.index()] };
        let name = shown.own(names);
        let number =
            if layout.mode == Mode::Narrow { String::new() } else { format!("{} ", pane.index() + 1) };
        let top = row(&buffer, area, area.top());
        let is_titled =
            top.starts_with(&format!("┏ {number}{name} ")) || top.starts_with(&format!("┌ {number}{name} "));
        shown.check(is_titled, &format!("no title {name:?}: {top}"));
        if let Some(count) = shown.state.counts.get(pane.index()) {
            shown.check(
                top.ends_with(&format!(" {count} ┓")) || top.ends_with(&format!(" {count} ┐")),
                &format!("no count {count}: {top}"),
            );
        }
        shown.check(is_closed(&buffer, area), &format!("the border of {name} is broken"));
    }
}

fn row(buffer: &Buffer, area: Rect, y: u16) -> String {
    (area.left()..area.right()).map(|x| buffer[(x, y)].symbol()).collect()
}

/// Whether the corners and sides of a border are complete; a scroll bar may be on the right side.
fn is_closed(buffer: &Buffer, area: Rect) -> bool {
    let (right, bottom) = (area.right() - 1, area.bottom() - 1);
    let is = |x, y, signs: &str| signs.contains(buffer[(x, y)].symbol());
    let corners = is(area.left(), area.top(), "┏┌")
        && is(right, area.top(), "┓┐")
        && is(area.left(), bottom, "┗└")
        && is(right, bottom, "┛┘");
    corners && (area.top() + 1..bottom).all(|y| is(area.left(), y, "┃│") && is(right, y, "┃│▐"))
}

fn has_a_last_line_with_keys_that_work(shown: &Shown<'_>) {
    let line = shown.last_line();
    shown.check(width(line) <= usize::from(shown.size.0), "the last line is too long");
    shown.check(line.trim_start().starts_with(shown.own(shown.state.footer)), "another footer");
    let app = &shown.session.app;
    if app.notice().is_some() || app.find_in_pane().is_some() || !app.pending().is_empty() {
        return;
    }
    let hints: Vec<&str> = line.split("  ").map(str::trim).filter(|hint| !hint.is_empty()).collect();
    let context = app.context();
    let names_a_key = |hint: &str| {
        COMMANDS.iter().any(|command| {
            app.keymap().keys(command, context).any(|keys| {
                let words =
                    hint.strip_prefix(&app.keymap().shown(keys)).and_then(|rest| rest.strip_prefix(' '));
                words.is_some_and(|words| !words.is_empty()) && app.is_available(command.action)
            })
        })
    };
    for hint in &hints {
        shown.check(names_a_key(hint), &format!("{hint:?} names no key"));
    }
    let help = shown.own(("bantuan", "help"));
    shown.check(hints.last().is_some_and(|hint| hint.ends_with(help)), "the help is not last");
}

/// States that show text of files or citations, with the names of its fields.
const SHOWS_FIELDS: [&str; 4] = ["broken", "copy_menu", "form", "problems"];

/// The words of the interface in a language.
fn interface_words(lang: Lang) -> BTreeSet<String> {
    let messages = format!("{:?}", lang.messages()).replace("\\\"", " ");
    let messages = messages.split('"').skip(1).step_by(2);
    let commands = COMMANDS.iter().flat_map(|command| [Some(command.label), command.hint]);
    let commands = commands.flatten().map(|both| both.get(lang));
    let words: BTreeSet<String> = messages.chain(commands).flat_map(tokens).collect();
    assert!(words.len() > 400, "{}", words.len());
    words
}

/// The words of a text that have three letters or more, without those that are cut.
fn tokens(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric() && !"…_-".contains(c))
        .filter(|word| word.chars().count() >= 3 && word.chars().all(char::is_alphabetic))
        .map(str::to_owned)
}

fn has_no_words_of_the_other_language(shown: &Shown<'_>, words: &[BTreeSet<String>; 2]) {
    let [id, en] = words;
    let (own, other) = if shown.lang == Lang::Id { (id, en) } else { (en, id) };
    // Text of the records is in their own language; the names of their fields are rarely shown.
    let shows_fields = SHOWS_FIELDS.contains(&shown.state.name);
    let parts = shown.state.records.split([' ', '{', ',', '\n']);
    let values = parts.filter(|part| shows_fields || !part.ends_with(':'));
    let data: BTreeSet<String> = values.flat_map(tokens).collect();
    let typed: BTreeSet<String> = tokens(shown.state.keys).collect();
    let foreign = tokens(&shown.screen)
        .filter(|word| other.contains(word) && !own.contains(word) && word != "Indonesia")
        .find(|word| !data.contains(word) && !typed.contains(word));
    shown.check(foreign.is_none(), &format!("{foreign:?} is of the other language"));
}

fn needs_no_colours_to_show_the_choice(shown: &Shown<'_>) {
    let cells = shown.session.buffer(Theme::new(Palette::Plain)).content;
    shown.check(
        cells.iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset),
        "there are colours",
    );
    let is_reversed = cells.iter().any(|cell| cell.modifier.contains(Modifier::REVERSED));
    let reads = shown.session.app.focus() == Pane::Detail && shown.is_uncovered();
    let needs_none = reads || !shown.state.has_choice;
    shown.check(is_reversed || shown.screen.contains('▌') || needs_none, "the selection is not visible");
}
