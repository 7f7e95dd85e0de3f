//! What the user must know about a place of the input; the same about many rows is told once.

use std::collections::HashMap;

use super::sheet::column_name;
use crate::lang::Lang;

/// Something that the user must know about a place of the input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// Where.
    pub place: Place,
    /// What happened.
    pub what: RemarkKind,
}

/// What happened to a part of the input.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum RemarkKind {
    /// It was left out; the reason.
    LeftOut(String),
    /// It was taken, but differently from how it was written; what is different.
    Changed(String),
    /// It was taken as it is, but the user may know better; what is to be decided.
    Asked(String),
}

/// A place of the input. The label names the file and the sheet; it is empty if there is only one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A file, or a line of a document or a path in it, in words; empty for the whole input.
    Text(String),
    /// A row of a sheet, from 1.
    Row { label: String, row: usize },
    /// A cell of a sheet: the row from 1, the column from 0.
    Cell { label: String, row: usize, column: usize },
    /// A column of a sheet, from 0.
    Column { label: String, column: usize },
}

impl Default for Place {
    fn default() -> Self {
        Self::Text(String::new())
    }
}

impl From<String> for Place {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl Place {
    /// The place in words.
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Row { label, row } => lang.import_row(label, *row),
            Self::Cell { label, row, column } => lang.import_cell(label, *row, &column_name(*column)),
            Self::Column { label, column } => lang.import_column(label, &column_name(*column)),
        }
    }

    /// What places that are told together have in common: the label, and the column of cells.
    fn group(&self) -> (u8, &str, usize) {
        match self {
            Self::Text(text) => (0, text, 0),
            Self::Row { label, .. } => (1, label, 0),
            Self::Cell { label, column, .. } => (2, label, *column),
            Self::Column { label, .. } => (3, label, 0),
        }
    }

    /// The row, or that of a column.
    fn number(&self) -> usize {
        match self {
            Self::Text(_) => 0,
            Self::Row { row, .. } | Self::Cell { row, .. } => *row,
            Self::Column { column, .. } => *column,
        }
    }
}

impl RemarkKind {
    fn text(&self, lang: Lang) -> String {
        match self {
            Self::LeftOut(reason) => lang.import_left_out(reason),
            Self::Changed(what) | Self::Asked(what) => what.clone(),
        }
    }
}

/// The remarks as lines. What is the same about several rows is one line, where the first one stands.
pub(super) fn told(remarks: &[Remark], lang: Lang) -> Vec<String> {
    let mut groups: Vec<(&Remark, Vec<usize>)> = Vec::new();
    let mut known: HashMap<_, usize> = HashMap::new();
    for remark in remarks {
        let at = *known.entry((remark.place.group(), &remark.what)).or_insert(groups.len());
        match groups.get_mut(at) {
            Some((_, numbers)) => numbers.push(remark.place.number()),
            None => groups.push((remark, vec![remark.place.number()])),
        }
    }
    groups.into_iter().map(|(first, numbers)| line(first, numbers, lang)).collect()
}

fn line(first: &Remark, mut numbers: Vec<usize>, lang: Lang) -> String {
    numbers.sort_unstable();
    numbers.dedup();
    let place = match &first.place {
        Place::Row { label, .. } if numbers.len() > 1 => lang.import_rows(label, &ranges(&numbers)),
        Place::Cell { label, column, .. } if numbers.len() > 1 => {
            lang.import_cells(label, &column_name(*column), &ranges(&numbers))
        }
        Place::Column { label, .. } if numbers.len() > 1 => {
            let letters: Vec<String> = numbers.iter().map(|column| column_name(*column)).collect();
            lang.import_columns(label, &letters.join(", "))
        }
        place => place.text(lang),
    };
    let what = first.what.text(lang);
    if place.is_empty() { what } else { format!("{place}: {what}") }
}

/// Numbers in order, three or more in a row as a range: `4, 7, 9–120`.
fn ranges(numbers: &[usize]) -> String {
    let runs = numbers.chunk_by(|one, next| one + 1 == *next);
    let texts = runs.flat_map(|run| match run {
        [first, _, .., last] => vec![format!("{first}–{last}")],
        few => few.iter().map(usize::to_string).collect(),
    });
    texts.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_about_many_rows_is_one_line() {
        let row = |row| Place::Row { label: String::new(), row };
        let cell = |row| Place::Cell { label: "a.xlsx".to_owned(), row, column: 1 };
        let no_date = || RemarkKind::LeftOut("no date".to_owned());
        let mut remarks: Vec<Remark> =
            [9, 4, 10, 11, 7].map(|number| Remark { place: row(number), what: no_date() }).into();
        remarks.extend([3, 4].map(|number| Remark { place: cell(number), what: no_date() }));
        remarks.push(Remark { place: row(5), what: RemarkKind::Asked("no date".to_owned()) });
        remarks.push(Remark { place: row(4), what: no_date() });
        assert_eq!(
            told(&remarks, Lang::En),
            [
                "rows 4, 7, 9–11: left out: no date",
                "a.xlsx, column B, rows 3, 4: left out: no date",
                "row 5: no date"
            ]
        );
    }
}
