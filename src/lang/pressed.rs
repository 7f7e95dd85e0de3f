//! Messages that name keys, which the user may have changed.

use super::Lang;
use super::counted::STATEMENTS;
use crate::text::shorten;

impl Lang {
    /// The keys that remove the last filter and all filters, and that undo.
    pub fn filters_hint(self, last: &str, all: &str, undo: &str) -> String {
        match self {
            Self::Id => format!("{last} lepas yang terakhir · {all} lepas semua · {undo} urungkan"),
            Self::En => format!("{last} remove last · {all} remove all · {undo} undo"),
        }
    }

    /// The explorer is where it was left.
    pub fn session_restored(self, back: &str) -> String {
        match self {
            Self::Id => format!("seperti terakhir ditinggalkan · {back} kembali ke awal"),
            Self::En => format!("as you left it · {back} back to the start"),
        }
    }

    /// The key that ends the tour.
    pub fn key_ends_tour(self, key: &str) -> String {
        match self {
            Self::Id => format!("{key} mengakhiri tur"),
            Self::En => format!("{key} ends the tour"),
        }
    }

    /// Filters were removed.
    pub fn dropped(self, filters: &str, undo: &str) -> String {
        match self {
            Self::Id => format!("dilepas: {filters} · {undo} untuk mengembalikan"),
            Self::En => format!("removed: {filters} · {undo} to restore"),
        }
    }

    /// Rows of a pane are hidden, and how to show them.
    pub fn hidden(self, rows: &str, ways: &str) -> String {
        match self {
            Self::Id => format!("{rows} tersembunyi · {ways}"),
            Self::En => format!("{rows} hidden · {ways}"),
        }
    }

    /// The key that cancels typing.
    pub fn key_cancels(self, key: &str) -> String {
        match self {
            Self::Id => format!("{key} batal"),
            Self::En => format!("{key} cancel"),
        }
    }

    /// The key that removes a filter.
    pub fn key_drops(self, key: &str, filter: &str) -> String {
        let words = match self {
            Self::Id => format!("{key} lepas {filter}"),
            Self::En => format!("{key} remove {filter}"),
        };
        words.trim_end().to_owned()
    }

    /// The key that removes all filters.
    pub fn key_drops_all(self, key: &str) -> String {
        match self {
            Self::Id => format!("{key} lepas semua saringan"),
            Self::En => format!("{key} remove all filters"),
        }
    }

    /// The key that shows hidden rows.
    pub fn key_shows(self, key: &str) -> String {
        match self {
            Self::Id => format!("{key} lihat"),
            Self::En => format!("{key} show"),
        }
    }

    /// The keys that keep or discard the text of the search in a pane.
    pub fn find_in_pane_keys(self, keep: &str, cancel: &str) -> String {
        match self {
            Self::Id => format!("{keep} simpan · {cancel} batal"),
            Self::En => format!("{keep} keep · {cancel} cancel"),
        }
    }

    /// The key that copies in the selected form.
    pub fn copy_hint(self, open: &str) -> String {
        match self {
            Self::Id => format!("tekan huruf, atau {open}"),
            Self::En => format!("press a letter, or {open}"),
        }
    }

    /// The key that runs the selected command.
    pub fn guide_hint(self, open: &str) -> String {
        match self {
            Self::Id => format!("ketik untuk mencari, {open} untuk menjalankan"),
            Self::En => format!("type to find, {open} to run"),
        }
    }

    /// How the help is used.
    pub fn help_hint(self, search: &str, open: &str) -> String {
        match self {
            Self::Id => format!("{search} mencari, {open} menjalankan"),
            Self::En => format!("{search} searches, {open} runs"),
        }
    }

    /// Esc has nothing to close.
    pub fn esc_does_not_quit(self, quit: &str) -> String {
        match self {
            Self::Id => format!("{quit} untuk keluar"),
            Self::En => format!("{quit} to quit"),
        }
    }

    /// Pressing the key again quits the program.
    pub fn press_again_to_quit(self, interrupt: &str) -> String {
        match self {
            Self::Id => format!("{interrupt} sekali lagi untuk keluar"),
            Self::En => format!("{interrupt} again to quit"),
        }
    }

    /// There are no results to step through.
    pub fn no_results(self, search: &str) -> String {
        match self {
            Self::Id => format!("belum ada hasil pencarian; {search} untuk mencari"),
            Self::En => format!("no search results yet; {search} to search"),
        }
    }

    /// A text was pasted where nothing can be typed.
    pub fn no_input(self, search: &str) -> String {
        match self {
            Self::Id => format!("teks tidak dapat ditempel di sini; {search} untuk mencari"),
            Self::En => format!("text cannot be pasted here; {search} to search"),
        }
    }

    /// The mouse is left to the terminal.
    pub fn mouse_released(self, take: &str) -> String {
        match self {
            Self::Id => format!("tetikus dilepas: seret untuk memilih teks; {take} untuk memakainya lagi"),
            Self::En => format!("mouse released: drag to select text; {take} to use it again"),
        }
    }

    /// A text was sent to the terminal, which does not confirm it.
    pub fn nothing_to_paste(self, print: &str) -> String {
        match self {
            Self::Id => format!("gagal menempel? {print} cetak"),
            Self::En => format!("cannot paste? {print} to print"),
        }
    }

    /// A text is too long for the clipboard of the terminal.
    pub fn too_long_to_copy(self, bytes: usize, print: &str, export: &str) -> String {
        let bytes = self.number(bytes);
        match self {
            Self::Id => {
                format!(
                    "tidak disalin: {bytes} B terlalu panjang; {print} untuk mencetak, {export} untuk mengekspor"
                )
            }
            Self::En => {
                format!("not copied: {bytes} B is too long; {print} to print, {export} to export")
            }
        }
    }

    /// No clipboard is available.
    pub fn no_clipboard(self, print: &str) -> String {
        match self {
            Self::Id => format!("tidak disalin: papan klip tidak tersedia; {print} untuk mencetak"),
            Self::En => format!("not copied: no clipboard is available; {print} to print"),
        }
    }

    /// A command needs marked statements, but the basket is empty.
    pub fn nothing_marked(self, mark: &str) -> String {
        match self {
            Self::Id => format!("keranjang kosong: tandai pernyataan dengan {mark}"),
            Self::En => format!("the basket is empty: mark statements with {mark}"),
        }
    }

    /// The text of the empty basket.
    pub fn basket_is_empty(self, mark: &str, undo: &str) -> String {
        match self {
            Self::Id => {
                format!("Keranjang kosong. Tandai pernyataan dengan {mark}; {undo} untuk mengurungkan.")
            }
            Self::En => {
                format!("The basket is empty. Mark statements with {mark}; {undo} to undo.")
            }
        }
    }

    /// The number of statements in the basket, and the key that shows them.
    pub fn in_basket(self, count: usize, show: &str) -> String {
        match (self, count) {
            (Self::Id, 0) => "keranjang kosong".to_owned(),
            (Self::Id, _) => format!("{} di keranjang; {show} untuk melihat", self.number(count)),
            (Self::En, 0) => "the basket is empty".to_owned(),
            (Self::En, _) => format!("{} in the basket; {show} to view", self.number(count)),
        }
    }

    /// Quitting would lose the marked statements. The keys that print them or quit come first, because a narrow screen
    /// cuts off the end.
    pub fn marked_would_be_lost(self, count: usize, [print, quit, cancel]: &[String; 3]) -> String {
        let statements = self.counted(count, STATEMENTS);
        match self {
            Self::Id => format!(
                "{statements} di keranjang akan hilang: {print} cetak lalu keluar, {quit} keluar, {cancel} batal"
            ),
            Self::En => format!(
                "{statements} in the basket will be lost: {print} print and quit, {quit} quit, {cancel} cancel"
            ),
        }
    }

    /// The basket was kept.
    pub fn basket_is_kept(self, name: &str) -> String {
        match self {
            Self::Id => format!("keranjang disimpan sebagai “{}”", shorten(name)),
            Self::En => format!("the basket is saved as “{}”", shorten(name)),
        }
    }

    /// A basket of this name is kept already; saving again replaces it.
    pub fn basket_is_there(self, name: &str, save: &str) -> String {
        let name = shorten(name);
        match self {
            Self::Id => format!("“{name}” sudah ada; {save} sekali lagi menggantinya"),
            Self::En => format!("“{name}” already exists; {save} again to replace it"),
        }
    }

    /// No basket is kept, and the keys by which one is.
    pub fn no_basket_is_kept(self, show: &str, keep: &str) -> String {
        match self {
            Self::Id => format!("belum ada keranjang yang disimpan: {show} lalu {keep} menyimpannya"),
            Self::En => format!("no basket is saved yet: {show}, then {keep} saves it"),
        }
    }

    /// A kept basket was opened; perhaps not all of its statements are there.
    pub fn basket_is_open(self, present: usize, missing: usize) -> String {
        let statements = self.counted(present, STATEMENTS);
        match (self, missing) {
            (Self::Id, 0) => format!("keranjang dibuka: {statements}"),
            (Self::En, 0) => format!("basket opened: {statements}"),
            (Self::Id, _) => {
                format!(
                    "keranjang dibuka: {statements}; {} lagi tidak ada di catatan ini",
                    self.number(missing)
                )
            }
            (Self::En, _) => {
                format!("basket opened: {statements}; {} more are not in these records", self.number(missing))
            }
        }
    }

    /// Closing a form loses what was typed.
    pub fn form_would_be_lost(self, close: &str) -> String {
        match self {
            Self::Id => format!("{close} sekali lagi membuang yang sudah diketik"),
            Self::En => format!("{close} again discards what was typed"),
        }
    }

    /// A record was added at this line of its file.
    pub fn added(self, place: &str, undo: &str) -> String {
        match self {
            Self::Id => format!("ditambahkan: {place} · {undo} mengurungkan"),
            Self::En => format!("added: {place} · {undo} undoes"),
        }
    }

    /// A name was typed, but not chosen, that is not known.
    pub fn may_be_known(self, (typed, known): (&str, &str), open: &str, save: &str) -> String {
        let (typed, known) = (shorten(typed), shorten(known));
        match self {
            Self::Id => format!(
                "“{typed}” belum dikenal. {open} memilih “{known}”; {save} sekali lagi menulisnya sebagai nama baru"
            ),
            Self::En => format!(
                "“{typed}” is not known. {open} takes “{known}”; {save} again writes it as a new name"
            ),
        }
    }

    /// An addition was taken back.
    pub fn addition_undone(self, file: &str) -> String {
        match self {
            Self::Id => format!("penambahan diurungkan; {file} seperti semula"),
            Self::En => format!("addition undone; {file} is as it was"),
        }
    }

    /// How many more fields a form has.
    pub fn more_fields(self, count: usize) -> String {
        match self {
            Self::Id => format!("{count} isian lain"),
            Self::En => format!("{count} more fields"),
        }
    }

    /// A text could not be passed to the editor, or back.
    pub fn text_not_edited(self, reason: &str) -> String {
        match self {
            Self::Id => format!("teks tidak disunting: {reason}"),
            Self::En => format!("the text was not edited: {reason}"),
        }
    }
}
