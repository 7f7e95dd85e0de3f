//! Mentions: reads who is named by a phrase, “Wakil Wali Kota Awan, Ratna Kencana”.

use super::article::Token;
use super::clues::{NameClues, is_named_thing};
use super::words::{
    is_address, is_calendar, is_function_word, is_indefinite, is_name_particle, is_name_prefix,
    is_name_title, is_nicknaming, is_office, is_person_noun, is_phrase_end, is_place_head, is_possessive,
    is_post, is_relation, is_street, speech_verb,
};

/// How a text names somebody.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Mention {
    /// The name as printed, without a post and without words of address.
    pub(super) name: Option<String>,
    pub(super) post: Option<String>,
    /// Another name, as in “Taufan Rimba (Gus Opik)”.
    pub(super) other_name: Option<String>,
    pub(super) gender: Option<Gender>,
    /// The bytes of the mention in the article.
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The gender by which a text speaks of somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gender {
    Female,
    Male,
}

impl Gender {
    /// By a pronoun or a word of address.
    pub(super) fn of(word: &str) -> Option<Self> {
        match word.trim_end_matches('.').to_lowercase().as_str() {
            "she" | "her" | "ms" | "mrs" | "miss" | "ibu" | "bu" | "hj" | "spokeswoman" | "chairwoman" => {
                Some(Self::Female)
            }
            "he" | "his" | "mr" | "bapak" | "pak" | "spokesman" | "sir" => Some(Self::Male),
            _ => None,
        }
    }
}

/// Longer phrases name nobody, in tokens.
const LONGEST: usize = 60;

/// Reads who is named from a token on, as far as the phrase goes. `None` if nobody is.
pub(super) fn mention(tokens: &[Token<'_>], clues: &NameClues) -> Option<Mention> {
    let skip = usize::from(tokens.first().is_some_and(|it| it.lower() == "the"));
    let tokens = tokens.get(skip..(skip + LONGEST).min(tokens.len()))?;
    let mut segments = segments(tokens, clues);
    let first = segments.next()?;
    let opening = first.first()?;
    let start = opening.start;
    let is_balinese = ["I", "Ni", "Ida"].contains(&opening.text) && !clues.is_english && first.len() > 1;
    if !is_post(opening.text)
        && !is_balinese
        && (is_function_word(opening.text) && !is_indefinite(opening.text)
            || first.len() == 1 && is_common(opening, clues))
    {
        return None;
    }
    let is_somebody = |it: &Token<'_>| is_post(it.text) || is_person_noun(it.text);
    if is_indefinite(opening.text) && !first.iter().take(4).any(is_somebody) {
        return None;
    }
    let gender = first.iter().find_map(|it| Gender::of(it.text));
    let (mut mention, mut last) = (Mention { gender, start, ..Mention::default() }, first);
    let next = segments.clone().find(|segment| !is_degree(segment));
    // “Ketua Subak Toya Ening, Ketut Damar”: all of the first part is the post.
    let is_name = |segment: &[Token<'_>]| {
        segment.len() <= 5
            && segment
                .iter()
                .all(|it| it.is_capitalized() || is_name_particle(it.text) || is_name_title(it.text))
            && !segment
                .iter()
                .any(|it| is_post(it.text) || is_office(it.text) || it.is_acronym() || clues.is_place(it))
    };
    let is_post_alone = first.iter().take(3).any(|it| is_post(it.text) || is_relation(it.text))
        && next.is_some_and(is_name)
        && (first.first().is_some_and(|it| is_relation(it.text))
            || !first.iter().skip(1).any(|it| clues.is_anchor(it)));
    let (post, name) = if is_post_alone { (first, [].as_slice()) } else { split(first, clues) };
    mention.post = text_of(post);
    mention.name = name_of(name);
    if mention.post.is_none() && mention.name.is_none() {
        return None;
    }
    for segment in segments {
        if is_degree(segment) {
            continue;
        }
        let (post, name) = split(segment, clues);
        let begins_with_post = segment.iter().take(3).any(|token| is_post(token.text));
        match (&mention.name, &mention.post) {
            // “Wakil Wali Kota Awan, Ratna Kencana”.
            (None, Some(_)) if post.is_empty() && !name.is_empty() => mention.name = name_of(name),
            // “Ratna Kencana, Wakil Wali Kota Awan”.
            (Some(_), None) if begins_with_post => mention.post = text_of(segment),
            _ => break,
        }
        mention.gender = mention.gender.or_else(|| segment.iter().find_map(|it| Gender::of(it.text)));
        last = segment;
    }
    mention.end = last.last().map_or(start, Token::end);
    mention.other_name = mention.name.as_ref().and_then(|_| other_name(tokens, mention.end));
    Some(mention)
}

/// “Taufan Rimba (Gus Opik)”, “Taufan Rimba yang akrab disapa Gus Opik”.
fn other_name(tokens: &[Token<'_>], end: usize) -> Option<String> {
    let from = tokens.partition_point(|it| it.start < end);
    let rest = tokens.get(from..).unwrap_or_default();
    let names = |from: usize| {
        let run: Vec<Token<'_>> =
            rest.iter().copied().skip(from).take_while(Token::is_capitalized).take(4).collect();
        let is_name = run.first().is_some_and(|it| !is_named_thing(it) && !is_degree(&[*it]));
        if is_name { text_of(&run) } else { None }
    };
    if rest.first()?.text == "(" {
        return names(1);
    }
    let at = rest.iter().take(6).position(|it| is_nicknaming(it.text))?;
    names(at + 1)
}

/// The parts between commas of the phrase that names somebody; parentheses are left out.
fn segments<'t, 'a>(
    tokens: &'t [Token<'a>],
    clues: &NameClues,
) -> impl Iterator<Item = &'t [Token<'a>]> + Clone + use<'t, 'a> {
    let end = phrase_end(tokens, clues);
    let phrase = tokens.get(..end).unwrap_or_default();
    let is_mark = |token: &Token<'_>| matches!(token.text, "," | "(" | ")" | "–" | "—");
    let open = |segment: &[Token<'_>]| {
        let before =
            segment.first().and_then(|first| phrase.iter().take_while(|it| it.start < first.start).last());
        before.is_some_and(|it| it.text == "(")
    };
    phrase.split(is_mark).filter(move |segment| !segment.is_empty() && !open(segment))
}

/// The number of tokens of a phrase that names somebody.
fn phrase_end(tokens: &[Token<'_>], clues: &NameClues) -> usize {
    let end = longest_phrase(tokens, clues);
    // Words behind the last name, post or office belong to the sentence.
    let belongs = |token: &Token<'_>| {
        let is_connector = ["of", "and", "for", "the"].contains(&token.text);
        token.is_capitalized()
            || is_post(token.text)
            || is_office(token.text) && !is_connector
            || token.text == ")"
    };
    let phrase = tokens.get(..end).unwrap_or_default();
    // “head of customer relations”.
    let of = |at: usize| {
        phrase
            .get(at.saturating_sub(3)..at)
            .unwrap_or_default()
            .iter()
            .any(|it| matches!(it.text, "of" | "for"))
    };
    let is_field = |at: usize, token: &Token<'_>| {
        clues.is_english && token.is_word() && !is_office(token.text) && of(at)
    };
    let last =
        (0..phrase.len()).rev().find(|at| phrase.get(*at).is_some_and(|it| belongs(it) || is_field(*at, it)));
    last.map_or(0, |at| at + 1)
}

fn longest_phrase(tokens: &[Token<'_>], clues: &NameClues) -> usize {
    let mut in_parentheses = false;
    let mut has_post = false;
    let mut lower = 0;
    for (at, token) in tokens.iter().enumerate() {
        match token.text {
            "(" => in_parentheses = true,
            ")" => in_parentheses = false,
            _ if in_parentheses => {}
            "," | "–" => {
                // What follows a comma belongs to the phrase if it is a name, a degree or a post.
                let next = tokens.get(at + 1);
                if !next.is_some_and(|next| {
                    next.is_capitalized()
                        || is_post(next.text)
                        || is_name_title(next.text)
                        || next.text == "the"
                }) {
                    return at;
                }
                lower = 0;
            }
            _ if !token.is_word() => return at,
            word if is_street(word) => return at,
            word if is_post(word) || is_relation(word) => has_post = true,
            word if is_name_title(word) && word.ends_with('.') => lower = 0,
            word if token.is_capitalized() && !is_calendar(word) => lower = 0,
            word if is_calendar(word) => return at,
            word if is_name_particle(word)
                && tokens.get(at + 1).is_some_and(Token::is_capitalized)
                && at > 0
                && !has_post => {}
            word if is_phrase_end(word) || speech_verb(word).is_some() => return at,
            // “kepala dinas”, “head of customer services”, “Dinas Koperasi dan UMKM”.
            "dan" | "and" | "serta" => {
                let next = tokens.get(at + 1);
                if !has_post || next.is_none_or(|next| is_post(next.text)) {
                    return at;
                }
            }
            word if has_post && is_office(word) => {}
            // “finance director Omar Reyes”.
            _ if clues.is_english && lower < 3 && (at > 0 || leads_to_name(tokens)) => lower += 1,
            "the" | "a" | "an" | "seorang" | "salah" | "satu" | "para" | "council" | "hospital" | "city"
            | "county"
                if at < 3 => {}
            _ => return at,
        }
    }
    tokens.len()
}

/// Whether a post or a name follows within the first words.
fn leads_to_name(tokens: &[Token<'_>]) -> bool {
    let words = tokens.iter().take(4).take_while(|it| it.is_word() && !is_phrase_end(it.text));
    words.into_iter().any(|it| is_post(it.text) || it.is_capitalized() && !is_named_thing(it))
}

/// Whether all words are capitalized, and none names an office.
fn is_plain_name(tokens: &[Token<'_>]) -> bool {
    let is_name = |it: &Token<'_>| it.is_capitalized() && !is_office(it.text) && !it.is_acronym();
    !tokens.is_empty() && tokens.iter().all(is_name)
}

/// The post and the name of a part without commas.
fn split<'t, 'a>(segment: &'t [Token<'a>], clues: &NameClues) -> (&'t [Token<'a>], &'t [Token<'a>]) {
    // “ajudan Debora”, “Okafor's husband”: whoever is named does not speak.
    let is_other = |it: &Token<'_>| is_indefinite(it.text) || is_relation(it.text) || is_possessive(it.text);
    if segment.first().is_some_and(is_other) {
        return (segment, &[]);
    }
    let Some(post) = segment.iter().position(|token| is_post(token.text)) else {
        // “Prof. Ada Nwosu of Lakeside University”.
        let of = segment.iter().position(|it| matches!(it.text, "of" | "from" | "at"));
        if let Some(name) = of.and_then(|of| segment.get(..of)).filter(|name| is_plain_name(name)) {
            return (&[], name);
        }
        // “Watch keeper Nkechi Dunmore”.
        let last = segment.iter().rposition(|it| !it.is_capitalized() && !is_name_particle(it.text));
        if let Some(last) = last.filter(|_| clues.is_english) {
            return segment.split_at(last + 1);
        }
        let is_office = segment.iter().any(|token| is_office(token.text) || token.is_acronym());
        return if is_office { (segment, &[]) } else { (&[], segment) };
    };
    // “Ratna Kencana selaku Kepala Dinas” is read as name and post.
    let is_own = |(at, token): (usize, &Token<'_>)| is_name_start(segment, at, token, clues);
    let start =
        segment.iter().enumerate().skip(post + 1).find(|(at, token)| is_own((*at, token))).map(|(at, _)| at);
    if start.is_none()
        && post > 0
        && segment.first().is_some_and(|it| {
            it.is_capitalized() && !is_office(it.text) && !it.is_acronym() && !clues.is_place(it)
        })
        && !segment.get(..post).unwrap_or_default().iter().any(|it| is_office(it.text))
    {
        return (segment.get(post..).unwrap_or_default(), segment.get(..post).unwrap_or_default());
    }
    let mut start = start.unwrap_or(segment.len());
    while start > post + 1
        && start < segment.len()
        && segment.get(start - 1).is_some_and(|it| is_name_prefix(it.text))
    {
        start -= 1;
    }
    segment.split_at(start)
}

/// Whether the name begins at a token behind the first word of a post.
fn is_name_start(segment: &[Token<'_>], at: usize, token: &Token<'_>, clues: &NameClues) -> bool {
    if !token.is_capitalized() || is_calendar(token.text) {
        return false;
    }
    let rest = segment.get(at..).unwrap_or_default();
    // Behind the last word of the office.
    let is_behind_office =
        rest.iter().all(|token| !(is_office(token.text) || is_post(token.text)) || is_name_title(token.text));
    if is_name_title(token.text) && (token.text.ends_with('.') || is_behind_office) && !is_post(token.text) {
        return true;
    }
    let is_thing = is_named_thing(token);
    let before = segment.get(at.wrapping_sub(1));
    // “mayor of Coral Province”: what follows is the place, up to the comma.
    let joined =
        segment.get(..at).unwrap_or_default().iter().rev().take_while(|it| it.is_capitalized()).count();
    if segment
        .get(at.wrapping_sub(joined + 1))
        .is_some_and(|it| ["of", "for", "at", "the", "in"].contains(&it.text))
    {
        return false;
    }
    let names_place = before.is_some_and(|it| is_place_head(it.text));
    if is_thing || !is_behind_office {
        return false;
    }
    if rest.iter().skip(1).any(|it| is_name_title(it.text) && it.text.ends_with('.') && !is_post(it.text)) {
        return false;
    }
    // The name begins with a word that stands for somebody elsewhere, if there is one.
    if rest.iter().skip(1).any(|it| clues.is_anchor(it))
        && !clues.is_anchor(token)
        && !rest.get(1..).is_some_and(|it| it.len() == 1 && !names_place)
    {
        return false;
    }
    clues.is_anchor(token) || !names_place && !clues.is_place(token)
}

/// Whether a word is capitalized only because it begins a sentence.
fn is_common(token: &Token<'_>, clues: &NameClues) -> bool {
    clues.common.contains(&token.lower()) && !clues.is_anchor(token) || is_function_word(token.text)
}

/// “S.Sos”, “M.Si.”, “Sp.A(K)”, “MM”, “SH”.
fn is_degree(segment: &[Token<'_>]) -> bool {
    segment.iter().all(|token| {
        let letters = token.text.chars().filter(|c| c.is_alphabetic()).count();
        token.text.contains('.') && letters <= 7
            || token.is_acronym() && letters <= 4
            || ["PhD", "Sp.A", "MSi", "Ph.D"].contains(&token.text)
    })
}

fn text_of(tokens: &[Token<'_>]) -> Option<String> {
    let words: Vec<&str> =
        tokens.iter().filter(|it| !["the", "The"].contains(&it.text)).map(|token| token.text).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

fn name_of(tokens: &[Token<'_>]) -> Option<String> {
    let from = tokens.iter().position(|token| !is_address(token.text)).unwrap_or(tokens.len());
    let name = tokens.get(from..).unwrap_or_default();
    name.iter().any(Token::is_capitalized).then(|| text_of(name)).flatten()
}

/// Everybody with a post who is named in a sentence, and the subjects of its verbs of speaking.
pub(super) fn mentions(sentence: &[Token<'_>], clues: &NameClues) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    let mut at = 0;
    while let Some(token) = sentence.get(at) {
        let is_verb = speech_verb(token.text).is_some() && !token.is_capitalized();
        let is_title_alone = at > 0
            && sentence.get(at - 1).is_some_and(|it| {
                is_street(it.text)
                    || ["juga", "selaku", "sebagai", "menjadi", "merupakan", "menjabat", "as"]
                        .contains(&it.text)
            });
        let begins = is_post(token.text)
            || at > 0
                && sentence
                    .get(at - 1)
                    .is_some_and(|it| speech_verb(it.text).is_some() && !it.is_capitalized())
            || token.is_capitalized()
                && (clues.is_anchor(token)
                    || sentence.get(at..).is_some_and(|rest| is_apposition(rest, clues)));
        if begins
            && !is_verb
            && !is_title_alone
            && let Some(one) = sentence.get(at..).and_then(|rest| mention(rest, clues))
        {
            at = sentence.partition_point(|it| it.start < one.end).max(at + 1);
            found.extend(one.name.is_some().then_some(one));
            continue;
        }
        at += 1;
    }
    found
}

/// “Ratna Kencana, Wakil Wali Kota Awan”, “Ratna Kencana selaku Kepala Dinas”.
fn is_apposition(rest: &[Token<'_>], clues: &NameClues) -> bool {
    mention(rest, clues).is_some_and(|it| it.name.is_some() && it.post.is_some())
}
