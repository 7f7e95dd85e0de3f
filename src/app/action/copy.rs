//! Copying records in a form, and exporting what is visible to a file.

use crate::app::browse::filters::unique;
use crate::app::browse::options::next_translation;
use crate::app::event::{Effect, Exported};
use crate::app::form::Form;
use crate::app::layout::Pane;
use crate::app::list::List;
use crate::app::notice::Notice;
use crate::app::overlay::Overlay;
use crate::app::overlay::copy_menu::CopyMenu;
use crate::app::state::App;
use jiff::Timestamp;

use crate::cite::{self, Citation, Style};
use crate::export::{Briefing, CsvDialect, Export, ExportFormat, ExportTable, Opening, SaveError, Selection};
use crate::facet::{Filter, Scope};
use crate::model::{Archive, Record, RecordKind, Target};
use crate::text::{json, slug, visible_string};

impl App {
    /// Opens the copy menu for the current records.
    pub(in crate::app) fn open_copy_menu(&mut self) {
        let records = self.current_records();
        let translation =
            self.browser.options.translation.filter(|at| translations(&self.data.archive, &records) > *at);
        let forms = self.forms_of(&records, translation);
        if forms.is_empty() && self.export_selection().parts.is_empty() {
            self.notice = Some(Notice::NothingToCopy);
            return;
        }
        let list = List::new(forms.len());
        let is_empty = records.is_empty();
        let kind = records.first().map_or(RecordKind::Statement, |record| record.kind);
        let records = records.into_iter().filter_map(|record| self.data.intern(record)).collect();
        let menu = CopyMenu { records, kind, translation, forms, list, exports: None };
        self.overlays.push(Overlay::CopyMenu(menu));
        // All visits at once can be exported, but not copied.
        if is_empty {
            self.open_export_menu();
        }
    }

    /// The copy menu, opened if it is not.
    fn copy_menu(&mut self) -> Option<&mut CopyMenu> {
        if !matches!(self.overlays.top(), Some(Overlay::CopyMenu(_))) {
            self.open_copy_menu();
        }
        match self.overlays.top_mut() {
            Some(Overlay::CopyMenu(menu)) => Some(menu),
            _ => None,
        }
    }

    /// The forms available for records, each with the text to copy.
    pub(in crate::app) fn forms_of(
        &self,
        records: &[Target],
        translation: Option<usize>,
    ) -> Vec<(Form, String)> {
        let with_text = |form| Some((form, self.copy_text(records, translation, form)?));
        Form::ALL.into_iter().filter_map(with_text).collect()
    }

    /// Recomputes the texts of the copy menu, for another language or translation.
    pub(in crate::app) fn refresh_copy_menu(&mut self) {
        let Some(Overlay::CopyMenu(menu)) = self.overlays.top() else { return };
        let forms = self.forms_of(&self.targets(&menu.records), menu.translation);
        if let Some(Overlay::CopyMenu(menu)) = self.overlays.top_mut() {
            menu.forms = forms;
        }
    }

    /// Records in a form, as one text; `None` if the form is available for none of them.
    pub(in crate::app) fn copy_text(
        &self,
        records: &[Target],
        translation: Option<usize>,
        form: Form,
    ) -> Option<String> {
        match records {
            [] => return None,
            [record] => return self.copy_text_of(*record, translation, form),
            _ => {}
        }
        if form == Form::JsonLd {
            return self.json_ld(records);
        }
        let parts: Vec<String> =
            records.iter().filter_map(|record| self.copy_text_of(*record, translation, form)).collect();
        let has_any = !parts.is_empty();
        let text = match form {
            Form::Cite(Style::CslJson) => {
                let items = parts.iter().filter_map(|list| list.strip_prefix('[')?.strip_suffix(']'));
                format!("[{}\n]", items.map(str::trim_end).collect::<Vec<_>>().join(","))
            }
            Form::Json => format!("[\n{}\n]", parts.join(",\n")),
            Form::FileLine | Form::SourceUrl => unique(parts).join("\n"),
            Form::Cite(Style::Reference) => parts.join("\n"),
            Form::Cite(_) => parts.join("\n\n"),
            Form::JsonLd => String::new(),
        };
        has_any.then_some(text)
    }

    /// Records as JSON-LD.
    fn json_ld(&self, records: &[Target]) -> Option<String> {
        let selection = Selection::of(records.iter().copied());
        let mut graph = Vec::new();
        self.export(ExportFormat::JsonLd, &selection).write(&mut graph).ok()?;
        String::from_utf8(graph).ok().map(|graph| graph.trim_end().to_owned())
    }

    /// Whether a form is available for a record.
    pub(in crate::app) fn has_form(&self, target: Target, form: Form) -> bool {
        self.data.archive.record(target).is_some_and(|record| match (record, form) {
            (Record::Statement(..), Form::Cite(_)) | (_, Form::Json | Form::FileLine) => true,
            (_, Form::Cite(style)) => {
                matches!(style, Style::Press | Style::Markdown | Style::Text | Style::Reference)
            }
            (record, Form::SourceUrl) => cite::address(record).is_some(),
            // Other records have no JSON-LD of their own.
            (record, Form::JsonLd) => matches!(record, Record::Visit(_) | Record::Statement(..)),
        })
    }

    /// A record in a form; `None` if the form is not available for it.
    pub(in crate::app) fn copy_text_of(
        &self,
        target: Target,
        translation: Option<usize>,
        form: Form,
    ) -> Option<String> {
        let archive = &self.data.archive;
        let record = archive.record(target).filter(|_| self.has_form(target, form))?;
        match (record, form) {
            (Record::Statement(visit, statement), Form::Cite(style)) => {
                let post_order = self.copy_options.post_order;
                let citation = Citation::new(visit, statement, self.lang);
                Some(Citation { translation, post_order, ..citation }.write(style))
            }
            (record, Form::SourceUrl) => cite::address(record),
            (_, Form::Cite(style @ (Style::Press | Style::Markdown))) => Some(self.briefing(target, style)),
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
            (_, Form::JsonLd) => self.json_ld(&[target]),
            (_, Form::Cite(_)) => None,
            (_, Form::FileLine) => {
                Some(visible_string(&archive.source_location(record.visit(), record.id())))
            }
        }
    }

    /// A briefing about a visit, a person, an organization or a place.
    fn briefing(&self, target: Target, style: Style) -> String {
        let records =
            if target.kind == RecordKind::Visit { vec![target] } else { self.entity_records(target) };
        let (archive, lang, post_order) = (&*self.data.archive, self.lang, self.copy_options.post_order);
        let briefing = Briefing { archive, lang, post_order, records: &records };
        if style == Style::Markdown { briefing.markdown() } else { briefing.text() }
    }

    /// The export of records in the language of the interface. The explorer has no clock, so its time is the epoch.
    pub(in crate::app) fn export<'a>(&'a self, format: ExportFormat, selection: &'a Selection) -> Export<'a> {
        let (archive, lang, now) = (&*self.data.archive, self.lang, Timestamp::UNIX_EPOCH);
        let (table, dialect) = (ExportTable::default_for(archive, selection), CsvDialect::default());
        Export { archive, selection, format, table, dialect, lang, now, opening: Opening::default() }
    }

    /// Copies the records of the menu in a form, or the current records if the menu is not open.
    pub(in crate::app) fn copy_as(&mut self, form: Form) -> Option<Effect> {
        let menu = self.copy_menu()?;
        let (records, translation) = (menu.records.clone(), menu.translation);
        let records = self.targets(&records);
        self.close();
        self.copy_options.last_form = form;
        self.copy_effect(&records, translation, form)
    }

    /// Copies the current record in the last form used.
    pub(in crate::app) fn copy_again(&mut self) -> Option<Effect> {
        self.copy_effect(
            &self.current_records(),
            self.browser.options.translation,
            self.copy_options.last_form,
        )
    }

    fn copy_effect(&mut self, records: &[Target], translation: Option<usize>, form: Form) -> Option<Effect> {
        if form == Form::FileLine && self.data.built_in {
            self.notice = Some(Notice::BuiltInHasNoFile);
            return None;
        }
        let text = self.copy_text(records, translation, form);
        if text.is_none() {
            let kind = records.first().map_or(RecordKind::Statement, |record| record.kind);
            self.notice = Some(Notice::FormNotAvailable(form, kind));
        }
        text.map(|text| Effect::Copy(text, self.copied(records, translation, form)))
    }

    /// Copies in the selected form of the copy menu, or exports in the selected format of the export menu.
    pub(in crate::app) fn accept_copy_row(&mut self) -> Option<Effect> {
        let Some(Overlay::CopyMenu(menu)) = self.overlays.top() else { return None };
        if menu.exports.is_some() {
            let format = menu.list.selected().and_then(|row| ExportFormat::ALL.get(row).copied());
            format.and_then(|format| self.export_as(format))
        } else {
            let form = menu.form();
            form.and_then(|form| self.copy_as(form))
        }
    }

    /// Prints the selected form on the normal screen.
    pub(in crate::app) fn print(&mut self) -> Option<Effect> {
        let (_, text) = self.copy_menu()?.selected()?;
        let text = text.clone();
        self.close();
        Some(Effect::Print(format!("\n{text}\n\n{}", self.lang.messages().quit_printing)))
    }

    /// Changes the copy menu to the next translation, or to the original after the last one.
    pub(in crate::app) fn next_copy_translation(&mut self) {
        let Some(Overlay::CopyMenu(menu)) = self.overlays.top() else { return };
        let count = translations(&self.data.archive, &self.targets(&menu.records));
        let Some(Overlay::CopyMenu(menu)) = self.overlays.top_mut() else { return };
        menu.translation = next_translation(menu.translation, count);
        self.refresh_copy_menu();
    }

    /// Whether the statement in the copy menu has translations.
    pub fn has_translations(&self) -> bool {
        let Some(Overlay::CopyMenu(menu)) = self.overlays.top() else { return false };
        menu.exports.is_none() && translations(&self.data.archive, &self.targets(&menu.records)) > 0
    }

    /// Opens the export menu.
    pub(in crate::app) fn open_export_menu(&mut self) {
        let selection = self.export_selection();
        if let Some(menu) = self.copy_menu() {
            menu.exports = Some(selection);
            menu.list = List::new(ExportFormat::ALL.len());
        }
    }

    /// The records that an export contains: those of the open page; or else the statements that pass the filters; without filters,
    /// the open visit or all listed visits.
    pub(in crate::app) fn export_selection(&self) -> Selection {
        if let Some(Overlay::RecordPage(page)) = self.base_overlay() {
            return Selection::ordered(page.rows.iter().copied());
        }
        let are_statements = |filter: &Filter| filter.needs_statement() || matches!(filter, Filter::Fact(_));
        if self.browser.filters.active().iter().any(are_statements) {
            let statements = self.rows_of(Pane::Statements).iter().filter_map(|row| row.target());
            return Selection::of(statements.filter(|target| target.kind == RecordKind::Statement));
        }
        match self.scope() {
            Some(Scope::Visit(visit)) => Selection::of([Target::visit(visit)]),
            Some(Scope::All) if self.browser.rows.shown(Pane::Visits).0 < self.data.archive.visits.len() => {
                Selection::of(self.rows_of(Pane::Visits).iter().filter_map(|row| row.target()))
            }
            Some(Scope::All) => Selection::all(&self.data.archive),
            None => Selection::default(),
        }
    }

    /// The name of the exported file, without its extension.
    pub(in crate::app) fn export_name(&self) -> String {
        if let Some(name) = self.basket.name().filter(|_| self.is_basket()) {
            return slug(&name.name);
        }
        if let Some(Overlay::RecordPage(_)) = self.base_overlay() {
            return "lawat".to_owned();
        }
        let open = match self.scope() {
            Some(Scope::Visit(visit)) => self.data.archive.visits.get(visit),
            Some(Scope::All) | None => None,
        };
        open.map_or_else(|| "lawat".to_owned(), |visit| slug(visit.id.as_str()))
    }

    /// The path of an exported file, for people.
    pub(in crate::app) fn exported_path(&self, name: &str) -> String {
        match self.copy_options.folder.as_str() {
            "" => name.to_owned(),
            folder => format!("{}/{name}", folder.trim_end_matches('/')),
        }
    }

    /// Exports the records of the export menu to a file, whose name is asked for.
    pub(in crate::app) fn export_as(&mut self, format: ExportFormat) -> Option<Effect> {
        if !matches!(self.overlays.top(), Some(Overlay::CopyMenu(menu)) if menu.exports.is_some()) {
            self.open_export_menu();
        }
        let selection = self.copy_menu()?.exports.take()?;
        self.close();
        if self.data.progress.is_some() {
            // It would look complete.
            self.notice = Some(Notice::StillLoading);
            return None;
        }
        if selection.parts.is_empty() {
            self.notice = Some(Notice::NothingToCopy);
            return None;
        }
        self.ask_export_name(format, selection);
        None
    }

    /// The message about an export.
    pub(in crate::app) fn export_text(&self, exported: &Exported) -> String {
        let (lang, m) = (self.lang, self.lang.messages());
        match exported {
            Ok((path, counted, summary)) => {
                let count = lang.counted(summary.records, *counted);
                let exported = lang.exported(&self.exported_path(path), &count);
                std::iter::once(exported).chain(summary.remarks(lang)).collect::<Vec<_>>().join("; ")
            }
            Err(SaveError::Nothing(_)) => m.calendar_is_empty.to_owned(),
            Err(SaveError::AlreadyThere(path) | SaveError::IsInput(path)) => {
                lang.new_file_exists(&path.to_string_lossy())
            }
            Err(SaveError::Failed(path, error)) => lang.unwritable(&path.to_string_lossy(), error),
        }
    }
}

/// The largest number of translations of any of the statements.
pub(in crate::app) fn translations(archive: &Archive, records: &[Target]) -> usize {
    let of = |target: &Target| match archive.record(*target) {
        Some(Record::Statement(_, statement)) => statement.translations.len(),
        _ => 0,
    };
    records.iter().map(of).max().unwrap_or_default()
}
