//! Statistics: how many visits, people, stops or statements there are, by one or two of their facts.
//!
//! A record with several values of a fact, such as topics, counts for each of them, and once in the total. Records without a
//! value have a row of their own.

mod facts;
mod query;
mod table;

pub use query::{CountBy, CountQuery, CountUnit};
pub use table::{CountTable, TableColumn, TableRow, count};
