//! Scores the records that satisfy a query: the match level first, then a number.
//!
//! The words of a record are read once. Occurrences of the words of the query are collected; everything else (best
//! fields, phrases, proximity, coverage) is computed from them.

use std::ops::Range;
use std::sync::Arc;

use super::atom_matches::{AtomMatches, MatchedBy, WordSequence};
use super::evidence::{BestByField, ClauseScore, Closeness, FieldWeights, Scheme, SharedPart};
use super::fields::{Field, QueryField, is_searched};
use super::forward_index::{TextHeader, TextReader};
use super::level::MatchLevel;
use super::matching::Quality;
use super::numbers::{RecordNumber, to_u32, to_usize};
use super::occurrence::{Occurrence, is_run};
use super::query::{AtomForm, Clause};
use super::segment::Segment;
use super::top_k::Score;
use super::vocabulary::WordId;
use crate::bit_set::BitSet;
use crate::model::RecordKind;

/// A clause of the query with the matches of each of its atoms in a segment.
pub(super) struct ClauseMatches<'q> {
    pub(super) clause: &'q Clause,
    pub(super) atoms: Vec<Arc<AtomMatches>>,
    /// The weight of the clause: its inverse document frequency.
    pub(super) idf: f32,
}

/// The number of a word of the query: one word of an atom, or one word of a phrase.
pub(super) type QueryWord = usize;

/// A word of the vocabulary that matches a word of the query. The matches of one word of the vocabulary form a linked list.
#[derive(Clone, Copy)]
struct QueryWordMatch {
    /// The index of the next match in the list; 0 at its end.
    next: u32,
    query_word: u16,
    quality: Quality,
    level: MatchLevel,
}

pub(super) struct ScoredClause {
    pub(super) atoms: Vec<ScoredAtom>,
    optional: bool,
}

/// An atom with the field that it must be in.
pub(super) struct ScoredAtom {
    /// Its number among all atoms.
    pub(super) number: usize,
    pub(super) form: ScoredForm,
    pub(super) field: Option<QueryField>,
    pub(super) matches: Arc<AtomMatches>,
}

pub(super) enum ScoredForm {
    /// A word, or any of the sequences of words that are other spellings of it.
    Word(QueryWord, Vec<Range<QueryWord>>),
    /// Any of these sequences, and the number of words of the phrase in the query.
    Phrase(Vec<Range<QueryWord>>, usize),
    Filter,
}

impl ScoredClause {
    /// The best score of its atoms; none if it need not match, and does not.
    pub(super) fn score(&self, of: impl Fn(&ScoredAtom) -> Option<ClauseScore>) -> Option<ClauseScore> {
        let best = self.atoms.iter().filter_map(of).max();
        match best {
            // What need not match does not lower the level.
            Some(ClauseScore { weight, .. }) if self.optional => Some(ClauseScore::literal(weight)),
            None if !self.optional => Some(ClauseScore::NONE),
            best => best,
        }
    }
}

impl ScoredForm {
    /// The words that count for coverage, if they are in sequence: single words, and the sequences of a field.
    fn covering(&self, field: Option<QueryField>) -> Vec<(Range<QueryWord>, Option<QueryField>)> {
        let (word, sequences) = match self {
            Self::Word(word, sequences) => (Some(*word..*word + 1), sequences.as_slice()),
            Self::Phrase(sequences, _) => (None, sequences.as_slice()),
            Self::Filter => (None, &[][..]),
        };
        let sequences = sequences.iter().filter(|_| field.is_some()).cloned();
        word.into_iter().chain(sequences).map(|words| (words, field)).collect()
    }
}

/// Scores the records of a segment, one after the other.
pub(super) struct Scorer<'s> {
    pub(super) segment: &'s Segment,
    pub(super) scheme: Scheme,
    pub(super) clauses: Vec<ScoredClause>,
    /// The field that each word of the query must be in.
    fields: Vec<Option<QueryField>>,
    /// The words of the query that are clauses without a field, in order.
    plain_words: Vec<QueryWord>,
    /// The atoms of these words.
    pub(super) plain_atoms: Vec<usize>,
    /// The atoms that are words without a field and count for coverage.
    pub(super) covering_atoms: Vec<usize>,
    /// The sequences of words that count for coverage, each with the field that it must be in.
    covering: Vec<(Range<QueryWord>, Option<QueryField>)>,
    /// Whether every clause has a field: then it matters whether a record has the field itself.
    only_fields: bool,
    /// The words of the vocabulary that match any word of the query. Looked up for every word of every record, so it must
    /// stay in the processor cache.
    matching_words: BitSet,
    /// For each word of the vocabulary the index of its first match.
    first_match: Vec<u32>,
    matches: Vec<QueryWordMatch>,
    /// The shared texts that contain any word of the query.
    pub(super) shared_texts: BitSet,
    // Of the current record: the shared texts that it refers to, its occurrences, its texts with field and length, and the
    // best match of each word of the query.
    referenced: Vec<u32>,
    occurrences: Vec<Occurrence>,
    texts: Vec<(Field, u32)>,
    best: Vec<BestByField>,
}

impl<'s> Scorer<'s> {
    pub(super) fn new(segment: &'s Segment, clauses: &[ClauseMatches<'_>]) -> Self {
        let mut scorer = Self {
            segment,
            scheme: Scheme::default(),
            clauses: Vec::new(),
            fields: Vec::new(),
            plain_words: Vec::new(),
            plain_atoms: Vec::new(),
            covering_atoms: Vec::new(),
            covering: Vec::new(),
            only_fields: true,
            matching_words: BitSet::new(segment.vocabulary.len()),
            first_match: vec![0; segment.vocabulary.len()],
            // The first one is unused, so that 0 means none.
            matches: vec![QueryWordMatch {
                next: 0,
                query_word: 0,
                quality: Quality(0),
                level: MatchLevel::Subsequence,
            }],
            shared_texts: segment.no_matches().shared_texts,
            referenced: Vec::new(),
            occurrences: Vec::new(),
            texts: Vec::new(),
            best: Vec::new(),
        };
        for clause in clauses.iter().filter(|clause| !clause.clause.negated) {
            scorer.add_clause(clause);
        }
        scorer.best = vec![BestByField::default(); scorer.fields.len()];
        scorer
    }

    fn add_clause(&mut self, matches: &ClauseMatches<'_>) {
        let ClauseMatches { clause, idf, .. } = matches;
        let optional = clause.optional;
        let first = self.atoms().count();
        let mut atoms = Vec::new();
        for (atom, matches) in clause.alternatives.iter().zip(&matches.atoms) {
            let form = match &matches.by {
                MatchedBy::Words(words, sequences) => {
                    let query_word = self.fields.len();
                    self.fields.push(atom.field);
                    for word in words {
                        let id = self.segment.vocabulary.id(word.rank);
                        self.add_match(id, query_word, word.quality, word.level);
                    }
                    ScoredForm::Word(query_word, self.add_sequences(sequences, atom.field))
                }
                MatchedBy::Phrase(sequences) => {
                    let length = match &atom.form {
                        AtomForm::Phrase(variants) => variants.first().map_or(0, Vec::len),
                        _ => 1,
                    };
                    ScoredForm::Phrase(self.add_sequences(sequences, atom.field), length)
                }
                MatchedBy::Filter(_) => ScoredForm::Filter,
            };
            self.shared_texts.union_with(&matches.matched.shared_texts);
            let number = first + atoms.len();
            atoms.push(ScoredAtom { number, form, field: atom.field, matches: Arc::clone(matches) });
        }
        match atoms.as_slice() {
            [ScoredAtom { form: ScoredForm::Word(word, _), field: None, number, .. }] if !optional => {
                self.plain_words.push(*word);
                self.plain_atoms.push(*number);
            }
            [ScoredAtom { form: ScoredForm::Word(..), .. }] => {}
            _ => {
                let is_phrase = |atom: &ScoredAtom| matches!(atom.form, ScoredForm::Phrase(..));
                self.scheme.has_phrase |= atoms.iter().all(is_phrase);
            }
        }
        if !optional {
            self.covering.extend(atoms.iter().flat_map(|atom| atom.form.covering(atom.field)));
            let is_word =
                |atom: &&ScoredAtom| matches!(atom.form, ScoredForm::Word(..)) && atom.field.is_none();
            self.covering_atoms.extend(atoms.iter().filter(is_word).map(|atom| atom.number));
        }
        self.only_fields &= atoms.iter().all(|atom| atom.field.is_some());
        self.scheme.idfs.push(*idf);
        self.clauses.push(ScoredClause { atoms, optional });
    }

    /// Adds a word of the query for each word of each sequence.
    fn add_sequences(
        &mut self,
        sequences: &[WordSequence],
        field: Option<QueryField>,
    ) -> Vec<Range<QueryWord>> {
        let mut ranges = Vec::new();
        for sequence in sequences {
            let first = self.fields.len();
            for (query_word, word) in (first..).zip(sequence) {
                self.fields.push(field);
                self.add_match(*word, query_word, Quality(u8::MAX), MatchLevel::Literal);
            }
            ranges.push(first..self.fields.len());
        }
        ranges
    }

    fn add_match(&mut self, word: WordId, query_word: QueryWord, quality: Quality, level: MatchLevel) {
        let (Some(first), Ok(query_word)) =
            (self.first_match.get_mut(to_usize(word)), u16::try_from(query_word))
        else {
            return;
        };
        let new = QueryWordMatch { next: *first, query_word, quality, level };
        *first = u32::try_from(self.matches.len()).unwrap_or_default();
        self.matches.push(new);
        self.matching_words.insert(word);
    }

    /// Scores a record that satisfies the query.
    pub(super) fn score(&mut self, record: RecordNumber) -> Score {
        let kind = self.segment.kind(record);
        self.read_record(record, kind);
        let clauses = self.clauses.iter().map(|clause| {
            clause
                .score(|atom| Some(self.place(atom, (record, kind), self.score_atom(atom, (record, kind))?)))
        });
        self.scheme.score(clauses, self.closeness(kind))
    }

    /// The atoms of all clauses.
    pub(super) fn atoms(&self) -> impl Iterator<Item = &ScoredAtom> {
        self.clauses.iter().flat_map(|clause| &clause.atoms)
    }

    /// The number of pairs of neighbouring words.
    pub(super) fn pairs(&self) -> u32 {
        to_u32(self.plain_words.len().saturating_sub(1))
    }

    /// How close the words of the query are in the texts that were read.
    pub(super) fn closeness(&self, kind: RecordKind) -> Closeness {
        let pairs = self.plain_words.windows(2).filter_map(|pair| match pair {
            [first, second] => self.distance(*first, *second),
            _ => None,
        });
        Closeness {
            coverage: self.coverage(kind),
            nearness: pairs.map(Closeness::nearness_at).sum(),
            is_phrase: self.plain_words.len() > 1 && self.is_phrase(),
        }
    }

    /// Reads the words of a shared text.
    pub(super) fn read_shared_text(&mut self, text: u32) {
        self.forget();
        self.read_texts(self.segment.shared.texts(text), RecordKind::Statement);
    }

    /// Reads the words of the record: those of its own texts, and those of the shared texts that it refers to.
    fn read_record(&mut self, record: RecordNumber, kind: RecordKind) {
        self.forget();
        let segment = self.segment;
        let first = segment.first_shared_text(record);
        let mut own = segment.own.open(record);
        let mut referenced = std::mem::take(&mut self.referenced);
        referenced.clear();
        let texts = own.shared_texts().map(|text| first + text);
        referenced.extend(texts.filter(|text| self.shared_texts.contains(*text)));
        self.read_texts(own, kind);
        for text in &referenced {
            self.read_texts(segment.shared.texts(*text), kind);
        }
        self.referenced = referenced;
    }

    /// Forgets the texts that were read.
    fn forget(&mut self) {
        self.occurrences.clear();
        self.texts.clear();
        self.best.iter_mut().for_each(BestByField::clear);
    }

    fn read_texts(&mut self, mut reader: TextReader<'_>, kind: RecordKind) {
        let mut length = 0;
        while let Some(TextHeader { field, count, is_synonym }) = reader.next_text() {
            let text = u32::try_from(self.texts.len()).unwrap_or_default();
            // A synonym covers half as much of its text as a word that is in the text.
            if !is_synonym {
                length = count;
            }
            self.texts.push((field, if is_synonym { length.saturating_mul(2) } else { length }));
            for (position, word) in (0..).zip(reader.words(count)) {
                if self.matching_words.contains(word)
                    && let Some(&matches) = self.first_match.get(to_usize(word))
                {
                    self.occurrences.push(Occurrence { text, position, matches });
                    self.update_best(matches, field, kind);
                }
            }
        }
    }

    fn update_best(&mut self, first: u32, field: Field, kind: RecordKind) {
        let mut next = first;
        while let Some(found) = self.matches.get(to_usize(next)).filter(|_| next != 0) {
            let query_word = usize::from(found.query_word);
            if is_searched(self.fields.get(query_word).copied().flatten(), field, kind)
                && let Some(best) = self.best.get_mut(query_word)
            {
                best.add(field, (found.quality, found.level));
            }
            next = found.next;
        }
    }

    /// The score of an atom, if the record matches it.
    fn score_atom(
        &self,
        atom: &ScoredAtom,
        (record, kind): (RecordNumber, RecordKind),
    ) -> Option<ClauseScore> {
        match &atom.form {
            ScoredForm::Word(word, sequences) => {
                let word = self.weights(*word, atom.field);
                let word = word.map(|(weights, level)| ClauseScore { level, weight: weights.sum() });
                word.max(self.score_sequences(sequences, atom.field, kind, 1))
            }
            ScoredForm::Phrase(sequences, length) => {
                self.score_sequences(sequences, atom.field, kind, *length)
            }
            ScoredForm::Filter => {
                let is_match = atom.matches.matched.records.contains(record);
                is_match.then(|| self.filter_score())
            }
        }
    }

    /// The score of an atom, less if only fields are searched and the record inherits this one.
    pub(super) fn place(
        &self,
        atom: &ScoredAtom,
        (record, kind): (RecordNumber, RecordKind),
        score: ClauseScore,
    ) -> ClauseScore {
        let is_own = || match (&atom.matches.by, atom.field) {
            (MatchedBy::Filter(own), _) => own.contains(record),
            (_, Some(field)) => field.has_own_texts(kind),
            (_, None) => true,
        };
        if self.only_fields && !is_own() { score.inherited() } else { score }
    }

    /// What the shared text that was read contributes to an atom.
    pub(super) fn shared_part(&self, atom: &ScoredAtom) -> SharedPart {
        let (word, sequences, length) = match &atom.form {
            ScoredForm::Word(word, sequences) => (self.weights(*word, atom.field), sequences, 1),
            ScoredForm::Phrase(sequences, length) => (None, sequences, *length),
            ScoredForm::Filter => return SharedPart::default(),
        };
        let sequence = self.score_sequences(sequences, atom.field, RecordKind::Statement, length);
        let weights = word.map(|(weights, _)| weights).unwrap_or_default();
        SharedPart { weights, sequence: sequence.map_or(0, |it| it.weight) }
    }

    /// The score of a record with a property.
    pub(super) fn filter_score(&self) -> ClauseScore {
        ClauseScore::of_filter(self.only_fields)
    }

    /// The weights of a word of the query in the texts that were read, if they contain it.
    fn weights(&self, word: QueryWord, field: Option<QueryField>) -> Option<(FieldWeights, MatchLevel)> {
        self.best.get(word)?.weights(field.is_some())
    }

    /// The score of a phrase with a number of words, if the texts that were read contain any of the sequences.
    fn score_sequences(
        &self,
        sequences: &[Range<QueryWord>],
        field: Option<QueryField>,
        kind: RecordKind,
        length: usize,
    ) -> Option<ClauseScore> {
        let found = sequences.iter().find_map(|words| self.field_of_sequence(words, field, kind))?;
        Some(ClauseScore::of_sequence(found.tenths(), length))
    }

    /// The field of the first text that contains the sequence.
    fn field_of_sequence(
        &self,
        words: &Range<QueryWord>,
        field: Option<QueryField>,
        kind: RecordKind,
    ) -> Option<Field> {
        let runs = self.runs(words.len()).filter(|run| self.is_sequence(run, words));
        let mut fields = runs.filter_map(|run| self.field_of(run.first()?));
        fields.find(|of| is_searched(field, *of, kind))
    }

    /// The runs of `length` adjacent occurrences.
    fn runs(&self, length: usize) -> impl Iterator<Item = &[Occurrence]> {
        self.occurrences.windows(length.max(1)).filter(|run| is_run(run))
    }

    fn is_sequence(&self, run: &[Occurrence], words: &Range<QueryWord>) -> bool {
        run.iter().zip(words.clone()).all(|(found, word)| self.match_of(*found, word).is_some())
    }

    fn field_of(&self, occurrence: &Occurrence) -> Option<Field> {
        self.texts.get(to_usize(occurrence.text)).map(|(field, _)| *field)
    }

    /// How an occurrence matches a word of the query, if it does.
    fn match_of(&self, occurrence: Occurrence, query_word: QueryWord) -> Option<QueryWordMatch> {
        let mut next = occurrence.matches;
        while let Some(found) = self.matches.get(to_usize(next)).filter(|_| next != 0) {
            if usize::from(found.query_word) == query_word {
                return Some(*found);
            }
            next = found.next;
        }
        None
    }

    /// The smallest distance, in words, from the first word to the second in one text.
    fn distance(&self, first: QueryWord, second: QueryWord) -> Option<u32> {
        let mut last: Option<Occurrence> = None;
        let mut best: Option<u32> = None;
        for found in &self.occurrences {
            let before = last.filter(|last| last.text == found.text);
            if let Some(before) = before.filter(|_| self.match_of(*found, second).is_some()) {
                let distance = found.position - before.position;
                best = Some(best.map_or(distance, |best| best.min(distance)));
            }
            if self.match_of(*found, first).is_some() {
                last = Some(*found);
            }
        }
        best
    }

    /// Whether all plain words are consecutive and match literally.
    fn is_phrase(&self) -> bool {
        let is_literal = |(found, word): (&Occurrence, &QueryWord)| {
            self.match_of(*found, *word).is_some_and(|found| found.level == MatchLevel::Literal)
        };
        self.runs(self.plain_words.len()).any(|run| run.iter().zip(&self.plain_words).all(is_literal))
    }

    /// The share of words of the query among the words of a text, in the text where it is highest.
    #[expect(clippy::cast_precision_loss, reason = "the words of a text")]
    fn coverage(&self, kind: RecordKind) -> f32 {
        let share = |found: &[Occurrence]| {
            let text = found.first().and_then(|found| self.texts.get(to_usize(found.text)));
            let (field, length) = text.copied().unwrap_or((Field::Text, 1));
            // Whether an occurrence belongs to a sequence: that other records have it is not enough.
            let covers = |at: usize, (words, of): &(Range<QueryWord>, Option<QueryField>)| {
                let mut runs = (0..words.len())
                    .filter_map(|before| found.get(at.checked_sub(before)?..)?.get(..words.len()));
                let mut is_within = || match words.len() {
                    1 => found.get(at).is_some_and(|it| self.match_of(*it, words.start).is_some()),
                    _ => runs.any(|run| is_run(run) && self.is_sequence(run, words)),
                };
                is_searched(*of, field, kind) && is_within()
            };
            let counts = |at: &usize| self.covering.iter().any(|words| covers(*at, words));
            (0..found.len()).filter(counts).count() as f32 / length as f32
        };
        self.occurrences.chunk_by(|a, b| a.text == b.text).map(share).fold(0.0, f32::max)
    }
}
