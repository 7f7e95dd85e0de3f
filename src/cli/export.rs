//! `lawat export`: writes visits in other formats, to standard output or into files.

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueHint};
use jiff::Timestamp;

use super::output::{self, Failure};
use super::records::{self, RecordArgs, Records};
use super::site;
use crate::export::{
    CsvDialect, Export, ExportFormat, ExportSummary, ExportTable, KeptBasket, KeptBaskets, Opening,
    SaveError, SaveOptions, Selection, baskets_folder, save,
};
use crate::lang::Lang;
use crate::load;
use crate::model::{Archive, Record, RecordKind, Target};
use crate::search::{Depth, Index, MatchLevel, Query, ScopeFilter, SearchFilter, SearchRequest, Searcher};

/// Export visits as data, tables, pages to publish, or a calendar.
///
/// json contains complete records and can be loaded again; csv writes one table per kind of record; html is a single page that
/// needs no other file; ics has an event for each visit and each stop with a known date; jsonld uses the vocabulary of
/// schema.org, which has no terms for outcomes, media, expenses and notes; sql is loaded by psql, and replaces
/// the schema lawat of the database; site is a folder of pages with a search, or one file if the output ends in .html; quotes and briefing are HTML, or Markdown if the output ends in .md.
///
/// A folder for a site is new, empty, or one that an earlier export wrote; no other files are changed.
///
/// With --query, only visits with an exact match are exported, not those whose date may match; formats that list statements
/// contain only the matching ones. If the match is in a stop, a person or the title instead, all statements of that visit are exported.
/// The records of json and jsonl are always complete.
///
/// Exits with 0 when the export was written, 1 when there is nothing to export or visits were left out because of errors, 2
/// when it could not be written.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  lawat export --format csv > pernyataan.csv
  lawat export --format csv --table stops records/ --output stops.csv
  lawat export --format csv --bom --delimiter ';' --output pernyataan.csv
  lawat export --format xlsx --output kunjungan.xlsx records/
  lawat export --format html --output kunjungan.html --lang id
  lawat export --output kunjungan.html --lang id records/
  lawat export --format quotes --title 'Kata tamu' --select visit#q3 --select visit#q1 --output kutipan.md
  lawat export --format briefing --select visit --output protokol.html
  lawat export --format site --output situs/ --base-url https://example.org/visits/ records/
  lawat export --format ics records/ --output-dir kalender/
  lawat export --format sql records/ | psql -v ON_ERROR_STOP=1 -d visits
  lawat export --format md --query 'antrean tgl:2024' records/")]
pub(super) struct ExportArgs {
    #[command(flatten)]
    records: RecordArgs,

    /// The output format; by default that of the name of the output file.
    #[arg(long, value_name = "FORMAT", value_parser = formats(), required_unless_present = "output")]
    format: Option<Format>,

    /// The table, for csv: by default the statements; if there are none, the stops, the participants or the visits.
    #[arg(long, value_name = "TABLE", value_parser = tables())]
    table: Option<ExportTable>,

    /// The csv delimiter: one character, or tab. Excel with Indonesian settings expects a semicolon.
    #[arg(long, value_name = "CHAR", value_parser = delimiter)]
    delimiter: Option<u8>,

    /// Start csv with a byte order mark, so that Excel recognizes UTF-8.
    #[arg(long)]
    bom: bool,

    /// Export only what this query matches, with the syntax of lawat search.
    #[arg(long, value_name = "QUERY", allow_hyphen_values = true)]
    query: Option<String>,

    /// Export these visits and statements (visit#statement), quotes in this order; may be repeated.
    #[arg(long, value_name = "ID", conflicts_with = "query")]
    select: Vec<String>,

    /// Export the statements of a basket that was saved in the explorer, in its order, with its title and opening.
    #[arg(long, value_name = "NAME", conflicts_with_all = ["query", "select"])]
    basket: Option<String>,

    /// The title of collected quotes.
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,

    /// The opening paragraphs of collected quotes, with empty lines between them.
    #[arg(long, value_name = "TEXT")]
    lead: Option<String>,

    /// Write to this file instead of standard output; `-` is standard output.
    #[arg(long, short, value_name = "FILE", conflicts_with = "output_dir")]
    output: Option<PathBuf>,

    /// Write one file per visit to this folder, which is created if necessary.
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    output_dir: Option<PathBuf>,

    /// The address where a site will be published, for its sitemap, its feed and its links in previews.
    #[arg(long, value_name = "URL", value_hint = ValueHint::Url)]
    base_url: Option<String>,

    /// Overwrite existing files, but never an input file.
    #[arg(long)]
    force: bool,
}

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    /// A format of one file, or of one file per visit.
    File(ExportFormat),
    /// A site.
    Site,
}

/// The name of a site among the formats.
const SITE: &str = "site";

/// The names of the formats.
fn formats() -> impl TypedValueParser<Value = Format> {
    let help = |format| match format {
        ExportFormat::Text => "A sheet of quotes with their sources, as text",
        ExportFormat::Json => "The records as they were loaded, as JSON",
        ExportFormat::Jsonl => "A visit a line, as JSON",
        ExportFormat::Csv => "A table, for spreadsheets and statistics",
        ExportFormat::Workbook => "All tables, each on its sheet, for Excel and its like",
        ExportFormat::Markdown => "A page for each visit, as Markdown",
        ExportFormat::Html => "A page to publish or to print",
        ExportFormat::Quotes => "Collected quotes in your order, as a page to publish or to print",
        ExportFormat::QuotesMarkdown => "The same as Markdown, for pandoc and its like",
        ExportFormat::Briefing => "A page for protocol about each visit, to print",
        ExportFormat::BriefingMarkdown => "The same as Markdown",
        ExportFormat::Calendar => "Visits and stops as events of a calendar",
        ExportFormat::JsonLd => "Linked data in the words of schema.org",
        ExportFormat::Sql => "A script that makes a PostgreSQL database of all tables, with a search",
    };
    let files = ExportFormat::ALL.map(|format| PossibleValue::new(format.name()).help(help(format)));
    let site = PossibleValue::new(SITE).help("A site to publish, with pages and a search");
    PossibleValuesParser::new(files.into_iter().chain([site])).try_map(|name| match name.as_str() {
        SITE => Ok(Format::Site),
        name => ExportFormat::named(name).map(Format::File).ok_or("no format"),
    })
}

/// The names of the tables.
fn tables() -> impl TypedValueParser<Value = ExportTable> {
    PossibleValuesParser::new(ExportTable::NAMES).try_map(|name| ExportTable::named(&name).ok_or("no table"))
}

/// Parses the delimiter: one ASCII character that is no quotation mark, line break, letter or digit.
fn delimiter(text: &str) -> Result<u8, &'static str> {
    match text.as_bytes() {
        b"tab" | b"\\t" => Ok(b'\t'),
        [sign @ (b'\t' | b'!'..=b'~')] if !sign.is_ascii_alphanumeric() && !b"\"'.-+".contains(sign) => {
            Ok(*sign)
        }
        _ => Err("one character, such as ; or |, or tab"),
    }
}

/// Writes the export.
pub(super) fn run(args: &ExportArgs, lang: Lang) -> Result<ExitCode, Failure> {
    let format = format_of(args, lang)?;
    check_options(args, format, lang)?;
    let query = args.query.as_deref().map(Query::parse).transpose();
    let query = query.map_err(|wrong| Failure::new(&wrong.message(lang)))?;
    if let Some(remark) = query.as_ref().and_then(|query| query.remark(lang)) {
        output::print_message(&remark);
    }
    // Standard input has no path; the others are resolved before anything is written.
    let inputs = load::record_files(&args.records.paths);
    let mut records = records::open(&args.records, lang)?;
    let index = if query.is_some() { records.index() } else { Arc::default() };
    let archive = &records.archive;
    let basket = args.basket.as_deref().map(|name| kept_basket(name, lang)).transpose()?;
    let selected_ids = basket.as_ref().map_or(&args.select, |basket| &basket.statements);
    let selection = match query {
        Some(query) => found(index, query),
        None if selected_ids.is_empty() && basket.is_none() => Selection::all(archive),
        None => match selected(archive, selected_ids, lang) {
            Some(selection) => selection,
            None => return Ok(ExitCode::from(1)),
        },
    };
    if selection.parts.is_empty() {
        let m = lang.messages();
        output::print_message(if args.query.is_some() {
            m.query_without_results
        } else {
            m.nothing_to_export
        });
        return Ok(ExitCode::from(1));
    }
    let options = SaveOptions { force: args.force, inputs: &inputs };
    match format {
        Format::File(format) => files(args, format, (&records, &selection, basket.as_ref()), options, lang),
        Format::Site => {
            let path = site_path(args).ok_or_else(|| Failure::new(lang.site_needs_output()))?;
            let address = args.base_url.as_deref();
            let published = site::Published { archive, selection: &selection, lang, address };
            site::write(published, path, options)?;
            Ok(records.done)
        }
    }
}

/// The format that was named, or that of the output file.
fn format_of(args: &ExportArgs, lang: Lang) -> Result<Format, Failure> {
    match (args.format, file(args)) {
        (Some(Format::File(format)), Some(path)) => Ok(Format::File(format.for_file(path))),
        (Some(format), _) => Ok(format),
        (None, path) => path
            .and_then(ExportFormat::of_file)
            .map(Format::File)
            .ok_or_else(|| Failure::new(lang.messages().format_is_not_known)),
    }
}

/// The basket with this name.
fn kept_basket(name: &str, lang: Lang) -> Result<KeptBasket, Failure> {
    let folder = baskets_folder().unwrap_or_default();
    let KeptBaskets { baskets, unreadable } = KeptBaskets::read(&folder);
    let names: Vec<String> = baskets.iter().map(|basket| basket.naming.name.clone()).collect();
    let found = baskets.into_iter().find(|basket| basket.naming.name == name);
    found.ok_or_else(|| {
        // It may be among them.
        if !unreadable.is_empty() {
            output::print_message(&lang.baskets_unreadable(&unreadable));
        }
        Failure::new(&lang.basket_is_not_known(name, &names))
    })
}

/// The visits and statements with these ids, statements in this order; none, with a message, if one is not there.
fn selected(archive: &Archive, ids: &[String], lang: Lang) -> Option<Selection> {
    let mut targets: Vec<Target> = Vec::new();
    for id in ids {
        let record = records::only(archive, id, lang)?;
        let visit = archive.visits.iter().position(|it| std::ptr::eq(it, record.visit()))?;
        let target = match record {
            Record::Statement(of, statement) => {
                let item = of.statements.iter().position(|it| std::ptr::eq(it, statement))?;
                Target::new(visit, RecordKind::Statement, item)
            }
            Record::Visit(_) => Target::visit(visit),
            _ => {
                output::print_message(&lang.is_no_visit_or_statement(id));
                return None;
            }
        };
        if !targets.contains(&target) {
            targets.push(target);
        }
    }
    let are_statements = targets.iter().all(|it| it.kind == RecordKind::Statement);
    Some(if are_statements { Selection::ordered(targets) } else { Selection::of(targets) })
}

/// Fails if options do not fit the format, or a workbook would go to a screen.
fn check_options(args: &ExportArgs, format: Format, lang: Lang) -> Result<(), Failure> {
    let m = lang.messages();
    let is_for_csv = args.table.is_some() || args.delimiter.is_some() || args.bom;
    if is_for_csv && format != Format::File(ExportFormat::Csv) {
        return Err(Failure::new(m.only_for_csv));
    }
    let Format::File(format) = format else {
        return match site_path(args) {
            Some(_) => site::check_address(args.base_url.as_deref(), lang),
            None => Err(Failure::new(lang.site_needs_output())),
        };
    };
    if args.base_url.is_some() {
        return Err(Failure::new(lang.only_for_site()));
    }
    if (args.title.is_some() || args.lead.is_some()) && !format.is_of_quotes() {
        return Err(Failure::new(m.only_for_quotes));
    }
    let is_to_screen = args.output_dir.is_none() && file(args).is_none();
    if !format.is_text() && is_to_screen && std::io::stdout().is_terminal() {
        return Err(Failure::new(m.not_for_a_screen));
    }
    Ok(())
}

/// The output file; none for standard output.
fn file(args: &ExportArgs) -> Option<&Path> {
    args.output.as_deref().filter(|path| *path != Path::new("-"))
}

/// The folder or the file of a site.
fn site_path(args: &ExportArgs) -> Option<&Path> {
    file(args).or(args.output_dir.as_deref())
}

/// Writes an export that is no site.
fn files(
    args: &ExportArgs,
    format: ExportFormat,
    (records, selection, basket): (&Records, &Selection, Option<&KeptBasket>),
    options: SaveOptions<'_>,
    lang: Lang,
) -> Result<ExitCode, Failure> {
    let archive = &records.archive;
    let opening = Opening {
        title: args.title.as_deref().or_else(|| basket?.naming.title.as_deref()),
        lead: args.lead.as_deref().or_else(|| basket?.naming.lead.as_deref()),
    };
    let export = Export {
        archive,
        selection,
        format,
        table: args.table.unwrap_or_else(|| ExportTable::default_for(archive, selection)),
        dialect: CsvDialect {
            delimiter: args.delimiter.unwrap_or(CsvDialect::default().delimiter),
            bom: args.bom,
        },
        lang,
        now: Timestamp::now(),
        opening,
    };
    if format == ExportFormat::Csv && args.table.is_none() && export.table != ExportTable::Statements {
        output::print_message(&lang.table_instead(export.unit()));
    }
    let written = match (file(args), &args.output_dir) {
        (Some(path), _) => into_file(&export, path, options),
        (None, Some(folder)) => {
            output::with_progress(lang.messages().exporting, || into_folder(&export, folder, options))?
        }
        (None, None) => to_standard_output(&export)?,
    };
    match written {
        Ok(_) => Ok(records.done),
        Err(SaveError::Nothing(_)) => {
            let m = lang.messages();
            let is_calendar = format == ExportFormat::Calendar;
            output::print_message(if is_calendar { m.calendar_is_empty } else { m.nothing_to_export });
            Ok(ExitCode::from(1))
        }
        Err(unsaved) => Err(Failure::unsaved(lang, &unsaved)),
    }
}

/// The exact matches of a query; similar results are not published.
fn found(index: Arc<Index>, query: Query) -> Selection {
    let filter = SearchFilter { scope: ScopeFilter::All, kinds: Vec::new() };
    let request = SearchRequest { query, filter, limit: usize::MAX };
    let results = Searcher::new(index).search(&request, Depth::Exact, &|| false);
    let results = results.unwrap_or_default().ranked();
    Selection::of(
        results.into_iter().filter(|result| result.level >= MatchLevel::Literal).map(|result| result.target),
    )
}

type Saved = Result<ExportSummary, SaveError>;

fn to_standard_output(export: &Export<'_>) -> Result<Saved, Failure> {
    let write = || output::stream(|out| export.write(out));
    // A message must not appear in a pager or between the lines on a terminal.
    let written = if output::is_stdout_file() {
        output::with_progress(export.lang.messages().exporting, write)?
    } else {
        write()?
    };
    Ok(report_left_out(export, written))
}

/// Prints what was left out.
fn report_left_out(export: &Export<'_>, written: ExportSummary) -> Saved {
    for remark in written.remarks(export.lang) {
        output::print_message(&remark);
    }
    if written.records == 0 { Err(SaveError::Nothing(written)) } else { Ok(written) }
}

fn into_file(export: &Export<'_>, path: &Path, options: SaveOptions<'_>) -> Saved {
    let written = output::with_progress(export.lang.messages().exporting, || save(path, options, export))?;
    let count = export.lang.counted(written.records, export.unit());
    output::print_message(&export.lang.exported(&path.to_string_lossy(), &count));
    report_left_out(export, written)
}

fn into_folder(export: &Export<'_>, folder: &Path, options: SaveOptions<'_>) -> Result<Saved, Failure> {
    let lang = export.lang;
    std::fs::create_dir_all(folder)
        .map_err(|error| Failure::new(&lang.unwritable(&folder.to_string_lossy(), &error)))?;
    // Checked before anything is written, so that a second attempt does not fail on the files of the first.
    let existing = export.per_visit().map(|(name, _)| folder.join(name)).find(|path| path.exists());
    if let Some(path) = existing.filter(|_| !options.force) {
        return Err(Failure::unsaved(lang, &SaveError::AlreadyThere(path)));
    }
    let mut all = ExportSummary::default();
    let mut files = 0;
    for (name, selection) in export.per_visit() {
        let one = Export { selection: &selection, ..*export };
        let path = folder.join(name);
        // A link was made by somebody else, and its target could be anywhere.
        if path.is_symlink() {
            return Err(Failure::new(&lang.is_link(&path.to_string_lossy())));
        }
        match save(&path, options, &one) {
            Ok(written) => {
                all.records += written.records;
                all.leave_out(written);
                files += 1;
            }
            // A visit that cannot be expressed in this format has no file.
            Err(SaveError::Nothing(written)) => all.leave_out(written),
            Err(unsaved) => {
                output::print_message(&lang.exported_files(&folder.to_string_lossy(), files));
                return Err(Failure::unsaved(lang, &unsaved));
            }
        }
    }
    if files > 0 {
        output::print_message(&lang.exported_files(&folder.to_string_lossy(), files));
    }
    Ok(report_left_out(export, all))
}
