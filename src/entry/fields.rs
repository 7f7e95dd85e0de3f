//! The table of the fields that people fill in. It is in the order in which they are asked for.

use super::field::Field;
use super::input::{Input, Words};

/// The fields of a visit.
pub(super) const VISIT: &[Field] = &[
    Field::new("title", Input::Text, "Judul", "Title")
        .required()
        .asked("misalnya: Studi tiru Kota A ke Kota B", "for example: Study visit of City A to City B")
        .headed(&[
            "judul kunjungan",
            "kunjungan",
            "nama kunjungan",
            "perihal",
            "nama kegiatan",
            "kegiatan",
            "acara",
            "nama acara",
            "event",
            "name",
            "visit title",
        ]),
    Field::new("start_date", Input::Date, "Tanggal", "Date")
        .asked("2026-01-10, 10 Januari 2026, atau hanya 2026", "2026-01-10, 10 January 2026, or only 2026")
        .headed(&[
            "tgl",
            "hari tanggal",
            "hari tgl",
            "hari dan tanggal",
            "tanggal kegiatan",
            "tanggal kunjungan",
            "tanggal mulai",
            "mulai",
            "waktu",
            "tanggal pelaksanaan",
            "waktu pelaksanaan",
            "start",
            "start date",
            "visit date",
            "day",
        ]),
    Field::new("end_date", Input::Date, "Tanggal selesai", "End date")
        .asked("bila bukan di hari yang sama", "if it is not the same day")
        .headed(&["selesai", "sampai", "sampai tanggal", "tanggal akhir", "end", "until", "to"]),
    Field::new("visitor", Input::Organizations, "Tamu", "Visitor")
        .asked("lembaga yang berkunjung", "the organization that visits")
        .headed(&[
            "instansi",
            "instansi asal",
            "asal instansi",
            "asal",
            "instansi tamu",
            "nama instansi",
            "asal tamu",
            "rombongan",
            "delegasi",
            "pengunjung",
            "guest",
            "guests",
            "delegation",
            "visiting organization",
            "from",
        ]),
    Field::new("host", Input::Organizations, "Tuan rumah", "Host")
        .asked("lembaga yang menerima", "the organization that receives the visitors")
        .headed(&[
            "instansi tujuan",
            "penerima",
            "instansi penerima",
            "opd penerima",
            "skpd",
            "opd",
            "perangkat daerah",
            "unit kerja",
            "hosts",
            "host organization",
            "receiving organization",
        ]),
    Field::new("classification", Input::Word(Words::VisitClassification), "Jenis", "Type")
        .asked("studi banding, kunjungan kerja, …", "study visit, working visit, …")
        .headed(&[
            "jenis kunjungan",
            "jenis kegiatan",
            "kategori",
            "type of visit",
            "visit type",
            "category",
        ]),
    Field::new("local_term", Input::Text, "Sebutan", "Local term")
        .asked(
            "kata yang dipakai sumber, misalnya: studi tiru",
            "the word of the source, such as: studi tiru",
        )
        .headed(&["istilah", "term"]),
    Field::new("topics", Input::Topics, "Topik", "Topics")
        .asked("dipisahkan titik koma", "separated by semicolons")
        .headed(&["topik bahasan", "tema", "bidang", "kata kunci", "topic", "theme", "keywords", "subject"]),
    Field::new("summary", Input::Lines, "Ringkasan", "Summary")
        .asked("dengan kata-kata sendiri", "in your own words")
        .headed(&[
            "ringkasan kunjungan",
            "uraian",
            "deskripsi",
            "hasil",
            "hasil kunjungan",
            "description",
            "abstract",
        ]),
    Field::new("url", Input::Text, "Alamat sumber", "Source address")
        .asked("https://… berita atau siaran pers", "https://… of the article or press release")
        .headed(&[
            "link",
            "tautan",
            "link berita",
            "url berita",
            "tautan berita",
            "sumber",
            "sumber berita",
            "source",
            "source url",
            "web",
        ]),
    Field::new("publisher", Input::Text, "Penerbit", "Publisher")
        .asked("media atau lembaga yang menerbitkan sumber", "who published the source")
        .headed(&["media", "nama media", "outlet"]),
    Field::new("id", Input::Text, "ID", "ID").headed(&["kode", "id kunjungan", "visit id", "uid"]),
    Field::new("title_en", Input::Text, "Judul (Inggris)", "Title (English)"),
    Field::new("title_id", Input::Text, "Judul (Indonesia)", "Title (Indonesian)"),
    Field::new("date_text", Input::Text, "Tanggal menurut sumber", "Date as printed").headed(&["date text"]),
    Field::new("date_certainty", Input::Word(Words::Certainty), "Kepastian tanggal", "Certainty of the date"),
    Field::new("status", Input::Word(Words::Status), "Status", "Status").headed(&["status kunjungan"]),
    Field::new("mode", Input::Word(Words::Mode), "Cara", "Mode").headed(&[
        "moda",
        "luring daring",
        "daring luring",
    ]),
    Field::new("objectives", Input::Texts, "Tujuan", "Objectives").headed(&[
        "maksud",
        "tujuan kunjungan",
        "maksud dan tujuan",
        "maksud tujuan",
        "keperluan",
        "agenda",
        "objective",
        "purpose",
        "aim",
    ]),
    Field::new("count", Input::Number, "Jumlah peserta", "Number of visitors").headed(&[
        "jumlah",
        "jumlah tamu",
        "jumlah orang",
        "jml",
        "jml peserta",
        "jumlah rombongan",
        "peserta orang",
        "size",
        "count",
        "number of participants",
        "head count",
        "pax",
    ]),
    Field::new("stops", Input::Stops, "Tempat", "Places").headed(&[
        "lokasi",
        "lokus",
        "tempat kunjungan",
        "lokasi kunjungan",
        "tempat yang dikunjungi",
        "lokasi yang dikunjungi",
        "place",
        "location",
        "locations",
        "venue",
        "places visited",
    ]),
    Field::new("visitors", Input::People, "Peserta", "Participants").headed(&[
        "nama peserta",
        "nama tamu",
        "ketua rombongan",
        "pimpinan rombongan",
        "kepala rombongan",
        "daftar peserta",
        "people",
        "names",
        "head of delegation",
    ]),
    Field::new("receivers", Input::People, "Pejabat penerima", "Receiving officials").headed(&[
        "pejabat yang menerima",
        "pejabat",
        "yang menerima",
        "penerima kunjungan",
        "diterima oleh",
        "penerima tamu",
        "nama penerima",
        "pendamping",
        "received by",
        "receiving official",
    ]),
    Field::new("timezone", Input::Text, "Zona waktu", "Time zone").headed(&["zona"]),
    Field::new("language", Input::Text, "Bahasa", "Language"),
];

/// The fields of a stop.
pub(super) const STOP: &[Field] = &[
    Field::new("visit", Input::Visit, "Kunjungan", "Visit").headed(&[
        "id kunjungan",
        "judul kunjungan",
        "visit id",
        "visit title",
    ]),
    Field::new("name", Input::Text, "Nama tempat", "Name of the place")
        .required()
        .asked(
            "nama lengkap, misalnya: Mal Pelayanan Publik Kota B",
            "in full, such as: Public Service Mall of City B",
        )
        .headed(&["nama", "tempat", "lokasi", "lokus", "stop", "place", "location", "venue"]),
    Field::new("short_name", Input::Text, "Nama singkat", "Short name")
        .asked("misalnya: MPP", "such as: MPP")
        .headed(&["singkatan", "abbreviation"]),
    Field::new("start_date", Input::Date, "Waktu", "Time")
        .asked("2026-01-10T09:30, atau hanya tanggalnya", "2026-01-10T09:30, or only the day")
        .headed(&["tanggal", "tgl", "jam", "pukul", "mulai", "date", "start", "start date"]),
    Field::new("place.locality", Input::Text, "Kota atau kabupaten", "City or regency")
        .asked("", "")
        .headed(&["kota", "kabupaten", "kab kota", "kota kabupaten", "locality", "city", "town"]),
    Field::new("place.address", Input::Text, "Alamat", "Address")
        .asked("jalan dan nomor", "street and number"),
    Field::new("classification", Input::Word(Words::Classification), "Jenis tempat", "Type of place")
        .asked("rumah sakit, sekolah, …", "hospital, school, …")
        .headed(&["jenis", "kategori", "type", "category"]),
    Field::new("organization", Input::Organizations, "Lembaga", "Organization")
        .asked("lembaga yang dikunjungi", "the organization that was visited")
        .headed(&["instansi", "opd", "pengelola"]),
    Field::new("activities", Input::Texts, "Kegiatan", "Activities")
        .asked("dipisahkan titik koma", "separated by semicolons")
        .headed(&["acara", "agenda", "activity"]),
    Field::new("topics", Input::Topics, "Topik", "Topics")
        .asked("dipisahkan titik koma", "separated by semicolons")
        .headed(&["tema", "kata kunci", "topic", "keywords"]),
    Field::new("id", Input::Text, "ID", "ID").headed(&["kode", "stop id"]),
    Field::new("name_en", Input::Text, "Nama (Inggris)", "Name (English)"),
    Field::new("name_id", Input::Text, "Nama (Indonesia)", "Name (Indonesian)"),
    Field::new("other_names", Input::Texts, "Nama lain", "Other names").headed(&["alias"]),
    Field::new("status", Input::Word(Words::StopStatus), "Status", "Status"),
    Field::new("mode", Input::Word(Words::Mode), "Cara", "Mode"),
    Field::new("position", Input::Number, "Urutan", "Position").headed(&["urutan ke", "order"]),
    Field::new(
        "position_certainty",
        Input::Word(Words::Certainty),
        "Kepastian urutan",
        "Certainty of the position",
    ),
    Field::new("end_date", Input::Date, "Selesai", "End").headed(&["sampai", "end date", "until"]),
    Field::new("date_text", Input::Text, "Tanggal menurut sumber", "Date as printed"),
    Field::new("date_certainty", Input::Word(Words::Certainty), "Kepastian tanggal", "Certainty of the date"),
    Field::new("timezone", Input::Text, "Zona waktu", "Time zone"),
    Field::new("place.region", Input::Text, "Provinsi", "Province").headed(&["region", "state"]),
    Field::new("place.country", Input::Text, "Negara", "Country"),
    Field::new("place.coordinates.latitude", Input::Decimal, "Lintang", "Latitude").headed(&["lat"]),
    Field::new("place.coordinates.longitude", Input::Decimal, "Bujur", "Longitude")
        .headed(&["lon", "lng", "long"]),
    Field::new("source", Input::Source, "Sumber", "Source").headed(&["sources", "url", "link", "tautan"]),
];

/// The fields of a person or a group.
pub(super) const PERSON: &[Field] = &[
    Field::new("visit", Input::Visit, "Kunjungan", "Visit").headed(&[
        "id kunjungan",
        "judul kunjungan",
        "visit id",
        "visit title",
    ]),
    Field::new("name", Input::Text, "Nama", "Name")
        .asked(
            "tanpa gelar; boleh kosong bila hanya jabatannya diketahui",
            "without titles; may be empty if only the post is known",
        )
        .headed(&[
            "nama lengkap",
            "nama peserta",
            "nama tamu",
            "peserta",
            "orang",
            "full name",
            "person",
            "participant",
            "pejabat",
        ]),
    Field::new("post", Input::Texts, "Jabatan", "Post")
        .asked("misalnya: Kepala DPMPTSP", "such as: Head of the Licensing Agency")
        .headed(&["posisi", "jabatan peserta", "position", "title", "function", "office"]),
    Field::new("organization", Input::Organizations, "Lembaga", "Organization")
        .asked("tempat ia bekerja", "where they work")
        .headed(&["instansi", "unit kerja", "opd", "asal instansi", "employer", "affiliation"]),
    Field::new("side", Input::Word(Words::Side), "Pihak", "Side")
        .asked("delegasi, tuan rumah, atau pihak lain", "delegation, host or third party")
        .headed(&["tamu tuan rumah", "sebagai pihak"]),
    Field::new("role", Input::Word(Words::Role), "Peran", "Role")
        .asked("ketua delegasi, narasumber, …", "head of delegation, presenter, …")
        .headed(&["sebagai", "peran dalam kunjungan"]),
    Field::new("other_names", Input::Texts, "Nama lain", "Other names")
        .asked(
            "panggilan atau ejaan lain, dipisahkan titik koma",
            "nicknames or other spellings, separated by semicolons",
        )
        .headed(&["alias", "panggilan", "nickname"]),
    Field::new("id", Input::Text, "ID", "ID").headed(&["kode", "person id", "nip"]),
    Field::new("name_en", Input::Text, "Nama (Inggris)", "Name (English)"),
    Field::new("name_id", Input::Text, "Nama (Indonesia)", "Name (Indonesian)"),
    Field::new("type", Input::Word(Words::ParticipantType), "Orang atau kelompok", "Person or group"),
    Field::new("post_en", Input::Text, "Jabatan (Inggris)", "Post (English)"),
    Field::new("post_id", Input::Text, "Jabatan (Indonesia)", "Post (Indonesian)"),
    Field::new("role_certainty", Input::Word(Words::Certainty), "Kepastian peran", "Certainty of the role"),
    Field::new("count", Input::Number, "Jumlah", "Number").headed(&["jumlah orang", "size"]),
    Field::new("attendance", Input::Stops, "Hadir di", "Attended").headed(&["kehadiran", "stops"]),
    Field::new("source", Input::Source, "Sumber", "Source").headed(&["sources", "url", "link", "tautan"]),
];

/// The fields of a statement.
pub(super) const STATEMENT: &[Field] = &[
    Field::new("visit", Input::Visit, "Kunjungan", "Visit").headed(&[
        "id kunjungan",
        "judul kunjungan",
        "visit id",
        "visit title",
    ]),
    Field::new("text", Input::Lines, "Pernyataan", "Statement")
        .required()
        .asked("kutipan kata demi kata, tanpa tanda kutip", "a quote word by word, without quotation marks")
        .headed(&["kutipan", "ucapan", "isi", "teks", "isi pernyataan", "quote", "quotation"]),
    Field::new("type", Input::Word(Words::StatementType), "Jenis", "Type")
        .asked("kutipan, parafrasa, atau narasi", "quote, paraphrase or narrative")
        .headed(&["jenis pernyataan", "kind"]),
    Field::new("speaker", Input::People, "Pembicara", "Speaker")
        .asked("nama orang, atau lembaga", "the name of a person or an organization")
        .headed(&["narasumber", "nama narasumber", "penutur", "nama", "said by", "who", "name"]),
    Field::new("attribution_text", Input::Text, "Sebutan dalam sumber", "As the source names them")
        .asked("misalnya: kata Wakil Wali Kota", "such as: said the deputy mayor")
        .headed(&["atribusi", "attribution"]),
    Field::new("stop", Input::Stops, "Tempat", "Stop")
        .asked("tempat diucapkannya, bila sumber menyebutnya", "where it was said, if the source says so")
        .headed(&["lokasi", "tempat diucapkan", "place", "location", "where"]),
    Field::new("date", Input::Date, "Tanggal", "Date")
        .asked("bila bukan tanggal kunjungan", "if it is not that of the visit")
        .headed(&["tgl", "waktu", "when"]),
    Field::new("topics", Input::Topics, "Topik", "Topics")
        .asked("dipisahkan titik koma", "separated by semicolons")
        .headed(&["tema", "kata kunci", "topic", "keywords"]),
    Field::new("context", Input::Text, "Kesempatan", "Occasion")
        .asked(
            "dengan kata-kata sumber, misalnya: usai meninjau MPP",
            "in the words of the source, such as: after touring the mall",
        )
        .headed(&["konteks", "context"]),
    Field::new("source", Input::Source, "Sumber", "Source")
        .asked(
            "sumber kunjungan ini, atau alamat https://…",
            "a source of the visit, or an address https://…",
        )
        .headed(&["sources", "url", "link", "tautan", "sumber berita"]),
    Field::new("locator", Input::Text, "Letak dalam sumber", "Place in the source")
        .asked("misalnya: paragraf 5", "such as: paragraph 5")
        .headed(&["paragraf", "halaman", "paragraph", "page"]),
    Field::new("id", Input::Text, "ID", "ID").headed(&["kode", "statement id"]),
    Field::new(
        "speaker_certainty",
        Input::Word(Words::Certainty),
        "Kepastian pembicara",
        "Certainty of the speaker",
    ),
    Field::new("stop_certainty", Input::Word(Words::Certainty), "Kepastian tempat", "Certainty of the stop"),
    Field::new("date_certainty", Input::Word(Words::Certainty), "Kepastian tanggal", "Certainty of the date"),
    Field::new("language", Input::Text, "Bahasa", "Language"),
    Field::new("original_language", Input::Text, "Bahasa asli", "Original language"),
    Field::new("medium", Input::Word(Words::Medium), "Cara disampaikan", "Medium"),
    Field::new("position", Input::Number, "Urutan", "Position"),
    Field::new("about", Input::Stops, "Tentang", "About"),
    Field::new("indicator", Input::Text, "Indikator", "Indicator"),
    Field::new("value", Input::Text, "Nilai", "Value"),
    Field::new("unit", Input::Text, "Satuan", "Unit"),
    Field::new("baseline", Input::Text, "Pembanding", "Baseline"),
];
