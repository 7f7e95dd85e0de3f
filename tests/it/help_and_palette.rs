//! The help and the command palette: commands are found by name and run.

use lawat::app::command::{COMMANDS, Context};
use lawat::app::event::Effect;
use lawat::app::keymap::{Keymap, sequence};
use lawat::lang::Lang;

use crate::session::Session;

#[test]
fn the_help_finds_a_command_in_both_languages_and_runs_it() {
    for (lang, words) in [(Lang::Id, "panel berikut"), (Lang::En, "next pane"), (Lang::Id, "next pane")] {
        let session = Session::example().lang(lang).press("1?/").press(words).press("<enter>");
        assert!(session.app.overlay().is_none());
        assert_eq!(session.app.focus(), lawat::app::layout::Pane::Stops, "{words}");
    }
}

#[test]
fn the_palette_runs_commands_of_menus() {
    for keys in [":apa", "<ctrl-p>copy apa"] {
        let session = Session::example().press("4").press(keys).press("<enter>");
        assert!(session.app.overlay().is_none());
        assert!(matches!(session.effects.as_slice(), [Effect::Copy(_, _)]), "{keys}: {:?}", session.effects);
    }
    let session = Session::example().press("4:ekspor sebagai csv<enter>").press("<enter>");
    assert!(matches!(session.effects.as_slice(), [Effect::Export { .. }]), "{:?}", session.effects);
}

#[test]
fn unavailable_commands_say_why() {
    let session = Session::example().press("?/lepas semua");
    session.expect("tidak ada saringan").press("<enter>").expect("tidak ada saringan");
}

#[test]
fn a_typed_key_finds_what_it_does() {
    Session::example().size(80, 24).press("?/X").expect("Lepas semua saringan");
}

/// Scattered letters match many names: they count only if no name has the word.
#[test]
fn whole_words_rank_above_scattered_letters() {
    let found = |lang: Lang, typed: &str| -> Vec<&'static str> {
        let session = Session::example().lang(lang).press("4:").press(typed);
        let Some(lawat::app::Overlay::CommandPalette(palette)) = session.app.overlay() else {
            panic!("no palette")
        };
        palette.entries.iter().map(|entry| entry.command.name).collect()
    };
    let salin = found(Lang::Id, "salin");
    assert!(salin.len() > 5 && salin.iter().all(|name| name.starts_with("copy")), "{salin:?}");
    assert_eq!(found(Lang::Id, "ganti bahasa"), ["language"]);
    assert_eq!(found(Lang::En, "bahasa"), ["language"], "in the other language");
    assert_eq!(found(Lang::En, "zoom").first(), Some(&"zoom"));
    assert!(!found(Lang::En, "lnguag").is_empty(), "by its letters");
    assert_eq!(found(Lang::En, "xqzw"), [""; 0]);
}

#[test]
fn keys_work_in_the_help_as_elsewhere_and_a_slash_searches_it() {
    let session =
        Session::example().size(80, 24).press("?").expect("/ mencari, ↵ menjalankan").expect("▌j  ↓");
    let session = session.press("jj").expect("▌g  Home").press("G").expect_no("▌j  ↓").press("g");
    // What is typed begins after the slash; Esc shows all again, and then closes.
    let session = session.press("salin").expect_no("> salin").expect("▌j  ↓");
    let session = session.press("/salin").expect("> salin").expect("Salin dalam bentuk");
    let session = session.press("<esc>").expect("▌j  ↓").press("<esc>").expect_no("Bantuan");
    session.press("?q").expect_no("Bantuan ━");
}

#[test]
fn closing_the_help_restores_the_screen() {
    for keys in ["<esc>", "?", "<f1>", "<ctrl-c>", "/abc<ctrl-c><ctrl-c>"] {
        let session = Session::example().press("?").press(keys);
        assert!(session.app.overlay().is_none(), "{keys}");
    }
    Session::example().press("/wali<f1>").expect("Bantuan").press("<esc>").expect("wali");
}

#[test]
fn every_command_of_the_panes_is_in_the_help_and_the_palette() {
    for (opener, is_help) in [("?", true), (":", false)] {
        let session = Session::example().size(124, 60).press(opener);
        let Some(lawat::app::Overlay::CommandPalette(palette)) = session.app.overlay() else {
            panic!("no palette")
        };
        for command in COMMANDS.iter().filter(|command| command.keys_in(Context::Panes).next().is_some()) {
            let skipped = !is_help && command.group == lawat::app::command::Group::Navigation
                || ["palette", "help", "step-out"].contains(&command.name)
                || command.name.starts_with("remove-filter-");
            let listed = palette.entries.iter().any(|entry| entry.command.name == command.name);
            assert!(listed || skipped, "{} is not listed (help: {is_help})", command.name);
        }
    }
}

#[test]
fn help_and_footer_show_changed_keys() {
    let mut keymap = Keymap::default();
    let search = COMMANDS.iter().find(|command| command.name == "search").unwrap();
    keymap.rebind(Context::Panes, search, vec![sequence("ctrl-s").unwrap()]);
    let session = Session::example()
        .keymap(keymap)
        .expect("Ctrl-S cari")
        .press("/")
        .expect_no("Hasil")
        .press("?/cari di semua")
        .expect("Ctrl-S *");
    session.press("<enter>").expect("Hasil");
}

#[test]
fn messages_show_changed_keys() {
    let mut keymap = Keymap::default();
    for (context, name, keys) in [
        (Context::Panes, "basket", "B"),
        (Context::Panes, "mark", "m"),
        (Context::Pages, "mark", "ctrl-t"),
        (Context::Pages, "undo-basket", "Z"),
        (Context::Panes, "quit-printing", "ctrl-o"),
        (Context::Panes, "close", "W"),
        (Context::Panes, "mouse", "f9"),
        (Context::Panes, "remove-all-filters", "D"),
        (Context::Panes, "search", "ctrl-s"),
        (Context::Panes, "problems", ""),
    ] {
        let command = COMMANDS.iter().find(|command| command.name == name).unwrap();
        keymap.rebind(context, command, sequence(keys).into_iter().collect());
    }
    let wrong = "schema_version: '1.0'\nvisits:\n  - {id: v, title: Kunjungan contoh, start_date: kemarin}\n";
    Session::open(wrong).keymap(keymap.clone()).press("j").expect("(:problems)");
    Session::example()
        .size(124, 31)
        .keymap(keymap)
        .press("<esc><esc>")
        .expect("W untuk keluar")
        .press("n")
        .expect("Ctrl-S untuk mencari")
        .press("3+")
        .expect("x x lepas yang terakhir · D lepas semua · u urungkan")
        .press("<f9>")
        .expect("F9 untuk memakainya lagi")
        .press("D4m")
        .expect("B untuk melihat")
        .press("W")
        .expect("Ctrl-O cetak lalu keluar, W keluar, Esc batal")
        .press("B<ctrl-t>")
        .expect("dengan Ctrl-T; Z untuk mengurungkan");
}

/// The footer shows the keys of the command table.
#[test]
fn the_footer_shows_keys_of_the_command_table() {
    let keymap = Keymap::default();
    for keys in ["", "1", "5", "/x", "y", "f", "?"] {
        let session = Session::example().size(200, 40).press(keys);
        let screen = session.screen();
        let footer = screen.lines().last().unwrap();
        let context = session.app.context();
        for command in COMMANDS {
            let Some(hint) = command.hint else { continue };
            let Some(first) = keymap.keys(command, context).next().map(|keys| keymap.shown(keys)) else {
                continue;
            };
            let said = format!(" {first} {}", hint.id);
            let others =
                COMMANDS.iter().filter(|other| other.hint.is_some_and(|it| it.id == hint.id)).count();
            if footer.contains(&format!(" {} ", hint.id)) && others == 1 && command.name != "open" {
                assert!(footer.contains(&said), "{keys}: {said} is not in {footer}");
            }
        }
    }
}
