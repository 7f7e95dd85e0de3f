//! What a page says about a visit, in the order of a report: what opens it, the sections, and what is technical.

use super::blocks::{Block, BlockBuilder};
use super::selection::VisitSelection;
use crate::chart::itinerary_map;
use crate::lang::{Lang, SITE};
use crate::model::{Archive, Organization, Record, Side, StopStatus, Visit};
use crate::page::unusual_status;
use crate::text::{capitalize, visible_string};

/// The detail page of a visit, sorted for a reader.
pub(super) struct VisitParts {
    /// The date in words.
    pub(super) date: String,
    /// The summary.
    pub(super) texts: Vec<Block>,
    /// The objectives, with their heading.
    pub(super) objectives: Vec<Block>,
    /// The other sections with their headings: first the outcomes, then the sources, then the open questions.
    pub(super) sections: Vec<Vec<Block>>,
    /// The organizations and the topics.
    pub(super) parties: Vec<Fact>,
    /// What is known about the record.
    pub(super) about: Vec<Fact>,
}

/// A label with its values.
pub(super) type Fact = (&'static str, Vec<String>);

/// The page of a visit as blocks, in the order of a report, and what is technical.
///
/// Who visited whom, when and why comes first, then what was said, where, the people, and where all this is written.
pub(super) fn visit_blocks(
    archive: &Archive,
    lang: Lang,
    visit: &Visit,
    part: &VisitSelection,
) -> (Vec<Block>, Vec<Block>) {
    let mut page = BlockBuilder::new(archive, lang);
    let parts = page.visit_parts(visit);
    page.heading(1, page.title(visit));
    page.blocks.extend(page.lead(visit, &parts.date));
    page.blocks.extend(parts.texts.into_iter().chain(parts.objectives));
    page.statements(visit, part);
    let about_stops = page.stops(visit);
    page.participants(visit);
    if !parts.parties.is_empty() {
        page.blocks.push(Block::Facts(parts.parties));
    }
    page.blocks.extend(parts.sections.into_iter().flatten());
    let mut about = vec![Block::Heading(2, SITE.about.get(lang).to_owned()), Block::Facts(parts.about)];
    about.extend(about_stops);
    (page.blocks, about)
}

impl BlockBuilder<'_> {
    /// Sorts the detail page of a visit.
    pub(super) fn visit_parts(&self, visit: &Visit) -> VisitParts {
        let m = self.ctx.messages();
        // The name as written follows a heading in another language.
        let (before, after) = self.record(Record::Visit(visit), self.title(visit), 2);
        let (facts, texts) = facts_and_rest(before);
        let (mut date, mut parties, mut about) = (String::new(), Vec::new(), Vec::new());
        for (label, values) in facts {
            match label {
                _ if label == m.date && visit.start_date.is_none() => date = capitalize(m.date_not_stated),
                _ if label == m.date => date = values.join(" "),
                _ if [m.organizations, m.topics].contains(&label) => parties.push((label, values)),
                // They stand in full on the page.
                _ if [m.stops_label, m.participants, m.statements].contains(&label) => {}
                _ => about.push((label, values)),
            }
        }
        date.push_str(&visible_string(&unusual_status(self.ctx.lang, visit)));
        let mut sections: Vec<Vec<Block>> = Vec::new();
        for block in after {
            match sections.last_mut().filter(|_| !matches!(block, Block::Heading(..))) {
                Some(section) => section.push(block),
                None => sections.push(vec![block]),
            }
        }
        let objectives = sections.extract_if(.., |it| is_under(it, m.objectives)).flatten().collect();
        let last = [m.sources, m.notes, m.own_fields];
        sections.sort_by_key(|it| last.iter().position(|heading| is_under(it, heading)).map(|at| at + 1));
        VisitParts { date, texts, objectives, sections, parties, about }
    }

    /// The stops in order, each with what a reader asks first. Returns what is known besides.
    fn stops(&mut self, visit: &Visit) -> Vec<Block> {
        let m = self.ctx.messages();
        let first =
            [m.date, m.address, m.organization, m.activities, m.topics, m.present, m.outcomes, m.media];
        let mut about = Vec::new();
        if !visit.itinerary.is_empty() {
            self.heading(2, m.stops);
        }
        let map = itinerary_map(visit, self.ctx.lang);
        let is_numbered = map.is_some();
        self.blocks.extend(map.map(Block::Map));
        let stops = visit.stops_in_order().into_iter().filter_map(|at| visit.itinerary.get(at));
        for (at, stop) in stops.enumerate() {
            let name = visit.name_of_in(&stop.id, self.ctx.lang.code());
            let is_usual = stop.status == Some(StopStatus::Visited);
            // The numbers are those on the map.
            let number = if is_numbered { format!("{}. ", at + 1) } else { String::new() };
            self.heading(3, &format!("{number}{name}"));
            let (facts, rest) = self.record(Record::Stop(visit, stop), name, 4);
            let (facts, texts) = facts_and_rest(facts);
            let (shown, technical): (Vec<Fact>, Vec<Fact>) = facts
                .into_iter()
                .partition(|(label, _)| first.contains(label) || *label == m.status && !is_usual);
            self.blocks.extend(texts);
            self.blocks.extend((!shown.is_empty()).then_some(Block::Facts(shown)));
            about.extend([Block::Heading(3, visible_string(name)), Block::Facts(technical)]);
            // The notes on the stop are among those of the visit.
            let mut in_notes = false;
            about.extend(rest.into_iter().filter(|block| {
                if let Block::Heading(_, text) = block {
                    in_notes = text == m.notes;
                }
                !in_notes
            }));
        }
        about
    }

    /// The kind of a visit.
    pub(super) fn kind(&self, visit: &Visit) -> Option<String> {
        let kind = visit.classification.as_ref().map(|kind| kind.label(self.ctx.lang));
        visit.local_term.as_deref().or(kind).map(|kind| capitalize(&visible_string(kind)))
    }

    /// The kind of a visit and its date in words; then who visited whom. What is not known is left out.
    pub(super) fn lead(&self, visit: &Visit, date: &str) -> Vec<Block> {
        let date = Some(date.to_owned()).filter(|date| !date.is_empty());
        let occasion: Vec<String> = self.kind(visit).into_iter().chain(date).collect();
        let lines = [Some(occasion.join(" · ")), self.guests_and_hosts(visit)];
        lines.into_iter().flatten().filter(|line| !line.is_empty()).map(Block::Paragraph).collect()
    }

    /// `Kota A → Kota B`, of organizations.
    fn guests_and_hosts(&self, visit: &Visit) -> Option<String> {
        let name = |it: &&Organization| {
            visible_string(it.name_in(self.ctx.lang.code()).unwrap_or(&it.name))
                + &self.ctx.certainty(it.role_certainty)
        };
        let side = |side| visit.organizations_of(side).iter().map(name).collect::<Vec<_>>().join(", ");
        let (guests, hosts) = (side(Side::Visitor), side(Side::Host));
        match (guests.is_empty(), hosts.is_empty()) {
            (true, true) => None,
            (_, true) => Some(guests),
            (true, _) => Some(format!("→ {hosts}")),
            _ => Some(format!("{guests} → {hosts}")),
        }
    }
}

/// Separates labelled facts from other blocks.
pub(super) fn facts_and_rest(blocks: Vec<Block>) -> (Vec<Fact>, Vec<Block>) {
    let (mut facts, mut rest) = (Vec::new(), Vec::new());
    for block in blocks {
        match block {
            Block::Facts(more) => facts.extend(more),
            block => rest.push(block),
        }
    }
    (facts, rest)
}

/// Whether a section has this heading.
pub(super) fn is_under(section: &[Block], heading: &str) -> bool {
    matches!(section.first(), Some(Block::Heading(_, text)) if text == heading)
}
