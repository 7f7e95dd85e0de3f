//! `lawat import`: from tables and documents of offices to records.

use std::ffi::{OsStr, OsString};
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueHint};

use super::output::{self, Failure};
use crate::edit::{RecordFile, merge};
use crate::export::write_atomically;
use crate::import::{
    Import, ImportFormat, ImportInput, ImportOptions, Imported, KnownVisits, Map, Plan, RemarkKind, RowKind,
    import, template_table, template_workbook,
};
use crate::lang::{
    Counted, EXPENSES, Lang, MEDIA, NOTES, ORGANIZATIONS, OUTCOMES, PARTICIPANTS, SOURCES, STATEMENTS, STOPS,
    VISITS,
};
use crate::load::{load_text, read_bounded};

/// Import records: tables of offices (CSV, Excel and other spreadsheets), exports of lawat, calendars, transcripts, JSON.
///
/// A row of a table is a visit, a stop, a person, a statement or another record. Headings are recognized in Indonesian and English;
/// --dry-run shows what each column is taken for, --map-out writes it to a file to change, --map reads that file. Columns that
/// nobody claims become fields beginning with x-. A date that cannot be read stays text. Names that differ by a letter
/// or a title are never merged, but shown. Each row that is left out is told with its number and the reason.
///
/// The same input has the same ids, so that a second import with --into updates the records.
///
/// Exits with 0 when records were imported, 1 when there are none or some have errors, 2 when a file cannot be read or written.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  lawat import --template visits.xlsx            a workbook to fill in
  lawat import --dry-run rekap.xlsx              what would be imported
  lawat import rekap.xlsx > visits.yaml          the records
  lawat import --map-out map.toml rekap.xlsx     the columns, to change; then:
  lawat import --map map.toml rekap.xlsx --into visits.yaml")]
pub(super) struct ImportArgs {
    /// Files to import; `-` reads standard input.
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath, required_unless_present = "template")]
    files: Vec<OsString>,

    /// The format (default: by the content).
    #[arg(long, value_name = "FORMAT", value_parser = formats())]
    format: Option<ImportFormat>,

    /// Read from this file which columns are which fields, and which names are one.
    #[arg(long, value_name = "MAP", value_hint = ValueHint::FilePath)]
    map: Option<PathBuf>,

    /// Write what the columns are taken for to this file, and nothing else.
    #[arg(long, value_name = "MAP", value_hint = ValueHint::FilePath)]
    map_out: Option<PathBuf>,

    /// Add the records to this file: new ones are added, those with the same ids are updated, every other byte stays.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    into: Option<PathBuf>,

    /// Show what would be imported, and write nothing.
    #[arg(long)]
    dry_run: bool,

    /// Write sheets to fill in to this file, .xlsx or .csv, and import nothing.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, conflicts_with = "files")]
    template: Option<PathBuf>,

    /// Overwrite the file of --template or --map-out.
    #[arg(long)]
    force: bool,
}

/// The names of the formats.
fn formats() -> impl TypedValueParser<Value = ImportFormat> {
    let help = |format| match format {
        ImportFormat::Csv => "A table as text: comma, semicolon, tab; UTF-8, UTF-16 or Windows-1252",
        ImportFormat::Xlsx => "An Excel workbook",
        ImportFormat::Ods => "An OpenDocument spreadsheet",
        ImportFormat::Json => "An export of lawat, people and organizations in Popolo, or rows",
        ImportFormat::JsonLines => "One visit or one row per line",
        ImportFormat::Calendar => "A calendar",
        ImportFormat::AkomaNtoso => "A debate in Akoma Ntoso",
        ImportFormat::Tei => "A transcript in TEI, as in ParlaMint",
    };
    PossibleValuesParser::new(
        ImportFormat::ALL.map(|format| PossibleValue::new(format.name()).help(help(format))),
    )
    .try_map(|name| ImportFormat::named(&name).ok_or("no format"))
}

/// Imports the files.
pub(super) fn run(args: &ImportArgs, lang: Lang) -> Result<ExitCode, Failure> {
    if let Some(path) = &args.template {
        return write_template(path, args.force, lang);
    }
    let map = read_map(args.map.as_deref(), lang)?;
    let target = args.into.as_deref().map(|path| Target::read(path, lang)).transpose()?;
    let known = target.as_ref().map(Target::visits).unwrap_or_default();
    let imported = read_files(args, &map, &known, lang)?;
    print_plans(&imported.plans, lang);
    if let Some(path) = &args.map_out {
        return write_new(path, imported.map().as_bytes(), args.force, lang);
    }
    print_remarks(&imported.records, lang);
    let left_out =
        imported.records.remarks.iter().filter(|it| matches!(it.what, RemarkKind::LeftOut(_))).count();
    if imported.records.is_empty() {
        output::print_message(lang.import_nothing());
        return Ok(ExitCode::from(1));
    }
    let mut records_only = imported.records;
    let (text, faulty) = checked(&records_only, &known, lang)?;
    let code = ExitCode::from(u8::from(!faulty.is_empty()));
    if target.is_some() {
        records_only.leave_out(&faulty);
    }
    let records = counts(&records_only, lang);
    if args.dry_run {
        output::print_message(&lang.import_dry_run(&records, left_out));
        return Ok(code);
    }
    match target {
        Some(target) => target.merge(&records_only, lang)?,
        None => output::write_text(&text)?,
    }
    output::print_message(&lang.import_done(&records, left_out));
    Ok(code)
}

fn read_map(path: Option<&Path>, lang: Lang) -> Result<Map, Failure> {
    let Some(path) = path else { return Ok(Map::default()) };
    let name = path.to_string_lossy();
    let bytes = read_bounded(path.as_os_str());
    let text = bytes.and_then(|it| String::from_utf8(it).map_err(io::Error::other));
    let text = text.map_err(|error| Failure::new(&lang.unreadable(&name, &error)))?;
    Map::read(&text).map_err(|wrong| Failure::new(&lang.import_bad_map(&name, &wrong.0)))
}

fn read_files(args: &ImportArgs, map: &Map, known: &KnownVisits, lang: Lang) -> Result<Import, Failure> {
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for path in &args.files {
        let name = path.to_string_lossy().into_owned();
        let bytes = read_bounded(path).map_err(|error| Failure::new(&lang.unreadable(&name, &error)))?;
        files.push((name, bytes));
    }
    let inputs: Vec<ImportInput<'_>> =
        files.iter().map(|(name, bytes)| ImportInput { name, bytes }).collect();
    let options = ImportOptions { lang, format: args.format, map, known };
    let imported = output::with_progress(lang.import_working(), || import(&inputs, &options));
    imported.map_err(|(name, unreadable)| Failure::new(&unreadable.message(&name, lang)))
}

/// A kind of record, as it is counted.
fn counted(kind: RowKind) -> Counted {
    match kind {
        RowKind::Visits => VISITS,
        RowKind::Organizations => ORGANIZATIONS,
        RowKind::Participants => PARTICIPANTS,
        RowKind::Stops => STOPS,
        RowKind::Statements => STATEMENTS,
        RowKind::Outcomes => OUTCOMES,
        RowKind::Media => MEDIA,
        RowKind::Expenses => EXPENSES,
        RowKind::Sources => SOURCES,
        RowKind::Notes => NOTES,
    }
}

/// Prints what the columns of each sheet are taken for.
fn print_plans(plans: &[Plan], lang: Lang) {
    for plan in plans {
        let columns = plan.columns.iter().filter(|_| !plan.is_export).map(|column| {
            let field = column.field().unwrap_or(lang.import_ignored_column());
            format!("{} “{}” → {field}", column.letters(), column.heading.replace('\n', " "))
        });
        let columns: Vec<String> = columns.collect();
        output::print_message(&lang.import_plan(
            &plan.label,
            counted(plan.kind),
            plan.headings,
            &columns.join("; "),
        ));
    }
}

fn print_remarks(records: &Imported, lang: Lang) {
    records.told(lang).iter().for_each(|line| output::print_message(line));
}

/// The numbers of the imported records.
fn counts(records: &Imported, lang: Lang) -> String {
    let numbers = RowKind::ALL.map(|kind| (records.count(kind), kind));
    let numbers = numbers.iter().filter(|(number, _)| *number > 0);
    numbers.map(|(number, kind)| lang.counted(*number, counted(*kind))).collect::<Vec<_>>().join(", ")
}

/// The records as a file, and the indices of the visits that have errors, which are told with their rows.
fn checked(records: &Imported, known: &KnownVisits, lang: Lang) -> Result<(String, Vec<usize>), Failure> {
    let written = records.write().map_err(|error| Failure::new(&error.to_string()))?;
    let loaded =
        output::with_progress(lang.import_working(), || load_text("", written.text.as_bytes().to_vec()));
    let ids: Vec<&str> = records.ids().collect();
    let mut faulty = Vec::new();
    for error in loaded.diagnostics.iter().filter(|it| it.problem.is_fatal()) {
        let line = error.location.at.map_or(0, |at| usize::try_from(at.line).unwrap_or_default());
        let Some(visit) = written.visit_at(line) else { continue };
        // A visit of the file may come without the title that is there.
        if ids.get(visit).is_some_and(|id| known.has(id)) {
            continue;
        }
        let place = records.places.get(visit).map_or("", String::as_str);
        output::print_message(&lang.import_faulty(place, &error.problem.message(lang)));
        faulty.push(visit);
    }
    Ok((written.text, faulty))
}

/// The file to which records are added.
struct Target {
    file: RecordFile,
    name: String,
}

impl Target {
    fn read(path: &Path, lang: Lang) -> Result<Self, Failure> {
        let name = path.to_string_lossy().into_owned();
        let file = RecordFile::read(path).map_err(|error| Failure::new(&lang.unreadable(&name, &error)))?;
        if file.text().is_none() {
            return Err(Failure::new(&lang.edit_not_utf8(&name)));
        }
        Ok(Self { file, name })
    }

    /// The visits that are there.
    fn visits(&self) -> KnownVisits {
        let text = self.file.text().unwrap_or_default();
        KnownVisits::of(&load_text(&self.name, text.as_bytes().to_vec()).archive)
    }

    fn merge(self, records: &Imported, lang: Lang) -> Result<(), Failure> {
        let archive = records.archive();
        let failed = |error: crate::edit::EditError| Failure::new(&error.message(&self.name, lang));
        let text = self.file.text().unwrap_or_default();
        let merged = merge(text, &archive, None).map_err(failed)?;
        self.file.save(&merged.text).map_err(|error| Failure::new(&error.message(&self.name, lang)))?;
        let added = merged.changes.iter().filter(|change| change.fields.is_empty()).count();
        let changed = merged.changes.len() - added;
        output::print_message(&lang.import_merged(&self.name, added, changed, merged.unchanged));
        Ok(())
    }
}

fn write_template(path: &Path, force: bool, lang: Lang) -> Result<ExitCode, Failure> {
    let end = path.extension().and_then(OsStr::to_str).unwrap_or_default().to_ascii_lowercase();
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let bytes = match end.as_str() {
        "xlsx" => template_workbook(lang),
        "csv" => template_table(&stem, lang),
        _ => return Err(Failure::new(lang.import_template_name())),
    };
    let bytes = bytes.map_err(|error| Failure::new(&error.to_string()))?;
    write_new(path, &bytes, force, lang)
}

/// Writes a file, and overwrites one only if the user wants it.
fn write_new(path: &Path, bytes: &[u8], force: bool, lang: Lang) -> Result<ExitCode, Failure> {
    let name = path.to_string_lossy();
    if path.exists() && !force {
        return Err(Failure::new(&lang.file_exists(&name)));
    }
    let written = write_atomically(path, force, |out| out.write_all(bytes).map(|()| true));
    written.map_err(|error| Failure::new(&lang.unwritable(&name, &error)))?;
    output::print_message(&lang.import_written(&name));
    Ok(ExitCode::SUCCESS)
}
