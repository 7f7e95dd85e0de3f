//! The kinds of problems in the data, with the facts that their messages need.

use std::io;

use borsh::{BorshDeserialize, BorshSerialize};

use super::binary;
use super::code::{ProblemCode, Severity};
use super::quote_mismatch::UnverifiedQuote;
use super::syntax_error::SyntaxError;
use super::warning::Warning;

/// A problem in the data.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum Problem {
    /// The reason given by the operating system: its kind and its text.
    UnreadableFile(
        #[borsh(serialize_with = "binary::refuse_kind", deserialize_with = "binary::read_no_kind")]
        io::ErrorKind,
        String,
    ),
    /// A folder without record files.
    EmptyFolder,
    /// Neither a file nor a folder nor a pipe.
    NotAFile,
    /// A file with an invalid byte.
    NotText {
        /// The offset of the byte.
        byte: usize,
    },
    /// A file that is not text.
    Binary(BinaryFormat),
    /// A file larger than this limit, in bytes.
    TooLarge(u64),
    /// More values than a file of this size can reasonably have.
    TooManyValues,
    /// A YAML syntax error.
    Syntax(SyntaxError),
    /// A list with so many syntax errors that the rest was skipped.
    TooManySyntaxErrors(usize),
    /// HTML, usually an error page saved instead of a file.
    WebPage,
    /// Rows and columns, as saved by a spreadsheet program.
    Table,
    /// Nesting deeper than this limit.
    TooDeep(usize),
    /// Aliases that expand the file too far.
    TooManyAliases,
    /// The version that the file names.
    UnsupportedVersion(String),
    /// A field that occurs twice in a record.
    DuplicateKey(String),
    /// A field that is not part of the format.
    UnknownField {
        /// As written.
        field: String,
        /// A known field with a similar name.
        nearest: Option<String>,
        /// The known fields of the record.
        #[borsh(deserialize_with = "binary::read_boxed_words")]
        known: Box<[&'static str]>,
    },
    /// Text after an unquoted comma, read as a field.
    StrayText(String),
    /// A required field.
    MissingField(String),
    /// A participant without a name or a post.
    UnnamedParticipant,
    /// The fields of a visit where an archive is expected.
    VisitOutsideList,
    /// A list of visits where an archive is expected.
    ListWithoutArchive,
    /// A file that contains only white space or comments.
    EmptyFile,
    /// A value of the wrong type.
    WrongType {
        /// The expected shape.
        expected: Shape,
        /// The shape found.
        found: Shape,
    },
    /// A value that is not allowed.
    UnknownValue {
        /// As written.
        value: String,
        /// An allowed value with a similar spelling.
        nearest: Option<String>,
        /// The allowed values.
        #[borsh(deserialize_with = "binary::read_boxed_words")]
        allowed: Box<[&'static str]>,
    },
    /// A value that belongs to another field of the record.
    ValueOfOtherField {
        /// As written.
        value: String,
        /// The other field.
        #[borsh(deserialize_with = "binary::read_word")]
        field: &'static str,
        /// The value as the other field expects it.
        #[borsh(deserialize_with = "binary::read_word")]
        name: &'static str,
    },
    /// Text that is not a date.
    BadDate(String),
    /// An end date before the start date, both as written.
    EndBeforeStart {
        /// The end date.
        end: String,
        /// The start date.
        start: String,
    },
    /// A latitude or longitude that is out of range, with its name.
    BadCoordinates(String),
    /// Text that is not a valid ID.
    BadId(String),
    /// An ID that another record has.
    DuplicateId(String),
    /// A reference that matches no record of the wanted kind.
    UnknownReference {
        /// As written.
        id: String,
        /// The kind of record that the reference should match.
        wanted: ReferenceKind,
        /// An ID with a similar spelling.
        nearest: Option<String>,
    },
    /// A quote that was not found in the text of its source.
    UnverifiedQuote(Box<UnverifiedQuote>),
    /// A problem in a record that can still be used.
    Warning(Warning),
}

/// The format of a file that is not text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum BinaryFormat {
    /// A PDF document.
    Pdf,
    /// An office document or another compressed file.
    Office,
    /// An image.
    Picture,
    /// UTF-16 without a byte order mark.
    Utf16,
    /// An unknown format.
    Other,
}

/// The shapes of a YAML value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum Shape {
    /// A scalar.
    Text,
    /// A non-negative whole number.
    Count,
    /// A number.
    Number,
    /// A list.
    List,
    /// A mapping.
    Record,
    /// Null or nothing.
    Nothing,
}

impl ReferenceKind {
    /// All kinds that a record of a visit can be.
    pub const ALL: &[Self] =
        &[Self::Stop, Self::Actor, Self::Organization, Self::Statement, Self::Source, Self::Anything];
}

/// The kind of record that a reference may match.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum ReferenceKind {
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
    /// Any record of the visit.
    Anything,
    /// A person or a group in the register.
    RegisteredPerson,
    /// An organization in the register.
    RegisteredOrganization,
    /// A place of the visit or the register.
    Place,
}

impl Problem {
    /// Whether there is no such file.
    pub fn is_missing_file(&self) -> bool {
        matches!(self, Self::UnreadableFile(io::ErrorKind::NotFound, _))
    }

    /// The stable code.
    pub fn code(&self) -> ProblemCode {
        match self {
            Self::UnreadableFile(..) | Self::EmptyFolder | Self::NotAFile => ProblemCode::UnreadableFile,
            Self::NotText { .. } | Self::Binary(_) => ProblemCode::NotText,
            Self::TooLarge(_) | Self::TooManyValues => ProblemCode::TooLarge,
            Self::Syntax(_) | Self::TooManySyntaxErrors(_) | Self::WebPage | Self::Table => {
                ProblemCode::Syntax
            }
            Self::TooDeep(_) => ProblemCode::TooDeep,
            Self::TooManyAliases => ProblemCode::TooManyAliases,
            Self::UnsupportedVersion(_) => ProblemCode::UnsupportedVersion,
            Self::DuplicateKey(_) => ProblemCode::DuplicateKey,
            Self::UnknownField { .. } | Self::StrayText(_) => ProblemCode::UnknownField,
            Self::MissingField(_)
            | Self::UnnamedParticipant
            | Self::EmptyFile
            | Self::VisitOutsideList
            | Self::ListWithoutArchive => ProblemCode::MissingField,
            Self::WrongType { .. } => ProblemCode::WrongType,
            Self::UnknownValue { .. } | Self::ValueOfOtherField { .. } => ProblemCode::UnknownValue,
            Self::BadDate(_) => ProblemCode::BadDate,
            Self::EndBeforeStart { .. } => ProblemCode::EndBeforeStart,
            Self::BadCoordinates(_) => ProblemCode::BadCoordinates,
            Self::BadId(_) => ProblemCode::BadId,
            Self::DuplicateId(_) => ProblemCode::DuplicateId,
            Self::UnknownReference { .. } => ProblemCode::UnknownReference,
            Self::UnverifiedQuote(unverified) => unverified.code(),
            Self::Warning(warning) => warning.code(),
        }
    }

    /// Whether the record with the problem cannot be used. Quotes are compared with texts only on request, so a
    /// mismatch does not make a record unusable.
    pub fn is_fatal(&self) -> bool {
        self.code().severity() == Severity::Error && !matches!(self, Self::UnverifiedQuote(_))
    }
}

impl From<Warning> for Problem {
    fn from(warning: Warning) -> Self {
        Self::Warning(warning)
    }
}

impl From<UnverifiedQuote> for Problem {
    fn from(quote: UnverifiedQuote) -> Self {
        Self::UnverifiedQuote(Box::new(quote))
    }
}
