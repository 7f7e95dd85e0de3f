//! Escapes text for Markdown.

/// Escapes every character of `text` that Markdown could interpret. Line breaks become hard ones.
///
/// `CommonMark` allows escaping any ASCII punctuation; what has no meaning inside words is left unescaped for readability.
pub fn markdown(text: &str) -> String {
    let mut lines = text.lines().map(line);
    let first = lines.next().unwrap_or_default();
    // Two line breaks would end the paragraph.
    lines.filter(|line| !line.is_empty()).fold(first, |all, line| all + "\\\n" + &line)
}

fn line(text: &str) -> String {
    let text = text.trim();
    let mut written = String::with_capacity(text.len());
    let mut before = None;
    // Whether there are only digits so far: a full stop after them would begin a list.
    let mut digits = true;
    for (at, c) in text.char_indices() {
        let escapes = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '$' | '^' => true,
            // At the beginning of a line: headings, lists, rules.
            '+' | '-' | '=' => at == 0,
            // At the end, too, where it would close a heading.
            '#' => {
                at == 0
                    || text.get(at..).is_some_and(|tail| tail.len() < 8 && tail.bytes().all(|c| c == b'#'))
            }
            '.' if before == Some('w') => text.get(..at).is_some_and(|head| head.ends_with("www")),
            '.' | ')' => at > 0 && digits,
            '!' => text.get(at + 1..).is_some_and(|tail| tail.starts_with('[')),
            // An address that would be linked automatically.
            ':' => text.get(at..).is_some_and(|tail| tail.starts_with("://")),
            '@' => before.is_some_and(char::is_alphanumeric),
            _ => false,
        };
        if escapes {
            written.push('\\');
        }
        written.push(c);
        digits &= c.is_ascii_digit();
        before = Some(c);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_text() {
        for (text, written) in [
            ("Satu pintu, 27 instansi.", "Satu pintu, 27 instansi."),
            ("# judul", "\\# judul"),
            ("- butir", "\\- butir"),
            ("1. butir", "1\\. butir"),
            ("27) butir", "27\\) butir"),
            ("*tebal* dan _miring_", "\\*tebal\\* dan \\_miring\\_"),
            ("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"),
            ("![x](javascript:alert)", "\\!\\[x\\](javascript:alert)"),
            ("lihat https://contoh.id", "lihat https\\://contoh.id"),
            ("satu\n\n# dua", "satu\\\n\\# dua"),
            ("Hadir!", "Hadir!"),
            ("humas@contoh.id, @contoh", "humas\\@contoh.id, @contoh"),
            (".5 juta", ".5 juta"),
            ("Belajar C #", "Belajar C \\#"),
            ("www.contoh.id", "www\\.contoh.id"),
        ] {
            assert_eq!(markdown(text), written);
        }
    }
}
