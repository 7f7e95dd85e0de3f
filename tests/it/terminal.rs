//! The real program in a pseudo-terminal: start, every way to end, suspend and resume, resizing, the mouse.

mod adding;
pub mod driver;
mod exits;
mod importing;

use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use driver::{CHILD, DEADLINE, START, Terminal, modes};
use lawat::app::App;
use lawat::app::event::ThemeSaved;
use lawat::app::{Data, Session};
use lawat::lang::Lang;
use lawat::tui::{Appearance, Storage};
use lawat::view::{Palette, Theme};
use portable_pty::{PtySize, native_pty_system};
use ratatui::buffer::Buffer;
use ratatui::style::Style;
use rustix::process::{Pid, Signal, kill_process};

const CTRL_L: &str = "\x0c";
const CTRL_Z: &str = "\x1a";

#[test]
fn q_quits() {
    let terminal = Terminal::open(80, 24).started();
    assert_ne!(terminal.termios(), terminal.before);
    let end = terminal.quit("q");
    assert_eq!(end.screen.trim(), "", "nothing stays on the main screen");
}

#[test]
fn a_raw_terminal_stays_raw() {
    let folder = tempfile::tempdir().unwrap();
    let (before, after) = (folder.path().join("before"), folder.path().join("after"));
    let script = r#"stty raw -echo; stty -g >"$1"; "$0"; stty -g >"$2""#;
    let mut terminal = Terminal::script(script, &[&before, &after], (80, 24)).started();
    terminal.press("q");
    assert!(terminal.end().status.success());
    let saved = std::fs::read_to_string(before).unwrap();
    assert!(!saved.is_empty());
    assert_eq!(saved, std::fs::read_to_string(after).unwrap());
}

#[test]
fn signals_end_the_program_and_restore_the_terminal() {
    for (signal, name) in [
        (Signal::TERM, "Terminated"),
        (Signal::HUP, "Hangup"),
        (Signal::INT, "Interrupt"),
        (Signal::QUIT, "Quit"),
    ] {
        let terminal = Terminal::open(80, 24).started();
        terminal.signal(signal);
        let end = terminal.end();
        end.died_of(name);
        end.is_clean();
    }
}

#[test]
fn signals_end_the_program_while_it_starts() {
    for milliseconds in [2, 5, 10, 15, 20, 30, 60] {
        let terminal = Terminal::open(80, 24);
        thread::sleep(Duration::from_millis(milliseconds));
        let pid = terminal.child.process_id().and_then(|pid| i32::try_from(pid).ok());
        kill_process(Pid::from_raw(pid.unwrap()).unwrap(), Signal::TERM).unwrap();
        let end = terminal.end();
        end.died_of("Terminated");
        end.is_clean();
    }
}

#[test]
fn a_signal_ends_a_hanging_program() {
    let mut terminal = Terminal::test("child_that_hangs").started();
    terminal.press("p");
    terminal.wait_for("it hangs");
    terminal.signal(Signal::TERM);
    let end = terminal.end();
    end.died_of("Terminated");
    end.is_clean();
}

#[test]
fn a_panic_while_drawing_ends_the_program() {
    let mut terminal = Terminal::test("child_that_panics_while_drawing").started();
    terminal.press("p");
    let end = terminal.end();
    assert_eq!(end.status.exit_code(), 101);
    assert!(end.screen.contains("out of paint"), "{}", end.screen);
    end.is_clean();
}

#[test]
fn a_panic_while_loading_ends_the_program() {
    let end = Terminal::test("child_that_panics_while_loading").end();
    assert_eq!(end.status.exit_code(), 101);
    assert_eq!(modes(&end.bytes).get(&1049), Some(&false), "it has been there");
    assert!(end.screen.contains("out of paper"), "{}", end.screen);
    end.is_clean();
}

/// Keeps nothing.
struct NoStorage;

impl Storage for NoStorage {
    fn save_theme(&self, _palette: Palette, _lang: Lang) -> ThemeSaved {
        ThemeSaved::NoHome
    }

    fn save_session(&self, _session: &Session) {}
}

/// Runs an explorer that does not return, if another test has started this test as a program.
fn run_as_child(draw: impl Fn(&App, &mut Buffer), load: impl FnMut() -> Data + Send + 'static) {
    if std::env::var_os(CHILD).is_some() {
        let appearance = Appearance { palette: Some(Palette::Sixteen), ascii: false };
        let draw = |app: &App, _: Theme, buffer: &mut Buffer| draw(app, buffer);
        let result = lawat::tui::run(App::new(Lang::En), appearance, draw, (load, NoStorage));
        panic!("it has returned: {result:?}");
    }
}

/// The program of [`a_panic_while_drawing_ends_the_program`].
#[test]
#[ignore = "a program of another test"]
fn child_that_panics_while_drawing() {
    let drawn = AtomicBool::new(false);
    run_as_child(
        |_, buffer| {
            assert!(!drawn.swap(true, Ordering::SeqCst), "out of paint");
            buffer.set_string(0, 0, START, Style::new());
        },
        || -> Data { sleep_for_ever() },
    );
}

/// The program of [`a_signal_ends_a_hanging_program`].
#[test]
#[ignore = "a program of another test"]
fn child_that_hangs() {
    let drawn = AtomicBool::new(false);
    run_as_child(
        |_, buffer| {
            if drawn.swap(true, Ordering::SeqCst) {
                println!("it hangs");
                sleep_for_ever();
            }
            buffer.set_string(0, 0, START, Style::new());
        },
        || -> Data { sleep_for_ever() },
    );
}

fn sleep_for_ever() -> ! {
    loop {
        thread::park();
    }
}

/// The program of [`a_panic_while_loading_ends_the_program`].
#[test]
#[ignore = "a program of another test"]
fn child_that_panics_while_loading() {
    let (sender, drawn) = mpsc::channel();
    run_as_child(
        |_, _| sender.send(()).unwrap(),
        move || -> Data {
            drawn.recv().unwrap();
            panic!("out of paper");
        },
    );
}

#[test]
fn the_program_is_suspended_and_resumed() {
    let fresh = Terminal::open(100, 30).started().settled().1;
    // A shell with job control, which prints a line when its job is suspended.
    let script = r#"set -m; "$0"; echo "one ""stop"; read -r _; fg; echo "two ""stops"; read -r _; fg"#;
    let mut terminal = Terminal::script(script, &[], (80, 24)).started();
    for (round, said) in ["one stop", "two stops"].into_iter().enumerate() {
        if round == 0 {
            terminal.press(CTRL_Z);
        } else {
            terminal.signal(Signal::TSTP);
        }
        terminal.wait_for(said);
        terminal.wait("main screen", |seen| !seen.parser.screen().alternate_screen());
        assert_eq!(terminal.termios(), terminal.before);
        let (columns, rows) = if round == 0 { (60, 20) } else { (100, 30) };
        terminal.resize(columns, rows);
        terminal.press("\r");
        terminal = terminal.started();
    }
    terminal.shows(&fresh, 0);
    terminal.quit("q");
}

#[test]
fn without_job_control_the_program_is_not_suspended() {
    let mut terminal = Terminal::open(80, 24).started();
    terminal.press(CTRL_Z);
    terminal.press("q");
    assert!(terminal.end().status.success());
}

#[test]
fn a_program_stopped_by_sigstop_redraws() {
    let terminal = Terminal::open(80, 24).started();
    let (before, screen) = terminal.settled();
    terminal.signal(Signal::STOP);
    terminal.signal(Signal::CONT);
    terminal.shows(&screen, before);
    terminal.signal(Signal::TERM);
    terminal.end().is_clean();
}

#[test]
fn a_closed_window_ends_the_program() {
    // The second program gets no signal: the leader of its session is a shell that ignores it.
    for script in [r#"trap "" HUP; exec "$0""#, r#"trap "" HUP; "$0"; true"#] {
        let mut terminal = Terminal::script(script, &[], (80, 24)).started();
        terminal.settled();
        terminal.close();
        terminal.wait_for_exit(Duration::from_secs(3));
    }
}

#[test]
fn a_lost_output_terminal_ends_the_program_cleanly() {
    let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
    let screen = native_pty_system().openpty(size).unwrap();
    let name = screen.master.tty_name().unwrap();
    let terminal = Terminal::script(r#"exec "$0" >"$1" 2>/dev/null"#, &[&name], (80, 24));
    let start = Instant::now();
    while terminal.termios() == terminal.before {
        assert!(start.elapsed() < DEADLINE, "never raw");
        thread::sleep(Duration::from_millis(10));
    }
    drop(screen);
    let end = terminal.end();
    assert!(!end.status.success());
    end.is_clean();
}

#[test]
fn an_idle_program_writes_nothing() {
    let terminal = Terminal::open(80, 24).started();
    let (before, _) = terminal.settled();
    thread::sleep(Duration::from_secs(2));
    assert_eq!(terminal.seen.0.lock().unwrap().bytes.len(), before);
}

#[test]
fn many_keys_at_once_are_all_read() {
    let mut terminal = Terminal::open(80, 24).started();
    terminal.press(&format!("/{}akhir", "x".repeat(900)));
    terminal.wait_for("xxxakhir");
    terminal.press("\x1b");
    terminal.settled();
    terminal.press("q");
    terminal.end().is_clean();
}

#[test]
fn many_resizes_end_with_the_right_frame() {
    let fresh = Terminal::open(91, 27).started().settled().1;
    let mut terminal = Terminal::open(80, 24).started();
    for step in 0..200_u16 {
        terminal.resize(1 + step * 7 % 150, 1 + step * 11 % 60);
        terminal.press(CTRL_L);
    }
    terminal.resize(91, 27);
    terminal.shows(&fresh, 0);
    // Back and forth, faster than anybody can see.
    let (before, _) = terminal.settled();
    terminal.resize(20, 5);
    terminal.resize(91, 27);
    terminal.shows(&fresh, before);
    terminal.quit("q");
}

#[test]
fn unusual_sizes_do_not_end_the_program() {
    for (columns, rows) in [(1, 1), (1, 60), (500, 1), (65535, 1), (1, 65535), (3, 3)] {
        let mut terminal = Terminal::open(80, 24).started();
        let (before, _) = terminal.settled();
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let master = terminal.master.as_ref().unwrap();
        master.resize(size).unwrap();
        terminal.wait("frame of this size", |seen| seen.bytes.len() > before);
        master.resize(PtySize { rows: 0, cols: 0, ..size }).unwrap();
        master.resize(size).unwrap();
        terminal.press("q");
        let end = terminal.end();
        assert!(end.status.success(), "{columns} by {rows}: {}", end.screen);
        end.is_clean();
    }
}

#[test]
fn invalid_mouse_reports_do_not_end_the_program() {
    let mut terminal = Terminal::open(80, 24).started();
    // Column and row 0 in the encodings of SGR, X10 and rxvt; a cursor report; positions far outside.
    for report in [
        "\x1b[<0;0;0M",
        "\x1b[<0;0;0M",
        "\x1b[M   ",
        "\x1b[32;0;0M",
        "\x1b[0;0R",
        "\x1b[<0;65535;65535M",
        "\x1b[<64;0;9999M",
    ] {
        terminal.press(report);
    }
    terminal.settled();
    terminal.quit("q");
}

#[test]
fn without_a_terminal_nothing_is_written_to_it() {
    let output = Command::new(env!("CARGO_BIN_EXE_lawat"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(!output.stdout.contains(&0x1b) && !output.stderr.contains(&0x1b));
}
