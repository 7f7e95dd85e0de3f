//! The fixed messages of the interface, one per row, in both languages.

macro_rules! messages {
    ($($name:ident: $id:literal, $en:literal;)+) => {
        /// The fixed messages in one language.
        #[derive(Debug)]
        #[expect(missing_docs, reason = "the English words of a row are its documentation")]
        pub struct Messages {
            $(pub $name: &'static str,)+
        }

        pub(super) static ID: Messages = Messages { $($name: $id,)+ };
        pub(super) static EN: Messages = Messages { $($name: $en,)+ };

        #[cfg(test)]
        const PAIRS: &[(&str, &str, &str)] = &[$((stringify!($name), $id, $en),)+];
    };
}

messages! {
    // The panes.
    visits: "Kunjungan", "Visits";
    stops: "Lokasi kunjungan", "Stops";
    places: "Lokasi", "Places";
    participants: "Peserta", "Participants";
    statements: "Pernyataan", "Statements";
    detail: "Rincian", "Detail";

    // Expected values of settings.
    expected_word: "seharusnya satu kata di antara tanda kutip", "expected a word in quotation marks";
    expected_boolean: "seharusnya true atau false", "expected true or false";
    expected_table: "seharusnya tabel, misalnya [keys.panes]", "expected a table, such as [keys.panes]";
    expected_keys: "seharusnya daftar tombol, misalnya [\"f\", \"ctrl-f\"]", "expected a list of keys, such as [\"f\", \"ctrl-f\"]";

    by_default: "bawaan", "default";
    settings_head: "Pengaturan lawat. Hapus # di awal baris untuk mengaktifkannya; `lawat config show` menampilkan pengaturan yang berlaku.", "Settings of lawat. Remove the # at the start of a line to activate it; `lawat config show` prints the settings in effect.";
    settings_order: "Argumen didahulukan daripada variabel lingkungan; keduanya didahulukan daripada berkas ini.", "Arguments override environment variables; both override this file.";
    settings_keys: "Tombol, menurut tempat pemakaiannya. `lawat keys --format md` mendaftar semua perintah beserta namanya.", "Keys, grouped by where they apply. `lawat keys --format md` lists all commands with their names.";
    no_home: "folder home pengguna tidak diketahui; tetapkan berkas pengaturan dengan LAWAT_CONFIG", "the home folder is unknown; name the settings file in LAWAT_CONFIG";

    // Statistics.
    in_total: "jumlah", "total";
    counts_for_each: "Catatan dengan beberapa nilai dihitung pada setiap nilainya, tetapi hanya sekali dalam jumlah.", "A record with several values is counted under each of them, but only once in the total.";
    two_facts_at_most: "--by dapat diberikan paling banyak dua kali", "--by can be given at most twice";

    nothing_to_mark: "Baris ini tidak dapat dibandingkan.", "This row cannot be compared.";
    counts: "Jumlah", "Counts";
    matrix: "Matriks", "Matrix";
    overview: "Ikhtisar", "Overview";
    timeline: "Garis waktu", "Timeline";
    map: "Peta", "Map";
    comparison: "Perbandingan", "Comparison";
    records_lack: "Yang belum tercatat", "What the records lack";
    stops_without_day: "Lokasi tanpa hari yang pasti", "Stops without an exact day";
    days_certain: "pasti", "certain";
    days_possible: "mungkin", "possible";
    measure: "Ukuran", "Measure";
    sum: "Jumlah", "Total";
    coast_source: "Garis pantai: Natural Earth", "Coast lines: Natural Earth";
    nothing_to_draw: "Tidak ada yang dapat digambar.", "There is nothing to draw.";
    no_picture: "perbandingan tidak dapat digambar; pakai --format text, md, csv, atau json", "a comparison cannot be drawn; use --format text, md, csv or json";

    // Missing values.
    not_stated: "tidak disebut", "not stated";
    speaker_not_stated: "pembicara tidak disebut", "speaker not stated";
    visits_short: "Kunj", "Visits";
    stops_short: "Lokasi", "Stops";
    participants_short: "Peserta", "People";
    statements_short: "Ucapan", "Said";
    detail_short: "Rinci", "Detail";
    year_not_stated: "Tahun tidak disebut", "Year not stated";
    stop_not_stated: "lokasi tidak disebut", "stop not stated";
    name_not_stated: "nama tidak disebut", "name not stated";
    date_not_stated: "tanggal tidak disebut", "date not stated";
    several_years: "beberapa tahun mungkin", "several years possible";
    day_not_stated: "Tanggal tidak disebut", "Date not stated";
    side_not_stated: "Pihak tidak disebut", "Side not stated";
    place_unknown: "tanpa lokasi", "no stop";
    no_source: "tanpa sumber", "no source";
    date_of_stop: "tanggal kunjungan ke lokasi", "date of the stop";
    date_of_visit: "tanggal kunjungan", "date of the visit";

    // Labels.
    no_source_given: "tidak dicantumkan", "none given";
    stops_label: "Lokasi", "Stops";
    source: "Sumber", "Source";
    file: "Berkas", "File";
    reference: "Kode", "Reference";
    named_as: "Atribusi", "Attribution";
    delivered_by: "Dibacakan oleh", "Read out by";
    on_behalf_of: "Atas nama", "On behalf of";
    audience: "Kepada", "To";
    place: "Lokasi", "Stop";
    date: "Tanggal", "Date";
    occasion: "Situasi", "Occasion";
    medium: "Media penyampaian", "Medium";
    about: "Tentang", "About";
    topics: "Topik", "Topics";
    language: "Bahasa", "Language";
    variant_of: "Varian dari", "Variant of";
    short_name: "Singkatan", "Short name";
    other_names: "Nama lain", "Other names";
    status: "Status", "Status";
    classification: "Jenis", "Type";
    organization: "Organisasi", "Organization";
    as_printed: "Tertulis di sumber", "Date as printed";
    position: "Urutan", "Position";
    address: "Alamat", "Address";
    coordinates: "Koordinat", "Coordinates";
    activities: "Kegiatan", "Activities";
    present: "Hadir", "Present";
    post: "Jabatan", "Title";
    post_in_other_languages: "Terjemahan jabatan", "Translated title";
    in_other_languages: "Terjemahan", "Translation";
    mode: "Pelaksanaan", "Mode";
    interpreted_by: "Juru bahasa", "Interpreter";
    original_language: "Bahasa asli", "Spoken in";
    indicator: "Indikator", "Indicator";
    figure: "Angka", "Figure";
    baseline: "Pembanding", "Baseline";
    responsible: "penanggung jawab", "responsible";
    due: "tenggat", "due";
    kind: "Jenis", "Type";
    side: "Pihak", "Side";
    role: "Peran", "Role";
    how_many: "Jumlah", "Number";
    attendance: "Kehadiran", "Attendance";
    identifiers: "Pengenal", "Identifiers";
    same_as: "Sama dengan", "Same as";
    parent: "Induk", "Part of";
    local_term: "Sebutan di sumber", "Term in source";
    organizations: "Organisasi", "Organizations";
    timezone: "Zona waktu", "Time zone";
    accessed: "diakses", "accessed";
    place_id: "ID tempat", "Place ID";
    collection: "Koleksi", "Collection";
    license: "Lisensi", "License";

    // Sections of a page and groups of a list.
    translation: "Terjemahan", "Translation";
    objectives: "Tujuan", "Objectives";
    outcomes: "Hasil kunjungan", "Outcomes";
    notes: "Catatan penyusun", "Notes";
    media: "Media", "Media";
    expenses: "Biaya", "Expenses";
    total: "Jumlah", "Total";
    related: "Kunjungan terkait", "Related visits";
    own_fields: "Isian tambahan", "Custom fields";
    sources: "Sumber", "Sources";
    organizations_heading: "Organisasi", "Organizations";
    delegation: "Delegasi", "Delegation";
    host: "Tuan rumah", "Host";
    hosts: "Tuan rumah", "Hosts";
    third_party: "Pihak lain", "Third party";
    third_parties: "Pihak lain", "Third parties";

    // Empty panes.
    no_visits: "Tidak ada kunjungan yang dapat ditampilkan.", "There are no visits to show.";
    no_stops: "Tidak ada dalam catatan ini.", "None in this record.";
    no_participants: "Tidak ada dalam catatan ini.", "None in this record.";
    no_statements: "Catatan ini tidak memuat pernyataan.", "This record contains no statements.";
    nothing_chosen: "Belum ada yang dipilih.", "Nothing is selected yet.";
    loading: "memuat …", "loading …";
    checking: "memeriksa …", "checking …";
    exporting: "mengekspor …", "exporting …";

    // Header and footer.
    built_in: "contoh bawaan", "built-in example";
    not_here: "tidak ada yang dapat dibuka di sini", "nothing to open here";
    no_problems: "tidak ada masalah dalam data", "no problems in the data";

    all_visits: "Semua kunjungan", "All visits";
    no_filter: "tidak ada saringan yang dapat dilepas", "there is no filter to remove";
    nothing_to_add: "baris ini tidak dapat dijadikan saringan", "this row cannot be used as a filter";
    nothing_to_undo: "tidak ada lagi yang dapat diurungkan atau diulangi", "nothing to undo or redo";
    all_lines: "pernyataan ditampilkan utuh", "statements are shown in full";
    one_line: "pernyataan ditampilkan satu baris", "statements are shown on one line";
    three_lines: "pernyataan ditampilkan tiga baris", "statements are shown on three lines";
    at_first_place: "sudah di awal riwayat", "already at the start of the history";
    at_last_place: "sudah di akhir riwayat", "already at the end of the history";

    // Filters.
    value_not_stated: "Tidak disebut", "Not stated";
    open_filter: "saring", "filter";
    open_remove: "lepas", "remove";
    open_read: "baca", "read";
    open_copy: "salin", "copy";
    open_write: "tulis", "write";
    open_run: "jalankan", "run";
    open_menu: "saring menurut", "filter by";
    narrowed_by: "Saringan:", "Filters:";
    filter_stop: "lokasi", "stop";
    filter_person: "siapa", "who";
    filter_organization: "organisasi", "organization";
    filter_side: "pihak", "side";
    filter_type: "jenis", "type";
    filter_day: "hari", "day";
    filter_lacking: "tanpa", "without";
    filter_during: "waktu", "time";
    filter_topic: "topik", "topic";
    filter_text: "teks", "text";
    menu_title: "Saring menurut …", "Filter by …";
    menu_hint: "pernyataan", "statements";
    find_in_pane: "cari di panel", "find in pane";
    no_match: "Tidak ada pernyataan yang cocok dengan semua saringan.", "No statement matches all filters.";
    everybody: "Peserta", "Participants";
    attendance_unknown: "Kehadiran tidak diketahui", "Attendance unknown";
    met_in: "Kunjungan", "Visits";
    within_all: "lingkup: semua", "scope: all visits";
    within_visit: "lingkup: kunjungan ini", "scope: this visit";
    within_stop: "lingkup", "scope";

    // Search.
    search_title: "Cari", "Search";
    results: "Hasil", "Results";
    preview: "Pratinjau", "Preview";
    best: "PALING COCOK", "BEST MATCH";
    group_statements: "PERNYATAAN", "STATEMENTS";
    group_stops: "LOKASI KUNJUNGAN", "STOPS";
    group_participants: "PESERTA", "PARTICIPANTS";
    group_organizations: "ORGANISASI", "ORGANIZATIONS";
    group_visits: "KUNJUNGAN", "VISITS";
    search_loading: "Catatan masih dimuat; hasilnya menyusul.", "The records are still loading; results will follow.";
    maybe: "MUNGKIN MAKSUDNYA", "DID YOU MEAN";
    possible_by_date: "TANGGALNYA MUNGKIN COCOK", "DATE MAY MATCH";
    field_name: "Nama", "Name";
    field_person: "Pembicara", "Speaker";
    field_location: "Alamat", "Address";
    field_text: "Teks", "Text";
    field_host: "Tuan rumah", "Host";
    field_visitor: "Tamu", "Visitor";
    search_hint: "Ketik beberapa kata: dari kutipan, nama, jabatan, atau lokasi.", "Type a few words: from a quote, a name, a title or a stop.";
    search_examples: "siapa:ratna  di:mpp  tgl:2024-03  jenis:kutipan  \"frasa persis\"  -tanpa  ini | itu",
        "who:ratna  stop:mpp  date:2024-03  type:quote  \"exact phrase\"  -without  this | that";

    doubt_explained: "Tanda ? di belakang lokasi atau tanggal: disimpulkan, tidak disebut sumber.", "A ? after a stop or a date: inferred, not stated by the source.";

    // Citations.
    said: "kata", "said";
    wrote: "tulis", "wrote";
    according_to: "menurut", "according to";
    unnamed_speaker: "pembicara yang tidak disebut namanya", "an unnamed speaker";
    group_from: "rombongan dari", "a group from";
    in_the_name_of: "atas nama", "on behalf of";
    read_by: "dibacakan oleh", "read out by";
    is_translation: "terjemahan", "translation";
    translated_from: "diterjemahkan dari", "translated from";
    interpreted: "juru bahasa:", "interpreted by";
    speaker_inferred: "pembicara disimpulkan", "speaker inferred";
    speaker_uncertain: "pembicara tidak pasti", "speaker uncertain";
    date_inferred: "tanggal disimpulkan", "date inferred";
    in_the_source: "dalam sumber:", "in the source:";
    narrated: "narasi", "narrative";
    quoted_in: "dikutip dalam", "quoted in";
    within: "dalam", "in";
    document: "dokumen", "document";
    and_others: "dkk.", "et al.";
    visit: "Kunjungan", "Visit";
    undated: "t.t.", "n.d.";
    to_present: "sekarang", "present";
    place_in_source: "Paragraf/halaman di sumber", "Page/paragraph in the source";

    // Exports.
    nothing_to_export: "tidak ada yang dapat diekspor", "nothing to export";
    until: "sampai", "until";
    only_for_csv: "--table, --delimiter, dan --bom hanya berlaku untuk --format csv", "--table, --delimiter and --bom require --format csv";
    only_for_quotes: "--title dan --lead hanya berlaku untuk --format quotes", "--title and --lead require --format quotes";
    format_is_not_known: "format tidak dapat dikenali dari nama berkas keluaran; sebutkan dengan --format", "the name of the output file does not say the format; name it with --format";
    not_for_a_screen: "XLSX bukan teks dan tidak dapat ditampilkan di layar; sebutkan berkasnya dengan --output", "XLSX is not text and cannot be shown on the screen; name a file with --output";
    calendar_is_empty: "tidak ada kunjungan atau lokasi pada tanggal yang dapat dimuat kalender; kalender tidak dibuat", "no visit or stop has a date that a calendar can hold; no calendar was written";
    query_without_results: "tidak ada yang cocok persis dengan kueri; ekspor hanya memuat hasil yang cocok persis", "nothing matches the query exactly; only exact matches are exported";

    // Copying.
    copied: "Disalin", "Copied";
    sent: "Dikirim ke terminal", "Sent to the terminal";
    main_quotes: "Kutipan utama", "Main quotes";
    open_notes: "Hal yang belum pasti", "Open questions";
    briefing: "ringkasan", "briefing";
    briefing_in_markdown: "ringkasan (Markdown)", "briefing (Markdown)";
    name: "nama saja", "name only";
    title: "judul saja", "title only";
    copy_title: "Salin …", "Copy …";
    export_title: "Ekspor yang tampak …", "Export what is visible …";
    copy_basket_title: "Salin keranjang …", "Copy the basket …";
    keep_basket_title: "Simpan keranjang", "Save the basket";
    kept_baskets: "Keranjang yang disimpan", "Saved baskets";
    name_is_missing: "isi namanya", "enter a name";
    name_with_folder: "nama berkas tanpa `/` dan tanpa titik di depan", "a file name without `/`, and without a leading dot";
    export_basket_title: "Ekspor keranjang …", "Export the basket …";
    file_and_line: "berkas:baris", "file:line";
    address_of_source: "URL sumber", "source URL";
    nothing_to_copy: "belum ada yang dipilih untuk disalin", "nothing is selected to copy";
    built_in_has_no_file: "contoh bawaan tidak punya berkas; `lawat init` membuatnya", "the built-in example has no file; `lawat init` creates one";
    nothing_to_edit: "yang dipilih tidak tersimpan dalam satu berkas", "the selection is not stored in one file";
    no_file: "catatan ini dibaca dari pipa, bukan dari berkas", "these records were read from a pipe, not from a file";
    no_address: "sumbernya tidak punya alamat web", "the source has no web address";
    still_loading: "tersedia setelah semua catatan dimuat", "available when all records are loaded";
    reloading: "memuat ulang …", "reloading …";
    outdated: "data lama", "old data";
    file_is_gone: "dihapus atau dipindahkan", "was deleted or moved";
    file_is_unreadable: "tidak dapat dibaca", "cannot be read";
    file_is_folder: "kini sebuah folder", "is a folder now";
    file_is_no_file: "kini bukan berkas", "is no longer a file";
    file_is_empty: "kini kosong", "is empty now";
    folder_is_empty: "tidak lagi memuat berkas", "has no files any more";
    outdated_explained: "Yang tampak adalah data sebelum kesalahan berikut; diperbarui setelah berkas disimpan tanpa kesalahan.", "The data shown is from before the following errors; it is updated once the file is saved without errors.";
    gone: "hilang", "missing";
    quit_printing: "Tekan sembarang tombol untuk kembali.", "Press any key to return.";

    // Adding records.
    add_title: "Tambah", "Add";
    kind_visit: "Kunjungan", "Visit";
    kind_stop: "Lokasi kunjungan", "Stop";
    kind_person: "Orang atau kelompok", "Person or group";
    kind_statement: "Pernyataan", "Statement";
    new_visit: "Kunjungan baru", "New visit";
    new_stop: "Lokasi kunjungan baru", "New stop";
    new_person: "Peserta baru", "New participant";
    new_statement: "Pernyataan baru", "New statement";
    will_be_written: "Yang akan ditulis", "What will be written";
    save: "Simpan", "Save";
    open_choose: "pilih", "choose";
    open_next: "lanjut", "next";
    open_show: "tampilkan", "show";
    open_save: "simpan", "save";
    in_this_visit: "di kunjungan ini", "in this visit";
    from_other_visits: "dari kunjungan lain", "from other visits";
    new_participant: "peserta baru", "new participant";
    new_organization: "lembaga baru", "new organization";
    new_source: "sumber baru", "new source";
    writing: "menulis …", "writing …";
    no_file_to_add_to: "belum ada berkas untuk ditambahi; `lawat init` membuatnya", "there is no file to add to yet; `lawat init` creates one";
    json_lines: "JSON Lines tidak dapat ditambahi; ubah dulu menjadi YAML", "nothing can be added to JSON Lines; convert it to YAML first";
    text_too_long: "tidak ditempel: terlalu panjang untuk satu isian", "not pasted: it is too long for a field";
    one_line_only: "isian ini hanya satu baris", "this field has one line only";
    preview_is_visible: "pratinjau sudah tampak", "the preview is visible already";

    // Help and problems.
    help_title: "Bantuan", "Help";
    group_moving: "Navigasi", "Navigation";
    group_panes: "Pindah panel", "Panes";
    group_choosing: "Menyaring", "Filtering";
    group_whole: "Ikhtisar", "Overviews";
    group_reading: "Membaca dan mencari", "Reading and searching";
    group_program: "Program", "The program";
    group_adding: "Menambah data", "Adding records";
    group_leaving: "Menyalin dan mengekspor", "Copying and exporting";
    in_panes: "di panel", "in the panes";
    in_search: "di pencarian", "in the search";
    in_reading: "saat membaca", "while reading";
    while_finding_in_pane: "saat mencari di panel", "while finding in a pane";
    in_menu: "di menu saringan", "in the filter menu";
    in_copying: "di menu salin", "in the copy menu";
    in_exporting: "di menu ekspor", "in the export menu";
    in_commands: "di bantuan dan palet", "in the help and the palette";
    palette_title: "Perintah", "Commands";
    no_command: "Tidak ada perintah yang cocok.", "No command matches.";
    not_available_here: "Tidak tersedia di sini", "Not available here";
    in_views: "di ikhtisar, garis waktu, peta, dan matriks", "in overview, timeline, map and matrix";
    in_help: "di bantuan", "in the help";
    in_form: "di formulir", "in the form";
    in_pages: "di halaman dan keranjang", "in pages and the basket";
    in_context: "Dalam konteks", "In context";
    basket: "Keranjang", "Basket";
    source_unknown: "tidak ada dalam catatan", "not in the record";
    locator: "Paragraf/halaman", "Page/paragraph";
    kept_copy: "Salinan arsip", "Archived copy";
    accessed_on: "Diakses", "Accessed";
    author: "Penulis", "Author";
    publisher: "Penerbit", "Publisher";
    variants_explained: "Bagian yang ditandai berbeda dari varian pertama.", "Marked passages differ from the first variant.";
    in_the_records: "Dalam catatan", "In the records";
    paraphrase_and_attribution: "dengan atribusi", "with attribution";
    trail_title: "Asal pernyataan", "Provenance";
    variants_title: "Varian", "Variants";
    clicks_taken: "klik tetikus dipakai lawat; Shift+seret memilih teks", "lawat uses mouse clicks; Shift+drag selects text";
    not_a_statement: "pilih pernyataan dahulu", "select a statement first";
    unmark: "lepas tanda", "unmark";
    zoom_back: "kecilkan", "zoom out";
    already_whole: "di layar sempit setiap panel sudah memenuhi layar", "on a narrow screen every pane fills the screen already";
    not_in_the_basket: "hanya di dalam keranjang", "only in the basket";
    no_page: "pilih orang, organisasi, atau lokasi dahulu", "select a person, an organization or a stop first";
    no_variants: "pernyataan ini tidak punya varian", "this statement has no variants";
    no_translation: "pernyataan ini tidak punya terjemahan", "this statement has no translation";
    nothing_to_sort: "urutan itu tidak tersedia di panel ini", "this pane cannot be sorted that way";
    sorted: "urut", "sort";
    by_time: "waktu", "time";
    by_name: "nama", "name";
    by_speaker: "pembicara", "speaker";
    by_place: "lokasi", "stop";
    by_count: "jumlah", "number";
    group_editing: "Saat mengetik", "While typing";
    themes_title: "Tema", "Theme";
    problems_title: "Pemeriksaan data", "Data check";

    // Plain mode.
    plain_hint: "Ketik nomor untuk membuka, / dan kata untuk mencari, h untuk bantuan, q untuk keluar.",
        "Type a number to open, / and words to search, h for help, q to quit.";
    plain_number: "nomor: buka entri dengan nomor itu", "a number: open the entry with that number";
    plain_more: "Enter untuk bagian berikutnya", "Enter for the next part";
    plain_end: "Daftar ini sudah habis.", "This is the end of the list.";
    plain_no_list: "Tidak ada daftar di sini.", "There is no list here.";
    plain_last: "Ini entri terakhir dalam daftar.", "This is the last entry in the list.";
    plain_first: "Ini entri pertama dalam daftar.", "This is the first entry in the list.";
    plain_at_start: "Tidak ada langkah sebelumnya; q untuk keluar.", "There is nothing to go back to; q quits.";
    plain_copies_statements: "Hanya pernyataan yang dapat disalin; buka salah satu dahulu.", "Only statements can be copied; open one first.";
    plain_elsewhere: "Juga dalam kunjungan lain", "Also in other visits";
    plain_maybe: "Mungkin maksudnya", "Did you mean";
    plain_possible: "Tanggalnya mungkin cocok", "Date may match";
    plain_faults: "Masalah dalam data", "Problems in the data";
    plain_without_keyboard: "catatan datang dari masukan standar (-) dan tidak ada terminal untuk membaca perintah; sebutkan berkasnya", "the records come from standard input (-) and there is no terminal to read commands from; name files instead";
    plain_alone: "--plain tidak dapat dipakai dengan subperintah", "--plain cannot be used with a subcommand";

    // Errors.
    init_needs_a_name: "sebutkan nama berkas untuk catatan baru", "name a file for the new record";
    stdin_is_terminal: "data diminta dari masukan standar (-), tetapi masukan itu papan ketik; salurkan berkas ke sana", "records were requested from standard input (-), but that is the keyboard; pipe a file into it";
    stdin_ignored: "data di masukan standar tidak dibaca; tambahkan - untuk membacanya",
        "data on standard input is not read; add - to read it";
    nothing_to_check: "tidak ada yang diperiksa: tidak ada visits.yaml di folder ini; sebutkan berkas atau folder", "nothing to check: there is no visits.yaml in this folder; name a file or a folder";
    not_a_terminal: "lawat memerlukan terminal, tetapi keluarannya bukan terminal", "the explorer needs a terminal, but the output is not one";
    no_terminal: "tidak ada terminal yang dapat dibuka untuk membaca tombol", "no terminal can be opened to read keys from";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_message_is_empty() {
        for (name, id, en) in PAIRS {
            assert!(!id.trim().is_empty() && !en.trim().is_empty(), "{name}");
        }
    }

    #[test]
    fn labels_fit_their_column() {
        for m in [&ID, &EN] {
            for label in [
                m.source,
                m.file,
                m.reference,
                m.named_as,
                m.delivered_by,
                m.on_behalf_of,
                m.audience,
                m.place,
                m.date,
                m.occasion,
                m.medium,
                m.about,
                m.topics,
                m.language,
                m.variant_of,
                m.short_name,
                m.other_names,
                m.status,
                m.classification,
                m.organization,
                m.as_printed,
                m.position,
                m.address,
                m.coordinates,
                m.activities,
                m.statements,
                m.present,
                m.post,
                m.kind,
                m.side,
                m.role,
                m.how_many,
                m.attendance,
                m.identifiers,
                m.same_as,
                m.parent,
                m.local_term,
                m.organizations,
                m.timezone,
                m.participants,
                m.stops,
                m.outcomes,
                m.media,
                m.stops_label,
                m.locator,
                m.kept_copy,
                m.interpreted_by,
                m.original_language,
                m.post_in_other_languages,
                m.in_other_languages,
            ] {
                assert!(crate::text::width(label) <= 18, "{label}");
            }
        }
    }
}
