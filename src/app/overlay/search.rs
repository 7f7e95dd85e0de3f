//! The search pane: the query, the results and the selection; and the history of queries.

use crate::app::data::Data;
use crate::app::identity::RecordKey;
use crate::app::input::command::Edit;
use crate::app::input::typing::{edit_text, insert};
use crate::app::list::List;
use crate::app::scroll::Scroll;
use tui_input::Input;

use crate::model::RecordKind;
use crate::search::{GROUPS, Query, QueryError, ScopeFilter, SearchFilter, SearchRequest, SearchResults};

/// The maximum number of results of a kind.
pub const MAX_RESULTS: usize = 100;

/// The maximum number of queries in the history.
const MAX_QUERIES: usize = 100;

/// The state of a search.
#[derive(Debug, Default)]
pub struct SearchPane {
    input: Input,
    /// The last valid query.
    pub query: Query,
    /// The error in the input, if it is not a valid query.
    pub error: Option<QueryError>,
    /// The number of records that match every word.
    pub total: usize,
    /// The words of the query without matches, shortened to one line.
    pub dropped_words: String,
    /// The results of all groups.
    pub rows: Vec<ResultRow>,
    /// The selection.
    pub list: List,
    /// The part of the archive to search.
    pub scope: SearchScope,
    /// The kind of record to search for; `None` for all kinds.
    pub kind: Option<RecordKind>,
    /// How complete the results are.
    pub(in crate::app) progress: Progress,
    /// Whether to open the best result as soon as it is known.
    pub(in crate::app) open_best: bool,
    /// Whether the pane was opened with its last query, and not edited since.
    pub(in crate::app) is_resumed: bool,
    /// The query of the history that is in the input, counted from the latest, from 0.
    pub(in crate::app) recalled: Option<usize>,
    /// The input before a query was recalled.
    draft: String,
    /// The scroll position of the preview.
    pub scroll: Scroll,
}

/// The progress of the search for a query. Earlier results stay on the screen until there are new ones.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::app) enum Progress {
    /// The search must start.
    Due,
    /// The results are those of the records before a reload: the search must run again.
    Outdated,
    /// The search with this number is running, without results so far.
    Running(u64),
    /// The search with this number is running, and has returned results that are not exact.
    Partial(u64),
    /// The results are exact.
    #[default]
    Done,
}

/// A row of the results.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ResultRow {
    /// The record.
    pub record: RecordKey,
    /// The heading above it.
    pub heading: Option<ResultHeading>,
}

/// The part of the archive to search. It stays valid when the files are reloaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SearchScope {
    /// All visits.
    #[default]
    All,
    /// One visit.
    Visit(RecordKey),
    /// One stop.
    Stop(RecordKey),
}

impl SearchScope {
    /// The filter for the current archive; no filter if the visit or stop is not in it.
    pub(in crate::app) fn resolve(self, data: &Data) -> ScopeFilter {
        match self {
            Self::All => ScopeFilter::All,
            Self::Visit(key) => {
                data.target(key).map_or(ScopeFilter::All, |target| ScopeFilter::Visit(target.visit))
            }
            Self::Stop(key) => data.target(key).map_or(ScopeFilter::All, ScopeFilter::Stop),
        }
    }
}

/// A heading among the results.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ResultHeading {
    /// The best result.
    BestMatch,
    /// The results of a kind, with the number of all of them.
    Kind(RecordKind, usize),
    /// Results that match every word, but whose date is uncertain; with their number, which is not part of the total.
    DateMayMatch(usize),
    /// Fuzzy results, by affixes, stems, typos or scattered letters. They are not part of the total.
    DidYouMean,
}

impl SearchPane {
    /// The text of the input.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// The column of the cursor in the text, and how many columns of the text are scrolled out of an input of this width.
    pub fn cursor(&self, columns: usize) -> (usize, usize) {
        (self.input.visual_cursor(), self.input.visual_scroll(columns))
    }

    /// Inserts a text at the cursor.
    pub(in crate::app) fn type_in(&mut self, text: &str) {
        // The first letter replaces the last query; any other key keeps it.
        if std::mem::take(&mut self.is_resumed) {
            self.input.reset();
        }
        self.change(|input| insert(input, text));
    }

    /// Edits the text, or moves the cursor.
    pub(in crate::app) fn edit(&mut self, edit: Edit) {
        self.is_resumed = false;
        self.change(|input| edit_text(input, edit));
    }

    /// Puts an older or a newer query of the history into the input, or the input from before; changes nothing if there is none.
    pub(in crate::app) fn recall(&mut self, history: &[String], older: bool) {
        let next = match (self.recalled, older) {
            // Skip the latest query if it is in the input already.
            (None, true) => {
                Some(usize::from(history.last().is_some_and(|latest| latest == self.text().trim())))
            }
            (Some(at), true) => Some(at + 1),
            (Some(at), false) => at.checked_sub(1),
            (None, false) => return,
        };
        let text = match next {
            Some(at) => history.iter().rev().nth(at).cloned(),
            None => Some(self.draft.clone()),
        };
        let Some(text) = text else { return };
        if self.recalled.is_none() {
            self.draft = self.text().to_owned();
        }
        self.is_resumed = false;
        self.input = Input::new(text);
        self.parse();
        self.recalled = next;
    }

    pub(in crate::app) fn change(&mut self, change: impl FnOnce(&mut Input)) {
        self.recalled = None;
        change(&mut self.input);
        self.parse();
    }

    fn parse(&mut self) {
        // The last results stay while the input is not a valid query.
        match Query::parse(self.input.value()) {
            Ok(query) => {
                self.error = None;
                if query != self.query {
                    self.query = query;
                    self.request();
                }
            }
            Err(error) => self.error = Some(error),
        }
    }

    /// Requests new results for the query.
    pub(in crate::app) fn request(&mut self) {
        self.open_best = false;
        if self.query.is_empty() {
            self.progress = Progress::Done;
            self.replace_results(ResultList::default());
        } else {
            self.progress = Progress::Due;
        }
    }

    /// Searches for all kinds of records, or for one kind after the other.
    pub(in crate::app) fn next_kind(&mut self) {
        let at = self.kind.and_then(|kind| GROUPS.iter().position(|it| *it == kind));
        self.kind = GROUPS.get(at.map_or(0, |at| at + 1)).copied();
        self.request();
    }

    /// Whether no search is needed.
    pub(in crate::app) fn is_done(&self) -> bool {
        self.progress == Progress::Done
    }

    /// The request to start, which gets this number; `None` if the `latest` search belongs to this pane and is running.
    pub(in crate::app) fn start(&mut self, number: u64, latest: u64, data: &Data) -> Option<SearchRequest> {
        self.progress = match self.progress {
            Progress::Running(running) | Progress::Partial(running) if running == latest => return None,
            Progress::Due | Progress::Running(_) => Progress::Running(number),
            Progress::Outdated | Progress::Partial(_) => Progress::Partial(number),
            Progress::Done => return None,
        };
        let filter = SearchFilter { scope: self.scope.resolve(data), kinds: self.kind.into_iter().collect() };
        Some(SearchRequest { query: self.query.clone(), filter, limit: MAX_RESULTS })
    }

    /// Whether the search of this number is running for this pane.
    pub(in crate::app) fn is_running(&self, number: u64) -> bool {
        matches!(self.progress, Progress::Running(asked) | Progress::Partial(asked) if asked == number)
    }

    /// Replaces the results. If a later result of the same search was selected, it stays selected.
    pub(in crate::app) fn receive(&mut self, results: ResultList, number: u64) {
        let is_first = self.progress == Progress::Running(number);
        self.progress = if results.is_exact { Progress::Done } else { Progress::Partial(number) };
        if is_first {
            self.replace_results(results);
            return;
        }
        let moved = self.list.selected().is_some_and(|row| row > 0);
        let before = self.selected();
        self.set_results(results);
        self.list = self.list.resized(self.rows.len());
        let kept = before.filter(|_| moved);
        if let Some(row) = kept.and_then(|kept| self.rows.iter().position(|row| row.record == kept)) {
            self.list.select(row);
        }
        if self.selected() != before {
            self.scroll = Scroll::at_highlight();
        }
    }

    /// Requests the results for new data. Until they come, the last results that are in the new data stay on the screen.
    pub(in crate::app) fn rerun(&mut self, data: &Data) {
        let exists = |row: &ResultRow| data.target(row.record).is_some();
        let selected = self.list.selected().unwrap_or_default();
        let lost_above = self.rows.iter().take(selected).filter(|row| !exists(row)).count();
        self.rows.retain(exists);
        self.list = self.list.resized(self.rows.len());
        self.list.select(selected - lost_above);
        if !self.query.is_empty() {
            self.progress = if self.is_waiting() { Progress::Due } else { Progress::Outdated };
        }
    }

    fn replace_results(&mut self, results: ResultList) {
        self.set_results(results);
        self.list = List::new(self.rows.len());
        self.scroll = Scroll::at_highlight();
    }

    fn set_results(&mut self, results: ResultList) {
        (self.rows, self.total, self.dropped_words) = (results.rows, results.total, results.dropped_words);
    }

    /// Whether there are no results for the query yet.
    pub fn is_waiting(&self) -> bool {
        matches!(self.progress, Progress::Due | Progress::Running(_))
    }

    /// The selected record.
    pub fn selected(&self) -> Option<RecordKey> {
        self.rows.get(self.list.selected()?).map(|row| row.record)
    }
}

/// The results of a search, as rows.
#[derive(Debug, Default)]
pub(in crate::app) struct ResultList {
    rows: Vec<ResultRow>,
    total: usize,
    dropped_words: String,
    is_exact: bool,
}

impl ResultList {
    /// Rows for the best result, then the others by kind, then those with an uncertain date, then the fuzzy ones.
    pub(in crate::app) fn new(hits: &SearchResults, data: &mut Data) -> Self {
        let mut rows = Vec::new();
        let mut list = |target, heading| {
            rows.extend(data.intern(target).map(|record| ResultRow { record, heading }));
        };
        // A result with an uncertain date or a fuzzy one is never the best.
        let best = hits.best().map(|hit| hit.target).filter(|_| !hits.groups.is_empty());
        if let Some(best) = best {
            list(best, Some(ResultHeading::BestMatch));
        }
        for group in &hits.groups {
            let others = group.results.iter().filter(|hit| Some(hit.target) != best);
            for (number, hit) in others.enumerate() {
                // The number includes the best result.
                list(hit.target, (number == 0).then_some(ResultHeading::Kind(group.kind, group.total)));
            }
        }
        let possible = (&hits.possible.results, ResultHeading::DateMayMatch(hits.possible.total));
        for (hits, heading) in [possible, (&hits.fuzzy, ResultHeading::DidYouMean)] {
            for (number, hit) in hits.iter().enumerate() {
                list(hit.target, (number == 0).then_some(heading));
            }
        }
        Self { rows, total: hits.total(), dropped_words: hits.dropped_words_brief(), is_exact: hits.is_exact }
    }
}

/// The last search, and the history of queries.
#[derive(Debug, Default)]
pub(in crate::app) struct Searches {
    /// The last search, to step through its results and to open it again.
    pub(in crate::app) last: Option<Box<SearchPane>>,
    /// The history of queries, the latest last.
    pub(in crate::app) queries: Vec<String>,
    /// The number of the latest search that was started.
    pub(in crate::app) latest_number: u64,
    /// The query whose matches are highlighted in the panes.
    pub(in crate::app) highlighted: Option<Query>,
}

impl Searches {
    /// Stores a closed search, and adds its query to the history.
    pub(in crate::app) fn store(&mut self, mut search: Box<SearchPane>) {
        search.open_best = false;
        let text = search.text().trim().to_owned();
        if !text.is_empty() {
            self.queries.retain(|known| *known != text);
            self.queries.push(text);
            let surplus = self.queries.len().saturating_sub(MAX_QUERIES);
            self.queries.drain(..surplus);
        }
        self.last = Some(search);
    }
}
