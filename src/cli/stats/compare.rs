//! A comparison as text and as data.

use serde::Serialize;

use super::StatsFormat;
use super::sheet::Sheet;
use crate::cli::output::{self, Failure, Paint};
use crate::lang::{Lang, date_short};
use crate::stats::{Comparison, MeasureValue};
use crate::text::{Line, TextRole, wrap_text};

/// The width of the names of measures, and the least width of a column.
const MEASURE: usize = 24;
const LEAST: usize = 14;

#[derive(Debug, Serialize)]
struct ComparisonJson<'a> {
    things: Vec<ThingJson<'a>>,
    measures: Vec<MeasureJson<'a>>,
}

#[derive(Debug, Serialize)]
struct ThingJson<'a> {
    key: String,
    name: &'a str,
}

#[derive(Debug, Serialize)]
struct MeasureJson<'a> {
    measure: &'static str,
    values: Vec<ValueJson<'a>>,
}

/// A number, a date, or the most frequent value with its count.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum ValueJson<'a> {
    Number(usize),
    Text(String),
    Most { name: &'a str, count: usize },
    Unknown,
}

/// The comparison in a format.
pub(super) fn written(
    comparison: &Comparison,
    format: StatsFormat,
    (lang, paint): (Lang, Paint),
) -> Result<String, Failure> {
    match format {
        StatsFormat::Text => Ok(text(comparison, lang).iter().map(|line| paint.line(line)).collect()),
        StatsFormat::Json => output::json_value(&json(comparison)),
        StatsFormat::Csv => sheet(comparison, lang).csv(),
        StatsFormat::Md => Ok(sheet(comparison, lang).markdown(lang.messages().comparison)),
        StatsFormat::Svg => Err(Failure::new(lang.messages().no_picture)),
    }
}

fn in_words(value: &MeasureValue, lang: Lang) -> String {
    match value {
        MeasureValue::Count(count) => lang.number(*count),
        MeasureValue::Date(date) => date_short(lang, date),
        MeasureValue::Most(name, count) => format!("{name} ({})", lang.number(*count)),
        MeasureValue::Unknown => "—".to_owned(),
    }
}

/// Columns side by side; what is too long for its column continues below.
fn text(comparison: &Comparison, lang: Lang) -> Vec<Line> {
    let room = output::columns(120).saturating_sub(MEASURE);
    let width = (room / comparison.things.len().max(1)).saturating_sub(2).max(LEAST);
    let cells = |cells: Vec<String>, role: TextRole| -> Vec<Vec<Line>> {
        cells.iter().map(|cell| wrap_text(cell, role, &[], width)).collect()
    };
    let row = |name: &str, cells: Vec<Vec<Line>>| -> Vec<Line> {
        let height = cells.iter().map(Vec::len).max().unwrap_or(1).max(1);
        let line = |at: usize| {
            let name = Line::of(if at == 0 { name } else { "" }, TextRole::Dim).fit(MEASURE);
            cells.iter().fold(name, |line, cell| {
                let part = cell.get(at).cloned().unwrap_or_default();
                line.with("  ", TextRole::Plain).joined(&part.fit(width))
            })
        };
        (0..height).map(line).collect()
    };
    let mut lines = vec![Line::of(lang.messages().comparison, TextRole::Heading)];
    let names = comparison.things.iter().map(|thing| thing.name.clone()).collect();
    lines.extend(row("", cells(names, TextRole::Strong)));
    for it in &comparison.rows {
        let values = it.values.iter().map(|value| in_words(value, lang)).collect();
        lines.extend(row(it.measure.label(lang), cells(values, TextRole::Plain)));
    }
    lines
}

fn json(comparison: &Comparison) -> ComparisonJson<'_> {
    let value = |value: &'_ MeasureValue| match value {
        MeasureValue::Count(count) => Some(*count),
        _ => None,
    };
    let written = |it| match (value(it), it) {
        (Some(count), _) => ValueJson::Number(count),
        (_, MeasureValue::Date(date)) => ValueJson::Text(date.to_string()),
        (_, MeasureValue::Most(name, count)) => ValueJson::Most { name, count: *count },
        _ => ValueJson::Unknown,
    };
    let rows = comparison.rows.iter();
    ComparisonJson {
        things: comparison
            .things
            .iter()
            .map(|thing| ThingJson { key: thing.key.to_string(), name: &thing.name })
            .collect(),
        measures: rows
            .map(|row| MeasureJson {
                measure: row.measure.name(),
                values: row.values.iter().map(written).collect(),
            })
            .collect(),
    }
}

fn sheet(comparison: &Comparison, lang: Lang) -> Sheet {
    let names = comparison.things.iter().map(|thing| thing.name.clone());
    let heading = [lang.messages().measure.to_owned()].into_iter().chain(names).collect();
    let rows = comparison.rows.iter().map(|row| {
        let values = row.values.iter().map(|value| match value {
            MeasureValue::Count(count) => count.to_string(),
            value => in_words(value, lang),
        });
        [row.measure.label(lang).to_owned()].into_iter().chain(values).collect()
    });
    Sheet { heading, rows: rows.collect() }
}
