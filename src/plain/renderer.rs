//! Places in words: where one is, the page of a place, and a part of its list. Every line has gone through the door.

use std::ops::Range;

use super::listing::{Group, Heading, Row};
use super::{Place, Stand};
use crate::diagnostic::{Diagnostic, ProblemCount, concise};
use crate::lang::{Lang, Messages};
use crate::load::{Loaded, describe_skipped};
use crate::model::{Record, RecordKind, Target};
use crate::page::{PageContext, Size, no_hits};
use crate::search::explain;
use crate::text::{Line, TextRole, capitalize, wrap, wrap_text};

/// So many places are named on the way to the present one, that one included.
const WAY: usize = 3;

/// Somebody who tells what was loaded, in a language and a width.
pub(super) struct Teller<'a> {
    pub(super) loaded: &'a Loaded,
    pub(super) lang: Lang,
    pub(super) columns: usize,
}

impl Teller<'_> {
    fn messages(&self) -> &'static Messages {
        self.lang.messages()
    }

    /// A sentence of our own.
    pub(super) fn sentence(&self, words: &str) -> Vec<Line> {
        wrap(&Line::of(words, TextRole::Plain), self.columns)
    }

    /// How much there is, and how much is wrong.
    pub(super) fn greeting(&self) -> Vec<Line> {
        let Loaded { archive, diagnostics, unreported, built_in, .. } = self.loaded;
        let statements = archive.statements();
        let files = if *built_in { None } else { Some(archive.files.len()) };
        let mut words = self.lang.loaded(files, archive.visits.len(), statements);
        let ProblemCount { errors, warnings } = ProblemCount::of(diagnostics).plus(*unreported);
        if errors + warnings > 0 {
            let faults = self.lang.faults(errors, warnings);
            words = format!("{words}; {}", self.lang.faults_to_see(&faults));
        }
        self.sentence(&(words + "."))
    }

    /// Where one is: the last places of the way, and the number among its neighbours.
    pub(super) fn crumb(&self, way: &[Stand]) -> Vec<Line> {
        let skipped = way.len().saturating_sub(WAY);
        let mut visit = None;
        let mut names = Vec::new();
        for stand in way.iter().skip(skipped) {
            names.push(self.name(&stand.place, visit));
            visit = stand.place.record().map(|target| target.visit).or(visit);
        }
        let list = way.len().checked_sub(2).and_then(|at| way.get(at));
        let among = list.and_then(|stand| Some((stand.at?, stand.list.len())));
        names.extend(among.map(|(at, count)| self.lang.one_of(at + 1, count)));
        self.sentence(&(capitalize(&names.join(", ")) + "."))
    }

    /// A place by name; with its visit, unless that is the one that was named last.
    fn name(&self, place: &Place, visit: Option<usize>) -> String {
        let m = self.messages();
        match place {
            Place::Start => m.all_visits.to_lowercase(),
            Place::Record(target) => {
                let Some(record) = self.loaded.archive.record(*target) else { return String::new() };
                let name = match record {
                    Record::Statement(_, statement) => statement.id.as_str(),
                    Record::Stop(_, stop) => stop.label(),
                    _ => record.label(),
                };
                let name = self.lang.record_called(target.kind, name);
                if visit == Some(target.visit) || target.kind == RecordKind::Visit {
                    return name;
                }
                let visit = self.lang.record_called(RecordKind::Visit, &record.visit().title);
                self.lang.in_which(&name, &visit)
            }
            Place::Found(found) => self.lang.search_called(&found.text),
            Place::Faults => m.problems_title.to_lowercase(),
            Place::Fault(at) => {
                let fault = self.loaded.diagnostics.get(*at);
                fault.map_or_else(String::new, |it| it.code().name().to_owned())
            }
        }
    }

    fn page_context<'s>(
        &'s self,
        hits: &'s dyn Fn(&str) -> Vec<Range<usize>>,
        columns: usize,
    ) -> PageContext<'s> {
        PageContext {
            archive: &self.loaded.archive,
            lang: self.lang,
            columns,
            hits,
            mixed_visits: false,
            translation: None,
            published: false,
        }
    }

    /// What is said of a place before its list.
    pub(super) fn page(&self, place: &Place) -> Vec<Line> {
        match place {
            Place::Start if self.loaded.archive.visits.is_empty() => self.sentence(self.messages().no_visits),
            Place::Start => Vec::new(),
            Place::Record(target) => {
                let record = self.loaded.archive.record(*target);
                record
                    .map(|record| self.page_context(&no_hits, self.columns).detail(record))
                    .unwrap_or_default()
            }
            Place::Found(found) => {
                let left_out = Some(&found.left_out).filter(|words| !words.is_empty());
                let remarks = found.query.remark(self.lang).into_iter();
                let remarks = remarks.chain(left_out.map(|words| self.lang.left_out(words)));
                remarks.flat_map(|remark| self.sentence(&remark)).collect()
            }
            Place::Faults => self.about_faults(),
            Place::Fault(at) => self.loaded.diagnostics.get(*at).map(|it| self.fault(it)).unwrap_or_default(),
        }
    }

    /// What the list of faults does not have.
    fn about_faults(&self) -> Vec<Line> {
        let Loaded { archive, diagnostics, unreported, skipped, .. } = self.loaded;
        let ProblemCount { errors, warnings } = ProblemCount::of(diagnostics).plus(*unreported);
        let visits = archive.visits.len();
        let mut lines = match errors {
            0 => self.sentence(&self.lang.all_usable(visits, warnings)),
            _ => self.sentence(&self.lang.still_usable(visits)),
        };
        if !unreported.is_empty() {
            lines.extend(self.sentence(&self.lang.unreported(unreported.errors, unreported.warnings)));
        }
        for sentence in describe_skipped(skipped, self.lang) {
            lines.extend(self.sentence(&sentence));
        }
        lines
    }

    /// A fault without a drawing of its place: the place, what is wrong, the line itself, and what would mend it.
    fn fault(&self, it: &Diagnostic) -> Vec<Line> {
        let mut lines = self.sentence(&concise(it, self.lang));
        if let Some((number, text)) = it.location.source.last().filter(|(_, text)| !text.trim().is_empty()) {
            let text = format!("{}: {}", self.lang.in_line(*number), text.trim());
            lines.push(Line::of(&text, TextRole::Plain).cut(self.columns));
        }
        if let Some(other) = &it.related {
            lines.extend(self.sentence(&format!(
                "{} {}",
                it.problem.related_label(self.lang),
                other.place()
            )));
        }
        lines.extend(it.problem.help(self.lang).into_iter().flat_map(|remedy| self.sentence(&remedy)));
        lines
    }

    /// The part of a list that is due.
    pub(super) fn part(&self, stand: &Stand) -> Vec<Line> {
        let mut lines = Vec::new();
        for (group, first, rows) in stand.list.groups_of_part() {
            lines.extend(self.sentence(&self.heading(group)));
            for (number, row) in (first + 1..).zip(rows) {
                let number = Line::of(&format!("{number}. "), TextRole::Plain);
                let room = self.columns.saturating_sub(number.width()).max(1);
                lines.extend(Line::hang(&number, &self.row(stand, (group.heading, *row), room)));
            }
        }
        let (part, count) = (stand.list.part(), stand.list.len());
        if part.len() < count {
            let mut words = self.lang.part_of(part.start + 1, part.end, count);
            if part.end < count {
                words = format!("{words}; {}", self.messages().plain_more);
            }
            lines.extend(self.sentence(&(words + ".")));
        }
        lines
    }

    fn heading(&self, group: &Group) -> String {
        let m = self.messages();
        let kind_name = |kind| match kind {
            RecordKind::Visit => m.visits,
            RecordKind::Stop => m.stops,
            RecordKind::Participant => m.participants,
            RecordKind::Organization => m.organizations_heading,
            RecordKind::Statement => m.statements,
        };
        let count = group.rows.len();
        match group.heading {
            Heading::Found(kind, total) if total > count => {
                format!("{}: {}", kind_name(kind), self.lang.one_of(count, total))
            }
            Heading::Kind(kind) | Heading::Found(kind, _) => {
                format!("{}: {}", kind_name(kind), self.lang.number(count))
            }
            Heading::Elsewhere => format!("{}: {}", m.plain_elsewhere, self.lang.number(count)),
            Heading::Possible(total) if total > count => {
                format!("{}: {}", m.plain_possible, self.lang.one_of(count, total))
            }
            Heading::Possible(total) => format!("{}: {}", m.plain_possible, self.lang.number(total)),
            Heading::Maybe => format!("{}:", m.plain_maybe),
            Heading::Faults => format!("{}: {}", m.plain_faults, self.lang.number(count)),
        }
    }

    /// An item of a list: short, because its page is one number away.
    fn row(&self, stand: &Stand, (heading, row): (Heading, Row), columns: usize) -> Vec<Line> {
        let target = match row {
            Row::Record(target) => target,
            Row::Fault(at) => return self.fault_briefly(at, columns),
        };
        let shown = if heading == Heading::Elsewhere { Target::visit(target.visit) } else { target };
        let Some(record) = self.loaded.archive.record(shown) else { return Vec::new() };
        if let Place::Found(found) = &stand.place {
            let marks = |text: &str| found.query.highlights(text);
            let ctx = PageContext { mixed_visits: true, ..self.page_context(&marks, columns) };
            let mut lines = ctx.result(record);
            let reasons = explain(&self.loaded.archive, shown, &found.query, lines.iter().map(Line::plain));
            lines.extend(reasons.iter().map(|it| ctx.reason(it.field.label(ctx.messages()), &it.text)));
            return lines;
        }
        let mut lines = self.page_context(&no_hits, columns).item(record, Size::Compact, "");
        // Of a statement who, where and when, and how it begins.
        if lines.len() > 2
            && let Some(first) = lines.get_mut(1)
        {
            *first = first.clone().with(" …", TextRole::Plain).cut(columns);
            lines.truncate(2);
        }
        lines
    }

    fn fault_briefly(&self, at: usize, columns: usize) -> Vec<Line> {
        let Some(it) = self.loaded.diagnostics.get(at) else { return Vec::new() };
        wrap_text(&concise(it, self.lang), TextRole::Plain, &[], columns)
    }
}
