//! From the events of the YAML parser to trees: one node at a time, aliases copied within a budget.

use std::collections::{HashMap, HashSet};

use granit_parser::{Event, Options, Parser, ScalarStyle, ScanError, Span, StrInput, options};

use super::node::{Node, Value};
use crate::diagnostic::{At, Fault};

/// Nothing in the format is nested deeper than ten levels.
const DEPTH: usize = 64;
/// Mappings of more keys are searched for twins by a set.
const FEW_KEYS: usize = 24;
/// Copies made for aliases may weigh this much, and ten times the text besides.
const ALIAS_WEIGHT: usize = 1 << 20;

/// Why a node could not be made.
#[derive(Debug)]
pub(super) struct Broken {
    pub(super) fault: Fault,
    pub(super) at: At,
}

/// The parser and what it remembers of a document.
pub(super) struct Composer<'t> {
    parser: Parser<'t, StrInput<'t>>,
    /// Nodes that aliases may refer to.
    anchors: HashMap<usize, Node>,
    /// What copies may still weigh.
    allowance: usize,
    /// Keys that stand twice; the first is kept.
    pub(super) twins: Vec<Broken>,
    /// Lines before the text, when it is the rest of a longer one.
    lines_before: u32,
}

/// An event with its place.
pub(super) type Next<'t> = Option<Result<(Event<'t>, At), Broken>>;

impl<'t> Composer<'t> {
    pub(super) fn new(text: &'t str, lines_before: u32) -> Self {
        Self {
            parser: Parser::new_from_str_with_options(text, settings()),
            anchors: HashMap::new(),
            allowance: ALIAS_WEIGHT + text.len().saturating_mul(10),
            twins: Vec::new(),
            lines_before,
        }
    }

    /// The next event.
    pub(super) fn next(&mut self) -> Next<'t> {
        let lines_before = self.lines_before;
        Some(match self.parser.next_event()? {
            Ok((event, span)) => Ok((event, place(&span, lines_before))),
            Err(error) => Err(self.broken(&error)),
        })
    }

    /// Goes on with the next document, also after a syntax fault; false when there is none.
    pub(super) fn next_document(&mut self) -> bool {
        self.anchors.clear();
        self.parser.proceed_next_document().unwrap_or(false)
    }

    /// The node that begins with `event`.
    pub(super) fn node(&mut self, event: Event<'t>, at: At, depth: usize) -> Result<Node, Broken> {
        if depth > DEPTH {
            return Err(Broken { fault: Fault::TooDeep(DEPTH), at });
        }
        let (value, anchor) = match event {
            Event::Scalar(text, style, anchor, _) => {
                (Value::Scalar { text: text.into(), plain: style == ScalarStyle::Plain }, anchor)
            }
            Event::SequenceStart(_, anchor, _) => (Value::Sequence(self.items(at, depth)?), anchor),
            Event::MappingStart(_, anchor, _) => (Value::Mapping(self.entries(at, depth)?), anchor),
            Event::Alias(id) => return self.copy(id, at),
            _ => return Err(unfinished(at)),
        };
        let node = Node { at, value };
        if anchor != 0 {
            self.spend(&node, at)?;
            self.anchors.insert(anchor, node.clone());
        }
        Ok(node)
    }

    fn items(&mut self, start: At, depth: usize) -> Result<Vec<Node>, Broken> {
        let mut items = Vec::new();
        while let Some((event, at)) = self.next().transpose()? {
            if event == Event::SequenceEnd {
                return Ok(items);
            }
            items.push(self.node(event, at, depth + 1)?);
        }
        Err(unfinished(start))
    }

    fn entries(&mut self, start: At, depth: usize) -> Result<Vec<(Node, Node)>, Broken> {
        let mut entries = Vec::new();
        while let Some((event, at)) = self.next().transpose()? {
            if event == Event::MappingEnd {
                self.note_twins(&mut entries);
                return Ok(entries);
            }
            let key = self.node(event, at, depth + 1)?;
            let Some((event, at)) = self.next().transpose()? else { break };
            entries.push((key, self.node(event, at, depth + 1)?));
        }
        Err(unfinished(start))
    }

    /// Keeps the first of the entries that have the same key.
    fn note_twins(&mut self, entries: &mut Vec<(Node, Node)>) {
        let few = entries.len() <= FEW_KEYS;
        let twin_at = |entries: &[(Node, Node)], at: usize| {
            let key = entries.get(at).and_then(|(key, _)| key.as_str());
            key.is_some() && entries.iter().take(at).any(|(other, _)| other.as_str() == key)
        };
        let twins: Vec<usize> = if few {
            (1..entries.len()).filter(|&at| twin_at(entries, at)).collect()
        } else {
            let mut seen = HashSet::new();
            let keys = entries.iter().enumerate();
            keys.filter_map(|(at, (key, _))| key.as_str().is_some_and(|key| !seen.insert(key)).then_some(at))
                .collect()
        };
        for at in twins.into_iter().rev() {
            let (key, _) = entries.remove(at);
            let fault = Fault::DuplicateKey(key.as_str().unwrap_or_default().to_owned());
            self.twins.push(Broken { fault, at: key.at });
        }
    }

    fn copy(&mut self, id: usize, at: At) -> Result<Node, Broken> {
        let node = self.anchors.get(&id).cloned();
        let mut node =
            node.ok_or_else(|| Broken { fault: Fault::Syntax("an alias to itself".to_owned()), at })?;
        self.spend(&node, at)?;
        node.at = at;
        Ok(node)
    }

    fn spend(&mut self, node: &Node, at: At) -> Result<(), Broken> {
        let left = self.allowance.checked_sub(node.weight());
        self.allowance = left.ok_or(Broken { fault: Fault::TooManyAliases, at })?;
        Ok(())
    }

    fn broken(&self, error: &ScanError) -> Broken {
        let marker = error.marker();
        let at = At {
            line: number(marker.line()) + self.lines_before,
            column: number(marker.col()) + 1,
            length: 1,
        };
        Broken { fault: Fault::Syntax(error.info()), at }
    }
}

fn unfinished(at: At) -> Broken {
    Broken { fault: Fault::Syntax("the text ends in the middle".to_owned()), at }
}

fn settings() -> Options {
    options! {
        // An unclosed quotation mark is noticed near its start, and not many lines later.
        strict_indentation: true,
    }
}

fn place(span: &Span, lines_before: u32) -> At {
    let one_line = span.start.line() == span.end.line();
    let length = if one_line { span.end.col().saturating_sub(span.start.col()) } else { 1 };
    At {
        line: number(span.start.line()) + lines_before,
        column: number(span.start.col()) + 1,
        length: number(length).max(1),
    }
}

fn number(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}
