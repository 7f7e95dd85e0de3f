//! The trail of a statement: from the words to the sources that print them, and to the line of the file where they stand.

use super::Sheet;
use super::fields::Fields;
use crate::lang::date_long;
use crate::model::{Record, Source, SourceRef, Statement, Visit};
use crate::text::Role;

/// What is missing on the way is said as well.
pub(super) fn page<'s, 'a>(sheet: &'s Sheet<'a>, visit: &Visit, statement: &Statement) -> Fields<'s, 'a> {
    let m = sheet.messages();
    let mut page = Fields::new(sheet);
    for line in super::statement::words(sheet, statement, sheet.columns) {
        page.line(line);
    }
    page.text(statement.kind.words(sheet.lang), Role::Dim);
    if statement.sources.is_empty() {
        page.gap();
        page.fact_as(m.source, m.no_source_given, Role::Warning);
    }
    for (number, reference) in statement.sources.iter().enumerate() {
        page.heading(&format!("{} {}", m.source, number + 1));
        one(sheet, (visit, reference), &mut page);
    }
    page.heading(m.in_the_records);
    page.fact(m.file, &sheet.archive.place(visit, &statement.id));
    page.fact(m.reference, &Record::Statement(visit, statement).reference());
    page
}

fn one(sheet: &Sheet<'_>, (visit, reference): (&Visit, &SourceRef), page: &mut Fields<'_, '_>) {
    let m = sheet.messages();
    match visit.source(&reference.id) {
        Some(source) => document(sheet, source, page),
        None => {
            page.fact_as(m.source, &format!("{}: {}", reference.id, m.source_unknown), Role::Warning);
        }
    }
    match &reference.locator {
        Some(locator) => page.fact(m.locator, locator),
        None => page.fact_as(m.locator, m.not_said, Role::Warning),
    };
    if let Some(source) = visit.source(&reference.id) {
        match (&source.url, &source.path) {
            (None, None) => page.fact_as("URL", m.not_said, Role::Warning),
            (url, _) => page.maybe("URL", url.as_deref()),
        };
        page.maybe(m.kept_copy, source.archive_url.as_deref());
        page.maybe(m.kept_copy, source.path.as_deref());
        page.maybe("SHA-256", source.sha256.as_deref());
        page.maybe(m.accessed_on, source.accessed.map(|date| date_long(sheet.lang, &date)).as_deref());
        page.fact(m.file, &sheet.archive.place(visit, &source.id));
    }
}

fn document(sheet: &Sheet<'_>, source: &Source, page: &mut Fields<'_, '_>) {
    let m = sheet.messages();
    page.text(source.title.as_deref().unwrap_or(source.id.as_str()), Role::Strong);
    page.maybe(m.kind, source.kind.as_ref().map(|kind| kind.words(sheet.lang)));
    page.maybe(m.author, source.author.as_deref());
    page.maybe(m.publisher, source.publisher.as_deref());
    page.maybe(m.date, source.date.map(|date| date_long(sheet.lang, &date)).as_deref());
}
