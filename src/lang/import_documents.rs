//! Messages about documents that are imported: why one cannot be read, and what was not taken of it.

use super::Lang;

impl Lang {
    /// A document that is cut off.
    pub fn import_document_ends_early(self) -> &'static str {
        match self {
            Self::Id => "dokumen ini terpotong: daftar atau catatannya belum ditutup",
            Self::En => "the document is cut off: its lists or records are not closed",
        }
    }

    /// JSON without rows.
    pub fn import_no_json_rows(self) -> &'static str {
        match self {
            Self::Id => {
                "tidak ada daftar catatan dalam JSON ini; sebutkan tempatnya dengan “rows” dalam pemetaan"
            }
            Self::En => "this JSON has no list of records; say where it is by “rows” in the mapping",
        }
    }

    /// Something that is no calendar.
    pub fn import_not_a_calendar(self) -> &'static str {
        match self {
            Self::Id => "bukan kalender: BEGIN:VCALENDAR tidak ada di awal",
            Self::En => "not a calendar: it does not begin with BEGIN:VCALENDAR",
        }
    }

    /// An item of a list that is no record.
    pub fn import_not_a_record(self) -> &'static str {
        match self {
            Self::Id => "bukan catatan",
            Self::En => "not a record",
        }
    }

    /// A value that should be a list.
    pub fn import_not_a_list(self) -> &'static str {
        match self {
            Self::Id => "bukan daftar",
            Self::En => "not a list",
        }
    }

    /// A field of the head of an archive.
    pub fn import_field_of_archive(self) -> &'static str {
        match self {
            Self::Id => "berlaku untuk seluruh arsip, bukan untuk satu kunjungan",
            Self::En => "is about the whole archive, not about a visit",
        }
    }

    /// A person or an organization without a name.
    pub fn import_without_name(self) -> &'static str {
        match self {
            Self::Id => "tanpa nama",
            Self::En => "without a name",
        }
    }

    /// A record without a title.
    pub fn import_without_title(self) -> &'static str {
        match self {
            Self::Id => "tanpa judul; beri judul sendiri",
            Self::En => "without a title; give it one",
        }
    }

    /// The title of an event that has none.
    pub fn import_event_title(self) -> &'static str {
        match self {
            Self::Id => "Acara tanpa judul",
            Self::En => "Event without a title",
        }
    }

    /// The title of a sitting that has none.
    pub fn import_debate_title(self) -> &'static str {
        match self {
            Self::Id => "Sidang tanpa judul",
            Self::En => "Sitting without a title",
        }
    }

    /// A membership of nobody.
    pub fn import_membership_without_person(self) -> &'static str {
        match self {
            Self::Id => "keanggotaan tanpa orang",
            Self::En => "a membership without a person",
        }
    }

    /// A record of the register that is there already.
    pub fn import_already_there(self) -> &'static str {
        match self {
            Self::Id => "sudah ada dari berkas sebelumnya",
            Self::En => "already there from an earlier file",
        }
    }

    /// A line of a calendar that is none.
    pub fn import_not_a_property(self) -> &'static str {
        match self {
            Self::Id => "bukan isian kalender",
            Self::En => "not a property of a calendar",
        }
    }

    /// An event that happens more than once.
    pub fn import_repetitions(self) -> &'static str {
        match self {
            Self::Id => "acara berulang: hanya yang pertama yang diambil",
            Self::En => "a repeated event: only the first one is taken",
        }
    }

    /// An event that lawat did not write.
    pub fn import_without_reference(self) -> &'static str {
        match self {
            Self::Id => "bukan acara dari ekspor lawat",
            Self::En => "not an event of an export of lawat",
        }
    }

    /// A text in an old encoding.
    pub fn import_read_as_windows(self) -> &'static str {
        match self {
            Self::Id => "dibaca sebagai Windows-1252, karena bukan UTF-8",
            Self::En => "read as Windows-1252, because it is not UTF-8",
        }
    }

    /// A document that is too large.
    pub fn import_document_too_large(self, limit: usize) -> String {
        match self {
            Self::Id => format!("dokumen ini lebih besar dari {limit} MiB"),
            Self::En => format!("the document is larger than {limit} MiB"),
        }
    }

    /// A document in another encoding.
    pub fn import_document_not_text(self, encoding: &str) -> String {
        match self {
            Self::Id => format!("dokumen ini bukan teks dalam {encoding}; simpan ulang sebagai UTF-8"),
            Self::En => format!("the document is not text in {encoding}; save it again as UTF-8"),
        }
    }

    /// A syntax error of JSON.
    pub fn import_not_json(self, line: usize, column: usize) -> String {
        match self {
            Self::Id => format!("bukan JSON: baris {line}, kolom {column} tidak terbaca"),
            Self::En => format!("not JSON: line {line}, column {column} cannot be read"),
        }
    }

    /// A field that occurs twice.
    pub fn import_field_twice(self, line: usize) -> String {
        match self {
            Self::Id => format!("isian yang sama tertulis dua kali dalam satu catatan (baris {line})"),
            Self::En => format!("a record has the same field twice (line {line})"),
        }
    }

    /// A document that is nested too deeply.
    pub fn import_document_too_deep(self, limit: usize) -> String {
        match self {
            Self::Id => format!("dokumen ini bersarang lebih dari {limit} tingkat"),
            Self::En => format!("the document is nested more than {limit} levels deep"),
        }
    }

    /// A document with too many values.
    pub fn import_too_many_values(self, limit: usize) -> String {
        match self {
            Self::Id => format!("dokumen ini berisi lebih dari {limit} nilai"),
            Self::En => format!("the document has more than {limit} values"),
        }
    }

    /// Rows with too many columns.
    pub fn import_too_many_columns(self, limit: usize) -> String {
        match self {
            Self::Id => format!("catatannya memakai lebih dari {limit} isian yang berbeda"),
            Self::En => format!("its records have more than {limit} different fields"),
        }
    }

    /// A path of rows that leads nowhere.
    pub fn import_no_json_rows_at(self, path: &str) -> String {
        match self {
            Self::Id => format!("tidak ada daftar di “{path}”"),
            Self::En => format!("there is no list at “{path}”"),
        }
    }

    /// A syntax error of XML.
    pub fn import_not_xml(self, line: usize) -> String {
        match self {
            Self::Id => format!("bukan XML: baris {line} tidak terbaca"),
            Self::En => format!("not XML: line {line} cannot be read"),
        }
    }

    /// An element without its end.
    pub fn import_unclosed_element(self, name: &str, line: usize) -> String {
        match self {
            Self::Id => format!("dokumen berakhir sebelum <{name}> dari baris {line} ditutup"),
            Self::En => format!("the document ends before the <{name}> of line {line} is closed"),
        }
    }

    /// An element with too many attributes.
    pub fn import_too_many_attributes(self, limit: usize, line: usize) -> String {
        match self {
            Self::Id => format!("sebuah elemen di baris {line} punya lebih dari {limit} atribut"),
            Self::En => format!("an element in line {line} has more than {limit} attributes"),
        }
    }

    /// Another kind of XML.
    pub fn import_other_root(self, name: &str) -> String {
        match self {
            Self::Id => format!("XML ini bukan risalah yang dikenal: isinya <{name}>"),
            Self::En => format!("this XML is no transcript that is known: it has a <{name}>"),
        }
    }

    /// A place in a document.
    pub fn import_line(self, number: usize) -> String {
        match self {
            Self::Id => format!("baris {number}"),
            Self::En => format!("line {number}"),
        }
    }

    /// A membership of an unknown person.
    pub fn import_membership_of_nobody(self, person: &str) -> String {
        match self {
            Self::Id => format!("keanggotaan orang yang tidak ada: “{person}”"),
            Self::En => format!("a membership of a person who is not there: “{person}”"),
        }
    }

    /// A reference to an unknown organization.
    pub fn import_unknown_organization(self, id: &str) -> String {
        match self {
            Self::Id => format!("organisasi “{id}” tidak ada dalam dokumen"),
            Self::En => format!("the organization “{id}” is not in the document"),
        }
    }

    /// Fields without a place in the format.
    pub fn import_kept_as_custom(self, names: &str) -> String {
        match self {
            Self::Id => format!("disimpan sebagai isian x-: {names}"),
            Self::En => format!("kept as x- fields: {names}"),
        }
    }

    /// Entities of a document.
    pub fn import_entities_kept(self, names: &str) -> String {
        match self {
            Self::Id => format!("entitas ditulis apa adanya, tidak diuraikan: {names}"),
            Self::En => format!("entities are left as they are, not expanded: {names}"),
        }
    }

    /// A calendar that is cut off.
    pub fn import_unclosed_component(self, name: &str) -> String {
        match self {
            Self::Id => format!("{name} belum ditutup; kalender ini terpotong"),
            Self::En => format!("{name} is not closed; the calendar is cut off"),
        }
    }

    /// Parts of a document that were not taken.
    pub fn import_not_taken(self, names: &str) -> String {
        match self {
            Self::Id => format!("tidak diambil: {names}"),
            Self::En => format!("not taken: {names}"),
        }
    }

    /// People who are only listed.
    pub fn import_people_who_do_not_speak(self, count: usize) -> String {
        match self {
            Self::Id => format!("orang yang hanya terdaftar dan tidak berbicara: {count}"),
            Self::En => format!("people who are only listed and do not speak: {count}"),
        }
    }

    /// Speakers who are not listed.
    pub fn import_speakers_by_label(self, count: usize) -> String {
        match self {
            Self::Id => format!("pembicara yang hanya dikenal dari sebutannya dalam risalah: {count}"),
            Self::En => format!("speakers who are known only by how the transcript names them: {count}"),
        }
    }

    /// Speakers whose list is in another file.
    pub fn import_speakers_by_id(self, count: usize) -> String {
        match self {
            Self::Id => format!(
                "pembicara yang hanya dikenal dari kodenya: {count}; impor daftar orangnya (listPerson) sebelum risalahnya"
            ),
            Self::En => format!(
                "speakers who are known only by their ids: {count}; import their list (listPerson) before the transcript"
            ),
        }
    }

    /// Other files that a document includes.
    pub fn import_not_included(self, names: &str) -> String {
        match self {
            Self::Id => format!("berkas lain tidak ikut dibaca; impor juga: {names}"),
            Self::En => format!("other files are not read; import them, too: {names}"),
        }
    }

    /// A date that cannot be read.
    pub fn import_unreadable_date(self, value: &str) -> String {
        match self {
            Self::Id => format!("tanggal tidak terbaca: “{value}”"),
            Self::En => format!("a date that cannot be read: “{value}”"),
        }
    }
}
