//! TEI as `ParlaMint` uses it: a sitting is a meeting, its utterances are quotes. A list of people or organizations, or the
//! header of a whole corpus, becomes the register.

mod header;
mod people;
mod sitting;

use self::people::Lists;
use super::error::DocumentError;
use super::output::{Names, Output};
use super::xml::Element;

/// Reads a document.
pub(super) fn read(root: &Element, out: &mut Output<'_>) -> Result<(), DocumentError> {
    match &*root.name {
        "TEI" => sitting::read(root, None, out),
        "teiCorpus" => {
            let lists = root.at(&["teiHeader"]).map(|header| Lists::of(header, root.attribute("lang")));
            lists.unwrap_or_default().register(out);
            for text in root.all("TEI") {
                sitting::read(text, root.attribute("lang"), out);
            }
        }
        "listPerson" | "listOrg" | "standOff" => Lists::of(root, root.attribute("lang")).register(out),
        other => return Err(DocumentError::OtherRoot(other.to_owned())),
    }
    let mut included = Names::default();
    for other in root.anywhere("include") {
        included.add(other.attribute("href").unwrap_or("?"));
    }
    if let Some(names) = included.listed() {
        out.left_out("xi:include", out.lang.import_not_included(&names));
    }
    Ok(())
}
