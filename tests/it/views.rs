//! The views of the whole in the explorer: keys in, screen out.

use lawat::lang::Lang;

use crate::session::{DOZEN, Session};
use crate::view_properties::SCARCE;

fn dozen() -> Session {
    Session::open(DOZEN).lang(Lang::En).size(124, 31)
}

#[test]
fn a_row_of_the_overview_opens_as_a_filter_that_can_be_undone() {
    let session = dozen().press("vojjjjj<enter>");
    let session = session.expect("[1 year: 2024 ×]").expect("11 of 21 statements").expect(" 3/12 ┓");
    session.press("u").expect_no("year: 2024").expect("12/12");
}

#[test]
fn the_overview_says_how_many_visits_were_called_off() {
    dozen().press("vo").expect("12 visits (1 cancelled or postponed) · 21 statements");
    let session = dozen().lang(Lang::Id).press("vo").expect("12 kunjungan (1 dibatalkan atau ditunda)");
    session.size(40, 20).expect("12 kunjungan · 21 pernyataan").expect_no("dibatalkan");
}

#[test]
fn a_filter_by_a_fact_narrows_the_visits_whichever_is_open() {
    let session = dozen().press("vojjjjj<enter>jj");
    let session =
        session.expect("[1 year: 2024 ×]").expect(" 3/12 ┓").expect("All visits › Tiga hari di Kota Batu");
    // Going to a visit outside removes it, and says so.
    session.press("/Inspeksi<enter>").expect("Inspeksi pasar, 5 Jul 2023").expect_no("[1 year: 2024 ×]");
}

#[test]
fn visits_without_statements_stay_under_filters_by_facts() {
    let session = dozen().press("voj<enter>");
    session.expect("[1 year: 2020 ×]").expect("Kunjungan yang dibatalkan").expect(" 1/12 ┓");
    // A year without visits opens nothing.
    dozen().press("vojj<enter>").expect("▌2021").expect_no("[year: 2021]");
}

#[test]
fn what_is_lacking_opens_as_a_filter() {
    let session = dozen().press("voG").expect("▌9 of 21 statements without a stop").press("<enter>");
    session.expect("[1 without: a stop (statements) ×]").expect("9 of 21 statements");
}

#[test]
fn the_view_follows_the_filters_and_says_which() {
    let session = dozen().press("vojjjjjf").expect("─ [year: 2024] ─").expect("3 visits · 11 statements");
    let session =
        session.press("<tab>").expect("[Timeline]").expect(" 3 visits ┓").expect_no("Inspeksi pasar");
    let session = session.press("<tab><tab>").expect("[Matrix]").expect("─ [year: 2024] ─");
    session
        .press("X")
        .expect_no("year: 2024")
        .press("<tab>")
        .expect("12 visits (1 cancelled or postponed) · 21 statements");
}

#[test]
fn filters_of_the_panes_narrow_the_views() {
    let session = Session::example().lang(Lang::En).size(124, 31).press("3jj<enter>vo");
    session.expect("[who: Amirullah]").expect("1 visit · ");
}

#[test]
fn the_open_visit_is_chosen_in_the_timeline_and_opens_by_day_and_hour() {
    let session = dozen().press("/Tiga hari<enter>vt").expect("▌Tiga hari di Kota Batu").press("<enter>");
    let session = session.expect("┏ Tiga hari di Kota Batu ━").expect("Tuesday, 12 March 2024");
    // A stop opens in the panes; Esc goes back to the timeline first.
    let session = session.press("<esc>").expect("[Timeline]").expect("▌Tiga hari di Kota Batu");
    session.press("<enter><enter>").expect("┏ 2 Stops ━").expect("▌08:30 MPP");
}

#[test]
fn timelines_mark_what_was_called_off() {
    let session = dozen().press("vt").expect("(cancelled) Kunjungan yang dibatalkan  ");
    let session = session.press("<esc>/Inspeksi<enter>vt<enter>").expect("(cancelled) Pasar Lama (?)");
    session
        .press("<esc><esc>/Kunjungan yang dib<enter>vt<enter>")
        .expect("┏ (cancelled) Kunjungan yang dibatalkan");
}

#[test]
fn the_timeline_zooms_around_the_chosen_visit() {
    let session = dozen().press("/Tiga hari<enter>vt");
    let session = session.press("+++++++").expect("Mar 2024").expect_no("╵2022");
    session.press("0").expect("╵2022");
}

#[test]
fn a_place_of_the_map_opens_as_a_filter() {
    let session = Session::example().lang(Lang::En).size(124, 31).press("vmj").expect("▌  2  RSUD");
    session.press("<enter>").expect("stop: RSUD").expect("3 of 13 statements");
}

#[test]
fn a_cell_of_the_matrix_sets_both_filters() {
    let session = dozen().press("vx").expect("Ratna Kencana × MPP Batu: 3");
    let session = session.press("<enter>").expect("[1 who: Ratna Kencana ×] [2 stop: MPP Batu ×]");
    session.expect("3 of 21 statements");
}

#[test]
fn the_facts_of_the_matrix_can_be_changed() {
    let session = dozen().press("vxr").expect("Statements by organization and stop");
    session.press("c").expect("Statements by organization and city");
}

#[test]
fn marked_values_are_compared() {
    let session = dozen().press("vxm").expect("First mark two or more rows with Space.");
    let session = session.press("  ").expect("✓ Ratna Kencana").expect("✓ Sari Wangi").press("m");
    let session = session.expect("┏ Comparison: participant ━").expect("Ratna Kencana").expect("Sari Wangi");
    session.expect("First visit").press("<esc>").expect("✓ Ratna Kencana");
}

#[test]
fn a_reload_and_another_language_change_the_view() {
    let session = dozen().press("vo").expect("12 visits (1 cancelled or postponed) · 21 statements");
    let session =
        session.reload("schema_version: '1.1'\nvisits: [{id: a, title: Satu, start_date: 2026-01-10}]");
    session.expect("1 visit · 0 statements").press("<f2>").expect("1 kunjungan · 0 pernyataan");
}

#[test]
fn a_search_can_be_kept_as_a_filter() {
    let session =
        dozen().press("/antrean<ctrl-s>").expect("Filters: [1 text: antrean ×]").expect("┏ 4 Statements");
    session.expect("All visits ").press("u").expect_no("[1 text: antrean ×]");
    // Without a query there is nothing to keep.
    dozen().press("/<ctrl-s>").expect("┏ Search");
}

#[test]
fn a_range_of_dates_narrows_the_panes_while_it_is_typed_and_after() {
    let session = dozen().press("ggf2024-02..2024").expect(" 3/12 ┓").expect("Pameran perangkat antrean");
    let session =
        session.expect_no("Peresmian loket desa").press("<enter>").expect("[1 time: Feb – Dec 2024 ×]");
    // A visit whose year is not known may have been in it.
    session.expect("10 of 21 statements").press("vo").expect("3 visits · 10 statements");
}

/// Records that lack some facts, with all visits open.
fn scarce() -> Session {
    Session::open(SCARCE).lang(Lang::En).size(124, 31).press("1gg<enter>")
}

/// Moves down to a row.
fn to(mut session: Session, row: &str) -> Session {
    for _ in 0..100 {
        if session.shows(&format!("▌{row}")) {
            return session;
        }
        session = session.press("j");
    }
    panic!("no {row} on\n{}", session.screen());
}

#[test]
fn who_took_part_opens_visits_even_without_a_word_said() {
    let session = scarce().press("3g<enter>").expect("[1 who: Ani ×]").press("vo");
    let session = to(session, "Budi ").press("<enter>").expect("[2 participant: Budi ×]").expect(" 1/3 ┓");
    session.expect("┌ 4 Statements").expect(" 1/3 ┐");
}

#[test]
fn rows_of_statements_say_in_how_many_visits_they_are() {
    let session = to(scarce().press("vo"), "speaker not stated").expect("1 statement in 1 visit");
    let session = session.press("<enter>").expect("who: not stated").expect("1 of 3 statements");
    session.press("vo").expect("1 visit · 1 statement ");
}

#[test]
fn values_of_one_fact_narrow_each_other() {
    let text = "schema_version: '1.1'\nvisits: [{id: a, title: A, topics: [x, y]}, {id: b, title: B, topics: [x]}, {id: c, title: C, topics: [y]}]";
    let session = Session::open(text).lang(Lang::En).size(124, 31).press("vo");
    let session = to(session, "x ").press("f");
    to(session, "y ").press("<enter>").expect("[1 topic: x ×] [2 topic: y ×]").expect(" 1/3 ┓");
}

#[test]
fn a_text_for_visits_narrows_the_whole_and_a_text_for_stops_says_that_it_does_not() {
    let session = scarce().press("1gfsekolah<enter>").expect(" 1/3 ┓").expect("1 of 3 statements");
    session.press("vo").expect("1 visit · 1 statement ").expect("─ [text: sekolah (visits)] ─");
    let session = scarce().press("2gfpasar<enter>vo").expect("3 visits · 3 statements");
    session.expect("[text: pasar (stops), only in its pane]");
}

#[test]
fn the_days_of_the_only_visit_are_a_timeline_again_without_the_filter() {
    let session = to(scarce().press("vo"), "2023 ").press("f<tab>").expect("┏ Ke kantor ━");
    let session = session.expect("│ 0 stops · 0 statements ");
    session.press("X").expect("[Timeline]").expect(" 3 visits ┓").expect("Ke pasar");
}

#[test]
fn columns_of_a_comparison_beyond_the_screen_can_be_reached() {
    let session = dozen()
        .size(80, 24)
        .press("vx          m")
        .expect("┏ Comparison: participant ━")
        .expect(" 1–3/10 → ┓");
    let session =
        session.expect("Ratna Kencana").press("l").expect(" ← 2–4/10 → ┓").expect_no("Ratna Kencana    ");
    session.press("llllllllll").expect(" ← 8–10/10 ┓").press("h").expect(" ← 7–9/10 → ┓");
}

#[test]
fn a_matrix_and_a_map_say_how_much_they_leave_out() {
    let names = |what: &str| -> Vec<String> {
        (0..305).map(|at| format!("{{id: {what}{at}, name: {what} {at}}}")).collect()
    };
    let said = (0..305).map(|at| format!("{{id: q{at}, type: quote, text: A, speaker: p{at}, stop: s{at}}}"));
    let text = format!(
        "schema_version: '1.1'\nvisits: [{{id: a, title: A, participants: [{}], itinerary: [{}], statements: [{}]}}]",
        names("p").join(", "),
        names("s").join(", "),
        said.collect::<Vec<_>>().join(", ")
    );
    let session = Session::open(&text).lang(Lang::En).size(124, 31).press("vxG");
    let session =
        session.expect("105 rows and 265 columns more are not shown").press("<enter>").expect("[Matrix]");
    session.press("vmG").expect("▌and 5 more").press("<enter>").expect("[Map]");
}

#[test]
fn a_view_without_rows_offers_no_marks_and_says_why_it_cannot_be_zoomed() {
    let session = scarce().press("vo").expect("Space mark").press("+");
    let session = session.expect("Only the map and the timeline of several visits can be zoomed.");
    session.press("r").expect("Only the matrix has rows and columns to choose.");
    let session = scarce().press("1gf1999..1999<enter>vt").expect("There is nothing to draw.");
    session.expect_no("Space mark").press("+").expect("There is nothing to draw.");
}

#[test]
fn the_views_say_that_visits_with_errors_are_left_out() {
    let session = Session::open(&format!("{SCARCE}- {{id: rusak, title: Rusak, start_date: kapan}}\n"));
    let session = session.lang(Lang::En).size(124, 31).press("vo");
    let session =
        session.expect("3 visits · 3 statements").expect(" ! visits with errors are not counted ─┐");
    session.size(40, 20).expect(" ! 1 error ─┐");
}

#[test]
fn places_of_one_name_are_told_apart() {
    let places =
        ["locality: Batu, id: a", "locality: Malang", "locality: Batu, id: b, address: Jalan Agus Salim 7"];
    let stops = places
        .iter()
        .enumerate()
        .map(|(at, place)| format!("{{id: s{at}, name: Pasar, place: {{{place}}}}}"));
    let stops = stops.collect::<Vec<_>>().join(", ");
    let text = format!("schema_version: '1.1'\nvisits: [{{id: a, title: A, itinerary: [{stops}]}}]");
    let session = Session::open(&text).lang(Lang::En).size(124, 31).press("vm");
    session.expect("Pasar, Batu  ").expect("Pasar, Malang  ").expect("Pasar, Batu, Jalan Agus Salim 7");
}

#[test]
fn hidden_organizations_do_not_count_as_participants() {
    let text = "schema_version: '1.1'\nvisits: [{id: a, title: A, organizations: [{id: x, name: X}, {id: y, name: Y}], participants: [{id: p, name: P}, {id: q, name: Q}], statements: [{id: s, type: quote, text: A, speaker: p}]}]";
    let session = Session::open(text).lang(Lang::En).size(124, 31).press("3g<enter>");
    session.expect("┌ 3 Participants ─").expect(" 1/2 ┐").expect("─ 1 hidden · . show ─");
}
