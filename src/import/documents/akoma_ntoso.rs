//! Akoma Ntoso (the OASIS standard 1.0): a debate is a meeting, its speeches are quotes.

use std::collections::{HashMap, HashSet};

use super::error::DocumentError;
use super::fields::{Fields, beginning, date};
use super::output::Output;
use super::transcript::{Lists, Markup, Part, Speech, Transcript, address, parts, target, visit_id, words};
use super::xml::Element;
use crate::text::is_web_address;

/// How a speech is divided.
const MARKUP: Markup = Markup {
    asides: &["remark"],
    notes: &["authorialNote"],
    skipped: &["from", "num", "heading", "subheading", "recordedTime"],
    paragraphs: &[
        "p",
        "li",
        "item",
        "tr",
        "block",
        "blockContainer",
        "quotedStructure",
        "embeddedStructure",
        "mainHeading",
    ],
    gaps: &["omissis"],
};
/// Elements in which somebody speaks.
const SPEECHES: &[&str] = &["speech", "question", "answer"];
/// Elements in which the writer speaks.
const NARRATIVES: &[&str] = &["narrative", "scene", "summary", "other", "p", "remark"];

/// Reads a document.
pub(super) fn read(root: &Element, out: &mut Output<'_>) -> Result<(), DocumentError> {
    let debates = ["debate", "debateReport"].iter().flat_map(|name| root.anywhere(name));
    let debates: Vec<&Element> = if &*root.name == "debate" { vec![root] } else { debates.collect() };
    if debates.is_empty() {
        let inner = root.elements().next().map_or(&root.name, |it| &it.name);
        return Err(DocumentError::OtherRoot(inner.to_string()));
    }
    for debate in debates {
        read_debate(debate, out);
    }
    Ok(())
}

fn read_debate(debate: &Element, out: &mut Output<'_>) {
    let work = debate.at(&["meta", "identification", "FRBRWork"]);
    let uri = work.and_then(|it| it.at(&["FRBRuri"])?.attribute("value"));
    let day = date_of(debate, work);
    let title = title_of(debate, work);
    let language = debate.anywhere("FRBRlanguage").into_iter().find_map(|it| it.attribute("language"));
    let mut reader = Reader::new(debate);
    for body in debate.anywhere("debateBody") {
        reader.section(body);
    }
    let Reader { transcript, references, seen, labels, .. } = reader;
    let place = out.lang.import_line(debate.line);
    let silent = references.values().filter(|it| it.is_person && !seen.contains(&it.id)).count();
    if silent > 0 {
        out.left_out(&*place, out.lang.import_people_who_do_not_speak(silent));
    }
    if labels > 0 {
        out.changed(&*place, out.lang.import_speakers_by_label(labels));
    }
    if title.is_none() {
        out.changed(&*place, out.lang.import_without_title());
    }
    let title = title.unwrap_or_else(|| out.lang.import_debate_title().to_owned());
    let id = visit_id(uri, &title, day.as_deref(), out);
    let addresses = debate.anywhere("FRBRuri").into_iter().chain(debate.anywhere("FRBRthis"));
    let web = addresses.filter_map(|it| it.attribute("value")).find(|it| is_web_address(it));
    let source = Fields::default().text("title", &title).maybe("date", day.as_deref());
    let source = address(source, web.or(uri)).maybe("language", language);
    let visit = Fields::with_id(&id).text("title", &title).text("classification", "meeting");
    let visit = visit.maybe("start_date", day.as_deref()).maybe("language", language);
    out.visit(transcript.finish(visit, Lists { source, ..Lists::default() }));
}

/// The day of the sitting: the one that the document prints, else that of the work.
fn date_of(debate: &Element, work: Option<&Element>) -> Option<String> {
    let printed = debate.anywhere("docDate").into_iter().find_map(|it| date(it.attribute("date")?));
    printed.or_else(|| date(work?.at(&["FRBRdate"])?.attribute("date")?))
}

fn title_of(debate: &Element, work: Option<&Element>) -> Option<String> {
    let printed = debate.anywhere("docTitle").into_iter().next().map(Element::text);
    let alias = || work?.at(&["FRBRalias"])?.attribute("value").map(str::to_owned);
    let heading = || Some(debate.anywhere("heading").into_iter().next()?.text());
    printed
        .filter(|title| !title.is_empty())
        .or_else(alias)
        .or_else(heading)
        .filter(|title| !title.is_empty())
}

/// A person, organization or role that the document refers to.
#[derive(Debug)]
struct Reference {
    id: String,
    name: String,
    is_person: bool,
}

struct Reader {
    transcript: Transcript,
    references: HashMap<String, Reference>,
    /// The references to those who speak or are spoken to.
    seen: HashSet<String>,
    /// How many speakers are known only by how the transcript prints them.
    labels: usize,
    /// The roles of each person.
    roles: HashMap<String, String>,
}

impl Reader {
    fn new(debate: &Element) -> Self {
        let mut references = HashMap::new();
        for list in debate.anywhere("references") {
            for it in list.elements().filter(|it| it.name.starts_with("TLC")) {
                let Some(id) = it.attribute("eId").or_else(|| it.attribute("id")) else { continue };
                let name = it.attribute("showAs").or_else(|| last_part(it.attribute("href")?)).unwrap_or(id);
                let (id, name, is_person) = (id.to_owned(), beginning(name), &*it.name == "TLCPerson");
                references.insert(id.clone(), Reference { id, name, is_person });
            }
        }
        let mut reader = Self {
            transcript: Transcript::default(),
            references,
            seen: HashSet::new(),
            labels: 0,
            roles: HashMap::new(),
        };
        reader.find_roles(debate);
        reader
    }

    /// The roles in which people speak.
    fn find_roles(&mut self, debate: &Element) {
        for name in SPEECHES {
            for speech in debate.anywhere(name) {
                let both = speech.attribute("by").zip(speech.attribute("as"));
                let Some((by, role)) = both.map(|(by, role)| (target(by), target(role))) else { continue };
                if let Some(reference) = self.references.get(role) {
                    self.roles.entry(by.to_owned()).or_insert_with(|| reference.name.clone());
                }
            }
        }
    }

    fn section(&mut self, section: &Element) {
        let heading: Vec<String> = section
            .elements()
            .filter(|it| matches!(&*it.name, "num" | "heading" | "subheading"))
            .map(|it| words(it, &MARKUP))
            .filter(|text| !text.is_empty())
            .collect();
        let has_heading = !heading.is_empty();
        if has_heading {
            self.transcript.begin_section(&heading.join(" "));
        }
        for child in section.elements() {
            let name = &*child.name;
            if SPEECHES.contains(&name) {
                self.speech(child);
            } else if NARRATIVES.contains(&name) {
                let own = child.attribute("eId").or_else(|| child.attribute("id"));
                self.transcript.narrative(own, &child.text(), time(child).as_deref());
            } else if !matches!(name, "num" | "heading" | "subheading" | "recordedTime") {
                self.section(child);
            }
        }
        if has_heading {
            self.transcript.end_section();
        }
    }

    fn speech(&mut self, speech: &Element) {
        let label =
            speech.all("from").next().map(|from| words(from, &MARKUP)).filter(|label| !label.is_empty());
        let speaker = self.speaker(speech.attribute("by").map(target), label.as_deref());
        let audience = speech.attribute("to").unwrap_or_default();
        let audience = audience.split_whitespace().filter_map(|to| self.referred(target(to))).collect();
        let number = speech.all("num").next().map(Element::text).filter(|text| !text.is_empty());
        let mut parts = parts(speech, &MARKUP);
        parts.splice(0..0, number.map(Part::Aside));
        self.transcript.speech(&Speech {
            own: speech.attribute("eId").or_else(|| speech.attribute("id")).map(str::to_owned),
            speakers: speaker.into_iter().collect(),
            audience,
            label,
            parts,
            date: time(speech),
            language: speech.attribute("lang").map(str::to_owned),
            annotation: None,
        });
    }

    /// The speaker: by reference, else by the name that the transcript prints.
    fn speaker(&mut self, by: Option<&str>, label: Option<&str>) -> Option<String> {
        let by = by.filter(|by| !by.is_empty());
        if let Some(known) = by.and_then(|by| self.referred(by)) {
            return Some(known);
        }
        let label =
            label.map(|label| label.trim_end_matches([':', '.', ' '])).filter(|label| !label.is_empty());
        let name = label.or(by)?;
        self.labels += usize::from(!self.seen.contains(name));
        self.seen.insert(name.to_owned());
        Some(self.transcript.person(by.unwrap_or(name), by, |fields| fields.text("name", name)))
    }

    /// The participant whom a reference means.
    fn referred(&mut self, id: &str) -> Option<String> {
        let reference = self.references.get(id)?;
        self.seen.insert(id.to_owned());
        let role = self.roles.get(id).map(String::as_str);
        let fill = |fields: Fields| fields.text("name", &reference.name).maybe("post", role);
        Some(self.transcript.person(id, Some(id), fill))
    }
}

fn last_part(address: &str) -> Option<&str> {
    address.trim_end_matches('/').rsplit('/').next().filter(|part| !part.is_empty())
}

/// When it was said.
fn time(element: &Element) -> Option<String> {
    let recorded = || element.anywhere("recordedTime").into_iter().find_map(|it| it.attribute("time"));
    let own = element.attribute("startTime").or_else(recorded)?;
    date(own)
}
