//! A briefing for protocol, one page a visit: hours, delegation, hosts by stop, what was agreed, and addresses.

use std::cmp::Reverse;

use super::blocks::{Block, BlockBuilder};
use super::job::Export;
use super::visit_parts::{Fact, facts_and_rest, is_under};
use crate::lang::Both;
use crate::model::{Id, Organization, Participant, ParticipantRole, Record, Side, Visit};
use crate::page::side_heading;
use crate::text::{capitalize, fold, visible_string};

const RUNDOWN: Both = Both { id: "Susunan acara", en: "Rundown" };
const HOSTS: Both = Both { id: "Tuan rumah di tiap lokasi", en: "Hosts by stop" };
const CONTACTS: Both = Both { id: "Alamat dan kontak", en: "Addresses and contacts" };

/// The beginnings of posts in the order of precedence, folded; each row is one rank.
const RANKS: &[&[&str]] = &[
    &["presiden", "president of the republic", "president of indonesia"],
    &["wakil presiden", "vice president of the republic", "vice president of indonesia"],
    &["ketua dpr ri", "ketua mpr", "ketua dpd", "speaker"],
    &["menteri", "minister"],
    &["wakil menteri", "deputy minister", "vice minister"],
    &["gubernur", "governor"],
    &["wakil gubernur", "deputy governor", "vice governor"],
    &["bupati", "wali kota", "walikota", "regent", "mayor"],
    &[
        "wakil bupati",
        "wakil wali kota",
        "wakil walikota",
        "deputy mayor",
        "vice mayor",
        "deputy regent",
        "vice regent",
    ],
    &["ketua dprd", "ketua dewan perwakilan rakyat daerah", "chair of the regional"],
    &["wakil ketua dprd", "deputy chair of the regional", "vice chair of the regional"],
    &[
        "sekretaris daerah",
        "sekda",
        "sekretaris jenderal",
        "regional secretary",
        "city secretary",
        "secretary general",
    ],
    &["direktur jenderal", "deputi", "director general", "deputy for"],
    &["asisten", "assistant", "minister counsellor", "minister counselor"],
    &["staf ahli", "expert staff"],
    &[
        "kepala dinas",
        "kepala badan",
        "kadis",
        "inspektur",
        "direktur",
        "presiden direktur",
        "presiden komisaris",
        "president",
        "rektor",
        "ketua",
        "chair",
        "kepala kantor",
        "head of the department",
        "head of the agency",
        "director",
    ],
    &[
        "sekretaris",
        "wakil direktur",
        "wakil presiden direktur",
        "wakil ketua",
        "secretary",
        "deputy director",
        "vice president",
        "deputy chair",
        "vice chair",
    ],
    &[
        "camat",
        "kepala bagian",
        "kepala bidang",
        "kabag",
        "kabid",
        "ketua tim",
        "ketua panitia",
        "head",
        "team leader",
    ],
    &["lurah", "kepala desa", "kepala"],
    &["anggota", "member"],
];
/// Words before a post held for a time, folded.
const ACTING: &[&str] = &["plt", "plh", "pj", "pjs", "penjabat", "pelaksana", "tugas", "harian", "acting"];

/// The blocks of the briefing on a visit.
pub(super) fn blocks(export: &Export<'_>, visit: &Visit) -> Vec<Block> {
    let mut page = BlockBuilder::new(export.archive, export.lang);
    let (m, lang) = (page.ctx.messages(), export.lang);
    let parts = page.visit_parts(visit);
    page.heading(1, page.title(visit));
    page.blocks.extend(page.lead(visit, &parts.date));
    page.blocks.extend(parts.texts);
    page.brief_stops(visit, RUNDOWN.get(lang));
    page.delegation(visit);
    page.hosts(visit, HOSTS.get(lang));
    page.blocks.extend(parts.sections.into_iter().filter(|it| is_under(it, m.outcomes)).flatten());
    page.contacts(visit, CONTACTS.get(lang));
    page.blocks
}

impl BlockBuilder<'_> {
    /// The visitors by rank.
    fn delegation(&mut self, visit: &Visit) {
        let people = visit.participants.iter().filter(|it| it.side == Some(Side::Visitor));
        let people = ranked(visit, people);
        if !people.is_empty() {
            let heading = side_heading(&self.ctx, Some(Side::Visitor), people.len());
            self.heading(2, heading);
            self.blocks.push(Block::List(people.into_iter().map(|it| self.styled(visit, it)).collect()));
        }
    }

    /// The hosts at each stop, then those of no stop, each group by rank.
    fn hosts(&mut self, visit: &Visit, heading: &str) {
        let code = self.ctx.lang.code();
        let stops = visit.stops_in_order().into_iter().filter_map(|at| visit.itinerary.get(at));
        let mut groups: Vec<(String, Vec<String>)> = Vec::new();
        for stop in stops {
            let name = visible_string(visit.name_of_in(&stop.id, code));
            let here = visit.with_attendance_at(&stop.id).map(|(_, it)| it);
            let here = ranked(visit, here.filter(|it| it.side == Some(Side::Host) && is_at(it, &stop.id)));
            let mut hosts: Vec<String> = here.into_iter().map(|it| self.styled(visit, it)).collect();
            if hosts.is_empty() {
                hosts.extend(stop.organization.iter().map(|id| visible_string(visit.name_of_in(id, code))));
            }
            groups.push((name, hosts));
        }
        let was_at_stop = |it: &Participant| {
            it.attendance.iter().any(|there| there.is_attended() && visit.stop(&there.stop).is_some())
        };
        let elsewhere =
            visit.participants.iter().filter(|it| it.side == Some(Side::Host) && !was_at_stop(it));
        let others = ranked(visit, elsewhere).into_iter().map(|it| self.styled(visit, it)).collect();
        groups.push((capitalize(self.ctx.messages().stop_not_stated), others));
        groups.retain(|(_, hosts)| !hosts.is_empty());
        if !groups.is_empty() {
            self.heading(2, heading);
        }
        for (name, hosts) in groups {
            self.heading(3, &name);
            self.blocks.push(Block::List(hosts));
        }
    }

    /// The organizations with their addresses, pages and own fields, such as telephone numbers.
    fn contacts(&mut self, visit: &Visit, heading: &str) {
        let found: Vec<(String, Vec<Fact>, Vec<Block>)> = visit
            .organizations
            .iter()
            .map(|it| {
                let (facts, own) = self.contact(visit, it);
                let name = visible_string(it.name_in(self.ctx.lang.code()).unwrap_or(&it.name));
                (name, facts, own)
            })
            .filter(|(_, facts, own)| !facts.is_empty() || !own.is_empty())
            .collect();
        if !found.is_empty() {
            self.heading(2, heading);
        }
        for (name, facts, own) in found {
            self.heading(3, &name);
            self.blocks.extend((!facts.is_empty()).then_some(Block::Facts(facts)));
            self.blocks.extend(own);
        }
    }

    fn contact(&self, visit: &Visit, organization: &Organization) -> (Vec<Fact>, Vec<Block>) {
        let m = self.ctx.messages();
        let (before, after) = self.record(Record::Organization(visit, organization), &organization.name, 3);
        let (mut facts, _) = facts_and_rest(before);
        facts.retain(|(label, _)| [m.address, m.same_as].contains(label));
        let own =
            after.into_iter().skip_while(|it| !matches!(it, Block::Heading(_, text) if text == m.own_fields));
        (facts, own.skip(1).take_while(|it| !matches!(it, Block::Heading(..))).collect())
    }

    /// Name in full with post and organization.
    fn styled(&self, visit: &Visit, person: &Participant) -> String {
        let (named, label) =
            (self.named(visit, person), visible_string(visit.label_in(person, self.ctx.lang.code())));
        match (titled(person), named.strip_prefix(&label)) {
            (Some(titled), Some(rest)) => format!("{}{rest}", visible_string(titled)),
            _ => named,
        }
    }
}

/// The longest other name that holds the name, such as one with titles and degrees.
fn titled(person: &Participant) -> Option<&str> {
    let name = person.name.as_deref()?;
    let longer = person.other_names.iter().filter(|it| it.contains(name));
    longer.max_by_key(|it| it.chars().count()).map(String::as_str)
}

fn is_at(person: &Participant, stop: &Id) -> bool {
    person.attendance.iter().any(|it| it.stop == *stop && it.is_attended())
}

/// Some participants of a visit: the head first, then by the rank of the post, groups and people of no rank last.
fn ranked<'v>(visit: &Visit, people: impl Iterator<Item = &'v Participant>) -> Vec<&'v Participant> {
    let mut people: Vec<&Participant> = people.collect();
    people.sort_by_key(|it| {
        let is_head = it.role == Some(ParticipantRole::HeadOfDelegation);
        (Reverse(is_head), rank(&visit.post_of(it).unwrap_or_default()))
    });
    people
}

/// The place of a post in the order of precedence; less is higher.
fn rank(post: &str) -> usize {
    let post = fold(post);
    let words = post.split_whitespace().skip_while(|word| ACTING.contains(&word.trim_end_matches('.')));
    let post = words.collect::<Vec<_>>().join(" ");
    let begins = |beginning: &&&str| {
        post.strip_prefix(**beginning).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    // The longest beginning says most: `kepala dinas` before `kepala`.
    let rows = RANKS.iter().enumerate();
    let matches =
        rows.filter_map(|(at, row)| Some((row.iter().filter(begins).map(|it| it.len()).max()?, at)));
    matches.max().map_or(RANKS.len(), |(_, at)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn posts_are_in_the_order_of_precedence() {
        let posts = [
            "Gubernur Kalimantan Barat",
            "Wali Kota Balikpapan",
            "Wakil Wali Kota Balikpapan",
            "Sekretaris Daerah Kota Pontianak",
            "Asisten Perekonomian",
            "Plt. Kepala Dinas Kesehatan",
            "Camat Pontianak Kota",
            "Penyuluh",
        ];
        let ranks = posts.map(rank);
        assert!(ranks.is_sorted_by(|one, next| one < next), "{ranks:?}");
        assert_eq!(rank("Deputy Mayor of Balikpapan"), rank("Wakil Wali Kota Balikpapan"));
        assert_eq!(rank("Kepalanya"), RANKS.len());
    }
}
