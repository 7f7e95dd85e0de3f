//! A statement to cite, and the options.

use super::post_order::PostOrder;
use crate::lang::Lang;
use crate::model::{Record, Source, SourceRef, Statement, Visit};

/// A statement to cite, and the options of the citation.
#[derive(Debug, Clone, Copy)]
pub struct Citation<'a> {
    /// The visit that the statement belongs to.
    pub visit: &'a Visit,
    /// The statement.
    pub statement: &'a Statement,
    /// The index of the translation to cite instead of the original text.
    pub translation: Option<usize>,
    /// The language of everything but the quoted text.
    pub lang: Lang,
    /// Where a post is written in a sentence for the press: before or after the name.
    pub post_order: PostOrder,
}

impl<'a> Citation<'a> {
    /// A citation of the original text, with the default options.
    pub fn new(visit: &'a Visit, statement: &'a Statement, lang: Lang) -> Self {
        Self { visit, statement, translation: None, lang, post_order: PostOrder::default() }
    }

    /// `visit-id#statement-id`.
    pub fn reference(&self) -> String {
        Record::Statement(self.visit, self.statement).reference()
    }

    /// The sources of the statement that are listed in the visit, each with its locator.
    pub(super) fn sources(&self) -> impl Iterator<Item = (&'a Source, &'a SourceRef)> {
        let visit = self.visit;
        self.statement.sources.iter().filter_map(move |it| Some((visit.source(&it.id)?, it)))
    }
}
