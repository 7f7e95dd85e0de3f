//! The search index of a site: files of words and of entries, which the script of the site loads as they are needed.
//!
//! `search/index.js` names the first word and the first entry of each file. `w0.js`, `w1.js`, … have the words in order, each with
//! the numbers of the entries that hold it; `d0.js`, `d1.js`, … have the entries. All are scripts, since a page that was opened
//! from a disk may not fetch data.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::io;

use serde_json::{Value, json};

use crate::export::linked::embeddable;
use crate::text::FoldedWords;

/// The size of a file, in bytes; a single word or entry may exceed it.
const FILE_BYTES: usize = 60_000;
/// The maximum length of the text of an entry, in characters.
const TITLE_CHARS: usize = 300;
/// The maximum length of a word, in characters.
const WORD_CHARS: usize = 40;

/// What can be found.
pub(super) struct SearchDoc<'a> {
    /// The address, from the root folder.
    pub(super) address: &'a str,
    /// The name, the title or the words, as shown.
    pub(super) title: &'a str,
    /// The line below it.
    pub(super) detail: &'a str,
    /// Texts by which it is found.
    pub(super) words: Vec<&'a str>,
    /// Texts that belong to it, but count for less.
    pub(super) context: Vec<&'a str>,
}

/// Collects the index.
#[derive(Debug, Default)]
pub(super) struct SearchIndex {
    /// The kinds of entries in order, each with its first entry.
    kinds: Vec<(String, u32)>,
    /// For each word, twice the number of each entry with it; one more if the word only belongs to its context.
    words: HashMap<String, Vec<u32>>,
    docs: Vec<Value>,
    folded: FoldedWords,
}

impl SearchIndex {
    /// The following entries are of this kind.
    pub(super) fn kind(&mut self, heading: &str) {
        self.kinds.push((heading.to_owned(), self.next()));
    }

    fn next(&self) -> u32 {
        u32::try_from(self.docs.len()).unwrap_or(u32::MAX)
    }

    /// Adds an entry.
    pub(super) fn add(&mut self, doc: &SearchDoc<'_>) {
        let number = self.next();
        for (texts, is_context) in [(&doc.words, 0), (&doc.context, 1)] {
            for text in texts {
                self.read(text, number, is_context);
            }
        }
        self.docs.push(json!([doc.address, shortened(doc.title), shortened(doc.detail)]));
    }

    fn read(&mut self, text: &str, number: u32, is_context: u32) {
        self.folded.read(text);
        // The script splits at all that is no letter or digit.
        let parts = self.folded.iter().flat_map(|word| word.split(['.', ',', ':', ';', '_', '\'', '·']));
        for word in parts
            .filter(|word| !word.is_empty() && !is_letter(word) && word.chars().nth(WORD_CHARS).is_none())
        {
            let postings = match self.words.get_mut(word) {
                Some(postings) => postings,
                None => self.words.entry(word.to_owned()).or_default(),
            };
            if postings.last().is_none_or(|last| last / 2 != number) {
                postings.push(number * 2 + is_context);
            }
        }
    }

    /// The files, each with its path and its text; the first is the one that all pages load.
    pub(super) fn files(self, language: &str, texts: &[(&str, &str)]) -> io::Result<Vec<(String, String)>> {
        let count = self.docs.len();
        let mut words: Vec<(String, Vec<u32>)> = self.words.into_iter().collect();
        words.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        let lines = words.iter().map(|(word, postings)| (word, format!("{word} {}", deltas(postings))));
        let (mut first_words, mut files): (Vec<&str>, Vec<Vec<String>>) = (Vec::new(), Vec::new());
        let mut bytes = FILE_BYTES;
        for (word, line) in lines {
            if bytes + line.len() > FILE_BYTES {
                first_words.push(word);
                files.push(Vec::new());
                bytes = 0;
            }
            bytes += line.len();
            if let Some(lines) = files.last_mut() {
                lines.push(line);
            }
        }
        let mut parts: Vec<(String, Value)> = files
            .into_iter()
            .enumerate()
            .map(|(at, lines)| (format!("w{at}"), lines.join("\n").into()))
            .collect();
        let first_docs = entry_files(self.docs, &mut parts);
        let texts: serde_json::Map<String, Value> =
            texts.iter().map(|(name, text)| ((*name).to_owned(), (*text).into())).collect();
        let head = json!({
            "lang": language, "count": count, "kinds": self.kinds, "words": first_words, "docs": first_docs, "texts": texts,
        });
        let head = format!(
            "var lawatSearch = {};\nlawatSearch.parts = {{}};\nlawatSearch.add = (name, part) => {{ lawatSearch.parts[name] = part; }};\n",
            embeddable(&head)?
        );
        let mut files = vec![("search/index.js".to_owned(), head)];
        for (name, part) in parts {
            files.push((
                format!("search/{name}.js"),
                format!("lawatSearch.add(\"{name}\", {});\n", embeddable(&part)?),
            ));
        }
        Ok(files)
    }
}

/// Adds the files of the entries, and returns the number of the first entry of each.
fn entry_files(docs: Vec<Value>, parts: &mut Vec<(String, Value)>) -> Vec<usize> {
    let mut first_docs = Vec::new();
    let mut files: Vec<Vec<Value>> = Vec::new();
    let mut bytes = FILE_BYTES;
    for (number, doc) in docs.into_iter().enumerate() {
        let length =
            doc.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::len).sum::<usize>();
        if bytes + length > FILE_BYTES {
            first_docs.push(number);
            files.push(Vec::new());
            bytes = 0;
        }
        bytes += length;
        if let Some(docs) = files.last_mut() {
            docs.push(doc);
        }
    }
    parts.extend(files.into_iter().enumerate().map(|(at, docs)| (format!("d{at}"), Value::Array(docs))));
    first_docs
}

/// Ascending numbers as differences to the one before, in base 36.
fn deltas(numbers: &[u32]) -> String {
    let mut before = 0;
    let mut line = String::new();
    for number in numbers {
        if !line.is_empty() {
            line.push(' ');
        }
        push_base36(&mut line, number - before);
        before = *number;
    }
    line
}

fn push_base36(line: &mut String, number: u32) {
    if number >= 36 {
        push_base36(line, number / 36);
    }
    let _ = write!(line, "{}", char::from_digit(number % 36, 36).unwrap_or('0'));
}

/// A single letter of the alphabet, which would be in nearly every entry.
fn is_letter(word: &str) -> bool {
    word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_alphabetic())
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(TITLE_CHARS) {
        Some((end, _)) => format!("{} …", text.get(..end).unwrap_or_default().trim_end()),
        None => text.to_owned(),
    }
}
