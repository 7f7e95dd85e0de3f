//! An organization: in a list, on its own page, as a search result.

use super::fields::Fields;
use super::{PageContext, Size};
use crate::model::{Organization, Record, Visit};
use crate::text::{Line, TextRole};

/// The name and its count; below, its part in the visit.
pub(super) fn item(ctx: &PageContext<'_>, organization: &Organization, size: Size, count: &str) -> Vec<Line> {
    let mut name = Line::new();
    name.push_hits(&organization.name, TextRole::Strong, &(ctx.hits)(&organization.name));
    super::entry(ctx, (&name, count), size, [organization.role.as_ref().map(|role| role.label(ctx.lang))])
}

/// The name, then its part in the visit.
pub(super) fn result(ctx: &PageContext<'_>, visit: &Visit, organization: &Organization) -> Vec<Line> {
    let mut name = Line::new();
    name.push_hits(&organization.name, TextRole::Strong, &(ctx.hits)(&organization.name));
    for other in &organization.other_names {
        name.push(" · ", TextRole::Dim);
        name.push_hits(other, TextRole::Plain, &(ctx.hits)(other));
    }
    let role = organization.role.as_ref().map(|role| role.label(ctx.lang)).unwrap_or_default();
    vec![name.cut(ctx.columns), ctx.belongs_to(visit, role)]
}

/// Everything that is known of it.
pub(super) fn detail<'s, 'a>(
    ctx: &'s PageContext<'a>,
    visit: &Visit,
    organization: &Organization,
) -> Fields<'s, 'a> {
    let m = ctx.messages();
    let mut page = Fields::new(ctx);
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
    page.maybe(m.parent, organization.parent.as_ref().map(|id| visit.name_of(id)));
    if let Some(place) = &organization.place {
        super::stop::place(ctx, place, &mut page);
    }
    let members = visit.participants.iter().filter(|participant| participant.is_of(&organization.id));
    page.list(m.participants, members.map(|participant| visit.label(participant)));
    page.fact(m.statements, &ctx.in_this_visit(visit.statements_from(&organization.id)));
    page.list(m.identifiers, organization.identifiers.iter().map(super::identifier));
    page.list(m.same_as, organization.same_as.iter().filter_map(|url| ctx.url(Some(url))));
    page.gap();
    page.fact(m.file, &ctx.archive.source_location(visit, &organization.id));
    page.fact(m.reference, &Record::Organization(visit, organization).reference());
    super::visit::notes_about(ctx, visit, &organization.id, &mut page);
    page.own(
        [&organization.extra]
            .into_iter()
            .chain(organization.place.iter().flat_map(super::stop::own_of_place)),
    );
    page
}
