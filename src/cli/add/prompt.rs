//! Asks a question on a line of the terminal: with help and the best matches below it while the user types.

use std::borrow::Cow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rustyline::completion::{Completer, Pair};
use rustyline::config::{BellStyle, ColorMode};
use rustyline::error::ReadlineError;
use rustyline::highlight::{CmdKind, Highlighter};
use rustyline::hint::{Hint, Hinter};
use rustyline::history::DefaultHistory;
use rustyline::validate::{ValidationContext, ValidationResult, Validator};
use rustyline::{
    Cmd, CompletionType, ConditionalEventHandler, Config, Context, Editor, Event, EventContext, EventHandler,
    Helper, KeyCode, KeyEvent, Modifiers, RepeatCount,
};

use crate::cli::output;
use crate::entry::{KnownName, same_name};
use crate::search::{NameMatch, match_name};
use crate::text::{Line, TextRole, is_hidden, visible_string, wrap};
use crate::tui;

/// How many matches are shown below the line.
const MATCHES: usize = 5;

/// What is before a row below the line.
const INDENT: &str = "  ";

/// The width of a terminal that does not tell its own.
const COLUMNS: usize = 80;

/// Says why an answer is refused.
type Check<'a> = Box<dyn Fn(&str) -> Result<(), String> + 'a>;

/// A question.
pub(super) struct Question<'a> {
    pub(super) label: String,
    /// What to write, in a line.
    pub(super) hint: String,
    /// What the answer is completed with.
    pub(super) choices: Vec<KnownName>,
    /// What to say of a name that matches none of them; empty for nothing.
    pub(super) no_match: &'static str,
    pub(super) shape: Shape,
    pub(super) check: Check<'a>,
}

/// The shape of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    One,
    /// Several names, separated by semicolons.
    Several,
    /// Lines up to an empty one.
    Lines,
}

/// What the user did.
pub(super) enum Reply {
    Text(String),
    /// Went back to the question before, with this text in the line.
    Back(String),
    /// Cancelled: Ctrl-C, or Ctrl-D in an empty line.
    Cancel,
}

/// A terminal in which questions are asked.
pub(super) struct Prompt<'a> {
    editor: Editor<Asked<'a>, DefaultHistory>,
    goes_back: Arc<AtomicBool>,
    is_coloured: bool,
}

impl<'a> Prompt<'a> {
    pub(super) fn new(is_coloured: bool) -> Result<Self, ReadlineError> {
        let config = Config::builder()
            .completion_type(CompletionType::Circular)
            .bell_style(BellStyle::None)
            // Whether there are colours or not, the highlighter decides what is drawn.
            .color_mode(ColorMode::Forced)
            .build();
        let mut editor = Editor::with_config(config)?;
        let goes_back = Arc::new(AtomicBool::new(false));
        let back = EventHandler::Conditional(Box::new(Back(Arc::clone(&goes_back))));
        editor.bind_sequence(Event::from(KeyEvent(KeyCode::Up, Modifiers::NONE)), back);
        Ok(Self { editor, goes_back, is_coloured })
    }

    /// Asks, with a text in the line.
    pub(super) fn ask(&mut self, question: Question<'a>, text: &str) -> Result<Reply, ReadlineError> {
        // A terminal without cursor movement shows nothing below the line.
        let hint = if output::is_dumb() && !question.hint.is_empty() {
            format!(" ({})", question.hint)
        } else {
            String::new()
        };
        let label = output::shown(&format!("{}{hint}: ", question.label));
        let styled = if self.is_coloured { format!("\u{1b}[1m{label}\u{1b}[0m") } else { label.clone() };
        let goes_back = Arc::clone(&self.goes_back);
        self.editor.set_helper(Some(Asked { question, goes_back, is_coloured: self.is_coloured }));
        let prompt = (label, styled);
        let mut answer = self.editor.readline_with_initial(&prompt, (text, ""));
        if output::is_dumb() {
            while let Some(reason) = answer.as_ref().ok().and_then(|text| self.refusal(text)) {
                output::print_message(&reason);
                answer = self.editor.readline(&prompt);
            }
        }
        let goes_back = self.goes_back.swap(false, Ordering::Relaxed);
        match answer {
            Ok(text) if goes_back => Ok(Reply::Back(text)),
            Ok(text) => Ok(Reply::Text(text)),
            Err(ReadlineError::Interrupted | ReadlineError::Eof) => Ok(Reply::Cancel),
            Err(error) => Err(error),
        }
    }

    /// Why an answer is refused.
    fn refusal(&self, text: &str) -> Option<String> {
        self.editor.helper().and_then(|asked| (asked.question.check)(text).err())
    }
}

/// The choices that match, best first.
pub(super) fn best_matches<'c>(choices: &'c [KnownName], typed: &str) -> Vec<&'c KnownName> {
    let best = |choice: &KnownName| {
        let names = [&choice.name, &choice.id, &choice.detail].into_iter().chain(&choice.other_names);
        names.filter_map(|name| match_name(typed, name)).max()
    };
    let mut matches: Vec<(NameMatch, &KnownName)> =
        choices.iter().filter_map(|choice| Some((best(choice)?, choice))).collect();
    matches.sort_by_key(|(matched, _)| std::cmp::Reverse(*matched));
    matches.into_iter().map(|(_, choice)| choice).take(MATCHES).collect()
}

/// The key that goes back to the question before; within several lines it goes up first.
struct Back(Arc<AtomicBool>);

impl ConditionalEventHandler for Back {
    fn handle(&self, _: &Event, _: RepeatCount, _: bool, context: &EventContext<'_>) -> Option<Cmd> {
        if context.line().get(..context.pos()).is_some_and(|before| before.contains('\n')) {
            return None;
        }
        self.0.store(true, Ordering::Relaxed);
        Some(Cmd::AcceptLine)
    }
}

/// The question that is asked now, for the line editor.
struct Asked<'a> {
    question: Question<'a>,
    goes_back: Arc<AtomicBool>,
    is_coloured: bool,
}

impl Asked<'_> {
    /// Where the name begins that is being typed.
    fn start(&self, before: &str) -> usize {
        let separator = (self.question.shape == Shape::Several).then(|| before.rfind([';', '\n'])).flatten();
        let from = separator.map_or(0, |at| at + 1);
        let name = before.get(from..).unwrap_or_default();
        from + name.len() - name.trim_start().len()
    }

    /// What stands for a choice in the answer: its name, or its id if the name is not its own or cannot be shown.
    fn answer<'c>(&self, choice: &'c KnownName) -> Option<&'c str> {
        let is_plain = |text: &str| visible_string(text) == text && !text.contains(';');
        let namesakes = self.question.choices.iter().filter(|other| same_name(&other.name, &choice.name));
        let is_own = namesakes.count() == 1;
        [(&choice.name, is_own), (&choice.id, true)]
            .into_iter()
            .find_map(|(text, fits)| (fits && is_plain(text)).then_some(text.as_str()))
    }
}

impl Helper for Asked<'_> {}

impl Completer for Asked<'_> {
    type Candidate = Pair;

    fn complete(&self, line: &str, pos: usize, _: &Context<'_>) -> rustyline::Result<(usize, Vec<Pair>)> {
        let before = line.get(..pos).unwrap_or_default();
        let start = self.start(before);
        let typed = before.get(start..).unwrap_or_default();
        let answers =
            best_matches(&self.question.choices, typed).into_iter().filter_map(|choice| self.answer(choice));
        let pair = |text: &str| Pair { display: text.to_owned(), replacement: text.to_owned() };
        Ok((start, answers.map(pair).collect()))
    }
}

/// A text in rows below the line.
fn below(text: &str) -> String {
    let columns = tui::columns().unwrap_or(COLUMNS).saturating_sub(INDENT.len() + 1).max(1);
    let rows = wrap(&Line::of(&output::shown(text), TextRole::Plain), columns);
    rows.iter().flat_map(|row| ["\n".to_owned(), INDENT.to_owned(), row.plain()]).collect()
}

/// What stands below the line.
struct Below(String);

impl Hint for Below {
    fn display(&self) -> &str {
        &self.0
    }

    fn completion(&self) -> Option<&str> {
        None
    }
}

impl Hinter for Asked<'_> {
    type Hint = Below;

    fn hint(&self, line: &str, pos: usize, _: &Context<'_>) -> Option<Below> {
        let before = line.get(..pos).unwrap_or_default();
        let typed = before.get(self.start(before)..).unwrap_or_default().trim();
        let mut rows = Vec::new();
        if (line.is_empty() || self.question.shape == Shape::Lines) && !self.question.hint.is_empty() {
            rows.push(self.question.hint.clone());
        }
        let matches = best_matches(&self.question.choices, typed);
        if matches.is_empty() && !typed.is_empty() && !self.question.no_match.is_empty() {
            rows.push(self.question.no_match.to_owned());
        }
        rows.extend(matches.into_iter().map(|choice| {
            let detail = Some(&choice.detail).filter(|it| !it.is_empty() && **it != choice.name);
            detail.map_or(choice.name.clone(), |detail| format!("{} · {detail}", choice.name))
        }));
        let below: String = rows.iter().map(|row| below(row)).collect();
        (!below.is_empty()).then_some(Below(below))
    }
}

/// Whether a character would act on the terminal, or hide there, if it were drawn as it was pasted. Joiners shape their neighbours.
fn acts(c: char) -> bool {
    is_hidden(c) && !matches!(c, '\n' | '\t' | '\u{200c}' | '\u{200d}' | '\u{fe0e}' | '\u{fe0f}')
}

impl Highlighter for Asked<'_> {
    /// What acts on the terminal is not drawn while it is edited: the editor counts no columns for it, so there is no room for a mark.
    /// The lines that are shown before they are written have the marks.
    fn highlight<'l>(&self, line: &'l str, _: usize) -> Cow<'l, str> {
        if line.contains(acts) { line.replace(acts, "").into() } else { line.into() }
    }

    /// Otherwise a character that is typed at the end is drawn as it is.
    fn highlight_char(&self, line: &str, _: usize, _: CmdKind) -> bool {
        line.contains(acts)
    }

    fn highlight_hint<'h>(&self, hint: &'h str) -> Cow<'h, str> {
        if self.is_coloured { format!("\u{1b}[2m{hint}\u{1b}[0m").into() } else { hint.into() }
    }
}

impl Validator for Asked<'_> {
    fn validate(&self, context: &mut ValidationContext<'_>) -> rustyline::Result<ValidationResult> {
        let text = context.input();
        if self.goes_back.load(Ordering::Relaxed) {
            return Ok(ValidationResult::Valid(None));
        }
        if self.question.shape == Shape::Lines && !text.is_empty() && !text.ends_with('\n') {
            return Ok(ValidationResult::Incomplete);
        }
        // In a dumb terminal a refused line could not be corrected: the next one would be added to it.
        if output::is_dumb() {
            return Ok(ValidationResult::Valid(None));
        }
        Ok(match (self.question.check)(text) {
            Ok(()) => ValidationResult::Valid(None),
            Err(reason) => ValidationResult::Invalid(Some(below(&reason))),
        })
    }
}
