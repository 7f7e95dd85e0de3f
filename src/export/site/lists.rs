//! Lists that are split over pages, so that no page becomes too large.

use maud::{Markup, html};

use super::links::Links;
use crate::lang::{Lang, SITE};

/// The maximum size of the list on one page, in bytes; the rest of a page is small.
pub(super) const PAGE_BYTES: usize = 120_000;

/// Items under a heading.
pub(super) struct Group {
    pub(super) heading: Option<Markup>,
    pub(super) items: Vec<Markup>,
    /// Whether the items are those of a list, not blocks.
    pub(super) is_list: bool,
}

/// The groups as the content of pages; a group that does not fit continues on the next page, below its heading.
pub(super) fn split(groups: Vec<Group>, links: Links) -> Vec<Markup> {
    let limit = if links == Links::OneFile { usize::MAX } else { PAGE_BYTES };
    let mut pages: Vec<Vec<Group>> = vec![Vec::new()];
    let mut bytes = 0;
    for Group { heading, items, is_list } in groups {
        let head = heading.as_ref().map_or(0, |heading| heading.0.len());
        let continued = || Group { heading: heading.clone(), items: Vec::new(), is_list };
        let (mut part, has_items) = (continued(), !items.is_empty());
        bytes += head;
        for item in items {
            if bytes + item.0.len() > limit && bytes > head {
                let full = std::mem::replace(&mut part, continued());
                push(&mut pages, full);
                pages.push(Vec::new());
                bytes = head;
            }
            bytes += item.0.len();
            part.items.push(item);
        }
        // A heading without items is an entry of its own.
        if has_items {
            push(&mut pages, part);
        } else if let Some(page) = pages.last_mut() {
            page.push(part);
        }
    }
    pages.into_iter().map(|groups| html! { @for group in &groups { (written(group)) } }).collect()
}

fn push(pages: &mut [Vec<Group>], group: Group) {
    if let Some(page) = pages.last_mut().filter(|_| !group.items.is_empty()) {
        page.push(group);
    }
}

fn written(group: &Group) -> Markup {
    html! {
        section {
            @if let Some(heading) = &group.heading { h2 { (heading) } }
            @if group.is_list {
                ul.rows { @for item in &group.items { li { (item) } } }
            } @else {
                @for item in &group.items { (item) }
            }
        }
    }
}

/// The path of a page of a list, from 0. Names of files hold no dots, so no other page has this path.
pub(super) fn page_path(path: &str, number: usize) -> String {
    if number == 0 { path.to_owned() } else { format!("{path}.{}", number + 1) }
}

/// The links to the neighbouring pages of a list.
pub(super) fn pager(lang: Lang, links: Links, path: &str, (number, count): (usize, usize)) -> Markup {
    let link = |to: usize| links.page(&page_path(path, to));
    html! {
        @if count > 1 {
            nav.pager aria-label=(SITE.pages.get(lang)) {
                @if number > 0 { a rel="prev" href=(link(number - 1)) { (SITE.previous.get(lang)) } }
                span { (lang.page_of(number + 1, count)) }
                @if number + 1 < count { a rel="next" href=(link(number + 1)) { (SITE.next.get(lang)) } }
            }
        }
    }
}
