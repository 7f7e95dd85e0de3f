//! Builds a segment from the records of some visits: first it reads every text, then it inverts the texts.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use hashbrown::HashMap;

use super::abbreviations::{initials, synonyms, trigger_words};
use super::fields::Field;
use super::forward_index::{ForwardIndex, Part};
use super::inverted_index::{OwnSizes, SharedInput, invert};
use super::keywords::{self, KeywordTable};
use super::lengths::{OwnFields, TextLengths};
use super::numbers::{RecordNumber, to_u32, to_usize};
use super::postings::PostingsCounter;
use super::record_texts::own_texts;
use super::results::GROUPS;
use super::segment::{RecordInfo, Segment, UNDATED, first_shared_text};
use super::shared_texts::{SharedKind, SharedTexts};
use super::texts::FieldText;
use super::vocabulary::{VocabularyBuilder, WordId};
use crate::bit_set::BitSet;
use crate::model::{Archive, Record, RecordKind, RecordTime, Statement, StatementType, Stop, Target, Visit};
use crate::text::{FoldedWords, natural};

/// One in this many statements is read to find the frequent words.
const SAMPLED: usize = 32;

impl Segment {
    /// Builds a segment. The visits are indices into the archive, newest first.
    pub(super) fn new(archive: &Archive, visits: &[usize]) -> Self {
        let mut builder = SegmentBuilder::default();
        builder.add_frequent_words(archive, visits);
        builder.add_triggers();
        let contexts: Vec<VisitContext<'_>> =
            visits.iter().filter_map(|at| Some(builder.add_visit(*at, archive.visits.get(*at)?))).collect();
        let mut kinds = GROUPS.map(|_| 0..0);
        for (kind, numbers) in GROUPS.iter().zip(&mut kinds) {
            let start = to_u32(builder.record_info.len());
            for (at, visit) in contexts.iter().enumerate() {
                builder.add_records(archive, visit, to_u32(at), *kind);
            }
            *numbers = start..to_u32(builder.record_info.len());
        }
        builder.own.finish();
        for visit in &contexts {
            builder.add_shared_texts(&visit.shared_texts);
        }
        builder.shared.finish();
        builder.build(kinds)
    }
}

/// The data read so far.
#[derive(Default)]
struct SegmentBuilder {
    vocabulary: VocabularyBuilder,
    /// The words that can have synonyms.
    triggers: BitSet,
    record_info: Vec<RecordInfo>,
    types: Vec<(RecordNumber, StatementType)>,
    own: ForwardIndex,
    lengths: Vec<TextLengths>,
    own_fields: [OwnFields; GROUPS.len()],
    shared: ForwardIndex,
    /// The first shared text of each visit.
    first_shared_texts: Vec<u32>,
    /// The number of shared texts of the visits so far.
    shared_count: u32,
    /// The kind of each shared text.
    shared_kinds: Vec<SharedKind>,
    // The sizes of the postings: records by word, shared texts by word, records by shared text.
    records_of_word: OwnSizes,
    shared_of_word: PostingsCounter,
    referrers: PostingsCounter,
    keywords: KeywordTable,
    times: TimeTable,
    /// The records with a time of their own.
    own_times: Vec<RecordNumber>,
    /// The number of words of the last text that is not a synonym.
    text_length: usize,
    // Buffers: the current text, and the ids of its words.
    text: FoldedWords,
    words: Vec<WordId>,
}

/// A visit with data that is computed once for all its records.
struct VisitContext<'v> {
    /// The index of the visit in the archive.
    at: usize,
    visit: &'v Visit,
    shared_texts: SharedTexts<'v>,
    first_shared_text: u32,
    /// The time of the visit.
    time: u32,
    /// The time of records without one of their own: some time during the visit.
    within: u32,
    /// For each stop its time, and the time of statements made there.
    stops: Vec<(u32, u32)>,
}

/// The record or the shared text that a text belongs to.
#[derive(Clone, Copy)]
enum TextOwner {
    /// A record of a kind, as an index of [`GROUPS`].
    Record(usize),
    SharedText,
}

/// The different times, each with its index.
#[derive(Default)]
struct TimeTable {
    indices: HashMap<RecordTime, u32>,
    times: Vec<RecordTime>,
}

impl TimeTable {
    fn index(&mut self, when: Option<RecordTime>) -> u32 {
        let Some(when) = when else { return UNDATED };
        *self.indices.entry(when).or_insert_with(|| {
            self.times.push(when);
            to_u32(self.times.len() - 1)
        })
    }
}

impl SegmentBuilder {
    /// Adds the words that are frequent in some of the statements, the most frequent ones first: they get the shortest ids.
    fn add_frequent_words(&mut self, archive: &Archive, visits: &[usize]) {
        let mut words = VocabularyBuilder::default();
        let mut counts: Vec<u32> = Vec::new();
        let visits = visits.iter().filter_map(|at| archive.visits.get(*at));
        for statement in visits.flat_map(|visit| &visit.statements).step_by(SAMPLED) {
            self.text.read(&statement.text);
            for word in self.text.iter() {
                let id = to_usize(words.intern(word));
                counts.resize(counts.len().max(id + 1), 0);
                counts.get_mut(id).into_iter().for_each(|count| *count += 1);
            }
        }
        let mut repeated: Vec<(u32, WordId)> =
            counts.into_iter().zip(0..).filter(|(count, _)| *count > 1).collect();
        repeated.sort_unstable_by_key(|(count, id)| (Reverse(*count), *id));
        for (_, id) in repeated {
            self.vocabulary.intern(words.word(id));
        }
    }

    fn add_triggers(&mut self) {
        let ids: Vec<WordId> = trigger_words().map(|word| self.vocabulary.intern(word)).collect();
        self.triggers = BitSet::new(self.vocabulary.len());
        for id in ids {
            self.triggers.insert(id);
        }
    }

    fn add_visit<'v>(&mut self, at: usize, visit: &'v Visit) -> VisitContext<'v> {
        let shared_texts = SharedTexts::new(visit);
        let first_shared_text = self.shared_count;
        self.first_shared_texts.push(first_shared_text);
        self.shared_count += shared_texts.len();
        let when = visit.when();
        let within = self.times.index(when.map(RecordTime::sometime));
        let of_stop = |stop: &Stop| match stop.when() {
            Some(when) => (self.times.index(Some(when)), self.times.index(Some(when.sometime()))),
            None => (within, within),
        };
        let stops = visit.itinerary.iter().map(of_stop).collect();
        let time = self.times.index(when);
        VisitContext { at, visit, shared_texts, first_shared_text, time, within, stops }
    }

    /// Adds the records of one kind of a visit: statements by time, all others by name.
    fn add_records(&mut self, archive: &Archive, context: &VisitContext<'_>, visit: u32, kind: RecordKind) {
        let owner = TextOwner::Record(GROUPS.iter().position(|it| *it == kind).unwrap_or_default());
        for item in items_in_order(archive, context, kind) {
            let Some(record) = archive.record(Target::new(context.at, kind, item)) else { continue };
            let number = to_u32(self.record_info.len());
            if let Record::Statement(_, statement) = record {
                self.types.push((number, statement.kind));
            }
            let time = self.time_of(record, item, context);
            self.record_info.push(RecordInfo { visit, item: to_u32(item), time });
            if has_own_time(record) {
                self.own_times.push(number);
            }
            let referenced = context.shared_texts.of(record);
            for text in &referenced {
                self.referrers.add(context.first_shared_text + text, number);
            }
            for keyword in keywords::own_keywords(record) {
                self.keywords.entry(keyword).into_iter().for_each(|it| it.records.push(number));
            }
            for keyword in keywords::inherited_keywords(record) {
                self.keywords.entry(keyword).into_iter().for_each(|it| it.inherited_by.push(number));
            }
            self.own.start_document(&referenced);
            self.lengths.push(TextLengths::default());
            self.add_texts(&own_texts(archive, &context.shared_texts, record), number, owner);
        }
    }

    /// The time of a record: its own, or else some time at its stop or during its visit.
    fn time_of(&mut self, record: Record<'_>, item: usize, context: &VisitContext<'_>) -> u32 {
        match record {
            Record::Statement(_, statement) => match statement.when() {
                Some(own) => self.times.index(Some(own)),
                None => inherited_time(statement, context),
            },
            Record::Stop(..) => context.stops.get(item).map_or(UNDATED, |(time, _)| *time),
            _ => context.time,
        }
    }

    fn add_shared_texts(&mut self, shared_texts: &SharedTexts<'_>) {
        for ((texts, kind), keywords) in shared_texts.iter().zip(shared_texts.keywords()) {
            let number = to_u32(self.shared_kinds.len());
            self.shared_kinds.push(kind);
            for keyword in keywords {
                self.keywords.entry(keyword).into_iter().for_each(|it| it.shared_texts.push(number));
            }
            self.shared.start_document(&[]);
            self.add_texts(&texts, number, TextOwner::SharedText);
        }
    }

    fn add_texts(&mut self, texts: &[FieldText<'_>], document: u32, owner: TextOwner) {
        for (text, field) in texts {
            self.text.read(text);
            self.words.clear();
            self.words.extend(self.text.iter().map(|word| self.vocabulary.intern(word)));
            self.store_words(*field, document, owner, false);
            self.add_synonyms(*field, document, owner);
        }
    }

    /// Adds the abbreviations of a text or their long forms, and the initials of a name, each as a separate text.
    fn add_synonyms(&mut self, field: Field, document: u32, owner: TextOwner) {
        let words = std::mem::take(&mut self.words);
        let mut added: Vec<String> = Vec::new();
        for (at, word) in words.iter().enumerate() {
            if self.triggers.contains(*word) {
                let word = |at: usize| words.get(at).map(|word| self.vocabulary.word(*word));
                added.extend(synonyms(at, word).into_iter().map(str::to_owned));
            }
        }
        if matches!(field, Field::Name | Field::Organization | Field::Stop) {
            let words: Vec<&str> = words.iter().map(|word| self.vocabulary.word(*word)).collect();
            added.extend(initials(&words));
        }
        self.words = words;
        for word in added {
            self.words.clear();
            self.words.push(self.vocabulary.intern(&word));
            self.store_words(field, document, owner, true);
        }
    }

    fn store_words(&mut self, field: Field, document: u32, owner: TextOwner, is_synonym: bool) {
        match owner {
            TextOwner::Record(kind) => {
                self.count_own_words(field, document, kind, is_synonym);
                self.own.push_text(field, &self.words, is_synonym);
            }
            TextOwner::SharedText => {
                self.words.iter().for_each(|word| _ = self.shared_of_word.add(*word, document));
                self.shared.push_text(field, &self.words, is_synonym);
            }
        }
    }

    /// Counts the words of a text of a record.
    fn count_own_words(&mut self, field: Field, record: RecordNumber, kind: usize, is_synonym: bool) {
        let (Some(lengths), Some(fields)) = (self.lengths.last_mut(), self.own_fields.get_mut(kind)) else {
            return;
        };
        let length = |words: usize| u8::try_from(words).unwrap_or(u8::MAX);
        if !is_synonym {
            self.text_length = self.words.len();
        }
        let part = if self.words.is_empty() || lengths.main > 0 { Part::Others } else { Part::Main };
        let counter = self.records_of_word.of(part);
        let repeated = self.words.iter().filter(|word| !counter.add(**word, record)).count();
        let [main_repeated, others_repeated] = &mut lengths.repeated;
        let (fields, sum) = match part {
            Part::Main => {
                lengths.main = length(self.words.len());
                (&mut fields.main, main_repeated)
            }
            Part::Others if self.words.is_empty() => return,
            Part::Others => {
                let own = length(if is_synonym { self.text_length * 2 } else { self.words.len() });
                lengths.others = if lengths.others == 0 { own } else { lengths.others.min(own) };
                (&mut fields.others, others_repeated)
            }
        };
        *fields |= 1 << field as u32;
        *sum = sum.saturating_add(length(repeated));
    }

    /// Inverts the texts and assembles the segment.
    fn build(mut self, kinds: [Range<RecordNumber>; GROUPS.len()]) -> Segment {
        let vocabulary = std::mem::take(&mut self.vocabulary).build();
        let shared = self.shared.documents();
        let mut referrers = std::mem::take(&mut self.referrers).allocate(0..shared.end);
        for record in self.own.documents() {
            let first = first_shared_text(&self.record_info, &self.first_shared_texts, record);
            self.own.open(record).shared_texts().for_each(|text| referrers.push(first + text, record));
        }
        let referrers = referrers.finish();
        let input = SharedInput { texts: &self.shared, kinds: &self.shared_kinds, referrers: &referrers };
        let words = invert(&vocabulary, (&self.own, self.records_of_word), (&input, self.shared_of_word));
        let mut shared_kinds = SharedKind::ALL.map(|_| BitSet::new(to_usize(shared.end)));
        for (text, kind) in shared.zip(&self.shared_kinds) {
            if let Some(of_kind) = shared_kinds.get_mut(*kind as usize) {
                of_kind.insert(text);
            }
        }
        let records = self.record_info.len();
        self.record_info.shrink_to_fit();
        self.lengths.shrink_to_fit();
        let mut types: BTreeMap<StatementType, BitSet> = BTreeMap::new();
        for (record, kind) in &self.types {
            types.entry(*kind).or_insert_with(|| BitSet::new(records)).insert(*record);
        }
        let mut own_times = BitSet::new(records);
        self.own_times.iter().for_each(|record| own_times.insert(*record));
        let mut segment = Segment {
            vocabulary,
            kinds,
            record_info: self.record_info,
            own: self.own,
            lengths: self.lengths,
            own_fields: self.own_fields,
            shared: self.shared,
            first_shared_texts: self.first_shared_texts,
            shared_kinds,
            referrers,
            words,
            short_terms: BTreeMap::new(),
            times: self.times.times,
            own_times,
            types,
            keywords: self.keywords.finish(),
        };
        segment.precompute_short_terms();
        segment
    }
}

/// The records of one kind of a visit, as indices into its list, in their order in the index.
fn items_in_order(archive: &Archive, context: &VisitContext<'_>, kind: RecordKind) -> Vec<usize> {
    let VisitContext { at, visit, .. } = context;
    let by_name = |count: usize| {
        let name = |item: &usize| archive.record(Target::new(*at, kind, *item)).map(|it| natural(it.label()));
        let mut items: Vec<usize> = (0..count).collect();
        items.sort_by_cached_key(name);
        items
    };
    match kind {
        RecordKind::Statement => visit.statements_in_order(),
        RecordKind::Stop => by_name(visit.itinerary.len()),
        RecordKind::Participant => by_name(visit.participants.len()),
        RecordKind::Organization => by_name(visit.organizations.len()),
        RecordKind::Visit => vec![0],
    }
}

/// The time of a statement without a time of its own.
fn inherited_time(statement: &Statement, context: &VisitContext<'_>) -> u32 {
    let stop = statement.stop.as_ref().and_then(|id| context.shared_texts.stop(id));
    stop.and_then(|stop| context.stops.get(stop)).map_or(context.within, |(_, at_stop)| *at_stop)
}

fn has_own_time(record: Record<'_>) -> bool {
    match record {
        Record::Visit(visit) => visit.when().is_some(),
        Record::Stop(_, stop) => stop.when().is_some(),
        Record::Statement(_, statement) => statement.when().is_some(),
        Record::Participant(..) | Record::Organization(..) => false,
    }
}
