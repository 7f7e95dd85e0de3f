//! Sets of dates: `[2026-01-10,2026-01-12..2026-01-14]` is one of them, `{2026-01-10,2026-01-12}` each of them.

use std::collections::HashSet;
use std::fmt;
use std::sync::{LazyLock, Mutex, PoisonError};

use borsh::{BorshDeserialize, BorshSerialize};
use jiff::civil::Date;

use super::{Edge, Join, NotADate, PartialDate, Rest, SingleDate};

/// A set of dates and intervals: one of them, or all of them.
#[derive(Debug, PartialEq, Eq, Hash, BorshSerialize, BorshDeserialize)]
pub(super) struct DateSet {
    /// [`Join::Or`] or [`Join::And`].
    pub(super) join: Join,
    pub(super) members: Box<[PartialDate]>,
    /// The end of the last member.
    pub(super) last: Edge,
}

/// All sets that were parsed, each stored once and never freed, so that dates are small and `Copy`.
static SETS: LazyLock<Mutex<HashSet<&'static DateSet>>> = LazyLock::new(Mutex::default);

impl DateSet {
    /// A set with these members, of which nothing but the members counts.
    pub(super) fn of_members(members: Vec<PartialDate>) -> &'static Self {
        Self { join: Join::Or, members: members.into(), last: Edge::Open }.kept()
    }

    pub(super) fn kept(self) -> &'static Self {
        let mut sets = SETS.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = sets.get(&self) {
            return known;
        }
        let set = &*Box::leak(Box::new(self));
        sets.insert(set);
        set
    }

    /// The earliest or latest day of all members; none if a member has none.
    pub(super) fn bound(
        &self,
        of: impl Fn(&PartialDate) -> Option<Date>,
        outer: impl Fn(Date, Date) -> Date,
    ) -> Option<Date> {
        let mut days = self.members.iter().map(of);
        let first = days.next()??;
        days.try_fold(first, |bound, day| Some(outer(bound, day?)))
    }
}

impl PartialDate {
    /// Parses `[A,B,C..D]` or `{A,B,C..D}`.
    pub(super) fn read_set(text: &str) -> Result<Self, NotADate> {
        let within = |open, close| text.strip_prefix(open).and_then(|text| text.strip_suffix(close));
        let (join, text) = match (within('[', ']'), within('{', '}')) {
            (Some(text), _) => (Join::Or, text),
            (_, Some(text)) => (Join::And, text),
            _ => return Err(NotADate),
        };
        let member = |text: &str| match text.split_once("..") {
            Some((first, last)) => {
                let (first, last) = (Edge::read(first, Edge::Open)?, Edge::read(last, Edge::Open)?);
                Self::joined(first, if join == Join::Or { Join::Between } else { Join::Through }, last)
            }
            None => SingleDate::read(text).map(Self::from),
        };
        let members = text.split(',').map(|text| member(text.trim())).collect::<Result<Box<[Self]>, _>>()?;
        if let ([one], Join::Or) = (&*members, join) {
            return Ok(*one);
        }
        let ends = |date: &Self| date.last().map_or(date.first, |(_, last)| last);
        let first = members.iter().min_by_key(|date| (date.first != Edge::Open, date.earliest()));
        let last = members.iter().max_by_key(|date| (ends(date) == Edge::Open, date.latest()));
        let (first, last) = (first.ok_or(NotADate)?.first, last.map(ends).ok_or(NotADate)?);
        Ok(Self { first, rest: Rest::Set(DateSet { join, members, last }.kept()) })
    }
}

/// `A..B`; an open end is omitted.
pub(super) struct Range(pub(super) Edge, pub(super) Edge);

impl fmt::Display for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(first, last) = self;
        let bound = |edge: &Edge| edge.date().map(|date| date.to_string()).unwrap_or_default();
        write!(f, "{}..{}", bound(first), bound(last))
    }
}

impl fmt::Display for DateSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let member = |date: &PartialDate| match date.last() {
            Some((_, last)) => Range(date.first, last).to_string(),
            None => date.to_string(),
        };
        let members = self.members.iter().map(member).collect::<Vec<_>>().join(",");
        if self.join == Join::Or { write!(f, "[{members}]") } else { write!(f, "{{{members}}}") }
    }
}
