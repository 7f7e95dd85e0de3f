//! Messages about the settings.

use std::io;

use super::Lang;
use super::counted::ERRORS;

impl Lang {
    /// The theme was written to the settings file.
    pub fn theme_saved(self, theme: &str, file: &str) -> String {
        match self {
            Self::Id => format!("tema {theme} disimpan di {file}"),
            Self::En => format!("theme {theme} saved in {file}"),
        }
    }

    /// The theme was written to the settings file, but an environment variable overrides it.
    pub fn theme_overridden(self, theme: &str, file: &str, variable: &str) -> String {
        match self {
            Self::Id => format!("tema {theme} disimpan di {file}, tetapi {variable} didahulukan"),
            Self::En => format!("theme {theme} saved in {file}, but {variable} overrides it"),
        }
    }

    /// The theme applies, but was not written to the settings.
    pub fn theme_not_saved(self, reason: &str) -> String {
        match self {
            Self::Id => format!("tema berlaku, tetapi tidak tersimpan: {reason}"),
            Self::En => format!("the theme applies, but was not saved: {reason}"),
        }
    }

    /// The settings file has errors and was not changed; what to write by hand.
    pub fn settings_stay(self, file: &str, theme: &str) -> String {
        match self {
            Self::Id => format!("{file} bermasalah; tulis sendiri di sana: theme = \"{theme}\""),
            Self::En => format!("{file} has errors; write there yourself: theme = \"{theme}\""),
        }
    }

    /// The settings file cannot be read.
    pub fn settings_unreadable(self, kind: io::ErrorKind, words: &str) -> String {
        let reason = self.reason(kind, words);
        match self {
            Self::Id => format!("pengaturan tidak dapat dibaca: {reason}"),
            Self::En => format!("the settings cannot be read: {reason}"),
        }
    }

    /// The settings file is not valid TOML; the parser gives the reason in English.
    pub fn not_toml(self, reason: &str) -> String {
        match self {
            Self::Id => format!("ini bukan TOML yang sah ({reason})"),
            Self::En => format!("this is not valid TOML ({reason})"),
        }
    }

    /// The setting is unknown.
    pub fn no_such_setting(self, name: &str) -> String {
        match self {
            Self::Id => format!("tidak ada pengaturan “{name}”"),
            Self::En => format!("there is no setting “{name}”"),
        }
    }

    /// The key context is unknown.
    pub fn no_such_context(self, name: &str) -> String {
        match self {
            Self::Id => format!("tidak ada konteks tombol bernama “{name}”"),
            Self::En => format!("there is no key context “{name}”"),
        }
    }

    /// The command is unknown.
    pub fn no_such_command(self, name: &str) -> String {
        match self {
            Self::Id => format!("tidak ada perintah “{name}”"),
            Self::En => format!("there is no command “{name}”"),
        }
    }

    /// The command does not exist in this key context.
    pub fn command_not_in_context(self, command: &str, context: &str, contexts: &str) -> String {
        match self {
            Self::Id => format!("perintah “{command}” tidak berlaku di {context}, hanya di {contexts}"),
            Self::En => format!("the command “{command}” does not apply in {context}, only in {contexts}"),
        }
    }

    /// A similar name that is known.
    pub fn did_you_mean(self, near: &str) -> String {
        match self {
            Self::Id => format!("maksudnya “{near}”?"),
            Self::En => format!("did you mean “{near}”?"),
        }
    }

    /// The known names.
    pub fn known_names(self, known: &str) -> String {
        match self {
            Self::Id => format!("yang tersedia: {known}"),
            Self::En => format!("available: {known}"),
        }
    }

    /// Where the names of the commands are listed.
    pub fn commands_are_listed(self) -> &'static str {
        match self {
            Self::Id => "`lawat keys --format md` mendaftar semuanya",
            Self::En => "`lawat keys --format md` lists them",
        }
    }

    /// The value is not valid for the setting.
    pub fn no_such_value(self, name: &str, value: &str) -> String {
        match self {
            Self::Id => format!("{name} tidak dapat bernilai “{value}”"),
            Self::En => format!("{name} cannot be “{value}”"),
        }
    }

    /// Terminals cannot distinguish this key from another one.
    pub fn same_key(self, key: &str, known: &str) -> String {
        match self {
            Self::Id => format!("terminal tidak membedakan {key} dari {known}; pilih tombol lain"),
            Self::En => format!("terminals cannot tell {key} from {known}; choose another key"),
        }
    }

    /// The text is not a key.
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

    /// The keys begin with a letter in a context where letters are typed.
    pub fn keys_are_typed(self, keys: &str) -> String {
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

    /// The keys of two commands conflict, because one is a prefix of the other.
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

    /// The number of further errors in the settings.
    pub fn more_in_settings(self, count: usize) -> String {
        match self {
            Self::Id => format!("dan {count} kesalahan lain dalam pengaturan"),
            Self::En => format!("and {count} more in the settings"),
        }
    }

    /// The number of errors in the settings, for a small space.
    pub fn settings_have_errors(self, count: usize) -> String {
        let errors = self.counted(count, ERRORS);
        match self {
            Self::Id => format!("{errors} dalam pengaturan; lihat: lawat config show"),
            Self::En => format!("{errors} in the settings; see lawat config show"),
        }
    }

    /// The cache was emptied; the number of bytes that it had.
    pub fn cache_cleared(self, bytes: u64) -> String {
        let megabytes = bytes.div_ceil(1_000_000);
        match self {
            Self::Id if bytes == 0 => "cache sudah kosong".to_owned(),
            Self::En if bytes == 0 => "the cache was already empty".to_owned(),
            Self::Id => format!("cache dikosongkan: {megabytes} MB dihapus"),
            Self::En => format!("the cache is empty now: {megabytes} MB removed"),
        }
    }

    /// The cache cannot be emptied.
    pub fn cache_uncleared(self, path: &str, error: &io::Error) -> String {
        let reason = self.reason(error.kind(), &error.to_string());
        match self {
            Self::Id => format!("cache di {path} tidak dapat dikosongkan: {reason}"),
            Self::En => format!("cannot empty the cache in {path}: {reason}"),
        }
    }

    /// A settings file was written.
    pub fn settings_started(self, path: &str) -> String {
        match self {
            Self::Id => format!("{path} dibuat; sunting, lalu lihat hasilnya dengan `lawat config show`"),
            Self::En => {
                format!("created {path}; edit it, then see the result with `lawat config show`")
            }
        }
    }

    /// The settings file already exists.
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
