//! The visits of an archive. Archives share them: one that grows, or whose files have changed, keeps the visits that it had.

use std::fmt;
use std::ops::{Index, IndexMut};
use std::slice;
use std::sync::Arc;

use super::Visit;
use super::lookup::Lookup;

/// A list of visits that is cheap to copy.
#[derive(Clone, Default)]
pub struct Visits(Vec<Arc<Visit>>);

/// Iterates over visits.
pub type VisitsIter<'a> = std::iter::Map<slice::Iter<'a, Arc<Visit>>, fn(&'a Arc<Visit>) -> &'a Visit>;

impl Visits {
    /// The number of visits.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The visit at an index.
    pub fn get(&self, at: usize) -> Option<&Visit> {
        self.0.get(at).map(Arc::as_ref)
    }

    /// The first visit.
    pub fn first(&self) -> Option<&Visit> {
        self.get(0)
    }

    /// The visits in order.
    pub fn iter(&self) -> VisitsIter<'_> {
        self.0.iter().map(Arc::as_ref)
    }

    /// The visits in order, to change them. Those that another archive has, too, are copied.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut Visit> {
        self.0.iter_mut().map(changed)
    }

    /// The visits as they are shared.
    pub fn as_slice(&self) -> &[Arc<Visit>] {
        &self.0
    }

    /// Adds a visit.
    pub fn push(&mut self, visit: Arc<Visit>) {
        self.0.push(visit);
    }
}

/// Without comparing those that both archives share.
impl PartialEq for Visits {
    fn eq(&self, other: &Self) -> bool {
        let is_same = |(a, b): (&Arc<Visit>, &Arc<Visit>)| Arc::ptr_eq(a, b) || a == b;
        self.len() == other.len() && self.0.iter().zip(&other.0).all(is_same)
    }
}

impl fmt::Debug for Visits {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_list().entries(self).finish()
    }
}

impl Index<usize> for Visits {
    type Output = Visit;

    fn index(&self, at: usize) -> &Visit {
        &self.0[at]
    }
}

/// A visit that another archive has, too, is copied.
impl IndexMut<usize> for Visits {
    fn index_mut(&mut self, at: usize) -> &mut Visit {
        changed(&mut self.0[at])
    }
}

/// A visit that is about to be changed: what was looked up before may not be so afterwards.
fn changed(visit: &mut Arc<Visit>) -> &mut Visit {
    let visit = Arc::make_mut(visit);
    visit.lookup = Lookup::default();
    visit
}

impl<'a> IntoIterator for &'a Visits {
    type Item = &'a Visit;
    type IntoIter = VisitsIter<'a>;

    fn into_iter(self) -> VisitsIter<'a> {
        self.iter()
    }
}

/// Those that another archive has, too, are copied.
impl IntoIterator for Visits {
    type Item = Visit;
    type IntoIter = std::iter::Map<std::vec::IntoIter<Arc<Visit>>, fn(Arc<Visit>) -> Visit>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter().map(Arc::unwrap_or_clone)
    }
}

impl Extend<Visit> for Visits {
    fn extend<T: IntoIterator<Item = Visit>>(&mut self, visits: T) {
        self.0.extend(visits.into_iter().map(Arc::new));
    }
}

impl Extend<Arc<Visit>> for Visits {
    fn extend<T: IntoIterator<Item = Arc<Visit>>>(&mut self, visits: T) {
        self.0.extend(visits);
    }
}
