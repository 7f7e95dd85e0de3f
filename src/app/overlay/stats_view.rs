//! A view of the whole: an overview, a timeline, a map, a matrix or a comparison, each a list with a picture.

pub(in crate::app) mod map;
pub(in crate::app) mod matrix;
pub(in crate::app) mod overview;
pub(in crate::app) mod timeline;

use std::ops::Range;

use crate::app::input::command::StatsKind;
use crate::app::layout::StatsSide;
use crate::app::list::List;
use crate::app::scroll::Scroll;
use crate::facet::WholeCounts;
use crate::model::Target;
use crate::stats::{Comparison, Condition, CountBy, Selection, Totals, ValueKey, View};

use map::MapView;
use matrix::Matrix;
use overview::Overview;
use timeline::{Days, Timeline};

/// A view of the whole.
#[derive(Debug)]
pub struct StatsView {
    /// What it shows.
    pub content: StatsContent,
    /// The records that it covers.
    pub(in crate::app) covered: Selection,
    /// Their numbers.
    pub totals: Totals,
    /// The selection among its rows.
    pub list: List,
    /// The scroll position of the text beside the list.
    pub scroll: Scroll,
    /// The values of one fact that are marked for a comparison.
    pub marked: Vec<(CountBy, ValueKey)>,
}

/// What a view of the whole shows.
#[derive(Debug)]
pub enum StatsContent {
    /// Counts by several facts, one below the other.
    Overview(Overview),
    /// The visits as spans of days.
    Timeline(Timeline),
    /// One visit by day and hour.
    Days(Days),
    /// The only visit by day and hour, in place of a timeline.
    OnlyVisit(Days),
    /// The places on a map.
    Map(MapView),
    /// Counts by two facts.
    Matrix(Matrix),
    /// Several values side by side.
    Comparison(Compared),
}

/// Several values side by side.
#[derive(Debug)]
pub struct Compared {
    /// Of which fact they are values.
    pub by: CountBy,
    /// The values and their measures.
    pub comparison: Comparison,
    /// The first column that is wanted on the screen.
    pub first: usize,
}

impl Compared {
    /// The columns on a screen that has room for some.
    pub(in crate::app) fn visible(&self, room: usize) -> Range<usize> {
        let all = self.comparison.things.len();
        let first = self.first.min(all.saturating_sub(room));
        first..(first + room).min(all)
    }

    /// Moves by one column, as long as there are more than those that are visible.
    pub(in crate::app) fn step(&mut self, right: bool, visible: usize) {
        let last = self.comparison.things.len().saturating_sub(visible);
        self.first = if right { (self.first + 1).min(last) } else { self.first.min(last).saturating_sub(1) };
    }
}

/// What a row opens.
#[derive(Debug, PartialEq)]
pub enum StatsTarget {
    /// The records that meet these conditions, in the panes.
    Records(Vec<Condition>),
    /// A record.
    Record(Target),
    /// A visit by day and hour.
    Days(usize),
}

impl StatsContent {
    /// The tab that it belongs to.
    pub fn kind(&self) -> StatsKind {
        match self {
            Self::Overview(_) | Self::Comparison(..) => StatsKind::Overview,
            Self::Timeline(_) | Self::Days(_) | Self::OnlyVisit(_) => StatsKind::Timeline,
            Self::Map(_) => StatsKind::Map,
            Self::Matrix(_) => StatsKind::Matrix,
        }
    }

    /// The number of its rows.
    pub(in crate::app) fn len(&self) -> usize {
        match self {
            Self::Overview(it) => it.rows.len(),
            Self::Timeline(it) => it.timeline.spans.len() + it.timeline.undated.len(),
            Self::Days(it) | Self::OnlyVisit(it) => it.rows.len(),
            Self::Map(it) => it.len(),
            Self::Matrix(it) => it.len(),
            Self::Comparison(it) => it.comparison.rows.len(),
        }
    }

    /// What a row opens; none for rows that are only read.
    pub fn target(&self, row: usize) -> Option<StatsTarget> {
        let records = |condition| StatsTarget::Records(vec![condition]);
        match self {
            Self::Overview(it) => it.condition(row).map(records),
            Self::Timeline(it) => it.span(row).map(|span| StatsTarget::Days(span.visit)),
            Self::Days(it) | Self::OnlyVisit(it) => it.stop(row).map(StatsTarget::Record),
            Self::Map(it) => it.condition(row).map(records),
            Self::Matrix(it) => it.conditions(row).map(StatsTarget::Records),
            Self::Comparison(..) => None,
        }
    }

    /// The value of a row, which can be compared with others.
    fn value(&self, row: usize) -> Option<(CountBy, ValueKey)> {
        match self {
            Self::Overview(it) => it.value(row),
            Self::Matrix(it) => it.value(row),
            Self::Timeline(it) => it.value(row),
            Self::Days(_) | Self::OnlyVisit(_) | Self::Map(_) | Self::Comparison(..) => None,
        }
    }

    /// The visits as spans; a single one by day and hour.
    pub(in crate::app) fn timeline(view: &View<'_>) -> Self {
        let timeline = Timeline::new(view);
        match (timeline.span(0), timeline.span(1)) {
            (Some(only), None) => Self::OnlyVisit(Days::new(view, only.visit)),
            _ => Self::Timeline(timeline),
        }
    }

    /// What the row of a list counts; none for views whose rows stay where they are.
    fn row_condition(&self, row: usize) -> Option<Condition> {
        match self {
            Self::Overview(it) => it.condition(row),
            Self::Map(it) => it.condition(row),
            _ => None,
        }
    }

    /// The numbers of the records that a view covers; the overview has counted them.
    fn totals(&self, view: &View<'_>, whole: &WholeCounts) -> Totals {
        match self {
            Self::Overview(it) => it.totals,
            _ => whole.totals(view),
        }
    }

    /// The same view of other records.
    pub(in crate::app) fn updated(&self, view: &View<'_>, whole: &WholeCounts) -> Self {
        match self {
            Self::Overview(_) => Self::Overview(Overview::new(view, whole)),
            Self::Timeline(it) => Self::Timeline(it.updated(view)),
            Self::Days(it) => Self::Days(it.updated(view)),
            Self::OnlyVisit(_) => Self::timeline(view),
            Self::Map(it) => Self::Map(it.updated(view)),
            Self::Matrix(it) => Self::Matrix(it.updated(view)),
            Self::Comparison(Compared { by, comparison, first }) => {
                let keys: Vec<ValueKey> = comparison.things.iter().map(|it| it.key.clone()).collect();
                let comparison = view.compare(*by, &keys);
                Self::Comparison(Compared { by: *by, comparison, first: *first })
            }
        }
    }
}

impl StatsView {
    /// What is beside the list.
    pub fn side(&self) -> StatsSide {
        match self.content {
            StatsContent::Overview(_) => StatsSide::Text,
            StatsContent::Map(ref map) if !map.map.points.is_empty() => StatsSide::Picture,
            _ => StatsSide::None,
        }
    }

    pub(in crate::app) fn new(content: StatsContent, view: &View<'_>, whole: &WholeCounts) -> Self {
        Self {
            list: List::new(content.len()),
            covered: view.selection.clone(),
            totals: content.totals(view, whole),
            content,
            scroll: Scroll::default(),
            marked: Vec::new(),
        }
    }

    /// Shows other records, or names in another language.
    pub(in crate::app) fn update(&mut self, view: &View<'_>, whole: &WholeCounts) {
        let selected = self.list.selected().and_then(|row| self.content.row_condition(row));
        self.content = self.content.updated(view, whole);
        self.covered = view.selection.clone();
        self.totals = self.content.totals(view, whole);
        self.list = self.list.resized(self.content.len());
        let same = |row: &usize| self.content.row_condition(*row) == selected;
        if selected.is_some()
            && let Some(row) = (0..self.content.len()).find(same)
        {
            self.list.select(row);
        }
        self.marked.retain(|(by, key)| view.name(*by, key).is_some());
    }

    fn selected_value(&self) -> Option<(CountBy, ValueKey)> {
        self.list.selected().and_then(|row| self.content.value(row))
    }

    /// Whether the selected row has a value that can be compared.
    pub(in crate::app) fn can_mark(&self) -> bool {
        self.selected_value().is_some()
    }

    /// Marks the selected value for a comparison, or unmarks it. Only values of one fact can be compared: a value of another
    /// fact replaces the marks. Returns whether there is a value.
    pub(in crate::app) fn mark(&mut self) -> bool {
        let Some(value) = self.selected_value() else { return false };
        if self.marked.contains(&value) {
            self.marked.retain(|it| *it != value);
        } else {
            self.marked.retain(|(by, _)| *by == value.0);
            self.marked.push(value);
        }
        true
    }

    /// Whether the value of a row is marked.
    pub fn is_marked(&self, row: usize) -> bool {
        !self.marked.is_empty() && self.content.value(row).is_some_and(|value| self.marked.contains(&value))
    }
}
