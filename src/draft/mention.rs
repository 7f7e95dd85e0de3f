//! Mentions: reads who is named by a phrase, “Wakil Wali Kota Awan, Ratna Kencana”.

use super::article::Token;
use super::clues::{NameClues, is_age, is_named_thing, is_verb_form};
use super::phrase::phrase_end;
use super::post_and_name::{is_plain_name, split, without_degrees};
use super::words::{
    is_address, is_female_name, is_function_word, is_indefinite, is_male_name, is_name_particle,
    is_name_title, is_nicknaming, is_office, is_person_noun, is_possessive, is_post, is_relation, is_street,
    speech_verb,
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
            "she" | "her" | "ms" | "mrs" | "miss" | "ibu" | "bu" | "hj" | "spokeswoman" | "chairwoman"
            | "perempuan" | "wanita" | "madam" | "madame" | "dame" | "lady" | "ny" => Some(Self::Female),
            "he" | "his" | "mr" | "bapak" | "pak" | "spokesman" | "sir" | "pria" | "lelaki" | "lord" => {
                Some(Self::Male)
            }
            _ => None,
        }
    }
}

/// The gender that the first name tells.
fn gender_of_name(name: &str) -> Option<Gender> {
    let first = name.split(' ').find(|word| !is_name_title(word))?;
    match (is_female_name(first), is_male_name(first)) {
        (true, false) => Some(Gender::Female),
        (false, true) => Some(Gender::Male),
        _ => None,
    }
}

/// Longer phrases name nobody, in tokens.
const LONGEST: usize = 60;

/// Reads who is named from a token on, as far as the phrase goes. `None` if nobody is.
pub(super) fn mention(tokens: &[Token<'_>], clues: &NameClues) -> Option<Mention> {
    let is_article = |it: &Token<'_>| ["the", "sang", "si"].contains(&it.lower().as_str());
    // “Kata Tenri, bila ditelisik …”.
    let is_verb = |it: &Token<'_>| it.is_capitalized() && !clues.is_english && speech_verb(it.text).is_some();
    let says = tokens.first().is_some_and(is_verb) && tokens.get(1).is_some_and(Token::is_capitalized);
    let skip = usize::from(tokens.first().is_some_and(is_article) || is_owned(tokens) || says);
    let tokens = tokens.get(skip..(skip + LONGEST).min(tokens.len()))?;
    let mut segments = segments(tokens, clues);
    let first = segments.next().filter(|it| may_name(it, clues) && !is_letters(it))?;
    let start = first.first()?.start;
    // “Ms Coyle's husband Dermot” is no woman.
    let owner = first.iter().rposition(|it| is_possessive(it.text)).map_or(0, |at| at + 1);
    let gender = first.iter().skip(owner).find_map(|it| Gender::of(it.text));
    // “Terpisah, Kepala Dinas Kesehatan Ratna Kencana …”: a word that begins the sentence.
    if let ([word], Some(next)) = (first, segments.clone().next())
        && !clues.is_anchor(word)
        && let (post, [_, _, ..]) = split(next, clues)
        && post.iter().any(|it| is_post(it.text))
    {
        return None;
    }
    let (mut mention, mut last) = (Mention { gender, start, ..Mention::default() }, first);
    let next = segments.clone().find(|segment| !is_degree(segment));
    let is_alone = next.is_some_and(|next| is_post_alone(first, next, clues));
    let (post, name) = if is_alone { (first, [].as_slice()) } else { split(first, clues) };
    mention.post = text_of(post);
    mention.name = name_of(name);
    let is_place =
        !name.is_empty() && clues.place_at(name) == name.len() && !name.iter().any(|it| clues.is_anchor(it));
    if mention.post.is_none() && (mention.name.is_none() || is_place) {
        return None;
    }
    for segment in segments.filter(|it| !is_degree(it)) {
        if !mention.takes(segment, clues) {
            break;
        }
        mention.gender = mention.gender.or_else(|| segment.iter().find_map(|it| Gender::of(it.text)));
        last = segment;
    }
    mention.end = last.last().map_or(start, Token::end);
    // “Ketua Perhimpunan Anggrek Jagawana itu”: a description, whose last word is no name.
    let next = tokens.iter().find(|it| it.start >= mention.end);
    let is_described = next.is_some_and(|it| ["itu", "tersebut"].contains(&it.text));
    if let (true, Some(post)) = (is_described, &mut mention.post)
        && let Some(name) = mention.name.take()
    {
        *post = format!("{post} {name}");
    }
    mention.gender = mention.gender.or_else(|| mention.name.as_deref().and_then(gender_of_name));
    mention.other_name = mention.name.as_ref().and_then(|_| other_name(tokens, mention.end));
    Some(mention)
}

impl Mention {
    /// Adds what stands behind a comma, if it belongs to the mention.
    fn takes(&mut self, segment: &[Token<'_>], clues: &NameClues) -> bool {
        let (post, name) = split(without_article(segment), clues);
        let is_titled = segment.first().is_some_and(|it| is_name_title(it.text) && it.text.ends_with('.'));
        let begins_with_post = segment.iter().take(3).any(|token| is_post(token.text));
        match (&self.name, &self.post) {
            // “Wakil Wali Kota Awan, Ratna Kencana”.
            // But “RS Harapan, Bandaraya” is nobody.
            (None, Some(office)) if post.is_empty() && !name.is_empty() && says_who(office) => {
                self.name = name_of(name);
            }
            // “Ratna Kencana, Wakil Wali Kota Awan”.
            // “Ketua Posyandu Melati, Hj. Rodiyah Palupi”: what looked like a name belongs to the post.
            (Some(known), Some(office)) if post.is_empty() && is_titled => {
                self.post = Some(format!("{office} {known}"));
                self.name = name_of(name);
            }
            (Some(_), None) if begins_with_post => {
                let article = segment.first().is_some_and(|it| is_indefinite(it.text));
                self.post = text_of(segment.get(usize::from(article)..).unwrap_or_default());
            }
            _ => return false,
        }
        true
    }
}

/// Whether a post has a word for somebody, and not only for an office.
fn says_who(post: &str) -> bool {
    post.split(' ').any(|it| {
        is_post(it)
            || is_person_noun(it)
            || is_relation(it)
            || is_indefinite(it)
            || is_possessive(it)
            || it.chars().all(char::is_lowercase)
    })
}

/// Whether words may name somebody: they are more than a word that begins a sentence.
fn may_name(words: &[Token<'_>], clues: &NameClues) -> bool {
    let Some(opening) = words.first() else { return false };
    let is_balinese = ["I", "Ni", "Ida"].contains(&opening.text) && !clues.is_english && words.len() > 1;
    let is_noun = is_post(opening.text) || is_person_noun(opening.text) && !opening.is_capitalized();
    if opening.lower() == "seorang" && words.len() > 1 {
        return true;
    }
    if is_indefinite(opening.text) {
        return words.iter().take(4).any(is_somebody) && !(words.len() == 1 && is_common(opening, clues));
    }
    is_noun
        || is_balinese
        || !(is_function_word(opening.text) || words.len() == 1 && is_common(opening, clues))
}

fn is_somebody(token: &Token<'_>) -> bool {
    is_post(token.text) || is_person_noun(token.text)
}

/// “Ketua Subak Toya Ening, Ketut Damar”: whether all words before a comma are the post of the name behind it.
fn is_post_alone(first: &[Token<'_>], next: &[Token<'_>], clues: &NameClues) -> bool {
    let next = without_article(without_degrees(next));
    let start = next.iter().position(|it| !is_name_title(it.text) && !is_address(it.text));
    let name = next.get(start.unwrap_or(next.len())..).unwrap_or_default();
    let is_name = (1..=5).contains(&name.len())
        && name.iter().all(|it| it.is_capitalized() || is_name_particle(it.text))
        && !name.iter().any(|it| is_post(it.text) || is_office(it.text) || it.is_acronym())
        && !name.first().is_some_and(|it| clues.is_place(it));
    is_name
        && first.iter().take(3).any(|it| is_somebody(it) || is_relation(it.text))
        && (first.first().is_some_and(|it| is_relation(it.text))
            || !first.iter().skip(1).any(|it| clues.is_anchor(it)))
}

/// “The vicar, the Rev Aurelia Stook”: without the article before a title.
fn without_article<'t, 'a>(segment: &'t [Token<'a>]) -> &'t [Token<'a>] {
    match segment {
        [article, rest @ ..]
            if article.text == "the" && rest.first().is_some_and(|it| is_name_title(it.text)) =>
        {
            rest
        }
        _ => segment,
    }
}

/// “Her husband, Barry”, “his friend Maureen Tuck”.
fn is_owned(tokens: &[Token<'_>]) -> bool {
    matches!(tokens, [owner, post, ..] if ["her", "his", "their", "its"].contains(&owner.lower().as_str()) && is_post(post.text))
}

/// “Taufan Rimba (Gus Opik)”, “Taufan Rimba yang akrab disapa Gus Opik”.
fn other_name(tokens: &[Token<'_>], end: usize) -> Option<String> {
    let from = tokens.partition_point(|it| it.start < end);
    let rest = tokens.get(from..).unwrap_or_default();
    let names = |from: usize| {
        let run: Vec<Token<'_>> =
            rest.iter().copied().skip(from).take_while(Token::is_capitalized).take(4).collect();
        let is_name = run.first().is_some_and(|it| !is_degree(&[*it])) && !run.iter().any(is_named_thing);
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
    // “Letkol (Purn) Markus Lende”: the name follows.
    let is_title = |segment: &[Token<'_>]| {
        let end = segment.last().map_or(0, Token::end);
        segment.iter().all(|it| is_name_title(it.text))
            && phrase.get(phrase.partition_point(|it| it.start < end)).is_some_and(|it| it.text == "(")
    };
    let is_years = |segment: &[Token<'_>]| matches!(segment, [one] if is_age(one.text));
    phrase.split(is_mark).filter(move |segment| {
        !(segment.is_empty() || open(segment) || is_title(segment) || is_years(segment))
    })
}

/// Whether a word is capitalized only because it begins a sentence.
fn is_common(token: &Token<'_>, clues: &NameClues) -> bool {
    clues.common.contains(&token.lower()) && !clues.is_anchor(token)
        || is_function_word(token.text)
        || is_verb_form(token.text) && !clues.is_anchor(token)
}

/// “M.Si.” between a name and its verb: letters with full stops, and no title of a name.
fn is_letters(segment: &[Token<'_>]) -> bool {
    segment
        .iter()
        .all(|it| it.text.trim_end_matches('.').contains('.') && !is_name_title(it.text) && is_degree(&[*it]))
}

/// “S.Sos”, “M.Si.”, “Sp.A(K)”, “MM”, “SH”.
fn is_degree(segment: &[Token<'_>]) -> bool {
    segment.iter().all(|token| {
        let letters = token.text.chars().filter(|c| c.is_alphabetic()).count();
        token.text.contains('.') && letters <= 7
            || token.is_acronym() && letters <= 4
            || token.text.chars().filter(|c| c.is_uppercase()).count() > 1
                && crate::lang::is_degree(token.text)
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
                && token.lower() != "the"
                && sentence
                    .get(at - 1)
                    .is_some_and(|it| speech_verb(it.text).is_some() && !it.is_capitalized())
            || at > 0
                && sentence.get(at - 1).is_some_and(|it| is_passive_form(it.text))
                && sentence.get(at..at + 2).is_some_and(is_plain_name)
                && !clues.is_place(token)
            || (is_name_title(token.text) || is_address(token.text) && token.is_capitalized())
                && sentence.get(at + 1).is_some_and(|next| next.is_capitalized() && !is_office(next.text))
                && !at.checked_sub(1).and_then(|at| sentence.get(at)).is_some_and(|it| is_office(it.text))
            || token.is_capitalized()
                && (clues.is_anchor(token)
                    || at
                        .checked_sub(1)
                        .and_then(|at| sentence.get(at))
                        .is_none_or(|it| !it.is_capitalized())
                        && sentence.get(at..).is_some_and(|rest| is_apposition(rest, clues)));
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

/// “ditunggu Liem Hok Sun”.
fn is_passive_form(word: &str) -> bool {
    word.len() > 5 && word.starts_with("di") && word.chars().all(char::is_lowercase)
}

/// “Ratna Kencana, Wakil Wali Kota Awan”, “Ratna Kencana selaku Kepala Dinas”.
fn is_apposition(rest: &[Token<'_>], clues: &NameClues) -> bool {
    mention(rest, clues).is_some_and(|it| it.name.is_some() && it.post.is_some())
}
