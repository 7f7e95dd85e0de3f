//! The search in the explorer: pending answers, single kinds of records, and the history of queries.

use lawat::app::App;
use lawat::app::event::{Effect, Event, SearchJob};
use lawat::lang::Lang;
use lawat::load::{EXAMPLE, load_text};
use lawat::search::{Depth, Searcher};
use lawat::view::{Palette, Theme};

use crate::session::{DOZEN, Session, keys};

/// An explorer whose searches are answered when the test says so.
struct Waiting {
    app: App,
    asked: Vec<SearchJob>,
}

impl Waiting {
    fn new() -> Self {
        let mut waiting = Self { app: App::new(Lang::Id), asked: Vec::new() };
        waiting.send(Event::Resize { columns: 124, rows: 31 });
        waiting.send(Event::Loaded(Box::new(load_text("visits.yaml", EXAMPLE.into()).into())));
        waiting
    }

    fn send(&mut self, event: Event) {
        for effect in self.app.handle(event) {
            if let Effect::Search(job) = effect {
                self.asked.push(job);
            }
        }
    }

    fn press(mut self, written: &str) -> Self {
        for key in keys(written) {
            self.send(Event::Key(key));
        }
        self
    }

    /// Answers the search of this number, counted from 0.
    fn answer(mut self, number: usize) -> Self {
        let event = self.asked[number].run();
        self.send(event);
        self
    }

    fn found(&self) -> Vec<String> {
        let Some(lawat::app::Overlay::Search(search)) = self.app.overlay() else { return Vec::new() };
        let record = |target| self.app.data().archive.record(target).map(|record| record.id().to_string());
        search.rows.iter().filter_map(|row| record(self.app.data().target(row.record)?)).collect()
    }
}

#[test]
fn old_results_stay_until_there_is_an_answer() {
    let waiting = Waiting::new().press("/sinergi").answer(6);
    assert_eq!(waiting.found().first().map(String::as_str), Some("q5"));
    let waiting = waiting.press("<ctrl-w>inspirasi");
    assert_eq!(waiting.found(), [""; 0], "nothing is typed, so nothing is listed");
    assert!(waiting.app.is_waiting());
    let last = waiting.asked.len() - 1;
    let waiting = waiting.answer(last - 1);
    assert!(waiting.app.is_waiting(), "that is the answer to another question");
    let waiting = waiting.answer(last);
    assert!(!waiting.app.is_waiting());
    assert_eq!(waiting.found().first().map(String::as_str), Some("q3"));
}

#[test]
fn enter_opens_the_first_result_of_a_pending_query() {
    let waiting = Waiting::new().press("/sinergi").answer(6).press("<ctrl-u>inspirasi<enter>");
    assert!(waiting.app.overlay().is_some(), "it is not known yet what is to be opened");
    let last = waiting.asked.len() - 1;
    let waiting = waiting.answer(last);
    assert!(waiting.app.overlay().is_none());
    let subject = waiting.app.detail_target().and_then(|target| waiting.app.data().archive.record(target));
    assert_eq!(subject.map(|record| record.id().to_string()).as_deref(), Some("q3"));
}

#[test]
fn exact_results_keep_the_selection() {
    let mut waiting = Waiting::new().press("/pontianak");
    let inquiry = waiting.asked.last().cloned().unwrap();
    let mut searcher = Searcher::new(inquiry.index.clone());
    let mut hits = searcher.search(&inquiry.request, Depth::Quick, &|| false).unwrap();
    let exact = hits.clone();
    hits.is_exact = false;
    hits.groups.iter_mut().for_each(|group| group.results.reverse());
    waiting.send(Event::Found { number: inquiry.number, hits });
    let mut waiting = waiting.press("<down><down>");
    let chosen = |waiting: &Waiting| {
        let Some(lawat::app::Overlay::Search(search)) = waiting.app.overlay() else { panic!("no search") };
        search.selected()
    };
    let before = chosen(&waiting);
    waiting.send(Event::Found { number: inquiry.number, hits: exact });
    assert_eq!(chosen(&waiting), before);
}

#[test]
fn one_kind_at_a_time() {
    let session = Session::example().size(124, 31).press("/pontianak").expect("─ 25 ┐");
    let session = session.press("<ctrl-k>").expect("lingkup: semua · pernyataan").expect("─ 13 ┐");
    let session = session.press("<ctrl-k>").expect("· lokasi").expect_no("PERNYATAAN");
    let session = session.press("<ctrl-k><ctrl-k><ctrl-k>").expect("· kunjungan");
    session.press("<ctrl-k>").expect("lingkup: semua ┓").expect("─ 25 ┐");
}

#[test]
fn earlier_queries_come_back() {
    let session = Session::example().press("/sinergi<enter>/inspirasi<esc>/motivasi<esc>/");
    let session = session.press("<ctrl-up>").expect("> inspirasi").press("<up>").expect("> sinergi");
    let session = session.press("<up>").expect("> sinergi").press("<ctrl-down>").expect("> inspirasi");
    // A letter extends the restored query.
    session.press("x").expect("> inspirasix");
}

#[test]
fn suggestions_are_not_counted() {
    let session = Session::example().size(124, 31).press("/insprasi");
    session.expect("MUNGKIN MAKSUDNYA").expect("inspirasi").expect("─ 0 ┐").expect_no("PALING COCOK");
}

#[test]
fn a_query_typed_while_loading_is_sent_again() {
    for keys in ["/sinergi<esc>", "/sinergi<f1>"] {
        let mut waiting = Waiting { app: App::new(Lang::Id), asked: Vec::new() };
        waiting.send(Event::Resize { columns: 124, rows: 31 });
        let mut waiting = waiting.press(keys);
        let last = waiting.asked.len() - 1;
        waiting = waiting.answer(last);
        waiting.send(Event::Loaded(Box::new(load_text("visits.yaml", EXAMPLE.into()).into())));
        let again = if keys.ends_with("<f1>") { "<esc>" } else { "/" };
        let waiting = waiting.press(again);
        let last = waiting.asked.len() - 1;
        let waiting = waiting.answer(last);
        assert_eq!(waiting.found().first().map(String::as_str), Some("q5"), "{keys}");
    }
}

#[test]
fn another_key_cancels_a_pending_enter() {
    let waiting = Waiting::new().press("/sinergi<enter><f1>");
    let last = waiting.asked.len() - 1;
    let waiting = waiting.answer(last).press("<esc>");
    assert!(waiting.app.overlay().is_some(), "the reader wanted help after all");
}

#[test]
fn the_number_of_the_result_is_shown() {
    let session = Session::example().press("/insprasi<enter>n");
    assert!(
        session.screen().lines().last().is_some_and(|footer| !footer.contains("/0")),
        "{}",
        session.screen()
    );
}

#[test]
fn the_typed_query_comes_back_after_the_history() {
    let session = Session::example().press("/sinergi<esc>/<ctrl-u>mutu<ctrl-up>").expect("> sinergi");
    session.press("<ctrl-down>").expect("> mutu").press("<ctrl-down>").expect("> mutu");
}

#[test]
fn while_loading_nothing_is_reported_as_not_found() {
    let mut waiting = Waiting { app: App::new(Lang::En), asked: Vec::new() };
    waiting.send(Event::Resize { columns: 80, rows: 24 });
    let waiting = waiting.press("/sinergi");
    let last = waiting.asked.len() - 1;
    let waiting = waiting.answer(last);
    let mut buffer = ratatui::buffer::Buffer::empty(ratatui::layout::Rect::new(0, 0, 80, 24));
    lawat::view::draw(&waiting.app, Theme::new(Palette::Plain), &mut buffer);
    let screen: String = buffer.content().iter().map(ratatui::buffer::Cell::symbol).collect();
    assert!(screen.contains("still loading") && !screen.contains("Nothing matches"), "{screen}");
}

#[test]
fn page_keys_scroll_the_results_where_there_is_no_preview() {
    let session = Session::example().size(40, 20).press("/pontianak");
    let first = session.screen();
    let session = session.press("<pgdn>");
    assert_ne!(session.screen(), first);
    assert_eq!(session.press("<pgup>").screen(), first);
}

#[test]
fn results_are_grouped_by_kind() {
    for (lang, headings) in [
        (Lang::Id, ["PERNYATAAN", "LOKASI KUNJUNGAN", "PESERTA", "ORGANISASI", "KUNJUNGAN"]),
        (Lang::En, ["STATEMENTS", "STOPS", "PARTICIPANTS", "ORGANIZATIONS", "VISITS"]),
    ] {
        let session = Session::open(DOZEN).lang(lang).size(100, 100).press("/batu");
        let screen = session.screen();
        let mut found: Vec<&str> = Vec::new();
        for line in screen.lines().filter_map(|line| line.strip_prefix("│ ")) {
            found.extend(headings.iter().filter(|heading| line.starts_with(&format!("{heading}  "))));
        }
        found.sort_unstable();
        let mut headings = headings;
        headings.sort_unstable();
        assert_eq!(found, headings, "{screen}");
    }
}
