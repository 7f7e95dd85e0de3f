//! From the events of the YAML parser to trees: one node at a time, aliases copied within a budget.

use std::collections::HashMap;

use granit_parser::{
    ErrorKind, Event, Options, Parser, ScalarStyle, ScanError, Span, StrInput, Tag, options,
};

use super::finding::Finding;
use super::node::{Node, Value, drop_twins, merge};
use crate::diagnostic::{At, Fault, Snag, Warning};

/// Nothing in the format is nested deeper than ten levels.
const DEPTH: usize = 64;
/// Anchored nodes and the copies made for aliases may take this many bytes, and a multiple of the text besides. A node takes
/// some twelve times the bytes of its text.
const ALIAS_BYTES: usize = 16 << 20;
const ALIAS_SHARE: usize = 16;
/// So many values may stand in a text, and one in four bytes besides: honest records have fewer, and each takes memory.
const VALUES: usize = 1_000_000;
/// More of these need not be noted before somebody takes them.
const NOTED: usize = 1_000;

/// The parser and what it remembers of a document.
pub(super) struct Composer<'t> {
    parser: Parser<'t, StrInput<'t>>,
    /// Nodes that aliases may refer to.
    anchors: HashMap<usize, Node>,
    /// The bytes that copies may still take.
    allowance: usize,
    /// How many values may still come.
    values: usize,
    /// What does not keep a node from being made: keys that stand twice, of which the first is kept, and strange tags.
    pub(super) noted: Vec<Finding>,
    /// Lines before the text, when it is the rest of a longer one.
    lines_before: u32,
}

/// An event with its place.
pub(super) type Next<'t> = Option<Result<(Event<'t>, At), Finding>>;

impl<'t> Composer<'t> {
    pub(super) fn new(text: &'t str, lines_before: u32) -> Self {
        Self {
            parser: Parser::new_from_str_with_options(text, settings()),
            anchors: HashMap::new(),
            allowance: ALIAS_BYTES + text.len().saturating_mul(ALIAS_SHARE),
            values: VALUES + text.len() / 4,
            noted: Vec::new(),
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
    pub(super) fn node(&mut self, event: Event<'t>, at: At, depth: usize) -> Result<Node, Finding> {
        if depth > DEPTH {
            return Err(Finding::new(Fault::TooDeep(DEPTH), at));
        }
        let left = self.values.checked_sub(1);
        self.values = left.ok_or_else(|| Finding::new(Fault::TooManyValues, at))?;
        let (value, anchor) = match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.note_tag(tag.as_deref(), at);
                // What is tagged as text does not mean null.
                let is_text = tag.as_deref().is_some_and(|tag| tag.core_suffix() == Some("str"));
                let plain = style == ScalarStyle::Plain && !is_text;
                (Value::Scalar { text: text.into(), plain }, anchor)
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.note_tag(tag.as_deref(), at);
                (Value::Sequence(self.items(at, depth)?), anchor)
            }
            Event::MappingStart(_, anchor, tag) => {
                self.note_tag(tag.as_deref(), at);
                (Value::Mapping(self.entries(at, depth)?), anchor)
            }
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

    fn items(&mut self, start: At, depth: usize) -> Result<Vec<Node>, Finding> {
        let mut items = Vec::new();
        while let Some((event, at)) = self.next().transpose()? {
            if event == Event::SequenceEnd {
                return Ok(items);
            }
            items.push(self.node(event, at, depth + 1)?);
        }
        Err(unfinished(start))
    }

    fn entries(&mut self, start: At, depth: usize) -> Result<Vec<(Node, Node)>, Finding> {
        let mut entries = Vec::new();
        while let Some((event, at)) = self.next().transpose()? {
            if event == Event::MappingEnd {
                let room = NOTED.saturating_sub(self.noted.len());
                self.noted.extend(drop_twins(&mut entries).into_iter().take(room));
                merge(&mut entries);
                return Ok(entries);
            }
            let key = self.node(event, at, depth + 1)?;
            let Some((event, at)) = self.next().transpose()? else { break };
            entries.push((key, self.node(event, at, depth + 1)?));
        }
        Err(unfinished(start))
    }

    /// A tag may only say what YAML's core would say anyway.
    pub(super) fn note_tag(&mut self, tag: Option<&Tag>, at: At) {
        let Some(tag) = tag.filter(|tag| tag.core_suffix().is_none()) else { return };
        let written = format!("{}{}", tag.original_handle(), tag.suffix());
        if written != "!" && self.noted.len() < NOTED {
            self.noted.push(Finding::new(Warning::UnknownTag(written), at));
        }
    }

    fn copy(&mut self, id: usize, at: At, depth: usize) -> Result<Node, Finding> {
        let node = self.anchors.get(&id).cloned();
        let mut node = node.ok_or(Finding::new(Fault::Syntax(Snag::Alias), at))?;
        // A copy inside a copy inside a copy may go deeper than any text does.
        if depth + node.height() > DEPTH {
            return Err(Finding::new(Fault::TooDeep(DEPTH), at));
        }
        self.spend(&node, at)?;
        node.at = at;
        Ok(node)
    }

    fn spend(&mut self, node: &Node, at: At) -> Result<(), Finding> {
        let left = self.allowance.checked_sub(node.bytes());
        self.allowance = left.ok_or(Finding::new(Fault::TooManyAliases, at))?;
        Ok(())
    }

    fn broken(&self, error: &ScanError) -> Finding {
        let marker = error.marker();
        let at = At {
            line: number(marker.line()) + self.lines_before,
            column: number(marker.col()) + 1,
            length: 1,
        };
        Finding::new(Fault::Syntax(snag(error)), at)
    }
}

/// The parser's reason in words that a writer of records understands.
fn snag(error: &ScanError) -> Snag {
    match error.kind() {
        ErrorKind::UnclosedQuotedScalar
        | ErrorKind::DocumentIndicatorInQuotedScalar
        | ErrorKind::InvalidQuotedScalarIndent => Snag::Quote,
        ErrorKind::InvalidTrailingSingleQuotedScalar | ErrorKind::InvalidTrailingDoubleQuotedScalar => {
            Snag::BehindQuote
        }
        ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::InvalidQuotedScalarHexEscape
        | ErrorKind::InvalidLowSurrogateHexEscape => Snag::Escape,
        ErrorKind::UnexpectedCharacter { .. }
        | ErrorKind::InvalidBlockScalarHeader
        | ErrorKind::BlockSequenceEntryNotAllowed
        | ErrorKind::DirectiveDisallowed => Snag::Sign,
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
        | ErrorKind::ExpectedDocumentStart
        | ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry => Snag::Indentation,
        ErrorKind::MappingValueNotAllowed
        | ErrorKind::InvalidColonPlacement
        | ErrorKind::InvalidMappingValueWhitespace
        | ErrorKind::SimpleKeyExpected
        | ErrorKind::InvalidSimpleKey => Snag::Colon,
        ErrorKind::CommentInterceptedScalar => Snag::Comment,
        ErrorKind::UnknownAnchor => Snag::Alias,
        _ => Snag::Other(error.info()),
    }
}

fn unfinished(at: At) -> Finding {
    Finding::new(Fault::Syntax(Snag::Other("the text ends too early".to_owned())), at)
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
