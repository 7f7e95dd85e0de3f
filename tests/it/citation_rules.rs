//! Rules of citations: what holds for every style, and special cases of single styles.

use lawat::cite::{Citation, PostOrder, Style, address};
use lawat::lang::Lang;
use lawat::load::{EXAMPLE, load_text};
use lawat::model::{Record, StatementType};
use proptest::prelude::*;

use crate::command_line::{lawat, run};

const CITED: &str = include_str!("../data/cited.yaml");

/// Only quotes are in quotation marks.
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
    let cite = |arguments: &[&str]| run(lawat().args(["--lang", "en", "cite"]).args(arguments));
    let (code, out, _) = cite(&["randu-cemara#penuh", "tests/data/cited.yaml", "--translation", "EN"]);
    assert_eq!(
        (code, out.as_str()),
        (
            Some(0),
            "“One door for 27 agencies; nobody has to change buildings,” said Ratna Contoh, “Kepala MPP Kota Cemara,” on \
             Tuesday, 12 March 2024 [translation].\n"
        )
    );
    let (code, out, err) = cite(&["randu-cemara#penuh", "tests/data/cited.yaml", "--translation", "fr"]);
    assert_eq!((code, out.as_str()), (Some(1), ""));
    assert!(err.contains("there is no translation into “fr”; available: en"), "{err}");
    let (code, _, err) = cite(&["ratna", "tests/data/cited.yaml"]);
    assert_eq!(code, Some(1));
    assert!(err.contains("“ratna” is not a statement"), "{err}");
    assert_eq!(cite(&["penuh", "tests/data/cited.yaml", "--style", "mla"]).0, Some(2));
}

proptest! {
    /// Whatever a record contains, no citation of it has control characters.
    #[test]
    fn no_citation_has_terminal_controls(text in any::<String>(), name in any::<String>(), title in any::<String>()) {
        let mut archive = load_text("cited.yaml", CITED.into()).archive;
        let visit = &mut archive.visits[0];
        visit.statements[0].text = text;
        visit.statements[0].context = Some(name.clone());
        visit.participants[0].name = Some(name);
        visit.sources[0].title = Some(title.clone());
        visit.sources[0].url = Some(format!("https://{title}"));
        for style in Style::ALL {
            let written = Citation::new(visit, &visit.statements[0], Lang::Id).write(style);
            let written = written.replace(style.line_end(), "\n");
            let acts = |c: char| c != '\n' && c.is_control();
            prop_assert!(!written.contains(acts), "{style:?}: {written:?}");
        }
    }
}

/// Difficult ends of sentences, and facts that the record does not state.
#[test]
fn nothing_is_doubled_cut_or_made_up() {
    let archive = "
schema_version: '1.0'
visits:
  - id: v
    title: V
    language: id
    organizations: [{id: kota, name: Kota Contoh, role: host}, {id: pt, name: 'PT Maju Misal, Tbk.'}]
    participants:
      - {id: ratna, name: 'Hj. Ratna Contoh, M.Si.'}
      - {id: grup, type: group, organization: kota}
      - {id: kepala, post: Kepala Bagian, organization: pt}
    sources: [{id: tebal, title: 'Ke mana?', date: '2024?'}, {id: asing, language: en, title: T}]
    statements:
      - {id: gelar, type: quote, text: Selamat datang, speaker: ratna, context: 'seusai acara,', date: 2024-05-XX}
      - {id: tbk, type: quote, text: 'Bawa KTP, KK, dll.', speaker: pt}
      - {id: rombongan, type: quote, text: 'Ya. . .', speaker: grup}
      - {id: bagian, type: paraphrase, text: 'Perlu KTP, dll.', speaker: kepala}
      - {id: inggris, type: quote, language: en, text: Thank you, speaker: ratna, context: seusai acara}
      - {id: luar, type: quote, text: Terima kasih, speaker: ratna, context: after the tour, sources: [asing]}
      - {id: ragu, type: quote, text: Baik, speaker: ratna, speaker_certainty: unknown}
      - {id: duga, type: quote, text: Baik, speaker: ratna, speaker_certainty: inferred, date: 2024-05-06, date_certainty: inferred}
      - {id: kira, type: quote, text: Baik, speaker: ratna, sources: [{id: tebal, locator: 'menit 3:20.'}]}
";
    let loaded = load_text("v.yaml", archive.into());
    let visit = &loaded.archive.visits[0];
    let cite = |id: &str, style: Style| {
        Citation::new(visit, visit.statement(&lawat::model::Id::new(id)).unwrap(), Lang::Id).write(style)
    };
    for (id, sentence) in [
        ("gelar", "“Selamat datang,” kata Hj. Ratna Contoh, M.Si., seusai acara, Mei 2024."),
        ("tbk", "“Bawa KTP, KK, dll.,” kata PT Maju Misal, Tbk."),
        ("rombongan", "“Ya. . .” kata rombongan dari Kota Contoh."),
        ("bagian", "Perlu KTP, dll., menurut Kepala Bagian, PT Maju Misal, Tbk."),
        ("inggris", "“Thank you,” kata Hj. Ratna Contoh, M.Si., seusai acara."),
        ("luar", "“Terima kasih,” kata Hj. Ratna Contoh, M.Si."),
        ("ragu", "“Baik,” kata Hj. Ratna Contoh, M.Si. [pembicara tidak pasti]."),
        (
            "duga",
            "“Baik,” kata Hj. Ratna Contoh, M.Si., Senin (6/5/2024) [pembicara disimpulkan; tanggal disimpulkan].",
        ),
    ] {
        assert_eq!(cite(id, Style::Press), sentence);
    }
    // Reference managers have no field for uncertainty: what is uncertain is only in the note.
    for style in [Style::Bibtex, Style::Ris, Style::CslJson] {
        let written = cite("duga", style);
        assert!(!written.contains("author") && !written.contains("AU  -"), "{written}");
        assert!(
            !written.contains("year =") && !written.contains("PY  -") && !written.contains("issued"),
            "{written}"
        );
    }
    assert!(cite("kira", Style::Apa).ends_with("Ke mana? (2024?)."), "{}", cite("kira", Style::Apa));
    assert!(!cite("kira", Style::Ris).contains("PY  -"));
    assert!(
        cite("kira", Style::Ris).contains("menit 3:20. Tanggal: 2024 (?)."),
        "{}",
        cite("kira", Style::Ris)
    );
}

/// Readers of RIS take the part before a comma as a family name, unless there are two commas; the format has its own line ends.
#[test]
fn reference_managers_keep_names_whole() {
    let archive = "schema_version: '1.0'
visits:
  - id: v
    title: Kunjungan
    organizations: [{id: pt, name: 'PT Maju Misal, Tbk.'}, {id: pesat, name: 'Maju, Pesat'}]
    participants: [{id: ratna, name: 'Hj. Ratna Contoh, M.Si.'}]
    sources:
      - {id: dinas, title: A, author: 'Dinas Komunikasi, Informatika, dan Statistik'}
      - {id: mp, title: B, author: 'Maju, Pesat'}
      - {id: orang, title: C, author: 'Contoh, Ratna'}
      - {id: satu, title: D, author: Humas Pemkot Misal}
    statements:
      - {id: q1, type: quote, text: Ya, sources: [dinas]}
      - {id: q2, type: quote, text: Ya, sources: [mp]}
      - {id: q3, type: quote, text: Ya, sources: [orang]}
      - {id: q4, type: quote, text: Ya, sources: [satu]}
      - {id: q5, type: quote, text: Ya, speaker: ratna}
      - {id: q6, type: quote, text: Ya, speaker: pt}
";
    let loaded = load_text("v.yaml", archive.into());
    let visit = &loaded.archive.visits[0];
    let authors = visit.statements.iter().map(|statement| {
        let written = Citation::new(visit, statement, Lang::Id).write(Style::Ris) + Style::Ris.line_end();
        assert!(
            written.ends_with("ER  - \r\n")
                && written.matches('\n').count() == written.matches("\r\n").count()
        );
        written.lines().find_map(|line| line.strip_prefix("AU  - ")).unwrap().to_owned()
    });
    assert_eq!(
        authors.collect::<Vec<_>>(),
        [
            "Dinas Komunikasi,, Informatika, dan Statistik",
            "Maju,, Pesat",
            "Contoh, Ratna",
            "Humas Pemkot Misal",
            "Hj. Ratna Contoh,, M.Si.",
            "PT Maju Misal,, Tbk.",
        ]
    );
}

/// Newsrooms of each language put job titles in their own place; the order can be set.
#[test]
fn job_titles_stand_where_newsrooms_put_them() {
    let archive = "
schema_version: '1.0'
visits:
  - id: v
    title: V
    language: id
    organizations: [{id: kota, name: Pemerintah Kota Contoh}]
    participants:
      - {id: ratna, name: Ratna Contoh, post: Wakil Wali Kota Contoh, organization: kota}
      - {id: bima, name: Bima Misal, post: 'Ketua Komisi II, DPRD Contoh'}
      - {id: sekda, name: Sekar Misal, post: Sekretaris Daerah Kota Contoh}
    statements:
      - {id: usai, type: quote, text: Baik, speaker: ratna, context: usai meninjau MPP, date: 2026-01-10}
      - {id: koma, type: quote, text: Baik, speaker: bima, context: usai rapat}
      - {id: baca, type: quote, text: Baik, speaker: ratna, delivered_by: sekda, context: dibacakan oleh Sekar Misal}
      - {id: sendiri, type: quote, text: Baik, speaker: ratna, delivered_by: ratna}
";
    let loaded = load_text("v.yaml", archive.into());
    let visit = &loaded.archive.visits[0];
    let cite = |id: &str, lang, post_order| {
        let statement = visit.statement(&lawat::model::Id::new(id)).unwrap();
        Citation { post_order, ..Citation::new(visit, statement, lang) }.write(Style::Press)
    };
    for (id, lang, order, sentence) in [
        (
            "usai",
            Lang::Id,
            PostOrder::Auto,
            "“Baik,” kata Wakil Wali Kota Contoh Ratna Contoh usai meninjau MPP, Sabtu (10/1/2026).",
        ),
        (
            "usai",
            Lang::Id,
            PostOrder::After,
            "“Baik,” kata Ratna Contoh, Wakil Wali Kota Contoh, usai meninjau MPP, Sabtu (10/1/2026).",
        ),
        (
            "usai",
            Lang::En,
            PostOrder::Auto,
            "“Baik,” said Ratna Contoh, “Wakil Wali Kota Contoh,” on Saturday, 10 January 2026.",
        ),
        (
            "koma",
            Lang::Id,
            PostOrder::Auto,
            "“Baik,” kata Bima Misal, Ketua Komisi II, DPRD Contoh, usai rapat.",
        ),
        (
            "baca",
            Lang::Id,
            PostOrder::Auto,
            "“Baik,” kata Wakil Wali Kota Contoh Ratna Contoh dibacakan oleh Sekar Misal.",
        ),
        ("sendiri", Lang::Id, PostOrder::Auto, "“Baik,” kata Wakil Wali Kota Contoh Ratna Contoh."),
    ] {
        assert_eq!(cite(id, lang, order), sentence);
    }
}

/// Among several speakers, commas separate people: a post with a comma stands in parentheses.
#[test]
fn a_post_with_a_comma_is_apart_in_a_list() {
    let archive = "schema_version: '1.1'\nvisits: [{id: v, title: V, language: id, participants: [{id: r, name: Ratna, post: Camat}, \
                   {id: b, name: Bima, post: 'Ketua Komisi II, DPRD Contoh'}], \
                   statements: [{id: q, type: quote, text: Ya, speaker: [b, r]}]}]\n";
    let visit = &load_text("v.yaml", archive.into()).archive.visits[0];
    let written = Citation::new(visit, &visit.statements[0], Lang::Id).write(Style::Press);
    assert_eq!(written, "“Ya,” kata Bima (Ketua Komisi II, DPRD Contoh) dan Camat Ratna.");
}

/// An unknown title of a source is replaced by a description in a list of references, and reported.
#[test]
fn an_untitled_source_is_reported_and_not_given_a_title() {
    let cite = |style: &str| run(lawat().args(["--lang", "en", "cite", "q1", "--style", style]));
    let (code, out, err) = cite("apa");
    assert_eq!(code, Some(0));
    assert!(!out.contains("untitled"), "{out}");
    assert!(err.contains("source “artikel” has no title"), "{err}");
    let (_, out, err) = cite("bibtex");
    assert!(!out.contains(" title ="), "{out}");
    assert!(err.contains("has no title"), "{err}");
    assert_eq!(cite("press").2, "");
}

/// The styles of one statement with a source by this author.
fn with_author(author: &str, style: Style) -> String {
    let archive = format!(
        "schema_version: '1.0'\nvisits: [{{id: v, title: V, sources: [{{id: s, title: Rapat, author: '{author}'}}], \
         statements: [{{id: q, type: quote, text: Ya, sources: [s]}}]}}]\n"
    );
    let loaded = load_text("v.yaml", archive.into());
    let visit = &loaded.archive.visits[0];
    Citation::new(visit, &visit.statements[0], Lang::En).write(style)
}

#[test]
fn several_authors_are_several_in_every_style() {
    let author = "Van der Umpama, Budi; Siti Rekaan";
    for (style, part) in [
        (Style::Apa, "Van der Umpama, B., & Rekaan, S. (n.d.). Rapat."),
        (Style::Chicago, "quoted in Budi Van der Umpama and Siti Rekaan, “Rapat.”"),
        (Style::Card, "Source: Budi Van der Umpama and Siti Rekaan, “Rapat”"),
        (Style::Bibtex, "author = {Van der Umpama, Budi and {Siti Rekaan}},"),
        (Style::Ris, "AU  - Van der Umpama, Budi\r\nAU  - Siti Rekaan\r\n"),
        (Style::CslJson, "\"family\": \"Van der Umpama\""),
    ] {
        let written = with_author(author, style);
        assert!(written.contains(part), "{written}");
    }
    assert!(with_author("Tulisan, Sari", Style::Chicago).contains("Sari Tulisan, “Rapat.”"));
    assert!(
        with_author("Dinas Kesehatan, Kota Rekaan", Style::Bibtex)
            .contains("{{Dinas Kesehatan, Kota Rekaan}}")
    );
}

/// The punctuation between a quote and its attribution.
#[test]
fn punctuation_follows_one_convention_within_a_style() {
    let archive = "
schema_version: '1.0'
visits:
  - id: v
    title: V
    language: id
    organizations: [{id: o, name: Pemerintah Kota Rekaan, name_en: City of Rekaan}]
    participants:
      - {id: k, post: Kepala Dinas, organization: o}
      - {id: i, name: Idayu}
      - {id: g, type: group, organization: o}
    sources:
      - {id: n, title: Notulen, publisher: Kota, date: 2023/2024}
      - {id: r, title: Rapat}
      - {id: c, title: Catatan, date: '2024-07~'}
    statements:
      - {id: kira, type: quote, text: Terima kasih, speaker: i, speaker_certainty: inferred, sources: [n, r]}
      - {id: tahun, type: quote, text: Kami datang …, speaker: i, date: 2024, sources: [c]}
      - {id: jabatan, type: quote, text: A. B. C., speaker: k}
      - {id: bilang, type: paraphrase, text: Ia bilang “Ya.”, speaker: g}
";
    let loaded = load_text("v.yaml", archive.into());
    let visit = &loaded.archive.visits[0];
    for (id, style, written) in [
        (
            "kira",
            Style::Chicago,
            "Idayu, “Terima kasih” [speaker inferred], quoted in “Notulen,” Kota, 2023 – 2024; “Rapat.”",
        ),
        ("tahun", Style::Chicago, "Idayu, “Kami datang …,” 2024, quoted in “Catatan,” about July 2024."),
        (
            "tahun",
            Style::Apa,
            "“Kami datang …” (Idayu, quoted in “Catatan”, ca. 2024).\n\nCatatan. (ca. 2024, July).",
        ),
        ("jabatan", Style::Press, "“A. B. C.,” said “Kepala Dinas,” City of Rekaan."),
        ("bilang", Style::Press, "Ia bilang “Ya,” according to a group from City of Rekaan."),
    ] {
        let statement = visit.statement(&lawat::model::Id::new(id)).unwrap();
        assert_eq!(Citation::new(visit, statement, Lang::En).write(style), written, "{id}");
    }
}

/// A date in the list of references of APA: what both ends share is written once, and doubt stays.
#[test]
fn dates_of_apa_are_spans_with_their_doubts() {
    let entry = |date: &str, lang: Lang| {
        let archive = format!(
            "schema_version: '1.1'\nvisits: [{{id: v, title: V, sources: [{{id: s, title: Rapat, date: '{date}'}}], \
             statements: [{{id: q, type: quote, text: Ya, sources: [s]}}]}}]\n"
        );
        let visit = &load_text("v.yaml", archive.into()).archive.visits[0];
        let written = Citation::new(visit, &visit.statements[0], lang).write(Style::Apa);
        written.split_once("Rapat. (").unwrap().1.trim_end_matches([')', '.']).to_owned()
    };
    for (date, id, en) in [
        ("2024-03-12", "2024, 12 Maret", "2024, March 12"),
        ("2024-03-01/2024-03-05", "2024, 1–5 Maret", "2024, March 1–5"),
        ("2024-06-28/2024-07-03", "2024, 28 Juni–3 Juli", "2024, June 28–July 3"),
        ("2024-03/2024-04", "2024, Maret–April", "2024, March–April"),
        ("2023-12-30/2024-01-02", "2023, 30 Desember–2024, 2 Januari", "2023, December 30–2024, January 2"),
        ("2023/2024", "2023–2024", "2023–2024"),
        ("2024/2024", "2024", "2024"),
        ("2019/..", "2019–sekarang", "2019–present"),
        ("2024?", "2024?", "2024?"),
        ("2024~", "ca. 2024", "ca. 2024"),
        ("2024%", "ca. 2024?", "ca. 2024?"),
        ("197X", "1970-an", "1970s"),
        ("0000", "1 SM", "1 BC"),
    ] {
        assert_eq!((entry(date, Lang::Id), entry(date, Lang::En)), (id.to_owned(), en.to_owned()), "{date}");
    }
}

/// An organization that the post names is not named again. Words of two letters are in too many names.
#[test]
fn an_organization_is_named_once() {
    let cite = |post: &str, organization: &str, lang: Lang| {
        let archive = format!(
            "schema_version: '1.1'\nvisits: [{{id: v, title: V, language: id, organizations: [{{id: o, name: {organization}}}], \
             participants: [{{id: p, post: {post}, organization: o}}], statements: [{{id: q, type: quote, text: Ya, speaker: p}}]}}]\n"
        );
        let visit = &load_text("v.yaml", archive.into()).archive.visits[0];
        Citation::new(visit, &visit.statements[0], lang).write(Style::Press)
    };
    let id = |post: &str, organization: &str| cite(post, organization, Lang::Id);
    // Named by the post as it is written, not by its translation.
    let translated = "Kepala Dinas Kesehatan, post_en: Head of Health";
    assert_eq!(cite(translated, "Dinas Kesehatan", Lang::En), "“Ya,” said Head of Health.");
    assert_eq!(id("Kepala Dinas Kesehatan", "Dinas Kesehatan"), "“Ya,” kata Kepala Dinas Kesehatan.");
    assert_eq!(id("Wakil di Daerah", "PT di Atas"), "“Ya,” kata Wakil di Daerah, PT di Atas.");
}

/// A year that is no year is no date for other programs.
#[test]
fn a_year_zero_is_no_year() {
    for (date, has_year) in [("2024", true), ("0000", false)] {
        let archive = format!(
            "schema_version: '1.1'\nvisits: [{{id: v, title: V, sources: [{{id: s, title: Rapat, date: '{date}', accessed: '{date}'}}], \
             statements: [{{id: q, type: quote, text: Ya, sources: [s]}}]}}]\n"
        );
        let visit = &load_text("v.yaml", archive.into()).archive.visits[0];
        for (style, field) in [
            (Style::Bibtex, " year ="),
            (Style::Ris, "PY  - 2024"),
            (Style::Ris, "DA  - 2024///"),
            (Style::Ris, "Y2  - "),
            (Style::CslJson, "\"issued\""),
            (Style::CslJson, "\"accessed\""),
        ] {
            let written = Citation::new(visit, &visit.statements[0], Lang::En).write(style);
            assert_eq!(written.contains(field), has_year, "{written}");
        }
    }
}

/// A blank of any width is a space for TeX.
#[test]
fn tex_gets_plain_spaces() {
    let archive = "schema_version: '1.1'\nvisits: [{id: v, title: V, sources: [{id: s, title: Rapat\u{2003}Besar}], \
                   statements: [{id: q, type: quote, text: Ya, sources: [s]}]}]\n";
    let visit = &load_text("v.yaml", archive.into()).archive.visits[0];
    let written = Citation::new(visit, &visit.statements[0], Lang::En).write(Style::Bibtex);
    assert!(written.contains("title = {{Rapat Besar}},"), "{written}");
}

/// The web address of a record is its own page, else that of its first source on the web.
#[test]
fn a_record_has_the_address_of_its_page_or_of_a_source() {
    let archive = "
schema_version: '1.1'
visits:
  - id: v
    title: V
    sources: [{id: surat}, {id: arsip, url: 'arsip/1', archive_url: 'https://a.example/1 2'}, {id: b, url: 'https://b.example'}]
    itinerary: [{id: s, name: S, sources: [surat, arsip]}]
    organizations: [{id: o, name: O, same_as: ['urn:o', 'https://o.example']}]
    participants: [{id: p, name: P, same_as: ['https://p.example'], sources: [b]}, {id: r, name: R, sources: [b]}]
    statements: [{id: q, type: quote, text: Ya, sources: [b]}, {id: n, type: quote, text: Tidak, sources: [surat]}]
";
    let loaded = load_text("v.yaml", archive.into());
    assert_eq!(loaded.archive.visits.len(), 1, "{:?}", loaded.diagnostics);
    let visit = &loaded.archive.visits[0];
    let statement = |at: usize| Record::Statement(visit, &visit.statements[at]);
    for (record, expected) in [
        (Record::Visit(visit), Some("https://a.example/1%202")),
        (Record::Stop(visit, &visit.itinerary[0]), Some("https://a.example/1%202")),
        (Record::Organization(visit, &visit.organizations[0]), Some("https://o.example")),
        (Record::Participant(visit, &visit.participants[0]), Some("https://p.example")),
        (Record::Participant(visit, &visit.participants[1]), Some("https://b.example")),
        (statement(0), Some("https://b.example")),
        (statement(1), None),
    ] {
        assert_eq!(address(record).as_deref(), expected);
    }
}
