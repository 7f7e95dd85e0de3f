//! The archive: all loaded records.

use super::{Header, Id, Visit, Visits};

/// All loaded records: the visits of one or many files.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Archive {
    /// The visits, in the order of the files and within each file.
    pub visits: Visits,
    /// The header of each document; [`Visit::header`] is an index into this list.
    pub headers: Vec<Header>,
    /// The file names, as shown; [`Header::file`] is an index into this list.
    pub files: Vec<String>,
}

impl Archive {
    /// The index of the visit with this id.
    pub fn position(&self, id: &Id) -> Option<usize> {
        self.visits.iter().position(|visit| visit.id == *id)
    }

    /// The visit with this id.
    pub fn visit(&self, id: &Id) -> Option<&Visit> {
        self.visits.iter().find(|visit| visit.id == *id)
    }

    /// The header of the document that a visit was read from.
    pub fn header(&self, visit: &Visit) -> Option<&Header> {
        self.headers.get(visit.header)
    }

    /// The name of the file that a visit was read from; `?` if it is not known.
    pub fn file(&self, visit: &Visit) -> &str {
        let file = self.header(visit).and_then(|header| self.files.get(header.file));
        file.map_or("?", String::as_str)
    }

    /// The position of a record of `visit` in its file: `file:line`.
    pub fn source_location(&self, visit: &Visit, id: &Id) -> String {
        format!("{}:{}", self.file(visit), id.line())
    }

    /// The indices of the visits, newest first; those without a known year last.
    pub fn newest_first(&self) -> Vec<usize> {
        let mut visits: Vec<(usize, &Visit)> = self.visits.iter().enumerate().collect();
        let day = |visit: &Visit| visit.start_date.and_then(|date| date.earliest().or_else(|| date.latest()));
        visits.sort_by_key(|(_, visit)| std::cmp::Reverse(day(visit)));
        visits.into_iter().map(|(at, _)| at).collect()
    }
}
