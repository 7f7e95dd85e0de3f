//! Maps roles of text to colours and modifiers. Without colours, every difference is still visible: by weight, a mark or
//! words.

use ratatui::style::{Color, Modifier, Style};

use crate::text::{Run, TextRole};

/// Where the colours come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Palette {
    /// For a dark background, from those of the 256 colours that are the same in all terminals.
    Dark,
    /// For a light background, from the same colours.
    Light,
    /// The sixteen colours that are configured in the terminal.
    Sixteen,
    /// No colours.
    Plain,
}

/// The appearance of the explorer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// Where the colours come from.
    pub palette: Palette,
    /// Whether only ASCII is drawn.
    pub ascii: bool,
}

/// The colours of a palette; `None` is the default colour of the terminal.
struct Colours {
    dim: Option<Color>,
    border: Option<Color>,
    accent: Option<Color>,
    quote: Option<Color>,
    visitor: Option<Color>,
    host: Option<Color>,
    warning: Option<Color>,
}

/// Receding greys, one accent for what has the focus, quotes in a warm white, visitors in blue, hosts in green, warnings in amber.
const DARK: Colours = Colours {
    dim: Some(Color::Indexed(245)),
    border: Some(Color::Indexed(242)),
    accent: Some(Color::Indexed(73)),
    quote: Some(Color::Indexed(230)),
    visitor: Some(Color::Indexed(110)),
    host: Some(Color::Indexed(108)),
    warning: Some(Color::Indexed(214)),
};

/// For a light background: quotes in blue, and everything dark enough to be legible in sunlight.
const LIGHT: Colours = Colours {
    dim: Some(Color::Indexed(241)),
    border: Some(Color::Indexed(245)),
    accent: Some(Color::Indexed(23)),
    quote: Some(Color::Indexed(17)),
    visitor: Some(Color::Indexed(25)),
    host: Some(Color::Indexed(22)),
    warning: Some(Color::Indexed(94)),
};

/// The background is unknown: no greys, and no colour for quotes.
const SIXTEEN: Colours = Colours {
    accent: Some(Color::Cyan),
    visitor: Some(Color::Blue),
    host: Some(Color::Green),
    warning: Some(Color::Yellow),
    ..PLAIN
};

const PLAIN: Colours =
    Colours { dim: None, border: None, accent: None, quote: None, visitor: None, host: None, warning: None };

impl Palette {
    fn colours(self) -> &'static Colours {
        match self {
            Self::Dark => &DARK,
            Self::Light => &LIGHT,
            Self::Sixteen => &SIXTEEN,
            Self::Plain => &PLAIN,
        }
    }
}

/// Text in a colour, or in the default colour.
fn foreground(colour: Option<Color>) -> Style {
    Style { fg: colour, ..Style::new() }
}

/// Text in a grey; without one, the terminal dims it.
fn dimmed(colour: Option<Color>) -> Style {
    if colour.is_some() { foreground(colour) } else { Style::new().add_modifier(Modifier::DIM) }
}

impl Theme {
    /// The theme of a palette, with Unicode symbols.
    pub fn new(palette: Palette) -> Self {
        Self { palette, ascii: false }
    }

    /// The style of a role.
    pub fn role(self, role: TextRole) -> Style {
        let colours = self.palette.colours();
        match role {
            TextRole::Plain => Style::new(),
            TextRole::Quote => foreground(colours.quote),
            TextRole::Strong => Style::new().add_modifier(Modifier::BOLD),
            TextRole::Dim => dimmed(colours.dim),
            TextRole::Accent => foreground(colours.accent),
            TextRole::Heading => dimmed(colours.dim).add_modifier(Modifier::BOLD),
            TextRole::Kind => foreground(colours.quote).add_modifier(Modifier::BOLD),
            TextRole::Visitor => foreground(colours.visitor),
            TextRole::Host => foreground(colours.host),
            TextRole::Warning => foreground(colours.warning),
            TextRole::Mark => foreground(colours.warning).add_modifier(Modifier::REVERSED),
        }
    }

    /// The style of a border; a focused one has the accent colour.
    pub(super) fn border(self, focused: bool) -> Style {
        if focused { self.role(TextRole::Accent) } else { dimmed(self.palette.colours().border) }
    }

    /// The style of a run; matches are emphasized, and dim ones not dimmed.
    pub fn run(self, run: &Run) -> Style {
        match (run.is_highlighted(), run.role()) {
            (false, role) => self.role(role),
            (true, TextRole::Dim) => emphasized(Style::new()),
            (true, role) => emphasized(self.role(role)),
        }
    }

    /// The style on top of the selected row of the focused pane.
    pub(super) fn selected_row() -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }
}

fn emphasized(style: Style) -> Style {
    style.add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
}
