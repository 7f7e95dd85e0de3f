//! Positions on the earth, and the distances between them.

use crate::model::Stop;

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
