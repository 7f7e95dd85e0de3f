//! The `u32` numbers that the index stores, and conversions between them and `usize` indices.

/// The number of a record in its segment: by kind in the order of [`GROUPS`](super::GROUPS); within a kind, the newest
/// visit first; within a visit, statements by time, others by name.
pub(super) type RecordNumber = u32;

/// A stored number as an index; a number that does not fit is out of every range.
pub(super) fn to_usize(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// An index as a number to store.
pub(super) fn to_u32(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

/// The part of a flat list that belongs to a key. `starts` has the start of each part and, last, the end of all.
pub(super) fn slice_at<'a, T>(values: &'a [T], starts: &[u32], key: u32) -> &'a [T] {
    let start = starts.get(to_usize(key)).copied().map_or(0, to_usize);
    let end = starts.get(to_usize(key) + 1).copied().map_or(start, to_usize);
    values.get(start..end).unwrap_or_default()
}
