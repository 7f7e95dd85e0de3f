//! What is open: all visits, or one of them.

use crate::app::data::Data;
use crate::app::identity::RecordKey;
use crate::facet::Scope;
use crate::model::Target;

/// A scope that means the same whatever files are read again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app) enum OpenScope {
    /// All visits.
    All,
    /// One visit.
    Visit(RecordKey),
}

impl OpenScope {
    /// Holds on to a scope.
    pub(in crate::app) fn new(data: &mut Data, scope: Scope) -> Option<Self> {
        match scope {
            Scope::All => Some(Self::All),
            Scope::Visit(visit) => data.hold(Target::visit(visit)).map(Self::Visit),
        }
    }

    /// The scope in the archive of now; none when the visit has gone.
    pub(in crate::app) fn of(self, data: &Data) -> Option<Scope> {
        match self {
            Self::All => Some(Scope::All),
            Self::Visit(key) => data.target(key).map(|target| Scope::Visit(target.visit)),
        }
    }
}
