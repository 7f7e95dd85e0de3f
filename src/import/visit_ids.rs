//! The ids of visits. The same visit has the same id in a second import, wherever its row stands.
//!
//! An id is the one of the row; or the number of a letter; or it is made of the title and the date, and of what else tells visits apart
//! where these do not: of the visitor, the host, the place or the objective. Only visits that have all of that in common are numbered.

use std::collections::HashMap;

use super::assembly::Assembly;
use super::draft::{IdParts, VisitDraft, text_of};
use super::known_visits::Facts;
use super::names::name_key;
use super::remark::{Remark, RemarkKind};
use super::row::RowView;
use crate::entry::id_for;
use crate::model::Id;
use crate::text::slug;

/// The fields by which visits of one title and one date differ.
const DETAILS: &[&str] =
    &["visitor", "host", "stops", "objectives", "visitors", "receivers", "organizations"];

/// What the id of the visit of a row is made of.
pub(super) fn id_parts(row: &RowView<'_>, title: &str) -> IdParts {
    let title = name_key(title);
    let detail = DETAILS.iter().flat_map(|field| row.texts(field)).find(|text| {
        let key = name_key(text);
        !key.is_empty() && !title.contains(&key)
    });
    let cell = row.plan.numbered_by.map(|column| row.row.cell(column)).unwrap_or_default();
    let number = (!cell.is_empty()).then(|| cell.to_owned());
    IdParts { number, detail: detail.unwrap_or_default() }
}

/// The day of a visit, or its date as text.
pub(super) fn date_of(draft: &VisitDraft) -> &str {
    let date = text_of(&draft.fields, "start_date").or_else(|| text_of(&draft.fields, "date_text"));
    date.and_then(|date| date.split('T').next()).unwrap_or_default()
}

/// An id of a text that a row gives.
pub(super) fn given_id(text: &str) -> String {
    if Id::is_valid(text) { text.to_owned() } else { slug(text) }
}

/// A title that leaves room for a date in an id.
fn shortened(title: &str) -> String {
    title.chars().take(48).collect()
}

impl Assembly<'_> {
    /// Gives ids to the visits of rows that have none.
    pub(super) fn name_visits(&mut self) {
        let unnamed: Vec<usize> = (0..self.drafts.len()).filter(|at| self.is_unnamed(*at)).collect();
        let mut groups: HashMap<String, Vec<usize>> = HashMap::new();
        let mut order: Vec<String> = Vec::new();
        for index in unnamed {
            let Some(draft) = self.drafts.get(index) else { continue };
            if let Some(number) = &draft.id_parts.number {
                let id = self.numbered_id(&given_id(number), draft);
                self.name_visit(index, id);
                continue;
            }
            let base = self.base(index);
            let group = groups.entry(base.clone()).or_default();
            if group.is_empty() {
                order.push(base);
            }
            group.push(index);
        }
        for base in order {
            self.name_group(&base, &groups.remove(&base).unwrap_or_default());
        }
    }

    fn is_unnamed(&self, index: usize) -> bool {
        self.drafts.get(index).is_some_and(|draft| draft.id.is_empty())
    }

    /// What an id is made of where it is enough.
    fn base(&self, index: usize) -> String {
        let Some(draft) = self.drafts.get(index) else { return String::new() };
        let title = text_of(&draft.fields, "title").unwrap_or_default();
        id_for(&format!("{} {}", shortened(title), date_of(draft)), |_| false)
    }

    /// Names the visits of one title and one date.
    fn name_group(&mut self, base: &str, group: &[usize]) {
        let mut details: HashMap<String, Vec<usize>> = HashMap::new();
        for index in group {
            let Some(draft) = self.drafts.get(*index) else { continue };
            let detail = draft.id_parts.detail.clone();
            let is_dated = !date_of(draft).is_empty();
            // The visit had its id when it was the only one.
            let was_alone = is_dated && self.known.has_detail(base, &detail) && !self.has_visit(base);
            if detail.is_empty() || is_dated && group.len() == 1 || was_alone {
                let id = id_for(base, |id| self.has_visit(id));
                self.name_visit(*index, id);
            } else {
                let title = text_of(&draft.fields, "title").unwrap_or_default();
                let name =
                    format!("{} {} {detail}", title.chars().take(30).collect::<String>(), date_of(draft));
                let id = id_for(&name, |id| self.has_visit(id));
                self.name_visit(*index, id);
            }
            details.entry(name_key(&detail)).or_default().push(*index);
        }
        for index in details.into_values().filter(|equal| equal.len() > 1).flatten() {
            self.ask_equal(index);
        }
    }

    fn ask_equal(&mut self, index: usize) {
        let Some(draft) = self.drafts.get(index) else { return };
        let what = RemarkKind::Asked(self.lang.import_equal_visits().to_owned());
        self.remarks.push(Remark { place: draft.place.clone(), what });
    }

    /// An id made of a number that may be that of another visit, too: letters are numbered anew each year.
    fn numbered_id(&self, base: &str, draft: &VisitDraft) -> String {
        let title = name_key(text_of(&draft.fields, "title").unwrap_or_default());
        let facts = Facts { title: &title, date: date_of(draft) };
        let is_taken = |id: &str| self.has_visit(id) || self.known.is_of_another(id, facts);
        if !is_taken(base) {
            return base.to_owned();
        }
        let mut numbered = (2..).map(|number: usize| format!("{base}-{number}"));
        numbered.find(|id| !is_taken(id)).unwrap_or_default()
    }

    /// Tells which new visits may be visits of the file, corrected.
    pub(super) fn ask_corrected(&mut self) {
        let gone = self.known.gone(|id| self.has_visit(id));
        let mut asked = Vec::new();
        for draft in self.drafts.iter().filter(|draft| !self.known.has(&draft.id)) {
            let title = name_key(text_of(&draft.fields, "title").unwrap_or_default());
            let facts = Facts { title: &title, date: date_of(draft) };
            if let Some(id) = gone.corrected(facts, |detail| draft.has_detail(detail)) {
                let what = RemarkKind::Asked(self.lang.import_corrected(id));
                asked.push(Remark { place: draft.place.clone(), what });
            }
        }
        self.remarks.extend(asked);
    }
}
