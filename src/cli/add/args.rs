//! The arguments of `lawat add`: a subcommand for each kind of record, with a flag for each of its fields.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint, value_parser};

use crate::cli::shell;
use crate::entry::{Field, Input, Kind};
use crate::lang::Lang;
use crate::text::ascii_text;

/// What the ids of the arguments for fields begin with.
const FIELD: &str = "field.";

const AFTER_HELP: &str = "Examples:
  lawat add visit                                  asks, and creates visits.yaml if there is none
  lawat add statement records/2026.yaml
  lawat add statement --visit kota-a-kota-b --speaker 'Ratna K.' --text 'Satu pintu'
  lawat add person --name 'Ratna K.' --post 'Kepala MPP' --dry-run
  lawat add statement --text - < quote.txt         from standard input";

/// What to add, and where.
#[derive(Debug)]
pub(in crate::cli) struct AddArgs {
    pub(super) kind: Kind,
    pub(super) file: Option<PathBuf>,
    pub(super) visit: Option<String>,
    /// The flags for fields, in the order of the table.
    pub(super) answers: Vec<(&'static Field, String)>,
    /// Whether names that are like known ones are new all the same.
    pub(super) takes_new_names: bool,
    pub(super) is_dry_run: bool,
}

/// The flag of a field, without its hyphens.
pub(super) fn flag(field: &Field) -> String {
    field.name.replace(['.', '_'], "-")
}

fn argument_id(field: &Field) -> String {
    format!("{FIELD}{}", field.name)
}

/// The field of an argument of the command with this path.
pub(in crate::cli) fn field_of(path: &str, argument: &str) -> Option<&'static Field> {
    let kind = path.strip_prefix("add ")?;
    Kind::ALL.into_iter().find(|it| it.name() == kind)?.field(argument.strip_prefix(FIELD)?)
}

/// The help of the flag of a field, in ASCII, which every locale can show.
pub(in crate::cli) fn help(field: &Field, lang: Lang) -> String {
    let known = match field.input {
        Input::Word(words) if words.is_closed() => {
            words.terms(lang).into_iter().map(|(name, _)| name).collect::<Vec<_>>().join(", ")
        }
        _ => String::new(),
    };
    let (label, hint) = (field.label(lang), if known.is_empty() { field.hint(lang) } else { &known });
    let text = if hint.is_empty() { label.to_owned() } else { format!("{label} ({hint})") };
    ascii_text(&text.replace('…', "..."))
}

/// The heading above the flags of fields.
pub(in crate::cli) fn heading(lang: Lang) -> &'static str {
    if lang == Lang::Id { "Isian" } else { "Fields" }
}

/// The placeholder of the value of a field.
pub(in crate::cli) fn value_name(field: &Field, lang: Lang) -> &'static str {
    let [id, en] = match field.input {
        Input::Text | Input::Lines | Input::Topics | Input::Texts => ["TEKS", "TEXT"],
        Input::Number | Input::Decimal => ["ANGKA", "NUMBER"],
        Input::Date => ["TANGGAL", "DATE"],
        Input::Word(_) => ["KATA", "WORD"],
        Input::Visit => ["KUNJUNGAN", "VISIT"],
        Input::People | Input::Organizations | Input::Stops => ["NAMA", "NAME"],
        Input::Source => ["SUMBER", "SOURCE"],
    };
    if lang == Lang::Id { id } else { en }
}

/// The fields that have a flag of their own; the visit has one already.
fn flags(kind: Kind) -> impl Iterator<Item = &'static Field> {
    kind.fields().iter().filter(|field| field.input != Input::Visit)
}

fn about(kind: Kind) -> &'static str {
    match kind {
        Kind::Visit => "Add a visit",
        Kind::Stop => "Add a stop to a visit",
        Kind::Person => "Add a person or a group to a visit",
        Kind::Statement => "Add a statement to a visit",
    }
}

fn subcommand(kind: Kind) -> Command {
    let file = Arg::new("file")
        .value_name("FILE")
        .value_hint(ValueHint::FilePath)
        .value_parser(value_parser!(PathBuf))
        .help("The file; `visits.yaml` or `visits.yml` in this folder if it is not given. A new file is created");
    let visit = Arg::new("visit")
        .long("visit")
        .value_name("ID")
        .add(shell::visits())
        .help("The visit to add to: its id or its title");
    let dry_run = Arg::new("dry_run")
        .long("dry-run")
        .action(ArgAction::SetTrue)
        .help("Write the record to standard output, and change nothing");
    let new_names = Arg::new("new_names")
        .long("new-names")
        .action(ArgAction::SetTrue)
        .help("Add people, organizations and stops whose names are like known ones as new records");
    let command = Command::new(kind.name()).about(about(kind)).arg(file);
    let command = if kind == Kind::Visit { command } else { command.arg(visit) };
    let fields = flags(kind).map(|field| {
        Arg::new(argument_id(field))
            .long(flag(field))
            .value_name(value_name(field, Lang::En))
            .allow_negative_numbers(field.input == Input::Decimal)
            .hide_short_help(!field.is_asked)
            .help_heading(heading(Lang::En))
            .help(help(field, Lang::En))
    });
    command.args([new_names, dry_run]).args(fields)
}

impl clap::Args for AddArgs {
    fn augment_args(command: Command) -> Command {
        command
            .about("Add a visit, a stop, a person or a statement to a file: asks line by line, or takes flags")
            .long_about(
                "Add a visit, a stop, a person or a statement to a file: asks line by line, or takes flags.\n\n\
                 In a terminal without flags, each answer is checked at once, names are completed from the file, and the lines that \
                 will be written are shown before they are. Otherwise the flags are the answers. Every other byte of the file stays \
                 as it is. Several names and topics are separated by semicolons.\n\n\
                 The exit code is 0 if the record was written, 1 if not, after Ctrl-C or the answer no, and 2 for failure.",
            )
            .after_help(AFTER_HELP)
            .subcommand_required(true)
            .arg_required_else_help(true)
            .subcommands(Kind::ALL.map(subcommand))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl clap::FromArgMatches for AddArgs {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let missing = || clap::Error::new(clap::error::ErrorKind::MissingSubcommand);
        let (name, matches) = matches.subcommand().ok_or_else(missing)?;
        let kind = Kind::ALL.into_iter().find(|it| it.name() == name).ok_or_else(missing)?;
        let text = |field: &Field| matches.get_one::<String>(&argument_id(field)).cloned();
        let visit = if kind == Kind::Visit { None } else { matches.get_one("visit").cloned() };
        Ok(Self {
            kind,
            file: matches.get_one("file").cloned(),
            visit,
            answers: flags(kind).filter_map(|field| Some((field, text(field)?))).collect(),
            takes_new_names: matches.get_flag("new_names"),
            is_dry_run: matches.get_flag("dry_run"),
        })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}
