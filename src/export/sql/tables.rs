//! The tables of the script and their columns. A field without a column is in `details`.

use std::io;

use super::EachTable;
use super::columns::Column::{Derived, Details, Field, Number};
use super::columns::{Column, LINKS, TOPICS, Table};
use super::days;
use crate::export::table::{self, RecordRow};
use crate::model::{
    Expense, Media, Note, Organization, Outcome, Participant, Place, Source, Statement, Stop, Visit,
};

const TEXT: &str = "text";
const REQUIRED: &str = "text NOT NULL";
const WHOLE: &str = "bigint";
const DEGREES: &str = "double precision";
const DAYS: &str = "daterange";
const FLAG: &str = "boolean";

/// Calls a function with each table.
pub(super) fn each(action: &mut impl EachTable) -> io::Result<()> {
    action.table(&VISITS)?;
    action.table(&ORGANIZATIONS)?;
    action.table(&PARTICIPANTS)?;
    action.table(&STOPS)?;
    action.table(&STATEMENTS)?;
    action.table(&OUTCOMES)?;
    action.table(&MEDIA)?;
    action.table(&EXPENSES)?;
    action.table(&NOTES)?;
    action.table(&SOURCES)?;
    action.table(&TOPICS)?;
    action.table(&LINKS)
}

/// The column with the visit of a record.
const fn of_visit<R>() -> Column<R> {
    Derived("visit_id", REQUIRED, |row| row.visit.id.to_string())
}

pub(super) const VISITS: Table<Visit> = Table {
    name: "visits",
    record: "visit",
    columns: &[
        Field("id", REQUIRED),
        Number,
        Field("title", REQUIRED),
        Field("title_en", TEXT),
        Field("title_id", TEXT),
        Field("classification", TEXT),
        Field("local_term", TEXT),
        Field("status", TEXT),
        Field("mode", TEXT),
        Field("start_date", TEXT),
        Field("end_date", TEXT),
        Derived("days", DAYS, |row| days::range(row.record.when())),
        Derived("days_exact", FLAG, |row| days::are_exact(row.record.when())),
        Field("date_text", TEXT),
        Field("date_certainty", TEXT),
        Field("timezone", TEXT),
        Field("language", TEXT),
        Derived("summary", TEXT, |row| {
            row.record.summary.as_ref().map_or_else(String::new, |it| it.text.clone())
        }),
        Derived("archive", TEXT, |row| header(row, |it| it.title.as_ref())),
        Derived("license", TEXT, |row| header(row, |it| it.license.as_ref())),
        Derived("file", REQUIRED, |row| row.archive.file(row.visit).to_owned()),
        Derived("line", WHOLE, |row| row.record.id.line().to_string()),
        Details,
    ],
    generated: None,
};

fn header(row: &RecordRow<'_, Visit>, field: fn(&crate::model::Header) -> Option<&String>) -> String {
    row.archive.header(row.visit).and_then(field).cloned().unwrap_or_default()
}

pub(super) const ORGANIZATIONS: Table<Organization> = Table {
    name: "organizations",
    record: "organization",
    columns: &[
        of_visit(),
        Field("id", REQUIRED),
        Number,
        Field("name", REQUIRED),
        Field("name_en", TEXT),
        Field("name_id", TEXT),
        Field("classification", TEXT),
        Field("role", TEXT),
        Field("role_certainty", TEXT),
        Field("parent", TEXT),
        Derived("city", TEXT, |row| row.visit.city_of(row.record).map(|it| it.name).unwrap_or_default()),
        Derived("locality", TEXT, |row| table::of_places(&row.record.place, |it| it.locality.as_ref())),
        Derived("region", TEXT, |row| table::of_places(&row.record.place, |it| it.region.as_ref())),
        Derived("country", TEXT, |row| table::of_places(&row.record.place, |it| it.country.as_ref())),
        Derived("latitude", DEGREES, |row| latitude(row.record.place.as_ref())),
        Derived("longitude", DEGREES, |row| longitude(row.record.place.as_ref())),
        Details,
    ],
    generated: None,
};

pub(super) const PARTICIPANTS: Table<Participant> = Table {
    name: "participants",
    record: "participant",
    columns: &[
        of_visit(),
        Field("id", REQUIRED),
        Number,
        Derived("agent", REQUIRED, |row| row.visit.agent(row.record).to_string()),
        Field("name", TEXT),
        Field("name_en", TEXT),
        Field("name_id", TEXT),
        Field("type", TEXT),
        Derived("post", TEXT, |row| {
            row.visit.post_of(row.record).map_or_else(String::new, std::borrow::Cow::into_owned)
        }),
        Field("post_en", TEXT),
        Field("post_id", TEXT),
        Derived("organization_name", TEXT, |row| row.all_named(row.record.organizations())),
        Field("side", TEXT),
        Field("role", TEXT),
        Field("role_certainty", TEXT),
        Field("count", WHOLE),
        Details,
    ],
    generated: None,
};

pub(super) const STOPS: Table<Stop> = Table {
    name: "stops",
    record: "stop",
    columns: &[
        of_visit(),
        Field("id", REQUIRED),
        Number,
        Field("name", REQUIRED),
        Field("name_en", TEXT),
        Field("name_id", TEXT),
        Field("short_name", TEXT),
        Field("status", TEXT),
        Field("mode", TEXT),
        Field("position", WHOLE),
        Field("position_certainty", TEXT),
        Field("classification", TEXT),
        Field("organization", TEXT),
        Derived("locality", TEXT, |row| table::of_places(&row.record.place, |it| it.locality.as_ref())),
        Derived("region", TEXT, |row| table::of_places(&row.record.place, |it| it.region.as_ref())),
        Derived("country", TEXT, |row| table::of_places(&row.record.place, |it| it.country.as_ref())),
        Derived("latitude", DEGREES, |row| latitude(row.record.place.first())),
        Derived("longitude", DEGREES, |row| longitude(row.record.place.first())),
        Field("start_date", TEXT),
        Field("end_date", TEXT),
        Derived("days", DAYS, |row| days::range(row.record.when())),
        Derived("days_exact", FLAG, |row| days::are_exact(row.record.when())),
        Field("date_text", TEXT),
        Field("date_certainty", TEXT),
        Field("timezone", TEXT),
        Details,
    ],
    generated: None,
};

fn latitude(place: Option<&Place>) -> String {
    table::number(table::coordinates(place).map(|it| it.latitude))
}

fn longitude(place: Option<&Place>) -> String {
    table::number(table::coordinates(place).map(|it| it.longitude))
}

pub(super) const STATEMENTS: Table<Statement> = Table {
    name: "statements",
    record: "statement",
    columns: &[
        of_visit(),
        Field("id", REQUIRED),
        Number,
        Field("type", REQUIRED),
        Field("text", REQUIRED),
        Field("language", TEXT),
        Field("original_language", TEXT),
        Derived("visit_title", REQUIRED, |row| row.visit.title.clone()),
        Derived("speaker_name", TEXT, table::speaker_names),
        Derived("speaker_post", TEXT, table::speaker_posts),
        Derived("organization", TEXT, table::speaker_organizations),
        Field("speaker_certainty", TEXT),
        Field("attribution_text", TEXT),
        Field("stop", TEXT),
        Field("stop_certainty", TEXT),
        Field("date", TEXT),
        Field("date_certainty", TEXT),
        Derived("days", DAYS, |row| days::range(row.visit.when_said(row.record))),
        Derived("days_exact", FLAG, |row| days::are_exact(row.visit.when_said(row.record))),
        Derived("days_from", TEXT, |row| days::source(row.visit, row.record).to_owned()),
        Field("context", TEXT),
        Field("medium", TEXT),
        Field("position", WHOLE),
        Derived("topics", TEXT, |row| table::list(&row.record.topics)),
        Field("indicator", TEXT),
        Field("value", TEXT),
        Field("unit", TEXT),
        Field("baseline", TEXT),
        Field("variant_of", TEXT),
        Details,
    ],
    // The length is limited because a text with more words than fit would end the whole transaction.
    generated: Some(
        "words tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('pg_catalog.indonesian', left(text, 100000)), 'A') ||
        setweight(to_tsvector('pg_catalog.indonesian', left(coalesce(topics, '') || ' ; ' || coalesce(speaker_name, '') || ' ; '
            || coalesce(speaker_post, '') || ' ; ' || coalesce(organization, ''), 50000)), 'B') ||
        setweight(to_tsvector('pg_catalog.indonesian', left(coalesce(context, '') || ' ; ' || visit_title, 50000)), 'C')
    ) STORED",
    ),
};

pub(super) const OUTCOMES: Table<Outcome> = Table {
    name: "outcomes",
    record: "outcome",
    columns: &[
        of_visit(),
        Field("id", REQUIRED),
        Number,
        Field("type", TEXT),
        Field("text", REQUIRED),
        Field("date", TEXT),
        Field("due", TEXT),
        Field("value", TEXT),
        Field("unit", TEXT),
        Field("status", TEXT),
        Field("stop", TEXT),
        Details,
    ],
    generated: None,
};

pub(super) const MEDIA: Table<Media> = Table {
    name: "media",
    record: "media",
    columns: &[
        of_visit(),
        Number,
        Field("id", TEXT),
        Field("type", REQUIRED),
        Field("title", TEXT),
        Field("url", TEXT),
        Field("path", TEXT),
        Field("credit", TEXT),
        Field("stop", TEXT),
        Field("license", TEXT),
        Details,
    ],
    generated: None,
};

pub(super) const EXPENSES: Table<Expense> = Table {
    name: "expenses",
    record: "expense",
    columns: &[
        of_visit(),
        Number,
        Field("amount", REQUIRED),
        Field("currency", REQUIRED),
        Field("note", TEXT),
        Details,
    ],
    generated: None,
};

pub(super) const NOTES: Table<Note> = Table {
    name: "notes",
    record: "note",
    columns: &[of_visit(), Number, Field("type", TEXT), Field("text", REQUIRED), Details],
    generated: None,
};

pub(super) const SOURCES: Table<Source> = Table {
    name: "sources",
    record: "source",
    columns: &[
        of_visit(),
        Field("id", REQUIRED),
        Number,
        Field("type", TEXT),
        Field("title", TEXT),
        Field("publisher", TEXT),
        Field("author", TEXT),
        Field("date", TEXT),
        Field("url", TEXT),
        Field("archive_url", TEXT),
        Field("accessed", TEXT),
        Field("language", TEXT),
        Field("license", TEXT),
        Field("sha256", TEXT),
        Field("path", TEXT),
        Details,
    ],
    generated: None,
};
