//! What would mend a fault, in the words of both languages.

use super::fault::{Binary, Fault, Shape};
use super::snag::Snag;
use crate::lang::{Both, Lang};

impl Fault {
    /// What would mend it, if there is something to say.
    pub fn remedy(&self, lang: Lang) -> Option<String> {
        let both = |id: String, en: String| match lang {
            Lang::Id => id,
            Lang::En => en,
        };
        let meant = |name: &str| both(format!("Maksudnya “{name}”?"), format!("Did you mean “{name}”?"));
        if let Some(text) = self.text().and_then(unquoted) {
            return Some(both(
                format!("Tulis {text} tanpa tanda kutip lengkung, atau dengan yang lurus: \"{text}\"."),
                format!("Write {text} without curly quotation marks, or with straight ones: \"{text}\"."),
            ));
        }
        if self.text().is_some_and(has_odd_blank) {
            return Snag::OddBlank.remedy().map(|remedy| remedy.get(lang).to_owned());
        }
        Some(match self {
            Self::UnknownField { nearest: Some(name), .. }
            | Self::UnknownValue { nearest: Some(name), .. }
            | Self::UnknownReference { nearest: Some(name), .. } => meant(name),
            Self::UnknownField { known, .. } => {
                let list = known.join(", ");
                both(
                    format!("Isian yang dikenal di sini: {list}. Isian buatan sendiri diawali “x-”."),
                    format!("The fields known here: {list}. A field of your own begins with “x-”."),
                )
            }
            Self::BadDate(text) => super::date::remedy(text, lang),
            Self::UnknownValue { allowed, .. } => {
                let list = allowed.join(", ");
                both(format!("Pilihannya: {list}."), format!("Choose from: {list}."))
            }
            Self::Syntax(snag) => snag.remedy()?.get(lang).to_owned(),
            Self::Unproved(unproved) => unproved.remedy().get(lang).to_owned(),
            Self::Warning(warning) => warning.remedy(lang),
            fault => of_error(fault)?.get(lang).to_owned(),
        })
    }
}

impl Fault {
    /// The text that is not what it should be.
    fn text(&self) -> Option<&str> {
        match self {
            Self::UnknownField { field: text, .. }
            | Self::StrayText(text)
            | Self::UnknownValue { value: text, .. }
            | Self::UnknownReference { id: text, .. }
            | Self::BadDate(text)
            | Self::BadId(text)
            | Self::UnsupportedVersion(text) => Some(text),
            _ => None,
        }
    }
}

/// What stands between quotation marks of word processors, which are none of YAML's.
fn unquoted(text: &str) -> Option<&str> {
    let inner = text.trim().strip_prefix(['“', '”', '„', '‟', '«', '»', '‘', '’', '‚', '‛', '‹', '›'])?;
    inner.strip_suffix(['“', '”', '«', '»', '‘', '’', '‹', '›']).filter(|inner| !inner.is_empty())
}

/// Whether a blank that is no space follows on a colon.
fn has_odd_blank(text: &str) -> bool {
    text.split(':').skip(1).any(|behind| behind.starts_with(|c: char| c.is_whitespace() && !c.is_ascii()))
}

/// Against what costs a visit or a file.
fn of_error(fault: &Fault) -> Option<Both> {
    Some(match fault {
        Fault::StrayText(_) => Both {
            id: "Apit teks yang memuat koma dengan tanda kutip.",
            en: "Put a text that holds a comma between quotation marks.",
        },
        Fault::Nameless => Both {
            id: "Rombongan (type: group) cukup dengan organization.",
            en: "For a group (type: group) the organization will do.",
        },
        Fault::WrongType { expected: Shape::Text, found: Shape::List } => Both {
            id: "Bila kurung sikunya bagian dari teks, apit semuanya dengan tanda kutip.",
            en: "If the brackets belong to the text, put all of it between quotation marks.",
        },
        Fault::WrongType { expected, .. } => return of_shape(*expected),
        Fault::EndBeforeStart { .. } => {
            Both { id: "Periksa start_date dan end_date.", en: "Look at start_date and end_date." }
        }
        Fault::BadCoordinates(_) => Both {
            id: "latitude dari -90 sampai 90, longitude dari -180 sampai 180; mungkin keduanya tertukar.",
            en: "latitude goes from -90 to 90, longitude from -180 to 180; perhaps the two are exchanged.",
        },
        Fault::BadId(_) => Both {
            id: "Pakai huruf, angka, titik, garis bawah atau tanda hubung; paling banyak 100 karakter.",
            en: "Use letters, digits, points, underscores or hyphens; at most 100 characters.",
        },
        Fault::UnsupportedVersion(_) => {
            Both { id: "Versi yang dikenal: 1.0 dan 1.1.", en: "The known versions are 1.0 and 1.1." }
        }
        Fault::BareVisit => Both {
            id: "Tulis schema_version: \"1.1\" dan visits: di atasnya, lalu jorokkan isian ini: yang pertama sesudah “  - ”, lainnya sejajar.",
            en: "Write schema_version: \"1.1\" and visits: above, and indent these: the first one behind “  - ”, the others below it.",
        },
        Fault::BareList => Both {
            id: "Tulis schema_version: \"1.1\" lalu visits: pada dua baris di atasnya.",
            en: "Write schema_version: \"1.1\" and visits: on two lines above it.",
        },
        Fault::DuplicateKey(key) if matches!(key.as_str(), "schema_version" | "visits") => Both {
            id: "Bila di sini mulai arsip lain, tulis baris --- di atasnya.",
            en: "If another archive begins here, write a line --- above it.",
        },
        _ => return of_file(fault),
    })
}

/// Against a file that is no record at all.
fn of_file(fault: &Fault) -> Option<Both> {
    Some(match fault {
        Fault::EmptyFile => Both {
            id: "`lawat init` menulis contoh catatan untuk memulai.",
            en: "`lawat init` writes a record to start from.",
        },
        Fault::Sheet => Both {
            id: "Setiap baris menjadi satu kunjungan dalam YAML; `lawat init` menulis contohnya.",
            en: "Each row becomes a visit in YAML; `lawat init` writes one to start from.",
        },
        Fault::WebPage => Both {
            id: "Mungkin unduhannya gagal dan yang tersimpan justru halaman webnya; unduh lagi berkas YAML-nya.",
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

/// How a value of a shape is written.
fn of_shape(expected: Shape) -> Option<Both> {
    Some(match expected {
        Shape::List => Both {
            id: "Tulis [satu, dua], atau setiap butir pada barisnya sendiri, diawali “- ”.",
            en: "Write [one, two], or each item on a line of its own, behind “- ”.",
        },
        Shape::Record => Both {
            id: "Tulis isian-isiannya: id: …, name: …, masing-masing pada barisnya sendiri.",
            en: "Write its fields: id: …, name: …, each on a line of its own.",
        },
        Shape::Count => {
            Both { id: "Tulis angkanya saja, misalnya 12.", en: "Write digits only, such as 12." }
        }
        Shape::Number => Both {
            id: "Tulis angkanya saja, dengan titik desimal, misalnya -0.03.",
            en: "Write digits only, with a decimal point, such as -0.03.",
        },
        Shape::Text | Shape::Nothing => return None,
    })
}
