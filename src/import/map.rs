//! `map.toml`: which columns are which fields, and which names are one.

use std::collections::HashMap;

use toml::de::{DeTable, DeValue};

use super::columns::{Columns, RowKind, plain};
use super::target::Target;

/// What the user says about the sheets.
#[derive(Debug, Clone, Default)]
pub struct Map {
    sheets: Vec<(RowKind, SheetMap)>,
    /// Names, and the name that stands for each.
    names: HashMap<String, String>,
}

/// What the user says about the sheets of a kind of row.
#[derive(Debug, Clone, Default)]
pub(super) struct SheetMap {
    /// The names of the sheets; all sheets if there are none.
    sheets: Vec<String>,
    /// Where the rows are in a JSON document.
    rows: Option<String>,
    /// The row of the headings.
    pub(super) headings: Option<usize>,
    /// Fields, and the headings of their columns.
    pub(super) columns: Vec<(String, Vec<String>)>,
    /// Headings of columns that are not taken.
    ignored: Vec<String>,
}

/// What is wrong with a map: the key, or the text that is no TOML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapError(pub String);

impl Map {
    /// Reads a map.
    pub fn read(text: &str) -> Result<Self, MapError> {
        let table = DeTable::parse(text).map_err(|error| MapError(error.message().to_owned()))?;
        let mut map = Self::default();
        for (key, value) in table.get_ref() {
            let key = key.get_ref().as_ref();
            let table = value.get_ref().as_table().ok_or_else(|| MapError(key.to_owned()))?;
            if key == "names" {
                for (name, other) in table {
                    let name = name.get_ref();
                    map.names.insert(name.to_string(), text_of(other.get_ref(), &format!("names.{name}"))?);
                }
            } else {
                let kind = RowKind::named(key).ok_or_else(|| MapError(key.to_owned()))?;
                map.sheets.push((kind, SheetMap::read(kind, table)?));
            }
        }
        Ok(map)
    }

    /// Where the rows of a kind are in a JSON document.
    pub(super) fn rows(&self) -> impl Iterator<Item = (RowKind, &str)> {
        self.sheets.iter().filter_map(|(kind, map)| Some((*kind, map.rows.as_deref()?)))
    }

    /// What the user says about a sheet.
    pub(super) fn of_sheet(&self, name: &str) -> Option<(RowKind, &SheetMap)> {
        let named = |(_, map): &&(RowKind, SheetMap)| map.sheets.iter().any(|it| it == name);
        let of_kind = |(kind, map): &&(RowKind, SheetMap)| {
            map.sheets.is_empty() && RowKind::of_sheet(name).is_none_or(|named| named == *kind)
        };
        let found = self.sheets.iter().find(named).or_else(|| self.sheets.iter().find(of_kind));
        found.map(|(kind, map)| (*kind, map))
    }

    /// Whether the user names this sheet.
    pub(super) fn names_sheet(&self, name: &str) -> bool {
        self.sheets.iter().any(|(_, map)| map.sheets.iter().any(|it| it == name))
    }

    /// The name that stands for this one.
    pub(super) fn name<'a>(&'a self, name: &'a str) -> &'a str {
        self.names.get(name).map_or(name, String::as_str)
    }
}

impl SheetMap {
    fn read(kind: RowKind, table: &DeTable<'_>) -> Result<Self, MapError> {
        let mut map = Self::default();
        for (key, value) in table {
            let (key, value) = (key.get_ref().as_ref(), value.get_ref());
            let at = format!("{}.{key}", kind.name());
            match key {
                "sheet" => map.sheets = texts_of(value, &at)?,
                "headings" => {
                    let row = value.as_integer().and_then(|row| row.as_str().parse().ok());
                    map.headings = Some(row.ok_or_else(|| MapError(at.clone()))?);
                }
                "ignore" => map.ignored = texts_of(value, &at)?,
                "rows" => map.rows = Some(text_of(value, &at)?),
                "columns" => {
                    let known = kind.columns();
                    for (field, headings) in value.as_table().ok_or_else(|| MapError(at.clone()))? {
                        let field = field.get_ref().as_ref();
                        let at = format!("{at}.{field}");
                        if !field.starts_with("x-") && !known.list.iter().any(|column| column.name == field) {
                            return Err(MapError(at));
                        }
                        map.columns.push((field.to_owned(), texts_of(headings.get_ref(), &at)?));
                    }
                }
                _ => return Err(MapError(at)),
            }
        }
        Ok(map)
    }

    /// What the user says about a column.
    pub(super) fn target(&self, heading: &str, known: &Columns) -> Option<Target> {
        let is_it = |other: &String| plain(other) == plain(heading);
        if self.ignored.iter().any(is_it) {
            return Some(Target::Ignored);
        }
        let (field, _) = self.columns.iter().find(|(_, headings)| headings.iter().any(is_it))?;
        let column = known.list.iter().find(|column| column.name == field);
        Some(column.map_or_else(|| Target::Custom(field.clone()), |column| Target::Field(column.clone())))
    }
}

fn text_of(value: &DeValue<'_>, at: &str) -> Result<String, MapError> {
    value.as_str().map(str::to_owned).ok_or_else(|| MapError(at.to_owned()))
}

/// One text or a list of texts.
fn texts_of(value: &DeValue<'_>, at: &str) -> Result<Vec<String>, MapError> {
    match value.as_array() {
        Some(list) => list.iter().map(|item| text_of(item.get_ref(), at)).collect(),
        None => Ok(vec![text_of(value, at)?]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_in_a_map_is_named() {
        for (text, wrong) in [
            ("[visit]\n", "visit"),
            ("[visits]\nrow = 1\n", "visits.row"),
            ("[visits.columns]\ntitel = 'Judul'\n", "visits.columns.titel"),
            ("[names]\nA = 1\n", "names.A"),
        ] {
            assert_eq!(Map::read(text).unwrap_err(), MapError(wrong.to_owned()));
        }
        assert!(Map::read("[visits.columns]\ntitle = ['Judul', 'Acara']\nx-nomor = 'Nomor surat'\n").is_ok());
    }
}
