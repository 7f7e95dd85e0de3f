//! Keeps the exact results of the last searches, and finds those of short terms before users type them.
//!
//! The first letters of a query match so many records that finding the best ones takes longest. There are few such terms, so
//! a thread that has nothing else to do can search for each of them once.

use std::collections::VecDeque;
use std::sync::Arc;

use super::index::Index;
use super::query::Query;
use super::request::{Depth, SearchRequest};
use super::results::SearchResults;
use super::searcher::Searcher;

/// How many of the last results are kept: the letters of some queries, and the way back through them.
const KEPT: usize = 128;

/// A searcher that remembers results.
#[derive(Debug)]
pub struct CachingSearcher {
    searcher: Searcher,
    /// The short terms that are to be searched ahead, the most frequent one last.
    ahead: Vec<String>,
    /// The results of those that were.
    short_terms: Vec<Answer>,
    /// The results of other requests, the latest first.
    latest: VecDeque<Answer>,
}

type Answer = (SearchRequest, SearchResults);

impl CachingSearcher {
    /// A searcher without results.
    pub fn new(index: Arc<Index>) -> Self {
        Self {
            searcher: Searcher::new(index),
            ahead: Vec::new(),
            short_terms: Vec::new(),
            latest: VecDeque::new(),
        }
    }

    /// The searcher itself, which remembers no results.
    pub fn searcher(&mut self) -> &mut Searcher {
        &mut self.searcher
    }

    /// The index that is searched.
    pub fn index(&self) -> &Arc<Index> {
        self.searcher.index()
    }

    /// The same results as those of [`Searcher::search`], or exact ones at any depth if they are known.
    pub fn search(
        &mut self,
        request: &SearchRequest,
        depth: Depth,
        is_cancelled: &(dyn Fn() -> bool + Sync),
    ) -> Option<SearchResults> {
        if let Some(known) = self.known(request) {
            return Some(known.clone());
        }
        let results = self.searcher.search(request, depth, is_cancelled)?;
        if results.is_exact {
            self.latest.truncate(KEPT - 1);
            self.latest.push_front((request.clone(), results.clone()));
        }
        Some(results)
    }

    fn known(&self, request: &SearchRequest) -> Option<&SearchResults> {
        self.short_terms.iter().chain(&self.latest).find(|(of, _)| of == request).map(|(_, known)| known)
    }

    /// Lets [`Self::search_ahead`] search for the short terms of the index.
    pub fn prepare(&mut self) {
        self.ahead = self.index().short_terms();
    }

    /// Finds the first `limit` results of each kind for the next short term, and returns whether there are more terms.
    pub fn search_ahead(&mut self, limit: usize, is_cancelled: &(dyn Fn() -> bool + Sync)) -> bool {
        let query = self.ahead.last().and_then(|term| Query::parse(term).ok());
        let request = query.map(|query| SearchRequest { query, limit, ..SearchRequest::default() });
        if let Some(request) = request.filter(|request| self.known(request).is_none()) {
            // Its own searcher, which does not keep the matches of so many words.
            let mut searcher = Searcher::new(Arc::clone(self.index()));
            match searcher.search(&request, Depth::Exact, is_cancelled) {
                Some(results) => self.short_terms.push((request, results)),
                None => return true,
            }
        }
        self.ahead.pop();
        !self.ahead.is_empty()
    }
}
