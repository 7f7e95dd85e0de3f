//! Addresses of the web, for the program that shows them: the one that the reader has named, or that of this machine, if the
//! reader sits before this machine.

use std::env;
use std::process::{Command, Stdio};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::{Duration, Instant};

use super::News;
use super::clipboard::has_windows;
use crate::app::event::{Browsed, Event};

/// How long a program is waited for that may still say that it cannot. One that shows the address itself goes on for longer.
const PATIENCE: Duration = Duration::from_secs(3);
/// After so long it is looked whether it has ended.
const LOOK: Duration = Duration::from_millis(20);

/// Opens an address, in a thread of its own, which tells how that went. What it starts has nothing of our terminal.
pub(super) fn open(address: String, news: &Sender<News>) {
    let (sender, unopened) = (news.clone(), address.clone());
    let named = commands(&env::var("BROWSER").unwrap_or_default(), &address);
    let open = move || {
        let is_named = !named.is_empty();
        // Over SSH an editor may name one that shows the address at the other end.
        let browsed = if named.into_iter().any(has_taken) {
            Browsed::Opened(address)
        } else if !has_windows() {
            if is_named { Browsed::Failed(address) } else { Browsed::Elsewhere(address) }
        } else if open::that_detached_with_timeout(&address, PATIENCE).is_ok() {
            Browsed::Opened(address)
        } else {
            Browsed::Failed(address)
        };
        let _ = sender.send(News::Event(Event::Browsed(browsed)));
    };
    if thread::Builder::new().name("browser".into()).spawn(open).is_err() {
        let _ = news.send(News::Event(Event::Browsed(Browsed::Failed(unopened))));
    }
}

/// The programs that `BROWSER` names: with colons between them, each the next one to try; `%s` stands for the address, which is
/// else the last word. No shell is asked.
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

/// Whether a program has taken what it was started with: it has ended well, or goes on.
fn has_taken(mut command: Command) -> bool {
    let started = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    let Ok(mut child) = started else { return false };
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        match child.try_wait() {
            Ok(None) => thread::sleep(LOOK),
            ended => return ended.is_ok_and(|ended| ended.is_some_and(|status| status.success())),
        }
    }
    // Somebody has to take note of its end.
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
        let taken = |named: &str| commands(named, ADDRESS).into_iter().map(has_taken).collect::<Vec<_>>();
        assert_eq!(taken("true:false:no-program-of-this-name"), [true, false, false]);
    }
}
