//! Where a post is written in a sentence for the press: before the name or after it.

use crate::lang::Lang;
use crate::text::named_enum;

named_enum! {
    /// Where a post is written in a sentence for the press: before or after the name.
    #[derive(Default)]
    pub enum PostOrder {
        /// By language: before the name in Indonesian, after it in English.
        #[default]
        Auto = "auto",
        /// Before the name: `Wakil Wali Kota Balikpapan Bagus Susetyo`.
        Before = "before",
        /// After the name and a comma: `Bagus Susetyo, Wakil Wali Kota Balikpapan`.
        After = "after",
    }
}

impl PostOrder {
    pub(super) fn is_before(self, lang: Lang) -> bool {
        match self {
            Self::Auto => lang == Lang::Id,
            Self::Before => true,
            Self::After => false,
        }
    }
}
