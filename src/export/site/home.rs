//! The home page, which is the index by year, and a page for each year.

use std::io;

use maud::{Markup, html};

use super::links::Links;
use super::lists::{Group, page_path, pager, split};
use super::subjects::{Subject, SubjectKind};
use super::{Page, Pages, Section, SiteVisit};
use crate::lang::{ORGANIZATIONS, PARTICIPANTS, SITE, STATEMENTS, STOPS, VISITS};
use crate::model::{Organization, Side, Visit};
use crate::text::visible_string;

/// The maximum number of visits on the home page; the pages of the years have all.
const HOME_VISITS: usize = 100;
/// The number of the most frequent people, places and topics on the home page.
const HOME_SUBJECTS: usize = 8;
/// The maximum number of names of one side of a visit.
const MAX_PARTIES: usize = 3;

impl<'a> Pages<'a> {
    /// The visits of each year, newest first.
    fn by_year(&self) -> impl Iterator<Item = &[SiteVisit<'a>]> {
        self.visits.chunk_by(|one, next| one.year() == next.year())
    }

    /// The name of the year of a visit.
    fn year_name(&self, visit: &SiteVisit<'_>) -> String {
        visit.year().map_or_else(|| SITE.year_unknown.get(self.lang()).to_owned(), |year| year.to_string())
    }

    fn year_path(visit: &SiteVisit<'_>) -> String {
        visit.year().map_or_else(|| "years/unknown".to_owned(), |year| format!("years/{year}"))
    }

    /// The counts of everything on the site.
    pub(super) fn counts(&self) -> String {
        let lang = self.lang();
        let statements = self.visits.iter().map(SiteVisit::statements).sum();
        let of = |kind| self.subjects.all(kind).len();
        let counts = [
            (self.visits.len(), VISITS),
            (of(SubjectKind::Place), STOPS),
            (of(SubjectKind::Person), PARTICIPANTS),
            (of(SubjectKind::Organization), ORGANIZATIONS),
            (statements, STATEMENTS),
        ];
        let counts = counts.into_iter().filter(|(count, _)| *count > 0);
        counts.map(|(count, what)| lang.counted(count, what)).collect::<Vec<_>>().join(" · ")
    }

    /// The home page.
    pub(super) fn home(&self) -> Page {
        let links = self.links_at("index");
        let main = html! {
            h1 { (self.title) }
            p.lead { (self.counts()) }
            @if self.links != Links::OneFile && self.by_year().nth(1).is_some() {
                nav.years aria-label=(SITE.by_year.get(self.lang())) {
                    ul {
                        @for year in self.by_year() {
                            @if let Some(first) = year.first() {
                                li { a href=(links.page(&Self::year_path(first))) { (self.year_name(first)) } " " span.count { (self.lang().number(year.len())) } }
                            }
                        }
                    }
                }
            }
            (self.newest(links))
            (self.most_frequent(links))
        };
        Page {
            path: "index".to_owned(),
            title: self.title.clone(),
            description: self.counts(),
            section: Section::Visits,
            main,
            graph: None,
        }
    }

    /// The newest visits by year; in one file, all of them.
    fn newest(&self, links: Links) -> Markup {
        let mut remaining = if self.links == Links::OneFile { usize::MAX } else { HOME_VISITS };
        let mut shown: Vec<(&[SiteVisit<'_>], usize)> = Vec::new();
        for year in self.by_year() {
            let some = year.len().min(remaining);
            remaining -= some;
            shown.extend((some > 0).then_some((year, some)));
        }
        html! {
            @for (year, some) in shown {
                @if let Some(first) = year.first() {
                    section {
                        h2 { (self.year_name(first)) }
                        ul.rows { @for visit in year.iter().take(some) { li { (self.visit_row(links, visit)) } } }
                        @if some < year.len() {
                            p { a href=(links.page(&Self::year_path(first))) { (self.lang().all_of_year(&self.year_name(first), year.len())) } }
                        }
                    }
                }
            }
        }
    }

    /// The subjects with the most visits, or with the most statements among equals.
    fn most_frequent(&self, links: Links) -> Markup {
        let most = |kind| {
            let mut all: Vec<&Subject<'_>> = self.subjects.all(kind).iter().collect();
            all.sort_by_key(|it| std::cmp::Reverse((it.appearances.len(), it.statements())));
            all.truncate(HOME_SUBJECTS);
            all
        };
        html! {
            div.columns {
                @for kind in SubjectKind::ALL.into_iter().filter(|kind| !self.subjects.all(*kind).is_empty()) {
                    section {
                        h2 { a href=(links.page(&format!("{}/index", kind.folder()))) { (kind.heading(self.lang())) } }
                        ul {
                            @for it in most(kind) {
                                li { a href=(links.page(&it.path)) { (it.name) } " " span.count { (self.lang().number(it.appearances.len())) } }
                            }
                        }
                    }
                }
            }
        }
    }

    /// The pages of the years.
    pub(super) fn years(&self, page: &mut dyn FnMut(Page) -> io::Result<()>) -> io::Result<()> {
        for year in self.by_year() {
            let Some(first) = year.first() else { continue };
            let (name, path) = (self.year_name(first), Self::year_path(first));
            let items = year.iter().map(|it| self.visit_row(self.links, it)).collect();
            let parts = split(vec![Group { heading: None, items, is_list: true }], self.links);
            let (count, counted) = (parts.len(), self.lang().counted(year.len(), VISITS));
            for (number, part) in parts.into_iter().enumerate() {
                let pager = pager(self.lang(), self.links, &path, (number, count));
                page(Page {
                    path: page_path(&path, number),
                    title: name.clone(),
                    description: format!("{}, {name}: {counted}", self.title),
                    section: Section::Visits,
                    main: html! { h1 { (name) } p.lead { (counted) } (part) (pager) },
                    graph: None,
                })?;
            }
        }
        Ok(())
    }

    /// A visit in a list: its title; date, guest and host, and how much was said.
    fn visit_row(&self, links: Links, it: &SiteVisit<'_>) -> Markup {
        let statements = it.statements();
        let parties = self.parties(it.visit);
        html! {
            p.name { a href=(links.page(&it.path)) { (self.title_of(it.visit)) } }
            p.meta {
                (self.date_of(it.visit))
                @if let Some(parties) = parties { " · " (parties) }
                @if statements > 0 { " · " (self.lang().counted(statements, STATEMENTS)) }
            }
        }
    }

    /// `guest → host`, as far as known.
    pub(super) fn parties(&self, visit: &Visit) -> Option<String> {
        let side = |side| {
            let all = visit.organizations_of(side);
            let name =
                |it: &&Organization| visible_string(it.name_in(self.lang().code()).unwrap_or(&it.name));
            let names: Vec<String> = all.iter().take(MAX_PARTIES).map(name).collect();
            let more = if all.len() > MAX_PARTIES { ", …" } else { "" };
            (!names.is_empty()).then(|| names.join(", ") + more)
        };
        match (side(Side::Visitor), side(Side::Host)) {
            (Some(guest), Some(host)) => Some(format!("{guest} → {host}")),
            (guest, host) => guest.or(host),
        }
    }
}
