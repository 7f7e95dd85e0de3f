//! `lawat draft`: from articles to a draft record.

use std::ffi::OsString;
use std::fs;
use std::io::{self, Read as _};
use std::process::ExitCode;

use clap::{Args, ValueHint};

use super::output::{self, Failure};
use crate::draft::draft;
use crate::lang::Lang;

/// Draft a record from the text of an article or a press release: direct quotes, speakers, stops and dates.
///
/// By rules only: the same text always gives the same draft. Quotes are verbatim, with their paragraph. Who speaks is stated
/// only where the article names them next to the quote. What is uncertain becomes a question in a comment, `# ?`. The draft is
/// written to standard output, for Indonesian and English articles.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  lawat draft article.txt > visits.yaml       a record to complete
  lawat check --text article.txt visits.yaml  proves every quote
  pdftotext report.pdf - | lawat draft -      from standard input")]
pub(super) struct DraftArgs {
    /// Plain text, one visit for each file; `-` reads standard input.
    #[arg(value_name = "ARTICLE", value_hint = ValueHint::FilePath, required = true)]
    articles: Vec<OsString>,
}

/// Writes the draft to standard output.
pub(super) fn run(args: &DraftArgs, lang: Lang) -> Result<ExitCode, Failure> {
    let mut texts = Vec::new();
    for article in &args.articles {
        let bytes = if article == "-" {
            let mut bytes = Vec::new();
            io::stdin().read_to_end(&mut bytes).map(|_| bytes)
        } else {
            fs::read(article)
        };
        let bytes =
            bytes.map_err(|error| Failure::new(&lang.unreadable(&article.to_string_lossy(), &error)))?;
        texts.push(String::from_utf8_lossy(&bytes).into_owned());
    }
    let articles: Vec<&str> = texts.iter().map(String::as_str).collect();
    let draft = draft(&articles, lang);
    output::write_text(&draft.text)?;
    output::print_message(&lang.questions_left(draft.questions));
    Ok(ExitCode::SUCCESS)
}
