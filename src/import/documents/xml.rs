//! XML as a tree, within limits. Entities of a document type definition are never expanded, and nothing is fetched.

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::error::DocumentError;
use super::output::{Names, Output};
use super::text::decode;

/// The maximum depth.
const DEPTH: usize = 128;
/// The maximum number of elements.
const ELEMENTS: usize = 2_000_000;
/// The maximum number of attributes of an element.
const ATTRIBUTES: usize = 100;
/// The attributes that any reader uses; an annotated corpus has many others.
const KEPT: &[&str] = &[
    "ana",
    "as",
    "by",
    "date",
    "eId",
    "from",
    "full",
    "href",
    "id",
    "join",
    "key",
    "lang",
    "language",
    "name",
    "ref",
    "role",
    "showAs",
    "startTime",
    "target",
    "time",
    "to",
    "type",
    "value",
    "when",
    "who",
];

/// An element.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Element {
    /// The name, without the prefix of its namespace.
    pub(super) name: Box<str>,
    attributes: Vec<(&'static str, Box<str>)>,
    pub(super) children: Vec<Node>,
    /// The line where it begins.
    pub(super) line: usize,
}

/// What an element contains.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    /// An attribute that is not empty.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }

    /// The elements in it.
    pub(super) fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|child| match child {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The elements of a name in it.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.elements().filter(move |it| &*it.name == name)
    }

    /// The first element at a path of names.
    pub(super) fn at(&self, path: &[&str]) -> Option<&Self> {
        path.iter().try_fold(self, |element, name| element.elements().find(|it| &*it.name == *name))
    }

    /// The elements of a name anywhere in it, but not within each other.
    pub(super) fn anywhere<'a>(&'a self, name: &str) -> Vec<&'a Self> {
        let mut found = Vec::new();
        for child in self.elements() {
            if &*child.name == name {
                found.push(child);
            } else {
                found.append(&mut child.anywhere(name));
            }
        }
        found
    }

    /// All its text, without line breaks.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        self.add_text(&mut text);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn add_text(&self, text: &mut String) {
        for child in &self.children {
            match child {
                Node::Element(element) => element.add_text(text),
                Node::Text(part) => text.push_str(part),
            }
        }
    }
}

/// Reads a document and says which entities it left as they are.
pub(super) fn read(bytes: &[u8], out: &mut Output<'_>) -> Result<Element, DocumentError> {
    let text = decode(bytes)?;
    let mut tree = Tree {
        lines: Lines::new(&text),
        open: Vec::new(),
        root: None,
        elements: 0,
        unknown: Names::default(),
    };
    let mut reader = Reader::from_str(&text);
    loop {
        let at = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        let line = tree.lines.at(at);
        let Ok(event) = reader.read_event() else { return Err(DocumentError::NotXml(line)) };
        match event {
            Event::Start(start) => tree.open(&start, line)?,
            Event::Empty(start) => {
                tree.open(&start, line)?;
                tree.close();
            }
            Event::End(_) => tree.close(),
            Event::Text(part) => tree.add(&part.xml10_content()),
            Event::CData(part) => tree.add(&part.xml10_content()),
            Event::GeneralRef(reference) => tree.reference(&reference, line)?,
            Event::Eof => break,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
    if let Some(unclosed) = tree.open.pop() {
        return Err(DocumentError::Unclosed(unclosed.name.into(), unclosed.line));
    }
    if let Some(names) = tree.unknown.listed() {
        out.changed("XML", out.lang.import_entities_kept(&names));
    }
    tree.root.ok_or(DocumentError::NotXml(1))
}

/// The tree in the making.
struct Tree<'a> {
    lines: Lines<'a>,
    open: Vec<Element>,
    root: Option<Element>,
    elements: usize,
    unknown: Names,
}

impl Tree<'_> {
    fn open(&mut self, start: &BytesStart<'_>, line: usize) -> Result<(), DocumentError> {
        self.elements += 1;
        if self.elements > ELEMENTS {
            return Err(DocumentError::TooManyValues(ELEMENTS));
        }
        if self.open.len() >= DEPTH {
            return Err(DocumentError::TooDeep(DEPTH));
        }
        let attributes = attributes(start, line)?;
        let name = start.local_name().as_ref().into();
        self.open.push(Element { name, attributes, children: Vec::new(), line });
        Ok(())
    }

    fn close(&mut self) {
        let Some(element) = self.open.pop() else { return };
        match self.open.last_mut() {
            Some(parent) => parent.children.push(Node::Element(element)),
            None => drop(self.root.get_or_insert(element)),
        }
    }

    fn add(&mut self, part: &str) {
        let Some(parent) = self.open.last_mut() else { return };
        match parent.children.last_mut() {
            Some(Node::Text(text)) => text.push_str(part),
            _ if part.is_empty() => {}
            _ => parent.children.push(Node::Text(part.to_owned())),
        }
    }

    /// A character, or an entity: those that a document defines are left as they are.
    fn reference(&mut self, reference: &BytesRef<'_>, line: usize) -> Result<(), DocumentError> {
        let Ok(character) = reference.resolve_char_ref() else { return Err(DocumentError::NotXml(line)) };
        if let Some(character) = character {
            self.add(character.encode_utf8(&mut [0; 4]));
            return Ok(());
        }
        let name = reference.xml10_content();
        if let Some(text) = resolve_predefined_entity(&name) {
            self.add(text);
        } else {
            self.unknown.add(&format!("&{name};"));
            self.add(&format!("&{name};"));
        }
        Ok(())
    }
}

fn attributes(start: &BytesStart<'_>, line: usize) -> Result<Vec<(&'static str, Box<str>)>, DocumentError> {
    let mut kept = Vec::new();
    let mut attributes = start.attributes();
    // The check for duplicates compares each with all others.
    attributes.with_checks(false);
    for (number, attribute) in attributes.enumerate() {
        if number >= ATTRIBUTES {
            return Err(DocumentError::TooManyAttributes(ATTRIBUTES, line));
        }
        let Ok(attribute) = attribute else { return Err(DocumentError::NotXml(line)) };
        let name = attribute.key.local_name();
        if let Some(name) = KEPT.iter().find(|kept| **kept == name.as_ref()) {
            let value = attribute.normalized_value(XmlVersion::Implicit1_0);
            let value = value.map_or_else(|_| attribute.value.as_ref().into(), |value| value.as_ref().into());
            kept.push((*name, value));
        }
    }
    Ok(kept)
}

/// Counts lines from the beginning of a text on.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: usize,
}

impl<'a> Lines<'a> {
    fn new(text: &'a str) -> Self {
        Self { text, at: 0, line: 1 }
    }

    /// The line of a position that is not before the last one.
    fn at(&mut self, position: usize) -> usize {
        let passed = self.text.as_bytes().get(self.at..position).unwrap_or_default();
        self.line += memchr::memchr_iter(b'\n', passed).count();
        self.at = position.max(self.at);
        self.line
    }
}
