//! A statement: in a list, on its own page, as a search result.

use super::Sheet;
use super::fields::Fields;
use crate::lang::{clock, date_long, date_short};
use crate::model::{Certainty, DateFrom, Dated, Id, Statement, StatementType, Visit};
use crate::text::{Line, Role, wrap_text};

/// Columns before the text in a list.
const INDENT: usize = 2;

/// The words, in quotation marks only where a source prints them so.
fn words(sheet: &Sheet<'_>, statement: &Statement, columns: usize) -> Vec<Line> {
    let hits = (sheet.hits)(&statement.text);
    match statement.kind {
        StatementType::Quote => {
            let quoted = format!("“{}”", statement.text);
            let shift = '“'.len_utf8();
            let hits: Vec<_> = hits.into_iter().map(|range| range.start + shift..range.end + shift).collect();
            wrap_text(&quoted, Role::Quote, &hits, columns)
        }
        StatementType::Paraphrase | StatementType::Narrative => {
            wrap_text(&statement.text, Role::Plain, &hits, columns)
        }
    }
}

/// The name of whoever spoke, else their post, else that it is not said.
fn speaker(sheet: &Sheet<'_>, visit: &Visit, statement: &Statement) -> (String, Role) {
    match visit.speaker(statement) {
        Some(speaker) => {
            let name = speaker.name().or(speaker.post()).unwrap_or(speaker.id().as_str());
            (format!("{name}{}", sheet.certainty(statement.speaker_certainty)), Role::Strong)
        }
        None => (sheet.messages().speaker_not_said.to_owned(), Role::Warning),
    }
}

/// The name of the stop where it was said; a question mark where that was concluded.
fn stop_briefly(visit: &Visit, statement: &Statement) -> Option<String> {
    let stop = visit.stop(statement.stop.as_ref()?)?;
    let doubt = if statement.stop_certainty == Some(Certainty::Inferred) { "?" } else { "" };
    Some(format!("{}{doubt}", stop.label()))
}

/// Its own date, in short; with the hour where it is known.
fn own_date_briefly(sheet: &Sheet<'_>, visit: &Visit, statement: &Statement) -> Option<String> {
    let date = statement.date?;
    let doubt = if statement.date_certainty == Some(Certainty::Inferred) { "?" } else { "" };
    let time = clock(sheet.lang, &date, visit.timezone.as_deref()).map(|time| format!(", {time}"));
    Some(format!("{}{doubt}{}", date_short(sheet.lang, &date), time.unwrap_or_default()))
}

/// Kind, speaker, stop and date in one line, then all the words.
pub(super) fn item(sheet: &Sheet<'_>, visit: &Visit, statement: &Statement) -> Vec<Line> {
    let mut head =
        Line::of(statement.kind.words(sheet.lang), kind_role(statement.kind)).with("  ", Role::Plain);
    let (name, role) = speaker(sheet, visit, statement);
    head.push_hits(&name, role, &(sheet.hits)(&name));
    let place = stop_briefly(visit, statement).unwrap_or_else(|| sheet.messages().place_not_said.to_owned());
    for part in [Some(place), own_date_briefly(sheet, visit, statement)].into_iter().flatten() {
        append_part(sheet, &mut head, &part);
    }
    let mut lines = vec![head.cut(sheet.columns)];
    lines.extend(words(sheet, statement, sheet.columns.saturating_sub(INDENT)).iter().map(indented));
    lines
}

/// A fact behind a dot, if it fits whole: half a place says nothing.
fn append_part(sheet: &Sheet<'_>, line: &mut Line, fact: &str) {
    let mut part = Line::of(" · ", Role::Dim);
    part.push_hits(fact, Role::Dim, &(sheet.hits)(fact));
    if line.width() + part.width() <= sheet.columns {
        line.append(&part);
    }
}

fn indented(line: &Line) -> Line {
    let mut out = Line::of(&" ".repeat(INDENT), Role::Plain);
    out.append(line);
    out
}

fn kind_role(kind: StatementType) -> Role {
    match kind {
        StatementType::Quote => Role::Accent,
        StatementType::Paraphrase | StatementType::Narrative => Role::Dim,
    }
}

/// The words, then who, where and when in one line.
pub(super) fn result(sheet: &Sheet<'_>, visit: &Visit, statement: &Statement) -> Vec<Line> {
    let mut lines = words(sheet, statement, sheet.columns);
    let mut foot = Line::new();
    if statement.kind != StatementType::Quote {
        foot.push(statement.kind.words(sheet.lang), Role::Dim);
        foot.push(" · ", Role::Dim);
    }
    let (name, _) = speaker(sheet, visit, statement);
    foot.push_hits(&name, Role::Dim, &(sheet.hits)(&name));
    let date = visit.dated(statement).map(|dated| date_short(sheet.lang, &dated.date));
    for part in [stop_briefly(visit, statement), date].into_iter().flatten() {
        append_part(sheet, &mut foot, &part);
    }
    lines.push(foot.cut(sheet.columns));
    lines
}

/// Everything that is known of it.
pub(super) fn detail(sheet: &Sheet<'_>, visit: &Visit, statement: &Statement) -> Vec<Line> {
    let mut page = Fields::new(sheet);
    page.line(&Line::of(statement.kind.words(sheet.lang), kind_role(statement.kind)));
    for line in words(sheet, statement, sheet.columns) {
        page.line(&line);
    }
    page.gap();
    said_by(sheet, visit, statement, &mut page);
    page.gap();
    where_and_when(sheet, visit, statement, &mut page);
    what_else(sheet, visit, statement, &mut page);
    let m = sheet.messages();
    let sources = sheet.sources(visit, &statement.sources);
    if sources.is_empty() {
        page.fact_as(m.source, m.no_source, Role::Warning);
    }
    page.list(m.source, sources);
    page.fact(m.file, &sheet.archive.place(visit, &statement.id));
    page.fact(m.reference, &format!("{}#{}", visit.id, statement.id));
    translations(sheet, statement, &mut page);
    page.finish()
}

fn said_by(sheet: &Sheet<'_>, visit: &Visit, statement: &Statement, page: &mut Fields<'_, '_>) {
    let m = sheet.messages();
    let (name, role) = speaker(sheet, visit, statement);
    let mut line = Line::of("— ", Role::Dim);
    line.push_hits(&name, role, &(sheet.hits)(&name));
    let speaker = visit.speaker(statement);
    let post = speaker.and_then(|speaker| speaker.name().and(speaker.post()));
    if let Some(post) = post {
        line.push(", ", role);
        line.push_hits(post, Role::Plain, &(sheet.hits)(post));
    }
    page.line(&line);
    page.maybe(m.named_as, statement.attribution_text.as_deref().map(quoted).as_deref());
    page.maybe(m.delivered_by, statement.delivered_by.as_ref().map(|id| name_of(visit, id)));
    page.maybe(m.on_behalf_of, statement.on_behalf_of.as_ref().map(|id| name_of(visit, id)));
    page.list(m.audience, statement.audience.iter().map(|id| name_of(visit, id)));
}

fn quoted(text: &str) -> String {
    format!("“{text}”")
}

fn where_and_when(sheet: &Sheet<'_>, visit: &Visit, statement: &Statement, page: &mut Fields<'_, '_>) {
    let m = sheet.messages();
    let stop = statement.stop.as_ref().and_then(|id| visit.stop(id));
    match stop {
        Some(stop) => {
            page.fact(m.place, &format!("{}{}", stop.name, sheet.certainty(statement.stop_certainty)))
        }
        None => page.fact_as(m.place, m.not_said, Role::Warning),
    };
    match visit.dated(statement) {
        Some(dated) => page.fact(m.date, &date_in_words(sheet, visit, &dated)),
        None => page.fact_as(m.date, m.not_said, Role::Warning),
    };
}

/// The date with what it hangs on, where that is not the statement itself.
fn date_in_words(sheet: &Sheet<'_>, visit: &Visit, dated: &Dated) -> String {
    let m = sheet.messages();
    let mut text = date_long(sheet.lang, &dated.date);
    if let Some(time) = clock(sheet.lang, &dated.date, visit.timezone.as_deref()) {
        text.push_str(", ");
        text.push_str(&time);
    }
    let from = match dated.from {
        DateFrom::Statement => None,
        DateFrom::Stop => Some(m.date_of_stop),
        DateFrom::Visit => Some(m.date_of_visit),
    };
    let doubt = dated.certainty.filter(|&certainty| certainty != Certainty::Stated);
    let doubt = doubt.map(|certainty| certainty.words(sheet.lang));
    let remarks: Vec<&str> = from.into_iter().chain(doubt).collect();
    if remarks.is_empty() { text } else { format!("{text} ({})", remarks.join(", ")) }
}

fn what_else(sheet: &Sheet<'_>, visit: &Visit, statement: &Statement, page: &mut Fields<'_, '_>) {
    let m = sheet.messages();
    page.maybe(m.occasion, statement.context.as_deref());
    page.maybe(m.medium, statement.medium.map(|medium| medium.words(sheet.lang)));
    page.list(m.about, statement.about.iter().map(|id| name_of(visit, id)));
    page.fact(m.topics, &statement.topics.join(", "));
    page.maybe(m.language, statement.language.as_deref());
    page.maybe(m.variant_of, statement.variant_of.as_ref().map(Id::as_str));
}

fn translations(sheet: &Sheet<'_>, statement: &Statement, page: &mut Fields<'_, '_>) {
    for translation in &statement.translations {
        page.heading(&format!("{} ({})", sheet.messages().translation, translation.language));
        page.text(&translation.text, Role::Plain);
    }
}

/// What to call a record of the visit.
pub(super) fn name_of<'a>(visit: &'a Visit, id: &'a Id) -> &'a str {
    let participant = visit.participant(id).map(crate::model::Participant::label);
    let organization = || visit.organization(id).map(|organization| organization.name.as_str());
    let stop = || visit.stop(id).map(|stop| stop.name.as_str());
    participant.or_else(organization).or_else(stop).unwrap_or(id.as_str())
}
