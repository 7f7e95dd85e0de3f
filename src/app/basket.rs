//! The basket: statements that were marked, of whichever visits, in the order of the user.

use super::command::Keep;
use super::event::Effect;
use super::form::Form;
use super::gathering::About;
use super::{App, Notice};
use crate::cite::Style;
use crate::model::{Archive, Id, Record, RecordKind, Target};

/// Older states of the basket are forgotten.
const REMEMBERED: usize = 50;

/// A marked statement, by the ids of its visit and its own: they outlive a reload.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Mark {
    visit: Id,
    statement: Id,
}

/// The marked statements.
#[derive(Debug, Clone, Default)]
pub struct Basket {
    marks: Vec<Mark>,
    before: Vec<Vec<Mark>>,
}

impl Basket {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.marks.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.marks.is_empty()
    }

    /// Whether a statement is in it.
    pub fn has(&self, record: Record<'_>) -> bool {
        matches!(record, Record::Statement(visit, statement) if self.place(&visit.id, &statement.id).is_some())
    }

    fn place(&self, visit: &Id, statement: &Id) -> Option<usize> {
        self.marks.iter().position(|mark| mark.visit == *visit && mark.statement == *statement)
    }

    /// The statements that are there, in their order. What has gone from the records may come back with them, and keeps its
    /// place.
    pub fn targets(&self, archive: &Archive) -> Vec<Target> {
        let target = |mark: &Mark| {
            let at = archive.position(&mark.visit)?;
            let statements = &archive.visits.get(at)?.statements;
            let item = statements.iter().position(|statement| statement.id == mark.statement)?;
            Some(Target::new(at, RecordKind::Statement, item))
        };
        self.marks.iter().filter_map(target).collect()
    }

    fn change(&mut self, marks: Vec<Mark>) {
        self.before.push(std::mem::replace(&mut self.marks, marks));
        let surplus = self.before.len().saturating_sub(REMEMBERED);
        self.before.drain(..surplus);
    }

    /// Puts a statement in as the last, or takes it out.
    fn toggle(&mut self, record: Record<'_>) {
        let Record::Statement(visit, statement) = record else { return };
        let mut marks = self.marks.clone();
        match self.place(&visit.id, &statement.id) {
            Some(place) => drop(marks.remove(place)),
            None => marks.push(Mark { visit: visit.id.clone(), statement: statement.id.clone() }),
        }
        self.change(marks);
    }

    /// Exchanges a statement with the one before or after it; says whether there is one.
    fn shift(&mut self, record: Record<'_>, down: bool) -> bool {
        let Record::Statement(visit, statement) = record else { return false };
        let place = self.place(&visit.id, &statement.id);
        let other = place.and_then(|place| if down { Some(place + 1) } else { place.checked_sub(1) });
        let Some((a, b)) = place.zip(other.filter(|other| *other < self.len())) else { return false };
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
    /// The statement that a mark is for: chosen in the panes, in the search, or in what was gathered.
    pub(super) fn statement_at_hand(&self) -> Option<Target> {
        self.copied_record().filter(|target| target.kind == RecordKind::Statement)
    }

    /// Does with the basket what is wished.
    pub(super) fn keep(&mut self, deed: Keep) -> Option<Effect> {
        match deed {
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
        match deed {
            Keep::Mark => self.statement_at_hand().is_none().then_some(Notice::NotAStatement),
            Keep::Undo => (!self.basket.can_undo()).then_some(Notice::NothingToUndo),
            _ => self.basket.is_empty().then_some(Notice::NothingMarked),
        }
    }

    /// Marks the statement or takes its mark away, and goes on to the next.
    fn mark(&mut self) {
        let target = self.statement_at_hand();
        let Some(record) = target.and_then(|target| self.data.archive.record(target)) else { return };
        self.basket.toggle(record);
        if self.is_basket() {
            self.gather_anew();
        } else {
            self.step(true);
        }
        self.notice = Some(Notice::InBasket(self.basket.len()));
    }

    /// Moves the chosen statement of the basket.
    fn shift(&mut self, down: bool) {
        let target = self.statement_at_hand();
        let record = target.and_then(|target| self.data.archive.record(target));
        if record.is_some_and(|record| self.basket.shift(record, down)) {
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
            self.notice = Some(Notice::InBasket(self.basket.len()));
        }
    }

    /// Leaves the program; asks once when statements are marked that nobody has taken along.
    pub(super) fn leave(&mut self) -> Option<Effect> {
        if self.basket.is_empty() {
            return Some(Effect::Quit);
        }
        self.notice = Some(Notice::Marked(self.basket.len()));
        None
    }

    /// Leaves the program, which prints the marked statements as quote cards then.
    fn quit_printing(&mut self) -> Option<Effect> {
        let marked = self.basket.targets(&self.data.archive);
        let sheet = self.copy_all(&marked, None, Form::Cite(Style::Card))?;
        Some(Effect::QuitPrinting(sheet))
    }
}
