//! What is found in an article: the parts of a draft.

use super::article::Article;
use super::dates::PrintedDay;
use super::people::People;
use super::places::Named;
use super::sides::Sides;
use super::source::Publication;

/// A draft record.
#[derive(Debug)]
pub struct Draft {
    /// The YAML.
    pub text: String,
    /// Its visits alone, as the items of a list that is indented by two columns.
    pub visits: String,
    /// How many questions it leaves.
    pub questions: usize,
}

/// A quote of the draft.
#[derive(Debug)]
pub(super) struct Statement {
    pub(super) text: String,
    /// The number of its paragraph, and of its last one.
    pub(super) paragraphs: (usize, usize),
    /// The index of the speaker.
    pub(super) speaker: Option<usize>,
    pub(super) is_stated: bool,
    /// The index of whom the speaker represents.
    pub(super) on_behalf_of: Option<usize>,
    pub(super) attribution: Option<String>,
    pub(super) question: Option<Question>,
}

/// What a person has to decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Question {
    /// Who speaks.
    Speaker,
    /// Which of these people speaks.
    OneOf(Vec<usize>),
}

/// Indirect speech: only who spoke, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Indirect {
    pub(super) who: String,
    pub(super) verb: String,
    /// The index of the paragraph.
    pub(super) paragraph: usize,
}

/// What was found in an article.
#[derive(Debug)]
pub(super) struct Found<'a> {
    pub(super) article: Article<'a>,
    pub(super) publication: Publication,
    pub(super) sides: Sides,
    pub(super) people: People,
    pub(super) is_english: bool,
    pub(super) days: Vec<PrintedDay>,
    pub(super) organizations: Vec<Named>,
    /// The places that were visited.
    pub(super) stops: Vec<Named>,
    pub(super) statements: Vec<Statement>,
    pub(super) indirect: Vec<Indirect>,
    /// The indices of paragraphs with parts of quotes in the narrator's sentences.
    pub(super) fragments: Vec<usize>,
    /// The paragraphs with a mark that has no counterpart.
    pub(super) unclosed: Vec<usize>,
}
