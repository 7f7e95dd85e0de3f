//! What is open: all visits, or one of them.

use super::App;
use super::data::Data;
use super::identity::RecordKey;
use crate::facet::Scope;
use crate::model::Target;

/// A scope that means the same whatever files are read again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OpenScope {
    /// All visits.
    All,
    /// One visit.
    Visit(RecordKey),
}

impl OpenScope {
    /// Holds on to a scope.
    pub(super) fn new(data: &mut Data, scope: Scope) -> Option<Self> {
        match scope {
            Scope::All => Some(Self::All),
            Scope::Visit(visit) => data.hold(Target::visit(visit)).map(Self::Visit),
        }
    }

    /// The scope in the archive of now; none when the visit has gone.
    pub(super) fn of(self, data: &Data) -> Option<Scope> {
        match self {
            Self::All => Some(Scope::All),
            Self::Visit(key) => data.target(key).map(|target| Scope::Visit(target.visit)),
        }
    }
}

impl App {
    /// What the panes are about; none before the records have come, and where a visit is chosen that cannot be used.
    pub fn scope(&self) -> Option<Scope> {
        self.browser.scope.and_then(|scope| scope.of(&self.data))
    }

    pub(super) fn set_scope(&mut self, scope: Option<Scope>) {
        self.browser.scope = scope.and_then(|scope| OpenScope::new(&mut self.data, scope));
    }
}
