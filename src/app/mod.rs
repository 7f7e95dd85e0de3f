//! The explorer: its state, and the only code that changes it.
//!
//! An [`Event`](event::Event) goes in, [`Effect`](event::Effect)s come out. There is no terminal here, no clock, no file and no thread, so
//! every journey can be told as keys in and lines out.
//!
//! From the lowest up: the data and plain values; `browse`, the panes; `input`, keys and commands; `overlay`, what lies on the panes;
//! `state`, which puts them together; `action`, what commands do to it, and `present`, what stands on the screen; `handle`.

mod action;
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
mod state;

pub use basket::Basket;
pub use browse::filters::Filters;
pub use browse::find_in_pane::FindInPane;
pub use browse::options::Lines;
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
pub use overlay::copying::CopyMenu;
pub use overlay::menu::Menu;
pub use overlay::page::{About, RecordPage};
pub use overlay::palette::CommandPalette;
pub use overlay::search::{Heading, ResultRow, SearchPane};
pub use overlay::{Overlay, TextView};
pub use scroll::Scroll;
pub use state::{App, Settings};
