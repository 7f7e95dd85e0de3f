//! Drafts articles: collects the statements of each, with the speakers as far as the article says them, and all else.

use super::article::{Article, sentences};
use super::attribution::{Attribution, Speaker, attribution};
use super::clues::NameClues;
use super::dates::days;
use super::found::{Draft, Found};
use super::mention::mentions;
use super::passage::PassageKind;
use super::people::People;
use super::places::{organizations, stops};
use super::quote::{narration, passages};
use super::reader::Reader;
use super::sides::Sides;
use super::source::publication;
use super::yaml;
use crate::lang::Lang;

/// The text of an article, and the file it is in.
#[derive(Debug, Clone, Copy)]
pub struct ArticleText<'a> {
    /// The text.
    pub text: &'a str,
    /// The path of the file as the record refers to it, and its SHA-256 checksum; none if it was not read from a file.
    pub file: Option<(&'a str, &'a str)>,
}

/// Drafts a record from the texts of articles, with a visit for each. The questions are in this language.
pub fn draft(articles: &[&str], lang: Lang) -> Draft {
    let articles: Vec<ArticleText<'_>> =
        articles.iter().map(|text| ArticleText { text, file: None }).collect();
    draft_beside(&articles, lang, Vec::new())
}

/// Drafts a record whose visits have other ids than these.
pub fn draft_beside(articles: &[ArticleText<'_>], lang: Lang, ids: Vec<String>) -> Draft {
    let found: Vec<_> = articles.iter().map(|article| (find(article.text), article.file)).collect();
    yaml::write(&found, lang, ids)
}

pub(super) fn find(text: &str) -> Found<'_> {
    let article = Article::new(text);
    let passages = passages(&article);
    let narration = narration(&article, &passages);
    let all: Vec<_> = narration.iter().flatten().flat_map(|piece| sentences(piece)).collect();
    let mut clues = NameClues::of(&all);
    article.dateline_places().into_iter().for_each(|place| clues.add_place(place));
    let mut people = People::default();
    all.iter().flat_map(|sentence| mentions(sentence, &clues)).for_each(|found| people.add(&found));
    let attributions: Vec<Attribution> =
        passages.iter().map(|it| attribution(&article, it, (&clues, &people))).collect();
    for (passage, attribution) in passages.iter().zip(&attributions) {
        if let (PassageKind::Quote, Speaker::Named(found)) = (passage.kind, &attribution.speaker) {
            people.add(found);
        }
    }
    let mut reader = Reader::new(people, clues);
    let mut fragments = Vec::new();
    let mut next = passages.iter().zip(&attributions).peekable();
    for (paragraph, pieces) in narration.iter().enumerate() {
        let mut pieces = pieces.iter();
        if let Some(first) = pieces.next() {
            reader.narrate(first, paragraph, false);
        }
        while let Some((passage, attribution)) = next.next_if(|(passage, _)| passage.paragraph <= paragraph) {
            match passage.kind {
                PassageKind::Quote => {
                    reader.take(&article, passage, attribution);
                    if let Some(piece) = pieces.next() {
                        reader.narrate(piece, paragraph, true);
                    }
                }
                PassageKind::Fragment => fragments.push(passage.paragraph),
                PassageKind::Name => {}
            }
        }
        for piece in pieces {
            reader.narrate(piece, paragraph, true);
        }
    }
    let Reader { people, clues, statements, indirect, unclosed, .. } = reader;
    let stops = stops(&narration, &people, &clues);
    let organizations = organizations(&narration);
    let publication = publication(&article);
    let days = days(&article, &narration, &publication);
    let is_english = clues.is_english;
    Found {
        publication,
        sides: Sides::of(&narration),
        article,
        people,
        is_english,
        days,
        organizations,
        stops,
        statements,
        indirect,
        fragments,
        unclosed,
    }
}
