//! Statistics: what the views of the whole show, as values without any layout.
//!
//! A [`FactIndex`] holds the facts of all visits, people, stops and statements of an archive as numbers; a [`View`] is the part
//! of it that a [`Selection`] covers, and answers with counts by one or two facts, an overview, a timeline, a map or a
//! comparison.
//!
//! A record with several values of a fact, such as topics, counts for each of them, and once in the total. Records without a
//! value have a row of their own.
//!
//! ```
//! use lawat::lang::Lang;
//! use lawat::load::load_text;
//! use lawat::stats::{CountBy, CountQuery, CountUnit, FactIndex, Limit, Selection, View};
//!
//! let records = "schema_version: '1.1'\nvisits: [{ id: a, title: A, start_date: 2026-01-10 }]";
//! let archive = load_text("visits.yaml", records.into()).archive;
//! let (facts, selection) = (FactIndex::new(&archive), Selection::all());
//! let view = View { archive: &archive, facts: &facts, selection: &selection, lang: Lang::En };
//! let query = CountQuery { unit: CountUnit::Visit, by: CountBy::Year, across: None };
//! assert_eq!(view.count(query, Limit::NONE).rows[0].name, "2026");
//! ```

mod builder;
mod cities;
mod compare;
mod condition;
mod fact;
mod gap;
mod index;
mod labels;
mod map;
mod names;
mod overview;
mod position;
mod query;
mod selection;
mod table;
mod timeline;
mod view;
mod visit_facts;

pub use compare::{ComparedThing, Comparison, Measure, MeasureRow, MeasureValue};
pub use condition::{Condition, ConditionTests};
pub use fact::ValueKey;
pub use gap::Gap;
pub use index::FactIndex;
pub use labels::clock;
pub use map::{MapPlace, MapPoint, Route, StopMap};
pub use overview::{GapCount, Overview, Ranking, Totals};
pub use position::Position;
pub use query::{CountBy, CountQuery, CountUnit, Limit};
pub use selection::Selection;
pub use table::{CountTable, TableColumn, TableRow};
pub use timeline::{StopTime, Timeline, VisitDay, VisitDays, VisitSpan};
pub use view::View;
