//! Drafts: from an article or a press release to a draft record, by rules. The same text always gives the same draft.
//!
//! Quotations are found as `lawat check --text` finds them (`quote`). Names and posts are read by their words and by where they
//! stand in a sentence (`mention`, `clues`), and `people` decides which of them are the same person. The speaker of a quote
//! comes from the words next to it (`attribution`), or from who spoke last (`reader`). What is not certain becomes an inferred
//! value or a question in a comment, never a stated one. `record` puts it all together, and `yaml` writes it.

mod article;
mod attribution;
mod clues;
mod dates;
mod found;
mod mention;
mod people;
mod places;
mod quote;
mod reader;
mod record;
mod reporting;
mod words;
mod yaml;

pub use found::Draft;
pub use record::{draft, draft_beside};
