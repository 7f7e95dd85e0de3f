//! An organization: in a list, on its own page, as a search result.

use super::builder::PageBuilder;
use super::context::{PageContext, Size};
use crate::model::{Organization, Record, Visit};
use crate::text::{Line, TextRole};

/// The name with a count, and the role in the visit below it.
pub(super) fn item(ctx: &PageContext<'_>, organization: &Organization, size: Size, count: &str) -> Vec<Line> {
    let mut name = Line::new();
    name.push_highlighted(&organization.name, TextRole::Strong, &(ctx.highlights)(&organization.name));
    super::context::list_item(
        ctx,
        (&name, count),
        size,
        [organization.role.as_ref().map(|role| role.label(ctx.lang))],
    )
}

/// The name, then the role in the visit.
pub(super) fn result(ctx: &PageContext<'_>, visit: &Visit, organization: &Organization) -> Vec<Line> {
    let mut name = Line::new();
    name.push_highlighted(&organization.name, TextRole::Strong, &(ctx.highlights)(&organization.name));
    for other in &organization.other_names {
        name.push(" · ", TextRole::Dim);
        name.push_highlighted(other, TextRole::Plain, &(ctx.highlights)(other));
    }
    let role = organization.role.as_ref().map(|role| role.label(ctx.lang)).unwrap_or_default();
    vec![name.cut(ctx.columns), ctx.belongs_to(visit, role)]
}

/// The detail page.
pub(super) fn detail<'s, 'a>(
    ctx: &'s PageContext<'a>,
    visit: &Visit,
    organization: &Organization,
) -> PageBuilder<'s, 'a> {
    let m = ctx.messages();
    let mut page = PageBuilder::new(ctx);
    page.text(&organization.name, TextRole::Strong);
    page.gap();
    page.list(m.in_other_languages, [&organization.name_en, &organization.name_id].into_iter().flatten());
    page.list(m.other_names, &organization.other_names);
    page.maybe(
        m.classification,
        organization.classification.as_deref().map(|term| ctx.lang.classification(term)).as_deref(),
    );
    let role = organization.role.as_ref().map(|role| role.label(ctx.lang));
    page.maybe(
        m.role,
        role.map(|it| format!("{it}{}", ctx.certainty(organization.role_certainty))).as_deref(),
    );
    page.list(m.source, ctx.sources(visit, &organization.role_sources));
    page.maybe(m.parent, organization.parent.as_ref().map(|id| ctx.name_of(visit, id)));
    if let Some(place) = &organization.place {
        super::place::facts(ctx, place, &mut page);
    }
    let members = visit.participants.iter().filter(|participant| participant.is_of(&organization.id));
    page.list(m.participants, members.map(|participant| ctx.name_of(visit, &participant.id)));
    page.fact(m.statements, &ctx.in_this_visit(visit.statements_from(&organization.id)));
    page.list(m.identifiers, organization.identifiers.iter().map(super::context::identifier));
    page.list(m.same_as, organization.same_as.iter().filter_map(|url| ctx.url(Some(url))));
    page.gap();
    page.fact(m.file, &ctx.archive.source_location(visit, &organization.id));
    page.fact(m.reference, &Record::Organization(visit, organization).reference());
    super::details::notes_about(ctx, visit, &organization.id, &mut page);
    page.extra_fields(
        [&organization.extra].into_iter().chain(organization.place.iter().flat_map(super::place::extra)),
    );
    page
}
