//! The map: coast lines and routes of braille dots, numbered places, and a scale.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};
use ratatui::symbols::Marker;
use ratatui::widgets::canvas::{Canvas, Line as Segment};
use ratatui::widgets::{Clear, Widget as _};

use super::paint;
use super::theme::Theme;
use crate::app::{App, MapView, MapWindow};
use crate::chart::{DEGREE_KM, Land, MOST_ROUTES, land, number_runs, round_length};
use crate::stats::Position;
use crate::text::{Line, TextRole, width};

/// A part of the earth on the cells of an area.
struct Projection {
    window: MapWindow,
    area: Rect,
    /// Half the width and half the height, in degrees of latitude.
    half: (f64, f64),
}

impl Projection {
    /// Columns and rows from the left upper corner; none outside.
    fn cell(&self, position: Position) -> Option<(u16, u16)> {
        let (east, north) = self.window.offset(position);
        let (x, y) =
            ((east + self.half.0) / (2.0 * self.half.0), (self.half.1 - north) / (2.0 * self.half.1));
        let at = |share: f64, length: u16| {
            let cell = (share * f64::from(length)).floor();
            (0..length).find(|at| (f64::from(*at) - cell).abs() < 0.5)
        };
        Some((at(x, self.area.width)?, at(y, self.area.height)?))
    }

    fn degrees_per_column(&self) -> f64 {
        2.0 * self.half.0 / f64::from(self.area.width.max(1))
    }

    /// Whether a land area may be visible.
    fn shows(&self, land: &Land) -> bool {
        let (west, south) = self.window.offset(land.south_west);
        let (east, north) = self.window.offset(land.north_east);
        east >= -self.half.0 && west <= self.half.0 && north >= -self.half.1 && south <= self.half.1
    }
}

/// Draws the visible part of the map, with the selected place on top.
pub(super) fn draw(
    app: &App,
    (map, selected): (&MapView, Option<usize>),
    area: Rect,
    theme: Theme,
    buffer: &mut Buffer,
) {
    let Some(window) = map.visible(app.map_ratio()).filter(|_| area.width > 1 && area.height > 1) else {
        let words = app.lang().messages().nothing_to_draw;
        return paint::put(&Line::of(words, TextRole::Dim), area, Style::default(), theme, buffer);
    };
    let half = window.degrees / 2.0;
    let projection = Projection { window, area, half: (half * app.map_ratio(), half) };
    let colour = |role| theme.role(role).fg.unwrap_or(Color::Reset);
    let (coast, way) = (colour(TextRole::Dim), colour(TextRole::Accent));
    let routes = if map.map.routes.len() <= MOST_ROUTES { map.map.routes.as_slice() } else { &[] };
    Canvas::default()
        .marker(Marker::Braille)
        .x_bounds([-projection.half.0, projection.half.0])
        .y_bounds([-half, half])
        .paint(|canvas| {
            let mut draw = |from: Position, to: Position, color| {
                let ((x1, y1), (x2, y2)) = (window.offset(from), window.offset(to));
                canvas.draw(&Segment { x1, y1, x2, y2, color });
            };
            for land in land().iter().filter(|land| projection.shows(land)) {
                let next = land.corners.iter().cycle().skip(1);
                land.corners.iter().zip(next).for_each(|(from, to)| draw(*from, *to, coast));
            }
            for route in routes {
                let positions = route.points.iter().filter_map(|at| map.map.points.get(*at));
                let positions: Vec<Position> = positions.map(|point| point.position).collect();
                positions.iter().zip(positions.iter().skip(1)).for_each(|(from, to)| draw(*from, *to, way));
            }
        })
        .render(area, buffer);
    scale(app, &projection, theme, buffer);
    numbers(map, selected, &projection, theme, buffer);
}

/// The numbers of the places: those in one cell share a label; where labels would cover each other the first one is shown, and that
/// of the selected place in any case. A tilde marks those whose positions are only those of their cities.
fn numbers(
    map: &MapView,
    selected: Option<usize>,
    projection: &Projection,
    theme: Theme,
    buffer: &mut Buffer,
) {
    let area = projection.area;
    let mut cells: Vec<((u16, u16), Vec<usize>)> = Vec::new();
    for (at, point) in map.map.points.iter().enumerate() {
        let Some(cell) = projection.cell(point.position) else { continue };
        match cells.iter_mut().find(|(other, _)| *other == cell) {
            Some((_, places)) => places.push(at),
            None => cells.push((cell, vec![at])),
        }
    }
    let is_chosen = |places: &[usize]| selected.is_some_and(|at| places.contains(&at));
    cells.sort_by_key(|(_, places)| !is_chosen(places));
    let mut taken: Vec<Rect> = Vec::new();
    for ((x, y), places) in cells {
        let is_inferred =
            places.iter().filter_map(|at| map.map.points.get(*at)).all(|point| point.inferred.is_some());
        let (sign, role) = if is_inferred { ("~", TextRole::Dim) } else { ("", TextRole::Strong) };
        let label = format!("{sign}{}", label(&places));
        let width = u16::try_from(width(&label)).unwrap_or(u16::MAX).min(area.width);
        let place = Rect { x: area.x + x.min(area.width - width), y: area.y + y, width, height: 1 };
        if taken.iter().any(|other| other.intersects(place)) {
            continue;
        }
        taken.push(place);
        let style = if is_chosen(&places) { Theme::selected_row() } else { Style::default() };
        // Else it would have the colours of the coast and the routes below it.
        Clear.render(place, buffer);
        paint::put(&Line::of(&label, role), place, style, theme, buffer);
    }
}

/// The numbers of places, from 1: `3`, `1–4`, `2,5`, or the first of many.
fn label(places: &[usize]) -> String {
    let numbers: Vec<usize> = places.iter().map(|at| at + 1).collect();
    let (runs, more) = number_runs(&numbers);
    format!("{}{}", runs.join(","), if more > 0 { "…" } else { "" })
}

/// A bar of a round length in the left lower corner.
fn scale(app: &App, projection: &Projection, theme: Theme, buffer: &mut Buffer) {
    let area = projection.area;
    let km_per_column = projection.degrees_per_column() * DEGREE_KM;
    let km = round_length(f64::from(area.width) / 3.0 * km_per_column);
    let columns = (1..area.width).take_while(|at| f64::from(*at) * km_per_column <= km).count().max(1);
    let bar = format!("├{}┤ {}", "─".repeat(columns.saturating_sub(2)), app.lang().distance(km));
    let length = u16::try_from(width(&bar)).unwrap_or(u16::MAX).min(area.width);
    let place = Rect { y: area.bottom().saturating_sub(1), width: length, height: 1, ..area };
    Clear.render(place, buffer);
    paint::put(&Line::of(&bar, TextRole::Dim), place, Style::default(), theme, buffer);
}
