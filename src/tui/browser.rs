//! Opens web addresses: with the programs in `BROWSER`, else with the default browser of a local desktop.

use std::env;
use std::process::{Command, Stdio};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::{Duration, Instant};

use super::clipboard::has_windows;
use super::event::ShellEvent;
use crate::app::event::{Browsed, Event};

/// How long to wait for an early failure. A program that is still running after that is assumed to show the address.
const TIMEOUT: Duration = Duration::from_secs(3);
/// The interval between checks whether the program has exited.
const LOOK: Duration = Duration::from_millis(20);

/// Opens an address in a thread, which sends the result as an event. The program gets no access to the terminal.
pub(super) fn open(address: String, events: &Sender<ShellEvent>) {
    let (sender, unopened) = (events.clone(), address.clone());
    let named = commands(&env::var("BROWSER").unwrap_or_default(), &address);
    let open = move || {
        let is_named = !named.is_empty();
        // Over SSH, an editor may set one that opens the address on the local side.
        let browsed = if named.into_iter().any(has_taken) {
            Browsed::Opened(address)
        } else if !has_windows() {
            if is_named { Browsed::Failed(address) } else { Browsed::NoDisplay(address) }
        } else if open::that_detached_with_timeout(&address, TIMEOUT).is_ok() {
            Browsed::Opened(address)
        } else {
            Browsed::Failed(address)
        };
        let _ = sender.send(ShellEvent::App(Event::Browsed(browsed)));
    };
    if thread::Builder::new().name("browser".into()).spawn(open).is_err() {
        let _ = events.send(ShellEvent::App(Event::Browsed(Browsed::Failed(unopened))));
    }
}

/// The commands in `BROWSER`, separated by colons, to be tried in order. `%s` is replaced with the address; without it, the
/// address is appended. No shell is involved.
fn commands(named: &str, address: &str) -> Vec<Command> {
    let command = |words: Vec<String>| {
        let has_place = words.iter().any(|word| word.contains("%s"));
        let mut words = words.into_iter().map(|word| word.replace("%s", address));
        let mut command = Command::new(words.next()?);
        command.args(words).args((!has_place).then_some(address));
        Some(command)
    };
    named.split(':').filter_map(|program| shell_words::split(program).ok()).filter_map(command).collect()
}

/// Runs a command; returns whether it has succeeded or is still running.
fn has_taken(mut command: Command) -> bool {
    let started = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    let Ok(mut child) = started else { return false };
    let start = Instant::now();
    while start.elapsed() < TIMEOUT {
        match child.try_wait() {
            Ok(None) => thread::sleep(LOOK),
            ended => return ended.is_ok_and(|ended| ended.is_some_and(|status| status.success())),
        }
    }
    // Reaps the process when it exits.
    let _ = thread::Builder::new().name("browser".into()).spawn(move || child.wait());
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    const ADDRESS: &str = "https://contoh.example/a b;c";

    #[test]
    fn the_named_programs_get_the_address_as_one_word() {
        let words = |named: &str| -> Vec<String> {
            let words = |command: &Command| {
                let words = [command.get_program()].into_iter().chain(command.get_args());
                words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join("|")
            };
            commands(named, ADDRESS).iter().map(words).collect()
        };
        assert_eq!(words(""), [""; 0]);
        assert_eq!(words("firefox"), [format!("firefox|{ADDRESS}")]);
        assert_eq!(
            words("'my browser' --new %s --end:w3m::unbalanced'"),
            [format!("my browser|--new|{ADDRESS}|--end"), format!("w3m|{ADDRESS}")]
        );
    }

    #[test]
    fn a_program_that_cannot_is_told_from_one_that_can() {
        let results = |named: &str| commands(named, ADDRESS).into_iter().map(has_taken).collect::<Vec<_>>();
        assert_eq!(results("true:false:no-program-of-this-name"), [true, false, false]);
    }
}
