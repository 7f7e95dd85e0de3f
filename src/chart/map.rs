//! A map: coast lines, routes and numbered places, with a scale; the places by name below.

use std::fmt::Write as _;

use maud::html;

use super::coast::land;
use super::picture::{LINE, MARGIN, Picture, ROOM, WIDTH, fitted, px, text_width};
use super::projection::Projection;
use crate::lang::{Lang, STATEMENTS, STOPS};
use crate::stats::{MapPlace, MapPoint, Position, StopMap};

/// The routes of more visits would hide the map.
pub const MOST_ROUTES: usize = 12;
/// How many runs of numbers a label has: longer ones would cover others.
const MOST_RUNS: usize = 2;
/// Half the height of a label.
const HALF: f64 = 9.0;

/// The places with their numbers.
pub fn map(map: &StopMap, lang: Lang) -> String {
    let m = lang.messages();
    let mut picture = Picture::new(m.map, lang);
    picture.tell(lang.places_on_map(map.all_points()));
    let points = map.points.as_slice();
    let positions: Vec<Position> = points.iter().map(|it| it.position).collect();
    if let Some(projection) = Projection::around(&positions, ROOM) {
        draw(&mut picture, &projection, (map, points), lang);
        picture.text("small dim", m.coast_source);
    } else {
        picture.text("dim", m.nothing_to_draw);
    }
    if let [route] = map.routes.as_slice() {
        let words = lang.route_of(route.km, route.points.len());
        picture.tell(words.clone());
        picture.text("", &words);
    }
    picture.y += 4.0;
    for (at, point) in points.iter().enumerate() {
        listed(&mut picture, at + 1, point, lang);
    }
    if map.more_points > 0 {
        picture.text("small dim", &lang.left_out(map.more_points));
    }
    if !map.unplaced.is_empty() {
        picture.heading(&lang.without_coordinates(map.all_unplaced()));
        picture.tell(lang.without_coordinates(map.all_unplaced()));
        for place in &map.unplaced {
            row(&mut picture, "", place, lang);
        }
        if map.more_unplaced > 0 {
            picture.text("small dim", &lang.left_out(map.more_unplaced));
        }
    }
    picture.finish()
}

fn listed(picture: &mut Picture, number: usize, point: &MapPoint, lang: Lang) {
    row(picture, &format!("{number}  "), &point.place, lang);
    if let Some(city) = &point.inferred {
        picture.text("small dim", &lang.position_of_city(city));
    }
}

/// A place by name, with its statements, or else its stops.
fn row(picture: &mut Picture, number: &str, place: &MapPlace, lang: Lang) {
    let count = if place.statements > 0 {
        lang.counted(place.statements, STATEMENTS)
    } else {
        lang.counted(place.stops, STOPS)
    };
    let label = format!("{number}{}", place.name);
    picture.tell(format!("{label}: {count}"));
    picture.y += LINE;
    let y = picture.y - 5.0;
    picture.add(html! {
        text x=(px(MARGIN)) y=(px(y)) { (fitted(&label, ROOM - text_width(&count) - 10.0)) }
        text.end.small.dim x=(px(WIDTH - MARGIN)) y=(px(y)) { (count) }
    });
}

/// What a map shows.
pub(super) struct Drawn<'a> {
    /// The positions, each with whether it is only that of the city.
    pub(super) points: Vec<(Position, bool)>,
    /// The numbers of the points.
    pub(super) numbers: Vec<usize>,
    /// The routes between the points, as indices.
    pub(super) routes: Vec<&'a [usize]>,
}

fn draw(picture: &mut Picture, projection: &Projection, (map, points): (&StopMap, &[MapPoint]), lang: Lang) {
    let routes = if map.routes.len() > MOST_ROUTES { &[][..] } else { &map.routes };
    let drawn = Drawn {
        points: points.iter().map(|it| (it.position, it.inferred.is_some())).collect(),
        numbers: (1..=points.len()).collect(),
        routes: routes.iter().map(|it| it.points.as_slice()).collect(),
    };
    draw_points(picture, projection, &drawn, lang);
}

/// Draws the coast, the routes, the numbered points and the scale.
pub(super) fn draw_points(picture: &mut Picture, projection: &Projection, drawn: &Drawn<'_>, lang: Lang) {
    let Projection { width, height, .. } = *projection;
    let coast: String = land().iter().map(|land| path(&projection.clipped(land), true)).collect();
    let place = |at: &usize| drawn.points.get(*at).map(|(position, _)| projection.place(*position));
    let routes: String =
        drawn.routes.iter().map(|it| path(&it.iter().filter_map(place).collect::<Vec<_>>(), false)).collect();
    let (km, bar_width) = projection.scale_bar();
    let bar = format!("M8 {}v4h{}v-4", px(height - 14.0), px(bar_width));
    let dots: Vec<((f64, f64), bool)> =
        drawn.points.iter().map(|(position, is_city)| (projection.place(*position), *is_city)).collect();
    let tags = tags(&dots.iter().map(|(at, _)| *at).collect::<Vec<_>>(), &drawn.numbers, width);
    let distance = lang.distance(km);
    picture.y += 4.0;
    let y = picture.y;
    picture.add(html! {
        svg x=(px(MARGIN)) y=(px(y)) width=(px(width)) height=(px(height)) viewBox={ "0 0 " (px(width)) " " (px(height)) } {
            rect.sea width=(px(width)) height=(px(height)) {}
            path.land d=(coast) {}
            path.route d=(routes) {}
            @for ((x, y), _) in dots.iter().filter(|(_, is_inferred)| *is_inferred) {
                circle.guess cx=(px(*x)) cy=(px(*y)) r="7" {}
            }
            @for ((x, y), _) in dots.iter().filter(|(_, is_inferred)| !*is_inferred) {
                circle.point cx=(px(*x)) cy=(px(*y)) r="5" {}
            }
            @for tag in &tags {
                rect.tag x=(px(tag.left)) y=(px(tag.y - HALF + 1.0)) width=(px(tag.width)) height=(px(2.0 * HALF - 2.0)) rx="3" {}
                text.small.mid x=(px(tag.left + tag.width / 2.0)) y=(px(tag.y + 4.5)) { (tag.text()) }
            }
            rect.tag x="4" y=(px(height - 34.0)) width=(px(bar_width.max(text_width(&distance)) + 10.0)) height="30" rx="3" {}
            path.scale d=(bar) {}
            text.small x="8" y=(px(height - 19.0)) { (distance) }
        }
    });
    picture.y += height;
}

/// A path through pixels; steps of less than half a pixel are left out.
fn path(corners: &[(f64, f64)], is_closed: bool) -> String {
    let mut path = String::new();
    let mut last: Option<(f64, f64)> = None;
    for (x, y) in corners {
        if last.is_some_and(|last| (last.0 - x).abs() < 0.5 && (last.1 - y).abs() < 0.5) {
            continue;
        }
        let command = if last.is_none() { 'M' } else { 'L' };
        let _ = write!(path, "{command}{} {}", px(*x), px(*y));
        last = Some((*x, *y));
    }
    if is_closed && !path.is_empty() {
        path.push('Z');
    }
    path
}

/// The first runs of ascending numbers for a label, `1–3` and `5`, and how many numbers are left out.
pub fn number_runs(numbers: &[usize]) -> (Vec<String>, usize) {
    let runs = || numbers.chunk_by(|one, next| one + 1 == *next);
    let run = |run: &[usize]| match run {
        [first, .., last] => format!("{first}–{last}"),
        _ => run.iter().map(ToString::to_string).collect(),
    };
    (runs().take(MOST_RUNS).map(run).collect(), runs().skip(MOST_RUNS).map(<[usize]>::len).sum())
}

/// The label of one or more points, beside the first of them.
#[derive(Debug, Clone, PartialEq)]
struct Tag {
    numbers: Vec<usize>,
    x: f64,
    left: f64,
    width: f64,
    y: f64,
}

impl Tag {
    fn new(numbers: Vec<usize>, (x, y): (f64, f64), room: f64) -> Self {
        let mut tag = Self { numbers, x, left: x + 8.0, width: 0.0, y };
        tag.width = text_width(&tag.text()) + 6.0;
        if tag.left + tag.width > room {
            tag.left = (x - 8.0 - tag.width).max(0.0);
        }
        tag
    }

    /// `1–3, 5`; of more runs the first ones, and how many points more: `1–3, 5 +7`.
    fn text(&self) -> String {
        let (runs, more) = number_runs(&self.numbers);
        let told = runs.join(", ");
        if more > 0 { format!("{told} +{more}") } else { told }
    }

    /// Whether it would be on the other tag or on its point.
    fn covers(&self, other: &Self) -> bool {
        let overlaps = |left: f64, right: f64| {
            self.left < right && left < self.left + self.width && (self.y - other.y).abs() < 2.0 * HALF
        };
        overlaps(other.left, other.left + other.width) || overlaps(other.x - 5.0, other.x + 5.0)
    }
}

/// The labels of points with these numbers; those that would cover each other are one.
fn tags(points: &[(f64, f64)], numbers: &[usize], room: f64) -> Vec<Tag> {
    let mut tags: Vec<Tag> =
        points.iter().zip(numbers).map(|(point, number)| Tag::new(vec![*number], *point, room)).collect();
    let pair = |tags: &[Tag]| {
        let all = || tags.iter().enumerate();
        all().find_map(|(at, tag)| {
            let other = all().find(|(other, it)| *other != at && tag.covers(it));
            other.map(|(other, _)| (at.min(other), at.max(other)))
        })
    };
    while let Some((one, other)) = pair(&tags) {
        let removed = tags.remove(other);
        if let Some(tag) = tags.get_mut(one) {
            let mut numbers = [tag.numbers.clone(), removed.numbers].concat();
            numbers.sort_unstable();
            *tag = Tag::new(numbers, (tag.x, tag.y), room);
        }
    }
    tags
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn labels_of_near_points_are_one() {
        let texts = |points: &[(f64, f64)]| {
            tags(points, &[1, 2, 3, 4], 400.0).iter().map(Tag::text).collect::<Vec<_>>()
        };
        assert_eq!(texts(&[(10.0, 10.0), (300.0, 10.0)]), ["1", "2"]);
        assert_eq!(texts(&[(10.0, 10.0), (12.0, 10.0), (300.0, 10.0), (11.0, 12.0)]), ["1–2, 4", "3"]);
    }

    proptest! {
        #[test]
        fn no_label_covers_another(points in prop::collection::vec((0.0..400.0, 0.0..300.0), 0..40)) {
            let numbers: Vec<usize> = (1..=points.len()).collect();
            let tags = tags(&points, &numbers, 400.0);
            for (at, tag) in tags.iter().enumerate() {
                prop_assert!(tags.iter().skip(at + 1).all(|other| !tag.covers(other) && !other.covers(tag)));
            }
            prop_assert_eq!(tags.iter().map(|tag| tag.numbers.len()).sum::<usize>(), points.len());
        }
    }
}
