//! What leaves the explorer: a record in a form to be pasted elsewhere, or everything that is shown as a file.

use crate::app::browse::filters::each_once;
use crate::app::browse::row::Row;
use crate::app::event::{Effect, Exported};
use crate::app::form::Form;
use crate::app::layout::Pane;
use crate::app::list::List;
use crate::app::notice::Notice;
use crate::app::overlay::Overlay;
use crate::app::overlay::copying::CopyMenu;
use crate::app::state::App;
use jiff::Timestamp;

use crate::cite::{self, Citation, Style};
use crate::export::{Briefing, CsvDialect, Export, ExportFormat, ExportTable, SaveError, Selection};
use crate::facet::Scope;
use crate::model::{Archive, Record, RecordKind, Target};
use crate::text::{json, slug, visible_string};

impl App {
    /// Opens the menu of what can be copied.
    pub(in crate::app) fn open_copying(&mut self) {
        let records = self.current_records();
        let translation =
            self.browser.options.translation.filter(|at| translations(&self.data.archive, &records) > *at);
        let forms = self.forms_of(&records, translation);
        if forms.is_empty() && self.in_sight().parts.is_empty() {
            self.notice = Some(Notice::NothingToCopy);
            return;
        }
        let list = List::new(forms.len());
        let is_empty = records.is_empty();
        let kind = records.first().map_or(RecordKind::Statement, |record| record.kind);
        let records = records.into_iter().filter_map(|record| self.data.hold(record)).collect();
        let menu = CopyMenu { records, kind, translation, forms, list, exports: None };
        self.overlays.push(Overlay::Copy(menu));
        // Of all visits at once there is nothing to copy, but something to write.
        if is_empty {
            self.open_exports();
        }
    }

    /// The menu of copying, which is opened for a command that was run without it.
    fn menu_of_copying(&mut self) -> Option<&mut CopyMenu> {
        if !matches!(self.overlays.top(), Some(Overlay::Copy(_))) {
            self.open_copying();
        }
        match self.overlays.top_mut() {
            Some(Overlay::Copy(menu)) => Some(menu),
            _ => None,
        }
    }

    /// Every form that records have.
    pub(in crate::app) fn forms_of(
        &self,
        records: &[Target],
        translation: Option<usize>,
    ) -> Vec<(Form, String)> {
        let copied = |form| Some((form, self.copy_all(records, translation, form)?));
        Form::ALL.into_iter().filter_map(copied).collect()
    }

    /// Makes what the menu would copy anew: in another language, or in the words of a translation.
    pub(in crate::app) fn copy_anew(&mut self) {
        let Some(Overlay::Copy(menu)) = self.overlays.top() else { return };
        let forms = self.forms_of(&self.targets(&menu.records), menu.translation);
        if let Some(Overlay::Copy(menu)) = self.overlays.top_mut() {
            menu.forms = forms;
        }
    }

    /// Records in a form as one text, if any of them has it.
    pub(in crate::app) fn copy_all(
        &self,
        records: &[Target],
        translation: Option<usize>,
        form: Form,
    ) -> Option<String> {
        match records {
            [] => return None,
            [record] => return self.copy(*record, translation, form),
            _ => {}
        }
        if form == Form::Linked {
            return self.linked(records);
        }
        let each: Vec<String> =
            records.iter().filter_map(|record| self.copy(*record, translation, form)).collect();
        let has_any = !each.is_empty();
        let texts = match form {
            Form::Cite(Style::CslJson) => {
                let items = each.iter().filter_map(|list| list.strip_prefix('[')?.strip_suffix(']'));
                format!("[{}\n]", items.map(str::trim_end).collect::<Vec<_>>().join(","))
            }
            Form::Json => format!("[\n{}\n]", each.join(",\n")),
            Form::Place | Form::Address => each_once(each).join("\n"),
            Form::Cite(Style::Reference) => each.join("\n"),
            Form::Cite(_) => each.join("\n\n"),
            Form::Linked => String::new(),
        };
        has_any.then_some(texts)
    }

    /// Records as linked data.
    fn linked(&self, records: &[Target]) -> Option<String> {
        let selection = Selection::of(records.iter().copied());
        let mut graph = Vec::new();
        self.exported(ExportFormat::JsonLd, &selection).write(&mut graph).ok()?;
        String::from_utf8(graph).ok().map(|graph| graph.trim_end().to_owned())
    }

    /// Whether a record has a form, which is known before that is made.
    pub(in crate::app) fn has_form(&self, target: Target, form: Form) -> bool {
        self.data.archive.record(target).is_some_and(|record| match (record, form) {
            (Record::Statement(..), Form::Cite(_)) | (_, Form::Json | Form::Place) => true,
            (_, Form::Cite(style)) => {
                matches!(style, Style::Press | Style::Markdown | Style::Text | Style::Reference)
            }
            (record, Form::Address) => cite::address(record).is_some(),
            // As linked data others would be the whole visit.
            (record, Form::Linked) => matches!(record, Record::Visit(_) | Record::Statement(..)),
        })
    }

    /// A record in a form, if it has that.
    pub(in crate::app) fn copy(
        &self,
        target: Target,
        translation: Option<usize>,
        form: Form,
    ) -> Option<String> {
        let archive = &self.data.archive;
        let record = archive.record(target).filter(|_| self.has_form(target, form))?;
        match (record, form) {
            (Record::Statement(visit, statement), Form::Cite(style)) => {
                let post_order = self.copying.post_order;
                let citation = Citation::new(visit, statement, self.lang);
                Some(Citation { translation, post_order, ..citation }.write(style))
            }
            (record, Form::Address) => cite::address(record),
            (_, Form::Cite(style @ (Style::Press | Style::Markdown))) => Some(self.brief(target, style)),
            (_, Form::Cite(Style::Text)) => Some(visible_string(record.label())),
            (_, Form::Cite(Style::Reference)) => Some(visible_string(&record.reference())),
            (_, Form::Json) => match record {
                Record::Statement(_, it) => json(it, true),
                Record::Stop(_, it) => json(it, true),
                Record::Participant(_, it) => json(it, true),
                Record::Organization(_, it) => json(it, true),
                Record::Visit(it) => json(it, true),
            }
            .ok(),
            (_, Form::Linked) => self.linked(&[target]),
            (_, Form::Cite(_)) => None,
            (_, Form::Place) => Some(visible_string(&archive.source_location(record.visit(), record.id()))),
        }
    }

    /// A briefing about what is no statement.
    fn brief(&self, target: Target, style: Style) -> String {
        let records = if target.kind == RecordKind::Visit { vec![target] } else { self.met(target) };
        let (archive, lang, post_order) = (&*self.data.archive, self.lang, self.copying.post_order);
        let briefing = Briefing { archive, lang, post_order, records: &records };
        if style == Style::Markdown { briefing.markdown() } else { briefing.text() }
    }

    /// The export of a selection, in the language of the explorer, which knows no clock.
    pub(in crate::app) fn exported<'a>(
        &'a self,
        format: ExportFormat,
        selection: &'a Selection,
    ) -> Export<'a> {
        let (archive, lang, now) = (&*self.data.archive, self.lang, Timestamp::UNIX_EPOCH);
        let (table, dialect) = (ExportTable::default_for(archive, selection), CsvDialect::default());
        Export { archive, selection, format, table, dialect, lang, now }
    }

    /// Copies the record of the menu in a form; without the menu, what is chosen.
    pub(in crate::app) fn copy_as(&mut self, form: Form) -> Option<Effect> {
        let menu = self.menu_of_copying()?;
        let (records, translation) = (menu.records.clone(), menu.translation);
        let records = self.targets(&records);
        self.close();
        self.copying.last_form = form;
        self.send(&records, translation, form)
    }

    /// Copies what is chosen in the form that was copied last.
    pub(in crate::app) fn copy_again(&mut self) -> Option<Effect> {
        self.send(&self.current_records(), self.browser.options.translation, self.copying.last_form)
    }

    fn send(&mut self, records: &[Target], translation: Option<usize>, form: Form) -> Option<Effect> {
        if form == Form::Place && self.data.built_in {
            self.notice = Some(Notice::BuiltIn);
            return None;
        }
        let text = self.copy_all(records, translation, form);
        if text.is_none() {
            let kind = records.first().map_or(RecordKind::Statement, |record| record.kind);
            self.notice = Some(Notice::NotInThisForm(form, kind));
        }
        text.map(|text| Effect::Copy(text, self.copied(records, translation, form)))
    }

    /// The chosen row of the menu: a form is copied, a format written.
    pub(in crate::app) fn take_row(&mut self) -> Option<Effect> {
        let Some(Overlay::Copy(menu)) = self.overlays.top() else { return None };
        if menu.exports.is_some() {
            let format = menu.list.selected().and_then(|row| ExportFormat::ALL.get(row).copied());
            format.and_then(|format| self.export_as(format))
        } else {
            let form = menu.form();
            form.and_then(|form| self.copy_as(form))
        }
    }

    /// Shows the chosen form on the normal screen.
    pub(in crate::app) fn print(&mut self) -> Option<Effect> {
        let (_, text) = self.menu_of_copying()?.chosen()?;
        let text = text.clone();
        self.close();
        Some(Effect::Print(format!("\n{text}\n\n{}", self.lang.messages().quit_printing)))
    }

    /// To the next translation of the statement, and behind the last to its own words.
    pub(in crate::app) fn next_words(&mut self) {
        let Some(Overlay::Copy(menu)) = self.overlays.top() else { return };
        let count = translations(&self.data.archive, &self.targets(&menu.records));
        let Some(Overlay::Copy(menu)) = self.overlays.top_mut() else { return };
        menu.translation = Some(menu.translation.map_or(0, |at| at + 1)).filter(|at| *at < count);
        self.copy_anew();
    }

    /// Whether the statement of the menu has other words.
    pub fn has_translations(&self) -> bool {
        let Some(Overlay::Copy(menu)) = self.overlays.top() else { return false };
        menu.exports.is_none() && translations(&self.data.archive, &self.targets(&menu.records)) > 0
    }

    /// From copying a record to writing what is in sight.
    pub(in crate::app) fn open_exports(&mut self) {
        let selection = self.in_sight();
        if let Some(menu) = self.menu_of_copying() {
            menu.exports = Some(selection);
            menu.list = List::new(ExportFormat::ALL.len());
        }
    }

    /// What is in sight: what was brought together; else the open visit, or all; with filters, the statements that pass them.
    pub(in crate::app) fn in_sight(&self) -> Selection {
        if let Some(Overlay::RecordPage(page)) = self.ground() {
            return Selection::ordered(page.rows.iter().copied());
        }
        if self.browser.filters.chosen().iter().any(crate::facet::Filter::filters_statements) {
            let statements = self.browser.rows.of(Pane::Statements).iter().filter_map(Row::target);
            return Selection::of(statements.filter(|target| target.kind == RecordKind::Statement));
        }
        match self.scope() {
            Some(Scope::Visit(visit)) => Selection::of([Target::visit(visit)]),
            Some(Scope::All) if self.browser.rows.shown(Pane::Visits).0 < self.data.archive.visits.len() => {
                Selection::of(self.browser.rows.of(Pane::Visits).iter().filter_map(Row::target))
            }
            Some(Scope::All) => Selection::all(&self.data.archive),
            None => Selection::default(),
        }
    }

    /// The name of the file, without its end.
    pub(in crate::app) fn export_name(&self) -> String {
        let open = match self.scope() {
            Some(Scope::Visit(visit)) => self.data.archive.visits.get(visit),
            Some(Scope::All) | None => None,
        };
        open.map_or_else(|| "lawat".to_owned(), |visit| slug(visit.id.as_str()))
    }

    /// Writes what was in sight when the menu was opened into a file.
    pub(in crate::app) fn export_as(&mut self, format: ExportFormat) -> Option<Effect> {
        if !matches!(self.overlays.top(), Some(Overlay::Copy(menu)) if menu.exports.is_some()) {
            self.open_exports();
        }
        let selection = self.menu_of_copying()?.exports.take()?;
        self.close();
        if selection.parts.is_empty() {
            self.notice = Some(Notice::NothingToCopy);
            return None;
        }
        Some(Effect::Export { format, selection, name: self.export_name() })
    }

    /// How an export went, in words.
    pub(in crate::app) fn exported_words(&self, exported: &Exported) -> String {
        let (lang, m) = (self.lang, self.lang.messages());
        match exported {
            Ok((path, counted, written)) => {
                let count = lang.counted(written.records, *counted);
                let exported = lang.exported(path, &count);
                std::iter::once(exported).chain(written.remarks(lang)).collect::<Vec<_>>().join("; ")
            }
            Err(SaveError::Nothing(_)) => m.calendar_is_empty.to_owned(),
            Err(SaveError::AlreadyThere(path) | SaveError::IsInput(path)) => {
                lang.new_file_exists(&path.to_string_lossy())
            }
            Err(SaveError::Failed(path, error)) => lang.unwritable(&path.to_string_lossy(), error),
        }
    }
}

/// In how many translations one of the statements stands, at most.
pub(in crate::app) fn translations(archive: &Archive, records: &[Target]) -> usize {
    let of = |target: &Target| match archive.record(*target) {
        Some(Record::Statement(_, statement)) => statement.translations.len(),
        _ => 0,
    };
    records.iter().map(of).max().unwrap_or_default()
}
