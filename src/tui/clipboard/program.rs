//! Programs that are run for a moment, and cannot hold anybody up.

use std::ffi::OsString;
use std::io::{Read as _, Write as _};
use std::os::unix::process::CommandExt as _;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process_group};

/// Between two looks at a program that has not ended.
const NAP: Duration = Duration::from_millis(5);

/// How programs are found, and how long they may take.
pub(super) struct Programs {
    /// Where they are looked for, if it is not where everybody looks.
    pub(super) path: Option<OsString>,
    /// Who takes longer is killed.
    pub(super) patience: Duration,
}

impl Programs {
    /// A program that is to be run. No shell comes near it. It stands in a group of its own, for two reasons: xclip and
    /// wl-copy stay behind to hand the text out and must not stop when we stop; and who is killed is killed whole.
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

    /// Gives a program something to read, and says whether it has taken it all, in time and without complaint.
    pub(super) fn give(&self, command: &mut Command, input: Vec<u8>) -> bool {
        let Ok(mut child) = command.stdin(Stdio::piped()).spawn() else { return false };
        let (sender, written) = mpsc::channel();
        if let Some(mut stdin) = child.stdin.take() {
            // Who does not read would hold us up. What this owns is closed at its end, which is the end of the text.
            let write = move || sender.send(stdin.write_all(&input).is_ok());
            let _ = thread::Builder::new().name("clipboard pipe".into()).spawn(write);
        }
        self.ends_well(&mut child) && written.recv_timeout(self.patience) == Ok(true)
    }

    /// What a program has to say, if it says it in time and without complaint. It must be short.
    pub(super) fn ask(&self, command: &mut Command) -> Option<String> {
        let mut child = command.stdout(Stdio::piped()).spawn().ok()?;
        if !self.ends_well(&mut child) {
            return None;
        }
        let mut answer = String::new();
        child.stdout.take()?.read_to_string(&mut answer).ok()?;
        Some(answer)
    }

    fn ends_well(&self, child: &mut Child) -> bool {
        let start = Instant::now();
        loop {
            match child.try_wait() {
                Ok(Some(status)) => return status.success(),
                Ok(None) if start.elapsed() < self.patience => thread::sleep(NAP),
                _ => break,
            }
        }
        // It has not been waited for: the number is still its own.
        let _ = kill_process_group(Pid::from_child(child), Signal::KILL);
        let _ = child.wait();
        false
    }
}
