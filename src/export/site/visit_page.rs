//! The page of a visit: who visited whom and when, what was said, the stops, the people, and at the end what is technical.

use std::io;

use maud::{Markup, PreEscaped, html};

use super::{Page, Pages, Section, SiteVisit};
use crate::chart::itinerary_map;
use crate::export::blocks::Block;
use crate::export::html::{linked, written};
use crate::export::linked::{graph, nodes};
use crate::export::visit_parts::is_under;
use crate::lang::{SITE, STATEMENTS, clock, date_long};
use crate::model::{Id, Organization, PartialDate, Participant, Side, Statement, Stop, StopStatus, Visit};
use crate::page::side_heading;
use crate::text::{capitalize, visible_string};

impl Pages<'_> {
    /// The page of the visit at this position.
    pub(super) fn visit_page(&self, at: usize) -> io::Result<Option<Page>> {
        let Some(it) = self.visits.get(at) else { return Ok(None) };
        let (visit, title) = (it.visit, self.title_of(it.visit));
        let parts = self.blocks().visit_parts(visit);
        let main = html! {
            article {
                h1 { (title) }
                (self.lead(visit, &parts.date))
                @for block in &parts.texts { (written(block, self.lang().messages())) }
                (self.contents(it))
                (self.section(it, &parts.objectives))
                (self.statements(it))
                (self.itinerary(it))
                (self.people(it))
                @for section in &parts.sections { (self.section(it, section)) }
                (self.about(&parts.about))
            }
            (self.neighbours(at))
        };
        let description = [
            Some(parts.date),
            self.parties(visit),
            visit.summary.as_ref().map(|it| visible_string(&it.text)),
        ];
        Ok(Some(Page {
            path: it.path.clone(),
            title,
            description: description.into_iter().flatten().collect::<Vec<_>>().join(" · "),
            section: Section::Visits,
            main,
            graph: Some(graph(&nodes(self.lang(), visit, it.part))?),
        }))
    }

    /// The kind of visit, its date, the parties and the topics.
    fn lead(&self, visit: &Visit, date: &str) -> Markup {
        let kind = self.blocks().kind(visit);
        let (guests, hosts) = (visit.organizations_of(Side::Visitor), visit.organizations_of(Side::Host));
        html! {
            p.lead {
                @if let Some(kind) = kind { (kind) " · " }
                (date)
            }
            @if !guests.is_empty() || !hosts.is_empty() {
                p.parties {
                    (self.organizations(&guests))
                    @if !guests.is_empty() && !hosts.is_empty() { span.to { " → " } }
                    (self.organizations(&hosts))
                }
            }
            @if !visit.topics.is_empty() {
                nav.tags aria-label=(self.lang().messages().topics) {
                    ul { @for topic in &visit.topics { li { (self.topic(topic)) } } }
                }
            }
        }
    }

    fn organizations(&self, list: &[&Organization]) -> Markup {
        let code = self.lang().code();
        html! {
            @for (at, it) in list.iter().enumerate() {
                @if at > 0 { ", " }
                (self.link(self.subjects.organization(it), &visible_string(it.name_in(code).unwrap_or(&it.name))))
            }
        }
    }

    fn topic(&self, topic: &str) -> Markup {
        self.link(self.subjects.topic(topic), &visible_string(topic))
    }

    /// A name, as a link to its page.
    fn link(&self, path: Option<&str>, name: &str) -> Markup {
        html! { @match path { Some(path) => a href=(self.links.page(path)) { (name) }, None => (name) } }
    }

    /// The links to the parts of the page.
    fn contents(&self, it: &SiteVisit<'_>) -> Markup {
        let m = self.lang().messages();
        let parts = [
            ("statements", m.statements, it.statements()),
            ("stops", m.stops, it.visit.itinerary.len()),
            ("people", SITE.people.get(self.lang()), it.visit.participants.len()),
            ("sources", m.sources, it.visit.sources.len()),
        ];
        html! {
            nav.contents aria-label=(SITE.contents.get(self.lang())) {
                ul {
                    @for (name, label, count) in parts.into_iter().filter(|(.., count)| *count > 0) {
                        li { a href={ "#" (self.links.part(&it.path, name)) } { (label) } " " span.count { (self.lang().number(count)) } }
                    }
                }
            }
        }
    }

    /// A section of the detail page; that of the sources has an anchor.
    fn section(&self, it: &SiteVisit<'_>, blocks: &[Block]) -> Markup {
        let m = self.lang().messages();
        let anchor = is_under(blocks, m.sources).then(|| self.links.part(&it.path, "sources"));
        if blocks.is_empty() {
            return html! {};
        }
        html! { section id=[anchor] { @for block in blocks { (written(block, m)) } } }
    }

    /// The statements by stop, then those without a stop.
    fn statements(&self, it: &SiteVisit<'_>) -> Markup {
        let (m, visit) = (self.lang().messages(), it.visit);
        let all: Vec<&Statement> = it.part.statements_in_order(visit).collect();
        let stops = visit.stops_in_order().into_iter().filter_map(|at| visit.itinerary.get(at));
        let stops = stops.map(|stop| (Some(&stop.id), visit.name_of_in(&stop.id, self.lang().code())));
        let groups = stops.chain([(None, m.stop_not_stated)]).filter_map(|(stop, name)| {
            let here: Vec<&&Statement> = all.iter().filter(|it| it.stop.as_ref() == stop).collect();
            (!here.is_empty()).then(|| (stop, capitalize(&visible_string(name)), here))
        });
        html! {
            @if !all.is_empty() {
                section {
                    h2 id=(self.links.part(&it.path, "statements")) { (m.statements) }
                    @if all.len() < visit.statements.len() {
                        p { (self.lang().statements_of(all.len(), visit.statements.len())) }
                    }
                    @for (stop, name, statements) in groups {
                        h3 id=[stop.map(|stop| self.at(it, stop))] { (name) }
                        @for statement in statements { (self.anchored(it, statement)) }
                    }
                }
            }
        }
    }

    /// The anchor of the statements at a stop.
    fn at(&self, it: &SiteVisit<'_>, stop: &Id) -> String {
        self.links.part(&it.path, &format!("at:{stop}"))
    }

    /// The stops, as a line of points.
    fn itinerary(&self, it: &SiteVisit<'_>) -> Markup {
        let visit = it.visit;
        let stops = visit.stops_in_order().into_iter().filter_map(|at| visit.itinerary.get(at));
        html! {
            @if !visit.itinerary.is_empty() {
                section {
                    h2 id=(self.links.part(&it.path, "stops")) { (self.lang().messages().stops) }
                    @if let Some(map) = itinerary_map(visit, self.lang()) { div.map { (PreEscaped(map)) } }
                    ol.stops { @for stop in stops { (self.stop(it, stop)) } }
                }
            }
        }
    }

    fn stop(&self, it: &SiteVisit<'_>, stop: &Stop) -> Markup {
        let (lang, visit) = (self.lang(), it.visit);
        let said = it.part.statements_of(visit).filter(|it| it.stop.as_ref() == Some(&stop.id)).count();
        let zone = stop.timezone.as_deref().or(visit.timezone.as_deref());
        let when = |date: PartialDate| {
            let time = clock(lang, &date, zone).map(|time| format!(", {time}")).unwrap_or_default();
            format!("{}{time}{}", date_long(lang, &date), self.blocks().ctx.certainty(stop.date_certainty))
        };
        let unusual = stop.status.as_ref().filter(|status| **status != StopStatus::Visited);
        let city = visit.city_of_stop(stop).map(|city| city.name);
        let facts = [unusual.map(|status| status.label(lang).to_owned()), stop.start_date.map(when), city];
        let facts = visible_string(&facts.into_iter().flatten().collect::<Vec<_>>().join(" · "));
        html! {
            li id=(self.links.anchor(visit.id.as_str(), stop.id.as_str())) {
                p.name { (self.link(self.subjects.place(stop), &visible_string(visit.name_of_in(&stop.id, lang.code())))) }
                p.meta { (facts) }
                @if !stop.activities.is_empty() {
                    ul { @for activity in &stop.activities { li { (linked(&visible_string(activity))) } } }
                }
                @if said > 0 {
                    p.meta { a href={ "#" (self.at(it, &stop.id)) } { (lang.counted(said, STATEMENTS)) } }
                }
            }
        }
    }

    /// The people by side, each with post and organization.
    fn people(&self, at: &SiteVisit<'_>) -> Markup {
        let visit = at.visit;
        let page = self.blocks();
        let sides = [Some(Side::Visitor), Some(Side::Host), Some(Side::ThirdParty), None];
        let sides = sides.into_iter().filter_map(|side| {
            let of_side: Vec<&Participant> = visit.participants.iter().filter(|it| it.side == side).collect();
            (!of_side.is_empty()).then(|| (side_heading(&page.ctx, side, of_side.len()), of_side))
        });
        let person = |it: &Participant| {
            let text = page.named(visit, it);
            let name = visible_string(visit.label_in(it, self.lang().code()));
            let (name, rest) =
                text.strip_prefix(name.as_str()).map_or((text.as_str(), ""), |rest| (name.as_str(), rest));
            let rest = rest.trim_start_matches([',', ' ']);
            html! {
                p.name { (self.link(self.subjects.person(visit, it), name)) }
                @if !rest.is_empty() { p.meta { (rest) } }
            }
        };
        html! {
            @if !visit.participants.is_empty() {
                section {
                    h2 id=(self.links.part(&at.path, "people")) { (SITE.people.get(self.lang())) }
                    @for (heading, people) in sides {
                        h3 { (heading) }
                        ul.rows.people { @for it in people { li { (person(it)) } } }
                    }
                }
            }
        }
    }

    /// What is known about the record, in small print.
    fn about(&self, facts: &[(&'static str, Vec<String>)]) -> Markup {
        let facts = Block::Facts(facts.to_vec());
        html! {
            section.about { h2 { (SITE.about.get(self.lang())) } (written(&facts, self.lang().messages())) }
        }
    }

    /// The links to the visits before and after.
    fn neighbours(&self, at: usize) -> Markup {
        let visit = |at: Option<usize>| at.and_then(|at| self.visits.get(at));
        let (earlier, later) = (visit(Some(at + 1)), visit(at.checked_sub(1)));
        let link = |it: &SiteVisit<'_>, label: &str, direction: &str| {
            html! { a rel=(direction) href=(self.links.page(&it.path)) { span { (label) } " " (self.title_of(it.visit)) } }
        };
        html! {
            @if earlier.is_some() || later.is_some() {
                nav.neighbours aria-label=(SITE.neighbours.get(self.lang())) {
                    @if let Some(it) = earlier { (link(it, SITE.earlier.get(self.lang()), "prev")) }
                    @if let Some(it) = later { (link(it, SITE.later.get(self.lang()), "next")) }
                }
            }
        }
    }
}
