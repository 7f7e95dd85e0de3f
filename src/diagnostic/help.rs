//! How to fix each problem, in both languages.

use super::message::quoted_once;
use super::problem::{BinaryFormat, Problem, Shape};
use super::syntax_error::{SyntaxError, is_colon_lookalike};
use crate::lang::{Both, Lang};
use crate::text::{character_name, is_hidden};

impl Problem {
    /// How to fix the problem: one or two sentences, if there is advice to give.
    pub fn help(&self, lang: Lang) -> Option<String> {
        self.help_unquoted(lang).map(|help| quoted_once(&help))
    }

    fn help_unquoted(&self, lang: Lang) -> Option<String> {
        let both = |id: String, en: String| match lang {
            Lang::Id => id,
            Lang::En => en,
        };
        let did_you_mean =
            |name: &str| both(format!("Maksudnya “{name}”?"), format!("Did you mean “{name}”?"));
        if let Some(text) = self.text().and_then(unquoted) {
            return Some(both(
                format!("Tulis {text} tanpa tanda kutip lengkung, atau pakai tanda kutip lurus: \"{text}\"."),
                format!("Write {text} without curly quotation marks, or use straight ones: \"{text}\"."),
            ));
        }
        if self.text().is_some_and(has_odd_blank) {
            return SyntaxError::NonAsciiSpace.help().map(|help| help.get(lang).to_owned());
        }
        if let Self::UnknownField { field: name, .. } | Self::StrayText(name) = self
            && let Some(help) = of_name(name, lang)
        {
            return Some(help);
        }
        Some(match self {
            Self::UnknownField { nearest: Some(name), .. }
            | Self::UnknownValue { nearest: Some(name), .. }
            | Self::UnknownReference { nearest: Some(name), .. } => did_you_mean(name),
            Self::UnknownField { known, .. } => {
                let list = known.join(", ");
                both(
                    format!("Isian yang dikenal di sini: {list}. Isian buatan sendiri diawali “x-”."),
                    format!("Known fields here: {list}. Custom fields start with “x-”."),
                )
            }
            Self::BadDate(text) => super::date::help(text, lang),
            Self::UnknownValue { allowed, .. } => {
                let list = allowed.join(", ");
                both(format!("Pilihannya: {list}."), format!("Allowed values: {list}."))
            }
            Self::ValueOfOtherField { field, name, .. } => {
                both(format!("Tulis {field}: {name}."), format!("Write {field}: {name}."))
            }
            Self::Syntax(error) => error.help()?.get(lang).to_owned(),
            Self::UnverifiedQuote(unverified) => unverified.help().get(lang).to_owned(),
            Self::Warning(warning) => warning.help(lang),
            problem => of_error(problem)?.get(lang).to_owned(),
        })
    }
}

impl Problem {
    /// The text that is not valid, if the problem is a single text.
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

/// How to fix a field name with characters that are not what they look like.
fn of_name(name: &str, lang: Lang) -> Option<String> {
    if let Some(c) = name.chars().find(|c| is_colon_lookalike(*c)) {
        return SyntaxError::NotAColon(c).help().map(|help| help.get(lang).to_owned());
    }
    let is_odd = |c: char| c.is_whitespace() && !c.is_ascii() || is_hidden(c);
    let (c, name) = (character_name(name.chars().find(|c| is_odd(*c))?), name.replace(is_odd, ""));
    Some(match lang {
        Lang::Id => format!("Nama isian ini memuat {c}; hapus, lalu tulis {name}:"),
        Lang::En => format!("The name contains {c}; delete it, and write {name}:"),
    })
}

/// The text between typographic quotation marks, which YAML does not recognize.
fn unquoted(text: &str) -> Option<&str> {
    let inner = text.trim().strip_prefix(['“', '”', '„', '‟', '«', '»', '‘', '’', '‚', '‛', '‹', '›'])?;
    inner.strip_suffix(['“', '”', '«', '»', '‘', '’', '‹', '›']).filter(|inner| !inner.is_empty())
}

/// Whether a colon is followed by white space other than an ASCII space.
fn has_odd_blank(text: &str) -> bool {
    text.split(':').skip(1).any(|after| after.starts_with(|c: char| c.is_whitespace() && !c.is_ascii()))
}

/// How to fix an error.
fn of_error(problem: &Problem) -> Option<Both> {
    Some(match problem {
        Problem::StrayText(_) => Both {
            id: "Apit teks yang memuat koma dengan tanda kutip.",
            en: "Enclose a text that contains a comma in quotation marks.",
        },
        Problem::UnnamedParticipant => Both {
            id: "Untuk rombongan (type: group), organization sudah cukup.",
            en: "For a group (type: group), an organization is enough.",
        },
        Problem::WrongType { expected, found } => return of_shape(*expected, *found),
        Problem::EndBeforeStart { .. } => {
            Both { id: "Periksa start_date dan end_date.", en: "Check start_date and end_date." }
        }
        Problem::BadCoordinates(_) => Both {
            id: "latitude berkisar -90 sampai 90, longitude -180 sampai 180; mungkin keduanya tertukar.",
            en: "latitude ranges from -90 to 90, longitude from -180 to 180; the two may be swapped.",
        },
        Problem::BadId(_) => Both {
            id: "Pakai huruf, angka, titik, garis bawah, atau tanda hubung; maksimal 100 karakter.",
            en: "Use letters, digits, dots, underscores or hyphens; at most 100 characters.",
        },
        Problem::UnsupportedVersion(_) => {
            Both { id: "Versi yang didukung: 1.0 dan 1.1.", en: "Supported versions are 1.0 and 1.1." }
        }
        Problem::EmptyFile => Both {
            id: "Jalankan `lawat init` untuk membuat contoh catatan.",
            en: "Run `lawat init` to create a sample record.",
        },
        Problem::Table => Both {
            id: "Tulis setiap baris sebagai satu kunjungan dalam YAML; `lawat init` membuat contohnya.",
            en: "Write each row as a visit in YAML; `lawat init` creates a sample.",
        },
        Problem::WebPage => Both {
            id: "Mungkin pengunduhannya gagal dan yang tersimpan halaman web; unduh ulang berkas YAML-nya.",
            en: "The download may have failed and saved an error page; download the YAML file again.",
        },
        Problem::NotText { .. } | Problem::Binary(BinaryFormat::Utf16) => {
            Both { id: "Simpan berkas sebagai UTF-8.", en: "Save the file as UTF-8." }
        }
        Problem::Binary(_) => Both {
            id: "Catatan kunjungan ditulis sebagai teks YAML; `lawat init` membuat contohnya.",
            en: "Visit records are YAML text; `lawat init` creates a sample.",
        },
        _ => return of_archive(problem),
    })
}

/// How to fix a file that is not laid out as an archive.
fn of_archive(problem: &Problem) -> Option<Both> {
    Some(match problem {
        Problem::VisitOutsideList => Both {
            id: "Tulis schema_version: \"1.1\" dan visits: di atasnya, lalu beri indentasi pada isian ini: yang pertama sesudah “  - ”, lainnya sejajar di bawahnya.",
            en: "Write schema_version: \"1.1\" and visits: above, and indent these fields: the first one after “  - ”, the others aligned below it.",
        },
        Problem::ListWithoutArchive => Both {
            id: "Tulis schema_version: \"1.1\" lalu visits: pada dua baris di atasnya.",
            en: "Write schema_version: \"1.1\" and visits: on the two lines above it.",
        },
        Problem::MissingField(field) if field == "schema_version" => Both {
            id: "Tulis schema_version: \"1.1\" pada baris pertama.",
            en: "Write schema_version: \"1.1\" on the first line.",
        },
        Problem::DuplicateKey(key) if matches!(key.as_str(), "schema_version" | "visits") => Both {
            id: "Bila arsip lain dimulai di sini, tulis baris --- di atasnya.",
            en: "If another archive starts here, add a line --- above it.",
        },
        _ => return None,
    })
}

/// How to write a value of the expected shape.
fn of_shape(expected: Shape, found: Shape) -> Option<Both> {
    Some(match expected {
        Shape::Text if found == Shape::List => Both {
            id: "Isian ini hanya menerima satu nilai. Bila kurung siku itu bagian dari teks, apit seluruh teksnya dengan tanda kutip.",
            en: "One value only. If the brackets are part of the text, enclose all of it in quotation marks.",
        },
        Shape::Text if found == Shape::Record => Both {
            id: "Bila titik dua itu bagian dari teks, apit seluruh teksnya dengan tanda kutip.",
            en: "If the colon is part of the text, enclose all of it in quotation marks.",
        },
        Shape::List => Both {
            id: "Tulis [satu, dua], atau setiap butir pada baris tersendiri, diawali “- ”.",
            en: "Write [one, two], or each item on its own line, starting with “- ”.",
        },
        Shape::Record => Both {
            id: "Tulis isiannya (id: …, name: …), masing-masing pada baris tersendiri.",
            en: "Write its fields (id: …, name: …), each on its own line.",
        },
        Shape::Count => {
            Both { id: "Tulis angkanya saja, misalnya 12.", en: "Write digits only, for example 12." }
        }
        Shape::Number => Both {
            id: "Tulis angkanya saja, dengan titik desimal, misalnya -0.03.",
            en: "Write digits only, with a decimal point if needed, for example -0.03.",
        },
        Shape::Text if found == Shape::Record => Both {
            id: "Bila kurung kurawalnya bagian dari teks, apit semuanya dengan tanda kutip.",
            en: "If the braces belong to the text, put all of it between quotation marks.",
        },
        Shape::Text | Shape::Nothing => return None,
    })
}
