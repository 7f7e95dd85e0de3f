//! Texts with the field that they belong to, and the texts of people, organizations, stops and places, which are needed for
//! the records themselves and for those that refer to them.

use std::borrow::Cow;

use hashbrown::HashMap;

use super::fields::Field;
use crate::lang::classifications;
use crate::model::{
    Extra, Id, Identifier, Media, Note, Organization, Outcome, Participant, Place, RareParticipantFields,
    RareStopFields, Side, SourceRef, Stop, Visit,
};
use crate::text::folded_words;

/// A text, and the field of the record that it is in.
pub(super) type FieldText<'a> = (Cow<'a, str>, Field);

/// The first words of the names of provinces and their governments, folded.
const PROVINCES: &[&[&str]] =
    &[&["pemerintah", "provinsi"], &["pemprov"], &["provinsi"], &["province", "of"]];

/// A note, an outcome or a file about a record, which is listed elsewhere in its visit.
#[derive(Debug, Clone, Copy)]
pub(super) enum Annotation<'v> {
    Note(&'v Note),
    Outcome(&'v Outcome),
    Media(&'v Media),
}

impl<'v> Annotation<'v> {
    /// The annotations of a visit, by the ids of the records that they are about.
    pub(super) fn by_record(visit: &'v Visit) -> HashMap<&'v Id, Vec<Self>> {
        let mut annotations: HashMap<&Id, Vec<Self>> = HashMap::new();
        let mut add = |id: &'v Id, it| annotations.entry(id).or_default().push(it);
        visit.notes.iter().for_each(|note| note.about.iter().for_each(|id| add(id, Self::Note(note))));
        visit.outcomes.iter().for_each(|it| it.stop.iter().for_each(|id| add(id, Self::Outcome(it))));
        visit.media.iter().for_each(|it| it.stop.iter().for_each(|id| add(id, Self::Media(it))));
        annotations
    }
}

pub(super) fn text_in(text: &str, field: Field) -> FieldText<'_> {
    (Cow::Borrowed(text), field)
}

pub(super) fn texts_in<'v, T: AsRef<str> + 'v>(
    texts: impl IntoIterator<Item = &'v T>,
    field: Field,
) -> impl Iterator<Item = FieldText<'v>> {
    texts.into_iter().map(move |text| text_in(text.as_ref(), field))
}

/// The values of the writer's custom fields, each as a text.
pub(super) fn custom_texts<'v>(
    extra: impl IntoIterator<Item = &'v Extra>,
) -> impl Iterator<Item = FieldText<'v>> {
    let fields = extra.into_iter().flat_map(Extra::fields);
    fields.map(|(_, value)| (Cow::Owned(value.to_string()), Field::Custom))
}

pub(super) fn identifier_texts<'v>(
    identifiers: &'v [Identifier],
    same_as: &'v [String],
) -> impl Iterator<Item = FieldText<'v>> {
    let texts = identifiers.iter().flat_map(|it| [&it.scheme, &it.identifier]).chain(same_as);
    texts_in(texts, Field::Identifier).chain(custom_texts(identifiers.iter().map(|it| &it.extra)))
}

/// Values that are not in their list. Those that are, are keywords.
pub(super) fn unlisted_texts<'v>(
    words: impl IntoIterator<Item = Option<&'v str>>,
) -> impl Iterator<Item = FieldText<'v>> {
    words.into_iter().flatten().map(|word| text_in(word, Field::Text))
}

pub(super) fn classification_text(class: Option<&String>) -> Option<FieldText<'_>> {
    let is_listed = |class: &&String| classifications().any(|(term, _)| term == **class);
    let class = class.filter(|class| !is_listed(class))?;
    Some((Cow::Owned(class.replace('_', " ")), Field::Text))
}

/// The custom fields of references to sources. Page numbers and the like are not searched.
pub(super) fn reference_texts<'v>(
    references: impl IntoIterator<Item = &'v SourceRef>,
) -> impl Iterator<Item = FieldText<'v>> {
    custom_texts(references.into_iter().map(|it| &it.extra))
}

/// The names of a person, which belong to the field `own`, their posts, and their organizations.
pub(super) fn person_texts<'v>(visit: &'v Visit, person: &'v Participant, own: Field) -> Vec<FieldText<'v>> {
    let Participant { name, post, .. } = person;
    let RareParticipantFields { name_en, name_id, other_names, post_en, post_id, .. } = &*person.details;
    let names = [name, name_en, name_id].into_iter().flatten().chain(other_names);
    let posts = post.iter().flat_map(|it| std::iter::once(&it.title).chain(&it.title_en).chain(&it.title_id));
    let posts = posts.chain(post_en).chain(post_id);
    let post_field = if own == Field::Speaker { Field::SpeakerPost } else { Field::Post };
    let mut texts: Vec<FieldText<'_>> = texts_in(names, own).chain(texts_in(posts, post_field)).collect();
    for organization in person.organizations().filter_map(|id| visit.organization(id)) {
        texts.extend(organization_texts(visit, organization, Field::Organization));
    }
    texts
}

/// The names, posts and organizations of a person as those of a host or a visitor.
pub(super) fn side_texts<'v>(visit: &'v Visit, person: &'v Participant) -> Vec<FieldText<'v>> {
    let Some(side) = side_field(person.side) else { return Vec::new() };
    let is_name = |field| matches!(field, Field::Name | Field::Post | Field::Organization);
    let texts = person_texts(visit, person, Field::Name).into_iter().filter(|(_, field)| is_name(*field));
    texts.map(|(text, _)| (text, side)).collect()
}

/// The names of an organization, which belong to the field `own`, and its city.
pub(super) fn organization_texts<'v>(
    visit: &'v Visit,
    organization: &'v Organization,
    own: Field,
) -> impl Iterator<Item = FieldText<'v>> {
    let cities = city_names(visit, organization).into_iter().map(|city| (city.into(), Field::City));
    organization_names(organization, own).chain(cities).chain(organization.place.iter().flat_map(place_texts))
}

/// The city of an organization. A province counts too: who looks for a government need not know its rank.
pub(super) fn city_names(visit: &Visit, organization: &Organization) -> Vec<String> {
    let Organization { name, classification, .. } = organization;
    let is_province = matches!(classification.as_deref(), Some("province" | "provinsi" | "prefecture"))
        || PROVINCES.iter().any(|words| folded_words(name).take(words.len()).eq(words.iter().copied()));
    let city = visit.city_of(organization).map(|city| city.name);
    city.into_iter().chain(is_province.then(|| name.clone())).collect()
}

pub(super) fn organization_names(
    organization: &Organization,
    field: Field,
) -> impl Iterator<Item = FieldText<'_>> {
    let Organization { name, name_en, name_id, other_names, .. } = organization;
    texts_in([name].into_iter().chain(name_en).chain(name_id).chain(other_names), field)
}

/// The names of a stop, which belong to the field `own`, and its place.
pub(super) fn stop_texts<'v>(visit: &'v Visit, stop: &'v Stop, own: Field) -> Vec<FieldText<'v>> {
    let Stop { name, short_name, .. } = stop;
    let RareStopFields { name_en, name_id, other_names, organization, .. } = &*stop.details;
    let names = [name].into_iter().chain(name_en).chain(name_id).chain(short_name).chain(other_names);
    let mut texts: Vec<FieldText<'_>> = texts_in(names, own).collect();
    texts.extend(texts_in(stop.place.iter().filter_map(|place| place.name.as_ref()), own));
    texts.extend(stop.place.iter().flat_map(place_texts));
    let organization = organization.as_ref().and_then(|id| visit.organization(id));
    let cities = organization.into_iter().flat_map(|it| city_names(visit, it));
    texts.extend(cities.map(|city| (city.into(), Field::City)));
    texts
}

pub(super) fn place_texts(place: &Place) -> impl Iterator<Item = FieldText<'_>> {
    let Place { address, locality, region, .. } = place;
    texts_in([address, locality, region].into_iter().flatten(), Field::City)
}

/// The custom fields of places, and the sources of their coordinates.
pub(super) fn coordinate_texts<'v>(
    places: impl IntoIterator<Item = &'v Place>,
) -> impl Iterator<Item = FieldText<'v>> {
    places.into_iter().flat_map(|place| {
        let coordinates = place.coordinates.as_ref();
        let source = texts_in(coordinates.and_then(|it| it.source.as_ref()), Field::Text);
        source.chain(custom_texts(coordinates.map(|it| &it.extra).into_iter().chain([&place.extra])))
    })
}

/// The titles of a visit in all its languages.
pub(super) fn visit_titles(visit: &Visit, field: Field) -> impl Iterator<Item = FieldText<'_>> {
    texts_in(std::iter::once(&visit.title).chain(&visit.title_en).chain(&visit.title_id), field)
}

/// The field for those on a side.
pub(super) fn side_field(side: Option<Side>) -> Option<Field> {
    match side? {
        Side::Host => Some(Field::Host),
        Side::Visitor => Some(Field::Visitor),
        Side::ThirdParty => None,
    }
}
