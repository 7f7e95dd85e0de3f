//! Builds trees from parser events, one node at a time, with a limit on the size of alias copies.

use std::collections::{BTreeMap, HashMap};

use granit_parser::{
    ErrorKind, Event, Options, Parser, ScalarStyle, ScanError, Span, StrInput, Tag, options,
};

use super::node::{Node, NodeValue, merge, relocate_merged_id, remove_duplicate_keys};
use super::problem::LocatedProblem;
use crate::diagnostic::{Problem, SourceSpan, SyntaxError, Warning};

/// The deepest nesting that is read. The format itself needs at most ten levels.
const MAX_DEPTH: usize = 64;
/// Anchored nodes and the copies made for aliases may take this many bytes, plus a multiple of the text. A node takes
/// about twelve times the bytes of its text.
const ALIAS_BYTES: usize = 16 << 20;
const ALIAS_SHARE: usize = 16;
/// The number of values a text may contain, plus one for every four bytes. Real records have fewer, and each takes
/// memory.
const MIN_VALUES: usize = 1_000_000;
/// How many notes are kept until they are collected.
const MAX_NOTED: usize = 1_000;

/// The YAML parser with the state of the current document.
pub(super) struct Composer<'t> {
    parser: Parser<'t, StrInput<'t>>,
    /// Nodes that aliases may refer to, by the number of their anchor.
    anchors: HashMap<usize, Node>,
    /// The spans of those that no alias has used so far.
    unused: BTreeMap<usize, SourceSpan>,
    /// How many bytes copies may still take.
    allowance: usize,
    /// How many more values may follow.
    values: usize,
    /// Problems that do not prevent a node from being built: duplicate keys, of which the first is kept, and unknown
    /// tags.
    pub(super) noted: Vec<LocatedProblem>,
    /// How many lines of the file precede the text, if it is not the whole file.
    lines_before: u32,
}

/// An event with its span, or the syntax error in its place.
pub(super) type NextEvent<'t> = Option<Result<(Event<'t>, SourceSpan), LocatedProblem>>;

impl<'t> Composer<'t> {
    pub(super) fn new(text: &'t str, lines_before: u32) -> Self {
        Self {
            parser: Parser::new_from_str_with_options(text, parser_options()),
            anchors: HashMap::new(),
            unused: BTreeMap::new(),
            allowance: ALIAS_BYTES + text.len().saturating_mul(ALIAS_SHARE),
            values: MIN_VALUES + text.len() / 4,
            noted: Vec::new(),
            lines_before,
        }
    }

    /// The next event.
    pub(super) fn next(&mut self) -> NextEvent<'t> {
        let lines_before = self.lines_before;
        Some(match self.parser.next_event()? {
            Ok((event, span)) => Ok((event, source_span(&span, lines_before))),
            Err(error) => {
                // The aliases may follow the syntax error.
                self.unused.clear();
                Err(self.broken(&error))
            }
        })
    }

    /// Continues with the next document, also after a syntax error. Returns false if there is none.
    pub(super) fn next_document(&mut self) -> bool {
        self.anchors.clear();
        self.unused.clear();
        self.parser.proceed_next_document().unwrap_or(false)
    }

    /// Builds the node that begins with `event`.
    pub(super) fn node(
        &mut self,
        event: Event<'t>,
        at: SourceSpan,
        depth: usize,
    ) -> Result<Node, LocatedProblem> {
        if depth > MAX_DEPTH {
            return Err(LocatedProblem::new(Problem::TooDeep(MAX_DEPTH), at));
        }
        let remaining = self.values.checked_sub(1);
        self.values = remaining.ok_or_else(|| LocatedProblem::new(Problem::TooManyValues, at))?;
        let (value, anchor) = match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.note_tag(tag.as_deref(), at);
                // A scalar tagged as a string is never null.
                let is_text = tag.as_deref().is_some_and(|tag| tag.core_suffix() == Some("str"));
                let plain = style == ScalarStyle::Plain && !is_text;
                (NodeValue::Scalar { text: text.into(), plain }, anchor)
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.note_tag(tag.as_deref(), at);
                (NodeValue::Sequence(self.items(at, depth)?), anchor)
            }
            Event::MappingStart(_, anchor, tag) => {
                self.note_tag(tag.as_deref(), at);
                (NodeValue::Mapping(self.entries(at, depth)?), anchor)
            }
            Event::Alias(id) => return self.copy(id, at, depth),
            _ => return Err(unexpected_end(at)),
        };
        let node = Node { at, value };
        if anchor != 0 {
            self.spend(&node, at)?;
            self.note_anchor(anchor, at);
            self.anchors.insert(anchor, node.clone());
        }
        Ok(node)
    }

    fn items(&mut self, start: SourceSpan, depth: usize) -> Result<Vec<Node>, LocatedProblem> {
        let mut items = Vec::new();
        while let Some((event, at)) = self.next().transpose()? {
            if event == Event::SequenceEnd {
                return Ok(items);
            }
            items.push(self.node(event, at, depth + 1)?);
        }
        Err(unexpected_end(start))
    }

    fn entries(&mut self, start: SourceSpan, depth: usize) -> Result<Vec<(Node, Node)>, LocatedProblem> {
        let mut entries = Vec::new();
        while let Some((event, at)) = self.next().transpose()? {
            if event == Event::MappingEnd {
                let room = MAX_NOTED.saturating_sub(self.noted.len());
                self.noted.extend(remove_duplicate_keys(&mut entries).into_iter().take(room));
                merge(&mut entries);
                relocate_merged_id(&mut entries, start);
                return Ok(entries);
            }
            let key = self.node(event, at, depth + 1)?;
            let Some((event, at)) = self.next().transpose()? else { break };
            entries.push((key, self.node(event, at, depth + 1)?));
        }
        Err(unexpected_end(start))
    }

    /// Notes a tag that is not in the YAML core schema.
    pub(super) fn note_tag(&mut self, tag: Option<&Tag>, at: SourceSpan) {
        let Some(tag) = tag.filter(|tag| tag.core_suffix().is_none()) else { return };
        let written = format!("{}{}", tag.original_handle(), tag.suffix());
        if written != "!" && self.noted.len() < MAX_NOTED {
            self.noted.push(LocatedProblem::new(Warning::UnknownTag(written), at));
        }
    }

    /// Notes an anchor, which is unused until there is an alias. 0 stands for no anchor.
    pub(super) fn note_anchor(&mut self, anchor: usize, at: SourceSpan) {
        if anchor != 0 && self.unused.len() < MAX_NOTED {
            self.unused.insert(anchor, at);
        }
    }

    /// The unused anchors of the document. Their names are not known yet.
    pub(super) fn unused_anchors(&mut self) -> impl Iterator<Item = LocatedProblem> {
        let unused = std::mem::take(&mut self.unused);
        unused.into_values().map(|at| LocatedProblem::new(Warning::UnusedAnchor(String::new()), at))
    }

    fn copy(&mut self, id: usize, at: SourceSpan, depth: usize) -> Result<Node, LocatedProblem> {
        self.unused.remove(&id);
        let node = self.anchors.get(&id).cloned();
        let mut node = node.ok_or(LocatedProblem::new(Problem::Syntax(SyntaxError::UnknownAlias), at))?;
        // Nested copies may be deeper than any text.
        if depth + node.height() > MAX_DEPTH {
            return Err(LocatedProblem::new(Problem::TooDeep(MAX_DEPTH), at));
        }
        self.spend(&node, at)?;
        node.at = at;
        if let NodeValue::Mapping(entries) = &mut node.value {
            relocate_merged_id(entries, at);
        }
        Ok(node)
    }

    fn spend(&mut self, node: &Node, at: SourceSpan) -> Result<(), LocatedProblem> {
        let remaining = self.allowance.checked_sub(node.bytes());
        self.allowance = remaining.ok_or(LocatedProblem::new(Problem::TooManyAliases, at))?;
        Ok(())
    }

    fn broken(&self, error: &ScanError) -> LocatedProblem {
        let marker = error.marker();
        let at = SourceSpan {
            line: number(marker.line()) + self.lines_before,
            column: number(marker.col()) + 1,
            length: 1,
        };
        LocatedProblem::new(Problem::Syntax(syntax_error(error)), at)
    }
}

/// The cause of a parser error, in terms that authors of records understand.
fn syntax_error(error: &ScanError) -> SyntaxError {
    match error.kind() {
        ErrorKind::UnclosedQuotedScalar
        | ErrorKind::DocumentIndicatorInQuotedScalar
        | ErrorKind::InvalidQuotedScalarIndent => SyntaxError::UnclosedQuote,
        ErrorKind::InvalidTrailingSingleQuotedScalar | ErrorKind::InvalidTrailingDoubleQuotedScalar => {
            SyntaxError::TextAfterQuote
        }
        ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::InvalidQuotedScalarHexEscape
        | ErrorKind::InvalidLowSurrogateHexEscape => SyntaxError::UnknownEscape,
        ErrorKind::UnexpectedCharacter { .. }
        | ErrorKind::InvalidBlockScalarHeader
        | ErrorKind::BlockSequenceEntryNotAllowed
        | ErrorKind::DirectiveDisallowed => SyntaxError::ReservedCharacter,
        ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofImplicitFlowMapping
        | ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator
        | ErrorKind::MisplacedFlowCollectionEnd
        | ErrorKind::MismatchedFlowCollectionEnd { .. }
        | ErrorKind::InvalidFlowScalarIndent => SyntaxError::UnclosedBracket,
        ErrorKind::TabInIndentation
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabAtBlockScalarStart
        | ErrorKind::TabInPlainScalar => SyntaxError::Tab,
        ErrorKind::InvalidIndentation
        | ErrorKind::InvalidBlockScalarIndent
        | ErrorKind::ExpectedDocumentStart
        | ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry => SyntaxError::Indentation,
        ErrorKind::MappingValueNotAllowed
        | ErrorKind::InvalidColonPlacement
        | ErrorKind::InvalidMappingValueWhitespace
        | ErrorKind::SimpleKeyExpected
        | ErrorKind::InvalidSimpleKey => SyntaxError::UnexpectedColon,
        ErrorKind::CommentInterceptedScalar => SyntaxError::CommentInBrackets,
        ErrorKind::UnknownAnchor => SyntaxError::UnknownAlias,
        _ => SyntaxError::Other(error.info()),
    }
}

fn unexpected_end(at: SourceSpan) -> LocatedProblem {
    LocatedProblem::new(Problem::Syntax(SyntaxError::Other("the text ends too early".to_owned())), at)
}

fn parser_options() -> Options {
    options! {
        // Reports an unclosed quotation mark near its start instead of many lines later.
        strict_indentation: true,
    }
}

fn source_span(span: &Span, lines_before: u32) -> SourceSpan {
    let one_line = span.start.line() == span.end.line();
    let length = if one_line { span.end.col().saturating_sub(span.start.col()) } else { 1 };
    SourceSpan {
        line: number(span.start.line()) + lines_before,
        column: number(span.start.col()) + 1,
        length: number(length).max(1),
    }
}

fn number(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}
