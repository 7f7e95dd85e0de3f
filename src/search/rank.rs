//! From a query to ranked hits: which records satisfy it, how far to reach for them, and which are the best.

use std::borrow::Cow;
use std::sync::Arc;

use super::bits::Bits;
use super::expand::Reach;
use super::find::{Found, Memory};
use super::judge::{Judge, Verdict, Wanted};
use super::query::{Atom, Clause, Query};
use super::segment::{RecordNumber, Segment};
use super::side::side_by_side;
use super::{Ask, Depth, GROUPS, Group, Hit, Hits, Index, Possible, Restriction};
use crate::model::{RecordKind, Target};

/// The looser ways are tried only when fewer records than this have every word in full.
const ENOUGH: usize = 20;
/// When nothing has every word, this part of them is enough.
const MOST: (usize, usize) = (3, 5);
/// So many statements are judged at once, the newest, and so many records of each other kind; then there is an answer.
const STATEMENTS_AT_ONCE: usize = 4096;
const OTHERS_AT_ONCE: usize = 512;
/// So many hits are told of what was found by looser ways.
const MAYBE: usize = 100;
/// So many records are judged between two looks at whether anybody still wants to know.
const BETWEEN_LOOKS: usize = 512;

/// Somebody who answers queries of an index, and remembers what the words of the last ones led to.
#[derive(Debug)]
pub struct Searcher {
    index: Arc<Index>,
    memories: Vec<Memory>,
}

/// What a segment has of a query, as far as was reached.
struct Round<'q> {
    wanted: Vec<Wanted<'q>>,
    /// The records that satisfy it.
    records: Bits,
}

/// Whether anybody still wants to know.
type IsCancelled<'a> = &'a (dyn Fn() -> bool + Sync);

/// What holds for every step towards an answer.
#[derive(Clone, Copy)]
struct Errand<'a> {
    /// For each segment the records to search among; none when among all.
    among: &'a [Option<Bits>],
    limit: usize,
    depth: Depth,
    is_cancelled: IsCancelled<'a>,
}

impl Searcher {
    /// Somebody who knows an index.
    pub fn new(index: Arc<Index>) -> Self {
        let memories = index.segments.iter().map(|_| Memory::default()).collect();
        Self { index, memories }
    }

    /// The index.
    pub fn index(&self) -> &Arc<Index> {
        &self.index
    }

    /// The records that satisfy the query, the best first; none when it was cancelled.
    pub fn answer(&mut self, ask: &Ask, depth: Depth, is_cancelled: IsCancelled<'_>) -> Option<Hits> {
        if ask.query.is_empty() {
            return Some(Hits { is_exact: true, ..Hits::default() });
        }
        let among = self.among(&ask.restriction);
        let errand = Errand { among: &among, limit: ask.limit, depth, is_cancelled };
        let hits = self.all_of(&ask.query, errand)?;
        if hits.total_with_possible() > 0 || !hits.maybe.is_empty() {
            return Some(hits);
        }
        let Some((kept, left_out)) = self.most(&ask.query, errand)? else { return Some(hits) };
        let hits = self.all_of(&kept, errand)?;
        Some(Hits { left_out, ..hits })
    }

    /// The statements in which the query stands in full, in no order.
    pub fn statements_with(&mut self, query: &Query) -> Vec<Target> {
        let among = self.among(&Restriction::default());
        let errand = Errand { among: &among, limit: 0, depth: Depth::Exact, is_cancelled: &|| false };
        let rounds = self.round(query, Reach::Literal, errand).unwrap_or_default();
        let mut targets = Vec::new();
        for (segment, round) in self.index.segments.iter().zip(&rounds) {
            let [statements, ..] = &segment.kinds;
            targets.extend(round.records.iter_in(statements.clone()).filter_map(|it| segment.target(it)));
        }
        targets
    }

    /// For each segment the records to search among; none when among all.
    fn among(&self, restriction: &Restriction) -> Vec<Option<Bits>> {
        self.index.segments.iter().map(|segment| segment.among(restriction)).collect()
    }

    /// What satisfies all clauses: in full, and in looser ways if that is little.
    fn all_of(&mut self, query: &Query, errand: Errand<'_>) -> Option<Hits> {
        let in_full = self.round(query, Reach::Literal, errand)?;
        let totals = self.totals(&in_full);
        let found: usize = totals.iter().sum();
        let mut hits = self.best(&in_full, errand)?;
        for (group, total) in hits.groups.iter_mut().zip(totals) {
            group.total = total;
        }
        let mut known = in_full;
        if query.has_dates() {
            let rounds = self.beyond(query, Reach::Possible, &known, errand)?;
            let possible = self.best(&rounds, errand)?;
            hits.is_exact &= possible.is_exact;
            hits.possible = Possible::new(&possible, self.totals(&rounds).iter().sum(), errand.limit);
            for (known, more) in known.iter_mut().zip(rounds) {
                known.records.unite(&more.records);
            }
        }
        let found = found + hits.possible.total;
        if found < ENOUGH && query.has_words() {
            let mut reached = None;
            for reach in [Reach::Loose, Reach::Scattered] {
                let rounds = self.beyond(query, reach, &known, errand)?;
                let more: usize = self.totals(&rounds).iter().sum();
                reached = Some(rounds);
                if found + more >= ENOUGH {
                    break;
                }
            }
            let soon = Errand { limit: MAYBE, depth: Depth::AtOnce, ..errand };
            let maybe = self.best(&reached.unwrap_or_default(), soon)?;
            hits.maybe = maybe.ranked();
            hits.maybe.truncate(MAYBE);
        }
        hits.groups.retain(|group| group.total > 0);
        Some(hits)
    }

    /// What each segment has of a query besides what is known.
    fn beyond<'q>(
        &mut self,
        query: &'q Query,
        reach: Reach,
        known: &[Round<'_>],
        errand: Errand<'_>,
    ) -> Option<Vec<Round<'q>>> {
        let mut rounds = self.round(query, reach, errand)?;
        for (round, known) in rounds.iter_mut().zip(known) {
            round.records.subtract(&known.records);
        }
        Some(rounds)
    }

    /// What each segment has of a query.
    fn round<'q>(&mut self, query: &'q Query, reach: Reach, errand: Errand<'_>) -> Option<Vec<Round<'q>>> {
        let tasks = self.index.segments.iter().zip(&mut self.memories).zip(errand.among).collect();
        let find = |((segment, memory), among): ((&Segment, &mut Memory), &Option<Bits>)| {
            find((segment, memory), query, reach, among.as_ref(), errand.is_cancelled)
        };
        let mut rounds: Vec<Round<'q>> = side_by_side(tasks, find).into_iter().collect::<Option<_>>()?;
        // How rare a clause is, is a matter of all segments.
        let records: usize = self.index.segments.iter().map(Segment::len).sum();
        for (at, _) in query.clauses.iter().enumerate() {
            let of_clause = |round: &Round<'q>| {
                round.wanted.get(at).map_or(0, |it| it.found.iter().map(|found| found.count).sum::<usize>())
            };
            let having: usize = rounds.iter().map(of_clause).sum();
            #[expect(clippy::cast_precision_loss, reason = "an estimate")]
            let idf = (1.0 + records as f32 / having.max(1) as f32).ln();
            rounds
                .iter_mut()
                .filter_map(|round| round.wanted.get_mut(at))
                .for_each(|wanted| wanted.idf = idf);
        }
        Some(rounds)
    }

    /// How many records of each kind were found.
    fn totals(&self, rounds: &[Round<'_>]) -> [usize; GROUPS.len()] {
        let mut totals = [0; GROUPS.len()];
        for (segment, round) in self.index.segments.iter().zip(rounds) {
            for (total, numbers) in totals.iter_mut().zip(&segment.kinds) {
                *total += round.records.count_in(numbers.clone());
            }
        }
        totals
    }

    /// The best of what was found: a group for every kind.
    fn best(&self, rounds: &[Round<'_>], errand: Errand<'_>) -> Option<Hits> {
        let Errand { limit, depth, is_cancelled, .. } = errand;
        let share = |records: usize| records.div_ceil(self.index.segments.len().max(1));
        let most = GROUPS.map(|kind| match (depth, kind) {
            (Depth::Exact, _) => usize::MAX,
            (Depth::AtOnce, RecordKind::Statement) => share(STATEMENTS_AT_ONCE),
            (Depth::AtOnce, _) => share(OTHERS_AT_ONCE),
        });
        let tasks: Vec<(&Segment, &Round<'_>)> = self.index.segments.iter().zip(rounds).collect();
        let judge =
            |(segment, round): (&Segment, &Round<'_>)| judge(segment, round, limit, most, is_cancelled);
        let judged: Vec<Judged> = side_by_side(tasks, judge).into_iter().collect::<Option<_>>()?;
        let mut hits = Hits { is_exact: judged.iter().all(|judged| judged.is_exact), ..Hits::default() };
        for (at, kind) in GROUPS.into_iter().enumerate() {
            let mut of_kind: Vec<Hit> = Vec::new();
            for (segment, judged) in self.index.segments.iter().zip(&judged) {
                let best = judged.kinds.get(at).map_or(&[][..], |top| top.best.as_slice());
                let hit = |(Verdict { class, score }, record): &(Verdict, RecordNumber)| {
                    Some(Hit { target: segment.target(*record)?, class: *class, score: *score })
                };
                of_kind.extend(best.iter().filter_map(hit));
            }
            // The sort keeps the order of the segments and of the records, newest first, among equals.
            of_kind.sort_by(Hit::best_first);
            of_kind.truncate(limit);
            hits.groups.push(Group { kind, total: of_kind.len(), hits: of_kind });
        }
        Some(hits)
    }

    /// When nothing has all words: the clauses that can be had together, if they are most of them, and the words that
    /// nothing was found for.
    #[expect(clippy::option_option, reason = "cancelled, or there is nothing to leave out")]
    fn most(&mut self, query: &Query, errand: Errand<'_>) -> Option<Option<(Query, Vec<String>)>> {
        // Filters and fields are meant as they are; only words may be left out.
        let (words, mut kept): (Vec<Clause>, Vec<Clause>) =
            query.clauses.iter().cloned().partition(Clause::may_be_left_out);
        let others = kept.len();
        let mut left_out = Vec::new();
        let all = words.len();
        for clause in words {
            kept.push(clause.clone());
            let clauses = Query { clauses: kept.clone(), ..Query::default() };
            let rounds = self.round(&clauses, Reach::Scattered, errand)?;
            if rounds.iter().all(|round| round.records.is_empty()) {
                kept.pop();
                left_out.extend(clause.any.iter().map(Atom::shown));
            }
        }
        let found = kept.len() - others;
        let (part, whole) = MOST;
        let is_enough = all > 1 && found > 0 && found * whole >= all * part;
        Some(is_enough.then_some((Query { clauses: kept, ..Query::default() }, left_out)))
    }
}

/// What a segment has of a query.
fn find<'q>(
    (segment, memory): (&Segment, &mut Memory),
    query: &'q Query,
    reach: Reach,
    among: Option<&Bits>,
    is_cancelled: IsCancelled<'_>,
) -> Option<Round<'q>> {
    let mut wanted = Vec::new();
    let mut records = among.cloned();
    for clause in &query.clauses {
        let reach = if clause.without { reach.without() } else { reach };
        let mut found = Vec::new();
        for atom in &clause.any {
            if is_cancelled() {
                return None;
            }
            found.push(memory.find(segment, atom, reach));
        }
        if !clause.without && !clause.optional {
            let any = having_any(&found);
            match &mut records {
                Some(records) => records.intersect(&any),
                None => records = Some(any.into_owned()),
            }
        }
        wanted.push(Wanted { clause, found, idf: 0.0 });
    }
    // Who only says what is not wanted, wants all the rest.
    let mut records = records.unwrap_or_else(|| segment.all_records());
    for found in wanted.iter().filter(|wanted| wanted.clause.without).flat_map(|wanted| &wanted.found) {
        records.subtract(&found.standing.records);
    }
    Some(Round { wanted, records })
}

/// The records that have any of the atoms; mostly there is one.
fn having_any(found: &[Arc<Found>]) -> Cow<'_, Bits> {
    let mut each = found.iter().map(|found| &found.standing.records);
    let mut all = each.next().map_or_else(Cow::default, Cow::Borrowed);
    each.for_each(|other| all.to_mut().unite(other));
    all
}

/// What was judged of a segment.
struct Judged {
    kinds: [Top; GROUPS.len()],
    is_exact: bool,
}

/// Judges what was found in a segment: of each kind so many, the newest.
fn judge(
    segment: &Segment,
    round: &Round<'_>,
    limit: usize,
    most: [usize; GROUPS.len()],
    is_cancelled: IsCancelled<'_>,
) -> Option<Judged> {
    let mut judged = Judged { kinds: GROUPS.map(|_| Top::new(limit)), is_exact: true };
    if round.records.is_empty() {
        return Some(judged);
    }
    let mut judge = Judge::new(segment, &round.wanted);
    for ((top, numbers), most) in judged.kinds.iter_mut().zip(&segment.kinds).zip(most) {
        for (count, record) in round.records.iter_in(numbers.clone()).enumerate() {
            if count == most {
                judged.is_exact = false;
                break;
            }
            if count % BETWEEN_LOOKS == 0 && is_cancelled() {
                return None;
            }
            top.take(judge.judge(record), record);
        }
        top.cut();
    }
    Some(judged)
}

/// The best of the records that are taken, the first among equals.
struct Top {
    limit: usize,
    best: Vec<(Verdict, RecordNumber)>,
    /// What is not better than this is not among them.
    least: Option<Verdict>,
}

impl Top {
    fn new(limit: usize) -> Self {
        Self { limit, best: Vec::new(), least: None }
    }

    fn take(&mut self, verdict: Verdict, record: RecordNumber) {
        if self.least.is_some_and(|least| verdict <= least) {
            return;
        }
        self.best.push((verdict, record));
        if self.best.len() >= self.limit.saturating_mul(2).max(2) {
            self.cut();
        }
    }

    fn cut(&mut self) {
        let order = |(a, one): &(Verdict, u32), (b, other): &(Verdict, u32)| {
            b.class.cmp(&a.class).then(b.score.total_cmp(&a.score)).then(one.cmp(other))
        };
        if self.best.len() > self.limit {
            self.best.select_nth_unstable_by(self.limit, order);
            self.best.truncate(self.limit);
            self.least =
                self.best.iter().map(|(verdict, _)| *verdict).reduce(|a, b| if b < a { b } else { a });
        }
        self.best.sort_unstable_by(order);
    }
}
