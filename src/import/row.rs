//! Reads the cells of a row into the fields of a record.

use std::borrow::Cow;

use serde_yaml::{Mapping, Value as Yaml};

use super::cells::{self, DateDoubt, OrderEvidence};
use super::columns::Takes;
use super::draft::set;
use super::plan::{Plan, PlannedColumn};
use super::remark::{Place, Remark, RemarkKind};
use super::sheet::Row;
use super::target::Target;
use crate::entry::Words;
use crate::lang::Lang;
use crate::text::shorten;

/// A row, with what its columns hold.
#[derive(Clone, Copy)]
pub(super) struct RowView<'a> {
    /// The file and the sheet, for messages; empty if there is only one.
    pub(super) label: &'a str,
    pub(super) plan: &'a Plan,
    pub(super) row: &'a Row,
    /// For each column of the plan, how its dates are written.
    pub(super) orders: &'a [OrderEvidence],
    pub(super) lang: Lang,
}

impl RowView<'_> {
    /// Where the row is.
    pub(super) fn place(&self) -> Place {
        Place::Row { label: self.label.to_owned(), row: self.row.number }
    }

    /// Where a cell of the row is.
    fn cell_place(&self, column: &PlannedColumn) -> Place {
        Place::Cell { label: self.label.to_owned(), row: self.row.number, column: column.index }
    }

    /// The day in the column of a field, if it is certain.
    pub(super) fn day(&self, field: &str) -> Option<String> {
        let columns = self.plan.columns.iter().zip(self.orders);
        let (column, order) = columns
            .into_iter()
            .find(|(it, _)| it.field() == Some(field) && !self.row.cell(it.index).is_empty())?;
        let date = cells::moment(self.row.cell(column.index), *order).ok()?;
        date.start.split('T').next().map(str::to_owned)
    }

    /// The text in the columns of a field.
    pub(super) fn get(&self, field: &str) -> Option<String> {
        let mut found: Option<String> = None;
        for column in &self.plan.columns {
            if column.field() == Some(field) && !self.row.cell(column.index).is_empty() {
                let text = without_mark(self.row.cell(column.index));
                match &mut found {
                    Some(found) => {
                        found.push('\n');
                        found.push_str(&text);
                    }
                    None => found = Some(text.into_owned()),
                }
            }
        }
        found
    }

    /// The texts in the columns of a field.
    pub(super) fn texts(&self, field: &str) -> Vec<String> {
        self.get(field).map(|text| cells::texts(&text)).unwrap_or_default()
    }

    /// The fields that need no other record.
    pub(super) fn fields(&self, remarks: &mut Vec<Remark>) -> Mapping {
        let mut record = Mapping::new();
        for (column, order) in self.plan.columns.iter().zip(self.orders) {
            let cell = self.row.cell(column.index);
            if cell.is_empty() {
                continue;
            }
            let text = without_mark(cell);
            let taken = match &column.target {
                Target::Custom(name) => {
                    record.insert(name.as_str().into(), text.as_ref().into());
                    Ok(())
                }
                Target::Field(field) => put(&mut record, field.name, field.takes, (&text, *order)),
                Target::Ignored => Ok(()),
            };
            if let Err(wrong) = taken {
                let what = wrong.message(&text, self.lang);
                remarks.push(Remark { place: self.cell_place(column), what: RemarkKind::Changed(what) });
            }
        }
        record
    }

    /// Notes that a text stays in a custom field.
    pub(super) fn keep_text(&self, field: &str, text: &str, record: &mut Mapping, remarks: &mut Vec<Remark>) {
        let what = Misfit::Count(custom(record, field, text)).message(text, self.lang);
        remarks.push(Remark { place: self.place(), what: RemarkKind::Changed(what) });
    }
}

/// A text that does not fit its field, and the custom field that has it instead.
enum Misfit {
    Date(DateDoubt, String),
    Count(String),
    Word(Words, String),
}

impl Misfit {
    fn message(&self, text: &str, lang: Lang) -> String {
        let text = &shorten(text);
        match self {
            Self::Date(DateDoubt::Serial(date), field) => lang.import_date_serial(text, date, field),
            Self::Date(DateDoubt::Unreadable, field) => lang.import_no_date(text, field),
            Self::Date(DateDoubt::Order, field) => lang.import_date_order(text, field),
            Self::Date(DateDoubt::Weekday, field) => lang.import_date_weekday(text, field),
            Self::Count(field) => lang.import_no_number(text, field),
            Self::Word(words, field) => {
                let labels: Vec<String> = words.terms(lang).into_iter().map(|(_, label)| label).collect();
                lang.import_no_word(text, field, &labels)
            }
        }
    }
}

/// Puts a text that does not fit into a custom field; returns its name.
fn custom(record: &mut Mapping, field: &str, text: &str) -> String {
    let name = format!("x-{}", field.replace(['.', '_'], "-"));
    record.insert(name.as_str().into(), text.into());
    name
}

fn put(
    record: &mut Mapping,
    name: &'static str,
    takes: Takes,
    (text, order): (&str, OrderEvidence),
) -> Result<(), Misfit> {
    match takes {
        Takes::Text => set(record, name, lines(text).into()),
        Takes::Texts => {
            let texts = cells::texts(text).into_iter().map(Yaml::from);
            match record.get_mut(name).and_then(Yaml::as_sequence_mut) {
                Some(list) => list.extend(texts),
                None => set(record, name, Yaml::Sequence(texts.collect())),
            }
        }
        Takes::Count => match cells::count(text) {
            Some(number) => set(record, name, number.into()),
            None => return Err(Misfit::Count(custom(record, name, text))),
        },
        Takes::Decimal => match text.replace(',', ".").parse::<f64>().ok().filter(|it| it.is_finite()) {
            Some(number) => set(record, name, decimal(number)),
            None => return Err(Misfit::Count(custom(record, name, text))),
        },
        Takes::Date => return put_date(record, name, text, order),
        Takes::Word(words) => match words.term(text) {
            Some(term) => set(record, name, term.into()),
            None if words.is_closed() => return Err(Misfit::Word(words, custom(record, name, text))),
            None => set(record, name, text.into()),
        },
        Takes::Rule | Takes::Derived => {}
    }
    Ok(())
}

/// A whole number without a point.
fn decimal(number: f64) -> Yaml {
    let text = number.to_string();
    text.parse::<i64>().map_or_else(|_| number.into(), Yaml::from)
}

fn put_date(record: &mut Mapping, name: &str, text: &str, order: OrderEvidence) -> Result<(), Misfit> {
    let doubt = match cells::moment(text, order) {
        Ok(date) => {
            let has_text = date.keeps_text && name == "start_date" && !record.contains_key("date_text");
            if has_text {
                record.insert("date_text".into(), text.into());
            }
            match date.end {
                Some(end) if name == "start_date" => {
                    record.insert(name.into(), date.start.into());
                    record.entry("end_date".into()).or_insert(end.into());
                }
                Some(end) => drop(record.insert(name.into(), format!("{}/{end}", date.start).into())),
                None => drop(record.insert(name.into(), date.start.into())),
            }
            return Ok(());
        }
        Err(doubt) => doubt,
    };
    if name == "start_date" && !record.contains_key("date_text") {
        record.insert("date_text".into(), text.into());
        return Err(Misfit::Date(doubt, "date_text".to_owned()));
    }
    Err(Misfit::Date(doubt, custom(record, name, text)))
}

/// Lines without spaces at their ends.
fn lines(text: &str) -> String {
    text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

/// Without the apostrophes by which a spreadsheet does not take a text for a formula.
pub(super) fn without_mark(cell: &str) -> Cow<'_, str> {
    let is_marked = |piece: &str| {
        let rest = piece.trim_start().strip_prefix('\'').map(str::trim_start);
        rest.is_some_and(|rest| rest.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']))
    };
    if !cell.split_inclusive([';', '\n']).any(is_marked) {
        return Cow::Borrowed(cell);
    }
    let pieces = cell.split_inclusive([';', '\n']);
    Cow::Owned(
        pieces
            .map(|piece| if is_marked(piece) { piece.replacen('\'', "", 1) } else { piece.to_owned() })
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_against_formulas_is_no_part_of_a_text() {
        assert_eq!(without_mark("'=1+1"), "=1+1");
        assert_eq!(without_mark("a;' -b"), "a; -b");
        assert_eq!(without_mark("'quoted'"), "'quoted'");
    }
}
