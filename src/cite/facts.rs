//! What a citation may say of a statement: words, speaker, occasion, place, date, and what is to be said of their certainty.

use super::author::{Authors, names_institution};
use super::{Citation, marks};
use crate::lang::date_long;
use crate::model::{
    Certainty, DateFrom, Medium, Organization, PartialDate, Source, SourceRef, StatementType,
};
use crate::text::{fold, is_web_address, visible_lines, visible_string};

impl<'a> Citation<'a> {
    /// The words, as they are; of a translation its own.
    pub(super) fn words(&self) -> String {
        let translation = self.translation.and_then(|at| self.statement.translations.get(at));
        visible_lines(translation.map_or(&self.statement.text, |it| &it.text).trim())
    }

    /// The words on one line.
    pub(super) fn line(&self) -> String {
        self.words().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Whether the words stand within quotation marks: only words that a source prints so.
    pub(super) fn is_quote(&self) -> bool {
        self.statement.kind == StatementType::Quote
    }

    /// The words on one line, within quotation marks where those belong.
    pub(super) fn line_marked(&self) -> String {
        if self.is_quote() { marks::quoted(&self.line()) } else { self.line() }
    }

    /// The language of the words.
    pub(super) fn language(&self) -> Option<&'a str> {
        let translation = self.translation.and_then(|at| self.statement.translations.get(at));
        match translation {
            Some(translation) => Some(&translation.language),
            None => self.statement.language.as_deref().or(self.visit.language.as_deref()),
        }
    }

    /// The verb of saying.
    pub(super) fn verb(&self) -> &'static str {
        let m = self.lang.messages();
        match self.statement.medium {
            Some(Medium::WrittenStatement | Medium::SocialMedia) => m.wrote,
            _ => m.said,
        }
    }

    /// The occasion in the source's words, if they are in the language of the citation.
    pub(super) fn occasion(&self) -> Option<String> {
        let of_source = self.sources().find_map(|(source, _)| source.language.as_deref());
        let written = of_source.or(self.visit.language.as_deref());
        let fits = written.is_none_or(|it| it.split('-').next() == Some(self.lang.code()));
        let context = self.statement.context.as_deref().filter(|_| fits).map(visible_string);
        context.map(|context| bare(&context).to_owned()).filter(|context| !context.is_empty())
    }

    /// Its own date: that of its stop or of the visit is not the date of what was said.
    pub(super) fn date(&self) -> Option<PartialDate> {
        let dated = self.visit.dated(self.statement)?;
        let is_known = dated.certainty != Some(Certainty::Unknown);
        (dated.from == DateFrom::Statement && is_known).then(|| dated.date.day_only())
    }

    /// Whether the record says who spoke.
    pub(super) fn is_speaker_known(&self) -> bool {
        !self.speakers().is_empty()
    }

    /// Whether it is stated who spoke.
    pub(super) fn is_speaker_stated(&self) -> bool {
        matches!(self.statement.speaker_certainty, None | Some(Certainty::Stated))
    }

    /// Whether its own date is stated.
    pub(super) fn is_date_stated(&self) -> bool {
        matches!(self.statement.date_certainty, None | Some(Certainty::Stated))
    }

    /// Where it was said, and whether that was concluded.
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

    /// What has to be said beside the words, so that nobody takes them for more than they are.
    pub(super) fn remarks(&self) -> Vec<String> {
        let m = self.lang.messages();
        let mut remarks: Vec<String> = Vec::new();
        if self.translation.is_some() {
            remarks.push(m.is_translation.to_owned());
        }
        if let Some(spoken) = self.statement.original_language.as_deref() {
            remarks.push(format!("{} {}", m.translated_from, self.lang.language(&visible_string(spoken))));
        }
        let interpreters = self.statement.interpreted_by.iter();
        let interpreters: Vec<String> =
            interpreters.map(|id| visible_string(self.visit.name_of(id))).collect();
        if !interpreters.is_empty() {
            remarks.push(format!("{} {}", m.interpreted, self.lang.all_of(&interpreters)));
        }
        match (self.is_speaker_known(), self.statement.speaker_certainty) {
            (true, Some(Certainty::Inferred)) => remarks.push(m.speaker_inferred.to_owned()),
            (true, Some(Certainty::Unknown)) => remarks.push(m.speaker_uncertain.to_owned()),
            (false, _) => {
                let printed = self.statement.attribution_text.as_deref().map(visible_string);
                remarks.extend(printed.map(|it| format!("{} {}", m.in_the_source, marks::quoted(&it))));
            }
            _ => {}
        }
        if self.date().is_some() && self.statement.date_certainty == Some(Certainty::Inferred) {
            remarks.push(m.date_inferred.to_owned());
        }
        remarks
    }

    /// The remarks behind what they are about: ` (…)`, or nothing.
    pub(super) fn remarked(&self) -> String {
        let remarks = self.remarks();
        if remarks.is_empty() { String::new() } else { format!(" ({})", remarks.join("; ")) }
    }

    /// The date in words.
    pub(super) fn date_in_words(&self) -> Option<String> {
        self.date().map(|date| date_long(self.lang, &date))
    }

    /// A source as a reader may look for it: author, title and publisher, as far as they are known.
    pub(super) fn source_named(&self, source: &Source) -> String {
        let title = source.title.as_deref().map(|title| marks::quoted(&visible_string(title)));
        let title = title.unwrap_or_else(|| self.kind_of(source).to_owned());
        let others = [&source.author, &source.publisher].map(|name| name.as_deref().map(visible_string));
        let [author, publisher] = others;
        [author, Some(title), publisher].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// The sources without a title, which a list of references cannot name.
    pub fn untitled_sources(&self) -> impl Iterator<Item = &'a Source> {
        self.sources().map(|(source, _)| source).filter(|source| source.title.is_none())
    }

    /// What kind of document a source is, in a word: it stands where a title is missing.
    pub(super) fn kind_of<'s>(&self, source: &'s Source) -> &'s str {
        source.kind.as_ref().map_or(self.lang.messages().document, |kind| kind.label(self.lang))
    }

    /// The authors of a source.
    pub(super) fn authors(&self, source: &Source) -> Option<Authors> {
        let is_institution = |name: &str| self.is_institution(source, name);
        source.author.as_deref().map(|text| Authors::read(&visible_string(text), is_institution))
    }

    /// Whether a name is that of an institution: by its words, or because it publishes the source, or is an organization of
    /// the visit.
    pub(super) fn is_institution(&self, source: &Source, name: &str) -> bool {
        let is_same = |other: &String| fold(name) == fold(other);
        let of_visit = |it: &Organization| is_same(&it.name) || it.other_names.iter().any(is_same);
        names_institution(name)
            || source.publisher.as_ref().is_some_and(is_same)
            || self.visit.organizations.iter().any(of_visit)
    }
}

/// The place in a source.
pub(super) fn locator(reference: &SourceRef) -> Option<String> {
    reference.locator.as_deref().map(|place| bare(&visible_string(place)).to_owned())
}

/// A piece of a sentence without the signs at its end: it gets those of the sentence.
fn bare(text: &str) -> &str {
    text.trim().trim_end_matches(['.', ',', ';', ':'])
}

/// Where a source can be read; only addresses of the web are addresses.
pub(super) fn address(source: &Source) -> Option<String> {
    [&source.url, &source.archive_url].into_iter().flatten().find_map(|url| on_the_web(url))
}

/// An address, if it is one of the web, fit to be handed on.
pub(super) fn on_the_web(url: &str) -> Option<String> {
    is_web_address(url).then(|| visible_string(url).replace(char::is_whitespace, "%20"))
}
