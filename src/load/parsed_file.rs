//! What was read from a file, or from a piece of it.

use std::collections::HashMap;
use std::sync::Arc;

use super::compose::Budget;
use super::piece_key::PieceKey;
use super::problem::{LocatedProblem, ReportLimit};
use super::quotes::QuoteCount;
use super::text_file::TextFile;
use super::vocabulary::UnlistedCounts;
use crate::diagnostic::{Diagnostic, Problem, SourceSpan, Warning};
use crate::model::{Header, Visit};

/// The contents of a file.
#[derive(Debug, Clone, Default)]
pub(super) struct ParsedFile {
    pub(super) visits: Vec<Arc<Visit>>,
    /// The number of headers before these, which [`Visit::header`] counts.
    pub(super) first_header: usize,
    /// One header for each document.
    pub(super) headers: Vec<Header>,
    /// The IDs of visits that cannot be used.
    pub(super) unusable: Vec<String>,
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) limit: ReportLimit,
    /// How many quotes were compared with texts.
    pub(super) quotes: QuoteCount,
    /// How many questions are left in comments, if visits are not kept; see [`count_questions`].
    pub(super) questions: usize,
    /// Whether any document looks like an archive.
    pub(super) is_archive: bool,
    /// The number of documents that are not empty.
    pub(super) documents: usize,
    pub(super) unlisted: UnlistedCounts,
    /// How much of the budget of the file was spent.
    pub(super) spent: Budget,
    /// The contents of its pieces, if they are kept.
    pub(super) pieces: KnownPieces,
}

/// The contents of the pieces of a file.
#[derive(Debug, Clone, Default)]
pub(super) struct KnownPieces(Arc<HashMap<PieceKey, ParsedFile>>);

impl KnownPieces {
    pub(super) fn new(keys: Vec<PieceKey>, found: Vec<ParsedFile>) -> Self {
        let known =
            keys.into_iter().zip(found).filter(|(_, found)| !found.diagnostics.iter().any(is_placed_loosely));
        Self(Arc::new(known.collect()))
    }

    pub(super) fn get(&self, key: &PieceKey) -> Option<&ParsedFile> {
        self.0.get(key)
    }

    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }
}

/// Whether a problem may have its place in the next piece.
fn is_placed_loosely(diagnostic: &Diagnostic) -> bool {
    matches!(diagnostic.problem, Problem::Warning(Warning::HiddenCharacter { .. }))
}

impl ParsedFile {
    /// Counts a problem. Returns whether to report it.
    pub(super) fn admits(&mut self, problem: &Problem) -> bool {
        self.unlisted.is_first(problem) && self.limit.admits(problem.code().severity())
    }

    /// The number of the next header.
    pub(super) fn next_header(&self) -> usize {
        self.first_header + self.headers.len()
    }

    /// Gives other numbers to the headers. Visits that are shown already have the right ones, and are not copied. Pieces are
    /// forgotten: they would keep the visits with the old numbers, too.
    pub(super) fn renumber(&mut self, first_header: usize) {
        if self.first_header == first_header {
            return;
        }
        self.pieces = KnownPieces::default();
        for visit in self.visits.iter_mut().map(Arc::make_mut) {
            visit.header = first_header + visit.header - self.first_header;
        }
        self.first_header = first_header;
    }

    /// Adds what was found in the next piece of the file, all of whose problems are reported.
    pub(super) fn append(&mut self, mut piece: Self) {
        piece.renumber(self.next_header());
        self.visits.extend(piece.visits);
        self.headers.extend(piece.headers);
        self.unusable.extend(piece.unusable);
        for diagnostic in piece.diagnostics {
            if self.admits(&diagnostic.problem) {
                self.diagnostics.push(diagnostic);
            }
        }
        self.unlisted.add_repetitions(piece.unlisted);
        self.quotes = self.quotes.plus(piece.quotes);
        self.is_archive |= piece.is_archive;
        self.documents += piece.documents;
        self.spent = self.spent.plus(piece.spent);
    }

    /// Completes what needs all pieces of the file.
    pub(super) fn complete(&mut self, source: &TextFile, keep: bool) {
        if !keep {
            self.questions = count_questions(&source.text);
        }
        // Even if the line is not a field, because the colon or the space is missing.
        self.is_archive |= source.text.lines().any(|line| line.starts_with("schema_version"));
        if self.documents == 0 && self.diagnostics.is_empty() {
            let at = SourceSpan { line: 1, column: 1, length: 1 };
            self.limit.admits(Problem::EmptyFile.code().severity());
            self.diagnostics.push(source.diagnostic(LocatedProblem::new(Problem::EmptyFile, at), None));
        }
        self.unlisted.finish(&mut self.diagnostics);
    }
}

/// The number of questions in a text: comments that begin with `# ?`, as drafts have them.
fn count_questions(text: &str) -> usize {
    text.lines().filter(|line| line.trim_start().starts_with("# ?")).count()
}
