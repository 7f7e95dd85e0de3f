//! Citations as they are printed, in Indonesian and in English.

use lawat::cite::Style;

/// The id of a statement, with ` en` for its translation; its citation in Indonesian and in English.
pub type Entry = (&'static str, &'static str, &'static str);

/// Sentences for the press, of everything that is hard to cite.
pub const PRESS: &[Entry] = &[
    (
        "penuh",
        "“Satu pintu untuk 27 instansi; warga tidak perlu pindah gedung,” kata Kepala MPP Kota Cemara Ratna Contoh seusai peninjauan, Selasa (12/3/2024).",
        "“Satu pintu untuk 27 instansi; warga tidak perlu pindah gedung,” said Ratna Contoh, “Kepala MPP Kota Cemara,” on Tuesday, 12 March 2024.",
    ),
    (
        "penuh en",
        "“One door for 27 agencies; nobody has to change buildings,” kata Kepala MPP Kota Cemara Ratna Contoh seusai peninjauan, Selasa (12/3/2024) [terjemahan].",
        "“One door for 27 agencies; nobody has to change buildings,” said Ratna Contoh, “Kepala MPP Kota Cemara,” on Tuesday, 12 March 2024 [translation].",
    ),
    (
        "tanpa-nama",
        "“Lansia kami jemput sampai loket!” kata pembicara yang tidak disebut namanya [dalam sumber: “seorang petugas”].",
        "“Lansia kami jemput sampai loket!” said an unnamed speaker [in the source: “seorang petugas”].",
    ),
    (
        "organisasi",
        "“Kami siap menjadi mitra,” tulis Pemerintah Kota Cemara, Maret 2024.",
        "“Kami siap menjadi mitra,” wrote Pemerintah Kota Cemara in March 2024.",
    ),
    (
        "jabatan",
        "“Warga menyebutnya ‘mal’, kami menyebutnya ‘rumah’,” kata Sekretaris Daerah Kota Cemara, Selasa (12/3/2024; tanggal disimpulkan).",
        "“Warga menyebutnya ‘mal’, kami menyebutnya ‘rumah’,” said “Sekretaris Daerah Kota Cemara” on Tuesday, 12 March 2024 [date inferred].",
    ),
    (
        "diduga",
        "“‘Cepat’ itu relatif, Jum'at pun buka,” kata Bima Misal, Pemerintah Kabupaten Randu, kemungkinan 2024 [pembicara disimpulkan].",
        "“‘Cepat’ itu relatif, Jum'at pun buka,” said Bima Misal, Pemerintah Kabupaten Randu, possibly in 2024 [speaker inferred].",
    ),
    (
        "dibacakan",
        "“Selamat datang. Semoga betah,” kata Kepala MPP Kota Cemara Ratna Contoh, atas nama Pemerintah Kota Cemara, dibacakan oleh Sekretaris Daerah Kota Cemara.",
        "“Selamat datang. Semoga betah,” said Ratna Contoh, “Kepala MPP Kota Cemara,” on behalf of Pemerintah Kota Cemara, read out by Sekretaris Daerah Kota Cemara.",
    ),
    (
        "parafrasa",
        "Waktu tunggu di loket turun setengahnya, menurut Kepala MPP Kota Cemara Ratna Contoh, Selasa (12/3/2024).",
        "Waktu tunggu di loket turun setengahnya, according to Ratna Contoh, “Kepala MPP Kota Cemara,” on Tuesday, 12 March 2024.",
    ),
    (
        "dua-kalimat",
        "Menurut Bima Misal, Pemerintah Kabupaten Randu, sekitar Maret 2024: Antrean diatur daring. Karena itu ruang tunggu lengang.",
        "According to Bima Misal, Pemerintah Kabupaten Randu, around March 2024: Antrean diatur daring. Karena itu ruang tunggu lengang.",
    ),
    (
        "parafrasa-siapa",
        "Layanan akan diperluas, menurut pembicara yang tidak disebut namanya.",
        "Layanan akan diperluas, according to an unnamed speaker.",
    ),
    ("narasi", "Hadirin bertepuk tangan (narasi).", "Hadirin bertepuk tangan (narrative)."),
    (
        "kanan-kiri",
        "“شكرا على حسن الضيافة,” kata محمد العربي, “رئيس الوفد.”",
        "“شكرا على حسن الضيافة,” said محمد العربي, “رئيس الوفد.”",
    ),
    (
        "jahat",
        "“=HYPERLINK(‘x’) <script>alert(1)</script> [a](javascript:b) 50% & $5 #1 {x}_y \\input,” kata Bima Misal, Pemerintah Kabupaten Randu, ]]> -->.",
        "“=HYPERLINK(‘x’) <script>alert(1)</script> [a](javascript:b) 50% & $5 #1 {x}_y \\input,” said Bima Misal, Pemerintah Kabupaten Randu.",
    ),
    (
        "berbaris",
        "“Baris satu # Baris dua - baris tiga,” kata Kepala MPP Kota Cemara Ratna Contoh.",
        "“Baris satu # Baris dua - baris tiga,” said Ratna Contoh, “Kepala MPP Kota Cemara.”",
    ),
    (
        "s",
        "“Kita lanjutkan,” kata pembicara yang tidak disebut namanya.",
        "“Kita lanjutkan,” said an unnamed speaker.",
    ),
];

/// A citation in the text, and the list of references below it.
pub const APA: &[Entry] = &[
    (
        "penuh",
        "“Satu pintu untuk 27 instansi; warga tidak perlu pindah gedung” (Ratna Contoh, dikutip dalam Misal, 2024, paragraf 4; Pemerintah Kota Cemara, 2024, hlm. 2).\n\
         \n\
         Misal, W. (2024, 13 Maret). Randu Belajar “Satu Pintu” ke Cemara. Harian Contoh. https://harian.example/berita/1?a=1&b=2\n\
         \n\
         Pemerintah Kota Cemara. (2024, Maret). [Siaran pers].",
        "“Satu pintu untuk 27 instansi; warga tidak perlu pindah gedung” (Ratna Contoh, quoted in Misal, 2024, paragraf 4; Pemerintah Kota Cemara, 2024, hlm. 2).\n\
         \n\
         Misal, W. (2024, March 13). Randu Belajar “Satu Pintu” ke Cemara. Harian Contoh. https://harian.example/berita/1?a=1&b=2\n\
         \n\
         Pemerintah Kota Cemara. (2024, March). [Press release].",
    ),
    (
        "penuh en",
        "“One door for 27 agencies; nobody has to change buildings” (Ratna Contoh, dikutip dalam Misal, 2024, paragraf 4; Pemerintah Kota Cemara, 2024, hlm. 2; terjemahan).\n\
         \n\
         Misal, W. (2024, 13 Maret). Randu Belajar “Satu Pintu” ke Cemara. Harian Contoh. https://harian.example/berita/1?a=1&b=2\n\
         \n\
         Pemerintah Kota Cemara. (2024, Maret). [Siaran pers].",
        "“One door for 27 agencies; nobody has to change buildings” (Ratna Contoh, quoted in Misal, 2024, paragraf 4; Pemerintah Kota Cemara, 2024, hlm. 2; translation).\n\
         \n\
         Misal, W. (2024, March 13). Randu Belajar “Satu Pintu” ke Cemara. Harian Contoh. https://harian.example/berita/1?a=1&b=2\n\
         \n\
         Pemerintah Kota Cemara. (2024, March). [Press release].",
    ),
    (
        "tanpa-nama",
        "“Lansia kami jemput sampai loket!” (pembicara yang tidak disebut namanya, dikutip dalam Pemerintah Kota Cemara, 2024; dalam sumber: “seorang petugas”).\n\
         \n\
         Pemerintah Kota Cemara. (2024, Maret). [Siaran pers].",
        "“Lansia kami jemput sampai loket!” (an unnamed speaker, quoted in Pemerintah Kota Cemara, 2024; in the source: “seorang petugas”).\n\
         \n\
         Pemerintah Kota Cemara. (2024, March). [Press release].",
    ),
    (
        "diduga",
        "“‘Cepat’ itu relatif, Jum'at pun buka” (Bima Misal; tanpa sumber; pembicara disimpulkan).",
        "“‘Cepat’ itu relatif, Jum'at pun buka” (Bima Misal; no source; speaker inferred).",
    ),
    (
        "dibacakan",
        "“Selamat datang. Semoga betah” (Ratna Contoh, atas nama Pemerintah Kota Cemara, dibacakan oleh Sekretaris Daerah Kota Cemara, dikutip dalam Misal, 2024).\n\
         \n\
         Misal, W. (2024, 13 Maret). Randu Belajar “Satu Pintu” ke Cemara. Harian Contoh. https://harian.example/berita/1?a=1&b=2",
        "“Selamat datang. Semoga betah” (Ratna Contoh, on behalf of Pemerintah Kota Cemara, read out by Sekretaris Daerah Kota Cemara, quoted in Misal, 2024).\n\
         \n\
         Misal, W. (2024, March 13). Randu Belajar “Satu Pintu” ke Cemara. Harian Contoh. https://harian.example/berita/1?a=1&b=2",
    ),
    (
        "dua-kalimat",
        "Antrean diatur daring. Karena itu ruang tunggu lengang (menurut Bima Misal, dalam Misal, 2024).\n\
         \n\
         Misal, W. (2024, 13 Maret). Randu Belajar “Satu Pintu” ke Cemara. Harian Contoh. https://harian.example/berita/1?a=1&b=2",
        "Antrean diatur daring. Karena itu ruang tunggu lengang (according to Bima Misal, in Misal, 2024).\n\
         \n\
         Misal, W. (2024, March 13). Randu Belajar “Satu Pintu” ke Cemara. Harian Contoh. https://harian.example/berita/1?a=1&b=2",
    ),
];

/// Notes.
pub const CHICAGO: &[Entry] = &[
    (
        "penuh",
        "Ratna Contoh, Kepala MPP Kota Cemara, “Satu pintu untuk 27 instansi; warga tidak perlu pindah gedung,” Mal Pelayanan Publik Kota Cemara, Selasa, 12 Maret 2024, dikutip dalam Wartawan Misal, “Randu Belajar ‘Satu Pintu’ ke Cemara,” Harian Contoh, 13 Maret 2024, paragraf 4, https://harian.example/berita/1?a=1&b=2; siaran pers, Pemerintah Kota Cemara, Maret 2024, hlm. 2.",
        "Ratna Contoh, “Kepala MPP Kota Cemara,” “Satu pintu untuk 27 instansi; warga tidak perlu pindah gedung,” Mal Pelayanan Publik Kota Cemara, Tuesday, 12 March 2024, quoted in Wartawan Misal, “Randu Belajar ‘Satu Pintu’ ke Cemara,” Harian Contoh, 13 March 2024, paragraf 4, https://harian.example/berita/1?a=1&b=2; press release, Pemerintah Kota Cemara, March 2024, hlm. 2.",
    ),
    (
        "tanpa-nama",
        "Pembicara yang tidak disebut namanya, “Lansia kami jemput sampai loket!” [dalam sumber: “seorang petugas”], dikutip dalam siaran pers, Pemerintah Kota Cemara, Maret 2024.",
        "An unnamed speaker, “Lansia kami jemput sampai loket!” [in the source: “seorang petugas”], quoted in press release, Pemerintah Kota Cemara, March 2024.",
    ),
    (
        "jabatan",
        "Sekretaris Daerah Kota Cemara, “Warga menyebutnya ‘mal’, kami menyebutnya ‘rumah’,” Selasa, 12 Maret 2024 [tanggal disimpulkan], dikutip dalam Wartawan Misal, “Randu Belajar ‘Satu Pintu’ ke Cemara,” Harian Contoh, 13 Maret 2024, https://harian.example/berita/1?a=1&b=2.",
        "“Sekretaris Daerah Kota Cemara,” “Warga menyebutnya ‘mal’, kami menyebutnya ‘rumah’,” Tuesday, 12 March 2024 [date inferred], quoted in Wartawan Misal, “Randu Belajar ‘Satu Pintu’ ke Cemara,” Harian Contoh, 13 March 2024, https://harian.example/berita/1?a=1&b=2.",
    ),
    (
        "diduga",
        "Bima Misal, Pemerintah Kabupaten Randu, “‘Cepat’ itu relatif, Jum'at pun buka,” 2024 (?) [pembicara disimpulkan], tanpa sumber.",
        "Bima Misal, Pemerintah Kabupaten Randu, “‘Cepat’ itu relatif, Jum'at pun buka,” 2024 (?) [speaker inferred], no source.",
    ),
    (
        "dua-kalimat",
        "Menurut Bima Misal, Pemerintah Kabupaten Randu, sekitar Maret 2024: Antrean diatur daring. Karena itu ruang tunggu lengang, dalam Wartawan Misal, “Randu Belajar ‘Satu Pintu’ ke Cemara,” Harian Contoh, 13 Maret 2024, https://harian.example/berita/1?a=1&b=2.",
        "According to Bima Misal, Pemerintah Kabupaten Randu, about March 2024: Antrean diatur daring. Karena itu ruang tunggu lengang, in Wartawan Misal, “Randu Belajar ‘Satu Pintu’ ke Cemara,” Harian Contoh, 13 March 2024, https://harian.example/berita/1?a=1&b=2.",
    ),
    (
        "narasi",
        "Hadirin bertepuk tangan (narasi), Mal Pelayanan Publik Kota Cemara, dalam siaran pers, Pemerintah Kota Cemara, Maret 2024.",
        "Hadirin bertepuk tangan (narrative), Mal Pelayanan Publik Kota Cemara, in press release, Pemerintah Kota Cemara, March 2024.",
    ),
    (
        "kanan-kiri",
        "محمد العربي, “رئيس الوفد,” “شكرا على حسن الضيافة,” dikutip dalam Wartawan Misal, “Randu Belajar ‘Satu Pintu’ ke Cemara,” Harian Contoh, 13 Maret 2024, https://harian.example/berita/1?a=1&b=2.",
        "محمد العربي, “رئيس الوفد,” “شكرا على حسن الضيافة,” quoted in Wartawan Misal, “Randu Belajar ‘Satu Pintu’ ke Cemara,” Harian Contoh, 13 March 2024, https://harian.example/berita/1?a=1&b=2.",
    ),
];

/// Cards, line by line.
pub const CARD: &[Entry] = &[
    (
        "penuh",
        "“Satu pintu untuk 27 instansi; warga tidak perlu pindah gedung.”\n\
         — Ratna Contoh, Kepala MPP Kota Cemara\n\
         Mal Pelayanan Publik Kota Cemara · Selasa, 12 Maret 2024 · seusai peninjauan\n\
         Kunjungan: Studi tiru Randu ke Cemara, 12–13 Mar 2024\n\
         Sumber: Wartawan Misal, “Randu Belajar ‘Satu Pintu’ ke Cemara”, Harian Contoh, 13 Maret 2024, paragraf 4, https://harian.example/berita/1?a=1&b=2\n\
         Sumber: siaran pers, Pemerintah Kota Cemara, Maret 2024, hlm. 2\n\
         Kode: randu-cemara#penuh",
        "“Satu pintu untuk 27 instansi; warga tidak perlu pindah gedung.”\n\
         — Ratna Contoh, “Kepala MPP Kota Cemara”\n\
         Mal Pelayanan Publik Kota Cemara · Tuesday, 12 March 2024\n\
         Visit: Studi tiru Randu ke Cemara, 12–13 Mar 2024\n\
         Source: Wartawan Misal, “Randu Belajar ‘Satu Pintu’ ke Cemara”, Harian Contoh, 13 March 2024, paragraf 4, https://harian.example/berita/1?a=1&b=2\n\
         Source: press release, Pemerintah Kota Cemara, March 2024, hlm. 2\n\
         Reference: randu-cemara#penuh",
    ),
    (
        "jabatan",
        "“Warga menyebutnya ‘mal’, kami menyebutnya ‘rumah’.”\n\
         — Sekretaris Daerah Kota Cemara\n\
         Mal Pelayanan Publik Kota Cemara [disimpulkan] · Selasa, 12 Maret 2024 · tanggal disimpulkan\n\
         Kunjungan: Studi tiru Randu ke Cemara, 12–13 Mar 2024\n\
         Sumber: Wartawan Misal, “Randu Belajar ‘Satu Pintu’ ke Cemara”, Harian Contoh, 13 Maret 2024, https://harian.example/berita/1?a=1&b=2\n\
         Kode: randu-cemara#jabatan",
        "“Warga menyebutnya ‘mal’, kami menyebutnya ‘rumah’.”\n\
         — “Sekretaris Daerah Kota Cemara”\n\
         Mal Pelayanan Publik Kota Cemara [inferred] · Tuesday, 12 March 2024 · date inferred\n\
         Visit: Studi tiru Randu ke Cemara, 12–13 Mar 2024\n\
         Source: Wartawan Misal, “Randu Belajar ‘Satu Pintu’ ke Cemara”, Harian Contoh, 13 March 2024, https://harian.example/berita/1?a=1&b=2\n\
         Reference: randu-cemara#jabatan",
    ),
    (
        "diduga",
        "“‘Cepat’ itu relatif, Jum'at pun buka”\n\
         — Bima Misal, Pemerintah Kabupaten Randu\n\
         2024 (?) · pembicara disimpulkan\n\
         Kunjungan: Studi tiru Randu ke Cemara, 12–13 Mar 2024\n\
         tanpa sumber\n\
         Kode: randu-cemara#diduga",
        "“‘Cepat’ itu relatif, Jum'at pun buka”\n\
         — Bima Misal, Pemerintah Kabupaten Randu\n\
         2024 (?) · speaker inferred\n\
         Visit: Studi tiru Randu ke Cemara, 12–13 Mar 2024\n\
         no source\n\
         Reference: randu-cemara#diduga",
    ),
    (
        "dibacakan",
        "“Selamat datang. Semoga betah”\n\
         — Ratna Contoh, Kepala MPP Kota Cemara, atas nama Pemerintah Kota Cemara, dibacakan oleh Sekretaris Daerah Kota Cemara\n\
         Kunjungan: Studi tiru Randu ke Cemara, 12–13 Mar 2024\n\
         Sumber: Wartawan Misal, “Randu Belajar ‘Satu Pintu’ ke Cemara”, Harian Contoh, 13 Maret 2024, https://harian.example/berita/1?a=1&b=2\n\
         Kode: randu-cemara#dibacakan",
        "“Selamat datang. Semoga betah”\n\
         — Ratna Contoh, “Kepala MPP Kota Cemara,” on behalf of Pemerintah Kota Cemara, read out by Sekretaris Daerah Kota Cemara\n\
         Visit: Studi tiru Randu ke Cemara, 12–13 Mar 2024\n\
         Source: Wartawan Misal, “Randu Belajar ‘Satu Pintu’ ke Cemara”, Harian Contoh, 13 March 2024, https://harian.example/berita/1?a=1&b=2\n\
         Reference: randu-cemara#dibacakan",
    ),
    (
        "dua-kalimat",
        "Antrean diatur daring. Karena itu ruang tunggu lengang.\n\
         — menurut Bima Misal, Pemerintah Kabupaten Randu\n\
         parafrasa · sekitar Maret 2024\n\
         Kunjungan: Studi tiru Randu ke Cemara, 12–13 Mar 2024\n\
         Sumber: Wartawan Misal, “Randu Belajar ‘Satu Pintu’ ke Cemara”, Harian Contoh, 13 Maret 2024, https://harian.example/berita/1?a=1&b=2\n\
         Kode: randu-cemara#dua-kalimat",
        "Antrean diatur daring. Karena itu ruang tunggu lengang.\n\
         — according to Bima Misal, Pemerintah Kabupaten Randu\n\
         paraphrase · about March 2024\n\
         Visit: Studi tiru Randu ke Cemara, 12–13 Mar 2024\n\
         Source: Wartawan Misal, “Randu Belajar ‘Satu Pintu’ ke Cemara”, Harian Contoh, 13 March 2024, https://harian.example/berita/1?a=1&b=2\n\
         Reference: randu-cemara#dua-kalimat",
    ),
    (
        "berbaris",
        "“Baris satu\n\
         # Baris dua\n\
         - baris tiga”\n\
         — Ratna Contoh, Kepala MPP Kota Cemara\n\
         Kunjungan: Studi tiru Randu ke Cemara, 12–13 Mar 2024\n\
         Sumber: Wartawan Misal, “Randu Belajar ‘Satu Pintu’ ke Cemara”, Harian Contoh, 13 Maret 2024, https://harian.example/berita/1?a=1&b=2\n\
         Kode: randu-cemara#berbaris",
        "“Baris satu\n\
         # Baris dua\n\
         - baris tiga”\n\
         — Ratna Contoh, “Kepala MPP Kota Cemara”\n\
         Visit: Studi tiru Randu ke Cemara, 12–13 Mar 2024\n\
         Source: Wartawan Misal, “Randu Belajar ‘Satu Pintu’ ke Cemara”, Harian Contoh, 13 March 2024, https://harian.example/berita/1?a=1&b=2\n\
         Reference: randu-cemara#berbaris",
    ),
];

/// Block quotes, in which nothing of a record is markup.
pub const MARKDOWN: &[Entry] = &[
    (
        "jabatan",
        "> “Warga menyebutnya ‘mal’, kami menyebutnya ‘rumah’.”\n\
         >\n\
         > — Sekretaris Daerah Kota Cemara\n\
         >\n\
         > Mal Pelayanan Publik Kota Cemara \\[disimpulkan\\] · Selasa, 12 Maret 2024 · tanggal disimpulkan\n\
         >\n\
         > Sumber: [Wartawan Misal, “Randu Belajar ‘Satu Pintu’ ke Cemara”, Harian Contoh, 13 Maret 2024](<https://harian.example/berita/1?a=1&b=2>)\n\
         >\n\
         > `randu-cemara#jabatan`",
        "> “Warga menyebutnya ‘mal’, kami menyebutnya ‘rumah’.”\n\
         >\n\
         > — “Sekretaris Daerah Kota Cemara”\n\
         >\n\
         > Mal Pelayanan Publik Kota Cemara \\[inferred\\] · Tuesday, 12 March 2024 · date inferred\n\
         >\n\
         > Source: [Wartawan Misal, “Randu Belajar ‘Satu Pintu’ ke Cemara”, Harian Contoh, 13 March 2024](<https://harian.example/berita/1?a=1&b=2>)\n\
         >\n\
         > `randu-cemara#jabatan`",
    ),
    (
        "parafrasa",
        "> Waktu tunggu di loket turun setengahnya.\n\
         >\n\
         > — menurut Ratna Contoh, Kepala MPP Kota Cemara\n\
         >\n\
         > parafrasa · Mal Pelayanan Publik Kota Cemara · Selasa, 12 Maret 2024\n\
         >\n\
         > Sumber: [Wartawan Misal, “Randu Belajar ‘Satu Pintu’ ke Cemara”, Harian Contoh, 13 Maret 2024](<https://harian.example/berita/1?a=1&b=2>), paragraf 5\n\
         >\n\
         > `randu-cemara#parafrasa`",
        "> Waktu tunggu di loket turun setengahnya.\n\
         >\n\
         > — according to Ratna Contoh, “Kepala MPP Kota Cemara”\n\
         >\n\
         > paraphrase · Mal Pelayanan Publik Kota Cemara · Tuesday, 12 March 2024\n\
         >\n\
         > Source: [Wartawan Misal, “Randu Belajar ‘Satu Pintu’ ke Cemara”, Harian Contoh, 13 March 2024](<https://harian.example/berita/1?a=1&b=2>), paragraf 5\n\
         >\n\
         > `randu-cemara#parafrasa`",
    ),
    (
        "jahat",
        "> “=HYPERLINK(‘x’) \\<script\\>alert(1)\\</script\\> \\[a\\](javascript:b) 50% \\& \\$5 #1 {x}\\_y \\\\input”\n\
         >\n\
         > — Bima Misal, Pemerintah Kabupaten Randu\n\
         >\n\
         > \\]\\]\\> --\\>\n\
         >\n\
         > Sumber: [Wartawan Misal, “Randu Belajar ‘Satu Pintu’ ke Cemara”, Harian Contoh, 13 Maret 2024](<https://harian.example/berita/1?a=1&b=2>)\n\
         >\n\
         > `randu-cemara#jahat`",
        "> “=HYPERLINK(‘x’) \\<script\\>alert(1)\\</script\\> \\[a\\](javascript:b) 50% \\& \\$5 #1 {x}\\_y \\\\input”\n\
         >\n\
         > — Bima Misal, Pemerintah Kabupaten Randu\n\
         >\n\
         > Source: [Wartawan Misal, “Randu Belajar ‘Satu Pintu’ ke Cemara”, Harian Contoh, 13 March 2024](<https://harian.example/berita/1?a=1&b=2>)\n\
         >\n\
         > `randu-cemara#jahat`",
    ),
    (
        "berbaris",
        "> “Baris satu\\\n\
         > \\# Baris dua\\\n\
         > \\- baris tiga”\n\
         >\n\
         > — Ratna Contoh, Kepala MPP Kota Cemara\n\
         >\n\
         > Sumber: [Wartawan Misal, “Randu Belajar ‘Satu Pintu’ ke Cemara”, Harian Contoh, 13 Maret 2024](<https://harian.example/berita/1?a=1&b=2>)\n\
         >\n\
         > `randu-cemara#berbaris`",
        "> “Baris satu\\\n\
         > \\# Baris dua\\\n\
         > \\- baris tiga”\n\
         >\n\
         > — Ratna Contoh, “Kepala MPP Kota Cemara”\n\
         >\n\
         > Source: [Wartawan Misal, “Randu Belajar ‘Satu Pintu’ ke Cemara”, Harian Contoh, 13 March 2024](<https://harian.example/berita/1?a=1&b=2>)\n\
         >\n\
         > `randu-cemara#berbaris`",
    ),
];

/// A statement of the example in every style that is read by people.
pub const EXAMPLE_STATEMENT: &[(Style, &str, &str)] = &[
    (
        Style::Press,
        "Kualitas layanan harus ditingkatkan secara berkelanjutan, menurut Wakil Wali Kota Balikpapan Bagus Susetyo.",
        "Kualitas layanan harus ditingkatkan secara berkelanjutan, according to Bagus Susetyo, “Wakil Wali Kota Balikpapan.”",
    ),
    (
        Style::Apa,
        "Kualitas layanan harus ditingkatkan secara berkelanjutan (menurut Bagus Susetyo, dalam [Berita], t.t., paragraf 6).\n\
         \n\
         [Berita]. (t.t.).",
        "Kualitas layanan harus ditingkatkan secara berkelanjutan (according to Bagus Susetyo, in [News article], n.d., paragraf 6).\n\
         \n\
         [News article]. (n.d.).",
    ),
    (
        Style::Chicago,
        "Menurut Bagus Susetyo, Wakil Wali Kota Balikpapan: Kualitas layanan harus ditingkatkan secara berkelanjutan, dalam berita, paragraf 6.",
        "According to Bagus Susetyo, “Wakil Wali Kota Balikpapan”: Kualitas layanan harus ditingkatkan secara berkelanjutan, in news article, paragraf 6.",
    ),
    (
        Style::Card,
        "Kualitas layanan harus ditingkatkan secara berkelanjutan.\n\
         — menurut Bagus Susetyo, Wakil Wali Kota Balikpapan\n\
         parafrasa · Mal Pelayanan Publik Kota Pontianak [disimpulkan]\n\
         Kunjungan: Studi tiru Balikpapan ke Pontianak, 10 Jan 2026 [disimpulkan]\n\
         Sumber: berita, paragraf 6\n\
         Kode: balikpapan-pontianak-2026#p4",
        "Kualitas layanan harus ditingkatkan secara berkelanjutan.\n\
         — according to Bagus Susetyo, “Wakil Wali Kota Balikpapan”\n\
         paraphrase · Mal Pelayanan Publik Kota Pontianak [inferred]\n\
         Visit: Studi tiru Balikpapan ke Pontianak, 10 Jan 2026 [inferred]\n\
         Source: news article, paragraf 6\n\
         Reference: balikpapan-pontianak-2026#p4",
    ),
    (
        Style::Markdown,
        "> Kualitas layanan harus ditingkatkan secara berkelanjutan.\n\
         >\n\
         > — menurut Bagus Susetyo, Wakil Wali Kota Balikpapan\n\
         >\n\
         > parafrasa · Mal Pelayanan Publik Kota Pontianak \\[disimpulkan\\]\n\
         >\n\
         > Sumber: berita, paragraf 6\n\
         >\n\
         > `balikpapan-pontianak-2026#p4`",
        "> Kualitas layanan harus ditingkatkan secara berkelanjutan.\n\
         >\n\
         > — according to Bagus Susetyo, “Wakil Wali Kota Balikpapan”\n\
         >\n\
         > paraphrase · Mal Pelayanan Publik Kota Pontianak \\[inferred\\]\n\
         >\n\
         > Source: news article, paragraf 6\n\
         >\n\
         > `balikpapan-pontianak-2026#p4`",
    ),
    (
        Style::Text,
        "Kualitas layanan harus ditingkatkan secara berkelanjutan.",
        "Kualitas layanan harus ditingkatkan secara berkelanjutan.",
    ),
    (Style::Reference, "balikpapan-pontianak-2026#p4", "balikpapan-pontianak-2026#p4"),
];
