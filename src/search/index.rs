//! The words of every record, and how a query is answered from them.
//!
//! The words are looked up in one vocabulary, so each word of a query is matched once with each different word of the
//! archive, and not with each record.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::matching::{SCATTERED_AT_BEST, literal, scattered};
use super::query::Query;
use super::{GROUPS, Group, Hit, Hits};
use crate::model::{Archive, Participant, Place, Record, Speaker, Stop, Target, Visit};
use crate::text::folded_words;

/// Scattered letters are looked for only when fewer hits than this have every word in full.
const ENOUGH: usize = 20;

/// What a word weighs by the field it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Field {
    /// The record's own title or name.
    Name,
    /// A person, their post, an organization.
    Person,
    /// A stop, a city, an address.
    Place,
    /// Running text.
    Text,
}

impl Field {
    const ALL: [Self; 4] = [Self::Name, Self::Person, Self::Place, Self::Text];

    fn weight(self) -> f32 {
        match self {
            Self::Name => 2.2,
            Self::Person => 2.0,
            Self::Place => 1.6,
            Self::Text => 1.0,
        }
    }
}

/// A word of a record: its number in the vocabulary, and its field.
type Entry = (u32, Field);

/// The words of an archive.
#[derive(Debug, Default)]
pub struct Index {
    vocabulary: Vec<String>,
    /// In how many records each word stands.
    frequency: Vec<u32>,
    /// The newest first.
    records: Vec<(Target, Box<[Entry]>)>,
}

impl Index {
    /// Reads an archive.
    pub fn new(archive: &Archive) -> Self {
        let mut numbers: HashMap<String, u32> = HashMap::new();
        let mut frequency: Vec<u32> = Vec::new();
        let mut records: Vec<(Target, Box<[Entry]>)> = Vec::new();
        for target in archive.targets() {
            let Some(record) = archive.record(target) else { continue };
            let mut entries: Vec<Entry> = Vec::new();
            for (text, field) in fields(record) {
                for word in folded_words(text) {
                    let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
                    let number = *numbers.entry(word).or_insert(next);
                    if number == next {
                        frequency.push(0);
                    }
                    entries.push((number, field));
                }
            }
            entries.sort_unstable();
            entries.dedup();
            let mut different: Vec<u32> = entries.iter().map(|(number, _)| *number).collect();
            different.dedup();
            for number in different {
                if let Some(count) = usize::try_from(number).ok().and_then(|at| frequency.get_mut(at)) {
                    *count += 1;
                }
            }
            records.push((target, entries.into()));
        }
        let mut vocabulary: Vec<(String, u32)> = numbers.into_iter().collect();
        vocabulary.sort_unstable_by_key(|(_, number)| *number);
        let day = |visit: usize| archive.visits.get(visit)?.start_date?.earliest();
        records.sort_by_cached_key(|(target, _)| (Reverse(day(target.visit)), *target));
        Self { vocabulary: vocabulary.into_iter().map(|(word, _)| word).collect(), frequency, records }
    }

    /// Every record that has all the words of the query.
    pub fn search(&self, query: &Query) -> Hits {
        if query.is_empty() {
            return Hits::default();
        }
        let mut terms: Vec<Term> = query.terms().iter().map(|term| self.term(term)).collect();
        let mut hits = self.collect(&terms);
        if hits.len() < ENOUGH {
            for (term, text) in terms.iter_mut().zip(query.terms()) {
                self.scatter(term, text);
            }
            hits = self.collect(&terms);
        }
        // The sort keeps the order of the records, newest first, among equals.
        hits.sort_by(|a, b| a.scattered.cmp(&b.scattered).then(b.score.total_cmp(&a.score)));
        let of_kind =
            |kind| Group { kind, hits: hits.iter().filter(|hit| hit.target.kind == kind).copied().collect() };
        Hits { groups: GROUPS.map(of_kind).into_iter().filter(|group| !group.hits.is_empty()).collect() }
    }

    /// The words that have a term in full.
    fn term(&self, text: &str) -> Term {
        let qualities =
            self.vocabulary.iter().map(|word| literal(text, word).map_or(0, |quality| quality.0)).collect();
        let mut term = Term { qualities, idf: 0.0 };
        term.idf = self.idf(&term.qualities);
        term
    }

    /// Adds the words that have its letters scattered.
    fn scatter(&self, term: &mut Term, text: &str) {
        for (quality, word) in term.qualities.iter_mut().zip(&self.vocabulary) {
            if *quality == 0
                && let Some((found, _)) = scattered(text, word)
            {
                *quality = found.0;
            }
        }
        if term.idf == 0.0 {
            term.idf = self.idf(&term.qualities);
        }
    }

    /// The weight of a term by how few records have it, taken over all the words that it matches.
    #[expect(clippy::cast_precision_loss, reason = "an estimate")]
    fn idf(&self, qualities: &[u8]) -> f32 {
        let having: u32 =
            qualities.iter().zip(&self.frequency).filter(|(quality, _)| **quality > 0).map(|(_, n)| n).sum();
        if having == 0 { 0.0 } else { (1.0 + self.records.len() as f32 / having as f32).ln() }
    }

    fn collect(&self, terms: &[Term]) -> Vec<Hit> {
        self.records.iter().filter_map(|(target, entries)| score(*target, entries, terms)).collect()
    }
}

/// A word of the query against the vocabulary.
struct Term {
    /// The quality of each word; 0 where it does not match.
    qualities: Vec<u8>,
    idf: f32,
}

/// The record's score, if it has every term.
fn score(target: Target, entries: &[Entry], terms: &[Term]) -> Option<Hit> {
    let mut hit = Hit { target, scattered: false, score: 0.0 };
    for term in terms {
        let quality =
            |number: u32| usize::try_from(number).ok().and_then(|at| term.qualities.get(at)).copied();
        // The best match in each field: to be found in two fields is better than in one.
        let mut best = [0; Field::ALL.len()];
        for (number, field) in entries {
            let place = best.get_mut(*field as usize)?;
            *place = quality(*number).unwrap_or_default().max(*place);
        }
        let most = best.into_iter().max().filter(|most| *most > 0)?;
        hit.scattered |= most <= SCATTERED_AT_BEST;
        let weigh = |(quality, field): (u8, Field)| (f32::from(quality) / 255.0).powi(2) * field.weight();
        hit.score += term.idf * best.into_iter().zip(Field::ALL).map(weigh).sum::<f32>();
    }
    Some(hit)
}

/// The texts that a record is found by.
fn fields(record: Record<'_>) -> Vec<(&str, Field)> {
    let mut fields = match record {
        Record::Visit(visit) => return visit_fields(visit),
        Record::Stop(visit, stop) => {
            let mut fields = stop_fields(stop, Field::Name);
            fields
                .extend(stop.activities.iter().chain(&stop.topics).map(|text| (text.as_str(), Field::Text)));
            let organization = stop.organization.as_ref().and_then(|id| visit.organization(id));
            fields.extend(organization.map(|organization| (organization.name.as_str(), Field::Person)));
            fields
        }
        Record::Participant(visit, participant) => person_fields(visit, participant, Field::Name),
        Record::Organization(_, organization) => {
            let names = std::iter::once(&organization.name).chain(&organization.other_names);
            names.map(|name| (name.as_str(), Field::Name)).collect()
        }
        Record::Statement(visit, statement) => {
            let mut fields = vec![(statement.text.as_str(), Field::Text)];
            fields.extend(
                statement.topics.iter().chain(&statement.context).map(|text| (text.as_str(), Field::Text)),
            );
            fields.extend(
                statement.translations.iter().map(|translation| (translation.text.as_str(), Field::Text)),
            );
            match visit.speaker(statement) {
                Some(Speaker::Participant(person)) => {
                    fields.extend(person_fields(visit, person, Field::Person));
                }
                Some(Speaker::Organization(organization)) => fields.push((&organization.name, Field::Person)),
                None => {}
            }
            let stop = statement.stop.as_ref().and_then(|id| visit.stop(id));
            fields.extend(stop.into_iter().flat_map(|stop| stop_fields(stop, Field::Place)));
            fields
        }
    };
    fields.push((&record.visit().title, Field::Text));
    fields
}

fn visit_fields(visit: &Visit) -> Vec<(&str, Field)> {
    let mut fields = vec![(visit.title.as_str(), Field::Name)];
    let texts = visit.summary.iter().chain(&visit.local_term).chain(&visit.objectives).chain(&visit.topics);
    fields.extend(texts.map(|text| (text.as_str(), Field::Text)));
    fields.extend(visit.organizations.iter().map(|organization| (organization.name.as_str(), Field::Person)));
    fields
}

fn person_fields<'a>(visit: &'a Visit, person: &'a Participant, own: Field) -> Vec<(&'a str, Field)> {
    let mut fields: Vec<(&str, Field)> = Vec::new();
    fields.extend(person.name.iter().chain(&person.other_names).map(|name| (name.as_str(), own)));
    fields.extend(person.post.as_deref().map(|post| (post, Field::Person)));
    let organization = person.organization.as_ref().and_then(|id| visit.organization(id));
    fields.extend(organization.map(|organization| (organization.name.as_str(), Field::Person)));
    fields
}

fn stop_fields(stop: &Stop, own: Field) -> Vec<(&str, Field)> {
    let names = std::iter::once(&stop.name).chain(&stop.short_name).chain(&stop.other_names);
    let mut fields: Vec<(&str, Field)> = names.map(|name| (name.as_str(), own)).collect();
    if let Some(Place { address, locality, region, .. }) = &stop.place {
        let places = [address, locality, region].into_iter().flatten();
        fields.extend(places.map(|place| (place.as_str(), Field::Place)));
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{EXAMPLE, load_text};
    use crate::model::RecordKind;

    fn found(query: &str) -> (Archive, Hits) {
        let archive = load_text("visits.yaml", EXAMPLE.into()).archive;
        let hits = Index::new(&archive).search(&Query::parse(query));
        (archive, hits)
    }

    fn best(query: &str) -> Option<String> {
        let (archive, hits) = found(query);
        Some(archive.record(hits.best()?.target)?.id().to_string())
    }

    fn ids(query: &str, kind: RecordKind) -> Vec<String> {
        let (archive, hits) = found(query);
        let of_kind = hits.groups.iter().filter(|group| group.kind == kind).flat_map(|group| &group.hits);
        of_kind.filter_map(|hit| Some(archive.record(hit.target)?.id().to_string())).collect()
    }

    #[test]
    fn a_quote_is_found_by_a_word() {
        assert_eq!(best("inspirasi").as_deref(), Some("q3"));
        assert_eq!(best("INSPIRASI kesehatan").as_deref(), Some("q3"));
        assert_eq!(best("sinergi").as_deref(), Some("q5"));
    }

    #[test]
    fn a_statement_is_found_by_speaker_stop_and_visit() {
        assert_eq!(ids("bagus motivasi", RecordKind::Statement), ["q4"]);
        assert_eq!(ids("sekretaris sinergi", RecordKind::Statement), ["q5"]);
        assert_eq!(ids("rsud inspirasi", RecordKind::Statement), ["q3"]);
        assert_eq!(ids("studi sinergi", RecordKind::Statement), ["q5"]);
    }

    #[test]
    fn every_kind_is_found() {
        assert_eq!(ids("khatulistiwa", RecordKind::Stop), ["tugu"]);
        assert_eq!(ids("amirullah", RecordKind::Participant), ["amirullah"]);
        assert_eq!(ids("ssma", RecordKind::Organization), ["rsud-ssma"]);
        assert_eq!(ids("tiru", RecordKind::Visit), ["balikpapan-pontianak-2026"]);
    }

    #[test]
    fn scattered_letters_come_last_and_only_when_needed() {
        let (_, hits) = found("insprasi");
        assert!(hits.best().is_some_and(|hit| hit.scattered));
        let (_, hits) = found("pontianak");
        assert!(hits.groups.iter().flat_map(|group| &group.hits).all(|hit| !hit.scattered));
    }

    #[test]
    fn every_word_must_match() {
        assert_eq!(found("inspirasi zebra").1.total(), 0);
        assert_eq!(found("").1.total(), 0);
        assert_eq!(found(" .,- ").1.total(), 0);
    }
}
