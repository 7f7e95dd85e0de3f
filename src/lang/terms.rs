//! The terms of the record format in both languages.

use super::{Both, Country, Lang};
use crate::model::{
    AttendanceStatus, Certainty, MediaType, Medium, Mode, NoteType, OutcomeStatus, OutcomeType,
    ParticipantRole, ParticipantType, RelatedType, Role, Side, SourceType, StatementType, Status, StopStatus,
    VisitClassification,
};

/// Titles of people, folded: they may stand before or after a name, or be left out.
const TITLES: &[&str] = &[
    "dr", "drs", "dra", "ir", "hj", "prof", "s.e", "se", "s.h", "s.t", "s.sos", "s.ip", "m.si", "m.m", "m.h",
    "m.t", "h", "bapak", "ibu", "pak", "bu",
];

/// Whether a folded word is a title of people.
pub fn is_title(word: &str) -> bool {
    TITLES.contains(&word)
}

/// Verbs by which reporters attribute speech, in Indonesian and English, without the Indonesian suffix -nya.
const REPORTING_VERBS: &[&str] = &[
    "kata",
    "ujar",
    "ucap",
    "tutur",
    "ungkap",
    "jelas",
    "papar",
    "terang",
    "tambah",
    "imbuh",
    "lanjut",
    "tegas",
    "sebut",
    "pungkas",
    "tandas",
    "beber",
    "tutup",
    "pinta",
    "canda",
    "cerita",
    "pesan",
    "sambung",
    "tukas",
    "harap",
    "cetus",
    "urai",
    "demikian",
    "said",
    "says",
    "added",
    "adds",
    "told",
    "explained",
    "noted",
    "asked",
    "replied",
    "stated",
    "recalled",
    "continued",
    "concluded",
];

/// Further verbs of speaking, which usually precede a quotation or follow a name.
const SPEAKING_VERBS: &[&str] = &[
    "berkata",
    "bertanya",
    "bercerita",
    "berpesan",
    "berharap",
    "mengatakan",
    "mengungkapkan",
    "menjelaskan",
    "menjawab",
    "memaparkan",
    "menerangkan",
    "menambahkan",
    "melanjutkan",
    "menegaskan",
    "menyebut",
    "menyebutkan",
    "menyampaikan",
    "menuturkan",
    "mengeluh",
    "mengeluhkan",
    "menilai",
    "membalas",
    "menimpali",
    "jawab",
    "tanya",
    "balas",
    "timpal",
    "keluh",
    "seru",
    "menurut",
    "say",
    "ask",
    "answered",
    "complained",
    "insisted",
    "remarked",
    "observed",
    "wrote",
];

/// Whether a word attributes speech.
pub fn is_reporting(word: &str) -> bool {
    let word = word.to_lowercase();
    REPORTING_VERBS.contains(&word.strip_suffix("nya").unwrap_or(&word))
}

/// Whether a word is a verb of speaking in any position.
pub fn is_saying(word: &str) -> bool {
    let word = word.to_lowercase();
    is_reporting(&word) || SPEAKING_VERBS.contains(&word.strip_suffix("nya").unwrap_or(&word))
}

/// Types of places and organizations. The list is open: other values are shown as they are.
const CLASSIFICATIONS: &[(&str, Both)] = &[
    ("public_service_mall", Both { id: "mal pelayanan publik", en: "public service mall" }),
    ("hospital", Both { id: "rumah sakit", en: "hospital" }),
    ("government_office", Both { id: "kantor pemerintah", en: "government office" }),
    ("monument", Both { id: "monumen", en: "monument" }),
    ("business_center", Both { id: "pusat usaha", en: "business centre" }),
    ("school", Both { id: "sekolah", en: "school" }),
    ("village", Both { id: "desa", en: "village" }),
    ("hotel", Both { id: "hotel", en: "hotel" }),
    ("city", Both { id: "kota", en: "city" }),
    ("regency", Both { id: "kabupaten", en: "regency" }),
    ("province", Both { id: "provinsi", en: "province" }),
    ("ministry", Both { id: "kementerian", en: "ministry" }),
    ("legislature", Both { id: "lembaga legislatif", en: "legislature" }),
    ("agency", Both { id: "badan", en: "agency" }),
    ("company", Both { id: "perusahaan", en: "company" }),
    ("university", Both { id: "universitas", en: "university" }),
];

/// The types of places and organizations that are in the list.
pub fn classifications() -> impl Iterator<Item = (&'static str, Both)> {
    CLASSIFICATIONS.iter().copied()
}

/// Languages that are common in visits, by BCP 47 subtag.
const LANGUAGES: &[(&str, Both)] = &[
    ("ar", Both { id: "bahasa Arab", en: "Arabic" }),
    ("ban", Both { id: "bahasa Bali", en: "Balinese" }),
    ("bjn", Both { id: "bahasa Banjar", en: "Banjar" }),
    ("de", Both { id: "bahasa Jerman", en: "German" }),
    ("en", Both { id: "bahasa Inggris", en: "English" }),
    ("es", Both { id: "bahasa Spanyol", en: "Spanish" }),
    ("fr", Both { id: "bahasa Prancis", en: "French" }),
    ("id", Both { id: "bahasa Indonesia", en: "Indonesian" }),
    ("it", Both { id: "bahasa Italia", en: "Italian" }),
    ("ja", Both { id: "bahasa Jepang", en: "Japanese" }),
    ("jv", Both { id: "bahasa Jawa", en: "Javanese" }),
    ("ko", Both { id: "bahasa Korea", en: "Korean" }),
    ("min", Both { id: "bahasa Minangkabau", en: "Minangkabau" }),
    ("ms", Both { id: "bahasa Melayu", en: "Malay" }),
    ("nl", Both { id: "bahasa Belanda", en: "Dutch" }),
    ("pt", Both { id: "bahasa Portugis", en: "Portuguese" }),
    ("ru", Both { id: "bahasa Rusia", en: "Russian" }),
    ("su", Both { id: "bahasa Sunda", en: "Sundanese" }),
    ("th", Both { id: "bahasa Thai", en: "Thai" }),
    ("tr", Both { id: "bahasa Turki", en: "Turkish" }),
    ("vi", Both { id: "bahasa Vietnam", en: "Vietnamese" }),
    ("zh", Both { id: "bahasa Tionghoa", en: "Chinese" }),
];

impl Lang {
    /// The name of a language by its tag; an unknown tag is returned as it is.
    pub fn language(self, tag: &str) -> String {
        let subtag = tag.split('-').next().unwrap_or(tag);
        let known = LANGUAGES.iter().find(|(name, _)| name.eq_ignore_ascii_case(subtag));
        known.map_or_else(|| tag.to_owned(), |(_, words)| words.get(self).to_owned())
    }

    /// The name of a country by its code; an unknown code is returned as it is.
    pub fn country(self, code: &str) -> &str {
        Country::with_code(code).map_or(code, |country| country.name(self))
    }

    /// The label of a type of place or organization.
    pub fn classification(self, term: &str) -> String {
        let known = CLASSIFICATIONS.iter().find(|(name, _)| *name == term);
        known.map_or_else(|| term.replace('_', " "), |(_, words)| words.get(self).to_owned())
    }
}

macro_rules! words {
    ($($list:ident { $($term:ident: $id:literal, $en:literal;)+ })+) => {$(
        impl $list {
            /// The label in a language.
            pub fn label(self, lang: Lang) -> &'static str {
                let both = match self { $(Self::$term => Both { id: $id, en: $en },)+ };
                both.get(lang)
            }
        }
    )+};
}

/// Implements labels for the terms of an open list.
macro_rules! open_words {
    ($($list:ident { $($term:ident: $id:literal, $en:literal;)+ })+) => {$(
        impl $list {
            /// The label in a language; a term that is not in the list is returned as it is.
            pub fn label(&self, lang: Lang) -> &str {
                match self {
                    $(Self::$term => Both { id: $id, en: $en }.get(lang),)+
                    Self::Unlisted(word) => word,
                }
            }
        }
    )+};
}

words! {
    Certainty {
        Stated: "disebut sumber", "stated";
        Inferred: "disimpulkan", "inferred";
        Unknown: "tidak diketahui", "unknown";
    }
    Side {
        Visitor: "delegasi", "delegation";
        Host: "tuan rumah", "host";
        ThirdParty: "pihak lain", "third party";
    }
    StatementType {
        Quote: "KUTIPAN", "QUOTE";
        Paraphrase: "PARAFRASA", "PARAPHRASE";
        Narrative: "NARASI", "NARRATIVE";
    }
}

open_words! {
    VisitClassification {
        StudyVisit: "studi banding", "study visit";
        WorkingVisit: "kunjungan kerja", "working visit";
        Inspection: "peninjauan", "inspection";
        CourtesyCall: "kunjungan kehormatan", "courtesy call";
        StateVisit: "kunjungan kenegaraan", "state visit";
        SisterCity: "kota kembar", "sister city";
        OfficialTravel: "perjalanan dinas", "official travel";
        Meeting: "pertemuan", "meeting";
        Other: "lainnya", "other";
    }
    Status {
        Tentative: "belum pasti", "tentative";
        Confirmed: "terkonfirmasi", "confirmed";
        Postponed: "ditunda", "postponed";
        Cancelled: "dibatalkan", "cancelled";
        Passed: "sudah berlangsung", "completed";
    }
    StopStatus {
        Planned: "direncanakan", "planned";
        Visited: "dikunjungi", "visited";
        Postponed: "ditunda", "postponed";
        Cancelled: "dibatalkan", "cancelled";
    }
    Role {
        Visitor: "tamu", "visitor";
        Host: "tuan rumah", "host";
        Organizer: "penyelenggara", "organizer";
        ThirdParty: "pihak lain", "third party";
    }
    ParticipantType {
        Person: "orang", "person";
        Group: "kelompok", "group";
    }
    ParticipantRole {
        HeadOfDelegation: "ketua delegasi", "head of delegation";
        Member: "anggota", "member";
        Companion: "pendamping", "companion";
        ReceivingOfficial: "pejabat penerima", "receiving official";
        Presenter: "narasumber", "presenter";
        Moderator: "moderator", "moderator";
        Interpreter: "juru bahasa", "interpreter";
        Staff: "staf", "staff";
        Other: "lainnya", "other";
    }
    Medium {
        Interview: "wawancara", "interview";
        Remarks: "sambutan", "remarks";
        Speech: "pidato", "speech";
        WrittenStatement: "pernyataan tertulis", "written statement";
        SocialMedia: "media sosial", "social media";
        Transcript: "transkrip", "transcript";
    }
    OutcomeType {
        Memorandum: "nota kesepahaman", "memorandum of understanding";
        Agreement: "perjanjian", "agreement";
        Commitment: "komitmen", "commitment";
        Gift: "cenderamata", "gift";
        FollowUp: "tindak lanjut", "follow-up";
        Other: "lainnya", "other";
    }
    OutcomeStatus {
        Announced: "diumumkan", "announced";
        Signed: "ditandatangani", "signed";
        Done: "selesai", "done";
    }
    RelatedType {
        PartOf: "bagian dari", "part of";
        SameEvent: "acara yang sama", "same event";
        ReturnVisit: "kunjungan balasan", "return visit";
        Follows: "lanjutan dari", "follows";
        Replaces: "menggantikan", "replaces";
        ReplacedBy: "digantikan oleh", "replaced by";
        SeeAlso: "lihat juga", "see also";
    }
    NoteType {
        Ambiguity: "belum jelas", "unclear";
        Conflict: "keterangan berbeda", "conflicting accounts";
        Correction: "koreksi", "correction";
        Editorial: "penjelasan", "editor's note";
    }
    MediaType {
        Photo: "foto", "photo";
        Video: "video", "video";
        Audio: "audio", "audio";
        Document: "dokumen", "document";
        Link: "tautan", "link";
    }
    SourceType {
        News: "berita", "news article";
        PressRelease: "siaran pers", "press release";
        OfficialRecord: "dokumen resmi", "official record";
        Transcript: "transkrip", "transcript";
        Report: "laporan", "report";
        Dataset: "kumpulan data", "dataset";
        SocialMedia: "media sosial", "social media";
        Other: "lainnya", "other";
    }
    Mode {
        InPerson: "tatap muka", "in person";
        Remote: "daring", "remote";
        Virtual: "daring", "virtual";
        Hybrid: "hibrida", "hybrid";
    }
    AttendanceStatus {
        Present: "hadir", "present";
        Remote: "hadir secara daring", "attended remotely";
        Absent: "tidak hadir", "absent";
        Apologies: "berhalangan hadir", "sent apologies";
    }
}
