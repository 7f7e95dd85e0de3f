//! The page of a visit as Markdown.

use std::io::{self, Write};

use super::Export;
use super::leaf::{Block, blocks};
use crate::lang::Lang;
use crate::text::markdown as escaped;

/// Writes a page for each visit.
pub(super) fn write(export: &Export<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut gap = "";
    for (visit, part) in export.visits() {
        for block in blocks(export.archive, export.lang, visit, part) {
            writeln!(out, "{gap}{}", written(&block, export.lang))?;
            gap = "\n";
        }
    }
    Ok(())
}

fn written(block: &Block, lang: Lang) -> String {
    let m = lang.messages();
    match block {
        Block::Heading(level, text) => format!("{} {}", "#".repeat(usize::from(*level)), escaped(text)),
        Block::Paragraph(text) => escaped(text),
        Block::Facts(facts) => {
            let fact = |(label, texts): &(&str, Vec<String>)| {
                let texts: Vec<String> = texts.iter().map(|text| escaped(text)).collect();
                format!("- **{label}:** {}", texts.join("; "))
            };
            facts.iter().map(fact).collect::<Vec<_>>().join("\n")
        }
        Block::List(items) => {
            items.iter().map(|item| format!("- {}", escaped(item))).collect::<Vec<_>>().join("\n")
        }
        Block::Card(card) => card.markdown(m),
    }
}
