//! The matches of one atom of a query in a segment: words of the vocabulary, and the records that contain them. They are
//! cached, because after a keystroke all atoms but one are the same.

use std::sync::Arc;

use super::compounds::splits;
use super::expand::{
    Tolerance, WordMatch, compound_match, literal_matches, loose_matches, subsequence_matches,
};
use super::fields::{QueryField, is_searched};
use super::index_part::IndexPart;
use super::matching::PART_FROM;
use super::query::{Atom, AtomForm, MAX_ATOMS};
use super::segment::{FilterMatches, MatchSet, Segment};
use super::vocabulary::{WordId, WordRank};
use crate::bit_set::BitSet;
use crate::model::{DateMatch, RecordKind};

/// The size of the cache: all atoms of the longest query at each of three tolerances.
const CACHED: usize = 3 * MAX_ATOMS;

/// The matches of an atom in a segment.
#[derive(Debug)]
pub(super) struct AtomMatches {
    pub(super) by: MatchedBy,
    pub(super) matched: MatchSet,
    /// The number of matching records.
    pub(super) count: usize,
    /// The records with any of the sequences.
    pub(super) with_sequence: BitSet,
}

/// What the matching records contain.
#[derive(Debug, Clone)]
pub(super) enum MatchedBy {
    /// Any of these words, or any of these sequences: the parts of a compound.
    Words(Vec<WordMatch>, Vec<WordSequence>),
    /// Any of these sequences of words.
    Phrase(Vec<WordSequence>),
    /// A property: the records that have it themselves, and do not inherit it.
    Filter(BitSet),
}

/// Consecutive words.
pub(super) type WordSequence = Vec<WordId>;

/// The latest matches in one part of an index, least recently used first.
#[derive(Debug, Default)]
pub(super) struct AtomCache(Vec<(Atom, Tolerance, Arc<AtomMatches>)>);

impl AtomCache {
    /// The matches of an atom in a part of an index, from the cache or computed.
    pub(super) fn find(&mut self, part: &IndexPart, atom: &Atom, tolerance: Tolerance) -> Arc<AtomMatches> {
        let tolerance = tolerance.for_form(&atom.form);
        if let Some(at) = self.0.iter().position(|(known, of, _)| (known, *of) == (atom, tolerance)) {
            let cached = self.0.remove(at);
            let matches = Arc::clone(&cached.2);
            self.0.push(cached);
            return matches;
        }
        let stricter = match tolerance {
            Tolerance::Literal => None,
            Tolerance::Possible | Tolerance::Loose => Some(Tolerance::Literal),
            Tolerance::Subsequence => Some(Tolerance::Loose),
        };
        let mut matches = match stricter.map(|stricter| self.find(part, atom, stricter)) {
            Some(stricter) => part.segment.extend_matches(atom, tolerance, stricter),
            None => Arc::new(part.segment.match_atom(atom, self.without_last_letter(atom))),
        };
        if let Some(present) = part.present() {
            matches = Arc::new(matches.within(present));
        }
        if self.0.len() == CACHED {
            self.0.remove(0);
        }
        self.0.push((atom.clone(), tolerance, Arc::clone(&matches)));
        matches
    }

    /// The cached matches of the same word without its last letter.
    fn without_last_letter(&self, atom: &Atom) -> Option<&[WordMatch]> {
        let AtomForm::Word(term) = &atom.form else { return None };
        let mut letters = term.chars();
        letters.next_back();
        let shorter = letters.as_str();
        if shorter.chars().count() < PART_FROM {
            return None;
        }
        self.0.iter().find_map(|(known, tolerance, matches)| match (&known.form, &matches.by) {
            (AtomForm::Word(term), MatchedBy::Words(words, _))
                if term == shorter && *tolerance == Tolerance::Literal =>
            {
                Some(words.as_slice())
            }
            _ => None,
        })
    }
}

impl AtomMatches {
    fn new(by: MatchedBy, matched: MatchSet) -> Self {
        let count = matched.records.count();
        let with_sequence = match &by {
            MatchedBy::Phrase(_) => matched.records.clone(),
            MatchedBy::Words(..) | MatchedBy::Filter(_) => BitSet::default(),
        };
        Self { by, matched, count, with_sequence }
    }

    fn filter(FilterMatches { matched, own }: FilterMatches) -> Self {
        Self::new(MatchedBy::Filter(own), matched)
    }

    /// The matches among some records. The shared texts may also be those of others.
    fn within(&self, records: &BitSet) -> Self {
        let Self { by, matched, with_sequence, .. } = self;
        let mut matched = matched.clone();
        matched.records.intersect_with(records);
        Self { with_sequence: with_sequence.clone(), ..Self::new(by.clone(), matched) }
    }
}

impl Segment {
    /// The literal matches. `shorter` are those of the same word without its last letter, if they are known.
    fn match_atom(&self, atom: &Atom, shorter: Option<&[WordMatch]>) -> AtomMatches {
        match &atom.form {
            AtomForm::Phrase(variants) => {
                let mut matched = self.no_matches();
                let sequences = variants
                    .iter()
                    .filter_map(|words| self.match_sequence(atom.field, words, &mut matched))
                    .collect();
                AtomMatches::new(MatchedBy::Phrase(sequences), matched)
            }
            AtomForm::Type(kind) => AtomMatches::filter(self.statements_of_type(*kind)),
            AtomForm::Kind(kind) => AtomMatches::filter(self.records_of_kind(*kind)),
            AtomForm::Keyword(value) => {
                let field = atom.field.unwrap_or(QueryField::Type);
                AtomMatches::filter(self.records_with_keyword(field, value))
            }
            AtomForm::Days(days) => {
                AtomMatches::filter(self.records_with_time(|when| days.fit(when) == DateMatch::Certain))
            }
            form => {
                let mut words = literal_matches(form, &self.vocabulary, shorter);
                let mut matched = self.records_with_literal(atom, &words);
                if let (AtomForm::Word(term), Some(previous)) = (form, &atom.previous)
                    && let Some(compound) = compound_match(previous, term, &self.vocabulary)
                {
                    words.retain(|known| known.rank != compound.rank);
                    words.push(compound);
                    matched.union_with(&self.records_with_words(atom, &[compound]));
                }
                let mut split = self.no_matches();
                let sequences = self.match_splits(atom, &mut split);
                matched.union_with(&split);
                let with_sequence = if sequences.is_empty() { BitSet::default() } else { split.records };
                AtomMatches { with_sequence, ..AtomMatches::new(MatchedBy::Words(words, sequences), matched) }
            }
        }
    }

    /// The matches at a tolerance, which include those at the stricter one.
    fn extend_matches(
        &self,
        atom: &Atom,
        tolerance: Tolerance,
        stricter: Arc<AtomMatches>,
    ) -> Arc<AtomMatches> {
        if let AtomForm::Days(days) = &atom.form {
            let mut more = self.records_with_time(|when| days.fit(when) == DateMatch::Possible);
            more.matched.union_with(&stricter.matched);
            if let MatchedBy::Filter(own) = &stricter.by {
                more.own.union_with(own);
            }
            return Arc::new(AtomMatches::filter(more));
        }
        let (AtomForm::Word(term), MatchedBy::Words(known, sequences)) = (&atom.form, &stricter.by) else {
            return stricter;
        };
        let mut seen = BitSet::new(self.vocabulary.len());
        for known in known {
            seen.insert(known.rank);
        }
        let more = match tolerance {
            Tolerance::Subsequence => subsequence_matches(term, &self.vocabulary, &seen),
            _ => loose_matches(term, &self.vocabulary, &seen),
        };
        let mut matched = self.records_with_words(atom, &more);
        matched.union_with(&stricter.matched);
        let words = [known.as_slice(), &more].concat();
        let with_sequence = stricter.with_sequence.clone();
        Arc::new(AtomMatches {
            with_sequence,
            ..AtomMatches::new(MatchedBy::Words(words, sequences.clone()), matched)
        })
    }

    /// The records with any of the words, which are all literal matches of the atom.
    fn records_with_literal(&self, atom: &Atom, words: &[WordMatch]) -> MatchSet {
        let ranks = words.iter().map(|word| word.rank);
        let precomputed = self.precomputed_matches(&atom.form, ranks).filter(|_| atom.field.is_none());
        precomputed.unwrap_or_else(|| self.records_with_words(atom, words))
    }

    fn records_with_words(&self, atom: &Atom, words: &[WordMatch]) -> MatchSet {
        let ranks = words.iter().map(|word| word.rank);
        match atom.field {
            Some(field) => self.matches_in_field(field, ranks),
            None => self.matches(ranks),
        }
    }

    /// The sequences of words that the word of an atom may be written as; adds the records with them.
    fn match_splits(&self, atom: &Atom, matched: &mut MatchSet) -> Vec<WordSequence> {
        let AtomForm::Word(term) = &atom.form else { return Vec::new() };
        let known = splits(term, |part| self.vocabulary.find(part).is_some());
        known.iter().filter_map(|words| self.match_sequence(atom.field, words, matched)).collect()
    }

    /// The sequence of the words, if any record has it; adds those records.
    fn match_sequence(
        &self,
        field: Option<QueryField>,
        words: &[impl AsRef<str>],
        matched: &mut MatchSet,
    ) -> Option<WordSequence> {
        let ranks: Vec<WordRank> =
            words.iter().map(|word| self.vocabulary.find(word.as_ref())).collect::<Option<_>>()?;
        let ids: WordSequence = ranks.iter().map(|rank| self.vocabulary.id(*rank)).collect();
        let with_all = |with: &dyn Fn(WordRank) -> BitSet| {
            let intersection = |mut all: BitSet, other: BitSet| {
                all.intersect_with(&other);
                all
            };
            ranks.iter().map(|word| with(*word)).reduce(intersection).unwrap_or_default()
        };
        let mut found = self.no_matches();
        let candidates = with_all(&|word| self.shared_texts_with(std::iter::once(word), field));
        for text in candidates.iter_in(self.shared.documents()) {
            if self.shared.has_phrase(text, &ids, |of| is_searched(field, of, RecordKind::Statement)) {
                found.shared_texts.insert(text);
            }
        }
        for record in with_all(&|word| self.records_with_word(word)).iter_in(self.own.documents()) {
            let kind = self.kind(record);
            if self.own.has_phrase(record, &ids, |of| is_searched(field, of, kind)) {
                found.records.insert(record);
            }
        }
        self.add_referrers(&found.shared_texts, &mut found.records);
        matched.union_with(&found);
        (!found.records.is_empty()).then_some(ids)
    }
}
