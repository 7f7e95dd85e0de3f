//! What is written into files of records, and read again: additions, imports and drafts.

use lawat::draft::draft;
use lawat::edit::merge;
use lawat::import::Unreadable;
use lawat::lang::Lang;
use lawat::load::load_text;
use lawat::model::Visit;

use super::{MIXED, load, strings};
use crate::import_tables::{archive, try_import};
use crate::session::DOZEN;

/// All texts come back from YAML as they are.
#[test]
fn every_text_comes_back_from_yaml() {
    let origin = load(&MIXED).archive.visits;
    let new: serde_yaml::Mapping = serde_yaml::from_value(serde_yaml::to_value(&*MIXED).unwrap()).unwrap();
    let merged = merge(DOZEN, &new, None).unwrap().text;
    let loaded = load_text("a.yaml", merged.into());
    for visit in &origin {
        let again = loaded.archive.visit(&visit.id).unwrap();
        assert_eq!(&Visit { header: visit.header, ..again.clone() }, visit);
    }
}

/// A text in a cell of a sheet is the text of the record, without the spaces at the ends of its lines and the apostrophe that exports put
/// before a formula.
#[test]
fn every_text_comes_back_from_a_sheet() {
    for text in strings::all() {
        let mut sheet = csv::Writer::from_writer(Vec::new());
        sheet.write_record(["tanggal", "judul", "ringkasan"]).unwrap();
        sheet.write_record(["2026-01-10", "Studi tiru", &text]).unwrap();
        let import = try_import(&[("sheet.csv", sheet.into_inner().unwrap())], "");
        // A file with such a character is no text.
        let is_space = |c| matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}');
        if text.contains(|c: char| c.is_control() && !is_space(c)) {
            assert!(matches!(import, Err(Unreadable::NoText)), "{text:?}");
            continue;
        }
        let visits = archive(&import.unwrap_or_else(|error| panic!("{text:?}: {error:?}"))).visits;
        assert_eq!(visits.len(), 1, "{text:?}");
        let summary = visits[0].summary.as_ref().map(|it| it.text.as_str());
        let expected = text.strip_prefix("'").filter(|rest| rest.starts_with('=')).unwrap_or(&text);
        let expected: Vec<&str> = expected.trim().lines().map(str::trim_end).collect();
        assert_eq!(summary.unwrap_or_default(), expected.join("\n"), "{text:?}");
    }
}

/// An article with a text in a quote gives a draft that loads, and whose own text acts on no terminal.
#[test]
fn every_text_may_stand_in_an_article() {
    for text in strings::all() {
        let article = format!(
            "RANDU, Senin (5/1/2026) – Wali Kota Randu Bima Contoh mengunjungi MPP {text}.\n\n\
             “Kami belajar {text} banyak sekali hari ini,” kata Bima {text}.\n"
        );
        let draft = draft(&[&article], Lang::Id);
        let loaded = load_text("draft.yaml", draft.text.clone().into());
        assert!(!loaded.diagnostics.iter().any(|it| it.problem.is_fatal()), "{text:?}: {}", draft.text);
        assert!(!draft.text.contains(|c: char| c.is_control() && c != '\n'), "{text:?}: {}", draft.text);
    }
}
