//! Words that the open lists of the format do not have: they are kept as written, and told once in a file.

use std::collections::HashMap;

use super::finding::Finding;
use super::node::Node;
use crate::diagnostic::{Diagnostic, Fault, Warning};
use crate::lang::name_meant;
use crate::model::{
    AttendanceStatus, Header, MediaType, Medium, Mode, NoteType, OutcomeStatus, OutcomeType, ParticipantRole,
    ParticipantType, RelatedType, Role, SourceType, Status, StopStatus, Visit, VisitClassification,
};
use crate::text::nearest;

/// Notes the words of a visit that are not listed.
pub(super) fn listed(visit: &Visit, node: &Node, found: &mut Vec<Finding>) {
    let mut words = Words { found };
    let kind = visit.classification.as_ref().and_then(VisitClassification::unlisted);
    words.note(kind, VisitClassification::NAMES, node, "classification");
    words.note(visit.status.as_ref().and_then(Status::unlisted), Status::NAMES, node, "status");
    words.note(visit.mode.as_ref().and_then(Mode::unlisted), Mode::NAMES, node, "mode");
    words.people(visit, node);
    for (it, node) in visit.itinerary.iter().zip(node.items("itinerary")) {
        words.note(it.status.as_ref().and_then(StopStatus::unlisted), StopStatus::NAMES, node, "status");
        words.note(it.mode.as_ref().and_then(Mode::unlisted), Mode::NAMES, node, "mode");
    }
    for (it, node) in visit.statements.iter().zip(node.items("statements")) {
        words.note(it.medium.as_ref().and_then(Medium::unlisted), Medium::NAMES, node, "medium");
    }
    words.rest(visit, node);
}

/// Notes the words of a register that are not listed.
pub(super) fn listed_in_register(header: &Header, head: &Node, found: &mut Vec<Finding>) {
    for (it, node) in header.people.iter().zip(head.items("people")) {
        let kind = it.kind.as_ref().and_then(ParticipantType::unlisted);
        Words { found }.note(kind, ParticipantType::NAMES, node, "type");
    }
}

/// How often each word stands in a file that its list does not have. A word that is used throughout is told once.
#[derive(Debug, Default)]
pub(super) struct Counted(HashMap<(&'static [&'static str], String), usize>);

impl Counted {
    /// Whether the fault is told: unless it is one of a word that has been met.
    pub(super) fn tells(&mut self, fault: &Fault) -> bool {
        let Fault::Warning(Warning::UnlistedValue { value, listed, .. }) = fault else { return true };
        let count = self.0.entry((listed, value.clone())).or_default();
        *count += 1;
        *count == 1
    }

    /// When all is read: says how often the word stands elsewhere.
    pub(super) fn finish(&self, diagnostics: &mut [Diagnostic]) {
        for diagnostic in diagnostics {
            if let Fault::Warning(Warning::UnlistedValue { value, listed, more, .. }) = &mut diagnostic.fault
            {
                let count = self.0.get(&(*listed, value.clone()));
                *more = count.map_or(0, |count| count.saturating_sub(1));
            }
        }
    }
}

/// The words that were found.
struct Words<'f> {
    found: &'f mut Vec<Finding>,
}

impl Words<'_> {
    fn note(&mut self, word: Option<&str>, listed: &'static [&'static str], node: &Node, field: &str) {
        let Some(word) = word else { return };
        let nearest = name_meant(word, listed).or_else(|| nearest(word, listed.iter().copied()));
        let fault = Warning::UnlistedValue { value: word.to_owned(), nearest, listed, more: 0 };
        self.found.push(Finding::new(fault, node.at_of(field)));
    }

    fn people(&mut self, visit: &Visit, node: &Node) {
        for (it, node) in visit.organizations.iter().zip(node.items("organizations")) {
            self.note(it.role.as_ref().and_then(Role::unlisted), Role::NAMES, node, "role");
        }
        for (it, node) in visit.participants.iter().zip(node.items("participants")) {
            let kind = it.kind.as_ref().and_then(ParticipantType::unlisted);
            self.note(kind, ParticipantType::NAMES, node, "type");
            let role = it.role.as_ref().and_then(ParticipantRole::unlisted);
            self.note(role, ParticipantRole::NAMES, node, "role");
            for (it, node) in it.attendance.iter().zip(node.items("attendance")) {
                let status = it.status.as_ref().and_then(AttendanceStatus::unlisted);
                self.note(status, AttendanceStatus::NAMES, node, "status");
            }
        }
    }

    fn rest(&mut self, visit: &Visit, node: &Node) {
        for (it, node) in visit.outcomes.iter().zip(node.items("outcomes")) {
            self.note(it.kind.as_ref().and_then(OutcomeType::unlisted), OutcomeType::NAMES, node, "type");
            let status = it.status.as_ref().and_then(OutcomeStatus::unlisted);
            self.note(status, OutcomeStatus::NAMES, node, "status");
        }
        for (it, node) in visit.media.iter().zip(node.items("media")) {
            self.note(it.kind.unlisted(), MediaType::NAMES, node, "type");
        }
        for (it, node) in visit.related.iter().zip(node.items("related")) {
            self.note(it.kind.unlisted(), RelatedType::NAMES, node, "type");
        }
        for (it, node) in visit.sources.iter().zip(node.items("sources")) {
            self.note(it.kind.as_ref().and_then(SourceType::unlisted), SourceType::NAMES, node, "type");
        }
        for (it, node) in visit.notes.iter().zip(node.items("notes")) {
            self.note(it.kind.as_ref().and_then(NoteType::unlisted), NoteType::NAMES, node, "type");
        }
    }
}
