//! The words for what is counted, for facts, for gaps and for measures.

use super::compare::Measure;
use super::gap::Gap;
use super::overview::Totals;
use super::query::{CountBy, CountQuery, CountUnit};
use super::timeline::StopTime;
use crate::lang::{Both, Counted, Lang, PARTICIPANTS, STATEMENTS, STOPS, VISITS};
use crate::text::capitalize;

impl CountUnit {
    /// The noun for its records.
    pub fn counted(self) -> Counted {
        match self {
            Self::Visit => VISITS,
            Self::Person => PARTICIPANTS,
            Self::Stop => STOPS,
            Self::Statement => STATEMENTS,
        }
    }
}

impl CountUnit {
    /// Its name for programs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Visit => "visit",
            Self::Person => "person",
            Self::Stop => "stop",
            Self::Statement => "statement",
        }
    }
}

impl StopTime {
    /// Its time of day: `08.30–10.00`; empty if it is not known.
    pub fn clock(&self, lang: Lang) -> String {
        let times: Vec<String> =
            [self.from, self.to].into_iter().flatten().map(|it| clock(it, lang)).collect();
        times.join("–")
    }
}

/// A minute of the day: `08.30` in Indonesian, `08:30` in English.
pub fn clock(minute: u16, lang: Lang) -> String {
    let dot = if lang == Lang::Id { '.' } else { ':' };
    format!("{:02}{dot}{:02}", minute / 60, minute % 60)
}

impl CountBy {
    /// Its name for programs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Visit => "visit",
            Self::Stop => "stop",
            Self::Person => "person",
            Self::Organization => "organization",
            Self::Host => "host",
            Self::Visitor => "visitor",
            Self::Pair => "pair",
            Self::City => "city",
            Self::Country => "country",
            Self::Status => "status",
            Self::Kind => "kind",
            Self::Classification => "classification",
            Self::Year => "year",
            Self::Month => "month",
            Self::Topic => "topic",
        }
    }

    /// The noun for its values.
    pub fn noun(self) -> Both {
        let (id, en) = match self {
            Self::Visit => ("kunjungan", "visit"),
            Self::Stop => ("lokasi", "stop"),
            Self::Person => ("peserta", "participant"),
            Self::Organization => ("organisasi", "organization"),
            Self::Host => ("tuan rumah", "host"),
            Self::Visitor => ("tamu", "visitor"),
            Self::Pair => ("tamu → tuan rumah", "visitor → host"),
            Self::City => ("kota", "city"),
            Self::Country => ("negara", "country"),
            Self::Status => ("status", "status"),
            Self::Kind => ("jenis", "type"),
            Self::Classification => ("klasifikasi", "classification"),
            Self::Year => ("tahun", "year"),
            Self::Month => ("bulan", "month"),
            Self::Topic => ("topik", "topic"),
        };
        Both { id, en }
    }

    /// The label for records without a value.
    pub fn missing(self, unit: CountUnit, lang: Lang) -> &'static str {
        let m = lang.messages();
        let both = match self {
            Self::Person if unit == CountUnit::Statement => return m.speaker_not_stated,
            Self::Stop => return m.stop_not_stated,
            Self::Year | Self::Month => return m.date_not_stated,
            Self::Visit | Self::Kind | Self::Classification | Self::Status => return m.not_stated,
            Self::Person => Both { id: "peserta tidak disebut", en: "no participant stated" },
            Self::Organization => Both { id: "organisasi tidak disebut", en: "no organization stated" },
            Self::Host => Both { id: "tuan rumah tidak disebut", en: "no host stated" },
            Self::Visitor => Both { id: "tamu tidak disebut", en: "no visitor stated" },
            Self::Pair => {
                Both { id: "tamu atau tuan rumah tidak disebut", en: "no visitor or no host stated" }
            }
            Self::City => Both { id: "kota tidak diketahui", en: "no city known" },
            Self::Country => Both { id: "negara tidak diketahui", en: "no country known" },
            Self::Topic => Both { id: "topik tidak disebut", en: "no topic stated" },
        };
        both.get(lang)
    }
}

impl CountQuery {
    /// The title of its table: `Visits by host and year`.
    pub fn title(self, lang: Lang) -> String {
        capitalize(&lang.counted_by(self.unit.counted(), self.by.noun(), self.across.map(CountBy::noun)))
    }
}

impl Totals {
    /// The numbers of visits, participants, stops and statements, as a sentence.
    pub fn in_words(self, lang: Lang) -> String {
        lang.record_counts(&[
            self.visits_in_words(lang),
            lang.counted(self.people, PARTICIPANTS),
            lang.counted(self.stops, STOPS),
            lang.counted(self.statements, STATEMENTS),
        ])
    }

    /// The number of visits, and how many of them were called off.
    pub fn visits_in_words(self, lang: Lang) -> String {
        lang.visits_and_called_off(self.visits, self.called_off)
    }
}

impl Gap {
    /// What is lacking, after “without”.
    pub fn noun(self) -> Both {
        let (id, en) = match self {
            Self::Day => ("hari yang pasti", "an exact day"),
            Self::Source => ("sumber", "a source"),
            Self::Host => ("tuan rumah", "a host"),
            Self::Visitor => ("tamu", "a visitor"),
            Self::Stop => ("lokasi", "a stop"),
            Self::Statement => ("pernyataan", "a statement"),
            Self::Speaker => ("pembicara", "a speaker"),
            Self::Coordinates => ("koordinat", "coordinates"),
        };
        Both { id, en }
    }

    /// Its name for programs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Source => "source",
            Self::Host => "host",
            Self::Visitor => "visitor",
            Self::Stop => "stop",
            Self::Statement => "statement",
            Self::Speaker => "speaker",
            Self::Coordinates => "coordinates",
        }
    }
}

impl Measure {
    /// Its label.
    pub fn label(self, lang: Lang) -> &'static str {
        let (id, en) = match self {
            Self::Visits => ("Kunjungan", "Visits"),
            Self::FirstVisit => ("Kunjungan pertama", "First visit"),
            Self::LastVisit => ("Kunjungan terakhir", "Last visit"),
            Self::People => ("Peserta", "Participants"),
            Self::Stops => ("Lokasi", "Stops"),
            Self::Places => ("Tempat berbeda", "Distinct places"),
            Self::Statements => ("Pernyataan", "Statements"),
            Self::Quotes => ("Kutipan", "Quotes"),
            Self::TopHost => ("Tuan rumah tersering", "Most frequent host"),
            Self::TopVisitor => ("Tamu tersering", "Most frequent visitor"),
            Self::TopPlace => ("Tempat tersering", "Most frequent place"),
            Self::TopSpeaker => ("Pembicara tersering", "Most frequent speaker"),
            Self::TopTopic => ("Topik tersering", "Most frequent topic"),
        };
        Both { id, en }.get(lang)
    }
}
