//! Copies text to the clipboard.

mod method;
mod program;
mod sequence;

use std::env;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

use super::event::ShellEvent;
use super::guard;
use crate::app::Copied;
use crate::app::event::{Delivery, Event};
use method::{ClipboardEnv, CopyMethod, InputEncoding, TMUX_QUERY, Tool};
use program::Programs;
use sequence::{MAX_BYTES, sequence};

/// The timeout for a clipboard program.
const TIMEOUT: Duration = Duration::from_secs(2);

/// The total timeout for pending copies on exit.
const EXIT_TIMEOUT: Duration = Duration::from_secs(3);

/// The pending copies.
#[derive(Default)]
pub(super) struct Clipboard {
    /// Disconnects when the last copy is done.
    last: Option<Receiver<()>>,
    /// The number of copies so far.
    count: Arc<AtomicU64>,
}

impl Clipboard {
    /// Copies a text in a thread, which sends the result as an event.
    pub(super) fn copy(&mut self, text: &str, what: Copied, events: &Sender<ShellEvent>) {
        let before = self.last.take();
        let text = clean(text);
        let sender = events.clone();
        let (done, last) = mpsc::channel::<()>();
        let number = self.count.fetch_add(1, Ordering::Relaxed) + 1;
        let count = Arc::clone(&self.count);
        let copied = what.clone();
        let copy = move || {
            // One after the other, so that the last text stays on the clipboard.
            if let Some(before) = before {
                let _ = before.recv();
            }
            // A later copy supersedes this one.
            if count.load(Ordering::Relaxed) == number {
                let programs = Programs { path: None, timeout: TIMEOUT };
                let delivery = deliver(&text, &environment(&programs).methods(), &programs, guard::write);
                let _ = sender.send(ShellEvent::App(Event::Copied(copied, delivery)));
            }
            drop(done);
        };
        match thread::Builder::new().name("clipboard".into()).spawn(copy) {
            Ok(_) => self.last = Some(last),
            Err(_) => drop(events.send(ShellEvent::App(Event::Copied(what, Delivery::NoClipboard)))),
        }
    }

    /// Waits for pending copies, so that a copy right before exit is complete; but not for hanging programs.
    pub(super) fn wait(&mut self) {
        if let Some(last) = self.last.take() {
            let _ = last.recv_timeout(EXIT_TIMEOUT);
        }
    }
}

/// Removes control characters other than line breaks and tabs. Callers have done so already, but clipboard content may be pasted
/// into a shell.
pub(super) fn clean(text: &str) -> String {
    text.chars().filter(|&c| matches!(c, '\n' | '\t') || !c.is_control()).collect()
}

/// Whether there is a local desktop on which programs can show windows.
pub(super) fn has_windows() -> bool {
    environment(&Programs { path: None, timeout: TIMEOUT }).has_windows()
}

/// The environment of this process.
fn environment(programs: &Programs) -> ClipboardEnv {
    let look_up = |name: &str| env::var_os(name).map(|value| value.to_string_lossy().into_owned());
    let mut environment = ClipboardEnv::gather(cfg!(target_os = "macos"), look_up);
    if environment.is_in_tmux()
        && let Some(answer) = programs.read_from(&mut programs.command("tmux", &TMUX_QUERY))
    {
        environment.apply_tmux_answer(&answer);
    }
    environment
}

/// Tries the methods in order until one succeeds.
fn deliver(
    text: &str,
    methods: &[CopyMethod],
    programs: &Programs,
    mut write: impl FnMut(&[u8]) -> io::Result<()>,
) -> Delivery {
    for method in methods {
        match method {
            CopyMethod::Tool(tool) => {
                if run_tool(text, tool, programs) {
                    return Delivery::Copied(tool.name);
                }
            }
            // Too long a text would be truncated or lost, and half a quote is wrong.
            CopyMethod::Tmux | CopyMethod::Terminal(_) if text.len() > MAX_BYTES => {
                return Delivery::TooLong(text.len());
            }
            CopyMethod::Tmux => {
                // tmux may or may not pass it on to its terminal. Before 3.2 it does not know `-w`, and fails.
                let mut load = programs.command("tmux", &["load-buffer", "-w", "-"]);
                if programs.write_to(&mut load, text.into()) {
                    return Delivery::Sent(text.len());
                }
            }
            CopyMethod::Terminal(multiplexer) => {
                if write(&sequence(text, *multiplexer)).is_ok() {
                    return Delivery::Sent(text.len());
                }
            }
        }
    }
    Delivery::NoClipboard
}

fn run_tool(text: &str, tool: &Tool, programs: &Programs) -> bool {
    let mut command = programs.command(tool.name, tool.arguments);
    let input = match tool.encoding {
        InputEncoding::Utf8 => text.into(),
        InputEncoding::Locale => {
            command.env("LC_ALL", "en_US.UTF-8");
            text.into()
        }
        InputEncoding::Utf16 => utf16(text),
    };
    programs.write_to(&mut command, input)
}

/// UTF-16LE with a byte order mark.
fn utf16(text: &str) -> Vec<u8> {
    [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

#[cfg(test)]
mod tests {
    use std::fs::{self, Permissions};
    use std::os::unix::fs::PermissionsExt as _;
    use std::path::PathBuf;
    use std::sync::{Mutex, MutexGuard, PoisonError};
    use std::time::Instant;

    use super::sequence::Multiplexer;
    use super::*;

    const TEXT: &str = "Über allem:\n\t„Dua\u{a0}puluh“ 🦜";
    const PLAIN: CopyMethod = CopyMethod::Terminal(Multiplexer::None);

    /// An environment with only the programs that a test provides.
    struct Machine {
        folder: tempfile::TempDir,
        programs: Programs,
        /// The bytes written to the terminal.
        written: Vec<u8>,
        /// A program cannot be executed while it is open for writing, as in a fork of another test.
        _alone: MutexGuard<'static, ()>,
    }

    impl Machine {
        fn new(timeout: Duration) -> Self {
            static ALONE: Mutex<()> = Mutex::new(());
            let alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
            let folder = tempfile::tempdir().unwrap();
            let programs = Programs { path: Some(folder.path().into()), timeout };
            Self { folder, programs, written: Vec::new(), _alone: alone }
        }

        /// A machine with a long timeout.
        fn swift() -> Self {
            Self::new(Duration::from_secs(20))
        }

        /// Adds a script, which finds the folder in `$HERE`.
        fn with(self, name: &str, script: &str) -> Self {
            let path = self.path(name);
            let here = self.folder.path().display();
            fs::write(&path, format!("#!/bin/sh\nHERE='{here}'\n{script}\n")).unwrap();
            fs::set_permissions(&path, Permissions::from_mode(0o700)).unwrap();
            self
        }

        fn path(&self, name: &str) -> PathBuf {
            self.folder.path().join(name)
        }

        fn read(&self, name: &str) -> Vec<u8> {
            fs::read(self.path(name)).unwrap_or_default()
        }

        fn deliver(&mut self, text: &str, environment: &[(&str, &str)], is_mac: bool) -> Delivery {
            let look_up = |name: &str| {
                environment.iter().find(|(other, _)| *other == name).map(|(_, value)| (*value).to_owned())
            };
            let written = &mut self.written;
            let write = |bytes: &[u8]| {
                written.extend_from_slice(bytes);
                Ok(())
            };
            deliver(text, &ClipboardEnv::gather(is_mac, look_up).methods(), &self.programs, write)
        }
    }

    #[test]
    fn a_tool_takes_a_text() {
        let mut machine =
            Machine::swift().with("xclip", r#"/bin/cat >"$HERE/text"; echo "$@" >"$HERE/arguments""#);
        assert_eq!(machine.deliver(TEXT, &[("DISPLAY", ":0")], false), Delivery::Copied("xclip"));
        assert_eq!(machine.read("text"), TEXT.as_bytes());
        assert_eq!(machine.read("arguments"), b"-selection clipboard\n");
        assert!(machine.written.is_empty());
    }

    #[test]
    fn a_tool_takes_a_text_of_any_length() {
        let mut machine = Machine::swift().with("wl-copy", r#"/bin/cat >"$HERE/text""#);
        let text = "a".repeat(1_000_000);
        let delivery = machine.deliver(&text, &[("WAYLAND_DISPLAY", "w")], false);
        assert_eq!(delivery, Delivery::Copied("wl-copy"));
        assert_eq!(machine.read("text"), text.as_bytes());
    }

    #[test]
    fn a_mac_is_told_the_encoding() {
        let mut machine =
            Machine::swift().with("pbcopy", r#"/bin/cat >/dev/null; echo "$LC_ALL" >"$HERE/locale""#);
        assert_eq!(machine.deliver(TEXT, &[], true), Delivery::Copied("pbcopy"));
        assert_eq!(machine.read("locale"), b"en_US.UTF-8\n");
    }

    #[test]
    fn windows_gets_utf16() {
        let mut machine = Machine::swift().with("clip.exe", r#"/bin/cat >"$HERE/text""#);
        assert_eq!(machine.deliver("Ü🦜", &[("WSL_INTEROP", "i")], false), Delivery::Copied("clip.exe"));
        assert_eq!(machine.read("text"), [0xff, 0xfe, 0xdc, 0, 0x3e, 0xd8, 0x9c, 0xdd]);
    }

    #[test]
    fn the_next_tool_is_tried_when_one_fails() {
        let mut machine = Machine::swift()
            .with("wl-copy", "/bin/cat >/dev/null; exit 1")
            .with("xsel", r#"/bin/cat >"$HERE/text""#);
        let environment = [("WAYLAND_DISPLAY", "w"), ("DISPLAY", ":0")];
        assert_eq!(
            machine.deliver(TEXT, &environment, false),
            Delivery::Copied("xsel"),
            "and xclip is not there"
        );
        assert_eq!(machine.read("text"), TEXT.as_bytes());
    }

    #[test]
    fn a_tool_that_does_not_read_has_not_taken_a_text() {
        let mut machine = Machine::swift().with("xclip", "exit 0");
        let delivery = machine.deliver(&"a".repeat(1_000_000), &[("DISPLAY", ":0")], false);
        assert_eq!(delivery, Delivery::TooLong(1_000_000));
    }

    #[test]
    fn a_tool_that_hangs_is_killed_with_all_its_own() {
        // Neither of them reads, so the pipe fills up; the second one would outlive the first.
        let hang = r#"/bin/sleep 60 & echo $! >"$HERE/pid"; /bin/sleep 60"#;
        let mut machine = Machine::new(Duration::from_secs(1)).with("xclip", hang);
        let start = Instant::now();
        let delivery = machine.deliver(&"a".repeat(70_000), &[("DISPLAY", ":0")], false);
        assert_eq!(delivery, Delivery::Sent(70_000));
        assert!(start.elapsed() < Duration::from_secs(10));
        let pid = String::from_utf8(machine.read("pid")).unwrap().trim().parse().unwrap();
        let is_there = || {
            let state = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
            let alive =
                rustix::process::test_kill_process(rustix::process::Pid::from_raw(pid).unwrap()).is_ok();
            // There may be no init process to reap it.
            alive && !state.contains(") Z ")
        };
        while is_there() {
            assert!(start.elapsed() < Duration::from_secs(20), "it has outlived us");
            thread::sleep(Duration::from_millis(10));
        }
    }

    #[test]
    fn a_tool_may_leave_somebody_behind() {
        // Like xclip, which stays to serve the text.
        let script = r#"/bin/cat >"$HERE/text"; (/bin/sleep 3; echo >"$HERE/late") & exit 0"#;
        let mut machine = Machine::swift().with("xclip", script);
        let start = Instant::now();
        assert_eq!(machine.deliver(TEXT, &[("DISPLAY", ":0")], false), Delivery::Copied("xclip"));
        assert!(start.elapsed() < Duration::from_secs(3), "it was waited for");
        assert_eq!(machine.read("text"), TEXT.as_bytes());
    }

    #[test]
    fn without_a_tool_the_terminal_is_asked() {
        let mut machine = Machine::swift();
        assert_eq!(machine.deliver("über", &[("DISPLAY", ":0")], false), Delivery::Sent(5));
        assert_eq!(machine.written, b"\x1b]52;c;w7xiZXI=\x07");
    }

    #[test]
    fn over_ssh_a_tool_of_this_machine_is_left_alone() {
        let mut machine = Machine::swift().with("pbcopy", r#"/bin/cat >"$HERE/text""#);
        assert_eq!(machine.deliver("a", &[("SSH_TTY", "/dev/pts/1")], true), Delivery::Sent(1));
        assert_eq!(machine.written, b"\x1b]52;c;YQ==\x07");
        assert!(!machine.path("text").exists());
    }

    #[test]
    fn tmux_takes_a_text_or_passes_it_on() {
        let tmux = r#"/bin/cat >"$HERE/text"; test "$*" = "load-buffer -w -""#;
        let mut machine = Machine::swift().with("tmux", tmux);
        assert_eq!(machine.deliver(TEXT, &[("TMUX", "a")], false), Delivery::Sent(TEXT.len()));
        assert_eq!(machine.read("text"), TEXT.as_bytes());
        assert!(machine.written.is_empty());
        // A version that is too old.
        machine = machine.with("tmux", "exit 1");
        assert_eq!(machine.deliver("a", &[("TMUX", "a")], false), Delivery::Sent(1));
        assert_eq!(machine.written, b"\x1bPtmux;\x1b\x1b]52;c;YQ==\x07\x1b\\");
    }

    #[test]
    fn what_terminals_do_not_take_is_not_sent() {
        let mut machine = Machine::swift().with("tmux", r#"/bin/cat >"$HERE/text""#);
        let text = "a".repeat(MAX_BYTES);
        assert_eq!(machine.deliver(&text, &[], false), Delivery::Sent(MAX_BYTES));
        assert_eq!(machine.written.len(), 100_000);
        machine.written.clear();
        let text = format!("{text}a");
        for environment in [&[][..], &[("TMUX", "a")], &[("STY", "a")], &[("SSH_TTY", "a")]] {
            assert_eq!(machine.deliver(&text, environment, false), Delivery::TooLong(MAX_BYTES + 1));
        }
        assert!(machine.written.is_empty() && !machine.path("text").exists());
    }

    #[test]
    fn some_terminals_know_no_way() {
        let mut machine = Machine::swift();
        for term in ["dumb", "linux"] {
            assert_eq!(
                machine.deliver("a", &[("TERM", term), ("DISPLAY", ":0")], false),
                Delivery::NoClipboard
            );
        }
        assert!(machine.written.is_empty());
        let broken = |_: &[u8]| Err(io::ErrorKind::BrokenPipe.into());
        assert_eq!(deliver("a", &[PLAIN], &machine.programs, broken), Delivery::NoClipboard);
    }

    #[test]
    fn programs_answer_in_time_or_not_at_all() {
        let machine = Machine::swift()
            .with("tmux", r#"test "$*" = "show-environment SSH_CONNECTION" && echo "-SSH_CONNECTION""#)
            .with("sulky", "echo no; exit 1");
        let ask = |name, arguments: &[&str]| {
            machine.programs.read_from(&mut machine.programs.command(name, arguments))
        };
        assert_eq!(ask("tmux", &TMUX_QUERY).as_deref(), Some("-SSH_CONNECTION\n"));
        assert_eq!(ask("sulky", &[]).as_deref(), None);
        assert_eq!(ask("nobody", &[]), None);
    }

    #[test]
    fn nothing_that_commands_is_copied() {
        assert_eq!(clean(TEXT), TEXT);
        let all: String = (0..=0x9f).filter_map(char::from_u32).filter(|c| c.is_control()).collect();
        assert_eq!(clean(&all), "\t\n");
        assert_eq!(clean("a\x1b]52;c;YQ==\x07b\r\nc\u{9b}31m\u{7f}"), "a]52;c;YQ==b\nc31m");
    }
}
