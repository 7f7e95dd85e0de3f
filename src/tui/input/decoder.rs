//! The bytes that a terminal sends: which keys, clicks and pastes they are. What has come in part is waited for, but not for
//! ever.

use std::time::Duration;

use super::sequence;
use crate::app::key::{Code, Key};

/// How long the rest of a key is waited for. A terminal sends all of it at once, but a slow line may tear it apart; and
/// whoever presses Esc waits as long.
const REST_OF_KEY: Duration = Duration::from_millis(150);
/// How long the rest of a paste, or of an answer of the terminal, is waited for.
const REST_OF_TEXT: Duration = Duration::from_secs(1);
/// So much of a paste is kept.
const LONGEST_PASTE: usize = 1 << 16;
/// By this a paste ends.
const END_OF_PASTE: &[u8] = b"\x1b[201~";

/// What a terminal has told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Told {
    /// A key was pressed.
    Key(Key),
    /// The mouse did something in a cell, counted from 0.
    Mouse(Gesture, u16, u16),
    /// A text was pasted.
    Paste(String),
}

/// What the mouse did, as far as it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gesture {
    /// The left button went down.
    Down,
    WheelUp,
    WheelDown,
}

/// How the first bytes are read.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// So many bytes are one thing; nothing when it is of no use to anybody.
    Whole(usize, Option<Told>),
    /// So many bytes begin a paste.
    Paste(usize),
    /// They are the beginning of something.
    Part,
}

/// Bytes that are not understood yet.
#[derive(Debug, Default)]
pub(super) struct Decoder {
    bytes: Vec<u8>,
    /// The first of them is an Esc that has come alone.
    is_torn: bool,
    /// What has been pasted so far, while a paste is under way.
    paste: Option<Vec<u8>>,
}

impl Decoder {
    /// Takes in what has come, and tells what it makes of it.
    pub(super) fn take(&mut self, bytes: &[u8]) -> Vec<Told> {
        self.is_torn = self.bytes == b"\x1b" || (self.is_torn && !self.bytes.is_empty());
        self.bytes.extend_from_slice(bytes);
        self.told(false)
    }

    /// How long the rest is waited for, when there is only a part of something.
    pub(super) fn patience(&self) -> Option<Duration> {
        let is_long = self.paste.is_some() || sequence::is_answer(&self.bytes);
        let rest = if is_long { REST_OF_TEXT } else { REST_OF_KEY };
        (is_long || !self.bytes.is_empty()).then_some(rest)
    }

    /// Nothing more has come: what there is, is all.
    pub(super) fn give_up(&mut self) -> Vec<Told> {
        self.told(true)
    }

    fn told(&mut self, is_all: bool) -> Vec<Told> {
        let mut told = Vec::new();
        loop {
            if let Some(mut paste) = self.paste.take() {
                let is_over = self.take_paste(&mut paste) || is_all;
                if !is_over {
                    self.paste = Some(paste);
                    return told;
                }
                told.push(Told::Paste(String::from_utf8_lossy(&paste).into_owned()));
            }
            if self.bytes.is_empty() {
                return told;
            }
            let (count, thing) = match self.read() {
                Reading::Whole(count, thing) => (count, thing),
                Reading::Paste(count) => {
                    self.paste = Some(Vec::new());
                    (count, None)
                }
                Reading::Part if is_all => sequence::broken_off(&self.bytes, self.is_torn),
                Reading::Part => return told,
            };
            self.bytes.drain(..count.min(self.bytes.len()));
            self.is_torn = false;
            told.extend(thing);
        }
    }

    fn read(&self) -> Reading {
        // Who presses Esc and then a letter means both; only the rest of a sequence belongs to the Esc before.
        if self.is_torn && !sequence::continues(&self.bytes) {
            return Reading::Whole(1, Some(Told::Key(Key::plain(Code::Esc))));
        }
        sequence::read(&self.bytes)
    }

    /// Moves what has come to a paste; whether that is at its end.
    fn take_paste(&mut self, paste: &mut Vec<u8>) -> bool {
        let end = self.bytes.windows(END_OF_PASTE.len()).position(|window| window == END_OF_PASTE);
        // Without an end, the last bytes may be the beginning of one.
        let begun = (1..END_OF_PASTE.len())
            .rev()
            .find(|length| END_OF_PASTE.get(..*length).is_some_and(|begin| self.bytes.ends_with(begin)));
        let text = end.unwrap_or(self.bytes.len() - begun.unwrap_or_default());
        let taken: Vec<u8> = self.bytes.drain(..text).collect();
        let room = LONGEST_PASTE.saturating_sub(paste.len());
        paste.extend(taken.into_iter().take(room));
        if end.is_some() {
            self.bytes.drain(..END_OF_PASTE.len());
        }
        end.is_some()
    }
}
