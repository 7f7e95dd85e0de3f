//! What holds of a person, an organization or a place in whichever visit: the head of its page across all of them.

use super::fields::Fields;
use super::{PageContext, identifier};
use crate::model::Record;
use crate::text::TextRole;

/// Names and identifiers; what somebody was in a visit stands with that visit.
pub(super) fn page<'s, 'a>(ctx: &'s PageContext<'a>, record: Record<'_>, counted: &str) -> Fields<'s, 'a> {
    let m = ctx.messages();
    let mut page = Fields::new(ctx);
    page.text(record.label(), TextRole::Strong);
    page.text(counted, TextRole::Dim);
    match record {
        Record::Participant(_, person) => {
            page.list(m.other_names, &person.other_names);
            page.list(m.identifiers, person.identifiers.iter().map(identifier));
            page.list(m.same_as, &person.same_as);
        }
        Record::Organization(_, organization) => {
            page.list(m.other_names, &organization.other_names);
            page.maybe(
                m.address,
                organization.place.as_ref().map(|it| super::stop::address(ctx.lang, it)).as_deref(),
            );
            page.list(m.identifiers, organization.identifiers.iter().map(identifier));
        }
        Record::Stop(_, stop) => {
            page.maybe(m.short_name, stop.short_name.as_deref());
            page.list(m.other_names, &stop.other_names);
            page.list(m.address, stop.place.iter().map(|it| super::stop::address(ctx.lang, it)));
        }
        Record::Visit(_) | Record::Statement(..) => {}
    }
    page
}
