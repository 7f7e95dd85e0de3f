//! The provenance of a statement: the sources that print it, and its position in the record file.

use super::builder::PageBuilder;
use super::context::PageContext;
use crate::lang::date_long;
use crate::model::{Record, Source, SourceRef, Statement, Visit};
use crate::text::TextRole;

/// Missing sources and locators are reported as such.
pub(super) fn page<'s, 'a>(
    ctx: &'s PageContext<'a>,
    visit: &Visit,
    statement: &Statement,
) -> PageBuilder<'s, 'a> {
    let m = ctx.messages();
    let mut page = PageBuilder::new(ctx);
    for line in super::statement::words(ctx, statement, ctx.columns) {
        page.line(line);
    }
    page.text(statement.kind.label(ctx.lang), TextRole::Dim);
    if statement.sources.is_empty() {
        page.gap();
        page.fact_as(m.source, m.no_source_given, TextRole::Warning);
    }
    for (number, reference) in statement.sources.iter().enumerate() {
        page.heading(&format!("{} {}", m.source, number + 1));
        one(ctx, (visit, reference), &mut page);
    }
    page.heading(m.in_the_records);
    page.fact(m.file, &ctx.archive.source_location(visit, &statement.id));
    page.fact(m.reference, &Record::Statement(visit, statement).reference());
    page
}

fn one(ctx: &PageContext<'_>, (visit, reference): (&Visit, &SourceRef), page: &mut PageBuilder<'_, '_>) {
    let m = ctx.messages();
    match visit.source(&reference.id) {
        Some(source) => document(ctx, source, page),
        None => {
            page.fact_as(m.source, &format!("{}: {}", reference.id, m.source_unknown), TextRole::Warning);
        }
    }
    match &reference.locator {
        Some(locator) => page.fact(m.locator, locator),
        None => page.fact_as(m.locator, m.not_stated, TextRole::Warning),
    };
    if let Some(source) = visit.source(&reference.id) {
        match (&source.url, &source.path) {
            (None, None) => page.fact_as("URL", m.not_stated, TextRole::Warning),
            (url, _) => page.maybe("URL", url.as_deref()),
        };
        page.maybe(m.kept_copy, source.archive_url.as_deref());
        page.maybe(m.kept_copy, source.path.as_deref());
        page.maybe("SHA-256", source.sha256.as_deref());
        page.maybe(m.accessed_on, source.accessed.map(|date| date_long(ctx.lang, &date)).as_deref());
        page.fact(m.file, &ctx.archive.source_location(visit, &source.id));
    }
}

fn document(ctx: &PageContext<'_>, source: &Source, page: &mut PageBuilder<'_, '_>) {
    let m = ctx.messages();
    page.text(source.title.as_deref().unwrap_or(source.id.as_str()), TextRole::Strong);
    page.maybe(m.kind, source.kind.as_ref().map(|kind| kind.label(ctx.lang)));
    page.maybe(m.author, source.author.as_deref());
    page.maybe(m.publisher, source.publisher.as_deref());
    page.maybe(m.date, source.date.map(|date| date_long(ctx.lang, &date)).as_deref());
}
