//! One key, one click: the bytes that terminals send for them.

use super::decoder::{Gesture, Reading, Told};
use crate::app::key::{Code, Key};

const ESC: u8 = 0x1b;
/// No sequence is longer.
const LONGEST: usize = 64;
/// No answer of a terminal is longer.
const LONGEST_ANSWER: usize = 1 << 16;

/// Whether a terminal answers a question here: about its colours (OSC), its name or what it can do (DCS), its pictures (APC).
/// It may be the question of a program that had the terminal before. An Alt-] or an Alt-P, with another key behind it, has
/// none of these signs there.
pub(super) fn is_answer(bytes: &[u8]) -> bool {
    matches!(
        bytes,
        [ESC, b']', b'0'..=b'9', ..]
            | [ESC, b'P', b'0'..=b'9' | b'>' | b'!' | b'$' | b'+', ..]
            | [ESC, b'_', b'G', ..]
    )
}

/// Whether what follows on an Esc may be the rest of a sequence that began with it.
pub(super) fn continues(bytes: &[u8]) -> bool {
    matches!(bytes, [ESC] | [ESC, b'[' | b'O', ..] | [ESC, b']' | b'P' | b'_']) || is_answer(bytes)
}

/// Reads the first thing of some bytes.
pub(super) fn read(bytes: &[u8]) -> Reading {
    match bytes {
        [] | [ESC] | [ESC, b']' | b'P' | b'_'] => Reading::Part,
        [ESC, b'[', rest @ ..] => control(rest),
        [ESC, b'O', rest @ ..] => single_shift(rest),
        [ESC, _, rest @ ..] if is_answer(bytes) => answer(rest),
        // Two Esc, of which the second one may begin something.
        [ESC, ESC, ..] => key(1, Some(Key::plain(Code::Esc))),
        [ESC, rest @ ..] => match character(rest) {
            Reading::Whole(count, Some(Told::Key(pressed))) => {
                key(count + 1, Some(Key { alt: true, ..pressed }))
            }
            Reading::Whole(count, _) => key(count + 1, None),
            other => other,
        },
        _ => character(bytes),
    }
}

/// What is to be made of the beginning of something of which nothing more has come: how many of its bytes, and what. When
/// the first Esc `is_torn` from the rest, it is a key by itself.
pub(super) fn broken_off(bytes: &[u8], is_torn: bool) -> (usize, Option<Told>) {
    let esc = (1, Some(Told::Key(Key::plain(Code::Esc))));
    match bytes {
        [ESC, _, ..] if is_torn => esc,
        [ESC, c @ (b'[' | b'O' | b']' | b'P' | b'_')] | [ESC, c @ (b']' | b'P' | b'_'), _] => {
            (2, Some(Told::Key(alt(*c))))
        }
        [ESC] => esc,
        _ => (bytes.len(), None),
    }
}

fn key(count: usize, key: Option<Key>) -> Reading {
    Reading::Whole(count, key.map(|key| Told::Key(key.normal())))
}

fn alt(c: u8) -> Key {
    Key { alt: true, ..Key::plain(Code::Char(char::from(c))) }
}

fn ctrl(c: char) -> Key {
    Key { ctrl: true, ..Key::plain(Code::Char(c)) }
}

/// A character, or a key that sends one byte.
fn character(bytes: &[u8]) -> Reading {
    let Some(first) = bytes.first() else { return Reading::Part };
    let pressed = match first {
        b'\r' => Key::plain(Code::Enter),
        b'\t' => Key::plain(Code::Tab),
        0x7f => Key::plain(Code::Backspace),
        0 => ctrl(' '),
        1..=26 => ctrl(char::from(first - 1 + b'a')),
        // What terminals send for Ctrl with these figures, and for some signs.
        0x1c..=0x1f => ctrl(char::from(first - 0x1c + b'4')),
        _ => return encoded(bytes),
    };
    key(1, Some(pressed))
}

/// A character in UTF-8.
fn encoded(bytes: &[u8]) -> Reading {
    let longest = bytes.get(..bytes.len().min(4)).unwrap_or_default();
    let whole = match std::str::from_utf8(longest) {
        Ok(text) => text,
        Err(error) if error.valid_up_to() > 0 => {
            let valid = longest.get(..error.valid_up_to()).unwrap_or_default();
            std::str::from_utf8(valid).unwrap_or_default()
        }
        Err(error) => return error.error_len().map_or(Reading::Part, |wrong| Reading::Whole(wrong, None)),
    };
    let Some(c) = whole.chars().next() else { return Reading::Part };
    // U+0080 to U+009F can be typed, but mean nothing and must not reach an input.
    key(c.len_utf8(), (!c.is_control()).then(|| Key::plain(Code::Char(c))))
}

/// What follows on `ESC O`.
fn single_shift(rest: &[u8]) -> Reading {
    let Some(end) = rest.first() else { return Reading::Part };
    let pressed = match end {
        b'M' => Some(Key::plain(Code::Enter)),
        b'a'..=b'd' => arrow(end.to_ascii_uppercase()).map(|code| Key { ctrl: true, ..Key::plain(code) }),
        // The figures and signs of a keypad that a program has told to send sequences: those of ASCII, 64 further on.
        b'j'..=b'y' | b'X' => Some(Key::plain(Code::Char(char::from(end - 64)))),
        _ => arrow(*end).map(Key::plain),
    };
    // An Alt-O, with another key behind it.
    if pressed.is_none() { key(2, Some(alt(b'O'))) } else { key(3, pressed) }
}

/// The keys that end in a letter.
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

/// What follows on `ESC [`.
fn control(rest: &[u8]) -> Reading {
    match rest {
        // The console of Linux: F1 to F5.
        [b'[', end @ b'A'..=b'E', ..] => return key(4, Some(Key::plain(Code::F(end - b'A' + 1)))),
        // A click in the oldest notation: three bytes.
        [b'M', button, column, row, ..] => {
            let cell = |byte: &u8| u16::from(byte.saturating_sub(32));
            return mouse(6, u16::from(button.wrapping_sub(32)), (cell(column), cell(row)), true);
        }
        [b'['] | [b'M', ..] => return Reading::Part,
        _ => {}
    }
    // Of rxvt some keys end in a dollar behind their number; everywhere else that is a byte of the middle.
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let is_end =
        |at: usize, byte: u8| matches!(byte, 0x40..=0x7e) || (byte == b'$' && at == digits && at > 0);
    let ends = |(at, byte): (usize, &u8)| is_end(at, *byte) || !(0x20..0x7f).contains(byte);
    let Some(length) = rest.iter().enumerate().position(ends) else {
        return if rest.len() < LONGEST { Reading::Part } else { Reading::Whole(rest.len() + 2, None) };
    };
    let (parameters, end) =
        (rest.get(..length).unwrap_or_default(), rest.get(length).copied().unwrap_or_default());
    if !is_end(length, end) {
        // It breaks off, and something else begins.
        return Reading::Whole(length + 2, None);
    }
    let count = length + 3;
    if let Some(click) = parameters.strip_prefix(b"<") {
        let [button, column, row] = numbers(click);
        return mouse(count, button, (column, row), end == b'M');
    }
    if parameters.first().is_some_and(|first| b"<=>?".contains(first)) {
        // An answer to somebody else's question.
        return Reading::Whole(count, None);
    }
    match (numbers(parameters), end) {
        ([200, ..], b'~') => Reading::Paste(count),
        (numbers, end) => key(count, named(numbers, end)),
    }
}

/// The first three numbers, which stand between semicolons; 0 for what is none.
fn numbers(parameters: &[u8]) -> [u16; 3] {
    let mut numbers = [0; 3];
    for (number, text) in numbers.iter_mut().zip(parameters.split(|byte| *byte == b';')) {
        let digits = std::str::from_utf8(text).ok().and_then(|text| text.parse::<u32>().ok());
        *number = u16::try_from(digits.unwrap_or_default()).unwrap_or(u16::MAX);
    }
    numbers
}

/// A key by its numbers, of which the second one tells what was held.
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
        // With another number it tells where the cursor is.
        _ if first <= 1 => Some(held(arrow(end)?, second)),
        _ => None,
    }
}

/// A key by its character.
fn typed(number: u16) -> Option<Code> {
    Some(match number {
        8 | 127 => Code::Backspace,
        9 => Code::Tab,
        13 => Code::Enter,
        27 => Code::Esc,
        _ => Code::Char(char::from_u32(number.into()).filter(|c| !c.is_control())?),
    })
}

/// The keys that have a number.
fn numbered(number: u16) -> Option<Code> {
    Some(match number {
        1 | 7 => Code::Home,
        3 => Code::Delete,
        4 | 8 => Code::End,
        5 => Code::PageUp,
        6 => Code::PageDown,
        // There are gaps, as on the keyboard of a VT220.
        11..=15 => Code::F(u8::try_from(number - 10).ok()?),
        17..=21 => Code::F(u8::try_from(number - 11).ok()?),
        23..=26 => Code::F(u8::try_from(number - 12).ok()?),
        28 | 29 => Code::F(u8::try_from(number - 13).ok()?),
        31..=34 => Code::F(u8::try_from(number - 14).ok()?),
        _ => return None,
    })
}

/// A report of the mouse. Shift, Alt and Ctrl do not matter; motion and other buttons are nothing to us. Some terminals
/// report the column before the first one.
fn mouse(count: usize, button: u16, (column, row): (u16, u16), is_down: bool) -> Reading {
    let gesture = match button & !0b1_1100 {
        0 if is_down => Some(Gesture::Down),
        64 => Some(Gesture::WheelUp),
        65 => Some(Gesture::WheelDown),
        _ => None,
    };
    let cell = |number: u16| number.saturating_sub(1);
    Reading::Whole(count, gesture.map(|gesture| Told::Mouse(gesture, cell(column), cell(row))))
}

/// An answer, behind its first two bytes. It ends with a BEL or an `ESC \\`.
fn answer(rest: &[u8]) -> Reading {
    let length = rest.iter().take_while(|byte| **byte >= 0x20 && **byte != 0x7f).count();
    match rest.get(length..).unwrap_or_default() {
        [] if length < LONGEST_ANSWER => Reading::Part,
        [ESC] => Reading::Part,
        [0x07, ..] => Reading::Whole(length + 3, None),
        [ESC, b'\\', ..] => Reading::Whole(length + 4, None),
        // It breaks off.
        _ => Reading::Whole(length + 2, None),
    }
}
