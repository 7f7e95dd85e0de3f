//! The statements that match the texts of filters.
//!
//! While a text is typed, a background thread searches for it, and the panes stay as they are until its matches are known. Everything
//! else needs exact matches at once, such as an export or a restored place: then a missing text is searched for here.

use std::sync::Arc;

use crate::facet::StatementSet;
use crate::search::{Index, Query, Searcher};

/// The maximum number of texts whose matches are kept.
const MAX_KEPT: usize = 16;

/// The matches of the latest texts.
#[derive(Debug, Default)]
pub(in crate::app) struct TextMatches {
    /// The latest last.
    known: Vec<(String, Arc<StatementSet>)>,
    /// The text that is typed, if its matches are not known yet.
    awaited: Option<String>,
    /// The text that the background thread is searching for, and the index that it searches.
    running: Option<(String, Arc<Index>)>,
    /// It remembers the words of the last text.
    searcher: Option<Searcher>,
    /// The statements of the visits that match the texts for visits.
    of_visits: Vec<(String, Arc<StatementSet>)>,
}

impl TextMatches {
    /// The statements that match a text; `None` if they are not known, so that its filter is ignored.
    pub(in crate::app) fn statements(&self, text: &str) -> Option<Arc<StatementSet>> {
        self.known.iter().find(|(known, _)| known == text).map(|(_, statements)| Arc::clone(statements))
    }

    /// Whether the matches of the typed text are not known yet.
    pub(in crate::app) fn is_waiting(&self) -> bool {
        self.awaited.is_some()
    }

    /// The statements of the visits that match a text; `None` if they are not known.
    pub(in crate::app) fn of_visits(&self, text: &str) -> Option<Arc<StatementSet>> {
        self.of_visits.iter().find(|(known, _)| known == text).map(|(_, statements)| Arc::clone(statements))
    }

    /// Keeps the statements of the visits that match texts.
    pub(in crate::app) fn keep_visits<'t>(
        &mut self,
        texts: impl IntoIterator<Item = &'t str>,
        matching: impl Fn(&str) -> StatementSet,
    ) {
        let set = |text: &str| self.of_visits(text).unwrap_or_else(|| Arc::new(matching(text)));
        self.of_visits = texts.into_iter().map(|text| (text.to_owned(), set(text))).collect();
    }

    /// Searches for the texts whose matches are not known.
    pub(in crate::app) fn complete<'t>(
        &mut self,
        texts: impl IntoIterator<Item = &'t str>,
        index: &Arc<Index>,
    ) {
        self.awaited = None;
        for text in texts {
            let statements = self.statements(text).unwrap_or_else(|| self.search(text, index));
            self.keep(text, statements);
        }
    }

    fn search(&mut self, text: &str, index: &Arc<Index>) -> Arc<StatementSet> {
        let searcher = self.searcher.take().filter(|searcher| Arc::ptr_eq(searcher.index(), index));
        let searcher = self.searcher.insert(searcher.unwrap_or_else(|| Searcher::new(Arc::clone(index))));
        let query = Query::parse(text).unwrap_or_default();
        Arc::new(StatementSet::new(searcher.statements_with(&query)))
    }

    fn keep(&mut self, text: &str, statements: Arc<StatementSet>) {
        self.known.retain(|(known, _)| known != text);
        let surplus = (self.known.len() + 1).saturating_sub(MAX_KEPT);
        self.known.drain(..surplus);
        self.known.push((text.to_owned(), statements));
    }

    /// Waits for the matches of the typed text. Returns whether they are already known.
    pub(in crate::app) fn expect(&mut self, typed: Option<&str>) -> bool {
        self.awaited = typed.filter(|text| self.statements(text).is_none()).map(str::to_owned);
        self.awaited.is_none()
    }

    /// Forgets all matches, because the records have changed.
    pub(in crate::app) fn clear(&mut self) {
        *self = Self::default();
    }

    /// The text that the background thread should search for now; `None` while it is busy with one.
    pub(in crate::app) fn start(&mut self, index: &Arc<Index>) -> Option<String> {
        if self.running.is_some() {
            return None;
        }
        let text = self.awaited.clone()?;
        self.running = Some((text.clone(), Arc::clone(index)));
        Some(text)
    }

    /// Keeps the result of the background thread. Returns whether its text is the typed one.
    pub(in crate::app) fn receive(
        &mut self,
        text: &str,
        index: &Arc<Index>,
        statements: Arc<StatementSet>,
    ) -> bool {
        let is_running = |(running, of): &mut (String, Arc<Index>)| running == text && Arc::ptr_eq(of, index);
        if self.running.take_if(is_running).is_none() {
            // Of other records.
            return false;
        }
        self.keep(text, statements);
        self.awaited.take_if(|awaited| awaited == text).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bit_set::BitSet;

    fn set(position: usize) -> Arc<StatementSet> {
        Arc::new(StatementSet::new(BitSet::of(9, |it| it == position)))
    }

    #[test]
    fn one_text_is_searched_for_at_a_time() {
        let (mut matches, index) = (TextMatches::default(), Arc::new(Index::default()));
        assert!(!matches.expect(Some("m")));
        assert_eq!(matches.start(&index).as_deref(), Some("m"));
        assert!(!matches.expect(Some("mu")));
        assert_eq!(matches.start(&index), None, "the thread is busy");
        assert!(!matches.receive("m", &index, set(1)), "another text is typed by now");
        assert_eq!(matches.start(&index).as_deref(), Some("mu"));
        assert!(matches.is_waiting());
        assert!(matches.receive("mu", &index, set(2)));
        assert!(!matches.is_waiting());
        assert_eq!((matches.start(&index), matches.statements("mu")), (None, Some(set(2))));
        assert!(matches.expect(Some("m")), "it is still known");
        assert!(matches.expect(None));
    }

    #[test]
    fn results_of_other_records_are_ignored() {
        let (mut matches, old, new) = (TextMatches::default(), Arc::default(), Arc::new(Index::default()));
        matches.expect(Some("a"));
        assert!(matches.start(&old).is_some());
        matches.clear();
        matches.expect(Some("a"));
        assert!(matches.start(&new).is_some());
        assert!(!matches.receive("a", &old, set(1)));
        assert_eq!(matches.statements("a"), None);
        assert!(matches.receive("a", &new, set(2)));
    }

    #[test]
    fn what_is_needed_at_once_is_not_awaited() {
        let (mut matches, index) = (TextMatches::default(), Arc::new(Index::default()));
        matches.expect(Some("a"));
        assert!(matches.start(&index).is_some());
        matches.complete(["a", "b"], &index);
        assert!(!matches.is_waiting());
        assert!(matches.statements("a").is_some() && matches.statements("b").is_some());
        assert!(!matches.receive("a", &index, set(1)), "nothing waits for it");
        for text in 0..MAX_KEPT + 4 {
            matches.complete([text.to_string().as_str()], &index);
        }
        assert_eq!(matches.known.len(), MAX_KEPT);
    }
}
