//! Faceted filtering: which statements match the filters, and how many would match each further filter.
//!
//! Filters of one kind are alternatives (or), filters of different kinds must all match (and); all facts and all texts must match,
//! too. The count of a row ignores the filters of its own kind: it is the number of statements if that row were selected. Across
//! all visits, the filters of each kind are a set of statements, from the lists of the statements with a value (`lists`), the matches
//! of texts, or the facts, and the lists are counted against what the sets have in common (`count_all`); within a visit, one pass over
//! its statements, as small numbers, gives all counts (`count`).

mod compiled;
mod count;
mod count_all;
mod entry;
mod filter;
mod lists;
mod scope;
mod set;
mod statements;
mod table;
mod whole;

pub use crate::model::place_key;
pub use count::Counts;
pub use filter::{Filter, FilterKind, FilteredPane, StopKey};
pub use scope::Scope;
pub use set::{StatementSet, TextSearch};
pub use statements::Statements;
pub use table::Facets;
pub use whole::WholeCounts;
