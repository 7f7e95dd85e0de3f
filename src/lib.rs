//! `lawat` shows visits: where a delegation went, who was there, and what was said.
//!
//! The crate is a house of rooms, each a folder. Imports run downwards only (`ARCHITECTURE.md`):
//!
//! ```text
//! main -> cli -> tui, plain -> view -> app -> facet, export -> search, load, page, cite, stats -> diagnostic -> lang -> model -> text
//! ```

pub mod app;
pub mod cite;
pub mod cli;
pub mod config;
pub mod diagnostic;
pub mod export;
pub mod facet;
pub mod lang;
pub mod load;
pub mod model;
pub mod page;
pub mod plain;
pub mod search;
pub mod stats;
pub mod text;
pub mod tui;
pub mod view;
