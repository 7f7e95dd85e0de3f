//! Problems in the data as values: what is wrong, where it is, and how to fix it. The code that finds a problem builds
//! a [`Diagnostic`]; the code that shows it chooses how to render it.
//!
//! ```
//! use lawat::diagnostic::{Severity, concise};
//! use lawat::lang::Lang;
//! use lawat::load::load_text;
//!
//! let records = "schema_version: '1.1'\nvisits: [{ id: untitled }]";
//! let loaded = load_text("visits.yaml", records.into());
//! let diagnostic = &loaded.diagnostics[0];
//! assert_eq!(diagnostic.code().severity(), Severity::Error);
//! assert!(concise(diagnostic, Lang::En).starts_with("visits.yaml:2"));
//! ```

mod binary;
mod code;
mod date;
mod help;
mod id_conflict;
mod location;
mod lookalike;
mod message;
mod problem;
mod quote_mismatch;
mod render;
mod report;
mod syntax_error;
mod warning;

pub use code::{ProblemCode, Severity};
pub use id_conflict::IdConflict;
pub use location::{Location, SourceSpan};
pub use problem::{BinaryFormat, Problem, ReferenceKind, Shape};
pub use quote_mismatch::{Difference, QuoteMismatch, UnverifiedQuote};
pub use render::{concise, concise_in_words, full};
pub use report::{Diagnostic, ProblemCount, UnusableVisit};
pub use syntax_error::{SyntaxError, is_colon_lookalike};
pub use warning::{MarkProblem, Warning};
