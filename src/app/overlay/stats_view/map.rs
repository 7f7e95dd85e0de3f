//! The map: the places of the stops, and the part of the earth that is visible.

use crate::stats::{Condition, CountBy, CountUnit, MapPlace, MapPoint, Position, StopMap, View};

/// How many places are shown with a position, and how many without.
const MOST: usize = 300;
/// Degrees of latitude at the smallest and the largest scale.
const HEIGHTS: (f64, f64) = (0.01, 170.0);

/// The places on a map.
#[derive(Debug)]
pub struct MapView {
    /// The places and routes.
    pub map: StopMap,
    /// The visible part; none for one that holds all places.
    pub window: Option<MapWindow>,
}

/// A row of the list beside the map.
#[derive(Debug, Clone, Copy)]
pub enum MapRow<'a> {
    /// A place.
    Place(&'a MapPlace),
    /// How many more places there are.
    More(usize),
}

/// A part of the earth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MapWindow {
    /// Its middle.
    pub centre: Position,
    /// Its height in degrees of latitude.
    pub degrees: f64,
}

impl MapView {
    pub(in crate::app) fn new(view: &View<'_>) -> Self {
        Self { map: view.map(MOST), window: None }
    }

    pub(in crate::app) fn updated(&self, view: &View<'_>) -> Self {
        Self { window: self.window, ..Self::new(view) }
    }

    /// A row: first the places with a position, then those without; after each how many more there are.
    pub fn row(&self, row: usize) -> Option<MapRow<'_>> {
        let more = |count: usize| (count > 0).then_some(MapRow::More(count));
        let points = self.map.points.iter().map(|point| MapRow::Place(&point.place));
        let unplaced = self.map.unplaced.iter().map(MapRow::Place);
        points.chain(more(self.map.more_points)).chain(unplaced).chain(more(self.map.more_unplaced)).nth(row)
    }

    /// The number of its rows.
    pub(in crate::app) fn len(&self) -> usize {
        self.first_unplaced() + self.map.unplaced.len() + usize::from(self.map.more_unplaced > 0)
    }

    /// The first row of the places without a position.
    pub(in crate::app) fn first_unplaced(&self) -> usize {
        self.map.points.len() + usize::from(self.map.more_points > 0)
    }

    /// The place of a row.
    pub fn place(&self, row: usize) -> Option<&MapPlace> {
        match self.row(row)? {
            MapRow::Place(place) => Some(place),
            MapRow::More(_) => None,
        }
    }

    /// The condition of the stops that a row counts.
    pub(in crate::app) fn condition(&self, row: usize) -> Option<Condition> {
        let key = self.place(row)?.key.clone();
        Some(Condition::Value(CountUnit::Stop, CountBy::Stop, Some(key)))
    }

    /// The visible part of the earth; none without any place. `ratio`: the width of the picture divided by its height.
    pub fn visible(&self, ratio: f64) -> Option<MapWindow> {
        self.window.or_else(|| MapWindow::around(&self.map.points, ratio))
    }

    /// Shows `factor` times as much, around the place of a row.
    pub(in crate::app) fn zoom(&mut self, factor: f64, row: usize, ratio: f64) {
        let Some(now) = self.visible(ratio) else { return };
        let centre = self.map.points.get(row).map_or(now.centre, |point| point.position);
        let degrees = (now.degrees * factor).clamp(HEIGHTS.0, HEIGHTS.1);
        self.window = Some(MapWindow { centre, degrees });
    }

    /// Moves the visible part by parts of its height, to the east and to the north.
    pub(in crate::app) fn pan(&mut self, (east, north): (f64, f64), ratio: f64) {
        let Some(now) = self.visible(ratio) else { return };
        let longitude = now.centre.longitude + east * now.degrees / now.narrowing();
        let latitude = (now.centre.latitude + north * now.degrees).clamp(-85.0, 85.0);
        let centre = Position { latitude, longitude: longitude.clamp(-180.0, 180.0) };
        self.window = Some(MapWindow { centre, ..now });
    }
}

impl MapWindow {
    /// The smallest part with all positions and a margin.
    fn around(points: &[MapPoint], ratio: f64) -> Option<Self> {
        let ends = |value: fn(Position) -> f64| {
            let values = points.iter().map(|point| value(point.position));
            values.fold(None, |ends: Option<(f64, f64)>, value| {
                Some(ends.map_or((value, value), |(least, most)| (least.min(value), most.max(value))))
            })
        };
        let ((west, east), (south, north)) = (ends(|it| it.longitude)?, ends(|it| it.latitude)?);
        let centre = Position { latitude: f64::midpoint(south, north), longitude: f64::midpoint(west, east) };
        let narrowing = centre.latitude.to_radians().cos().max(0.2);
        let degrees = (north - south).max((east - west) * narrowing / ratio.max(0.1)) * 1.3;
        // Around a single position so much that the coast can be recognized.
        let least = if degrees > 0.0 { 0.05 } else { 6.0 };
        Some(Self { centre, degrees: degrees.clamp(least, HEIGHTS.1) })
    }

    /// How much shorter a degree of longitude is than one of latitude.
    pub fn narrowing(self) -> f64 {
        self.centre.latitude.to_radians().cos().max(0.2)
    }

    /// Where a position is: degrees of latitude to the east and the north of the centre.
    pub fn offset(self, position: Position) -> (f64, f64) {
        (
            (position.longitude - self.centre.longitude) * self.narrowing(),
            position.latitude - self.centre.latitude,
        )
    }
}

impl MapView {
    /// If there is only one route: the way to the place of a row from the place before it on the route, in kilometres.
    pub fn leg_to(&self, row: usize) -> Option<f64> {
        let [route] = self.map.routes.as_slice() else { return None };
        let at = route.points.iter().position(|point| *point == row)?;
        let before = self.map.points.get(*route.points.get(at.checked_sub(1)?)?)?;
        Some(before.position.km_to(self.map.points.get(row)?.position))
    }
}
