//! The explorer: its state, and the only code that changes it.
//!
//! [`App::handle`] takes an [`Event`](event::Event), changes the state and returns [`Effect`](event::Effect)s for its caller to run.
//! There is no terminal here, no clock, no file and no thread, so tests send events and read lines.
//!
//! The layers, from the top; imports run downwards only:
//!
//! - `handle` takes an event, changes the state, returns effects.
//! - `arrange` computes the layout, the scroll positions, and the rendered rows of the next frame, after each event.
//! - `action` is what commands do to the whole state; `present` renders what is shown as lines.
//! - `state` is [`App`], the parts put together.
//! - `similar_name` finds new names that may be meant for known ones.
//! - `overlay` is the stack of what is open above the panes; `basket` holds the marked statements, `additions` what was added.
//! - `notice` is a message to the user; `event` has events and effects; `input` has keys, keymap and commands.
//! - `browse` is the panes: scope, filters, rows, lists, history.
//! - `data`, `frame`, `identity`, `layout`, `list` and others are the records, and plain values.

mod action;
mod additions;
mod arrange;
mod basket;
mod browse;
mod copied;
mod data;
pub mod event;
mod form;
mod frame;
mod handle;
mod identity;
mod input;
pub mod layout;
mod list;
mod notice;
mod overlay;
mod present;
mod scroll;
mod session;
mod similar_name;
mod state;
mod theme;

pub use basket::Basket;
pub use browse::filters::Filters;
pub use browse::find_in_pane::FindInPane;
pub use browse::options::Lines;
pub use browse::pane_rows::PaneRows;
pub use browse::row::{Row, RowHeading, RowState};
pub use browse::rows::Rows;
pub use browse::sorting::{Order, Sorting};
pub use copied::Copied;
pub use data::Data;
pub use form::Form;
pub use frame::{Frame, VisibleRows};
pub use identity::RecordKey;
pub use input::{command, key, keymap};
pub use list::{List, Slot, Visible};
pub use notice::Notice;
pub use overlay::choices::{Choice, Choices};
pub use overlay::copy_menu::CopyMenu;
pub use overlay::entry_form::{EntryForm, FormField, FormRow, Preview};
pub use overlay::filter_menu::FilterMenu;
pub use overlay::page::{PageContent, RecordPage};
pub use overlay::palette::CommandPalette;
pub use overlay::save_form::{BasketMenu, SaveField, SaveForm, SavePurpose};
pub use overlay::search::{MAX_RESULTS, ResultHeading, ResultRow, SearchPane};
pub use overlay::stats_view::map::{MapRow, MapView, MapWindow};
pub use overlay::stats_view::matrix::Matrix;
pub use overlay::stats_view::overview::{Overview, OverviewHeading, OverviewItem, OverviewRow};
pub use overlay::stats_view::timeline::{DayRow, Days, Timeline};
pub use overlay::stats_view::{Compared, StatsContent, StatsTarget, StatsView};
pub use overlay::theme_menu::ThemeMenu;
pub use overlay::{Overlay, TextView};
pub use scroll::Scroll;
pub use session::Session;
pub use similar_name::{SimilarName, similar_name};
pub use state::{App, Settings};
pub use theme::Palette;
