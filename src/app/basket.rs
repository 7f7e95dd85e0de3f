//! The basket: statements that were marked, of whichever visits, in the order of the user.

use super::command::Keep;
use super::event::Effect;
use super::form::Form;
use super::gathering::About;
use super::identity::RecordKey;
use super::{App, Data, Notice};
use crate::cite::Style;
use crate::model::Target;

/// Older states of the basket are forgotten.
const REMEMBERED: usize = 50;

/// The marked statements. One that has gone from the records may come back with them, and keeps its place.
#[derive(Debug, Clone, Default)]
pub struct Basket {
    marks: Vec<RecordKey>,
    before: Vec<Vec<RecordKey>>,
}

impl Basket {
    /// The statements, in their order, as far as they are there.
    pub fn targets<'a>(&'a self, data: &'a Data) -> impl Iterator<Item = Target> + 'a {
        self.marks.iter().filter_map(|mark| data.target(*mark))
    }

    /// How many there are, and how many more have gone from the records.
    pub fn count(&self, data: &Data) -> (usize, usize) {
        let there = self.targets(data).count();
        (there, self.marks.len() - there)
    }

    /// Whether no statement is there.
    pub fn is_empty(&self, data: &Data) -> bool {
        self.targets(data).next().is_none()
    }

    /// Whether a record is in it.
    pub fn has(&self, data: &Data, target: Target) -> bool {
        data.key(target).is_some_and(|key| self.marks.contains(&key))
    }

    fn change(&mut self, marks: Vec<RecordKey>) {
        self.before.push(std::mem::replace(&mut self.marks, marks));
        let surplus = self.before.len().saturating_sub(REMEMBERED);
        self.before.drain(..surplus);
    }

    /// Puts a statement in as the last, or takes it out.
    fn toggle(&mut self, statement: RecordKey) {
        let mut marks = self.marks.clone();
        if marks.contains(&statement) {
            marks.retain(|mark| *mark != statement);
        } else {
            marks.push(statement);
        }
        self.change(marks);
    }

    /// Exchanges a statement with the one before or after it that is there; says whether there is one.
    fn shift(&mut self, data: &Data, statement: RecordKey, down: bool) -> bool {
        let there = |at: &usize| self.marks.get(*at).is_some_and(|mark| data.target(*mark).is_some());
        let place = self.marks.iter().position(|mark| *mark == statement);
        let other = place.and_then(|place| {
            if down { (place + 1..self.marks.len()).find(there) } else { (0..place).rev().find(there) }
        });
        let Some((a, b)) = place.zip(other) else { return false };
        let mut marks = self.marks.clone();
        marks.swap(a, b);
        self.change(marks);
        true
    }

    /// Whether it was changed.
    fn can_undo(&self) -> bool {
        !self.before.is_empty()
    }
}

impl App {
    /// Does with the basket what is wished.
    pub(super) fn keep(&mut self, deed: Keep) -> Option<Effect> {
        match deed {
            Keep::Show if self.is_basket() => {}
            Keep::Show => self.gather(About::Basket),
            Keep::Mark => self.mark(),
            Keep::Earlier => self.shift(false),
            Keep::Later => self.shift(true),
            Keep::Empty => self.empty_basket(),
            Keep::Undo => self.undo_basket(),
            Keep::Print => return self.quit_printing(),
        }
        None
    }

    /// Why something cannot be done with the basket.
    pub(super) fn why_not_keep(&self, deed: Keep) -> Option<Notice> {
        let is_empty = self.basket.is_empty(&self.data);
        match deed {
            Keep::Mark => self.statement_at_hand().is_none().then_some(Notice::NotAStatement),
            Keep::Undo => (!self.basket.can_undo()).then_some(Notice::NothingToUndo),
            // What was in an empty one can be brought back there.
            Keep::Show => (is_empty && !self.basket.can_undo()).then_some(Notice::NothingMarked),
            Keep::Earlier | Keep::Later => (is_empty || !self.is_basket()).then_some(Notice::NotInTheBasket),
            Keep::Empty | Keep::Print => is_empty.then_some(Notice::NothingMarked),
        }
    }

    /// Marks the statement or takes its mark away, and goes on to the next.
    fn mark(&mut self) {
        let statement = self.statement_at_hand().and_then(|target| self.data.hold(target));
        let Some(statement) = statement else { return };
        self.basket.toggle(statement);
        if self.is_basket() {
            self.gather_anew();
        } else {
            self.step(true);
        }
        self.notice = Some(Notice::InBasket(self.basket.count(&self.data).0));
    }

    /// Moves the chosen statement of the basket.
    fn shift(&mut self, down: bool) {
        let statement = self.statement_at_hand().and_then(|target| self.data.hold(target));
        if statement.is_some_and(|statement| self.basket.shift(&self.data, statement, down)) {
            self.gather_anew();
            self.step(down);
        }
    }

    fn empty_basket(&mut self) {
        self.basket.change(Vec::new());
        self.gather_anew();
        self.notice = Some(Notice::InBasket(0));
    }

    fn undo_basket(&mut self) {
        if let Some(marks) = self.basket.before.pop() {
            self.basket.marks = marks;
            self.gather_anew();
            self.notice = Some(Notice::InBasket(self.basket.count(&self.data).0));
        }
    }

    /// Leaves the program; asks once when that would forget what is marked.
    pub(super) fn leave(&mut self) -> Option<Effect> {
        if self.basket.is_empty(&self.data) {
            return Some(Effect::Quit);
        }
        self.notice = Some(Notice::Marked(self.basket.count(&self.data).0));
        None
    }

    /// Leaves the program, which prints the marked statements as quote cards then.
    fn quit_printing(&mut self) -> Option<Effect> {
        let marked: Vec<Target> = self.basket.targets(&self.data).collect();
        let sheet = self.copy_all(&marked, None, Form::Cite(Style::Card))?;
        Some(Effect::QuitPrinting(sheet))
    }
}
