//! The choice between the English and the Indonesian form of a text.

/// The English or the Indonesian text, for the language `en` or `id`; `None` for other languages.
pub(super) fn in_language<'a>(
    language: &str,
    english: Option<&'a String>,
    indonesian: Option<&'a String>,
) -> Option<&'a str> {
    match language {
        "en" => english.map(String::as_str),
        "id" => indonesian.map(String::as_str),
        _ => None,
    }
}
