//! A statement on a page: its words, and below them who said it, where, when, and where that is written.

use maud::{Markup, html};

use super::links::Links;
use super::{Pages, SiteVisit};
use crate::cite::{Card, Citation};
use crate::export::html::{sources, words};
use crate::model::Statement;

impl Pages<'_> {
    /// A statement on the page of its visit, where it has its anchor; its translations follow.
    pub(super) fn anchored(&self, it: &SiteVisit<'_>, statement: &Statement) -> Markup {
        self.statement(it, statement, true)
    }

    /// A statement on another page.
    pub(super) fn quoted(&self, it: &SiteVisit<'_>, statement: &Statement) -> Markup {
        self.statement(it, statement, false)
    }

    fn statement(&self, it: &SiteVisit<'_>, statement: &Statement, is_anchored: bool) -> Markup {
        let citation = Citation::new(it.visit, statement, self.lang());
        let speaker = self.subjects.speaker(it.visit, statement).map(|path| self.links.page(path));
        let (visit, id) = (it.visit.id.as_str(), statement.id.as_str());
        let address = self.links.record(&it.path, visit, id);
        let anchor = is_anchored.then(|| self.links.anchor(visit, id));
        // On its own page the address is only the anchor.
        let address = match (&anchor, self.links) {
            (Some(anchor), Links::Files { .. }) => format!("#{anchor}"),
            _ => address,
        };
        let figure = |card: &Card, anchor: Option<&str>| {
            html! {
                figure class=(if card.is_quote { "quote" } else { "paraphrase" }) id=[anchor] {
                    (words(card))
                    figcaption {
                        p.by { @match &speaker { Some(speaker) => a href=(speaker) { (card.by) }, None => (card.by) } }
                        @if let Some(facts) = &card.facts { p { (facts) } }
                        (sources(card, self.lang().messages()))
                        p.ref { a href=(address) { (card.reference) } }
                    }
                }
            }
        };
        let translations = (0..statement.translations.len())
            .map(|at| Citation { translation: Some(at), ..citation }.card())
            .map(|card| figure(&card, None));
        html! {
            (figure(&citation.card(), anchor.as_deref()))
            @for translation in translations { (translation) }
        }
    }
}
