//! What lies on the panes, one thing over the other.

use super::overlay::Overlay;

/// A stack: what was opened last lies on top, and what it was opened on comes back when it goes.
#[derive(Debug, Default)]
pub(super) struct Overlays(Vec<Overlay>);

impl Overlays {
    /// What lies on top.
    pub(super) fn top(&self) -> Option<&Overlay> {
        self.0.last()
    }

    pub(super) fn top_mut(&mut self) -> Option<&mut Overlay> {
        self.0.last_mut()
    }

    /// What lies under that.
    pub(super) fn below(&self) -> Option<&Overlay> {
        self.0.iter().rev().nth(1)
    }

    /// Everything, from the top down.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Overlay> {
        self.0.iter().rev()
    }

    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = &mut Overlay> {
        self.0.iter_mut().rev()
    }

    /// Whether the panes are all there is.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Opens something on top.
    pub(super) fn push(&mut self, overlay: Overlay) {
        self.0.push(overlay);
    }

    /// Opens what there is, one over the other.
    pub(super) fn extend(&mut self, overlays: impl IntoIterator<Item = Overlay>) {
        self.0.extend(overlays);
    }

    /// Takes away what lies on top.
    pub(super) fn pop(&mut self) -> Option<Overlay> {
        self.0.pop()
    }

    /// Takes away everything, and returns it from the lowest up.
    pub(super) fn take(&mut self) -> Vec<Overlay> {
        std::mem::take(&mut self.0)
    }
}
