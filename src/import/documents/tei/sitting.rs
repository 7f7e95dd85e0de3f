//! A sitting: its utterances and what the writer notes between them.

use super::header::{Header, in_language};
use super::people::{Lists, Organization};
use crate::import::documents::fields::{Fields, date, distinct};
use crate::import::documents::ids::written;
use crate::import::documents::output::{Output, id_of};
use crate::import::documents::transcript::{
    self, Markup, Speech, Transcript, parts, target, visit_id, words,
};
use crate::import::documents::xml::Element;

/// How an utterance is divided.
const MARKUP: Markup = Markup {
    asides: &["note", "kinesic", "vocal", "incident", "writing", "shift", "head"],
    notes: &[],
    skipped: &["linkGrp", "link", "idno"],
    paragraphs: &["seg", "p", "ab", "lg", "l", "item", "row"],
    gaps: &["gap"],
};

/// Reads a sitting.
pub(super) fn read(text: &Element, language: Option<&str>, out: &mut Output<'_>) {
    let language = text.attribute("lang").or(language);
    let empty = Element::default();
    let header_element = text.at(&["teiHeader"]).unwrap_or(&empty);
    let header = Header::new(header_element, language);
    let place = out.lang.import_line(text.line);
    let (title, day) = (header.title(), header.day());
    if title.is_none() {
        out.changed(&*place, out.lang.import_without_title());
    }
    let title = title.unwrap_or_else(|| out.lang.import_debate_title().to_owned());
    let id = visit_id(text.attribute("id"), &title, day.as_deref(), out);
    let stop = header.stop();
    let mut sitting = Sitting {
        transcript: Transcript::default(),
        lists: Lists::of(header_element, language),
        day,
        language,
        out,
        used: Vec::new(),
        label: None,
        time: None,
        unnamed: 0,
    };
    for id in sitting.lists.organization_ids().chain(stop.as_ref().and_then(id_of)) {
        sitting.transcript.reserve(id);
    }
    for body in text.all("text").flat_map(|text| text.all("body")) {
        sitting.section(body);
    }
    let Sitting { transcript, lists, day, used, unnamed, .. } = sitting;
    if unnamed > 0 {
        out.changed(&*place, out.lang.import_speakers_by_id(unnamed));
    }
    let organizations =
        distinct(used).iter().filter_map(|id| lists.organization(id)).map(Organization::record).collect();
    let visit = Fields::with_id(&id).text("title", &title);
    let visit = visit.maybe("title_en", header.title_en().filter(|english| *english != title).as_deref());
    let visit = visit
        .text("classification", "meeting")
        .maybe("start_date", day.as_deref())
        .maybe("language", language);
    let lists = transcript::Lists {
        organizations,
        stops: stop.into_iter().collect(),
        source: header.source_fields(),
    };
    out.visit(transcript.finish(visit, lists));
}

struct Sitting<'a, 'b> {
    transcript: Transcript,
    lists: Lists,
    day: Option<String>,
    language: Option<&'a str>,
    out: &'a Output<'b>,
    /// The organizations of those who speak.
    used: Vec<String>,
    /// The speaker and the time that the writer notes before an utterance.
    label: Option<String>,
    time: Option<String>,
    /// How many speakers are known only by their ids.
    unnamed: usize,
}

impl Sitting<'_, '_> {
    fn section(&mut self, section: &Element) {
        let heading = in_language(section.all("head"), self.language).map(|it| words(it, &MARKUP));
        let heading = heading.filter(|heading| !heading.is_empty());
        if let Some(heading) = &heading {
            self.transcript.begin_section(heading);
        }
        for child in section.elements() {
            match &*child.name {
                "u" => self.utterance(child),
                "note" if child.attribute("type") == Some("speaker") => self.label = Some(child.text()),
                "note" | "p" | "kinesic" | "vocal" | "incident" | "stage" => self.aside(child),
                "head" | "pb" | "lb" | "gap" | "timeline" | "listPerson" | "listOrg" => {}
                _ => self.section(child),
            }
        }
        if heading.is_some() {
            self.transcript.end_section();
        }
    }

    /// Words of the writer; a note that only tells the time is the time of what follows.
    fn aside(&mut self, note: &Element) {
        let times = note.anywhere("time");
        let time =
            times.first().and_then(|it| it.attribute("when").or_else(|| it.attribute("from"))).and_then(date);
        if note.attribute("type") == Some("time") && time.is_some() {
            self.time = time;
            return;
        }
        self.transcript.narrative(note.attribute("id"), &note.text(), self.time.as_deref());
    }

    fn utterance(&mut self, utterance: &Element) {
        let label = self.label.take();
        let who = utterance.attribute("who").unwrap_or_default().split_whitespace();
        let speakers = who.map(|who| self.speaker(&written(target(who)), label.as_deref())).collect();
        let annotation = utterance.attribute("ana").unwrap_or_default();
        let annotation: Vec<&str> =
            annotation.split_whitespace().map(|it| it.trim_start_matches('#')).collect();
        let annotation = annotation.into_iter().filter(|it| *it != "regular").collect::<Vec<_>>().join(" ");
        let language = utterance.attribute("lang").filter(|own| Some(*own) != self.language);
        self.transcript.speech(&Speech {
            own: utterance.attribute("id").map(str::to_owned),
            speakers,
            audience: Vec::new(),
            label,
            parts: parts(utterance, &MARKUP),
            date: self.time.clone(),
            language: language.map(str::to_owned),
            annotation: Some(annotation),
        });
    }

    /// The participant: described in the header, in the register, or only named here.
    fn speaker(&mut self, who: &str, label: Option<&str>) -> String {
        let (lists, day, used) = (&self.lists, self.day.as_deref(), &mut self.used);
        let (mut is_unnamed, is_registered) = (false, self.out.has_person(who));
        let id = self.transcript.person(who, Some(who), |fields| {
            if let Some(person) = lists.person(who) {
                used.extend(person.organizations(day));
                return person.fill(fields, day, &|id| lists.organization(id).is_some());
            }
            if is_registered {
                return fields;
            }
            is_unnamed = label.is_none();
            fields.text("name", label.map_or(who, |label| label.trim_end_matches([':', ' '])))
        });
        self.unnamed += usize::from(is_unnamed);
        id
    }
}
