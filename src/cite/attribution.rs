//! Attribution: the speakers with their posts, on whose behalf they spoke, and who read it out.

use super::author::is_latin;
use super::citation::Citation;
use super::quote_marks;
use crate::model::{Id, Participant, Speaker};
use crate::text::{fold, visible_string};

/// Phrases by which an attribution says that somebody else read it out, folded.
const READ_OUT: &[&str] = &["dibacakan", "read out by", "read by", "delivered by"];

/// Whether a text holds these words as a whole: “spread by” is not “read by”.
fn holds_words(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| {
        let (before, after) =
            (text.get(..at).unwrap_or_default(), text.get(at + words.len()..).unwrap_or_default());
        !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
    })
}

/// A speaker as named in a citation.
struct SpeakerName {
    name: String,
    /// The post, or the organization if no post is known.
    post: Option<String>,
    /// Whether the post may be written before the name.
    leads: bool,
}

impl SpeakerName {
    fn post_first(self) -> String {
        match self.post {
            Some(post) if self.leads => format!("{post} {}", self.name),
            _ => self.name_first(),
        }
    }

    fn name_first(self) -> String {
        self.post.into_iter().fold(self.name, |all, post| quote_marks::with_comma(&all) + " " + &post)
    }

    /// For a list of speakers, in which commas separate people.
    fn in_list(self) -> String {
        match self.post {
            Some(post) => format!("{} ({post})", self.name),
            None => self.name,
        }
    }
}

impl<'a> Citation<'a> {
    /// All speakers.
    pub(super) fn speakers(&self) -> Vec<Speaker<'a>> {
        self.visit.speakers(self.statement).collect()
    }

    /// The names of the speakers, or the text that replaces them.
    pub(super) fn names(&self) -> String {
        self.joined(|named| named.name)
    }

    /// The name of each speaker.
    pub(super) fn each_name(&self) -> Vec<String> {
        self.speakers().into_iter().map(|it| self.named(it).name).collect()
    }

    /// Names followed by posts, on whose behalf it was said, and who read it out; joined by commas.
    pub(super) fn who(&self) -> String {
        let is_one = self.speakers().len() < 2;
        let names = self.joined(|named| if is_one { named.name_first() } else { named.in_list() });
        self.with_others(names, self.occasion().as_deref())
    }

    /// The same in press style, with posts before the names if so ordered.
    pub(super) fn who_in_press(&self) -> String {
        if !self.post_order.is_before(self.lang) {
            return self.who();
        }
        let is_one = self.speakers().len() < 2;
        let names =
            self.joined(|named| if is_one || named.leads { named.post_first() } else { named.in_list() });
        self.with_others(names, self.occasion().as_deref())
    }

    /// The names without posts, but with on whose behalf it was said and who read it out, which change the meaning.
    pub(super) fn short_names(&self) -> String {
        self.with_others(self.names(), None)
    }

    fn joined(&self, write: impl Fn(SpeakerName) -> String) -> String {
        let names: Vec<String> = self.speakers().into_iter().map(|it| write(self.named(it))).collect();
        if names.is_empty() {
            self.lang.messages().unnamed_speaker.to_owned()
        } else {
            self.lang.all_of(&names)
        }
    }

    fn named(&self, speaker: Speaker<'a>) -> SpeakerName {
        match speaker {
            Speaker::Participant(person) => self.person(person),
            Speaker::Organization(organization) => {
                let name = organization.name_in(self.lang.code()).unwrap_or(&organization.name);
                SpeakerName { name: visible_string(name), post: None, leads: false }
            }
        }
    }

    fn person(&self, person: &'a Participant) -> SpeakerName {
        let code = self.lang.code();
        let label = visible_string(self.visit.label_in(person, code));
        let organization = person.organizations().next().map(|id| self.visit.name_of_in(id, code));
        match (&person.name, self.visit.post_of(person)) {
            (Some(_), Some(_)) => {
                let (post, is_foreign) = self.post_of(person);
                // After a comma in the post, it would be unclear where the name begins.
                let leads = !is_foreign && !post.contains(',');
                SpeakerName { name: label, post: Some(post), leads }
            }
            (Some(_), None) => {
                SpeakerName { name: label, post: organization.map(visible_string), leads: false }
            }
            (None, Some(written)) => {
                let (post, _) = self.post_of(person);
                let is_named = |it: &&str| names_organization(&written, it) || names_organization(&post, it);
                let organization = organization.filter(|it| !is_named(it)).map(visible_string);
                SpeakerName { name: post, post: organization, leads: false }
            }
            // A group of members is not the organization itself.
            (None, None) if organization.is_some() => {
                let name = format!("{} {label}", self.lang.messages().group_from);
                SpeakerName { name, post: None, leads: false }
            }
            (None, None) => SpeakerName { name: label, post: None, leads: false },
        }
    }

    /// A post in the language of the citation; in quotation marks if the record has it only in another language.
    fn post_of(&self, person: &Participant) -> (String, bool) {
        if let Some(post) = self.visit.post_of_in(person, self.lang.code()) {
            return (visible_string(&post), false);
        }
        let post = visible_string(&self.visit.post_of(person).unwrap_or_default());
        let written = self.visit.language.as_deref().and_then(|it| it.split('-').next());
        let is_foreign =
            written.is_some_and(|it| !it.eq_ignore_ascii_case(self.lang.code())) || !is_latin(&post);
        if is_foreign { (quote_marks::quoted(&post), true) } else { (post, false) }
    }

    /// Appends on whose behalf it was said and who read it out, unless `rest` already says so.
    fn with_others(&self, names: String, rest: Option<&str>) -> String {
        let m = self.lang.messages();
        let name = |id: &Id| visible_string(self.visit.name_of_in(id, self.lang.code()));
        let is_other = |id: &&Id| !self.statement.speaker.contains(id);
        let stated = fold(&format!("{names} {}", rest.unwrap_or_default()));
        let is_read_out = READ_OUT.iter().any(|words| holds_words(&stated, words));
        let all = |ids: &[Id]| -> Vec<String> { ids.iter().filter(is_other).map(name).collect() };
        let phrase = |words: &str, names: Vec<String>| {
            (!names.is_empty()).then(|| format!("{words} {}", self.lang.all_of(&names)))
        };
        let for_whom = phrase(m.in_the_name_of, all(&self.statement.on_behalf_of));
        let readers = phrase(m.read_by, all(&self.statement.delivered_by)).filter(|_| !is_read_out);
        for_whom
            .into_iter()
            .chain(readers)
            .fold(names, |all, part| quote_marks::with_comma(&all) + " " + &part)
    }
}

/// Whether a post contains the name of its organization.
fn names_organization(post: &str, organization: &str) -> bool {
    words(organization).iter().any(|word| words(post).contains(word))
}

/// The significant words of a name, folded.
fn words(name: &str) -> Vec<String> {
    let name = fold(name);
    name.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() > 2)
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_held_as_a_whole() {
        for (text, expected) in [
            ("read by sari", true),
            ("kata ratna (read by sari)", true),
            ("speech read by", true),
            ("spread by sari", false),
            ("read bytes", false),
            ("read bytes, then read by sari", true),
        ] {
            assert_eq!(holds_words(text, "read by"), expected, "{text}");
        }
    }
}
