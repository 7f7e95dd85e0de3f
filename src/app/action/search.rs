//! The commands of the search, the searches to start, and their results.

use crate::app::browse::row::Row;
use crate::app::event::{Effect, SearchJob, TextJob, TextMatched};
use crate::app::layout::Pane;
use crate::app::notice::Notice;
use crate::app::overlay::search::{ResultList, SearchPane, SearchScope};
use crate::app::overlay::{Overlay, Overlays};
use crate::app::state::App;
use std::sync::Arc;

use crate::facet::{Filter, FilteredPane, Scope};
use crate::model::{RecordKind, Target};
use crate::search::{ScopeFilter, SearchResults};

impl App {
    /// Opens the search with its last query.
    pub(in crate::app) fn open_search(&mut self) {
        self.search.highlighted = None;
        let mut search = self.search.last.take().unwrap_or_default();
        search.is_resumed = !search.text().is_empty();
        search.recalled = None;
        // The scope may be another visit than the open one.
        let visit = self.scope().and_then(Scope::visit);
        let is_elsewhere = match search.scope.resolve(&self.data) {
            ScopeFilter::All => search.scope != SearchScope::All,
            ScopeFilter::Visit(at) => visit != Some(at),
            ScopeFilter::Stop(stop) => visit != Some(stop.visit),
        };
        if is_elsewhere {
            search.scope = SearchScope::All;
            search.request();
        }
        self.overlays.push(Overlay::Search(search));
    }

    /// The search, if it is the top overlay.
    fn top_search(&mut self) -> Option<&mut SearchPane> {
        match self.overlays.top_mut() {
            Some(Overlay::Search(search)) => Some(search),
            _ => None,
        }
    }

    /// The searches to start now.
    pub(in crate::app) fn next_searches(&mut self) -> impl Iterator<Item = Effect> + use<> {
        let search = self.next_search().map(Effect::Search);
        let text = self.browser.text_matches.start(&self.data.index);
        let text = text.map(|text| Effect::MatchText(TextJob { index: Arc::clone(&self.data.index), text }));
        search.into_iter().chain(text)
    }

    /// The search to start, if any needs results and is not running. The top one comes first, the closed one last.
    fn next_search(&mut self) -> Option<SearchJob> {
        let (latest, number) = (self.search.latest_number, self.search.latest_number + 1);
        let mut searches = searches_mut(&mut self.overlays, &mut self.search.last);
        let request = searches.find(|search| !search.is_done())?.start(number, latest, &self.data)?;
        self.search.latest_number = number;
        Some(SearchJob { number, index: Arc::clone(&self.data.index), request })
    }

    /// Whether results are expected soon, so that the next frame should wait for them.
    pub fn is_waiting(&self) -> bool {
        match self.overlays.top() {
            Some(Overlay::Search(search)) => search.is_waiting(),
            _ => self.browser.text_matches.is_waiting(),
        }
    }

    /// The open searches, from the top, and the closed one.
    pub(in crate::app) fn searches_mut(&mut self) -> impl Iterator<Item = &mut SearchPane> {
        searches_mut(&mut self.overlays, &mut self.search.last)
    }

    /// Uses the matches of a text, unless the records have changed since the search.
    pub(in crate::app) fn receive_text_matches(&mut self, matched: TextMatched) {
        let TextMatched { job, statements } = matched;
        if self.browser.text_matches.receive(&job.text, &job.index, statements) {
            self.browser.refresh_found(&mut self.data);
        }
    }

    /// Uses the results of a search, unless another one has started since.
    pub(in crate::app) fn receive_results(&mut self, number: u64, hits: &SearchResults) {
        if !self.searches_mut().any(|search| search.is_running(number)) {
            return;
        }
        let results = ResultList::new(hits, &mut self.data);
        let Some(search) = self.searches_mut().find(|search| search.is_running(number)) else { return };
        search.receive(results, number);
        // This is set for the top search only: every key but Enter clears it.
        if std::mem::take(&mut search.open_best) {
            self.open_result();
        }
    }

    /// Goes to the selected result, or to the best one as soon as it is known.
    pub(in crate::app) fn open_result(&mut self) {
        let Some(search) = self.top_search() else { return };
        if search.is_waiting() {
            search.open_best = true;
        } else if let Some(key) = search.selected()
            && let Some(target) = self.data.target(key)
        {
            self.reveal_result(target);
        }
    }

    /// Closes the search, and keeps its query as a filter of the statements of all visits.
    pub(in crate::app) fn keep_search(&mut self) {
        let Some(Overlay::Search(search)) = self.overlays.top() else { return };
        let text = search.text().trim().to_owned();
        if text.is_empty() || search.error.is_some() {
            self.notice = Some(Notice::NoResults);
            return;
        }
        if let Some(Overlay::Search(search)) = self.overlays.pop() {
            self.search.store(search);
        }
        self.overlays.take();
        self.filter_all_visits(vec![Filter::Text(FilteredPane::Statements, text)]);
        self.focus_on(Pane::Statements);
    }

    /// Changes the scope of the search: all visits, the open visit, the stop that is a filter or selected.
    pub(in crate::app) fn next_search_scope(&mut self) {
        let visit = self.scope().and_then(Scope::visit);
        let stop_of =
            |row: Row| row.target().filter(|stop| stop.kind == RecordKind::Stop && Some(stop.visit) == visit);
        let filter = self.rows_of(Pane::Stops).iter().filter(Row::is_active_filter).find_map(stop_of);
        let selected = self.selected_row(Pane::Stops).filter(|_| self.browser.source == Pane::Stops);
        let stop = filter.or_else(|| selected.and_then(stop_of));
        let [visit, stop] = [visit.map(Target::visit), stop].map(|target| self.data.intern(target?));
        let Some(search) = self.top_search() else { return };
        search.scope = match (search.scope, visit, stop) {
            (SearchScope::All, Some(visit), _) => SearchScope::Visit(visit),
            (SearchScope::Visit(_), _, Some(stop)) => SearchScope::Stop(stop),
            _ => SearchScope::All,
        };
        search.request();
    }

    /// Changes the kind of record to search for.
    pub(in crate::app) fn next_search_kind(&mut self) {
        self.top_search().into_iter().for_each(SearchPane::next_kind);
    }

    /// Whether the first result is selected, from which moving up recalls older queries.
    pub(in crate::app) fn is_at_top_of_results(&mut self) -> bool {
        self.top_search().is_some_and(|search| search.list.selected().is_none_or(|row| row == 0))
    }

    /// Puts an older or a newer query into the input.
    pub(in crate::app) fn recall(&mut self, older: bool) {
        if let Some(Overlay::Search(search)) = self.overlays.top_mut() {
            search.recall(&self.search.queries, older);
        }
    }

    /// Closes the search, and goes to a result.
    fn reveal_result(&mut self, target: Target) {
        if let Some(Overlay::Search(search)) = self.overlays.pop() {
            self.search.highlighted = Some(search.query.clone());
            self.search.store(search);
        }
        let removed = self.reveal(target);
        if !removed.is_empty() {
            self.notice = Some(Notice::Navigated { removed, result: None });
        }
    }

    /// Goes to the next or the previous result of the last search.
    pub(in crate::app) fn step_result(&mut self, forward: bool) {
        let Some(search) = self.search.last.as_mut().filter(|search| !search.rows.is_empty()) else { return };
        let count = search.rows.len();
        let current = search.list.selected().unwrap_or_default();
        // The first step goes to the selected result itself, if it has not been opened.
        let next = match (self.search.highlighted.is_some(), forward) {
            (false, _) => current,
            (true, true) => (current + 1) % count,
            (true, false) => (current + count - 1) % count,
        };
        search.list.select(next);
        self.search.highlighted = Some(search.query.clone());
        if let Some(target) = search.selected().and_then(|key| self.data.target(key)) {
            let removed = self.reveal(target);
            self.notice = Some(Notice::Navigated { removed, result: Some((next + 1, count)) });
        }
    }
}

/// The open searches, from the top, and the closed one.
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
