//! Every format of export, as it is written.

use lawat::export::{ExportFormat, ExportTable};
use lawat::lang::Lang;
use lawat::load::{EXAMPLE, load_text};
use serde_json::{Value, json};

use crate::exports::written;

const CITED: &str = include_str!("../data/cited.yaml");

/// All of an archive in a format, with `\n` at the ends of lines.
fn export(records: &str, format: ExportFormat, lang: Lang) -> String {
    let archive = load_text("cited.yaml", records.into()).archive;
    written(&archive, format, ExportTable::Statements, lang).replace("\r\n", "\n")
}

/// A page of HTML without its style, with a line for each element.
fn html(records: &str, lang: Lang) -> String {
    let page = export(records, ExportFormat::Html, lang);
    let (head, rest) = page.split_once("<style>").unwrap();
    let (_, body) = rest.split_once("</style>").unwrap();
    format!("{head}<style>…</style>{body}").replace("><", ">\n<")
}

/// Every table of CSV, each under its name.
fn tables(records: &str) -> String {
    let archive = load_text("cited.yaml", records.into()).archive;
    let table = |table: ExportTable| {
        format!("── {}\n{}\n", table.name(), written(&archive, ExportFormat::Csv, table, Lang::Id))
    };
    ExportTable::ALL.map(table).concat()
}

/// Documents of which the whole text is promised to readers and to other programs.
#[test]
fn whole_documents() {
    for (name, document) in [
        ("real-md-id", export(EXAMPLE, ExportFormat::Markdown, Lang::Id)),
        ("real-html-en", html(EXAMPLE, Lang::En)),
        ("real-jsonld-id", export(EXAMPLE, ExportFormat::JsonLd, Lang::Id)),
        ("real-csv", tables(EXAMPLE)),
        ("hard-csv", tables(CITED)),
        ("hard-ics-en", export(CITED, ExportFormat::Calendar, Lang::En)),
    ] {
        insta::assert_snapshot!(name, document);
    }
}

#[track_caller]
fn assert_has(document: &str, part: &str) {
    assert!(document.contains(part), "no\n{part}\nin\n{document}");
}

#[test]
fn a_page_in_markdown_has_the_facts_of_visits_and_stops() {
    let page = export(CITED, ExportFormat::Markdown, Lang::En);
    assert_has(
        &page,
        "# Studi tiru Randu ke Cemara\n\n\
         Study visit · Tuesday, 12 March 2024 – Wednesday, 13 March 2024\n\n\
         Pemerintah Kabupaten Randu → Pemerintah Kota Cemara\n\n\
         ## Statements\n\n\
         ### Mal Pelayanan Publik Kota Cemara\n\n\
         > “Satu pintu",
    );
    assert_has(
        &page,
        "### 2\\. Mal Pelayanan Publik Kota Cemara\n\n\
         - **Date:** Tuesday, 12 March 2024, 09:00 WIB – 10:30 WIB\n\
         - **Address:** Jalan Contoh 1, lantai 2, Cemara, Indonesia\n\
         - **Activities:** Peninjauan loket; Makan siang; bersama, semua\n\
         - **Media:** photo: Loket MPP, <https://cemara.example/foto.jpg>, Humas Cemara, Mal Pelayanan Publik Kota Cemara, #foto-1\n",
    );
    // What is technical comes last.
    assert_has(
        &page,
        "## About this record\n\n\
         - **Type:** study visit\n\
         - **Time zone:** Asia/Jakarta\n\
         - **Language:** Indonesian\n\
         - **Collection:** Rekaman contoh\n\
         - **License:** CC-BY-4.0\n\
         - **Reference:** randu-cemara\n\n\
         ### Pasar\n",
    );
    assert_has(
        &page,
        "### Mal Pelayanan Publik Kota Cemara\n\n\
         - **Short name:** MPP\n\
         - **Status:** visited\n\
         - **Coordinates:** \\-6.25, 106.8\n\
         - **Statements:** 4\n\
         - **Reference:** randu-cemara#mpp\n",
    );
}

#[test]
fn a_page_in_markdown_has_every_section() {
    let page = export(CITED, ExportFormat::Markdown, Lang::En);
    assert_has(
        &page,
        "## Outcomes\n\n\
         - Nota kesepahaman antrean terpadu (memorandum of understanding, signed, 13 Mar 2024, Pemerintah Kabupaten Randu, \
         Pemerintah Kota Cemara, Balai Kota, #nota) \\[Randu Belajar “Satu Pintu” ke Cemara\\]\n\n\
         ## Media\n\n\
         - photo: Loket MPP, <https://cemara.example/foto.jpg>, Humas Cemara, Mal Pelayanan Publik Kota Cemara, #foto-1\n\n\
         ## Expenses\n\n\
         - IDR 1,500,000.50, transportasi\n\n\
         ## Related visits\n\n\
         - follows: Kunjungan tanpa keterangan\n\n\
         ## Sources\n\n\
         - berita: Randu Belajar “Satu Pintu” ke Cemara, news article, Wartawan Misal, Harian Contoh, 13 Mar 2024, \
         <https://harian.example/berita/1?a=1&b=2>, accessed 1 Apr 2024, Indonesian\n\
         - siaran: press release, Pemerintah Kota Cemara, Mar 2024\n\n\
         ## Notes\n\n\
         - unclear: Tempatnya disimpulkan. (1 statement)\n\n\
         ## Custom fields\n\n\
         - x-nomor: 0812\n\
         - x-rinci: {jumlah: 3, bagian: \\[1.5, true, null, 1.50\\], kosong: {}}\n\n\
         ## About this record\n",
    );
    assert_has(&page, "# Kunjungan tanpa keterangan\n\nDate not stated\n\n## Statements\n");
    // In the order of a report, all of them.
    let headings: Vec<&str> = page.lines().filter(|line| line.starts_with("## ")).collect();
    assert_eq!(
        headings,
        [
            "## Statements",
            "## Stops",
            "## Participants",
            "## Outcomes",
            "## Media",
            "## Expenses",
            "## Related visits",
            "## Sources",
            "## Notes",
            "## Custom fields",
            "## About this record",
            "## Statements",
            "## About this record",
        ]
    );
}

#[test]
fn a_page_in_html_has_contents_and_every_section_in_its_language() {
    let page = html(CITED, Lang::Id);
    assert_has(&page, "<html lang=\"id\">");
    assert_has(&page, "<title>Kunjungan</title>");
    assert_has(&page, "<nav>\n<ul>\n<li>\n<a href=\"#randu-cemara\">Studi tiru Randu ke Cemara</a>\n</li>");
    assert_has(
        &page,
        "</h1>\n<p>Studi banding · Selasa, 12 Maret 2024 – Rabu, 13 Maret 2024</p>\n<p>Pemerintah Kabupaten Randu → Pemerintah Kota Cemara</p>\n<h2>Pernyataan</h2>",
    );
    assert_has(
        &page,
        "<figcaption>\n<p class=\"by\">— Ratna Contoh, Kepala MPP Kota Cemara</p>\n\
         <p>Sumber: <a href=\"https://harian.example/berita/1?a=1&amp;b=2\" rel=\"external\">Wartawan Misal, “Randu Belajar \
         ‘Satu Pintu’ ke Cemara”, Harian Contoh, 13 Maret 2024</a>\n</p>\n\
         <p>\n<code>randu-cemara#berbaris</code>\n</p>\n</figcaption>",
    );
    let headings: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix("<h2>")).collect();
    assert_eq!(
        headings,
        [
            "Pernyataan</h2>",
            "Lokasi kunjungan</h2>",
            "Peserta</h2>",
            "Hasil kunjungan</h2>",
            "Media</h2>",
            "Biaya</h2>",
            "Kunjungan terkait</h2>",
            "Sumber</h2>",
            "Catatan penyusun</h2>",
            "Isian tambahan</h2>",
            "Tentang catatan ini</h2>",
            "Pernyataan</h2>",
            "Tentang catatan ini</h2>",
        ]
    );
    assert_has(&page, "<li>IDR 1.500.000,50, transportasi</li>");
    assert_has(&page, "<li>lanjutan dari: Kunjungan tanpa keterangan</li>");
    assert_has(
        &page,
        "<figure class=\"quote\">\n<blockquote>\n<p lang=\"ar\" dir=\"auto\">“شكرا على حسن الضيافة”</p>",
    );
}

#[test]
fn a_quote_sheet_has_a_card_for_each_statement_in_the_order_of_time() {
    let sheet = export(CITED, ExportFormat::Text, Lang::En);
    assert!(
        sheet.starts_with(
            "“‘Cepat’ itu relatif, Jum'at pun buka”\n\
             — Bima Misal, Pemerintah Kabupaten Randu\n\
             2024 (?) · speaker inferred\n\
             Visit: Studi tiru Randu ke Cemara, 12–13 Mar 2024\n\
             no source\n\
             Reference: randu-cemara#diduga\n\n\
             “Kami siap menjadi mitra”\n"
        ),
        "{sheet}"
    );
    let references: Vec<&str> = sheet.lines().filter_map(|line| line.strip_prefix("Reference: ")).collect();
    assert_eq!(references.len(), 14);
    assert_eq!(references.last(), Some(&"tanpa-apa-apa#s"));
    let sheet = export(EXAMPLE, ExportFormat::Text, Lang::Id);
    assert!(
        sheet.starts_with(
            "Dalam pelayanan publik, tantangan yang dihadapi Pontianak dan Balikpapan punya banyak kesamaan.\n\
             — menurut Bagus Susetyo, Wakil Wali Kota Balikpapan\n\
             parafrasa\n\
             Kunjungan: Studi tiru Balikpapan ke Pontianak, 10 Jan 2026 [disimpulkan]\n\
             Sumber: berita, paragraf 3\n\
             Kode: balikpapan-pontianak-2026#p1\n\n\
             Karena tantangan"
        ),
        "{sheet}"
    );
}

#[test]
fn a_calendar_says_in_the_language_of_the_interface_what_is_inferred() {
    let calendar = export(EXAMPLE, ExportFormat::Calendar, Lang::Id);
    let events: Vec<&str> = calendar.split("BEGIN:VEVENT\n").skip(1).collect();
    assert_eq!(events.len(), 2, "{calendar}");
    assert_eq!(
        events[1],
        "DESCRIPTION:Studi tiru Balikpapan ke Pontianak\\n– Peninjauan\\ntanggal dis\n \
         impulkan\\nKode: balikpapan-pontianak-2026#mpp\n\
         DTSTAMP:20231114T221320Z\n\
         DTSTART;VALUE=DATE:20260110\n\
         LOCATION:Mal Pelayanan Publik Kota Pontianak\\, Jalan Kapten Marsan\\, Pontia\n \
         nak\\, ID\n\
         STATUS:TENTATIVE\n\
         SUMMARY:Mal Pelayanan Publik Kota Pontianak\n\
         UID:balikpapan-pontianak-2026#mpp@lawat\n\
         END:VEVENT\n\
         END:VCALENDAR\n"
    );
    let calendar = export(CITED, ExportFormat::Calendar, Lang::Id);
    assert_has(
        &calendar,
        "DESCRIPTION:Studi tiru Randu ke Cemara\\ntanggal disimpulkan\\nKode: randu-ce\n mara#taman\n",
    );
}

/// The node of linked data with this id.
fn node(document: &str, id: &str) -> Value {
    let document: Value = serde_json::from_str(document).unwrap();
    let nodes = document["@graph"].as_array().unwrap();
    nodes.iter().find(|node| node["@id"] == format!("urn:lawat:{id}")).unwrap().clone()
}

#[test]
fn linked_data_names_persons_places_and_sources() {
    let document = export(CITED, ExportFormat::JsonLd, Lang::En);
    assert_eq!(
        node(&document, "visit:randu-cemara:penuh"),
        json!({
            "@id": "urn:lawat:visit:randu-cemara:penuh",
            "@type": "Quotation",
            "creator": { "@id": "urn:lawat:agent:ratna" },
            "creditText": "“Satu pintu untuk 27 instansi; warga tidak perlu pindah gedung,” said Ratna Contoh, “Kepala MPP \
                           Kota Cemara,” on Tuesday, 12 March 2024.",
            "dateCreated": "2024-03-12T09:10",
            "identifier": "randu-cemara#penuh",
            "inLanguage": "id",
            "isBasedOn": [
                {
                    "@type": "CreativeWork",
                    "isPartOf": { "@id": "urn:lawat:visit:randu-cemara:berita" },
                    "position": "paragraf 4",
                },
                {
                    "@type": "CreativeWork",
                    "isPartOf": { "@id": "urn:lawat:visit:randu-cemara:siaran" },
                    "position": "hlm. 2",
                },
            ],
            "keywords": ["antrean"],
            "recordedAt": { "@id": "urn:lawat:visit:randu-cemara:mpp" },
            "text": "Satu pintu untuk 27 instansi; warga tidak perlu pindah gedung.",
            "workTranslation": [{
                "@type": "Quotation",
                "inLanguage": "en",
                "text": "One door for 27 agencies; nobody has to change buildings.",
                "translationOfWork": { "@id": "urn:lawat:visit:randu-cemara:penuh" },
            }],
        })
    );
    let stop = node(&document, "visit:randu-cemara:taman");
    assert_eq!(stop["disambiguatingDescription"], "13 March 2024 (date inferred)");
    assert!(stop.get("startDate").is_none(), "an inferred day is not given as a fact");
    assert_eq!(node(&document, "agent:cemara")["sameAs"], json!(["https://cemara.example/"]));
    assert_eq!(node(&document, "agent:ratna")["worksFor"], json!({ "@id": "urn:lawat:agent:cemara" }));
    let cancelled = node(&document, "visit:randu-cemara:museum");
    assert_eq!(cancelled["eventStatus"], "https://schema.org/EventCancelled");
    assert!(
        node(&document, "visit:randu-cemara:diduga").get("creator").is_none(),
        "nor is an inferred speaker"
    );
    // What is not a quote is not called one.
    assert_eq!(node(&document, "visit:randu-cemara:parafrasa")["@type"], "CreativeWork");
}

#[test]
fn json_has_the_fields_of_the_format_in_its_order() {
    let records = "schema_version: '1.0'\ntitle: Koleksi\nvisits:\n  - statements: [{text: Ya, type: quote, id: q, date: 2024-05~}]\n    \
                   title: Judul\n    id: v\n    x-nomor: '0812'\n";
    assert_eq!(
        export(records, ExportFormat::Json, Lang::Id),
        r#"{
  "schema_version": "1.1",
  "title": "Koleksi",
  "visits": [
    {
      "id": "v",
      "title": "Judul",
      "statements": [
        {
          "id": "q",
          "type": "quote",
          "text": "Ya",
          "date": "2024-05~"
        }
      ],
      "x-nomor": "0812"
    }
  ]
}
"#
    );
    let visit = r#"{"id":"v","title":"Judul","statements":[{"id":"q","type":"quote","text":"Ya","date":"2024-05~"}],"x-nomor":"0812"}"#;
    assert_eq!(export(records, ExportFormat::Jsonl, Lang::Id), format!("{visit}\n"));
    for records in [EXAMPLE, CITED] {
        for format in [ExportFormat::Json, ExportFormat::Jsonl] {
            assert_eq!(
                export(records, format, Lang::Id),
                export(records, format, Lang::En),
                "records are in no language"
            );
        }
    }
}
