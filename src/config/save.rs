//! Changes a setting in the settings file. Everything else in the file stays, byte for byte.

use std::fs;
use std::io;
use std::path::Path;

use super::document::SettingsDocument;
use super::setting::Setting;
use super::settings::read;
use crate::export::write_atomically;

/// Why a setting was not saved.
#[derive(Debug)]
pub enum SaveError {
    /// The file has errors, or its text cannot be changed safely.
    Faulty,
    /// The operating system's error.
    Failed(io::Error),
}

impl From<io::Error> for SaveError {
    fn from(error: io::Error) -> Self {
        Self::Failed(error)
    }
}

/// Writes the value of a setting to the file, which is created if it does not exist.
pub fn save(path: &Path, setting: Setting, value: &str) -> Result<(), SaveError> {
    let (text, is_new) = match read(path) {
        Ok(text) => (text, false),
        Err(error) if error.kind() == io::ErrorKind::NotFound => (String::new(), true),
        Err(error) => return Err(error.into()),
    };
    let changed = with_value(&text, setting, value).ok_or(SaveError::Faulty)?;
    if let Some(folder) = path.parent().filter(|_| is_new) {
        fs::create_dir_all(folder)?;
    }
    write_atomically(path, !is_new, |out| out.write_all(changed.as_bytes()).map(|()| true))?;
    Ok(())
}

/// The text with another value for a setting; `None` if it is not valid TOML, or anything else in it would change its meaning.
fn with_value(text: &str, setting: Setting, value: &str) -> Option<String> {
    let old = SettingsDocument::parse("", text);
    let written = setting.to_toml(value);
    let changed = if let Some(value) = old.table.get(setting.name()) {
        spliced(text, value.span(), &written)?
    } else {
        let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
        let at = place_for(text, setting);
        spliced(text, at..at, &format!("{} = {written}{line_end}", setting.name()))?
    };
    let new = SettingsDocument::parse("", &changed);
    let is_valid = old.syntax_errors.is_empty() && new.syntax_errors.is_empty();
    let is_set = new.value(setting).is_some_and(|(now, _)| now == value);
    (is_valid && is_set && old.differs_only_in(setting, &new)).then_some(changed)
}

fn spliced(text: &str, span: std::ops::Range<usize>, new: &str) -> Option<String> {
    Some([text.get(..span.start)?, new, text.get(span.end..)?].concat())
}

/// The byte offset of the line for a setting that is not set: after the line where the template has it commented out, or else
/// the start of the file, before any table.
fn place_for(text: &str, setting: Setting) -> usize {
    let template = format!("#{} = ", setting.name());
    let mut at = 0;
    for line in text.split_inclusive('\n').take_while(|line| !line.starts_with('[')) {
        at += line.len();
        if line.starts_with(&template) && line.ends_with('\n') {
            return at;
        }
    }
    text.len() - text.trim_start_matches('\u{feff}').len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::start;
    use crate::lang::Lang;

    fn set(text: &str) -> Option<String> {
        with_value(text, Setting::Theme, "warm")
    }

    #[test]
    fn only_the_value_changes() {
        for (before, after) in [
            ("", "theme = \"warm\"\n"),
            ("theme = \"dark\" # dim\n", "theme = \"warm\" # dim\n"),
            ("theme='dark'", "theme=\"warm\""),
            ("\"theme\" = 'dark'\n[keys.panes]\n", "\"theme\" = \"warm\"\n[keys.panes]\n"),
            ("theme = 5\r\nmouse = false\r\n", "theme = \"warm\"\r\nmouse = false\r\n"),
            ("mouse = false", "theme = \"warm\"\nmouse = false"),
            ("[keys.panes]\r\nzoom = []\r\n", "theme = \"warm\"\r\n[keys.panes]\r\nzoom = []\r\n"),
            ("\u{feff}mouse = true\n", "\u{feff}theme = \"warm\"\nmouse = true\n"),
            ("# no\n#theme = \"auto\"\n\n", "# no\n#theme = \"auto\"\ntheme = \"warm\"\n\n"),
        ] {
            assert_eq!(set(before).as_deref(), Some(after), "{before:?}");
        }
    }

    #[test]
    fn a_text_with_errors_or_another_meaning_is_left_alone() {
        for text in
            ["theme = \n", "mouse = \"", "theme.dark = 1\ntheme.light = 2\n", "a = '''\n#theme = x\n'''\n"]
        {
            assert_eq!(set(text), None, "{text:?}");
        }
    }

    #[test]
    fn the_template_takes_the_value_where_it_names_it() {
        let template = start(Lang::Id);
        let changed = set(&template).unwrap();
        assert!(changed.contains("#theme = \"auto\"\ntheme = \"warm\"\n"), "{changed}");
        assert_eq!(changed.replace("\ntheme = \"warm\"", ""), template);
    }
}
