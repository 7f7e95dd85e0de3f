//! Where a list of visits breaks: its next item is a visit of its own again, and behind the list the archive goes on.

use granit_parser::Event;

use super::compose::Composer;
use super::finding::Finding;
use super::node::Node;
use super::read::{End, Item, Reader};
use super::source::Source;
use crate::diagnostic::{At, Fault};

/// A list that breaks more often than this is not worth going on with.
const BREAKS: usize = 500;

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

impl<'s> Reader<'s> {
    /// Goes on behind a break: with the next item, and behind the list with the other fields of the archive.
    pub(super) fn resume(&mut self, list: List, broken: Break, head: &mut Node) -> Result<End, Finding> {
        let Some(lines) = Lines::of(self.source, list) else {
            // Without lines of their own, items cannot be told apart; but brackets say where each of them ends.
            self.file(broken.last.item);
            return Err(broken.finding);
        };
        self.resume_items(&lines, broken, list.at.line.saturating_sub(1));
        Ok(End::Resumed { whole: self.resume_fields(&lines, head) })
    }

    fn resume_items(&mut self, lines: &Lines<'s>, mut broken: Break, mut line: u32) {
        for number in 0.. {
            // Where not even the first item could be begun, it is looked for from the head of the list.
            line = line.max(broken.last.line);
            let next = lines.next_item(line);
            // The last item has ended when it is the next that breaks. Else it may have had more to say.
            let breaks_the_next = next.is_some_and(|(line, _)| line <= broken.finding.at.line);
            if let Some(item) = broken.last.item {
                self.visit(item, breaks_the_next);
            }
            let at = broken.finding.at;
            self.tell(broken.finding, None);
            let Some((next, rest)) = next else { return };
            if number == BREAKS {
                return self.tell(Finding::new(Fault::GivenUp(BREAKS), at), None);
            }
            line = next;
            let mut composer = Composer::new(rest, line - 1);
            broken = match self.items(&mut composer) {
                Err(another) => *another,
                // The text ends with the list, unless something stands where nothing can.
                Ok(last) => match std::iter::from_fn(|| composer.next()).find_map(Result::err) {
                    Some(finding) => Break { last, finding },
                    None => return self.file(last.item),
                },
            };
        }
    }

    /// Reads the fields behind the list. Whether they are whole.
    fn resume_fields(&mut self, lines: &Lines<'s>, head: &mut Node) -> bool {
        let Some((line, tail)) = lines.tail() else { return true };
        let mut composer = Composer::new(tail, line - 1);
        while let Some(next) = composer.next() {
            match next {
                Ok((Event::StreamStart | Event::DocumentStart(..), _)) => {}
                Ok((Event::MappingStart(..), _)) => {
                    let end = self.fields(&mut composer, head);
                    self.tell_noted(&mut composer);
                    return match end {
                        Ok(End::Whole) => true,
                        Ok(End::Resumed { whole }) => whole,
                        Err(finding) => {
                            self.tell(finding, None);
                            false
                        }
                    };
                }
                Ok(_) => return false,
                Err(finding) => {
                    self.tell(finding, None);
                    return false;
                }
            }
        }
        false
    }
}

/// The lines of a list whose items begin with dashes in one column.
struct Lines<'s> {
    source: &'s Source,
    /// How many blanks stand before a dash.
    dash: usize,
    /// The line of the first field behind the list.
    next_field: Option<u32>,
    /// The line of the next document.
    next_document: Option<u32>,
}

impl<'s> Lines<'s> {
    fn of(source: &'s Source, list: List) -> Option<Self> {
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
    fn next_item(&self, line: u32) -> Option<(u32, &'s str)> {
        let is_item = |text: &str| {
            let blank = text.get(..self.dash).is_some_and(|blank| blank.trim().is_empty());
            blank && text.get(self.dash..).is_some_and(|rest| rest.starts_with("- ") || rest == "-")
        };
        let end = self.next_field.or(self.next_document);
        let mut lines = (line + 1..end.unwrap_or(u32::MAX)).map_while(|at| Some((at, self.source.line(at)?)));
        let (first, _) = lines.find(|(_, text)| is_item(text))?;
        Some((first, self.text(first, end)?))
    }

    /// The fields behind the list, up to the end of the document.
    fn tail(&self) -> Option<(u32, &'s str)> {
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
