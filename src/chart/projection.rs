//! From degrees to pixels: the part of the earth that a map shows.

use super::coast::Land;
use crate::stats::Position;

/// Kilometres in a degree of latitude.
pub const DEGREE_KM: f64 = 111.2;
/// The smallest height of a map, in degrees.
const LEAST: f64 = 0.04;

/// A part of the earth on a rectangle, without distortion at its middle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Projection {
    west: f64,
    north: f64,
    /// Pixels per degree of longitude and of latitude.
    scale: (f64, f64),
    pub(super) width: f64,
    pub(super) height: f64,
}

impl Projection {
    /// A map with all positions on it, as wide as given and no higher.
    pub(super) fn around(positions: &[Position], width: f64) -> Option<Self> {
        Self::wide_around(positions, width, LEAST)
    }

    /// The same with at least so many degrees on it.
    pub(super) fn wide_around(positions: &[Position], width: f64, least: f64) -> Option<Self> {
        let longitudes = || positions.iter().map(|it| it.longitude);
        let latitudes = || positions.iter().map(|it| it.latitude);
        let ends = |values: &mut dyn Iterator<Item = f64>| {
            values.fold(None, |ends: Option<(f64, f64)>, value| {
                Some(ends.map_or((value, value), |(least, most)| (least.min(value), most.max(value))))
            })
        };
        let ((west, east), (south, north)) = (ends(&mut longitudes())?, ends(&mut latitudes())?);
        let middle = (f64::midpoint(west, east), f64::midpoint(south, north));
        let narrowing = middle.1.to_radians().cos().max(0.2);
        // A margin on each side.
        let (wide, high) = ((east - west) * narrowing * 1.35, (north - south) * 1.35);
        let degrees = wide.max(high).max(least);
        let height = width * (high / degrees).clamp(0.62, 1.0);
        let scale = width / degrees;
        let scale = (scale * narrowing, scale);
        Some(Self {
            west: middle.0 - width / 2.0 / scale.0,
            north: middle.1 + height / 2.0 / scale.1,
            scale,
            width,
            height,
        })
    }

    /// Where a position is on the map.
    pub(super) fn place(&self, position: Position) -> (f64, f64) {
        ((position.longitude - self.west) * self.scale.0, (self.north - position.latitude) * self.scale.1)
    }

    /// The part of a land area that is on the map; empty if none is.
    pub(super) fn clipped(&self, land: &Land) -> Vec<(f64, f64)> {
        let (left, bottom) = self.place(land.south_west);
        let (right, top) = self.place(land.north_east);
        if right < 0.0 || left > self.width || bottom < 0.0 || top > self.height {
            return Vec::new();
        }
        let edge = 4.0;
        let corners: Vec<(f64, f64)> = land.corners.iter().map(|corner| self.place(*corner)).collect();
        let corners = cut(&corners, |it| it.0 + edge);
        let corners = cut(&corners, |it| self.width + edge - it.0);
        let corners = cut(&corners, |it| it.1 + edge);
        cut(&corners, |it| self.height + edge - it.1)
    }

    /// A round length in kilometres of at most a third of the width, and its pixels.
    pub(super) fn scale_bar(&self) -> (f64, f64) {
        let km_per_pixel = DEGREE_KM / self.scale.1;
        let km = round_length(self.width / 3.0 * km_per_pixel);
        (km, km / km_per_pixel)
    }
}

/// The longest round length, 1, 2 or 5 times a power of ten, of at most so many kilometres.
pub fn round_length(most: f64) -> f64 {
    let power = 10_f64.powf(most.log10().floor());
    [5.0, 2.0, 1.0].into_iter().map(|digit| digit * power).find(|km| *km <= most).unwrap_or(power)
}

/// The part of a polygon where `inside` is not negative (Sutherland and Hodgman).
fn cut(corners: &[(f64, f64)], inside: impl Fn((f64, f64)) -> f64) -> Vec<(f64, f64)> {
    let mut kept = Vec::with_capacity(corners.len());
    let before = corners.last().copied().into_iter().chain(corners.iter().copied());
    for (one, other) in before.zip(corners.iter().copied()) {
        let (here, there) = (inside(one), inside(other));
        if (here < 0.0) != (there < 0.0) {
            let share = here / (here - there);
            kept.push((one.0 + share * (other.0 - one.0), one.1 + share * (other.1 - one.1)));
        }
        if there >= 0.0 {
            kept.push(other);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_map_holds_its_places_and_a_round_scale() {
        let at = |latitude, longitude| Position { latitude, longitude };
        for places in [
            vec![at(-0.02, 109.33)],
            vec![at(-0.02, 109.33), at(-1.26, 116.83)],
            vec![at(60.0, 10.0), at(-40.0, 12.0)],
        ] {
            let map = Projection::around(&places, 400.0).unwrap();
            for place in places {
                let (x, y) = map.place(place);
                assert!((0.0..=map.width).contains(&x) && (0.0..=map.height).contains(&y), "{map:?}");
            }
            let (km, pixels) = map.scale_bar();
            assert!(pixels <= 400.0 / 3.0 && pixels > 400.0 / 10.0, "{km} km are {pixels} pixels");
        }
        assert_eq!(Projection::around(&[], 400.0), None);
    }

    #[test]
    fn polygons_end_at_the_border() {
        let square = vec![(-10.0, -10.0), (10.0, -10.0), (10.0, 10.0), (-10.0, 10.0)];
        let half = cut(&square, |it| it.0);
        assert!(half.len() == 4 && half.iter().all(|it| it.0 >= 0.0), "{half:?}");
        assert_eq!(cut(&[(-1.0, 0.0), (-2.0, 1.0), (-1.0, 2.0)], |it| it.0), []);
    }
}
