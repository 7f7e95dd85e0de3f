//! Parses the byte sequence of a single key or mouse event.

use super::colour::is_light;
use super::event::{InputEvent, MouseGesture, Parsed};
use crate::app::key::{Code, Key};
use crate::tui::event::TerminalAnswer;

const ESC: u8 = 0x1b;
/// The maximum length of a sequence, in bytes.
const MAX_SEQUENCE: usize = 64;
/// The maximum length of a terminal response, in bytes.
const MAX_RESPONSE: usize = 1 << 16;

/// Whether the bytes begin a terminal response: about colours (OSC), name or capabilities (DCS), images (APC). An earlier
/// program may have sent the query. Alt-] or Alt-P followed by a key does not match.
pub(super) fn is_response(bytes: &[u8]) -> bool {
    matches!(
        bytes,
        [ESC, b']', b'0'..=b'9', ..]
            | [ESC, b'P', b'0'..=b'9' | b'>' | b'!' | b'$' | b'+', ..]
            | [ESC, b'_', b'G', ..]
    )
}

/// Whether these bytes may continue a sequence that begins with the Esc.
pub(super) fn continues(bytes: &[u8]) -> bool {
    matches!(bytes, [ESC] | [ESC, b'[' | b'O', ..] | [ESC, b']' | b'P' | b'_']) || is_response(bytes)
}

/// Parses the first key, mouse event or response.
pub(super) fn read(bytes: &[u8]) -> Parsed {
    match bytes {
        [] | [ESC] | [ESC, b']' | b'P' | b'_'] => Parsed::Incomplete,
        [ESC, b'[', rest @ ..] => control(rest),
        [ESC, b'O', rest @ ..] => single_shift(rest),
        [ESC, _, rest @ ..] if is_response(bytes) => response(rest),
        // Two Esc, of which the second may begin a sequence.
        [ESC, ESC, ..] => key(1, Some(Key::plain(Code::Esc))),
        [ESC, rest @ ..] => match character(rest) {
            Parsed::Complete(count, Some(InputEvent::Key(pressed))) => {
                key(count + 1, Some(Key { alt: true, ..pressed }))
            }
            Parsed::Complete(count, _) => key(count + 1, None),
            other => other,
        },
        _ => character(bytes),
    }
}

/// Decodes an incomplete sequence after the timeout: the number of bytes used, and the event. An Esc that `is_split` from the
/// rest is a key of its own.
pub(super) fn incomplete(bytes: &[u8], is_split: bool) -> (usize, Option<InputEvent>) {
    let esc = (1, Some(InputEvent::Key(Key::plain(Code::Esc))));
    match bytes {
        [ESC, _, ..] if is_split => esc,
        [ESC, c @ (b'[' | b'O' | b']' | b'P' | b'_')] | [ESC, c @ (b']' | b'P' | b'_'), _] => {
            (2, Some(InputEvent::Key(alt(*c))))
        }
        [ESC] => esc,
        _ => (bytes.len(), None),
    }
}

fn key(count: usize, key: Option<Key>) -> Parsed {
    Parsed::Complete(count, key.map(|key| InputEvent::Key(key.normalized())))
}

fn alt(c: u8) -> Key {
    Key { alt: true, ..Key::plain(Code::Char(char::from(c))) }
}

fn ctrl(c: char) -> Key {
    Key { ctrl: true, ..Key::plain(Code::Char(c)) }
}

/// A character, or a key that sends one byte.
fn character(bytes: &[u8]) -> Parsed {
    let Some(first) = bytes.first() else { return Parsed::Incomplete };
    let pressed = match first {
        b'\r' => Key::plain(Code::Enter),
        b'\t' => Key::plain(Code::Tab),
        0x7f => Key::plain(Code::Backspace),
        0 => ctrl(' '),
        1..=26 => ctrl(char::from(first - 1 + b'a')),
        // Sent for Ctrl with these digits, and for some punctuation.
        0x1c..=0x1f => ctrl(char::from(first - 0x1c + b'4')),
        _ => return encoded(bytes),
    };
    key(1, Some(pressed))
}

/// A character in UTF-8.
fn encoded(bytes: &[u8]) -> Parsed {
    let longest = bytes.get(..bytes.len().min(4)).unwrap_or_default();
    let whole = match std::str::from_utf8(longest) {
        Ok(text) => text,
        Err(error) if error.valid_up_to() > 0 => {
            let valid = longest.get(..error.valid_up_to()).unwrap_or_default();
            std::str::from_utf8(valid).unwrap_or_default()
        }
        Err(error) => {
            return error.error_len().map_or(Parsed::Incomplete, |wrong| Parsed::Complete(wrong, None));
        }
    };
    let Some(c) = whole.chars().next() else { return Parsed::Incomplete };
    // U+0080 to U+009F can be typed, but mean nothing and must not reach an input.
    key(c.len_utf8(), (!c.is_control()).then(|| Key::plain(Code::Char(c))))
}

/// Parses the rest after `ESC O`.
fn single_shift(rest: &[u8]) -> Parsed {
    let Some(end) = rest.first() else { return Parsed::Incomplete };
    let pressed = match end {
        b'M' => Some(Key::plain(Code::Enter)),
        b'a'..=b'd' => arrow(end.to_ascii_uppercase()).map(|code| Key { ctrl: true, ..Key::plain(code) }),
        // Digits and operators of the keypad in application mode: ASCII plus 64.
        b'j'..=b'y' | b'X' => Some(Key::plain(Code::Char(char::from(end - 64)))),
        _ => arrow(*end).map(Key::plain),
    };
    // Alt-O, followed by another key.
    if pressed.is_none() { key(2, Some(alt(b'O'))) } else { key(3, pressed) }
}

/// The key for a final letter.
fn arrow(end: u8) -> Option<Code> {
    Some(match end {
        b'A' => Code::Up,
        b'B' => Code::Down,
        b'C' => Code::Right,
        b'D' => Code::Left,
        b'H' => Code::Home,
        b'F' => Code::End,
        b'P'..=b'S' => Code::F(end - b'P' + 1),
        _ => return None,
    })
}

/// Parses the rest after `ESC [`.
fn control(rest: &[u8]) -> Parsed {
    match rest {
        // Linux console: F1 to F5.
        [b'[', end @ b'A'..=b'E', ..] => return key(4, Some(Key::plain(Code::F(end - b'A' + 1)))),
        // A mouse event in the X10 encoding: three bytes.
        [b'M', button, column, row, ..] => {
            let cell = |byte: &u8| u16::from(byte.saturating_sub(32));
            return mouse(6, u16::from(button.wrapping_sub(32)), (cell(column), cell(row)), true);
        }
        [b'['] | [b'M', ..] => return Parsed::Incomplete,
        _ => {}
    }
    // In rxvt some keys end in `$` after their number; elsewhere it is an intermediate byte.
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let is_end =
        |at: usize, byte: u8| matches!(byte, 0x40..=0x7e) || (byte == b'$' && at == digits && at > 0);
    let ends = |(at, byte): (usize, &u8)| is_end(at, *byte) || !(0x20..0x7f).contains(byte);
    let Some(length) = rest.iter().enumerate().position(ends) else {
        return if rest.len() < MAX_SEQUENCE {
            Parsed::Incomplete
        } else {
            Parsed::Complete(rest.len() + 2, None)
        };
    };
    let (parameters, end) =
        (rest.get(..length).unwrap_or_default(), rest.get(length).copied().unwrap_or_default());
    if !is_end(length, end) {
        // An incomplete sequence before another one.
        return Parsed::Complete(length + 2, None);
    }
    let count = length + 3;
    if let Some(click) = parameters.strip_prefix(b"<") {
        let [button, column, row] = numbers(click);
        return mouse(count, button, (column, row), end == b'M');
    }
    if parameters.first().is_some_and(|first| b"<=>?".contains(first)) {
        // Other responses are to queries of other programs.
        let is_attributes = parameters.starts_with(b"?") && end == b'c';
        return Parsed::Complete(
            count,
            is_attributes.then_some(InputEvent::Answer(TerminalAnswer::Attributes)),
        );
    }
    match (numbers(parameters), end) {
        ([200, ..], b'~') => Parsed::PasteStart(count),
        (numbers, end) => key(count, named(numbers, end)),
    }
}

/// The first three parameters, separated by semicolons; 0 if missing or invalid.
fn numbers(parameters: &[u8]) -> [u16; 3] {
    let mut numbers = [0; 3];
    for (number, text) in numbers.iter_mut().zip(parameters.split(|byte| *byte == b';')) {
        let digits = std::str::from_utf8(text).ok().and_then(|text| text.parse::<u32>().ok());
        *number = u16::try_from(digits.unwrap_or_default()).unwrap_or(u16::MAX);
    }
    numbers
}

/// A key by its parameters, of which the second holds the modifiers.
fn named([first, second, third]: [u16; 3], end: u8) -> Option<Key> {
    let held = |code, held: u16| {
        let held = held.saturating_sub(1);
        Key { code, shift: held & 1 != 0, alt: held & 2 != 0, ctrl: held & 4 != 0 }
    };
    match end {
        b'Z' => Some(Key { shift: true, ..Key::plain(Code::Tab) }),
        b'a'..=b'd' => arrow(end.to_ascii_uppercase()).map(|code| Key { shift: true, ..Key::plain(code) }),
        b'u' => Some(held(typed(first)?, second)),
        b'~' if first == 27 => Some(held(typed(third)?, second)),
        b'~' => Some(held(numbered(first)?, second)),
        b'$' => Some(Key { shift: true, ..Key::plain(numbered(first)?) }),
        b'^' => Some(Key { ctrl: true, ..Key::plain(numbered(first)?) }),
        b'@' => Some(Key { ctrl: true, shift: true, ..Key::plain(numbered(first)?) }),
        // With another number it is a cursor position report.
        _ if first <= 1 => Some(held(arrow(end)?, second)),
        _ => None,
    }
}

/// The key for a Unicode code point.
fn typed(number: u16) -> Option<Code> {
    Some(match number {
        8 | 127 => Code::Backspace,
        9 => Code::Tab,
        13 => Code::Enter,
        27 => Code::Esc,
        _ => Code::Char(char::from_u32(number.into()).filter(|c| !c.is_control())?),
    })
}

/// The key for a VT-style number.
fn numbered(number: u16) -> Option<Code> {
    Some(match number {
        1 | 7 => Code::Home,
        3 => Code::Delete,
        4 | 8 => Code::End,
        5 => Code::PageUp,
        6 => Code::PageDown,
        // The numbers have gaps, as on the VT220.
        11..=15 => Code::F(u8::try_from(number - 10).ok()?),
        17..=21 => Code::F(u8::try_from(number - 11).ok()?),
        23..=26 => Code::F(u8::try_from(number - 12).ok()?),
        28 | 29 => Code::F(u8::try_from(number - 13).ok()?),
        31..=34 => Code::F(u8::try_from(number - 14).ok()?),
        _ => return None,
    })
}

/// A mouse event. Modifiers, motion without the left button and other buttons are ignored. Some terminals report column 0, which is before the first.
fn mouse(count: usize, button: u16, (column, row): (u16, u16), is_down: bool) -> Parsed {
    let gesture = match button & !0b1_1100 {
        0 if is_down => Some(MouseGesture::Down),
        // In the X10 encoding, 3 stands for any button.
        0 | 3 => Some(MouseGesture::Up),
        32 => Some(MouseGesture::Drag),
        64 => Some(MouseGesture::WheelUp),
        65 => Some(MouseGesture::WheelDown),
        _ => None,
    };
    let cell = |number: u16| number.saturating_sub(1);
    Parsed::Complete(count, gesture.map(|gesture| InputEvent::Mouse(gesture, cell(column), cell(row))))
}

/// A terminal response after its first two bytes. It ends with BEL or `ESC \\`.
fn response(rest: &[u8]) -> Parsed {
    let length = rest.iter().take_while(|byte| **byte >= 0x20 && **byte != 0x7f).count();
    let background = || {
        let colour = rest.get(..length)?.strip_prefix(b"11;")?;
        Some(InputEvent::Answer(TerminalAnswer::Background { is_light: is_light(colour)? }))
    };
    match rest.get(length..).unwrap_or_default() {
        [] if length < MAX_RESPONSE => Parsed::Incomplete,
        [ESC] => Parsed::Incomplete,
        [0x07, ..] => Parsed::Complete(length + 3, background()),
        [ESC, b'\\', ..] => Parsed::Complete(length + 4, background()),
        // It is broken off.
        _ => Parsed::Complete(length + 2, None),
    }
}
