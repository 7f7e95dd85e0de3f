//! The table of commands: names, labels and keys.
//!
//! Key handling, key hints, the help, the palette and `docs/KEYS.md` read this table, in the order of its rows. A new command is a
//! variant of `Action`, one row here, and one arm in `App::perform`; an action with a parameter, such as `CopyAs`, has its arm.
//!
//! The keys of a row: alternatives are separated by commas, so a comma cannot be a key; the keys of a sequence by spaces. Every
//! command has a key of letters or digits (or `/`, `?`, Space); `h j k l g G` only move; where text is typed, no plain letter is a
//! command. The tests of `input/keymap.rs` say so: `cargo test --lib keymap`.

use super::{
    Action, BasketAction, Command, Context, Edit, EntryAction, ExternalAction, FilterChange, Group, Move,
    StatsAction,
};
use crate::app::browse::sorting::Order;
use crate::app::form::Form;
use crate::cite::Style;
use crate::export::ExportFormat;
use crate::lang::Both;

use Context::{Commands, Copying, Exporting, FindInPane, Help, Menu, Pages, Panes, Reading, Search, Views};
use Group::{Adding, Editing, Filtering, Navigation, Output, Program, Whole};

/// Where text is typed.
const TYPED: &[Context] = &[Search, FindInPane, Commands, Context::Form];

/// Keys that work in every context.
const EVERYWHERE: &[Context] = &Context::ALL;

/// A command. The hint is its word in the footer; without one the footer leaves it out.
const fn row(
    action: Action,
    name: &'static str,
    (group, hint): (Group, Option<Both>),
    label: Both,
    keys: &'static [(&'static [Context], &'static str)],
) -> Command {
    Command { action, name, group, label, hint, keys }
}

const fn both(id: &'static str, en: &'static str) -> Both {
    Both { id, en }
}

/// Every command.
#[rustfmt::skip]
pub static COMMANDS: &[Command] = &[
    row(Action::Move(Move::Next), "next", (Navigation, None), both("Baris berikutnya", "Next row"),
        &[(&[Panes, Reading, Menu, Pages, Views, Help], "j,down"), (&[Copying, Exporting], "j,down,ctrl-n"), (TYPED, "down,ctrl-n")]),
    row(Action::Move(Move::Previous), "previous", (Navigation, None), both("Baris sebelumnya", "Previous row"),
        &[(&[Panes, Reading, Menu, Pages, Views, Help], "k,up"), (&[Copying, Exporting], "k,up,ctrl-p"), (TYPED, "up,ctrl-p")]),
    row(Action::Move(Move::First), "first", (Navigation, None), both("Ke baris pertama", "First row"),
        &[(&[Panes, Reading, Menu, Copying, Exporting, Pages, Views, Help], "g,home")]),
    row(Action::Move(Move::Last), "last", (Navigation, None), both("Ke baris terakhir", "Last row"),
        &[(&[Panes, Reading, Menu, Copying, Exporting, Pages, Views, Help], "G,end")]),
    row(Action::Move(Move::HalfPageDown), "half-page-down", (Navigation, None), both("Setengah halaman ke bawah", "Half a page down"),
        &[(&[Panes, Reading, Pages, Views, Help], "ctrl-d")]),
    row(Action::Move(Move::HalfPageUp), "half-page-up", (Navigation, None), both("Setengah halaman ke atas", "Half a page up"),
        &[(&[Panes, Reading, Pages, Views, Help], "ctrl-u")]),
    row(Action::Move(Move::PageDown), "page-down", (Navigation, None), both("Satu halaman ke bawah", "Page down"),
        &[(&[Panes, Pages, Views, Help], "pgdn,ctrl-f"), (&[Reading], "pgdn,ctrl-f,space"), (&[Search, Commands, Context::Form], "pgdn")]),
    row(Action::Move(Move::PageUp), "page-up", (Navigation, None), both("Satu halaman ke atas", "Page up"),
        &[(&[Panes, Reading, Pages, Views, Help], "pgup,ctrl-b"), (&[Search, Commands, Context::Form], "pgup")]),

    row(Action::Open, "open", (Group::Reading, Some(both("buka", "open"))), both("Buka yang dipilih", "Open what is selected"),
        &[(&[Panes, Search, FindInPane, Menu, Copying, Exporting, Pages, Commands, Context::Form, Views, Help], "enter")]),
    row(Action::Search, "search", (Group::Reading, Some(both("cari", "search"))), both("Cari di semua kunjungan", "Search all visits"),
        &[(&[Panes, Views, Help], "/")]),
    row(Action::Close, "close", (Program, Some(both("keluar", "quit"))), both("Tutup jendela ini, atau keluar", "Close this window, or quit"),
        &[(&[Panes, Reading, Menu, Copying, Exporting, Pages, Views, Help], "q")]),
    row(Action::NextPane, "next-pane", (Group::Panes, Some(both("panel", "pane"))), both("Panel berikutnya", "Next pane"),
        &[(&[Panes], "tab")]),
    row(Action::PreviousPane, "previous-pane", (Group::Panes, None), both("Panel sebelumnya", "Previous pane"),
        &[(&[Panes], "shift-tab")]),
    row(Action::Left, "left", (Group::Panes, None), both("Panel kiri, atau satu tingkat keluar", "Pane to the left, or one level out"),
        &[(&[Panes, Views], "h,left")]),
    row(Action::Right, "right", (Group::Panes, None), both("Panel kanan, atau satu tingkat masuk", "Pane to the right, or one level in"),
        &[(&[Panes, Views], "l,right")]),
    row(Action::Pane(0), "pane-visits", (Group::Panes, None), both("Ke panel kunjungan", "Go to the visits"), &[(&[Panes], "1")]),
    row(Action::Pane(1), "pane-stops", (Group::Panes, None), both("Ke panel lokasi kunjungan", "Go to the stops"), &[(&[Panes], "2")]),
    row(Action::Pane(2), "pane-participants", (Group::Panes, None), both("Ke panel peserta", "Go to the participants"), &[(&[Panes], "3")]),
    row(Action::Pane(3), "pane-statements", (Group::Panes, None), both("Ke panel pernyataan", "Go to the statements"), &[(&[Panes], "4")]),
    row(Action::Pane(4), "pane-detail", (Group::Panes, None), both("Ke panel rincian", "Go to the details"), &[(&[Panes], "5")]),

    row(Action::Zoom, "zoom", (Group::Panes, Some(both("perbesar", "zoom"))), both("Panel selayar penuh, atau kembali", "Full-screen pane, or back"), &[(&[Panes], "z")]),
    row(Action::Sort(Order::Given), "sort-given", (Group::Panes, None), both("Urutkan: seperti semula", "Sort: original order"), &[(&[Panes], "s s")]),
    row(Action::Sort(Order::Time), "sort-time", (Group::Panes, None), both("Urutkan: waktu", "Sort: time"), &[(&[Panes], "s t")]),
    row(Action::Sort(Order::Name), "sort-name", (Group::Panes, None), both("Urutkan: nama atau pembicara", "Sort: name or speaker"), &[(&[Panes], "s n")]),
    row(Action::Sort(Order::Place), "sort-place", (Group::Panes, None), both("Urutkan: lokasi", "Sort: stop"), &[(&[Panes], "s p")]),
    row(Action::Sort(Order::Count), "sort-count", (Group::Panes, None), both("Urutkan: jumlah pernyataan", "Sort: number of statements"), &[(&[Panes], "s c")]),
    row(Action::Lines, "lines", (Group::Panes, None), both("Baris per pernyataan: semua, satu, atau tiga", "Lines per statement: all, one, or three"), &[(&[Panes], "w")]),

    row(Action::SearchWithin, "search-within", (Group::Reading, Some(both("lingkup", "scope"))), both("Cari di semua kunjungan, di kunjungan ini, atau di lokasi ini", "Search all visits, this visit, or this stop"),
        &[(&[Search], "ctrl-r")]),
    row(Action::SearchKind, "search-kind", (Group::Reading, Some(both("jenis", "kind"))), both("Cari semua jenis, atau satu jenis saja", "Search all kinds, or one kind only"),
        &[(&[Search], "ctrl-k")]),
    row(Action::KeepSearch, "keep-search", (Group::Reading, Some(both("saring", "filter"))), both("Jadikan pencarian ini saringan bagi pernyataan di semua kunjungan", "Keep this search as a filter of the statements of all visits"),
        &[(&[Search], "ctrl-s")]),
    row(Action::OlderQuery, "older-query", (Group::Reading, None), both("Pencarian sebelumnya; juga dengan naik dari hasil pertama", "Earlier search; also by moving up from the first result"),
        &[(&[Search], "ctrl-up")]),
    row(Action::NewerQuery, "newer-query", (Group::Reading, None), both("Pencarian sesudahnya", "Later search"),
        &[(&[Search], "ctrl-down")]),
    row(Action::NextResult, "next-hit", (Group::Reading, Some(both("hasil berikutnya", "next result"))), both("Hasil pencarian berikutnya", "Next search result"),
        &[(&[Panes], "n,f3")]),
    row(Action::PreviousResult, "previous-hit", (Group::Reading, None), both("Hasil pencarian sebelumnya", "Previous search result"),
        &[(&[Panes], "N,shift-f3")]),
    row(Action::Back, "back", (Group::Reading, None), both("Mundur ke langkah sebelumnya", "Go back"),
        &[(&[Panes], "H,[,alt-left")]),
    row(Action::Forward, "forward", (Group::Reading, None), both("Maju lagi", "Go forward"),
        &[(&[Panes], "L,],alt-right")]),
    row(Action::Problems, "problems", (Group::Reading, None), both("Pemeriksaan data", "Data check"),
        &[(&[Panes], "p,!")]),

    row(Action::RecordPage, "page", (Group::Reading, None), both("Halaman orang, organisasi, atau lokasi ini dari semua kunjungan", "Page of this person, organization or stop across all visits"),
        &[(&[Panes, Pages], "v p")]),
    row(Action::InContext, "in-context", (Group::Reading, None), both("Baca dalam konteks: pernyataan sebelum dan sesudahnya", "Read in context: the statements before and after"),
        &[(&[Panes, Pages], "v c")]),
    row(Action::Variants, "variants", (Group::Reading, None), both("Varian ucapan ini berdampingan", "Variants of this statement side by side"),
        &[(&[Panes, Pages], "v v")]),
    row(Action::Translation, "translation", (Group::Reading, None), both("Tampilkan terjemahannya, lalu aslinya lagi", "Show the translation, then the original again"),
        &[(&[Panes, Pages], "t")]),
    row(Action::SourceTrail, "trail", (Group::Reading, Some(both("asal", "trail"))), both("Asal kutipan: dari pernyataan ke sumber, URL, berkas, dan baris", "Source trail: from the statement to source, URL, file and line"),
        &[(&[Panes, Pages], "i")]),
    row(Action::External(ExternalAction::OpenSource), "open-source", (Group::Reading, None), both("Buka sumbernya di peramban", "Open the source in the browser"), &[(&[Panes, Pages, Reading], "o")]),
    row(Action::External(ExternalAction::EditRecord), "edit", (Group::Reading, Some(both("sunting", "edit"))), both("Sunting di editor, langsung di barisnya", "Edit this record in the editor, at its line"), &[(&[Panes, Pages, Reading], "e")]),
    row(Action::External(ExternalAction::EditFile), "edit-file", (Group::Reading, None), both("Sunting berkasnya dari awal", "Edit its file from the top"), &[(&[Panes, Pages, Reading], "E")]),
    row(Action::External(ExternalAction::Reload), "reload", (Group::Reading, None), both("Muat ulang; perubahan berkas juga dimuat otomatis", "Reload; changed files are also reloaded automatically"), &[(&[Panes, Pages, Reading], "r")]),

    row(Action::Basket(BasketAction::Mark), "mark", (Output, Some(both("tandai", "mark"))), both("Tandai pernyataan untuk keranjang, atau lepas tandanya; lalu ke baris berikutnya", "Mark the statement for the basket, or unmark it; then go to the next row"),
        &[(&[Panes, Pages], "space"), (&[Search], "tab")]),
    row(Action::Basket(BasketAction::Show), "basket", (Output, Some(both("keranjang", "basket"))), both("Keranjang: pernyataan yang ditandai", "Basket: the marked statements"),
        &[(&[Panes, Pages], "b")]),
    row(Action::Basket(BasketAction::MoveUp), "earlier", (Output, None), both("Naikkan di keranjang", "Move up in the basket"), &[(&[Pages], "K,shift-up")]),
    row(Action::Basket(BasketAction::MoveDown), "later", (Output, Some(both("geser", "move"))), both("Turunkan di keranjang", "Move down in the basket"), &[(&[Pages], "J,shift-down")]),
    row(Action::Basket(BasketAction::Undo), "undo-basket", (Output, None), both("Urungkan perubahan keranjang yang terakhir", "Undo the last change to the basket"), &[(&[Pages], "u")]),
    row(Action::Basket(BasketAction::Empty), "empty-basket", (Output, None), both("Kosongkan keranjang; dapat diurungkan", "Empty the basket; can be undone"), &[(&[Pages], "X")]),
    row(Action::Basket(BasketAction::QuitAndPrint), "quit-printing", (Output, Some(both("cetak lalu keluar", "print and quit"))), both("Keluar dan cetak isi keranjang", "Quit and print the basket"), &[(&[Panes, Pages, Reading, Menu], "P")]),
    row(Action::Copy, "copy", (Output, Some(both("salin", "copy"))), both("Salin yang dipilih: menu bentuk, juga untuk mencetak dan mengekspor", "Copy the selection: a menu of forms, also to print and export"),
        &[(&[Panes, Pages, Reading], "y"), (&[Search], "ctrl-y")]),
    row(Action::CopyAgain, "copy-again", (Output, None), both("Salin dalam bentuk terakhir", "Copy in the last form used"), &[(&[Panes, Pages, Reading], "Y")]),
    row(Action::CopyAs(Form::Cite(Style::Press)), "copy-press", (Output, None), both("Salin kutipan dengan atribusinya; dari kunjungan, orang, atau lokasi: ringkasannya", "Copy the quote with its attribution; for a visit, a person or a stop: a briefing"), &[(&[Copying], "y")]),
    row(Action::CopyAs(Form::Cite(Style::Text)), "copy-text", (Output, None), both("Salin teks atau namanya saja", "Copy only the text or the name"), &[(&[Copying], "t")]),
    row(Action::CopyAs(Form::Cite(Style::Card)), "copy-card", (Output, None), both("Salin kartu kutipan", "Copy a quote card"), &[(&[Copying], "f")]),
    row(Action::CopyAs(Form::Cite(Style::Apa)), "copy-apa", (Output, None), both("Salin sitasi APA", "Copy an APA citation"), &[(&[Copying], "a")]),
    row(Action::CopyAs(Form::Cite(Style::Chicago)), "copy-chicago", (Output, None), both("Salin sitasi Chicago", "Copy a Chicago citation"), &[(&[Copying], "o")]),
    row(Action::CopyAs(Form::Cite(Style::Markdown)), "copy-markdown", (Output, None), both("Salin kutipan atau ringkasan dalam Markdown", "Copy the quote or the briefing as Markdown"), &[(&[Copying], "m")]),
    row(Action::CopyAs(Form::Cite(Style::Bibtex)), "copy-bibtex", (Output, None), both("Salin BibTeX", "Copy BibTeX"), &[(&[Copying], "b")]),
    row(Action::CopyAs(Form::Cite(Style::Ris)), "copy-ris", (Output, None), both("Salin RIS", "Copy RIS"), &[(&[Copying], "r")]),
    row(Action::CopyAs(Form::Cite(Style::CslJson)), "copy-csl-json", (Output, None), both("Salin CSL-JSON", "Copy CSL-JSON"), &[(&[Copying], "s")]),
    row(Action::CopyAs(Form::Json), "copy-json", (Output, None), both("Salin JSON", "Copy JSON"), &[(&[Copying], "n")]),
    row(Action::CopyAs(Form::JsonLd), "copy-json-ld", (Output, None), both("Salin JSON-LD", "Copy JSON-LD"), &[(&[Copying], "d")]),
    row(Action::CopyAs(Form::Cite(Style::Reference)), "copy-reference", (Output, None), both("Salin kode", "Copy the reference"), &[(&[Copying], "i")]),
    row(Action::CopyAs(Form::FileLine), "copy-place", (Output, None), both("Salin berkas:baris", "Copy file:line"), &[(&[Copying], "p")]),
    row(Action::CopyAs(Form::SourceUrl), "copy-address", (Output, None), both("Salin URL sumber", "Copy the source URL"), &[(&[Copying], "u")]),
    row(Action::Print, "print", (Output, Some(both("cetak", "print"))), both("Cetak ke layar biasa, untuk dipilih dengan tetikus", "Print to the normal screen, to select with the mouse"), &[(&[Copying], "c")]),
    row(Action::CopyTranslation, "next-words", (Output, Some(both("terjemahan", "translation"))), both("Terjemahan berikutnya, atau teks aslinya", "Next translation, or the original"), &[(&[Copying], "tab")]),
    row(Action::Export, "export", (Output, Some(both("ekspor", "export"))), both("Ekspor yang tampak ke berkas", "Export what is visible to a file"), &[(&[Copying], "e")]),
    row(Action::ExportAs(ExportFormat::Text), "export-txt", (Output, None), both("Ekspor sebagai lembar kutipan", "Export as a quote sheet"), &[(&[Exporting], "t")]),
    row(Action::ExportAs(ExportFormat::Json), "export-json", (Output, None), both("Ekspor sebagai JSON", "Export as JSON"), &[(&[Exporting], "n")]),
    row(Action::ExportAs(ExportFormat::Jsonl), "export-jsonl", (Output, None), both("Ekspor sebagai JSON Lines", "Export as JSON Lines"), &[(&[Exporting], "s")]),
    row(Action::ExportAs(ExportFormat::Csv), "export-csv", (Output, None), both("Ekspor sebagai CSV", "Export as CSV"), &[(&[Exporting], "c")]),
    row(Action::ExportAs(ExportFormat::Workbook), "export-xlsx", (Output, None), both("Ekspor sebagai XLSX", "Export as XLSX"), &[(&[Exporting], "x")]),
    row(Action::ExportAs(ExportFormat::Markdown), "export-md", (Output, None), both("Ekspor sebagai Markdown", "Export as Markdown"), &[(&[Exporting], "m")]),
    row(Action::ExportAs(ExportFormat::Html), "export-html", (Output, None), both("Ekspor sebagai HTML", "Export as HTML"), &[(&[Exporting], "w")]),
    row(Action::ExportAs(ExportFormat::Calendar), "export-ics", (Output, None), both("Ekspor sebagai iCalendar", "Export as iCalendar"), &[(&[Exporting], "i")]),
    row(Action::ExportAs(ExportFormat::JsonLd), "export-jsonld", (Output, None), both("Ekspor sebagai JSON-LD", "Export as JSON-LD"), &[(&[Exporting], "d")]),

    row(Action::Stats(StatsAction::Overview), "overview", (Whole, Some(both("ikhtisar", "overview"))), both("Ikhtisar: berapa, kapan, siapa, ke mana, tentang apa", "Overview: how many, when, who, where to, about what"),
        &[(&[Panes, Pages, Views], "v o")]),
    row(Action::Stats(StatsAction::Timeline), "timeline", (Whole, None), both("Garis waktu kunjungan; sebuah kunjungan menurut hari dan jam", "Timeline of the visits; a visit by day and hour"),
        &[(&[Panes, Pages, Views], "v t")]),
    row(Action::Stats(StatsAction::Map), "map", (Whole, None), both("Peta lokasi", "Map of the stops"),
        &[(&[Panes, Pages, Views], "v m")]),
    row(Action::Stats(StatsAction::Matrix), "matrix", (Whole, None), both("Matriks: siapa di mana, siapa tentang apa", "Matrix: who where, who about what"),
        &[(&[Panes, Pages, Views], "v x")]),
    row(Action::Stats(StatsAction::Next), "next-view", (Whole, Some(both("tampilan lain", "next view"))), both("Tampilan berikutnya", "Next view"), &[(&[Views], "tab")]),
    row(Action::Stats(StatsAction::Previous), "previous-view", (Whole, None), both("Tampilan sebelumnya", "Previous view"), &[(&[Views], "shift-tab")]),
    row(Action::Stats(StatsAction::ZoomIn), "zoom-in", (Whole, Some(both("perbesar", "zoom in"))), both("Perbesar garis waktu atau peta", "Zoom in on the timeline or the map"), &[(&[Views], "+,=,i")]),
    row(Action::Stats(StatsAction::ZoomOut), "zoom-out", (Whole, Some(both("perkecil", "zoom out"))), both("Perkecil garis waktu atau peta", "Zoom out of the timeline or the map"), &[(&[Views], "-,_,o")]),
    row(Action::Stats(StatsAction::Fit), "fit", (Whole, Some(both("semua", "all"))), both("Tampilkan seluruh garis waktu atau peta", "Show the whole timeline or map"), &[(&[Views], "0")]),
    row(Action::Stats(StatsAction::North), "north", (Whole, None), both("Geser peta ke utara", "Move the map to the north"), &[(&[Views], "K,shift-up")]),
    row(Action::Stats(StatsAction::South), "south", (Whole, None), both("Geser peta ke selatan", "Move the map to the south"), &[(&[Views], "J,shift-down")]),
    row(Action::Stats(StatsAction::NextRows), "next-rows", (Whole, Some(both("baris", "rows"))), both("Ganti isi baris matriks", "Next fact for the rows of the matrix"), &[(&[Views], "r")]),
    row(Action::Stats(StatsAction::NextColumns), "next-columns", (Whole, Some(both("kolom", "columns"))), both("Ganti isi kolom matriks", "Next fact for the columns of the matrix"), &[(&[Views], "c")]),
    row(Action::Stats(StatsAction::Mark), "mark-value", (Whole, Some(both("tandai", "mark"))), both("Tandai untuk dibandingkan, atau lepas tandanya", "Mark for a comparison, or unmark"), &[(&[Views], "space")]),
    row(Action::Stats(StatsAction::Compare), "compare", (Whole, Some(both("bandingkan", "compare"))), both("Bandingkan yang ditandai", "Compare what is marked"), &[(&[Views], "m")]),

    row(Action::Entry(EntryAction::Add), "add", (Adding, Some(both("tambah", "add"))), both("Tambahkan kunjungan, lokasi, peserta, atau pernyataan, menurut panelnya", "Add a visit, a stop, a participant or a statement, depending on the pane"),
        &[(&[Panes], "a")]),
    row(Action::Entry(EntryAction::Save), "save", (Adding, Some(both("simpan", "save"))), both("Tulis ke berkas", "Write to the file"),
        &[(&[Context::Form], "ctrl-s")]),
    row(Action::Entry(EntryAction::NextField), "next-field", (Adding, None), both("Isian berikutnya", "Next field"), &[(&[Context::Form], "tab")]),
    row(Action::Entry(EntryAction::PreviousField), "previous-field", (Adding, None), both("Isian sebelumnya", "Previous field"), &[(&[Context::Form], "shift-tab")]),
    row(Action::Entry(EntryAction::LineBreak), "line-break", (Adding, Some(both("baris baru", "line break"))), both("Baris baru dalam isian yang memuat beberapa baris", "Line break in a field of several lines"),
        &[(&[Context::Form], "alt-enter,ctrl-j")]),
    row(Action::Entry(EntryAction::Preview), "preview", (Adding, Some(both("pratinjau", "preview"))), both("Lihat yang akan ditulis, atau kembali ke isian", "Show what will be written, or the fields again"),
        &[(&[Context::Form], "ctrl-y")]),
    row(Action::Entry(EntryAction::Editor), "edit-form", (Adding, Some(both("editor", "editor"))), both("Sunting isian di editor", "Edit the fields in the editor"),
        &[(&[Context::Form], "ctrl-e")]),

    row(Action::FindInPane, "find-in-pane", (Filtering, Some(both("cari di panel", "find in pane")) ), both("Cari di panel ini saja sambil mengetik; juga rentang waktu seperti 2024-03..2024-06", "Find in this pane while typing; also a range of dates such as 2024-03..2024-06"),
        &[(&[Panes], "f")]),
    row(Action::Filters(FilterChange::Add), "add-filter", (Filtering, Some(both("saring juga", "filter too"))), both("Tambahkan baris ini ke saringan sejenis", "Add this row to the filters of its kind"),
        &[(&[Panes, Menu], "+,A"), (&[Views], "f,A")]),
    row(Action::Filters(FilterChange::RemoveLast), "remove-last-filter", (Filtering, Some(both("lepas", "remove"))), both("Lepas saringan terakhir", "Remove the last filter"),
        &[(&[Panes, Views], "x x")]),
    row(Action::Filters(FilterChange::Remove(0)), "remove-filter-1", (Filtering, None), both("Lepas saringan no. 1", "Remove filter 1"), &[(&[Panes], "x 1")]),
    row(Action::Filters(FilterChange::Remove(1)), "remove-filter-2", (Filtering, None), both("Lepas saringan no. 2", "Remove filter 2"), &[(&[Panes], "x 2")]),
    row(Action::Filters(FilterChange::Remove(2)), "remove-filter-3", (Filtering, None), both("Lepas saringan no. 3", "Remove filter 3"), &[(&[Panes], "x 3")]),
    row(Action::Filters(FilterChange::Remove(3)), "remove-filter-4", (Filtering, None), both("Lepas saringan no. 4", "Remove filter 4"), &[(&[Panes], "x 4")]),
    row(Action::Filters(FilterChange::Remove(4)), "remove-filter-5", (Filtering, None), both("Lepas saringan no. 5", "Remove filter 5"), &[(&[Panes], "x 5")]),
    row(Action::Filters(FilterChange::Remove(5)), "remove-filter-6", (Filtering, None), both("Lepas saringan no. 6", "Remove filter 6"), &[(&[Panes], "x 6")]),
    row(Action::Filters(FilterChange::Remove(6)), "remove-filter-7", (Filtering, None), both("Lepas saringan no. 7", "Remove filter 7"), &[(&[Panes], "x 7")]),
    row(Action::Filters(FilterChange::Remove(7)), "remove-filter-8", (Filtering, None), both("Lepas saringan no. 8", "Remove filter 8"), &[(&[Panes], "x 8")]),
    row(Action::Filters(FilterChange::Remove(8)), "remove-filter-9", (Filtering, None), both("Lepas saringan no. 9", "Remove filter 9"), &[(&[Panes], "x 9")]),
    row(Action::Filters(FilterChange::RemoveAll), "remove-all-filters", (Filtering, None), both("Lepas semua saringan", "Remove all filters"), &[(&[Panes, Views], "X")]),
    row(Action::Filters(FilterChange::Undo), "undo-filters", (Filtering, Some(both("urungkan", "undo"))), both("Urungkan penambahan atau perubahan saringan yang terakhir", "Undo the last addition or change to the filters"), &[(&[Panes, Views], "u")]),
    row(Action::Filters(FilterChange::Redo), "redo-filters", (Filtering, None), both("Ulangi yang diurungkan", "Redo"), &[(&[Panes, Views], "U")]),
    row(Action::ToggleOutside, "outside", (Filtering, None), both("Sembunyikan atau tampilkan baris di luar saringan", "Hide or show rows outside the filters"),
        &[(&[Panes], ".,d")]),

    row(Action::Edit(Edit::Left), "edit-left", (Editing, None), both("Kursor ke kiri", "Cursor left"), &[(TYPED, "left,ctrl-b")]),
    row(Action::Edit(Edit::Right), "edit-right", (Editing, None), both("Kursor ke kanan", "Cursor right"), &[(TYPED, "right,ctrl-f")]),
    row(Action::Edit(Edit::WordLeft), "edit-word-left", (Editing, None), both("Satu kata ke kiri", "One word left"),
        &[(TYPED, "alt-b,ctrl-left,alt-left")]),
    row(Action::Edit(Edit::WordRight), "edit-word-right", (Editing, None), both("Satu kata ke kanan", "One word right"),
        &[(TYPED, "alt-f,ctrl-right,alt-right")]),
    row(Action::Edit(Edit::Start), "edit-start", (Editing, None), both("Ke awal", "To the start"), &[(TYPED, "home,ctrl-a")]),
    row(Action::Edit(Edit::End), "edit-end", (Editing, None), both("Ke akhir", "To the end"), &[(TYPED, "end"), (&[Search, FindInPane, Commands], "ctrl-e")]),
    row(Action::Edit(Edit::DeleteLeft), "edit-delete-left", (Editing, None), both("Hapus karakter di kiri", "Delete the character before the cursor"),
        &[(TYPED, "backspace,ctrl-h")]),
    row(Action::Edit(Edit::DeleteRight), "edit-delete-right", (Editing, None), both("Hapus karakter di kanan", "Delete the character after the cursor"),
        &[(TYPED, "delete,ctrl-d")]),
    row(Action::Edit(Edit::DeleteWord), "edit-delete-word", (Editing, None), both("Hapus kata di kiri", "Delete the word before the cursor"),
        &[(TYPED, "ctrl-w,alt-backspace,ctrl-backspace")]),
    row(Action::Edit(Edit::DeleteWordRight), "edit-delete-word-right", (Editing, None), both("Hapus kata di kanan", "Delete the word after the cursor"),
        &[(TYPED, "alt-d,ctrl-delete")]),
    row(Action::Edit(Edit::Clear), "edit-clear", (Editing, None), both("Kosongkan", "Delete everything"), &[(TYPED, "ctrl-u")]),

    row(Action::StepOut, "step-out", (Program, Some(both("tutup", "close"))), both("Satu langkah keluar, terakhir melepas semua saringan; tidak pernah menutup program", "One step out, finally removing all filters; never quits"),
        &[(EVERYWHERE, "esc")]),
    row(Action::Quit, "quit", (Program, None), both("Keluar", "Quit"), &[(&[Panes, Reading, Menu, Pages, Views, Help], "Q")]),
    row(Action::Interrupt, "interrupt", (Program, None), both("Kosongkan lalu tutup kotak cari; tekan dua kali untuk keluar", "Clear, then close the search box; press twice to quit"),
        &[(EVERYWHERE, "ctrl-c")]),
    row(Action::Language, "language", (Program, None), both("Ganti bahasa: Indonesia, Inggris", "Switch language: Indonesian, English"),
        &[(EVERYWHERE, "f2")]),
    row(Action::ToggleMouse, "mouse", (Program, None), both("Lepaskan tetikus untuk memilih teks, atau pakai lagi", "Release the mouse to select text, or use it again"), &[(EVERYWHERE, "f8")]),
    row(Action::Suspend, "suspend", (Program, None), both("Tangguhkan; fg untuk kembali", "Suspend; fg to return"),
        &[(EVERYWHERE, "ctrl-z")]),
    row(Action::Repaint, "repaint", (Program, None), both("Gambar ulang layar", "Redraw the screen"),
        &[(EVERYWHERE, "ctrl-l")]),
    row(Action::Help, "help", (Program, Some(both("bantuan", "help"))), both("Bantuan", "Help"),
        // The key that opens the help also closes it; no name of a command contains a question mark.
        &[(&[Panes, Reading, Menu, Copying, Exporting, Pages, Commands, Views, Help], "?,f1"), (&[Search, FindInPane, Context::Form], "f1")]),
    row(Action::Palette, "palette", (Program, Some(both("perintah", "commands"))), both("Palet perintah: cari menurut nama, lalu jalankan", "Command palette: find by name and run"),
        &[(&[Panes, Pages, Reading, Views], ":,ctrl-p")]),
];
