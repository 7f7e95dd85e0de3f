//! Citations in every style and both languages, as they are printed.

mod expected;

use std::fmt::Write as _;

use lawat::cite::{Citation, Style};
use lawat::lang::Lang;
use lawat::load::{EXAMPLE, load_text};
use serde_json::{Value, json};

use expected::{APA, CARD, CHICAGO, EXAMPLE_STATEMENT, Entry, MARKDOWN, PRESS};

const CITED: &str = include_str!("../data/cited.yaml");

/// A citation of a statement by its id; with ` en` behind it, of its translation.
fn cite(records: &str, id: &str, style: Style, lang: Lang) -> String {
    let visits = load_text("cited.yaml", records.into()).archive.visits;
    let (id, translation) = id.strip_suffix(" en").map_or((id, None), |id| (id, Some(0)));
    let mut all = visits.iter().flat_map(|visit| visit.statements.iter().map(move |it| (visit, it)));
    let (visit, statement) = all.find(|(_, statement)| statement.id.as_str() == id).unwrap();
    Citation { translation, ..Citation::new(visit, statement, lang) }.write(style)
}

#[track_caller]
fn check(style: Style, entries: &[Entry]) {
    for (id, indonesian, english) in entries {
        assert_eq!(cite(CITED, id, style, Lang::Id), *indonesian, "{id}");
        assert_eq!(cite(CITED, id, style, Lang::En), *english, "{id}");
    }
}

#[test]
fn press_sentences() {
    let visits = load_text("cited.yaml", CITED.into()).archive.visits;
    assert_eq!(PRESS.len(), visits.iter().map(|visit| visit.statements.len()).sum::<usize>() + 1);
    check(Style::Press, PRESS);
}

#[test]
fn apa_citations() {
    check(Style::Apa, APA);
}

#[test]
fn chicago_notes() {
    check(Style::Chicago, CHICAGO);
}

#[test]
fn cards() {
    check(Style::Card, CARD);
}

#[test]
fn markdown() {
    check(Style::Markdown, MARKDOWN);
}

#[test]
fn the_text_alone_is_that_of_the_record() {
    for (id, text) in [
        ("penuh", "Satu pintu untuk 27 instansi; warga tidak perlu pindah gedung."),
        ("penuh en", "One door for 27 agencies; nobody has to change buildings."),
        ("diduga", "“Cepat” itu relatif, Jum'at pun buka"),
        ("berbaris", "Baris satu\n# Baris dua\n- baris tiga"),
    ] {
        for lang in Lang::ALL {
            assert_eq!(cite(CITED, id, Style::Text, lang), text);
            let id = id.trim_end_matches(" en");
            assert_eq!(cite(CITED, id, Style::Reference, lang), format!("randu-cemara#{id}"));
        }
    }
}

#[test]
fn the_example_in_every_style() {
    for (style, indonesian, english) in EXAMPLE_STATEMENT {
        assert_eq!(cite(EXAMPLE, "p4", *style, Lang::Id), *indonesian);
        assert_eq!(cite(EXAMPLE, "p4", *style, Lang::En), *english);
    }
}

/// The forms for programs are kept whole, of everything that is hard to cite: other programs read every line of them.
#[test]
fn forms_for_programs() {
    for (style, lang) in [(Style::Bibtex, Lang::En), (Style::Ris, Lang::Id)] {
        let visits = load_text("cited.yaml", CITED.into()).archive.visits;
        let mut document = String::new();
        for (visit, statement) in
            visits.iter().flat_map(|visit| visit.statements.iter().map(move |it| (visit, it)))
        {
            for translation in std::iter::once(None).chain((0..statement.translations.len()).map(Some)) {
                let citation = Citation { translation, ..Citation::new(visit, statement, lang) };
                let _ = writeln!(document, "── {}\n{}\n", citation.reference(), citation.write(style));
            }
        }
        insta::assert_snapshot!(format!("{}-{}", style.name(), lang.code()), document);
    }
}

/// In the other language only the note differs.
#[test]
fn notes_in_forms_for_programs_are_in_the_language_of_the_interface() {
    let note = |style, lang| {
        let written = cite(CITED, "parafrasa", style, lang);
        let line = written.lines().find(|line| line.starts_with("  note = ") || line.starts_with("N1  - "));
        line.unwrap().to_owned()
    };
    assert_eq!(
        note(Style::Bibtex, Lang::Id),
        "  note = {Waktu tunggu di loket turun setengahnya, menurut Kepala MPP Kota Cemara Ratna Contoh, Selasa (12/3/2024). \
         Paragraf/halaman di sumber: paragraf 5. Kode: randu-cemara\\#parafrasa}"
    );
    assert_eq!(
        note(Style::Ris, Lang::En),
        "N1  - Waktu tunggu di loket turun setengahnya, according to Ratna Contoh, “Kepala MPP Kota Cemara,” on Tuesday, \
         12 March 2024. Page/paragraph in the source: paragraf 5. Reference: randu-cemara#parafrasa"
    );
}

#[test]
fn csl_json() {
    let item = |note: &str| {
        json!([{
            "id": "randu-cemara:parafrasa",
            "type": "article-newspaper",
            "author": [{ "literal": "Wartawan Misal" }],
            "title": "Randu Belajar “Satu Pintu” ke Cemara",
            "container-title": "Harian Contoh",
            "issued": { "date-parts": [[2024, 3, 13]] },
            "accessed": { "date-parts": [[2024, 4, 1]] },
            "URL": "https://harian.example/berita/1?a=1&b=2",
            "language": "id",
            "note": note,
        }])
    };
    for (lang, note) in [
        (
            Lang::Id,
            "Waktu tunggu di loket turun setengahnya, menurut Kepala MPP Kota Cemara Ratna Contoh, Selasa (12/3/2024). \
             Paragraf/halaman di sumber: paragraf 5. Kode: randu-cemara#parafrasa",
        ),
        (
            Lang::En,
            "Waktu tunggu di loket turun setengahnya, according to Ratna Contoh, “Kepala MPP Kota Cemara,” on Tuesday, \
             12 March 2024. Page/paragraph in the source: paragraf 5. Reference: randu-cemara#parafrasa",
        ),
    ] {
        let written: Value = serde_json::from_str(&cite(CITED, "parafrasa", Style::CslJson, lang)).unwrap();
        assert_eq!(written, item(note));
    }
    // Two sources are two items; what is not known is left out.
    let written: Value = serde_json::from_str(&cite(CITED, "penuh", Style::CslJson, Lang::En)).unwrap();
    assert_eq!(written[0]["id"], "randu-cemara:penuh:1");
    let second = &written[1];
    assert_eq!((&second["type"], &second["publisher"]), (&json!("report"), &json!("Pemerintah Kota Cemara")));
    assert_eq!(second["issued"], json!({ "date-parts": [[2024, 3]] }));
    assert!(second.get("title").is_none() && second.get("author").is_none() && second.get("URL").is_none());
    let written: Value = serde_json::from_str(&cite(EXAMPLE, "p4", Style::CslJson, Lang::Id)).unwrap();
    assert_eq!(
        written,
        json!([{
            "id": "balikpapan-pontianak-2026:p4",
            "type": "article-newspaper",
            "language": "id",
            "note": "Kualitas layanan harus ditingkatkan secara berkelanjutan, menurut Wakil Wali Kota Balikpapan Bagus \
                     Susetyo. Paragraf/halaman di sumber: paragraf 6. Kode: balikpapan-pontianak-2026#p4",
        }])
    );
}

/// What nobody published is cited by itself, each kind of statement in its own words.
#[test]
fn a_statement_without_a_source_is_cited_by_itself() {
    let archive = "
schema_version: '1.1'
visits:
  - id: v
    title: V
    participants: [{id: p, name: Ratna Contoh}]
    statements:
      - {id: kutipan, type: quote, text: Satu pintu, speaker: p}
      - {id: parafrasa, type: paraphrase, text: 'Apakah cukup satu pintu?', speaker: p}
      - {id: narasi, type: narrative, text: Hadirin bertepuk tangan., speaker: p}
      - {id: tercatat, type: narrative, text: Hadirin pulang., sources: [s]}
    sources: [{id: s, title: Notulen}]
";
    let loaded = load_text("v.yaml", archive.into());
    assert_eq!(loaded.archive.visits.len(), 1, "{:?}", loaded.diagnostics);
    let visit = &loaded.archive.visits[0];
    for (statement, apa, chicago, kind, [by, name]) in [
        (
            &visit.statements[0],
            "“Satu pintu” (Ratna Contoh; no source).",
            "Ratna Contoh, “Satu pintu,” no source.",
            "speech",
            ["Ratna Contoh", "Ratna Contoh"],
        ),
        (
            &visit.statements[1],
            "Apakah cukup satu pintu? (according to Ratna Contoh; no source).",
            "According to Ratna Contoh: Apakah cukup satu pintu? no source.",
            "document",
            ["according to Ratna Contoh", "Ratna Contoh"],
        ),
        (
            &visit.statements[2],
            "Hadirin bertepuk tangan (narrative; no source).",
            "Hadirin bertepuk tangan (narrative), no source.",
            "document",
            ["narrative", "narrative"],
        ),
    ] {
        let citation = Citation::new(visit, statement, Lang::En);
        assert_eq!(
            (citation.write(Style::Apa).as_str(), citation.write(Style::Chicago).as_str()),
            (apa, chicago)
        );
        let item = citation.write(Style::CslJson);
        assert!(item.contains(&format!("\"type\": \"{kind}\"")), "{item}");
        let short = citation.short();
        assert_eq!([short.by.as_str(), short.name.as_str()], [by, name]);
    }
    let recorded = Citation::new(visit, &visit.statements[3], Lang::En).write(Style::Apa);
    assert_eq!(recorded, "Hadirin pulang (narrative, in “Notulen”, n.d.).\n\nNotulen. (n.d.).");
}
