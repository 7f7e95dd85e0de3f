//! The closed lists of the record format in words that people use.

use super::{Both, Lang};
use crate::model::{
    Certainty, MediaType, Medium, NoteType, OutcomeStatus, OutcomeType, ParticipantRole, ParticipantType,
    RelatedType, Role, Side, SourceType, StatementType, Status, StopStatus, VisitClassification,
};

/// Titles of people, folded: they may stand before or behind a name, or be left out.
const TITLES: &[&str] = &[
    "dr", "drs", "dra", "ir", "hj", "prof", "s.e", "se", "s.h", "s.t", "s.sos", "s.ip", "m.si", "m.m", "m.h",
    "m.t", "h", "bapak", "ibu", "pak", "bu",
];

/// Whether a folded word is a title of people.
pub fn is_title(word: &str) -> bool {
    TITLES.contains(&word)
}

/// Kinds of places and organizations. The list is open: others are shown as they are written.
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

impl Lang {
    /// A kind of place or organization in words.
    pub fn classification(self, term: &str) -> String {
        let known = CLASSIFICATIONS.iter().find(|(name, _)| *name == term);
        known.map_or_else(|| term.replace('_', " "), |(_, words)| words.get(self).to_owned())
    }
}

macro_rules! words {
    ($($list:ident { $($term:ident: $id:literal, $en:literal;)+ })+) => {$(
        impl $list {
            /// The term in the words of a language.
            pub fn words(self, lang: Lang) -> &'static str {
                let both = match self { $(Self::$term => Both { id: $id, en: $en },)+ };
                both.get(lang)
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
    VisitClassification {
        StudyVisit: "kunjungan studi", "study visit";
        WorkingVisit: "kunjungan kerja", "working visit";
        Inspection: "inspeksi", "inspection";
        CourtesyCall: "kunjungan kehormatan", "courtesy call";
        StateVisit: "kunjungan kenegaraan", "state visit";
        SisterCity: "kota kembar", "sister city";
        OfficialTravel: "perjalanan dinas", "official travel";
        Meeting: "pertemuan", "meeting";
        Other: "lainnya", "other";
    }
    Status {
        Tentative: "belum pasti", "tentative";
        Confirmed: "dipastikan", "confirmed";
        Cancelled: "dibatalkan", "cancelled";
        Passed: "sudah berlangsung", "has taken place";
    }
    StopStatus {
        Planned: "direncanakan", "planned";
        Visited: "dikunjungi", "visited";
        Cancelled: "dibatalkan", "cancelled";
    }
    Role {
        Visitor: "pengunjung", "visitor";
        Host: "tuan rumah", "host";
        Organizer: "penyelenggara", "organizer";
        ThirdParty: "pihak lain", "third party";
    }
    Side {
        Visitor: "delegasi", "delegation";
        Host: "tuan rumah", "host";
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
        Staff: "staf", "staff";
        Other: "lainnya", "other";
    }
    StatementType {
        Quote: "VERBATIM", "VERBATIM";
        Paraphrase: "PARAFRASA", "PARAPHRASE";
        Narrative: "NARASI", "NARRATIVE";
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
        Memorandum: "nota kesepahaman", "memorandum";
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
        SeeAlso: "lihat juga", "see also";
    }
    NoteType {
        Ambiguity: "yang tidak jelas", "left open";
        Conflict: "yang bertentangan", "conflict";
        Correction: "koreksi", "correction";
        Editorial: "catatan penyusun", "editor's note";
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
}
