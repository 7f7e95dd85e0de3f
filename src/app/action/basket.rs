//! What is done with the basket, and leaving the program, which would lose it.

use crate::app::event::Effect;
use crate::app::form::Form;
use crate::app::input::command::Keep;
use crate::app::notice::Notice;
use crate::app::overlay::gathering::About;
use crate::app::state::App;
use crate::cite::Style;
use crate::model::Target;

impl App {
    /// Does with the basket what is wished.
    pub(in crate::app) fn keep(&mut self, deed: Keep) -> Option<Effect> {
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
    pub(in crate::app) fn why_not_keep(&self, deed: Keep) -> Option<Notice> {
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
    pub(in crate::app) fn shift(&mut self, down: bool) {
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
    pub(in crate::app) fn leave(&mut self) -> Option<Effect> {
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
