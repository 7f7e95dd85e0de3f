//! From roles to colours and weights. Without colours every difference is still there: by weight, by a sign, by words.

use ratatui::style::{Color, Modifier, Style};

use crate::text::{Role, Run};

/// The looks of the explorer.
#[derive(Debug, Clone, Copy)]
pub struct Theme {
    coloured: bool,
}

impl Theme {
    /// With the colours of the terminal's own palette, or without any (`NO_COLOR`).
    pub fn new(coloured: bool) -> Self {
        Self { coloured }
    }

    fn colour(self, colour: Color) -> Style {
        if self.coloured { Style::new().fg(colour) } else { Style::new() }
    }

    /// The style of a role.
    pub(super) fn role(self, role: Role) -> Style {
        match role {
            Role::Plain | Role::Quote => Style::new(),
            Role::Strong => Style::new().add_modifier(Modifier::BOLD),
            Role::Dim => Style::new().add_modifier(Modifier::DIM),
            Role::Accent => self.colour(Color::Cyan),
            Role::Heading => self.colour(Color::Cyan).add_modifier(Modifier::BOLD),
            Role::Warning => self.colour(Color::Yellow),
            Role::Mark => self.colour(Color::Yellow).add_modifier(Modifier::REVERSED),
        }
    }

    /// The style of a run: what a search found stands out.
    pub fn run(self, run: &Run) -> Style {
        let style = self.role(run.role());
        if run.is_hit() {
            let hit = Modifier::BOLD | Modifier::UNDERLINED;
            style.remove_modifier(Modifier::DIM).add_modifier(hit)
        } else {
            style
        }
    }

    /// Over the chosen row of the pane that has the keys.
    pub(super) fn chosen() -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }
}
