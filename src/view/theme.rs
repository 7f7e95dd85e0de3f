//! From roles to colours and weights. Without colours every difference is still there: by weight, by a sign, by words.

use ratatui::style::{Color, Modifier, Style};

use crate::text::{Run, TextRole};

/// Where the colours come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Palette {
    /// For a dark ground, from the 256 colours that are the same everywhere.
    Dark,
    /// For a light ground, from the same.
    Light,
    /// The sixteen colours that the terminal has been given for its ground.
    Sixteen,
    /// No colours at all.
    Plain,
}

/// The looks of the explorer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// Where the colours come from.
    pub palette: Palette,
    /// Nothing but ASCII is drawn.
    pub ascii: bool,
}

/// The colours of a palette. What has none is written as the terminal writes.
struct Colours {
    dim: Option<Color>,
    border: Option<Color>,
    accent: Option<Color>,
    quote: Option<Color>,
    warning: Option<Color>,
}

/// Greys that recede, one accent, quotes as warm as paper, warnings in amber.
const DARK: Colours = Colours {
    dim: Some(Color::Indexed(245)),
    border: Some(Color::Indexed(242)),
    accent: Some(Color::Indexed(73)),
    quote: Some(Color::Indexed(230)),
    warning: Some(Color::Indexed(214)),
};

/// The same on paper: quotes in blue ink, and everything dark enough to be read in the sun.
const LIGHT: Colours = Colours {
    dim: Some(Color::Indexed(241)),
    border: Some(Color::Indexed(245)),
    accent: Some(Color::Indexed(23)),
    quote: Some(Color::Indexed(17)),
    warning: Some(Color::Indexed(94)),
};

/// What reads well on the terminal's ground is known to the terminal only: no greys of ours, and no colour for quotes.
const SIXTEEN: Colours =
    Colours { dim: None, border: None, accent: Some(Color::Cyan), quote: None, warning: Some(Color::Yellow) };

const PLAIN: Colours = Colours { dim: None, border: None, accent: None, quote: None, warning: None };

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

/// Letters of a colour, if there is one.
fn ink(colour: Option<Color>) -> Style {
    Style { fg: colour, ..Style::new() }
}

/// Letters of a grey; where there is none, the terminal makes them weaker.
fn grey(colour: Option<Color>) -> Style {
    if colour.is_some() { ink(colour) } else { Style::new().add_modifier(Modifier::DIM) }
}

impl Theme {
    /// With the colours of a palette, and every sign that it takes.
    pub fn new(palette: Palette) -> Self {
        Self { palette, ascii: false }
    }

    /// The style of a role.
    pub fn role(self, role: TextRole) -> Style {
        let colours = self.palette.colours();
        match role {
            TextRole::Plain => Style::new(),
            TextRole::Quote => ink(colours.quote),
            TextRole::Strong => Style::new().add_modifier(Modifier::BOLD),
            TextRole::Dim => grey(colours.dim),
            TextRole::Accent => ink(colours.accent),
            TextRole::Heading => ink(colours.accent).add_modifier(Modifier::BOLD),
            TextRole::Warning => ink(colours.warning),
            TextRole::Mark => ink(colours.warning).add_modifier(Modifier::REVERSED),
        }
    }

    /// The style of a border: the accent for what has the keys.
    pub(super) fn border(self, focused: bool) -> Style {
        if focused { self.role(TextRole::Accent) } else { grey(self.palette.colours().border) }
    }

    /// The style of a run: what a search found stands out, also from what recedes.
    pub fn run(self, run: &Run) -> Style {
        match (run.is_hit(), run.role()) {
            (false, role) => self.role(role),
            (true, TextRole::Dim) => hit(Style::new()),
            (true, role) => hit(self.role(role)),
        }
    }

    /// Over the chosen row of the pane that has the keys.
    pub(super) fn chosen() -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }
}

fn hit(style: Style) -> Style {
    style.add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
}
