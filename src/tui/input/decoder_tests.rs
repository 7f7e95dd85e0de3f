//! Terminal input, complete and split.

use proptest::prelude::*;

use super::decoder::Decoder;
use super::event::{InputEvent, MouseGesture};
use crate::tui::event::TerminalAnswer;

/// What the user does, on one line: keys by name, others in brackets.
fn line(events: &[InputEvent]) -> String {
    let word = |event: &InputEvent| match event {
        InputEvent::Key(key) => Some(key.to_string()),
        InputEvent::Mouse(gesture, column, row) => Some(format!("[{gesture:?} {column} {row}]")),
        InputEvent::Paste(text) => Some(format!("[{text}]")),
        InputEvent::Answer(_) => None,
    };
    events.iter().filter_map(word).collect::<Vec<_>>().join(" ")
}

/// The events for these chunks, which arrive with pauses, followed by silence.
fn decoded(pieces: &[&str]) -> String {
    let mut decoder = Decoder::default();
    let mut events: Vec<InputEvent> =
        pieces.iter().flat_map(|piece| decoder.take(piece.as_bytes())).collect();
    events.extend(decoder.flush());
    assert_eq!(decoder.timeout(), None, "nothing is left");
    line(&events)
}

#[test]
fn keys_are_known_by_what_terminals_send() {
    for (bytes, keys) in [
        (
            "jG \r\n\t\u{7f}\u{8}\0\u{1}\u{1a}\u{1c}",
            "j G Space ↵ Ctrl-J Tab Backspace Ctrl-H Ctrl-Space Ctrl-A Ctrl-Z Ctrl-4",
        ),
        ("é政👩ำ", "é 政 👩 ำ"),
        ("\u{85}x", "x"),
        ("\x1bx\x1bé\x1b\r\x1b\u{7f}", "Alt-x Alt-é Alt-↵ Alt-Backspace"),
        ("\x1b[A\x1bOB\x1b[C\x1bOD\x1b[H\x1bOF", "↑ ↓ → ← Home End"),
        ("\x1b[1~\x1b[3~\x1b[4~\x1b[5~\x1b[6~\x1b[7~\x1b[8~", "Home Del End PgUp PgDn Home End"),
        ("\x1b[1;5D\x1b[1;3C\x1b[1;2A\x1b[3;5~\x1b[Z", "Ctrl-← Alt-→ Shift-↑ Ctrl-Del Shift-Tab"),
        ("\x1bOP\x1b[[B\x1b[13~\x1b[15~\x1b[17~\x1b[24~\x1b[1;5S\x1b[25~", "F1 F2 F3 F5 F6 F12 Ctrl-F4 F13"),
        ("\x1b[a\x1bOd\x1b[3^\x1b[3$", "Shift-↑ Ctrl-← Ctrl-Del Shift-Del"),
        ("\x1b[97;5u\x1b[27;5;98~\x1b[13u", "Ctrl-A Ctrl-B ↵"),
        ("\x1bO", "Alt-O"),
        ("\x1b[", "Alt-["),
        ("\x1b]", "Alt-]"),
        ("\x1b]j", "Alt-] j"),
        ("\x1bOz", "Alt-O z"),
        ("\x1bOp\x1bOy\x1bOk\x1bOM", "0 9 + ↵"),
        // Ignored: focus events, responses, unknown keys, broken sequences.
        ("\x1b[Ix\x1b[?64;1cy\x1b[2~z\x1b[E\x1b[99~\x1b[1;\x7fq", "x y z Backspace q"),
        ("\x1b\x1b[A", "Esc ↑"),
        ("\x1b\x1b\x1b", "Esc Esc Esc"),
    ] {
        assert_eq!(decoded(&[bytes]), keys, "{bytes:?}");
    }
}

#[test]
fn a_slow_line_tears_nothing_apart() {
    for (pieces, keys) in [
        (&["\x1b", "[A"][..], "↑"),
        (&["\x1b", "[", "A"], "↑"),
        (&["\x1b", "[", "1", ";5", "C"], "Ctrl-→"),
        (&["\x1b", "OB", "j"], "↓ j"),
        (&["j\x1b", "[B", "\x1b", "[B"], "j ↓ ↓"),
        (&["\u{c3}\u{a9}"], "Ã ©"),
        // Esc is a key itself, whatever follows.
        (&["\x1b"], "Esc"),
        (&["\x1b", "j"], "Esc j"),
        (&["\x1b", "["], "Esc ["),
        (&["\x1b", "\x1b", "O"], "Esc Esc O"),
        (&["\x1bj"], "Alt-j"),
    ] {
        assert_eq!(decoded(pieces), keys, "{pieces:?}");
    }
    let mut decoder = Decoder::default();
    assert_eq!(decoder.take(&[0xc3]), []);
    assert_eq!(line(&decoder.take(&[0xa9, 0xff, b'x'])), "é x");
}

#[test]
fn the_mouse_clicks_and_turns() {
    for (bytes, events) in [
        ("\x1b[<0;8;4M\x1b[<0;8;4m", "[Down 7 3] [Up 7 3]"),
        ("\x1b[<32;9;4M\x1b[<48;10;4M", "[Drag 8 3] [Drag 9 3]"),
        ("\x1b[<64;1;1M\x1b[<65;80;24M", "[WheelUp 0 0] [WheelDown 79 23]"),
        ("\x1b[<16;8;4M", "[Down 7 3]"),
        // A column before the first, and one out of range.
        ("\x1b[<0;0;0M\x1b[<0;99999;1M", "[Down 0 0] [Down 65534 0]"),
        ("\x1b[M !!\x1b[M#!!", "[Down 0 0] [Up 0 0]"),
        // Other buttons, and motion without one.
        ("\x1b[<1;8;4M\x1b[<2;8;4M\x1b[<34;8;4M\x1b[<35;8;4M\x1b[<66;8;4M", ""),
    ] {
        assert_eq!(decoded(&[bytes]), events, "{bytes:?}");
    }
    assert_eq!(Decoder::default().take(b"\x1b[<0;3;3M"), [InputEvent::Mouse(MouseGesture::Down, 2, 2)]);
}

#[test]
fn a_paste_has_an_end() {
    for (pieces, events) in [
        (&["\x1b[200~satu\rdua\x1b[201~q"][..], "[satu\rdua] q"),
        (&["j\x1b[200~", "sa", "tu\x1b[2", "01~", "q"], "j [satu] q"),
        (&["\x1b[200~\x1b[201~"], "[]"),
        (&["\x1b[200~a\x1b[Ab\x1b[201~"], "[a\x1b[Ab]"),
        // The end never arrives.
        (&["\x1b[200~satu"], "[satu]"),
        (&["\x1b[200~satu\x1b[20"], "[satu]"),
        // An end without a start.
        (&["\x1b[201~x"], "x"),
    ] {
        assert_eq!(decoded(pieces), events, "{pieces:?}");
    }
    let long = format!("\x1b[200~{}\x1b[201~q", "x".repeat(1 << 20));
    let mut decoder = Decoder::default();
    let events: Vec<InputEvent> =
        long.as_bytes().chunks(4096).flat_map(|chunk| decoder.take(chunk)).collect();
    assert!(
        matches!(events.as_slice(), [InputEvent::Paste(text), InputEvent::Key(_)] if text.len() == 1 << 16)
    );
}

/// A response to a query, perhaps to one by an earlier program, may arrive among the keys.
#[test]
fn a_late_answer_is_no_keys() {
    for end in ["\x07", "\x1b\\"] {
        for answer in [
            "]11;rgb:1c1c/ffff/0aF0",
            "]4;1;?",
            "P>|XTerm(388)",
            "P1$r0m",
            "P1+r544e=787465726d",
            "_Gi=31;OK",
        ] {
            assert_eq!(decoded(&[&format!("j\x1b{answer}{end}q1")]), "j q 1", "{answer}");
            assert_eq!(decoded(&[&format!("j\x1b{answer}"), &format!("{end}q1")]), "j q 1", "{answer}");
            assert_eq!(decoded(&["\x1b", &format!("{answer}{end}q")]), "q", "{answer}, torn");
        }
    }
    assert_eq!(decoded(&["\x1b[?2026;2$yj\x1b[4;1$yj\x1b[>0;276;0cj\x1b[?1;2cj\x1b[3;1Rj"]), "j j j j j");
    assert_eq!(decoded(&["\x1b]11;r\tq1"]), "Tab q 1", "it breaks off");
    for (pieces, keys) in [
        (&["\x1b]"][..], "Alt-]"),
        (&["\x1bP"], "Alt-P"),
        (&["\x1bPj"], "Alt-P j"),
        (&["\x1bP1"], "Alt-P 1"),
        (&["\x1b_j"], "Alt-_ j"),
        (&["\x1b", "P"], "Esc P"),
        (&["\x1b", "P", "j"], "Esc P j"),
        (&["\x1b", "]", "1"], "Esc ] 1"),
    ] {
        assert_eq!(decoded(pieces), keys, "{pieces:?}");
    }
}

#[test]
fn answers_are_told_from_those_to_others() {
    let answers = |bytes: &str| -> Vec<TerminalAnswer> {
        let answer = |event| if let InputEvent::Answer(answer) = event { Some(answer) } else { None };
        Decoder::default().take(bytes.as_bytes()).into_iter().filter_map(answer).collect()
    };
    let background = |is_light| TerminalAnswer::Background { is_light };
    for (bytes, expected) in [
        ("\x1b]11;rgb:ffff/ffff/ffff\x07", &[background(true)][..]),
        ("j\x1b]11;rgb:0000/0000/0000\x1b\\\x1b[?62;22cj", &[background(false), TerminalAnswer::Attributes]),
        ("\x1b[?6c", &[TerminalAnswer::Attributes]),
        // The foreground, a colour that is none, other attributes, a mode, and a text that was pasted.
        ("\x1b]10;rgb:ffff/ffff/ffff\x07\x1b]11;?\x07\x1b[>0;276;0c\x1b[?2026;2$y", &[]),
        ("\x1b[200~\x1b]11;rgb:ffff/ffff/ffff\x07\x1b[201~", &[]),
    ] {
        assert_eq!(answers(bytes), expected, "{bytes:?}");
    }
}

proptest! {
    #[test]
    fn any_bytes_come_to_an_end(pieces in prop::collection::vec(
        prop::collection::vec(prop_oneof![any::<u8>(), prop::sample::select(b"\x1b[O]P_<;$0126~MmAG\\\x07".to_vec())], 0..12), 0..8)) {
        let mut decoder = Decoder::default();
        for piece in &pieces {
            decoder.take(piece);
        }
        decoder.flush();
        prop_assert_eq!(decoder.timeout(), None);
        prop_assert_eq!(line(&decoder.take(b"q")), "q");
    }
}
