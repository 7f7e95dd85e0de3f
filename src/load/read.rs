//! From the text of one file to visits: what is good is kept, what is wrong is told, whatever stands beside it.

use granit_parser::Event;

use super::compose::Composer;
use super::crosscheck::crosscheck;
use super::finding::Finding;
use super::hidden::hidden;
use super::node::{Node, Value};
use super::plausible::{self, plausible};
use super::quotes::{SourceTexts, citable};
use super::record;
use super::slip::slip;
use super::source::Source;
use crate::diagnostic::{At, Diagnostic, Fault, Owner, Severity, Shape, Tally};
use crate::model::{Header, Visit};

/// So many errors of a file are told one by one, and so many warnings.
const TOLD: usize = 1_000;
/// A list that breaks more often than this is not worth going on with.
const BREAKS: usize = 100;

/// What a file holds.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// [`Visit::header`] is an index into the headers of this file.
    pub(super) visits: Vec<Visit>,
    /// One for each document that has visits.
    pub(super) headers: Vec<Header>,
    /// The ids of visits that cannot be used.
    pub(super) broken: Vec<String>,
    pub(super) diagnostics: Vec<Diagnostic>,
    told: Tally,
    /// Faults beyond those.
    pub(super) untold: Tally,
    /// Whether any document looks like an archive.
    pub(super) is_ours: bool,
}

/// How visits are read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Manner<'a> {
    /// Where quotes are looked for.
    pub(super) texts: &'a SourceTexts,
    /// Whether the visits will be used. If not, only that is kept of each which others are checked by.
    pub(super) keep: bool,
}

/// Reads every document of a file.
pub(super) fn read<'s>(source: &'s Source, manner: Manner<'s>) -> Found {
    let mut reader = Reader { source, manner, found: Found::default(), documents: 0 };
    let mut composer = Composer::new(&source.text, 0);
    loop {
        if let Err(broken) = reader.document(&mut composer) {
            reader.tell(broken, None);
        }
        reader.tell_noted(&mut composer);
        if !composer.next_document() {
            break;
        }
    }
    if reader.documents == 0 && reader.found.diagnostics.is_empty() {
        reader.tell(Finding::new(Fault::EmptyFile, At { line: 1, column: 1, length: 1 }), None);
    }
    reader.found
}

struct Reader<'s> {
    source: &'s Source,
    manner: Manner<'s>,
    found: Found,
    documents: usize,
}

/// A list of visits.
#[derive(Debug, Clone, Copy)]
struct List {
    at: At,
    /// The column of the fields of the archive, to which the list is one.
    outside: u32,
}

/// Where a list of visits breaks.
struct Stop {
    /// Where the last visit begins that was begun.
    start: At,
    /// Whether that visit had ended, as far as could be seen.
    is_behind: bool,
    broken: Finding,
}

impl<'s> Reader<'s> {
    fn tell(&mut self, mut finding: Finding, visit: Option<Owner>) {
        if let Fault::Syntax(snag) = finding.fault {
            let (snag, at) = slip(snag, finding.at, self.source);
            finding = Finding::new(Fault::Syntax(snag), at);
        }
        let found = &mut self.found;
        let severity = finding.fault.code().severity();
        let told = match severity {
            Severity::Error => found.told.errors,
            Severity::Warning => found.told.warnings,
        };
        if told < TOLD {
            found.told.add(severity);
            found.diagnostics.push(self.source.diagnostic(finding, visit));
        } else {
            found.untold.add(severity);
        }
    }

    /// Tells what was noted outside of visits.
    fn tell_noted(&mut self, composer: &mut Composer<'s>) {
        for finding in composer.noted.drain(..) {
            self.tell(finding, None);
        }
    }

    /// Reads one document; the events up to its end are consumed unless it breaks.
    fn document(&mut self, composer: &mut Composer<'s>) -> Result<(), Finding> {
        while let Some((event, at)) = composer.next().transpose()? {
            match event {
                Event::StreamStart | Event::DocumentStart(..) => {}
                Event::StreamEnd | Event::DocumentEnd => break,
                Event::MappingStart(..) => {
                    self.documents += 1;
                    self.archive(composer, at)?;
                }
                event => {
                    let node = composer.node(event, at, 0)?;
                    if !node.is_null() {
                        self.documents += 1;
                        let fault = Fault::WrongType { expected: Shape::Record, found: node.shape() };
                        self.tell(Finding::new(fault, at), None);
                    }
                }
            }
        }
        Ok(())
    }

    fn archive(&mut self, composer: &mut Composer<'s>, at: At) -> Result<(), Finding> {
        let before = (self.found.visits.len(), self.found.diagnostics.len());
        let mut head = Node { at, value: Value::Mapping(Vec::new()) };
        let whole = self.fields(composer, &mut head);
        // What was read before a break is finished like the rest.
        self.finish(&mut head, before, whole.is_ok());
        whole
    }

    fn fields(&mut self, composer: &mut Composer<'s>, head: &mut Node) -> Result<(), Finding> {
        let mut list = None;
        while let Some(next) = composer.next() {
            let (event, at) = match (next, list.take()) {
                (Ok(next), _) => next,
                // A line that stands left of the list, but is no field of the archive, may belong to its last visit.
                (Err(broken), Some((list, start))) if broken.at.column > head.at.column => {
                    return self.resume(list, Stop { start, is_behind: true, broken });
                }
                (Err(broken), _) => return Err(broken),
            };
            if event == Event::MappingEnd {
                return Ok(());
            }
            let key = composer.node(event, at, 1)?;
            let is_visits = key.as_str() == Some("visits");
            self.found.is_ours |= is_visits || key.as_str() == Some("schema_version");
            let Some((event, at)) = composer.next().transpose()? else { break };
            let mut value = Node { at, value: Value::Sequence(Vec::new()) };
            if is_visits && matches!(event, Event::SequenceStart(..)) {
                self.push(head, key, value);
                let here = List { at, outside: head.at.column };
                match self.items(composer) {
                    Ok(start) => list = Some((here, start)),
                    Err(stop) => return self.resume(here, stop),
                }
            } else {
                value = composer.node(event, at, 1)?;
                self.tell_noted(composer);
                if let (true, Value::Sequence(items)) = (is_visits, &mut value.value) {
                    for item in std::mem::take(items) {
                        self.visit(composer, item);
                    }
                }
                self.push(head, key, value);
            }
        }
        Ok(())
    }

    /// Adds a field to the head; the first of two stays.
    fn push(&mut self, head: &mut Node, key: Node, value: Node) {
        if let Some(name) = key.as_str().filter(|name| head.get(name).is_some()) {
            self.tell(Finding::new(Fault::DuplicateKey(name.to_owned()), key.at), None);
        } else if let Value::Mapping(entries) = &mut head.value {
            entries.push((key, value));
        }
    }

    /// Checks the fields of the archive, and hands on to its visits what they inherit. Before it there were so many
    /// visits and diagnostics.
    fn finish(&mut self, head: &mut Node, before: (usize, usize), whole: bool) {
        let version = head.get("schema_version").and_then(|node| Some((node.as_str()?.to_owned(), node.at)));
        if let Some((version, at)) = version
            && version.split('.').next() != Some("1")
        {
            // What another version says is not for this one to judge.
            self.found.visits.truncate(before.0);
            self.found.diagnostics.truncate(before.1);
            self.found.told = Tally::of(&self.found.diagnostics);
            return self.tell(Finding::new(Fault::UnsupportedVersion(version), at), None);
        }
        if let Some(at) = head.get("visits").filter(|node| node.is_null()).map(|node| node.at) {
            self.tell(Finding::new(Fault::MissingField("visits".to_owned()), at), None);
        }
        let (header, faults) = record::read::<Header>(head);
        let missing = |fault: &Fault| matches!(fault, Fault::MissingField(_));
        for found in faults.into_iter().filter(|found| whole || !missing(&found.finding.fault)) {
            self.tell(found.finding, None);
        }
        let header = header.unwrap_or_default();
        let mut doubts = Vec::new();
        hidden(head, self.source, &mut doubts);
        plausible::zone(header.timezone.as_deref(), head, &mut doubts);
        plausible::language(header.language.as_deref(), head, &mut doubts);
        for doubt in doubts {
            self.tell(doubt, None);
        }
        for visit in self.found.visits.iter_mut().skip(before.0) {
            visit.header = self.found.headers.len();
            visit.timezone = visit.timezone.take().or_else(|| header.timezone.clone());
            visit.language = visit.language.take().or_else(|| header.language.clone());
        }
        self.found.headers.push(header);
    }

    /// Where the list of visits breaks, its next item is a visit of its own again.
    fn resume(&mut self, list: List, mut stop: Stop) -> Result<(), Finding> {
        // The parser places a list that is not indented at its first item, and not at the dash.
        let line = self.source.line(list.at.line).unwrap_or_default();
        let Some(dash) =
            line.find('-').filter(|at| line.get(..*at).is_some_and(|blank| blank.trim().is_empty()))
        else {
            return Err(stop.broken);
        };
        // Where not even the first item could be begun, it is looked for from the head of the list.
        stop.start.line = stop.start.line.max(list.at.line - 1);
        let mut told = Vec::new();
        for _ in 0..BREAKS {
            let next = self.next_item(stop.start.line, dash, list.outside);
            let breaks_the_next = next.is_some_and(|(line, _)| line <= stop.broken.at.line);
            if stop.is_behind && !breaks_the_next {
                self.abandon(stop.start);
            }
            let start = stop.start.line;
            told.push(stop.broken);
            let Some((line, rest)) = next else { break };
            let mut composer = Composer::new(rest, line - 1);
            stop = match self.items(&mut composer) {
                Err(another) => another,
                // The text ends with the list, unless something stands where nothing can.
                Ok(start) => match std::iter::from_fn(|| composer.next()).find_map(Result::err) {
                    Some(broken) => Stop { start, is_behind: true, broken },
                    None => break,
                },
            };
            stop.start.line = stop.start.line.max(line).max(start);
        }
        let mut told = told.into_iter();
        let first = told.next();
        told.for_each(|broken| self.tell(broken, None));
        first.map_or(Ok(()), Err)
    }

    /// Reads items until the list ends, or until one breaks. Says where the last one begins.
    fn items(&mut self, composer: &mut Composer<'s>) -> Result<At, Stop> {
        let mut start = At::default();
        while let Some(next) = composer.next() {
            let (event, at) = next.map_err(|broken| Stop { start, is_behind: start.line > 0, broken })?;
            match event {
                Event::SequenceEnd => return Ok(start),
                // What comes first when the text is the rest of a list.
                Event::StreamStart | Event::DocumentStart(..) | Event::SequenceStart(..)
                    if start.line == 0 => {}
                event => {
                    start = at;
                    let node = composer.node(event, at, 2);
                    let node = node.map_err(|broken| Stop { start, is_behind: false, broken })?;
                    self.visit(composer, node);
                }
            }
        }
        Ok(start)
    }

    /// Where reading breaks off right behind a visit, it may have had more to say: it cannot be used, and what it lacks
    /// is not its fault.
    fn abandon(&mut self, start: At) {
        if self.found.visits.last().is_some_and(|visit| visit.id.line() >= start.line) {
            self.found.visits.pop();
        }
        self.found.diagnostics.retain(|diagnostic| {
            let lacks = matches!(diagnostic.fault, Fault::MissingField(_));
            !lacks || diagnostic.visit.as_ref().is_none_or(|visit| visit.line != start.line)
        });
    }

    /// The first item that begins after `line` of a list whose dashes stand behind `dash` blanks, and the text from
    /// there to the end of the list, which comes with the next field in the column `outside`.
    fn next_item(&self, line: u32, dash: usize, outside: u32) -> Option<(u32, &'s str)> {
        let is_item = |text: &str| {
            let rest =
                text.get(dash..).filter(|_| text.get(..dash).is_some_and(|blank| blank.trim().is_empty()));
            rest.is_some_and(|rest| rest.starts_with("- ") || rest == "-")
        };
        let ends_list = |text: &str| {
            let content = text.trim_start();
            let indent = text.len() - content.len();
            let is_outside = u32::try_from(indent).is_ok_and(|indent| indent < outside);
            let is_field = is_outside && !(indent == dash && content.starts_with("- "));
            (is_field && !content.is_empty() && !content.starts_with('#')) || text.starts_with("---")
        };
        let mut lines = (line + 1..).map_while(|number| Some((number, self.source.line(number)?)));
        let (first, _) =
            lines.by_ref().take_while(|(_, text)| !ends_list(text)).find(|(_, text)| is_item(text))?;
        let end = lines.find(|(_, text)| ends_list(text)).and_then(|(number, _)| self.source.start(number));
        let rest = self.source.start(first)?..end.unwrap_or(self.source.text.len());
        Some((first, self.source.text.get(rest)?))
    }

    fn visit(&mut self, composer: &mut Composer<'s>, mut node: Node) {
        let text = |key| node.get(key).and_then(Node::as_str).map(str::to_owned);
        let id = text("id");
        let name = text("title").or_else(|| id.clone());
        let name = name.unwrap_or_else(|| format!("{}:{}", self.source.name, node.at.line));
        let owner = Owner { name, line: node.at.line };
        let mut findings: Vec<Finding> = composer.noted.drain(..).collect();
        hidden(&node, self.source, &mut findings);
        let lists_are_whole = !findings.iter().any(is_error);
        let (visit, found) = record::read::<Visit>(&mut node);
        // When a list of the visit could not be read, what refers to its records is not to blame.
        let lost_a_list = |found: &record::Found| {
            let of_a_list = matches!(
                found.finding.fault,
                Fault::UnknownField { .. } | Fault::WrongType { expected: Shape::List, .. }
            );
            found.is_own && of_a_list
        };
        let is_whole = lists_are_whole && found.is_empty();
        let lists_are_whole = lists_are_whole && !found.iter().any(lost_a_list);
        findings.extend(found.into_iter().map(|found| found.finding));
        if let Some(visit) = &visit {
            let checked = crosscheck(visit).into_iter();
            findings.extend(
                checked.filter(|it| lists_are_whole || !matches!(it.fault, Fault::UnknownReference { .. })),
            );
            plausible(visit, &node, &mut findings);
            // What is missing from half a visit says nothing.
            if is_whole {
                citable(visit, &node, self.manner.texts, &mut findings);
            }
        }
        let is_good = !findings.iter().any(is_error);
        for finding in findings {
            self.tell(finding, (!is_good).then(|| owner.clone()));
        }
        match visit.filter(|_| is_good) {
            Some(visit) if self.manner.keep => self.found.visits.push(visit),
            Some(visit) => self.found.visits.push(gist(visit)),
            None => self.found.broken.extend(id),
        }
    }
}

fn is_error(finding: &Finding) -> bool {
    finding.fault.code().severity() == Severity::Error
}

/// What other visits are checked by.
fn gist(visit: Visit) -> Visit {
    let Visit { id, title, organizations, participants, related, .. } = visit;
    Visit { id, title, organizations, participants, related, ..Visit::default() }
}
