//! From the text of one file to visits: what is good is kept, what is wrong is told, whatever stands beside it.

use granit_parser::Event;
use serde::Deserialize;

use super::compose::{Broken, Composer};
use super::crosscheck::crosscheck;
use super::node::{Node, Value};
use super::record;
use super::source::Source;
use crate::diagnostic::{At, Diagnostic, Fault, Shape};
use crate::model::Visit;

/// A list that breaks more often than this is not worth going on with.
const BREAKS: usize = 100;

/// The fields of an archive, besides its visits.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
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

impl<'s> Reader<'s> {
    fn tell(&mut self, broken: Broken, visit: Option<&str>) {
        self.found.diagnostics.push(self.source.diagnostic(broken.fault, broken.at, visit));
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
        let first = self.found.visits.len();
        let mut head = Node { at, value: Value::Mapping(Vec::new()) };
        let whole = self.fields(composer, &mut head);
        // What was read before a break is finished like the rest.
        self.finish(&mut head, first, whole.is_ok());
        whole
    }

    fn fields(&mut self, composer: &mut Composer<'s>, head: &mut Node) -> Result<(), Broken> {
        while let Some((event, at)) = composer.next().transpose()? {
            if event == Event::MappingEnd {
                return Ok(());
            }
            let key = composer.node(event, at, 1)?;
            self.found.is_ours |= matches!(key.as_str(), Some("visits" | "schema_version"));
            let Some((event, at)) = composer.next().transpose()? else { break };
            let is_list = matches!(event, Event::SequenceStart(..));
            let value = if key.as_str() == Some("visits") && is_list {
                push(head, key, Node { at, value: Value::Sequence(Vec::new()) });
                self.visits(composer, at)?;
                continue;
            } else {
                composer.node(event, at, 1)?
            };
            push(head, key, value);
        }
        Ok(())
    }

    /// Checks the fields of the archive, and hands on to the visits since `first` what they inherit.
    fn finish(&mut self, head: &mut Node, first: usize, whole: bool) {
        let (archive, faults) = record::read::<Head>(head);
        let missing = |fault: &Fault| matches!(fault, Fault::MissingField(_));
        for (fault, at) in faults.into_iter().filter(|(fault, _)| whole || !missing(fault)) {
            self.tell(Broken { fault, at }, None);
        }
        let Some(archive) = archive else { return };
        let major = archive.schema_version.split('.').next().unwrap_or_default();
        if let Some(at) =
            head.get("schema_version").filter(|node| node.as_str().is_some()).map(|node| node.at)
            && major != "1"
        {
            self.found.visits.truncate(first);
            self.tell(Broken { fault: Fault::UnsupportedVersion(archive.schema_version), at }, None);
            return;
        }
        for visit in self.found.visits.iter_mut().skip(first) {
            visit.timezone = visit.timezone.take().or_else(|| archive.timezone.clone());
            visit.language = visit.language.take().or_else(|| archive.language.clone());
        }
    }

    /// Reads the items of `visits`, whose list begins at `list`. Where one breaks, the next item of the list is a
    /// visit of its own again.
    fn visits(&mut self, composer: &mut Composer<'s>, list: At) -> Result<(), Broken> {
        let Err((mut start, broken)) = self.items(composer) else { return Ok(()) };
        // The parser places a list that is not indented at its first item, and not at the dash.
        let line = self.source.line(list.line).unwrap_or_default();
        let Some(dash) =
            line.find('-').filter(|at| line.get(..*at).is_some_and(|blank| blank.trim().is_empty()))
        else {
            return Err(broken);
        };
        for _ in 0..BREAKS {
            let Some((line, rest)) = self.next_item(start.line, dash) else { break };
            match self.items(&mut Composer::new(rest, line - 1)) {
                Ok(()) => break,
                Err((at, broken)) => {
                    self.tell(broken, None);
                    start = At { line: at.line.max(line), ..at };
                }
            }
        }
        Err(broken)
    }

    /// Reads items until the list ends, or until one breaks: then says where that one began.
    fn items(&mut self, composer: &mut Composer<'s>) -> Result<(), (At, Broken)> {
        let mut start = At::default();
        while let Some(next) = composer.next() {
            let (event, at) = next.map_err(|broken| (start, broken))?;
            match event {
                Event::SequenceEnd => return Ok(()),
                // What comes first when the text is the rest of a list.
                Event::StreamStart | Event::DocumentStart(..) | Event::SequenceStart(..)
                    if start.line == 0 => {}
                event => {
                    start = at;
                    let node = composer.node(event, at, 2).map_err(|broken| (start, broken))?;
                    self.visit(composer, node);
                }
            }
        }
        Ok(())
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
        let label = ["title", "id"].into_iter().find_map(|key| node.get(key)?.as_str().map(str::to_owned));
        let label = label.unwrap_or_else(|| format!("{}:{}", self.source.name, node.at.line));
        let mut faults: Vec<(Fault, At)> =
            composer.twins.drain(..).map(|twin| (twin.fault, twin.at)).collect();
        let (visit, found) = record::read::<Visit>(&mut node);
        faults.extend(found);
        if let Some(visit) = &visit {
            faults.extend(crosscheck(visit));
        }
        match visit {
            Some(visit) if faults.is_empty() => self.found.visits.push(Visit { file: self.file, ..visit }),
            _ => {
                for (fault, at) in faults {
                    self.tell(Broken { fault, at }, Some(&label));
                }
            }
        }
    }
}

fn push(head: &mut Node, key: Node, value: Node) {
    if let Value::Mapping(entries) = &mut head.value {
        entries.push((key, value));
    }
}
