//! A participant: in a list, on its own page, as a search result.

use super::builder::PageBuilder;
use super::context::{PageContext, Size};
use crate::lang::{date_short, span_short};
use crate::model::{Participant, ParticipantType, Post, Record, Side, Visit};
use crate::text::{Line, TextRole};

/// The name with a count, and the post below it.
pub(super) fn item(
    ctx: &PageContext<'_>,
    visit: &Visit,
    participant: &Participant,
    size: Size,
    count: &str,
) -> Vec<Line> {
    let m = ctx.messages();
    let named = participant.name.is_some();
    let label = visit.label(participant);
    let mut name = Line::new();
    name.push_highlighted(
        label,
        if named { TextRole::Strong } else { TextRole::Plain },
        &(ctx.highlights)(label),
    );
    if let Some(people) = participant.count {
        name.push(&format!(" ({})", ctx.lang.people(people)), TextRole::Dim);
    }
    let post = visit.post_of(participant).filter(|_| named);
    let post = post.as_deref();
    if let (Size::Compact, Some(post)) = (size, post) {
        name.push("  ", TextRole::Plain);
        name.push(post, TextRole::Dim);
    }
    if size == Size::Compact && ctx.mixed_visits && visit.agent(participant).is_of_one_visit() {
        name.push(&format!("  {}", visit.title), TextRole::Dim);
    }
    let group = participant.kind == Some(ParticipantType::Group);
    let nameless = (!named && !group).then_some(m.name_not_stated);
    super::context::list_item(ctx, (&name, count), size, [post.or(nameless)])
}

/// The heading above the `count` participants or organizations of one side of a visit.
pub fn side_heading(ctx: &PageContext<'_>, side: Option<Side>, count: usize) -> &'static str {
    let m = ctx.messages();
    match (side, count) {
        (Some(Side::Visitor), _) => m.delegation,
        (Some(Side::Host), 1) => m.host,
        (Some(Side::Host), _) => m.hosts,
        (Some(Side::ThirdParty), 1) => m.third_party,
        (Some(Side::ThirdParty), _) => m.third_parties,
        (None, _) => m.side_not_stated,
    }
}

/// The same heading with the sign and the colour of the side.
pub fn side_line(ctx: &PageContext<'_>, side: Option<Side>, count: usize) -> Line {
    let (sign, role) = match side {
        Some(Side::Visitor) => ("→ ", TextRole::Visitor),
        Some(Side::Host) => ("⌂ ", TextRole::Host),
        Some(Side::ThirdParty) | None => ("", TextRole::Heading),
    };
    Line::of(sign, role).with(side_heading(ctx, side, count), role)
}

/// The name, then the post and the visit.
pub(super) fn result(ctx: &PageContext<'_>, visit: &Visit, participant: &Participant) -> Vec<Line> {
    let label = visit.label(participant);
    let mut name = Line::new();
    name.push_highlighted(label, TextRole::Strong, &(ctx.highlights)(label));
    let post = visit.post_of(participant).filter(|_| participant.name.is_some()).unwrap_or_default();
    vec![name.cut(ctx.columns), ctx.belongs_to(visit, &post)]
}

/// The detail page.
pub(super) fn detail<'s, 'a>(
    ctx: &'s PageContext<'a>,
    visit: &Visit,
    participant: &Participant,
) -> PageBuilder<'s, 'a> {
    let m = ctx.messages();
    let mut page = PageBuilder::new(ctx);
    page.text(visit.label(participant), TextRole::Strong);
    if participant.name.is_none() && participant.kind != Some(ParticipantType::Group) {
        page.text(m.name_not_stated, TextRole::Warning);
    }
    page.gap();
    page.list(m.other_names, &participant.other_names);
    page.list(m.in_other_languages, [&participant.name_en, &participant.name_id].into_iter().flatten());
    page.list(m.post, participant.post.iter().map(|it| post(ctx, visit, it)));
    page.list(m.post_in_other_languages, [&participant.post_en, &participant.post_id].into_iter().flatten());
    page.list(m.organization, participant.organizations().map(|id| ctx.name_of(visit, id)));
    page.maybe(m.kind, participant.kind.as_ref().map(|kind| kind.label(ctx.lang)));
    page.maybe(m.side, participant.side.map(|side| side.label(ctx.lang)));
    let role = participant.role.as_ref().map(|role| role.label(ctx.lang));
    page.maybe(
        m.role,
        role.map(|it| format!("{it}{}", ctx.certainty(participant.role_certainty))).as_deref(),
    );
    page.list(m.source, ctx.sources(visit, &participant.role_sources));
    page.maybe(m.how_many, participant.count.map(|count| ctx.lang.people(count)).as_deref());
    if participant.attendance.is_empty() {
        page.fact_as(m.attendance, m.not_stated, TextRole::Warning);
    }
    let stops = participant.attendance.iter().map(|attendance| {
        let stop = ctx.name_of(visit, &attendance.stop);
        let status = attendance.status().map(|it| format!(" ({})", it.label(ctx.lang))).unwrap_or_default();
        format!(
            "{stop}{status}{}{}",
            ctx.certainty(attendance.certainty()),
            super::context::extra_suffix(&attendance.extra)
        )
    });
    page.list(m.attendance, stops);
    page.fact(m.statements, &ctx.in_this_visit(visit.statements_by(&participant.id)));
    let identifiers = participant.identifiers.iter();
    page.list(m.identifiers, identifiers.map(super::context::identifier));
    page.list(m.same_as, participant.same_as.iter().filter_map(|url| ctx.url(Some(url))));
    page.gap();
    page.list(m.source, ctx.sources(visit, &participant.sources));
    page.fact(m.file, &ctx.archive.source_location(visit, &participant.id));
    page.fact(m.reference, &Record::Participant(visit, participant).reference());
    super::details::notes_about(ctx, visit, &participant.id, &mut page);
    page.extra_fields([&participant.extra]);
    page
}

/// A post with its title in other languages, its organization and the period in which it was held.
fn post(ctx: &PageContext<'_>, visit: &Visit, post: &Post) -> String {
    let titles = [&post.title_en, &post.title_id].into_iter().flatten().cloned();
    let organization = post.organization.as_ref().map(|id| ctx.name_of(visit, id).to_owned());
    let held = match (&post.start_date, &post.end_date) {
        (None, None) => None,
        (Some(start), end) => Some(span_short(ctx.lang, start, end.as_ref())),
        (None, Some(end)) => Some(format!("{} {}", ctx.messages().until, date_short(ctx.lang, end))),
    };
    let facts: Vec<String> = titles.chain(organization).chain(held).collect();
    let facts = if facts.is_empty() { String::new() } else { format!(" ({})", facts.join(", ")) };
    format!("{}{facts}{}", post.title, super::context::extra_suffix(&post.extra))
}
