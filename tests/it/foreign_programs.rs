//! Runs programs of others. A test of a missing program is skipped, except in CI.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use assert_cmd::Command;

/// The code by which a script says that it lacks a package.
const LACKING: i32 = 77;

/// Where `scripts/foreign` puts the packages.
pub fn packages() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("target/foreign")
}

/// Which programs are required: those that `scripts/foreign` installs from package registries, or also those of the system.
#[derive(Clone, Copy, PartialEq)]
pub enum Kind {
    Package,
    OfTheSystem,
}

pub fn skipped(kind: Kind, what: &str) {
    let wanted = std::env::var("LAWAT_FOREIGN").unwrap_or_default();
    let must_be_there = wanted == "all" || (wanted == "packages" && kind == Kind::Package);
    assert!(!must_be_there, "{what}: run scripts/foreign");
    // Written directly: the harness hides the output of passing tests.
    let _ = writeln!(std::io::stderr(), "skipped: {what}");
}

/// What a program prints; none if it, or a package of it, is missing.
pub fn printed(command: &mut Command, name: &str, kind: Kind) -> Option<Vec<u8>> {
    match command.output() {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => skipped(kind, &format!("no {name}")),
        Err(error) => panic!("{name}: {error}"),
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            if output.status.code() == Some(LACKING) {
                skipped(kind, said.trim());
            } else {
                assert!(output.status.success(), "{name}: {said}");
                return Some(output.stdout);
            }
        }
    }
    None
}

/// What a script of tests/foreign writes.
pub fn written_by(script: &str, arguments: &[&str], text: &[u8]) -> Option<Vec<u8>> {
    written_with(Kind::Package, script, arguments, text)
}

/// The same with a program of this kind.
pub fn written_with(kind: Kind, script: &str, arguments: &[&str], text: &[u8]) -> Option<Vec<u8>> {
    let mut python = Command::new("python3");
    python
        .arg(format!("tests/foreign/{script}"))
        .args(arguments)
        .env("PYTHONPATH", packages().join("python"));
    python.env("PYTHONUTF8", "1").env("PYTHONDONTWRITEBYTECODE", "1");
    python.write_stdin(text);
    printed(&mut python, "python3", kind)
}
