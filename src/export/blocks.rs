//! The content of a published page as blocks, which Markdown and HTML render.

use std::collections::HashMap;

use super::selection::VisitSelection;
use crate::cite::{Card, Citation};
use crate::lang::Lang;
use crate::model::{Archive, Attendance, AttendanceStatus, Id, Participant, Record, Side, Statement, Visit};
use crate::page::{PageContext, PageEntry, no_highlights, side_heading};
use crate::text::{capitalize, is_web_address, visible_string};

/// A block of a page.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Block {
    /// A heading with its level; the title of the visit has level 1.
    Heading(u8, String),
    /// Running text.
    Paragraph(String),
    /// Labelled facts: each label with its values.
    Facts(Vec<(&'static str, Vec<String>)>),
    /// A bulleted list.
    List(Vec<String>),
    /// A statement.
    Card(Card),
    /// A map as SVG, for pages only: what it shows is also text.
    Map(String),
}

/// Builds the blocks of a page.
pub(super) struct BlockBuilder<'a> {
    pub(super) ctx: PageContext<'a>,
    pub(super) blocks: Vec<Block>,
}

impl<'a> BlockBuilder<'a> {
    pub(super) fn new(archive: &'a Archive, lang: Lang) -> Self {
        let ctx = PageContext {
            archive,
            lang,
            columns: usize::MAX,
            highlights: &no_highlights,
            mixed_visits: false,
            translation: None,
            published: true,
        };
        Self { ctx, blocks: Vec::new() }
    }

    pub(super) fn heading(&mut self, level: u8, text: &str) {
        self.blocks.push(Block::Heading(level, visible_string(text)));
    }

    /// The title of a visit, in the language of the page if the record has it.
    pub(super) fn title<'v>(&self, visit: &'v Visit) -> &'v str {
        visit.title_in(self.ctx.lang.code()).unwrap_or(&visit.title)
    }

    /// The detail page of a record as blocks, without its title and its file: the facts, and the sections after them.
    pub(super) fn record(&self, record: Record<'_>, title: &str, level: u8) -> (Vec<Block>, Vec<Block>) {
        self.blocks_of(self.ctx.entries(record), title, level)
    }

    /// The same for the entries of any page.
    pub(super) fn blocks_of(
        &self,
        entries: Vec<PageEntry>,
        title: &str,
        level: u8,
    ) -> (Vec<Block>, Vec<Block>) {
        let file = self.ctx.messages().file;
        let (mut before, mut sections): (Vec<Block>, Vec<Block>) = (Vec::new(), Vec::new());
        let mut label = "";
        for entry in entries {
            let blocks = if sections.is_empty() { &mut before } else { &mut sections };
            match entry {
                PageEntry::Text(text, _) if text == title => {}
                PageEntry::Text(text, _) => {
                    let paragraphs = text.split("\n\n").map(|it| Block::Paragraph(visible_string(it.trim())));
                    blocks.extend(paragraphs);
                }
                PageEntry::Line(line) => blocks.push(Block::Paragraph(line.plain())),
                PageEntry::Gap => {}
                PageEntry::Heading(text) => sections.push(Block::Heading(level, text)),
                PageEntry::Item(text) => match blocks.last_mut() {
                    Some(Block::List(items)) => items.push(visible_string(&text)),
                    _ => blocks.push(Block::List(vec![visible_string(&text)])),
                },
                PageEntry::Fact(next, text, _) => {
                    label = if next.is_empty() { label } else { next };
                    if label != file {
                        add_fact(blocks, next, visible_string(&text));
                    }
                }
            }
        }
        (before, sections)
    }

    pub(super) fn participants(&mut self, visit: &Visit) {
        if visit.participants.is_empty() {
            return;
        }
        self.heading(2, self.ctx.messages().participants);
        for side in [Some(Side::Visitor), Some(Side::Host), Some(Side::ThirdParty), None] {
            let of_side: Vec<&Participant> = visit.participants.iter().filter(|it| it.side == side).collect();
            if !of_side.is_empty() {
                self.heading(3, side_heading(&self.ctx, side, of_side.len()));
                self.blocks.push(Block::List(of_side.into_iter().map(|it| self.named(visit, it)).collect()));
            }
        }
    }

    /// Name, post, organization, and the size of a group.
    pub(super) fn named(&self, visit: &Visit, participant: &Participant) -> String {
        let (m, code) = (self.ctx.messages(), self.ctx.lang.code());
        let organizations = participant.organizations().map(|id| visit.name_of_in(id, code));
        let mut parts = vec![visit.label_in(participant, code).to_owned()];
        for part in visit.posts_in(participant, code).into_iter().chain(organizations) {
            if !parts.iter().any(|known| known == part) {
                parts.push(part.to_owned());
            }
        }
        // Some people of an organization are not the organization.
        if let Some(first) = parts.first_mut().filter(|_| visit.is_only_of_an_organization(participant)) {
            *first = format!("{} {first}", capitalize(m.group_from));
        }
        parts.extend(participant.count.map(|count| self.ctx.lang.people(count)));
        parts.extend(participant.role.as_ref().map(|role| role.label(self.ctx.lang).to_owned()));
        // Absent and remote participants are marked.
        let mut statuses = participant.attendance.iter().map(Attendance::status);
        let status = statuses.next().flatten().filter(|it| **it != AttendanceStatus::Present);
        let status = status.filter(|status| statuses.all(|it| it == Some(status)));
        parts.extend(status.map(|status| status.label(self.ctx.lang).to_owned()));
        visible_string(&parts.join(", "))
    }

    /// The statements by stop, and after them those without a stop.
    pub(super) fn statements(&mut self, visit: &Visit, part: &VisitSelection) {
        let m = self.ctx.messages();
        let statements: Vec<&Statement> = part.statements_in_order(visit).collect();
        if statements.is_empty() {
            return;
        }
        self.heading(2, m.statements);
        if statements.len() < visit.statements.len() {
            let words = self.ctx.lang.statements_of(statements.len(), visit.statements.len());
            self.blocks.push(Block::Paragraph(words));
        }
        let stops = visit.stops_in_order().into_iter().filter_map(|at| visit.itinerary.get(at));
        let stops: Vec<(Option<&Id>, &str)> =
            stops.map(|stop| (Some(&stop.id), visit.name_of_in(&stop.id, self.ctx.lang.code()))).collect();
        let mut by_stop: HashMap<Option<&Id>, Vec<&Statement>> = HashMap::new();
        for statement in statements {
            by_stop.entry(statement.stop.as_ref()).or_default().push(statement);
        }
        for (stop, name) in stops.into_iter().chain([(None, m.stop_not_stated)]) {
            let here = by_stop.remove(&stop).into_iter().flatten();
            let cards: Vec<Block> = here.flat_map(|statement| self.cards(visit, statement)).collect();
            if !cards.is_empty() {
                self.heading(3, &capitalize(name));
                self.blocks.extend(cards);
            }
        }
    }

    /// A statement in the original language, and its translations.
    pub(super) fn cards(&self, visit: &Visit, statement: &Statement) -> Vec<Block> {
        let citation = Citation::new(visit, statement, self.ctx.lang);
        let translations = (0..statement.translations.len()).map(Some);
        std::iter::once(None)
            .chain(translations)
            .map(|translation| Block::Card(Citation { translation, ..citation }.card()))
            .collect()
    }
}

/// Splits text at its web addresses; each part with whether it is one.
pub(super) fn pieces(text: &str) -> Vec<(&str, bool)> {
    let mut pieces = Vec::new();
    for word in text.split_inclusive(' ') {
        let address = word.trim_end_matches([' ', ',', '.', ';', ')', ']']);
        let is_address = is_web_address(address);
        let (head, tail) = word.split_at(if is_address { address.len() } else { 0 });
        pieces.extend([(head, true), (tail, false)].into_iter().filter(|(piece, _)| !piece.is_empty()));
    }
    pieces
}

/// Appends a fact to the preceding facts.
fn add_fact(blocks: &mut Vec<Block>, label: &'static str, text: String) {
    if !matches!(blocks.last(), Some(Block::Facts(_))) {
        blocks.push(Block::Facts(Vec::new()));
    }
    if let Some(Block::Facts(facts)) = blocks.last_mut() {
        match facts.last_mut().filter(|_| label.is_empty()) {
            Some((_, texts)) => texts.push(text),
            None => facts.push((label, vec![text])),
        }
    }
}
