//! The search over everything: what is typed, what was found, which result is chosen.

use crate::app::data::Data;
use crate::app::identity::RecordKey;
use crate::app::input::command::Edit;
use crate::app::input::typing::{edit_text, insert};
use crate::app::list::List;
use crate::app::scroll::Scroll;
use tui_input::Input;

use crate::model::RecordKind;
use crate::search::{GROUPS, Query, QueryError, ScopeFilter, SearchFilter, SearchRequest, SearchResults};

/// So many results of a kind are listed; the number of all is told.
const LISTED: usize = 100;

/// The state of the search.
#[derive(Debug, Default)]
pub struct SearchPane {
    input: Input,
    /// What was asked.
    pub query: Query,
    /// Why what is typed now is no query.
    pub wrong: Option<QueryError>,
    /// How many records have every word in full.
    pub total: usize,
    /// The words that nothing was found for, as far as a line has room for them.
    pub left_out: String,
    /// The results, flat.
    pub rows: Vec<ResultRow>,
    /// The chosen one.
    pub list: List,
    /// Where it looks.
    pub within: SearchScope,
    /// The kind that it looks for; all when there is none.
    pub kind: Option<RecordKind>,
    /// How far the answer has come.
    pub(in crate::app) progress: Progress,
    /// The best result is to be opened as soon as it is known.
    pub(in crate::app) open_best: bool,
    /// Whether it has just come back with its old query.
    pub(in crate::app) is_resumed: bool,
    /// The query of the history that stands in the input, counted from the latest.
    pub(in crate::app) recalled: Option<usize>,
    /// What stood in the input before.
    draft: String,
    /// How far the preview is scrolled.
    pub scroll: Scroll,
}

/// The progress of the search for a query. Earlier results stay on the screen until there are new ones.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::app) enum Progress {
    /// It has not started.
    Due,
    /// There are results, but of other records: the search has to run again.
    Outdated,
    /// The search of this number is running, without results so far.
    Asked(u64),
    /// The search of this number is running, and has given results that are not exact.
    Answered(u64),
    /// The results are exact.
    #[default]
    Done,
}

/// A result in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ResultRow {
    /// The record.
    pub record: RecordKey,
    /// The heading that stands above it.
    pub heading: Option<Heading>,
}

/// A part of the archive to look in, whatever files are read again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SearchScope {
    /// All of it.
    #[default]
    All,
    /// One visit.
    Visit(RecordKey),
    /// One stop.
    Stop(RecordKey),
}

impl SearchScope {
    /// The part of the archive of now; all of it when what it was about has gone.
    pub(in crate::app) fn within(self, data: &Data) -> ScopeFilter {
        match self {
            Self::All => ScopeFilter::All,
            Self::Visit(key) => {
                data.target(key).map_or(ScopeFilter::All, |target| ScopeFilter::Visit(target.visit))
            }
            Self::Stop(key) => data.target(key).map_or(ScopeFilter::All, ScopeFilter::Stop),
        }
    }
}

/// A heading in the list of results.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    /// Above the one best hit.
    Best,
    /// Above the hits of a kind, with the number of all of them but the best.
    Kind(RecordKind, usize),
    /// Above what has every word, but by its date is only possible, with the number of all. It is counted apart.
    Possible(usize),
    /// Above what may be meant: found by affixes, stems, typos or scattered letters. It does not count.
    Maybe,
}

impl SearchPane {
    /// What stands in the input.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// Where in the input the cursor stands, and how many columns of it are out of sight when `columns` can be seen.
    pub fn cursor(&self, columns: usize) -> (usize, usize) {
        (self.input.visual_cursor(), self.input.visual_scroll(columns))
    }

    /// Types a text.
    pub(in crate::app) fn type_in(&mut self, text: &str) {
        // A query that came back is replaced by the first letter, and kept by any other key.
        if std::mem::take(&mut self.is_resumed) {
            self.input.reset();
        }
        self.change(|input| insert(input, text));
    }

    /// Changes the text.
    pub(in crate::app) fn edit(&mut self, edit: Edit) {
        self.is_resumed = false;
        self.change(|input| edit_text(input, edit));
    }

    /// Puts an older or a newer query of the history into the input, or what stood there before; nothing when there is
    /// none.
    pub(in crate::app) fn recall(&mut self, history: &[String], older: bool) {
        let next = match (self.recalled, older) {
            // What stands there now need not be offered again.
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
        // The last good answer stays while what is typed is no query.
        match Query::parse(self.input.value()) {
            Ok(query) => {
                self.wrong = None;
                if query != self.query {
                    self.query = query;
                    self.find();
                }
            }
            Err(wrong) => self.wrong = Some(wrong),
        }
    }

    /// Wants to know what there is.
    pub(in crate::app) fn find(&mut self) {
        self.open_best = false;
        if self.query.is_empty() {
            self.progress = Progress::Done;
            self.list_anew(Answer::default());
        } else {
            self.progress = Progress::Due;
        }
    }

    /// Looks for all kinds, for one kind, for the next one.
    pub(in crate::app) fn next_kind(&mut self) {
        let at = self.kind.and_then(|kind| GROUPS.iter().position(|it| *it == kind));
        self.kind = GROUPS.get(at.map_or(0, |at| at + 1)).copied();
        self.find();
    }

    /// Whether there is nothing to search for.
    pub(in crate::app) fn is_done(&self) -> bool {
        self.progress == Progress::Done
    }

    /// The request of the next search, which gets this number; `None` if the latest search is this one's and still running.
    pub(in crate::app) fn start(&mut self, number: u64, latest: u64, data: &Data) -> Option<SearchRequest> {
        self.progress = match self.progress {
            Progress::Asked(running) | Progress::Answered(running) if running == latest => return None,
            Progress::Due | Progress::Asked(_) => Progress::Asked(number),
            Progress::Outdated | Progress::Answered(_) => Progress::Answered(number),
            Progress::Done => return None,
        };
        let filter = SearchFilter { scope: self.within.within(data), kinds: self.kind.into_iter().collect() };
        Some(SearchRequest { query: self.query.clone(), filter, limit: LISTED })
    }

    /// Whether the search of this number is running for this pane.
    pub(in crate::app) fn is_running(&self, number: u64) -> bool {
        matches!(self.progress, Progress::Asked(asked) | Progress::Answered(asked) if asked == number)
    }

    /// Takes in an answer. When it only makes the last one exact, the choice stays where it was.
    pub(in crate::app) fn found(&mut self, answer: Answer, number: u64) {
        let is_first = self.progress == Progress::Asked(number);
        self.progress = if answer.is_exact { Progress::Done } else { Progress::Answered(number) };
        if is_first {
            self.list_anew(answer);
            return;
        }
        let moved = self.list.selected().is_some_and(|row| row > 0);
        let before = self.chosen();
        self.take(answer);
        self.list = self.list.resized(self.rows.len());
        let again = before.filter(|_| moved);
        if let Some(row) = again.and_then(|chosen| self.rows.iter().position(|row| row.record == chosen)) {
            self.list.select(row);
        }
        if self.chosen() != before {
            self.scroll = Scroll::at_hit();
        }
    }

    /// Asks the same of other data. Until there is an answer, what was found stays on the screen as far as it is still there.
    pub(in crate::app) fn ask_again(&mut self, data: &Data) {
        let is_there = |row: &ResultRow| data.target(row.record).is_some();
        let chosen = self.list.selected().unwrap_or_default();
        let lost_above = self.rows.iter().take(chosen).filter(|row| !is_there(row)).count();
        self.rows.retain(is_there);
        self.list = self.list.resized(self.rows.len());
        self.list.select(chosen - lost_above);
        if !self.query.is_empty() {
            self.progress = if self.is_waiting() { Progress::Due } else { Progress::Outdated };
        }
    }

    fn list_anew(&mut self, answer: Answer) {
        self.take(answer);
        self.list = List::new(self.rows.len());
        self.scroll = Scroll::at_hit();
    }

    fn take(&mut self, answer: Answer) {
        (self.rows, self.total, self.left_out) = (answer.rows, answer.total, answer.left_out);
    }

    /// Whether there is no answer yet to what is typed.
    pub fn is_waiting(&self) -> bool {
        matches!(self.progress, Progress::Due | Progress::Asked(_))
    }

    /// The chosen record.
    pub fn chosen(&self) -> Option<RecordKey> {
        self.rows.get(self.list.selected()?).map(|row| row.record)
    }
}

/// What was found, as rows.
#[derive(Debug, Default)]
pub(in crate::app) struct Answer {
    rows: Vec<ResultRow>,
    total: usize,
    left_out: String,
    is_exact: bool,
}

impl Answer {
    /// The best hit, then the rest by kind, then what is possible by its date, then what may be meant.
    pub(in crate::app) fn new(hits: &SearchResults, data: &mut Data) -> Self {
        let mut rows = Vec::new();
        let mut list = |target, heading| {
            rows.extend(data.hold(target).map(|record| ResultRow { record, heading }));
        };
        // What is only possible, or may be meant, is not promoted.
        let best = hits.best().map(|hit| hit.target).filter(|_| !hits.groups.is_empty());
        if let Some(best) = best {
            list(best, Some(Heading::Best));
        }
        for group in &hits.groups {
            let others = group.results.iter().filter(|hit| Some(hit.target) != best);
            for (number, hit) in others.enumerate() {
                // All of the kind are counted: the best one is one of them.
                list(hit.target, (number == 0).then_some(Heading::Kind(group.kind, group.total)));
            }
        }
        let possible = (&hits.possible.results, Heading::Possible(hits.possible.total));
        for (hits, heading) in [possible, (&hits.fuzzy, Heading::Maybe)] {
            for (number, hit) in hits.iter().enumerate() {
                list(hit.target, (number == 0).then_some(heading));
            }
        }
        Self { rows, total: hits.total(), left_out: hits.dropped_words_brief(), is_exact: hits.is_exact }
    }
}

/// What is remembered of searches.
#[derive(Debug, Default)]
pub(in crate::app) struct Searches {
    /// The last one, for going through its hits and for coming back to it.
    pub(in crate::app) last: Option<Box<SearchPane>>,
    /// What was searched for, the latest last.
    pub(in crate::app) queries: Vec<String>,
    /// The number of the latest search.
    pub(in crate::app) latest: u64,
    /// What was found by it is marked until the next one.
    pub(in crate::app) highlighted: Option<Query>,
}
