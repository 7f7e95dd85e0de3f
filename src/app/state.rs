//! The state of the explorer, and read access to it.

use crate::app::additions::Additions;
use crate::app::basket::Basket;
use crate::app::browse::Browser;
use crate::app::browse::filters::Filters;
use crate::app::browse::find_in_pane::FindInPane;
use crate::app::browse::pane_rows::PaneRows;
use crate::app::browse::row::Row;
use crate::app::browse::rows::Rows;
use crate::app::browse::sorting::Sorting;
use crate::app::data::Data;
use crate::app::form::Form;
use crate::app::frame::Frame;
use crate::app::input::Input;
use crate::app::input::key::Key;
use crate::app::input::keymap::Keymap;
use crate::app::layout::{Layout, Pane};
use crate::app::list::List;
use crate::app::notice::Notice;
use crate::app::overlay::copy_menu::CopyOptions;
use crate::app::overlay::search::Searches;
use crate::app::overlay::{Overlay, Overlays};
use crate::app::scroll::Scroll;
use crate::app::session::Session;
use crate::app::theme::Palette;
use crate::cite::PostOrder;
use crate::facet::Scope;
use crate::lang::Lang;
use crate::model::Target;

/// The explorer. Only [`App::handle`] changes it.
#[derive(Debug)]
pub struct App {
    /// The records.
    pub(in crate::app) data: Data,
    /// The language of the interface.
    pub(in crate::app) lang: Lang,
    /// The rectangles of the screen.
    pub(in crate::app) layout: Layout,
    /// The panes.
    pub(in crate::app) browser: Browser,
    /// What is open above the panes.
    pub(in crate::app) overlays: Overlays,
    /// The last search, and the queries before it.
    pub(in crate::app) search: Searches,
    /// Keys and mouse.
    pub(in crate::app) input: Input,
    /// The marked statements.
    pub(in crate::app) basket: Basket,
    /// The records that were added.
    pub(in crate::app) additions: Additions,
    /// The theme, unless the menu shows another one.
    pub(in crate::app) palette: Palette,
    /// How records are copied.
    pub(in crate::app) copy_options: CopyOptions,
    /// Where the user was when the program was left, until the records are loaded.
    pub(in crate::app) last_session: Option<Session>,
    /// Records that are not shown before their index is complete.
    pub(in crate::app) next_records: Option<NextRecords>,
    /// The index of the current step of the tour, if there is a tour.
    pub(in crate::app) tour: Option<usize>,
    /// The message to the user.
    pub(in crate::app) notice: Option<Notice>,
    /// The content of the next frame.
    pub(in crate::app) frame: Frame,
}

/// The settings of the user.
#[derive(Debug)]
pub struct Settings {
    /// The keys of the commands.
    pub keymap: Keymap,
    /// The form in which records are copied until the user selects another one.
    pub form: Form,
    /// The order of name and title in a sentence for the press.
    pub post_order: PostOrder,
    /// The folder in which exported files are written, for people.
    pub folder: String,
    /// Whether mouse clicks come to the explorer; otherwise the terminal selects text with them.
    pub captures_mouse: bool,
    /// The number of problems in the settings.
    pub problems: usize,
}

/// Records that come to be shown.
#[derive(Debug)]
pub(in crate::app) enum NextRecords {
    First(Box<Data>),
    Again(Box<Data>),
}

impl App {
    /// An explorer without records, on a screen of size 0.
    pub fn new(lang: Lang) -> Self {
        Self {
            data: Data::default(),
            lang,
            layout: Layout::default(),
            browser: Browser::default(),
            overlays: Overlays::default(),
            search: Searches::default(),
            input: Input::default(),
            basket: Basket::default(),
            additions: Additions::default(),
            palette: Palette::Plain,
            copy_options: CopyOptions::default(),
            last_session: None,
            next_records: None,
            tour: None,
            notice: None,
            frame: Frame::default(),
        }
    }

    /// The same explorer with the settings of the user.
    #[must_use]
    pub fn with(self, settings: Settings) -> Self {
        let Settings { keymap, form, post_order, folder, captures_mouse, problems } = settings;
        let notice = (problems > 0).then_some(Notice::SettingsProblems(problems));
        let input = Input { keymap, captures_mouse, ..self.input };
        Self { input, copy_options: CopyOptions { last_form: form, post_order, folder }, notice, ..self }
    }

    /// The same explorer, which goes where the user was once the records are loaded.
    #[must_use]
    pub fn with_session(self, session: Session) -> Self {
        Self { last_session: Some(session), ..self }
    }

    /// The same explorer, which says why it does not go there, unless it has more to say.
    #[must_use]
    pub fn without_session(self, reason: String) -> Self {
        let notice = self.notice.or(Some(Notice::SessionUnreadable(reason)));
        Self { notice, ..self }
    }

    /// The same explorer, with a tour that says which keys to press.
    #[must_use]
    pub fn with_tour(self) -> Self {
        Self { tour: Some(0), ..self }
    }

    /// The same explorer with a theme.
    #[must_use]
    pub fn with_palette(self, palette: Palette) -> Self {
        Self { palette, ..self }
    }

    /// The records.
    pub fn data(&self) -> &Data {
        &self.data
    }

    /// The language of the interface.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The rectangles of the screen.
    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// The content of the next frame.
    pub fn frame(&self) -> &Frame {
        &self.frame
    }

    /// The keys of the commands.
    pub fn keymap(&self) -> &Keymap {
        &self.input.keymap
    }

    /// The first keys of an unfinished sequence.
    pub fn pending(&self) -> &[Key] {
        &self.input.pending
    }

    /// Whether mouse clicks come to the explorer; otherwise the terminal selects text with them.
    pub fn captures_mouse(&self) -> bool {
        self.input.captures_mouse
    }

    /// The pane with the focus.
    pub fn focus(&self) -> Pane {
        self.browser.focus
    }

    /// The active filters, with their history.
    pub fn filters(&self) -> &Filters {
        &self.browser.filters
    }

    /// The text by which a pane is narrowed while it is typed.
    pub fn find_in_pane(&self) -> Option<&FindInPane> {
        self.browser.find_in_pane.as_ref()
    }

    /// The rows of the panes.
    pub fn rows(&self) -> &Rows {
        &self.browser.rows
    }

    /// The scroll position of the detail.
    pub fn detail_scroll(&self) -> Scroll {
        self.browser.scroll
    }

    /// The top overlay.
    pub fn overlay(&self) -> Option<&Overlay> {
        self.overlays.top()
    }

    /// The marked statements.
    pub fn basket(&self) -> &Basket {
        &self.basket
    }

    /// The message to the user.
    pub fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    /// The list whose selected row the detail shows. Only this list shows its selection.
    pub fn source(&self) -> Pane {
        self.browser.source
    }

    /// Whether a pane has records to list, shown or hidden by filters.
    pub fn has_content(&self, pane: Pane) -> bool {
        matches!(pane, Pane::Visits | Pane::Detail) || self.browser.rows.shown(pane).1 > 0
    }

    /// How many statements pass the filters, and how many there are in the scope.
    pub fn statements(&self) -> (usize, usize) {
        (self.browser.counts.shown.len(), self.browser.counts.total)
    }

    /// Whether the scope has any statements. Without them, opening a stop or a person shows its detail instead of filtering.
    pub fn has_statements(&self) -> bool {
        self.browser.counts.total > 0
    }

    /// The state of the list of a pane.
    pub fn list(&self, pane: Pane) -> List {
        self.browser.list(pane)
    }

    /// The rows of a pane.
    pub fn rows_of(&self, pane: Pane) -> PaneRows<'_> {
        self.browser.rows_of(&self.data, pane)
    }

    /// The selected row of a pane.
    pub fn selected_row(&self, pane: Pane) -> Option<Row> {
        self.browser.selected_row(&self.data, pane)
    }

    /// The record that the detail shows: the selected one of [`App::source`].
    pub fn detail_target(&self) -> Option<Target> {
        self.selected_row(self.browser.source).and_then(|row| row.target())
    }

    /// Whether a row is the open visit or an active filter.
    pub fn is_marked(&self, pane: Pane, row: usize) -> bool {
        self.browser.is_marked(&self.data, pane, row)
    }

    /// The sorting of the rows of a pane.
    pub fn sorting(&self, pane: Pane) -> Sorting {
        self.browser.options.sorting(pane)
    }

    /// Whether the pane with the focus fills the screen.
    pub fn is_zoomed(&self) -> bool {
        self.browser.options.zoomed
    }

    /// All visits or the open visit; `None` before records are loaded, and while a visit with errors is selected.
    pub fn scope(&self) -> Option<Scope> {
        self.browser.scope(&self.data)
    }
}
