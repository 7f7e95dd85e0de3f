//! The layout of the screen: a pure function of its size and its content.
//!
//! Paging, mouse clicks and drawing use the same rectangles.

mod borders;
mod menus;

pub(in crate::app) use borders::{Border, PaneSizes};

use ratatui::layout::Rect;
use serde::{Deserialize, Serialize};

/// The panes, in the order of their numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize)]
pub enum Pane {
    /// The visits.
    Visits,
    /// The itinerary of the open visit.
    Stops,
    /// Its participants.
    Participants,
    /// Its statements.
    Statements,
    /// The detail of the selected record.
    Detail,
}

impl Pane {
    /// All panes.
    pub const ALL: [Self; 5] =
        [Self::Visits, Self::Stops, Self::Participants, Self::Statements, Self::Detail];

    /// Its index in [`Pane::ALL`].
    pub fn index(self) -> usize {
        match self {
            Self::Visits => 0,
            Self::Stops => 1,
            Self::Participants => 2,
            Self::Statements => 3,
            Self::Detail => 4,
        }
    }
}

/// The rows of an empty pane: its border and a message of at most two lines.
const EMPTY_PANE_ROWS: u16 = 4;

/// The maximum columns and rows of the command palette.
const PALETTE_MAX: (u16, u16) = (76, 18);

/// The columns from which statements and detail are side by side.
const SIDE_BY_SIDE: u16 = 104;

/// From this many columns on, a form and its preview are side by side.
const FORM_WITH_PREVIEW: u16 = 100;

/// From this many columns on, the list of a view of the whole and its picture are side by side.
const SIDE_BY_SIDE_STATS: u16 = 90;

/// What is beside the list of a view of the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatsSide {
    /// Nothing.
    None,
    /// A text, if there is room.
    Text,
    /// A picture; on narrow screens above the list.
    Picture,
}

/// The parts of a view of the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct StatsAreas {
    /// The line above the list.
    pub head: Rect,
    /// The list.
    pub list: Rect,
    /// The picture or the text; empty if there is none.
    pub side: Rect,
}

/// The minimum columns and rows of a screen.
pub const MIN_SCREEN: (u16, u16) = (40, 12);

/// How the panes are arranged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// Three columns.
    Wide,
    /// Two columns.
    Normal,
    /// One pane at a time.
    Narrow,
    /// Only a message that the screen is too small.
    #[default]
    TooSmall,
}

/// The rectangles of a screen. A pane that is not shown has none (an empty one).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Layout {
    /// How the panes are arranged.
    pub mode: Mode,
    /// The whole screen.
    pub screen: Rect,
    /// The line with the open visit.
    pub header: Rect,
    /// The line of filters; in the narrow mode they are in the header.
    pub filters: Rect,
    /// The tabs of the narrow mode.
    pub tabs: Rect,
    panes: [Rect; 5],
    /// The lines of the tour; empty without one.
    pub tour: Rect,
    /// The line of key hints.
    pub footer: Rect,
    /// The area for overlays: all but the tour and the footer.
    pub overlay: Rect,
    /// The input of the search.
    pub input: Rect,
    /// The results of the search.
    pub results: Rect,
    /// The preview of the selected result.
    pub preview: Rect,
}

/// What the layout depends on, besides the size of the screen.
pub(in crate::app) struct LayoutInput<'a> {
    /// The pane with the focus.
    pub(in crate::app) focus: Pane,
    /// Returns the number of rows that a pane of this width can fill in this mode.
    pub(in crate::app) rows: &'a mut dyn FnMut(Pane, Mode, u16) -> usize,
    /// The sizes that the user has chosen.
    pub(in crate::app) sizes: PaneSizes,
    /// The rows of the tour.
    pub(in crate::app) tour: u16,
    /// Whether any filters are active.
    pub(in crate::app) has_filters: bool,
    /// Whether the pane with the focus fills the screen.
    pub(in crate::app) zoomed: bool,
    /// Which panes have records, shown or hidden.
    pub(in crate::app) has_content: [bool; 5],
}

impl LayoutInput<'_> {
    /// Whether a pane is shown. Panes without content are not, unless they have the focus.
    fn shows(&self, pane: Pane) -> bool {
        let has_content = self.has_content.get(pane.index()).copied().unwrap_or_default();
        has_content || pane == self.focus || matches!(pane, Pane::Visits | Pane::Detail)
    }
}

impl Layout {
    /// The layout of a screen of this size.
    pub(in crate::app) fn of(columns: u16, rows: u16, mut needs: LayoutInput<'_>) -> Self {
        let screen = Rect::new(0, 0, columns, rows);
        if columns < MIN_SCREEN.0 || rows < MIN_SCREEN.1 {
            return Self { screen, ..Self::default() };
        }
        let mode = match (columns, rows) {
            (120.., 28..) => Mode::Wide,
            (70.., 20..) => Mode::Normal,
            _ => Mode::Narrow,
        };
        let narrow = mode == Mode::Narrow;
        let filters = u16::from(needs.has_filters && !narrow);
        let top = if narrow { 2 } else { 1 + filters };
        let end = rows - 1 - needs.tour.min(rows / 4);
        let body = Rect::new(0, top, columns, end - top);
        let mut layout = Self {
            mode,
            screen,
            tabs: if narrow { Rect::new(0, 0, columns, 1) } else { Rect::default() },
            header: Rect::new(0, u16::from(narrow), columns, 1),
            filters: Rect::new(0, 1, columns, filters),
            footer: Rect::new(0, rows - 1, columns, 1),
            tour: Rect::new(0, end, columns, rows - 1 - end),
            overlay: Rect::new(0, 0, columns, end),
            ..Self::default()
        };
        match mode {
            _ if needs.zoomed => layout.set(needs.focus, body),
            Mode::Wide => layout.three_columns(body, &mut needs),
            Mode::Normal => layout.two_columns(body, &mut needs),
            _ => layout.set(needs.focus, body),
        }
        layout.arrange_search();
        layout
    }

    /// The rectangle of a pane, with its border.
    pub fn pane(&self, pane: Pane) -> Rect {
        self.panes.get(pane.index()).copied().unwrap_or_default()
    }

    /// The pane at a cell.
    pub fn pane_at(&self, column: u16, row: u16) -> Option<Pane> {
        Pane::ALL.into_iter().find(|pane| self.pane(*pane).contains((column, row).into()))
    }

    /// The form by which a record is added, and what will be written beside it; without room for both, only the form.
    pub fn entry_form(&self) -> (Rect, Rect) {
        let area = self.overlay;
        if area.width < FORM_WITH_PREVIEW {
            return (area, Rect::default());
        }
        let left = fraction(area.width, 11, 20);
        (Rect { width: left, ..area }, Rect { x: area.x + left, width: area.width - left, ..area })
    }

    /// The parts of a view of the whole.
    pub fn stats_view(&self, side: StatsSide) -> StatsAreas {
        let area = self.overlay;
        let head = Rect { height: area.height.min(3), ..area };
        let rest = Rect { y: area.y + head.height, height: area.height - head.height, ..area };
        let is_wide = area.width >= SIDE_BY_SIDE_STATS;
        if side == StatsSide::None || (side == StatsSide::Text && !is_wide) {
            return StatsAreas { head, list: rest, side: Rect::default() };
        }
        if is_wide {
            let width = fraction(area.width, 1, 2);
            let side = Rect { x: rest.x + width, width: rest.width - width, ..rest };
            return StatsAreas { head, list: Rect { width, ..rest }, side };
        }
        let above = fraction(rest.height, 11, 20);
        let side = Rect { height: above, ..rest };
        StatsAreas { head, list: Rect { y: rest.y + above, height: rest.height - above, ..rest }, side }
    }

    /// The input and the list of the help, which fills the screen, or of the palette, in a box above the panes.
    pub fn palette(&self, is_help: bool) -> (Rect, Rect) {
        let mut area = self.overlay;
        // On a small screen the palette fills the screen, too.
        if !is_help && self.mode != Mode::Narrow {
            area.width = area.width.min(PALETTE_MAX.0);
            area.x = (self.overlay.width - area.width) / 2;
            area.height = area.height.min(PALETTE_MAX.1);
        }
        let input = Rect { height: area.height.min(3), ..area };
        (input, Rect { y: area.y + input.height, height: area.height - input.height, ..area })
    }

    fn set(&mut self, pane: Pane, rect: Rect) {
        if let Some(slot) = self.panes.get_mut(pane.index()) {
            *slot = rect;
        }
    }

    /// Visits; stops and participants; statements and detail. A few visits share a column with stops and participants.
    fn three_columns(&mut self, body: Rect, needs: &mut LayoutInput<'_>) {
        let side = needs.sizes.list_width(2, body.width, fraction(body.width, 28, 100).clamp(30, 44));
        let visits = (needs.rows)(Pane::Visits, self.mode, side) + 2;
        let has_lists = needs.shows(Pane::Stops) || needs.shows(Pane::Participants);
        if visits <= usize::from(body.height / 3) || !has_lists {
            return self.two_columns(body, needs);
        }
        let left = Rect { width: side, ..body };
        self.stack(left, &[Pane::Visits], needs);
        self.stack(Rect { x: side, ..left }, &[Pane::Stops, Pane::Participants], needs);
        let right = Rect { x: 2 * side, width: body.width - 2 * side, ..body };
        self.statements_and_detail(right, needs);
    }

    /// Visits, stops and participants; statements and detail.
    fn two_columns(&mut self, body: Rect, needs: &mut LayoutInput<'_>) {
        let side = needs.sizes.list_width(1, body.width, fraction(body.width, 3, 8).clamp(28, 48));
        let left = Rect { width: side, ..body };
        let right = Rect { x: side, width: body.width - side, ..body };
        self.stack(left, &[Pane::Visits, Pane::Stops, Pane::Participants], needs);
        self.statements_and_detail(right, needs);
    }

    /// Statements beside the detail where both can be read, else above it. Without statements the detail has all rows.
    fn statements_and_detail(&mut self, area: Rect, needs: &mut LayoutInput<'_>) {
        let [_, _, _, has_statements, _] = needs.has_content;
        if has_statements && area.width >= SIDE_BY_SIDE {
            let width = needs.sizes.statements_width(area.width, fraction(area.width, 57, 100));
            self.set(Pane::Statements, Rect { width, ..area });
            return self.set(Pane::Detail, Rect { x: area.x + width, width: area.width - width, ..area });
        }
        let above = match needs.focus {
            _ if !needs.shows(Pane::Statements) => 0,
            _ if !has_statements => EMPTY_PANE_ROWS,
            focus => {
                let mut wanted = |pane| {
                    let rows = (needs.rows)(pane, self.mode, area.width) + 2;
                    u16::try_from(rows).unwrap_or(u16::MAX).clamp(EMPTY_PANE_ROWS, area.height)
                };
                // The detail has the rows that it needs, up to half or more if it has the focus; or those that the statements do not need.
                let most = if focus == Pane::Detail { fraction(area.height, 3, 5) } else { area.height / 2 };
                let spare = area.height - wanted(Pane::Statements);
                let height = area.height
                    - wanted(Pane::Detail).min(most).max(spare).min(area.height - EMPTY_PANE_ROWS);
                needs.sizes.statements_height(area.height, height)
            }
        };
        self.set(Pane::Statements, Rect { height: above, ..area });
        self.set(Pane::Detail, Rect { y: area.y + above, height: area.height - above, ..area });
    }

    /// Stacks panes in a column. Each has at least one row, or two or three where there is room, because the first may be a heading. The
    /// remaining rows go to the pane with the focus, then to stops, participants and visits, as far as each can fill them. In the
    /// first round, a pane between the first and the last of these takes at most two thirds of the rows that are left. A pane whose
    /// height the user has chosen has that height, unless it is the last.
    fn stack(&mut self, area: Rect, panes: &[Pane], needs: &mut LayoutInput<'_>) {
        let panes: Vec<Pane> = panes.iter().copied().filter(|pane| needs.shows(*pane)).collect();
        let count = u16::try_from(panes.len()).unwrap_or(1);
        let most_reserved = match area.height {
            _ if panes.iter().any(|pane| needs.sizes.height(*pane, area.height, count).is_some()) => 3,
            height if height >= 5 * count + 6 => 5,
            height if height >= 4 * count + 6 => 4,
            _ => 3,
        };
        let (mut useful, mut least) = ([0; 5], [0; 5]);
        // The rows that chosen heights may take from those that every pane has.
        let mut free = area.height.saturating_sub(3 * count);
        for pane in &panes {
            let rows = (needs.rows)(*pane, self.mode, area.width).max(1) + 2;
            let rows = u16::try_from(rows).unwrap_or(u16::MAX);
            let chosen = needs.sizes.height(*pane, area.height, count - 1);
            let (rows, reserved) = match chosen.filter(|_| Some(pane) != panes.last()) {
                Some(height) => {
                    let height = height.min(3 + free);
                    free -= height - 3;
                    (height, height)
                }
                None => (rows, rows.min(most_reserved)),
            };
            if let (Some(useful), Some(least)) = (useful.get_mut(pane.index()), least.get_mut(pane.index())) {
                (*useful, *least) = (rows - reserved, reserved);
            }
        }
        let mut spare = area.height.saturating_sub(least.iter().sum());
        let turn = |pane: &Pane| match pane {
            pane if *pane == needs.focus => 0,
            Pane::Stops => 1,
            Pane::Participants => 2,
            _ => 3,
        };
        let mut order = panes.clone();
        order.sort_by_key(turn);
        let mut given = [0; 5];
        for round in 0..2 {
            for (at, pane) in order.iter().enumerate() {
                let alone = round > 0 || *pane == needs.focus || at + 1 == order.len();
                let offered = if alone { spare } else { fraction(spare, 2, 3) };
                if let (Some(rows), Some(useful)) = (given.get_mut(pane.index()), useful.get(pane.index())) {
                    let more = useful.saturating_sub(*rows).min(offered);
                    *rows += more;
                    spare -= more;
                }
            }
        }
        let mut y = area.y;
        for (at, pane) in panes.iter().enumerate() {
            let rest = if at + 1 == panes.len() { spare } else { 0 };
            let of = |rows: [u16; 5]| rows.get(pane.index()).copied().unwrap_or_default();
            let height = of(least) + of(given) + rest;
            self.set(*pane, Rect { y, height, ..area });
            y += height;
        }
    }

    /// The input at the top, the results below it, the preview beside or below the results.
    fn arrange_search(&mut self) {
        let area = self.overlay;
        self.input = Rect { height: 3, ..area };
        let rest = Rect { y: area.y + 3, height: area.height - 3, ..area };
        if area.width >= 90 {
            let left = area.width / 2;
            self.results = Rect { width: left, ..rest };
            self.preview = Rect { x: left, width: rest.width - left, ..rest };
        } else if area.width >= 60 && rest.height >= 14 {
            let above = fraction(rest.height, 3, 5);
            self.results = Rect { height: above, ..rest };
            self.preview = Rect { y: rest.y + above, height: rest.height - above, ..rest };
        } else {
            self.results = rest;
        }
    }
}

/// `part / of` of a length.
fn fraction(length: u16, part: u32, of: u32) -> u16 {
    u16::try_from(u32::from(length) * part / of).unwrap_or(length)
}

/// The inside of a bordered rectangle.
pub fn inside(rect: Rect) -> Rect {
    rect.inner(ratatui::layout::Margin::new(1, 1))
}

/// The columns for text inside a bordered rectangle; see `columns_in`.
pub fn text_columns(rect: Rect) -> usize {
    if rect.height < 2 { 0 } else { columns_in(rect.width) }
}

/// The columns for text inside a bordered rectangle of this width: one column on the left is for the selection mark, and one on the
/// right stays empty.
pub(in crate::app) fn columns_in(width: u16) -> usize {
    usize::from(width.saturating_sub(4))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn layout(columns: u16, rows: u16, focus: Pane, fill: [usize; 5], sizes: PaneSizes) -> Layout {
        let has_content = fill.map(|rows| rows > 0);
        let rows_of = &mut |pane: Pane, _: Mode, _: u16| fill[pane.index()];
        Layout::of(
            columns,
            rows,
            LayoutInput {
                focus,
                rows: rows_of,
                sizes,
                tour: 0,
                has_filters: false,
                zoomed: false,
                has_content,
            },
        )
    }

    #[test]
    fn the_modes_follow_the_size() {
        let mode = |columns, rows| layout(columns, rows, Pane::Visits, [1; 5], PaneSizes::default()).mode;
        assert_eq!(mode(124, 31), Mode::Wide);
        assert_eq!(mode(124, 24), Mode::Normal);
        assert_eq!(mode(80, 24), Mode::Normal);
        assert_eq!(mode(80, 19), Mode::Narrow);
        assert_eq!(mode(40, 20), Mode::Narrow);
        assert_eq!(mode(39, 20), Mode::TooSmall);
        assert_eq!(mode(40, 11), Mode::TooSmall);
    }

    proptest! {
        #[test]
        fn panes_fill_the_screen_and_never_overlap(
            columns in prop_oneof![40u16..220, 220u16..=u16::MAX],
            rows in prop_oneof![12u16..80, 80u16..2000],
            focus in 0usize..5,
            fill in prop::array::uniform5(prop_oneof![0usize..60, 0usize..100_000]),
            drags in prop::collection::vec((any::<(u16, u16)>(), any::<(u16, u16)>()), 0..4),
        ) {
            let focus = Pane::ALL[focus];
            let mut sizes = PaneSizes::default();
            let mut layout = layout(columns, rows, focus, fill, sizes);
            for ((column, row), to) in drags {
                let border = layout.border_at(column % columns, row % rows);
                sizes = border.map_or(sizes, |border| layout.with_border_at(sizes, border, to));
                layout = self::layout(columns, rows, focus, fill, sizes);
            }
            let shown: Vec<Rect> = Pane::ALL.iter().map(|pane| layout.pane(*pane)).filter(|r| !r.is_empty()).collect();
            let cells: u32 = shown.iter().map(|rect| rect.area()).sum();
            let chrome = if layout.mode == Mode::Narrow { 3 } else { 2 };
            prop_assert_eq!(cells, u32::from(columns) * u32::from(rows - chrome));
            for (at, a) in shown.iter().enumerate() {
                prop_assert!(a.height >= 3, "{:?}", shown);
                prop_assert!(shown.iter().skip(at + 1).all(|b| !a.intersects(*b)));
            }
            prop_assert!(!layout.pane(focus).is_empty());
        }
    }
}
