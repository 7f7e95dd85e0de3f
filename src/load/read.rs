//! Reads the visits of a file and their problems.

use granit_parser::Event;

use super::compose::Composer;
use super::hidden_text::check_hidden_text;
use super::money::check_money;
use super::node::{Node, NodeValue, remove_duplicate_keys};
use super::plausibility::{self, check_plausibility};
use super::problem::{LocatedProblem, ReportLimit};
use super::quotes::{QuoteCount, SourceTexts, check_quotes};
use super::record;
use super::references::{check_references, invalid_id, reference_kinds};
use super::register::{LISTS, Register};
use super::syntax;
use super::text_file::TextFile;
use super::version::is_supported_version;
use super::visit_list::{BrokenList, FieldsEnd, LastItem, VisitItem, VisitLines, VisitList};
use super::vocabulary::{UnlistedCounts, check_register_vocabulary, check_vocabulary};
use crate::diagnostic::{
    Diagnostic, Problem, ReferenceKind, Shape, SourceSpan, SyntaxError, UnusableVisit, Warning,
};
use crate::model::{Header, Visit};

/// The contents of a file.
#[derive(Debug, Default)]
pub(super) struct ParsedFile {
    /// [`Visit::header`] is an index into the headers of this file.
    pub(super) visits: Vec<Visit>,
    /// One header for each document.
    pub(super) headers: Vec<Header>,
    /// The IDs of visits that cannot be used.
    pub(super) unusable: Vec<String>,
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) limit: ReportLimit,
    /// How many quotes were compared with texts.
    pub(super) quotes: QuoteCount,
    /// How many questions are left in comments, if visits are not kept; see [`count_questions`].
    pub(super) questions: usize,
    /// Whether any document looks like an archive.
    pub(super) is_archive: bool,
    unlisted: UnlistedCounts,
}

/// How to read visits.
#[derive(Debug, Clone, Copy)]
pub(super) struct ReadOptions<'a> {
    /// The texts that quotes are compared with.
    pub(super) texts: &'a SourceTexts,
    /// The register that completes the visits.
    pub(super) register: &'a Register,
    /// Whether visits are kept. If not, only the fields that other visits are checked against are kept.
    pub(super) keep: bool,
}

/// The number of questions in a text: comments that begin with `# ?`, as drafts have them.
fn count_questions(text: &str) -> usize {
    text.lines().filter(|line| line.trim_start().starts_with("# ?")).count()
}

/// Reads all documents of a file.
pub(super) fn read<'s>(source: &'s TextFile, options: ReadOptions<'s>) -> ParsedFile {
    let mut reader = FileReader { source, options, found: ParsedFile::default(), documents: 0 };
    for (lines_before, text) in source.parts() {
        reader.documents(&mut Composer::new(text, lines_before));
    }
    if !options.keep {
        reader.found.questions = count_questions(&source.text);
    }
    // Even if the line is not a field, because the colon or the space is missing.
    reader.found.is_archive |= source.text.lines().any(|line| line.starts_with("schema_version"));
    if reader.documents == 0 && reader.found.diagnostics.is_empty() {
        reader.report(
            LocatedProblem::new(Problem::EmptyFile, SourceSpan { line: 1, column: 1, length: 1 }),
            None,
        );
    }
    let ParsedFile { unlisted, diagnostics, .. } = &mut reader.found;
    unlisted.finish(diagnostics);
    reader.found
}

pub(super) struct FileReader<'s> {
    pub(super) source: &'s TextFile,
    options: ReadOptions<'s>,
    found: ParsedFile,
    documents: usize,
}

/// The state before a document.
#[derive(Debug, Clone, Copy)]
struct Checkpoint {
    visits: usize,
    diagnostics: usize,
    unusable: usize,
    limit: ReportLimit,
}

impl<'s> FileReader<'s> {
    pub(super) fn report(&mut self, mut located: LocatedProblem, visit: Option<UnusableVisit>) {
        if let Problem::Syntax(error) = located.problem {
            let (error, at) = syntax::diagnose(error, located.at, self.source);
            located = LocatedProblem::new(Problem::Syntax(error), at);
        }
        if let Problem::Warning(Warning::UnknownTag(tag)) = &located.problem {
            located.at = syntax::tag_span(tag, located.at, self.source);
        }
        if let Problem::Warning(Warning::UnusedAnchor(name)) = &mut located.problem
            && let Some((written, at)) = syntax::anchor(located.at, self.source)
        {
            (*name, located.at) = (written, at);
        }
        if self.found.unlisted.is_first(&located.problem)
            && self.found.limit.admits(located.problem.code().severity())
        {
            self.found.diagnostics.push(self.source.diagnostic(located, visit));
        }
    }

    /// Reports what was noted outside of visits.
    pub(super) fn report_noted(&mut self, composer: &mut Composer<'s>) {
        for located in composer.noted.drain(..) {
            self.report(located, None);
        }
    }

    fn documents(&mut self, composer: &mut Composer<'s>) {
        loop {
            if let Err(broken) = self.document(composer) {
                self.report(broken, None);
            }
            self.report_noted(composer);
            for unused in composer.unused_anchors() {
                self.report(unused, None);
            }
            if !composer.next_document() {
                return;
            }
        }
    }

    /// Reads one document. Consumes its events, unless there is a syntax error.
    fn document(&mut self, composer: &mut Composer<'s>) -> Result<(), LocatedProblem> {
        while let Some((event, at)) = composer.next().transpose()? {
            match event {
                Event::StreamStart | Event::DocumentStart(..) => {}
                Event::StreamEnd | Event::DocumentEnd => break,
                Event::MappingStart(_, anchor, tag) => {
                    composer.note_tag(tag.as_deref(), at);
                    composer.note_anchor(anchor, at);
                    self.documents += 1;
                    if let FieldsEnd::Recovered { .. } = self.archive(composer, at)? {
                        break;
                    }
                }
                // JSON exports contain a list of archives; YAML has several documents instead.
                Event::SequenceStart(..) | Event::SequenceEnd if self.source.is_json_list() => {}
                event => {
                    let node = composer.node(event, at, 0)?;
                    if !node.is_null() {
                        self.documents += 1;
                        let is_list = matches!(&node.value, NodeValue::Sequence(items) if items.iter().any(is_in_bare_list));
                        self.found.is_archive |= is_list;
                        let problem = if is_list {
                            Problem::ListWithoutArchive
                        } else {
                            Problem::WrongType { expected: Shape::Record, found: node.shape() }
                        };
                        self.report(LocatedProblem::new(problem, at), None);
                    }
                }
            }
        }
        Ok(())
    }

    fn archive(&mut self, composer: &mut Composer<'s>, at: SourceSpan) -> Result<FieldsEnd, LocatedProblem> {
        let found = &self.found;
        let before = Checkpoint {
            visits: found.visits.len(),
            diagnostics: found.diagnostics.len(),
            unusable: found.unusable.len(),
            limit: found.limit,
        };
        let mut head = Node { at, value: NodeValue::Mapping(Vec::new()) };
        let end = self.fields(composer, &mut head);
        let whole = matches!(end, Ok(FieldsEnd::Complete | FieldsEnd::Recovered { whole: true }));
        // What was read before a syntax error is completed like everything else.
        self.finish(&mut head, before, whole);
        end
    }

    /// Reads the fields of an archive to the end of its mapping.
    pub(super) fn fields(
        &mut self,
        composer: &mut Composer<'s>,
        head: &mut Node,
    ) -> Result<FieldsEnd, LocatedProblem> {
        // The list of visits, once it was met, and its last item while nothing has followed it.
        let mut visits: Option<VisitList> = None;
        let mut last: Option<LastItem> = None;
        while let Some(next) = composer.next() {
            let (event, at) = match next {
                Ok(next) => next,
                Err(located) => return self.recover_from(visits, BrokenList::new(last, located), head),
            };
            if event != Event::MappingEnd && last.is_some() && self.is_between_items(visits, at) {
                // A field that is indented too little belongs to the last visit.
                let located = LocatedProblem::new(Problem::Syntax(SyntaxError::Indentation), at);
                return self.recover_from(visits, BrokenList::new(last, located), head);
            }
            self.finish_visit(last.take().and_then(|last| last.item));
            if event == Event::MappingEnd {
                return Ok(FieldsEnd::Complete);
            }
            let key = composer.node(event, at, 1)?;
            let is_visits = key.as_str() == Some("visits");
            self.found.is_archive |= is_visits || key.as_str() == Some("schema_version");
            // A second list is reported as a duplicate key, and is not recovered.
            if is_visits && head.get("visits").is_none() {
                visits = Some(VisitList { line: key.at.line, outside: head.at.column });
            }
            let name = key.clone();
            match self.value(composer, head, key) {
                Ok(ended) => last = ended,
                Err(broken) => {
                    // The list exists, even if its first item could not be read.
                    if is_visits && head.get("visits").is_none() {
                        push(head, name, Node { at, value: NodeValue::Sequence(Vec::new()) });
                    }
                    return self.recover_from(visits, *broken, head);
                }
            }
        }
        Ok(FieldsEnd::Complete)
    }

    /// Reads the value of a field of the archive. Returns the last item if it is the list of visits.
    fn value(
        &mut self,
        composer: &mut Composer<'s>,
        head: &mut Node,
        key: Node,
    ) -> Result<Option<LastItem>, Box<BrokenList>> {
        let is_visits = key.as_str() == Some("visits");
        let line = key.at.line;
        let broken = |located| Box::new(BrokenList { last: LastItem { line, item: None }, located });
        let Some((event, at)) = composer.next().transpose().map_err(broken)? else { return Ok(None) };
        if let (true, Event::SequenceStart(_, anchor, tag)) = (is_visits, &event) {
            composer.note_tag(tag.as_deref(), at);
            composer.note_anchor(*anchor, at);
            self.report_noted(composer);
            push(head, key, Node { at, value: NodeValue::Sequence(Vec::new()) });
            return self.items(composer).map(Some);
        }
        let mut value = composer.node(event, at, 1).map_err(broken)?;
        self.report_noted(composer);
        if let (true, NodeValue::Sequence(items)) = (is_visits, &mut value.value) {
            for node in std::mem::take(items) {
                self.visit(VisitItem { node, noted: Vec::new() }, true);
            }
        }
        push(head, key, value);
        Ok(None)
    }

    /// Whether a field is between the items of a list, not after them.
    fn is_between_items(&self, list: Option<VisitList>, at: SourceSpan) -> bool {
        let is_blank = |after: &str| after.starts_with('\u{a0}');
        let holds =
            |list| VisitLines::of(self.source, list).is_some_and(|lines| lines.next_item(at.line).is_some());
        self.source.text_from(at).is_some_and(is_blank) || list.is_some_and(holds)
    }

    /// Recovers from a syntax error if there is a list whose items can be told apart by their dashes.
    fn recover_from(
        &mut self,
        list: Option<VisitList>,
        broken: BrokenList,
        head: &mut Node,
    ) -> Result<FieldsEnd, LocatedProblem> {
        let is_fatal = matches!(broken.located.problem, Problem::TooManyAliases | Problem::TooManyValues);
        if let Some(lines) = list.filter(|_| !is_fatal).and_then(|list| VisitLines::of(self.source, list)) {
            return Ok(self.recover(&lines, broken, head));
        }
        // In flow style, brackets end the item.
        self.finish_visit(broken.last.item);
        Err(broken.located)
    }

    /// Reads items to the end of the list or a syntax error. Does not finish the last item, because what follows may
    /// show that it is incomplete.
    pub(super) fn items(&mut self, composer: &mut Composer<'s>) -> Result<LastItem, Box<BrokenList>> {
        let mut last = LastItem { line: 0, item: None };
        while let Some(next) = composer.next() {
            let (event, at) = match next {
                Ok(next) => next,
                Err(located) => return Err(Box::new(BrokenList { last, located })),
            };
            match event {
                Event::SequenceEnd => break,
                // If the text is the rest of a list, these events come first.
                Event::StreamStart | Event::DocumentStart(..) | Event::SequenceStart(..)
                    if last.line == 0 => {}
                event => {
                    let before = last.item.take();
                    last.line = at.line;
                    let node = composer.node(event, at, 2);
                    // An item that is plain text probably belongs to a list in the previous visit and has lost its
                    // indentation.
                    let is_slipped =
                        node.as_ref().is_ok_and(|node| node.as_str().is_some() && !node.is_null());
                    if let Some(before) = before {
                        self.visit(before, !is_slipped);
                    }
                    match node {
                        Ok(node) => {
                            last.item = Some(VisitItem { node, noted: composer.noted.drain(..).collect() });
                        }
                        Err(located) => return Err(Box::new(BrokenList { last, located })),
                    }
                }
            }
        }
        Ok(last)
    }

    /// Reads a complete visit.
    pub(super) fn finish_visit(&mut self, item: Option<VisitItem>) {
        if let Some(item) = item {
            self.visit(item, true);
        }
    }

    /// Checks the fields of the archive, and passes inherited values on to its visits.
    fn finish(&mut self, head: &mut Node, before: Checkpoint, whole: bool) {
        let version = head.get("schema_version").filter(|node| !node.is_null());
        let version = version.and_then(|node| Some((node.as_str()?.to_owned(), node.at)));
        if let Some((version, at)) = version
            && !is_supported_version(&version)
        {
            // Drop all problems: another version may have other rules.
            let found = &mut self.found;
            found.visits.truncate(before.visits);
            found.diagnostics.truncate(before.diagnostics);
            found.unusable.truncate(before.unusable);
            found.limit = before.limit;
            found.unlisted = UnlistedCounts::default();
            return self.report(LocatedProblem::new(Problem::UnsupportedVersion(version), at), None);
        }
        if is_bare_visit(head) {
            self.found.is_archive |= is_certainly_bare_visit(head);
            return self.bare_visit(head, whole);
        }
        let says = |list: &&str| head.get(list).is_some_and(|node| !node.is_null());
        let has_register = LISTS.iter().any(says);
        let visits = head.get("visits");
        let is_bare = visits.is_none_or(Node::is_null) && !has_register;
        if is_bare && (whole || visits.is_some()) {
            let at = head.span_of("visits");
            self.report(LocatedProblem::new(Problem::MissingField("visits".to_owned()), at), None);
        }
        if let NodeValue::Mapping(entries) = &mut head.value {
            for twin in remove_duplicate_keys(entries) {
                self.report(twin, None);
            }
        }
        let (header, record_problems) = record::read::<Header>(head);
        let missing = |problem: &Problem| matches!(problem, Problem::MissingField(_));
        for it in record_problems.into_iter().filter(|it| whole || !missing(&it.located.problem)) {
            self.report(it.located, None);
        }
        let header = header.unwrap_or_default();
        let mut problems = Vec::new();
        check_hidden_text(head, self.source, &mut problems);
        problems.extend(header.registered().filter_map(invalid_id));
        problems.extend(self.options.register.unknown_in(head));
        plausibility::check_register(&header, head, &mut problems);
        check_register_vocabulary(&header, head, &mut problems);
        plausibility::check_timezone(header.timezone.as_deref(), head, &mut problems);
        plausibility::check_language(header.language.as_deref(), (head, "language"), &mut problems);
        for problem in problems {
            self.report(problem, None);
        }
        for visit in self.found.visits.iter_mut().skip(before.visits) {
            visit.header = self.found.headers.len();
            visit.timezone = visit.timezone.take().or_else(|| header.timezone.clone());
            visit.language = visit.language.take().or_else(|| header.language.clone());
        }
        self.found.headers.push(header);
    }

    /// Reads a visit where an archive is expected. JSON Lines contain one on each line.
    fn bare_visit(&mut self, head: &mut Node, whole: bool) {
        let at = head.at;
        if !self.source.is_json_lines() {
            return self.report(LocatedProblem::new(Problem::VisitOutsideList, at), None);
        }
        let before = self.found.visits.len();
        let mut node = std::mem::replace(head, Node { at, value: NodeValue::Mapping(Vec::new()) });
        let noted = match &mut node.value {
            NodeValue::Mapping(entries) => remove_duplicate_keys(entries),
            _ => Vec::new(),
        };
        self.visit(VisitItem { node, noted }, whole);
        for visit in self.found.visits.iter_mut().skip(before) {
            visit.header = self.found.headers.len();
        }
        self.found.headers.push(Header::default());
    }

    /// Reads a visit. An incomplete visit is not blamed for missing fields, and cannot be used.
    pub(super) fn visit(&mut self, item: VisitItem, whole: bool) {
        let VisitItem { mut node, noted } = item;
        let text = |key| node.get(key).and_then(Node::as_str).map(str::to_owned);
        let id = text("id");
        let name = text("title").or_else(|| id.clone());
        let name = name.unwrap_or_else(|| format!("{}:{}", self.source.name, node.at.line));
        let unusable = UnusableVisit { name, line: node.at.line };
        let mut problems = noted;
        check_hidden_text(&node, self.source, &mut problems);
        problems.extend(self.options.register.complete(&mut node));
        // Do not report references to records that could not be read.
        let duplicate_list_kinds = |it: &LocatedProblem| match &it.problem {
            Problem::DuplicateKey(list) => reference_kinds(list),
            _ => &[],
        };
        let mut unreadable_kinds: Vec<ReferenceKind> =
            problems.iter().flat_map(duplicate_list_kinds).copied().collect();
        let (visit, record_problems) = record::read::<Visit>(&mut node);
        let is_whole = record_problems.is_empty() && unreadable_kinds.is_empty();
        unreadable_kinds.extend(record_problems.iter().flat_map(record::RecordProblem::unreadable_kinds));
        problems.extend(record_problems.into_iter().map(|it| it.located));
        if let Some(visit) = &visit {
            let is_reportable = |it: &LocatedProblem| match it.problem {
                Problem::UnknownReference { wanted, .. } => !unreadable_kinds.contains(&wanted),
                _ => true,
            };
            problems.extend(check_references(visit, &node).into_iter().filter(is_reportable));
            check_plausibility(visit, &node, &mut problems);
            check_vocabulary(visit, &node, &mut problems);
            check_money(visit, &node, &mut problems);
            let quotes = check_quotes(visit, &node, self.options.texts, is_whole, &mut problems);
            self.found.quotes = self.found.quotes.plus(quotes);
        }
        let is_usable = whole && !problems.iter().any(is_fatal);
        let is_reportable = |it: &LocatedProblem| whole || !matches!(it.problem, Problem::MissingField(_));
        for located in problems.into_iter().filter(is_reportable) {
            self.report(located, (!is_usable).then(|| unusable.clone()));
        }
        match visit.filter(|_| is_usable) {
            Some(visit) if self.options.keep => self.found.visits.push(visit),
            Some(visit) => self.found.visits.push(cross_checked_fields(visit)),
            None => self.found.unusable.extend(id),
        }
    }
}

/// Adds a field to the head of an archive.
fn push(head: &mut Node, key: Node, value: Node) {
    if let NodeValue::Mapping(entries) = &mut head.value {
        entries.push((key, value));
    }
}

/// Whether a mapping is a visit where an archive is expected.
fn is_bare_visit(node: &Node) -> bool {
    let is_named = node.get("id").is_some() && node.get("title").is_some();
    node.get("visits").is_none() && (is_named || is_certainly_bare_visit(node))
}

/// The same, if the fields cannot be those of another format.
fn is_certainly_bare_visit(node: &Node) -> bool {
    let has = |key: &&str| node.get(key).is_some();
    let visit_fields = ["start_date", "date_text", "itinerary", "statements", "participants"];
    let (is_archive, is_named) = (has(&"schema_version"), has(&"id") || has(&"title"));
    // Organizations may also be those of a register.
    let is_visit = has(&"id") && has(&"title") && has(&"organizations");
    !has(&"visits")
        && (visit_fields.iter().any(has) && (is_archive || is_named) || is_archive && has(&"id") || is_visit)
}

/// Whether a list item is a visit. It needs less evidence than [`is_certainly_bare_visit`], because the file may not be an
/// archive.
fn is_in_bare_list(node: &Node) -> bool {
    node.get("id").is_some() && node.get("title").is_some()
}

fn is_fatal(located: &LocatedProblem) -> bool {
    located.problem.is_fatal()
}

/// Keeps only the fields that other visits are checked against.
fn cross_checked_fields(visit: Visit) -> Visit {
    let Visit { id, title, organizations, participants, related, .. } = visit;
    Visit { id, title, organizations, participants, related, ..Visit::default() }
}
