//! The site as one self-contained file: its pages are sections, one below the other.

use std::io::{self, Write};
use std::path::Path;

use maud::{DOCTYPE, PreEscaped, html};

use super::frame::{SCRIPT, STYLE};
use super::links::Links;
use super::{Page, Pages, Section, Site, SiteError, SiteSummary};
use crate::export::file::{SaveOptions, save_with};

pub(super) fn write(
    site: &Site<'_>,
    path: &Path,
    options: SaveOptions<'_>,
) -> Result<SiteSummary, SiteError> {
    let pages = Pages::new(site, Links::OneFile);
    save_with(path, options, |out| pages.one_file(out).map(|()| true)).map_err(SiteError::NotSaved)?;
    Ok(SiteSummary { visits: pages.visits.len(), files: 1, removed: 0 })
}

impl Pages<'_> {
    fn one_file(&self, out: &mut dyn Write) -> io::Result<()> {
        let home = Page {
            path: "index".to_owned(),
            title: self.title.clone(),
            description: self.counts(),
            section: Section::Visits,
            main: html! {},
            graph: None,
        };
        let head = html! {
            (DOCTYPE)
            // The end of the body is written after the last section.
            (PreEscaped(format!("<html lang=\"{}\">", self.lang().code())))
            head { (self.meta(&home)) style { (PreEscaped(STYLE)) } }
            (PreEscaped("<body class=\"one-file\">"))
            (self.header(self.links, "", None))
            (PreEscaped("<main id=\":content\" tabindex=\"-1\">"))
        };
        out.write_all(head.into_string().as_bytes())?;
        self.each(&mut |page| {
            let section = html! {
                div.page id=(page.path) {
                    (page.main)
                    @if let Some(graph) = page.graph.filter(|_| page.section == Section::Visits) {
                        script type="application/ld+json" { (PreEscaped(graph)) }
                    }
                }
            };
            out.write_all(section.into_string().as_bytes())
        })?;
        let mut scripts = String::new();
        for (_, text) in self.search_files()? {
            scripts.push_str(&text);
        }
        let foot = html! {
            (PreEscaped("</main>"))
            (self.footer(self.links))
            script { (PreEscaped(scripts)) }
            script data-root="" { (PreEscaped(SCRIPT)) }
        };
        out.write_all(foot.into_string().as_bytes())?;
        out.write_all(b"</body></html>\n")
    }
}
