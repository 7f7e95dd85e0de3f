//! `lawat stats`: the whole in numbers and pictures: counts, an overview, a timeline, a map, a matrix, a comparison.

mod compare;
mod counts;
mod map;
mod overview;
mod sheet;
mod timeline;

use std::process::ExitCode;

use clap::{Args, ValueEnum};

use self::counts::CountReport;
use super::output::{self, Failure, Paint};
use super::records::{self, RecordArgs};
use crate::chart;
use crate::lang::Lang;
use crate::search::days_of;
use crate::stats::{CountBy, CountQuery, CountUnit, FactIndex, Limit, Selection, ValueKey, View};

/// How many rows of each kind an overview, and how many values a comparison has, unless specified.
const FEW: usize = 10;
const COMPARED: usize = 4;
/// How many rows a picture or a list has, unless specified.
const MANY: usize = 40;

/// Count visits, participants, stops or statements by city, person, host, month and more.
///
/// By default statements are counted, or visits if there are no statements. A record with several topics, hosts or cities is
/// counted under each of them, but once in the total. Cities and countries are those of the stop, the hosts and the visitors.
/// A statement or a stop without a date takes the date of its stop or visit; a date that may fall in several months counts for
/// its year, and one that may fall in several years has a row of its own. Empty years and months are shown as 0. With --by given
/// twice, the result is a table of rows and columns.
///
/// With --view, the whole is shown in other ways: an overview, a timeline, a map, a matrix with shades, or a comparison. --of
/// and --during limit each of them to a part of the records. With --format svg the result is a picture for reports.
///
/// Exits with 0, even when there is nothing to count, with 1 when visits were left out because of errors, with 2 when the
/// records could not be read.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  lawat stats --by month records/
  lawat stats --count visit --by city records/
  lawat stats --count visit --by host --by year --format csv records/
  lawat stats --view overview --during 2024..2025 records/
  lawat stats --view map --of a-visit --format svg records/ > map.svg
  lawat stats --view compare --by person --of ratna --of sari records/")]
pub(super) struct StatsArgs {
    #[command(flatten)]
    records: RecordArgs,

    /// What to show.
    #[arg(long, value_enum, default_value_t = ViewArg::Counts)]
    view: ViewArg,

    /// What to count.
    #[arg(long, value_enum)]
    count: Option<UnitArg>,

    /// What to group by; given twice, rows and columns.
    #[arg(long, value_enum, value_delimiter = ',')]
    by: Vec<ByArg>,

    /// Only records with this value, by key or name; of the first --by, or else of the visit. Can be given several times.
    #[arg(long, value_name = "VALUE")]
    of: Vec<String>,

    /// Only records that may be within these days: `2024`, `2024-03..2024-06`.
    #[arg(long, value_name = "DAYS")]
    during: Option<String>,

    /// How many rows of each kind, at most.
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u32).range(1..))]
    top: Option<u32>,

    /// The output format.
    #[arg(long, value_enum, default_value_t = StatsFormat::Text)]
    format: StatsFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ViewArg {
    /// Counts by one or two facts.
    Counts,
    /// How many, when, who, where to, about what, and what the records lack.
    Overview,
    /// When the visits were; of a single visit, its days and hours.
    Timeline,
    /// Where the stops were.
    Map,
    /// Counts by two facts, with shades.
    Matrix,
    /// Several values of a fact, side by side.
    Compare,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum UnitArg {
    Visit,
    /// People and groups, each counted once across all visits.
    #[value(alias = "participant")]
    Person,
    Stop,
    Statement,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum ByArg {
    #[value(alias = "participant")]
    Person,
    Organization,
    /// The host organizations, or else the hosts.
    Host,
    /// The visiting organizations, or else the visitors.
    Visitor,
    /// Each visitor with each host.
    Pair,
    Stop,
    City,
    Country,
    Year,
    Month,
    Topic,
    /// The type of statements and participants, the classification of visits and stops.
    Kind,
    Classification,
    Status,
    Visit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum StatsFormat {
    /// A table to read, with bars in a terminal.
    Text,
    /// One JSON array; with two --by or in other views, one object.
    Json,
    /// CSV with a header row.
    Csv,
    /// A table of Markdown.
    Md,
    /// A picture with an alternative text, for light and dark screens and for print.
    Svg,
}

impl UnitArg {
    fn unit(self) -> CountUnit {
        match self {
            Self::Visit => CountUnit::Visit,
            Self::Person => CountUnit::Person,
            Self::Stop => CountUnit::Stop,
            Self::Statement => CountUnit::Statement,
        }
    }
}

impl ByArg {
    fn by(self) -> CountBy {
        match self {
            Self::Person => CountBy::Person,
            Self::Organization => CountBy::Organization,
            Self::Host => CountBy::Host,
            Self::Visitor => CountBy::Visitor,
            Self::Pair => CountBy::Pair,
            Self::Stop => CountBy::Stop,
            Self::City => CountBy::City,
            Self::Country => CountBy::Country,
            Self::Year => CountBy::Year,
            Self::Month => CountBy::Month,
            Self::Topic => CountBy::Topic,
            Self::Kind => CountBy::Kind,
            Self::Classification => CountBy::Classification,
            Self::Status => CountBy::Status,
            Self::Visit => CountBy::Visit,
        }
    }
}

/// Counts and writes the result.
pub(super) fn run(args: &StatsArgs, lang: Lang, paint: Paint) -> Result<ExitCode, Failure> {
    if args.by.len() > 2 {
        return Err(Failure::new(lang.messages().two_facts_at_most));
    }
    let days = args.during.as_deref().map(|text| days_of(text).ok_or_else(|| lang.not_a_date(text)));
    let days = days.transpose().map_err(|message| Failure::new(&message))?;
    let records = records::open(&args.records, lang)?;
    let (archive, done) = (&records.archive, records.done);
    let facts = FactIndex::new(archive);
    let whole = Selection::all();
    let view = View { archive, facts: &facts, selection: &whole, lang };
    let keys = args.keys(&view)?;
    let selection = Selection::having(&facts, archive, (args.first_by(), &keys), days);
    let view = View { selection: &selection, ..view };
    output::write_text(&args.answer(&view, keys, paint)?)?;
    Ok(done)
}

impl StatsArgs {
    /// The fact whose values --of names.
    fn first_by(&self) -> CountBy {
        self.by.first().map_or(CountBy::Visit, |by| by.by())
    }

    fn keys(&self, view: &View<'_>) -> Result<Vec<ValueKey>, Failure> {
        let by = self.first_by();
        let key = |value: &String| {
            let unknown = || Failure::new(&view.lang.nothing_has(by.noun(), value));
            view.find(by, value).ok_or_else(unknown)
        };
        self.of.iter().map(key).collect()
    }

    fn most(&self, usual: usize) -> usize {
        self.top.and_then(|top| usize::try_from(top).ok()).unwrap_or(usual)
    }

    fn answer(&self, view: &View<'_>, keys: Vec<ValueKey>, paint: Paint) -> Result<String, Failure> {
        let format = self.format;
        match self.view {
            ViewArg::Counts | ViewArg::Matrix => self.counts(view).written(format, paint),
            ViewArg::Overview => {
                overview::written(&view.overview(self.most(FEW)), format, (view.lang, paint))
            }
            ViewArg::Timeline => timeline::written(view, self.most(MANY), format, paint),
            ViewArg::Map => map::written(view, self.most(MANY), format, paint),
            ViewArg::Compare => {
                let keys = if keys.is_empty() { self.most_frequent(view) } else { keys };
                compare::written(&view.compare(self.first_by(), &keys), format, (view.lang, paint))
            }
        }
    }

    fn unit(&self, view: &View<'_>) -> CountUnit {
        let usual = || if view.archive.statements() > 0 { CountUnit::Statement } else { CountUnit::Visit };
        self.count.map_or_else(usual, UnitArg::unit)
    }

    fn counts(&self, view: &View<'_>) -> CountReport {
        let unit = self.unit(view);
        let is_matrix = self.view == ViewArg::Matrix;
        let by = self.by.first().map_or_else(|| default_by(unit), |by| by.by());
        let across = self.by.get(1).map(|by| by.by());
        let usual_across = if by == CountBy::Stop { CountBy::Topic } else { CountBy::Stop };
        let across = across.or(is_matrix.then_some(usual_across));
        let question = CountQuery { unit, by, across };
        let rows = if is_matrix || self.format == StatsFormat::Svg { MANY } else { usize::MAX };
        let columns =
            if is_matrix || self.format == StatsFormat::Svg { chart::MOST_COLUMNS } else { usize::MAX };
        let limit = Limit { rows: self.most(rows), columns: self.most(columns).min(columns) };
        let (table, totals) = (view.count(question, limit), view.totals());
        CountReport { table, question, totals, lang: view.lang, is_shaded: is_matrix }
    }

    /// The values of a fact with the most visits, to be compared.
    fn most_frequent(&self, view: &View<'_>) -> Vec<ValueKey> {
        let query = CountQuery { unit: CountUnit::Visit, by: self.first_by(), across: None };
        let table = view.count(query, Limit { rows: self.most(COMPARED), columns: 0 });
        table.rows.into_iter().filter_map(|row| row.key).collect()
    }
}

/// The property to count by if none is given.
fn default_by(unit: CountUnit) -> CountBy {
    match unit {
        CountUnit::Visit | CountUnit::Statement => CountBy::Person,
        CountUnit::Person => CountBy::Organization,
        CountUnit::Stop => CountBy::Stop,
    }
}
