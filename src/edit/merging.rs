//! Merges records into the text of a file, and adds text to its list of visits.

use std::collections::HashMap;
use std::ops::Range;

use serde_yaml::{Mapping, Value as Yaml};

use super::error::EditError;
use super::layout::{Addition, Items, Layout, Replacement};
use super::tree::{Node, Tree, Value, line_of};
use super::values::{self, id_of, is_record_list, means_the_same};
use crate::lang::Lang;
use crate::model::{Media, Organization, Outcome, Participant, Source, Statement, Stop, VERSION, Visit};

/// The fields of an archive, in their order.
const ARCHIVE_FIELDS: &[&str] = &[
    "schema_version",
    "title",
    "language",
    "timezone",
    "license",
    "people",
    "organizations",
    "places",
    "visits",
];

/// A changed text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Merged {
    /// The new text.
    pub text: String,
    /// The records that were added or changed, in the order of the file as it was.
    pub changes: Vec<RecordChange>,
    /// How many of the records that came were there already, with the same values.
    pub unchanged: usize,
    /// The lines of the new text that were added or changed, with their numbers.
    pub lines: Vec<(usize, String)>,
}

/// A record that was added or changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordChange {
    /// The list it is in, by the name of its field.
    pub list: String,
    /// The id of its visit, unless it is a visit or a record of the register.
    pub visit: Option<String>,
    /// Its id; empty for a record without one.
    pub id: String,
    /// The fields that were set; empty for a new record.
    pub fields: Vec<String>,
}

/// Merges an archive, a record with lists such as `visits` and `people`, into a text. A record whose id is in the same list is
/// changed: its fields are set, and fields that do not come stay. Others are added at the end of their list. A text without
/// fields, such as an empty one, gets the version of the format and the language first.
pub fn merge(text: &str, archive: &Mapping, language: Option<Lang>) -> Result<Merged, EditError> {
    let tree = Tree::parse(text)?;
    let Some(begun) = begun(text, &tree, language) else { return merge_into(text, &tree, archive) };
    let mut merged = merge_into(&begun, &Tree::parse(&begun)?, archive)?;
    let added = (1..).zip(merged.text.lines()).skip(text.lines().count());
    merged.lines = added.map(|(number, line)| (number, line.to_owned())).collect();
    Ok(merged)
}

/// A text without fields, with the first fields of an archive behind what stands there: comments, the marks of a document.
fn begun(text: &str, tree: &Tree, language: Option<Lang>) -> Option<String> {
    let is_blank = tree.documents.iter().all(|root| root.is_null() && root.at.is_empty());
    let gap = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
    let language = language.map(|lang| format!("language: {}\n", lang.code())).unwrap_or_default();
    is_blank.then(|| format!("{text}{gap}schema_version: '{VERSION}'\n{language}"))
}

fn merge_into(text: &str, tree: &Tree, archive: &Mapping) -> Result<Merged, EditError> {
    let mut merging = Merging {
        text,
        layout: Layout::new(text, &tree.documents),
        tree,
        replacements: Vec::new(),
        merged: Merged::default(),
    };
    let parts = merging.by_document(archive);
    for (document, archive) in &parts {
        let Some(root) = tree.documents.get(*document) else { return Err(EditError::Unsupported(1)) };
        merging.record(root, archive, Place { list: "", visit: None })?;
    }
    merging.finish(&parts)
}

/// Adds visits that are written already, as a list in block style at the first column with comments, behind those that are there.
pub fn add_visits(text: &str, visits: &str) -> Result<String, EditError> {
    let tree = Tree::parse(text)?;
    if let Some(begun) = begun(text, &tree, None) {
        return add_visits(&begun, visits);
    }
    let added = Tree::parse(visits)?;
    let records = added.documents.first().map_or(Yaml::Null, |list| values::value(list, &added));
    let records = records.as_sequence().ok_or(EditError::Mismatch)?;
    let layout = Layout::new(text, &tree.documents);
    let items = Items::Written(visits, records.iter().collect());
    let documents = || tree.documents.iter().enumerate().rev();
    let (document, root, list) = documents()
        .find_map(|(at, root)| root.field("visits").map(|list| (at, root, Some(list))))
        .or_else(|| documents().next().map(|(at, root)| (at, root, None)))
        .ok_or(EditError::Unsupported(1))?;
    let replacement = match list {
        Some(list) => layout.append(list, root.in_brackets(), &items)?,
        None => layout.add_fields(root, None, &[("visits", Addition::Items(items))])?,
    };
    let (new, _) = applied(text, vec![replacement]);
    let mut archive = Mapping::new();
    archive.insert("visits".into(), records.clone().into());
    check(&tree, &new, &[(document, archive)])?;
    Ok(new)
}

/// Where a record stands.
#[derive(Clone, Copy)]
struct Place<'a> {
    /// The field of the list it is in; empty for an archive.
    list: &'a str,
    /// The visit it belongs to.
    visit: Option<&'a str>,
}

impl Place<'_> {
    /// Whether it is neither an archive nor a visit, so that its lists are references and texts.
    fn in_record(self) -> bool {
        !matches!(self.list, "" | "visits")
    }

    /// The names of the fields of the record, in their order.
    fn fields(self) -> &'static [&'static str] {
        match self.list {
            "" => ARCHIVE_FIELDS,
            "visits" => Visit::FIELDS,
            "organizations" => Organization::FIELDS,
            "participants" | "people" => Participant::FIELDS,
            "itinerary" => Stop::FIELDS,
            "statements" => Statement::FIELDS,
            "outcomes" => Outcome::FIELDS,
            "media" => Media::FIELDS,
            "sources" => Source::FIELDS,
            _ => &[],
        }
    }
}

struct Merging<'t> {
    text: &'t str,
    layout: Layout<'t>,
    tree: &'t Tree,
    replacements: Vec<Replacement>,
    merged: Merged,
}

impl Merging<'_> {
    /// Splits an archive by the documents in which its records stand. New ones go to the last document with such a list, or to
    /// the last of all.
    fn by_document(&self, archive: &Mapping) -> Vec<(usize, Mapping)> {
        let documents = &self.tree.documents;
        let final_document = documents.len().saturating_sub(1);
        let mut parts = vec![Mapping::new(); documents.len()];
        for (key, value) in archive {
            let name = key.as_str().unwrap_or_default();
            let mut home: HashMap<&str, usize> = HashMap::new();
            for (number, root) in documents.iter().enumerate() {
                for item in root.get(name).map_or(&[][..], Node::items) {
                    home.extend(self.tree.id(item).map(|id| (id, number)));
                }
            }
            let with_list =
                documents.iter().rposition(|root| root.get(name).is_some()).unwrap_or(final_document);
            let Some(records) = value.as_sequence() else {
                if let Some(part) = parts.get_mut(with_list) {
                    part.insert(key.clone(), value.clone());
                }
                continue;
            };
            for record in records {
                let number = id_of(record).and_then(|id| home.get(id)).copied().unwrap_or(with_list);
                let Some(part) = parts.get_mut(number) else { continue };
                let list = part.entry(key.clone()).or_insert_with(|| Yaml::Sequence(Vec::new()));
                list.as_sequence_mut().into_iter().for_each(|list| list.push(record.clone()));
            }
        }
        parts.into_iter().enumerate().filter(|(_, part)| !part.is_empty()).collect()
    }

    /// Collects the changes to a record. Returns the fields that are set.
    fn record(&mut self, node: &Node, new: &Mapping, place: Place<'_>) -> Result<Vec<String>, EditError> {
        let Value::Record { in_brackets, .. } = &node.value else {
            return Err(EditError::Unsupported(line_of(self.text, node.at.start)));
        };
        let mut set = Vec::new();
        let mut missing = Vec::new();
        for (key, value) in new {
            let name = key.as_str().ok_or(EditError::Mismatch)?;
            let is_list = is_record_list(name, value, place.in_record());
            match node.field(name) {
                Some(field) if is_list => {
                    let added = self.list(field, value, Place { list: name, ..place })?;
                    if !added.is_empty() {
                        let items = Items::Records(added);
                        self.replacements.push(self.layout.append(field, *in_brackets, &items)?);
                    }
                }
                Some((_, there)) if self.is_there(there, value) => {}
                Some(field) => {
                    self.replacements.push(self.layout.set(field, *in_brackets, value)?);
                    set.push(name.to_owned());
                }
                None if is_list && node.get("<<").is_some() => {
                    return Err(EditError::Unsupported(line_of(self.text, node.at.start)));
                }
                None => missing.push((name, value, is_list)),
            }
        }
        missing.retain(|(_, value, is_list)| !(*is_list && value.as_sequence().is_some_and(Vec::is_empty)));
        for (name, value, is_list) in &missing {
            if *is_list {
                self.note_new(value.as_sequence().into_iter().flatten(), Place { list: name, ..place });
            } else {
                set.push((*name).to_owned());
            }
        }
        self.add_fields(node, &missing, place)?;
        Ok(set)
    }

    /// Adds fields at the places that their order gives them.
    fn add_fields(
        &mut self,
        node: &Node,
        missing: &[(&str, &Yaml, bool)],
        place: Place<'_>,
    ) -> Result<(), EditError> {
        let Value::Record { fields, .. } = &node.value else { return Ok(()) };
        let order = place.fields();
        let rank = |name: &str| order.iter().position(|it| *it == name).unwrap_or(usize::MAX);
        let mut missing = missing.to_vec();
        missing.sort_by_key(|(name, ..)| rank(name));
        for (name, value, is_list) in missing {
            let before = |(key, _): &&(Node, Node)| key.as_str().is_some_and(|it| rank(it) < rank(name));
            let after = if rank(name) == usize::MAX { fields.last() } else { fields.iter().rfind(before) };
            let records = value.as_sequence().filter(|_| is_list);
            let addition = match records {
                Some(records) => Addition::Items(Items::Records(records.iter().collect())),
                None => Addition::Value(value),
            };
            self.replacements.push(self.layout.add_fields(node, after, &[(name, addition)])?);
        }
        Ok(())
    }

    fn is_there(&self, there: &Node, new: &Yaml) -> bool {
        means_the_same(&values::value(there, self.tree), &values::plain(new))
    }

    /// Collects the changes to the records of a list. Returns those that are new.
    fn list<'y>(
        &mut self,
        (_, list): &(Node, Node),
        new: &'y Yaml,
        place: Place<'_>,
    ) -> Result<Vec<&'y Yaml>, EditError> {
        let by_id: HashMap<&str, &Node> =
            list.items().iter().rev().filter_map(|item| Some((self.tree.id(item)?, item))).collect();
        let in_brackets = matches!(list.value, Value::List { in_brackets: true, .. });
        let mut added = Vec::new();
        for record in new.as_sequence().into_iter().flatten() {
            let there = match id_of(record) {
                Some(id) => by_id.get(id).copied(),
                None => list.items().iter().find(|item| self.is_there(item, record)),
            };
            match (there, record) {
                (Some(there), Yaml::Mapping(new)) if there.as_str().is_some() && new.len() > 1 => {
                    self.replacements.push(self.layout.replace_item(there, record, in_brackets)?);
                    let fields = new.keys().filter_map(Yaml::as_str).map(str::to_owned).collect();
                    self.note_change(there.as_str().unwrap_or_default(), fields, place);
                }
                (Some(there), Yaml::Mapping(record)) if there.as_str().is_none() => {
                    let id = self.tree.id(there).unwrap_or_default();
                    let visit = if place.list == "visits" { Some(id) } else { place.visit };
                    let fields = self.record(there, record, Place { visit, ..place })?;
                    self.note_change(id, fields, place);
                }
                (Some(_), _) => self.merged.unchanged += 1,
                (None, record) => added.push(record),
            }
        }
        self.note_new(added.iter().copied(), place);
        Ok(added)
    }

    fn note_new<'y>(&mut self, records: impl Iterator<Item = &'y Yaml>, place: Place<'_>) {
        for record in records {
            let id = id_of(record).unwrap_or_default();
            self.merged.changes.push(RecordChange {
                list: place.list.to_owned(),
                visit: place.visit.map(str::to_owned),
                id: id.to_owned(),
                fields: Vec::new(),
            });
            let (visit, is_visit) = (Some(id), place.list == "visits");
            for (key, value) in record.as_mapping().into_iter().flatten().filter(|_| is_visit) {
                let list = key.as_str().unwrap_or_default();
                if is_record_list(list, value, false) {
                    self.note_new(value.as_sequence().into_iter().flatten(), Place { list, visit });
                }
            }
        }
    }

    fn note_change(&mut self, id: &str, fields: Vec<String>, place: Place<'_>) {
        if fields.is_empty() {
            self.merged.unchanged += 1;
            return;
        }
        self.merged.changes.push(RecordChange {
            list: place.list.to_owned(),
            visit: place.visit.map(str::to_owned),
            id: id.to_owned(),
            fields,
        });
    }

    fn finish(mut self, parts: &[(usize, Mapping)]) -> Result<Merged, EditError> {
        let (text, added) = applied(self.text, self.replacements);
        self.merged.lines = lines(&text, &added);
        self.merged.text = text;
        check(self.tree, &self.merged.text, parts)?;
        Ok(self.merged)
    }
}

/// The text with its replacements, those at the same place in their order, and where they stand in it.
fn applied(text: &str, mut replacements: Vec<Replacement>) -> (String, Vec<Range<usize>>) {
    replacements.sort_by_key(|it| (it.at.start, it.at.end));
    let mut new = String::with_capacity(text.len());
    let mut from = 0;
    let mut added = Vec::new();
    for Replacement { at, text: piece } in &replacements {
        new.push_str(text.get(from..at.start).unwrap_or_default());
        added.push(new.len()..new.len() + piece.len());
        new.push_str(piece);
        from = from.max(at.end);
    }
    new.push_str(text.get(from..).unwrap_or_default());
    (new, added)
}

/// The lines in which the pieces stand, with their numbers. The pieces are in order, so that lines are counted only once.
fn lines(text: &str, pieces: &[Range<usize>]) -> Vec<(usize, String)> {
    let mut lines: Vec<(usize, String)> = Vec::new();
    let (mut counted, mut number) = (0, 1);
    for piece in pieces {
        let written = text.get(piece.clone()).unwrap_or_default();
        let start = piece.start + written.len() - written.trim_start_matches(['\r', '\n']).len();
        let end = piece.start + written.trim_end_matches(['\r', '\n', ' ']).len();
        let start = text
            .get(counted..start)
            .and_then(|before| before.rfind('\n'))
            .map_or(counted, |at| counted + at + 1);
        let end = text.get(end..).and_then(|after| after.find('\n')).map_or(text.len(), |at| end + at + 1);
        number += text.get(counted..start).map_or(0, |before| before.matches('\n').count());
        counted = start;
        let last = lines.last().map_or(0, |(number, _)| *number);
        let whole = text.get(start..end).unwrap_or_default().lines();
        lines.extend((number..).zip(whole.map(str::to_owned)).filter(|(number, _)| *number > last));
    }
    lines
}

/// Whether the new text has the values that were there, with those that came.
fn check(old: &Tree, new: &str, parts: &[(usize, Mapping)]) -> Result<(), EditError> {
    let new = Tree::parse(new).or(Err(EditError::Mismatch))?;
    let values =
        |tree: &Tree| -> Vec<Yaml> { tree.documents.iter().map(|root| values::value(root, tree)).collect() };
    let mut expected = values(old);
    for (document, part) in parts {
        let Some(root) = expected.get_mut(*document) else { return Err(EditError::Mismatch) };
        let part = values::plain(&Yaml::Mapping(part.clone()));
        let Some(part) = part.as_mapping() else { return Err(EditError::Mismatch) };
        let Some(root) = root.as_mapping_mut() else { return Err(EditError::Mismatch) };
        values::merge(root, part, false);
    }
    if expected == values(&new) { Ok(()) } else { Err(EditError::Mismatch) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Nothing is written whose values are not those that were there, with those that came.
    #[test]
    fn a_wrong_text_is_a_mismatch() {
        let old = Tree::parse("title: A\nlicense: CC0\n").unwrap();
        let came: Mapping = serde_yaml::from_str("title: B").unwrap();
        let checked = |new: &str| check(&old, new, &[(0, came.clone())]);
        assert_eq!(checked("title: B # new\nlicense: CC0\n"), Ok(()));
        for new in ["title: A\nlicense: CC0\n", "title: B\n", "title: [\n", ""] {
            assert_eq!(checked(new), Err(EditError::Mismatch), "{new}");
        }
    }
}
