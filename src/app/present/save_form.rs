//! The lines of the form that asks for a name, and of the list of kept baskets.

use crate::app::layout::text_columns;
use crate::app::overlay::save_form::{BasketMenu, SaveField, SaveForm, SavePurpose};
use crate::app::state::App;
use crate::lang::{Both, STATEMENTS};
use crate::text::{Line, TextRole, visible_string, width};

impl App {
    /// The title of the form: what gets the name.
    pub fn save_form_title(&self, form: &SaveForm) -> &'static str {
        match &form.purpose {
            SavePurpose::Export(format, _) => format.label(self.lang),
            SavePurpose::Basket(_) => self.lang.messages().keep_basket_title,
        }
    }

    fn field_label(&self, field: SaveField) -> &'static str {
        let label = match field {
            SaveField::Name => Both { id: "Nama", en: "Name" },
            SaveField::Title => Both { id: "Judul", en: "Title" },
            SaveField::Lead => Both { id: "Pengantar", en: "Opening" },
        };
        label.get(self.lang)
    }

    /// The columns of the labels, and of the texts beside them. The last column is for the cursor.
    fn field_columns(&self, form: &SaveForm) -> (usize, usize) {
        let labels = form.fields.iter().map(|(field, _)| width(self.field_label(*field))).max();
        let labels = labels.unwrap_or_default() + 2;
        let columns = text_columns(self.layout.menu(form.lines()));
        (labels, columns.saturating_sub(labels + 1))
    }

    /// The lines of a field; below the name of an export, the file that will be written.
    pub(in crate::app) fn save_form_lines(&self, form: &SaveForm, row: usize) -> Vec<Line> {
        let Some((field, input)) = form.fields.get(row) else { return Vec::new() };
        let (labels, columns) = self.field_columns(form);
        let typed = Line::of(&visible_string(input.value()), TextRole::Plain);
        let label = Line::of(self.field_label(*field), TextRole::Dim).fit(labels);
        let mut lines = vec![label.joined(&typed.skip(input.visual_scroll(columns)).cut(columns))];
        if let (SaveField::Name, SavePurpose::Export(format, _)) = (field, &form.purpose) {
            let name = format!("{}.{}", form.file_name(), format.extension());
            let path = Line::of(&self.exported_path(&name), TextRole::Dim).cut(columns);
            lines.push(Line::of("", TextRole::Dim).fit(labels).joined(&path));
        }
        lines
    }

    /// The column of the cursor in the row with the focus.
    pub fn save_form_cursor(&self, form: &SaveForm) -> Option<usize> {
        let (_, input) = form.fields.get(form.list.selected()?)?;
        let (labels, columns) = self.field_columns(form);
        Some(labels + input.visual_cursor().saturating_sub(input.visual_scroll(columns)))
    }

    /// The lines of a basket that is kept: its name, the number of its statements, its title.
    pub(in crate::app) fn basket_menu_lines(&self, menu: &BasketMenu, row: usize) -> Vec<Line> {
        let Some(basket) = menu.baskets.get(row) else { return Vec::new() };
        let columns = text_columns(self.layout.menu(menu.list.len()));
        let count = self.lang.counted(basket.statements.len(), STATEMENTS);
        let title = basket.naming.title.as_ref().map(|title| format!(" · {title}")).unwrap_or_default();
        let line = Line::of(&visible_string(&basket.naming.name), TextRole::Plain);
        let facts = visible_string(&format!("  {count}{title}"));
        vec![line.with(&facts, TextRole::Dim).cut(columns)]
    }
}
