//! A static site of visits: pages of years, visits, people, organizations, places and topics, with a search that needs no server.
//!
//! [`Site::write`] writes it into a folder, or as one self-contained file. Pages are readable without scripts; the search is a
//! script of its own (`site.js`) over an index in files (`search_index.rs`), so that it also works from a disk.

mod feed;
mod figure;
mod folder;
mod frame;
mod home;
mod links;
mod lists;
mod one_file;
mod search_docs;
mod search_index;
mod subject_pages;
mod subjects;
mod visit_page;

pub use folder::SiteError;

use std::io;
use std::path::Path;

use maud::Markup;

use self::links::Links;
use self::subjects::{SubjectKind, Subjects};
use super::blocks::BlockBuilder;
use super::file::SaveOptions;
use super::names::FileNames;
use super::selection::{Selection, VisitSelection};
use crate::lang::{Lang, SITE};
use crate::model::{Archive, Certainty, Visit};
use crate::page::{unusual_status, visit_date};
use crate::text::visible_string;

/// A site to write.
#[derive(Debug, Clone, Copy)]
pub struct Site<'a> {
    /// The archive.
    pub archive: &'a Archive,
    /// The visits and statements to publish.
    pub selection: &'a Selection,
    /// The language of everything that does not come from the records.
    pub lang: Lang,
    /// Where the site will be published, if that is known.
    pub base_url: Option<&'a BaseUrl>,
}

/// The address of the root folder of a site; ends with a slash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl(String);

/// What was written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SiteSummary {
    /// The number of visits.
    pub visits: usize,
    /// The number of files.
    pub files: usize,
    /// The number of files of an earlier export that were removed.
    pub removed: usize,
}

impl BaseUrl {
    /// Reads an address; none if it is no web address of a folder.
    pub fn parse(text: &str) -> Option<Self> {
        let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
        let is_fit = |c: char| c.is_ascii_alphanumeric() || "-._~:/%@[]!$&'()*+,;=".contains(c);
        let is_named = host.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '[');
        (is_named && host.chars().all(is_fit)).then(|| Self(format!("{}/", text.trim_end_matches('/'))))
    }

    /// The address of a file of the site.
    fn file(&self, path: &str) -> String {
        // The home page is that of the folder.
        format!("{}{}", self.0, if path == "index.html" { "" } else { path })
    }
}

impl Site<'_> {
    /// Writes the site: as one file if the path ends in `.html`, else into a folder.
    ///
    /// A new or empty folder gets all files at once. One that a site was written to gets each file in its place; files of
    /// that site that the new one lacks are removed, and no others are ever touched.
    pub fn write(&self, path: &Path, options: SaveOptions<'_>) -> Result<SiteSummary, SiteError> {
        if Self::is_one_file(path) { one_file::write(self, path, options) } else { folder::write(self, path) }
    }

    /// Whether a site with this path is a single file.
    pub fn is_one_file(path: &Path) -> bool {
        path.extension()
            .is_some_and(|end| end.eq_ignore_ascii_case("html") || end.eq_ignore_ascii_case("htm"))
            && !path.is_dir()
    }
}

/// A visit of the site.
#[derive(Debug)]
struct SiteVisit<'a> {
    visit: &'a Visit,
    part: &'a VisitSelection,
    /// The path of its page, without an extension.
    path: String,
}

impl SiteVisit<'_> {
    /// The number of selected statements.
    fn statements(&self) -> usize {
        self.part.statements_of(self.visit).count()
    }

    /// The year it began in, if it is known.
    fn year(&self) -> Option<i16> {
        let is_known = self.visit.date_certainty != Some(Certainty::Unknown);
        self.visit.start_date.filter(|_| is_known).and_then(|date| date.year())
    }
}

/// A page of the site.
struct Page {
    /// The path, without an extension; the same in every export of the same records.
    path: String,
    title: String,
    description: String,
    section: Section,
    main: Markup,
    /// Linked data about the page.
    graph: Option<String>,
}

/// The section of the site that a page belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Section {
    Visits,
    Subjects(SubjectKind),
}

/// All that the pages of a site are made of.
struct Pages<'a> {
    site: &'a Site<'a>,
    /// How pages in folders refer to others.
    links: Links,
    /// The visits, newest first; those of unknown years last.
    visits: Vec<SiteVisit<'a>>,
    subjects: Subjects<'a>,
    title: String,
}

impl<'a> Pages<'a> {
    fn new(site: &'a Site<'a>, links: Links) -> Self {
        let mut names = FileNames::default();
        let mut selected: Vec<Option<&VisitSelection>> = vec![None; site.archive.visits.len()];
        for part in &site.selection.parts {
            selected.get_mut(part.visit).into_iter().for_each(|it| *it = Some(part));
        }
        let visit = |at: usize| {
            let (visit, part) = (site.archive.visits.get(at)?, selected.get(at).copied().flatten()?);
            Some(SiteVisit { visit, part, path: format!("visits/{}", names.name(visit.id.as_str())) })
        };
        let mut visits: Vec<SiteVisit<'a>> =
            site.archive.newest_first().into_iter().filter_map(visit).collect();
        visits.sort_by_key(|it| std::cmp::Reverse(it.year()));
        let subjects = Subjects::new(&visits, site.lang);
        Self { site, links, visits, subjects, title: title(site) }
    }

    /// Makes every page, one at a time.
    fn each(&self, page: &mut dyn FnMut(Page) -> io::Result<()>) -> io::Result<()> {
        page(self.home())?;
        if self.links != Links::OneFile {
            self.years(page)?;
        }
        for at in 0..self.visits.len() {
            if let Some(visit) = self.visit_page(at)? {
                page(visit)?;
            }
        }
        for kind in SubjectKind::ALL {
            self.subject_list(kind, page)?;
            self.subject_pages(kind, page)?;
        }
        Ok(())
    }

    fn lang(&self) -> Lang {
        self.site.lang
    }

    /// Makes the blocks of records.
    fn blocks(&self) -> BlockBuilder<'a> {
        BlockBuilder::new(self.site.archive, self.site.lang)
    }

    /// The title of a visit.
    fn title_of(&self, visit: &Visit) -> String {
        visible_string(visit.title_in(self.lang().code()).unwrap_or(&visit.title))
    }

    /// The short date of a visit.
    fn date_of(&self, visit: &Visit) -> String {
        visit_date(self.lang(), visit) + &visible_string(&unusual_status(self.lang(), visit))
    }
}

/// The title that all files of the archive agree on, else a general one.
fn title(site: &Site<'_>) -> String {
    let mut titles = site.archive.headers.iter().map(|header| header.title.as_deref());
    let first = titles.next().flatten().filter(|first| titles.all(|title| title == Some(first)));
    first.map_or_else(|| SITE.archive.get(site.lang).to_owned(), visible_string)
}
