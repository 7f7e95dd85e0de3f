//! The lists of people, organizations, places and topics, and the page of each.

use std::io;

use maud::{Markup, html};

use super::lists::{Group, page_path, pager, split};
use super::subjects::{Appearance, Subject, SubjectKind};
use super::{Page, Pages, Section};
use crate::export::html::written;
use crate::export::linked::{graph, location, organization, participant};
use crate::lang::{SITE, span_short};
use crate::model::{PartialDate, Record};
use crate::text::{fold, natural};

impl Pages<'_> {
    /// The list of all subjects of a kind, by name.
    pub(super) fn subject_list(
        &self,
        kind: SubjectKind,
        page: &mut dyn FnMut(Page) -> io::Result<()>,
    ) -> io::Result<()> {
        let mut all: Vec<(String, &Subject<'_>)> =
            self.subjects.all(kind).iter().map(|it| (fold(&it.name), it)).collect();
        if all.is_empty() {
            return Ok(());
        }
        all.sort_by(|(one, a), (other, b)| {
            natural(one).cmp(&natural(other)).then_with(|| a.path.cmp(&b.path))
        });
        let groups = all.chunk_by(|(one, _), (other, _)| initial(one) == initial(other)).map(|same| Group {
            heading: same.first().map(|(name, _)| html! { (initial(name)) }),
            items: same.iter().map(|(_, it)| self.subject_row(it)).collect(),
            is_list: true,
        });
        let heading = kind.heading(self.lang());
        let counted = kind
            .unit()
            .map_or_else(|| self.lang().number(all.len()), |unit| self.lang().counted(all.len(), unit));
        let path = format!("{}/index", kind.folder());
        let parts = split(groups.collect(), self.links);
        let count = parts.len();
        for (number, part) in parts.into_iter().enumerate() {
            page(Page {
                path: page_path(&path, number),
                title: heading.to_owned(),
                description: format!("{}, {heading}: {counted}", self.title),
                section: Section::Subjects(kind),
                main: html! {
                    h1 { (heading) }
                    p.lead { (counted) }
                    div.index { (part) }
                    (pager(self.lang(), self.links, &path, (number, count)))
                },
                graph: None,
            })?;
        }
        Ok(())
    }

    /// A subject in a list: name, post or place, and how often it appears.
    fn subject_row(&self, it: &Subject<'_>) -> Markup {
        html! {
            p.name { a href=(self.links.page(&it.path)) { (it.name) } }
            p.meta {
                @if !it.detail.is_empty() { (it.detail) " · " }
                (self.lang().visits_and_statements(it.appearances.len(), it.statements()))
            }
        }
    }

    /// The page of each subject of a kind.
    pub(super) fn subject_pages(
        &self,
        kind: SubjectKind,
        page: &mut dyn FnMut(Page) -> io::Result<()>,
    ) -> io::Result<()> {
        for it in self.subjects.all(kind) {
            let counted = self.lang().visits_and_statements(it.appearances.len(), it.statements());
            let parts = split(it.appearances.iter().map(|met| self.appearance(met)).collect(), self.links);
            let count = parts.len();
            for (number, part) in parts.into_iter().enumerate() {
                let pager = pager(self.lang(), self.links, &it.path, (number, count));
                page(Page {
                    path: page_path(&it.path, number),
                    title: it.name.clone(),
                    description: [it.detail.as_str(), &counted]
                        .iter()
                        .filter(|it| !it.is_empty())
                        .copied()
                        .collect::<Vec<_>>()
                        .join(" · "),
                    section: Section::Subjects(kind),
                    main: html! {
                        h1 { (it.name) }
                        p.lead { @if !it.detail.is_empty() { (it.detail) " · " } (counted) }
                        @if number == 0 { (self.profile(it)) @if kind == SubjectKind::Person { (self.posts(it)) } }
                        (part)
                        (pager)
                    },
                    graph: node(it).map(|node| graph(&[node])).transpose()?,
                })?;
            }
        }
        Ok(())
    }

    /// Names, identifiers and addresses that are the same in every visit.
    fn profile(&self, it: &Subject<'_>) -> Markup {
        let page = self.blocks();
        let Some(record) = it.record else { return html! {} };
        let (facts, _) = page.blocks_of(page.ctx.profile_entries(record, ""), record.label(), 2);
        html! { @for block in facts.iter().filter(|block| matches!(block, crate::export::blocks::Block::Facts(_))) { (written(block, self.lang().messages())) } }
    }

    /// The posts of a person, each with the dates of the visits in which they held it; nothing if it was always the same.
    fn posts(&self, it: &Subject<'_>) -> Markup {
        let mut posts: Vec<(&str, Vec<PartialDate>)> = Vec::new();
        for met in &it.appearances {
            let dates = self.visits.get(met.visit).map(|it| [it.visit.start_date, it.visit.end_date]);
            let dates = dates.into_iter().flatten().flatten();
            match posts.iter_mut().find(|(post, _)| *post == met.fact) {
                Some((_, known)) => known.extend(dates),
                None => posts.push((&met.fact, dates.collect())),
            }
        }
        posts.retain(|(post, _)| !post.is_empty());
        let span = |dates: &[PartialDate]| {
            let (first, last) =
                (dates.iter().min_by_key(|it| it.order())?, dates.iter().max_by_key(|it| it.order())?);
            Some(span_short(self.lang(), first, Some(last).filter(|last| *last != first)))
        };
        html! {
            @if posts.len() > 1 {
                section {
                    h2 { (SITE.posts.get(self.lang())) }
                    ul.rows {
                        @for (post, dates) in &posts { li { p.name { (post) } p.meta { (span(dates).unwrap_or_default()) } } }
                    }
                }
            }
        }
    }

    /// A visit with the statements of a subject in it.
    fn appearance(&self, met: &Appearance<'_>) -> Group {
        let Some(it) = self.visits.get(met.visit) else {
            return Group { heading: None, items: Vec::new(), is_list: false };
        };
        let heading = html! {
            a href=(self.links.page(&it.path)) { (self.title_of(it.visit)) }
            " " span.meta { (self.date_of(it.visit)) @if !met.fact.is_empty() { " · " (met.fact) } }
        };
        let items = met.statements.iter().map(|statement| self.quoted(it, statement)).collect();
        Group { heading: Some(heading), items, is_list: false }
    }
}

/// The letter under which a folded name is listed; `#` for what is no letter.
fn initial(name: &str) -> String {
    let first = name.chars().next().filter(|c| c.is_alphabetic());
    first.map_or_else(|| "#".to_owned(), |c| c.to_uppercase().to_string())
}

/// A subject as linked data.
fn node(it: &Subject<'_>) -> Option<serde_json::Value> {
    Some(match it.record? {
        Record::Participant(visit, person) => participant(visit, person),
        Record::Organization(visit, it) => organization(visit, it),
        Record::Stop(_, stop) => location(&format!("urn:lawat:{}", it.path), stop),
        Record::Visit(_) | Record::Statement(..) => return None,
    })
}
