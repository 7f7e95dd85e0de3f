//! From the text of one file to visits: what is good is kept, what is wrong is told, whatever stands beside it.

use granit_parser::Event;
use serde::Deserialize;

use super::compose::{Broken, Composer};
use super::crosscheck::crosscheck;
use super::node::{Node, Value};
use super::record;
use super::source::Source;
use crate::diagnostic::{At, Diagnostic, Fault, Owner, Shape};
use crate::model::Visit;

/// So many faults of a file are told one by one.
const TOLD: usize = 1_000;
/// A list that breaks more often than this is not worth going on with.
const BREAKS: usize = 100;

/// The fields of an archive, besides its visits.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    #[expect(dead_code, reason = "its presence is checked; what it says is looked at before anything else")]
    schema_version: String,
    #[expect(dead_code, reason = "shown when a view of the archive as a whole has a place for it")]
    title: Option<String>,
    language: Option<String>,
    timezone: Option<String>,
    #[expect(dead_code, reason = "as the title")]
    license: Option<String>,
    #[expect(dead_code, reason = "its presence is checked, its items are read one by one")]
    visits: Vec<serde::de::IgnoredAny>,
}

/// What a file holds.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) visits: Vec<Visit>,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// Faults beyond those.
    pub(super) untold: usize,
    /// Whether any document looks like an archive.
    pub(super) is_ours: bool,
}

/// Reads every document of a file.
pub(super) fn read(source: &Source, file: usize) -> Found {
    let mut reader = Reader { source, file, found: Found::default(), documents: 0 };
    let mut composer = Composer::new(&source.text, 0);
    loop {
        if let Err(broken) = reader.document(&mut composer) {
            reader.tell(broken, None);
        }
        reader.tell_twins(&mut composer);
        if !composer.next_document() {
            break;
        }
    }
    if reader.documents == 0 && reader.found.diagnostics.is_empty() {
        let fault = Fault::MissingField("schema_version".to_owned());
        reader.tell(Broken { fault, at: At { line: 1, column: 1, length: 1 } }, None);
    }
    reader.found
}

struct Reader<'s> {
    source: &'s Source,
    file: usize,
    found: Found,
    documents: usize,
}

/// Where a list of visits breaks.
struct Stop {
    /// Where the last visit begins that was begun.
    start: At,
    /// Whether that visit had ended, as far as could be seen.
    is_behind: bool,
    broken: Broken,
}

impl<'s> Reader<'s> {
    fn tell(&mut self, broken: Broken, visit: Option<Owner>) {
        if self.found.diagnostics.len() < TOLD {
            self.found.diagnostics.push(self.source.diagnostic(broken.fault, broken.at, visit));
        } else {
            self.found.untold += 1;
        }
    }

    /// Tells of keys that stand twice outside of visits.
    fn tell_twins(&mut self, composer: &mut Composer<'s>) {
        for twin in composer.twins.drain(..) {
            self.tell(twin, None);
        }
    }

    /// Reads one document; the events up to its end are consumed unless it breaks.
    fn document(&mut self, composer: &mut Composer<'s>) -> Result<(), Broken> {
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
                        self.tell(Broken { fault, at }, None);
                    }
                }
            }
        }
        Ok(())
    }

    fn archive(&mut self, composer: &mut Composer<'s>, at: At) -> Result<(), Broken> {
        let before = (self.found.visits.len(), self.found.diagnostics.len());
        let mut head = Node { at, value: Value::Mapping(Vec::new()) };
        let whole = self.fields(composer, &mut head);
        // What was read before a break is finished like the rest.
        self.finish(&mut head, before, whole.is_ok());
        whole
    }

    fn fields(&mut self, composer: &mut Composer<'s>, head: &mut Node) -> Result<(), Broken> {
        while let Some((event, at)) = composer.next().transpose()? {
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
                self.visits(composer, at)?;
            } else {
                value = composer.node(event, at, 1)?;
                self.tell_twins(composer);
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
            self.tell(Broken { fault: Fault::DuplicateKey(name.to_owned()), at: key.at }, None);
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
            return self.tell(Broken { fault: Fault::UnsupportedVersion(version), at }, None);
        }
        if let Some(at) = head.get("visits").filter(|node| node.is_null()).map(|node| node.at) {
            self.tell(Broken { fault: Fault::MissingField("visits".to_owned()), at }, None);
        }
        let (archive, faults) = record::read::<Head>(head);
        let missing = |fault: &Fault| matches!(fault, Fault::MissingField(_));
        for found in faults.into_iter().filter(|found| whole || !missing(&found.fault)) {
            self.tell(Broken { fault: found.fault, at: found.at }, None);
        }
        for visit in self.found.visits.iter_mut().skip(before.0) {
            let inherited =
                |field: fn(&Head) -> &Option<String>| archive.as_ref().and_then(|head| field(head).clone());
            visit.timezone = visit.timezone.take().or_else(|| inherited(|head| &head.timezone));
            visit.language = visit.language.take().or_else(|| inherited(|head| &head.language));
        }
    }

    /// Reads the items of `visits`, whose list begins at `list`. Where one breaks, the next item of the list is a
    /// visit of its own again.
    fn visits(&mut self, composer: &mut Composer<'s>, list: At) -> Result<(), Broken> {
        let Err(mut stop) = self.items(composer) else { return Ok(()) };
        // The parser places a list that is not indented at its first item, and not at the dash.
        let line = self.source.line(list.line).unwrap_or_default();
        let Some(dash) =
            line.find('-').filter(|at| line.get(..*at).is_some_and(|blank| blank.trim().is_empty()))
        else {
            return Err(stop.broken);
        };
        // Where not even the first item could be begun, it is looked for from the head of the list.
        stop.start.line = stop.start.line.max(list.line - 1);
        let mut told = Vec::new();
        for _ in 0..BREAKS {
            let next = self.next_item(stop.start.line, dash);
            let breaks_the_next = next.is_some_and(|(line, _)| line <= stop.broken.at.line);
            if stop.is_behind && !breaks_the_next {
                self.abandon(stop.start);
            }
            let start = stop.start.line;
            told.push(stop.broken);
            let Some((line, rest)) = next else { break };
            match self.items(&mut Composer::new(rest, line - 1)) {
                Ok(()) => break,
                Err(another) => stop = another,
            }
            stop.start.line = stop.start.line.max(line).max(start);
        }
        let mut told = told.into_iter();
        let first = told.next();
        told.for_each(|broken| self.tell(broken, None));
        first.map_or(Ok(()), Err)
    }

    /// Reads items until the list ends, or until one breaks.
    fn items(&mut self, composer: &mut Composer<'s>) -> Result<(), Stop> {
        let mut start = At::default();
        while let Some(next) = composer.next() {
            let (event, at) = next.map_err(|broken| Stop { start, is_behind: start.line > 0, broken })?;
            match event {
                Event::SequenceEnd => return Ok(()),
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
        Ok(())
    }

    /// Where reading breaks off right behind a visit, it may have had more to say: it cannot be used, and what it lacks
    /// is not its fault.
    fn abandon(&mut self, start: At) {
        if self
            .found
            .visits
            .last()
            .is_some_and(|visit| visit.file == self.file && visit.id.line() >= start.line)
        {
            self.found.visits.pop();
        }
        self.found.diagnostics.retain(|diagnostic| {
            let lacks = matches!(diagnostic.fault, Fault::MissingField(_));
            !lacks || diagnostic.visit.as_ref().is_none_or(|visit| visit.line != start.line)
        });
    }

    /// The first item that begins after `line` of a list whose dashes stand behind `dash` blanks, and the text from
    /// there to the end of the list.
    fn next_item(&self, line: u32, dash: usize) -> Option<(u32, &'s str)> {
        let is_item = |text: &str| {
            let rest =
                text.get(dash..).filter(|_| text.get(..dash).is_some_and(|blank| blank.trim().is_empty()));
            rest.is_some_and(|rest| rest.starts_with("- ") || rest == "-")
        };
        let ends_list = |text: &str| {
            let content = text.trim_start();
            let indent = text.len() - content.len();
            let outside = indent < dash || (indent == dash && !content.starts_with('-'));
            (outside && !content.is_empty() && !content.starts_with('#')) || text.starts_with("---")
        };
        let mut lines = (line + 1..).map_while(|number| Some((number, self.source.line(number)?)));
        let (first, _) =
            lines.by_ref().take_while(|(_, text)| !ends_list(text)).find(|(_, text)| is_item(text))?;
        let end = lines.find(|(_, text)| ends_list(text)).and_then(|(number, _)| self.source.start(number));
        let rest = self.source.start(first)?..end.unwrap_or(self.source.text.len());
        Some((first, self.source.text.get(rest)?))
    }

    fn visit(&mut self, composer: &mut Composer<'s>, mut node: Node) {
        let name = ["title", "id"].into_iter().find_map(|key| node.get(key)?.as_str().map(str::to_owned));
        let name = name.unwrap_or_else(|| format!("{}:{}", self.source.name, node.at.line));
        let owner = Owner { name, line: node.at.line };
        let mut faults: Vec<(Fault, At)> =
            composer.twins.drain(..).map(|twin| (twin.fault, twin.at)).collect();
        let (visit, found) = record::read::<Visit>(&mut node);
        // When a list of the visit could not be read, what refers to its records is not to blame.
        let lost_a_list = |found: &record::Found| {
            let of_a_list = matches!(
                found.fault,
                Fault::UnknownField { .. } | Fault::WrongType { expected: Shape::List, .. }
            );
            found.is_own && of_a_list
        };
        let lists_are_whole = !found.iter().any(lost_a_list) && faults.is_empty();
        faults.extend(found.into_iter().map(|found| (found.fault, found.at)));
        if let Some(visit) = &visit {
            let checked = crosscheck(visit, &self.source.name).into_iter();
            faults
                .extend(checked.filter(|(fault, _)| {
                    lists_are_whole || !matches!(fault, Fault::UnknownReference { .. })
                }));
        }
        match visit {
            Some(visit) if faults.is_empty() => self.found.visits.push(Visit { file: self.file, ..visit }),
            _ => {
                for (fault, at) in faults {
                    self.tell(Broken { fault, at }, Some(owner.clone()));
                }
            }
        }
    }
}
