//! A visit: in a list, on its own page, as a search result.

use super::fields::Fields;
use super::{PageContext, Size, own};
use crate::lang::{ORGANIZATIONS, PARTICIPANTS, STATEMENTS, STOPS, date_short, span_short};
use crate::model::{Certainty, Claim, Expense, Id, Media, Note, NoteType, Outcome, Source, Status, Visit};
use crate::text::{Line, TextRole, wrap_text};

/// The date, in short, with a question mark where it was concluded; or that it is not said.
pub fn visit_date(ctx: &PageContext<'_>, visit: &Visit) -> String {
    match visit.start_date {
        Some(start) => {
            let doubt = if visit.date_certainty == Some(Certainty::Inferred) { "?" } else { "" };
            format!("{}{doubt}", span_short(ctx.lang, &start, visit.end_date.as_ref()))
        }
        None => ctx.messages().date_not_said.to_owned(),
    }
}

/// The date, the count and the title.
pub(super) fn item(ctx: &PageContext<'_>, visit: &Visit, size: Size, count: &str) -> Vec<Line> {
    let hits = (ctx.hits)(&visit.title);
    let mut head = Line::of(&visit_date(ctx, visit), TextRole::Dim);
    let is_usual = |status: &&Status| matches!(status, Status::Confirmed | Status::Passed);
    if let Some(status) = visit.status.as_ref().filter(|status| !is_usual(status)) {
        head.push(&format!(" ({})", status.label(ctx.lang)), TextRole::Warning);
    }
    let count = Line::of(count, TextRole::Dim);
    match size {
        Size::Compact => {
            if visit.start_date.is_none() {
                head = Line::new();
            } else {
                head.push("  ", TextRole::Plain);
            }
            head.push_hits(&visit.title, TextRole::Strong, &hits);
            vec![head.spread(&count, ctx.columns)]
        }
        Size::Full => {
            // The date is never cut for the sake of a count, which stands at the right of the title then.
            let has_room = head.width() + 1 + count.width() <= ctx.columns;
            let (at_head, room) = if has_room { (&count, 0) } else { (&Line::new(), count.width() + 1) };
            let mut lines = vec![head.spread(at_head, ctx.columns)];
            let columns = ctx.columns.saturating_sub(room).max(1);
            lines.extend(wrap_text(&visit.title, TextRole::Strong, &hits, columns));
            if let Some(last) = lines.last_mut().filter(|_| !has_room) {
                *last = last.spread(&count, ctx.columns);
            }
            lines
        }
    }
}

/// What a visit without statements has instead, counted: people, stops, or organizations.
pub(super) fn contents(ctx: &PageContext<'_>, visit: &Visit) -> String {
    let kinds = [
        (visit.participants.len(), PARTICIPANTS),
        (visit.itinerary.len(), STOPS),
        (visit.organizations.len(), ORGANIZATIONS),
    ];
    let first = kinds.iter().find(|(count, _)| *count > 0);
    first.map(|(count, what)| ctx.lang.counted(*count, *what)).unwrap_or_default()
}

/// The title, then the date and the kind.
pub(super) fn result(ctx: &PageContext<'_>, visit: &Visit) -> Vec<Line> {
    let mut lines = wrap_text(&visit.title, TextRole::Strong, &(ctx.hits)(&visit.title), ctx.columns);
    let kind = visit.local_term.as_deref().or(visit.classification.as_ref().map(|kind| kind.label(ctx.lang)));
    let facts = [Some(visit_date(ctx, visit)), kind.map(str::to_owned)];
    let facts = facts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let mut line = Line::new();
    line.push_hits(&facts, TextRole::Dim, &(ctx.hits)(&facts));
    lines.push(line.cut(ctx.columns));
    lines
}

/// Everything that is known of it; stops, people and statements have panes of their own and are counted here.
pub(super) fn detail<'s, 'a>(ctx: &'s PageContext<'a>, visit: &Visit) -> Fields<'s, 'a> {
    let m = ctx.messages();
    let mut page = Fields::new(ctx);
    page.text(&visit.title, TextRole::Strong);
    page.gap();
    if let Some(summary) = &visit.summary {
        page.text(&claim(ctx, visit, summary), TextRole::Plain).gap();
    }
    facts(ctx, visit, &mut page);
    page.section(m.objectives, visit.objectives.iter().map(|it| claim(ctx, visit, it)));
    page.section(m.outcomes, visit.outcomes.iter().map(|it| outcome(ctx, visit, it)));
    page.section(m.notes, visit.notes.iter().map(|it| note(ctx, visit, it)));
    the_rest(ctx, visit, &mut page);
    page.own([&visit.extra].into_iter().chain(ctx.archive.header(visit).map(|header| &header.extra)));
    page
}

fn facts(ctx: &PageContext<'_>, visit: &Visit, page: &mut Fields<'_, '_>) {
    let m = ctx.messages();
    page.dates((visit.start_date, visit.end_date), visit.date_certainty, visit.timezone.as_deref());
    page.maybe(m.as_printed, visit.date_text.as_deref());
    page.maybe(m.classification, visit.classification.as_ref().map(|kind| kind.label(ctx.lang)));
    page.list(m.in_other_languages, [&visit.title_en, &visit.title_id].into_iter().flatten());
    page.maybe(m.local_term, visit.local_term.as_deref());
    page.maybe(m.status, visit.status.as_ref().map(|status| status.label(ctx.lang)));
    page.maybe(m.mode, visit.mode.as_ref().map(|mode| mode.label(ctx.lang)));
    page.fact(m.topics, &visit.topics.join(", "));
    let organizations = visit.organizations.iter().map(|organization| match &organization.role {
        Some(role) => {
            let doubt = ctx.certainty(organization.role_certainty);
            format!("{} ({}){doubt}", organization.name, role.label(ctx.lang))
        }
        None => organization.name.clone(),
    });
    page.list(m.organizations, organizations);
    page.fact(m.stops_label, &visit.itinerary.len().to_string());
    page.fact(m.participants, &visit.participants.len().to_string());
    page.fact(m.statements, &visit.statements.len().to_string());
    page.maybe(m.timezone, visit.timezone.as_deref());
    page.maybe(m.language, visit.language.as_deref().map(|tag| ctx.language(tag)).as_deref());
    let header = ctx.archive.header(visit);
    page.maybe(m.collection, header.and_then(|header| header.title.as_deref()));
    page.maybe(m.license, header.and_then(|header| header.license.as_deref()));
    page.fact(m.file, &ctx.archive.source_location(visit, &visit.id));
    page.fact(m.reference, visit.id.as_str());
}

fn the_rest(ctx: &PageContext<'_>, visit: &Visit, page: &mut Fields<'_, '_>) {
    let m = ctx.messages();
    page.section(
        m.places,
        visit.places.iter().map(|it| {
            format!("{}: {}", it.id.as_deref().unwrap_or("?"), super::stop::address(ctx.lang, it))
                + &own(&it.extra)
        }),
    );
    page.section(m.media, visit.media.iter().map(|it| media(ctx, visit, it)));
    let expenses = visit.expenses.iter().map(|expense| {
        let note = expense.note.as_deref().map(|note| format!(", {note}")).unwrap_or_default();
        let sources = sourced(ctx, visit, &expense.sources);
        let amount = expense.decimal().map_or_else(|| expense.amount.clone(), |it| ctx.lang.decimal(it));
        format!("{} {amount}{note}{}{sources}", expense.currency, own(&expense.extra))
    });
    let totals = Expense::totals(&visit.expenses).into_iter().filter(|_| visit.expenses.len() > 1);
    let totals =
        totals.map(|(currency, total)| format!("{}: {currency} {}", m.total, ctx.lang.decimal(total)));
    let expenses = expenses.chain(totals);
    page.section(m.expenses, expenses);
    let related = visit.related.iter().map(|related| {
        let there = ctx.archive.visit(&related.visit);
        let title = there.map_or(related.visit.as_str(), |visit| &visit.title);
        format!("{}: {title}{}", related.kind.label(ctx.lang), own(&related.extra))
    });
    page.section(m.related, related);
    page.section(m.sources, visit.sources.iter().map(|it| source(ctx, it)));
}

/// What the record says, how sure it is, and where it is known from.
fn claim(ctx: &PageContext<'_>, visit: &Visit, claim: &Claim) -> String {
    let (certainty, own) = (ctx.certainty(claim.certainty), own(&claim.extra));
    format!("{}{certainty}{own}{}", claim.text.trim_end(), sourced(ctx, visit, &claim.sources))
}

/// A value with its unit.
pub(super) fn figure(value: Option<&str>, unit: Option<&str>) -> Option<String> {
    match (value, unit) {
        (None, unit) => unit.map(str::to_owned),
        (Some(value), None) => Some(value.to_owned()),
        (Some(value), Some(unit)) => Some(format!("{value} {unit}")),
    }
}

fn sourced(ctx: &PageContext<'_>, visit: &Visit, sources: &[crate::model::SourceRef]) -> String {
    let sources = ctx.sources(visit, sources);
    if sources.is_empty() { String::new() } else { format!(" [{}]", sources.join("; ")) }
}

pub(super) fn outcome(ctx: &PageContext<'_>, visit: &Visit, outcome: &Outcome) -> String {
    let m = ctx.messages();
    let kind = outcome.kind.as_ref().map(|kind| kind.label(ctx.lang).to_owned());
    let status = outcome.status.as_ref().map(|status| status.label(ctx.lang).to_owned());
    let date = outcome.date.map(|date| date_short(ctx.lang, &date));
    let parties = outcome.parties.iter().map(|id| visit.name_of(id)).collect::<Vec<_>>().join(", ");
    let parties = (!parties.is_empty()).then_some(parties);
    let responsible: Vec<&str> = outcome.responsible.iter().map(|it| visit.name_or_text(it)).collect();
    let responsible = responsible.join(", ");
    let responsible = (!responsible.is_empty()).then(|| format!("{}: {responsible}", m.responsible));
    let due = outcome.due.map(|date| format!("{}: {}", m.due, date_short(ctx.lang, &date)));
    let value = figure(outcome.value.as_deref(), outcome.unit.as_deref());
    let stop = outcome.stop.as_ref().map(|id| visit.name_of(id).to_owned());
    let id = Some(format!("#{}", outcome.id));
    let facts: Vec<String> =
        [value, kind, status, date, parties, responsible, due, stop, id].into_iter().flatten().collect();
    let (facts, own) = (facts.join(", "), own(&outcome.extra));
    format!("{} ({facts}{own}){}", outcome.text, sourced(ctx, visit, &outcome.sources))
}

pub(super) fn media(ctx: &PageContext<'_>, visit: &Visit, media: &Media) -> String {
    let title = media.title.clone();
    let stop = media.stop.as_ref().map(|id| visit.name_of(id).to_owned());
    let id = media.id.as_ref().map(|id| format!("#{id}"));
    let (url, path) = (ctx.url(media.url.as_deref()), ctx.path(media.path.as_deref()));
    let facts = [title, url, path, media.credit.clone(), stop, media.license.clone(), id];
    let facts = facts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    format!("{}: {facts}{}", media.kind.label(ctx.lang), own(&media.extra))
}

fn note(ctx: &PageContext<'_>, visit: &Visit, note: &Note) -> String {
    let kind = note.kind.as_ref().map(|kind| format!("{}: ", kind.label(ctx.lang))).unwrap_or_default();
    let about = about(ctx, visit, &note.about);
    let own = own(&note.extra);
    format!("{kind}{}{about}{own}{}", note.text.trim_end(), sourced(ctx, visit, &note.sources))
}

/// What a note is about: names, and for statements how many.
fn about(ctx: &PageContext<'_>, visit: &Visit, ids: &[Id]) -> String {
    let (statements, others): (Vec<&Id>, Vec<&Id>) = ids.iter().partition(|id| visit.statement(id).is_some());
    let mut names: Vec<String> = others.into_iter().map(|id| visit.name_of(id).to_owned()).collect();
    if !statements.is_empty() {
        names.push(ctx.lang.counted(statements.len(), STATEMENTS));
    }
    if names.is_empty() { String::new() } else { format!(" ({})", names.join(", ")) }
}

/// The notes about a record, as a section of its page.
pub(super) fn notes_about(ctx: &PageContext<'_>, visit: &Visit, id: &Id, page: &mut Fields<'_, '_>) {
    let meant = visit.notes.iter().filter(|note| note.about.contains(id));
    page.section(ctx.messages().notes, meant.map(|it| note(ctx, visit, it)));
}

/// The notes on what is not settled: on a record, or all of them.
pub(super) fn open_notes(ctx: &PageContext<'_>, visit: &Visit, about: Option<&Id>) -> Vec<String> {
    let is_open = |it: &&Note| !matches!(it.kind, Some(NoteType::Correction | NoteType::Editorial));
    let is_meant = |it: &&Note| about.is_none_or(|id| it.about.contains(id));
    visit.notes.iter().filter(is_open).filter(is_meant).map(|it| note(ctx, visit, it)).collect()
}

fn source(ctx: &PageContext<'_>, source: &Source) -> String {
    let m = ctx.messages();
    let kind = source.kind.as_ref().map(|kind| kind.label(ctx.lang).to_owned());
    let date = source.date.map(|date| date_short(ctx.lang, &date));
    let accessed = source.accessed.map(|date| format!("{} {}", m.accessed, date_short(ctx.lang, &date)));
    let facts = [
        source.title.clone(),
        kind,
        source.author.clone(),
        source.publisher.clone(),
        date,
        ctx.url(source.url.as_deref()),
        ctx.url(source.archive_url.as_deref()),
        ctx.path(source.path.as_deref()),
        accessed,
        source.language.as_deref().map(|tag| ctx.lang.language(tag)),
        source.license.clone(),
        source.sha256.as_ref().map(|sum| format!("sha256 {sum}")),
    ];
    let facts = facts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    format!("{}: {facts}{}", source.id, own(&source.extra))
}
