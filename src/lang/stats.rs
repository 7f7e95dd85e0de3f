//! The words of counts: what is counted, by what, and how much there is in all.

use super::counted::{Counted, VISITS};
use super::{Both, Lang};

/// Places, each once, at however many stops.
const PLACES: Counted = Counted { id: "tempat", one: "place", several: "places" };
/// Participants of visits, once for each visit.
const PARTICIPATIONS: Counted =
    Counted { id: "keikutsertaan", one: "participation", several: "participations" };

impl Lang {
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

    /// How much there is in what was read: visits, participants, stops and statements.
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

    /// How many participants, and how often they take part if that is another number.
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
