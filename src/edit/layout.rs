//! How a value is written in the style of its surroundings: indented in block style, or in brackets, with quotation marks in JSON.

use std::fmt::Write as _;
use std::ops::Range;

use serde_yaml::Value as Yaml;

use super::error::EditError;
use super::tree::{Node, Value, line_of};

/// A piece of text that replaces a range of bytes.
#[derive(Debug)]
pub(super) struct Replacement {
    pub(super) at: Range<usize>,
    pub(super) text: String,
}

/// The text of a file, with what must be known to write like it.
pub(super) struct Layout<'t> {
    text: &'t str,
    line_end: &'static str,
    /// By how many columns the items of a list are to the right of its key.
    list_indent: usize,
    brackets: Brackets,
}

impl<'t> Layout<'t> {
    pub(super) fn new(text: &'t str, documents: &[Node]) -> Self {
        let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
        let first_key = documents.first().and_then(Node::first_key);
        let is_json =
            first_key.is_some_and(|key| text.get(key.at.start..).is_some_and(|it| it.starts_with('"')));
        let brackets = if is_json { Brackets::Json } else { Brackets::Yaml };
        let mut layout = Self { text, line_end, list_indent: 2, brackets };
        if let Some(indent) = documents.iter().find_map(|root| layout.list_indent_of(root)) {
            layout.list_indent = indent;
        }
        layout
    }

    /// The indentation of the first list in block style.
    fn list_indent_of(&self, node: &Node) -> Option<usize> {
        let Value::Record { fields, in_brackets: false } = &node.value else { return None };
        fields.iter().find_map(|(key, value)| match &value.value {
            Value::List { in_brackets: false, .. } => {
                Some(self.dash(key, value).saturating_sub(self.column(key.at.start)))
            }
            _ => None,
        })
    }

    fn str(&self, range: Range<usize>) -> &'t str {
        self.text.get(range).unwrap_or_default()
    }

    /// The end of the line, before its line end.
    fn line_end_from(&self, at: usize) -> usize {
        let rest = self.str(at..self.text.len());
        // A block of text that keeps its blank lines ends at the start of a line.
        if self.str(0..at).ends_with('\n') {
            return at;
        }
        let line = rest.find('\n').map_or(rest, |end| self.str(at..at + end));
        at + line.trim_end_matches('\r').len()
    }

    /// The column of a byte, from 0, in bytes: indentation is ASCII.
    fn column(&self, at: usize) -> usize {
        at - self.str(0..at).rfind('\n').map_or(0, |newline| newline + 1)
    }

    /// The column of the dashes of a list in block style.
    fn dash(&self, key: &Node, list: &Node) -> usize {
        let first = list.items().first().map_or(list.at.start, |item| item.at.start);
        let before = self.str(key.at.end..first);
        let is_dash = |line: &&str| line.trim_start().starts_with('-');
        // A field on the line of its dash (`- id: a`) is no line of its own.
        let dash_line = before.lines().rfind(is_dash);
        dash_line.map_or(0, |line| line.len() - line.trim_start().len())
    }

    /// A new line with this text, after the line in which a node ends.
    fn after(&self, end: usize, text: &str) -> Replacement {
        let at = self.line_end_from(end);
        if self.str(0..at).ends_with('\n') {
            let text = text.trim_start_matches(['\r', '\n']);
            return Replacement { at: at..at, text: format!("{text}{}", self.line_end) };
        }
        Replacement { at: at..at, text: format!("{}{text}", self.line_end) }
    }

    /// Adds items to the list of a field; the record of the field is in brackets or in block style.
    pub(super) fn append(
        &self,
        (key, list): &(Node, Node),
        record_in_brackets: bool,
        items: &Items<'_>,
    ) -> Result<Replacement, EditError> {
        let is_empty = list.is_null() || list.items().is_empty();
        match &list.value {
            Value::Alias(_) | Value::Record { .. } => {
                Err(EditError::Unsupported(line_of(self.text, list.at.start)))
            }
            _ if is_empty && !record_in_brackets => self.first_items(key, list, items),
            Value::List { in_brackets: false, .. } => {
                Ok(self.after(list.at.end, &self.indented(&items.block()?, self.dash(key, list))))
            }
            Value::List { .. } => self.in_brackets(list, &items.in_brackets(self.brackets)?),
            Value::Scalar { .. } if list.is_null() && !list.at.is_empty() => {
                let text = format!("[{}]", items.in_brackets(self.brackets)?.join(", "));
                Ok(Replacement { at: list.at.clone(), text })
            }
            Value::Scalar { .. } => Err(EditError::Unsupported(line_of(self.text, key.at.start))),
        }
    }

    /// Puts the first items into an empty list in block style.
    fn first_items(&self, key: &Node, list: &Node, items: &Items<'_>) -> Result<Replacement, EditError> {
        let indent = self.column(key.at.start) + self.list_indent;
        let colon = self.colon(key);
        // A comment stays behind the key.
        let written = list.at.end.max(colon);
        let end = self.line_end_from(written);
        let comment = self.str(written..end);
        let items = self.indented(&items.block()?, indent);
        Ok(Replacement { at: colon..end, text: format!("{comment}{}{items}", self.line_end) })
    }

    /// The offset behind the colon of a key.
    fn colon(&self, key: &Node) -> usize {
        let rest = self.str(key.at.end..self.text.len());
        key.at.end + rest.find(':').map_or(0, |colon| colon + 1)
    }

    /// Adds values to a list in brackets.
    fn in_brackets(&self, list: &Node, items: &[String]) -> Result<Replacement, EditError> {
        let Some(final_item) = list.items().last() else {
            return Ok(Replacement { at: list.at.clone(), text: format!("[{}]", items.join(", ")) });
        };
        if final_item.is_null() {
            return Err(EditError::Unsupported(line_of(self.text, final_item.at.start)));
        }
        let mut text = String::new();
        for item in items {
            text.push(',');
            text.push_str(&self.separator(final_item.at.start));
            text.push_str(item);
        }
        Ok(Replacement { at: final_item.at.end..final_item.at.end, text })
    }

    /// What separates items in brackets: a line end and the indentation, if each has a line of its own, else a space.
    fn separator(&self, start: usize) -> String {
        let from = start - self.column(start);
        let before = self.str(from..start);
        let own_line = before.chars().all(char::is_whitespace);
        if own_line { format!("{}{before}", self.line_end) } else { " ".to_owned() }
    }

    /// Adds fields to a record behind the field `after`.
    pub(super) fn add_fields(
        &self,
        record: &Node,
        after: Option<&(Node, Node)>,
        added: &[(&str, Addition<'_>)],
    ) -> Result<Replacement, EditError> {
        let Value::Record { fields, in_brackets } = &record.value else {
            return Err(EditError::Unsupported(line_of(self.text, record.at.start)));
        };
        let Some((key, value)) = after.or(fields.last()) else {
            return Err(EditError::Unsupported(line_of(self.text, record.at.start)));
        };
        if *in_brackets {
            let mut text = String::new();
            let quote = if self.str(key.at.clone()).starts_with('"') { "\"" } else { "" };
            for (name, value) in added {
                let separator = self.separator(key.at.start);
                let _ =
                    write!(text, ",{separator}{quote}{name}{quote}: {}", value.in_brackets(self.brackets)?);
            }
            let end = value.at.end.max(key.at.end);
            return Ok(Replacement { at: end..end, text });
        }
        let column = fields.first().map_or(0, |(first, _)| self.column(first.at.start));
        let mut lines = Vec::new();
        for (name, value) in added {
            lines.push(match value {
                Addition::Value(value) => self.indented(&field(name, value)?, column),
                Addition::Items(items) => {
                    let items = self.indented(&items.block()?, column + self.list_indent);
                    format!("{:column$}{name}:{}{items}", "", self.line_end)
                }
            });
        }
        Ok(self.after(value.at.end.max(key.at.end), &lines.join(self.line_end)))
    }

    /// Replaces the value of a field.
    pub(super) fn set(
        &self,
        (key, value): &(Node, Node),
        in_brackets: bool,
        new: &Yaml,
    ) -> Result<Replacement, EditError> {
        let unsupported = || EditError::Unsupported(line_of(self.text, key.at.start));
        if matches!(value.value, Value::Alias(_)) {
            return Err(unsupported());
        }
        if in_brackets {
            let is_missing = value.at.is_empty();
            return if is_missing {
                Err(unsupported())
            } else {
                Ok(Replacement { at: value.at.clone(), text: self.brackets.write(new)? })
            };
        }
        let column = self.column(key.at.start);
        let written = field(key.as_str().ok_or_else(unsupported)?, new)?;
        let written = self.indented(&written, column);
        let (first, rest) = written.split_once(self.line_end).unwrap_or((&written, ""));
        let name = column + first.get(column..).and_then(|it| it.find(':')).ok_or_else(unsupported)?;
        let first = first.get(name + 1..).unwrap_or_default();
        let colon = self.colon(key);
        let end = value.at.end.max(colon);
        let at_line_start = self.str(0..end).ends_with('\n');
        let line_end = self.line_end_from(end);
        // A comment behind the value stays.
        let comment = if at_line_start { "" } else { self.str(end..line_end) };
        let mut text = format!("{first}{comment}");
        if !rest.is_empty() {
            text = format!("{text}{}{rest}", self.line_end);
        }
        if at_line_start {
            text.push_str(self.line_end);
        }
        Ok(Replacement { at: colon..line_end, text })
    }

    /// Puts a record in the place of an item that is only an id.
    pub(super) fn replace_item(
        &self,
        item: &Node,
        record: &Yaml,
        in_brackets: bool,
    ) -> Result<Replacement, EditError> {
        let text = if in_brackets {
            self.brackets.write(record)?
        } else {
            self.indented(&yaml(record)?, self.column(item.at.start)).trim_start().to_owned()
        };
        Ok(Replacement { at: item.at.clone(), text })
    }

    /// Lines with an indentation, with the line ends of the file, without the last.
    fn indented(&self, block: &str, columns: usize) -> String {
        let line = |line: &str| {
            if line.is_empty() { String::new() } else { format!("{:columns$}{line}", "") }
        };
        block.lines().map(line).collect::<Vec<_>>().join(self.line_end)
    }
}

/// New items of a list.
pub(super) enum Items<'a> {
    /// Records.
    Records(Vec<&'a Yaml>),
    /// A block list at the first column, with comments, and its records.
    Written(&'a str, Vec<&'a Yaml>),
}

impl Items<'_> {
    fn block(&self) -> Result<String, EditError> {
        match self {
            Self::Records(records) => yaml(records),
            Self::Written(text, _) => Ok((*text).to_owned()),
        }
    }

    fn in_brackets(&self, brackets: Brackets) -> Result<Vec<String>, EditError> {
        let (Self::Records(records) | Self::Written(_, records)) = self;
        records.iter().map(|record| brackets.write(record)).collect()
    }
}

/// The value of a new field.
pub(super) enum Addition<'a> {
    Value(&'a Yaml),
    Items(Items<'a>),
}

impl Addition<'_> {
    fn in_brackets(&self, brackets: Brackets) -> Result<String, EditError> {
        match self {
            Self::Value(value) => brackets.write(value),
            Self::Items(items) => Ok(format!("[{}]", items.in_brackets(brackets)?.join(", "))),
        }
    }
}

/// A field in block style.
fn field(name: &str, value: &Yaml) -> Result<String, EditError> {
    let mut record = serde_yaml::Mapping::new();
    record.insert(name.into(), value.clone());
    yaml(&record)
}

/// A value as YAML in block style.
pub(super) fn yaml(value: &impl serde::Serialize) -> Result<String, EditError> {
    crate::text::yaml(value).map_err(|error| EditError::Unwritable(error.to_string()))
}

/// How lists and records in brackets are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Brackets {
    /// With quotation marks only where they are needed.
    Yaml,
    Json,
}

impl Brackets {
    fn write(self, value: &Yaml) -> Result<String, EditError> {
        match value {
            Yaml::Mapping(fields) if self == Self::Yaml => {
                let field = |(key, value): (&Yaml, &Yaml)| {
                    Ok(format!("{}: {}", self.write(key)?, self.write(value)?))
                };
                let fields = fields.iter().map(field).collect::<Result<Vec<_>, EditError>>()?;
                Ok(format!("{{{}}}", fields.join(", ")))
            }
            Yaml::Sequence(items) if self == Self::Yaml => {
                let items = items.iter().map(|item| self.write(item)).collect::<Result<Vec<_>, _>>()?;
                Ok(format!("[{}]", items.join(", ")))
            }
            Yaml::String(text) if self == Self::Yaml && is_plain(text)? => Ok(text.clone()),
            _ => serde_json::to_string(value).map_err(|error| EditError::Unwritable(error.to_string())),
        }
    }
}

/// Whether a text in brackets needs no quotation marks.
fn is_plain(text: &str) -> Result<bool, EditError> {
    let is_safe = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '.' | '_' | '-' | '/' | '(' | ')' | '’');
    Ok(text.chars().all(is_safe) && yaml(&text)?.trim_end() == text)
}
