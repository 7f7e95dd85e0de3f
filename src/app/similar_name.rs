//! Whether a name that would become a new record may be meant for a known one.

use super::overlay::choices::close_match;
use crate::entry::{Input, Known, KnownName, NewRecord};
use crate::lang::Lang;

/// A new name that is like a known one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SimilarName {
    /// The list to which it would be added.
    pub list: &'static str,
    /// The name as it was typed.
    pub typed: String,
    /// The known name.
    pub known: KnownName,
}

/// The first name in a record that is not known but begins like a known one, such as a part of it. `is_settled` says whether a
/// name in a list is new for certain.
pub fn similar_name(
    record: &NewRecord,
    known: Known<'_>,
    lang: Lang,
    is_settled: impl Fn(&str, &str) -> bool,
) -> Option<SimilarName> {
    let open = record.new_names().filter(|(list, name)| !is_settled(list, name));
    open.into_iter().find_map(|new| {
        let (list, name) = new;
        let input = match *list {
            "participants" | "organizations" => Input::People,
            "itinerary" => Input::Stops,
            _ => return None,
        };
        let mut names = known.names(input, lang);
        // Somebody who is in the visit already is not added again.
        names.retain(|it| !(it.is_in_visit && record.own_name.as_ref() == Some(new)));
        let known = close_match(name, &names)?.clone();
        Some(SimilarName { list, typed: name.clone(), known })
    })
}
