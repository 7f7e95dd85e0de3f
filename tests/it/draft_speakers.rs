//! Who speaks in a draft: one short article for each way in which reports name speakers.

use lawat::draft::draft;
use lawat::lang::Lang;
use lawat::load::load_text;
use lawat::model::{Certainty, Speaker};

/// A quote, a name that is a part of the speaker's or the other way round (empty for nobody), and whether the text states it.
type Expected = (&'static str, &'static str, bool);

#[rustfmt::skip]
const CASES: &[(&str, &[Expected])] = &[
    ("Ketua Perhimpunan Petani Kopi Lereng Selatan Dadang Kemuning menyambut tamu. “Silakan duduk,” katanya.", &[("Silakan duduk", "Dadang Kemuning", false)]),
    ("Menurut Ketua Paguyuban Nelayan Teluk Biru, Yusuf Karang, “laut tidak pernah ingkar”.", &[("laut tidak pernah ingkar", "Yusuf Karang", true)]),
    ("“Kami bangga,” ucap Bupati Cadas Hj. Nur Aini, S.E., M.M., didampingi Sekda Bambang Wira.", &[("Kami bangga", "Hj. Nur Aini", true)]),
    ("“Belum selesai,” kata Direktur RSUD dr. Melur, dr. Bayu Lintang, Sp.PD., saat ditemui di ruang kerjanya, Senin (2/3/2026).", &[("Belum selesai", "dr. Bayu Lintang", true)]),
    ("Wali Kota Awan Surya Dinata bertemu Bupati Cadas Nur Aini. Surya mengatakan bahwa kerja sama dimulai tahun ini. “Kita mulai dari sampah,” ujarnya.", &[("Kita mulai dari sampah", "Surya Dinata", false)]),
    ("Kepada wartawan, Kepala Dinas Sosial Kota Awan Rini Laras menyatakan, “Data sudah bersih.”", &[("Data sudah bersih.", "Rini Laras", true)]),
    ("Sementara itu, Sekretaris DPRD Kabupaten Cadas, Tono Berlian menambahkan, \"Kami belajar risalah.\"", &[("Kami belajar risalah.", "Tono Berlian", true)]),
    ("“Anggaran aman,” tegas Ratna Kencana selaku Kepala BPKAD Kota Awan.", &[("Anggaran aman", "Ratna Kencana", true)]),
    ("Gubernur Embun melalui Asisten II Setda Provinsi Embun, Wira Tanjung, menyampaikan, “Provinsi mendukung.”", &[("Provinsi mendukung.", "Wira Tanjung", true)]),
    ("Mewakili Wali Kota, Kepala Bappeda Lestari Indah berujar, “Kami titip salam.”", &[("Kami titip salam.", "Lestari Indah", true)]),
    ("Seorang warga, Minah (45), mengaku senang. “Cepat sekali,” katanya.", &[("Cepat sekali", "Minah", false)]),
    ("“Antrenya pendek,” kata Minah, warga Kelurahan Embun yang sedang mengurus KTP.", &[("Antrenya pendek", "Minah", true)]),
    ("“Sudah biasa,” sahut Pak Joko sambil tertawa.", &[("Sudah biasa", "Joko", true)]),
    ("Hal serupa diungkapkan Kepala Bidang Pelayanan Dinas Kesehatan Agus Wira. \"Kami siap,\" ungkapnya.", &[("Kami siap", "Agus Wira", false)]),
    ("Menanggapi hal itu, Agus menjelaskan: “Kuncinya data.”\n\nKepala Bidang Pelayanan Agus Wira memimpin pertemuan.", &[("Kuncinya data.", "Agus Wira", true)]),
    ("“Ini baru awal,” kata Agus Wira, Kepala Puskesmas Embun. Ia lalu menambahkan, “Tahun depan kami buka malam hari.”", &[("Ini baru awal", "Agus Wira", true), ("Tahun depan kami buka malam hari.", "Agus Wira", false)]),
    ("“We listened first,” said council leader Bryn Hale.", &[("We listened first", "Bryn Hale", true)]),
    ("“We listened first,” said Bryn Hale, the leader of Eastwick Council.", &[("We listened first", "Bryn Hale", true)]),
    ("“We listened first,” Hale told reporters on Monday.\n\nBryn Hale leads the council.", &[("We listened first", "Bryn Hale", true)]),
    ("Market manager Rosa Lind explained: “The stalls move with the tide.”", &[("The stalls move with the tide.", "Rosa Lind", true)]),
    ("“It pays for itself,” according to finance director Omar Reyes.", &[("It pays for itself", "Omar Reyes", true)]),
    ("Sir Edmund Vale, chairman of the trust, agreed. “Nothing beats bread,” he said.", &[("Nothing beats bread", "Edmund Vale", false)]),
    ("Mayor Tom Abbot showed Dr Lena Ortiz the clinic. “It is smaller than mine,” she said.", &[("It is smaller than mine", "Lena Ortiz", false)]),
    ("A spokeswoman for the ministry said: “No decision has been made.”", &[("No decision has been made.", "", false)]),
    ("“The first winter,” recalled Mina Duffy, who runs the café, “we had no roof.”", &[("The first winter we had no roof.", "Mina Duffy", true)]),
    ("Asked whether it would last, Provost Iain Muir shrugged. “Ask me in ten years,” he said.", &[("Ask me in ten years", "Iain Muir", false)]),
    ("Mayor Tom Abbot arrived late. “The train was early,” the mayor said.", &[("The train was early", "Tom Abbot", false)]),
    ("Abbot's deputy, Carla Finn, was blunter. “It leaks,” she said.\n\nMayor Tom Abbot smiled.", &[("It leaks", "Carla Finn", false)]),
    ("“We built it in a week,” said the firm’s site manager, Piotr Zawada.", &[("We built it in a week", "Piotr Zawada", true)]),
    ("“Sleep is cheap,” says Prof. Ada Nwosu of Lakeside University.", &[("Sleep is cheap", "Ada Nwosu", true)]),
    ("“Kami datang untuk belajar,” kata Arman.\n\nKepala Dinas Perhubungan Kota Pelangi Arman Sulaiman memimpin rombongan itu.", &[("Kami datang untuk belajar", "Arman Sulaiman", true)]),
    ("Kepala Kantor Kementerian Agama Kabupaten Cadas Muhammad Rizal Fauzi menuturkan, “Layanan haji kini satu pintu.”", &[("Layanan haji kini satu pintu.", "Muhammad Rizal Fauzi", true)]),
    ("“Targetnya tahun ini.” Demikian kata Wakil Bupati Cadas Dodi Permana.", &[("Targetnya tahun ini.", "Dodi Permana", true)]),
    ("Menurut Kepala Bidang Pengolahan Sampah DLH Kota Awan Yanti Suryani, “plastik tidak punya kaki”.", &[("plastik tidak punya kaki", "Yanti Suryani", true)]),
    ("Kegiatan bertajuk “Kota untuk Semua” dibuka Wali Kota. “Selamat datang,” ucap Wali Kota Awan Surya Dinata.", &[("Selamat datang", "Surya Dinata", true)]),
    ("Anggota DPRD Kota Awan Abdul Malik, yang akrab disapa Bang Malik, tertawa. “Ini bukan soal gaji,” kata Bang Malik.", &[("Ini bukan soal gaji", "Abdul Malik", true)]),
    ("“Pertama, data harus benar,” kata Yanti Suryani, Kepala DLH Kota Awan.\n\n“Kedua, warga harus percaya.”", &[("Pertama, data harus benar", "Yanti Suryani", true), ("Kedua, warga harus percaya.", "Yanti Suryani", false)]),
    ("Yanti mengatakan bahwa sampah plastik berkurang separuh.", &[]),
    ("Surya menyebut kota itu “rumah kedua” bagi warganya.", &[]),
    ("Di gerbang terpasang spanduk “Selamat Datang Rombongan Kabupaten Cadas”.", &[]),
    ("Ketua DPRD Kabupaten Cadas, H. Amiruddin Lubis, S.H., mengapresiasi sambutan itu. “Kami disambut seperti keluarga,” tuturnya.", &[("Kami disambut seperti keluarga", "H. Amiruddin Lubis", false)]),
    ("“Tidak ada pungutan,” tegas Plt Kepala Disdukcapil Kota Embun, Rosdiana.", &[("Tidak ada pungutan", "Rosdiana", true)]),
    ("“Berapa lama?” tanya Amiruddin. “Dua belas menit,” jawab Rosdiana.", &[("Berapa lama?", "Amiruddin", true), ("Dua belas menit", "Rosdiana", true)]),
    ("Sambil menunjuk layar, Rosdiana berkata, “Semua tercatat di sini.”", &[("Semua tercatat di sini.", "Rosdiana", true)]),
    ("Bupati Cadas Nur Aini tiba pagi hari. “Saya bawa bekal,” kata bupati perempuan pertama di Cadas itu.", &[("Saya bawa bekal", "Nur Aini", false)]),
    ("Councillors from Eastwick visited Lakeside on Friday. Helen Marsh, who chairs the housing committee, said: “We wanted to see the damp for ourselves.”", &[("We wanted to see the damp for ourselves.", "Helen Marsh", true)]),
    ("Ms Marsh added: “It was drier than home.”\n\nHelen Marsh chairs the committee.", &[("It was drier than home.", "Helen Marsh", true)]),
    ("“Nobody asked us to leave,” Marsh joked afterwards.\n\nHelen Marsh chairs the committee.", &[("Nobody asked us to leave", "Helen Marsh", true)]),
    ("Omar Reyes, the finance director, told councillors that “nothing is free”.", &[]),
    ("The so-called “smart bench” did not work.", &[]),
    ("Her book, “The Damp House”, is out in May.", &[]),
    ("“My windows open now,” said Doreen, a tenant for forty years.", &[("My windows open now", "Doreen", true)]),
    ("“It is warm,” said Doreen Pike. Her neighbour Ali Khan disagreed: “It is hot.”", &[("It is warm", "Doreen Pike", true), ("It is hot.", "Ali Khan", true)]),
    ("\"We will be back,\" promised deputy mayor Jonah Price as the coach left.", &[("We will be back", "Jonah Price", true)]),
    ("Jonah Price met Doreen Pike in the yard. “You look cold,” she told him.", &[("You look cold", "Doreen Pike", false)]),
    ("In a statement, the council said: “The lifts will be replaced by March.”", &[("The lifts will be replaced by March.", "", false)]),
    ("‘We plant in pairs,’ explained gardener Hilda Moss. ‘They keep each other company.’", &[("We plant in pairs", "Hilda Moss", true), ("They keep each other company.", "Hilda Moss", false)]),
    ("Judul\n\nWali Kota Sendang Debora Nainggolan datang bersama Kepala Dinas Sosial Sendang, Bimo Suprapto, dan Camat Tegalsari Imam Suprapto.\n\n\"Kami sudah usulkan tiga kali,\" kata ajudan Debora.", &[("Kami sudah usulkan tiga kali", "", false)]),
    ("Judul\n\nWali Kota Sendang Debora Nainggolan datang bersama Kepala Dinas Sosial Sendang, Bimo Suprapto, dan Camat Tegalsari Imam Suprapto.\n\n\"Saya tidak tahu apa-apa,\" kata suami Debora, Andre Tobing.", &[("Saya tidak tahu apa-apa", "Andre Tobing", true)]),
    ("Judul\n\nWali Kota Sendang Debora Nainggolan datang bersama Kepala Dinas Sosial Sendang, Bimo Suprapto, dan Camat Tegalsari Imam Suprapto.\n\nBimo, mengutip Debora, mengatakan, \"Jangan sekali-kali terlambat membayar.\"", &[("Jangan sekali-kali terlambat membayar.", "Bimo Suprapto", true)]),
    ("Judul\n\nWali Kota Sendang Debora Nainggolan datang bersama Kepala Dinas Sosial Sendang, Bimo Suprapto, dan Camat Tegalsari Imam Suprapto.\n\nMenurut Debora, Bimo pernah berkata, \"Datanya harus lengkap.\"", &[("Datanya harus lengkap.", "Bimo Suprapto", true)]),
    ("Judul\n\nWali Kota Sendang Debora Nainggolan datang bersama Kepala Dinas Sosial Sendang, Bimo Suprapto, dan Camat Tegalsari Imam Suprapto.\n\n\"Kami sepakat,\" kata Bimo dan Debora.", &[("Kami sepakat", "", false)]),
    ("Judul\n\nWali Kota Sendang Debora Nainggolan datang bersama Kepala Dinas Sosial Sendang, Bimo Suprapto, dan Camat Tegalsari Imam Suprapto.\n\nBimo dan Debora kompak mengatakan, \"Kami sepakat.\"", &[("Kami sepakat.", "", false)]),
    ("Judul\n\nWali Kota Sendang Debora Nainggolan datang bersama Kepala Dinas Sosial Sendang, Bimo Suprapto, dan Camat Tegalsari Imam Suprapto.\n\nKepada Debora, Imam berkata, \"Kami sudah usulkan tiga kali.\"", &[("Kami sudah usulkan tiga kali.", "Imam Suprapto", true)]),
    ("Judul\n\nWali Kota Sendang Debora Nainggolan datang bersama Kepala Dinas Sosial Sendang, Bimo Suprapto, dan Camat Tegalsari Imam Suprapto.\n\n\"Datanya harus lengkap dan rapi,\" imbuh Imam.", &[("Datanya harus lengkap dan rapi", "Imam Suprapto", true)]),
    ("Mayor visits the town of Harrow Bend\n\nOn Tuesday the mayor, Tamsin Okafor, visited the town of Harrow Bend with the engineer, Piet Vander, and she was shown the pumps that had failed.\n\n\"We were told nothing at all,\" said Okafor's husband.", &[("We were told nothing at all", "", false)]),
    ("Mayor visits the town of Harrow Bend\n\nOn Tuesday the mayor, Tamsin Okafor, visited the town of Harrow Bend with the engineer, Piet Vander, and she was shown the pumps that had failed.\n\n\"We were told nothing at all,\" Okafor was told by Vander.", &[("We were told nothing at all", "Piet Vander", true)]),
    ("Mayor visits the town of Harrow Bend\n\nOn Tuesday the mayor, Tamsin Okafor, visited the town of Harrow Bend with the engineer, Piet Vander, and she was shown the pumps that had failed.\n\nIn his memoir \"The Long Way Home,\" Vander said, \"I was never afraid of water.\"", &[("I was never afraid of water.", "Piet Vander", true)]),
    ("Mayor visits the town of Harrow Bend\n\nOn Tuesday the mayor, Tamsin Okafor, visited the town of Harrow Bend with the engineer, Piet Vander, and she was shown the pumps that had failed.\n\nThe children sang \"The Wheels on the Bus,\" Okafor said.", &[]),
    ("Judul\n\nBupati Cadas Nur Aini tiba pagi hari. Pasal dua peraturan desa menyatakan “setiap tamu wajib menanam satu pohon.” “Saya bawa bibit,” kata Nur Aini.", &[("Saya bawa bibit", "Nur Aini", true)]),
    ("Mayor Tamsin Okafor visited Harrow Bend. By the gate a tin plate declares: “Nothing was ever sold here on a Monday.”", &[]),
    ("Judul\n\nBupati Cadas Nur Aini tiba pagi hari. “Saya bawa bekal,” kata Nur Aini.\n\n“Terima kasih!” teriak warga.", &[("Saya bawa bekal", "Nur Aini", true), ("Terima kasih!", "", false)]),
];

#[test]
fn speakers_are_found_in_every_way_of_naming_them() {
    let mut failures = Vec::new();
    for (text, expected) in CASES {
        let loaded = load_text("draft.yaml", draft(&[text], Lang::Id).text.into());
        let visit = &loaded.archive.visits[0];
        let drafted: Vec<(String, String, bool)> = visit
            .statements
            .iter()
            .map(|it| {
                let name = visit.speakers(it).find_map(|speaker| match speaker {
                    Speaker::Participant(person) => person.name.clone(),
                    Speaker::Organization(_) => None,
                });
                let is_stated = it.speaker_certainty == Some(Certainty::Stated);
                (it.text.replace(" … ", " "), name.unwrap_or_default(), is_stated)
            })
            .collect();
        let is_same = |(wanted, found): (&Expected, &(String, String, bool))| {
            let is_name = wanted.1.is_empty() == found.1.is_empty()
                && (found.1.contains(wanted.1) || wanted.1.contains(&found.1));
            wanted.0 == found.0 && is_name && wanted.2 == found.2
        };
        if expected.len() != drafted.len() || !expected.iter().zip(&drafted).all(is_same) {
            failures.push(format!("{text}\n  wanted {expected:?}\n  drafted {drafted:?}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn the_last_word_of_a_description_is_nobody() {
    let text = "Judul\n\nBupati Cadas Nur Aini tiba pagi hari. “Yang manis di sana,” canda Ketua Paguyuban Jeruk Sendang itu.";
    let drafted = draft(&[text], Lang::Id).text;
    assert!(!drafted.contains("name: Jeruk") && !drafted.contains("speaker_certainty: stated"), "{drafted}");
}

/// Streets and buildings have the names of people.
#[test]
fn a_street_is_nobody() {
    let text = "Rombongan meninjau Mal Pelayanan Publik Kota Awan di Jalan Kapten Marsan. “Rapi,” kata Bupati Cadas Nur Aini.";
    let loaded = load_text("draft.yaml", draft(&[text], Lang::Id).text.into());
    let visit = &loaded.archive.visits[0];
    let names: Vec<&str> = visit.participants.iter().filter_map(|it| it.name.as_deref()).collect();
    assert_eq!(names, ["Nur Aini"]);
    assert_eq!(visit.itinerary[0].name, "Mal Pelayanan Publik Kota Awan");
}
