//! The user's editor: its command line, how it opens a line, and how it exited.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fs::{File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::os::fd::OwnedFd;
use std::os::unix::fs::OpenOptionsExt as _;
use std::os::unix::process::ExitStatusExt as _;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::app::event::EditorError;
use crate::export::TemporaryFile;

/// The maximum size of a text that comes back from the editor.
const MAX_TEXT: u64 = 1 << 20;

/// The editor that POSIX requires.
const DEFAULT_EDITOR: &str = "vi";

/// The syntax by which an editor opens a file at a position.
#[derive(Debug, Clone, Copy)]
enum PositionSyntax {
    /// `+12 FILE`
    Line,
    /// `+12:5 FILE`
    Colon,
    /// `+12,5 FILE`
    Comma,
    /// `+call cursor(12,5) FILE`
    Cursor,
    /// `FILE:12:5`
    Suffix,
    /// `--goto FILE:12:5`
    Goto,
    /// `--line 12 --column 5 FILE`
    Flags,
}

/// The syntaxes of known editors. Other editors get only the file, since they might create a file named `+12`.
/// The crate `editor-command` does not serve here: it recognizes a program only by its bare name, and passes `FILE:12:5` to
/// unknown ones.
const POSITION_SYNTAXES: [(PositionSyntax, &[&str]); 7] = [
    (
        PositionSyntax::Line,
        &["vi", "view", "vis", "joe", "jmacs", "jpico", "jed", "mg", "pico", "mcedit", "gedit", "geany"],
    ),
    (PositionSyntax::Colon, &["emacs", "emacsclient", "micro", "kak"]),
    (PositionSyntax::Comma, &["nano", "rnano", "ne"]),
    (PositionSyntax::Cursor, &["vim", "nvim", "gvim", "mvim", "vimx"]),
    (PositionSyntax::Suffix, &["hx", "helix", "subl", "sublime_text", "zed", "zeditor", "lapce"]),
    (
        PositionSyntax::Goto,
        &["code", "code-insiders", "codium", "vscodium", "cursor", "windsurf", "positron"],
    ),
    (PositionSyntax::Flags, &["kate", "kwrite", "idea", "pycharm", "webstorm", "rustrover"]),
];

/// The command that opens a file in the editor, at a line and a column if given. `VISUAL` and `EDITOR` are split into words as
/// by a shell, but no shell is involved; the path is one argument. Fails if the quotes are unbalanced.
pub(super) fn command(path: &Path, at: Option<(u32, u32)>) -> Result<Command, EditorError> {
    let named = ["VISUAL", "EDITOR"].into_iter().filter_map(env::var_os);
    command_of(named, path, at)
}

fn command_of(
    named: impl IntoIterator<Item = OsString>,
    path: &Path,
    at: Option<(u32, u32)>,
) -> Result<Command, EditorError> {
    let mut named = named.into_iter().map(|it| it.to_string_lossy().into_owned());
    let named = named.find(|it| !it.trim().is_empty()).unwrap_or_else(|| DEFAULT_EDITOR.to_owned());
    let Ok(words) = shell_words::split(&named) else { return Err(EditorError::UnbalancedQuotes(named)) };
    let [program, arguments @ ..] = words.as_slice() else {
        return Err(EditorError::UnbalancedQuotes(named));
    };
    let mut command = Command::new(program);
    command.args(arguments);
    match (at, syntax(program)) {
        (Some(at), Some(syntax)) => command.args(syntax.arguments(path, at)),
        _ => command.arg(path),
    };
    Ok(command)
}

fn syntax(program: &str) -> Option<PositionSyntax> {
    let name = Path::new(program).file_name()?.to_str()?;
    POSITION_SYNTAXES.iter().find(|(_, names)| names.contains(&name)).map(|(syntax, _)| *syntax)
}

impl PositionSyntax {
    fn arguments(self, path: &Path, (line, column): (u32, u32)) -> Vec<OsString> {
        let before = |place: String| vec![place.into(), path.into()];
        let after = || {
            let mut place = path.as_os_str().to_owned();
            place.push(format!(":{line}:{column}"));
            place
        };
        match self {
            Self::Line => before(format!("+{line}")),
            Self::Colon => before(format!("+{line}:{column}")),
            Self::Comma => before(format!("+{line},{column}")),
            Self::Cursor => before(format!("+call cursor({line},{column})")),
            Self::Suffix => vec![after()],
            Self::Goto => vec!["--goto".into(), after()],
            Self::Flags => {
                let [line, column] = [line, column].map(|it| it.to_string().into());
                vec!["--line".into(), line, "--column".into(), column, path.into()]
            }
        }
    }
}

/// Runs the editor on the terminal until it exits.
pub(super) fn run(mut command: Command, tty: &OwnedFd) -> Result<(), EditorError> {
    let name = |command: &Command| file_name(command.get_program());
    // Standard input may be a pipe with records.
    let status = tty.try_clone().and_then(|tty| command.stdin(Stdio::from(tty)).status());
    let status = status.map_err(|error| {
        let reason = (error.kind() != io::ErrorKind::NotFound).then(|| error.to_string());
        EditorError::NotStarted(name(&command), reason)
    })?;
    match (status.code(), status.signal()) {
        (Some(0), _) => Ok(()),
        (Some(code), _) => Err(EditorError::Failed(name(&command), code)),
        (None, signal) => Err(EditorError::Killed(name(&command), signal.unwrap_or_default())),
    }
}

fn file_name(program: &OsStr) -> String {
    Path::new(program).file_name().unwrap_or(program).to_string_lossy().into_owned()
}

/// A text in a temporary file, which only the user can read, and which is removed with this value.
pub(super) struct EditedText(TemporaryFile);

impl EditedText {
    /// Writes a text, and returns the command that opens it in the editor.
    pub(super) fn new(text: &str) -> Result<(Self, Command), EditorError> {
        let failed = |error: io::Error| EditorError::NoText(error.to_string());
        let (temporary, mut file) =
            TemporaryFile::create(&env::temp_dir(), ".yaml", create_private).map_err(failed)?;
        file.write_all(text.as_bytes()).map_err(failed)?;
        let command = command(temporary.path(), None)?;
        Ok((Self(temporary), command))
    }

    /// The text as the editor has left it, perhaps in a new file of the same name.
    pub(super) fn read(&self) -> Result<String, EditorError> {
        let mut text = String::new();
        let file = File::open(self.0.path());
        let read = file.and_then(|file| file.take(MAX_TEXT).read_to_string(&mut text));
        read.map(|_| text).map_err(|error| EditorError::NoText(error.to_string()))
    }
}

/// Creates a file that only the user can read. Fails if there is anything of this name, also a link that leads elsewhere.
fn create_private(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::os::unix::fs::symlink;

    /// Somebody else may write to the folder of temporary files.
    #[test]
    fn a_link_that_was_put_in_the_place_of_the_text_is_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        let victim = folder.path().join("victim");
        fs::write(&victim, "lama").unwrap();
        let mut tried = Vec::new();
        let (made, mut file) = TemporaryFile::create(folder.path(), ".yaml", |path| {
            if tried.is_empty() {
                symlink(&victim, path).unwrap();
            }
            tried.push(path.to_owned());
            create_private(path)
        })
        .unwrap();
        file.write_all(b"baru").unwrap();
        assert_eq!(fs::read_to_string(&victim).unwrap(), "lama");
        assert!(tried.len() == 2 && tried[0] != tried[1] && tried[1] == made.path(), "{tried:?}");
    }

    fn argv(named: &[&str], path: &str, at: Option<(u32, u32)>) -> Result<Vec<String>, EditorError> {
        let command = command_of(named.iter().map(OsString::from), Path::new(path), at)?;
        let words = std::iter::once(command.get_program()).chain(command.get_args());
        Ok(words.map(|it| it.to_string_lossy().into_owned()).collect())
    }

    #[test]
    fn every_editor_is_told_the_place_in_its_own_manner() {
        for (editor, expected) in [
            ("vi", "vi|+12|/a b.yaml"),
            ("/usr/bin/vim -n", "/usr/bin/vim|-n|+call cursor(12,5)|/a b.yaml"),
            ("nvim", "nvim|+call cursor(12,5)|/a b.yaml"),
            ("nano", "nano|+12,5|/a b.yaml"),
            ("emacs -nw", "emacs|-nw|+12:5|/a b.yaml"),
            ("emacsclient -t", "emacsclient|-t|+12:5|/a b.yaml"),
            ("code --wait", "code|--wait|--goto|/a b.yaml:12:5"),
            ("codium", "codium|--goto|/a b.yaml:12:5"),
            ("subl -w", "subl|-w|/a b.yaml:12:5"),
            ("hx", "hx|/a b.yaml:12:5"),
            ("micro", "micro|+12:5|/a b.yaml"),
            ("kak", "kak|+12:5|/a b.yaml"),
            ("zed --wait", "zed|--wait|/a b.yaml:12:5"),
            ("kate -b", "kate|-b|--line|12|--column|5|/a b.yaml"),
            ("'/opt/ed it/my editor' --flag 'two words'", "/opt/ed it/my editor|--flag|two words|/a b.yaml"),
        ] {
            let words = argv(&[editor], "/a b.yaml", Some((12, 5))).unwrap();
            assert_eq!(words.join("|"), expected);
            let top = argv(&[editor], "/a b.yaml", None).unwrap();
            assert_eq!(top.last().unwrap(), "/a b.yaml", "{editor}");
        }
    }

    #[test]
    fn the_first_that_is_named_is_asked_and_vi_when_none_is() {
        assert_eq!(argv(&["visual", "editor"], "/a", None).unwrap(), ["visual", "/a"]);
        assert_eq!(argv(&[" ", "editor"], "/a", None).unwrap(), ["editor", "/a"]);
        assert_eq!(argv(&[], "/a", Some((3, 1))).unwrap(), ["vi", "+3", "/a"]);
    }

    #[test]
    fn no_word_of_a_path_or_an_editor_is_run() {
        assert_eq!(argv(&["ed $(id) ;id"], "/$(id) -c", None).unwrap(), ["ed", "$(id)", ";id", "/$(id) -c"]);
        for named in ["vim '", "\"a b"] {
            assert_eq!(argv(&[named], "/a", None), Err(EditorError::UnbalancedQuotes(named.to_owned())));
        }
    }
}
