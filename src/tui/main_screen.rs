//! A text on the normal screen, where it can be selected with the mouse and stays when the explorer is gone.

use super::clipboard::clean;

/// The bytes that write a text there; its last line, which says how to come back, is dim. A line stands as one line,
/// however long: the terminal breaks it, and takes it for one again when it is selected.
pub(super) fn written(text: &str) -> String {
    let text = clean(text);
    let text = text.strip_suffix('\n').unwrap_or(&text);
    let (lines, last) = text.rsplit_once('\n').map_or((None, text), |(lines, last)| (Some(lines), last));
    // In raw mode a new line does not begin at the left by itself.
    let lines = lines.into_iter().flat_map(|lines| lines.split('\n')).map(|line| format!("{line}\r\n"));
    lines.chain([format!("\x1b[2m{last}\x1b[0m\r\n")]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_is_dim_and_nothing_else_commands() {
        for (text, expected) in [
            ("a\n\n\tb\nEnter", "a\r\n\r\n\tb\r\n\x1b[2mEnter\x1b[0m\r\n"),
            ("a\n\nEnter\n", "a\r\n\r\n\x1b[2mEnter\x1b[0m\r\n"),
            ("\nEnter", "\r\n\x1b[2mEnter\x1b[0m\r\n"),
            ("\x1b[31ma\x07\u{9b}\r\nEnter", "[31ma\r\n\x1b[2mEnter\x1b[0m\r\n"),
            ("Enter", "\x1b[2mEnter\x1b[0m\r\n"),
        ] {
            assert_eq!(written(text), expected, "{text:?}");
        }
    }
}
