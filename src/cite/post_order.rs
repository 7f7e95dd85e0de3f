//! Where a post is written in a sentence for the press: before the name or after it.

use crate::lang::Lang;

/// Where a post is written in a sentence for the press: before or after the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum PostOrder {
    /// By language: before the name in Indonesian, after it in English.
    #[default]
    Auto,
    /// Before the name: `Wakil Wali Kota Balikpapan Bagus Susetyo`.
    Before,
    /// After the name and a comma: `Bagus Susetyo, Wakil Wali Kota Balikpapan`.
    After,
}

impl PostOrder {
    /// Every order.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Before, Self::After];

    /// The value in the settings.
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Before => "before",
            Self::After => "after",
        }
    }

    pub(super) fn is_before(self, lang: Lang) -> bool {
        match self {
            Self::Auto => lang == Lang::Id,
            Self::Before => true,
            Self::After => false,
        }
    }
}
