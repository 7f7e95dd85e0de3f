//! The command line: what it prints, and how it ends.

use assert_cmd::Command;

fn lawat() -> Command {
    let mut command = Command::cargo_bin("lawat").unwrap();
    command.env_remove("LC_ALL").env_remove("LC_MESSAGES").env("LANG", "C.UTF-8");
    command
}

fn told(command: &mut Command) -> (Option<i32>, String, String) {
    let output = command.output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

#[test]
fn without_a_terminal_it_says_so_and_writes_no_escape() {
    let (code, out, err) = told(lawat().arg("visits.yaml"));
    assert_eq!((code, out.as_str()), (Some(2), ""));
    assert_eq!(err, "lawat: the output is not a terminal; the explorer needs one\n");
}

#[test]
fn the_language_comes_from_the_argument_or_the_locale() {
    for command in
        [lawat().args(["--lang", "id"]), lawat().env("LANG", "ms_MY.UTF-8"), lawat().env("LC_ALL", "id_ID")]
    {
        let (code, _, err) = told(command);
        assert_eq!((code, err.contains("bukan terminal")), (Some(2), true), "{err}");
    }
}

#[test]
fn a_path_that_cannot_be_read_is_named() {
    let (code, out, err) = told(lawat().arg("nowhere.yaml"));
    assert_eq!((code, out.as_str()), (Some(2), ""));
    assert!(err.starts_with("lawat: cannot read nowhere.yaml: "), "{err}");
    let (code, _, err) = told(lawat().arg("no\u{1b}]0;where\u{7}.yaml"));
    assert!(code == Some(2) && !err.contains('\u{1b}') && err.contains('␛'), "{err}");
}

/// The tests are built with more features of shared crates than the program is: what it says must not depend on them.
#[test]
fn the_parser_has_its_words_in_the_program_too() {
    let tree = std::process::Command::new(env!("CARGO"))
        .args(["tree", "--offline", "-e", "normal,features", "-i", "granit-parser", "--manifest-path"])
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"))
        .output()
        .unwrap();
    assert!(String::from_utf8_lossy(&tree.stdout).contains("error_messages"));
}

#[test]
fn help_and_version_are_printed() {
    let (code, out, _) = told(lawat().arg("--help"));
    assert!(code == Some(0) && out.contains("--lang") && out.contains("visits.yaml"), "{out}");
    let (code, out, _) = told(lawat().arg("--version"));
    assert_eq!((code, out.trim()), (Some(0), concat!("lawat ", env!("CARGO_PKG_VERSION"))));
    let (code, _, _) = told(lawat().arg("--nonsense"));
    assert_eq!(code, Some(2));
}
