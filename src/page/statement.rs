//! A statement: in a list, on its own page, as a search result.

use super::builder::PageBuilder;
use super::context::PageContext;
use crate::lang::{clock, date_long, date_short, span_plain};
use crate::model::{Certainty, DateFrom, Dated, Id, Record, Statement, StatementType, Visit};
use crate::text::{Line, Run, TextRole, wrap_text};

/// The maximum number of lines of a statement in search results.
const RESULT_LINES: usize = 4;

/// The text of a statement, in quotation marks only if the source quotes it verbatim; a translation is marked as such.
pub(super) fn words(ctx: &PageContext<'_>, statement: &Statement, columns: usize) -> Vec<Line> {
    let translation = ctx.translation.and_then(|at| statement.translations.get(at));
    let text = translation.map_or(&statement.text, |translation| &translation.text);
    let highlights = (ctx.highlights)(text);
    let mut lines = match statement.kind {
        StatementType::Quote => {
            let quoted = format!("“{text}”");
            let shift = '“'.len_utf8();
            let highlights: Vec<_> =
                highlights.into_iter().map(|range| range.start + shift..range.end + shift).collect();
            wrap_text(&quoted, TextRole::Quote, &highlights, columns)
        }
        StatementType::Paraphrase | StatementType::Narrative => {
            wrap_text(text, TextRole::Plain, &highlights, columns)
        }
    };
    if let Some(translation) = translation {
        let remark = format!(
            "({}: {})",
            ctx.messages().translation.to_lowercase(),
            ctx.lang.language(&translation.language)
        );
        lines.extend(wrap_text(&remark, TextRole::Dim, &[], columns));
    }
    lines
}

/// The name of the speaker, else the post, else the message for an unknown speaker.
fn speaker(ctx: &PageContext<'_>, visit: &Visit, statement: &Statement) -> (String, TextRole) {
    let names: Vec<String> =
        visit.speakers(statement).map(|speaker| visit.name_of(speaker.id()).to_owned()).collect();
    if names.is_empty() {
        return (ctx.messages().speaker_not_stated.to_owned(), TextRole::Warning);
    }
    (format!("{}{}", ctx.lang.all_of(&names), ctx.certainty(statement.speaker_certainty)), TextRole::Strong)
}

/// The name of the stop of the statement, followed by `?` if it is inferred.
fn stop_briefly(visit: &Visit, statement: &Statement) -> Option<String> {
    let stop = visit.stop(statement.stop.as_ref()?)?;
    let doubt = if statement.stop_certainty == Some(Certainty::Inferred) { "?" } else { "" };
    Some(format!("{}{doubt}", stop.label()))
}

/// The time zone of the stop of the statement, else of the visit.
fn timezone<'a>(visit: &'a Visit, statement: &Statement) -> Option<&'a str> {
    let stop = statement.stop.as_ref().and_then(|id| visit.stop(id));
    stop.and_then(|stop| stop.timezone.as_deref()).or(visit.timezone.as_deref())
}

/// The statement's own date in short form, with the time of day if it is known.
fn own_date_briefly(ctx: &PageContext<'_>, visit: &Visit, statement: &Statement) -> Option<String> {
    let date = statement.date?;
    let doubt = if statement.date_certainty == Some(Certainty::Inferred) { "?" } else { "" };
    let time = clock(ctx.lang, &date, timezone(visit, statement)).map(|time| format!(", {time}"));
    Some(format!("{}{doubt}{}", date_short(ctx.lang, &date), time.unwrap_or_default()))
}

/// Type, speaker, stop and date on one line, then the full text.
pub(super) fn item(ctx: &PageContext<'_>, visit: &Visit, statement: &Statement) -> Vec<Line> {
    let mut head = kind(ctx, statement).with("  ", TextRole::Plain);
    let (name, role) = speaker(ctx, visit, statement);
    let role = if role == TextRole::Strong { TextRole::Plain } else { role };
    head.push_highlighted(&name, role, &(ctx.highlights)(&name));
    match stop_briefly(visit, statement) {
        Some(place) => append_part(ctx, &mut head, &place),
        None => append_unknown_place(ctx, &mut head),
    }
    if let Some(date) = own_date_briefly(ctx, visit, statement) {
        append_part(ctx, &mut head, &date);
    }
    let mut lines = vec![head.cut(ctx.columns)];
    let indent = Line::of("  ", TextRole::Plain);
    lines.extend(Line::hang(&indent, &words(ctx, statement, ctx.columns.saturating_sub(indent.width()))));
    lines
}

/// Appends a fact after a dot, if all of it fits.
fn append_part(ctx: &PageContext<'_>, line: &mut Line, fact: &str) {
    let mut part = Line::of(" · ", TextRole::Dim);
    part.push_highlighted(fact, TextRole::Dim, &(ctx.highlights)(fact));
    if line.width() + part.width() <= ctx.columns {
        line.append(&part);
    }
}

/// Appends that the stop is unknown: as text if it fits, else as a symbol.
fn append_unknown_place(ctx: &PageContext<'_>, line: &mut Line) {
    let m = ctx.messages();
    let before = line.width();
    append_part(ctx, line, m.stop_not_stated);
    if line.width() == before {
        append_part(ctx, line, m.place_unknown);
    }
}

/// The type of the statement; a translation is never called verbatim.
fn kind(ctx: &PageContext<'_>, statement: &Statement) -> Line {
    let is_translated = ctx.translation.is_some_and(|at| at < statement.translations.len());
    if is_translated {
        return Line::of(&ctx.messages().translation.to_uppercase(), TextRole::Strong);
    }
    Line::of(statement.kind.label(ctx.lang), kind_role(statement.kind))
}

fn kind_role(kind: StatementType) -> TextRole {
    match kind {
        StatementType::Quote => TextRole::Kind,
        StatementType::Paraphrase | StatementType::Narrative => TextRole::Dim,
    }
}

/// The text, then speaker, stop and date on one line.
pub(super) fn result(ctx: &PageContext<'_>, visit: &Visit, statement: &Statement) -> Vec<Line> {
    let mut lines = excerpt(words(ctx, statement, ctx.columns), ctx.columns);
    let mut foot = Line::new();
    if statement.kind != StatementType::Quote {
        foot.push(statement.kind.label(ctx.lang), TextRole::Dim);
        foot.push(" · ", TextRole::Dim);
    }
    let (name, _) = speaker(ctx, visit, statement);
    foot.push_highlighted(&name, TextRole::Dim, &(ctx.highlights)(&name));
    match stop_briefly(visit, statement) {
        Some(place) => append_part(ctx, &mut foot, &place),
        None => append_unknown_place(ctx, &mut foot),
    }
    if let Some(date) = own_date_briefly(ctx, visit, statement) {
        append_part(ctx, &mut foot, &date);
    }
    lines.push(foot.cut(ctx.columns));
    lines
}

/// The lines around the first match, if there are too many.
fn excerpt(lines: Vec<Line>, columns: usize) -> Vec<Line> {
    if lines.len() <= RESULT_LINES {
        return lines;
    }
    let found = lines.iter().position(|line| line.runs().iter().any(Run::is_highlighted)).unwrap_or_default();
    let first = found.saturating_sub(1).min(lines.len() - RESULT_LINES);
    let last = first + RESULT_LINES - 1;
    let cut = |(number, line): (usize, &Line)| {
        let mut line = line.clone();
        if number == first && first > 0 {
            let mut marked = Line::of("… ", TextRole::Dim);
            marked.append(&line);
            line = marked.cut(columns);
        }
        if number == last && last + 1 < lines.len() {
            line = line.cut(columns.saturating_sub(2)).with(" …", TextRole::Dim);
        }
        line
    };
    lines.iter().enumerate().skip(first).take(RESULT_LINES).map(cut).collect()
}

/// The detail page.
pub(super) fn detail<'s, 'a>(
    ctx: &'s PageContext<'a>,
    visit: &Visit,
    statement: &Statement,
) -> PageBuilder<'s, 'a> {
    let mut page = PageBuilder::new(ctx);
    page.line(kind(ctx, statement));
    for line in words(ctx, statement, ctx.columns) {
        page.line(line);
    }
    page.gap();
    add_facts(ctx, visit, statement, &mut page);
    page
}

/// The detail page without the words.
pub(super) fn facts<'s, 'a>(
    ctx: &'s PageContext<'a>,
    visit: &Visit,
    statement: &Statement,
) -> PageBuilder<'s, 'a> {
    let mut page = PageBuilder::new(ctx);
    page.line(kind(ctx, statement));
    add_facts(ctx, visit, statement, &mut page);
    page
}

fn add_facts(ctx: &PageContext<'_>, visit: &Visit, statement: &Statement, page: &mut PageBuilder<'_, '_>) {
    speaker_facts(ctx, visit, statement, page);
    page.gap();
    where_and_when(ctx, visit, statement, page);
    other_facts(ctx, visit, statement, page);
    let m = ctx.messages();
    let sources = ctx.sources(visit, &statement.sources);
    if sources.is_empty() {
        page.fact_as(m.source, m.no_source_given, TextRole::Warning);
    }
    page.list(m.source, sources);
    page.fact(m.file, &ctx.archive.source_location(visit, &statement.id));
    page.fact(m.reference, &Record::Statement(visit, statement).reference());
    translations(ctx, statement, page);
    super::details::notes_about(ctx, visit, &statement.id, page);
    page.extra_fields([&statement.extra]);
}

fn speaker_facts(
    ctx: &PageContext<'_>,
    visit: &Visit,
    statement: &Statement,
    page: &mut PageBuilder<'_, '_>,
) {
    let m = ctx.messages();
    let (name, role) = speaker(ctx, visit, statement);
    let mut line = Line::of("— ", TextRole::Dim);
    line.push_highlighted(&name, role, &(ctx.highlights)(&name));
    // The posts of several speakers are shown on their own pages.
    if let [speaker] = visit.speakers(statement).collect::<Vec<_>>().as_slice()
        && let Some(post) = speaker.name().and(speaker.post(visit))
    {
        line.push(", ", role);
        line.push_highlighted(&post, TextRole::Plain, &(ctx.highlights)(&post));
    }
    page.line(line);
    page.maybe(m.named_as, statement.attribution_text.as_deref().map(quoted).as_deref());
    page.list(m.delivered_by, statement.delivered_by.iter().map(|id| visit.name_of(id)));
    page.list(m.interpreted_by, statement.interpreted_by.iter().map(|id| visit.name_of(id)));
    let original = statement.original_language.as_deref().map(|tag| ctx.language(tag));
    page.maybe(m.original_language, original.as_deref());
    page.list(m.on_behalf_of, statement.on_behalf_of.iter().map(|id| visit.name_of(id)));
    page.list(m.audience, statement.audience.iter().map(|id| visit.name_of(id)));
}

fn quoted(text: &str) -> String {
    format!("“{text}”")
}

fn where_and_when(
    ctx: &PageContext<'_>,
    visit: &Visit,
    statement: &Statement,
    page: &mut PageBuilder<'_, '_>,
) {
    let m = ctx.messages();
    let stop = statement.stop.as_ref().and_then(|id| visit.stop(id));
    match stop {
        Some(stop) => {
            page.fact(m.place, &format!("{}{}", stop.name, ctx.certainty(statement.stop_certainty)))
        }
        None => page.fact_as(m.place, m.not_stated, TextRole::Warning),
    };
    match visit.dated(statement) {
        Some(dated) => page.fact(m.date, &date_in_words(ctx, (visit, statement), &dated)),
        None => page.fact_as(m.date, m.not_stated, TextRole::Warning),
    };
}

/// The date, and whether it was taken from the stop or the visit.
fn date_in_words(ctx: &PageContext<'_>, (visit, statement): (&Visit, &Statement), dated: &Dated) -> String {
    let m = ctx.messages();
    // A statement at a stop or visit of several days may be from any of those days.
    let end = match dated.from {
        DateFrom::Statement => None,
        DateFrom::Stop => {
            statement.stop.as_ref().and_then(|id| visit.stop(id)).and_then(|stop| stop.end_date)
        }
        DateFrom::Visit => visit.end_date,
    };
    let end = end.filter(|end| end.day_only() != dated.date.day_only());
    let mut text = match end {
        Some(end) => span_plain(ctx.lang, &dated.date.day_only(), Some(&end.day_only())),
        None => date_long(ctx.lang, &dated.date),
    };
    // The time of day of a stop is not that of a statement made there.
    let own = dated.from == DateFrom::Statement;
    if let Some(time) = clock(ctx.lang, &dated.date, timezone(visit, statement)).filter(|_| own) {
        text.push_str(", ");
        text.push_str(&time);
    }
    let from = match dated.from {
        DateFrom::Statement => None,
        DateFrom::Stop => Some(m.date_of_stop),
        DateFrom::Visit => Some(m.date_of_visit),
    };
    let doubt = dated.certainty.filter(|&certainty| certainty != Certainty::Stated);
    let doubt = doubt.map(|certainty| certainty.label(ctx.lang));
    let remarks: Vec<&str> = from.into_iter().chain(doubt).collect();
    if remarks.is_empty() { text } else { format!("{text} ({})", remarks.join(", ")) }
}

fn other_facts(ctx: &PageContext<'_>, visit: &Visit, statement: &Statement, page: &mut PageBuilder<'_, '_>) {
    let m = ctx.messages();
    page.maybe(m.occasion, statement.context.as_deref());
    page.maybe(m.medium, statement.medium.as_ref().map(|medium| medium.label(ctx.lang)));
    page.maybe(m.indicator, statement.indicator.as_deref());
    let figure = super::details::figure(statement.value.as_deref(), statement.unit.as_deref());
    page.maybe(m.figure, figure.as_deref());
    page.maybe(m.baseline, statement.baseline.as_deref());
    page.list(m.about, statement.about.iter().map(|id| visit.name_of(id)));
    page.fact(m.topics, &statement.topics.join(", "));
    page.maybe(m.language, statement.language.as_deref().map(|tag| ctx.language(tag)).as_deref());
    page.maybe(m.position, statement.position.map(|position| position.to_string()).as_deref());
    page.maybe(m.variant_of, statement.variant_of.as_ref().map(Id::as_str));
}

fn translations(ctx: &PageContext<'_>, statement: &Statement, page: &mut PageBuilder<'_, '_>) {
    for translation in &statement.translations {
        page.heading(&format!(
            "{} ({})",
            ctx.messages().translation,
            ctx.lang.language(&translation.language)
        ));
        page.text(&translation.text, TextRole::Plain);
        page.text(super::context::extra_suffix(&translation.extra).trim_start_matches(", "), TextRole::Dim);
    }
}
