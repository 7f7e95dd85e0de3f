//! Properties of the views of the whole, on random records under random filters: what a row counts is what the panes show once it is
//! opened, what is listed beside it, and what a naive recount finds.

use std::collections::BTreeSet;

use lawat::app::layout::Pane;
use lawat::app::{Matrix, Overlay, OverviewItem, StatsContent, StatsTarget};
use lawat::facet::{Filter, FilteredPane, Scope};
use lawat::lang::Lang;
use lawat::model::{DateMatch, Days, RecordTime, Side, Statement, Stop, Visit, place_key};
use lawat::stats::{Condition, CountBy, CountQuery, CountUnit, FactIndex, Gap, Limit, Selection, View};
use lawat::text::fold;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::pane_properties::matches;
use crate::session::Session;
use crate::stats_views::{PLACES, archive, keys_of, of};

/// A record, and the visit that it belongs to.
#[derive(Clone, Copy)]
enum Item<'a> {
    Visit(&'a Visit),
    Stop(&'a Visit, &'a Stop),
    Statement(&'a Visit, &'a Statement),
}

impl<'a> Item<'a> {
    fn all_of(visit: &'a Visit, unit: CountUnit) -> Vec<Self> {
        match unit {
            CountUnit::Visit => vec![Self::Visit(visit)],
            CountUnit::Stop => visit.itinerary.iter().map(|stop| Self::Stop(visit, stop)).collect(),
            CountUnit::Statement => visit.statements.iter().map(|it| Self::Statement(visit, it)).collect(),
            CountUnit::Person => Vec::new(),
        }
    }

    fn unit(self) -> CountUnit {
        match self {
            Self::Visit(_) => CountUnit::Visit,
            Self::Stop(..) => CountUnit::Stop,
            Self::Statement(..) => CountUnit::Statement,
        }
    }

    /// Whether it is a record, or belongs to it.
    fn is_part_of(self, other: Self) -> bool {
        match (self.of(other.unit()), other) {
            (Some(Self::Stop(_, one)), Self::Stop(_, other)) => one.id == other.id,
            (Some(Self::Statement(_, one)), Self::Statement(_, other)) => one.id == other.id,
            (it, _) => it.is_some(),
        }
    }

    fn visit(self) -> &'a Visit {
        match self {
            Self::Visit(visit) | Self::Stop(visit, _) | Self::Statement(visit, _) => visit,
        }
    }

    /// The record of a kind that it belongs to.
    fn of(self, unit: CountUnit) -> Option<Self> {
        match (unit, self) {
            (CountUnit::Visit, _) => Some(Self::Visit(self.visit())),
            (CountUnit::Stop, Self::Statement(visit, it)) => {
                let stop = it.stop.as_ref().and_then(|id| visit.stop(id));
                stop.map(|stop| Self::Stop(visit, stop))
            }
            (CountUnit::Stop, Self::Stop(..)) | (CountUnit::Statement, Self::Statement(..)) => Some(self),
            _ => None,
        }
    }

    fn when(self) -> Option<RecordTime> {
        match self {
            Self::Visit(visit) => visit.when(),
            Self::Stop(visit, stop) => stop.when().or_else(|| visit.when().map(RecordTime::sometime)),
            Self::Statement(visit, it) => visit.when_said(it),
        }
    }

    fn keys(self, by: CountBy) -> BTreeSet<String> {
        match self {
            Self::Visit(visit) => keys_of_visit(visit, by),
            Self::Stop(_, stop) if by == CountBy::Stop => [place_key(stop)].into(),
            Self::Stop(..) => unreachable!("not recounted here"),
            Self::Statement(visit, it) => keys_of(visit, it, by),
        }
    }

    fn lacks(self, gap: Gap) -> bool {
        let has_side = |visit: &Visit, side| {
            !visit.organizations_of(side).is_empty()
                || visit.participants.iter().any(|it| it.side == Some(side))
        };
        let has_no_day = |when: Option<RecordTime>| when.and_then(RecordTime::exact).is_none();
        match (gap, self) {
            (Gap::Day, Self::Visit(visit)) => has_no_day(visit.when()),
            (Gap::Day, Self::Stop(_, stop)) => has_no_day(stop.when()),
            (Gap::Day, Self::Statement(visit, it)) => has_no_day(visit.when_said(it)),
            (Gap::Source, Self::Visit(visit)) => visit.sources.is_empty(),
            (Gap::Source, Self::Statement(_, it)) => it.sources.is_empty(),
            (Gap::Host, _) => !has_side(self.visit(), Side::Host),
            (Gap::Visitor, _) => !has_side(self.visit(), Side::Visitor),
            (Gap::Stop, Self::Visit(visit)) => visit.itinerary.is_empty(),
            (Gap::Stop, Self::Statement(_, it)) => it.stop.is_none(),
            (Gap::Statement, _) => self.visit().statements.is_empty(),
            (Gap::Speaker, Self::Statement(_, it)) => it.speaker.is_empty(),
            (Gap::Coordinates, Self::Stop(_, stop)) => stop.place.iter().all(|it| it.coordinates.is_none()),
            _ => unreachable!("not recounted here"),
        }
    }

    fn meets(self, condition: &Condition) -> bool {
        let of = |unit| self.of(unit);
        match condition {
            Condition::Value(unit, by, Some(key)) => {
                of(*unit).is_some_and(|it| it.keys(*by).contains(&key.to_string()))
            }
            Condition::Value(unit, by, None) => of(*unit).is_some_and(|it| it.keys(*by).is_empty()),
            Condition::Lacking(unit, gap) => of(*unit).is_some_and(|it| it.lacks(*gap)),
            Condition::During(days) => self.is_during(*days),
        }
    }

    fn is_during(self, days: Days) -> bool {
        self.when().is_some_and(|when| when.overlaps(days) != DateMatch::No)
    }
}

fn keys_of_visit(visit: &Visit, by: CountBy) -> BTreeSet<String> {
    let side = |side| -> Vec<String> {
        let organizations = visit.organizations_of(side);
        if !organizations.is_empty() {
            return organizations.iter().map(|it| it.agent().to_string()).collect();
        }
        let people = visit.participants.iter().filter(|it| it.side == Some(side));
        people.map(|it| visit.agent(it).to_string()).collect()
    };
    let month = || RecordTime::new(visit.start_date, None).map(RecordTime::month);
    match by {
        CountBy::Host => side(Side::Host).into_iter().collect(),
        CountBy::Visitor => side(Side::Visitor).into_iter().collect(),
        CountBy::Pair => {
            let hosts = side(Side::Host);
            let visitors = side(Side::Visitor).into_iter();
            visitors.flat_map(|it| hosts.iter().map(move |host| format!("{it} → {host}"))).collect()
        }
        CountBy::Person => visit.participants.iter().map(|it| visit.agent(it).to_string()).collect(),
        CountBy::Stop => visit.itinerary.iter().map(place_key).collect(),
        CountBy::City => {
            let cities = visit.parties().filter_map(|it| visit.city_of(it));
            cities
                .chain(visit.itinerary.iter().filter_map(|it| visit.city_of_stop(it)))
                .map(|it| it.key)
                .collect()
        }
        CountBy::Topic => visit.topics.iter().map(|topic| fold(topic)).collect(),
        CountBy::Year => {
            let year = |it: lawat::model::PartialDate| format!("{:04}", it.year().unwrap_or_default());
            month().map(|it| it.map_or("several".to_owned(), year)).into_iter().collect()
        }
        CountBy::Month => {
            month().map(|it| it.map_or("several".to_owned(), |it| it.to_string())).into_iter().collect()
        }
        _ => unreachable!("not recounted here"),
    }
}

/// How many records of a kind pass the filters and meet the conditions, and in how many visits. A visit passes with a record of it
/// that passes, a stop also with a statement.
fn recounted(session: &Session, unit: CountUnit, conditions: &[Condition]) -> (usize, usize) {
    let (facts, others): (Vec<Filter>, Vec<Filter>) =
        session.app.filters().active().iter().cloned().partition(|it| matches!(it, Filter::Fact(_)));
    let facts = facts.into_iter().filter_map(|filter| match filter {
        Filter::Fact(condition) => Some(condition),
        _ => None,
    });
    let conditions: Vec<Condition> = facts.chain(conditions.iter().cloned()).collect();
    let needed = others.iter().any(Filter::needs_statement).then_some(CountUnit::Statement);
    let least = conditions.iter().filter_map(Condition::unit).chain(needed).max().unwrap_or(CountUnit::Visit);
    let passes = |item: Item<'_>| {
        let is_found = match item {
            Item::Statement(visit, it) => matches(session, visit, it, &others),
            Item::Visit(_) | Item::Stop(..) => true,
        };
        is_found && item.unit() >= least && conditions.iter().all(|condition| item.meets(condition))
    };
    let has_passing = |visit: &Visit, item: Item<'_>| {
        let all = [CountUnit::Visit, CountUnit::Stop, CountUnit::Statement].into_iter();
        let mut parts = all.flat_map(|unit| Item::all_of(visit, unit)).filter(|part| part.is_part_of(item));
        parts.any(passes)
    };
    let is_listed = |visit: &&Visit| {
        others.iter().all(|filter| match filter {
            Filter::Text(FilteredPane::Visits, text) => fold(&visit.title).contains(&fold(text)),
            _ => true,
        })
    };
    let visits = session.app.data().archive.visits.iter().filter(is_listed);
    let counts = visits
        .map(|visit| Item::all_of(visit, unit).into_iter().filter(|item| has_passing(visit, *item)).count());
    let counts: Vec<usize> = counts.filter(|count| *count > 0).collect();
    (counts.iter().sum(), counts.len())
}

/// What a row says: the kind of the records that it counts, how many there are, and in how many visits if it says so.
struct Row {
    unit: CountUnit,
    count: usize,
    visits: Option<usize>,
}

fn rows(content: &StatsContent) -> Vec<Row> {
    let of_matrix = |it: &Matrix, row: usize| {
        it.table.rows[row].cells.get(it.column).map(|count| Row {
            unit: it.query.unit,
            count: *count,
            visits: None,
        })
    };
    match content {
        StatsContent::Overview(it) => it
            .rows
            .iter()
            .map(|row| match &row.item {
                OverviewItem::Value(query, row) => {
                    Row { unit: query.unit, count: row.count, visits: Some(row.visits) }
                }
                OverviewItem::Gap(gap) => Row { unit: gap.unit, count: gap.count, visits: None },
                OverviewItem::None(..) | OverviewItem::More(_) => {
                    Row { unit: CountUnit::Visit, count: 0, visits: None }
                }
            })
            .collect(),
        StatsContent::Matrix(it) => (0..it.table.rows.len()).filter_map(|row| of_matrix(it, row)).collect(),
        StatsContent::Map(it) => (0..it.map.points.len() + it.map.unplaced.len())
            .filter_map(|row| it.place(row))
            .map(|it| Row { unit: CountUnit::Stop, count: it.stops, visits: Some(it.visits) })
            .collect(),
        _ => Vec::new(),
    }
}

fn content(session: &Session) -> &StatsContent {
    match session.app.overlay() {
        Some(Overlay::Stats(view)) => &view.content,
        other => panic!("no view but {other:?}"),
    }
}

/// Takes one of several options after the other.
struct Choices<'a>(std::slice::Iter<'a, u8>);

impl Choices<'_> {
    fn pick(&mut self, options: &[&'static str]) -> &'static str {
        options[usize::from(self.0.next().copied().unwrap_or_default()) % options.len()]
    }
}

fn statement(item: usize, choices: &[u8]) -> String {
    let mut choices = Choices(choices.iter());
    let speakers =
        ["", ", speaker: p0", ", speaker: p1", ", speaker: [p0, p1]", ", speaker: [p2, o0]", ", speaker: o1"];
    let parts = [
        choices.pick(&["type: quote", "type: paraphrase"]),
        choices.pick(&speakers),
        choices.pick(&["", ", stop: s0", ", stop: s1"]),
        choices.pick(&["", ", date: 2024-03-12", ", date: 2023"]),
        choices.pick(&["", ", topics: [antrean]", ", topics: [loket, mutu]"]),
    ];
    format!("{{id: q{item}, text: Satu, {}}}", parts.concat())
}

fn visit(at: usize, choices: &[u8], statements: &[[u8; 5]]) -> String {
    let mut choices = Choices(choices.iter());
    let dates = [
        "",
        ", start_date: 2024-03-12",
        ", start_date: 2024-03",
        ", start_date: 2023",
        ", start_date: 2023-07-01, end_date: 2023-07-03",
        ", start_date: XXXX-10-19",
    ];
    let facts = [
        choices.pick(&dates),
        choices.pick(&["", ", topics: [antrean]", ", topics: [loket, antrean]"]),
        choices.pick(&["", ", sources: [{id: w, title: W}]"]),
    ];
    let organizations = ["o0, name: Lembaga", "o1, name: Dinas"]
        .map(|it| format!("{{id: {it}{}}}", choices.pick(&["", ", role: host", ", role: visitor"])));
    let people = ["p0, name: Ani", "p1, name: Budi", "p2, post: Camat"].map(|it| {
        let side = choices.pick(&["", ", side: host", ", side: visitor", ", organization: o0"]);
        format!("{{id: {it}{side}}}")
    });
    let places = [
        "",
        ", place: {locality: Batu, coordinates: {latitude: -7.9, longitude: 112.5}}",
        ", place: {locality: Malang}",
    ];
    let stops = ["s0", "s1"].map(|id| {
        let (name, place) = (choices.pick(&["Pasar", "Kantor"]), choices.pick(&places));
        let day = choices.pick(&["", ", start_date: 2024-03-12", ", start_date: 2023-07-02"]);
        format!("{{id: {id}, name: {name}{place}{day}}}")
    });
    let statements = statements.iter().enumerate().map(|(item, choices)| statement(item, choices));
    format!(
        "- {{id: v{at}, title: {}{}, organizations: [{}], participants: [{}], itinerary: [{}], statements: [{}]}}\n",
        ["Rapat", "Tinjauan"][at % 2],
        facts.concat(),
        organizations.join(", "),
        people.join(", "),
        stops.join(", "),
        statements.collect::<Vec<_>>().join(", "),
    )
}

/// Archives of a few visits in which anything may be missing, and people, places and topics recur.
fn records() -> impl Strategy<Value = String> {
    let choices = prop::collection::vec(any::<u8>(), 24);
    let statements = prop::collection::vec(any::<[u8; 5]>(), 0..6);
    prop::collection::vec((choices, statements), 2..5).prop_map(|visits| {
        let visits = visits.iter().enumerate().map(|(at, (choices, of))| visit(at, choices, of));
        format!("schema_version: '1.1'\nvisits:\n{}", visits.collect::<String>())
    })
}

/// Keys that lead to filters of all kinds, from the panes and from the views.
fn keys() -> impl Strategy<Value = Vec<&'static str>> {
    let one = prop::sample::select(vec![
        "1gj<enter>",
        "1gg<enter>",
        "2g<enter>",
        "2gj<enter>",
        "3g<enter>",
        "3gjj<enter>",
        "3G<enter>",
        "3gjjj+",
        "1gfTinjauan<enter>",
        "2gfPasar<enter>",
        "1gf2024..2024<enter>",
        "1gf2023-07..2024-02<enter>",
        "4gfsatu<enter>",
        "voGf<esc>",
        "vogjf<esc>",
        "vogjjjjjjf<esc>",
        "vogjjjjjjjjjjjf<esc>",
        "voGkkkkkkkf<esc>",
        "vmgf<esc>",
        "vxgf<esc>",
        "vxGllf<esc>",
    ]);
    prop::collection::vec(one, 0..4)
}

/// Opens a row, and compares what the panes show then with what the row said.
fn check(
    session: Session,
    (row, at): (&Row, usize),
    conditions: &[Condition],
) -> Result<Session, TestCaseError> {
    let beside = session.app.frame().text().get(1).map(lawat::text::Line::plain);
    let session = session.press("<enter>");
    prop_assert!(
        session.app.overlay().is_none() && session.app.scope() == Some(Scope::All),
        "row {}\n{}",
        at,
        session.screen()
    );
    let filters = session.app.filters().active();
    let (count, visits) = recounted(&session, row.unit, conditions);
    prop_assert_eq!((row.count, row.visits.unwrap_or(visits)), (count, visits), "row {} {:?}", at, filters);
    prop_assert_eq!(session.app.rows().shown(Pane::Visits).0, visits, "row {} {:?}", at, filters);
    if row.unit == CountUnit::Statement {
        prop_assert_eq!(session.app.statements().0, count, "row {} {:?}", at, filters);
    }
    if let (Some(beside), CountUnit::Statement) = (beside, row.unit) {
        let said = |count, one: &str| format!("{count} {one}{}", if count == 1 { "" } else { "s" });
        prop_assert_eq!(beside, format!("{} in {}", said(count, "statement"), said(visits, "visit")));
    }
    Ok(session)
}

/// Compares the timeline with the panes.
fn check_timeline(session: Session) -> Result<Session, TestCaseError> {
    let listed = |pane| -> Vec<usize> {
        session.app.rows_of(pane).iter().filter_map(|row| Some(row.target()?.visit)).collect()
    };
    let (visits, statements) = (listed(Pane::Visits), listed(Pane::Statements));
    let count = |visit: usize| statements.iter().filter(|at| **at == visit).count();
    let expected: BTreeSet<(usize, usize)> = visits.into_iter().map(|it| (it, count(it))).collect();
    let session = session.press("vt");
    if let StatsContent::Timeline(it) = content(&session) {
        let spans = it.timeline.spans.iter().chain(&it.timeline.undated);
        let spans: BTreeSet<(usize, usize)> = spans.map(|it| (it.visit, it.statements)).collect();
        prop_assert_eq!(spans, expected);
    } else {
        prop_assert_eq!(expected.len(), 1);
    }
    Ok(session.press("<esc>"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn a_row_counts_what_the_panes_show_once_it_is_opened(
        text in records(),
        keys in keys(),
        view in prop::sample::select(vec!["vo", "vo", "vx", "vxl", "vxrr", "vxrrc", "vm"]),
        picked in prop::collection::vec(any::<Index>(), 6),
    ) {
        let mut session = Session::open(&text).lang(Lang::En).size(124, 31);
        prop_assert_eq!(session.app.data().problem_count().errors, 0, "{}", text);
        for key in keys {
            session = session.press(key);
        }
        while session.app.overlay().is_some() {
            session = session.press("<esc>");
        }
        if session.app.scope() == Some(Scope::All) {
            session = check_timeline(session)?;
        }
        for picked in picked {
            session = session.press(view).press("g");
            let rows = rows(content(&session));
            if rows.is_empty() {
                return Ok(());
            }
            let at = picked.index(rows.len());
            session = session.press(&"j".repeat(at));
            let Some(StatsTarget::Records(conditions)) = content(&session).target(at) else {
                prop_assert_eq!(rows[at].count, 0);
                session = session.press("<esc>");
                continue;
            };
            let before = session.app.filters().active().to_vec();
            session = check(session, (&rows[at], at), &conditions)?.press("H");
            prop_assert_eq!(session.app.filters().active(), before);
        }
    }
}

/// In one visit a statement lacks what the visit has; in another what nobody has; the third has no people.
pub(crate) const SCARCE: &str = "schema_version: '1.1'
visits:
- id: pasar
  title: Ke pasar
  start_date: 2024-03-12
  participants: [{id: ani, name: Ani}, {id: budi, name: Budi}]
  itinerary: [{id: p, name: Pasar}]
  statements: [{id: s, type: quote, text: Satu, speaker: ani, stop: p}, {id: t, type: quote, text: Dua}]
- id: sekolah
  title: Ke sekolah
  start_date: 2024-05-01
  participants: [{id: ani, name: Ani}]
  statements: [{id: u, type: quote, text: Tiga, speaker: ani}]
- {id: kantor, title: Ke kantor, start_date: 2023}
";

#[test]
fn the_visits_of_a_row_are_those_that_it_counts() {
    let archives = [archive(), of(SCARCE), of(PLACES)];
    for archive in &archives {
        let facts = FactIndex::new(archive);
        let view = View { archive, facts: &facts, selection: Selection::whole(), lang: Lang::En };
        for unit in [CountUnit::Visit, CountUnit::Stop, CountUnit::Statement] {
            for by in CountBy::ALL {
                for row in view.count(CountQuery { unit, by, across: None }, Limit::NONE).rows {
                    let visits = view.visits_meeting(&Condition::Value(unit, by, row.key.clone()));
                    assert_eq!(visits.len(), row.visits, "{unit:?} {by:?} {}", row.name);
                }
            }
        }
    }
    let [.., archive, _] = &archives;
    let facts = FactIndex::new(archive);
    let view = View { archive, facts: &facts, selection: Selection::whole(), lang: Lang::En };
    let without = |unit, by| view.visits_meeting(&Condition::Value(unit, by, None));
    // Not the visit with a stop where one of the statements has none, nor those without anybody who could speak.
    assert_eq!(without(CountUnit::Visit, CountBy::Stop), [1, 2]);
    assert_eq!(without(CountUnit::Statement, CountBy::Person), [0]);
}
