//! Random keys and sizes: nothing panics, Escape never quits, and no hidden character is drawn.

use lawat::app::command::{COMMANDS, Context};
use lawat::app::event::{Effect, Event, Mouse, MouseKind};
use lawat::app::key::Key;
use lawat::app::keymap::Keymap;
use lawat::app::layout::{Mode, Pane};
use lawat::app::{Overlay, PageContent};
use lawat::load::EXAMPLE;
use lawat::model::{RecordKind, Target};
use lawat::view::{Palette, Theme};
use proptest::prelude::*;

use crate::session::{DOZEN, Session};

/// Every key of the command table, and letters.
fn key() -> impl Strategy<Value = Key> {
    let keymap = Keymap::default();
    let known: Vec<Key> = COMMANDS
        .iter()
        .flat_map(|command| Context::ALL.map(|context| (command, context)))
        .flat_map(|(command, context)| keymap.keys(command, context).flatten().copied().collect::<Vec<_>>())
        .chain("abmptuz éßİ你\u{301}".chars().map(|c| Key::plain(lawat::app::key::Code::Char(c))))
        .collect();
    prop::sample::select(known)
}

pub fn event() -> impl Strategy<Value = Event> {
    let kind = prop::sample::select(vec![
        MouseKind::Click,
        MouseKind::DoubleClick,
        MouseKind::Drag,
        MouseKind::Release,
        MouseKind::WheelDown,
        MouseKind::WheelUp,
    ]);
    prop_oneof![
        8 => key().prop_map(Event::Key),
        1 => (0u16..210, 0u16..70).prop_map(|(columns, rows)| Event::Resize { columns, rows }),
        1 => (kind, any::<u16>(), any::<u16>())
            .prop_map(|(kind, column, row)| Event::Mouse(Mouse { column: column % 210, row: row % 70, kind })),
    ]
}

const AWKWARD: &str = include_str!("../data/awkward.yaml");

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_key_and_no_size_panics(
        text in prop::sample::select(vec![EXAMPLE, AWKWARD, DOZEN, "schema_version: '1.0'\nvisits: []\n", "x: ["]),
        events in prop::collection::vec(event(), 1..60),
    ) {
        let mut session = Session::open(text);
        for event in events {
            let resize = match event { Event::Resize { columns, rows } => Some((columns, rows)), _ => None };
            session.send(event);
            if let Some((columns, rows)) = resize {
                session = session.size(columns, rows);
            }
            session.screen();
            for pane in [Pane::Visits, Pane::Stops, Pane::Participants, Pane::Statements] {
                let list = session.app.list(pane);
                prop_assert_eq!(list.len(), session.app.rows_of(pane).len());
                prop_assert!(list.selected().is_none_or(|row| row < list.len()));
            }
            let on_top = session.app.overlay().and_then(Overlay::list);
            prop_assert!(on_top.is_none_or(|list| list.selected().is_none_or(|row| row < list.len())));
            let layout = &session.app.layout();
            let is_seen = !layout.pane(session.app.focus()).is_empty();
            prop_assert!(is_seen || layout.mode == Mode::TooSmall, "the pane with the keys is not seen");
            let marked: Vec<Target> = session.app.basket().targets(session.app.data()).collect();
            prop_assert!(marked.iter().all(|target| target.kind == RecordKind::Statement));
            if let Some(Overlay::RecordPage(page)) = session.app.overlay() {
                prop_assert!(page.content != PageContent::Basket || page.rows == marked, "the basket is stale");
            }
        }
    }

    #[test]
    fn escape_never_quits(events in prop::collection::vec(event(), 1..30)) {
        let mut session = Session::example();
        for event in events {
            session.send(event);
        }
        session.effects.clear();
        let session = session.press(&"<esc>".repeat(20));
        prop_assert!(!session.effects.contains(&Effect::Quit));
        prop_assert!(session.app.overlay().is_none());
    }
}

/// No number of a column or a row is counted beyond the largest.
#[test]
fn the_largest_sizes_are_drawn() {
    for (columns, rows) in [(u16::MAX, 1), (u16::MAX, 15), (1, u16::MAX), (20, 50_000)] {
        for keys in ["", "?", "/p", ":", "<enter>"] {
            let session = Session::open(AWKWARD).size(columns, rows).press(keys);
            let area = session.buffer(Theme::new(Palette::Dark)).area;
            assert_eq!((area.width, area.height), (columns, rows));
        }
    }
}

#[test]
fn no_hidden_character_reaches_a_cell() {
    for (columns, rows) in [(124, 31), (80, 24), (40, 20)] {
        for keys in ["", "12345", "/awas", "1<enter>", "4<enter>", "3G"] {
            let session = Session::open(AWKWARD).size(columns, rows).press(keys);
            for cell in session.buffer(Theme::new(Palette::Dark)).content {
                let symbol = cell.symbol();
                let forbidden = |c: char| {
                    c.is_control() || matches!(c, '\u{200b}' | '\u{202a}'..='\u{202e}' | '\u{2028}')
                };
                assert!(!symbol.chars().any(forbidden), "{symbol:?}");
                assert!(symbol.len() <= 80, "{} bytes in a cell", symbol.len());
            }
        }
    }
}
