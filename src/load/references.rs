//! Checks within a visit: IDs are unique, references match a record, and required texts are not empty.

use std::collections::BTreeMap;

use super::node::Node;
use super::problem::LocatedProblem;
use crate::diagnostic::{Problem, ReferenceKind, SourceSpan};
use crate::model::{Id, ParticipantType, SourceRef, Visit};
use crate::text::{fold, nearest};

/// The problems of a visit.
pub(super) fn check_references(visit: &Visit, node: &Node) -> Vec<LocatedProblem> {
    let mut check = ReferenceCheck { visit, names: BTreeMap::new(), problems: Vec::new() };
    check.check_required_texts(node);
    check.check_id(&visit.id);
    check.collect();
    check.check_people_references();
    check.check_stop_references();
    check.check_statement_references();
    check.check_other_references();
    check.check_participant_names();
    check.problems
}

/// How many problems of a visit are reported.
const MAX_PROBLEMS: usize = 100;

/// The kinds of reference that a record in this list can be the target of.
pub(super) fn reference_kinds(list: &str) -> &'static [ReferenceKind] {
    match list {
        "organizations" => &[ReferenceKind::Organization, ReferenceKind::Actor, ReferenceKind::Anything],
        "participants" => &[ReferenceKind::Actor, ReferenceKind::Anything],
        "itinerary" => &[ReferenceKind::Stop, ReferenceKind::Anything],
        "statements" => &[ReferenceKind::Statement, ReferenceKind::Anything],
        "sources" => &[ReferenceKind::Source, ReferenceKind::Anything],
        "outcomes" | "media" => &[ReferenceKind::Anything],
        _ => &[],
    }
}

struct ReferenceCheck<'a> {
    visit: &'a Visit,
    /// The IDs of the visit, with their span and the kind of record.
    names: BTreeMap<&'a str, (SourceSpan, ReferenceKind)>,
    problems: Vec<LocatedProblem>,
}

/// The span of an ID. `None` if it stands in for a value with an error.
pub(super) fn source_span(id: &Id) -> Option<SourceSpan> {
    let length = u32::try_from(id.as_str().chars().count()).unwrap_or(1);
    (id.line() > 0).then_some(SourceSpan { line: id.line(), column: id.column(), length })
}

/// An error if the ID contains invalid characters or is too long.
pub(super) fn invalid_id(id: &Id) -> Option<LocatedProblem> {
    let name = id.as_str();
    source_span(id)
        .filter(|_| !Id::is_valid(name))
        .map(|at| LocatedProblem::new(Problem::BadId(name.to_owned()), at))
}

impl<'a> ReferenceCheck<'a> {
    fn collect(&mut self) {
        let visit = self.visit;
        let organizations =
            visit.organizations.iter().map(|organization| (&organization.id, ReferenceKind::Organization));
        let participants =
            visit.participants.iter().map(|participant| (&participant.id, ReferenceKind::Actor));
        let stops = visit.itinerary.iter().map(|stop| (&stop.id, ReferenceKind::Stop));
        let statements = visit.statements.iter().map(|statement| (&statement.id, ReferenceKind::Statement));
        let outcomes = visit.outcomes.iter().map(|outcome| (&outcome.id, ReferenceKind::Anything));
        let media =
            visit.media.iter().filter_map(|media| Some((media.id.as_ref()?, ReferenceKind::Anything)));
        let sources = visit.sources.iter().map(|source| (&source.id, ReferenceKind::Source));
        let all = organizations
            .chain(participants)
            .chain(stops)
            .chain(statements)
            .chain(outcomes)
            .chain(media)
            .chain(sources);
        // Sort by position, so that the later duplicate is reported.
        let mut all: Vec<(&Id, ReferenceKind)> = all.collect();
        all.sort_by_key(|(id, _)| (id.line(), id.column()));
        for (id, kind) in all {
            let Some(at) = source_span(id) else { continue };
            self.check_id(id);
            if let Some((first, _)) = self.names.get(id.as_str()) {
                self.problems
                    .push(LocatedProblem::new(Problem::DuplicateId(id.to_string()), at).with_related(*first));
            } else {
                self.names.insert(id.as_str(), (at, kind));
            }
        }
    }

    fn check_id(&mut self, id: &Id) {
        self.problems.extend(invalid_id(id));
    }

    /// Checks that each of `ids` refers to a record of the wanted kind.
    fn refer<'b>(&mut self, ids: impl IntoIterator<Item = &'b Id>, wanted: ReferenceKind) {
        let fits = |kind: ReferenceKind| match wanted {
            ReferenceKind::Anything => true,
            ReferenceKind::Actor => matches!(kind, ReferenceKind::Actor | ReferenceKind::Organization),
            wanted => kind == wanted,
        };
        for id in ids {
            let Some(at) = source_span(id) else { continue };
            if self.names.get(id.as_str()).is_some_and(|&(_, kind)| fits(kind)) {
                continue;
            }
            if self.problems.len() >= MAX_PROBLEMS {
                return;
            }
            let known = self.names.iter().filter(|(_, (_, kind))| fits(*kind)).map(|(name, _)| *name);
            let nearest = self.named(id.as_str()).or_else(|| nearest(id.as_str(), known));
            let nearest = nearest.map(str::to_owned);
            self.problems.push(LocatedProblem::new(
                Problem::UnknownReference { id: id.to_string(), wanted, nearest },
                at,
            ));
        }
    }

    /// The ID of a record that is referred to by its name.
    fn named(&self, name: &str) -> Option<&'a str> {
        let visit = self.visit;
        let name = fold(name);
        let is_name = |other: &&String| fold(other) == name;
        let participants = visit.participants.iter().map(|it| {
            (&it.id, it.name.iter().chain(it.post.iter().map(|it| &it.title)).any(|it| is_name(&it)))
        });
        let organizations = visit.organizations.iter().map(|it| (&it.id, is_name(&&it.name)));
        let stops = visit
            .itinerary
            .iter()
            .map(|it| (&it.id, [&it.name].into_iter().chain(&it.short_name).any(|it| is_name(&it))));
        let all = participants.chain(organizations).chain(stops);
        all.filter(|(_, is_it)| *is_it).map(|(id, _)| id.as_str()).next()
    }

    /// Checks that required texts are not blank.
    fn check_required_texts(&mut self, node: &Node) {
        let visit = self.visit;
        let mut blank = |text: &str, field: &str, node: &Node| {
            if text.trim().is_empty() && node.get(field).is_some_and(|value| value.as_str().is_some()) {
                self.problems
                    .push(LocatedProblem::new(Problem::MissingField(field.to_owned()), node.span_of(field)));
            }
        };
        blank(&visit.title, "title", node);
        for (it, node) in visit.statements.iter().zip(node.items("statements")) {
            blank(&it.text, "text", node);
        }
        for (it, node) in visit.itinerary.iter().zip(node.items("itinerary")) {
            blank(&it.name, "name", node);
        }
        for (it, node) in visit.organizations.iter().zip(node.items("organizations")) {
            blank(&it.name, "name", node);
        }
        for (it, node) in visit.participants.iter().zip(node.items("participants")) {
            blank(it.name.as_deref().unwrap_or("-"), "name", node);
        }
    }

    fn refer_sources(&mut self, sources: &[SourceRef]) {
        self.refer(sources.iter().map(|source| &source.id), ReferenceKind::Source);
    }

    fn check_people_references(&mut self) {
        let visit = self.visit;
        for organization in &visit.organizations {
            self.refer(&organization.parent, ReferenceKind::Organization);
            self.refer_sources(&organization.role_sources);
        }
        for participant in &visit.participants {
            self.refer(participant.organizations(), ReferenceKind::Organization);
            self.refer_sources(&participant.role_sources);
            self.refer(participant.attendance.iter().map(|attendance| &attendance.stop), ReferenceKind::Stop);
            self.refer_sources(&participant.sources);
        }
    }

    fn check_stop_references(&mut self) {
        let visit = self.visit;
        for stop in &visit.itinerary {
            self.refer(&stop.organization, ReferenceKind::Organization);
            self.refer_sources(&stop.sources);
        }
    }

    fn check_statement_references(&mut self) {
        let visit = self.visit;
        for statement in &visit.statements {
            self.refer(&statement.speaker, ReferenceKind::Actor);
            self.refer(&statement.delivered_by, ReferenceKind::Actor);
            self.refer(&statement.interpreted_by, ReferenceKind::Actor);
            self.refer(&statement.on_behalf_of, ReferenceKind::Actor);
            self.refer(&statement.audience, ReferenceKind::Actor);
            self.refer(&statement.stop, ReferenceKind::Stop);
            self.refer(&statement.about, ReferenceKind::Anything);
            self.refer(&statement.variant_of, ReferenceKind::Statement);
            self.refer_sources(&statement.sources);
        }
    }

    fn check_other_references(&mut self) {
        let visit = self.visit;
        for claim in visit.summary.iter().chain(&visit.objectives) {
            self.refer_sources(&claim.sources);
        }
        for outcome in &visit.outcomes {
            self.refer(&outcome.parties, ReferenceKind::Actor);
            self.refer(&outcome.stop, ReferenceKind::Stop);
            self.refer_sources(&outcome.sources);
        }
        for media in &visit.media {
            self.refer(&media.stop, ReferenceKind::Stop);
        }
        for expense in &visit.expenses {
            self.refer_sources(&expense.sources);
        }
        for note in &visit.notes {
            // A note may also refer to its visit.
            self.refer(note.about.iter().filter(|id| **id != visit.id), ReferenceKind::Anything);
            self.refer_sources(&note.sources);
        }
    }

    /// Checks that each participant has a name or a post. For a group, an organization is enough.
    fn check_participant_names(&mut self) {
        let visit = self.visit;
        for participant in &visit.participants {
            let group = participant.kind == Some(ParticipantType::Group)
                && participant.organizations().next().is_some();
            let known = participant.name.is_some() || !participant.post.is_empty() || group;
            if let Some(at) = source_span(&participant.id).filter(|_| !known) {
                self.problems.push(LocatedProblem::new(Problem::UnnamedParticipant, at));
            }
        }
    }
}
