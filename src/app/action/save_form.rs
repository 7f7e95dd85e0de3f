//! Exports and baskets get their names here; baskets that are kept are opened again.

use crate::app::event::Effect;
use crate::app::list::List;
use crate::app::notice::{BasketNotice, Notice};
use crate::app::overlay::Overlay;
use crate::app::overlay::page::PageContent;
use crate::app::overlay::save_form::{BasketMenu, SaveForm, SavePurpose};
use crate::app::state::App;
use crate::export::{ExportFormat, KeptBasket, KeptBaskets, Naming, SaveError, Selection};
use crate::model::RecordKind;

impl App {
    /// Asks for the name of an export, and for the title and the opening of collected quotes.
    pub(in crate::app) fn ask_export_name(&mut self, format: ExportFormat, selection: Selection) {
        let opening = self.basket.name().filter(|_| self.is_basket()).cloned().unwrap_or_default();
        let texts = Naming { name: self.export_name(), ..opening };
        let purpose = SavePurpose::Export(format, selection);
        self.overlays.push(Overlay::SaveForm(Box::new(SaveForm::new(purpose, texts))));
    }

    /// Asks under which name the basket is kept.
    pub(in crate::app) fn ask_basket_name(&mut self) {
        let known = self.basket.name().cloned();
        let replaces = known.is_some();
        let texts = known.unwrap_or_default();
        let form = SaveForm::new(SavePurpose::Basket(replaces), texts);
        self.overlays.push(Overlay::SaveForm(Box::new(form)));
    }

    /// Writes what the form is about.
    pub(in crate::app) fn accept_save_form(&mut self) -> Option<Effect> {
        let Some(Overlay::SaveForm(form)) = self.overlays.top() else { return None };
        let naming = form.texts();
        let is_file = matches!(form.purpose, SavePurpose::Export(..));
        if is_file && (naming.name.contains(['/', '\\']) || naming.name.starts_with('.')) {
            self.notice = Some(Notice::NameWithFolder);
            return None;
        }
        if naming.name.is_empty() {
            self.notice = Some(Notice::NameIsMissing);
            return None;
        }
        let purpose = form.purpose.clone();
        match purpose {
            SavePurpose::Export(format, selection) => {
                self.overlays.pop();
                Some(Effect::Export { format, selection, naming })
            }
            SavePurpose::Basket(replaces) => {
                let statements = self.basket.references(&self.data);
                Some(Effect::KeepBasket(Box::new(KeptBasket { naming, statements }), replaces))
            }
        }
    }

    /// The basket was kept, or could not be: then the form stays.
    pub(in crate::app) fn receive_kept_basket(
        &mut self,
        kept: KeptBasket,
        result: Result<(), SaveError>,
    ) -> Option<Effect> {
        match result {
            Ok(()) => {
                self.overlays.pop_if(|overlay| matches!(overlay, Overlay::SaveForm(_)));
                self.notice = Some(Notice::Basket(BasketNotice::Kept(kept.naming.name.clone())));
                self.basket.set_kept(kept.naming);
                self.refresh_basket_page();
            }
            Err(SaveError::AlreadyThere(_)) => {
                if let Some(Overlay::SaveForm(form)) = self.overlays.top_mut() {
                    form.purpose = SavePurpose::Basket(true);
                }
                self.notice = Some(Notice::Basket(BasketNotice::NameIsTaken(kept.naming.name)));
            }
            Err(SaveError::Failed(path, error)) => {
                self.notice = Some(Notice::Exported(self.lang.unwritable(&path.to_string_lossy(), &error)));
            }
            Err(SaveError::Nothing(_) | SaveError::IsInput(_)) => {}
        }
        None
    }

    /// Lists the baskets that are kept, and says what cannot be read.
    pub(in crate::app) fn show_baskets(&mut self, kept: KeptBaskets) -> Option<Effect> {
        let KeptBaskets { baskets, unreadable } = kept;
        if !unreadable.is_empty() {
            let message = self.lang.baskets_unreadable(&unreadable);
            self.notice = Some(Notice::Basket(BasketNotice::Unreadable(message)));
        } else if baskets.is_empty() {
            self.notice = Some(Notice::Basket(BasketNotice::NoneIsKept));
        }
        if !baskets.is_empty() {
            let list = List::new(baskets.len());
            self.overlays.push(Overlay::BasketMenu(BasketMenu { baskets, list }));
        }
        None
    }

    /// The form for other records: it keeps what was typed.
    pub(in crate::app) fn restored_save_form(&self, mut form: Box<SaveForm>) -> Overlay {
        if let SavePurpose::Export(_, selection) = &mut form.purpose {
            *selection = self.export_selection();
        }
        Overlay::SaveForm(form)
    }

    /// Puts the statements of the selected basket into the basket, in place of those that are there. This can be undone.
    pub(in crate::app) fn open_kept_basket(&mut self) {
        let Some(Overlay::BasketMenu(BasketMenu { baskets, list })) = self.overlays.pop() else { return };
        let Some(kept) = list.selected().and_then(|at| baskets.into_iter().nth(at)) else { return };
        let split = |reference: &String| {
            let (visit, id) = reference.rsplit_once('#')?;
            Some((visit.to_owned(), id.to_owned()))
        };
        let parts: Vec<(String, String)> = kept.statements.iter().filter_map(split).collect();
        let marks = parts.iter().map(|(visit, id)| self.data.intern_named(visit, RecordKind::Statement, id));
        let marks = marks.collect();
        self.basket.open(marks, kept.naming);
        let (present, missing) = self.basket.count(&self.data);
        if !self.is_basket() {
            self.open_page(PageContent::Basket);
        }
        self.refresh_basket_page();
        self.notice = Some(Notice::Basket(BasketNotice::Opened { present, missing }));
    }
}
