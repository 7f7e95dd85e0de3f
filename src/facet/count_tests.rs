//! Counts are those of a naive recount: statement by statement, from the records themselves.

use std::sync::Arc;

use jiff::civil::Date;
use proptest::prelude::*;
use proptest::sample::subsequence;

use super::*;
use crate::bit_set::BitSet;
use crate::facet::{FilteredPane, StatementSet, place_key};
use crate::load::load_text;
use crate::model::{RecordKind, RecordTime, Side, Statement, StatementType};
use crate::search::{Index, Query, Searcher};

#[path = "../../benches/generator/mod.rs"]
#[expect(clippy::duplicate_mod, reason = "tests of the search generate archives, too")]
mod generator;
use generator::{A_VISIT, Generator};

/// The number of filters to choose from.
const FILTERS: usize = 35;

/// Visits with a few statements each, in which places and people recur, and some statements without a stop or a speaker.
fn archive(seed: u64) -> Archive {
    let mut generator = Generator::new(seed, A_VISIT / 2);
    let mut text = Generator::HEAD.to_owned();
    for _ in 0..8 {
        generator.visit(&mut text, A_VISIT / 8);
    }
    let text = text.replace(", stop: s3", "").replace(", topics: [topik 1]", "");
    // A topic that is written in two ways counts once.
    let text = text.replace("topics: [topik 2]", "topics: [topik 2, Topik 2]");
    // Some statements are listed in another order than they are written in.
    let dated = |(at, line): (usize, &str)| match at % 3 {
        0 => line.replacen("type: ", &format!("date: 2031-02-{:02}, type: ", 1 + at * 11 % 28), 1),
        _ => line.to_owned(),
    };
    let text: Vec<String> = text.lines().enumerate().map(dated).collect();
    let lines = text.iter().enumerate().map(|(at, line)| match line.split_once("speaker: ") {
        // Every seventh statement has no speaker, and every fifth names its speaker twice.
        Some((before, after)) if at % 7 == 0 => before.to_owned() + after.split_once(", ").expect("more").1,
        Some((before, after)) if at % 5 == 0 => {
            let (person, rest) = after.split_once(", ").expect("more");
            format!("{before}speaker: [{person}, {person}], {rest}")
        }
        _ => line.clone(),
    });
    let loaded = load_text("some.yaml", lines.collect::<Vec<_>>().join("\n").into_bytes());
    assert_eq!(loaded.archive.visits.len(), 8, "{:?}", loaded.diagnostics.first());
    loaded.archive
}

/// Filters of all kinds with values from the archive, and some that match nothing.
fn filters(archive: &Archive) -> Vec<Filter> {
    let mut all = vec![
        Filter::Stop(None),
        Filter::Person(None),
        Filter::Side(Side::Host),
        Filter::Type(StatementType::Quote),
        Filter::Topic("topik 2".to_owned()),
        Filter::Topic("topik 3".to_owned()),
        Filter::Topic("nothing".to_owned()),
        Filter::Stop(Some(StopKey::Place("nowhere".to_owned()))),
        Filter::Text(FilteredPane::Statements, "2".to_owned()),
        Filter::Text(FilteredPane::Statements, "5".to_owned()),
        Filter::Day(Date::default()),
    ];
    for visit in archive.visits.iter().take(3) {
        let places = visit.itinerary.iter().take(2).map(place_key);
        all.extend(places.map(|key| Filter::Stop(Some(StopKey::Place(key)))));
        let stop = visit.itinerary.first().expect("a stop");
        all.push(Filter::Stop(Some(StopKey::InVisit(visit.id.clone(), stop.id.clone()))));
        all.extend(visit.participants.iter().take(3).map(|it| Filter::Person(Some(visit.agent(it)))));
        all.push(Filter::Organization(visit.organizations.first().expect("one").id.clone()));
        all.extend(visit.statements.first().and_then(|it| day_of(visit, it)).map(Filter::Day));
    }
    all
}

fn day_of(visit: &Visit, statement: &Statement) -> Option<Date> {
    visit.when_said(statement).and_then(RecordTime::day)
}

/// Whether a statement matches a text: here all do but each second or each fifth of a visit, as the text says.
fn has_text(item: usize, text: &str) -> bool {
    text.parse::<usize>().is_ok_and(|number| !item.is_multiple_of(number))
}

/// The statements that match a text.
fn texts(archive: &Archive) -> impl Fn(FilteredPane, &str) -> Option<Arc<StatementSet>> {
    |_, text| {
        let visits = archive.newest_first().into_iter().map(|at| &archive.visits[at]);
        let has_text = |item| has_text(item, text);
        let matches: Vec<bool> =
            visits.flat_map(|it| it.statements_in_order().into_iter().map(has_text)).collect();
        Some(Arc::new(StatementSet::new(BitSet::of(matches.len(), |position| matches[position]))))
    }
}

/// Whether a statement matches a filter.
fn meets(visit: &Visit, item: usize, filter: &Filter) -> bool {
    let statement = &visit.statements[item];
    let people = || statement.speaker.iter().filter_map(|id| visit.participant(id));
    let stop = statement.stop.as_ref().and_then(|id| visit.stop(id));
    match filter {
        Filter::Stop(None) => stop.is_none(),
        Filter::Stop(Some(StopKey::Place(key))) => stop.is_some_and(|it| place_key(it) == *key),
        Filter::Stop(Some(StopKey::InVisit(id, of))) => {
            visit.id == *id && stop.is_some_and(|it| it.id == *of)
        }
        Filter::Person(None) => statement.speaker.is_empty(),
        Filter::Person(Some(agent)) => people().any(|it| visit.agent(it) == *agent),
        Filter::Organization(id) => people().any(|it| it.organizations().any(|of| of == id)),
        Filter::Side(side) => people().any(|it| it.side == Some(*side)),
        Filter::Type(kind) => statement.kind == *kind,
        Filter::Topic(topic) => statement.topics.iter().any(|it| it == topic.as_str()),
        Filter::Day(day) => day_of(visit, statement) == Some(*day),
        Filter::Text(_, text) => has_text(item, text),
        Filter::Fact(_) => unreachable!("none here"),
    }
}

/// The statements that match filters: alternatives of one kind, and all kinds.
fn matching(archive: &Archive, filters: &[&Filter]) -> Vec<Target> {
    let mut found = Vec::new();
    for at in archive.newest_first() {
        let visit = &archive.visits[at];
        for item in visit.statements_in_order() {
            let meets = |filter: &Filter| meets(visit, item, filter);
            let any_of = |kind| filters.iter().any(|filter| filter.kind() == kind && meets(filter));
            let passes = |filter: &&Filter| {
                if filter.kind().has_alternatives() { any_of(filter.kind()) } else { meets(filter) }
            };
            if filters.iter().all(passes) {
                found.push(Target::new(at, RecordKind::Statement, item));
            }
        }
    }
    found
}

/// Checks all counts of all rows in a scope.
fn compare(archive: &Archive, scope: Scope, filters: &[Filter], candidates: &[Filter]) {
    let facets = Facets::new(archive);
    let in_scope = |target: &Target| scope.visit().is_none_or(|visit| visit == target.visit);
    let number = |filters: &[&Filter]| matching(archive, filters).into_iter().filter(in_scope).count();
    let texts = texts(archive);
    let counts = facets.count(archive, scope, filters, &texts);
    let shown: Vec<Target> =
        matching(archive, &filters.iter().collect::<Vec<_>>()).into_iter().filter(in_scope).collect();
    assert_eq!(facets.targets(&counts.shown).collect::<Vec<_>>(), shown, "{filters:?}");
    assert_eq!(counts.total, number(&[]));
    assert_eq!(facets.count_matching(archive, scope, filters, &texts), shown.len());
    let with = |candidate: &Filter| {
        let others = filters.iter().filter(|it| it.kind() != candidate.kind());
        number(&others.chain([candidate]).collect::<Vec<_>>())
    };
    assert_eq!(counts.without_place, with(&Filter::Stop(None)), "{filters:?}");
    assert_eq!(counts.without_speaker, with(&Filter::Person(None)), "{filters:?}");
    let each = facets.count_each((archive, scope), filters, candidates, &texts);
    assert_eq!(each, candidates.iter().map(with).collect::<Vec<_>>(), "{filters:?}");
    for target in archive.targets().filter(|target| in_scope(target)) {
        let expected = match archive.record(target).expect("a record") {
            Record::Stop(_, stop) if scope == Scope::All => {
                with(&Filter::Stop(Some(StopKey::Place(place_key(stop)))))
            }
            Record::Stop(visit, stop) => {
                with(&Filter::Stop(Some(StopKey::InVisit(visit.id.clone(), stop.id.clone()))))
            }
            Record::Participant(visit, it) => with(&Filter::Person(Some(visit.agent(it)))),
            Record::Organization(_, it) => with(&Filter::Organization(it.id.clone())),
            Record::Visit(_) => shown.iter().filter(|it| it.visit == target.visit).count(),
            Record::Statement(..) => 0,
        };
        assert_eq!(counts.of(&facets, archive, scope, target), expected, "{target:?} with {filters:?}");
    }
}

#[test]
fn counts_of_one_filter_are_those_of_a_recount() {
    let archive = archive(1);
    let all = filters(&archive);
    for filter in &all {
        compare(&archive, Scope::All, std::slice::from_ref(filter), &all);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn counts_are_those_of_a_recount(
        seed in 0_u64..100,
        chosen in subsequence((0..FILTERS).collect::<Vec<usize>>(), 0..5),
        visit in prop::option::of(0_usize..8),
    ) {
        let archive = archive(seed);
        let all = filters(&archive);
        prop_assert_eq!(all.len(), FILTERS);
        let filters: Vec<Filter> = chosen.iter().filter_map(|at| all.get(*at)).cloned().collect();
        compare(&archive, visit.map_or(Scope::All, Scope::Visit), &filters, &all);
    }
}

#[test]
fn a_text_filters_the_statements_that_have_it() {
    let archive = archive(3);
    let (facets, index) = (Facets::new(&archive), Arc::new(Index::new(&archive)));
    let is_listed_as_written = |visit: &Visit| visit.statements_in_order().is_sorted();
    assert!(!archive.visits.iter().all(is_listed_as_written), "the test needs other orders");
    let words = archive.visits.iter().flat_map(|it| &it.statements).flat_map(|it| it.text.split(' ').take(2));
    let words: Vec<&str> = words.filter(|word| word.chars().all(char::is_alphabetic)).take(40).collect();
    assert!(words.len() > 10);
    for word in words {
        let query = Query::parse(word).expect("a word");
        let matching = Arc::new(StatementSet::new(Searcher::new(Arc::clone(&index)).statements_with(&query)));
        let found = index.search(&query);
        let found = found.groups.iter().filter(|group| group.kind == RecordKind::Statement);
        let found: Vec<Target> = found.flat_map(|group| &group.results).map(|it| it.target).collect();
        let filter = Filter::Text(FilteredPane::Statements, word.to_owned());
        let texts = |_: FilteredPane, _: &str| Some(Arc::clone(&matching));
        for scope in [None].into_iter().chain((0..archive.visits.len()).map(Some)) {
            let in_scope = |target: &Target| scope.is_none_or(|visit| visit == target.visit);
            let shown = facets
                .count(
                    &archive,
                    scope.map_or(Scope::All, Scope::Visit),
                    std::slice::from_ref(&filter),
                    &texts,
                )
                .shown;
            let mut shown: Vec<Target> = facets.targets(&shown).collect();
            let mut expected: Vec<Target> = found.iter().copied().filter(in_scope).collect();
            shown.sort();
            expected.sort();
            assert_eq!(shown, expected, "{word}");
        }
    }
}
