//! The lines of a calendar: folded lines are joined, and each is a property with parameters and a value.

/// A property of a calendar.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct ContentLine {
    /// The number of its first line, from 1.
    pub(super) number: usize,
    /// The name, in upper case.
    pub(super) name: String,
    /// The parameters, their names in upper case.
    parameters: Vec<(String, String)>,
    /// The value as written.
    pub(super) value: String,
}

impl ContentLine {
    /// A parameter that is not empty.
    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        let found = self.parameters.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }

    /// The value as text.
    pub(super) fn text(&self) -> String {
        self.texts().join(",").trim().to_owned()
    }

    /// The values of a list of texts.
    pub(super) fn texts(&self) -> Vec<String> {
        let mut texts = vec![String::new()];
        let mut chars = self.value.chars();
        while let Some(c) = chars.next() {
            let Some(text) = texts.last_mut() else { break };
            match c {
                '\\' => match chars.next() {
                    Some('n' | 'N') => text.push('\n'),
                    Some(c) => text.push(c),
                    None => text.push('\\'),
                },
                ',' => texts.push(String::new()),
                c => text.push(c),
            }
        }
        texts
    }
}

/// The properties of a calendar. What is no property becomes one without a name.
pub(super) fn content_lines(text: &str) -> impl Iterator<Item = ContentLine> {
    let mut lines = (1..).zip(text.lines()).peekable();
    std::iter::from_fn(move || {
        let (number, first) = lines.find(|(_, line)| !line.trim().is_empty())?;
        let mut whole = first.trim_end_matches('\r').to_owned();
        while let Some((_, line)) = lines.next_if(|(_, line)| line.starts_with([' ', '\t'])) {
            whole.extend(line.trim_end_matches('\r').chars().skip(1));
        }
        Some(property(number, &whole))
    })
}

fn property(number: usize, line: &str) -> ContentLine {
    let mut parts = vec![String::new()];
    let mut in_quotes = false;
    let mut chars = line.chars();
    let mut has_value = false;
    for c in chars.by_ref() {
        match c {
            '"' => in_quotes = !in_quotes,
            ':' if !in_quotes => {
                has_value = true;
                break;
            }
            ';' if !in_quotes => parts.push(String::new()),
            c => parts.iter_mut().last().into_iter().for_each(|part| part.push(c)),
        }
    }
    if !has_value {
        return ContentLine { number, value: line.to_owned(), ..ContentLine::default() };
    }
    let mut parts = parts.into_iter();
    let name = parts.next().unwrap_or_default().trim().to_ascii_uppercase();
    let parameter = |part: String| {
        let (name, value) = part.split_once('=')?;
        Some((name.trim().to_ascii_uppercase(), value.to_owned()))
    };
    ContentLine { number, name, parameters: parts.filter_map(parameter).collect(), value: chars.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_unfolded_and_their_values_unescaped() {
        let text = "SUMMARY:Satu\r\n  pin\r\n\ttu\r\n\r\nATTENDEE;CN=\"Ratna; Dr.: Contoh\";ROLE=CHAIR:mailto:a@b.example\r\nrusak\r\n";
        let lines: Vec<ContentLine> = content_lines(text).collect();
        assert_eq!((lines[0].name.as_str(), lines[0].text().as_str()), ("SUMMARY", "Satu pintu"));
        assert_eq!(lines[1].number, 5);
        assert_eq!(lines[1].parameter("CN"), Some("Ratna; Dr.: Contoh"));
        assert_eq!(lines[1].value, "mailto:a@b.example");
        assert_eq!((lines[2].name.as_str(), lines[2].value.as_str()), ("", "rusak"));
        let list = property(1, r"CATEGORIES:a\, b,c\;d,e\nf");
        assert_eq!(list.texts(), ["a, b", "c;d", "e\nf"]);
    }
}
