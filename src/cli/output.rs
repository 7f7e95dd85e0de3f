//! The only place that prints.

use std::io::Write as _;

/// Tells the user, on standard error, why the program could not work.
pub(super) fn complain(reason: &str) {
    // When even that cannot be written, the exit code still says it.
    let _ = writeln!(std::io::stderr(), "lawat: {reason}");
}
