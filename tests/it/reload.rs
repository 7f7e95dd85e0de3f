//! Reloads while the explorer is used: the screen stays as it was, and unreadable files keep the old data.

use std::sync::Arc;

use lawat::app::event::{Effect, Event};
use lawat::app::layout::Pane;
use lawat::app::{Data, Overlay};
use lawat::lang::Lang;
use lawat::load::load_text;
use lawat::search::{Index, Query};
use proptest::prelude::*;

use crate::random_input::event;
use crate::session::{DOZEN, Session};

/// A visit with these statements, each on a line of its own.
fn visit(statements: impl IntoIterator<Item = usize>) -> String {
    let row = |n| {
        format!("      - {{id: s{n}, type: paraphrase, text: Pernyataan nomor {n}., speaker: p{}}}\n", n % 3)
    };
    let statements: String = statements.into_iter().map(row).collect();
    format!(
        "schema_version: '1.0'\nvisits:\n  - id: v\n    title: Rapat\n    participants: [{{id: p0, name: Nol}}, \
         {{id: p1, name: Satu}}, {{id: p2, name: Dua}}]\n    statements:\n{statements}"
    )
}

/// A part of the dozen.
fn beginning(part: usize, of: usize) -> String {
    DOZEN.chars().take(DOZEN.chars().count() * part / of).collect()
}

/// The rows of the pane of statements.
fn statements(session: &Session) -> Vec<String> {
    let screen = session.screen();
    screen.lines().filter_map(|line| Some(line.split_once("nomor")?.1.to_owned())).collect()
}

/// Records whose index is not complete, and what completes it.
fn unindexed(text: &str) -> (Box<Data>, impl FnOnce() + use<>) {
    let data = Data::unindexed(load_text("visits.yaml", text.into()));
    let (archive, index) = (Arc::clone(&data.archive), Arc::clone(&data.index));
    (Box::new(data), move || index.complete(Index::new(&archive)))
}

/// The number of statements in their pane.
fn count(session: &Session) -> usize {
    session.app.rows_of(Pane::Statements).len()
}

#[test]
fn records_are_shown_before_their_index_is_complete() {
    let mut session = Session::open(&visit(0..3)).size(80, 24).press("4");
    let (data, complete) = unindexed(&visit(3..9));
    session.send(Event::Reloaded(data));
    assert_eq!(count(&session), 6);
    // Only a search waits for the index.
    complete();
    session.send(Event::Indexed);
    assert_eq!(count(&session), 6);
    session.press("/nomor 8").expect("Pernyataan nomor 8.");
}

#[test]
fn filters_by_texts_wait_for_the_index() {
    for keys in ["4fnomor", "4fnomor<enter>"] {
        let mut session = Session::open(&visit(0..3)).size(80, 24).press(keys);
        let before = session.screen();
        assert_eq!(count(&session), 3, "{before}");
        let (data, complete) = unindexed(&visit(3..9));
        session.send(Event::Reloaded(data));
        assert_eq!(session.screen(), before);
        complete();
        session.send(Event::Indexed);
        assert_eq!(count(&session), 6, "{}", session.screen());
    }
}

#[test]
fn a_reload_keeps_the_selection_and_the_first_visible_row() {
    let session = Session::open(&visit(0..300)).size(80, 24).press("4<pgdn><pgdn><pgdn>jj");
    let (subject, before) = (session.app.detail_target(), statements(&session));
    assert!(session.app.list(Pane::Statements).top() > 0);
    // Ten new ones above, and a visible one is removed.
    let session = session.reload(&visit((1000..1010).chain(0..300)));
    assert_eq!(statements(&session), before);
    assert_eq!(session.app.detail_target().unwrap().item, subject.unwrap().item + 10);
    let session = session.expect("dimuat ulang · +10 pernyataan").press("jk").reload(&visit(0..300));
    assert_eq!((session.app.detail_target(), statements(&session)), (subject, before));
}

#[test]
fn a_removed_selection_is_replaced_by_the_next_row() {
    let session = Session::open(&visit(0..30)).press("4jjj").reload(&visit((0..30).filter(|n| *n != 3)));
    assert_eq!(session.app.detail_target().unwrap().item, 3);
    let session = session.expect("nomor 4.").reload(&visit(0..3));
    assert_eq!(session.app.detail_target().unwrap().item, 2, "there is none below");
}

/// The first visible line stays when the terminal or the pane gets another size.
#[test]
fn resizing_keeps_the_scroll_position() {
    let words: Vec<String> = (1_000..3_000).map(|n| n.to_string()).collect();
    let text = format!(
        "schema_version: '1.0'\nvisits:\n  - id: v\n    title: Rapat\n    statements:\n      - {{id: s, type: quote, \
         text: kata {}}}\n",
        words.join(" ")
    );
    for keys in ["45<pgdn><pgdn><pgdn>", "/kata<enter><enter>5<pgdn><pgdn><pgdn>", "/kata<pgdn><pgdn><pgdn>"]
    {
        let session = Session::open(&text).size(124, 31).press(keys);
        let screen = session.screen();
        let seen = words.iter().rev().find(|word| screen.contains(*word)).unwrap().clone();
        let first =
            words.iter().find(|word| screen.contains(*word) && word.as_str() > "1400").unwrap().clone();
        assert!(first < seen, "{keys}: {screen}");
        let session = session.size(80, 24).expect(&first);
        let session = session.size(200, 50).expect(&first).size(40, 20);
        let session = session.size(124, 31).expect(&first);
        assert_eq!(session.screen(), screen, "{keys}");
    }
}

#[test]
fn a_reload_keeps_the_scroll_position() {
    let words: Vec<String> = (0..2_000).map(|n| format!("kata{n}")).collect();
    let text = |more: &str| {
        format!(
            "schema_version: '1.0'\nvisits:\n  - id: v\n    title: Rapat\n    statements:\n{more}      - {{id: s, type: \
             quote, text: {}}}\n",
            words.join(" ")
        )
    };
    let more = "      - {id: a, type: quote, text: Baru}\n";
    let session = Session::open(&text("")).size(80, 24).press("45<pgdn><pgdn>");
    let scrolled = session.app.detail_scroll().row();
    assert!(scrolled > 10);
    let session = session.reload(&text(more));
    assert_eq!((session.app.detail_scroll().row(), session.app.focus()), (scrolled, Pane::Detail));
    assert_eq!(session.app.detail_target().unwrap().item, 1);
}

#[test]
fn filters_stay_and_one_without_target_is_marked() {
    let session = Session::open(DOZEN).press("/tiga hari di<enter>1<enter>").press("2g<enter>");
    let session = session.size(124, 31).expect("1 lokasi: MPP ×");
    let without = DOZEN.replace("{id: mpp,", "{id: mpp-2,").replace("stop: mpp,", "stop: mpp-2,");
    let without = without.replace("attendance: [mpp", "attendance: [mpp-2");
    let session = session.reload(&without.replace("stop: mpp}", "stop: mpp-2}"));
    let session = session.expect("1 lokasi: mpp (hilang) ×").expect("MPP ").lang(Lang::En);
    let session = session.expect("1 stop: mpp (missing) ×").lang(Lang::Id).reload(DOZEN);
    let session = session.expect("1 lokasi: MPP ×").press("u").expect_no("lokasi: MPP");
    session.press("U").expect("1 lokasi: MPP ×");
}

#[test]
fn filters_on_removed_records_stay() {
    let old = "schema_version: '1.0'\nvisits:\n  - {id: a, title: A, organizations: [{id: o, name: Dinas}], participants: \
               [{id: p, name: Ratna}], itinerary: [{id: t, name: Balai Kota}]}\n  - {id: b, title: B}\n";
    let new = "schema_version: '1.0'\nvisits:\n  - {id: a, title: A}\n  - {id: b, title: B}\n";
    let session = Session::open(old).size(200, 40).press("1g<enter>2g+3g+3gj+");
    session
        .expect("lokasi: Balai Kota")
        .reload(new)
        .expect("lokasi: balai kota (hilang)")
        .expect("siapa: p (hilang)")
        .expect("organisasi: o (hilang)");
}

#[test]
fn a_reload_keeps_the_history() {
    let session = Session::open(DOZEN).press("/tiga hari di<enter>1<enter>4jj");
    let before = session.app.detail_target().unwrap();
    let session = session.press("/galeri<enter>").reload(&one_more());
    let session = session.press("H");
    let after = session.app.detail_target().unwrap();
    assert_eq!((after.visit, after.item), (before.visit + 1, before.item), "one visit further down");
    assert_eq!(session.app.focus(), Pane::Statements);
}

/// The dozen, with a visit before the others.
fn one_more() -> String {
    DOZEN.replacen("visits:\n", "visits:\n  - {id: baru, title: Yang baru, start_date: 1999}\n", 1)
}

#[test]
fn a_removed_visit_is_replaced_by_the_newest() {
    let session = Session::open(&one_more()).press("1G<enter>").expect("Yang baru").reload(DOZEN);
    let session = session.expect_no("Yang baru").expect("dimuat ulang · −1 kunjungan");
    assert!(session.app.data().old_problems.is_none());
    assert!(session.app.scope().is_some_and(|scope| scope.visit() != Some(0)));
    // There may be no visit left.
    let nothing = "schema_version: '1.0'\nvisits: []\n";
    let session = session.reload(nothing).expect("Tidak ada kunjungan");
    session.reload(DOZEN).expect("Kota Batu ke Kota Awan");
}

#[test]
fn unreadable_records_keep_the_old_data() {
    let cut = format!("{}\n    sources: [\"", beginning(2, 3));
    for (columns, rows) in [(124, 31), (80, 24), (40, 20)] {
        let session = Session::open(DOZEN).size(columns, rows).press("/tiga hari di<enter>1<enter>4j");
        let before = session.app.detail_target();
        let line = "! data lama: visits.yaml:";
        let session = session.reload(&cut).expect(line);
        assert_eq!((session.app.detail_target(), session.app.focus()), (before, Pane::Statements));
        session.lang(Lang::En).expect("! old data: visits.yaml:");
        // The next save has an error, too.
        let session = Session::open(DOZEN).size(columns, rows).press("1").reload(&cut).press("p");
        let session =
            session.expect("visits.yaml:").expect("Yang tampak").press("<esc>").reload(&format!("{cut}\n x"));
        let session = session.expect(line).expect("Kota Batu ke Kota Awan");
        session.reload(&one_more()).expect("dimuat ulang · +1 kunjungan").expect_no("data lama");
    }
}

#[test]
fn a_reload_that_is_refused_keeps_the_place_in_the_detail() {
    let whole = include_str!("../data/whole.yaml");
    let session = Session::open(whole).size(124, 24).press("/Kunjungan dengan semua<enter>45jjjjj");
    let before = session.screen();
    let broken = whole.replacen("title: Kunjungan dengan", "titel: Kunjungan dengan", 1);
    let after = session.reload(&broken).expect("data lama").screen();
    let detail = |screen: &str| -> Vec<String> {
        screen.lines().skip(2).take(21).map(|line| line.chars().skip(62).collect()).collect()
    };
    assert_eq!(detail(&before), detail(&after));
}

#[test]
fn an_old_error_does_not_keep_old_data() {
    let broken = "  - {id: rusak, titel: Rusak}\n";
    let (one, two) = ("  - {id: a, title: Satu}\n", "  - {id: b, title: Dua}\n");
    let text = |visits: &[&str]| format!("schema_version: '1.0'\nvisits:\n{}", visits.concat());
    let session = Session::open(&text(&[one, two, broken])).reload(&text(&[broken, one]));
    let session = session.expect_no("data lama").expect("−1 kunjungan").expect("1 kesalahan");
    // Neither does an error that removes nothing that is shown.
    let session = session.reload(&text(&[one, two, broken, "  - {id: c}\n"])).expect("+1 kunjungan");
    session.reload(&text(&["  - {id: a, titel: Satu}\n", two])).expect("! data lama: visits.yaml:3 (p)");
}

#[test]
fn the_problems_view_closes_when_there_are_none() {
    let text = |title: &str| format!("schema_version: '1.0'\nvisits:\n  - {{id: a, {title}: Satu}}\n");
    let session = Session::open(&text("titel")).press("p").expect("titel").reload(&text("title"));
    assert!(session.app.overlay().is_none());
    session.expect("Satu").expect_no("kesalahan");
}

#[test]
fn menus_stay_on_their_record_or_close_with_it() {
    let text = |ids: &[&str]| {
        let row = |id: &&str| format!("{{id: {id}, type: quote, text: Kata {id}, topics: [air, {id}]}}");
        let rows: Vec<String> = ids.iter().map(row).collect();
        format!(
            "schema_version: '1.0'\nvisits:\n  - {{id: v, title: V, statements: [{}]}}\n",
            rows.join(", ")
        )
    };
    let both = text(&["a", "b"]);
    let session = Session::open(&both).press("4jy<down>").reload(&text(&["c", "a", "b"]));
    let Some(Overlay::CopyMenu(menu)) = session.app.overlay() else { panic!("{}", session.screen()) };
    assert_eq!(
        (session.app.data().target(menu.records[0]).unwrap().item, menu.list.selected()),
        (2, Some(1))
    );
    let session = session.expect("Kata b").reload(&text(&["a"]));
    assert!(session.app.overlay().is_none());
    let session = Session::open(&both).press("4j<enter><enter><down>").reload(&text(&["c", "b", "a"]));
    let Some(Overlay::FilterMenu(menu)) = session.app.overlay() else { panic!("{}", session.screen()) };
    assert_eq!(menu.list.selected(), Some(1));
    assert!(session.expect("topik: b").reload(&text(&["a"])).app.overlay().is_none());
    // The visible statements are exported.
    let session = Session::open(&both).press("4ye").reload(&text(&["a", "b", "c"])).press("n<enter>");
    let Some(Effect::Export { selection, .. }) = session.effects.last() else {
        panic!("{}", session.screen())
    };
    assert_eq!(selection.statements(&session.app.data().archive), 3);
}

#[test]
fn a_reload_repeats_the_search() {
    let session = Session::open(&visit(0..5)).press("/nomor<down><down>");
    let Some(Overlay::Search(search)) = session.app.overlay() else { panic!() };
    let (chosen, found) = (search.selected().unwrap(), search.rows.len());
    let session = session.reload(&visit([7, 0, 1, 2, 3, 4]));
    let Some(Overlay::Search(search)) = session.app.overlay() else { panic!() };
    assert_eq!((search.selected().unwrap(), search.rows.len()), (chosen, found + 1));
    // So is a closed search.
    let session = session.press("<esc>").reload(&visit([7, 0])).press("n").expect("hasil 2/2").press("n");
    session.expect("hasil 1/2").press("/").expect("Pernyataan nomor 7.");
}

#[test]
fn answers_about_old_records_are_ignored() {
    let mut session = Session::open(&visit(0..5)).press("/nomor");
    let Some(Overlay::Search(search)) = session.app.overlay() else { panic!() };
    assert_eq!(search.rows.len(), 5);
    let hits = session.app.data().index.search(&Query::parse("nomor").unwrap());
    session.send(Event::Reloaded(Box::new(load_text("visits.yaml", visit([0]).into()).into())));
    session.send(Event::Found { number: 5, hits });
    let Some(Overlay::Search(search)) = session.app.overlay() else { panic!() };
    assert_eq!(search.rows.len(), 1);
}

#[test]
fn a_reload_does_not_interrupt_typing() {
    let session = Session::open(DOZEN).press("1f").press("kota").reload(&one_more()).press(" batu");
    session.expect("kota batu").press("<esc>").expect(" 13/13");
}

/// A text, the same with other visits and records, and one that cannot be read.
fn variants() -> [String; 3] {
    let other = DOZEN
        .replace("tiga-hari", "empat-hari")
        .replace("{id: q1,", "{id: q9,")
        .replace("id: ratna,", "id: rani,");
    [DOZEN.to_owned(), other, beginning(1, 2)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_reload_panics(
        events in prop::collection::vec(prop_oneof![6 => event().prop_map(Ok), 1 => (0usize..3).prop_map(Err)], 1..50),
    ) {
        let variants = variants();
        let mut session = Session::open(DOZEN);
        for event in events {
            session = match event {
                Ok(event) => {
                    if let Event::Resize { columns, rows } = event {
                        session = session.size(columns, rows);
                    }
                    session.send(event);
                    session
                }
                Err(variant) => session.reload(&variants[variant]),
            };
            session.screen();
            session.effects.retain(|effect| *effect != Effect::Quit);
            for pane in [Pane::Visits, Pane::Stops, Pane::Participants, Pane::Statements] {
                let (list, rows) = (session.app.list(pane), session.app.rows_of(pane));
                prop_assert_eq!(list.len(), rows.len());
                prop_assert!(list.selected().is_none_or(|row| row < list.len()));
                for target in rows.iter().filter_map(|row| row.target()) {
                    prop_assert!(session.app.data().archive.record(target).is_some());
                }
            }
        }
    }
}
