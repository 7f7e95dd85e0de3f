//! What a citation may say of a statement: words, speaker, occasion, place, date, and what is to be said of their certainty.

use super::{Citation, marks};
use crate::lang::{Lang, date_long};
use crate::model::{Certainty, DateFrom, Medium, PartialDate, Source, SourceRef, Speaker, StatementType};
use crate::text::{fold, visible_lines, visible_string};

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
        let m = self.lang.messages();
        match self.speaker() {
            Some(Speaker::Participant(person)) => {
                let name = visible_string(self.visit.label(person));
                // Some people of an organization are not the organization.
                let stands_for_it =
                    person.name.is_none() && person.post.is_none() && person.organization.is_some();
                if stands_for_it { format!("{} {name}", m.group_from) } else { name }
            }
            Some(Speaker::Organization(organization)) => visible_string(&organization.name),
            None => m.unnamed_speaker.to_owned(),
        }
    }

    /// The post of whoever spoke, where the name is not the post; the organization where the post does not tell it.
    fn post(&self) -> Option<String> {
        let Some(Speaker::Participant(person)) = self.speaker() else { return None };
        let organization = person.organization.as_ref().map(|id| self.visit.name_of(id));
        let told = |post: &str, organization: &str| {
            words(organization).iter().any(|word| words(post).contains(word))
        };
        match (&person.name, &person.post) {
            (Some(_), Some(post)) => Some(visible_string(post)),
            (Some(_), None) => organization.map(visible_string),
            (None, Some(post)) => organization.filter(|it| !told(post, it)).map(visible_string),
            (None, None) => None,
        }
    }

    /// Name and post, for whom it was said, and who read it out; joined by commas.
    pub(super) fn who(&self) -> String {
        let parts = std::iter::once(self.name()).chain(self.post()).chain(self.for_whom());
        parts.collect::<Vec<_>>().join(", ")
    }

    /// The name alone, but for whom it was said, and who read it out: without that it would be another statement.
    pub(super) fn name_in_brief(&self) -> String {
        std::iter::once(self.name()).chain(self.for_whom()).collect::<Vec<_>>().join(", ")
    }

    fn for_whom(&self) -> Vec<String> {
        let m = self.lang.messages();
        let named = |id| visible_string(self.visit.name_of(id));
        let for_whom = self.statement.on_behalf_of.as_ref();
        let for_whom = for_whom.map(|id| format!("{} {}", m.in_the_name_of, named(id)));
        let reader = self.statement.delivered_by.as_ref().map(|id| format!("{} {}", m.read_by, named(id)));
        for_whom.into_iter().chain(reader).collect()
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
    reference.locator.as_deref().map(|place| bare(&visible_string(place)).to_owned())
}

/// A piece of a sentence without the signs at its end: it gets those of the sentence.
fn bare(text: &str) -> &str {
    text.trim().trim_end_matches(['.', ',', ';', ':'])
}

/// The words of a name that tell something, folded.
fn words(name: &str) -> Vec<String> {
    let name = fold(name);
    name.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() > 2)
        .map(str::to_owned)
        .collect()
}

/// Where a source can be read; only addresses of the web are addresses.
pub(super) fn address(source: &Source) -> Option<String> {
    [&source.url, &source.archive_url].into_iter().flatten().find_map(|url| on_the_web(url))
}

/// An address, if it is one of the web, fit to be handed on.
pub(super) fn on_the_web(url: &str) -> Option<String> {
    let is_web = url.starts_with("https://") || url.starts_with("http://");
    is_web.then(|| visible_string(url).replace(char::is_whitespace, "%20"))
}
