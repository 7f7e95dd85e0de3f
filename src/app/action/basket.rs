//! The commands of the basket, and quitting, which would lose it.

use crate::app::event::Effect;
use crate::app::form::Form;
use crate::app::input::command::BasketAction;
use crate::app::notice::{BasketNotice, Notice};
use crate::app::overlay::page::PageContent;
use crate::app::state::App;
use crate::cite::Style;
use crate::model::Target;

impl App {
    pub(in crate::app) fn perform_basket_action(&mut self, action: BasketAction) -> Option<Effect> {
        match action {
            BasketAction::Show if self.is_basket() => {}
            BasketAction::Show => self.open_page(PageContent::Basket),
            BasketAction::Mark => self.toggle_mark(),
            BasketAction::MoveUp => self.shift_in_basket(false),
            BasketAction::MoveDown => self.shift_in_basket(true),
            BasketAction::Empty => {
                self.basket.clear();
                self.show_basket_change();
            }
            BasketAction::Undo => {
                if self.basket.undo() {
                    self.show_basket_change();
                }
            }
            BasketAction::Keep => self.ask_basket_name(),
            BasketAction::OpenKept => return Some(Effect::ReadBaskets),
            BasketAction::QuitAndPrint => return self.quit_and_print(),
        }
        None
    }

    /// Why a command of the basket is not available; `None` if it is.
    pub(in crate::app) fn basket_unavailable_reason(&self, action: BasketAction) -> Option<Notice> {
        let is_empty = self.basket.is_empty(&self.data);
        match action {
            BasketAction::Mark => self.current_statement().is_none().then_some(Notice::NotAStatement),
            BasketAction::Undo => (!self.basket.can_undo()).then_some(Notice::NothingToUndo),
            // In an empty basket the last change can be undone.
            BasketAction::Show => {
                (is_empty && !self.basket.can_undo()).then_some(Notice::Basket(BasketNotice::Empty))
            }
            BasketAction::MoveUp | BasketAction::MoveDown => {
                (is_empty || !self.is_basket()).then_some(Notice::Basket(BasketNotice::NotOpen))
            }
            BasketAction::Keep if !self.is_basket() => Some(Notice::Basket(BasketNotice::NotOpen)),
            BasketAction::Empty | BasketAction::Keep | BasketAction::QuitAndPrint => {
                is_empty.then_some(Notice::Basket(BasketNotice::Empty))
            }
            BasketAction::OpenKept => None,
        }
    }

    /// Marks or unmarks the current statement, and moves to the next one.
    fn toggle_mark(&mut self) {
        let statement = self.current_statement().and_then(|target| self.data.intern(target));
        let Some(statement) = statement else { return };
        self.basket.toggle(statement);
        if self.is_basket() {
            self.refresh_basket_page();
        } else {
            self.step(true);
        }
        self.notice = Some(Notice::Basket(BasketNotice::Holds(self.basket.count(&self.data).0)));
    }

    /// Moves the selected statement of the basket up or down.
    fn shift_in_basket(&mut self, down: bool) {
        let statement = self.current_statement().and_then(|target| self.data.intern(target));
        if statement.is_some_and(|statement| self.basket.shift(&self.data, statement, down)) {
            self.refresh_basket_page();
            self.step(down);
        }
    }

    fn show_basket_change(&mut self) {
        self.refresh_basket_page();
        self.notice = Some(Notice::Basket(BasketNotice::Holds(self.basket.count(&self.data).0)));
    }

    /// Quits. If marked statements would be lost, the first call only warns.
    pub(in crate::app) fn quit(&mut self) -> Option<Effect> {
        if self.basket.is_empty(&self.data) || !self.basket.has_changed() {
            return Some(Effect::Quit);
        }
        self.notice = Some(Notice::Basket(BasketNotice::WouldBeLost(self.basket.count(&self.data).0)));
        None
    }

    /// Quits, and prints the marked statements as quote cards.
    fn quit_and_print(&mut self) -> Option<Effect> {
        let marked: Vec<Target> = self.basket.targets(&self.data).collect();
        let sheet = self.copy_text(&marked, None, Form::Cite(Style::Card))?;
        Some(Effect::QuitPrinting(sheet))
    }
}
