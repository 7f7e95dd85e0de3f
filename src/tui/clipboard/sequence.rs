//! The bytes that ask a terminal to put a text on the clipboard: OSC 52.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// Many terminals take 100,000 bytes of a sequence and no more; so long a text just fits in.
pub(super) const MOST: usize = 74_994;

/// GNU screen takes 768 bytes at once.
const CHUNK: usize = 600;

/// Who stands between us and the terminal, and passes on only what is wrapped for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Between {
    /// Nobody.
    Nobody,
    /// tmux.
    Tmux,
    /// GNU screen.
    Screen,
}

/// The sequence for a text. It ends with BEL and not with ST, which is the standard: all terminals take BEL too, some
/// old ones take nothing else, and an ST inside would end the wrapping of GNU screen.
pub(super) fn sequence(text: &str, between: Between) -> Vec<u8> {
    let plain = format!("\x1b]52;c;{}\x07", STANDARD.encode(text));
    match between {
        Between::Nobody => plain.into_bytes(),
        Between::Tmux => format!("\x1bPtmux;{}\x1b\\", plain.replace('\x1b', "\x1b\x1b")).into_bytes(),
        Between::Screen => {
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
        for (between, expected) in [
            (Between::Nobody, "\x1b]52;c;w7xiZXI=\x07"),
            (Between::Tmux, "\x1bPtmux;\x1b\x1b]52;c;w7xiZXI=\x07\x1b\\"),
            (Between::Screen, "\x1bP\x1b]52;c;w7xiZXI=\x07\x1b\\"),
        ] {
            assert_eq!(String::from_utf8(sequence("über", between)).unwrap(), expected);
        }
    }

    #[test]
    fn screen_gets_a_long_text_in_chunks() {
        let text = "Pontianak\n".repeat(300);
        let wrapped = String::from_utf8(sequence(&text, Between::Screen)).unwrap();
        let chunks: Vec<&str> = wrapped.split_terminator("\x1b\\").collect();
        assert_eq!(chunks.len(), 7);
        let inner: String = chunks
            .iter()
            .map(|chunk| {
                assert!(chunk.len() <= CHUNK + 2);
                chunk.strip_prefix("\x1bP").unwrap()
            })
            .collect();
        assert_eq!(inner.into_bytes(), sequence(&text, Between::Nobody));
    }

    #[test]
    fn the_longest_text_makes_a_sequence_that_terminals_take() {
        assert_eq!(sequence(&"a".repeat(MOST), Between::Nobody).len(), 100_000);
    }
}
