//! The search over everything: what is typed, what was found, which result is chosen.

use tui_input::{Input, InputRequest};

use super::command::Edit;
use super::data::Data;
use super::list::List;
use crate::model::{Record, RecordKind, Target};
use crate::search::{Hits, Query, WrongQuery};

/// Longer queries are not typed by anybody.
pub(super) const LONGEST: usize = 1_024;
/// So many results of a kind are listed; the number of all is told.
const LISTED: usize = 100;

/// The state of the search.
#[derive(Debug, Default)]
pub struct SearchPane {
    input: Input,
    /// What was asked.
    pub query: Query,
    /// Why what is typed now is no query.
    pub wrong: Option<WrongQuery>,
    /// What was found.
    pub hits: Hits,
    /// The results, flat.
    pub rows: Vec<ResultRow>,
    /// The chosen one.
    pub list: List,
    /// Where it looks.
    pub within: Within,
    /// Whether it has just come back with its old query.
    pub(super) is_resumed: bool,
    /// Rows of the preview above its window.
    pub scrolled: usize,
    /// The preview is to begin where something was found, once it is known where that is.
    pub(super) scroll_to_hit: bool,
}

/// Where the search looks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Within {
    /// Everywhere.
    #[default]
    All,
    /// In one visit.
    Visit(usize),
    /// At one stop: the stop itself, and what was said there.
    Stop(Target),
}

impl Within {
    fn holds(&self, data: &Data, target: Target) -> bool {
        match self {
            Self::All => true,
            Self::Visit(visit) => target.visit == *visit,
            Self::Stop(stop) if target.kind == RecordKind::Stop => target == *stop,
            Self::Stop(stop) => match (data.archive.record(*stop), data.archive.record(target)) {
                (Some(Record::Stop(_, stop_record)), Some(Record::Statement(_, statement))) => {
                    target.visit == stop.visit && statement.stop.as_ref() == Some(&stop_record.id)
                }
                _ => false,
            },
        }
    }
}

/// The change of an input that an edit asks for.
pub(super) fn request(edit: Edit) -> InputRequest {
    match edit {
        Edit::Left => InputRequest::GoToPrevChar,
        Edit::Right => InputRequest::GoToNextChar,
        Edit::Start => InputRequest::GoToStart,
        Edit::End => InputRequest::GoToEnd,
        Edit::DeleteLeft => InputRequest::DeletePrevChar,
        Edit::DeleteRight => InputRequest::DeleteNextChar,
        Edit::DeleteWord => InputRequest::DeletePrevWord,
        Edit::Clear => InputRequest::DeleteLine,
    }
}

/// A result in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ResultRow {
    /// The record.
    pub target: Target,
    /// The heading that stands above it.
    pub heading: Option<Heading>,
}

/// A heading in the list of results.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    /// Above the one best hit.
    Best,
    /// Above the hits of a kind, with the number of all of them but the best.
    Kind(RecordKind, usize),
}

impl SearchPane {
    /// What stands in the input.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// Where in the input the cursor stands, and how many columns of it are out of sight when `columns` can be seen.
    pub fn cursor(&self, columns: usize) -> (usize, usize) {
        (self.input.visual_cursor(), self.input.visual_scroll(columns))
    }

    /// Types a character.
    pub(super) fn type_in(&mut self, c: char, data: &Data) {
        // A query that came back is replaced by the first letter, and kept by any other key.
        if std::mem::take(&mut self.is_resumed) {
            self.input.reset();
        }
        if self.input.value().chars().count() < LONGEST && !c.is_control() {
            self.change(InputRequest::InsertChar(c), data);
        }
    }

    /// Changes the text.
    pub(super) fn edit(&mut self, edit: Edit, data: &Data) {
        self.is_resumed = false;
        self.change(request(edit), data);
    }

    fn change(&mut self, request: InputRequest, data: &Data) {
        self.input.handle(request);
        // The last good answer stays while what is typed is no query.
        match Query::parse(self.input.value()) {
            Ok(query) => {
                self.wrong = None;
                if query != self.query {
                    self.query = query;
                    self.find(data);
                }
            }
            Err(wrong) => self.wrong = Some(wrong),
        }
    }

    /// Asks again, of what has been loaded since.
    pub(super) fn find(&mut self, data: &Data) {
        self.hits = data.index.search(&self.query);
        let within = self.within.clone();
        self.hits.retain(|target| within.holds(data, target));
        self.rows = rows(&self.hits);
        self.list = List::new(self.rows.len());
        self.scroll_to_hit = true;
    }

    /// The chosen record.
    pub fn chosen(&self) -> Option<Target> {
        self.rows.get(self.list.selected()?).map(|row| row.target)
    }
}

/// The best hit, then the rest by kind.
fn rows(hits: &Hits) -> Vec<ResultRow> {
    let best = hits.best().map(|hit| hit.target);
    let mut rows: Vec<ResultRow> =
        best.map(|target| ResultRow { target, heading: Some(Heading::Best) }).into_iter().collect();
    for group in &hits.groups {
        let others = group.hits.iter().filter(|hit| Some(hit.target) != best).take(LISTED);
        for (number, hit) in others.enumerate() {
            let promoted = usize::from(best.is_some_and(|best| best.kind == group.kind));
            let heading = (number == 0).then_some(Heading::Kind(group.kind, group.hits.len() - promoted));
            rows.push(ResultRow { target: hit.target, heading });
        }
    }
    rows
}
