//! The map: where the stops were, the routes between them, and the places without coordinates.

use super::fact::{ValueKey, index};
use super::names::names;
use super::query::{CountBy, CountQuery, CountUnit, Limit};
use super::view::View;
use crate::model::{RecordKind, Stop, StopStatus, Target, Visit};

/// The mean radius of the earth in kilometres.
const EARTH_KM: f64 = 6371.0;

/// Degrees north of the equator, and east of Greenwich.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Position {
    /// From -90 to 90.
    pub latitude: f64,
    /// From -180 to 180.
    pub longitude: f64,
}

/// The places of the stops of a part of an archive.
#[derive(Debug, PartialEq)]
pub struct StopMap {
    /// The places with a position: of one visit in its order, of several those with most stops first. The number on the map is
    /// the index plus one.
    pub points: Vec<MapPoint>,
    /// The places without one.
    pub unplaced: Vec<MapPlace>,
    /// The ways of the visits that have at least two stops with known positions.
    pub routes: Vec<Route>,
}

/// A place with its position.
#[derive(Debug, PartialEq)]
pub struct MapPoint {
    /// The place.
    pub place: MapPlace,
    /// Where it is.
    pub position: Position,
    /// The name of the city whose position it has, because its own is not known.
    pub inferred: Option<String>,
}

/// A place of stops.
#[derive(Debug, Clone, PartialEq)]
pub struct MapPlace {
    /// See [`place_key`](crate::model::place_key).
    pub key: ValueKey,
    /// Its label.
    pub name: String,
    /// The number of stops there.
    pub stops: usize,
    /// The number of visits.
    pub visits: usize,
    /// The number of statements.
    pub statements: usize,
}

/// The way of a visit.
#[derive(Debug, PartialEq)]
pub struct Route {
    /// The visit.
    pub visit: usize,
    /// The points in order, as indices.
    pub points: Vec<usize>,
    /// The length in kilometres, in straight lines.
    pub km: f64,
}

impl Position {
    /// The position of a stop, by the first of its places that has coordinates.
    pub fn of(stop: &Stop) -> Option<Self> {
        let found = stop.place.iter().find_map(|place| place.coordinates.as_ref());
        found.filter(|it| it.is_on_earth()).map(|it| Self { latitude: it.latitude, longitude: it.longitude })
    }

    /// The distance on the sphere (haversine), in kilometres.
    pub fn km_to(self, other: Self) -> f64 {
        let half = |one: f64, other: f64| ((other - one).to_radians() / 2.0).sin().powi(2);
        let cosines = self.latitude.to_radians().cos() * other.latitude.to_radians().cos();
        let haversine = half(self.latitude, other.latitude) + cosines * half(self.longitude, other.longitude);
        2.0 * EARTH_KM * haversine.clamp(0.0, 1.0).sqrt().asin()
    }
}

/// The known positions of places and of cities, by their numbers.
struct Positions {
    places: Vec<Option<Position>>,
    /// The city of each place.
    cities_of_places: Vec<Option<u32>>,
    cities: Vec<Option<Position>>,
}

impl View<'_> {
    /// The places of the stops on a map.
    pub fn map(&self) -> StopMap {
        let positions = self.positions();
        let places = self.places();
        let city = |place: u32| {
            let city = positions.cities_of_places.get(index(place)).copied().flatten()?;
            let position = positions.cities.get(index(city)).copied().flatten()?;
            let name = names(self.facts, self.archive, (CountBy::City, &[city]), self.lang).pop()?;
            Some((position, Some(name)))
        };
        let (mut points, mut unplaced) = (Vec::new(), Vec::new());
        let mut at_point = vec![None; self.facts.facts[CountBy::Stop].len()];
        for (value, place) in places {
            let own = positions.places.get(index(value)).copied().flatten().map(|it| (it, None));
            let Some((position, inferred)) = own.or_else(|| city(value)) else {
                unplaced.push(place);
                continue;
            };
            if let Some(at) = at_point.get_mut(index(value)).filter(|_| inferred.is_none()) {
                *at = Some(points.len());
            }
            points.push(MapPoint { place, position, inferred });
        }
        let routes = self.routes(&points, &at_point);
        StopMap { points, unplaced, routes }
    }

    /// The positions of all places of the archive, also outside of the selection.
    fn positions(&self) -> Positions {
        let facts = &self.facts.facts;
        let mut positions = Positions {
            places: vec![None; facts[CountBy::Stop].len()],
            cities_of_places: vec![None; facts[CountBy::Stop].len()],
            cities: vec![None; facts[CountBy::City].len()],
        };
        for (at, visit) in self.facts.visits.iter().enumerate() {
            let stops = self.archive.visits.get(*visit).map(|visit| visit.itinerary.as_slice());
            let records = self.facts.records_at(CountUnit::Stop, at);
            for (stop, record) in stops.unwrap_or_default().iter().zip(records) {
                let value = |by| self.facts.values((CountUnit::Stop, by), (at, record)).first().copied();
                let (place, city) = (value(CountBy::Stop), value(CountBy::City));
                let position = Position::of(stop);
                fill(&mut positions.places, place, position);
                fill(&mut positions.cities, city, position);
                fill(&mut positions.cities_of_places, place, city);
            }
        }
        positions
    }

    /// The places in the order of the map, with their numbers among the values.
    fn places(&self) -> Vec<(u32, MapPlace)> {
        let count = |unit| self.count(CountQuery { unit, by: CountBy::Stop, across: None }, Limit::NONE).rows;
        let fact = &self.facts.facts[CountBy::Stop];
        let find = |key: &Option<ValueKey>| fact.find(key.as_ref()?);
        let mut statements = vec![0; fact.len()];
        for row in count(CountUnit::Statement) {
            if let Some(it) = find(&row.key).and_then(|place| statements.get_mut(index(place))) {
                *it = row.count;
            }
        }
        let place = |row: super::table::TableRow| {
            let value = find(&row.key)?;
            let statements = statements.get(index(value)).copied().unwrap_or_default();
            let (stops, visits) = (row.count, row.visits);
            Some((value, MapPlace { key: row.key?, name: row.name, stops, visits, statements }))
        };
        let mut places: Vec<(u32, MapPlace)> = count(CountUnit::Stop).into_iter().filter_map(place).collect();
        let mut visits = self.visits();
        if let (Some((at, _, visit)), None) = (visits.next(), visits.next()) {
            let order = visit.stops_in_order();
            let first = self.facts.records_at(CountUnit::Stop, at).start;
            let value = |stop: &usize| {
                self.facts.values((CountUnit::Stop, CountBy::Stop), (at, first + stop)).first().copied()
            };
            let order: Vec<u32> = order.iter().filter_map(value).collect();
            places.sort_by_key(|(value, _)| order.iter().position(|it| it == value));
        }
        places
    }

    fn routes(&self, points: &[MapPoint], at_point: &[Option<usize>]) -> Vec<Route> {
        let route = |(place, at, visit): (usize, usize, &Visit)| {
            let first = self.facts.records_at(CountUnit::Stop, place).start;
            let point = |stop: usize| {
                let was_made = visit.itinerary.get(stop)?.status != Some(StopStatus::Cancelled);
                let is_covered = self.has(CountUnit::Stop, Target::new(at, RecordKind::Stop, stop));
                let values = self.facts.values((CountUnit::Stop, CountBy::Stop), (place, first + stop));
                let value = values.first().filter(|_| was_made && is_covered)?;
                at_point.get(index(*value)).copied().flatten()
            };
            let mut way: Vec<usize> = visit.stops_in_order().into_iter().filter_map(point).collect();
            way.dedup();
            let position = |point: &usize| points.get(*point).map(|it| it.position);
            let legs = way.iter().zip(way.iter().skip(1));
            let km = legs.filter_map(|(one, other)| Some(position(one)?.km_to(position(other)?))).sum();
            (way.len() > 1).then_some(Route { visit: at, points: way, km })
        };
        self.visits().filter_map(route).collect()
    }
}

/// Sets an entry that has no value yet.
fn fill<T: Copy>(list: &mut [Option<T>], at: Option<u32>, value: Option<T>) {
    if let Some(it) = at.and_then(|at| list.get_mut(index(at))).filter(|it| it.is_none()) {
        *it = value;
    }
}

#[cfg(test)]
mod tests {
    use super::Position;

    #[test]
    fn distances_are_those_on_the_sphere() {
        let at = |latitude, longitude| Position { latitude, longitude };
        let (pontianak, balikpapan) = (at(-0.0226, 109.3307), at(-1.2654, 116.8312));
        assert!((pontianak.km_to(balikpapan) - 845.4).abs() < 1.0, "{}", pontianak.km_to(balikpapan));
        assert!((at(0.0, 179.5).km_to(at(0.0, -179.5)) - 111.2).abs() < 0.1);
        assert!(at(10.0, 10.0).km_to(at(10.0, 10.0)).abs() < 1e-9);
    }
}
