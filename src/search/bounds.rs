//! Upper bounds of the scores of all records that satisfy a query, without reading their texts.
//!
//! The postings say which words a record has in its main text and which in its other ones; with the lengths of these texts
//! they bound what its own texts contribute. What a shared text contributes is computed once, and is exact for all records
//! that refer to it. Most bounds are the score itself, so that few records must be read to find the best ones.

use super::atom_matches::MatchedBy;
use super::evidence::{ClauseScore, Closeness, FieldWeights, SharedPart};
use super::fields::Field;
use super::forward_index::Part;
use super::lengths::{OwnFields, TextLengths};
use super::matching::Quality;
use super::numbers::{RecordNumber, to_usize};
use super::scorer::{ScoredAtom, ScoredForm, Scorer};
use super::top_k::Score;
use crate::bit_set::{BitSet, Ranks};
use crate::model::RecordKind;

/// The number of shared texts that are read between two checks for cancellation.
const CHECK_INTERVAL: usize = 512;
/// The weight of the word itself in as many fields as one field of a query can include.
const ANY_IN_FIELD: (u32, u32) = (10, 40);

/// What is known of the records that satisfy a query.
pub(super) struct Bounds<'r> {
    /// For each atom the words of each record of the segment; empty if they are not counted.
    own: Vec<Vec<OwnWords>>,
    ranks: Ranks<'r>,
    /// For each record that satisfies the query and each atom, what the shared texts contribute.
    shared: Vec<SharedPart>,
    /// For each of these records, how close words are in the shared texts.
    closeness: Vec<Closeness>,
}

/// The words of the own texts of a record that match an atom.
#[derive(Debug, Clone, Copy, Default)]
struct OwnWords {
    main: PartWords,
    others: PartWords,
}

/// The words of a part of the texts that match an atom: the best quality, and the number of different words.
#[derive(Debug, Clone, Copy, Default)]
struct PartWords {
    quality: Quality,
    count: u8,
}

impl PartWords {
    fn add(&mut self, quality: Quality) {
        self.quality = self.quality.max(quality);
        self.count = self.count.saturating_add(1);
    }
}

/// The weights of the fields of the own texts of records of one kind.
pub(super) struct KindWeights {
    kind: RecordKind,
    /// That of the main text, which is a single one.
    main: u32,
    /// The sums of the greatest weights of the fields of the other texts: of none, of one, and so on.
    others: Vec<u32>,
}

impl KindWeights {
    pub(super) fn new(kind: RecordKind, fields: OwnFields) -> Self {
        let tenths = |bits: u32| {
            let fields = Field::ALL.into_iter().filter(move |field| bits & 1 << *field as u32 != 0);
            let mut tenths: Vec<u32> = fields.map(Field::tenths).collect();
            tenths.sort_unstable_by(|a, b| b.cmp(a));
            tenths
        };
        let mut sum = 0;
        let add = |tenths| {
            sum += tenths;
            sum
        };
        Self {
            kind,
            main: tenths(fields.main).first().copied().unwrap_or_default(),
            others: [0].into_iter().chain(tenths(fields.others).into_iter().map(add)).collect(),
        }
    }

    /// The greatest weight of a field of the other texts, and the greatest sum of those of some fields.
    fn others(&self, fields: usize) -> (u32, u32) {
        let sum = |fields: usize| self.others.get(fields).or(self.others.last()).copied().unwrap_or_default();
        (sum(1), sum(fields))
    }

    fn most(&self) -> u32 {
        self.main.max(self.others(1).0)
    }
}

impl<'r> Bounds<'r> {
    /// Collects the evidence for records of the segment of a scorer; none if cancelled.
    pub(super) fn new(
        scorer: &mut Scorer<'_>,
        records: &'r BitSet,
        is_cancelled: &(dyn Fn() -> bool + Sync),
    ) -> Option<Self> {
        let own = scorer.atoms().map(|atom| own_words(scorer, atom, is_cancelled));
        let own = own.collect::<Option<Vec<_>>>()?;
        let count = records.count();
        let mut bounds = Self {
            ranks: Ranks::new(records),
            shared: vec![SharedPart::default(); count * own.len()],
            closeness: vec![Closeness::default(); count],
            own,
        };
        let segment = scorer.segment;
        let texts = scorer.shared_texts.clone();
        let mut parts = Vec::new();
        for (number, text) in texts.iter_in(segment.shared.documents()).enumerate() {
            if number % CHECK_INTERVAL == 0 && is_cancelled() {
                return None;
            }
            scorer.read_shared_text(text);
            parts.clear();
            parts.extend(scorer.atoms().map(|atom| scorer.shared_part(atom)));
            let closeness = scorer.closeness(RecordKind::Statement);
            for record in segment.referrers.get(text) {
                bounds.add_shared_text(record, &parts, closeness, scorer.pairs());
            }
        }
        Some(bounds)
    }

    /// Adds what a shared text contributes to a record that refers to it.
    fn add_shared_text(
        &mut self,
        record: RecordNumber,
        parts: &[SharedPart],
        closeness: Closeness,
        pairs: u32,
    ) {
        let Some(rank) = self.ranks.of(record) else { return };
        let first = rank * parts.len();
        let known = self.shared.get_mut(first..first + parts.len()).unwrap_or_default();
        known.iter_mut().zip(parts).for_each(|(known, part)| *known = known.and(*part));
        if let Some(known) = self.closeness.get_mut(rank) {
            *known = known.or(closeness, pairs);
        }
    }

    /// The bound of a record: its score is at most that.
    pub(super) fn of(&self, scorer: &Scorer<'_>, record: RecordNumber, kind: &KindWeights) -> Score {
        let rank = self.ranks.of(record).unwrap_or_default();
        let clauses = scorer.clauses.iter().map(|clause| {
            clause.score(|atom| {
                let own = self.own_words(atom.number, record);
                let shared =
                    self.shared.get(rank * self.own.len() + atom.number).copied().unwrap_or_default();
                let bound = bound_of_atom(scorer, atom, (record, kind), (own, shared));
                Some(scorer.place(atom, (record, kind.kind), bound))
            })
        });
        let shared = self.closeness.get(rank).copied().unwrap_or_default();
        let own = self.own_closeness(scorer, record, kind);
        scorer.scheme.score(clauses, own.or(shared, scorer.pairs()))
    }

    fn own_words(&self, atom: usize, record: RecordNumber) -> OwnWords {
        self.own.get(atom).and_then(|own| own.get(to_usize(record))).copied().unwrap_or_default()
    }

    /// The closest that words can be in the own texts of a record.
    fn own_closeness(&self, scorer: &Scorer<'_>, record: RecordNumber, kind: &KindWeights) -> Closeness {
        let lengths = scorer.segment.lengths.get(to_usize(record)).copied().unwrap_or_default();
        let TextLengths { main, others, repeated: [main_repeated, others_repeated] } = lengths;
        let count = |sum: [u8; 2], atom: &usize| {
            let [in_main, in_others] = sum;
            let own = self.own_words(*atom, record);
            [in_main.saturating_add(own.main.count), in_others.saturating_add(own.others.count)]
        };
        let [in_main, in_others] = scorer.covering_atoms.iter().fold([0, 0], count);
        let coverage = share(in_main, main_repeated, main).max(share(in_others, others_repeated, others));
        let is_covered = || scorer.atoms().any(|atom| has_own_field(atom, record, kind));
        let together = |words: &[usize]| {
            let mut own = words.iter().map(|atom| self.own_words(*atom, record));
            own.clone().all(|own| own.main.count > 0) || own.all(|own| own.others.count > 0)
        };
        let pairs = scorer.plain_atoms.windows(2).filter(|pair| together(pair));
        Closeness {
            coverage: if is_covered() { 1.0 } else { coverage },
            nearness: pairs.map(|_| Closeness::nearness_at(1)).sum(),
            is_phrase: scorer.plain_atoms.len() > 1 && together(&scorer.plain_atoms),
        }
    }
}

/// The words of each record of a segment that match an atom, unless it is only searched in a field; none if cancelled.
fn own_words(
    scorer: &Scorer<'_>,
    atom: &ScoredAtom,
    is_cancelled: &(dyn Fn() -> bool + Sync),
) -> Option<Vec<OwnWords>> {
    let (MatchedBy::Words(words, _), None) = (&atom.matches.by, atom.field) else { return Some(Vec::new()) };
    let segment = scorer.segment;
    let mut own = vec![OwnWords::default(); segment.len()];
    for word in words {
        if is_cancelled() {
            return None;
        }
        segment.for_each_in_part(word.rank, &segment.all(), |record, part| {
            let Some(own) = own.get_mut(to_usize(record)) else { return };
            match part {
                Part::Main => own.main.add(word.quality),
                Part::Others => own.others.add(word.quality),
            }
        });
    }
    Some(own)
}

/// The greatest share of matching words in a text with a length, of which some may occur again.
fn share(count: u8, repeated: u8, length: u8) -> f32 {
    let most = if count == 0 { 0 } else { count.saturating_add(repeated).min(length) };
    f32::from(most) / f32::from(length.max(1))
}

/// The bound of the score of an atom.
fn bound_of_atom(
    scorer: &Scorer<'_>,
    atom: &ScoredAtom,
    (record, kind): (RecordNumber, &KindWeights),
    (own, shared): (OwnWords, SharedPart),
) -> ClauseScore {
    let length = match &atom.form {
        ScoredForm::Filter => {
            let is_match = atom.matches.matched.records.contains(record);
            return if is_match { scorer.filter_score() } else { ClauseScore::literal(0) };
        }
        ScoredForm::Word(..) => 1,
        ScoredForm::Phrase(_, length) => *length,
    };
    let is_own = atom.field.is_none() || has_own_field(atom, record, kind);
    let own = if atom.field.is_none() {
        let main = FieldWeights::new(own.main.quality, (kind.main, kind.main));
        if own.others.count == 0 {
            main
        } else {
            // Each field with a match needs a word of its own, or one that occurs again.
            let lengths = scorer.segment.lengths.get(to_usize(record)).copied().unwrap_or_default();
            let [_, repeated] = lengths.repeated;
            let fields = usize::from(own.others.count) + usize::from(repeated);
            main.and(FieldWeights::new(own.others.quality, kind.others(fields)))
        }
    } else if is_own {
        FieldWeights::new(Quality::EXACT, ANY_IN_FIELD)
    } else {
        FieldWeights::default()
    };
    let words = own.and(shared.weights).sum().max(shared.sequence);
    let is_own_sequence = is_own && atom.matches.with_sequence.contains(record);
    let sequence = is_own_sequence.then(|| ClauseScore::of_sequence(kind.most(), length));
    sequence.map_or(ClauseScore::literal(words), |sequence| sequence.max(ClauseScore::literal(words)))
}

/// Whether the record may have the field of an atom in its own texts.
fn has_own_field(atom: &ScoredAtom, record: RecordNumber, kind: &KindWeights) -> bool {
    atom.field.is_some_and(|field| field.has_own_texts(kind.kind))
        && !matches!(atom.form, ScoredForm::Filter)
        && atom.matches.matched.records.contains(record)
}
