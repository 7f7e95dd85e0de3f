//! What commands and events do to the explorer, a file a subject.

mod availability;
mod basket;
mod copy;
mod external;
mod filter;
mod follow;
mod mouse;
mod movement;
mod navigate;
mod overlay;
mod page;
mod palette;
mod press;
mod reload;
mod search;
mod sequence;
mod view;
