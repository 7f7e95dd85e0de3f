//! Asks for the fields of a record one by one, shows what will be written, and writes it.

use std::fmt::Display;
use std::path::Path;
use std::process::ExitCode;

use super::args::AddArgs;
use super::prompt::{Prompt, Question, Reply, Shape, best_matches};
use super::records::Records;
use crate::app::SimilarName;
use crate::cli::output::{self, Failure, Paint};
use crate::edit::{Merged, SaveError};
use crate::entry::{Entry, EntryError, Field, Input, Kind, Known, NewRecord};
use crate::lang::Lang;
use crate::model::{Id, RecordKind, Visit};
use crate::text::{Line, TextRole, wrap};

/// The widest text output, in columns.
const COLUMNS: usize = 100;

/// What has been typed so far. It outlives a change of the file.
struct Answers {
    /// By field.
    texts: Vec<String>,
    /// The number of the field that is asked for next.
    at: usize,
    /// The id of the visit.
    visit: Option<String>,
}

/// A record that can be written, and the file with it.
struct Complete {
    record: NewRecord,
    merged: Merged,
}

/// Asks until the record is written, or the user leaves.
pub(super) fn run(args: &AddArgs, path: &Path, lang: Lang, paint: Paint) -> Result<ExitCode, Failure> {
    let fields: Vec<&Field> = args.kind.fields().iter().filter(|field| field.is_asked).collect();
    let mut answers = Answers { texts: vec![String::new(); fields.len()], at: 0, visit: args.visit.clone() };
    loop {
        let records = Records::read(path, lang)?;
        let complete = Dialogue::new(args, &records, &fields, paint, lang)?.run(&mut answers)?;
        let Some(Complete { record, merged }) = complete else {
            output::print_message(lang.nothing_written());
            return Ok(ExitCode::from(1));
        };
        if args.is_dry_run {
            return super::print(&record);
        }
        let name = records.name.clone();
        match records.save(&merged.text) {
            Ok(()) => return super::tell(args, &name, &merged.text, &record, lang),
            Err(SaveError::Changed) => output::print_message(&lang.changed_meanwhile(&name)),
            Err(error) => return Err(Failure::new(&error.message(&name, lang))),
        }
    }
}

struct Dialogue<'a> {
    kind: Kind,
    records: &'a Records,
    fields: &'a [&'static Field],
    is_dry_run: bool,
    prompt: Prompt<'a>,
    paint: Paint,
    lang: Lang,
}

fn failed(error: impl Display, lang: Lang) -> Failure {
    Failure::new(&lang.terminal_failed(&std::io::Error::other(error.to_string())))
}

impl<'a> Dialogue<'a> {
    fn new(
        args: &AddArgs,
        records: &'a Records,
        fields: &'a [&'static Field],
        paint: Paint,
        lang: Lang,
    ) -> Result<Self, Failure> {
        let prompt = Prompt::new(paint.is_coloured()).map_err(|error| failed(error, lang))?;
        Ok(Self { kind: args.kind, records, fields, is_dry_run: args.is_dry_run, prompt, paint, lang })
    }

    /// Asks for everything; `None` if the user leaves.
    fn run(mut self, answers: &mut Answers) -> Result<Option<Complete>, Failure> {
        let visit = match self.kind {
            Kind::Visit => None,
            _ => match self.visit(answers)? {
                Some(visit) => Some(visit),
                None => return Ok(None),
            },
        };
        let known = Known { archive: &self.records.archive, visit };
        self.introduce(visit)?;
        loop {
            while let Some(field) = self.fields.get(answers.at) {
                if !self.ask(field, known, answers)? {
                    return Ok(None);
                }
            }
            let record = match self.entry(answers).record(known, self.lang) {
                Ok(record) => record,
                Err(error) => {
                    self.write(&Line::of(&error.message(self.lang), TextRole::Warning))?;
                    answers.at = self.field_of(&error);
                    continue;
                }
            };
            let merged = self.records.with(&record)?;
            if self.is_dry_run {
                return Ok(Some(Complete { record, merged }));
            }
            self.preview(&record, &merged)?;
            match self.confirm()? {
                Reply::Text(text) if is_yes(&text) => return Ok(Some(Complete { record, merged })),
                Reply::Text(_) | Reply::Cancel => return Ok(None),
                Reply::Back(_) => answers.at = self.fields.len().saturating_sub(1),
            }
        }
    }

    /// The visit to which something is added: the one that was named, the only one, or the one that the user chooses.
    fn visit(&mut self, answers: &mut Answers) -> Result<Option<&'a Visit>, Failure> {
        let (records, lang) = (self.records, self.lang);
        if records.archive.visits.is_empty() {
            return Err(Failure::new(&lang.no_visit_yet(&records.name)));
        }
        let named = answers.visit.as_deref();
        let visit = match records.visit(named) {
            None if named.is_some() => {
                return Err(Failure::new(&format!("--visit: {}", EntryError::NoVisit.message(lang))));
            }
            None => self.chosen_visit()?,
            known => known,
        };
        answers.visit = visit.map(|visit| visit.id.to_string());
        Ok(visit)
    }

    /// The visit that the user chooses, the newest first.
    fn chosen_visit(&mut self) -> Result<Option<&'a Visit>, Failure> {
        let (archive, lang) = (&self.records.archive, self.lang);
        let visits = Known { archive, visit: None }.names(Input::Visit, lang);
        let newest = archive.newest_first();
        let choices: Vec<_> = newest.into_iter().filter_map(|at| visits.get(at).cloned()).collect();
        let found = {
            let choices = choices.clone();
            move |text: &str| {
                let best = best_matches(&choices, text).first().map(|choice| Id::new(&choice.id))?;
                archive.visit(&best)
            }
        };
        let mut typed = String::new();
        loop {
            let [label, hint] = lang.which_visit().map(str::to_owned);
            let choices = choices.clone();
            let found_now = found.clone();
            let check = Box::new(move |text: &str| {
                found_now(text).map(drop).ok_or_else(|| EntryError::NoVisit.message(lang))
            });
            let question = Question { label, hint, choices, no_match: "", shape: Shape::One, check };
            match self.prompt.ask(question, &typed).map_err(|error| failed(error, lang))? {
                Reply::Text(text) => return Ok(found(&text)),
                // There is no question before this one.
                Reply::Back(text) => typed = text,
                Reply::Cancel => return Ok(None),
            }
        }
    }

    /// Says what is added where, and which keys there are.
    fn introduce(&self, visit: Option<&Visit>) -> Result<(), Failure> {
        let kind = match self.kind {
            Kind::Visit => RecordKind::Visit,
            Kind::Stop => RecordKind::Stop,
            Kind::Person => RecordKind::Participant,
            Kind::Statement => RecordKind::Statement,
        };
        let visit = visit.map(|visit| format!(" · {}", visit.title)).unwrap_or_default();
        let place = format!("{visit} · {}", self.records.name);
        self.write(&Line::of(self.lang.new_record(kind), TextRole::Strong).with(&place, TextRole::Dim))?;
        self.write(&Line::of(self.lang.question_keys(), TextRole::Dim))?;
        self.write(&Line::new())
    }

    /// Asks for a field. Returns whether to go on.
    fn ask(
        &mut self,
        field: &'static Field,
        known: Known<'a>,
        answers: &mut Answers,
    ) -> Result<bool, Failure> {
        let (lang, kind) = (self.lang, self.kind);
        let entry = self.entry(answers);
        let check = Box::new(move |text: &str| check(&entry, field, text, known, lang));
        let is_name = matches!(field.input, Input::People | Input::Organizations | Input::Stops);
        let question = Question {
            label: field.label(lang).to_owned(),
            hint: hint(field, lang),
            choices: known.completions(kind, field, lang),
            no_match: if is_name { lang.name_is_new() } else { "" },
            shape: shape(field.input),
            check,
        };
        let Some(text) = answers.texts.get_mut(answers.at) else { return Ok(true) };
        let reply = self.prompt.ask(question, text).map_err(|error| failed(error, lang))?;
        match reply {
            Reply::Text(typed) => {
                typed.trim_end().clone_into(text);
                answers.at += 1;
            }
            Reply::Back(typed) => {
                typed.trim_end().clone_into(text);
                answers.at = answers.at.saturating_sub(1);
            }
            Reply::Cancel => return Ok(false),
        }
        Ok(true)
    }

    /// The entry with the answers that fit.
    fn entry(&self, answers: &Answers) -> Entry {
        let mut entry = Entry::new(self.kind);
        for (field, text) in self.fields.iter().zip(&answers.texts) {
            // An answer that does not fit is asked for again before the record is written.
            let _ = entry.answer(field, text, self.lang);
        }
        entry
    }

    /// The number of the field to which an error belongs.
    fn field_of(&self, error: &EntryError) -> usize {
        let name = match error {
            EntryError::Missing(field) => field.name,
            EntryError::NoSource => "source",
            _ => "name",
        };
        self.fields.iter().position(|field| field.name == name).unwrap_or_default()
    }

    /// Shows the lines that will be written, whom names were taken for, and what is added beside.
    fn preview(&self, record: &NewRecord, merged: &Merged) -> Result<(), Failure> {
        let lang = self.lang;
        let note = if self.records.is_new() { format!(" · {}", lang.new_file()) } else { String::new() };
        self.write(&Line::new())?;
        self.write(&Line::of(&self.records.name, TextRole::Strong).with(&note, TextRole::Dim))?;
        let widest = merged.lines.last().map_or(1, |(number, _)| number.to_string().len());
        for (number, text) in &merged.lines {
            let number = format!("{number:widest$} ");
            self.write(&Line::of(&number, TextRole::Dim).with(text, TextRole::Plain))?;
        }
        self.write(&Line::new())?;
        for known in &record.found {
            let taken = lang.taken_for(&known.name, known.is_in_visit, known.visits);
            let detail = Some(&known.detail).filter(|it| !it.is_empty() && **it != known.name);
            let detail = detail.map(|it| format!(" · {it}")).unwrap_or_default();
            self.write(&Line::of(&taken, TextRole::Plain).with(&detail, TextRole::Dim))?;
        }
        let is_found = |name: &str| record.found.iter().any(|known| known.name == name);
        for (list, name) in record.created.iter().filter(|(_, name)| !is_found(name)) {
            self.write(&Line::of(&lang.added_beside(list, name), TextRole::Plain))?;
        }
        if let Some(SimilarName { typed, known, .. }) = self.records.similar_name(record, lang) {
            self.write(&Line::of(&lang.similar_to(&typed, &known.name), TextRole::Warning))?;
        }
        Ok(())
    }

    /// Asks whether to write. Enter alone, with which fields are passed over, does not.
    fn confirm(&mut self) -> Result<Reply, Failure> {
        let lang = self.lang;
        let [label, hint] = lang.write_to(&self.records.name);
        let check =
            Box::new(
                move |text: &str| {
                    if is_yes(text) || is_no(text) { Ok(()) } else { Err(lang.yes_or_no().to_owned()) }
                },
            );
        let question = Question { label, hint, choices: Vec::new(), no_match: "", shape: Shape::One, check };
        self.prompt.ask(question, "").map_err(|error| failed(error, lang))
    }

    fn write(&self, line: &Line) -> Result<(), Failure> {
        let rows = wrap(line, output::columns(COLUMNS));
        output::write_text(&rows.iter().map(|row| self.paint.line(row)).collect::<String>())
    }
}

fn hint(field: &Field, lang: Lang) -> String {
    let required = field.is_required.then(|| lang.is_required());
    let hint = Some(field.hint(lang)).filter(|hint| !hint.is_empty());
    let end = (field.input == Input::Lines).then(|| lang.empty_line_ends());
    [required, hint, end].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn shape(input: Input) -> Shape {
    match input {
        Input::Lines => Shape::Lines,
        Input::Topics | Input::Texts | Input::People | Input::Organizations | Input::Stops => Shape::Several,
        _ => Shape::One,
    }
}

/// Whether an answer fits its field, and the record so far.
fn check(
    entry: &Entry,
    field: &'static Field,
    text: &str,
    known: Known<'_>,
    lang: Lang,
) -> Result<(), String> {
    let mut entry = entry.clone();
    entry.answer(field, text, lang).map_err(|error| error.message(lang))?;
    match entry.record(known, lang) {
        Err(EntryError::Missing(missing)) if missing != field => Ok(()),
        // A person without a name may still get a post.
        Err(EntryError::Nameless) | Ok(_) => Ok(()),
        Err(error) => Err(error.message(lang)),
    }
}

fn is_yes(text: &str) -> bool {
    ["y", "ya", "yes"].contains(&text.trim().to_lowercase().as_str())
}

fn is_no(text: &str) -> bool {
    ["n", "no", "t", "tidak"].contains(&text.trim().to_lowercase().as_str())
}
