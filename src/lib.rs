//! `lawat` reads records of public-service visits: where a delegation went, who was there, and what was said.
//!
//! The library loads and checks records ([`load`], [`diagnostic`]), holds them ([`model`]), searches them ([`search`]), cites
//! statements ([`cite`]) and exports visits ([`export`]). [`lang`] has the two languages of all messages. Other modules belong
//! to the program and may change at any time.
//!
//! ```
//! use lawat::cite::{Citation, Style};
//! use lawat::lang::Lang;
//! use lawat::load::load_text;
//! use lawat::model::Record;
//!
//! let records = r#"
//! schema_version: "1.1"
//! visits:
//!   - id: visit
//!     title: Studi tiru
//!     participants: [{ id: ratna, name: Ratna Contoh }]
//!     statements: [{ id: s1, type: quote, text: Satu pintu., speaker: ratna }]
//! "#;
//! let loaded = load_text("visits.yaml", records.into());
//! let visit = &loaded.archive.visits[0];
//! let citation = Citation::new(visit, &visit.statements[0], Lang::En);
//! assert_eq!(citation.write(Style::Reference), "visit#s1");
//! assert_eq!(Record::Visit(visit).label(), "Studi tiru");
//! ```
//!
//! Modules import each other in one direction only (`ARCHITECTURE.md`):
//!
//! ```text
//! main -> cli -> tui, plain -> view -> app -> facet, export, chart -> search, load, page, cite, stats -> diagnostic -> lang -> model -> text
//! ```

#[doc(hidden)]
pub mod app;
mod bit_set;
#[doc(hidden)]
pub mod cache;
pub mod chart;
pub mod cite;
#[doc(hidden)]
pub mod cli;
#[doc(hidden)]
pub mod config;
pub mod diagnostic;
#[doc(hidden)]
pub mod draft;
#[doc(hidden)]
pub mod edit;
#[doc(hidden)]
pub mod entry;
pub mod export;
#[doc(hidden)]
pub mod facet;
#[doc(hidden)]
pub mod import;
pub mod lang;
pub mod load;
pub mod model;
#[doc(hidden)]
pub mod page;
#[doc(hidden)]
pub mod parallel;
#[doc(hidden)]
pub mod plain;
pub mod search;
#[doc(hidden)]
pub mod stats;
#[doc(hidden)]
pub mod text;
#[doc(hidden)]
pub mod tui;
#[doc(hidden)]
pub mod view;
