//! A briefing: a short text for somebody who will meet these people or speak about this visit, with open questions.

use std::collections::HashMap;

use super::blocks::{Block, BlockBuilder};
use super::markdown;
use crate::cite::{Citation, PostOrder, Style};
use crate::lang::Lang;
use crate::model::{
    Archive, Organization, Record, RecordKind, Side, Statement, StatementType, Target, Visit,
};
use crate::page::{side_heading, visit_date};
use crate::text::visible_string;

/// The maximum number of quotes in the briefing on a visit.
const MAX_PER_VISIT: usize = 5;
/// The maximum number of quotes in the briefing on a person, an organization or a place, over all visits.
const MAX_PER_RECORD: usize = 10;

/// The subject and the options of a briefing.
#[derive(Debug, Clone, Copy)]
pub struct Briefing<'a> {
    /// The archive.
    pub archive: &'a Archive,
    /// The language of everything that does not come from the records.
    pub lang: Lang,
    /// Where posts are written: before or after the names.
    pub post_order: PostOrder,
    /// The subjects: visits; or people, organizations or places, each with its records in every visit and the statements there.
    pub records: &'a [Target],
}

impl Briefing<'_> {
    /// The briefing as plain text. It ends without a line break.
    pub fn text(&self) -> String {
        let (mut text, mut is_heading) = (String::new(), false);
        for block in self.blocks() {
            text.push_str(match block {
                _ if text.is_empty() => "",
                // They belong to the block above.
                Block::List(_) | Block::Facts(_) | Block::Heading(3, _) if is_heading => "\n",
                _ => "\n\n",
            });
            is_heading = matches!(block, Block::Heading(..) | Block::Facts(_));
            text.push_str(&plain(block));
        }
        text
    }

    /// The briefing as Markdown. It ends without a line break.
    pub fn markdown(&self) -> String {
        let blocks = self.blocks();
        blocks.iter().map(|block| markdown::written(block, self.lang)).collect::<Vec<_>>().join("\n\n")
    }

    fn blocks(&self) -> Vec<Block> {
        let mut page = BlockBuilder::new(self.archive, self.lang);
        match self.records.first().and_then(|first| self.archive.record(*first)) {
            Some(Record::Visit(visit)) => self.visit(&mut page, visit),
            Some(record) => self.one(&mut page, record),
            None => {}
        }
        page.blocks
    }

    /// A person, an organization or a place: its facts, its visits, and the statements in them.
    fn one(&self, page: &mut BlockBuilder<'_>, record: Record<'_>) {
        let count = |kind| self.records.iter().filter(|it| it.kind == kind).count();
        let (visits, statements) = (count(RecordKind::Visit), count(RecordKind::Statement));
        let head = page.ctx.profile_entries(record, &page.ctx.lang.visits_and_statements(visits, statements));
        let called = match record {
            Record::Visit(visit) => page.title(visit),
            Record::Statement(..) => record.label(),
            record => record.visit().name_of_in(record.id(), self.lang.code()),
        };
        page.heading(1, called);
        let (facts, _) = page.blocks_of(head, called, 2);
        page.blocks.extend(facts);
        let mut remaining = MAX_PER_RECORD;
        for visit in
            self.records.get(1..).unwrap_or_default().chunk_by(|_, next| next.kind != RecordKind::Visit)
        {
            remaining -= self.met(page, visit, remaining);
        }
    }

    /// One visit: the records of the subject in it, and some of its statements. Returns the number of quotes.
    fn met(&self, page: &mut BlockBuilder<'_>, records: &[Target], max: usize) -> usize {
        let mut candidates: Vec<&Statement> = Vec::new();
        let mut within = None;
        for record in records.iter().filter_map(|it| self.archive.record(*it)) {
            match record {
                Record::Visit(visit) => {
                    page.heading(2, &format!("{}, {}", page.title(visit), visit_date(page.ctx.lang, visit)));
                    within = Some(visit);
                }
                Record::Statement(_, statement) => candidates.push(statement),
                record => page.brief_record(record),
            }
        }
        let Some(visit) = within else { return 0 };
        self.quotes(page, visit, &candidates, max)
    }

    /// A visit: date, parties, stops, participants, quotes, open questions.
    fn visit(&self, page: &mut BlockBuilder<'_>, visit: &Visit) {
        let m = page.ctx.messages();
        page.heading(1, page.title(visit));
        let (before, _) = page.record(Record::Visit(visit), page.title(visit), 2);
        let (facts, texts): (Vec<Block>, Vec<Block>) =
            before.into_iter().partition(|block| matches!(block, Block::Facts(_)));
        let mut facts =
            only(facts, &[m.date, m.as_printed, m.classification, m.local_term, m.status, m.mode]);
        let sides = [Some(Side::Visitor), Some(Side::Host), Some(Side::ThirdParty), None];
        for side in sides {
            let of_side = visit.organizations.iter().filter(|it| it.side() == side);
            let name = |it: &Organization| {
                let name = it.name_in(self.lang.code()).unwrap_or(&it.name);
                visible_string(name) + &page.ctx.certainty(it.role_certainty)
            };
            let names: Vec<String> = of_side.map(name).collect();
            let label =
                if side.is_some() { side_heading(&page.ctx, side, names.len()) } else { m.organizations };
            if !names.is_empty() {
                facts.push((label, names));
            }
        }
        if !facts.is_empty() {
            page.blocks.push(Block::Facts(facts));
        }
        page.blocks.extend(texts);
        page.brief_stops(visit, m.stops);
        page.participants(visit);
        let all: Vec<&Statement> =
            visit.statements_in_order().into_iter().filter_map(|at| visit.statements.get(at)).collect();
        let (place, chosen) = (page.blocks.len(), self.quotes(page, visit, &all, MAX_PER_VISIT));
        if chosen > 0 {
            let some = || format!("{} ({})", m.main_quotes, self.lang.statements_of(chosen, all.len()));
            let words = if chosen == all.len() { m.statements.to_owned() } else { some() };
            page.blocks.insert(place, Block::Heading(2, words));
        }
        page.notes(2, &page.ctx.open_notes(visit, None));
    }

    /// At most `max` of the statements with their attribution. Returns the number of quotes.
    fn quotes(
        &self,
        page: &mut BlockBuilder<'_>,
        visit: &Visit,
        statements: &[&Statement],
        max: usize,
    ) -> usize {
        let sentence = |it: &&Statement| {
            let citation = Citation::new(visit, it, self.lang);
            Citation { post_order: self.post_order, ..citation }.write(Style::Press)
        };
        let items: Vec<String> = main_statements(visit, statements, max).iter().map(sentence).collect();
        let count = items.len();
        if count > 0 {
            page.blocks.push(Block::List(items));
        }
        count
    }
}

impl BlockBuilder<'_> {
    /// The stops in order, by day.
    pub(super) fn brief_stops(&mut self, visit: &Visit, heading: &str) {
        if !visit.itinerary.is_empty() {
            self.heading(2, heading);
        }
        let mut day = String::new();
        for stop in visit.stops_in_order().into_iter().filter_map(|at| visit.itinerary.get(at)) {
            let heading = crate::page::day_heading(&self.ctx, stop);
            if heading != day {
                self.heading(3, &heading);
                self.blocks.push(Block::List(Vec::new()));
                day = heading;
            }
            if let Some(Block::List(items)) = self.blocks.last_mut() {
                items.push(visible_string(&self.ctx.stop_line(visit, stop)));
            }
        }
    }

    /// The facts of a person, an organization or a place in its visit.
    fn brief_record(&mut self, record: Record<'_>) {
        let m = self.ctx.messages();
        let labels = [
            m.post,
            m.organization,
            m.side,
            m.role,
            m.how_many,
            m.attendance,
            m.participants,
            m.date,
            m.as_printed,
            m.status,
            m.mode,
            m.present,
        ];
        let (before, _) = self.record(record, record.label(), 3);
        let (facts, texts) = before.into_iter().partition(|block| matches!(block, Block::Facts(_)));
        let facts = only(facts, &labels);
        self.blocks.extend::<Vec<Block>>(texts);
        if !facts.is_empty() {
            self.blocks.push(Block::Facts(facts));
        }
        self.notes(3, &self.ctx.open_notes(record.visit(), Some(record.id())));
    }

    fn notes(&mut self, level: u8, notes: &[String]) {
        if !notes.is_empty() {
            self.heading(level, self.ctx.messages().open_notes);
            self.blocks.push(Block::List(notes.iter().map(|note| visible_string(note)).collect()));
        }
    }
}

/// A block as plain text.
fn plain(block: Block) -> String {
    let lines = |lines: Vec<String>| lines.join("\n");
    match block {
        Block::Heading(1 | 2, words) | Block::Paragraph(words) => words,
        Block::Heading(_, words) => words + ":",
        Block::Facts(facts) => {
            lines(facts.iter().map(|(label, texts)| format!("{label}: {}", texts.join("; "))).collect())
        }
        Block::List(items) => lines(items.iter().map(|item| format!("- {item}")).collect()),
        Block::Map(_) => String::new(),
        Block::Card(card) => lines([card.words, card.by].into_iter().chain(card.facts).collect()),
    }
}

/// Only the facts with these labels.
fn only(blocks: Vec<Block>, labels: &[&str]) -> Vec<(&'static str, Vec<String>)> {
    let facts = blocks.into_iter().flat_map(|block| match block {
        Block::Facts(facts) => facts,
        _ => Vec::new(),
    });
    facts.filter(|(label, _)| labels.contains(label)).collect()
}

/// The statements to quote if there is no space for all: verbatim before paraphrased, each speaker once before any speaker
/// twice, otherwise in order. Variants of the same utterance and statements without a speaker are left out.
fn main_statements<'a>(visit: &Visit, statements: &[&'a Statement], max: usize) -> Vec<&'a Statement> {
    let mut turns: HashMap<String, usize> = HashMap::new();
    let mut turn = |statement: &Statement| {
        let turn = turns.entry(Citation::new(visit, statement, Lang::Id).short().by).or_default();
        *turn += 1;
        *turn
    };
    let candidates = statements
        .iter()
        .enumerate()
        .filter(|(_, it)| it.variant_of.is_none() && it.kind != StatementType::Narrative);
    let mut ranked: Vec<(bool, usize, usize, &Statement)> =
        candidates.map(|(at, it)| (it.kind != StatementType::Quote, turn(it), at, *it)).collect();
    ranked.sort_by_key(|(is_paraphrase, turn, at, _)| (*is_paraphrase, *turn, *at));
    ranked.truncate(max);
    ranked.sort_by_key(|(_, _, at, _)| *at);
    ranked.into_iter().map(|(.., statement)| statement).collect()
}
