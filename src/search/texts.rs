//! What records are found by: the texts of their own.

use std::borrow::Cow;

use hashbrown::HashMap;

use super::fields::Field;
use super::lenders::{Lenders, side_field, titles};
use crate::lang::classifications;
use crate::model::{
    Archive, AttendanceStatus, Extra, Id, Identifier, Media, Medium, Mode, Note, NoteType, Organization,
    Outcome, OutcomeStatus, OutcomeType, Participant, ParticipantRole, ParticipantType, Place, Record, Role,
    SourceRef, SourceType, Statement, Status, Stop, StopStatus, Visit, VisitClassification,
};
use crate::text::folded_words;

/// A text, and the field it stands in.
pub(super) type InField<'a> = (Cow<'a, str>, Field);

/// The words that begin the name of the government of a province, or of a province.
const PROVINCES: &[&[&str]] =
    &[&["pemerintah", "provinsi"], &["pemprov"], &["provinsi"], &["province", "of"]];

/// What a visit notes of one of its records, elsewhere than in the record.
#[derive(Debug, Clone, Copy)]
pub(super) enum Besides<'v> {
    Note(&'v Note),
    Outcome(&'v Outcome),
    Media(&'v Media),
}

impl<'v> Besides<'v> {
    /// By the ids of the records that they are about.
    pub(super) fn by_record(visit: &'v Visit) -> HashMap<&'v Id, Vec<Self>> {
        let mut besides: HashMap<&Id, Vec<Self>> = HashMap::new();
        let mut add = |id: &'v Id, it| besides.entry(id).or_default().push(it);
        visit.notes.iter().for_each(|note| note.about.iter().for_each(|id| add(id, Self::Note(note))));
        visit.outcomes.iter().for_each(|it| it.stop.iter().for_each(|id| add(id, Self::Outcome(it))));
        visit.media.iter().for_each(|it| it.stop.iter().for_each(|id| add(id, Self::Media(it))));
        besides
    }

    fn texts(self, visit: &'v Visit) -> Vec<InField<'v>> {
        match self {
            Self::Note(note) => all([&note.text], Field::Note).chain(extra([&note.extra])).collect(),
            Self::Outcome(outcome) => of_outcome(visit, outcome),
            Self::Media(media) => {
                let Media { title, url, path, credit, license, .. } = media;
                let texts = [title, url, path, credit, license].into_iter().flatten();
                all(texts, Field::Media).chain(extra([&media.extra])).collect()
            }
        }
    }
}

/// The texts of a record that no other shares.
pub(super) fn own<'v>(archive: &'v Archive, lenders: &Lenders<'v>, record: Record<'v>) -> Vec<InField<'v>> {
    let mut texts = match record {
        Record::Visit(visit) => return of_visit(archive, visit),
        Record::Stop(visit, stop) => of_whole_stop(visit, stop),
        Record::Participant(visit, person) => {
            let mut texts = of_person(visit, person, Field::Name);
            texts.extend(as_side(visit, person));
            texts.extend(of_identifiers(&person.identifiers, &person.same_as));
            let role = person.role.as_ref().and_then(ParticipantRole::unlisted);
            texts.extend(written([role, person.kind.as_ref().and_then(ParticipantType::unlisted)]));
            let attendance = person.attendance.iter().map(|it| it.status.as_ref());
            texts.extend(written(attendance.map(|it| it.and_then(AttendanceStatus::unlisted))));
            let attendance = person.attendance.iter().map(|it| &it.extra);
            let posts = person.post.iter().map(|it| &it.extra);
            texts.extend(extra(attendance.chain(posts).chain([&person.extra])));
            texts.extend(of_references(person.sources.iter().chain(&person.role_sources)));
            texts
        }
        Record::Organization(visit, organization) => {
            let mut texts: Vec<InField<'_>> = of_organization(visit, organization, Field::Name).collect();
            texts.extend(
                lenders.side(&organization.id).into_iter().flat_map(|field| names_of(organization, field)),
            );
            let place = organization.place.as_ref();
            texts.extend(all(place.and_then(|place| place.name.as_ref()), Field::Text));
            texts.extend(of_coordinates(place));
            texts.extend(of_identifiers(&organization.identifiers, &organization.same_as));
            texts.extend(of_class(organization.classification.as_ref()));
            texts.extend(written([organization.role.as_ref().and_then(Role::unlisted)]));
            texts.extend(extra([&organization.extra]));
            texts.extend(of_references(&organization.role_sources));
            texts
        }
        Record::Statement(_, statement) => of_statement(statement),
    };
    let besides = lenders.besides(record.id());
    texts.extend(besides.iter().flat_map(|it| it.texts(record.visit())));
    texts
}

pub(super) fn one(text: &str, field: Field) -> InField<'_> {
    (Cow::Borrowed(text), field)
}

pub(super) fn all<'v>(
    texts: impl IntoIterator<Item = &'v String>,
    field: Field,
) -> impl Iterator<Item = InField<'v>> {
    texts.into_iter().map(move |text| one(text, field))
}

/// What the writer's own fields say, each as a text.
fn extra<'v>(extra: impl IntoIterator<Item = &'v Extra>) -> impl Iterator<Item = InField<'v>> {
    let fields = extra.into_iter().flat_map(Extra::fields);
    fields.map(|(_, value)| (Cow::Owned(value.to_string()), Field::Own))
}

fn of_identifiers<'v>(
    identifiers: &'v [Identifier],
    same_as: &'v [String],
) -> impl Iterator<Item = InField<'v>> {
    let texts = identifiers.iter().flat_map(|it| [&it.scheme, &it.identifier]).chain(same_as);
    all(texts, Field::Identifier).chain(extra(identifiers.iter().map(|it| &it.extra)))
}

/// Words of the writer's own where a list has none; the others are labels.
fn written<'v>(words: impl IntoIterator<Item = Option<&'v str>>) -> impl Iterator<Item = InField<'v>> {
    words.into_iter().flatten().map(|word| one(word, Field::Text))
}

fn of_class(class: Option<&String>) -> Option<InField<'_>> {
    let is_listed = |class: &&String| classifications().any(|(term, _)| term == **class);
    let class = class.filter(|class| !is_listed(class))?;
    Some((Cow::Owned(class.replace('_', " ")), Field::Text))
}

/// What the writer adds to references to sources; a place in a source is no text.
fn of_references<'v>(
    references: impl IntoIterator<Item = &'v SourceRef>,
) -> impl Iterator<Item = InField<'v>> {
    extra(references.into_iter().map(|it| &it.extra))
}

fn of_statement(statement: &Statement) -> Vec<InField<'_>> {
    let Statement { text, context, indicator, value, unit, baseline, translations, topics, .. } = statement;
    let mut texts = vec![one(text, Field::Text)];
    texts.extend(all([context, indicator, value, unit, baseline].into_iter().flatten(), Field::Text));
    texts.extend(all(translations.iter().map(|it| &it.text), Field::Text));
    texts.extend(all(topics, Field::Topic));
    texts.extend(all(&statement.attribution_text, Field::Attribution));
    texts.extend(written([statement.medium.as_ref().and_then(Medium::unlisted)]));
    texts.extend(extra(translations.iter().map(|it| &it.extra).chain([&statement.extra])));
    texts.extend(of_references(&statement.sources));
    texts
}

fn of_visit<'v>(archive: &'v Archive, visit: &'v Visit) -> Vec<InField<'v>> {
    let mut texts: Vec<InField<'_>> = titles(visit, Field::Name).collect();
    let claims = || visit.summary.iter().chain(&visit.objectives);
    texts.extend(all(claims().map(|claim| &claim.text).chain(&visit.local_term), Field::Text));
    texts.extend(all(&visit.date_text, Field::Printed));
    texts.extend(visit.outcomes.iter().flat_map(|it| of_outcome(visit, it)));
    texts.extend(all(&visit.topics, Field::Topic));
    texts.extend(visit.organizations.iter().flat_map(|it| names_of(it, Field::Organization)));
    let mut cities: Vec<String> = visit.parties().flat_map(|it| cities(visit, it)).collect();
    let localities = visit.itinerary.iter().flat_map(|stop| &stop.place).filter_map(|it| it.locality.clone());
    cities.extend(
        localities.chain(visit.itinerary.iter().filter_map(|stop| Some(visit.city_of_stop(stop)?.name))),
    );
    cities.sort_unstable();
    cities.dedup();
    texts.extend(cities.into_iter().map(|city| (city.into(), Field::City)));
    texts.extend(all(visit.places.iter().filter_map(|place| place.name.as_ref()), Field::Stop));
    texts.extend(visit.places.iter().flat_map(of_place));
    texts.extend(visit.notes.iter().flat_map(|note| Besides::Note(note).texts(visit)));
    texts.extend(visit.media.iter().flat_map(|media| Besides::Media(media).texts(visit)));
    texts.extend(of_expenses(visit));
    texts.extend(of_sources(visit));
    let class = visit.classification.as_ref().and_then(VisitClassification::unlisted);
    let status = visit.status.as_ref().and_then(Status::unlisted);
    texts.extend(written([class, status, visit.mode.as_ref().and_then(Mode::unlisted)]));
    texts.extend(written(visit.notes.iter().map(|it| it.kind.as_ref().and_then(NoteType::unlisted))));
    texts.extend(written(visit.media.iter().map(|it| it.kind.unlisted())));
    texts.extend(written(visit.related.iter().map(|it| it.kind.unlisted())));
    let header = archive.header(visit);
    let of_all = header.map(|header| header.title.iter().chain(&header.license));
    texts.extend(all(of_all.into_iter().flatten(), Field::Text));
    texts.extend(extra(header.map(|header| &header.extra)));
    texts.extend(extra(visit.related.iter().map(|it| &it.extra)));
    texts.extend(of_coordinates(&visit.places));
    texts.extend(extra(claims().map(|it| &it.extra).chain([&visit.extra])));
    texts.extend(of_references(claims().flat_map(|claim| &claim.sources)));
    texts
}

fn of_outcome<'v>(visit: &'v Visit, outcome: &'v Outcome) -> Vec<InField<'v>> {
    let Outcome { text, responsible, value, unit, kind, status, .. } = outcome;
    let responsible = responsible.iter().map(|it| visit.name_or_text(it));
    let of_no_list =
        [kind.as_ref().and_then(OutcomeType::unlisted), status.as_ref().and_then(OutcomeStatus::unlisted)];
    let texts = all([text].into_iter().chain(value).chain(unit), Field::Outcome);
    let texts = texts.chain(responsible.map(|it| one(it, Field::Outcome))).chain(written(of_no_list));
    texts.chain(extra([&outcome.extra])).chain(of_references(&outcome.sources)).collect()
}

fn of_expenses(visit: &Visit) -> impl Iterator<Item = InField<'_>> {
    visit.expenses.iter().flat_map(|it| {
        let texts = all([&it.amount, &it.currency].into_iter().chain(&it.note), Field::Expense);
        texts.chain(extra([&it.extra])).chain(of_references(&it.sources))
    })
}

fn of_sources(visit: &Visit) -> impl Iterator<Item = InField<'_>> {
    visit.sources.iter().flat_map(|source| {
        let texts = [
            &source.title,
            &source.publisher,
            &source.url,
            &source.archive_url,
            &source.license,
            &source.sha256,
            &source.path,
        ];
        let kind = source.kind.as_ref().and_then(SourceType::unlisted);
        let texts = all(texts.into_iter().flatten(), Field::Source).chain(written([kind]));
        texts.chain(all(&source.author, Field::Author)).chain(extra([&source.extra]))
    })
}

/// Somebody, with their own names in one field: a name, or the name of whoever speaks.
pub(super) fn of_person<'v>(visit: &'v Visit, person: &'v Participant, own: Field) -> Vec<InField<'v>> {
    let Participant { name, name_en, name_id, other_names, post, post_en, post_id, .. } = person;
    let names = [name, name_en, name_id].into_iter().flatten().chain(other_names);
    let posts = post.iter().flat_map(|it| std::iter::once(&it.title).chain(&it.title_en).chain(&it.title_id));
    let posts = posts.chain(post_en).chain(post_id);
    let office = if own == Field::Person { Field::SpeakerPost } else { Field::Post };
    let mut texts: Vec<InField<'_>> = all(names, own).chain(all(posts, office)).collect();
    for organization in person.organizations().filter_map(|id| visit.organization(id)) {
        texts.extend(of_organization(visit, organization, Field::Organization));
    }
    texts
}

/// Somebody as one of the hosts or of the visitors: by whatever they are called there.
pub(super) fn as_side<'v>(visit: &'v Visit, person: &'v Participant) -> Vec<InField<'v>> {
    let Some(side) = side_field(person.side) else { return Vec::new() };
    let is_called = |field| matches!(field, Field::Name | Field::Post | Field::Organization);
    let texts = of_person(visit, person, Field::Name).into_iter().filter(|(_, field)| is_called(*field));
    texts.map(|(text, _)| (text, side)).collect()
}

/// An organization, with its names in one field, and its city.
pub(super) fn of_organization<'v>(
    visit: &'v Visit,
    organization: &'v Organization,
    own: Field,
) -> impl Iterator<Item = InField<'v>> {
    let cities = cities(visit, organization).into_iter().map(|city| (city.into(), Field::City));
    names_of(organization, own).chain(cities).chain(organization.place.iter().flat_map(of_place))
}

/// The city of an organization. A province is none, but who looks for a government need not know its rank.
fn cities(visit: &Visit, organization: &Organization) -> Vec<String> {
    let Organization { name, classification, .. } = organization;
    let is_province = matches!(classification.as_deref(), Some("province" | "provinsi" | "prefecture"))
        || PROVINCES.iter().any(|words| folded_words(name).take(words.len()).eq(words.iter().copied()));
    let city = visit.city_of(organization).map(|city| city.name);
    city.into_iter().chain(is_province.then(|| name.clone())).collect()
}

pub(super) fn names_of(organization: &Organization, field: Field) -> impl Iterator<Item = InField<'_>> {
    let Organization { name, name_en, name_id, other_names, .. } = organization;
    all([name].into_iter().chain(name_en).chain(name_id).chain(other_names), field)
}

/// A stop, with its names in one field, and its place.
pub(super) fn of_stop<'v>(visit: &'v Visit, stop: &'v Stop, own: Field) -> Vec<InField<'v>> {
    let Stop { name, name_en, name_id, short_name, other_names, organization, .. } = stop;
    let names = [name].into_iter().chain(name_en).chain(name_id).chain(short_name).chain(other_names);
    let mut texts: Vec<InField<'_>> = all(names, own).collect();
    texts.extend(all(stop.place.iter().filter_map(|place| place.name.as_ref()), own));
    texts.extend(stop.place.iter().flat_map(of_place));
    let organization = organization.as_ref().and_then(|id| visit.organization(id));
    let cities = organization.into_iter().flat_map(|it| cities(visit, it));
    texts.extend(cities.map(|city| (city.into(), Field::City)));
    texts
}

fn of_place(place: &Place) -> impl Iterator<Item = InField<'_>> {
    let Place { address, locality, region, .. } = place;
    all([address, locality, region].into_iter().flatten(), Field::City)
}

/// What a place says besides its address.
fn of_coordinates<'v>(places: impl IntoIterator<Item = &'v Place>) -> impl Iterator<Item = InField<'v>> {
    places.into_iter().flat_map(|place| {
        let coordinates = place.coordinates.as_ref();
        let source = all(coordinates.and_then(|it| it.source.as_ref()), Field::Text);
        source.chain(extra(coordinates.map(|it| &it.extra).into_iter().chain([&place.extra])))
    })
}

/// A stop with what is not lent to the statements that were made there.
fn of_whole_stop<'v>(visit: &'v Visit, stop: &'v Stop) -> Vec<InField<'v>> {
    let mut texts = of_stop(visit, stop, Field::Name);
    texts.extend(all(&stop.activities, Field::Text));
    texts.extend(all(&stop.topics, Field::Topic));
    texts.extend(all(&stop.date_text, Field::Printed));
    let organization = stop.organization.as_ref().and_then(|id| visit.organization(id));
    texts.extend(organization.into_iter().flat_map(|it| names_of(it, Field::Organization)));
    texts.extend(of_class(stop.classification.as_ref()));
    let status = stop.status.as_ref().and_then(StopStatus::unlisted);
    texts.extend(written([status, stop.mode.as_ref().and_then(Mode::unlisted)]));
    texts.extend(of_coordinates(&stop.place));
    texts.extend(extra([&stop.extra]));
    texts.extend(of_references(&stop.sources));
    texts
}
