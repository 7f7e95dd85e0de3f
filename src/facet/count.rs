//! The pass over the statements: who passes, and who would.

use std::sync::Arc;

use jiff::civil::Date;

use super::table::{Entry, Facets, UNSAID, Voice};
use super::{Chip, ChipKind, Scope, StatementSet, StopKey};
use crate::model::{Archive, Record, RecordKind, Side, StatementType, Target, Visit, place_key};
use crate::text::fold;

/// The statements that have the words of a text chip.
pub type Texts<'a> = &'a dyn Fn(&str) -> Arc<StatementSet>;

/// What a choice gives.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Counts {
    /// The statements that pass, in the order of the archive.
    pub shown: Vec<Target>,
    /// The statements of the scope.
    pub total: usize,
    stops: Vec<u32>,
    places: Vec<u32>,
    people: Vec<u32>,
    organizations: Vec<u32>,
    /// The statements that pass, by visit.
    visits: Vec<u32>,
    /// Statements whose place is not said.
    pub place_unsaid: usize,
    /// Statements whose speaker is not said.
    pub speaker_unsaid: usize,
}

/// The chips as numbers, by kind.
#[derive(Debug, Default)]
struct Choice {
    kinds: Vec<ChipKind>,
    stops: Vec<Wanted>,
    people: Vec<u32>,
    organizations: Vec<u32>,
    sides: Vec<Side>,
    types: Vec<StatementType>,
    days: Vec<Date>,
    topics: Vec<u32>,
    texts: Vec<Arc<StatementSet>>,
}

#[derive(Debug, PartialEq)]
enum Wanted {
    Stop(u32),
    Place(u32),
    Unsaid,
}

/// A number that no fact has: a chip whose target is gone matches nothing.
const NOBODY: u32 = UNSAID - 1;

impl Choice {
    fn new(facets: &Facets, archive: &Archive, chips: &[Chip], texts: Texts<'_>) -> Self {
        let mut choice = Self::default();
        for chip in chips.iter().filter(|chip| chip.narrows_statements()) {
            if !choice.kinds.contains(&chip.kind()) {
                choice.kinds.push(chip.kind());
            }
            match chip {
                Chip::Stop(None) => choice.stops.push(Wanted::Unsaid),
                Chip::Stop(Some(StopKey::Place(key))) => {
                    choice.stops.push(Wanted::Place(facets.places.find(key).unwrap_or(NOBODY)));
                }
                Chip::Stop(Some(StopKey::Within(visit, stop))) => {
                    let number = archive.position(visit).and_then(|at| {
                        let item = archive.visits.get(at)?.itinerary.iter().position(|it| it.id == *stop)?;
                        facets.stop_number(Target::new(at, RecordKind::Stop, item))
                    });
                    choice.stops.push(Wanted::Stop(number.unwrap_or(NOBODY)));
                }
                Chip::Person(None) => choice.people.push(UNSAID),
                Chip::Person(Some(agent)) => {
                    choice.people.push(facets.people.find(agent).unwrap_or(NOBODY));
                }
                Chip::Organization(id) => {
                    choice.organizations.push(facets.organizations.find(id).unwrap_or(NOBODY));
                }
                Chip::Side(side) => choice.sides.push(*side),
                Chip::Type(kind) => choice.types.push(*kind),
                Chip::Day(day) => choice.days.push(*day),
                Chip::Topic(topic) => {
                    choice.topics.push(facets.topic_names.get(&fold(topic)).copied().unwrap_or(NOBODY));
                }
                Chip::Text(_, text) => choice.texts.push(texts(text)),
            }
        }
        choice
    }

    fn has(&self, kind: ChipKind, facets: &Facets, entry: &Entry) -> bool {
        match kind {
            ChipKind::Stop => self.stops.iter().any(|wanted| match wanted {
                Wanted::Stop(stop) => entry.stop == *stop,
                Wanted::Place(place) => entry.place == *place,
                Wanted::Unsaid => entry.stop == UNSAID,
            }),
            ChipKind::Person => {
                let voices = facets.voices(entry);
                let said = |person: &u32| {
                    if *person == UNSAID {
                        voices.is_empty()
                    } else {
                        voices.iter().any(|it| it.person == *person)
                    }
                };
                self.people.iter().any(said)
            }
            ChipKind::Organization => {
                facets.voices(entry).iter().any(|it| self.organizations.contains(&it.organization))
            }
            ChipKind::Side => {
                let sides = facets.voices(entry).iter().filter_map(|it| it.side);
                sides.into_iter().any(|side| self.sides.contains(&side))
            }
            ChipKind::Type => self.types.contains(&entry.kind),
            ChipKind::Day => entry.day.is_some_and(|day| self.days.contains(&day)),
            ChipKind::Topic => {
                let topics = facets.topics.get(entry.topics.clone()).unwrap_or_default();
                topics.iter().any(|topic| self.topics.contains(topic))
            }
            // Texts narrow each other: they are no values of one fact.
            ChipKind::Text => self.texts.iter().all(|found| found.contains(entry.target)),
        }
    }

    /// The one kind that a statement fails in: nothing when it passes all; an error when it fails in several.
    fn failing(&self, facets: &Facets, entry: &Entry) -> Result<Option<ChipKind>, ()> {
        let mut failing = None;
        for kind in &self.kinds {
            if !self.has(*kind, facets, entry) && failing.replace(*kind).is_some() {
                return Err(());
            }
        }
        Ok(failing)
    }
}

impl Facets {
    /// What the chips give in a scope.
    pub fn count(&self, archive: &Archive, scope: Scope, chips: &[Chip], texts: Texts<'_>) -> Counts {
        let choice = Choice::new(self, archive, chips, texts);
        let entries = self.of(scope);
        let mut counts = Counts {
            total: entries.len(),
            shown: Vec::with_capacity(if choice.kinds.is_empty() { entries.len() } else { 0 }),
            stops: vec![0; self.place_of.len()],
            places: vec![0; self.places.len()],
            people: vec![0; self.people.len()],
            organizations: vec![0; self.organizations.len()],
            visits: vec![0; archive.visits.len()],
            ..Counts::default()
        };
        for entry in entries {
            match choice.failing(self, entry) {
                Ok(None) => {
                    counts.shown.push(entry.target);
                    bump_at(&mut counts.visits, entry.target.visit);
                    counts.at_stop(entry);
                    counts.by_person(self.voices(entry));
                    counts.by_organization(self.voices(entry));
                }
                Ok(Some(ChipKind::Stop)) => counts.at_stop(entry),
                Ok(Some(ChipKind::Person)) => counts.by_person(self.voices(entry)),
                Ok(Some(ChipKind::Organization)) => counts.by_organization(self.voices(entry)),
                Ok(Some(_)) | Err(()) => {}
            }
        }
        counts
    }

    /// How many statements the chips give, without making a list of them.
    pub fn how_many(&self, archive: &Archive, scope: Scope, chips: &[Chip], texts: Texts<'_>) -> usize {
        let choice = Choice::new(self, archive, chips, texts);
        self.of(scope).iter().filter(|entry| choice.failing(self, entry) == Ok(None)).count()
    }

    /// The chips that keep a statement from being shown: all of a kind, when it has none of them.
    pub fn hiding(&self, archive: &Archive, target: Target, chips: &[Chip], texts: Texts<'_>) -> Vec<Chip> {
        let choice = Choice::new(self, archive, chips, texts);
        let entry = self.of(Scope::Visit(target.visit)).iter().find(|entry| entry.target == target);
        let hides = |chip: &&Chip| {
            let fails = |entry| !choice.has(chip.kind(), self, entry);
            chip.narrows_statements() && entry.is_some_and(fails)
        };
        chips.iter().filter(hides).cloned().collect()
    }

    /// For each of the candidates, how many statements it would give beside the chips of other kinds.
    pub fn count_each(
        &self,
        (archive, scope): (&Archive, Scope),
        chips: &[Chip],
        candidates: &[Chip],
        texts: Texts<'_>,
    ) -> Vec<usize> {
        let choice = Choice::new(self, archive, chips, texts);
        let one = |chip: &Chip| (chip.kind(), Choice::new(self, archive, std::slice::from_ref(chip), texts));
        let candidates: Vec<(ChipKind, Choice)> = candidates.iter().map(one).collect();
        let mut counts = vec![0; candidates.len()];
        for entry in self.of(scope) {
            let Ok(failing) = choice.failing(self, entry) else { continue };
            for ((kind, candidate), count) in candidates.iter().zip(&mut counts) {
                let others_pass = failing.is_none_or(|failing| failing == *kind);
                *count += usize::from(others_pass && candidate.has(*kind, self, entry));
            }
        }
        counts
    }

    /// What a chip means in another scope: the same, or the stop that is at its place, or the place of its stop; nothing
    /// when no record of that scope has it.
    pub fn translate(&self, archive: &Archive, scope: Scope, chip: &Chip) -> Vec<Chip> {
        let open = scope.visit_in(archive);
        match (chip, open) {
            (Chip::Stop(Some(key)), _) => {
                let place = match key {
                    StopKey::Place(key) => Some(key.clone()),
                    StopKey::Within(id, stop) => {
                        // In its own visit a stop stays itself.
                        if open.is_some_and(|open| open.id == *id) {
                            return vec![chip.clone()];
                        }
                        archive.visit(id).and_then(|visit| visit.stop(stop)).map(place_key)
                    }
                };
                let Some(place) = place else { return Vec::new() };
                let Some(open) = open else { return vec![Chip::Stop(Some(StopKey::Place(place)))] };
                let there = open.itinerary.iter().filter(|stop| place_key(stop) == place);
                there
                    .map(|stop| Chip::Stop(Some(StopKey::Within(open.id.clone(), stop.id.clone()))))
                    .collect()
            }
            (_, Some(open)) if !self.has_meaning(archive, (scope, open), chip) => Vec::new(),
            _ => vec![chip.clone()],
        }
    }

    /// Whether the archive has what a chip names: the stop, the person or the organization.
    pub fn knows(&self, archive: &Archive, chip: &Chip) -> bool {
        match chip {
            Chip::Stop(Some(StopKey::Within(visit, stop))) => {
                archive.visit(visit).is_some_and(|visit| visit.stop(stop).is_some())
            }
            Chip::Stop(Some(StopKey::Place(key))) => self.places.find(key).is_some(),
            Chip::Person(Some(agent)) => self.people.find(agent).is_some(),
            Chip::Organization(id) => self.organizations.find(id).is_some(),
            _ => true,
        }
    }

    fn has_meaning(&self, archive: &Archive, (scope, visit): (Scope, &Visit), chip: &Chip) -> bool {
        match chip {
            Chip::Side(_) | Chip::Type(_) | Chip::Text(..) | Chip::Stop(Some(_)) => true,
            Chip::Person(Some(agent)) => visit.participant_who(agent).is_some(),
            Chip::Organization(id) => visit.organization(id).is_some(),
            Chip::Stop(None) | Chip::Person(None) | Chip::Day(_) | Chip::Topic(_) => {
                self.how_many(archive, scope, std::slice::from_ref(chip), &|_| Arc::default()) > 0
            }
        }
    }
}

/// What the voices of a statement have, each once: a statement counts once for everybody.
fn once_each(voices: &[Voice], of: impl Fn(&Voice) -> u32 + Copy) -> impl Iterator<Item = u32> {
    let is_first = move |at: usize, number: u32| voices.iter().take(at).all(|before| of(before) != number);
    voices
        .iter()
        .map(of)
        .enumerate()
        .filter(move |(at, number)| is_first(*at, *number))
        .map(|(_, number)| number)
}

fn bump(counts: &mut [u32], number: u32) {
    bump_at(counts, usize::try_from(number).unwrap_or(usize::MAX));
}

fn bump_at(counts: &mut [u32], at: usize) {
    if let Some(count) = counts.get_mut(at) {
        *count += 1;
    }
}

fn read(counts: &[u32], number: Option<u32>) -> usize {
    let count = number.and_then(|number| counts.get(usize::try_from(number).ok()?));
    count.and_then(|count| usize::try_from(*count).ok()).unwrap_or_default()
}

impl Counts {
    fn at_stop(&mut self, entry: &Entry) {
        bump(&mut self.stops, entry.stop);
        bump(&mut self.places, entry.place);
        self.place_unsaid += usize::from(entry.stop == UNSAID);
    }

    fn by_person(&mut self, voices: &[Voice]) {
        once_each(voices, |it| it.person).for_each(|person| bump(&mut self.people, person));
        self.speaker_unsaid += usize::from(voices.is_empty());
    }

    fn by_organization(&mut self, voices: &[Voice]) {
        once_each(voices, |it| it.organization).for_each(|number| bump(&mut self.organizations, number));
    }

    /// The statements that choosing a stop, a person or an organization would give; for a stop in all visits, choosing
    /// its place.
    pub fn of(&self, facets: &Facets, archive: &Archive, scope: Scope, target: Target) -> usize {
        match (archive.record(target), scope) {
            (Some(Record::Stop(..)), Scope::Visit(_)) => read(&self.stops, facets.stop_number(target)),
            (Some(Record::Stop(..)), Scope::All) => read(&self.places, facets.place(target)),
            (Some(Record::Participant(..)), _) => read(&self.people, facets.person(target)),
            (Some(Record::Organization(_, organization)), _) => {
                read(&self.organizations, facets.organizations.find(&organization.id))
            }
            (Some(Record::Visit(_)), _) => read(&self.visits, u32::try_from(target.visit).ok()),
            _ => 0,
        }
    }
}
