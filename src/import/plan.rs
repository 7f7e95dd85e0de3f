//! Finds the headings of a sheet, and proposes what its columns hold.

use super::columns::{Column, Columns, RowKind, Takes, plain};
use super::map::{Map, SheetMap};
use super::sheet::{Row, Sheet, column_name};
use super::target::Target;

/// The number of rows among which the headings are.
const SEARCHED: usize = 40;

/// What the columns of a sheet hold.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The file and the sheet, for messages; empty if there is only one.
    pub label: String,
    /// The name of the sheet.
    pub sheet: String,
    /// What its rows describe.
    pub kind: RowKind,
    /// The number of the last row of headings.
    pub headings: usize,
    /// Whether it is one of our own exports.
    pub is_export: bool,
    /// The columns with any content.
    pub columns: Vec<PlannedColumn>,
    /// The index of the first row below the headings.
    pub(super) first: usize,
    /// The number of rows of headings.
    pub(super) height: usize,
    /// The index of the column whose numbers are the ids of visits that have no other.
    pub(super) numbered_by: Option<usize>,
}

/// A column of a sheet, and what it holds.
#[derive(Debug, Clone)]
pub struct PlannedColumn {
    /// Its index, from 0.
    pub index: usize,
    /// Its heading, as written.
    pub heading: String,
    pub(super) target: Target,
}

impl PlannedColumn {
    /// The name of the field that it becomes; none if it is not taken.
    pub fn field(&self) -> Option<&str> {
        match &self.target {
            Target::Field(column) if column.takes == Takes::Derived => None,
            Target::Field(column) => Some(column.name),
            Target::Custom(name) => Some(name),
            Target::Ignored => None,
        }
    }

    /// Whether nothing in the format has this name, so that it became a custom field.
    pub fn is_custom(&self) -> bool {
        matches!(self.target, Target::Custom(_))
    }

    /// The name of the column in a spreadsheet.
    pub fn letters(&self) -> String {
        column_name(self.index)
    }
}

/// Proposes what a sheet holds; its name or that of its file is a hint. `None` if no headings were recognized.
pub(super) fn plan(sheet: &Sheet, hint: &str, map: &Map) -> Option<Plan> {
    let (stated, own) = map.of_sheet(&sheet.name).map_or((None, None), |(kind, own)| (Some(kind), Some(own)));
    let hinted = RowKind::of_sheet(hint);
    let kinds: Vec<RowKind> = stated.map_or_else(|| RowKind::ALL.to_vec(), |kind| vec![kind]);
    let rows = sheet.rows.get(..sheet.rows.len().min(SEARCHED)).unwrap_or_default();
    let mut best: Option<(usize, Plan)> = None;
    for kind in kinds {
        let known = kind.columns();
        for at in 0..rows.len() {
            for height in [1, 2] {
                let Some(group) = rows.get(at..at + height).filter(|group| may_be_headings(group)) else {
                    continue;
                };
                if own
                    .and_then(|own| own.headings)
                    .is_some_and(|row| group.last().is_none_or(|it| it.number != row))
                {
                    continue;
                }
                let headings = headings(group);
                let columns = claim(&headings, &known, own, &[How::Exactly, How::InPart, How::Below]);
                let whole = recognized(&claim(&headings, &known, own, &[How::Exactly, How::InPart]));
                let hint = if hinted == Some(kind) { HINT } else { 0 };
                let score = match score(&columns, kind, height) {
                    0 => 0,
                    // A title above the headings is no heading: what only its lower row means counts less.
                    score => score + whole + hint,
                };
                if score > best.as_ref().map_or(0, |(score, _)| *score) {
                    let headings = group.last().map_or(0, |row| row.number);
                    let (label, sheet) = (String::new(), sheet.name.clone());
                    let is_export = is_export(&columns);
                    best = Some((
                        score,
                        Plan {
                            label,
                            is_export,
                            sheet,
                            kind,
                            headings,
                            columns,
                            first: at + height,
                            height,
                            numbered_by: None,
                        },
                    ));
                }
            }
        }
    }
    let (score, mut plan) = best?;
    claim_nearly(&mut plan, sheet, own);
    // A single heading may be any word of a text.
    let is_certain = stated.is_some() || score > 2 * MATCH;
    name_custom_columns(&mut plan);
    is_certain.then_some(plan)
}

/// Recognizes headings with a typing error, too, where others are right.
fn claim_nearly(plan: &mut Plan, sheet: &Sheet, own: Option<&SheetMap>) {
    let group = sheet.rows.get(plan.first - plan.height..plan.first).unwrap_or_default();
    let mut headings = headings(group);
    // What stands beside the headings is told, too.
    let width = sheet.rows.iter().skip(plan.first).map(|row| row.cells.len()).max().unwrap_or_default();
    headings.resize(width.max(headings.len()), Heading::default());
    plan.columns =
        claim(&headings, &plan.kind.columns(), own, &[How::Exactly, How::InPart, How::Nearly, How::Below]);
    plan.columns.retain(|column| {
        !column.heading.is_empty()
            || sheet.rows.iter().skip(plan.first).any(|row| !row.cell(column.index).is_empty())
    });
}

/// The score of a recognized heading.
const MATCH: usize = 4;
/// The score of the name of a sheet that is that of a kind.
const HINT: usize = 2 * MATCH;

/// How well headings fit a kind of row: by the recognized headings, then by what a record needs, then by two rows that belong together.
fn score(columns: &[PlannedColumn], kind: RowKind, height: usize) -> usize {
    let fields = || columns.iter().filter_map(PlannedColumn::field);
    let recognized = recognized(columns);
    let has_needed = fields().any(|field| kind.needs().contains(&field));
    if recognized == 0 {
        0
    } else {
        recognized * MATCH + usize::from(has_needed) * 2 + usize::from(height == 2)
    }
}

/// The number of columns whose heading means a field.
fn recognized(columns: &[PlannedColumn]) -> usize {
    columns.iter().filter(|it| matches!(it.target, Target::Field(_)) && it.field().is_some()).count()
}

/// The heading of a column.
#[derive(Debug, Clone, Default)]
struct Heading {
    text: String,
    /// Of a heading over two rows, the words of the upper one and of the lower one.
    parts: Option<(String, String)>,
}

impl From<&str> for Heading {
    fn from(text: &str) -> Self {
        Self { text: text.to_owned(), parts: None }
    }
}

/// The headings of the columns: of two rows, a cell of the first one holds for the columns right of it that have no other.
fn headings(rows: &[Row]) -> Vec<Heading> {
    let (upper, lower) = match rows {
        [only] => return only.cells.iter().map(|cell| cell.as_str().into()).collect(),
        [upper, lower, ..] => (upper, lower),
        [] => return Vec::new(),
    };
    let mut over = "";
    let width = upper.cells.len().max(lower.cells.len());
    let joined = (0..width).map(|column| {
        let (own, below) = (upper.cell(column), lower.cell(column));
        if !own.is_empty() {
            over = own;
        }
        match (own.is_empty(), below.is_empty()) {
            (_, true) => own.into(),
            _ if over.is_empty() || over == below => below.into(),
            _ => {
                Heading { text: format!("{over} {below}"), parts: Some((over.to_owned(), below.to_owned())) }
            }
        }
    });
    joined.collect()
}

/// Whether a row may be headings; of two rows, whether each cell of the second one belongs to that above it: it is the same one, merged, or
/// one of several below a wider cell.
fn may_be_headings(rows: &[Row]) -> bool {
    let [upper, lower] = rows else { return true };
    let width = upper.cells.len().max(lower.cells.len());
    (0..width).all(|at| {
        let (over, under) = (upper.cell(at), lower.cell(at));
        let is_wide = upper.cell(at + 1).is_empty() && !lower.cell(at + 1).is_empty();
        over.is_empty() || under.is_empty() || over == under || is_wide
    })
}

/// Gives each column the field that its heading means, if no column before it has the field.
fn claim(headings: &[Heading], known: &Columns, own: Option<&SheetMap>, ways: &[How]) -> Vec<PlannedColumn> {
    let mut taken: Vec<&'static str> = Vec::new();
    let mut columns: Vec<PlannedColumn> = headings
        .iter()
        .enumerate()
        .map(|(index, heading)| PlannedColumn {
            index,
            heading: heading.text.clone(),
            target: Target::Custom(String::new()),
        })
        .collect();
    // What the user says comes first.
    for column in &mut columns {
        if let Some(target) = own.and_then(|own| own.target(&column.heading, known)) {
            taken.extend(target.name_of_field());
            column.target = target;
        }
    }
    // A heading with one meaning comes before one with several: Tanggal is a date, and Waktu beside it a time.
    for (how, is_sole) in ways.iter().flat_map(|how| [(how, true), (how, false)]) {
        for (column, heading) in columns.iter_mut().zip(headings) {
            let is_open = matches!(&column.target, Target::Custom(name) if name.is_empty());
            if !is_open || column.heading.is_empty() || column.heading.len() > LONGEST {
                continue;
            }
            let meanings = how.find(known, heading);
            let first = meanings.first().map(|it| it.name);
            if is_sole != meanings.iter().all(|it| Some(it.name) == first) {
                continue;
            }
            let free = |it: &&Column| it.takes == Takes::Texts || !taken.contains(&it.name);
            if let Some(found) = meanings.into_iter().find(free) {
                taken.push(found.name);
                column.target = Target::Field(found.clone());
            }
        }
    }
    if is_export(&columns) {
        columns.iter_mut().for_each(ignore_count);
    }
    columns
}

/// Whether these are the columns of our own tables.
fn is_export(columns: &[PlannedColumn]) -> bool {
    let has = |name: &str| columns.iter().any(|column| column.heading == name);
    has("file") && (has("line") || has("visit_title"))
}

/// Our own table of visits has the numbers of the records of each visit.
fn ignore_count(column: &mut PlannedColumn) {
    if ["stops", "participants", "statements", "outcomes"].contains(&column.heading.as_str()) {
        column.target = Target::Ignored;
    }
}

/// The longest heading that is recognized, in bytes.
const LONGEST: usize = 200;

/// How a heading means a field.
#[derive(Debug, Clone, Copy)]
enum How {
    Exactly,
    /// Without what stands in brackets, or one of several words between strokes: Hari/Tanggal.
    InPart,
    /// But for one letter.
    Nearly,
    /// By the lower one of two rows alone.
    Below,
}

impl How {
    fn find<'k>(self, known: &'k Columns, heading: &Heading) -> Vec<&'k Column> {
        let Heading { text: heading, parts } = heading;
        let without = heading.split('(').next().unwrap_or_default();
        match self {
            Self::Exactly => known.headed(&plain(heading)).collect(),
            Self::InPart => {
                let parts = [without].into_iter().chain(without.split('/'));
                parts.flat_map(|part| known.headed(&plain(part)).collect::<Vec<_>>()).collect()
            }
            Self::Nearly => {
                let heading = plain(without);
                known.list.iter().filter(|column| column.is_nearly_headed(&heading)).collect()
            }
            Self::Below => parts.as_ref().map(|parts| below(known, parts)).unwrap_or_default(),
        }
    }
}

/// The columns that the lower one of two headings means. Below a number (Jumlah: Tamu) it says only what is counted; and a date below
/// another word may be that of something else (Surat: Tanggal).
fn below<'k>(known: &'k Columns, (upper, lower): &(String, String)) -> Vec<&'k Column> {
    let in_part = |text: &str| How::InPart.find(known, &text.into());
    let is_number = |column: &&Column| {
        matches!(column.takes, Takes::Count | Takes::Decimal) || ["count", "amount"].contains(&column.name)
    };
    if in_part(upper).iter().any(is_number) {
        return Vec::new();
    }
    in_part(lower).into_iter().filter(|column| column.takes != Takes::Date).collect()
}

/// Names custom fields by their headings, each differently.
fn name_custom_columns(plan: &mut Plan) {
    let mut names: Vec<String> = Vec::new();
    for column in &mut plan.columns {
        let Target::Custom(name) = &mut column.target else { continue };
        if name.is_empty() {
            let words = plain(&column.heading).replace(' ', "-");
            let base = if words.is_empty() { column_name(column.index).to_lowercase() } else { words };
            let base: String = base.chars().take(60).collect();
            *name = format!("x-{base}");
        }
        if names.contains(name) {
            *name = format!("{name}-{}", column_name(column.index).to_lowercase());
        }
        names.push(name.clone());
    }
}
