//! A collection of quotes with a title and an opening of one's own; the visits follow as an appendix.

use super::blocks::{Block, BlockBuilder};
use super::job::Export;
use super::text;
use crate::lang::{Both, STATEMENTS, VISITS};
use crate::model::{Record, Visit};
use crate::text::visible_string;

const TITLE: Both = Both { id: "Kumpulan kutipan", en: "Collected quotes" };
const APPENDIX: Both = Both { id: "Lampiran: kunjungan", en: "Appendix: the visits" };

/// The title: the user's own, or a general one.
pub(super) fn title(export: &Export<'_>) -> String {
    export.opening.title.map_or_else(|| TITLE.get(export.lang).to_owned(), visible_string)
}

/// The quotes in the order of the selection, and the visits they are from.
pub(super) fn blocks(export: &Export<'_>) -> Vec<Block> {
    let mut page = BlockBuilder::new(export.archive, export.lang);
    page.heading(1, &title(export));
    let lead = export.opening.lead.unwrap_or_default();
    let paragraphs = lead.split("\n\n").map(|it| visible_string(it.trim())).filter(|it| !it.is_empty());
    page.blocks.extend(paragraphs.map(Block::Paragraph));
    let statements = text::statements(export);
    page.blocks.push(Block::Paragraph(format!(
        "{} · {}",
        export.lang.counted(statements.len(), STATEMENTS),
        export.lang.counted(export.selection.parts.len(), VISITS)
    )));
    for target in statements {
        let Some(Record::Statement(visit, statement)) = export.archive.record(target) else { continue };
        let mut cards = page.cards(visit, statement);
        for card in &mut cards {
            if let Block::Card(card) = card {
                let facts = [Some(card.visit.clone()), card.facts.take()];
                card.facts = Some(facts.into_iter().flatten().collect::<Vec<_>>().join(" · "));
            }
        }
        page.blocks.extend(cards);
    }
    page.heading(2, APPENDIX.get(export.lang));
    for (visit, _) in export.visits() {
        appendix(&mut page, visit);
    }
    page.blocks
}

/// A visit in short: occasion, parties, summary and sources.
fn appendix(page: &mut BlockBuilder<'_>, visit: &Visit) {
    let parts = page.visit_parts(visit);
    page.heading(3, page.title(visit));
    page.blocks.extend(page.lead(visit, &parts.date));
    page.blocks.extend(parts.texts);
    let sources = page.ctx.messages().sources;
    for mut section in parts.sections {
        if super::visit_parts::is_under(&section, sources) {
            if let Some(Block::Heading(level, _)) = section.first_mut() {
                *level = 4;
            }
            page.blocks.extend(section);
        }
    }
}
