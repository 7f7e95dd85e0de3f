//! What a citation may say of a statement: words, speaker, occasion, place, date, and what is to be said of their certainty.

use super::{Citation, marks};
use crate::lang::{Lang, date_long};
use crate::model::{Certainty, DateFrom, Medium, PartialDate, Source, SourceRef, Speaker, StatementType};
use crate::text::{visible_lines, visible_string};

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

    pub(super) fn speaker(&self) -> Option<Speaker<'a>> {
        self.visit.speaker(self.statement)
    }

    /// The name of whoever spoke, or what stands for it.
    pub(super) fn name(&self) -> String {
        match self.speaker() {
            Some(speaker) => visible_string(self.visit.name_of(speaker.id())),
            None => self.lang.messages().unnamed_speaker.to_owned(),
        }
    }

    /// Name and post, for whom it was said, and who read it out; joined by commas.
    pub(super) fn who(&self) -> String {
        let m = self.lang.messages();
        let mut parts = vec![self.name()];
        if let Some(speaker) = self.speaker() {
            let organization = || match speaker {
                Speaker::Participant(person) => person
                    .organization
                    .as_ref()
                    .map(|id| self.visit.name_of(id))
                    .filter(|_| person.name.is_some()),
                Speaker::Organization(_) => None,
            };
            let post = speaker.name().and(speaker.post()).or_else(organization).map(visible_string);
            parts.extend(post.filter(|post| parts.first() != Some(post)));
        }
        let named = |id| visible_string(self.visit.name_of(id));
        let for_whom = self.statement.on_behalf_of.as_ref();
        parts.extend(for_whom.map(|id| format!("{} {}", m.in_the_name_of, named(id))));
        let reader = self.statement.delivered_by.as_ref();
        parts.extend(reader.map(|id| format!("{} {}", m.read_by, named(id))));
        parts.join(", ")
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
        let written = self.statement.language.as_deref().or(self.visit.language.as_deref());
        let fits = written.is_none_or(|it| it.split('-').next() == Some(self.lang.code()));
        self.statement.context.as_deref().filter(|_| fits).map(visible_string)
    }

    /// Its own date: that of its stop or of the visit is not the date of what was said.
    pub(super) fn date(&self) -> Option<PartialDate> {
        let dated = self.visit.dated(self.statement)?;
        let is_known = dated.certainty != Some(Certainty::Unknown);
        (dated.from == DateFrom::Statement && is_known).then(|| dated.date.day_only())
    }

    /// Where it was said, and whether that was concluded.
    pub(super) fn place(&self) -> Option<(String, bool)> {
        let stop = self.visit.stop(self.statement.stop.as_ref()?)?;
        match self.statement.stop_certainty {
            Some(Certainty::Unknown) => None,
            certainty => Some((visible_string(&stop.name), certainty == Some(Certainty::Inferred))),
        }
    }

    /// What has to be said beside the words, so that nobody takes them for more than they are.
    pub(super) fn remarks(&self) -> Vec<String> {
        let m = self.lang.messages();
        let mut remarks: Vec<String> = Vec::new();
        if self.translation.is_some() {
            remarks.push(m.is_translation.to_owned());
        }
        match (self.speaker(), self.statement.speaker_certainty) {
            (Some(_), Some(Certainty::Inferred)) => remarks.push(m.speaker_inferred.to_owned()),
            (Some(_), Some(Certainty::Unknown)) => remarks.push(m.speaker_uncertain.to_owned()),
            (None, _) => {
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
        let title = title.unwrap_or_else(|| self.untitled(source));
        let others = [&source.author, &source.publisher].map(|name| name.as_deref().map(visible_string));
        let [author, publisher] = others;
        [author, Some(title), publisher].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// What stands for the title of a source without one: `[berita tanpa judul]`.
    pub(super) fn untitled(&self, source: &Source) -> String {
        let m = self.lang.messages();
        let kind = source.kind.map_or(m.document, |kind| kind.words(self.lang));
        match self.lang {
            Lang::Id => format!("[{kind} {}]", m.untitled),
            Lang::En => format!("[{} {kind}]", m.untitled),
        }
    }
}

/// The place in a source.
pub(super) fn locator(reference: &SourceRef) -> Option<String> {
    reference.locator.as_deref().map(visible_string)
}

/// Where a source can be read; only addresses of the web are addresses.
pub(super) fn address(source: &Source) -> Option<String> {
    let is_web = |url: &&str| url.starts_with("https://") || url.starts_with("http://");
    let shown = |url: &str| visible_string(url).replace(char::is_whitespace, "%20");
    [&source.url, &source.archive_url].into_iter().filter_map(Option::as_deref).find(is_web).map(shown)
}
