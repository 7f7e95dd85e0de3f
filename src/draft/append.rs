//! Adds drafted visits to the list of visits in a YAML file. Every other byte of the file stays as it is.

/// The text of the file with `visits` at the end of its list, or `None` if it has no such list: a `visits:` at the start of a
/// line, with items below it, in a file of one document. The items of `visits` are indented by two columns.
pub fn append(file: &str, visits: &str) -> Option<String> {
    let lines: Vec<&str> = file.split_inclusive('\n').collect();
    let is_separator = |line: &&&str| line.starts_with("---") || line.starts_with("...");
    let documents = lines.iter().skip_while(|line| is_blank(line) || is_separator(line));
    if documents.clone().any(|line| is_separator(&line)) {
        return None;
    }
    let list = lines.iter().position(|line| opens_list(line))?;
    let items = lines.get(list + 1..)?;
    let first = items.iter().find(|line| !is_blank(line))?;
    let indent = first.len() - first.trim_start_matches(' ').len();
    if !first.trim_start_matches(' ').starts_with("- ") {
        return None;
    }
    // The list ends before the next field of the file; blank lines and comments before that belong to the field.
    let is_field = |line: &&str| {
        let is_item = indent == 0 && line.starts_with('-');
        !(is_blank(line) || line.starts_with(' ') || is_item)
    };
    let end = items.iter().position(is_field).unwrap_or(items.len());
    let end_of_list = items.get(..end)?.iter().rposition(|line| !is_blank(line))?;
    let head = lines.get(..=list + 1 + end_of_list)?.concat();
    let tail = lines.get(list + 2 + end_of_list..)?.concat();
    let line_end = if file.contains("\r\n") { "\r\n" } else { "\n" };
    let gap = if head.ends_with('\n') { "" } else { line_end };
    Some(format!("{head}{gap}{}{tail}", reindented(visits, indent, line_end)))
}

/// Whether a line is empty or a comment.
fn is_blank(line: &str) -> bool {
    let line = line.trim_start();
    line.is_empty() || line.starts_with('#')
}

fn opens_list(line: &str) -> bool {
    line.strip_prefix("visits:").is_some_and(is_blank)
}

fn reindented(visits: &str, indent: usize, line_end: &str) -> String {
    let line = |line: &str| {
        let content = line.strip_prefix("  ").unwrap_or(line);
        format!("{:indent$}{content}{line_end}", "")
    };
    visits.lines().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: &str = "  - id: b\n    title: B\n";

    #[test]
    fn visits_are_added_at_the_end_of_the_list() {
        let file = "# mine\nvisits:\n  - id: a   # first\n    title: A\n";
        assert_eq!(append(file, ONE).unwrap(), format!("{file}{ONE}"));
        // Without a line end, with another indentation, with other line ends, with a field behind it.
        assert_eq!(
            append("visits:\n- id: a\n  title: A", ONE).unwrap(),
            "visits:\n- id: a\n  title: A\n- id: b\n  title: B\n"
        );
        assert_eq!(
            append("visits:\r\n    - id: a\r\n", ONE).unwrap(),
            "visits:\r\n    - id: a\r\n    - id: b\r\n      title: B\r\n"
        );
        assert_eq!(
            append("visits:\n  - id: a\n\n# places\nregister:\n  places: []\n", ONE).unwrap(),
            "visits:\n  - id: a\n  - id: b\n    title: B\n\n# places\nregister:\n  places: []\n"
        );
    }

    #[test]
    fn other_files_are_left_alone() {
        for file in [
            "",
            "visits: []\n",
            "visits: [{id: a}]\n",
            "a: 1\n---\nvisits:\n  - id: a\n",
            "visits:\n",
            "  visits:\n  - a\n",
        ] {
            assert_eq!(append(file, ONE), None, "{file:?}");
        }
    }
}
