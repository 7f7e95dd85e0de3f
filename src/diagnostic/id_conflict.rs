//! How two records with the same ID differ, with messages in both languages.

use crate::lang::{Both, Lang};
use crate::model::Side;
use borsh::{BorshDeserialize, BorshSerialize};

/// The fact in which two records with the same ID differ: its value here, and its value in the first record.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum IdConflict {
    /// The names. At most one of them is missing.
    Name(Option<String>, Option<String>),
    /// The posts of two participants without a name.
    Post(Option<String>, Option<String>),
    /// The organizations of two participants without a name.
    Organization(Option<String>, Option<String>),
    /// The sides of two participants without a name.
    Side(Option<Side>, Option<Side>),
    /// No fact differs, but nothing shows that two participants without a name are the same.
    Unconfirmed,
}

impl IdConflict {
    /// The message. `more` is how many more records differ from the first.
    pub(super) fn message(&self, lang: Lang, id: &str, more: usize) -> String {
        let message = match (self, lang) {
            (Self::Name(Some(here), Some(there)), Lang::Id) => {
                format!("ID “{id}” di sini bernama “{here}”, tetapi di tempat lain “{there}”")
            }
            (Self::Name(Some(here), Some(there)), Lang::En) => {
                format!("“{id}” is named “{here}” here and “{there}” elsewhere")
            }
            (Self::Unconfirmed, Lang::Id) => {
                format!(
                    "ID “{id}” dipakai tanpa nama di beberapa kunjungan; tidak jelas apakah orang atau kelompoknya sama"
                )
            }
            (Self::Unconfirmed, Lang::En) => {
                format!(
                    "“{id}” is used without a name in several visits, and nothing shows that it is the same person or group"
                )
            }
            _ => self.different_agents(lang, id),
        };
        match (lang, more) {
            (_, 0) => message,
            (Lang::Id, _) => format!("{message}; juga berbeda di {} tempat lain", lang.number(more)),
            (Lang::En, 1) => format!("{message}; 1 more record differs"),
            (Lang::En, _) => format!("{message}; {} more records differ", lang.number(more)),
        }
    }

    fn different_agents(&self, lang: Lang, id: &str) -> String {
        let text = |fact: &Option<String>| fact.as_ref().map(|fact| format!("“{fact}”"));
        let side = |side: &Option<Side>| side.map(|side| side.label(lang).to_lowercase());
        let (fact, here, there) = match self {
            Self::Name(here, there) => (Both { id: "nama", en: "name" }, text(here), text(there)),
            Self::Post(here, there) => (Both { id: "jabatan", en: "post" }, text(here), text(there)),
            Self::Organization(here, there) => {
                (Both { id: "organisasi", en: "organization" }, text(here), text(there))
            }
            Self::Side(here, there) => (Both { id: "pihak", en: "side" }, side(here), side(there)),
            Self::Unconfirmed => return String::new(),
        };
        let fact = fact.get(lang);
        let or_not_said =
            |value: Option<String>| value.unwrap_or_else(|| lang.messages().not_stated.to_owned());
        let (here, there) = (or_not_said(here), or_not_said(there));
        match lang {
            Lang::Id => format!(
                "ID “{id}” dipakai untuk orang atau kelompok yang berbeda: {fact} di sini {here}, di tempat lain {there}"
            ),
            Lang::En => {
                format!(
                    "“{id}” is used for different people or groups: {fact} {here} here, {there} elsewhere"
                )
            }
        }
    }

    /// How to resolve the conflict.
    pub(super) fn help_text(&self) -> Both {
        match self {
            Self::Name(Some(_), Some(_)) => Both {
                id: "Bila orangnya berbeda, beri ID lain; bila sama, perbaiki ejaannya atau tambahkan ke other_names.",
                en: "If they are different, use another ID; if they are the same, fix the spelling or add the name to other_names.",
            },
            _ => Both {
                id: "Keduanya dihitung terpisah. Beri ID yang berbeda, misalnya direktur-rsud-padang; bila orangnya sama, tulis nama, atau jabatan dan organisasi yang sama, di setiap kunjungan.",
                en: "They are counted separately. Give each its own ID, such as direktur-rsud-padang; if they are the same person, write the name, or the same post and organization, in every visit.",
            },
        }
    }
}
