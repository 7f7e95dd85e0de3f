//! What stands on the screen, as lines and words.

mod empty;
mod labels;
mod lines;
mod notices;
