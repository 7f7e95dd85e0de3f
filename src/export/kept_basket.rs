//! Baskets that are kept under a name: statements in the user's order, with the title and the opening of their collection. Each is
//! a JSON file in the user's folder for data.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use etcetera::base_strategy::{BaseStrategy as _, Xdg};
use serde::{Deserialize, Serialize};

use super::file::write_atomically;
use super::job::Opening;
use crate::text::slug;

/// The largest file that is read, in bytes.
const MAX_BYTES: u64 = 4 << 20;

/// The name of a file or of a basket, and how the collection of its quotes begins.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Naming {
    /// Its name.
    pub name: String,
    /// The title of its collection.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// How the collection opens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<String>,
}

/// A basket that is kept.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptBasket {
    /// Its name and its opening.
    #[serde(flatten)]
    pub naming: Naming,
    /// The references of its statements (`visit#statement`), in their order.
    pub statements: Vec<String>,
}

/// The folder with the baskets: `$XDG_DATA_HOME/lawat/baskets`. None if there is no home.
pub fn baskets_folder() -> Option<PathBuf> {
    Some(Xdg::new().ok()?.data_dir().join("lawat").join("baskets"))
}

impl Naming {
    /// How the collection begins.
    pub fn opening(&self) -> Opening<'_> {
        Opening { title: self.title.as_deref(), lead: self.lead.as_deref() }
    }
}

impl KeptBasket {
    fn path(&self, folder: &Path) -> PathBuf {
        folder.join(format!("{}.json", slug(&self.naming.name)))
    }

    /// Writes it into a folder, which is created. Fails if one of this name is there, unless it is to be replaced.
    pub fn write(&self, folder: &Path, replaces: bool) -> io::Result<()> {
        fs::create_dir_all(folder)?;
        let text = serde_json::to_string_pretty(self).map_err(io::Error::other)? + "\n";
        let write = |out: &mut dyn io::Write| out.write_all(text.as_bytes()).map(|()| true);
        write_atomically(&self.path(folder), replaces, write).map(drop)
    }

    /// The baskets in a folder, by their names. Files that are no baskets are passed over.
    pub fn read_all(folder: &Path) -> io::Result<Vec<Self>> {
        let files = match fs::read_dir(folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            files => files?,
        };
        let paths = files.filter_map(|file| Some(file.ok()?.path()));
        let is_basket = |path: &PathBuf| path.extension().is_some_and(|end| end == "json");
        let mut baskets: Vec<Self> = paths.filter(is_basket).filter_map(|path| Self::read(&path)).collect();
        baskets.sort_by(|one, other| one.naming.name.cmp(&other.naming.name));
        Ok(baskets)
    }

    fn read(path: &Path) -> Option<Self> {
        let is_readable = fs::metadata(path).is_ok_and(|it| it.is_file() && it.len() <= MAX_BYTES);
        serde_json::from_slice(&fs::read(path).ok().filter(|_| is_readable)?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_read_again() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("lawat/baskets");
        assert_eq!(KeptBasket::read_all(&folder).unwrap(), []);
        let basket = KeptBasket {
            naming: Naming {
                name: "Kata tamu / 2026".to_owned(),
                title: Some("Kata tamu".to_owned()),
                lead: None,
            },
            statements: vec!["a#q2".to_owned(), "b#q1".to_owned()],
        };
        basket.write(&folder, false).unwrap();
        let again = basket.write(&folder, false).unwrap_err();
        assert_eq!(again.kind(), io::ErrorKind::AlreadyExists);
        let changed = KeptBasket { statements: vec!["b#q1".to_owned()], ..basket };
        changed.write(&folder, true).unwrap();
        fs::write(folder.join("broken.json"), "{").unwrap();
        fs::write(folder.join("other.txt"), "").unwrap();
        assert_eq!(KeptBasket::read_all(&folder).unwrap(), [changed]);
    }
}
