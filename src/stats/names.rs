//! The labels of values.

use super::fact::{ValueKey, ValueLabel};
use super::index::FactIndex;
use super::query::CountBy;
use crate::lang::Lang;
use crate::model::{Archive, Record, distinct_labels};

/// The labels of values in a language; those of different records are distinct.
pub(super) fn names(
    facts: &FactIndex,
    archive: &Archive,
    (by, values): (CountBy, &[u32]),
    lang: Lang,
) -> Vec<String> {
    let fact = &facts.facts[by];
    let record = |value: &u32| match fact.label(*value)? {
        ValueLabel::Record(target) => archive.record(*target),
        _ => None,
    };
    let records: Vec<Record<'_>> = values.iter().filter_map(record).collect();
    let mut distinct = distinct_labels(&records).into_iter();
    let pairs = Pairs::new(facts, archive, (by, values), lang);
    let name = |value: &u32| match fact.label(*value) {
        Some(ValueLabel::Text(text)) => text.to_string(),
        Some(ValueLabel::Translated(texts)) => Lang::ALL
            .iter()
            .zip(texts)
            .find(|(it, _)| **it == lang)
            .map(|(_, text)| text.to_string())
            .unwrap_or_default(),
        Some(ValueLabel::Record(_)) => distinct.next().unwrap_or_default(),
        Some(ValueLabel::Pair(visitor, host)) => pairs.name(*visitor, *host),
        Some(ValueLabel::Key) | None => match fact.key(*value) {
            Some(ValueKey::SeveralYears) => lang.messages().several_years.to_owned(),
            key => key.map(ToString::to_string).unwrap_or_default(),
        },
    };
    values.iter().map(name).collect()
}

/// The names of the visitors and hosts of pairs.
#[derive(Default)]
struct Pairs {
    visitors: Vec<(u32, String)>,
    hosts: Vec<(u32, String)>,
}

impl Pairs {
    fn new(facts: &FactIndex, archive: &Archive, (by, values): (CountBy, &[u32]), lang: Lang) -> Self {
        if by != CountBy::Pair {
            return Self::default();
        }
        let pair = |value: &u32| match facts.facts[by].label(*value) {
            Some(ValueLabel::Pair(visitor, host)) => Some((*visitor, *host)),
            _ => None,
        };
        let pairs: Vec<(u32, u32)> = values.iter().filter_map(pair).collect();
        let named = |by, mut numbers: Vec<u32>| -> Vec<(u32, String)> {
            numbers.sort_unstable();
            numbers.dedup();
            let names = names(facts, archive, (by, &numbers), lang);
            numbers.into_iter().zip(names).collect()
        };
        Self {
            visitors: named(CountBy::Visitor, pairs.iter().map(|pair| pair.0).collect()),
            hosts: named(CountBy::Host, pairs.iter().map(|pair| pair.1).collect()),
        }
    }

    fn name(&self, visitor: u32, host: u32) -> String {
        let find = |names: &[(u32, String)], number: u32| {
            let at = names.binary_search_by_key(&number, |(number, _)| *number).ok();
            at.and_then(|at| names.get(at)).map(|(_, name)| name.clone()).unwrap_or_default()
        };
        format!("{} → {}", find(&self.visitors, visitor), find(&self.hosts, host))
    }
}
