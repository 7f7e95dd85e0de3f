//! The land areas of the world, in more detail in Indonesia.
//!
//! The data is Natural Earth, which is in the public domain; `scripts/coast.py` says how `coast.txt` was made.

use std::sync::LazyLock;

use crate::stats::Position;

const POLYGONS: &str = include_str!("coast.txt");

/// A land area: a closed polygon.
#[derive(Debug, Clone, PartialEq)]
pub struct Land {
    /// Its corners.
    pub corners: Vec<Position>,
    /// The corner of the smallest box around it in the south-west.
    pub south_west: Position,
    /// The corner in the north-east.
    pub north_east: Position,
}

/// All land areas.
pub fn land() -> &'static [Land] {
    static LAND: LazyLock<Vec<Land>> = LazyLock::new(|| POLYGONS.lines().filter_map(polygon).collect());
    &LAND
}

/// Longitude and latitude of the first corner in hundredths of a degree, then the differences.
fn polygon(line: &str) -> Option<Land> {
    let numbers: Vec<i32> = line.split(' ').filter_map(|number| number.parse().ok()).collect();
    let mut at = (0, 0);
    let corner = |step: &[i32]| {
        let [east, north] = step else { return None };
        at = (at.0 + east, at.1 + north);
        Some(Position { longitude: f64::from(at.0) / 100.0, latitude: f64::from(at.1) / 100.0 })
    };
    let corners: Vec<Position> = numbers.chunks(2).filter_map(corner).collect();
    let first = *corners.first()?;
    let both = |one: Position, other: &Position, most: fn(f64, f64) -> f64| Position {
        latitude: most(one.latitude, other.latitude),
        longitude: most(one.longitude, other.longitude),
    };
    let south_west = corners.iter().fold(first, |one, other| both(one, other, f64::min));
    let north_east = corners.iter().fold(first, |one, other| both(one, other, f64::max));
    Some(Land { corners, south_west, north_east })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether a place is inside a polygon: a ray to the east crosses its border an odd number of times.
    fn is_on_land(at: Position) -> bool {
        let crosses = |one: Position, other: Position| {
            let share = (at.latitude - one.latitude) / (other.latitude - one.latitude);
            (one.latitude > at.latitude) != (other.latitude > at.latitude)
                && at.longitude < one.longitude + share * (other.longitude - one.longitude)
        };
        let borders = |land: &Land| {
            let next = land.corners.iter().cycle().skip(1);
            land.corners.iter().zip(next).filter(|(one, other)| crosses(**one, **other)).count()
        };
        land().iter().any(|land| borders(land) % 2 == 1)
    }

    #[test]
    fn cities_are_on_land_and_seas_are_not() {
        for (name, latitude, longitude, expected) in [
            ("Pontianak", -0.03, 109.34, true),
            ("Bandung", -6.91, 107.61, true),
            ("Palu", -0.90, 119.88, true),
            ("Wamena", -4.09, 138.95, true),
            ("Kyoto", 35.01, 135.77, true),
            ("Laut Jawa", -5.0, 111.0, false),
            ("Laut Banda", -5.5, 127.5, false),
            ("Atlantik", 30.0, -40.0, false),
        ] {
            assert_eq!(is_on_land(Position { latitude, longitude }), expected, "{name}");
        }
    }

    #[test]
    fn every_line_is_a_polygon_on_earth() {
        let land = land();
        assert_eq!(land.len(), POLYGONS.lines().count());
        for Land { corners, south_west, north_east } in land {
            assert!(corners.len() > 2);
            assert!(south_west.latitude >= -90.0 && north_east.latitude <= 90.0);
            assert!(south_west.longitude >= -180.0 && north_east.longitude <= 180.0);
        }
    }
}
