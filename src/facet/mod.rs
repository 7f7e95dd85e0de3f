//! Faceted filtering: which statements match the chosen facts, and how many would match each further choice.
//!
//! A choice is a [`Filter`]. Filters of one kind are alternatives (or), filters of different kinds must all match (and); all texts
//! must match, too. The count of a row ignores the filters of its own kind, so that it says what choosing that row would give.
//! One pass over the statements, as small numbers, gives all counts.

mod count;
mod filter;
mod scope;
mod set;
mod table;

pub use crate::model::place_key;
pub use count::{Counts, TextSearch};
pub use filter::{Filter, FilterKind, FilteredPane, StopKey};
pub use scope::Scope;
pub use set::StatementSet;
pub use table::Facets;
