//! `lawat draft`: from articles to a draft record.

use std::ffi::{OsStr, OsString};
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueHint};
use sha2::{Digest as _, Sha256};

use super::output::{self, Failure};
use crate::draft::{ArticleText, Draft, draft_beside};
use crate::edit::{RecordFile, add_visits};
use crate::lang::Lang;
use crate::load::{decode, load_text, read_bounded};
use crate::text::hex;

/// Draft a record from the text of an article or a press release: direct quotes, speakers, stops and dates.
///
/// By rules only: the same text always gives the same draft. Quotes are verbatim, with their paragraph. Who speaks is stated
/// only where the article names them next to the quote. What is uncertain becomes a question in a comment, `# ?`. The draft is
/// written to standard output, for Indonesian and English articles.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  lawat draft article.txt > visits.yaml       a record to complete
  lawat check --text article.txt visits.yaml  proves every quote
  lawat draft --into visits.yaml more.txt     adds a visit; every other byte of the file stays
  pdftotext report.pdf - | lawat draft -      from standard input")]
pub(super) struct DraftArgs {
    /// Plain text, one visit for each file; `-` reads standard input.
    #[arg(value_name = "ARTICLE", value_hint = ValueHint::FilePath, required = true)]
    articles: Vec<OsString>,

    /// Add the visits to this file instead of writing a new record.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    into: Option<PathBuf>,
}

const MEGABYTE: usize = 1 << 20;
/// A longer text is no article, in bytes.
const LONGEST: usize = 2 * MEGABYTE;

/// An article that was read.
struct Article {
    text: String,
    /// The path as the record refers to it, and the checksum; none for standard input or a file elsewhere.
    file: Option<(String, String)>,
}

/// Writes the draft to standard output.
pub(super) fn run(args: &DraftArgs, lang: Lang) -> Result<ExitCode, Failure> {
    let folder = args.into.as_deref().and_then(Path::parent).unwrap_or(Path::new(""));
    let articles = args.articles.iter().map(|article| read(article, folder, lang));
    let articles: Vec<Article> = articles.collect::<Result<_, _>>()?;
    let texts = articles.iter().map(|article| ArticleText {
        text: &article.text,
        file: article.file.as_ref().map(|(path, sum)| (path.as_str(), sum.as_str())),
    });
    let texts: Vec<ArticleText<'_>> = texts.collect();
    let draft = if let Some(file) = &args.into {
        add(file, &texts, lang)?
    } else {
        let draft = draft_beside(&texts, lang, Vec::new());
        output::write_text(&draft.text)?;
        draft
    };
    output::print_message(&lang.questions_left(draft.questions));
    Ok(ExitCode::SUCCESS)
}

/// Reads an article for a record in a folder.
fn read(article: &OsStr, folder: &Path, lang: Lang) -> Result<Article, Failure> {
    let name = article.to_string_lossy();
    let bytes = read_bounded(article).map_err(|error| Failure::new(&lang.unreadable(&name, &error)))?;
    if bytes.len() > LONGEST {
        return Err(Failure::new(&lang.draft_too_long(&name, bytes.len() / MEGABYTE, LONGEST / MEGABYTE)));
    }
    let sum = hex(&Sha256::digest(&bytes));
    let text = decode(bytes).ok_or_else(|| Failure::new(&lang.draft_not_text(&name)))?;
    if !text.contains(char::is_alphanumeric) {
        return Err(Failure::new(&lang.draft_empty(&name)));
    }
    let path =
        Path::new(article).strip_prefix(folder).ok().filter(|path| path.is_relative() && article != "-");
    let file = path.and_then(Path::to_str).map(|path| (path.to_owned(), sum));
    Ok(Article { text, file })
}

/// Adds the visits to a file.
fn add(path: &Path, articles: &[ArticleText<'_>], lang: Lang) -> Result<Draft, Failure> {
    let name = path.to_string_lossy();
    let unreadable = |error| Failure::new(&lang.unreadable(&name, &error));
    let file = RecordFile::read(path)
        .and_then(|file| if file.is_new() { Err(io::ErrorKind::NotFound.into()) } else { Ok(file) });
    let file = file.map_err(unreadable)?;
    let text = file.text().ok_or_else(|| Failure::new(&lang.edit_not_utf8(&name)))?;
    let old = load_text(&name, text.into()).archive;
    let draft = draft_beside(articles, lang, old.visits.iter().map(|visit| visit.id.to_string()).collect());
    // The draft is indented as a list below `visits:`.
    let visits: String =
        draft.visits.lines().map(|line| line.strip_prefix("  ").unwrap_or(line).to_owned() + "\n").collect();
    let new = add_visits(text, &visits).map_err(|error| Failure::new(&error.message(&name, lang)))?;
    file.save(&new).map_err(|error| Failure::new(&error.message(&name, lang)))?;
    output::print_message(&lang.draft_added(articles.len(), &name));
    Ok(draft)
}
