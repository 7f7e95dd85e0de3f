//! The table of codes: the stable name of each fault, how much it weighs, and what it means.

use crate::lang::Both;

/// How much a fault weighs. The words are English in every language, so that tools can read them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It is wrong. But for a quote that a text does not bear out, the record or the file cannot be used.
    Error,
    /// It can be used, but deserves a look.
    Warning,
}

impl Severity {
    /// `error` or `warning`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

macro_rules! codes {
    ($($code:ident = $name:literal, $severity:ident, $doc:literal, $id:literal, $en:literal;)+) => {
        /// The kinds of fault.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code {
            $(#[doc = $doc] $code,)+
        }

        impl Code {
            /// Every code, in the order of the table.
            pub const ALL: &[Self] = &[$(Self::$code,)+];

            /// The stable name.
            pub fn name(self) -> &'static str {
                match self { $(Self::$code => $name,)+ }
            }

            /// How much it weighs.
            pub fn severity(self) -> Severity {
                match self { $(Self::$code => Severity::$severity,)+ }
            }

            /// What it means, why it matters, and what to do about it.
            pub fn explanation(self) -> Both {
                match self { $(Self::$code => Both { id: $id, en: $en },)+ }
            }
        }
    };
}

impl Code {
    /// The code of a name.
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.name() == name)
    }
}

codes! {
    UnreadableFile = "unreadable-file", Error, "The system will not let us read the file.",
        "Berkas ini tidak dapat dibaca: izinnya kurang, berkasnya hilang saat dibaca, ini perangkat dan bukan berkas, atau folder ini tidak memuat berkas *.yaml. Periksa izin dan letaknya. Berkas lain tetap dibaca.",
        "There is nothing to read here: permission is missing, the file went away meanwhile, it is a device and no file, or the folder holds no *.yaml. Look at the permissions and the place. Other files are read all the same.";
    NotText = "not-text", Error, "The file is not text in UTF-8 or UTF-16.",
        "Isi berkas bukan teks UTF-8, dan bukan UTF-16 dengan tanda di awalnya: mungkin berkas gambar, dokumen kantor, atau teks dengan enkode lama. Simpan ulang sebagai UTF-8. Letak byte pertama yang salah disebut.",
        "The file is not text in UTF-8, nor in UTF-16 with its mark at the beginning: perhaps a picture, an office document, or text in an old encoding. Save it as UTF-8. The place of the first wrong byte is told.";
    TooLarge = "too-large", Error, "The file is larger than what is read.",
        "Berkas melampaui batas yang dibaca sekaligus. Bagilah menjadi beberapa berkas; satu folder berisi banyak berkas dibaca sebagai satu arsip.",
        "The file is larger than what is read at once. Divide it: the files of a folder are read as one archive.";
    Syntax = "syntax", Error, "The text is not YAML.",
        "Teks ini bukan YAML yang sah, jadi tidak jelas apa yang dimaksud. Biasanya ada tanda kutip atau kurung yang belum ditutup, tab, atau baris yang indentasinya tidak sejajar. Pembacaan dilanjutkan pada kunjungan atau dokumen berikutnya.",
        "The text is not valid YAML, so what it means is not clear. Mostly a quotation mark or a bracket is not closed, a tab stands where spaces must be, or a line is not indented like its neighbours. Reading goes on with the next visit or document.";
    TooDeep = "too-deep", Error, "Lists and records are nested deeper than any record needs.",
        "Daftar dan isian bersarang lebih dalam daripada yang diperlukan catatan mana pun. Biasanya ada kurung pembuka yang berlebih.",
        "Lists and fields are nested deeper than any record needs. Mostly there is an opening bracket too many.";
    TooManyAliases = "too-many-aliases", Error, "Aliases would make the text many times larger than it is.",
        "Alias YAML (*nama) menyalin isi berulang-ulang sehingga berkas kecil menjadi sangat besar. Tuliskan isinya, atau pakailah lebih sedikit alias.",
        "Aliases of YAML (*name) repeat what they stand for so often that a small file becomes a very large one. Write the content out, or use fewer of them.";
    UnsupportedVersion = "unsupported-version", Error, "The file is written in another version of the format.",
        "Nilai schema_version menyebut versi format yang tidak dikenal program ini. Versi dengan angka utama yang sama dapat dibaca; untuk yang lain diperlukan program yang lebih baru.",
        "The value of schema_version names a version of the format that this program does not know. Versions with the same first number can be read; for others a newer program is needed.";
    DuplicateKey = "duplicate-key", Error, "A record says the same field twice.",
        "Satu catatan memuat isian yang sama dua kali, sehingga tidak jelas mana yang berlaku. Hapus salah satunya, atau gabungkan menjadi daftar.",
        "A record holds the same field twice, so it is not clear which one counts. Remove one of them, or join them in a list.";
    UnknownField = "unknown-field", Error, "A record has a field that the format does not know.",
        "Nama isian ini tidak ada dalam format, mungkin salah ketik. Isian yang tidak dikenal tidak diabaikan begitu saja, supaya tidak ada yang hilang diam-diam. Isian buatan sendiri boleh ada bila diawali “x-”.",
        "The format has no field of this name; perhaps it is misspelt. Fields that are not known are not passed over, so that nothing is lost in silence. A field of your own may stand there when it begins with “x-”.";
    MissingField = "missing-field", Error, "A record lacks a field that it must have.",
        "Catatan ini tidak lengkap tanpa isian yang disebut, atau isian itu ada tetapi kosong; berkas yang kosong pun demikian. Sedikit sekali isian yang wajib: id dan title kunjungan, id dan name persinggahan atau organisasi, id, type dan text pernyataan, id peserta beserta name atau post.",
        "The record is not complete without the field that is named, or the field is there and says nothing; a file with nothing in it is told so, too. Very few are required: id and title of a visit, id and name of a stop or an organization, id, type and text of a statement, and of a participant the id with a name or a post.";
    WrongType = "wrong-type", Error, "A field holds another kind of value than it should.",
        "Nilainya berbentuk lain dari yang diharapkan, misalnya daftar di tempat teks. Yang diharapkan dan yang tertulis disebut keduanya.",
        "The value has another shape than it should, such as a list where text is wanted. What is wanted and what stands there are both told.";
    UnknownValue = "unknown-value", Error, "A field holds a word that is not in its list.",
        "Isian ini hanya menerima kata-kata dari sebuah daftar, dan kata ini tidak ada di sana. Daftarnya, atau kata yang paling mirip, ditampilkan.",
        "This field takes only words from a list, and this one is not among them. The list, or the word that is nearest to it, is told.";
    BadDate = "bad-date", Error, "A date is not one that a calendar has, or not written as one.",
        "Tanggal ditulis 2026, 2026-01, 2026-01-10, atau dengan jam 2026-01-10T09:30; 2026-21 sampai 2026-24 untuk musim, 2026-01/2026-03 untuk rentang, X untuk angka yang tidak diketahui, dan ? di belakang tanggal yang diragukan. Tanggal yang tidak ada di kalender, seperti 30 Februari, tidak diterima.",
        "A date is written 2026, 2026-01, 2026-01-10, or with the time 2026-01-10T09:30; 2026-21 to 2026-24 are the seasons, 2026-01/2026-03 is an interval, X stands for digits that are not known, and ? behind a date that is in doubt. Dates that no calendar has, such as 30 February, are not accepted.";
    EndBeforeStart = "end-before-start", Error, "Something ends before it begins.",
        "Tanggal akhirnya lebih awal daripada tanggal mulainya. Mungkin keduanya tertukar, atau tahunnya salah ketik. Tanggal yang tidak lengkap hanya dianggap salah bila pasti keliru.",
        "The end date lies before the start date. Perhaps the two are exchanged, or a year is mistyped. Dates that are not complete are blamed only when they cannot be right.";
    BadCoordinates = "bad-coordinates", Error, "A latitude or longitude that the earth does not have.",
        "Lintang berkisar antara -90 dan 90, bujur antara -180 dan 180, dalam derajat desimal. Mungkin keduanya tertukar, atau ditulis tanpa titik desimal.",
        "A latitude lies between -90 and 90, a longitude between -180 and 180, in decimal degrees. Perhaps the two are exchanged, or the decimal point is missing.";
    BadId = "bad-id", Error, "An id with characters that an id cannot have, or too long.",
        "Id terdiri atas huruf dan angka aksara apa pun, titik, garis bawah, dan tanda hubung, maksimal 100 karakter: id dipakai dalam rujukan seperti kunjungan#kutipan, dalam nama berkas, dan pada baris perintah.",
        "An id is made of letters and digits of any script, points, underscores and hyphens, at most 100 characters: it is used in references such as visit#quote, in file names and on the command line.";
    DuplicateId = "duplicate-id", Error, "Two records have the same id.",
        "Dalam satu kunjungan setiap id menamai satu hal saja, dalam daftar mana pun, dan id kunjungan hanya satu dalam seluruh arsip: rujukan seperti kunjungan#kutipan tidak boleh bermakna ganda. Letak yang pertama disebut.",
        "Within a visit an id names one thing, in whichever list, and the id of a visit is the only one in the archive: a reference such as visit#quote must not mean two things. The place of the first one is told.";
    UnknownReference = "unknown-reference", Error, "An id is used that no record of the visit has, and none of the register.",
        "Isian ini menunjuk catatan lain dengan id-nya, tetapi tidak ada catatan dengan id itu dalam kunjungan ini, atau jenisnya lain; id peserta, organisasi, dan tempat dicari juga dalam register (people, organizations, dan places di tingkat teratas suatu berkas). Periksa ejaannya, atau tambahkan catatannya.",
        "The field points to another record by its id, but no record of this visit has that id, or it is of another kind; the ids of participants, organizations and places are looked for in the register, too (people, organizations and places at the top of a file). Look at the spelling, or add the record.";
    HiddenCharacter = "hidden-character", Warning, "A text holds a character that is not seen, or that acts.",
        "Teks memuat karakter yang tidak terlihat atau yang membalik arah baca: sering terbawa saat menyalin dari web atau PDF. Karena itu dua teks yang tampak sama bisa berbeda, dan pencarian tidak menemukannya. Di layar karakter ini ditandai. Karakter penghubung pada aksara yang memang memerlukannya tidak dipermasalahkan.",
        "The text holds a character that cannot be seen, or that turns the direction of reading; it often comes along when text is copied from the web or a PDF. Two texts that look alike may differ by it, and a search will miss one. On the screen it is marked. Joiners in scripts that need them are not blamed.";
    WeekdayMismatch = "weekday-mismatch", Warning, "The printed text names another day of the week than the date has.",
        "date_text menyebut nama hari yang tidak cocok dengan tanggalnya. Salah satunya keliru: angka tanggal, bulan, tahun, atau sumbernya sendiri; bila sumbernya yang keliru, catatan (notes, type: conflict) tentang hal itu membuat peringatan ini tidak muncul lagi. Nama hari dikenali dalam bahasa Indonesia dan Inggris.",
        "The text in date_text names a day of the week that the date does not have. One of them is wrong: a digit of the day, the month or the year, or the source itself; when it is the source, a note about the record (type: conflict) puts an end to the warning. The names are known in Indonesian and English.";
    PrintedDateMismatch = "printed-date-mismatch", Warning, "The printed text names another date than the record has.",
        "date_text menyebut tanggal yang bukan tanggal catatannya, sekalipun nama harinya cocok. Salah satunya keliru: angka tanggal, bulan, tahun, atau sumbernya sendiri; bila sumbernya yang keliru, catatan (notes, type: conflict) tentang hal itu membuat peringatan ini tidak muncul lagi. Yang dibandingkan hanya apa yang tertulis: tanggal tanpa tahun cocok dengan tahun mana pun, dan 3/7 boleh berarti 3 Juli atau 7 Maret.",
        "The text in date_text names a date that is not that of the record, even where the day of the week fits. One of them is wrong: a digit of the day, the month or the year, or the source itself; when it is the source, a note about the record (type: conflict) puts an end to the warning. Only what is printed is compared: a date without its year fits any year, and 3/7 may be 3 July or 7 March.";
    SameIdDifferentName = "same-id-different-name", Warning, "One id stands for different people.",
        "Id orang dan organisasi berlaku di seluruh arsip: id yang sama berarti orang yang sama, dan ucapannya dikumpulkan. Di sini namanya lain. Perbedaan gelar, huruf besar-kecil, singkatan, dan bagian nama yang tidak ditulis diabaikan; nama dalam other_names juga dikenali. Tanpa nama, id seperti “direktur” atau “rombongan” hanya berlaku dalam kunjungannya, kecuali jabatan dan organisasinya sama; bila jabatan, organisasi, atau pihaknya berbeda, itulah yang disebut. Setiap id disebut sekali, dengan dua tempat pertama dan jumlah tempat lainnya.",
        "Ids of people and organizations hold for the whole archive: the same id is the same person, and what they said is gathered. Here the name is another. Titles, capital letters and parts of the name that are left out make no difference, and the names in other_names count, too. Without a name an id such as “direktur” or “rombongan” holds in its own visit only, unless both post and organization agree; where post, organization or side differ, that is told. Each id is told once, with its first two places and the number of the others.";
    QuotationMarksInQuote = "quotation-marks-in-quote", Warning, "A quote is written with its quotation marks.",
        "Pada type: quote, text hanya memuat kata-kata di antara tanda kutip; tandanya ditambahkan saat ditampilkan atau disalin. Tanda kutip tanpa pasangan biasanya berarti kalimat pengiring ikut tersalin. Kutipan di dalam kutipan boleh.",
        "With type: quote the text holds only the words between the quotation marks; the marks are added where it is shown or copied. A mark without its other half mostly means that words of the reporter came along. A quotation within the quote is fine.";
    QuoteWithoutSource = "quote-without-source", Warning, "A quote does not say where it is printed.",
        "Kutipan tanpa sources tidak dapat diperiksa orang lain dan tidak layak dikutip. Bila kunjungan ini tidak punya satu sumber pun, peringatannya hanya satu untuk semua kutipannya.",
        "Nobody can verify a quote without sources, so it is not fit to be cited. When the visit has no source at all, it is told once for all its quotes.";
    QuoteNotInSource = "quote-not-in-source", Error, "The source text does not have a quote as it is recorded.",
        "Dengan `lawat check --text BERKAS`, setiap kutipan dicari kata demi kata dalam teks sumber, di antara tanda kutip. Yang tidak terlihat oleh pembaca tidak dibedakan: jenis spasi, pemenggalan baris, ligatur, bentuk tanda kutip, apostrof, tanda hubung, dan elipsis. Yang lain harus sama persis; kata atau karakter yang berbeda disebut. Kutipan ini tidak ada dalam satu teks pun, atau tidak sama bunyinya.",
        "With `lawat check --text FILE` each quote is looked for in the text of the source, word by word and between quotation marks. What a reader does not see makes no difference: the kind of blank, words divided at the end of a line, ligatures, the shapes of quotation marks, apostrophes, hyphens and ellipses. Everything else must be the same; the words or characters that differ are named. This quote is in none of the texts, or not as it is recorded.";
    QuoteOutsideMarks = "quote-outside-marks", Error, "A quote has words that the source prints outside quotation marks.",
        "Hanya dengan `lawat check --text BERKAS`. Kata-kata ini ada dalam teks sumber, tetapi di luar tanda kutip: itu kata-kata penulisnya, bukan ucapan narasumber. Dalam transkrip (medium: transcript, atau sumber dengan type: transcript) ucapan memang tercetak tanpa tanda kutip.",
        "Only with `lawat check --text FILE`. The source has these words, but outside quotation marks: they are the reporter's, not the speaker's. A transcript (medium: transcript, or a source with type: transcript) prints without marks what was said.";
    QuoteWithoutEllipsis = "quote-without-ellipsis", Error, "A quote leaves out words in its middle and does not show it.",
        "Hanya dengan `lawat check --text BERKAS`. Di tengah kutipan ini ada kata-kata sumber yang dilewatkan tanpa … atau [...]. Keterangan wartawan di antara dua bagian kutipan (“…,” kata Ratna, “…”) pun diganti dengan elipsis, atau kedua bagiannya dicatat sebagai dua kutipan.",
        "Only with `lawat check --text FILE`. In the middle of the quote, words of the source are left out without … or [...]. Where a reporter's words stand between two parts (“…,” said Ratna, “…”), write an ellipsis, too, or record two quotes.";
    QuoteCutsWord = "quote-cuts-word", Error, "A quote begins or ends in the middle of a word.",
        "Hanya dengan `lawat check --text BERKAS`. Kata pertama atau terakhir kutipan ini hanya sebagian dari kata yang tercetak dalam sumber, mungkin karena salinannya terpotong. Kutipan boleh dimulai dan berakhir di mana pun, asal pada kata yang utuh.",
        "Only with `lawat check --text FILE`. The first or the last word of the quote is only a part of the word that the source prints; perhaps copying broke off. A quote may begin and end anywhere, but with whole words.";
    UnpairedMarkInSource = "unpaired-mark-in-source", Warning, "The source lacks the other half of a quotation mark, so that nobody knows how far a quote goes.",
        "Hanya dengan `lawat check --text BERKAS`. Dalam sumber, tanda kutip pada ucapan ini tidak ditutup atau tidak dibuka, sehingga batas antara ucapan dan kalimat wartawan tidak pasti. Letak tandanya disebut. Bila batasnya sudah dipastikan, catatan (notes, type: conflict) tentang kutipan ini membuat peringatannya tidak muncul lagi.",
        "Only with `lawat check --text FILE`. In the source a quotation mark of these words is not closed, or not opened, so that the line between the speaker's words and the reporter's is not sure. The place of the mark is told. Once you are sure, a note about the quote (type: conflict) puts an end to the warning.";
    QuotesJoined = "quotes-joined", Warning, "One quote is made of quotations that are apart in the source.",
        "Hanya dengan `lawat check --text BERKAS`. Bagian-bagian kutipan ini tercetak sebagai kutipan yang terpisah, di paragraf yang berlainan atau berurutan tanpa kalimat penghubung; bisa jadi penuturnya pun lain. Catat masing-masing sebagai kutipan tersendiri. Ucapan yang berlanjut ke paragraf berikutnya, dengan tanda buka di awal setiap paragraf, tetap satu kutipan.",
        "Only with `lawat check --text FILE`. The parts of this quote are printed as quotations of their own, in different paragraphs or one behind the other; even the speakers may differ. Record each as a quote. What goes on in the next paragraph, with an opening mark at the beginning of each, is one quotation.";
    UnknownTimezone = "unknown-timezone", Warning, "A time zone that the IANA database does not have.",
        "Zona waktu ditulis dengan nama dari basis data IANA, misalnya Asia/Jakarta (WIB), Asia/Makassar (WITA), Asia/Jayapura (WIT), Asia/Pontianak. Singkatan seperti WIB tidak dikenal program lain.",
        "Time zones are written with their names in the IANA database, such as Asia/Jakarta, Asia/Makassar, Asia/Jayapura or Asia/Pontianak. Other programs do not know abbreviations such as WIB.";
    UnknownLanguage = "unknown-language", Warning, "A language that the registry does not have.",
        "Bahasa ditulis dengan kode BCP 47: id, en, jv, su, zh-Hans. Nama bahasa seperti “Indonesia” bukan kode.",
        "Languages are written as BCP 47 tags: id, en, jv, su, zh-Hans. The name of a language, such as “Indonesian”, is not a tag.";
    OutsideTheVisit = "outside-the-visit", Warning, "A stop or a statement is dated outside of its visit.",
        "Tanggalnya lebih awal daripada awal kunjungan, atau sesudah akhirnya. Mungkin salah ketik, mungkin end_date belum diisi. Tanggal yang tidak lengkap atau diragukan (?, ~) hanya disebut bila tidak mungkin cocok.",
        "The date lies before the beginning of the visit or behind its end. Perhaps it is mistyped, perhaps the visit lacks an end_date. Dates that are incomplete are told only when they cannot fit, and dates in doubt (?, ~) never.";
    CommentInText = "comment-in-text", Warning, "A text goes on behind a # that makes a comment of its rest.",
        "Dalam YAML, “ #” mengawali komentar, juga di tengah judul atau kutipan: “Kunjungan #1” terbaca “Kunjungan”. Apit teksnya dengan tanda kutip. Komentar yang ditulis dengan spasi sesudah # tidak dipermasalahkan.",
        "In YAML, “ #” begins a comment, within a title or a quote, too: of “Visit #1” only “Visit” is read. Put the text between quotation marks. Comments with a space behind the # are not blamed.";
    UnusedSource = "unused-source", Warning, "A source that no record refers to.",
        "Sumber ini tercatat, tetapi tidak ada yang merujuknya, padahal sumber lain dirujuk. Mungkin salah satu rujukan memakai id yang keliru, atau sumbernya tidak jadi dipakai.",
        "The source is listed, but nothing refers to it, while other sources are referred to. Perhaps a reference uses the wrong id, or the source was not used after all.";
    UnresolvedRelated = "unresolved-related", Warning, "A related visit is not in the files that were read.",
        "related menunjuk kunjungan yang tidak ada dalam berkas yang dibuka. Mungkin kunjungan itu ada di berkas lain, atau id-nya salah ketik.",
        "The related visit is not in the files that were opened. It may stand in a file that was not, or its id is mistyped.";
    UnlistedValue = "unlisted-value", Warning, "A word that is not in the list of its field.",
        "Untuk isian ini ada daftar kata yang lazim, tetapi kata lain boleh dipakai: catatannya tetap tampil, dengan kata seperti tertulis. Kata dari daftar ditampilkan dalam dua bahasa dan dapat dicari serta dihitung bersama; karena itu periksa apakah salah satunya sama artinya.",
        "The field has a list of usual words, but others may be used: the record is shown, with the word as it is written. Words of the list are shown in both languages, and are found and counted together, so see whether one of them means the same.";
    BadMoney = "bad-money", Warning, "An amount that is not a number, or a currency that is not a code of ISO 4217.",
        "Biaya dijumlahkan per mata uang, jadi amount harus berupa angka tanpa pemisah ribuan (titik hanya untuk desimal) dan currency berupa kode ISO 4217 seperti IDR. Biaya yang tidak terbaca tetap ditampilkan seperti tertulis, tetapi tidak ikut dijumlahkan.",
        "Expenses are added up by currency, so amount has to be a number without separators of thousands (a point is for decimals only), and currency a code of ISO 4217 such as IDR. An expense that cannot be read is shown as it is written, and left out of the sum.";
    UnknownTag = "unknown-tag", Warning, "A YAML tag that does not belong to the core of YAML.",
        "Tag seperti !include atau !!python/object tidak pernah dijalankan: nilainya dibaca sebagai teks, daftar, atau isian biasa. Hapus tagnya supaya berkas ini berarti sama di mana-mana.",
        "A tag such as !include or !!python/object is never acted on: the value is read as plain text, list or fields. Remove it, so that the file means the same everywhere.";
}
