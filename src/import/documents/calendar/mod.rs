//! iCalendar (RFC 5545): an event is a visit. The calendars that `lawat` exports also have events for the stops of visits.

mod content_line;
mod event;
mod moment;
mod own;

use self::content_line::{ContentLine, content_lines};
use self::event::Event;
use self::moment::Zones;
use super::error::DocumentError;
use super::output::{Names, Output};
use super::text::decode_or_windows;

/// The maximum number of properties of an event; further ones are told.
const PROPERTIES: usize = 10_000;

/// Reads a calendar.
pub(super) fn read(bytes: &[u8], out: &mut Output<'_>) -> Result<(), DocumentError> {
    let text = decode_or_windows(bytes, out);
    let mut lines = content_lines(&text).peekable();
    let is_calendar = lines.peek().is_some_and(|it| it.name == "BEGIN" && is_named(it, "VCALENDAR"));
    if !is_calendar {
        return Err(DocumentError::NotACalendar);
    }
    let mut parser = Parser::default();
    for line in lines {
        parser.line(line, out);
    }
    if let Some((name, number)) = parser.open.last() {
        out.left_out(out.lang.import_line(*number), out.lang.import_unclosed_component(name));
    }
    // Zones may be described after the events.
    let Parser { events, zones, mut skipped, is_own, .. } = parser;
    if is_own {
        own::read(events, &zones, out);
    } else {
        for event in events {
            let visit = event::visit(&event, &zones, (&mut skipped, out));
            out.visit(visit);
        }
    }
    if let Some(names) = skipped.listed() {
        out.left_out("VCALENDAR", out.lang.import_not_taken(&names));
    }
    Ok(())
}

fn is_named(line: &ContentLine, name: &str) -> bool {
    line.value.trim().eq_ignore_ascii_case(name)
}

#[derive(Default)]
struct Parser {
    /// The components that are open, and where they begin.
    open: Vec<(String, usize)>,
    event: Option<Event>,
    events: Vec<Event>,
    zones: Zones,
    /// Components that are not taken.
    skipped: Names,
    /// Whether `lawat` wrote the calendar.
    is_own: bool,
}

impl Parser {
    fn line(&mut self, line: ContentLine, out: &mut Output<'_>) {
        match line.name.as_str() {
            "BEGIN" => self.begin(&line),
            "END" => self.end(&line, out),
            "" => out.left_out(out.lang.import_line(line.number), out.lang.import_not_a_property()),
            "PRODID" if self.open.len() == 1 => self.is_own = line.value.contains("//lawat//"),
            _ => match self.open.last().map(|(name, _)| name.as_str()) {
                Some("VEVENT") => match &mut self.event {
                    Some(event) if event.lines.len() < PROPERTIES => event.lines.push(line),
                    _ => self.skipped.add(&line.name),
                },
                Some("VCALENDAR" | "VTIMEZONE") => self.zones.read(&line),
                _ => {}
            },
        }
    }

    fn begin(&mut self, line: &ContentLine) {
        let name: String = line.value.trim().to_ascii_uppercase().chars().take(40).collect();
        match name.as_str() {
            "VEVENT" => self.event = Some(Event { number: line.number, lines: Vec::new() }),
            "VCALENDAR" | "VTIMEZONE" | "STANDARD" | "DAYLIGHT" => {}
            name => self.skipped.add(name),
        }
        // What is nested without an end is closed by the end of the outermost.
        if self.open.len() < 100 {
            self.open.push((name, line.number));
        }
    }

    fn end(&mut self, line: &ContentLine, out: &mut Output<'_>) {
        match self.open.iter().rposition(|(name, _)| is_named(line, name)) {
            Some(at) => {
                self.open.truncate(at);
                if is_named(line, "VEVENT") {
                    self.events.extend(self.event.take());
                }
            }
            None => out.left_out(out.lang.import_line(line.number), out.lang.import_not_a_property()),
        }
    }
}
