//! Labels: what a record is in words of a list, such as its status, a role or a country. They are found by the word that files
//! have and by those of both languages, and only when they are asked for.

use hashbrown::HashMap;

use super::fields::FieldName;
use super::matching::literal;
use crate::lang::{Country, Lang, classifications};
use crate::model::{
    MediaType, NoteType, Organization, OutcomeStatus, OutcomeType, Participant, ParticipantRole,
    ParticipantType, Record, Role, Side, SourceType, Status, Stop, StopStatus, Visit, VisitClassification,
};
use crate::text::folded_words;

/// A field and its word as a file has it.
pub(super) type Labelled<'v> = (FieldName, &'v str);

/// A label, and what has it.
#[derive(Debug)]
pub(super) struct Label {
    field: FieldName,
    /// The term of the list; else the word as it is written.
    term: String,
    /// The words of what is in no list.
    written: Option<Vec<String>>,
    /// The records that have it, and those that lend it, in no order.
    pub(super) records: Vec<u32>,
    pub(super) lenders: Vec<u32>,
}

/// The labels of the records that have been read.
#[derive(Debug, Default)]
pub(super) struct Labels {
    known: HashMap<(FieldName, String), usize>,
    list: Vec<Label>,
}

impl Labels {
    /// The label of a field with this word.
    pub(super) fn label(&mut self, (field, word): Labelled<'_>) -> Option<&mut Label> {
        let at = *self.known.entry((field, word.to_owned())).or_insert_with(|| {
            let label = Label::new(field, word);
            // Several words may be one term: ID, IDN.
            let same = |it: &Label| (it.field, &it.term) == (label.field, &label.term);
            let at = self.list.iter().position(same).unwrap_or(self.list.len());
            if at == self.list.len() {
                self.list.push(label);
            }
            at
        });
        self.list.get_mut(at)
    }

    pub(super) fn done(self) -> Vec<Label> {
        self.list
    }
}

impl Label {
    fn new(field: FieldName, word: &str) -> Self {
        let words: Vec<String> = spelling(word);
        let (term, written) = match exactly(field, &words).first() {
            Some(term) => ((*term).to_owned(), None),
            None => (word.to_owned(), Some(words)),
        };
        Self { field, term, written, records: Vec::new(), lenders: Vec::new() }
    }

    pub(super) fn is_meant(&self, by: &ListValue, field: FieldName) -> bool {
        self.field == field
            && match &self.written {
                Some(written) => has_all(written, &by.words),
                None => by.terms.contains(&self.term.as_str()),
            }
    }

    pub(super) fn bytes(&self) -> usize {
        (self.records.len() + self.lenders.len()) * size_of::<u32>()
    }
}

/// A value of a field that has a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ListValue {
    /// The terms that it can mean.
    pub(super) terms: Vec<&'static str>,
    /// Its words, for what is in no list.
    pub(super) words: Vec<String>,
}

impl ListValue {
    /// The terms that are spelled like the value; else those that have all its words, or parts of words.
    pub(super) fn new(field: FieldName, value: &str) -> Self {
        let words = spelling(value);
        let mut terms = exactly(field, &words);
        if terms.is_empty() && !words.is_empty() {
            terms = terms_with(field, |spelled| has_all(spelled, &words));
        }
        Self { terms, words }
    }
}

fn exactly(field: FieldName, words: &[String]) -> Vec<&'static str> {
    terms_with(field, |spelled| spelled == words)
}

/// The terms of a list of which any spelling is as wanted.
fn terms_with(field: FieldName, is_wanted: impl Fn(&[String]) -> bool) -> Vec<&'static str> {
    let listed = terms(field).into_iter();
    let mut terms: Vec<&'static str> = listed
        .filter(|(_, spellings)| spellings.iter().any(|text| is_wanted(&spelling(text))))
        .map(|(term, _)| term)
        .collect();
    terms.sort_unstable();
    terms.dedup();
    terms
}

fn spelling(text: &str) -> Vec<String> {
    folded_words(&text.replace(['_', '-'], " ")).collect()
}

fn has_all(words: &[String], wanted: &[String]) -> bool {
    !wanted.is_empty() && wanted.iter().all(|wanted| words.iter().any(|word| literal(wanted, word).is_some()))
}

/// The terms of an open list, each with the word that files have and those of both languages.
macro_rules! listed {
    ($($list:ident),+) => {
        [$($list::LISTED.iter().map(|it| (it.name(), vec![it.name(), it.label(Lang::Id), it.label(Lang::En)])).collect::<Vec<_>>(),)+]
            .concat()
    };
}

/// The terms of the lists of a field, each with all its spellings.
fn terms(field: FieldName) -> Vec<(&'static str, Vec<&'static str>)> {
    match field {
        FieldName::Status => listed!(Status, StopStatus, OutcomeStatus),
        FieldName::Role => {
            let sides = Side::ALL.iter();
            let sides = sides.map(|it| (it.name(), vec![it.name(), it.label(Lang::Id), it.label(Lang::En)]));
            listed!(Role, ParticipantRole).into_iter().chain(sides).collect()
        }
        FieldName::Class => {
            let places = classifications().map(|(term, words)| (term, vec![term, words.id, words.en]));
            listed!(VisitClassification).into_iter().chain(places).collect()
        }
        FieldName::Type => listed!(ParticipantType, OutcomeType, MediaType, SourceType, NoteType),
        FieldName::Country => Country::all()
            .map(|it| (it.code(), [it.code(), it.long_code()].into_iter().chain(it.names()).collect()))
            .collect(),
        _ => Vec::new(),
    }
}

/// The terms of the list of a field in a language, as they are shown.
pub(super) fn words(field: FieldName, lang: Lang) -> Vec<&'static str> {
    let place = match (field, lang) {
        (FieldName::Country, Lang::Id) => 3,
        (_, Lang::Id) => 1,
        (_, Lang::En) => 2,
    };
    terms(field).into_iter().filter_map(|(_, spellings)| spellings.get(place).copied()).collect()
}

/// The labels of a record that are not lent to it.
pub(super) fn own(record: Record<'_>) -> Vec<Labelled<'_>> {
    match record {
        Record::Visit(visit) => of_visit(visit),
        Record::Stop(visit, stop) => of_stop(visit, stop),
        Record::Participant(visit, person) => {
            let kind = person.kind.iter().map(|kind| (FieldName::Type, kind.name()));
            of_person(visit, person).into_iter().chain(kind).collect()
        }
        Record::Organization(visit, organization) => {
            let class = organization.classification.iter().map(|class| (FieldName::Class, class.as_str()));
            of_organization(visit, organization).into_iter().chain(class).collect()
        }
        // Its status is that of its stop, else of the visit.
        Record::Statement(visit, statement) => match statement.stop {
            Some(_) => Vec::new(),
            None => visit.status.iter().map(|status| (FieldName::Status, status.name())).collect(),
        },
    }
}

fn of_visit(visit: &Visit) -> Vec<Labelled<'_>> {
    let statuses = visit.status.iter().map(Status::name);
    let statuses = statuses.chain(visit.outcomes.iter().flat_map(|it| &it.status).map(OutcomeStatus::name));
    let classes = visit.classification.iter().map(VisitClassification::name);
    let classes =
        classes.chain(visit.itinerary.iter().flat_map(|stop| &stop.classification).map(String::as_str));
    let countries = visit.itinerary.iter().filter_map(|stop| visit.country_of_stop(stop));
    let countries = countries.chain(visit.parties().filter_map(|it| visit.country_of(it)));
    let countries = countries.map(|it| (FieldName::Country, it));
    let types = visit.outcomes.iter().flat_map(|it| &it.kind).map(OutcomeType::name);
    let types = types.chain(visit.media.iter().map(|it| it.kind.name()));
    let types = types.chain(visit.sources.iter().flat_map(|it| &it.kind).map(SourceType::name));
    let types = types.chain(visit.notes.iter().flat_map(|it| &it.kind).map(NoteType::name));
    let labels = statuses.map(|it| (FieldName::Status, it)).chain(classes.map(|it| (FieldName::Class, it)));
    labels.chain(countries).chain(types.map(|it| (FieldName::Type, it))).collect()
}

/// The labels of a stop, which are lent to what was said there.
pub(super) fn of_stop<'v>(visit: &'v Visit, stop: &'v Stop) -> Vec<Labelled<'v>> {
    let of_visit = visit.status.iter().map(Status::name).filter(|_| stop.status.is_none());
    let statuses = stop.status.iter().map(StopStatus::name).chain(of_visit);
    let classes = stop.classification.iter().map(|it| (FieldName::Class, it.as_str()));
    let countries = visit.country_of_stop(stop).map(|it| (FieldName::Country, it));
    statuses.map(|it| (FieldName::Status, it)).chain(classes).chain(countries).collect()
}

/// What somebody does in the visit, for whom, and from which country; it is lent to what they said.
pub(super) fn of_person<'v>(visit: &'v Visit, person: &'v Participant) -> Vec<Labelled<'v>> {
    let role = person.role.iter().map(ParticipantRole::name);
    let roles = role.chain(person.side.map(Side::name)).map(|it| (FieldName::Role, it));
    let organizations = person.organizations().filter_map(|id| visit.organization(id));
    let countries = organizations.filter_map(|it| visit.country_of(it)).map(|it| (FieldName::Country, it));
    roles.chain(countries).collect()
}

/// The same of an organization.
pub(super) fn of_organization<'v>(visit: &'v Visit, organization: &'v Organization) -> Vec<Labelled<'v>> {
    let role = organization.role.iter().map(|role| (FieldName::Role, role.name()));
    role.chain(visit.country_of(organization).map(|it| (FieldName::Country, it))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(field: FieldName, value: &str) -> Vec<&'static str> {
        ListValue::new(field, value).terms
    }

    #[test]
    fn a_term_is_known_by_its_words_in_both_languages() {
        for value in ["cancelled", "dibatalkan", "batal", "CANCELLED"] {
            assert_eq!(terms(FieldName::Status, value), ["cancelled"], "{value}");
        }
        for value in ["head_of_delegation", "ketua delegasi", "head-of-delegation", "ketua"] {
            assert_eq!(terms(FieldName::Role, value), ["head_of_delegation"], "{value}");
        }
        assert_eq!(terms(FieldName::Role, "tuan rumah"), ["host"]);
        assert_eq!(terms(FieldName::Class, "rumah sakit"), ["hospital"]);
        assert_eq!(terms(FieldName::Type, "nota kesepahaman"), ["memorandum"]);
        assert_eq!(terms(FieldName::Status, "zzz"), [""; 0]);
    }

    #[test]
    fn a_code_of_a_country_is_no_part_of_a_name() {
        for value in ["JP", "jpn", "Japan", "jepang", "jepa"] {
            assert_eq!(terms(FieldName::Country, value), ["JP"], "{value}");
        }
        assert_eq!(terms(FieldName::Country, "in"), ["IN"]);
        assert_eq!(terms(FieldName::Country, "korea selatan"), ["KR"]);
        assert_eq!(terms(FieldName::Country, "korea"), ["KP", "KR"]);
        assert_eq!(terms(FieldName::Country, "niger"), ["NE"]);
    }

    #[test]
    fn what_is_in_no_list_is_found_as_it_is_written() {
        let mut labels = Labels::default();
        for word in ["hospital", "pasar_malam", "ID", "IDN", "Indonesia"] {
            let field =
                if word.len() > 3 && word != "Indonesia" { FieldName::Class } else { FieldName::Country };
            labels.label((field, word)).expect("a label").records.push(0);
        }
        let labels = labels.done();
        assert_eq!(labels.len(), 3);
        let meant = |field, value: &str| {
            let value = ListValue::new(field, value);
            labels
                .iter()
                .filter(|label| label.is_meant(&value, field))
                .map(|it| it.term.as_str())
                .collect::<Vec<_>>()
        };
        assert_eq!(meant(FieldName::Class, "pasar"), ["pasar_malam"]);
        assert_eq!(meant(FieldName::Class, "rumah sakit"), ["hospital"]);
        assert_eq!(meant(FieldName::Country, "indonesia"), ["ID"]);
        assert_eq!(meant(FieldName::Status, "hospital"), [""; 0]);
    }
}
