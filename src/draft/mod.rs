//! Drafts: from an article or a press release to a draft record, by rules. The same text always gives the same draft.
//!
//! Quotations are found as `lawat check --text` finds them (`quote`), and told from names and fragments (`kind`). Names and posts
//! are read by their words and by where they stand in a sentence (`mention`, `phrase`, `clues`), and `people` decides which of them
//! are the same person. The speaker of a quote comes from the words next to it (`attribution`, `reporting`), or from who spoke last
//! (`reader`). `sides` reads who visited whom, and `source` who published the article. What is not certain becomes an inferred value
//! or a question in a comment, never a stated one. `record` puts it all together, and `yaml` writes it.

mod article;
mod attribution;
mod clues;
mod dates;
mod found;
mod kind;
mod mention;
mod passage;
mod people;
mod phrase;
mod places;
mod post_and_name;
mod quote;
mod reader;
mod record;
mod reporting;
mod sides;
mod source;
mod words;
mod yaml;

pub use found::Draft;
pub use record::{ArticleText, draft, draft_beside};
