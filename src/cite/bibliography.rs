//! The exchange formats of reference managers. The entry is the source; the statement is in its note.

use std::fmt::Write as _;

use serde::Serialize;

use super::author::Author;
use super::citation::Citation;
use super::facts::{address, locator};
use super::press;
use crate::lang::{date_plain, day_and_month};
use crate::model::{Doubt, PartialDate, Source, SourceRef, SourceType, YearPart};
use crate::text::{json, slug, visible_string};

/// An entry: a source of a statement, or the statement itself if it has none.
struct BibEntry<'c, 'a> {
    citation: &'c Citation<'a>,
    source: Option<(&'a Source, &'a SourceRef)>,
    key: String,
}

impl<'c, 'a> BibEntry<'c, 'a> {
    /// One entry per source, or a single entry without a source.
    fn all(citation: &'c Citation<'a>) -> Vec<Self> {
        let key = slug(citation.visit.id.as_str()) + ":" + &slug(citation.statement.id.as_str());
        let sources: Vec<_> = citation.sources().collect();
        if sources.is_empty() {
            return vec![Self { citation, source: None, key }];
        }
        let several = sources.len() > 1;
        let key = |number: usize| if several { format!("{key}:{}", number + 1) } else { key.clone() };
        let entry = |(number, source)| Self { citation, source: Some(source), key: key(number) };
        sources.into_iter().enumerate().map(entry).collect()
    }

    fn kind(&self) -> Option<&'a SourceType> {
        self.source.and_then(|(source, _)| source.kind.as_ref())
    }

    fn authors(&self) -> Vec<Author> {
        if let Some((source, _)) = self.source {
            let authors = self.citation.authors(source);
            return authors.map(|authors| authors.each().to_vec()).unwrap_or_default();
        }
        // Without a source, the speaker is the author, but only of a verbatim quote with a stated speaker.
        let is_theirs = self.citation.is_quote() && self.citation.is_speaker_stated();
        let speakers = if is_theirs { self.citation.each_name() } else { Vec::new() };
        speakers.into_iter().map(Author::AsWritten).collect()
    }

    /// The names of the authors; only those with the family name first are split.
    fn author_names(
        &self,
        inverted: impl Fn(&str, &str) -> String,
        whole: impl Fn(String) -> String,
    ) -> Vec<String> {
        let write = |author: &Author| match author {
            Author::Person { family, given, written: None } => inverted(family, given),
            author => whole(author.named()),
        };
        self.authors().iter().map(write).collect()
    }

    /// The title of the source; never an invented one, since programs would take it for the real title.
    fn title(&self) -> Option<String> {
        match self.source {
            Some((source, _)) => source.title.as_deref().map(visible_string),
            None => Some(self.citation.line_marked()),
        }
    }

    fn publisher(&self) -> Option<String> {
        self.source.and_then(|(source, _)| source.publisher.as_deref()).map(visible_string)
    }

    fn date(&self) -> Option<PartialDate> {
        match self.source {
            Some((source, _)) => source.date,
            None => self.citation.date().filter(|_| self.citation.is_date_stated()),
        }
    }

    /// The date, unless it is uncertain, which these formats cannot express; of an interval, the part that both ends share.
    fn sure_date(&self) -> Option<PartialDate> {
        self.date().filter(|date| date.doubt() == Doubt::None && date.year().is_some_and(|year| year > 0))
    }

    /// The date as text, if year, month and day do not express all of it.
    fn date_in_words(&self) -> Option<String> {
        let is_complete = |date: PartialDate| date.single().is_some() && date.part().is_none();
        let date = self.date().filter(|_| !self.sure_date().is_some_and(is_complete))?;
        Some(date_plain(self.citation.lang, &date.day_only()))
    }

    fn accessed(&self) -> Option<PartialDate> {
        self.source.and_then(|(source, _)| source.accessed)
    }

    fn address(&self) -> Option<String> {
        self.source.and_then(|(source, _)| address(source))
    }

    fn locator(&self) -> Option<String> {
        self.source.and_then(|(_, reference)| locator(reference))
    }

    fn language(&self) -> Option<String> {
        let source_language = self.source.and_then(|(source, _)| source.language.as_deref());
        source_language
            .or_else(|| self.source.is_none().then(|| self.citation.language()).flatten())
            .map(visible_string)
    }

    /// The statement as a sentence, the locator, and the reference of the statement.
    fn note(&self) -> String {
        let m = self.citation.lang.messages();
        let mut note = press::sentence(self.citation);
        if let Some(place) = self.locator() {
            let _ = write!(note, " {}: {place}.", m.place_in_source);
        }
        if let Some(date) = self.date_in_words() {
            let _ = write!(note, " {}: {date}.", m.date);
        }
        if self.source.is_none() {
            let _ = write!(note, " ({})", m.no_source);
        }
        let _ = write!(note, " {}: {}", m.reference, visible_string(&self.citation.reference()));
        note
    }
}

/// Escapes text for TeX.
fn tex(text: &str) -> String {
    text.chars().fold(String::new(), |mut tex, c| {
        match c {
            '\\' => tex.push_str("\\textbackslash{}"),
            '~' => tex.push_str("\\textasciitilde{}"),
            '^' => tex.push_str("\\textasciicircum{}"),
            // BibTeX counts braces even after a backslash: an unbalanced one would swallow the entries after it.
            '{' => tex.push_str("\\textbraceleft{}"),
            '}' => tex.push_str("\\textbraceright{}"),
            '%' | '&' | '$' | '#' | '_' => tex.extend(['\\', c]),
            c if c.is_whitespace() => tex.push(' '),
            c => tex.push(c),
        }
        tex
    })
}

/// `@misc`: the only entry type without required fields.
pub(super) fn bibtex(citation: &Citation<'_>) -> String {
    let entry = |entry: BibEntry<'_, '_>| {
        let date = entry.sure_date();
        let year = date.and_then(|date| date.year()).map(|year| year.to_string());
        let month = date.and_then(|date| date.month()).and_then(|month| MONTHS.get(usize::from(month) - 1));
        let day = date.and_then(|date| date.day()).map(|day| day.to_string());
        // Braces keep a name together and protect the capitalization of a title.
        let kept = |text: String| format!("{{{{{}}}}}", tex(&text));
        let text = |text: String| format!("{{{}}}", tex(&text));
        let address =
            entry.address().map(|it| it.replace('{', "%7B").replace('}', "%7D").replace('\\', "%5C"));
        let braced = |name: String| format!("{{{}}}", tex(&name));
        let inverted = |family: &str, given: &str| format!("{}, {}", tex(family), tex(given));
        let authors = entry.author_names(inverted, braced).join(" and ");
        let fields = [
            ("author", (!authors.is_empty()).then(|| format!("{{{authors}}}"))),
            ("title", entry.title().map(kept)),
            ("howpublished", entry.publisher().map(text)),
            ("year", year.map(text)),
            ("month", month.map(|month| (*month).to_owned())),
            ("day", day.map(text)),
            ("url", address.map(|address| format!("{{{address}}}"))),
            ("urldate", entry.accessed().map(|date| text(date.to_string()))),
            ("language", entry.language().map(text)),
            ("note", Some(text(entry.note()))),
        ];
        let fields = fields.into_iter().filter_map(|(name, value)| Some(format!("  {name} = {}", value?)));
        format!("@misc{{{},\n{}\n}}", entry.key, fields.collect::<Vec<_>>().join(",\n"))
    };
    BibEntry::all(citation).into_iter().map(entry).collect::<Vec<_>>().join("\n\n")
}

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// RIS tags, one per line, with the line endings of the format.
pub(super) fn ris(citation: &Citation<'_>) -> String {
    let entry = |entry: BibEntry<'_, '_>| {
        let kind = match entry.kind() {
            Some(SourceType::News) => "NEWS",
            Some(SourceType::OfficialRecord) => "GOVDOC",
            Some(SourceType::Report) => "RPRT",
            Some(SourceType::Dataset) => "DATA",
            Some(SourceType::SocialMedia) => "ELEC",
            Some(
                SourceType::PressRelease
                | SourceType::Transcript
                | SourceType::Other
                | SourceType::Unlisted(_),
            )
            | None => "GEN",
        };
        let number = |number: Option<u8>| number.map(|it| format!("{it:02}")).unwrap_or_default();
        let slashed = |date: PartialDate| {
            let year = date.year().filter(|year| *year > 0)?;
            let season = date.part().and_then(|_| day_and_month(citation.lang, &date)).unwrap_or_default();
            Some(format!("{year}/{}/{}/{season}", number(date.month()), number(date.day())))
        };
        let year = entry.sure_date().and_then(|date| date.year()).map(|year| year.to_string());
        // The notation of `EndNote` for a name that must not be inverted has two commas.
        let whole = |name: String| name.replacen(',', ",,", 1);
        let inverted = |family: &str, given: &str| format!("{family}, {given}");
        let authors = entry.author_names(inverted, whole).into_iter().map(|author| ("AU", Some(author)));
        let before = [("TY", Some(kind.to_owned())), ("ID", Some(entry.key.clone()))];
        let after = [
            ("TI", entry.title()),
            // The newspaper is the container title of an article.
            (if kind == "NEWS" { "T2" } else { "PB" }, entry.publisher()),
            ("PY", year),
            ("DA", entry.sure_date().and_then(slashed)),
            ("Y2", entry.accessed().and_then(slashed)),
            ("UR", entry.address()),
            ("LA", entry.language()),
            ("N1", Some(entry.note())),
        ];
        let line = |(tag, value): (&str, Option<String>)| Some(format!("{tag}  - {}\r\n", value?));
        before.into_iter().chain(authors).chain(after).filter_map(line).collect::<String>() + "ER  - "
    };
    BibEntry::all(citation).into_iter().map(entry).collect::<Vec<_>>().join("\r\n\r\n")
}

/// An item of CSL-JSON.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct CslItem {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<CslName>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    container_title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<CslDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    accessed: Option<CslDate>,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    note: String,
}

#[derive(Serialize)]
#[serde(untagged)]
enum CslName {
    Whole { literal: String },
    Inverted { family: String, given: String },
}

impl CslName {
    fn new(author: Author) -> Self {
        match author {
            Author::Person { family, given, written: None } => Self::Inverted { family, given },
            author => Self::Whole { literal: author.named() },
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct CslDate {
    date_parts: Vec<Vec<i16>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    season: Option<u8>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    circa: bool,
}

impl CslDate {
    fn new(date: PartialDate) -> Option<Self> {
        let parts = |date: PartialDate| {
            let mut parts = vec![date.year().filter(|year| *year > 0)?];
            parts.extend(date.month().map(i16::from));
            parts.extend(date.month().and(date.day()).map(i16::from));
            Some(parts)
        };
        let (first, last) = date.ends();
        let date_parts: Vec<Vec<i16>> =
            std::iter::once(first).chain(last).map(parts).collect::<Option<_>>()?;
        let season = date.part().and_then(YearPart::season);
        Some(Self { date_parts, season, circa: date.doubt() != Doubt::None })
    }
}

/// An array of items.
pub(super) fn csl_json(citation: &Citation<'_>) -> String {
    let item = |entry: BibEntry<'_, '_>| {
        let is_news = entry.kind() == Some(&SourceType::News);
        CslItem {
            kind: match (entry.source, entry.kind()) {
                (None, _) if citation.is_quote() => "speech",
                (_, Some(SourceType::Transcript)) => "speech",
                (_, Some(SourceType::News)) => "article-newspaper",
                (_, Some(SourceType::PressRelease | SourceType::Report)) => "report",
                (_, Some(SourceType::Dataset)) => "dataset",
                (_, Some(SourceType::SocialMedia)) => "post",
                (
                    _,
                    Some(SourceType::OfficialRecord | SourceType::Other | SourceType::Unlisted(_)) | None,
                ) => "document",
            },
            author: entry.authors().into_iter().map(CslName::new).collect(),
            title: entry.title(),
            // The newspaper is the container title of an article.
            container_title: entry.publisher().filter(|_| is_news),
            publisher: entry.publisher().filter(|_| !is_news),
            issued: entry.date().and_then(CslDate::new),
            accessed: entry.accessed().and_then(CslDate::new),
            url: entry.address(),
            language: entry.language(),
            note: entry.note(),
            id: entry.key,
        }
    };
    let items: Vec<CslItem> = BibEntry::all(citation).into_iter().map(item).collect();
    // Serialization cannot fail: items hold only texts, numbers and lists.
    json(&items, true).unwrap_or_default()
}
