//! The overview as text and as data.

use serde::Serialize;

use super::StatsFormat;
use super::sheet::{Sheet, bar_rows, name_width};
use crate::chart;
use crate::cli::output::{self, Failure, Paint};
use crate::lang::Lang;
use crate::stats::{GapCount, Overview, Ranking};
use crate::text::{Line, TextRole};

#[derive(Debug, Serialize)]
struct OverviewJson<'a> {
    visits: usize,
    called_off: usize,
    people: usize,
    stops: usize,
    places: usize,
    statements: usize,
    quotes: usize,
    lists: Vec<ListJson<'a>>,
    lacking: Vec<LackingJson>,
}

#[derive(Debug, Serialize)]
struct ListJson<'a> {
    count: &'static str,
    by: &'static str,
    rows: Vec<RowJson<'a>>,
    /// The number of rows that are not listed.
    more: usize,
}

#[derive(Debug, Serialize)]
struct RowJson<'a> {
    key: Option<String>,
    name: &'a str,
    count: usize,
    visits: usize,
}

#[derive(Debug, Serialize)]
struct LackingJson {
    kind: &'static str,
    lacks: &'static str,
    count: usize,
    total: usize,
}

/// The overview in a format.
pub(super) fn written(
    overview: &Overview,
    format: StatsFormat,
    (lang, paint): (Lang, Paint),
) -> Result<String, Failure> {
    match format {
        StatsFormat::Text => Ok(text(overview, lang).iter().map(|line| paint.line(line)).collect()),
        StatsFormat::Json => output::json_value(&json(overview)),
        StatsFormat::Csv => sheet(overview, lang).csv(),
        StatsFormat::Md => Ok(sheet(overview, lang).markdown(lang.messages().overview)),
        StatsFormat::Svg => Ok(chart::overview(overview, lang)),
    }
}

fn lists(overview: &Overview) -> impl Iterator<Item = &Ranking> {
    [&overview.years, &overview.months].into_iter().chain(&overview.rankings)
}

fn lacking(gap: &GapCount, lang: Lang) -> String {
    lang.lacking(gap.count, (gap.total, gap.unit.counted()), gap.gap.noun())
}

fn text(overview: &Overview, lang: Lang) -> Vec<Line> {
    let m = lang.messages();
    let mut lines = vec![
        Line::of(m.overview, TextRole::Heading),
        Line::of(&overview.totals.in_words(lang), TextRole::Plain),
    ];
    for Ranking { query, table } in
        lists(overview).filter(|it| it.table.rows.iter().any(|row| row.key.is_some()))
    {
        let most = table.rows.iter().map(|row| row.count).max().unwrap_or_default();
        lines.extend([Line::new(), Line::of(&query.title(lang), TextRole::Heading)]);
        lines.extend(bar_rows(table, (name_width(table), lang.number(most).len()), lang));
        if table.more_rows > 0 {
            lines.push(Line::of(&lang.left_out(table.more_rows), TextRole::Dim));
        }
    }
    let gaps: Vec<&GapCount> = overview.gaps.iter().filter(|gap| gap.count > 0).collect();
    if !gaps.is_empty() {
        lines.extend([Line::new(), Line::of(m.records_lack, TextRole::Heading)]);
        lines.extend(gaps.iter().map(|gap| Line::of(&lacking(gap, lang), TextRole::Plain)));
    }
    lines
}

fn json(overview: &Overview) -> OverviewJson<'_> {
    let totals = overview.totals;
    let list = |ranking: &'_ Ranking| {
        let Ranking { query, table } = ranking;
        (query.unit.name(), query.by.name(), table.more_rows)
    };
    let lists = lists(overview).map(|ranking| {
        let (count, by, more) = list(ranking);
        let rows = ranking.table.rows.iter().map(|row| RowJson {
            key: row.key.as_ref().map(ToString::to_string),
            name: &row.name,
            count: row.count,
            visits: row.visits,
        });
        ListJson { count, by, rows: rows.collect(), more }
    });
    let lacking = overview.gaps.iter().map(|gap| LackingJson {
        kind: gap.unit.name(),
        lacks: gap.gap.name(),
        count: gap.count,
        total: gap.total,
    });
    OverviewJson {
        visits: totals.visits,
        called_off: totals.called_off,
        people: totals.people,
        stops: totals.stops,
        places: totals.places,
        statements: totals.statements,
        quotes: totals.quotes,
        lists: lists.collect(),
        lacking: lacking.collect(),
    }
}

fn sheet(overview: &Overview, lang: Lang) -> Sheet {
    let row =
        |title: String, key: String, name: String, count: usize| vec![title, key, name, count.to_string()];
    let lists = lists(overview).flat_map(|Ranking { query, table }| {
        table.rows.iter().map(move |it| {
            let key = it.key.as_ref().map(ToString::to_string).unwrap_or_default();
            row(query.title(lang), key, it.name.clone(), it.count)
        })
    });
    let gaps = overview.gaps.iter().map(|gap| {
        row(lang.messages().records_lack.to_owned(), gap.gap.name().to_owned(), lacking(gap, lang), gap.count)
    });
    let heading = ["list", "key", "name", "count"].map(str::to_owned).to_vec();
    Sheet { heading, rows: lists.chain(gaps).collect() }
}
