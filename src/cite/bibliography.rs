//! The forms that programs for references exchange. What is cited is the source; what was said stands in its note.

use std::fmt::Write as _;

use serde::Serialize;

use super::Citation;
use super::facts::{address, locator};
use super::press;
use crate::lang::{date_plain, day_and_month};
use crate::model::{Doubt, PartialDate, Source, SourceRef, SourceType, YearPart};
use crate::text::{json, slug, visible_string};

/// A source of a statement, or the statement itself when it has none.
struct Entry<'c, 'a> {
    citation: &'c Citation<'a>,
    source: Option<(&'a Source, &'a SourceRef)>,
    key: String,
}

impl<'c, 'a> Entry<'c, 'a> {
    /// One for each source; one without a source when there is none.
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

    fn author(&self) -> Option<String> {
        if let Some((source, _)) = self.source {
            return source.author.as_deref().map(visible_string);
        }
        // Without a source, whoever spoke is the author of what was said, if it was said so, and by them.
        let is_theirs = self.citation.is_quote() && self.citation.is_speaker_stated();
        (is_theirs && self.citation.is_speaker_known()).then(|| self.citation.names())
    }

    /// A name of which nothing before a comma is the family name, as `EndNote` writes it: with two commas.
    fn kept_whole(&self, name: String) -> String {
        let is_whole = self.source.is_none_or(|(source, _)| self.citation.is_institution(source, &name));
        if is_whole { name.replacen(',', ",,", 1) } else { name }
    }

    /// The title of the source. A source without one gets none: programs would take it for the real one.
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

    /// The date, if nothing of it is in doubt: programs know no doubt. Of an interval, what its ends share.
    fn sure_date(&self) -> Option<PartialDate> {
        self.date().filter(|date| date.doubt() == Doubt::None && date.year().is_some_and(|year| year > 0))
    }

    /// The date in words, if year, month and day do not say all of it.
    fn date_in_words(&self) -> Option<String> {
        let says_all = |date: PartialDate| date.single().is_some() && date.part().is_none();
        let date = self.date().filter(|_| !self.sure_date().is_some_and(says_all))?;
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
        let own = self.source.and_then(|(source, _)| source.language.as_deref());
        own.or_else(|| self.source.is_none().then(|| self.citation.language()).flatten()).map(visible_string)
    }

    /// What was said, as a sentence, where in the source, and the reference of the statement.
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

/// Text as TeX says it.
fn tex(text: &str) -> String {
    text.chars().fold(String::new(), |mut tex, c| {
        match c {
            '\\' => tex.push_str("\\textbackslash{}"),
            '~' => tex.push_str("\\textasciitilde{}"),
            '^' => tex.push_str("\\textasciicircum{}"),
            // BibTeX counts braces even behind a backslash: one without a partner would swallow the entries behind it.
            '{' => tex.push_str("\\textbraceleft{}"),
            '}' => tex.push_str("\\textbraceright{}"),
            '%' | '&' | '$' | '#' | '_' => tex.extend(['\\', c]),
            c if c.is_whitespace() => tex.push(' '),
            c => tex.push(c),
        }
        tex
    })
}

/// `@misc`: the one kind of entry that wants no field.
pub(super) fn bibtex(citation: &Citation<'_>) -> String {
    let entry = |entry: Entry<'_, '_>| {
        let date = entry.sure_date();
        let year = date.and_then(|date| date.year()).map(|year| year.to_string());
        let month = date.and_then(|date| date.month()).and_then(|month| MONTHS.get(usize::from(month) - 1));
        let day = date.and_then(|date| date.day()).map(|day| day.to_string());
        // Braces keep a name whole and a title in its letters.
        let kept = |text: String| format!("{{{{{}}}}}", tex(&text));
        let text = |text: String| format!("{{{}}}", tex(&text));
        let address =
            entry.address().map(|it| it.replace('{', "%7B").replace('}', "%7D").replace('\\', "%5C"));
        let fields = [
            ("author", entry.author().map(kept)),
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
    Entry::all(citation).into_iter().map(entry).collect::<Vec<_>>().join("\n\n")
}

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The tags of RIS, one a line, which ends as the format wants it.
pub(super) fn ris(citation: &Citation<'_>) -> String {
    let entry = |entry: Entry<'_, '_>| {
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
        let tags = [
            ("TY", Some(kind.to_owned())),
            ("ID", Some(entry.key.clone())),
            ("AU", entry.author().map(|name| entry.kept_whole(name))),
            ("TI", entry.title()),
            // The name of a newspaper is the title of what the article stands in.
            (if kind == "NEWS" { "T2" } else { "PB" }, entry.publisher()),
            ("PY", year),
            ("DA", entry.sure_date().and_then(slashed)),
            ("Y2", entry.accessed().and_then(slashed)),
            ("UR", entry.address()),
            ("LA", entry.language()),
            ("N1", Some(entry.note())),
        ];
        let line = |(tag, value): (&str, Option<String>)| Some(format!("{tag}  - {}\r\n", value?));
        tags.into_iter().filter_map(line).collect::<String>() + "ER  - "
    };
    Entry::all(citation).into_iter().map(entry).collect::<Vec<_>>().join("\r\n\r\n")
}

/// An item of CSL-JSON.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Item {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<[Literal; 1]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    container_title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<Issued>,
    #[serde(skip_serializing_if = "Option::is_none")]
    accessed: Option<Issued>,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    note: String,
}

#[derive(Serialize)]
struct Literal {
    literal: String,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Issued {
    date_parts: Vec<Vec<i16>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    season: Option<u8>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    circa: bool,
}

impl Issued {
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
    let item = |entry: Entry<'_, '_>| {
        let is_news = entry.kind() == Some(&SourceType::News);
        Item {
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
            author: entry.author().map(|literal| [Literal { literal }]),
            title: entry.title(),
            // The name of a newspaper is the title of what the article stands in.
            container_title: entry.publisher().filter(|_| is_news),
            publisher: entry.publisher().filter(|_| !is_news),
            issued: entry.date().and_then(Issued::new),
            accessed: entry.accessed().and_then(Issued::new),
            url: entry.address(),
            language: entry.language(),
            note: entry.note(),
            id: entry.key,
        }
    };
    let items: Vec<Item> = Entry::all(citation).into_iter().map(item).collect();
    // Nothing in an item can fail to be written: there are only texts, numbers and lists.
    json(&items, true).unwrap_or_default()
}
