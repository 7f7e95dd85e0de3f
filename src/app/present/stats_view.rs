//! The rows of the views of the whole, the line above them, and the text beside.

mod grid;
mod overview;
mod timeline;

use crate::app::input::command::{Action, Context, StatsAction, StatsKind};
use crate::app::layout::text_columns;
use crate::app::overlay::stats_view::map::{MapRow, MapView};
use crate::app::overlay::stats_view::{StatsContent, StatsView};
use crate::app::state::App;
use crate::lang::{PARTICIPANTS, STATEMENTS, STOPS, VISITS};
use crate::page::{title_after_status, visit_date};
use crate::stats::MapPlace;
use crate::text::{Line, TextRole, width};

/// Marks the values that are compared.
const MARK: &str = "✓ ";

impl App {
    /// The lines of a row.
    pub(in crate::app) fn stats_lines(&self, view: &StatsView, row: usize, columns: usize) -> Vec<Line> {
        let mark = if view.is_marked(row) { MARK } else { "" };
        match &view.content {
            StatsContent::Overview(it) => self.overview_lines(it, (row, mark), columns),
            StatsContent::Timeline(it) => self.timeline_lines(it, (row, mark), columns),
            StatsContent::Days(it) | StatsContent::OnlyVisit(it) => self.day_lines(it, row, columns),
            StatsContent::Map(it) => self.map_lines(it, row, columns),
            StatsContent::Matrix(it) => {
                self.matrix_line(it, (row, mark), (columns, view.list.selected() == Some(row)))
            }
            StatsContent::Comparison(it) => self.comparison_lines(it, row, columns),
        }
    }

    /// The number of lines of a row that are a heading.
    pub fn stats_heading_rows(&self, view: &StatsView, row: usize) -> usize {
        match &view.content {
            StatsContent::Overview(it) => {
                let has_heading = it.rows.get(row).is_some_and(|it| it.heading.is_some());
                if has_heading { 1 + usize::from(row > 0) } else { 0 }
            }
            StatsContent::Days(it) | StatsContent::OnlyVisit(it) => {
                it.heading(row).map_or(0, |_| 1 + usize::from(row > 0))
            }
            StatsContent::Map(it) => usize::from(!it.map.unplaced.is_empty() && row == it.first_unplaced()),
            _ => 0,
        }
    }

    /// The name of a view.
    pub fn stats_name(&self, kind: StatsKind) -> &'static str {
        let m = self.lang.messages();
        match kind {
            StatsKind::Overview => m.overview,
            StatsKind::Timeline => m.timeline,
            StatsKind::Map => m.map,
            StatsKind::Matrix => m.matrix,
        }
    }

    /// The keys of the views.
    pub(in crate::app) fn ways_to_the_whole(&self, columns: usize) -> Vec<Line> {
        let row = |kind: StatsKind| {
            let action = StatsAction::Show(kind);
            let key = Line::of(&self.key_in(Action::Stats(action), Context::Panes), TextRole::Accent);
            key.with("  ", TextRole::Plain).with(self.stats_name(kind), TextRole::Plain).cut(columns)
        };
        StatsKind::ALL.map(row).into()
    }

    /// The title of the list of a view, and the remark beside it.
    pub fn stats_title(&self, view: &StatsView) -> (String, String) {
        let m = self.lang.messages();
        let visits = self.lang.counted(view.totals.visits, VISITS);
        match &view.content {
            StatsContent::Overview(_) => {
                // How many values are marked for a comparison.
                let marked = view.marked.len();
                (m.counts.to_owned(), if marked > 0 { format!("✓ {marked}") } else { String::new() })
            }
            StatsContent::Timeline(_) => (m.visits.to_owned(), visits),
            StatsContent::Days(it) | StatsContent::OnlyVisit(it) => {
                let visit = self.data.archive.visits.get(it.days.visit);
                let title = visit.map(|visit| title_after_status(self.lang, visit)).unwrap_or_default();
                (title, visit.map(|it| visit_date(self.lang, it)).unwrap_or_default())
            }
            StatsContent::Map(_) => (m.places.to_owned(), visits),
            StatsContent::Matrix(it) => {
                (it.query.title(self.lang), self.cell_in_words(it, view.list.selected()))
            }
            StatsContent::Comparison(it) => {
                let (visible, all) = (self.visible_compared(), it.comparison.things.len());
                let (left, right) = (visible.start > 0, visible.end < all);
                let arrow = |is_more, arrow| if is_more { arrow } else { "" };
                let numbers = format!("{}–{}/{all}", visible.start + 1, visible.end);
                let remark = format!("{}{numbers}{}", arrow(left, "← "), arrow(right, " →"));
                let remark = if left || right { remark } else { String::new() };
                (format!("{}: {}", m.comparison, it.by.noun().get(self.lang)), remark)
            }
        }
    }

    /// That visits with errors are not part of the view, or that it shows older records; as far as there is room.
    pub fn stats_warning(&self, columns: usize) -> Line {
        let errors = self.data.problem_count().errors;
        let short = match (self.data.is_outdated(), errors) {
            (true, _) => self.lang.messages().outdated.to_owned(),
            (false, 0) => return Line::new(),
            (false, _) => self.lang.problem_counts(errors, 0),
        };
        let long = if self.data.is_outdated() { &short } else { self.lang.visits_with_errors_left_out() };
        let line = |words: &str| Line::of(&format!(" ! {words} "), TextRole::Warning);
        [line(long), line(&short)].into_iter().find(|line| line.width() <= columns).unwrap_or_default()
    }

    /// The line above the list: totals, an axis, or the names of columns.
    pub fn stats_head(&self, view: &StatsView, columns: usize) -> Line {
        match &view.content {
            StatsContent::Overview(_) => self.totals_line(view, columns),
            StatsContent::Timeline(it) => self.axis_line(it, columns),
            StatsContent::Days(it) | StatsContent::OnlyVisit(it) => self.hours_line(it, columns),
            StatsContent::Map(it) => Line::of(&self.map_in_words(it), TextRole::Plain).cut(columns),
            StatsContent::Matrix(it) => Self::matrix_head(it, columns),
            StatsContent::Comparison(it) => self.comparison_head(it, columns),
        }
    }

    /// The numbers of the records, as far as they fit.
    fn totals_line(&self, view: &StatsView, columns: usize) -> Line {
        let totals = view.totals;
        let statements = self.lang.counted(totals.statements, STATEMENTS);
        let mut visits = totals.visits_in_words(self.lang);
        // On small screens the statements matter more than what was called off.
        if width(&visits) + width(" · ") + width(&statements) > columns {
            visits = self.lang.counted(totals.visits, VISITS);
        }
        let counts = [
            visits,
            statements,
            self.lang.counted(totals.people, PARTICIPANTS),
            self.lang.counted(totals.stops, STOPS),
        ];
        let mut line = Line::new();
        for words in counts.map(|words| Line::of(&words, TextRole::Plain)) {
            let gap = Line::of(if line.is_empty() { "" } else { " · " }, TextRole::Dim);
            let longer = line.clone().joined(&gap).joined(&words);
            if longer.width() > columns {
                break;
            }
            line = longer;
        }
        line
    }

    /// The active filters; empty without any. Those that only narrow the rows of their pane say so.
    pub fn stats_filters(&self) -> Line {
        let mut line = Line::new();
        for filter in self.browser.filters.active() {
            line.push(if line.is_empty() { "" } else { " " }, TextRole::Plain);
            let label = self.filter_label(filter);
            if filter.filters_statements() {
                line.push(&format!("[{label}]"), TextRole::Accent);
            } else {
                line.push(&format!("[{label}, {}]", self.lang.only_in_its_pane()), TextRole::Dim);
            }
        }
        line
    }

    fn map_in_words(&self, map: &MapView) -> String {
        let lang = self.lang;
        let unplaced = map.map.all_unplaced();
        let without = (unplaced > 0).then(|| lang.without_coordinates(unplaced));
        let route = match map.map.routes.as_slice() {
            [route] => Some(lang.route_of(route.km, route.points.len())),
            _ => None,
        };
        let parts = [Some(lang.places_on_map(map.map.all_points())), without, route];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    fn map_lines(&self, map: &MapView, row: usize, columns: usize) -> Vec<Line> {
        let place = match map.row(row) {
            Some(MapRow::Place(place)) => place,
            Some(MapRow::More(count)) => return vec![Line::of(&self.lang.left_out(count), TextRole::Dim)],
            None => return Vec::new(),
        };
        let point = map.map.points.get(row);
        let number = if point.is_some() { (row + 1).to_string() } else { "·".to_owned() };
        let number = Line::of(&format!("{number:>3}  "), TextRole::Accent);
        let counts = Line::of(&self.place_counts(place), TextRole::Dim);
        let name = number.with(&place.name, TextRole::Plain);
        let inferred = point.and_then(|point| point.inferred.as_ref());
        let leg = map.leg_to(row).map(|km| format!("← {}", self.lang.distance(km)));
        let facts = inferred.map(|city| self.lang.somewhere_in(city)).into_iter().chain(leg);
        let facts = facts.collect::<Vec<_>>().join(" · ");
        let mut lines = Vec::new();
        if row == map.first_unplaced() {
            lines.push(Line::of(&self.lang.without_coordinates(map.map.all_unplaced()), TextRole::Heading));
        }
        let fits = name.width() + counts.width() + 2 <= columns;
        lines.push(if fits { name.spread(&counts, columns) } else { name.cut(columns) });
        let below = match (fits, facts.is_empty()) {
            (true, true) => return lines,
            (true, false) => Line::of(&facts, TextRole::Dim),
            (false, true) => counts,
            (false, false) => counts.with(&format!(" · {facts}"), TextRole::Dim),
        };
        lines.push(Line::of("     ", TextRole::Plain).joined(&below).cut(columns));
        lines
    }

    fn place_counts(&self, place: &MapPlace) -> String {
        let stops = self.lang.counted(place.stops, STOPS);
        if place.statements == 0 {
            return stops;
        }
        format!("{stops}, {}", self.lang.counted(place.statements, STATEMENTS))
    }

    /// The text beside the list: the visits of the selected value.
    pub(in crate::app) fn stats_text(&self, view: &StatsView) -> Vec<Line> {
        let columns = text_columns(self.layout.stats_view(view.side()).side);
        match (&view.content, view.list.selected()) {
            (StatsContent::Overview(it), Some(row)) => self.visits_of_row((it, row), &view.covered, columns),
            _ => Vec::new(),
        }
    }
}
