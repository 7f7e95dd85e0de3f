//! Who spoke: reads the narrator's words next to a quote.

use super::article::{Article, Token};
use super::clues::NameClues;
use super::mention::{Gender, Mention, mention};
use super::passage::{Passage, Position};
use super::people::{Identity, People};
use super::reporting::{Reporting, reporting};
use super::words::{
    SpeechVerb, is_english_verb, is_function_word, is_listener_head, is_office, is_person_noun,
    is_phrase_end, is_post, is_pronoun, is_relation, is_speech_noun, speech_verb,
};

/// How the narrator names the speaker of a quote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Speaker {
    Named(Mention),
    /// By a pronoun or by -nya.
    Pronoun(Option<Gender>),
    /// Several people at once, or somebody whom no rule reads.
    Unread,
    /// The words next to the quote name nobody.
    Unsaid,
}

/// An attribution.
#[derive(Debug, Clone)]
pub(super) struct Attribution {
    pub(super) speaker: Speaker,
    /// The narrator's words.
    pub(super) text: Option<String>,
}

/// Reads the attribution of a quote. Of several speakers none is taken for the only one.
pub(super) fn attribution(
    article: &Article<'_>,
    passage: &Passage<'_>,
    (clues, people): (&NameClues, &People),
) -> Attribution {
    let found = one_attribution(article, passage, (clues, people));
    match &found.speaker {
        Speaker::Named(mention)
            if is_joined(&passage.after, mention) || is_joined(&passage.before, mention) =>
        {
            Attribution { speaker: Speaker::Unread, text: found.text }
        }
        _ => found,
    }
}

/// Reads the attribution of a quote, from the words before it or behind it.
fn one_attribution(
    article: &Article<'_>,
    passage: &Passage<'_>,
    (clues, people): (&NameClues, &People),
) -> Attribution {
    let before = (!passage.before.is_empty()).then(|| before(article, passage, (clues, people))).flatten();
    // “A,” kata Ratna, “b”: the words between belong to both.
    if let Some(found) = before.as_ref().filter(|_| !passage.is_interrupted) {
        return found.clone();
    }
    // “— Andi Tenri Palaguna”.
    if passage.position == Position::First
        && passage.after.first().is_some_and(|it| matches!(it.text, "—" | "–"))
        && let Some(found) = passage.after.get(1..).and_then(|rest| mention(rest, clues))
    {
        return Attribution {
            text: said(article, passage.after.get(1..).unwrap_or_default()),
            speaker: Speaker::Named(found),
        };
    }
    let concludes = passage.after.iter().find(|it| it.is_word()).is_some_and(|it| is_conclusion(&it.lower()));
    let after = (concludes || passage.is_open(article)).then(|| after(article, passage, clues)).flatten();
    after.or(before).unwrap_or(Attribution { speaker: Speaker::Unsaid, text: None })
}

/// “Demikian kata Ratna Kencana.”
fn is_conclusion(word: &str) -> bool {
    ["demikian", "begitu", "begitulah"].contains(&word)
}

/// “kata Bimo dan Debora”: whether another name is joined to a mention, behind it or before it.
fn is_joined(tokens: &[Token<'_>], found: &Mention) -> bool {
    let is_and = |it: &Token<'_>| ["dan", "and", "serta"].contains(&it.text);
    let is_name = |it: &Token<'_>| it.is_capitalized() && !is_office(it.text);
    let (before, rest) = tokens.split_at(tokens.partition_point(|it| it.start < found.start));
    let behind = rest.get(rest.partition_point(|it| it.start < found.end)..).unwrap_or_default();
    let is_within = rest.first().is_some_and(|it| it.start == found.start);
    is_within
        && (matches!(behind, [and, next, ..] if is_and(and) && is_name(next))
            || matches!(before, [.., name, and] if is_and(and) && is_name(name)))
}

fn said(article: &Article<'_>, tokens: &[Token<'_>]) -> Option<String> {
    let (first, last) = (tokens.first()?, tokens.last()?);
    Some(article.str(first.start..last.end()).split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Reads the words behind a quote: “ujarnya”, “kata Ratna Kencana”, “Ms Tan said”, “Ratna menambahkan”.
fn after(article: &Article<'_>, passage: &Passage<'_>, clues: &NameClues) -> Option<Attribution> {
    let tokens = &passage.after;
    let from = tokens.iter().position(Token::is_word)?;
    let words = tokens.get(from..)?;
    let first = words.first()?;
    let text = |count: usize| said(article, words.get(..count).unwrap_or_default());
    let skip = usize::from(is_conclusion(&first.lower()));
    let first = words.get(skip)?;
    if first.text == "according" {
        let found = mention(words.get(skip + 2..)?, clues)?;
        return Some(Attribution { text: text(skip + 2), speaker: Speaker::Named(found) });
    }
    let verb = reporting(words.get(skip..)?, passage.leads_on(article));
    match verb {
        Some(Reporting { at: 0, kind: SpeechVerb::Pronoun }) => {
            return Some(Attribution { speaker: Speaker::Pronoun(None), text: text(skip + 1) });
        }
        Some(Reporting { at: 0, kind: SpeechVerb::Root | SpeechVerb::Passive }) => {
            return Some(behind_verb(article, words, skip, clues));
        }
        _ => {}
    }
    if skip == 1 {
        // “Demikian Ratna Kencana.”
        let found = mention(words.get(1..)?, clues)?;
        return Some(Attribution { text: text(1), speaker: Speaker::Named(found) });
    }
    let verb = verb?.at;
    let subject = words.get(..verb)?;
    // “Okafor was told by Vander.”
    if subject.last().is_some_and(|it| ["was", "were", "been"].contains(&it.text)) {
        let by = words.iter().skip(verb).position(|it| it.text == "by")? + verb;
        let found = mention(words.get(by + 1..)?, clues)?;
        return Some(Attribution { speaker: Speaker::Named(found), text: text(by + 1) });
    }
    if is_pronoun(first.text) && verb <= 3 {
        return Some(Attribution { speaker: Speaker::Pronoun(Gender::of(first.text)), text: text(verb + 1) });
    }
    let Some(found) = mention(subject, clues) else {
        return is_thing(subject).then(|| Attribution { speaker: Speaker::Unread, text: text(verb + 1) });
    };
    // The subject reaches up to the verb, but for what is told of it.
    let rest = subject.iter().filter(|it| it.start >= found.end && it.is_word()).count();
    (rest <= 8).then(|| Attribution { speaker: Speaker::Named(found), text: text(verb + 1) })
}

/// The speaker behind the verb at a place.
fn behind_verb(article: &Article<'_>, words: &[Token<'_>], verb: usize, clues: &NameClues) -> Attribution {
    let mut from = verb + 1;
    while words
        .get(from)
        .is_some_and(|it| ["oleh", "salah", "lagi", "pula", "juga"].contains(&it.lower().as_str()))
    {
        from += 1;
    }
    // “dijawab tanpa ragu oleh tuan rumah”.
    let by =
        words.iter().enumerate().skip(from).take(6).find(|(_, it)| it.text == "oleh").map(|(at, _)| at + 1);
    let rest = words.get(by.unwrap_or(from)..).unwrap_or_default();
    let upto =
        |end: usize| said(article, &words.iter().copied().filter(|it| it.start < end).collect::<Vec<_>>());
    if rest.first().is_some_and(|it| is_pronoun(it.text)) {
        let end = rest.first().map_or(0, Token::end);
        let gender = rest.first().and_then(|it| Gender::of(it.text));
        return Attribution { speaker: Speaker::Pronoun(gender), text: upto(end) };
    }
    match mention(rest, clues).or_else(|| unknown_occupation(rest, clues)) {
        Some(found) => Attribution { text: upto(found.end), speaker: Speaker::Named(found) },
        None if by.is_some() || rest.first().is_some_and(is_unread_noun) => {
            Attribution { speaker: Speaker::Unread, text: upto(words.get(verb).map_or(0, Token::end)) }
        }
        None => {
            Attribution { speaker: Speaker::Pronoun(None), text: upto(words.get(verb).map_or(0, Token::end)) }
        }
    }
}

/// “ujar juru kamera Theo Ananta”, “kata pesulap Ratna”: words in lower case behind a verb of speaking, then a name. No list has
/// all occupations.
fn unknown_occupation(words: &[Token<'_>], clues: &NameClues) -> Option<Mention> {
    let is_part = |it: &&Token<'_>| {
        it.is_word() && !it.is_capitalized() && !is_function_word(it.text) && !is_phrase_end(it.text)
    };
    let count = words.iter().take(4).take_while(is_part).count();
    let (first, name) = words.first().zip(words.get(count..).filter(|_| (1..=3).contains(&count)))?;
    let is_name =
        name.first().is_some_and(|it| it.is_capitalized() && !is_office(it.text) && !clues.is_place(it));
    // “kata orang tua Rizal”: whoever is named does not speak.
    let is_other = is_relation(first.text) || is_person_noun(first.text);
    let found = mention(name, clues).filter(|found| is_name && !is_other && found.name.is_some())?;
    let occupation = words.iter().take(count).map(|it| it.text).collect::<Vec<_>>().join(" ");
    Some(Mention { post: found.post.or(Some(occupation)), start: first.start, ..found })
}

/// Reads the words before a quote: “Ratna mengatakan,”, “Menurut Ratna,”, “Ratna:”, “kata Ratna,”.
fn before(
    article: &Article<'_>,
    passage: &Passage<'_>,
    (clues, people): (&NameClues, &People),
) -> Option<Attribution> {
    let tokens = &passage.before;
    let pause = tokens.last().filter(|it| matches!(it.text, ":" | ",")).map(|it| it.text);
    let text = said(article, tokens);
    let from = tokens.iter().position(Token::is_word)?;
    let words = tokens.get(from..)?;
    let first = words.first()?;
    // “Menurut Debora, Bimo pernah berkata”: Bimo speaks.
    let says = words
        .iter()
        .skip(1)
        .any(|it| speech_verb(it.text) == Some(SpeechVerb::Subject) && !it.is_capitalized());
    if (first.lower() == "menurut" || first.lower() == "according") && !says {
        let skip = if first.lower() == "according" { 2 } else { 1 };
        let rest = words.get(skip..)?;
        let speaker = match rest.first() {
            Some(it) if is_pronoun(it.text) => Speaker::Pronoun(Gender::of(it.text)),
            _ => Speaker::Named(mention(rest, clues)?),
        };
        return Some(Attribution { speaker, text });
    }
    if first.lower() == "menurutnya" {
        return Some(Attribution { speaker: Speaker::Pronoun(None), text });
    }
    let verb = words
        .iter()
        .rposition(|it| speech_verb(it.text).is_some() && !(it.is_capitalized() && it.start != first.start));
    let Some(verb) = verb else {
        let speaker = speaker_without_verb(words, pause?, (clues, people))?;
        return Some(Attribution { speaker, text });
    };
    let token = words.get(verb)?;
    match speech_verb(token.text)? {
        SpeechVerb::Pronoun => return Some(Attribution { speaker: Speaker::Pronoun(None), text }),
        SpeechVerb::Passive => return Some(behind_verb(article, words, verb, clues)),
        SpeechVerb::Root
            if !is_english_verb(token.text) && !words.get(..verb)?.iter().any(is_person_word) =>
        {
            return Some(behind_verb(article, words, verb, clues));
        }
        SpeechVerb::Root if is_english_verb(token.text) && verb == 0 => {
            return Some(behind_verb(article, words, verb, clues));
        }
        SpeechVerb::Root | SpeechVerb::Subject => {}
    }
    let before = words.get(..verb)?;
    let is_somebody_else = || is_thing(before) || before.last().is_some_and(is_unread_subject);
    let speaker = subject(before, clues, people).or_else(|| is_somebody_else().then_some(Speaker::Unread))?;
    Some(Attribution { speaker, text })
}

/// The speaker in words without a verb of speaking, before a comma or a colon.
fn speaker_without_verb(
    words: &[Token<'_>],
    pause: &str,
    (clues, people): (&NameClues, &People),
) -> Option<Speaker> {
    let is_known =
        |it: &Mention| it.name.as_deref().is_some_and(|name| people.find(name, None) != Identity::Nobody);
    // “In her words,”, “Begini jawaban Rintik:”.
    if words.iter().any(|it| is_speech_noun(it.text)) {
        let possessive = words.iter().find(|it| Gender::of(it.text).is_some() && !it.is_capitalized());
        let named = words
            .iter()
            .enumerate()
            .filter(|(_, it)| it.is_capitalized())
            .find_map(|(at, _)| mention(words.get(at..)?, clues).filter(is_known));
        let by_gender = || Speaker::Pronoun(possessive.and_then(|it| Gender::of(it.text)));
        return Some(named.map_or_else(by_gender, Speaker::Named));
    }
    // “Ratna Kencana:” in an interview, “Jim was more careful:”, “Joy Abimbola (Northgate Infirmary):”.
    let found = mention(words, clues).filter(|_| pause == ":")?;
    let behind = words.iter().skip_while(|it| it.start < found.end);
    let skip = if behind.clone().next().is_some_and(|it| it.text == "(") {
        behind.clone().take_while(|it| it.text != ")").count()
    } else {
        0
    };
    let rest = behind.skip(skip).filter(|it| it.is_word()).count();
    (rest == 0 || is_known(&found) && rest <= 8).then_some(Speaker::Named(found))
}

/// “The council, in a statement,”: whether an organization is the subject.
fn is_thing(words: &[Token<'_>]) -> bool {
    words.iter().any(|it| is_office(it.text) && !["of", "and", "for", "the", "general"].contains(&it.text))
}

/// “In a statement, it said”, “Mx Quill said”: whether the word before a verb is a subject, though no rule tells whose name it is.
fn is_unread_subject(token: &Token<'_>) -> bool {
    token.is_capitalized() && !is_function_word(token.text) || token.lower() == "it"
}

/// “tulis akun @contoh”: whether the word behind a verb is a noun that names the speaker, though no rule reads it.
fn is_unread_noun(token: &Token<'_>) -> bool {
    ["akun", "pemilik", "netizen", "warganet"].contains(&token.text)
}

fn is_person_word(token: &Token<'_>) -> bool {
    is_pronoun(token.text) || is_post(token.text) || token.is_capitalized() && !is_office(token.text)
}

/// The subject of a verb, in the words before it: the nearest person of whom nothing says that they only listen.
pub(super) fn subject(words: &[Token<'_>], clues: &NameClues, people: &People) -> Option<Speaker> {
    // “X melalui Y menyampaikan”: Y speaks.
    if let Some(at) = words.iter().rposition(|it| it.lower() == "melalui" || it.lower() == "through")
        && let Some(found) = words.get(at + 1..).and_then(|rest| mention(rest, clues))
    {
        return Some(Speaker::Named(found));
    }
    let mut at = 0;
    let mut found = None;
    while let Some(token) = words.get(at) {
        let before = at.checked_sub(1).and_then(|before| words.get(before));
        let listens = before.is_some_and(|it| is_listener_head(it.text));
        // “Anwar, pedagang di Pasar Timur, Bandaraya mengatakan”: the end of an address.
        let ends_address = found.is_some()
            && before.is_some_and(|it| it.text == ",")
            && words.get(at + 1).is_none_or(|next| !next.is_capitalized())
            && words.get(at.saturating_sub(5)..at).is_some_and(|it| it.iter().any(|it| it.text == "di"));
        if ends_address {
            at += 1;
            continue;
        }
        // “SPS Quek said”, of somebody whose name was printed in full.
        let is_known_next = || {
            let next = words.get(at + 1).filter(|it| it.is_capitalized() && !it.is_acronym());
            next.is_some_and(|it| matches!(people.find(it.text, None), Identity::One(_)))
        };
        if token.is_acronym() && is_known_next() {
            at += 1;
            continue;
        }
        if is_pronoun(token.text) {
            found = Some(Speaker::Pronoun(Gender::of(token.text)));
            at += 1;
            continue;
        }
        let begins = token.is_capitalized()
            || is_post(token.text)
            || ["seorang", "salah", "a", "an", "the"].contains(&token.lower().as_str());
        if begins && let Some(one) = words.get(at..).and_then(|rest| mention(rest, clues)) {
            let next = words.partition_point(|it| it.start < one.end);
            let is_unnamed = one.post.as_deref().is_some_and(|post| {
                post.split(' ').any(|it| is_post(it) || ["seorang", "Seorang"].contains(&it))
            });
            let is_full = one.name.as_deref().is_some_and(|name| name.contains(' '));
            let is_next = words.last().is_some_and(|it| it.end() <= one.end);
            let is_known = is_full && is_next
                || one.name.as_deref().is_some_and(|name| people.find(name, one.gender) != Identity::Nobody);
            // The nearest who may speak; a post alone in between is only mentioned: “lengan juru tulisnya”.
            let is_subject = one.name.is_some() || is_next || found.is_none();
            if (is_known || one.name.is_none() && is_unnamed) && is_subject && !listens {
                found = Some(Speaker::Named(one));
            }
            at = next.max(at + 1);
            continue;
        }
        at += 1;
    }
    found
}
