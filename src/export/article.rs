//! The articles of a published page, which Markdown and HTML render: a visit each, a briefing each, or a collection of quotes.

use super::blocks::{Block, BlockBuilder};
use super::format::ExportFormat;
use super::job::Export;
use super::visit_parts::visit_blocks;
use super::{protocol, quotes};
use crate::text::visible_string;

/// An article.
pub(super) struct Article {
    /// Its anchor.
    pub(super) id: String,
    pub(super) body: Vec<Block>,
    /// What is technical, for small print.
    pub(super) about: Vec<Block>,
}

/// The anchors and the titles of the articles.
pub(super) fn titles(export: &Export<'_>) -> Vec<(String, String)> {
    if export.format.is_of_quotes() {
        return vec![(String::new(), quotes::title(export))];
    }
    let page = BlockBuilder::new(export.archive, export.lang);
    let title = |visit| visible_string(page.title(visit));
    export.visits().map(|(visit, _)| (anchor(visit.id.as_str()), title(visit))).collect()
}

/// The articles, one at a time.
pub(super) fn articles<'a>(export: &'a Export<'a>) -> Box<dyn Iterator<Item = Article> + 'a> {
    if export.format.is_of_quotes() {
        let body = quotes::blocks(export);
        return Box::new(std::iter::once(Article { id: "quotes".to_owned(), body, about: Vec::new() }));
    }
    Box::new(export.visits().map(|(visit, part)| {
        let (body, about) = match export.format {
            ExportFormat::Briefing | ExportFormat::BriefingMarkdown => {
                (protocol::blocks(export, visit), Vec::new())
            }
            _ => visit_blocks(export.archive, export.lang, visit, part),
        };
        Article { id: anchor(visit.id.as_str()), body, about }
    }))
}

/// The fragment identifier of a reference. Ids need no escaping: they hold no spaces and no reserved characters.
fn anchor(reference: &str) -> String {
    visible_string(reference).replace('#', ":")
}
