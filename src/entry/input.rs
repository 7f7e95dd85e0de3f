//! What a field takes.

use crate::lang::{Lang, classifications};
use crate::model::{
    Certainty, Medium, Mode, ParticipantRole, ParticipantType, Side, StatementType, Status, StopStatus,
    VisitClassification,
};
use crate::text::fold;

/// What a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Input {
    /// A line of text.
    Text,
    /// Text of several lines.
    Lines,
    /// Topics, separated by semicolons.
    Topics,
    /// Several texts, separated by semicolons or on lines of their own.
    Texts,
    /// A whole number.
    Number,
    /// A number with decimals, such as a latitude.
    Decimal,
    /// A date as precise as it is known, also as people write it.
    Date,
    /// A word of a vocabulary.
    Word(Words),
    /// The visit that the record belongs to: its id or its title.
    Visit,
    /// People, each by name or id.
    People,
    /// Organizations, each by name or id.
    Organizations,
    /// Stops of the visit, each by name or id.
    Stops,
    /// A source of the visit: its id, title or web address.
    Source,
}

/// The vocabularies of the format from which people choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Words {
    /// Types of visits.
    VisitClassification,
    /// Types of places and organizations.
    Classification,
    /// Whether a visit takes place.
    Status,
    /// Whether a stop was made.
    StopStatus,
    /// In person or remote.
    Mode,
    /// Visitor or host.
    Side,
    /// Roles of participants.
    Role,
    /// A person or a group.
    ParticipantType,
    /// Types of statements.
    StatementType,
    /// Media of statements.
    Medium,
    /// How certain a fact is.
    Certainty,
}

/// Words of sheets for terms whose label is another word, folded.
const OTHER_WORDS: &[(Words, &str, &str)] = &[
    (Words::Side, "tamu", "visitor"),
    (Words::Side, "rombongan", "visitor"),
    (Words::Side, "pengunjung", "visitor"),
    (Words::Side, "guest", "visitor"),
    (Words::Side, "penerima", "host"),
    (Words::VisitClassification, "studi tiru", "study_visit"),
    (Words::VisitClassification, "kunker", "working_visit"),
    (Words::VisitClassification, "kunjungan kerja", "working_visit"),
    (Words::VisitClassification, "silaturahmi", "courtesy_call"),
    (Words::VisitClassification, "audiensi", "courtesy_call"),
    (Words::StatementType, "kutipan langsung", "quote"),
    (Words::StatementType, "kutipan tidak langsung", "paraphrase"),
    (Words::StatementType, "tidak langsung", "paraphrase"),
    (Words::Status, "terlaksana", "passed"),
    (Words::Status, "selesai", "passed"),
    (Words::Status, "batal", "cancelled"),
    (Words::StopStatus, "batal", "cancelled"),
    (Words::StopStatus, "rencana", "planned"),
    (Words::ParticipantType, "rombongan", "group"),
];

impl Words {
    /// Whether any other word is an error.
    pub fn is_closed(self) -> bool {
        matches!(self, Self::Side | Self::StatementType | Self::Certainty)
    }

    /// The terms as files write them, with their labels.
    pub fn terms(self, lang: Lang) -> Vec<(String, String)> {
        macro_rules! listed {
            ($terms:expr) => {
                $terms.iter().map(|term| (term.name().to_owned(), term.label(lang).to_lowercase())).collect()
            };
        }
        match self {
            Self::VisitClassification => listed!(VisitClassification::LISTED),
            Self::Classification => {
                classifications().map(|(name, label)| (name.to_owned(), label.get(lang).to_owned())).collect()
            }
            Self::Status => listed!(Status::LISTED),
            Self::StopStatus => listed!(StopStatus::LISTED),
            Self::Mode => listed!(Mode::LISTED),
            Self::Side => listed!(Side::ALL),
            Self::Role => listed!(ParticipantRole::LISTED),
            Self::ParticipantType => listed!(ParticipantType::LISTED),
            Self::StatementType => listed!(StatementType::ALL),
            Self::Medium => listed!(Medium::LISTED),
            Self::Certainty => listed!(Certainty::ALL),
        }
    }

    /// The term that a word means: a term as files write it, its label in either language, or another usual word.
    pub fn term(self, word: &str) -> Option<String> {
        let plain = |word: &str| fold(word).replace(['_', '-'], " ");
        let word = plain(word.trim());
        let labelled = Lang::ALL.into_iter().find_map(|lang| {
            let terms = self.terms(lang).into_iter();
            terms
                .filter(|(name, label)| plain(name) == word || plain(label) == word)
                .map(|(name, _)| name)
                .next()
        });
        labelled.or_else(|| {
            let other = OTHER_WORDS.iter().find(|(words, other, _)| *words == self && *other == word);
            other.map(|(_, _, name)| (*name).to_owned())
        })
    }
}
