//! The map: where the stops were, the routes between them, and the places without coordinates.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use super::cities::{ListedCity, listed_city};
use super::fact::{ValueKey, index, number};
use super::names::names;
use super::position::Position;
use super::query::{CountBy, CountUnit};
use super::table::ValueCounts;
use super::view::View;
use crate::model::{RecordKind, Target, Visit};
use crate::text::natural;

/// The places of the stops of a part of an archive.
#[derive(Debug, PartialEq)]
pub struct StopMap {
    /// The places with a position: of one visit in its order, of several those with most stops first. The number on the map is
    /// the index plus one.
    pub points: Vec<MapPoint>,
    /// How many more places with a position there are.
    pub more_points: usize,
    /// The places without one.
    pub unplaced: Vec<MapPlace>,
    /// How many more there are without one.
    pub more_unplaced: usize,
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
    /// The city whose position it has, because its own is not known; of one of the list of cities, with country and source.
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

/// A city, and the country where that is stated, as numbers.
type CityOfCountry = (u32, Option<u32>);

/// The known positions of places and of cities, by their numbers.
struct Positions {
    places: Vec<Option<Position>>,
    /// The city of each place.
    cities_of_places: Vec<Option<CityOfCountry>>,
    /// The positions of cities, by other places in them.
    cities: HashMap<CityOfCountry, Position>,
    /// The other cities that are known, as listed.
    listed: HashMap<CityOfCountry, ListedCity>,
}

impl Positions {
    fn of_place(&self, place: u32) -> Option<Position> {
        self.places.get(index(place)).copied().flatten()
    }

    /// The city of a place, and its position.
    fn city_of_place(&self, place: u32) -> Option<(CityOfCountry, Position)> {
        let city = self.cities_of_places.get(index(place)).copied().flatten()?;
        let listed = || self.listed.get(&city).map(|it| it.position);
        Some((city, self.cities.get(&city).copied().or_else(listed)?))
    }

    /// Whether a place has a position, its own or that of its city.
    fn has(&self, place: u32) -> bool {
        self.of_place(place).is_some() || self.city_of_place(place).is_some()
    }
}

/// The numbers of stops and statements of all places.
struct PlaceCounts {
    stops: ValueCounts,
    statements: ValueCounts,
}

impl PlaceCounts {
    fn stops_at(&self, place: u32) -> usize {
        self.stops.records.get(index(place)).copied().unwrap_or_default()
    }

    fn place(&self, place: u32, (key, name): (ValueKey, String)) -> MapPlace {
        let of = |counts: &[usize]| counts.get(index(place)).copied().unwrap_or_default();
        MapPlace {
            key,
            name,
            stops: of(&self.stops.records),
            visits: of(&self.stops.visits),
            statements: of(&self.statements.records),
        }
    }
}

impl StopMap {
    /// The number of places with a position, listed or not.
    pub fn all_points(&self) -> usize {
        self.points.len() + self.more_points
    }

    /// The number of places without one, listed or not.
    pub fn all_unplaced(&self) -> usize {
        self.unplaced.len() + self.more_unplaced
    }
}

impl View<'_> {
    /// The places of the stops on a map; of many, the `most` with most stops, likewise of those without a position.
    pub fn map(&self, most: usize) -> StopMap {
        let positions = self.positions();
        let counts = PlaceCounts {
            stops: self.count_values(CountUnit::Stop, CountBy::Stop),
            statements: self.count_values(CountUnit::Statement, CountBy::Stop),
        };
        let values = 0..number(counts.stops.records.len());
        let (placed, unplaced): (Vec<u32>, Vec<u32>) =
            values.filter(|value| counts.stops_at(*value) > 0).partition(|value| positions.has(*value));
        let (placed, more_points) = self.places(placed, &counts, most);
        let (unplaced, more_unplaced) = self.places(unplaced, &counts, most);
        let mut at_point = vec![None; self.facts.facts[CountBy::Stop].len()];
        let mut points = Vec::with_capacity(placed.len());
        for (value, place) in placed {
            let own = positions.of_place(value).map(|it| (it, None));
            let Some((position, inferred)) = own.or_else(|| self.position_of_city(&positions, value)) else {
                continue;
            };
            if let Some(at) = at_point.get_mut(index(value)).filter(|_| inferred.is_none()) {
                *at = Some(points.len());
            }
            points.push(MapPoint { place, position, inferred });
        }
        let routes = self.routes(&points, &at_point);
        let unplaced = unplaced.into_iter().map(|(_, place)| place).collect();
        StopMap { points, more_points, unplaced, more_unplaced, routes }
    }

    /// The position of the city of a place, and the name of that city.
    fn position_of_city(&self, positions: &Positions, place: u32) -> Option<(Position, Option<String>)> {
        let (of_country, position) = positions.city_of_place(place)?;
        let (city, _) = of_country;
        let name = match positions.listed.get(&of_country) {
            Some(listed) => format!("{} ({}, GeoNames)", listed.name, listed.country.name(self.lang)),
            None => names(self.facts, self.archive, (CountBy::City, &[city]), self.lang).pop()?,
        };
        Some((position, Some(name)))
    }

    /// A city as listed.
    fn listed_city(&self, (city, country): CityOfCountry) -> Option<ListedCity> {
        let facts = &self.facts.facts;
        let country = country.and_then(|it| facts[CountBy::Country].key(it)).map(ToString::to_string);
        listed_city(&facts[CountBy::City].key(city)?.to_string(), country.as_deref())
    }

    /// The positions of all places of the archive, also outside of the selection.
    fn positions(&self) -> Positions {
        let facts = &self.facts.facts;
        let mut positions = Positions {
            places: vec![None; facts[CountBy::Stop].len()],
            cities_of_places: vec![None; facts[CountBy::Stop].len()],
            cities: HashMap::new(),
            listed: HashMap::new(),
        };
        for (at, visit) in self.facts.visits.iter().enumerate() {
            let stops = self.archive.visits.get(*visit).map(|visit| visit.itinerary.as_slice());
            let records = self.facts.records_at(CountUnit::Stop, at);
            for (stop, record) in stops.unwrap_or_default().iter().zip(records) {
                let value = |by| self.facts.values((CountUnit::Stop, by), (at, record)).first().copied();
                let city = value(CountBy::City).map(|city| (city, value(CountBy::Country)));
                let (place, position) = (value(CountBy::Stop), Position::of(stop));
                fill(&mut positions.places, place, position);
                fill(&mut positions.cities_of_places, place, city);
                if let Some(((city, country), position)) = city.zip(position) {
                    positions.cities.entry((city, country)).or_insert(position);
                    // A stop of the city whose country is not stated is most likely there, too.
                    positions.cities.entry((city, None)).or_insert(position);
                }
            }
        }
        let cities: HashSet<CityOfCountry> = positions.cities_of_places.iter().flatten().copied().collect();
        let unplaced = cities.into_iter().filter(|city| !positions.cities.contains_key(city));
        positions.listed = unplaced.filter_map(|city| Some((city, self.listed_city(city)?))).collect();
        positions
    }

    /// Places in the order of the map, with their numbers among the values; and how many more there are.
    fn places(
        &self,
        mut values: Vec<u32>,
        counts: &PlaceCounts,
        most: usize,
    ) -> (Vec<(u32, MapPlace)>, usize) {
        let more = values.len().saturating_sub(most);
        // Of places with as many stops, the newest: their numbers are the lowest.
        let order = |value: &u32| (Reverse(counts.stops_at(*value)), *value);
        if more > 0 && most > 0 {
            values.select_nth_unstable_by_key(most - 1, order);
        }
        values.truncate(most);
        values.sort_unstable_by_key(order);
        let labels = names(self.facts, self.archive, (CountBy::Stop, &values), self.lang);
        let place = |(value, name): (u32, String)| {
            let key = self.facts.facts[CountBy::Stop].key(value)?.clone();
            Some((value, counts.place(value, (key, name))))
        };
        let mut places: Vec<(u32, MapPlace)> = values.into_iter().zip(labels).filter_map(place).collect();
        match self.order_of_only_visit() {
            Some(order) => places.sort_by_key(|(value, _)| order.get(value).copied()),
            None => places.sort_by_cached_key(|(_, it)| (Reverse(it.stops), natural(&it.name))),
        }
        (places, more)
    }

    /// If only one visit is covered: for each place the number of its first stop there, in the order of the itinerary.
    fn order_of_only_visit(&self) -> Option<HashMap<u32, usize>> {
        let mut visits = self.visits();
        let (Some((at, _, visit)), None) = (visits.next(), visits.next()) else { return None };
        let first = self.facts.records_at(CountUnit::Stop, at).start;
        let mut order = HashMap::new();
        for (turn, stop) in visit.stops_in_order().into_iter().enumerate() {
            let values = self.facts.values((CountUnit::Stop, CountBy::Stop), (at, first + stop));
            for value in values {
                order.entry(*value).or_insert(turn);
            }
        }
        Some(order)
    }

    fn routes(&self, points: &[MapPoint], at_point: &[Option<usize>]) -> Vec<Route> {
        let route = |(place, at, visit): (usize, usize, &Visit)| {
            let first = self.facts.records_at(CountUnit::Stop, place).start;
            let point = |stop: usize| {
                let was_made = !visit.itinerary.get(stop)?.is_called_off();
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
