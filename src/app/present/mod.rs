//! What stands on the screen, as lines and words.

mod empty;
mod labels;
mod lines;
mod notices;

pub(in crate::app) use lines::{RowFormat, row_size};
