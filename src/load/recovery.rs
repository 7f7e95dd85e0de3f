//! Error recovery: after a syntax error in the list of visits, reading continues with the next visit and the fields
//! after the list.

use granit_parser::Event;

use super::compose::Composer;
use super::node::Node;
use super::problem::LocatedProblem;
use super::read::FileReader;
use super::visit_list::{BrokenList, FieldsEnd, VisitLines};
use crate::diagnostic::Problem;

/// How many syntax errors in one list are recovered from.
const MAX_ERRORS: usize = 500;

impl<'s> FileReader<'s> {
    /// Continues after a syntax error: with the next items, then with the fields of the archive after the list.
    pub(super) fn recover(
        &mut self,
        lines: &VisitLines<'s>,
        broken: BrokenList,
        head: &mut Node,
    ) -> FieldsEnd {
        let line = broken.located.at.line;
        let begun = lines.first().saturating_sub(1);
        self.recover_items(lines, broken, begun);
        // Fields before the error have been read.
        let tail = lines.tail().filter(|(first, _)| *first > line);
        let whole = match (tail, lines.tail()) {
            (Some((line, tail)), _) => self.recover_fields(Composer::new(tail, line - 1), head),
            (None, tail) => tail.is_none(),
        };
        FieldsEnd::Recovered { whole }
    }

    fn recover_items(&mut self, lines: &VisitLines<'s>, mut broken: BrokenList, mut line: u32) {
        for number in 0.. {
            // If the first item could not be read, the search starts at the head of the list.
            line = line.max(broken.last.line);
            let next = lines.next_item(line);
            // If the error is in the next item, the last one is complete. Otherwise it may be incomplete.
            let is_in_next_item = next.is_some_and(|(line, _)| line <= broken.located.at.line);
            if let Some(item) = broken.last.item {
                self.visit(item, is_in_next_item);
            }
            let at = broken.located.at;
            let visit = match next {
                Some((line, _)) if is_in_next_item => lines.visit_at(line),
                _ => lines.visit_at(broken.last.line),
            };
            self.report(broken.located, visit);
            let Some((next, rest)) = next else { return };
            if number == MAX_ERRORS {
                return self.report(LocatedProblem::new(Problem::TooManySyntaxErrors(MAX_ERRORS), at), None);
            }
            line = next;
            let mut composer = Composer::new(rest, line - 1);
            broken = match self.items(&mut composer) {
                Err(another) => *another,
                // The text ends with the list, unless unexpected content follows.
                Ok(last) => match std::iter::from_fn(|| composer.next()).find_map(Result::err) {
                    Some(located) => BrokenList { last, located },
                    None => return self.finish_visit(last.item),
                },
            };
        }
    }

    /// Reads the fields after the list. Returns whether they are complete.
    fn recover_fields(&mut self, mut composer: Composer<'s>, head: &mut Node) -> bool {
        while let Some(next) = composer.next() {
            match next {
                Ok((Event::StreamStart | Event::DocumentStart(..), _)) => {}
                Ok((Event::MappingStart(..), _)) => {
                    let end = self.fields(&mut composer, head);
                    self.report_noted(&mut composer);
                    return match end {
                        Ok(FieldsEnd::Complete) => true,
                        Ok(FieldsEnd::Recovered { whole }) => whole,
                        Err(located) => {
                            self.report(located, None);
                            false
                        }
                    };
                }
                Ok(_) => return false,
                Err(located) => {
                    self.report(located, None);
                    return false;
                }
            }
        }
        false
    }
}
