//! What would mend a fault, in the words of both languages.

use super::fault::{Binary, Fault, Marks};
use crate::lang::{Both, Lang};

impl Fault {
    /// What would mend it, if there is something to say.
    pub fn remedy(&self, lang: Lang) -> Option<String> {
        let both = |id: String, en: String| match lang {
            Lang::Id => id,
            Lang::En => en,
        };
        let meant = |name: &str| both(format!("Maksudnya “{name}”?"), format!("Did you mean “{name}”?"));
        Some(match self {
            Self::UnknownField { nearest: Some(name), .. }
            | Self::UnknownValue { nearest: Some(name), .. }
            | Self::UnknownReference { nearest: Some(name), .. } => meant(name),
            Self::UnknownTimezone { nearest: Some(name), .. } => meant(name),
            Self::UnknownValue { allowed, .. } => {
                let list = allowed.join(", ");
                both(format!("Pilihannya: {list}."), format!("Choose from: {list}."))
            }
            Self::QuoteNotInSource { parting: Some(parting), .. } => {
                let (same, other) = &**parting;
                both(
                    format!("Sama sampai “{same}”; sumbernya berlanjut “{other}”."),
                    format!("It is the same up to “{same}”; the source goes on “{other}”."),
                )
            }
            Self::Syntax(snag) => snag.remedy()?.get(lang).to_owned(),
            fault => of_error(fault).or_else(|| of_doubt(fault))?.get(lang).to_owned(),
        })
    }
}

/// Against what costs a visit or a file.
fn of_error(fault: &Fault) -> Option<Both> {
    Some(match fault {
        Fault::UnknownField { .. } => Both {
            id: "Isian buatan sendiri harus diawali “x-”.",
            en: "A field of your own must begin with “x-”.",
        },
        Fault::BadDate(_) => Both {
            id: "Tulis 2026, 2026-01, 2026-01-10 atau 2026-01-10T09:30.",
            en: "Write 2026, 2026-01, 2026-01-10 or 2026-01-10T09:30.",
        },
        Fault::EndBeforeStart { .. } => {
            Both { id: "Periksa start_date dan end_date.", en: "Look at start_date and end_date." }
        }
        Fault::BadCoordinates(_) => Both {
            id: "latitude dari -90 sampai 90, longitude dari -180 sampai 180.",
            en: "latitude goes from -90 to 90, longitude from -180 to 180.",
        },
        Fault::BadId(_) => Both {
            id: "Pakai huruf, angka, titik, garis bawah atau tanda hubung; paling banyak 100 karakter.",
            en: "Use letters, digits, points, underscores or hyphens; at most 100 characters.",
        },
        Fault::UnsupportedVersion(_) => {
            Both { id: "Versi yang dikenal: 1.0.", en: "The known version is 1.0." }
        }
        Fault::EmptyFile => Both {
            id: "`lawat init` menulis contoh catatan untuk memulai.",
            en: "`lawat init` writes a record to start from.",
        },
        Fault::WebPage => Both {
            id: "Mungkin unduhannya gagal dan yang tersimpan halaman galat; unduh lagi berkas YAML-nya.",
            en: "Perhaps the download failed and an error page was saved; fetch the YAML file itself again.",
        },
        Fault::NotText { .. } | Fault::Binary(Binary::Utf16) => {
            Both { id: "Simpan berkas sebagai UTF-8.", en: "Save the file as UTF-8." }
        }
        Fault::Binary(_) => Both {
            id: "Catatan kunjungan ditulis sebagai teks YAML; `lawat init` menulis contohnya.",
            en: "Visit records are YAML text; `lawat init` writes one to start from.",
        },
        _ => return None,
    })
}

/// Against what deserves a look.
fn of_doubt(fault: &Fault) -> Option<Both> {
    Some(match fault {
        Fault::HiddenCharacter { .. } => Both {
            id: "Hapus, lalu ketik ulang teks di sekitarnya.",
            en: "Delete it, and type the text around it again.",
        },
        Fault::WeekdayMismatch { .. } => Both {
            id: "Periksa tanggalnya; bila sumbernya sendiri keliru, tulis di notes (type: conflict).",
            en: "Look at the date; if the source itself is wrong, say so in notes (type: conflict).",
        },
        Fault::SameIdDifferentName { .. } => Both {
            id: "Beri id lain bila ini orang lain; bila sama, tambahkan namanya ke other_names.",
            en: "Choose another id if it is somebody else; if not, add the name to other_names.",
        },
        Fault::QuotationMarksInQuote(Marks::Around) => Both {
            id: "Hapus tanda kutipnya: program yang menambahkannya.",
            en: "Remove the marks: the program adds them.",
        },
        Fault::QuotationMarksInQuote(Marks::Alone | Marks::Reported) => Both {
            id: "Sisakan hanya kata-kata di antara tanda kutip; yang terpotong “…,” katanya, “…” dijadikan dua kutipan.",
            en: "Keep only the words between the marks; make two quotes of “…,” she said, “…”.",
        },
        Fault::QuoteWithoutSource { .. } => Both {
            id: "Tambahkan sources: [id sumber], juga letaknya bila tahu.",
            en: "Add sources: [id of a source], with the place in it if you know it.",
        },
        Fault::QuoteNotInSource { parting: None, .. } => Both {
            id: "Salin kata-katanya persis seperti tercetak, atau ubah type menjadi paraphrase.",
            en: "Copy the words exactly as printed, or make it a paraphrase.",
        },
        Fault::UnknownTimezone { nearest: None, .. } => Both {
            id: "Pakai nama IANA, misalnya Asia/Jakarta, Asia/Makassar, Asia/Jayapura.",
            en: "Use an IANA name, such as Asia/Jakarta, Asia/Makassar, Asia/Jayapura.",
        },
        Fault::UnknownLanguage(_) => Both {
            id: "Pakai kode BCP 47, misalnya id, en, jv, zh-Hans.",
            en: "Use a BCP 47 tag, such as id, en, jv, zh-Hans.",
        },
        Fault::OutsideTheVisit { .. } => Both {
            id: "Periksa tanggalnya, atau perpanjang kunjungannya (end_date).",
            en: "Look at the date, or let the visit last longer (end_date).",
        },
        Fault::UnusedSource(_) => Both {
            id: "Rujuk dari sources pernyataan atau catatan lain, atau hapus.",
            en: "Refer to it in the sources of a statement or another record, or remove it.",
        },
        Fault::UnresolvedRelated(_) => Both {
            id: "Mungkin ada di berkas lain: buka juga berkas atau foldernya.",
            en: "It may stand in another file: open that file, or its folder, as well.",
        },
        Fault::UnknownTag(_) => Both { id: "Hapus tagnya.", en: "Remove the tag." },
        _ => return None,
    })
}
