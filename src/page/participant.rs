//! A participant: in a list, on its own page, as a search result.

use super::fields::Fields;
use super::{Sheet, Size};
use crate::lang::{date_short, span_short};
use crate::model::{Participant, ParticipantType, Post, Record, Side, Visit};
use crate::text::{Line, Role};

/// The name and its count; below, the post.
pub(super) fn item(
    sheet: &Sheet<'_>,
    visit: &Visit,
    participant: &Participant,
    size: Size,
    count: &str,
) -> Vec<Line> {
    let m = sheet.messages();
    let named = participant.name.is_some();
    let label = visit.label(participant);
    let mut name = Line::new();
    name.push_hits(label, if named { Role::Strong } else { Role::Plain }, &(sheet.hits)(label));
    if let Some(people) = participant.count {
        name.push(&format!(" ({})", sheet.lang.people(people)), Role::Dim);
    }
    let post = visit.post_of(participant).filter(|_| named);
    let post = post.as_deref();
    if let (Size::Compact, Some(post)) = (size, post) {
        name.push("  ", Role::Plain);
        name.push(post, Role::Dim);
    }
    if size == Size::Compact && sheet.across && visit.agent(participant).is_of_one_visit() {
        name.push(&format!("  {}", visit.title), Role::Dim);
    }
    let group = participant.kind == Some(ParticipantType::Group);
    let nameless = (!named && !group).then_some(m.name_not_said);
    super::entry(sheet, (&name, count), size, [post.or(nameless)])
}

/// The heading over one side of the visit.
pub fn side_heading(sheet: &Sheet<'_>, side: Option<Side>) -> &'static str {
    let m = sheet.messages();
    match side {
        Some(Side::Visitor) => m.delegation,
        Some(Side::Host) => m.hosts,
        Some(Side::ThirdParty) => m.others,
        None => m.side_not_said,
    }
}

/// The name, then the post and the visit.
pub(super) fn result(sheet: &Sheet<'_>, visit: &Visit, participant: &Participant) -> Vec<Line> {
    let label = visit.label(participant);
    let mut name = Line::new();
    name.push_hits(label, Role::Strong, &(sheet.hits)(label));
    let post = visit.post_of(participant).filter(|_| participant.name.is_some()).unwrap_or_default();
    vec![name.cut(sheet.columns), sheet.belongs_to(visit, &post)]
}

/// Everything that is known of them.
pub(super) fn detail<'s, 'a>(
    sheet: &'s Sheet<'a>,
    visit: &Visit,
    participant: &Participant,
) -> Fields<'s, 'a> {
    let m = sheet.messages();
    let mut page = Fields::new(sheet);
    page.text(visit.label(participant), Role::Strong);
    if participant.name.is_none() && participant.kind != Some(ParticipantType::Group) {
        page.text(m.name_not_said, Role::Warning);
    }
    page.gap();
    page.list(m.other_names, &participant.other_names);
    page.list(m.in_other_languages, [&participant.name_en, &participant.name_id].into_iter().flatten());
    page.list(m.post, participant.post.iter().map(|it| post(sheet, visit, it)));
    page.list(m.post_in_other_languages, [&participant.post_en, &participant.post_id].into_iter().flatten());
    page.list(m.organization, participant.organizations().map(|id| visit.name_of(id)));
    page.maybe(m.kind, participant.kind.as_ref().map(|kind| kind.words(sheet.lang)));
    page.maybe(m.side, participant.side.map(|side| side.words(sheet.lang)));
    let role = participant.role.as_ref().map(|role| role.words(sheet.lang));
    page.maybe(
        m.role,
        role.map(|it| format!("{it}{}", sheet.certainty(participant.role_certainty))).as_deref(),
    );
    page.list(m.source, sheet.sources(visit, &participant.role_sources));
    page.maybe(m.how_many, participant.count.map(|count| sheet.lang.people(count)).as_deref());
    if participant.attendance.is_empty() {
        page.fact_as(m.attendance, m.not_said, Role::Warning);
    }
    let stops = participant.attendance.iter().map(|attendance| {
        let stop = visit.name_of(&attendance.stop);
        let status =
            attendance.status.as_ref().map(|it| format!(" ({})", it.words(sheet.lang))).unwrap_or_default();
        format!("{stop}{status}{}{}", sheet.certainty(attendance.certainty), super::own(&attendance.extra))
    });
    page.list(m.attendance, stops);
    page.fact(m.statements, &sheet.in_this_visit(visit.statements_by(&participant.id)));
    let identifiers = participant.identifiers.iter();
    page.list(m.identifiers, identifiers.map(super::identifier));
    page.list(m.same_as, participant.same_as.iter().filter_map(|url| sheet.url(Some(url))));
    page.gap();
    page.list(m.source, sheet.sources(visit, &participant.sources));
    page.fact(m.file, &sheet.archive.place(visit, &participant.id));
    page.fact(m.reference, &Record::Participant(visit, participant).reference());
    super::visit::notes_about(sheet, visit, &participant.id, &mut page);
    page.own([&participant.extra]);
    page
}

/// A post with its title in other languages, its organization, and from when to when it was held.
fn post(sheet: &Sheet<'_>, visit: &Visit, post: &Post) -> String {
    let titles = [&post.title_en, &post.title_id].into_iter().flatten().cloned();
    let organization = post.organization.as_ref().map(|id| visit.name_of(id).to_owned());
    let held = match (&post.start_date, &post.end_date) {
        (None, None) => None,
        (Some(start), end) => Some(span_short(sheet.lang, start, end.as_ref())),
        (None, Some(end)) => Some(format!("{} {}", sheet.messages().until, date_short(sheet.lang, end))),
    };
    let facts: Vec<String> = titles.chain(organization).chain(held).collect();
    let facts = if facts.is_empty() { String::new() } else { format!(" ({})", facts.join(", ")) };
    format!("{}{facts}{}", post.title, super::own(&post.extra))
}
