//! Articles as a self-contained HTML page without scripts, also laid out for printing.

use std::io::{self, Write};

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::article::{articles, titles};
use super::blocks::{Block, pieces};
use super::job::Export;
use crate::cite::Card;
use crate::lang::Messages;

const STYLE: &str = include_str!("page.css");

/// Writes one page with all articles.
pub(super) fn write(export: &Export<'_>, out: &mut dyn Write) -> io::Result<()> {
    let m = export.lang.messages();
    let titles = titles(export);
    let title = match titles.as_slice() {
        [(_, title)] => title.as_str(),
        _ => m.visits,
    };
    let head = html! {
        (DOCTYPE)
        // The end of the body is written after the last visit.
        (PreEscaped(format!("<html lang=\"{}\">", export.lang.code())))
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="generator" content="lawat";
            title { (title) }
            style { (PreEscaped(STYLE)) }
        }
        (PreEscaped("<body><main>"))
        @if titles.len() > 1 {
            nav { ul { @for (anchor, title) in &titles { li { a href={ "#" (anchor) } { (title) } } } } }
        }
    };
    out.write_all(head.into_string().as_bytes())?;
    for article in articles(export) {
        let article = html! {
            article id=(article.id) {
                @for block in &article.body { (written(block, m)) }
                @if !article.about.is_empty() {
                    section.about { @for block in &article.about { (written(block, m)) } }
                }
            }
        };
        out.write_all(article.into_string().as_bytes())?;
    }
    out.write_all(b"</main></body></html>\n")
}

/// A block as HTML.
pub(super) fn written(block: &Block, m: &Messages) -> Markup {
    html! {
        @match block {
            Block::Heading(1, text) => h1 { (text) },
            Block::Heading(2, text) => h2 { (text) },
            Block::Heading(3, text) => h3 { (text) },
            Block::Heading(_, text) => h4 { (text) },
            Block::Paragraph(text) => p { (text) },
            Block::Facts(facts) => dl {
                @for (label, texts) in facts { dt { (label) } @for text in texts { dd { (linked(text)) } } }
            },
            Block::List(items) => ul { @for item in items { li { (linked(item)) } } },
            Block::Card(card) => (figure(card, m)),
            Block::Map(svg) => div.map { (PreEscaped(svg)) },
        }
    }
}

fn figure(card: &Card, m: &Messages) -> Markup {
    html! {
        figure class=(if card.is_quote { "quote" } else { "paraphrase" }) {
            (words(card))
            figcaption {
                p.by { (card.by) }
                @if let Some(facts) = &card.facts { p { (facts) } }
                (sources(card, m))
                p { code { (card.reference) } }
            }
        }
    }
}

/// The words of a statement.
pub(super) fn words(card: &Card) -> Markup {
    let words = html! { p lang=[&card.language] dir="auto" { (card.words) } };
    html! { @if card.is_quote { blockquote { (words) } } @else { (words) } }
}

/// The sources of a statement, or that it has none.
pub(super) fn sources(card: &Card, m: &Messages) -> Markup {
    html! {
        @if card.sources.is_empty() { p { (m.no_source) } }
        @for (name, address, locator) in &card.sources {
            p {
                (m.source) ": "
                @match address {
                    Some(address) => a href=(address) rel="external" { (name) },
                    None => (name),
                }
                @if let Some(locator) = locator { ", " (locator) }
            }
        }
    }
}

/// Text with its web addresses as links.
pub(super) fn linked(text: &str) -> Markup {
    html! {
        @for (piece, is_address) in pieces(text) {
            @if is_address { a href=(piece) rel="external" { (piece) } } @else { (piece) }
        }
    }
}
