//! Where a list of visits breaks: its next item is a visit of its own again, and behind the list the archive goes on.

use granit_parser::Event;

use super::compose::Composer;
use super::finding::Finding;
use super::list::{Break, End, Lines};
use super::node::Node;
use super::read::Reader;
use crate::diagnostic::Fault;

/// A list that breaks more often than this is not worth going on with.
const BREAKS: usize = 500;

impl<'s> Reader<'s> {
    /// Goes on behind a break: with the next item, and behind the list with the other fields of the archive.
    pub(super) fn resume(&mut self, lines: &Lines<'s>, broken: Break, head: &mut Node) -> End {
        let line = broken.finding.at.line;
        let begun = lines.first().saturating_sub(1);
        self.resume_items(lines, broken, begun);
        // Fields up to the break have been read.
        let tail = lines.tail().filter(|(first, _)| *first > line);
        let whole = match (tail, lines.tail()) {
            (Some((line, tail)), _) => self.resume_fields(Composer::new(tail, line - 1), head),
            (None, tail) => tail.is_none(),
        };
        End::Resumed { whole }
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
            let owner = match next {
                Some((line, _)) if breaks_the_next => lines.owner(line),
                _ => lines.owner(broken.last.line),
            };
            self.tell(broken.finding, owner);
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
    fn resume_fields(&mut self, mut composer: Composer<'s>, head: &mut Node) -> bool {
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
