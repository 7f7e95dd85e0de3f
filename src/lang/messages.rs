//! The messages of the interface, as one table that each language fills.

/// Every string that the interface shows.
#[derive(Debug)]
pub struct Messages {}
