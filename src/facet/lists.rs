//! The statements with each value of a fact, so that filters need not look at all statements.

use std::borrow::Cow;

use super::entry::{SpeakerFacts, StatementEntry, UNKNOWN, once_each};

/// For each value of a fact the entries of the statements with it, in ascending order; last, those without any.
#[derive(Debug, Default)]
struct EntryLists {
    entries: Vec<u32>,
    /// The start of each list, and the end of the last one.
    starts: Vec<usize>,
}

impl EntryLists {
    /// Collects the lists of `values` values; `each` calls its argument with the value of each entry.
    fn new(values: usize, each: impl Fn(&mut dyn FnMut(u32, u32))) -> Self {
        let at = |value: u32| usize::try_from(value).map_or(values, |at| at.min(values));
        let mut starts = vec![0; values + 2];
        each(&mut |value, _| starts.get_mut(at(value) + 1).into_iter().for_each(|length| *length += 1));
        let mut end = 0;
        for start in &mut starts {
            end += *start;
            *start = end;
        }
        let mut entries = vec![0; end];
        let mut next = starts.clone();
        each(&mut |value, entry| {
            if let Some(next) = next.get_mut(at(value)) {
                entries.get_mut(*next).into_iter().for_each(|it| *it = entry);
                *next += 1;
            }
        });
        Self { entries, starts }
    }

    /// The entries with a value.
    fn of(&self, value: u32) -> &[u32] {
        let last = self.starts.len().saturating_sub(2);
        let at = if value == UNKNOWN { last } else { usize::try_from(value).unwrap_or(usize::MAX) };
        let start = self.starts.get(at).copied().unwrap_or_default();
        let end = self.starts.get(at.saturating_add(1)).copied().unwrap_or(start);
        self.entries.get(start..end).unwrap_or_default()
    }

    /// The number of entries with each value.
    fn lengths(&self) -> Vec<u32> {
        let values = self.starts.len().saturating_sub(1);
        let starts = self.starts.get(..values).unwrap_or_default();
        let length = |pair: &[usize]| match pair {
            [start, end] => u32::try_from(end - start).unwrap_or(u32::MAX),
            _ => 0,
        };
        starts.windows(2).map(length).collect()
    }
}

/// A fact whose values have lists of statements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ListedFact {
    Place,
    Person,
    Organization,
    Topic,
}

/// The lists of all facts that have some.
#[derive(Debug, Default)]
pub(super) struct FactLists {
    places: EntryLists,
    people: EntryLists,
    organizations: EntryLists,
    topics: EntryLists,
}

impl FactLists {
    /// Collects the lists of all statements, with the speakers and the topics of all, and the number of places, people,
    /// organizations and topics.
    pub(super) fn new(
        (entries, speakers, topics): (&[StatementEntry], &[SpeakerFacts], &[u32]),
        [places, people, organizations, topic_names]: [usize; 4],
    ) -> Self {
        let entries = || (0_u32..).zip(entries);
        let of_speakers = |values: usize, of: fn(&SpeakerFacts) -> u32| {
            EntryLists::new(values, |take| {
                for (at, entry) in entries() {
                    let speakers = entry.speakers_in(speakers);
                    let known = once_each(speakers, of).filter(|value| *value != UNKNOWN);
                    known.for_each(|value| take(value, at));
                    if speakers.is_empty() {
                        take(UNKNOWN, at);
                    }
                }
            })
        };
        Self {
            places: EntryLists::new(places, |take| {
                entries().for_each(|(at, entry)| take(entry.place, at));
            }),
            people: of_speakers(people, |it| it.person),
            organizations: of_speakers(organizations, |it| it.organization),
            topics: EntryLists::new(topic_names, |take| {
                for (at, entry) in entries() {
                    entry.topics_in(topics).iter().for_each(|topic| take(*topic, at));
                }
            }),
        }
    }

    fn of(&self, fact: ListedFact) -> &EntryLists {
        match fact {
            ListedFact::Place => &self.places,
            ListedFact::Person => &self.people,
            ListedFact::Organization => &self.organizations,
            ListedFact::Topic => &self.topics,
        }
    }

    /// The number of statements with each value of a fact.
    pub(super) fn lengths(&self, fact: ListedFact) -> Vec<u32> {
        self.of(fact).lengths()
    }

    /// The number of statements with any of some values; those with several count several times.
    pub(super) fn length(&self, (fact, values): &(ListedFact, Vec<u32>)) -> usize {
        values.iter().map(|value| self.of(*fact).of(*value).len()).sum()
    }

    /// The number of statements without a fact.
    pub(super) fn without(&self, fact: ListedFact) -> usize {
        self.of(fact).of(UNKNOWN).len()
    }

    /// The entries with any of some values, in ascending order.
    pub(super) fn with_any(&self, (fact, values): &(ListedFact, Vec<u32>)) -> Cow<'_, [u32]> {
        if let [value] = values.as_slice() {
            return Cow::Borrowed(self.of(*fact).of(*value));
        }
        let mut all: Vec<u32> = values.iter().flat_map(|value| self.of(*fact).of(*value)).copied().collect();
        all.sort_unstable();
        all.dedup();
        Cow::Owned(all)
    }
}
