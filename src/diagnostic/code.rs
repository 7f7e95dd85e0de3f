//! The table of codes: the stable name of each fault and how much it weighs.

/// How much a fault weighs. The words are English in every language, so that tools can read them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The record, or the file, cannot be used.
    Error,
    /// It can be used, but deserves a look.
    Warning,
}

impl Severity {
    /// `error` or `warning`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

macro_rules! codes {
    ($($code:ident = $name:literal, $severity:ident, $doc:literal;)+) => {
        /// The kinds of fault.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code {
            $(#[doc = $doc] $code,)+
        }

        impl Code {
            /// Every code, in the order of the table.
            pub const ALL: &[Self] = &[$(Self::$code,)+];

            /// The stable name.
            pub fn name(self) -> &'static str {
                match self { $(Self::$code => $name,)+ }
            }

            /// How much it weighs.
            pub fn severity(self) -> Severity {
                match self { $(Self::$code => Severity::$severity,)+ }
            }
        }
    };
}

codes! {
    UnreadableFile = "unreadable-file", Error, "The system will not let us read the file.";
    NotText = "not-text", Error, "The file is not text in UTF-8 or UTF-16.";
    TooLarge = "too-large", Error, "The file is larger than what is read.";
    Syntax = "syntax", Error, "The text is not YAML.";
    TooDeep = "too-deep", Error, "Lists and records are nested deeper than any record needs.";
    TooManyAliases = "too-many-aliases", Error, "Aliases would make the text many times larger than it is.";
    UnsupportedVersion = "unsupported-version", Error, "The file is written in another version of the format.";
    DuplicateKey = "duplicate-key", Error, "A record says the same field twice.";
    UnknownField = "unknown-field", Error, "A record has a field that the format does not know.";
    MissingField = "missing-field", Error, "A record lacks a field that it must have.";
    WrongType = "wrong-type", Error, "A field holds another kind of value than it should.";
    UnknownValue = "unknown-value", Error, "A field holds a word that is not in its list.";
    BadDate = "bad-date", Error, "A date is not one that a calendar has, or not written as one.";
    DuplicateId = "duplicate-id", Error, "Two records have the same id.";
    UnknownReference = "unknown-reference", Error, "An id is used that no record of the visit has.";
}
