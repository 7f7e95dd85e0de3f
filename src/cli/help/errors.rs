//! Errors in the arguments, in Indonesian: built from the kind of a clap error and its context.

use std::error::Error as _;
use std::fmt::Write as _;

use clap::builder::styling::{Style, Styles};
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::without_english;
use crate::text::visible_string;

/// Reasons why a value cannot be parsed, as the parsers give them, and in Indonesian.
pub(super) const REASONS: &[(&str, &str)] = &[
    ("one character, such as ; or |, or tab", "harus satu karakter, seperti ; atau |, atau tab"),
    ("cannot parse integer from empty string", "harus bilangan bulat"),
    ("invalid digit found in string", "harus bilangan bulat, 0 atau lebih"),
    ("number too large to fit in target type", "bilangannya terlalu besar"),
];

/// The whole message, with suggestions and the usage.
pub(super) fn message(error: &clap::Error, styles: &Styles) -> String {
    let error_text = ArgumentError { error, styles };
    let mut message = format!("{} {}", styled(*styles.get_error(), "kesalahan:"), error_text.sentence());
    let tips = error_text.tips();
    if !tips.is_empty() {
        message.push('\n');
    }
    for tip in tips {
        let _ = write!(message, "\n  {} {tip}", styled(*styles.get_valid(), "saran:"));
    }
    if let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) {
        let _ = write!(message, "\n\n{}", without_english(usage));
    }
    let help = styled(*styles.get_literal(), "--help");
    let _ = writeln!(message, "\n\nUntuk keterangan selengkapnya, coba '{help}'.");
    message
}

fn styled(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}

/// Each text on a line of its own.
fn lines(style: Style, texts: &[String]) -> String {
    texts.iter().fold(String::new(), |lines, text| lines + "\n  " + &styled(style, text))
}

/// An error, and the styles of its parts.
struct ArgumentError<'a> {
    error: &'a clap::Error,
    styles: &'a Styles,
}

impl ArgumentError<'_> {
    /// The values of a kind in the context of the error, safe for terminals: they include input of the user.
    fn context(&self, kind: ContextKind) -> Vec<String> {
        match self.error.get(kind) {
            Some(ContextValue::String(text)) => vec![visible_string(text)],
            Some(ContextValue::Strings(texts)) => texts.iter().map(|text| visible_string(text)).collect(),
            _ => Vec::new(),
        }
    }

    /// The first value of a kind, styled as invalid.
    fn invalid(&self, kind: ContextKind) -> String {
        let first = self.context(kind).into_iter().next().unwrap_or_default();
        format!("'{}'", styled(*self.styles.get_invalid(), &first))
    }

    /// The argument of the error, styled as valid.
    fn argument(&self) -> String {
        let argument = self.context(ContextKind::InvalidArg).into_iter().next().unwrap_or_default();
        format!("'{}'", styled(*self.styles.get_literal(), &argument))
    }

    fn sentence(&self) -> String {
        match self.error.kind() {
            ErrorKind::UnknownArgument => {
                format!("argumen {} tidak dikenal", self.invalid(ContextKind::InvalidArg))
            }
            ErrorKind::InvalidSubcommand => {
                format!("perintah {} tidak dikenal", self.invalid(ContextKind::InvalidSubcommand))
            }
            ErrorKind::MissingSubcommand => {
                let command = self.invalid(ContextKind::InvalidSubcommand);
                format!("{command} memerlukan sebuah perintah{}", self.values(ContextKind::ValidSubcommand))
            }
            ErrorKind::MissingRequiredArgument => self.missing(),
            ErrorKind::ArgumentConflict => self.conflict(),
            ErrorKind::InvalidValue => self.value(),
            ErrorKind::ValueValidation => {
                let reason =
                    self.error.source().map(|reason| format!(": {}", translated_reason(&reason.to_string())));
                self.value() + &reason.unwrap_or_default()
            }
            ErrorKind::TooManyValues => {
                let value = self.invalid(ContextKind::InvalidValue);
                format!("nilai {value} berlebih untuk {}", self.argument())
            }
            ErrorKind::InvalidUtf8 => "ada argumen yang bukan teks UTF-8".to_owned(),
            ErrorKind::NoEquals => {
                let argument = self.invalid(ContextKind::InvalidArg);
                format!("nilai untuk {argument} harus didahului tanda sama dengan")
            }
            _ => "argumennya tidak sah".to_owned(),
        }
    }

    fn value(&self) -> String {
        if self.context(ContextKind::InvalidValue).iter().all(String::is_empty) {
            let argument = self.invalid(ContextKind::InvalidArg);
            return format!("argumen {argument} memerlukan nilai{}", self.values(ContextKind::ValidValue));
        }
        let value = self.invalid(ContextKind::InvalidValue);
        format!("nilai {value} tidak sah untuk {}{}", self.argument(), self.values(ContextKind::ValidValue))
    }

    /// The possible values, on a line of their own.
    fn values(&self, kind: ContextKind) -> String {
        let values: Vec<String> =
            self.context(kind).iter().map(|value| styled(*self.styles.get_valid(), value)).collect();
        if values.is_empty() {
            return String::new();
        }
        let name = if kind == ContextKind::ValidSubcommand { "perintah" } else { "nilai" };
        format!("\n  [{name}: {}]", values.join(", "))
    }

    fn missing(&self) -> String {
        let missing = lines(*self.styles.get_valid(), &self.context(ContextKind::InvalidArg));
        format!("argumen yang wajib ini belum diberikan:{missing}")
    }

    fn conflict(&self) -> String {
        let others = self.context(ContextKind::PriorArg);
        let subject = match self.context(ContextKind::InvalidArg).as_slice() {
            [] => format!("perintah {}", self.invalid(ContextKind::InvalidSubcommand)),
            own if own == others.as_slice() => {
                let argument = self.invalid(ContextKind::InvalidArg);
                return format!("argumen {argument} hanya boleh diberikan satu kali");
            }
            _ => format!("argumen {}", self.invalid(ContextKind::InvalidArg)),
        };
        let invalid = *self.styles.get_invalid();
        match others.as_slice() {
            [] => format!("{subject} tidak dapat dipakai bersama argumen yang lain"),
            [other] => format!("{subject} tidak dapat dipakai bersama '{}'", styled(invalid, other)),
            several => format!("{subject} tidak dapat dipakai bersama:{}", lines(invalid, several)),
        }
    }

    fn tips(&self) -> Vec<String> {
        let near = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
        let near: Vec<String> = near
            .into_iter()
            .flat_map(|kind| self.context(kind))
            .map(|name| format!("'{}'", styled(*self.styles.get_valid(), &name)))
            .collect();
        let mut tips = Vec::new();
        if !near.is_empty() {
            tips.push(format!("mungkin maksudnya {}", near.join(" atau ")));
        }
        if let Some(ContextValue::StyledStrs(suggested)) = self.error.get(ContextKind::Suggested) {
            tips.extend(suggested.iter().map(|tip| suggestion(&visible_string(&tip.to_string()))));
        }
        tips
    }
}

/// A suggestion of clap as a sentence.
fn suggestion(tip: &str) -> String {
    let value = || tip.strip_prefix("to pass ")?.split_once(" as a value, use ");
    let command =
        || tip.strip_prefix("subcommand ")?.strip_suffix(" exists; to use it, remove the '--' before it");
    if let Some((value, how)) = value() {
        format!("untuk memberikan {value} sebagai nilai, pakai {how}")
    } else if let Some(name) = command() {
        format!("ada perintah {name}; untuk memakainya, hapus '--' di depannya")
    } else if let Some(place) = tip.strip_suffix(" exists") {
        format!("yang ada ialah {place}")
    } else {
        tip.to_owned()
    }
}

/// The reason in Indonesian, if it is known.
fn translated_reason(reason: &str) -> String {
    let context = REASONS.iter().find(|(en, _)| *en == reason);
    context.map_or_else(|| visible_string(reason), |(_, id)| (*id).to_owned())
}
