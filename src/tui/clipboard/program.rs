//! Runs short-lived programs with a timeout.

use std::ffi::OsString;
use std::io::{Read as _, Write as _};
use std::os::unix::process::CommandExt as _;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process_group};

/// The interval between checks whether a program has exited.
const POLL_INTERVAL: Duration = Duration::from_millis(5);

/// How to find and run programs.
pub(super) struct Programs {
    /// The search path, if not that of the process.
    pub(super) path: Option<OsString>,
    /// The time after which a program is killed.
    pub(super) timeout: Duration,
}

impl Programs {
    /// A command, without a shell. It gets its own process group: xclip and wl-copy stay in the background to serve the text and
    /// must not be suspended with us, and a kill reaches all of its processes.
    pub(super) fn command(&self, name: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(name);
        command
            .args(arguments)
            .process_group(0)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        if let Some(path) = &self.path {
            command.env("PATH", path);
        }
        command
    }

    /// Writes input to a program; returns whether it has read all of it and succeeded in time.
    pub(super) fn write_to(&self, command: &mut Command, input: Vec<u8>) -> bool {
        let Ok(mut child) = command.stdin(Stdio::piped()).spawn() else { return false };
        let (sender, written) = mpsc::channel();
        if let Some(mut stdin) = child.stdin.take() {
            // In a thread, since a program that does not read would block us. Dropping the pipe ends the input.
            let write = move || sender.send(stdin.write_all(&input).is_ok());
            let _ = thread::Builder::new().name("clipboard pipe".into()).spawn(write);
        }
        self.succeeds(&mut child) && written.recv_timeout(self.timeout) == Ok(true)
    }

    /// The output of a program, if it succeeds in time. It must fit in a pipe buffer.
    pub(super) fn read_from(&self, command: &mut Command) -> Option<String> {
        let mut child = command.stdout(Stdio::piped()).spawn().ok()?;
        if !self.succeeds(&mut child) {
            return None;
        }
        let mut answer = String::new();
        child.stdout.take()?.read_to_string(&mut answer).ok()?;
        Some(answer)
    }

    fn succeeds(&self, child: &mut Child) -> bool {
        let start = Instant::now();
        loop {
            match child.try_wait() {
                Ok(Some(status)) => return status.success(),
                Ok(None) if start.elapsed() < self.timeout => thread::sleep(POLL_INTERVAL),
                _ => break,
            }
        }
        // It has not been reaped, so the process id is still its own.
        let _ = kill_process_group(Pid::from_child(child), Signal::KILL);
        let _ = child.wait();
        false
    }
}
