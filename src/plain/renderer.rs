//! Renders pages as lines: the breadcrumb, the text of a page, and a part of its list. All text goes through [`Line`].

use std::ops::Range;

use super::listing::{GroupHeading, ListGroup, ListItem};
use super::path::{PathEntry, PlainPage};
use crate::diagnostic::{Diagnostic, ProblemCount, concise};
use crate::lang::{Lang, Messages};
use crate::load::{Loaded, describe_skipped};
use crate::model::{Record, RecordKind, Target};
use crate::page::{PageContext, Size, no_highlights};
use crate::search::explain;
use crate::text::{Line, TextRole, capitalize, wrap, wrap_text};

/// The maximum number of pages in the breadcrumb.
const MAX_CRUMBS: usize = 3;

/// Renders the loaded records in a language and for a width.
pub(super) struct Renderer<'a> {
    pub(super) loaded: &'a Loaded,
    pub(super) lang: Lang,
    pub(super) columns: usize,
}

impl Renderer<'_> {
    fn messages(&self) -> &'static Messages {
        self.lang.messages()
    }

    /// A sentence of the interface, wrapped.
    pub(super) fn sentence(&self, words: &str) -> Vec<Line> {
        wrap(&Line::of(words, TextRole::Plain), self.columns)
    }

    /// The counts of the archive and of its problems.
    pub(super) fn greeting(&self) -> Vec<Line> {
        let Loaded { archive, diagnostics, unreported, built_in, .. } = self.loaded;
        let statements = archive.statements();
        let files = if *built_in { None } else { Some(archive.files.len()) };
        let mut words = self.lang.loaded(files, archive.visits.len(), statements);
        let ProblemCount { errors, warnings } = ProblemCount::of(diagnostics).plus(*unreported);
        if errors + warnings > 0 {
            let problems = self.lang.problem_counts(errors, warnings);
            words = format!("{words}; {}", self.lang.problems_hint(&problems));
        }
        let mut lines = self.sentence(&(words + "."));
        if *built_in {
            lines.extend(self.sentence(self.lang.three_ways()));
        }
        lines
    }

    /// The breadcrumb: the last pages of the path, and the position in the list.
    pub(super) fn breadcrumb(&self, path: &[PathEntry]) -> Vec<Line> {
        let skipped = path.len().saturating_sub(MAX_CRUMBS);
        let mut visit = None;
        let mut names = Vec::new();
        for entry in path.iter().skip(skipped) {
            names.push(self.name(&entry.page, visit));
            visit = entry.page.record().map(|target| target.visit).or(visit);
        }
        let list = path.len().checked_sub(2).and_then(|at| path.get(at));
        let among = list.and_then(|entry| Some((entry.at?, entry.list.len())));
        names.extend(among.map(|(at, count)| self.lang.one_of(at + 1, count)));
        self.sentence(&(capitalize(&names.join(", ")) + "."))
    }

    /// The name of a page; with its visit, unless that was named just before.
    fn name(&self, page: &PlainPage, visit: Option<usize>) -> String {
        let m = self.messages();
        match page {
            PlainPage::Start => m.all_visits.to_lowercase(),
            PlainPage::Record(target) => {
                let Some(record) = self.loaded.archive.record(*target) else { return String::new() };
                let name = match record {
                    Record::Statement(_, statement) => statement.id.as_str(),
                    Record::Stop(_, stop) => stop.label(),
                    _ => record.label(),
                };
                let name = self.lang.kind_and_name(target.kind, name);
                if visit == Some(target.visit) || target.kind == RecordKind::Visit {
                    return name;
                }
                let visit = self.lang.kind_and_name(RecordKind::Visit, &record.visit().title);
                self.lang.record_in_visit(&name, &visit)
            }
            PlainPage::Search(found) => self.lang.search_for(&found.text),
            PlainPage::Problems => m.problems_title.to_lowercase(),
            PlainPage::Problem(at) => {
                let problem = self.loaded.diagnostics.get(*at);
                problem.map_or_else(String::new, |it| it.code().name().to_owned())
            }
        }
    }

    fn page_context<'s>(
        &'s self,
        highlights: &'s dyn Fn(&str) -> Vec<Range<usize>>,
        columns: usize,
    ) -> PageContext<'s> {
        PageContext {
            archive: &self.loaded.archive,
            lang: self.lang,
            columns,
            highlights,
            mixed_visits: false,
            translation: None,
            published: false,
        }
    }

    /// The text of a page, before its list.
    pub(super) fn page(&self, page: &PlainPage) -> Vec<Line> {
        match page {
            PlainPage::Start if self.loaded.archive.visits.is_empty() => {
                self.sentence(self.messages().no_visits)
            }
            PlainPage::Start => Vec::new(),
            PlainPage::Record(target) => {
                let record = self.loaded.archive.record(*target);
                record
                    .map(|record| self.page_context(&no_highlights, self.columns).detail(record))
                    .unwrap_or_default()
            }
            PlainPage::Search(found) => {
                let left_out = Some(&found.left_out).filter(|words| !words.is_empty());
                let remarks = found.query.remark(self.lang).into_iter();
                let remarks = remarks.chain(left_out.map(|words| self.lang.words_left_out(words)));
                remarks.flat_map(|remark| self.sentence(&remark)).collect()
            }
            PlainPage::Problems => self.problems_intro(),
            PlainPage::Problem(at) => {
                self.loaded.diagnostics.get(*at).map(|it| self.problem(it)).unwrap_or_default()
            }
        }
    }

    /// The introduction of the problem list: what is still usable, unreported problems, skipped files.
    fn problems_intro(&self) -> Vec<Line> {
        let Loaded { archive, diagnostics, unreported, skipped, .. } = self.loaded;
        let ProblemCount { errors, warnings } = ProblemCount::of(diagnostics).plus(*unreported);
        let visits = archive.visits.len();
        let mut lines = match errors {
            0 => self.sentence(&self.lang.usable_despite_warnings(visits, warnings)),
            _ => self.sentence(&self.lang.usable_despite_errors(visits)),
        };
        if !unreported.is_empty() {
            lines.extend(self.sentence(&self.lang.unreported(unreported.errors, unreported.warnings)));
        }
        for sentence in describe_skipped(skipped, self.lang) {
            lines.extend(self.sentence(&sentence));
        }
        lines
    }

    /// A problem without a drawing: location, message, the line of the file, and the suggested fix.
    fn problem(&self, it: &Diagnostic) -> Vec<Line> {
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

    /// The current part of a list.
    pub(super) fn chunk(&self, entry: &PathEntry) -> Vec<Line> {
        let mut lines = Vec::new();
        for (group, first, rows) in entry.list.groups_in_chunk() {
            lines.extend(self.sentence(&self.heading(group)));
            for (number, row) in (first + 1..).zip(rows) {
                let number = Line::of(&format!("{number}. "), TextRole::Plain);
                let room = self.columns.saturating_sub(number.width()).max(1);
                lines.extend(Line::hang(&number, &self.row(entry, (group.heading, *row), room)));
            }
        }
        let (chunk, count) = (entry.list.chunk(), entry.list.len());
        if chunk.len() < count {
            let mut words = self.lang.part_of(chunk.start + 1, chunk.end, count);
            if chunk.end < count {
                words = format!("{words}; {}", self.messages().plain_more);
            }
            lines.extend(self.sentence(&(words + ".")));
        }
        lines
    }

    fn heading(&self, group: &ListGroup) -> String {
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
            GroupHeading::Found(kind, total) if total > count => {
                format!("{}: {}", kind_name(kind), self.lang.one_of(count, total))
            }
            GroupHeading::Kind(kind) | GroupHeading::Found(kind, _) => {
                format!("{}: {}", kind_name(kind), self.lang.number(count))
            }
            GroupHeading::Elsewhere => format!("{}: {}", m.plain_elsewhere, self.lang.number(count)),
            GroupHeading::Possible(total) if total > count => {
                format!("{}: {}", m.plain_possible, self.lang.one_of(count, total))
            }
            GroupHeading::Possible(total) => format!("{}: {}", m.plain_possible, self.lang.number(total)),
            GroupHeading::Maybe => format!("{}:", m.plain_maybe),
            GroupHeading::Problems => format!("{}: {}", m.plain_faults, self.lang.number(count)),
        }
    }

    /// A list item, kept short.
    fn row(&self, entry: &PathEntry, (heading, row): (GroupHeading, ListItem), columns: usize) -> Vec<Line> {
        let target = match row {
            ListItem::Record(target) => target,
            ListItem::Problem(at) => return self.short_problem(at, columns),
        };
        let shown = if heading == GroupHeading::Elsewhere { Target::visit(target.visit) } else { target };
        let Some(record) = self.loaded.archive.record(shown) else { return Vec::new() };
        if let PlainPage::Search(found) = &entry.page {
            let marks = |text: &str| found.query.highlights(text);
            let ctx = PageContext { mixed_visits: true, ..self.page_context(&marks, columns) };
            let mut lines = ctx.result(record);
            let reasons = explain(&self.loaded.archive, shown, &found.query, lines.iter().map(Line::plain));
            lines.extend(reasons.iter().map(|it| ctx.reason(it.field.label(ctx.messages()), &it.text)));
            return lines;
        }
        let mut lines = self.page_context(&no_highlights, columns).item(record, Size::Compact, "");
        // For a statement: speaker, place and date, and the beginning of the text.
        if lines.len() > 2
            && let Some(first) = lines.get_mut(1)
        {
            *first = first.clone().with(" …", TextRole::Plain).cut(columns);
            lines.truncate(2);
        }
        lines
    }

    fn short_problem(&self, at: usize, columns: usize) -> Vec<Line> {
        let Some(it) = self.loaded.diagnostics.get(at) else { return Vec::new() };
        wrap_text(&concise(it, self.lang), TextRole::Plain, &[], columns)
    }
}
