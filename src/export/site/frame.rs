//! What surrounds the content of every page: head, navigation, search and footer.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::links::Links;
use super::subjects::SubjectKind;
use super::{Page, Pages, Section};
use crate::lang::SITE;

/// The style of all pages.
pub(super) const STYLE: &str = include_str!("site.css");
/// Search, and buttons to copy quotes.
pub(super) const SCRIPT: &str = include_str!("site.js");

/// The maximum length of a description for search engines and previews, in characters.
const DESCRIPTION_CHARS: usize = 200;

impl Pages<'_> {
    /// A page as a file of its own.
    pub(super) fn file(&self, page: &Page) -> String {
        let (code, links) = (self.lang().code(), self.links_at(&page.path));
        let root = if links == Links::AT_ROOT { "" } else { "../" };
        html! {
            (DOCTYPE)
            html lang=(code) {
                head {
                    (self.meta(page))
                    link rel="stylesheet" href={ (root) "site.css" };
                    script defer src={ (root) "search/index.js" } {}
                    script defer src={ (root) "site.js" } data-root=(root) {}
                    @if let Some(graph) = &page.graph {
                        script type="application/ld+json" { (PreEscaped(graph)) }
                    }
                }
                body {
                    (self.header(links, &page.path, Some(page.section)))
                    main id=":content" tabindex="-1" { (page.main) }
                    (self.footer(links))
                }
            }
        }
        .into_string()
    }

    /// How the page with this path refers to others.
    pub(super) fn links_at(&self, path: &str) -> Links {
        if self.links == Links::OneFile || path.contains('/') { self.links } else { Links::AT_ROOT }
    }

    /// The title, the description, and what previews of links show.
    pub(super) fn meta(&self, page: &Page) -> Markup {
        let is_home = page.title == self.title;
        let description = shortened(&page.description);
        let base = self.site.base_url.filter(|_| self.links != Links::OneFile);
        let kind = if page.path.starts_with("visits/") { "article" } else { "website" };
        let address = base.map(|base| base.file(&format!("{}.html", page.path)));
        html! {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="generator" content="lawat";
            meta name="color-scheme" content="light dark";
            title { (page.title) @if !is_home { " – " (self.title) } }
            meta name="description" content=(description);
            meta property="og:title" content=(page.title);
            meta property="og:description" content=(description);
            meta property="og:type" content=(kind);
            meta property="og:site_name" content=(self.title);
            meta property="og:locale" content=(if self.lang().code() == "id" { "id_ID" } else { "en_GB" });
            @if let (Some(address), Some(base)) = (address, base) {
                meta property="og:url" content=(address);
                link rel="canonical" href=(address);
                link rel="alternate" type="application/atom+xml" title=(SITE.feed.get(self.lang())) href=(base.file("feed.xml"));
            }
        }
    }

    /// The header: the way to the content, the navigation, and the search, which a script shows.
    pub(super) fn header(&self, links: Links, path: &str, section: Option<Section>) -> Markup {
        let lang = self.lang();
        let current = |of: Section, page: &str| {
            (section == Some(of)).then_some(if path == page { "page" } else { "true" })
        };
        html! {
            a.skip href="#:content" { (SITE.skip.get(lang)) }
            header.top {
                a.site href=(links.page("index")) { (self.title) }
                nav aria-label=(SITE.sections.get(lang)) {
                    ul {
                        li {
                            a href=(links.page("index")) aria-current=[current(Section::Visits, "index")] {
                                (lang.messages().visits)
                            }
                        }
                        @for kind in SubjectKind::ALL.into_iter().filter(|kind| !self.subjects.all(*kind).is_empty()) {
                            @let list = format!("{}/index", kind.folder());
                            li {
                                a href=(links.page(&list)) aria-current=[current(Section::Subjects(kind), &list)] {
                                    (kind.heading(lang))
                                }
                            }
                        }
                    }
                }
                div.search role="search" hidden {
                    label { span { (SITE.search.get(lang)) } input type="search" autocomplete="off" spellcheck="false" placeholder=(SITE.search_hint.get(lang)); }
                    kbd aria-hidden="true" { "/" }
                }
                div.results hidden {}
                p.status role="status" {}
            }
        }
    }

    pub(super) fn footer(&self, links: Links) -> Markup {
        let lang = self.lang();
        html! {
            footer.end {
                p {
                    (self.title) " · " (SITE.made_with.get(lang)) " lawat"
                    @if self.site.base_url.is_some() && links != Links::OneFile {
                        " · " a href={ (if links == Links::AT_ROOT { "" } else { "../" }) "feed.xml" } { (SITE.feed.get(lang)) " (Atom)" }
                    }
                }
            }
        }
    }
}

/// A text on one line, cut after a word.
fn shortened(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= DESCRIPTION_CHARS {
        return line;
    }
    let cut: String = line.chars().take(DESCRIPTION_CHARS).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{whole} …")
}
