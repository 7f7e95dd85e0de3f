//! Scores the records that satisfy a query: the match level first, then a number.
//!
//! The words of a record are read once. Occurrences of the words of the query are collected; everything else (best
//! fields, phrases, proximity, coverage) is computed from them.

use std::ops::Range;
use std::sync::Arc;

use super::atom_matches::{AtomMatches, MatchedBy, WordSequence};
use super::bit_set::BitSet;
use super::fields::{FIELDS, Field, QueryField, is_searched};
use super::forward_index::{TextHeader, TextReader};
use super::level::MatchLevel;
use super::matching::Quality;
use super::numbers::{RecordNumber, to_usize};
use super::query::{AtomForm, Clause};
use super::segment::Segment;
use super::top_k::Score;
use super::vocabulary::WordId;
use crate::model::RecordKind;

/// The bonus for two adjacent words, or two words near each other, in the order of the query; as a fraction of the weight
/// of a word.
const ADJACENT: f32 = 0.5;
const NEAR: f32 = 0.2;
/// The greatest distance of two words that are near each other.
const NEAR_WORDS: u32 = 3;
/// The weight of matches of a word in fields other than the best one.
const OTHER_FIELDS: f32 = 0.1;
/// The bonus for a text that consists only of words of the query, as a fraction of the score.
const COVERAGE: f32 = 0.35;
/// The weight of a field that a record inherits (a statement from its visit, its stop or its speaker), in queries that
/// consist only of fields. It is so low that even a partial match in a field of the record itself ranks above it.
const INHERITED: f32 = 0.25;

/// A clause of the query with the matches of each of its atoms in a segment.
pub(super) struct ClauseMatches<'q> {
    pub(super) clause: &'q Clause,
    pub(super) atoms: Vec<Arc<AtomMatches>>,
    /// The weight of the clause: its inverse document frequency.
    pub(super) idf: f32,
}

/// The number of a word of the query: one word of an atom, or one word of a phrase.
type QueryWord = usize;

/// A word of the vocabulary that matches a word of the query. The matches of one word of the vocabulary form a linked list.
#[derive(Clone, Copy)]
struct QueryWordMatch {
    /// The index of the next match in the list; 0 at its end.
    next: u32,
    query_word: u16,
    quality: u8,
    level: MatchLevel,
}

struct ScoredClause {
    atoms: Vec<(ScoredAtom, Option<QueryField>)>,
    idf: f32,
    optional: bool,
}

enum ScoredAtom {
    /// A word, or any of the sequences of words that are other spellings of it.
    Word(QueryWord, Vec<Range<QueryWord>>),
    /// Any of these sequences, and the number of words of the phrase in the query.
    Phrase(Vec<Range<QueryWord>>, usize),
    Filter(Arc<AtomMatches>),
}

impl ScoredAtom {
    /// The words that count for coverage; those of sequences only in a field.
    fn covering(&self, field: Option<QueryField>) -> Vec<(QueryWord, Option<QueryField>)> {
        let (word, sequences) = match self {
            Self::Word(word, sequences) => (Some(*word), sequences.as_slice()),
            Self::Phrase(sequences, _) => (None, sequences.as_slice()),
            Self::Filter(_) => (None, &[][..]),
        };
        let in_sequences = sequences.iter().filter(|_| field.is_some()).cloned().flatten();
        word.into_iter().chain(in_sequences).map(|word| (word, field)).collect()
    }
}

/// A word in a text of the record that matches words of the query.
#[derive(Clone, Copy)]
struct Occurrence {
    /// The number of the text.
    text: u32,
    /// The position in the text, in words.
    position: u32,
    /// The index of its first match.
    matches: u32,
}

/// The best match of a word of the query in each field of a record.
#[derive(Clone, Default)]
struct BestByField {
    /// A bit for each field that has a match; the values of other fields are stale.
    present: u32,
    fields: [(u8, MatchLevel); FIELDS],
}

impl BestByField {
    fn add(&mut self, field: Field, quality: (u8, MatchLevel)) {
        let Some(best) = self.fields.get_mut(field as usize) else { return };
        let bit = 1 << field as u32;
        *best = if self.present & bit == 0 { quality } else { (*best).max(quality) };
        self.present |= bit;
    }

    fn iter(&self) -> impl Iterator<Item = (Field, (u8, MatchLevel))> {
        let mut rest = self.present;
        std::iter::from_fn(move || {
            let at = to_usize(rest.trailing_zeros());
            rest &= rest.wrapping_sub(1);
            Some((*Field::ALL.get(at)?, *self.fields.get(at)?))
        })
    }
}

/// Scores the records of a segment, one after the other.
pub(super) struct Scorer<'s> {
    segment: &'s Segment,
    clauses: Vec<ScoredClause>,
    /// The field that each word of the query must be in.
    fields: Vec<Option<QueryField>>,
    /// The words of the query that are clauses without a field, in order.
    plain_words: Vec<QueryWord>,
    /// The words that count for coverage, each with the field that it must be in.
    covering: Vec<(QueryWord, Option<QueryField>)>,
    has_phrase: bool,
    /// Whether every clause has a field: then it matters whether a record has the field itself.
    only_fields: bool,
    /// The words of the vocabulary that match any word of the query. Looked up for every word of every record, so it must
    /// stay in the processor cache.
    matching_words: BitSet,
    /// For each word of the vocabulary the index of its first match.
    first_match: Vec<u32>,
    matches: Vec<QueryWordMatch>,
    /// The shared texts that contain any word of the query.
    shared_texts: BitSet,
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
            clauses: Vec::new(),
            fields: Vec::new(),
            plain_words: Vec::new(),
            covering: Vec::new(),
            has_phrase: false,
            only_fields: true,
            matching_words: BitSet::new(segment.vocabulary.len()),
            first_match: vec![0; segment.vocabulary.len()],
            // The first one is unused, so that 0 means none.
            matches: vec![QueryWordMatch {
                next: 0,
                query_word: 0,
                quality: 0,
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
        let mut atoms = Vec::new();
        for (atom, matches) in clause.alternatives.iter().zip(&matches.atoms) {
            let scored = match &matches.by {
                MatchedBy::Words(words, sequences) => {
                    let query_word = self.fields.len();
                    self.fields.push(atom.field);
                    for word in words {
                        let id = self.segment.vocabulary.id(word.rank);
                        self.add_match(id, query_word, word.quality, word.level);
                    }
                    ScoredAtom::Word(query_word, self.add_sequences(sequences, atom.field))
                }
                MatchedBy::Phrase(sequences) => {
                    let length = match &atom.form {
                        AtomForm::Phrase(variants) => variants.first().map_or(0, Vec::len),
                        _ => 1,
                    };
                    ScoredAtom::Phrase(self.add_sequences(sequences, atom.field), length)
                }
                MatchedBy::Filter(_) => ScoredAtom::Filter(Arc::clone(matches)),
            };
            self.shared_texts.union_with(&matches.matched.shared_texts);
            atoms.push((scored, atom.field));
        }
        match atoms.as_slice() {
            [(ScoredAtom::Word(word, _), None)] if !clause.optional => self.plain_words.push(*word),
            [(ScoredAtom::Word(..), _)] => {}
            _ => self.has_phrase |= atoms.iter().all(|(atom, _)| matches!(atom, ScoredAtom::Phrase(..))),
        }
        if !clause.optional {
            self.covering.extend(atoms.iter().flat_map(|(atom, field)| atom.covering(*field)));
        }
        self.only_fields &= atoms.iter().all(|(_, field)| field.is_some());
        self.clauses.push(ScoredClause { atoms, idf: *idf, optional: clause.optional });
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

    fn add_match(
        &mut self,
        word: WordId,
        query_word: QueryWord,
        Quality(quality): Quality,
        level: MatchLevel,
    ) {
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
        let mut total = Score { level: MatchLevel::Literal, value: 0.0 };
        for clause in &self.clauses {
            let scores =
                clause.atoms.iter().filter_map(|(atom, field)| self.score_atom(atom, *field, (record, kind)));
            let best = scores.reduce(better);
            if best.is_none() && clause.optional {
                continue;
            }
            let Score { level, value } = best.unwrap_or_default();
            if !clause.optional {
                total.level = total.level.min(level);
            }
            total.value += clause.idf * value;
        }
        self.add_proximity(&mut total);
        total.value *= 1.0 + COVERAGE * self.coverage(kind);
        total
    }

    /// Reads the words of the record: those of its own texts, and those of the shared texts that it refers to.
    fn read_record(&mut self, record: RecordNumber, kind: RecordKind) {
        self.occurrences.clear();
        self.texts.clear();
        self.best.iter_mut().for_each(|best| best.present = 0);
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
        field: Option<QueryField>,
        (record, kind): (RecordNumber, RecordKind),
    ) -> Option<Score> {
        let mut score = match atom {
            ScoredAtom::Word(query_word, sequences) => {
                let word = self.score_word(*query_word, field);
                let sequence = self.score_sequences(sequences, field, kind, 1);
                [word, sequence].into_iter().flatten().reduce(better)?
            }
            ScoredAtom::Phrase(sequences, length) => self.score_sequences(sequences, field, kind, *length)?,
            ScoredAtom::Filter(matches) => {
                matches.matched.records.contains(record).then_some(())?;
                // A filter does not change the ranking of words.
                let value = if self.only_fields { 1.0 } else { 0.0 };
                Score { level: MatchLevel::Literal, value }
            }
        };
        let is_own = match (atom, field) {
            (ScoredAtom::Filter(matches), _) => match &matches.by {
                MatchedBy::Filter(own) => own.contains(record),
                _ => true,
            },
            (_, Some(field)) => field.has_own_texts(kind),
            (_, None) => true,
        };
        if self.only_fields && !is_own {
            score.value *= INHERITED;
        }
        Some(score)
    }

    /// The score of a single word, if the record contains it.
    fn score_word(&self, query_word: QueryWord, field: Option<QueryField>) -> Option<Score> {
        let best = self.best.get(query_word)?;
        let weigh = |(of, (quality, level)): (Field, (u8, MatchLevel))| {
            let weight = if field.is_some() { 1.0 } else { of.weight() };
            ((f32::from(quality) / 255.0).powi(2) * weight, level)
        };
        // The best field counts; matches in other fields add a little.
        let mut weights = best.iter().map(weigh);
        let first = weights.next()?;
        let (most, all, level) = weights
            .fold((first.0, first.0, first.1), |(most, all, best), (weight, level)| {
                (most.max(weight), all + weight, best.max(level))
            });
        Some(Score { level, value: most + OTHER_FIELDS * (all - most) })
    }

    /// The score of a phrase with a number of words, if the record contains any of the sequences.
    fn score_sequences(
        &self,
        sequences: &[Range<QueryWord>],
        field: Option<QueryField>,
        kind: RecordKind,
        length: usize,
    ) -> Option<Score> {
        let found = sequences.iter().find_map(|words| self.field_of_sequence(words, field, kind))?;
        #[expect(clippy::cast_precision_loss, reason = "a few words")]
        let length = length as f32;
        Some(Score { level: MatchLevel::Literal, value: found.weight().max(1.0) * length })
    }

    /// The field of the first text that contains the sequence.
    fn field_of_sequence(
        &self,
        words: &Range<QueryWord>,
        field: Option<QueryField>,
        kind: RecordKind,
    ) -> Option<Field> {
        let is_sequence = |run: &[Occurrence]| {
            run.iter().zip(words.clone()).all(|(found, word)| self.match_of(*found, word).is_some())
        };
        let runs = self.runs(words.len()).filter(|run| is_sequence(run));
        let mut fields = runs.filter_map(|run| self.field_of(run.first()?));
        fields.find(|of| is_searched(field, *of, kind))
    }

    /// The runs of `length` adjacent occurrences.
    fn runs(&self, length: usize) -> impl Iterator<Item = &[Occurrence]> {
        let follow =
            |pair: &[Occurrence]| matches!(pair, [a, b] if a.text == b.text && a.position + 1 == b.position);
        self.occurrences.windows(length.max(1)).filter(move |run| run.windows(2).all(follow))
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

    /// Adds a bonus for words near each other, and raises the level if they form a phrase.
    #[expect(clippy::cast_precision_loss, reason = "a few clauses")]
    fn add_proximity(&self, score: &mut Score) {
        let mean =
            self.clauses.iter().map(|clause| clause.idf).sum::<f32>() / self.clauses.len().max(1) as f32;
        let mut all_adjacent = self.plain_words.len() > 1;
        for pair in self.plain_words.windows(2) {
            let [first, second] = pair else { continue };
            match self.distance(*first, *second) {
                Some(1) => score.value += ADJACENT * mean,
                Some(distance) => {
                    score.value += if distance <= NEAR_WORDS { NEAR * mean } else { 0.0 };
                    all_adjacent = false;
                }
                None => all_adjacent = false,
            }
        }
        if score.level == MatchLevel::Literal && (self.has_phrase || (all_adjacent && self.is_phrase())) {
            score.level = MatchLevel::Phrase;
        }
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
            let covers = |found: Occurrence, (word, of): &(QueryWord, Option<QueryField>)| {
                is_searched(*of, field, kind) && self.match_of(found, *word).is_some()
            };
            let counts = |found: &&Occurrence| self.covering.iter().any(|word| covers(**found, word));
            found.iter().filter(counts).count() as f32 / length as f32
        };
        self.occurrences.chunk_by(|a, b| a.text == b.text).map(share).fold(0.0, f32::max)
    }
}

fn better(a: Score, b: Score) -> Score {
    if b > a { b } else { a }
}
