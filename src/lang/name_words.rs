//! Words by which the names of people, posts and organizations are told apart, in Indonesian and English.

use crate::text::{fold, folded_words};

/// Whether a text is academic degrees: `S.Sos.`, `M. Si`, `SE`, `S.H. M.M.`
pub fn is_degree(text: &str) -> bool {
    let is_one = |text: &str| {
        let text = fold(text);
        let text = text.trim_matches('.');
        let mut parts = text.split('.');
        let is_dotted = text.contains('.') && parts.all(|part| PARTS_OF_DEGREES.contains(&part));
        is_dotted || DEGREES.contains(&text)
    };
    let whole: String = text.split_whitespace().collect();
    !whole.is_empty() && (is_one(&whole) || text.split_whitespace().all(is_one))
}

/// The parts of degrees that are written with points, folded.
const PARTS_OF_DEGREES: &[&str] = &[
    "s", "m", "a", "d", "b", "e", "h", "t", "i", "ph", "sp", "si", "sos", "ip", "pd", "kom", "kes", "kep",
    "ked", "ak", "ap", "ag", "hum", "sn", "st", "tr", "p", "km", "gz", "farm", "psi", "stat", "in", "ikom",
    "md", "keb", "og", "an", "pi", "hut", "pt", "sc", "eng", "kn", "ds", "par", "th", "us", "ba", "ars",
    "or",
];

/// Degrees that are written without points, folded.
const DEGREES: &[&str] = &[
    "se", "sh", "st", "sip", "ssos", "spd", "skom", "ssi", "sap", "skm", "sstp", "stp", "sag", "ssn", "shut",
    "mm", "mh", "mt", "msi", "map", "mpa", "mkes", "mpd", "mkom", "mak", "mba", "msc", "mph", "ma", "mag",
    "phd", "llm", "ba", "bsc", "ak", "apt", "cpa", "amd", "amdkeb", "ners", "ns", "drg",
];

/// First words of posts, folded.
const POSTS: &[&str] = &[
    "wali",
    "walikota",
    "wakil",
    "bupati",
    "gubernur",
    "sekretaris",
    "sekda",
    "sekwan",
    "kepala",
    "ketua",
    "direktur",
    "direktris",
    "dirut",
    "plt",
    "pj",
    "pjs",
    "plh",
    "asisten",
    "sekdis",
    "sekjen",
    "irjen",
    "wawali",
    "wabup",
    "wagub",
    "camat",
    "lurah",
    "kades",
    "kadis",
    "kabid",
    "kabag",
    "kasi",
    "kasubag",
    "kasubbag",
    "kasubbid",
    "rektor",
    "dekan",
    "menteri",
    "dirjen",
    "koordinator",
    "anggota",
    "pimpinan",
    "inspektur",
    "staf",
    "deputi",
    "presiden",
    "komandan",
    "kapolres",
    "kapolda",
    "dandim",
    "mayor",
    "deputy",
    "governor",
    "minister",
    "secretary",
    "director",
    "chief",
    "chair",
    "head",
    "manager",
    "president",
];

/// First words of organizations, folded.
const ORGANIZATIONS: &[&str] = &[
    "pemerintah",
    "pemkot",
    "pemkab",
    "pemprov",
    "pemda",
    "dinas",
    "badan",
    "dprd",
    "dpr",
    "kementerian",
    "kemenkes",
    "universitas",
    "institut",
    "politeknik",
    "sekolah",
    "sma",
    "smk",
    "smp",
    "rsud",
    "rumah",
    "puskesmas",
    "pt",
    "cv",
    "kantor",
    "sekretariat",
    "inspektorat",
    "komisi",
    "bappeda",
    "diskominfo",
    "city",
    "government",
    "ministry",
    "university",
    "council",
    "kecamatan",
    "kelurahan",
    "yayasan",
    "kedutaan",
    "balai",
    "polda",
    "polres",
];

/// First words of what is neither a person nor a post or an organization, folded.
const OTHERS: &[&str] = &[
    "kota",
    "kabupaten",
    "kab",
    "provinsi",
    "prov",
    "desa",
    "republik",
    "negara",
    "rombongan",
    "tim",
    "bidang",
    "bagian",
    "seksi",
    "kunjungan",
    "para",
    "seluruh",
    "staff",
    "city",
    "province",
    "team",
];

fn begins_with(words: &[&str], text: &str) -> bool {
    folded_words(text).next().is_some_and(|first| words.contains(&first.as_str()))
}

/// Whether a text names a post, and not a person.
pub fn is_post(text: &str) -> bool {
    begins_with(POSTS, text)
}

/// Whether a text names an organization, and not a person.
pub fn is_organization(text: &str) -> bool {
    begins_with(ORGANIZATIONS, text) && !folded_words(text).take(2).eq(["rumah", "tangga"])
}

/// Whether a text names something else than a person, by its first word.
pub fn names_no_person(text: &str) -> bool {
    is_post(text) || is_organization(text) || begins_with(OTHERS, text)
}
