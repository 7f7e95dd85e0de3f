//! An organization: in a list, on its own page, as a search result.

use super::fields::Fields;
use super::{Sheet, Size};
use crate::model::{Organization, Record, Visit};
use crate::text::{Line, Role};

/// The name and its count; below, its part in the visit.
pub(super) fn item(sheet: &Sheet<'_>, organization: &Organization, size: Size, count: &str) -> Vec<Line> {
    let mut name = Line::new();
    name.push_hits(&organization.name, Role::Strong, &(sheet.hits)(&organization.name));
    super::entry(sheet, (&name, count), size, [organization.role.as_ref().map(|role| role.words(sheet.lang))])
}

/// The name, then its part in the visit.
pub(super) fn result(sheet: &Sheet<'_>, visit: &Visit, organization: &Organization) -> Vec<Line> {
    let mut name = Line::new();
    name.push_hits(&organization.name, Role::Strong, &(sheet.hits)(&organization.name));
    for other in &organization.other_names {
        name.push(" · ", Role::Dim);
        name.push_hits(other, Role::Plain, &(sheet.hits)(other));
    }
    let role = organization.role.as_ref().map(|role| role.words(sheet.lang)).unwrap_or_default();
    vec![name.cut(sheet.columns), sheet.belongs_to(visit, role)]
}

/// Everything that is known of it.
pub(super) fn detail<'s, 'a>(
    sheet: &'s Sheet<'a>,
    visit: &Visit,
    organization: &Organization,
) -> Fields<'s, 'a> {
    let m = sheet.messages();
    let mut page = Fields::new(sheet);
    page.text(&organization.name, Role::Strong);
    page.gap();
    page.list(m.in_other_languages, [&organization.name_en, &organization.name_id].into_iter().flatten());
    page.list(m.other_names, &organization.other_names);
    page.maybe(
        m.classification,
        organization.classification.as_deref().map(|term| sheet.lang.classification(term)).as_deref(),
    );
    let role = organization.role.as_ref().map(|role| role.words(sheet.lang));
    page.maybe(
        m.role,
        role.map(|it| format!("{it}{}", sheet.certainty(organization.role_certainty))).as_deref(),
    );
    page.list(m.source, sheet.sources(visit, &organization.role_sources));
    page.maybe(m.parent, organization.parent.as_ref().map(|id| visit.name_of(id)));
    if let Some(place) = &organization.place {
        super::stop::place(sheet, place, &mut page);
    }
    let members = visit.participants.iter().filter(|participant| participant.is_of(&organization.id));
    page.list(m.participants, members.map(|participant| visit.label(participant)));
    page.fact(m.statements, &sheet.in_this_visit(visit.statements_from(&organization.id)));
    page.list(m.identifiers, organization.identifiers.iter().map(super::identifier));
    page.list(m.same_as, organization.same_as.iter().filter_map(|url| sheet.url(Some(url))));
    page.gap();
    page.fact(m.file, &sheet.archive.place(visit, &organization.id));
    page.fact(m.reference, &Record::Organization(visit, organization).reference());
    super::visit::notes_about(sheet, visit, &organization.id, &mut page);
    page.own(
        [&organization.extra]
            .into_iter()
            .chain(organization.place.iter().flat_map(super::stop::own_of_place)),
    );
    page
}
