//! The plain mode: a line-based session with numbered lists, for screen readers, logs, slow connections and editor shells.
//!
//! Each line of input is answered with lines of output; nothing is redrawn, coloured or moved. The session is at the end of a
//! path of pages, each with its list; a number opens an item of the last list.

mod command;
mod listing;
mod path;
mod renderer;

use std::io::{self, BufRead, Read as _, Write};
use std::sync::Arc;

use crate::cite::{Citation, PostOrder, Style};
use crate::lang::Lang;
use crate::load::Loaded;
use crate::model::{Record, Target};
use crate::search::{Depth, Index, Query, SearchFilter, SearchRequest, Searcher};
use crate::text::{Line, TextRole, ascii_text, capitalize, shorten};
use command::Request;
use listing::{ListItem, Listing};
use path::{PathEntry, PlainPage, SearchPage};
use renderer::Renderer;

/// The maximum length of an input line, in bytes; the rest is discarded.
const MAX_LINE_BYTES: u64 = 4096;
/// The maximum number of search results listed per kind; all are counted.
const MAX_RESULTS: usize = 100;
/// The minimum width for wrapping, in columns.
const MIN_COLUMNS: usize = 20;

/// The options of a plain session.
#[derive(Debug, Clone, Copy)]
pub struct PlainOptions {
    /// The initial language.
    pub lang: Lang,
    /// The width for wrapping, in columns.
    pub columns: usize,
    /// Whether to write a prompt, for interactive use.
    pub prompt: bool,
    /// Whether to write ASCII only.
    pub ascii: bool,
    /// Where a post is written in press citations: before or after the name.
    pub post_order: PostOrder,
}

/// Answers each line of `input` until it ends or asks to quit. Fails if reading or writing fails.
pub fn run_session(
    loaded: &Loaded,
    options: PlainOptions,
    mut input: impl BufRead,
    mut output: impl Write,
) -> io::Result<()> {
    let mut session = Session::new(loaded, options);
    let mut answer = session.begin();
    loop {
        for line in &answer {
            let line = line.plain();
            let line = if options.ascii { ascii_text(&line) } else { line };
            writeln!(output, "{}", line.trim_end())?;
        }
        if options.prompt {
            write!(output, "> ")?;
        }
        output.flush()?;
        let Some(line) = next_line(&mut input)? else {
            // Ends the line of the prompt.
            if options.prompt {
                writeln!(output)?;
            }
            break;
        };
        let Some(next) = session.answer(&line) else { break };
        // Without a prompt, an empty line separates the answers.
        if !options.prompt {
            writeln!(output)?;
        }
        answer = next;
    }
    output.flush()
}

/// The next line of the input, truncated to the maximum length.
fn next_line(input: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut line = Vec::new();
    if input.by_ref().take(MAX_LINE_BYTES).read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    if !line.ends_with(b"\n") {
        input.skip_until(b'\n')?;
    }
    Ok(Some(String::from_utf8_lossy(&line).into_owned()))
}

/// A session: the path so far (never empty), and the renderer.
struct Session<'a> {
    renderer: Renderer<'a>,
    path: Vec<PathEntry>,
    /// Created when it is first needed.
    searcher: Option<Searcher>,
    post_order: PostOrder,
}

impl<'a> Session<'a> {
    fn new(loaded: &'a Loaded, options: PlainOptions) -> Self {
        let columns = options.columns.max(MIN_COLUMNS);
        let archive = &loaded.archive;
        // A single visit is opened at once.
        let start = if archive.visits.len() == 1 {
            let only = Target::visit(0);
            PathEntry::new(PlainPage::Record(only), Listing::of_record(archive, only))
        } else {
            PathEntry::new(PlainPage::Start, Listing::of_archive(archive))
        };
        let renderer = Renderer { loaded, lang: options.lang, columns };
        Self { renderer, path: vec![start], searcher: None, post_order: options.post_order }
    }

    /// The output before the first input.
    fn begin(&self) -> Vec<Line> {
        let mut lines = self.renderer.greeting();
        lines.extend(self.full());
        lines.extend(self.sentence(self.renderer.lang.messages().plain_hint));
        lines
    }

    /// The answer to a line of input; `None` if it asks to quit.
    fn answer(&mut self, line: &str) -> Option<Vec<Line>> {
        let m = self.renderer.lang.messages();
        Some(match command::read(line) {
            Request::Quit => return None,
            Request::Open(number) => self.open(number),
            Request::More => self.more(),
            Request::Search(words) => self.search(words),
            Request::Back if self.path.len() == 1 => self.sentence(m.plain_at_start),
            Request::Back => {
                self.path.pop();
                self.brief()
            }
            Request::Repeat => {
                self.path.last_mut().into_iter().for_each(|entry| entry.list.start_over());
                self.full()
            }
            Request::Next => self.step(true),
            Request::Previous => self.step(false),
            Request::Copy(style) => self.copy(style),
            Request::Problems => self.problems(),
            Request::Help => self.help(),
            Request::Language(lang) => {
                self.renderer.lang = lang;
                self.brief()
            }
            Request::Unknown(word, nearest) => {
                self.sentence(&self.renderer.lang.unknown_command(&shorten(word), nearest))
            }
        })
    }

    fn sentence(&self, words: &str) -> Vec<Line> {
        self.renderer.sentence(words)
    }

    /// The current page in full.
    fn full(&self) -> Vec<Line> {
        let mut lines = self.renderer.breadcrumb(&self.path);
        if let Some(entry) = self.path.last() {
            let page = self.renderer.page(&entry.page);
            let is_parted = !page.is_empty() && entry.list.len() > 0;
            lines.extend(page);
            lines.extend(is_parted.then(Line::new));
            lines.extend(self.renderer.chunk(entry));
        }
        lines
    }

    /// The current page without its text, if it has a list; else in full.
    fn brief(&self) -> Vec<Line> {
        match self.path.last() {
            Some(entry) if entry.list.len() > 0 => {
                self.renderer.breadcrumb(&self.path).into_iter().chain(self.renderer.chunk(entry)).collect()
            }
            _ => self.full(),
        }
    }

    /// Show the next part of the list.
    fn more(&mut self) -> Vec<Line> {
        let m = self.renderer.lang.messages();
        let Some(entry) = self.path.last_mut().filter(|entry| entry.list.len() > 0) else {
            return self.sentence(m.plain_no_list);
        };
        if !entry.list.advance() {
            return self.sentence(m.plain_end);
        }
        self.brief()
    }

    /// The index on the path of the list that numbers refer to: that of the current page, or of the one it was opened from.
    fn list_index(&self) -> Option<usize> {
        let last = self.path.len().checked_sub(1)?;
        let has_list = |at: &usize| self.path.get(*at).is_some_and(|entry| entry.list.len() > 0);
        Some(last).filter(has_list).or_else(|| last.checked_sub(1).filter(has_list))
    }

    /// Opens the item with this number.
    fn open(&mut self, number: usize) -> Vec<Line> {
        let Some(at) = self.list_index() else {
            return self.sentence(self.renderer.lang.messages().plain_no_list);
        };
        let count = self.path.get(at).map_or(0, |entry| entry.list.len());
        match number.checked_sub(1).filter(|row| *row < count) {
            Some(row) => self.open_item(at, row),
            None => self.sentence(&self.renderer.lang.no_such_number(count)),
        }
    }

    /// Opens the next or previous item of the list that the current page was opened from, or else of its own list.
    fn step(&mut self, forward: bool) -> Vec<Line> {
        let m = self.renderer.lang.messages();
        let opened_from = self.path.len().checked_sub(2).filter(|at| self.chosen(*at).is_some());
        let Some(at) = opened_from.or_else(|| self.list_index()) else {
            return self.sentence(m.plain_no_list);
        };
        let row = match (self.chosen(at), forward) {
            (Some(row), true) => Some(row + 1),
            (Some(row), false) => row.checked_sub(1),
            (None, true) => Some(0),
            (None, false) => None,
        };
        let count = self.path.get(at).map_or(0, |entry| entry.list.len());
        match row {
            Some(row) if row < count => self.open_item(at, row),
            Some(_) => self.sentence(m.plain_last),
            None => self.sentence(m.plain_first),
        }
    }

    /// The item that was opened from the page at this index of the path.
    fn chosen(&self, at: usize) -> Option<usize> {
        self.path.get(at)?.at
    }

    /// Opens an item of the list at this index of the path.
    fn open_item(&mut self, at: usize, row: usize) -> Vec<Line> {
        self.path.truncate(at + 1);
        let archive = &self.renderer.loaded.archive;
        if let Some(entry) = self.path.last_mut() {
            entry.at = Some(row);
            let next = entry.list.row(row).map(|row| match row {
                ListItem::Record(target) => {
                    PathEntry::new(PlainPage::Record(target), Listing::of_record(archive, target))
                }
                ListItem::Problem(at) => PathEntry::new(PlainPage::Problem(at), Listing::default()),
            });
            self.path.extend(next);
        }
        self.full()
    }

    /// Opens a page that is not a list item. It replaces a search or problem list, so that going back leads to the page before.
    fn open_page(&mut self, entry: PathEntry) -> Vec<Line> {
        let is_replaced = matches!(
            self.path.last(),
            Some(PathEntry { page: PlainPage::Search(_) | PlainPage::Problems, .. })
        );
        if is_replaced {
            self.path.pop();
        }
        if let Some(entry) = self.path.last_mut() {
            entry.at = None;
        }
        self.path.push(entry);
        self.full()
    }

    fn search(&mut self, words: &str) -> Vec<Line> {
        let lang = self.renderer.lang;
        let words = words.trim();
        let query = match Query::parse(words) {
            Ok(query) if query.is_empty() => {
                let m = lang.messages();
                return [self.sentence(m.search_hint), self.sentence(m.search_examples)].concat();
            }
            Ok(query) => query,
            Err(wrong) => return self.sentence(&lang.wrong_query(wrong.position + 1, &wrong.message(lang))),
        };
        let archive = &self.renderer.loaded.archive;
        let searcher = self.searcher.get_or_insert_with(|| Searcher::new(Arc::new(Index::new(archive))));
        let request = SearchRequest { query, filter: SearchFilter::default(), limit: MAX_RESULTS };
        let results = searcher.search(&request, Depth::Exact, &|| false).unwrap_or_default();
        let list = Listing::of_results(&results);
        if list.len() == 0 {
            let remark = request.query.remark(lang).into_iter().flat_map(|remark| self.sentence(&remark));
            return remark.chain(self.sentence(&lang.nothing_found(&shorten(words)))).collect();
        }
        let found = SearchPage {
            text: shorten(words),
            query: request.query,
            left_out: results.dropped_words_brief(),
        };
        self.open_page(PathEntry::new(PlainPage::Search(found), list))
    }

    fn problems(&mut self) -> Vec<Line> {
        let list = Listing::of_problems(self.renderer.loaded);
        if list.len() == 0 && self.renderer.loaded.skipped.is_empty() {
            return self.sentence(&(capitalize(self.renderer.lang.messages().no_problems) + "."));
        }
        self.open_page(PathEntry::new(PlainPage::Problems, list))
    }

    /// The citation of the current statement.
    fn copy(&self, name: &str) -> Vec<Line> {
        let lang = self.renderer.lang;
        let target = self.path.last().and_then(|entry| entry.page.record());
        let record = target.and_then(|target| self.renderer.loaded.archive.record(target));
        let Some(Record::Statement(visit, statement)) = record else {
            return self.sentence(lang.messages().plain_copies_statements);
        };
        let name = if name.is_empty() { Style::Press.name() } else { name };
        let Some(style) = Style::named(&name.to_ascii_lowercase()) else {
            return self.sentence(&lang.unknown_style(&shorten(name), &Style::NAMES.join(", ")));
        };
        let mut lines = self.renderer.breadcrumb(&self.path);
        // Not wrapped, so that it can be copied and pasted.
        let citation = Citation { post_order: self.post_order, ..Citation::new(visit, statement, lang) };
        lines.extend(Line::split(&citation.write(style), TextRole::Plain, &[]));
        lines
    }

    /// The help.
    fn help(&self) -> Vec<Line> {
        let m = self.renderer.lang.messages();
        let mut lines = self.sentence(&format!("{}.", m.help_title));
        lines.extend(self.sentence(m.plain_number));
        for line in command::help(self.renderer.lang) {
            lines.extend(self.sentence(&line.plain()));
        }
        lines.extend(self.sentence(m.doubt_explained));
        lines
    }
}
