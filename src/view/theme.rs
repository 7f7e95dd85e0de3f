//! Maps roles of text to colours and modifiers. Without colours, every difference is still visible: by weight, a mark or
//! words.

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};

use crate::app::Palette;
use crate::text::{Run, TextRole};

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
    background: Option<Color>,
    text: Option<Color>,
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
    background: None,
    text: None,
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
    background: None,
    text: None,
    dim: Some(Color::Indexed(241)),
    border: Some(Color::Indexed(245)),
    accent: Some(Color::Indexed(23)),
    quote: Some(Color::Indexed(17)),
    visitor: Some(Color::Indexed(25)),
    host: Some(Color::Indexed(22)),
    warning: Some(Color::Indexed(94)),
};

/// Cream text on a dark grey, the focus in pink, visitors in blue, hosts in olive, warnings in orange.
const WARM: Colours = Colours {
    background: Some(Color::Indexed(235)),
    text: Some(Color::Indexed(223)),
    dim: Some(Color::Indexed(247)),
    border: Some(Color::Indexed(244)),
    accent: Some(Color::Indexed(175)),
    quote: Some(Color::Indexed(230)),
    visitor: Some(Color::Indexed(109)),
    host: Some(Color::Indexed(142)),
    warning: Some(Color::Indexed(208)),
};

/// Dark text on a cream colour, the focus in brown, quotes in a dark red brown, warnings in red.
const SEPIA: Colours = Colours {
    background: Some(Color::Indexed(230)),
    text: Some(Color::Indexed(236)),
    dim: Some(Color::Indexed(240)),
    border: Some(Color::Indexed(243)),
    accent: Some(Color::Indexed(94)),
    quote: Some(Color::Indexed(52)),
    visitor: Some(Color::Indexed(24)),
    host: Some(Color::Indexed(22)),
    warning: Some(Color::Indexed(124)),
};

/// After the colours of Okabe and Ito: visitors in sky blue, hosts in yellow, warnings in vermilion, which differ in lightness, too.
const COLOUR_BLIND: Colours = Colours {
    background: Some(Color::Indexed(233)),
    text: Some(Color::Indexed(253)),
    dim: Some(Color::Indexed(247)),
    border: Some(Color::Indexed(242)),
    accent: Some(Color::Indexed(183)),
    quote: Some(Color::Indexed(230)),
    visitor: Some(Color::Indexed(75)),
    host: Some(Color::Indexed(227)),
    warning: Some(Color::Indexed(203)),
};

/// White and bright colours on black; nothing recedes much.
const HIGH_CONTRAST: Colours = Colours {
    background: Some(Color::Indexed(16)),
    text: Some(Color::Indexed(231)),
    dim: Some(Color::Indexed(252)),
    border: Some(Color::Indexed(250)),
    accent: Some(Color::Indexed(51)),
    quote: Some(Color::Indexed(230)),
    visitor: Some(Color::Indexed(117)),
    host: Some(Color::Indexed(120)),
    warning: Some(Color::Indexed(226)),
};

/// The background is unknown: no greys, and no colour for quotes.
const SIXTEEN: Colours = Colours {
    accent: Some(Color::Cyan),
    visitor: Some(Color::Blue),
    host: Some(Color::Green),
    warning: Some(Color::Yellow),
    ..PLAIN
};

const PLAIN: Colours = Colours {
    background: None,
    text: None,
    dim: None,
    border: None,
    accent: None,
    quote: None,
    visitor: None,
    host: None,
    warning: None,
};

fn colours(palette: Palette) -> &'static Colours {
    match palette {
        Palette::Dark => &DARK,
        Palette::Light => &LIGHT,
        Palette::Warm => &WARM,
        Palette::Sepia => &SEPIA,
        Palette::ColourBlind => &COLOUR_BLIND,
        Palette::HighContrast => &HIGH_CONTRAST,
        Palette::Sixteen => &SIXTEEN,
        Palette::Plain => &PLAIN,
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
        let colours = colours(self.palette);
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

    /// Gives the cells without colours those of the theme, if it has a background of its own.
    pub(super) fn fill(self, buffer: &mut Buffer) {
        let colours = colours(self.palette);
        let (Some(background), Some(text)) = (colours.background, colours.text) else { return };
        for cell in &mut buffer.content {
            if cell.bg == Color::Reset {
                cell.bg = background;
            }
            if cell.fg == Color::Reset {
                cell.fg = text;
            }
        }
    }

    /// The style of a border; a focused one has the accent colour.
    pub(super) fn border(self, focused: bool) -> Style {
        if focused { self.role(TextRole::Accent) } else { dimmed(colours(self.palette).border) }
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
