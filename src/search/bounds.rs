//! Upper bounds of the scores of all records that satisfy a query, without reading their texts.
//!
//! The postings say which words a record has in its main text and which in its other ones; with the lengths of these texts
//! they bound what its own texts contribute. What a shared text contributes is computed once, and is exact for all records
//! that refer to it. Most bounds are the score itself, so that few records must be read to find the best ones.

use super::atom_matches::MatchedBy;
use super::bit_set::{BitSet, Ranks};
use super::evidence::{ClauseScore, Closeness, FieldWeights};
use super::fields::Field;
use super::forward_index::Part;
use super::matching::Quality;
use super::numbers::{RecordNumber, to_usize};
use super::scorer::{ScoredAtom, ScoredForm, Scorer};
use super::segment::{OwnFields, TextLengths};
use super::top_k::Score;
use crate::model::RecordKind;

/// The number of shared texts that are read between two checks for cancellation.
const CHECK_INTERVAL: usize = 512;
/// The weight of the word itself in as many fields as one field of a query can include.
const ANY_IN_FIELD: (u32, u32) = (10, 40);

/// What is known of the records that satisfy a query.
pub(super) struct Bounds<'r> {
    ranks: Ranks<'r>,
    /// The number of atoms of the query.
    atoms: usize,
    /// For each record and each atom.
    found: Vec<AtomEvidence>,
    /// For each record, how close words are in the shared texts.
    shared: Vec<Closeness>,
}

/// What is known of an atom in a record.
#[derive(Debug, Clone, Copy, Default)]
struct AtomEvidence {
    main: OwnWords,
    others: OwnWords,
    /// The weights of the word in shared texts.
    shared: FieldWeights,
    /// The score of sequences in shared texts.
    sequence: u32,
}

/// The words of a part of the own texts that match an atom: the best quality, and the number of different words.
#[derive(Debug, Clone, Copy, Default)]
struct OwnWords {
    quality: Quality,
    count: u8,
}

/// The weights of the fields of the own texts of records of one kind.
pub(super) struct KindWeights {
    kind: RecordKind,
    main: (u32, u32),
    others: (u32, u32),
}

impl KindWeights {
    pub(super) fn new(kind: RecordKind, fields: OwnFields) -> Self {
        let tenths = |bits: u32| {
            let fields = Field::ALL.into_iter().filter(move |field| bits & 1 << *field as u32 != 0);
            fields.map(Field::tenths)
        };
        let most = |bits| tenths(bits).max().unwrap_or_default();
        Self {
            kind,
            // The main text is a single one.
            main: (most(fields.main), most(fields.main)),
            others: (most(fields.others), tenths(fields.others).sum()),
        }
    }

    fn most(&self) -> u32 {
        self.main.0.max(self.others.0)
    }
}

impl<'r> Bounds<'r> {
    /// Collects the evidence for records of the segment of a scorer; none if cancelled.
    pub(super) fn new(
        scorer: &mut Scorer<'_>,
        records: &'r BitSet,
        is_cancelled: &(dyn Fn() -> bool + Sync),
    ) -> Option<Self> {
        let atoms = scorer.atoms().count();
        let count = records.count();
        let mut bounds = Self {
            ranks: Ranks::new(records),
            atoms,
            found: vec![AtomEvidence::default(); count * atoms],
            shared: vec![Closeness::default(); count],
        };
        for atom in scorer.atoms() {
            bounds.add_own_words(scorer, atom);
        }
        let segment = scorer.segment;
        let texts = scorer.shared_texts.clone();
        for (number, text) in texts.iter_in(segment.shared.documents()).enumerate() {
            if number % CHECK_INTERVAL == 0 && is_cancelled() {
                return None;
            }
            bounds.add_shared_text(scorer, text);
        }
        Some(bounds)
    }

    /// Adds the own words of the records that match an atom.
    fn add_own_words(&mut self, scorer: &Scorer<'_>, atom: &ScoredAtom) {
        let (MatchedBy::Words(words, _), None) = (&atom.matches.by, atom.field) else { return };
        let all = scorer.segment.all();
        for word in words {
            scorer.segment.for_each_in_part(word.rank, &all, |record, part| {
                let Some(rank) = self.ranks.of(record) else { return };
                let Some(found) = self.found.get_mut(rank * self.atoms + atom.number) else { return };
                let own = match part {
                    Part::Main => &mut found.main,
                    Part::Others => &mut found.others,
                };
                own.quality = own.quality.max(word.quality);
                own.count = own.count.saturating_add(1);
            });
        }
    }

    /// Adds what a shared text contributes to the records that refer to it.
    fn add_shared_text(&mut self, scorer: &mut Scorer<'_>, text: u32) {
        scorer.read_shared_text(text);
        let closeness = scorer.closeness(RecordKind::Statement);
        let parts: Vec<(FieldWeights, u32)> = scorer.atoms().map(|atom| scorer.shared_part(atom)).collect();
        let pairs = scorer.pairs();
        for record in scorer.segment.referrers.get(text) {
            let Some(rank) = self.ranks.of(record) else { continue };
            let found = self.found.iter_mut().skip(rank * self.atoms);
            for (found, (weights, sequence)) in found.zip(&parts) {
                found.shared = found.shared.and(*weights);
                found.sequence = found.sequence.max(*sequence);
            }
            if let Some(known) = self.shared.get_mut(rank) {
                *known = known.or(closeness, pairs);
            }
        }
    }

    /// The bound of a record: its score is at most that.
    pub(super) fn of(&self, scorer: &Scorer<'_>, record: RecordNumber, kind: &KindWeights) -> Score {
        let rank = self.ranks.of(record).unwrap_or_default();
        let found = self.found.get(rank * self.atoms..(rank + 1) * self.atoms).unwrap_or_default();
        let clauses = scorer.clauses.iter().map(|clause| {
            clause.score(|atom| {
                let found = found.get(atom.number).copied().unwrap_or_default();
                Some(scorer.place(
                    atom,
                    (record, kind.kind),
                    bound_of_atom(scorer, atom, record, (found, kind)),
                ))
            })
        });
        let shared = self.shared.get(rank).copied().unwrap_or_default();
        let closeness = own_closeness(scorer, record, kind, found).or(shared, scorer.pairs());
        scorer.scheme.score(clauses, closeness)
    }
}

/// The bound of the score of an atom.
fn bound_of_atom(
    scorer: &Scorer<'_>,
    atom: &ScoredAtom,
    record: RecordNumber,
    (found, kind): (AtomEvidence, &KindWeights),
) -> ClauseScore {
    let length = match &atom.form {
        ScoredForm::Filter => {
            let is_match = atom.matches.matched.records.contains(record);
            return if is_match { scorer.filter_score() } else { ClauseScore::literal(0) };
        }
        ScoredForm::Word(..) => 1,
        ScoredForm::Phrase(_, length) => *length,
    };
    let own = if atom.field.is_none() {
        let main = FieldWeights::new(found.main.quality, kind.main);
        main.and(FieldWeights::new(found.others.quality, kind.others))
    } else if has_own_field(atom, record, kind) {
        FieldWeights::new(Quality::EXACT, ANY_IN_FIELD)
    } else {
        FieldWeights::default()
    };
    let is_own_sequence = (atom.field.is_none() || has_own_field(atom, record, kind))
        && atom.matches.with_sequence.contains(record);
    let sequence =
        if is_own_sequence { ClauseScore::of_sequence(kind.most(), length) } else { ClauseScore::literal(0) };
    ClauseScore::literal(own.and(found.shared).sum().max(found.sequence)).max(sequence)
}

/// Whether the record may have the field of an atom in its own texts.
fn has_own_field(atom: &ScoredAtom, record: RecordNumber, kind: &KindWeights) -> bool {
    atom.field.is_some_and(|field| field.has_own_texts(kind.kind))
        && atom.matches.matched.records.contains(record)
}

/// The closest that words can be in the own texts of a record.
fn own_closeness(
    scorer: &Scorer<'_>,
    record: RecordNumber,
    kind: &KindWeights,
    found: &[AtomEvidence],
) -> Closeness {
    let lengths = scorer.segment.lengths.get(to_usize(record)).copied().unwrap_or_default();
    let TextLengths { main, others, repeated: [main_repeated, others_repeated] } = lengths;
    let in_main = |atom: usize| found.get(atom).map_or(0, |found| found.main.count);
    let in_others = |atom: usize| found.get(atom).map_or(0, |found| found.others.count);
    let share = |of: &dyn Fn(usize) -> u8, length: u8, repeated: u8| {
        let count = scorer.covering_atoms.iter().fold(0_u8, |sum, atom| sum.saturating_add(of(*atom)));
        let most = if count == 0 { 0 } else { count.saturating_add(repeated).min(length) };
        f32::from(most) / f32::from(length.max(1))
    };
    let is_covered = || {
        let mut atoms = scorer.atoms().filter(|atom| !matches!(atom.form, ScoredForm::Filter));
        atoms.any(|atom| has_own_field(atom, record, kind))
    };
    let coverage = share(&in_main, main, main_repeated).max(share(&in_others, others, others_repeated));
    let together = |words: &[usize]| {
        words.iter().all(|atom| in_main(*atom) > 0) || words.iter().all(|atom| in_others(*atom) > 0)
    };
    let pairs = scorer.plain_atoms.windows(2).filter(|pair| together(pair));
    Closeness {
        coverage: if is_covered() { 1.0 } else { coverage },
        nearness: pairs.map(|_| Closeness::nearness_at(1)).sum(),
        is_phrase: scorer.plain_atoms.len() > 1 && together(&scorer.plain_atoms),
    }
}
