//! A visit: in a list, on its own page, as a search result.

use super::fields::Fields;
use super::{Sheet, Size, own};
use crate::lang::{ORGANIZATIONS, PARTICIPANTS, STATEMENTS, STOPS, date_short, span_short};
use crate::model::{Certainty, Claim, Expense, Id, Media, Note, NoteType, Outcome, Source, Status, Visit};
use crate::text::{Line, Role, wrap_text};

/// The date, in short, with a question mark where it was concluded; or that it is not said.
pub fn visit_date(sheet: &Sheet<'_>, visit: &Visit) -> String {
    match visit.start_date {
        Some(start) => {
            let doubt = if visit.date_certainty == Some(Certainty::Inferred) { "?" } else { "" };
            format!("{}{doubt}", span_short(sheet.lang, &start, visit.end_date.as_ref()))
        }
        None => sheet.messages().date_not_said.to_owned(),
    }
}

/// The date, the count and the title.
pub(super) fn item(sheet: &Sheet<'_>, visit: &Visit, size: Size, count: &str) -> Vec<Line> {
    let hits = (sheet.hits)(&visit.title);
    let mut head = Line::of(&visit_date(sheet, visit), Role::Dim);
    let is_usual = |status: &&Status| matches!(status, Status::Confirmed | Status::Passed);
    if let Some(status) = visit.status.as_ref().filter(|status| !is_usual(status)) {
        head.push(&format!(" ({})", status.words(sheet.lang)), Role::Warning);
    }
    let count = Line::of(count, Role::Dim);
    match size {
        Size::Compact => {
            if visit.start_date.is_none() {
                head = Line::new();
            } else {
                head.push("  ", Role::Plain);
            }
            head.push_hits(&visit.title, Role::Strong, &hits);
            vec![head.spread(&count, sheet.columns)]
        }
        Size::Full => {
            // The date is never cut for the sake of a count, which stands at the right of the title then.
            let has_room = head.width() + 1 + count.width() <= sheet.columns;
            let (at_head, room) = if has_room { (&count, 0) } else { (&Line::new(), count.width() + 1) };
            let mut lines = vec![head.spread(at_head, sheet.columns)];
            let columns = sheet.columns.saturating_sub(room).max(1);
            lines.extend(wrap_text(&visit.title, Role::Strong, &hits, columns));
            if let Some(last) = lines.last_mut().filter(|_| !has_room) {
                *last = last.spread(&count, sheet.columns);
            }
            lines
        }
    }
}

/// What a visit without statements has instead, counted: people, stops, or organizations.
pub(super) fn contents(sheet: &Sheet<'_>, visit: &Visit) -> String {
    let kinds = [
        (visit.participants.len(), PARTICIPANTS),
        (visit.itinerary.len(), STOPS),
        (visit.organizations.len(), ORGANIZATIONS),
    ];
    let first = kinds.iter().find(|(count, _)| *count > 0);
    first.map(|(count, what)| sheet.lang.counted(*count, *what)).unwrap_or_default()
}

/// The title, then the date and the kind.
pub(super) fn result(sheet: &Sheet<'_>, visit: &Visit) -> Vec<Line> {
    let mut lines = wrap_text(&visit.title, Role::Strong, &(sheet.hits)(&visit.title), sheet.columns);
    let kind =
        visit.local_term.as_deref().or(visit.classification.as_ref().map(|kind| kind.words(sheet.lang)));
    let facts = [Some(visit_date(sheet, visit)), kind.map(str::to_owned)];
    let facts = facts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let mut line = Line::new();
    line.push_hits(&facts, Role::Dim, &(sheet.hits)(&facts));
    lines.push(line.cut(sheet.columns));
    lines
}

/// Everything that is known of it; stops, people and statements have panes of their own and are counted here.
pub(super) fn detail<'s, 'a>(sheet: &'s Sheet<'a>, visit: &Visit) -> Fields<'s, 'a> {
    let m = sheet.messages();
    let mut page = Fields::new(sheet);
    page.text(&visit.title, Role::Strong);
    page.gap();
    if let Some(summary) = &visit.summary {
        page.text(&claim(sheet, visit, summary), Role::Plain).gap();
    }
    facts(sheet, visit, &mut page);
    page.section(m.objectives, visit.objectives.iter().map(|it| claim(sheet, visit, it)));
    page.section(m.outcomes, visit.outcomes.iter().map(|it| outcome(sheet, visit, it)));
    page.section(m.notes, visit.notes.iter().map(|it| note(sheet, visit, it)));
    the_rest(sheet, visit, &mut page);
    page.own([&visit.extra].into_iter().chain(sheet.archive.header(visit).map(|header| &header.extra)));
    page
}

fn facts(sheet: &Sheet<'_>, visit: &Visit, page: &mut Fields<'_, '_>) {
    let m = sheet.messages();
    page.dates((visit.start_date, visit.end_date), visit.date_certainty, visit.timezone.as_deref());
    page.maybe(m.as_printed, visit.date_text.as_deref());
    page.maybe(m.classification, visit.classification.as_ref().map(|kind| kind.words(sheet.lang)));
    page.list(m.in_other_languages, [&visit.title_en, &visit.title_id].into_iter().flatten());
    page.maybe(m.local_term, visit.local_term.as_deref());
    page.maybe(m.status, visit.status.as_ref().map(|status| status.words(sheet.lang)));
    page.maybe(m.mode, visit.mode.as_ref().map(|mode| mode.words(sheet.lang)));
    page.fact(m.topics, &visit.topics.join(", "));
    let organizations = visit.organizations.iter().map(|organization| match &organization.role {
        Some(role) => {
            let doubt = sheet.certainty(organization.role_certainty);
            format!("{} ({}){doubt}", organization.name, role.words(sheet.lang))
        }
        None => organization.name.clone(),
    });
    page.list(m.organizations, organizations);
    page.fact(m.stops_label, &visit.itinerary.len().to_string());
    page.fact(m.participants, &visit.participants.len().to_string());
    page.fact(m.statements, &visit.statements.len().to_string());
    page.maybe(m.timezone, visit.timezone.as_deref());
    page.maybe(m.language, visit.language.as_deref().map(|tag| sheet.language(tag)).as_deref());
    let header = sheet.archive.header(visit);
    page.maybe(m.collection, header.and_then(|header| header.title.as_deref()));
    page.maybe(m.license, header.and_then(|header| header.license.as_deref()));
    page.fact(m.file, &sheet.archive.place(visit, &visit.id));
    page.fact(m.reference, visit.id.as_str());
}

fn the_rest(sheet: &Sheet<'_>, visit: &Visit, page: &mut Fields<'_, '_>) {
    let m = sheet.messages();
    page.section(
        m.places,
        visit.places.iter().map(|it| {
            format!("{}: {}", it.id.as_deref().unwrap_or("?"), super::stop::address(sheet.lang, it))
                + &own(&it.extra)
        }),
    );
    page.section(m.media, visit.media.iter().map(|it| media(sheet, visit, it)));
    let expenses = visit.expenses.iter().map(|expense| {
        let note = expense.note.as_deref().map(|note| format!(", {note}")).unwrap_or_default();
        let sources = sourced(sheet, visit, &expense.sources);
        let amount = expense.decimal().map_or_else(|| expense.amount.clone(), |it| sheet.lang.decimal(it));
        format!("{} {amount}{note}{}{sources}", expense.currency, own(&expense.extra))
    });
    let totals = Expense::totals(&visit.expenses).into_iter().filter(|_| visit.expenses.len() > 1);
    let totals =
        totals.map(|(currency, total)| format!("{}: {currency} {}", m.total, sheet.lang.decimal(total)));
    let expenses = expenses.chain(totals);
    page.section(m.expenses, expenses);
    let related = visit.related.iter().map(|related| {
        let there = sheet.archive.visit(&related.visit);
        let title = there.map_or(related.visit.as_str(), |visit| &visit.title);
        format!("{}: {title}{}", related.kind.words(sheet.lang), own(&related.extra))
    });
    page.section(m.related, related);
    page.section(m.sources, visit.sources.iter().map(|it| source(sheet, it)));
}

/// What the record says, how sure it is, and where it is known from.
fn claim(sheet: &Sheet<'_>, visit: &Visit, claim: &Claim) -> String {
    let (certainty, own) = (sheet.certainty(claim.certainty), own(&claim.extra));
    format!("{}{certainty}{own}{}", claim.text.trim_end(), sourced(sheet, visit, &claim.sources))
}

/// A value with its unit.
pub(super) fn figure(value: Option<&str>, unit: Option<&str>) -> Option<String> {
    match (value, unit) {
        (None, unit) => unit.map(str::to_owned),
        (Some(value), None) => Some(value.to_owned()),
        (Some(value), Some(unit)) => Some(format!("{value} {unit}")),
    }
}

fn sourced(sheet: &Sheet<'_>, visit: &Visit, sources: &[crate::model::SourceRef]) -> String {
    let sources = sheet.sources(visit, sources);
    if sources.is_empty() { String::new() } else { format!(" [{}]", sources.join("; ")) }
}

pub(super) fn outcome(sheet: &Sheet<'_>, visit: &Visit, outcome: &Outcome) -> String {
    let m = sheet.messages();
    let kind = outcome.kind.as_ref().map(|kind| kind.words(sheet.lang).to_owned());
    let status = outcome.status.as_ref().map(|status| status.words(sheet.lang).to_owned());
    let date = outcome.date.map(|date| date_short(sheet.lang, &date));
    let parties = outcome.parties.iter().map(|id| visit.name_of(id)).collect::<Vec<_>>().join(", ");
    let parties = (!parties.is_empty()).then_some(parties);
    let responsible: Vec<&str> = outcome.responsible.iter().map(|it| visit.name_written(it)).collect();
    let responsible = responsible.join(", ");
    let responsible = (!responsible.is_empty()).then(|| format!("{}: {responsible}", m.responsible));
    let due = outcome.due.map(|date| format!("{}: {}", m.due, date_short(sheet.lang, &date)));
    let value = figure(outcome.value.as_deref(), outcome.unit.as_deref());
    let stop = outcome.stop.as_ref().map(|id| visit.name_of(id).to_owned());
    let id = Some(format!("#{}", outcome.id));
    let facts: Vec<String> =
        [value, kind, status, date, parties, responsible, due, stop, id].into_iter().flatten().collect();
    let (facts, own) = (facts.join(", "), own(&outcome.extra));
    format!("{} ({facts}{own}){}", outcome.text, sourced(sheet, visit, &outcome.sources))
}

pub(super) fn media(sheet: &Sheet<'_>, visit: &Visit, media: &Media) -> String {
    let title = media.title.clone();
    let stop = media.stop.as_ref().map(|id| visit.name_of(id).to_owned());
    let id = media.id.as_ref().map(|id| format!("#{id}"));
    let (url, path) = (sheet.url(media.url.as_deref()), sheet.path(media.path.as_deref()));
    let facts = [title, url, path, media.credit.clone(), stop, media.license.clone(), id];
    let facts = facts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    format!("{}: {facts}{}", media.kind.words(sheet.lang), own(&media.extra))
}

fn note(sheet: &Sheet<'_>, visit: &Visit, note: &Note) -> String {
    let kind = note.kind.as_ref().map(|kind| format!("{}: ", kind.words(sheet.lang))).unwrap_or_default();
    let about = about(sheet, visit, &note.about);
    let own = own(&note.extra);
    format!("{kind}{}{about}{own}{}", note.text.trim_end(), sourced(sheet, visit, &note.sources))
}

/// What a note is about: names, and for statements how many.
fn about(sheet: &Sheet<'_>, visit: &Visit, ids: &[Id]) -> String {
    let (statements, others): (Vec<&Id>, Vec<&Id>) = ids.iter().partition(|id| visit.statement(id).is_some());
    let mut names: Vec<String> = others.into_iter().map(|id| visit.name_of(id).to_owned()).collect();
    if !statements.is_empty() {
        names.push(sheet.lang.counted(statements.len(), STATEMENTS));
    }
    if names.is_empty() { String::new() } else { format!(" ({})", names.join(", ")) }
}

/// The notes about a record, as a section of its page.
pub(super) fn notes_about(sheet: &Sheet<'_>, visit: &Visit, id: &Id, page: &mut Fields<'_, '_>) {
    let meant = visit.notes.iter().filter(|note| note.about.contains(id));
    page.section(sheet.messages().notes, meant.map(|it| note(sheet, visit, it)));
}

/// The notes on what is not settled: on a record, or all of them.
pub(super) fn open_notes(sheet: &Sheet<'_>, visit: &Visit, about: Option<&Id>) -> Vec<String> {
    let is_open = |it: &&Note| !matches!(it.kind, Some(NoteType::Correction | NoteType::Editorial));
    let is_meant = |it: &&Note| about.is_none_or(|id| it.about.contains(id));
    visit.notes.iter().filter(is_open).filter(is_meant).map(|it| note(sheet, visit, it)).collect()
}

fn source(sheet: &Sheet<'_>, source: &Source) -> String {
    let m = sheet.messages();
    let kind = source.kind.as_ref().map(|kind| kind.words(sheet.lang).to_owned());
    let date = source.date.map(|date| date_short(sheet.lang, &date));
    let accessed = source.accessed.map(|date| format!("{} {}", m.accessed, date_short(sheet.lang, &date)));
    let facts = [
        source.title.clone(),
        kind,
        source.author.clone(),
        source.publisher.clone(),
        date,
        sheet.url(source.url.as_deref()),
        sheet.url(source.archive_url.as_deref()),
        sheet.path(source.path.as_deref()),
        accessed,
        source.language.as_deref().map(|tag| sheet.lang.language(tag)),
        source.license.clone(),
        source.sha256.as_ref().map(|sum| format!("sha256 {sum}")),
    ];
    let facts = facts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    format!("{}: {facts}{}", source.id, own(&source.extra))
}
