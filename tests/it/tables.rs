//! Tables of an archive that has no quotes, and of everything else that a visit holds.

use crate::command_line::{lawat, told};

fn table(args: &[&str]) -> (String, String) {
    let (code, out, err) = told(lawat().args(["export", "--format", "csv"]).args(args));
    assert_eq!(code, Some(0), "{args:?}: {err}");
    (out, err)
}

#[test]
fn without_statements_it_is_the_table_that_says_most() {
    let (out, err) = table(&["tests/data/parties.yaml"]);
    assert!(out.starts_with("visit,id,name,short_name") && out.contains("satu,loket-10,Loket 10,"), "{out}");
    assert_eq!(err, "lawat: there are no statements; writing the table of stops instead\n");
    let (out, _) = table(&["tests/data/diary.yaml"]);
    assert!(out.contains("\nv,m,m,Minister,"), "{out}");
    let (out, err) = table(&["visits.yaml"]);
    assert!(out.starts_with("reference,visit,") && err.is_empty(), "{err}");
    // Who asks for a table gets it, or is told that it is empty.
    let (code, out, err) =
        told(lawat().args(["export", "--format", "csv", "--table", "statements", "tests/data/diary.yaml"]));
    assert_eq!((code, out.lines().count()), (Some(1), 1), "{err}");
}

#[test]
fn every_list_of_a_visit_has_a_table() {
    for (name, cells) in [
        (
            "organizations",
            "lengkap,pemkot-contoh,Pemerintah Kota Contoh,Pemkot Contoh,city,host,provinsi-contoh,Provinsi Contoh,Contoh,",
        ),
        ("expenses", "lengkap,Kunjungan dengan semua isian,1500000.50,IDR,transportasi,siaran,"),
        (
            "media",
            "lengkap,Kunjungan dengan semua isian,foto,photo,Loket,https://example.org/foto,foto.jpg,Contoh,loket,Loket Contoh,CC0,",
        ),
        ("notes", "lengkap,Kunjungan dengan semua isian,correction,q; lengkap,Ejaan diperbaiki,siaran,"),
        (
            "sources",
            "lengkap,Kunjungan dengan semua isian,siaran,press_release,Siaran Pers Contoh,Kota Contoh,Humas,2024-03-13,",
        ),
    ] {
        let (out, _) = table(&["--table", name, "tests/data/whole.yaml"]);
        assert!(out.contains(cells), "{name}: {out}");
    }
}
