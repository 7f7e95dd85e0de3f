//! The parts of a citation: text, speaker, occasion, place, date, and remarks on their certainty.

use super::author::{Authors, names_institution};
use super::citation::Citation;
use super::quote_marks;
use crate::lang::date_long;
use crate::model::{
    Certainty, DateFrom, Medium, Organization, PartialDate, Source, SourceRef, StatementType,
};
use crate::text::{fold, is_web_address, visible_lines, visible_string};

impl<'a> Citation<'a> {
    /// The text of the statement or of the selected translation, on one or several lines.
    pub(super) fn words(&self) -> String {
        let translation = self.translation.and_then(|at| self.statement.translations.get(at));
        visible_lines(translation.map_or(&self.statement.text, |it| &it.text).trim())
    }

    /// The text on one line.
    pub(super) fn line(&self) -> String {
        self.words().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Whether the text is put in quotation marks: only what a source quotes verbatim.
    pub(super) fn is_quote(&self) -> bool {
        self.statement.kind == StatementType::Quote
    }

    /// The text on one line, in quotation marks if verbatim.
    pub(super) fn line_marked(&self) -> String {
        if self.is_quote() { quote_marks::quoted(&self.line()) } else { self.line() }
    }

    /// The language of the text.
    pub(super) fn language(&self) -> Option<&'a str> {
        let translation = self.translation.and_then(|at| self.statement.translations.get(at));
        match translation {
            Some(translation) => Some(&translation.language),
            None => self.statement.language.as_deref().or(self.visit.language.as_deref()),
        }
    }

    /// The reporting verb.
    pub(super) fn verb(&self) -> &'static str {
        let m = self.lang.messages();
        match self.statement.medium {
            Some(Medium::WrittenStatement | Medium::SocialMedia) => m.wrote,
            _ => m.said,
        }
    }

    /// The occasion as the source words it, if that is in the language of the citation.
    pub(super) fn occasion(&self) -> Option<String> {
        let of_source = self.sources().find_map(|(source, _)| source.language.as_deref());
        let written = of_source.or(self.visit.language.as_deref());
        let fits = written.is_none_or(|it| it.split('-').next() == Some(self.lang.code()));
        let context = self.statement.context.as_deref().filter(|_| fits).map(visible_string);
        context.map(|context| bare(&context).to_owned()).filter(|context| !context.is_empty())
    }

    /// The statement's own date; those of its stop and its visit do not count.
    pub(super) fn date(&self) -> Option<PartialDate> {
        let dated = self.visit.dated(self.statement)?;
        let is_known = dated.certainty != Some(Certainty::Unknown);
        (dated.from == DateFrom::Statement && is_known).then(|| dated.date.day_only())
    }

    /// Whether the record names a speaker.
    pub(super) fn is_speaker_known(&self) -> bool {
        !self.speakers().is_empty()
    }

    /// Whether the speaker is stated by the source.
    pub(super) fn is_speaker_stated(&self) -> bool {
        matches!(self.statement.speaker_certainty, None | Some(Certainty::Stated))
    }

    /// Whether the statement's own date is stated by the source.
    pub(super) fn is_date_stated(&self) -> bool {
        matches!(self.statement.date_certainty, None | Some(Certainty::Stated))
    }

    /// The place, and whether it is inferred.
    pub(super) fn place(&self) -> Option<(String, bool)> {
        let stop = self.visit.stop(self.statement.stop.as_ref()?)?;
        match self.statement.stop_certainty {
            Some(Certainty::Unknown) => None,
            certainty => Some((
                visible_string(stop.name_in(self.lang.code()).unwrap_or(&stop.name)),
                certainty == Some(Certainty::Inferred),
            )),
        }
    }

    /// Remarks on reliability: translation, inferred facts, missing speaker.
    pub(super) fn remarks(&self) -> Vec<String> {
        let m = self.lang.messages();
        let mut remarks: Vec<String> = Vec::new();
        if self.translation.is_some() {
            remarks.push(m.is_translation.to_owned());
        }
        if let Some(language) = self.statement.original_language.as_deref() {
            remarks.push(format!("{} {}", m.translated_from, self.lang.language(&visible_string(language))));
        }
        let interpreters = self.statement.interpreted_by.iter();
        let interpreters: Vec<String> =
            interpreters.map(|id| visible_string(self.visit.name_of_in(id, self.lang.code()))).collect();
        if !interpreters.is_empty() {
            remarks.push(format!("{} {}", m.interpreted, self.lang.all_of(&interpreters)));
        }
        match (self.is_speaker_known(), self.statement.speaker_certainty) {
            (true, Some(Certainty::Inferred)) => remarks.push(m.speaker_inferred.to_owned()),
            (true, Some(Certainty::Unknown)) => remarks.push(m.speaker_uncertain.to_owned()),
            (false, _) => {
                let printed = self.statement.attribution_text.as_deref().map(visible_string);
                remarks.extend(printed.map(|it| format!("{} {}", m.in_the_source, quote_marks::quoted(&it))));
            }
            _ => {}
        }
        if self.date().is_some() && self.statement.date_certainty == Some(Certainty::Inferred) {
            remarks.push(m.date_inferred.to_owned());
        }
        remarks
    }

    /// The remarks in square brackets after a space, as an editor adds them; or an empty string.
    pub(super) fn remarked(&self) -> String {
        let remarks = self.remarks();
        if remarks.is_empty() { String::new() } else { format!(" [{}]", remarks.join("; ")) }
    }

    /// The date as text.
    pub(super) fn date_in_words(&self) -> Option<String> {
        self.date().map(|date| date_long(self.lang, &date))
    }

    /// The description of a source: author, title and publisher, as far as known.
    pub(super) fn source_named(&self, source: &Source) -> String {
        let title = source.title.as_deref().map(|title| quote_marks::quoted(&visible_string(title)));
        let title = title.unwrap_or_else(|| self.kind_of(source).to_owned());
        let author = self.authors(source).map(|authors| authors.named(self.lang));
        let publisher = source.publisher.as_deref().map(visible_string);
        [author, Some(title), publisher].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// The sources without a title, which a reference list cannot name.
    pub fn untitled_sources(&self) -> impl Iterator<Item = &'a Source> {
        self.sources().map(|(source, _)| source).filter(|source| source.title.is_none())
    }

    /// The document type of a source, shown in place of a missing title.
    pub(super) fn kind_of<'s>(&self, source: &'s Source) -> &'s str {
        source.kind.as_ref().map_or(self.lang.messages().document, |kind| kind.label(self.lang))
    }

    /// The authors of a source.
    pub(super) fn authors(&self, source: &Source) -> Option<Authors> {
        let is_institution = |name: &str| self.is_institution(source, name);
        let authors =
            source.author.as_deref().map(|text| Authors::read(&visible_string(text), is_institution));
        authors.filter(|authors| !authors.each().is_empty())
    }

    /// Whether a name is that of an institution: by its words, or because it is the publisher of the source or an organization of
    /// the visit.
    fn is_institution(&self, source: &Source, name: &str) -> bool {
        let is_same = |other: &String| fold(name) == fold(other);
        let of_visit = |it: &Organization| is_same(&it.name) || it.other_names.iter().any(is_same);
        names_institution(name)
            || source.publisher.as_ref().is_some_and(is_same)
            || self.visit.organizations.iter().any(of_visit)
    }
}

/// The locator in a source, as one visible line.
pub(super) fn locator(reference: &SourceRef) -> Option<String> {
    reference.locator.as_deref().map(|place| bare(&visible_string(place)).to_owned())
}

/// A part of a sentence without its final punctuation.
fn bare(text: &str) -> &str {
    text.trim().trim_end_matches(['.', ',', ';', ':'])
}

/// The URL of a source, if it is a web address.
pub(super) fn address(source: &Source) -> Option<String> {
    [&source.url, &source.archive_url].into_iter().flatten().find_map(|url| on_the_web(url))
}

/// A URL in visible characters, if it is a web address.
pub(super) fn on_the_web(url: &str) -> Option<String> {
    is_web_address(url).then(|| visible_string(url).replace(char::is_whitespace, "%20"))
}
