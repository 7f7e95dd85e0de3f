//! From sheets to visits: which rows are records, and in which order they are read.

use std::collections::HashSet;

use super::assembly::Assembly;
use super::cells::OrderEvidence;
use super::columns::{RowKind, Takes, plain};
use super::imported::Imported;
use super::map::Map;
use super::plan::{Plan, PlannedColumn, plan};
use super::remark::{Place, Remark, RemarkKind};
use super::request::{Import, ImportOptions};
use super::row::RowView;
use super::sheet::{CellFault, Row, Sheet};
use super::target::Target;
use crate::entry::Kind;
use crate::lang::Lang;

/// A sheet, and what it is called in messages.
pub(super) struct NamedSheet {
    pub(super) label: String,
    /// The name of the sheet or of its file.
    pub(super) hint: String,
    pub(super) sheet: Sheet,
}

/// A sheet whose headings were recognized, and the indices of the rows that are records.
struct PlannedSheet<'a> {
    named: &'a NamedSheet,
    plan: Plan,
    rows: Vec<usize>,
    orders: Vec<OrderEvidence>,
}

/// Reads the records of all sheets, and adds them to those of documents.
pub(super) fn read(sheets: &[NamedSheet], options: &ImportOptions<'_>, mut records: Imported) -> Import {
    let mut remarks = std::mem::take(&mut records.remarks);
    let mut planned = Vec::new();
    for named in sheets.iter().filter(|named| !named.sheet.rows.is_empty()) {
        if let Some(sheet) = PlannedSheet::new(named, options.map, options.lang, &mut remarks) {
            planned.push(sheet);
        } else {
            let reason = options.lang.import_no_headings().to_owned();
            remarks
                .push(Remark { place: Place::Text(named.label.clone()), what: RemarkKind::LeftOut(reason) });
        }
    }
    let mut assembly = Assembly::new(options.lang, options.map, options.known);
    assembly.remarks = remarks;
    let mut visits = Vec::new();
    each_row(&planned, RowKind::Visits, options.lang, |row| visits.push(assembly.visit_row(row)));
    assembly.name_visits();
    let rows_of = |assembly: &mut Assembly<'_>, kinds: &[RowKind]| {
        for kind in kinds {
            each_row(&planned, *kind, options.lang, |row| assembly.record_row(row));
        }
    };
    // Sheets may give ids to what rows of visits and statements only name. People have their ids in all visits, so they come first.
    rows_of(&mut assembly, &[RowKind::Sources, RowKind::Organizations]);
    each_row(&planned, RowKind::Organizations, options.lang, |row| assembly.parent_of(row));
    rows_of(&mut assembly, &[RowKind::Participants]);
    let mut visits = visits.into_iter();
    each_row(&planned, RowKind::Visits, options.lang, |row| {
        if let Some(visit) = visits.next().flatten() {
            assembly.visit_records(visit, row);
        }
    });
    each_row(&planned, RowKind::Statements, options.lang, |row| assembly.speakers_of(row));
    rows_of(&mut assembly, &[RowKind::Stops]);
    assembly.put_stops();
    rows_of(
        &mut assembly,
        &[RowKind::Statements, RowKind::Outcomes, RowKind::Media, RowKind::Expenses, RowKind::Notes],
    );
    assembly.ask_corrected();
    let names = assembly.similar_names();
    let plans = planned.into_iter().map(|sheet| sheet.plan).collect();
    assembly.finish(&mut records);
    Import { records, plans, names }
}

fn each_row(sheets: &[PlannedSheet<'_>], kind: RowKind, lang: Lang, mut read: impl FnMut(&RowView<'_>)) {
    for sheet in sheets.iter().filter(|sheet| sheet.plan.kind == kind) {
        for row in sheet.rows.iter().filter_map(|at| sheet.named.sheet.rows.get(*at)) {
            read(&RowView { label: &sheet.named.label, plan: &sheet.plan, row, orders: &sheet.orders, lang });
        }
    }
}

impl<'a> PlannedSheet<'a> {
    /// `None` if no headings were recognized.
    fn new(named: &'a NamedSheet, map: &Map, lang: Lang, remarks: &mut Vec<Remark>) -> Option<Self> {
        let plan = Plan { label: named.label.clone(), ..plan(&named.sheet, &named.hint, map)? };
        let orders = plan.columns.iter().map(|column| {
            let mut order = OrderEvidence::default();
            if matches!(&column.target, Target::Field(field) if field.takes == Takes::Date) {
                named.sheet.rows.iter().skip(plan.first).for_each(|row| order.note(row.cell(column.index)));
            }
            order
        });
        let orders = orders.collect();
        let mut sheet = Self { named, plan, rows: Vec::new(), orders };
        sheet.tell_columns(lang, remarks);
        sheet.choose_rows(lang, remarks);
        sheet.choose_numbers(lang, remarks);
        Some(sheet)
    }

    /// Tells which columns became custom fields, and which cells hold errors.
    fn tell_columns(&self, lang: Lang, remarks: &mut Vec<Remark>) {
        let label = &self.named.label;
        let column = |column: usize| Place::Column { label: label.clone(), column };
        for planned in self.plan.columns.iter().filter(|column| column.is_custom()) {
            let what = lang.import_custom(&planned.heading, planned.field().unwrap_or_default());
            remarks.push(Remark { place: column(planned.index), what: RemarkKind::Changed(what) });
        }
        let sheet = &self.named.sheet;
        let hidden = self.plan.columns.iter().filter(|it| sheet.hidden.has_column(it.index));
        for planned in hidden.filter(|it| it.field().is_some()) {
            let what = RemarkKind::Changed(lang.import_hidden().to_owned());
            remarks.push(Remark { place: column(planned.index), what });
        }
        for error in &sheet.errors {
            let place = Place::Cell { label: label.clone(), row: error.row, column: error.column };
            let what = RemarkKind::LeftOut(match &error.what {
                CellFault::Error(text) => lang.import_cell_error(text),
                CellFault::NoValue(formula) => lang.import_no_value(formula),
            });
            remarks.push(Remark { place, what });
        }
    }

    /// Chooses the rows that are records, and tells why others are not.
    fn choose_rows(&mut self, lang: Lang, remarks: &mut Vec<Remark>) {
        let mut before = None;
        let mut is_footer = false;
        for (at, row) in self.named.sheet.rows.iter().enumerate() {
            if at + self.plan.height >= self.plan.first && at < self.plan.first {
                before = Some(row.number);
                continue;
            }
            let is_apart = before.is_some_and(|before| row.number > before + 1);
            is_footer = at >= self.plan.first && row.filled() == 1 && (is_apart || is_footer);
            before = Some(row.number);
            let reason = if at < self.plan.first {
                Some(lang.import_above_headings().to_owned())
            } else if is_footer {
                Some(lang.import_footer().to_owned())
            } else {
                self.no_record(at, row, lang)
            };
            match reason {
                None => {
                    self.rows.push(at);
                    if self.named.sheet.hidden.has_row(row.number) {
                        let what = RemarkKind::Changed(lang.import_hidden_row().to_owned());
                        remarks.push(Remark { place: self.place(row), what });
                    }
                }
                // The line of help in a sheet to fill in.
                Some(_) if row.filled() == 1 && is_help(row.cell(0)) => {}
                Some(reason) => {
                    remarks.push(Remark { place: self.place(row), what: RemarkKind::LeftOut(reason) });
                }
            }
        }
    }

    fn place(&self, row: &Row) -> Place {
        Place::Row { label: self.named.label.clone(), row: row.number }
    }

    /// Makes the ids of visits of a column with the numbers of letters, if each row has another one. Running numbers change when a row
    /// is inserted, and plain numbers are given anew each year.
    fn choose_numbers(&mut self, lang: Lang, remarks: &mut Vec<Remark>) {
        let rows = || self.rows.iter().filter_map(|at| self.named.sheet.rows.get(*at));
        let is_filled = |column: usize| {
            let mut seen = HashSet::new();
            rows().all(|row| {
                let cell = row.cell(column);
                !cell.bytes().all(|byte| byte.is_ascii_digit()) && seen.insert(cell.to_lowercase())
            })
        };
        let is_number = |column: &&mut PlannedColumn| {
            let is_free = matches!(&column.target, Target::Custom(_))
                || matches!(&column.target, Target::Field(field) if field.name == "number");
            is_free && LETTER_NUMBERS.contains(&plain(&column.heading).as_str()) && is_filled(column.index)
        };
        if self.plan.kind != RowKind::Visits || self.rows.is_empty() {
            return;
        }
        if let Some(column) = self.plan.columns.iter_mut().find(is_number) {
            self.plan.numbered_by = Some(column.index);
            if let Target::Field(_) = column.target {
                column.target = Target::Custom(format!("x-{}", plain(&column.heading).replace(' ', "-")));
            }
            let place = Place::Column { label: self.named.label.clone(), column: column.index };
            let what = RemarkKind::Changed(lang.import_id_column(&column.heading));
            remarks.push(Remark { place, what });
        }
    }

    /// Why a row below the headings is no record.
    fn no_record(&self, at: usize, row: &Row, lang: Lang) -> Option<String> {
        if self.repeats_headings(row) {
            return Some(lang.import_headings_again().to_owned());
        }
        if is_numbering(row) || at == self.plan.first && is_loose_numbering(row) {
            return Some(lang.import_column_numbers().to_owned());
        }
        let is_filled = |field: &str| {
            let mut columns = self.plan.columns.iter().filter(|column| column.field() == Some(field));
            columns.any(|column| !row.cell(column.index).is_empty())
        };
        let taken =
            self.plan.columns.iter().filter(|it| it.field().is_some() && !row.cell(it.index).is_empty());
        let taken = taken.count();
        if is_total(row) && !is_filled("start_date") && !is_filled("date") {
            return Some(lang.import_total().to_owned());
        }
        if taken == 0 {
            return Some(lang.import_only_number().to_owned());
        }
        let needs = self.plan.kind.needs();
        let has_what_it_needs = needs.iter().any(|field| is_filled(field));
        let is_lonely = self.plan.kind == RowKind::Visits && taken == 1 && !is_filled("title");
        (!has_what_it_needs || is_lonely).then(|| lang.import_lacks(needs))
    }

    /// Whether a row is the headings once more, as at the top of a printed page, where cells may be merged that are not here.
    fn repeats_headings(&self, row: &Row) -> bool {
        let start = self.plan.first.saturating_sub(2);
        let headings = self.named.sheet.rows.get(start..self.plan.first).unwrap_or_default();
        let is_heading = |(at, cell): (usize, &String)| {
            cell.is_empty() || headings.iter().any(|it| plain(it.cell(at)) == plain(cell))
        };
        row.cells.iter().enumerate().all(is_heading)
    }
}

fn is_help(text: &str) -> bool {
    Kind::NAMES.iter().any(|kind| Lang::ALL.iter().any(|lang| lang.import_help(kind) == text))
}

/// Headings of columns with the numbers of letters, in plain words.
const LETTER_NUMBERS: &[&str] = &[
    "nomor",
    "reg",
    "no reg",
    "register",
    "no register",
    "nomor register",
    "no registrasi",
    "nomor registrasi",
    "no surat",
    "nomor surat",
    "surat no",
    "surat nomor",
    "no surat tugas",
    "nomor surat tugas",
    "no agenda",
    "nomor agenda",
    "no spt",
    "nomor spt",
    "no sppd",
    "nomor sppd",
    "no undangan",
    "nomor undangan",
    "ref",
    "reference",
    "ref no",
    "reference no",
    "reference number",
    "letter no",
    "letter number",
    "registration number",
];

/// Whether a row only numbers the columns: 1, 2, 3 or (1), (2), (3).
fn is_numbering(row: &Row) -> bool {
    let cells = || row.cells.iter().filter(|cell| !cell.is_empty());
    let is_number =
        |(number, cell): (usize, &String)| cell.trim_matches(['(', ')', '.', '[', ']']) == number.to_string();
    cells().count() > 2 && (1..).zip(cells()).all(is_number)
}

/// Whether a row directly below the headings numbers the columns in another way: with gaps, letters, Roman numbers or sums (5=3+4).
fn is_loose_numbering(row: &Row) -> bool {
    let labels = || row.cells.iter().filter(|cell| !cell.is_empty());
    let label = |cell: &String| {
        let text = cell.split('=').next().unwrap_or_default();
        text.trim().trim_matches(['(', ')', '.', '[', ']']).to_lowercase()
    };
    let has = |number: &dyn Fn(&str) -> Option<usize>| {
        let numbers: Option<Vec<usize>> = labels().map(|cell| number(&label(cell))).collect();
        numbers.is_some_and(|all| {
            all.first() == Some(&1)
                && all.len() > 1
                && all.is_sorted_by(|one, next| one <= next && next - one < 3)
        })
    };
    let roman =
        ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"];
    let letter = |text: &str| match text.as_bytes() {
        [letter @ b'a'..=b'z'] => Some(usize::from(letter - b'a') + 1),
        _ => None,
    };
    has(&|text| text.parse().ok())
        || has(&letter)
        || has(&|text| roman.iter().position(|it| *it == text).map(|at| at + 1))
}

/// Whether a row sums up the rows above it.
fn is_total(row: &Row) -> bool {
    let first = row.cells.iter().find(|cell| !cell.is_empty()).map(|cell| plain(cell)).unwrap_or_default();
    [
        "jumlah",
        "total",
        "jumlah total",
        "total jumlah",
        "grand total",
        "subtotal",
        "sub total",
        "jumlah keseluruhan",
    ]
    .contains(&first.as_str())
}
