//! The variants of one utterance as different sources print it: side by side if the width allows, with the differences marked.

use std::ops::Range;

use similar::{ChangeTag, TextDiff};

use super::context::PageContext;
use crate::model::{Statement, Visit};
use crate::text::{Line, TextRole, wrap, wrap_text};

/// The minimum width of a column.
const NARROWEST: usize = 36;
/// The gap between two columns.
const BETWEEN: usize = 3;

/// The first variant is the one that the others refer to; in each, the differences from it are marked.
pub(super) fn page(ctx: &PageContext<'_>, visit: &Visit, statement: &Statement) -> Vec<Line> {
    let variants = visit.variants(statement);
    let count = variants.len().max(1);
    let columns = (ctx.columns.saturating_sub(BETWEEN * (count - 1))) / count;
    let is_beside = columns >= NARROWEST;
    let columns = if is_beside { columns } else { ctx.columns };
    let each: Vec<Vec<Line>> = variants
        .iter()
        .map(|variant| {
            let differing = differing(&variants, variant);
            column(ctx, (visit, variant), &differing, columns)
        })
        .collect();
    let mut lines = wrap_text(ctx.messages().variants_explained, TextRole::Dim, &[], ctx.columns);
    lines.push(Line::new());
    if is_beside {
        lines.extend(side_by_side(&each, columns));
    } else {
        let stacked: Vec<Line> =
            each.into_iter().flat_map(|lines| lines.into_iter().chain([Line::new()])).collect();
        lines.extend(stacked);
    }
    lines
}

/// The byte ranges in which a variant differs from the first; for the first, those in which any other differs from it.
fn differing(variants: &[&Statement], variant: &Statement) -> Vec<Range<usize>> {
    let Some(first) = variants.first() else { return Vec::new() };
    let mut ranges = Vec::new();
    if variant.id == first.id {
        let others = variants.iter().skip(1);
        others.for_each(|other| ranges.extend(changed(&first.text, &other.text).0));
    } else {
        ranges = changed(&first.text, &variant.text).1;
    }
    merged(ranges)
}

/// The byte ranges of words that occur in only one of two texts: those of the first, and those of the second.
fn changed(one: &str, other: &str) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
    let difference = TextDiff::from_words(one, other);
    let (mut at, mut ranges) = ([0, 0], (Vec::new(), Vec::new()));
    for change in difference.iter_all_changes() {
        let length = change.value().len();
        // Different line breaks are not a difference to a reader.
        let is_seen = !change.value().trim().is_empty();
        match change.tag() {
            ChangeTag::Equal => at = [at[0] + length, at[1] + length],
            ChangeTag::Delete => {
                ranges.0.extend(is_seen.then_some(at[0]..at[0] + length));
                at[0] += length;
            }
            ChangeTag::Insert => {
                ranges.1.extend(is_seen.then_some(at[1]..at[1] + length));
                at[1] += length;
            }
        }
    }
    ranges
}

/// Sorts ranges and merges those that touch.
fn merged(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| range.start);
    let mut merged: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}

/// The sources of a variant, and its text.
fn column(
    ctx: &PageContext<'_>,
    (visit, variant): (&Visit, &Statement),
    differing: &[Range<usize>],
    columns: usize,
) -> Vec<Line> {
    let m = ctx.messages();
    let sources = ctx.sources(visit, &variant.sources);
    let sources = if sources.is_empty() { m.no_source.to_owned() } else { sources.join("; ") };
    let head = format!("{} · {}", variant.id, variant.kind.label(ctx.lang));
    let mut lines = wrap(&Line::of(&head, TextRole::Heading), columns);
    lines.extend(wrap_text(&sources, TextRole::Dim, &[], columns));
    lines.push(Line::new());
    let highlights = |_: &str| differing.to_vec();
    let inner = PageContext { highlights: &highlights, columns, translation: None, ..*ctx };
    lines.extend(super::statement::words(&inner, variant, columns));
    lines
}

/// Lays out blocks of lines side by side.
fn side_by_side(each: &[Vec<Line>], columns: usize) -> Vec<Line> {
    let height = each.iter().map(Vec::len).max().unwrap_or_default();
    let row = |at: usize| {
        let cells = each.iter().map(|lines| lines.get(at).cloned().unwrap_or_default());
        cells.enumerate().fold(Line::new(), |line, (number, cell)| {
            let gap = if number == 0 { Line::new() } else { Line::of(" │ ", TextRole::Dim) };
            line.joined(&gap).joined(&cell.fit(columns))
        })
    };
    (0..height).map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_differ_are_found_in_both() {
        let (one, other) = ("Satu pintu untuk 27 instansi.", "Satu pintu untuk 26 dinas.");
        let (a, b) = changed(one, other);
        let changed_text = |text: &str, ranges: Vec<Range<usize>>| {
            merged(ranges).into_iter().map(|range| text.get(range).unwrap().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(changed_text(one, a).concat().split_whitespace().collect::<Vec<_>>(), ["27instansi."]);
        assert!(changed_text(other, b).concat().contains("26"));
        assert_eq!(changed(one, one), (vec![], vec![]));
    }
}
