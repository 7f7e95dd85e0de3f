//! Messages that name a key, which a user may have changed.

use super::Lang;

impl Lang {
    /// What can be done with the chips: the keys that take off the last and all of them, and that undo.
    pub fn chips_hint(self, last: &str, all: &str, undo: &str) -> String {
        match self {
            Self::Id => format!("{last} lepas terakhir · {all} lepas semua · {undo} urungkan"),
            Self::En => format!("{last} removes the last · {all} all · {undo} undoes"),
        }
    }

    /// These chips were dropped.
    pub fn dropped(self, chips: &str, undo: &str) -> String {
        match self {
            Self::Id => format!("dilepas: {chips} · {undo} untuk mengembalikan"),
            Self::En => format!("removed: {chips} · {undo} brings back"),
        }
    }

    /// Rows of a pane are hidden, and what brings them back.
    pub fn hidden(self, count: usize, ways: &str) -> String {
        match self {
            Self::Id => format!("{} tersembunyi · {ways}", self.number(count)),
            Self::En => format!("{} hidden · {ways}", self.number(count)),
        }
    }

    /// A key that ends typing.
    pub fn key_cancels(self, key: &str) -> String {
        match self {
            Self::Id => format!("{key} batal"),
            Self::En => format!("{key} cancels"),
        }
    }

    /// A key that takes a chip off.
    pub fn key_drops(self, key: &str, chip: &str) -> String {
        let words = match self {
            Self::Id => format!("{key} lepas {chip}"),
            Self::En => format!("{key} removes {chip}"),
        };
        words.trim_end().to_owned()
    }

    /// A key that takes all chips off.
    pub fn key_drops_all(self, key: &str) -> String {
        match self {
            Self::Id => format!("{key} lepas semua saringan"),
            Self::En => format!("{key} removes all filters"),
        }
    }

    /// A key that shows what is hidden.
    pub fn key_shows(self, key: &str) -> String {
        match self {
            Self::Id => format!("{key} lihat"),
            Self::En => format!("{key} shows"),
        }
    }

    /// What ends the narrowing of a pane: keeping the text, or not.
    pub fn narrowing_keys(self, keep: &str, cancel: &str) -> String {
        match self {
            Self::Id => format!("{keep} simpan · {cancel} batal"),
            Self::En => format!("{keep} keep · {cancel} cancel"),
        }
    }

    /// How a form is copied from the menu.
    pub fn copy_hint(self, open: &str) -> String {
        match self {
            Self::Id => format!("tombolnya, atau {open}"),
            Self::En => format!("its key, or {open}"),
        }
    }

    /// How a command is found and run.
    pub fn guide_hint(self, open: &str) -> String {
        match self {
            Self::Id => format!("ketik untuk mencari, {open} jalankan"),
            Self::En => format!("type to find, {open} runs"),
        }
    }

    /// Esc has nothing left to close.
    pub fn esc_does_not_quit(self, quit: &str) -> String {
        match self {
            Self::Id => format!("{quit} untuk keluar"),
            Self::En => format!("{quit} quits"),
        }
    }

    /// The program is left when this key is pressed again.
    pub fn once_more(self, interrupt: &str) -> String {
        match self {
            Self::Id => format!("{interrupt} sekali lagi untuk keluar"),
            Self::En => format!("{interrupt} once more to quit"),
        }
    }

    /// There are no hits to walk.
    pub fn no_hits(self, search: &str) -> String {
        match self {
            Self::Id => format!("belum ada hasil pencarian; {search} untuk mencari"),
            Self::En => format!("nothing has been found yet; {search} searches"),
        }
    }

    /// A text was pasted where there is no input.
    pub fn no_input(self, search: &str) -> String {
        match self {
            Self::Id => format!("teks tidak dapat ditempel di sini; {search} membuka pencarian"),
            Self::En => format!("text cannot be pasted here; {search} opens the search"),
        }
    }

    /// The mouse is left to the terminal.
    pub fn clicks_left(self, take: &str) -> String {
        match self {
            Self::Id => format!("tetikus dilepas: seret untuk memilih teks; {take} mengambilnya kembali"),
            Self::En => format!("the mouse is released: drag to select text; {take} takes it back"),
        }
    }

    /// A text was sent to the terminal, which does not say whether it took it.
    pub fn nothing_to_paste(self, print: &str) -> String {
        match self {
            Self::Id => format!("kosong? {print} mencetak"),
            Self::En => format!("not there? {print} prints it"),
        }
    }

    /// A text is longer than terminals take.
    pub fn too_long_to_copy(self, bytes: usize, print: &str, export: &str) -> String {
        let bytes = self.number(bytes);
        match self {
            Self::Id => {
                format!("tidak disalin: {bytes} B terlalu panjang; {print} mencetak, {export} menulis berkas")
            }
            Self::En => {
                format!("not copied: {bytes} B are too many; {print} prints it, {export} writes a file")
            }
        }
    }

    /// There is no way to a clipboard.
    pub fn no_clipboard(self, print: &str) -> String {
        match self {
            Self::Id => format!("tidak disalin: papan klip tidak terjangkau; {print} mencetak"),
            Self::En => format!("not copied: no clipboard can be reached; {print} prints it"),
        }
    }

    /// There is nothing in the basket to do something with.
    pub fn nothing_marked(self, mark: &str) -> String {
        match self {
            Self::Id => format!("keranjang kosong: tandai pernyataan dengan {mark}"),
            Self::En => format!("the basket is empty: mark statements with {mark}"),
        }
    }

    /// What the empty basket shows.
    pub fn basket_is_empty(self, mark: &str, undo: &str) -> String {
        match self {
            Self::Id => {
                format!("Keranjang kosong. Tandai pernyataan dengan {mark}; {undo} mengurungkan.")
            }
            Self::En => {
                format!("The basket is empty. Mark statements with {mark}; {undo} undoes.")
            }
        }
    }

    /// How many statements the basket holds now, and the key that shows it.
    pub fn in_basket(self, count: usize, show: &str) -> String {
        match (self, count) {
            (Self::Id, 0) => "keranjang kosong".to_owned(),
            (Self::Id, _) => format!("{} di keranjang; {show} menampilkannya", self.number(count)),
            (Self::En, 0) => "the basket is empty".to_owned(),
            (Self::En, 1) => format!("1 in the basket; {show} shows it"),
            (Self::En, _) => format!("{} in the basket; {show} shows them", self.number(count)),
        }
    }

    /// That leaving would lose what is marked, and the keys that print it or leave all the same: these first, because a narrow
    /// screen cuts the end.
    pub fn marked_would_be_lost(self, count: usize, [print, quit, cancel]: &[String; 3]) -> String {
        let count = self.number(count);
        match self {
            Self::Id => format!(
                "{count} pernyataan di keranjang akan hilang: {print} cetak lalu keluar, {quit} keluar, {cancel} batal"
            ),
            Self::En => format!(
                "the basket with {count} will be lost: {print} prints it and quits, {quit} quits, {cancel} stays"
            ),
        }
    }
}
