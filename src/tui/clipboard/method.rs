//! The methods to reach the clipboard in an environment.

use std::collections::BTreeMap;

use super::sequence::Multiplexer;

/// Variables of which at least one is set over SSH.
const SSH_VARIABLES: [&str; 3] = ["SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"];

/// The other variables that describe the environment.
const OTHER_VARIABLES: [&str; 8] =
    ["TMUX", "STY", "TERM", "TERMUX_VERSION", "WSL_DISTRO_NAME", "WSL_INTEROP", "WAYLAND_DISPLAY", "DISPLAY"];

/// The tmux command that tells whether the attached client is connected over SSH.
pub(super) const TMUX_QUERY: [&str; 2] = ["show-environment", "SSH_CONNECTION"];

/// A program that copies its standard input to the local clipboard.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tool {
    /// Its name.
    pub(super) name: &'static str,
    /// Its arguments.
    pub(super) arguments: &'static [&'static str],
    /// The encoding of its input.
    pub(super) encoding: InputEncoding,
}

/// The encoding that a tool expects on its standard input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum InputEncoding {
    /// UTF-8.
    Utf8,
    /// The encoding of the locale, which is not UTF-8 if no locale is set.
    Locale,
    /// UTF-16 with a byte order mark, else a legacy code page.
    Utf16,
}

const PBCOPY: Tool = Tool { name: "pbcopy", arguments: &[], encoding: InputEncoding::Locale };
const TERMUX: Tool = Tool { name: "termux-clipboard-set", arguments: &[], encoding: InputEncoding::Utf8 };
const CLIP: Tool = Tool { name: "clip.exe", arguments: &[], encoding: InputEncoding::Utf16 };
/// Without the type, it would guess one from the text.
const WL_COPY: Tool =
    Tool { name: "wl-copy", arguments: &["--type", "text/plain"], encoding: InputEncoding::Utf8 };
const XCLIP: Tool =
    Tool { name: "xclip", arguments: &["-selection", "clipboard"], encoding: InputEncoding::Utf8 };
const XSEL: Tool =
    Tool { name: "xsel", arguments: &["--clipboard", "--input"], encoding: InputEncoding::Utf8 };

/// A method to copy text to the clipboard.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum CopyMethod {
    /// A local program.
    Tool(Tool),
    /// tmux, which passes the text on to its terminal if configured so.
    Tmux,
    /// An escape sequence to the terminal (OSC 52).
    Terminal(Multiplexer),
}

/// The environment as described by environment variables.
#[derive(Debug)]
pub(super) struct ClipboardEnv {
    is_mac: bool,
    /// The relevant variables that are not empty.
    variables: BTreeMap<&'static str, String>,
}

impl ClipboardEnv {
    /// Looks up the relevant variables.
    pub(super) fn gather(is_mac: bool, look_up: impl Fn(&str) -> Option<String>) -> Self {
        let known = |name| look_up(name).filter(|value| !value.is_empty()).map(|value| (name, value));
        Self {
            is_mac,
            variables: SSH_VARIABLES.into_iter().chain(OTHER_VARIABLES).filter_map(known).collect(),
        }
    }

    /// Whether the process runs in tmux.
    pub(super) fn is_in_tmux(&self) -> bool {
        self.has("TMUX")
    }

    /// Applies tmux's answer to [`TMUX_QUERY`]. Our own variables date from when the shell in this pane was started. If the user
    /// has attached over SSH since then, a local program would copy the text on the remote machine. tmux updates the variable
    /// whenever a client attaches.
    pub(super) fn apply_tmux_answer(&mut self, answer: &str) {
        let answer = answer.trim_end();
        let connection = answer.strip_prefix("SSH_CONNECTION=");
        if connection.is_some() || answer == "-SSH_CONNECTION" {
            // tmux does not update the others.
            self.variables.retain(|name, _| !SSH_VARIABLES.contains(name));
        }
        if let Some(connection) = connection.filter(|connection| !connection.is_empty()) {
            self.variables.insert("SSH_CONNECTION", connection.to_owned());
        }
    }

    /// The methods, in the order in which to try them.
    pub(super) fn methods(&self) -> Vec<CopyMethod> {
        let mut methods = Vec::new();
        // Over SSH, a tool would copy to the clipboard of the remote machine.
        if !self.is_over_ssh() {
            methods.extend(self.tools().into_iter().map(CopyMethod::Tool));
        }
        if self.is_in_tmux() {
            methods.push(CopyMethod::Tmux);
        }
        // These terminals do not support the sequence.
        let is_mute = self.variables.get("TERM").is_some_and(|term| term == "dumb" || term == "linux");
        if !is_mute {
            methods.push(CopyMethod::Terminal(self.multiplexer()));
        }
        methods
    }

    /// Whether there is a local desktop.
    pub(super) fn has_windows(&self) -> bool {
        !self.is_over_ssh() && !self.tools().is_empty()
    }

    fn is_over_ssh(&self) -> bool {
        SSH_VARIABLES.iter().any(|name| self.has(name))
    }

    fn tools(&self) -> Vec<Tool> {
        // macOS may have X11, but not with the system clipboard.
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

    /// If both are set, either may run in the other; tmux is more likely the inner one.
    fn multiplexer(&self) -> Multiplexer {
        if self.is_in_tmux() {
            Multiplexer::Tmux
        } else if self.has("STY") {
            Multiplexer::Screen
        } else {
            Multiplexer::None
        }
    }

    fn has(&self, name: &str) -> bool {
        self.variables.contains_key(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: CopyMethod = CopyMethod::Terminal(Multiplexer::None);

    /// `NAME=value`, separated by spaces; `mac` for macOS.
    fn environment(variables: &str) -> ClipboardEnv {
        let value = |name: &str| {
            let mut pairs = variables.split(' ').filter_map(|pair| pair.split_once('='));
            pairs.find(|(other, _)| *other == name).map(|(_, value)| value.to_owned())
        };
        ClipboardEnv::gather(variables.split(' ').any(|word| word == "mac"), value)
    }

    #[test]
    fn each_place_has_its_ways() {
        let wayland = || vec![CopyMethod::Tool(WL_COPY), CopyMethod::Tool(XCLIP), CopyMethod::Tool(XSEL)];
        for (variables, mut tools, rest) in [
            ("", vec![], vec![PLAIN]),
            ("mac TERM=xterm-256color DISPLAY=:0", vec![CopyMethod::Tool(PBCOPY)], vec![PLAIN]),
            ("DISPLAY=:0", vec![CopyMethod::Tool(XCLIP), CopyMethod::Tool(XSEL)], vec![PLAIN]),
            ("WAYLAND_DISPLAY=wayland-0 DISPLAY=:0", wayland(), vec![PLAIN]),
            ("WSL_INTEROP=/run/8 WAYLAND_DISPLAY=", vec![CopyMethod::Tool(CLIP)], vec![PLAIN]),
            ("WSL_DISTRO_NAME=Debian", vec![CopyMethod::Tool(CLIP)], vec![PLAIN]),
            ("TERMUX_VERSION=0.118", vec![CopyMethod::Tool(TERMUX)], vec![PLAIN]),
            ("STY=7.pts", vec![], vec![CopyMethod::Terminal(Multiplexer::Screen)]),
            (
                "mac TMUX=a",
                vec![CopyMethod::Tool(PBCOPY)],
                vec![CopyMethod::Tmux, CopyMethod::Terminal(Multiplexer::Tmux)],
            ),
            ("TMUX=a STY=7.pts", vec![], vec![CopyMethod::Tmux, CopyMethod::Terminal(Multiplexer::Tmux)]),
            ("TERM=linux DISPLAY=:0", vec![CopyMethod::Tool(XCLIP), CopyMethod::Tool(XSEL)], vec![]),
            ("TERM=dumb", vec![], vec![]),
        ] {
            tools.extend(rest);
            assert_eq!(environment(variables).methods(), tools, "{variables}");
        }
    }

    #[test]
    fn over_ssh_no_tool_is_asked() {
        for name in SSH_VARIABLES {
            let variables =
                format!("mac {name}=x DISPLAY=:0 WAYLAND_DISPLAY=w WSL_INTEROP=i TERMUX_VERSION=1");
            assert_eq!(environment(&variables).methods(), [PLAIN], "{variables}");
            let variables = format!("mac {name}= TERM=linux");
            assert_eq!(
                environment(&variables).methods(),
                [CopyMethod::Tool(PBCOPY)],
                "{variables}: an empty one says nothing"
            );
        }
        assert_eq!(environment("SSH_TTY=x STY=7.pts").methods(), [CopyMethod::Terminal(Multiplexer::Screen)]);
        assert_eq!(
            environment("SSH_TTY=x TMUX=a").methods(),
            [CopyMethod::Tmux, CopyMethod::Terminal(Multiplexer::Tmux)]
        );
        assert_eq!(environment("SSH_TTY=x TERM=linux").methods(), []);
    }

    #[test]
    fn tmux_knows_better_who_has_come_over_ssh() {
        for (variables, answer, is_remote) in [
            ("SSH_CONNECTION=old SSH_TTY=old SSH_CLIENT=old", "-SSH_CONNECTION\n", false),
            ("SSH_TTY=old", "SSH_CONNECTION=\n", false),
            ("", "SSH_CONNECTION=1.2.3.4 5 6.7.8.9 22\n", true),
            ("SSH_TTY=old", "SSH_CONNECTION=1.2.3.4 5 6.7.8.9 22\n", true),
            // No answer: our own variables are kept.
            ("SSH_TTY=x", "", true),
            ("", "", false),
        ] {
            let mut environment = environment(&format!("mac TMUX=a {variables}"));
            environment.apply_tmux_answer(answer);
            assert_eq!(
                environment.methods().first() == Some(&CopyMethod::Tmux),
                is_remote,
                "{variables:?} {answer:?}"
            );
        }
    }
}
