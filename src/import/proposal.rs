//! Writes `map.toml`: what the columns were taken for, to change.

use std::fmt::Write as _;

use super::columns::RowKind;
use super::plan::{Plan, PlannedColumn};

/// Writes a map of what was proposed. Names that may be one are comments.
pub(super) fn write(plans: &[Plan], names: &[(String, String)]) -> String {
    let mut out = String::new();
    for kind in RowKind::ALL {
        let plans: Vec<&Plan> = plans.iter().filter(|plan| plan.kind == kind).collect();
        let [first, ..] = plans.as_slice() else { continue };
        let _ = writeln!(out, "[{}]", kind.name());
        let sheets: Vec<String> =
            plans.iter().filter(|plan| !plan.sheet.is_empty()).map(|plan| quoted(&plan.sheet)).collect();
        if !sheets.is_empty() {
            let _ = writeln!(out, "sheet = [{}]", sheets.join(", "));
        }
        if plans.iter().all(|plan| plan.headings == first.headings) {
            let _ = writeln!(out, "headings = {}", first.headings);
        }
        let columns = || plans.iter().flat_map(|plan| &plan.columns).filter(|it| !it.heading.is_empty());
        let ignored: Vec<String> = unique(columns().filter(|it| it.field().is_none()));
        let _ = writeln!(out, "ignore = [{}]\n\n[{}.columns]", ignored.join(", "), kind.name());
        let mut fields: Vec<&str> = Vec::new();
        fields.extend(columns().filter_map(PlannedColumn::field));
        let mut written: Vec<&str> = Vec::new();
        for field in fields {
            if written.contains(&field) {
                continue;
            }
            written.push(field);
            let headings = unique(columns().filter(|it| it.field() == Some(field)));
            let headings = if let [one] = headings.as_slice() {
                one.clone()
            } else {
                format!("[{}]", headings.join(", "))
            };
            let _ = writeln!(out, "{} = {headings}", key(field));
        }
        out.push('\n');
    }
    if !names.is_empty() {
        out.push_str("[names]\n");
        for (name, other) in names {
            let _ = writeln!(out, "# {} = {}", quoted(name), quoted(other));
        }
    }
    out
}

fn unique<'a>(columns: impl Iterator<Item = &'a PlannedColumn>) -> Vec<String> {
    let mut headings: Vec<String> = Vec::new();
    for column in columns {
        let heading = quoted(&column.heading);
        if !headings.contains(&heading) {
            headings.push(heading);
        }
    }
    headings
}

fn quoted(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // A string of JSON is one of TOML.
    crate::text::json(&text, false).unwrap_or_default()
}

fn key(field: &str) -> String {
    let is_bare = field.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
    if is_bare { field.to_owned() } else { quoted(field) }
}
