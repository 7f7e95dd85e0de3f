//! What tells two records apart that have one id, in the words of both languages.

use crate::lang::{Both, Lang};
use crate::model::Side;

/// The fact by which two records differ: as it is here, and as it is at the first place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Differing {
    /// The names; a name that is not said is said elsewhere.
    Name(Option<String>, Option<String>),
    /// The posts of two without a name.
    Post(Option<String>, Option<String>),
    /// The organizations that two without a name belong to.
    Organization(Option<String>, Option<String>),
    /// The sides that two without a name are on.
    Side(Option<Side>, Option<Side>),
}

impl Differing {
    /// In one line, with the id, and how many more places differ from the first.
    pub(super) fn message(&self, lang: Lang, id: &str, more: usize) -> String {
        let said = match (self, lang) {
            (Self::Name(Some(here), Some(there)), Lang::Id) => {
                format!("id “{id}” di sini bernama “{here}”, padahal di tempat lain “{there}”")
            }
            (Self::Name(Some(here), Some(there)), Lang::En) => {
                format!("“{id}” is named “{here}” here and “{there}” elsewhere")
            }
            _ => self.told_apart(lang, id),
        };
        match (lang, more) {
            (_, 0) => said,
            (Lang::Id, _) => format!("{said}; begitu pula di {} tempat lagi", lang.number(more)),
            (Lang::En, 1) => format!("{said}; so it is in 1 more place"),
            (Lang::En, _) => format!("{said}; so it is in {} more places", lang.number(more)),
        }
    }

    fn told_apart(&self, lang: Lang, id: &str) -> String {
        let text = |fact: &Option<String>| fact.as_ref().map(|fact| format!("“{fact}”"));
        let side = |side: &Option<Side>| side.map(|side| side.words(lang).to_lowercase());
        let (fact, here, there) = match self {
            Self::Name(here, there) => (Both { id: "nama", en: "name" }, text(here), text(there)),
            Self::Post(here, there) => (Both { id: "jabatan", en: "post" }, text(here), text(there)),
            Self::Organization(here, there) => {
                (Both { id: "organisasi", en: "organization" }, text(here), text(there))
            }
            Self::Side(here, there) => (Both { id: "pihak", en: "side" }, side(here), side(there)),
        };
        let fact = fact.get(lang);
        let or_not_said =
            |value: Option<String>| value.unwrap_or_else(|| lang.messages().not_said.to_owned());
        let (here, there) = (or_not_said(here), or_not_said(there));
        match lang {
            Lang::Id => format!(
                "id “{id}” dipakai untuk orang atau kelompok yang berbeda: {fact} di sini {here}, di tempat lain {there}"
            ),
            Lang::En => {
                format!("“{id}” stands for different people or groups: {fact} {here} here, {there} elsewhere")
            }
        }
    }

    /// What would clear it up.
    pub(super) fn advice(&self) -> Both {
        match self {
            Self::Name(Some(_), Some(_)) => Both {
                id: "Bila orangnya berbeda, beri id lain; bila sama, perbaiki ejaannya atau catat di other_names.",
                en: "If it is somebody else, choose another id; if not, mend the spelling or add the name to other_names.",
            },
            _ => Both {
                id: "Keduanya dihitung terpisah. Beri id masing-masing, misalnya direktur-rsud-padang; bila memang orang yang sama, tulis namanya, atau jabatan dan organisasi yang sama, di setiap kunjungan.",
                en: "They are counted apart. Give each an id of its own, such as direktur-rsud-padang; if it is the same person, write the name, or the same post and organization, in each visit.",
            },
        }
    }
}
