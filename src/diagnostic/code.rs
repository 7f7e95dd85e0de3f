//! The table of problem codes: stable name, severity and explanation.

use crate::lang::{Both, Lang};

/// The severity of a problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The record or the file cannot be used. Errors found by comparing quotes with texts are an exception: the record stays.
    Error,
    /// The record can be used, but should be checked.
    Warning,
}

impl Severity {
    /// `error` or `warning`, for tools: the same in every language.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }

    /// The severity in a language, for people.
    pub fn word(self, lang: Lang) -> &'static str {
        match (lang, self) {
            (Lang::Id, Self::Error) => "kesalahan",
            (Lang::Id, Self::Warning) => "peringatan",
            (Lang::En, severity) => severity.name(),
        }
    }
}

macro_rules! codes {
    ($($code:ident = $name:literal, $severity:ident, $doc:literal, $id:literal, $en:literal;)+) => {
        /// The code of a problem.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum ProblemCode {
            $(#[doc = $doc] $code,)+
        }

        impl ProblemCode {
            /// All codes, in the order of the table.
            pub const ALL: &[Self] = &[$(Self::$code,)+];

            /// The stable name, such as `bad-date`.
            pub fn name(self) -> &'static str {
                match self { $(Self::$code => $name,)+ }
            }

            /// The severity of all problems with this code.
            pub fn severity(self) -> Severity {
                match self { $(Self::$code => Severity::$severity,)+ }
            }

            /// What the code means, why it matters and how to fix the problem.
            pub fn explanation(self) -> Both {
                match self { $(Self::$code => Both { id: $id, en: $en },)+ }
            }
        }
    };
}

impl ProblemCode {
    /// The code with this stable name.
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.name() == name)
    }
}

codes! {
    UnreadableFile = "unreadable-file", Error, "The file cannot be read.",
        "Berkas ini tidak dapat dibaca: izinnya kurang, berkasnya hilang saat dibaca, ini perangkat dan bukan berkas, atau folder ini tidak memuat berkas *.yaml. Periksa izin dan lokasinya. Berkas lain tetap dibaca.",
        "The file cannot be read: permission is denied, the file disappeared while it was being read, it is a device rather than a file, or the folder contains no *.yaml files. Check the path and its permissions. Other files are still read.";
    NotText = "not-text", Error, "The file is not UTF-8 or UTF-16 text.",
        "Isi berkas bukan teks UTF-8, dan bukan UTF-16 dengan BOM di awalnya: mungkin gambar, dokumen perkantoran, atau teks dengan enkode lama. Simpan ulang sebagai UTF-8. Posisi byte pertama yang salah ditunjukkan.",
        "The file is neither UTF-8 text nor UTF-16 text with a byte order mark. It may be an image, an office document, or text in a legacy encoding. Save it as UTF-8. The position of the first invalid byte is shown.";
    TooLarge = "too-large", Error, "The file is larger than the limit.",
        "Berkas melampaui batas ukuran. Bagilah menjadi beberapa berkas; semua berkas dalam satu folder dibaca sebagai satu arsip.",
        "The file exceeds the size limit. Split it into several files: all files in a folder are read as one archive.";
    Syntax = "syntax", Error, "The text is not valid YAML.",
        "Teks ini bukan YAML yang sah. Biasanya ada tanda kutip atau kurung yang belum ditutup, tab di tempat spasi, atau baris yang indentasinya tidak sejajar. Pembacaan dilanjutkan pada kunjungan atau dokumen berikutnya.",
        "The text is not valid YAML. Typical causes are an unclosed quotation mark or bracket, a tab instead of spaces, or inconsistent indentation. Reading resumes at the next visit or document.";
    TooDeep = "too-deep", Error, "Lists and records are nested too deeply.",
        "Daftar dan isian bersarang lebih dalam daripada yang diperlukan catatan mana pun. Biasanya ada kurung pembuka yang berlebih.",
        "Lists and fields are nested more deeply than any record needs. Usually there is one opening bracket too many.";
    TooManyAliases = "too-many-aliases", Error, "Aliases expand the text far beyond its size.",
        "Alias YAML (*nama) menyalin isi berulang-ulang sehingga berkas kecil menjadi sangat besar. Tuliskan isinya secara lengkap, atau kurangi aliasnya.",
        "YAML aliases (*name) repeat their content so often that a small file becomes very large. Write out the content, or use fewer aliases.";
    UnsupportedVersion = "unsupported-version", Error, "The file uses an unsupported version of the format.",
        "schema_version menyebut versi format yang tidak didukung program ini. Versi dengan angka utama yang sama dapat dibaca; untuk versi lain diperlukan program yang lebih baru.",
        "schema_version names a version of the format that this program does not support. Versions with the same major number can be read; other versions need a newer program.";
    DuplicateKey = "duplicate-key", Error, "A record contains the same field twice.",
        "Satu catatan memuat isian yang sama dua kali, sehingga tidak jelas mana yang berlaku. Hapus salah satunya, atau gabungkan menjadi daftar.",
        "A record contains the same field twice, so it is unclear which value applies. Remove one of them, or combine them into a list.";
    UnknownField = "unknown-field", Error, "A record contains a field that is not part of the format.",
        "Nama isian ini tidak ada dalam format; mungkin salah ketik. Isian yang tidak dikenal selalu dilaporkan supaya tidak ada data yang hilang diam-diam. Isian buatan sendiri diawali “x-”.",
        "The format has no field with this name; it may be misspelled. Unknown fields are always reported, so that no data is lost silently. Custom fields start with “x-”.";
    MissingField = "missing-field", Error, "A required field is missing.",
        "Isian wajib yang disebut tidak ada atau kosong; berkas kosong juga dilaporkan di sini. Yang wajib hanya sedikit: id dan title untuk kunjungan; id dan name untuk lokasi kunjungan dan organisasi; id, type, dan text untuk pernyataan; id serta name atau post untuk peserta.",
        "The required field is missing or empty; an empty file is reported here, too. Only a few fields are required: id and title for a visit; id and name for a stop or an organization; id, type and text for a statement; id and either name or post for a participant.";
    WrongType = "wrong-type", Error, "A field has a value of the wrong type.",
        "Jenis nilainya tidak sesuai, misalnya daftar di tempat teks. Pesannya menyebut jenis yang diharapkan dan yang ditemukan.",
        "The value has the wrong type, for example a list instead of text. The message names the expected type and the one found.";
    UnknownValue = "unknown-value", Error, "A value is not one of those allowed.",
        "Isian ini hanya menerima nilai tertentu, dan nilai ini tidak termasuk. Pilihannya, atau nilai yang paling mirip, ditampilkan.",
        "This field accepts only certain values, and this is not one of them. The allowed values, or the most similar one, are shown.";
    BadDate = "bad-date", Error, "A date is invalid or not in the expected form.",
        "Tanggal ditulis 2026, 2026-01, 2026-01-10, atau dengan jam 2026-01-10T09:30; 2026-21 sampai 2026-24 untuk musim, 2026-01/2026-03 untuk rentang, X untuk angka yang tidak diketahui, dan ? di akhir tanggal yang diragukan. Tanggal yang tidak ada di kalender, seperti 30 Februari, tidak diterima.",
        "Write dates as 2026, 2026-01 or 2026-01-10, or with a time as 2026-01-10T09:30. 2026-21 to 2026-24 are seasons, 2026-01/2026-03 is an interval, X stands for an unknown digit, and a final ? marks an uncertain date. Dates that do not exist, such as 30 February, are rejected.";
    EndBeforeStart = "end-before-start", Error, "An end date is earlier than its start date.",
        "Tanggal selesai lebih awal daripada tanggal mulai. Mungkin keduanya tertukar, atau tahunnya salah ketik. Tanggal yang tidak lengkap hanya dilaporkan bila pasti keliru.",
        "The end date is earlier than the start date. The two may be swapped, or a year may be mistyped. Incomplete dates are reported only if they cannot be correct.";
    BadCoordinates = "bad-coordinates", Error, "A latitude or longitude is out of range.",
        "Lintang berkisar antara -90 dan 90, bujur antara -180 dan 180, dalam derajat desimal. Mungkin keduanya tertukar, atau titik desimalnya hilang.",
        "Latitude ranges from -90 to 90 and longitude from -180 to 180, in decimal degrees. The two may be swapped, or the decimal point may be missing.";
    BadId = "bad-id", Error, "An ID is too long or contains an invalid character.",
        "ID terdiri atas huruf dan angka dari aksara apa pun, titik, garis bawah, dan tanda hubung, maksimal 100 karakter. ID dipakai dalam rujukan seperti kunjungan#kutipan, nama berkas, dan baris perintah.",
        "An ID consists of letters and digits of any script, dots, underscores and hyphens, up to 100 characters. IDs are used in references such as visit#quote, in file names and on the command line.";
    DuplicateId = "duplicate-id", Error, "Two records have the same ID.",
        "Setiap ID harus unik dalam satu kunjungan, dan ID kunjungan harus unik dalam seluruh arsip; kalau tidak, rujukan seperti kunjungan#kutipan bermakna ganda. Letak ID yang pertama ditunjukkan.",
        "Every ID must be unique within its visit, and visit IDs must be unique in the archive; otherwise a reference such as visit#quote is ambiguous. The location of the first record is shown.";
    UnknownReference = "unknown-reference", Error, "A reference does not match any record.",
        "Isian ini merujuk ke catatan lain melalui ID-nya, tetapi kunjungan ini tidak memuat catatan dengan ID itu, atau jenisnya lain. ID peserta, organisasi, dan tempat dicari juga dalam register (people, organizations, dan places di tingkat teratas berkas). Periksa ejaannya, atau tambahkan catatannya.",
        "The field refers to another record by its ID, but the visit has no record of the right kind with that ID. IDs of participants, organizations and places are also looked up in the register (people, organizations and places at the top level of a file). Check the spelling, or add the record.";
    HiddenCharacter = "hidden-character", Warning, "A text contains an invisible or control character.",
        "Teks memuat karakter yang tidak terlihat atau yang membalik arah baca, sering terbawa saat menyalin dari web atau PDF. Akibatnya, dua teks yang tampak sama bisa berbeda dan tidak ditemukan dalam pencarian. Di layar karakter ini diberi tanda. Karakter penyambung pada aksara yang memerlukannya tidak dilaporkan.",
        "The text contains a character that is invisible or changes the reading direction, often copied from the web or a PDF. Texts that look the same may therefore differ, and a search may miss one of them. The character is highlighted on screen. Joiners in scripts that need them are not reported.";
    WeekdayMismatch = "weekday-mismatch", Warning, "The weekday in `date_text` does not match the date.",
        "Nama hari dalam date_text tidak cocok dengan tanggalnya. Tanggal, bulan, atau tahunnya keliru, atau sumbernya sendiri yang keliru. Bila sumbernya keliru, tambahkan catatan (notes, type: conflict) dan peringatan ini hilang. Nama hari dikenali dalam bahasa Indonesia dan Inggris.",
        "The weekday in date_text does not match the date. Either the day, month or year is wrong, or the source is. If the source is wrong, a note about it (type: conflict) silences this warning. Weekdays are recognized in Indonesian and English.";
    PrintedDateMismatch = "printed-date-mismatch", Warning, "The date in `date_text` differs from the date of the record.",
        "Tanggal dalam date_text berbeda dari tanggal catatan, meskipun nama harinya mungkin cocok. Tanggal, bulan, atau tahunnya keliru, atau sumbernya sendiri yang keliru. Bila sumbernya keliru, tambahkan catatan (notes, type: conflict) dan peringatan ini hilang. Tanggal tanpa tahun cocok dengan tahun mana pun, dan 3/7 dapat berarti 3 Juli atau 7 Maret.",
        "The date in date_text differs from the date of the record, even if the weekday matches. Either the day, month or year is wrong, or the source is. If the source is wrong, a note about it (type: conflict) silences this warning. A date without a year matches any year, and 3/7 may mean 3 July or 7 March.";
    SameIdDifferentName = "same-id-different-name", Warning, "One ID is used for different people or organizations.",
        "ID orang dan organisasi berlaku di seluruh arsip: ID yang sama berarti orang yang sama, dan semua ucapannya dikumpulkan. Di sini namanya berbeda. Gelar, huruf besar-kecil, singkatan, dan bagian nama yang tidak ditulis diabaikan; nama dalam other_names juga dikenali. Tanpa nama, ID seperti “direktur” atau “rombongan” hanya berlaku dalam kunjungannya, kecuali jabatan dan organisasinya sama; perbedaan jabatan, organisasi, atau pihak disebut dalam pesannya, dan bila tidak ada yang berbeda pun keduanya dihitung terpisah. Setiap ID dilaporkan sekali, dengan dua tempat pertama dan jumlah tempat lainnya.",
        "IDs of people and organizations are valid throughout the archive: the same ID means the same person, and that person's statements are collected. Here the names differ. Titles, case, abbreviations and omitted parts of a name are ignored, and other_names is taken into account. Without a name, an ID such as “direktur” or “rombongan” applies only within its visit, unless both post and organization are the same; a difference in post, organization or side is named in the message, and if nothing differs the two are still counted separately. Each ID is reported once, with its first two locations and the number of others.";
    QuotationMarksInQuote = "quotation-marks-in-quote", Warning, "A quote includes its quotation marks.",
        "Pada type: quote, text hanya memuat kata-kata di antara tanda kutip; tandanya ditambahkan saat kutipan ditampilkan atau disalin. Tanda kutip tanpa pasangan biasanya berarti kalimat pengiring ikut tersalin. Kutipan di dalam kutipan boleh.",
        "With type: quote, text contains only the words between the quotation marks; the marks are added when the quote is displayed or copied. An unmatched mark usually means that the reporter's own words were copied along. A quotation within the quote is fine.";
    QuoteWithoutSource = "quote-without-source", Warning, "A quote does not name a source.",
        "Kutipan tanpa sources tidak dapat diperiksa pembaca dan tidak layak dikutip. Bila kunjungan ini tidak mencantumkan satu sumber pun, peringatan ini muncul sekali untuk semua kutipannya.",
        "A quote without sources cannot be verified and should not be cited. If the visit lists no sources at all, this is reported once for all of its quotes.";
    QuoteNotInSource = "quote-not-in-source", Error, "The source text does not contain the quote as recorded.",
        "Dengan `lawat check --text BERKAS`, setiap kutipan dicari kata demi kata dalam teks sumber, di antara tanda kutip. Perbedaan yang tidak terlihat pembaca diabaikan: jenis spasi, pemenggalan baris, ligatur, serta bentuk tanda kutip, apostrof, tanda hubung, dan elipsis. Selebihnya harus sama persis; kata atau karakter yang berbeda disebut. Kutipan ini tidak ditemukan dalam teks mana pun, bunyinya berbeda, atau bagian-bagiannya (…) tercetak dengan urutan lain.",
        "With `lawat check --text FILE`, each quote is looked up word for word in the source text, between quotation marks. Differences that readers do not see are ignored: kinds of spaces, words split at line ends, ligatures, and the shapes of quotation marks, apostrophes, hyphens and ellipses. Everything else must be identical; the words or characters that differ are shown. This quote is not in any of the texts, differs from them, or has its parts (…) in a different order.";
    QuoteOutsideMarks = "quote-outside-marks", Error, "The source prints words of the quote outside quotation marks.",
        "Hanya dengan `lawat check --text BERKAS`. Kata-kata ini ada dalam teks sumber, tetapi di luar tanda kutip: itu kata-kata penulisnya, bukan ucapan narasumber. Dalam transkrip (medium: transcript, atau sumber dengan type: transcript) ucapan memang tercetak tanpa tanda kutip.",
        "Only with `lawat check --text FILE`. The source contains these words, but outside quotation marks: they are the reporter's, not the speaker's. Transcripts (medium: transcript, or a source with type: transcript) print speech without quotation marks.";
    QuoteWithoutEllipsis = "quote-without-ellipsis", Error, "A quote omits words without an ellipsis.",
        "Hanya dengan `lawat check --text BERKAS`. Di tengah kutipan ini ada kata-kata sumber yang dilewatkan tanpa … atau [...]. Kalimat pengiring di antara dua bagian kutipan (“…,” kata Ratna, “…”) juga diganti dengan elipsis, atau kedua bagiannya dicatat sebagai dua kutipan.",
        "Only with `lawat check --text FILE`. Words of the source are omitted within the quote without … or [...]. If the reporter's words interrupt the quote (“…,” said Ratna, “…”), write an ellipsis there, too, or record two quotes.";
    QuoteCutsWord = "quote-cuts-word", Error, "A quote begins or ends in the middle of a word.",
        "Hanya dengan `lawat check --text BERKAS`. Kata pertama atau terakhir kutipan ini hanya sebagian dari kata yang tercetak dalam sumber, mungkin karena salinannya terpotong. Kutipan boleh dimulai dan berakhir di mana pun, asal pada kata yang utuh; bilangan seperti 20.000, 12,5%, atau 3–5 adalah satu kata.",
        "Only with `lawat check --text FILE`. The first or last word of the quote is only part of the word in the source; the copy may have been cut off. A quote may begin and end anywhere, but not within a word; a number such as 20,000, 12.5% or 3–5 is one word.";
    UnpairedMarkInSource = "unpaired-mark-in-source", Warning, "A quotation mark in the source is unmatched, so the extent of the quote is unclear.",
        "Hanya dengan `lawat check --text BERKAS`. Dalam sumber, tanda kutip pada ucapan ini tidak ditutup atau tidak dibuka, sehingga batas antara ucapan dan kalimat wartawan tidak pasti. Letak tandanya ditunjukkan. Bila batasnya sudah dipastikan, tambahkan catatan (notes, type: conflict) tentang kutipan ini dan peringatannya hilang.",
        "Only with `lawat check --text FILE`. In the source, a quotation mark around these words has no matching mark, so it is unclear where the speaker's words end and the reporter's begin. The location of the mark is shown. Once you have established the extent of the quote, a note about it (type: conflict) silences this warning.";
    QuotesJoined = "quotes-joined", Warning, "A quote combines separate quotations of the source.",
        "Hanya dengan `lawat check --text BERKAS`. Bagian-bagian kutipan ini tercetak sebagai kutipan terpisah, di paragraf yang berlainan, berurutan tanpa keterangan, atau dengan kalimat lain di antaranya; penuturnya pun bisa berbeda. Catat masing-masing sebagai kutipan tersendiri. Ucapan yang hanya disela keterangan penuturnya (“…,” kata Ratna, “…”), atau berlanjut ke paragraf berikutnya dengan tanda kutip buka di awal setiap paragraf, tetap satu kutipan.",
        "Only with `lawat check --text FILE`. The parts of this quote are printed as separate quotations, in different paragraphs, one after another, or with another sentence between them; the speakers may even differ. Record each as a quote of its own. A quotation that is only interrupted by its attribution (“…,” said Ratna, “…”), or continues in the next paragraph with an opening mark at the start of each, counts as one.";
    UnknownTimezone = "unknown-timezone", Warning, "A time zone is not in the IANA database.",
        "Zona waktu ditulis dengan nama dari basis data IANA, misalnya Asia/Jakarta (WIB), Asia/Makassar (WITA), Asia/Jayapura (WIT), atau Asia/Pontianak. Singkatan seperti WIB tidak dikenal program lain.",
        "Time zones are written with their IANA names, such as Asia/Jakarta, Asia/Makassar, Asia/Jayapura or Asia/Pontianak. Other programs do not recognize abbreviations such as WIB.";
    UnknownLanguage = "unknown-language", Warning, "A language tag is not in the IANA registry.",
        "Bahasa ditulis dengan kode BCP 47: id, en, jv, su, zh-Hans. Nama bahasa seperti “Indonesia” bukan kode.",
        "Languages are written as BCP 47 tags: id, en, jv, su, zh-Hans. The name of a language, such as “Indonesian”, is not a tag.";
    OutsideTheVisit = "outside-the-visit", Warning, "A stop or statement is dated outside its visit.",
        "Tanggalnya sebelum awal kunjungan atau sesudah akhirnya. Mungkin salah ketik, atau end_date belum diisi. Tanggal yang tidak lengkap hanya dilaporkan bila tidak mungkin cocok; tanggal yang diragukan (?, ~) tidak dilaporkan.",
        "The date is before the start of the visit or after its end. It may be mistyped, or the visit may lack an end_date. Incomplete dates are reported only if they cannot match; uncertain dates (?, ~) are never reported.";
    CommentInText = "comment-in-text", Warning, "Part of a text is read as a comment because of a #.",
        "Dalam YAML, “ #” mengawali komentar, juga di tengah judul atau kutipan: “Kunjungan #1” terbaca “Kunjungan”. Apit teksnya dengan tanda kutip. Komentar yang ditulis dengan spasi sesudah # tidak dilaporkan.",
        "In YAML, “ #” starts a comment, even within a title or a quote: “Visit #1” is read as “Visit”. Enclose the text in quotation marks. Comments with a space after the # are not reported.";
    UnusedSource = "unused-source", Warning, "No record refers to a source.",
        "Sumber ini tercantum, tetapi tidak dirujuk dari mana pun, padahal sumber lain dirujuk. Mungkin salah satu rujukan memakai ID yang keliru, atau sumbernya tidak jadi dipakai.",
        "The source is listed, but nothing refers to it, although other sources are referred to. A reference may use the wrong ID, or the source was not used after all.";
    UnresolvedRelated = "unresolved-related", Warning, "A related visit is not in the files that were read.",
        "related merujuk ke kunjungan yang tidak ada dalam berkas yang dibuka. Mungkin kunjungan itu ada di berkas lain, atau ID-nya salah ketik.",
        "The related visit is not in the opened files. It may be in another file, or its ID may be mistyped.";
    UnlistedValue = "unlisted-value", Warning, "A value is not in the list of common values.",
        "Isian ini punya daftar nilai yang lazim, tetapi nilai lain boleh dipakai: catatannya tetap ditampilkan, dengan nilai seperti tertulis. Nilai dari daftar ditampilkan dalam dua bahasa serta dapat dicari dan dihitung bersama; karena itu periksa apakah salah satunya sama artinya.",
        "The field has a list of common values, but others are allowed: the record is shown, with the value as written. Listed values are shown in both languages and are searched and counted together, so check whether one of them means the same.";
    BadMoney = "bad-money", Warning, "An amount is not a number or is ambiguous, or a currency is not an ISO 4217 code.",
        "Biaya dijumlahkan per mata uang, jadi amount harus berupa angka tanpa pemisah ribuan (titik hanya untuk desimal) dan currency berupa kode ISO 4217 seperti IDR. Dengan tiga angka di belakang satu titik, 20.000 bisa berarti dua puluh ribu atau dua puluh: tulis 20000 atau 20.00. Biaya yang tidak terbaca tetap ditampilkan seperti tertulis, tetapi tidak ikut dijumlahkan.",
        "Expenses are totalled by currency, so amount must be a number without thousands separators (the point is for decimals only), and currency an ISO 4217 code such as IDR. With three digits after a single point, 20.000 may be twenty thousand or twenty: write 20000 or 20.00. An expense that cannot be read is shown as written, but left out of the total.";
    UnknownTag = "unknown-tag", Warning, "A YAML tag is not part of the core schema.",
        "Tag seperti !include atau !!python/object tidak pernah dijalankan: nilainya dibaca sebagai teks, daftar, atau isian biasa. Hapus tagnya agar berkas ini dibaca sama oleh semua program.",
        "Tags such as !include or !!python/object are never executed: the value is read as plain text, a list or fields. Remove the tag, so that every program reads the file the same way.";
    UnusedAnchor = "unused-anchor", Warning, "A YAML anchor is never used.",
        "Kata yang diawali & di depan suatu nilai adalah anchor YAML (&nama), yang nilainya dapat diulang dengan alias (*nama); kata itu sendiri tidak terbaca sebagai teks. Anchor ini tidak dipakai alias mana pun, jadi mungkin maksudnya teks biasa.",
        "A word that starts with & before a value is a YAML anchor (&name), so that an alias (*name) can repeat the value; the word itself is not read as text. No alias uses this anchor, so it may be meant as text.";
}
