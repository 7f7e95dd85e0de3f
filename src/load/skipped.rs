//! Files of folders that are not read: which, and why.

use crate::lang::Lang;

/// So many names are told of a kind.
const NAMED: usize = 5;

/// A file of a folder that was passed over.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Skipped {
    /// The name by which it is shown.
    pub name: String,
    /// Why.
    pub why: Why,
}

/// Why a file of a folder is not read.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Why {
    /// It holds no visit records.
    NoRecords,
    /// Its name begins with a point.
    Hidden,
    /// macOS keeps in it what other file systems have no place for (`AppleDouble`).
    Metadata,
    /// It has the same bytes as the file of this name, or is that file under another name.
    SameAs(String),
}

/// What was passed over, in a sentence for each reason.
pub fn skipped_in_words(skipped: &[Skipped], lang: Lang) -> Vec<String> {
    let of = |wanted: fn(&Why) -> bool| {
        let these: Vec<&Skipped> = skipped.iter().filter(|it| wanted(&it.why)).collect();
        let name = |it: &&Skipped| match &it.why {
            Why::SameAs(other) => format!("{} = {other}", it.name),
            _ => it.name.clone(),
        };
        let more = if these.len() > NAMED { ", …" } else { "" };
        let names: Vec<String> = these.iter().take(NAMED).map(name).collect();
        (these.len(), names.join(", ") + more)
    };
    let sentences = [
        (of(|why| *why == Why::NoRecords), Lang::no_records as fn(Lang, usize, &str) -> String),
        (of(|why| *why == Why::Hidden), Lang::hidden_files),
        (of(|why| *why == Why::Metadata), Lang::metadata_files),
        (of(|why| matches!(why, Why::SameAs(_))), Lang::same_files),
    ];
    let there = sentences.into_iter().filter(|((count, _), _)| *count > 0);
    there.map(|((count, names), words)| words(lang, count, &names)).collect()
}
