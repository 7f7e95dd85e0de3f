//! The addresses of pages and of the records on them.

use crate::text::visible_string;

/// How pages refer to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Links {
    /// Each page is a file; the way from the page to the root folder of the site.
    Files {
        /// Empty, or `../`.
        root: &'static str,
    },
    /// All pages are sections of one file.
    OneFile,
}

impl Links {
    /// From a page in the root folder.
    pub(super) const AT_ROOT: Self = Self::Files { root: "" };
    /// From a page in a folder.
    pub(super) const IN_FOLDER: Self = Self::Files { root: "../" };

    /// The address of a page.
    pub(super) fn page(self, path: &str) -> String {
        match self {
            Self::Files { root } => format!("{root}{path}.html"),
            Self::OneFile => format!("#{path}"),
        }
    }

    /// The address of a statement or another record on the page of its visit.
    pub(super) fn record(self, page: &str, visit: &str, id: &str) -> String {
        match self {
            Self::Files { root } => format!("{root}{page}.html#{}", self.anchor(visit, id)),
            Self::OneFile => format!("#{}", self.anchor(visit, id)),
        }
    }

    /// The anchor of a record. Ids need no escaping: they hold no spaces and no reserved characters.
    pub(super) fn anchor(self, visit: &str, id: &str) -> String {
        match self {
            Self::Files { .. } => visible_string(id),
            Self::OneFile => visible_string(&format!("{visit}:{id}")),
        }
    }

    /// The anchor of a part of a page that is no record. No id of a record begins with a colon or holds a slash.
    pub(super) fn part(self, page: &str, name: &str) -> String {
        match self {
            Self::Files { .. } => format!(":{name}"),
            Self::OneFile => format!("{page}:{name}"),
        }
    }
}
