//! The views of the whole: their counts are those of a naive recount, and `lawat stats` shows them in every format.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use lawat::facet::{Facets, Filter, Scope, WholeCounts};
use lawat::lang::Lang;
use lawat::load::{load, load_text};
use lawat::model::{
    Archive, DateMatch, Days, Record, RecordKind, RecordTime, Statement, StatementType, Target, Visit,
};
use lawat::stats::{
    Condition, CountBy, CountQuery, CountUnit, FactIndex, Gap, Limit, MeasureValue, Selection, ValueKey, View,
};
use lawat::text::fold;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;

use crate::command_line::{lawat, run};

const DOZEN: &str = "tests/data/dozen.yaml";
/// Two visits on Java and one whose year is not known; of the four places one has no coordinates, and one only a city.
pub(crate) const PLACES: &str = "schema_version: '1.1'
visits:
- id: dua
  title: Ke Surabaya
  start_date: 2024-03-12
  end_date: 2024-03-13
  itinerary:
  - {id: a, name: Balai Kota, place: {locality: Surabaya, coordinates: {latitude: -7.2592, longitude: 112.7469}}, start_date: '2024-03-12T09:00', end_date: '2024-03-12T10:30'}
  - {id: b, name: Taman Bungkul, place: {locality: Surabaya, coordinates: {latitude: -7.2914, longitude: 112.7398}}, start_date: '2024-03-12T13:00'}
  - {id: c, name: Puskesmas, place: {locality: Surabaya}, start_date: 2024-03}
  statements:
  - {id: s, type: quote, text: Satu, stop: a, date: '2024-03-12T09:10'}
  - {id: t, type: quote, text: Dua, stop: a}
- id: satu
  title: Ke Bandung
  start_date: '2023-07?'
  itinerary: [{id: a, name: Gedung Sate, place: {coordinates: {latitude: -6.9025, longitude: 107.6188}}}]
- {id: nol, title: Entah kapan, start_date: XXXX-10-19, itinerary: [{id: x, name: Kantor}]}
";

pub(crate) fn archive() -> Archive {
    load(&[DOZEN, "tests/data/parties.yaml", "tests/data/whole.yaml"].map(Into::into)).archive
}

pub(crate) fn of(text: &str) -> Archive {
    load_text("a.yaml", text.into()).archive
}

/// The keys of a fact that a statement has, straight from the records.
pub(crate) fn keys_of(visit: &Visit, statement: &Statement, by: CountBy) -> BTreeSet<String> {
    let stop = || statement.stop.as_ref().and_then(|id| visit.stop(id));
    match by {
        CountBy::Visit => [visit.id.to_string()].into(),
        CountBy::Topic => statement.topics.iter().map(|topic| fold(topic)).collect(),
        CountBy::Kind => [statement.kind.name().to_owned()].into(),
        CountBy::Stop => stop().map(lawat::model::place_key).into_iter().collect(),
        CountBy::Person => visit.speakers(statement).map(|it| it.agent(visit).to_string()).collect(),
        CountBy::Month => {
            let month = visit.when_said(statement).map(RecordTime::month);
            month.map(|it| it.map_or("several".to_owned(), |it| it.to_string())).into_iter().collect()
        }
        CountBy::City => {
            let cities = visit.parties().filter_map(|it| visit.city_of(it));
            cities.chain(stop().and_then(|it| visit.city_of_stop(it))).map(|city| city.key).collect()
        }
        _ => unreachable!("not recounted here"),
    }
}

/// Whether a statement meets a condition, straight from the records.
pub(crate) fn meets(visit: &Visit, statement: &Statement, condition: &Condition) -> bool {
    let stop = statement.stop.as_ref().and_then(|id| visit.stop(id));
    match condition {
        Condition::Value(CountUnit::Statement, by, Some(key)) => {
            keys_of(visit, statement, *by).contains(&key.to_string())
        }
        Condition::Value(CountUnit::Statement, by, None) => keys_of(visit, statement, *by).is_empty(),
        Condition::Lacking(CountUnit::Visit, Gap::Source) => visit.sources.is_empty(),
        Condition::Lacking(CountUnit::Statement, Gap::Source) => statement.sources.is_empty(),
        Condition::Lacking(CountUnit::Stop, Gap::Coordinates) => {
            stop.is_some_and(|it| it.place.iter().all(|place| place.coordinates.is_none()))
        }
        Condition::During(days) => {
            visit.when_said(statement).is_some_and(|when| when.overlaps(*days) != DateMatch::No)
        }
        Condition::Value(..) | Condition::Lacking(..) => unreachable!("not recounted here"),
    }
}

fn conditions(archive: &Archive, facts: &FactIndex) -> Vec<Condition> {
    let view = View { archive, facts, selection: Selection::whole(), lang: Lang::En };
    let query = |by| CountQuery { unit: CountUnit::Statement, by, across: None };
    let of = |by| view.count(query(by), Limit::NONE).rows.into_iter().map(move |row| (by, row.key));
    let values =
        RECOUNTED.into_iter().flat_map(of).map(|(by, key)| Condition::Value(CountUnit::Statement, by, key));
    let days = |first: &str, last: &str| Days { first: first.parse().unwrap(), last: last.parse().unwrap() };
    values
        .chain([
            Condition::Lacking(CountUnit::Visit, Gap::Source),
            Condition::Lacking(CountUnit::Statement, Gap::Source),
            Condition::Lacking(CountUnit::Stop, Gap::Coordinates),
            Condition::During(days("2024-01-01", "2024-12-31")),
            Condition::During(days("2026-01-01", "2026-01-10")),
        ])
        .collect()
}

const RECOUNTED: [CountBy; 7] = [
    CountBy::Visit,
    CountBy::Topic,
    CountBy::Kind,
    CountBy::Stop,
    CountBy::Person,
    CountBy::Month,
    CountBy::City,
];

/// The numbers of statements, quotes and visits by key; records without a value have an empty one.
fn recounted(archive: &Archive, shown: &[Target], by: CountBy) -> BTreeMap<String, (usize, usize, usize)> {
    let mut counts: BTreeMap<String, (usize, usize, BTreeSet<usize>)> = BTreeMap::new();
    for target in shown {
        let Some(Record::Statement(visit, statement)) = archive.record(*target) else { panic!("{target:?}") };
        let mut keys = keys_of(visit, statement, by);
        if keys.is_empty() {
            keys.insert(String::new());
        }
        for key in keys {
            let count = counts.entry(key).or_default();
            count.0 += 1;
            count.1 += usize::from(statement.kind == StatementType::Quote);
            count.2.insert(target.visit);
        }
    }
    counts.into_iter().map(|(key, (all, quotes, visits))| (key, (all, quotes, visits.len()))).collect()
}

/// All filters by people, places, types and topics of an archive.
fn filters(archive: &Archive) -> Vec<Filter> {
    let mut filters = vec![Filter::Person(None), Filter::Stop(None)];
    for visit in &archive.visits {
        filters.extend(visit.participants.iter().map(|it| Filter::Person(Some(visit.agent(it)))));
        filters.extend(visit.organizations.iter().map(|it| Filter::Organization(it.id.clone())));
        filters.extend(visit.statements.iter().map(|it| Filter::Type(it.kind)));
        filters.extend(
            visit.statements.iter().flat_map(|it| &it.topics).map(|it| Filter::Topic(it.to_string())),
        );
    }
    filters
}

proptest! {
    #[test]
    fn filters_by_facts_pass_the_same_statements_as_the_records(
        picked in prop::collection::vec(any::<prop::sample::Index>(), 1..4),
    ) {
        let archive = archive();
        let facets = Facets::new(&archive);
        let all = conditions(&archive, facets.facts(&archive));
        let chosen: Vec<Condition> = picked.iter().map(|at| at.get(&all).clone()).collect();
        let filters: Vec<Filter> = chosen.iter().cloned().map(Filter::Fact).collect();
        let shown = facets.count(&archive, Scope::All, &filters, &|_, _| None::<Arc<_>>).shown;
        let shown: Vec<Target> = facets.targets(&shown).collect();
        let passes = |target: &Target| {
            let Some(Record::Statement(visit, it)) = archive.record(*target) else { return false };
            chosen.iter().all(|condition| meets(visit, it, condition))
        };
        let statements = (0..archive.visits.len()).flat_map(|at| archive.targets_of(at));
        let expected: BTreeSet<Target> =
            statements.filter(|it| it.kind == RecordKind::Statement && passes(it)).collect();
        prop_assert_eq!(&shown.iter().copied().collect::<BTreeSet<_>>(), &expected);
        // The part that a view covers has the same statements, and its visits have at least one record of it.
        let selection = Selection::meeting(facets.facts(&archive), &archive, &chosen);
        let view = View { archive: &archive, facts: facets.facts(&archive), selection: &selection, lang: Lang::En };
        prop_assert_eq!(view.totals().statements, expected.len());
    }

    #[test]
    fn counts_are_those_of_a_recount_under_any_filters(
        picked in prop::collection::vec(any::<prop::sample::Index>(), 0..4),
        by in select(&RECOUNTED[..]),
        across in select(&RECOUNTED[..]),
        limit in 1_usize..5,
    ) {
        let archive = archive();
        let (facets, facts) = (Facets::new(&archive), FactIndex::new(&archive));
        let all = filters(&archive);
        let chosen: Vec<Filter> = picked.iter().map(|at| at.get(&all).clone()).collect();
        let shown = facets.count(&archive, Scope::All, &chosen, &|_, _| None::<Arc<_>>).shown;
        let shown: Vec<Target> = facets.targets(&shown).collect();
        let selection = Selection::of_statements(&facts, shown.iter().copied());
        let view = View { archive: &archive, facts: &facts, selection: &selection, lang: Lang::En };
        let query = CountQuery { unit: CountUnit::Statement, by, across: Some(across) };
        let table = view.count(query, Limit::NONE);
        let key = |key: &Option<ValueKey>| key.as_ref().map(ToString::to_string).unwrap_or_default();
        let counted: BTreeMap<_, _> = table.rows.iter().filter(|row| row.count > 0)
            .map(|row| (key(&row.key), (row.count, row.quotes, row.visits))).collect();
        prop_assert_eq!(&counted, &recounted(&archive, &shown, by));
        // Each cell is a recount of the statements of its row.
        for row in &table.rows {
            let of_row: Vec<Target> = shown.iter().copied().filter(|target| {
                let Some(Record::Statement(visit, it)) = archive.record(*target) else { return false };
                let keys = keys_of(visit, it, by);
                keys.contains(&key(&row.key)) || (keys.is_empty() && row.key.is_none())
            }).collect();
            let cells = recounted(&archive, &of_row, across);
            for (column, cell) in table.columns.iter().zip(&row.cells) {
                prop_assert_eq!(*cell, cells.get(&key(&column.key)).map_or(0, |count| count.0));
            }
        }
        // A limit keeps the first rows and says how many it leaves out.
        let limited = view.count(CountQuery { across: None, ..query }, Limit::of(limit));
        let known = table.rows.iter().filter(|row| row.key.is_some()).count();
        prop_assert_eq!(limited.rows.iter().filter(|row| row.key.is_some()).count(), known.min(limit));
        prop_assert_eq!((limited.more_rows, limited.total), (known.saturating_sub(limit), shown.len()));
        // The totals and the timeline cover the same part.
        let visits: BTreeSet<usize> = shown.iter().map(|target| target.visit).collect();
        let (totals, timeline) = (view.totals(), view.timeline());
        prop_assert_eq!((totals.statements, totals.visits), (shown.len(), visits.len()));
        prop_assert_eq!(timeline.spans.len() + timeline.undated.len(), visits.len());
        prop_assert_eq!(timeline.spans.iter().chain(&timeline.undated).map(|it| it.statements).sum::<usize>(), shown.len());
    }
}

#[test]
fn the_overview_counts_what_is_lacking() {
    let archive = of(PLACES);
    let (facts, all) = (FactIndex::new(&archive), Selection::all());
    let overview = View { archive: &archive, facts: &facts, selection: &all, lang: Lang::En }.overview(1);
    let lacking = |kind: CountUnit, lacks: &str| {
        let found = overview.gaps.iter().find(|gap| gap.unit == kind && gap.gap.name() == lacks).unwrap();
        (found.count, found.total)
    };
    assert_eq!(lacking(CountUnit::Visit, "day"), (2, 3));
    assert_eq!(lacking(CountUnit::Visit, "source"), (3, 3));
    assert_eq!(lacking(CountUnit::Visit, "statement"), (2, 3));
    assert_eq!(lacking(CountUnit::Stop, "coordinates"), (2, 5));
    assert_eq!(lacking(CountUnit::Statement, "speaker"), (2, 2));
    assert_eq!((overview.totals.stops, overview.totals.places, overview.totals.quotes), (5, 5, 2));
    let places = overview.rankings.iter().find(|it| it.query.by == CountBy::Stop).unwrap();
    assert_eq!((places.table.rows.len(), places.table.more_rows), (1, 4));
}

#[test]
fn an_overview_that_is_kept_is_the_one_that_would_be_counted() {
    let archive = of(PLACES);
    let (facts, all) = (FactIndex::new(&archive), Selection::all());
    let (one_visit, whole) = (Selection::of_visits(&facts, &[1]), WholeCounts::default());
    for _ in 0..2 {
        for (lang, selection, most) in
            Lang::ALL.iter().flat_map(|lang| [(lang, &all, 3), (lang, &all, 1), (lang, &one_visit, 3)])
        {
            let view = View { archive: &archive, facts: &facts, selection, lang: *lang };
            assert_eq!(whole.totals(&view), view.totals());
            assert_eq!(whole.overview(&view, most), view.overview(most), "{lang:?}, {most}");
        }
    }
}

#[test]
fn pairs_are_each_visitor_with_each_host() {
    let text = "schema_version: '1.1'\nvisits: [{id: a, title: A, organizations: [{id: x, name: X, role: visitor}, {id: y, name: Y, role: host}, {id: z, name: Z, role: host}]}, {id: b, title: B, organizations: [{id: x, name: X, role: visitor}, {id: z, name: Z, role: host}]}, {id: c, title: C}]\n";
    let archive = of(text);
    let (facts, all) = (FactIndex::new(&archive), Selection::all());
    let view = View { archive: &archive, facts: &facts, selection: &all, lang: Lang::En };
    let query = CountQuery { unit: CountUnit::Visit, by: CountBy::Pair, across: None };
    let rows = view.count(query, Limit::NONE).rows;
    let rows: Vec<(&str, usize)> = rows.iter().map(|row| (row.name.as_str(), row.count)).collect();
    assert_eq!(rows, [("X → Z", 2), ("X → Y", 1), ("no visitor or no host stated", 1)]);
}

#[test]
fn a_map_numbers_the_stops_of_a_visit_in_order_and_infers_what_lacks_coordinates() {
    let archive = of(PLACES);
    let (facts, all) = (FactIndex::new(&archive), Selection::all());
    let view = View { archive: &archive, facts: &facts, selection: &all, lang: Lang::En };
    let one = Selection::of_visits(&facts, &[0]);
    let map = View { selection: &one, ..view }.map(usize::MAX);
    let points: Vec<(&str, usize, Option<&str>)> = map
        .points
        .iter()
        .map(|point| (point.place.name.as_str(), point.place.statements, point.inferred.as_deref()))
        .collect();
    // The order of the visit: a month begins before its days.
    let expected = [("Puskesmas", 0, Some("Surabaya")), ("Balai Kota", 2, None), ("Taman Bungkul", 0, None)];
    assert_eq!(points, expected);
    let [route] = map.routes.as_slice() else { panic!("{:?}", map.routes) };
    // What is inferred is not part of the route.
    assert_eq!(route.points, [1, 2]);
    assert!((3.5..3.8).contains(&route.km), "{}", route.km);
    let map = view.map(usize::MAX);
    assert_eq!((map.points.len(), map.unplaced.len()), (4, 1));
    assert_eq!(map.unplaced[0].name, "Kantor");
}

#[test]
fn a_visit_has_days_with_stops_and_hours() {
    let archive = of(PLACES);
    let (facts, all) = (FactIndex::new(&archive), Selection::all());
    let view = View { archive: &archive, facts: &facts, selection: &all, lang: Lang::Id };
    let days = view.days_of(0).unwrap();
    let [day] = days.days.as_slice() else { panic!("{days:?}") };
    let clocks: Vec<String> = day.stops.iter().map(|stop| stop.clock(Lang::Id)).collect();
    assert_eq!(clocks, ["09.00–10.30", "13.00"]);
    assert_eq!((day.hours[9], day.hours.iter().sum::<usize>(), day.stops[0].statements), (1, 1, 2));
    assert_eq!(days.undated.iter().map(|stop| stop.stop).collect::<Vec<_>>(), [2]);
    let timeline = view.timeline();
    assert_eq!(timeline.spans.iter().map(|span| span.visit).collect::<Vec<_>>(), [1, 0]);
    assert!(!timeline.spans[0].is_sure && timeline.undated[0].visit == 2);
}

#[test]
fn things_are_compared_within_the_selection() {
    let archive = archive();
    let (facts, all) = (FactIndex::new(&archive), Selection::all());
    let view = View { archive: &archive, facts: &facts, selection: &all, lang: Lang::En };
    let ratna = view.find(CountBy::Person, "ratna").unwrap();
    let compared = view.compare(CountBy::Person, std::slice::from_ref(&ratna));
    let value =
        |name: &str| compared.rows.iter().find(|row| row.measure.name() == name).unwrap().values[0].clone();
    let query = CountQuery { unit: CountUnit::Statement, by: CountBy::Person, across: None };
    let table = view.count(query, Limit::NONE);
    let row = table.rows.iter().find(|row| row.key.as_ref() == Some(&ratna)).unwrap();
    assert_eq!(value("statements"), MeasureValue::Count(row.count));
    assert_eq!(value("quotes"), MeasureValue::Count(row.quotes));
    assert!(matches!(value("first_visit"), MeasureValue::Date(_)));
}

/// The output of `lawat stats` for the records above.
fn stats(args: &[&str]) -> String {
    let output = lawat().arg("stats").args(args).arg("-").write_stdin(PLACES).output().unwrap();
    assert_eq!(
        (output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()),
        (Some(0), ""),
        "{args:?}"
    );
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn every_view_is_written_in_every_format() {
    for view in ["counts", "overview", "timeline", "map", "matrix", "compare"] {
        assert!(stats(&["--view", view]).lines().count() > 2, "{view}");
        let json = stats(&["--view", view, "--format", "json"]);
        assert!(serde_json::from_str::<Value>(&json).is_ok(), "{view}: {json}");
        let csv = stats(&["--view", view, "--format", "csv"]);
        let columns: BTreeSet<usize> = csv.lines().map(|line| line.matches(',').count()).collect();
        assert!(columns.len() == 1 || csv.contains('"'), "{view}: {csv}");
        let table = stats(&["--view", view, "--format", "md"]);
        assert!(table.starts_with("## ") && table.contains("---|"), "{view}: {table}");
        if view != "compare" {
            let svg = stats(&["--view", view, "--format", "svg"]);
            assert!(svg.starts_with("<svg") && svg.ends_with("</svg>\n") && svg.contains("<desc>"), "{svg}");
            is_well_formed(&svg);
        }
    }
    let (code, _, err) = run(lawat().args(["stats", "--view", "compare", "--format", "svg", DOZEN]));
    assert!(code == Some(2) && err.contains("cannot be drawn"), "{err}");
}

#[test]
fn values_and_days_limit_a_view() {
    let map = |args: &[&str]| -> Value {
        serde_json::from_str(&stats(&[&["--view", "map", "--format", "json"], args].concat())).unwrap()
    };
    assert_eq!(map(&["--of", "dua"])["points"].as_array().unwrap().len(), 3);
    assert_eq!(map(&["--during", "2023"])["points"][0]["name"], "Gedung Sate");
    assert_eq!(
        map(&["--by", "city", "--of", "surabaya", "--during", "2023"])["points"],
        serde_json::json!([])
    );
    let counted = stats(&["--count", "visit", "--by", "year", "--during", "2024"]);
    // A visit of unknown year may have been in that year.
    assert!(counted.contains("possible  1") && counted.contains("total                   2"), "{counted}");
    let (code, _, err) = run(lawat().args(["stats", "--of", "nobody", DOZEN]));
    assert!(code == Some(2) && err.contains("no visit “nobody”"), "{err}");
    let (code, _, err) = run(lawat().args(["stats", "--during", "soonish", DOZEN]));
    assert!(code == Some(2) && err.contains("soonish"), "{err}");
}

#[test]
fn a_single_visit_is_shown_by_day_and_hour() {
    let text = stats(&["--view", "timeline", "--of", "dua"]);
    for line in
        ["Tuesday, 12 March 2024", "09:00–10:30  Balai Kota  2 statements", "Stops without an exact day"]
    {
        assert!(text.contains(line), "{line}: {text}");
    }
    let text = stats(&["--view", "timeline"]);
    assert!(text.contains("1 visit of unknown year\nEntah kapan"), "{text}");
}

#[test]
fn what_was_called_off_does_not_look_as_if_it_took_place() {
    let timeline = |args: &[&str]| {
        let args = [&["--lang", "en", "stats", "--partial", "--view", "timeline"], args].concat();
        run(lawat().args(args).arg(DOZEN)).1
    };
    for args in [&[][..], &["--format", "svg"]] {
        assert!(timeline(args).contains("(cancelled) Kunjungan yang dibatalkan"), "{args:?}");
        let day = timeline(&[&["--of", "inspeksi"], args].concat());
        assert!(day.contains("(cancelled) Pasar Lama"), "{day}");
    }
    assert!(timeline(&[]).starts_with("Timeline\n                                ╵2020 "));
}

/// A text of a picture: the place of its baseline, and its row.
struct Drawn {
    left: f64,
    right: f64,
    y: f64,
    text: String,
}

fn attribute<'t>(element: &'t str, name: &str) -> &'t str {
    let value = element.split_once(&format!(" {name}=\"")).map(|(_, rest)| rest);
    value.and_then(|rest| rest.split('"').next()).unwrap_or_default()
}

/// The texts outside of maps, measured with a usual font: half the size of the font per column.
fn texts(svg: &str) -> Vec<Drawn> {
    let (before, after) = svg.split_once("<svg x=").unwrap_or((svg, ""));
    let after = after.split_once("</svg>").map_or("", |(_, rest)| rest);
    let elements = [before, after].concat();
    let text = |element: &str| {
        let (start, text) = element.split_once('>')?;
        let text = text.split("</text>").next()?.replace("&amp;", "&");
        let start = format!(" {start}");
        let class = attribute(&start, "class");
        let size = if class.contains('h') && !class.contains("sh") { 17.0 } else { 14.0 };
        let columns = u32::try_from(lawat::text::width(&text)).ok()?;
        let (x, width) = (attribute(&start, "x").parse::<f64>().ok()?, f64::from(columns) * size * 0.5);
        let left = match class {
            _ if class.contains("end") => x - width,
            _ if class.contains("mid") => x - width / 2.0,
            _ => x,
        };
        Some(Drawn { left, right: left + width, y: attribute(&start, "y").parse().ok()?, text })
    };
    elements.split("<text").skip(1).filter_map(text).collect()
}

#[test]
fn texts_of_pictures_stay_inside_and_apart() {
    let mut files: Vec<String> = vec![DOZEN.into(), "tests/data/whole.yaml".into(), "visits.yaml".into()];
    files.retain(|file| Path::new(file).exists());
    assert_eq!(files.len(), 3);
    for file in files {
        for args in [
            &["--view", "overview"][..],
            &["--view", "timeline"],
            &["--view", "map"],
            &["--view", "matrix"],
            &["--view", "matrix", "--by", "topic", "--by", "visit"],
            &["--by", "month"],
            &["--by", "visit"],
        ] {
            for lang in ["id", "en"] {
                let (_, svg, _) =
                    run(lawat().args(["--lang", lang, "stats", "--format", "svg"]).args(args).arg(&file));
                let drawn = texts(&svg);
                assert!(!drawn.is_empty(), "{args:?} {file}");
                for (at, one) in drawn.iter().enumerate() {
                    assert!(
                        one.left >= 0.0 && one.right <= 420.0,
                        "{args:?} {file}: {} is outside",
                        one.text
                    );
                    for other in drawn.iter().skip(at + 1) {
                        let is_apart = (one.y - other.y).abs() > 11.0
                            || one.right <= other.left
                            || other.right <= one.left;
                        assert!(is_apart, "{args:?} {file}: {} is on {}", one.text, other.text);
                    }
                }
                assert!(svg.contains(&format!("lang=\"{lang}\"")) && !svg.contains("<script"), "{svg}");
            }
        }
    }
}

/// Whether an XML parser accepts it: an attribute that is there twice is an error in browsers.
fn is_well_formed(svg: &str) {
    let mut reader = quick_xml::Reader::from_str(svg);
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error}\n{svg}")) {
            quick_xml::events::Event::Start(tag) | quick_xml::events::Event::Empty(tag) => {
                let attributes: Result<Vec<_>, _> = tag.attributes().collect();
                assert!(attributes.is_ok(), "{attributes:?}\n{svg}");
            }
            quick_xml::events::Event::Eof => return,
            _ => {}
        }
    }
}
