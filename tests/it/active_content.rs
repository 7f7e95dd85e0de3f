//! What a program could take for markup, formulas or controls in a published text.

/// The first character that controls a terminal or changes the direction of text.
pub fn terminal_control(text: &str) -> Option<char> {
    text.chars().find(|&c| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}')
    })
}

pub fn formula(csv: &str) -> Option<String> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let cells = reader.records().flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>());
    let begins = |cell: &str| cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    let acts = |cell: &str| begins(cell) && cell.parse::<f64>().is_err();
    // A program that expects semicolons between cells may split there.
    cells
        .into_iter()
        .find(|cell| acts(cell) || (cell.parse::<f64>().is_err() && cell.split([';', '\n']).any(begins)))
}

/// The elements that a page may contain.
pub const ELEMENTS: &[&str] = &[
    "a",
    "article",
    "blockquote",
    "body",
    "code",
    "circle",
    "dd",
    "desc",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "head",
    "html",
    "li",
    "main",
    "meta",
    "nav",
    "p",
    "path",
    "rect",
    "section",
    "style",
    "svg",
    "text",
    "title",
    "ul",
];

/// The attributes of pictures.
const OF_PICTURES: &[&str] = &[
    "aria-description",
    "aria-label",
    "cx",
    "cy",
    "d",
    "height",
    "r",
    "role",
    "rx",
    "viewBox",
    "width",
    "x",
    "xmlns",
    "y",
];

/// Whether pictures have this attribute.
pub fn is_of_pictures(name: &str) -> bool {
    OF_PICTURES.iter().any(|own| own.eq_ignore_ascii_case(name))
}

/// A tag that a page must not have, or with a forbidden attribute or URL.
pub fn forbidden_tag(page: &str) -> Option<&str> {
    let tags = page.split('<').skip(1).map(|rest| rest.split('>').next().unwrap_or(rest));
    tags.into_iter().find(|tag| {
        let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
        // The names of attributes are outside the quotation marks.
        let names: String = tag.split('"').step_by(2).collect();
        let is_own = |name: &str| {
            ["charset", "class", "content", "dir", "href", "html", "id", "lang", "name", "rel"]
                .contains(&name)
                || is_of_pictures(name)
        };
        let attributes = names.split([' ', '=']).skip(1).filter(|name| !name.is_empty());
        let address = tag.split("href=\"").nth(1);
        let is_safe = |it: &str| ["#", "http://", "https://"].iter().any(|begin| it.starts_with(begin));
        (name != "!DOCTYPE" && !ELEMENTS.contains(&name))
            || !attributes.into_iter().all(is_own)
            || address.is_some_and(|address| !is_safe(address))
    })
}

/// A line in which Markdown finds a tag, or a link to elsewhere than the web.
pub fn active_markdown(page: &str) -> Option<&str> {
    page.lines().find(|line| {
        let (mut rest, mut open) = (*line, 0);
        while let Some(c) = rest.chars().next() {
            let address = rest.strip_prefix("](<").or(rest.strip_prefix('<'));
            if let Some(address) = address {
                let Some((address, tail)) = address.split_once('>') else { return true };
                let is_web = address.starts_with("https://") || address.starts_with("http://");
                let is_named = c == ']';
                if !is_web || address.contains([' ', '<']) || (is_named && address.contains('\\')) {
                    return true;
                }
                open -= i32::from(is_named);
                rest = tail;
                continue;
            }
            open += i32::from(c == '[');
            if c == ']' {
                return true;
            }
            // What is escaped is text.
            let read = rest.chars().take(if c == '\\' { 2 } else { 1 }).map(char::len_utf8).sum();
            rest = rest.split_at(read).1;
        }
        open != 0
    })
}
