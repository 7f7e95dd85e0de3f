//! Pictures of the statistics, as SVG: bars, timelines, maps and matrices.
//!
//! A picture is complete in itself: system fonts, colours for light and dark screens and for print, no scripts, and an
//! alternative text in the language of the picture. All text from records is escaped by maud.

mod bars;
mod coast;
mod days;
mod itinerary;
mod map;
mod matrix;
mod picture;
mod projection;
mod time_axis;
mod timeline;

pub use bars::{bars, overview};
pub use coast::{Land, land};
pub use days::days;
pub use itinerary::itinerary_map;
pub use map::{MOST_ROUTES, map, number_runs};
pub use matrix::{MOST_COLUMNS, matrix, shade};
pub use projection::{DEGREE_KM, round_length};
pub use time_axis::{TimeAxis, column_of, labels_in_columns};
pub use timeline::{time_of_visit, timeline};
