//! Keywords: values from a list, such as a status, a role or a country. They match queries on their field only, by the
//! value in the file and by its labels in both languages.

use borsh::{BorshDeserialize, BorshSerialize};
use hashbrown::HashMap;

use super::fields::QueryField;
use super::matching::literal_quality;
use super::numbers::RecordNumber;
use crate::lang::{Country, Lang, classifications};
use crate::model::{
    MediaType, NoteType, Organization, OutcomeStatus, OutcomeType, Participant, ParticipantRole,
    ParticipantType, Record, Role, Side, SourceType, Status, Stop, StopStatus, Visit, VisitClassification,
};
use crate::text::folded_words;

/// A field and its value as in the file.
pub(super) type FieldKeyword<'v> = (QueryField, &'v str);

/// A value of a field, and the records and texts that have it.
#[derive(Debug, BorshSerialize, BorshDeserialize)]
pub(super) struct Keyword {
    field: QueryField,
    /// The term of the list, or the value as in the file if it is not listed.
    term: String,
    /// The words of a value that is not in the list.
    written: Option<Vec<String>>,
    /// The records that have it themselves, in no particular order.
    pub(super) records: Vec<RecordNumber>,
    /// The records that inherit it from their visit, in no particular order.
    pub(super) inherited_by: Vec<RecordNumber>,
    /// The shared texts that have it, in no particular order. The records that refer to them inherit it.
    pub(super) shared_texts: Vec<u32>,
}

/// The keywords of the records indexed so far.
#[derive(Debug, Default)]
pub(super) struct KeywordTable {
    known: HashMap<(QueryField, String), usize>,
    list: Vec<Keyword>,
}

impl KeywordTable {
    /// The keyword with a value, added if it is new.
    pub(super) fn entry(&mut self, (field, word): FieldKeyword<'_>) -> Option<&mut Keyword> {
        let at = *self.known.entry((field, word.to_owned())).or_insert_with(|| {
            let keyword = Keyword::new(field, word);
            // Several values may mean the same term: ID, IDN.
            let same = |it: &Keyword| (it.field, &it.term) == (keyword.field, &keyword.term);
            let at = self.list.iter().position(same).unwrap_or(self.list.len());
            if at == self.list.len() {
                self.list.push(keyword);
            }
            at
        });
        self.list.get_mut(at)
    }

    pub(super) fn finish(mut self) -> Vec<Keyword> {
        for Keyword { records, inherited_by, shared_texts, .. } in &mut self.list {
            [records, inherited_by, shared_texts].into_iter().for_each(Vec::shrink_to_fit);
        }
        self.list
    }
}

impl Keyword {
    fn new(field: QueryField, word: &str) -> Self {
        let words: Vec<String> = spelling(word);
        let (term, written) = match terms_spelled(field, &words).first() {
            Some(term) => ((*term).to_owned(), None),
            None => (word.to_owned(), Some(words)),
        };
        Self { field, term, written, records: Vec::new(), inherited_by: Vec::new(), shared_texts: Vec::new() }
    }

    pub(super) fn matches(&self, query: &KeywordQuery, field: QueryField) -> bool {
        self.field == field
            && match &self.written {
                Some(written) => has_all(written, &query.words),
                None => query.terms.contains(&self.term.as_str()),
            }
    }

    pub(super) fn bytes(&self) -> usize {
        (self.records.len() + self.inherited_by.len() + self.shared_texts.len()) * size_of::<u32>()
    }
}

/// The value of a query on a field with keywords.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct KeywordQuery {
    /// The terms of the list that match it.
    pub(super) terms: Vec<&'static str>,
    /// Its words, folded, which are compared with values that are not in the list.
    pub(super) words: Vec<String>,
}

impl KeywordQuery {
    /// The terms with the value as a spelling; if there are none, those with a spelling that contains all its words, also
    /// as parts of words.
    pub(super) fn new(field: QueryField, value: &str) -> Self {
        let words = spelling(value);
        let mut terms = terms_spelled(field, &words);
        if terms.is_empty() && !words.is_empty() {
            terms = terms_with(field, |spelled| has_all(spelled, &words));
        }
        Self { terms, words }
    }
}

fn terms_spelled(field: QueryField, words: &[String]) -> Vec<&'static str> {
    terms_with(field, |spelled| spelled == words)
}

/// Labels of terms in earlier versions, which queries still accept.
const FORMER_LABELS: &[(QueryField, &str, &str)] = &[
    (QueryField::Class, "study_visit", "kunjungan studi"),
    (QueryField::Class, "inspection", "inspeksi"),
    (QueryField::Status, "confirmed", "dipastikan"),
    (QueryField::Status, "passed", "has taken place"),
    (QueryField::Role, "interpreter", "penerjemah"),
    (QueryField::Role, "presenter", "pemapar"),
    (QueryField::Role, "visitor", "pengunjung"),
    (QueryField::Type, "person", "perorangan"),
    (QueryField::Type, "ambiguity", "yang tidak jelas"),
    (QueryField::Type, "ambiguity", "left open"),
    (QueryField::Type, "conflict", "yang bertentangan"),
    (QueryField::Type, "editorial", "catatan penyusun"),
];

fn former_labels(field: QueryField, term: &str) -> impl Iterator<Item = &'static str> {
    let is_same = move |(of, name, _): &&(QueryField, &str, &str)| (*of, *name) == (field, term);
    FORMER_LABELS.iter().filter(is_same).map(|(.., label)| *label)
}

/// The terms with a spelling that satisfies a condition.
fn terms_with(field: QueryField, is_match: impl Fn(&[String]) -> bool) -> Vec<&'static str> {
    let listed = terms(field).into_iter();
    let mut terms: Vec<&'static str> = listed
        .filter(|(term, spellings)| {
            spellings.iter().copied().chain(former_labels(field, term)).any(|text| is_match(&spelling(text)))
        })
        .map(|(term, _)| term)
        .collect();
    terms.sort_unstable();
    terms.dedup();
    terms
}

/// The words of a value, folded.
fn spelling(text: &str) -> Vec<String> {
    folded_words(&text.replace(['_', '-'], " ")).collect()
}

fn has_all(words: &[String], wanted: &[String]) -> bool {
    !wanted.is_empty()
        && wanted.iter().all(|wanted| words.iter().any(|word| literal_quality(wanted, word).is_some()))
}

/// The terms of lists, each with its value in files and its labels in both languages.
macro_rules! listed {
    ($($list:ident),+) => {
        [$($list::LISTED.iter().map(|it| (it.name(), vec![it.name(), it.label(Lang::Id), it.label(Lang::En)])).collect::<Vec<_>>(),)+]
            .concat()
    };
}

/// The terms of the lists of a field, each with its spellings.
fn terms(field: QueryField) -> Vec<(&'static str, Vec<&'static str>)> {
    match field {
        QueryField::Status => listed!(Status, StopStatus, OutcomeStatus),
        QueryField::Role => {
            let sides = Side::ALL.iter();
            let sides = sides.map(|it| (it.name(), vec![it.name(), it.label(Lang::Id), it.label(Lang::En)]));
            listed!(Role, ParticipantRole).into_iter().chain(sides).collect()
        }
        QueryField::Class => {
            let places = classifications().map(|(term, words)| (term, vec![term, words.id, words.en]));
            listed!(VisitClassification).into_iter().chain(places).collect()
        }
        QueryField::Type => listed!(ParticipantType, OutcomeType, MediaType, SourceType, NoteType),
        QueryField::Country => Country::all()
            .map(|it| (it.code(), [it.code(), it.long_code()].into_iter().chain(it.names()).collect()))
            .collect(),
        _ => Vec::new(),
    }
}

/// The labels of the terms of a field in a language.
pub(super) fn words(field: QueryField, lang: Lang) -> Vec<&'static str> {
    let place = match (field, lang) {
        (QueryField::Country, Lang::Id) => 3,
        (_, Lang::Id) => 1,
        (_, Lang::En) => 2,
    };
    terms(field).into_iter().filter_map(|(_, spellings)| spellings.get(place).copied()).collect()
}

/// The keywords that a record has itself.
pub(super) fn own_keywords(record: Record<'_>) -> Vec<FieldKeyword<'_>> {
    match record {
        Record::Visit(visit) => of_visit(visit),
        Record::Stop(visit, stop) => of_stop(visit, stop),
        Record::Participant(visit, person) => {
            let kind = person.kind.iter().map(|kind| (QueryField::Type, kind.name()));
            of_person(visit, person).into_iter().chain(kind).collect()
        }
        Record::Organization(visit, organization) => {
            let class = organization.classification.iter().map(|class| (QueryField::Class, class.as_str()));
            of_organization(visit, organization).into_iter().chain(class).collect()
        }
        Record::Statement(..) => Vec::new(),
    }
}

/// The keywords that a record inherits from its visit: the status, unless the stop has one.
pub(super) fn inherited_keywords(record: Record<'_>) -> Vec<FieldKeyword<'_>> {
    let status = match record {
        Record::Stop(visit, stop) => visit.status.as_ref().filter(|_| stop.status.is_none()),
        // A statement with a stop inherits the keywords of the stop.
        Record::Statement(visit, statement) => visit.status.as_ref().filter(|_| statement.stop.is_none()),
        Record::Visit(_) | Record::Participant(..) | Record::Organization(..) => None,
    };
    status.map(|status| (QueryField::Status, status.name())).into_iter().collect()
}

/// The keywords of a visit, including those of its parts.
fn of_visit(visit: &Visit) -> Vec<FieldKeyword<'_>> {
    let statuses = visit.status.iter().map(Status::name);
    let statuses = statuses.chain(visit.outcomes.iter().flat_map(|it| &it.status).map(OutcomeStatus::name));
    let classes = visit.classification.iter().map(VisitClassification::name);
    let classes =
        classes.chain(visit.itinerary.iter().flat_map(|stop| &stop.classification).map(String::as_str));
    let countries = visit.itinerary.iter().filter_map(|stop| visit.country_of_stop(stop));
    let countries = countries.chain(visit.parties().filter_map(|it| visit.country_of(it)));
    let countries = countries.map(|it| (QueryField::Country, it));
    let types = visit.outcomes.iter().flat_map(|it| &it.kind).map(OutcomeType::name);
    let types = types.chain(visit.media.iter().map(|it| it.kind.name()));
    let types = types.chain(visit.sources.iter().flat_map(|it| &it.kind).map(SourceType::name));
    let types = types.chain(visit.notes.iter().flat_map(|it| &it.kind).map(NoteType::name));
    let keywords = statuses.map(|it| (QueryField::Status, it));
    let keywords = keywords.chain(classes.map(|it| (QueryField::Class, it)));
    keywords.chain(countries).chain(types.map(|it| (QueryField::Type, it))).collect()
}

fn of_stop<'v>(visit: &'v Visit, stop: &'v Stop) -> Vec<FieldKeyword<'v>> {
    let statuses = stop.status.iter().map(|it| (QueryField::Status, it.name()));
    let classes = stop.classification.iter().map(|it| (QueryField::Class, it.as_str()));
    let countries = visit.country_of_stop(stop).map(|it| (QueryField::Country, it));
    statuses.chain(classes).chain(countries).collect()
}

/// The keywords that the statements made at a stop inherit: those that the stop has or inherits itself.
pub(super) fn shared_by_stop<'v>(visit: &'v Visit, stop: &'v Stop) -> Vec<FieldKeyword<'v>> {
    [of_stop(visit, stop), inherited_keywords(Record::Stop(visit, stop))].concat()
}

/// The role of a person in the visit, and the countries of the organizations. The statements of the person inherit them.
pub(super) fn of_person<'v>(visit: &'v Visit, person: &'v Participant) -> Vec<FieldKeyword<'v>> {
    let role = person.role.iter().map(ParticipantRole::name);
    let roles = role.chain(person.side.map(Side::name)).map(|it| (QueryField::Role, it));
    let organizations = person.organizations().filter_map(|id| visit.organization(id));
    let countries = organizations.filter_map(|it| visit.country_of(it)).map(|it| (QueryField::Country, it));
    roles.chain(countries).collect()
}

/// The role and the country of an organization. Its statements inherit them.
pub(super) fn of_organization<'v>(visit: &'v Visit, organization: &'v Organization) -> Vec<FieldKeyword<'v>> {
    let role = organization.role.iter().map(|role| (QueryField::Role, role.name()));
    role.chain(visit.country_of(organization).map(|it| (QueryField::Country, it))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(field: QueryField, value: &str) -> Vec<&'static str> {
        KeywordQuery::new(field, value).terms
    }

    #[test]
    fn a_term_is_known_by_its_words_in_both_languages() {
        for value in ["cancelled", "dibatalkan", "batal", "CANCELLED"] {
            assert_eq!(terms(QueryField::Status, value), ["cancelled"], "{value}");
        }
        for value in ["head_of_delegation", "ketua delegasi", "head-of-delegation", "ketua"] {
            assert_eq!(terms(QueryField::Role, value), ["head_of_delegation"], "{value}");
        }
        assert_eq!(terms(QueryField::Role, "tuan rumah"), ["host"]);
        assert_eq!(terms(QueryField::Class, "rumah sakit"), ["hospital"]);
        assert_eq!(terms(QueryField::Type, "nota kesepahaman"), ["memorandum"]);
        assert_eq!(terms(QueryField::Status, "zzz"), [""; 0]);
    }

    #[test]
    fn former_labels_mean_the_same_terms() {
        for (field, term, label) in FORMER_LABELS {
            assert_eq!(terms(*field, label), [*term], "{label}");
            assert_eq!(terms(*field, term), [*term], "{term}");
        }
        assert_eq!(terms(QueryField::Class, "studi banding"), ["study_visit"]);
    }

    #[test]
    fn a_code_of_a_country_is_no_part_of_a_name() {
        for value in ["JP", "jpn", "Japan", "jepang", "jepa"] {
            assert_eq!(terms(QueryField::Country, value), ["JP"], "{value}");
        }
        assert_eq!(terms(QueryField::Country, "in"), ["IN"]);
        assert_eq!(terms(QueryField::Country, "korea selatan"), ["KR"]);
        assert_eq!(terms(QueryField::Country, "korea"), ["KP", "KR"]);
        assert_eq!(terms(QueryField::Country, "niger"), ["NE"]);
    }

    #[test]
    fn what_is_in_no_list_is_found_as_it_is_written() {
        let mut keywords = KeywordTable::default();
        for word in ["hospital", "pasar_malam", "ID", "IDN", "Indonesia"] {
            let field =
                if word.len() > 3 && word != "Indonesia" { QueryField::Class } else { QueryField::Country };
            keywords.entry((field, word)).expect("a keyword").records.push(0);
        }
        let keywords = keywords.finish();
        assert_eq!(keywords.len(), 3);
        let terms = |field, value: &str| {
            let value = KeywordQuery::new(field, value);
            keywords
                .iter()
                .filter(|keyword| keyword.matches(&value, field))
                .map(|it| it.term.as_str())
                .collect::<Vec<_>>()
        };
        assert_eq!(terms(QueryField::Class, "pasar"), ["pasar_malam"]);
        assert_eq!(terms(QueryField::Class, "rumah sakit"), ["hospital"]);
        assert_eq!(terms(QueryField::Country, "indonesia"), ["ID"]);
        assert_eq!(terms(QueryField::Status, "hospital"), [""; 0]);
    }
}
