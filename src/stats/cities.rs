//! The positions of cities of the world, for stops whose own position is not known.
//!
//! The data is from <https://www.geonames.org> (CC BY 4.0); `scripts/cities.py` says how `cities.txt` was made.

use std::collections::HashMap;
use std::str::Split;
use std::sync::LazyLock;

use super::position::Position;
use crate::lang::Country;
use crate::model::City;

const CITIES: &str = include_str!("cities.txt");

/// A city of the list.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct ListedCity {
    /// The name in the list.
    pub(super) name: &'static str,
    /// Its country.
    pub(super) country: Country,
    /// Its middle, to about a kilometre.
    pub(super) position: Position,
}

/// The city with a [`City::key`], of a country, as written; without a country, only if no other country has one of that name.
/// A regency has the position of the city of its name.
pub(super) fn listed_city(key: &str, country: Option<&str>) -> Option<ListedCity> {
    static BY_KEY: LazyLock<HashMap<String, Vec<ListedCity>>> = LazyLock::new(by_key);
    let namesakes = BY_KEY.get(&joined(City::key_without_kind(key)))?;
    match country {
        Some(country) => {
            let country = Country::called(country)?;
            namesakes.iter().find(|it| it.country == country).copied()
        }
        None => <[ListedCity; 1]>::try_from(namesakes.as_slice()).ok().map(|[it]| it),
    }
}

/// Parepare is also written with a hyphen, Palangkaraya with a space.
fn joined(key: &str) -> String {
    key.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

fn by_key() -> HashMap<String, Vec<ListedCity>> {
    let mut cities: HashMap<String, Vec<ListedCity>> = HashMap::new();
    for (city, names) in all() {
        for name in names {
            let namesakes = cities.entry(joined(&City::called(name).key)).or_default();
            // A further name of one city may be the name of another one.
            if !namesakes.iter().any(|it| it.country == city.country) {
                namesakes.push(city);
            }
        }
    }
    cities
}

/// All cities, each with all its names.
fn all() -> impl Iterator<Item = (ListedCity, Split<'static, char>)> {
    let countries: HashMap<&str, Country> = Country::all().map(|it| (it.code(), it)).collect();
    // A line: the code of the country, latitude and longitude in hundredths of a degree, the names.
    CITIES.lines().filter_map(move |line| {
        let [code, latitude, longitude, names] = line.splitn(4, ' ').collect::<Vec<_>>().try_into().ok()?;
        let degrees = |hundredths: &str| Some(f64::from(hundredths.parse::<i32>().ok()?) / 100.0);
        let position = Position { latitude: degrees(latitude)?, longitude: degrees(longitude)? };
        let names = names.split('|');
        Some((ListedCity { name: names.clone().next()?, country: *countries.get(code)?, position }, names))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(name: &str, country: Option<&str>) -> Option<(&'static str, &'static str)> {
        listed_city(&City::called(name).key, country).map(|it| (it.name, it.country.code()))
    }

    #[test]
    fn every_line_is_a_city_of_a_country() {
        assert_eq!(all().count(), CITIES.lines().count());
    }

    #[test]
    fn a_city_is_found_by_the_ways_to_write_it() {
        for name in ["Pontianak", "pontianak", "PONTIANAK"] {
            assert_eq!(place(name, None), Some(("Pontianak", "ID")), "{name}");
        }
        assert_eq!(place("Pare-Pare", Some("ID")), place("Parepare", Some("Indonesia")));
        assert_eq!(place("Jambi", Some("IDN")), Some(("Jambi City", "ID")));
        assert_eq!(place("Singapura", None), Some(("Singapore", "SG")));
        assert_eq!(place("Kab. Sleman", Some("id")), Some(("Sleman", "ID")));
        for (name, country) in
            [("Kota Kinabalu", "MY"), ("Mexico City", "MX"), ("New York City", "US"), ("Kota Bogor", "ID")]
        {
            assert_eq!(place(name, Some(country)).map(|(_, code)| code), Some(country), "{name}");
        }
        let pontianak = listed_city("pontianak", None).map(|it| it.position);
        assert_eq!(pontianak, Some(Position { latitude: -0.03, longitude: 109.32 }));
    }

    #[test]
    fn a_name_of_several_countries_needs_the_country() {
        assert_eq!(place("Barcelona", None), None);
        assert_eq!(place("Barcelona", Some("Spanyol")), Some(("Barcelona", "ES")));
        assert_eq!(place("Barcelona", Some("Indonesia")), None);
        assert_eq!(place("Pontianak", Some("Negeri Awan")), None);
        assert_eq!(place("Kota Tanpa Nama", None), None);
    }
}
