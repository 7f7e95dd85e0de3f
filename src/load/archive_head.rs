//! The fields of an archive other than its visits: checks them, and passes inherited values on to the visits.

use std::sync::Arc;

use super::hidden_text::check_hidden_text;
use super::node::{Node, NodeValue, remove_duplicate_keys};
use super::plausibility;
use super::problem::LocatedProblem;
use super::read::{Checkpoint, FileReader};
use super::record;
use super::references::invalid_id;
use super::register::LISTS;
use super::version::is_supported_version;
use super::visit_list::VisitItem;
use super::vocabulary::{UnlistedCounts, check_register_vocabulary};
use crate::diagnostic::Problem;
use crate::model::{Header, Visit};

impl FileReader<'_> {
    /// Checks the fields of the archive, and passes inherited values on to its visits.
    pub(super) fn finish(&mut self, head: &mut Node, before: Checkpoint, whole: bool) {
        let version = head.get("schema_version").filter(|node| !node.is_null());
        let version = version.and_then(|node| Some((node.as_str()?.to_owned(), node.at)));
        if let Some((version, at)) = version
            && !is_supported_version(&version)
        {
            if self.gives_up() {
                return;
            }
            // Drop all problems: another version may have other rules.
            let found = &mut self.found;
            found.visits.truncate(before.visits);
            found.diagnostics.truncate(before.diagnostics);
            found.unusable.truncate(before.unusable);
            found.limit = before.limit;
            found.unlisted = UnlistedCounts::default();
            return self.report(LocatedProblem::new(Problem::UnsupportedVersion(version), at), None);
        }
        if is_bare_visit(head) {
            self.found.is_archive |= is_certainly_bare_visit(head);
            return self.bare_visit(head, whole);
        }
        let says = |list: &&str| head.get(list).is_some_and(|node| !node.is_null());
        let has_register = LISTS.iter().any(says);
        let visits = head.get("visits");
        let is_bare = visits.is_none_or(Node::is_null) && !has_register;
        if is_bare && (whole || visits.is_some()) {
            let at = head.span_of("visits");
            self.report(LocatedProblem::new(Problem::MissingField("visits".to_owned()), at), None);
        }
        if let NodeValue::Mapping(entries) = &mut head.value {
            for twin in remove_duplicate_keys(entries) {
                self.report(twin, None);
            }
        }
        let (header, record_problems) = record::read::<Header>(head);
        let missing = |problem: &Problem| matches!(problem, Problem::MissingField(_));
        for it in record_problems.into_iter().filter(|it| whole || !missing(&it.located.problem)) {
            self.report(it.located, None);
        }
        let header = header.unwrap_or_default();
        let mut problems = Vec::new();
        check_hidden_text(head, self.source, &mut problems);
        problems.extend(header.registered().filter_map(invalid_id));
        problems.extend(self.options.register.unknown_in(head));
        plausibility::check_register(&header, head, &mut problems);
        check_register_vocabulary(&header, head, &mut problems);
        plausibility::check_timezone(header.timezone.as_deref(), head, &mut problems);
        plausibility::check_language(header.language.as_deref(), (head, "language"), &mut problems);
        for problem in problems {
            self.report(problem, None);
        }
        let number = self.found.next_header();
        for visit in self.found.visits.iter_mut().skip(before.visits) {
            inherit(visit, number, &header);
        }
        self.found.headers.push(header);
    }

    /// Reads a visit where an archive is expected. JSON Lines contain one on each line.
    fn bare_visit(&mut self, head: &mut Node, whole: bool) {
        let at = head.at;
        if !self.source.is_json_lines() {
            return self.report(LocatedProblem::new(Problem::VisitOutsideList, at), None);
        }
        let before = self.found.visits.len();
        let mut node = std::mem::replace(head, Node { at, value: NodeValue::Mapping(Vec::new()) });
        let noted = match &mut node.value {
            NodeValue::Mapping(entries) => remove_duplicate_keys(entries),
            _ => Vec::new(),
        };
        self.visit(VisitItem { node, noted }, whole);
        let number = self.found.next_header();
        for visit in self.found.visits.iter_mut().skip(before) {
            Arc::make_mut(visit).header = number;
        }
        self.found.headers.push(Header::default());
    }
}

/// Passes the values of its document, with this number, on to a visit. One that has them is not copied.
pub(super) fn inherit(visit: &mut Arc<Visit>, number: usize, header: &Header) {
    let lacks = |own: &Option<String>, inherited: &Option<String>| own.is_none() && inherited.is_some();
    let is_complete = visit.header == number
        && !lacks(&visit.timezone, &header.timezone)
        && !lacks(&visit.language, &header.language);
    if is_complete {
        return;
    }
    let visit = Arc::make_mut(visit);
    visit.header = number;
    visit.timezone = visit.timezone.take().or_else(|| header.timezone.clone());
    visit.language = visit.language.take().or_else(|| header.language.clone());
}

/// Whether a mapping is a visit where an archive is expected.
fn is_bare_visit(node: &Node) -> bool {
    let is_named = node.get("id").is_some() && node.get("title").is_some();
    node.get("visits").is_none() && (is_named || is_certainly_bare_visit(node))
}

/// The same, if the fields cannot be those of another format.
fn is_certainly_bare_visit(node: &Node) -> bool {
    let has = |key: &&str| node.get(key).is_some();
    let visit_fields = ["start_date", "date_text", "itinerary", "statements", "participants"];
    let (is_archive, is_named) = (has(&"schema_version"), has(&"id") || has(&"title"));
    // Organizations may also be those of a register.
    let is_visit = has(&"id") && has(&"title") && has(&"organizations");
    !has(&"visits")
        && (visit_fields.iter().any(has) && (is_archive || is_named) || is_archive && has(&"id") || is_visit)
}
