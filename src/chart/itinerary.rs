//! A small map of one visit: its stops with known positions, by their numbers in the itinerary, and the way between them.

use super::map::{Drawn, draw_points};
use super::picture::{Picture, ROOM};
use super::projection::Projection;
use crate::lang::Lang;
use crate::model::Visit;
use crate::stats::Position;

/// One place alone is shown in its region, so many degrees wide.
const REGION: f64 = 5.0;

/// The map; none if no stop has a position.
pub fn itinerary_map(visit: &Visit, lang: Lang) -> Option<String> {
    let stops = visit.stops_in_order().into_iter().filter_map(|at| visit.itinerary.get(at));
    let mut points: Vec<(Position, bool)> = Vec::new();
    let (mut numbers, mut route) = (Vec::new(), Vec::new());
    let mut picture = Picture::untitled(lang.messages().map, lang);
    for (at, stop) in stops.enumerate() {
        if let Some(position) = Position::of(stop) {
            if !stop.is_called_off() {
                route.push(points.len());
            }
            points.push((position, false));
            numbers.push(at + 1);
            picture.tell(format!("{}: {}", at + 1, visit.name_of_in(&stop.id, lang.code())));
        }
    }
    let positions: Vec<Position> = points.iter().map(|(position, _)| *position).collect();
    let first = positions.first()?;
    let projection = if positions.iter().all(|it| it == first) {
        Projection::wide_around(&positions, ROOM, REGION)
    } else {
        Projection::around(&positions, ROOM)
    }?;
    draw_points(&mut picture, &projection, &Drawn { points, numbers, routes: vec![&route] }, lang);
    Some(picture.finish())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::load_text;

    #[test]
    fn stops_keep_their_numbers_and_visits_without_positions_have_no_map() {
        let text = "schema_version: '1.1'
visits:
  - id: a
    title: A
    itinerary:
      - { id: one, name: Balai }
      - { id: two, name: Tugu, place: { coordinates: { latitude: 0.0, longitude: 109.3 } } }
  - { id: b, title: B, itinerary: [{ id: one, name: Balai }] }
";
        let archive = load_text("visits.yaml", text.into()).archive;
        let svg = itinerary_map(&archive.visits[0], Lang::En).unwrap();
        assert!(svg.contains("<desc>2: Tugu</desc>") && svg.contains("<circle"), "{svg}");
        assert_eq!(itinerary_map(&archive.visits[1], Lang::En), None);
    }

    #[test]
    fn the_way_leaves_out_what_was_called_off() {
        let stop = |id: &str, status: &str, at: f64| {
            format!(
                "{{ id: {id}, name: {id}, status: {status}, place: {{ coordinates: {{ latitude: {at}, longitude: 109 }} }} }}"
            )
        };
        let way = |status: &str| {
            let stops =
                [stop("one", "visited", 0.0), stop("two", status, 3.0), stop("three", "visited", 1.0)]
                    .join(", ");
            let text =
                format!("schema_version: '1.1'\nvisits: [{{ id: a, title: A, itinerary: [{stops}] }}]\n");
            let svg = itinerary_map(&load_text("a.yaml", text.into()).archive.visits[0], Lang::En).unwrap();
            let route =
                svg.split("class=\"route\" d=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
            route.matches(['M', 'L']).count()
        };
        assert_eq!(["visited", "cancelled", "postponed"].map(way), [3, 2, 2]);
    }
}
