//! The posts that a participant held at the time of a visit.

use std::borrow::Cow;

use super::language::in_language;
use super::people::titles;
use super::{PartialDate, Participant, Post, Visit};

impl Visit {
    /// The posts that a participant held at the time of the visit; all posts if none of them matches by date.
    pub fn posts_of<'a>(&self, participant: &'a Participant) -> Vec<&'a Post> {
        let is_before = |one: Option<PartialDate>, other: Option<PartialDate>| {
            let days = one.and_then(|date| date.latest()).zip(other.and_then(|date| date.earliest()));
            days.is_some_and(|(last, first)| last < first)
        };
        let ends = self.end_date.or(self.start_date);
        let is_held =
            |post: &&Post| !is_before(post.end_date, self.start_date) && !is_before(ends, post.start_date);
        let held: Vec<&Post> = participant.post.iter().filter(is_held).collect();
        if held.is_empty() { participant.post.iter().collect() } else { held }
    }

    /// The titles of those posts, joined by commas.
    pub fn post_of<'a>(&self, participant: &'a Participant) -> Option<Cow<'a, str>> {
        titles(&self.posts_of(participant))
    }

    /// The titles of those posts in a language, `en` or `id`; as written where there is none.
    pub fn posts_in<'a>(&self, participant: &'a Participant, language: &str) -> Vec<&'a str> {
        let own = in_language(language, participant.post_en.as_ref(), participant.post_id.as_ref());
        if let Some(own) = own.filter(|_| participant.post.len() <= 1) {
            return vec![own];
        }
        let title = |it: &'a Post| {
            in_language(language, it.title_en.as_ref(), it.title_id.as_ref()).unwrap_or(&it.title)
        };
        self.posts_of(participant).into_iter().map(title).collect()
    }

    /// The same in a language, `en` or `id`, if the record has all titles in it.
    pub fn post_of_in(&self, participant: &Participant, language: &str) -> Option<String> {
        let own = in_language(language, participant.post_en.as_ref(), participant.post_id.as_ref());
        match (own, &*participant.post, self.posts_of(participant).as_slice()) {
            (Some(own), [] | [_], _) => Some(own.to_owned()),
            (_, _, []) => None,
            (_, _, held) => {
                let titles =
                    held.iter().map(|it| in_language(language, it.title_en.as_ref(), it.title_id.as_ref()));
                Some(titles.collect::<Option<Vec<_>>>()?.join(", "))
            }
        }
    }
}
