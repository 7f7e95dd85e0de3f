//! The ways to the clipboard from where we are.

use std::collections::BTreeMap;

use super::sequence::Between;

/// Set, one or another, for those who have come over SSH.
const SSH: [&str; 3] = ["SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"];

/// The other variables that tell where we are.
const OTHERS: [&str; 8] =
    ["TMUX", "STY", "TERM", "TERMUX_VERSION", "WSL_DISTRO_NAME", "WSL_INTEROP", "WAYLAND_DISPLAY", "DISPLAY"];

/// What is asked of tmux to find out whether its user has come over SSH.
pub(super) const QUESTION: [&str; 2] = ["show-environment", "SSH_CONNECTION"];

/// A program that takes from its standard input what is to be on the clipboard of this machine.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tool {
    /// Its name.
    pub(super) name: &'static str,
    /// What it is told.
    pub(super) arguments: &'static [&'static str],
    /// How it reads.
    pub(super) reads: Reads,
}

/// How a tool reads its standard input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reads {
    /// As UTF-8.
    Utf8,
    /// In the encoding of the locale, which is not UTF-8 where no locale is set.
    Locale,
    /// As UTF-16 if it begins with the mark of that, in a code page of old if not.
    Utf16,
}

const PBCOPY: Tool = Tool { name: "pbcopy", arguments: &[], reads: Reads::Locale };
const TERMUX: Tool = Tool { name: "termux-clipboard-set", arguments: &[], reads: Reads::Utf8 };
const CLIP: Tool = Tool { name: "clip.exe", arguments: &[], reads: Reads::Utf16 };
/// Left alone, it guesses from the text what kind of file that might be.
const WL_COPY: Tool = Tool { name: "wl-copy", arguments: &["--type", "text/plain"], reads: Reads::Utf8 };
const XCLIP: Tool = Tool { name: "xclip", arguments: &["-selection", "clipboard"], reads: Reads::Utf8 };
const XSEL: Tool = Tool { name: "xsel", arguments: &["--clipboard", "--input"], reads: Reads::Utf8 };

/// A way to the clipboard.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// A program of this machine.
    Tool(Tool),
    /// tmux, which hands on to its terminal what it is given, if it is set so.
    Tmux,
    /// The terminal.
    Terminal(Between),
}

/// What we know of where we are.
#[derive(Debug)]
pub(super) struct Facts {
    is_mac: bool,
    /// Those variables of the environment that matter and are not empty.
    variables: BTreeMap<&'static str, String>,
}

impl Facts {
    /// Looks the variables up.
    pub(super) fn gather(is_mac: bool, look_up: impl Fn(&str) -> Option<String>) -> Self {
        let known = |name| look_up(name).filter(|value| !value.is_empty()).map(|value| (name, value));
        Self { is_mac, variables: SSH.into_iter().chain(OTHERS).filter_map(known).collect() }
    }

    /// Whether we are inside tmux.
    pub(super) fn is_in_tmux(&self) -> bool {
        self.has("TMUX")
    }

    /// Takes tmux's answer to [`QUESTION`] for true. Our own variables are those of the day when the shell in this pane
    /// was started. Who has come over SSH since then would be told that a program has taken the text, but on a
    /// machine that is far away. tmux learns the variable anew from everyone who attaches.
    pub(super) fn believe_tmux(&mut self, answer: &str) {
        let answer = answer.trim_end();
        let connection = answer.strip_prefix("SSH_CONNECTION=");
        if connection.is_some() || answer == "-SSH_CONNECTION" {
            // The others are not learnt anew.
            self.variables.retain(|name, _| !SSH.contains(name));
        }
        if let Some(connection) = connection.filter(|connection| !connection.is_empty()) {
            self.variables.insert("SSH_CONNECTION", connection.to_owned());
        }
    }

    /// The ways in the order in which they are to be tried.
    pub(super) fn ways(&self) -> Vec<Way> {
        let mut ways = Vec::new();
        // Over SSH a tool would succeed on the wrong machine.
        if !self.is_over_ssh() {
            ways.extend(self.tools().into_iter().map(Way::Tool));
        }
        if self.is_in_tmux() {
            ways.push(Way::Tmux);
        }
        // These two do not know the sequence.
        let is_mute = self.variables.get("TERM").is_some_and(|term| term == "dumb" || term == "linux");
        if !is_mute {
            ways.push(Way::Terminal(self.between()));
        }
        ways
    }

    /// Whether the reader sits before this machine, and before windows.
    pub(super) fn has_windows(&self) -> bool {
        !self.is_over_ssh() && !self.tools().is_empty()
    }

    fn is_over_ssh(&self) -> bool {
        SSH.iter().any(|name| self.has(name))
    }

    fn tools(&self) -> Vec<Tool> {
        // There may be an X11 on a Mac, but its clipboard is not the one that people mean.
        if self.is_mac {
            return vec![PBCOPY];
        }
        let mut tools = Vec::new();
        if self.has("TERMUX_VERSION") {
            tools.push(TERMUX);
        }
        if self.has("WSL_DISTRO_NAME") || self.has("WSL_INTEROP") {
            tools.push(CLIP);
        }
        if self.has("WAYLAND_DISPLAY") {
            tools.push(WL_COPY);
        }
        if self.has("DISPLAY") {
            tools.extend([XCLIP, XSEL]);
        }
        tools
    }

    /// When both are there, the one may run in the other either way; tmux is the likelier one.
    fn between(&self) -> Between {
        if self.is_in_tmux() {
            Between::Tmux
        } else if self.has("STY") {
            Between::Screen
        } else {
            Between::Nobody
        }
    }

    fn has(&self, name: &str) -> bool {
        self.variables.contains_key(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Way = Way::Terminal(Between::Nobody);

    /// `NAME=value`, apart by spaces; `mac` for a Mac.
    fn facts(told: &str) -> Facts {
        let value = |name: &str| {
            let mut pairs = told.split(' ').filter_map(|pair| pair.split_once('='));
            pairs.find(|(other, _)| *other == name).map(|(_, value)| value.to_owned())
        };
        Facts::gather(told.split(' ').any(|word| word == "mac"), value)
    }

    #[test]
    fn each_place_has_its_ways() {
        let wayland = || vec![Way::Tool(WL_COPY), Way::Tool(XCLIP), Way::Tool(XSEL)];
        for (told, mut tools, rest) in [
            ("", vec![], vec![PLAIN]),
            ("mac TERM=xterm-256color DISPLAY=:0", vec![Way::Tool(PBCOPY)], vec![PLAIN]),
            ("DISPLAY=:0", vec![Way::Tool(XCLIP), Way::Tool(XSEL)], vec![PLAIN]),
            ("WAYLAND_DISPLAY=wayland-0 DISPLAY=:0", wayland(), vec![PLAIN]),
            ("WSL_INTEROP=/run/8 WAYLAND_DISPLAY=", vec![Way::Tool(CLIP)], vec![PLAIN]),
            ("WSL_DISTRO_NAME=Debian", vec![Way::Tool(CLIP)], vec![PLAIN]),
            ("TERMUX_VERSION=0.118", vec![Way::Tool(TERMUX)], vec![PLAIN]),
            ("STY=7.pts", vec![], vec![Way::Terminal(Between::Screen)]),
            ("mac TMUX=a", vec![Way::Tool(PBCOPY)], vec![Way::Tmux, Way::Terminal(Between::Tmux)]),
            ("TMUX=a STY=7.pts", vec![], vec![Way::Tmux, Way::Terminal(Between::Tmux)]),
            ("TERM=linux DISPLAY=:0", vec![Way::Tool(XCLIP), Way::Tool(XSEL)], vec![]),
            ("TERM=dumb", vec![], vec![]),
        ] {
            tools.extend(rest);
            assert_eq!(facts(told).ways(), tools, "{told}");
        }
    }

    #[test]
    fn over_ssh_no_tool_is_asked() {
        for name in SSH {
            let told = format!("mac {name}=x DISPLAY=:0 WAYLAND_DISPLAY=w WSL_INTEROP=i TERMUX_VERSION=1");
            assert_eq!(facts(&told).ways(), [PLAIN], "{told}");
            let told = format!("mac {name}= TERM=linux");
            assert_eq!(facts(&told).ways(), [Way::Tool(PBCOPY)], "{told}: an empty one says nothing");
        }
        assert_eq!(facts("SSH_TTY=x STY=7.pts").ways(), [Way::Terminal(Between::Screen)]);
        assert_eq!(facts("SSH_TTY=x TMUX=a").ways(), [Way::Tmux, Way::Terminal(Between::Tmux)]);
        assert_eq!(facts("SSH_TTY=x TERM=linux").ways(), []);
    }

    #[test]
    fn tmux_knows_better_who_has_come_over_ssh() {
        for (told, answer, is_remote) in [
            ("SSH_CONNECTION=old SSH_TTY=old SSH_CLIENT=old", "-SSH_CONNECTION\n", false),
            ("SSH_TTY=old", "SSH_CONNECTION=\n", false),
            ("", "SSH_CONNECTION=1.2.3.4 5 6.7.8.9 22\n", true),
            ("SSH_TTY=old", "SSH_CONNECTION=1.2.3.4 5 6.7.8.9 22\n", true),
            // It knows nothing: our own variables stand.
            ("SSH_TTY=x", "", true),
            ("", "", false),
        ] {
            let mut facts = facts(&format!("mac TMUX=a {told}"));
            facts.believe_tmux(answer);
            assert_eq!(facts.ways().first() == Some(&Way::Tmux), is_remote, "{told:?} {answer:?}");
        }
    }
}
