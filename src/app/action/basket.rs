//! What is done with the basket, and leaving the program, which would lose it.

use crate::app::event::Effect;
use crate::app::form::Form;
use crate::app::input::command::BasketAction;
use crate::app::notice::Notice;
use crate::app::overlay::page::About;
use crate::app::state::App;
use crate::cite::Style;
use crate::model::Target;

impl App {
    /// Does with the basket what is wished.
    pub(in crate::app) fn keep(&mut self, deed: BasketAction) -> Option<Effect> {
        match deed {
            BasketAction::Show if self.is_basket() => {}
            BasketAction::Show => self.gather(About::Basket),
            BasketAction::Mark => self.mark(),
            BasketAction::Earlier => self.shift(false),
            BasketAction::Later => self.shift(true),
            BasketAction::Empty => self.empty_basket(),
            BasketAction::Undo => self.undo_basket(),
            BasketAction::Print => return self.quit_printing(),
        }
        None
    }

    /// Why something cannot be done with the basket.
    pub(in crate::app) fn why_not_keep(&self, deed: BasketAction) -> Option<Notice> {
        let is_empty = self.basket.is_empty(&self.data);
        match deed {
            BasketAction::Mark => self.current_statement().is_none().then_some(Notice::NotAStatement),
            BasketAction::Undo => (!self.basket.can_undo()).then_some(Notice::NothingToUndo),
            // What was in an empty one can be brought back there.
            BasketAction::Show => (is_empty && !self.basket.can_undo()).then_some(Notice::NothingMarked),
            BasketAction::Earlier | BasketAction::Later => {
                (is_empty || !self.is_basket()).then_some(Notice::NotInTheBasket)
            }
            BasketAction::Empty | BasketAction::Print => is_empty.then_some(Notice::NothingMarked),
        }
    }

    /// Marks the statement or takes its mark away, and goes on to the next.
    fn mark(&mut self) {
        let statement = self.current_statement().and_then(|target| self.data.hold(target));
        let Some(statement) = statement else { return };
        self.basket.toggle(statement);
        if self.is_basket() {
            self.refresh_basket_page();
        } else {
            self.step(true);
        }
        self.notice = Some(Notice::InBasket(self.basket.count(&self.data).0));
    }

    /// Moves the chosen statement of the basket.
    pub(in crate::app) fn shift(&mut self, down: bool) {
        let statement = self.current_statement().and_then(|target| self.data.hold(target));
        if statement.is_some_and(|statement| self.basket.shift(&self.data, statement, down)) {
            self.refresh_basket_page();
            self.step(down);
        }
    }

    fn empty_basket(&mut self) {
        self.basket.change(Vec::new());
        self.refresh_basket_page();
        self.notice = Some(Notice::InBasket(0));
    }

    fn undo_basket(&mut self) {
        if let Some(marks) = self.basket.before.pop() {
            self.basket.marks = marks;
            self.refresh_basket_page();
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
