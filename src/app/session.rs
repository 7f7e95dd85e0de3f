//! Where the user was, to come back there when the program starts again.

use serde::{Deserialize, Serialize};

use crate::app::browse::options::ViewOptions;
use crate::app::input::command::StatsKind;
use crate::app::layout::Pane;
use crate::facet::Filter;
use crate::model::{Id, RecordKind};
use crate::text::{json, parse_json};

/// The version of the format. A session of another version is not read.
const VERSION: u32 = 1;

/// Where the user was. Records are named by their ids, so that changed files do no harm.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Session {
    pub(in crate::app) version: u32,
    /// The open visit; none for all visits.
    pub(in crate::app) visit: Option<Id>,
    pub(in crate::app) filters: Vec<Filter>,
    pub(in crate::app) focus: Pane,
    pub(in crate::app) source: Pane,
    /// The selected row of each list.
    pub(in crate::app) rows: [Option<SavedRow>; 4],
    pub(in crate::app) options: ViewOptions,
    /// The view of the whole that was open.
    pub(in crate::app) view: Option<StatsKind>,
}

/// A selected row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(in crate::app) enum SavedRow {
    /// A record: the id of its visit, its kind, and its id.
    Record(Id, RecordKind, Id),
    /// All visits at once.
    All,
    /// The statements without a stated stop or speaker.
    NotStated,
}

impl Session {
    /// A session that opens a visit, or all, and shows nothing else yet.
    pub(in crate::app) fn new(visit: Option<Id>, focus: Pane, source: Pane) -> Self {
        Self {
            version: VERSION,
            visit,
            filters: Vec::new(),
            focus,
            source,
            rows: Default::default(),
            options: ViewOptions::default(),
            view: None,
        }
    }

    /// The session in a text that [`Session::to_json`] wrote; `None` for any other text.
    pub fn parse(text: &str) -> Option<Self> {
        parse_json(text).filter(|session: &Self| session.version == VERSION)
    }

    /// The session as JSON.
    pub fn to_json(&self) -> String {
        json(self, false).unwrap_or_default()
    }
}
