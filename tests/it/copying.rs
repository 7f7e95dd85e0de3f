//! Copying and exporting from the explorer: the menu, what leaves in which form, and what is said of it.

use lawat::app::event::{Delivery, Effect, Event};
use lawat::cite::{Citation, Style};
use lawat::export::{Format, Selection, Unsaved, Written};
use lawat::lang::{Both, Lang};
use lawat::load::{EXAMPLE, load_text};

use crate::session::{DOZEN, Session};

const CITED: &str = include_str!("../data/cited.yaml");

/// The text that was last sent to the clipboard.
fn copied(session: &Session) -> &str {
    let texts = session.effects.iter().rev();
    let mut texts = texts.filter_map(|effect| match effect {
        Effect::Copy(text) => Some(text.as_str()),
        _ => None,
    });
    texts.next().unwrap()
}

#[test]
fn the_menu_shows_every_form_with_a_preview() {
    for (columns, rows) in [(124, 31), (80, 24), (40, 20)] {
        for lang in Lang::ALL {
            let name = |of: &str| format!("{of}-{columns}x{rows}-{}", lang.code());
            let session = Session::example().lang(lang).size(columns, rows).press("y");
            insta::assert_snapshot!(name("copy"), session.screen());
            insta::assert_snapshot!(name("export"), session.press("e<down>").screen());
        }
    }
}

#[test]
fn every_form_of_the_menu_is_what_the_citation_says() {
    let archive = load_text("visits.yaml", EXAMPLE.into()).archive;
    let citation = Citation::new(&archive.visits[0], &archive.visits[0].statements[0], Lang::Id);
    for (key, style) in [
        ("y", Style::Press),
        ("t", Style::Text),
        ("k", Style::Card),
        ("a", Style::Apa),
        ("h", Style::Chicago),
        ("m", Style::Markdown),
        ("b", Style::Bibtex),
        ("r", Style::Ris),
        ("s", Style::CslJson),
        ("i", Style::Reference),
    ] {
        let session = Session::example().press(&format!("y{key}"));
        assert_eq!(copied(&session), citation.write(style));
        assert!(session.app.overlay.is_none(), "the menu is gone");
    }
    assert_eq!(copied(&Session::example().press("yp")), "visits.yaml:143");
    assert!(copied(&Session::example().press("yj")).contains(r#""id": "p1""#));
    assert!(copied(&Session::example().press("yl")).contains("https://schema.org/"));
}

#[test]
fn enter_copies_the_chosen_form_and_y_again_repeats_it() {
    let session = Session::example().press("y<down><enter>");
    let first = copied(&session).to_owned();
    let session = session.press("jY");
    assert_ne!(copied(&session), first);
    assert!(copied(&session).starts_with("Karena itu"), "the text only: {}", copied(&session));
}

#[test]
fn a_stop_and_a_person_are_copied_too_and_have_fewer_forms() {
    let session = Session::example().press("2y");
    assert!(session.screen().contains("teks saja") && !session.screen().contains("APA"));
    let session = session.press("t");
    assert_eq!(copied(&session), "Mal Pelayanan Publik Kota Pontianak");
    let session = session.press("ya");
    assert!(session.screen().contains("catatan ini tidak dapat disalin sebagai APA"));
}

#[test]
fn the_translation_is_one_key_away_and_says_that_it_is_one() {
    let session = Session::open(CITED).press("/gedung<ctrl-y>");
    assert!(session.screen().contains("Tab terjemahan"), "{}", session.screen());
    let session = session.press("<tab>y");
    assert!(copied(&session).starts_with("“One door for 27 agencies"), "{}", copied(&session));
    assert!(copied(&session).ends_with("(terjemahan)."), "{}", copied(&session));
}

#[test]
fn a_hit_of_the_search_is_copied_and_the_search_stays() {
    let session = Session::example().press("/sinergi<ctrl-y>y");
    assert!(copied(&session).starts_with("“Semoga sinergi"), "{}", copied(&session));
    assert!(session.screen().contains("sinergi"), "the search is still there");
}

#[test]
fn help_and_back_to_the_menu_and_back_to_the_search() {
    let session = Session::example().press("/sinergi<ctrl-y>?");
    assert!(session.screen().contains("Salin kutipan dengan atribusinya"));
    let session = session.press("<esc>");
    assert!(session.screen().contains("Salin …"));
    let session = session.press("<esc>");
    assert!(session.screen().contains("Cari"), "{}", session.screen());
}

#[test]
fn a_notice_never_claims_more_than_is_known() {
    for (delivery, words) in [
        (Delivery::Taken("xclip"), "copied to the clipboard (xclip)"),
        (Delivery::Sent(412), "sent to the terminal (OSC 52, 412 B)"),
        (Delivery::TooLong(80_123), "80,123 B are too many"),
        (Delivery::NoWay, "no clipboard can be reached"),
    ] {
        let mut session = Session::example().lang(Lang::En).size(124, 31);
        session.send(Event::Copied(delivery));
        assert!(session.screen().contains(words), "{}", session.screen());
        let claims = session.screen().contains("copied");
        assert_eq!(claims, matches!(delivery, Delivery::Taken(_)));
    }
}

#[test]
fn printing_shows_the_chosen_form_on_the_normal_screen() {
    let session = Session::example().press("yc");
    let Some(Effect::Print(text)) = session.effects.last() else { panic!("nothing is printed") };
    assert!(text.contains("menurut Wakil Wali Kota Balikpapan Bagus Susetyo"), "{text}");
    assert!(text.ends_with("Tekan sembarang tombol untuk kembali."), "{text}");
}

#[test]
fn what_is_in_sight_is_exported() {
    let exported = |session: &Session| match session.effects.last() {
        Some(Effect::Export { format, selection, name }) => (*format, selection.clone(), name.clone()),
        other => panic!("nothing is exported: {other:?}"),
    };
    let archive = load_text("visits.yaml", EXAMPLE.into()).archive;
    let (format, selection, name) = exported(&Session::example().press("yec"));
    assert_eq!((format, name.as_str()), (Format::Csv, "balikpapan-pontianak-2026"));
    assert_eq!(selection, Selection::all(&archive));
    // A chip leaves the statements that pass it.
    let (format, selection, _) = exported(&Session::example().press("2<enter>yeh"));
    assert_eq!(format, Format::Html);
    assert_eq!(selection.statements(&archive), 5);
    // All visits at once.
    let (_, selection, name) = exported(&Session::open(DOZEN).press("1g<enter>1gyj"));
    assert_eq!((selection.parts.len(), name.as_str()), (12, "lawat"));
}

#[test]
fn the_outcome_of_an_export_is_said() {
    let events = Both { id: "acara", en: "events" };
    let written = Written { records: 1, left_out: vec!["a#b".to_owned()] };
    let mut session = Session::example().size(124, 31);
    session.send(Event::Exported(Ok(("a.ics".to_owned(), events, written))));
    assert!(
        session.screen().contains("a.ics ditulis: 1 acara; 1 tidak masuk kalender"),
        "{}",
        session.screen()
    );
    let refused = std::io::Error::from(std::io::ErrorKind::PermissionDenied);
    session.send(Event::Exported(Err(Unsaved::Failed("a.ics".into(), refused))));
    assert!(session.screen().contains("a.ics tidak dapat ditulis: tidak ada izin"), "{}", session.screen());
}
