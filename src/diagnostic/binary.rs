//! The binary form of the parts of diagnostics that borsh does not know, in which what was read is kept for the next start.

use borsh::io::{self, Read, Write};
use std::collections::HashSet;
use std::hash::Hash;
use std::sync::{LazyLock, Mutex, PoisonError};

use borsh::{BorshDeserialize, BorshSerialize};

/// A list of words.
type Words = &'static [&'static str];

/// Words that were read, each stored once and never freed, as those in the program.
static WORDS: LazyLock<Mutex<HashSet<&'static str>>> = LazyLock::new(Mutex::default);
/// Lists of words likewise.
static LISTS: LazyLock<Mutex<HashSet<Words>>> = LazyLock::new(Mutex::default);

fn kept<T: Eq + Hash + ?Sized>(known: &Mutex<HashSet<&'static T>>, new: Box<T>) -> &'static T {
    let mut known = known.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = known.get(&*new) {
        return known;
    }
    let new = &*Box::leak(new);
    known.insert(new);
    new
}

/// Reads a word of the format.
pub(super) fn read_word<R: Read>(reader: &mut R) -> io::Result<&'static str> {
    Box::deserialize_reader(reader).map(|word| kept(&WORDS, word))
}

/// Reads a word of the format, if there is one.
pub(super) fn read_optional_word<R: Read>(reader: &mut R) -> io::Result<Option<&'static str>> {
    let word = Option::deserialize_reader(reader)?;
    Ok(word.map(|word| kept(&WORDS, word)))
}

/// Reads a list of words of the format.
pub(super) fn read_words<R: Read>(reader: &mut R) -> io::Result<Words> {
    let count = u32::deserialize_reader(reader)?;
    let words = (0..count).map(|_| read_word(reader)).collect::<io::Result<Box<[_]>>>()?;
    Ok(kept(&LISTS, words))
}

/// Reads a list of words of the format that the problem owns.
pub(super) fn read_boxed_words<R: Read>(reader: &mut R) -> io::Result<Box<[&'static str]>> {
    read_words(reader).map(Box::from)
}

/// Refuses the kind of an error of the operating system, which borsh does not know: an archive with a file that cannot be read is not
/// kept.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "borsh gives a reference")]
pub(super) fn refuse_kind<W: Write>(_: &io::ErrorKind, _: &mut W) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Refuses it likewise.
pub(super) fn read_no_kind<R: Read>(_: &mut R) -> io::Result<io::ErrorKind> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Writes a character as its code point.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "borsh gives a reference")]
pub(super) fn write_char<W: Write>(character: &char, writer: &mut W) -> io::Result<()> {
    u32::from(*character).serialize(writer)
}

/// Reads a character.
pub(super) fn read_char<R: Read>(reader: &mut R) -> io::Result<char> {
    char::from_u32(u32::deserialize_reader(reader)?).ok_or_else(|| io::ErrorKind::InvalidData.into())
}
