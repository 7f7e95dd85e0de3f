//! Tables with a row per record and a column per field. Spreadsheets never take a cell for a formula.

use std::io::{self, Write};

use super::job::{Export, ExportSummary};
use super::selection::VisitSelection;
use super::table_kind::{CsvDialect, ExportTable};
use crate::model::{
    Archive, Attendance, AttendanceStatus, Certainty, Coordinates, Expense, Id, Identifier, Media, Note,
    Organization, Outcome, PartialDate, Participant, Place, Record, Source, SourceRef, Speaker, Statement,
    Stop, Visit,
};
use crate::text::visible_lines;

/// Writes a CSV table with a header row; returns the number of rows. A cell that a spreadsheet would take for a formula is prefixed with an apostrophe.
pub fn write_table(
    mut out: impl Write,
    dialect: CsvDialect,
    heading: &[&str],
    rows: impl Iterator<Item = Vec<String>>,
) -> io::Result<usize> {
    if dialect.bom {
        out.write_all("\u{feff}".as_bytes())?;
    }
    let mut table = csv::WriterBuilder::new().delimiter(dialect.delimiter).from_writer(out);
    table.write_record(heading)?;
    let mut written = 0;
    for row in rows {
        table.write_record(row.iter().map(|cell| neutralize_formula(cell)))?;
        written += 1;
    }
    table.flush()?;
    Ok(written)
}

fn neutralize_formula(cell: &str) -> String {
    let visible = visible_lines(cell);
    // A number with a sign is not a formula.
    if visible.parse::<f64>().is_ok_and(f64::is_finite) {
        return visible;
    }
    // In locales such as Indonesian, where `;` separates cells, a spreadsheet may split the cell there.
    let mut written = String::with_capacity(visible.len());
    for piece in visible.split_inclusive([';', '\n']) {
        // Spreadsheets skip leading spaces, and treat full-width characters like half-width ones.
        if piece.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) {
            written.push('\'');
        }
        written.push_str(piece);
    }
    written
}

/// A record with its visit and archive.
pub(super) struct RecordRow<'a, R> {
    pub(super) archive: &'a Archive,
    pub(super) visit: &'a Visit,
    pub(super) record: &'a R,
}

/// A column: its name, and the function that makes the cell of a row.
type RecordColumn<R> = (&'static str, fn(&RecordRow<'_, R>) -> String);

/// A table independent of its format: a header row, and the rows of cells.
pub(super) struct TableContent<'a> {
    pub(super) heading: Vec<&'static str>,
    pub(super) rows: Box<dyn Iterator<Item = Vec<String>> + 'a>,
}

/// Writes the table of an export as CSV.
pub(super) fn write(export: &Export<'_>, out: &mut dyn Write) -> io::Result<ExportSummary> {
    let TableContent { heading, rows } = content(export, export.table);
    Ok(ExportSummary {
        records: write_table(out, export.dialect, &heading, rows)?,
        ..ExportSummary::default()
    })
}

/// The content of a table.
pub(super) fn content<'a>(export: &Export<'a>, table: ExportTable) -> TableContent<'a> {
    match table {
        ExportTable::Statements => {
            rows(export, STATEMENTS, |visit, part| part.statements_of(visit).collect())
        }
        ExportTable::Visits => rows(export, VISITS, |visit, _| vec![visit]),
        ExportTable::Stops => rows(export, STOPS, |visit, _| visit.itinerary.iter().collect()),
        ExportTable::Participants => {
            rows(export, PARTICIPANTS, |visit, _| visit.participants.iter().collect())
        }
        ExportTable::Organizations => {
            rows(export, ORGANIZATIONS, |visit, _| visit.organizations.iter().collect())
        }
        ExportTable::Outcomes => rows(export, OUTCOMES, |visit, _| visit.outcomes.iter().collect()),
        ExportTable::Expenses => rows(export, EXPENSES, |visit, _| visit.expenses.iter().collect()),
        ExportTable::Media => rows(export, MEDIA, |visit, _| visit.media.iter().collect()),
        ExportTable::Notes => rows(export, NOTES, |visit, _| visit.notes.iter().collect()),
        ExportTable::Sources => rows(export, SOURCES, |visit, _| visit.sources.iter().collect()),
    }
}

fn rows<'a, R: 'a>(
    export: &Export<'a>,
    columns: &'static [RecordColumn<R>],
    records: fn(&'a Visit, &'a VisitSelection) -> Vec<&'a R>,
) -> TableContent<'a> {
    let archive = export.archive;
    let records = export.visits().flat_map(move |(visit, part)| {
        records(visit, part).into_iter().map(move |record| RecordRow { archive, visit, record })
    });
    let cells = |row: RecordRow<'_, R>| columns.iter().map(|(_, cell)| cell(&row)).collect();
    TableContent {
        heading: columns.iter().map(|(name, _)| *name).collect(),
        rows: Box::new(records.map(cells)),
    }
}

fn text(field: Option<&String>) -> String {
    field.cloned().unwrap_or_default()
}

fn id(field: Option<&Id>) -> String {
    field.map(Id::to_string).unwrap_or_default()
}

fn date(field: Option<PartialDate>) -> String {
    field.map(|date| date.to_string()).unwrap_or_default()
}

fn certainty(field: Option<Certainty>) -> String {
    field.map(|certainty| certainty.name().to_owned()).unwrap_or_default()
}

pub(super) fn number<N: ToString>(field: Option<N>) -> String {
    field.map(|number| number.to_string()).unwrap_or_default()
}

pub(super) fn list<S: ToString>(items: impl IntoIterator<Item = S>) -> String {
    items.into_iter().map(|item| item.to_string()).collect::<Vec<_>>().join("; ")
}

fn sources(references: &[SourceRef]) -> String {
    list(references.iter().map(|it| match &it.locator {
        Some(locator) => format!("{}, {locator}", it.id),
        None => it.id.to_string(),
    }))
}

impl<R> RecordRow<'_, R> {
    fn named(&self, field: Option<&Id>) -> String {
        field.map(|id| self.visit.name_of(id).to_owned()).unwrap_or_default()
    }

    pub(super) fn all_named<'i>(&self, ids: impl IntoIterator<Item = &'i Id>) -> String {
        list(ids.into_iter().map(|id| self.visit.name_of(id).to_owned()))
    }

    fn file(&self) -> String {
        self.archive.file(self.visit).to_owned()
    }
}

const VISITS: &[RecordColumn<Visit>] = &[
    ("id", |row| row.record.id.to_string()),
    ("title", |row| row.record.title.clone()),
    ("classification", |row| {
        row.record.classification.as_ref().map_or_else(String::new, |it| it.name().to_owned())
    }),
    ("local_term", |row| text(row.record.local_term.as_ref())),
    ("status", |row| row.record.status.as_ref().map_or_else(String::new, |it| it.name().to_owned())),
    ("start_date", |row| date(row.record.start_date)),
    ("end_date", |row| date(row.record.end_date)),
    ("date_text", |row| text(row.record.date_text.as_ref())),
    ("date_certainty", |row| certainty(row.record.date_certainty)),
    ("timezone", |row| text(row.record.timezone.as_ref())),
    ("language", |row| text(row.record.language.as_ref())),
    ("topics", |row| list(&row.record.topics)),
    ("objectives", |row| list(row.record.objectives.iter().map(|it| &it.text))),
    ("organizations", |row| list(row.record.organizations.iter().map(|it| &it.name))),
    ("stops", |row| row.record.itinerary.len().to_string()),
    ("participants", |row| row.record.participants.len().to_string()),
    ("statements", |row| row.record.statements.len().to_string()),
    ("outcomes", |row| row.record.outcomes.len().to_string()),
    ("summary", |row| text(row.record.summary.as_ref().map(|it| &it.text))),
    ("file", |row| row.file()),
    ("line", |row| row.record.id.line().to_string()),
];

const STOPS: &[RecordColumn<Stop>] = &[
    ("visit", |row| row.visit.id.to_string()),
    ("id", |row| row.record.id.to_string()),
    ("name", |row| row.record.name.clone()),
    ("short_name", |row| text(row.record.short_name.as_ref())),
    ("other_names", |row| list(&row.record.other_names)),
    ("status", |row| row.record.status.as_ref().map_or_else(String::new, |it| it.name().to_owned())),
    ("position", |row| number(row.record.position)),
    ("position_certainty", |row| certainty(row.record.position_certainty)),
    ("classification", |row| text(row.record.classification.as_ref())),
    ("organization", |row| id(row.record.organization.as_ref())),
    ("organization_name", |row| row.named(row.record.organization.as_ref())),
    ("place_id", |row| of_places(&row.record.place, |it| it.id.as_ref())),
    ("address", |row| of_places(&row.record.place, |it| it.address.as_ref())),
    ("locality", |row| of_places(&row.record.place, |it| it.locality.as_ref())),
    ("region", |row| of_places(&row.record.place, |it| it.region.as_ref())),
    ("country", |row| of_places(&row.record.place, |it| it.country.as_ref())),
    ("latitude", |row| number(coordinates(row.record.place.first()).map(|it| it.latitude))),
    ("longitude", |row| number(coordinates(row.record.place.first()).map(|it| it.longitude))),
    ("precision_m", |row| number(coordinates(row.record.place.first()).and_then(|it| it.precision_m))),
    ("start_date", |row| date(row.record.start_date)),
    ("end_date", |row| date(row.record.end_date)),
    ("date_text", |row| text(row.record.date_text.as_ref())),
    ("date_certainty", |row| certainty(row.record.date_certainty)),
    ("timezone", |row| text(row.record.timezone.as_ref().or(row.visit.timezone.as_ref()))),
    ("activities", |row| list(&row.record.activities)),
    ("topics", |row| list(&row.record.topics)),
    ("statements", |row| row.visit.statements_at(&row.record.id).to_string()),
    ("sources", |row| sources(&row.record.sources)),
    ("file", |row| row.file()),
    ("line", |row| row.record.id.line().to_string()),
];

/// A field of all places of a record, joined.
pub(super) fn of_places<'p>(
    places: impl IntoIterator<Item = &'p Place>,
    field: impl Fn(&'p Place) -> Option<&'p String>,
) -> String {
    list(places.into_iter().filter_map(field))
}

pub(super) fn coordinates(place: Option<&Place>) -> Option<&Coordinates> {
    place?.coordinates.as_ref()
}

const PARTICIPANTS: &[RecordColumn<Participant>] = &[
    ("visit", |row| row.visit.id.to_string()),
    ("id", |row| row.record.id.to_string()),
    ("agent", |row| row.visit.agent(row.record).to_string()),
    ("name", |row| text(row.record.name.as_ref())),
    ("type", |row| row.record.kind.as_ref().map_or_else(String::new, |it| it.name().to_owned())),
    ("other_names", |row| list(&row.record.other_names)),
    ("post", |row| list(row.record.post.iter().map(|post| &post.title))),
    ("organization", |row| list(row.record.organizations())),
    ("organization_name", |row| row.all_named(row.record.organizations())),
    ("side", |row| row.record.side.map_or_else(String::new, |it| it.name().to_owned())),
    ("role", |row| row.record.role.as_ref().map_or_else(String::new, |it| it.name().to_owned())),
    ("count", |row| number(row.record.count)),
    ("attendance", |row| list(row.record.attendance.iter().map(attended))),
    ("statements", |row| row.visit.statements_by(&row.record.id).to_string()),
    ("identifiers", |row| list(row.record.identifiers.iter().map(identified))),
    ("same_as", |row| list(&row.record.same_as)),
    ("sources", |row| sources(&row.record.sources)),
    ("file", |row| row.file()),
    ("line", |row| row.record.id.line().to_string()),
];

fn attended(attendance: &Attendance) -> String {
    let certainty = attendance.certainty().map(Certainty::name);
    let facts: Vec<&str> =
        attendance.status().map(AttendanceStatus::name).into_iter().chain(certainty).collect();
    if facts.is_empty() {
        return attendance.stop.to_string();
    }
    format!("{} ({})", attendance.stop, facts.join(", "))
}

fn identified(it: &Identifier) -> String {
    format!("{}: {}", it.scheme, it.identifier)
}

const ORGANIZATIONS: &[RecordColumn<Organization>] = &[
    ("visit", |row| row.visit.id.to_string()),
    ("id", |row| row.record.id.to_string()),
    ("name", |row| row.record.name.clone()),
    ("other_names", |row| list(&row.record.other_names)),
    ("classification", |row| text(row.record.classification.as_ref())),
    ("role", |row| row.record.role.as_ref().map_or_else(String::new, |it| it.name().to_owned())),
    ("parent", |row| id(row.record.parent.as_ref())),
    ("parent_name", |row| row.named(row.record.parent.as_ref())),
    ("city", |row| row.visit.city_of(row.record).map(|it| it.name).unwrap_or_default()),
    ("place_id", |row| of_places(&row.record.place, |it| it.id.as_ref())),
    ("address", |row| of_places(&row.record.place, |it| it.address.as_ref())),
    ("locality", |row| of_places(&row.record.place, |it| it.locality.as_ref())),
    ("region", |row| of_places(&row.record.place, |it| it.region.as_ref())),
    ("country", |row| of_places(&row.record.place, |it| it.country.as_ref())),
    ("latitude", |row| number(coordinates(row.record.place.as_ref()).map(|it| it.latitude))),
    ("longitude", |row| number(coordinates(row.record.place.as_ref()).map(|it| it.longitude))),
    ("precision_m", |row| number(coordinates(row.record.place.as_ref()).and_then(|it| it.precision_m))),
    ("statements", |row| row.visit.statements_from(&row.record.id).to_string()),
    ("identifiers", |row| list(row.record.identifiers.iter().map(identified))),
    ("same_as", |row| list(&row.record.same_as)),
    ("file", |row| row.file()),
    ("line", |row| row.record.id.line().to_string()),
];

const EXPENSES: &[RecordColumn<Expense>] = &[
    ("visit", |row| row.visit.id.to_string()),
    ("visit_title", |row| row.visit.title.clone()),
    ("amount", |row| row.record.amount.clone()),
    ("currency", |row| row.record.currency.clone()),
    ("note", |row| text(row.record.note.as_ref())),
    ("sources", |row| sources(&row.record.sources)),
    ("file", |row| row.file()),
];

const MEDIA: &[RecordColumn<Media>] = &[
    ("visit", |row| row.visit.id.to_string()),
    ("visit_title", |row| row.visit.title.clone()),
    ("id", |row| id(row.record.id.as_ref())),
    ("type", |row| row.record.kind.name().to_owned()),
    ("title", |row| text(row.record.title.as_ref())),
    ("url", |row| text(row.record.url.as_ref())),
    ("path", |row| text(row.record.path.as_ref())),
    ("credit", |row| text(row.record.credit.as_ref())),
    ("stop", |row| id(row.record.stop.as_ref())),
    ("stop_name", |row| row.named(row.record.stop.as_ref())),
    ("license", |row| text(row.record.license.as_ref())),
    ("file", |row| row.file()),
];

const NOTES: &[RecordColumn<Note>] = &[
    ("visit", |row| row.visit.id.to_string()),
    ("visit_title", |row| row.visit.title.clone()),
    ("type", |row| row.record.kind.as_ref().map_or_else(String::new, |it| it.name().to_owned())),
    ("about", |row| list(&row.record.about)),
    ("text", |row| row.record.text.clone()),
    ("sources", |row| sources(&row.record.sources)),
    ("file", |row| row.file()),
];

const SOURCES: &[RecordColumn<Source>] = &[
    ("visit", |row| row.visit.id.to_string()),
    ("visit_title", |row| row.visit.title.clone()),
    ("id", |row| row.record.id.to_string()),
    ("type", |row| row.record.kind.as_ref().map_or_else(String::new, |it| it.name().to_owned())),
    ("title", |row| text(row.record.title.as_ref())),
    ("publisher", |row| text(row.record.publisher.as_ref())),
    ("author", |row| text(row.record.author.as_ref())),
    ("date", |row| date(row.record.date)),
    ("url", |row| text(row.record.url.as_ref())),
    ("archive_url", |row| text(row.record.archive_url.as_ref())),
    ("accessed", |row| date(row.record.accessed)),
    ("language", |row| text(row.record.language.as_ref())),
    ("license", |row| text(row.record.license.as_ref())),
    ("sha256", |row| text(row.record.sha256.as_ref())),
    ("path", |row| text(row.record.path.as_ref())),
    ("file", |row| row.file()),
    ("line", |row| row.record.id.line().to_string()),
];

const STATEMENTS: &[RecordColumn<Statement>] = &[
    ("reference", |row| Record::Statement(row.visit, row.record).reference()),
    ("visit", |row| row.visit.id.to_string()),
    ("visit_title", |row| row.visit.title.clone()),
    ("id", |row| row.record.id.to_string()),
    ("type", |row| row.record.kind.name().to_owned()),
    ("text", |row| row.record.text.clone()),
    ("language", |row| text(row.record.language.as_ref().or(row.visit.language.as_ref()))),
    ("original_language", |row| text(row.record.original_language.as_ref())),
    ("speaker", |row| list(&row.record.speaker)),
    ("agent", |row| list(speakers(row).map(|it| it.agent(row.visit)))),
    ("speaker_name", speaker_names),
    ("post", speaker_posts),
    ("organization", speaker_organizations),
    ("speaker_certainty", |row| certainty(row.record.speaker_certainty)),
    ("attribution_text", |row| text(row.record.attribution_text.as_ref())),
    ("delivered_by", |row| list(&row.record.delivered_by)),
    ("interpreted_by", |row| list(&row.record.interpreted_by)),
    ("on_behalf_of", |row| list(&row.record.on_behalf_of)),
    ("audience", |row| list(&row.record.audience)),
    ("stop", |row| id(row.record.stop.as_ref())),
    ("stop_name", |row| row.named(row.record.stop.as_ref())),
    ("stop_certainty", |row| certainty(row.record.stop_certainty)),
    ("date", |row| date(row.record.date)),
    ("date_certainty", |row| certainty(row.record.date_certainty)),
    ("context", |row| text(row.record.context.as_ref())),
    ("indicator", |row| text(row.record.indicator.as_ref())),
    ("value", |row| text(row.record.value.as_ref())),
    ("unit", |row| text(row.record.unit.as_ref())),
    ("baseline", |row| text(row.record.baseline.as_ref())),
    ("medium", |row| row.record.medium.as_ref().map_or_else(String::new, |it| it.name().to_owned())),
    ("about", |row| list(&row.record.about)),
    ("topics", |row| list(&row.record.topics)),
    ("translations", |row| {
        list(row.record.translations.iter().map(|it| format!("{}: {}", it.language, it.text)))
    }),
    ("variant_of", |row| id(row.record.variant_of.as_ref())),
    ("sources", |row| sources(&row.record.sources)),
    ("file", |row| row.file()),
    ("line", |row| row.record.id.line().to_string()),
];

fn speakers<'a>(row: &RecordRow<'a, Statement>) -> impl Iterator<Item = Speaker<'a>> {
    row.visit.speakers(row.record)
}

/// The names of the speakers.
pub(super) fn speaker_names(row: &RecordRow<'_, Statement>) -> String {
    list(speakers(row).filter_map(|it| it.name()))
}

/// The posts of the speakers at the time of the visit.
pub(super) fn speaker_posts(row: &RecordRow<'_, Statement>) -> String {
    list(speakers(row).filter_map(|it| it.post(row.visit)))
}

/// The names of the organizations of the speakers.
pub(super) fn speaker_organizations(row: &RecordRow<'_, Statement>) -> String {
    list(speakers(row).flat_map(|speaker| match speaker {
        Speaker::Participant(person) => person.organizations().map(|id| row.visit.name_of(id)).collect(),
        Speaker::Organization(organization) => vec![organization.name.as_str()],
    }))
}

const OUTCOMES: &[RecordColumn<Outcome>] = &[
    ("visit", |row| row.visit.id.to_string()),
    ("id", |row| row.record.id.to_string()),
    ("type", |row| row.record.kind.as_ref().map_or_else(String::new, |it| it.name().to_owned())),
    ("text", |row| row.record.text.clone()),
    ("parties", |row| list(row.record.parties.iter().map(|id| row.visit.name_of(id)))),
    ("date", |row| date(row.record.date)),
    ("responsible", |row| list(&row.record.responsible)),
    ("due", |row| date(row.record.due)),
    ("value", |row| text(row.record.value.as_ref())),
    ("unit", |row| text(row.record.unit.as_ref())),
    ("status", |row| row.record.status.as_ref().map_or_else(String::new, |it| it.name().to_owned())),
    ("stop", |row| id(row.record.stop.as_ref())),
    ("stop_name", |row| row.named(row.record.stop.as_ref())),
    ("sources", |row| sources(&row.record.sources)),
    ("file", |row| row.file()),
    ("line", |row| row.record.id.line().to_string()),
];
