//! The plain mode: a conversation in numbered lines, for screen readers, logs, slow lines and the shells of editors.
//!
//! A line that was typed is answered by lines that stay where they are: nothing is drawn, coloured, moved or written twice.
//! Where one is, is a way of places, each with its list; a number opens what has it in the last list.

mod command;
mod listing;
mod telling;

use std::io::{self, BufRead, Read as _, Write};
use std::sync::Arc;

use crate::cite::{Citation, PostOrder, Style};
use crate::lang::Lang;
use crate::load::Loaded;
use crate::model::{Record, Target};
use crate::search::{Depth, Index, Query, SearchFilter, SearchRequest, Searcher};
use crate::text::{Line, TextRole, ascii_text, capitalize, shorten};
use command::Wish;
use listing::{Listing, Row};
use telling::Teller;

/// Longer lines are not typed by anybody.
const LONGEST: u64 = 4096;
/// So many hits of a kind are listed; all are counted.
const LISTED: usize = 100;
/// Fewer columns are not worth wrapping for.
const NARROWEST: usize = 20;

/// How the conversation is held.
#[derive(Debug, Clone, Copy)]
pub struct PlainOptions {
    /// In which language it begins.
    pub lang: Lang,
    /// How long lines may be, in columns.
    pub columns: usize,
    /// Whether somebody sits before a terminal and wants to see when it is their turn.
    pub prompt: bool,
    /// Whether nothing but ASCII is understood.
    pub ascii: bool,
    /// Where a post stands beside a name in a sentence for the press.
    pub post_order: PostOrder,
}

/// Answers each line of the input, until it ends or is told to.
pub fn run_session(
    loaded: &Loaded,
    options: PlainOptions,
    mut input: impl BufRead,
    mut output: impl Write,
) -> io::Result<()> {
    let mut talk = Talk::new(loaded, options);
    let mut answer = talk.begin();
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
            // Nobody has ended the line of the prompt.
            if options.prompt {
                writeln!(output)?;
            }
            break;
        };
        let Some(next) = talk.answer(&line) else { break };
        // Where no prompt stands between two answers, an empty line does.
        if !options.prompt {
            writeln!(output)?;
        }
        answer = next;
    }
    output.flush()
}

/// The next line of the input, as far as it may have been typed by somebody.
fn next_line(input: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut line = Vec::new();
    if input.by_ref().take(LONGEST).read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    if !line.ends_with(b"\n") {
        input.skip_until(b'\n')?;
    }
    Ok(Some(String::from_utf8_lossy(&line).into_owned()))
}

/// What can be told.
#[derive(Debug)]
enum Place {
    /// All visits.
    Start,
    /// A record.
    Record(Target),
    /// What a search has found.
    Found(Found),
    /// What is wrong with the data.
    Faults,
    /// One of the faults.
    Fault(usize),
}

/// A search that has found something.
#[derive(Debug)]
struct Found {
    text: String,
    query: Query,
    /// The words that were left out.
    left_out: String,
}

/// A place on the way, with its list.
#[derive(Debug)]
struct Stand {
    place: Place,
    list: Listing,
    /// The item of the list that the next place on the way, or the last one that was there, is.
    at: Option<usize>,
}

impl Place {
    fn record(&self) -> Option<Target> {
        match self {
            Self::Record(target) => Some(*target),
            _ => None,
        }
    }
}

impl Stand {
    fn new(place: Place, list: Listing) -> Self {
        Self { place, list, at: None }
    }
}

/// The conversation: the way so far, never empty, and who tells it.
struct Talk<'a> {
    teller: Teller<'a>,
    way: Vec<Stand>,
    /// Made when it is first needed.
    searcher: Option<Searcher>,
    post_order: PostOrder,
}

impl<'a> Talk<'a> {
    fn new(loaded: &'a Loaded, options: PlainOptions) -> Self {
        let columns = options.columns.max(NARROWEST);
        let archive = &loaded.archive;
        // With one visit there is nothing to choose from.
        let start = if archive.visits.len() == 1 {
            let only = Target::visit(0);
            Stand::new(Place::Record(only), Listing::of_record(archive, only))
        } else {
            Stand::new(Place::Start, Listing::of_archive(archive))
        };
        let teller = Teller { loaded, lang: options.lang, columns };
        Self { teller, way: vec![start], searcher: None, post_order: options.post_order }
    }

    /// What is said before anything is asked.
    fn begin(&self) -> Vec<Line> {
        let mut lines = self.teller.greeting();
        lines.extend(self.here());
        lines.extend(self.say(self.teller.lang.messages().plain_hint));
        lines
    }

    /// The answer to a line; none when it asks to leave.
    fn answer(&mut self, line: &str) -> Option<Vec<Line>> {
        let m = self.teller.lang.messages();
        Some(match command::read(line) {
            Wish::Quit => return None,
            Wish::Open(number) => self.open(number),
            Wish::More => self.more(),
            Wish::Search(words) => self.search(words),
            Wish::Back if self.way.len() == 1 => self.say(m.plain_at_start),
            Wish::Back => {
                self.way.pop();
                self.again()
            }
            Wish::Repeat => {
                self.way.last_mut().into_iter().for_each(|stand| stand.list.start_over());
                self.here()
            }
            Wish::Next => self.walk(true),
            Wish::Previous => self.walk(false),
            Wish::Copy(style) => self.copy(style),
            Wish::Faults => self.faults(),
            Wish::Help => self.help(),
            Wish::Speak(lang) => {
                self.teller.lang = lang;
                self.again()
            }
            Wish::Unknown(word, nearest) => {
                self.say(&self.teller.lang.unknown_command(&shorten(word), nearest))
            }
        })
    }

    fn say(&self, words: &str) -> Vec<Line> {
        self.teller.sentence(words)
    }

    /// The present place in full.
    fn here(&self) -> Vec<Line> {
        let mut lines = self.teller.crumb(&self.way);
        if let Some(stand) = self.way.last() {
            let page = self.teller.page(&stand.place);
            let is_parted = !page.is_empty() && stand.list.len() > 0;
            lines.extend(page);
            lines.extend(is_parted.then(Line::new));
            lines.extend(self.teller.part(stand));
        }
        lines
    }

    /// The present place for somebody who has read its page: the part of the list; what has no list is told in full.
    fn again(&self) -> Vec<Line> {
        match self.way.last() {
            Some(stand) if stand.list.len() > 0 => {
                self.teller.crumb(&self.way).into_iter().chain(self.teller.part(stand)).collect()
            }
            _ => self.here(),
        }
    }

    /// The next part of the list.
    fn more(&mut self) -> Vec<Line> {
        let m = self.teller.lang.messages();
        let Some(stand) = self.way.last_mut().filter(|stand| stand.list.len() > 0) else {
            return self.say(m.plain_no_list);
        };
        if !stand.list.go_on() {
            return self.say(m.plain_end);
        }
        self.again()
    }

    /// Where on the way the list is that numbers belong to: here, or where this place was opened from.
    fn list_at(&self) -> Option<usize> {
        let last = self.way.len().checked_sub(1)?;
        let has_list = |at: &usize| self.way.get(*at).is_some_and(|stand| stand.list.len() > 0);
        Some(last).filter(has_list).or_else(|| last.checked_sub(1).filter(has_list))
    }

    /// What has this number.
    fn open(&mut self, number: usize) -> Vec<Line> {
        let Some(at) = self.list_at() else { return self.say(self.teller.lang.messages().plain_no_list) };
        let count = self.way.get(at).map_or(0, |stand| stand.list.len());
        match number.checked_sub(1).filter(|row| *row < count) {
            Some(row) => self.go(at, row),
            None => self.say(&self.teller.lang.no_such_number(count)),
        }
    }

    /// The neighbour in the list that this place was opened from; without such, the items of its own list.
    fn walk(&mut self, forward: bool) -> Vec<Line> {
        let m = self.teller.lang.messages();
        let opened_from = self.way.len().checked_sub(2).filter(|at| self.chosen(*at).is_some());
        let Some(at) = opened_from.or_else(|| self.list_at()) else { return self.say(m.plain_no_list) };
        let row = match (self.chosen(at), forward) {
            (Some(row), true) => Some(row + 1),
            (Some(row), false) => row.checked_sub(1),
            (None, true) => Some(0),
            (None, false) => None,
        };
        let count = self.way.get(at).map_or(0, |stand| stand.list.len());
        match row {
            Some(row) if row < count => self.go(at, row),
            Some(_) => self.say(m.plain_last),
            None => self.say(m.plain_first),
        }
    }

    /// The item of the list there that was opened.
    fn chosen(&self, at: usize) -> Option<usize> {
        self.way.get(at)?.at
    }

    /// To an item of the list there.
    fn go(&mut self, at: usize, row: usize) -> Vec<Line> {
        self.way.truncate(at + 1);
        let archive = &self.teller.loaded.archive;
        if let Some(stand) = self.way.last_mut() {
            stand.at = Some(row);
            let next = stand.list.row(row).map(|row| match row {
                Row::Record(target) => Stand::new(Place::Record(target), Listing::of_record(archive, target)),
                Row::Fault(at) => Stand::new(Place::Fault(at), Listing::default()),
            });
            self.way.extend(next);
        }
        self.here()
    }

    /// To a place that was not opened from a list; back leads to where one was before, but not from search to search.
    fn turn_to(&mut self, stand: Stand) -> Vec<Line> {
        let is_aside = matches!(self.way.last(), Some(Stand { place: Place::Found(_) | Place::Faults, .. }));
        if is_aside {
            self.way.pop();
        }
        if let Some(stand) = self.way.last_mut() {
            stand.at = None;
        }
        self.way.push(stand);
        self.here()
    }

    fn search(&mut self, words: &str) -> Vec<Line> {
        let lang = self.teller.lang;
        let words = words.trim();
        let query = match Query::parse(words) {
            Ok(query) if query.is_empty() => {
                let m = lang.messages();
                return [self.say(m.search_hint), self.say(m.search_examples)].concat();
            }
            Ok(query) => query,
            Err(wrong) => return self.say(&lang.wrong_query(wrong.position + 1, &wrong.message(lang))),
        };
        let archive = &self.teller.loaded.archive;
        let searcher = self.searcher.get_or_insert_with(|| Searcher::new(Arc::new(Index::new(archive))));
        let ask = SearchRequest { query, filter: SearchFilter::default(), limit: LISTED };
        let hits = searcher.search(&ask, Depth::Exact, &|| false).unwrap_or_default();
        let list = Listing::of_hits(&hits);
        if list.len() == 0 {
            let remark = ask.query.remark(lang).into_iter().flat_map(|remark| self.say(&remark));
            return remark.chain(self.say(&lang.nothing_found(&shorten(words)))).collect();
        }
        let found = Found { text: shorten(words), query: ask.query, left_out: hits.dropped_words_brief() };
        self.turn_to(Stand::new(Place::Found(found), list))
    }

    fn faults(&mut self) -> Vec<Line> {
        let list = Listing::of_faults(self.teller.loaded);
        if list.len() == 0 && self.teller.loaded.skipped.is_empty() {
            return self.say(&(capitalize(self.teller.lang.messages().no_problems) + "."));
        }
        self.turn_to(Stand::new(Place::Faults, list))
    }

    /// The statement as it is cited.
    fn copy(&self, name: &str) -> Vec<Line> {
        let lang = self.teller.lang;
        let target = self.way.last().and_then(|stand| stand.place.record());
        let record = target.and_then(|target| self.teller.loaded.archive.record(target));
        let Some(Record::Statement(visit, statement)) = record else {
            return self.say(lang.messages().plain_copies_statements);
        };
        let names = Style::ALL.map(Style::name);
        let name = if name.is_empty() { Style::Press.name() } else { name };
        let style = Style::ALL.into_iter().find(|style| style.name().eq_ignore_ascii_case(name));
        let Some(style) = style else {
            return self.say(&lang.unknown_style(&shorten(name), &names.join(", ")));
        };
        let mut lines = self.teller.crumb(&self.way);
        // Unbroken: it goes on to where it is pasted.
        let citation = Citation { post_order: self.post_order, ..Citation::new(visit, statement, lang) };
        lines.extend(Line::split(&citation.write(style), TextRole::Plain, &[]));
        lines
    }

    /// What may be typed.
    fn help(&self) -> Vec<Line> {
        let m = self.teller.lang.messages();
        let mut lines = self.say(&format!("{}.", m.help_title));
        lines.extend(self.say(m.plain_number));
        for line in command::help(self.teller.lang) {
            lines.extend(self.say(&line.plain()));
        }
        lines.extend(self.say(m.doubt_explained));
        lines
    }
}
