//! Copying and exporting from the explorer: the menus, the forms, and the notices.

use lawat::app::command::{Command, Context};
use lawat::app::event::{Delivery, Effect, Event};
use lawat::app::keymap::{Keymap, sequence};
use lawat::cite::{Citation, Style};
use lawat::export::{ExportFormat, ExportSummary, SaveError, Selection};
use lawat::lang::{EVENTS, Lang};
use lawat::load::{EXAMPLE, load_text};

use crate::session::{DOZEN, Session};

const CITED: &str = include_str!("../data/cited.yaml");

/// The text that was last sent to the clipboard.
fn copied(session: &Session) -> &str {
    let texts = session.effects.iter().rev();
    let mut texts = texts.filter_map(|effect| match effect {
        Effect::Copy(text, _) => Some(text.as_str()),
        _ => None,
    });
    texts.next().unwrap()
}

#[test]
fn the_menus_list_every_form_in_both_languages() {
    let copy = [
        ("y  kutipan + atribusi", "y  quote + attribution"),
        ("t  teks saja", "t  text only"),
        ("f  kartu kutipan", "f  quote card"),
        ("a  APA", "a  APA"),
        ("o  Chicago", "o  Chicago"),
        ("m  Markdown", "m  Markdown"),
        ("b  BibTeX", "b  BibTeX"),
        ("r  RIS", "r  RIS"),
        ("s  CSL-JSON", "s  CSL-JSON"),
        ("n  JSON", "n  JSON"),
        ("d  JSON-LD", "d  JSON-LD"),
        ("i  kode", "i  reference"),
        ("p  berkas:baris", "p  file:line"),
    ];
    let export = [
        ("t  Teks: lembar kutipan beserta sumbernya", "t  Text: a quote sheet with sources"),
        ("n  JSON: catatan utuh", "n  JSON: complete records"),
        ("s  JSON Lines: satu kunjungan per baris", "s  JSON Lines: one visit per line"),
        ("c  CSV: tabel untuk lembar kerja", "c  CSV: a table for spreadsheets"),
        ("x  XLSX: semua tabel, untuk Excel", "x  XLSX: all tables, for Excel"),
        ("m  Markdown: halaman kunjungan", "m  Markdown: a page about each visit"),
        ("w  HTML: halaman untuk diterbitkan", "w  HTML: a page to publish or print"),
        ("u  Kumpulan kutipan, HTML", "u  Collected quotes, HTML"),
        ("U  Kumpulan kutipan, Markdown", "U  Collected quotes, Markdown"),
        ("r  Lembar protokol tiap kunjungan, HTML", "r  Protocol briefing on each visit, HTML"),
        ("R  Lembar protokol tiap kunjungan, Markdown", "R  Protocol briefing on each visit, Markdown"),
        ("i  iCalendar: kunjungan untuk kalender", "i  iCalendar: visits for a calendar"),
        ("d  JSON-LD: data tertaut (schema.org)", "d  JSON-LD: linked data (schema.org)"),
        ("p  SQL: basis data PostgreSQL", "p  SQL: a PostgreSQL database"),
    ];
    for (keys, forms) in [("y", &copy[..]), ("ye", &export)] {
        for lang in Lang::ALL {
            let session = Session::example().lang(lang).size(124, 31).press(keys);
            let screen = session.screen();
            let (_, menu) = screen.split_once('┏').unwrap();
            let rows =
                menu.lines().skip(1).take(forms.len()).map(|line| line.split('┃').nth(1).unwrap_or_default());
            for (row, (indonesian, english)) in rows.zip(forms) {
                let form = if lang == Lang::Id { indonesian } else { english };
                let row = row.trim_start_matches(['▌', ' ']);
                assert!(row.starts_with(form), "{form:?} is not {row:?}\n{screen}");
            }
        }
    }
}

#[test]
fn every_form_of_the_menu_copies_the_citation() {
    let archive = load_text("visits.yaml", EXAMPLE.into()).archive;
    let citation = Citation::new(&archive.visits[0], &archive.visits[0].statements[0], Lang::Id);
    for (key, style) in [
        ("y", Style::Press),
        ("t", Style::Text),
        ("f", Style::Card),
        ("a", Style::Apa),
        ("o", Style::Chicago),
        ("m", Style::Markdown),
        ("b", Style::Bibtex),
        ("r", Style::Ris),
        ("s", Style::CslJson),
        ("i", Style::Reference),
    ] {
        let session = Session::example().press(&format!("y{key}"));
        assert_eq!(copied(&session), citation.write(style));
        assert!(session.app.overlay().is_none(), "the menu is gone");
    }
    assert!(copied(&Session::example().press("yp")).starts_with("visits.yaml:"));
    assert!(copied(&Session::example().press("yn")).contains(r#""id": "p1""#));
    assert!(copied(&Session::example().press("yd")).contains("https://schema.org/"));
}

#[test]
fn enter_copies_the_chosen_form_and_y_again_repeats_it() {
    let session = Session::example().press("y<down><enter>");
    let first = copied(&session).to_owned();
    let session = session.press("jY");
    assert_ne!(copied(&session), first);
    assert!(copied(&session).starts_with("Karena tantangan"), "the text only: {}", copied(&session));
}

#[test]
fn a_stop_and_a_person_can_be_copied_in_fewer_forms() {
    let session = Session::example().press("2y");
    assert!(session.screen().contains("nama saja") && !session.screen().contains("APA"));
    let session = session.press("t");
    assert_eq!(copied(&session), "Mal Pelayanan Publik Kota Pontianak");
    let session = session.press("ya");
    assert!(session.screen().contains("catatan ini tidak dapat disalin sebagai APA"));
}

#[test]
fn tab_copies_the_translation_which_is_marked_as_one() {
    let session = Session::open(CITED).press("/gedung<ctrl-y>");
    assert!(session.screen().contains("Tab terjemahan"), "{}", session.screen());
    let session = session.press("<tab>y");
    assert!(copied(&session).starts_with("“One door for 27 agencies"), "{}", copied(&session));
    assert!(copied(&session).ends_with("[terjemahan]."), "{}", copied(&session));
}

#[test]
fn a_search_result_is_copied_and_the_search_stays_open() {
    let session = Session::example().press("/sinergi<ctrl-y>y");
    assert!(copied(&session).starts_with("“Semoga sinergi"), "{}", copied(&session));
    assert!(session.screen().contains("sinergi"), "the search is still open");
}

#[test]
fn help_closes_to_the_menu_and_the_menu_to_the_search() {
    let session = Session::example().press("/sinergi<ctrl-y>?");
    assert!(session.screen().contains("Salin sitasi APA"));
    let session = session.press("<esc>");
    assert!(session.screen().contains("Salin …"));
    let session = session.press("<esc>");
    assert!(session.screen().contains("Cari"), "{}", session.screen());
}

#[test]
fn a_notice_never_claims_more_than_is_known() {
    for (delivery, words) in [
        (Delivery::Copied("xclip"), "Copied: “Dua puluh"),
        (Delivery::Sent(412), "Sent to the terminal: “Dua puluh"),
        (Delivery::TooLong(80_123), "not copied: 80,123 B is too long; y c to print, y e to export"),
        (Delivery::NoClipboard, "not copied: no clipboard is available; y c to print"),
    ] {
        let session = delivered(quote().lang(Lang::En).size(124, 31).press("ya"), delivery).expect(words);
        let claims = session.shows("Copied:");
        assert_eq!(claims, matches!(delivery, Delivery::Copied(_)));
    }
}

/// A quote that is longer than a narrow screen.
fn quote() -> Session {
    Session::open(DOZEN).press("/dua puluh tujuh<enter>")
}

/// Reports how the last copy was delivered.
fn delivered(mut session: Session, delivery: Delivery) -> Session {
    let copied = session.effects.iter().rev().find_map(|effect| match effect {
        Effect::Copy(_, copied) => Some(copied.clone()),
        _ => None,
    });
    session.send(Event::Copied(copied.unwrap(), delivery));
    session
}

/// The screen with its lines joined where they were wrapped.
fn in_a_line(session: &Session) -> String {
    session.screen().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_notice_says_what_was_copied_its_speaker_and_its_form() {
    for (columns, rows) in [(124, 31), (80, 24), (40, 20)] {
        let session = delivered(quote().size(columns, rows).press("ya"), Delivery::Copied("xclip"));
        let session = session.expect("Disalin: “Dua");
        assert!(in_a_line(&session).contains("” — Ratna Kencana (APA)"), "{}", session.screen());
        let session = delivered(quote().size(columns, rows).press("yy"), Delivery::Sent(9));
        let session = session.expect("Dikirim ke terminal: “").expect_no("isalin");
        assert!(in_a_line(&session).contains("” — Ratna Kencana (kutipan)"), "{}", session.screen());
    }
    // The notice is about what was copied, whatever is selected now.
    let session = delivered(quote().press("ya<f2>2g"), Delivery::Copied("xclip"));
    session.expect("” — Ratna Kencana (APA)");
    let session = delivered(Session::example().press("2y<enter>"), Delivery::Copied("xclip"));
    session.expect("Disalin: Mal Pelayanan Publik Kota Pontianak (ringkasan)");
}

#[test]
fn the_notice_names_paraphrases_translations_and_the_basket() {
    let session = delivered(Session::open(DOZEN).press("/waktu tunggu<ctrl-y>t"), Delivery::Copied("xclip"));
    session.expect("Disalin: Waktu tunggu").expect("— menurut Ratna Kencana (teks)");
    let session = delivered(Session::open(CITED).press("/gedung<ctrl-y><tab>y"), Delivery::Copied("xclip"));
    session.expect("Disalin: “One door").expect("(kutipan, terjemahan)");
    let marked = Session::open(DOZEN).press("/tiga hari<enter>4   b");
    let session = delivered(marked.press("ya"), Delivery::Copied("xclip"));
    session.expect("Disalin: 3 pernyataan dari keranjang (APA)");
}

#[test]
fn keys_of_the_user_are_shown() {
    let command = |name| Command::named(name).unwrap();
    let mut keymap = Keymap::default();
    keymap.rebind(Context::Panes, command("copy"), vec![sequence("c").unwrap()]);
    keymap.rebind(Context::Copying, command("print"), vec![sequence("z").unwrap()]);
    keymap.rebind(Context::Copying, command("open"), vec![sequence("space").unwrap()]);
    let session = Session::example().keymap(keymap).size(124, 31).press("ca");
    let session = delivered(session, Delivery::Sent(1)).expect("c z cetak");
    let session = delivered(session, Delivery::NoClipboard).expect("c z untuk mencetak").press("c");
    session.expect("tekan huruf, atau Space").press("<esc>?/apa").expect("c a");
}

#[test]
fn the_keys_of_lists_work_in_the_menus() {
    let chosen =
        |session: &Session| session.screen().lines().rfind(|line| line.contains('▌')).unwrap().to_owned();
    for (start, keys) in [("y", "j k <down> <up>"), ("ye", "j k <down> <up>"), ("s", "j k <down> <up>")] {
        let mut session = Session::example().press(start);
        let first = chosen(&session);
        for (step, key) in keys.split(' ').enumerate() {
            session = session.press(key);
            assert_eq!(chosen(&session) == first, step % 2 == 1, "{start} {key}\n{}", session.screen());
        }
        session = session.press("G").press("<esc>");
        assert!(session.app.overlay().is_none() || start == "ye");
        assert_eq!((session.effects.len(), session.app.pending().len()), (0, 0), "{start}");
    }
    // Enter takes a row of the menus of forms, sort orders and filters.
    let session = Session::example().press("4yjj<enter>");
    assert!(copied(&session).contains('—'), "the card");
    Session::example().press("4sjj<enter>").expect("urut: pembicara");
    Session::example().press("2<enter>3j<enter>xj<enter>").expect_no("[1 lokasi").expect("[1 siapa");
}

#[test]
fn printing_shows_the_chosen_form_on_the_normal_screen() {
    let session = Session::example().press("yc");
    let Some(Effect::Print(text)) = session.effects.last() else { panic!("nothing is printed") };
    assert!(text.contains("menurut Wakil Wali Kota Balikpapan Bagus Susetyo"), "{text}");
    assert!(text.ends_with("Tekan sembarang tombol untuk kembali."), "{text}");
}

#[test]
fn what_is_visible_is_exported() {
    let exported = |session: &Session| match session.effects.last() {
        Some(Effect::Export { format, selection, naming }) => {
            (*format, selection.clone(), naming.name.clone())
        }
        other => panic!("nothing is exported: {other:?}"),
    };
    let archive = load_text("visits.yaml", EXAMPLE.into()).archive;
    let (format, selection, name) = exported(&Session::example().press("yec<enter>"));
    assert_eq!((format, name.as_str()), (ExportFormat::Csv, "balikpapan-pontianak-2026"));
    assert_eq!(selection, Selection::all(&archive));
    // A filter leaves the statements that pass it.
    let (format, selection, _) = exported(&Session::example().press("2<enter>yew<enter>"));
    assert_eq!(format, ExportFormat::Html);
    assert_eq!(selection.statements(&archive), 5);
    // All visits.
    let (_, selection, name) = exported(&Session::open(DOZEN).press("1g<enter>1gyn<enter>"));
    assert_eq!((selection.parts.len(), name.as_str()), (12, "lawat"));
}

#[test]
fn the_result_of_an_export_is_reported() {
    let written = ExportSummary { records: 1, left_out: vec!["a#b".to_owned()], ..ExportSummary::default() };
    let mut session = Session::example().size(124, 31);
    session.send(Event::Exported(Ok(("a.ics".to_owned(), EVENTS, written))));
    assert!(
        session.screen().contains("a.ics ditulis: 1 acara; 1 tidak masuk kalender"),
        "{}",
        session.screen()
    );
    let refused = std::io::Error::from(std::io::ErrorKind::PermissionDenied);
    session.send(Event::Exported(Err(SaveError::Failed("a.ics".into(), refused))));
    assert!(session.screen().contains("a.ics tidak dapat ditulis: tidak ada izin"), "{}", session.screen());
}

#[test]
fn an_export_asks_for_its_name_and_quotes_for_title_and_opening() {
    let session = Session::example().press("yew").expect("balikpapan-pontianak-2026.html");
    let session = session.press("<ctrl-u>kutipan/a<enter>").expect("nama berkas tanpa `/`");
    let session = session.press("<backspace><backspace>.html").expect("kutipan.html").press("<enter>");
    let Some(Effect::Export { naming, .. }) = session.effects.last() else { panic!("{:?}", session.effects) };
    assert_eq!((naming.name.as_str(), naming.title.as_deref()), ("kutipan", None));
    let session = Session::example().press(":kumpulan kutipan, html<enter>").expect("Judul");
    let session = session.press("<tab>Kata tamu<tab>Satu hari\ndi Pontianak.<shift-tab> kami<ctrl-s>");
    let Some(Effect::Export { naming, .. }) = session.effects.last() else { panic!("{:?}", session.effects) };
    assert_eq!(naming.title.as_deref(), Some("Kata tamu kami"));
    assert_eq!(naming.lead.as_deref(), Some("Satu haridi Pontianak."));
    // Esc gives up.
    let session = Session::example().press("yew<esc>");
    assert!(session.app.overlay().is_none() && session.effects.is_empty());
}
