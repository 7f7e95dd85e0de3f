//! The list of visits as lines of text, for recovery from syntax errors.

use std::collections::BTreeMap;

use super::node::Node;
use super::problem::LocatedProblem;
use super::text_file::TextFile;
use crate::diagnostic::UnusableVisit;

/// In how many lines of a visit its title or ID is looked for.
const NAME_LINES: u32 = 2;

/// A list of visits.
#[derive(Debug, Clone, Copy)]
pub(super) struct VisitList {
    /// The line of the key `visits`.
    pub(super) line: u32,
    /// The column of the fields of the archive.
    pub(super) outside: u32,
}

/// The last item of the list that was read.
pub(super) struct LastItem {
    /// The line of the item; 0 if there is none.
    pub(super) line: u32,
    /// The item, unless it contains the syntax error.
    pub(super) item: Option<VisitItem>,
}

/// A syntax error in the list.
pub(super) struct BrokenList {
    pub(super) last: LastItem,
    pub(super) located: LocatedProblem,
}

impl BrokenList {
    /// A syntax error after the last item, or before any item.
    pub(super) fn new(last: Option<LastItem>, located: LocatedProblem) -> Self {
        Self { last: last.unwrap_or(LastItem { line: located.at.line, item: None }), located }
    }
}

/// An item of the list, with the problems noted while it was built.
pub(super) struct VisitItem {
    pub(super) node: Node,
    pub(super) noted: Vec<LocatedProblem>,
}

/// How the fields of an archive ended.
pub(super) enum FieldsEnd {
    /// At the end of the mapping.
    Complete,
    /// After recovery from a syntax error. The parser cannot continue.
    Recovered {
        /// Whether all fields other than the visits were read.
        whole: bool,
    },
}

/// The lines of a block list, whose dashes are in one column.
pub(super) struct VisitLines<'s> {
    source: &'s TextFile,
    /// The column index of the dashes.
    dash: usize,
    /// The line of the first item.
    first: u32,
    /// The line of the first field after the list.
    next_field: Option<u32>,
    /// The line where the next document begins.
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
/// How far a misplaced dash may be from its column.
const MAX_MISPLACEMENT: usize = 3;

impl<'s> VisitLines<'s> {
    /// `None` if no line begins with a dash.
    pub(super) fn of(source: &'s TextFile, list: VisitList) -> Option<Self> {
        let begins_document = |text: &str| text.starts_with("---") || text.starts_with("...");
        let lines = || (list.line + 1..).map_while(|at| Some((at, source.line(at)?)));
        let next_document = lines().find(|(_, text)| begins_document(text)).map(|(at, _)| at);
        let within = || lines().take_while(move |(at, _)| Some(*at) != next_document);
        // The items have less indentation than the lists within them. One item alone may be misplaced.
        let mut columns: BTreeMap<usize, usize> = BTreeMap::new();
        for (_, text) in within() {
            *columns.entry(dash_of(text).unwrap_or(usize::MAX)).or_default() += 1;
        }
        columns.remove(&usize::MAX);
        let leftmost = *columns.keys().next()?;
        let near = columns.range(leftmost..=leftmost + MAX_MISPLACEMENT);
        let dash = near.clone().find(|(_, count)| **count > 1).map_or(leftmost, |(dash, _)| *dash);
        let mut next_field = None;
        for (at, text) in within() {
            match field_of(text, list.outside) {
                _ if dash_of(text) == Some(dash) => next_field = None,
                Some((name, is_open)) => {
                    next_field.get_or_insert(at);
                    // A field without a value is followed by its own lines.
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

    /// The first item after `line`, and the text from there to the end of the list.
    pub(super) fn next_item(&self, line: u32) -> Option<(u32, &'s str)> {
        let end = self.next_field.or(self.next_document);
        let mut lines = (line + 1..end.unwrap_or(u32::MAX)).map_while(|at| Some((at, self.source.line(at)?)));
        let (first, _) = lines.find(|(_, text)| dash_of(text) == Some(self.dash))?;
        Some((first, self.text(first, end)?))
    }

    /// The visit that begins in a line, if its title or ID can be read.
    pub(super) fn visit_at(&self, line: u32) -> Option<UnusableVisit> {
        let field = |key: &str| {
            let value_in = |at: u32| {
                let text = self.source.line(at)?.trim_start().trim_start_matches("- ").trim_start();
                let value = text.strip_prefix(key)?.strip_prefix(": ")?.trim();
                let value = value.trim_matches(['"', '\'']);
                (!value.is_empty() && !value.starts_with(['[', '{', '&', '*', '|', '>']))
                    .then(|| value.to_owned())
            };
            (line..line + NAME_LINES).find_map(value_in)
        };
        let name = field("title").or_else(|| field("id"))?;
        Some(UnusableVisit { name, line })
    }

    /// The fields after the list, to the end of the document.
    pub(super) fn tail(&self) -> Option<(u32, &'s str)> {
        let line = self.next_field?;
        Some((line, self.text(line, self.next_document)?))
    }

    fn text(&self, from: u32, to: Option<u32>) -> Option<&'s str> {
        let end = to.and_then(|line| self.source.start(line)).unwrap_or(self.source.text.len());
        self.source.text.get(self.source.start(from)?..end)
    }
}

/// The column index of a dash at the start of a line.
fn dash_of(text: &str) -> Option<usize> {
    let content = text.trim_start_matches(' ');
    (content.starts_with("- ") || content == "-").then_some(text.len() - content.len())
}

/// The field at the start of a line, left of `outside`, and whether its value is in the lines below.
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
