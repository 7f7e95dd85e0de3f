//! Changed key bindings: every text in both languages shows the changed keys.

use lawat::app::command::{COMMANDS, Command, Context};
use lawat::app::event::{Browsed, Delivery, Effect, Event};
use lawat::app::key::{Code, Key};
use lawat::app::keymap::Keymap;
use lawat::lang::Lang;

use crate::session::{DOZEN, Session};

/// The key of a command in a context: a letter that no command and no text of the program has.
fn key(command: &Command, context: Context) -> Key {
    let place = COMMANDS.iter().position(|it| it.name == command.name).unwrap();
    let context = Context::ALL.iter().position(|it| *it == context).unwrap();
    let letter = 0x4e00 + u32::try_from(context * 256 + place).unwrap();
    Key::plain(Code::Char(char::from_u32(letter).unwrap()))
}

/// Every command has another key wherever it has one.
fn keymap() -> Keymap {
    let mut keymap = Keymap::default();
    for command in COMMANDS {
        for context in Context::ALL.into_iter().filter(|context| command.keys_in(*context).next().is_some()) {
            keymap.rebind(context, command, vec![vec![key(command, context)]]);
        }
    }
    keymap
}

/// The session after these commands, each in the current context.
fn run(mut session: Session, names: &[&str]) -> Session {
    for name in names {
        let key = key(Command::named(name).unwrap(), session.app.context());
        session.send(Event::Key(key));
    }
    session
}

/// The default keys that have more than a letter: `Esc`, `Ctrl-R`, `x x`.
fn old_keys() -> Vec<String> {
    let keymap = Keymap::default();
    let all = COMMANDS.iter().flat_map(|command| {
        Context::ALL
            .into_iter()
            .flat_map(|context| keymap.keys(command, context).collect::<Vec<_>>())
            .collect::<Vec<_>>()
    });
    let mut shown: Vec<String> =
        all.map(|keys| keymap.shown(keys)).filter(|keys| keys.chars().count() > 1 || keys == "↵").collect();
    // The keys of a menu after the key that opens it.
    shown.extend(["y u", "y c", "y e"].map(str::to_owned));
    shown.sort();
    shown.dedup();
    shown
}

#[track_caller]
fn check(session: &Session, old: &[String], how: &str) {
    let screen = session.screen();
    for key in old {
        let stands_alone = |at: usize| {
            let is_word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '-');
            let (before, behind) = screen.split_at(at);
            !is_word(before.chars().next_back()) && !is_word(behind.chars().nth(key.chars().count()))
        };
        // Arrows also show that there is more to scroll to.
        let is_arrow = ["←", "→", "↑", "↓"].contains(&key.as_str());
        let found = screen.match_indices(key.as_str()).any(|(at, _)| stands_alone(at));
        assert!(is_arrow || !found, "{key} after {how}:\n{screen}");
    }
}

#[test]
fn no_text_shows_an_old_key() {
    let old = old_keys();
    // Without changes the default keys are on the screen, so that they would be found.
    let unchanged = Session::open(DOZEN).size(124, 31).screen();
    assert!(["Tab", "↵"].iter().all(|key| old.iter().any(|it| it == key) && unchanged.contains(key)));
    let ways: [&[&str]; 11] = [
        &[],
        &["search"],
        &["problems"],
        &["find-in-pane"],
        &["pane-detail", "open"],
        &["pane-statements", "copy"],
        &["pane-statements", "copy", "export"],
        &["help"],
        &["palette"],
        &["pane-statements", "mark", "basket"],
        &["pane-statements", "page"],
    ];
    for lang in [Lang::Id, Lang::En] {
        let open = |way: &[&str]| run(Session::open(DOZEN).lang(lang).keymap(keymap()).size(124, 31), way);
        for way in ways {
            let context = open(way).app.context();
            check(&open(way), &old, &format!("{way:?}"));
            for command in COMMANDS.iter().filter(|command| command.keys_in(context).next().is_some()) {
                // External programs give no answer here.
                let session = run(open(way), &[command.name]);
                check(&session, &old, &format!("{way:?} {}", command.name));
            }
        }
    }
}

#[test]
fn no_external_notice_shows_an_old_key() {
    let old = old_keys();
    let address = || "https://contoh.example/a".to_owned();
    for lang in [Lang::Id, Lang::En] {
        let open =
            || run(Session::open(DOZEN).lang(lang).keymap(keymap()).size(200, 31), &["pane-statements"]);
        for browsed in [Browsed::Opened(address()), Browsed::NoDisplay(address()), Browsed::Failed(address())]
        {
            let mut session = open();
            session.send(Event::Browsed(browsed));
            check(&session, &old, "an address");
        }
        for delivery in
            [Delivery::Copied("xclip"), Delivery::Sent(9), Delivery::TooLong(99), Delivery::NoClipboard]
        {
            let mut session = run(open(), &["copy-again"]);
            let copied = session.effects.iter().find_map(|effect| match effect {
                Effect::Copy(_, copied) => Some(copied.clone()),
                _ => None,
            });
            session.send(Event::Copied(copied.unwrap(), delivery));
            check(&session, &old, "copying");
        }
    }
}
