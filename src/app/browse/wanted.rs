//! How many rows the panes could fill.

use ratatui::layout::Rect;

use crate::app::browse::options::ViewOptions;
use crate::lang::Lang;

/// The rows that the panes could fill.
#[derive(Debug, Clone, Copy)]
pub(in crate::app) struct Wanted {
    pub(in crate::app) of: DependsOn,
    pub(in crate::app) rows: [usize; 5],
}

/// What their number depends on, besides the rows themselves.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::app) struct DependsOn {
    pub(in crate::app) lang: Lang,
    pub(in crate::app) options: ViewOptions,
    pub(in crate::app) screen: Rect,
    pub(in crate::app) widths: [u16; 5],
}
