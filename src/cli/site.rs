//! `lawat export --format site`: writes a site, and says what it lacks.

use std::path::Path;

use super::output::{self, Failure};
use crate::export::{BaseUrl, SaveOptions, Selection, Site, SiteError};
use crate::lang::{Lang, VISITS};
use crate::model::Archive;

/// What is published, and where, as it was given.
#[derive(Debug, Clone, Copy)]
pub(super) struct Published<'a> {
    pub(super) archive: &'a Archive,
    pub(super) selection: &'a Selection,
    pub(super) lang: Lang,
    pub(super) address: Option<&'a str>,
}

/// Fails if the address of the site is not one.
pub(super) fn check_address(address: Option<&str>, lang: Lang) -> Result<(), Failure> {
    match address.filter(|address| BaseUrl::parse(address).is_none()) {
        Some(address) => Err(Failure::new(&lang.bad_base_url(address))),
        None => Ok(()),
    }
}

/// Writes a site into a folder or a file.
pub(super) fn write(published: Published<'_>, path: &Path, options: SaveOptions<'_>) -> Result<(), Failure> {
    let Published { archive, selection, lang, address } = published;
    let base_url = address.and_then(BaseUrl::parse);
    let site = Site { archive, selection, lang, base_url: base_url.as_ref() };
    let written = output::with_progress(lang.messages().exporting, || site.write(path, options));
    let shown = |path: &Path| path.to_string_lossy().into_owned();
    let written = written.map_err(|error| match error {
        SiteError::NotASite(path) => Failure::new(&lang.site_folder_is_not_ours(&shown(&path))),
        SiteError::NotOurs(path) => Failure::new(&lang.site_file_is_not_ours(&shown(&path))),
        SiteError::Failed(path, error) => Failure::new(&lang.unwritable(&shown(&path), &error)),
        SiteError::NotSaved(unsaved) => Failure::unsaved(lang, &unsaved),
    })?;
    let visits = lang.counted(written.visits, VISITS);
    output::print_message(&lang.site_written(&shown(path), written.files, &visits));
    if written.removed > 0 {
        output::print_message(&lang.site_files_removed(written.removed));
    }
    if site.base_url.is_none() && !Site::is_one_file(path) {
        output::print_message(lang.site_without_address());
    }
    Ok(())
}
