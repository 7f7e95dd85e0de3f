//! What the columns of sheets can hold, by kind of row: the fields that people enter, and further ones of our own exports.

use std::collections::HashMap;

use crate::entry::{Field, Input, Kind, Words};
use crate::text::{fold, named_enum};

named_enum! {
    /// What a row of a sheet describes.
    #[derive(PartialOrd, Ord)]
    pub enum RowKind {
        /// A visit.
        Visits = "visits",
        /// An organization in a visit.
        Organizations = "organizations",
        /// A person or a group in a visit.
        Participants = "participants",
        /// A stop of a visit.
        Stops = "stops",
        /// What somebody said.
        Statements = "statements",
        /// An outcome of a visit.
        Outcomes = "outcomes",
        /// A photo, a recording or a document of a visit.
        Media = "media",
        /// An expense of a visit.
        Expenses = "expenses",
        /// A source of a visit.
        Sources = "sources",
        /// A note on a visit.
        Notes = "notes",
    }
}

/// How a cell is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Takes {
    /// A text.
    Text,
    /// Several texts: on lines of their own, numbered, or between semicolons.
    Texts,
    /// A whole number.
    Count,
    /// A number with decimals.
    Decimal,
    /// A date, or a period.
    Date,
    /// A word of a vocabulary.
    Word(Words),
    /// There is a rule for this column.
    Rule,
    /// It follows from other columns, so it is not taken.
    Derived,
}

/// A column that a kind of row can have.
#[derive(Debug, Clone)]
pub(super) struct Column {
    /// The name of the field; a dot leads into a record.
    pub(super) name: &'static str,
    pub(super) takes: Takes,
    /// The headings, in plain words.
    headings: Vec<String>,
}

impl Column {
    fn new(name: &'static str, takes: Takes, headings: impl IntoIterator<Item = &'static str>) -> Self {
        let headings = headings.into_iter().chain([name]).map(plain).collect();
        Self { name, takes, headings }
    }

    fn of(field: &'static Field) -> Self {
        let takes = match field.input {
            Input::Text | Input::Lines => Takes::Text,
            Input::Texts | Input::Topics => Takes::Texts,
            Input::Number => Takes::Count,
            Input::Decimal => Takes::Decimal,
            Input::Date => Takes::Date,
            Input::Word(words) => Takes::Word(words),
            Input::Visit | Input::People | Input::Organizations | Input::Stops | Input::Source => Takes::Rule,
        };
        let takes = if RULED.contains(&field.name) { Takes::Rule } else { takes };
        Self::new(field.name, takes, field.headings())
    }

    /// Whether a heading in plain words means it but for one letter.
    pub(super) fn is_nearly_headed(&self, heading: &str) -> bool {
        /// Shorter headings have neighbours by chance.
        const SHORTEST: usize = 6;
        let is_long = heading.chars().count() >= SHORTEST;
        is_long && self.headings.iter().any(|known| strsim::damerau_levenshtein(known, heading) == 1)
    }
}

/// The columns that a kind of row can have, by their headings.
#[derive(Debug)]
pub(super) struct Columns {
    pub(super) list: Vec<Column>,
    by_heading: HashMap<String, Vec<usize>>,
}

impl Columns {
    /// The columns that a heading in plain words means.
    pub(super) fn headed<'k>(&'k self, heading: &str) -> impl Iterator<Item = &'k Column> + use<'k> {
        self.by_heading.get(heading).into_iter().flatten().filter_map(|at| self.list.get(*at))
    }
}

/// Fields of entries that a sheet states in other ways.
const RULED: &[&str] = &["id", "count", "url", "publisher", "locator"];

/// A heading in plain words: without case, accents and signs.
pub(super) fn plain(heading: &str) -> String {
    let spaced: String = fold(heading).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl RowKind {
    /// The columns.
    pub(super) fn columns(self) -> Columns {
        let entered = self.kind().map(Kind::fields).unwrap_or_default();
        let of_a_visit = if self == Self::Visits { &[][..] } else { OF_A_VISIT };
        let further = self.further().iter().chain(of_a_visit).chain(SHARED);
        // The headings of entries come first.
        let mut columns: Vec<Column> = entered.iter().map(Column::of).collect();
        for (name, takes, headings) in further {
            if columns.iter().all(|column| column.name != *name) {
                columns.push(Column::new(name, *takes, headings.iter().copied()));
            }
        }
        let mut by_heading: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, column) in columns.iter().enumerate() {
            for heading in &column.headings {
                by_heading.entry(heading.clone()).or_default().push(at);
            }
        }
        Columns { list: columns, by_heading }
    }

    /// The kind of record that people enter elsewhere, too.
    pub(super) fn kind(self) -> Option<Kind> {
        match self {
            Self::Visits => Some(Kind::Visit),
            Self::Stops => Some(Kind::Stop),
            Self::Participants => Some(Kind::Person),
            Self::Statements => Some(Kind::Statement),
            _ => None,
        }
    }

    /// Columns that people do not enter elsewhere.
    fn further(self) -> &'static [Further] {
        match self {
            Self::Visits => VISITS,
            Self::Organizations => ORGANIZATIONS,
            Self::Participants => PARTICIPANTS,
            Self::Stops => STOPS,
            Self::Statements => STATEMENTS,
            Self::Outcomes => OUTCOMES,
            Self::Media => MEDIA,
            Self::Expenses => EXPENSES,
            Self::Sources => SOURCES,
            Self::Notes => NOTES,
        }
    }

    /// The list of a visit that holds the records.
    pub(super) fn list(self) -> &'static str {
        if self == Self::Stops { "itinerary" } else { self.name() }
    }

    /// The columns of which a row needs one.
    pub(super) fn needs(self) -> &'static [&'static str] {
        match self {
            Self::Visits => &["title", "visitor", "objectives"],
            Self::Organizations | Self::Stops => &["name"],
            Self::Participants => &["name", "post", "organization"],
            Self::Statements | Self::Outcomes | Self::Notes => &["text"],
            Self::Media => &["title", "url", "path"],
            Self::Expenses => &["amount"],
            Self::Sources => &["id", "title", "url"],
        }
    }

    /// The kind that the name of a sheet means.
    pub(super) fn of_sheet(name: &str) -> Option<Self> {
        let name = plain(name);
        Self::ALL.into_iter().find(|kind| kind.name() == name || kind.sheets().contains(&name.as_str()))
    }

    fn sheets(self) -> &'static [&'static str] {
        match self {
            Self::Visits => &["visit", "kunjungan", "data kunjungan"],
            Self::Organizations => &["organization", "organisasi", "instansi", "lembaga"],
            Self::Participants => &["participant", "people", "peserta", "orang", "daftar hadir"],
            Self::Stops => &["stop", "itinerary", "tempat", "lokasi", "persinggahan"],
            Self::Statements => &["statement", "quotes", "pernyataan", "kutipan"],
            Self::Outcomes => &["outcome", "hasil", "tindak lanjut"],
            Self::Media => &["foto", "dokumentasi"],
            Self::Expenses => &["expense", "biaya"],
            Self::Sources => &["source", "sumber"],
            Self::Notes => &["note", "catatan"],
        }
    }
}

/// The name, how a cell is read, and the headings.
type Further = (&'static str, Takes, &'static [&'static str]);

/// Columns that rows of all kinds can have.
const SHARED: &[Further] = &[
    ("number", Takes::Derived, &["no", "nomor", "no urut", "nomor urut", "nr"]),
    ("file", Takes::Derived, &[]),
    ("line", Takes::Derived, &[]),
];

/// Columns by which a row names its visit.
const OF_A_VISIT: &[Further] = &[
    ("visit", Takes::Rule, &["kunjungan", "id kunjungan"]),
    ("visit_title", Takes::Rule, &["judul kunjungan"]),
    (
        "visit_date",
        Takes::Rule,
        &[
            "tanggal kunjungan",
            "date of the visit",
            "tanggal",
            "tgl",
            "hari tanggal",
            "hari tgl",
            "hari dan tanggal",
            "date",
        ],
    ),
];

const VISITS: &[Further] = &[
    (
        "time",
        Takes::Rule,
        &["jam", "pukul", "waktu", "waktu kunjungan", "waktu pelaksanaan", "jam kunjungan"],
    ),
    ("organizations", Takes::Rule, &["organisasi", "instansi terkait"]),
    ("outcomes", Takes::Rule, &["tindak lanjut", "kesepakatan", "follow up"]),
];

const STOPS: &[Further] = &[
    ("time", Takes::Rule, &["time", "waktu", "jam", "pukul"]),
    ("organization_name", Takes::Rule, &["nama instansi"]),
    ("place.id", Takes::Text, &["place_id"]),
    ("place.coordinates.precision_m", Takes::Decimal, &["precision_m"]),
    ("statements", Takes::Derived, &[]),
];

const PARTICIPANTS: &[Further] = &[
    ("organization_name", Takes::Rule, &["nama instansi"]),
    ("identifiers", Takes::Rule, &[]),
    ("same_as", Takes::Texts, &[]),
    ("agent", Takes::Derived, &[]),
    ("statements", Takes::Derived, &[]),
];

const ORGANIZATIONS: &[Further] = &[
    ("id", Takes::Rule, &["kode"]),
    ("name", Takes::Text, &["nama", "nama instansi", "nama organisasi", "instansi", "organisasi", "lembaga"]),
    ("other_names", Takes::Texts, &["nama lain", "singkatan"]),
    ("classification", Takes::Word(Words::Classification), &["jenis"]),
    ("role", Takes::Rule, &["peran"]),
    ("parent", Takes::Rule, &["induk", "instansi induk"]),
    ("parent_name", Takes::Rule, &[]),
    ("place.id", Takes::Text, &["place_id"]),
    ("place.address", Takes::Text, &["address", "alamat"]),
    ("place.locality", Takes::Text, &["locality", "kota", "kabupaten", "kab kota"]),
    ("place.region", Takes::Text, &["region", "provinsi"]),
    ("place.country", Takes::Text, &["country", "negara"]),
    ("place.coordinates.latitude", Takes::Decimal, &["latitude", "lintang"]),
    ("place.coordinates.longitude", Takes::Decimal, &["longitude", "bujur"]),
    ("place.coordinates.precision_m", Takes::Decimal, &["precision_m"]),
    ("identifiers", Takes::Rule, &[]),
    ("same_as", Takes::Texts, &[]),
    ("city", Takes::Derived, &[]),
    ("statements", Takes::Derived, &[]),
];

const STATEMENTS: &[Further] = &[
    ("speaker_name", Takes::Rule, &[]),
    ("post", Takes::Rule, &["jabatan", "jabatan pembicara"]),
    ("organization", Takes::Rule, &["instansi", "lembaga"]),
    ("delivered_by", Takes::Rule, &["dibacakan oleh"]),
    ("interpreted_by", Takes::Rule, &["juru bahasa"]),
    ("on_behalf_of", Takes::Rule, &["atas nama"]),
    ("audience", Takes::Rule, &["pendengar", "hadirin"]),
    ("stop_name", Takes::Rule, &[]),
    ("translations", Takes::Rule, &["terjemahan"]),
    ("variant_of", Takes::Text, &[]),
    ("reference", Takes::Derived, &[]),
    ("agent", Takes::Derived, &[]),
];

const OUTCOMES: &[Further] = &[
    ("id", Takes::Rule, &["kode"]),
    ("text", Takes::Text, &["hasil", "uraian", "tindak lanjut", "kesepakatan"]),
    ("type", Takes::Text, &["jenis"]),
    ("parties", Takes::Rule, &["para pihak", "pihak"]),
    ("date", Takes::Date, &["tanggal"]),
    ("responsible", Takes::Texts, &["penanggung jawab", "pic"]),
    ("due", Takes::Date, &["tenggat", "batas waktu"]),
    ("value", Takes::Text, &["nilai"]),
    ("unit", Takes::Text, &["satuan"]),
    ("status", Takes::Text, &[]),
    ("stop", Takes::Rule, &["tempat", "lokasi"]),
    ("stop_name", Takes::Rule, &[]),
    ("sources", Takes::Rule, &["sumber"]),
];

const MEDIA: &[Further] = &[
    ("id", Takes::Rule, &["kode"]),
    ("type", Takes::Text, &["jenis"]),
    ("title", Takes::Text, &["judul", "keterangan"]),
    ("url", Takes::Text, &["tautan", "link"]),
    ("path", Takes::Text, &["berkas", "nama berkas"]),
    ("credit", Takes::Text, &["kredit", "fotografer"]),
    ("stop", Takes::Rule, &["tempat", "lokasi"]),
    ("stop_name", Takes::Rule, &[]),
    ("license", Takes::Text, &["lisensi"]),
];

const EXPENSES: &[Further] = &[
    ("amount", Takes::Rule, &["jumlah", "biaya", "nominal", "nilai"]),
    ("currency", Takes::Text, &["mata uang"]),
    ("note", Takes::Text, &["keterangan", "uraian"]),
    ("sources", Takes::Rule, &["sumber"]),
];

const SOURCES: &[Further] = &[
    ("id", Takes::Rule, &["kode"]),
    ("type", Takes::Text, &["jenis"]),
    ("title", Takes::Text, &["judul"]),
    ("publisher", Takes::Text, &["penerbit"]),
    ("author", Takes::Text, &["penulis"]),
    ("date", Takes::Date, &["tanggal", "tanggal terbit"]),
    ("url", Takes::Text, &["tautan", "link"]),
    ("archive_url", Takes::Text, &["tautan arsip"]),
    ("accessed", Takes::Date, &["tanggal akses", "diakses"]),
    ("language", Takes::Text, &["bahasa"]),
    ("license", Takes::Text, &["lisensi"]),
    ("sha256", Takes::Text, &[]),
    ("path", Takes::Text, &["berkas"]),
];

const NOTES: &[Further] = &[
    ("type", Takes::Text, &["jenis"]),
    ("about", Takes::Rule, &["tentang"]),
    ("text", Takes::Text, &["catatan", "isi", "teks"]),
    ("sources", Takes::Rule, &["sumber"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_column_is_there_twice() {
        for kind in RowKind::ALL {
            let columns = kind.columns().list;
            let mut names: Vec<&str> = columns.iter().map(|column| column.name).collect();
            names.sort_unstable();
            let all = names.len();
            names.dedup();
            assert_eq!(names.len(), all, "{kind:?}: {names:?}");
        }
    }
}
