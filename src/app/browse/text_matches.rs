//! The statements that match the texts of filters. A background thread searches for them.

use std::mem;
use std::sync::Arc;

use crate::app::browse::filters::unique;
use crate::facet::{Filter, FilteredPane, StatementSet};

/// The texts in use, each with its statements.
#[derive(Debug, Default)]
pub(in crate::app) struct TextMatches {
    texts: Vec<TextMatch>,
    /// The text that is being searched for.
    running: Option<String>,
}

#[derive(Debug)]
struct TextMatch {
    text: String,
    /// The matching statements; until they are known, those of the text that was typed before, if any.
    statements: Option<Arc<StatementSet>>,
    is_known: bool,
}

impl TextMatches {
    /// The statements that match a text; `None` as long as none are known.
    pub(in crate::app) fn statements(&self, text: &str) -> Option<Arc<StatementSet>> {
        self.texts.iter().find(|it| it.text == text)?.statements.clone()
    }

    /// Whether the matches of any text are not known yet.
    pub(in crate::app) fn is_waiting(&self) -> bool {
        self.texts.iter().any(|it| !it.is_known)
    }

    /// Keeps the matches for the texts of these filters only. A new text has the matches of a dropped one until its own are known,
    /// so that the panes do not flicker while the user types.
    pub(in crate::app) fn set_filters(&mut self, filters: &[Filter]) {
        let mut known = mem::take(&mut self.texts);
        let mut take = |text: &str| {
            let index = known.iter().position(|it| it.text == text)?;
            Some(known.swap_remove(index))
        };
        // The text that is being typed may also be a filter.
        let in_use = unique(filters.iter().filter_map(|filter| match filter {
            Filter::Text(FilteredPane::Statements, text) => Some(text),
            _ => None,
        }));
        let found: Vec<(&String, Option<TextMatch>)> =
            in_use.into_iter().map(|text| (text, take(text))).collect();
        let mut dropped = known.into_iter().filter_map(|it| it.statements);
        let mut or_new = |(text, found): (&String, Option<TextMatch>)| {
            found.unwrap_or_else(|| TextMatch {
                text: text.clone(),
                statements: dropped.next(),
                is_known: false,
            })
        };
        self.texts = found.into_iter().map(&mut or_new).collect();
    }

    /// Forgets all matches, because the records have changed.
    pub(in crate::app) fn clear(&mut self) {
        *self = Self::default();
    }

    /// The next text to search for; `None` while a search is running.
    pub(in crate::app) fn start(&mut self) -> Option<String> {
        if self.running.is_none() {
            self.running = Some(self.texts.iter().find(|it| !it.is_known)?.text.clone());
            return self.running.clone();
        }
        None
    }

    /// Takes the result of the running search. Returns whether its text is still in use.
    pub(in crate::app) fn receive(&mut self, text: &str, statements: Arc<StatementSet>) -> bool {
        self.running.take_if(|running| running == text);
        let Some(found) = self.texts.iter_mut().find(|it| it.text == text) else { return false };
        (found.statements, found.is_known) = (Some(statements), true);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{RecordKind, Target};

    fn texts(texts: &[&str]) -> Vec<Filter> {
        texts.iter().map(|text| Filter::Text(FilteredPane::Statements, (*text).to_owned())).collect()
    }

    fn set(item: usize) -> Arc<StatementSet> {
        Arc::new([Target::new(0, RecordKind::Statement, item)].into_iter().collect())
    }

    #[test]
    fn one_text_is_searched_for_at_a_time() {
        let mut matches = TextMatches::default();
        matches.set_filters(&texts(&["a", "b"]));
        assert_eq!(matches.start().as_deref(), Some("a"));
        assert_eq!(matches.start(), None);
        assert!(matches.receive("a", set(1)));
        assert_eq!(matches.start().as_deref(), Some("b"));
        assert!(matches.is_waiting());
        assert!(matches.receive("b", set(2)));
        assert!(!matches.is_waiting());
        assert_eq!((matches.start(), matches.statements("a")), (None, Some(set(1))));
    }

    #[test]
    fn a_text_that_is_used_twice_is_searched_for_once() {
        let mut matches = TextMatches::default();
        matches.set_filters(&texts(&["a", "a"]));
        assert!(matches.start().is_some());
        matches.receive("a", set(1));
        assert_eq!((matches.start(), matches.is_waiting()), (None, false));
    }

    #[test]
    fn while_a_text_is_typed_the_statements_of_the_last_one_stay() {
        let mut matches = TextMatches::default();
        matches.set_filters(&texts(&["m"]));
        assert_eq!((matches.start().as_deref(), matches.statements("m")), (Some("m"), None));
        matches.receive("m", set(1));
        matches.set_filters(&texts(&["mu"]));
        assert_eq!(matches.start().as_deref(), Some("mu"));
        matches.set_filters(&texts(&["mus"]));
        assert_eq!((matches.statements("mus"), matches.is_waiting()), (Some(set(1)), true));
        assert!(!matches.receive("mu", set(2)), "that text is not in use any more");
        assert_eq!(matches.start().as_deref(), Some("mus"));
        assert!(matches.receive("mus", set(3)));
        assert_eq!(matches.statements("mus"), Some(set(3)));
    }

    #[test]
    fn the_result_of_a_search_of_other_records_does_not_end_the_next_one() {
        let mut matches = TextMatches::default();
        matches.set_filters(&texts(&["a"]));
        assert!(matches.start().is_some());
        matches.clear();
        matches.set_filters(&texts(&["a"]));
        assert_eq!(matches.start().as_deref(), Some("a"));
        assert_eq!(matches.statements("a"), None);
    }
}
