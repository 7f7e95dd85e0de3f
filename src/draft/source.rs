//! What an article says of itself: who published it, when, and whether it is a press release.

use super::article::Article;
use super::words::is_office;
use crate::lang::dates_in;
use crate::model::PartialDate;

/// An article as a source.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Publication {
    pub(super) publisher: Option<String>,
    pub(super) date: Option<PartialDate>,
    /// The number of the paragraph that is nothing but this date.
    pub(super) date_paragraph: Option<usize>,
    pub(super) is_press_release: bool,
}

/// Lines that say that the text is a press release, in lower case.
const PRESS_RELEASE: &[&str] =
    &["siaran pers", "rilis pers", "press release", "media release", "news release", "for immediate release"];
/// A line with the date of an article is no longer, in characters.
const LONGEST_DATE_LINE: usize = 80;
/// The paragraphs in which an article presents itself.
const HEAD: usize = 5;

/// What the head, the dateline and the last line of an article say.
pub(super) fn publication(article: &Article<'_>) -> Publication {
    let lines = || article.paragraphs.iter().map(|it| article.str(it.range.clone()).trim());
    let is_release = |line: &str| {
        let line = line.to_lowercase();
        PRESS_RELEASE.iter().any(|word| line.starts_with(word)) && line.chars().count() <= LONGEST_DATE_LINE
    };
    let (date, date_paragraph) = article
        .paragraphs
        .iter()
        .take(HEAD)
        .find_map(|it| Some((date_line(article.str(it.range.clone()).trim())?, it.number)))
        .unzip();
    Publication {
        publisher: in_dateline(article).or_else(|| lines().next_back().and_then(in_parentheses)),
        date,
        date_paragraph,
        is_press_release: lines().take(HEAD).any(is_release),
    }
}

/// “JAKARTA, KABAR CONTOH –”, “Awan (ANTARA) -”: what is no place.
fn in_dateline(article: &Article<'_>) -> Option<String> {
    let line = article.dateline()?.trim_end_matches(['–', '—', '-', ':', ' ']);
    if let Some((_, rest)) = line.split_once('(') {
        let name = rest.split(')').next()?.trim();
        return is_name(name).then(|| name.to_owned());
    }
    let (_, name) = line.rsplit_once([',', '|'])?;
    let name = name.trim();
    // A domain or the name of a newspaper; the second part of a place is no publisher.
    let is_publisher = name.contains('.') || name.to_lowercase().contains("news");
    (is_publisher && is_name(name)).then(|| name.to_owned())
}

/// “(Humas Pemkot Awan)” as the last line of a press release.
fn in_parentheses(line: &str) -> Option<String> {
    let name = line.strip_prefix('(')?.strip_suffix(')')?.trim();
    let begins = name.split_whitespace().next()?;
    let is_publisher = ["Humas", "Diskominfo", "Prokopim", "Protokol"].contains(&begins) || is_office(begins);
    (is_publisher && is_name(name)).then(|| name.to_owned())
}

fn is_name(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
        && text.chars().count() <= 60
        && dates_in(text).is_empty()
        && !text.contains(['/', '\n'])
}

/// The date of a line that is nothing but a date with the time: “Sabtu, 10 Januari 2026 | 10:30 WIB”.
fn date_line(line: &str) -> Option<PartialDate> {
    if line.chars().count() > LONGEST_DATE_LINE {
        return None;
    }
    let found = dates_in(line);
    let [(dates, printed)] = found.as_slice() else { return None };
    // Words of a sentence around it make it the date of something else.
    let rest = line.replace(printed, " ");
    let words = rest.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() > 1);
    let is_small = |word: &str| {
        ["wib", "wita", "wit", "pukul", "am", "pm", "published", "diterbitkan", "tanggal", "date"]
            .contains(&word.to_lowercase().as_str())
            || !crate::lang::weekdays_in(word).is_empty()
    };
    if !words.into_iter().all(is_small) {
        return None;
    }
    dates.iter().copied().find(|date| date.earliest().is_some() && date.earliest() == date.latest())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> (Option<String>, Option<String>, bool) {
        let Publication { publisher, date, is_press_release, .. } = publication(&Article::new(text));
        (publisher, date.map(|date| date.to_string()), is_press_release)
    }

    #[test]
    fn an_article_says_who_published_it_and_when() {
        let body = "Wali Kota Awan berkunjung ke Kota Batu untuk belajar tentang antrean.\n";
        for (text, publisher, date, is_release) in [
            (
                format!("Judul Berita Ini\nSabtu, 10 Januari 2026 | 10:30 WIB\nAWAN (KABAR CONTOH) - {body}"),
                Some("KABAR CONTOH"),
                Some("2026-01-10"),
                false,
            ),
            (format!("Judul Berita Ini\nAWAN, CONTOH.COM – {body}"), Some("CONTOH.COM"), None, false),
            (
                format!("SIARAN PERS\nJudul Berita Ini\n{body}(Humas Pemkot Awan)\n"),
                Some("Humas Pemkot Awan"),
                None,
                true,
            ),
            (format!("Judul Berita Ini\nAWAN, KABUPATEN BATU – {body}"), None, None, false),
            (
                format!("Judul Berita Ini\n{body}Kunjungan itu berlangsung pada Sabtu (10/1/2026).\n"),
                None,
                None,
                false,
            ),
        ] {
            let expected = (publisher.map(str::to_owned), date.map(str::to_owned), is_release);
            assert_eq!(of(&text), expected, "{text}");
        }
    }
}
