//! Drafts of made-up articles in the manner of the press, with the speaker of each quote.
//!
//! In `tests/data/draft/press/`, articles are separated by a line `=====`. Behind each, below a line `-----`, are its quotes in
//! order: the first words, then the speaker, with `~` where the words beside the quote do not name them, or `?` for somebody
//! without a name.

use std::fs;

use lawat::draft::draft;
use lawat::lang::Lang;
use lawat::load::load_text;
use lawat::model::{Certainty, Speaker, Visit};

#[derive(Debug, Default)]
struct Score {
    wanted: usize,
    drafted: usize,
    found: usize,
    attributed: usize,
    certain: usize,
    failures: Vec<String>,
    /// A speaker that is wrong, but stated.
    wrong: Vec<String>,
}

/// The first words of a quote, its speaker, and whether the text states them.
type Drafted = (String, String, bool);

fn statements(text: &str) -> Vec<Drafted> {
    let loaded = load_text("draft.yaml", draft(&[text], Lang::Id).text.into());
    let visit: &Visit = loaded.archive.visits.first().unwrap();
    let statement = |it: &lawat::model::Statement| {
        let name = visit.speakers(it).find_map(|speaker| match speaker {
            Speaker::Participant(person) => person.name.clone(),
            Speaker::Organization(_) => None,
        });
        (it.text.clone(), name.unwrap_or_default(), it.speaker_certainty == Some(Certainty::Stated))
    };
    visit.statements.iter().map(statement).collect()
}

fn expected(answers: &str) -> Vec<Drafted> {
    let quote = |line: &str| {
        let (words, speaker) = line.split_once(" | ").unwrap();
        let name = speaker.trim_end_matches('~').trim_end_matches('?').trim().to_owned();
        (words.to_owned(), name, !speaker.ends_with(['~', '?']))
    };
    answers.lines().map(quote).collect()
}

/// Whether two names are of one person: one has all words of the other.
fn is_same(wanted: &str, found: &str) -> bool {
    let all = |a: &str, b: &str| a.split(' ').all(|word| b.split(' ').any(|other| other == word));
    wanted.is_empty() == found.is_empty() && (all(wanted, found) || all(found, wanted))
}

impl Score {
    fn of(language: &str) -> Self {
        let file = fs::read_to_string(format!("tests/data/draft/press/{language}.txt")).unwrap();
        let mut score = Self::default();
        file.split("=====\n").for_each(|article| score.add(article));
        score
    }

    fn add(&mut self, article: &str) {
        let (text, answers) = article.split_once("-----\n").unwrap();
        let mut left = statements(text);
        self.drafted += left.len();
        for (words, name, is_stated) in expected(answers) {
            self.wanted += 1;
            let Some(at) = left.iter().position(|it| it.0.starts_with(&words)) else {
                self.failures.push(format!("missed: {words} | {name}"));
                continue;
            };
            let (_, found, stated) = left.remove(at);
            self.found += 1;
            if is_same(&name, &found) {
                self.attributed += 1;
                self.certain += usize::from(stated == is_stated);
                if stated != is_stated {
                    self.failures.push(format!("certainty: {words} | {name}: stated {stated}"));
                }
            } else {
                self.failures.push(format!("speaker: {words} | {name}, not {found}"));
                self.wrong.extend(stated.then(|| format!("{words} | {name}, not {found}")));
            }
        }
        self.failures.extend(left.into_iter().map(|(words, ..)| format!("no quote: {words}")));
    }
}

/// Every quote is found and nothing else; at most two speakers in each language are left open, and none is stated wrongly.
#[test]
fn quotes_and_speakers_of_the_press_are_found() {
    for (language, score) in ["id", "en"].map(|it| (it, Score::of(it))) {
        let failures = score.failures.join("\n");
        println!("{language}: {failures}");
        assert!(score.wrong.is_empty(), "{language}: {:?}", score.wrong);
        assert_eq!((score.found, score.drafted), (score.wanted, score.wanted), "{language}: {failures}");
        assert!(score.attributed + 2 >= score.wanted, "{language}: {failures}");
        assert_eq!(score.certain, score.attributed, "{language}: {failures}");
    }
}

/// Other marks for the same quotes give the same statements; so do other line ends and a byte order mark.
#[test]
fn marks_and_line_ends_of_the_press_do_not_matter() {
    for language in ["id", "en"] {
        let file = fs::read_to_string(format!("tests/data/draft/press/{language}.txt")).unwrap();
        for article in file.split("=====\n") {
            let (text, _) = article.split_once("-----\n").unwrap();
            let plain = statements(text);
            assert_eq!(statements(&text.replace('\n', "\r\n")), plain, "{text}");
            assert_eq!(statements(&format!("\u{feff}{text}")), plain, "{text}");
            if text.contains('"') || !text.contains('“') {
                continue;
            }
            for (open, close) in [("\"", "\""), ("„", "“"), ("«", "»")] {
                assert_eq!(
                    statements(&text.replace('“', open).replace('”', close)),
                    plain,
                    "{open}{close} {text}"
                );
            }
        }
    }
}
