//! A list of visits as it stands in its lines: what was read of it last, where it breaks, where it goes on.

use std::collections::BTreeMap;

use super::finding::Finding;
use super::node::Node;
use super::source::Source;
use crate::diagnostic::Owner;

/// In so many lines of its own a visit says its name.
const NAMED_WITHIN: u32 = 2;

/// A list of visits.
#[derive(Debug, Clone, Copy)]
pub(super) struct List {
    /// The line of its name.
    pub(super) line: u32,
    /// The column of the fields of the archive, to which the list is one.
    pub(super) outside: u32,
}

/// The item of a list that was read last.
pub(super) struct Last {
    /// Where it begins; 0 when there is none.
    pub(super) line: u32,
    /// The item, unless it is what breaks.
    pub(super) item: Option<Item>,
}

/// Where a list breaks.
pub(super) struct Break {
    pub(super) last: Last,
    pub(super) finding: Finding,
}

impl Break {
    /// A break behind an item, or behind none.
    pub(super) fn new(last: Option<Last>, finding: Finding) -> Self {
        Self { last: last.unwrap_or(Last { line: finding.at.line, item: None }), finding }
    }
}

/// An item of the list of visits, with what was noted while it was made.
pub(super) struct Item {
    pub(super) node: Node,
    pub(super) noted: Vec<Finding>,
}

/// How the fields of an archive ended.
pub(super) enum End {
    /// As they should.
    Whole,
    /// Behind a break. The parser cannot go on.
    Resumed {
        /// Whether all fields besides the visits were read.
        whole: bool,
    },
}

/// The lines of a list whose items begin with dashes in one column.
pub(super) struct Lines<'s> {
    source: &'s Source,
    /// How many blanks stand before a dash.
    dash: usize,
    /// The line of the first item.
    first: u32,
    /// The line of the first field behind the list.
    next_field: Option<u32>,
    /// The line of the next document.
    next_document: Option<u32>,
}

/// The fields of an archive.
const FIELDS: &[&str] = &[
    "schema_version",
    "title",
    "language",
    "timezone",
    "license",
    "people",
    "organizations",
    "places",
    "visits",
];
/// A dash that stands wrong is not further away than this.
const ASTRAY: usize = 3;

impl<'s> Lines<'s> {
    /// None when no line begins with a dash.
    pub(super) fn of(source: &'s Source, list: List) -> Option<Self> {
        let begins_document = |text: &str| text.starts_with("---") || text.starts_with("...");
        let lines = || (list.line + 1..).map_while(|at| Some((at, source.line(at)?)));
        let next_document = lines().find(|(_, text)| begins_document(text)).map(|(at, _)| at);
        let within = || lines().take_while(move |(at, _)| Some(*at) != next_document);
        // The items of the list stand further left than those of any list in them; one alone may have slipped.
        let mut columns: BTreeMap<usize, usize> = BTreeMap::new();
        for (_, text) in within() {
            *columns.entry(dash_of(text).unwrap_or(usize::MAX)).or_default() += 1;
        }
        columns.remove(&usize::MAX);
        let leftmost = *columns.keys().next()?;
        let near = columns.range(leftmost..=leftmost + ASTRAY);
        let dash = near.clone().find(|(_, count)| **count > 1).map_or(leftmost, |(dash, _)| *dash);
        let mut next_field = None;
        for (at, text) in within() {
            match field_of(text, list.outside) {
                _ if dash_of(text) == Some(dash) => next_field = None,
                Some((name, is_open)) => {
                    next_field.get_or_insert(at);
                    // What follows on a field without a value is its own.
                    if is_open && (FIELDS.contains(&name) || name.starts_with("x-")) {
                        break;
                    }
                }
                None => {}
            }
        }
        let first = within().find(|(_, text)| dash_of(text) == Some(dash)).map(|(at, _)| at)?;
        Some(Self { source, dash, first, next_field, next_document })
    }

    /// The line of the first item.
    pub(super) fn first(&self) -> u32 {
        self.first
    }

    /// The first item that begins behind `line`, and the text from there to the end of the list.
    pub(super) fn next_item(&self, line: u32) -> Option<(u32, &'s str)> {
        let end = self.next_field.or(self.next_document);
        let mut lines = (line + 1..end.unwrap_or(u32::MAX)).map_while(|at| Some((at, self.source.line(at)?)));
        let (first, _) = lines.find(|(_, text)| dash_of(text) == Some(self.dash))?;
        Some((first, self.text(first, end)?))
    }

    /// The visit that begins in a line, as far as its lines can be read.
    pub(super) fn owner(&self, line: u32) -> Option<Owner> {
        let field = |key: &str| {
            let said = |at: u32| {
                let text = self.source.line(at)?.trim_start().trim_start_matches("- ").trim_start();
                let value = text.strip_prefix(key)?.strip_prefix(": ")?.trim();
                let value = value.trim_matches(['"', '\'']);
                (!value.is_empty() && !value.starts_with(['[', '{', '&', '*', '|', '>']))
                    .then(|| value.to_owned())
            };
            (line..line + NAMED_WITHIN).find_map(said)
        };
        let name = field("title").or_else(|| field("id"))?;
        Some(Owner { name, line })
    }

    /// The fields behind the list, up to the end of the document.
    pub(super) fn tail(&self) -> Option<(u32, &'s str)> {
        let line = self.next_field?;
        Some((line, self.text(line, self.next_document)?))
    }

    fn text(&self, from: u32, to: Option<u32>) -> Option<&'s str> {
        let end = to.and_then(|line| self.source.start(line)).unwrap_or(self.source.text.len());
        self.source.text.get(self.source.start(from)?..end)
    }
}

/// The column of the dash that a line begins with.
fn dash_of(text: &str) -> Option<usize> {
    let content = text.trim_start_matches(' ');
    (content.starts_with("- ") || content == "-").then_some(text.len() - content.len())
}

/// The name of the field that a line begins with left of `outside`, and whether its value stands in the lines below.
fn field_of(text: &str, outside: u32) -> Option<(&str, bool)> {
    let content = text.trim_start_matches(' ');
    let indent = u32::try_from(text.len() - content.len()).ok()?;
    let (name, value) = content.split_once(':')?;
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    let is_name = !name.is_empty() && !name.starts_with('-') && name.chars().all(is_word);
    let value = value.trim();
    let is_open = value.is_empty() || value.starts_with(['&', '!', '|', '>', '#']);
    (indent < outside && is_name).then_some((name, is_open))
}
