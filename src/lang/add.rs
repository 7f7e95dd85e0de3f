//! Messages of `lawat add`, and the first steps.

use super::{Lang, VISITS};
use crate::model::RecordKind;

impl Lang {
    /// The title above the questions for a new record.
    pub fn new_record(self, kind: RecordKind) -> &'static str {
        match (self, kind) {
            (Self::Id, RecordKind::Visit) => "Kunjungan baru",
            (Self::Id, RecordKind::Stop) => "Lokasi baru",
            (Self::Id, RecordKind::Participant) => "Orang baru",
            (Self::Id, RecordKind::Organization) => "Organisasi baru",
            (Self::Id, RecordKind::Statement) => "Pernyataan baru",
            (Self::En, RecordKind::Visit) => "New visit",
            (Self::En, RecordKind::Stop) => "New stop",
            (Self::En, RecordKind::Participant) => "New person",
            (Self::En, RecordKind::Organization) => "New organization",
            (Self::En, RecordKind::Statement) => "New statement",
        }
    }

    /// The keys while questions are asked.
    pub fn question_keys(self) -> &'static str {
        match self {
            Self::Id => "Enter lanjut (boleh kosong) · Tab melengkapi · ↑ kembali · Ctrl-C batal",
            Self::En => "Enter goes on (may be empty) · Tab completes · ↑ goes back · Ctrl-C cancels",
        }
    }

    /// Something must be filled in.
    pub fn is_required(self) -> &'static str {
        match self {
            Self::Id => "wajib",
            Self::En => "required",
        }
    }

    /// How a text of several lines ends.
    pub fn empty_line_ends(self) -> &'static str {
        match self {
            Self::Id => "baris kosong mengakhirinya",
            Self::En => "an empty line ends it",
        }
    }

    /// A name that was typed is not known yet.
    pub fn name_is_new(self) -> &'static str {
        match self {
            Self::Id => "belum dikenal; akan ditambahkan",
            Self::En => "not known yet; will be added",
        }
    }

    /// The question for the visit to which something is added.
    pub fn which_visit(self) -> [&'static str; 2] {
        match self {
            Self::Id => ["Kunjungan", "ketik sebagian judulnya; Enter memilih yang teratas"],
            Self::En => ["Visit", "type a part of its title; Enter takes the first"],
        }
    }

    /// The question whether to write a record, with the file, and its answers.
    pub fn write_to(self, path: &str) -> [String; 2] {
        match self {
            Self::Id => [format!("Tulis ke {path}? (y/t)"), "y ya · t tidak · ↑ kembali".to_owned()],
            Self::En => [format!("Write to {path}? (y/n)"), "y yes · n no · ↑ goes back".to_owned()],
        }
    }

    /// An answer is neither yes nor no.
    pub fn yes_or_no(self) -> &'static str {
        match self {
            Self::Id => "y atau t",
            Self::En => "y or n",
        }
    }

    /// The file does not exist yet.
    pub fn new_file(self) -> &'static str {
        match self {
            Self::Id => "berkas baru",
            Self::En => "new file",
        }
    }

    /// A name that was typed means a known record, in this visit or in this many others.
    pub fn taken_for(self, name: &str, is_in_visit: bool, visits: usize) -> String {
        let visits = self.counted(visits, VISITS);
        match (self, is_in_visit) {
            (Self::Id, true) => format!("{name}: sudah ada di kunjungan ini"),
            (Self::En, true) => format!("{name}: is in this visit"),
            (Self::Id, false) => format!("{name}: dikenal dari {visits}"),
            (Self::En, false) => format!("{name}: known from {visits}"),
        }
    }

    /// A record that is added beside the one that was asked for.
    pub fn added_beside(self, list: &str, name: &str) -> String {
        let list = match (self, list) {
            (Self::Id, "organizations") => "organisasi baru",
            (Self::Id, "participants") => "orang baru",
            (Self::Id, "itinerary") => "lokasi baru",
            (Self::Id, _) => "sumber baru",
            (Self::En, "organizations") => "new organization",
            (Self::En, "participants") => "new person",
            (Self::En, "itinerary") => "new stop",
            (Self::En, _) => "new source",
        };
        format!("{name}: {list}")
    }

    /// A name that is new may be meant for a known one; for scripts, with the remedy.
    pub fn name_like_known(self, typed: &str, known: &str, id: &str) -> String {
        match self {
            Self::Id => format!(
                "“{typed}” belum dikenal, tetapi mirip “{known}”; tulis {id} bila itu yang dimaksud, atau tambahkan --new-names bila memang baru"
            ),
            Self::En => format!(
                "“{typed}” is not known, but “{known}” is; write {id} if that is meant, or add --new-names if it is new"
            ),
        }
    }

    /// The same before the user confirms.
    pub fn similar_to(self, typed: &str, known: &str) -> String {
        match self {
            Self::Id => {
                format!("Apakah “{typed}” sebenarnya “{known}”? Bila ya, kembali dan pilih nama itu.")
            }
            Self::En => format!("Is “{typed}” perhaps “{known}”? If so, go back and choose that name."),
        }
    }

    /// Nothing was written.
    pub fn nothing_written(self) -> &'static str {
        match self {
            Self::Id => "tidak ada yang ditulis",
            Self::En => "nothing was written",
        }
    }

    /// The file changed while questions were asked; they are kept.
    pub fn changed_meanwhile(self, path: &str) -> String {
        match self {
            Self::Id => format!("{path} baru saja diubah dan dibaca lagi; jawaban Anda masih ada"),
            Self::En => {
                format!("{path} has just been changed, and was read again; your answers are still here")
            }
        }
    }

    /// What to do after a visit was added to a file, whose name is given as an argument.
    pub fn after_visit(self, file: &str) -> String {
        match self {
            Self::Id => format!("ditulis; lalu: `lawat add statement{file}`, atau buka dengan `lawat{file}`"),
            Self::En => format!("written; next: `lawat add statement{file}`, or open it with `lawat{file}`"),
        }
    }

    /// What to do after another record was added.
    pub fn after_record(self, file: &str) -> String {
        match self {
            Self::Id => {
                format!("ditulis; periksa dengan `lawat check{file}`, atau buka dengan `lawat{file}`")
            }
            Self::En => format!("written; check it with `lawat check{file}`, or open it with `lawat{file}`"),
        }
    }

    /// There is no visit to which something could be added.
    pub fn no_visit_yet(self, path: &str) -> String {
        match self {
            Self::Id => {
                format!("{path} belum punya kunjungan yang dapat dipakai; mulai dengan `lawat add visit`")
            }
            Self::En => format!("{path} has no visit that can be used yet; start with `lawat add visit`"),
        }
    }

    /// How to begin, when there are no records but perhaps the example; with the key of the help.
    pub fn first_steps(self, has_example: bool, help: &str) -> String {
        let steps = self.three_ways();
        match (self, has_example) {
            (Self::Id, true) => {
                format!("Ini contoh bawaan, satu kunjungan nyata; {help} menampilkan bantuan. {steps}")
            }
            (Self::En, true) => {
                format!("This is the built-in example, a real visit; {help} shows the help. {steps}")
            }
            (Self::Id, false) => format!("Belum ada catatan. {steps}"),
            (Self::En, false) => format!("There are no records yet. {steps}"),
        }
    }

    /// The three ways to records of one's own.
    pub fn three_ways(self) -> &'static str {
        match self {
            Self::Id => {
                "Mulai dengan catatan sendiri: `lawat draft ARTIKEL` dari teks berita, `lawat add visit` dengan tanya jawab, \
                 `lawat import LEMBAR` dari tabel."
            }
            Self::En => {
                "Begin your own records: `lawat draft ARTICLE` from a news text, `lawat add visit` by answering questions, \
                 `lawat import SHEET` from a table."
            }
        }
    }

    /// Records are added to files only.
    pub fn add_needs_a_file(self) -> &'static str {
        match self {
            Self::Id => "catatan hanya dapat ditambahkan ke sebuah berkas",
            Self::En => "records can only be added to a file",
        }
    }
}
