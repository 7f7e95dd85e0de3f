"""Reads a calendar with icalendar, and says what it found in each event."""

import datetime
import json
import sys

try:
    import icalendar
except ImportError:
    print("no python package icalendar", file=sys.stderr)
    sys.exit(77)


def moment(event, name):
    """The kind of a moment, and the moment: a day, one in UTC, or one of a place without a zone."""
    if name not in event:
        return None
    value = event.decoded(name)
    if not isinstance(value, datetime.datetime):
        return ["date", value.isoformat()]
    if value.tzinfo is None:
        return ["floating", value.isoformat()]
    assert value.utcoffset() == datetime.timedelta(0), value
    return ["utc", value.replace(tzinfo=None).isoformat()]


calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
assert not calendar.errors, calendar.errors
events = []
for event in calendar.walk("VEVENT"):
    assert not event.errors, event.errors
    if "DTEND" in event:
        assert event.decoded("DTEND") > event.decoded("DTSTART"), event["UID"]
    texts = {name.lower(): str(event[name]) for name in event if name in ("UID", "SUMMARY", "DESCRIPTION", "STATUS", "LOCATION")}
    moments = {name.lower(): moment(event, name) for name in ("DTSTART", "DTEND", "DTSTAMP")}
    events.append(texts | moments)
json.dump(events, sys.stdout)
