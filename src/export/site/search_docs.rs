//! What the search of a site finds: visits, people, organizations, places, topics and statements.

use std::io;

use super::search_index::{SearchDoc, SearchIndex};
use super::subjects::{Subject, SubjectKind};
use super::{Pages, SiteVisit};
use crate::cite::Citation;
use crate::lang::SITE;
use crate::model::{Record, ShortText, Statement, Visit};
use crate::text::visible_string;

impl Pages<'_> {
    /// The files of the search index, each with its path and its text.
    pub(super) fn search_files(&self) -> io::Result<Vec<(String, String)>> {
        let (lang, m) = (self.lang(), self.lang().messages());
        let mut index = SearchIndex::default();
        index.kind(m.statements);
        for it in &self.visits {
            for statement in it.part.statements_in_order(it.visit) {
                self.index_statement(it, statement, &mut index);
            }
        }
        for kind in SubjectKind::ALL {
            index.kind(kind.heading(lang));
            for it in self.subjects.all(kind) {
                self.index_subject(it, &mut index);
            }
        }
        index.kind(m.visits);
        for it in &self.visits {
            self.index_visit(it, &mut index);
        }
        let words = [
            ("none", SITE.no_results),
            ("one", SITE.one_result),
            ("several", SITE.results),
            ("more", SITE.show_more),
            ("copy", SITE.copy),
            ("copied", SITE.copied),
            ("failed", SITE.not_copied),
        ];
        index.files(lang.code(), &words.map(|(name, words)| (name, words.get(lang))))
    }

    /// From the root folder, where the scripts are.
    fn address(&self, path: &str) -> String {
        self.links_at("").page(path)
    }

    fn index_statement(&self, it: &SiteVisit<'_>, statement: &Statement, index: &mut SearchIndex) {
        let (visit, code) = (it.visit, self.lang().code());
        let short = Citation::new(visit, statement, self.lang()).short();
        let words = if short.is_quote { format!("“{}”", short.words) } else { short.words };
        let stop = statement.stop.as_ref().map(|id| visit.name_of_in(id, code));
        let posts: Vec<String> =
            visit.speakers(statement).filter_map(|speaker| Some(speaker.post(visit)?.into_owned())).collect();
        let (title, date) = (self.title_of(visit), self.date_of(visit));
        // A hit in a topic is shown there.
        let topics = statement.topics.join(", ");
        let detail = [Some(short.by.as_str()), stop, Some(&title), Some(&date), Some(&topics)];
        let detail: Vec<&str> = detail.into_iter().flatten().filter(|part| !part.is_empty()).collect();
        let context =
            [short.name.as_str(), &topics].into_iter().chain(stop).chain(posts.iter().map(String::as_str));
        let texts = std::iter::once(&statement.text).chain(statement.translations.iter().map(|it| &it.text));
        index.add(&SearchDoc {
            address: &self.links_at("").record(&it.path, visit.id.as_str(), statement.id.as_str()),
            title: &words,
            detail: &visible_string(&detail.join(" · ")),
            words: texts.map(String::as_str).collect(),
            context: context.collect(),
        });
    }

    fn index_subject(&self, it: &Subject<'_>, index: &mut SearchIndex) {
        let counted = self.lang().visits_and_statements(it.appearances.len(), it.statements());
        let detail = if it.detail.is_empty() { counted } else { format!("{} · {counted}", it.detail) };
        let mut words: Vec<&str> = vec![&it.name];
        let mut context: Vec<&str> = vec![&it.detail];
        match it.record {
            Some(Record::Participant(_, person)) => {
                words.extend(person.name.as_deref());
                words.extend(person.other_names.iter().map(String::as_str));
                context.extend(it.appearances.iter().map(|it| it.fact.as_str()));
            }
            Some(Record::Organization(_, it)) => {
                words.push(&it.name);
                words.extend(it.other_names.iter().map(String::as_str));
            }
            Some(Record::Stop(_, stop)) => {
                words.push(&stop.name);
                words.extend(stop.short_name.iter().chain(&stop.other_names).map(String::as_str));
                let parts =
                    stop.place.iter().flat_map(|it| [&it.name, &it.address, &it.locality, &it.region]);
                context.extend(parts.flatten().map(String::as_str));
            }
            Some(Record::Visit(_) | Record::Statement(..)) | None => {}
        }
        index.add(&SearchDoc {
            address: &self.address(&it.path),
            title: &it.name,
            detail: &detail,
            words,
            context,
        });
    }

    fn index_visit(&self, it: &SiteVisit<'_>, index: &mut SearchIndex) {
        let visit = it.visit;
        let detail = [Some(self.date_of(visit)), self.parties(visit)];
        let detail = detail.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let mut context: Vec<&str> = vec![&detail];
        context.extend(visit.summary.as_ref().map(|it| it.text.as_str()));
        context.extend(visit.objectives.iter().map(|it| it.text.as_str()));
        context.extend(visit.organizations.iter().map(|it| it.name.as_str()));
        context.extend(visit.itinerary.iter().map(|it| it.name.as_str()));
        context.push(visit.id.as_str());
        index.add(&SearchDoc {
            address: &self.address(&it.path),
            title: &self.title_of(visit),
            detail: &detail,
            words: titles(visit),
            context,
        });
    }
}

/// All titles of a visit, its kind in the words of the source, and its topics.
fn titles(visit: &Visit) -> Vec<&str> {
    let titles =
        [Some(&visit.title), visit.title_en.as_ref(), visit.title_id.as_ref(), visit.local_term.as_ref()];
    let topics = visit.topics.iter().map(ShortText::as_str);
    titles.into_iter().flatten().map(String::as_str).chain(topics).collect()
}
