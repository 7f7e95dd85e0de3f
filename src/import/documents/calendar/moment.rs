//! Dates, times and time zones of calendars.

use std::ops::Range;

use jiff::Span;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use super::content_line::ContentLine;

/// A day, or a time on one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Moment {
    clock: DateTime,
    kind: Kind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    Day,
    Utc,
    /// The time of a place, with its zone if that is known.
    Local(Option<String>),
}

impl Moment {
    /// Reads a property; its zone may be described in the calendar.
    pub(super) fn read(line: &ContentLine, zones: &Zones) -> Option<Self> {
        let value = line.value.trim();
        if value.len() == 8 {
            let day: Date = day(value)?;
            return Some(Self { clock: day.at(0, 0, 0, 0), kind: Kind::Day });
        }
        let (day_text, time) = value.split_once(['T', 't'])?;
        let (time, is_utc) = match time.strip_suffix(['Z', 'z']) {
            Some(time) => (time, true),
            None => (time, false),
        };
        let number = |range: Range<usize>| time.get(range)?.parse::<i8>().ok();
        let seconds = if time.len() == 4 { 0 } else { number(4..6)? };
        let clock = day(day_text)?.at(0, 0, 0, 0).with();
        let clock = clock.hour(number(0..2)?).minute(number(2..4)?).second(seconds.min(59)).build().ok()?;
        let zone = || zones.named(line.parameter("TZID"));
        let moment = Self { clock, kind: if is_utc { Kind::Utc } else { Kind::Local(zone()) } };
        Some(moment.in_zone_of(zones))
    }

    /// A time in UTC becomes one of the place that the calendar is about.
    fn in_zone_of(self, zones: &Zones) -> Self {
        let Some(zone) = zones.of_calendar.as_deref().filter(|_| self.kind == Kind::Utc) else { return self };
        let local = TimeZone::UTC.to_timestamp(self.clock).ok().zip(TimeZone::get(zone).ok());
        match local {
            Some((moment, known)) => {
                Self { clock: known.to_datetime(moment), kind: Kind::Local(Some(zone.to_owned())) }
            }
            None => self,
        }
    }

    /// The zone, if it is known.
    pub(super) fn zone(&self) -> Option<&str> {
        match &self.kind {
            Kind::Local(zone) => zone.as_deref(),
            Kind::Day | Kind::Utc => None,
        }
    }

    /// As the format writes it.
    pub(super) fn written(&self) -> String {
        let pattern = match self.kind {
            Kind::Day => "%Y-%m-%d",
            _ if self.clock.second() == 0 => "%Y-%m-%dT%H:%M",
            _ => "%Y-%m-%dT%H:%M:%S",
        };
        let end = if self.kind == Kind::Utc { "Z" } else { "" };
        format!("{}{end}", self.clock.strftime(pattern))
    }

    /// The end: the last day of days, and nothing if it is no later than the start.
    pub(super) fn end(&self, stated: Self) -> Option<Self> {
        let clock = match stated.kind {
            // The day after the last one is stated.
            Kind::Day => stated.clock.checked_sub(Span::new().days(1)).ok()?,
            _ => stated.clock,
        };
        (clock > self.clock).then_some(Self { clock, ..stated })
    }

    /// The moment after a duration such as `PT1H30M`.
    pub(super) fn after(&self, duration: &str) -> Option<Self> {
        let span: Span = duration.trim().parse().ok()?;
        Some(Self { clock: self.clock.checked_add(span).ok()?, kind: self.kind.clone() })
    }
}

fn day(text: &str) -> Option<Date> {
    let number = |range: Range<usize>| text.get(range)?.parse::<i16>().ok();
    let part = |range: Range<usize>| i8::try_from(number(range)?).ok();
    (text.len() == 8).then(|| Date::new(number(0..4)?, part(4..6)?, part(6..8)?).ok())?
}

/// The time zones of a calendar.
#[derive(Debug, Default)]
pub(super) struct Zones {
    /// The zone that the whole calendar states.
    of_calendar: Option<String>,
    /// The zones of the database, by the names that the calendar gives them.
    described: Vec<(String, String)>,
    /// The name of the zone that is being described.
    open: Option<String>,
}

impl Zones {
    /// Takes what a calendar, or its description of a zone, says.
    pub(super) fn read(&mut self, line: &ContentLine) {
        match line.name.as_str() {
            "X-WR-TIMEZONE" => self.of_calendar = known(&line.text()),
            "TZID" => self.open = Some(line.text()),
            "X-LIC-LOCATION" => self.described.extend(self.open.take().zip(known(&line.text()))),
            _ => {}
        }
    }

    /// The zone of the database for a name, which may have a prefix: `/example.org/Asia/Jakarta`.
    fn named(&self, name: Option<&str>) -> Option<String> {
        let Some(name) = name else { return self.of_calendar.clone() };
        let described = self.described.iter().find(|(known, _)| known == name).map(|(_, zone)| zone.clone());
        let parts: Vec<&str> = name.split('/').collect();
        let ends = (0..parts.len()).map(|from| parts.get(from..).unwrap_or_default().join("/"));
        described.or_else(|| ends.take(5).find_map(|end| known(&end)))
    }
}

/// A name of the time zone database.
fn known(name: &str) -> Option<String> {
    let zone = TimeZone::get(name.trim()).ok()?;
    zone.iana_name().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::documents::calendar::content_line::content_lines;

    fn read(text: &str, zones: &Zones) -> Option<(String, Option<String>)> {
        let moment = Moment::read(&content_lines(text).next().unwrap(), zones)?;
        Some((moment.written(), moment.zone().map(str::to_owned)))
    }

    #[test]
    fn moments_are_read_as_their_calendar_means_them() {
        let mut zones = Zones::default();
        for line in content_lines("TZID:SE Asia Standard Time\nX-LIC-LOCATION:Asia/Jakarta\n") {
            zones.read(&line);
        }
        let jakarta = Some("Asia/Jakarta".to_owned());
        for (text, written, zone) in [
            ("DTSTART;VALUE=DATE:20240312", "2024-03-12", None),
            ("DTSTART:20240312T020000Z", "2024-03-12T02:00Z", None),
            ("DTSTART:20240312T090001", "2024-03-12T09:00:01", None),
            ("DTSTART;TZID=Asia/Jakarta:20240312T090000", "2024-03-12T09:00", jakarta.clone()),
            ("DTSTART;TZID=/x.example/Asia/Jakarta:20240312T090000", "2024-03-12T09:00", jakarta.clone()),
            ("DTSTART;TZID=SE Asia Standard Time:20240312T090000", "2024-03-12T09:00", jakarta.clone()),
            ("DTSTART;TZID=Nowhere:20240312T090000", "2024-03-12T09:00", None),
        ] {
            assert_eq!(read(text, &zones), Some((written.to_owned(), zone)), "{text}");
        }
        for text in [
            "DTSTART:20240230",
            "DTSTART:",
            "DTSTART:2024-03-12",
            "DTSTART:20240312T250000",
            "DTSTART:é0240312",
        ] {
            assert_eq!(read(text, &zones), None, "{text}");
        }
        zones.read(&content_lines("X-WR-TIMEZONE:Asia/Jakarta").next().unwrap());
        assert_eq!(read("DTSTART:20240311T230000Z", &zones), Some(("2024-03-12T06:00".to_owned(), jakarta)));
    }
}
