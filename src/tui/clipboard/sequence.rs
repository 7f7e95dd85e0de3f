//! The escape sequence that copies a text to the clipboard of the terminal: OSC 52.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// The maximum length of a text, in bytes: many terminals accept sequences of up to 100,000 bytes.
pub(super) const MAX_BYTES: usize = 74_994;

/// The chunk size for GNU screen, which accepts 768 bytes per sequence.
const CHUNK: usize = 600;

/// A terminal multiplexer, which passes on only wrapped sequences.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Multiplexer {
    /// None.
    None,
    /// tmux.
    Tmux,
    /// GNU screen.
    Screen,
}

/// The sequence for a text. It ends with BEL instead of the standard ST: all terminals accept BEL, some old ones nothing else,
/// and an inner ST would end the wrapper of GNU screen.
pub(super) fn sequence(text: &str, multiplexer: Multiplexer) -> Vec<u8> {
    let plain = format!("\x1b]52;c;{}\x07", STANDARD.encode(text));
    match multiplexer {
        Multiplexer::None => plain.into_bytes(),
        Multiplexer::Tmux => format!("\x1bPtmux;{}\x1b\\", plain.replace('\x1b', "\x1b\x1b")).into_bytes(),
        Multiplexer::Screen => {
            let wrap = |chunk: &[u8]| [b"\x1bP", chunk, b"\x1b\\"].concat();
            plain.as_bytes().chunks(CHUNK).flat_map(wrap).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sequence_is_plain_or_wrapped() {
        for (multiplexer, expected) in [
            (Multiplexer::None, "\x1b]52;c;w7xiZXI=\x07"),
            (Multiplexer::Tmux, "\x1bPtmux;\x1b\x1b]52;c;w7xiZXI=\x07\x1b\\"),
            (Multiplexer::Screen, "\x1bP\x1b]52;c;w7xiZXI=\x07\x1b\\"),
        ] {
            assert_eq!(String::from_utf8(sequence("über", multiplexer)).unwrap(), expected);
        }
    }

    #[test]
    fn screen_gets_a_long_text_in_chunks() {
        let text = "Pontianak\n".repeat(300);
        let wrapped = String::from_utf8(sequence(&text, Multiplexer::Screen)).unwrap();
        let chunks: Vec<&str> = wrapped.split_terminator("\x1b\\").collect();
        assert_eq!(chunks.len(), 7);
        let inner: String = chunks
            .iter()
            .map(|chunk| {
                assert!(chunk.len() <= CHUNK + 2);
                chunk.strip_prefix("\x1bP").unwrap()
            })
            .collect();
        assert_eq!(inner.into_bytes(), sequence(&text, Multiplexer::None));
    }

    #[test]
    fn the_longest_text_makes_a_sequence_that_terminals_take() {
        assert_eq!(sequence(&"a".repeat(MAX_BYTES), Multiplexer::None).len(), 100_000);
    }
}
