//! Where records come from: the paths that somebody named, to be read once and again.

use std::ffi::OsString;
use std::fs::Metadata;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

use super::files::{self, Input};
use super::read::Manner;
use super::{EXAMPLE, Loaded, Loading, SourceTexts};

/// Paths that are read as often as somebody asks.
#[derive(Debug, Default)]
pub struct Origin {
    paths: Vec<OsString>,
    is_read: bool,
    /// What came through pipes, which give their bytes only once.
    streams: Vec<(Input, Vec<u8>)>,
}

impl Origin {
    /// The paths; none for `visits.yaml` of this folder, or else the example.
    pub fn new(paths: Vec<OsString>) -> Self {
        Self { paths, ..Self::default() }
    }

    /// Reads everything behind the paths. What cannot be read or used is a diagnostic, and stops nothing. Only the first
    /// time a pipe is waited for; later it has taken the place of a file, and nobody may ever write into it.
    pub fn load(&mut self) -> Loaded {
        let inputs = files::inputs(&self.paths);
        let texts = SourceTexts::default();
        let mut loading = Loading::new(Manner { texts: &texts, keep: true });
        for input in &inputs {
            let known = self.streams.iter().find(|(known, _)| known == input);
            let bytes = match known {
                Some((_, bytes)) => Ok(bytes.clone()),
                None => files::bytes(input, EXAMPLE, self.is_read),
            };
            // Alone it is never read again.
            if let (false, Ok(bytes)) = (self.is_read, &bytes)
                && inputs.len() > 1
                && input.is_stream()
            {
                self.streams.push((input.clone(), bytes.clone()));
            }
            loading.read(input, bytes);
        }
        self.is_read = true;
        // Once there was a file, the example does not take its place.
        if self.paths.is_empty() && inputs != [Input::BuiltIn] {
            self.paths.push(files::OWN.into());
        }
        Loaded { built_in: inputs == [Input::BuiltIn], ..loading.finish() }
    }

    /// A number that changes with the files, as far as can be seen without opening them; none when all of it came
    /// through pipes.
    pub fn look(&self) -> Option<u64> {
        let inputs = match self.paths.as_slice() {
            [] => vec![Input::Named(files::OWN.into())],
            paths => paths.iter().flat_map(files::behind).collect(),
        };
        let mut seen = DefaultHasher::new();
        let mut is_empty = true;
        let is_known = |input: &&Input| self.streams.iter().any(|(known, _)| known == *input);
        for input in inputs.iter().filter(|input| !is_known(input)) {
            let Some(path) = input.path().filter(|_| self.is_read || !input.is_stream()) else { continue };
            is_empty = false;
            path.hash(&mut seen);
            fingerprint(path).hash(&mut seen);
        }
        (!is_empty).then(|| seen.finish())
    }
}

/// What is another when a file has changed, or is another one, or can be read now.
fn fingerprint(path: &Path) -> Option<([u64; 3], [i64; 4], u32)> {
    let of = |meta: Metadata| {
        let times = [meta.mtime(), meta.mtime_nsec(), meta.ctime(), meta.ctime_nsec()];
        ([meta.dev(), meta.ino(), meta.len()], times, meta.mode())
    };
    path.metadata().ok().map(of)
}
