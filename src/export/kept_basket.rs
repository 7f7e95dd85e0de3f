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

/// What is in the folder with the baskets.
#[derive(Debug, Default)]
pub struct KeptBaskets {
    /// The baskets, by their names.
    pub baskets: Vec<KeptBasket>,
    /// What cannot be read, and why: `InvalidData` if it is not what [`KeptBasket::write`] writes.
    pub unreadable: Vec<(PathBuf, io::Error)>,
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

    fn read(path: &Path) -> io::Result<Self> {
        let file = fs::metadata(path)?;
        if !file.is_file() || file.len() > MAX_BYTES {
            return Err(io::ErrorKind::InvalidData.into());
        }
        serde_json::from_slice(&fs::read(path)?)
            .map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
    }
}

impl KeptBaskets {
    /// Reads the files of a folder whose names end with `.json`. A folder that is not there has no baskets.
    pub fn read(folder: &Path) -> Self {
        let mut all = Self::default();
        let files = match fs::read_dir(folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return all,
            Err(error) => {
                all.unreadable.push((folder.to_owned(), error));
                return all;
            }
            Ok(files) => files,
        };
        let paths = files.filter_map(|file| Some(file.ok()?.path()));
        for path in paths.filter(|path| path.extension().is_some_and(|end| end == "json")) {
            match KeptBasket::read(&path) {
                Ok(basket) => all.baskets.push(basket),
                Err(error) => all.unreadable.push((path, error)),
            }
        }
        all.baskets.sort_by(|one, other| one.naming.name.cmp(&other.naming.name));
        all.unreadable.sort_by(|one, other| one.0.cmp(&other.0));
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_read_again() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("lawat/baskets");
        assert!(KeptBaskets::read(&folder).baskets.is_empty());
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
        fs::write(folder.join("other.txt"), "").unwrap();
        let read = KeptBaskets::read(&folder);
        assert_eq!((read.baskets, read.unreadable.len()), (vec![changed], 0));
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("baskets");
        let basket = KeptBasket {
            naming: Naming { name: "a".to_owned(), ..Naming::default() },
            statements: Vec::new(),
        };
        basket.write(&folder, false).unwrap();
        fs::write(folder.join("broken.json"), "{").unwrap();
        fs::write(folder.join("long.json"), vec![b' '; usize::try_from(MAX_BYTES).unwrap() + 1]).unwrap();
        fs::create_dir(folder.join("folder.json")).unwrap();
        std::os::unix::fs::symlink("nowhere", folder.join("link.json")).unwrap();
        let read = KeptBaskets::read(&folder);
        assert_eq!(read.baskets, [basket]);
        let why = |(path, error): &(PathBuf, io::Error)| (path.file_name().unwrap().to_owned(), error.kind());
        let (invalid, gone) = (io::ErrorKind::InvalidData, io::ErrorKind::NotFound);
        assert_eq!(
            read.unreadable.iter().map(why).collect::<Vec<_>>(),
            [("broken.json", invalid), ("folder.json", invalid), ("link.json", gone), ("long.json", invalid)]
                .map(|(name, kind)| (name.into(), kind))
        );
        // The folder itself.
        let file = folder.join("other.txt");
        fs::write(&file, "").unwrap();
        assert_eq!(KeptBaskets::read(&file).unreadable[0].0, file);
    }
}
