//! The words of counts: what is counted, by what, and how much there is in all.

use super::{Both, Lang};

/// Something that is counted, in the singular and the plural.
#[derive(Debug, Clone, Copy)]
pub struct Counted {
    /// The word in Indonesian, which has one form.
    pub id: &'static str,
    /// One, in English.
    pub one: &'static str,
    /// Several, in English.
    pub several: &'static str,
}

/// Visits.
pub const VISITS: Counted = Counted { id: "kunjungan", one: "visit", several: "visits" };
/// People and groups, each once.
pub const PEOPLE: Counted = Counted { id: "peserta", one: "person", several: "people" };
/// Stops.
pub const STOPS: Counted = Counted { id: "persinggahan", one: "stop", several: "stops" };
/// Statements.
pub const STATEMENTS: Counted = Counted { id: "pernyataan", one: "statement", several: "statements" };
/// Places, each once.
const PLACES: Counted = Counted { id: "tempat", one: "place", several: "places" };
/// Participants of visits.
const PARTICIPATIONS: Counted =
    Counted { id: "keikutsertaan", one: "participation", several: "participations" };

impl Lang {
    /// `12 visits`, `1 visit`, `no visits`.
    pub fn counted(self, count: usize, what: Counted) -> String {
        match (self, count) {
            (Self::Id, 0) => format!("tanpa {}", what.id),
            (Self::Id, _) => format!("{} {}", self.number(count), what.id),
            (Self::En, 0) => format!("no {}", what.several),
            (Self::En, 1) => format!("1 {}", what.one),
            (Self::En, _) => format!("{} {}", self.number(count), what.several),
        }
    }

    /// What a table counts by what.
    pub fn counted_by(self, what: Counted, by: Both, across: Option<Both>) -> String {
        let facts = [Some(by), across].into_iter().flatten().map(|by| by.get(self));
        match self {
            Self::Id => format!("{} menurut {}", what.id, facts.collect::<Vec<_>>().join(" dan ")),
            Self::En => format!("{} by {}", what.several, facts.collect::<Vec<_>>().join(" and ")),
        }
    }

    /// How many there are in all, and in how many visits.
    pub fn counted_in_all(self, count: usize, what: Counted, visits: usize) -> String {
        let counted = self.counted(count, what);
        match self {
            Self::Id => format!("{counted} dalam {}", self.counted(visits, VISITS)),
            Self::En => format!("{counted} in {}", self.counted(visits, VISITS)),
        }
    }

    /// That there is nothing of what was to be counted.
    pub fn nothing_counted(self, what: Counted) -> String {
        match self {
            Self::Id => format!("Tidak ada {} untuk dihitung; pilih yang lain dengan --count.", what.id),
            Self::En => {
                format!("There are no {} to count; choose something else with --count.", what.several)
            }
        }
    }

    /// How much there is in what was read: visits, people, stops and statements.
    pub fn much_in_all(self, counts: [(usize, Counted); 4]) -> String {
        let counts = counts.map(|(count, what)| self.counted(count, what)).join(", ");
        match self {
            Self::Id => format!("Seluruhnya: {counts}."),
            Self::En => format!("In all: {counts}."),
        }
    }

    /// How many stops, and at how many places if that is another number.
    pub fn stops_at_places(self, stops: usize, places: usize) -> String {
        let stops_said = self.number(stops);
        match self {
            _ if stops == places => stops_said,
            Self::Id => format!("{stops_said} di {}", self.counted(places, PLACES)),
            Self::En => format!("{stops_said} at {}", self.counted(places, PLACES)),
        }
    }

    /// How many people, and how often they take part if that is another number.
    pub fn people_taking_part(self, people: usize, participations: usize) -> String {
        let people_said = self.number(people);
        if people == participations {
            return people_said;
        }
        format!("{people_said} ({})", self.counted(participations, PARTICIPATIONS))
    }

    /// How many amounts are not in a sum, because they are no numbers.
    pub fn amounts_left_out(self, count: usize) -> String {
        match (self, count) {
            (Self::Id, _) => format!("tanpa {count} jumlah yang bukan angka pasti"),
            (Self::En, 1) => "without 1 amount that is no certain number".to_owned(),
            (Self::En, _) => format!("without {count} amounts that are no certain numbers"),
        }
    }
}
