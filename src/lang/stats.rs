//! Messages of the statistics.

use super::counted::{Counted, VISITS};
use super::{Both, Lang};

/// Distinct places of stops.
const PLACES: Counted = Counted { id: "tempat", one: "place", several: "places" };
/// Participations in visits; a person may have several.
const PARTICIPATIONS: Counted =
    Counted { id: "keikutsertaan", one: "participation", several: "participations" };

impl Lang {
    /// The title of a table.
    pub fn counted_by(self, what: Counted, by: Both, across: Option<Both>) -> String {
        let facts = [Some(by), across].into_iter().flatten().map(|by| by.get(self));
        match self {
            Self::Id => format!("{} menurut {}", what.id, facts.collect::<Vec<_>>().join(" dan ")),
            Self::En => format!("{} by {}", what.several, facts.collect::<Vec<_>>().join(" and ")),
        }
    }

    /// The number of all records, and of their visits.
    pub fn counted_in_all(self, count: usize, what: Counted, visits: usize) -> String {
        let counted = self.counted(count, what);
        match self {
            Self::Id => format!("{counted} dalam {}", self.counted(visits, VISITS)),
            Self::En => format!("{counted} in {}", self.counted(visits, VISITS)),
        }
    }

    /// There is nothing to count.
    pub fn nothing_counted(self, what: Counted) -> String {
        match self {
            Self::Id => format!("Tidak ada {} untuk dihitung; pilih yang lain dengan --count.", what.id),
            Self::En => {
                format!("There are no {} to count; choose something else with --count.", what.several)
            }
        }
    }

    /// The number of all visits, participants, stops and statements.
    pub fn record_counts(self, counts: [(usize, Counted); 4]) -> String {
        let counts = counts.map(|(count, what)| self.counted(count, what)).join(", ");
        match self {
            Self::Id => format!("Seluruhnya: {counts}."),
            Self::En => format!("In all: {counts}."),
        }
    }

    /// The number of stops, and of their places if that differs.
    pub fn stops_at_places(self, stops: usize, places: usize) -> String {
        let stop_count = self.number(stops);
        match self {
            _ if stops == places => stop_count,
            Self::Id => format!("{stop_count} di {}", self.counted(places, PLACES)),
            Self::En => format!("{stop_count} at {}", self.counted(places, PLACES)),
        }
    }

    /// The number of people, and of their participations if that differs.
    pub fn people_taking_part(self, people: usize, participations: usize) -> String {
        let people_count = self.number(people);
        if people == participations {
            return people_count;
        }
        format!("{people_count} ({})", self.counted(participations, PARTICIPATIONS))
    }

    /// The number of amounts that are not numbers and so are not part of a sum.
    pub fn amounts_left_out(self, count: usize) -> String {
        match (self, count) {
            (Self::Id, _) => format!("tanpa {count} jumlah yang bukan angka pasti"),
            (Self::En, 1) => "without 1 amount that is not an exact number".to_owned(),
            (Self::En, _) => format!("without {count} amounts that are not exact numbers"),
        }
    }
}
