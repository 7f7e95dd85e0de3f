//! Files in folders that are not read, with the reason.

use crate::lang::Lang;
use borsh::{BorshDeserialize, BorshSerialize};

/// How many file names are listed for each reason.
const NAMED: usize = 5;

/// A file in a folder that is not read.
#[derive(Debug, Clone, PartialEq, Eq, Hash, BorshSerialize, BorshDeserialize)]
pub struct SkippedFile {
    /// The display name.
    pub name: String,
    /// Why it is not read.
    pub reason: SkipReason,
}

/// Why a file in a folder is not read.
#[derive(Debug, Clone, PartialEq, Eq, Hash, BorshSerialize, BorshDeserialize)]
pub enum SkipReason {
    /// It contains no visit records.
    NoRecords,
    /// Its name starts with a dot.
    Hidden,
    /// It contains `AppleDouble` metadata, which macOS stores on other file systems.
    Metadata,
    /// It has the same bytes as the file with this name, or is the same file.
    SameAs(String),
}

/// One sentence for each reason that occurs.
pub fn describe_skipped(skipped: &[SkippedFile], lang: Lang) -> Vec<String> {
    let of = |wanted: fn(&SkipReason) -> bool| {
        let these: Vec<&SkippedFile> = skipped.iter().filter(|it| wanted(&it.reason)).collect();
        let name = |it: &&SkippedFile| match &it.reason {
            SkipReason::SameAs(other) => format!("{} = {other}", it.name),
            _ => it.name.clone(),
        };
        let more = if these.len() > NAMED { ", …" } else { "" };
        let names: Vec<String> = these.iter().take(NAMED).map(name).collect();
        (these.len(), names.join(", ") + more)
    };
    let sentences = [
        (of(|reason| *reason == SkipReason::NoRecords), Lang::no_records as fn(Lang, usize, &str) -> String),
        (of(|reason| *reason == SkipReason::Hidden), Lang::hidden_files),
        (of(|reason| *reason == SkipReason::Metadata), Lang::metadata_files),
        (of(|reason| matches!(reason, SkipReason::SameAs(_))), Lang::same_files),
    ];
    let there = sentences.into_iter().filter(|((count, _), _)| *count > 0);
    there.map(|((count, names), words)| words(lang, count, &names)).collect()
}
