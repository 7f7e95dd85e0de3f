//! Drafts from articles: measured on made-up articles with the right answers. The rules were written with `dev` in view, then
//! with `fresh`, `kept` and `outlets`, whose articles quote as those of real media do; `held` and `portals` are for measuring.

use std::fs;
use std::path::{Path, PathBuf};

use lawat::draft::draft;
use lawat::lang::Lang;
use lawat::load::load_text;
use lawat::model::{Certainty, Speaker, Statement, Visit};
use proptest::prelude::*;
use serde::Deserialize;
use unicode_normalization::UnicodeNormalization as _;

use crate::command_line::{lawat, run};

/// The articles that the writers of rules may read.
const READABLE: [&str; 4] = ["dev", "fresh", "kept", "outlets"];

/// What the draft of an article should have.
#[derive(Deserialize)]
struct Truth {
    #[serde(default)]
    quotes: Vec<TrueQuote>,
}

#[derive(Deserialize)]
struct TrueQuote {
    text: Option<String>,
    #[serde(default)]
    parts: Vec<String>,
    speaker: Option<String>,
    stated: bool,
}

#[derive(Debug, Default)]
struct Score {
    wanted: usize,
    drafted: usize,
    found: usize,
    attributed: usize,
    /// A speaker that is wrong, but stated.
    wrong: Vec<String>,
    /// What else is not as it should be.
    failures: Vec<String>,
}

fn words(text: &str) -> String {
    text.replace('…', " ").split_whitespace().collect::<Vec<_>>().join(" ").trim_end_matches(',').to_owned()
}

fn load(text: &str) -> Visit {
    let loaded = load_text("draft.yaml", draft(&[text], Lang::Id).text.into());
    let errors: Vec<_> = loaded.diagnostics.iter().filter(|it| it.problem.is_fatal()).collect();
    assert!(errors.is_empty(), "{errors:?}\n{text}");
    loaded.archive.visits.into_iter().next().unwrap()
}

fn speaker_of(visit: &Visit, statement: &Statement) -> Option<String> {
    visit.speakers(statement).find_map(|it| match it {
        Speaker::Participant(person) => person.name.clone(),
        Speaker::Organization(_) => None,
    })
}

/// Whether two names are of one person: one has all words of the other.
fn is_same(wanted: Option<&str>, found: Option<&str>) -> bool {
    let (Some(wanted), Some(found)) = (wanted, found) else { return wanted.is_none() && found.is_none() };
    let all = |a: &str, b: &str| a.split(' ').all(|word| b.split(' ').any(|other| other == word));
    all(wanted, found) || all(found, wanted)
}

impl Score {
    fn add(&mut self, article: &Path) {
        let visit = load(&fs::read_to_string(article).unwrap());
        let truth: Truth =
            serde_saphyr::from_str(&fs::read_to_string(article.with_extension("yaml")).unwrap()).unwrap();
        self.drafted += visit.statements.len();
        let mut left: Vec<&Statement> = visit.statements.iter().collect();
        for quote in &truth.quotes {
            self.wanted += 1;
            let text = words(&quote.text.clone().unwrap_or_else(|| quote.parts.join(" ")));
            let Some(at) = left.iter().position(|it| words(&it.text) == text) else {
                self.failures.push(format!("{}: missed: {text}", article.display()));
                continue;
            };
            let statement = left.remove(at);
            self.found += 1;
            let speaker = speaker_of(&visit, statement);
            if is_same(quote.speaker.as_deref(), speaker.as_deref()) {
                self.attributed += 1;
            } else if statement.speaker_certainty == Some(Certainty::Stated) {
                self.wrong.push(format!(
                    "{}: {text} ({speaker:?}, stated: {})",
                    article.display(),
                    quote.stated
                ));
            } else {
                self.failures.push(format!(
                    "{}: {text} ({speaker:?}, not {:?})",
                    article.display(),
                    quote.speaker
                ));
            }
        }
        let extra = left.iter().map(|it| format!("{}: no statement: {}", article.display(), it.text));
        self.failures.extend(extra);
    }

    fn of(half: &str, language: &str) -> Self {
        let mut score = Self::default();
        articles(half).iter().filter(|it| name(it).starts_with(language)).for_each(|it| score.add(it));
        score
    }

    /// Recall and precision of quotes, and the part of them with the right speaker, in thousandths.
    fn rates(&self) -> [usize; 3] {
        let of = |part: usize, all: usize| part * 1000 / all.max(1);
        [of(self.found, self.wanted), of(self.found, self.drafted), of(self.attributed, self.found)]
    }
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

fn articles(half: &str) -> Vec<PathBuf> {
    let folder = Path::new("tests/data/draft").join(half);
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut articles: Vec<PathBuf> =
        files.filter(|it| it.extension().is_some_and(|it| it == "txt")).collect();
    articles.sort();
    articles
}

/// The scores may rise, not fall.
#[test]
fn quotes_and_speakers_are_found() {
    let expected = [
        ("dev", "id", [1000, 1000, 967]),
        ("dev", "en", [986, 1000, 1000]),
        ("held", "id", [991, 1000, 918]),
        ("held", "en", [986, 972, 930]),
        ("fresh", "id", [1000, 1000, 987]),
        ("fresh", "en", [1000, 1000, 1000]),
        ("kept", "id", [956, 977, 886]),
        ("kept", "en", [1000, 1000, 964]),
        ("outlets", "id", [974, 994, 942]),
        ("outlets", "en", [980, 960, 938]),
        ("portals", "id", [962, 1000, 921]),
    ];
    let mut failures = Vec::new();
    for (half, language, least) in expected {
        let score = Score::of(half, language);
        let rates = score.rates();
        println!("{half} {language}: {rates:?}, {} wrong but stated", score.wrong.len());
        if READABLE.contains(&half) {
            score.wrong.iter().chain(&score.failures).for_each(|it| println!("  {it}"));
        }
        if rates.iter().zip(least).any(|(rate, least)| *rate < least) {
            failures.push(format!("{half} {language}: {rates:?}, not {least:?}"));
        }
        if half != "portals" && !score.wrong.is_empty() {
            failures.push(format!("{half} {language}: {:?}", score.wrong));
        }
    }
    assert!(failures.is_empty(), "{failures:#?}");
}

#[test]
fn every_draft_is_verified_by_its_article() {
    for article in ["dev", "held", "fresh", "kept", "outlets", "portals"].into_iter().flat_map(articles) {
        let folder = tempfile::tempdir().unwrap();
        let record = folder.path().join("draft.yaml");
        let (code, out, _) = run(lawat().arg("draft").arg(&article));
        assert_eq!(code, Some(0));
        fs::write(&record, out).unwrap();
        let (code, out, err) = run(lawat().arg("check").arg("--text").arg(&article).arg(&record));
        assert_eq!(code, Some(0), "{}: {out}{err}", article.display());
    }
}

#[test]
fn line_ends_and_a_byte_order_mark_change_nothing() {
    for article in articles("dev") {
        let text = fs::read_to_string(&article).unwrap().replace("\r\n", "\n");
        let drafted = |text: &str| draft(&[text], Lang::Id).text;
        let plain = drafted(&text);
        assert_eq!(drafted(&text.replace('\n', "\r\n")), plain, "{}", article.display());
        assert_eq!(drafted(&format!("\u{feff}{text}")), plain, "{}", article.display());
    }
}

/// Other marks for the same quotes give the same statements.
#[test]
fn the_kind_of_marks_does_not_matter() {
    for path in READABLE.into_iter().flat_map(articles) {
        let article = path.display();
        let text = fs::read_to_string(&path).unwrap();
        // Only where each mark has its counterpart, and no other kind stands beside.
        let lines = || text.lines();
        if !lines().all(|it| it.matches('“').count() == it.matches('”').count())
            || text.contains(['"', '„', '«', '»'])
        {
            continue;
        }
        let statements = |text: &str| -> Vec<(String, Option<String>)> {
            let visit = load(text);
            visit.statements.iter().map(|it| (it.text.clone(), speaker_of(&visit, it))).collect()
        };
        let curly = statements(&text);
        for (open, close) in [("\"", "\""), ("„", "“"), ("«", "»"), ("「", "」"), ("＂", "＂")] {
            assert_eq!(
                statements(&text.replace('“', open).replace('”', close)),
                curly,
                "{article}: {open}{close}"
            );
        }
    }
}

#[test]
fn questions_are_comments_and_are_counted() {
    let article = "“Satu pintu untuk semua,” kata seorang petugas.\n“Belum tentu!”\n";
    let draft = draft(&[article], Lang::En);
    assert_eq!(
        draft.questions,
        draft.text.lines().filter(|line| line.trim_start().starts_with("# ?")).count()
    );
    assert!(draft.text.starts_with(&format!("# Draft from an article, {} questions.", draft.questions)));
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.txt"), article).unwrap();
    let (code, out, err) = run(lawat().current_dir(&folder).args(["draft", "a.txt", "--lang", "en"]));
    // A draft of a file knows the file and its checksum.
    let plain = out.lines().filter(|line| !line.contains(" sha256: ") && !line.contains(" path: a.txt"));
    let plain = plain.collect::<Vec<_>>().join("\n") + "\n";
    assert_eq!((code, plain.as_str()), (Some(0), draft.text.as_str()));
    assert!(out.ends_with("    path: a.txt\n") && out.contains("sha256: "), "{out}");
    assert_eq!(err, format!("lawat: {} questions left: look for “# ?”\n", draft.questions));
    fs::write(folder.path().join("a.yaml"), &out).unwrap();
    let (code, _, err) = run(lawat().current_dir(&folder).args(["check", "a.yaml", "--lang", "en"]));
    assert_eq!(code, Some(0));
    assert!(
        err.starts_with(&format!("lawat: {} questions left: look for “# ?”\n", draft.questions)),
        "{err}"
    );
    let (code, _, err) = run(lawat().current_dir(&folder).args(["draft", "b.txt", "--lang", "en"]));
    assert_eq!(code, Some(2), "{err}");
    assert!(err.contains("b.txt"), "{err}");
}

#[test]
fn a_draft_is_added_to_a_file_of_which_every_other_byte_stays() {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    let read = || fs::read_to_string(folder.path().join("visits.yaml")).unwrap();
    let add = || {
        run(lawat().current_dir(&folder).args(["draft", "--into", "visits.yaml", "a.txt", "--lang", "en"]))
    };
    put("a.txt", "Kota Awan Belajar Antrean\n“Satu pintu,” kata Ratna Kencana, Kepala DPMPTSP Kota Awan.\n");
    let old = "# my visits\nschema_version: '1.1'\nvisits:\n    # the first\n    - id: kota-awan-belajar-antrean\n      title: \"A\"  # as printed\n";
    put("visits.yaml", old);
    let (code, out, err) = add();
    assert_eq!((code, out.as_str()), (Some(0), ""), "{err}");
    assert!(err.starts_with("lawat: 1 visit added to visits.yaml\nlawat: 2 questions left"), "{err}");
    let new = read();
    assert!(
        new.starts_with(old) && new.contains("\n    - id: kota-awan-belajar-antrean-2\n      title: Kota"),
        "{new}"
    );
    let (code, _, err) = run(lawat().current_dir(&folder).args(["check", "visits.yaml"]));
    assert_eq!(code, Some(0), "{err}");
    for unsuitable in ["visits:\n  - id: [\n", "a,b\n1,2\n", "- id: a\n"] {
        put("visits.yaml", unsuitable);
        let (code, _, err) = add();
        assert_eq!((code, read().as_str()), (Some(2), unsuitable));
        assert!(err.contains("visits.yaml was not changed"), "{err}");
    }
}

#[test]
fn what_is_no_text_is_refused_with_the_remedy() {
    let folder = tempfile::tempdir().unwrap();
    let draft = |bytes: &[u8]| {
        fs::write(folder.path().join("a.txt"), bytes).unwrap();
        run(lawat().current_dir(&folder).args(["draft", "a.txt", "--lang", "en"]))
    };
    for bytes in [&b"\x93Ready,\x94 said Ratna."[..], b"\x7fELF\x00\x01\x00", b"\xff\xfe\x00\xd8"] {
        let (code, out, err) = draft(bytes);
        assert_eq!((code, out.as_str()), (Some(2), ""));
        assert!(err.contains("a.txt is not UTF-8 text; convert it first"), "{err}");
    }
    for bytes in [&b""[..], b" \r\n\n", b"\xef\xbb\xbf"] {
        let (code, out, err) = draft(bytes);
        assert_eq!((code, out.as_str()), (Some(2), ""));
        assert_eq!(err, "lawat: a.txt is empty: there is no article to draft from\n");
    }
    let utf16: Vec<u8> =
        "\u{feff}“Satu pintu,” kata Ratna.".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let (code, out, _) = draft(&utf16);
    assert_eq!((code, out.contains("text: Satu pintu")), (Some(0), true), "{out}");
}

/// Composed letters and letters with combining marks give the same draft, but for the bytes that are quoted.
#[test]
fn the_form_of_accents_does_not_matter() {
    for article in READABLE.into_iter().flat_map(articles) {
        let text = fs::read_to_string(&article).unwrap().replace('k', "ḱ");
        // With an accent the name of a day is none.
        let drafted = |text: String| -> String {
            let draft = draft(&[&text], Lang::Id).text;
            draft.nfc().collect::<String>().lines().filter(|it| !it.contains("date_text:")).collect()
        };
        let composed = drafted(text.nfc().collect());
        assert_eq!(drafted(text.nfd().collect()), composed, "{}", article.display());
    }
}

#[test]
fn a_spokesperson_speaks_on_behalf_of_somebody() {
    for (article, whom) in [
        (
            "“Pak Wali menitip salam,” kata Juru Bicara Pemkot Awan, Andhika Rumpun, mewakili Wali Kota Awan Joko Purwa.\n",
            "joko-purwa",
        ),
        ("Mewakili Bupati Cadas, Sekda Wira Tanjung berujar, “Kami titip salam.”\n", "bupati-cadas"),
        (
            "Mayor Tom Abbot left early. “He is proud,” said Lena Ortiz, speaking for the mayor.\n",
            "tom-abbot",
        ),
    ] {
        let visit = load(article);
        let statement = visit.statements.first().unwrap();
        assert_eq!(statement.on_behalf_of.iter().map(ToString::to_string).collect::<Vec<_>>(), [whom]);
        assert_ne!(statement.speaker.iter().next().map(ToString::to_string).as_deref(), Some(whom));
    }
}

#[test]
fn a_crowd_of_one_name_takes_no_longer_than_other_people() {
    let name = |number: usize| -> String {
        let letters = ["ka", "la", "mi", "no", "ru", "sa", "te", "wu", "ba", "di"];
        [number / 100 % 10, number / 10 % 10, number % 10]
            .iter()
            .filter_map(|it| letters.get(*it))
            .copied()
            .collect()
    };
    let crowd = (0..1000).map(|it| format!("“Satu pintu,” kata Ratna Se{}.\n", name(it))).collect::<Vec<_>>();
    let crowd = crowd.concat();
    let visit = load(&crowd);
    assert_eq!(visit.statements.len(), 1000);
    let first = visit.statements.first().unwrap();
    assert_eq!(speaker_of(&visit, first).as_deref(), Some("Ratna Sekakaka"));
}

#[test]
fn a_text_that_is_too_long_for_an_article_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.txt"), "“Siap,” kata Ratna. ".repeat(500_000)).unwrap();
    let (code, out, err) = run(lawat().current_dir(&folder).args(["draft", "a.txt", "--lang", "en"]));
    assert_eq!((code, out.as_str()), (Some(2), ""));
    assert_eq!(
        err,
        "lawat: a.txt has 11 MB; an article has at most 2 MB: split it into one file for each article\n"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_text_panics_and_every_draft_loads(
        pieces in prop::collection::vec(prop::sample::select(vec![
            "“", "”", "\"", "'", "‘", "’", "«", "„", "kata ", "Ratna ", "Kencana, ", "Wali Kota ", "ujarnya", ". ", "\n", "\r\n",
            "\n\n", ": ", "(", ")", "– ", "Ia mengatakan, ", "said ", "Mayor ", "the ", "10/1/2026 ", "Sabtu ", "dr. ", "S.Sos., ",
            "\u{feff}", "#", "- ", "{", "é", "中", "\u{0}", "…", "seorang ", "meninjau ", "MPP ", "Pemkot Awan ",
        ]), 0..60),
    ) {
        let text = pieces.concat();
        let draft = draft(&[&text], Lang::Id);
        let loaded = load_text("draft.yaml", draft.text.clone().into());
        let fatal: Vec<_> = loaded.diagnostics.iter().filter(|it| it.problem.is_fatal()).collect();
        prop_assert!(fatal.is_empty(), "{fatal:?}\n{text:?}\n{}", draft.text);
    }
}
