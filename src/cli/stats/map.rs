//! The places of a map as text and as data.

use serde::Serialize;

use super::StatsFormat;
use super::sheet::Sheet;
use crate::chart;
use crate::cli::output::{self, Failure, Paint};
use crate::lang::{Lang, STATEMENTS, STOPS};
use crate::stats::{MapPlace, MapPoint, StopMap, View};
use crate::text::{Line, TextRole};

#[derive(Debug, Serialize)]
struct MapJson<'a> {
    points: Vec<PointJson<'a>>,
    without_coordinates: Vec<PlaceJson<'a>>,
    routes: Vec<RouteJson<'a>>,
}

#[derive(Debug, Serialize)]
struct PlaceJson<'a> {
    key: String,
    name: &'a str,
    stops: usize,
    visits: usize,
    statements: usize,
}

#[derive(Debug, Serialize)]
struct PointJson<'a> {
    number: usize,
    #[serde(flatten)]
    place: PlaceJson<'a>,
    latitude: f64,
    longitude: f64,
    /// The city whose position it has.
    #[serde(skip_serializing_if = "Option::is_none")]
    inferred_from: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct RouteJson<'a> {
    visit: &'a str,
    points: Vec<usize>,
    km: f64,
}

/// The map in a format.
pub(super) fn written(
    view: &View<'_>,
    most: usize,
    format: StatsFormat,
    paint: Paint,
) -> Result<String, Failure> {
    let is_data = matches!(format, StatsFormat::Json | StatsFormat::Csv | StatsFormat::Md);
    let (map, lang) = (view.map(if is_data { usize::MAX } else { most }), view.lang);
    match format {
        StatsFormat::Text => Ok(text(&map, lang).iter().map(|line| paint.line(line)).collect()),
        StatsFormat::Json => output::json_value(&json(view, &map)),
        StatsFormat::Csv => sheet(&map).csv(),
        StatsFormat::Md => Ok(sheet(&map).markdown(lang.messages().map)),
        StatsFormat::Svg => Ok(chart::map(&map, lang)),
    }
}

fn degrees(point: &MapPoint) -> String {
    format!("{:.4}, {:.4}", point.position.latitude, point.position.longitude)
}

fn counts(place: &MapPlace, lang: Lang) -> String {
    format!("{}, {}", lang.counted(place.stops, STOPS), lang.counted(place.statements, STATEMENTS))
}

fn text(map: &StopMap, lang: Lang) -> Vec<Line> {
    let mut lines = vec![
        Line::of(lang.messages().map, TextRole::Heading),
        Line::of(&lang.places_on_map(map.all_points()), TextRole::Plain),
    ];
    for (at, point) in map.points.iter().enumerate() {
        let inferred = point.inferred.as_ref().map(|city| lang.position_of_city(city));
        // The position of a city says little about the place.
        let own = point.inferred.is_none().then(|| degrees(point));
        let facts = own.into_iter().chain([counts(&point.place, lang)]).chain(inferred);
        let name = format!("{:>3}  {}", at + 1, point.place.name);
        lines.push(Line::of(&name, TextRole::Plain));
        lines.push(Line::of(&format!("     {}", facts.collect::<Vec<_>>().join(" · ")), TextRole::Dim));
    }
    if map.more_points > 0 {
        lines.push(Line::of(&lang.left_out(map.more_points), TextRole::Dim));
    }
    if let [route] = map.routes.as_slice() {
        let words = lang.route_of(route.km, route.points.len());
        lines.extend([Line::new(), Line::of(&words, TextRole::Plain)]);
    }
    if !map.unplaced.is_empty() {
        let heading = lang.without_coordinates(map.all_unplaced());
        lines.extend([Line::new(), Line::of(&heading, TextRole::Heading)]);
        for place in &map.unplaced {
            let name = Line::of(&format!("{}  ", place.name), TextRole::Plain);
            lines.push(name.with(&counts(place, lang), TextRole::Dim));
        }
        if map.more_unplaced > 0 {
            lines.push(Line::of(&lang.left_out(map.more_unplaced), TextRole::Dim));
        }
    }
    lines
}

fn place_json(place: &MapPlace) -> PlaceJson<'_> {
    let MapPlace { key, name, stops, visits, statements } = place;
    PlaceJson { key: key.to_string(), name, stops: *stops, visits: *visits, statements: *statements }
}

fn json<'a>(view: &View<'a>, map: &'a StopMap) -> MapJson<'a> {
    let points = map.points.iter().enumerate().map(|(at, point)| PointJson {
        number: at + 1,
        place: place_json(&point.place),
        latitude: point.position.latitude,
        longitude: point.position.longitude,
        inferred_from: point.inferred.as_deref(),
    });
    let archive = view.archive;
    let routes = map.routes.iter().filter_map(|route| {
        Some(RouteJson {
            visit: archive.visits.get(route.visit)?.id.as_str(),
            points: route.points.iter().map(|at| at + 1).collect(),
            km: (route.km * 10.0).round() / 10.0,
        })
    });
    MapJson {
        points: points.collect(),
        without_coordinates: map.unplaced.iter().map(place_json).collect(),
        routes: routes.collect(),
    }
}

fn sheet(map: &StopMap) -> Sheet {
    let row = |number: String, place: &MapPlace, degrees: [String; 2], inferred: String| {
        let [latitude, longitude] = degrees;
        let counts = [place.stops, place.visits, place.statements].map(|count| count.to_string());
        let facts = [number, place.key.to_string(), place.name.clone()];
        facts.into_iter().chain(counts).chain([latitude, longitude, inferred]).collect()
    };
    let points = map.points.iter().enumerate().map(|(at, point)| {
        let degrees = [point.position.latitude, point.position.longitude].map(|it| it.to_string());
        row((at + 1).to_string(), &point.place, degrees, point.inferred.clone().unwrap_or_default())
    });
    let unplaced =
        map.unplaced.iter().map(|place| row(String::new(), place, Default::default(), String::new()));
    let heading =
        ["number", "key", "name", "stops", "visits", "statements", "latitude", "longitude", "inferred_from"];
    Sheet { heading: heading.map(str::to_owned).to_vec(), rows: points.chain(unplaced).collect() }
}
