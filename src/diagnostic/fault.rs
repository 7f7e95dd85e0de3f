//! What can be wrong, with the facts that it takes to say so.

use std::io;

use super::discrepancy::Unproved;
use super::snag::Snag;
use super::warning::Warning;
use super::{Code, Severity};

/// Something wrong in the data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The system's reason: its kind, and its words.
    UnreadableFile(io::ErrorKind, String),
    /// A folder that holds no record file.
    EmptyFolder,
    /// Something that is no file, no folder and no pipe.
    NotAFile,
    /// The first byte, from 0, that belongs to no text.
    NotText {
        /// Its offset.
        byte: usize,
    },
    /// Not even text in another encoding.
    Binary(Binary),
    /// The limit, in bytes.
    TooLarge(u64),
    /// More lists, fields and texts than a file of its size can honestly have.
    TooManyValues,
    /// What stands in the way of reading YAML.
    Syntax(Snag),
    /// The list broke so often that its rest was not read.
    GivenUp(usize),
    /// HTML, such as a server gives instead of a file that it does not have.
    WebPage,
    /// Rows and columns, such as a spreadsheet saves them.
    Sheet,
    /// The limit.
    TooDeep(usize),
    /// Aliases outgrew the file.
    TooManyAliases,
    /// The version that the file names.
    UnsupportedVersion(String),
    /// The field that stands twice.
    DuplicateKey(String),
    /// The field, and a known one that is spelt nearly so.
    UnknownField {
        /// As written.
        field: String,
        /// "Did you mean".
        nearest: Option<String>,
        /// The fields of the record.
        known: Box<[&'static str]>,
    },
    /// Text that a comma has cut off.
    StrayText(String),
    /// The field that is missing.
    MissingField(String),
    /// A participant whom nothing names.
    Nameless,
    /// The fields of a visit, where an archive should be.
    BareVisit,
    /// A list of visits, where an archive should be.
    BareList,
    /// A file with nothing in it but blanks and comments.
    EmptyFile,
    /// What should stand there, and what does.
    WrongType {
        /// Wanted.
        expected: Shape,
        /// Found.
        found: Shape,
    },
    /// A word outside its list.
    UnknownValue {
        /// As written.
        value: String,
        /// "Did you mean".
        nearest: Option<String>,
        /// The list.
        allowed: Box<[&'static str]>,
    },
    /// The text that is no date.
    BadDate(String),
    /// The end, and the start that lies behind it, as written.
    EndBeforeStart {
        /// The end.
        end: String,
        /// The start.
        start: String,
    },
    /// Latitude or longitude, with its value, which is out of range.
    BadCoordinates(String),
    /// The text that cannot be an id.
    BadId(String),
    /// Two records of one id.
    DuplicateId(String),
    /// An id that names nothing of the kind wanted.
    UnknownReference {
        /// As written.
        id: String,
        /// What it should name.
        wanted: Kind,
        /// "Did you mean".
        nearest: Option<String>,
    },
    /// A quote that the text of its source does not bear out.
    Unproved(Box<Unproved>),
    /// What can be used, but deserves a look.
    Warning(Warning),
}

/// What a file that is not text may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Binary {
    /// A PDF document.
    Pdf,
    /// A document of an office program, or another compressed container.
    Office,
    /// A picture.
    Picture,
    /// Text in UTF-16 that does not say so.
    Utf16,
    /// Nothing that we know.
    Other,
}

/// The shapes of a YAML value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// One piece of text.
    Text,
    /// A whole number from 0.
    Count,
    /// A number.
    Number,
    /// A list.
    List,
    /// Fields with values.
    Record,
    /// Nothing, or `null`.
    Nothing,
}

impl Kind {
    /// All that the records of a visit can be.
    pub const ALL: &[Self] =
        &[Self::Stop, Self::Actor, Self::Organization, Self::Statement, Self::Source, Self::Anything];
}

/// What a reference may name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A stop of the itinerary.
    Stop,
    /// A participant or an organization.
    Actor,
    /// An organization.
    Organization,
    /// A statement.
    Statement,
    /// A source.
    Source,
    /// Anything in the visit.
    Anything,
    /// A person or a group of the register.
    RegisteredPerson,
    /// An organization of the register.
    RegisteredOrganization,
    /// A place of the visit or of the register.
    Place,
}

impl Fault {
    /// Its stable code.
    pub fn code(&self) -> Code {
        match self {
            Self::UnreadableFile(..) | Self::EmptyFolder | Self::NotAFile => Code::UnreadableFile,
            Self::NotText { .. } | Self::Binary(_) => Code::NotText,
            Self::TooLarge(_) | Self::TooManyValues => Code::TooLarge,
            Self::Syntax(_) | Self::GivenUp(_) | Self::WebPage | Self::Sheet => Code::Syntax,
            Self::TooDeep(_) => Code::TooDeep,
            Self::TooManyAliases => Code::TooManyAliases,
            Self::UnsupportedVersion(_) => Code::UnsupportedVersion,
            Self::DuplicateKey(_) => Code::DuplicateKey,
            Self::UnknownField { .. } | Self::StrayText(_) => Code::UnknownField,
            Self::MissingField(_) | Self::Nameless | Self::EmptyFile | Self::BareVisit | Self::BareList => {
                Code::MissingField
            }
            Self::WrongType { .. } => Code::WrongType,
            Self::UnknownValue { .. } => Code::UnknownValue,
            Self::BadDate(_) => Code::BadDate,
            Self::EndBeforeStart { .. } => Code::EndBeforeStart,
            Self::BadCoordinates(_) => Code::BadCoordinates,
            Self::BadId(_) => Code::BadId,
            Self::DuplicateId(_) => Code::DuplicateId,
            Self::UnknownReference { .. } => Code::UnknownReference,
            Self::Unproved(unproved) => unproved.code(),
            Self::Warning(warning) => warning.code(),
        }
    }

    /// Whether the record that it lies in cannot be used. Texts are looked into only when somebody asks for it, so what they
    /// do not bear out takes nothing from anybody.
    pub fn is_fatal(&self) -> bool {
        self.code().severity() == Severity::Error && !matches!(self, Self::Unproved(_))
    }
}
