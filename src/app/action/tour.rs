//! The tour of `lawat demo`: one step after the other says which keys to press. A step is over once the explorer is in the state
//! that these keys lead to, however it got there.

use crate::app::form::Form;
use crate::app::input::command::{Action, BasketAction, Context, FilterChange, Move, StatsAction, StatsKind};
use crate::app::layout::Pane;
use crate::app::notice::Notice;
use crate::app::overlay::Overlay;
use crate::app::state::App;
use crate::cite::Style;
use crate::facet::FilterKind;
use crate::lang::Both;

/// A step of the tour.
struct Step {
    /// What to press and what it does; `{0}` and `{1}` are the keys.
    text: Both,
    keys: &'static [Action],
    /// Whether the step is over.
    is_done: fn(&App) -> bool,
}

/// The steps. The last one stays until the tour is ended.
const STEPS: &[Step] = &[
    Step {
        text: Both {
            id: "Ini ucapan orang-orang selama kunjungan. Tekan {0} untuk ke ucapan berikutnya.",
            en: "This is what people said during the visit. Press {0} for the next statement.",
        },
        keys: &[Action::Move(Move::Next)],
        is_done: |app| app.list(Pane::Statements).selected() > Some(0),
    },
    Step {
        text: Both {
            id: "Tekan {0} untuk membacanya lengkap dengan sumbernya.",
            en: "Press {0} to read it in full, with its source.",
        },
        keys: &[Action::Open],
        is_done: |app| app.focus() == Pane::Detail,
    },
    Step {
        text: Both { id: "Tekan {0} untuk ke daftar peserta.", en: "Press {0} to go to the participants." },
        keys: &[Action::Pane(2)],
        is_done: |app| app.focus() == Pane::Participants,
    },
    Step {
        text: Both {
            id: "Tekan {0}: yang tersisa hanya ucapan orang ini.",
            en: "Press {0}: only what this person said remains.",
        },
        keys: &[Action::Open],
        is_done: |app| app.filters().active().iter().any(|it| it.kind() == FilterKind::Person),
    },
    Step {
        text: Both {
            id: "Tekan {0} untuk menampilkan semuanya lagi.",
            en: "Press {0} to show everything again.",
        },
        keys: &[Action::Filters(FilterChange::RemoveAll)],
        is_done: |app| app.filters().active().is_empty(),
    },
    Step {
        text: Both { id: "Tekan {0}, lalu ketik: referensi", en: "Press {0}, then type: referensi" },
        keys: &[Action::Search],
        is_done: |app| match app.overlay() {
            Some(Overlay::Search(search)) => search.text().chars().count() > 3 && !search.list.is_empty(),
            _ => false,
        },
    },
    Step {
        text: Both { id: "Tekan {0} untuk membuka hasil teratas.", en: "Press {0} to open the best result." },
        keys: &[Action::Open],
        is_done: |app| app.overlay().is_none(),
    },
    Step {
        text: Both {
            id: "Tekan {0} untuk menyalin sitasi APA; pratinjaunya tampak lebih dulu.",
            en: "Press {0} to copy an APA citation; you see a preview first.",
        },
        keys: &[Action::CopyAs(Form::Cite(Style::Apa))],
        is_done: |app| matches!(app.notice(), Some(Notice::Copied(..))),
    },
    Step {
        text: Both {
            id: "Di panel pernyataan, tekan {0} untuk menandai kutipan bagi keranjang.",
            en: "In the statements, press {0} to mark a quote for the basket.",
        },
        keys: &[Action::Basket(BasketAction::Mark)],
        is_done: |app| !app.basket().is_empty(app.data()),
    },
    Step {
        text: Both {
            id: "Tekan {0}: seluruh kunjungan dalam angka.",
            en: "Press {0}: the whole visit in numbers.",
        },
        keys: &[Action::Stats(StatsAction::Show(StatsKind::Overview))],
        is_done: |app| matches!(app.overlay(), Some(Overlay::Stats(_))),
    },
    Step {
        text: Both {
            id: "Tekan {0}: semua tombol, yang dapat dicari dan dijalankan.",
            en: "Press {0}: all keys, to search and run.",
        },
        keys: &[Action::Help],
        is_done: |app| matches!(app.overlay(), Some(Overlay::CommandPalette(palette)) if palette.is_help),
    },
    Step {
        text: Both {
            id: "Selesai! {0} menutup bantuan, lalu programnya. `lawat BERKAS` membuka catatan Anda sendiri.",
            en: "That is all! {0} closes the help, then the program. `lawat FILE` opens your own records.",
        },
        keys: &[Action::Close],
        is_done: |_| false,
    },
];

impl App {
    /// Goes on with the tour, past all steps that are over.
    pub(in crate::app) fn advance_tour(&mut self) {
        if !self.data.is_loaded {
            return;
        }
        while let Some(at) = self.tour {
            match STEPS.get(at) {
                Some(step) if (step.is_done)(self) => self.tour = Some(at + 1),
                _ => return,
            }
        }
    }

    /// Whether Esc ends the tour: not while it closes something else.
    pub(in crate::app) fn can_end_tour(&self) -> bool {
        self.tour.is_some() && self.context() == Context::Panes
    }

    /// The number of the current step, from 1, the number of steps, and its text; `None` without a tour.
    pub fn tour_step(&self) -> Option<(usize, usize, String)> {
        let at = self.tour?;
        let step = STEPS.get(at)?;
        let key = |action: &Action| match action {
            Action::CopyAs(_) => self.key_in_menu(*action),
            action => self.key_of(*action),
        };
        let text = step
            .keys
            .iter()
            .enumerate()
            .fold(step.text.get(self.lang).to_owned(), |text, (number, action)| {
                text.replace(&format!("{{{number}}}"), &key(action))
            });
        Some((at + 1, STEPS.len(), text))
    }
}
