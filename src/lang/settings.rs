//! Messages about the settings.

use std::io;

use super::Lang;
use super::counted::ERRORS;

impl Lang {
    /// The file of the settings cannot be read.
    pub fn settings_unreadable(self, kind: io::ErrorKind, words: &str) -> String {
        let reason = self.reason(kind, words);
        match self {
            Self::Id => format!("pengaturan tidak dapat dibaca: {reason}"),
            Self::En => format!("the settings cannot be read: {reason}"),
        }
    }

    /// The settings are no TOML, for a reason that the parser gives in English.
    pub fn not_toml(self, reason: &str) -> String {
        match self {
            Self::Id => format!("ini bukan TOML yang sah ({reason})"),
            Self::En => format!("this is not valid TOML ({reason})"),
        }
    }

    /// A name of a setting that nobody knows.
    pub fn no_such_setting(self, name: &str) -> String {
        match self {
            Self::Id => format!("tidak ada pengaturan “{name}”"),
            Self::En => format!("there is no setting “{name}”"),
        }
    }

    /// A name of a place where keys are pressed that nobody knows.
    pub fn no_such_context(self, name: &str) -> String {
        match self {
            Self::Id => format!("tidak ada konteks tombol bernama “{name}”"),
            Self::En => format!("there is no key context “{name}”"),
        }
    }

    /// A name of a command that nobody knows.
    pub fn no_such_command(self, name: &str) -> String {
        match self {
            Self::Id => format!("tidak ada perintah “{name}”"),
            Self::En => format!("there is no command “{name}”"),
        }
    }

    /// A command does nothing in a place where keys are pressed.
    pub fn elsewhere(self, command: &str, context: &str, contexts: &str) -> String {
        match self {
            Self::Id => format!("perintah “{command}” tidak berlaku di {context}, hanya di {contexts}"),
            Self::En => format!("the command “{command}” does not apply in {context}, only in {contexts}"),
        }
    }

    /// The name that was perhaps meant.
    pub fn perhaps(self, near: &str) -> String {
        match self {
            Self::Id => format!("maksudnya “{near}”?"),
            Self::En => format!("did you mean “{near}”?"),
        }
    }

    /// The names that there are.
    pub fn there_are(self, known: &str) -> String {
        match self {
            Self::Id => format!("yang tersedia: {known}"),
            Self::En => format!("available: {known}"),
        }
    }

    /// Where the names of the commands are found.
    pub fn commands_are_listed(self) -> &'static str {
        match self {
            Self::Id => "`lawat keys --format md` mendaftar semuanya",
            Self::En => "`lawat keys --format md` lists them",
        }
    }

    /// A setting has no such value.
    pub fn no_such_value(self, name: &str, value: &str) -> String {
        match self {
            Self::Id => format!("{name} tidak dapat bernilai “{value}”"),
            Self::En => format!("{name} cannot be “{value}”"),
        }
    }

    /// A key that terminals do not tell from another one.
    pub fn same_key(self, key: &str, known: &str) -> String {
        match self {
            Self::Id => format!("terminal tidak membedakan {key} dari {known}; pilih tombol lain"),
            Self::En => format!("terminals cannot tell {key} from {known}; choose another key"),
        }
    }

    /// A word is no key.
    pub fn not_a_key(self, key: &str) -> String {
        match self {
            Self::Id => {
                format!(
                    "“{key}” bukan tombol; tombol ditulis seperti j, ctrl-d, alt-left, f5, enter, atau x z"
                )
            }
            Self::En => {
                format!("“{key}” is not a key; write keys like j, ctrl-d, alt-left, f5, enter, or x z")
            }
        }
    }

    /// Keys would take a letter away from an input.
    pub fn typed_there(self, keys: &str) -> String {
        match self {
            Self::Id => {
                format!(
                    "“{keys}” diawali huruf, padahal di sini huruf diketik sebagai teks; pakai ctrl- atau f1–f24"
                )
            }
            Self::En => {
                format!(
                    "“{keys}” begins with a letter, but letters are typed as text here; use ctrl- or f1–f24"
                )
            }
        }
    }

    /// The keys of two commands begin alike, so that one of them is out of reach.
    pub fn shared_keys(self, keys: &str, first: &str, second: &str) -> String {
        match self {
            Self::Id => {
                format!(
                    "tombol “{keys}” untuk {second} bertabrakan dengan tombol {first}; beri salah satunya tombol lain"
                )
            }
            Self::En => {
                format!(
                    "the keys “{keys}” of {second} conflict with those of {first}; give one of them other keys"
                )
            }
        }
    }

    /// Faults of the settings beyond those that are told.
    pub fn more_in_settings(self, count: usize) -> String {
        match self {
            Self::Id => format!("dan {count} kesalahan lain dalam pengaturan"),
            Self::En => format!("and {count} more in the settings"),
        }
    }

    /// The settings have faults, told where there is little room.
    pub fn settings_have_faults(self, count: usize) -> String {
        let errors = self.counted(count, ERRORS);
        match self {
            Self::Id => format!("{errors} dalam pengaturan; lihat: lawat config show"),
            Self::En => format!("{errors} in the settings; see lawat config show"),
        }
    }

    /// A file of settings was written.
    pub fn settings_started(self, path: &str) -> String {
        match self {
            Self::Id => format!("{path} dibuat; sunting, lalu lihat hasilnya dengan `lawat config show`"),
            Self::En => {
                format!("created {path}; edit it, then see the result with `lawat config show`")
            }
        }
    }

    /// A file of settings is there already.
    pub fn settings_are_there(self, path: &str) -> String {
        match self {
            Self::Id => {
                format!("{path} sudah ada dan tidak akan ditimpa; tambahkan --force untuk menimpanya")
            }
            Self::En => {
                format!("{path} already exists and will not be overwritten; add --force to overwrite it")
            }
        }
    }
}
