//! The table of commands: what each does, how it is called, and which keys do it where.
//!
//! Dispatch, the key hints, the help, the palette and the page of keys read this table; a new command is one row here
//! and one arm in `App::perform`.

use super::{Action, Change, Command, Context, Edit, Errand, Group, Keep, Move};
use crate::app::form::Form;
use crate::app::sorting::Order;
use crate::cite::Style;
use crate::export::Format;
use crate::lang::Both;

use Context::{Commands, Copying, Exporting, Menu, Narrowing, Pages, Panes, Reading, Search};
use Group::{Choosing, Editing, Leaving, Moving, Program};

/// Where a key does the same whatever lies on top.
const EVERYWHERE: &[Context] = &Context::ALL;

const fn row(
    action: Action,
    name: &'static str,
    (group, hint): (Group, Option<Both>),
    words: Both,
    keys: &'static [(&'static [Context], &'static str)],
) -> Command {
    Command { action, name, group, words, hint, keys }
}

const fn both(id: &'static str, en: &'static str) -> Both {
    Both { id, en }
}

/// Every command.
#[rustfmt::skip]
pub static COMMANDS: &[Command] = &[
    row(Action::Move(Move::Next), "next", (Moving, None), both("Baris berikutnya", "Next row"),
        &[(&[Panes, Reading, Menu, Pages], "j,down"), (&[Search, Narrowing, Copying, Exporting, Commands], "down,ctrl-n")]),
    row(Action::Move(Move::Previous), "previous", (Moving, None), both("Baris sebelumnya", "Previous row"),
        &[(&[Panes, Reading, Menu, Pages], "k,up"), (&[Search, Narrowing, Copying, Exporting, Commands], "up,ctrl-p")]),
    row(Action::Move(Move::First), "first", (Moving, None), both("Ke baris pertama", "First row"),
        &[(&[Panes, Reading, Menu, Pages], "g,home"), (&[Copying, Exporting], "home")]),
    row(Action::Move(Move::Last), "last", (Moving, None), both("Ke baris terakhir", "Last row"),
        &[(&[Panes, Reading, Menu, Pages], "G,end"), (&[Copying, Exporting], "end")]),
    row(Action::Move(Move::HalfPageDown), "half-page-down", (Moving, None), both("Setengah halaman ke bawah", "Half a page down"),
        &[(&[Panes, Reading, Pages], "ctrl-d")]),
    row(Action::Move(Move::HalfPageUp), "half-page-up", (Moving, None), both("Setengah halaman ke atas", "Half a page up"),
        &[(&[Panes, Reading, Pages], "ctrl-u")]),
    row(Action::Move(Move::PageDown), "page-down", (Moving, None), both("Satu halaman ke bawah", "A page down"),
        &[(&[Panes, Pages], "pgdn,ctrl-f"), (&[Reading], "pgdn,ctrl-f,space"), (&[Search, Commands], "pgdn")]),
    row(Action::Move(Move::PageUp), "page-up", (Moving, None), both("Satu halaman ke atas", "A page up"),
        &[(&[Panes, Reading, Pages], "pgup,ctrl-b"), (&[Search, Commands], "pgup")]),

    row(Action::Open, "open", (Group::Reading, Some(both("buka", "open"))), both("Buka yang dipilih", "Open what is selected"),
        &[(&[Panes, Search, Narrowing, Menu, Copying, Exporting, Pages, Commands], "enter")]),
    row(Action::Search, "search", (Group::Reading, Some(both("cari", "search"))), both("Cari di semua kunjungan", "Search all visits"),
        &[(&[Panes], "/")]),
    row(Action::Close, "close", (Program, Some(both("keluar", "quit"))), both("Tutup yang teratas, atau keluar", "Close what is on top, or quit"),
        &[(&[Panes, Reading, Menu, Copying, Exporting, Pages], "q")]),
    row(Action::NextPane, "next-pane", (Group::Panes, Some(both("panel", "pane"))), both("Panel berikutnya", "Next pane"),
        &[(&[Panes], "tab")]),
    row(Action::PreviousPane, "previous-pane", (Group::Panes, None), both("Panel sebelumnya", "Previous pane"),
        &[(&[Panes], "shift-tab")]),
    row(Action::Left, "left", (Group::Panes, None), both("Panel di kiri, atau satu tingkat keluar", "Pane to the left, or one level out"),
        &[(&[Panes], "h,left")]),
    row(Action::Right, "right", (Group::Panes, None), both("Panel di kanan, atau satu tingkat masuk", "Pane to the right, or one level in"),
        &[(&[Panes], "l,right")]),
    row(Action::Pane(0), "pane-visits", (Group::Panes, None), both("Ke panel kunjungan", "To the pane of visits"), &[(&[Panes], "1")]),
    row(Action::Pane(1), "pane-stops", (Group::Panes, None), both("Ke panel persinggahan", "To the pane of stops"), &[(&[Panes], "2")]),
    row(Action::Pane(2), "pane-participants", (Group::Panes, None), both("Ke panel peserta", "To the pane of participants"), &[(&[Panes], "3")]),
    row(Action::Pane(3), "pane-statements", (Group::Panes, None), both("Ke panel pernyataan", "To the pane of statements"), &[(&[Panes], "4")]),
    row(Action::Pane(4), "pane-detail", (Group::Panes, None), both("Ke panel rincian", "To the pane of details"), &[(&[Panes], "5")]),

    row(Action::Zoom, "zoom", (Group::Panes, Some(both("perbesar", "zoom"))), both("Satu panel sebesar layar, lalu kembali", "One pane on the whole screen, and back"), &[(&[Panes], "z")]),
    row(Action::Sort(Order::Given), "sort-given", (Group::Panes, None), both("Urutkan: urutan semula", "Sort: the original order"), &[(&[Panes], "s s")]),
    row(Action::Sort(Order::Time), "sort-time", (Group::Panes, None), both("Urutkan: waktu", "Sort: time"), &[(&[Panes], "s t")]),
    row(Action::Sort(Order::Name), "sort-name", (Group::Panes, None), both("Urutkan: nama atau pembicara", "Sort: name or speaker"), &[(&[Panes], "s n")]),
    row(Action::Sort(Order::Place), "sort-place", (Group::Panes, None), both("Urutkan: tempat", "Sort: place"), &[(&[Panes], "s p")]),
    row(Action::Sort(Order::Count), "sort-count", (Group::Panes, None), both("Urutkan: banyaknya pernyataan", "Sort: number of statements"), &[(&[Panes], "s c")]),
    row(Action::Lines, "lines", (Group::Panes, None), both("Baris per pernyataan: semua, satu, atau tiga", "Lines of a statement: all, one, or three"), &[(&[Panes], "w")]),

    row(Action::SearchWithin, "search-within", (Group::Reading, Some(both("lingkup", "scope"))), both("Cari di semua, di kunjungan ini, di persinggahan ini", "Search everywhere, in this visit, at this stop"),
        &[(&[Search], "ctrl-r")]),
    row(Action::SearchKind, "search-kind", (Group::Reading, Some(both("jenis", "kind"))), both("Cari semua jenis, atau satu jenis saja", "Search all kinds, or one kind only"),
        &[(&[Search], "ctrl-k")]),
    row(Action::OlderQuery, "older-query", (Group::Reading, None), both("Pencarian sebelumnya; juga panah atas di hasil pertama", "An earlier search; also arrow up on the first result"),
        &[(&[Search], "ctrl-up")]),
    row(Action::NewerQuery, "newer-query", (Group::Reading, None), both("Pencarian sesudahnya", "A later search"),
        &[(&[Search], "ctrl-down")]),
    row(Action::NextHit, "next-hit", (Group::Reading, Some(both("hasil berikutnya", "next hit"))), both("Hasil pencarian berikutnya", "Next hit of the last search"),
        &[(&[Panes], "n,f3")]),
    row(Action::PreviousHit, "previous-hit", (Group::Reading, None), both("Hasil pencarian sebelumnya", "Previous hit of the last search"),
        &[(&[Panes], "N,shift-f3")]),
    row(Action::Back, "back", (Group::Reading, None), both("Mundur ke tempat sebelumnya", "Back to the place before"),
        &[(&[Panes], "H,[,alt-left")]),
    row(Action::Forward, "forward", (Group::Reading, None), both("Maju lagi", "Forward again"),
        &[(&[Panes], "L,],alt-right")]),
    row(Action::Problems, "problems", (Group::Reading, None), both("Pemeriksaan data", "Data check"),
        &[(&[Panes], "p,!")]),

    row(Action::Gather, "page", (Group::Reading, None), both("Halaman orang atau tempat ini dari semua kunjungan", "The page of this person or place across all visits"),
        &[(&[Panes, Pages], "v p")]),
    row(Action::InContext, "in-context", (Group::Reading, None), both("Baca dalam konteks: pernyataan sebelum dan sesudahnya", "Read in context: the statements before and after"),
        &[(&[Panes, Pages], "v c")]),
    row(Action::Variants, "variants", (Group::Reading, None), both("Varian ucapan ini berdampingan", "The variants of this utterance side by side"),
        &[(&[Panes, Pages], "v v")]),
    row(Action::Translation, "translation", (Group::Reading, None), both("Tampilkan terjemahannya, lalu aslinya lagi", "Show its translation, then the original again"),
        &[(&[Panes, Pages], "v l")]),
    row(Action::Trail, "trail", (Group::Reading, Some(both("jejak", "trail"))), both("Jejak sumber: dari pernyataan ke sumber, URL, berkas, dan baris", "Source trail: from the statement to source, URL, file and line"),
        &[(&[Panes, Pages], "i")]),
    row(Action::Errand(Errand::OpenSource), "open-source", (Group::Reading, None), both("Buka sumbernya di peramban", "Open its source in the browser"), &[(&[Panes, Pages, Reading], "o")]),
    row(Action::Errand(Errand::EditRecord), "edit", (Group::Reading, Some(both("sunting", "edit"))), both("Sunting di editor, tepat di barisnya", "Edit at its very line"), &[(&[Panes, Pages, Reading], "e")]),
    row(Action::Errand(Errand::EditFile), "edit-file", (Group::Reading, None), both("Sunting berkasnya dari awal", "Edit its file from the top"), &[(&[Panes, Pages, Reading], "E")]),
    row(Action::Errand(Errand::Reload), "reload", (Group::Reading, None), both("Muat ulang; berkas juga diikuti otomatis", "Reload; files are followed anyway"), &[(&[Panes, Pages, Reading], "r")]),

    row(Action::Basket(Keep::Mark), "mark", (Leaving, Some(both("tandai", "mark"))), both("Tandai pernyataan untuk keranjang, atau lepas tandanya; lalu ke baris berikutnya", "Mark the statement for the basket, or unmark it; then to the next row"),
        &[(&[Panes, Pages], "space"), (&[Search], "tab")]),
    row(Action::Basket(Keep::Show), "basket", (Leaving, Some(both("keranjang", "basket"))), both("Keranjang: pernyataan yang ditandai", "Basket: the marked statements"),
        &[(&[Panes, Pages], "b")]),
    row(Action::Basket(Keep::Earlier), "earlier", (Leaving, None), both("Naikkan di keranjang", "Move up in the basket"), &[(&[Pages], "K,shift-up")]),
    row(Action::Basket(Keep::Later), "later", (Leaving, Some(both("geser", "move"))), both("Turunkan di keranjang", "Move down in the basket"), &[(&[Pages], "J,shift-down")]),
    row(Action::Basket(Keep::Undo), "undo-basket", (Leaving, None), both("Urungkan perubahan keranjang yang terakhir", "Undo the last change of the basket"), &[(&[Pages], "u")]),
    row(Action::Basket(Keep::Empty), "empty-basket", (Leaving, None), both("Kosongkan keranjang; u mengembalikannya", "Empty the basket; u brings it back"), &[(&[Pages], "X")]),
    row(Action::Basket(Keep::Print), "quit-printing", (Leaving, Some(both("cetak lalu keluar", "print and quit"))), both("Keluar dan cetak isi keranjang", "Quit and print the basket"), &[(&[Panes, Pages, Reading, Menu], "P")]),
    row(Action::Copy, "copy", (Leaving, Some(both("salin", "copy"))), both("Salin yang dipilih; di menunya c mencetak, e mengekspor", "Copy what is selected; in its menu c prints, e exports"),
        &[(&[Panes, Pages, Reading], "y"), (&[Search], "ctrl-y")]),
    row(Action::CopyAgain, "copy-again", (Leaving, None), both("Salin dengan bentuk terakhir", "Copy in the form of last time"), &[(&[Panes, Pages, Reading], "Y")]),
    row(Action::CopyAs(Form::Cite(Style::Press)), "copy-press", (Leaving, None), both("Salin kutipan dengan atribusinya", "Copy the quote with its attribution"), &[(&[Copying], "y")]),
    row(Action::CopyAs(Form::Cite(Style::Text)), "copy-text", (Leaving, None), both("Salin teks saja", "Copy the text only"), &[(&[Copying], "t")]),
    row(Action::CopyAs(Form::Cite(Style::Card)), "copy-card", (Leaving, None), both("Salin kartu kutipan", "Copy a quote card"), &[(&[Copying], "k")]),
    row(Action::CopyAs(Form::Cite(Style::Apa)), "copy-apa", (Leaving, None), both("Salin sitasi APA", "Copy an APA citation"), &[(&[Copying], "a")]),
    row(Action::CopyAs(Form::Cite(Style::Chicago)), "copy-chicago", (Leaving, None), both("Salin sitasi Chicago", "Copy a Chicago citation"), &[(&[Copying], "h")]),
    row(Action::CopyAs(Form::Cite(Style::Markdown)), "copy-markdown", (Leaving, None), both("Salin Markdown", "Copy Markdown"), &[(&[Copying], "m")]),
    row(Action::CopyAs(Form::Cite(Style::Bibtex)), "copy-bibtex", (Leaving, None), both("Salin BibTeX", "Copy BibTeX"), &[(&[Copying], "b")]),
    row(Action::CopyAs(Form::Cite(Style::Ris)), "copy-ris", (Leaving, None), both("Salin RIS", "Copy RIS"), &[(&[Copying], "r")]),
    row(Action::CopyAs(Form::Cite(Style::CslJson)), "copy-csl-json", (Leaving, None), both("Salin CSL-JSON", "Copy CSL-JSON"), &[(&[Copying], "s")]),
    row(Action::CopyAs(Form::Json), "copy-json", (Leaving, None), both("Salin JSON", "Copy JSON"), &[(&[Copying], "j")]),
    row(Action::CopyAs(Form::Linked), "copy-json-ld", (Leaving, None), both("Salin JSON-LD", "Copy JSON-LD"), &[(&[Copying], "l")]),
    row(Action::CopyAs(Form::Cite(Style::Reference)), "copy-reference", (Leaving, None), both("Salin rujukan", "Copy the reference"), &[(&[Copying], "i")]),
    row(Action::CopyAs(Form::Place), "copy-place", (Leaving, None), both("Salin berkas:baris", "Copy file:line"), &[(&[Copying], "p")]),
    row(Action::CopyAs(Form::Address), "copy-address", (Leaving, None), both("Salin URL sumber", "Copy the URL of the source"), &[(&[Copying], "u")]),
    row(Action::Print, "print", (Leaving, Some(both("cetak", "print"))), both("Cetak ke layar biasa, untuk dipilih dengan tetikus", "Print on the normal screen, to select it with the mouse"), &[(&[Copying], "c")]),
    row(Action::NextWords, "next-words", (Leaving, Some(both("terjemahan", "translation"))), both("Kata-kata terjemahannya", "The words of its translation"), &[(&[Copying], "tab")]),
    row(Action::Export, "export", (Leaving, Some(both("ekspor", "export"))), both("Ekspor yang tampak ke berkas", "Export what is in sight to a file"), &[(&[Copying], "e")]),
    row(Action::ExportAs(Format::Sheet), "export-txt", (Leaving, None), both("Ekspor sebagai lembar kutipan", "Export as a sheet of quotes"), &[(&[Exporting], "t")]),
    row(Action::ExportAs(Format::Json), "export-json", (Leaving, None), both("Ekspor sebagai JSON", "Export as JSON"), &[(&[Exporting], "j")]),
    row(Action::ExportAs(Format::Jsonl), "export-jsonl", (Leaving, None), both("Ekspor sebagai JSON Lines", "Export as JSON Lines"), &[(&[Exporting], "l")]),
    row(Action::ExportAs(Format::Csv), "export-csv", (Leaving, None), both("Ekspor sebagai CSV", "Export as CSV"), &[(&[Exporting], "c")]),
    row(Action::ExportAs(Format::Markdown), "export-md", (Leaving, None), both("Ekspor sebagai Markdown", "Export as Markdown"), &[(&[Exporting], "m")]),
    row(Action::ExportAs(Format::Html), "export-html", (Leaving, None), both("Ekspor sebagai HTML", "Export as HTML"), &[(&[Exporting], "h")]),
    row(Action::ExportAs(Format::Calendar), "export-ics", (Leaving, None), both("Ekspor sebagai iCalendar", "Export as iCalendar"), &[(&[Exporting], "k")]),
    row(Action::ExportAs(Format::JsonLd), "export-jsonld", (Leaving, None), both("Ekspor sebagai JSON-LD", "Export as JSON-LD"), &[(&[Exporting], "d")]),

    row(Action::Narrow, "narrow", (Choosing, Some(both("cari di panel", "find in pane")) ), both("Cari di panel ini saja sambil mengetik", "Find in this pane only, while typing"),
        &[(&[Panes], "f")]),
    row(Action::Chips(Change::Add), "add-chip", (Choosing, Some(both("tambah", "add"))), both("Tambahkan baris ini ke saringan sejenis", "Add this row to the filters of its kind"),
        &[(&[Panes, Menu], "+,a")]),
    row(Action::Chips(Change::DropLast), "drop-last-chip", (Choosing, Some(both("lepas", "remove"))), both("Lepas saringan terakhir", "Remove the last filter"),
        &[(&[Panes], "x x")]),
    row(Action::Chips(Change::Drop(0)), "drop-chip-1", (Choosing, None), both("Lepas saringan no. 1", "Remove filter 1"), &[(&[Panes], "x 1")]),
    row(Action::Chips(Change::Drop(1)), "drop-chip-2", (Choosing, None), both("Lepas saringan no. 2", "Remove filter 2"), &[(&[Panes], "x 2")]),
    row(Action::Chips(Change::Drop(2)), "drop-chip-3", (Choosing, None), both("Lepas saringan no. 3", "Remove filter 3"), &[(&[Panes], "x 3")]),
    row(Action::Chips(Change::Drop(3)), "drop-chip-4", (Choosing, None), both("Lepas saringan no. 4", "Remove filter 4"), &[(&[Panes], "x 4")]),
    row(Action::Chips(Change::Drop(4)), "drop-chip-5", (Choosing, None), both("Lepas saringan no. 5", "Remove filter 5"), &[(&[Panes], "x 5")]),
    row(Action::Chips(Change::Drop(5)), "drop-chip-6", (Choosing, None), both("Lepas saringan no. 6", "Remove filter 6"), &[(&[Panes], "x 6")]),
    row(Action::Chips(Change::Drop(6)), "drop-chip-7", (Choosing, None), both("Lepas saringan no. 7", "Remove filter 7"), &[(&[Panes], "x 7")]),
    row(Action::Chips(Change::Drop(7)), "drop-chip-8", (Choosing, None), both("Lepas saringan no. 8", "Remove filter 8"), &[(&[Panes], "x 8")]),
    row(Action::Chips(Change::Drop(8)), "drop-chip-9", (Choosing, None), both("Lepas saringan no. 9", "Remove filter 9"), &[(&[Panes], "x 9")]),
    row(Action::Chips(Change::DropAll), "drop-all-chips", (Choosing, None), both("Lepas semua saringan", "Remove all filters"), &[(&[Panes], "X")]),
    row(Action::Chips(Change::Undo), "undo-chips", (Choosing, Some(both("urungkan", "undo"))), both("Urungkan perubahan saringan", "Undo the last change of the filters"), &[(&[Panes], "u")]),
    row(Action::Chips(Change::Redo), "redo-chips", (Choosing, None), both("Ulangi yang diurungkan", "Redo what was undone"), &[(&[Panes], "U")]),
    row(Action::Outside, "outside", (Choosing, None), both("Sembunyikan atau tampilkan baris di luar saringan", "Hide or show rows outside the filters"),
        &[(&[Panes], ".,d")]),

    row(Action::Edit(Edit::Left), "edit-left", (Editing, None), both("Kursor ke kiri", "Cursor left"), &[(&[Search, Narrowing, Commands], "left,ctrl-b")]),
    row(Action::Edit(Edit::Right), "edit-right", (Editing, None), both("Kursor ke kanan", "Cursor right"), &[(&[Search, Narrowing, Commands], "right,ctrl-f")]),
    row(Action::Edit(Edit::Start), "edit-start", (Editing, None), both("Ke awal", "To the start"), &[(&[Search, Narrowing, Commands], "home,ctrl-a")]),
    row(Action::Edit(Edit::End), "edit-end", (Editing, None), both("Ke akhir", "To the end"), &[(&[Search, Narrowing, Commands], "end,ctrl-e")]),
    row(Action::Edit(Edit::DeleteLeft), "edit-delete-left", (Editing, None), both("Hapus huruf di kiri", "Delete the character before the cursor"),
        &[(&[Search, Narrowing, Commands], "backspace,ctrl-h")]),
    row(Action::Edit(Edit::DeleteRight), "edit-delete-right", (Editing, None), both("Hapus huruf di kanan", "Delete the character after the cursor"),
        &[(&[Search, Narrowing, Commands], "delete,ctrl-d")]),
    row(Action::Edit(Edit::DeleteWord), "edit-delete-word", (Editing, None), both("Hapus kata di kiri", "Delete the word before the cursor"),
        &[(&[Search, Narrowing, Commands], "ctrl-w")]),
    row(Action::Edit(Edit::Clear), "edit-clear", (Editing, None), both("Kosongkan", "Delete everything"), &[(&[Search, Narrowing, Commands], "ctrl-u")]),

    row(Action::StepOut, "step-out", (Program, Some(both("tutup", "close"))), both("Satu langkah keluar, terakhir melepas semua saringan; tidak pernah menutup program", "One step out, at last from all filters; never quits"),
        &[(EVERYWHERE, "esc")]),
    row(Action::Quit, "quit", (Program, None), both("Keluar", "Quit"), &[(&[Panes, Reading, Menu, Pages], "Q")]),
    row(Action::Interrupt, "interrupt", (Program, None), both("Kosongkan lalu tutup kotak cari; tekan dua kali untuk keluar", "Clear, then close the search; press twice to quit"),
        &[(EVERYWHERE, "ctrl-c")]),
    row(Action::Language, "language", (Program, None), both("Ganti bahasa: Indonesia, Inggris", "Change the language: Indonesian, English"),
        &[(EVERYWHERE, "f2")]),
    row(Action::Clicks, "mouse", (Program, None), both("Lepaskan tetikus untuk memilih teks, atau ambil kembali", "Release the mouse to select text, or take it back"), &[(EVERYWHERE, "f8")]),
    row(Action::Suspend, "suspend", (Program, None), both("Tangguhkan; fg untuk kembali", "Suspend; fg comes back"),
        &[(EVERYWHERE, "ctrl-z")]),
    row(Action::Repaint, "repaint", (Program, None), both("Gambar ulang layar", "Redraw the screen"),
        &[(EVERYWHERE, "ctrl-l")]),
    row(Action::Help, "help", (Program, Some(both("bantuan", "help"))), both("Bantuan ini", "This help"),
        // No name of a command has a question mark, and who has opened the help with it closes it with it.
        &[(&[Panes, Reading, Menu, Copying, Exporting, Pages, Commands], "?,f1"), (&[Search, Narrowing], "f1")]),
    row(Action::Palette, "palette", (Program, Some(both("perintah", "commands"))), both("Palet perintah: cari menurut nama, lalu jalankan", "Command palette: find by name and run"),
        &[(&[Panes, Pages, Reading], ":,ctrl-p")]),
];
