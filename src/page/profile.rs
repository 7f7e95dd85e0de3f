//! What holds of a person, an organization or a place in whichever visit: the head of its page across all of them.

use super::fields::Fields;
use super::{Sheet, identifier};
use crate::model::Record;
use crate::text::Role;

/// Names and identifiers; what somebody was in a visit stands with that visit.
pub(super) fn page<'s, 'a>(sheet: &'s Sheet<'a>, record: Record<'_>, counted: &str) -> Fields<'s, 'a> {
    let m = sheet.messages();
    let mut page = Fields::new(sheet);
    page.text(record.label(), Role::Strong);
    page.text(counted, Role::Dim);
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
                organization.place.as_ref().map(|it| super::stop::address(sheet.lang, it)).as_deref(),
            );
            page.list(m.identifiers, organization.identifiers.iter().map(identifier));
        }
        Record::Stop(_, stop) => {
            page.maybe(m.short_name, stop.short_name.as_deref());
            page.list(m.other_names, &stop.other_names);
            page.list(m.address, stop.place.iter().map(|it| super::stop::address(sheet.lang, it)));
        }
        Record::Visit(_) | Record::Statement(..) => {}
    }
    page
}
