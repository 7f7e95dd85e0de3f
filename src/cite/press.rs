//! A sentence for a news report.

use super::Citation;
use super::marks::{ended, is_one_sentence, open_ended, seam};
use crate::lang::{Lang, date_long, weekday};
use crate::model::{Doubt, PartialDate, StatementType};
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
            let said = format!("{}, {} {}", open_ended(&words), m.according_to, who());
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

/// The remarks behind what they are about. One on the date alone stands in the brackets of the date.
fn remarked(said: &str, citation: &Citation<'_>) -> String {
    let remarks = citation.remarks();
    let of_date = [citation.lang.messages().date_inferred];
    match said.strip_suffix(')').filter(|_| remarks == of_date) {
        Some(open) => format!("{open}; {})", remarks.join("; ")),
        None if remarks.is_empty() => said.to_owned(),
        // As a desk notes what the speaker has not said.
        None => format!("{said} [{}]", remarks.join("; ")),
    }
}

/// The occasion and the date. Both stand behind a comma where there are commas already, the date of Indonesian always.
fn with_circumstances(citation: &Citation<'_>, who: String) -> String {
    let seam = |said: &str| if said.contains(',') { ", " } else { " " };
    let who = citation.occasion().into_iter().fold(who, |all, occasion| all.clone() + seam(&all) + &occasion);
    let date = citation.date().map(|date| day(citation.lang, &date));
    let of_date = |said: &str| if citation.lang == Lang::Id { ", " } else { seam(said) };
    date.into_iter().fold(who, |all, date| all.clone() + of_date(&all) + &date)
}

/// `Sabtu (10/1/2026)`, `on Saturday, 10 January 2026`; what is known less well in words.
fn day(lang: Lang, date: &PartialDate) -> String {
    let certain = date.civil().filter(|day| date.doubt() == Doubt::None && day.year() > 0);
    let is_month_or_season = date.is_plain() || date.part().is_some_and(|_| date.doubt() == Doubt::None);
    match (lang, certain.zip(weekday(lang, date))) {
        (Lang::Id, Some((day, name))) => format!("{name} ({}/{}/{})", day.day(), day.month(), day.year()),
        (Lang::En, Some(_)) => format!("on {}", date_long(lang, date)),
        (Lang::En, None) if is_month_or_season => {
            format!("in {}", date_long(lang, date))
        }
        (_, None) => date_long(lang, date),
    }
}
