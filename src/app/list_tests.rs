//! Tests of the selection and the window of a list.

use proptest::prelude::*;

use super::*;

/// The visible rows as `item.row`.
fn visible(list: &List, window: usize, heights: Heights<'_>) -> String {
    let rows = list.slots(window, heights).into_iter().flat_map(|slot| {
        let item = slot.item;
        slot.rows.map(move |row| format!("{item}.{row}"))
    });
    rows.collect::<Vec<_>>().join(" ")
}

#[test]
fn the_window_follows_the_selection() {
    let mut heights = |item: usize| [1, 2, 3, 1][item];
    let mut list = List::new(4);
    list.down(4, &mut heights);
    list.down(4, &mut heights);
    list.fit_to_window(4, &mut heights);
    assert_eq!(visible(&list, 4, &mut heights), "1.1 2.0 2.1 2.2");
    list.up(4, &mut heights);
    list.fit_to_window(4, &mut heights);
    assert_eq!(visible(&list, 4, &mut heights), "1.0 1.1 2.0 2.1");
}

#[test]
fn an_item_taller_than_the_window_is_read_row_by_row() {
    let mut heights = |item: usize| [1, 5, 1][item];
    let mut list = List::new(3);
    let mut windows = Vec::new();
    for _ in 0..6 {
        list.fit_to_window(3, &mut heights);
        windows.push(visible(&list, 3, &mut heights));
        list.down(3, &mut heights);
    }
    assert_eq!(
        windows,
        ["0.0 1.0 1.1", "1.0 1.1 1.2", "1.1 1.2 1.3", "1.2 1.3 1.4", "1.3 1.4 2.0", "1.3 1.4 2.0"]
    );
    list.up(3, &mut heights);
    list.fit_to_window(3, &mut heights);
    assert_eq!(visible(&list, 3, &mut heights), "1.2 1.3 1.4");
}

#[test]
fn an_empty_list_and_an_empty_window_work() {
    let mut heights = |_: usize| 1;
    let mut list = List::new(0);
    list.down(3, &mut heights);
    list.page_up(3, 3, &mut heights);
    list.fit_to_window(3, &mut heights);
    assert_eq!((list.selected(), list.slots(3, &mut heights)), (None, vec![]));
    let mut list = List::new(2);
    list.fit_to_window(0, &mut heights);
    assert_eq!(list.slots(0, &mut heights), vec![]);
}

#[derive(Debug, Clone, Copy)]
enum Step {
    Down,
    Up,
    PageDown,
    PageUp,
    Scroll(bool),
    Select(usize),
    Window(usize),
}

fn moves() -> impl Strategy<Value = Vec<Step>> {
    let one = prop_oneof![
        Just(Step::Down),
        Just(Step::Up),
        Just(Step::PageDown),
        Just(Step::PageUp),
        any::<bool>().prop_map(Step::Scroll),
        (0usize..40).prop_map(Step::Select),
        (0usize..12).prop_map(Step::Window),
    ];
    prop::collection::vec(one, 0..40)
}

proptest! {
    #[test]
    fn the_selection_is_always_visible(heights in prop::collection::vec(1usize..9, 0..30), moves in moves()) {
        let mut height = |item: usize| heights.get(item).copied().unwrap_or(1);
        let mut list = List::new(heights.len());
        let mut window = 5;
        for step in moves {
            match step {
                Step::Down => list.down(window, &mut height),
                Step::Up => list.up(window, &mut height),
                Step::PageDown => list.page_down(window, window, &mut height),
                Step::PageUp => list.page_up(window, window, &mut height),
                Step::Scroll(down) => list.scroll(down, window, &mut height),
                Step::Select(item) => list.select(item),
                Step::Window(rows) => window = rows,
            }
            list.fit_to_window(window, &mut height);
            let slots = list.slots(window, &mut height);
            let rows: usize = slots.iter().map(|slot| slot.rows.len()).sum();
            let all: usize = heights.iter().sum();
            prop_assert_eq!(rows, window.min(all), "no row is left empty");
            if let Some(selected) = list.selected().filter(|_| window > 0) {
                let slot = slots.iter().find(|slot| slot.item == selected);
                let visible = slot.map_or(0, |slot| slot.rows.len());
                prop_assert_eq!(visible, height(selected).min(window), "the selected item is visible as a whole, or fills the window");
            }
        }
    }

    #[test]
    fn paging_shows_every_row(heights in prop::collection::vec(1usize..25, 1..30), window in 1usize..12) {
        let mut height = |item: usize| heights.get(item).copied().unwrap_or(1);
        let mut list = List::new(heights.len());
        for down in [true, false] {
            let mut seen = std::collections::BTreeSet::new();
            for _ in 0..=heights.iter().sum::<usize>() {
                list.fit_to_window(window, &mut height);
                seen.extend(list.slots(window, &mut height).into_iter().flat_map(|slot| slot.rows.map(move |row| (slot.item, row))));
                if down { list.page_down(window, window, &mut height) } else { list.page_up(window, window, &mut height) }
            }
            prop_assert_eq!(seen.len(), heights.iter().sum::<usize>(), "{}", if down { "down" } else { "up" });
            list.select(if down { heights.len() - 1 } else { 0 });
        }
    }

    #[test]
    fn going_down_reaches_the_end(heights in prop::collection::vec(1usize..9, 1..30), window in 1usize..8) {
        let mut height = |item: usize| heights.get(item).copied().unwrap_or(1);
        let mut list = List::new(heights.len());
        for _ in 0..heights.iter().sum::<usize>() {
            list.down(window, &mut height);
            list.fit_to_window(window, &mut height);
        }
        prop_assert_eq!(list.selected(), Some(heights.len() - 1));
        prop_assert!(!list.visible(window, height, |rows| *rows).below);
    }
}
