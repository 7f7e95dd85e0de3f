//! Renders the state as lines and messages.

mod empty;
mod entry_form;
mod labels;
mod lines;
mod notices;
mod progress;
mod save_form;
mod stats_view;
mod theme_menu;
mod tour;

pub(in crate::app) use lines::{RowFormat, row_size};
