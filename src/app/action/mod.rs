//! What commands and events do to the whole state, one file per subject.

mod adding;
mod availability;
mod basket;
mod copy;
mod entry_form;
mod external;
mod filter;
mod mouse;
mod movement;
mod navigate;
mod overlay;
mod page;
mod palette;
mod press;
mod reload;
mod save_form;
mod search;
mod selected_visit;
mod sequence;
mod session;
mod stats_view;
mod theme;
mod tour;
mod view;
