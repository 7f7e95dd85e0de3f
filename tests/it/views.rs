//! The views of the whole in the explorer: keys in, screen out.

use lawat::lang::Lang;

use crate::session::{DOZEN, Session};

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
    session.press("X").expect_no("year: 2024").press("<tab>").expect("12 visits · 21 statements");
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
    let session = dozen().press("vo").expect("12 visits · 21 statements");
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
