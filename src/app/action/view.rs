//! Ways of looking at the same records: an order of rows, a number of lines, a pane as large as the screen, other words.

use crate::app::action::copy::translations;
use crate::app::browse::sorting::{Order, Sorting};
use crate::app::identity::RecordKey;
use crate::app::input::command::Action;
use crate::app::layout::Pane;
use crate::app::notice::Notice;
use crate::app::overlay::page::About;
use crate::app::overlay::{Overlay, TextView};
use crate::app::scroll::Scroll;
use crate::app::state::App;
use crate::model::{RecordKind, Target};

impl App {
    /// The overlay below the menus and the command palette.
    pub fn ground(&self) -> Option<&Overlay> {
        self.overlays
            .iter()
            .find(|it| !matches!(it, Overlay::Copy(_) | Overlay::CommandPalette(_) | Overlay::Menu(_)))
    }

    /// Whether the top overlay is a menu, beside which the screen below it is visible.
    pub fn is_menu_open(&self) -> bool {
        match self.overlays.top() {
            Some(Overlay::Menu(_) | Overlay::Copy(_)) => true,
            Some(Overlay::CommandPalette(palette)) => !palette.is_help,
            _ => false,
        }
    }

    /// Whether the panes are visible, at least beside a menu.
    pub fn shows_panes(&self) -> bool {
        match self.overlays.top() {
            None => true,
            Some(_) => self.is_menu_open() && !matches!(self.ground(), Some(Overlay::RecordPage(_))),
        }
    }

    /// What lies on top, or under the list of commands.
    pub(in crate::app) fn current_overlay(&self) -> Option<&Overlay> {
        match self.overlays.top() {
            Some(Overlay::CommandPalette(_)) => self.overlays.below(),
            overlay => overlay,
        }
    }

    /// What is chosen where the keys are: in the search, in what was brought together, or in the panes.
    pub(in crate::app) fn current_record(&self) -> Option<Target> {
        match self.current_overlay() {
            Some(Overlay::Search(search)) => self.data.target(search.chosen()?),
            Some(Overlay::RecordPage(page)) => page.chosen(),
            Some(Overlay::TextView(TextView::Trail(key) | TextView::Variants(key), _)) => {
                self.data.target(*key)
            }
            Some(Overlay::TextView(TextView::Problems, _)) => None,
            _ => self.subject(),
        }
    }

    /// Where records stand that are still there.
    pub(in crate::app) fn targets(&self, keys: &[RecordKey]) -> Vec<Target> {
        keys.iter().filter_map(|key| self.data.target(*key)).collect()
    }

    /// What is copied: that record, or the whole basket.
    pub(in crate::app) fn current_records(&self) -> Vec<Target> {
        match self.current_overlay() {
            Some(Overlay::RecordPage(it)) if it.about == About::Basket => it.rows.clone(),
            _ => self.current_record().into_iter().collect(),
        }
    }

    /// Whether that is in the basket.
    pub fn is_current_marked(&self) -> bool {
        self.current_record().is_some_and(|target| self.basket.has(&self.data, target))
    }

    /// Whether the pane that has the keys is as large as the screen.
    pub fn is_zoomed(&self) -> bool {
        self.browser.options.zoomed
    }

    /// The statement that is chosen there.
    pub(in crate::app) fn current_statement(&self) -> Option<Target> {
        self.current_record().filter(|target| target.kind == RecordKind::Statement)
    }

    /// The pane whose rows are looked at: the detail has none of its own.
    fn listed(&self) -> Pane {
        if self.browser.focus == Pane::Detail { self.browser.source } else { self.browser.focus }
    }

    /// How the rows of a pane are ordered.
    pub fn sorting(&self, pane: Pane) -> Sorting {
        self.browser.options.sortings.get(pane.index()).copied().unwrap_or_default()
    }

    /// Orders the rows of the pane; the same order once more turns them round.
    pub(in crate::app) fn sort(&mut self, order: Order) {
        let pane = self.listed();
        let old = self.sorting(pane);
        let reversed = order != Order::Given && old.order == order && !old.reversed;
        if let Some(place) = self.browser.options.sortings.get_mut(pane.index()) {
            *place = Sorting { order, reversed };
        }
        self.browser.refresh(&mut self.data);
    }

    /// Whether the rows of a pane could be put in an order at all.
    pub(in crate::app) fn can_sort(&self, order: Order) -> bool {
        order.is_for(self.listed())
    }

    /// More or fewer lines of each statement, with the choice where it was.
    pub(in crate::app) fn next_lines(&mut self) {
        self.browser.options.lines = self.browser.options.lines.next();
        self.notice = Some(Notice::Lines(self.browser.options.lines));
    }

    /// Shows the words of the next translation in the place of the original, wherever there is one.
    pub(in crate::app) fn next_translation(&mut self) {
        let count = translations(&self.data.archive, &self.current_records());
        self.browser.options.translation =
            Some(self.browser.options.translation.map_or(0, |at| at + 1)).filter(|at| *at < count);
        self.browser.scroll = Scroll::default();
    }

    /// Opens what is brought together for the choice, or a text about it.
    pub(in crate::app) fn bring_together(&mut self, action: Action) {
        let [one, statement] =
            [self.page_subject(), self.current_statement()].map(|target| self.data.hold(target?));
        let reading = |text| Overlay::TextView(text, Scroll::default());
        let overlay = match action {
            Action::Gather => return one.into_iter().for_each(|key| self.gather(About::One(key))),
            Action::InContext => {
                return statement.into_iter().for_each(|key| self.gather(About::Around(key)));
            }
            Action::Variants => statement.map(|key| reading(TextView::Variants(key))),
            _ => statement.map(|key| reading(TextView::Trail(key))),
        };
        if let Some(overlay) = overlay {
            self.overlays.push(overlay);
        }
    }
}
