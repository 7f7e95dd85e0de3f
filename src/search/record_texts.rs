//! The own texts of each kind of record: those that it does not share with other records.

use super::fields::Field;
use super::shared_texts::SharedTexts;
use super::texts::{
    Annotation, FieldText, city_names, classification_text, coordinate_texts, custom_texts, identifier_texts,
    organization_names, organization_texts, person_texts, place_texts, reference_texts, side_texts,
    stop_texts, text_in, texts_in, unlisted_texts, visit_titles,
};
use crate::model::{
    Archive, AttendanceStatus, Media, Medium, Mode, NoteType, Outcome, OutcomeStatus, OutcomeType,
    ParticipantRole, ParticipantType, RareStatementFields, Record, Role, SourceType, Statement, Status, Stop,
    StopStatus, Visit, VisitClassification,
};

/// The texts of a record that it does not share with others.
pub(super) fn own_texts<'v>(
    archive: &'v Archive,
    shared_texts: &SharedTexts<'v>,
    record: Record<'v>,
) -> Vec<FieldText<'v>> {
    let mut texts = match record {
        Record::Visit(visit) => return visit_texts(archive, visit),
        Record::Stop(visit, stop) => own_stop_texts(visit, stop),
        Record::Participant(visit, person) => {
            let mut texts = person_texts(visit, person, Field::Name);
            texts.extend(side_texts(visit, person));
            texts.extend(identifier_texts(&person.identifiers, &person.same_as));
            let role = person.role.as_ref().and_then(ParticipantRole::unlisted);
            texts.extend(unlisted_texts([role, person.kind.as_ref().and_then(ParticipantType::unlisted)]));
            let attendance = person.attendance.iter().map(|it| it.status());
            texts.extend(unlisted_texts(attendance.map(|it| it.and_then(AttendanceStatus::unlisted))));
            let attendance = person.attendance.iter().map(|it| &it.extra);
            let posts = person.post.iter().map(|it| &it.extra);
            texts.extend(custom_texts(attendance.chain(posts).chain([&person.extra])));
            texts.extend(reference_texts(person.sources.iter().chain(&person.role_sources)));
            texts
        }
        Record::Organization(visit, organization) => {
            let mut texts: Vec<FieldText<'_>> =
                organization_texts(visit, organization, Field::Name).collect();
            texts.extend(
                shared_texts
                    .side(&organization.id)
                    .into_iter()
                    .flat_map(|field| organization_names(organization, field)),
            );
            let place = organization.place.as_ref();
            texts.extend(texts_in(place.and_then(|place| place.name.as_ref()), Field::Text));
            texts.extend(coordinate_texts(place));
            texts.extend(identifier_texts(&organization.identifiers, &organization.same_as));
            texts.extend(classification_text(organization.classification.as_ref()));
            texts.extend(unlisted_texts([organization.role.as_ref().and_then(Role::unlisted)]));
            texts.extend(custom_texts([&organization.extra]));
            texts.extend(reference_texts(&organization.role_sources));
            texts
        }
        Record::Statement(_, statement) => statement_texts(statement),
    };
    let annotations = shared_texts.annotations(record.id());
    texts.extend(annotations.iter().flat_map(|it| annotation_texts(*it, record.visit())));
    texts
}

fn annotation_texts<'v>(annotation: Annotation<'v>, visit: &'v Visit) -> Vec<FieldText<'v>> {
    match annotation {
        Annotation::Note(note) => {
            texts_in([&note.text], Field::Note).chain(custom_texts([&note.extra])).collect()
        }
        Annotation::Outcome(outcome) => outcome_texts(visit, outcome),
        Annotation::Media(media) => {
            let Media { title, url, path, credit, license, .. } = media;
            let texts = [title, url, path, credit, license].into_iter().flatten();
            texts_in(texts, Field::Media).chain(custom_texts([&media.extra])).collect()
        }
    }
}

fn statement_texts(statement: &Statement) -> Vec<FieldText<'_>> {
    let Statement { text, topics, .. } = statement;
    let RareStatementFields { context, indicator, value, unit, baseline, translations, .. } =
        &*statement.details;
    let mut texts = vec![text_in(text, Field::Text)];
    texts.extend(texts_in([context, indicator, value, unit, baseline].into_iter().flatten(), Field::Text));
    texts.extend(texts_in(translations.iter().map(|it| &it.text), Field::Text));
    texts.extend(texts_in(topics, Field::Topic));
    texts.extend(texts_in(&statement.attribution_text, Field::Attribution));
    texts.extend(unlisted_texts([statement.medium.as_ref().and_then(Medium::unlisted)]));
    texts.extend(custom_texts(translations.iter().map(|it| &it.extra).chain([&statement.extra])));
    texts.extend(reference_texts(&statement.sources));
    texts
}

fn visit_texts<'v>(archive: &'v Archive, visit: &'v Visit) -> Vec<FieldText<'v>> {
    let mut texts: Vec<FieldText<'_>> = visit_titles(visit, Field::Name).collect();
    let claims = || visit.summary.iter().chain(&visit.objectives);
    texts.extend(texts_in(claims().map(|claim| &claim.text).chain(&visit.local_term), Field::Text));
    texts.extend(texts_in(&visit.date_text, Field::DateText));
    texts.extend(visit.outcomes.iter().flat_map(|it| outcome_texts(visit, it)));
    texts.extend(texts_in(&visit.topics, Field::Topic));
    texts.extend(visit.organizations.iter().flat_map(|it| organization_names(it, Field::Organization)));
    let mut cities: Vec<String> = visit.parties().flat_map(|it| city_names(visit, it)).collect();
    let localities = visit.itinerary.iter().flat_map(|stop| &stop.place).filter_map(|it| it.locality.clone());
    cities.extend(
        localities.chain(visit.itinerary.iter().filter_map(|stop| Some(visit.city_of_stop(stop)?.name))),
    );
    cities.sort_unstable();
    cities.dedup();
    texts.extend(cities.into_iter().map(|city| (city.into(), Field::City)));
    texts.extend(texts_in(visit.places.iter().filter_map(|place| place.name.as_ref()), Field::Stop));
    texts.extend(visit.places.iter().flat_map(place_texts));
    texts.extend(visit.notes.iter().flat_map(|note| annotation_texts(Annotation::Note(note), visit)));
    texts.extend(visit.media.iter().flat_map(|media| annotation_texts(Annotation::Media(media), visit)));
    texts.extend(expense_texts(visit));
    texts.extend(source_texts(visit));
    let class = visit.classification.as_ref().and_then(VisitClassification::unlisted);
    let status = visit.status.as_ref().and_then(Status::unlisted);
    texts.extend(unlisted_texts([class, status, visit.mode.as_ref().and_then(Mode::unlisted)]));
    texts.extend(unlisted_texts(visit.notes.iter().map(|it| it.kind.as_ref().and_then(NoteType::unlisted))));
    texts.extend(unlisted_texts(visit.media.iter().map(|it| it.kind.unlisted())));
    texts.extend(unlisted_texts(visit.related.iter().map(|it| it.kind.unlisted())));
    let header = archive.header(visit);
    let header_texts = header.map(|header| header.title.iter().chain(&header.license));
    texts.extend(texts_in(header_texts.into_iter().flatten(), Field::Text));
    texts.extend(custom_texts(header.map(|header| &header.extra)));
    texts.extend(custom_texts(visit.related.iter().map(|it| &it.extra)));
    texts.extend(coordinate_texts(&visit.places));
    texts.extend(custom_texts(claims().map(|it| &it.extra).chain([&visit.extra])));
    texts.extend(reference_texts(claims().flat_map(|claim| &claim.sources)));
    texts
}

fn outcome_texts<'v>(visit: &'v Visit, outcome: &'v Outcome) -> Vec<FieldText<'v>> {
    let Outcome { text, responsible, value, unit, kind, status, .. } = outcome;
    let responsible = responsible.iter().map(|it| visit.name_or_text(it));
    let unlisted =
        [kind.as_ref().and_then(OutcomeType::unlisted), status.as_ref().and_then(OutcomeStatus::unlisted)];
    let texts = texts_in([text].into_iter().chain(value).chain(unit), Field::Outcome);
    let texts =
        texts.chain(responsible.map(|it| text_in(it, Field::Outcome))).chain(unlisted_texts(unlisted));
    texts.chain(custom_texts([&outcome.extra])).chain(reference_texts(&outcome.sources)).collect()
}

fn expense_texts(visit: &Visit) -> impl Iterator<Item = FieldText<'_>> {
    visit.expenses.iter().flat_map(|it| {
        let texts = texts_in([&it.amount, &it.currency].into_iter().chain(&it.note), Field::Expense);
        texts.chain(custom_texts([&it.extra])).chain(reference_texts(&it.sources))
    })
}

fn source_texts(visit: &Visit) -> impl Iterator<Item = FieldText<'_>> {
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
        let texts = texts_in(texts.into_iter().flatten(), Field::Source).chain(unlisted_texts([kind]));
        texts.chain(texts_in(&source.author, Field::Author)).chain(custom_texts([&source.extra]))
    })
}

/// The texts of a stop, including those that the statements made there do not share.
fn own_stop_texts<'v>(visit: &'v Visit, stop: &'v Stop) -> Vec<FieldText<'v>> {
    let mut texts = stop_texts(visit, stop, Field::Name);
    texts.extend(texts_in(&stop.activities, Field::Text));
    texts.extend(texts_in(&stop.topics, Field::Topic));
    texts.extend(texts_in(&stop.date_text, Field::DateText));
    let organization = stop.organization.as_ref().and_then(|id| visit.organization(id));
    texts.extend(organization.into_iter().flat_map(|it| organization_names(it, Field::Organization)));
    texts.extend(classification_text(stop.classification.as_ref()));
    let status = stop.status.as_ref().and_then(StopStatus::unlisted);
    texts.extend(unlisted_texts([status, stop.mode.as_ref().and_then(Mode::unlisted)]));
    texts.extend(coordinate_texts(&stop.place));
    texts.extend(custom_texts([&stop.extra]));
    texts.extend(reference_texts(&stop.sources));
    texts
}
