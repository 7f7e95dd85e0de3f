//! Statements as they are cited, in every style, and what a citation never does.

use std::fmt::Write as _;

use lawat::cite::{Citation, Style};
use lawat::lang::Lang;
use lawat::load::{EXAMPLE, load_text};
use lawat::model::StatementType;
use proptest::prelude::*;

use crate::command_line::{lawat, told};

const CITED: &str = include_str!("../data/cited.yaml");

/// Every statement of an archive, in a style.
fn page(archive: &str, style: Style, lang: Lang) -> String {
    let loaded = load_text("cited.yaml", archive.into());
    let mut page = String::new();
    for visit in &loaded.archive.visits {
        for statement in &visit.statements {
            for translation in std::iter::once(None).chain((0..statement.translations.len()).map(Some)) {
                let citation = Citation { translation, ..Citation::new(visit, statement, lang) };
                let _ = writeln!(page, "── {}\n{}\n", citation.reference(), citation.write(style));
            }
        }
    }
    page
}

#[test]
fn every_style_of_the_real_visit_and_of_what_is_hard_to_cite() {
    for style in Style::ALL {
        for lang in Lang::ALL {
            let name = |of: &str| format!("{of}-{}-{}", style.name(), lang.code());
            insta::assert_snapshot!(name("hard"), page(CITED, style, lang));
            insta::assert_snapshot!(name("real"), page(EXAMPLE, style, lang));
        }
    }
}

/// Only what a source prints in quotation marks stands in quotation marks.
#[test]
fn a_paraphrase_never_stands_within_quotation_marks() {
    for archive in [CITED, EXAMPLE] {
        let loaded = load_text("cited.yaml", archive.into());
        let all =
            loaded.archive.visits.iter().flat_map(|visit| visit.statements.iter().map(move |it| (visit, it)));
        for (visit, statement) in all.filter(|(_, it)| it.kind == StatementType::Paraphrase) {
            for (style, lang) in Style::ALL.into_iter().flat_map(|style| Lang::ALL.map(|lang| (style, lang)))
            {
                let written = Citation::new(visit, statement, lang).write(style);
                let begin: String = statement.text.chars().take(12).collect();
                assert!(!written.contains(&format!("“{begin}")), "{written}");
                let needs_no_word = matches!(style, Style::Text | Style::Reference);
                let word = lang.messages().according_to;
                assert!(needs_no_word || written.to_lowercase().contains(word), "{style:?}: {written}");
            }
        }
    }
}

#[test]
fn a_statement_is_cited_on_the_command_line() {
    let cite = |arguments: &[&str]| told(lawat().args(["--lang", "en", "cite"]).args(arguments));
    let (code, out, _) = cite(&["randu-cemara#penuh", "tests/data/cited.yaml", "--translation", "EN"]);
    assert_eq!(
        (code, out.as_str()),
        (
            Some(0),
            "“One door for 27 agencies; nobody has to change buildings,” said Ratna Contoh, Kepala MPP Kota Cemara, on \
             Tuesday, 12 March 2024 (translation).\n"
        )
    );
    let (code, out, err) = cite(&["randu-cemara#penuh", "tests/data/cited.yaml", "--translation", "fr"]);
    assert_eq!((code, out.as_str()), (Some(1), ""));
    assert!(err.contains("there is no translation into “fr”; there is: en"), "{err}");
    let (code, _, err) = cite(&["ratna", "tests/data/cited.yaml"]);
    assert_eq!(code, Some(1));
    assert!(err.contains("“ratna” is no statement"), "{err}");
    assert_eq!(cite(&["penuh", "tests/data/cited.yaml", "--style", "mla"]).0, Some(2));
}

proptest! {
    /// Whatever a record says, no citation of it acts on a terminal.
    #[test]
    fn no_citation_acts_on_a_terminal(text in any::<String>(), name in any::<String>(), title in any::<String>()) {
        let mut archive = load_text("cited.yaml", CITED.into()).archive;
        let visit = &mut archive.visits[0];
        visit.statements[0].text = text;
        visit.statements[0].context = Some(name.clone());
        visit.participants[0].name = Some(name);
        visit.sources[0].title = Some(title.clone());
        visit.sources[0].url = Some(format!("https://{title}"));
        for style in Style::ALL {
            let written = Citation::new(visit, &visit.statements[0], Lang::Id).write(style);
            let acts = |c: char| c != '\n' && c.is_control();
            prop_assert!(!written.contains(acts), "{style:?}: {written:?}");
        }
    }
}
