//! Values that are not in the open lists of the format. They are kept as written, and reported once per file.

use std::collections::BTreeMap;

use super::node::Node;
use super::problem::LocatedProblem;
use crate::diagnostic::{Diagnostic, Problem, Warning};
use crate::lang::format_name;
use crate::model::{
    AttendanceStatus, Header, MediaType, Medium, Mode, NoteType, OutcomeStatus, OutcomeType, ParticipantRole,
    ParticipantType, RelatedType, Role, SourceType, Status, StopStatus, Visit, VisitClassification,
};
use crate::text::nearest;

/// Reports unlisted values of a visit.
pub(super) fn check_vocabulary(visit: &Visit, node: &Node, found: &mut Vec<LocatedProblem>) {
    let mut words = VocabularyCheck { found };
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

/// Reports unlisted values of a register.
pub(super) fn check_register_vocabulary(header: &Header, head: &Node, found: &mut Vec<LocatedProblem>) {
    for (it, node) in header.people.iter().zip(head.items("people")) {
        let kind = it.kind.as_ref().and_then(ParticipantType::unlisted);
        VocabularyCheck { found }.note(kind, ParticipantType::NAMES, node, "type");
    }
}

/// The problem of an unknown certainty. Whether somebody was present is not a certainty but a status.
pub(super) fn attendance_word(problem: Problem) -> Problem {
    let Problem::UnknownValue { value, .. } = &problem else { return problem };
    let listed = AttendanceStatus::NAMES;
    match listed.iter().find(|name| *name == value).copied().or_else(|| format_name(value, listed)) {
        Some(name) => Problem::ValueOfOtherField { value: value.clone(), field: "status", name },
        None => problem,
    }
}

/// How often each unlisted value occurs in a file.
#[derive(Debug, Clone, Default)]
pub(super) struct UnlistedCounts(BTreeMap<(&'static [&'static str], String), usize>);

impl UnlistedCounts {
    /// Whether to report the problem: true unless it is an unlisted value that was reported before.
    pub(super) fn is_first(&mut self, problem: &Problem) -> bool {
        let Problem::Warning(Warning::UnlistedValue { value, listed, .. }) = problem else { return true };
        let count = self.0.entry((listed, value.clone())).or_default();
        *count += 1;
        *count == 1
    }

    /// Adds what was counted in the next piece of the file, after its reports.
    pub(super) fn add_repetitions(&mut self, piece: Self) {
        for (value, count) in piece.0 {
            *self.0.entry(value).or_default() += count.saturating_sub(1);
        }
    }

    /// Adds to each report how often the value occurs elsewhere in the file.
    pub(super) fn finish(&self, diagnostics: &mut [Diagnostic]) {
        for diagnostic in diagnostics {
            if let Problem::Warning(Warning::UnlistedValue { value, listed, more, .. }) =
                &mut diagnostic.problem
            {
                let count = self.0.get(&(*listed, value.clone()));
                *more = count.map_or(0, |count| count.saturating_sub(1));
            }
        }
    }
}

/// Collects the problems.
struct VocabularyCheck<'f> {
    found: &'f mut Vec<LocatedProblem>,
}

impl VocabularyCheck<'_> {
    fn note(&mut self, word: Option<&str>, listed: &'static [&'static str], node: &Node, field: &str) {
        let Some(word) = word else { return };
        let nearest = format_name(word, listed).or_else(|| nearest(word, listed.iter().copied()));
        let problem = Warning::UnlistedValue { value: word.to_owned(), nearest, listed, more: 0 };
        self.found.push(LocatedProblem::new(problem, node.span_of(field)));
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
