//! Ways of looking at the same records: an order of rows, a number of lines, a pane as large as the screen, other words.

use super::command::Action;
use super::copying::translations;
use super::gathering::About;
use super::identity::RecordKey;
use super::layout::Pane;
use super::overlay::Text;
use super::scroll::Scroll;
use super::sorting::{Order, Sorting};
use super::{App, Notice, Overlay};
use crate::model::{RecordKind, Target};
use crate::text::{Line, Role};

/// How many lines of a statement's words a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lines {
    /// All of them.
    #[default]
    All,
    /// The first.
    One,
    /// The first three.
    Three,
}

impl Lines {
    /// The lines of a statement, its head and its words, as far as they are shown.
    pub(super) fn of(self, mut lines: Vec<Line>, columns: usize) -> Vec<Line> {
        let most = match self {
            Self::All => return lines,
            Self::One => 2,
            Self::Three => 4,
        };
        if lines.len() > most {
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                let room = columns.saturating_sub(2);
                *last = if last.width() > room {
                    last.cut(columns)
                } else {
                    last.clone().with(" …", Role::Dim)
                };
            }
        }
        lines
    }

    fn next(self) -> Self {
        match self {
            Self::All => Self::One,
            Self::One => Self::Three,
            Self::Three => Self::All,
        }
    }
}

/// How the records are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Looks {
    /// Rows outside the chips are not shown.
    pub(super) hide_outside: bool,
    /// How the rows of each list are ordered.
    pub(super) sortings: [Sorting; 4],
    /// How many lines of a statement a list shows.
    pub(super) lines: Lines,
    /// The words of this translation stand in the place of the original, where there is one.
    pub(super) translation: Option<usize>,
    /// The pane that has the keys is as large as the screen.
    pub(super) zoomed: bool,
}

impl App {
    /// What a menu or the list of commands lies on.
    pub fn ground(&self) -> Option<&Overlay> {
        self.overlays.iter().find(|it| !matches!(it, Overlay::Copy(_) | Overlay::Guide(_) | Overlay::Menu(_)))
    }

    /// What lies on top, or under the list of commands.
    pub(super) fn overlay_at_hand(&self) -> Option<&Overlay> {
        match self.overlays.top() {
            Some(Overlay::Guide(_)) => self.overlays.below(),
            overlay => overlay,
        }
    }

    /// What is chosen where the keys are: in the search, in what was brought together, or in the panes.
    pub(super) fn record_at_hand(&self) -> Option<Target> {
        match self.overlay_at_hand() {
            Some(Overlay::Search(search)) => self.data.target(search.chosen()?),
            Some(Overlay::Gathering(gathering)) => gathering.chosen(),
            Some(Overlay::Reading(Text::Trail(key) | Text::Variants(key), _)) => self.data.target(*key),
            Some(Overlay::Reading(Text::Problems, _)) => None,
            _ => self.subject(),
        }
    }

    /// Where records stand that are still there.
    pub(super) fn targets(&self, keys: &[RecordKey]) -> Vec<Target> {
        keys.iter().filter_map(|key| self.data.target(*key)).collect()
    }

    /// What is copied: that record, or the whole basket.
    pub(super) fn records_at_hand(&self) -> Vec<Target> {
        match self.overlay_at_hand() {
            Some(Overlay::Gathering(it)) if it.about == About::Basket => it.rows.clone(),
            _ => self.record_at_hand().into_iter().collect(),
        }
    }

    /// Whether that is in the basket.
    pub fn is_marked_at_hand(&self) -> bool {
        self.record_at_hand().is_some_and(|target| self.basket.has(&self.data, target))
    }

    /// Whether the pane that has the keys is as large as the screen.
    pub fn is_zoomed(&self) -> bool {
        self.browser.looks.zoomed
    }

    /// The statement that is chosen there.
    pub(super) fn statement_at_hand(&self) -> Option<Target> {
        self.record_at_hand().filter(|target| target.kind == RecordKind::Statement)
    }

    /// The pane whose rows are looked at: the detail has none of its own.
    fn listed(&self) -> Pane {
        if self.browser.focus == Pane::Detail { self.browser.source } else { self.browser.focus }
    }

    /// How the rows of a pane are ordered.
    pub fn sorting(&self, pane: Pane) -> Sorting {
        self.browser.looks.sortings.get(pane.index()).copied().unwrap_or_default()
    }

    /// Orders the rows of the pane; the same order once more turns them round.
    pub(super) fn sort(&mut self, order: Order) {
        let pane = self.listed();
        let old = self.sorting(pane);
        let reversed = order != Order::Given && old.order == order && !old.reversed;
        if let Some(place) = self.browser.looks.sortings.get_mut(pane.index()) {
            *place = Sorting { order, reversed };
        }
        self.refresh();
    }

    /// Whether the rows of a pane could be put in an order at all.
    pub(super) fn can_sort(&self, order: Order) -> bool {
        order.is_for(self.listed())
    }

    /// More or fewer lines of each statement, with the choice where it was.
    pub(super) fn next_lines(&mut self) {
        self.browser.looks.lines = self.browser.looks.lines.next();
        self.notice = Some(Notice::Lines(self.browser.looks.lines));
    }

    /// Shows the words of the next translation in the place of the original, wherever there is one.
    pub(super) fn next_translation(&mut self) {
        let count = translations(&self.data.archive, &self.records_at_hand());
        self.browser.looks.translation =
            Some(self.browser.looks.translation.map_or(0, |at| at + 1)).filter(|at| *at < count);
        self.browser.scroll = Scroll::default();
    }

    /// Opens what is brought together for the choice, or a text about it.
    pub(super) fn bring_together(&mut self, action: Action) {
        let [one, statement] =
            [self.page_at_hand(), self.statement_at_hand()].map(|target| self.data.hold(target?));
        let reading = |text| Overlay::Reading(text, Scroll::default());
        let overlay = match action {
            Action::Gather => return one.into_iter().for_each(|key| self.gather(About::One(key))),
            Action::InContext => {
                return statement.into_iter().for_each(|key| self.gather(About::Around(key)));
            }
            Action::Variants => statement.map(|key| reading(Text::Variants(key))),
            _ => statement.map(|key| reading(Text::Trail(key))),
        };
        if let Some(overlay) = overlay {
            self.overlays.push(overlay);
        }
    }
}
