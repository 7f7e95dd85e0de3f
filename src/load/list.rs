//! A list of visits as it stands in its lines: what was read of it last, where it breaks, where it goes on.

use super::finding::Finding;
use super::node::Node;
use super::source::Source;
use crate::diagnostic::{At, Owner};

/// In so many lines of its own a visit says its name.
const NAMED_WITHIN: u32 = 2;

/// A list of visits.
#[derive(Debug, Clone, Copy)]
pub(super) struct List {
    pub(super) at: At,
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
    /// The line of the first field behind the list.
    next_field: Option<u32>,
    /// The line of the next document.
    next_document: Option<u32>,
}

impl<'s> Lines<'s> {
    pub(super) fn of(source: &'s Source, list: List) -> Option<Self> {
        // The parser places a list that is not indented at its first item, and not at the dash.
        let line = source.line(list.at.line)?;
        let dash = line.len() - line.trim_start().len();
        line.get(dash..)?.strip_prefix('-')?;
        let mut lines = (list.at.line + 1..).map_while(|number| Some((number, source.line(number)?)));
        let begins_document = |text: &str| text.starts_with("---") || text.starts_with("...");
        let is_field = |text: &str| {
            let content = text.trim_start();
            let is_outside =
                u32::try_from(text.len() - content.len()).is_ok_and(|indent| indent < list.outside);
            is_outside && is_key(content)
        };
        let mut next_field = None;
        let next_document = lines
            .find(|(number, text)| {
                if next_field.is_none() && is_field(text) {
                    next_field = Some(*number);
                }
                begins_document(text)
            })
            .map(|(number, _)| number);
        Some(Self { source, dash, next_field, next_document })
    }

    /// The first item that begins behind `line`, and the text from there to the end of the list.
    pub(super) fn next_item(&self, line: u32) -> Option<(u32, &'s str)> {
        let is_item = |text: &str| {
            let blank = text.get(..self.dash).is_some_and(|blank| blank.trim().is_empty());
            blank && text.get(self.dash..).is_some_and(|rest| rest.starts_with("- ") || rest == "-")
        };
        let end = self.next_field.or(self.next_document);
        let mut lines = (line + 1..end.unwrap_or(u32::MAX)).map_while(|at| Some((at, self.source.line(at)?)));
        let (first, _) = lines.find(|(_, text)| is_item(text))?;
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

/// Whether a line is a field: a word and a colon.
fn is_key(content: &str) -> bool {
    let key = content.split(':').next().unwrap_or_default();
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    key.len() < content.len() && !key.is_empty() && !key.starts_with('-') && key.chars().all(is_word)
}
