//! Distinct file names for texts.

use std::collections::HashSet;

use crate::text::slug;

/// Names of files in one folder: distinct, and valid on any system.
#[derive(Debug, Default)]
pub(super) struct FileNames(HashSet<String>);

impl FileNames {
    /// Names that avoid one that is taken.
    pub(super) fn without(taken: &str) -> Self {
        Self(HashSet::from([taken.to_owned()]))
    }

    /// The name for a text, without an extension.
    pub(super) fn name(&mut self, text: &str) -> String {
        let slug = slug(text);
        // The slug of one text may equal the numbered name of another.
        let mut name = slug.clone();
        let mut number = 2;
        while !self.0.insert(name.clone()) {
            name = format!("{slug}-{number}");
            number += 1;
        }
        name
    }
}
