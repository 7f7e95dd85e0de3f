//! External programs: the file and position for an editor, the URL for a browser.

use std::path::PathBuf;

use lawat::app::event::{Browsed, EditorError, Effect, Event};
use lawat::lang::Lang;
use lawat::load::{EXAMPLE, load};

use crate::session::{DOZEN, Session};

/// Records in a file.
fn in_file(text: &str) -> Session {
    Session::open_as(text, |data| {
        data.paths.insert("visits.yaml".to_owned(), "/data/visits.yaml".into());
    })
}

#[track_caller]
fn opened(session: &Session) -> (PathBuf, Option<(u32, u32)>) {
    match session.effects.last() {
        Some(Effect::Edit { path, at }) => (path.clone(), *at),
        other => panic!("{other:?} on\n{}", session.screen()),
    }
}

/// The place of the id in this line of the records.
fn place(text: &str, line: &str) -> (u32, u32) {
    let (number, found) = text.lines().enumerate().find(|(_, it)| it.contains(line)).unwrap();
    let column = found.find("id: ").unwrap() + 5;
    (u32::try_from(number + 1).unwrap(), u32::try_from(column).unwrap())
}

#[test]
fn e_opens_the_selection_at_its_line() {
    // The newest visit, then a person, a stop and a statement of the visit of three days.
    let session = in_file(DOZEN).press("/tiga hari di<enter>");
    let file = PathBuf::from("/data/visits.yaml");
    for (keys, line) in [
        ("", "- id: tiga-hari"),
        ("<enter>2g", "{id: mpp, name: Mal"),
        ("3g", "{id: sari, name"),
        ("4g", "{id: q1, type: quote, text: Satu"),
        ("4g<enter>", "{id: q1, type: quote, text: Satu"),
    ] {
        let session = in_file(DOZEN).press("/tiga hari di<enter>").press(keys).press("e");
        let expected = place(DOZEN, line);
        assert_eq!(opened(&session), (file.clone(), Some(expected)), "{keys}");
    }
    assert_eq!(opened(&session.press("E")), (file, None));
}

#[test]
fn e_opens_a_problem_at_its_position() {
    let text = "schema_version: '1.0'\nvisits:\n  - {id: a, title: Satu}\n  - id: b\n    titel: Dua\n";
    let session = in_file(text).press("1G").expect("visits.yaml").press("e");
    let file = PathBuf::from("/data/visits.yaml");
    assert_eq!(opened(&session), (file.clone(), Some((5, 5))));
    let session = in_file(text).press("p").expect("e sunting").press("e");
    assert_eq!(opened(&session), (file.clone(), Some((5, 5))));
    assert_eq!(opened(&session.press("E")), (file, None));
}

#[test]
fn records_without_a_file_are_not_edited() {
    let mut example = Session::open_as(EXAMPLE, |data| data.built_in = true);
    for key in ["e", "E", "r"] {
        example = example.press(key).expect("contoh bawaan tidak punya berkas; `lawat init` membuatnya");
    }
    assert_eq!(example.effects, []);
    // Records from a pipe have no path.
    for key in ["e", "E", "r"] {
        let session = Session::open_as(DOZEN, |data| data.streams.push("visits.yaml".to_owned()));
        let session = session.press("1<enter>").press(key).expect("dari pipa");
        assert_eq!(session.effects, []);
    }
    // A folder without files is no pipe, and may have files now.
    let folder = tempfile::tempdir().unwrap();
    let mut session = Session::open("");
    session.send(Event::Reloaded(Box::new(load(&[folder.path().into()]).into())));
    let session = session.press("pe").expect("tidak tersimpan dalam satu berkas");
    assert_eq!(session.effects, []);
    assert_eq!(session.press("<esc>r").effects, [Effect::Reload]);
    // All visits have no single position, but one file.
    let session = in_file(DOZEN).press("1g<enter>1ge").expect("tidak tersimpan dalam satu berkas").press("E");
    assert_eq!(opened(&session).1, None);
}

#[test]
fn a_failing_editor_gives_a_notice() {
    for (error, id, en) in [
        (
            EditorError::UnbalancedQuotes("vim '".into()),
            "tanda kutip di VISUAL atau EDITOR tidak berpasangan: vim '",
            "unbalanced quotation marks in VISUAL or EDITOR: vim '",
        ),
        (
            EditorError::NotStarted("emcas".into(), None),
            "editor emcas tidak ditemukan; atur VISUAL atau EDITOR",
            "editor emcas not found; set VISUAL or EDITOR",
        ),
        (EditorError::Failed("vim".into(), 3), "vim berakhir dengan status 3", "vim exited with status 3"),
        (EditorError::Killed("vim".into(), 9), "vim dihentikan oleh sinyal 9", "vim was killed by signal 9"),
    ] {
        for (lang, words) in [(Lang::Id, id), (Lang::En, en)] {
            let mut session = Session::example().lang(lang);
            session.send(Event::Edited(Err(error.clone())));
            session.expect(words);
        }
    }
    let mut session = Session::example();
    session.send(Event::Edited(Ok(())));
    assert_eq!(session.app.notice(), None);
}

#[test]
fn r_reloads_and_reports_the_result() {
    let session = in_file(DOZEN).press("r").expect("memuat ulang …");
    assert_eq!(session.effects, [Effect::Reload]);
    let session = session.reload(DOZEN).expect("dimuat ulang; tidak ada yang berubah");
    // An automatic reload gives no notice.
    assert_eq!(session.press("j").reload(DOZEN).app.notice(), None);
}

#[test]
fn o_opens_the_source_of_the_selection() {
    let text = "schema_version: '1.0'
visits:
  - id: v
    title: Kunjungan
    organizations: [{id: o, name: Dinas, same_as: [urn:x, https://dinas.example/]}]
    participants:
      - {id: p, name: Ratna K., same_as: [https://orang.example/ratna], sources: [s]}
      - {id: p2, name: Sari W., sources: [s]}
      - {id: p3, name: Bima P.}
    itinerary: [{id: t, name: Balai, sources: [s]}]
    statements:
      - {id: q, type: quote, text: Satu, sources: [buku, s]}
      - {id: q2, type: quote, text: Dua, sources: [f]}
    sources:
      - {id: buku, title: Buku}
      - {id: s, url: 'https://kota.example/siaran pers'}
      - {id: f, url: 'file:///etc/passwd'}
";
    let siaran = "https://kota.example/siaran%20pers";
    for (keys, address) in [
        ("1g", Some(siaran)),
        ("2g", Some(siaran)),
        ("3g", Some("https://orang.example/ratna")),
        ("3gj", Some(siaran)),
        ("3gjj", None),
        ("3gjjj", Some("https://dinas.example/")),
        ("4g", Some(siaran)),
        ("4gj", None),
    ] {
        let session = Session::open(text).press(keys).press("o");
        match address {
            Some(address) => assert_eq!(session.effects, [Effect::Browse(address.into())], "{keys}"),
            None => drop(session.expect("sumbernya tidak punya alamat web")),
        }
    }
}

#[test]
fn a_url_that_cannot_be_opened_is_shown_in_full() {
    let address = "https://kota.example/siaran".to_owned();
    for (browsed, words) in [
        (Browsed::Opened(address.clone()), "dibuka di peramban: https://kota.example/siaran"),
        (
            Browsed::NoDisplay(address.clone()),
            "buka di komputer Anda (y u untuk menyalin): https://kota.example/siaran",
        ),
        (
            Browsed::Failed(address),
            "tidak ada program untuk membukanya (y u untuk menyalin): https://kota.example/siaran",
        ),
    ] {
        let mut session = Session::example().size(124, 31);
        session.send(Event::Browsed(browsed));
        session.expect(words);
    }
    // However small the screen is, the URL is not cut off.
    let long = format!("https://kota.example/{}/akhir", "siaran/".repeat(12));
    let mut session = Session::example().size(40, 20);
    session.send(Event::Browsed(Browsed::NoDisplay(long.clone())));
    assert!(session.screen().replace(['\n', ' '], "").contains(&long), "{}", session.screen());
    let text = "schema_version: '1.0'\nvisits:\n  - {id: v, title: V, sources: [{id: s, url: 'https://kota.example/'}]}\n";
    let session = Session::open(text).press("yu");
    assert!(matches!(session.effects.as_slice(), [Effect::Copy(text, _)] if text == "https://kota.example/"));
}
