//! Articles as Markdown.

use std::io::{self, Write};

use super::article::articles;
use super::blocks::{Block, pieces};
use super::job::Export;
use crate::lang::Lang;
use crate::text::markdown as escaped;

/// Writes the articles.
pub(super) fn write(export: &Export<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut gap = "";
    for article in articles(export) {
        let blocks = article.body.iter().chain(&article.about);
        for block in blocks.filter(|block| !matches!(block, Block::Map(_))) {
            writeln!(out, "{gap}{}", written(block, export.lang))?;
            gap = "\n";
        }
    }
    Ok(())
}

/// A block as Markdown.
pub(super) fn written(block: &Block, lang: Lang) -> String {
    let m = lang.messages();
    match block {
        Block::Heading(level, text) => format!("{} {}", "#".repeat(usize::from(*level)), escaped(text)),
        Block::Paragraph(text) => escaped(text),
        Block::Facts(facts) => {
            let fact = |(label, texts): &(&str, Vec<String>)| {
                let texts: Vec<String> = texts.iter().map(|text| linked(text)).collect();
                format!("- **{label}:** {}", texts.join("; "))
            };
            facts.iter().map(fact).collect::<Vec<_>>().join("\n")
        }
        Block::List(items) => {
            items.iter().map(|item| format!("- {}", linked(item))).collect::<Vec<_>>().join("\n")
        }
        Block::Card(card) => card.markdown(m),
        Block::Map(_) => String::new(),
    }
}

/// Text with its web addresses as links.
fn linked(text: &str) -> String {
    let mut written = String::new();
    // Adjacent parts are escaped together, since escapes depend on the beginning of a line.
    let mut plain = String::new();
    for (piece, is_address) in pieces(text) {
        if is_address && !piece.contains(['<', '>']) {
            written.push_str(&spaced(&plain));
            plain.clear();
            written.extend(["<", piece, ">"]);
        } else {
            plain.push_str(piece);
        }
    }
    written + &spaced(&plain)
}

/// Escaped, with the surrounding spaces kept.
fn spaced(text: &str) -> String {
    let blank = |is: bool| if is { " " } else { "" };
    let is_blank = text.trim().is_empty();
    let (before, after) = (blank(text.starts_with(' ')), blank(!is_blank && text.ends_with(' ')));
    format!("{before}{}{after}", escaped(text))
}
