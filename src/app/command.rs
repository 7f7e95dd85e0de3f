//! The table of commands: what a user can do, how it is called, and which keys do it where.
//!
//! Dispatch, the key hints and the help read this table; a new command is one row here and one arm in
//! `App::perform`.

use super::form::Form;
use crate::cite::Style;
use crate::export::Format;
use crate::lang::Both;

/// Everything a user can want.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// To the next row.
    Next,
    /// To the row before.
    Previous,
    /// To the first row.
    First,
    /// To the last row.
    Last,
    /// Half a window down.
    HalfPageDown,
    /// Half a window up.
    HalfPageUp,
    /// A window down.
    PageDown,
    /// A window up.
    PageUp,
    /// To the pane at the left, or one level out.
    Left,
    /// To the pane at the right, or one level in.
    Right,
    /// To the next pane.
    NextPane,
    /// To the pane before.
    PreviousPane,
    /// To the pane of this number.
    Pane(usize),
    /// Open what is chosen.
    Open,
    /// Put the row beside the chips of its kind.
    AddChip,
    /// Take off the last chip.
    DropLastChip,
    /// Take off the chip of this number, from 0.
    DropChip(usize),
    /// Take off all chips.
    DropAllChips,
    /// Undo the last change of the chips.
    UndoChips,
    /// Redo it.
    RedoChips,
    /// Narrow the pane while typing.
    Narrow,
    /// Show or hide rows outside the chips.
    Outside,
    /// To the place before.
    Back,
    /// To the place after.
    Forward,
    /// To the next hit of the last search.
    NextHit,
    /// To the hit before.
    PreviousHit,
    /// Search everything.
    Search,
    /// Search elsewhere: everywhere, in this visit, at this stop.
    SearchWithin,
    /// Look for all kinds, for one kind, for the next one.
    SearchKind,
    /// An older query.
    OlderQuery,
    /// A newer query.
    NewerQuery,
    /// Copy what is chosen.
    Copy,
    /// Copy it in this form.
    CopyAs(Form),
    /// Copy in the form of last time.
    CopyAgain,
    /// In the words of the next translation.
    NextWords,
    /// Show it on the normal screen instead.
    Print,
    /// Write what is in sight into a file.
    Export,
    /// Write it in this form.
    ExportAs(Format),
    /// Open the record in the editor.
    EditRecord,
    /// Open its file in the editor.
    EditFile,
    /// Open its source in the browser.
    OpenSource,
    /// Read the records again.
    Reload,
    /// Show what is wrong with the data.
    Problems,
    /// Show the keys.
    Help,
    /// The other language.
    Language,
    /// One step out. Never leaves the program.
    StepOut,
    /// Close what lies on top, else leave the program.
    Close,
    /// Leave the program.
    Quit,
    /// Clear the input, or leave the program when asked twice.
    Interrupt,
    /// Hand the terminal back to the shell.
    Suspend,
    /// Draw everything anew.
    Repaint,
    /// Change the text of an input.
    Edit(Edit),
}

/// Changes of the text of an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Edit {
    /// To the left.
    Left,
    /// To the right.
    Right,
    /// To the start.
    Start,
    /// To the end.
    End,
    /// Delete to the left.
    DeleteLeft,
    /// Delete to the right.
    DeleteRight,
    /// Delete the word at the left.
    DeleteWord,
    /// Delete everything.
    Clear,
}

/// Where keys are pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Context {
    /// In the panes.
    Panes,
    /// In the search, where letters are typed.
    Search,
    /// In help and problems, which are read.
    Reading,
    /// In a pane that is narrowed, where letters are typed.
    Narrowing,
    /// In the menu of chips.
    Menu,
    /// In the menu of what can be copied.
    Copying,
    /// In the menu of what can be written.
    Exporting,
}

/// The headings of the help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Within a pane.
    Moving,
    /// Between panes.
    Panes,
    /// Choosing what statements must have.
    Choosing,
    /// Opening and finding.
    Reading,
    /// Copying and writing.
    Leaving,
    /// While typing.
    Editing,
    /// The program as a whole.
    Program,
}

/// A row of the table.
#[derive(Debug)]
pub struct Command {
    /// What it does.
    pub action: Action,
    /// The stable name.
    pub name: &'static str,
    /// Where the help lists it.
    pub group: Group,
    /// What it does, in words.
    pub words: Both,
    /// A word for the key hints in the footer.
    pub hint: Option<Both>,
    /// Keys by context; alternatives are separated by commas.
    pub keys: &'static [(Context, &'static str)],
}

const fn row(
    action: Action,
    name: &'static str,
    (group, hint): (Group, Option<Both>),
    words: Both,
    keys: &'static [(Context, &'static str)],
) -> Command {
    Command { action, name, group, words, hint, keys }
}

const fn both(id: &'static str, en: &'static str) -> Both {
    Both { id, en }
}

use Context::{Copying, Exporting, Menu, Narrowing, Panes, Reading, Search};
use Group::{Choosing, Editing, Leaving, Moving, Program};

/// Every command.
#[rustfmt::skip]
pub static COMMANDS: &[Command] = &[
    row(Action::Next, "next", (Moving, None), both("Baris berikutnya", "Next row"),
        &[(Panes, "j,down"), (Reading, "j,down"), (Search, "down,ctrl-n"), (Narrowing, "down,ctrl-n"), (Menu, "j,down"), (Copying, "down,ctrl-n"), (Exporting, "down,ctrl-n")]),
    row(Action::Previous, "previous", (Moving, None), both("Baris sebelumnya", "Previous row"),
        &[(Panes, "k,up"), (Reading, "k,up"), (Search, "up,ctrl-p"), (Narrowing, "up,ctrl-p"), (Menu, "k,up"), (Copying, "up,ctrl-p"), (Exporting, "up,ctrl-p")]),
    row(Action::First, "first", (Moving, None), both("Ke baris pertama", "First row"),
        &[(Panes, "g,home"), (Reading, "g,home"), (Menu, "g,home"), (Copying, "home"), (Exporting, "home")]),
    row(Action::Last, "last", (Moving, None), both("Ke baris terakhir", "Last row"),
        &[(Panes, "G,end"), (Reading, "G,end"), (Menu, "G,end"), (Copying, "end"), (Exporting, "end")]),
    row(Action::HalfPageDown, "half-page-down", (Moving, None), both("Setengah halaman ke bawah", "Half a page down"),
        &[(Panes, "ctrl-d"), (Reading, "ctrl-d")]),
    row(Action::HalfPageUp, "half-page-up", (Moving, None), both("Setengah halaman ke atas", "Half a page up"),
        &[(Panes, "ctrl-u"), (Reading, "ctrl-u")]),
    row(Action::PageDown, "page-down", (Moving, None), both("Satu halaman ke bawah", "A page down"),
        &[(Panes, "pgdn,ctrl-f"), (Reading, "pgdn,ctrl-f,space"), (Search, "pgdn")]),
    row(Action::PageUp, "page-up", (Moving, None), both("Satu halaman ke atas", "A page up"),
        &[(Panes, "pgup,ctrl-b"), (Reading, "pgup,ctrl-b"), (Search, "pgup")]),

    row(Action::Open, "open", (Group::Reading, Some(both("buka", "open"))), both("Buka yang dipilih", "Open what is selected"),
        &[(Panes, "enter"), (Search, "enter"), (Narrowing, "enter"), (Menu, "enter"), (Copying, "enter"), (Exporting, "enter")]),
    row(Action::Search, "search", (Group::Reading, Some(both("cari", "search"))), both("Cari di semua kunjungan", "Search all visits"),
        &[(Panes, "/")]),
    row(Action::Close, "close", (Program, Some(both("keluar", "quit"))), both("Tutup yang teratas, atau keluar", "Close what is on top, or quit"),
        &[(Panes, "q"), (Reading, "q"), (Menu, "q"), (Copying, "q"), (Exporting, "q")]),
    row(Action::NextPane, "next-pane", (Group::Panes, Some(both("panel", "pane"))), both("Panel berikutnya", "Next pane"),
        &[(Panes, "tab")]),
    row(Action::PreviousPane, "previous-pane", (Group::Panes, None), both("Panel sebelumnya", "Previous pane"),
        &[(Panes, "shift-tab")]),
    row(Action::Left, "left", (Group::Panes, None), both("Panel di kiri, atau satu tingkat keluar", "Pane to the left, or one level out"),
        &[(Panes, "h,left")]),
    row(Action::Right, "right", (Group::Panes, None), both("Panel di kanan, atau satu tingkat masuk", "Pane to the right, or one level in"),
        &[(Panes, "l,right")]),
    row(Action::Pane(0), "pane-visits", (Group::Panes, None), both("Kunjungan", "Visits"), &[(Panes, "1")]),
    row(Action::Pane(1), "pane-stops", (Group::Panes, None), both("Persinggahan", "Stops"), &[(Panes, "2")]),
    row(Action::Pane(2), "pane-participants", (Group::Panes, None), both("Peserta", "Participants"), &[(Panes, "3")]),
    row(Action::Pane(3), "pane-statements", (Group::Panes, None), both("Pernyataan", "Statements"), &[(Panes, "4")]),
    row(Action::Pane(4), "pane-detail", (Group::Panes, None), both("Rincian", "Detail"), &[(Panes, "5")]),

    row(Action::SearchWithin, "search-within", (Group::Reading, Some(both("lingkup", "scope"))), both("Cari di semua, di kunjungan ini, di persinggahan ini", "Search everywhere, in this visit, at this stop"),
        &[(Search, "ctrl-r")]),
    row(Action::SearchKind, "search-kind", (Group::Reading, Some(both("jenis", "kind"))), both("Cari semua jenis, atau satu jenis saja", "Search all kinds, or one kind only"),
        &[(Search, "ctrl-k")]),
    row(Action::OlderQuery, "older-query", (Group::Reading, None), both("Pencarian sebelumnya; juga ↑ di hasil pertama", "An earlier search; also ↑ on the first result"),
        &[(Search, "ctrl-up")]),
    row(Action::NewerQuery, "newer-query", (Group::Reading, None), both("Pencarian sesudahnya", "A later search"),
        &[(Search, "ctrl-down")]),
    row(Action::NextHit, "next-hit", (Group::Reading, Some(both("hasil berikutnya", "next hit"))), both("Hasil pencarian berikutnya", "Next hit of the last search"),
        &[(Panes, "n,f3")]),
    row(Action::PreviousHit, "previous-hit", (Group::Reading, None), both("Hasil pencarian sebelumnya", "Previous hit of the last search"),
        &[(Panes, "N,shift-f3")]),
    row(Action::Back, "back", (Group::Reading, None), both("Mundur ke tempat sebelumnya", "Back to the place before"),
        &[(Panes, "H,[,alt-left")]),
    row(Action::Forward, "forward", (Group::Reading, None), both("Maju lagi", "Forward again"),
        &[(Panes, "L,],alt-right")]),
    row(Action::Problems, "problems", (Group::Reading, None), both("Pemeriksaan data", "Data check"),
        &[(Panes, "p,!")]),
    row(Action::OpenSource, "open-source", (Group::Reading, None), both("Buka sumbernya di peramban", "Open its source in the browser"), &[(Panes, "o")]),
    row(Action::EditRecord, "edit", (Group::Reading, Some(both("sunting", "edit"))), both("Sunting di editor, tepat di barisnya", "Edit at its very line"), &[(Panes, "e"), (Reading, "e")]),
    row(Action::EditFile, "edit-file", (Group::Reading, None), both("Sunting berkasnya dari awal", "Edit its file from the top"), &[(Panes, "E"), (Reading, "E")]),
    row(Action::Reload, "reload", (Group::Reading, None), both("Muat ulang; berkas juga diikuti otomatis", "Reload; files are followed anyway"), &[(Panes, "r"), (Reading, "r")]),

    row(Action::Copy, "copy", (Leaving, Some(both("salin", "copy"))), both("Salin yang dipilih; di menunya c mencetak, e mengekspor", "Copy what is selected; in its menu c prints, e exports"),
        &[(Panes, "y"), (Search, "ctrl-y")]),
    row(Action::CopyAgain, "copy-again", (Leaving, None), both("Salin dengan bentuk terakhir", "Copy in the form of last time"), &[(Panes, "Y")]),
    row(Action::CopyAs(Form::Cite(Style::Press)), "copy-press", (Leaving, None), both("Salin kutipan dengan atribusinya", "Copy the quote with its attribution"), &[(Copying, "y")]),
    row(Action::CopyAs(Form::Cite(Style::Text)), "copy-text", (Leaving, None), both("Salin teks saja", "Copy the text only"), &[(Copying, "t")]),
    row(Action::CopyAs(Form::Cite(Style::Card)), "copy-card", (Leaving, None), both("Salin kartu kutipan", "Copy a quote card"), &[(Copying, "k")]),
    row(Action::CopyAs(Form::Cite(Style::Apa)), "copy-apa", (Leaving, None), both("Salin sitasi APA", "Copy an APA citation"), &[(Copying, "a")]),
    row(Action::CopyAs(Form::Cite(Style::Chicago)), "copy-chicago", (Leaving, None), both("Salin sitasi Chicago", "Copy a Chicago citation"), &[(Copying, "h")]),
    row(Action::CopyAs(Form::Cite(Style::Markdown)), "copy-markdown", (Leaving, None), both("Salin Markdown", "Copy Markdown"), &[(Copying, "m")]),
    row(Action::CopyAs(Form::Cite(Style::Bibtex)), "copy-bibtex", (Leaving, None), both("Salin BibTeX", "Copy BibTeX"), &[(Copying, "b")]),
    row(Action::CopyAs(Form::Cite(Style::Ris)), "copy-ris", (Leaving, None), both("Salin RIS", "Copy RIS"), &[(Copying, "r")]),
    row(Action::CopyAs(Form::Cite(Style::CslJson)), "copy-csl-json", (Leaving, None), both("Salin CSL-JSON", "Copy CSL-JSON"), &[(Copying, "s")]),
    row(Action::CopyAs(Form::Json), "copy-json", (Leaving, None), both("Salin JSON", "Copy JSON"), &[(Copying, "j")]),
    row(Action::CopyAs(Form::Linked), "copy-json-ld", (Leaving, None), both("Salin JSON-LD", "Copy JSON-LD"), &[(Copying, "l")]),
    row(Action::CopyAs(Form::Cite(Style::Reference)), "copy-reference", (Leaving, None), both("Salin rujukan", "Copy the reference"), &[(Copying, "i")]),
    row(Action::CopyAs(Form::Place), "copy-place", (Leaving, None), both("Salin berkas:baris", "Copy file:line"), &[(Copying, "p")]),
    row(Action::CopyAs(Form::Address), "copy-address", (Leaving, None), both("Salin URL sumber", "Copy the URL of the source"), &[(Copying, "u")]),
    row(Action::Print, "print", (Leaving, Some(both("cetak", "print"))), both("Cetak ke layar biasa, untuk dipilih dengan tetikus", "Print on the normal screen, to select it with the mouse"), &[(Copying, "c")]),
    row(Action::NextWords, "next-words", (Leaving, Some(both("terjemahan", "translation"))), both("Kata-kata terjemahannya", "The words of its translation"), &[(Copying, "tab")]),
    row(Action::Export, "export", (Leaving, Some(both("ekspor", "export"))), both("Ekspor yang tampak ke berkas", "Export what is in sight to a file"), &[(Copying, "e")]),
    row(Action::ExportAs(Format::Json), "export-json", (Leaving, None), both("Ekspor sebagai JSON", "Export as JSON"), &[(Exporting, "j")]),
    row(Action::ExportAs(Format::Jsonl), "export-jsonl", (Leaving, None), both("Ekspor sebagai JSON Lines", "Export as JSON Lines"), &[(Exporting, "l")]),
    row(Action::ExportAs(Format::Csv), "export-csv", (Leaving, None), both("Ekspor sebagai CSV", "Export as CSV"), &[(Exporting, "c")]),
    row(Action::ExportAs(Format::Markdown), "export-md", (Leaving, None), both("Ekspor sebagai Markdown", "Export as Markdown"), &[(Exporting, "m")]),
    row(Action::ExportAs(Format::Html), "export-html", (Leaving, None), both("Ekspor sebagai HTML", "Export as HTML"), &[(Exporting, "h")]),
    row(Action::ExportAs(Format::Calendar), "export-ics", (Leaving, None), both("Ekspor sebagai iCalendar", "Export as iCalendar"), &[(Exporting, "k")]),
    row(Action::ExportAs(Format::JsonLd), "export-jsonld", (Leaving, None), both("Ekspor sebagai JSON-LD", "Export as JSON-LD"), &[(Exporting, "d")]),

    row(Action::Narrow, "narrow", (Choosing, Some(both("cari di panel", "find in pane")) ), both("Cari di panel ini saja sambil mengetik", "Find in this pane only, while typing"),
        &[(Panes, "f")]),
    row(Action::AddChip, "add-chip", (Choosing, Some(both("tambah", "add"))), both("Tambahkan baris ini ke saringan sejenis", "Add this row to the filters of its kind"),
        &[(Panes, "+,a"), (Menu, "+,a")]),
    row(Action::DropLastChip, "drop-last-chip", (Choosing, Some(both("lepas", "remove"))), both("Lepas saringan terakhir", "Remove the last filter"),
        &[(Panes, "x x")]),
    row(Action::DropChip(0), "drop-chip-1", (Choosing, None), both("Lepas saringan no. 1", "Remove filter 1"), &[(Panes, "x 1")]),
    row(Action::DropChip(1), "drop-chip-2", (Choosing, None), both("Lepas saringan no. 2", "Remove filter 2"), &[(Panes, "x 2")]),
    row(Action::DropChip(2), "drop-chip-3", (Choosing, None), both("Lepas saringan no. 3", "Remove filter 3"), &[(Panes, "x 3")]),
    row(Action::DropChip(3), "drop-chip-4", (Choosing, None), both("Lepas saringan no. 4", "Remove filter 4"), &[(Panes, "x 4")]),
    row(Action::DropChip(4), "drop-chip-5", (Choosing, None), both("Lepas saringan no. 5", "Remove filter 5"), &[(Panes, "x 5")]),
    row(Action::DropChip(5), "drop-chip-6", (Choosing, None), both("Lepas saringan no. 6", "Remove filter 6"), &[(Panes, "x 6")]),
    row(Action::DropChip(6), "drop-chip-7", (Choosing, None), both("Lepas saringan no. 7", "Remove filter 7"), &[(Panes, "x 7")]),
    row(Action::DropChip(7), "drop-chip-8", (Choosing, None), both("Lepas saringan no. 8", "Remove filter 8"), &[(Panes, "x 8")]),
    row(Action::DropChip(8), "drop-chip-9", (Choosing, None), both("Lepas saringan no. 9", "Remove filter 9"), &[(Panes, "x 9")]),
    row(Action::DropAllChips, "drop-all-chips", (Choosing, None), both("Lepas semua saringan", "Remove all filters"), &[(Panes, "X")]),
    row(Action::UndoChips, "undo-chips", (Choosing, Some(both("urungkan", "undo"))), both("Urungkan perubahan saringan", "Undo the last change of the filters"), &[(Panes, "u")]),
    row(Action::RedoChips, "redo-chips", (Choosing, None), both("Ulangi yang diurungkan", "Redo what was undone"), &[(Panes, "U")]),
    row(Action::Outside, "outside", (Choosing, None), both("Sembunyikan atau tampilkan baris di luar saringan", "Hide or show rows outside the filters"),
        &[(Panes, ".,d")]),

    row(Action::Edit(Edit::Left), "edit-left", (Editing, None), both("Kursor ke kiri", "Cursor left"), &[(Search, "left,ctrl-b"), (Narrowing, "left,ctrl-b")]),
    row(Action::Edit(Edit::Right), "edit-right", (Editing, None), both("Kursor ke kanan", "Cursor right"), &[(Search, "right,ctrl-f"), (Narrowing, "right,ctrl-f")]),
    row(Action::Edit(Edit::Start), "edit-start", (Editing, None), both("Ke awal", "To the start"), &[(Search, "home,ctrl-a"), (Narrowing, "home,ctrl-a")]),
    row(Action::Edit(Edit::End), "edit-end", (Editing, None), both("Ke akhir", "To the end"), &[(Search, "end,ctrl-e"), (Narrowing, "end,ctrl-e")]),
    row(Action::Edit(Edit::DeleteLeft), "edit-delete-left", (Editing, None), both("Hapus huruf di kiri", "Delete the character before the cursor"),
        &[(Search, "backspace,ctrl-h"), (Narrowing, "backspace,ctrl-h")]),
    row(Action::Edit(Edit::DeleteRight), "edit-delete-right", (Editing, None), both("Hapus huruf di kanan", "Delete the character after the cursor"),
        &[(Search, "delete,ctrl-d"), (Narrowing, "delete,ctrl-d")]),
    row(Action::Edit(Edit::DeleteWord), "edit-delete-word", (Editing, None), both("Hapus kata di kiri", "Delete the word before the cursor"),
        &[(Search, "ctrl-w"), (Narrowing, "ctrl-w")]),
    row(Action::Edit(Edit::Clear), "edit-clear", (Editing, None), both("Kosongkan", "Delete everything"), &[(Search, "ctrl-u"), (Narrowing, "ctrl-u")]),

    row(Action::StepOut, "step-out", (Program, Some(both("tutup", "close"))), both("Satu langkah keluar; tidak pernah menutup program", "One step out; never quits"),
        &[(Panes, "esc"), (Search, "esc"), (Reading, "esc"), (Narrowing, "esc"), (Menu, "esc"), (Copying, "esc"), (Exporting, "esc")]),
    row(Action::Quit, "quit", (Program, None), both("Keluar", "Quit"), &[(Panes, "Q"), (Reading, "Q"), (Menu, "Q")]),
    row(Action::Interrupt, "interrupt", (Program, None), both("Kosongkan lalu tutup kotak cari; tekan dua kali untuk keluar", "Clear, then close the search; press twice to quit"),
        &[(Panes, "ctrl-c"), (Search, "ctrl-c"), (Reading, "ctrl-c"), (Narrowing, "ctrl-c"), (Menu, "ctrl-c"), (Copying, "ctrl-c"), (Exporting, "ctrl-c")]),
    row(Action::Language, "language", (Program, None), both("Ganti bahasa: Indonesia, Inggris", "Change the language: Indonesian, English"),
        &[(Panes, "f2"), (Search, "f2"), (Reading, "f2"), (Narrowing, "f2"), (Menu, "f2"), (Copying, "f2"), (Exporting, "f2")]),
    row(Action::Suspend, "suspend", (Program, None), both("Tangguhkan; fg untuk kembali", "Suspend; fg comes back"),
        &[(Panes, "ctrl-z"), (Search, "ctrl-z"), (Reading, "ctrl-z"), (Narrowing, "ctrl-z"), (Menu, "ctrl-z"), (Copying, "ctrl-z"), (Exporting, "ctrl-z")]),
    row(Action::Repaint, "repaint", (Program, None), both("Gambar ulang layar", "Redraw the screen"),
        &[(Panes, "ctrl-l"), (Search, "ctrl-l"), (Reading, "ctrl-l"), (Narrowing, "ctrl-l"), (Menu, "ctrl-l"), (Copying, "ctrl-l"), (Exporting, "ctrl-l")]),
    row(Action::Help, "help", (Program, Some(both("bantuan", "help"))), both("Bantuan ini", "This help"),
        &[(Panes, "?,f1"), (Search, "f1"), (Reading, "?,f1"), (Narrowing, "f1"), (Menu, "?,f1"), (Copying, "?,f1"), (Exporting, "?,f1")]),
];

impl Group {
    /// Every group, in the order of the help.
    pub const ALL: [Self; 7] = [
        Self::Moving,
        Self::Panes,
        Self::Choosing,
        Self::Reading,
        Self::Editing,
        Self::Leaving,
        Self::Program,
    ];
}
