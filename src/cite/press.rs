//! A sentence for a news report.

use super::citation::Citation;
use super::quote_marks::{before_verb, ended, is_one_sentence, open_ended, with_comma};
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
            ended(&remarked(&format!("{} {} {}", before_verb(&words), citation.verb(), who()), citation))
        }
        StatementType::Paraphrase if is_one_sentence(&citation.words()) => {
            let sentence = format!("{} {} {}", with_comma(open_ended(&words)), m.according_to, who());
            ended(&remarked(&sentence, citation))
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
fn remarked(sentence: &str, citation: &Citation<'_>) -> String {
    let remarks = citation.remarks();
    let of_date = [citation.lang.messages().date_inferred];
    match sentence.strip_suffix(')').filter(|_| remarks == of_date) {
        Some(open) => format!("{open}; {})", remarks.join("; ")),
        None if remarks.is_empty() => sentence.to_owned(),
        // In brackets, as editors mark their own additions.
        None => format!("{sentence} [{}]", remarks.join("; ")),
    }
}

/// Appends the occasion and the date, after a comma if there already are commas; the Indonesian date and an uncertain one always.
fn with_circumstances(citation: &Citation<'_>, who: String) -> String {
    let joined = |sentence: String, part: &str, is_apart: bool| {
        let sentence = if is_apart || sentence.contains(',') { with_comma(&sentence) } else { sentence };
        format!("{sentence} {part}")
    };
    let who =
        citation.occasion().into_iter().fold(who, |sentence, occasion| joined(sentence, &occasion, false));
    let Some(date) = citation.date() else { return who };
    let is_apart = citation.lang == Lang::Id || matches!(date.doubt(), Doubt::Uncertain | Doubt::Both);
    joined(who, &date_in_sentence(citation.lang, &date), is_apart)
}
