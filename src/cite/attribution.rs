//! Whose words they are: names with posts, for whom it was said, and who read it out.

use super::{Citation, marks};
use crate::lang::Lang;
use crate::model::{Id, Participant, Speaker};
use crate::text::{fold, visible_string};

/// Where a post stands beside a name in a sentence for the press.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum PostOrder {
    /// As newsrooms of the language write it: in front of the name in Indonesian, behind it in English.
    #[default]
    Auto,
    /// In front of the name: `Wakil Wali Kota Balikpapan Bagus Susetyo`.
    Before,
    /// Behind the name, after a comma: `Bagus Susetyo, Wakil Wali Kota Balikpapan`.
    After,
}

impl PostOrder {
    /// Every order.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Before, Self::After];

    /// Its name in the settings.
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Before => "before",
            Self::After => "after",
        }
    }

    fn is_before(self, lang: Lang) -> bool {
        match self {
            Self::Auto => lang == Lang::Id,
            Self::Before => true,
            Self::After => false,
        }
    }
}

/// Words that say in a sentence that somebody else read it out, folded.
const READ_OUT: &[&str] = &["dibacakan", "read out by", "read by", "delivered by"];

/// A speaker in the words of a citation.
struct Named {
    name: String,
    /// The post, or the organization where no post is known.
    post: Option<String>,
    /// Whether the post may stand in front of the name.
    leads: bool,
}

impl Named {
    fn post_first(self) -> String {
        match self.post {
            Some(post) if self.leads => format!("{post} {}", self.name),
            _ => self.name_first(),
        }
    }

    fn name_first(self) -> String {
        self.post.into_iter().fold(self.name, |all, post| all + ", " + &post)
    }

    /// For a list of speakers, in which commas part people.
    fn in_list(self) -> String {
        match self.post {
            Some(post) => format!("{} ({post})", self.name),
            None => self.name,
        }
    }
}

impl<'a> Citation<'a> {
    /// Everybody who spoke.
    pub(super) fn speakers(&self) -> Vec<Speaker<'a>> {
        self.visit.speakers(self.statement).collect()
    }

    /// The names of those who spoke, or what stands for them.
    pub(super) fn names(&self) -> String {
        self.joined(|named| named.name)
    }

    /// Names with posts behind them, for whom it was said, and who read it out; joined by commas.
    pub(super) fn who(&self) -> String {
        let is_one = self.speakers().len() < 2;
        let names = self.joined(|named| if is_one { named.name_first() } else { named.in_list() });
        self.with_others(names, self.occasion().as_deref())
    }

    /// The same as the press writes it, with posts in front of names where that is the order.
    pub(super) fn who_in_press(&self) -> String {
        if !self.post_order.is_before(self.lang) {
            return self.who();
        }
        let is_one = self.speakers().len() < 2;
        let names =
            self.joined(|named| if is_one || named.leads { named.post_first() } else { named.in_list() });
        self.with_others(names, self.occasion().as_deref())
    }

    /// The names alone, but for whom it was said, and who read it out: without that it would be another statement.
    pub(super) fn names_in_brief(&self) -> String {
        self.with_others(self.names(), None)
    }

    fn joined(&self, write: impl Fn(Named) -> String) -> String {
        let names: Vec<String> = self.speakers().into_iter().map(|it| write(self.named(it))).collect();
        if names.is_empty() {
            self.lang.messages().unnamed_speaker.to_owned()
        } else {
            self.lang.all_of(&names)
        }
    }

    fn named(&self, speaker: Speaker<'a>) -> Named {
        match speaker {
            Speaker::Participant(person) => self.person(person),
            Speaker::Organization(organization) => {
                let name = organization.name_in(self.lang.code()).unwrap_or(&organization.name);
                Named { name: visible_string(name), post: None, leads: false }
            }
        }
    }

    fn person(&self, person: &'a Participant) -> Named {
        let code = self.lang.code();
        let label = visible_string(person.name_in(code).unwrap_or_else(|| self.visit.label(person)));
        let organization = person.organizations().next().map(|id| self.visit.name_of_in(id, code));
        match (&person.name, self.visit.post_of(person)) {
            (Some(_), Some(_)) => {
                let (post, is_foreign) = self.post_of(person);
                // Behind a comma in the post nobody would see where the name begins.
                let leads = !is_foreign && !post.contains(',');
                Named { name: label, post: Some(post), leads }
            }
            (Some(_), None) => Named { name: label, post: organization.map(visible_string), leads: false },
            (None, Some(written)) => {
                let (post, _) = self.post_of(person);
                let organization = organization.filter(|it| !tells(&written, it)).map(visible_string);
                Named { name: post, post: organization, leads: false }
            }
            // Some people of an organization are not the organization.
            (None, None) if organization.is_some() => {
                let name = format!("{} {label}", self.lang.messages().group_from);
                Named { name, post: None, leads: false }
            }
            (None, None) => Named { name: label, post: None, leads: false },
        }
    }

    /// A post in the language of the citation; where the record has it in another language only, within quotation marks.
    fn post_of(&self, person: &Participant) -> (String, bool) {
        if let Some(post) = self.visit.post_of_in(person, self.lang.code()) {
            return (visible_string(&post), false);
        }
        let post = visible_string(&self.visit.post_of(person).unwrap_or_default());
        let written = self.visit.language.as_deref().and_then(|it| it.split('-').next());
        let is_foreign =
            written.is_some_and(|it| !it.eq_ignore_ascii_case(self.lang.code())) || !is_latin(&post);
        if is_foreign { (marks::quoted(&post), true) } else { (post, false) }
    }

    /// For whom it was said, and who read it out, unless the rest of the sentence says that already.
    fn with_others(&self, names: String, rest: Option<&str>) -> String {
        let m = self.lang.messages();
        let name = |id: &Id| visible_string(self.visit.name_of_in(id, self.lang.code()));
        let is_other = |id: &&Id| !self.statement.speaker.contains(id);
        let said = fold(&format!("{names} {}", rest.unwrap_or_default()));
        let is_read_out = READ_OUT.iter().any(|words| said.contains(words));
        let all = |ids: &[Id]| -> Vec<String> { ids.iter().filter(is_other).map(name).collect() };
        let said = |words: &str, names: Vec<String>| {
            (!names.is_empty()).then(|| format!("{words} {}", self.lang.all_of(&names)))
        };
        let for_whom = said(m.in_the_name_of, all(&self.statement.on_behalf_of));
        let readers = said(m.read_by, all(&self.statement.delivered_by)).filter(|_| !is_read_out);
        for_whom.into_iter().chain(readers).fold(names, |all, part| all + ", " + &part)
    }
}

/// Whether a text is in the script of both languages of citations.
pub(super) fn is_latin(text: &str) -> bool {
    text.chars().all(|c| !c.is_alphabetic() || c <= '\u{24f}')
}

/// Whether a post names its organization.
fn tells(post: &str, organization: &str) -> bool {
    words(organization).iter().any(|word| words(post).contains(word))
}

/// The words of a name that tell something, folded.
fn words(name: &str) -> Vec<String> {
    let name = fold(name);
    name.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() > 2)
        .map(str::to_owned)
        .collect()
}
