//! The Atom feed and the sitemap, which need the address of the site.

use std::fmt::Write as _;

use super::{BaseUrl, Pages};
use crate::lang::SITE;
use crate::model::Visit;
use crate::text::visible_string;

/// The number of visits in the feed.
const FEED_VISITS: usize = 30;
/// The maximum number of addresses in one sitemap, by the protocol.
const SITEMAP_URLS: usize = 50_000;

impl Pages<'_> {
    /// The newest visits as an Atom feed. Its dates are those of the visits, so that the same records give the same feed.
    pub(super) fn feed(&self, base: &BaseUrl) -> String {
        let newest = || self.visits.iter().take(FEED_VISITS);
        let updated = newest().find_map(|it| day(it.visit)).unwrap_or_else(unknown_day);
        let mut feed = format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
             <title>{}</title>\n<subtitle>{}</subtitle>\n<id>{home}</id>\n<link href=\"{home}\"/>\n\
             <link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>\n<updated>{updated}</updated>\n\
             <author><name>{}</name></author>\n<generator>lawat</generator>\n",
            self.lang().code(),
            escaped(&self.title),
            SITE.feed.get(self.lang()),
            escaped(&base.file("feed.xml")),
            escaped(&self.title),
            home = escaped(&base.file("index.html")),
        );
        for it in newest() {
            let address = escaped(&base.file(&format!("{}.html", it.path)));
            let summary = [
                Some(self.date_of(it.visit)),
                self.parties(it.visit),
                it.visit.summary.as_ref().map(|it| visible_string(&it.text)),
            ];
            let summary = summary.into_iter().flatten().collect::<Vec<_>>().join(" · ");
            let _ = writeln!(
                feed,
                "<entry>\n<title>{}</title>\n<id>{address}</id>\n<link href=\"{address}\"/>\n<updated>{}</updated>\n\
                 <summary>{}</summary>\n</entry>",
                escaped(&self.title_of(it.visit)),
                day(it.visit).unwrap_or_else(unknown_day),
                escaped(&summary),
            );
        }
        feed + "</feed>\n"
    }

    /// The sitemap; one with too many addresses is an index of several. Each file has its name and its text.
    pub(super) fn sitemap(base: &BaseUrl, pages: &[String]) -> Vec<(String, String)> {
        const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";
        let list = |element: &str, item: &str, files: &mut dyn Iterator<Item = &str>| {
            let entries = files.fold(String::new(), |list, file| {
                list + &format!("<{item}><loc>{}</loc></{item}>\n", escaped(&base.file(file)))
            });
            format!(
                "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<{element} xmlns=\"{NAMESPACE}\">\n{entries}</{element}>\n"
            )
        };
        let mut parts: Vec<(String, String)> = pages
            .chunks(SITEMAP_URLS)
            .enumerate()
            .map(|(at, pages)| {
                let name = format!("sitemap-{}.xml", at + 1);
                (name, list("urlset", "url", &mut pages.iter().map(String::as_str)))
            })
            .collect();
        if let [(name, _)] = parts.as_mut_slice() {
            "sitemap.xml".clone_into(name);
            return parts;
        }
        let index = list("sitemapindex", "sitemap", &mut parts.iter().map(|(name, _)| name.as_str()));
        parts.push(("sitemap.xml".to_owned(), index));
        parts
    }
}

/// The first possible day of a visit, in RFC 3339.
fn day(visit: &Visit) -> Option<String> {
    let day = visit.start_date?.earliest().filter(|day| day.year() > 0)?;
    Some(format!("{day}T00:00:00Z"))
}

/// Atom requires a date.
fn unknown_day() -> String {
    "1970-01-01T00:00:00Z".to_owned()
}

/// A text for XML 1.0, without the characters that it cannot hold.
fn escaped(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut written, c| {
        match c {
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            '"' => written.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => written.push(' '),
            c => written.push(c),
        }
        written
    })
}
