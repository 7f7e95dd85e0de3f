//! Reads the visits of a file and their problems.

use std::sync::Arc;

use granit_parser::Event;

use super::compose::Composer;
use super::hidden_text::check_hidden_text;
use super::money::check_money;
use super::node::{Node, NodeValue};
use super::parsed_file::ParsedFile;
use super::plausibility::check_plausibility;
use super::problem::{LocatedProblem, ReportLimit};
use super::quotes::{SourceTexts, check_quotes};
use super::record;
use super::references::{check_references, reference_kinds};
use super::register::Register;
use super::syntax;
use super::text_file::TextFile;
use super::visit_list::{BrokenList, FieldsEnd, LastItem, VisitItem, VisitLines, VisitList};
use super::vocabulary::check_vocabulary;
use crate::diagnostic::{Problem, ReferenceKind, Shape, SourceSpan, SyntaxError, UnusableVisit, Warning};
use crate::model::Visit;

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

/// Reads all documents of a file.
pub(super) fn read<'s>(source: &'s TextFile, options: ReadOptions<'s>) -> ParsedFile {
    let mut reader = FileReader::new(source, options);
    for (lines_before, text) in source.parts() {
        reader.documents(&mut Composer::new(text, lines_before));
    }
    reader.found.complete(source, options.keep);
    reader.found
}

pub(super) struct FileReader<'s> {
    pub(super) source: &'s TextFile,
    pub(super) options: ReadOptions<'s>,
    pub(super) found: ParsedFile,
    piece: Option<PieceState>,
}

/// The state of a reader of one piece of a file.
#[derive(Debug, Default)]
struct PieceState {
    /// Whether the file must be read as a whole.
    is_doubtful: bool,
    /// What was read from the pieces of the list of visits between its first and its last item.
    between: Vec<ParsedFile>,
}

/// The state before a document.
#[derive(Debug, Clone, Copy)]
pub(super) struct Checkpoint {
    pub(super) visits: usize,
    pub(super) diagnostics: usize,
    pub(super) unusable: usize,
    pub(super) limit: ReportLimit,
}

impl<'s> FileReader<'s> {
    fn new(source: &'s TextFile, options: ReadOptions<'s>) -> Self {
        Self { source, options, found: ParsedFile::default(), piece: None }
    }

    /// A reader of one piece.
    pub(super) fn of_piece(source: &'s TextFile, options: ReadOptions<'s>) -> Self {
        Self { piece: Some(PieceState::default()), ..Self::new(source, options) }
    }

    /// A reader that continues after the sections before, with what was read from the pieces of the next list.
    pub(super) fn of_list(
        source: &'s TextFile,
        options: ReadOptions<'s>,
        (before, between): (ParsedFile, Vec<ParsedFile>),
    ) -> Self {
        let piece = Some(PieceState { is_doubtful: false, between });
        Self { found: before, piece, ..Self::new(source, options) }
    }

    /// What was read from a piece. `None` if in doubt.
    pub(super) fn finish_piece(self, composer: &Composer<'_>) -> Option<ParsedFile> {
        let Self { mut found, piece, .. } = self;
        found.spent = found.spent.plus(composer.spent());
        let is_certain = piece.is_some_and(|piece| !piece.is_doubtful && piece.between.is_empty());
        is_certain.then_some(found)
    }

    /// Gives up a piece after an error, because what follows may need the rest of the file. Returns false for a whole
    /// file, which is read on.
    pub(super) fn gives_up(&mut self) -> bool {
        self.piece.as_mut().is_some_and(|piece| {
            piece.is_doubtful = true;
            true
        })
    }

    /// Adds the items of the pieces between the first and the last item of the list.
    fn add_pieces(&mut self) {
        let between = self.piece.as_mut().map(|piece| std::mem::take(&mut piece.between));
        for items in between.unwrap_or_default() {
            self.found.append(items);
        }
    }

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
        if self.found.admits(&located.problem) {
            self.found.diagnostics.push(self.source.diagnostic(located, visit));
        }
    }

    /// Reports what was noted outside of visits.
    pub(super) fn report_noted(&mut self, composer: &mut Composer<'s>) {
        for located in composer.noted.drain(..) {
            self.report(located, None);
        }
    }

    /// Reads all documents of a text.
    pub(super) fn documents(&mut self, composer: &mut Composer<'s>) {
        loop {
            if let Err(broken) = self.document(composer) {
                if self.gives_up() {
                    return;
                }
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
                    self.found.documents += 1;
                    if let FieldsEnd::Recovered { .. } = self.archive(composer, at)? {
                        break;
                    }
                }
                // JSON exports contain a list of archives; YAML has several documents instead.
                Event::SequenceStart(..) | Event::SequenceEnd if self.source.is_json_list() => {}
                event => {
                    let node = composer.node(event, at, 0)?;
                    if !node.is_null() {
                        self.found.documents += 1;
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
        if self.gives_up() {
            return Err(broken.located);
        }
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
                    let is_after_gap = composer.is_after_gap();
                    let node = composer.node(event, at, 2);
                    // An item that is plain text probably belongs to a list in the previous visit and has lost its
                    // indentation.
                    let is_slipped =
                        node.as_ref().is_ok_and(|node| node.as_str().is_some() && !node.is_null());
                    if let Some(before) = before {
                        self.visit(before, !is_slipped);
                    }
                    if is_after_gap {
                        self.add_pieces();
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
            Some(visit) if self.options.keep => self.found.visits.push(Arc::new(visit)),
            Some(visit) => self.found.visits.push(Arc::new(cross_checked_fields(visit))),
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

/// Whether a list item is a visit. It needs less evidence than `archive_head::is_certainly_bare_visit`, because the file may not be an
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
