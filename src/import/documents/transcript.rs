//! Transcripts: what was said becomes quotes with their speakers, what the writer adds becomes narrative statements.

use std::collections::HashMap;

use serde_yaml::{Mapping, Value};

use super::fields::{Fields, beginning};
use super::ids::{Ids, is_usable};
use super::output::Output;
use super::xml::{Element, Node};
use crate::text::is_web_address;

/// The id of the source.
const SOURCE: &str = "transcript";

/// How the elements of a format divide a speech.
pub(super) struct Markup {
    /// Elements that are not words of the speaker, but of the writer: applause, remarks.
    pub(super) asides: &'static [&'static str],
    /// Words of the writer that do not interrupt those of the speaker: footnotes.
    pub(super) notes: &'static [&'static str],
    /// Elements that belong to neither.
    pub(super) skipped: &'static [&'static str],
    /// Elements that begin a new line.
    pub(super) paragraphs: &'static [&'static str],
    /// Elements that stand for words that are missing.
    pub(super) gaps: &'static [&'static str],
}

/// A part of a speech.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Words of the speaker.
    Words(String),
    /// Words of the writer.
    Aside(String),
}

impl Part {
    /// Whether it is more than punctuation, as between two remarks.
    fn has_letters(&self) -> bool {
        let (Self::Words(text) | Self::Aside(text)) = self;
        text.chars().any(char::is_alphanumeric)
    }
}

/// What somebody said.
#[derive(Debug, Default)]
pub(super) struct Speech {
    /// Its id in the document.
    pub(super) own: Option<String>,
    /// The ids of participants.
    pub(super) speakers: Vec<String>,
    pub(super) audience: Vec<String>,
    /// The speaker as the transcript prints him: `Ketua:`.
    pub(super) label: Option<String>,
    pub(super) parts: Vec<Part>,
    pub(super) date: Option<String>,
    pub(super) language: Option<String>,
    /// What an annotated corpus says about it.
    pub(super) annotation: Option<String>,
}

/// Statements and participants in the making.
pub(super) struct Transcript {
    ids: Ids,
    /// The headings of the sections that are open.
    headings: Vec<String>,
    statements: Vec<Mapping>,
    number: usize,
    people: Vec<Fields>,
    /// The places of people in the list, by what distinguishes them in the document.
    known: HashMap<String, (usize, String)>,
}

impl Default for Transcript {
    fn default() -> Self {
        Self {
            ids: Ids::from_iter([SOURCE.to_owned()]),
            headings: Vec::new(),
            statements: Vec::new(),
            number: 0,
            people: Vec::new(),
            known: HashMap::new(),
        }
    }
}

impl Transcript {
    /// The id of a participant: the one of the document where that can be.
    pub(super) fn person(
        &mut self,
        key: &str,
        own: Option<&str>,
        fill: impl FnOnce(Fields) -> Fields,
    ) -> String {
        if let Some((_, id)) = self.known.get(key) {
            return id.clone();
        }
        let id = match own {
            Some(own) => self.ids.of_own(own, "person"),
            None => self.ids.of_name(key),
        };
        self.known.insert(key.to_owned(), (self.people.len(), id.clone()));
        self.people.push(fill(Fields::with_id(&id)));
        id
    }

    /// Takes an id, so that no other record of the visit has it.
    pub(super) fn reserve(&mut self, id: &str) {
        self.ids.add(id);
    }

    /// Begins a section. Each statement in it repeats its heading, so a long one is shortened.
    pub(super) fn begin_section(&mut self, heading: &str) {
        self.headings.push(beginning(heading));
    }

    pub(super) fn end_section(&mut self) {
        self.headings.pop();
    }

    /// Adds a speech: a quote for each part between the words of the writer.
    pub(super) fn speech(&mut self, speech: &Speech) {
        let mut own = speech.own.as_deref();
        for part in &speech.parts {
            let (kind, text) = match part {
                Part::Words(text) => ("quote", text),
                Part::Aside(text) => ("narrative", text),
            };
            let id = self.statement_id(own.take_if(|_| kind == "quote"));
            let mut fields = Fields::with_id(&id).text("type", kind).text("text", text);
            if kind == "quote" {
                fields = fields.maybe("language", speech.language.as_deref());
                fields =
                    fields.one_or_more("speaker", speech.speakers.iter().cloned().map(Value::from).collect());
                fields = fields.maybe("attribution_text", speech.label.as_deref());
                fields = fields.texts("audience", speech.audience.iter().cloned());
            }
            fields = self.context(fields.maybe("date", speech.date.as_deref()));
            let annotation = speech.annotation.as_deref().filter(|_| kind == "quote");
            self.statements.push(fields.maybe("x-ana", annotation).done());
        }
    }

    /// Adds words of the writer.
    pub(super) fn narrative(&mut self, own: Option<&str>, text: &str, date: Option<&str>) {
        if text.is_empty() {
            return;
        }
        let id = self.statement_id(own);
        let fields = Fields::with_id(&id).text("type", "narrative").text("text", text).maybe("date", date);
        let fields = self.context(fields);
        self.statements.push(fields.done());
    }

    /// What all statements have: the headings above them, and the source.
    fn context(&self, fields: Fields) -> Fields {
        let (topic, outer) = match self.headings.split_last() {
            Some((topic, outer)) => (Some(topic.clone()), outer.join(" – ")),
            None => (None, String::new()),
        };
        let fields = fields.text("context", &outer).text("medium", "transcript").texts("topics", topic);
        fields.texts("sources", [SOURCE.to_owned()])
    }

    fn statement_id(&mut self, own: Option<&str>) -> String {
        self.number += 1;
        match own.filter(|own| is_usable(own)) {
            Some(own) => self.ids.of_own(own, "statement"),
            None => self.ids.take(format!("s{}", self.number)),
        }
    }

    /// Puts the lists into a visit.
    pub(super) fn finish(self, visit: Fields, lists: Lists) -> Mapping {
        let source = Fields::with_id(SOURCE).text("type", "transcript").and(lists.source);
        let people = self.people.into_iter().map(Fields::done).collect();
        let visit = visit.records("organizations", lists.organizations).records("participants", people);
        let visit = visit.records("itinerary", lists.stops).records("statements", self.statements);
        visit.records("sources", vec![source.done()]).done()
    }
}

/// What a visit has beside people and statements.
#[derive(Default)]
pub(super) struct Lists {
    pub(super) organizations: Vec<Mapping>,
    pub(super) stops: Vec<Mapping>,
    /// The fields of the source.
    pub(super) source: Fields,
}

/// The parts of a speech.
pub(super) fn parts(speech: &Element, markup: &Markup) -> Vec<Part> {
    let mut divider =
        Divider { markup, done: Vec::new(), notes: Vec::new(), words: String::new(), has_space: false };
    divider.inside(speech);
    divider.end_words();
    divider.done.append(&mut divider.notes);
    divider.done
}

/// All words of an element, without those of the writer.
pub(super) fn words(element: &Element, markup: &Markup) -> String {
    let words = parts(element, markup).into_iter().filter_map(|part| match part {
        Part::Words(words) => Some(words),
        Part::Aside(_) => None,
    });
    words.collect::<Vec<_>>().join(" ")
}

struct Divider<'a> {
    markup: &'a Markup,
    done: Vec<Part>,
    notes: Vec<Part>,
    words: String,
    /// Whether white space is due before the next word.
    has_space: bool,
}

impl Divider<'_> {
    fn inside(&mut self, element: &Element) {
        // In an annotated sentence each word is an element, and white space is only layout.
        let has_tokens = element.elements().any(is_token);
        for child in &element.children {
            match child {
                Node::Text(text) if has_tokens && text.trim().is_empty() => {}
                Node::Text(text) => self.text(text),
                Node::Element(child) => self.element(child),
            }
        }
    }

    fn element(&mut self, element: &Element) {
        let is_in = |list: &[&str]| list.contains(&&*element.name);
        if is_in(self.markup.asides) {
            self.end_words();
            // When somebody spoke is no remark about it.
            let aside =
                Some(Part::Aside(element.text())).filter(|_| element.attribute("type") != Some("time"));
            self.done.extend(aside.filter(Part::has_letters));
        } else if is_in(self.markup.notes) {
            self.notes.extend(Some(Part::Aside(element.text())).filter(Part::has_letters));
        } else if is_in(self.markup.gaps) {
            self.text(" … ");
        } else if is_in(self.markup.paragraphs) {
            self.line_break();
            self.inside(element);
            self.line_break();
        } else if is_token(element) {
            let join = element.attribute("join").unwrap_or_default();
            self.has_space &= !matches!(join, "left" | "both");
            self.inside(element);
            self.has_space = !matches!(join, "right" | "both");
        } else if matches!(&*element.name, "eol" | "br" | "lb" | "pb" | "s") {
            self.has_space = true;
            self.inside(element);
        } else if !is_in(self.markup.skipped) {
            self.inside(element);
        }
    }

    fn text(&mut self, text: &str) {
        for c in text.chars() {
            if c.is_whitespace() {
                self.has_space = true;
                continue;
            }
            if self.has_space && !self.words.is_empty() && !self.words.ends_with('\n') {
                self.words.push(' ');
            }
            self.has_space = false;
            self.words.push(c);
        }
    }

    fn line_break(&mut self) {
        self.has_space = false;
        if !self.words.is_empty() && !self.words.ends_with('\n') {
            self.words.push('\n');
        }
    }

    fn end_words(&mut self) {
        let words = Part::Words(std::mem::take(&mut self.words).trim_end().to_owned());
        self.has_space = false;
        self.done.extend(Some(words).filter(Part::has_letters));
    }
}

fn is_token(element: &Element) -> bool {
    matches!(&*element.name, "w" | "pc")
}

/// The id of the visit, and of its title and date.
pub(super) fn visit_id(own: Option<&str>, title: &str, date: Option<&str>, out: &mut Output<'_>) -> String {
    match own {
        Some(own) if is_usable(own) => out.visit_ids.of_own(own, "visit"),
        Some(own) => out.visit_ids.of_name(own),
        None => out.visit_ids.of_name(&format!("{title} {}", date.unwrap_or_default())),
    }
}

/// The id in a reference such as `#ratna` or `people.xml#ratna`.
pub(super) fn target(reference: &str) -> &str {
    reference.rsplit('#').next().unwrap_or(reference)
}

/// What the identifier of a document adds to its source: an address, or else its own words.
pub(super) fn address(source: Fields, identifier: Option<&str>) -> Fields {
    match identifier {
        Some(url) if is_web_address(url) => source.text("url", url),
        other => source.maybe("x-uri", other),
    }
}
