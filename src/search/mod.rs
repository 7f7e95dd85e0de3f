//! Full-text search over all kinds of records.
//!
//! An [`Index`] is built from an archive; a [`Searcher`] answers a [`SearchRequest`] with [`SearchResults`]. A query is parsed into
//! clauses of atoms (`query`). The index consists of segments that are searched in parallel. In each segment an atom is
//! matched against the vocabulary (`expand`, `matching`), postings give the records that contain the matching words
//! (`atom_matches`, `segment`), and the records that satisfy all clauses are ranked by match level, then by score
//! (`ranking`, `scorer`); if there are many, upper bounds of their scores are computed first (`bounds`). Fuzzy matches are looked for only if there are few literal ones (`searcher`).
//! [`CachingSearcher`] remembers results for those who type.

mod abbreviations;
mod atom_matches;
mod bounds;
mod caching_searcher;
mod cities;
mod compounds;
mod dates;
mod evidence;
mod expand;
mod explain;
mod fields;
mod forward_index;
mod highlight;
mod hints;
mod index;
mod index_part;
mod index_update;
mod inverted_index;
mod keywords;
mod lengths;
mod level;
mod matching;
mod name_match;
mod numbers;
mod occurrence;
mod postings;
mod query;
mod query_error;
mod ranking;
mod record_texts;
mod request;
mod results;
mod scorer;
mod searcher;
mod segment;
mod segment_builder;
mod shared_texts;
mod spellings;
mod texts;
mod tokens;
mod top_k;
mod vocabulary;

pub use caching_searcher::CachingSearcher;
pub use dates::{DateFilterError, days_of};
pub use explain::{Explanation, explain};
pub use fields::Field;
pub use index::Index;
pub use index_part::IndexPart;
pub use level::MatchLevel;
pub use name_match::{NameMatch, match_name};
pub use query::Query;
pub use query_error::{QueryError, QueryErrorKind};
pub use request::{Depth, ScopeFilter, SearchFilter, SearchRequest};
pub use results::{GROUPS, PossibleResults, ResultGroup, SearchResult, SearchResults};
pub use searcher::Searcher;
pub use segment::Segment;
