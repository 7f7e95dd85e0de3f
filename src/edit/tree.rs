//! A record file as a tree of values that know where they stand in its text.

use std::collections::BTreeMap;
use std::ops::Range;

use granit_parser::{Event, Parser, ScalarStyle, ScanError, Span, StrInput, StructureStyle};

use super::error::EditError;

/// Deeper nesting is refused, as the loader does.
const MAX_DEPTH: usize = 64;

/// A value and its place.
#[derive(Debug, Clone)]
pub(super) struct Node {
    /// The bytes of a scalar, or of a list or record in brackets. A list or record in block style ends with its last value.
    pub(super) at: Range<usize>,
    pub(super) value: Value,
}

/// The value of a node.
#[derive(Debug, Clone)]
pub(super) enum Value {
    Scalar {
        text: String,
        style: ScalarStyle,
    },
    List {
        items: Vec<Node>,
        in_brackets: bool,
    },
    Record {
        fields: Vec<(Node, Node)>,
        in_brackets: bool,
    },
    /// A reference to a value with an anchor, by its number.
    Alias(usize),
}

impl Node {
    pub(super) fn as_str(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// Whether it is an empty value or `null`.
    pub(super) fn is_null(&self) -> bool {
        matches!(&self.value, Value::Scalar { text, style: ScalarStyle::Plain }
            if matches!(text.as_str(), "" | "~" | "null" | "Null" | "NULL"))
    }

    /// The key and the value of a field.
    pub(super) fn field(&self, name: &str) -> Option<&(Node, Node)> {
        match &self.value {
            Value::Record { fields, .. } => fields.iter().find(|(key, _)| key.as_str() == Some(name)),
            _ => None,
        }
    }

    pub(super) fn get(&self, name: &str) -> Option<&Node> {
        self.field(name).map(|(_, value)| value)
    }

    /// Whether it is a list or a record in brackets.
    pub(super) fn in_brackets(&self) -> bool {
        matches!(self.value, Value::List { in_brackets: true, .. } | Value::Record { in_brackets: true, .. })
    }

    /// The first key of a record.
    pub(super) fn first_key(&self) -> Option<&Node> {
        match &self.value {
            Value::Record { fields, .. } => fields.first().map(|(key, _)| key),
            _ => None,
        }
    }

    /// The items of a list.
    pub(super) fn items(&self) -> &[Node] {
        match &self.value {
            Value::List { items, .. } => items,
            _ => &[],
        }
    }
}

/// The documents of a text.
#[derive(Debug, Default)]
pub(super) struct Tree {
    pub(super) documents: Vec<Node>,
    /// The values that aliases refer to, by the number of their anchor.
    pub(super) anchors: BTreeMap<usize, Node>,
}

impl Tree {
    pub(super) fn parse(text: &str) -> Result<Self, EditError> {
        Self::read(text).map_err(|error| {
            // The loader reads consecutive JSON records, which are no YAML.
            let begins_record = |line: &&str| line.starts_with('{');
            let is_json_lines = text.starts_with('{') && text.lines().filter(begins_record).count() > 1;
            if is_json_lines { EditError::JsonLines } else { error }
        })
    }

    fn read(text: &str) -> Result<Self, EditError> {
        let mut reader = Reader { parser: Parser::new_from_str(text), text, anchors: BTreeMap::new() };
        let mut documents = Vec::new();
        while let Some((event, span)) = reader.next()? {
            if is_node(&event) {
                documents.push(reader.node(event, &span, 0)?);
            }
        }
        Ok(Self { documents, anchors: reader.anchors })
    }

    /// The id of a record, or the scalar that stands for it.
    pub(super) fn id<'t>(&'t self, item: &'t Node) -> Option<&'t str> {
        let item = match item.value {
            Value::Alias(anchor) => self.anchors.get(&anchor)?,
            _ => item,
        };
        item.get("id").unwrap_or(item).as_str()
    }
}

fn is_node(event: &Event<'_>) -> bool {
    matches!(event, Event::Scalar(..) | Event::SequenceStart(..) | Event::MappingStart(..) | Event::Alias(_))
}

struct Reader<'t> {
    parser: Parser<'t, StrInput<'t>>,
    text: &'t str,
    anchors: BTreeMap<usize, Node>,
}

impl<'t> Reader<'t> {
    fn next(&mut self) -> Result<Option<(Event<'t>, Span)>, EditError> {
        self.parser.next_event().transpose().map_err(|error| syntax(&error))
    }

    fn node(&mut self, event: Event<'t>, span: &Span, depth: usize) -> Result<Node, EditError> {
        let at = span.byte_range().unwrap_or_default();
        if depth > MAX_DEPTH {
            return Err(EditError::Unsupported(line_of(self.text, at.start)));
        }
        let anchor = event.anchor_id();
        let (end, value) = match event {
            Event::Scalar(text, style, ..) => {
                let end = self.scalar_end(&at, style);
                (end, Value::Scalar { text: text.into_owned(), style })
            }
            Event::Alias(anchor) => (at.end, Value::Alias(anchor)),
            Event::SequenceStart(style, ..) => {
                let (items, end) = self.nodes(depth)?;
                let in_brackets = style == StructureStyle::Flow;
                let end = if in_brackets { end } else { items.last().map_or(at.end, |it| it.at.end) };
                (end, Value::List { items, in_brackets })
            }
            Event::MappingStart(style, ..) => {
                let (nodes, end) = self.nodes(depth)?;
                let in_brackets = style == StructureStyle::Flow;
                let end = if in_brackets { end } else { nodes.last().map_or(at.end, |it| it.at.end) };
                let mut nodes = nodes.into_iter();
                let mut fields = Vec::new();
                while let (Some(key), Some(value)) = (nodes.next(), nodes.next()) {
                    fields.push((key, value));
                }
                (end, Value::Record { fields, in_brackets })
            }
            _ => return Err(EditError::Unsupported(line_of(self.text, at.start))),
        };
        let node = Node { at: at.start..end, value };
        if let Some(anchor) = anchor {
            self.anchors.insert(anchor, node.clone());
        }
        Ok(node)
    }

    /// The nodes up to the end of the list or record, and where that is.
    fn nodes(&mut self, depth: usize) -> Result<(Vec<Node>, usize), EditError> {
        let mut nodes = Vec::new();
        while let Some((event, span)) = self.next()? {
            if matches!(event, Event::SequenceEnd | Event::MappingEnd) {
                return Ok((nodes, span.byte_range().unwrap_or_default().end));
            }
            if is_node(&event) {
                nodes.push(self.node(event, &span, depth + 1)?);
            }
        }
        Ok((nodes, self.text.len()))
    }

    /// The parser counts the blank lines behind a block of text to it. They belong to it only if it keeps them (`|+`).
    fn scalar_end(&self, at: &Range<usize>, style: ScalarStyle) -> usize {
        let is_block = matches!(style, ScalarStyle::Literal | ScalarStyle::Folded);
        let written = self.text.get(at.clone()).unwrap_or_default();
        let header = self.text.get(..at.start).and_then(|before| before.rfind(['|', '>']));
        let keeps = header.and_then(|from| self.text.get(from..at.start)).is_some_and(|it| {
            it.lines().next().is_some_and(|header| header.split('#').next().unwrap_or_default().contains('+'))
        });
        match is_block {
            true if keeps => at.start + written.rfind('\n').map_or(written.len(), |end| end + 1),
            true => at.start + written.trim_end().len(),
            false => at.end,
        }
    }
}

fn syntax(error: &ScanError) -> EditError {
    EditError::Syntax(error.marker().line())
}

/// The number of the line at an offset, from 1.
pub(super) fn line_of(text: &str, at: usize) -> usize {
    1 + text.get(..at).unwrap_or_default().matches('\n').count()
}
