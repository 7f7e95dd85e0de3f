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
    budget: Budget,
    spent: Budget,
    has_anchors: bool,
    /// Where lines of the file are missing, until the parser gets there.
    gap: Option<Gap>,
    /// Whether the last event is the first after the gap.
    is_after_gap: bool,
    /// Problems that do not prevent a node from being built: duplicate keys, of which the first is kept, and unknown
    /// tags.
    pub(super) noted: Vec<LocatedProblem>,
    /// How many lines of the file precede the text, if it is not the whole file.
    lines_before: u32,
}

/// What the text of a file may cost.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Budget {
    /// The bytes of anchored nodes and of the copies made for aliases.
    copies: usize,
    /// The number of values.
    values: usize,
}

impl Budget {
    /// The budget of a file with so many bytes.
    pub(super) fn of(length: usize) -> Self {
        Self { copies: ALIAS_BYTES + length.saturating_mul(ALIAS_SHARE), values: MIN_VALUES + length / 4 }
    }

    pub(super) fn plus(self, other: Self) -> Self {
        Self {
            copies: self.copies.saturating_add(other.copies),
            values: self.values.saturating_add(other.values),
        }
    }

    pub(super) fn is_within(self, limit: Self) -> bool {
        self.copies <= limit.copies && self.values <= limit.values
    }
}

/// A place in the text of a document where items of its list of visits were left out.
#[derive(Debug, Clone, Copy)]
pub(super) struct Gap {
    /// The line of the file where they begin.
    pub(super) line: u32,
    /// The column index of their dashes.
    pub(super) column: u32,
    /// The number of their lines.
    pub(super) lines: u32,
}

/// An event with its span, or the syntax error in its place.
pub(super) type NextEvent<'t> = Option<Result<(Event<'t>, SourceSpan), LocatedProblem>>;

impl<'t> Composer<'t> {
    pub(super) fn new(text: &'t str, lines_before: u32) -> Self {
        Self {
            parser: Parser::new_from_str_with_options(text, parser_options()),
            anchors: HashMap::new(),
            unused: BTreeMap::new(),
            budget: Budget::of(text.len()),
            spent: Budget::default(),
            has_anchors: false,
            gap: None,
            is_after_gap: false,
            noted: Vec::new(),
            lines_before,
        }
    }

    /// For a piece of a file with so many bytes.
    pub(super) fn of_piece(text: &'t str, lines_before: u32, length: usize) -> Self {
        Self { budget: Budget::of(length), ..Self::new(text, lines_before) }
    }

    pub(super) fn with_gap(self, gap: Gap) -> Self {
        Self { gap: Some(gap), ..self }
    }

    /// How much of the budget was spent.
    pub(super) fn spent(&self) -> Budget {
        self.spent
    }

    /// Whether there was an anchor.
    pub(super) fn has_anchors(&self) -> bool {
        self.has_anchors
    }

    /// Whether the last event begins the first item after the gap.
    pub(super) fn is_after_gap(&self) -> bool {
        self.is_after_gap
    }

    /// The next event.
    pub(super) fn next(&mut self) -> NextEvent<'t> {
        self.is_after_gap = false;
        Some(match self.parser.next_event()? {
            Ok((event, span)) => {
                if let Some(gap) = self.gap
                    && let Err(torn) = self.pass_gap(gap, &event, &span)
                {
                    return Some(Err(torn));
                }
                Ok((event, source_span(&span, self.lines_before)))
            }
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
        self.spent.values += 1;
        if self.spent.values > self.budget.values {
            return Err(LocatedProblem::new(Problem::TooManyValues, at));
        }
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
        self.has_anchors |= anchor != 0;
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
        self.spent.copies = self.spent.copies.saturating_add(node.bytes());
        let is_spent = self.spent.copies > self.budget.copies;
        if is_spent { Err(LocatedProblem::new(Problem::TooManyAliases, at)) } else { Ok(()) }
    }

    /// Counts the lines of the gap when the parser gets there. The first event after it must begin an item in the first
    /// line.
    fn pass_gap(&mut self, gap: Gap, event: &Event<'_>, span: &Span) -> Result<(), LocatedProblem> {
        let place = |line, column| (number(line) + self.lines_before, number(column));
        let (start, end) =
            (place(span.start.line(), span.start.col()), place(span.end.line(), span.end.col()));
        let is_end = matches!(event, Event::SequenceEnd | Event::MappingEnd);
        if is_end || end <= (gap.line, gap.column) {
            return Ok(());
        }
        if start != (gap.line, gap.column + 2) || !matches!(event, Event::MappingStart(..)) {
            return Err(unexpected_end(source_span(span, self.lines_before)));
        }
        self.gap = None;
        self.is_after_gap = true;
        self.lines_before += gap.lines;
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

#[cfg(test)]
#[path = "compose_tests.rs"]
mod tests;
