//! The views of the whole: opening them, moving in them, and what their rows open.

use crate::app::browse::fact_filters::conditions;
use crate::app::browse::filters::translate;
use crate::app::browse::rows::visits_matching;
use crate::app::input::command::{StatsAction, StatsKind};
use crate::app::layout::{Pane, StatsSide, inside};
use crate::app::list::List;
use crate::app::notice::{Notice, StatsNotice};
use crate::app::overlay::Overlay;
use crate::app::overlay::stats_view::map::MapView;
use crate::app::overlay::stats_view::matrix::Matrix;
use crate::app::overlay::stats_view::overview::Overview;
use crate::app::overlay::stats_view::timeline::Days;
use crate::app::overlay::stats_view::{Compared, StatsContent, StatsTarget, StatsView};
use crate::app::state::App;
use crate::chart::TimeAxis;
use crate::facet::{Filter, FilteredPane, Scope, StopKey, WholeCounts};
use crate::stats::{Condition, CountBy, CountUnit, Selection, ValueKey, View};

/// How much a step of the zoom changes, and what part a step of the pan moves.
const ZOOM: f64 = 0.5;
const PAN: f64 = 0.25;

impl App {
    /// The part of the archive that the filters cover, in all visits.
    pub(in crate::app) fn covered(&self) -> Selection {
        let (archive, facets, all_facts) = (&self.data.archive, &self.data.facets, self.data.facts());
        let (filters, _) = translate(&self.data, self.browser.filters.active(), Scope::All);
        let needs_matches = |filter: &Filter| filter.needs_statement() && !matches!(filter, Filter::Fact(_));
        let mut covered = if filters.iter().any(needs_matches) {
            let texts = self.browser.text_search(&self.data);
            let shown = facets.count(archive, Scope::All, &filters, &texts).shown;
            Selection::of_statements(all_facts, facets.targets(&shown))
        } else {
            let by_fact: Vec<Condition> = conditions(&filters).cloned().collect();
            Selection::meeting(all_facts, archive, &by_fact)
        };
        for filter in &filters {
            if let Filter::Text(FilteredPane::Visits, text) = filter {
                let visits = visits_matching(archive, text);
                covered = covered.and(Selection::of_visits(all_facts, &visits));
            }
        }
        covered
    }

    /// Does something with the records that the filters cover, and what is known of the whole.
    fn with_covered<T>(&self, work: impl FnOnce(&View<'_>, &WholeCounts) -> T) -> T {
        let covered = self.covered();
        work(&View { selection: &covered, ..self.data.whole(self.lang) }, self.data.facets.whole())
    }

    pub(in crate::app) fn perform_stats(&mut self, action: StatsAction) {
        let (rows, ratio) = (self.stats_row(), self.map_ratio());
        match action {
            StatsAction::Show(kind) => self.open_stats(kind),
            StatsAction::Next => self.next_stats(1),
            StatsAction::Previous => self.next_stats(StatsKind::ALL.len() - 1),
            StatsAction::Mark => self.mark_value(),
            StatsAction::Compare => self.compare_marked(),
            StatsAction::NextRows => self.change_matrix(true),
            StatsAction::NextColumns => self.change_matrix(false),
            StatsAction::ZoomIn => self.zoom_stats(ZOOM, rows, ratio),
            StatsAction::ZoomOut => self.zoom_stats(1.0 / ZOOM, rows, ratio),
            StatsAction::North => self.pan_map((0.0, PAN), ratio),
            StatsAction::South => self.pan_map((0.0, -PAN), ratio),
            StatsAction::Fit => match self.stats_content_mut() {
                Some(StatsContent::Timeline(it)) => it.fit(),
                Some(StatsContent::Map(it)) => it.window = None,
                _ => {}
            },
        }
    }

    /// Why a command of the views is not available.
    pub(in crate::app) fn stats_unavailable_reason(&self, action: StatsAction) -> Option<Notice> {
        let view = self.stats_view();
        let content = view.map(|view| &view.content);
        let unless = |is_possible: bool, reason| (!is_possible).then_some(reason);
        let drawn = |has_any: bool| unless(has_any, Notice::Stats(StatsNotice::NothingToDraw));
        match action {
            StatsAction::Show(_) => unless(!self.data.archive.visits.is_empty(), Notice::NothingToOpen),
            StatsAction::Next | StatsAction::Previous => unless(view.is_some(), Notice::NothingToOpen),
            StatsAction::Mark => {
                unless(view.is_some_and(StatsView::can_mark), Notice::Stats(StatsNotice::NothingToMark))
            }
            StatsAction::Compare => unless(
                view.is_some_and(|view| view.marked.len() > 1),
                Notice::Stats(StatsNotice::TooFewMarked),
            ),
            StatsAction::ZoomIn | StatsAction::ZoomOut | StatsAction::Fit => match content {
                Some(StatsContent::Timeline(it)) => drawn(it.axis.is_some()),
                Some(StatsContent::Map(it)) => drawn(!it.map.points.is_empty()),
                _ => Some(Notice::Stats(StatsNotice::NotZoomable)),
            },
            StatsAction::North | StatsAction::South => match content {
                Some(StatsContent::Map(it)) => drawn(!it.map.points.is_empty()),
                _ => Some(Notice::Stats(StatsNotice::NotAMap)),
            },
            StatsAction::NextRows | StatsAction::NextColumns => unless(
                matches!(content, Some(StatsContent::Matrix(_))),
                Notice::Stats(StatsNotice::NotAMatrix),
            ),
        }
    }

    /// The view of the whole on top.
    pub(in crate::app) fn stats_view(&self) -> Option<&StatsView> {
        match self.overlays.top() {
            Some(Overlay::Stats(view)) => Some(view),
            _ => None,
        }
    }

    /// Whether the timeline or the map does not show all.
    pub fn is_stats_zoomed(&self) -> bool {
        match self.stats_view().map(|view| &view.content) {
            Some(StatsContent::Timeline(it)) => it.axis.map(TimeAxis::days) != it.timeline.days,
            Some(StatsContent::Map(it)) => it.window.is_some(),
            _ => false,
        }
    }

    fn stats_target(&self) -> Option<StatsTarget> {
        self.stats_view().and_then(|view| view.content.target(self.stats_row()))
    }

    /// Whether the selected row of the view can be opened.
    pub fn can_open_stats_row(&self) -> bool {
        self.stats_target().is_some()
    }

    /// Whether the selected row of the view can be a filter.
    pub fn is_stats_filter(&self) -> bool {
        matches!(self.stats_target(), Some(StatsTarget::Records(_)))
    }

    fn stats_view_mut(&mut self) -> Option<&mut StatsView> {
        match self.overlays.top_mut() {
            Some(Overlay::Stats(view)) => Some(view),
            _ => None,
        }
    }

    fn stats_content_mut(&mut self) -> Option<&mut StatsContent> {
        self.stats_view_mut().map(|view| &mut view.content)
    }

    fn stats_row(&self) -> usize {
        self.stats_view().and_then(|view| view.list.selected()).unwrap_or_default()
    }

    /// Opens a view, in place of another one.
    pub(in crate::app) fn open_stats(&mut self, kind: StatsKind) {
        let open = self.scope().and_then(Scope::visit);
        let view = self.with_covered(|view, whole| {
            let content = match kind {
                StatsKind::Overview => StatsContent::Overview(Overview::new(view, whole)),
                StatsKind::Timeline => StatsContent::timeline(view),
                StatsKind::Map => StatsContent::Map(MapView::new(view)),
                StatsKind::Matrix => StatsContent::Matrix(Matrix::new(view)),
            };
            StatsView::new(content, view, whole)
        });
        while self.overlays.pop_if(|it| matches!(it, Overlay::Stats(_))).is_some() {}
        self.overlays.push(Overlay::Stats(Box::new(view)));
        if let (Some(open), Some(view)) = (open, self.stats_view_mut())
            && let StatsContent::Timeline(timeline) = &view.content
            && let Some(row) = timeline.row_of(open)
        {
            view.list.select(row);
        }
    }

    fn next_stats(&mut self, step: usize) {
        let Some(kind) = self.stats_view().map(|view| view.content.kind()) else { return };
        let at = StatsKind::ALL.iter().position(|it| *it == kind).unwrap_or_default();
        if let Some(next) = StatsKind::ALL.get((at + step) % StatsKind::ALL.len()) {
            self.open_stats(*next);
        }
    }

    /// Computes the open views anew, after a change of the filters, the language or the records.
    pub(in crate::app) fn refresh_stats(&mut self) {
        let mut overlays = self.overlays.take();
        if overlays.iter().any(|overlay| matches!(overlay, Overlay::Stats(_))) {
            self.with_covered(|view, whole| {
                for overlay in &mut overlays {
                    if let Overlay::Stats(stats) = overlay {
                        stats.update(view, whole);
                    }
                }
            });
        }
        self.overlays.extend(overlays);
    }

    /// Opens the selected row: filters in the panes, a record, or the days of a visit.
    pub(in crate::app) fn open_stats_row(&mut self) {
        match self.stats_target() {
            Some(StatsTarget::Records(conditions)) => {
                self.overlays.take();
                let are_statements = conditions.iter().any(|it| it.unit() == Some(CountUnit::Statement));
                self.narrow_all_visits(&conditions);
                self.focus_on(if are_statements { Pane::Statements } else { Pane::Visits });
            }
            Some(StatsTarget::Record(target)) => {
                self.overlays.take();
                let removed = self.reveal(target);
                if !removed.is_empty() {
                    self.notice = Some(Notice::Navigated { removed, result: None });
                }
            }
            Some(StatsTarget::Days(visit)) => {
                let view = self.with_covered(|view, whole| {
                    StatsView::new(StatsContent::Days(Days::new(view, visit)), view, whole)
                });
                self.overlays.push(Overlay::Stats(Box::new(view)));
            }
            None => self.notice = Some(Notice::NothingToOpen),
        }
    }

    /// Filters by the selected row, and stays in the view.
    pub(in crate::app) fn filter_by_stats_row(&mut self) {
        match self.stats_target() {
            Some(StatsTarget::Records(conditions)) => {
                self.narrow_all_visits(&conditions);
                self.refresh_stats();
            }
            _ => self.notice = Some(Notice::NotAFilter),
        }
    }

    /// Opens all visits, narrowed to what meets more conditions.
    fn narrow_all_visits(&mut self, conditions: &[Condition]) {
        self.push_history();
        self.change_scope(Scope::All);
        let filters = conditions.iter().map(|condition| self.filter_for(condition)).collect();
        self.add_filters(filters);
    }

    /// The filter for a condition: that of the row of a pane, if there is one and it does not add an alternative to another.
    fn filter_for(&self, condition: &Condition) -> Filter {
        let facets = &self.data.facets;
        let (archive, active) = (&self.data.archive, self.browser.filters.active());
        let of_row = match condition {
            Condition::Value(CountUnit::Statement, CountBy::Person, None) => Some(Filter::Person(None)),
            Condition::Value(CountUnit::Statement, CountBy::Person, Some(ValueKey::Agent(agent)))
                if facets.organization(agent.id()).is_none() =>
            {
                Some(Filter::Person(Some(agent.clone())))
            }
            Condition::Value(CountUnit::Statement, CountBy::Stop, None) => Some(Filter::Stop(None)),
            Condition::Value(CountUnit::Statement, CountBy::Stop, Some(ValueKey::Text(key))) => {
                Some(Filter::Stop(Some(StopKey::Place(key.clone()))))
            }
            _ => None,
        };
        let is_alone = |filter: &Filter| {
            active.iter().all(|other| other == filter || other.kind() != filter.kind())
                && facets.contains(archive, filter)
        };
        of_row.filter(is_alone).unwrap_or_else(|| Filter::Fact(condition.clone()))
    }

    /// Opens all visits with more filters.
    pub(in crate::app) fn filter_all_visits(&mut self, filters: Vec<Filter>) {
        self.push_history();
        self.change_scope(Scope::All);
        self.add_filters(filters);
    }

    fn add_filters(&mut self, filters: Vec<Filter>) {
        let mut active = self.browser.filters.active().to_vec();
        for filter in filters {
            if !active.contains(&filter) {
                active.push(filter);
            }
        }
        self.browser.filters.set(active);
        self.browser.refresh(&mut self.data);
    }

    fn mark_value(&mut self) {
        let is_marked = self.stats_view_mut().is_some_and(StatsView::mark);
        if is_marked {
            self.step(true);
        } else {
            self.notice = Some(Notice::Stats(StatsNotice::NothingToMark));
        }
    }

    fn compare_marked(&mut self) {
        let Some(view) = self.stats_view() else { return };
        let Some((by, _)) = view.marked.first() else { return };
        let (by, keys) = (*by, view.marked.iter().map(|(_, key)| key.clone()).collect::<Vec<ValueKey>>());
        let compared = self.with_covered(|view, whole| {
            let compared = Compared { by, comparison: view.compare(by, &keys), first: 0 };
            StatsView::new(StatsContent::Comparison(compared), view, whole)
        });
        self.overlays.push(Overlay::Stats(Box::new(compared)));
    }

    fn change_matrix(&mut self, of_rows: bool) {
        let Some(StatsContent::Matrix(matrix)) = self.stats_view().map(|view| &view.content) else { return };
        let matrix = self.with_covered(|view, _| matrix.with_next_fact(view, of_rows));
        if let Some(view) = self.stats_view_mut() {
            view.list = List::new(matrix.table.rows.len());
            view.content = StatsContent::Matrix(matrix);
            view.marked.clear();
        }
    }

    fn zoom_stats(&mut self, factor: f64, row: usize, ratio: f64) {
        match self.stats_content_mut() {
            Some(StatsContent::Timeline(it)) => it.zoom(factor, row),
            Some(StatsContent::Map(it)) => it.zoom(factor, row, ratio),
            _ => {}
        }
    }

    fn pan_map(&mut self, by: (f64, f64), ratio: f64) {
        if let Some(StatsContent::Map(it)) = self.stats_content_mut() {
            it.pan(by, ratio);
        }
    }

    /// Moves to the left or the right: the column of the matrix, the days, or the map.
    pub(in crate::app) fn move_stats_sideways(&mut self, right: bool) {
        let (ratio, part) = (self.map_ratio(), if right { PAN } else { -PAN });
        let compared = self.visible_compared();
        match self.stats_content_mut() {
            Some(StatsContent::Matrix(it)) => it.move_column(right),
            Some(StatsContent::Comparison(it)) => it.step(right, compared.len()),
            Some(StatsContent::Timeline(it)) => it.pan(part),
            Some(StatsContent::Map(it)) => it.pan((part, 0.0), ratio),
            _ => {}
        }
    }

    /// The width of the picture of the map divided by its height: a row is about twice as high as a column is wide.
    pub fn map_ratio(&self) -> f64 {
        let area = inside(self.layout.stats_view(StatsSide::Picture).side);
        f64::from(area.width.max(1)) / (2.0 * f64::from(area.height.max(1)))
    }
}
