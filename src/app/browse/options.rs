//! Ways of looking at the same records: an order of rows, a number of lines, other words, a pane as large as the screen.

use crate::app::browse::sorting::Sorting;
use crate::lang::Lang;
use crate::text::{Line, TextRole};

/// How many lines of a statement's words a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lines {
    /// All of them.
    #[default]
    All,
    /// The first.
    One,
    /// The first three.
    Three,
}

impl Lines {
    /// What is shown, in words.
    pub(in crate::app) fn label(self, lang: Lang) -> &'static str {
        let m = lang.messages();
        match self {
            Self::All => m.all_lines,
            Self::One => m.one_line,
            Self::Three => m.three_lines,
        }
    }

    /// The lines of a statement, its head and its words, as far as they are shown.
    pub(in crate::app) fn of(self, mut lines: Vec<Line>, columns: usize) -> Vec<Line> {
        let most = match self {
            Self::All => return lines,
            Self::One => 2,
            Self::Three => 4,
        };
        if lines.len() > most {
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                let room = columns.saturating_sub(2);
                *last = if last.width() > room {
                    last.cut(columns)
                } else {
                    last.clone().with(" …", TextRole::Dim)
                };
            }
        }
        lines
    }

    pub(in crate::app) fn next(self) -> Self {
        match self {
            Self::All => Self::One,
            Self::One => Self::Three,
            Self::Three => Self::All,
        }
    }
}

/// How the records are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::app) struct ViewOptions {
    /// Rows outside the filters are not shown.
    pub(in crate::app) hide_outside: bool,
    /// How the rows of each list are ordered.
    pub(in crate::app) sortings: [Sorting; 4],
    /// How many lines of a statement a list shows.
    pub(in crate::app) lines: Lines,
    /// The words of this translation stand in the place of the original, where there is one.
    pub(in crate::app) translation: Option<usize>,
    /// The pane that has the keys is as large as the screen.
    pub(in crate::app) zoomed: bool,
}
