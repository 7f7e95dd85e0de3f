//! What is current: the overlays that are visible, and the record that commands apply to. Also the commands that change how
//! records are shown.

use crate::app::action::copy::translations;
use crate::app::identity::RecordKey;
use crate::app::input::command::Action;
use crate::app::notice::Notice;
use crate::app::overlay::page::PageContent;
use crate::app::overlay::{Overlay, TextView};
use crate::app::scroll::Scroll;
use crate::app::state::App;
use crate::model::{RecordKind, Target};

impl App {
    /// The top overlay that is neither a menu nor the command palette.
    pub fn base_overlay(&self) -> Option<&Overlay> {
        self.overlays.iter().find(|it| {
            !matches!(
                it,
                Overlay::CopyMenu(_)
                    | Overlay::CommandPalette(_)
                    | Overlay::FilterMenu(_)
                    | Overlay::SaveForm(_)
                    | Overlay::BasketMenu(_)
                    | Overlay::ThemeMenu(_)
            )
        })
    }

    /// Whether the top overlay is a menu, beside which the screen below it is visible.
    pub fn is_menu_open(&self) -> bool {
        match self.overlays.top() {
            Some(
                Overlay::FilterMenu(_)
                | Overlay::CopyMenu(_)
                | Overlay::SaveForm(_)
                | Overlay::BasketMenu(_)
                | Overlay::ThemeMenu(_),
            ) => true,
            Some(Overlay::CommandPalette(palette)) => !palette.is_help,
            _ => false,
        }
    }

    /// Whether the panes are visible, at least beside a menu.
    pub fn shows_panes(&self) -> bool {
        match self.overlays.top() {
            None => true,
            Some(_) => self.is_menu_open() && !matches!(self.base_overlay(), Some(Overlay::RecordPage(_))),
        }
    }

    /// The top overlay, or the one below the command palette.
    pub(in crate::app) fn current_overlay(&self) -> Option<&Overlay> {
        match self.overlays.top() {
            Some(Overlay::CommandPalette(_)) => self.overlays.below(),
            overlay => overlay,
        }
    }

    /// The selected record of the current overlay or of the panes.
    pub(in crate::app) fn current_record(&self) -> Option<Target> {
        match self.current_overlay() {
            Some(Overlay::Search(search)) => self.data.target(search.selected()?),
            Some(Overlay::RecordPage(page)) => page.selected(),
            Some(Overlay::TextView(TextView::SourceTrail(key) | TextView::Variants(key), _)) => {
                self.data.target(*key)
            }
            Some(Overlay::TextView(TextView::Problems, _)) => None,
            _ => self.detail_target(),
        }
    }

    /// The records with these keys that are in the data.
    pub(in crate::app) fn targets(&self, keys: &[RecordKey]) -> Vec<Target> {
        keys.iter().filter_map(|key| self.data.target(*key)).collect()
    }

    /// The records to copy: the current one, or all of the basket.
    pub(in crate::app) fn current_records(&self) -> Vec<Target> {
        match self.current_overlay() {
            Some(Overlay::RecordPage(it)) if it.content == PageContent::Basket => it.rows.clone(),
            _ => self.current_record().into_iter().collect(),
        }
    }

    /// Whether the current record is in the basket.
    pub fn is_current_marked(&self) -> bool {
        self.current_record().is_some_and(|target| self.basket.contains(&self.data, target))
    }

    /// The current record, if it is a statement.
    pub(in crate::app) fn current_statement(&self) -> Option<Target> {
        self.current_record().filter(|target| target.kind == RecordKind::Statement)
    }

    /// Changes how many lines of each statement are shown.
    pub(in crate::app) fn next_lines(&mut self) {
        self.notice = Some(Notice::Lines(self.browser.options.next_lines()));
    }

    /// Shows the next translation of the current records, or the original after the last one.
    pub(in crate::app) fn next_translation(&mut self) {
        let count = translations(&self.data.archive, &self.current_records());
        self.browser.next_translation(count);
    }

    /// Opens a page or a text view about the current record.
    pub(in crate::app) fn open_view(&mut self, action: Action) {
        let [entity, statement] =
            [self.page_target(), self.current_statement()].map(|target| self.data.intern(target?));
        let text_view = |text| Overlay::TextView(text, Scroll::default());
        let overlay = match action {
            Action::RecordPage => {
                return entity.into_iter().for_each(|key| self.open_page(PageContent::Entity(key)));
            }
            Action::InContext => {
                return statement.into_iter().for_each(|key| self.open_page(PageContent::Context(key)));
            }
            Action::Variants => statement.map(|key| text_view(TextView::Variants(key))),
            _ => statement.map(|key| text_view(TextView::SourceTrail(key))),
        };
        if let Some(overlay) = overlay {
            self.overlays.push(overlay);
        }
    }
}
