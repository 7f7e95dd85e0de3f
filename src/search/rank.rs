//! From a query to ranked hits: candidates through the postings, then class before score.

use super::expand::{Class, Expansion, Reach};
use super::fields::Field;
use super::index::{Entry, Facts, GAP, Index};
use super::query::{Atom, Clause, Form, Query};
use super::{GROUPS, Group, Hit, Hits};
use crate::model::{RecordKind, Target};

/// The looser ways are tried only when fewer hits than this have every word in full.
const ENOUGH: usize = 20;
/// When nothing has every word, this part of them is enough.
const MOST: f32 = 0.6;
/// What two words are worth that stand together as in the query, or nearly so, in parts of a word's weight.
const ADJACENT: f32 = 0.5;
const NEAR: f32 = 0.2;
/// So many words may lie between words that stand nearly together.
const NEAR_WORDS: usize = 3;
/// What it is worth to be found in other fields as well.
const OTHER_FIELDS: f32 = 0.1;
/// What it is worth when a field holds little else, in parts of the score.
const COVERAGE: f32 = 0.35;

/// A clause with its words found in the vocabulary.
struct Wanted<'q> {
    clause: &'q Clause,
    atoms: Vec<(&'q Atom, Found)>,
    /// The weight of the clause by how few records have it.
    idf: f32,
}

/// What the vocabulary says of an atom.
enum Found {
    Words(Expansion),
    /// The words of a phrase; none when one of them is in no record.
    Phrase(Option<Vec<u32>>),
    Filter,
}

/// How a record satisfies a clause.
#[derive(Clone, Copy, Default)]
struct Satisfied {
    class: Class,
    score: f32,
}

impl Index {
    /// The records that satisfy the query, the best first.
    pub fn search(&self, query: &Query) -> Hits {
        if query.is_empty() {
            return Hits::default();
        }
        let mut hits = self.reach(query, Reach::Literal);
        for reach in [Reach::Loose, Reach::Scattered] {
            if hits.len() >= ENOUGH {
                break;
            }
            hits = self.reach(query, reach);
        }
        let mut left_out = Vec::new();
        if hits.is_empty() {
            (hits, left_out) = self.most(query);
        }
        // The sort keeps the order of the records, newest first, among equals.
        hits.sort_by(Hit::best_first);
        let of_kind =
            |kind| Group { kind, hits: hits.iter().filter(|hit| hit.target.kind == kind).copied().collect() };
        let groups = GROUPS.map(of_kind).into_iter().filter(|group| !group.hits.is_empty()).collect();
        Hits { groups, left_out }
    }

    fn reach(&self, query: &Query, reach: Reach) -> Vec<Hit> {
        let wanted: Vec<Wanted<'_>> = query.clauses.iter().map(|clause| self.want(clause, reach)).collect();
        self.hits(&wanted)
    }

    /// When nothing has all words: what has most of them, and the words that nothing was found for.
    fn most(&self, query: &Query) -> (Vec<Hit>, Vec<String>) {
        let positive = query.clauses.iter().filter(|clause| !clause.without).count();
        let mut kept: Vec<Wanted<'_>> = Vec::new();
        let mut left_out = Vec::new();
        for clause in &query.clauses {
            kept.push(self.want(clause, Reach::Scattered));
            if !clause.without && self.hits(&kept).is_empty() {
                kept.pop();
                left_out.extend(clause.any.iter().map(Atom::shown));
            }
        }
        let found = kept.iter().filter(|wanted| !wanted.clause.without).count();
        #[expect(clippy::cast_precision_loss, reason = "a few words")]
        let enough = positive > 1 && found > 0 && found as f32 >= positive as f32 * MOST;
        if !enough {
            return (Vec::new(), Vec::new());
        }
        (self.hits(&kept), left_out)
    }

    #[expect(clippy::cast_precision_loss, reason = "an estimate")]
    fn want<'q>(&self, clause: &'q Clause, reach: Reach) -> Wanted<'q> {
        let reach = if clause.without { Reach::Literal } else { reach };
        let find = |atom: &'q Atom| {
            let found = match &atom.form {
                Form::Phrase(words) => Found::Phrase(words.iter().map(|word| self.word(word)).collect()),
                Form::Type(_) | Form::Days(_) => Found::Filter,
                form => Found::Words(Expansion::new(form, &self.vocabulary, reach)),
            };
            (atom, found)
        };
        let atoms: Vec<(&Atom, Found)> = clause.any.iter().map(find).collect();
        let having: usize = atoms.iter().map(|(_, found)| self.count(found)).sum();
        let idf = (1.0 + self.records.len() as f32 / having.max(1) as f32).ln();
        Wanted { clause, atoms, idf }
    }

    fn count(&self, found: &Found) -> usize {
        match found {
            Found::Words(expansion) => expansion.words().map(|word| self.records_of(word).len()).sum(),
            Found::Phrase(Some(words)) => {
                words.iter().map(|word| self.records_of(*word).len()).min().unwrap_or_default()
            }
            Found::Phrase(None) => 0,
            Found::Filter => self.records.len(),
        }
    }

    /// The records that may satisfy a clause: a bit for each.
    fn candidates(&self, wanted: &Wanted<'_>) -> Vec<u64> {
        let mut bits = vec![0; self.records.len().div_ceil(64)];
        let mut set = |record: u32| {
            if let Some(word) = usize::try_from(record / 64).ok().and_then(|at| bits.get_mut(at)) {
                *word |= 1 << (record % 64);
            }
        };
        for (_, found) in &wanted.atoms {
            match found {
                Found::Words(expansion) => {
                    for word in expansion.words() {
                        self.records_of(word).iter().for_each(|record| set(*record));
                    }
                }
                Found::Phrase(words) => {
                    let rarest = words.iter().flatten().min_by_key(|word| self.records_of(**word).len());
                    if let Some(word) = rarest {
                        self.records_of(*word).iter().for_each(|record| set(*record));
                    }
                }
                Found::Filter => {
                    (0..self.records.len()).filter_map(|at| u32::try_from(at).ok()).for_each(&mut set);
                }
            }
        }
        bits
    }

    /// The statements in which the query stands in full, in no order.
    pub fn statements_with(&self, query: &Query) -> Vec<Target> {
        let wanted: Vec<Wanted<'_>> =
            query.clauses.iter().map(|clause| self.want(clause, Reach::Literal)).collect();
        // Words that may stand in any field are where the postings say they are; all else is looked at.
        let is_plain = |wanted: &Wanted<'_>| {
            let plain =
                |(atom, found): &(&Atom, Found)| atom.field.is_none() && matches!(found, Found::Words(_));
            !wanted.clause.without && wanted.atoms.iter().all(plain)
        };
        let all_plain = wanted.iter().all(is_plain);
        let mut found = Vec::new();
        for record in self.candidates_of_all(&wanted) {
            let facts = usize::try_from(record).ok().and_then(|at| self.records.get(at));
            let target =
                facts.map(|facts| facts.target).filter(|target| target.kind == RecordKind::Statement);
            found.extend(target.filter(|_| all_plain || self.judge(record, &wanted).is_some()));
        }
        found
    }

    fn hits(&self, wanted: &[Wanted<'_>]) -> Vec<Hit> {
        self.candidates_of_all(wanted).into_iter().filter_map(|record| self.judge(record, wanted)).collect()
    }

    /// The records that may satisfy all clauses, the newest first.
    fn candidates_of_all(&self, wanted: &[Wanted<'_>]) -> Vec<u32> {
        let mut positive = wanted.iter().filter(|wanted| !wanted.clause.without);
        let Some(first) = positive.next() else { return Vec::new() };
        let mut bits = self.candidates(first);
        for other in positive {
            for (bits, other) in bits.iter_mut().zip(self.candidates(other)) {
                *bits &= other;
            }
        }
        let mut records = Vec::new();
        for (word, bits) in bits.into_iter().enumerate() {
            let mut bits: u64 = bits;
            while bits != 0 {
                records
                    .push(u32::try_from(word * 64).unwrap_or(u32::MAX).saturating_add(bits.trailing_zeros()));
                bits &= bits - 1;
            }
        }
        records
    }

    /// Whether a record satisfies every clause, how, and how well.
    fn judge(&self, record: u32, wanted: &[Wanted<'_>]) -> Option<Hit> {
        let facts = self.records.get(usize::try_from(record).ok()?)?;
        let entries = self.entries_of(record);
        let mut hit = Hit { target: facts.target, class: Class::Literal, score: 0.0 };
        for wanted in wanted {
            let best = wanted.atoms.iter().filter_map(|(atom, found)| satisfies(atom, found, facts, entries));
            let best = best.reduce(|a, b| if (b.class, b.score) > (a.class, a.score) { b } else { a });
            match (best, wanted.clause.without) {
                (Some(_), true) | (None, false) => return None,
                (None, true) => {}
                (Some(best), false) => {
                    hit.class = hit.class.min(best.class);
                    hit.score += wanted.idf * best.score;
                }
            }
        }
        together(wanted, entries, &mut hit);
        Some(hit)
    }
}

/// How an atom is satisfied by a record.
fn satisfies(atom: &Atom, found: &Found, facts: &Facts, entries: &[Entry]) -> Option<Satisfied> {
    let in_field = |field: Field| match atom.field {
        Some(name) => name.holds(field, facts.target.kind),
        None => field != Field::Source,
    };
    match (found, &atom.form) {
        (Found::Words(expansion), _) => {
            let mut best = [(0, Class::Scattered); Field::ALL.len()];
            let mut class = None;
            for (word, field) in entries.iter().filter(|(_, field)| in_field(*field)) {
                if let (Some((quality, of)), Some(place)) =
                    (expansion.of(*word), best.get_mut(*field as usize))
                {
                    class = class.max(Some(of));
                    *place = (*place).max((quality, of));
                }
            }
            let weigh = |((quality, _), field): ((u8, Class), Field)| {
                (f32::from(quality) / 255.0).powi(2) * if atom.field.is_some() { 1.0 } else { field.weight() }
            };
            // The best field counts; to be found in others as well is better, but not much.
            let weights = best.into_iter().zip(Field::ALL).map(weigh);
            let (most, all) =
                weights.fold((0.0_f32, 0.0_f32), |(most, all), weight| (most.max(weight), all + weight));
            Some(Satisfied { class: class?, score: most + OTHER_FIELDS * (all - most) })
        }
        (Found::Phrase(words), _) => {
            let words = words.as_ref()?;
            let stands = |window: &[Entry]| {
                window.iter().zip(words).all(|((word, field), wanted)| word == wanted && in_field(*field))
            };
            let window = entries.windows(words.len().max(1)).find(|window| stands(window))?;
            let weight = window.first().map_or(1.0, |(_, field)| field.weight().max(1.0));
            #[expect(clippy::cast_precision_loss, reason = "a few words")]
            let length = words.len() as f32;
            Some(Satisfied { class: Class::Literal, score: weight * length })
        }
        (Found::Filter, Form::Type(kind)) => (facts.kind == Some(*kind)).then_some(FILTERED),
        (Found::Filter, Form::Days(days)) => {
            let (from, to) = facts.days?;
            let inside = days.from.is_none_or(|first| first <= from) && days.to.is_none_or(|last| to <= last);
            inside.then_some(FILTERED)
        }
        (Found::Filter, _) => None,
    }
}

/// A filter lets through, and says nothing of how well.
const FILTERED: Satisfied = Satisfied { class: Class::Literal, score: 0.0 };

/// What words add that stand together, and a field that holds little else.
#[expect(clippy::cast_precision_loss, reason = "a few words")]
fn together(wanted: &[Wanted<'_>], entries: &[Entry], hit: &mut Hit) {
    let words: Vec<&Expansion> = wanted
        .iter()
        .filter(|wanted| !wanted.clause.without)
        .filter_map(|wanted| match wanted.atoms.as_slice() {
            [(_, Found::Words(expansion))] => Some(expansion),
            _ => None,
        })
        .collect();
    let phrases = wanted.iter().any(|wanted| {
        !wanted.clause.without && wanted.atoms.iter().all(|(_, found)| matches!(found, Found::Phrase(_)))
    });
    let mean = wanted.iter().map(|wanted| wanted.idf).sum::<f32>() / wanted.len().max(1) as f32;
    let mut in_a_row = words.len() > 1;
    for pair in words.windows(2) {
        let [first, second] = pair else { continue };
        match nearest_pair(first, second, entries) {
            Some(1) => hit.score += ADJACENT * mean,
            Some(apart) if apart <= NEAR_WORDS => {
                hit.score += NEAR * mean;
                in_a_row = false;
            }
            _ => in_a_row = false,
        }
    }
    if hit.class == Class::Literal && (phrases || (in_a_row && stands_in_a_row(&words, entries))) {
        hit.class = Class::Phrase;
    }
    hit.score *= 1.0 + COVERAGE * coverage(&words, entries);
}

/// How many words further the second stands than the first, at best, in one text.
fn nearest_pair(first: &Expansion, second: &Expansion, entries: &[Entry]) -> Option<usize> {
    let mut last = None;
    let mut best: Option<usize> = None;
    for (at, (word, _)) in entries.iter().enumerate() {
        if *word == GAP {
            last = None;
            continue;
        }
        if let (Some(last), Some(_)) = (last, second.of(*word)) {
            let apart: usize = at - last;
            best = Some(best.map_or(apart, |best| best.min(apart)));
        }
        if first.of(*word).is_some() {
            last = Some(at);
        }
    }
    best
}

/// Whether the words stand one after the other, in full.
fn stands_in_a_row(words: &[&Expansion], entries: &[Entry]) -> bool {
    let in_full = |expansion: &Expansion, word: u32| {
        expansion.of(word).is_some_and(|(_, class)| class == Class::Literal)
    };
    entries
        .windows(words.len())
        .any(|window| window.iter().zip(words).all(|((word, _), wanted)| in_full(wanted, *word)))
}

/// The part of the words of the best text that the query has.
#[expect(clippy::cast_precision_loss, reason = "the words of a text")]
fn coverage(words: &[&Expansion], entries: &[Entry]) -> f32 {
    let part = |text: &[Entry]| {
        let found =
            text.iter().filter(|(word, _)| words.iter().any(|wanted| wanted.of(*word).is_some())).count();
        found as f32 / text.len().max(1) as f32
    };
    entries.split(|(word, _)| *word == GAP).map(part).fold(0.0, f32::max)
}
