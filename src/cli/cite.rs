//! `lawat cite`: prints the citation of a statement.

use std::process::ExitCode;

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use super::output::{self, Failure};
use super::records::{self, RecordArgs};
use super::shell;
use crate::cite::{Citation, PostOrder, Style};
use crate::lang::Lang;
use crate::model::Record;

/// Cite a statement with its speaker, date and sources, as far as they are recorded.
///
/// A paraphrase never gets quotation marks, a translation is labelled as one, and unknown facts are left out. The
/// statement keeps its language; --lang sets the language of the rest.
///
/// Exits with 0 when the statement was found, 1 when it was not, is not a statement, or visits were left out because of
/// errors, 2 when the records could not be read.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  lawat cite balikpapan-pontianak-2026#q1
  lawat cite balikpapan-pontianak-2026#q1 --style bibtex >> sumber.bib
  lawat cite kota-a-kota-b#q1 records/ --style apa --lang en")]
pub(super) struct CiteArgs {
    /// The reference of the statement, visit-id#statement-id (`/` or `:` can replace `#`), or its id if it is unique.
    #[arg(value_name = "ID", add = shell::statements())]
    id: String,

    #[command(flatten)]
    records: RecordArgs,

    /// The citation style.
    #[arg(long, value_name = "STYLE", value_parser = styles(), default_value = Style::Press.name())]
    style: Style,

    /// Use the translation into this language, such as en.
    #[arg(long, value_name = "LANGUAGE")]
    translation: Option<String>,
}

/// The names of the styles.
fn styles() -> impl TypedValueParser<Value = Style> {
    let names = Style::ALL.map(|style| PossibleValue::new(style.name()).help(style.label(Lang::En)));
    PossibleValuesParser::new(names).try_map(|name| Style::named(&name).ok_or("no style"))
}

/// Prints the citation.
pub(super) fn run(args: &CiteArgs, lang: Lang, post_order: PostOrder) -> Result<ExitCode, Failure> {
    let records = records::open(&args.records, lang)?;
    let (archive, done) = (&records.archive, records.done);
    let Some(record) = records::only(archive, &args.id, lang) else { return Ok(ExitCode::from(1)) };
    let Record::Statement(visit, statement) = record else {
        output::print_message(&lang.not_a_statement_id(&args.id));
        return Ok(ExitCode::from(1));
    };
    let mut citation = Citation { post_order, ..Citation::new(visit, statement, lang) };
    if let Some(language) = &args.translation {
        let fits = |known: &str| known.eq_ignore_ascii_case(language);
        citation.translation = statement.translations.iter().position(|it| fits(&it.language));
        if citation.translation.is_none() {
            let known: Vec<&str> = statement.translations.iter().map(|it| it.language.as_str()).collect();
            output::print_message(&lang.no_translation(language, &known.join(", ")));
            return Ok(ExitCode::from(1));
        }
    }
    output::write_text(&(citation.write(args.style) + args.style.line_end()))?;
    if args.style.is_for_references() {
        citation
            .untitled_sources()
            .for_each(|it| output::print_message(&lang.untitled_source(it.id.as_str())));
    }
    Ok(done)
}
