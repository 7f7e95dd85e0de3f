//! The files in which the explorer keeps what the user has chosen, and where the user was.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::os::unix::ffi::OsStrExt as _;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use crate::app::event::ThemeSaved;
use crate::app::{Palette, Session};
use crate::config::{Config, SaveError, Setting, save, state_dir};
use crate::export::{create_private_folder, write_privately};
use crate::lang::Lang;
use crate::text::hex;
use crate::tui::Storage;

/// The maximum number of sessions that are kept; the oldest are removed.
const MAX_SESSIONS: usize = 100;
/// The maximum size of a session, in bytes.
const MAX_SESSION_BYTES: u64 = 1 << 16;

/// The files of a user.
pub(super) struct UserFiles {
    /// The settings file; `None` without a home directory.
    settings: Option<PathBuf>,
    /// The environment variable that overrides the theme in it.
    theme_variable: Option<String>,
    /// The file of the session; `None` if there is none to keep.
    session: Option<PathBuf>,
}

impl UserFiles {
    /// The files for the records at these paths.
    pub(super) fn new(config: &Config, paths: &[OsString]) -> Self {
        Self {
            settings: config.path.clone(),
            theme_variable: config.theme_variable(),
            session: session_file(paths),
        }
    }

    /// The files for records that have no session.
    pub(super) fn without_session(config: &Config) -> Self {
        Self { session: None, ..Self::new(config, &[]) }
    }

    /// The session that was kept last, if one was; or which file cannot be read, and why.
    pub(super) fn session(&self) -> Result<Option<Session>, (&Path, io::Error)> {
        let Some(path) = &self.session else { return Ok(None) };
        match read_session(path) {
            Ok(session) => Ok(Some(session)),
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                Ok(None)
            }
            Err(error) => Err((path, error)),
        }
    }
}

impl Storage for UserFiles {
    fn save_theme(&self, palette: Palette, lang: Lang) -> ThemeSaved {
        let Some(path) = &self.settings else { return ThemeSaved::NoHome };
        let file = path.to_string_lossy().into_owned();
        match (save(path, Setting::Theme, palette.name()), &self.theme_variable) {
            (Ok(()), None) => ThemeSaved::InFile(file),
            (Ok(()), Some(variable)) => ThemeSaved::Overridden(file, variable.clone()),
            (Err(SaveError::Faulty), _) => ThemeSaved::Faulty(file),
            (Err(SaveError::Failed(error)), _) => ThemeSaved::Failed(lang.unwritable(&file, &error)),
        }
    }

    fn save_session(&self, session: &Session) {
        let Some(path) = &self.session else { return };
        let _ = write_session(path, session);
    }
}

/// The file of the session for the records at these paths: its name is a hash of them. `None` for standard input.
fn session_file(paths: &[OsString]) -> Option<PathBuf> {
    if paths.iter().any(|path| path == "-") {
        return None;
    }
    // Without a path, the records are those of the current folder, but not all of them.
    let mut places = match paths {
        [] => vec![Path::new(".").join("visits")],
        paths => paths.iter().map(PathBuf::from).collect(),
    };
    for place in &mut places {
        *place = std::path::absolute(&place).ok()?;
    }
    places.sort();
    places.dedup();
    let mut hash = Sha256::new();
    for place in places {
        hash.update(place.as_os_str().as_bytes());
        hash.update([0]);
    }
    let name = hash.finalize();
    Some(state_dir()?.join("sessions").join(hex(name.get(..16)?) + ".json"))
}

fn read_session(path: &Path) -> io::Result<Session> {
    if !fs::metadata(path)?.is_file() {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut text = String::new();
    File::open(path)?.take(MAX_SESSION_BYTES).read_to_string(&mut text)?;
    Session::parse(&text).ok_or_else(|| io::ErrorKind::InvalidData.into())
}

fn write_session(path: &Path, session: &Session) -> io::Result<()> {
    let text = session.to_json();
    let Some(folder) = path.parent().filter(|_| text.len() as u64 <= MAX_SESSION_BYTES) else {
        return Ok(());
    };
    create_private_folder(folder)?;
    write_privately(path, text.as_bytes())?;
    remove_oldest(folder)
}

/// Removes the oldest sessions beyond the maximum number.
fn remove_oldest(folder: &Path) -> io::Result<()> {
    let mut sessions = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.path().extension().is_some_and(|extension| extension == "json") {
            sessions.push((entry.metadata()?.modified()?, entry.path()));
        }
    }
    sessions.sort();
    let surplus = sessions.len().saturating_sub(MAX_SESSIONS);
    sessions.iter().take(surplus).try_for_each(|(_, path)| fs::remove_file(path))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::SystemTime;

    #[test]
    fn only_the_newest_sessions_are_kept() {
        let folder = tempfile::tempdir().unwrap();
        let file = |number: usize| folder.path().join("sessions").join(format!("{number:03}.json"));
        let session = r#"{"version":1,"visit":null,"filters":[],"focus":"Visits","source":"Visits","rows":[null,null,null,null],
            "options":{"show_outside":false,"sortings":[{"order":"Given","reversed":false},{"order":"Name","reversed":true},
            {"order":"Given","reversed":false},{"order":"Given","reversed":false}],"lines":"All","translation":null,"zoomed":false},
            "view":null}"#;
        let session = Session::parse(session).unwrap();
        for number in 0..MAX_SESSIONS {
            write_session(&file(number), &session).unwrap();
        }
        let oldest = File::options().write(true).open(file(7)).unwrap();
        oldest.set_modified(SystemTime::UNIX_EPOCH).unwrap();
        write_session(&file(MAX_SESSIONS), &session).unwrap();
        let kept = |number: &usize| file(*number).exists();
        assert_eq!((0..=MAX_SESSIONS).filter(|number| !kept(number)).collect::<Vec<_>>(), [7]);
    }

    #[test]
    fn the_same_records_have_the_same_session() {
        let file = |paths: &[&str]| session_file(&paths.iter().map(OsString::from).collect::<Vec<_>>());
        assert_eq!(file(&["b.yaml", "a.yaml"]), file(&["./a.yaml", "b.yaml", "a.yaml"]));
        assert!(file(&["a.yaml"]) != file(&["b.yaml"]) && file(&[]) != file(&["."]));
        assert_eq!(file(&["a.yaml", "-"]), None);
    }
}
