//! From the text of one file to visits: what is good is kept, what is wrong is told, whatever stands beside it.

use granit_parser::Event;

use super::compose::Composer;
use super::crosscheck::{bad_id, crosscheck, kinds_in};
use super::finding::{Finding, Measure};
use super::hidden::hidden;
use super::list::{Break, End, Item, Last, Lines, List};
use super::listed::{Counted, listed, listed_in_register};
use super::money::money;
use super::node::{Node, Value, drop_twins};
use super::plausible::{self, plausible};
use super::quotes::{Proofs, SourceTexts, citable};
use super::record;
use super::register::{LISTS, Register};
use super::slip::{self, slip};
use super::source::Source;
use crate::diagnostic::{At, Diagnostic, Fault, Kind, Owner, Shape, Snag, Warning};
use crate::model::{Header, Visit};

/// What a file holds.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// [`Visit::header`] is an index into the headers of this file.
    pub(super) visits: Vec<Visit>,
    /// One for each document.
    pub(super) headers: Vec<Header>,
    /// The ids of visits that cannot be used.
    pub(super) broken: Vec<String>,
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) measure: Measure,
    /// Of the quotes, when there are texts.
    pub(super) proofs: Proofs,
    /// Whether any document looks like an archive.
    pub(super) is_ours: bool,
    words: Counted,
}

/// How visits are read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Manner<'a> {
    /// Where quotes are looked for.
    pub(super) texts: &'a SourceTexts,
    /// What visits are completed from.
    pub(super) register: &'a Register,
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
    // Also where that is no field, for want of a colon or a space.
    reader.found.is_ours |= source.text.lines().any(|line| line.starts_with("schema_version"));
    if reader.documents == 0 && reader.found.diagnostics.is_empty() {
        reader.tell(Finding::new(Fault::EmptyFile, At { line: 1, column: 1, length: 1 }), None);
    }
    let Found { words, diagnostics, .. } = &mut reader.found;
    words.finish(diagnostics);
    reader.found
}

pub(super) struct Reader<'s> {
    pub(super) source: &'s Source,
    manner: Manner<'s>,
    found: Found,
    documents: usize,
}

/// What there was before a document.
#[derive(Debug, Clone, Copy)]
struct Mark {
    visits: usize,
    diagnostics: usize,
    broken: usize,
    measure: Measure,
}

impl<'s> Reader<'s> {
    pub(super) fn tell(&mut self, mut finding: Finding, visit: Option<Owner>) {
        if let Fault::Syntax(snag) = finding.fault {
            let (snag, at) = slip(snag, finding.at, self.source);
            finding = Finding::new(Fault::Syntax(snag), at);
        }
        if let Fault::Warning(Warning::UnknownTag(tag)) = &finding.fault {
            finding.at = slip::tag(tag, finding.at, self.source);
        }
        if self.found.words.tells(&finding.fault) && self.found.measure.tells(finding.fault.code().severity())
        {
            self.found.diagnostics.push(self.source.diagnostic(finding, visit));
        }
    }

    /// Tells what was noted outside of visits.
    pub(super) fn tell_noted(&mut self, composer: &mut Composer<'s>) {
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
                Event::MappingStart(_, _, tag) => {
                    composer.note_tag(tag.as_deref(), at);
                    self.documents += 1;
                    if let End::Resumed { .. } = self.archive(composer, at)? {
                        break;
                    }
                }
                // Several archives in JSON, as they are exported; in YAML they stand one behind the other.
                Event::SequenceStart(..) | Event::SequenceEnd if self.source.is_json_list() => {}
                event => {
                    let node = composer.node(event, at, 0)?;
                    if !node.is_null() {
                        self.documents += 1;
                        let is_list = matches!(&node.value, Value::Sequence(items) if items.iter().any(is_in_bare_list));
                        self.found.is_ours |= is_list;
                        let fault = if is_list {
                            Fault::BareList
                        } else {
                            Fault::WrongType { expected: Shape::Record, found: node.shape() }
                        };
                        self.tell(Finding::new(fault, at), None);
                    }
                }
            }
        }
        Ok(())
    }

    fn archive(&mut self, composer: &mut Composer<'s>, at: At) -> Result<End, Finding> {
        let found = &self.found;
        let before = Mark {
            visits: found.visits.len(),
            diagnostics: found.diagnostics.len(),
            broken: found.broken.len(),
            measure: found.measure,
        };
        let mut head = Node { at, value: Value::Mapping(Vec::new()) };
        let end = self.fields(composer, &mut head);
        let whole = matches!(end, Ok(End::Whole | End::Resumed { whole: true }));
        // What was read before a break is finished like the rest.
        self.finish(&mut head, before, whole);
        end
    }

    /// Reads the fields of an archive up to the end of its mapping.
    pub(super) fn fields(&mut self, composer: &mut Composer<'s>, head: &mut Node) -> Result<End, Finding> {
        // The list of visits, once it was met, and its last item while nothing has come behind it.
        let mut visits: Option<List> = None;
        let mut last: Option<Last> = None;
        while let Some(next) = composer.next() {
            let (event, at) = match next {
                Ok(next) => next,
                Err(finding) => return self.go_on(visits, Break::new(last, finding), head),
            };
            if event != Event::MappingEnd && last.is_some() && self.is_within(visits, at) {
                // What stands at the left edge by mistake belongs to the last visit.
                let finding = Finding::new(Fault::Syntax(Snag::Indentation), at);
                return self.go_on(visits, Break::new(last, finding), head);
            }
            self.file(last.take().and_then(|last| last.item));
            if event == Event::MappingEnd {
                return Ok(End::Whole);
            }
            let key = composer.node(event, at, 1)?;
            let is_visits = key.as_str() == Some("visits");
            self.found.is_ours |= is_visits || key.as_str() == Some("schema_version");
            // A second list is a fault of its own, and need not be gone on with.
            if is_visits && head.get("visits").is_none() {
                visits = Some(List { line: key.at.line, outside: head.at.column });
            }
            let name = key.clone();
            match self.value(composer, head, key) {
                Ok(ended) => last = ended,
                Err(broken) => {
                    // A list that could not be begun is there all the same.
                    if is_visits && head.get("visits").is_none() {
                        push(head, name, Node { at, value: Value::Sequence(Vec::new()) });
                    }
                    return self.go_on(visits, *broken, head);
                }
            }
        }
        Ok(End::Whole)
    }

    /// Reads the value of a field of the archive. Of the list of visits, what was read last.
    fn value(
        &mut self,
        composer: &mut Composer<'s>,
        head: &mut Node,
        key: Node,
    ) -> Result<Option<Last>, Box<Break>> {
        let is_visits = key.as_str() == Some("visits");
        let line = key.at.line;
        let broken = |finding| Box::new(Break { last: Last { line, item: None }, finding });
        let Some((event, at)) = composer.next().transpose().map_err(broken)? else { return Ok(None) };
        if let (true, Event::SequenceStart(_, _, tag)) = (is_visits, &event) {
            composer.note_tag(tag.as_deref(), at);
            self.tell_noted(composer);
            push(head, key, Node { at, value: Value::Sequence(Vec::new()) });
            return self.items(composer).map(Some);
        }
        let mut value = composer.node(event, at, 1).map_err(broken)?;
        self.tell_noted(composer);
        if let (true, Value::Sequence(items)) = (is_visits, &mut value.value) {
            for node in std::mem::take(items) {
                self.visit(Item { node, noted: Vec::new() }, true);
            }
        }
        push(head, key, value);
        Ok(None)
    }

    /// Whether a field stands among the items of a list, and not behind them.
    fn is_within(&self, list: Option<List>, at: At) -> bool {
        let is_blank = |behind: &str| behind.starts_with('\u{a0}');
        let holds =
            |list| Lines::of(self.source, list).is_some_and(|lines| lines.next_item(at.line).is_some());
        self.source.behind(at).is_some_and(is_blank) || list.is_some_and(holds)
    }

    /// Goes on behind a break, if there is a list whose items can be told apart.
    fn go_on(&mut self, list: Option<List>, broken: Break, head: &mut Node) -> Result<End, Finding> {
        let is_fatal = matches!(broken.finding.fault, Fault::TooManyAliases | Fault::TooManyValues);
        if let Some(lines) = list.filter(|_| !is_fatal).and_then(|list| Lines::of(self.source, list)) {
            return Ok(self.resume(&lines, broken, head));
        }
        // Brackets say where each item ends.
        self.file(broken.last.item);
        Err(broken.finding)
    }

    /// Reads items until the list ends, or until one breaks. The last one is not filed: what comes next may show that it
    /// had more to say.
    pub(super) fn items(&mut self, composer: &mut Composer<'s>) -> Result<Last, Box<Break>> {
        let mut last = Last { line: 0, item: None };
        while let Some(next) = composer.next() {
            let (event, at) = match next {
                Ok(next) => next,
                Err(finding) => return Err(Box::new(Break { last, finding })),
            };
            match event {
                Event::SequenceEnd => break,
                // What comes first when the text is the rest of a list.
                Event::StreamStart | Event::DocumentStart(..) | Event::SequenceStart(..)
                    if last.line == 0 => {}
                event => {
                    let before = last.item.take();
                    last.line = at.line;
                    let node = composer.node(event, at, 2);
                    // What is no record may be an item of a list in the visit before, which has slipped to the left.
                    let is_slipped =
                        node.as_ref().is_ok_and(|node| node.as_str().is_some() && !node.is_null());
                    if let Some(before) = before {
                        self.visit(before, !is_slipped);
                    }
                    match node {
                        Ok(node) => {
                            last.item = Some(Item { node, noted: composer.noted.drain(..).collect() });
                        }
                        Err(finding) => return Err(Box::new(Break { last, finding })),
                    }
                }
            }
        }
        Ok(last)
    }

    /// Reads a visit that is whole.
    pub(super) fn file(&mut self, item: Option<Item>) {
        if let Some(item) = item {
            self.visit(item, true);
        }
    }

    /// Checks the fields of the archive, and hands on to its visits what they inherit.
    fn finish(&mut self, head: &mut Node, before: Mark, whole: bool) {
        let version = head.get("schema_version").filter(|node| !node.is_null());
        let version = version.and_then(|node| Some((node.as_str()?.to_owned(), node.at)));
        if let Some((version, at)) = version
            && !is_readable(&version)
        {
            // What another version says is not for this one to judge.
            let found = &mut self.found;
            found.visits.truncate(before.visits);
            found.diagnostics.truncate(before.diagnostics);
            found.broken.truncate(before.broken);
            found.measure = before.measure;
            found.words = Counted::default();
            return self.tell(Finding::new(Fault::UnsupportedVersion(version), at), None);
        }
        if is_bare_visit(head) {
            self.found.is_ours = true;
            return self.tell(Finding::new(Fault::BareVisit, head.at), None);
        }
        let says = |list: &&str| head.get(list).is_some_and(|node| !node.is_null());
        let has_a_register = LISTS.iter().any(says);
        let visits = head.get("visits");
        let is_bare = visits.is_none_or(Node::is_null) && !has_a_register;
        if is_bare && (whole || visits.is_some()) {
            let at = head.at_of("visits");
            self.tell(Finding::new(Fault::MissingField("visits".to_owned()), at), None);
        }
        if let Value::Mapping(entries) = &mut head.value {
            for twin in drop_twins(entries) {
                self.tell(twin, None);
            }
        }
        let (header, flaws) = record::read::<Header>(head);
        let missing = |fault: &Fault| matches!(fault, Fault::MissingField(_));
        for flaw in flaws.into_iter().filter(|flaw| whole || !missing(&flaw.finding.fault)) {
            self.tell(flaw.finding, None);
        }
        let header = header.unwrap_or_default();
        let mut doubts = Vec::new();
        hidden(head, self.source, &mut doubts);
        doubts.extend(header.registered().filter_map(bad_id));
        doubts.extend(self.manner.register.unknown_in(head));
        plausible::register(&header, head, &mut doubts);
        listed_in_register(&header, head, &mut doubts);
        plausible::zone(header.timezone.as_deref(), head, &mut doubts);
        plausible::language(header.language.as_deref(), (head, "language"), &mut doubts);
        for doubt in doubts {
            self.tell(doubt, None);
        }
        for visit in self.found.visits.iter_mut().skip(before.visits) {
            visit.header = self.found.headers.len();
            visit.timezone = visit.timezone.take().or_else(|| header.timezone.clone());
            visit.language = visit.language.take().or_else(|| header.language.clone());
        }
        self.found.headers.push(header);
    }

    /// Reads a visit. Of half a one what is missing is not its fault, and it cannot be used.
    pub(super) fn visit(&mut self, item: Item, whole: bool) {
        let Item { mut node, noted } = item;
        let text = |key| node.get(key).and_then(Node::as_str).map(str::to_owned);
        let id = text("id");
        let name = text("title").or_else(|| id.clone());
        let name = name.unwrap_or_else(|| format!("{}:{}", self.source.name, node.at.line));
        let owner = Owner { name, line: node.at.line };
        let mut findings = noted;
        hidden(&node, self.source, &mut findings);
        findings.extend(self.manner.register.complete(&mut node));
        // When a record of the visit could not be read, what refers to it is not to blame.
        let twice = |it: &Finding| match &it.fault {
            Fault::DuplicateKey(list) => kinds_in(list),
            _ => &[],
        };
        let mut hidden_kinds: Vec<Kind> = findings.iter().flat_map(twice).copied().collect();
        let (visit, flaws) = record::read::<Visit>(&mut node);
        let is_whole = flaws.is_empty() && hidden_kinds.is_empty();
        hidden_kinds.extend(flaws.iter().flat_map(record::Flaw::hidden_kinds));
        findings.extend(flaws.into_iter().map(|flaw| flaw.finding));
        if let Some(visit) = &visit {
            let is_blamed = |it: &Finding| match it.fault {
                Fault::UnknownReference { wanted, .. } => !hidden_kinds.contains(&wanted),
                _ => true,
            };
            findings.extend(crosscheck(visit, &node).into_iter().filter(is_blamed));
            plausible(visit, &node, &mut findings);
            listed(visit, &node, &mut findings);
            money(visit, &node, &mut findings);
            let proofs = citable(visit, &node, self.manner.texts, is_whole, &mut findings);
            self.found.proofs = self.found.proofs.plus(proofs);
        }
        let is_good = whole && !findings.iter().any(is_fatal);
        let is_its_own = |it: &Finding| whole || !matches!(it.fault, Fault::MissingField(_));
        for finding in findings.into_iter().filter(is_its_own) {
            self.tell(finding, (!is_good).then(|| owner.clone()));
        }
        match visit.filter(|_| is_good) {
            Some(visit) if self.manner.keep => self.found.visits.push(visit),
            Some(visit) => self.found.visits.push(gist(visit)),
            None => self.found.broken.extend(id),
        }
    }
}

/// Adds a field to the head.
fn push(head: &mut Node, key: Node, value: Node) {
    if let Value::Mapping(entries) = &mut head.value {
        entries.push((key, value));
    }
}

/// `1`, or `1.` with a number.
pub(super) fn is_readable(version: &str) -> bool {
    match version.split_once('.') {
        Some((major, minor)) => major == "1" && minor.parse::<u32>().is_ok(),
        None => version == "1",
    }
}

/// Whether a record is a visit where an archive should be.
fn is_bare_visit(node: &Node) -> bool {
    let has = |key: &str| node.get(key).is_some();
    let own = ["start_date", "date_text", "itinerary", "statements", "participants"];
    let has_own = own.into_iter().any(has);
    let is_archive = has("schema_version");
    // Organizations may be those of a register.
    let is_visit = (has_own || has("organizations")) && has("id") && has("title");
    !has("visits") && (is_archive && (has_own || has("id")) || is_visit)
}

/// The same, where the list may as well be somebody else's.
fn is_in_bare_list(node: &Node) -> bool {
    node.get("id").is_some() && node.get("title").is_some()
}

fn is_fatal(finding: &Finding) -> bool {
    finding.fault.is_fatal()
}

/// What other visits are checked by.
fn gist(visit: Visit) -> Visit {
    let Visit { id, title, organizations, participants, related, .. } = visit;
    Visit { id, title, organizations, participants, related, ..Visit::default() }
}
