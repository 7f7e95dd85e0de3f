//! How well a record answers a query that it is known to satisfy: its class first, then its score.
//!
//! The words of the record are read once. Whatever of them the query asks for is met with its place, and everything else
//! (best fields, phrases, words that stand together, coverage) is worked out from what was met.

use std::ops::Range;
use std::sync::Arc;

use super::bits::Bits;
use super::expand::Class;
use super::fields::{FIELDS, Field, FieldName, is_meant};
use super::find::{Found, Row, What};
use super::matching::Quality;
use super::postings::index;
use super::query::{Clause, Form};
use super::segment::{RecordNumber, Segment};
use super::stream::{Reader, Text};
use crate::model::RecordKind;

/// What two words are worth that stand together as in the query, or nearly so, in parts of a word's weight.
const ADJACENT: f32 = 0.5;
const NEAR: f32 = 0.2;
/// The second of two words that stand nearly together is at most so many words further.
const NEAR_WORDS: u32 = 3;
/// What it is worth to be found in other fields as well.
const OTHER_FIELDS: f32 = 0.1;
/// What it is worth when a field holds little else, in parts of the score.
const COVERAGE: f32 = 0.35;

/// A clause of the query, what the segment has of each of its atoms, and its weight by how few records have it.
pub(super) struct Wanted<'q> {
    pub(super) clause: &'q Clause,
    pub(super) found: Vec<Arc<Found>>,
    pub(super) idf: f32,
}

/// One of the words that the query asks for: a word in any of its ways, or a word of a phrase.
type Column = usize;

/// That a word of the vocabulary is a match for a column; cells of one word are chained.
#[derive(Clone, Copy)]
struct Cell {
    next: u32,
    column: u16,
    quality: u8,
    class: Class,
}

/// A clause as it is judged.
struct Judged {
    atoms: Vec<(JudgedAtom, Option<FieldName>)>,
    idf: f32,
    optional: bool,
}

enum JudgedAtom {
    /// A word, or one of the rows that it may be.
    Word(Column, Vec<Range<Column>>),
    /// One of these rows, which are so many words in the query.
    Phrase(Vec<Range<Column>>, usize),
    Fact(Arc<Found>),
}

/// A word of the record that the query asks for.
#[derive(Clone, Copy)]
struct Met {
    text: u32,
    at: u32,
    /// Its first cell.
    cells: u32,
}

/// How well a column is met in each field of a record, as far as it is.
#[derive(Clone, Default)]
struct Best {
    /// A bit for each field in which it is met; of the others nothing is said.
    met: u32,
    fields: [(u8, Class); FIELDS],
}

impl Best {
    fn note(&mut self, field: Field, quality: (u8, Class)) {
        let Some(best) = self.fields.get_mut(field as usize) else { return };
        let bit = 1 << field as u32;
        *best = if self.met & bit == 0 { quality } else { (*best).max(quality) };
        self.met |= bit;
    }

    fn each(&self) -> impl Iterator<Item = (Field, (u8, Class))> {
        let mut rest = self.met;
        std::iter::from_fn(move || {
            let at = index(rest.trailing_zeros());
            rest &= rest.wrapping_sub(1);
            Some((*Field::ALL.get(at)?, *self.fields.get(at)?))
        })
    }
}

/// Judges the records of a segment, one after the other.
pub(super) struct Judge<'s> {
    segment: &'s Segment,
    clauses: Vec<Judged>,
    /// The field that each column must be in.
    fields: Vec<Option<FieldName>>,
    /// The columns of the clauses that are a single word of any field, in the order of the query.
    row: Vec<Column>,
    has_phrase: bool,
    /// The words that are a match for any column: asked of every word of every record, so it must stay near.
    matching: Bits,
    /// For each of them its first cell.
    heads: Vec<u32>,
    cells: Vec<Cell>,
    /// The lenders that have any word of the query.
    lenders: Bits,
    // Of the record that is being judged: those of its lenders, and what was met.
    lent: Vec<u32>,
    met: Vec<Met>,
    texts: Vec<(Field, u32)>,
    best: Vec<Best>,
}

/// How a record answers a query.
#[derive(Debug, Clone, Copy, Default, PartialEq, PartialOrd)]
pub(super) struct Verdict {
    pub(super) class: Class,
    pub(super) score: f32,
}

impl<'s> Judge<'s> {
    pub(super) fn new(segment: &'s Segment, wanted: &[Wanted<'_>]) -> Self {
        let mut judge = Self {
            segment,
            clauses: Vec::new(),
            fields: Vec::new(),
            row: Vec::new(),
            has_phrase: false,
            matching: Bits::new(segment.vocabulary.len()),
            heads: vec![0; segment.vocabulary.len()],
            cells: vec![Cell { next: 0, column: 0, quality: 0, class: Class::Scattered }],
            lenders: segment.nothing().lenders,
            lent: Vec::new(),
            met: Vec::new(),
            texts: Vec::new(),
            best: Vec::new(),
        };
        for wanted in wanted.iter().filter(|wanted| !wanted.clause.without) {
            judge.take(wanted);
        }
        judge.best = vec![Best::default(); judge.fields.len()];
        judge
    }

    fn take(&mut self, wanted: &Wanted<'_>) {
        let mut atoms = Vec::new();
        for (atom, found) in wanted.clause.any.iter().zip(&wanted.found) {
            let first = self.fields.len();
            let judged = match &found.what {
                What::Words(words, rows) => {
                    self.fields.push(atom.field);
                    for word in words {
                        let number = self.segment.vocabulary.number(word.place);
                        self.match_word(number, first, word.quality, word.class);
                    }
                    JudgedAtom::Word(first, self.match_rows(rows, atom.field))
                }
                What::Phrase(rows) => {
                    let length = match &atom.form {
                        Form::Phrase(ways) => ways.first().map_or(0, Vec::len),
                        _ => 1,
                    };
                    JudgedAtom::Phrase(self.match_rows(rows, atom.field), length)
                }
                What::Fact => JudgedAtom::Fact(Arc::clone(found)),
            };
            self.lenders.unite(&found.standing.lenders);
            atoms.push((judged, atom.field));
        }
        match atoms.as_slice() {
            [(JudgedAtom::Word(column, _), None)] if !wanted.clause.optional => self.row.push(*column),
            [(JudgedAtom::Word(..), _)] => {}
            _ => self.has_phrase |= atoms.iter().all(|(atom, _)| matches!(atom, JudgedAtom::Phrase(..))),
        }
        self.clauses.push(Judged { atoms, idf: wanted.idf, optional: wanted.clause.optional });
    }

    /// Gives each word of each row a column.
    fn match_rows(&mut self, rows: &[Row], field: Option<FieldName>) -> Vec<Range<Column>> {
        let mut columns = Vec::new();
        for row in rows {
            let first = self.fields.len();
            for (column, word) in (first..).zip(row) {
                self.fields.push(field);
                self.match_word(*word, column, Quality(u8::MAX), Class::Literal);
            }
            columns.push(first..self.fields.len());
        }
        columns
    }

    fn match_word(&mut self, word: u32, column: Column, Quality(quality): Quality, class: Class) {
        let (Some(head), Ok(column)) = (self.heads.get_mut(index(word)), u16::try_from(column)) else {
            return;
        };
        let cell = Cell { next: *head, column, quality, class };
        *head = u32::try_from(self.cells.len()).unwrap_or_default();
        self.cells.push(cell);
        self.matching.set(word);
    }

    /// Judges a record that satisfies the query.
    pub(super) fn judge(&mut self, record: RecordNumber) -> Verdict {
        self.read_record(record);
        let mut verdict = Verdict { class: Class::Literal, score: 0.0 };
        for clause in &self.clauses {
            let satisfied =
                clause.atoms.iter().filter_map(|(atom, field)| self.satisfied(atom, *field, record));
            let best = satisfied.reduce(|a, b| if b > a { b } else { a });
            if best.is_none() && clause.optional {
                continue;
            }
            let Verdict { class, score } = best.unwrap_or_default();
            if !clause.optional {
                verdict.class = verdict.class.min(class);
            }
            verdict.score += clause.idf * score;
        }
        self.together(&mut verdict);
        verdict
    }

    /// Reads the words of the record: its own, and those that are lent to it.
    fn read_record(&mut self, record: RecordNumber) {
        self.met.clear();
        self.texts.clear();
        self.best.iter_mut().for_each(|best| best.met = 0);
        let segment = self.segment;
        let kind = segment.kind(record);
        let first = segment.first_lender(record);
        let mut own = segment.own.open(record);
        let mut lent = std::mem::take(&mut self.lent);
        lent.clear();
        lent.extend(own.lenders().map(|lender| first + lender).filter(|lender| self.lenders.has(*lender)));
        self.read(own, kind);
        for lender in &lent {
            self.read(segment.lent.texts(*lender), kind);
        }
        self.lent = lent;
    }

    fn read(&mut self, mut reader: Reader<'_>, kind: RecordKind) {
        let mut length = 0;
        while let Some(Text { field, count, is_beside }) = reader.text() {
            let text = u32::try_from(self.texts.len()).unwrap_or_default();
            // What is put beside a text covers half as much of it as a word that stands there.
            if !is_beside {
                length = count;
            }
            self.texts.push((field, if is_beside { length.saturating_mul(2) } else { length }));
            for (at, word) in (0..).zip(reader.words(count)) {
                if self.matching.has(word)
                    && let Some(&cells) = self.heads.get(index(word))
                {
                    self.met.push(Met { text, at, cells });
                    self.note_best(cells, field, kind);
                }
            }
        }
    }

    fn note_best(&mut self, first: u32, field: Field, kind: RecordKind) {
        let mut next = first;
        while let Some(cell) = self.cells.get(index(next)).filter(|_| next != 0) {
            let column = usize::from(cell.column);
            if is_meant(self.fields.get(column).copied().flatten(), field, kind)
                && let Some(best) = self.best.get_mut(column)
            {
                best.note(field, (cell.quality, cell.class));
            }
            next = cell.next;
        }
    }

    /// How an atom is satisfied, if it is.
    fn satisfied(&self, atom: &JudgedAtom, name: Option<FieldName>, record: RecordNumber) -> Option<Verdict> {
        match atom {
            JudgedAtom::Word(column, rows) => {
                let word = self.word(*column, name);
                let row = self.row_of(rows, name, self.segment.kind(record), 1);
                [word, row].into_iter().flatten().reduce(|a, b| if b > a { b } else { a })
            }
            JudgedAtom::Phrase(rows, length) => self.row_of(rows, name, self.segment.kind(record), *length),
            // A filter lets through, and says nothing of how well.
            JudgedAtom::Fact(found) => {
                found.standing.records.has(record).then_some(Verdict { class: Class::Literal, score: 0.0 })
            }
        }
    }

    /// How a word is met, if it is.
    fn word(&self, column: Column, name: Option<FieldName>) -> Option<Verdict> {
        let best = self.best.get(column)?;
        let weigh = |(field, (quality, class)): (Field, (u8, Class))| {
            let weight = if name.is_some() { 1.0 } else { field.weight() };
            ((f32::from(quality) / 255.0).powi(2) * weight, class)
        };
        // The best field counts; to be found in others as well is better, but not much.
        let mut met = best.each().map(weigh);
        let first = met.next()?;
        let (most, all, class) = met
            .fold((first.0, first.0, first.1), |(most, all, best), (weight, class)| {
                (most.max(weight), all + weight, best.max(class))
            });
        Some(Verdict { class, score: most + OTHER_FIELDS * (all - most) })
    }

    /// How a row is met that is so many words in the query, if any is.
    fn row_of(
        &self,
        rows: &[Range<Column>],
        name: Option<FieldName>,
        kind: RecordKind,
        length: usize,
    ) -> Option<Verdict> {
        let field = rows.iter().find_map(|columns| self.phrase_in(columns, name, kind))?;
        #[expect(clippy::cast_precision_loss, reason = "a few words")]
        let length = length as f32;
        Some(Verdict { class: Class::Literal, score: field.weight().max(1.0) * length })
    }

    /// The field of the first text in which the columns are met one after the other.
    fn phrase_in(&self, columns: &Range<Column>, name: Option<FieldName>, kind: RecordKind) -> Option<Field> {
        let stands = |row: &[Met]| {
            row.iter().zip(columns.clone()).all(|(met, column)| self.cell(*met, column).is_some())
        };
        let rows = self.rows(columns.len()).filter(|row| stands(row));
        let mut fields = rows.filter_map(|row| self.field_of(row.first()?));
        fields.find(|field| is_meant(name, *field, kind))
    }

    /// What was met one after the other, so many at a time.
    fn rows(&self, length: usize) -> impl Iterator<Item = &[Met]> {
        let follow = |pair: &[Met]| matches!(pair, [a, b] if a.text == b.text && a.at + 1 == b.at);
        self.met.windows(length.max(1)).filter(move |row| row.windows(2).all(follow))
    }

    fn field_of(&self, met: &Met) -> Option<Field> {
        self.texts.get(index(met.text)).map(|(field, _)| *field)
    }

    /// How the word is a match for a column.
    fn cell(&self, met: Met, column: Column) -> Option<Cell> {
        let mut next = met.cells;
        while let Some(cell) = self.cells.get(index(next)).filter(|_| next != 0) {
            if usize::from(cell.column) == column {
                return Some(*cell);
            }
            next = cell.next;
        }
        None
    }

    /// What words add that stand together, and a field that holds little else.
    #[expect(clippy::cast_precision_loss, reason = "a few clauses")]
    fn together(&self, verdict: &mut Verdict) {
        let mean =
            self.clauses.iter().map(|clause| clause.idf).sum::<f32>() / self.clauses.len().max(1) as f32;
        let mut in_a_row = self.row.len() > 1;
        for pair in self.row.windows(2) {
            let [first, second] = pair else { continue };
            match self.nearest_pair(*first, *second) {
                Some(1) => verdict.score += ADJACENT * mean,
                Some(apart) => {
                    verdict.score += if apart <= NEAR_WORDS { NEAR * mean } else { 0.0 };
                    in_a_row = false;
                }
                None => in_a_row = false,
            }
        }
        if verdict.class == Class::Literal && (self.has_phrase || (in_a_row && self.stands_in_a_row())) {
            verdict.class = Class::Phrase;
        }
        verdict.score *= 1.0 + COVERAGE * self.coverage();
    }

    /// How many words further the second stands than the first, at best, in one text.
    fn nearest_pair(&self, first: Column, second: Column) -> Option<u32> {
        let mut last: Option<Met> = None;
        let mut best: Option<u32> = None;
        for met in &self.met {
            let before = last.filter(|last| last.text == met.text);
            if let Some(before) = before.filter(|_| self.cell(*met, second).is_some()) {
                let apart = met.at - before.at;
                best = Some(best.map_or(apart, |best| best.min(apart)));
            }
            if self.cell(*met, first).is_some() {
                last = Some(*met);
            }
        }
        best
    }

    /// Whether the words stand one after the other, in full.
    fn stands_in_a_row(&self) -> bool {
        let in_full = |(met, column): (&Met, &Column)| {
            self.cell(*met, *column).is_some_and(|cell| cell.class == Class::Literal)
        };
        self.rows(self.row.len()).any(|row| row.iter().zip(&self.row).all(in_full))
    }

    /// The part of the words of the best text that the query has.
    #[expect(clippy::cast_precision_loss, reason = "the words of a text")]
    fn coverage(&self) -> f32 {
        let counts = |met: &&Met| self.row.iter().any(|column| self.cell(**met, *column).is_some());
        let part = |met: &[Met]| {
            let text = met.first().and_then(|met| self.texts.get(index(met.text)));
            let length = text.map_or(1, |(_, length)| *length);
            met.iter().filter(counts).count() as f32 / length as f32
        };
        self.met.chunk_by(|a, b| a.text == b.text).map(part).fold(0.0, f32::max)
    }
}
