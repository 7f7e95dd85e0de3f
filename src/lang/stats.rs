//! Messages of the statistics.

use super::counted::{Counted, VISITS};
use super::{Both, Lang};

/// Distinct places of stops.
const PLACES: Counted = Counted { id: "tempat", one: "place", several: "places" };
/// Rows and columns of a matrix.
const ROWS: Counted = Counted { id: "baris", one: "row", several: "rows" };
const COLUMNS: Counted = Counted { id: "kolom", one: "column", several: "columns" };
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

    /// The numbers of all visits, participants, stops and statements, each in words, as a sentence.
    pub fn record_counts(self, counts: &[String; 4]) -> String {
        let counts = counts.join(", ");
        match self {
            Self::Id => format!("Seluruhnya: {counts}."),
            Self::En => format!("In all: {counts}."),
        }
    }

    /// A number of visits, and how many of them were called off.
    pub fn visits_and_called_off(self, visits: usize, called_off: usize) -> String {
        let (visits, off) = (self.counted(visits, VISITS), self.number(called_off));
        match self {
            _ if called_off == 0 => visits,
            Self::Id => format!("{visits} ({off} dibatalkan atau ditunda)"),
            Self::En => format!("{visits} ({off} cancelled or postponed)"),
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

    /// How many records lack something: `3 of 12 visits without a source`.
    pub fn lacking(self, count: usize, (total, what): (usize, Counted), lacked: Both) -> String {
        let (count, total) = (self.number(count), self.counted(total, what));
        match self {
            Self::Id => format!("{count} dari {total} tanpa {}", lacked.id),
            Self::En => format!("{count} of {total} without {}", lacked.en),
        }
    }

    /// How many rows or columns are not listed.
    pub fn left_out(self, count: usize) -> String {
        match self {
            Self::Id => format!("dan {} lainnya", self.number(count)),
            Self::En => format!("and {} more", self.number(count)),
        }
    }

    /// A length in kilometres, or in metres if it is short.
    pub fn distance(self, km: f64) -> String {
        let point = if self == Self::Id { ',' } else { '.' };
        match km {
            _ if km < 1.0 => format!("{:.0} m", km * 1000.0),
            _ if km < 10.0 => format!("{km:.1} km").replace('.', &point.to_string()),
            _ => format!("{} km", self.grouped(&format!("{km:.0}"))),
        }
    }

    /// The length of a route through places.
    pub fn route_of(self, km: f64, places: usize) -> String {
        let (length, places) = (self.distance(km), self.counted(places, PLACES));
        match self {
            Self::Id => format!("{length} melalui {places} (garis lurus)"),
            Self::En => format!("{length} through {places} (straight lines)"),
        }
    }

    /// No record has the value of a fact.
    pub fn nothing_has(self, by: Both, value: &str) -> String {
        match self {
            Self::Id => format!("tidak ada {} “{value}” dalam data", by.id),
            Self::En => format!("no {} “{value}” in the data", by.en),
        }
    }

    /// How many rows and columns of a matrix are not listed.
    pub fn left_out_of_matrix(self, rows: usize, columns: usize) -> String {
        let words = [(rows, ROWS), (columns, COLUMNS)].into_iter().filter(|(count, _)| *count > 0);
        let and = if self == Self::Id { " dan " } else { " and " };
        let words: Vec<String> = words.map(|(count, what)| self.counted(count, what)).collect();
        match self {
            Self::Id => format!("{} lainnya tidak tampak", words.join(and)),
            Self::En => format!("{} more are not shown", words.join(and)),
        }
    }

    /// A filter narrows the rows of its pane, but not what is counted.
    pub fn only_in_its_pane(self) -> &'static str {
        Both { id: "hanya di panelnya", en: "only in its pane" }.get(self)
    }

    /// Visits with errors are not part of the views.
    pub fn visits_with_errors_left_out(self) -> &'static str {
        Both { id: "kunjungan dengan kesalahan tidak dihitung", en: "visits with errors are not counted" }
            .get(self)
    }

    /// The view cannot be zoomed.
    pub fn not_zoomable(self) -> &'static str {
        let en = "Only the map and the timeline of several visits can be zoomed.";
        Both { id: "Hanya peta dan garis waktu beberapa kunjungan yang dapat diperbesar.", en }.get(self)
    }

    /// The view is not a map.
    pub fn not_a_map(self) -> &'static str {
        Both {
            id: "Hanya peta yang dapat digeser ke utara dan selatan.",
            en: "Only the map moves north and south.",
        }
        .get(self)
    }

    /// The view is not a matrix.
    pub fn not_a_matrix(self) -> &'static str {
        let en = "Only the matrix has rows and columns to choose.";
        Both { id: "Hanya matriks yang baris dan kolomnya dapat diganti.", en }.get(self)
    }

    /// The places without coordinates.
    pub fn without_coordinates(self, count: usize) -> String {
        let places = self.counted(count, PLACES);
        match self {
            Self::Id => format!("{places} tanpa koordinat"),
            Self::En => format!("{places} without coordinates"),
        }
    }

    /// A place has the position of its city.
    pub fn position_of_city(self, city: &str) -> String {
        match self {
            Self::Id => format!("letak kira-kira, menurut {city}"),
            Self::En => format!("inferred from {city}"),
        }
    }

    /// The same in few words.
    pub fn somewhere_in(self, city: &str) -> String {
        match self {
            Self::Id => format!("kira-kira di {city}"),
            Self::En => format!("somewhere in {city}"),
        }
    }

    /// The places on a map.
    pub fn places_on_map(self, count: usize) -> String {
        let places = self.counted(count, PLACES);
        match self {
            Self::Id => format!("{places} di peta"),
            Self::En => format!("{places} on the map"),
        }
    }

    /// A comparison needs at least two marked values.
    pub fn too_few_marked(self, key: &str) -> String {
        match self {
            Self::Id => format!("Tandai dulu dua baris atau lebih dengan {key}."),
            Self::En => format!("First mark two or more rows with {key}."),
        }
    }

    /// The visits whose year is not known.
    pub fn without_year(self, visits: usize) -> String {
        let visits = self.counted(visits, VISITS);
        match self {
            Self::Id => format!("{visits} yang tahunnya tidak diketahui"),
            Self::En => format!("{visits} of unknown year"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_distances_are_in_metres() {
        for (km, id, en) in
            [(0.4321, "432 m", "432 m"), (5.25, "5,2 km", "5.2 km"), (1234.5, "1.234 km", "1,234 km")]
        {
            assert_eq!((Lang::Id.distance(km).as_str(), Lang::En.distance(km).as_str()), (id, en));
        }
    }
}
