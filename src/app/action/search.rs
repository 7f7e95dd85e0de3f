//! Searching: what the keys of the search do, what is asked, and what becomes of the answers.

use crate::app::browse::row::Row;
use crate::app::event::{Effect, SearchJob, TextJob, TextMatched};
use crate::app::layout::Pane;
use crate::app::notice::Notice;
use crate::app::overlay::search::{Answer, SearchPane, SearchScope};
use crate::app::overlay::{Overlay, Overlays};
use crate::app::state::App;
use std::sync::Arc;

use crate::facet::Scope;
use crate::model::{RecordKind, Target};
use crate::search::{ScopeFilter, SearchResults};

/// So many queries are remembered.
const REMEMBERED: usize = 100;

impl App {
    /// Opens the search with its last query.
    pub(in crate::app) fn open_search(&mut self) {
        self.search.highlighted = None;
        let mut search = self.search.last.take().unwrap_or_default();
        search.is_resumed = !search.text().is_empty();
        search.recalled = None;
        // Where it looked may not be where we are any more.
        let visit = self.scope().and_then(Scope::visit);
        let elsewhere = match search.within.within(&self.data) {
            ScopeFilter::All => search.within != SearchScope::All,
            ScopeFilter::Visit(at) => visit != Some(at),
            ScopeFilter::Stop(stop) => visit != Some(stop.visit),
        };
        if elsewhere {
            search.within = SearchScope::All;
            search.find();
        }
        self.overlays.push(Overlay::Search(search));
    }

    /// Keeps the search for the next time, and its query among those that were asked.
    pub(in crate::app) fn remember(&mut self, mut search: Box<SearchPane>) {
        search.open_best = false;
        let text = search.text().trim().to_owned();
        if !text.is_empty() {
            self.search.queries.retain(|known| *known != text);
            self.search.queries.push(text);
            let surplus = self.search.queries.len().saturating_sub(REMEMBERED);
            self.search.queries.drain(..surplus);
        }
        self.search.last = Some(search);
    }

    fn search(&mut self) -> Option<&mut SearchPane> {
        match self.overlays.top_mut() {
            Some(Overlay::Search(search)) => Some(search),
            _ => None,
        }
    }

    /// The searches to start now.
    pub(in crate::app) fn next_searches(&mut self) -> impl Iterator<Item = Effect> + use<> {
        let search = self.next_search().map(Effect::Search);
        let text = self.browser.texts.start();
        let text = text.map(|text| Effect::MatchText(TextJob { index: Arc::clone(&self.data.index), text }));
        search.into_iter().chain(text)
    }

    /// The next search, if the results of one are missing and it is not running. A search on top comes before one that is closed.
    fn next_search(&mut self) -> Option<SearchJob> {
        let (latest, number) = (self.search.latest, self.search.latest + 1);
        let mut searches = searches_mut(&mut self.overlays, &mut self.search.last);
        let request = searches.find(|search| !search.is_done())?.start(number, latest, &self.data)?;
        self.search.latest = number;
        Some(SearchJob { number, index: Arc::clone(&self.data.index), request })
    }

    /// Whether results are expected, so that it is better to wait a moment than to draw the last ones again.
    pub fn is_waiting(&self) -> bool {
        match self.overlays.top() {
            Some(Overlay::Search(search)) => search.is_waiting(),
            _ => self.browser.texts.is_waiting(),
        }
    }

    /// The open search, on top or under the help, and the closed one.
    pub(in crate::app) fn searches_mut(&mut self) -> impl Iterator<Item = &mut SearchPane> {
        searches_mut(&mut self.overlays, &mut self.search.last)
    }

    /// Takes the statements with a text, unless the records have changed since.
    pub(in crate::app) fn take_text_matches(&mut self, matched: TextMatched) {
        let TextMatched { job, statements } = matched;
        if Arc::ptr_eq(&job.index, &self.data.index) && self.browser.texts.receive(&job.text, statements) {
            self.browser.refresh(&mut self.data);
        }
    }

    /// Takes the results of a search, unless another one has been started since.
    pub(in crate::app) fn take_answer(&mut self, number: u64, hits: &SearchResults) {
        if !self.searches_mut().any(|search| search.is_running(number)) {
            return;
        }
        let answer = Answer::new(hits, &mut self.data);
        let Some(search) = self.searches_mut().find(|search| search.is_running(number)) else { return };
        search.found(answer, number);
        // Only what is on top can have been told to open it: every other key takes that back.
        if std::mem::take(&mut search.open_best) {
            self.open_result();
        }
    }

    /// From the search to the chosen result; to the best one as soon as it is known.
    pub(in crate::app) fn open_result(&mut self) {
        let Some(search) = self.search() else { return };
        if search.is_waiting() {
            search.open_best = true;
        } else if let Some(key) = search.chosen()
            && let Some(target) = self.data.target(key)
        {
            self.reveal_hit(target);
        }
    }

    /// Everywhere, in the open visit, at the stop that is a filter or that the keys were on, everywhere again.
    pub(in crate::app) fn search_within(&mut self) {
        let visit = self.scope().and_then(Scope::visit);
        let stop_of = |row: &Row| {
            row.target().filter(|stop| stop.kind == RecordKind::Stop && Some(stop.visit) == visit)
        };
        let filter = self.browser.rows.of(Pane::Stops).iter().filter(|row| row.is_chosen()).find_map(stop_of);
        let under_keys = self.chosen(Pane::Stops).filter(|_| self.browser.source == Pane::Stops);
        let stop = filter.or_else(|| under_keys.as_ref().and_then(stop_of));
        let [visit, stop] = [visit.map(Target::visit), stop].map(|target| self.data.hold(target?));
        let Some(search) = self.search() else { return };
        search.within = match (search.within, visit, stop) {
            (SearchScope::All, Some(visit), _) => SearchScope::Visit(visit),
            (SearchScope::Visit(_), _, Some(stop)) => SearchScope::Stop(stop),
            _ => SearchScope::All,
        };
        search.find();
    }

    /// All kinds, one kind, the next one.
    pub(in crate::app) fn search_kind(&mut self) {
        self.search().into_iter().for_each(SearchPane::next_kind);
    }

    /// Above the first result are the queries that were asked before.
    pub(in crate::app) fn is_at_top_of_results(&mut self) -> bool {
        self.search().is_some_and(|search| search.list.selected().is_none_or(|row| row == 0))
    }

    /// An older or a newer query.
    pub(in crate::app) fn recall(&mut self, older: bool) {
        if let Some(Overlay::Search(search)) = self.overlays.top_mut() {
            search.recall(&self.search.queries, older);
        }
    }

    /// From the search to a hit in its place.
    fn reveal_hit(&mut self, target: Target) {
        if let Some(Overlay::Search(search)) = self.overlays.pop() {
            self.search.highlighted = Some(search.query.clone());
            self.remember(search);
        }
        let dropped = self.reveal(target);
        if !dropped.is_empty() {
            self.notice = Some(Notice::Revealed { dropped, hit: None });
        }
    }

    /// The next or the previous hit of the last search, in its place.
    pub(in crate::app) fn walk_hits(&mut self, forward: bool) {
        let Some(search) = self.search.last.as_mut().filter(|search| !search.rows.is_empty()) else { return };
        let count = search.rows.len();
        let present = search.list.selected().unwrap_or_default();
        // The first step goes to the hit itself, when it has not been looked at yet.
        let next = match (self.search.highlighted.is_some(), forward) {
            (false, _) => present,
            (true, true) => (present + 1) % count,
            (true, false) => (present + count - 1) % count,
        };
        search.list.select(next);
        self.search.highlighted = Some(search.query.clone());
        if let Some(target) = search.chosen().and_then(|key| self.data.target(key)) {
            let dropped = self.reveal(target);
            self.notice = Some(Notice::Revealed { dropped, hit: Some((next + 1, count)) });
        }
    }
}

/// The open search, on top or under the help, and the closed one.
fn searches_mut<'a>(
    overlays: &'a mut Overlays,
    last: &'a mut Option<Box<SearchPane>>,
) -> impl Iterator<Item = &'a mut SearchPane> {
    let open = overlays.iter_mut().filter_map(|overlay| match overlay {
        Overlay::Search(search) => Some(search),
        _ => None,
    });
    open.chain(last).map(|search| &mut **search)
}
