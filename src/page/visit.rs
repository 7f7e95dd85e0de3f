//! A visit: in a list, on its own page, as a search result.

use std::collections::HashSet;

use super::builder::PageBuilder;
use super::context::{PageContext, Size, extra_suffix, unusual_status, visit_date};
use super::details;
use crate::lang::{ORGANIZATIONS, PARTICIPANTS, STOPS};
use crate::model::{Expense, Side, Visit};
use crate::text::{Line, TextRole, wrap_text};

/// The title with a count, and below it the date, and who visited whom.
pub(super) fn item(ctx: &PageContext<'_>, visit: &Visit, size: Size, count: &str) -> Vec<Line> {
    let count = Line::of(count, TextRole::Dim);
    let mut title = Line::new();
    title.push_highlighted(&visit.title, TextRole::Strong, &(ctx.highlights)(&visit.title));
    let mut facts = Line::new();
    if visit.start_date.is_some() || size == Size::Full {
        let date = visit_date(ctx.lang, visit);
        facts.push_highlighted(&date, TextRole::Dim, &(ctx.highlights)(&date));
    }
    let status = unusual_status(ctx.lang, visit);
    if !status.is_empty() {
        facts.push(&status, TextRole::Warning);
    }
    if size == Size::Compact {
        let line = if facts.width() == 0 { title } else { facts.with("  ", TextRole::Plain).joined(&title) };
        return vec![line.spread(&count, ctx.columns)];
    }
    if let Some(parties) = parties(visit) {
        facts.push(" · ", TextRole::Dim);
        facts.append(&parties);
    }
    let indent = Line::of("  ", TextRole::Plain);
    vec![title.spread(&count, ctx.columns), indent.joined(&facts).cut(ctx.columns)]
}

/// The cities or organizations that visited and hosted: `Kota A → Kota B`; none if neither is known.
fn parties(visit: &Visit) -> Option<Line> {
    let names = |side| {
        let organizations = visit.organizations_of(side);
        let cities = organizations.iter().filter_map(|it| visit.city_of(it)?.names().next());
        let mut names: Vec<String> = cities.collect();
        // An organization of no known city is named only where no city is.
        if names.is_empty() {
            names.extend(organizations.iter().map(|it| it.name.clone()));
        }
        let mut seen = HashSet::new();
        names.retain(|name| seen.insert(name.clone()));
        names.join(", ")
    };
    let (visitors, hosts) = (names(Side::Visitor), names(Side::Host));
    if visitors.is_empty() && hosts.is_empty() {
        return None;
    }
    let mut line = Line::of(&visitors, TextRole::Visitor);
    line.push(if visitors.is_empty() { "→ " } else { " → " }, TextRole::Dim);
    line.push(&hosts, TextRole::Host);
    Some(line)
}

/// For a visit without statements, the number of its participants, stops or organizations, whichever comes first.
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
    let mut lines = wrap_text(&visit.title, TextRole::Strong, &(ctx.highlights)(&visit.title), ctx.columns);
    let kind = visit.local_term.as_deref().or(visit.classification.as_ref().map(|kind| kind.label(ctx.lang)));
    let facts = [Some(visit_date(ctx.lang, visit)), kind.map(str::to_owned)];
    let facts = facts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let mut line = Line::new();
    line.push_highlighted(&facts, TextRole::Dim, &(ctx.highlights)(&facts));
    lines.push(line.cut(ctx.columns));
    lines
}

/// The detail page. Stops, participants and statements are only counted, since they have panes of their own.
pub(super) fn detail<'s, 'a>(ctx: &'s PageContext<'a>, visit: &Visit) -> PageBuilder<'s, 'a> {
    let m = ctx.messages();
    let mut page = PageBuilder::new(ctx);
    page.text(&visit.title, TextRole::Strong);
    page.gap();
    if let Some(summary) = &visit.summary {
        page.text(&details::claim(ctx, visit, summary), TextRole::Plain).gap();
    }
    facts(ctx, visit, &mut page);
    page.section(m.objectives, visit.objectives.iter().map(|it| details::claim(ctx, visit, it)));
    page.section(m.outcomes, visit.outcomes.iter().map(|it| details::outcome(ctx, visit, it)));
    page.section(m.notes, visit.notes.iter().map(|it| details::note(ctx, visit, it)));
    other_sections(ctx, visit, &mut page);
    page.extra_fields(
        [&visit.extra].into_iter().chain(ctx.archive.header(visit).map(|header| &header.extra)),
    );
    page
}

fn facts(ctx: &PageContext<'_>, visit: &Visit, page: &mut PageBuilder<'_, '_>) {
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
            format!("{} ({}){doubt}", ctx.name_of(visit, &organization.id), role.label(ctx.lang))
        }
        None => ctx.name_of(visit, &organization.id).to_owned(),
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

fn other_sections(ctx: &PageContext<'_>, visit: &Visit, page: &mut PageBuilder<'_, '_>) {
    let m = ctx.messages();
    page.section(
        m.places,
        visit.places.iter().map(|it| {
            format!("{}: {}", it.id.as_deref().unwrap_or("?"), super::place::address(ctx.lang, it))
                + &extra_suffix(&it.extra)
        }),
    );
    page.section(m.media, visit.media.iter().map(|it| details::media(ctx, visit, it)));
    let expenses = visit.expenses.iter().map(|expense| {
        let note = expense.note.as_deref().map(|note| format!(", {note}")).unwrap_or_default();
        let sources = details::source_suffix(ctx, visit, &expense.sources);
        let amount = expense.decimal().map_or_else(|| expense.amount.clone(), |it| ctx.lang.decimal(it));
        format!("{} {amount}{note}{}{sources}", expense.currency, extra_suffix(&expense.extra))
    });
    let totals = Expense::totals(&visit.expenses).into_iter().filter(|_| visit.expenses.len() > 1);
    let totals = totals.map(|(currency, total)| {
        let is_left_out = |it: &&Expense| it.currency == currency && it.decimal().is_none();
        let left_out = visit.expenses.iter().filter(is_left_out).count();
        let total = format!("{}: {currency} {}", m.total, ctx.lang.decimal(total));
        if left_out == 0 { total } else { format!("{total} ({})", ctx.lang.amounts_left_out(left_out)) }
    });
    let expenses = expenses.chain(totals);
    page.section(m.expenses, expenses);
    let related = visit.related.iter().map(|related| {
        let there = ctx.archive.visit(&related.visit);
        let title = there.map_or(related.visit.as_str(), |visit| &visit.title);
        format!("{}: {title}{}", related.kind.label(ctx.lang), extra_suffix(&related.extra))
    });
    page.section(m.related, related);
    page.section(m.sources, visit.sources.iter().map(|it| details::source(ctx, it)));
}
