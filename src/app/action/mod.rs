//! What commands and events do to the explorer, a file a subject.

mod availability;
mod basket;
mod copy;
mod external;
mod filter;
mod follow;
mod gather;
mod guide;
mod mouse;
mod movement;
mod navigate;
mod overlay;
mod press;
mod reload;
mod search;
mod sequence;
mod view;
