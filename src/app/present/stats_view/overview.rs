//! The rows of the overview with their bars, and the visits of the selected one.

use crate::app::overlay::stats_view::overview::{Overview, OverviewHeading, OverviewItem, OverviewRow};
use crate::app::state::App;
use crate::facet::Filter;
use crate::lang::VISITS;
use crate::page::visit_date;
use crate::stats::{CountUnit, Selection, View};
use crate::text::{Line, TextRole, bar, width, wrap_text};

/// How many visits are listed beside the overview.
const MOST_VISITS: usize = 60;

impl App {
    pub(super) fn overview_lines(
        &self,
        overview: &Overview,
        (row, mark): (usize, &str),
        columns: usize,
    ) -> Vec<Line> {
        let Some(OverviewRow { heading, item, most }) = overview.rows.get(row) else { return Vec::new() };
        let mut lines = Vec::new();
        if let Some(heading) = heading {
            let words = match heading {
                OverviewHeading::Counts(query) => query.title(self.lang),
                OverviewHeading::Gaps => self.lang.messages().records_lack.to_owned(),
            };
            lines.extend((row > 0).then(Line::new));
            lines.push(Line::of(&words, TextRole::Heading).cut(columns));
        }
        lines.push(match item {
            OverviewItem::Value(_, value) => {
                let role =
                    if value.key.is_some() && value.count > 0 { TextRole::Plain } else { TextRole::Dim };
                self.bar_line(
                    (&format!("{mark}{}", value.name), role),
                    (value.count, *most),
                    (overview, columns),
                )
            }
            OverviewItem::None(first, last) => {
                self.bar_line((&format!("{first} – {last}"), TextRole::Dim), (0, *most), (overview, columns))
            }
            OverviewItem::More(count) => Line::of(&self.lang.left_out(*count), TextRole::Dim),
            OverviewItem::Gap(gap) => {
                let words = self.lang.lacking(gap.count, (gap.total, gap.unit.counted()), gap.gap.noun());
                Line::of(&words, TextRole::Plain).cut(columns)
            }
        });
        lines
    }

    fn bar_line(
        &self,
        (name, role): (&str, TextRole),
        (count, most): (usize, usize),
        (overview, columns): (&Overview, usize),
    ) -> Line {
        let (names, digits) = self.overview_columns(overview, columns);
        let line = Line::of(name, role).fit(names);
        let number = format!("  {:>digits$}  ", self.lang.number(count));
        let room = columns.saturating_sub(names + digits + 4);
        line.with(&number, role).with(&bar(count, most, room), TextRole::Accent)
    }

    /// The columns of names and of numbers: the same for all groups.
    fn overview_columns(&self, overview: &Overview, columns: usize) -> (usize, usize) {
        let values = || {
            overview.rows.iter().filter_map(|row| match &row.item {
                OverviewItem::Value(_, value) => Some(value),
                _ => None,
            })
        };
        let names = values().map(|value| width(&value.name) + 2).max().unwrap_or_default();
        let digits = values().map(|value| self.lang.number(value.count).len()).max().unwrap_or_default();
        // The largest part of a row that its name takes: on narrow screens more, because half a name says little.
        let part = if columns < 50 { 60 } else { 45 };
        (names.max(17).min(columns * part / 100), digits)
    }

    /// The visits of a row.
    pub(super) fn visits_of_row(
        &self,
        (overview, row): (&Overview, usize),
        covered: &Selection,
        columns: usize,
    ) -> Vec<Line> {
        let Some(condition) = overview.condition(row) else { return Vec::new() };
        let (unit, count) = match overview.rows.get(row).map(|row| &row.item) {
            Some(OverviewItem::Value(query, value)) => (query.unit, value.count),
            Some(OverviewItem::Gap(gap)) => (gap.unit, gap.count),
            _ => return Vec::new(),
        };
        let name = match overview.rows.get(row).map(|row| &row.item) {
            Some(OverviewItem::Value(_, value)) => value.name.clone(),
            _ => self.filter_label(&Filter::Fact(condition.clone())),
        };
        let view = View { selection: covered, ..self.data.whole(self.lang) };
        let visits = view.visits_meeting(&condition);
        let mut lines = wrap_text(&name, TextRole::Strong, &[], columns);
        let counts = match unit {
            CountUnit::Visit => self.lang.counted(visits.len(), VISITS),
            _ => self.lang.counted_in_all(count, unit.counted(), visits.len()),
        };
        lines.push(Line::of(&counts, TextRole::Dim));
        let listed = visits.iter().take(MOST_VISITS).filter_map(|at| self.data.archive.visits.get(*at));
        for visit in listed {
            lines.push(Line::new());
            lines.extend(wrap_text(&visit.title, TextRole::Plain, &[], columns));
            lines.push(Line::of(&visit_date(self.lang, visit), TextRole::Dim));
        }
        if visits.len() > MOST_VISITS {
            lines.extend([
                Line::new(),
                Line::of(&self.lang.left_out(visits.len() - MOST_VISITS), TextRole::Dim),
            ]);
        }
        lines
    }
}
