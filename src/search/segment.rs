//! A segment of the index: the indexed data of the records of some visits. Segments are independent, so that they can be
//! built and searched in parallel.

use std::collections::BTreeMap;
use std::ops::Range;

use borsh::{BorshDeserialize, BorshSerialize};

use super::fields::{Field, QueryField};
use super::forward_index::{ForwardIndex, Part};
use super::keywords::{Keyword, KeywordQuery};
use super::lengths::{OwnFields, TextLengths};
use super::matching::PART_FROM;
use super::numbers::{RecordNumber, to_usize};
use super::postings::Postings;
use super::query::AtomForm;
use super::results::GROUPS;
use super::shared_texts::SharedKind;
use super::vocabulary::{Vocabulary, WordRank};
use crate::bit_set::BitSet;
use crate::model::{RecordKind, RecordTime, StatementType};

/// The records of some visits.
#[derive(Debug, Default, BorshSerialize, BorshDeserialize)]
pub struct Segment {
    pub(super) vocabulary: Vocabulary,
    /// The numbers of the records of each kind.
    pub(super) kinds: [Range<RecordNumber>; GROUPS.len()],
    pub(super) record_info: Vec<RecordInfo>,
    /// The words of each record's own texts.
    pub(super) own: ForwardIndex,
    pub(super) lengths: Vec<TextLengths>,
    /// The fields of the own texts of each kind of record.
    pub(super) own_fields: [OwnFields; GROUPS.len()],
    /// The words of each shared text.
    pub(super) shared: ForwardIndex,
    /// The first shared text of each visit.
    pub(super) first_shared_texts: Vec<u32>,
    /// The shared texts of each kind.
    pub(super) shared_kinds: [BitSet; SharedKind::ALL.len()],
    /// For each shared text the records that refer to it.
    pub(super) referrers: Postings,
    pub(super) words: WordPostings,
    /// For short terms that match many words, the records with any of them. A term of one or two letters matches prefixes,
    /// one of three letters any part of a word.
    pub(super) short_terms: BTreeMap<String, BitSet>,
    /// The different times of the records.
    pub(super) times: Vec<RecordTime>,
    /// The records that have a time themselves; others inherit it from their stop or visit.
    pub(super) own_times: BitSet,
    /// The statements of each type.
    pub(super) types: BTreeMap<StatementType, BitSet>,
    pub(super) keywords: Vec<Keyword>,
}

/// The inverted index: for each word, by its rank in the vocabulary, the records and shared texts that contain it.
#[derive(Debug, Default, BorshSerialize, BorshDeserialize)]
pub(super) struct WordPostings {
    /// The records with a word in their main text, unless a frequent word has them as a set.
    pub(super) main: Postings,
    /// The records with a word in another text of their own, unless a frequent word has them as a set.
    pub(super) others: Postings,
    /// The shared texts with a word.
    pub(super) shared: Postings,
    /// The frequent words, by rank.
    pub(super) frequent: Vec<FrequentWord>,
    /// Their ranks.
    pub(super) frequent_ranks: BitSet,
}

/// The records with a frequent word. Each of the sets is only there if it takes less space than a list.
#[derive(Debug, Default, BorshSerialize, BorshDeserialize)]
pub(super) struct FrequentWord {
    pub(super) word: WordRank,
    /// The records with the word in their main text.
    pub(super) main: Option<BitSet>,
    /// The records with the word in another text of their own.
    pub(super) others: Option<BitSet>,
    /// All these, and the records that refer to a shared text with the word, unless all are in one of the other sets. Texts
    /// that only queries on a field find do not count.
    pub(super) all: Option<BitSet>,
}

impl FrequentWord {
    /// Adds a record, and returns whether the set of its part exists.
    pub(super) fn insert(&mut self, record: RecordNumber, part: Part) -> bool {
        self.all.iter_mut().for_each(|all| all.insert(record));
        let of_part = match part {
            Part::Main => &mut self.main,
            Part::Others => &mut self.others,
        };
        of_part.as_mut().map(|of_part| of_part.insert(record)).is_some()
    }

    fn part(&self, part: Part) -> Option<&BitSet> {
        match part {
            Part::Main => self.main.as_ref(),
            Part::Others => self.others.as_ref(),
        }
    }

    /// All records with the word.
    fn records(&self) -> Option<&BitSet> {
        self.all.as_ref().or(self.main.as_ref()).or(self.others.as_ref())
    }
}

/// The indexed data of a record apart from its words.
#[derive(Debug, Clone, Copy, BorshSerialize, BorshDeserialize)]
pub(super) struct RecordInfo {
    /// The visit, as an index into the visits of the segment.
    pub(super) visit: u32,
    /// The index of the record in the list of its visit.
    pub(super) item: u32,
    /// The index of its time, or [`UNDATED`].
    pub(super) time: u32,
}

pub(super) const UNDATED: u32 = u32::MAX;

/// The matching records, and the matching shared texts that some of them refer to.
#[derive(Debug, Clone, Default)]
pub(super) struct MatchSet {
    pub(super) records: BitSet,
    pub(super) shared_texts: BitSet,
}

/// The records with a property, and those of them that have it themselves and do not inherit it.
#[derive(Debug)]
pub(super) struct FilterMatches {
    pub(super) matched: MatchSet,
    pub(super) own: BitSet,
}

impl MatchSet {
    pub(super) fn union_with(&mut self, other: &Self) {
        self.records.union_with(&other.records);
        self.shared_texts.union_with(&other.shared_texts);
    }
}

impl Segment {
    /// The number of records.
    pub(super) fn len(&self) -> usize {
        self.record_info.len()
    }

    pub(super) fn all(&self) -> Range<RecordNumber> {
        0..self.kinds.last().map_or(0, |last| last.end)
    }

    pub(super) fn no_matches(&self) -> MatchSet {
        MatchSet { records: self.no_records(), shared_texts: self.no_shared_texts() }
    }

    pub(super) fn no_records(&self) -> BitSet {
        BitSet::new(self.len())
    }

    fn no_shared_texts(&self) -> BitSet {
        BitSet::new(to_usize(self.shared.documents().end))
    }

    pub(super) fn kind(&self, record: RecordNumber) -> RecordKind {
        let at = self.kinds.iter().position(|kind| kind.contains(&record));
        at.and_then(|at| GROUPS.get(at)).copied().unwrap_or(RecordKind::Statement)
    }

    /// The first shared text of the visit of a record.
    pub(super) fn first_shared_text(&self, record: RecordNumber) -> u32 {
        first_shared_text(&self.record_info, &self.first_shared_texts, record)
    }

    /// The records with any of the words in any field, except fields that only queries on a field search.
    pub(super) fn matches(&self, words: impl Iterator<Item = WordRank>) -> MatchSet {
        let mut matched = self.no_matches();
        // The shared texts whose referrers are to be added; those of frequent words are known already.
        let mut expanded = matched.shared_texts.clone();
        for word in words {
            let known = self.words.frequent(word).and_then(FrequentWord::records);
            if let Some(records) = known {
                matched.records.union_with(records);
            } else {
                let lists = [&self.words.main, &self.words.others];
                lists.iter().flat_map(|of| of.get(word)).for_each(|record| matched.records.insert(record));
            }
            for text in self.words.shared.get(word) {
                matched.shared_texts.insert(text);
                if known.is_none() {
                    expanded.insert(text);
                }
            }
        }
        matched.shared_texts.difference_with(self.shared_of_kind(SharedKind::FieldOnly));
        expanded.difference_with(self.shared_of_kind(SharedKind::FieldOnly));
        self.add_referrers(&expanded, &mut matched.records);
        matched
    }

    /// The precomputed matches of a short term, if there are any. `words` are the words that it matches.
    pub(super) fn precomputed_matches(
        &self,
        form: &AtomForm,
        words: impl Iterator<Item = WordRank>,
    ) -> Option<MatchSet> {
        let records = match form {
            AtomForm::Word(term) => self.short_terms.get(term)?,
            AtomForm::Prefix(term) if term.chars().count() < PART_FROM => self.short_terms.get(term)?,
            _ => return None,
        };
        Some(MatchSet { records: records.clone(), shared_texts: self.shared_texts_with(words, None) })
    }

    fn shared_of_kind(&self, kind: SharedKind) -> &BitSet {
        let [visits, stops, speakers, field_only] = &self.shared_kinds;
        match kind {
            SharedKind::Visit => visits,
            SharedKind::Stop => stops,
            SharedKind::Speaker => speakers,
            SharedKind::FieldOnly => field_only,
        }
    }

    /// The records with any of the words in a field.
    pub(super) fn matches_in_field(
        &self,
        field: QueryField,
        words: impl Iterator<Item = WordRank> + Clone,
    ) -> MatchSet {
        let mut matched = self.no_matches();
        // Postings do not know fields: they give candidates, and then the texts of those are read.
        let mut word_ids = BitSet::new(self.vocabulary.len());
        let mut candidates = self.no_records();
        let shared_texts = self.shared_texts_with(words.clone(), Some(field));
        let kinds = || GROUPS.iter().zip(&self.kinds).filter(|(kind, _)| field.has_own_texts(**kind));
        let mut budget = kinds().map(|(_, records)| records.len()).sum::<usize>();
        for word in words {
            word_ids.insert(self.vocabulary.id(word));
            // Reading postings longer than the list of all records of these kinds is not worthwhile.
            budget = budget.saturating_sub(self.words.own_byte_len(word));
            if budget > 0 {
                for (_, records) in kinds() {
                    self.for_each_with_word(word, records, |record| candidates.insert(record));
                }
            }
        }
        if budget == 0 {
            kinds().for_each(|(_, records)| candidates.insert_range(records.clone()));
        }
        let is_word = |word: u32| word_ids.contains(word);
        for (kind, records) in kinds() {
            for record in candidates.iter_in(records.clone()) {
                if self.own.has_any(record, is_word, |of: Field| field.includes(of, *kind)) {
                    matched.records.insert(record);
                }
            }
        }
        for text in shared_texts.iter_in(self.shared.documents()) {
            if self.shared.has_any(text, is_word, |of: Field| field.includes(of, RecordKind::Statement)) {
                matched.shared_texts.insert(text);
            }
        }
        self.add_referrers(&matched.shared_texts, &mut matched.records);
        matched
    }

    /// Calls `visit` with each record of a range that has a word in its own texts.
    fn for_each_with_word(
        &self,
        word: WordRank,
        range: &Range<RecordNumber>,
        mut visit: impl FnMut(RecordNumber),
    ) {
        self.for_each_in_part(word, range, |record, _| visit(record));
    }

    /// Calls `visit` with each record of a range that has a word in its own texts, and with the part of them.
    pub(super) fn for_each_in_part(
        &self,
        word: WordRank,
        range: &Range<RecordNumber>,
        mut visit: impl FnMut(RecordNumber, Part),
    ) {
        let frequent = self.words.frequent(word);
        for (part, list) in [(Part::Main, &self.words.main), (Part::Others, &self.words.others)] {
            if let Some(set) = frequent.and_then(|frequent| frequent.part(part)) {
                set.iter_in(range.clone()).for_each(|record| visit(record, part));
            } else {
                let within = list.get(word).filter(|record| range.contains(record));
                within.for_each(|record| visit(record, part));
            }
        }
    }

    /// The records with a word in their own texts.
    pub(super) fn records_with_word(&self, word: WordRank) -> BitSet {
        let mut records = self.no_records();
        self.for_each_with_word(word, &self.all(), |record| records.insert(record));
        records
    }

    /// The shared texts with any of the words: those of the kinds that have the field; without a field all but those that
    /// only queries on a field search.
    pub(super) fn shared_texts_with(
        &self,
        words: impl Iterator<Item = WordRank>,
        field: Option<QueryField>,
    ) -> BitSet {
        let mut texts = self.no_shared_texts();
        words.flat_map(|word| self.words.shared.get(word)).for_each(|text| texts.insert(text));
        match field.map(SharedKind::with) {
            None => texts.difference_with(self.shared_of_kind(SharedKind::FieldOnly)),
            Some(kinds) => {
                let mut of_kinds = self.no_shared_texts();
                for kind in kinds {
                    of_kinds.union_with(self.shared_of_kind(*kind));
                }
                texts.intersect_with(&of_kinds);
            }
        }
        texts
    }

    /// Adds the records that refer to any of the shared texts.
    pub(super) fn add_referrers(&self, shared_texts: &BitSet, records: &mut BitSet) {
        for text in shared_texts.iter_in(self.shared.documents()) {
            self.referrers.get(text).for_each(|record| records.insert(record));
        }
    }

    /// The statements of a type.
    pub(super) fn statements_of_type(&self, kind: StatementType) -> FilterMatches {
        self.all_own(self.types.get(&kind).cloned().unwrap_or_else(|| self.no_records()))
    }

    /// The records of a kind.
    pub(super) fn records_of_kind(&self, kind: RecordKind) -> FilterMatches {
        let mut records = self.no_records();
        let numbers = GROUPS.iter().zip(&self.kinds).filter(|(it, _)| **it == kind);
        numbers.for_each(|(_, numbers)| records.insert_range(numbers.clone()));
        self.all_own(records)
    }

    /// Records that have a property themselves, all of them.
    fn all_own(&self, records: BitSet) -> FilterMatches {
        let own = records.clone();
        FilterMatches { matched: MatchSet { records, shared_texts: self.no_shared_texts() }, own }
    }

    /// The records that have a keyword or inherit it.
    pub(super) fn records_with_keyword(&self, field: QueryField, query: &KeywordQuery) -> FilterMatches {
        let mut matched = self.no_matches();
        let mut own = self.no_records();
        for keyword in self.keywords.iter().filter(|keyword| keyword.matches(query, field)) {
            keyword.records.iter().for_each(|record| own.insert(*record));
            keyword.inherited_by.iter().for_each(|record| matched.records.insert(*record));
            keyword.shared_texts.iter().for_each(|text| matched.shared_texts.insert(*text));
        }
        matched.records.union_with(&own);
        self.add_referrers(&matched.shared_texts, &mut matched.records);
        FilterMatches { matched, own }
    }

    /// The records whose time satisfies a condition.
    pub(super) fn records_with_time(&self, is_match: impl Fn(RecordTime) -> bool) -> FilterMatches {
        let times: Vec<bool> = self.times.iter().map(|when| is_match(*when)).collect();
        let mut matched = self.no_matches();
        if times.contains(&true) {
            for (record, info) in self.all().zip(&self.record_info) {
                if times.get(to_usize(info.time)).copied().unwrap_or_default() {
                    matched.records.insert(record);
                }
            }
        }
        let mut own = matched.records.clone();
        own.intersect_with(&self.own_times);
        FilterMatches { matched, own }
    }

    /// The records of a visit, which is an index into the visits of the segment, for each kind.
    pub(super) fn ranges_of_visit(&self, visit: usize) -> [Range<RecordNumber>; GROUPS.len()] {
        self.kinds.clone().map(|Range { start, end }| {
            let infos = self.record_info.get(to_usize(start)..to_usize(end)).unwrap_or_default();
            let until = |end: usize| {
                let before = infos.partition_point(|info| to_usize(info.visit) < end);
                start + u32::try_from(before).unwrap_or_default()
            };
            until(visit)..until(visit + 1)
        })
    }

    /// The size of each part in bytes.
    pub(super) fn sizes(&self) -> Vec<(&'static str, usize)> {
        let set = |set: &BitSet| set.bytes();
        let info = self.record_info.len() * size_of::<RecordInfo>() + self.own_times.bytes();
        let lengths = self.lengths.len() * size_of::<TextLengths>();
        let more = |it: &Option<BitSet>| it.as_ref().map_or(0, set);
        let frequent =
            |it: &FrequentWord| [&it.main, &it.others, &it.all].into_iter().map(more).sum::<usize>();
        vec![
            ("vocabulary", self.vocabulary.bytes()),
            ("facts", info + self.types.values().map(set).sum::<usize>()),
            ("texts", self.own.bytes() + lengths),
            ("shared texts", self.shared.bytes() + self.referrers.bytes()),
            ("postings", self.words.bytes()),
            ("frequent words", self.words.frequent.iter().map(frequent).sum()),
            ("keywords", self.keywords.iter().map(Keyword::bytes).sum()),
            ("short terms", self.short_terms.values().map(set).sum()),
        ]
    }
}

/// The first shared text of the visit of a record.
pub(super) fn first_shared_text(
    record_info: &[RecordInfo],
    first_shared_texts: &[u32],
    record: RecordNumber,
) -> u32 {
    let visit = record_info.get(to_usize(record)).map(|info| to_usize(info.visit));
    visit.and_then(|visit| first_shared_texts.get(visit)).copied().unwrap_or_default()
}

impl WordPostings {
    /// The size of the postings of a word in own texts, in bytes.
    pub(super) fn own_byte_len(&self, word: WordRank) -> usize {
        self.main.byte_len(word) + self.others.byte_len(word)
    }

    fn bytes(&self) -> usize {
        self.main.bytes() + self.others.bytes() + self.shared.bytes() + self.frequent_ranks.bytes()
    }

    fn frequent(&self, word: WordRank) -> Option<&FrequentWord> {
        if !self.frequent_ranks.contains(word) {
            return None;
        }
        let at = self.frequent.binary_search_by_key(&word, |frequent| frequent.word).ok()?;
        self.frequent.get(at)
    }
}
