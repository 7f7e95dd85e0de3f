//! Records without a page of their own, each in one line: outcomes, media, notes, claims and sources.

use super::builder::PageBuilder;
use super::context::{PageContext, extra_suffix};
use crate::lang::{STATEMENTS, date_short};
use crate::model::{Claim, Id, Media, Note, NoteType, Outcome, Source, SourceRef, Visit};

/// A claim with its certainty, custom fields and sources.
pub(super) fn claim(ctx: &PageContext<'_>, visit: &Visit, claim: &Claim) -> String {
    let (certainty, own) = (ctx.certainty(claim.certainty), extra_suffix(&claim.extra));
    format!("{}{certainty}{own}{}", claim.text.trim_end(), source_suffix(ctx, visit, &claim.sources))
}

/// A value and its unit, separated by a space.
pub(super) fn figure(value: Option<&str>, unit: Option<&str>) -> Option<String> {
    match (value, unit) {
        (None, unit) => unit.map(str::to_owned),
        (Some(value), None) => Some(value.to_owned()),
        (Some(value), Some(unit)) => Some(format!("{value} {unit}")),
    }
}

pub(super) fn source_suffix(ctx: &PageContext<'_>, visit: &Visit, sources: &[SourceRef]) -> String {
    let sources = ctx.sources(visit, sources);
    if sources.is_empty() { String::new() } else { format!(" [{}]", sources.join("; ")) }
}

pub(super) fn outcome(ctx: &PageContext<'_>, visit: &Visit, outcome: &Outcome) -> String {
    let m = ctx.messages();
    let kind = outcome.kind.as_ref().map(|kind| kind.label(ctx.lang).to_owned());
    let status = outcome.status.as_ref().map(|status| status.label(ctx.lang).to_owned());
    let date = outcome.date.map(|date| date_short(ctx.lang, &date));
    let parties = outcome.parties.iter().map(|id| ctx.name_of(visit, id)).collect::<Vec<_>>().join(", ");
    let parties = (!parties.is_empty()).then_some(parties);
    let responsible: Vec<&str> = outcome.responsible.iter().map(|it| ctx.name_or_text(visit, it)).collect();
    let responsible = responsible.join(", ");
    let responsible = (!responsible.is_empty()).then(|| format!("{}: {responsible}", m.responsible));
    let due = outcome.due.map(|date| format!("{}: {}", m.due, date_short(ctx.lang, &date)));
    let value = figure(outcome.value.as_deref(), outcome.unit.as_deref());
    let stop = outcome.stop.as_ref().map(|id| ctx.name_of(visit, id).to_owned());
    let id = Some(format!("#{}", outcome.id));
    let facts: Vec<String> =
        [value, kind, status, date, parties, responsible, due, stop, id].into_iter().flatten().collect();
    let (facts, own) = (facts.join(", "), extra_suffix(&outcome.extra));
    format!("{} ({facts}{own}){}", outcome.text, source_suffix(ctx, visit, &outcome.sources))
}

pub(super) fn media(ctx: &PageContext<'_>, visit: &Visit, media: &Media) -> String {
    let title = media.title.clone();
    let stop = media.stop.as_ref().map(|id| ctx.name_of(visit, id).to_owned());
    let id = media.id.as_ref().map(|id| format!("#{id}"));
    let (url, path) = (ctx.url(media.url.as_deref()), ctx.path(media.path.as_deref()));
    let facts = [title, url, path, media.credit.clone(), stop, media.license.clone(), id];
    let facts = facts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    format!("{}: {facts}{}", media.kind.label(ctx.lang), extra_suffix(&media.extra))
}

pub(super) fn note(ctx: &PageContext<'_>, visit: &Visit, note: &Note) -> String {
    let kind = note.kind.as_ref().map(|kind| format!("{}: ", kind.label(ctx.lang))).unwrap_or_default();
    let about = about(ctx, visit, &note.about);
    let own = extra_suffix(&note.extra);
    format!("{kind}{}{about}{own}{}", note.text.trim_end(), source_suffix(ctx, visit, &note.sources))
}

/// The subjects of a note in parentheses: names of records, and the number of statements.
fn about(ctx: &PageContext<'_>, visit: &Visit, ids: &[Id]) -> String {
    let (statements, others): (Vec<&Id>, Vec<&Id>) = ids.iter().partition(|id| visit.statement(id).is_some());
    let mut names: Vec<String> = others.into_iter().map(|id| ctx.name_of(visit, id).to_owned()).collect();
    if !statements.is_empty() {
        names.push(ctx.lang.counted(statements.len(), STATEMENTS));
    }
    if names.is_empty() { String::new() } else { format!(" ({})", names.join(", ")) }
}

/// Adds the section of notes about a record to its page.
pub(super) fn notes_about(ctx: &PageContext<'_>, visit: &Visit, id: &Id, page: &mut PageBuilder<'_, '_>) {
    let relevant = visit.notes.iter().filter(|note| note.about.contains(id));
    page.section(ctx.messages().notes, relevant.map(|it| note(ctx, visit, it)));
}

/// The notes on open questions, about one record or about anything in the visit.
pub(super) fn open_notes(ctx: &PageContext<'_>, visit: &Visit, about: Option<&Id>) -> Vec<String> {
    let is_open = |it: &&Note| !matches!(it.kind, Some(NoteType::Correction | NoteType::Editorial));
    let is_meant = |it: &&Note| about.is_none_or(|id| it.about.contains(id));
    visit.notes.iter().filter(is_open).filter(is_meant).map(|it| note(ctx, visit, it)).collect()
}

pub(super) fn source(ctx: &PageContext<'_>, source: &Source) -> String {
    let m = ctx.messages();
    let kind = source.kind.as_ref().map(|kind| kind.label(ctx.lang).to_owned());
    let date = source.date.map(|date| date_short(ctx.lang, &date));
    let accessed = source.accessed.map(|date| format!("{} {}", m.accessed, date_short(ctx.lang, &date)));
    let facts = [
        source.title.clone(),
        kind,
        source.author.clone(),
        source.publisher.clone(),
        date,
        ctx.url(source.url.as_deref()),
        ctx.url(source.archive_url.as_deref()),
        ctx.path(source.path.as_deref()),
        accessed,
        source.language.as_deref().map(|tag| ctx.lang.language(tag)),
        source.license.clone(),
        source.sha256.as_ref().map(|sum| format!("sha256 {sum}")),
    ];
    let facts = facts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    format!("{}: {facts}{}", source.id, extra_suffix(&source.extra))
}
