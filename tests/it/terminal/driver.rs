//! A pseudo-terminal with a program in it: press keys, read the screen, see how the program ended.

use std::collections::BTreeMap;
use std::io::{Read as _, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, SlavePty, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};

/// A word on the start screen in each language.
pub const START: &str = "Pontianak";

/// Whatever takes longer hangs.
pub const DEADLINE: Duration = Duration::from_secs(10);

/// Set for tests that run as the program of another test.
pub const CHILD: &str = "LAWAT_TEST_CHILD";

/// What the program has written.
pub struct Seen {
    pub bytes: Vec<u8>,
    pub parser: vt100::Parser,
    last: Instant,
}

/// A terminal with a program in it.
pub struct Terminal {
    pub child: Box<dyn Child + Send + Sync>,
    /// Kept until the program has ended: otherwise the terminal would lose its modes.
    slave: Option<Box<dyn SlavePty + Send>>,
    pub master: Option<Box<dyn MasterPty + Send>>,
    keys: Option<Box<dyn Write + Send>>,
    pub seen: Arc<(Mutex<Seen>, Condvar)>,
    reader: Option<JoinHandle<()>>,
    closing: Arc<AtomicBool>,
    pub before: String,
}

/// How a program ended, and how it left its terminal.
pub struct End {
    pub status: ExitStatus,
    pub before: String,
    pub after: String,
    pub bytes: Vec<u8>,
    pub screen: String,
}

impl Terminal {
    /// The program, at this size.
    pub fn open(columns: u16, rows: u16) -> Self {
        // SIGQUIT must not leave a core file.
        Self::script(r#"ulimit -c 0; exec "$0""#, &[], (columns, rows))
    }

    /// A shell script that finds the program in `$0`.
    pub fn script(script: &str, arguments: &[&Path], size: (u16, u16)) -> Self {
        let mut command = CommandBuilder::new("sh");
        command.args(["-c", script, env!("CARGO_BIN_EXE_lawat")]);
        command.args(arguments);
        Self::spawn(command, size)
    }

    /// An ignored test of `terminal.rs`, run as a program.
    pub fn test(name: &str) -> Self {
        let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
        command.args(["--exact", &format!("terminal::{name}"), "--ignored", "--nocapture"]);
        command.env(CHILD, "1");
        command.env_remove("RUST_BACKTRACE");
        Self::spawn(command, (80, 24))
    }

    fn spawn(mut command: CommandBuilder, (cols, rows): (u16, u16)) -> Self {
        let size = PtySize { rows, cols, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        command.env("TERM", "xterm-256color");
        // This terminal answers no queries, and there are no settings, no sessions and no cache.
        for (name, value) in [
            ("XDG_CACHE_HOME", "/dev/null"),
            ("LAWAT_CONFIG", "/dev/null"),
            ("LAWAT_THEME", "sixteen"),
            ("LAWAT_BORDERS", "unicode"),
            ("XDG_STATE_HOME", "/dev/null"),
        ] {
            command.env(name, value);
        }
        command.cwd(env!("CARGO_MANIFEST_DIR"));
        let before = termios(pair.master.as_ref());
        let child = pair.slave.spawn_command(command).unwrap();
        let parser = vt100::Parser::new(nonzero(rows), nonzero(cols), 0);
        let seen =
            Arc::new((Mutex::new(Seen { bytes: Vec::new(), parser, last: Instant::now() }), Condvar::new()));
        let closing = Arc::new(AtomicBool::new(false));
        let reader = read(pair.master.as_ref(), Arc::clone(&seen), Arc::clone(&closing));
        let keys = pair.master.take_writer().unwrap();
        Self {
            child,
            slave: Some(pair.slave),
            master: Some(pair.master),
            keys: Some(keys),
            seen,
            reader: Some(reader),
            closing,
            before,
        }
    }

    pub fn press(&mut self, keys: &str) {
        let writer = self.keys.as_mut().unwrap();
        writer.write_all(keys.as_bytes()).unwrap();
        writer.flush().unwrap();
    }

    /// Waits until what was written satisfies `test`; if it never does, fails with what was written.
    #[track_caller]
    pub fn wait(&self, what: &str, test: impl Fn(&Seen) -> bool) {
        let (seen, changed) = &*self.seen;
        let guard = seen.lock().unwrap();
        let (guard, timeout) = changed.wait_timeout_while(guard, DEADLINE, |seen| !test(seen)).unwrap();
        assert!(!timeout.timed_out(), "no {what} on the screen:\n{}", guard.parser.screen().contents());
    }

    #[track_caller]
    pub fn wait_for(&self, text: &str) {
        self.wait(text, |seen| seen.parser.screen().contents().contains(text));
    }

    /// Waits for the start screen.
    #[track_caller]
    pub fn started(self) -> Self {
        self.wait(START, |seen| {
            seen.parser.screen().alternate_screen() && seen.parser.screen().contents().contains(START)
        });
        self
    }

    /// Waits until more than `bytes` bytes have been written and the screen is exactly this.
    #[track_caller]
    pub fn shows(&self, screen: &str, bytes: usize) {
        self.wait("such picture", |seen| {
            seen.bytes.len() > bytes && seen.parser.screen().contents() == screen
        });
        assert_eq!(self.settled().1, screen, "and then something else");
    }

    /// Waits until nothing has been written for a while; returns the number of bytes and the screen.
    pub fn settled(&self) -> (usize, String) {
        let quiet = Duration::from_millis(400);
        let start = Instant::now();
        loop {
            let seen = self.seen.0.lock().unwrap();
            if seen.last.elapsed() >= quiet {
                return (seen.bytes.len(), seen.parser.screen().contents());
            }
            drop(seen);
            assert!(start.elapsed() < DEADLINE, "never quiet");
            thread::sleep(Duration::from_millis(20));
        }
    }

    pub fn resize(&self, columns: u16, rows: u16) {
        // The parser first, so that no byte for the new size is parsed at the old one.
        self.seen.0.lock().unwrap().parser.set_size(nonzero(rows), nonzero(columns));
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        self.master.as_ref().unwrap().resize(size).unwrap();
    }

    pub fn termios(&self) -> String {
        termios(self.master.as_ref().unwrap().as_ref())
    }

    /// Sends a signal to the program in the foreground.
    pub fn signal(&self, signal: Signal) {
        let leader = self.master.as_ref().unwrap().process_group_leader().unwrap();
        kill_process(Pid::from_raw(leader).unwrap(), signal).unwrap();
    }

    /// Sends a signal until the program has ended: a line editor may miss one between a key and its next read.
    pub fn signal_until_exit(&mut self, signal: Signal) {
        let start = Instant::now();
        while self.child.try_wait().unwrap().is_none() {
            assert!(start.elapsed() < Duration::from_secs(10), "still there");
            let leader = self.master.as_ref().unwrap().process_group_leader().and_then(Pid::from_raw);
            // It may have ended meanwhile.
            let _ = leader.map(|leader| kill_process(leader, signal));
            thread::sleep(Duration::from_millis(100));
        }
    }

    pub fn wait_for_exit(&mut self, within: Duration) -> ExitStatus {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            assert!(start.elapsed() < within, "still there");
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// Presses a key that quits, and checks the exit status and the state of the terminal.
    #[track_caller]
    pub fn quit(mut self, key: &str) -> End {
        self.press(key);
        let end = self.end();
        assert!(end.status.success(), "{:?}", end.status);
        end.is_clean();
        end
    }

    /// Waits for the end.
    pub fn end(mut self) -> End {
        let status = self.wait_for_exit(DEADLINE);
        let after = self.termios();
        // The reader ends when the other side is closed everywhere.
        drop(self.slave.take());
        self.reader.take().unwrap().join().unwrap();
        let seen = self.seen.0.lock().unwrap();
        let screen = seen.parser.screen().contents();
        End { status, before: self.before.clone(), after, bytes: seen.bytes.clone(), screen }
    }

    /// Closes the window. The program must still write something for the reader to notice.
    pub fn close(&mut self) {
        self.closing.store(true, Ordering::SeqCst);
        self.resize(70, 20);
        self.reader.take().unwrap().join().unwrap();
        drop(self.keys.take());
        drop(self.master.take());
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // A process that has ended must not be killed: its id may belong to another one by now.
        if matches!(self.child.try_wait(), Ok(None)) {
            let _ = self.child.kill();
        }
    }
}

impl End {
    /// Checks that the terminal is in its original state.
    #[track_caller]
    pub fn is_clean(&self) {
        assert_eq!(self.before, self.after);
        let modes = modes(&self.bytes);
        for mode in [1049, 1047, 47, 1000, 1002, 1003, 1004, 1005, 1006, 1015, 2004, 2026] {
            assert_ne!(modes.get(&mode), Some(&true), "?{mode} is on");
        }
        assert_ne!(modes.get(&25), Some(&false), "the cursor is hidden");
        assert_ne!(modes.get(&7), Some(&false), "lines end at the edge");
    }

    #[track_caller]
    pub fn died_of(&self, name: &str) {
        assert!(self.status.signal().is_some_and(|signal| signal.starts_with(name)), "{:?}", self.status);
    }
}

fn nonzero(number: u16) -> NonZeroU16 {
    NonZeroU16::new(number).unwrap()
}

fn termios(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().unwrap())
}

fn read(
    master: &dyn MasterPty,
    seen: Arc<(Mutex<Seen>, Condvar)>,
    closing: Arc<AtomicBool>,
) -> JoinHandle<()> {
    let mut reader = master.try_clone_reader().unwrap();
    thread::spawn(move || {
        let mut bytes = [0; 4096];
        while let Ok(count @ 1..) = reader.read(&mut bytes) {
            let mut seen_now = seen.0.lock().unwrap();
            seen_now.bytes.extend_from_slice(&bytes[..count]);
            seen_now.parser.process(&bytes[..count]);
            seen_now.last = Instant::now();
            seen.1.notify_all();
            if closing.load(Ordering::SeqCst) {
                break;
            }
        }
    })
}

/// The private modes that the bytes set or reset last.
pub fn modes(bytes: &[u8]) -> BTreeMap<u16, bool> {
    let mut modes = BTreeMap::new();
    for part in String::from_utf8_lossy(bytes).split("\x1b[?").skip(1) {
        let numbers = part.split(['h', 'l']).next().unwrap_or_default();
        let on = part.as_bytes().get(numbers.len()) == Some(&b'h');
        for number in numbers.split(';').filter_map(|number| number.parse().ok()) {
            modes.insert(number, on);
        }
    }
    modes
}
