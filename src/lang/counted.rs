//! Messages about what a user has chosen, marked and changed, with its number.

use super::Lang;

impl Lang {
    /// How many statements are marked, in short, and how many more were, but have gone from the records.
    pub fn marked(self, count: usize, gone: usize) -> String {
        let marked = match self {
            Self::Id => format!("✓ {} ditandai", self.number(count)),
            Self::En => format!("✓ {} marked", self.number(count)),
        };
        match (self, gone) {
            (_, 0) => marked,
            (Self::Id, _) => format!("{marked}, {} hilang", self.number(gone)),
            (Self::En, _) => format!("{marked}, {} gone", self.number(gone)),
        }
    }

    /// In how many visits somebody or something is met, and how much was said.
    pub fn met_and_said(self, visits: usize, statements: usize) -> String {
        let said = self.statements_of(statements, statements);
        match self {
            Self::Id => format!("{} kunjungan, {said}", self.number(visits)),
            Self::En if visits == 1 => format!("1 visit, {said}"),
            Self::En => format!("{} visits, {said}", self.number(visits)),
        }
    }

    /// What was taken from the basket, of how many statements.
    pub fn from_basket(self, count: usize, total: usize) -> String {
        let statements = self.statements_of(count, total);
        match (self, count == total) {
            (Self::Id, true) => format!("{statements} dari keranjang"),
            (Self::Id, false) => format!("{statements} di keranjang"),
            (Self::En, true) => format!("{statements} from the basket"),
            (Self::En, false) => format!("{statements} in the basket"),
        }
    }

    /// That keys do nothing.
    pub fn no_command(self, keys: &str) -> String {
        match self {
            Self::Id => format!("{keys} tidak berfungsi di sini"),
            Self::En => format!("{keys} does nothing here"),
        }
    }

    /// How many commands have keys of the user's own.
    pub fn own_keys(self, count: usize) -> String {
        match (self, count) {
            (Self::Id, _) => format!("{count} tombol diubah (*)"),
            (Self::En, 1) => "1 key changed (*)".to_owned(),
            (Self::En, _) => format!("{count} keys changed (*)"),
        }
    }
}
