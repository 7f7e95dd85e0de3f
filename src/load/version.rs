//! The versions of the format that can be read.

/// Whether a value of `schema_version` names a supported version: `1`, or `1.` and a number.
pub(super) fn is_supported_version(version: &str) -> bool {
    match version.split_once('.') {
        Some((major, minor)) => major == "1" && minor.parse::<u32>().is_ok(),
        None => version == "1",
    }
}
