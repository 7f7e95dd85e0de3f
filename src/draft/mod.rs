//! Drafts: from an article or a press release to a draft record, by rules. The same text always gives the same draft.
//!
//! Quotations are found as `lawat check --text` finds them (`quote`), people by their posts and by where they stand in a
//! sentence (`people`), the speaker of a quote by the words next to it (`attribution`), or by who spoke last (`record`). What is
//! not certain becomes an inferred value or a question in a comment, never a stated one.

mod append;
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
mod words;
mod yaml;

pub use append::append;
pub use found::Draft;
pub use record::{draft, draft_beside};
