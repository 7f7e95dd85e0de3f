//! Properties of the panes on random archives and under random keys: counts, Escape, and the history.

use lawat::app::Row;
use lawat::app::layout::Pane;
use lawat::facet::{Filter, FilterKind, FilteredPane, Scope, StopKey, place_key};
use lawat::model::{Record, RecordTime, Speaker, Statement, Visit};
use lawat::search::{MatchLevel, Query, SearchResult};
use lawat::text::fold;
use proptest::prelude::*;

use crate::session::{DOZEN, Session};

/// Whether a statement matches a filter, computed naively.
fn has(session: &Session, visit: &Visit, statement: &Statement, filter: &Filter) -> bool {
    let speakers: Vec<Speaker<'_>> = visit.speakers(statement).collect();
    match filter {
        Filter::Stop(None) => statement.stop.is_none(),
        Filter::Stop(Some(StopKey::InVisit(of, stop))) => {
            visit.id == *of && statement.stop.as_ref() == Some(stop)
        }
        Filter::Stop(Some(StopKey::Place(key))) => {
            let stop = statement.stop.as_ref().and_then(|id| visit.stop(id));
            stop.is_some_and(|stop| place_key(stop) == *key)
        }
        Filter::Person(None) => speakers.is_empty(),
        Filter::Person(Some(agent)) => speakers.iter().any(|it| it.agent(visit) == *agent),
        Filter::Organization(id) => speakers.iter().any(|it| match it {
            Speaker::Participant(person) => person.is_of(id),
            Speaker::Organization(organization) => organization.id == *id,
        }),
        Filter::Side(side) => speakers.iter().any(|it| match it {
            Speaker::Participant(person) => person.side == Some(*side),
            Speaker::Organization(organization) => organization.side() == Some(*side),
        }),
        Filter::Type(kind) => statement.kind == *kind,
        Filter::Day(day) => visit.when_said(statement).and_then(RecordTime::day) == Some(*day),
        Filter::Topic(topic) => statement.topics.iter().any(|it| fold(it) == fold(topic)),
        Filter::Fact(condition) => crate::stats_views::meets(visit, statement, condition),
        // Asks the search for one text at a time.
        Filter::Text(FilteredPane::Statements, text) => {
            let hits = session.app.data().index.search(&Query::parse(text).unwrap_or_default());
            let target = |hit: &SearchResult| session.app.data().archive.record(hit.target);
            hits.ranked().iter().any(|hit| {
                hit.level >= MatchLevel::Literal && target(hit) == Some(Record::Statement(visit, statement))
            })
        }
        Filter::Text(..) => true,
    }
}

/// How many statements of the scope match the filters, computed naively.
fn recount(session: &Session, filters: &[Filter]) -> usize {
    let visits = session.app.data().archive.visits.iter().enumerate();
    let open = visits.filter(|(at, _)| match session.app.scope() {
        Some(Scope::All) => true,
        Some(Scope::Visit(visit)) => *at == visit,
        None => false,
    });
    let passes = |visit: &Visit, statement: &Statement| matches(session, visit, statement, filters);
    open.map(|(_, visit)| visit.statements.iter().filter(|statement| passes(visit, statement)).count()).sum()
}

/// Whether a statement matches filters, computed naively.
pub fn matches(session: &Session, visit: &Visit, statement: &Statement, filters: &[Filter]) -> bool {
    filters.iter().all(|filter| {
        let mut of_kind = filters.iter().filter(|other| other.kind() == filter.kind());
        if filter.kind().has_alternatives() {
            of_kind.any(|other| has(session, visit, statement, other))
        } else {
            has(session, visit, statement, filter)
        }
    })
}

fn keys() -> impl Strategy<Value = Vec<&'static str>> {
    let one = prop::sample::select(vec![
        "j",
        "k",
        "j",
        "G",
        "g",
        "<enter>",
        "<enter>",
        "+",
        "1",
        "2",
        "3",
        "4",
        "5",
        "xx",
        "x1",
        "x2",
        "X",
        "u",
        "U",
        "H",
        "L",
        ".",
        "n",
        "N",
        "<esc>",
        "<tab>",
        "/antrean<enter>",
        "/ratna<enter>",
        "/loket<esc>",
        "<pgdn>",
        "q<esc>",
    ]);
    prop::collection::vec(one, 0..40)
}

/// Archives of a few visits in which anything may be missing, and people and places recur.
fn archive() -> impl Strategy<Value = String> {
    let maybe = |key: &'static str, values: &'static [&'static str]| {
        let some = prop::sample::select(values.to_vec()).prop_map(move |value| format!(", {key}: {value}"));
        prop_oneof![1 => Just(String::new()), 2 => some]
    };
    let statement = (
        prop::sample::select(vec!["quote", "paraphrase", "narrative"]),
        maybe("speaker", &["p0", "p1", "p2", "o0", "[p0, p1]", "[p1, p1]", "[p2, o0, p0]"]),
        maybe("stop", &["s0", "s1", "s2"]),
        maybe("date", &["2024", "2024-03-12", "2024-03-13T10:00"]),
        maybe("topics", &["[antrean]", "[loket, antrean]"]),
        prop::sample::select(vec!["antrean terpadu", "loket desa", "mutu", "ratna kencana"]),
    );
    let visit = (
        maybe("start_date", &["2024-03-12", "2023", "XXXX-01-01"]),
        prop::array::uniform3(maybe("side", &["visitor", "host"])),
        prop::array::uniform3(maybe("attendance", &["[s0]", "[s1, s2]"])),
        prop::array::uniform3(prop::sample::select(vec!["name: Orang", "post: Lurah", "post: Camat"])),
        prop::array::uniform3(0usize..3),
        prop::collection::vec(statement, 0..7),
    );
    prop::collection::vec(visit, 1..4).prop_map(|visits| {
        let mut text = String::from("schema_version: '1.0'\nvisits:\n");
        for (at, (date, sides, attendances, names, places, statements)) in visits.into_iter().enumerate() {
            let people = sides.iter().zip(&attendances).zip(&names).enumerate();
            let people = people.map(|(n, ((side, there), name))| {
                // A participant also has the side of the organization.
                let of = match n {
                    _ if side.is_empty() => "",
                    2 => ", organization: [o0, o1]",
                    _ => ", organization: o0",
                };
                format!("{{id: p{n}, {name} {n}{of}{side}{there}}}")
            });
            let stops =
                places.iter().enumerate().map(|(n, place)| format!("{{id: s{n}, name: Tempat {place}}}"));
            let statements =
                statements.iter().enumerate().map(|(n, (kind, speaker, stop, date, topics, words))| {
                    format!("{{id: q{n}, type: {kind}, text: {words}{speaker}{stop}{date}{topics}}}")
                });
            let (people, stops, statements): (Vec<_>, Vec<_>, Vec<_>) =
                (people.collect(), stops.collect(), statements.collect());
            text.extend([
                format!("  - id: v{at}\n    title: Kunjungan {at}\n"),
                date.replace(", ", "    ") + "\n",
                "    organizations: [{id: o0, name: Lembaga, role: host}, {id: o1, name: Dinas}]\n"
                    .to_owned(),
                format!("    participants: [{}]\n    itinerary: [{}]\n", people.join(", "), stops.join(", ")),
                format!("    statements: [{}]\n", statements.join(", ")),
            ]);
        }
        text
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn counts_match_a_naive_count(text in prop_oneof![Just(DOZEN.to_owned()), archive()], keys in keys()) {
        let mut session = Session::open(&text);
        prop_assert_eq!(session.app.data().problem_count().errors, 0, "{}", text);
        for key in keys.into_iter().filter(|key| !key.starts_with('q')) {
            session = session.press(key);
            let filters = session.app.filters().active().to_vec();
            prop_assert_eq!(session.app.statements().0, recount(&session, &filters));
            prop_assert_eq!(session.app.rows_of(Pane::Statements).len(), session.app.statements().0);
            for pane in [Pane::Stops, Pane::Participants] {
                for row in session.app.rows_of(pane).iter() {
                    let (filter, count) = match row {
                        Row::Record { target, count: Some(count), .. } => {
                            let record = session.app.data().archive.record(target).unwrap();
                            (session.app.filter_of_record(record), count)
                        }
                        Row::NotStated { kind: FilterKind::Stop, count, .. } => (Some(Filter::Stop(None)), count),
                        Row::NotStated { count, .. } => (Some(Filter::Person(None)), count),
                        _ => continue,
                    };
                    let Some(filter) = filter else { continue };
                    let others = filters.iter().filter(|other| other.kind() != filter.kind()).cloned();
                    let wanted: Vec<Filter> = others.chain([filter.clone()]).collect();
                    prop_assert_eq!(count, recount(&session, &wanted), "{:?}", filter);
                    prop_assert_eq!(row.is_active_filter(), filters.contains(&filter));
                }
            }
        }
    }

    #[test]
    fn rows_are_numbered_among_those_of_their_kind(keys in keys()) {
        let mut session = Session::open(DOZEN);
        for key in keys.into_iter().filter(|key| !key.starts_with('q')) {
            session = session.press(key);
            for pane in [Pane::Visits, Pane::Stops, Pane::Participants, Pane::Statements] {
                let kinds: Vec<_> =
                    session.app.rows_of(pane).iter().map(|row| row.target().map(|it| it.kind)).collect();
                for (at, kind) in kinds.iter().enumerate() {
                    let count = |kinds: &[_]| kinds.iter().filter(|other| *other == kind).count();
                    let number = kind.map(|_| (count(&kinds[..=at]), count(&kinds)));
                    prop_assert_eq!(session.app.rows().record_number(pane, at), number);
                }
            }
        }
    }

    #[test]
    fn repeated_escape_removes_all_filters(keys in keys()) {
        let mut session = Session::open(DOZEN);
        for key in keys {
            session = session.press(key);
        }
        session.effects.clear();
        let session = session.press(&"<esc>".repeat(20));
        prop_assert!(session.effects.is_empty());
        prop_assert!(session.app.filters().active().is_empty() && session.app.overlay().is_none());
    }

    #[test]
    fn back_restores_the_previous_place_exactly(keys in keys()) {
        let mut session = Session::open(DOZEN).press("1gj<enter>");
        for key in keys.into_iter().filter(|key| !matches!(*key, "H" | "L" | "." | "u" | "U" | "n" | "N")) {
            session = session.press(key).press("<esc><esc>");
        }
        let session = session.press("2g");
        // Where there is nothing to select, Enter is no step.
        prop_assume!(!session.app.rows_of(Pane::Stops).is_empty());
        let before = session.screen();
        let session = session.press("<enter>").press("H");
        prop_assert_eq!(before, session.screen());
    }
}
