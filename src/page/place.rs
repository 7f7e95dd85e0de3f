//! A place: its address, its coordinates and its custom fields.

use super::builder::PageBuilder;
use super::context::PageContext;
use crate::lang::Lang;
use crate::model::{Coordinates, Extra, Place};

pub(super) fn address(lang: Lang, place: &Place) -> String {
    let parts = [&place.name, &place.address, &place.locality, &place.region].into_iter().flatten();
    let country = place.country.as_deref().map(|country| lang.country(country));
    parts.map(String::as_str).chain(country).collect::<Vec<_>>().join(", ")
}

/// Adds the address, the id and the coordinates of a place to a page.
pub(super) fn facts(ctx: &PageContext<'_>, place: &Place, page: &mut PageBuilder<'_, '_>) {
    let m = ctx.messages();
    page.fact(m.address, &address(ctx.lang, place));
    page.maybe(m.place_id, place.id.as_deref());
    page.maybe(m.coordinates, place.coordinates.as_ref().map(degrees).as_deref());
}

/// The custom fields of a place and of its coordinates.
pub(super) fn extra(place: &Place) -> impl Iterator<Item = &Extra> {
    std::iter::once(&place.extra).chain(place.coordinates.as_ref().map(|it| &it.extra))
}

fn degrees(at: &Coordinates) -> String {
    let within = at.precision_m.map(|metres| format!(" (±{metres} m)")).unwrap_or_default();
    let source = at.source.as_deref().map(|source| format!("; {source}")).unwrap_or_default();
    format!("{}, {}{within}{source}", at.latitude, at.longitude)
}
