//! What is open: all visits, or one of them.

use crate::app::data::Data;
use crate::app::identity::RecordKey;
use crate::facet::Scope;
use crate::model::Target;

/// A scope that stays valid when the files are reloaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app) enum OpenScope {
    /// All visits.
    All,
    /// One visit.
    Visit(RecordKey),
}

impl OpenScope {
    /// The lasting form of a scope of the current archive.
    pub(in crate::app) fn new(data: &mut Data, scope: Scope) -> Option<Self> {
        match scope {
            Scope::All => Some(Self::All),
            Scope::Visit(visit) => data.intern(Target::visit(visit)).map(Self::Visit),
        }
    }

    /// The scope in the current archive; `None` if the visit is not in it.
    pub(in crate::app) fn resolve(self, data: &Data) -> Option<Scope> {
        match self {
            Self::All => Some(Scope::All),
            Self::Visit(key) => data.target(key).map(|target| Scope::Visit(target.visit)),
        }
    }
}
