//! Finding in a pane while the matches are still being searched for.

use lawat::app::App;
use lawat::app::event::{Effect, Event};
use lawat::app::layout::Pane;
use lawat::lang::Lang;
use lawat::load::load_text;
use lawat::model::Target;

use crate::session::{DOZEN, Session, keys};

/// An explorer whose background thread answers when the test says so.
struct Late {
    app: App,
    jobs: Vec<Effect>,
}

impl Late {
    fn new() -> Self {
        let mut late = Self { app: App::new(Lang::Id), jobs: Vec::new() };
        late.send(Event::Resize { columns: 124, rows: 31 });
        late.send(Event::Loaded(Box::new(load_text("visits.yaml", DOZEN.into()).into())));
        late
    }

    fn send(&mut self, event: Event) {
        let effects = self.app.handle(event);
        self.jobs.extend(effects.into_iter().filter(|it| matches!(it, Effect::MatchText(_))));
    }

    fn press(mut self, written: &str) -> Self {
        for key in keys(written) {
            self.send(Event::Key(key));
        }
        self
    }

    fn answer(mut self) -> Self {
        while let Some(job) = self.jobs.pop() {
            if let Some(event) = job.run_search() {
                self.send(event);
            }
        }
        self
    }
}

fn statements(app: &App) -> Vec<Target> {
    app.rows_of(Pane::Statements).iter().filter_map(|row| row.target()).collect()
}

#[test]
fn the_panes_stay_until_the_matches_are_known() {
    let late = Late::new().press("1g<enter>4");
    let all = statements(&late.app);
    let late = late.press("fkota");
    assert_eq!((statements(&late.app), late.app.is_waiting()), (all.clone(), true));
    let late = late.answer();
    assert!(!late.app.is_waiting());
    let found = statements(&late.app);
    assert!(!found.is_empty() && found.len() < all.len());
    assert_eq!(found, statements(&Session::open(DOZEN).press("1g<enter>4fkota").app));
}

/// Keys that come before the matches act on the exact ones, and late answers change nothing.
#[test]
fn what_follows_the_typing_does_not_wait() {
    for keys in ["1g<enter>4floket<enter>", "1g<enter>4floket<enter>jj ", "1g<enter>4fkota<enter>ye"] {
        let late = Late::new().press(keys);
        let expected = Session::open(DOZEN).size(124, 31).press(keys);
        assert!(!late.app.is_waiting(), "{keys}");
        let screen = |app: &App| {
            (statements(app), app.basket().targets(app.data()).count(), format!("{:?}", app.frame()))
        };
        assert_eq!(screen(&late.app), screen(&expected.app), "{keys}");
        let before = screen(&late.app);
        assert_eq!(screen(&late.answer().app), before, "{keys}");
    }
}

#[test]
fn the_selected_row_does_not_depend_on_the_speed_of_typing() {
    let keys = "1g<enter>4fkota<enter>jjf";
    let slow = Session::open(DOZEN).press(keys).press("loket");
    let fast = Late::new().press(keys).press("loket").answer();
    assert_eq!(slow.app.selected_row(Pane::Statements), fast.app.selected_row(Pane::Statements));
}

#[test]
fn a_reload_keeps_what_a_text_has_filtered() {
    let other = DOZEN.replace("title: Rapat daring tentang arsip", "title: Rapat daring tentang arsip lama");
    assert_ne!(other, DOZEN);
    for keys in [
        "1g<enter>4fkota<enter>jj",
        "1g<enter>4fkota<enter>ye",
        "1g<enter>4fkota<enter>5<enter>",
        "1g<enter>4fkotajj",
    ] {
        let before = Session::open(DOZEN).size(124, 31).press(keys);
        let (rows, frame) = (statements(&before.app), format!("{:?}", before.app.frame().overlay()));
        let (text, row) =
            (format!("{:?}", before.app.frame().text()), before.app.selected_row(Pane::Statements));
        let after = before.reload(&other);
        assert_eq!(statements(&after.app).len(), rows.len(), "{keys}");
        assert_eq!(format!("{:?}", after.app.frame().overlay()), frame, "{keys}");
        assert_eq!(format!("{:?}", after.app.frame().text()), text, "{keys}");
        assert_eq!(after.app.selected_row(Pane::Statements), row, "{keys}");
    }
}

#[test]
fn the_way_back_leads_to_the_statement_that_was_left() {
    let session = Session::open(DOZEN).press("1g<enter>4fkota<enter>G");
    let left = session.app.detail_target();
    let session = session.press("<enter>4Xfloket<enter>H");
    assert_eq!(session.app.detail_target(), left, "{}", session.screen());
}

#[test]
fn a_text_that_was_typed_before_the_records_came_is_found_in_them() {
    let mut late = Late { app: App::new(Lang::Id), jobs: Vec::new() };
    late.send(Event::Resize { columns: 124, rows: 31 });
    let mut late = late.press("4fkota");
    late.send(Event::Loaded(Box::new(load_text("visits.yaml", DOZEN.into()).into())));
    let late = late.answer().press("<esc><esc>1g<enter>4fkota").answer();
    assert_eq!(statements(&late.app), statements(&Session::open(DOZEN).press("1g<enter>4fkota").app));
}

#[test]
fn a_row_says_where_a_word_is_that_is_not_visible() {
    let session = Session::open(DOZEN).lang(Lang::En).size(124, 31).press("1gg<enter>4fkominfo<enter>");
    let session = session.expect("1 of 21 statements").expect("▌  Title: Kepala Dinas Kominfo");
    session.press("x1").expect_no("  Title: Kepala Dinas Kominfo");
    // A row of one line has no room for the whole post.
    let session = Session::open(DOZEN).lang(Lang::En).press("/tiga hari<enter>3fkominfo");
    session.expect("Sari Wangi  Kepala Dina… ").expect("▌  Title: … Kominfo");
}
