//! Writes a draft as YAML. `serde_yaml` writes every value; the comments between them are questions.

use std::fmt::Write as _;

use serde::Serialize;

use super::found::{Draft, Found, Question, Statement};
use super::people::{Person, label};
use super::places::Named;
use crate::lang::Lang;
use crate::model::Side;
use crate::text::{self, slug};

#[derive(Serialize)]
struct Visit<'a> {
    id: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_text: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_certainty: Option<&'a str>,
}

#[derive(Serialize)]
struct Organization<'a> {
    id: &'a str,
    name: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    other_names: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    role_certainty: Option<&'a str>,
}

#[derive(Serialize)]
struct Participant<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    other_names: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    post: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    side: Option<&'a str>,
}

#[derive(Serialize)]
struct Stop<'a> {
    id: &'a str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    short_name: Option<&'a str>,
    sources: [SourceRef; 1],
}

#[derive(Serialize)]
struct Quote<'a> {
    id: String,
    r#type: &'a str,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    speaker: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    speaker_certainty: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    on_behalf_of: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    attribution_text: Option<&'a str>,
    sources: [SourceRef; 1],
}

#[derive(Serialize)]
struct SourceRef {
    id: &'static str,
    locator: String,
}

#[derive(Serialize)]
struct Source<'a> {
    id: &'a str,
    r#type: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    sha256: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<&'a str>,
}

/// The id of the source.
const ARTICLE: &str = "artikel";

/// The path and the checksum of the file of an article.
type SourceFile<'a> = Option<(&'a str, &'a str)>;

/// Writes a record with a visit for each article. These ids of visits are taken.
pub(super) fn write(articles: &[(Found<'_>, SourceFile<'_>)], lang: Lang, ids: Vec<String>) -> Draft {
    let mut out = Output { lang, text: String::new(), questions: 0, visits: ids, ids: Vec::new() };
    let is_english = articles.first().is_some_and(|(found, _)| found.is_english);
    for (found, file) in articles {
        out.article(found, *file);
    }
    let language = if is_english { "en" } else { "id" };
    let head = format!(
        "# {}\nschema_version: '1.1'\nlanguage: {language}\nvisits:\n",
        lang.draft_head(out.questions)
    );
    Draft { text: head + &out.text, visits: out.text, questions: out.questions }
}

struct Output {
    lang: Lang,
    text: String,
    questions: usize,
    /// The ids of visits.
    visits: Vec<String>,
    /// The ids within the visit.
    ids: Vec<String>,
}

impl Output {
    fn article(&mut self, found: &Found<'_>, file: SourceFile<'_>) {
        self.ids.clear();
        self.visit(found);
        self.organizations(found);
        let people = self.participants(found);
        self.itinerary(found);
        self.statements(found, &people);
        let language = if found.is_english { "en" } else { "id" };
        self.text.push_str("    sources:\n");
        let publication = &found.publication;
        let source = Source {
            id: ARTICLE,
            r#type: if publication.is_press_release { "press_release" } else { "news" },
            title: found.article.headline(),
            publisher: publication.publisher.as_deref(),
            date: publication.date.map(|date| date.to_string()),
            language,
            sha256: file.map(|(_, sum)| sum),
            path: file.map(|(path, _)| path),
        };
        self.item(6, &source);
    }

    /// A record as an item of a list.
    fn item(&mut self, indent: usize, record: &impl Serialize) {
        let yaml = text::yaml(record).unwrap_or_default();
        for (number, line) in yaml.lines().enumerate() {
            let dash = if number == 0 { "- " } else { "  " };
            let _ = writeln!(self.text, "{:indent$}{dash}{line}", "");
        }
    }

    fn question(&mut self, indent: usize, text: &str) {
        self.questions += 1;
        // A comment is one line.
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let _ = writeln!(self.text, "{:indent$}# ? {text}", "");
    }

    /// An id for a name, distinct from all others.
    fn id(&mut self, name: &str) -> String {
        let id = distinct(plain_slug(name), &self.ids);
        self.ids.push(id.clone());
        id
    }

    fn locator(&self, found: &Found<'_>, paragraph: usize) -> String {
        let number = found.article.paragraphs.get(paragraph).map_or(0, |it| it.number);
        self.lang.draft_locator(number, number)
    }

    fn visit(&mut self, found: &Found<'_>) {
        let title = found.article.headline().unwrap_or(self.lang.draft_title());
        let id = distinct(plain_slug(title), &self.visits);
        self.visits.push(id.clone());
        self.ids.push(ARTICLE.to_owned());
        let consistent: Vec<_> = found.days.iter().filter(|it| it.is_consistent).collect();
        let only = if let [one] = consistent.as_slice() { Some(*one) } else { None };
        let visit = Visit {
            id: &id,
            title,
            start_date: only.map(|it| it.date.to_string()),
            date_text: only.map(|it| it.text.as_str()),
            date_certainty: only.map(|_| "inferred"),
        };
        self.item(2, &visit);
        let locator = |number: usize| self.lang.draft_locator(number, number);
        let question = match (only, consistent.as_slice()) {
            (Some(it), _) => self.lang.ask_this_date(&locator(it.paragraph)),
            (None, []) => self.lang.ask_date().to_owned(),
            (None, several) => {
                let dates: Vec<String> = several
                    .iter()
                    .take(6)
                    .map(|it| format!("{} ({})", it.text, locator(it.paragraph)))
                    .collect();
                self.lang.ask_which_date(&dates.join(", "))
            }
        };
        self.question(4, &question);
        for wrong in found.days.iter().filter(|it| !it.is_consistent) {
            let question = self
                .lang
                .ask_weekday(&self.lang.draft_locator(wrong.paragraph, wrong.paragraph), &wrong.text);
            self.question(4, &question);
        }
    }

    fn organizations(&mut self, found: &Found<'_>) {
        if found.organizations.is_empty() {
            return;
        }
        self.text.push_str("    organizations:\n");
        for Named { name, short, .. } in &found.organizations {
            let id = self.id(short.as_ref().unwrap_or(name));
            let role = found.sides.side(name).map(Side::name);
            let role_certainty = role.map(|_| "inferred");
            let other_names = short.iter().map(String::as_str).collect();
            self.item(6, &Organization { id: &id, name, other_names, role, role_certainty });
        }
    }

    /// Returns the ids of the people, in their order.
    fn participants(&mut self, found: &Found<'_>) -> Vec<String> {
        if found.people.0.is_empty() {
            return Vec::new();
        }
        let mut ids = Vec::new();
        let side = |person: &Person| person.post.as_deref().and_then(|post| found.sides.side(post));
        if found.people.0.iter().any(|person| side(person).is_none()) {
            self.question(4, self.lang.ask_sides());
        }
        self.text.push_str("    participants:\n");
        for person in &found.people.0 {
            let id = self.id(label(person));
            let other_names = person.other_names.iter().map(String::as_str).collect();
            self.item(
                6,
                &Participant {
                    id: &id,
                    name: person.name.as_deref(),
                    other_names,
                    post: person.post.as_deref(),
                    side: side(person).map(Side::name),
                },
            );
            ids.push(id);
        }
        ids
    }

    fn itinerary(&mut self, found: &Found<'_>) {
        if found.stops.is_empty() {
            return;
        }
        self.text.push_str("    itinerary:\n");
        for Named { name, short, paragraph } in &found.stops {
            let id = self.id(short.as_ref().unwrap_or(name));
            let locator = self.locator(found, *paragraph);
            self.question(6, &self.lang.ask_stop(&locator));
            let sources = [SourceRef { id: ARTICLE, locator }];
            self.item(6, &Stop { id: &id, name, short_name: short.as_deref(), sources });
        }
    }

    fn statements(&mut self, found: &Found<'_>, people: &[String]) {
        if !found.statements.is_empty() {
            self.text.push_str("    statements:\n");
        }
        for (number, statement) in (1..).zip(&found.statements) {
            self.statement(found, (number, statement), people);
        }
        // Several fragments of a paragraph are one question.
        let mut fragments = found.fragments.clone();
        fragments.dedup();
        for fragment in fragments {
            let locator = self.locator(found, fragment);
            self.question(4, &self.lang.ask_fragment(&locator));
        }
        for paragraph in &found.unclosed {
            let locator = self.lang.draft_locator(*paragraph, *paragraph);
            self.question(4, &self.lang.ask_unclosed(&locator));
        }
        for indirect in &found.indirect {
            let locator = self.locator(found, indirect.paragraph);
            self.question(4, &self.lang.ask_paraphrase(&locator, &indirect.who, &indirect.verb));
        }
    }

    fn statement(&mut self, found: &Found<'_>, (number, statement): (usize, &Statement), people: &[String]) {
        let (from, to) = statement.paragraphs;
        let locator = self.lang.draft_locator(from, to);
        match &statement.question {
            Some(Question::Speaker) => self.question(6, &self.lang.ask_speaker(&locator)),
            Some(Question::OneOf(several)) => {
                let names: Vec<&str> =
                    several.iter().filter_map(|it| found.people.0.get(*it)).map(label).collect();
                self.question(6, &self.lang.ask_which_speaker(&locator, &names.join(" / ")));
            }
            None => {}
        }
        let id = |person: Option<usize>| person.and_then(|it| people.get(it)).map(String::as_str);
        let speaker = id(statement.speaker);
        let quote = Quote {
            id: format!("q{number}"),
            r#type: "quote",
            text: &statement.text,
            speaker,
            speaker_certainty: speaker.map(|_| if statement.is_stated { "stated" } else { "inferred" }),
            on_behalf_of: id(statement.on_behalf_of),
            attribution_text: statement.attribution.as_deref(),
            sources: [SourceRef { id: ARTICLE, locator }],
        };
        self.item(6, &quote);
    }
}

/// The id, or with a number behind it if it is taken.
fn distinct(id: String, taken: &[String]) -> String {
    let mut numbered = (2..).map(|number| format!("{id}-{number}"));
    if taken.contains(&id) { numbered.find(|id| !taken.contains(id)).unwrap_or(id) } else { id }
}

/// A slug without the number that makes it distinct: a draft makes it distinct itself.
fn plain_slug(name: &str) -> String {
    let mut plain = String::new();
    for c in crate::text::fold(name).chars() {
        if c.is_ascii_alphanumeric() {
            plain.push(c);
        } else if !plain.ends_with('-') && !plain.is_empty() && plain.len() < 48 {
            plain.push('-');
        }
    }
    let plain: String = plain.trim_end_matches('-').chars().take(60).collect();
    // Ids of statements are q1, q2 …
    let is_number = plain.strip_prefix('q').is_some_and(|rest| rest.chars().all(|c| c.is_ascii_digit()));
    if plain.is_empty() || is_number { slug(name) } else { plain }
}
