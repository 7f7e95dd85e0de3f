//! What a type cannot say of a visit: every id names one thing, and every reference names something.

use std::collections::BTreeMap;

use unicode_normalization::char::is_combining_mark;

use super::finding::Finding;
use super::node::Node;
use crate::diagnostic::{At, Fault, Kind};
use crate::model::{Id, ParticipantType, SourceRef, Visit};
use crate::text::{fold, nearest};

/// The faults of a visit that was read.
pub(super) fn crosscheck(visit: &Visit, node: &Node) -> Vec<Finding> {
    let mut check = Check { visit, names: BTreeMap::new(), faults: Vec::new() };
    check.says_something(node);
    check.can_be_an_id(&visit.id);
    check.collect();
    check.references_of_people();
    check.references_of_stops();
    check.references_of_statements();
    check.references_of_the_rest();
    check.people_are_known_by_something();
    check.faults
}

/// A visit with more faults than this is beyond help; the first ones are told.
const FAULTS: usize = 100;

/// What the records in a list of the visit can be named as.
pub(super) fn kinds_in(list: &str) -> &'static [Kind] {
    match list {
        "organizations" => &[Kind::Organization, Kind::Actor, Kind::Anything],
        "participants" => &[Kind::Actor, Kind::Anything],
        "itinerary" => &[Kind::Stop, Kind::Anything],
        "statements" => &[Kind::Statement, Kind::Anything],
        "sources" => &[Kind::Source, Kind::Anything],
        "outcomes" | "media" => &[Kind::Anything],
        _ => &[],
    }
}

struct Check<'a> {
    visit: &'a Visit,
    /// Each id of the visit, with its place and what it names.
    names: BTreeMap<&'a str, (At, Kind)>,
    faults: Vec<Finding>,
}

/// Where an id stands; none when it was made up in place of a faulty one.
pub(super) fn place(id: &Id) -> Option<At> {
    let length = u32::try_from(id.as_str().chars().count()).unwrap_or(1);
    (id.line() > 0).then_some(At { line: id.line(), column: id.column(), length })
}

/// The fault of what cannot be an id: letters and digits of any script, points, underscores and hyphens; not too many.
pub(super) fn bad_id(id: &Id) -> Option<Finding> {
    let is_one = |c: char| c.is_alphanumeric() || is_combining_mark(c) || matches!(c, '.' | '_' | '-');
    let name = id.as_str();
    let fits = !name.is_empty() && name.chars().all(is_one) && name.chars().count() <= Id::LONGEST;
    place(id).filter(|_| !fits).map(|at| Finding::new(Fault::BadId(name.to_owned()), at))
}

impl<'a> Check<'a> {
    fn collect(&mut self) {
        let visit = self.visit;
        let organizations =
            visit.organizations.iter().map(|organization| (&organization.id, Kind::Organization));
        let participants = visit.participants.iter().map(|participant| (&participant.id, Kind::Actor));
        let stops = visit.itinerary.iter().map(|stop| (&stop.id, Kind::Stop));
        let statements = visit.statements.iter().map(|statement| (&statement.id, Kind::Statement));
        let outcomes = visit.outcomes.iter().map(|outcome| (&outcome.id, Kind::Anything));
        let media = visit.media.iter().filter_map(|media| Some((media.id.as_ref()?, Kind::Anything)));
        let sources = visit.sources.iter().map(|source| (&source.id, Kind::Source));
        let all = organizations
            .chain(participants)
            .chain(stops)
            .chain(statements)
            .chain(outcomes)
            .chain(media)
            .chain(sources);
        // In the order of the file, so that it is the later of two that is told.
        let mut all: Vec<(&Id, Kind)> = all.collect();
        all.sort_by_key(|(id, _)| (id.line(), id.column()));
        for (id, kind) in all {
            let Some(at) = place(id) else { continue };
            self.can_be_an_id(id);
            if let Some((first, _)) = self.names.get(id.as_str()) {
                self.faults.push(Finding::new(Fault::DuplicateId(id.to_string()), at).and(*first));
            } else {
                self.names.insert(id.as_str(), (at, kind));
            }
        }
    }

    fn can_be_an_id(&mut self, id: &Id) {
        self.faults.extend(bad_id(id));
    }

    /// Every one of `ids` must name something of the kind wanted.
    fn refer<'b>(&mut self, ids: impl IntoIterator<Item = &'b Id>, wanted: Kind) {
        let fits = |kind: Kind| match wanted {
            Kind::Anything => true,
            Kind::Actor => matches!(kind, Kind::Actor | Kind::Organization),
            wanted => kind == wanted,
        };
        for id in ids {
            let Some(at) = place(id) else { continue };
            if self.names.get(id.as_str()).is_some_and(|&(_, kind)| fits(kind)) {
                continue;
            }
            if self.faults.len() >= FAULTS {
                return;
            }
            let known = self.names.iter().filter(|(_, (_, kind))| fits(*kind)).map(|(name, _)| *name);
            let nearest = self.named(id.as_str()).or_else(|| nearest(id.as_str(), known));
            let nearest = nearest.map(str::to_owned);
            self.faults
                .push(Finding::new(Fault::UnknownReference { id: id.to_string(), wanted, nearest }, at));
        }
    }

    /// The id of whom or what somebody calls by name.
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

    /// What must be there must say something.
    fn says_something(&mut self, node: &Node) {
        let visit = self.visit;
        let mut blank = |text: &str, field: &str, node: &Node| {
            if text.trim().is_empty() && node.get(field).is_some_and(|value| value.as_str().is_some()) {
                self.faults.push(Finding::new(Fault::MissingField(field.to_owned()), node.at_of(field)));
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
        self.refer(sources.iter().map(|source| &source.id), Kind::Source);
    }

    fn references_of_people(&mut self) {
        let visit = self.visit;
        for organization in &visit.organizations {
            self.refer(&organization.parent, Kind::Organization);
            self.refer_sources(&organization.role_sources);
        }
        for participant in &visit.participants {
            self.refer(participant.organizations(), Kind::Organization);
            self.refer_sources(&participant.role_sources);
            self.refer(participant.attendance.iter().map(|attendance| &attendance.stop), Kind::Stop);
            self.refer_sources(&participant.sources);
        }
    }

    fn references_of_stops(&mut self) {
        let visit = self.visit;
        for stop in &visit.itinerary {
            self.refer(&stop.organization, Kind::Organization);
            self.refer_sources(&stop.sources);
        }
    }

    fn references_of_statements(&mut self) {
        let visit = self.visit;
        for statement in &visit.statements {
            self.refer(&statement.speaker, Kind::Actor);
            self.refer(&statement.delivered_by, Kind::Actor);
            self.refer(&statement.interpreted_by, Kind::Actor);
            self.refer(&statement.on_behalf_of, Kind::Actor);
            self.refer(&statement.audience, Kind::Actor);
            self.refer(&statement.stop, Kind::Stop);
            self.refer(&statement.about, Kind::Anything);
            self.refer(&statement.variant_of, Kind::Statement);
            self.refer_sources(&statement.sources);
        }
    }

    fn references_of_the_rest(&mut self) {
        let visit = self.visit;
        for claim in visit.summary.iter().chain(&visit.objectives) {
            self.refer_sources(&claim.sources);
        }
        for outcome in &visit.outcomes {
            self.refer(&outcome.parties, Kind::Actor);
            self.refer(&outcome.stop, Kind::Stop);
            self.refer_sources(&outcome.sources);
        }
        for media in &visit.media {
            self.refer(&media.stop, Kind::Stop);
        }
        for expense in &visit.expenses {
            self.refer_sources(&expense.sources);
        }
        for note in &visit.notes {
            // A note may be about the visit itself.
            self.refer(note.about.iter().filter(|id| **id != visit.id), Kind::Anything);
            self.refer_sources(&note.sources);
        }
    }

    /// A participant has a name or a post; a group may have only an organization.
    fn people_are_known_by_something(&mut self) {
        let visit = self.visit;
        for participant in &visit.participants {
            let group = participant.kind == Some(ParticipantType::Group)
                && participant.organizations().next().is_some();
            let known = participant.name.is_some() || !participant.post.is_empty() || group;
            if let Some(at) = place(&participant.id).filter(|_| !known) {
                self.faults.push(Finding::new(Fault::Nameless, at));
            }
        }
    }
}
