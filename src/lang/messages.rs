//! The fixed words of the interface, one row a message, both languages side by side.

macro_rules! messages {
    ($($name:ident: $id:literal, $en:literal;)+) => {
        /// Every fixed string that the interface shows, in one language.
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
    stops: "Persinggahan", "Stops";
    places: "Tempat", "Places";
    participants: "Peserta", "Participants";
    statements: "Pernyataan", "Statements";
    detail: "Rincian", "Detail";
    tab_visits: "Knj", "Vis";
    tab_stops: "Sgh", "Stop";
    tab_participants: "Psr", "Ppl";
    tab_statements: "Pny", "Stmt";
    tab_detail: "Rinc", "Det";

    // What settings want.
    wants_word: "seharusnya satu kata di antara tanda kutip", "this should be a word in quotation marks";
    wants_switch: "seharusnya true atau false", "this should be true or false";
    wants_table: "seharusnya tabel, seperti [keys.panes]", "this should be a table, as in [keys.panes]";
    wants_keys: "seharusnya daftar tombol, seperti [\"f\", \"ctrl-f\"]", "this should be a list of keys, as in [\"f\", \"ctrl-f\"]";

    by_default: "bawaan", "default";
    settings_head: "Pengaturan lawat. Hapus # di depan sebuah baris agar baris itu berlaku; `lawat config show` menunjukkan yang berlaku.", "Settings of lawat. Take the # away from a line to make it count; `lawat config show` shows what counts.";
    settings_order: "Argumen didahulukan dari variabel lingkungan, dan variabel lingkungan dari berkas ini.", "Arguments go before environment variables, and these before this file.";
    settings_keys: "Tombol, menurut tempatnya ditekan. `lawat keys --format md` menyebut semua perintah beserta namanya.", "Keys, by where they are pressed. `lawat keys --format md` lists all commands with their names.";
    no_home: "folder rumah pengguna tidak diketahui; sebutkan berkas pengaturan dalam LAWAT_CONFIG", "the home folder of the user is not known; name a file for the settings in LAWAT_CONFIG";

    // What is counted.
    in_total: "jumlah", "total";
    counts_for_each: "Yang punya beberapa nilai dihitung pada setiap nilainya, tetapi sekali saja dalam jumlah.", "What has several values counts for each, and once in the total.";
    two_facts_at_most: "--by dapat diberikan paling banyak dua kali", "--by can be given twice at most";

    // What is left open.
    not_said: "tidak disebut", "not stated";
    speaker_not_said: "pembicara tidak disebut", "speaker not stated";
    place_not_said: "tempat tidak disebut", "place not stated";
    name_not_said: "nama tidak disebut", "name not stated";
    date_not_said: "tanggal tidak disebut", "date not stated";
    several_years: "beberapa tahun mungkin", "several years possible";
    day_not_said: "Tanggal tidak disebut", "Date not stated";
    side_not_said: "Pihak tidak disebut", "Side not stated";
    place_unknown: "tanpa tempat", "no place";
    no_source: "tanpa sumber", "no source";
    date_of_stop: "tanggal persinggahan", "date of the stop";
    date_of_visit: "tanggal kunjungan", "date of the visit";

    // The labels of facts. They fit in twelve columns.
    source: "Sumber", "Source";
    file: "Berkas", "File";
    reference: "Rujukan", "Reference";
    named_as: "Atribusi", "Attributed";
    delivered_by: "Dibacakan", "Read out by";
    on_behalf_of: "Atas nama", "On behalf of";
    audience: "Kepada", "To";
    place: "Tempat", "Place";
    date: "Tanggal", "Date";
    occasion: "Kesempatan", "Occasion";
    medium: "Bentuk", "Medium";
    about: "Tentang", "About";
    topics: "Topik", "Topics";
    language: "Bahasa", "Language";
    variant_of: "Varian dari", "Variant of";
    short_name: "Singkatan", "Short name";
    other_names: "Nama lain", "Other names";
    status: "Status", "Status";
    classification: "Jenis", "Kind";
    organization: "Organisasi", "Organization";
    as_printed: "Tertulis", "As printed";
    position: "Urutan ke-", "Position";
    address: "Alamat", "Address";
    coordinates: "Koordinat", "Coordinates";
    activities: "Kegiatan", "Activities";
    present: "Yang hadir", "Present";
    post: "Jabatan", "Post";
    post_in_other_languages: "Jabatan lain", "Post in";
    in_other_languages: "Terjemahan", "In translation";
    mode: "Cara", "Mode";
    interpreted_by: "Penerjemah", "Interpreter";
    original_language: "Bahasa asli", "Spoken in";
    indicator: "Indikator", "Indicator";
    figure: "Angka", "Figure";
    baseline: "Pembanding", "Baseline";
    responsible: "penanggung jawab", "responsible";
    due: "tenggat", "due";
    kind: "Jenis", "Kind";
    side: "Pihak", "Side";
    role: "Peran", "Role";
    how_many: "Jumlah", "How many";
    attendance: "Hadir di", "Attended";
    identifiers: "Pengenal", "Identifiers";
    same_as: "Sama dengan", "Same as";
    parent: "Induk", "Part of";
    local_term: "Istilah", "Local term";
    organizations: "Organisasi", "Organization";
    timezone: "Zona waktu", "Time zone";
    accessed: "diakses", "accessed";
    place_id: "Id tempat", "Place id";
    collection: "Koleksi", "Collection";
    license: "Lisensi", "License";

    // The sections of a page, and the groups of a list.
    translation: "Terjemahan", "Translation";
    objectives: "Tujuan", "Objectives";
    outcomes: "Hasil", "Outcomes";
    notes: "Catatan", "Notes";
    media: "Media", "Media";
    expenses: "Biaya", "Expenses";
    total: "Jumlah", "Total";
    related: "Kunjungan terkait", "Related visits";
    own_fields: "Isian sendiri", "Own fields";
    sources: "Sumber", "Sources";
    organizations_heading: "Organisasi", "Organizations";
    delegation: "Delegasi", "Delegation";
    hosts: "Tuan rumah", "Hosts";
    others: "Pihak lain", "Others";

    // Panes with nothing to show.
    no_visits: "Tidak ada kunjungan yang dapat ditampilkan.", "There is no visit to show.";
    no_stops: "Tidak ada di catatan ini.", "None in this record.";
    no_participants: "Tidak ada di catatan ini.", "None in this record.";
    no_statements: "Catatan ini tidak memuat pernyataan.", "This record holds no statements.";
    nothing_chosen: "Belum ada yang dipilih.", "Nothing is selected yet.";
    loading: "memuat …", "loading …";
    checking: "memeriksa …", "checking …";
    exporting: "mengekspor …", "exporting …";

    // The frame.
    built_in: "contoh bawaan", "built-in example";
    not_here: "tidak ada yang dapat dibuka di sini", "there is nothing to open here";
    no_problems: "tidak ada yang perlu diperbaiki dalam data", "nothing is wrong with the data";

    all_visits: "Semua kunjungan", "All visits";
    no_chip: "tidak ada saringan yang dapat dilepas", "there is no filter to remove";
    nothing_to_add: "baris ini tidak bisa dijadikan saringan", "this row cannot be a filter";
    nothing_to_undo: "tidak ada lagi yang dapat diurungkan atau diulangi", "there is nothing to undo or redo";
    all_lines: "pernyataan ditampilkan utuh", "statements are shown in full";
    one_line: "pernyataan ditampilkan satu baris", "statements are shown in one line";
    three_lines: "pernyataan ditampilkan tiga baris", "statements are shown in three lines";
    at_first_place: "sudah di awal riwayat", "this is where the history begins";
    at_last_place: "sudah di akhir riwayat", "this is where the history ends";

    // Chips.
    left_open: "Tidak disebut", "Not stated";
    open_filter: "saring", "filter";
    open_remove: "lepas", "remove";
    open_read: "baca", "read";
    open_copy: "salin", "copy";
    open_write: "tulis", "write";
    open_run: "jalankan", "run";
    open_menu: "saring menurut", "filter by";
    narrowed_by: "Saring:", "Filters:";
    chip_stop: "tempat", "place";
    chip_person: "siapa", "who";
    chip_organization: "organisasi", "organization";
    chip_side: "pihak", "side";
    chip_type: "jenis", "type";
    chip_day: "hari", "day";
    chip_topic: "topik", "topic";
    chip_text: "teks", "text";
    menu_title: "Saring menurut …", "Filter by …";
    menu_hint: "pernyataan", "statements";
    narrowing: "cari di panel", "find in pane";
    no_match: "Tidak ada pernyataan yang cocok dengan semua saringan.", "No statement matches all filters.";
    everybody: "Peserta", "People";
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
    group_stops: "PERSINGGAHAN", "STOPS";
    group_participants: "PESERTA", "PARTICIPANTS";
    group_organizations: "ORGANISASI", "ORGANIZATIONS";
    group_visits: "KUNJUNGAN", "VISITS";
    search_loading: "Catatan masih dimuat; hasilnya menyusul.", "The records are still being loaded; what is found will follow.";
    maybe: "MUNGKIN MAKSUDNYA", "PERHAPS YOU MEANT";
    possible_by_date: "MUNGKIN MENURUT TANGGALNYA", "POSSIBLE BY DATE";
    field_name: "Nama", "Name";
    field_person: "Pembicara", "Speaker";
    field_location: "Lokasi", "Location";
    field_text: "Teks", "Text";
    field_host: "Tuan rumah", "Host";
    field_visitor: "Tamu", "Visitor";
    search_hint: "Ketik beberapa kata: dari kutipan, nama, jabatan, atau tempat.",
        "Type a few words: from a quote, a name, a title or a place.";
    search_examples: "siapa:ratna  di:mpp  tgl:2024-03  jenis:kutipan  \"frasa persis\"  -tanpa  ini | itu",
        "who:ratna  stop:mpp  date:2024-03  type:quote  \"exact phrase\"  -without  this | that";

    doubt_explained: "Tanda ? di belakang tempat atau tanggal: disimpulkan, bukan disebut sumber.",
        "A ? behind a place or a date: concluded, not stated by the source.";

    // What is cited.
    said: "kata", "said";
    wrote: "tulis", "wrote";
    according_to: "menurut", "according to";
    unnamed_speaker: "pembicara yang tidak disebut", "an unnamed speaker";
    group_from: "rombongan dari", "a group from";
    in_the_name_of: "atas nama", "on behalf of";
    read_by: "dibacakan oleh", "read out by";
    is_translation: "terjemahan", "translation";
    translated_from: "diterjemahkan dari", "translated from";
    interpreted: "penerjemah:", "interpreted by";
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
    place_in_source: "Letak dalam sumber", "Place in the source";

    // What is exported.
    nothing_to_export: "tidak ada yang dapat diekspor", "there is nothing to export";
    until: "sampai", "until";
    only_for_csv: "--table, --delimiter, dan --bom hanya berlaku untuk --format csv",
        "--table, --delimiter and --bom go with --format csv only";
    not_for_a_screen: "XLSX bukan teks dan tidak dapat ditampilkan di layar; sebutkan berkasnya dengan --output",
        "an XLSX is no text that a screen can show; name a file with --output";
    calendar_is_empty: "tidak ada kunjungan atau persinggahan pada hari yang dapat dimuat kalender; kalender tidak dibuat",
        "no visit and no stop has a day that a calendar can hold; no calendar is made";
    query_without_hits: "tidak ada yang cocok dengan kueri; ekspor hanya memuat yang cocok persis",
        "nothing matches the query; an export has only what matches in full";

    // What is copied.
    copied: "Disalin", "Copied";
    sent: "Dikirim ke terminal", "Sent to the terminal";
    main_quotes: "Kutipan utama", "Main quotes";
    open_notes: "Catatan terbuka", "Open notes";
    briefing: "ringkasan", "briefing";
    briefing_in_markdown: "ringkasan (Markdown)", "briefing (Markdown)";
    name: "nama saja", "name only";
    title: "judul saja", "title only";
    copy_title: "Salin …", "Copy …";
    export_title: "Ekspor yang tampak …", "Export what is shown …";
    copy_basket_title: "Salin keranjang …", "Copy the basket …";
    export_basket_title: "Ekspor keranjang …", "Export the basket …";
    file_and_line: "berkas:baris", "file:line";
    address_of_source: "URL sumber", "URL of the source";
    nothing_to_copy: "belum ada yang dipilih untuk disalin", "nothing is selected that could be copied";
    built_in_has_no_file: "contoh bawaan tidak punya berkas; `lawat init` membuatnya",
        "the built-in example has no file; `lawat init` makes one";
    nothing_to_edit: "yang dipilih tidak tertulis di satu berkas", "what is selected is not written in one file";
    no_file: "catatan ini masuk lewat pipa, bukan dari berkas", "these records came through a pipe, not from a file";
    no_address: "tidak ada alamat web pada sumbernya", "its source names no web address";
    reloading: "memuat ulang …", "reloading …";
    outdated: "data lama", "old data";
    outdated_explained: "Yang tampak adalah data sebelum kesalahan berikut; simpanan berikutnya yang benar menggantikannya.",
        "What is shown is the data from before these faults; the next good save takes its place.";
    gone: "hilang", "gone";
    print_back: "Tekan tombol apa saja untuk kembali.", "Press any key to come back.";

    // Help and problems.
    help_title: "Bantuan", "Help";
    group_moving: "Navigasi", "Moving around";
    group_panes: "Antarpanel", "Between panes";
    group_choosing: "Menyaring", "Narrowing down";
    group_reading: "Membaca dan mencari", "Reading and searching";
    group_program: "Program", "The program";
    group_leaving: "Menyalin dan mengekspor", "Copying and exporting";
    in_panes: "di panel", "in the panes";
    in_search: "di pencarian", "in the search";
    in_reading: "di bacaan", "while reading";
    in_narrowing: "saat menyaring panel", "while narrowing a pane";
    in_menu: "di menu saringan", "in the menu of filters";
    in_copying: "di menu salin", "in the menu of copying";
    in_exporting: "di menu ekspor", "in the menu of exporting";
    in_commands: "di bantuan dan palet", "in the help and the palette";
    palette_title: "Perintah", "Commands";
    no_command: "Tidak ada perintah yang cocok.", "No command matches.";
    not_available_here: "Tidak tersedia di sini", "Not available here";
    in_pages: "di halaman dan keranjang", "in pages and the basket";
    in_context: "Dalam konteks", "In context";
    basket: "Keranjang", "Basket";
    source_unknown: "tidak ada dalam catatan", "is not in the record";
    locator: "Letak", "Where";
    kept_copy: "Salinan", "Copy";
    accessed_on: "Diakses", "Accessed";
    author: "Penulis", "Author";
    publisher: "Penerbit", "Publisher";
    variants_explained: "Yang ditandai berbeda dari varian pertama.", "What is marked differs from the first variant.";
    in_the_records: "Dalam catatan", "In the records";
    trail_title: "Jejak sumber", "Source trail";
    variants_title: "Varian", "Variants";
    clicks_taken: "klik tetikus untuk lawat; Shift+seret memilih teks", "the mouse clicks in lawat; Shift and drag selects text";
    not_a_statement: "pilih sebuah pernyataan dahulu", "select a statement first";
    unmark: "lepas tanda", "unmark";
    zoom_back: "kecilkan", "zoom out";
    already_whole: "di layar sempit setiap panel sudah sebesar layar", "on a narrow screen each pane has it all already";
    not_in_the_basket: "hanya di dalam keranjang", "only in the basket";
    no_page: "pilih orang, organisasi, atau tempat dahulu", "select a person, an organization or a place first";
    no_variants: "pernyataan ini tidak punya varian", "this statement has no variants";
    no_translation: "pernyataan ini tidak punya terjemahan", "this statement has no translation";
    nothing_to_sort: "urutan itu tidak tersedia di panel ini", "this pane cannot be sorted that way";
    sorted: "urut", "sort";
    by_time: "waktu", "time";
    by_name: "nama", "name";
    by_speaker: "pembicara", "speaker";
    by_place: "tempat", "place";
    by_count: "jumlah", "number";
    group_editing: "Saat mengetik", "While typing";
    problems_title: "Pemeriksaan data", "Data check";

    // Plain mode.
    plain_hint: "Ketik nomor untuk membuka, / dan kata untuk mencari, h untuk bantuan, q untuk keluar.",
        "Type a number to open, / and words to search, h for help, q to quit.";
    plain_number: "nomor: buka yang bernomor itu", "a number: open what has that number";
    plain_more: "Enter untuk bagian berikutnya", "Enter for the next part";
    plain_end: "Tidak ada lagi dalam daftar ini.", "There is no more in this list.";
    plain_no_list: "Tidak ada daftar di sini.", "There is no list here.";
    plain_last: "Ini sudah yang terakhir dalam daftar.", "This is the last one of the list.";
    plain_first: "Ini sudah yang pertama dalam daftar.", "This is the first one of the list.";
    plain_at_start: "Tidak ada tempat sebelumnya; q untuk keluar.", "There is no place before this one; q quits.";
    plain_copies_statements: "Hanya pernyataan yang dapat disalin; buka salah satu dahulu.",
        "Only a statement can be copied; open one first.";
    plain_elsewhere: "Juga dalam kunjungan lain", "Also in other visits";
    plain_maybe: "Mungkin maksudnya", "Perhaps you meant";
    plain_possible: "Mungkin menurut tanggalnya", "Possible by date";
    plain_faults: "Temuan", "Findings";
    plain_without_keyboard: "catatan datang dari masukan standar (-) dan tidak ada terminal untuk membaca perintah; sebutkan berkasnya",
        "the records come from standard input (-), and there is no terminal to read commands from; name files instead";
    plain_alone: "--plain hanya berlaku tanpa subperintah", "--plain goes with no subcommand";

    // Failures of the program.
    init_needs_a_name: "catatan baru ditulis ke berkas; sebutkan namanya", "a new record is written to a file; name one";
    data_from_keyboard: "data diminta dari masukan standar (-), tetapi masukan itu papan ketik; salurkan berkas ke sana",
        "records were asked from standard input (-), which is the keyboard; pipe a file into it";
    data_not_asked: "data di masukan standar tidak dibaca; tambahkan - untuk membacanya",
        "data on standard input is not read; add - to read it";
    nothing_to_check: "tidak ada yang diperiksa: di sini tidak ada visits.yaml; sebutkan berkas atau folder",
        "nothing to check here: there is no visits.yaml; name a file or a folder";
    not_a_terminal: "lawat harus dijalankan langsung di terminal; keluarannya bukan terminal",
        "the output is not a terminal; the explorer needs one";
    no_terminal: "tidak ada terminal yang dapat dibuka untuk membaca tombol",
        "no terminal can be opened to read keys from";
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
            ] {
                assert!(crate::text::width(label) <= 12, "{label}");
            }
        }
    }
}
