//! The mouse: borders are dragged, titles sort, the wheel scrolls what is under it.

use lawat::app::event::MouseKind;
use lawat::app::layout::Pane;
use lawat::app::{Order, Overlay};
use ratatui::layout::Rect;

use crate::session::{DOZEN, Session};

fn wide() -> Session {
    Session::open(DOZEN).size(124, 31)
}

fn area(session: &Session, pane: Pane) -> Rect {
    session.app.layout().pane(pane)
}

/// Presses the button at a cell, moves to another one, and releases it.
fn drag(session: Session, from: (u16, u16), to: (u16, u16)) -> Session {
    session
        .mouse(MouseKind::Click, from.0, from.1)
        .mouse(MouseKind::Drag, from.0.midpoint(to.0), from.1.midpoint(to.1))
        .mouse(MouseKind::Drag, to.0, to.1)
        .mouse(MouseKind::Release, to.0, to.1)
}

#[test]
fn a_border_between_columns_follows_the_mouse() {
    let session = wide();
    let [visits, stops] = [Pane::Visits, Pane::Stops].map(|pane| area(&session, pane));
    // Either side of the border can be dragged.
    for (grip, to, width) in [(visits.right() - 1, 24, 25), (stops.left(), 25, 25)] {
        let session = drag(wide(), (grip, 10), (to, 12));
        assert_eq!(area(&session, Pane::Visits).width, width, "{grip}");
        assert_eq!(area(&session, Pane::Stops).width, width, "lists are equally wide");
        assert_eq!(area(&session, Pane::Statements).left(), 2 * width);
    }
    // The second border moves both columns.
    let session = drag(wide(), (stops.right(), 10), (80, 10));
    assert_eq!(area(&session, Pane::Statements).left(), 80);
    // It stays there when the focus moves, and keeps its part of a screen of another size.
    let session = session.press("1234");
    assert_eq!(area(&session, Pane::Statements).left(), 80);
    assert_eq!(area(&session.size(186, 31), Pane::Statements).left(), 120);
}

#[test]
fn a_border_between_panes_of_a_column_follows_the_mouse() {
    let session = Session::example().size(80, 24);
    let stops = area(&session, Pane::Stops);
    let visits = area(&session, Pane::Visits);
    let session = drag(session, (10, stops.bottom() - 1), (10, stops.bottom() - 4));
    assert_eq!(area(&session, Pane::Stops), Rect { height: stops.height - 3, ..stops });
    assert_eq!(area(&session, Pane::Visits), visits);
    let detail = area(&session, Pane::Detail);
    let session = drag(session, (50, detail.top()), (50, detail.top() + 2));
    assert_eq!(area(&session, Pane::Detail).top(), detail.top() + 2);
    assert_eq!(area(&session, Pane::Stops), Rect { height: stops.height - 3, ..stops });
    assert_eq!(session.app.sorting(Pane::Detail).order, Order::Given, "dragging a title does not sort");
}

#[test]
fn no_pane_is_dragged_away() {
    for to in [(0, 0), (123, 30), (u16::MAX, u16::MAX)] {
        for row in (0..31).step_by(4) {
            for column in [5, 34, 35, 69, 70, 100] {
                let session = drag(wide(), (column, row), to);
                let shown = Pane::ALL.into_iter().filter(|pane| !area(&session, *pane).is_empty());
                for pane in shown {
                    let area = area(&session, pane);
                    assert!(
                        area.width >= 16 && area.height >= 3,
                        "{pane:?} {area:?} after {column} {row} {to:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn a_double_click_on_a_border_brings_the_old_sizes_back() {
    let before = area(&wide(), Pane::Visits);
    let session = drag(wide(), (before.right() - 1, 10), (20, 10));
    let moved = area(&session, Pane::Visits);
    assert!(moved.width < before.width);
    let session = session
        .mouse(MouseKind::Click, moved.right() - 1, 10)
        .mouse(MouseKind::Release, moved.right() - 1, 10)
        .mouse(MouseKind::DoubleClick, moved.right() - 1, 10);
    assert_eq!(area(&session, Pane::Visits), before);
}

#[test]
fn a_click_on_a_title_sorts_in_the_next_order() {
    let click = |session: Session, title: &str| {
        session.mouse_on(MouseKind::Click, title).mouse_on(MouseKind::Release, title)
    };
    for (title, pane, orders) in [
        ("1 Kunjungan", Pane::Visits, vec![Order::Time, Order::Name, Order::Count, Order::Given]),
        ("3 Peserta", Pane::Participants, vec![Order::Name, Order::Count, Order::Given]),
        ("4 Pernyataan", Pane::Statements, vec![Order::Time, Order::Name, Order::Place, Order::Given]),
    ] {
        let mut session = wide();
        for order in orders {
            session = click(session, title);
            assert_eq!((session.app.sorting(pane).order, session.app.focus()), (order, pane), "{title}");
        }
    }
    let session = click(wide(), "3 Peserta").expect("urut: nama");
    // The detail has no order.
    click(session, "5 Rincian").expect("urut: nama");
}

#[test]
fn the_wheel_scrolls_the_preview_of_a_search() {
    let session = Session::example().size(100, 20).press("/layanan");
    let selected = |session: &Session| match session.app.overlay() {
        Some(Overlay::Search(search)) => search.list.selected(),
        other => panic!("{other:?}"),
    };
    let (results, preview) = (session.app.layout().results, session.app.layout().preview);
    let before = session.screen();
    let session = session.mouse(MouseKind::WheelDown, preview.left() + 2, preview.top() + 2);
    assert_eq!(selected(&session), Some(0));
    assert!(session.screen() != before, "{before}");
    let session = session.mouse(MouseKind::WheelDown, results.left() + 2, results.top() + 2);
    assert_eq!(selected(&session), Some(3));
}

#[test]
fn the_wheel_zooms_the_map() {
    let session = Session::example().size(124, 31).press("vm");
    let picture = session.screen();
    let session = session.mouse(MouseKind::WheelUp, 100, 15);
    assert!(session.screen() != picture);
    assert_eq!(session.mouse(MouseKind::WheelDown, 100, 15).press("0").screen(), picture);
}
