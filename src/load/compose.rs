//! From the events of the YAML parser to trees: one node at a time, aliases copied within a budget.

use std::collections::{HashMap, HashSet};

use granit_parser::{ErrorKind, Event, Options, Parser, ScalarStyle, ScanError, Span, StrInput, options};

use super::node::{Node, Value};
use crate::diagnostic::{At, Fault, Snag};

/// Nothing in the format is nested deeper than ten levels.
const DEPTH: usize = 64;
/// Mappings of more keys are searched for twins by a set.
const FEW_KEYS: usize = 24;
/// Anchored nodes and the copies made for aliases may take this many bytes, and four times the text besides.
const ALIAS_BYTES: usize = 1 << 20;
/// More twins than this need not be told one by one.
const TWINS: usize = 100;

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
    /// The bytes that copies may still take.
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
            allowance: ALIAS_BYTES + text.len().saturating_mul(4),
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
            Event::Alias(id) => return self.copy(id, at, depth),
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
        let key_at = |entries: &[(Node, Node)], at: usize| {
            entries.get(at).and_then(|(key, _)| key.as_str().map(str::to_owned))
        };
        let has_twins = if entries.len() <= FEW_KEYS {
            (1..entries.len()).any(|at| {
                let (before, after) = entries.split_at(at);
                let key = after.first().and_then(|(key, _)| key.as_str());
                key.is_some() && before.iter().any(|(other, _)| other.as_str() == key)
            })
        } else {
            true
        };
        if !has_twins {
            return;
        }
        let mut seen = HashSet::new();
        let first: Vec<bool> =
            (0..entries.len()).map(|at| key_at(entries, at).is_none_or(|key| seen.insert(key))).collect();
        let mut first = first.into_iter();
        entries.retain(|(key, _)| {
            let is_first = first.next().unwrap_or(true);
            if !is_first && self.twins.len() < TWINS {
                let fault = Fault::DuplicateKey(key.as_str().unwrap_or_default().to_owned());
                self.twins.push(Broken { fault, at: key.at });
            }
            is_first
        });
    }

    fn copy(&mut self, id: usize, at: At, depth: usize) -> Result<Node, Broken> {
        let node = self.anchors.get(&id).cloned();
        let mut node = node.ok_or(Broken { fault: Fault::Syntax(Snag::Alias), at })?;
        // A copy inside a copy inside a copy may go deeper than any text does.
        if depth + node.height() > DEPTH {
            return Err(Broken { fault: Fault::TooDeep(DEPTH), at });
        }
        self.spend(&node, at)?;
        node.at = at;
        Ok(node)
    }

    fn spend(&mut self, node: &Node, at: At) -> Result<(), Broken> {
        let left = self.allowance.checked_sub(node.bytes());
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
        Broken { fault: Fault::Syntax(snag(error)), at }
    }
}

/// The parser's reason in words that a writer of records understands.
fn snag(error: &ScanError) -> Snag {
    match error.kind() {
        ErrorKind::UnclosedQuotedScalar
        | ErrorKind::DocumentIndicatorInQuotedScalar
        | ErrorKind::InvalidQuotedScalarIndent
        | ErrorKind::InvalidTrailingSingleQuotedScalar
        | ErrorKind::InvalidTrailingDoubleQuotedScalar => Snag::Quote,
        ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofImplicitFlowMapping
        | ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator
        | ErrorKind::MisplacedFlowCollectionEnd
        | ErrorKind::MismatchedFlowCollectionEnd { .. }
        | ErrorKind::InvalidFlowScalarIndent => Snag::Bracket,
        ErrorKind::TabInIndentation
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabAtBlockScalarStart
        | ErrorKind::TabInPlainScalar => Snag::Tab,
        ErrorKind::InvalidIndentation
        | ErrorKind::InvalidBlockScalarIndent
        | ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry => Snag::Indentation,
        ErrorKind::MappingValueNotAllowed
        | ErrorKind::InvalidColonPlacement
        | ErrorKind::InvalidMappingValueWhitespace
        | ErrorKind::SimpleKeyExpected
        | ErrorKind::InvalidSimpleKey => Snag::Colon,
        ErrorKind::UnknownAnchor => Snag::Alias,
        _ => Snag::Other(error.info()),
    }
}

fn unfinished(at: At) -> Broken {
    Broken { fault: Fault::Syntax(Snag::Other("the text ends too early".to_owned())), at }
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
