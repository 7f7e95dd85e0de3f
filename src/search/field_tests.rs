//! The results of single words, fields and places.

use std::sync::Arc;

use super::super::Query;
use super::*;
use crate::load::load_text;

/// The ids of the literal matches of a query in a file with these visits.
fn ids_in(visits: &str, query: &str) -> Vec<String> {
    let text = format!("schema_version: '1.0'\nvisits:\n{visits}");
    let loaded = load_text("a.yaml", text.into());
    assert!(!loaded.archive.visits.is_empty(), "{:?}", loaded.diagnostics);
    let results = Arc::new(Index::new(&loaded.archive)).search(&Query::parse(query).expect(query));
    let results = results.groups.iter().flat_map(|group| &group.results);
    results.filter_map(|result| Some(loaded.archive.record(result.target)?.id().to_string())).collect()
}

#[test]
fn compounds_written_as_one_word_and_as_two_find_each_other() {
    for (one, other) in [
        ("alquran", "al-qur'an"),
        ("alquran", "Al Qur’an"),
        ("covid19", "covid-19"),
        ("prakerja", "pra-kerja"),
        ("antarkota", "antar kota"),
        ("e-ktp", "ektp"),
    ] {
        for (written, typed) in [(one, other), (other, one), (one, one), (other, other)] {
            let visit = format!(
                "  - {{id: v, title: T, statements: [{{id: q, type: quote, text: \"soal {written} itu\"}}]}}\n"
            );
            assert_eq!(ids_in(&visit, typed), ["q"], "{typed} in {written}");
            assert_eq!(ids_in(&visit, &format!("soal {typed}")), ["q"], "soal {typed} in {written}");
        }
    }
    for (one, other) in [("terpadu-satu-pintu", "terpadusatupintu"), ("e KTP el baru", "ektpelbaru")] {
        for (written, typed) in [(one, other), (other, one)] {
            let visit = format!("  - {{id: v, title: T, itinerary: [{{id: s, name: Loket {written}}}]}}\n");
            for typed in [typed.replace(' ', "-"), format!("di:{}", typed.replace(' ', "-"))] {
                assert_eq!(ids_in(&visit, &typed), ["s"], "{typed} in {written}");
            }
        }
    }
    let apart = "  - {id: v, title: T, statements: [{id: q, type: quote, text: antar ke kota}]}\n";
    assert_eq!(ids_in(apart, "antarkota"), [""; 0]);
    assert_eq!(ids_in(apart, "siapa:antarkota"), [""; 0]);
}

#[test]
fn a_time_of_day_is_found_with_a_full_stop_and_with_a_colon() {
    for (written, typed) in [("09:30", "09.30"), ("09.30", "09:30"), ("9.30", "09:30"), ("09:30", "9.30")] {
        let visit = format!(
            "  - {{id: v, title: T, statements: [{{id: q, type: quote, text: 'pukul {written} WIB'}}]}}\n"
        );
        for typed in [typed.to_owned(), format!("pukul {typed}"), format!("\"pukul {typed}\"")] {
            assert_eq!(ids_in(&visit, &typed), ["q"], "{typed} in {written}");
        }
    }
}

const CITIES: &str = "  - {id: d, title: D, start_date: '2026-04', itinerary: [{id: sd, name: Loket, place: {locality: Kabupaten Umpama}}]}
  - {id: a, title: A, start_date: '2026-03', organizations: [{id: o, name: Pemerintah Kota Umpama, role: host}]}
  - {id: b, title: B, start_date: '2026-02', itinerary: [{id: sb, name: Loket, place: {locality: Umpama}}]}
  - {id: c, title: C, start_date: '2026-01', itinerary: [{id: sc, name: Loket, place: {locality: Kota Umpama}}]}
";

#[test]
fn a_city_has_one_name_and_the_regency_around_it_another() {
    let visits = |query: &str| ids_in(CITIES, &format!("{query} jenis:kunjungan"));
    for city in ["kota umpama", "pemkot umpama", "City of Umpama", "Umpama City", "Pemerintah Kota Umpama"] {
        let mut found = visits(&format!("kota:\"{city}\""));
        found.sort();
        assert_eq!(found, ["a", "b", "c"], "{city}");
        assert_eq!(visits(&format!("-kota:\"{city}\"")), ["d"], "{city}");
    }
    for regency in ["kab umpama", "kab. umpama", "kabupaten umpama", "Pemkab Umpama", "Umpama Regency"] {
        assert_eq!(visits(&format!("city:\"{regency}\"")), ["d"], "{regency}");
    }
    for either in ["kota:umpama", "kota:\"umpama\"", "kota:umpam"] {
        let found = visits(either);
        assert_eq!((found.len(), found.last().map(String::as_str)), (4, Some("d")), "{either}");
    }
    assert_eq!(ids_in(CITIES, "kota:\"kota umpama\" jenis:persinggahan").len(), 2);
    assert_eq!(ids_in(CITIES, "kota:umpama jenis:persinggahan").last().map(String::as_str), Some("sd"));
    // The kind of a city is found even where it is not written.
    assert_eq!(ids_in(CITIES, "kota jenis:persinggahan"), ["sc"]);
    assert_eq!(visits("host:\"pemkot umpama\""), ["a"]);
    assert_eq!(ids_in(CITIES, "\"pemkot umpama\" jenis:organisasi"), ["o"]);
}

const SIDES: &str = "  - id: v
    title: Kunjungan kerja
    status: cancelled
    organizations:
      - {id: dinkes, name: Dinas Kesehatan Kota Anggrek, role: host}
      - {id: rs, name: RSUD Melati, parent: pemkab}
      - {id: pemkab, name: Pemerintah Kabupaten Melati, role: visitor}
      - {id: panitia, name: Panitia Kota Dahlia, role: organizer}
    participants:
      - {id: ratna, name: Ratna, post: Kepala Dinas, organization: dinkes, side: host, role: presenter}
      - {id: budi, name: Budi, organization: rs, side: visitor}
    itinerary:
      - {id: s, name: Aula, status: visited, classification: hospital, place: {country: JP}}
      - {id: t, name: Loket, classification: pasar malam, place: {country: IDN, locality: Kota Kenanga}}
    statements:
      - {id: q, type: quote, text: mutu, speaker: ratna, stop: s}
      - {id: r, type: quote, text: mutu, speaker: budi}
    outcomes: [{id: o, text: Naskah bersama, type: memorandum, status: signed, stop: t}]
    sources: [{id: k, type: news, title: Warta, author: Sari}]
";

#[test]
fn every_field_can_be_queried() {
    let check = |query: &str, expected: &[&str]| {
        let mut ids = ids_in(SIDES, query);
        ids.sort();
        assert_eq!(ids, expected, "{query}");
    };
    check("host:anggrek", &["dinkes", "q", "r", "ratna", "s", "t", "v"]);
    check("tuanrumah:anggrek jenis:kunjungan", &["v"]);
    check("visitor:melati type:organization", &["pemkab", "rs"]);
    check("tamu:budi jenis:peserta", &["budi"]);
    check("host:melati", &[]);
    check("host:panitia", &[]);
    check("kota:anggrek", &["dinkes", "q", "ratna", "v"]);
    check("city:melati", &["budi", "pemkab", "r", "rs", "v"]);
    check("kota:dahlia jenis:kunjungan", &[]);
    check("kota:kesehatan", &[]);
    check("kota:kenanga", &["t", "v"]);
    for japan in ["negara:jepang", "country:JP", "country:jpn", "negara:Japan"] {
        check(japan, &["q", "s", "v"]);
    }
    check("country:indonesia", &["t", "v"]);
    check("country:in", &[]);
    for status in ["status:batal", "status:cancelled", "status:dibatalkan"] {
        check(status, &["r", "t", "v"]);
    }
    check("status:dikunjungi", &["q", "s"]);
    check("status:signed", &["v"]);
    check("peran:narasumber", &["q", "ratna"]);
    check("role:presenter mutu", &["q"]);
    check("role:organizer", &["panitia"]);
    check("jabatan:kepala", &["q", "ratna"]);
    check("post:ratna", &[]);
    check("jenistempat:\"rumah sakit\"", &["q", "s", "v"]);
    check("class:pasar", &["t", "v"]);
    check("pasar", &["t"]);
    check("hasil:naskah", &["t", "v"]);
    check("outcome:mutu", &[]);
    check("author:sari", &["v"]);
    check("penulis:warta", &[]);
    check("type:memorandum", &["v"]);
}

#[test]
fn former_and_present_labels_find_the_same_records() {
    let visits = "  - {id: a, title: A, classification: study_visit, status: confirmed}
  - {id: b, title: B, classification: inspection, notes: [{type: editorial, text: t}]}
  - {id: c, title: C, notes: [{type: conflict, text: t}]}
";
    for (former, present, expected) in [
        ("jenistempat:\"kunjungan studi\"", "jenistempat:\"studi banding\"", "a"),
        ("jenistempat:inspeksi", "jenistempat:peninjauan", "b"),
        ("status:dipastikan", "status:terkonfirmasi", "a"),
        ("jenis:\"catatan penyusun\"", "jenis:penjelasan", "b"),
        ("jenis:\"yang bertentangan\"", "jenis:\"keterangan berbeda\"", "c"),
    ] {
        assert_eq!(ids_in(visits, former), [expected], "{former}");
        assert_eq!(ids_in(visits, present), [expected], "{present}");
    }
}

#[test]
fn results_of_equal_rank_are_in_natural_order() {
    let visit = "  - {id: v, title: T, itinerary: [{id: a, name: Loket 10}, {id: b, name: Loket 2}, {id: c, name: Loket 1}]}\n";
    assert_eq!(ids_in(visit, "loket"), ["c", "b", "a"]);
}

#[test]
fn variants_of_a_character_match_each_other() {
    for (written, typed) in [
        ("臺北市", "台北"),
        ("高峯", "高峰"),
        ("為替", "爲替"),
        ("ＭＰＰ", "mpp"),
        ("Isparta", "ısparta"),
        ("ꦏꦠ", "ꦏꦠ"),
    ] {
        let visit = format!("  - {{id: v, title: {written}}}\n");
        assert_eq!(ids_in(&visit, typed), ["v"], "{typed} in {written}");
    }
}

/// The ids of all results of a query in a file with these visits, best first.
fn ranked_in(visits: &str, query: &str) -> Vec<String> {
    let text = format!(
        "schema_version: '1.0'
visits:
{visits}"
    );
    let archive = load_text("a.yaml", text.into()).archive;
    let results = Arc::new(Index::new(&archive)).search(&Query::parse(query).expect(query));
    let ranked = results.ranked();
    assert_eq!(results.best(), ranked.first().copied(), "{query}");
    ranked.into_iter().filter_map(|result| Some(archive.record(result.target)?.id().to_string())).collect()
}

#[test]
fn records_with_a_field_rank_above_those_that_inherit_it() {
    let visits = "  - id: v
    title: Studi tiru antrean
    status: cancelled
    start_date: 2024-06-28
    organizations: [{id: o, name: Dinas Kota Anggrek, role: host}]
    participants: [{id: p, name: Ratna, post: Kepala Dinas, organization: o, side: host, role: presenter}]
    itinerary:
      - {id: s, name: Aula, classification: hospital, place: {country: JP}}
      - {id: t, name: Loket, status: cancelled, start_date: 2024-06-29}
    statements:
      - {id: q, type: quote, text: mutu, speaker: p, stop: s, sources: [{id: k}]}
      - {id: r, type: quote, text: mutu}
    sources: [{id: k, type: news, title: Warta, author: Sari}]
";
    for (query, own, inherited) in [
        ("status:batal", &["t", "v"][..], &["q", "r", "s"][..]),
        ("status:batal | status:selesai", &["t", "v"], &["q", "r", "s"]),
        ("kunjungan:tiru", &["v"], &["o", "p", "q", "r", "s", "t"]),
        ("kunjungan:anterean", &["v"], &["o", "p", "q", "r", "s", "t"]),
        ("kunjungan:\"studi tiru\"", &["v"], &["o", "p", "q", "r", "s", "t"]),
        ("kunjungan:studi -jenis:kutipan", &["v"], &["o", "p", "s", "t"]),
        ("siapa:ratna", &["p"], &["q"]),
        ("jabatan:kepala", &["p"], &["q"]),
        ("peran:narasumber", &["p"], &["q"]),
        ("tuanrumah:anggrek", &["o", "p"], &["q", "r", "s", "t", "v"]),
        ("di:aula", &["s"], &["q"]),
        ("di:aula kunjungan:tiru", &["s"], &["q"]),
        ("negara:jepang", &["s", "v"], &["q"]),
        ("jenistempat:hospital", &["s", "v"], &["q"]),
        ("penulis:sari", &["v"], &["q"]),
        ("tgl:2024", &["t", "v"], &["o", "p", "q", "r", "s"]),
        ("tgl:2024 status:batal", &["t", "v"], &["q", "r", "s"]),
    ] {
        let ranked = ranked_in(visits, query);
        let (first, rest) = ranked.split_at(own.len().min(ranked.len()));
        let sorted = |ids: &[String]| {
            let mut ids = ids.to_vec();
            ids.sort();
            ids
        };
        assert_eq!(
            (sorted(first), sorted(rest)),
            (sorted(&to_owned(own)), sorted(&to_owned(inherited))),
            "{query}"
        );
    }
    // A filter does not change the ranking of words.
    assert_eq!(ranked_in(visits, "mutu siapa:ratna"), ["q"]);
    assert_eq!(ranked_in(visits, "mutu status:batal"), ["q", "r"]);
}

fn to_owned(ids: &[&str]) -> Vec<String> {
    ids.iter().map(|id| (*id).to_owned()).collect()
}
