//! Decodes terminal input into keys, clicks and pastes. Incomplete sequences are kept until a timeout.

use std::time::Duration;

use super::event::{InputEvent, Parsed};
use super::sequence;
use crate::app::key::{Code, Key};

/// The timeout for the rest of a key. Terminals send it at once, but a slow connection may split it. It also delays Esc.
const KEY_TIMEOUT: Duration = Duration::from_millis(150);
/// The timeout for the rest of a paste or of a terminal response.
const TEXT_TIMEOUT: Duration = Duration::from_secs(1);
/// The maximum length of a paste, in bytes; the rest is discarded.
const MAX_PASTE: usize = 1 << 16;
/// The sequence that ends a bracketed paste.
const PASTE_END: &[u8] = b"\x1b[201~";

/// The decoder with its pending bytes.
#[derive(Debug, Default)]
pub(super) struct Decoder {
    bytes: Vec<u8>,
    /// Whether the first byte is an Esc that arrived alone.
    is_split: bool,
    /// The text of the current paste.
    paste: Option<Vec<u8>>,
}

impl Decoder {
    /// Adds input and returns the events that are complete.
    pub(super) fn take(&mut self, bytes: &[u8]) -> Vec<InputEvent> {
        self.is_split = self.bytes == b"\x1b" || (self.is_split && !self.bytes.is_empty());
        self.bytes.extend_from_slice(bytes);
        self.decode(false)
    }

    /// The timeout for the rest, if the input is incomplete.
    pub(super) fn timeout(&self) -> Option<Duration> {
        let is_long = self.paste.is_some() || sequence::is_response(&self.bytes);
        let rest = if is_long { TEXT_TIMEOUT } else { KEY_TIMEOUT };
        (is_long || !self.bytes.is_empty()).then_some(rest)
    }

    /// Decodes the pending bytes as they are, after the timeout.
    pub(super) fn flush(&mut self) -> Vec<InputEvent> {
        self.decode(true)
    }

    fn decode(&mut self, is_all: bool) -> Vec<InputEvent> {
        let mut decoded = Vec::new();
        loop {
            if let Some(mut paste) = self.paste.take() {
                let is_over = self.take_paste(&mut paste) || is_all;
                if !is_over {
                    self.paste = Some(paste);
                    return decoded;
                }
                decoded.push(InputEvent::Paste(String::from_utf8_lossy(&paste).into_owned()));
            }
            if self.bytes.is_empty() {
                return decoded;
            }
            let (count, thing) = match self.read() {
                Parsed::Complete(count, thing) => (count, thing),
                Parsed::PasteStart(count) => {
                    self.paste = Some(Vec::new());
                    (count, None)
                }
                Parsed::Incomplete if is_all => sequence::incomplete(&self.bytes, self.is_split),
                Parsed::Incomplete => return decoded,
            };
            self.bytes.drain(..count.min(self.bytes.len()));
            self.is_split = false;
            decoded.extend(thing);
        }
    }

    fn read(&self) -> Parsed {
        // Esc and a letter are two keys; only the rest of a sequence continues an Esc.
        if self.is_split && !sequence::continues(&self.bytes) {
            return Parsed::Complete(1, Some(InputEvent::Key(Key::plain(Code::Esc))));
        }
        sequence::read(&self.bytes)
    }

    /// Moves pending bytes to the paste; returns whether it is complete.
    fn take_paste(&mut self, paste: &mut Vec<u8>) -> bool {
        let end = self.bytes.windows(PASTE_END.len()).position(|window| window == PASTE_END);
        // Without the end sequence, the last bytes may be its beginning.
        let begun = (1..PASTE_END.len())
            .rev()
            .find(|length| PASTE_END.get(..*length).is_some_and(|begin| self.bytes.ends_with(begin)));
        let text = end.unwrap_or(self.bytes.len() - begun.unwrap_or_default());
        let text_bytes: Vec<u8> = self.bytes.drain(..text).collect();
        let room = MAX_PASTE.saturating_sub(paste.len());
        paste.extend(text_bytes.into_iter().take(room));
        if end.is_some() {
            self.bytes.drain(..PASTE_END.len());
        }
        end.is_some()
    }
}
