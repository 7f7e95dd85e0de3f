//! A sentence for a news report.

use super::citation::Citation;
use super::quote_marks::{ended, is_one_sentence, open_ended, seam, with_comma};
use crate::lang::{Lang, date_in_sentence};
use crate::model::{Doubt, StatementType};
use crate::text::capitalize;

/// “…,” kata JABATAN NAMA usai ACARA, HARI (tanggal). Of a paraphrase: …, menurut JABATAN NAMA.
pub(super) fn sentence(citation: &Citation<'_>) -> String {
    let m = citation.lang.messages();
    let words = citation.line();
    let who = || with_circumstances(citation, citation.who_in_press());
    match citation.statement.kind {
        StatementType::Quote => {
            ended(&remarked(&format!("{} {} {}", seam(&words), citation.verb(), who()), citation))
        }
        StatementType::Paraphrase if is_one_sentence(&citation.words()) => {
            let said = format!("{} {} {}", with_comma(open_ended(&words)), m.according_to, who());
            ended(&remarked(&said, citation))
        }
        StatementType::Paraphrase => {
            let according = format!("{} {}", capitalize(m.according_to), who());
            format!("{}: {}", remarked(&according, citation), ended(&words))
        }
        StatementType::Narrative => {
            let all: Vec<String> = std::iter::once(m.narrated.to_owned()).chain(citation.remarks()).collect();
            format!("{} ({}).", open_ended(&words), all.join("; "))
        }
    }
}

/// Appends the remarks; a remark on the date alone goes into the parentheses of the date.
fn remarked(said: &str, citation: &Citation<'_>) -> String {
    let remarks = citation.remarks();
    let of_date = [citation.lang.messages().date_inferred];
    match said.strip_suffix(')').filter(|_| remarks == of_date) {
        Some(open) => format!("{open}; {})", remarks.join("; ")),
        None if remarks.is_empty() => said.to_owned(),
        // In brackets, as editors mark their own additions.
        None => format!("{said} [{}]", remarks.join("; ")),
    }
}

/// Appends the occasion and the date, after a comma if there already are commas; the Indonesian date and an uncertain one always.
fn with_circumstances(citation: &Citation<'_>, who: String) -> String {
    let joined = |said: String, part: &str, is_apart: bool| {
        let said = if is_apart || said.contains(',') { with_comma(&said) } else { said };
        format!("{said} {part}")
    };
    let who = citation.occasion().into_iter().fold(who, |said, occasion| joined(said, &occasion, false));
    let Some(date) = citation.date() else { return who };
    let is_apart = citation.lang == Lang::Id || matches!(date.doubt(), Doubt::Uncertain | Doubt::Both);
    joined(who, &date_in_sentence(citation.lang, &date), is_apart)
}
