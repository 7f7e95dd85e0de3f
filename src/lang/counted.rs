//! Messages about what a user has chosen, marked and changed, with its number.

use super::Lang;

impl Lang {
    /// How many commands have keys of the user's own.
    pub fn own_keys(self, count: usize) -> String {
        match (self, count) {
            (Self::Id, _) => format!("{count} tombol diubah (*)"),
            (Self::En, 1) => "1 key changed (*)".to_owned(),
            (Self::En, _) => format!("{count} keys changed (*)"),
        }
    }
}
